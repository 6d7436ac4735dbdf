/* SPDX-License-Identifier: MIT */
/* Figures in a table's columns: a column that is set to the right and holds
 * numbers, perhaps with a unit, stands decimal under decimal (CSS Text Module
 * Level 4, clause 7.1, has text-align: "."; here the figures themselves ask for
 * it). */
#include "layout/table.h"

#include <string.h>

static const char *
skip_sign(const char *s)
{
    static const char *const signs[] = {"+", "-", "\xE2\x88\x92", "<", ">"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(s, signs[i]))
            return s + strlen(signs[i]);
    return s;
}

/* Whether what follows a number is its unit, one word without figures: "mg",
 * "µg/kg", "%"; or nothing. */
static bool
is_unit(const char *s)
{
    const char *end = s + strlen(s);
    bool glued = true;
    while (s < end) {
        const char *from = s;
        uint32_t c = utf8_next(&s, end);
        bool space = c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
        if (c == UTF8_BAD || str_is_digit(*from) || (space && !glued))
            return false;
        glued = glued && space;
    }
    return true;
}

/* What of a number stands behind its whole part: fraction, the point included,
 * and unit; "" where it has neither, NULL where the text is no number. Three
 * figures behind a point or comma are thousands, unless nothing but a zero
 * stands before them. */
static const char *
fraction_of(const char *s)
{
    s = skip_sign(s);
    const char *whole = s, *point = NULL;
    if (!str_is_digit(*s))
        return NULL;
    for (; str_is_digit(*s) || *s == '.' || *s == ','; s++)
        if (!str_is_digit(*s))
            point = s;
    if (!is_unit(s))
        return NULL;
    bool thousands =
        point && s - point == 4 && !(point == whole + 1 && *whole == '0');
    return point && !thousands ? point : s;
}

/* Whether the cell is set to the right: numbers are written from the left in
 * any direction of text. */
static bool
is_at_right(const struct style *style)
{
    return style->text_align == STYLE_RIGHT_ALIGN ||
           (style->text_align == STYLE_END && !style->rtl);
}

/* A cell's fraction as it is measured, or NULL where it takes no part. */
static const char *
cell_fraction(struct table *t, const struct table_cell *cell)
{
    if (cell->columns > 1 || t->rows.at[cell->row].head ||
        !is_at_right(cell->style))
        return NULL;
    struct arena *a = t->l->arena;
    return fraction_of(str_fold_space(a, doc_text(a, cell->node)));
}

static int
fraction_width(struct table *t, const struct table_cell *cell,
               const char *fraction)
{
    if (!*fraction)
        return 0;
    struct layout_mark mark = {.role = LAYOUT_ARTIFACT};
    return par_text(t->l, fraction, doc_lang(t->l->book, cell->node),
                    cell->style, mark, 0)
        .width;
}

void
table_align_figures(struct table *t)
{
    int *widest = ARENA_ARRAY(t->l->arena, int, t->columns.n);
    int *widths = ARENA_ARRAY(t->l->arena, int, t->cells.n);
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct table_cell *cell = &t->cells.at[i];
        const char *fraction = cell_fraction(t, cell);
        widths[i] = fraction ? fraction_width(t, cell, fraction) : -1;
        if (widths[i] > widest[cell->column])
            widest[cell->column] = widths[i];
    }
    for (size_t i = 0; i < t->cells.n; i++)
        if (widths[i] >= 0)
            t->cells.at[i].shift = widest[t->cells.at[i].column] - widths[i];
}
