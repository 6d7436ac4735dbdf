/* SPDX-License-Identifier: MIT */
/* Paragraphs: what stands in each line, and where. */
#include "par.h"

static void
fills_lines_to_the_unit(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct par par = set(&b, add_block(&b, DOC_PARAGRAPH, PROSE), 140);
    bool hyphens = false;
    assert_true(par.n > 5);
    for (size_t i = 0; i + 1 < par.n; i++) {
        const struct par_line *line = &par.lines[i];
        const char *text = text_of(&b, line);
        int out = right_of(line) - 140 * PANGO_SCALE;
        assert_int_equal(out, hang_of(line, text));
        assert_int_equal(line->left + line->width, right_of(line));
        assert_true(line->left <= 0 && line->left > -PANGO_SCALE);
        assert_int_equal(line->ascent + line->descent, 14 * PANGO_SCALE);
        assert_true(str_ends(text, line->hyphenated ? SHY : " "));
        assert_true(line->runs.at[line->runs.n - 1].line_end);
        hyphens |= line->hyphenated;
    }
    assert_true(hyphens);
    assert_true(par.lines[par.n - 1].width < 140 * PANGO_SCALE);
    assert_string_equal(join(&b, &par), PROSE);
    assert_int_equal(diag_count(b.diag, DIAG_NOTE), 0);
    close_bench(&b);
}

/* Quotes and stops at the ends of a filled line stand in the margins; those
 * of a ragged or indented one do not. */
static void
hangs_signs_out(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "h2 { text-align: left; hyphens: none }");
    const char *text = "\u201Cmnm.\u201D \u201Cmnm.\u201D \u201Cmnm.\u201D "
                       "\u201Cmnm.\u201D \u201Cmnm.\u201D \u201Cmnm.\u201D";
    struct par par = set(&b, add_block(&b, DOC_PARAGRAPH, text), 75);
    assert_true(par.n > 2);
    assert_int_equal(par.lines[0].left, 0);
    for (size_t i = 1; i + 1 < par.n; i++) {
        const struct par_line *line = &par.lines[i];
        const struct layout_run *run = &line->runs.at[0];
        int open = run->glyphs[0].advance * 40 / 100;
        int close = run->glyphs[run->glyph_count - 2].advance * 40 / 100;
        assert_int_equal(line->left, -open);
        assert_int_equal(line->left + line->width, 75 * PANGO_SCALE + close);
    }
    struct doc_node *ragged = add_block(&b, DOC_HEADING, text);
    ragged->level = 2;
    par = set(&b, ragged, 75);
    for (size_t i = 0; i < par.n; i++) {
        assert_int_equal(par.lines[i].left, 0);
        assert_true(par.lines[i].width <= 75 * PANGO_SCALE);
    }
    close_bench(&b);
}

static void
same_runs(const struct par_line *one, const struct par_line *other)
{
    assert_int_equal(one->runs.n, other->runs.n);
    for (size_t r = 0; r < one->runs.n; r++) {
        const struct layout_run *x = &one->runs.at[r], *y = &other->runs.at[r];
        assert_int_equal(x->x, y->x);
        assert_int_equal(x->width, y->width);
        assert_int_equal(x->glyph_count, y->glyph_count);
        assert_memory_equal(x->glyphs, y->glyphs,
                            x->glyph_count * sizeof *x->glyphs);
        assert_int_equal(x->cluster_count, y->cluster_count);
        assert_memory_equal(x->clusters, y->clusters,
                            x->cluster_count * sizeof *x->clusters);
    }
}

/* Words that come again are taken from what was kept of them: in faces and
 * scripts of their own, they look as when they came first. */
static void
remembers_words_as_they_were(void **state)
{
    (void)state;
    static const char text[] = "office Type “AVATAR” 2.5 fjord, efflux—To "
                               "Γειά σου Ταχύς ΑΥΤΟ Год Тула дом. " PROSE;
    struct bench b;
    open_bench(&b, BODY "h2 { font-family: 'Linux Biolinum O' }");
    struct doc_node *block[2] = {add_block(&b, DOC_PARAGRAPH, text),
                                 add_block(&b, DOC_HEADING, text)};
    block[1]->level = 2;
    for (size_t i = 0; i < 4; i++) {
        struct par one = set(&b, block[i % 2], 140);
        struct bench fresh;
        open_bench(&fresh, BODY "h2 { font-family: 'Linux Biolinum O' }");
        struct doc_node *same =
            add_block(&fresh, i % 2 ? DOC_HEADING : DOC_PARAGRAPH, text);
        same->level = 2;
        struct par other = set(&fresh, same, 140);
        assert_int_equal(one.n, other.n);
        for (size_t k = 0; k < one.n; k++)
            same_runs(&one.lines[k], &other.lines[k]);
        close_bench(&fresh);
    }
    close_bench(&b);
}

/* Every run's clusters account for all its bytes and glyphs. */
static void
counts_clusters(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct par par = set(&b, add_block(&b, DOC_PARAGRAPH, PROSE), 120);
    for (size_t i = 0; i < par.n; i++)
        for (size_t k = 0; k < par.lines[i].runs.n; k++) {
            const struct layout_run *run = &par.lines[i].runs.at[k];
            size_t bytes = 0, glyphs = 0;
            for (size_t c = 0; c < run->cluster_count; c++) {
                bytes += run->clusters[c].bytes;
                glyphs += run->clusters[c].glyphs;
            }
            assert_int_equal(bytes, run->bytes);
            assert_int_equal(glyphs, run->glyph_count);
            assert_in_range(run->stretch, 980, 1020);
        }
    close_bench(&b);
}

static void
divides_ligatures(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "dif" SHY "ficult");
    struct par whole = set(&b, p, 200);
    assert_int_equal(whole.n, 1);
    assert_string_equal(text_of(&b, &whole.lines[0]), "difficult");
    const struct layout_run *run = &whole.lines[0].runs.at[0];
    assert_int_equal(run->clusters[2].bytes, 3); /* ffi */
    struct par parted = set(&b, p, 30);
    assert_int_equal(parted.n, 2);
    assert_string_equal(text_of(&b, &parted.lines[0]), "dif" SHY);
    assert_string_equal(text_of(&b, &parted.lines[1]), "ficult");
    assert_int_equal(parted.lines[0].runs.at[0].glyph_count, 4);
    assert_int_equal(parted.lines[1].runs.at[0].clusters[0].bytes, 2); /* fi */
    close_bench(&b);
}

/* A soft hyphen counts between letters that may wrap, nowhere else. */
static void
leaves_stray_soft_hyphens(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "h2 { white-space: nowrap; font-size: 10pt }");
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH, "medi " SHY "medi" SHY " medi");
    struct par par = set(&b, p, 22);
    assert_int_equal(par.n, 3);
    for (size_t i = 0; i < par.n; i++)
        assert_false(par.lines[i].hyphenated);
    struct doc_node *h = add_block(&b, DOC_HEADING, "dif" SHY "ficult");
    h->level = 2;
    assert_int_equal(set(&b, h, 50).n, 1);
    par = set(&b, h, 30); /* divided, since no line holds it */
    assert_int_equal(par.n, 2);
    assert_false(par.lines[0].hyphenated);
    close_bench(&b);
}

/* A sign that gives way inside a word shaped anew takes no glue with it. */
static void
fills_lines_behind_a_divided_ligature(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH,
                  "af" SHY "fluent\U0001F600x mnm mnm mnm mnm mnm mnm mnm mnm");
    for (int points = 30; points < 90; points++) {
        struct par par = set(&b, p, points);
        for (size_t i = 0; i + 1 < par.n; i++) {
            const char *text = text_of(&b, &par.lines[i]);
            size_t n = strcspn(text, " ");
            if (text[n] && text[n + 1])
                assert_int_equal(right_of(&par.lines[i]), points * PANGO_SCALE);
        }
    }
    close_bench(&b);
}

static void
collapses_white_space(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "em::before { content: '<' } em::after { content: '>' }"
                        "strong { text-transform: uppercase }"
                        "s { display: none }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "  one \n");
    add_inline(&b, p, DOC_EMPHASIS, " two ");
    add_inline(&b, p, DOC_STRONG, " straße ");
    add_inline(&b, p, DOC_STRIKE, "gone");
    doc_add(b.book, p, DOC_LINE_BREAK, NULL);
    doc_add_text(b.book, p, " four\u00A0five ");
    doc_add(b.book, p, DOC_LINE_BREAK, NULL);
    struct par par = set(&b, p, 300);
    assert_int_equal(par.n, 2);
    assert_string_equal(text_of(&b, &par.lines[0]), "one < two > STRASSE");
    assert_true(par.lines[0].forced);
    assert_string_equal(text_of(&b, &par.lines[1]), "four\u00A0five");
    assert_false(par.lines[1].forced);
    assert_int_equal(set(&b, add_block(&b, DOC_PARAGRAPH, "  \n "), 300).n, 0);
    close_bench(&b);
}

static void
keeps_preformatted_text(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "pre { font-family: Hack; font-size: 9pt; white-space: pre;"
                   " text-align: left; line-height: 12pt }");
    struct doc_node *code = add_block(&b, DOC_CODE_BLOCK, NULL);
    code->text = "if (a)\n\tb  = 1;\n\nend\n";
    struct par par = set(&b, code, 300);
    assert_int_equal(par.n, 4);
    assert_string_equal(text_of(&b, &par.lines[0]), "if (a)");
    assert_string_equal(text_of(&b, &par.lines[1]), "        b  = 1;");
    assert_int_equal(par.lines[2].runs.n, 0);
    assert_int_equal(par.lines[2].ascent + par.lines[2].descent,
                     12 * PANGO_SCALE);
    assert_string_equal(text_of(&b, &par.lines[3]), "end");
    close_bench(&b);
}

/* Runs are marked by the nearest node with a tag; links, notes and ids are
 * found in the line where they stand. */
static void
marks_runs(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "Read ");
    struct doc_node *link = add_inline(&b, p, DOC_LINK, "the ");
    link->link->href = "https://example.org/";
    link->id = "there";
    struct doc_node *em = add_inline(&b, link, DOC_EMPHASIS, "leaflet");
    doc_add_text(b.book, p, " first.");
    struct doc_node *ref = doc_add(b.book, p, DOC_NOTE_REF, NULL);
    struct doc_node *note = doc_add(b.book, b.article, DOC_NOTE, NULL);
    ref->note->number = 12;
    ref->note->note = note;
    struct par par = set(&b, p, 300);
    assert_int_equal(par.n, 1);
    const struct par_line *line = &par.lines[0];
    assert_int_equal(line->runs.n, 5);
    const struct doc_node *wanted[] = {p, link, em, p, ref};
    for (size_t i = 0; i < 5; i++)
        assert_ptr_equal(line->runs.at[i].mark.node, wanted[i]);
    assert_string_equal(text_of(&b, line), "Read the leaflet first.12");
    assert_int_equal(line->links.n, 2);
    assert_ptr_equal(line->links.at[0].node, link);
    assert_string_equal(line->links.at[0].href, "https://example.org/");
    assert_int_equal(line->links.at[0].x, line->runs.at[1].x);
    assert_int_equal(line->links.at[0].width,
                     line->runs.at[1].width + line->runs.at[2].width);
    assert_ptr_equal(line->links.at[1].target, note);
    assert_int_equal(line->notes.n, 1);
    assert_ptr_equal(line->notes.at[0], note);
    assert_int_equal(line->starts.n, 1);
    assert_ptr_equal(line->starts.at[0], link);
    close_bench(&b);
}

static void
never_parts_a_mark_from_its_word(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { text-align: left }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "stop!");
    struct doc_node *ref = doc_add(b.book, p, DOC_NOTE_REF, NULL);
    ref->note->number = 1;
    for (int points = 20; points < 30; points++) {
        struct par par = set(&b, p, points);
        const struct par_line *last = &par.lines[par.n - 1];
        assert_true(str_ends(text_of(&b, last), "p!1"));
    }
    close_bench(&b);
}

static void
breaks_behind_dashes(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { text-align: left; hyphens: none }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "photograph\u2014strong");
    struct par par = set(&b, p, 65);
    assert_int_equal(par.n, 2);
    assert_string_equal(text_of(&b, &par.lines[0]), "photograph\u2014");
    p = add_block(&b, DOC_PARAGRAPH, "well-known e-mail \u2026and");
    par = set(&b, p, 30);
    assert_int_equal(par.n, 4);
    assert_string_equal(text_of(&b, &par.lines[0]), "well-");
    assert_string_equal(text_of(&b, &par.lines[2]), "e-mail ");
    assert_string_equal(text_of(&b, &par.lines[3]), "\u2026and");
    close_bench(&b);
}

static void
breaks_addresses_in_need(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p = add_block(
        &b, DOC_PARAGRAPH,
        "See https://www.example.org/stories/chronic-pain.html?lang=en now.");
    struct par par = set(&b, p, 110);
    assert_string_equal(
        join(&b, &par),
        "See https://www.example.org/stories/chronic-pain.html?lang=en now.");
    for (size_t i = 0; i < par.n; i++) {
        const char *text = text_of(&b, &par.lines[i]);
        assert_false(par.lines[i].hyphenated);
        assert_int_equal(par.lines[i].overfull, 0);
        assert_false(str_ends(text, "https:") || str_ends(text, "https:/"));
    }
    close_bench(&b);
}

static void
divides_what_no_line_holds(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH, "an INCOMPREHENSIBILITIES of");
    struct par par = set(&b, p, 60);
    assert_string_equal(join(&b, &par), "an INCOMPREHENSIBILITIES of");
    for (size_t i = 0; i < par.n; i++)
        assert_int_equal(par.lines[i].overfull, 0);
    assert_true(has_message(&b, DIAG_WORD_BROKEN, "divided"));
    assert_int_equal(diag_message_at(b.diag, 0)->at.line, 7);
    p = add_block(&b, DOC_PARAGRAPH, "one\u00A0two\u00A0three\u00A0four");
    par = set(&b, p, 40);
    for (size_t i = 0; i + 1 < par.n; i++)
        assert_true(str_ends(text_of(&b, &par.lines[i]), "\u00A0"));
    close_bench(&b);
}

static void
reports_what_sticks_out(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "WWW");
    struct par par = set(&b, p, 5);
    assert_int_equal(par.n, 3);
    assert_true(par.lines[1].overfull > PANGO_SCALE);
    assert_true(has_message(&b, DIAG_LINE_OVERFULL, "pt"));
    close_bench(&b);
}

static void
reports_missing_glyphs_once(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH, "a \u1403 b \u1404 c \u1403");
    struct par par = set(&b, p, 200);
    missing_tell(&b.l);
    assert_int_equal(diag_count(b.diag, DIAG_NOTE), 1);
    assert_true(has_message(&b, DIAG_GLYPH_MISSING,
                            "U+1403 (\u1403), U+1404 (\u1404)"));
    assert_int_equal(diag_message_at(b.diag, 0)->at.line, 7);
    assert_string_equal(text_of(&b, &par.lines[0]), "a  b  c ");
    missing_tell(&b.l);
    assert_int_equal(diag_count(b.diag, DIAG_NOTE), 1);
    close_bench(&b);
}

static void
reports_a_missing_font_once(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "p { font-family: 'No Such Face'; font-size: 10pt }");
    set(&b, add_block(&b, DOC_PARAGRAPH, "one"), 200);
    set(&b, add_block(&b, DOC_PARAGRAPH, "two"), 200);
    assert_true(has_message(&b, DIAG_FONT_MISSING, "No Such Face"));
    size_t errors = 0;
    for (size_t i = 0; i < diag_count(b.diag, DIAG_NOTE); i++)
        errors += diag_message_at(b.diag, i)->id == DIAG_FONT_MISSING;
    assert_int_equal(errors, 1);
    close_bench(&b);
}

/* Hebrew, with figures and a Latin word that read from left to right. */
static void
orders_both_directions(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { direction: rtl; text-align: start }");
    struct doc_node *p = add_block(
        &b, DOC_PARAGRAPH, "\u05D0\u05D1\u05D2 word \u05D3\u05D4\u05D5");
    p->lang = "he";
    struct par par = set(&b, p, 200);
    assert_int_equal(par.n, 1);
    const struct par_line *line = &par.lines[0];
    assert_int_equal(line->left + line->width, 200 * PANGO_SCALE);
    /* runs in the order of reading, each to the left of the one before */
    size_t last = line->runs.n - 1;
    assert_true(line->runs.at[0].rtl && line->runs.at[last].rtl);
    assert_memory_equal(line->runs.at[0].text, "\u05D0", 2);
    assert_non_null(strstr(line->runs.at[last].text, "\u05D3"));
    assert_int_equal(line->runs.at[last].x, line->left);
    for (size_t i = 0; i < last; i++) {
        const struct layout_run *run = &line->runs.at[i];
        assert_false(run->rtl && run->text[0] == 'w');
        assert_int_equal(run[1].x + run[1].width, run->x);
    }
    close_bench(&b);
}

/* From right to left lines end at the left: there hangs what ends a word in
 * that direction, and nothing of one in the other. */
static void
hangs_signs_out_leftwards(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { direction: rtl; text-align: justify }");
    static const char *const words[] = {"\u05D0\u05D1\u05D2\u05D3, ", "mnoq, "};
    for (int latin = 0; latin < 2; latin++) {
        struct buf text;
        buf_init(&text, BUF_LIMIT_SMALL);
        for (int i = 0; i < 24; i++)
            buf_str(&text, words[latin]);
        buf_str(&text, "\u05D0");
        struct doc_node *p = add_block(&b, DOC_PARAGRAPH, text.at);
        p->lang = "he";
        buf_free(&text);
        struct par par = set(&b, p, 75);
        assert_true(par.n > 3);
        for (size_t i = 0; i + 1 < par.n; i++) {
            const struct par_line *line = &par.lines[i];
            int comma = 0;
            for (size_t r = 0; r < line->runs.n; r++)
                if (line->runs.at[r].text[0] == ',')
                    comma = line->runs.at[r].width;
            const struct layout_run *last = &line->runs.at[line->runs.n - 1];
            if (!latin) /* the space hangs out further */
                comma = last->glyphs[1].advance;
            assert_int_equal(line->left + line->width, 75 * PANGO_SCALE);
            assert_in_range(-line->left, comma * 59 / 100, comma * 60 / 100);
        }
    }
    close_bench(&b);
}

/* An isolate keeps its order and its signs to itself; an override turns its
 * letters (UAX #9). What opens and closes them has no glyph. */
static void
isolates_directions(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY "p { text-align: left }");
    struct doc_node *p = add_block(&b, DOC_PARAGRAPH, "\u05D0 ");
    p->lang = "he";
    struct doc_node *span = add_inline(&b, p, DOC_SPAN, "C++ (x)");
    span->dir = DOC_LTR;
    add_inline(&b, p, DOC_TEXT, NULL)->text = " \u05D1 ";
    struct doc_node *turned = add_inline(&b, p, DOC_SPAN, "ab");
    turned->dir = DOC_RTL;
    turned->override = true;
    struct par par = set(&b, p, 300);
    const struct par_line *line = &par.lines[0];
    int plus = 0, c = 0, open = 0;
    bool override = false;
    for (size_t i = 0; i < line->runs.n; i++) {
        const struct layout_run *run = &line->runs.at[i];
        const char *text = arena_strn(b.l.arena, run->text, run->bytes);
        assert_null(strstr(text, "\u2066"));
        assert_null(strstr(text, "\u2069"));
        if (str_starts(text, "C"))
            c = run->x;
        if (strstr(text, "+"))
            plus = run->x + run->width;
        if (strstr(text, "(") || strstr(text, "x"))
            open = run->x + run->width;
        override |= str_starts(text, "a") && run->rtl;
    }
    assert_true(c < plus && plus <= open);
    assert_true(override);
    close_bench(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_lines_to_the_unit),
        cmocka_unit_test(hangs_signs_out),
        cmocka_unit_test(remembers_words_as_they_were),
        cmocka_unit_test(counts_clusters),
        cmocka_unit_test(divides_ligatures),
        cmocka_unit_test(leaves_stray_soft_hyphens),
        cmocka_unit_test(fills_lines_behind_a_divided_ligature),
        cmocka_unit_test(collapses_white_space),
        cmocka_unit_test(keeps_preformatted_text),
        cmocka_unit_test(marks_runs),
        cmocka_unit_test(never_parts_a_mark_from_its_word),
        cmocka_unit_test(breaks_behind_dashes),
        cmocka_unit_test(breaks_addresses_in_need),
        cmocka_unit_test(divides_what_no_line_holds),
        cmocka_unit_test(reports_what_sticks_out),
        cmocka_unit_test(reports_missing_glyphs_once),
        cmocka_unit_test(reports_a_missing_font_once),
        cmocka_unit_test(orders_both_directions),
        cmocka_unit_test(hangs_signs_out_leftwards),
        cmocka_unit_test(isolates_directions),
    };
    return RUN_TESTS(tests);
}
