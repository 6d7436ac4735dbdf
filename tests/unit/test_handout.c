/* SPDX-License-Identifier: MIT */
/* What stands on a handout: how long it takes to read, the code at its foot. */
#include "unit.h"
#include <stdlib.h>
#include <string.h>

#include "xform/xform_int.h"

static void
minutes(const char *lang, const char *word, int n, int wanted)
{
    struct doc_book *book = doc_new();
    struct buf text;
    buf_init(&text, BUF_LIMIT_OUTPUT);
    for (int i = 0; i < n; i++)
        buf_str(&text, word);
    book->lang = lang;
    struct doc_node *article = doc_add(book, book->root, DOC_ARTICLE, NULL);
    xform_add_line(book, article, DOC_PARAGRAPH, NULL, text.at ? text.at : "");
    assert_int_equal(xform_reading_time(book, article), wanted);
    buf_free(&text);
    doc_free(book);
}

static void
times_by_language(void **state)
{
    (void)state;
    minutes("en", "", 0, 1);
    minutes("en-US", "word ", 228, 1);
    minutes("en-US", "word ", 341, 1);
    minutes("en-US", "word ", 342, 2); /* a minute and a half */
    minutes("en", "word, ", 2280, 10);
    minutes("EN", "word ", 2280, 10);
    minutes("ar", "كلمة ", 1380, 10);
    minutes("es-MX", "palabra ", 2180, 10);
    minutes("sw", "neno ", 1840, 10);
    minutes("eng", "word ", 1840, 10);
    /* by signs */
    minutes("zh", "字", 2550, 10);
    minutes("zh-Hant", "字。", 2550, 10);
    minutes("ja", "字", 3570, 10);
    minutes("th", "ก", 8630, 10);
    minutes("th", "กี่", 8630, 10); /* marks are none */
    /* words within, at the rate of neither */
    minutes("zh", "字word", 1275, 12); /* 5 and 1275 / 184 */
}

static void
words_are_counted_once(void **state)
{
    (void)state;
    minutes("en", "don't ", 2280, 10);
    minutes("en", "don’t ", 2280, 10);
    minutes("en", "well-known ", 2280, 10);
    minutes("en", "one – ", 2280, 10);
    minutes("en", "« mot » ", 2280, 10);
    minutes("en", "one\u00A0", 2280, 10);
    minutes("en", "one—two ", 1140, 10);
    minutes("en", "15 mg, ", 1140, 10);
}

/* Cells and items are words of their own, though no space parts them; notes,
 * sources and code are not read through. */
static void
counts_blocks(void **state)
{
    (void)state;
    struct doc_book *book = doc_new();
    book->lang = "en";
    struct doc_node *article = doc_add(book, book->root, DOC_ARTICLE, NULL);
    struct doc_node *row = doc_add(book, article, DOC_ROW, NULL);
    for (int i = 0; i < 2280; i++)
        xform_add_line(book, row, DOC_CELL, NULL, "one");
    static const enum doc_kind asides[] = {DOC_NOTES, DOC_SECTION};
    for (size_t i = 0; i < 2; i++) {
        struct doc_node *aside =
            doc_add(book, article, asides[i], i ? "article-sources" : NULL);
        for (int k = 0; k < 2280; k++)
            xform_add_line(book, aside, DOC_PARAGRAPH, NULL, "not read");
    }
    assert_int_equal(xform_reading_time(book, article), 10);
    doc_free(book);
}

/* The modules in a row, with the quiet zone, by the picture's viewBox. */
static int
modules_of(const struct doc_asset *asset)
{
    const char *box = strstr(asset->bytes, "viewBox=\"0 0 ");
    assert_non_null(box);
    return atoi(box + strlen("viewBox=\"0 0 "));
}

static void
draws_codes(void **state)
{
    (void)state;
    static const struct {
        size_t bytes;
        const char *class;
        int modules; /* of correction M, ISO/IEC 18004, table 7 */
    } rows[] = {{14, NULL, 21},
                {15, NULL, 25},
                {122, NULL, 45},
                {123, "long-address", 49},
                {331, "long-address", 69},
                {332, "longer-address", 73},
                {857, "longer-address", 109},
                {858, "longest-address", 113},
                {2331, "longest-address", 177}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct doc_book *book = doc_new();
        char *address = arena_alloc(book->arena, rows[i].bytes + 1);
        memset(address, 'a', rows[i].bytes);
        address[rows[i].bytes] = '\0';
        const char *class = "";
        const struct doc_asset *a = xform_qr(book, address, &class);
        assert_non_null(a);
        assert_ptr_equal(book->assets.at[0], a);
        assert_int_equal(modules_of(a), rows[i].modules + 8);
        if (rows[i].class)
            assert_string_equal(class, rows[i].class);
        else
            assert_null(class);
        double module = a->width / 96 * 25.4 / modules_of(a);
        assert_true(module >= 0.5 && module * rows[i].modules >= 20);
        assert_true(a->width == a->height);
        doc_free(book);
    }
}

static void
leaves_out_what_no_code_holds(void **state)
{
    (void)state;
    struct doc_book *book = doc_new();
    char *address = arena_alloc(book->arena, 2333);
    const char *class = NULL;
    memset(address, 'a', 2332);
    address[2332] = '\0';
    assert_null(xform_qr(book, address, &class));
    assert_null(xform_qr(book, "", &class));
    assert_int_equal(book->assets.n, 0);
    doc_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_by_language),
        cmocka_unit_test(words_are_counted_once),
        cmocka_unit_test(counts_blocks),
        cmocka_unit_test(draws_codes),
        cmocka_unit_test(leaves_out_what_no_code_holds),
    };
    return RUN_TESTS(tests);
}
