/* SPDX-License-Identifier: MIT */
/* What the files that write XHTML share. */
#ifndef EPUB_XHTML_INT_H
#define EPUB_XHTML_INT_H

#include "epub/epub_int.h"

/* What the element that is open takes (HTML, clause 3.2.5). */
enum inside { FLOW, PHRASING, IN_LIST, IN_TERMS, IN_TABLE, IN_GROUP, IN_ROW };

/* What one node opened. */
struct frame {
    uint8_t opened; /* elements to end behind it */
    uint8_t inside; /* enum inside: what its children stand in */
    bool link;      /* one of them is an `a` */
    uint8_t pair;   /* of a `dl`, what its last child was: 1 dt, 2 dd */
};

struct xhtml {
    const struct epub *e;
    struct xml *x;
    const struct epub_file *file;
    const struct doc_node *root;    /* of the page */
    const struct doc_node *caption; /* of a table, now being written */
    const struct doc_node *title;   /* that names the page's landmark */
    const char *title_id;
    struct arena *arena;
    struct xhtml_grid *grid; /* of the table now being written, or NULL */
    int grids;               /* how many tables had one */
    VEC(struct frame) stack;
    int links; /* open `a` elements */
    /* markers of printed pages: the next to be written; the first whose place
     * was not reached; behind the division's last */
    size_t page, page_due, page_end;
};

/* pages.c's markers in the walk: those that stand before the node; those that
 * stand behind it; all that are left. They wait for an element that takes
 * them. */
void xhtml_pages_before(struct xhtml *w, const struct doc_node *n);
void xhtml_pages_behind(struct xhtml *w, const struct doc_node *n);

/* The text of a node with the markers that stand in it. */
void xhtml_write_text(struct xhtml *w, const struct doc_node *n);

struct frame *xhtml_frame(struct xhtml *w);

/* What the innermost element that is open takes. */
enum inside xhtml_inside(struct xhtml *w);

/* Starts an element for the node with the attributes that all have. The
 * walk ends it behind the node's children. */
void xhtml_open(struct xhtml *w, const struct doc_node *n, const char *element,
                enum inside inside);

/* The same with the element that its place takes: the given one where that
 * fits, else a plain one. True. */
bool xhtml_open_fitting(struct xhtml *w, const struct doc_node *n,
                        const char *element);

/* Starts an element that belongs to no node of its own. */
void xhtml_open_bare(struct xhtml *w, const char *element, enum inside inside);

/* Writes the node and all below it where the walk stands. */
void xhtml_walk(struct xhtml *w, const struct doc_node *root);

/* Whether anything below the node (or it itself) shows or must be there. */
bool xhtml_has_content(const struct doc_node *n);

/* Whether nothing but white space would be read of it. */
bool xhtml_is_blank(const struct doc_node *n);

/* The classes of a table that a small telephone would cut off, else NULL. */
const char *xhtml_width_class(const struct doc_node *table);

/* Writes the columns of such a table, with a share of its width each. */
void xhtml_columns(struct xhtml *w, const struct doc_node *table);

/* What a kind does when the walk comes to it: false where its children are
 * not to be written. */
typedef bool xhtml_opener(struct xhtml *w, const struct doc_node *n);

xhtml_opener xhtml_text, xhtml_code, xhtml_line_break, xhtml_image, xhtml_link,
    xhtml_note_ref, xhtml_note, xhtml_item, xhtml_paragraph;

/* table.c */
xhtml_opener xhtml_table, xhtml_table_caption, xhtml_table_head, xhtml_cell;

/* grid.c: where position does not tell which headers a cell has (HTML, clause
 * 4.9.12.2), the names that do. NULL where it tells, or where the table is too
 * large to ask. */
struct xhtml_cell {
    const struct doc_node *node;
    int row, col, rows, cols;
    bool header, above; /* above: of columns */
    bool group;         /* a header alone in its row, of the rows below */
    int group_row;      /* in which the cell's stands; -1: it has none */
    int run; /* of headers and cells that follow them, counted in its row */
    const char *id;      /* of a header */
    const char *headers; /* names parted by spaces; "" for none */
};
struct xhtml_grid *xhtml_grid(struct xhtml *w, const struct doc_node *table);
const struct xhtml_cell *xhtml_cell_of(struct xhtml_grid *grid,
                                       const struct doc_node *node);

/* The marks of notes that stand in a link come behind it. */
void xhtml_notes_behind(struct xhtml *w, const struct doc_node *link);

#endif
