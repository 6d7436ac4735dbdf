/* SPDX-License-Identifier: MIT */
/* Round corners (CSS Backgrounds and Borders Level 3, clause 5). */
#include <string.h>

#include "layout/flow.h"

/* The two sides that meet in each corner, from top left clockwise. */
static const enum style_side meet[4][2] = {{STYLE_TOP, STYLE_LEFT},
                                           {STYLE_TOP, STYLE_RIGHT},
                                           {STYLE_BOTTOM, STYLE_RIGHT},
                                           {STYLE_BOTTOM, STYLE_LEFT}};

/* Corners that would overlap are made smaller together (clause 5.5). */
static void
fit(int radius[4], int width, int height)
{
    const int sums[4] = {radius[0] + radius[1], radius[1] + radius[2],
                         radius[2] + radius[3], radius[3] + radius[0]};
    int64_t room = 1, sum = 1;
    for (int i = 0; i < 4; i++) {
        int64_t side = i % 2 ? height : width;
        if (sums[i] > side && side * sum < room * sums[i]) {
            room = side > 0 ? side : 0;
            sum = sums[i];
        }
    }
    for (int i = 0; i < 4; i++)
        radius[i] = (int)(radius[i] * room / sum);
}

bool
corners_of(const struct style *style, int width, int height, const bool ends[4],
           int radius[4])
{
    bool any = false;
    for (int i = 0; i < 4; i++) {
        bool here = ends[meet[i][0]] && ends[meet[i][1]];
        radius[i] = here ? flow_length(style->radius[i], width, 0) : 0;
        any |= radius[i] > 0;
    }
    if (any)
        fit(radius, width, height);
    return any;
}

bool
corners_ring(const struct style *style, const bool ends[4],
             struct layout_rect *rect)
{
    uint32_t color = 0;
    for (int side = 0; side < 4; side++) {
        const struct style_border *b = &style->border[side];
        if (!b->width || b->line == STYLE_LINE_NONE)
            continue;
        if (b->line != STYLE_LINE_SOLID || (color && b->color != color))
            return false;
        color = b->color;
    }
    if (!(color & 0xFF) ||
        !corners_of(style, rect->width, rect->height, ends, rect->radius))
        return false;
    rect->color = color;
    rect->line = STYLE_LINE_SOLID;
    for (int side = 0; side < 4; side++)
        rect->ring[side] = ends[side] ? style->border[side].width : 0;
    return true;
}
