/* SPDX-License-Identifier: MIT */
/* Maps: what was set is found, in the order in which it was set. */
#include "unit.h"

static void
finds_what_was_set(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map *m = map_new(a);
    int one = 1, two = 2;
    assert_null(map_get(m, "one"));
    assert_int_equal(map_count(m), 0);
    map_set(m, "one", &one);
    map_set(m, "", &two);
    assert_ptr_equal(map_get(m, "one"), &one);
    assert_ptr_equal(map_get(m, ""), &two);
    assert_null(map_get(m, "One"));
    arena_free(a);
}

static void
replaces_in_place(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map *m = map_new(a);
    int one = 1, two = 2, three = 3;
    map_set(m, "a", &one);
    map_set(m, "b", &two);
    map_set(m, "a", &three);
    assert_int_equal(map_count(m), 2);
    assert_string_equal(map_at(m, 0)->key, "a");
    assert_ptr_equal(map_at(m, 0)->value, &three);
    assert_string_equal(map_at(m, 1)->key, "b");
    arena_free(a);
}

static void
keeps_order_when_it_grows(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    struct arena *a = arena_new();
    struct map *m = map_new(a);
    for (size_t i = 0; i < MANY; i++)
        map_set(m, arena_printf(a, "key %zu", i * 7919 % MANY),
                (void *)(i + 1));
    assert_int_equal(map_count(m), MANY);
    for (size_t i = 0; i < MANY; i++) {
        char *key = arena_printf(a, "key %zu", i * 7919 % MANY);
        assert_string_equal(map_at(m, i)->key, key);
        assert_int_equal((size_t)map_get(m, key), i + 1);
    }
    assert_null(map_get(m, "key 5000"));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_set),
        cmocka_unit_test(replaces_in_place),
        cmocka_unit_test(keeps_order_when_it_grows),
    };
    return RUN_TESTS(tests);
}
