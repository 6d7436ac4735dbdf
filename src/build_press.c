/* SPDX-License-Identifier: MIT */
/* Files for a print shop: the inside of a book and its cover, each page larger
 * than it will be by what is cut off, and a text that tells the shop and those
 * who order what they are. */
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
        n -= sizeof inside - 1;
    return path_join(a, path_dir(a, output),
                     arena_printf(a, "%.*s%s", (int)n, stem, endings[i]));
}

/* What the manifest says of the edition, else what the stylesheet says of its
 * pages, else what shops ask for. */
static struct layout_bleed
bleed_of(const struct edition_job *job, struct style_sheet *sheet)
{
    const struct conf_press *press = &job->edition->press;
    const struct style_page *page =
        style_page_of(sheet, (struct style_page_query){0});
    struct conf_size size = {page->width, page->height};
    struct layout_bleed how = {.bleed = press->bleed, .marks = press->marks};
    if (how.bleed < 0)
        how.bleed = page->bleed;
    if (how.bleed < 0)
        how.bleed = conf_usual_bleed(size);
    if (how.marks < 0)
        how.marks = page->marks;
    return how;
}

static struct press_page *
page_at(struct press *p, size_t index)
{
    while (p->pages.n <= index)
        *vec_add(p->job->run->arena, &p->pages) = (struct press_page){0};
    return &p->pages.at[index];
}

/* A page as it is printed, and what is to be said of it. */
static void
take(struct press *p, const struct layout_page *page, bool cover,
     struct press_page *known)
{
    struct layout_page printed;
    arena_reset(p->scratch);
    layout_bleed(p->scratch, page, &p->how, &printed);
    pdf_page(p->writer, &printed);
    struct pdf_printed seen = pdf_printed(p->writer, page->index);
    *known = (struct press_page){arena_str(p->job->run->arena, page->label),
                                 seen.colored, seen.transparent};
    press_look(&p->checks, &printed, cover);
}

static void
take_inside(void *to, const struct layout_page *page)
{
    struct press *p = to;
    if (!p->trim.width) {
        p->trim = (struct conf_size){page->width, page->height};
        p->checks.inches = conf_in_inches(p->trim);
    }
    take(p, page, false, page_at(p, page->index));
}

static void
take_cover(void *to, const struct layout_page *page)
{
    struct press *p = to;
    take(p, page, true, &p->cover_page);
}

static bool
has_cover(const struct doc_book *book)
{
    doc_each_child (division, book->root)
        if (division->kind == DOC_COVER)
            return true;
    return false;
}

/* A leaf has two pages, a sheet that is folded and stapled four: where the last
 * ones are missing, they are blank. */
static void
fill_leaf(struct press *p)
{
    size_t of = p->job->edition->press.binding == CONF_STAPLED ? 4 : 2;
    for (; p->pages.n % of; p->filled++)
        take_inside(p, &(struct layout_page){.index = p->pages.n,
                                             .label = "",
                                             .blank = true,
                                             .ends = true,
                                             .width = p->trim.width,
                                             .height = p->trim.height});
}

static void
make_inside(struct press *p, struct style_sheet *sheet,
            const struct pdf_options *options)
{
    const struct edition_job *job = p->job;
    struct diag *d = job->run->diag;
    struct file_out *out = output_open(job, job->output->path);
    p->writer = pdf_begin(job->book, out, options, d);
    edition_lay_out_noting(job, sheet, take_inside, p);
    fill_leaf(p);
    pdf_end(p->writer);
}

/* Two pages make a leaf. */
static int
spine_of(const struct press *p)
{
    const struct conf_edition *e = p->job->edition;
    int64_t leaves = ((int64_t)p->pages.n + 1) / 2;
    int64_t spine = leaves * e->paper;
    enum { MOST = 20 * 72 * STYLE_PT };
    return e->press.binding == CONF_STAPLED ? 0
           : spine < MOST                   ? (int)spine
                                            : MOST;
}

/* Its words are the book's once more: nothing of it is for readers. */
static void
make_cover(struct press *p, struct pdf_options options)
{
    const struct edition_job *job = p->job;
    struct run *r = job->run;
    options.plain = true;
    options.note = doc_word(job->book->lang, DOC_WORD_COVER);
    p->spine = spine_of(p);
    if (p->spine) {
        p->how.fold[0] = p->trim.width;
        p->how.fold[1] = p->trim.width + p->spine;
    }
    struct file_out *out =
        output_open(job, press_path(r->arena, job->output->path, 0));
    p->writer = pdf_begin(job->book, out, &options, r->diag);
    job->output->files.at[job->output->files.n - 1].unclaimed = true;
    edition_lay_out_wrap(job, p->trim.width, p->trim.height, p->spine,
                         options.identifier, take_cover, p);
    pdf_end(p->writer);
}

static void
write_text(const struct press *p)
{
    const struct edition_job *job = p->job;
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    press_tell(p, &text);
    const char *path = press_path(job->run->arena, job->output->path, 1);
    file_out_write(output_open(job, path), text.at, text.n);
    output_close(job);
    buf_free(&text);
}

void
make_press(const struct edition_job *job, struct style_sheet *sheet,
           struct pdf_options options)
{
    const struct conf_edition *e = job->edition;
    struct press p = {.job = job,
                      .scratch = arena_new(),
                      .how = bleed_of(job, sheet),
                      .cover = e->cover && has_cover(job->book),
                      .checks = {.job = job,
                                 .arena = job->run->arena,
                                 .blocks = map_new(job->run->arena)}};
    options.press = true;
    options.pure_black = e->press.black == CONF_BLACK_PURE;
    make_inside(&p, sheet, &options);
    if (p.cover && p.pages.n)
        make_cover(&p, options);
    press_warn(&p.checks);
    if (p.pages.n)
        write_text(&p);
    arena_free(p.scratch);
}
