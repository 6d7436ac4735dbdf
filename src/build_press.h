/* SPDX-License-Identifier: MIT */
/* Files for a print shop: what build_press*.c share. */
#ifndef BUILD_PRESS_H
#define BUILD_PRESS_H

#include "build_int.h"
#include "pdf/pdf.h"

/* Makes the files of an edition with `press`: the inside, whose pages come one
 * by one, the cover, and a text about both. `options` are a PDF's. */
void make_press(const struct edition_job *job, struct style_sheet *sheet,
                struct pdf_options options);

/* What shops ask of pictures: what is coarse on paper, and what is not. */
enum { PRESS_LEAST_DPI = 200, PRESS_WANTED_DPI = 300 };

/* A picture where it is coarsest. */
struct press_picture {
    const struct doc_asset *asset;
    struct place at;
    const char *where; /* the page's label */
    int width, height; /* that it is printed in, all of it */
    int dpi;
};

/* Faults of a kind that have no place of their own. */
struct press_fault {
    const char *where, *words; /* of the first */
    int size;                  /* of it, or how far it is from the cut */
    bool bound;                /* which is where the pages are bound */
    size_t n, pages;
    size_t last; /* page that has one, from 1 */
};

struct press_checks {
    const struct edition_job *job;
    struct arena *arena;
    bool inches; /* lengths are said so */
    VEC(struct press_picture) pictures;
    struct map *blocks;            /* places of text that was named */
    size_t more;                   /* blocks that were not */
    struct press_fault near, thin; /* text without a place; lines */
    struct press_fault fine;       /* small letters of several inks */
};

/* Looks at a page as it is printed, with its bleed, and warns of text that
 * stands near where it is cut. `cover`: it is the cover. */
void press_look(struct press_checks *c, const struct layout_page *page,
                bool cover);

/* Warns of what else was found. */
void press_warn(struct press_checks *c);

/* A length in inches or millimetres, "0.125" or "3". */
const char *press_number(struct arena *a, int units, bool inches);

/* A length as people say it, "0.125 in" or "3 mm", in the arena. */
const char *press_length(struct arena *a, int units, bool inches);

/* What is said of a page in the text about the files. */
struct press_page {
    const char *label;
    bool colored, transparent;
};

struct press {
    const struct edition_job *job;
    struct pdf_writer *writer; /* of the file in hand */
    struct arena *scratch;     /* of the page in hand */
    struct layout_bleed how;
    struct conf_size trim;
    int spine;     /* of the cover, in Pango units */
    bool cover;    /* there is one */
    size_t filled; /* of the pages, blank at the end */
    struct press_page cover_page;
    VEC(struct press_page) pages;
    struct press_checks checks;
};

/* Appends the text about the files. */
void press_tell(const struct press *p, struct buf *out);

#endif
