/* SPDX-License-Identifier: MIT */
/* pdf: painted pages become a tagged, linked PDF document. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "doc/doc.h"
#include "layout/layout.h"

struct pdf_writer;

/* Levels of PDF/A (ISO 19005-2 and -3). */
enum pdf_archive { PDF_A_NONE, PDF_A_2A, PDF_A_2U, PDF_A_3A };

/* How pages are put on sheets of paper. */
enum pdf_imposing { PDF_BOOKLET, PDF_2_UP, PDF_4_UP };

struct pdf_imposition {
    enum pdf_imposing mode;
    int width, height; /* of the sheet, either way up */
    int paper;         /* how thick a leaf is */
    bool cover;        /* the first page is the front of a cover */
};

/* Scales are in millionths. */
enum { PDF_WHOLE = 1000000 };

/* What came of it. */
struct pdf_imposed {
    size_t pages, blanks, sheets;
    int width, height; /* of a sheet, the way it is filled */
    int scale;         /* of the pages: PDF_WHOLE, or less */
    int type;          /* of most of the text, on paper; 0: there is none */
    bool short_edge;   /* over which sheets are turned, else the long edge */
};

struct pdf_options {
    const char *producer;   /* "fascicle 0.1.0" */
    const char *identifier; /* of this edition; NULL: the book's */
    bool accessible;        /* it is to say that it is PDF/UA-1 … */
    int archive;            /* … and that of PDF/A: enum pdf_archive */
    bool keep_text;         /* for pdf_dump_tags: remember beginnings of text */
    bool plain; /* for eyes alone, as a cover whose words are in another file:
                   without structure, and it claims nothing */
    bool press; /* for a print shop: pages have no blending space of their own
                  that would make colours of black */
    bool pure_black;  /* with `press`: black and grey are of black ink alone,
                         what is nearly black is black */
    bool sheets;      /* pdf_end_sheets() ends it, and it claims nothing */
    const char *note; /* what the title adds to the book's, or NULL */
};

/* Begins a document that goes to `out` as it grows; the caller commits or
 * aborts `out` after pdf_end(). */
struct pdf_writer *pdf_begin(const struct doc_book *book, struct file_out *out,
                             const struct pdf_options *o, struct diag *d);

/* Takes a page; a layout_sink with the writer as its first argument. */
void pdf_page(void *writer, const struct layout_page *page);

/* What is seen of a page that was taken for a print shop, but for its pixels:
 * whether it has other colours than black, white and greys, and anything that
 * others show through or that is made of pixels with alpha. */
struct pdf_printed {
    bool colored, transparent;
};
struct pdf_printed pdf_printed(const struct pdf_writer *w, size_t index);

/* Writes what comes after the pages (structure tree, outline, metadata, cross
 * references) and frees the writer. False where a message says why not. */
bool pdf_end(struct pdf_writer *w);

/* Ends a document that was begun with `sheets`: its pages are put on sheets of
 * paper, for a printer alone: without structure, links or claims. */
bool pdf_end_sheets(struct pdf_writer *w, const struct pdf_imposition *how,
                    struct pdf_imposed *what);

/* The structure tree that the pages taken so far give, as text: `dump tags`.
 * To be called before pdf_end. */
void pdf_dump_tags(struct pdf_writer *w, struct buf *out);

#endif
