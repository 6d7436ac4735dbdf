/* SPDX-License-Identifier: MIT */
/* Hyphenation: dictionaries by language tag, points in words. */
#include <string.h>

#include "layout/layout_int.h"

#include "unit.h"

static struct hyphens *hyphens;

/* The word with a hyphen at each point. */
static void
expect(const char *lang, const char *word, const char *wanted)
{
    char out[400];
    bool may[200];
    size_t n = strlen(word), m = 0;
    for (int again = 0; again < 2; again++) { /* the second time it is kept */
        m = 0;
        hyphens_find(hyphens, lang, word, n, may);
        for (size_t i = 0; i < n; i++) {
            if (may[i])
                out[m++] = '-';
            out[m++] = word[i];
        }
        out[m] = '\0';
        assert_string_equal(out, wanted);
    }
}

static void
divides_english(void **state)
{
    (void)state;
    expect("en-US", "hyphenation", "hy-phen-ation");
    expect("en", "Hyphenation", "Hy-phen-ation");
    expect("en-US", "therapy", "ther-apy");
    expect("en-US", "table", "ta-ble");
    expect("en-US", "only", "only");
    expect("en-US", "a", "a");
    expect("en-US", "", "");
}

static void
finds_the_language(void **state)
{
    (void)state;
    expect("es-MX", "medicamento", "me-di-ca-men-to");
    expect("es", "niño", "ni-ño");
    expect("de", "Silbentrennung", "Sil-ben-tren-nung");
    expect("en-GB", "hyphenation", "hy-phen-a-tion");
    expect("tlh", "hyphenation", "hyphenation");
    expect("../en_US", "hyphenation", "hyphenation");
    expect("", "hyphenation", "hyphenation");
}

/* Points count bytes of the word as it is written. */
static void
counts_bytes(void **state)
{
    (void)state;
    expect("fr", "généralité", "gé-né-ra-lité");
    expect("ru", "переносить", "пе-ре-но-сить");
}

static void
leaves_long_words(void **state)
{
    (void)state;
    char word[151];
    memset(word, 'a', sizeof word - 1);
    word[150] = '\0';
    expect("en-US", word, word);
}

static void
leaves_broken_text(void **state)
{
    (void)state;
    expect("en-US", "hyphe\xFFnation", "hyphe\xFFnation");
}

static int
set_up(void **state)
{
    (void)state;
    hyphens = hyphens_open("hyphen");
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    hyphens_close(hyphens);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(divides_english),
        cmocka_unit_test(finds_the_language),
        cmocka_unit_test(counts_bytes),
        cmocka_unit_test(leaves_long_words),
        cmocka_unit_test(leaves_broken_text),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
