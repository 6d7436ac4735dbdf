/* SPDX-License-Identifier: MIT */
/* Tables that are regular: what PDF/UA and screen readers count on. */
#include "read/read_int.h"

/* Cells of earlier rows that reach down into this one. */
struct carried {
    int rows, columns;
};

struct grid {
    struct arena *scratch;
    VEC(struct carried) carried;
    int columns;
};

static int
rows_below(const struct doc_node *row)
{
    int n = 1;
    while ((row = row->next))
        n++;
    return n;
}

/* How many columns the row takes up; notes what it hands down. */
static int
row_width(struct grid *g, struct doc_node *row)
{
    int width = 0, below = rows_below(row);
    for (size_t i = 0; i < g->carried.n; i++) {
        struct carried *c = &g->carried.at[i];
        width += c->rows ? c->columns : 0;
        c->rows -= c->rows > 0;
    }
    for (struct doc_node *n = row->first; n; n = n->next) {
        struct doc_cell *cell = n->cell;
        if (cell->rowspan > below)
            cell->rowspan = below;
        if (cell->colspan > READ_TABLE_COLUMNS)
            cell->colspan = READ_TABLE_COLUMNS;
        width += cell->colspan;
        if (cell->rowspan > 1)
            *vec_add(g->scratch, &g->carried) =
                (struct carried){cell->rowspan - 1, cell->colspan};
    }
    return width;
}

static void
pad(struct reader *r, struct doc_node *row, int missing)
{
    const struct doc_node *last = row->last;
    for (; missing > 0; missing--) {
        struct doc_node *cell = doc_node_new(r->book, DOC_CELL, doc_place(row));
        cell->cell->header =
            last && row->parent->kind == DOC_TABLE_HEAD && last->cell->header;
        doc_append(row, cell);
    }
}

static bool
is_section(const struct doc_node *node)
{
    return node->kind == DOC_TABLE_HEAD || node->kind == DOC_TABLE_BODY;
}

/* Goes over the rows: finds how many columns there are, or fills each row up
 * to as many. */
static void
go_over_rows(struct reader *r, struct grid *g, struct doc_node *table,
             bool fill)
{
    for (struct doc_node *s = table->first; s; s = s->next) {
        g->carried.n = 0;
        for (struct doc_node *row = s->first; row && is_section(s);
             row = row->next) {
            int width = row_width(g, row);
            if (fill)
                pad(r, row, g->columns - width);
            else if (width > g->columns)
                g->columns = width;
        }
    }
}

/* A table that is refused is not to cost the later stages millions of cells
 * either. */
static void
drop_spans(struct doc_node *table)
{
    for (struct doc_node *n = table; n; n = doc_next(n, table))
        if (n->kind == DOC_CELL)
            n->cell->colspan = n->cell->rowspan = 1;
}

static void
make_regular(struct reader *r, struct doc_node *table)
{
    struct grid g = {.scratch = r->scratch};
    go_over_rows(r, &g, table, false);
    if (g.columns <= READ_TABLE_COLUMNS) {
        go_over_rows(r, &g, table, true);
        return;
    }
    diag_at(r->diag, doc_place(table), DIAG_LIMIT_REACHED,
            "more than %d columns in a table", READ_TABLE_COLUMNS);
    drop_spans(table);
}

static bool
is_all_headers(const struct doc_node *row)
{
    for (const struct doc_node *n = row->first; n; n = n->next)
        if (!n->cell->header || n->cell->rowspan > 1)
            return false;
    return row->first != NULL;
}

/* A head at the front: the one there is, or the first row where all of its
 * cells are headers. */
static void
find_head(struct reader *r, struct doc_node *table)
{
    struct doc_node *first = table->first, *head = NULL, *next;
    if (first && first->kind == DOC_TABLE_CAPTION)
        first = first->next;
    for (struct doc_node *n = first; n; n = next) {
        next = n->next;
        if (n->kind != DOC_TABLE_HEAD)
            continue;
        if (head) {
            n->kind = DOC_TABLE_BODY;
            continue;
        }
        head = n;
        if (n != first) {
            doc_remove(n);
            doc_insert_before(first, n);
        }
    }
    if (head || !first || !is_section(first) || !is_all_headers(first->first) ||
        (!first->first->next && !first->next))
        return;
    head = doc_node_new(r->book, DOC_TABLE_HEAD, doc_place(first));
    struct doc_node *row = first->first;
    doc_remove(row);
    doc_append(head, row);
    doc_insert_before(first, head);
    if (!first->first)
        doc_remove(first);
}

static void
check_headers(struct reader *r, const struct doc_node *table)
{
    if (doc_has_header_cell(table))
        return;
    diag_at(r->diag, doc_place(table), DIAG_TABLE_NO_HEADER,
            "no cell of the table is a header");
    diag_hint(r->diag, "say above each column, or before each row, what is in "
                       "it: programs that read aloud say it with each cell");
}

void
read_tables(struct reader *r, struct doc_node *article)
{
    for (struct doc_node *n = article->first; n; n = doc_next(n, article)) {
        if (n->kind != DOC_TABLE)
            continue;
        find_head(r, n);
        make_regular(r, n);
        check_headers(r, n);
    }
}
