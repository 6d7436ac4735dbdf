/* SPDX-License-Identifier: MIT */
/* ISBNs and their bars: what is one, and what the GS1 specifications draw. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "xform/xform_int.h"

static void
test_isbn(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(xform_isbn(a, "urn:isbn:9780306406157"),
                        "9780306406157");
    assert_string_equal(xform_isbn(a, "ISBN 978-0-306-40615-7"),
                        "9780306406157");
    assert_string_equal(xform_isbn(a, "9791090636071"), "9791090636071");
    assert_null(xform_isbn(a, "urn:isbn:9780306406158")); /* its last digit */
    assert_null(xform_isbn(a, "978030640615"));
    assert_null(xform_isbn(a, "97803064061570"));
    assert_null(xform_isbn(a, "0306406152"));    /* of ten digits */
    assert_null(xform_isbn(a, "5901234123457")); /* no book's */
    assert_null(xform_isbn(a, "urn:uuid:9780306406157"));
    assert_null(xform_isbn(a, NULL));
    arena_free(a);
}

/* The modules that the path fills, as 0 and 1 from the first guard on. */
static void
modules_of(const char *svg, char *out, size_t room)
{
    memset(out, '0', room - 1);
    out[room - 1] = '\0';
    const char *p = strstr(svg, " d=\"");
    assert_non_null(p);
    p += strlen(" d=\"");
    while (*p == 'M') {
        char *end;
        long x = strtol(p + 1, &end, 10) / 100 - 11;
        assert_true(strncmp(end, " 0h", 3) == 0);
        long n = strtol(end + 3, &end, 10) / 100;
        assert_true(x >= 0 && (size_t)(x + n) < room);
        memset(out + x, '1', (size_t)n);
        p = strchr(end, 'z');
        assert_non_null(p);
        p++;
    }
    assert_int_equal(*p, '"');
}

/* The example of the encyclopaedias: 5 has the parities LGGLLG. */
static void
test_bars(void **state)
{
    (void)state;
    struct doc_book *book = doc_new();
    char modules[96];
    struct doc_asset *asset = xform_barcode(book, "5901234123457");
    modules_of(asset->bytes, modules, sizeof modules);
    assert_string_equal(modules, "101"
                                 "0001011010011101100110010011"
                                 "01111010011101"
                                 "01010"
                                 "1100110110110010000101011100"
                                 "10011101000100"
                                 "101");
    /* 113 modules of 0.33 mm with the quiet zones */
    assert_int_equal((int)(asset->width / 96 * 25.4 * 100 + 0.5), 3729);
    doc_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_isbn),
        cmocka_unit_test(test_bars),
    };
    return RUN_TESTS(tests);
}
