/* SPDX-License-Identifier: MIT */
/* A table whose columns have no room side by side, in parts: each has as many
 * of them as go, behind the first, which says what a row is about. */
#include "layout/table.h"

/* The first column's width where further parts repeat it, else 0: it must take
 * a third of the room at most, and no cell goes on from it. */
static int
lead_of(const struct table *t, int room)
{
    for (size_t i = 0; i < t->cells.n; i++)
        if (!t->cells.at[i].column && t->cells.at[i].columns > 1)
            return 0;
    int least = t->columns.at[0].ask.least;
    return least <= room / 3 ? least : 0;
}

static size_t
part_end(const struct table *t, size_t first, int room)
{
    size_t end = first;
    while (end < t->columns.n &&
           (end == first || t->columns.at[end].ask.least <= room)) {
        room -= t->columns.at[end].ask.least;
        end++;
    }
    return end;
}

/* The cell in the part's columns; a cell that goes on into the next part ends
 * with this one, and leaves its slots empty there. */
static void
take_cell(struct table *part, const struct table_cell *from, size_t first,
          size_t end, size_t lead)
{
    bool again = lead && from->column == 0;
    if (!again && (from->column < first || from->column >= end))
        return;
    struct table_cell *cell = vec_add(part->l->arena, &part->cells);
    *cell = *from;
    cell->again = again;
    cell->column = again ? 0 : from->column - first + lead;
    if (!again && from->column + from->columns > end)
        cell->columns = end - from->column;
}

static void
take_rows(const struct table *t, struct table *part, size_t first, size_t end,
          size_t lead)
{
    for (size_t r = 0; r < t->rows.n; r++) {
        const struct table_row *from = &t->rows.at[r];
        struct table_row *row = vec_add(part->l->arena, &part->rows);
        *row = *from;
        row->first_cell = part->cells.n;
        for (size_t c = from->first_cell; c < from->cell_end; c++)
            take_cell(part, &t->cells.at[c], first, end, lead);
        row->cell_end = part->cells.n;
    }
}

size_t
table_part(const struct table *t, size_t first, int room, struct table *part)
{
    int lead = first ? lead_of(t, room) : 0;
    size_t end = part_end(t, first, room - lead);
    *part = (struct table){.l = t->l,
                           .style = t->style,
                           .second = first > 0,
                           .tallest = t->tallest};
    if (lead)
        *vec_add(t->l->arena, &part->columns) = t->columns.at[0];
    for (size_t c = first; c < end; c++)
        *vec_add(t->l->arena, &part->columns) = t->columns.at[c];
    take_rows(t, part, first, end, lead > 0);
    struct table_column *last = &part->columns.at[part->columns.n - 1];
    if (end == first + 1 && last->ask.least > room - lead)
        last->ask.least = room - lead; /* its words are divided */
    table_join_rows(part);
    return end;
}
