/* SPDX-License-Identifier: MIT */
/* Pictures behind boxes and pages (CSS Backgrounds and Borders Level 3,
 * clauses 2.6 to 2.9), as rectangles over the box's colour. */
#include "layout/page.h"

/* So often a picture is repeated across or down at most. */
enum { MOST_TILES = 200 };

struct tile {
    int width, height;
};

static int
in_proportion(int value, int by, int of)
{
    return of > 0 ? (int)((int64_t)value * by / of) : value;
}

/* As large as the picture is; a drawing without a size is as large as what it
 * stands behind. */
static struct tile
natural(const struct doc_asset *asset, int width, int height)
{
    struct tile t = {(int)(asset->width * STYLE_PX + 0.5),
                     (int)(asset->height * STYLE_PX + 0.5)};
    return t.width > 0 && t.height > 0 ? t : (struct tile){width, height};
}

static struct tile
tile_of(const struct style_backdrop *b, int width, int height)
{
    const struct style_length *length = b->size.length;
    struct tile own = natural(b->image->asset, width, height);
    if (b->size.fit != STYLE_FIT_AUTO) {
        bool by_height =
            ((int64_t)own.width * height > (int64_t)own.height * width) ==
            (b->size.fit == STYLE_FIT_COVER);
        if (by_height)
            return (struct tile){in_proportion(own.width, height, own.height),
                                 height};
        return (struct tile){width,
                             in_proportion(own.height, width, own.width)};
    }
    int w = flow_length(length[0], width, 0);
    int h = flow_length(length[1], height, 0);
    if (length[0].unit == STYLE_AUTO && length[1].unit == STYLE_AUTO)
        return own;
    if (length[0].unit == STYLE_AUTO)
        return (struct tile){in_proportion(own.width, h, own.height), h};
    if (length[1].unit == STYLE_AUTO)
        return (struct tile){w, in_proportion(own.height, w, own.width)};
    return (struct tile){w, h};
}

/* The first tile's place on an axis: where it goes on, at or before the edge.
 */
static int
first_tile(struct style_length at, bool repeats, int room, int size)
{
    int x = flow_length(at, room - size, 0);
    if (!repeats || size <= 0)
        return x;
    return x > 0 ? x % size - (x % size ? size : 0) : x;
}

static void
tell_tiny(struct layout *l, const struct style_image *image)
{
    diag_at(l->diag, image->at, DIAG_LIMIT_REACHED,
            "“%s” would be repeated more than %d times", image->shown,
            MOST_TILES);
    diag_hint(l->diag, "give it a larger background-size, or "
                       "background-repeat: no-repeat");
}

bool
backdrop_of(struct layout *l, const struct style_backdrop *b, int width,
            int height, struct layout_rect *rect)
{
    if (!b->image || !b->image->asset || width <= 0 || height <= 0)
        return false;
    struct tile tile = tile_of(b, width, height);
    if (tile.width <= 0 || tile.height <= 0)
        return false;
    if ((b->repeat[0] && width / tile.width > MOST_TILES) ||
        (b->repeat[1] && height / tile.height > MOST_TILES)) {
        tell_tiny(l, b->image);
        return false;
    }
    struct layout_picture *picture = ARENA_NEW(l->arena, struct layout_picture);
    *picture = (struct layout_picture){
        .asset = b->image->asset,
        .x = first_tile(b->position[0], b->repeat[0], width, tile.width),
        .y = first_tile(b->position[1], b->repeat[1], height, tile.height),
        .width = tile.width,
        .height = tile.height,
        .repeat = {b->repeat[0], b->repeat[1]}};
    *rect = (struct layout_rect){.mark = {.role = LAYOUT_ARTIFACT},
                                 .width = width,
                                 .height = height,
                                 .color = 0x000000FF,
                                 .line = STYLE_LINE_SOLID,
                                 .picture = picture};
    return true;
}
