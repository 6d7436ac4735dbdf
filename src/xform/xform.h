/* SPDX-License-Identifier: MIT */
/* xform: an ordered table of passes from the tree as read to the book. */
#ifndef XFORM_XFORM_H
#define XFORM_XFORM_H

#include "doc/doc.h"

/* Runs the passes in order; in builds with assertions doc_check() after each.
 */
void xform_run(struct doc_book *book, struct diag *d);

/* Pages beside a book that passed, in the likeness of its cover; the root is
 * their parent, but does not hold them. A picture that stands for the book, or
 * where it is `single`, for its article; the back of a printed cover, with the
 * bar code where the identifier is an ISBN; its spine, as a page to be turned,
 * which `says` what the book is called or nothing.
 */
struct doc_node *xform_social(struct doc_book *book);
struct doc_node *xform_back_cover(struct doc_book *book,
                                  const char *identifier);
struct doc_node *xform_spine(struct doc_book *book, bool says);

#endif
