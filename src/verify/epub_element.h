/* SPDX-License-Identifier: MIT */
/* A row of the table of HTML's elements. */
#ifndef EPUB_ELEMENT_H
#define EPUB_ELEMENT_H

#include "verify/epub_int.h"

/* Where an element may stand. */
enum { FLOW = 1, PHRASING = 2, METADATA = 4 };

/* What an element may hold. */
enum epub_content {
    EMPTY,
    TEXT,
    PHRASES,
    FLOWS,
    TRANSPARENT, /* what its parent may hold */
    ANYTHING,
    SEQUENCE,
    HEAD,
    TERMS,
    FIGURE,
    HEADED, /* phrases and headings */
    OPTIONS,
    RUBY,
    RUBYTEXT,
    TIME
};

struct epub_element {
    const char *name;
    unsigned categories;
    enum epub_content content;
    const char *sequence, *attributes, *roles;
};

/* The element of that name; or NULL. */
const struct epub_element *epub_element(const char *name);

#endif
