/* SPDX-License-Identifier: MIT */
/* What makes a page out of a stretch of a vertical list. */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "layout/flow.h"

/* A named string: its value when the page begins and the first value that the
 * page itself gives it (CSS Generated Content for Paged Media, clause 1.1). */
struct page_string {
    const char *name;
    const char *before, *first; /* first: NULL where the page sets none */
    const char *last;
};

/* The book's named strings, from page to page. */
struct page_strings {
    VEC(struct page_string) at;
};

/* A page in the making. */
struct sheet_page {
    struct layout *l;
    struct layout_page *page;
    const struct style_page *style;
    struct page_strings *strings;
    const char *lang;           /* of what furniture says */
    const struct style *canvas; /* of a division whose background is that of
                                   all of its page; or NULL */
    int x, y;                   /* of a column, from the content box */
    int measure;                /* of a column where they are two texts; 0: that
                                   of the content box */
    int number;                 /* of the page, in its part of the book */
    size_t total;               /* pages of the document; 0: not known */
};

/* Height and width for content. */
int page_content_height(const struct style_page *style);
int page_content_width(const struct style_page *style);

/* Puts the items and note lines of `at` on the page. */
void page_place(struct sheet_page *to, const struct flow *flow,
                const struct flow_page *at);

/* Fills the whole page with the page context's background. */
void page_background(struct sheet_page *to);

/* backdrop.c: the picture behind a box of this size as a rectangle, whose place
 * the caller sets; false where there is none. */
bool backdrop_of(struct layout *l, const struct style_backdrop *b, int width,
                 int height, struct layout_rect *rect);

/* Puts the margin boxes' content on the page. */
void page_furniture(struct sheet_page *to);

/* Sets the page's label in the book's own face, for pictures of the page. */
void page_caption(struct sheet_page *to);

/* Rules along the upper, right, lower and left edge of a box. */
void page_borders(struct arena *a, struct layout_page *page,
                  const struct style *style, int x, int y, int width,
                  int height, bool top, bool bottom);

/* Puts a line on a page: x and y are those of its left edge and baseline. */
void page_line(struct arena *a, struct layout_page *page,
               const struct par_line *line, int x, int y);

/* strings.c */
void strings_begin_page(struct page_strings *s);
void strings_set(struct arena *a, struct page_strings *s,
                 const struct flow_string *event);
/* What every page may say of the book: book-title, book-author,
 * book-publisher, book-from (the publisher, or else the title), book-contact,
 * book-language, which is the name of a language. Title and language are the
 * book's, or those of a page that is of one of its articles alone. */
void strings_preset(struct arena *a, struct page_strings *s,
                    const struct doc_book *book, const char *title,
                    const char *language);
const char *strings_get(const struct page_strings *s, const char *name);

/* Whether the page's furniture counts the document's pages. */
bool page_wants_total(const struct style_page *style);

#endif
