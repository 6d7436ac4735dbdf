/* SPDX-License-Identifier: MIT */
/* A printed cover as one page: the back, the spine and the front side by side.
 * Each is laid out as a page of its own, so that sizes in its styles follow
 * it, and the spine lying down, to be turned a quarter. */
#include "build_int.h"
#include "xform/xform.h"

enum part { BACK, SPINE, FRONT, PARTS };

struct wrap {
    const struct edition_job *job;
    const struct doc_node *pages[PARTS];
    int width, height, spine;
    const struct layout_page *laid[PARTS]; /* until its layout returns */
    layout_sink *sink;
    void *to;
};

/* The back goes on a little below the spine, and the spine below the front,
 * which are drawn later: else what is behind shows as a hair between them. */
static void
overlap(const struct wrap *w, struct layout_rect *rect, enum part part)
{
    enum { HAIR = STYLE_PT / 2 };
    bool leftwards = w->job->book->rtl;
    int left = w->width, right = w->width + w->spine;
    int from = (part == BACK) == leftwards ? right : left;
    int edge = leftwards ? rect->x : rect->x + rect->width;
    if (part == FRONT || rect->turned || rect->picture ||
        rect->height < w->height || edge != from)
        return;
    rect->x -= leftwards ? HAIR : 0;
    rect->width += HAIR;
}

static void
put(struct wrap *w, struct arena *a, struct layout_page *page, enum part part)
{
    bool first = (part == FRONT) == w->job->book->rtl;
    int x = part == SPINE ? w->width : first ? 0 : w->width + w->spine;
    int most = w->width + w->spine; /* cut at the spine, free outside */
    struct layout_box within = {x, -most, w->width, w->height + 2 * most};
    if (first)
        within = (struct layout_box){x - most, -most, w->width + most,
                                     w->height + 2 * most};
    else if (part != SPINE)
        within.width += most;
    size_t rects = page->rects.n;
    layout_lay_on(a, page, w->laid[part], x, 0, part == SPINE, within);
    for (size_t i = rects; i < page->rects.n; i++)
        overlap(w, &page->rects.at[i], part);
}

/* All three are at hand. */
static void
join(struct wrap *w)
{
    struct arena *a = arena_new();
    struct layout_page page = {.label = w->laid[FRONT]->label,
                               .right = true,
                               .ends = true,
                               .width = 2 * w->width + w->spine,
                               .height = w->height};
    for (int part = 0; part < PARTS; part++)
        if (w->laid[part])
            put(w, a, &page, (enum part)part);
    w->sink(w->to, &page);
    arena_free(a);
}

static void lay_out_part(struct wrap *w, enum part part);

static void
take_back(void *to, const struct layout_page *page)
{
    struct wrap *w = to;
    w->laid[BACK] = page;
    lay_out_part(w, SPINE);
}

static void
take_spine(void *to, const struct layout_page *page)
{
    struct wrap *w = to;
    w->laid[SPINE] = page;
    lay_out_part(w, FRONT);
}

static void
take_front(void *to, const struct layout_page *page)
{
    struct wrap *w = to;
    w->laid[FRONT] = page;
    join(w);
}

/* A page lives until its sink returns, so that each is laid out within the
 * sink of the one before. */
static void
lay_out_part(struct wrap *w, enum part part)
{
    static layout_sink *const takes[] = {take_back, take_spine, take_front};
    if (part == SPINE && w->spine < STYLE_PT) {
        lay_out_part(w, FRONT);
        return;
    }
    struct style_sheet *sheet = edition_sheet(w->job);
    if (!sheet)
        return;
    if (part == SPINE)
        style_set_page_size(sheet, w->height, w->spine);
    else
        style_set_page_size(sheet, w->width, w->height);
    edition_lay_out_single(w->job, sheet, w->pages[part], w->job->run->diag,
                           takes[part], w);
    style_free(sheet);
}

int
edition_spine(const struct edition_job *job, size_t pages)
{
    return (int)((pages + 1) / 2) * job->edition->paper;
}

void
edition_lay_out_wrap(const struct edition_job *job, int width, int height,
                     int spine, const char *identifier, layout_sink *sink,
                     void *to)
{
    struct doc_book book = *job->book;
    struct wrap w = {.job = job,
                     .width = width,
                     .height = height,
                     .spine = spine,
                     .sink = sink,
                     .to = to};
    w.pages[FRONT] = doc_cover_of(job->book);
    w.pages[BACK] = xform_back_cover(&book, identifier);
    w.pages[SPINE] = xform_spine(&book, spine >= WRAP_SPINE);
    if (w.pages[FRONT])
        lay_out_part(&w, BACK);
}
