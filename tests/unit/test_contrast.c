/* SPDX-License-Identifier: MIT */
/* Contrast: ratios as WCAG and others publish them, and which pairs of text
 * and ground a stylesheet gives a book. */
#include "css.h"

static void
has_published_ratios(void **state)
{
    (void)state;
    static const struct {
        uint32_t one, other;
        int ratio;
    } cases[] = {
        {0x000000FF, 0xFFFFFFFF, 2100}, /* WCAG 2.1: 21 to 1 */
        {0x777777FF, 0xFFFFFFFF, 447},  /* technique G18's near miss */
        {0x767676FF, 0xFFFFFFFF, 454},  /* the lightest grey for 4.5 */
        {0x949494FF, 0xFFFFFFFF, 303},  /* and for 3 */
        {0x959595FF, 0xFFFFFFFF, 299},
        {0x595959FF, 0xFFFFFFFF, 700}, /* and for 7 */
        {0x5A5A5AFF, 0xFFFFFFFF, 689},
        {0xFF0000FF, 0xFFFFFFFF, 399},
        {0x008000FF, 0xFFFFFFFF, 513},
        {0x0000FFFF, 0xFFFFFFFF, 859},
        {0xFFFF00FF, 0xFFFFFFFF, 107},
        {0xFFFF00FF, 0x000000FF, 1955},
        {0x808080FF, 0x808080FF, 100},
        {0xFFFFFFFF, 0x767676FF, 454}, /* either way round */
        {0x0A0A0AFF, 0x000000FF, 106}, /* the straight piece of the curve */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int ratio = style_contrast_ratio(cases[i].one, cases[i].other);
        if (ratio != cases[i].ratio)
            fail_msg("case %zu: %d", i, ratio);
    }
}

static void
finds_nearest_color(void **state)
{
    (void)state;
    static const struct {
        uint32_t text, ground;
        int needed;
        uint32_t nearest;
    } cases[] = {
        {0x777777FF, 0xFFFFFFFF, 450, 0x767676FF},
        {0x777777FF, 0x000000FF, 450, 0x777777FF},
        {0x333333FF, 0x000000FF, 450, 0x757575FF},
        {0xFF0000FF, 0xFFFFFFFF, 450, 0xEE0000FF},
        {0xAAAAAAFF, 0xFFFFFFFF, 300, 0x949494FF},
        /* lighter and darker would do: darker is nearer */
        {0x606060FF, 0x777777FF, 300, 0x2E2E2EFF},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t nearest = style_contrast_nearest(
            cases[i].text, cases[i].ground, cases[i].needed);
        if (nearest != cases[i].nearest)
            fail_msg("case %zu: %08x", i, nearest);
        assert_true(style_contrast_ratio(nearest, cases[i].ground) >=
                    cases[i].needed);
    }
}

/* body > article > p "Words" > a "there", beside a list of one item. */
static void
make_book(struct css_test *t)
{
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    struct doc_node *p = doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    doc_add_text(t->book, p, "Words");
    doc_add_text(t->book, p, " \n");
    struct doc_node *a = doc_add(t->book, p, DOC_LINK, NULL);
    doc_add_text(t->book, a, "there");
    struct doc_node *list = doc_add(t->book, article, DOC_LIST, NULL);
    struct doc_node *item = doc_add(t->book, list, DOC_ITEM, NULL);
    p = doc_add(t->book, item, DOC_PARAGRAPH, "last");
    doc_add_text(t->book, p, "Item");
}

static struct style_contrast
contrast_of(struct css_test *t, const char *css, enum style_medium medium)
{
    css_sheet(t, NULL, css);
    if (medium != STYLE_PAPER) {
        struct style_source source = {path_join(t->arena, t->dir, "style.css"),
                                      "style.css"};
        style_free(t->sheet);
        t->sheet = style_read_screen(&source, 1, medium == STYLE_DARK);
    }
    return style_contrast(t->sheet, t->book, t->arena);
}

/* "where text/ground ratio×texts colour's place, its ground's": one a line */
static const char *
show(struct css_test *t, struct style_contrast c)
{
    const char *all = "";
    for (size_t i = 0; i < c.n; i++) {
        const struct style_pair *p = &c.pairs[i];
        all =
            arena_printf(t->arena, "%s%s %06x/%06x %d%s×%zu %u:%u %u:%u\n", all,
                         p->where, p->text >> 8, p->ground >> 8, p->ratio,
                         p->unknown ? "?"
                         : p->large ? "L"
                                    : "",
                         p->texts, p->at.line, p->at.col, p->ground_at.line,
                         p->ground_at.col);
    }
    return all;
}

static void
pairs_text_and_ground(void **state)
{
    struct css_test *t = *state;
    make_book(t);
    static const struct {
        const char *css;
        enum style_medium medium;
        const char *pairs;
    } cases[] = {
        {"", STYLE_PAPER, "p 000000/ffffff 2100×3 0:0 0:0\n"},
        /* inherited from above, and where that was said */
        {"article { color: #777; background: #fff }", STYLE_PAPER,
         "p 777777/ffffff 447×3 1:11 1:24\n"},
        {"article { color: #777 } p { color: inherit }", STYLE_PAPER,
         "p 777777/ffffff 447×3 1:11 0:0\n"},
        {"article { color: #777 } p { color: var(--c, #777) }", STYLE_PAPER,
         "p 777777/ffffff 447×3 1:29 0:0\n"},
        /* half of black on white */
        {"p { color: rgb(0 0 0 / 50%) }", STYLE_PAPER,
         "p 7f7f7f/ffffff 400×3 1:5 0:0\n"},
        {"article { background: #808080 } p { background: #fff8 }", STYLE_PAPER,
         "p 000000/c4c4c4 1204×3 0:0 1:37\n"},
        /* large is 18 pt, or 14 in bold */
        {"p { color: #949494; font-size: 18pt } a { font-size: 17.9pt }",
         STYLE_PAPER,
         "p 949494/ffffff 303L×2 1:5 0:0\n"
         "a 949494/ffffff 303×1 1:5 0:0\n"},
        {"p { font-size: 14pt; font-weight: bold } a { font-weight: 600 }",
         STYLE_PAPER,
         "p 000000/ffffff 2100L×2 0:0 0:0\n"
         "a 000000/ffffff 2100×1 0:0 0:0\n"},
        /* two declarations with too little are two pairs */
        {"p { color: #777 } .last { color: #777 }", STYLE_PAPER,
         "p 777777/ffffff 447×2 1:5 0:0\n"
         "p.last 777777/ffffff 447×1 1:27 0:0\n"},
        /* the strongest declaration is the one to change */
        {"p { color: #777 !important } .last { color: #000 }", STYLE_PAPER,
         "p 777777/ffffff 447×3 1:5 0:0\n"},
        /* nothing is said of what does not show */
        {"p { color: #fff; display: none }", STYLE_PAPER, ""},
        {"ul { visibility: hidden } a { visibility: hidden }", STYLE_PAPER,
         "p 000000/ffffff 2100×1 0:0 0:0\n"},
        /* what rules add */
        {"ul { display: none } p::before { content: \"x\"; color: silver }",
         STYLE_PAPER,
         "p::before c0c0c0/ffffff 181×1 1:48 0:0\n"
         "p 000000/ffffff 2100×2 0:0 0:0\n"},
        {"p::before { content: \"x\"; background: #111 } ul { display: none }",
         STYLE_PAPER,
         "p::before 000000/111111 111×1 0:0 1:27\n"
         "p 000000/ffffff 2100×2 0:0 0:0\n"},
        {"li::marker { color: silver }", STYLE_PAPER,
         "p 000000/ffffff 2100×3 0:0 0:0\n"
         "li::marker c0c0c0/ffffff 181×1 1:14 0:0\n"},
        /* pages have a ground, and text at their edges */
        {"@page { background: #777; @top-left { color: #fff; content: \"x\" } "
         "}",
         STYLE_PAPER,
         "p 000000/777777 468×3 0:0 1:9\n"
         "@top-left ffffff/777777 447×4 1:39 1:9\n"},
        {"@page dark { background: #000 } article { page: dark; color: #fff }",
         STYLE_PAPER, "p ffffff/000000 2100×3 1:55 1:14\n"},
        /* screens: what is for them, and links as browsers show them */
        {"@media print { p { color: red } } @media screen { p { color: #222 } "
         "}",
         STYLE_LIGHT,
         "p 222222/ffffff 1590×2 1:55 0:0\n"
         "a 0000ee/ffffff 939×1 0:0 0:0\n"},
        {"a { color: inherit }", STYLE_LIGHT,
         "p 000000/ffffff 2100×3 0:0 0:0\n"},
        {"html { background: #222 } a { color: #fff } p { color: #eee }",
         STYLE_LIGHT,
         "p eeeeee/222222 1371×2 1:49 1:8\n"
         "a ffffff/222222 1590×1 1:31 1:8\n"},
        {"@media (prefers-color-scheme: dark) { p { color: #333 } }",
         STYLE_LIGHT,
         "p 000000/ffffff 2100×2 0:0 0:0\n"
         "a 0000ee/ffffff 939×1 0:0 0:0\n"},
        {"@media (prefers-color-scheme: dark) { p { color: #333 } }",
         STYLE_DARK,
         "p 333333/000000 166×2 1:43 0:0\n"
         "a 9e9eff/000000 878×1 0:0 0:0\n"},
        {"ul { display: none }", STYLE_DARK,
         "p fefefe/000000 2082×1 0:0 0:0\n"
         "a 9e9eff/000000 878×1 0:0 0:0\n"},
        {"@media (prefers-contrast: more) { p { color: red } } "
         "a { color: inherit }",
         STYLE_LIGHT, "p 000000/ffffff 2100×3 0:0 0:0\n"},
        {"@media (min-width: 40em) { p { color: red } } a { color: inherit }",
         STYLE_LIGHT, "p ff0000/ffffff 399×3 1:32 0:0\n"},
        /* what fades, and what nobody can know */
        {"ul { opacity: 0.5 } p { opacity: 50% } a { color: inherit }",
         STYLE_LIGHT,
         "p 808080/ffffff 394×2 0:0 0:0\n"
         "p.last c0c0c0/ffffff 181×1 0:0 0:0\n"},
        {"ul { background: linear-gradient(red, blue) } a { color: inherit }",
         STYLE_LIGHT,
         "p 000000/ffffff 2100×2 0:0 0:0\n"
         "p.last 000000/ffffff 2100?×1 0:0 1:6\n"},
        {"ul { background: linear-gradient(red, blue) } p { background: #fff } "
         "a { color: inherit }",
         STYLE_LIGHT, "p 000000/ffffff 2100×3 0:0 1:51\n"},
        {"ul { filter: invert(1) } a { color: inherit }", STYLE_LIGHT,
         "p 000000/ffffff 2100×2 0:0 0:0\n"
         "p.last 000000/ffffff 2100?×1 0:0 1:6\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *pairs =
            show(t, contrast_of(t, cases[i].css, cases[i].medium));
        if (strcmp(pairs, cases[i].pairs) != 0)
            fail_msg("case %zu: %s\n%s", i, cases[i].css, pairs);
    }
}

/* A cover's colours go with its page, which an EPUB shows as a picture. */
static void
leaves_out_an_ebooks_cover(void **state)
{
    struct css_test *t = *state;
    struct doc_node *cover = doc_add(t->book, t->book->root, DOC_COVER, NULL);
    struct doc_node *title = doc_add(t->book, cover, DOC_TITLE, NULL);
    doc_add_text(t->book, title, "Title");
    static const char css[] = ".cover { color: #fff; page: dark } "
                              "@page dark { background: #000 }";
    assert_int_equal(contrast_of(t, css, STYLE_LIGHT).n, 0);
    struct style_contrast c = contrast_of(t, css, STYLE_PAPER);
    assert_int_equal(c.n, 1);
    assert_int_equal(c.least, 2100);
}

static void
sums_up(void **state)
{
    struct css_test *t = *state;
    make_book(t);
    struct style_contrast c =
        contrast_of(t,
                    "p { color: #777 } a { color: #949494 } .last { color: "
                    "#000; background: linear-gradient(red, blue) }",
                    STYLE_LIGHT);
    assert_int_equal(c.n, 3);
    assert_int_equal(c.texts, 3);
    assert_int_equal(c.low, 2);
    assert_int_equal(c.unknown, 1);
    assert_int_equal(c.least, 303);
    assert_false(style_has_dark(t->sheet));
    contrast_of(t, "@media (prefers-color-scheme: dark) { p { color: #fff } }",
                STYLE_LIGHT);
    assert_true(style_has_dark(t->sheet));
}

static void
knows_what_a_sheet_touches(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *css;
        bool colors, fixed;
    } cases[] = {
        {"", false, false},
        {"a { color: inherit; background: none }", false, false},
        {"p { border: 1px solid red; margin: 3pt }", false, false},
        {"p { color: #111 }", true, false},
        {"p { background-color: #111 }", true, false},
        {"p { opacity: 0.5 }", true, false},
        {"p { background: linear-gradient(red, blue) }", true, false},
        {"@media print { p { color: red; font-size: 9pt } }", false, false},
        {"p { font-size: 1.2em; line-height: 1.4 }", false, false},
        {"p { line-height: 0px; font-size: 90% }", false, false},
        {"p { font-size: 14px }", false, true},
        {"p { font: italic 12pt serif }", false, true},
        {"p { line-height: 15pt }", false, true},
        {"p { color: red !important }", true, true},
        {"p { font-family: serif !important }", false, true},
        {"p { margin: 0 !important }", false, false},
    };
    make_book(t);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        contrast_of(t, cases[i].css, STYLE_LIGHT);
        if (style_sets_colors(t->sheet) != cases[i].colors ||
            style_is_fixed(t->sheet) != cases[i].fixed)
            fail_msg("case %zu: %s", i, cases[i].css);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_published_ratios),
        cmocka_unit_test(finds_nearest_color),
        CSS_TEST(pairs_text_and_ground),
        CSS_TEST(leaves_out_an_ebooks_cover),
        CSS_TEST(sums_up),
        CSS_TEST(knows_what_a_sheet_touches),
    };
    return RUN_TESTS(tests);
}
