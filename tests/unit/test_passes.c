/* SPDX-License-Identifier: MIT */
/* What the passes make of a small book, as the tree's own dump. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xform/xform_int.h"

static struct doc_book *
book_new(void)
{
    struct doc_book *book = doc_new();
    book->lang = "en-US";
    book->title = "Life's Stories";
    book->publisher = "The Association";
    book->identifier = "urn:uuid:1--2";
    book->published = (struct date){2026, 1, 8};
    return book;
}

static const char **
names(struct doc_book *book, const char *a, const char *b, const char *c)
{
    const char **at = ARENA_ARRAY(book->arena, const char *, 3);
    at[0] = a;
    at[1] = b;
    at[2] = c;
    return at;
}

static struct doc_node *
add_article(struct doc_book *book, const char *slug, const char *title,
            const char *category)
{
    struct doc_node *n = doc_add(book, book->root, DOC_ARTICLE, NULL);
    n->article->slug = slug;
    n->article->title = title;
    n->article->category = category;
    n->article->path = arena_printf(book->arena, "%s.md", slug);
    return n;
}

static struct doc_node *
add_line(struct doc_book *book, struct doc_node *parent, const char *class,
         const char *text)
{
    return xform_add_line(book, parent, DOC_PARAGRAPH, class, text);
}

static void
expect(struct doc_book *book, const struct doc_node *root, const char *dump)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    assert_null(doc_check(book));
    doc_dump(book, root, &b);
    assert_string_equal(b.at, dump);
    buf_free(&b);
}

/* Runs all passes, which must find nothing to say. */
static void
run(struct doc_book *book)
{
    struct diag *d = diag_new();
    xform_run(book, d);
    assert_int_equal(diag_count(d, DIAG_NOTE), 0);
    diag_free(d);
}

static void
test_opening(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    book->single = true;
    struct doc_node *n =
        add_article(book, "a", "It's \"so\"", "PATIENT_STORIES");
    struct doc_article *article = n->article;
    article->subtitle = "A subtitle";
    article->excerpt = "Short.";
    article->authors = (struct doc_names){names(book, "Ann", "Bo", "Cy"), 3};
    article->published = (struct date){2026, 1, 8};
    article->image.src = "/a.svg";
    article->image.alt = "A hill";
    article->image_credit = "Photo: D";
    doc_add(book, n, DOC_RULE, NULL);
    add_line(book, n, NULL, "One.");
    doc_add(book, n, DOC_RULE, NULL);
    add_line(book, n, "article-note", "Composite.");
    doc_add(book, n, DOC_RULE, NULL);
    add_line(book, n, NULL, "Two.");
    doc_add(book, n, DOC_RULE, NULL);
    doc_add(book, n, DOC_PANEL, "takeaways");
    doc_add(book, n, DOC_RULE, NULL);
    run(book);
    expect(book, n,
           "article id=\"a\" slug=\"a\" title=\"It’s “so”\"\n"
           "  opening\n"
           "    paragraph class=\"category\"\n"
           "      text \"Patient Stories\"\n"
           "    title\n"
           "      text \"It’s “so”\"\n"
           "    paragraph class=\"subtitle\"\n"
           "      text \"A subtitle\"\n"
           "    paragraph class=\"excerpt\"\n"
           "      text \"Short.\"\n"
           "    paragraph class=\"byline\"\n"
           "      span class=\"author\"\n"
           "        text \"Ann\"\n"
           "      text \", \"\n"
           "      span class=\"author\"\n"
           "        text \"Bo\"\n"
           "      text \", and \"\n"
           "      span class=\"author\"\n"
           "        text \"Cy\"\n"
           "      text \" · \"\n"
           "      span class=\"date\"\n"
           "        text \"January 8, 2026\"\n"
           "    figure class=\"featured\"\n"
           "      image src=\"/a.svg\" alt=\"A hill\"\n"
           "      caption class=\"credit\"\n"
           "        text \"Photo: D\"\n"
           "  paragraph class=\"article-note\"\n"
           "    text \"Composite.\"\n"
           "  paragraph\n"
           "    text \"One.\"\n"
           "  rule\n"
           "  paragraph\n"
           "    text \"Two.\"\n"
           "  panel class=\"takeaways\"\n");
    doc_free(book);
}

static void
test_opening_in_another_language(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    book->single = true;
    struct doc_node *n = add_article(book, "a", "Hola", "clinic-notes");
    n->article->lang = "es";
    n->article->authors = (struct doc_names){names(book, "Ana", "Inés", 0), 2};
    n->article->published = (struct date){2026, 1, 8};
    run(book);
    assert_string_equal(n->lang, "es");
    expect(book, n->first,
           "opening\n"
           "  paragraph class=\"category\" lang=\"en-US\"\n"
           "    text \"Clinic Notes\"\n"
           "  title\n"
           "    text \"Hola\"\n"
           "  paragraph class=\"byline\"\n"
           "    span class=\"author\"\n"
           "      text \"Ana\"\n"
           "    text \" e \"\n"
           "    span class=\"author\"\n"
           "      text \"Inés\"\n"
           "    text \" · \"\n"
           "    span class=\"date\"\n"
           "      text \"8 de enero de 2026\"\n");
    doc_free(book);
}

static void
add_mark(struct doc_book *book, struct doc_node *parent, const char *label)
{
    doc_add(book, parent, DOC_NOTE_REF, NULL)->note->label = label;
}

static void
add_note(struct doc_book *book, struct doc_node *notes, const char *label)
{
    struct doc_node *note =
        doc_node_new(book, DOC_NOTE, (struct place){"a.md", 9, 1});
    note->note->label = label;
    doc_append(notes, note);
    add_line(book, note, NULL, label);
}

static void
test_notes(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_node *n = add_article(book, "a", "A", NULL);
    struct doc_node *line = doc_add(book, n, DOC_PARAGRAPH, NULL);
    add_mark(book, line, "z");
    add_mark(book, line, "y");
    add_mark(book, line, "z");
    struct doc_node *notes = doc_add(book, n, DOC_NOTES, NULL);
    add_note(book, notes, "inner");
    add_note(book, notes, "unused");
    add_note(book, notes, "y");
    add_note(book, notes, "z");
    add_mark(book, notes->last->first, "inner");
    add_mark(book, line, "none");
    struct diag *d = diag_new();
    xform_ids(book, d);
    xform_notes(book, d);
    expect(book, n,
           "article id=\"a\" slug=\"a\" title=\"A\"\n"
           "  paragraph\n"
           "    note-ref id=\"a-ref-1\" number=1 label=\"z\" \"1\"\n"
           "    note-ref id=\"a-ref-2\" number=2 label=\"y\" \"2\"\n"
           "    note-ref id=\"a-ref-1-2\" number=1 label=\"z\" \"1\"\n"
           "    text \"[^none]\"\n"
           "  notes\n"
           "    heading class=\"notes-title\" level=2\n"
           "      text \"Notes\"\n"
           "    note id=\"a-note-1\" number=1 label=\"z\"\n"
           "      paragraph\n"
           "        text \"z\"\n"
           "        note-ref id=\"a-ref-3\" number=3 label=\"inner\" \"3\"\n"
           "    note id=\"a-note-2\" number=2 label=\"y\"\n"
           "      paragraph\n"
           "        text \"y\"\n"
           "    note id=\"a-note-3\" number=3 label=\"inner\"\n"
           "      paragraph\n"
           "        text \"inner\"\n");
    struct doc_node *note = notes->first->next;
    assert_ptr_equal(note->note->ref, line->first);
    assert_ptr_equal(line->first->note->note, note);
    assert_ptr_equal(line->first->note->ref, line->first);
    assert_int_equal(diag_count(d, DIAG_NOTE), 2);
    assert_int_equal(diag_message_at(d, 0)->id, DIAG_NOTE_UNDEFINED);
    assert_int_equal(diag_message_at(d, 1)->id, DIAG_NOTE_UNUSED);
    assert_int_equal(diag_message_at(d, 1)->at.line, 9);
    diag_free(d);
    doc_free(book);
}

static void
test_book(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    book->parts = true;
    book->authors = (struct doc_names){names(book, "Ann", 0, 0), 1};
    map_set(book->part_titles, "B", (char *)"Part B's");
    map_set(book->part_titles, "empty", (char *)"Nothing");
    add_article(book, "preface", "Preface", NULL);
    struct doc_node *a = add_article(book, "one", "One", "A_A");
    a->article->authors = (struct doc_names){names(book, "O'Neil", 0, 0), 1};
    add_article(book, "two", "Two", "B")->article->lang = "es";
    struct doc_node *c = add_article(book, "three", "Three", "A_A");
    c->article->authors = book->authors;
    add_article(book, "after", "After", NULL);
    run(book);
    /* The openings have a test of their own. */
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n))
        doc_remove(n->first);
    expect(book, NULL,
           "book\n"
           "  cover id=\"cover\"\n"
           "    title\n"
           "      text \"Life’s Stories\"\n"
           "    figure class=\"cover-motif\"\n"
           "      image src=\"cover-motif.svg\" alt=\"\" decorative "
           "size=1000x560\n"
           "    div class=\"cover-foot\"\n"
           "      paragraph class=\"cover-author\"\n"
           "        text \"Ann\"\n"
           "      paragraph class=\"cover-publisher\"\n"
           "        text \"The Association\"\n"
           "  title-page id=\"title-page\"\n"
           "    title\n"
           "      text \"Life’s Stories\"\n"
           "    paragraph class=\"title-page-author\"\n"
           "      text \"Ann\"\n"
           "    paragraph class=\"title-page-publisher\"\n"
           "      text \"The Association\"\n"
           "  imprint id=\"imprint\"\n"
           "    paragraph class=\"imprint-title\"\n"
           "      text \"Life’s Stories\"\n"
           "    paragraph class=\"imprint-publisher\"\n"
           "      text \"The Association\"\n"
           "    paragraph class=\"imprint-date\"\n"
           "      span class=\"label\"\n"
           "        text \"Published:\"\n"
           "      text \" \"\n"
           "      span class=\"value\"\n"
           "        text \"January 8, 2026\"\n"
           "    paragraph class=\"imprint-identifier\"\n"
           "      span class=\"label\"\n"
           "        text \"Identifier:\"\n"
           "      text \" \"\n"
           "      span class=\"identifier\"\n"
           "        text \"urn:uuid:1--2\"\n"
           "    paragraph class=\"imprint-language\"\n"
           "      span class=\"label\"\n"
           "        text \"Language:\"\n"
           "      text \" \"\n"
           "      span class=\"value\"\n"
           "        text \"English\"\n"
           "  contents id=\"contents\"\n"
           "    title\n"
           "      text \"Contents\"\n"
           "    toc\n"
           "      toc-entry level=1\n"
           "        link target=\"preface\"\n"
           "          span class=\"toc-title\"\n"
           "            text \"Preface\"\n"
           "          leader\n"
           "          page-ref target=\"preface\"\n"
           "      toc-entry class=\"toc-part\" level=1\n"
           "        link target=\"part-part-bs\"\n"
           "          span class=\"toc-title\"\n"
           "            text \"Part B’s\"\n"
           "          leader\n"
           "          page-ref target=\"part-part-bs\"\n"
           "        toc\n"
           "          toc-entry lang=\"es\" level=2\n"
           "            link target=\"two\"\n"
           "              span class=\"toc-title\"\n"
           "                text \"Two\"\n"
           "              leader\n"
           "              page-ref target=\"two\"\n"
           "      toc-entry class=\"toc-part\" level=1\n"
           "        link target=\"part-a-a\"\n"
           "          span class=\"toc-title\"\n"
           "            text \"A A\"\n"
           "          leader\n"
           "          page-ref target=\"part-a-a\"\n"
           "        toc\n"
           "          toc-entry level=2\n"
           "            link target=\"one\"\n"
           "              span class=\"toc-title\"\n"
           "                text \"One\"\n"
           "              leader\n"
           "              page-ref target=\"one\"\n"
           "              line-break\n"
           "              span class=\"toc-author\"\n"
           "                text \"O’Neil\"\n"
           "          toc-entry level=2\n"
           "            link target=\"three\"\n"
           "              span class=\"toc-title\"\n"
           "                text \"Three\"\n"
           "              leader\n"
           "              page-ref target=\"three\"\n"
           "      toc-entry level=1\n"
           "        link target=\"after\"\n"
           "          span class=\"toc-title\"\n"
           "            text \"After\"\n"
           "          leader\n"
           "          page-ref target=\"after\"\n"
           "  article id=\"preface\" slug=\"preface\" title=\"Preface\"\n"
           "  part\n"
           "    part-opening id=\"part-part-bs\"\n"
           "      title\n"
           "        text \"Part B’s\"\n"
           "    article id=\"two\" lang=\"es\" slug=\"two\" title=\"Two\"\n"
           "  part\n"
           "    part-opening id=\"part-a-a\"\n"
           "      title\n"
           "        text \"A A\"\n"
           "    article id=\"one\" slug=\"one\" title=\"One\"\n"
           "    article id=\"three\" slug=\"three\" title=\"Three\"\n"
           "  article id=\"after\" slug=\"after\" title=\"After\"\n"
           "  colophon id=\"colophon\"\n"
           "    title\n"
           "      text \"Colophon\"\n"
           "    paragraph class=\"colophon-identifier\"\n"
           "      span class=\"label\"\n"
           "        text \"Identifier:\"\n"
           "      text \" \"\n"
           "      span class=\"identifier\"\n"
           "        text \"urn:uuid:1--2\"\n"
           "    paragraph class=\"colophon-tool\"\n"
           "      text \"Made with fascicle\"\n");
    doc_free(book);
}

static void
test_single(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    struct doc_asset asset = {.path = "cover.jpg"};
    book->single = true;
    book->cover = &asset;
    struct doc_node *n = add_article(book, "one", "One", NULL);
    run(book);
    assert_ptr_equal(book->root->last, n);
    expect(book, book->root->first,
           "cover id=\"cover\"\n"
           "  figure class=\"cover-image\"\n"
           "    image src=\"cover.jpg\" alt=\"Life’s Stories\" size=0x0\n");
    doc_free(book);
}

static void
test_sources(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    book->single = true;
    struct doc_node *n = add_article(book, "one", "One", NULL);
    struct doc_node *line = doc_add(book, n, DOC_PARAGRAPH, NULL);
    add_mark(book, line, "x");
    struct doc_node *section = doc_add(book, n, DOC_SECTION, "article-sources");
    line = doc_add(book, section, DOC_PARAGRAPH, NULL);
    doc_add_text(book, line, "A, 2020.");
    add_note(book, doc_add(book, n, DOC_NOTES, NULL), "x");
    run(book);
    assert_int_equal(n->last->kind, DOC_NOTES);
    expect(book, n->last->prev,
           "section class=\"article-sources\"\n"
           "  heading class=\"sources-title\" level=2\n"
           "    text \"Sources\"\n"
           "  paragraph\n"
           "    text \"A, 2020.\"\n");
    doc_free(book);
}

static void
test_sources_page(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    book->sources_page = true;
    struct doc_node *n = add_article(book, "one", "One's", NULL);
    struct doc_node *section = doc_add(book, n, DOC_SECTION, "article-sources");
    struct doc_node *list = doc_add(book, section, DOC_LIST, NULL);
    doc_add_text(book, doc_add(book, list, DOC_ITEM, NULL), "A");
    run(book);
    expect(book, book->root->last->prev,
           "sources id=\"sources\"\n"
           "  title\n"
           "    text \"Sources\"\n"
           "  section class=\"article-sources\"\n"
           "    heading class=\"sources-title\" level=2\n"
           "      text \"One’s\"\n"
           "    list\n"
           "      item\n"
           "        text \"A\"\n");
    doc_free(book);
}

static void
test_empty(void **state)
{
    (void)state;
    struct doc_book *book = doc_new();
    run(book);
    expect(book, NULL, "book\n");
    doc_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_opening),
        cmocka_unit_test(test_opening_in_another_language),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_book),
        cmocka_unit_test(test_single),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_sources_page),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
