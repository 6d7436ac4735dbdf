/* SPDX-License-Identifier: MIT */
/* Page breaking on made-up vertical lists. Heights are small numbers: a line
 * is 10 high, a page 100 unless said otherwise. */
#include "unit.h"

#include "layout/page.h"

struct list {
    struct arena *a;
    struct flow flow;
    size_t notes; /* lines that marks asked for so far */
    size_t least;
    struct flow_frame *frame;
};

static struct list
list_new(void)
{
    struct list l = {.a = arena_new()};
    l.flow.line = 10;
    l.flow.note_gap = 10;
    return l;
}

static struct flow_item *
add(struct list *l, enum flow_kind kind, int height)
{
    struct flow_item *item = vec_add(l->a, &l->flow.items);
    *item = (struct flow_item){.kind = kind,
                               .height = height,
                               .frame = l->frame,
                               .float_end = l->flow.floats.n,
                               .note_end = l->notes,
                               .note_least = l->least};
    return item;
}

static void
penalty(struct list *l, int cost)
{
    add(l, FLOW_PENALTY, 0)->penalty = cost;
}

static void
lines(struct list *l, int n)
{
    for (int i = 0; i < n; i++) {
        if (i)
            penalty(l, i == 1 || i == n - 1 ? FLOW_COST_NEVER : 0);
        add(l, FLOW_BOX, 10);
    }
}

/* A mark whose note has so many lines stands in the next box. */
static void
note(struct list *l, int n)
{
    l->least = l->notes + (size_t)(n < 2 ? n : 2);
    for (int i = 0; i < n; i++) {
        struct flow_note *line = vec_add(l->a, &l->flow.notes);
        line->height = 10;
        line->together = i == 1 || (i && i == n - 1);
    }
    l->notes += (size_t)n;
}

static void
open_frame(struct list *l, int edge)
{
    struct flow_frame *frame = ARENA_NEW(l->a, struct flow_frame);
    *frame = (struct flow_frame){
        .parent = l->frame, .above = edge, .top = edge, .bottom = edge};
    l->frame = frame;
    add(l, FLOW_OPEN, edge);
}

static void
close_frame(struct list *l)
{
    add(l, FLOW_CLOSE, l->frame->bottom);
    l->frame = l->frame->parent;
}

static int
hundred(void *with, size_t n)
{
    (void)with, (void)n;
    return 100;
}

static bool
always(void *with, size_t n, int line)
{
    (void)with, (void)n, (void)line;
    return true;
}

static struct flow_page *
breaks(struct list *l, size_t *n)
{
    struct pages_options o = {.height = hundred, .recto = true};
    return pages_break(l->a, &l->flow, &o, n);
}

static size_t
boxes_on(const struct list *l, const struct flow_page *page)
{
    size_t boxes = 0;
    for (size_t i = page->first; i < page->end; i++)
        boxes += l->flow.items.at[i].kind == FLOW_BOX;
    return boxes;
}

/* What the page's items come to, frames that go on included. */
static int
height_of(const struct list *l, const struct flow_page *page)
{
    struct flow_cursor c;
    cursor_start(&c, &l->flow, page->first);
    for (size_t i = page->first; i < page->end; i++)
        cursor_add(&c, &l->flow.items.at[i]);
    int height = c.y;
    if (page->end < l->flow.items.n)
        height += frames_bottom(l->flow.items.at[page->end].frame);
    for (size_t i = page->first; i < page->end; i++)
        if (l->flow.items.at[i].to == FLOW_BOTTOM)
            height += l->flow.items.at[i].height;
    return height + notes_height(&l->flow, page->note_first, page->note_end);
}

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
        cmocka_unit_test(levels_with_notes),
        cmocka_unit_test(does_not_level_with_holes),
        cmocka_unit_test(floats_to_the_top),
        cmocka_unit_test(floats_to_the_foot),
        cmocka_unit_test(floats_to_the_next_page),
        cmocka_unit_test(floats_in_its_section),
        cmocka_unit_test(keeps_floats_in_order),
        cmocka_unit_test(loses_nothing_at_random),
    };
    return RUN_TESTS(tests);
}
