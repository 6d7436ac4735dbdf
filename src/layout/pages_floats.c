/* SPDX-License-Identifier: MIT */
/* Floats on pages: on which side of its page each stands, which wait for the
 * next page. A float stands on the page of its place in the text or on the
 * next one, not before its section's heading and not behind its section's end;
 * floats keep their order. */
#include "layout/pages_int.h"

enum {
    COST_WAITS = 60, /* on the next page */
    COST_HERE = 400, /* in the text, although it floats */
    MOST_PARTS = 70  /* of a page, in a hundred, that floats may have */
};

static bool
is_heading(const struct flow_item *item)
{
    const struct doc_node *node = item->box ? item->box->node : NULL;
    return node && (node->kind == DOC_HEADING || node->kind == DOC_TITLE);
}

void
page_find_sections(struct page_breaker *b)
{
    size_t heading = SIZE_MAX, last = 0, open = 0;
    for (size_t i = 0; i <= b->n && b->flow->floats.n; i++) {
        const struct flow_item *item = &b->items.at[i];
        bool ends = page_ends_list(b, i);
        for (; (ends || is_heading(item)) && open < item->float_end; open++) {
            b->flow->floats.at[open]->section_end = i;
            b->flow->floats.at[open]->last = last;
        }
        if (ends || is_heading(item))
            heading = ends ? SIZE_MAX : i;
        last = item->kind == FLOW_BOX ? i : last;
        if (item->kind != FLOW_FLOAT)
            continue;
        struct flow_float *f = item->floating;
        f->item = i;
        f->section = heading;
        f->follows = i > 1 && item[-2].kind == FLOW_FLOAT;
        size_t next = i + 1;
        while (b->items.at[next].kind == FLOW_PENALTY)
            next++;
        if (b->items.at[next].kind == FLOW_GLUE)
            f->space = b->items.at[next].height;
    }
}

/* Whether a few boxes at most are between two items. */
static bool
is_near(const struct page_breaker *b, size_t from, size_t to)
{
    enum { FEW = 3 };
    int boxes = 0;
    for (size_t i = from; i < to && boxes <= FEW; i++)
        boxes += b->items.at[i].kind == FLOW_BOX;
    return boxes <= FEW;
}

enum flow_side
page_float_side(const struct page_breaker *b, const struct flow_float *f,
                size_t from, size_t at)
{
    bool goes_on = !page_ends_list(b, at) && f->section_end > at;
    bool in_section = f->section == SIZE_MAX || f->section < from;
    bool snaps = f->want == STYLE_FLOAT_SNAP;
    if (f->item < from)
        return goes_on && f->want == STYLE_FLOAT_BOTTOM ? FLOW_BOTTOM
                                                        : FLOW_TOP;
    if (in_section &&
        (f->want == STYLE_FLOAT_TOP || (snaps && is_near(b, from, f->item))))
        return FLOW_TOP;
    if (goes_on &&
        (f->want == STYLE_FLOAT_BOTTOM || (snaps && is_near(b, f->item, at))))
        return FLOW_BOTTOM;
    return FLOW_HERE;
}

/* What the next page has at least: up to the first break behind `at`. */
static int
least_behind(const struct page_breaker *b, size_t at)
{
    struct flow_cursor c;
    cursor_after(&c, &b->items.at[at]);
    size_t i = at + 1;
    for (; !page_ends_list(b, i) && b->items.at[i].kind != FLOW_PENALTY; i++)
        cursor_add(&c, &b->items.at[i]);
    return c.y + frames_bottom(b->items.at[i].frame);
}

bool
page_with_floats(const struct page_breaker *b, struct page_floats *p)
{
    const struct flow *flow = b->flow;
    size_t from = page_in_list(b, p->from), at = p->at;
    bool ends = page_ends_list(b, at);
    at = page_in_list(b, at);
    p->height = p->foot = 0;
    p->cost = 0;
    for (size_t i = p->first; i < p->end; i++) {
        const struct flow_float *f = flow->floats.at[i];
        enum flow_side side = page_float_side(b, f, from, at);
        int height = float_height(flow, f, side);
        p->height += height;
        p->foot += side == FLOW_BOTTOM ? height : 0;
        p->cost +=
            side == FLOW_HERE && f->want != STYLE_FLOAT_SNAP ? COST_HERE : 0;
    }
    int waiting = 0;
    for (size_t i = p->end; i < p->seen; i++) {
        const struct flow_float *f = flow->floats.at[i];
        if (ends || f->section_end <= at || f->last <= at)
            return false;
        waiting += float_height(flow, f, FLOW_TOP);
        p->cost += COST_WAITS;
    }
    int most = (int)((int64_t)p->room * MOST_PARTS / 100);
    if (waiting > most || (p->height > most && p->end != p->begun))
        return false;
    return !waiting || waiting + least_behind(b, p->at) <= p->room;
}
