/* SPDX-License-Identifier: MIT */
/* Ids and references: what a link leads to, and what it can't. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xform/xform_int.h"

struct fixture {
    struct doc_book *book;
    struct diag *diag;
    struct doc_node *one, *two, *heading, *second, *line;
};

static struct doc_node *
add_article(struct doc_book *book, const char *path, const char *slug,
            const char *title)
{
    struct doc_node *n =
        doc_node_new(book, DOC_ARTICLE, (struct place){path, 1, 1});
    n->article->path = path;
    n->article->slug = slug;
    n->article->title = title;
    doc_append(book->root, n);
    return n;
}

static struct doc_node *
add_heading(struct fixture *f, struct doc_node *article, const char *text,
            const char *id, uint32_t line)
{
    struct doc_node *n = doc_node_new(f->book, DOC_HEADING,
                                      (struct place){article->file, line, 1});
    n->level = 2;
    n->id = id;
    doc_add_text(f->book, n, text);
    doc_append(article, n);
    return n;
}

static int
set_up(void **state)
{
    static struct fixture f;
    f.book = doc_new();
    f.diag = diag_new();
    f.book->site = "https://example.org/stories/{slug}";
    f.book->left_out = map_new(f.book->arena);
    map_set(f.book->left_out, "content/later.md", (char *)"a draft");
    f.one = add_article(f.book, "content/one.md", "first-story", "One");
    f.two = add_article(f.book, "content/deep/two.md", "2-second", "Two");
    f.line = doc_add(f.book, f.one, DOC_PARAGRAPH, NULL);
    f.heading = add_heading(&f, f.two, "What's the Dose?", NULL, 7);
    f.second = add_heading(&f, f.two, "What's the Dose?", "dose", 9);
    *state = &f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    diag_free(f->diag);
    doc_free(f->book);
    return 0;
}

static struct doc_node *
add_link(struct fixture *f, struct doc_node *parent, const char *href)
{
    struct doc_node *link =
        doc_node_new(f->book, DOC_LINK, (struct place){"content/one.md", 5, 3});
    link->link->href = href;
    doc_add_text(f->book, link, "text");
    doc_append(parent, link);
    return link;
}

static void
run(struct fixture *f)
{
    xform_ids(f->book, f->diag);
    assert_null(doc_check(f->book));
    xform_references(f->book, f->diag);
    assert_null(doc_check(f->book));
}

static void
leads_to(struct fixture *f, const char *href, const struct doc_node *target)
{
    struct doc_node *link = add_link(f, f->line, href);
    run(f);
    assert_ptr_equal(link->link->target, target);
    assert_ptr_equal(link->parent, f->line);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
}

static void
complains(struct fixture *f, const char *href, enum diag_id id,
          const char *text, const char *hint, bool kept)
{
    struct doc_node *link = add_link(f, f->line, href);
    run(f);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 1);
    const struct diag_message *m = diag_message_at(f->diag, 0);
    assert_int_equal(m->id, id);
    assert_string_equal(m->text, text);
    assert_string_equal(m->at.file, "content/one.md");
    assert_int_equal(m->at.line, 5);
    assert_int_equal(m->at.col, 3);
    if (hint)
        assert_string_equal(m->hint, hint);
    else
        assert_null(m->hint);
    assert_ptr_equal(link->parent, kept ? f->line : NULL);
    assert_string_equal(doc_text(f->book->arena, f->line), "text");
}

#define LEADS(name, href, node)                                                \
    static void name(void **state)                                             \
    {                                                                          \
        struct fixture *f = *state;                                            \
        leads_to(f, href, node);                                               \
    }

LEADS(test_file, "deep/two.md", f->two)
LEADS(test_file_dotted, "./deep/../deep/two.md", f->two)
LEADS(test_file_from_root, "/content/deep/two.md", f->two)
LEADS(test_file_no_extension, "deep/two", f->two)
LEADS(test_file_escaped, "deep/%74wo.md", f->two)
LEADS(test_query_is_dropped, "deep/two.md?x=1#dose", f->second)
LEADS(test_slug, "2-second", f->two)
LEADS(test_explicit_id, "deep/two.md#dose", f->second)
LEADS(test_anchor, "deep/two.md#whats-the-dose", f->heading)
LEADS(test_anchor_counts, "deep/two.md#whats-the-dose-1", f->second)
LEADS(test_anchor_any_case, "deep/two.md#Whats-The-Dose", f->heading)
LEADS(test_title_anchor, "deep/two.md#two", f->two)
LEADS(test_top, "#", f->one)
LEADS(test_site, "https://example.org/stories/2-second", f->two)
LEADS(test_site_slash, "http://example.org/stories/2-second/", f->two)
LEADS(test_site_fragment, "https://example.org/stories/2-second#dose",
      f->second)
LEADS(test_site_root, "/stories/2-second", f->two)
LEADS(test_web, "https://example.com/x", NULL)
LEADS(test_site_other, "https://example.org/stories/unknown", NULL)
LEADS(test_mail, "mailto:a@example.org", NULL)
LEADS(test_phone, "tel:+1-555-0100", NULL)

#define COMPLAINS(name, ...)                                                   \
    static void name(void **state)                                             \
    {                                                                          \
        complains(*state, __VA_ARGS__);                                        \
    }

COMPLAINS(test_dangling, "deep/twoo.md", DIAG_LINK_DANGLING,
          "there is no article “deep/twoo.md”", "did you mean “deep/two.md”?",
          false)
COMPLAINS(test_dangling_folder, "two.md", DIAG_LINK_DANGLING,
          "there is no article “two.md”", "did you mean “deep/two.md”?", false)
COMPLAINS(test_draft, "later.md", DIAG_LINK_DANGLING,
          "there is no article “later.md”",
          "that article is left out: it is a draft", false)
COMPLAINS(test_picture, "../images/x.png", DIAG_LINK_DANGLING,
          "there is no article “../images/x.png”",
          "a link can lead to an article of the book or to a web address; an "
          "image is shown with ![description](../images/x.png)",
          false)
COMPLAINS(test_outside, "../../../etc/passwd", DIAG_LINK_DANGLING,
          "there is no article “../../../etc/passwd”",
          "a link inside the book names the file of one of its articles", false)
COMPLAINS(test_empty, "", DIAG_LINK_DANGLING, "the link has no address", NULL,
          false)
COMPLAINS(test_fragment, "deep/two.md#dosse", DIAG_FRAGMENT_DANGLING,
          "content/deep/two.md has no heading or id “dosse”",
          "did you mean “#dose”?", true)
COMPLAINS(test_own_fragment, "#nowhere-to-be-found", DIAG_FRAGMENT_DANGLING,
          "this article has no heading or id “nowhere-to-be-found”", NULL, true)
COMPLAINS(test_script, "javascript:alert(1)", DIAG_LINK_UNSAFE,
          "a link to “javascript:” is not taken into a book; its text stays",
          "links may begin with https:, http:, mailto:, tel: or sms:", false)
COMPLAINS(test_hidden_script, " java\tscript:alert(1)", DIAG_LINK_UNSAFE,
          "a link to “javascript:” is not taken into a book; its text stays",
          "links may begin with https:, http:, mailto:, tel: or sms:", false)
COMPLAINS(test_file_scheme, "file:///etc/passwd", DIAG_LINK_UNSAFE,
          "a link to “file:” is not taken into a book; its text stays",
          "links may begin with https:, http:, mailto:, tel: or sms:", false)

static void
test_scheme_relative(void **state)
{
    struct fixture *f = *state;
    struct doc_node *link = add_link(f, f->line, "//example.com/x");
    run(f);
    assert_string_equal(link->link->href, "https://example.com/x");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
}

/* A link that is dropped may be where another leads. */
static void
test_place_of_dropped_link(void **state)
{
    struct fixture *f = *state;
    struct doc_node *bad = add_link(f, f->line, "javascript:x");
    struct doc_node *place = add_link(f, f->line, NULL);
    struct doc_node *to_bad = add_link(f, f->line, "#bad");
    struct doc_node *to_place = add_link(f, f->line, "#place");
    bad->id = "bad";
    place->id = "place";
    run(f);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 1);
    assert_int_equal(bad->kind, DOC_SPAN);
    assert_int_equal(place->kind, DOC_SPAN);
    assert_ptr_equal(to_bad->link->target, bad);
    assert_ptr_equal(to_place->link->target, place);
}

static void
test_ids(void **state)
{
    struct fixture *f = *state;
    struct doc_node *same = add_heading(f, f->one, "Dose", "dose", 11);
    struct doc_node *plain = add_heading(f, f->one, "What's the Dose?", 0, 13);
    struct doc_node *odd = add_heading(f, f->one, "¿?", NULL, 15);
    struct doc_node *digit = add_heading(f, f->one, "5 mg", NULL, 17);
    struct doc_node *script = add_heading(f, f->one, "Доза", NULL, 19);
    run(f);
    assert_string_equal(f->one->id, "first-story");
    assert_string_equal(f->two->id, "s-2-second");
    assert_string_equal(same->id, "dose");
    assert_string_equal(f->second->id, "s-2-second-dose");
    assert_string_equal(plain->id, "whats-the-dose");
    assert_string_equal(f->heading->id, "s-2-second-whats-the-dose");
    assert_string_equal(odd->id, "section");
    assert_string_equal(digit->id, "s-5-mg");
    assert_string_equal(script->id, "доза");
    assert_ptr_equal(map_get(f->book->ids, "dose"), same);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
}

static void
test_duplicate_id(void **state)
{
    struct fixture *f = *state;
    struct doc_node *again = add_heading(f, f->two, "Again", "dose", 12);
    run(f);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 1);
    const struct diag_message *m = diag_message_at(f->diag, 0);
    assert_int_equal(m->id, DIAG_ID_DUPLICATE);
    assert_int_equal(m->at.line, 12);
    assert_string_equal(m->hint, "it stands in line 9 first");
    assert_string_equal(again->id, "again");
}

/* Thousands of headings of one name: each its own id, in linear time. */
static void
test_many_alike(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 20000; i++)
        add_heading(f, f->one, "Step", NULL, 20);
    run(f);
    assert_string_equal(f->one->last->id, "step-19999");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_file),
        TEST(test_file_dotted),
        TEST(test_file_from_root),
        TEST(test_file_no_extension),
        TEST(test_file_escaped),
        TEST(test_query_is_dropped),
        TEST(test_slug),
        TEST(test_explicit_id),
        TEST(test_anchor),
        TEST(test_anchor_counts),
        TEST(test_anchor_any_case),
        TEST(test_title_anchor),
        TEST(test_top),
        TEST(test_site),
        TEST(test_site_slash),
        TEST(test_site_fragment),
        TEST(test_site_root),
        TEST(test_web),
        TEST(test_site_other),
        TEST(test_mail),
        TEST(test_phone),
        TEST(test_dangling),
        TEST(test_dangling_folder),
        TEST(test_draft),
        TEST(test_picture),
        TEST(test_outside),
        TEST(test_empty),
        TEST(test_fragment),
        TEST(test_own_fragment),
        TEST(test_script),
        TEST(test_hidden_script),
        TEST(test_file_scheme),
        TEST(test_scheme_relative),
        TEST(test_place_of_dropped_link),
        TEST(test_ids),
        TEST(test_duplicate_id),
        TEST(test_many_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
