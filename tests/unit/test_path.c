/* SPDX-License-Identifier: MIT */
/* Paths as text. */
#include "unit.h"

static struct arena *a;

static int
setup(void **state)
{
    (void)state;
    a = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static void
joins(void **state)
{
    (void)state;
    assert_string_equal(path_join(a, "content", "a.md"), "content/a.md");
    assert_string_equal(path_join(a, "content/", "a.md"), "content/a.md");
    assert_string_equal(path_join(a, ".", "a.md"), "a.md");
    assert_string_equal(path_join(a, "", "a.md"), "a.md");
    assert_string_equal(path_join(a, NULL, "a.md"), "a.md");
    assert_string_equal(path_join(a, "content", "/a.md"), "/a.md");
    assert_string_equal(path_join(a, "/", "a.md"), "/a.md");
}

static void
takes_apart(void **state)
{
    (void)state;
    assert_string_equal(path_dir(a, "content/a.md"), "content");
    assert_string_equal(path_dir(a, "a.md"), ".");
    assert_string_equal(path_dir(a, "/a.md"), "/");
    assert_string_equal(path_base("content/a.md"), "a.md");
    assert_string_equal(path_base("content/"), "");
    assert_string_equal(path_stem(a, "x.y/a.b.md"), "a.b");
    assert_string_equal(path_stem(a, ".hidden"), ".hidden");
    assert_string_equal(path_stem(a, "x.y/a"), "a");
    assert_string_equal(path_ext(a, "photo.JPeG"), "jpeg");
    assert_string_equal(path_ext(a, "x.y/a"), "");
    assert_string_equal(path_ext(a, ".hidden"), "");
    assert_string_equal(path_ext(a, "a."), "");
}

static void
cleans(void **state)
{
    (void)state;
    assert_string_equal(path_clean(a, "a//b/./c/"), "a/b/c");
    assert_string_equal(path_clean(a, "a/b/../c"), "a/c");
    assert_string_equal(path_clean(a, "./"), ".");
    assert_string_equal(path_clean(a, ""), ".");
    assert_string_equal(path_clean(a, "a/.."), ".");
    assert_string_equal(path_clean(a, "/../a"), "/a");
    assert_string_equal(path_clean(a, "/"), "/");
    assert_string_equal(path_clean(a, "..a/b"), "..a/b");
}

static void
does_not_lead_above_its_start(void **state)
{
    (void)state;
    assert_null(path_clean(a, ".."));
    assert_null(path_clean(a, "a/../../b"));
    assert_null(path_clean(a, "./../a"));
}

static void
goes_from_one_to_another(void **state)
{
    (void)state;
    assert_string_equal(path_relative(a, ".", "a/b"), "a/b");
    assert_string_equal(path_relative(a, "a", "a/b"), "b");
    assert_string_equal(path_relative(a, "a", "b/c"), "../b/c");
    assert_string_equal(path_relative(a, "a/b", "a/c"), "../c");
    assert_string_equal(path_relative(a, "a/b", "a/bc/d"), "../bc/d");
    assert_string_equal(path_relative(a, "a/b/c", "a/x"), "../../x");
    assert_string_equal(path_relative(a, "a/b", "x"), "../../x");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins),
        cmocka_unit_test(takes_apart),
        cmocka_unit_test(cleans),
        cmocka_unit_test(does_not_lead_above_its_start),
        cmocka_unit_test(goes_from_one_to_another),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, setup, teardown);
}
