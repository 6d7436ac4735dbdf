/* SPDX-License-Identifier: MIT */
/* read: which articles make a book, in what order, and what any text whatever
 * leaves of the content models. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "read/read.h"

struct fixture {
    char dir[32];
    struct arena *arena;
    struct diag *diag;
    struct read_options options;
    struct doc_book *book;
};

static int
set_up(void **state)
{
    struct arena *a = arena_new();
    struct fixture *f = ARENA_NEW(a, struct fixture);
    f->arena = a;
    f->diag = diag_new();
    f->options.now = 1767830400; /* 2026-01-08 */
    strcpy(f->dir, "/tmp/fascicle-XXXXXX");
    *state = f;
    return mkdtemp(f->dir) && chdir(f->dir) == 0 ? 0 : -1;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    struct file_list files = file_glob(f->arena, ".", "*");
    for (size_t i = 0; i < files.n; i++)
        unlink(files.at[i]);
    int failed = chdir("/") < 0 || rmdir(f->dir) < 0;
    doc_free(f->book);
    diag_free(f->diag);
    arena_free(f->arena);
    return failed;
}

static void
put(const char *name, const char *text)
{
    assert_int_equal(file_write(name, text, strlen(text)), 0);
}

static void
read_with(struct fixture *f, const char *manifest)
{
    struct conf_context c = {f->arena, f->diag};
    put("fascicle.yaml", manifest);
    f->book = read_book(conf_manifest_read(&c, "fascicle.yaml"), &f->options,
                        f->diag);
    char *fault = doc_check(f->book);
    if (fault)
        fail_msg("%s", fault);
}

/* The slugs in their order. */
static const char *
slugs(struct fixture *f)
{
    char *all = arena_str(f->arena, "");
    for (struct doc_node *n = f->book->root->first; n; n = n->next)
        all = arena_printf(f->arena, "%s%s%s", all, *all ? " " : "",
                           n->article->slug);
    return all;
}

static void
assert_only(struct fixture *f, enum diag_id id, const char *file, uint32_t line,
            uint32_t col)
{
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 1);
    const struct diag_message *m = diag_message_at(f->diag, 0);
    assert_string_equal(diag_id_name(m->id), diag_id_name(id));
    assert_string_equal(m->at.file, file);
    assert_int_equal(m->at.line, line);
    assert_int_equal(m->at.col, col);
}

static void
put_three(void)
{
    put("b.md", "---\ndate: 2025-03-01\ncategory: X\n---\nb\n");
    put("a.md", "---\ndate: 2025-01-01\ncategory: Y\n---\na\n");
    put("c.md", "c\n");
}

static void
articles_come_as_listed(void **state)
{
    struct fixture *f = *state;
    put_three();
    read_with(f, "title: T\narticles: [c.md, '*.md']\n");
    assert_string_equal(slugs(f), "c a b");
    assert_false(f->book->single);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
}

static void
articles_are_sorted(void **state)
{
    struct fixture *f = *state;
    put_three();
    read_with(f, "title: T\narticles: '*.md'\nsort: -date\n");
    assert_string_equal(slugs(f), "b a c");
}

static void
parts_follow_any_key(void **state)
{
    struct fixture *f = *state;
    put_three();
    read_with(f, "title: T\narticles: a.md\nparts: publishedAt\n");
    assert_true(f->book->parts);
    assert_string_equal(f->book->root->first->article->category, "2025-01-01");
}

static void
an_unknown_sort_key_is_an_error(void **state)
{
    struct fixture *f = *state;
    put_three();
    read_with(f, "title: T\narticles: '*.md'\nsort: publishdAt\n");
    assert_only(f, DIAG_VALUE_INVALID, "fascicle.yaml", 3, 7);
    assert_string_equal(diag_message_at(f->diag, 0)->hint,
                        "did you mean “publishedAt”?");
}

static void
drafts_and_the_future_stay_out(void **state)
{
    struct fixture *f = *state;
    put_three();
    put("d.md", "---\ndraft: true\n---\nd\n");
    put("e.md", "---\ndate: 2026-01-09\n---\ne\n");
    put("f.md", "---\ndate: 2026-01-08\n---\nf\n");
    read_with(f, "title: T\narticles: '*.md'\n");
    assert_string_equal(slugs(f), "a b c f");
    doc_free(f->book);
    f->options.drafts = true;
    read_with(f, "title: T\narticles: '*.md'\n");
    assert_string_equal(slugs(f), "a b c d e f");
}

static void
all_held_back_is_an_error(void **state)
{
    struct fixture *f = *state;
    put("d.md", "---\ndraft: true\n---\n![x](missing.png)\n");
    read_with(f, "title: T\narticles: d.md\n");
    assert_only(f, DIAG_NO_ARTICLES, "fascicle.yaml", 2, 11);
}

static void
slugs_are_unique_whatever_their_case(void **state)
{
    struct fixture *f = *state;
    put("a.md", "---\nslug: One\n---\na\n");
    put("b.md", "---\ntitle: B\npermalink: /x/one/\n---\nb\n");
    read_with(f, "title: T\narticles: '*.md'\n");
    assert_only(f, DIAG_SLUG_DUPLICATE, "b.md", 3, 12);
}

static void
titles_fall_back(void **state)
{
    struct fixture *f = *state;
    put("my-way_back.md", "Text\n");
    put("x.md", "\xEF\xBB\xBFText\r\n\r\n# The *Real* Title\r\n");
    read_with(f, "title: T\narticles: '*.md'\n");
    const struct doc_node *first = f->book->root->first;
    assert_string_equal(first->article->title, "My way back");
    assert_string_equal(first->next->article->title, "The Real Title");
    assert_int_equal(first->next->first->col, 1);
    assert_null(first->next->first->next);
}

static void
bad_bytes_have_places(void **state)
{
    struct fixture *f = *state;
    put("a.md", "---\r\ntitle: x\r\n---\r\n\xC3\xA9 \xE9\n");
    read_with(f, "title: T\narticles: '*.md'\n");
    assert_only(f, DIAG_UTF8_INVALID, "a.md", 4, 3);
}

static void
front_matter_has_the_file_s_lines(void **state)
{
    struct fixture *f = *state;
    put("a.md", "---\ntitle: x\n\ndate: 2026-13-01\n...\nText\n");
    read_with(f, "title: T\narticles: '*.md'\n");
    assert_only(f, DIAG_VALUE_INVALID, "a.md", 4, 7);
    assert_int_equal(f->book->root->first->first->line, 6);
}

/* One text of everything that can be opened, in odd orders: doc_check() in
 * read_with() says whether the content models hold. */
static void
anything_keeps_the_content_models(void **state)
{
    struct fixture *f = *state;
    static const char *const pieces[] = {"<table>",
                                         "<li>",
                                         "text ",
                                         "<td>",
                                         "</td>",
                                         "<p>",
                                         "\n\n- ",
                                         "<dl>",
                                         "<dt>",
                                         "</ul>",
                                         "<b>",
                                         "\n\n> ",
                                         "</b>",
                                         "<figcaption>",
                                         "<figure>",
                                         "[l](x) ",
                                         "<pre>",
                                         "</pre>",
                                         "<caption>",
                                         "\n\n# ",
                                         "<tr>",
                                         "<hr>",
                                         "</table>",
                                         "<a href=x>",
                                         "`c` ",
                                         "<dd>",
                                         "<ul>",
                                         "[^n] ",
                                         "<thead>",
                                         "\n\n| a |\n|---|\n| b <p> |\n\n",
                                         "</figure>",
                                         "<h2>",
                                         "<code>",
                                         "</code>",
                                         "<div>",
                                         "</div>",
                                         "</dl>",
                                         "<br>",
                                         "<q>",
                                         "**s** ",
                                         "<script>",
                                         "</script>",
                                         "\n\n[^n]: note <li> <td>\n\n"};
    enum { PIECES = sizeof pieces / sizeof *pieces, ARTICLES = 60 };
    uint32_t seed = 1;
    for (int i = 0; i < ARTICLES; i++) {
        struct buf b;
        buf_init(&b, BUF_LIMIT_SMALL);
        for (int j = 0; j < 200; j++) {
            seed = seed * 1664525 + 1013904223;
            buf_str(&b, pieces[(seed >> 16) % PIECES]);
        }
        put(arena_printf(f->arena, "a%02d.md", i), b.at);
        buf_free(&b);
    }
    read_with(f, "title: T\narticles: 'a*.md'\n");
    assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
    size_t n = 0;
    for (struct doc_node *a = f->book->root->first; a; a = a->next)
        n++;
    assert_int_equal(n, ARTICLES);
}

static void
inline_texts_become_inlines(void **state)
{
    struct fixture *f = *state;
    f->book = doc_new();
    struct doc_node *article = doc_add(f->book, f->book->root, DOC_ARTICLE, 0);
    struct doc_node *p = doc_add(f->book, article, DOC_PARAGRAPH, NULL);
    read_inline(f->book, p,
                "Okafor. *Pain*, <https://x.org>\n\n- two ![pic](a.png)[^x]",
                (struct place){"a.md", 7, 12}, f->diag);
    assert_null(doc_check(f->book));
    assert_string_equal(doc_text(f->arena, p),
                        "Okafor. Pain, https://x.org two pic[^x]");
    assert_int_equal(p->first->next->line, 7);
    assert_int_equal(p->first->next->col, 20);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(articles_come_as_listed),
        TEST(articles_are_sorted),
        TEST(parts_follow_any_key),
        TEST(an_unknown_sort_key_is_an_error),
        TEST(drafts_and_the_future_stay_out),
        TEST(all_held_back_is_an_error),
        TEST(slugs_are_unique_whatever_their_case),
        TEST(titles_fall_back),
        TEST(bad_bytes_have_places),
        TEST(front_matter_has_the_file_s_lines),
        TEST(anything_keeps_the_content_models),
        TEST(inline_texts_become_inlines),
    };
    read_begin();
    return RUN_TESTS(tests);
}
