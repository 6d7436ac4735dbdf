/* SPDX-License-Identifier: MIT */
/* Tables that are wider than a telephone. Browsers give a column what its
 * longest word needs, and what is wider than the page is cut off there: such
 * a table gets columns of fixed shares, in which words may be divided. */
#include "epub/xhtml_int.h"

#include <string.h>

#define MOST_COLUMNS 256

/* Hundredths of an em of the table's letters, about. */
enum {
    LETTER = 50,
    IDEOGRAPH = 100,
    PICTURE = 400,
    PADDING = 120,
    PHONE = 2000,   /* what a small telephone shows beside its margins */
    TIGHT = 2800,   /* and with smaller letters */
    LONGEST = 1000, /* the most that a column gets for one word */
    FOR_PROSE = 600 /* and for its long texts */
};

struct column {
    int word; /* the longest */
    int text; /* of the longest cell */
    int left; /* rows that a cell above still takes */
};

struct grid {
    struct column at[MOST_COLUMNS];
    int n;
};

static int
greater(int a, int b)
{
    return a > b ? a : b;
}

static int
smaller(int a, int b)
{
    return a < b ? a : b;
}

static bool
may_break_after(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '-' || c == 0xAD ||
           c == 0x200B || (c >= 0x2010 && c <= 0x2014 && c != 0x2011) ||
           c >= 0x2E80;
}

static int
width_of(uint32_t c)
{
    if (c >= 0x2E80)
        return IDEOGRAPH;
    if (c >= 0x80)
        return LETTER;
    if (strchr("mwMW@%", (int)c))
        return LETTER * 8 / 5;
    if (strchr("fijlrt.,:;'!|()", (int)c))
        return LETTER * 3 / 5;
    return c >= 'A' && c <= 'Z' ? LETTER * 4 / 3 : LETTER;
}

/* The longest word of a cell; all of it to `all`. */
static int
longest_word(const struct doc_node *cell, int *all)
{
    int longest = 0, word = 0;
    *all = 0;
    for (const struct doc_node *n = cell; n; n = doc_next(n, cell)) {
        if (n->kind == DOC_LINE_BREAK)
            word = 0;
        if (n->kind == DOC_IMAGE)
            word = greater(word, PICTURE);
        longest = greater(longest, word);
        if (n->kind != DOC_TEXT && n->kind != DOC_CODE)
            continue;
        const char *p = n->text, *end = p + strlen(p);
        while (p < end && *all < PHONE * 100) {
            uint32_t c = utf8_next(&p, end);
            int width = width_of(c);
            word += width;
            *all += width;
            longest = greater(longest, word);
            if (may_break_after(c))
                word = 0;
        }
    }
    return longest;
}

/* Takes a row's cells into the columns where they stand. */
static void
add_row(struct grid *g, const struct doc_node *row)
{
    int at = 0;
    doc_each_child (cell, row) {
        while (at < g->n && g->at[at].left > 0)
            g->at[at++].left--;
        int span = cell->kind == DOC_CELL ? cell->cell->colspan : 1;
        int rows = cell->kind == DOC_CELL ? cell->cell->rowspan : 1;
        int all, word = longest_word(cell, &all);
        if (cell->kind == DOC_CELL && cell->cell->header)
            word += word / 5; /* it is bold */
        for (int i = 0; i < span && at < MOST_COLUMNS; i++, at++) {
            struct column *c = &g->at[at];
            g->n = greater(g->n, at + 1);
            c->word = greater(c->word, word / span);
            c->text = greater(c->text, all / span);
            c->left = rows - 1;
        }
    }
    for (; at < g->n; at++)
        if (g->at[at].left > 0)
            g->at[at].left--;
}

static struct grid
grid_of(const struct doc_node *table)
{
    struct grid g = {.n = 0};
    doc_each_child (group, table)
        doc_each_child (row, group)
            if (row->kind == DOC_ROW)
                add_row(&g, row);
    return g;
}

const char *
xhtml_width_class(const struct doc_node *table)
{
    struct grid g = grid_of(table);
    int all = 0;
    for (int i = 0; i < g.n; i++)
        all += smaller(g.at[i].word, LONGEST) + PADDING;
    return all <= PHONE ? NULL : all <= TIGHT ? "wide" : "wide widest";
}

void
xhtml_columns(struct xhtml *w, const struct doc_node *table)
{
    struct grid g = grid_of(table);
    int64_t all = 0, share[MOST_COLUMNS];
    for (int i = 0; i < g.n; i++) {
        share[i] = PADDING / 2 + smaller(g.at[i].word, LONGEST) +
                   smaller(g.at[i].text / 8, FOR_PROSE);
        all += share[i];
    }
    xml_line(w->x);
    xml_start(w->x, "colgroup");
    for (int i = 0; i < g.n; i++) {
        int tenths = (int)(share[i] * 1000 / all);
        xml_start(w->x, "col");
        xml_attr(
            w->x, "style",
            arena_printf(w->arena, "width: %d.%d%%", tenths / 10, tenths % 10));
        xml_end(w->x);
    }
    xml_end(w->x);
}
