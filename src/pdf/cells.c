/* SPDX-License-Identifier: MIT */
/* Which header cells speak for a table's cells (ISO 32000-1, 14.8.5.7). What
 * Scope alone can't tell, spans and headers of several levels, Headers does,
 * found as HTML finds them (HTML, 4.9.12.2): for each cell the headers above
 * and before it. */
#include <stdlib.h>

#include "pdf/pdf_int.h"

static bool
in_head(const struct doc_node *cell)
{
    return doc_above(cell, DOC_TABLE_HEAD) != NULL;
}

bool
pdf_is_header(const struct doc_node *cell)
{
    return cell->cell->header || in_head(cell);
}

/* Rows that each column is still taken for by cells above. */
struct columns {
    struct arena *arena;
    VEC(int) taken;
};

static int *
column(struct columns *c, int i)
{
    while (c->taken.n <= (size_t)i)
        *vec_add(c->arena, &c->taken) = 0;
    return &c->taken.at[i];
}

/* Puts a row's cells where there is room. */
static void
place_row(struct pdf_tree *t, struct columns *c, const struct doc_node *row,
          int at)
{
    int x = 0;
    doc_each_child (n, row) {
        if (n->kind != DOC_CELL)
            continue;
        while (*column(c, x))
            x++;
        *vec_add(t->arena, &t->cells) =
            (struct pdf_cell){.node = n,
                              .element = pdf_element_of(t, n),
                              .row = at,
                              .rows = n->cell->rowspan,
                              .column = x,
                              .columns = n->cell->colspan};
        for (int i = 0; i < n->cell->colspan; i++)
            *column(c, x++) = n->cell->rowspan;
    }
    for (size_t i = 0; i < c->taken.n; i++)
        c->taken.at[i] -= c->taken.at[i] > 0;
}

static bool
is_header_row(const struct doc_node *row)
{
    size_t n = 0;
    doc_each_child (cell, row) {
        if (cell->kind != DOC_CELL)
            continue;
        if (!pdf_is_header(cell))
            return false;
        n++;
    }
    return n > 1;
}

/* Headers at the head stand for columns; so does a whole row of them, and one
 * that is as wide as the table. Others stand for their rows. */
static void
find_scopes(struct pdf_tree *t, int width)
{
    for (size_t i = 0; i < t->cells.n; i++) {
        struct pdf_cell *c = &t->cells.at[i];
        if (!pdf_is_header(c->node))
            continue;
        c->wide = width > 1 && c->columns >= width && !in_head(c->node);
        bool above =
            c->wide || in_head(c->node) || is_header_row(c->node->parent);
        c->scope = above ? PDF_COLUMN : PDF_ROW;
    }
}

static bool
is_blank(const struct doc_node *cell)
{
    for (const struct doc_node *n = cell; n; n = doc_next(n, cell))
        if (n->kind == DOC_IMAGE || (n->text && !str_blank(n->text)))
            return false;
    return true;
}

/* Whether Scope does not do. Empty cells are nobody's header. */
static bool
is_complex(struct pdf_tree *t)
{
    int head = -1;
    bool complex = false, headers = false;
    for (size_t i = 0; i < t->cells.n; i++) {
        struct pdf_cell *c = &t->cells.at[i];
        bool further = c->scope == PDF_ROW && c->column;
        if (c->scope == PDF_COLUMN && head < 0)
            head = c->row;
        further = further || (c->scope == PDF_COLUMN && c->row != head);
        complex = complex || further || c->columns > 1 || c->rows > 1;
        c->names = c->scope && !is_blank(c->node);
        headers = headers || c->names;
    }
    return complex && headers;
}

void
pdf_cells_read(struct pdf_tree *t, const struct doc_node *table)
{
    struct columns c = {.arena = t->arena};
    int row = 0;
    t->cells.n = 0;
    for (const struct doc_node *n = doc_next(table, table); n;
         n = n->kind == DOC_ROW || n->kind == DOC_TABLE_CAPTION
                 ? doc_next_skip(n, table)
                 : doc_next(n, table))
        if (n->kind == DOC_ROW)
            place_row(t, &c, n, row++);
    find_scopes(t, (int)c.taken.n);
    t->complex_table = is_complex(t);
}

static int
compare_cells(const void *key, const void *cell)
{
    uint32_t a = *(const uint32_t *)key,
             b = ((const struct pdf_cell *)cell)->element;
    return (a > b) - (a < b);
}

const struct pdf_cell *
pdf_cell_of(const struct pdf_tree *t, uint32_t element)
{
    return t->cells.n ? bsearch(&element, t->cells.at, t->cells.n,
                                sizeof *t->cells.at, compare_cells)
                      : NULL;
}

static bool
overlaps(int a, int n, int b, int m)
{
    return a < b + m && b < a + n;
}

/* Of headers as wide as the table the last alone holds. */
bool
pdf_cell_heads(const struct pdf_tree *t, const struct pdf_cell *header,
               const struct pdf_cell *cell)
{
    if (!header->names || header == cell)
        return false;
    if (header->scope == PDF_ROW)
        return header->column + header->columns <= cell->column &&
               overlaps(header->row, header->rows, cell->row, cell->rows);
    if (header->row + header->rows > cell->row || cell->wide ||
        !overlaps(header->column, header->columns, cell->column, cell->columns))
        return false;
    for (const struct pdf_cell *c = header + 1;
         header->wide && c < t->cells.at + t->cells.n && c->row < cell->row;
         c++)
        if (c->wide)
            return false;
    return true;
}
