/* SPDX-License-Identifier: MIT */
/* Where rows of two lists begin: before the first box of each block that has a
 * counterpart. */
#include "layout/pairs.h"

#include <stdlib.h>

/* A block and the match that it is of. */
struct known {
    const struct doc_node *node;
    size_t match;
};

static int
by_node(const void *one, const void *other)
{
    const struct known *a = one, *b = other;
    uintptr_t x = (uintptr_t)a->node, y = (uintptr_t)b->node;
    return x < y ? -1 : x > y;
}

/* For each match the item of the list where its block begins, or SIZE_MAX. */
static size_t *
find_blocks(struct layout *l, const struct flow *flow,
            const struct pair_matches *matches, int side)
{
    size_t n = matches->at.n;
    struct known *known = ARENA_ARRAY(l->arena, struct known, n + 1);
    size_t *at = ARENA_ARRAY(l->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        known[i] = (struct known){matches->at.at[i].node[side], i};
        at[i] = SIZE_MAX;
    }
    qsort(known, n, sizeof *known, by_node);
    for (size_t i = 0; i < flow->items.n; i++) {
        const struct flow_box *box = flow->items.at[i].box;
        const struct doc_node *node = box ? box->node : NULL;
        for (; node; node = node->parent) {
            struct known key = {.node = node};
            const struct known *found =
                bsearch(&key, known, n, sizeof *known, by_node);
            if (found && at[found->match] == SIZE_MAX)
                at[found->match] = i;
        }
    }
    return at;
}

static size_t
behind_space(const struct flow *flow, size_t i)
{
    while (i < flow->items.n && (flow->items.at[i].kind == FLOW_GLUE ||
                                 flow->items.at[i].kind == FLOW_GRID))
        i++;
    return i;
}

/* The item before which a row begins whose first box is item `i`: behind the
 * break and the white space there; SIZE_MAX where no page can end. */
static size_t
beginning(const struct flow *flow, size_t i)
{
    while (i && flow->items.at[i - 1].kind != FLOW_PENALTY &&
           flow->items.at[i - 1].kind != FLOW_FORCED) {
        const struct flow_item *before = &flow->items.at[--i];
        bool content = before->kind == FLOW_BOX && before->box->node;
        if (content || before->kind == FLOW_CLOSE)
            return SIZE_MAX;
    }
    return behind_space(flow, i);
}

struct row {
    size_t at[2];
    bool section;
};

static int
by_place(const void *one, const void *other)
{
    const struct row *a = one, *b = other;
    if (a->at[0] != b->at[0])
        return a->at[0] < b->at[0] ? -1 : 1;
    if (a->at[1] != b->at[1])
        return a->at[1] < b->at[1] ? -1 : 1;
    return b->section - a->section;
}

/* The list with an item where each row begins. */
static void
insert_levels(struct layout *l, struct pair_side *side, const struct row *rows,
              size_t n, int which)
{
    struct flow *flow = side->flow;
    struct flow with = *flow;
    size_t total = flow->items.n + n, row = 0;
    with.items.at = ARENA_ARRAY(l->arena, struct flow_item, total + 1);
    with.items.room = total + 1;
    with.items.n = 0;
    side->row_of = ARENA_ARRAY(l->arena, size_t, total + 1);
    for (size_t i = 0; i < flow->items.n; i++) {
        while (row < n && rows[row].at[which] == i) {
            size_t at = with.items.n++;
            const struct flow_item *before = i ? &flow->items.at[i - 1] : NULL;
            with.items.at[at] = (struct flow_item){.kind = FLOW_LEVEL};
            if (before) {
                with.items.at[at] = *before;
                with.items.at[at].kind = FLOW_LEVEL;
                with.items.at[at].box = NULL;
                with.items.at[at].height = with.items.at[at].penalty = 0;
                with.items.at[at].fill = false;
            }
            side->row_of[at] = row++;
        }
        side->row_of[with.items.n] = row ? row - 1 : 0;
        with.items.at[with.items.n++] = flow->items.at[i];
    }
    /* White space before a row belongs to it. */
    for (size_t i = with.items.n; i-- > 1;) {
        struct flow_item *item = &with.items.at[i - 1];
        if ((item->kind == FLOW_GLUE || item->kind == FLOW_GRID) &&
            (with.items.at[i].kind == FLOW_LEVEL ||
             side->row_of[i] > side->row_of[i - 1]))
            side->row_of[i - 1] = side->row_of[i];
    }
    side->row_of[with.items.n] = n - 1;
    *flow = with;
}

void
pairs_add_rows(struct layout *l, struct pairs *p,
               const struct pair_matches *matches)
{
    size_t *at[2], n = 0, kept = 1;
    for (int side = 0; side < 2; side++)
        at[side] = find_blocks(l, p->side[side].flow, matches, side);
    struct row *rows = ARENA_ARRAY(l->arena, struct row, matches->at.n + 1);
    rows[n++] = (struct row){
        {behind_space(p->side[0].flow, 0), behind_space(p->side[1].flow, 0)},
        true};
    for (size_t i = 0; i < matches->at.n; i++) {
        if (at[0][i] == SIZE_MAX || at[1][i] == SIZE_MAX)
            continue;
        size_t one = beginning(p->side[0].flow, at[0][i]);
        size_t other = beginning(p->side[1].flow, at[1][i]);
        if (one != SIZE_MAX && other != SIZE_MAX)
            rows[n++] = (struct row){{one, other}, matches->at.at[i].section};
    }
    qsort(rows, n, sizeof *rows, by_place);
    for (size_t i = 1; i < n; i++) {
        struct row *last = &rows[kept - 1];
        if (rows[i].at[0] > last->at[0] && rows[i].at[1] > last->at[1])
            rows[kept++] = rows[i];
        else if (rows[i].at[0] == last->at[0] && rows[i].at[1] == last->at[1])
            last->section |= rows[i].section;
    }
    p->rows = kept;
    p->level = ARENA_ARRAY(l->arena, bool, kept);
    for (size_t i = 0; i < kept; i++)
        p->level[i] = !p->facing || rows[i].section;
    for (int side = 0; side < 2; side++)
        insert_levels(l, &p->side[side], rows, kept, side);
}
