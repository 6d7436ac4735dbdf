/* SPDX-License-Identifier: MIT */
/* What is told of two readings that were made by hand. */
#include <string.h>

#include "unit.h"
#include "verify/parity.h"

struct pair {
    struct arena *arena;
    struct parity_reading epub, pdf;
    struct diag *diag;
};

static int
set_up(void **state)
{
    struct arena *a = arena_new();
    struct pair *p = ARENA_NEW(a, struct pair);
    p->arena = a;
    p->diag = diag_new();
    parity_open(&p->epub, a, "a.epub", VERIFY_EPUB);
    parity_open(&p->pdf, a, "b.pdf", VERIFY_PDF);
    *state = p;
    return 0;
}

static int
tear_down(void **state)
{
    struct pair *p = *state;
    parity_close(&p->epub);
    parity_close(&p->pdf);
    diag_free(p->diag);
    arena_free(p->arena);
    return 0;
}

/* Adds text of a kind: '|' begins a cell, '/' a row, '*' is any words. */
static void
add(struct parity_reading *r, enum parity_part part, enum parity_kind kind,
    const char *text)
{
    static const char marks[] = "/|*";
    static const int named[] = {PARITY_ROW_MARK, PARITY_CELL_MARK, PARITY_ANY};
    parity_begin(r, part,
                 &(struct parity_item){
                     .kind = kind,
                     .file = r->kind == VERIFY_EPUB ? "a.epub/x.xhtml" : NULL,
                     .line = 3,
                     .col = 1,
                     .page = r->kind == VERIFY_PDF ? 7 : 0});
    for (; *text; text++) {
        const char *mark = strchr(marks, *text);
        if (mark)
            parity_mark(r, named[mark - marks]);
        else
            parity_text(r, text, 1);
    }
    parity_break(r);
}

static size_t
compare(struct pair *p)
{
    struct verify_pair pair = {.same_style = true};
    return parity_compare(&p->epub, &p->pdf, &pair, p->diag);
}

/* One difference of the two texts, or none (NULL), is told in these words. */
static void
expect_told(enum parity_kind kind, const char *epub, const char *pdf,
            const char *id, const char *text)
{
    void *state;
    set_up(&state);
    struct pair *p = state;
    enum parity_part part = kind == PARITY_NOTE ? PARITY_NOTES : PARITY_MAIN;
    add(&p->epub, part, kind, epub);
    add(&p->pdf, part, kind, pdf);
    size_t n = compare(p);
    const struct diag_message *m = n ? diag_message_at(p->diag, 0) : NULL;
    if (n != (id != NULL) || (m && (strcmp(diag_message_name(m), id) != 0 ||
                                    !strstr(m->text, text))))
        fail_msg("%s | %s: %zu, %s", epub, pdf, n, m ? m->text : "nothing");
    tear_down(&state);
}

static void
takes_as_equal(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"one two", "one  two\n"},
        {"Straße", "STRASSE"},
        {"ﬁnd it", "find it"},
        {"caf\xC3\xA9", "cafe\xCC\x81"},
        {"hyphen\xC2\xAD"
         "ated",
         "hyphenated"},
        {"word\xE2\x81\xA0 10\xC2\xA0mg", "word 10 mg"},
        {"end. Next", "end.Next"},
        {"a * b", "a 1.2.3 b"},
        {"a * b", "a b"},
        {"漢字 かな", "漢字かな"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        expect_told(PARITY_BLOCK, pairs[i][0], pairs[i][1], NULL, NULL);
}

static void
tells_differences(void **state)
{
    (void)state;
    expect_told(PARITY_BLOCK, "take 7.5 mg now", "take 75 mg now",
                "parity-text",
                "“7.5 mg” in the EPUB (x.xhtml:3) is “75 mg” in the PDF (page "
                "7), behind “take”");
    expect_told(PARITY_BLOCK, "take 5 mg now", "take 5 g now", "parity-text",
                "“5 mg” in the EPUB (x.xhtml:3) is “5 g” in the PDF (page 7)");
    expect_told(PARITY_BLOCK, "never take it", "take it", "parity-text",
                "“never” is in the EPUB (x.xhtml:3) and not in the PDF");
    expect_told(PARITY_BLOCK, "a heart attack", "a heartattack", "parity-text",
                "“heart attack”");
    expect_told(PARITY_BLOCK, "1 5 mg", "15 mg", "parity-text", "“15 mg”");
    expect_told(PARITY_BLOCK, "1.5 mg", "1,5 mg", "parity-text", "“1,5 mg”");
    expect_told(PARITY_NOTE, "see page 4", "see page 5", "parity-note",
                "“4” in the EPUB");
    expect_told(PARITY_ALT, "a red cup", "a blue cup", "parity-alt", "“red”");
    expect_told(PARITY_CELL, "/|a|b/|c|d", "/|a|b", "parity-row",
                "“c d” is in the EPUB");
    expect_told(PARITY_CELL, "/|a|b", "/|a||b", "parity-row",
                "an empty cell is in the PDF");
    expect_told(PARITY_BLOCK, "one two three four five. six seven eight. nine",
                "one six seven eight. two three four five. nine",
                "parity-order", "stands elsewhere");
}

/* A book of `n` words, the `k`th of them another. */
static void
add_words(struct parity_reading *r, size_t n, size_t every, size_t k)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%zu ", every && i % every == k ? "x" : "w", i % 997);
    add(r, PARITY_MAIN, PARITY_BLOCK, b.at);
    buf_free(&b);
}

static void
finds_every_word_of_a_long_book(void **state)
{
    struct pair *p = *state;
    add_words(&p->epub, 300000, 0, 0);
    add_words(&p->pdf, 300000, 1000, 17);
    assert_int_equal(compare(p), 300);
    assert_int_equal(diag_count(p->diag, DIAG_ERROR), 41);
}

static void
forgets_what_is_alike(void **state)
{
    struct pair *p = *state;
    for (int i = 0; i < 40; i++) {
        add_words(&p->epub, 1000, 0, 0);
        add_words(&p->pdf, 1000, 0, 0);
        parity_forget(&p->epub, &p->pdf);
        assert_true(parity_count(&p->epub.parts[PARITY_MAIN]) < 10000);
    }
    add(&p->epub, PARITY_MAIN, PARITY_BLOCK, "take 5 mg");
    add(&p->pdf, PARITY_MAIN, PARITY_BLOCK, "take 50 mg");
    parity_forget(&p->epub, &p->pdf);
    assert_int_equal(compare(p), 1);
    assert_non_null(strstr(diag_message_at(p->diag, 0)->text, "behind “take”"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_as_equal),
        cmocka_unit_test(tells_differences),
        cmocka_unit_test_setup_teardown(finds_every_word_of_a_long_book, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(forgets_what_is_alike, set_up,
                                        tear_down),
    };
    return RUN_TESTS(tests);
}
