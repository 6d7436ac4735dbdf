/* SPDX-License-Identifier: MIT */
/* pdf: painted pages become a tagged, linked PDF document. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "doc/doc.h"
#include "layout/layout.h"

struct pdf_writer;

/* Levels of PDF/A (ISO 19005-2 and -3). */
enum pdf_archive { PDF_A_NONE, PDF_A_2A, PDF_A_2U, PDF_A_3A };

struct pdf_options {
    const char *producer;   /* "fascicle 0.1.0" */
    const char *identifier; /* of this edition; NULL: the book's */
    bool accessible;        /* it is to say that it is PDF/UA-1 … */
    int archive;            /* … and that of PDF/A: enum pdf_archive */
    bool keep_text;         /* for pdf_dump_tags: remember beginnings of text */
};

/* Begins a document that goes to `out` as it grows; the caller commits or
 * aborts `out` after pdf_end(). */
struct pdf_writer *pdf_begin(const struct doc_book *book, struct file_out *out,
                             const struct pdf_options *o, struct diag *d);

/* Takes a page; a layout_sink with the writer as its first argument. */
void pdf_page(void *writer, const struct layout_page *page);

/* Writes what comes after the pages (structure tree, outline, metadata, cross
 * references) and frees the writer. False where a message says why not. */
bool pdf_end(struct pdf_writer *w);

/* The structure tree that the pages taken so far give, as text: `dump tags`.
 * To be called before pdf_end. */
void pdf_dump_tags(struct pdf_writer *w, struct buf *out);

#endif
