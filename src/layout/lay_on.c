/* SPDX-License-Identifier: MIT */
/* A page laid on another: what makes a printed cover of a front, a back and a
 * spine. */
#include "layout/layout.h"

/* What of the picture lies within the box. A turned one is left as it is. */
static void
crop(struct layout_image *image, struct layout_box within)
{
    struct layout_crop seen = {0, 0, image->width, image->height};
    if (image->crop.width)
        seen = image->crop;
    int left = within.x - image->x, top = within.y - image->y;
    int right = left + within.width, foot = top + within.height;
    bool whole = seen.x >= left && seen.y >= top &&
                 seen.x + seen.width <= right && seen.y + seen.height <= foot;
    if (whole)
        return;
    if (seen.x + seen.width < right)
        right = seen.x + seen.width;
    if (seen.y + seen.height < foot)
        foot = seen.y + seen.height;
    left = seen.x > left ? seen.x : left;
    top = seen.y > top ? seen.y : top;
    if (right > left && foot > top)
        image->crop = (struct layout_crop){left, top, right - left, foot - top};
    else
        image->width = 0;
}

static const struct layout_mark artifact = {.role = LAYOUT_ARTIFACT};

/* A plain rectangle is turned by its numbers, so that it is like any other. */
static void
turn_rect(struct layout_rect *rect, const struct layout_page *page, int x,
          int y)
{
    struct layout_rect flat = *rect;
    static const int from[4] = {3, 0, 1, 2};
    rect->x = x + page->height - flat.y - flat.height;
    rect->y = y + flat.x;
    rect->width = flat.height;
    rect->height = flat.width;
    for (int i = 0; i < 4; i++) {
        rect->radius[i] = flat.radius[from[i]];
        rect->ring[i] = flat.ring[from[i]];
    }
}

void
layout_lay_on(struct arena *a, struct layout_page *onto,
              const struct layout_page *page, int x, int y, bool turned,
              struct layout_box within)
{
    int dx = turned ? 0 : x, dy = turned ? 0 : y;
    if (turned) {
        onto->turn_x = x + page->height;
        onto->turn_y = y;
    }
    for (size_t i = 0; i < page->rects.n; i++) {
        struct layout_rect *rect = vec_add(a, &onto->rects);
        *rect = page->rects.at[i];
        rect->mark = artifact;
        rect->turned = turned && rect->picture;
        if (turned && !rect->picture)
            turn_rect(rect, page, x, y);
        rect->x += turned ? 0 : dx;
        rect->y += turned ? 0 : dy;
    }
    for (size_t i = 0; i < page->images.n; i++) {
        struct layout_image *image = vec_add(a, &onto->images);
        *image = page->images.at[i];
        image->mark = artifact;
        image->turned = turned;
        image->x += dx;
        image->y += dy;
        if (!turned)
            crop(image, within);
    }
    for (size_t i = 0; i < page->runs.n; i++) {
        struct layout_run *run = vec_add(a, &onto->runs);
        *run = page->runs.at[i];
        run->mark = artifact;
        run->turned = turned;
        run->x += dx;
        run->y += dy;
    }
}
