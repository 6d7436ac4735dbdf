/* SPDX-License-Identifier: MIT */
/* Made-up vertical lists for tests of page breaking. Heights are small numbers:
 * a line is 10 high, a page 100 unless said otherwise. */
#ifndef UNIT_VLIST_H
#define UNIT_VLIST_H

#include "unit.h"

#include "layout/page.h"

struct list {
    struct arena *a;
    struct flow flow;
    size_t notes; /* lines that marks asked for so far */
    size_t least;
    struct flow_frame *frame;
};

static inline struct list
list_new(void)
{
    struct list l = {.a = arena_new()};
    l.flow.line = 10;
    l.flow.note_gap = 10;
    return l;
}

static inline struct flow_item *
add(struct list *l, enum flow_kind kind, int height)
{
    struct flow_item *item = vec_add(l->a, &l->flow.items);
    *item = (struct flow_item){.kind = kind,
                               .height = height,
                               .frame = l->frame,
                               .float_end = l->flow.floats.n,
                               .note_end = l->notes,
                               .note_least = l->least};
    return item;
}

static inline void
penalty(struct list *l, int cost)
{
    add(l, FLOW_PENALTY, 0)->penalty = cost;
}

static inline void
lines(struct list *l, int n)
{
    for (int i = 0; i < n; i++) {
        if (i)
            penalty(l, i == 1 || i == n - 1 ? FLOW_COST_NEVER : 0);
        add(l, FLOW_BOX, 10);
    }
}

/* A mark whose note has so many lines stands in the next box. */
static inline void
note(struct list *l, int n)
{
    l->least = l->notes + (size_t)(n < 2 ? n : 2);
    for (int i = 0; i < n; i++) {
        struct flow_note *line = vec_add(l->a, &l->flow.notes);
        line->height = 10;
        line->together = i == 1 || (i && i == n - 1);
    }
    l->notes += (size_t)n;
}

static inline void
open_frame(struct list *l, int edge)
{
    struct flow_frame *frame = ARENA_NEW(l->a, struct flow_frame);
    *frame = (struct flow_frame){
        .parent = l->frame, .above = edge, .top = edge, .bottom = edge};
    l->frame = frame;
    add(l, FLOW_OPEN, edge);
}

static inline void
close_frame(struct list *l)
{
    add(l, FLOW_CLOSE, l->frame->bottom);
    l->frame = l->frame->parent;
}

static inline int
hundred(void *with, size_t n)
{
    (void)with, (void)n;
    return 100;
}

static inline bool
always(void *with, size_t n, int line)
{
    (void)with, (void)n, (void)line;
    return true;
}

static inline struct flow_page *
breaks(struct list *l, size_t *n)
{
    struct pages_options o = {.height = hundred, .recto = true};
    return pages_break(l->a, &l->flow, &o, n);
}

static inline size_t
boxes_on(const struct list *l, const struct flow_page *page)
{
    size_t boxes = 0;
    for (size_t i = page->first; i < page->end; i++)
        boxes += l->flow.items.at[i].kind == FLOW_BOX;
    return boxes;
}

/* What the page's items come to, frames that go on included. */
static inline int
height_of(const struct list *l, const struct flow_page *page)
{
    struct flow_cursor c;
    cursor_start(&c, &l->flow, page->first);
    for (size_t i = page->first; i < page->end; i++)
        cursor_add(&c, &l->flow.items.at[i]);
    int height = c.y;
    if (page->end < l->flow.items.n)
        height += frames_bottom(l->flow.items.at[page->end].frame);
    for (size_t i = page->first; i < page->end; i++)
        if (l->flow.items.at[i].to == FLOW_BOTTOM)
            height += l->flow.items.at[i].height;
    return height + notes_height(&l->flow, page->note_first, page->note_end);
}

#endif
