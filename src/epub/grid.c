/* SPDX-License-Identifier: MIT */
/* Which headers a table's cells have where that can't be told by `scope`: heads
 * of several rows with headers over some columns, and headers within the body
 * (WCAG 2.1, technique H43). */
#include "epub/xhtml_int.h"

/* A table with more pairs of cells and headers than this goes without. */
enum { MOST_PAIRS = 4000000, MOST_COLUMNS = 1000 };

struct xhtml_grid {
    VEC(struct xhtml_cell) cells;
    size_t next; /* where the last question was answered */
};

static bool
is_header(const struct doc_node *n)
{
    return n->cell->header && !xhtml_is_blank(n);
}

/* The first column from `col` on into which no cell of a row above reaches;
 * `until` has the first row that is free for each column. */
static int
free_column(const int *until, int row, int col)
{
    while (col < MOST_COLUMNS && until[col] > row)
        col++;
    return col;
}

static bool
place_row(struct xhtml *w, struct xhtml_grid *g, const struct doc_node *row,
          int at, int *until)
{
    int col = 0, run = 0;
    doc_each_child (n, row) {
        if (n->kind != DOC_CELL)
            return false;
        col = free_column(until, at, col);
        if (col + n->cell->colspan > MOST_COLUMNS)
            return false;
        struct xhtml_cell *c = vec_add(w->arena, &g->cells);
        *c = (struct xhtml_cell){.node = n,
                                 .row = at,
                                 .col = col,
                                 .rows = n->cell->rowspan,
                                 .cols = n->cell->colspan,
                                 .header = is_header(n),
                                 .above = doc_above(n, DOC_TABLE_HEAD),
                                 .group_row = -1};
        run += c->header && n->prev && !is_header(n->prev);
        c->run = run;
        c->group =
            c->header && !c->above && c->cols > 1 && !n->prev && !n->next;
        for (int k = 0; k < c->cols; k++)
            until[col + k] = at + c->rows;
        col += c->cols;
    }
    return true;
}

/* The rows of one section, from `from` on: none of its cells reaches beyond
 * `end`, and each has the group that began last. */
static void
finish_section(struct xhtml_grid *g, size_t from, int end)
{
    int group = -1;
    for (size_t i = from; i < g->cells.n; i++) {
        struct xhtml_cell *c = &g->cells.at[i];
        if (c->row + c->rows > end)
            c->rows = end - c->row;
        if (c->group)
            group = c->row;
        else
            c->group_row = group;
    }
}

static bool
place_cells(struct xhtml *w, struct xhtml_grid *g, const struct doc_node *table)
{
    int *until = ARENA_ARRAY(w->arena, int, MOST_COLUMNS + 1);
    int row = 0;
    doc_each_child (section, table) {
        if (section->kind == DOC_TABLE_CAPTION)
            continue;
        int first = row;
        size_t from = g->cells.n;
        doc_each_child (n, section)
            if (n->kind != DOC_ROW || !place_row(w, g, n, row++, until))
                return false;
        finish_section(g, from, row);
        for (int k = 0; k < MOST_COLUMNS && row > first; k++)
            until[k] = until[k] > row ? row : until[k];
    }
    return true;
}

/* Where `scope` says too little: a header over some of the columns or rows, or
 * one within the body that stands behind a cell. */
static bool
is_complex(const struct xhtml_grid *g, size_t *headers)
{
    bool complex = false;
    *headers = 0;
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct xhtml_cell *c = &g->cells.at[i];
        if (!c->header)
            continue;
        ++*headers;
        complex = complex || (c->above && c->cols > 1) ||
                  (!c->above && (c->rows > 1 || c->cols > 1 || c->col > 0));
    }
    return complex;
}

static bool
overlaps(int a, int n, int b, int m)
{
    return a < b + m && b < a + n;
}

/* Whether the header is the cell's: above it in the head over one of its
 * columns, over its group of rows, or before it in one of its rows without
 * other cells and headers between. */
static bool
speaks_of(const struct xhtml_cell *header, const struct xhtml_cell *cell)
{
    if (header == cell || !header->header || cell->group)
        return false;
    if (header->above)
        return header->row + header->rows <= cell->row &&
               overlaps(header->col, header->cols, cell->col, cell->cols);
    if (header->group)
        return cell->group_row == header->row;
    return !cell->above && header->run == cell->run &&
           header->col + header->cols <= cell->col &&
           overlaps(header->row, header->rows, cell->row, cell->rows);
}

static void
name_headers(struct xhtml *w, struct xhtml_grid *g)
{
    int number = 0;
    for (size_t i = 0; i < g->cells.n; i++) {
        struct xhtml_cell *c = &g->cells.at[i];
        if (!c->header)
            continue;
        c->id = c->node->id;
        while (!c->id) {
            c->id = arena_printf(w->arena, "table-%d-header-%d", w->grids,
                                 ++number);
            if (map_get(w->e->book->ids, c->id))
                c->id = NULL;
        }
    }
}

static void
find_headers(struct xhtml *w, struct xhtml_grid *g, struct xhtml_cell *c)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (size_t i = 0; i < g->cells.n; i++)
        if (speaks_of(&g->cells.at[i], c))
            buf_printf(&b, "%s%s", b.n ? " " : "", g->cells.at[i].id);
    c->headers = arena_strn(w->arena, b.at ? b.at : "", b.n);
    buf_free(&b);
}

struct xhtml_grid *
xhtml_grid(struct xhtml *w, const struct doc_node *table)
{
    struct xhtml_grid *g = ARENA_NEW(w->arena, struct xhtml_grid);
    size_t headers;
    if (!place_cells(w, g, table) || !is_complex(g, &headers) ||
        headers * g->cells.n > MOST_PAIRS)
        return NULL;
    w->grids++;
    name_headers(w, g);
    for (size_t i = 0; i < g->cells.n; i++)
        find_headers(w, g, &g->cells.at[i]);
    return g;
}

const struct xhtml_cell *
xhtml_cell_of(struct xhtml_grid *grid, const struct doc_node *node)
{
    for (size_t i = 0; i < grid->cells.n; i++) {
        size_t at = (grid->next + i) % grid->cells.n;
        if (grid->cells.at[at].node != node)
            continue;
        grid->next = at;
        return &grid->cells.at[at];
    }
    return NULL;
}
