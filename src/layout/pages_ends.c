/* SPDX-License-Identifier: MIT */
/* Where a page may end: all ends of a page that begins at a place, with
 * paragraphs on it set longer or shorter where they can be. */
#include "layout/pages_int.h"

/* Where there is no grid to keep to, white space may stretch by that part of
 * itself to fill a page. */
enum { STRETCH_PARTS = 2 };

/* A page on its way down from where it begins. */
struct walk {
    struct page_breaker *b;
    size_t from;
    size_t note_first, note_begun; /* from here on; those marked before it */
    size_t float_first, float_begun;
    struct page_floats floats; /* of the end in hand */
    int full, longer;          /* the page's height; what it may get */
    int foot;                  /* and down to the last line of its grid */
    struct flow_cursor c;
    struct page_slack slack[SLACKS]; /* by the lines that are added */
    const struct flow_variant *cut;  /* the setting that the page ends in */
    int least;    /* pages that end above this are not looked at */
    bool any;     /* an end was found */
    int64_t glue; /* white space above the end in hand */
};

static int
rounded(int length, int line)
{
    int half = length + line / 2;
    return half >= 0 ? half / line : -((line - 1 - half) / line);
}

/* How many note lines must stand on a page whose text goes up to the break at
 * item `at`: the beginning of the last note that it marks, and something of a
 * note that goes on. */
static size_t
least_notes(const struct walk *w, size_t at)
{
    size_t least = w->note_first + (w->note_first < w->note_begun);
    const struct flow_item *last = at ? &w->b->items.at[at - 1] : NULL;
    if (last && last->note_end > w->note_begun && last->note_least > least)
        least = last->note_least;
    return least;
}

static void
add_end(struct walk *w, struct page_end end, const struct page_slack *slack,
        int left_over)
{
    struct page_breaker *b = w->b;
    left_over = left_over < 0 || end.ends ? 0 : left_over;
    if (!end.ends && !end.footed && left_over > b->flow->line * b->missing)
        end.depth = DEPTH_FREE;
    if (!end.ends)
        end.local += b->items.at[end.at].penalty;
    end.local += w->floats.cost;
    if (end.note_end < end.note_want) {
        end.local += FLOW_COST_NOTE_SPLIT;
        /* A long note goes on for pages; each has some text. */
        if (end.used < w->full / 3)
            end.local += FLOW_COST_NOTE_SPLIT;
    }
    end.how = slack->how;
    end.changed = slack->how || w->cut;
    end.cost = end.local + slack->cost + (w->cut ? w->cut->cost : 0) +
               page_cost(b, &end, left_over, w->full);
    *vec_add(b->search, &b->ends) = end;
}

/* A page without notes; false where it is too full. */
static bool
end_plain(struct walk *w, struct page_end end, const struct page_slack *slack)
{
    int line = w->b->flow->line, room = w->full - end.used;
    bool longer = room < 0 && room >= -w->longer && !end.ends;
    if (room < 0 && !longer)
        return false;
    end.depth = rounded(w->foot - end.used, line);
    end.height = longer ? end.used : w->full;
    if (w->c.filled) {
        end.depth = 0;
        room = 0;
    } else if (w->b->flow->loose && !end.ends && room > 0 &&
               room <= w->glue / STRETCH_PARTS) {
        end.depth = 0;
        end.stretched = true;
    }
    add_end(w, end, slack, room);
    return true;
}

/* A page with notes or floats at its foot, which may be a line deeper or
 * higher. */
static bool
end_footed(struct walk *w, struct page_end end, const struct page_slack *slack)
{
    const struct flow *flow = w->b->flow;
    size_t least = least_notes(w, end.at);
    bool fits = false;
    int most = 1 + w->b->missing / 3;
    for (int depth = w->longer ? -1 : 0; depth <= most; depth++) {
        end.depth = depth;
        end.height = w->foot - depth * flow->line;
        int room = end.height - end.used;
        end.note_end = notes_fit(flow, w->note_first, end.note_want, room);
        end.footed = end.note_end > w->note_first || w->floats.foot;
        if (room < 0 || end.note_end < least || (!end.footed && depth))
            continue;
        fits = true;
        room -= notes_height(flow, w->note_first, end.note_end);
        add_end(w, end, slack, room);
        if (end.ends)
            break;
    }
    return fits;
}

/* The page must be taken although too much is on it. */
static void
end_full(struct walk *w, struct page_end end, const struct page_slack *slack)
{
    int room = w->full - end.used;
    end.note_end = notes_fit(w->b->flow, w->note_first, end.note_want, room);
    end.footed = end.note_end > w->note_first;
    end.height = w->full;
    end.local = room < 0 ? FLOW_COST_OVERFULL : FLOW_COST_AVOID;
    add_end(w, end, slack, 0);
}

/* The page with the floats in w->floats on it. */
static bool
try_slacks(struct walk *w, struct page_end end, int used)
{
    bool fits = false;
    for (int i = 0; i < SLACKS; i++) {
        const struct page_slack *slack = &w->slack[i];
        if (!slack->known)
            continue;
        end.used = used + (i - SLACK) * w->b->flow->line;
        fits |= end.note_want > w->note_first || w->floats.foot
                    ? end_footed(w, end, slack)
                    : end_plain(w, end, slack);
    }
    return fits;
}

/* The page that ends at item `at`, with all numbers of the floats that have
 * their place on it; false where it is too full however short paragraphs are
 * set. Where it must be taken all the same, because none shorter can be, it
 * is. */
static bool
try_end(struct walk *w, size_t at, const struct flow_cursor *c)
{
    struct page_breaker *b = w->b;
    struct page_end end = {.at = at, .ends = page_ends_list(b, at)};
    const struct flow_item *last = at ? &b->items.at[at - 1] : NULL;
    size_t seen = last ? last->float_end : 0;
    if (c->y < w->least && !end.ends && seen == w->float_first)
        return true;
    w->glue = c->glue;
    end.note_want = last ? last->note_end : 0;
    end.note_end = w->note_first;
    int used = c->y + frames_bottom(b->items.at[at].frame);
    bool fits = false;
    for (size_t n = w->float_begun; n <= seen; n++) {
        w->floats = (struct page_floats){.from = w->from,
                                         .at = at,
                                         .first = w->float_first,
                                         .begun = w->float_begun,
                                         .end = n,
                                         .seen = seen,
                                         .room = w->full};
        bool may = seen == w->float_first || page_with_floats(b, &w->floats);
        end.float_end = n;
        if (may)
            fits |= try_slacks(w, end, used + w->floats.height);
    }
    if (!fits && !w->any) {
        w->floats.end = end.float_end = seen;
        page_with_floats(b, &w->floats);
        end.used = used + w->floats.height;
        end_full(w, end, &w->slack[SLACK]);
    }
    w->any = true;
    return fits;
}

/* From a place inside another setting of a paragraph to its end. */
static bool
walk_segment(struct walk *w, size_t from, size_t end, struct flow_cursor *c)
{
    for (size_t i = from; i < end; i++) {
        const struct flow_item *item = &w->b->items.at[i];
        if (item->kind != FLOW_PENALTY)
            cursor_add(c, item);
        else if (!try_end(w, i, c))
            return false;
    }
    return true;
}

static void
offer_slack(struct page_slack *to, int64_t cost, const struct page_choice *how)
{
    if (!to->known || cost < to->cost)
        *to = (struct page_slack){true, cost, how};
}

/* The paragraph is whole on the page: any of its settings may be taken. */
static void
take_settings(struct walk *w, const struct flow_par *par)
{
    struct page_slack old[SLACKS];
    for (int i = 0; i < SLACKS; i++)
        old[i] = w->slack[i];
    for (size_t v = 0; v < par->variants.n; v++) {
        const struct flow_variant *variant = &par->variants.at[v];
        for (int i = 0; i < SLACKS; i++) {
            int to = i + variant->lines;
            if (!old[i].known || to < 0 || to >= SLACKS)
                continue;
            int64_t cost = old[i].cost + variant->cost;
            if (w->slack[to].known && w->slack[to].cost <= cost)
                continue;
            struct page_choice *how =
                ARENA_NEW(w->b->search, struct page_choice);
            *how = (struct page_choice){old[i].how, variant};
            offer_slack(&w->slack[to], cost, how);
        }
    }
}

/* The ends inside the other settings of a paragraph. */
static void
cut_settings(struct walk *w, const struct flow_par *par)
{
    for (size_t v = 0; v < par->variants.n; v++) {
        const struct page_segment *s =
            &w->b->segments.at[par->variants.at[v].segment];
        struct flow_cursor c = w->c;
        w->cut = s->variant;
        walk_segment(w, s->first, s->end, &c);
    }
    w->cut = NULL;
}

/* Goes down the page until nothing more fits. */
static void
walk_down(struct walk *w, size_t i)
{
    struct page_breaker *b = w->b;
    const struct flow_par *open = NULL;
    for (; i <= b->n; i++) {
        const struct flow_item *item = &b->items.at[i];
        if (open && i == open->end) {
            take_settings(w, open);
            open = NULL;
        }
        if (b->pars && b->pars[i]) {
            open = &b->flow->pars.at[b->pars[i] - 1];
            if (open->space && !w->c.keep)
                open = NULL;
            else
                cut_settings(w, open);
        }
        bool ends = page_ends_list(b, i);
        if (!ends && item->kind != FLOW_PENALTY)
            cursor_add(&w->c, item);
        else if (!try_end(w, i, &w->c) || ends)
            return;
    }
}

/* Ends that leave more than a few lines are of use only where the break is a
 * better one than all those that fill the page more; with paragraphs changed,
 * only where they make the page as full as can be. */
static void
drop_useless(struct page_breaker *b)
{
    int64_t best = INT64_MAX;
    size_t kept = b->ends.n;
    for (size_t i = b->ends.n; i--;) {
        const struct page_end *end = &b->ends.at[i];
        bool near = end->depth != DEPTH_FREE;
        if (end->changed && !near)
            continue;
        if (!near && !end->ends && end->local >= best)
            continue;
        if (end->local < best)
            best = end->local;
        b->ends.at[--kept] = *end;
    }
    for (size_t i = kept; i < b->ends.n; i++)
        b->ends.at[i - kept] = b->ends.at[i];
    b->ends.n -= kept;
}

static void
find_ends(struct walk *w)
{
    struct page_breaker *b = w->b;
    size_t from = w->from;
    b->ends.n = 0;
    cursor_after(&w->c, from ? &b->items.at[from - 1] : NULL);
    if (from <= b->n) {
        walk_down(w, from);
    } else {
        const struct page_segment *s = page_segment_at(b, from);
        if (walk_segment(w, from, s->end, &w->c))
            walk_down(w, s->variant->par->end);
    }
}

static bool
has_good_end(const struct page_breaker *b)
{
    for (size_t i = 0; i < b->ends.n; i++)
        if (b->ends.at[i].local <= FLOW_COST_HYPHEN)
            return true;
    return false;
}

/* Most pages end near their foot; only where no such end is good are all
 * looked at. */
void
page_find_ends(struct page_breaker *b, const struct page_way *way,
               struct page_room room)
{
    int line = b->flow->line;
    size_t from = way->begin;
    const struct flow_item *before = from ? &b->items.at[from - 1] : NULL;
    struct walk w = {.b = b,
                     .from = from,
                     .note_first = way->note_next,
                     .note_begun = before ? before->note_end : 0,
                     .float_first = way->float_next,
                     .float_begun = before ? before->float_end : 0,
                     .full = room.height,
                     .longer = room.longer ? line : 0,
                     .foot = room.height};
    if (b->flow->grid)
        w.foot -= w.foot % line;
    w.slack[SLACK].known = true;
    struct walk quick = w;
    quick.least = room.height - line * (b->missing + SLACK + 1);
    find_ends(&quick);
    if (!has_good_end(b))
        find_ends(&w);
    drop_useless(b);
}
