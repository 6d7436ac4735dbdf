/* SPDX-License-Identifier: MIT */
/* Where the pages of a printed edition begin, for the EPUB that marks them. */
#include "build_int.h"

struct noting {
    struct doc_pages *pages;
    layout_sink *sink; /* or NULL */
    void *to;
};

static void
note_page(void *with, const struct layout_page *page)
{
    struct noting *n = with;
    const struct layout_start *start = &page->start;
    doc_pages_set(n->pages, page->index,
                  (struct doc_page){
                      .label = page->label,
                      .node = start->node,
                      .floating = start->floating,
                      .at = start->inside ? (uint32_t)start->at : DOC_BEFORE,
                      .aside = start->aside,
                  });
    if (n->sink)
        n->sink(n->to, page);
}

void
edition_lay_out_noting(const struct edition_job *job, struct style_sheet *sheet,
                       layout_sink *sink, void *to)
{
    struct noting n = {job->pages, sink, to};
    if (!job->pages) {
        edition_lay_out(job, sheet, sink, to);
        return;
    }
    job->pages->source = arena_str(
        job->pages->arena,
        conf_edition_identifier(job->run->arena, job->manifest, job->edition));
    edition_lay_out(job, sheet, note_page, &n);
    doc_pages_settle(job->pages, job->book->root);
}

struct doc_pages *
edition_twin_pages(const struct edition_job *job)
{
    const char *name = job->edition->pages_from;
    struct edition_job twin = *job;
    twin.output = NULL;
    twin.edition = name ? conf_edition_named(job->manifest, name) : NULL;
    if (!twin.edition || twin.edition->format != CONF_PDF)
        return NULL;
    struct style_sheet *sheet = edition_sheet(&twin);
    if (!sheet)
        return NULL;
    twin.pages = doc_pages_new();
    edition_lay_out_noting(&twin, sheet, NULL, NULL);
    style_free(sheet);
    return twin.pages;
}
