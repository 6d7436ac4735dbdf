/* SPDX-License-Identifier: MIT */
/* Paragraphs that give way: their glyphs, and how many lines they take. */
#include "layout/par_int.h"
#include "par.h"

#include <stdlib.h>

/* How far the spaces of filled lines are from their natural width, summed. */
static int64_t
unevenness(const struct par *par)
{
    int64_t sum = 0;
    for (size_t i = 0; i < par->n; i++) {
        const struct par_line *line = &par->lines[i];
        const struct layout_line *made = line->runs.at[line->runs.n - 1].line;
        assert_non_null(made);
        assert_int_equal(made->first, i == 0);
        assert_int_equal(made->last, i + 1 == par->n);
        if (made->filled)
            sum += (int64_t)made->spaces * abs(made->space - made->natural);
    }
    return sum;
}

/* All glyphs of a line are as wide as its stretch makes them. */
static void
gives_by_two_in_a_hundred(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "h2 { hyphens: auto; text-justify: inter-word;"
                        " font-weight: normal }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE);
    struct doc_node *plain = add_block(&b, DOC_HEADING, PROSE);
    plain->level = 2;
    int wide = 0, narrow = 0;
    int64_t ours = 0, theirs = 0;
    for (int points = 140; points < 260; points += 10) {
        struct par par = set(&b, p, points), stiff = set(&b, plain, points);
        for (size_t i = 0; i < par.n; i++) {
            const struct layout_run *run = &par.lines[i].runs.at[0];
            assert_in_range(run->stretch, 980, 1020);
            wide += run->stretch > 1000;
            narrow += run->stretch < 1000;
        }
        assert_int_equal(par.lines[par.n - 1].runs.at[0].stretch, 1000);
        for (size_t i = 0; i < stiff.n; i++)
            assert_int_equal(stiff.lines[i].runs.at[0].stretch, 1000);
        ours += unevenness(&par);
        theirs += unevenness(&stiff);
    }
    assert_true(wide > 10 && narrow > 10);
    assert_true(ours * 4 < theirs * 3);
    close_bench(&b);
}

static const struct layout_run *
run_of(const struct par *par, const char *part)
{
    for (size_t i = 0; i < par->n; i++)
        for (size_t k = 0; k < par->lines[i].runs.n; k++) {
            const struct layout_run *run = &par->lines[i].runs.at[k];
            if (strstr(run->text, part))
                return run;
        }
    fail();
    return NULL;
}

static void
scales_advances(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "mnm mnm mnm mnm mnm");
    struct par one = set(&b, p, 500);
    assert_int_equal(one.n, 1);
    int natural = one.lines[0].runs.at[0].glyphs[0].advance;
    int width = one.lines[0].width;
    one = set(&b, p, width * 99 / 100 / PANGO_SCALE);
    assert_int_equal(one.n, 1);
    const struct layout_run *run = &one.lines[0].runs.at[0];
    assert_true(run->stretch < 1000);
    assert_true(abs(run->glyphs[0].advance - natural * run->stretch / 1000) <
                2); /* rounded twice */
    assert_int_equal(run->glyphs[1].x, run->glyphs[0].advance);
    int measure = width * 99 / 100 / PANGO_SCALE * PANGO_SCALE;
    assert_in_range(run->width, measure - PANGO_SCALE / 10, measure);
    close_bench(&b);
}

/* Code and ragged text are set as they are. */
static void
leaves_code_and_ragged_text(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "h2 { text-align: left; hyphens: none }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE " ");
    add_inline(&b, p, DOC_CODE, NULL)->text = "mnm()";
    doc_add_text(b.book, p, " " PROSE);
    struct doc_node *ragged = add_block(&b, DOC_HEADING, PROSE);
    ragged->level = 2;
    size_t met = 0;
    for (int points = 150; points < 250; points += 10) {
        struct par par = set(&b, p, points);
        assert_int_equal(run_of(&par, "mnm()")->stretch, 1000);
        for (size_t i = 0; i < par.n; i++)
            met += par.lines[i].runs.at[0].stretch != 1000;
        struct par lines = set(&b, ragged, points);
        for (size_t i = 0; i < lines.n; i++)
            assert_int_equal(lines.lines[i].runs.at[0].stretch, 1000);
    }
    assert_true(met > 20);
    close_bench(&b);
}

/* Letters move by less than what readers of the text take for a space. */
static void
tracks_where_asked(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "h2 { text-justify: inter-character; font-weight: "
                        "normal }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE);
    struct doc_node *tracked = add_block(&b, DOC_HEADING, PROSE);
    tracked->level = 2;
    struct par one = set(&b, p, 5000);
    int natural = one.lines[0].runs.at[0].glyphs[0].advance;
    int64_t ours = 0, theirs = 0;
    int apart = 0, together = 0;
    for (int points = 120; points < 240; points += 10) {
        struct par par = set(&b, tracked, points), plain = set(&b, p, points);
        const struct layout_run *run = &par.lines[0].runs.at[0];
        int more = run->glyphs[0].advance - natural * run->stretch / 1000;
        assert_true(more > -PANGO_SCALE / 9 && more < PANGO_SCALE / 3);
        apart = more > apart ? more : apart;
        together = more < together ? more : together;
        ours += unevenness(&par);
        theirs += unevenness(&plain);
        assert_string_equal(join(&b, &par), PROSE);
    }
    assert_true(apart > PANGO_SCALE / 4 && together < -PANGO_SCALE / 12);
    assert_true(ours < theirs);
    close_bench(&b);
}

/* Letters that join stay together, and wide signs as they are. */
static void
gives_by_script(void **state)
{
    (void)state;
    struct style style = {.font_size = 10000,
                          .text_justify = STYLE_INTER_CHARACTER};
    struct inline_box box = {.style = &style, .parent = BOX_NONE};
    struct span span = {.end = 3};
    struct text text = {.at = (char[]){"\u4E00"}, .n = 3};
    text.boxes.at = &box;
    text.spans.at = &span;
    text.boxes.n = text.spans.n = 1;
    PangoItem item = {.analysis.script = PANGO_SCRIPT_LATIN};
    struct shape_run run = {.item = &item};
    struct shapes shapes = {.text = &text};
    shapes.runs.at = &run;
    shapes.runs.n = 1;
    struct cluster c = {.bytes = 3, .glyphs = 1, .width = 5000};
    assert_int_equal(glyph_give(&shapes, &c).wider, 0);
    text.at = (char[]){"a  "};
    assert_int_equal(glyph_give(&shapes, &c).wider, 100 + 300);
    assert_int_equal(glyph_give(&shapes, &c).narrower, 100 + 100);
    item.analysis.script = PANGO_SCRIPT_ARABIC;
    assert_int_equal(glyph_give(&shapes, &c).wider, 100);
    assert_int_equal(glyph_give(&shapes, &c).narrower, 100);
    style.white_space = STYLE_WS_PRE;
    assert_int_equal(glyph_give(&shapes, &c).wider, 0);
}

/* What letter-spacing adds behind a line's last letter is not seen. */
static void
fills_letter_spaced_lines(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { letter-spacing: 0.05em }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE);
    size_t filled = 0;
    for (int points = 140; points < 260; points += 10) {
        struct par par = set(&b, p, points);
        for (size_t i = 0; i + 1 < par.n; i++) {
            const struct par_line *line = &par.lines[i];
            const char *text = text_of(&b, line);
            if (!line->hyphenated && !str_ends(text, " "))
                continue; /* a dash */
            int out = right_of(line) - points * PANGO_SCALE;
            assert_int_equal(out - hang_of(line, text), PANGO_SCALE / 2);
            assert_in_range(line->runs.at[0].stretch, 980, 1020);
            filled++;
        }
        assert_string_equal(join(&b, &par), PROSE);
    }
    assert_true(filled > 40);
    close_bench(&b);
}

/* A paragraph a line longer or shorter says the same, in lines that are not
 * loose, or is not to be had. */
static void
sets_more_lines_or_fewer(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, PROSE PROSE PROSE);
    size_t found[2] = {0}, ruled_out = 0;
    for (int points = 150; points < 450; points++) {
        struct par_source source = source_of(&b, p, points);
        struct par best = par_set(&b.l, &source);
        assert_true(best.fewest <= best.n && best.n <= best.most);
        for (int more = -1; more < 2; more += 2) {
            size_t n = best.n + (size_t)more;
            int64_t cost = -1;
            struct par par = par_set_lines(&b.l, &source, more, &cost);
            ruled_out += n < best.fewest || n > best.most;
            if (!par.n)
                continue;
            assert_int_equal(par.n, n);
            assert_in_range(n, best.fewest, best.most);
            assert_true(cost >= 0);
            assert_string_equal(join(&b, &par), PROSE PROSE PROSE);
            found[more > 0]++;
            int hyphens = 0;
            for (size_t i = 0; i < n; i++) {
                const struct par_line *line = &par.lines[i];
                const struct layout_line *made =
                    line->runs.at[line->runs.n - 1].line;
                assert_true(!made->spaces || made->space < 2 * made->natural);
                hyphens = line->hyphenated ? hyphens + 1 : 0;
                assert_true(hyphens < 3);
                assert_int_equal(line->overfull, 0);
            }
            assert_true(par.lines[n - 1].width >= 20 * PANGO_SCALE);
        }
    }
    assert_true(found[0] > 20 && found[1] > 20 && ruled_out > 50);
    close_bench(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_by_two_in_a_hundred),
        cmocka_unit_test(scales_advances),
        cmocka_unit_test(leaves_code_and_ragged_text),
        cmocka_unit_test(tracks_where_asked),
        cmocka_unit_test(gives_by_script),
        cmocka_unit_test(fills_letter_spaced_lines),
        cmocka_unit_test(sets_more_lines_or_fewer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
