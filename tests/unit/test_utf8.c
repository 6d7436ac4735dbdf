/* SPDX-License-Identifier: MIT */
/* UTF-8 against RFC 3629: every code point there and back, and what is no
 * UTF-8 (clause 3 and its table of well-formed sequences, clause 4). */
#include "unit.h"

#include <string.h>

static void
every_code_point_there_and_back(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        size_t n = utf8_put(bytes, c);
        const char *p = bytes;
        if (utf8_next(&p, bytes + n) != c || p != bytes + n)
            fail_msg("U+%04X does not come back", c);
        if (utf8_prev(&p, bytes) != c || p != bytes)
            fail_msg("U+%04X does not come back from behind", c);
        if (utf8_check(bytes, n) != n)
            fail_msg("U+%04X is held to be wrong", c);
    }
}

static void
lengths(void **state)
{
    (void)state;
    char bytes[4];
    assert_int_equal(utf8_put(bytes, 0x7F), 1);
    assert_int_equal(utf8_put(bytes, 0x80), 2);
    assert_int_equal(utf8_put(bytes, 0x7FF), 2);
    assert_int_equal(utf8_put(bytes, 0x800), 3);
    assert_int_equal(utf8_put(bytes, 0xFFFF), 3);
    assert_int_equal(utf8_put(bytes, 0x10000), 4);
    assert_memory_equal(bytes, "\xF0\x90\x80\x80", 4);
}

static void
refuses_what_is_not_well_formed(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *why;
    } wrong[] = {
        {"\x80", "a continuation alone"},
        {"\xBF", "a continuation alone"},
        {"\xC0\x80", "NUL in two bytes"},
        {"\xC1\xBF", "an overlong two-byte form"},
        {"\xE0\x80\x80", "an overlong three-byte form"},
        {"\xE0\x9F\xBF", "an overlong three-byte form"},
        {"\xF0\x80\x80\x80", "an overlong four-byte form"},
        {"\xF0\x8F\xBF\xBF", "an overlong four-byte form"},
        {"\xED\xA0\x80", "the first surrogate"},
        {"\xED\xBF\xBF", "the last surrogate"},
        {"\xF4\x90\x80\x80", "beyond U+10FFFF"},
        {"\xF5\x80\x80\x80", "a first byte that starts nothing"},
        {"\xFF", "a first byte that starts nothing"},
        {"\xC3", "cut short"},
        {"\xE2\x80", "cut short"},
        {"\xF0\x9F\x98", "cut short"},
        {"\xC3\x28", "no continuation"},
        {"\xE2\x28\xA1", "no continuation"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *s = wrong[i].bytes, *p = s;
        if (utf8_next(&p, s + strlen(s)) != UTF8_BAD || p != s + 1)
            fail_msg("%s is taken, or skipped whole", wrong[i].why);
        if (utf8_check(s, strlen(s)) != 0)
            fail_msg("%s passes the check", wrong[i].why);
    }
}

static void
says_where_the_first_fault_is(void **state)
{
    (void)state;
    assert_int_equal(utf8_check("caf\xC3\xA9 \xE9t\xE9", 9), 6);
    assert_int_equal(utf8_check("", 0), 0);
    assert_int_equal(utf8_check("a\0b", 3), 3);
}

static void
never_reads_past_the_end(void **state)
{
    (void)state;
    const char *text = "\xE2\x82\xAC", *p = text;
    assert_int_equal(utf8_next(&p, text + 2), UTF8_BAD);
    assert_ptr_equal(p, text + 1);
}

static void
goes_back_over_bad_bytes_one_by_one(void **state)
{
    (void)state;
    const char *text = "A\x80", *p = text + 2;
    assert_int_equal(utf8_prev(&p, text), UTF8_BAD);
    assert_ptr_equal(p, text + 1);
    assert_int_equal(utf8_prev(&p, text), 'A');
    assert_ptr_equal(p, text);
    text = "\xC3\xA9\x80\x80";
    p = text + 4;
    assert_int_equal(utf8_prev(&p, text), UTF8_BAD);
    assert_int_equal(utf8_prev(&p, text), UTF8_BAD);
    assert_int_equal(utf8_prev(&p, text), 0xE9);
    assert_ptr_equal(p, text);
}

static void
takes_characters_apart(void **state)
{
    (void)state;
    static const uint32_t rows[][3] = {
        {0xE9, 'e', 0x301},
        {0xBCA, 0xBC6, 0xBBE},
        {0xDDD, 0xDDC, 0xDCA},
        {0xE33, 0xE4D, 0xE32},
        {0xEB3, 0xECD, 0xEB2},
        {'a', 0, 0},
        {0x212B, 0, 0} /* another sign, but one */,
        {0x1109A, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t parts[2] = {0, 0};
        bool apart = utf8_take_apart(rows[i][0], parts);
        assert_int_equal(apart, rows[i][1] != 0);
        if (apart)
            assert_memory_equal(parts, &rows[i][1], sizeof parts);
    }
}

static void
reads_utf16(void **state)
{
    (void)state;
    /* a, U+1F600, half a pair, b, the other half, a byte left over */
    const char text[] = "\0a\xD8\x3D\xDE\0\xD8\x3D\0b\xDE\0x";
    const char *p = text, *end = text + sizeof text - 1;
    const uint32_t wanted[] = {'a', 0x1F600, UTF8_BAD, 'b', UTF8_BAD, UTF8_BAD};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_int_equal(utf16_next(&p, end, false), wanted[i]);
    assert_ptr_equal(p, end);
    const char little[] = "\x3D\xD8\0\xDE";
    p = little;
    assert_int_equal(utf16_next(&p, little + 4, true), 0x1F600);
    p = little;
    assert_int_equal(utf16_next(&p, little + 2, true), UTF8_BAD);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_utf16),
        cmocka_unit_test(every_code_point_there_and_back),
        cmocka_unit_test(lengths),
        cmocka_unit_test(refuses_what_is_not_well_formed),
        cmocka_unit_test(says_where_the_first_fault_is),
        cmocka_unit_test(never_reads_past_the_end),
        cmocka_unit_test(goes_back_over_bad_bytes_one_by_one),
        cmocka_unit_test(takes_characters_apart),
    };
    return RUN_TESTS(tests);
}
