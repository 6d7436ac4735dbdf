/* SPDX-License-Identifier: MIT */
/* The text beside files for a print shop: what an order form asks for, and what
 * nobody has certified. */
#include "build_press.h"

#include <string.h>

/* "6 × 9 in" */
static const char *
size_of(const struct press *p, int width, int height)
{
    struct arena *a = p->job->run->arena;
    bool inches = p->checks.inches;
    return arena_printf(a, "%s × %s %s", press_number(a, width, inches),
                        press_number(a, height, inches), inches ? "in" : "mm");
}

static const char *
length_of(const struct press *p, int units)
{
    return press_length(p->job->run->arena, units, p->checks.inches);
}

/* How much of the file's page is around the trimmed one. */
static int
room_of(const struct press *p)
{
    return p->how.bleed + (p->how.marks ? LAYOUT_MARK_ROOM : 0);
}

static void
tell_pages(const struct press *p, struct buf *out)
{
    size_t n = p->pages.n, stapled = (4 - n % 4) % 4;
    buf_printf(out, "- Pages: %zu", n);
    if (p->filled)
        buf_printf(
            out, "; %zu of them, at the end, blank to fill a %s", p->filled,
            p->job->edition->press.binding == CONF_STAPLED ? "sheet" : "leaf");
    if (stapled)
        buf_printf(out, "; to be stapled it would take %zu more", stapled);
    buf_char(out, '\n');
}

static void
tell_inside(const struct press *p, struct buf *out)
{
    int room = room_of(p);
    buf_printf(out, "%s: the inside, one page after another\n\n",
               path_base(p->job->output->path));
    buf_printf(out, "- Trimmed size: %s\n",
               size_of(p, p->trim.width, p->trim.height));
    buf_printf(out, "- Size of the file's pages: %s\n",
               size_of(p, p->trim.width + 2 * room, p->trim.height + 2 * room));
    tell_pages(p, out);
}

/* Hundredths of a millimetre. */
static const char *
thickness_of(struct arena *a, int paper)
{
    return arena_printf(a, "%.2f mm", paper / (72.0 * STYLE_PT) * 25.4);
}

static void
tell_spine(const struct press *p, struct buf *out)
{
    const struct conf_edition *e = p->job->edition;
    if (e->press.binding == CONF_STAPLED) {
        buf_str(out, "- Spine: none, the book is stapled\n");
        return;
    }
    struct arena *a = p->job->run->arena;
    buf_printf(out,
               "- Spine: %s, %zu leaves of %s. Ask the shop how thick its\n"
               "  paper is, set “paper” in the manifest to that, and build "
               "again.\n",
               press_length(a, p->spine, p->checks.inches),
               (p->pages.n + 1) / 2, thickness_of(a, e->paper));
}

static void
tell_cover(const struct press *p, struct buf *out)
{
    if (!p->cover)
        return;
    int room = room_of(p), width = 2 * p->trim.width + p->spine;
    const char *path = press_path(p->job->run->arena, p->job->output->path, 0);
    buf_printf(out, "\n%s: the outside of the cover, %s\n\n", path_base(path),
               p->job->book->rtl ? "front, spine and back"
                                 : "back, spine and front");
    buf_printf(out, "- Trimmed size: %s\n", size_of(p, width, p->trim.height));
    buf_printf(out, "- Size of the file's page: %s\n",
               size_of(p, width + 2 * room, p->trim.height + 2 * room));
    tell_spine(p, out);
}

/* Labels of the pages for which `is` holds, those in a row as “3–7”. */
typedef bool press_is(const struct press_page *page);

static bool
is_colored(const struct press_page *page)
{
    return page->colored;
}

static bool
is_transparent(const struct press_page *page)
{
    return page->transparent;
}

static size_t
list_pages(const struct press *p, press_is *is, struct buf *out)
{
    size_t count = 0;
    const char *before = "";
    for (size_t i = 0, end; i < p->pages.n; i = end + 1) {
        for (end = i; end < p->pages.n && is(&p->pages.at[end]); end++)
            count++;
        if (end == i)
            continue;
        buf_printf(out, "%s%zu", before, i + 1);
        if (end > i + 1)
            buf_printf(out, "%s%zu", end > i + 2 ? "–" : ", ", end);
        before = ", ";
    }
    return count;
}

static void
tell_pages_with(const struct press *p, press_is *is, const char *what,
                struct buf *out)
{
    struct buf pages;
    buf_init(&pages, BUF_LIMIT_SMALL);
    size_t n = list_pages(p, is, &pages);
    buf_printf(out, "- %s: ", what);
    if (n == p->pages.n && n)
        buf_str(out, "all pages of the inside");
    else if (n)
        buf_printf(out, "%zu of the inside's pages, counted from its first: %s",
                   n, pages.at);
    else
        buf_str(out, "no page of the inside");
    if (p->cover && is(&p->cover_page))
        buf_str(out, n ? "; the cover" : "; the cover has");
    buf_char(out, '\n');
    buf_free(&pages);
}

static void
tell_inks(const struct press *p, struct buf *out)
{
    bool pure = p->job->edition->press.black == CONF_BLACK_PURE;
    tell_pages_with(p, is_colored, "Colour", out);
    if (pure)
        buf_str(out, "- Black and greys of text, lines, areas and drawings: "
                     "black ink alone\n  (DeviceGray), at most 100 %\n");
    else
        buf_str(out, "- Black and greys: as colours (sRGB), which presses mix "
                     "of four inks\n");
    buf_str(out,
            "- Colours and colour pictures: sRGB. The shop turns them into "
            "inks; how\n  much ink that comes to is up to its profile, and "
            "is not known here.\n");
    tell_pages_with(p, is_transparent, "Transparency", out);
}

/* The coarsest of the pictures. */
static void
tell_pictures(const struct press *p, struct buf *out)
{
    const struct press_picture *worst = NULL;
    size_t soft = 0, coarse = 0;
    for (size_t i = 0; i < p->checks.pictures.n; i++) {
        const struct press_picture *at = &p->checks.pictures.at[i];
        coarse += at->dpi < PRESS_LEAST_DPI;
        soft += at->dpi < PRESS_WANTED_DPI;
        if (!worst || at->dpi < worst->dpi)
            worst = at;
    }
    buf_printf(out, "- Pictures of pixels: %zu", p->checks.pictures.n);
    if (worst)
        buf_printf(out,
                   "; the coarsest has %d dots an inch, on page %s\n"
                   "- Pictures with less than %d dots an inch: %zu; with less "
                   "than %d: %zu",
                   worst->dpi, worst->where, PRESS_WANTED_DPI, soft,
                   PRESS_LEAST_DPI, coarse);
    buf_char(out, '\n');
}

static void
tell_both(const struct press *p, struct buf *out)
{
    int marks = p->how.marks;
    buf_printf(out, "\n%s\n\n", p->cover ? "Both files" : "The file");
    buf_printf(out, "- Bleed: %s on each side%s\n", length_of(p, p->how.bleed),
               "; TrimBox and BleedBox say the same");
    buf_printf(out, "- Marks: %s\n",
               marks == (STYLE_MARK_CROP | STYLE_MARK_CROSS)
                   ? "crop marks and crosses"
               : marks == STYLE_MARK_CROP  ? "crop marks"
               : marks == STYLE_MARK_CROSS ? "crosses"
                                           : "none");
    tell_inks(p, out);
    tell_pictures(p, out);
    buf_str(out, "- Fonts: all embedded, as subsets\n");
    buf_str(out,
            "\nNot certified: the files have the boxes, the fonts and the "
            "pictures that\nPDF/X-4 asks for, but claim no PDF/X: they name no "
            "printing condition, and hold\nno CMYK and no spot colours. Ask "
            "for a proof before you print many.\n");
}

void
press_tell(const struct press *p, struct buf *out)
{
    tell_inside(p, out);
    tell_cover(p, out);
    tell_both(p, out);
}
