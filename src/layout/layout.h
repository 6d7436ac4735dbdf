/* SPDX-License-Identifier: MIT */
/* layout: the tree and its styles become pages, and pages are plain data.
 *
 * Every coordinate is in Pango units (1/1024 pt) from the page's top left
 * corner, x to the right and y down. Who draws a page decides nothing. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "style/style.h"

/* One face at one size; the same pointer for the same. `font` is a
 * PangoFont *. */
struct layout_font {
    void *font;
    const char *family; /* as the face calls itself */
    const char *style;  /* "Regular", "Bold Italic", … */
    int size;
};

/* What a mark is in the structure tree. */
enum layout_role {
    LAYOUT_CONTENT,  /* belongs to `node` */
    LAYOUT_LABEL,    /* the label of the list item or note `node` */
    LAYOUT_HEADER,   /* artifact: running head */
    LAYOUT_FOOTER,   /* artifact: folio and the like */
    LAYOUT_REPEATED, /* artifact: a table's head, once more */
    LAYOUT_ARTIFACT, /* artifact: rules, backgrounds, leaders, blanks */
    LAYOUT_PRINTER   /* artifact: where a print shop is to cut */
};

struct layout_mark {
    const struct doc_node *node; /* the nearest node with a structure type, or
                                    a TEXT's parent; NULL for artifacts */
    enum layout_role role;
    const char *actual; /* what the mark's runs say, where their own text is
                           not it: a drop cap says nothing, and what stands
                           beside it says the whole word. Or NULL */
};

struct layout_glyph {
    uint32_t glyph; /* index in the face */
    int x, y;       /* of its origin, from the run's origin */
    int advance;
};

/* As cairo_text_cluster_t: bytes of text and glyphs that go together. */
struct layout_cluster {
    uint16_t bytes, glyphs;
};

/* What a line of a justified paragraph came to, for those who judge it. */
struct layout_line {
    size_t spaces;      /* between its words */
    int space, natural; /* the mean of them as set and as the faces have it */
    int glyphs;         /* how much wider they are, in thousandths */
    int overfull;       /* how far it sticks out, or 0 */
    bool filled;        /* to the measure */
    bool first, last;   /* of its paragraph */
    bool hyphenated;
};

/* Glyphs of one face in one colour on one baseline. */
struct layout_run {
    struct layout_mark mark;
    const struct layout_font *font;
    uint32_t color;
    int x, y; /* origin of the first glyph, on the baseline */
    int width;
    const char *text; /* UTF-8, in logical order */
    size_t bytes;
    struct layout_glyph *glyphs; /* in visual order */
    size_t glyph_count;
    struct layout_cluster *clusters; /* in logical order */
    size_t cluster_count;
    bool rtl;         /* clusters run backward over the glyphs */
    bool line_end;    /* the last run of its line */
    bool line_broken; /* a space belongs behind it that is not in its text:
                         the line was asked to end, or it is a drop cap */
    int stretch;      /* horizontal scale of the glyphs, in thousandths */
    const struct layout_line *line; /* with line_end, where it is justified */
    bool turned;                    /* see struct layout_page */
};

/* A picture that fills a rectangle: its first tile from the rectangle's top
 * left, going on to the right and down where it repeats, cut off at the edges.
 */
struct layout_picture {
    const struct doc_asset *asset;
    int x, y, width, height;
    bool repeat[2];
};

struct layout_rect {
    struct layout_mark mark;
    int x, y, width, height;
    uint32_t color;
    enum style_line line; /* SOLID fills; others are stroked along */
    int radius[4];        /* of SOLID's corners, from top left clockwise */
    int ring[4];          /* of SOLID: what is filled at each side, by enum
                             style_side; all 0: the whole */
    const struct layout_picture *picture; /* fills it instead, or NULL */
    bool turned;
};

struct layout_image {
    struct layout_mark mark;
    const struct doc_asset *asset;
    int x, y, width, height;
    uint32_t color, fill; /* of a drawing that takes them from the style */
    struct layout_crop {  /* what is seen of it, from its top left */
        int x, y, width, height;
    } crop; /* width 0: all */
    bool turned;
};

/* Where a link can be clicked: one rectangle a line. */
struct layout_link {
    const struct doc_node *node;   /* LINK, NOTE_REF, … */
    const struct doc_node *target; /* inside the book, or NULL */
    const char *href;              /* outside, or NULL */
    int x, y, width, height;
};

/* Where a node begins, for destinations. */
struct layout_anchor {
    const struct doc_node *node;
    int x, y; /* of the top of its first line or box */
};

/* Where the text of a page begins: before the node, or with `at`, before that
 * byte of its text. */
struct layout_start {
    const struct doc_node *node; /* NULL: nothing of the book stands there */
    size_t at;
    bool inside;                     /* `at` counts */
    const struct doc_node *floating; /* with what the page's first float does,
                                        or NULL */
    bool aside; /* the page has notes or floats alone, which stand elsewhere
                   in the book */
};

struct layout_box {
    int x, y, width, height;
};

struct layout_page {
    size_t index;      /* from 0 in the document's final order */
    const char *label; /* the folio: "iv", "12", "Cover" */
    bool right, blank; /* on the right of a spread: a recto, or the verso of a
                          book that is bound on the right; an empty page that
                          only fills */
    bool ends;         /* its text ends here; no page break cuts it */
    int width, height;
    /* What is turned stands in a page of its own, laid a quarter clockwise on
     * this one: its top left corner comes to stand here. */
    int turn_x, turn_y;
    /* For a print shop: what is left when it is cut, and how far it bleeds
     * beyond that; width 0: nothing is cut off. */
    struct layout_box trim;
    int bleed;
    int notes; /* where the hairline over its notes stands, or 0 */
    struct layout_start start;
    /* in drawing order: rects, images, runs */
    VEC(struct layout_rect) rects;
    VEC(struct layout_image) images;
    VEC(struct layout_run) runs;
    VEC(struct layout_link) links;
    VEC(struct layout_anchor) anchors;
    /* with options.captions: the label to set beneath a picture of the page,
     * from the left end of its baseline */
    VEC(struct layout_run) caption;
};

struct layout_options {
    const char *hyphen_dir; /* hyph_*.dic files */
    bool cover;             /* begin with the book's cover page */
    bool captions;          /* pages come with their captions */
    bool whole_words;    /* narrow tables divide no word, whatever it costs */
    bool thrifty;        /* rather a poorer page break than one page more */
    const char *version; /* of the program, for the colophon */
};

/* Takes one finished page. It is valid until the call returns. Pages come in
 * any order of their index; each index once, from 0 without gaps. */
typedef void layout_sink(void *to, const struct layout_page *page);

/* Lays the book out. Problems go to `d`. */
void layout_book(const struct doc_book *book, struct style_sheet *sheet,
                 struct style_fonts *fonts, const struct layout_options *o,
                 struct diag *d, layout_sink *sink, void *to);

/* How many pages the book has as the sheet is now. Says nothing: a layout that
 * is kept tells of its problems. */
size_t layout_count(const struct doc_book *book, struct style_sheet *sheet,
                    struct style_fonts *fonts, const struct layout_options *o);

/* Lays out one division that fills one page (the cover), whatever its size. */
void layout_single(const struct doc_book *book, const struct doc_node *division,
                   struct style_sheet *sheet, struct style_fonts *fonts,
                   const struct layout_options *o, struct diag *d,
                   layout_sink *sink, void *to);

/* Puts all that a page shows onto another, moved so far, in the arena; what
 * sticks out of `within` (on the other page) is cut off if it is a picture.
 * Turned, the page stands a quarter clockwise with its top left corner there;
 * a page has room for one such. Nothing of it is content for readers: that is
 * in the book. */
void layout_lay_on(struct arena *a, struct layout_page *onto,
                   const struct layout_page *page, int x, int y, bool turned,
                   struct layout_box within);

/* The room around the bleed where there are marks. */
enum { LAYOUT_MARK_ROOM = 21 * STYLE_PT };

/* What a page for a print shop has beyond its trimmed edge. */
struct layout_bleed {
    int bleed;
    int marks;   /* bits of enum style_marks */
    int fold[2]; /* of a cover, from its left: the spine's edges, or 0 */
};

/* Marks for the shop are drawn in this colour: a black that nothing else has,
 * to be printed with all inks. */
#define LAYOUT_REGISTRATION 0x000001FFu

/* bleed.c. Makes `out`, in the arena, of a page: larger by its bleed and by
 * room for marks. Areas and pictures that reach the trimmed edge go on as far
 * as the bleed, pictures a little larger for that; what is round or a line
 * ends where it did, and nothing goes farther. Lengths are Pango units. (CSS
 * Paged Media Level 3, clause 7; ISO 32000-1, 14.11.2.) */
void layout_bleed(struct arena *a, const struct layout_page *page,
                  const struct layout_bleed *how, struct layout_page *out);

/* The page as text, for goldens and people: a line each, positions in points
 * to two decimals. */
void layout_dump(const struct layout_page *page, struct buf *out);

#endif
