/* SPDX-License-Identifier: MIT */
/* Drop caps: CSS Inline Layout Level 3, clause 7. The capital's top is level
 * with the capitals of the first line, its foot stands on the last line's
 * baseline, its ink begins at the margin. */
#include <string.h>

#include "layout/par_int.h"

enum { GAP_PARTS = 10 }; /* the gap behind is a tenth of the text's em */

/* Opening marks, the letter and its accents. */
size_t
initial_bytes(const struct text *text)
{
    const char *p = text->at, *end = text->at + text->n;
    bool letter = false;
    while (p < end) {
        const char *at = p;
        uint32_t c = utf8_next(&p, end);
        bool opens = g_unichar_ispunct(c);
        if (!letter && !opens && !script_has_initials(c))
            return 0;
        if (letter ? !g_unichar_ismark(c) : !opens && !g_unichar_isalnum(c))
            return letter ? (size_t)(at - text->at) : 0;
        letter |= !opens;
    }
    return 0; /* a letter alone opens nothing */
}

/* The ink of a string's first glyph in a style. */
static bool
ink_of(struct layout *l, const char *s, const struct style *style,
       PangoRectangle *ink)
{
    struct par_line line =
        par_text(l, s, "und", style, (struct layout_mark){0}, 0);
    if (!line.runs.n || !line.runs.at[0].glyph_count)
        return false;
    pango_font_get_glyph_extents(line.runs.at[0].font->font,
                                 line.runs.at[0].glyphs[0].glyph, ink, NULL);
    return ink->height > 0;
}

/* The style in the size in which letters as high as `like` reach over so many
 * lines. */
static const struct style *
size_like(struct layout *l, const char *like, const struct style *style,
          const struct style *block)
{
    PangoRectangle large, small;
    if (!ink_of(l, like, style, &large) || !ink_of(l, like, block, &small))
        return NULL;
    int64_t height =
        (int64_t)(style->initial_lines - 1) * block->line_height + small.height;
    struct style *copy = ARENA_NEW(l->lasting, struct style);
    *copy = *style;
    copy->font_size = (int)(height * style->font_size / large.height);
    copy->letter_spacing = 0;
    copy->vertical_align = STYLE_BASELINE;
    return copy;
}

/* Capitals are alike; letters of Hebrew are lower than those of Latin. */
static const struct style *
sized(struct layout *l, const char *letter, const struct style *style,
      const struct style *block)
{
    if (str_directions(letter, true) == STR_RTL)
        return size_like(l, "ה", style, block);
    struct style_font *font = style_font_of(l, style);
    if (!font->sized)
        font->sized = size_like(l, "H", style, block);
    return font->sized;
}

static bool
begins_blank(const char *s, size_t n)
{
    const char *end = s + n;
    return n && g_unichar_isspace(utf8_next(&s, end));
}

/* What stands behind it in the text. */
static void
find_neighbour(const struct text *text, struct initial *out)
{
    const char *next = text->at + out->bytes;
    size_t n = text->n - out->bytes;
    out->apart = begins_blank(next, n);
    out->joined =
        n && !out->apart && strncmp(next, TEXT_OBJECT, TEXT_STANDIN) != 0;
}

/* Whether a link holds no more text than the letter; what is clicked, and what
 * it says, stands on the line. */
static bool
is_whole_link(const struct text *text, size_t bytes)
{
    const struct span *first = &text->spans.at[0];
    for (int box = first->box; box != BOX_NONE;
         box = text->boxes.at[box].parent)
        if (text->boxes.at[box].node &&
            text->boxes.at[box].node->kind == DOC_LINK)
            return first->end <= bytes;
    return false;
}

/* How far the first letter's ink is from where its advance begins. */
static int
bearing(const struct layout_run *run)
{
    PangoRectangle ink;
    size_t first = run->rtl ? run->glyph_count - 1 : 0;
    const struct layout_glyph *glyph = &run->glyphs[first];
    pango_font_get_glyph_extents(run->font->font, glyph->glyph, &ink, NULL);
    return run->rtl ? glyph->advance - ink.x - ink.width : ink.x;
}

/* Whether it reaches into the line below that on which it stands, as J and Q
 * do in many faces. */
static bool
reaches_down(const struct initial *initial, const struct style *block)
{
    int free = block->line_height - block->font_size * 3 / 4, depth = 0;
    for (size_t i = 0; i < initial->line.runs.n; i++) {
        const struct layout_run *run = &initial->line.runs.at[i];
        for (size_t g = 0; g < run->glyph_count; g++) {
            PangoRectangle ink;
            pango_font_get_glyph_extents(run->font->font, run->glyphs[g].glyph,
                                         &ink, NULL);
            int reach = ink.y + ink.height + run->glyphs[g].y;
            depth = reach > depth ? reach : depth;
        }
    }
    return depth > free;
}

bool
initial_make(struct layout *l, struct arena *a, const struct par_source *source,
             const struct text *text, struct initial *out)
{
    if (!l->sheet || source->first != source->block->first || !text->n)
        return false;
    const struct style *style = style_pseudo_of(
        l->sheet, source->block, STYLE_FIRST_LETTER, source->style);
    const struct span *first = &text->spans.at[0];
    if (!style || style->initial_lines < 2 || first->kind != SPAN_TEXT)
        return false;
    *out = (struct initial){
        .lines = style->initial_lines,
        .bytes = initial_bytes(text),
        .start = {.node = first->node, .inside = first->node->text != NULL}};
    if (!out->bytes || is_whole_link(text, out->bytes))
        return false;
    const char *letter = arena_strn(a, text->at, out->bytes);
    style = sized(l, letter, style, source->style);
    if (!style)
        return false;
    const struct inline_box *box = &text->boxes.at[first->box];
    out->line = par_text(l, letter, box->lang, style, box->mark, 0);
    out->width = out->line.width + source->style->font_size / GAP_PARTS;
    if (out->line.runs.n) {
        int over = bearing(&out->line.runs.at[0]);
        out->width -= over < 0 ? over : 0; /* its ink begins at the margin */
    }
    out->beside = out->lines + reaches_down(out, source->style);
    find_neighbour(text, out);
    return out->line.runs.n && out->width < source->measure / 2;
}

/* How many of a run's bytes stand before white space, but for what of it the
 * run begins with. */
static size_t
word_bytes(const struct layout_run *run)
{
    const char *p = run->text, *end = run->text + run->bytes;
    bool word = false;
    while (p < end) {
        const char *at = p;
        bool space = g_unichar_isspace(utf8_next(&p, end));
        if (space && word)
            return (size_t)(at - run->text);
        word |= !space;
    }
    return run->bytes;
}

/* Divides a left-to-right run behind its first n bytes; false where no cluster
 * ends there or nothing would be left. */
static bool
divide(const struct layout_run *run, size_t n, struct layout_run *head,
       struct layout_run *tail)
{
    size_t bytes = 0, glyphs = 0, clusters = 0;
    for (; clusters < run->cluster_count && bytes < n; clusters++) {
        bytes += run->clusters[clusters].bytes;
        glyphs += run->clusters[clusters].glyphs;
    }
    if (bytes != n || n >= run->bytes)
        return false;
    *head = *tail = *run;
    head->bytes = n;
    head->cluster_count = clusters;
    head->glyph_count = glyphs;
    head->width = 0;
    for (size_t i = 0; i < glyphs; i++)
        head->width += head->glyphs[i].advance;
    head->line_end = head->line_broken = false;
    head->line = NULL;
    tail->text += n;
    tail->bytes -= n;
    tail->clusters += clusters;
    tail->cluster_count -= clusters;
    tail->glyphs += glyphs;
    tail->glyph_count -= glyphs;
    tail->x += head->width;
    tail->width -= head->width;
    for (size_t i = 0; i < tail->glyph_count; i++)
        tail->glyphs[i].x -= head->width;
    return true;
}

/* What the letter and the run behind it say. */
static const char *
said_by(struct layout *l, const struct initial *initial,
        const struct layout_run *word)
{
    const char *said = "";
    for (size_t i = 0; i < initial->line.runs.n; i++) {
        const struct layout_run *run = &initial->line.runs.at[i];
        said =
            arena_printf(l->arena, "%s%.*s", said, (int)run->bytes, run->text);
    }
    bool space = initial->apart && !begins_blank(word->text, word->bytes);
    return arena_printf(l->arena, "%s%s%.*s", said, space ? " " : "",
                        (int)word->bytes, word->text);
}

static bool
is_one_sign(const char *s, size_t n)
{
    const char *end = s + n;
    return n && utf8_next(&s, end) != UTF8_BAD && s == end;
}

/* From right to left the rest of the word has the letter itself before it, on
 * a glyph that leaves no ink: poppler takes what a span says as it stands from
 * the left. */
static void
say_from_right(struct layout *l, struct layout_run *letter,
               struct layout_run *word)
{
    static const char nothing[] = "";
    size_t glyphs = word->glyph_count, clusters = word->cluster_count;
    if (!is_one_sign(letter->text, letter->bytes) ||
        !pango_font_has_char(word->font->font, 0x200B))
        return;
    struct layout_glyph *g =
        ARENA_ARRAY(l->arena, struct layout_glyph, glyphs + 1);
    struct layout_cluster *c =
        ARENA_ARRAY(l->arena, struct layout_cluster, clusters + 1);
    memcpy(g, word->glyphs, glyphs * sizeof *g);
    memcpy(c + 1, word->clusters, clusters * sizeof *c);
    g[glyphs] = (struct layout_glyph){PANGO_GLYPH_EMPTY, word->width, 0, 0};
    c[0] = (struct layout_cluster){(uint16_t)letter->bytes, 1};
    word->text = arena_printf(l->arena, "%.*s%.*s", (int)letter->bytes,
                              letter->text, (int)word->bytes, word->text);
    word->bytes += letter->bytes;
    word->glyphs = g;
    word->clusters = c;
    word->glyph_count++;
    word->cluster_count++;
    letter->mark.actual = nothing;
}

/* Programs that read text by its place, and heed what spans say, find a large
 * letter on the line on which it stands, its word without it. So the letter
 * says nothing, and what is left of the word says all of it; of a word of one
 * letter, the next word does. Others read the letter and then the rest: behind
 * a word of one letter they need a space. */
static void
say_together(struct layout *l, const struct initial *initial,
             struct par_line *line, bool rtl)
{
    static const char nothing[] = "";
    size_t letters = initial->line.runs.n;
    if (line->runs.n == letters || (!initial->apart && !initial->joined))
        return;
    struct layout_run word = line->runs.at[letters], rest;
    if (initial->apart && !begins_blank(word.text, word.bytes))
        line->runs.at[letters - 1].line_broken = true;
    rtl = rtl && word.rtl && line->runs.at[0].rtl;
    if (rtl && letters == 1 && initial->joined)
        say_from_right(l, &line->runs.at[0], &line->runs.at[1]);
    if (word.rtl || line->runs.at[0].rtl)
        return;
    if (divide(&line->runs.at[letters], word_bytes(&word), &word, &rest)) {
        vec_add(l->arena, &line->runs);
        struct layout_run *next = &line->runs.at[letters + 1];
        memmove(next + 1, next, (line->runs.n - letters - 2) * sizeof *next);
        *next = rest;
    }
    for (size_t i = 0; i < letters; i++)
        line->runs.at[i].mark.actual = nothing;
    word.mark.actual = said_by(l, initial, &word);
    line->runs.at[letters] = word;
}

void
initial_place(struct layout *l, const struct initial *initial,
              const struct par_source *source, struct par *par)
{
    struct par_line *first = &par->lines[0];
    struct par_line made = *first;
    int down = 0, left = 0;
    for (int i = 1; i < initial->lines; i++)
        down += par->lines[i - 1].descent + par->lines[i].ascent;
    int hang = bearing(&initial->line.runs.at[0]);
    if (source->style->rtl)
        left = source->measure - initial->line.width + hang;
    else
        left = -hang;
    made.start = initial->start;
    made.runs.at = NULL;
    made.runs.n = made.runs.room = 0;
    for (size_t i = 0; i < initial->line.runs.n; i++) {
        struct layout_run *run = vec_add(l->arena, &made.runs);
        *run = initial->line.runs.at[i];
        run->x += left;
        run->y += down;
        run->line_end = !first->runs.n && i + 1 == initial->line.runs.n;
        run->line_broken = run->line_end && first->forced;
    }
    for (size_t i = 0; i < first->runs.n; i++)
        *vec_add(l->arena, &made.runs) = first->runs.at[i];
    say_together(l, initial, &made, source->style->rtl);
    *first = made;
}
