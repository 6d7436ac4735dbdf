/* SPDX-License-Identifier: MIT */
/* Selectors: what they mean, how specific they are, what can't be read. */
#include "css.h"

/* body > article > (header > h1.title), p.a, p.b#x > em, aside > p, ul */
struct tree {
    struct doc_node *root, *article, *header, *title, *a, *b, *em, *aside,
        *inner, *list, *one, *two, *three, *link, *cell;
};

static struct tree
plant(struct css_test *t)
{
    struct doc_book *k = t->book;
    struct tree n = {.root = k->root};
    struct doc_node *part = doc_add(k, k->root, DOC_PART, NULL);
    doc_add(k, part, DOC_PART_OPENING, NULL);
    n.article = doc_add(k, part, DOC_ARTICLE, NULL);
    n.article->lang = "es-MX";
    n.header = doc_add(k, n.article, DOC_OPENING, NULL);
    n.title = doc_add(k, n.header, DOC_TITLE, NULL);
    n.a = doc_add(k, n.article, DOC_PARAGRAPH, "a");
    doc_add_text(k, n.a, "text");
    n.b = doc_add(k, n.article, DOC_PARAGRAPH, "b big");
    n.b->id = "x";
    doc_add_text(k, n.b, "text");
    n.em = doc_add(k, n.b, DOC_EMPHASIS, NULL);
    n.link = doc_add(k, n.b, DOC_LINK, NULL);
    n.link->link->href = "https://example.org/Page.pdf";
    n.aside = doc_add(k, n.article, DOC_PANEL, "takeaways");
    n.inner = doc_add(k, n.aside, DOC_PARAGRAPH, NULL);
    n.list = doc_add(k, n.article, DOC_LIST, NULL);
    n.list->list->ordered = true;
    n.one = doc_add(k, n.list, DOC_ITEM, NULL);
    n.two = doc_add(k, n.list, DOC_ITEM, NULL);
    n.three = doc_add(k, n.list, DOC_ITEM, NULL);
    struct doc_node *table = doc_add(k, n.article, DOC_TABLE, NULL);
    struct doc_node *row =
        doc_add(k, doc_add(k, table, DOC_TABLE_BODY, NULL), DOC_ROW, NULL);
    n.cell = doc_add(k, row, DOC_CELL, NULL);
    n.cell->cell->header = true;
    n.cell->cell->colspan = 3;
    return n;
}

static struct css_selector *
selector(struct css_test *t, const char *text)
{
    struct css_tokens v =
        css_tokenize(t->arena, text, strlen(text), "t.css", t->diag);
    v.n--;
    return css_selectors(t->arena, css_trim(v), "t.css", t->diag, NULL);
}

static bool
means(struct css_test *t, const char *text, const struct doc_node *node)
{
    struct css_selector *s = selector(t, text);
    assert_non_null(s);
    struct css_index index = {0};
    for (; s; s = s->next)
        if (css_match(s, node, &index))
            return true;
    return false;
}

#define YES(text, node) assert_true(means(t, text, node))
#define NO(text, node) assert_false(means(t, text, node))

static void
by_name_class_and_id(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    YES("p", n.a);
    YES("P", n.a);
    NO("div", n.a);
    YES("*", n.a);
    YES(".a", n.a);
    YES("p.b.big", n.b);
    NO("p.b.a", n.b);
    YES("#x", n.b);
    NO("#X", n.b);
    YES(".title", n.title);
    YES("h1.title", n.title);
    YES("aside.panel.takeaways", n.aside);
    YES("ol", n.list);
    NO("ul", n.list);
    YES("th", n.cell);
    YES("q, p , b", n.a);
}

static void
by_relation(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    YES("article em", n.em);
    YES("article > p > em", n.em);
    NO("article > em", n.em);
    YES("p + p", n.b);
    NO("p + p", n.a);
    YES("header + p", n.a);
    YES("header ~ aside", n.aside);
    NO("aside ~ header", n.header);
    YES("body > article", n.article);
    YES("html > body article", n.article);
    NO("section + article", n.article);
    YES(":root > body", n.root);
    YES("html", NULL);
    YES(":root", NULL);
    NO("body", NULL);
    NO("* > html", NULL);
    YES("body p em", n.em);
}

/* Where a list is tight, the text of an item is in no element. */
static void
by_relation_in_tight_lists(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    struct doc_node *text = doc_add(t->book, n.one, DOC_PARAGRAPH, NULL);
    struct doc_node *em = doc_add(t->book, text, DOC_EMPHASIS, NULL);
    struct doc_node *inner = doc_add(t->book, n.one, DOC_LIST, NULL);
    YES("li > p", text);
    YES("p + ul", inner);
    NO("li > em", em);
    n.list->list->tight = true;
    NO("p", text);
    YES("li > em", em);
    NO("p em", em);
    YES("li > ul:first-child", inner);
    NO("p + ul", inner);
    YES("li:has(> em)", n.one);
    NO("li:has(p)", n.one);
    text->id = "y"; /* what is named is written as it is */
    YES("li > p", text);
    text->id = NULL;
    doc_add(t->book, n.one, DOC_PARAGRAPH, NULL);
    NO("p", text);
    NO("ul + p", n.one->last);
    n.one->last->lang = "es";
    YES("ul + p", n.one->last);
}

static void
by_attribute(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    YES("[href]", n.link);
    NO("[href]", n.em);
    YES("a[href^='https://']", n.link);
    YES("a[href$=\".pdf\"]", n.link);
    NO("a[href$='.PDF']", n.link);
    YES("a[href$='.PDF' i]", n.link);
    YES("a[href*='example']", n.link);
    NO("a[href*='']", n.link);
    YES("[class~=big]", n.b);
    YES("[class='b big']", n.b);
    NO("[class=b]", n.b);
    YES("[class='panel takeaways']", n.aside);
    YES("[lang|=es]", n.article);
    NO("[lang|=e]", n.article);
    YES("th[colspan='3']", n.cell);
    NO("[rowspan]", n.cell);
    YES("[id=x]", n.b);
}

static void
by_position(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    YES("li:first-child", n.one);
    NO("li:first-child", n.two);
    YES("li:last-child", n.three);
    YES("li:nth-child(2)", n.two);
    YES("li:nth-child(odd)", n.three);
    NO("li:nth-child(even)", n.three);
    YES("li:nth-child(2n+1)", n.one);
    YES("li:nth-child( 2n + 1 )", n.three);
    YES("li:nth-child(-n+2)", n.two);
    NO("li:nth-child(-n+2)", n.three);
    YES("li:nth-child(n)", n.two);
    NO("li:nth-child(n+4)", n.three);
    YES("li:nth-last-child(1)", n.three);
    YES("p:first-of-type", n.a);
    NO("p:first-of-type", n.b);
    YES("p:last-of-type", n.b);
    YES("p:nth-of-type(2)", n.b);
    YES("header:first-child", n.header);
    YES("article:first-child:last-child:only-child", n.article);
    YES("aside > p:only-child", n.inner);
    /* text does not count */
    YES("em:first-child", n.em);
    NO("body:first-child", n.root);
}

static void
by_logic(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    YES("p:not(.b)", n.a);
    NO("p:not(.a)", n.a);
    NO("p:not(.b, .a)", n.a);
    YES("p:is(.q, .a)", n.a);
    YES(":is(header, aside) + p", n.a);
    YES("p:not(:first-child)", n.a);
    YES("p:has(em)", n.b);
    NO("p:has(em)", n.a);
    YES("article:has(li ~ li)", n.article);
    NO("article:has(> li)", n.article);
    YES("article:has(> ol, > ul)", n.article);
    YES("p:has(+ p)", n.a);
    NO("p:has(+ p)", n.b);
    YES("p:has(~ aside > p)", n.a);
    NO("aside:has(~ p)", n.aside);
    YES("p:not(:has(em))", n.a);
    NO("article:has(article)", n.article);
    YES("p:lang(es)", n.a);
    YES("p:lang(es-mx)", n.a);
    NO("p:lang(e)", n.a);
    YES("a:link", n.link);
    NO("a:hover", n.link);
    YES("em:empty", n.em);
    NO("p:empty", n.b);
}

static void
is_specific(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text;
        uint32_t ids, classes, types;
    } cases[] = {
        {"*", 0, 0, 0},
        {"p", 0, 0, 1},
        {"p em", 0, 0, 2},
        {".a.b", 0, 2, 0},
        {"#x p.a", 1, 1, 1},
        {"p::before", 0, 0, 2},
        {"p:first-child", 0, 1, 1},
        {"[a]", 0, 1, 0},
        {"p:not(.a, #b)", 1, 0, 1},
        {":is(p, .c)", 0, 1, 0},
        {":where(#x) p", 0, 0, 1},
        {"p:has(> .c, q)", 0, 1, 1},
        {":root", 0, 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct css_selector *s = selector(t, cases[i].text);
        assert_non_null(s);
        assert_int_equal(s->specificity, cases[i].ids << 20 |
                                             cases[i].classes << 10 |
                                             cases[i].types);
    }
}

static void
names_pseudo_elements(void **state)
{
    struct css_test *t = *state;
    assert_int_equal(selector(t, "p")->pseudo, -1);
    assert_int_equal(selector(t, "p::before")->pseudo, STYLE_BEFORE);
    assert_int_equal(selector(t, "p:after")->pseudo, STYLE_AFTER);
    assert_int_equal(selector(t, "p::first-line")->pseudo, STYLE_FIRST_LINE);
    assert_int_equal(selector(t, "::first-letter")->pseudo, STYLE_FIRST_LETTER);
    assert_int_equal(selector(t, "li::marker")->pseudo, STYLE_MARKER);
}

static void
refuses(void **state)
{
    struct css_test *t = *state;
    static const char *const bad[] = {
        "",
        ">",
        "p >",
        "p,",
        "p,,q",
        ".",
        "p..a",
        "#1",
        "p[",
        "p[a=1]",
        "p[=a]",
        "p[a='b' z]",
        ":not()",
        "p::before em",
        "p::before::after",
        "p:nth-child(x)",
        "p:nth-child(2n+)",
        "svg|p",
        "p $ q",
        ":not(p::before)",
        ":",
        ":lang(a, b)",
        "p:foo(a, b)",
        "!",
        "p:",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        diag_free(t->diag);
        t->diag = diag_new();
        struct css_tokens v =
            css_tokenize(t->arena, bad[i], strlen(bad[i]), "t.css", NULL);
        if (!*bad[i])
            continue;
        v.n--;
        if (css_selectors(t->arena, css_trim(v), "t.css", t->diag, NULL))
            fail_msg("'%s' was read", bad[i]);
        assert_int_equal(diag_count(t->diag, DIAG_WARNING), 1);
    }
}

static void
keeps_what_readers_may_know(void **state)
{
    struct css_test *t = *state;
    struct tree n = plant(t);
    NO("p::selection", n.a);
    NO("p:target-within", n.b);
    NO("p:popover-open", n.a);
    assert_int_equal(diag_count(t->diag, DIAG_WARNING), 3);
}

static void
counts_quickly(void **state)
{
    struct css_test *t = *state;
    struct doc_node *list = doc_add(t->book, t->book->root, DOC_LIST, NULL);
    for (int i = 0; i < 20000; i++)
        doc_add(t->book, list, DOC_ITEM, NULL);
    struct css_selector *s = selector(t, "li:nth-child(2n+1)");
    struct css_index index = {0};
    int odd = 0;
    doc_each_child (n, list)
        odd += css_match(s, n, &index);
    assert_int_equal(odd, 10000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(by_name_class_and_id),
        CSS_TEST(by_relation),
        CSS_TEST(by_relation_in_tight_lists),
        CSS_TEST(by_attribute),
        CSS_TEST(by_position),
        CSS_TEST(by_logic),
        CSS_TEST(is_specific),
        CSS_TEST(names_pseudo_elements),
        CSS_TEST(refuses),
        CSS_TEST(keeps_what_readers_may_know),
        CSS_TEST(counts_quickly),
    };
    return RUN_TESTS(tests);
}
