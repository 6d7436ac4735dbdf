/* SPDX-License-Identifier: MIT */
/* One picture of an edition instead of its pages: of its cover, or what stands
 * for it on social media. */
#include "build_png.h"
#include "xform/xform.h"

/* As covers of ebooks are (build_epub.c); pictures have 96 dots an inch, so
 * that a px of the stylesheet is one of theirs. */
enum {
    COVER_WIDTH = 1600,
    COVER_HEIGHT = 2560,
    PICTURE_DPI = 96,
    PAPER_DPI = 144
};

static const struct doc_node *
page_of(const struct edition_job *job)
{
    struct doc_book book = *job->book;
    if (job->edition->picture == CONF_PICTURE_SOCIAL)
        return xform_social(&book);
    doc_each_child (division, book.root)
        if (division->kind == DOC_COVER)
            return division;
    return NULL;
}

static void
count_page(void *to, const struct layout_page *page)
{
    size_t *pages = to;
    (void)page;
    ++*pages;
}

/* The outside of the printed book, whose pages are counted first. */
static void
lay_out_wrap(const struct edition_job *job, struct style_sheet *sheet,
             layout_sink *sink, void *to)
{
    struct conf_edition inside = *job->edition;
    struct edition_job counting = *job;
    size_t pages = 0;
    inside.cover = false;
    counting.edition = &inside;
    edition_lay_out(&counting, sheet, count_page, &pages);
    const struct style_page *page =
        style_page_of(sheet, (struct style_page_query){0});
    const char *identifier = job->edition->identifier
                                 ? job->edition->identifier
                                 : job->manifest->identifier;
    edition_lay_out_wrap(job, page->width, page->height,
                         edition_spine(job, pages), identifier, sink, to);
}

/* The size of its page: the edition's, or that of the stylesheet's page
 * “social”; of a cover the usual one. */
static void
set_size(const struct edition_job *job, struct style_sheet *sheet)
{
    struct style_page_query query = {.name = "social", .first = true};
    int width = COVER_WIDTH * STYLE_PX, height = COVER_HEIGHT * STYLE_PX;
    if (job->edition->page.width)
        return;
    if (job->edition->picture == CONF_PICTURE_SOCIAL) {
        const struct style_page *social = style_page_of(sheet, query);
        width = social->width;
        height = social->height;
    }
    style_set_page_size(sheet, width, height);
}

void
edition_lay_out_picture(const struct edition_job *job,
                        struct style_sheet *sheet, layout_sink *sink, void *to)
{
    if (job->edition->picture == CONF_PICTURE_WRAP) {
        lay_out_wrap(job, sheet, sink, to);
        return;
    }
    const struct doc_node *page = page_of(job);
    if (!page)
        return;
    set_size(job, sheet);
    edition_lay_out_single(job, sheet, page, job->run->diag, sink, to);
}

static void
take_picture(void *to, const struct layout_page *page)
{
    struct album *m = to;
    png_take(m, page);
}

void
make_picture(const struct edition_job *job)
{
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return;
    int usual =
        job->edition->picture == CONF_PICTURE_WRAP ? PAPER_DPI : PICTURE_DPI;
    struct album m = {.job = job,
                      .dpi = job->edition->resolution ? job->edition->resolution
                                                      : usual};
    edition_lay_out_picture(job, sheet, take_picture, &m);
    for (size_t i = 0; i < m.written.n; i++)
        output_rename(job, i, job->output->path);
    style_free(sheet);
}
