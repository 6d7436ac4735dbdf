/* SPDX-License-Identifier: MIT */
/* Total-fit line breaking, in integers; knows items, no text.
 *
 * Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with the costs of
 * TeX82 (parts 38 and 39), and these differences: an overfull line is a finite
 * cost, allowed in the last try where one unbreakable piece is wider than the
 * measure, so that the search never fails; a third hyphen in a row costs more
 * than the second, and a try that can't do without one is not the last; a last
 * line that is too short costs as well; the last word is hyphenated in the last
 * try alone; boxes give as well, at no cost and before any glue does. A
 * paragraph may be asked for in a given number of lines (TeX's \looseness);
 * then each number of lines up to a place is a state of its own, and what makes
 * bad lines is forbidden instead of dear. */
#include <limits.h>
#include <string.h>

#include "layout/layout_int.h"

enum {
    LINE_PENALTY = 10,
    CAPPED = 100000,   /* the worst badness of a line that fits */
    OVERFULL = 200000, /* the least of one that does not */
    OVERFULL_MOST = 100000,
    TRIES = 3,
    KEYS = 12 /* fitness classes times lengths of hyphen ladders */
};

/* Demerits. */
enum {
    ADJACENT = 10000,
    DOUBLE_HYPHEN = 10000,
    LADDER = 1000000, /* a line of badness 1,000 is better */
    FINAL_HYPHEN = 5000,
    RUNT = 50000,
    /* no node further behind the best of its place can win */
    HOPELESS = ADJACENT + DOUBLE_HYPHEN + 2 * LADDER + FINAL_HYPHEN + RUNT
};

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE };

/* Widths from the first item up to a place. */
struct sum {
    int64_t width, stretch, shrink;
    int64_t grow, narrow; /* of boxes */
};

/* A place where a line may end, reached at the least cost for its fitness
 * class, hyphen ladder and number of lines. */
struct active {
    size_t item;  /* the line ends here; SIZE_MAX: the start */
    size_t begin; /* the next line's first item */
    size_t line;  /* the next line's, as far as measures or wishes differ */
    enum fitness fitness;
    int ladder; /* hyphens in a row that end here, at most 2 */
    bool inner; /* a break point was met since */
    int64_t demerits;
    const struct active *previous;
    struct active *next;
};

struct breaker {
    struct arena *arena;
    const struct break_item *items;
    size_t n;
    const struct break_options *options;
    const struct sum *sums; /* of the items before each */
    size_t last_word;       /* where it begins */
    int try;
    struct active *actives;
    struct active best[KEYS]; /* candidates for the place in hand */
    size_t best_count;
};

/* What a line from a node to an item is like. */
struct fit {
    int64_t badness;
    enum fitness fitness;
    bool overfull;
};

static const struct sum *
sum_up(struct arena *a, const struct break_item *items, size_t n)
{
    struct sum *sums = ARENA_ARRAY(a, struct sum, n + 1);
    for (size_t i = 0; i < n; i++) {
        sums[i + 1] = sums[i];
        if (items[i].kind != BREAK_PENALTY)
            sums[i + 1].width += items[i].width;
        if (items[i].kind == BREAK_GLUE) {
            sums[i + 1].stretch += items[i].stretch;
            sums[i + 1].shrink += items[i].shrink;
        } else if (items[i].kind == BREAK_BOX) {
            sums[i + 1].grow += items[i].stretch;
            sums[i + 1].narrow += items[i].shrink;
        }
    }
    return sums;
}

static bool
is_forced(const struct break_item *item)
{
    return item->kind == BREAK_PENALTY && item->penalty <= BREAK_FORCED;
}

/* Glue breaks behind a box, a penalty by its worth. */
static bool
is_legal(const struct breaker *b, size_t i)
{
    const struct break_item *item = &b->items[i];
    if (item->kind == BREAK_GLUE)
        return i > 0 && b->items[i - 1].kind == BREAK_BOX;
    if (item->kind != BREAK_PENALTY || item->penalty >= BREAK_NEVER)
        return false;
    if (item->late && item->flagged && i > b->last_word)
        return b->try == TRIES - 1;
    return !item->late || b->try > 0;
}

static size_t
find_last_word(const struct break_item *items, size_t n)
{
    size_t i = n;
    while (i && !(items[i - 1].kind == BREAK_GLUE && items[i - 1].width > 0))
        i--;
    return i;
}

/* Glue and penalties at a line's start vanish; a forced break stays. */
static size_t
line_start(const struct breaker *b, size_t i)
{
    while (i < b->n && b->items[i].kind != BREAK_BOX &&
           !is_forced(&b->items[i]))
        i++;
    return i;
}

/* TeX82, section 108: 100 (t/s)^3, about. */
static int64_t
badness(int64_t over, int64_t give)
{
    if (over <= 0)
        return 0;
    if (give <= 0 || over / give >= 20)
        return CAPPED;
    int64_t r = 297 * over / give;
    int64_t bad = (r * r * r + (1 << 17)) >> 18;
    return bad > CAPPED ? CAPPED : bad;
}

static int
measure_of(const struct break_options *o, size_t line)
{
    return o->measures[line < o->measure_count ? line : o->measure_count - 1];
}

/* What is left for the glue once the boxes have given. */
static int64_t
spare_of_glue(int64_t spare, int64_t grow, int64_t narrow)
{
    if (spare >= 0)
        return spare > grow ? spare - grow : 0;
    return spare + narrow < 0 ? spare + narrow : 0;
}

static struct fit
fit_of(const struct breaker *b, const struct active *from, size_t i)
{
    const struct sum *s = &b->sums[from->begin], *e = &b->sums[i];
    int measure = measure_of(b->options, from->line);
    int64_t width = e->width - s->width;
    if (b->items[i].kind == BREAK_PENALTY)
        width += b->items[i].width;
    if (b->items[from->begin].kind == BREAK_BOX)
        width -= b->items[from->begin].hang;
    int64_t spare = measure - (width - b->items[i].hang);
    struct fit fit = {0, DECENT, false};
    spare = spare_of_glue(spare, e->grow - s->grow, e->narrow - s->narrow);
    if (spare >= 0) {
        int64_t stretch = e->stretch - s->stretch;
        if (b->options->ragged)
            stretch += measure / 8;
        if (b->try == TRIES - 1)
            stretch += measure / 12;
        fit.badness = badness(spare, stretch);
        fit.fitness = fit.badness < 13    ? DECENT
                      : fit.badness < 100 ? LOOSE
                                          : VERY_LOOSE;
        return fit;
    }
    int64_t shrink = e->shrink - s->shrink;
    fit.overfull = -spare > shrink;
    fit.badness = badness(-spare, shrink);
    if (fit.overfull) {
        int64_t points = (-spare - shrink) / PANGO_SCALE;
        fit.badness =
            OVERFULL + (points < OVERFULL_MOST ? points : OVERFULL_MOST);
    }
    fit.fitness = fit.badness > 12 ? TIGHT : DECENT;
    return fit;
}

/* The last line is a runt when it is narrower than asked for, or a word's
 * second half alone. */
static bool
is_runt(const struct breaker *b, const struct active *from, size_t i)
{
    int64_t width = b->sums[i].width - b->sums[from->begin].width;
    if (width < b->options->runt)
        return true;
    if (!from->ladder)
        return false;
    for (size_t k = from->begin; k < i; k++)
        if (b->items[k].kind == BREAK_GLUE && b->items[k].width > 0)
            return false;
    return true;
}

static int64_t
demerits_of(const struct breaker *b, const struct active *from, size_t i,
            const struct fit *fit)
{
    const struct break_item *item = &b->items[i];
    int64_t p = item->kind == BREAK_PENALTY ? item->penalty : 0;
    int64_t d = LINE_PENALTY + fit->badness;
    d *= d;
    if (p > 0)
        d += p * p;
    else if (p > BREAK_FORCED)
        d -= p * p;
    if (item->kind == BREAK_PENALTY && item->flagged && from->ladder)
        d += DOUBLE_HYPHEN + (from->ladder > 1 ? LADDER : 0);
    int apart = (int)fit->fitness - (int)from->fitness;
    if (apart > 1 || apart < -1)
        d += ADJACENT;
    if (i + 1 == b->n && from->item != SIZE_MAX) {
        if (from->ladder)
            d += FINAL_HYPHEN;
        if (is_runt(b, from, i))
            d += RUNT;
    }
    return from->demerits + d;
}

/* Keeps the candidate if none with the same future is cheaper. */
static void
offer(struct breaker *b, const struct active *from, size_t i,
      const struct fit *fit)
{
    bool flagged = b->items[i].kind == BREAK_PENALTY && b->items[i].flagged;
    struct active node = {.item = i, .fitness = fit->fitness, .previous = from};
    node.ladder = !flagged ? 0 : from->ladder < 2 ? from->ladder + 1 : 2;
    node.line = from->line + 1;
    if (!b->options->lines && node.line >= b->options->measure_count)
        node.line = b->options->measure_count - 1;
    node.demerits = demerits_of(b, from, i, fit);
    for (size_t k = 0; k < b->best_count; k++) {
        struct active *old = &b->best[k];
        if (old->line != node.line || old->fitness != node.fitness ||
            old->ladder != node.ladder)
            continue;
        if (node.demerits < old->demerits)
            *old = node;
        return;
    }
    b->best[b->best_count++] = node;
}

/* The candidates of one line number become nodes before `before`. */
static void
settle(struct breaker *b, struct active **before)
{
    int64_t least = INT64_MAX;
    for (size_t k = 0; k < b->best_count; k++)
        if (b->best[k].demerits < least)
            least = b->best[k].demerits;
    for (size_t k = 0; k < b->best_count; k++) {
        if (b->best[k].demerits > least + HOPELESS && !b->options->lines)
            continue;
        struct active *node = ARENA_NEW(b->arena, struct active);
        *node = b->best[k];
        node->begin = line_start(b, node->item + 1);
        node->next = *before;
        *before = node;
        before = &node->next;
    }
    b->best_count = 0;
}

static int64_t
threshold(const struct breaker *b)
{
    switch (b->try) {
    case 0:
        return b->options->pretolerance;
    case 1:
        return b->options->tolerance;
    default:
        return CAPPED;
    }
}

/* Whether a line may end at item i where so many lines are asked for: not
 * with the third hyphen in a row, nor as a last line that is too short. */
static bool
is_good(const struct breaker *b, const struct active *from, size_t i)
{
    bool flagged = b->items[i].kind == BREAK_PENALTY && b->items[i].flagged;
    bool last = i + 1 == b->n;
    size_t line = from->line + 1;
    if (last ? line != b->options->lines : line >= b->options->lines)
        return false;
    return !(flagged && from->ladder > 1) &&
           !(last && from->item != SIZE_MAX && is_runt(b, from, i));
}

/* Whether a line from the node to item i is taken: the last try takes all but
 * overfull lines that could have ended sooner. */
static bool
is_taken(const struct breaker *b, const struct active *from, size_t i,
         const struct fit *fit)
{
    if (b->options->lines && !is_good(b, from, i))
        return false;
    if (fit->overfull)
        return b->try == TRIES - 1 && !from->inner;
    return fit->badness <= threshold(b);
}

/* One legal place: each active node may end its line here. Nodes whose line
 * is overfull, and at a forced break all, leave the list. The list is kept
 * sorted by line number; candidates settle behind the nodes of their line's
 * predecessor. */
static void
try_break(struct breaker *b, size_t i)
{
    bool forced = is_forced(&b->items[i]);
    struct active **at = &b->actives;
    size_t line = *at ? (*at)->line : 0;
    while (*at) {
        struct active *from = *at;
        if (from->line != line && b->best_count) {
            struct active *rest = *at;
            settle(b, at);
            while (*at != rest)
                at = &(*at)->next;
        }
        line = from->line;
        struct fit fit = {0};
        if (from->begin <= i)
            fit = fit_of(b, from, i);
        if (from->begin <= i && is_taken(b, from, i, &fit))
            offer(b, from, i, &fit);
        from->inner |= from->begin <= i;
        if (fit.overfull || forced)
            *at = from->next;
        else
            at = &from->next;
    }
    settle(b, at);
}

static const struct active *
run_try(struct breaker *b)
{
    struct active *start = ARENA_NEW(b->arena, struct active);
    start->item = SIZE_MAX;
    start->fitness = DECENT;
    start->begin = line_start(b, 0);
    b->actives = start;
    b->best_count = 0;
    for (size_t i = 0; i < b->n && b->actives; i++)
        if (is_legal(b, i))
            try_break(b, i);
    const struct active *best = NULL;
    for (const struct active *a = b->actives; a; a = a->next)
        if (a->item == b->n - 1 && (!best || a->demerits < best->demerits))
            best = a;
    return best;
}

/* Whether three lines in a row on the way end in hyphens. */
static bool
has_ladder(const struct active *last)
{
    for (const struct active *node = last; node && node->previous;
         node = node->previous)
        if (node->ladder > 1 && node->previous->ladder > 1)
            return true;
    return false;
}

size_t
break_lines(struct arena *a, const struct break_item *items, size_t n,
            const struct break_options *o, size_t *out)
{
    if (!n)
        return 0;
    struct breaker *b = ARENA_NEW(a, struct breaker);
    b->arena = a;
    b->items = items;
    b->n = n;
    b->options = o;
    b->sums = sum_up(a, items, n);
    b->last_word = find_last_word(items, n);
    const struct active *last = NULL;
    b->try = o->lines ? 1 : 0;
    for (int end = o->lines ? 2 : TRIES; b->try < end; b->try++) {
        const struct active *found = run_try(b);
        last = found ? found : last;
        if (last && !has_ladder(last))
            break;
    }
    if (o->demerits)
        *o->demerits = last ? last->demerits : 0;
    size_t count = 0;
    for (const struct active *node = last; node && node->item != SIZE_MAX;
         node = node->previous)
        out[count++] = node->item;
    for (size_t i = 0; i < count / 2; i++) {
        size_t swapped = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = swapped;
    }
    return count;
}
