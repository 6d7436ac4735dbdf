/* SPDX-License-Identifier: MIT */
/* Breaks two lists into pages together: the cheapest way through all pairs of
 * places where both may end a page, both in the same row (the idea of pages.c
 * with a place in each list instead of one). A row that ends on one side waits
 * for the other. */
#include "layout/pages_int.h"
#include "layout/pairs.h"

/* Where a page begins in a list. */
struct spot {
    size_t item, note;
};

/* Where it may end. */
struct stop {
    size_t end, next; /* the item it ends before; with which the next begins */
    size_t note_end;
    int used;         /* of the height, with notes */
    int64_t cost;     /* of the break itself */
    bool fits, whole; /* the row is all there */
};

/* A page's end on both sides. */
struct pair_end {
    struct stop stop[2];
    int64_t cost;
};

struct pair_way {
    struct pair_way *next;
    const struct pair_way *before;
    struct spot begin[2]; /* of the next page */
    struct stop stop[2];  /* the page that leads here */
    int64_t cost;
    size_t pages;
};

struct pair_breaker {
    struct layout *l;
    struct pairs *p;
    struct arena *own;
    struct pair_way **ways; /* by the sum of both places and their notes */
    size_t sums;
    int *high[2];              /* by row: the most that its items take */
    VEC(struct pair_end) ends; /* of the page in hand */
    VEC(struct stop) stops[2]; /* in its row in hand */
};

/* A page on its way down. */
struct descent {
    struct pair_breaker *b;
    const struct pair_way *way;
    int height;
    int least;    /* ends above this are not looked at */
    size_t at[2]; /* the next item */
    struct flow_cursor c[2];
    bool full[2]; /* nothing more of the list fits */
};

static const struct flow *
flow_of(const struct descent *d, int side)
{
    return d->b->p->side[side].flow;
}

static size_t
row_at(const struct pair_breaker *b, int side, size_t item)
{
    return b->p->side[side].row_of[item];
}

/* Whether the list has something in the row that is not on a page yet. */
static bool
has_row(const struct descent *d, int side, size_t row)
{
    size_t at = d->at[side];
    return at < flow_of(d, side)->items.n && row_at(d->b, side, at) <= row;
}

/* The page's end before an item of a side; what of its notes has to be there
 * is, and of the rest what has room. */
static struct stop
stop_at(const struct descent *d, int side, size_t at, size_t next)
{
    const struct flow *flow = flow_of(d, side);
    const struct spot *from = &d->way->begin[side];
    const struct flow_item *last = at ? &flow->items.at[at - 1] : NULL;
    const struct flow_item *before =
        from->item ? &flow->items.at[from->item - 1] : NULL;
    size_t begun = before ? before->note_end : 0;
    size_t want = last ? last->note_end : 0,
           least = from->note + (from->note < begun);
    bool ends = at >= flow->items.n;
    struct stop stop = {.end = at, .next = next};
    stop.used =
        d->c[side].y + (ends ? 0 : frames_bottom(flow->items.at[at].frame));
    if (last && want > begun && last->note_least > least)
        least = last->note_least;
    want = want > from->note ? want : from->note;
    int room = d->height - stop.used;
    stop.note_end = notes_fit(flow, from->note, want, room);
    if (from->item >= flow->items.n && from->note < want)
        stop.note_end = note_page_end(flow, from->note, want, d->height);
    stop.fits = room >= 0 && stop.note_end >= least;
    if (!ends && flow->items.at[at].kind == FLOW_PENALTY && next != at)
        stop.cost = flow->items.at[at].penalty;
    if (stop.note_end < want)
        stop.cost += FLOW_COST_NOTE_SPLIT;
    stop.used += notes_height(flow, from->note, stop.note_end);
    return stop;
}

/* Goes down a side's part of a row: each place where the page may end. */
static void
walk_row(struct descent *d, int side, size_t row)
{
    const struct flow *flow = flow_of(d, side);
    size_t *at = &d->at[side];
    d->b->stops[side].n = 0;
    while (*at < flow->items.n && row_at(d->b, side, *at) <= row) {
        const struct flow_item *item = &flow->items.at[*at];
        bool breaks = item->kind == FLOW_PENALTY || item->kind == FLOW_FORCED;
        if (!breaks) {
            cursor_add(&d->c[side], item);
            ++*at;
            continue;
        }
        struct stop stop = stop_at(d, side, *at, *at + 1);
        bool last =
            *at + 1 >= flow->items.n || row_at(d->b, side, *at + 1) > row;
        stop.whole = last;
        *vec_add(d->b->own, &d->b->stops[side]) = stop;
        if (!stop.fits || item->kind == FLOW_FORCED)
            d->full[side] = true;
        if (d->full[side])
            return;
        ++*at;
    }
    if (*at < flow->items.n)
        return;
    struct stop stop = stop_at(d, side, *at, *at);
    stop.whole = true;
    *vec_add(d->b->own, &d->b->stops[side]) = stop;
    d->full[side] = !stop.fits;
}

/* Whether the row ends so far up that nobody would end a page in it. */
static bool
is_far_up(const struct descent *d, size_t row)
{
    for (int side = 0; side < 2; side++)
        if (d->c[side].y + d->c[side].gap + d->b->high[side][row] >= d->least)
            return false;
    return row + 1 < d->b->p->rows;
}

/* Goes past a side's part of a row, unless a page must end in it. */
static bool
pass_row(struct descent *d, int side, size_t row)
{
    const struct flow *flow = flow_of(d, side);
    size_t *at = &d->at[side];
    for (; *at < flow->items.n && row_at(d->b, side, *at) <= row; ++*at) {
        if (flow->items.at[*at].kind == FLOW_FORCED)
            return false;
        cursor_add(&d->c[side], &flow->items.at[*at]);
    }
    return true;
}

/* The side waits: its next row begins on a later page. */
static void
wait(struct descent *d, int side)
{
    size_t at = d->at[side];
    d->b->stops[side].n = 0;
    struct stop stop = stop_at(d, side, at, at);
    stop.whole = true;
    *vec_add(d->b->own, &d->b->stops[side]) = stop;
}

/* What the page costs with this much of it empty. */
static int64_t
hole_cost(const struct descent *d, int used)
{
    int left = d->height - used;
    int64_t part = (int64_t)left * 1000 / (d->height > 0 ? d->height : 1);
    if (part <= 0)
        return 0;
    return part * part / 25 + (part > 250 ? PAGE_COST_HOLE : 0);
}

/* How deep the page is: where a row is whole the next one would begin level
 * below both, and what ends within it might go on. */
static int
depth_of(const struct stop *one, const struct stop *other)
{
    const struct stop *high = one->used < other->used ? one : other;
    const struct stop *low = high == one ? other : one;
    return high->whole ? low->used : high->used;
}

static bool
is_done(const struct flow *flow, const struct stop *stop)
{
    return stop->next >= flow->items.n;
}

static void
add_end(struct descent *d, const struct stop *one, const struct stop *other,
        int64_t more)
{
    bool done = is_done(flow_of(d, 0), one) && is_done(flow_of(d, 1), other);
    struct pair_end end = {{*one, *other}, 0};
    end.cost = one->cost + other->cost + more +
               (done ? 0 : hole_cost(d, depth_of(one, other)));
    *vec_add(d->b->own, &d->b->ends) = end;
}

/* A row that is on two pages, the more so where one side has it whole. */
static int64_t
apart_cost(const struct stop *one, const struct stop *other)
{
    enum { SPLIT = 400, APART = 3000 };
    if (one->whole != other->whole)
        return APART;
    return one->whole ? 0 : SPLIT;
}

/* Of a side's ends in a row those that fill the page, and those that are
 * better breaks than all that fill it more. */
static void
keep_few(struct pair_breaker *b, int side)
{
    enum { FULLEST = 2 };
    struct stop *at = b->stops[side].at;
    size_t n = b->stops[side].n, kept = n;
    int64_t best = INT64_MAX;
    for (size_t i = n; i--;) {
        if (!at[i].fits || (n - kept >= FULLEST && at[i].cost >= best))
            continue;
        best = at[i].cost < best ? at[i].cost : best;
        at[--kept] = at[i];
    }
    if (kept == n)
        return; /* none fits */
    for (size_t i = kept; i < n; i++)
        at[i - kept] = at[i];
    b->stops[side].n = n - kept;
}

/* All pairs of ends in the row. A row that is whole on both sides parts what
 * stands level by one break, which costs once. */
static void
add_ends(struct descent *d)
{
    for (size_t i = 0; i < d->b->stops[0].n; i++) {
        for (size_t k = 0; k < d->b->stops[1].n; k++) {
            struct stop one = d->b->stops[0].at[i],
                        other = d->b->stops[1].at[k];
            if (!one.fits || !other.fits)
                continue;
            if (one.whole && other.whole)
                *(one.cost < other.cost ? &one.cost : &other.cost) = 0;
            if (one.next == d->way->begin[0].item &&
                other.next == d->way->begin[1].item &&
                one.note_end == d->way->begin[0].note &&
                other.note_end == d->way->begin[1].note)
                continue; /* nothing would be on the page */
            add_end(d, &one, &other, apart_cost(&one, &other));
        }
    }
}

/* The page must be taken although too much is on it. */
static void
add_overfull(struct descent *d)
{
    struct stop chosen[2];
    for (int side = 0; side < 2; side++) {
        chosen[side] = d->b->stops[side].at[0];
        for (size_t i = 1; i < d->b->stops[side].n; i++)
            if (d->b->stops[side].at[i].fits)
                chosen[side] = d->b->stops[side].at[i];
    }
    add_end(d, &chosen[0], &chosen[1], FLOW_COST_OVERFULL);
}

/* White space above a row, and what makes both begin level. */
static void
begin_row(struct descent *d, size_t row)
{
    struct pairs *p = d->b->p;
    int y[2], most = 0;
    bool there[2];
    for (int side = 0; side < 2; side++) {
        const struct flow *flow = flow_of(d, side);
        size_t *at = &d->at[side];
        while (*at < flow->items.n && row_at(d->b, side, *at) == row &&
               (flow->items.at[*at].kind == FLOW_GLUE ||
                flow->items.at[*at].kind == FLOW_GRID))
            cursor_add(&d->c[side], &flow->items.at[(*at)++]);
        there[side] = *at < flow->items.n && row_at(d->b, side, *at) == row &&
                      flow->items.at[*at].kind == FLOW_LEVEL;
        y[side] = d->c[side].y + d->c[side].gap;
        most = y[side] > most ? y[side] : most;
    }
    for (int side = 0; side < 2; side++) {
        struct flow_item *item =
            there[side] ? &p->side[side].flow->items.at[d->at[side]] : NULL;
        if (!item)
            continue;
        item->height =
            there[0] && there[1] && p->level[row] ? most - y[side] : 0;
        cursor_add(&d->c[side], item);
        d->at[side]++;
    }
}

static void
begin_page(struct descent *d)
{
    for (int side = 0; side < 2; side++) {
        size_t from = d->way->begin[side].item;
        d->at[side] = from;
        d->full[side] = false;
        d->b->stops[side].n = 0;
        cursor_start(&d->c[side], flow_of(d, side), from);
        if (from >= flow_of(d, side)->items.n)
            d->c[side] = (struct flow_cursor){0};
    }
}

/* The row of the first item that waits on either side. */
static size_t
first_row(const struct descent *d)
{
    size_t first = d->b->p->rows;
    for (int side = 0; side < 2; side++) {
        size_t row = has_row(d, side, first) && first
                         ? row_at(d->b, side, d->at[side])
                         : first;
        first = row < first ? row : first;
    }
    return first;
}

/* The ends in a row. */
static void
end_in_row(struct descent *d, size_t row)
{
    struct pair_breaker *b = d->b;
    for (int side = 0; side < 2; side++) {
        if (has_row(d, side, row))
            walk_row(d, side, row);
        else
            wait(d, side);
        keep_few(b, side);
    }
    size_t n = b->ends.n;
    add_ends(d);
    if (!n && !b->ends.n && !d->least)
        add_overfull(d);
}

/* All ends of the page that begins where the way leads, from so far down on. */
static void
look_down(struct pair_breaker *b, const struct pair_way *way, int height,
          int least)
{
    struct descent d = {.b = b, .way = way, .height = height, .least = least};
    size_t rows = b->p->rows;
    b->ends.n = 0;
    begin_page(&d);
    for (size_t row = first_row(&d); row <= rows; row++) {
        begin_row(&d, row);
        if (row < rows && is_far_up(&d, row)) {
            if (pass_row(&d, 0, row) && pass_row(&d, 1, row))
                continue;
            b->ends.n = 0;
            return;
        }
        end_in_row(&d, row);
        if (d.full[0] || d.full[1] || row + 1 >= rows)
            return;
    }
}

/* Most pages end near their foot; only where no such end is good are all
 * looked at. */
static void
find_ends(struct pair_breaker *b, const struct pair_way *way)
{
    int height = b->p->height(b->p->with, way->pages);
    look_down(b, way, height, height * 2 / 3);
    for (size_t i = 0; i < b->ends.n; i++)
        if (b->ends.at[i].cost < FLOW_COST_ITEM)
            return;
    look_down(b, way, height, 0);
}

/* Ends that leave much are of use only where the break is better than all
 * that leave less. */
static void
drop_useless(struct pair_breaker *b)
{
    enum { FULLEST = 6 };
    int64_t best = INT64_MAX;
    size_t kept = b->ends.n;
    for (size_t i = b->ends.n; i--;) {
        struct pair_end end = b->ends.at[i];
        if (end.cost >= best && b->ends.n - kept >= FULLEST)
            continue;
        best = end.cost < best ? end.cost : best;
        b->ends.at[--kept] = end;
    }
    for (size_t i = kept; i < b->ends.n; i++)
        b->ends.at[i - kept] = b->ends.at[i];
    b->ends.n -= kept;
}

static bool
same_spot(const struct spot *one, const struct spot *other)
{
    return one->item == other->item && one->note == other->note;
}

/* Keeps a way where it is the cheapest to its place. */
static void
take(struct pair_breaker *b, const struct pair_way *before,
     const struct pair_end *end)
{
    struct pair_way way = {.before = before,
                           .stop = {end->stop[0], end->stop[1]},
                           .cost = before->cost + end->cost,
                           .pages = before->pages + 1};
    size_t sum = 0;
    for (int side = 0; side < 2; side++) {
        way.begin[side] =
            (struct spot){end->stop[side].next, end->stop[side].note_end};
        sum += way.begin[side].item + way.begin[side].note;
    }
    for (struct pair_way *old = b->ways[sum]; old; old = old->next) {
        if (!same_spot(&old->begin[0], &way.begin[0]) ||
            !same_spot(&old->begin[1], &way.begin[1]))
            continue;
        if (way.cost < old->cost) {
            way.next = old->next;
            *old = way;
        }
        return;
    }
    struct pair_way *kept = ARENA_NEW(b->own, struct pair_way);
    *kept = way;
    kept->next = b->ways[sum];
    b->ways[sum] = kept;
}

static void
measure_rows(struct pair_breaker *b)
{
    for (int side = 0; side < 2; side++) {
        const struct flow *flow = b->p->side[side].flow;
        b->high[side] = ARENA_ARRAY(b->own, int, b->p->rows + 1);
        for (size_t i = 0; i < flow->items.n; i++)
            if (flow->items.at[i].height > 0)
                b->high[side][row_at(b, side, i)] += flow->items.at[i].height;
    }
}

static const struct pair_way *
search(struct pair_breaker *b)
{
    b->ways[0] = ARENA_NEW(b->own, struct pair_way);
    for (size_t sum = 0; sum + 1 < b->sums; sum++) {
        for (struct pair_way *way = b->ways[sum]; way; way = way->next) {
            find_ends(b, way);
            drop_useless(b);
            for (size_t i = 0; i < b->ends.n; i++)
                take(b, way, &b->ends.at[i]);
        }
    }
    return b->ways[b->sums - 1];
}

/* The heights of the page's levels, which stand in the items, as the pages
 * before and behind it have theirs. */
static void
write_page(struct pair_breaker *b, const struct pair_way *way)
{
    const struct pair_way *from = way->before;
    find_ends(b, from);
    for (int side = 0; side < 2; side++)
        b->p->at[side][from->pages] = (struct flow_page){
            .first = from->begin[side].item,
            .end = way->stop[side].end > from->begin[side].item
                       ? way->stop[side].end
                       : from->begin[side].item,
            .note_first = from->begin[side].note,
            .note_end = way->stop[side].note_end,
            .height = b->p->height(b->p->with, from->pages),
        };
}

void
pairs_break(struct layout *l, struct pairs *p)
{
    struct pair_breaker b = {.l = l, .p = p, .own = arena_new()};
    b.sums = 1;
    for (int side = 0; side < 2; side++)
        b.sums += p->side[side].flow->items.n + p->side[side].flow->notes.n;
    b.ways = ARENA_ARRAY(b.own, struct pair_way *, b.sums + 1);
    measure_rows(&b);
    const struct pair_way *last = search(&b);
    p->n = last ? last->pages : 0;
    for (int side = 0; side < 2; side++)
        p->at[side] = ARENA_ARRAY(l->arena, struct flow_page, p->n + 1);
    /* A page's levels are right when nothing behind it was looked at since. */
    const struct pair_way **ways =
        ARENA_ARRAY(b.own, const struct pair_way *, p->n + 1);
    for (const struct pair_way *w = last; w && w->before; w = w->before)
        ways[w->pages - 1] = w;
    for (size_t i = 0; i < p->n; i++)
        write_page(&b, ways[i]);
    arena_free(b.own);
}
