/* SPDX-License-Identifier: MIT */
/* Columns' widths so that the table is as low as it can be: where cells wrap,
 * width goes from columns that can miss it to those that save lines with it.
 * CSS 2.1, clause 17.5.2.2, looks at each column's longest cell alone, and one
 * long answer would squeeze all the questions beside it. */
#include "layout/table.h"

enum {
    MOST_WORK = 40000, /* cells times pairs of columns */
    ROUNDS = 40,
    FIRST_PART = 8, /* of the table's width, is moved at first */
    PARTS = 5       /* and the half of it, so many times */
};

/* About how many lines a cell takes in its column. */
static int64_t
lines_of(const struct table *t, const struct table_cell *cell)
{
    int edges = table_cell_edges(cell, t->width) + cell->shift;
    int64_t text = cell->ask.most - edges;
    int64_t room = t->columns.at[cell->column].width - edges;
    if (text <= room)
        return text > 0;
    /* Ragged lines end half a long word short. */
    int64_t used = room - cell->style->font_size * 3 / 2;
    if (used < room / 2)
        used = room / 2;
    return 1 + (text - room + used - 1) / (used > 0 ? used : 1);
}

/* The height of all rows, about, and by much less how unlike the cells' own
 * heights are. */
static int64_t
height_of(const struct table *t)
{
    int64_t sum = 0, all = 0;
    for (size_t r = 0; r < t->rows.n; r++) {
        const struct table_row *row = &t->rows.at[r];
        int64_t most = 0;
        for (size_t c = row->first_cell; c < row->cell_end; c++) {
            const struct table_cell *cell = &t->cells.at[c];
            if (cell->columns > 1)
                continue;
            int64_t height = lines_of(t, cell) * cell->style->line_height;
            most = height > most ? height : most;
            all += height;
        }
        sum += most;
    }
    return sum * 8 + all;
}

/* Moves width where that is worth the most; false where it is nowhere. */
static bool
move(struct table *t, int by, int64_t *height)
{
    struct table_column *columns = t->columns.at, *from = NULL, *to = NULL;
    for (size_t a = 0; a < t->columns.n; a++)
        for (size_t b = 0; b < t->columns.n; b++) {
            if (a == b || columns[a].width - by < columns[a].ask.least)
                continue;
            columns[a].width -= by;
            columns[b].width += by;
            int64_t now = height_of(t);
            columns[a].width += by;
            columns[b].width -= by;
            if (now >= *height)
                continue;
            *height = now;
            from = &columns[a];
            to = &columns[b];
        }
    if (!from)
        return false;
    from->width -= by;
    to->width += by;
    return true;
}

void
table_balance(struct table *t)
{
    size_t n = t->columns.n;
    if (n < 2 || n * n * t->cells.n > MOST_WORK)
        return;
    int64_t height = height_of(t);
    int by = t->width / FIRST_PART;
    for (int part = 0; part < PARTS; part++, by /= 2)
        for (int i = 0; i < ROUNDS && move(t, by, &height); i++)
            ;
}
