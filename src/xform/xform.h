/* SPDX-License-Identifier: MIT */
/* xform: an ordered table of passes from the tree as read to the book. */
#ifndef XFORM_XFORM_H
#define XFORM_XFORM_H

#include "doc/doc.h"

/* Runs the passes in order; in builds with assertions doc_check() after each.
 */
void xform_run(struct doc_book *book, struct diag *d);

#endif
