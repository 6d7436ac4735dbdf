/* SPDX-License-Identifier: MIT */
/* What layout's files share; no other folder includes it.
 *
 * A division is laid out in three steps: paragraphs become lines (par_*),
 * lines and boxes become one vertical list of boxes, glue and penalties
 * (flow), and the list is broken into pages (pages). */
#ifndef LAYOUT_LAYOUT_INT_H
#define LAYOUT_LAYOUT_INT_H

#include <pango/pango.h>

#include "layout/layout.h"

struct hyphens; /* hyphen.c: the dictionaries, opened at first use */
struct missing; /* missing.c: characters that no face has */
struct faces;   /* font.c: what is known of fonts and styles, interned */

/* All that is the same for a whole run. */
struct layout {
    const struct doc_book *book;
    struct style_sheet *sheet;
    const struct layout_options *options;
    struct diag *diag;
    const struct style_fonts *fonts;
    PangoFontMap *map;
    PangoContext *pango;
    struct hyphens *hyphens;
    struct missing *missing;
    struct faces *faces;
    struct arena *lasting; /* lives until layout_book returns */
    struct arena *arena;   /* of the division in hand */
    struct map *counted;   /* counters.c: made at first need */
    /* The printed page's label of a target, or with `last` that of the last
     * page of a division; NULL while it is not known: then a placeholder of
     * its likely width is set. */
    const char *(*page_label)(void *with, const struct doc_node *target,
                              bool last);
    void *page_label_with;
    bool in_place;     /* nothing floats */
    bool pins_told;    /* that only blocks of divisions have places */
    bool columns_told; /* that columns stand on divisions alone */
};

/* The first of the book's own text or images in a line. */
struct line_start {
    const struct doc_node *node; /* NULL: there is none */
    bool inside;                 /* it begins within the node's text, behind */
    uint32_t signs;              /* so many characters as they are set, white
                                    space not counted, */
    uint8_t how;                 /* in this case: enum style_transform */
};

/* start.c: how many bytes of the node's text are before the line. */
size_t line_start_byte(const struct line_start *start);

/* A line: what stands on one baseline. Positions inside are relative to the
 * left edge of the paragraph's content box (x) and to the baseline (y, down).
 */
struct par_line {
    struct line_start start;
    int ascent, descent; /* of the line box, half-leading included */
    int left, width;     /* of its ink's advance; for links and dumps */
    VEC(struct layout_run) runs;
    VEC(struct layout_rect) rects; /* decorations, inline backgrounds */
    VEC(struct layout_image) images;
    VEC(struct layout_link) links;
    VEC(const struct doc_node *) notes; /* NOTEs whose mark is in the line */
    VEC(const struct doc_node *)
    starts;                  /* inline nodes with an id that begin
                                in the line */
    bool hyphenated, forced; /* ends in a hyphen; in a <br> */
    int overfull;            /* how far it sticks out, or 0 */
};

struct par {
    struct par_line *lines;
    size_t n;
    size_t fewest, most; /* no setting has fewer or more lines */
};

/* Makes the context, faces and hyphens of a layout whose other fields are
 * set, from the catalogue's map; layout_fonts_close() lets go of them and of
 * the map. */
void layout_fonts_open(struct layout *l, PangoFontMap *map);
void layout_fonts_close(struct layout *l);

/* missing.c. Notes what the font lacks of n bytes of a node's text. */
struct missing *missing_new(struct arena *a);
void missing_note(struct missing *m, const struct doc_node *node,
                  PangoFont *font, const char *text, size_t n);

/* Tells of what was noted, a message a file and script. */
void missing_tell(struct layout *l);

/* What to set: the inline children of `block` from `first` up to, not with,
 * `end` (NULL: to the last), in the block's style. Also the block's generated
 * content (::before, ::after) when the range is the whole of it. */
struct par_source {
    const struct doc_node *block;
    const struct doc_node *first, *end;
    const struct style *style;
    int measure;             /* width of the content box */
    int tallest;             /* an image in a line may be so high; 0: any */
    int indent;              /* of the first line, beside text-indent */
    int made;                /* 0, or one more than the pseudo-element whose
                                content is all there is */
    struct layout_mark mark; /* for text that no inline node tags; role
                                CONTENT: each run is marked by its own
                                nearest tagged node */
};

/* Sets a paragraph: items, hyphens, total-fit breaks, lines. Lines live in
 * the layout's division arena. A source without any text or image gives no
 * line. An overfull line is reported with the place of its text. */
struct par par_set(struct layout *l, const struct par_source *source);

/* Sets a paragraph in so many lines more (below 0: fewer) than par_set() gives
 * it, for pages that are a line too long or too short (TeX's \looseness). No
 * lines come where that would make a loose line, three hyphens in a row or a
 * last line that is too short, and for text-wrap: balance; look at `fewest` and
 * `most` first, since each call costs what par_set() does. *cost: by how many
 * demerits the breaks are worse than the best ones (a line whose spaces give by
 * half of what they may has 500, one that they fill to the limit 12,000; a
 * hyphen 2,500 to 10,000). */
struct par par_set_lines(struct layout *l, const struct par_source *source,
                         int more, int64_t *cost);

/* Sets text that stands in no node (running heads, folios, list markers) as
 * one line of at most `most` units, shortened at a word with an ellipsis where
 * it is longer (0: as long as it gets). */
struct par_line par_text(struct layout *l, const char *text, const char *lang,
                         const struct style *style, struct layout_mark mark,
                         int most);

/* How wide a source is, for table columns: its longest piece that does not
 * break, the same where each hyphen may be taken, and all on one line. */
struct par_extent {
    int least, tight, most;
};
struct par_extent par_extent(struct layout *l, const struct par_source *source);

/* content.c: the text that `content` makes of the node or its pseudo-element
 * (CONTENT_SELF: what it sets as a string), onto `out`. `nth` is how many
 * pieces of the node's lists have been counted; 0 at first. A leader is given
 * back as its place in the text and its pattern. */
enum { CONTENT_SELF = -1 };
struct content_leader {
    size_t at;
    const char *pattern;
};
struct content_leader content_text(struct layout *l,
                                   const struct style_content *content,
                                   const struct doc_node *node, int pseudo,
                                   size_t *nth, struct buf *out);

/* counters.c: what the nth piece that counts (a counter, a quotation mark, a
 * named string) of a node's content says, or NULL. */
const char *counted_text(struct layout *l, const struct doc_node *node,
                         int pseudo, size_t nth);
bool counted_is(const struct style_content *piece);

/* corners.c: the radii of a box of this size; corners that `ends` (by enum
 * style_side) leaves out are square. False where all are. */
bool corners_of(const struct style *style, int width, int height,
                const bool ends[4], int radius[4]);

/* A ring instead of four rules, where the borders have round corners and one
 * colour. False where there is none. */
bool corners_ring(const struct style *style, const bool ends[4],
                  struct layout_rect *rect);

/* The interned face of a Pango font. */
const struct layout_font *face_of(struct layout *l, PangoFont *font);

/* hyphen.c. */
struct hyphens *hyphens_open(const char *dir);
void hyphens_close(struct hyphens *h);

/* Marks in `may[i]` whether the word (lower or mixed case, n bytes, no white
 * space) may be hyphenated before byte i, by the language's dictionary. */
void hyphens_find(struct hyphens *h, const char *lang, const char *word,
                  size_t n, bool *may);

/* breaks.c: total-fit line breaking (Knuth and Plass, 1981) over items in
 * integers; knows no text and no Pango, so that tests can hold it against
 * brute force. */
enum break_item_kind { BREAK_BOX, BREAK_GLUE, BREAK_PENALTY };
struct break_item {
    enum break_item_kind kind;
    int width;           /* BOX, GLUE; PENALTY: of the hyphen if taken */
    int stretch, shrink; /* GLUE; BOX: how far it gives of itself */
    int penalty;         /* PENALTY: BREAK_FORCED to BREAK_NEVER */
    bool flagged;        /* PENALTY: a hyphen */
    bool late;           /* PENALTY: not in the first try */
    int hang;            /* what sticks out into the margin and doesn't count:
                            where a line ends here, or with a BOX begins */
};
enum { BREAK_FORCED = -10000, BREAK_NEVER = 10000 };

struct break_options {
    const int *measures; /* of lines 0 … n-1; the last serves all others */
    size_t measure_count;
    bool ragged;       /* lines need not fill */
    int pretolerance;  /* the worst badness that the first try takes, */
    int tolerance;     /* and the second; TeX's are 100 and 200 */
    int runt;          /* a last line narrower than this is too short */
    size_t lines;      /* exactly so many, well broken; 0: what costs least */
    int64_t *demerits; /* what the breaks cost; or NULL */
};

/* Writes the indices of the items at which lines end, the last item's among
 * them, and returns how many; it always succeeds: where nothing fits, lines
 * are overfull. Only where a number of lines is asked for that can't be had in
 * the second try's tolerance, without three hyphens in a row and without a last
 * line that is too short, it returns 0. `out` has room for n. The last item
 * must be a forced penalty.
 */
size_t break_lines(struct arena *a, const struct break_item *items, size_t n,
                   const struct break_options *o, size_t *out);

#endif
