/* SPDX-License-Identifier: MIT */
/* xform: an ordered table of passes from the tree as read to the book. */
#ifndef XFORM_XFORM_H
#define XFORM_XFORM_H

#include "doc/doc.h"

struct xform_pass {
    const char *name;
    const char *does; /* a phrase for docs/architecture.md */
    void (*run)(struct doc_book *book, struct diag *d);
};

extern const struct xform_pass xform_passes[];
extern const size_t xform_pass_count;

/* Runs the passes in order; in builds with assertions doc_check() after each.
 */
void xform_run(struct doc_book *book, struct diag *d);

#endif
