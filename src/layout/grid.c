/* SPDX-License-Identifier: MIT */
/* The grid of baselines: what is not body text (headings, figures, tables,
 * panels) is put up to a whole number of lines together with the white space
 * around it, so that body text stands on the same lines on every page. */
#include "layout/flow.h"

/* What stands between two body lines that are on the grid. */
struct group {
    int height;     /* so far */
    size_t other;   /* its first box that is no body text, or SIZE_MAX */
    size_t heading; /* its last heading, or SIZE_MAX */
    int before;     /* height before that */
    bool first;     /* nothing comes before it */
};

static const struct group no_group = {.other = SIZE_MAX, .heading = SIZE_MAX};

struct gridding {
    struct layout *l;
    struct flow *flow;
    int *pad;    /* for each item: white space to put before it */
    int *top;    /* and where a page begins with it */
    bool *align; /* whether it must stand on the grid, or */
    int *below;  /* what comes so far below its top */
};

static bool
is_heading(const struct flow_item *item)
{
    const struct doc_node *node = item->box ? item->box->node : NULL;
    return node && (node->kind == DOC_HEADING || node->kind == DOC_TITLE ||
                    node->kind == DOC_TERM);
}

/* Whether paragraphs follow one another on the grid: those of a handout, with
 * half a line between them, do not; nor does a page that is spread out. */
static bool
keeps_grid(struct flow *flow)
{
    enum { FEW = 4 };
    int on = 0, off = 0, gap = 0;
    bool body = false;
    for (size_t i = 0; i < flow->items.n; i++) {
        const struct flow_item *item = &flow->items.at[i];
        if (item->fill)
            return false;
        if (item->kind == FLOW_GLUE)
            gap += item->height;
        if (item->kind != FLOW_BOX)
            continue;
        if (item->body && body && item->starts)
            *(gap % flow->line ? &off : &on) += 1;
        body = item->body;
        gap = 0;
    }
    flow->loose = off >= FEW && off >= on;
    return on > off;
}

/* Ends a group at the body line `at`: white space goes before its last
 * heading (also where a page begins with that, so that heading and text stay
 * as near as they are elsewhere), or to both sides of a figure or table. */
static void
end_group(struct gridding *g, const struct group *group, size_t at)
{
    g->align[at] = true;
    int line = g->flow->line;
    int pad = (line - group->height % line) % line;
    if (group->heading != SIZE_MAX) {
        int below = (group->height - group->before) % line;
        g->align[group->heading] = !group->first;
        g->below[group->heading] = below;
        g->top[group->heading] = (line - below) % line;
    } else if (group->other != SIZE_MAX && !group->first) {
        g->pad[group->other] = pad / 2;
    }
}

/* Whether the line begins a paragraph of its own: where that has got off the
 * grid it is put back, while a list may stand half a line off. */
static bool
begins_paragraph(const struct flow_item *item)
{
    const struct doc_node *node = item->box ? item->box->node : NULL;
    return item->starts && node && node->kind == DOC_PARAGRAPH &&
           !doc_above(node, DOC_ITEM) && !doc_above(node, DOC_DEFINITION);
}

static void
find_groups(struct gridding *g)
{
    const struct flow *flow = g->flow;
    struct group group = no_group;
    group.first = true;
    for (size_t i = 0; i < flow->items.n; i++) {
        const struct flow_item *item = &flow->items.at[i];
        if (item->kind == FLOW_FORCED) {
            group = no_group;
            group.first = true;
            continue;
        }
        if (item->kind == FLOW_FLOAT)
            continue;
        bool aligned = group.height % flow->line == 0;
        if (item->body &&
            (group.other != SIZE_MAX || aligned || begins_paragraph(item))) {
            if (group.height)
                end_group(g, &group, i);
            group = no_group;
            continue;
        }
        if (!item->body && item->kind != FLOW_GLUE &&
            item->kind != FLOW_PENALTY && group.other == SIZE_MAX)
            group.other = i;
        if (is_heading(item) && item->starts) {
            group.heading = i;
            group.before = group.height;
        }
        group.height += item->height;
    }
}

/* White space at the top of an opening, so high that a line more or less
 * isn't seen. */
static bool
is_sink(const struct flow_item *items, size_t i, int line)
{
    const struct flow_box *box = items[i].box;
    return (!i || items[i - 1].kind == FLOW_FORCED) && box && !box->lines.n &&
           !box->images.n && !box->rects.n && items[i].height >= 4 * line;
}

static void
add_space(struct gridding *g, size_t at)
{
    *vec_add(g->l->arena, &g->flow->pars) =
        (struct flow_par){.first = at, .end = at + 1, .space = true};
}

/* Finds the paragraphs' lines in the list, where items have moved, and the
 * white space that may have a line more. */
static void
move_pars(struct gridding *g, const struct flow *old, const size_t *moved)
{
    struct flow *flow = g->flow;
    flow->pars.at = NULL;
    flow->pars.n = flow->pars.room = 0;
    size_t next = 0;
    for (size_t i = 0; i < old->items.n; i++) {
        if (g->align[i] && is_heading(&old->items.at[i]))
            add_space(g, moved[i] - 1);
        else if (is_sink(old->items.at, i, flow->line))
            add_space(g, moved[i]);
        if (next == old->pars.n || i + 1 != old->pars.at[next].end)
            continue;
        struct flow_par par = old->pars.at[next++];
        par.first = moved[par.first];
        par.end = moved[i] + 1;
        *vec_add(g->l->arena, &flow->pars) = par;
    }
}

static void
rebuild(struct gridding *g)
{
    struct flow *flow = g->flow;
    struct arena *a = g->l->arena;
    struct flow old = *flow;
    flow->items.at = NULL;
    flow->items.n = flow->items.room = 0;
    size_t *moved = ARENA_ARRAY(a, size_t, old.items.n);
    for (size_t i = 0; i < old.items.n; i++) {
        struct flow_item space = old.items.at[i];
        space.box = NULL;
        space.body = space.starts = false;
        if (g->pad[i] || g->top[i]) {
            space.kind = FLOW_GLUE;
            space.height = g->pad[i];
            space.at_top = g->top[i];
            *vec_add(a, &flow->items) = space;
        }
        if (g->align[i]) {
            space.kind = FLOW_GRID;
            space.height = flow->line;
            space.below = g->below[i];
            *vec_add(a, &flow->items) = space;
        }
        moved[i] = flow->items.n;
        *vec_add(a, &flow->items) = old.items.at[i];
    }
    move_pars(g, &old, moved);
}

void
flow_to_grid(struct layout *l, struct flow *flow)
{
    flow->grid = keeps_grid(flow);
    if (!flow->grid)
        return;
    struct gridding g = {.l = l,
                         .flow = flow,
                         .pad = ARENA_ARRAY(l->arena, int, flow->items.n),
                         .top = ARENA_ARRAY(l->arena, int, flow->items.n),
                         .below = ARENA_ARRAY(l->arena, int, flow->items.n),
                         .align = ARENA_ARRAY(l->arena, bool, flow->items.n)};
    find_groups(&g);
    rebuild(&g);
}
