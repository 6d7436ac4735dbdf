/* SPDX-License-Identifier: MIT */
/* What pages cost: how full they are, how they end, how they face. */
#include "layout/pages_int.h"

bool
page_is_recto(const struct page_breaker *b, size_t page)
{
    return b->o->recto == (page % 2 == 0);
}

/* What a page costs that falls short by so much: the square of the part that
 * is missing, 25 for one line of forty. */
static int64_t
short_cost(int left_over, int height)
{
    int64_t part = (int64_t)left_over * 1000 / (height > 0 ? height : 1);
    return part > 0 ? part * part / 25 : 0;
}

int64_t
page_cost(const struct page_breaker *b, const struct page_end *end,
          int left_over, int full)
{
    if (end->ends)
        return 0;
    int64_t cost = short_cost(left_over, full);
    if (end->depth == DEPTH_FREE)
        cost += PAGE_COST_HOLE;
    else if (end->depth > b->missing / 3)
        cost += (int64_t)PAGE_COST_SHORT * (end->depth - b->missing / 3);
    else if (end->depth < 0)
        cost += PAGE_COST_LONG;
    else if (end->footed)
        cost += short_cost(end->depth * b->flow->line, full);
    int gap = left_over / b->flow->line - 1; /* above what is at the foot */
    if (end->footed && gap > 0)
        cost += (int64_t)PAGE_COST_GAP * gap;
    return cost;
}

/* A last page of a few lines looks like a mistake. */
static int64_t
last_cost(const struct flow *flow, int used, size_t page)
{
    int64_t few = 5 - used / flow->line, some = few + 5;
    if (page == 0 || some <= 0)
        return 0;
    return some * some * 10 + (few > 0 ? few * few * 120 : 0);
}

int64_t
page_cost_after(const struct page_breaker *b, const struct page_way *way,
                const struct page_end *end)
{
    if (end->ends)
        return last_cost(b->flow, end->used, way->pages);
    if (way->foot == DEPTH_FREE || end->depth == DEPTH_FREE)
        return 0;
    int apart = way->foot - end->depth;
    apart = apart < 0 ? -apart : apart;
    return apart ? PAGE_COST_UNLEVEL + PAGE_COST_APART * apart : 0;
}
