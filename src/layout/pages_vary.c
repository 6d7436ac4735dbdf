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
        struct page_segment *s = vec_add(b->arena, &b->segments);
        *s = (struct page_segment){.variant = variant, .first = b->items.n};
        for (size_t i = 0; i < variant->n; i++)
            *vec_add(b->arena, &b->items) = variant->items[i];
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

/* Where a way stands in the list: a break inside another setting counts as
 * its paragraph's end. */
static size_t
place_in_list(const struct page_breaker *b, size_t begin)
{
    for (size_t i = 0; begin > b->n + 1 && i < b->segments.n; i++)
        if (begin > b->segments.at[i].first && begin < b->segments.at[i].end)
            return b->segments.at[i].variant->par->end;
    return begin;
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
        any |= vary_between(b, place_in_list(b, from->begin),
                            place_in_list(b, w->end.at + 1));
    }
    if (bad && all)
        any |= vary_between(b, 0, b->n);
    if (!any)
        return false;
    b->items.n = b->n + 2;
    b->segments.n = 0;
    b->pars = ARENA_ARRAY(b->arena, size_t, b->n + 1);
    for (size_t i = 0; i < b->flow->pars.n; i++)
        add_segments(b, i);
    return true;
}

/* The list with the chosen settings: what item of the breaker's became which
 * of the new list. */
struct rewriting {
    struct page_breaker *b;
    const struct flow_variant **chosen; /* by paragraph */
    size_t *now;
};

static void
choose(struct rewriting *r, const struct flow_variant *variant)
{
    r->chosen[variant->par - r->b->flow->pars.at] = variant;
}

static void
copy_items(struct rewriting *r, size_t first, size_t end)
{
    struct flow *flow = r->b->flow;
    for (size_t i = first; i < end; i++) {
        r->now[i] = flow->items.n;
        *vec_add(r->b->arena, &flow->items) = r->b->items.at[i];
    }
}

static void
rewrite_list(struct rewriting *r)
{
    struct page_breaker *b = r->b;
    struct flow *flow = b->flow;
    flow->items.at = NULL;
    flow->items.n = flow->items.room = 0;
    size_t at = 0;
    for (size_t i = 0; i < flow->pars.n; i++) {
        struct flow_par *p = &flow->pars.at[i];
        const struct flow_variant *variant = r->chosen[i];
        copy_items(r, at, p->first);
        size_t first = flow->items.n;
        const struct page_segment *s =
            variant ? &b->segments.at[variant->segment] : NULL;
        copy_items(r, s ? s->first : p->first, s ? s->end : p->end);
        r->now[p->first] = first;
        at = p->end;
        p->first = first;
        p->end = flow->items.n;
        p->variants.n = 0;
    }
    copy_items(r, at, b->n);
    r->now[b->n] = flow->items.n;
    r->now[b->n + 1] = flow->items.n + 1;
}

void
page_rewrite(struct page_breaker *b, const struct page_way *last,
             struct flow_page *pages, size_t n)
{
    if (!b->pars)
        return;
    struct rewriting r = {
        .b = b,
        .chosen =
            ARENA_ARRAY(b->arena, const struct flow_variant *, b->flow->pars.n),
        .now = ARENA_ARRAY(b->arena, size_t, b->items.n)};
    for (const struct page_way *w = last; w->before; w = w->before) {
        const struct page_choice *c = w->end.how;
        for (; c; c = c->before)
            choose(&r, c->variant);
        for (size_t i = 0; w->end.at > b->n && i < b->segments.n; i++)
            if (w->end.at >= b->segments.at[i].first &&
                w->end.at < b->segments.at[i].end)
                choose(&r, b->segments.at[i].variant);
    }
    rewrite_list(&r);
    for (size_t i = 0; i < n; i++) {
        bool none = pages[i].first == pages[i].end;
        pages[i].end = r.now[pages[i].end];
        pages[i].first = none ? pages[i].end : r.now[pages[i].first];
    }
}
