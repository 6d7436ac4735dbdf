/* SPDX-License-Identifier: MIT */
/* Divisions in columns (CSS Multi-column Layout Level 1). */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/page.h"

/* A division in columns: what goes over all of them stands on its first page,
 * the rest is broken into columns as a list is into pages. */
struct columns {
    int n, gap, measure; /* a page's columns, what parts them, their width */
    bool rtl;            /* the first is on the right */
    struct flow *head;   /* over all columns, or NULL */
    struct flow_page head_page;
    int head_height;
    struct flow *flow;
    struct flow made;     /* it, as it is before it is broken */
    struct flow_page *at; /* columns */
    size_t count;
    int (*height)(void *with, size_t page); /* for content */
    void *with;
    size_t last; /* page whose columns are as high as each other, */
    int level;   /* and how high */
};

/* The columns of a division of this style on pages of this width, laid out but
 * not broken; NULL where it has none. */
struct columns *columns_new(struct layout *l, const struct doc_node *division,
                            const struct style *style, int width, int height);

/* Breaks them; returns how many pages there are, and for each its last column.
 */
struct flow_page *columns_break(struct layout *l, struct columns *c, size_t *n);

/* Puts the columns of a page on it. */
void columns_place(struct sheet_page *to, const struct columns *c, size_t page);

#endif
