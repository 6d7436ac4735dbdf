/* SPDX-License-Identifier: MIT */
/* Columns: a division's list is broken at the width of a column, and each page
 * takes several in a row. Those of the last page are made equally high. */
#include "layout/columns.h"

enum {
    LEAST_EMS = 8,  /* of a column's width */
    LEAST_LINES = 4 /* of columns below what goes over them */
};

/* The first child that does not go over all columns. */
static const struct doc_node *
first_in_column(struct layout *l, const struct doc_node *division,
                const struct style *style)
{
    const struct doc_node *n = division->first;
    while (n && style_of(l->sheet, n, style)->column_span)
        n = n->next;
    return n;
}

static int
height_of_flow(const struct flow *flow)
{
    struct flow_cursor c;
    cursor_start(&c, flow, 0);
    for (size_t i = 0; i < flow->items.n; i++)
        cursor_add(&c, &flow->items.at[i]);
    return c.y + c.gap;
}

/* The head's own margin parts it from the columns. */
static void
drop_space_at_top(struct flow *flow)
{
    for (size_t i = 0; i < flow->items.n; i++) {
        struct flow_item *item = &flow->items.at[i];
        if (item->kind == FLOW_BOX || item->kind == FLOW_OPEN)
            return;
        if (item->kind == FLOW_GLUE)
            item->height = item->at_top;
    }
}

static void
add_head(struct layout *l, struct columns *c, const struct doc_node *division,
         const struct style *style, const struct doc_node *end, int width,
         int height)
{
    struct flow *head =
        flow_part(l, division, style, division->first, end, width, height);
    int high = height_of_flow(head), line = head->line;
    high = (high + line - 1) / line * line;
    /* Notes stand below columns. */
    if (high > height - LEAST_LINES * line || head->notes.n)
        return;
    c->head = head;
    c->head_height = high;
    c->head_page = (struct flow_page){.end = head->items.n, .height = height};
}

struct columns *
columns_new(struct layout *l, const struct doc_node *division,
            const struct style *style, int width, int height)
{
    int n = style->column_count, gap, measure;
    do {
        gap = flow_length(style->column_gap, width, style->font_size);
        measure = n > 1 ? (width - gap * (n - 1)) / n : width;
    } while (measure < LEAST_EMS * style->font_size && --n > 1);
    if (n < 2)
        return NULL;
    struct columns *c = ARENA_NEW(l->arena, struct columns);
    *c = (struct columns){.n = n,
                          .gap = gap,
                          .measure = measure,
                          .rtl = style->rtl,
                          .last = SIZE_MAX};
    const struct doc_node *first = first_in_column(l, division, style);
    if (first && first != division->first)
        add_head(l, c, division, style, first, width, height);
    c->flow = flow_part(l, division, style, c->head ? first : division->first,
                        NULL, measure, height);
    if (c->head)
        drop_space_at_top(c->flow);
    c->made = *c->flow;
    return c;
}

static int
height_of_column(void *with, size_t n)
{
    const struct columns *c = with;
    size_t page = n / (size_t)c->n;
    int height = c->height(c->with, page) - (page ? 0 : c->head_height);
    return page == c->last && c->level < height ? c->level : height;
}

/* Breaking moves floats in the list, so each time has the list as it was. */
static size_t
break_once(struct layout *l, struct columns *c)
{
    *c->flow = c->made;
    struct pages_options o = {.height = height_of_column, .with = c};
    c->at = pages_break(l->arena, c->flow, &o, &c->count);
    return (c->count + (size_t)c->n - 1) / (size_t)c->n;
}

/* Whether a column holds what stands in it, and parts nothing that is to stay
 * together. */
static bool
fits(const struct columns *c, size_t column)
{
    const struct flow_page *at = &c->at[column];
    const struct flow *flow = c->flow;
    struct flow_cursor cursor;
    int below = notes_height(flow, at->note_first, at->note_end);
    cursor_start(&cursor, flow, at->first);
    for (size_t i = at->first; i < at->end; i++) {
        const struct flow_item *item = &flow->items.at[i];
        cursor_add(&cursor, item);
        below += item->to == FLOW_BOTTOM ? item->height : 0;
    }
    const struct flow_item *end =
        at->end < flow->items.n ? &flow->items.at[at->end] : NULL;
    if (end && end->kind == FLOW_PENALTY && end->penalty >= FLOW_COST_AVOID)
        return false;
    below += end ? frames_bottom(end->frame) : 0;
    return cursor.y + below <= at->height;
}

/* Breaks with the last page's columns so high; whether they hold it all. */
static bool
try_level(struct layout *l, struct columns *c, size_t pages, int level)
{
    c->last = pages - 1;
    c->level = level;
    bool good = break_once(l, c) <= pages;
    for (size_t i = c->last * (size_t)c->n; good && i < c->count; i++)
        good = fits(c, i);
    return good;
}

/* Makes the last page's columns as high as each other: the least height at
 * which they hold what is there. */
static void
level_last(struct layout *l, struct columns *c, size_t pages)
{
    int line = c->flow->line, least = 1;
    int most = height_of_column(c, (pages - 1) * (size_t)c->n) / line + 1,
        all = most;
    while (least < most) {
        int middle = (least + most) / 2;
        if (try_level(l, c, pages, middle * line))
            most = middle;
        else
            least = middle + 1;
    }
    try_level(l, c, pages, most < all ? most * line : INT32_MAX);
}

struct flow_page *
columns_break(struct layout *l, struct columns *c, size_t *n)
{
    c->last = SIZE_MAX;
    *n = break_once(l, c);
    level_last(l, c, *n);
    struct flow_page *pages = ARENA_ARRAY(l->arena, struct flow_page, *n);
    for (size_t i = 0; i < *n; i++) {
        size_t last = (i + 1) * (size_t)c->n;
        pages[i] = c->at[(last < c->count ? last : c->count) - 1];
        pages[i].blank = false; /* a column may be, the page is not */
    }
    return pages;
}

void
columns_place(struct sheet_page *to, const struct columns *c, size_t page)
{
    if (page == 0 && c->head)
        page_place(to, c->head, &c->head_page);
    to->y = page == 0 ? c->head_height : 0;
    for (int i = 0; i < c->n; i++) {
        size_t at = page * (size_t)c->n + (size_t)i;
        int place = c->rtl ? c->n - 1 - i : i;
        to->x = place * (c->measure + c->gap);
        if (at < c->count)
            page_place(to, c->flow, &c->at[at]);
    }
    to->x = to->y = 0;
}
