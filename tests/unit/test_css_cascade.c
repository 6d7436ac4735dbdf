/* SPDX-License-Identifier: MIT */
/* Cascade, inheritance, values: what a node's computed style is. */
#include "css.h"

#define PT(n) ((int)((n)*1024 + ((n) < 0 ? -0.5 : 0.5)))

static void
orders_rules(void **state)
{
    struct css_test *t = *state;
    struct doc_node *p = doc_add(t->book, t->book->root, DOC_PARAGRAPH, "a");
    static const struct {
        const char *base, *text;
        uint32_t color;
    } cases[] = {
        {NULL, "p { color: #010203 } p { color: #040506 }", 0x040506FF},
        {NULL, "p.a { color: #010203 } p { color: #040506 }", 0x010203FF},
        {"p.a.a { color: #010203 }", "p { color: #040506 }", 0x040506FF},
        {NULL, "p { color: #010203 !important } .a { color: #040506 }",
         0x010203FF},
        {"p { color: #010203 !important }", "p { color: #040506 !important }",
         0x010203FF},
        {NULL, "p, .a { color: #010203 } p { color: #040506 }", 0x010203FF},
        {NULL, "body { color: #010203 }", 0x010203FF},
        {NULL, "body { color: #010203 } p { color: initial }", 0x000000FF},
        {NULL, "p { color: #010203; color: bogus }", 0x010203FF},
        {NULL, "@media screen { p { color: #010203 } }", 0x000000FF},
        {NULL, "@media print and (color) { p { color: #010203 } }", 0x010203FF},
        {NULL, "@media not screen { p { color: #010203 } }", 0x010203FF},
        {NULL, "@media screen, print { p { color: #010203 } }", 0x010203FF},
        {NULL, "@media (prefers-color-scheme: dark) { p { color: red } }",
         0x000000FF},
        {NULL, "@supports (hyphens: auto) { p { color: #010203 } }",
         0x010203FF},
        {NULL, "@supports (display: grid) { p { color: red } }", 0x000000FF},
        {NULL,
         "@supports not ((float: left) or (x: y)) { p { color: #010203 } }",
         0x010203FF},
        {NULL,
         "@supports selector(a > b) and (margin: 1px) "
         "{ p { color: #010203 } }",
         0x010203FF},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        css_sheet(t, cases[i].base, cases[i].text);
        uint32_t color = css_style(t, p)->color;
        if (color != cases[i].color)
            fail_msg("case %zu: %08x", i, color);
    }
}

static void
reads_colors(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text;
        uint32_t color;
    } cases[] = {
        {"red", 0xFF0000FF},
        {"RebeccaPurple", 0x663399FF},
        {"yellowgreen", 0x9ACD32FF},
        {"#abc", 0xAABBCCFF},
        {"#abcd", 0xAABBCCDD},
        {"#a1b2c3", 0xA1B2C3FF},
        {"#a1b2c3d4", 0xA1B2C3D4},
        {"rgb(1, 2, 3)", 0x010203FF},
        {"rgb(1 2 3 / 50%)", 0x01020380},
        {"rgba(100%, 0%, 50%, .2)", 0xFF008033},
        {"rgb(300 -4 3)", 0xFF0003FF},
        {"hsl(120, 100%, 25%)", 0x008000FF},
        {"hsl(240deg 100% 50% / 0)", 0x0000FF00},
        {"hsl(-120 100% 50%)", 0x0000FFFF},
        {"hsl(.5turn 100% 50%)", 0x00FFFFFF},
        {"hwb(120 0% 49.8039%)", 0x008000FF},
        {"hwb(45 60% 60%)", 0x808080FF},
        {"lab(46.2775% -47.5621 48.5837)", 0x008000FF},
        {"lab(100 0 0 / 50%)", 0xFFFFFF80},
        {"lch(46.2775% 67.9892 134.3912)", 0x008000FF},
        {"oklab(51.975% -0.1403 0.10768)", 0x008000FF},
        {"oklch(51.975% 0.17686 142.495)", 0x008000FF},
        {"oklch(0.628 0.25768 29.234deg)", 0xFF0000FF},
        {"oklch(0.9 0.4 140)", 0x00FF00FF},
        {"transparent", 0x00000000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct style *s =
            css_of(t, arena_printf(t->arena, "color: %s", cases[i].text));
        if (s->color != cases[i].color)
            fail_msg("%s: %08x", cases[i].text, s->color);
        assert_string_equal(css_messages(t), "");
    }
    static const char *const bad[] = {
        "#12",  "rgb(1,2)", "rgb(1 2 3 4 5)", "rgb(1,,2,3)", "rgb(a,b,c)",
        "#ggg", "hsl(1)",   "reddish",        "rgb(1 2 3 /)"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        css_of(t, arena_printf(t->arena, "color: %s", bad[i]));
        assert_string_equal(css_messages(t), "1:12 css-value-invalid\n");
    }
}

static int
margin_of(struct css_test *t, const char *value)
{
    return css_of(t, arena_printf(t->arena, "font-size: 10pt; margin-top: %s",
                                  value))
        ->margin[STYLE_TOP]
        .value;
}

static void
reads_lengths(void **state)
{
    struct css_test *t = *state;
    assert_int_equal(margin_of(t, "12pt"), PT(12));
    assert_int_equal(margin_of(t, "16px"), PT(12));
    assert_int_equal(margin_of(t, "1in"), PT(72));
    assert_int_equal(margin_of(t, "2.54cm"), PT(72));
    assert_int_equal(margin_of(t, "25.4mm"), PT(72));
    assert_int_equal(margin_of(t, "101.6Q"), PT(72));
    assert_int_equal(margin_of(t, "1pc"), PT(12));
    assert_int_equal(margin_of(t, "2em"), PT(20));
    assert_int_equal(margin_of(t, "2rem"), PT(24));
    assert_int_equal(margin_of(t, "1ex"), PT(5));
    assert_int_equal(margin_of(t, "0"), 0);
    assert_int_equal(margin_of(t, "-3pt"), PT(-3));
    assert_int_equal(margin_of(t, "calc(1em + 2pt)"), PT(12));
    assert_int_equal(margin_of(t, "calc((1pt + 3pt) * 2 - 1em / 5)"), PT(6));
    assert_int_equal(margin_of(t, "calc(2 * 1in)"), PT(144));
    assert_int_equal(margin_of(t, "12.5%"), 1250);
    assert_int_equal(margin_of(t, "calc(50% - 10%)"), 4000);
    assert_int_equal(margin_of(t, "min(3pt, 1in, 2pt)"), PT(2));
    assert_int_equal(margin_of(t, "max(3pt, calc(2pt * 2))"), PT(4));
    assert_int_equal(margin_of(t, "clamp(3pt, 9pt, 5pt)"), PT(5));
    assert_int_equal(margin_of(t, "clamp(6pt, 1pt, 5pt)"), PT(6));
    assert_int_equal(margin_of(t, "calc(1pt + max(10%, 20%))"), 2000);
    assert_int_equal(margin_of(t, "1lh; line-height: 14pt"), PT(14));
    assert_int_equal(margin_of(t, "2lh; line-height: 1.5"), PT(30));
    assert_int_equal(margin_of(t, "10vw"), 62669);
    assert_int_equal(margin_of(t, "10vh"), 81101);
    assert_string_equal(css_messages(t), "");
    const struct style *s = css_of(t, "width: calc(100% - 2pt * 3)");
    assert_int_equal(s->width.unit, STYLE_PERCENT);
    assert_int_equal(s->width.value, 10000);
    assert_int_equal(s->width.plus, PT(-6));
    css_sheet(t, NULL, "@page { size: 200pt 300pt } p { margin: 10vmin }");
    s = css_style(t, t->book->root->first->first);
    assert_int_equal(s->margin[STYLE_TOP].value, PT(20));
    static const struct {
        const char *text, *id;
    } bad[] = {
        {"5", "value-invalid"},
        {"1em2", "value-invalid"},
        {"calc(1px + 2)", "value-invalid"},
        {"calc(1px+2px)", "value-invalid"},
        {"calc(1px * 1px)", "value-invalid"},
        {"calc()", "value-invalid"},
        {"calc(1px / 0)", "value-invalid"},
        {"10vi", "not-in-pdf"},
        {"min(1px, 5%)", "not-in-pdf"},
        {"min(1px, 2)", "value-invalid"},
        {"clamp(1px, 2px)", "value-invalid"},
        {"max()", "value-invalid"},
        {"1px 2px", "value-invalid"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(margin_of(t, bad[i].text), 0);
        if (!strstr(css_messages(t), bad[i].id))
            fail_msg("%s: %s", bad[i].text, css_messages(t));
    }
}

static void
layers_rules(void **state)
{
    struct css_test *t = *state;
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    struct doc_node *p = doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    css_sheet(t, NULL,
              "@layer weak, strong; p { orphans: 4 }"
              "@layer strong { p { orphans: 3; widows: 3 } }"
              "@layer weak { article p { orphans: 5; widows: 5 }"
              "  article p { margin: 1pt } }"
              "@layer { p { margin: 2pt } }");
    assert_string_equal(css_messages(t), "");
    assert_int_equal(css_style(t, p)->orphans, 4);
    assert_int_equal(css_style(t, p)->widows, 3);
    assert_int_equal(css_style(t, p)->margin[STYLE_TOP].value, PT(2));
}

static void
nests_rules(void **state)
{
    struct css_test *t = *state;
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    struct doc_node *p = doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    struct doc_node *em = doc_add(t->book, p, DOC_EMPHASIS, NULL);
    css_sheet(t, NULL,
              "article { color: #010203; p { margin: 1pt;"
              "  > em { color: #040506; @media print { padding: 2pt } }"
              "  @media screen { margin: 9pt } }"
              "  & > em { color: #070809 } }"
              "div, article { & p { orphans: 5 } }");
    assert_string_equal(css_messages(t), "");
    assert_int_equal(css_style(t, article)->color, 0x010203FF);
    assert_int_equal(css_style(t, p)->margin[STYLE_TOP].value, PT(1));
    assert_int_equal(css_style(t, p)->orphans, 5);
    assert_int_equal(css_style(t, em)->color, 0x040506FF);
    assert_int_equal(css_style(t, em)->padding[STYLE_TOP].value, PT(2));
    css_sheet(t, NULL, "p { color: red & em { color: blue } orphans: 4 }");
    assert_string_equal(css_messages(t), "1:21 css-syntax\n");
}

static void
reads_font_sizes(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text;
        int size;
    } cases[] = {
        {"10pt", PT(10)},
        {"2em", PT(24)},
        {"150%", PT(18)},
        {"medium", PT(12)},
        {"xx-large", PT(24)},
        {"1.5rem", PT(18)},
        {"calc(1em + 1pt)", PT(13)},
        {"0", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            css_of(t, arena_printf(t->arena, "font-size: %s", cases[i].text))
                ->font_size,
            cases[i].size);
    assert_int_equal(css_of(t, "font-size: larger")->font_size, PT(14.4));
    /* em of other properties is the element's own, in whatever order */
    assert_int_equal(
        css_of(t, "margin-left: 1em; font-size: 20pt")->margin[3].value,
        PT(20));
    assert_int_equal(
        css_of(t, "margin-left: 1em; font: 20pt serif")->margin[3].value,
        PT(20));
}

static void
reads_line_heights(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "body { font-size: 10pt; line-height: 1.5 } "
              "article { line-height: 150% } "
              "p { font-size: 20pt }");
    struct doc_book *k = t->book;
    struct doc_node *direct = doc_add(k, k->root, DOC_PARAGRAPH, NULL);
    struct doc_node *article = doc_add(k, k->root, DOC_ARTICLE, NULL);
    struct doc_node *inner = doc_add(k, article, DOC_PARAGRAPH, NULL);
    assert_int_equal(css_style(t, k->root)->line_height, PT(15));
    assert_int_equal(css_style(t, direct)->line_height, PT(30));
    assert_int_equal(css_style(t, inner)->line_height, PT(15));
    assert_int_equal(css_of(t, "line-height: normal")->line_height, PT(14.4));
    assert_int_equal(css_of(t, "line-height: 15pt")->line_height, PT(15));
}

static void
reads_shorthands(void **state)
{
    struct css_test *t = *state;
    const struct style *s = css_of(t, "margin: 1pt 2pt 3pt 4pt");
    for (int i = 0; i < 4; i++)
        assert_int_equal(s->margin[i].value, PT(i + 1));
    s = css_of(t, "padding: 1pt 2pt");
    assert_int_equal(s->padding[STYLE_BOTTOM].value, PT(1));
    assert_int_equal(s->padding[STYLE_LEFT].value, PT(2));
    s = css_of(t, "margin: 0 auto");
    assert_int_equal(s->margin[STYLE_LEFT].unit, STYLE_AUTO);
    s = css_of(t, "border: 1pt solid red; border-left: dashed 2pt");
    assert_int_equal(s->border[STYLE_TOP].width, PT(1));
    assert_int_equal(s->border[STYLE_TOP].color, 0xFF0000FF);
    assert_int_equal(s->border[STYLE_LEFT].line, STYLE_LINE_DASHED);
    assert_int_equal(s->border[STYLE_LEFT].color, 0x000000FF);
    s = css_of(t, "color: #123456; border: solid");
    assert_int_equal(s->border[0].width, PT(2.25));
    assert_int_equal(s->border[0].color, 0x123456FF);
    s = css_of(t, "border-width: 1pt 2pt; border-style: solid");
    assert_int_equal(s->border[STYLE_RIGHT].width, PT(2));
    s = css_of(t, "border-width: 5pt");
    assert_int_equal(s->border[0].width, 0); /* without a line it has none */
    s = css_of(t, "border-color: red blue; border-style: solid");
    assert_int_equal(s->border[STYLE_LEFT].color, 0x0000FFFF);
    s = css_of(t, "background: #eee");
    assert_int_equal(s->background, 0xEEEEEEFF);
    s = css_of(t, "background: #eee; background: none");
    assert_int_equal(s->background, 0);
    s = css_of(t, "list-style: square outside");
    assert_int_equal(s->list_marker, STYLE_SQUARE);
    s = css_of(t, "list-style: none");
    assert_int_equal(s->list_marker, STYLE_MARKER_NONE);
    s = css_of(t, "text-decoration: underline line-through");
    assert_int_equal(s->decoration, STYLE_UNDERLINE | STYLE_LINE_THROUGH);
    s = css_of(t, "page-break-before: always; page-break-inside: avoid");
    assert_int_equal(s->break_before, STYLE_BREAK_PAGE);
    assert_int_equal(s->break_inside, STYLE_BREAK_AVOID);
    s = css_of(t, "-webkit-hyphens: auto");
    assert_int_equal(s->hyphens, STYLE_HYPHENS_AUTO);
    assert_string_equal(css_messages(t), "");
}

static void
reads_font(void **state)
{
    struct css_test *t = *state;
    const struct style *s = css_of(
        t, "font: italic small-caps 600 10pt/14pt \"A B\", C D, monospace");
    assert_true(s->italic);
    assert_int_equal(s->weight, 600);
    assert_int_equal(s->font_size, PT(10));
    assert_int_equal(s->line_height, PT(14));
    assert_string_equal(s->family, "A B,C D,Hack");
    assert_string_equal(s->features, "smcp=1");
    s = css_of(t, "font-weight: bold; font-style: italic; font: 10pt serif");
    assert_int_equal(s->weight, 400);
    assert_false(s->italic);
    s = css_of(t, "font: 10pt/2 serif");
    assert_int_equal(s->line_height, PT(20));
    assert_int_equal(css_of(t, "font-weight: bolder")->weight, 700);
    assert_int_equal(css_of(t, "font-weight: lighter")->weight, 100);
    assert_int_equal(css_of(t, "font-weight: 550")->weight, 550);
    static const char *const bad[] = {"10pt",
                                      "serif",
                                      "bold serif",
                                      "10pt/ serif",
                                      "bold bold bold bold bold "
                                      "1pt x",
                                      "italic"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        css_of(t, arena_printf(t->arena, "font: %s", bad[i]));
        assert_string_equal(css_messages(t), "1:11 css-value-invalid\n");
    }
}

static void
makes_features(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text, *features;
    } cases[] = {
        {"font-variant-caps: all-small-caps", "smcp=1, c2sc=1"},
        {"font-variant-numeric: oldstyle-nums tabular-nums", "onum=1, tnum=1"},
        {"font-variant: small-caps lining-nums no-common-ligatures",
         "smcp=1, lnum=1, liga=0, clig=0"},
        {"font-variant: small-caps; font-variant: normal", NULL},
        {"font-variant-position: super", "sups=1"},
        {"font-feature-settings: 'ss01', \"cv02\" 3, 'liga' off",
         "ss01=1, cv02=3, liga=0"},
        {"letter-spacing: 1pt", "liga=0, clig=0"},
        {"font-kerning: none", "kern=0"},
        {"font-variant-ligatures: none",
         "liga=0, clig=0, dlig=0, hlig=0, calt=0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *features = css_of(t, cases[i].text)->features;
        if (!str_eq(features, cases[i].features))
            fail_msg("%s: %s", cases[i].text, features);
        assert_string_equal(css_messages(t), "");
    }
}

static void
inherits(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "body { margin: 5pt; text-align: justify; color: #111111;"
              " page: body; border: 1pt solid }"
              "article { margin: inherit; border: inherit; color: unset;"
              " text-align: initial }"
              "p { all: unset; text-decoration: underline; page: auto }"
              "em { display: inline }");
    struct doc_book *k = t->book;
    struct doc_node *article = doc_add(k, k->root, DOC_ARTICLE, NULL);
    struct doc_node *p = doc_add(k, article, DOC_PARAGRAPH, NULL);
    struct doc_node *em = doc_add(k, p, DOC_EMPHASIS, NULL);
    struct doc_node *text = doc_add_text(k, em, "x");
    const struct style *s = css_style(t, article);
    assert_int_equal(s->margin[2].value, PT(5));
    assert_int_equal(s->border[2].width, PT(1));
    assert_int_equal(s->text_align, STYLE_START);
    assert_int_equal(s->color, 0x111111FF);
    s = css_style(t, p);
    assert_int_equal(s->margin[2].value, 0);
    assert_string_equal(s->page, "body");
    assert_int_equal(css_style(t, em)->decoration, STYLE_UNDERLINE);
    assert_ptr_equal(css_style(t, em), css_style(t, text));
}

static void
substitutes_variables(void **state)
{
    struct css_test *t = *state;
    assert_int_equal(css_of(t, "--c: #010203; color: var(--c)")->color,
                     0x010203FF);
    assert_int_equal(css_of(t, "color: var(--none, #010203)")->color,
                     0x010203FF);
    assert_int_equal(css_of(t, "--C: red; color: var(--c, #010203)")->color,
                     0x010203FF);
    assert_int_equal(css_of(t, "--a: 1pt; --b: var(--a) 2pt; margin: var(--b)")
                         ->margin[1]
                         .value,
                     PT(2));
    assert_int_equal(
        css_of(t, "--a: 3pt; margin-top: calc(var(--a) * 2)")->margin[0].value,
        PT(6));
    /* what can't be had is as if unset */
    assert_int_equal(css_of(t, "color: red; color: var(--x)")->color,
                     0x000000FF);
    assert_int_equal(
        css_of(t, "margin: 1pt; --m: oops; margin: var(--m)")->margin[0].value,
        0);
    assert_int_equal(
        css_of(t, "--a: var(--b); --b: var(--a); color: var(--a)")->color,
        0x000000FF);
    css_of(t, "--a:var(--b)var(--b);--b:var(--c)var(--c);--c:var(--d)var(--d);"
              "--d:var(--e)var(--e);--e:var(--a)var(--a); color: var(--a)");
    css_sheet(t, NULL, "body { --c: #010203 } p { color: var(--c) }");
    struct doc_node *p = doc_add(t->book, t->book->root, DOC_PARAGRAPH, NULL);
    assert_int_equal(css_style(t, p)->color, 0x010203FF);
}

static void
shares_equal_styles(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL, "p { color: red } p.a { margin: 0 } .b { color: red }");
    struct doc_book *k = t->book;
    const struct style *one =
        css_style(t, doc_add(k, k->root, DOC_PARAGRAPH, NULL));
    const struct style *two =
        css_style(t, doc_add(k, k->root, DOC_PARAGRAPH, "a"));
    const struct style *three = css_style(t, doc_add(k, k->root, DOC_DIV, "b"));
    const struct style *other = css_style(t, doc_add(k, k->root, DOC_DIV, "c"));
    assert_ptr_equal(one, two);
    assert_ptr_equal(one, three);
    assert_ptr_not_equal(one, other);
    /* many nodes, few styles */
    size_t before = arena_size(t->sheet->arena);
    const struct style *root = css_style(t, k->root);
    for (int i = 0; i < 100000; i++)
        assert_non_null(style_of(
            t->sheet, doc_add(k, k->root, DOC_PARAGRAPH, i % 2 ? "a" : "b"),
            root));
    assert_true(arena_size(t->sheet->arena) - before < 100000);
}

static void
styles_pseudo_elements(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "p { color: red } p::before { content: '\\201C' 'x' }"
              "p.a::before { content: none }"
              "p::first-letter { initial-letter: 3; color: blue }"
              "a::after { content: ' (' attr(href) ')' }");
    struct doc_book *k = t->book;
    struct doc_node *p = doc_add(k, k->root, DOC_PARAGRAPH, NULL);
    struct doc_node *a = doc_add(k, k->root, DOC_PARAGRAPH, "a");
    struct doc_node *link = doc_add(k, p, DOC_LINK, NULL);
    const struct style *of = css_style(t, p);
    const struct style *s = style_pseudo_of(t->sheet, p, STYLE_BEFORE, of);
    assert_non_null(s);
    assert_string_equal(s->content->text, "\xE2\x80\x9C");
    assert_string_equal(s->content->next->text, "x");
    assert_int_equal(s->color, 0xFF0000FF);
    assert_null(style_pseudo_of(t->sheet, p, STYLE_AFTER, of));
    assert_null(style_pseudo_of(t->sheet, a, STYLE_BEFORE, css_style(t, a)));
    s = style_pseudo_of(t->sheet, p, STYLE_FIRST_LETTER, of);
    assert_int_equal(s->initial_lines, 3);
    assert_int_equal(s->color, 0x0000FFFF);
    s = style_pseudo_of(t->sheet, link, STYLE_AFTER, css_style(t, link));
    assert_int_equal(s->content->next->kind, STYLE_CONTENT_ATTR);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(orders_rules),
        CSS_TEST(reads_colors),
        CSS_TEST(reads_lengths),
        CSS_TEST(layers_rules),
        CSS_TEST(nests_rules),
        CSS_TEST(reads_font_sizes),
        CSS_TEST(reads_line_heights),
        CSS_TEST(reads_shorthands),
        CSS_TEST(reads_font),
        CSS_TEST(makes_features),
        CSS_TEST(inherits),
        CSS_TEST(substitutes_variables),
        CSS_TEST(shares_equal_styles),
        CSS_TEST(styles_pseudo_elements),
    };
    return RUN_TESTS(tests);
}
