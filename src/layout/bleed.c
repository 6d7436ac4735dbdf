/* SPDX-License-Identifier: MIT */
/* Pages as print shops want them: with an edge to be cut off, onto which
 * colours and pictures go on, so that no cut leaves a white line. */
#include "layout/layout.h"

enum {
    NEAR = STYLE_PT / 2,       /* what reaches so far reaches the edge */
    MARK = 14 * STYLE_PT,      /* how long crop marks are … */
    MARK_GAP = 3 * STYLE_PT,   /* … how far from the bleed … */
    MARK_WIDTH = STYLE_PT / 4, /* … and how thick */
    MARK_COLOR = 0x000000ff
};

/* A stretch along one direction of the page. */
struct stretch {
    int at, length;
};

/* What reaches either end of the page is made to reach the bleed's. */
static struct stretch
stretched(struct stretch s, int page, int bleed)
{
    int end = s.at + s.length;
    int from = s.at <= NEAR && s.at > -bleed ? -bleed : s.at;
    int to = end >= page - NEAR && end < page + bleed ? page + bleed : end;
    return (struct stretch){from, to - from};
}

static bool
is_plain(const struct layout_rect *r)
{
    return r->line == STYLE_LINE_SOLID && !r->turned && !r->ring[0] &&
           !r->ring[1] && !r->ring[2] && !r->ring[3] && !r->radius[0] &&
           !r->radius[1] && !r->radius[2] && !r->radius[3];
}

/* The first tile stays where it is on the page, but for one that fills its
 * rectangle, which grows with it. */
static void
move_picture(struct arena *a, struct layout_rect *to,
             const struct layout_rect *from)
{
    struct layout_picture *p = ARENA_NEW(a, struct layout_picture);
    *p = *from->picture;
    p->x += from->x - to->x;
    p->y += from->y - to->y;
    if (!p->repeat[0] && !p->repeat[1] && from->picture->width >= from->width &&
        from->picture->height >= from->height) {
        int64_t wider = (int64_t)to->width * 1000000 / p->width + 1;
        int64_t higher = (int64_t)to->height * 1000000 / p->height + 1;
        int64_t scale = wider > higher ? wider : higher;
        if (p->x > 0 || p->y > 0 || p->x + p->width < to->width ||
            p->y + p->height < to->height) {
            scale = scale > 1000000 ? scale : 1000000;
            p->width = (int)(p->width * scale / 1000000);
            p->height = (int)(p->height * scale / 1000000);
            p->x = (to->width - p->width) / 2;
            p->y = (to->height - p->height) / 2;
        }
    }
    to->picture = p;
}

static void
extend_rect(struct arena *a, struct layout_rect *rect,
            const struct layout_page *page, int bleed)
{
    struct layout_rect from = *rect;
    if (!is_plain(rect))
        return;
    struct stretch x =
        stretched((struct stretch){rect->x, rect->width}, page->width, bleed);
    struct stretch y =
        stretched((struct stretch){rect->y, rect->height}, page->height, bleed);
    rect->x = x.at;
    rect->width = x.length;
    rect->y = y.at;
    rect->height = y.length;
    if (rect->picture)
        move_picture(a, rect, &from);
}

/* A picture grows in both directions alike; what that makes too much is cut
 * off. One that is cut off already shows what it has. */
static void
extend_image(struct layout_image *image, const struct layout_page *page,
             int bleed)
{
    struct layout_crop seen = {0, 0, image->width, image->height};
    if (image->crop.width)
        seen = image->crop;
    if (image->turned || seen.width <= 0 || seen.height <= 0)
        return;
    struct stretch x = stretched(
        (struct stretch){image->x + seen.x, seen.width}, page->width, bleed);
    struct stretch y = stretched(
        (struct stretch){image->y + seen.y, seen.height}, page->height, bleed);
    if (x.length == seen.width && y.length == seen.height)
        return;
    int left = x.at - image->x, top = y.at - image->y;
    bool enough = left >= 0 && top >= 0 && left + x.length <= image->width &&
                  top + y.length <= image->height;
    if (!enough) {
        double wider = (double)x.length / seen.width;
        double higher = (double)y.length / seen.height;
        double scale = wider > higher ? wider : higher;
        int middle_x = x.at + x.length / 2, middle_y = y.at + y.length / 2;
        double from_x = seen.x + seen.width / 2.0;
        double from_y = seen.y + seen.height / 2.0;
        image->x = middle_x - (int)(from_x * scale);
        image->y = middle_y - (int)(from_y * scale);
        image->width = (int)(image->width * scale) + 1;
        image->height = (int)(image->height * scale) + 1;
        left = x.at - image->x;
        top = y.at - image->y;
    }
    image->crop = (struct layout_crop){left, top, x.length, y.length};
}

static void
add_mark(struct arena *a, struct layout_page *page, int x, int y, bool across)
{
    *vec_add(a, &page->rects) =
        (struct layout_rect){.mark = {.role = LAYOUT_ARTIFACT},
                             .x = across ? x : x - MARK_WIDTH / 2,
                             .y = across ? y - MARK_WIDTH / 2 : y,
                             .width = across ? MARK : MARK_WIDTH,
                             .height = across ? MARK_WIDTH : MARK,
                             .color = MARK_COLOR,
                             .line = STYLE_LINE_SOLID};
}

/* Two at each corner, on the lines along which the page is cut. */
static void
add_marks(struct arena *a, struct layout_page *page, int edge)
{
    const int columns[] = {edge, page->width - edge};
    const int rows[] = {edge, page->height - edge};
    const int beside[] = {0, page->width - MARK};
    const int above[] = {0, page->height - MARK};
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++) {
            add_mark(a, page, beside[i], rows[k], true);
            add_mark(a, page, columns[i], above[k], false);
        }
}

#define MOVE(at, n, edge)                                                      \
    for (size_t i = 0; i < (n); i++) {                                         \
        (at)[i].x += (edge);                                                   \
        (at)[i].y += (edge);                                                   \
    }

static void
copy(struct arena *a, struct layout_page *to, const struct layout_page *page)
{
    *to = *page;
    to->rects.at = NULL;
    to->images.at = NULL;
    to->runs.at = NULL;
    to->links.at = NULL;
    to->anchors.at = NULL;
    to->rects.n = to->images.n = to->runs.n = to->links.n = to->anchors.n = 0;
    to->rects.room = to->images.room = to->runs.room = 0;
    to->links.room = to->anchors.room = 0;
    for (size_t i = 0; i < page->rects.n; i++)
        *vec_add(a, &to->rects) = page->rects.at[i];
    for (size_t i = 0; i < page->images.n; i++)
        *vec_add(a, &to->images) = page->images.at[i];
    for (size_t i = 0; i < page->runs.n; i++)
        *vec_add(a, &to->runs) = page->runs.at[i];
    for (size_t i = 0; i < page->links.n; i++)
        *vec_add(a, &to->links) = page->links.at[i];
    for (size_t i = 0; i < page->anchors.n; i++)
        *vec_add(a, &to->anchors) = page->anchors.at[i];
}

/* What is turned stands on a page of its own, and moves with its corner. */
static void
move(struct layout_page *page, int edge)
{
    page->turn_x += edge;
    page->turn_y += edge;
    MOVE(page->links.at, page->links.n, edge)
    MOVE(page->anchors.at, page->anchors.n, edge)
    for (size_t i = 0; i < page->rects.n; i++)
        if (!page->rects.at[i].turned) {
            page->rects.at[i].x += edge;
            page->rects.at[i].y += edge;
        }
    for (size_t i = 0; i < page->images.n; i++)
        if (!page->images.at[i].turned) {
            page->images.at[i].x += edge;
            page->images.at[i].y += edge;
        }
    for (size_t i = 0; i < page->runs.n; i++)
        if (!page->runs.at[i].turned) {
            page->runs.at[i].x += edge;
            page->runs.at[i].y += edge;
        }
    if (page->notes)
        page->notes += edge;
}

struct layout_page
layout_bleed(struct arena *a, const struct layout_page *page, int bleed,
             bool marks)
{
    struct layout_page to;
    int edge = bleed + (marks ? MARK_GAP + MARK : 0);
    copy(a, &to, page);
    for (size_t i = 0; i < to.rects.n && bleed; i++)
        extend_rect(a, &to.rects.at[i], page, bleed);
    for (size_t i = 0; i < to.images.n && bleed; i++)
        extend_image(&to.images.at[i], page, bleed);
    move(&to, edge);
    to.width += 2 * edge;
    to.height += 2 * edge;
    to.trim = (struct layout_trim){edge, bleed};
    if (marks)
        add_marks(a, &to, edge);
    return to;
}
