/* SPDX-License-Identifier: MIT */
/* Tables on pages, and documents made at random that lose no word. */
#include "layout.h"

static void
repeats_table_heads(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "| Head | Two |\n|---|--:|\n";
    for (int i = 0; i < 30; i++)
        text = arena_printf(a, "%s| row%d | %d |\n", text, i, i);
    struct seen *s = lay_out_one("table { width: 100% }", text);
    assert_int_equal(s->n, 4);
    assert_int_equal(rows_of(s, "Head", LAYOUT_CONTENT), 1);
    assert_int_equal(rows_of(s, "Head", LAYOUT_REPEATED), 3);
    for (int i = 0; i < 30; i++)
        assert_int_equal(
            rows_of(s, arena_printf(a, "row%d", i), LAYOUT_CONTENT) > 0, 1);
    assert_int_equal(row_of(s, "29")->right, PT(250));
    done(s);
    arena_free(a);
}

/* A row taller than the page is cut between lines, and none is lost. */
static void
cuts_rows_taller_than_a_page(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "| A | B |\n|---|---|\n| ";
    for (int i = 0; i < 40; i++)
        text =
            arena_printf(a, "%sword%02dxxxxxxxxxxxxxxxxxxxxxxxxxx ", text, i);
    struct seen *s = lay_out_one("", arena_printf(a, "%s | short |\n", text));
    for (int i = 0; i < 40; i++) {
        const struct row *row = row_of(s, arena_printf(a, "word%02d", i));
        assert_true(row->y > PT(50) && row->y < PT(250));
    }
    assert_true(s->n > 4);
    done(s);
    arena_free(a);
}

/* What a cell's column asks for holds for what stands in the cell too. */
static void
aligns_cells(void **state)
{
    (void)state;
    struct seen *s = lay_out_one("table { width: 100% }",
                                 "| A | B |\n|:-:|--:|\n| *mid* **dle** | "
                                 "[right](https://a.example) |\n");
    assert_int_equal(row_of(s, "right")->right, PT(250));
    assert_true(row_of(s, "mid")->x > PT(55));
    done(s);
}

/* Numbers stand decimal under decimal, with their units behind them; thousands
 * are no fractions, and what is more than a number keeps to the column's end.
 */
static void
aligns_decimals(void **state)
{
    (void)state;
    struct seen *s =
        lay_out_one("table { width: 100%; font-variant-numeric: tabular-nums }",
                    "| A | B |\n|--:|--:|\n| 12.55 | 7.5 mg |\n| 9 | 20 mg |\n"
                    "| 2,000 | 3-4 mg |\n| 0.125 | 4 a day now |\n");
    int point = row_of(s, "9")->right;
    assert_int_equal(row_of(s, "2,000")->right, point);
    int tenth = row_of(s, "0.125")->right - row_of(s, "12.55")->right;
    assert_true(tenth > 0);
    assert_in_range(row_of(s, "12.55")->right - point, tenth * 2, tenth * 3);
    assert_int_equal(row_of(s, "7.5")->right, PT(250));
    assert_true(row_of(s, "20")->right < PT(250));
    assert_int_equal(row_of(s, "3\xE2\x80\x93")->right, PT(250));
    assert_int_equal(row_of(s, "4 a")->right, PT(250));
    done(s);
}

/* Where room is short, a head wraps before the cells below it do. */
static void
wraps_heads_first(void **state)
{
    (void)state;
    struct seen *s = lay_out_one(
        "table { width: 100% }",
        "| Done | Minutes on my feet | Two days later |\n|--|--|--|\n"
        "| Birthday tea and talk | 5 | As usual |\n");
    row_of(s, "Birthday tea and talk");
    assert_true(row_of(s, "Minutes")->right < PT(250));
    assert_int_equal(rows_of(s, "Minutes on my feet", LAYOUT_CONTENT), 0);
    done(s);
}

static uint32_t
next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Numbered words: w1, w2, … */
static void
add_words(struct buf *b, uint32_t *seed, int *words, uint32_t most)
{
    for (uint32_t n = 1 + next_random(seed) % most; n; n--)
        buf_printf(b, "w%d. ", ++*words);
}

static void
add_block(struct buf *b, struct buf *notes, uint32_t *seed, int *words)
{
    static const char *const begins[] = {
        "",     "", "## ",          "- ",     "> ",
        "12. ", "", "> [!TIP]\n> ", "- [x] ", "    - "};
    uint32_t kind = next_random(seed) % 12;
    if (kind < 10) {
        buf_str(b, begins[kind]);
        add_words(b, seed, words, kind == 2 ? 5 : 120);
        buf_str(b, "\n\n");
    } else if (kind == 10) {
        buf_str(b, "| a | b |\n|---|---|\n");
        for (uint32_t row = next_random(seed) % 12; row; row--) {
            buf_str(b, "| ");
            add_words(b, seed, words, 30);
            buf_str(b, " | ");
            add_words(b, seed, words, row == 3 ? 200 : 9);
            buf_str(b, " |\n");
        }
        buf_str(b, "\n");
    } else {
        int note = *words;
        add_words(b, seed, words, 9);
        buf_printf(b, "[^%d]\n\n", note);
        buf_printf(notes, "[^%d]: ", note);
        add_words(notes, seed, words, 90);
        buf_str(notes, "\n\n");
    }
}

/* Whatever comes in, every word is on a page once, inside its margins. */
static void
loses_no_word(void **state)
{
    (void)state;
    uint32_t seed = 40;
    for (int doc = 0; doc < 60; doc++) {
        struct buf b, notes;
        buf_init(&b, BUF_LIMIT_OUTPUT);
        buf_init(&notes, BUF_LIMIT_OUTPUT);
        int words = 0;
        for (uint32_t n = next_random(&seed) % 14; n; n--)
            add_block(&b, &notes, &seed, &words);
        buf_printf(&b, "w%d.\n\n%s", ++words, notes.at);
        struct seen *s = lay_out_one(
            ".panel { padding: 9pt; background: #eee } td { padding: 2pt }",
            b.at);
        int *times = ARENA_ARRAY(s->a, int, (size_t)words + 1);
        for (size_t i = 0; i < s->rows.n; i++) {
            const struct row *row = &s->rows.at[i];
            if (row->role != LAYOUT_CONTENT)
                continue;
            assert_in_range(row->y, PT(50), PT(250));
            for (const char *w = row->text; (w = strchr(w, 'w')); w++)
                times[atoi(w + 1)]++;
        }
        for (int w = 1; w <= words; w++)
            if (times[w] != 1)
                fail_msg("document %d: w%d is there %d times", doc, w,
                         times[w]);
        done(s);
        buf_free(&b);
        buf_free(&notes);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repeats_table_heads),
        cmocka_unit_test(cuts_rows_taller_than_a_page),
        cmocka_unit_test(aligns_cells),
        cmocka_unit_test(aligns_decimals),
        cmocka_unit_test(wraps_heads_first),
        cmocka_unit_test(loses_no_word),
    };
    read_begin();
    return RUN_TESTS(tests);
}
