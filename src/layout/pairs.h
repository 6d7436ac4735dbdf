/* SPDX-License-Identifier: MIT */
/* An article beside its translation: two vertical lists in rows that begin
 * level, in two columns of a page or on two facing pages. */
#ifndef LAYOUT_PAIRS_H
#define LAYOUT_PAIRS_H

#include "layout/page.h"

/* Two blocks that say the same. */
struct pair_match {
    const struct doc_node *node[2];
    bool section; /* they are headings, or what stands before any */
};

struct pair_matches {
    VEC(struct pair_match) at; /* in the order of the text */
};

/* pairs_match.c: which blocks of two articles belong together; says where they
 * are not built alike. */
struct pair_matches *pairs_match(struct layout *l, const struct doc_node *one,
                                 const struct doc_node *other);

/* One of the two. */
struct pair_side {
    const struct doc_node *division;
    const struct style *style;
    struct flow *flow;
    struct page_strings *strings; /* its own */
    size_t *row_of; /* by item, and one for the end: the row it is in */
};

/* A row ends on the page that the other side's does, or both go on. */
struct pairs {
    bool facing; /* on two pages; else in two columns */
    bool rtl;    /* the first is on the right */
    int gap, measure;
    struct pair_side side[2];
    size_t rows;
    bool *level;             /* by row: it begins level */
    struct flow_page *at[2]; /* by page, or pair of pages */
    size_t n;
    int (*height)(void *with, size_t page); /* for content, of both */
    void *with;
};

/* The article and the one behind it, laid out but not broken. `width` and
 * `height` are what all pages have for content. */
struct pairs *pairs_new(struct layout *l, const struct doc_node *article,
                        int width, int height);

/* pairs_rows.c: puts the beginnings of rows into both lists. */
void pairs_add_rows(struct layout *l, struct pairs *p,
                    const struct pair_matches *matches);

/* pairs_break.c: breaks both into pages, or pairs of pages. */
void pairs_break(struct layout *l, struct pairs *p);

/* Puts a page's two columns, or one side of two facing pages, on a page. */
void pairs_place(struct sheet_page *to, const struct pairs *p, size_t page);

#endif
