/* SPDX-License-Identifier: MIT */
/* A table while it is laid out: its cells in a grid of slots. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/vlist.h"

struct table_cell {
    const struct doc_node *node;
    const struct style *style;
    size_t row, column, rows, columns; /* first slot; how many it spans */
    int least, most;                   /* widths of its box, edges included */
    int x, width;
    struct par par;
    int content; /* height of its lines */
    int shift;   /* its lines stand so much nearer to the line's start */
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
    int least, most, width, x;
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
    int x; /* of the first column */
};

/* Rows and cells from the tree, each in its slots. */
void table_read(struct table *t, const struct doc_node *table);

/* Columns' widths, then each cell set to its own. */
void table_measure(struct table *t, int room);

/* table_figures.c: has a column of bare numbers stand decimal under decimal. */
void table_align_figures(struct table *t);

int table_cell_edges(const struct table_cell *cell, int measure);

#endif
