/* SPDX-License-Identifier: MIT */
/* Words and dates of generated pages, by language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doc/doc.h"

static void
test_words(void **state)
{
    (void)state;
    assert_string_equal(doc_word("en-US", DOC_WORD_CONTENTS), "Contents");
    assert_string_equal(doc_word("es-MX", DOC_WORD_CONTENTS), "Índice");
    assert_string_equal(doc_word("DE", DOC_WORD_NOTES), "Anmerkungen");
    assert_string_equal(doc_word("no", DOC_WORD_PAGE), "Side");
    assert_string_equal(doc_word("zh-Hant-TW", DOC_WORD_PAGE), "頁");
    assert_string_equal(doc_word("zh-CN", DOC_WORD_PAGE), "页");
    assert_string_equal(doc_word("fi", DOC_WORD_INDEX), "Hakemisto");
    assert_string_equal(doc_word("zh-TW", DOC_WORD_FIGURES), "插圖目錄");
    assert_string_equal(doc_word("xx", DOC_WORD_SOURCES), "Sources");
    assert_string_equal(doc_word("", DOC_WORD_TIP), "Tip");
    assert_string_equal(doc_lang_name("fr-CA"), "français");
    assert_null(doc_lang_name("xx"));
}

/* Every language says every word, and its last one is where it belongs. */
static void
test_tables_are_full(void **state)
{
    (void)state;
    static const char *const tags[] = {
        "en", "es", "de", "fr", "it", "pt", "nl", "pl",     "sv", "da",
        "nb", "fi", "cs", "uk", "ru", "el", "tr", "ar",     "he", "hi",
        "zh", "ja", "vi", "fa", "ur", "th", "ko", "zh-Hant"};
    for (size_t i = 1; i < sizeof tags / sizeof *tags; i++) {
        int same = 0;
        for (int w = 0; w < DOC_WORD_COUNT; w++)
            same += str_eq(doc_word(tags[i], (enum doc_word)w),
                           doc_word("en", (enum doc_word)w));
        assert_in_range(same, 0, 10);
        assert_non_null(doc_lang_name(tags[i]));
        assert_string_not_equal(doc_word(tags[i], DOC_WORD_PATIENT_STORIES),
                                doc_word("en", DOC_WORD_PATIENT_STORIES));
    }
}

static void
test_sentences(void **state)
{
    (void)state;
    assert_string_equal(doc_sentence("de-AT", DOC_SENTENCE_NO_ALT),
                        "Manche Bilder haben keine Beschreibung.");
    assert_string_equal(doc_sentence("zh-Hant", DOC_SENTENCE_TABLES),
                        "表格均已標記為表格。");
    assert_string_equal(doc_sentence("xx", DOC_SENTENCE_NOTES),
                        "Notes are linked to their marks and back.");
    assert_string_equal(doc_sentence_gap("ja"), "");
    assert_string_equal(doc_sentence_gap("zh-HK"), "");
    assert_string_equal(doc_sentence_gap("th"), " ");
    assert_string_equal(doc_sentence_gap("xx"), " ");
    assert_string_equal(doc_lang_known("pt-BR"), "pt");
    assert_null(doc_lang_known("xx"));
}

/* Each language says each sentence in its own words. */
static void
test_sentences_are_full(void **state)
{
    (void)state;
    static const char *const tags[] = {
        "es", "de", "fr", "it", "pt", "nl", "pl", "sv", "da",
        "nb", "fi", "cs", "uk", "ru", "el", "tr", "ar", "he",
        "hi", "zh", "ja", "vi", "fa", "ur", "th", "ko", "zh-Hant"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        for (int s = 0; s < DOC_SENTENCE_COUNT; s++) {
            const char *own = doc_sentence(tags[i], (enum doc_sentence)s);
            assert_non_null(own);
            assert_string_not_equal(own,
                                    doc_sentence("en", (enum doc_sentence)s));
            for (int t = 0; t < s; t++)
                assert_string_not_equal(
                    own, doc_sentence(tags[i], (enum doc_sentence)t));
        }
}

static void
test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *lang;
        struct date date;
        const char *text;
    } cases[] = {
        {"en-US", {2026, 1, 8}, "January 8, 2026"},
        {"en", {2026, 1, 8}, "January 8, 2026"},
        {"en-GB", {2026, 1, 8}, "8 January 2026"},
        {"en-AU", {2026, 12, 31}, "31 December 2026"},
        {"es", {2026, 1, 8}, "8 de enero de 2026"},
        {"de-AT", {2026, 1, 8}, "8. Januar 2026"},
        {"fr", {2026, 1, 8}, "8 janvier 2026"},
        {"fr", {2026, 8, 1}, "1er août 2026"},
        {"pt-BR", {2026, 3, 1}, "1 de março de 2026"},
        {"pl", {2026, 9, 2}, "2 września 2026"},
        {"fi", {2026, 6, 24}, "24. kesäkuuta 2026"},
        {"no", {2026, 5, 17}, "17. mai 2026"},
        {"uk", {2026, 8, 24}, "24 серпня 2026 р."},
        {"he", {2026, 1, 8}, "8 בינואר 2026"},
        {"fa", {2026, 5, 8}, "8 مهٔ 2026"},
        {"ur-PK", {2026, 1, 8}, "8 جنوری، 2026"},
        {"th", {2026, 1, 8}, "8 มกราคม ค.ศ. 2026"},
        {"zh-TW", {2026, 1, 8}, "2026年1月8日"},
        {"ja", {2026, 11, 22}, "2026年11月22日"},
        {"vi", {2026, 1, 8}, "8 tháng 1, 2026"},
        {"xx", {2026, 1, 8}, "January 8, 2026"},
        {"en", {2026, 0, 0}, "2026"},
        {"en", {2026, 13, 1}, "2026"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(doc_date(a, cases[i].lang, cases[i].date),
                            cases[i].text);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_tables_are_full),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_sentences_are_full),
        cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
