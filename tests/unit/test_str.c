/* SPDX-License-Identifier: MIT */
/* Strings: comparisons, white space, slugs, anchors, suggestions. */
#include "unit.h"

#include <string.h>

static int
setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void
compares(void **state)
{
    (void)state;
    assert_true(str_eq(NULL, NULL));
    assert_false(str_eq(NULL, ""));
    assert_false(str_eq("a", NULL));
    assert_true(str_eq("abc", "abc"));
    assert_true(str_starts("chapter-1", "chapter"));
    assert_true(str_starts("a", ""));
    assert_false(str_starts("chap", "chapter"));
    assert_true(str_ends("book.epub", ".epub"));
    assert_false(str_ends("epub", ".epub"));
    assert_true(str_eq_nocase("WARNING", "warning"));
    assert_false(str_eq_nocase("\xC3\x89", "\xC3\xA9"));
}

/* Only whole escapes of what is text are decoded. */
static void
decodes_urls(void **state)
{
    static const char *const urls[][2] = {
        {"a%20b", "a b"}, {"%C3%a9t", "\xC3\xA9t"},
        {"%E9", "%E9"},   {"%00%41", "%00A"},
        {"%4", "%4"},     {"%zz%", "%zz%"},
        {"%2520", "%20"}, {"", ""}};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        assert_string_equal(
            str_decode_url(*state, urls[i][0], strlen(urls[i][0])), urls[i][1]);
    assert_string_equal(str_decode_url(*state, "a%20b", 3), "a%2");
    assert_int_equal(str_hex_value('F'), 15);
    assert_int_equal(str_hex_value('@'), -1);
}

static void
finds_words_of_a_list(void **state)
{
    (void)state;
    assert_true(str_has_word("panel warning", "warning"));
    assert_true(str_has_word("  panel\twarning\n", "panel"));
    assert_false(str_has_word("panels", "panel"));
    assert_false(str_has_word("panel", "panels"));
    assert_false(str_has_word("a  b", ""));
    assert_false(str_has_word(NULL, "panel"));
    assert_false(str_has_word("", "panel"));
}

static void
knows_white_space(void **state)
{
    struct arena *a = *state;
    assert_true(str_blank(""));
    assert_true(str_blank(" \t\r\n\f"));
    assert_false(str_blank(" x "));
    assert_false(str_is_space('\v'));
    assert_string_equal(str_trim(a, "\n two  words \t"), "two  words");
    assert_string_equal(str_trim(a, "  "), "");
    assert_string_equal(str_fold_space(a, "\n two \t words "), "two words");
    /* A no-break space is text. */
    assert_string_equal(str_trim(a, "\xC2\xA0x"), "\xC2\xA0x");
}

static void
makes_slugs(void **state)
{
    static const char *const pairs[][2] = {
        {"Life Reclaimed: Breaking Free", "life-reclaimed-breaking-free"},
        {"D\xC3\xA9j\xC3\xA0 vu", "deja-vu"},
        {"Don't panic", "dont-panic"},
        {"Don\xE2\x80\x99t panic", "dont-panic"},
        {"  --a--b--  ", "a-b"},
        {"2026", "2026"},
        {"\xE6\x97\xA5\xE6\x9C\xAC", ""},
        {"", ""},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"a/b\\c.md", "a-b-c-md"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(str_slug(*state, pairs[i][0]), pairs[i][1]);
}

static void
makes_anchors(void **state)
{
    static const char *const pairs[][2] = {
        {"When Pain Becomes Life", "when-pain-becomes-life"},
        {"\xC2\xBFQu\xC3\xA9 es esto?", "qu\xC3\xA9-es-esto"},
        {"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xAC"},
        {"e\xCC\x81t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
        {"It's 3 o'clock", "its-3-oclock"},
        {"a - b", "a-b"},
        {"snake_case", "snake_case"},
        {"!?", ""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(str_anchor(*state, pairs[i][0]), pairs[i][1]);
}

static void
composes_and_folds(void **state)
{
    assert_string_equal(str_nfc(*state, "e\xCC\x81"), "\xC3\xA9");
    assert_string_equal(str_nfc(*state, ""), "");
    assert_string_equal(str_casefold(*state, "STRASSE"),
                        str_casefold(*state, "Stra\xC3\x9F"
                                             "e"));
}

static void
suggests_what_is_near(void **state)
{
    (void)state;
    static const char *const keys[] = {"title", "subtitle", "tags", "slug"};
    assert_string_equal(str_nearest("titel", keys, 4), "title");
    assert_string_equal(str_nearest("Tags", keys, 4), "tags");
    assert_string_equal(str_nearest("subtitel", keys, 4), "subtitle");
    assert_null(str_nearest("publisher", keys, 4));
    assert_null(str_nearest("x", keys, 4));
    assert_null(str_nearest("title", keys, 0));
}

static void
suggests_nothing_for_a_very_long_word(void **state)
{
    (void)state;
    char word[1000];
    for (size_t i = 0; i < sizeof word; i++)
        word[i] = 'a';
    word[sizeof word - 1] = '\0';
    static const char *const keys[] = {"aaa"};
    assert_null(str_nearest(word, keys, 1));
}

static void
tells_directions(void **state)
{
    (void)state;
    assert_int_equal(str_directions("", false), 0);
    assert_int_equal(str_directions("12 (%)!", false), 0);
    assert_int_equal(str_directions("12 abc é я 漢", false), STR_LTR);
    assert_int_equal(str_directions("12 שלום!", false), STR_RTL);
    assert_int_equal(str_directions("٣ مرحبا", true), STR_RTL);
    assert_int_equal(str_directions("C שלום", false), STR_LTR | STR_RTL);
    assert_int_equal(str_directions("C שלום", true), STR_LTR);
    assert_int_equal(str_directions("– שלום C", true), STR_RTL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares),
        cmocka_unit_test_setup_teardown(decodes_urls, setup, teardown),
        cmocka_unit_test(finds_words_of_a_list),
        cmocka_unit_test_setup_teardown(knows_white_space, setup, teardown),
        cmocka_unit_test_setup_teardown(makes_slugs, setup, teardown),
        cmocka_unit_test_setup_teardown(makes_anchors, setup, teardown),
        cmocka_unit_test_setup_teardown(composes_and_folds, setup, teardown),
        cmocka_unit_test(suggests_what_is_near),
        cmocka_unit_test(suggests_nothing_for_a_very_long_word),
        cmocka_unit_test(tells_directions),
    };
    return RUN_TESTS(tests);
}
