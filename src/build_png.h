/* SPDX-License-Identifier: MIT */
/* What the files of the PNG backend share. */
#ifndef BUILD_PNG_H
#define BUILD_PNG_H

#include "build_int.h"
#include "paint/paint.h"

enum { CONTACT_DPI = 36 };

/* A page that waits for the one that faces it. */
struct album_half {
    size_t index;
    bool right; /* on the right of its spread */
    int width, height;
    struct paint_picture *picture; /* NULL: no longer */
};

/* The pages that a file shows, counted from 1; a contact sheet's number. */
struct album_file {
    size_t first, last;
};

/* A contact sheet that waits for more pages. */
struct contact_sheet {
    size_t number; /* from 0 */
    struct paint_picture *picture;
    size_t used;  /* cells up to the last that shows something */
    size_t pages; /* on it */
};

/* Pictures of an edition's pages in the making. */
struct album {
    const struct edition_job *job;
    int dpi;
    size_t pages; /* so far */
    bool failed;  /* why was said */
    VEC(struct album_half) halves;
    VEC(struct album_file) written;   /* as the output's files */
    VEC(struct contact_sheet) sheets; /* build_contact.c */
    int cell_width, cell_height;      /* of a contact sheet, or 0 */
};

/* How many pixels show a length in Pango units, the last perhaps in part. */
int png_pixels(int units, int dpi);

/* Pixels a point. */
double png_scale(int dpi);

/* Whether a picture of this size can be made; else a message says why not. */
bool png_fits(struct album *m, const char *what, int width, int height);

/* Writes what is in the box as the next of the output's files. */
void png_write(struct album *m, struct paint_picture *picture,
               struct paint_box box, size_t first, size_t last);

/* Makes the page a picture of its own. */
void png_take(struct album *m, const struct layout_page *page);

/* Whether the page, or one of the spread's, was asked for. */
bool png_wants(const struct album *m, size_t index);
bool png_wants_spread(const struct album *m, size_t spread);

/* Whether the first page has a spread of its own: unless it faces its
 * translation. */
bool png_begins_alone(const struct album *m);

/* The spread that a page is in. */
static inline size_t
png_spread_of(const struct album *m, size_t index)
{
    return (index + png_begins_alone(m)) / 2;
}

/* build_contact.c: puts a page on its contact sheet; writes what is left. */
void contact_page(struct album *m, const struct layout_page *page);
void contact_end(struct album *m);

#endif
