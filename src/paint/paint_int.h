/* SPDX-License-Identifier: MIT */
/* What paint's files share; no other folder includes it. */
#ifndef PAINT_PAINT_INT_H
#define PAINT_PAINT_INT_H

#include <cairo.h>

#include "paint/paint.h"

/* Where a page is drawn. */
struct paint_target {
    cairo_t *cr;
    struct diag *diag;
    struct arena *arena; /* scratch, let go after the page */
    bool marked;         /* a PDF: what belongs to which mark is noted */
    VEC(struct layout_mark) marks;         /* of the page so far, by id */
    VEC(struct paint_span) spans;          /* their runs */
    VEC(const struct layout_rect *) backs; /* the background each is, or NULL */
    size_t run;                            /* the next run's index */
};

/* Draws everything on the page; positions in points from its top left. */
void paint_content(struct paint_target *t, const struct layout_page *page);

/* What is drawn next belongs to the mark. To be called with no path, and with
 * the colour of what is drawn set. */
void paint_mark(struct paint_target *t, struct layout_mark mark);

void paint_run(struct paint_target *t, const struct layout_run *run);
void paint_image(struct paint_target *t, const struct layout_image *image);

/* Fills the rectangle with its picture. */
void paint_backdrop(struct paint_target *t, const struct layout_rect *rect);

/* Says that the asset can't be drawn. */
void paint_image_report(struct paint_target *t, const struct doc_asset *asset,
                        const char *why);

/* The asset's pixels, or NULL with a message. The caller destroys it. */
cairo_surface_t *paint_decode(struct paint_target *t,
                              const struct doc_asset *asset);

/* Draws an SVG into a box given in points; a message on failure. */
void paint_svg(struct paint_target *t, const struct layout_image *image);

/* Appends the RGB24 surface as a baseline JPEG. Its pixels are gone then. */
bool paint_encode_jpeg(cairo_surface_t *surface, int quality, struct buf *out);

/* Pixels as cairo's ARGB32 has them, alpha multiplied into the colours. */
struct paint_pixels {
    const unsigned char *at;
    size_t stride; /* bytes from row to row */
    uint32_t width, height;
};

/* What a PNG says beside its pixels. */
struct paint_png_facts {
    int dpi;
    const char *software;
};

/* Writes a PNG. NULL, or what went wrong, in the arena. */
const char *paint_encode_png(const struct paint_pixels *pixels,
                             const struct paint_png_facts *facts,
                             paint_write *write, void *to, struct arena *a);

/* Antialiasing in greys, outlines as they are, whatever the font map was made
 * for. */
void paint_font_options(cairo_t *cr);

/* letters.c: a run from right to left with a glyph for each sign where that
 * can be told; in the arena. */
struct layout_run paint_letters(struct arena *a, const struct layout_run *run);

/* Likewise, a run that says nothing: what its word says has its letters. */
struct layout_run paint_silent(struct arena *a, const struct layout_run *run);

/* Sets the source to a colour 0xRRGGBBAA. */
void paint_color(cairo_t *cr, uint32_t color);

static inline double
paint_points(int units)
{
    return units / 1024.0;
}

#endif
