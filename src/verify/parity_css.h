/* SPDX-License-Identifier: MIT */
/* What stylesheets of an EPUB add to its text and what they hide: `display`
 * and `content`, as a screen shows them. No other property is read. */
#ifndef VERIFY_PARITY_CSS_H
#define VERIFY_PARITY_CSS_H

#include "verify/epub_book.h"

/* All sheets of a book, each read once. */
struct parity_sheets;
struct parity_sheets *parity_sheets_new(struct arena *a,
                                        struct epub_book *book);

/* The PDF's stylesheet, a file: what it says by the numbers of pages, an EPUB
 * has not, and may be missing there. */
void parity_sheets_print(struct parity_sheets *s, const char *path);

/* The sheets of one document, in order. */
struct parity_css;
struct parity_css *parity_css_of(struct parity_sheets *s, struct arena *a,
                                 const char *path, const struct xml_node *root);

bool parity_css_hides(struct parity_css *css, const struct xml_node *n);

enum parity_said { PARITY_SAYS_NOTHING, PARITY_SAYS_INLINE, PARITY_SAYS_BLOCK };

/* Adds what stands before or behind the element's own content; \1 stands for
 * what only a page can tell, as counters and quotation marks. */
enum parity_said parity_css_content(struct parity_css *css,
                                    const struct xml_node *n, bool before,
                                    struct buf *out);

#endif
