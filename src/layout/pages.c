/* SPDX-License-Identifier: MIT */
/* Page breaking: the cheapest way through all places where pages may end.
 *
 * The same idea as for lines (Plass, "Optimal Pagination Techniques", 1981;
 * Knuth and Plass, 1981): from every place where a page can begin, look at
 * all places where it can end and keep the cheapest way to each of those.
 * Glue does not stretch: pages keep to their grid and may fall short by a
 * line, at a cost that grows with the square. Deviation: of several ways to a
 * place only the cheapest is remembered, with its notes carried over. */
#include "layout/flow.h"

#include <string.h>

/* The cheapest way to the place before an item, where a page may begin: the
 * list's start, or behind a penalty or forced break. */
struct way {
    bool known;
    bool blank; /* a blank page comes before the next one */
    int64_t cost;
    size_t from;                 /* where the page that ends here began */
    size_t note_first, note_end; /* note lines on that page */
    size_t note_want;            /* and how many are asked for up to here */
    size_t note_pages;           /* further pages that hold notes alone */
    size_t pages;                /* up to here, blank ones among them */
    bool noted;                  /* notes stand at the last page's foot */
    int left_over;               /* what it falls short */
};

struct breaker {
    const struct flow *flow;
    const struct pages_options *o;
    struct way *ways; /* one for each item, one behind the last break */
};

void
cursor_start(struct flow_cursor *c, const struct flow *flow, size_t first)
{
    const struct flow_item *before = first ? &flow->items.at[first - 1] : NULL;
    *c = (struct flow_cursor){.keep = !before || before->kind == FLOW_FORCED};
    const struct flow_frame *frame = before ? before->frame : NULL;
    for (; frame; frame = frame->parent)
        c->y += frame->top + frame->head_height;
}

int
cursor_add(struct flow_cursor *c, const struct flow_item *item)
{
    switch (item->kind) {
    case FLOW_GLUE:
        if (c->keep) {
            c->gap += item->height + (item->fill ? c->fill : 0);
            c->filled |= item->fill;
        } else {
            c->gap += item->at_top;
        }
        return c->y;
    case FLOW_GRID:
        if (c->keep && (c->y + c->gap + item->below) % item->height)
            c->gap +=
                item->height - (c->y + c->gap + item->below) % item->height;
        return c->y;
    case FLOW_BOX:
    case FLOW_OPEN:
    case FLOW_CLOSE:
        c->y += c->gap + item->height;
        c->gap = 0;
        c->keep = true;
        return c->y - item->height;
    default:
        return c->y;
    }
}

int
frames_bottom(const struct flow_frame *frame)
{
    int bottom = 0;
    for (; frame; frame = frame->parent)
        bottom += frame->bottom;
    return bottom;
}

int
notes_height(const struct flow *flow, size_t first, size_t end)
{
    if (first >= end)
        return 0;
    int height = flow->note_gap;
    for (size_t i = first; i < end; i++)
        height +=
            flow->notes.at[i].height + (i == first ? 0 : flow->notes.at[i].gap);
    return height;
}

/* The most note lines from `first` on, up to `end`, that `room` holds without
 * a break where lines go together. */
static size_t
notes_fit(const struct flow *flow, size_t first, size_t end, int room)
{
    size_t fit = first;
    int height = flow->note_gap;
    for (size_t i = first; i < end; i++) {
        height +=
            flow->notes.at[i].height + (i == first ? 0 : flow->notes.at[i].gap);
        if (height > room)
            break;
        if (i + 1 == end || !flow->notes.at[i + 1].together)
            fit = i + 1;
    }
    return fit;
}

/* What a page costs that falls short by so much: the square of the part that
 * is missing, 25 for one line of forty. */
static int64_t
short_cost(int left_over, int height)
{
    int64_t part = (int64_t)left_over * 1000 / (height > 0 ? height : 1);
    return part > 0 ? part * part / 25 : 0;
}

/* A last page of a few lines looks like a mistake. */
static int64_t
last_cost(const struct flow *flow, int used, size_t page)
{
    int64_t few = 5 - used / flow->line, some = few + 5;
    if (page == 0 || some <= 0)
        return 0;
    return some * some * 10 + (few > 0 ? few * few * 120 : 0);
}

static bool
is_recto(const struct breaker *b, size_t page)
{
    return b->o->recto == (page % 2 == 0);
}

/* Facing pages end level where that takes a line or two; a page that is short
 * for a better reason does not pull the other up, nor does one that notes fill
 * to its foot. */
static int64_t
facing_cost(const struct breaker *b, const struct way *before, int left_over,
            int height)
{
    if (before->pages == 0 || before->noted || !is_recto(b, before->pages))
        return 0;
    int apart = left_over - before->left_over;
    int most = b->flow->line * 2;
    apart = apart < 0 ? -apart : apart;
    return short_cost(apart < most ? apart : most, height) * 2;
}

static bool
ends_list(const struct breaker *b, size_t at)
{
    return at == b->flow->items.n || b->flow->items.at[at].kind == FLOW_FORCED;
}

/* One page that might be, from the place `from` to the break at item `at`. */
struct trial {
    size_t from, at;
    int used, height; /* by the text alone; of the page's content */
    size_t note_first, note_end, note_want;
    bool filled;
    int64_t extra; /* what is wrong with it beforehand */
};

static bool
wants_blank(const struct breaker *b, size_t at, size_t pages)
{
    if (at == b->flow->items.n)
        return false;
    enum style_break side = b->flow->items.at[at].side;
    return side == (is_recto(b, pages) ? STYLE_BREAK_VERSO : STYLE_BREAK_RECTO);
}

/* The end of a page that holds notes alone; it holds one line at least. */
static size_t
note_page_end(const struct breaker *b, size_t first, size_t end, size_t page)
{
    size_t fit = notes_fit(b->flow, first, end, b->o->height(b->o->with, page));
    return fit > first ? fit : first + 1;
}

static bool
is_noted(const struct trial *t)
{
    return t->note_end > t->note_first;
}

static int64_t
trial_cost(const struct breaker *b, const struct trial *t, int left_over)
{
    const struct way *before = &b->ways[t->from];
    int64_t cost = before->cost + t->extra;
    if (ends_list(b, t->at))
        cost += last_cost(b->flow, t->used, before->pages);
    else
        cost +=
            b->flow->items.at[t->at].penalty +
            short_cost(left_over, t->height) +
            (is_noted(t) ? 0 : facing_cost(b, before, left_over, t->height));
    if (t->note_end < t->note_want)
        cost += FLOW_COST_NOTE_SPLIT;
    /* A long note goes on for pages; each has some text. */
    if (t->note_end < t->note_want && t->used < t->height / 3)
        cost += FLOW_COST_NOTE_SPLIT;
    return cost;
}

/* Keeps the page where it is the cheapest so far that ends there. */
static void
take(struct breaker *b, const struct trial *t)
{
    const struct way *before = &b->ways[t->from];
    struct way *way = &b->ways[t->at + 1];
    bool ends = ends_list(b, t->at);
    int left_over =
        t->height - t->used - notes_height(b->flow, t->note_first, t->note_end);
    if (t->filled || ends || left_over < 0)
        left_over = 0;
    int64_t cost = trial_cost(b, t, left_over);
    if (way->known && way->cost <= cost)
        return;
    *way = (struct way){.known = true,
                        .cost = cost,
                        .from = t->from,
                        .note_first = t->note_first,
                        .note_end = t->note_end,
                        .note_want = t->note_want,
                        .pages = before->pages + 1,
                        .noted = is_noted(t),
                        .left_over = left_over};
    if (!ends)
        return;
    for (size_t at = t->note_end; at < t->note_want; way->note_pages++)
        at = note_page_end(b, at, t->note_want, way->pages + way->note_pages);
    way->pages += way->note_pages;
    way->blank = wants_blank(b, t->at, way->pages);
    way->pages += way->blank;
}

/* How many note lines must stand on a page whose text goes up to the break at
 * item `at`: the beginning of the last note that it marks, and something of a
 * note that goes on. */
static size_t
least_notes(const struct breaker *b, const struct trial *t)
{
    size_t first = t->from, at = t->at;
    size_t before = first ? b->flow->items.at[first - 1].note_end : 0;
    size_t least = t->note_first + (t->note_first < before);
    const struct flow_item *last = at ? &b->flow->items.at[at - 1] : NULL;
    if (last && last->note_end > before && last->note_least > least)
        least = last->note_least;
    return least;
}

/* Looks at the page that ends at item t->at; false where it is too full.
 * Where it must be taken all the same, because none shorter can be, it is. */
static bool
try_page(struct breaker *b, struct trial *t, bool must)
{
    t->note_want = t->at ? b->flow->items.at[t->at - 1].note_end : 0;
    t->note_end =
        notes_fit(b->flow, t->note_first, t->note_want, t->height - t->used);
    bool high = t->used > t->height;
    bool fits = !high && t->note_end >= least_notes(b, t);
    if (!fits && !must)
        return false;
    t->extra = fits ? 0 : high ? FLOW_COST_OVERFULL : FLOW_COST_AVOID;
    take(b, t);
    return fits;
}

/* Tries every page that begins at `from`. */
static void
try_pages(struct breaker *b, size_t from)
{
    const struct flow *flow = b->flow;
    const struct way *way = &b->ways[from];
    bool forced = from && flow->items.at[from - 1].kind == FLOW_FORCED;
    struct trial t = {.from = from,
                      .note_first = forced ? way->note_want : way->note_end,
                      .height = b->o->height(b->o->with, way->pages)};
    struct flow_cursor c;
    cursor_start(&c, flow, from);
    bool any = false;
    for (size_t i = from; i <= flow->items.n; i++) {
        bool ends = ends_list(b, i);
        if (!ends && flow->items.at[i].kind != FLOW_PENALTY) {
            cursor_add(&c, &flow->items.at[i]);
            continue;
        }
        t.at = i;
        t.used = c.y;
        if (i < flow->items.n)
            t.used += frames_bottom(flow->items.at[i].frame);
        t.filled = c.filled;
        if (!try_page(b, &t, !any) || ends)
            return;
        any = true;
    }
}

/* Writes the pages that end a way: its own, those of notes left over, and a
 * blank one. */
static void
write_way(const struct breaker *b, size_t to, struct flow_page *pages)
{
    const struct way *way = &b->ways[to];
    size_t page = b->ways[way->from].pages;
    pages[page++] = (struct flow_page){.first = way->from,
                                       .end = to - 1,
                                       .note_first = way->note_first,
                                       .note_end = way->note_end};
    size_t at = way->note_end;
    for (size_t i = 0; i < way->note_pages; i++) {
        size_t end = note_page_end(b, at, way->note_want, page);
        pages[page++] = (struct flow_page){
            .first = to - 1, .end = to - 1, .note_first = at, .note_end = end};
        at = end;
    }
    if (way->blank)
        pages[page] =
            (struct flow_page){.first = to - 1, .end = to - 1, .blank = true};
}

struct flow_page *
pages_break(struct arena *a, const struct flow *flow,
            const struct pages_options *o, size_t *n)
{
    size_t last = flow->items.n + 1;
    struct breaker b = {
        .flow = flow, .o = o, .ways = ARENA_ARRAY(a, struct way, last + 1)};
    b.ways[0].known = true;
    for (size_t from = 0; from < last; from++)
        if (b.ways[from].known)
            try_pages(&b, from);
    *n = b.ways[last].pages;
    struct flow_page *pages = ARENA_ARRAY(a, struct flow_page, *n);
    for (size_t to = last; to; to = b.ways[to].from)
        write_way(&b, to, pages);
    return pages;
}
