/* SPDX-License-Identifier: MIT */
/* Numbers in the writing systems of CSS Counter Styles Level 3; the expected
 * texts are those of that specification's examples and of W3C's tests. */
#include "unit.h"

#include "layout/flow.h"

static void
counts(void **state)
{
    (void)state;
    static const struct {
        enum style_marker system;
        int n;
        const char *text;
    } cases[] = {
        {STYLE_DECIMAL, -12, "-12"},
        {STYLE_LEADING_ZERO, 7, "07"},
        {STYLE_LEADING_ZERO, 123, "123"},
        {STYLE_LOWER_ALPHA, 26, "z"},
        {STYLE_LOWER_ALPHA, 28, "ab"},
        {STYLE_UPPER_ALPHA, 703, "AAA"},
        {STYLE_LOWER_ALPHA, 0, "0"},
        {STYLE_LOWER_ROMAN, 1994, "mcmxciv"},
        {STYLE_UPPER_ROMAN, 5000, "5000"},
        {STYLE_LOWER_GREEK, 18, "σ"},
        {STYLE_LOWER_GREEK, 25, "αα"},
        {STYLE_ARABIC_INDIC, 1204, "١٢٠٤"},
        {STYLE_PERSIAN, 95, "۹۵"},
        {STYLE_DEVANAGARI, 30, "३०"},
        {STYLE_THAI, 0, "๐"},
        {STYLE_CJK_DECIMAL, 205, "二〇五"},
        {STYLE_HEBREW, 15, "טו"},
        {STYLE_HEBREW, 16, "טז"},
        {STYLE_HEBREW, 115, "קטו"},
        {STYLE_HEBREW, 770, "תשע"},
        {STYLE_HEBREW, 5786, "ה׳תשפו"},
        {STYLE_HEBREW, 11000, "11000"},
        {STYLE_ARABIC_ABJAD, 5, "ه"},
        {STYLE_ARABIC_ABJAD, 28, "غ"},
        {STYLE_ARABIC_ABJAD, 29, "29"},
        {STYLE_UPPER_ARMENIAN, 1984, "ՌՋՁԴ"},
        {STYLE_LOWER_ARMENIAN, 3, "գ"},
        {STYLE_GEORGIAN, 1980, "ჩშპ"},
        {STYLE_HIRAGANA, 49, "ああ"},
        {STYLE_KATAKANA_IROHA, 2, "ロ"},
        {STYLE_EARTHLY_BRANCH, 12, "亥"},
        {STYLE_EARTHLY_BRANCH, 13, "13"},
        {STYLE_HEAVENLY_STEM, 1, "甲"},
        {STYLE_CHINESE, 11, "十一"},
        {STYLE_CHINESE, 101, "一百零一"},
        {STYLE_CHINESE, 110, "一百一十"},
        {STYLE_CHINESE, 2005, "二千零五"},
        {STYLE_CHINESE, 1010, "一千零一十"},
        {STYLE_CHINESE, 0, "零"},
        {STYLE_CHINESE, 10000, "10000"},
        {STYLE_JAPANESE, 110, "百十"},
        {STYLE_JAPANESE, 2026, "二千二十六"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(flow_number(a, cases[i].n, cases[i].system),
                            cases[i].text);
    assert_string_equal(flow_number_end(STYLE_HEBREW), ".");
    assert_string_equal(flow_number_end(STYLE_CJK_DECIMAL), "、");
    assert_string_equal(flow_number_end(STYLE_JAPANESE), "、");
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
