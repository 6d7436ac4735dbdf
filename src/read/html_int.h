/* SPDX-License-Identifier: MIT */
/* What the elements of HTML become. */
#ifndef READ_HTML_INT_H
#define READ_HTML_INT_H

#include "read/read_int.h"

enum { AS_NODE, SILENT, CLEARED, VOID_CLEARED };

/* What an element becomes. SILENT: it has no node, its content
 * stays; CLEARED: nothing of it stays, with a warning. */
struct element {
    const char *name;
    enum doc_kind kind;
    int what;
    const char *class;
};

/* The element of a lower-case name, or NULL. */
const struct element *html_element(const char *name);

/* Whether the element has no end tag. */
bool html_is_void(const char *name);

#endif
