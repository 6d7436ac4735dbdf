/* SPDX-License-Identifier: MIT */
/* The tree: joining, parting, walking, copying; its dump; its check. */
#include "unit.h"

#include <string.h>

#include "doc/doc.h"

static struct doc_book *book;
static struct doc_node *article;

static int
setup(void **state)
{
    (void)state;
    book = doc_new();
    article = doc_add(book, book->root, DOC_ARTICLE, NULL);
    return 0;
}

static int
teardown(void **state)
{
    (void)state;
    doc_free(book);
    return 0;
}

/* A paragraph of one text, appended. */
static struct doc_node *
paragraph(struct doc_node *parent, const char *text)
{
    struct doc_node *p = doc_add(book, parent, DOC_PARAGRAPH, NULL);
    doc_add_text(book, p, text);
    return p;
}

/* The text of each child, joined. The tree must be sound on the way. */
static void
assert_children(const struct doc_node *parent, const char *expected)
{
    char *all = arena_str(book->arena, "");
    doc_each_child (child, parent)
        all = arena_printf(book->arena, "%s%s", all,
                           doc_text(book->arena, child));
    assert_string_equal(all, expected);
    char *backwards = arena_str(book->arena, "");
    for (struct doc_node *n = parent->last; n; n = n->prev)
        backwards = arena_printf(book->arena, "%s%s", doc_text(book->arena, n),
                                 backwards);
    assert_string_equal(backwards, expected);
    assert_null(doc_check(book));
}

static void
joins_and_parts(void **state)
{
    (void)state;
    struct doc_node *b = paragraph(article, "b");
    struct doc_node *d = paragraph(article, "d");
    struct doc_node *new = doc_node_new(book, DOC_PARAGRAPH, doc_place(b));
    doc_add_text(book, new, "a");
    doc_prepend(article, new);
    assert_children(article, "abd");
    doc_remove(new);
    assert_null(new->parent);
    assert_children(article, "bd");
    doc_insert_after(d, new);
    assert_children(article, "bda");
    doc_remove(b);
    doc_insert_before(new, b);
    assert_children(article, "dba");
    doc_remove(d);
    doc_remove(b);
    doc_remove(new);
    assert_children(article, "");
    doc_remove(new);
    doc_append(article, new);
    assert_children(article, "a");
}

static void
unwraps_in_place(void **state)
{
    (void)state;
    paragraph(article, "1");
    struct doc_node *quote = doc_add(book, article, DOC_QUOTE, NULL);
    paragraph(quote, "2");
    paragraph(quote, "3");
    paragraph(article, "4");
    doc_unwrap(quote);
    assert_children(article, "1234");
    assert_int_equal(article->first->next->kind, DOC_PARAGRAPH);
}

static void
moves_children(void **state)
{
    (void)state;
    paragraph(article, "1");
    struct doc_node *other = doc_add(book, book->root, DOC_ARTICLE, NULL);
    paragraph(other, "2");
    paragraph(other, "3");
    doc_move_children(article, other);
    assert_children(article, "123");
    assert_children(other, "");
}

static void
walks_in_document_order(void **state)
{
    (void)state;
    struct doc_node *quote = doc_add(book, article, DOC_QUOTE, NULL);
    struct doc_node *first = paragraph(quote, "1");
    struct doc_node *second = paragraph(quote, "2");
    struct doc_node *third = paragraph(article, "3");
    assert_ptr_equal(doc_next(article, book->root), quote);
    assert_ptr_equal(doc_next(quote, book->root), first);
    assert_ptr_equal(doc_next_skip(first, book->root), second);
    assert_ptr_equal(doc_next_skip(quote, book->root), third);
    assert_ptr_equal(doc_next_skip(second, book->root), third);
    /* Never out of the subtree. */
    assert_null(doc_next_skip(second, quote));
    assert_null(doc_next_skip(quote, quote));
    assert_null(doc_next(third->first, book->root));
    assert_ptr_equal(doc_above(first->first, DOC_QUOTE), quote);
    assert_ptr_equal(doc_above(quote, DOC_QUOTE), quote);
    assert_null(doc_above(third, DOC_QUOTE));
}

static void
gathers_text(void **state)
{
    (void)state;
    struct doc_node *p = paragraph(article, "one");
    doc_add(book, p, DOC_LINE_BREAK, NULL);
    struct doc_node *strong = doc_add(book, p, DOC_STRONG, NULL);
    doc_add_text(book, strong, "two");
    struct doc_node *ref = doc_add(book, p, DOC_NOTE_REF, NULL);
    ref->note->number = 1;
    struct doc_node *code = doc_add(book, p, DOC_CODE, NULL);
    code->text = " three";
    assert_string_equal(doc_text(book->arena, p), "one two three");
    assert_string_equal(doc_text(book->arena, strong), "two");
}

/* Texts that were replaced or whose nodes are gone are let go of; those that
 * nodes share and those that came from elsewhere stay as they are. */
static void
packs_texts(void **state)
{
    (void)state;
    char line[1001];
    memset(line, 'x', 1000);
    line[1000] = '\0';
    for (int i = 0; i < 2000; i++)
        doc_remove(paragraph(article, line));
    struct doc_node *p = paragraph(article, "old");
    p->first->text = arena_str(book->texts, "new");
    doc_add(book, doc_add(book, article, DOC_PARAGRAPH, NULL), DOC_TEXT, NULL)
        ->text = p->first->text;
    struct doc_node *literal = paragraph(article, "");
    literal->first->text = " and literal";
    assert_true(arena_size(book->texts) > 2000000);
    doc_pack(book);
    assert_true(arena_size(book->texts) < 10000);
    assert_children(article, "newnew and literal");
    assert_null(p->text);
    doc_add_text(book, p, "er");
    doc_pack(book);
    assert_children(article, "newernew and literal");
}

static void
knows_languages(void **state)
{
    (void)state;
    struct doc_node *p = paragraph(article, "x");
    book->lang = "en-GB";
    assert_string_equal(doc_lang(book, p->first), "en-GB");
    article->lang = "es";
    assert_string_equal(doc_lang(book, p->first), "es");
    p->lang = "ar";
    assert_string_equal(doc_lang(book, p->first), "ar");
    assert_true(doc_lang_is_rtl("ar"));
    assert_true(doc_lang_is_rtl("he-IL"));
    assert_false(doc_lang_is_rtl("en"));
    assert_true(doc_lang_is_rtl("FA"));
    assert_true(doc_lang_is_rtl("pa-Arab-PK"));
    assert_true(doc_lang_is_rtl("en-Hebr"));
    assert_false(doc_lang_is_rtl("ar-Latn"));
    assert_true(doc_lang_is_rtl("ar-EG-1996"));
    assert_false(doc_lang_is_rtl("en-x-arab"));
    assert_false(doc_lang_is_rtl("hello"));
}

static void
names_elements_and_tags(void **state)
{
    (void)state;
    struct doc_node *h = doc_add(book, article, DOC_HEADING, NULL);
    h->level = 3;
    assert_string_equal(doc_element(h), "h3");
    assert_string_equal(doc_tag(h), "H3");
    struct doc_node *list = doc_add(book, article, DOC_LIST, NULL);
    assert_string_equal(doc_element(list), "ul");
    list->list->ordered = true;
    assert_string_equal(doc_element(list), "ol");
    struct doc_node *cell = doc_node_new(book, DOC_CELL, doc_place(h));
    assert_string_equal(doc_element(cell), "td");
    cell->cell->header = true;
    assert_string_equal(doc_element(cell), "th");
    assert_string_equal(doc_tag(cell), "TH");
    struct doc_node *image = doc_node_new(book, DOC_IMAGE, doc_place(h));
    assert_string_equal(doc_tag(image), "Figure");
    image->image->decorative = true;
    assert_null(doc_tag(image));
    for (int kind = 0; kind < DOC_KIND_COUNT; kind++)
        assert_non_null(doc_vocab[kind].name);
}

static void
keeps_classes(void **state)
{
    (void)state;
    struct doc_node *panel = doc_add(book, article, DOC_PANEL, NULL);
    assert_true(doc_has_class(panel, "panel"));
    assert_false(doc_has_class(panel, "warning"));
    doc_add_class(book, panel, "warning");
    doc_add_class(book, panel, "wide");
    doc_add_class(book, panel, "warning");
    assert_string_equal(panel->class, "warning wide");
}

static void
finds_titles(void **state)
{
    (void)state;
    assert_null(doc_title_of(article));
    paragraph(article, "before");
    struct doc_node *opening = doc_add(book, article, DOC_OPENING, NULL);
    struct doc_node *title = doc_add(book, opening, DOC_TITLE, NULL);
    assert_ptr_equal(doc_title_of(article), title);
}

static void
dumps(void **state)
{
    (void)state;
    article->article->slug = "a";
    article->article->title = "The \"A\"";
    struct doc_node *p = paragraph(article, "line\nand \\");
    p->id = "p";
    p->class = "lead";
    struct doc_node *link = doc_add(book, p, DOC_LINK, NULL);
    link->link->href = "#p";
    link->link->target = p;
    doc_add_text(book, link, "x");
    struct buf out;
    buf_init(&out, BUF_LIMIT_SMALL);
    doc_dump(book, NULL, &out);
    assert_string_equal(out.at, "book\n"
                                "  article slug=\"a\" title=\"The \\\"A\\\"\"\n"
                                "    paragraph id=\"p\" class=\"lead\"\n"
                                "      text \"line\\nand \\\\\"\n"
                                "      link href=\"#p\" target=\"p\"\n"
                                "        text \"x\"\n");
    buf_clear(&out);
    doc_dump(book, link, &out);
    assert_string_equal(out.at, "link href=\"#p\" target=\"p\"\n"
                                "  text \"x\"\n");
    buf_free(&out);
}

static void
assert_fault(const char *fault)
{
    const char *said = doc_check(book);
    if (!said || !str_ends(said, fault))
        fail_msg("doc_check says “%s”, not “%s”", said ? said : "(nothing)",
                 fault);
}

static void
finds_what_can_not_stand_there(void **state)
{
    (void)state;
    struct doc_node *p = paragraph(article, "x");
    doc_add(book, p, DOC_QUOTE, NULL);
    assert_fault("its parent can't hold it");
    doc_remove(p->last);
    assert_null(doc_check(book));
    doc_add(book, article, DOC_ITEM, NULL);
    assert_fault("it stands in a kind of parent where it means nothing");
    doc_remove(article->last);
    doc_add(book, article, DOC_TEXT, NULL);
    assert_fault("its parent can't hold it");
    doc_remove(article->last);
    doc_add(book, p->first, DOC_TEXT, NULL);
    assert_fault("its parent can't hold it");
}

static void
finds_broken_links_of_nodes(void **state)
{
    (void)state;
    struct doc_node *a = paragraph(article, "a");
    struct doc_node *b = paragraph(article, "b");
    b->prev = NULL;
    assert_fault("its next sibling does not lead back");
    b->prev = a;
    article->last = a;
    assert_fault("its last child does not lead back");
    article->last = b;
    a->prev = b;
    assert_fault("its first child does not lead back");
    a->prev = NULL;
    assert_null(doc_check(book));
}

static void
finds_wrong_data(void **state)
{
    (void)state;
    struct doc_node *p = paragraph(article, "x");
    p->first->text = NULL;
    assert_fault("it has no text");
    p->first->text = "\xFF";
    assert_fault("its text is no UTF-8");
    p->first->text = "x";
    p->text = "x";
    assert_fault("it has text of its own");
    p->text = NULL;
    p->id = "two words";
    assert_fault("its id is no name");
    p->id = "same";
    article->id = "same";
    assert_fault("its id “same” is there twice");
    article->id = NULL;
    p->line = 3;
    assert_fault("it has a line but no file");
    p->line = 0;
    struct doc_node *h = doc_add(book, article, DOC_HEADING, NULL);
    assert_fault("its level is not 1 to 6");
    h->level = 2;
    assert_null(doc_check(book));
}

static void
finds_links_that_lead_out_of_the_tree(void **state)
{
    (void)state;
    struct doc_node *p = paragraph(article, "x");
    struct doc_node *target = paragraph(article, "y");
    struct doc_node *link = doc_add(book, p, DOC_LINK, NULL);
    link->link->target = target;
    assert_null(doc_check(book));
    doc_remove(target);
    assert_fault("it leads to a node that stands nowhere");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(joins_and_parts),
        TEST(unwraps_in_place),
        TEST(moves_children),
        TEST(walks_in_document_order),
        TEST(gathers_text),
        TEST(packs_texts),
        TEST(knows_languages),
        TEST(names_elements_and_tags),
        TEST(keeps_classes),
        TEST(finds_titles),
        TEST(dumps),
        TEST(finds_what_can_not_stand_there),
        TEST(finds_broken_links_of_nodes),
        TEST(finds_wrong_data),
        TEST(finds_links_that_lead_out_of_the_tree),
    };
    return RUN_TESTS(tests);
}
