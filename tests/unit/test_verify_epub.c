/* SPDX-License-Identifier: MIT */
/* Reading EPUBs back: containers that lie, XML with its places, paths. */
#include "unit.h"

#include <string.h>

#include "verify/epub_int.h"

/* What is packed comes back; past its limit a buffer fails, and stays small. */
static void
inflating_is_bounded(void **state)
{
    (void)state;
    enum { SIZE = 4 << 20 };
    struct buf plain, packed, back;
    buf_init(&plain, SIZE);
    buf_init(&packed, 2 * SIZE);
    buf_init(&back, SIZE);
    for (int i = 0; i < SIZE; i++)
        buf_char(&plain, (char)('a' + i % 3));
    buf_deflate_raw(&packed, plain.at, plain.n, 9);
    assert_true(packed.n > 0 && packed.n < SIZE / 100);
    assert_true(buf_inflate_raw(&back, packed.at, packed.n));
    assert_int_equal(back.n, SIZE);
    assert_memory_equal(back.at, plain.at, SIZE);
    buf_free(&back);
    buf_init(&back, SIZE - 1);
    assert_false(buf_inflate_raw(&back, packed.at, packed.n));
    assert_true(back.failed && back.n <= SIZE && back.room <= 2 * SIZE);
    buf_free(&back);
    buf_init(&back, SIZE);
    assert_false(buf_inflate_raw(&back, packed.at, packed.n - 1));
    assert_false(buf_inflate(&back, packed.at, packed.n));
    buf_free(&back);
    buf_free(&packed);
    buf_free(&plain);
}

/* A document with places in code points, entities and text in one piece. */
static void
xml_has_places(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "<?xml version='1.0'?>\n<a b='x&lt;y'>\n"
                       "é<c xmlns='http://www.w3.org/1999/xhtml'/>d&amp;e"
                       "<![CDATA[<f>]]></a>";
    struct xml_document *doc = xml_read(a, text, strlen(text), false);
    assert_true(doc->whole);
    assert_string_equal(doc->root->name, "a");
    assert_string_equal(xml_value(doc->root, "b"), "x<y");
    struct xml_node *c = xml_first_element(doc->root);
    assert_true(xml_is(c, XML_NS_XHTML, "c"));
    assert_int_equal(c->line, 3);
    assert_int_equal(c->col, 2);
    assert_string_equal(xml_content(a, doc->root), "\néd&e<f>");
    arena_free(a);
}

static void
xml_faults_have_places(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "<a>\n  <b>\n</a>";
    struct xml_document *doc = xml_read(a, text, strlen(text), false);
    assert_false(doc->whole);
    assert_true(doc->faults.n > 0);
    assert_int_equal(doc->faults.at[0].line, 3);
    doc = xml_read(a, "<a>\xFF</a>", 8, false);
    assert_true(doc->bad_encoding);
    doc = xml_read(a, "", 0, false);
    assert_false(doc->whole);
    doc = xml_read(a, "\xFE\xFF\0<\0a\0/\0>", 10, false);
    assert_true(doc->whole && doc->utf16);
    arena_free(a);
}

/* Entities within entities do not multiply. */
static void
xml_entities_stay_small(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_str(&b, "<!DOCTYPE a [<!ENTITY e0 'x'>");
    for (int i = 1; i < 30; i++)
        buf_printf(&b, "<!ENTITY e%d '&e%d;&e%d;'>", i, i - 1, i - 1);
    buf_str(&b, "]><a b='&e29;'>&e29;</a>");
    xml_read(a, b.at, b.n, false);
    assert_true(arena_size(a) < 32 << 20);
    buf_free(&b);
    arena_free(a);
}

static void
urls_lead_to_files(void **state)
{
    (void)state;
    static const struct {
        const char *from, *url, *path, *fragment;
        int kind;
    } cases[] = {
        {"E/a.xhtml", "b.xhtml", "E/b.xhtml", NULL, EPUB_TARGET_FILE},
        {"E/a.xhtml", "../b.css#x", "b.css", "x", EPUB_TARGET_FILE},
        {"E/a.xhtml", "#y", "E/a.xhtml", "y", EPUB_TARGET_FILE},
        {"E/a.xhtml", "c%20d.png", "E/c d.png", NULL, EPUB_TARGET_FILE},
        {"E/a.xhtml", "../../b", NULL, NULL, EPUB_TARGET_ABOVE},
        {"E/a.xhtml", "/b", NULL, NULL, EPUB_TARGET_ABSOLUTE},
        {"E/a.xhtml", "http://x.org/", NULL, NULL, EPUB_TARGET_REMOTE},
        {"E/a.xhtml", "http:", NULL, NULL, EPUB_TARGET_BAD},
        {"E/a.xhtml", "data:x,y", NULL, NULL, EPUB_TARGET_DATA},
        {"E/a.xhtml", "mailto:x", NULL, NULL, EPUB_TARGET_OTHER},
        {"E/a.xhtml", "FILE:///x", NULL, NULL, EPUB_TARGET_ABSOLUTE},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct epub_target t = epub_resolve(a, cases[i].from, cases[i].url);
        assert_int_equal(t.kind, cases[i].kind);
        assert_true(str_eq(t.path, cases[i].path));
        assert_true(str_eq(t.fragment, cases[i].fragment));
    }
    arena_free(a);
}

static void
language_tags(void **state)
{
    (void)state;
    static const char *const good[] = {"en",           "pt-BR",   "zh-Hant-TW",
                                       "x-private",    "de-1996", "i-klingon",
                                       "sl-rozaj-1994"};
    static const char *const bad[] = {
        "", "e_n", "en-", "123", "-en", "e n", "toolongword", "en--us", "a"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(epub_is_language(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(epub_is_language(bad[i]));
}

/* No byte of a container is believed: cut anywhere, it is read or refused. */
static void
containers_may_be_cut_anywhere(void **state)
{
    (void)state;
    static const char zip[] =
        "PK\3\4\12\0\0\0\0\0\0\0\0\0\205\21\112\15\1\0\0\0\1\0\0\0\1\0\0\0az"
        "PK\1\2\12\0\12\0\0\0\0\0\0\0\0\0\205\21\112\15\1\0\0\0\1\0\0\0\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0aPK\5\6\0\0\0\0\1\0\1\0\57\0\0\0\40\0"
        "\0\0\0\0";
    struct arena *a = arena_new();
    for (size_t cut = 0; cut < sizeof zip; cut++) {
        struct epub_zip z;
        bool whole = cut == sizeof zip - 1;
        bool open = epub_zip_open(&z, a, zip, cut);
        assert_int_equal(open, whole);
        if (whole) {
            struct buf b;
            buf_init(&b, 8);
            assert_int_equal(z.count, 1);
            const struct epub_entry *e = epub_zip_find(&z, "a");
            assert_non_null(e);
            epub_zip_read(&z, e, &b);
            assert_string_equal(b.at, "z");
            buf_free(&b);
        }
    }
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inflating_is_bounded),
        cmocka_unit_test(xml_has_places),
        cmocka_unit_test(xml_faults_have_places),
        cmocka_unit_test(xml_entities_stay_small),
        cmocka_unit_test(urls_lead_to_files),
        cmocka_unit_test(language_tags),
        cmocka_unit_test(containers_may_be_cut_anywhere),
    };
    return RUN_TESTS(tests);
}
