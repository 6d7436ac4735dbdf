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
    struct paint_span *runs;          /* of the page, that stand in each */
    const struct layout_rect **backs; /* the background each is, or NULL */
    size_t n;
    int height; /* of the page */
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

/* One page as a baseline JPEG of the given size in pixels, onto `out`. False,
 * with a message, on failure. */
bool paint_jpeg(const struct layout_page *page, int width, int height,
                int quality, struct buf *out, struct diag *d);

/* Pixels that pages are painted onto. */
struct paint_picture;

/* In pixels, from the picture's top left. */
struct paint_box {
    int x, y, width, height;
};

/* How many pixels a picture may have in all, and on a side (cairo's limit). */
enum { PAINT_MOST_PIXELS = 100000000, PAINT_MOST_SIDE = 32767 };

/* A picture with nothing on it, transparent; NULL, with a message, where there
 * is no memory for it. */
struct paint_picture *paint_picture_new(int width, int height, struct diag *d);
void paint_picture_free(struct paint_picture *p);

/* Fills the box with a colour 0xRRGGBBAA, or from one at its left edge to
 * another at its right. */
void paint_picture_fill(struct paint_picture *p, struct paint_box box,
                        uint32_t color);
void paint_picture_fade(struct paint_picture *p, struct paint_box box,
                        uint32_t left, uint32_t right);

/* Copies all of another picture to a place in pixels. */
void paint_picture_copy(struct paint_picture *p,
                        const struct paint_picture *from, int x, int y);

/* Paints the page on white into the box, `scale` pixels a point from the box's
 * top left; what sticks out is cut off. Glyphs stand where they do in the PDF,
 * to a fraction of a pixel. False, with a message, where cairo failed. */
bool paint_picture_page(struct paint_picture *p, const struct layout_page *page,
                        struct paint_box box, double scale, struct diag *d);

/* Draws the page's caption with its middle and baseline there. */
bool paint_picture_caption(struct paint_picture *p,
                           const struct layout_page *page, double x, double y,
                           double scale, struct diag *d);

/* Writes what is in the box as a PNG: grey, RGB or RGBA as the pixels ask for,
 * 8 bits deep, with its resolution in dots an inch and the name of what made
 * it, without any time. False, with a message, on failure. */
bool paint_picture_png(struct paint_picture *p, struct paint_box box, int dpi,
                       const char *software, paint_write *write, void *to,
                       struct diag *d);

#endif
