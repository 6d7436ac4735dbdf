/* SPDX-License-Identifier: MIT */
/* What pdf's files share; no other folder includes it.
 *
 * Objects are numbered by `struct pdf_out`; 0 is no object. Pages are counted
 * by their index, structure elements by their place in document order. */
#ifndef PDF_PDF_INT_H
#define PDF_PDF_INT_H

#include "paint/paint.h"
#include "pdf/pdf.h"

#define PDF_NONE UINT32_MAX

/* out.c: numbered objects, packed and deflated, as they come. */
struct pdf_out;
struct pdf_out *pdf_out_new(struct arena *a, struct file_out *file);
void pdf_out_free(struct pdf_out *out);
uint32_t pdf_object(struct pdf_out *out);

/* Writes an object that is no stream. */
void pdf_put(struct pdf_out *out, uint32_t object, const struct buf *text);

/* Writes a stream: `entries` stand in its dictionary before /Length. Deflates
 * where `deflate`, and says so in the dictionary. */
void pdf_put_stream(struct pdf_out *out, uint32_t object, const char *entries,
                    const void *bytes, size_t n, bool deflate);

/* Writes what is packed, the cross-reference stream and the trailer. */
void pdf_out_end(struct pdf_out *out, uint32_t root, uint32_t info);

/* Appends a text string: ASCII as it is, else UTF-16BE (ISO 32000-1, 7.9.2). A
 * very long one is cut, with an ellipsis behind it. */
void pdf_text(struct buf *b, const char *utf8);

/* Appends a byte string in parentheses. */
void pdf_string(struct buf *b, const char *s, size_t n);

/* Appends Pango units as points, to two decimals. */
void pdf_points(struct buf *b, int units);

/* Appends [left bottom right top] of a box given from the top left of a page of
 * a height. */
void pdf_box(struct buf *b, int x, int y, int width, int height, int page);

/* nodes.c: a table from nodes to what is known of them. */
struct pdf_nodes;
struct pdf_known {
    const struct doc_node *node;
    uint32_t at;    /* its element, or where it stands */
    uint32_t marks; /* its first mark */
    bool linked;    /* it is a link's */
};
/* `expected`: about how many nodes there will be. */
struct pdf_nodes *pdf_nodes_new(struct arena *a, size_t expected);
/* NULL where the node is not there. */
struct pdf_known *pdf_nodes_get(const struct pdf_nodes *t,
                                const struct doc_node *node);
/* Adds it where it is not; valid until the next is added. */
struct pdf_known *pdf_nodes_add(struct pdf_nodes *t,
                                const struct doc_node *node);

/* One marked-content sequence that belongs to the tree. */
struct pdf_mark {
    const struct doc_node *node;
    uint32_t page;
    uint16_t id;
    bool label;
};

/* What a mark's runs hold and, where it is not that, what they say. */
struct pdf_said {
    const char *text, *actual;
};

struct pdf_link {
    const struct doc_node *node, *target;
    const char *href;
    uint32_t page;
    int x, y, width, height;
    uint32_t object;  /* the annotation */
    uint32_t element; /* index in the tree */
    uint32_t next;    /* link of the same element, or PDF_NONE */
    bool lost;        /* no page has what it leads to: it is none */
};

/* Where a node stands: of anchors the top, of images the box. */
struct pdf_spot {
    uint32_t page;
    int x, y, width, height;
};

struct pdf_page {
    uint32_t object, contents, resources;
    int width, height;
    struct layout_box trim; /* width 0: nothing is cut off */
    int bleed;
    const char *label;
    bool taken, transparent, colored;
    uint32_t first_mark, mark_count; /* in marks, as they came */
    uint32_t first_link, link_count;
};

/* What the document itself is found to lack; any of them costs a claim. */
struct pdf_faults {
    size_t no_alt;   /* figures without alternative text */
    size_t no_glyph; /* glyphs that no font has */
    size_t untagged; /* content that no element stands for */
    size_t private;  /* text of no agreed meaning: private use characters */
};

/* impose.c. How the pages of a book are put on sheets of paper. */
struct pdf_plan {
    enum pdf_imposing mode;
    bool mirrored; /* rows run from right to left */
    size_t pages;  /* that there are */
    size_t slots;  /* with blanks that fill a booklet's last sheet … */
    size_t lead;   /* … of which so many follow the first page */
    size_t places; /* on a side */
    size_t sides, sheets;
};

/* `leaf`: of three blanks two may stand behind the first page, which is the
 * front of a cover. All other blanks come last, so that no page changes its
 * side: one is the back of the booklet, two are both sides of its back leaf. */
struct pdf_plan pdf_plan_of(enum pdf_imposing mode, size_t pages, bool mirrored,
                            bool leaf);

/* The page, from 0, on a place of a side, or PDF_NONE. Sides count from 0, as
 * they are printed: front and back of a booklet's outermost sheet, then of the
 * one within. Places count from 0, row by row from the top left. */
uint32_t pdf_plan_page(const struct pdf_plan *p, size_t side, size_t place);

/* How far the pages of a side move toward the fold. */
int pdf_plan_creep(const struct pdf_plan *p, size_t side, int paper);

/* How near text comes to the edge of the sheet at most: printers leave a sixth
 * of an inch white at each edge. */
enum { PDF_PRINTER_MARGIN = 12 * 1024 };

/* What is left beside a page that all but fills its half of a sheet: 3 mm. */
enum { PDF_NEARLY = 8708 };

/* Cells of a sheet. */
struct pdf_grid {
    int columns, rows;
    int width, height; /* of the sheet as it is turned */
    int64_t scale;     /* of the pages: the largest that fits, up to their own
                          size */
    bool folded;       /* between the columns */
};
struct pdf_grid pdf_grid_of(enum pdf_imposing mode, int sheet_width,
                            int sheet_height, int page_width, int page_height);

/* Makes pages smaller where what stands so far from their middle would not be
 * printed. */
void pdf_grid_spare(struct pdf_grid *g, int reach_across, int reach_down);

/* Where a page goes: its middle, from the top left of the sheet, and its cell;
 * `turned`: by a quarter, its top to the left. */
struct pdf_spread_place {
    int x, y;
    int left, top, width, height;
    int64_t scale;
    bool turned;
};
struct pdf_spread_place pdf_grid_place(const struct pdf_grid *g, size_t place,
                                       int page_width, int page_height,
                                       int creep);

/* Glyphs of a size. */
struct pdf_type {
    int size;
    size_t glyphs;
};

/* What pages to be put on sheets are like. */
struct pdf_reach {
    int across, down; /* how far text stands from a page's middle at most */
    VEC(struct pdf_type) types;
};

/* What is known of the inks of a page for a print shop. */
struct pdf_inks {
    bool pure;    /* greys are to be tints of black */
    bool colored; /* something is not grey */
};

struct pdf_source;

struct pdf_writer {
    const struct doc_book *book;
    struct diag *diag;
    struct arena *arena;
    const char *producer, *identifier;
    struct pdf_out *out;
    struct pdf_source *source;
    struct paint_canvas *canvas;
    bool accessible, keep_text, failed;
    bool forms;                 /* pages are kept to be put on sheets */
    bool plain;                 /* without structure */
    bool press;                 /* for a print shop, … */
    struct pdf_inks inks;       /* … of the page in hand */
    const char *note;           /* what the title adds to the book's, or NULL */
    struct pdf_reach reach;     /* with `forms` */
    int archive;                /* enum pdf_archive */
    VEC(struct pdf_page) pages; /* by index */
    VEC(struct pdf_mark) marks;
    VEC(struct pdf_said) texts; /* of marks as they came, where kept */
    VEC(struct pdf_link) links;
    VEC(struct pdf_spot) spots;
    struct pdf_nodes *anchors, *boxes; /* node → spot */
    struct pdf_nodes *lists;           /* LIST → index in numberings */
    VEC(const char *) numberings;      /* of lists whose label was seen */
    VEC(const char *) labels;          /* the last page's label, kept once */
    struct pdf_faults faults;
    struct place private_at; /* the first character of private use */
    uint32_t catalog, page_tree;
};

/* source.c: cairo's objects, taken as they are written. */
struct pdf_source *pdf_source_new(struct pdf_writer *w);
void pdf_source_free(struct pdf_source *s);
/* A paint_write; `to` is the source. */
void pdf_source_write(void *to, const void *bytes, size_t n);
/* Takes the page that cairo has just written: its content and all that it
 * refers to. False where it is not as it was painted. */
bool pdf_source_page(struct pdf_source *s, struct pdf_page *page,
                     const struct paint_marks *marks);
/* Before cairo ends the document: what follows is fonts. */
void pdf_source_ending(struct pdf_source *s);
void pdf_source_end(struct pdf_source *s);

/* Bytes that stand somewhere. */
struct pdf_span {
    const char *at;
    size_t n;
};

/* token.c: what stands in a dictionary or array. */
bool pdf_is_regular(char c);
const char *pdf_skip_blank(const char *p, const char *end);
/* The token at *p, which moves behind it; empty at the end. */
struct pdf_span pdf_token(const char **p, const char *end);
bool pdf_token_is(struct pdf_span t, const char *word);
/* Reads `n 0 R` at *p, which moves behind it; 0 where there is none. */
uint32_t pdf_reference(const char **p, const char *end);
/* The reference that follows a key, or 0. */
uint32_t pdf_reference_of(const char *text, size_t n, const char *key);
/* The number that follows a key, or 0. */
size_t pdf_number_of(const char *text, size_t n, const char *key);
bool pdf_has_token(const char *text, size_t n, const char *word);

/* glyphs.c: text of glyphs where cairo's would not do. */
struct pdf_glyphs;
struct pdf_glyphs *pdf_glyphs_new(struct arena *a);
/* The variant of the font resource `font` ("f-0-1") in which the glyph `code`
 * stands for the text (UTF-16BE in hexadecimal digits); 0 is the font itself,
 * variant 2 is the resource "f-0-1.2". */
size_t pdf_glyphs_set(struct pdf_glyphs *g, struct pdf_out *out,
                      struct pdf_span font, uint32_t code, struct pdf_span hex);
/* Likewise, from variant 1 on, for any text or none. */
size_t pdf_glyphs_set_apart(struct pdf_glyphs *g, struct pdf_out *out,
                            struct pdf_span font, uint32_t code,
                            struct pdf_span hex);
/* How many variants there are, the font itself among them. */
size_t pdf_glyphs_variants(struct pdf_glyphs *g, const char *font);
/* The objects of a variant from 1 on: font and ToUnicode map. */
uint32_t pdf_glyphs_font(struct pdf_glyphs *g, const char *font,
                         size_t variant);
uint32_t pdf_glyphs_map(struct pdf_glyphs *g, const char *font, size_t variant);
/* cairo's ToUnicode map with the variant's texts put in. */
void pdf_glyphs_patch(struct pdf_glyphs *g, const char *font, size_t variant,
                      struct pdf_span map, struct buf *out);

/* ink.c. Copies a line of operators, which begins in no string. */
void pdf_ink_line(struct pdf_inks *inks, const char *at, size_t n,
                  struct buf *out);

/* content.c: the operators of a page. */
struct pdf_content {
    const struct paint_marks *marks; /* NULL in a form */
    struct pdf_out *out;
    struct pdf_glyphs *glyphs;
    const char *const *tags; /* of each mark; NULL: no content is marked */
    struct pdf_inks *inks;   /* NULL: colours stay as they are */
};
/* False where the marks are not all there. */
bool pdf_content(const struct pdf_content *c, const char *bytes, size_t n,
                 struct buf *out);

/* A structure element. Its kids are its own marks, its children and its
 * links' annotations. */
struct pdf_element {
    const struct doc_node *node;
    const char *type; /* structure type */
    const char *lang; /* where it differs from the parent's, or NULL */
    enum doc_dir dir; /* likewise: how its lines are written, or NONE */
    uint32_t parent, first_child, last_child, next; /* PDF_NONE: none */
    uint32_t inner; /* the element that takes what the node holds */
    uint32_t first_own, own_count; /* in the tree's marks */
    uint32_t first_link;           /* in the writer's links */
    uint32_t object;
    uint64_t at; /* its first mark: page and id; UINT64_MAX: none */
    bool live;   /* it has content, or a table needs it */
};

/* What a header cell stands for. */
enum pdf_scope { PDF_NO_SCOPE, PDF_ROW, PDF_COLUMN };

/* A cell's place in its table, in rows and columns from 0. */
struct pdf_cell {
    const struct doc_node *node;
    uint32_t element;
    int row, rows, column, columns;
    enum pdf_scope scope;
    bool wide;  /* a header within the table, as wide as it */
    bool names; /* a header with something in it */
};

/* Elements by number, parents first, in blocks: there are many of them, and
 * their addresses stay. */
enum { PDF_BLOCK = 4096 };
struct pdf_tree {
    struct arena *arena;
    const struct doc_book *book;
    VEC(struct pdf_element *) blocks;
    uint32_t n;
    struct pdf_mark *marks; /* the writer's, by node, role, page, id */
    size_t mark_count;
    struct pdf_nodes *nodes;    /* with content in or below them */
    int level;                  /* of the last heading */
    VEC(struct pdf_cell) cells; /* of the table being written, in order */
    bool complex_table;         /* its cells need to name their headers */
};

static inline struct pdf_element *
pdf_element(const struct pdf_tree *t, uint32_t i)
{
    return &t->blocks.at[i / PDF_BLOCK][i % PDF_BLOCK];
}

/* The element of a node, or PDF_NONE. */
static inline uint32_t
pdf_element_of(const struct pdf_tree *t, const struct doc_node *node)
{
    const struct pdf_known *known = pdf_nodes_get(t->nodes, node);
    return known ? known->at : PDF_NONE;
}

/* tree.c: the tree from the writer's marks. */
void pdf_tree_build(struct pdf_writer *w, struct pdf_tree *tree);

/* Steps through an element's kids in reading order: a mark (PDF_NONE in
 * `child`) or a child. */
struct pdf_kids {
    const struct pdf_tree *tree;
    uint32_t own, own_end, child;
};
struct pdf_kids pdf_kids_of(const struct pdf_tree *tree, uint32_t element);
bool pdf_kids_next(struct pdf_kids *kids, const struct pdf_mark **mark,
                   uint32_t *child);

/* cells.c. A header cell, or any in a table's head. */
bool pdf_is_header(const struct doc_node *cell);
/* Takes the table's cells into the tree. */
void pdf_cells_read(struct pdf_tree *tree, const struct doc_node *table);
/* The cell of an element of the table that was read last. */
const struct pdf_cell *pdf_cell_of(const struct pdf_tree *tree,
                                   uint32_t element);
/* Whether one of the table's cells is a header of another. */
bool pdf_cell_heads(const struct pdf_tree *tree, const struct pdf_cell *header,
                    const struct pdf_cell *cell);

/* treeout.c: writes elements and parent tree; the StructTreeRoot's object. */
uint32_t pdf_tree_write(struct pdf_writer *w, struct pdf_tree *tree);

/* numbering.c: the value of ListNumbering of the list whose item has the label;
 * "None": labels follow no scheme. */
const char *pdf_numbering(const struct doc_node *item, const char *label,
                          size_t n);

/* tags.c */
void pdf_tree_dump(const struct pdf_writer *w, struct pdf_tree *tree,
                   struct buf *out);

/* places.c: links; outline.c: the outline. */
/* Where a node leads to: its anchor, or that of what it holds, stands in or
 * stands beside; false where no page has any of it. */
bool pdf_place_of(const struct pdf_writer *w, const struct doc_node *node,
                  struct pdf_spot *spot);
/* Appends [page /XYZ x y null]. */
void pdf_destination(const struct pdf_writer *w, struct buf *b,
                     const struct pdf_spot *spot);
/* When all pages are there, before the tree is built: which links are lost. */
void pdf_links_settle(struct pdf_writer *w);
void pdf_links_write(struct pdf_writer *w);
/* 0 where there is nothing to list. */
uint32_t pdf_outline_write(struct pdf_writer *w);

/* pages.c: page objects, their tree, labels. */
void pdf_pages_write(struct pdf_writer *w);
/* Writes the tree above `n` page objects, each of which `write` appends to the
 * empty buffer. */
typedef void pdf_page_write(void *with, size_t i, uint32_t parent,
                            struct buf *b);
void pdf_page_tree_write(struct pdf_writer *w, size_t n, const uint32_t *pages,
                         pdf_page_write *write, void *with);

/* sheets.c. Notes what a page is like that is to be put on a sheet. */
void pdf_sheets_look(struct pdf_writer *w, const struct layout_page *page);
/* Writes the sheets and all that follows. */
void pdf_sheets_write(struct pdf_writer *w, const struct pdf_imposition *how,
                      struct pdf_imposed *what);
void pdf_labels_write(struct pdf_writer *w, struct buf *b);

/* meta.c: what the document says about itself. */
uint32_t pdf_info_write(struct pdf_writer *w);
uint32_t pdf_xmp_write(struct pdf_writer *w);
/* icc.c: the sRGB profile as a stream. */
uint32_t pdf_icc_write(struct pdf_writer *w);

#endif
