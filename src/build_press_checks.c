/* SPDX-License-Identifier: MIT */
/* What a print shop would send pages back for: coarse pictures, text that a cut
 * might take, lines and letters that do not print well. */
#include "build_press.h"

#include <string.h>

enum {
    INCH = 72 * STYLE_PT,
    SAFE = INCH * 50 / 254,    /* 5 mm from the cut */
    SAFE_BOUND = INCH * 3 / 8, /* from the edge that is glued */
    LEAST_LINE = STYLE_PT / 4, /* what a plate holds for sure */
    LEAST_INKS = 7 * STYLE_PT, /* letters of several inks, or left white in
                                  them: plates are off by a hair */
    MOST_SAID = 20             /* blocks that are named */
};

/* Thousandths of an inch, or tenths of a millimetre. */
const char *
press_number(struct arena *a, int units, bool inches)
{
    double inch = units / (72.0 * STYLE_PT);
    char *text = inches ? arena_printf(a, "%.3f", inch)
                        : arena_printf(a, "%.1f", inch * 25.4);
    size_t n = strlen(text);
    while (text[n - 1] == '0')
        text[--n] = '\0';
    if (text[n - 1] == '.')
        text[--n] = '\0';
    return text;
}

const char *
press_length(struct arena *a, int units, bool inches)
{
    return arena_printf(a, "%s %s", press_number(a, units, inches),
                        inches ? "in" : "mm");
}

/* --- pictures --- */

/* Dots an inch of a picture of so many pixels in a box. */
static int
dpi_of(const struct doc_asset *asset, int width, int height)
{
    double across = asset->width * INCH / width;
    double down = asset->height * INCH / height;
    return (int)((across < down ? across : down) + 0.5);
}

static struct press_picture *
picture_of(struct press_checks *c, const struct doc_asset *asset)
{
    for (size_t i = 0; i < c->pictures.n; i++)
        if (str_eq(c->pictures.at[i].asset->path, asset->path))
            return &c->pictures.at[i];
    return NULL;
}

/* Drawings have no pixels. */
static void
look_at_picture(struct press_checks *c, const struct layout_page *page,
                const struct doc_asset *asset, const struct doc_node *node,
                int width, int height)
{
    if (!asset || asset->kind == DOC_SVG || width <= 0 || height <= 0)
        return;
    int dpi = dpi_of(asset, width, height);
    struct press_picture *known = picture_of(c, asset);
    if (known && known->dpi <= dpi)
        return;
    if (!known)
        known = vec_add(c->arena, &c->pictures);
    struct place at = node ? doc_place(node) : (struct place){0};
    *known = (struct press_picture){asset,
                                    at.file ? at : in_file(asset->path),
                                    arena_str(c->arena, page->label),
                                    width,
                                    height,
                                    dpi};
}

static void
warn_of_picture(const struct press_checks *c, const struct press_picture *p)
{
    struct diag *d = c->job->run->diag;
    bool coarse = p->dpi < PRESS_LEAST_DPI;
    int best = (int)(p->asset->width * INCH / PRESS_WANTED_DPI);
    double pixels = (double)p->width / INCH * PRESS_WANTED_DPI;
    double pixels_down = (double)p->height / INCH * PRESS_WANTED_DPI;
    if (p->dpi >= PRESS_WANTED_DPI)
        return;
    diag_at(d, p->at, coarse ? DIAG_IMAGE_RESOLUTION : DIAG_IMAGE_SOFT,
            "“%s” has %d dots an inch on page %s, where it is %s wide",
            path_base(p->asset->path), p->dpi, p->where,
            press_length(c->arena, p->width, c->inches));
    diag_hint(d,
              "at %d dots an inch it would be %s wide; for this size it takes "
              "%.0f × %.0f pixels",
              PRESS_WANTED_DPI, press_length(c->arena, best, c->inches), pixels,
              pixels_down);
}

/* --- what stands near the cut --- */

/* How much too near a stretch of the page comes to the cut, and whether that is
 * where pages are bound. */
static int
too_near(const struct press_checks *c, const struct layout_page *page,
         const struct layout_run *run, bool cover, bool *bound)
{
    struct layout_box trim = page->trim;
    int up = run->font ? run->font->size * 7 / 10 : 0;
    int left = run->x - trim.x, top = run->y - up - trim.y;
    int right = trim.width - left - run->width;
    int foot = trim.height - (run->y - trim.y);
    int fold = page->right ? left : right;
    bool glued = !cover && c->job->edition->press.binding == CONF_GLUED;
    int least = left < right ? left : right;
    least = least < top ? least : top;
    least = least < foot ? least : foot;
    *bound = glued && fold < SAFE_BOUND && SAFE_BOUND - fold > SAFE - least;
    if (*bound)
        return fold;
    return least < SAFE ? least : SAFE_BOUND;
}

static void
count(struct press_checks *c, struct press_fault *f,
      const struct layout_page *page, const struct layout_run *run, int size,
      bool bound)
{
    if (!f->n++) {
        f->where = arena_str(c->arena, page->label);
        f->words = run ? arena_strn(c->arena, run->text, run->bytes) : NULL;
        f->size = size;
        f->bound = bound;
    }
    f->pages += f->last != page->index + 1;
    f->last = page->index + 1;
}

static const char *
said_near(const struct press_checks *c, const char *page, const char *words,
          int least, bool bound)
{
    int safe = bound ? SAFE_BOUND : SAFE;
    const char *there =
        press_length(c->arena, least > 0 ? least : 0, c->inches);
    const char *wanted = press_length(c->arena, safe, c->inches);
    return arena_printf(
        c->arena,
        "on page %s “%s” is %s from where the page is %s, less than %s", page,
        str_trim(c->arena, (char *)words), there, bound ? "bound" : "cut",
        wanted);
}

static const char near_hint[] =
    "give the page wider margins in the stylesheet: @page { margin: … }";

/* Blocks of the book are named each at its place; what has none, running heads
 * and page numbers, once for all. */
static void
look_near(struct press_checks *c, const struct layout_page *page,
          const struct layout_run *run, bool cover)
{
    bool bound;
    int least = too_near(c, page, run, cover, &bound);
    struct diag *d = c->job->run->diag;
    if (least >= (bound ? SAFE_BOUND : SAFE) || run->turned)
        return;
    struct place at =
        run->mark.node ? doc_place(run->mark.node) : (struct place){0};
    if (!at.file || !at.line) {
        count(c, &c->near, page, run, least, bound);
        return;
    }
    const char *key =
        arena_printf(c->arena, "%s:%u:%u", at.file, at.line, at.col);
    if (map_get(c->blocks, key))
        return;
    map_set(c->blocks, key, c);
    if (map_count(c->blocks) > MOST_SAID) {
        c->more++;
        return;
    }
    diag_at(d, at, DIAG_TEXT_NEAR_EDGE, "%s",
            said_near(c, page->label,
                      arena_strn(c->arena, run->text, run->bytes), least,
                      bound));
    diag_hint(d, near_hint);
}

/* --- lines and letters --- */

static void
look_at_rect(struct press_checks *c, const struct layout_page *page,
             const struct layout_rect *rect)
{
    int least = rect->width < rect->height ? rect->width : rect->height;
    for (int i = 0; i < 4; i++)
        if (rect->ring[i] && rect->ring[i] < least)
            least = rect->ring[i];
    if (rect->picture)
        look_at_picture(c, page, rect->picture->asset, NULL,
                        rect->picture->width, rect->picture->height);
    else if ((rect->color & 0xff) && least > 0 && least < LEAST_LINE)
        count(c, &c->thin, page, NULL, least, false);
}

/* Letters in a colour are made of several inks; light ones are left out of
 * what is behind them. */
static bool
has_several_inks(uint32_t color)
{
    enum { LIGHT = 0xd0, SPREAD = 0x10 };
    int rgb[3] = {(int)(color >> 24), (int)(color >> 16 & 255),
                  (int)(color >> 8 & 255)};
    int most = 0, least = 255;
    for (int i = 0; i < 3; i++) {
        most = rgb[i] > most ? rgb[i] : most;
        least = rgb[i] < least ? rgb[i] : least;
    }
    return most - least > SPREAD || least >= LIGHT;
}

static void
look_at_run(struct press_checks *c, const struct layout_page *page,
            const struct layout_run *run, bool cover)
{
    if (!run->bytes || !run->font)
        return;
    look_near(c, page, run, cover);
    if (run->font->size < LEAST_INKS && has_several_inks(run->color))
        count(c, &c->fine, page, run, run->font->size, false);
}

void
press_look(struct press_checks *c, const struct layout_page *page, bool cover)
{
    for (size_t i = 0; i < page->images.n; i++) {
        const struct layout_image *image = &page->images.at[i];
        look_at_picture(c, page, image->asset, image->mark.node, image->width,
                        image->height);
    }
    for (size_t i = 0; i < page->rects.n; i++)
        look_at_rect(c, page, &page->rects.at[i]);
    for (size_t i = 0; i < page->runs.n; i++)
        look_at_run(c, page, &page->runs.at[i], cover);
}

/* "; 11 more pages have such" */
static const char *
and_more(const struct press_checks *c, const struct press_fault *f)
{
    return f->pages < 2
               ? ""
               : arena_printf(c->arena, "; %zu more page%s like it",
                              f->pages - 1, f->pages == 2 ? " is" : "s are");
}

static void
warn_of_near(struct press_checks *c, struct place at)
{
    struct diag *d = c->job->run->diag;
    const struct press_fault *f = &c->near;
    if (c->more)
        diag_at(d, at, DIAG_TEXT_NEAR_EDGE,
                "%zu more blocks are as near to where pages are cut or bound",
                c->more);
    if (!f->n)
        return;
    diag_at(d, at, DIAG_TEXT_NEAR_EDGE, "%s%s",
            said_near(c, f->where, f->words, f->size, f->bound),
            and_more(c, f));
    diag_hint(d, near_hint);
}

void
press_warn(struct press_checks *c)
{
    struct diag *d = c->job->run->diag;
    struct place at = c->job->edition->press_at;
    if (!at.file)
        at = in_file(c->job->output->path);
    for (size_t i = 0; i < c->pictures.n; i++)
        warn_of_picture(c, &c->pictures.at[i]);
    warn_of_near(c, at);
    if (c->thin.n) {
        diag_at(d, at, DIAG_LINE_TOO_THIN,
                "a line on page %s is %.2g pt thick%s", c->thin.where,
                (double)c->thin.size / STYLE_PT, and_more(c, &c->thin));
        diag_hint(d, "plates may not hold it; give borders 0.25pt or more");
    }
    if (c->fine.n) {
        diag_at(d, at, DIAG_TEXT_FINE,
                "on page %s “%s” is %.2g pt large, in a colour or in white%s",
                c->fine.where, str_trim(c->arena, (char *)c->fine.words),
                (double)c->fine.size / STYLE_PT, and_more(c, &c->fine));
        diag_hint(d, "several plates have to meet in such letters; set them in "
                     "black, or in 7pt or more");
    }
}
