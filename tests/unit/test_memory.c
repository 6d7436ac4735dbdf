/* SPDX-License-Identifier: MIT */
/* Arenas, growable arrays and growable buffers. */
#include "unit.h"

#include <stdalign.h>
#include <string.h>
#include <zlib.h>

static void
arena_gives_zeroed_aligned_apart(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    unsigned char *last = NULL;
    for (size_t i = 0; i < 3000; i++) {
        size_t n = i * 37 % 500 + 1;
        unsigned char *p = arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % alignof(double), 0);
        for (size_t j = 0; j < n; j++)
            assert_int_equal(p[j], 0);
        memset(p, 0xAA, n);
        assert_true(p != last);
        last = p;
    }
    arena_free(a);
}

static void
arena_takes_large_blocks_between_small(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    char *large = arena_alloc(a, 3000000);
    large[2999999] = 'x';
    char *small = arena_str(a, "small");
    size_t before = arena_size(a);
    char *second = arena_alloc(a, 1000000);
    memset(second, 1, 1000000);
    assert_string_equal(small, "small");
    assert_string_equal(arena_str(a, "again"), "again");
    assert_true(arena_size(a) >= before + 1000000);
    assert_true(arena_size(a) < before + 1100000);
    arena_reset(a);
    assert_true(arena_size(a) < 300000);
    assert_string_equal(arena_str(a, "after"), "after");
    arena_free(a);
    arena_free(NULL);
}

/* What is filled again after a reset is as good as new. */
static void
arena_zeroes_after_reset(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < 100; i++) {
            char *p = arena_alloc(a, 100);
            for (size_t j = 0; j < 100; j++)
                assert_int_equal(p[j], 0);
            memset(p, 0xAA, 100);
        }
        arena_reset(a);
    }
    arena_free(a);
}

static void
arena_grows_last_block_in_place(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    char *block = arena_strn(a, "12345678", 8), *p = arena_alloc(a, 8);
    memcpy(p, "abcdefgh", 8);
    char *q = arena_grow(a, p, 8, 64);
    assert_ptr_equal(q, p);
    assert_memory_equal(q, "abcdefgh\0\0\0\0", 12);
    arena_str(a, "behind");
    q = arena_grow(a, p, 64, 10000);
    assert_ptr_not_equal(q, p);
    assert_memory_equal(q, "abcdefgh\0\0\0\0", 12);
    assert_int_equal(q[9999], 0);
    assert_string_equal(block, "12345678");
    assert_non_null(arena_grow(a, NULL, 0, 16));
    arena_reset(a);
    p = arena_grow(a, NULL, 0, 500000);
    memset(p, 1, 500000);
    assert_string_equal(arena_str(a, "more"), "more");
    p = arena_grow(a, p, 500000, 1000000);
    assert_true(arena_size(a) < 1300000);
    assert_int_equal(p[499999], 1);
    assert_int_equal(p[999999], 0);
    arena_free(a);
}

static void
arena_copies_and_prints(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_null(arena_str(a, NULL));
    assert_string_equal(arena_strn(a, "abcdef", 3), "abc");
    assert_string_equal(arena_strn(a, NULL, 0), "");
    assert_string_equal(arena_printf(a, "%s-%d", "p", 7), "p-7");
    char *wide = arena_printf(a, "%10000d", 1);
    assert_int_equal(strlen(wide), 10000);
    arena_free(a);
}

static void
vec_grows_and_keeps(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    VEC(size_t) v = {0};
    for (size_t i = 0; i < 1000; i++) {
        size_t *last = vec_add(a, &v);
        assert_int_equal(*last, 0);
        *last = i * i;
    }
    assert_int_equal(v.n, 1000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(v.at[i], i * i);
    arena_free(a);
}

static void
buf_writes_what_it_is_given(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 1000);
    assert_string_equal(b.at, "");
    buf_str(&b, "a");
    buf_str(&b, NULL);
    buf_char(&b, '-');
    buf_utf8(&b, 0x20AC);
    buf_printf(&b, "%03d", 7);
    buf_add(&b, "\0z", 2);
    assert_int_equal(b.n, 10);
    assert_memory_equal(b.at,
                        "a-\xE2\x82\xAC"
                        "007\0z",
                        11);
    assert_false(b.failed);
    buf_clear(&b);
    assert_int_equal(b.n, 0);
    assert_string_equal(b.at, "");
    buf_free(&b);
}

static void
buf_stops_at_its_ceiling(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 8);
    buf_str(&b, "12345678");
    assert_false(b.failed);
    buf_char(&b, '9');
    assert_true(b.failed);
    assert_string_equal(b.at, "12345678");
    /* The error stays, whatever would still fit. */
    buf_clear(&b);
    buf_str(&b, "123456789");
    buf_str(&b, "1");
    assert_true(b.failed);
    assert_int_equal(b.n, 0);
    buf_clear(&b);
    buf_printf(&b, "%9d", 1);
    assert_true(b.failed);
    buf_free(&b);
}

/* What the compressed bytes hold, in `out`. window_bits as zlib has them. */
static size_t
unpack(const struct buf *packed, int window_bits, char *out, size_t room)
{
    z_stream z = {.next_in = (Bytef *)packed->at,
                  .avail_in = (uInt)packed->n,
                  .next_out = (Bytef *)out,
                  .avail_out = (uInt)room};
    assert_int_equal(inflateInit2(&z, window_bits), Z_OK);
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    inflateEnd(&z);
    return z.total_out;
}

static void
buf_deflates(void **state)
{
    (void)state;
    enum { SIZE = 100000 };
    static char text[SIZE], back[SIZE];
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)('a' + i * i % 23);
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    buf_deflate(&b, text, SIZE, 9);
    assert_true(b.n < SIZE / 2);
    assert_int_equal(unpack(&b, 15, back, SIZE), SIZE);
    assert_memory_equal(text, back, SIZE);
    buf_clear(&b);
    buf_deflate_raw(&b, text, SIZE, 6);
    assert_int_equal(unpack(&b, -15, back, SIZE), SIZE);
    assert_memory_equal(text, back, SIZE);
    buf_clear(&b);
    buf_deflate(&b, "", 0, 6);
    assert_false(b.failed);
    assert_int_equal(unpack(&b, 15, back, SIZE), 0);
    buf_free(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_apart),
        cmocka_unit_test(arena_takes_large_blocks_between_small),
        cmocka_unit_test(arena_zeroes_after_reset),
        cmocka_unit_test(arena_grows_last_block_in_place),
        cmocka_unit_test(arena_copies_and_prints),
        cmocka_unit_test(vec_grows_and_keeps),
        cmocka_unit_test(buf_writes_what_it_is_given),
        cmocka_unit_test(buf_stops_at_its_ceiling),
        cmocka_unit_test(buf_deflates),
    };
    return RUN_TESTS(tests);
}
