/* SPDX-License-Identifier: MIT */
/* Where printed pages begin: never inside a word, and in the book's order. */
#include "unit.h"

#include <string.h>

#include "doc/doc.h"

static struct doc_book *book;
static struct doc_node *article;
static struct doc_pages *pages;

static int
setup(void **state)
{
    (void)state;
    book = doc_new();
    article = doc_add(book, book->root, DOC_ARTICLE, NULL);
    pages = doc_pages_new();
    return 0;
}

static int
teardown(void **state)
{
    (void)state;
    doc_pages_free(pages);
    doc_free(book);
    return 0;
}

static struct doc_node *
paragraph(void)
{
    return doc_add(book, article, DOC_PARAGRAPH, NULL);
}

static void
begin(size_t index, const struct doc_node *node, uint32_t at, bool aside)
{
    doc_pages_set(pages, index,
                  (struct doc_page){
                      .label = "1", .node = node, .at = at, .aside = aside});
}

/* A page that begins at byte `from` of a text is marked at byte `to`. */
static void
assert_gap(const char *text, uint32_t from, uint32_t to)
{
    struct doc_node *node = doc_add_text(book, paragraph(), text);
    begin(0, node, from, false);
    doc_pages_settle(pages, book->root);
    assert_ptr_equal(pages->at.at[0].node, node);
    assert_int_equal(pages->at.at[0].at, to);
}

static void
leaves_words_whole(void **state)
{
    (void)state;
    assert_gap("one two three", 4, 4);
    assert_gap("one twofold three", 7, 11);       /* two-fold */
    assert_gap("one two\u00ADfold three", 9, 13); /* before its soft hyphen */
    assert_gap("one well-known three", 9, 14);    /* behind a written hyphen */
    assert_gap("word\u2014other", 7, 7);          /* behind a dash */
    assert_gap("10\u00A0mg a day", 1, 2);         /* not beyond this space */
    assert_gap("see example.org/page now", 12, 20);
    assert_gap("the end\u2019s", 6, 11);  /* nothing follows it */
    assert_gap("the e\u0301nd of", 5, 9); /* not before a combining mark */
    assert_gap("\u65E5\u672C\u8A9E\u3067", 3, 3);
    assert_gap("\u0E01\u0E32\u0E23\u0E1E\u0E31\u0E01", 9, 9);
    assert_gap("\u0634\u0643\u0631\u0627 \u0644\u0643", 4, 8);
}

/* A word goes on over the ends of emphasis and links, and takes the mark of a
 * note along. */
static void
follows_words_through_inlines(void **state)
{
    (void)state;
    struct doc_node *p = paragraph();
    struct doc_node *before = doc_add_text(book, p, "One un");
    struct doc_node *strong = doc_add(book, p, DOC_STRONG, NULL);
    doc_add_text(book, strong, "believ");
    struct doc_node *rest = doc_add_text(book, p, "able word");
    begin(0, before, 5, false);
    doc_pages_settle(pages, book->root);
    assert_ptr_equal(pages->at.at[0].node, rest);
    assert_int_equal(pages->at.at[0].at, 4);

    p = paragraph();
    struct doc_node *word = doc_add_text(book, p, "noted");
    doc_add(book, p, DOC_NOTE_REF, NULL);
    struct doc_node *next = doc_add_text(book, p, " text");
    begin(0, word, 3, false);
    doc_pages_settle(pages, book->root);
    assert_ptr_equal(pages->at.at[0].node, next);
    assert_int_equal(pages->at.at[0].at, 0);

    p = paragraph();
    word = doc_add_text(book, p, "noted");
    struct doc_node *mark = doc_add(book, p, DOC_NOTE_REF, NULL);
    begin(0, mark, DOC_BEFORE, false);
    doc_pages_settle(pages, book->root);
    assert_ptr_equal(pages->at.at[0].node, mark);
    assert_int_equal(pages->at.at[0].at, 0); /* behind it */
}

/* Notes come behind the text, on paper between its pages: their page begins
 * where the next one does, unless it is the last. */
static void
puts_notes_in_order(void **state)
{
    (void)state;
    struct doc_node *text[3];
    for (int i = 0; i < 3; i++)
        text[i] = doc_add_text(book, paragraph(), "some text");
    struct doc_node *notes = doc_add(book, article, DOC_NOTES, NULL);
    struct doc_node *note = doc_add(book, notes, DOC_NOTE, NULL);
    struct doc_node *p = doc_add(book, note, DOC_PARAGRAPH, NULL);
    struct doc_node *noted = doc_add_text(book, p, "a note of some length");
    begin(4, noted, 7, true);
    begin(0, text[0], 0, false);
    begin(2, text[1], 5, false);
    begin(1, noted, 2, true);
    begin(3, NULL, 0, false);
    doc_pages_settle(pages, book->root);
    assert_int_equal(pages->at.n, 5);
    assert_ptr_equal(pages->at.at[1].node, text[1]);
    assert_int_equal(pages->at.at[1].at, 5);
    assert_ptr_equal(pages->at.at[2].node, text[1]);
    assert_null(pages->at.at[3].node);
    assert_ptr_equal(pages->at.at[4].node, noted);
    assert_int_equal(pages->at.at[4].at, 7);
}

/* A float begins its page where the text behind it in the book does so on
 * paper, not where text stands between. */
static void
begins_with_floats(void **state)
{
    (void)state;
    struct doc_node *one = doc_add_text(book, paragraph(), "one text");
    struct doc_node *figure = doc_add(book, article, DOC_FIGURE, NULL);
    struct doc_node *caption = doc_add(book, figure, DOC_CAPTION, NULL);
    struct doc_node *said = doc_add_text(book, caption, "a caption");
    struct doc_node *two = doc_add_text(book, paragraph(), "two texts");
    for (int i = 0; i < 2; i++) {
        doc_pages_set(pages, (size_t)i,
                      (struct doc_page){.label = "1",
                                        .node = i ? two : one,
                                        .at = 0,
                                        .floating = i ? said : NULL});
    }
    doc_pages_settle(pages, book->root);
    assert_ptr_equal(pages->at.at[0].node, one);
    assert_ptr_equal(pages->at.at[1].node, said);
    assert_int_equal(pages->at.at[1].at, DOC_BEFORE);

    doc_pages_set(pages, 1,
                  (struct doc_page){
                      .label = "2", .node = two, .at = 4, .floating = said});
    doc_pages_settle(pages, book->root);
    assert_ptr_equal(pages->at.at[1].node, two);
    assert_int_equal(pages->at.at[1].at, 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(leaves_words_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(follows_words_through_inlines, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(puts_notes_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(begins_with_floats, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
