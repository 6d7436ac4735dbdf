/* SPDX-License-Identifier: MIT */
/* The vertical list of a division, as TeX has it: boxes, glue, penalties. Flow
 * makes it, pages breaks it, place puts it on pages. All lengths are Pango
 * units; x is from the left edge of the page's content box. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/layout_int.h"

enum flow_kind {
    FLOW_BOX,     /* something of a height that is never cut */
    FLOW_GLUE,    /* white space, dropped where a page begins with it */
    FLOW_GRID,    /* so far down that what follows `below` stands at a
                     multiple of `height` from the page's top */
    FLOW_LEVEL,   /* white space of whatever place, so that what follows is
                     level with its translation */
    FLOW_PENALTY, /* a page may end here */
    FLOW_FORCED,  /* a page ends here */
    FLOW_FLOAT,   /* the place of a figure that floats */
    FLOW_OPEN,    /* a frame begins with its upper border and padding */
    FLOW_CLOSE    /* and ends with its lower ones */
};

/* What breaks cost. Nothing is forbidden, so that pages always come out: a
 * break that must never be taken costs more than any number of empty pages. */
enum {
    FLOW_COST_HYPHEN = 200, /* a page that ends in half a word */
    FLOW_COST_PANEL = 60,   /* inside a frame */
    FLOW_COST_ROW = 20,     /* between rows of a table */
    FLOW_COST_ITEM = 5000,  /* of a list's items, behind one or before one */
    FLOW_COST_LEAD = 20000, /* before a table that the text leads to */
    FLOW_COST_SMALL = 3500, /* in a small table; by a row alone */
    FLOW_COST_NOTE_SPLIT = 2500,
    FLOW_COST_AVOID = 200000,  /* break-inside: avoid */
    FLOW_COST_NEVER = 2000000, /* widows, orphans, headings */
    FLOW_COST_OVERFULL = 20000000
};

/* A line that stands in a box: its left edge and its baseline. */
struct flow_line {
    const struct par_line *line;
    int x, y;
};

struct flow_anchor {
    const struct doc_node *node;
    int y;
};

/* string-set: from here on the named string has this value. */
struct flow_string {
    const char *name, *value;
};

/* A list of its own that stands in a box, so far from the left end and the top
 * of the box. */
struct flow_beside {
    const struct flow *list;
    int x, y;
};

/* What a box holds; y is from its top. */
struct flow_box {
    VEC(struct flow_line) lines;
    VEC(struct layout_rect) rects;
    VEC(struct layout_image) images;
    VEC(struct flow_anchor) anchors;
    VEC(struct flow_string) strings;
    VEC(struct flow_beside) parts;
    const struct doc_node *node; /* for messages */
};

/* A box around a stretch of the list, which may go over several pages: each
 * part has the background, the side borders and the padding. */
struct flow_frame {
    struct flow_frame *parent;
    const struct style *style;
    int x, width;          /* of the border box */
    int above;             /* its upper border and padding */
    int top, bottom;       /* padding that each part repeats at a break */
    struct flow_box *head; /* repeated atop each further part, or NULL */
    int head_height;
};

/* Where a float stands on its page. */
enum flow_side {
    FLOW_HERE, /* in the text, as if it did not float */
    FLOW_TOP,
    FLOW_BOTTOM
};

/* A figure or table that goes to the top or the foot of its page, or of the
 * next one. */
struct flow_float {
    struct flow *list; /* its own items */
    enum style_float want;
    int height;       /* of these */
    int above, below; /* white space around it */
    /* Items, while pages are broken: its own; its section's heading, or
     * SIZE_MAX; that which the section ends before; the section's last box. */
    size_t item, section, section_end, last;
    bool follows; /* right behind another float */
    int space;    /* white space that comes behind it */
};

/* A list that stands at a place of the first page, from its content box. */
struct flow_pin {
    struct flow *list;
    int x, y;
};

struct flow_item {
    enum flow_kind kind;
    int height;               /* BOX, GLUE, GRID, OPEN, CLOSE */
    int penalty;              /* PENALTY: what the break costs */
    int at_top;               /* GLUE: where a page begins with it */
    int below;                /* GRID: what comes before the line that is to
                                 stand on the grid */
    bool fill;                /* GLUE: takes what the page leaves over */
    enum style_break side;    /* FORCED: PAGE, RECTO or VERSO */
    struct flow_frame *frame; /* PENALTY, FORCED: innermost one open here;
                                 OPEN, CLOSE: the frame itself */
    struct flow_box *box;     /* BOX */
    bool starts;              /* BOX: a block's first line */
    bool body; /* BOX: a line of body text, as high as the grid */
    struct flow_float *floating; /* FLOAT */
    enum flow_side to;           /* FLOAT: where its page has it */
    size_t float_end;  /* so many floats have their place up to here */
    size_t note_end;   /* so many of the list's note lines belong to
                          marks up to here */
    size_t note_least; /* and so many must stand on the mark's page */
};

/* One line of a note. */
struct flow_note {
    struct flow_box *box;
    int gap, height; /* white space before it, unless it is a page's first */
    bool together;   /* not to be parted from the line before */
};

/* Another setting of a paragraph: its lines, for those of the list. */
struct flow_variant {
    const struct flow_par *par;
    int lines; /* so many more, or with a minus fewer */
    int cost;  /* on the scale of breaks */
    struct flow_item *items;
    size_t n;
    size_t segment; /* the page breaker's */
};

/* A paragraph whose lines stand on the grid, or white space that keeps to it:
 * items first … end - 1. */
struct flow_par {
    size_t first, end;
    bool space;
    struct par_source source;
    int orphans;
    bool shorter, longer; /* whether it might be */
    bool asked;           /* for variants */
    VEC(struct flow_variant) variants;
};

struct flow {
    VEC(struct flow_item) items;
    VEC(struct flow_par) pars;
    VEC(struct flow_float *) floats;
    VEC(struct flow_pin) pins;
    bool grid;  /* body text stands on one */
    bool loose; /* its paragraphs are parted by white space that is not */
    VEC(struct flow_note) notes;
    int note_gap;   /* between text and notes, the hairline included */
    int note_below; /* of it, below the hairline */
    const struct style *notes_style; /* of the hairline */
    int line;                        /* the usual line height, at least 1 */
};

/* Lays a division's blocks one below the other. `height` is the least height
 * that its pages have for content. The list lives in the division's arena. */
struct flow *flow_division(struct layout *l, const struct doc_node *division,
                           const struct style *style, int measure, int height);

/* The same of some of a division's children: with the first, its box begins;
 * without, there is none of it. NULL: to the last. */
struct flow *flow_part(struct layout *l, const struct doc_node *division,
                       const struct style *style, const struct doc_node *first,
                       const struct doc_node *end, int measure, int height);

/* Style lengths in units: percentages are of `base`, AUTO is `automatic`. */
int flow_length(struct style_length length, int base, int automatic);

/* The side that `left` or `right` means in the book, as RECTO or VERSO; other
 * breaks as they are. */
enum style_break flow_side(const struct layout *l, enum style_break side);

/* Sums of a box's edges. */
int flow_edge(const struct style *s, enum style_side side, int base);

/* The style of a node whose parents' styles are not at hand. */
const struct style *style_here(struct layout *l, const struct doc_node *node);

/* A number as a list or a folio writes it, in the arena. */
const char *flow_number(struct arena *a, int n, enum style_marker system);

/* What stands behind the number of a list's item: nothing behind a bullet. */
const char *flow_number_end(enum style_marker system);

/* Puts every block of the list on the grid of `flow->line` where the
 * division's paragraphs keep to one (grid.c). */
void flow_to_grid(struct layout *l, struct flow *flow);

/* Sets a paragraph a line longer and a line shorter (variants.c). */
void flow_vary(struct layout *l, const struct flow *flow, struct flow_par *par);

/* What a float adds to its page: itself and the white space that parts it from
 * the text, as whole lines where that keeps to a grid. */
int float_height(const struct flow *flow, const struct flow_float *f,
                 enum flow_side side);
/* How far below the top of that height it begins. */
int float_offset(const struct flow *flow, const struct flow_float *f,
                 enum flow_side side);

/* pages.c */

/* One page: items first … end - 1, note lines note_first … note_end - 1. */
struct flow_page {
    size_t first, end;
    size_t note_first, note_end;
    int height;     /* for content; notes and floats stand at its foot */
    bool stretched; /* its white space fills it */
    bool blank;     /* only fills up to the side that was asked for */
};

struct pages_options {
    /* The height for content of the division's page n, from 0. */
    int (*height)(void *with, size_t n);
    void *with;
    bool recto;   /* whether page 0 is one */
    bool thrifty; /* there should be few pages */
    /* Whether page n may be a line longer, as the one that it faces; NULL: none
     * may. */
    bool (*longer)(void *with, size_t n, int line);
    /* Gives a paragraph its other settings, or does nothing; NULL: none has
     * any. */
    void (*vary)(void *with, struct flow *flow, struct flow_par *par);
};

/* Breaks the list into pages of least total cost. Every item is on one page;
 * a box taller than its page stands there alone. Where paragraphs are set
 * longer or shorter to make facing pages level, the list has their new lines
 * afterwards. */
struct flow_page *pages_break(struct arena *a, struct flow *flow,
                              const struct pages_options *o, size_t *n);

/* How far down a page has got; shared by those who measure and those who
 * place. */
struct flow_cursor {
    int y;                   /* below the last box */
    int gap;                 /* white space that comes before the next */
    bool keep;               /* white space counts */
    bool filled;             /* the page has glue that fills */
    int fill;                /* what each such glue gets */
    int64_t glue;            /* the white space so far that may stretch */
    int64_t extra, extra_of; /* what so much of it gets, where that is not 0 */
};

/* At the top of a page that begins at item `first`. */
void cursor_start(struct flow_cursor *c, const struct flow *flow, size_t first);
/* Goes past an item; returns the y of its top. */
int cursor_add(struct flow_cursor *c, const struct flow_item *item);
/* What frames that stay open add at the foot of a page. */
int frames_bottom(const struct flow_frame *frame);

/* How high a list is that no page breaks. */
int flow_height(const struct flow *list);
/* The height of note lines first … end - 1 with the gap above; 0 for none. */
int notes_height(const struct flow *flow, size_t first, size_t end);

#endif
