/* SPDX-License-Identifier: MIT */
/* What is wrong in a stylesheet takes nothing with it that is right (CSS Syntax
 * Level 3, clause 9), and nothing in it is more than a message. */
#include "css.h"

/* Everything that the parser knows, in few bytes. */
#define NASTY                                                                  \
    "@charset \"utf-8\";@import 'x.css';@media print and (a:b){p{color:red}}"  \
    "@supports (a:b) and not (c){q{d:e!important}}@page a:first{size:a4;"      \
    "@top-left{content:\"a\\41 b\" counter(page)}}@font-face{src:url( x )}"    \
    "h1>em+a~b[c^='d' i]:not(.e,#f):nth-child(2n+1)::before{--x:{a;b};"        \
    "margin:calc(1em*(2 - -3px)) 1e-3Q .5% u+26;color:var(--x,#fff)}/* "       \
    "\xC3\xA9"                                                                 \
    " */<!-- --> @layer a,b;\\66oo{content:'\\\n'}@x{y{z}}"

/* Whether a paragraph has the margin that the last rule gives it. */
static bool
still_applies(struct css_test *t, const char *broken)
{
    css_sheet(t, NULL,
              arena_printf(t->arena, "%s\np { margin-left: 7pt }", broken));
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    const struct style *s =
        css_style(t, doc_add(t->book, article, DOC_PARAGRAPH, NULL));
    return s->margin[STYLE_LEFT].value == 7 * STYLE_PT;
}

static void
goes_on_behind(void **state)
{
    static const char *const broken[] = {
        "p { colr: red }",
        "p { color: reddish }",
        "p { color red }",
        "p { color: red font-size: 3pt }",
        "p { margin-left: 3pt !importnat }",
        "p { : red; ; ;; margin-left }",
        "p { 3: 4; @x; @y {} }",
        "p { margin-left: 3pt } }",
        "p { margin-left: [3pt) ] }",
        "p { content: \"not closed\n }",
        "p { background: url(a b) }",
        "p..x { margin-left: 3pt }",
        "p:not({) margin-left: 3pt }) { x: y }",
        "> { margin-left: 3pt }",
        ", p { margin-left: 3pt }",
        "{ margin-left: 3pt }",
        "};",
        "@page :nowhere { margin: 0 }",
        "@page { @nowhere { x: y } }",
        "@nothing { p { margin-left: 3pt } }",
        "@nothing;",
        "@import;",
        "@import \"gone.css\";",
        "@charset 3;",
        "-->",
        "p { --x: { }; margin-left: var(--y) }",
        "p { margin-left: calc(3pt +) }",
        "p { margin-left: 99999999999999999999999pt }",
    };
    struct css_test *t = *state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        if (!still_applies(t, broken[i]))
            fail_msg("nothing applies behind %s", broken[i]);
}

/* Reads a text, writes it for readers and computes a style of it. */
static void
use(struct css_test *t, const char *text)
{
    css_sheet(t, NULL, text);
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    style_write_epub(t->sheet, STYLE_LTR, &out);
    buf_free(&out);
    style_page_of(t->sheet, (struct style_page_query){0});
    css_style(t, t->book->root->first);
}

static void
stands_any_end(void **state)
{
    struct css_test *t = *state;
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    for (size_t n = 0; n <= strlen(NASTY); n++)
        use(t, arena_strn(t->arena, NASTY, n));
}

static void
stands_any_gap(void **state)
{
    struct css_test *t = *state;
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    size_t n = strlen(NASTY);
    for (size_t i = 0; i < n; i++)
        use(t, arena_printf(t->arena, "%.*s%s", (int)i, NASTY, NASTY + i + 1));
    for (size_t i = 0; i < n; i++)
        use(t, arena_printf(t->arena, "%.*s%c%s", (int)i, NASTY,
                            "{}()[];:\"'\\@#/*!,"[i % 17], NASTY + i));
}

/* The shipped styles, cut off at every so many bytes. */
static void
stands_cut_styles(void **state)
{
    static const char *const names[] = {"base", "story", "handout"};
    enum { STEP = 37 };
    struct css_test *t = *state;
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    for (size_t k = 0; k < 3; k++) {
        struct buf text;
        buf_init(&text, BUF_LIMIT_OUTPUT);
        const char *path = arena_printf(t->arena, "styles/%s.css", names[k]);
        assert_int_equal(file_read(path, &text), 0);
        for (size_t n = 0; n <= text.n; n += STEP)
            use(t, arena_strn(t->arena, text.at, n));
        buf_free(&text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(goes_on_behind),
        CSS_TEST(stands_any_end),
        CSS_TEST(stands_any_gap),
        CSS_TEST(stands_cut_styles),
    };
    return RUN_TESTS(tests);
}
