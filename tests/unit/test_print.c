/* SPDX-License-Identifier: MIT */
/* What is said to those who print sheets, by language. */
#include "unit.h"

#include <string.h>

#include "doc/doc.h"

/* What a line leaves to be filled in, or NULL. */
static const char *
blank_of(int line)
{
    switch (line) {
    case DOC_PRINT_COUNT_SHEETS:
    case DOC_PRINT_COUNT_PAGES:
    case DOC_PRINT_COUNT_BLANKS:
    case DOC_PRINT_SCALE:
        return "{n}";
    case DOC_PRINT_PAPER:
        return "{paper}";
    case DOC_PRINT_READER:
        return "{file}";
    default:
        return NULL;
    }
}

/* Every language says how sheets are printed, and leaves the same blanks. */
static void
every_language_leaves_the_same_blanks(void **state)
{
    (void)state;
    static const char *const tags[] = {
        "en", "es", "de", "fr", "it", "pt", "nl", "pl",     "sv", "da",
        "nb", "fi", "cs", "uk", "ru", "el", "tr", "ar",     "he", "hi",
        "zh", "ja", "vi", "fa", "ur", "th", "ko", "zh-Hant"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        for (int k = 0; k < DOC_PRINT_COUNT; k++) {
            const char *line = doc_print(tags[i], (enum doc_print)k);
            if (!line || (i && str_eq(line, doc_print("en", k))))
                fail_msg("%s: line %d", tags[i], k);
            const char *open = strchr(line, '{'), *blank = blank_of(k);
            if ((open != NULL) != (blank != NULL) ||
                (open && strncmp(open, blank, strlen(blank)) != 0) ||
                (open && strchr(open + 1, '{')))
                fail_msg("%s: %s", tags[i], line);
        }
    assert_string_equal(doc_print("de-AT", DOC_PRINT_SHEETS), "Druckbogen");
    assert_string_equal(doc_print("zh-Hant-HK", DOC_PRINT_2_UP), "每面兩頁");
    assert_string_equal(doc_print("xx", DOC_PRINT_FOLD),
                        doc_print("en", DOC_PRINT_FOLD));
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_leaves_the_same_blanks),
    };
    return RUN_TESTS(tests);
}
