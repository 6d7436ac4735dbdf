/* SPDX-License-Identifier: MIT */
/* Files for a print shop: the inside as single pages, the cover, and a text
 * that says what both are. */
#include "build_press.h"

#include <string.h>

static const char inside[] = "-inside";

const char *
press_name(struct arena *a, const char *name)
{
    return arena_printf(a, "%s%s", name, inside);
}

const char *
press_path(struct arena *a, const char *output, size_t i)
{
    static const char *const endings[PRESS_FILES] = {"-cover.pdf", ".txt"};
    const char *stem = path_stem(a, output);
    size_t n = strlen(stem);
    if (str_ends(stem, inside))
        n -= strlen(inside);
    return path_join(a, path_dir(a, output),
                     arena_printf(a, "%.*s%s", (int)n, stem, endings[i]));
}

struct press {
    const struct edition_job *job;
    struct pdf_writer *pdf;
    struct press_checks *checks;
    struct conf_size page; /* the first that came, trimmed */
    size_t pages;
    int bleed;
    int spine;
};

static void
take_bled(struct press *p, const struct layout_page *page)
{
    struct arena *a = arena_new();
    const struct conf_press *press = &p->job->edition->press;
    struct layout_page bled = layout_bleed(a, page, p->bleed, press->marks);
    pdf_page(p->pdf, &bled);
    arena_free(a);
}

static void
take_inside(void *to, const struct layout_page *page)
{
    struct press *p = to;
    const struct conf_press *press = &p->job->edition->press;
    if (!p->pages++) {
        p->page = (struct conf_size){page->width, page->height};
        p->bleed = press->bleed < 0 ? conf_usual_bleed(p->page) : press->bleed;
    }
    press_checks_page(p->checks, page);
    take_bled(p, page);
}

static void
take_cover(void *to, const struct layout_page *page)
{
    struct press *p = to;
    press_checks_page(p->checks, page);
    take_bled(p, page);
}

/* A leaf has two pages: where the last one's back is missing, it is empty. */
static void
fill_leaf(struct press *p)
{
    if (p->pages % 2)
        take_inside(p, &(struct layout_page){.index = p->pages,
                                             .label = "",
                                             .blank = true,
                                             .ends = true,
                                             .width = p->page.width,
                                             .height = p->page.height});
}

static void
make_inside(struct press *p, const struct pdf_options *options)
{
    const struct edition_job *job = p->job;
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return;
    struct file_out *out = output_open(job, job->output->path);
    p->pdf = pdf_begin(job->book, out, options, job->run->diag);
    edition_lay_out_noting(job, sheet, take_inside, p);
    fill_leaf(p);
    pdf_end(p->pdf);
    style_free(sheet);
}

/* A leaf is two pages. */
static void
make_cover(struct press *p, struct pdf_options options)
{
    const struct edition_job *job = p->job;
    struct run *r = job->run;
    if (!p->pages)
        return;
    p->spine = (int)(p->pages / 2) * job->edition->paper;
    options.accessible = false;
    options.archive = PDF_A_NONE;
    options.note = "Cover";
    const char *path = press_path(r->arena, job->output->path, 0);
    p->pdf = pdf_begin(job->book, output_open(job, path), &options, r->diag);
    job->output->files.at[job->output->files.n - 1].unclaimed = true;
    edition_lay_out_wrap(job, p->page.width, p->page.height, p->spine,
                         job->edition->identifier ? job->edition->identifier
                                                  : job->manifest->identifier,
                         take_cover, p);
    pdf_end(p->pdf);
}

/* --- what they are --- */

/* "152.4 × 228.6 mm (6 × 9 in)" */
static void
say_size(struct buf *out, const char *what, int width, int height)
{
    double mm = 72.0 * STYLE_PT / 25.4, inch = 72.0 * STYLE_PT;
    buf_printf(out, "- %s: %.1f × %.1f mm (%.4g × %.4g in)\n", what, width / mm,
               height / mm, width / inch, height / inch);
}

static void
say_length(struct buf *out, const char *what, int length)
{
    buf_printf(out, "- %s: %.2f mm (%.3f in)\n", what,
               length * 25.4 / 72 / STYLE_PT, length / 72.0 / STYLE_PT);
}

static void
say_inside(const struct press *p, struct buf *out)
{
    buf_printf(out, "%s: the inside, as single pages\n\n",
               path_base(p->job->output->path));
    say_size(out, "Trimmed size", p->page.width, p->page.height);
    buf_printf(out, "- Pages: %zu", p->pages);
    if (p->pages % 4)
        buf_printf(out,
                   "; for stitching, which takes fours, add %zu blank at the "
                   "end",
                   4 - p->pages % 4);
    buf_char(out, '\n');
}

static void
say_cover(const struct press *p, struct buf *out)
{
    struct arena *a = p->job->run->arena;
    const char *path = press_path(a, p->job->output->path, 0);
    buf_printf(out, "\n%s: the cover, back, spine and front on one page\n\n",
               path_base(path));
    say_size(out, "Trimmed size", 2 * p->page.width + p->spine, p->page.height);
    say_length(out, "Spine", p->spine);
    buf_printf(out,
               "  It is %zu leaves of %.2f mm each. Ask the shop how thick its "
               "paper is, and\n  set “paper” to that.\n",
               p->pages / 2, p->job->edition->paper * 25.4 / 72 / STYLE_PT);
}

static void
say_both(const struct press *p, struct buf *out)
{
    const struct conf_press *press = &p->job->edition->press;
    buf_str(out, "\nBoth files\n\n");
    say_length(out, "Bleed on each side", p->bleed);
    buf_str(out, "- The PDF's TrimBox and BleedBox say the same.\n");
    buf_printf(out, "- Crop marks: %s\n", press->marks ? "yes" : "none");
    buf_printf(out, "- Black and grey: %s\n",
               press->rich ? "as colours (RGB), on all inks"
                           : "black ink alone (DeviceGray), so at most 100 % "
                             "ink");
    buf_str(out,
            "- Colours: sRGB. The shop turns them into inks; how much ink that "
            "is depends\n  on its profile, and was not looked at.\n"
            "- Fonts: all embedded, as subsets.\n"
            "- Pictures under 200 dots an inch at their size were warned of.\n"
            "\nNot certified: these files keep to what PDF/X asks of boxes, "
            "fonts and pictures,\nbut claim no PDF/X, and hold no CMYK or spot "
            "colours. Ask for a proof before\nprinting many.\n");
}

static void
say_all(const struct press *p)
{
    const struct edition_job *job = p->job;
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    say_inside(p, &text);
    say_cover(p, &text);
    say_both(p, &text);
    const char *path = press_path(job->run->arena, job->output->path, 1);
    file_out_write(output_open(job, path), text.at, text.n);
    output_close(job);
    buf_free(&text);
}

void
make_press(const struct edition_job *job, struct pdf_options options)
{
    struct press p = {.job = job, .checks = press_checks_new(job)};
    options.black = !job->edition->press.rich;
    make_inside(&p, &options);
    make_cover(&p, options);
    press_checks_end(p.checks);
    if (p.pages)
        say_all(&p);
}
