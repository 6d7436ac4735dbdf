/* SPDX-License-Identifier: MIT */
/* What a print shop would send pages back for: coarse pictures, text that a
 * cut might take, lines that do not print. */
#include "build_press.h"

enum {
    INCH = 72 * STYLE_PT,
    LEAST_DPI = 200,           /* below it pictures look coarse on paper */
    WANTED_DPI = 300,          /* what shops ask for */
    SAFE = INCH * 50 / 254,    /* 5 mm from the cut */
    LEAST_LINE = STYLE_PT / 4, /* what a plate holds for sure */
    MOST_SAID = 20             /* messages of a kind */
};

struct press_checks {
    const struct edition_job *job;
    struct map *pictures; /* paths that were looked at */
    struct map *blocks;   /* places of text that was named */
    size_t near, thin;
    const char *thin_page;
};

struct press_checks *
press_checks_new(const struct edition_job *job)
{
    struct press_checks *c = ARENA_NEW(job->run->arena, struct press_checks);
    c->job = job;
    c->pictures = map_new(job->run->arena);
    c->blocks = map_new(job->run->arena);
    return c;
}

/* Dots an inch of a picture of so many pixels, as wide as it is placed. */
static int
dpi_of(const struct doc_asset *asset, int width, int height)
{
    double across = width > 0 ? asset->width * INCH / width : WANTED_DPI;
    double down = height > 0 ? asset->height * INCH / height : WANTED_DPI;
    return (int)(across < down ? across : down);
}

static void
check_picture(struct press_checks *c, const struct layout_page *page,
              const struct doc_asset *asset, const struct doc_node *node,
              int width, int height)
{
    struct run *r = c->job->run;
    if (!asset || asset->kind == DOC_SVG || map_get(c->pictures, asset->path))
        return;
    int dpi = dpi_of(asset, width, height);
    if (dpi >= LEAST_DPI)
        return;
    map_set(c->pictures, asset->path, c);
    struct place at = node ? doc_place(node) : in_file(asset->path);
    diag_at(r->diag, at.file ? at : in_file(asset->path), DIAG_IMAGE_RESOLUTION,
            "“%s” has %d dots an inch on page %s, where it is %.2f in wide",
            path_base(asset->path), dpi, page->label, (double)width / INCH);
    diag_hint(r->diag,
              "it looks sharp up to %.1f in (%d dpi); print shops ask for %d "
              "pixels at this size",
              asset->width / WANTED_DPI, WANTED_DPI,
              (int)((double)width / INCH * WANTED_DPI));
}

static bool
is_near(const struct layout_page *page, const struct layout_run *run)
{
    int up = run->font ? run->font->size : 0;
    return run->x < SAFE || run->x + run->width > page->width - SAFE ||
           run->y - up * 7 / 10 < SAFE || run->y > page->height - SAFE;
}

static void
check_run(struct press_checks *c, const struct layout_page *page,
          const struct layout_run *run)
{
    struct run *r = c->job->run;
    if (run->turned || !run->bytes || !is_near(page, run))
        return;
    const char *words = arena_strn(r->arena, run->text, run->bytes);
    struct place at =
        run->mark.node ? doc_place(run->mark.node) : (struct place){0};
    const char *key =
        arena_printf(r->arena, "%s:%u:%u:%s", at.file ? at.file : "", at.line,
                     at.col, at.file ? "" : words);
    if (map_get(c->blocks, key))
        return;
    map_set(c->blocks, key, c);
    if (++c->near > MOST_SAID)
        return;
    diag_at(r->diag, at.file ? at : c->job->edition->press_at,
            DIAG_TEXT_NEAR_EDGE,
            "on page %s “%s” is less than 5 mm from where the page is cut",
            page->label, str_trim(r->arena, words));
    diag_hint(r->diag, "give the page's margins more room in the stylesheet");
}

static void
check_rect(struct press_checks *c, const struct layout_page *page,
           const struct layout_rect *rect)
{
    int least = rect->width < rect->height ? rect->width : rect->height;
    for (int i = 0; i < 4; i++)
        if (rect->ring[i] && rect->ring[i] < least)
            least = rect->ring[i];
    if (rect->picture)
        check_picture(c, page, rect->picture->asset, NULL, rect->picture->width,
                      rect->picture->height);
    if (!(rect->color & 0xff) || least >= LEAST_LINE || least <= 0)
        return;
    if (!c->thin++)
        c->thin_page = arena_str(c->job->run->arena, page->label);
}

void
press_checks_page(struct press_checks *c, const struct layout_page *page)
{
    for (size_t i = 0; i < page->images.n; i++) {
        const struct layout_image *image = &page->images.at[i];
        check_picture(c, page, image->asset, image->mark.node, image->width,
                      image->height);
    }
    for (size_t i = 0; i < page->rects.n; i++)
        check_rect(c, page, &page->rects.at[i]);
    for (size_t i = 0; i < page->runs.n; i++)
        check_run(c, page, &page->runs.at[i]);
}

void
press_checks_end(struct press_checks *c)
{
    struct run *r = c->job->run;
    struct place at = c->job->edition->press_at;
    if (c->near > MOST_SAID)
        diag_at(r->diag, at, DIAG_TEXT_NEAR_EDGE,
                "%zu more blocks are less than 5 mm from where pages are cut",
                c->near - MOST_SAID);
    if (!c->thin)
        return;
    diag_at(r->diag, at, DIAG_LINE_TOO_THIN,
            "%zu lines are thinner than 0.25 pt, the first on page %s", c->thin,
            c->thin_page);
    diag_hint(r->diag, "such lines may not print; give borders 0.25pt or more");
}
