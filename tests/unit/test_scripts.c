/* SPDX-License-Identifier: MIT */
/* What scripts ask of type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layout/par_int.h"

/* A text with a bar where each syllable begins. */
static const char *
syllables(struct buf *out, const char *text)
{
    const char *p = text, *end = text + strlen(text);
    uint32_t before = 0;
    buf_clear(out);
    while (p < end) {
        uint32_t this = utf8_next(&p, end);
        const char *q = p;
        uint32_t after = q < end ? utf8_next(&q, end) : 0;
        if (before && script_begins_syllable(before, this, after))
            buf_char(out, '|');
        buf_utf8(out, this);
        before = this;
    }
    return out->at;
}

static void
finds_syllables(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    assert_string_equal(syllables(&b, "မြန်မာစာ"), "မြန်|မာ|စာ");
    assert_string_equal(syllables(&b, "ပြည်ထောင်စု"), "ပြည်|ထောင်|စု");
    assert_string_equal(syllables(&b, "កម្ពុជា"), "ក|ម្ពុ|ជា");
    assert_string_equal(syllables(&b, "ສະເໜີແຜນ"), "ສະ|ເໜີ|ແຜນ");
    assert_string_equal(syllables(&b, "word"), "word");
    buf_free(&b);
}

static void
knows_initials(void **state)
{
    (void)state;
    assert_true(script_has_initials('M'));
    assert_true(script_has_initials(0x3A3));   /* Σ */
    assert_true(script_has_initials(0x5D1));   /* ב */
    assert_false(script_has_initials(0x643));  /* ك joins */
    assert_false(script_has_initials(0x939));  /* ह hangs from a line */
    assert_false(script_has_initials(0x671D)); /* 朝 is as tall as its line */
}

/* Stops stand in the corner in Japan, in the middle in Taiwan. */
static void
knows_blank_halves(void **state)
{
    (void)state;
    enum { EM = 11 * 1024 };
    assert_true(script_has_blank("。", 3, "ja", EM, EM));
    assert_true(script_has_blank("。", 3, "zh-Hans", EM, EM));
    assert_false(script_has_blank("。", 3, "zh-Hant-TW", EM, EM));
    assert_true(script_has_blank("」", 3, "zh-TW", EM, EM));
    assert_false(script_has_blank("。", 3, "ja", EM / 2, EM)); /* closed up */
    assert_true(script_has_blank(".", 1, "ja", EM / 4, EM));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_syllables),
        cmocka_unit_test(knows_initials),
        cmocka_unit_test(knows_blank_halves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
