/* SPDX-License-Identifier: MIT */
/* The page of evidence: as much as one page holds, as a PDF like any other. */
#include <string.h>

#include "build_evidence.h"
#include "pdf/pdf.h"
#include "xform/xform.h"

/* A4, and Letter where that is the paper (ISO 216; ANSI/ASME Y14.1). */
enum {
    A4_WIDTH = 609562, /* 210 mm */
    A4_HEIGHT = 862095,
    LETTER_WIDTH = 612 * STYLE_PT,
    LETTER_HEIGHT = 792 * STYLE_PT
};

/* One way to say it, laid out. */
struct attempt {
    struct edition_job job; /* with the page's own book */
    struct doc_book *book;
    struct style_sheet *sheet;
    struct style_fonts *fonts;
    struct diag *found;
};

static struct style_sheet *
page_sheet(const struct edition_job *job, struct diag *found)
{
    struct run *r = job->run;
    struct style_source sources[2] = {
        {path_join(r->arena, r->data, "styles/base.css"), "styles/base.css"},
        {path_join(r->arena, r->data, "styles/evidence.css"),
         "styles/evidence.css"}};
    struct style_sheet *sheet = style_read(sources, 2, found);
    bool letter = lang_is_on_letter(job->book->lang);
    if (sheet)
        style_set_page_size(sheet, letter ? LETTER_WIDTH : A4_WIDTH,
                            letter ? LETTER_HEIGHT : A4_HEIGHT);
    return sheet;
}

static void
count_page(void *to, const struct layout_page *page)
{
    size_t *pages = to;
    if (page->index >= *pages)
        *pages = page->index + 1;
}

static void
lay_out(const struct attempt *t, layout_sink *sink, void *to)
{
    struct layout_options options = edition_layout_options(&t->job);
    options.cover = options.captions = false;
    layout_book(t->book, t->sheet, t->fonts, &options, t->found, sink, to);
}

static void
begin(struct attempt *t, const struct edition_job *job,
      const struct evidence *e, int detail, bool latin)
{
    *t = (struct attempt){.job = *job,
                          .book = evidence_page(e, detail, latin),
                          .found = diag_new()};
    xform_run(t->book, t->found);
    t->sheet = page_sheet(job, t->found);
    t->job.book = t->book;
    if (t->sheet)
        t->fonts = edition_fonts(&t->job, t->sheet, t->book->root);
}

static void
end(struct attempt *t)
{
    if (t->fonts)
        edition_fonts_close(&t->job, t->fonts);
    style_free(t->sheet);
    doc_free(t->book);
    diag_free(t->found);
}

/* The message that a face lacks letters, or NULL. */
static const struct diag_message *
missing_letters(const struct attempt *t)
{
    size_t n = diag_count(t->found, DIAG_NOTE);
    for (size_t i = 0; i < n; i++)
        if (diag_message_at(t->found, i)->id == DIAG_GLYPH_MISSING)
            return diag_message_at(t->found, i);
    return NULL;
}

/* Begins with as much detail as one page holds. */
static size_t
begin_fitting(struct attempt *t, const struct edition_job *job,
              const struct evidence *e, bool latin)
{
    for (int detail = 0;; detail++) {
        size_t pages = 0;
        begin(t, job, e, detail, latin);
        if (t->sheet)
            lay_out(t, count_page, &pages);
        if (pages == 1 || detail == EVIDENCE_DETAILS - 1)
            return pages;
        end(t);
    }
}

static void
write_page(struct attempt *t, const char *path)
{
    struct run *r = t->job.run;
    struct pdf_options options = {
        .producer = producer, .accessible = true, .archive = PDF_A_2A};
    struct pdf_writer *w =
        pdf_begin(t->book, output_open(&t->job, path), &options, r->diag);
    lay_out(t, pdf_page, w);
    pdf_end(w);
    output_close(&t->job);
}

void
make_evidence_page(const struct edition_job *job, const struct evidence *e,
                   const char *path)
{
    struct attempt t;
    struct diag *d = job->run->diag;
    size_t pages = begin_fitting(&t, job, e, false);
    const struct diag_message *missing = missing_letters(&t);
    if (missing) {
        diag_at(d, in_file(path), DIAG_EVIDENCE_LETTERS,
                "the page leaves out names in other letters: %s",
                missing->text);
        if (missing->hint)
            diag_hint(d, "%s", missing->hint);
        end(&t);
        pages = begin_fitting(&t, job, e, true);
    }
    if (pages != 1)
        diag_at(d, in_file(path), DIAG_INTERNAL,
                "the page of evidence has %zu pages", pages);
    else
        write_page(&t, path);
    size_t n = diag_count(t.found, DIAG_NOTE);
    for (size_t i = 0; i < n; i++)
        if (diag_message_severity(diag_message_at(t.found, i)) == DIAG_ERROR)
            diag_copy(d, diag_message_at(t.found, i));
    end(&t);
}
