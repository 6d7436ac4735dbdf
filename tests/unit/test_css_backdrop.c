/* SPDX-License-Identifier: MIT */
/* background and its kin: what values compute to, and which files they name. */
#include "css.h"

static void
expect_length(struct style_length l, enum style_unit unit, int value, int plus)
{
    assert_int_equal(l.unit, unit);
    assert_int_equal(l.value, value);
    assert_int_equal(l.plus, plus);
}

static void
expect_position(struct css_test *t, const char *value, int x, int y)
{
    const struct style_backdrop *b =
        &css_of(t, arena_printf(t->arena, "background-position: %s", value))
             ->backdrop;
    expect_length(b->position[0], STYLE_PERCENT, x, 0);
    expect_length(b->position[1], STYLE_PERCENT, y, 0);
}

static void
test_positions(void **state)
{
    struct css_test *t = *state;
    expect_position(t, "0% 0%", 0, 0);
    expect_position(t, "left", 0, 5000);
    expect_position(t, "top", 5000, 0);
    expect_position(t, "bottom right", 10000, 10000);
    expect_position(t, "center 25%", 5000, 2500);
    const struct style_backdrop *b =
        &css_of(t, "background-position: right 10pt bottom 25%")->backdrop;
    expect_length(b->position[0], STYLE_PERCENT, 10000, -10 * STYLE_PT);
    expect_length(b->position[1], STYLE_PERCENT, 7500, 0);
    static const char *const wrong[] = {
        "left left", "top 5pt", "10pt left", "left 1pt right 1pt", "5", "red"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        css_of(t, arena_printf(t->arena, "background-position: %s", wrong[i]));
        assert_non_null(strstr(css_messages(t), "css-value"));
    }
}

static void
test_sizes(void **state)
{
    struct css_test *t = *state;
    const struct style_backdrop *b =
        &css_of(t, "background-size: cover")->backdrop;
    assert_int_equal(b->size.fit, STYLE_FIT_COVER);
    b = &css_of(t, "background-size: cover; background-size: 20pt")->backdrop;
    assert_int_equal(b->size.fit, STYLE_FIT_AUTO);
    expect_length(b->size.length[0], STYLE_LENGTH, 20 * STYLE_PT, 0);
    assert_int_equal(b->size.length[1].unit, STYLE_AUTO);
    css_of(t, "background-size: -1pt");
    assert_non_null(strstr(css_messages(t), "css-value"));
    /* initial sets back all of it */
    b = &css_of(t, "background-size: 20pt 30pt; background-size: initial")
             ->backdrop;
    assert_int_equal(b->size.length[0].unit, STYLE_AUTO);
    assert_int_equal(b->size.length[1].unit, STYLE_AUTO);
}

/* A shorthand's pieces stand in any order, and what is not named is reset. */
static void
test_shorthand(void **state)
{
    struct css_test *t = *state;
    css_write(t, "a.png", "x");
    const struct style *s =
        css_of(t, "background-repeat: repeat-y;"
                  "background: no-repeat url(a.png) right 1pt top 2pt / "
                  "contain #123");
    assert_string_equal(css_messages(t), "");
    assert_int_equal(s->background, 0x112233FF);
    assert_non_null(s->backdrop.image);
    assert_string_equal(path_base(s->backdrop.image->path), "a.png");
    assert_int_equal(s->backdrop.image->at.line, 1);
    assert_int_equal(s->backdrop.size.fit, STYLE_FIT_CONTAIN);
    assert_int_equal(s->backdrop.repeat[0], 0);
    assert_int_equal(s->backdrop.repeat[1], 0);
    s = css_of(t, "background: url(a.png); background: #fff");
    assert_null(s->backdrop.image);
    assert_int_equal(s->backdrop.repeat[0], 1);
    s = css_of(t, "background: url(a.png) #123; background: none");
    assert_null(s->backdrop.image);
    assert_int_equal(s->background & 0xFF, 0);
    static const char *const odd[] = {"url(a.png), url(a.png)",
                                      "linear-gradient(red, blue)",
                                      "url(a.png) round"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        css_of(t, arena_printf(t->arena, "background: %s", odd[i]));
        assert_non_null(strstr(css_messages(t), "css-not-in-pdf"));
    }
    css_of(t, "background: red blue");
    assert_non_null(strstr(css_messages(t), "css-value"));
}

/* Files are named from the sheet on, also through a custom property, and each
 * comes once. */
static void
test_files(void **state)
{
    struct css_test *t = *state;
    css_write(t, "more/a.png", "x");
    css_write(t, "more/more.css",
              "html { --sight: url('a.png') } p { background: var(--sight) }"
              "@page { background-image: url(a.png) }");
    css_sheet(t, NULL, "@import 'more/more.css';");
    struct doc_node *p = doc_add(t->book, t->book->root, DOC_PARAGRAPH, NULL);
    const struct style *s = css_style(t, p);
    size_t n;
    struct style_image **images = style_images(t->sheet, &n);
    assert_int_equal(n, 1);
    assert_ptr_equal(s->backdrop.image, images[0]);
    assert_string_equal(images[0]->shown, "more/a.png");
    const struct style_page *page =
        style_page_of(t->sheet, (struct style_page_query){0});
    assert_ptr_equal(page->backdrop.image, images[0]);
    css_of(t, "background: url(none.png)");
    assert_non_null(strstr(css_messages(t), "1:17 css-url"));
    css_of(t, "background: url(http://example.org/a.png)");
    assert_non_null(strstr(css_messages(t), "css-url"));
}

static void
test_places(void **state)
{
    struct css_test *t = *state;
    const struct style *s =
        css_of(t, "position: absolute; inset: 1pt 2% auto; fill: #0f0");
    assert_true(s->absolute);
    expect_length(s->inset[STYLE_TOP], STYLE_LENGTH, STYLE_PT, 0);
    expect_length(s->inset[STYLE_RIGHT], STYLE_PERCENT, 200, 0);
    assert_int_equal(s->inset[STYLE_BOTTOM].unit, STYLE_AUTO);
    expect_length(s->inset[STYLE_LEFT], STYLE_PERCENT, 200, 0);
    assert_int_equal(s->fill, 0x00FF00FF);
    s = css_of(t, "color: #123456");
    assert_int_equal(s->fill, 0x123456FF);
    assert_false(s->absolute);
    css_of(t, "position: fixed");
    assert_non_null(strstr(css_messages(t), "css-not-in-pdf"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(test_positions), CSS_TEST(test_sizes),
        CSS_TEST(test_shorthand), CSS_TEST(test_files),
        CSS_TEST(test_places),
    };
    return RUN_TESTS(tests);
}
