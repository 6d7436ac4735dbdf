/* SPDX-License-Identifier: MIT */
/* A line in the making; lines.c and place.c share it. */
#ifndef LAYOUT_LINE_INT_H
#define LAYOUT_LINE_INT_H

#include "layout/par_int.h"

/* A cluster in the line, as wide as its glue or the line made it. */
struct piece {
    uint32_t cluster;
    int width;
};

/* Pieces of one run, in logical order. */
struct segment {
    size_t from, to;
    uint8_t level;
};

struct liner {
    struct layout *l;
    struct arena *arena; /* scratch */
    struct shapes *shapes;
    const struct items *items;
    const struct line_options *options;
    VEC(struct piece) pieces;
    VEC(struct segment) segments;
    size_t shown;              /* pieces before the space at the end */
    size_t start, end;         /* bytes */
    int hang_left, hang_right; /* what stands in the margins */
    int by;                    /* glyphs are wider, in thousandths */
    struct par_line line;
};

const struct inline_box *line_box_of(const struct liner *m,
                                     const struct cluster *c);

/* expand.c: makes the line's glyphs wider or narrower, as far as they give, by
 * what it has to spare or, below 0, lacks. */
void line_expand(struct liner *m, int spare);

/* expand.c: the horizontal scale of a run's glyphs that this cluster is of, in
 * thousandths. */
int line_stretch(const struct liner *m, const struct cluster *c);

/* place.c: puts a segment's run, image or leader at x with its decorations
 * and links; returns where it ends. */
int line_place(struct liner *m, const struct segment *segment, int x);

/* place.c: how far the foot of an image is above the line's baseline. */
int line_raised(const struct liner *m, const struct inline_box *box,
                const struct span *image);

/* adorn.c: backgrounds, borders, decorations and links of the boxes around a
 * segment that is set from x on. */
void line_adorn(struct liner *m, const struct segment *segment, int x,
                int width);

/* place.c: how tall the line's box is. */
void line_height(struct liner *m);

/* start.c: where the line begins in the book's text. */
void line_find_start(struct liner *m, struct line_marks *marks);

/* place.c: notes and nodes with ids that begin in the line. */
void line_find_marks(struct liner *m, struct line_marks *marks, bool last);

#endif
