/* SPDX-License-Identifier: MIT */
/* Pages for a print shop: what reaches the trimmed edge goes on beyond it, so
 * that no white shows where the knife is off by a hair, and outside of that
 * stand lines that say where to cut (CSS Paged Media Level 3, clause 7). */
#include "layout/layout.h"

#include <string.h>

enum {
    NEAR = STYLE_PT / 4, /* what ends so near to the edge reaches it */
    GAP = 3 * STYLE_PT,  /* between bleed and marks, marks and media */
    LENGTH = LAYOUT_MARK_ROOM - 2 * GAP,
    THICK = STYLE_PT / 4
};

/* The sides of a box, by enum style_side. */
struct sides {
    int at[4];
};

struct bleeding {
    struct arena *a;
    const struct layout_page *page;
    const struct layout_bleed *how;
    struct sides trim, edge; /* of the page as it came, and of its bleed */
    int room;                /* that is added at each side */
};

static struct sides
sides_of(int x, int y, int width, int height)
{
    struct sides s;
    s.at[STYLE_TOP] = y;
    s.at[STYLE_RIGHT] = x + width;
    s.at[STYLE_BOTTOM] = y + height;
    s.at[STYLE_LEFT] = x;
    return s;
}

static bool
is_far(int side)
{
    return side == STYLE_RIGHT || side == STYLE_BOTTOM;
}

/* Whether what ends there reaches a side or goes beyond it. */
static bool
reaches(int end, int side, int to)
{
    return is_far(side) ? end >= to - NEAR : end <= to + NEAR;
}

static int
inner(int side, int a, int b)
{
    return (a < b) == is_far(side) ? a : b;
}

/* As what is turned sees them (struct layout_page). */
static struct sides
turned_sides(const struct layout_page *page, struct sides s)
{
    struct sides t;
    t.at[STYLE_LEFT] = s.at[STYLE_TOP] - page->turn_y;
    t.at[STYLE_RIGHT] = s.at[STYLE_BOTTOM] - page->turn_y;
    t.at[STYLE_TOP] = page->turn_x - s.at[STYLE_RIGHT];
    t.at[STYLE_BOTTOM] = page->turn_x - s.at[STYLE_LEFT];
    return t;
}

/* What is seen of something that is seen there so far: as far as the bleed
 * where it reaches the edge, and never farther. */
static struct sides
extend(const struct bleeding *b, struct sides seen, bool turned)
{
    struct sides trim = b->trim, edge = b->edge;
    if (turned) {
        trim = turned_sides(b->page, trim);
        edge = turned_sides(b->page, edge);
    }
    for (int side = 0; side < 4; side++)
        seen.at[side] = reaches(seen.at[side], side, trim.at[side])
                            ? edge.at[side]
                            : inner(side, seen.at[side], edge.at[side]);
    return seen;
}

static int
scaled(int at, int middle, int64_t by, int64_t of)
{
    int64_t far = (int64_t)(at - middle) * by;
    return middle +
           (int)(far < 0 ? -((-far + of - 1) / of) : (far + of - 1) / of);
}

/* Enlarges a picture about the middle of what was seen of it, as little as
 * lets it reach the sides that it reached before; `free`: axes (0: across) in
 * which it need not, as it repeats. */
static struct sides
cover(struct sides picture, struct sides seen, struct sides now,
      const bool free[2])
{
    int middle[2] = {(seen.at[STYLE_LEFT] + seen.at[STYLE_RIGHT]) / 2,
                     (seen.at[STYLE_TOP] + seen.at[STYLE_BOTTOM]) / 2};
    int64_t by = 1, of = 1;
    for (int side = 0; side < 4; side++) {
        int axis = side == STYLE_TOP || side == STYLE_BOTTOM;
        int64_t needed = now.at[side] - middle[axis];
        int64_t there = picture.at[side] - middle[axis];
        if (free[axis] || !there || !needed || (there < 0) != (needed < 0) ||
            !reaches(picture.at[side], side, seen.at[side]))
            continue;
        if (there < 0) {
            needed = -needed;
            there = -there;
        }
        if (needed * of > by * there) {
            by = needed;
            of = there;
        }
    }
    for (int side = 0; side < 4 && by > of; side++) {
        int axis = side == STYLE_TOP || side == STYLE_BOTTOM;
        picture.at[side] = scaled(picture.at[side], middle[axis], by, of);
    }
    return picture;
}

/* --- rectangles --- */

/* Tiles that go on to the right and down begin before the rectangle does. */
static int
first_tile(int at, int size, bool repeat)
{
    while (repeat && at > 0 && size > 0)
        at -= size;
    return at;
}

static void
extend_picture(const struct bleeding *b, struct layout_rect *rect,
               struct sides seen, struct sides now)
{
    struct layout_picture *p = ARENA_NEW(b->a, struct layout_picture);
    *p = *rect->picture;
    int x = seen.at[STYLE_LEFT] + p->x, y = seen.at[STYLE_TOP] + p->y;
    struct sides at =
        cover(sides_of(x, y, p->width, p->height), seen, now, p->repeat);
    p->width = at.at[STYLE_RIGHT] - at.at[STYLE_LEFT];
    p->height = at.at[STYLE_BOTTOM] - at.at[STYLE_TOP];
    p->x = first_tile(at.at[STYLE_LEFT] - now.at[STYLE_LEFT], p->width,
                      p->repeat[0]);
    p->y = first_tile(at.at[STYLE_TOP] - now.at[STYLE_TOP], p->height,
                      p->repeat[1]);
    rect->picture = p;
}

/* Whether it is a plain area: lines and what is round end where they end. */
static bool
is_plain(const struct layout_rect *rect)
{
    for (int i = 0; i < 4; i++)
        if (rect->radius[i] || rect->ring[i])
            return false;
    return rect->line == STYLE_LINE_SOLID || rect->picture;
}

static void
extend_rect(const struct bleeding *b, struct layout_rect *rect)
{
    struct sides seen = sides_of(rect->x, rect->y, rect->width, rect->height);
    if (!is_plain(rect) || rect->width <= 0 || rect->height <= 0)
        return;
    struct sides now = extend(b, seen, rect->turned);
    if (rect->picture)
        extend_picture(b, rect, seen, now);
    rect->x = now.at[STYLE_LEFT];
    rect->y = now.at[STYLE_TOP];
    rect->width = now.at[STYLE_RIGHT] - rect->x;
    rect->height = now.at[STYLE_BOTTOM] - rect->y;
}

/* --- images --- */

static void
extend_image(const struct bleeding *b, struct layout_image *image)
{
    static const bool free[2] = {false, false};
    struct layout_crop crop = {0, 0, image->width, image->height};
    if (image->width <= 0 || image->height <= 0)
        return;
    if (image->crop.width)
        crop = image->crop;
    struct sides seen =
        sides_of(image->x + crop.x, image->y + crop.y, crop.width, crop.height);
    struct sides now = extend(b, seen, image->turned);
    if (memcmp(&now, &seen, sizeof now) == 0)
        return;
    struct sides at =
        cover(sides_of(image->x, image->y, image->width, image->height), seen,
              now, free);
    image->x = at.at[STYLE_LEFT];
    image->y = at.at[STYLE_TOP];
    image->width = at.at[STYLE_RIGHT] - image->x;
    image->height = at.at[STYLE_BOTTOM] - image->y;
    image->crop = (struct layout_crop){
        now.at[STYLE_LEFT] - image->x, now.at[STYLE_TOP] - image->y,
        now.at[STYLE_RIGHT] - now.at[STYLE_LEFT],
        now.at[STYLE_BOTTOM] - now.at[STYLE_TOP]};
}

/* --- marks --- */

static void
add_mark(const struct bleeding *b, struct layout_page *out, int x, int y,
         int width, int height)
{
    *vec_add(b->a, &out->rects) =
        (struct layout_rect){.mark = {.role = LAYOUT_PRINTER},
                             .x = x,
                             .y = y,
                             .width = width,
                             .height = height,
                             .color = LAYOUT_REGISTRATION,
                             .line = STYLE_LINE_SOLID};
}

/* Lines at the head and the foot, in line with what is so far from the left of
 * the trimmed page. */
static void
mark_upright(const struct bleeding *b, struct layout_page *out, int x)
{
    int left = out->trim.x + x - THICK / 2;
    add_mark(b, out, left, GAP, THICK, LENGTH);
    add_mark(b, out, left, out->height - GAP - LENGTH, THICK, LENGTH);
}

static void
mark_flat(const struct bleeding *b, struct layout_page *out, int y)
{
    int top = out->trim.y + y - THICK / 2;
    add_mark(b, out, GAP, top, LENGTH, THICK);
    add_mark(b, out, out->width - GAP - LENGTH, top, LENGTH, THICK);
}

/* A cross in the middle of a side. */
static void
mark_cross(const struct bleeding *b, struct layout_page *out, int x, int y)
{
    int half = LENGTH / 2;
    add_mark(b, out, x - half, y - THICK / 2, LENGTH, THICK);
    add_mark(b, out, x - THICK / 2, y - half, THICK, LENGTH);
}

static void
add_marks(const struct bleeding *b, struct layout_page *out)
{
    const struct layout_bleed *how = b->how;
    if (how->marks & STYLE_MARK_CROP) {
        mark_upright(b, out, 0);
        mark_upright(b, out, out->trim.width);
        mark_flat(b, out, 0);
        mark_flat(b, out, out->trim.height);
        for (int i = 0; i < 2 && how->fold[1] > 0; i++)
            mark_upright(b, out, how->fold[i]);
    }
    int in = GAP + LENGTH / 2;
    if (how->marks & STYLE_MARK_CROSS) {
        int middle = how->fold[1] > 0 ? out->width / 4 : out->width / 2;
        mark_cross(b, out, middle, in);
        mark_cross(b, out, middle, out->height - in);
        mark_cross(b, out, in, out->height / 2);
        mark_cross(b, out, out->width - in, out->height / 2);
    }
}

/* --- the page --- */

static void
copy_all(const struct bleeding *b, struct layout_page *out)
{
    const struct layout_page *page = b->page;
    int by = b->room;
    for (size_t i = 0; i < page->rects.n; i++) {
        struct layout_rect *rect = vec_add(b->a, &out->rects);
        *rect = page->rects.at[i];
        extend_rect(b, rect);
        rect->x += rect->turned ? 0 : by;
        rect->y += rect->turned ? 0 : by;
    }
    for (size_t i = 0; i < page->images.n; i++) {
        struct layout_image *image = vec_add(b->a, &out->images);
        *image = page->images.at[i];
        extend_image(b, image);
        image->x += image->turned ? 0 : by;
        image->y += image->turned ? 0 : by;
    }
    for (size_t i = 0; i < page->runs.n; i++) {
        struct layout_run *run = vec_add(b->a, &out->runs);
        *run = page->runs.at[i];
        run->x += run->turned ? 0 : by;
        run->y += run->turned ? 0 : by;
    }
    for (size_t i = 0; i < page->links.n; i++) {
        struct layout_link *link = vec_add(b->a, &out->links);
        *link = page->links.at[i];
        link->x += by;
        link->y += by;
    }
    for (size_t i = 0; i < page->anchors.n; i++) {
        struct layout_anchor *anchor = vec_add(b->a, &out->anchors);
        *anchor = page->anchors.at[i];
        anchor->x += by;
        anchor->y += by;
    }
}

void
layout_bleed(struct arena *a, const struct layout_page *page,
             const struct layout_bleed *how, struct layout_page *out)
{
    struct bleeding b = {.a = a,
                         .page = page,
                         .how = how,
                         .room =
                             how->bleed + (how->marks ? LAYOUT_MARK_ROOM : 0)};
    b.trim = sides_of(0, 0, page->width, page->height);
    b.edge = sides_of(-how->bleed, -how->bleed, page->width + 2 * how->bleed,
                      page->height + 2 * how->bleed);
    *out = (struct layout_page){
        .index = page->index,
        .label = page->label,
        .right = page->right,
        .blank = page->blank,
        .ends = page->ends,
        .width = page->width + 2 * b.room,
        .height = page->height + 2 * b.room,
        .turn_x = page->turn_x + b.room,
        .turn_y = page->turn_y + b.room,
        .notes = page->notes ? page->notes + b.room : 0,
        .start = page->start,
        .trim = {b.room, b.room, page->width, page->height},
        .bleed = how->bleed};
    copy_all(&b, out);
    add_marks(&b, out);
}
