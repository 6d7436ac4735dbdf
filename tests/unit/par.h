/* SPDX-License-Identifier: MIT */
/* A bench for tests of paragraphs: one stylesheet, the repository's fonts, and
 * blocks to set. */
#ifndef PAR_H
#define PAR_H

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

static inline void
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
                           .fonts = b->fonts,
                           .options = &b->options,
                           .diag = b->diag,
                           .lasting = arena_new(),
                           .arena = arena_new()};
    layout_fonts_open(&b->l, style_fonts_map(b->fonts));
}

static inline void
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

static inline struct doc_node *
add_block(struct bench *b, enum doc_kind kind, const char *text)
{
    struct place at = {"a.md", 7, 1};
    struct doc_node *node = doc_node_new(b->book, kind, at);
    doc_append(b->article, node);
    if (text)
        doc_add_text(b->book, node, text);
    return node;
}

static inline struct doc_node *
add_inline(struct bench *b, struct doc_node *parent, enum doc_kind kind,
           const char *text)
{
    struct doc_node *node = doc_add(b->book, parent, kind, NULL);
    if (text)
        doc_add_text(b->book, node, text);
    return node;
}

static inline const struct style *
style_at(struct bench *b, const struct doc_node *node)
{
    const struct style *root = style_of(b->sheet, b->book->root, NULL);
    const struct style *above = style_of(b->sheet, b->article, root);
    return style_of(b->sheet, node, above);
}

static inline struct par_source
source_of(struct bench *b, struct doc_node *node, int points)
{
    return (struct par_source){.block = node,
                               .first = node->first,
                               .style = style_at(b, node),
                               .measure = points * PANGO_SCALE,
                               .mark = {.node = node}};
}

static inline struct par
set(struct bench *b, struct doc_node *node, int points)
{
    struct par_source source = source_of(b, node, points);
    return par_set(&b->l, &source);
}

/* The text of a line, run by run as they stand. */
static inline const char *
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

static inline const char *
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
static inline int
right_of(const struct par_line *line)
{
    const struct layout_run *run = &line->runs.at[line->runs.n - 1];
    int right = run->x + run->width;
    if (run->bytes && run->text[run->bytes - 1] == ' ')
        right -= run->glyphs[run->glyph_count - 1].advance;
    return right;
}

static inline bool
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
static inline int
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

#endif
