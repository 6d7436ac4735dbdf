/* SPDX-License-Identifier: MIT */
/* Paragraphs: what stands in each line, and where. */
#include <pango/pango.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "layout/layout_int.h"

#include "unit.h"

#define BODY                                                                   \
    "p, h2 { font-family: 'Linux Libertine O'; font-size: 10pt;"               \
    " line-height: 14pt; text-align: justify; hyphens: auto }"
#define SHY "\xC2\xAD"

struct bench {
    struct doc_book *book;
    struct doc_node *article;
    struct diag *diag;
    struct style_sheet *sheet;
    struct style_fonts *fonts;
    struct layout_options options;
    struct layout l;
};

static void
open_bench(struct bench *b, const char *css)
{
    char path[] = "/tmp/fascicle-par-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, css, strlen(css)), (ssize_t)strlen(css));
    close(file);
    *b = (struct bench){.book = doc_new(), .diag = diag_new()};
    b->book->lang = "en-US";
    b->article = doc_add(b->book, b->book->root, DOC_ARTICLE, NULL);
    struct style_source source = {path, "test.css"};
    b->sheet = style_read(&source, 1, b->diag);
    unlink(path);
    assert_non_null(b->sheet);
    b->fonts = style_fonts_open("fonts", b->diag);
    b->options = (struct layout_options){.hyphen_dir = "hyphen"};
    b->l = (struct layout){.book = b->book,
                           .sheet = b->sheet,
                           .options = &b->options,
                           .diag = b->diag,
                           .lasting = arena_new(),
                           .arena = arena_new()};
    layout_fonts_open(&b->l, style_fonts_map(b->fonts));
}

static void
close_bench(struct bench *b)
{
    layout_fonts_close(&b->l);
    arena_free(b->l.arena);
    arena_free(b->l.lasting);
    style_fonts_free(b->fonts);
    style_free(b->sheet);
    diag_free(b->diag);
    doc_free(b->book);
}

static struct doc_node *
add_block(struct bench *b, enum doc_kind kind, const char *text)
{
    struct place at = {"a.md", 7, 1};
    struct doc_node *node = doc_node_new(b->book, kind, at);
    doc_append(b->article, node);
    if (text)
        doc_add_text(b->book, node, text);
    return node;
}

static struct doc_node *
add_inline(struct bench *b, struct doc_node *parent, enum doc_kind kind,
           const char *text)
{
    struct doc_node *node = doc_add(b->book, parent, kind, NULL);
    if (text)
        doc_add_text(b->book, node, text);
    return node;
}

static const struct style *
style_at(struct bench *b, const struct doc_node *node)
{
    const struct style *root = style_of(b->sheet, b->book->root, NULL);
    const struct style *above = style_of(b->sheet, b->article, root);
    return style_of(b->sheet, node, above);
}

static struct par_source
source_of(struct bench *b, struct doc_node *node, int points)
{
    return (struct par_source){.block = node,
                               .first = node->first,
                               .style = style_at(b, node),
                               .measure = points * PANGO_SCALE,
                               .mark = {.node = node}};
}

static struct par
set(struct bench *b, struct doc_node *node, int points)
{
    struct par_source source = source_of(b, node, points);
    return par_set(&b->l, &source);
}

/* The text of a line, run by run as they stand. */
static const char *
text_of(struct bench *b, const struct par_line *line)
{
    struct buf out;
    buf_init(&out, BUF_LIMIT_SMALL);
    for (size_t i = 0; i < line->runs.n; i++)
        buf_add(&out, line->runs.at[i].text, line->runs.at[i].bytes);
    const char *text = arena_strn(b->l.arena, out.at ? out.at : "", out.n);
    buf_free(&out);
    return text;
}

static const char *
join(struct bench *b, const struct par *par)
{
    struct buf out;
    buf_init(&out, BUF_LIMIT_SMALL);
    for (size_t i = 0; i < par->n; i++) {
        const char *text = text_of(b, &par->lines[i]);
        size_t n = strlen(text);
        bool shy = n > 1 && strcmp(text + n - 2, SHY) == 0;
        buf_add(&out, text, shy ? n - 2 : n);
    }
    const char *text = arena_strn(b->l.arena, out.at ? out.at : "", out.n);
    buf_free(&out);
    return text;
}

/* Where the ink's advance ends: the space at the end hangs out. */
static int
right_of(const struct par_line *line)
{
    const struct layout_run *run = &line->runs.at[line->runs.n - 1];
    int right = run->x + run->width;
    if (run->bytes && run->text[run->bytes - 1] == ' ')
        right -= run->glyphs[run->glyph_count - 1].advance;
    return right;
}

static bool
has_message(struct bench *b, enum diag_id id, const char *part)
{
    diag_sort(b->diag);
    for (size_t i = 0; i < diag_count(b->diag, DIAG_NOTE); i++) {
        const struct diag_message *m = diag_message_at(b->diag, i);
        if (m->id == id && strstr(m->text, part))
            return true;
    }
    return false;
}

/* What hangs out at the end of a line: half a hyphen, most of a stop, nothing
 * of a letter with an upright stem. */
static int
hang_of(const struct par_line *line, const char *text)
{
    const struct layout_run *run = &line->runs.at[line->runs.n - 1];
    size_t n = strlen(text);
    if (line->hyphenated)
        return run->glyphs[run->glyph_count - 1].advance / 2;
    int advance = run->glyphs[run->glyph_count - 2].advance;
    int part = strchr(".,", text[n - 2])          ? 60
               : strchr("kFLrtvwxy", text[n - 2]) ? 5
               : text[n - 2] == '-'               ? 50
                                                  : 0;
    return advance * part / 100;
}

#define PROSE                                                                  \
    "Chronic pain does not announce itself as life-changing. It erodes "       \
    "gradually, stealing one thing at a time until you look up and realize "   \
    "everything is gone. The medical terminology accumulated, but none of it " \
    "led to effective treatment for the authentic difficulties."

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
            assert_int_equal(run->stretch == 1, 1);
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
    assert_int_equal(set(&b, h, 30).n, 1);
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
        assert_int_equal(par.n, 1);
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
    par = set(&b, p, 12);
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
reports_what_sticks_out(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, BODY);
    struct doc_node *p =
        add_block(&b, DOC_PARAGRAPH, "an INCOMPREHENSIBILITIES of");
    struct par par = set(&b, p, 60);
    assert_int_equal(par.n, 3);
    assert_true(par.lines[1].overfull > 20 * PANGO_SCALE);
    assert_true(has_message(&b, DIAG_LINE_OVERFULL, "pt"));
    assert_int_equal(diag_message_at(b.diag, 0)->at.line, 7);
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
    assert_int_equal(diag_count(b.diag, DIAG_NOTE), 1);
    assert_true(has_message(&b, DIAG_GLYPH_MISSING,
                            "U+1403 (\u1403), U+1404 (\u1404)"));
    assert_int_equal(diag_message_at(b.diag, 0)->at.line, 7);
    assert_string_equal(text_of(&b, &par.lines[0]), "a  b  c ");
    set(&b, p, 100);
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
label_of(void *with, const struct doc_node *target)
{
    (void)target;
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
    int least = 0, most = 0;
    par_widths(&b.l, &source, &least, &most);
    struct par line = par_set(&b.l, &source);
    assert_int_equal(most, line.lines[0].width);
    source.measure = least;
    struct par narrow = par_set(&b.l, &source);
    assert_int_equal(narrow.n, 3);
    for (size_t i = 0; i < narrow.n; i++)
        assert_int_equal(narrow.lines[i].overfull, 0);
    assert_int_equal(narrow.lines[1].width, least);
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
        cmocka_unit_test(fills_lines_to_the_unit),
        cmocka_unit_test(hangs_signs_out),
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
        cmocka_unit_test(reports_what_sticks_out),
        cmocka_unit_test(reports_missing_glyphs_once),
        cmocka_unit_test(reports_a_missing_font_once),
        cmocka_unit_test(orders_both_directions),
        cmocka_unit_test(hangs_space_out_left),
        cmocka_unit_test(draws_leaders),
        cmocka_unit_test(shortens_running_heads),
        cmocka_unit_test(measures_columns),
        cmocka_unit_test(balances_titles),
        cmocka_unit_test(sets_drop_caps),
        cmocka_unit_test(words_with_drop_caps_are_whole),
        cmocka_unit_test(divided_runs_stay_where_they_were),
        cmocka_unit_test(styles_first_lines),
        cmocka_unit_test(draws_decorations),
    };
    return RUN_TESTS(tests);
}
