/* SPDX-License-Identifier: MIT */
/* Sheets on a scale: what becomes less, by how much, and what stays. */
#include "css.h"

#define PT(n) ((int)((n)*1024 + ((n) < 0 ? -0.5 : 0.5)))

/* The style of a paragraph in an article, under the sheet on the scale. */
static const struct style *
on(struct css_test *t, const char *css, struct style_scale scale)
{
    css_sheet(t, NULL, css);
    assert_string_equal(css_messages(t), "");
    style_set_scale(t->sheet, &scale);
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    return css_style(t, doc_add(t->book, article, DOC_PARAGRAPH, NULL));
}

#define ON(t, css, ...) on(t, css, (struct style_scale){__VA_ARGS__})

static void
scales_every_way_of_saying_a_size(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *css;
        double size; /* at half of the type */
    } cases[] = {
        {"", 6},
        {"p { font-size: 20pt }", 10},
        {"p { font: 20pt serif }", 10},
        {"p { font-size: 20px }", 7.5},
        {"p { font-size: large }", 6.78},
        {"p { font-size: initial }", 6},
        {"article { font-size: 20pt } p { font-size: inherit }", 10},
        {"article { font-size: 20pt } p { font-size: 2em }", 20},
        {"article { font-size: 20pt } p { font-size: 150% }", 15},
        {"article { font-size: 20pt } p { font-size: larger }", 12},
        {"html { font-size: 10pt } p { font-size: 3rem }", 15},
        {"html { font-size: 10pt } article { font-size: 2em }"
         "p { font-size: calc(1em + 1rem + 4pt) }",
         17},
        {"html { font-size: 10pt; --big: 24pt } p { font-size: var(--big) }",
         12},
        {"p { font-size: clamp(8pt, 30pt, 40pt) }", 15},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int size = ON(t, cases[i].css, .type = 500)->font_size;
        assert_int_equal(size, PT(cases[i].size));
        int large = ON(t, cases[i].css, .type = 2000)->font_size;
        assert_true(abs(large - PT(cases[i].size * 4)) <= 2);
    }
}

static void
scales_lengths_with_the_type(void **state)
{
    struct css_test *t = *state;
    const struct style *s =
        ON(t,
           "p { font-size: 20pt; margin: 10pt 1em 2em; padding: 4pt 6pt;"
           "text-indent: calc(1em + 2pt); letter-spacing: 2pt;"
           "word-spacing: 0.1em; column-gap: 8pt; text-underline-offset: 2pt;"
           "vertical-align: -3pt }",
           .type = 500);
    assert_int_equal(s->margin[STYLE_TOP].value, PT(5));
    assert_int_equal(s->margin[STYLE_RIGHT].value, PT(10));
    assert_int_equal(s->margin[STYLE_BOTTOM].value, PT(20));
    assert_int_equal(s->padding[STYLE_TOP].value, PT(2));
    assert_int_equal(s->padding[STYLE_LEFT].value, PT(3));
    assert_int_equal(s->text_indent.value, PT(11));
    assert_int_equal(s->letter_spacing, PT(1));
    assert_int_equal(s->word_spacing, PT(1));
    assert_int_equal(s->column_gap.value, PT(4));
    assert_int_equal(s->underline_offset, PT(1));
    assert_int_equal(s->raise, PT(-1.5));
}

static void
leaves_boxes_and_rules(void **state)
{
    struct css_test *t = *state;
    const struct style *s =
        ON(t,
           "p { width: 57pt; height: 58pt; min-width: 2cm; max-width: 59pt;"
           "border: 0.5pt solid; border-radius: 3pt; margin-left: 10%;"
           "max-height: 50%; text-decoration-thickness: 1pt }",
           .type = 500, .space = 500, .picture = 500, .leading = 500);
    assert_int_equal(s->width.value, PT(57));
    assert_int_equal(s->height.value, PT(58));
    assert_int_equal(s->min_width.value, 2 * 72 * 1024 / 2.54 + 0.5);
    assert_int_equal(s->max_width.value, PT(59));
    assert_int_equal(s->border[STYLE_TOP].width, PT(0.5));
    assert_int_equal(s->radius[0].value, PT(3));
    assert_int_equal(s->margin[STYLE_LEFT].value, 1000);
    assert_int_equal(s->max_height.value, 5000);
    assert_int_equal(s->decoration_thick, PT(1));
}

/* Space is what is above and below, by whichever name; it comes over the
 * type's scale, and an inherited length is not scaled again. */
static void
scales_space(void **state)
{
    struct css_test *t = *state;
    static const char css[] =
        "article { margin-top: 8pt; padding-bottom: 10% }"
        "p { font-size: 10pt; margin: inherit; padding: inherit;"
        "margin-bottom: 2em; margin-inline: 4pt; padding-block-start: 6pt }";
    const struct style *s = ON(t, css, .space = 500);
    assert_int_equal(s->margin[STYLE_TOP].value, PT(4));
    assert_int_equal(s->margin[STYLE_BOTTOM].value, PT(10));
    assert_int_equal(s->margin[STYLE_LEFT].value, PT(4));
    assert_int_equal(s->padding[STYLE_TOP].value, PT(3));
    assert_int_equal(s->padding[STYLE_BOTTOM].value, 500);
    assert_int_equal(s->font_size, PT(10));
    s = ON(t, css, .type = 500, .space = 500);
    assert_int_equal(s->margin[STYLE_TOP].value, PT(2));
    assert_int_equal(s->margin[STYLE_BOTTOM].value, PT(5));
    assert_int_equal(s->margin[STYLE_LEFT].value, PT(2));
    s = ON(t, "p { margin-top: calc(10% + 8pt) }", .type = 500, .space = 500);
    assert_int_equal(s->margin[STYLE_TOP].value, 500);
    assert_int_equal(s->margin[STYLE_TOP].plus, PT(2));
    s = ON(t, "p { margin: -8pt auto; max-height: 3in }", .space = 250,
           .picture = 500);
    assert_int_equal(s->margin[STYLE_TOP].value, PT(-8));
    assert_int_equal(s->margin[STYLE_LEFT].unit, STYLE_AUTO);
    assert_int_equal(s->max_height.value, PT(108));
    s = ON(t, "p { max-height: 2in }", .picture = 400);
    assert_int_equal(s->max_height.value, PT(72));
    s = ON(t, "p { max-height: 30pt }", .picture = 400);
    assert_int_equal(s->max_height.value, PT(30));
}

static void
scales_lines(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *css;
        double line; /* at 10 pt instead of 20, and 0.9 of the leading */
    } cases[] = {
        {"p { line-height: 30pt }", 13.5},
        {"p { line-height: 1.5 }", 13.5},
        {"p { line-height: 150% }", 13.5},
        {"p { line-height: 1.5em }", 13.5},
        {"p { line-height: calc(1em + 10pt) }", 13.5},
        {"p { font: 20pt/30pt serif }", 13.5},
        {"article { line-height: 1.5 }", 13.5},
        {"article { line-height: 30pt }", 13.5},
        {"p { line-height: normal }", 12},
        /* not less than 1.2, unless it was */
        {"p { line-height: 25pt }", 12},
        {"p { line-height: 1.25 }", 12},
        {"p { line-height: 20pt }", 9},
        {"p { line-height: 1.1 }", 9.9},
        {"p { line-height: 0 }", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *css = arena_printf(
            t->arena, "article { font-size: 20pt } %s", cases[i].css);
        const struct style *s = ON(t, css, .type = 500, .leading = 900);
        assert_true(abs(s->line_height - PT(cases[i].line)) <= 1);
    }
}

/* What is small stays legible: a limit holds for each size by itself. */
static void
keeps_to_the_least_size(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *css;
        double size;
    } cases[] = {
        {"p { font-size: 20pt }", 10},
        {"p { font-size: 12pt }", 8},
        {"p { font-size: 9pt; line-height: 11pt }", 8},
        {"p { font-size: 7pt }", 7},
        {"article { font-size: 9pt } p { font-size: 0.5em }", 4.5},
        {"article { font-size: 10pt } p { font-size: 2em }", 10},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct style *s =
            ON(t, cases[i].css, .type = 500, .least = PT(8));
        assert_int_equal(s->font_size, PT(cases[i].size));
    }
    /* lines stay wide enough for what the limit holds up */
    const struct style *s = ON(t, "p { font-size: 9pt; line-height: 11pt }",
                               .type = 500, .least = PT(8));
    assert_int_equal(s->line_height, PT(9.6));
    s = ON(t, "article { font-size: 9pt } p { font-size: 200%; margin: 1em }",
           .raised = PT(16));
    assert_int_equal(s->font_size, PT(18));
    assert_int_equal(s->margin[0].value, PT(18));
    s = ON(t, "article { font-size: 9pt } p { margin: 1em }", .raised = PT(16));
    assert_int_equal(s->font_size, PT(16));
    assert_int_equal(s->margin[0].value, PT(16));
}

/* Pages stay as they are; their heads and feet have a scale of their own. */
static void
leaves_pages(void **state)
{
    struct css_test *t = *state;
    static const char css[] =
        "html { font-size: 20pt; line-height: 1.5 }"
        "@page { size: 20em 30rem; margin: 36pt 2em 3rem;"
        "@top-left { content: 'a'; font-size: 10pt }"
        "@top-right { content: 'b' }"
        "@bottom-left { content: 'c'; font-size: 0.5em; padding: 2rem } }";
    for (int type = 0; type <= 2000; type += 500) {
        ON(t, css, .type = type, .space = 500);
        const struct style_page *p =
            style_page_of(t->sheet, (struct style_page_query){0});
        assert_int_equal(p->width, PT(400));
        assert_int_equal(p->height, PT(600));
        assert_int_equal(p->margin[STYLE_TOP], PT(36));
        assert_int_equal(p->margin[STYLE_LEFT], PT(40));
        assert_int_equal(p->margin[STYLE_BOTTOM], PT(60));
        assert_int_equal(p->box[STYLE_TOP_LEFT]->font_size, PT(10));
        assert_int_equal(p->box[STYLE_TOP_RIGHT]->font_size, PT(20));
        assert_int_equal(p->box[STYLE_BOTTOM_LEFT]->padding[0].value, PT(40));
    }
    ON(t, css, .furniture = 2000);
    const struct style_page *p =
        style_page_of(t->sheet, (struct style_page_query){0});
    assert_int_equal(p->margin[STYLE_LEFT], PT(40));
    assert_int_equal(p->box[STYLE_TOP_LEFT]->font_size, PT(20));
    assert_int_equal(p->box[STYLE_TOP_RIGHT]->font_size, PT(40));
    assert_int_equal(p->box[STYLE_BOTTOM_LEFT]->font_size, PT(20));
}

/* Another scale takes the place of the one before, in styles that were asked
 * for already and in pages. */
static void
changes_scales(void **state)
{
    struct css_test *t = *state;
    const struct style *before =
        ON(t,
           "html { font-size: 10pt; line-height: 15pt } p { margin: 1rem 0 }"
           "@page { @top-left { content: 'a'; font-size: 10pt } }",
           .type = 0);
    assert_int_equal(before->font_size, PT(10));
    const struct doc_node *p = t->book->root->last->last;
    struct style_scale scales[] = {
        {.type = 800, .furniture = 500}, {.type = 1500}, {.type = 1000}};
    static const double sizes[] = {8, 15, 10}, heads[] = {5, 10, 10};
    style_page_of(t->sheet, (struct style_page_query){0});
    for (size_t i = 0; i < 3; i++) {
        style_set_scale(t->sheet, &scales[i]);
        const struct style *s = css_style(t, p);
        assert_int_equal(s->font_size, PT(sizes[i]));
        assert_int_equal(s->margin[0].value, PT(sizes[i]));
        assert_int_equal(s->line_height, PT(sizes[i] * 1.5));
        const struct style_page *page =
            style_page_of(t->sheet, (struct style_page_query){0});
        assert_int_equal(page->box[STYLE_TOP_LEFT]->font_size, PT(heads[i]));
    }
    assert_int_equal(before->font_size, PT(10));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(scales_every_way_of_saying_a_size),
        CSS_TEST(scales_lengths_with_the_type),
        CSS_TEST(leaves_boxes_and_rules),
        CSS_TEST(scales_space),
        CSS_TEST(scales_lines),
        CSS_TEST(keeps_to_the_least_size),
        CSS_TEST(leaves_pages),
        CSS_TEST(changes_scales),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
