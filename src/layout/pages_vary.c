/* SPDX-License-Identifier: MIT */
/* Paragraphs in other settings: which are asked for them, how the page breaker
 * gets them, and the list as it is once they are chosen. */
#include "layout/pages_int.h"

static void
add_segments(struct page_breaker *b, size_t par)
{
    struct flow_par *p = &b->flow->pars.at[par];
    for (size_t v = 0; v < p->variants.n; v++) {
        struct flow_variant *variant = &p->variants.at[v];
        variant->par = p;
        variant->segment = b->segments.n;
        struct page_segment *s = vec_add(b->own, &b->segments);
        *s = (struct page_segment){.variant = variant, .first = b->items.n};
        for (size_t i = 0; i < variant->n; i++)
            *vec_add(b->own, &b->items) = variant->items[i];
        s->end = b->items.n;
    }
    if (p->variants.n)
        b->pars[p->first] = par + 1;
}

/* Asks for the other settings of the paragraphs that are at least in part on
 * items first … end - 1. */
static bool
vary_between(struct page_breaker *b, size_t first, size_t end)
{
    bool any = false;
    for (size_t i = 0; i < b->flow->pars.n; i++) {
        struct flow_par *p = &b->flow->pars.at[i];
        if (p->asked || p->end <= first || p->first >= end)
            continue;
        p->asked = true;
        b->o->vary(b->o->with, b->flow, p);
        any |= p->variants.n > 0;
    }
    return any;
}

const struct page_segment *
page_segment_at(const struct page_breaker *b, size_t item)
{
    size_t i = 0;
    while (i + 1 < b->segments.n && b->segments.at[i].end <= item)
        i++;
    return &b->segments.at[i];
}

size_t
page_in_list(const struct page_breaker *b, size_t item)
{
    return item <= b->n + 1 ? item
                            : page_segment_at(b, item)->variant->par->first;
}

/* Whether something is wrong with the last page of a way that other settings
 * might mend: it does not stand level, or has a hole, or is almost empty. */
static bool
is_bad(const struct page_breaker *b, const struct page_way *way)
{
    return way->before &&
           (page_cost_after(b, way->before, &way->end) >= PAGE_COST_MEND ||
            (!way->end.ends && (way->end.depth == DEPTH_FREE ||
                                way->end.depth > b->missing / 3)));
}

bool
page_vary(struct page_breaker *b, const struct page_way *last, bool all)
{
    bool any = false, bad = false;
    if (!b->o->vary || !b->flow->pars.n)
        return false;
    for (const struct page_way *w = last; w->before; w = w->before) {
        if (!is_bad(b, w))
            continue;
        bad = true;
        const struct page_way *from = w;
        for (int i = 0; i < PAGE_MEND_PAGES && from->before; i++)
            from = from->before;
        any |= vary_between(b, page_in_list(b, from->begin),
                            page_in_list(b, w->end.at) + 1);
    }
    if (bad && all)
        any |= vary_between(b, 0, b->n);
    if (!any)
        return false;
    b->items.n = b->n + 2;
    b->segments.n = 0;
    b->pars = ARENA_ARRAY(b->own, size_t, b->n + 1);
    for (size_t i = 0; i < b->flow->pars.n; i++)
        add_segments(b, i);
    return true;
}

/* The list as it is printed: page by page, with the settings that were chosen
 * and the floats where they stand. */
struct rewriting {
    struct page_breaker *b;
    const struct page_segment **chosen; /* by paragraph */
};

static void
choose(struct rewriting *r, const struct page_segment *s)
{
    r->chosen[s->variant->par - r->b->flow->pars.at] = s;
}

/* What a page chose: of whole paragraphs, and of that which its end cuts. */
static void
choose_of(struct rewriting *r, const struct page_way *way)
{
    const struct page_breaker *b = r->b;
    const struct page_choice *c = way->end.how;
    for (; c; c = c->before)
        choose(r, &b->segments.at[c->variant->segment]);
    if (way->end.at > b->n)
        choose(r, page_segment_at(b, way->end.at));
}

static void
write_item(struct rewriting *r, const struct flow_item *item)
{
    *vec_add(r->b->arena, &r->b->flow->items) = *item;
}

static void
write_float(struct rewriting *r, const struct flow_float *f,
            enum flow_side side)
{
    struct flow_item item = r->b->items.at[f->item];
    item.to = side;
    item.height = float_height(r->b->flow, f, side);
    write_item(r, &item);
}

static void
write_floats(struct rewriting *r, const struct page_way *way,
             enum flow_side side)
{
    const struct page_breaker *b = r->b;
    size_t from = page_in_list(b, way->before->begin);
    size_t at = page_in_list(b, way->end.at);
    for (size_t i = way->before->float_next; i < way->end.float_end; i++) {
        const struct flow_float *f = b->flow->floats.at[i];
        if (page_float_side(b, f, from, at) == side)
            write_float(r, f, side);
    }
}

/* The text of a page; a float that does not move stands in it. */
static void
write_text(struct rewriting *r, const struct page_way *way)
{
    const struct page_breaker *b = r->b;
    size_t i = way->before->begin;
    size_t from = page_in_list(b, i), at = page_in_list(b, way->end.at);
    const struct page_segment *s = i > b->n ? page_segment_at(b, i) : NULL;
    for (;;) {
        const struct flow_item *item = &b->items.at[i];
        if (s && i == s->end) {
            i = s->variant->par->end;
            s = NULL;
        } else if (i == way->end.at) {
            return;
        } else if (!s && b->pars && b->pars[i] && r->chosen[b->pars[i] - 1]) {
            s = r->chosen[b->pars[i] - 1];
            i = s->first;
        } else if (item->kind != FLOW_FLOAT) {
            write_item(r, item);
            i++;
        } else {
            if (item->float_end <= way->end.float_end &&
                page_float_side(b, item->floating, from, at) == FLOW_HERE)
                write_float(r, item->floating, FLOW_HERE);
            i++;
        }
    }
}

static void
write_page(struct rewriting *r, const struct page_way *way,
           struct flow_page *page)
{
    const struct flow *flow = r->b->flow;
    page->first = flow->items.n;
    write_floats(r, way, FLOW_TOP);
    write_text(r, way);
    write_floats(r, way, FLOW_BOTTOM);
    page->end = flow->items.n;
    for (size_t i = 1; i <= way->note_pages + way->blank; i++)
        page[i].first = page[i].end = page->end;
    if (way->end.at != r->b->n)
        write_item(r, &r->b->items.at[way->end.at]);
}

void
page_rewrite(struct page_breaker *b, const struct page_way *last,
             struct flow_page *pages, size_t n)
{
    struct flow *flow = b->flow;
    if (!b->pars && !flow->floats.n)
        return;
    struct rewriting r = {
        .b = b,
        .chosen =
            ARENA_ARRAY(b->own, const struct page_segment *, flow->pars.n)};
    const struct page_way **ways =
        ARENA_ARRAY(b->own, const struct page_way *, n);
    for (const struct page_way *w = last; w->before; w = w->before) {
        choose_of(&r, w);
        ways[w->before->pages] = w;
    }
    flow->items.at = NULL;
    flow->items.n = flow->items.room = 0;
    for (size_t i = 0; i < n; i++)
        if (ways[i])
            write_page(&r, ways[i], &pages[i]);
    flow->pars.n = 0;
}
