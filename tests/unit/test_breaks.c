/* SPDX-License-Identifier: MIT */
/* Line breaking against brute force: on small random inputs the demerits of
 * what break_lines() chose are the least of all ways to break. */
#include "layout/layout_int.h"

#include "unit.h"

enum { MOST = 34, ROUNDS = 4000 };

struct paragraph {
    struct break_item items[MOST];
    size_t n;
    struct break_options options;
    int measures[2];
};

/* The costs once more, from their definition and not from the code. */
struct state {
    size_t begin; /* the first item of the line */
    size_t line;
    int fitness, ladder;
    bool first;
    size_t lines; /* that are asked for, or 0 */
    bool even;    /* without three hyphens in a row */
};

static uint32_t
roll(uint32_t *seed, uint32_t n)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % n;
}

static void
add(struct paragraph *p, struct break_item item)
{
    p->items[p->n++] = item;
}

static void
add_end(struct paragraph *p, bool last)
{
    add(p, (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_NEVER});
    add(p, (struct break_item){.kind = BREAK_GLUE, .stretch = 1 << 28});
    add(p, (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_FORCED});
    if (!last)
        add(p, (struct break_item){.kind = BREAK_BOX});
}

static void
make(struct paragraph *p, uint32_t *seed)
{
    *p = (struct paragraph){0};
    bool ragged = roll(seed, 3) == 0;
    int words = 2 + (int)roll(seed, 7);
    uint32_t often = roll(seed, 4) ? 3 : 1; /* are there hyphens */
    for (int i = 0; i < words && p->n < MOST - 9; i++) {
        int width = 1000 * (1 + (int)roll(seed, 12));
        int hang = ragged ? 0 : (int)roll(seed, 400);
        int give = ragged ? 0 : (int)roll(seed, 3) * width / 50;
        add(p, (struct break_item){.kind = BREAK_BOX,
                                   .width = width,
                                   .stretch = give,
                                   .shrink = give / 2,
                                   .hang = hang});
        if (roll(seed, often) == 0) {
            add(p, (struct break_item){.kind = BREAK_PENALTY,
                                       .width = 500,
                                       .hang = hang / 2,
                                       .penalty = 50,
                                       .flagged = true,
                                       .late = roll(seed, 3) > 0});
            /* a word's rest is as wide as the hyphen at least */
            add(p, (struct break_item){.kind = BREAK_BOX,
                                       .width = width / 2 + hang,
                                       .stretch = give / 2});
        }
        if (roll(seed, 14) == 0)
            add_end(p, false);
        else if (i + 1 < words)
            add(p, (struct break_item){.kind = BREAK_GLUE,
                                       .width = 1000,
                                       .hang = hang,
                                       .stretch = ragged ? 0 : 500,
                                       .shrink = ragged ? 0 : 333});
    }
    add_end(p, true);
    p->measures[0] = 1000 * (8 + (int)roll(seed, 22));
    p->measures[1] = p->measures[0] + 1000 * (int)roll(seed, 5);
    p->options = (struct break_options){.measures = p->measures,
                                        .measure_count = 1 + roll(seed, 2),
                                        .ragged = ragged,
                                        .pretolerance = 100,
                                        .tolerance = 200,
                                        .runt = 4000};
}

static bool
forced(const struct break_item *item)
{
    return item->kind == BREAK_PENALTY && item->penalty <= BREAK_FORCED;
}

static bool
legal(const struct paragraph *p, size_t i, int try)
{
    const struct break_item *item = &p->items[i];
    if (item->kind == BREAK_GLUE)
        return i && p->items[i - 1].kind == BREAK_BOX;
    if (item->kind != BREAK_PENALTY || item->penalty >= BREAK_NEVER)
        return false;
    bool last = true; /* within the last word */
    for (size_t k = i; k < p->n; k++)
        last &= p->items[k].kind != BREAK_GLUE || !p->items[k].width;
    return try >= (!item->late ? 0 : item->flagged && last ? 2 : 1);
}

static size_t
first_box(const struct paragraph *p, size_t i)
{
    while (i < p->n && p->items[i].kind != BREAK_BOX && !forced(&p->items[i]))
        i++;
    return i;
}

static int64_t
bad(int64_t t, int64_t s)
{
    if (t <= 0)
        return 0;
    if (s <= 0 || t / s >= 20)
        return 100000;
    int64_t r = 297 * t / s;
    r = (r * r * r + 131072) / 262144;
    return r < 100000 ? r : 100000;
}

/* The cost of the line that ends at i, or -1 where a try does not take it;
 * `next` becomes the state behind it. */
static int64_t
line_cost(const struct paragraph *p, const struct state *s, size_t i, int try,
          struct state *next)
{
    const int limits[] = {p->options.pretolerance, p->options.tolerance,
                          100000};
    int64_t width = 0, stretch = 0, shrink = 0, glues = 0;
    int64_t grow = 0, narrow = 0;
    bool inner = false;
    for (size_t k = s->begin; k < i; k++) {
        const struct break_item *item = &p->items[k];
        inner |= legal(p, k, try);
        if (item->kind == BREAK_PENALTY)
            continue;
        width += item->width;
        bool box = item->kind == BREAK_BOX;
        *(box ? &grow : &stretch) += item->stretch;
        *(box ? &narrow : &shrink) += item->shrink;
        glues += item->kind == BREAK_GLUE && item->width > 0;
    }
    int64_t ink = width;
    const struct break_item *at = &p->items[i];
    size_t last_measure = p->options.measure_count - 1;
    int measure = p->measures[s->line < last_measure ? s->line : last_measure];
    width += at->kind == BREAK_PENALTY ? at->width : 0;
    width -= at->hang;
    if (p->items[s->begin].kind == BREAK_BOX)
        width -= p->items[s->begin].hang;
    if (p->options.ragged)
        stretch += measure / 8;
    if (try == 2)
        stretch += measure / 12;
    if (width <= measure) /* boxes give first */
        width = width + grow < measure ? width + grow : measure;
    else
        width = width - narrow > measure ? width - narrow : measure;
    int64_t b = width <= measure ? bad(measure - width, stretch)
                                 : bad(width - measure, shrink);
    if (width - shrink > measure) {
        if (try < 2 || inner)
            return -1;
        b = 200000 + (width - shrink - measure) / PANGO_SCALE;
    } else if (b > limits[try]) {
        return -1;
    }
    int fitness = width > measure ? (b > 12 ? 0 : 1)
                  : b < 13        ? 1
                  : b < 100       ? 2
                                  : 3;
    int64_t d = (10 + b) * (10 + b);
    int64_t penalty = at->kind == BREAK_PENALTY ? at->penalty : 0;
    if (!forced(at))
        d += penalty > 0 ? penalty * penalty : -penalty * penalty;
    bool flagged = at->kind == BREAK_PENALTY && at->flagged;
    bool runt = i + 1 == p->n && !s->first &&
                (ink < p->options.runt || (s->ladder && !glues));
    if (s->even && flagged && s->ladder > 1)
        return -1;
    if (s->lines && ((flagged && s->ladder > 1) || runt ||
                     (i + 1 == p->n) != (s->line + 1 == s->lines)))
        return -1;
    if (flagged && s->ladder)
        d += 10000 + (s->ladder > 1 ? 1000000 : 0);
    if (fitness - s->fitness > 1 || s->fitness - fitness > 1)
        d += 10000;
    if (i + 1 == p->n && !s->first) {
        d += s->ladder ? 5000 : 0;
        d += runt ? 50000 : 0;
    }
    *next = (struct state){first_box(p, i + 1),
                           s->line + 1,
                           fitness,
                           flagged ? (s->ladder ? 2 : 1) : 0,
                           false,
                           s->lines,
                           s->even};
    return d;
}

/* The least cost of all ways to break from a state on; -1: there is none. */
static int64_t
least(const struct paragraph *p, const struct state *s, int try)
{
    int64_t best = -1;
    for (size_t i = s->begin; i < p->n; i++) {
        if (!legal(p, i, try))
            continue;
        struct state next;
        int64_t cost = line_cost(p, s, i, try, &next);
        if (cost >= 0 && i + 1 < p->n) {
            int64_t rest = least(p, &next, try);
            cost = rest < 0 ? -1 : cost + rest;
        }
        if (cost >= 0 && (best < 0 || cost < best))
            best = cost;
        if (forced(&p->items[i]))
            break;
    }
    return best;
}

static int64_t
cost_of(const struct paragraph *p, const size_t *ends, size_t n, int try)
{
    struct state s = {first_box(p, 0), 0, 1, 0, true, p->options.lines, false};
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        struct state next;
        int64_t cost = line_cost(p, &s, ends[i], try, &next);
        assert_true(cost >= 0);
        sum += cost;
        s = next;
    }
    return sum;
}

/* The first try that finds a way without three hyphens in a row as cheap as
 * any; else the last. */
static int64_t
least_of_tries(const struct paragraph *p, int *try)
{
    struct state start = {
        .begin = first_box(p, 0), .fitness = 1, .first = true};
    struct state even = start;
    even.even = true;
    for (*try = 0;; ++*try) {
        int64_t wanted = least(p, &start, *try);
        if (*try == 2 || (wanted >= 0 && least(p, &even, *try) == wanted))
            return wanted;
    }
}

static void
finds_the_least(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    uint32_t seed = 1;
    size_t tries[3] = {0};
    for (int round = 0; round < ROUNDS; round++) {
        struct paragraph p;
        make(&p, &seed);
        size_t ends[MOST];
        size_t n = break_lines(a, p.items, p.n, &p.options, ends);
        assert_true(n > 0);
        assert_int_equal(ends[n - 1], p.n - 1);
        int try = 0;
        int64_t wanted = least_of_tries(&p, &try);
        tries[try]++;
        assert_int_equal(cost_of(&p, ends, n, try), wanted);
        arena_reset(a);
    }
    for (int i = 0; i < 3; i++) /* each try was needed now and then */
        assert_true(tries[i] > ROUNDS / 50);
    arena_free(a);
}

/* So many lines as are asked for, at the least cost, or none. */
static void
finds_the_least_of_so_many_lines(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    uint32_t seed = 5;
    size_t found = 0, none = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct paragraph p;
        make(&p, &seed);
        size_t ends[MOST];
        size_t n = break_lines(a, p.items, p.n, &p.options, ends);
        int64_t demerits = 7;
        p.options.lines = roll(&seed, 2) || n < 2 ? n + 1 : n - 1;
        p.options.demerits = &demerits;
        p.options.tolerance = 3000;
        n = break_lines(a, p.items, p.n, &p.options, ends);
        struct state start = {first_box(&p, 0), 0,    1, 0, true,
                              p.options.lines,  false};
        int64_t wanted = least(&p, &start, 1);
        *(n ? &found : &none) += 1;
        if (wanted < 0) {
            assert_int_equal(n, 0);
        } else {
            assert_int_equal(n, p.options.lines);
            assert_int_equal(cost_of(&p, ends, n, 1), wanted);
            assert_int_equal(demerits, wanted);
        }
        arena_reset(a);
    }
    assert_true(found > ROUNDS / 100 && none > ROUNDS / 20);
    arena_free(a);
}

static size_t
break_words(struct arena *a, const int *widths, size_t n, int measure,
            size_t *ends)
{
    struct break_item *items = ARENA_ARRAY(a, struct break_item, 2 * n + 2);
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        items[m++] = (struct break_item){.kind = BREAK_BOX, .width = widths[i]};
        if (i + 1 < n)
            items[m++] = (struct break_item){
                .kind = BREAK_GLUE, .width = 250, .stretch = 125, .shrink = 83};
    }
    items[m++] =
        (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_NEVER};
    items[m++] = (struct break_item){.kind = BREAK_GLUE, .stretch = 1 << 28};
    items[m++] =
        (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_FORCED};
    struct break_options o = {
        .measures = &measure,
        .measure_count = 1,
        .pretolerance = 100,
        .tolerance = 200,
    };
    return break_lines(a, items, m, &o, ends);
}

/* A word wider than the measure stands alone and nothing else sticks out. */
static void
sets_an_overlong_word_alone(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    size_t ends[16];
    const int widths[] = {2000, 2000, 30000, 2000, 2000};
    assert_int_equal(break_words(a, widths, 5, 10000, ends), 3);
    assert_int_equal(ends[0], 3);
    assert_int_equal(ends[1], 5);
    arena_free(a);
}

static void
takes_an_only_break(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct break_item item = {.kind = BREAK_PENALTY,
                                    .penalty = BREAK_FORCED};
    int measure = 1000;
    struct break_options o = {
        .measures = &measure,
        .measure_count = 1,
        .pretolerance = 100,
        .tolerance = 200,
    };
    size_t ends[1];
    assert_int_equal(break_lines(a, &item, 1, &o, ends), 1);
    assert_int_equal(ends[0], 0);
    assert_int_equal(break_lines(a, &item, 0, &o, ends), 0);
    arena_free(a);
}

/* A book in one paragraph: the time must grow with its length alone. */
static void
stays_linear(void **state)
{
    (void)state;
    enum { WORDS = 200000 };
    struct arena *a = arena_new();
    int *widths = ARENA_ARRAY(a, int, WORDS);
    size_t *ends = ARENA_ARRAY(a, size_t, 2 * WORDS + 2);
    uint32_t seed = 7;
    for (size_t i = 0; i < WORDS; i++)
        widths[i] = 200 + (int)roll(&seed, 1500);
    widths[WORDS / 2] = 40000; /* so that all three tries run */
    size_t n = break_words(a, widths, WORDS, 20000, ends);
    assert_true(n > WORDS / 20 && n < WORDS / 10);
    arena_free(a);
}

/* Where the second try knows only a way with three hyphens in a row, the last
 * one finds looser lines. */
static void
avoids_ladders(void **state)
{
    (void)state;
    enum { WORDS = 7 };
    struct arena *a = arena_new();
    struct break_item items[4 * WORDS + 3];
    size_t n = 0, ends[4 * WORDS + 3];
    for (int i = 0; i < WORDS;
         i++) { /* the second half of one, one, half of one … */
        items[n++] = (struct break_item){.kind = BREAK_BOX, .width = 2000};
        items[n++] = (struct break_item){.kind = BREAK_PENALTY,
                                         .width = 300,
                                         .penalty = 50,
                                         .flagged = true,
                                         .late = true};
        items[n++] = (struct break_item){.kind = BREAK_BOX, .width = 2000};
        if (i + 1 < WORDS)
            items[n++] = (struct break_item){
                .kind = BREAK_GLUE, .width = 300, .stretch = 600, .shrink = 80};
    }
    items[n++] =
        (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_NEVER};
    items[n++] = (struct break_item){.kind = BREAK_GLUE, .stretch = 1 << 28};
    items[n++] =
        (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_FORCED};
    int measures[] = {6600, 8900};
    struct break_options o = {.measures = measures,
                              .measure_count = 2,
                              .pretolerance = 100,
                              .tolerance = 200};
    size_t lines = break_lines(a, items, n, &o, ends);
    int row = 0, most = 0;
    for (size_t i = 0; i < lines; i++) {
        row = items[ends[i]].flagged ? row + 1 : 0;
        most = row > most ? row : most;
    }
    assert_true(most < 3);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_least),
        cmocka_unit_test(finds_the_least_of_so_many_lines),
        cmocka_unit_test(sets_an_overlong_word_alone),
        cmocka_unit_test(takes_an_only_break),
        cmocka_unit_test(stays_linear),
        cmocka_unit_test(avoids_ladders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
