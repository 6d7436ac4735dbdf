/* SPDX-License-Identifier: MIT */
/* Page breaking against brute force: for small lists of paragraphs, some of
 * which can be set longer or shorter, all ways to set and to break them are
 * tried. A line is 10 high, a page 140. */
#include "unit.h"

#include "layout/pages_int.h"

enum {
    LINE = 10,
    PAGE = 140,
    LINES = PAGE / LINE,
    MISSING = LINES / 6,
    MOST = 8,
    MOST_LINES = 128,
    MOST_PAGES = 30
};

/* A paragraph as the test thinks of it: its lines, what a line more or less
 * costs (0: impossible), whether it is a heading. */
struct made {
    int lines, longer, shorter;
    bool heading;
};

struct bench {
    struct arena *a;
    struct made pars[MOST];
    size_t n;
    bool long_pages;
};

static uint32_t
next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static struct flow_item
penalty_of(int cost)
{
    return (struct flow_item){.kind = FLOW_PENALTY, .penalty = cost};
}

/* A line of paragraph i, which has its number where no box has any. */
static struct flow_item
line_of(int i)
{
    return (struct flow_item){.kind = FLOW_BOX, .height = LINE, .at_top = i};
}

static int
cost_in(int line, int lines)
{
    return line == 1 || line == lines - 1 ? FLOW_COST_NEVER : 0;
}

static void
vary(void *with, struct flow *flow, struct flow_par *par)
{
    struct bench *t = with;
    const struct made *made = &t->pars[par->orphans];
    (void)flow;
    for (int more = -1; more < 2; more += 2) {
        int cost = more > 0 ? made->longer : made->shorter;
        if (!cost)
            continue;
        struct flow_variant *v = vec_add(t->a, &par->variants);
        int lines = made->lines + more;
        *v = (struct flow_variant){
            .lines = more,
            .cost = cost,
            .items = ARENA_ARRAY(t->a, struct flow_item, 2 * (size_t)lines),
            .n = 2 * (size_t)lines - 1};
        for (int i = 0; i < lines; i++) {
            v->items[2 * i] = line_of(par->orphans);
            if (i)
                v->items[2 * i - 1] = penalty_of(cost_in(i, lines));
        }
    }
}

static struct flow *
list_of(struct bench *t)
{
    struct flow *flow = ARENA_NEW(t->a, struct flow);
    flow->line = LINE;
    flow->grid = true;
    for (size_t i = 0; i < t->n; i++) {
        const struct made *made = &t->pars[i];
        if (i)
            *vec_add(t->a, &flow->items) =
                penalty_of(t->pars[i - 1].heading ? FLOW_COST_NEVER : 0);
        size_t first = flow->items.n;
        for (int k = 0; k < made->lines; k++) {
            if (k)
                *vec_add(t->a, &flow->items) =
                    penalty_of(cost_in(k, made->lines));
            *vec_add(t->a, &flow->items) = line_of((int)i);
        }
        if (!made->heading)
            *vec_add(t->a, &flow->pars) = (struct flow_par){
                .first = first, .end = flow->items.n, .orphans = (int)i};
    }
    return flow;
}

static int
height(void *with, size_t n)
{
    (void)with, (void)n;
    return PAGE;
}

static bool
longer(void *with, size_t n, int line)
{
    (void)n, (void)line;
    return ((struct bench *)with)->long_pages;
}

/* What a page costs of so many lines; page 0 is a verso that faces page 1. */
static int64_t
cost_of_page(int lines, int before, size_t page, bool last)
{
    int missing = LINES - lines;
    if (last) {
        int few = 5 - lines, some = 10 - lines;
        if (!page || some <= 0)
            return 0;
        return some * some * 10 + (few > 0 ? few * few * 120 : 0);
    }
    int part = missing > 0 ? missing * 1000 / LINES : 0;
    int64_t cost =
        part * part / 25 + (missing < 0 ? PAGE_COST_LONG : 0) +
        (missing > MISSING       ? PAGE_COST_HOLE
         : missing > MISSING / 3 ? PAGE_COST_SHORT * (missing - MISSING / 3)
                                 : 0);
    int apart = before - lines;
    if (page % 2 && missing <= MISSING && LINES - before <= MISSING)
        cost += !apart ? 0
                       : PAGE_COST_UNLEVEL +
                             PAGE_COST_APART * (apart < 0 ? -apart : apart);
    return cost;
}

/* A list as break costs behind each line, and what is known of it: the least
 * cost from a line on, by the page before and the page. */
struct plain {
    int cost[MOST_LINES], lines;
    bool long_pages;
    int64_t known[MOST_PAGES][MOST_LINES][LINES + 2];
};

static void
plain_of(const struct bench *t, const int *more, struct plain *p)
{
    *p = (struct plain){.long_pages = t->long_pages};
    for (size_t i = 0; i < t->n; i++) {
        int lines = t->pars[i].lines + more[i];
        for (int k = 1; k < lines; k++)
            p->cost[p->lines++] = cost_in(k, lines);
        p->cost[p->lines++] = t->pars[i].heading ? FLOW_COST_NEVER : 0;
    }
}

static int64_t
best_of(struct plain *p, int from, int before, size_t page)
{
    int64_t best = INT64_MAX / 2, *known = &p->known[page][from][before];
    int most = LINES + (p->long_pages ? 1 : 0);
    if (*known || page + 1 == MOST_PAGES)
        return *known ? *known - 1 : best;
    if (p->lines - from <= LINES)
        best = cost_of_page(p->lines - from, before, page, true);
    for (int n = 1; n <= most && from + n < p->lines; n++) {
        int64_t cost =
            p->cost[from + n - 1] + cost_of_page(n, before, page, false);
        if (cost >= best)
            continue;
        cost += best_of(p, from + n, n, page + 1);
        best = cost < best ? cost : best;
    }
    *known = best + 1;
    return best;
}

/* The least cost over all settings of the paragraphs, of which at most so many
 * are not the best. */
static int64_t
brute_force(const struct bench *t, int changes)
{
    int more[MOST];
    for (size_t i = 0; i < t->n; i++)
        more[i] = -1;
    int64_t best = INT64_MAX;
    struct plain *p = ARENA_NEW(t->a, struct plain);
    for (;;) {
        int64_t cost = 0;
        int changed = 0;
        for (size_t i = 0; i < t->n; i++) {
            int its = more[i] > 0 ? t->pars[i].longer : t->pars[i].shorter;
            changed += !more[i] ? 0 : its ? 1 : MOST + 1;
            cost += more[i] ? its : 0;
        }
        if (changed <= changes && cost < best) {
            plain_of(t, more, p);
            cost += best_of(p, 0, 0, 0);
            best = cost < best ? cost : best;
        }
        size_t i = 0;
        while (i < t->n && more[i] == 1)
            more[i++] = -1;
        if (i == t->n)
            return best;
        more[i]++;
    }
}

/* What the pages that came out cost, by the same reckoning. */
static int64_t
cost_of_result(const struct bench *t, const struct flow *flow,
               const struct flow_page *pages, size_t n)
{
    int64_t cost = 0;
    int lines_of[MOST] = {0};
    for (size_t i = 0; i < flow->items.n; i++)
        if (flow->items.at[i].kind == FLOW_BOX)
            lines_of[flow->items.at[i].at_top]++;
    for (size_t i = 0; i < t->n; i++) {
        const struct made *made = &t->pars[i];
        assert_in_range(lines_of[i] - made->lines + 1, 0, 2);
        cost += lines_of[i] > made->lines   ? made->longer
                : lines_of[i] < made->lines ? made->shorter
                                            : 0;
    }
    int before = 0;
    for (size_t i = 0; i < n; i++) {
        int lines = 0;
        for (size_t k = pages[i].first; k < pages[i].end; k++)
            lines += flow->items.at[k].kind == FLOW_BOX;
        if (i + 1 < n)
            cost += flow->items.at[pages[i].end].penalty;
        cost += cost_of_page(lines, before, i, i + 1 == n);
        before = lines;
    }
    return cost;
}

static void
make_random(struct bench *t, uint32_t *seed)
{
    t->n = 5 + next_random(seed) % (MOST - 4);
    t->long_pages = next_random(seed) % 2;
    for (size_t i = 0; i < t->n; i++) {
        struct made *made = &t->pars[i];
        *made = (struct made){.lines = 1 + (int)(next_random(seed) % 12)};
        made->heading = i + 1 < t->n && next_random(seed) % 6 == 0;
        if (made->heading)
            made->lines = 1;
        if (made->heading || made->lines < 3)
            continue;
        if (next_random(seed) % 3 == 0)
            made->longer = 20 + (int)(next_random(seed) % 400);
        if (next_random(seed) % 3 == 0)
            made->shorter = 20 + (int)(next_random(seed) % 400);
    }
}

/* The pages are as good as any that the settings allow which were asked for
 * (where nothing has to be mended, none are), with as many changed on a page
 * as may be. */
static void
is_as_good_as_brute_force(void **state)
{
    (void)state;
    uint32_t seed = 20260219;
    int changed = 0;
    for (int i = 0; i < 2000; i++) {
        struct bench t = {.a = arena_new()};
        make_random(&t, &seed);
        struct flow *flow = list_of(&t);
        size_t pars = flow->pars.n;
        struct pages_options o = {
            .height = height, .longer = longer, .with = &t, .vary = vary};
        size_t n;
        struct flow_page *pages = pages_break(t.a, flow, &o, &n);
        bool asked = false;
        for (size_t k = 0; k < pars; k++) {
            const struct flow_par *par = &flow->pars.at[k];
            asked |= par->asked;
            if (!par->asked)
                t.pars[par->orphans].longer = t.pars[par->orphans].shorter = 0;
        }
        int64_t cost = cost_of_result(&t, flow, pages, n);
        assert_true(cost >= brute_force(&t, MOST));
        assert_true(cost <= brute_force(&t, SLACK));
        changed += asked;
        arena_free(t.a);
    }
    assert_in_range(changed, 100, 1900);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_as_good_as_brute_force),
    };
    return RUN_TESTS(tests);
}
