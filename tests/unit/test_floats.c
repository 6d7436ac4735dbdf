/* SPDX-License-Identifier: MIT */
/* Where floats go on made-up vertical lists; lists made up at random. */
#include "vlist.h"

static uint32_t
next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static struct flow_float *
add_float(struct list *l, enum style_float want, int height)
{
    struct flow_float *f = ARENA_NEW(l->a, struct flow_float);
    *f = (struct flow_float){
        .want = want, .height = height, .above = 5, .below = 5};
    if (l->flow.items.n)
        penalty(l, 0);
    *vec_add(l->a, &l->flow.floats) = f;
    add(l, FLOW_FLOAT, 0)->floating = f;
    return f;
}

/* The page that has the float, and on which side. */
static size_t
page_of(const struct list *l, const struct flow_page *pages, size_t n,
        const struct flow_float *f, enum flow_side *side)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = pages[i].first; k < pages[i].end; k++)
            if (l->flow.items.at[k].floating == f) {
                *side = l->flow.items.at[k].to;
                return i;
            }
    fail_msg("a float is lost");
    return n;
}

static void
floats_to_the_top(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 3);
    struct flow_float *f = add_float(&l, STYLE_FLOAT_TOP, 35);
    penalty(&l, 0);
    lines(&l, 20);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    enum flow_side side;
    assert_int_equal(page_of(&l, pages, n, f, &side), 0);
    assert_int_equal(side, FLOW_TOP);
    assert_ptr_equal(l.flow.items.at[0].floating, f);
    assert_int_equal(boxes_on(&l, &pages[0]), 6);
    arena_free(l.a);
}

static void
floats_to_the_foot(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 2);
    struct flow_float *f = add_float(&l, STYLE_FLOAT_BOTTOM, 35);
    penalty(&l, 0);
    note(&l, 1);
    lines(&l, 20);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    enum flow_side side;
    assert_int_equal(page_of(&l, pages, n, f, &side), 0);
    assert_int_equal(side, FLOW_BOTTOM);
    assert_ptr_equal(l.flow.items.at[pages[0].end - 1].floating, f);
    assert_int_equal(pages[0].note_end, 1);
    assert_int_equal(boxes_on(&l, &pages[0]), 4);
    arena_free(l.a);
}

/* The text goes on where the float has no room. */
static void
floats_to_the_next_page(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 8);
    struct flow_float *f = add_float(&l, STYLE_FLOAT_SNAP, 45);
    penalty(&l, 0);
    lines(&l, 20);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    enum flow_side side;
    assert_int_equal(page_of(&l, pages, n, f, &side), 1);
    assert_int_equal(side, FLOW_TOP);
    assert_int_equal(boxes_on(&l, &pages[0]), 10);
    assert_int_equal(boxes_on(&l, &pages[1]), 5);
    arena_free(l.a);
}

/* Before its section's heading, and behind what ends the section, there is no
 * place for it. */
static void
floats_in_its_section(void **state)
{
    (void)state;
    struct doc_node node = {.kind = DOC_HEADING};
    struct flow_box heading = {.node = &node};
    for (int behind = 0; behind < 2; behind++) {
        struct list l = list_new();
        lines(&l, behind ? 4 : 2);
        struct flow_float *f = NULL;
        if (behind)
            f = add_float(&l, STYLE_FLOAT_BOTTOM, 15);
        penalty(&l, 0);
        add(&l, FLOW_BOX, 10)->box = &heading;
        penalty(&l, FLOW_COST_NEVER);
        lines(&l, 2);
        if (!behind)
            f = add_float(&l, STYLE_FLOAT_TOP, 15);
        penalty(&l, 0);
        lines(&l, behind ? 20 : 2);
        size_t n;
        struct flow_page *pages = breaks(&l, &n);
        enum flow_side side;
        assert_int_equal(page_of(&l, pages, n, f, &side), 0);
        assert_int_equal(side, FLOW_HERE);
        arena_free(l.a);
    }
}

static void
keeps_floats_in_order(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 5);
    struct flow_float *one = add_float(&l, STYLE_FLOAT_TOP, 55);
    penalty(&l, 0);
    struct flow_float *other = add_float(&l, STYLE_FLOAT_TOP, 15);
    lines(&l, 30);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    enum flow_side side;
    size_t first = page_of(&l, pages, n, one, &side);
    assert_true(first <= page_of(&l, pages, n, other, &side));
    arena_free(l.a);
}

static void
random_block(struct list *l, uint32_t *seed)
{
    uint32_t kind = next_random(seed) % 10;
    if (kind < 5) {
        if (next_random(seed) % 4 == 0)
            note(l, 1 + (int)(next_random(seed) % 15));
        lines(l, 1 + (int)(next_random(seed) % 14));
    } else if (kind < 7) {
        add(l, FLOW_BOX, 10 + (int)(next_random(seed) % 150));
    } else if (kind == 7) {
        open_frame(l, (int)(next_random(seed) % 9));
        if (next_random(seed) % 2)
            l->frame->head_height = 12;
        lines(l, 1 + (int)(next_random(seed) % 30));
        close_frame(l);
    } else if (kind == 8) {
        add(l, FLOW_BOX, 14);
        penalty(l, FLOW_COST_NEVER);
        lines(l, 4);
    } else {
        add(l, FLOW_GRID, 10);
        lines(l, 2);
    }
}

static void
random_list(struct list *l, uint32_t *seed)
{
    uint32_t blocks = 1 + next_random(seed) % 40;
    for (uint32_t i = 0; i < blocks; i++) {
        uint32_t between = next_random(seed) % 12;
        if (i && between == 0)
            add(l, FLOW_FORCED, 0)->side =
                (enum style_break)(STYLE_BREAK_PAGE + next_random(seed) % 3);
        else if (i)
            penalty(l, between == 1 ? FLOW_COST_AVOID : 0);
        if (between % 2)
            add(l, FLOW_GLUE, (int)(next_random(seed) % 30));
        random_block(l, seed);
        if (next_random(seed) % 5 == 0) /* of whole lines, as on a grid */
            add_float(
                l, (enum style_float)(STYLE_FLOAT_TOP + next_random(seed) % 3),
                10 * (int)(1 + next_random(seed) % 6) - 5);
    }
}

/* Every item is on one page, in order; no page is too full unless it holds
 * what can't be parted; every note line is on one page, not before its mark;
 * sides are as asked. */
static void
check(const struct list *l, const struct flow_page *pages, size_t n)
{
    size_t at = 0, notes = 0;
    for (size_t i = 0; i < n; i++) {
        const struct flow_page *page = &pages[i];
        if (page->blank) {
            assert_int_equal(page->first, page->end);
            assert_int_equal(page->note_first, page->note_end);
            continue;
        }
        for (; at < page->first; at++) /* the break itself is on no page */
            assert_true(l->flow.items.at[at].kind == FLOW_PENALTY ||
                        l->flow.items.at[at].kind == FLOW_FORCED);
        assert_int_equal(page->first, at);
        assert_int_equal(page->note_first, notes);
        at = page->end;
        notes = page->note_end;
        size_t asked = 0; /* floats know of fewer */
        for (size_t k = 0; k < at; k++)
            if (l->flow.items.at[k].note_end > asked)
                asked = l->flow.items.at[k].note_end;
        assert_true(notes <= asked);
        bool any = page->end > page->first;
        bool one = boxes_on(l, page) < 2; /* or a float that must be here */
        for (size_t k = page->first; k < page->end; k++)
            one |=
                l->flow.items.at[k].kind == FLOW_FLOAT && boxes_on(l, page) < 3;
        if (page->end < l->flow.items.n && any &&
            l->flow.items.at[page->end].kind == FLOW_FORCED &&
            pages[i + 1].blank)
            assert_int_not_equal(l->flow.items.at[page->end].side,
                                 STYLE_BREAK_PAGE);
        if (!one)
            assert_in_range(height_of(l, page), 0, 100);
    }
    assert_true(at + 1 >= l->flow.items.n);
    assert_int_equal(notes, l->notes);
}

/* Numbers the boxes where no box has one, and tells of each float how many
 * come before it. */
static void
number_boxes(struct list *l, size_t *before)
{
    size_t boxes = 0, floats = 0;
    for (size_t i = 0; i < l->flow.items.n; i++) {
        struct flow_item *item = &l->flow.items.at[i];
        if (item->kind == FLOW_BOX)
            item->at_top = (int)boxes++;
        else if (item->kind == FLOW_FLOAT)
            before[floats++] = boxes;
    }
}

/* Boxes are all there in their order, and so are floats; each is on the page of
 * the box before its place, of the one after it, or on the next one. */
static void
check_floats(const struct list *l, const struct flow_page *pages, size_t n,
             const size_t *before)
{
    size_t boxes = 0, last = 0;
    size_t *page_of_box = ARENA_ARRAY(l->a, size_t, l->flow.items.n + 1);
    for (size_t i = 0; i < n; i++)
        for (size_t k = pages[i].first; k < pages[i].end; k++) {
            const struct flow_item *item = &l->flow.items.at[k];
            if (item->kind != FLOW_BOX)
                continue;
            assert_int_equal(item->at_top, boxes);
            page_of_box[boxes++] = i;
        }
    for (size_t i = 0; i < l->flow.floats.n; i++) {
        enum flow_side side;
        size_t at = page_of(l, pages, n, l->flow.floats.at[i], &side);
        assert_true(at >= last);
        last = at;
        size_t place = before[i] ? page_of_box[before[i] - 1] : 0;
        size_t next =
            before[i] < boxes ? page_of_box[before[i]] : page_of_box[boxes - 1];
        assert_in_range(at, place, next + 1);
    }
}

static void
loses_nothing_at_random(void **state)
{
    (void)state;
    uint32_t seed = 20260108;
    for (int i = 0; i < 3000; i++) {
        struct list l = list_new();
        l.flow.grid = true;
        random_list(&l, &seed);
        size_t n, before[64];
        number_boxes(&l, before);
        struct flow_page *pages = breaks(&l, &n);
        check(&l, pages, n);
        check_floats(&l, pages, n, before);
        arena_free(l.a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(floats_to_the_top),
        cmocka_unit_test(floats_to_the_foot),
        cmocka_unit_test(floats_to_the_next_page),
        cmocka_unit_test(floats_in_its_section),
        cmocka_unit_test(keeps_floats_in_order),
        cmocka_unit_test(loses_nothing_at_random),
    };
    return RUN_TESTS(tests);
}
