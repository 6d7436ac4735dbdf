/* SPDX-License-Identifier: MIT */
/* Drop caps: CSS Inline Layout Level 3, clause 7. The capital's top is level
 * with the capitals of the first line, its foot stands on the last line's
 * baseline, its ink begins at the margin. */
#include "layout/par_int.h"

enum { GAP_PARTS = 10 }; /* the gap behind is a tenth of the text's em */

/* Opening marks, the letter and its accents. */
static size_t
initial_bytes(const struct text *text)
{
    const char *p = text->at, *end = text->at + text->n;
    bool letter = false;
    while (p < end) {
        const char *at = p;
        uint32_t c = utf8_next(&p, end);
        bool opens = g_unichar_ispunct(c);
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

/* The style in the size whose capitals reach over so many lines. */
static const struct style *
sized(struct layout *l, const struct style *style, const struct style *block)
{
    struct style_font *font = style_font_of(l, style);
    if (font->sized)
        return font->sized;
    PangoRectangle large, small;
    if (!ink_of(l, "H", style, &large) || !ink_of(l, "H", block, &small))
        return NULL;
    int64_t height =
        (int64_t)(style->initial_lines - 1) * block->line_height + small.height;
    struct style *copy = ARENA_NEW(l->lasting, struct style);
    *copy = *style;
    copy->font_size = (int)(height * style->font_size / large.height);
    copy->letter_spacing = 0;
    copy->vertical_align = STYLE_BASELINE;
    return font->sized = copy;
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
    *out = (struct initial){.lines = style->initial_lines,
                            .bytes = initial_bytes(text)};
    style = out->bytes ? sized(l, style, source->style) : NULL;
    if (!style)
        return false;
    const struct inline_box *box = &text->boxes.at[first->box];
    out->line = par_text(l, arena_strn(a, text->at, out->bytes), box->lang,
                         style, box->mark, 0);
    out->width = out->line.width + source->style->font_size / GAP_PARTS;
    return out->line.runs.n && out->width < source->measure / 2;
}

/* How far the first glyph's ink is from where its advance begins. */
static int
bearing(const struct layout_run *run)
{
    PangoRectangle ink;
    pango_font_get_glyph_extents(run->font->font, run->glyphs[0].glyph, &ink,
                                 NULL);
    return ink.x;
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
    if (source->style->rtl)
        left = source->measure - initial->line.width;
    else
        left = -bearing(&initial->line.runs.at[0]);
    made.runs.at = NULL;
    made.runs.n = made.runs.room = 0;
    for (size_t i = 0; i < initial->line.runs.n; i++) {
        struct layout_run *run = vec_add(l->arena, &made.runs);
        *run = initial->line.runs.at[i];
        run->x += left;
        run->y += down;
        run->line_end = false;
    }
    for (size_t i = 0; i < first->runs.n; i++)
        *vec_add(l->arena, &made.runs) = first->runs.at[i];
    *first = made;
}
