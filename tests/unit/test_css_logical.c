/* SPDX-License-Identifier: MIT */
/* Properties of a line's start and end, and what comes of them. */
#include "css.h"

#define PT(n) ((int)((n)*1024 + 0.5))

/* The style of a paragraph of a language under `p { … }`. */
static const struct style *
in(struct css_test *t, const char *lang, const char *declarations)
{
    css_sheet(t, NULL, arena_printf(t->arena, "p { %s }", declarations));
    assert_string_equal(css_messages(t), "");
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    struct doc_node *p = doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    p->lang = lang;
    return css_style(t, p);
}

static void
goes_by_direction(void **state)
{
    struct css_test *t = *state;
    static const char css[] =
        "margin-inline-start: 1pt; margin-inline-end: 2pt;"
        "padding-inline: 3pt 4pt; padding-block: 5pt;"
        "border-inline-start: 6pt solid #010203; margin-block: 7pt 8pt;"
        "inline-size: 90pt; max-block-size: 91pt";
    for (int rtl = 0; rtl < 2; rtl++) {
        const struct style *s = in(t, rtl ? "he" : "en", css);
        enum style_side start = rtl ? STYLE_RIGHT : STYLE_LEFT;
        enum style_side end = rtl ? STYLE_LEFT : STYLE_RIGHT;
        assert_int_equal(s->rtl, rtl);
        assert_int_equal(s->margin[start].value, PT(1));
        assert_int_equal(s->margin[end].value, PT(2));
        assert_int_equal(s->padding[start].value, PT(3));
        assert_int_equal(s->padding[end].value, PT(4));
        assert_int_equal(s->padding[STYLE_TOP].value, PT(5));
        assert_int_equal(s->padding[STYLE_BOTTOM].value, PT(5));
        assert_int_equal(s->border[start].width, PT(6));
        assert_int_equal(s->border[start].color, 0x010203FF);
        assert_int_equal(s->border[end].width, 0);
        assert_int_equal(s->margin[STYLE_TOP].value, PT(7));
        assert_int_equal(s->margin[STYLE_BOTTOM].value, PT(8));
        assert_int_equal(s->width.value, PT(90));
        assert_int_equal(s->max_height.value, PT(91));
    }
}

/* The direction holds wherever in the block it stands, and what comes last
 * wins, by whichever name. */
static void
cascades_with_the_sides(void **state)
{
    struct css_test *t = *state;
    const struct style *s = in(t, NULL,
                               "margin-inline-start: 1pt;"
                               "direction: rtl");
    assert_int_equal(s->margin[STYLE_RIGHT].value, PT(1));
    assert_int_equal(s->margin[STYLE_LEFT].value, 0);
    s = in(t, NULL, "margin-left: 1pt; margin-inline-start: 2pt");
    assert_int_equal(s->margin[STYLE_LEFT].value, PT(2));
    s = in(t, NULL, "margin-inline-start: 2pt; margin-left: 1pt");
    assert_int_equal(s->margin[STYLE_LEFT].value, PT(1));
    s = in(t, "ar", "padding: 3pt; padding-inline-start: initial");
    assert_int_equal(s->padding[STYLE_RIGHT].value, 0);
    assert_int_equal(s->padding[STYLE_LEFT].value, PT(3));
    s = in(t, "ar", "margin: 3pt; margin-inline: unset");
    assert_int_equal(s->margin[STYLE_RIGHT].value, 0);
    assert_int_equal(s->margin[STYLE_LEFT].value, 0);
    assert_int_equal(s->margin[STYLE_TOP].value, PT(3));
    s = in(t, "ar",
           "--x: 4pt; border-inline-end: var(--x) solid;"
           "border-inline-style: dashed solid");
    assert_int_equal(s->border[STYLE_LEFT].width, PT(4));
    assert_int_equal(s->border[STYLE_LEFT].line, STYLE_LINE_SOLID);
    assert_int_equal(s->border[STYLE_RIGHT].line, STYLE_LINE_DASHED);
    s = in(t, "ar", "border-inline: 2pt solid; -webkit-padding-start: 5pt");
    assert_int_equal(s->border[STYLE_LEFT].width, PT(2));
    assert_int_equal(s->border[STYLE_RIGHT].width, PT(2));
    assert_int_equal(s->padding[STYLE_RIGHT].value, PT(5));
}

static void
tells_what_is_wrong(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "p { margin-inline: 1pt 2pt 3pt }\np { padding-block: -1pt }\n"
              "p { border-inline: red blue }\np { inline-size: max-content }");
    assert_string_equal(css_messages(t), "1:20 css-value-invalid\n"
                                         "2:20 css-value-invalid\n"
                                         "3:20 css-value-invalid\n"
                                         "4:5 css-not-in-pdf\n");
}

/* Pages follow the root's direction. */
static void
goes_by_the_root(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL, "@page { margin-inline: 1pt 2pt } p { color: red }");
    struct style_page_query query = {0};
    assert_int_equal(style_page_of(t->sheet, query)->margin[STYLE_LEFT], PT(1));
    style_set_language(t->sheet, "he");
    assert_int_equal(style_page_of(t->sheet, query)->margin[STYLE_LEFT], PT(2));
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    assert_true(css_style(t, article)->rtl);
    style_set_language(t->sheet, "en");
    assert_false(css_style(t, article)->rtl);
}

/* :lang() and :dir() by the root, by nodes' languages and directions. */
static void
selects_by_direction(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "p:dir(rtl) { margin-left: 1pt }"
              "p:dir(LTR) { margin-left: 2pt }"
              "p:lang(he) { margin-top: 3pt }"
              "html:lang(he):dir(rtl) { color: #010203 }");
    assert_string_equal(css_messages(t), "");
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    struct doc_node *p = doc_add(t->book, article, DOC_PARAGRAPH, NULL);
    assert_int_equal(css_style(t, p)->margin[STYLE_LEFT].value, PT(2));
    style_set_language(t->sheet, "he-IL");
    assert_int_equal(css_style(t, p)->margin[STYLE_LEFT].value, PT(1));
    assert_int_equal(css_style(t, p)->margin[STYLE_TOP].value, PT(3));
    assert_int_equal(css_style(t, p)->color, 0x010203FF);
    article->lang = "ar";
    assert_int_equal(css_style(t, p)->margin[STYLE_LEFT].value, PT(1));
    assert_int_equal(css_style(t, p)->margin[STYLE_TOP].value, 0);
    p->dir = DOC_LTR;
    assert_int_equal(css_style(t, p)->margin[STYLE_LEFT].value, PT(2));
    css_sheet(t, NULL, "p:dir(rtl, ltr) { color: red }");
    assert_string_equal(css_messages(t), "1:3 css-selector\n");
}

static void
names_sides_for_readers(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "p{Padding-Inline-Start : 1pt!important;"
              "margin-inline:1pt}");
    static const char *const names[] = {
        "padding-left :", "padding-right :", "Padding-Inline-Start :"};
    for (int i = STYLE_LTR; i <= STYLE_MIXED; i++) {
        struct buf out;
        buf_init(&out, BUF_LIMIT_OUTPUT);
        style_write_epub(t->sheet, (enum style_direction)i, &out);
        char want[160];
        snprintf(want, sizeof want,
                 "p {\n  %s 1pt!important;\n  margin-inline:1pt;\n}\n",
                 names[i]);
        assert_string_equal(out.at, want);
        buf_free(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(goes_by_direction),    CSS_TEST(cascades_with_the_sides),
        CSS_TEST(tells_what_is_wrong),  CSS_TEST(goes_by_the_root),
        CSS_TEST(selects_by_direction), CSS_TEST(names_sides_for_readers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
