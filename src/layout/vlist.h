/* SPDX-License-Identifier: MIT */
/* What those who make a vertical list share: where they stand, and how boxes
 * and white space are added. */
#ifndef LAYOUT_VLIST_H
#define LAYOUT_VLIST_H

#include "layout/flow.h"

/* A block that is open. */
struct level {
    const struct doc_node *node, *next; /* next: the child to come */
    const struct style *style;
    int x, measure;           /* of its content box */
    int around;               /* its parent's measure */
    int below;                /* border and padding below */
    struct flow_frame *frame; /* that it opened, or NULL */
    size_t begin;             /* its first item */
    int number;               /* LIST: of its next item */
    bool avoid, begun;        /* break-inside: avoid; it has a box */
    size_t markers;           /* that wait since before it */
    bool contains;            /* blocks: ::after has a line of its own */
};

/* A list marker or note number that waits for its block's first line. */
struct marker {
    struct par_line line;
    int x;
};

struct builder {
    struct layout *l;
    struct flow *flow;
    int height, measure; /* the least that a page has for content */
    VEC(struct level) levels;

    /* What lies between the last box and the next. */
    int margin_most, margin_least;  /* adjoining margins: highest, lowest */
    bool fill;                      /* one of them is auto */
    int at_top;                     /* white space where a page begins here */
    int between;                    /* what a break here costs */
    enum style_break forced;        /* PAGE, RECTO, VERSO, or AUTO for none */
    bool fresh;                     /* a frame or the list has only begun */
    struct flow_frame *frame;       /* the innermost open one */
    VEC(struct flow_frame *) opens; /* to be opened right before a box */

    /* What waits for the next box. */
    VEC(const struct doc_node *) anchors;
    VEC(struct flow_string) strings;
    VEC(struct marker) markers;
    int inside; /* what a marker takes of the next line's beginning */

    VEC(const struct doc_node *) notes; /* that are in the list already */
    size_t note_least;
    VEC(const struct doc_node *) later; /* marked within notes */
    bool in_note;                       /* the list is a note */
    bool floating;                      /* or a float */
    bool dry; /* only to be measured: notes stay out */
};

struct builder vlist_new(struct layout *l, int height, int measure);

/* Joins a margin with those that wait. */
void vlist_margin(struct builder *b, int margin);

/* What a page has room for here inside the frames that are open, with their
 * borders and padding. */
int vlist_room(const struct builder *b);

/* Adds a box below what is there, after the white space and the break that
 * wait; what waited for a box is in it. */
struct flow_box *vlist_box(struct builder *b, int height);

/* White space that a page break does not swallow: no break comes between it
 * and the next box, or with vlist_foot, the last. */
void vlist_space(struct builder *b, int height);
void vlist_foot(struct builder *b, int height);

/* A set paragraph, its lines as boxes. */
void vlist_lines(struct builder *b, const struct par *par, int x,
                 const struct style *style, int orphans);

/* A float has its place here. */
void vlist_float(struct builder *b, struct flow_float *f);

/* flow.c: lays a block out below what is there. */
void vlist_block(struct builder *b, const struct level *in,
                 const struct doc_node *node);

/* float.c: makes a float of the block if its style asks for that and it can
 * be one; whether it did. */
bool float_make(struct builder *b, const struct level *in,
                const struct doc_node *node, const struct style *style);

/* pin.c: likewise, puts it at a place of the first page. */
bool pin_make(struct builder *b, const struct level *in,
              const struct doc_node *node, const struct style *style);

/* flex.c: likewise, lays its blocks out side by side. */
bool flex_make(struct builder *b, const struct level *in,
               const struct doc_node *node, const struct style *style);

/* What a page break costs before line i of a paragraph. */
int vlist_line_cost(const struct par *par, size_t i, int orphans,
                    const struct style *style);

/* variants.c: the paragraph whose lines are the items from `begin` on may be
 * set otherwise if need be. */
void vlist_par(struct builder *b, size_t begin, const struct par *par,
               const struct par_source *source, int orphans);

/* The node and string-set events wait for the next box. */
void vlist_anchor(struct builder *b, const struct doc_node *node,
                  const struct style *style);

/* What content_text() says, in the division's arena. */
const char *vlist_content(struct builder *b,
                          const struct style_content *content,
                          const struct doc_node *node, int pseudo, size_t *nth);

/* The upper border and padding of a block, and a frame (else NULL) where it
 * has anything to draw; and its end. */
struct flow_frame *vlist_open(struct builder *b, const struct style *style,
                              int x, int width, int measure);
struct flow_frame *vlist_frame(struct builder *b, const struct style *style,
                               int x, int width, int above);
void vlist_close(struct builder *b, struct flow_frame *frame, int below);

/* Lays out all blocks in `root`, below those that are there. */
void vlist_blocks(struct builder *b, const struct doc_node *root,
                  const struct style *style, int x, int measure);

/* Opens a block: margins, breaks, borders, padding; returns its level. */
struct level *vlist_enter(struct builder *b, const struct doc_node *node,
                          const struct style *style, int x, int measure);
void vlist_leave(struct builder *b);

/* list.c: the marker of an item waits for its first line. */
void vlist_marker(struct builder *b, struct level *item, int number);
/* Indents a list whose numbers are wider than its padding. */
void vlist_make_room(struct builder *b, struct level *list);
void vlist_note_number(struct builder *b, struct level *note);
/* Puts the markers that wait, from number `from` on, on the box's baseline. */
void place_markers(struct builder *b, struct flow_box *box, size_t from,
                   int baseline);

/* figure.c */
void vlist_rule(struct builder *b, const struct level *in,
                const struct doc_node *rule, const struct style *style);
void vlist_image(struct builder *b, const struct level *in,
                 const struct doc_node *image, const struct style *style);

/* table.c */
void vlist_table(struct builder *b, const struct level *in,
                 const struct doc_node *table, const struct style *style);

/* note_lines.c: a note's list as lines behind those that the list has. */
void vlist_note_lines(struct builder *b, const struct flow *note, int margin);

/* notes.c: whether a note's mark stands below the node. */
bool vlist_has_notes(const struct doc_node *node);

/* The note of a mark joins the list's notes, once. */
void vlist_note(struct builder *b, const struct doc_node *note);

#endif
