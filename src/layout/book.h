/* SPDX-License-Identifier: MIT */
/* The book's pages while they are numbered. */
#ifndef LAYOUT_BOOK_H
#define LAYOUT_BOOK_H

#include "layout/page.h"

struct node_page {
    const struct doc_node *node;
    size_t page;
};

struct node_pages {
    struct node_page *at;
    size_t n, room;
    bool sorted;
};

/* Where nodes are, and how pages are counted. */
struct book_pages {
    struct arena *arena;
    struct node_pages nodes;
    struct node_pages ends; /* of divisions: their last pages */
    bool cover;             /* page 0 is the cover */
    const char *cover_label;
    size_t body;                    /* the page that is called 1 */
    enum style_marker front, usual; /* how pages of the front matter and of the
                                       body count where nothing says */
    VEC(enum style_marker) systems; /* what each page's furniture says */
};

/* folio.c */
void folio_add(struct book_pages *p, const struct doc_node *node, size_t page);
void folio_add_end(struct book_pages *p, const struct doc_node *division,
                   size_t page);

/* The page's number among those of the front matter or of the body. */
int folio_number(const struct book_pages *p, size_t page);

/* Readies the counting of a book's pages: those before the body in roman
 * numbers or in the letters of the language, the body as pages without a name
 * of their own do. */
void folio_begin(struct book_pages *p, const char *lang,
                 const struct style_page *usual);

/* The page counts as its furniture does. */
void folio_count(struct book_pages *p, size_t page,
                 const struct style_page *style);

/* The page's label, in the arena or static. */
const char *folio_label(const struct book_pages *p, struct arena *a,
                        size_t page);

/* The label of the page where the node begins, or NULL: not known. */
const char *folio_of(struct book_pages *p, struct arena *a,
                     const struct doc_node *node);

/* That of the page where the division ends. */
const char *folio_of_end(struct book_pages *p, struct arena *a,
                         const struct doc_node *division);

#endif
