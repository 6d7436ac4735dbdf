/* SPDX-License-Identifier: MIT */
/* A paragraph of the vertical list in other settings, a line longer or
 * shorter. */
#include "layout/vlist.h"

enum { COST_SPACE = 500, COST_SINK = 200, COST_LEAST = 20, DEMERITS = 400 };

static const struct par_line *
line_of(const struct flow_item *item)
{
    const struct flow_box *box = item->box;
    return box->lines.at[box->lines.n - 1].line;
}

/* How far a line's notes go, by the line of the paragraph as it stands in the
 * list that has the same. */
static void
find_notes(const struct flow *flow, const struct flow_par *par,
           const struct par_line *line, struct flow_item *out)
{
    for (size_t n = 0; n < line->notes.n; n++)
        for (size_t i = par->first; i < par->end; i++) {
            const struct flow_item *item = &flow->items.at[i];
            if (item->kind != FLOW_BOX)
                continue;
            const struct par_line *old = line_of(item);
            for (size_t k = 0; k < old->notes.n; k++)
                if (old->notes.at[k] == line->notes.at[n] &&
                    item->note_end > out->note_end) {
                    out->note_end = item->note_end;
                    out->note_least = item->note_least;
                }
        }
}

/* The box of the paragraph's line with another line in it: what waited for
 * the first line is in the first. */
static struct flow_box *
box_of(struct arena *a, const struct flow_item *first, bool is_first,
       const struct par_line *line)
{
    struct flow_box *box = ARENA_NEW(a, struct flow_box);
    box->node = first->box->node;
    if (is_first) {
        const struct flow_box *old = first->box;
        for (size_t i = 0; i + 1 < old->lines.n; i++)
            *vec_add(a, &box->lines) = old->lines.at[i];
        size_t own = line_of(first)->starts.n;
        for (size_t i = 0; i + own < old->anchors.n; i++)
            *vec_add(a, &box->anchors) = old->anchors.at[i];
        box->strings = old->strings;
    }
    int x = first->box->lines.at[first->box->lines.n - 1].x;
    *vec_add(a, &box->lines) = (struct flow_line){line, x, line->ascent};
    for (size_t i = 0; i < line->starts.n; i++)
        *vec_add(a, &box->anchors) =
            (struct flow_anchor){line->starts.at[i], 0};
    return box;
}

static void
add_items(struct arena *a, const struct flow *flow, const struct flow_par *par,
          const struct par *set, struct flow_variant *v)
{
    const struct flow_item *first = &flow->items.at[par->first];
    v->items = ARENA_ARRAY(a, struct flow_item, set->n * 2);
    struct flow_item item = *first;
    item.note_end = par->first ? first[-1].note_end : 0;
    item.note_least = par->first ? first[-1].note_least : 0;
    for (size_t i = 0; i < set->n; i++) {
        if (i) {
            struct flow_item *penalty = &v->items[v->n++];
            *penalty = item;
            penalty->kind = FLOW_PENALTY;
            penalty->height = 0;
            penalty->box = NULL;
            penalty->body = penalty->starts = false;
            penalty->penalty =
                vlist_line_cost(set, i, par->orphans, par->source.style);
        }
        find_notes(flow, par, &set->lines[i], &item);
        item.starts = i == 0;
        item.box = box_of(a, first, i == 0, &set->lines[i]);
        v->items[v->n++] = item;
    }
}

static bool
is_alike(const struct flow *flow, const struct par *set)
{
    for (size_t i = 0; i < set->n; i++) {
        const struct par_line *line = &set->lines[i];
        if (line->ascent + line->descent != flow->line || line->overfull)
            return false;
    }
    return true;
}

static void
try_setting(struct layout *l, const struct flow *flow, struct flow_par *par,
            int lines)
{
    int64_t cost = 0;
    struct par set = par_set_lines(l, &par->source, lines, &cost);
    if (!set.n || !is_alike(flow, &set))
        return;
    struct flow_variant v = {.lines = lines,
                             .cost = COST_LEAST + (int)(cost / DEMERITS)};
    add_items(l->arena, flow, par, &set, &v);
    const struct flow_item *last = &flow->items.at[par->end - 1];
    if (v.items[v.n - 1].note_end == last->note_end)
        *vec_add(l->arena, &par->variants) = v;
}

/* White space over a heading, a line more; at the top of an opening also a
 * line less. */
static void
vary_space(struct arena *a, const struct flow *flow, struct flow_par *par)
{
    const struct flow_item *item = &flow->items.at[par->first];
    bool sink = item->kind == FLOW_BOX;
    for (int lines = sink ? -1 : 1; lines < 2; lines += 2) {
        struct flow_variant v = {.lines = lines,
                                 .cost = sink ? COST_SINK : COST_SPACE,
                                 .n = sink ? 1 : 2,
                                 .items = ARENA_ARRAY(a, struct flow_item, 2)};
        v.items[0] = v.items[1] = *item;
        v.items[0].height += lines * flow->line;
        if (!sink) {
            v.items[0].kind = FLOW_GLUE;
            v.items[0].height = flow->line;
        }
        *vec_add(a, &par->variants) = v;
    }
}

static const struct layout_line *
facts_of(const struct par_line *line)
{
    for (size_t i = line->runs.n; i--;)
        if (line->runs.at[i].line)
            return line->runs.at[i].line;
    return NULL;
}

/* Setting text anew costs time, so it is asked beforehand what each space would
 * have to give, in parts of a hundred of it: the bounds that the paragraph
 * came with are wide. */
static bool
may_be(const struct flow *flow, const struct flow_par *par, int lines)
{
    enum { SHRINK = 50, STRETCH = 40 };
    int64_t width = 0, spaces = 0, count = 0;
    for (size_t i = par->first; i < par->end; i++) {
        const struct flow_item *item = &flow->items.at[i];
        const struct par_line *line =
            item->kind == FLOW_BOX ? line_of(item) : NULL;
        const struct layout_line *facts = line ? facts_of(line) : NULL;
        if (!facts)
            continue;
        int64_t n = (int64_t)facts->spaces;
        width += line->width - n * (facts->space - facts->natural);
        spaces += n * facts->natural;
        count++;
    }
    int64_t measure = par->source.measure;
    return lines < 0 ? (width - measure * (count - 1)) * 100 <= spaces * SHRINK
                     : (measure * count - width) * 100 <= spaces * STRETCH;
}

void
flow_vary(struct layout *l, const struct flow *flow, struct flow_par *par)
{
    if (par->space) {
        vary_space(l->arena, flow, par);
        return;
    }
    if (par->shorter && may_be(flow, par, -1))
        try_setting(l, flow, par, -1);
    if (par->longer && may_be(flow, par, 1))
        try_setting(l, flow, par, 1);
}

void
vlist_par(struct builder *b, size_t begin, const struct par *par,
          const struct par_source *source, int orphans)
{
    struct flow *flow = b->flow;
    while (begin < flow->items.n && flow->items.at[begin].kind != FLOW_BOX)
        begin++;
    if (par->n < 3 || b->dry || b->in_note ||
        source->style->text_align != STYLE_JUSTIFY)
        return;
    for (size_t i = begin; i < flow->items.n; i++)
        if (flow->items.at[i].kind == FLOW_BOX && !flow->items.at[i].body)
            return;
    *vec_add(b->l->arena, &flow->pars) =
        (struct flow_par){.first = begin,
                          .end = flow->items.n,
                          .source = *source,
                          .shorter = par->n > par->fewest,
                          .longer = par->n < par->most,
                          .orphans = orphans};
}
