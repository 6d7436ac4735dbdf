/* SPDX-License-Identifier: MIT */
/* epub: the book as an EPUB 3.3 publication. */
#ifndef EPUB_EPUB_H
#define EPUB_EPUB_H

#include "doc/doc.h"
#include "style/style.h"

struct epub_font {
    const char *path; /* of the file to embed */
    const char *family;
    int weight;
    bool italic;
};

/* What somebody who evaluated the publication says of it. */
struct epub_claim {
    const char *standard; /* "EPUB Accessibility 1.1 - WCAG 2.1 Level AA" */
    const char *evaluator;
    const char *credential, *report; /* or NULL */
    struct date date;                /* year 0: not said */
};

struct epub_options {
    const char *css;        /* the stylesheet's text */
    const char *cover_jpeg; /* bytes of the cover picture */
    size_t cover_bytes;
    const struct epub_font *fonts; /* to embed; none: n is 0 */
    size_t font_count;
    const char *generator; /* "fascicle 0.1.0" */
    bool fixed_display;    /* the sheet has sizes that readers can't change */
    const struct epub_claim *claim; /* NULL: it conforms to nothing */
    const char *exemption;          /* "eaa-microenterprise", or NULL */
    const struct doc_pages *pages;  /* of the printed edition, settled; or
                                       NULL */
};

/* Writes the publication to `out`, whole. False where a message says why
 * not. The caller commits or aborts `out`. */
bool epub_write(const struct doc_book *book, const struct epub_options *o,
                struct file_out *out, struct diag *d);

/* Whether a picture of the book, or the stylesheet, moves something; what that
 * looks like nobody can say. */
bool epub_moves(const struct doc_book *book, const char *css);

/* The parts of it as text, for `dump` and goldens: the package document, the
 * navigation document, and the XHTML of each division, with a line
 * `==> name <==` before each. */
void epub_dump(const struct doc_book *book, const struct epub_options *o,
               struct buf *out);

#endif
