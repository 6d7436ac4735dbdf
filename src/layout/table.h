/* SPDX-License-Identifier: MIT */
/* A table while it is laid out: its cells in a grid of slots. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/vlist.h"

struct table_cell {
    const struct doc_node *node;
    const struct style *style;
    size_t row, column, rows, columns; /* first slot; how many it spans */
    struct par_extent ask;             /* of its box, edges included */
    int x, width;
    struct par par;
    int content; /* height of its lines */
    int shift;   /* its lines stand so much nearer to the line's start */
    bool again;  /* stands in another part of the table too */
    size_t next; /* in slices: its first line that is not placed yet */
};

struct table_row {
    const struct doc_node *node;
    const struct style *style, *section;
    bool head;
    size_t first_cell, cell_end; /* those that begin in it */
    size_t reach;                /* the first cell that reaches into it */
    int height;                  /* its lower rule included */
    int rule;                    /* thickness of the rule below */
    bool joined;                 /* a cell goes on into the next row */
};

struct table_column {
    struct par_extent ask;
    int width, x;
    int head; /* the most that a head's cell asks for */
};

struct table {
    struct layout *l;
    const struct style *style;
    VEC(struct table_cell) cells;
    VEC(struct table_row) rows;
    VEC(struct table_column) columns;
    size_t *busy; /* for each column, up to which row a cell reaches into it */
    size_t busy_n, busy_room;
    int width;
    int x;       /* of the first column */
    int tallest; /* an image in a cell */
    bool second; /* not the first part of a table in parts */
};

/* Rows and cells from the tree, each in its slots. */
void table_read(struct table *t, const struct doc_node *table);

/* Which rows belong together, and the first cell that reaches into each. */
void table_join_rows(struct table *t);

/* Asks the cells how wide columns must be; false where `room` is too narrow
 * for them, even with their words hyphenated. */
bool table_ask(struct table *t, int room);

/* Columns' widths, then each cell set to its own. */
void table_set(struct table *t, int room);

/* table_balance.c: moves width between columns where that makes rows lower. */
void table_balance(struct table *t);

/* table_parts.c: the next part of a table that is too wide, from column
 * `first` on; returns the first column behind it. */
size_t table_part(const struct table *t, size_t first, int room,
                  struct table *part);

/* table_rows.c: the rows into the list, in a frame that is open. */
void table_add_rows(struct builder *b, struct table *t,
                    struct flow_frame *frame);
int table_rows_height(const struct table *t, size_t first, size_t end);

/* table.c: backgrounds and rules of a row, or of a slice of it, at y; the row
 * with its cells' lines; one line, which gives y below it. */
struct table_slice {
    bool first, last;
};
void table_draw_row(struct table *t, struct flow_box *box, size_t r, int y,
                    int height, struct table_slice slice);
void table_fill_row(struct table *t, struct flow_box *box, size_t r, int y);
int table_add_line(struct table *t, struct flow_box *box,
                   const struct table_cell *cell, size_t i, int y);
int table_upper_edge(const struct table *t, const struct table_cell *cell);
int table_lower_edge(const struct table *t, const struct table_cell *cell);

/* table_figures.c: has a column of bare numbers stand decimal under decimal. */
void table_align_figures(struct table *t);

int table_cell_edges(const struct table_cell *cell, int measure);

#endif
