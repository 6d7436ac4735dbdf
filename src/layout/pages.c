/* SPDX-License-Identifier: MIT */
/* Page breaking: the cheapest way through all places where pages may end.
 *
 * The same idea as for lines (Plass, "Optimal Pagination Techniques", 1981;
 * Mittelbach, "A General Framework for Globally Optimized Pagination", 2016):
 * from every place where a page can begin, look at all places where it can end
 * and keep the cheapest way to each of those. Two ways to one place are both
 * kept where what follows depends on them: on which side the next page is, how
 * deep the page is that it faces, and which notes go on. Glue does not
 * stretch: pages keep to their grid, and fall short by whole lines. Facing
 * pages do so together, or run a line long.
 *
 * Where that leaves spreads unlevel, their paragraphs are set anew, longer and
 * shorter by a line, and the list is broken once more with all settings to
 * choose from. */
#include "layout/pages_int.h"

#include <string.h>

static struct page_room
room_of(struct page_breaker *b, size_t page)
{
    const struct pages_options *o = b->o;
    while (b->rooms.n <= page) {
        size_t n = b->rooms.n;
        *vec_add(b->own, &b->rooms) = (struct page_room){
            o->height(o->with, n),
            b->flow->grid && o->longer && o->longer(o->with, n, b->flow->line)};
    }
    return b->rooms.at[page];
}

static bool
wants_blank(const struct page_breaker *b, size_t at, size_t pages)
{
    if (at == b->n)
        return false;
    enum style_break side = b->items.at[at].side;
    return side ==
           (page_is_recto(b, pages) ? STYLE_BREAK_VERSO : STYLE_BREAK_RECTO);
}

/* Whether the other way is of no use: both go on alike, but that it costs more
 * or has more notes or floats left to be placed. */
static bool
leads_as_far(const struct page_way *way, const struct page_way *other)
{
    return way->pages % 2 == other->pages % 2 && way->foot == other->foot &&
           way->note_next >= other->note_next &&
           way->float_next >= other->float_next && way->cost <= other->cost;
}

/* The pages that the end of the list, or of a part of it, adds. */
static void
add_last_pages(struct page_breaker *b, struct page_way *way)
{
    const struct page_end *end = &way->end;
    for (size_t at = end->note_end; at < end->note_want; way->note_pages++)
        at = note_page_end(b->flow, at, end->note_want,
                           room_of(b, way->pages + way->note_pages).height);
    way->pages += way->note_pages;
    way->blank = wants_blank(b, end->at, way->pages);
    way->pages += way->blank;
    way->note_next = end->note_want;
}

/* Takes the dearest way out of a list that is as long as it may be; NULL where
 * it is shorter, or where the new way would be the dearest. */
static struct page_way *
drop_dearest(struct page_way **list, const struct page_way *way, bool *full)
{
    enum { MOST_WAYS = 64 };
    struct page_way **dearest = NULL;
    size_t n = 0;
    for (struct page_way **at = list; *at; at = &(*at)->next, n++)
        if (!dearest || (*at)->cost > (*dearest)->cost)
            dearest = at;
    *full = n >= MOST_WAYS && (*dearest)->cost <= way->cost;
    if (n < MOST_WAYS || *full)
        return NULL;
    struct page_way *dropped = *dearest;
    *dearest = dropped->next;
    return dropped;
}

/* Keeps the page where it is the cheapest so far of its kind that ends there.
 */
static void
take(struct page_breaker *b, const struct page_way *before,
     const struct page_end *end)
{
    struct page_way way = {.before = before,
                           .begin = end->at + 1,
                           .pages = before->pages + 1,
                           .note_next = end->note_end,
                           .float_next = end->float_end,
                           .foot = DEPTH_FREE,
                           .end = *end};
    way.cost = before->cost + end->cost + page_cost_after(b, before, end) +
               (b->o->thrifty ? PAGE_COST_MORE : 0);
    if (end->ends)
        add_last_pages(b, &way);
    else if (!page_is_recto(b, before->pages))
        way.foot = end->depth;
    struct page_way *unused = NULL;
    for (struct page_way **at = &b->ways[way.begin]; *at;) {
        struct page_way *old = *at;
        if (leads_as_far(old, &way))
            return;
        if (!leads_as_far(&way, old)) {
            at = &old->next;
            continue;
        }
        *at = old->next;
        unused = old;
    }
    bool full = false;
    if (!unused)
        unused = drop_dearest(&b->ways[way.begin], &way, &full);
    if (full)
        return;
    if (!unused)
        unused = ARENA_NEW(b->search, struct page_way);
    way.next = b->ways[way.begin];
    *unused = way;
    b->ways[way.begin] = unused;
}

/* Tries every page that begins at `from`; the ways there that have the same
 * height and notes to come go down it together. */
static void
try_pages(struct page_breaker *b, size_t from)
{
    for (struct page_way *way = b->ways[from]; way; way = way->next) {
        if (way->done)
            continue;
        struct page_room room = room_of(b, way->pages);
        page_find_ends(b, way, room);
        for (struct page_way *other = way; other; other = other->next) {
            struct page_room its = room_of(b, other->pages);
            if (other->done || its.height != room.height ||
                its.longer != room.longer ||
                other->note_next != way->note_next ||
                other->float_next != way->float_next)
                continue;
            other->done = true;
            for (size_t i = 0; i < b->ends.n; i++)
                take(b, other, &b->ends.at[i]);
        }
    }
}

/* Finds the cheapest way to the list's end. */
static const struct page_way *
search(struct page_breaker *b)
{
    arena_reset(b->search);
    b->ends.at = NULL;
    b->ends.n = b->ends.room = 0;
    b->ways = ARENA_ARRAY(b->search, struct page_way *, b->items.n + 1);
    b->ways[0] = ARENA_NEW(b->search, struct page_way);
    b->ways[0]->foot = DEPTH_FREE;
    for (size_t from = 0; from <= b->n; from++) {
        try_pages(b, from);
        if (!b->pars || !b->pars[from])
            continue;
        const struct flow_par *par = &b->flow->pars.at[b->pars[from] - 1];
        for (size_t v = 0; v < par->variants.n; v++) {
            const struct page_segment *s =
                &b->segments.at[par->variants.at[v].segment];
            for (size_t i = s->first; i < s->end; i++)
                try_pages(b, i);
        }
    }
    const struct page_way *best = NULL;
    for (const struct page_way *w = b->ways[b->n + 1]; w; w = w->next)
        if (!best || w->cost < best->cost)
            best = w;
    return best;
}

/* Writes the pages that end a way: its own, those of notes left over, and a
 * blank one. */
static void
write_way(struct page_breaker *b, const struct page_way *way,
          struct flow_page *pages)
{
    size_t page = way->before->pages;
    size_t at = way->end.note_end, end = way->end.at;
    pages[page++] = (struct flow_page){.first = way->before->begin,
                                       .end = end,
                                       .note_first = way->before->note_next,
                                       .note_end = at,
                                       .height = way->end.height,
                                       .stretched = way->end.stretched};
    for (size_t i = 0; i < way->note_pages; i++) {
        int height = room_of(b, page).height;
        size_t to = note_page_end(b->flow, at, way->end.note_want, height);
        pages[page++] = (struct flow_page){.first = end,
                                           .end = end,
                                           .note_first = at,
                                           .note_end = to,
                                           .height = height};
        at = to;
    }
    if (way->blank)
        pages[page] =
            (struct flow_page){.first = end, .end = end, .blank = true};
}

static void
prepare(struct page_breaker *b)
{
    const struct flow *flow = b->flow;
    b->n = flow->items.n;
    for (size_t i = 0; i < b->n; i++)
        *vec_add(b->own, &b->items) = flow->items.at[i];
    for (size_t i = 0; i < 2; i++)
        *vec_add(b->own, &b->items) = (struct flow_item){
            .kind = FLOW_FORCED, .float_end = flow->floats.n};
    page_find_sections(b);
}

struct flow_page *
pages_break(struct arena *a, struct flow *flow, const struct pages_options *o,
            size_t *n)
{
    struct page_breaker b = {.arena = a,
                             .own = arena_new(),
                             .search = arena_new(),
                             .flow = flow,
                             .o = o};
    prepare(&b);
    /* One line in six, and of these the first third costs little. */
    int lines = room_of(&b, 0).height / flow->line;
    b.missing = lines < 6 ? 1 : lines > 36 ? 6 : lines / 6;
    const struct page_way *last = search(&b);
    for (int all = 0; all < 2; all++)
        if (page_vary(&b, last, all))
            last = search(&b);
    *n = last->pages;
    struct flow_page *pages = ARENA_ARRAY(a, struct flow_page, *n);
    for (const struct page_way *w = last; w->before; w = w->before)
        write_way(&b, w, pages);
    page_rewrite(&b, last, pages, *n);
    arena_free(b.search);
    arena_free(b.own);
    return pages;
}
