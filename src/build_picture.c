/* SPDX-License-Identifier: MIT */
/* One picture of an edition instead of its pages: of its cover, or what stands
 * for it on social media. */
#include "build_png.h"
#include "xform/xform.h"

/* As covers of ebooks are (build_epub.c); pictures have 96 dots an inch, so
 * that a px of the stylesheet is one of theirs. */
enum { COVER_WIDTH = 1600, COVER_HEIGHT = 2560, PICTURE_DPI = 96 };

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

/* The size of its page: the edition's, or that of the stylesheet's page
 * “social”; of a cover the usual one. */
static void
set_size(const struct edition_job *job, struct style_sheet *sheet,
         const struct doc_node *page)
{
    struct style_page_query query = {.name = "social", .first = true};
    int width = COVER_WIDTH * STYLE_PX, height = COVER_HEIGHT * STYLE_PX;
    (void)page;
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
    const struct doc_node *page = page_of(job);
    if (!page)
        return;
    set_size(job, sheet, page);
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
    struct album m = {.job = job,
                      .dpi = job->edition->resolution ? job->edition->resolution
                                                      : PICTURE_DPI};
    edition_lay_out_picture(job, sheet, take_picture, &m);
    for (size_t i = 0; i < m.written.n; i++)
        output_rename(job, i, job->output->path);
    style_free(sheet);
}
