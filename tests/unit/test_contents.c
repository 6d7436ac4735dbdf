/* SPDX-License-Identifier: MIT */
/* Contents of more levels and entries than any book has: nothing is lost,
 * nothing leaves the page, nothing stands on anything else. */
#include <stdlib.h>
#include <string.h>

#include "epub/epub.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "unit.h"
#include "xform/xform.h"

enum { LEVELS = 500 };

/* A word for each number that no other has: "AAB". */
static const char *
name_of(struct doc_book *book, const char *kind, int n)
{
    return arena_printf(book->arena, "%s %c%c%c", kind, 'A' + n / 676,
                        'A' + n / 26 % 26, 'A' + n % 26);
}

static struct doc_node *
add_article(struct doc_book *book, struct doc_node *in, const char *title)
{
    struct doc_node *article = doc_add(book, in, DOC_ARTICLE, NULL);
    article->article->title = title;
    article->article->slug = str_slug(book->arena, title);
    doc_add_text(book, doc_add(book, article, DOC_PARAGRAPH, NULL), "Text.");
    return article;
}

static struct doc_book *
book_new(void)
{
    struct doc_book *book = doc_new();
    book->title = "Deep";
    book->identifier = "x";
    return book;
}

/* Parts in parts, the innermost with an article. */
static struct doc_book *
deep_book(void)
{
    struct doc_book *book = book_new();
    struct doc_node *in = book->root;
    for (int i = 0; i < LEVELS; i++) {
        in = doc_add(book, in, DOC_PART, NULL);
        struct doc_node *opening = doc_add(book, in, DOC_PART_OPENING, NULL);
        opening->id = arena_printf(book->arena, "part-%d", i);
        struct doc_node *title = doc_add(book, opening, DOC_TITLE, NULL);
        doc_add_text(book, title, name_of(book, "Part", i));
    }
    add_article(book, in, "The article");
    return book;
}

static const struct doc_node *
contents_of(const struct doc_book *book)
{
    doc_each_child (n, book->root)
        if (n->kind == DOC_CONTENTS)
            return n;
    return NULL;
}

static int
lists_above(const struct doc_node *node)
{
    int n = 0;
    for (; node; node = node->parent)
        n += node->kind == DOC_TOC;
    return n;
}

static void
test_bounded_tree(void **state)
{
    (void)state;
    struct doc_book *book = deep_book();
    struct diag *d = diag_new();
    xform_run(book, d);
    assert_null(doc_check(book));
    assert_int_equal(diag_count(d, DIAG_NOTE), 1);
    assert_int_equal(diag_message_at(d, 0)->id, DIAG_CONTENTS_DEEP);
    const struct doc_node *contents = contents_of(book), *last = NULL;
    int entries = 0, deepest = 0;
    for (const struct doc_node *n = contents; n; n = doc_next(n, contents)) {
        if (n->kind != DOC_TOC_ENTRY)
            continue;
        entries++;
        assert_int_equal(n->level, lists_above(n));
        deepest = n->level > deepest ? n->level : deepest;
        last = n;
    }
    assert_int_equal(entries, LEVELS + 1);
    assert_int_equal(deepest, DOC_TOC_DEPTH);
    assert_string_equal(doc_text(book->arena, last), "The article");
    diag_free(d);
    doc_free(book);
}

/* What is seen of the pages of a division. */
struct look {
    enum doc_kind division; /* that is looked at */
    struct pdf_writer *pdf;
    struct buf text; /* of the division */
    size_t runs;
    size_t beyond;   /* runs that leave the page */
    size_t crossing; /* runs that stand on another */
};

static bool
cross(const struct layout_run *a, const struct layout_run *b)
{
    return abs(a->y - b->y) < 6 * STYLE_PT &&
           a->x < b->x + b->width - STYLE_PT / 4 &&
           b->x < a->x + a->width - STYLE_PT / 4;
}

/* Takes a page: a layout_sink. */
static void
look_at(void *to, const struct layout_page *page)
{
    struct look *look = to;
    for (size_t i = 0; i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        if (!run->mark.node || !doc_above(run->mark.node, look->division))
            continue;
        look->runs++;
        look->beyond += run->x < 0 || run->x + run->width > page->width ||
                        run->y < 0 || run->y > page->height;
        for (size_t k = 0; k < i; k++)
            look->crossing += cross(run, &page->runs.at[k]);
        buf_add(&look->text, run->text, run->bytes);
    }
    pdf_page(look->pdf, page);
}

/* Lays the book out in a shipped style, and writes its PDF to nowhere. */
static void
lay_out(struct doc_book *book, const char *style, enum doc_kind division,
        struct look *look, struct diag *d)
{
    const struct style_source sources[] = {{"styles/base.css", "base.css"},
                                           {style, style}};
    struct style_sheet *sheet = style_read(sources, 2, d);
    struct style_fonts *fonts = style_fonts_open("fonts", d);
    struct layout_options o = {.hyphen_dir = "hyphen", .version = "0"};
    struct pdf_options pdf = {.producer = "test"};
    struct file_out *nowhere = file_out_null();
    *look = (struct look){.division = division,
                          .pdf = pdf_begin(book, nowhere, &pdf, d)};
    buf_init(&look->text, BUF_LIMIT_OUTPUT);
    layout_book(book, sheet, fonts, &o, d, look_at, look);
    assert_true(pdf_end(look->pdf));
    file_out_abort(nowhere);
    style_fonts_free(fonts);
    style_free(sheet);
}

static void
test_deep_pages(void **state)
{
    (void)state;
    static const char *const styles[] = {"styles/story.css",
                                         "styles/handout.css"};
    for (size_t i = 0; i < 2; i++) {
        struct doc_book *book = deep_book();
        struct diag *d = diag_new();
        struct look look;
        xform_run(book, d);
        lay_out(book, styles[i], DOC_CONTENTS, &look, d);
        assert_int_equal(diag_count(d, DIAG_NOTE), 1); /* contents-deep */
        assert_int_equal(look.beyond, 0);
        assert_int_equal(look.crossing, 0);
        const char *at = look.text.at;
        for (int k = 0; k < LEVELS; k++) {
            at = strstr(at, name_of(book, "Part", k));
            assert_non_null(at);
        }
        assert_non_null(strstr(at, "The article"));
        buf_free(&look.text);
        diag_free(d);
        doc_free(book);
    }
}

/* How deep elements of the name stand in one another. */
static int
nesting_of(const char *xml, const char *name)
{
    size_t n = strlen(name);
    int depth = 0, deepest = 0;
    for (const char *p = xml; (p = strchr(p, '<')); p++) {
        bool end = p[1] == '/';
        if (strncmp(p + 1 + end, name, n) != 0 || str_is_letter(p[1 + end + n]))
            continue;
        depth += end ? -1 : 1;
        deepest = depth > deepest ? depth : deepest;
    }
    assert_int_equal(depth, 0);
    return deepest;
}

static void
test_deep_navigation(void **state)
{
    (void)state;
    struct doc_book *book = deep_book();
    struct diag *d = diag_new();
    struct epub_options o = {.css = ""};
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    xform_run(book, d);
    epub_dump(book, &o, &out);
    const char *nav = strstr(out.at, "==> nav.xhtml");
    const char *ncx = strstr(out.at, "==> toc.ncx");
    assert_int_equal(nesting_of(nav, "li"), DOC_TOC_DEPTH);
    assert_int_equal(nesting_of(ncx, "navPoint"), DOC_TOC_DEPTH);
    assert_non_null(strstr(nav, name_of(book, "Part", LEVELS - 1)));
    buf_free(&out);
    diag_free(d);
    doc_free(book);
}

/* Pages of an article that goes over several, and of one that does not. */
static void
test_index_pages(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    static const char *tags[] = {"Tag"};
    for (int i = 0; i < 2; i++) {
        struct doc_node *n =
            add_article(book, book->root, i ? "Short" : "Long");
        n->article->tags = (struct doc_names){tags, 1};
        for (int k = 0; !i && k < 100; k++)
            doc_add_text(book, doc_add(book, n, DOC_PARAGRAPH, NULL), "Text.");
    }
    book->lists.tags = true;
    struct diag *d = diag_new();
    struct look look;
    xform_run(book, d);
    lay_out(book, "styles/story.css", DOC_INDEX, &look, d);
    assert_int_equal(diag_count(d, DIAG_NOTE), 0);
    assert_string_equal(look.text.at, "IndexTTagLong, 1–4Short, 5");
    assert_int_equal(look.beyond + look.crossing, 0);
    buf_free(&look.text);
    diag_free(d);
    doc_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounded_tree),
        cmocka_unit_test(test_deep_pages),
        cmocka_unit_test(test_deep_navigation),
        cmocka_unit_test(test_index_pages),
    };
    return RUN_TESTS(tests);
}
