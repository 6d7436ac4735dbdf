/* SPDX-License-Identifier: MIT */
/* Ranges of page numbers, as people write them. */
#include "unit.h"

#include <limits.h>

static void
takes(const char *text, int first, int last, size_t n)
{
    struct arena *a = arena_new();
    struct ranges r;
    assert_true(ranges_parse(a, text, &r));
    assert_int_equal(r.n, n);
    assert_int_equal(r.at[n - 1].first, first);
    assert_int_equal(r.at[n - 1].last, last);
    arena_free(a);
}

static void
reads_what_people_write(void **state)
{
    (void)state;
    takes("7", 7, 7, 1);
    takes("3-5,9", 9, 9, 2);
    takes(" 3 - 5 , 12 ", 12, 12, 2);
    takes("1,3–5", 3, 5, 2);
    takes("-4", 1, 4, 1);
    takes("8-", 8, INT_MAX, 1);
    takes("0012", 12, 12, 1);
}

static void
refuses_the_rest(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",      " ",   ",",           "1,",
        ",1",    "-",   "0",           "0-3",
        "5-3",   "iv",  "1 2",         "1--2",
        "1-2-3", "1;2", "99999999999", "3-99999999999",
        "1.5"};
    struct arena *a = arena_new();
    struct ranges r;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (ranges_parse(a, wrong[i], &r))
            fail_msg("it takes “%s”", wrong[i]);
    arena_free(a);
}

static void
knows_what_is_in_them(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct ranges r;
    assert_true(ranges_parse(a, "3-5,9,12-", &r));
    for (size_t i = 0; i < 20; i++)
        assert_int_equal(ranges_have(&r, i),
                         (i >= 3 && i <= 5) || i == 9 || i >= 12);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_people_write),
        cmocka_unit_test(refuses_the_rest),
        cmocka_unit_test(knows_what_is_in_them),
    };
    return RUN_TESTS(tests);
}
