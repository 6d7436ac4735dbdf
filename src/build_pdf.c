/* SPDX-License-Identifier: MIT */
/* How a PDF is made, and how its pages and tags are shown. */
#include "build_press.h"
#include "build_sheets.h"

static struct pdf_options
options_of(const struct edition_job *job)
{
    static const int levels[] = {[CONF_A_NONE] = PDF_A_NONE,
                                 [CONF_A_2A] = PDF_A_2A,
                                 [CONF_A_2U] = PDF_A_2U,
                                 [CONF_A_3A] = PDF_A_3A};
    const struct conf_claims *claims = &job->edition->pdf;
    return (struct pdf_options){
        .producer = producer,
        .identifier = conf_edition_identifier(job->run->arena, job->manifest,
                                              job->edition),
        .accessible = claims->accessible,
        .archive = levels[claims->archive]};
}

/* Who takes the pages of one layout. */
struct takers {
    struct pdf_writer *pdf;
    struct sheets *sheets; /* or NULL */
};

static void
take_page(void *to, const struct layout_page *page)
{
    const struct takers *t = to;
    pdf_page(t->pdf, page);
    sheets_page(t->sheets, page);
}

static void
make_pdf(const struct edition_job *job)
{
    struct run *r = job->run;
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return;
    struct pdf_options options = options_of(job);
    if (job->edition->press.on) {
        make_press(job, sheet, options);
        style_free(sheet);
        edition_check_contrast(job);
        return;
    }
    struct file_out *out = output_open(job, job->output->path);
    struct takers t = {pdf_begin(job->book, out, &options, r->diag),
                       sheets_begin(job, options)};
    edition_lay_out_noting(job, sheet, take_page, &t);
    pdf_end(t.pdf);
    sheets_end(t.sheets);
    style_free(sheet);
    edition_check_contrast(job);
}

/* Pages as text: they come in any order and are shown in that of the book. */
struct page_texts {
    struct arena *arena;
    VEC(const char *) pages;
};

static void
take_page_text(void *to, const struct layout_page *page)
{
    struct page_texts *t = to;
    struct buf text;
    buf_init(&text, BUF_LIMIT_OUTPUT);
    layout_dump(page, &text);
    while (t->pages.n <= page->index)
        *vec_add(t->arena, &t->pages) = "";
    t->pages.at[page->index] = arena_strn(t->arena, text.at, text.n);
    buf_free(&text);
}

static void
dump_pages(const struct edition_job *job, struct style_sheet *sheet,
           struct buf *out)
{
    struct page_texts texts = {.arena = job->run->arena};
    if (job->edition->picture)
        edition_lay_out_picture(job, sheet, take_page_text, &texts);
    else
        edition_lay_out(job, sheet, take_page_text, &texts);
    for (size_t i = 0; i < texts.pages.n; i++)
        buf_str(out, texts.pages.at[i]);
}

static void
dump_pdf(const struct edition_job *job, enum build_dump what, struct buf *out)
{
    struct run *r = job->run;
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return;
    if (what == BUILD_PAGES) {
        dump_pages(job, sheet, out);
        style_free(sheet);
        return;
    }
    struct pdf_options options = options_of(job);
    options.keep_text = true;
    struct file_out *nothing = file_out_null();
    struct pdf_writer *w = pdf_begin(job->book, nothing, &options, r->diag);
    edition_lay_out(job, sheet, pdf_page, w);
    pdf_dump_tags(w, out);
    pdf_end(w);
    file_out_abort(nothing);
    style_free(sheet);
}

const struct backend backend_pdf = {"pdf", make_pdf, dump_pdf, NULL};
