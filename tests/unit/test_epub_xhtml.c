/* SPDX-License-Identifier: MIT */
/* XHTML: whatever the tree holds, what is written fits HTML. */
#include "epub_book.h"

/* The article's blocks behind its title. */
static const char *
written(struct doc_book *book)
{
    char *page = part_of(book, "a.xhtml");
    char *from = strstr(page, "</h1>\n");
    assert_non_null(from);
    from += strlen("</h1>\n");
    char *to = strstr(from, "\n</article>");
    assert_non_null(to);
    return arena_strn(book->arena, from, (size_t)(to - from));
}

static void
writes_inlines(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *p = add_text_in(book, a, DOC_PARAGRAPH, "a < b & c ");
    add_text_in(book, p, DOC_EMPHASIS, "em");
    doc_add(book, p, DOC_LINE_BREAK, NULL);
    doc_add(book, p, DOC_CODE, "c")->text = "<x>";
    doc_add(book, p, DOC_LEADER, NULL);
    doc_add_text(book, p, "bad\x01\x1f\xEF\xBF\xBF end");
    assert_string_equal(written(book),
                        "<p>a &lt; b &amp; c <em>em</em><br/>"
                        "<code class=\"c\">&lt;x&gt;</code>bad end</p>");
    doc_free(book);
}

static void
omits_paragraphs_of_tight_items(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *list = doc_add(book, a, DOC_LIST, NULL);
    list->list->tight = list->list->ordered = true;
    list->list->start = 3;
    struct doc_node *item = doc_add(book, list, DOC_ITEM, NULL);
    add_text_in(book, item, DOC_PARAGRAPH, "one");
    struct doc_node *inner = doc_add(book, item, DOC_LIST, NULL);
    item = doc_add(book, inner, DOC_ITEM, NULL);
    add_text_in(book, item, DOC_PARAGRAPH, "two");
    assert_string_equal(written(book), "<ol start=\"3\">\n"
                                       "<li>one\n"
                                       "<ul>\n"
                                       "<li>\n"
                                       "<p>two</p>\n"
                                       "</li>\n"
                                       "</ul>\n"
                                       "</li>\n"
                                       "</ol>");
    doc_free(book);
}

static void
says_tasks_in_words(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *list = doc_add(book, a, DOC_LIST, NULL);
    list->list->tight = true;
    struct doc_node *item = doc_add(book, list, DOC_ITEM, NULL);
    item->task = DOC_TASK_DONE;
    add_text_in(book, item, DOC_PARAGRAPH, "one");
    item = doc_add(book, list, DOC_ITEM, NULL);
    item->task = DOC_TASK_OPEN;
    doc_add_text(book, item, "two");
    const char *text = written(book);
    assert_has(text, "<li style=\"list-style-type: none\">"
                     "<span class=\"task\" role=\"img\" "
                     "aria-label=\"done\">\u2611</span> one</li>");
    assert_has(text, "aria-label=\"to do\">\u2610</span> two</li>");
    doc_free(book);
}

static void
puts_marks_behind_links(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *p = doc_add(book, a, DOC_PARAGRAPH, NULL);
    struct doc_node *link =
        add_link(book, p, NULL, "https://example.org/", "out");
    struct doc_node *notes = doc_add(book, a, DOC_NOTES, NULL);
    struct doc_node *note = add_note(book, link, notes, 1);
    add_text_in(book, note, DOC_PARAGRAPH, "text");
    add_link(book, link, a, NULL, "inner");
    assert_string_equal(
        written(book),
        "<p><a href=\"https://example.org/\">out<span>inner</span></a>"
        "<a id=\"ref-1\" class=\"noteref\" epub:type=\"noteref\" "
        "role=\"doc-noteref\" href=\"#note-1\">1</a></p>\n"
        "<section class=\"notes\" epub:type=\"footnotes\">\n"
        "<aside id=\"note-1\" class=\"note\" epub:type=\"footnote\" "
        "role=\"doc-footnote\">\n"
        "<p><a class=\"backlink\" epub:type=\"backlink\" "
        "role=\"doc-backlink\" href=\"#ref-1\" "
        "aria-label=\"1. Back to the text\">1</a> text</p>\n"
        "</aside>\n"
        "</section>");
    doc_free(book);
}

static void
leaves_no_dangling_links(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *cover = doc_add(book, book->root, DOC_COVER, NULL);
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *b = add_article(book, book->root, "b", "B");
    struct doc_node *to = add_text_in(book, b, DOC_PARAGRAPH, "to");
    to->id = "to";
    struct doc_node *p = doc_add(book, a, DOC_PARAGRAPH, NULL);
    add_link(book, p, to, NULL, "1");
    add_link(book, p, b, NULL, "2");
    add_link(book, p, to->first, NULL, "3");
    add_link(book, p, cover, NULL, "no cover is written");
    add_link(book, p, NULL, "other.md#x", "unresolved");
    add_link(book, p, NULL, "javascript:alert(1)", "unsafe");
    assert_string_equal(written(book),
                        "<p><a href=\"b.xhtml#to\">1</a>"
                        "<a href=\"b.xhtml\">2</a>"
                        "<a href=\"b.xhtml#to\">3</a>"
                        "<span>no cover is written</span>"
                        "<span>unresolved</span><span>unsafe</span></p>");
    doc_free(book);
}

static void
drops_what_is_empty_but_keeps_ids(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    doc_add(book, a, DOC_LIST, NULL);
    doc_add(book, a, DOC_PARAGRAPH, NULL);
    struct doc_node *table = doc_add(book, a, DOC_TABLE, NULL);
    doc_add(book, table, DOC_TABLE_BODY, NULL)->id = "body";
    add_text_in(book, a, DOC_HEADING, "  ")->level = 2;
    a->last->id = "blank";
    struct doc_node *p = add_text_in(book, a, DOC_PARAGRAPH, "x");
    doc_add(book, p, DOC_SPAN, NULL)->id = "anchor";
    assert_string_equal(written(book), "<div id=\"body\"></div>\n"
                                       "<div id=\"blank\">  </div>\n"
                                       "<p>x<span id=\"anchor\"></span></p>");
    doc_free(book);
}

static void
pairs_terms_and_definitions(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *dl = doc_add(book, a, DOC_DEFINITIONS, NULL);
    add_text_in(book, dl, DOC_DEFINITION, "first");
    add_text_in(book, dl, DOC_TERM, "term");
    assert_string_equal(written(book), "<dl>\n"
                                       "<dt></dt>\n"
                                       "<dd>first</dd>\n"
                                       "<dt>term</dt><dd></dd>\n"
                                       "</dl>");
    doc_free(book);
}

static struct doc_node *
add_cell(struct doc_book *book, struct doc_node *row, bool header,
         const char *text)
{
    struct doc_node *cell = add_text_in(book, row, DOC_CELL, text);
    cell->cell->header = header;
    return cell;
}

static void
puts_table_parts_in_order(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *table = doc_add(book, a, DOC_TABLE, NULL);
    struct doc_node *head = doc_add(book, table, DOC_TABLE_HEAD, NULL);
    struct doc_node *row = doc_add(book, head, DOC_ROW, NULL);
    add_cell(book, row, true, "h")->cell->align = DOC_ALIGN_RIGHT;
    add_cell(book, row, true, " ");
    struct doc_node *body = doc_add(book, table, DOC_TABLE_BODY, NULL);
    row = doc_add(book, body, DOC_ROW, NULL);
    add_cell(book, row, true, "r");
    add_cell(book, row, false, "d")->cell->rowspan = 2;
    doc_add(book, table, DOC_TABLE_HEAD, NULL);
    row = doc_add(book, table->last, DOC_ROW, NULL);
    add_cell(book, row, true, "late")->cell->colspan = 2;
    add_text_in(book, table, DOC_TABLE_CAPTION, "cap")->lang = "fr";
    assert_string_equal(written(book),
                        "<table>\n"
                        "<caption lang=\"fr\" xml:lang=\"fr\">cap</caption>\n"
                        "<thead>\n"
                        "<tr>\n"
                        "<th style=\"text-align: right\" scope=\"col\" "
                        "id=\"table-1-header-1\">h</th>\n"
                        "<td> </td>\n"
                        "</tr>\n"
                        "</thead>\n"
                        "<tbody>\n"
                        "<tr>\n"
                        "<th scope=\"row\" id=\"table-1-header-2\" "
                        "headers=\"table-1-header-1\">r</th>\n"
                        "<td headers=\"table-1-header-2\" "
                        "rowspan=\"2\">d</td>\n"
                        "</tr>\n"
                        "</tbody>\n"
                        "<tbody>\n"
                        "<tr>\n"
                        "<th scope=\"col\" id=\"table-1-header-3\" "
                        "headers=\"table-1-header-1\" "
                        "colspan=\"2\">late</th>\n"
                        "</tr>\n"
                        "</tbody>\n"
                        "</table>");
    doc_free(book);
}

static void
captions_a_figure_once(void **state)
{
    (void)state;
    static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    struct doc_asset asset = {.kind = DOC_SVG,
                              .name = "Pic 1.svg",
                              .bytes = svg,
                              .n = sizeof svg - 1};
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *figure = doc_add(book, a, DOC_FIGURE, NULL);
    struct doc_node *image = doc_add(book, figure, DOC_IMAGE, NULL);
    image->image->asset = &asset;
    image->image->alt = "A \"b\"\n c";
    image->image->width_percent = 50;
    add_text_in(book, figure, DOC_CAPTION, "middle");
    add_text_in(book, figure, DOC_CAPTION, "last");
    assert_string_equal(
        written(book),
        "<figure><img src=\"images/pic-1.svg\" alt=\"A &quot;b&quot; c\" "
        "style=\"width: 50%\"/>\n"
        "<div>middle</div>\n"
        "<figcaption>last</figcaption>\n"
        "</figure>");
    assert_has(part_of(book, "package.opf"),
               "href=\"images/pic-1.svg\" media-type=\"image/svg+xml\"");
    doc_free(book);
}

static void
wraps_what_stands_astray(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *list = doc_add(book, a, DOC_LIST, NULL);
    add_text_in(book, list, DOC_PARAGRAPH, "in list");
    struct doc_node *table = doc_add(book, a, DOC_TABLE, NULL);
    struct doc_node *body = doc_add(book, table, DOC_TABLE_BODY, NULL);
    struct doc_node *row = doc_add(book, body, DOC_ROW, NULL);
    add_text_in(book, row, DOC_PARAGRAPH, "in row");
    add_text_in(book, table, DOC_PARAGRAPH, "in table");
    const char *text = written(book);
    assert_has(text, "<li>\n<p>in list</p></li>");
    assert_has(text, "<td>\n<p>in row</p></td>");
    assert_has(text, "<tbody><tr><td>\n<p>in table</p></td></tr></tbody>");
    doc_free(book);
}

static void
marks_languages_and_directions(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    a->lang = "he";
    add_text_in(book, a, DOC_PARAGRAPH, "x")->lang = "pt_BR";
    char *page = part_of(book, "a.xhtml");
    assert_has(page, " lang=\"he\" xml:lang=\"he\">\n<head>");
    assert_has(page, "<article dir=\"rtl\">");
    assert_has(page, "<p lang=\"pt-BR\" xml:lang=\"pt-BR\" dir=\"ltr\">");
    book->rtl = true; /* bound on the right */
    page = part_of(book, "a.xhtml");
    assert_has(page, " lang=\"he\" xml:lang=\"he\" dir=\"rtl\">\n<head>");
    assert_has(page, "<article>");
    doc_free(book);
}

static void
keeps_code_as_it_is(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    doc_add(book, a, DOC_CODE_BLOCK, "language-c")->text = "\n  a\n\tb < c\n";
    doc_add(book, a, DOC_RULE, NULL);
    assert_string_equal(written(book), "<pre class=\"language-c\"><code>\n"
                                       "  a\n\tb &lt; c\n</code></pre>\n"
                                       "<hr/>");
    doc_free(book);
}

static void
cleans_urls(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"https://example.org", "https://example.org"},
        {" https://example.org/a b?x=1&y=<>#f#g ",
         "https://example.org/a%20b?x=1&y=%3C%3E#f%23g"},
        {"http://example.org/%20%zz", "http://example.org/%20%25zz"},
        {"HTTPS://EXAMPLE.org:8080/ü", "HTTPS://example.org:8080/%C3%BC"},
        {"http://10.0.0.1/", "http://10.0.0.1/"},
        {"mailto:a@b.org", "mailto:a@b.org"},
        {"tel:+1 555", "tel:+1%20555"},
        {"http://", NULL},
        {"http:example.org", NULL},
        {"http://a..b/", NULL},
        {"http://xn--mnchen-3ya.de/", "http://xn--mnchen-3ya.de/"},
        {"http://m\u00fcnchen.de:80?x", "http://xn--mnchen-3ya.de:80?x"},
        {"http://a_b.org/", "http://a_b.org/"},
        {"ftp://u:p@example.org", "ftp://u:p@example.org"},
        {"http://a@b@example.org/", NULL},
        {"http://[::1]/", NULL},
        {"http://a b/", NULL},
        {"geo:1,2", NULL},
        {"http://example.org:99999/", NULL},
        {"http://xn--a/", NULL},
        {"javascript:alert(1)", NULL},
        {"data:text/html,x", NULL},
        {"file:///etc/passwd", NULL},
        {"//example.org/", NULL},
        {"other.md", NULL},
        {"#x", NULL},
        {"mailto:", NULL},
        {"", NULL},
        {NULL, NULL},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *url = epub_url(a, pairs[i][0]);
        if (!str_eq(url, pairs[i][1]))
            fail_msg("%s became %s, not %s", pairs[i][0], url, pairs[i][1]);
    }
    arena_free(a);
}

static void
cuts_language_tags(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"en", "en"},
        {"en_US", "en-US"},
        {"zh-Hant-TW", "zh-Hant-TW"},
        {"zh-cmn-Hans-CN", "zh-cmn-Hans-CN"},
        {"de-CH-1996", "de-CH-1996"},
        {"de-1996-1996", "de-1996"},
        {"sl-rozaj-biske", "sl-rozaj-biske"},
        {"es-419", "es-419"},
        {"en-US-u-co-phonebk", "en-US-u-co-phonebk"},
        {"en-x-a-b", "en-x-a-b"},
        {"en-x", "en"},
        {"en-u", "en"},
        {"en-US-Latn", "en-US"},
        {"en-", "en"},
        {"e", "und"},
        {"english language", "und"},
        {"12", "und"},
        {"", "und"},
        {NULL, "und"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(epub_lang(a, pairs[i][0]), pairs[i][1]);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_inlines),
        cmocka_unit_test(omits_paragraphs_of_tight_items),
        cmocka_unit_test(says_tasks_in_words),
        cmocka_unit_test(puts_marks_behind_links),
        cmocka_unit_test(leaves_no_dangling_links),
        cmocka_unit_test(drops_what_is_empty_but_keeps_ids),
        cmocka_unit_test(pairs_terms_and_definitions),
        cmocka_unit_test(puts_table_parts_in_order),
        cmocka_unit_test(captions_a_figure_once),
        cmocka_unit_test(wraps_what_stands_astray),
        cmocka_unit_test(marks_languages_and_directions),
        cmocka_unit_test(keeps_code_as_it_is),
        cmocka_unit_test(cleans_urls),
        cmocka_unit_test(cuts_language_tags),
    };
    return RUN_TESTS(tests);
}
