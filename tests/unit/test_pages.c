/* SPDX-License-Identifier: MIT */
/* Page breaking on made-up vertical lists. */
#include "vlist.h"

static void
fills_pages(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 25);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 3);
    assert_int_equal(boxes_on(&l, &pages[0]), 10);
    assert_int_equal(boxes_on(&l, &pages[1]), 10);
    assert_int_equal(boxes_on(&l, &pages[2]), 5);
    arena_free(l.a);
}

/* 9 lines, then 3 that may not be parted after the first or before the last:
 * the page ends short. */
static void
keeps_widows_and_orphans(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 9);
    penalty(&l, 0);
    lines(&l, 3);
    penalty(&l, 0);
    lines(&l, 20);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(boxes_on(&l, &pages[0]), 9);
    arena_free(l.a);
}

/* A page that would leave one line of a paragraph of eleven gives it two. */
static void
gives_the_widow_company(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 11);
    penalty(&l, 0);
    lines(&l, 10);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(boxes_on(&l, &pages[0]), 9);
    arena_free(l.a);
}

static void
keeps_headings_with_text(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 8);
    penalty(&l, 0);
    add(&l, FLOW_GLUE, 5);
    add(&l, FLOW_BOX, 10); /* the heading would fit, with one line */
    penalty(&l, FLOW_COST_NEVER);
    lines(&l, 6);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 2);
    assert_int_equal(boxes_on(&l, &pages[0]), 8);
    assert_int_equal(height_of(&l, &pages[1]), 70); /* no white space on top */
    arena_free(l.a);
}

static void
drops_glue_after_a_break_only(void **state)
{
    (void)state;
    struct list l = list_new();
    add(&l, FLOW_GLUE, 30); /* the list begins with it: it stays */
    lines(&l, 2);
    add(&l, FLOW_FORCED, 0)->side = STYLE_BREAK_PAGE;
    add(&l, FLOW_GLUE, 20); /* so does this */
    lines(&l, 2);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 2);
    assert_int_equal(height_of(&l, &pages[0]), 50);
    assert_int_equal(height_of(&l, &pages[1]), 40);
    arena_free(l.a);
}

static void
fills_up_to_the_side_asked_for(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 2);
    add(&l, FLOW_FORCED, 0)->side = STYLE_BREAK_RECTO;
    lines(&l, 2);
    add(&l, FLOW_FORCED, 0)->side = STYLE_BREAK_VERSO;
    lines(&l, 2);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 4);
    assert_true(pages[1].blank);
    assert_false(pages[2].blank);
    assert_int_equal(boxes_on(&l, &pages[2]), 2);
    assert_int_equal(boxes_on(&l, &pages[3]), 2);
    arena_free(l.a);
}

static void
keeps_padding_of_panels_at_breaks(void **state)
{
    (void)state;
    struct list l = list_new();
    open_frame(&l, 7);
    lines(&l, 20);
    close_frame(&l);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 3);
    for (size_t i = 0; i < n; i++)
        assert_in_range(height_of(&l, &pages[i]), 1, 100);
    assert_int_equal(boxes_on(&l, &pages[0]), 8);
    assert_int_equal(height_of(&l, &pages[0]), 94);
    arena_free(l.a);
}

static void
repeats_heads_of_tables(void **state)
{
    (void)state;
    struct list l = list_new();
    open_frame(&l, 0);
    l.frame->head_height = 15;
    add(&l, FLOW_BOX, 15);
    for (int i = 0; i < 12; i++) {
        penalty(&l, i ? 0 : FLOW_COST_NEVER);
        add(&l, FLOW_BOX, 15);
    }
    close_frame(&l);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 3);
    assert_int_equal(boxes_on(&l, &pages[0]), 6);
    assert_int_equal(boxes_on(&l, &pages[1]), 5);
    assert_int_equal(height_of(&l, &pages[1]), 90);
    arena_free(l.a);
}

static void
puts_notes_on_the_page_of_their_mark(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 4);
    penalty(&l, 0);
    note(&l, 3);
    lines(&l, 12);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 2);
    assert_int_equal(boxes_on(&l, &pages[0]), 6);
    assert_int_equal(pages[0].note_end, 3);
    assert_int_equal(height_of(&l, &pages[0]), 100);
    assert_int_equal(pages[1].note_end - pages[1].note_first, 0);
    arena_free(l.a);
}

/* The mark is in the page's last line that fits: the line goes over with its
 * note rather than without. */
static void
moves_the_line_with_its_note(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 9);
    penalty(&l, 0);
    note(&l, 1);
    add(&l, FLOW_BOX, 10);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 2);
    assert_int_equal(pages[0].note_end, 0);
    assert_int_equal(pages[1].note_end, 1);
    arena_free(l.a);
}

static void
splits_long_notes(void **state)
{
    (void)state;
    struct list l = list_new();
    note(&l, 40);
    lines(&l, 20);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    size_t lines_seen = 0, boxes = 0;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(pages[i].note_first, lines_seen);
        assert_in_range(height_of(&l, &pages[i]), 1, 100);
        lines_seen = pages[i].note_end;
        boxes += boxes_on(&l, &pages[i]);
    }
    assert_int_equal(lines_seen, 40);
    assert_int_equal(boxes, 20);
    assert_in_range(pages[0].note_end, 2, 9);
    arena_free(l.a);
}

static void
puts_a_box_that_is_too_tall_alone(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 3);
    penalty(&l, 0);
    add(&l, FLOW_BOX, 250);
    penalty(&l, 0);
    lines(&l, 3);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 3);
    assert_int_equal(boxes_on(&l, &pages[1]), 1);
    arena_free(l.a);
}

static void
goes_back_to_the_grid(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 2);
    penalty(&l, 0);
    add(&l, FLOW_BOX, 13);
    penalty(&l, 0);
    add(&l, FLOW_GRID, 10);
    add(&l, FLOW_BOX, 10);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(n, 1);
    assert_int_equal(height_of(&l, &pages[0]), 50);
    arena_free(l.a);
}

/* Facing pages, 1 and 2, end level where that costs one line alone. */
static void
levels_facing_pages(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 10);
    penalty(&l, 0);
    lines(&l, 9); /* page 1: one line short before the next three */
    penalty(&l, 0);
    lines(&l, 3);
    penalty(&l, 0);
    lines(&l, 30);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(boxes_on(&l, &pages[1]), 9);
    assert_int_equal(boxes_on(&l, &pages[2]), 9);
    arena_free(l.a);
}

/* Without a grid white space gives up to half of itself, but not on a page
 * that ends the text. */
static void
stretches_white_space(void **state)
{
    (void)state;
    for (int gap = 4; gap < 7; gap += 2) {
        struct list l = list_new();
        l.flow.loose = true;
        for (int i = 0; i < 6; i++) {
            if (i) {
                penalty(&l, 0);
                add(&l, FLOW_GLUE, gap);
            }
            lines(&l, 2);
        }
        size_t n;
        struct flow_page *pages = breaks(&l, &n);
        assert_int_equal(n, 2);
        assert_int_equal(boxes_on(&l, &pages[0]), 8);
        assert_int_equal(pages[0].stretched, gap == 6);
        assert_false(pages[1].stretched);
        arena_free(l.a);
    }
}

/* Pages 1 and 2 face; nine lines are all that page 1 can have, or eleven where
 * both may be longer. */
static void
runs_long_together(void **state)
{
    (void)state;
    for (int may = 0; may < 2; may++) {
        struct list l = list_new();
        l.flow.grid = true;
        lines(&l, 10);
        penalty(&l, 0);
        lines(&l, 11);
        penalty(&l, 0);
        lines(&l, 11);
        penalty(&l, 0);
        lines(&l, 30);
        size_t n;
        struct pages_options o = {
            .height = hundred, .recto = true, .longer = may ? always : NULL};
        struct flow_page *pages = pages_break(l.a, &l.flow, &o, &n);
        assert_int_equal(boxes_on(&l, &pages[1]), may ? 11 : 9);
        assert_int_equal(boxes_on(&l, &pages[2]), may ? 11 : 9);
        arena_free(l.a);
    }
}

static int
hundred_and_five(void *with, size_t page)
{
    (void)with, (void)page;
    return 105;
}

/* What is above the last line of the grid counts as well. */
static void
is_as_high_as_it_runs_long(void **state)
{
    (void)state;
    struct list l = list_new();
    l.flow.grid = true;
    lines(&l, 10);
    for (int i = 0; i < 2; i++) {
        penalty(&l, 0);
        lines(&l, 5);
        add(&l, FLOW_GLUE, 4);
        lines(&l, 6);
    }
    penalty(&l, 0);
    lines(&l, 30);
    size_t n;
    struct pages_options o = {
        .height = hundred_and_five, .recto = true, .longer = always};
    struct flow_page *pages = pages_break(l.a, &l.flow, &o, &n);
    assert_int_equal(boxes_on(&l, &pages[1]), 11);
    assert_int_equal(pages[1].height, 114);
    arena_free(l.a);
}

/* Notes stand on the last line: the page that faces them is full, or both have
 * a line less. */
static void
levels_with_notes(void **state)
{
    (void)state;
    struct list l = list_new();
    lines(&l, 10);
    penalty(&l, 0);
    lines(&l, 6); /* page 1: a line less above its note */
    note(&l, 1);
    lines(&l, 1);
    penalty(&l, 0);
    lines(&l, 9); /* page 2: cannot have ten */
    penalty(&l, 0);
    lines(&l, 3);
    penalty(&l, 0);
    lines(&l, 30);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(boxes_on(&l, &pages[1]), 7);
    assert_int_equal(pages[1].height, 90);
    assert_int_equal(boxes_on(&l, &pages[2]), 9);
    arena_free(l.a);
}

/* A page that a box leaves half empty does not pull the other up. */
static void
does_not_level_with_holes(void **state)
{
    (void)state;
    struct list l = list_new();
    add(&l, FLOW_BOX, 100);
    penalty(&l, 0);
    lines(&l, 5); /* page 1 */
    penalty(&l, 0);
    add(&l, FLOW_BOX, 60); /* page 2 */
    penalty(&l, 0);
    lines(&l, 60);
    size_t n;
    struct flow_page *pages = breaks(&l, &n);
    assert_int_equal(boxes_on(&l, &pages[1]), 5);
    assert_int_equal(boxes_on(&l, &pages[2]), 5);
    arena_free(l.a);
}

/* Two boxes that belong together, the first at the foot of a page: where pages
 * should be few they are parted, but not what must not be. */
static void
is_thrifty_where_it_should(void **state)
{
    (void)state;
    static const int costs[] = {FLOW_COST_AVOID / 3, FLOW_COST_NEVER};
    for (int i = 0; i < 2; i++)
        for (int thrifty = 0; thrifty < 2; thrifty++) {
            struct list l = list_new();
            lines(&l, 5);
            penalty(&l, 0);
            add(&l, FLOW_BOX, 40);
            penalty(&l, costs[i]);
            add(&l, FLOW_BOX, 60);
            penalty(&l, 0);
            add(&l, FLOW_BOX, 40);
            struct pages_options o = {.height = hundred, .thrifty = thrifty};
            size_t n;
            pages_break(l.a, &l.flow, &o, &n);
            assert_int_equal(n, thrifty && i == 0 ? 2 : 3);
            arena_free(l.a);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_pages),
        cmocka_unit_test(keeps_widows_and_orphans),
        cmocka_unit_test(gives_the_widow_company),
        cmocka_unit_test(keeps_headings_with_text),
        cmocka_unit_test(drops_glue_after_a_break_only),
        cmocka_unit_test(fills_up_to_the_side_asked_for),
        cmocka_unit_test(keeps_padding_of_panels_at_breaks),
        cmocka_unit_test(repeats_heads_of_tables),
        cmocka_unit_test(puts_notes_on_the_page_of_their_mark),
        cmocka_unit_test(moves_the_line_with_its_note),
        cmocka_unit_test(splits_long_notes),
        cmocka_unit_test(puts_a_box_that_is_too_tall_alone),
        cmocka_unit_test(goes_back_to_the_grid),
        cmocka_unit_test(levels_facing_pages),
        cmocka_unit_test(stretches_white_space),
        cmocka_unit_test(runs_long_together),
        cmocka_unit_test(is_as_high_as_it_runs_long),
        cmocka_unit_test(levels_with_notes),
        cmocka_unit_test(does_not_level_with_holes),
        cmocka_unit_test(is_thrifty_where_it_should),
    };
    return RUN_TESTS(tests);
}
