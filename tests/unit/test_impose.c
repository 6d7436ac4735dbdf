/* SPDX-License-Identifier: MIT */
/* impose: which page stands where on sheets, how large, how far from the
 * fold. tests/run-impose folds the sheets of a PDF. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "pdf/pdf_int.h"

enum { INCH = 72 * 1024, WHOLE = PDF_WHOLE };

/* The pages of a side, "16 1": counted from 1, blanks are dashes. */
static const char *
side_of(const struct pdf_plan *p, size_t side, char text[64])
{
    size_t n = 0;
    for (size_t place = 0; place < p->places; place++) {
        uint32_t page = pdf_plan_page(p, side, place);
        n += (size_t)snprintf(text + n, 64 - n, place ? " " : "");
        n += page == PDF_NONE
                 ? (size_t)snprintf(text + n, 64 - n, "-")
                 : (size_t)snprintf(text + n, 64 - n, "%u", page + 1);
    }
    return text;
}

static void
assert_sides(struct pdf_plan p, size_t n, const char *const *sides)
{
    char text[64];
    assert_int_equal(p.sides, n);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(side_of(&p, i, text), sides[i]);
}

#define SIDES(plan, ...)                                                       \
    do {                                                                       \
        static const char *const sides[] = {__VA_ARGS__};                      \
        assert_sides(plan, sizeof sides / sizeof *sides, sides);               \
    } while (0)

static void
a_booklet_begins_on_its_outermost_sheet(void **state)
{
    (void)state;
    SIDES(pdf_plan_of(PDF_BOOKLET, 16, false, false), "16 1", "2 15", "14 3",
          "4 13", "12 5", "6 11", "10 7", "8 9");
    SIDES(pdf_plan_of(PDF_BOOKLET, 8, true, false), "1 8", "7 2", "3 6", "5 4");
    SIDES(pdf_plan_of(PDF_BOOKLET, 1, false, false), "- 1", "- -");
}

static void
blanks_come_where_they_look_right(void **state)
{
    (void)state;
    /* the back; both sides of the back leaf; and the page before it */
    SIDES(pdf_plan_of(PDF_BOOKLET, 7, false, true), "- 1", "2 7", "6 3", "4 5");
    SIDES(pdf_plan_of(PDF_BOOKLET, 6, false, true), "- 1", "2 -", "6 3", "4 5");
    SIDES(pdf_plan_of(PDF_BOOKLET, 5, false, false), "- 1", "2 -", "- 3",
          "4 5");
    /* a leaf behind the front of a cover, and the back */
    SIDES(pdf_plan_of(PDF_BOOKLET, 5, false, true), "- 1", "- 5", "4 -", "2 3");
    SIDES(pdf_plan_of(PDF_BOOKLET, 5, true, true), "1 -", "5 -", "- 4", "3 2");
    SIDES(pdf_plan_of(PDF_BOOKLET, 1, false, true), "- 1", "- -");
}

/* Each page once, on its own side of the fold, with at most three blanks. */
static void
pages_keep_their_sides(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 70; n++)
        for (int k = 0; k < 4; k++) {
            bool mirrored = k & 1;
            struct pdf_plan p = pdf_plan_of(PDF_BOOKLET, n, mirrored, k & 2);
            bool seen[70] = {false};
            assert_int_equal(p.slots % 4, 0);
            assert_in_range(p.slots - n, 0, 3);
            for (size_t i = 0; i < p.sides * 2; i++) {
                uint32_t page = pdf_plan_page(&p, i / 2, i % 2);
                if (page == PDF_NONE)
                    continue;
                assert_false(seen[page]);
                seen[page] = true;
                assert_int_equal((page % 2 == 0) != mirrored, i % 2 == 1);
            }
            for (size_t i = 0; i < n; i++)
                assert_true(seen[i]);
        }
}

static void
others_read_on_row_by_row(void **state)
{
    (void)state;
    SIDES(pdf_plan_of(PDF_2_UP, 5, false, true), "1 2", "3 4", "5 -");
    SIDES(pdf_plan_of(PDF_2_UP, 3, true, false), "2 1", "- 3");
    SIDES(pdf_plan_of(PDF_4_UP, 7, false, false), "1 2 3 4", "5 6 7 -");
    SIDES(pdf_plan_of(PDF_4_UP, 7, true, false), "2 1 4 3", "6 5 - 7");
    assert_int_equal(pdf_plan_of(PDF_2_UP, 5, false, false).sheets, 2);
    assert_int_equal(pdf_plan_of(PDF_4_UP, 9, false, false).sheets, 2);
}

static void
inner_sheets_move_toward_the_fold(void **state)
{
    (void)state;
    struct pdf_plan p = pdf_plan_of(PDF_BOOKLET, 16, false, false);
    for (size_t side = 0; side < p.sides; side++)
        assert_int_equal(pdf_plan_creep(&p, side, 290), side / 2 * 290);
    p = pdf_plan_of(PDF_2_UP, 16, false, false);
    assert_int_equal(pdf_plan_creep(&p, 7, 290), 0);
    struct pdf_grid g =
        pdf_grid_of(PDF_BOOKLET, 17 * INCH / 2, 11 * INCH, 5 * INCH, 8 * INCH);
    struct pdf_spread_place left = pdf_grid_place(&g, 0, 5 * INCH, 8 * INCH, 7),
                            right =
                                pdf_grid_place(&g, 1, 5 * INCH, 8 * INCH, 7);
    assert_int_equal(left.x, 11 * INCH / 4 + 7);
    assert_int_equal(right.x, 33 * INCH / 4 - 7);
}

static void
assert_grid(struct pdf_grid g, int columns, int rows, bool wide, int64_t scale)
{
    assert_int_equal(g.columns, columns);
    assert_int_equal(g.rows, rows);
    assert_int_equal(g.width > g.height, wide);
    assert_in_range(g.scale, scale - 1, scale + 1);
}

/* Sheets and pages in inches: Letter has 8.5 × 11. */
static struct pdf_grid
on_letter(enum pdf_imposing mode, double width, double height)
{
    return pdf_grid_of(mode, 17 * INCH / 2, 11 * INCH, (int)(width * INCH),
                       (int)(height * INCH));
}

static void
sheets_are_turned_as_pages_ask(void **state)
{
    (void)state;
    assert_grid(on_letter(PDF_BOOKLET, 5.5, 8.5), 2, 1, true, WHOLE);
    assert_grid(on_letter(PDF_BOOKLET, 6, 9), 2, 1, true, 916666);
    assert_grid(on_letter(PDF_BOOKLET, 8.5, 11), 2, 1, true, 647058);
    assert_grid(on_letter(PDF_BOOKLET, 8.5, 5.5), 2, 1, true, 647058);
    assert_grid(on_letter(PDF_BOOKLET, 3, 8.5), 2, 1, false, WHOLE);
    assert_grid(on_letter(PDF_2_UP, 8.5, 11), 2, 1, true, 647058);
    assert_grid(on_letter(PDF_2_UP, 11, 8.5), 1, 2, false, 647058);
    assert_grid(on_letter(PDF_4_UP, 8.5, 11), 2, 2, false, WHOLE / 2);
    assert_grid(on_letter(PDF_4_UP, 11, 8.5), 2, 2, true, WHOLE / 2);
    /* nothing is made larger */
    assert_grid(on_letter(PDF_4_UP, 2, 3), 2, 2, false, WHOLE);
}

static void
text_keeps_clear_of_the_edge(void **state)
{
    (void)state;
    struct pdf_grid g = on_letter(PDF_BOOKLET, 5.5, 8.5);
    /* up to a sixth of an inch from the edges: as it is */
    pdf_grid_spare(&g, 11 * INCH / 4 - INCH / 6, 17 * INCH / 4 - INCH / 6);
    assert_int_equal(g.scale, WHOLE);
    pdf_grid_spare(&g, 11 * INCH / 4, 0);
    assert_in_range(g.scale, WHOLE * 31 / 33 - 1, WHOLE * 31 / 33);
    g.scale = WHOLE;
    pdf_grid_spare(&g, 0, 17 * INCH / 4);
    assert_in_range(g.scale, WHOLE * 49 / 51 - 1, WHOLE * 49 / 51);
}

/* Half a millimetre beside an A5 page on A4 is left outside, not at the fold;
 * a smaller page lies in the middle of its half. */
static void
pages_lie_against_the_fold(void **state)
{
    (void)state;
    int mm = INCH * 10 / 254;
    struct pdf_grid g =
        pdf_grid_of(PDF_BOOKLET, 210 * mm, 297 * mm, 148 * mm, 210 * mm);
    assert_int_equal(g.scale, WHOLE);
    int fold = g.width / 2;
    struct pdf_spread_place left = pdf_grid_place(&g, 0, 148 * mm, 210 * mm, 0),
                            right =
                                pdf_grid_place(&g, 1, 148 * mm, 210 * mm, 0);
    assert_in_range(left.x, fold - 74 * mm - 1, fold - 74 * mm + 1);
    assert_in_range(right.x, fold + 74 * mm - 1, fold + 74 * mm + 1);
    int smaller = pdf_grid_place(&g, 1, 140 * mm, 210 * mm, 0).x;
    assert_in_range(smaller, fold + fold / 2 - 1, fold + fold / 2 + 1);
    g = pdf_grid_of(PDF_2_UP, 210 * mm, 297 * mm, 148 * mm, 210 * mm);
    int flat = pdf_grid_place(&g, 1, 148 * mm, 210 * mm, 0).x;
    assert_in_range(flat, fold + fold / 2 - 1, fold + fold / 2 + 1);
}

/* A wide page among upright ones is turned by a quarter, a large one made
 * smaller, a small one left as it is. */
static void
odd_pages_fit_as_well(void **state)
{
    (void)state;
    struct pdf_grid g = on_letter(PDF_BOOKLET, 5.5, 8.5);
    struct pdf_spread_place wide =
        pdf_grid_place(&g, 0, 17 * INCH / 2, 11 * INCH / 2, 0);
    assert_true(wide.turned);
    assert_int_equal(wide.scale, WHOLE);
    struct pdf_spread_place large =
        pdf_grid_place(&g, 1, 11 * INCH, 17 * INCH, 0);
    assert_false(large.turned);
    assert_int_equal(large.scale, WHOLE / 2);
    struct pdf_spread_place small = pdf_grid_place(&g, 1, INCH, INCH, 0);
    assert_false(small.turned);
    assert_int_equal(small.scale, WHOLE);
    assert_int_equal(small.left, 11 * INCH / 2);
    assert_int_equal(small.x, 33 * INCH / 4);
    assert_int_equal(small.y, 17 * INCH / 4);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_booklet_begins_on_its_outermost_sheet),
        cmocka_unit_test(blanks_come_where_they_look_right),
        cmocka_unit_test(pages_keep_their_sides),
        cmocka_unit_test(others_read_on_row_by_row),
        cmocka_unit_test(inner_sheets_move_toward_the_fold),
        cmocka_unit_test(sheets_are_turned_as_pages_ask),
        cmocka_unit_test(text_keeps_clear_of_the_edge),
        cmocka_unit_test(pages_lie_against_the_fold),
        cmocka_unit_test(odd_pages_fit_as_well),
    };
    return RUN_TESTS(tests);
}
