/* SPDX-License-Identifier: MIT */
/* Paragraphs: what the stylesheet makes of one, from leaders to drop caps. */
#include "par.h"

/* In a broken line the space at the end hangs out at the left. */
static void
hangs_space_out_left(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { direction: rtl }");
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH,
                  "\u05D0\u05D1\u05D2 \u05D3\u05D4\u05D5 \u05D0\u05D1\u05D2 "
                  "\u05D3\u05D4\u05D5 \u05D0\u05D1\u05D2 \u05D3\u05D4\u05D5");
    struct par par = set(&b, p, 50);
    assert_true(par.n > 1);
    const struct par_line *line = &par.lines[0];
    assert_int_equal(line->left, 0);
    assert_int_equal(line->width, 50 * PANGO_SCALE);
    const struct layout_run *last = &line->runs.at[line->runs.n - 1];
    assert_true(last->x < 0);
    assert_int_equal(line->runs.at[0].x + line->runs.at[0].width,
                     50 * PANGO_SCALE);
    close_bench(&b);
}

static const char *
label_of(void *with, const struct doc_node *target, bool last)
{
    (void)target;
    (void)last;
    return with;
}

static void
draws_leaders(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { text-align: left }");
    b.l.page_label = label_of;
    b.l.page_label_with = (char[]){"123"};
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "Title ");
    doc_add(b.book, p, DOC_LEADER, NULL);
    struct doc_node *page = doc_add(b.book, p, DOC_PAGE_REF, NULL);
    page->page_ref->target = b.article;
    struct par par = set(&b, p, 200);
    assert_int_equal(par.n, 1);
    const struct par_line *line = &par.lines[0];
    assert_int_equal(line->runs.n, 3);
    assert_string_equal(line->runs.at[0].text, "Title");
    assert_int_equal(line->runs.at[1].mark.role, LAYOUT_ARTIFACT);
    assert_true(line->runs.at[1].glyph_count > 20);
    assert_int_equal(line->runs.at[1].bytes, line->runs.at[1].glyph_count);
    assert_string_equal(line->runs.at[2].text, "123");
    assert_int_equal(right_of(line), 200 * PANGO_SCALE);
    close_bench(&b);
}

static void
shortens_running_heads(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    const struct style *style = style_at(&b, add_block(&b, DOC_PARAGRAPH, "x"));
    struct layout_mark mark = {.role = LAYOUT_HEADER};
    const char *title = "Life Reclaimed: Breaking Free";
    struct par_line whole = par_text(&b.l, title, "en", style, mark, 0);
    assert_string_equal(text_of(&b, &whole), title);
    assert_int_equal(whole.runs.at[0].mark.role, LAYOUT_HEADER);
    struct par_line same =
        par_text(&b.l, title, "en", style, mark, whole.width);
    assert_string_equal(text_of(&b, &same), title);
    struct par_line cut =
        par_text(&b.l, title, "en", style, mark, 80 * PANGO_SCALE);
    assert_string_equal(text_of(&b, &cut), "Life Reclaimed\u2026");
    assert_true(cut.width <= 80 * PANGO_SCALE && cut.width > 0);
    assert_int_equal(par_text(&b.l, "", "en", style, mark, 0).runs.n, 0);
    close_bench(&b);
}

static void
measures_columns(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { text-align: left; hyphens: none }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "a differential b");
    struct par_source source = source_of(&b, p, 300);
    struct par_extent extent = par_extent(&b.l, &source);
    struct par line = par_set(&b.l, &source);
    assert_int_equal(extent.most, line.lines[0].width);
    source.measure = extent.least;
    struct par narrow = par_set(&b.l, &source);
    assert_int_equal(narrow.n, 3);
    for (size_t i = 0; i < narrow.n; i++)
        assert_int_equal(narrow.lines[i].overfull, 0);
    assert_int_equal(narrow.lines[1].width, extent.least);
    assert_int_equal(extent.tight, extent.least);
    struct doc_node *h = add_block(&b, DOC_HEADING, "a differential b");
    h->level = 2;
    source = source_of(&b, h, 300);
    extent = par_extent(&b.l, &source);
    assert_true(extent.tight < extent.least);
    source.measure = extent.tight;
    narrow = par_set(&b.l, &source);
    assert_true(narrow.n > 3);
    for (size_t i = 0; i < narrow.n; i++)
        assert_int_equal(narrow.lines[i].overfull, 0);
    close_bench(&b);
}

static void
balances_titles(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "h2 { text-align: left; text-wrap: balance;"
                        " hyphens: none }");
    struct doc_node *h =
        add_block(&b, DOC_HEADING,
                  "Breaking Free from Chronic Pain with Ketamine "
                  "Therapy at last");
    h->level = 2;
    struct par par = set(&b, h, 220);
    assert_int_equal(par.n, 2);
    int apart = par.lines[0].width - par.lines[1].width;
    assert_true(apart < 40 * PANGO_SCALE && apart > -40 * PANGO_SCALE);
    close_bench(&b);
}

static void
sets_drop_caps(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p::first-letter { initial-letter: 3 }"
                        "p::first-line { font-variant-caps: small-caps }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE);
    struct par par = set(&b, p, 160);
    assert_true(par.n > 4);
    const struct layout_run *initial = &par.lines[0].runs.at[0];
    assert_int_equal(initial->bytes, 1);
    assert_int_equal(initial->text[0], 'C');
    assert_int_equal(initial->y, 28 * PANGO_SCALE);
    assert_true(initial->font->size > 40 * PANGO_SCALE);
    int beside = par.lines[0].left;
    assert_true(beside > initial->width);
    assert_int_equal(par.lines[2].left, beside);
    assert_int_equal(par.lines[3].left, 0);
    for (size_t i = 0; i + 1 < par.n; i++)
        assert_int_equal(
            right_of(&par.lines[i]),
            160 * PANGO_SCALE +
                hang_of(&par.lines[i], text_of(&b, &par.lines[i])));
    assert_string_equal(join(&b, &par), PROSE);
    struct doc_node *small = add_block(&b, DOC_PARAGRAPH, "Short");
    par = set(&b, small, 160); /* no room for three lines of it */
    assert_int_equal(par.n, 1);
    assert_string_equal(text_of(&b, &par.lines[0]), "Short");
    close_bench(&b);
}

/* The texts of the first n runs of a paragraph, and what each says. */
static void
assert_says(struct bench *b, struct doc_node *p, const char *const *text,
            const char *const *actual, size_t n)
{
    struct par par = set(b, p, 160);
    assert_true(par.n > 1 && par.lines[0].runs.n >= n);
    const struct layout_run *runs = par.lines[0].runs.at;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(runs[i].bytes, strlen(text[i]));
        assert_memory_equal(runs[i].text, text[i], runs[i].bytes);
        if (actual[i])
            assert_string_equal(runs[i].mark.actual, actual[i]);
        else
            assert_null(runs[i].mark.actual);
    }
}

#define ON " he walked eleven miles a day, and then one day he did not"

static void
words_with_drop_caps_are_whole(void **state)
{
    (void)state;
    static const struct {
        const char *source, *text[2], *actual[2];
    } cases[] = {
        {"Often" ON, {"O", "ften"}, {"", "Often"}},
        {"“Often” and" ON, {"“O", "ften”"}, {"", "“Often”"}},
        {"I was a postman, and" ON, {"I", "was"}, {"", "I was"}},
        {"I\xC2\xA0was a postman, and" ON, {"I", "was"}, {"", "I was"}},
        {"“A cup,” she says, and" ON, {"“A", "cup,”"}, {"", "“A cup,”"}},
        /* poppler would turn it round */
        {"שלום לכולם, אמרה האישה, והניחה את הכוס על השולחן ליד החלון, ואחר כך",
         {"ש", NULL},
         {NULL, NULL}},
    };
    struct bench b;
    open_bench(&b, BODY "p::first-letter { initial-letter: 2 }");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_says(&b, add_block(&b, DOC_PARAGRAPH, cases[i].source),
                    cases[i].text, cases[i].actual, cases[i].text[1] ? 2 : 1);
    struct doc_node *em = add_block(&b, DOC_PARAGRAPH, NULL);
    add_inline(&b, em, DOC_EMPHASIS, "Often");
    doc_add_text(b.book, em, ON);
    static const char *const text[] = {"O", "ften"}, *const actual[] = {
                                                         "", "Often"};
    assert_says(&b, em, text, actual, 2);
    close_bench(&b);
}

/* What the word's end was cut from stands as it stood. */
static void
divided_runs_stay_where_they_were(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p::first-letter { initial-letter: 2 }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "Often" ON);
    struct par par = set(&b, p, 160);
    const struct layout_run *runs = par.lines[0].runs.at;
    assert_int_equal(par.lines[0].runs.n, 3);
    assert_int_equal(runs[1].x, par.lines[0].left);
    assert_int_equal(runs[2].x, runs[1].x + runs[1].width);
    for (size_t i = 0; i < 3; i++) {
        int width = 0;
        size_t bytes = 0, glyphs = 0;
        assert_int_equal(runs[i].glyphs[0].x, 0);
        for (size_t k = 0; k < runs[i].glyph_count; k++)
            width += runs[i].glyphs[k].advance;
        for (size_t k = 0; k < runs[i].cluster_count; k++) {
            bytes += runs[i].clusters[k].bytes;
            glyphs += runs[i].clusters[k].glyphs;
        }
        assert_int_equal(width, runs[i].width);
        assert_int_equal(bytes, runs[i].bytes);
        assert_int_equal(glyphs, runs[i].glyph_count);
        assert_int_equal(runs[i].line_end, i == 2);
    }
    close_bench(&b);
}

/* The first line's small capitals change its glyphs and no other line's. */
static void
styles_first_lines(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p::first-line { font-variant-caps: small-caps }");
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH, "eee eee eee eee eee eee eee eee eee eee");
    struct par par = set(&b, p, 80);
    assert_true(par.n > 1);
    assert_int_equal(right_of(&par.lines[0]), 80 * PANGO_SCALE);
    uint32_t first = par.lines[0].runs.at[0].glyphs[0].glyph;
    for (size_t i = 0; i < par.n; i++)
        for (size_t k = 0; k < par.lines[i].runs.n; k++)
            assert_true((par.lines[i].runs.at[k].glyphs[0].glyph == first) ==
                        (i == 0));
    close_bench(&b);
}

/* A first line of its own style ends with a whole word. */
static void
hyphenates_no_first_line(void **state)
{
    (void)state;
    static const char *const css[] = {
        BODY, BODY "p::first-line { font-variant-caps: small-caps }"};
    int hyphens[2] = {0};
    for (int i = 0; i < 2; i++) {
        struct bench b;
        open_bench(&b, css[i]);
        struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE);
        for (int measure = 100; measure < 220; measure += 7)
            hyphens[i] += set(&b, p, measure).lines[0].hyphenated;
        close_bench(&b);
    }
    assert_true(hyphens[0] > 0);
    assert_int_equal(hyphens[1], 0);
}

static void
draws_decorations(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "u { text-decoration: underline }"
                        "mark { background: #ffee00 }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "a ");
    struct doc_node *u = add_inline(&b, p, DOC_UNDERLINE, "b ");
    add_inline(&b, u, DOC_EMPHASIS, "c");
    add_inline(&b, p, DOC_MARK, "d");
    struct par par = set(&b, p, 200);
    const struct par_line *line = &par.lines[0];
    assert_int_equal(line->rects.n, 2);
    assert_int_equal(line->rects.at[0].x, line->runs.at[1].x);
    assert_int_equal(line->rects.at[0].width,
                     line->runs.at[1].width + line->runs.at[2].width);
    assert_true(line->rects.at[0].y > 0);
    assert_true(line->rects.at[0].height > 0);
    assert_int_equal(line->rects.at[1].color, 0xffee00ff);
    assert_true(line->rects.at[1].y < 0);
    close_bench(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hangs_space_out_left),
        cmocka_unit_test(draws_leaders),
        cmocka_unit_test(shortens_running_heads),
        cmocka_unit_test(measures_columns),
        cmocka_unit_test(balances_titles),
        cmocka_unit_test(sets_drop_caps),
        cmocka_unit_test(words_with_drop_caps_are_whole),
        cmocka_unit_test(divided_runs_stay_where_they_were),
        cmocka_unit_test(styles_first_lines),
        cmocka_unit_test(hyphenates_no_first_line),
        cmocka_unit_test(draws_decorations),
    };
    return RUN_TESTS(tests);
}
