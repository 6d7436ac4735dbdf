/* SPDX-License-Identifier: MIT */
/* paint: a finished page onto a cairo surface. It decides nothing. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "layout/layout.h"

/* A document that pages are painted into. */
struct paint_canvas;

/* Takes bytes as cairo writes them. */
typedef void paint_write(void *to, const void *bytes, size_t n);

/* What one marked-content id of a page stands for: ids count from 0 in the
 * order of this array. */
struct paint_marks {
    struct layout_mark *at;
    struct paint_span *runs; /* of the page, that stand in each */
    size_t n;
};

/* Runs from `first` up to, not with, `end`. */
struct paint_span {
    size_t first, end;
};

/* A PDF canvas: content streams stay uncompressed, and a line that ends in
 * PAINT_BEGINS stands before whatever belongs to another mark than what came
 * before it. It draws a speck, and the finisher puts marked content in its
 * place. (cairo's own tags would do, but keep 200 bytes each to the end.) */
#define PAINT_BEGINS "0 0 0.125 0.375 re f\n"
struct paint_canvas *paint_pdf_new(paint_write *write, void *to);

/* Paints a page and ends it. `marks` gets the marks of the page's ids, valid
 * until the next call. False, with a message, where cairo failed: a context in
 * error must never end in a valid blank page. */
bool paint_page(struct paint_canvas *canvas, const struct layout_page *page,
                struct paint_marks *marks, struct diag *d);

/* Ends the document and frees the canvas; false where cairo failed. */
bool paint_end(struct paint_canvas *canvas, struct diag *d);

/* One page as a baseline JPEG or a PNG of the given size in pixels, onto
 * `out`. False, with a message, on failure. */
bool paint_jpeg(const struct layout_page *page, int width, int height,
                int quality, struct buf *out, struct diag *d);
bool paint_png(const struct layout_page *page, int width, int height,
               struct buf *out, struct diag *d);

#endif
