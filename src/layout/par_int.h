/* SPDX-License-Identifier: MIT */
/* What the paragraph's files share: text, shapes, items. Only they include it.
 *
 * inline.c makes the text; shape.c its clusters; points.c finds where lines may
 * end; par.c makes the breaker's items of both; lines.c the lines. */
#ifndef LAYOUT_PAR_INT_H
#define LAYOUT_PAR_INT_H

#include "layout/layout_int.h"

/* Stand-ins in the text, 3 bytes each. */
#define TEXT_BREAK "\xE2\x80\xA8"  /* U+2028: a forced break */
#define TEXT_OBJECT "\xEF\xBF\xBC" /* U+FFFC: an image or a leader */
enum { TEXT_STANDIN = 3 };

enum { BOX_NONE = -1 };

/* How many elements an array has. */
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* An inline node, or as number 0 the block itself. */
struct inline_box {
    const struct doc_node *node;
    const struct style *style;
    int parent; /* its number; of the block BOX_NONE */
    const char *lang;
    int rise; /* of its baseline, upwards */
    struct layout_mark mark;
    int pseudo;        /* enum style_pseudo of what it shows, or BOX_NONE */
    size_t start, end; /* its bytes */
    bool edged;        /* it has margins, padding or borders */
};

/* What margins, borders and padding take at either side. */
struct edges {
    int left, right;
};

enum span_kind { SPAN_TEXT, SPAN_BREAK, SPAN_IMAGE, SPAN_LEADER };

/* A stretch of text of one box. */
struct span {
    size_t start, end;
    int box;
    enum span_kind kind;
    const struct doc_node *node; /* whose text it is, or the image */
    uint32_t cut;                /* signs of the node's text that were taken
                                    out before it, as line_start counts them */
    const char *leader;          /* LEADER: what is repeated */
    int width, height;           /* IMAGE: as set */
    bool edged;
    struct edges lead, trail; /* of the boxes that begin and end with it */
};

/* A node with an id and where it begins. */
struct text_start {
    const struct doc_node *node;
    size_t at;
};

/* A paragraph's text; soft hyphens are taken out and listed. */
struct text {
    char *at;
    size_t n;
    bool rtl;
    const char *lang;
    VEC(struct inline_box) boxes;
    VEC(struct span) spans;
    VEC(struct text_start) starts;
    VEC(size_t) soft; /* a hyphen may be put before these bytes */
};

/* inline.c: the text of a source, or of a string in one style. All lives in
 * the arena. */
void text_of_source(struct layout *l, struct arena *a,
                    const struct par_source *source, struct text *out);
void text_of_string(struct arena *a, const char *s, const char *lang,
                    const struct style *style, struct layout_mark mark,
                    struct text *out);

/* start.c: the characters in n bytes of a set text but for white space. */
uint32_t text_signs(const char *s, size_t n);

/* boxes.c: takes the first n bytes out of a text. */
void text_cut(struct text *t, size_t n);

/* Bytes [0, n) become a ::first-line of this style: what stands in them
 * inherits from it (CSS Pseudo-Elements Level 4, clause 2.1). */
void text_restyle(struct layout *l, struct arena *a, struct text *t, size_t n,
                  const struct style *style);

/* Bytes [0, n) become the block's ::first-letter, inside what they stand in.
 */
void text_letter(struct layout *l, struct arena *a, struct text *t, size_t n);

/* How far a box's baseline is above its parent's. */
int box_rise(const struct style *style, const struct style *parent);

/* What a box adds at its sides, and of it margins alone. */
struct edges box_edges(const struct style *style, int measure);
struct edges box_margins(const struct style *style, int measure);
bool box_is_edged(const struct style *style);

/* initial.c: a drop cap: the line that holds it, to be put beside the first
 * `lines` lines, and how many bytes of the text it takes. */
struct initial {
    struct par_line line;
    int width;  /* with the gap behind it */
    int lines;  /* down to the one on which it stands */
    int beside; /* that give way to it: one more where it reaches below */
    size_t bytes;
    struct line_start start;
    bool apart, joined; /* a space follows it; other text */
};

/* The bytes of a first letter with what opens before it; 0: there is none. */
size_t initial_bytes(const struct text *text);

/* False where the source has none. */
bool initial_make(struct layout *l, struct arena *a,
                  const struct par_source *source, const struct text *text,
                  struct initial *out);

/* Puts it into the first of the lines beside which it stands. */
void initial_place(struct layout *l, const struct initial *initial,
                   const struct par_source *source, struct par *par);

/* font.c: what a style asks of fonts; made once for each style. */
struct wider_desc;
struct style_font {
    PangoFontDescription *desc;
    struct wider_desc *wider; /* the same with further families */
    const char *features;
    PangoFont *font;     /* the first of the families, as it came */
    int ascent, descent; /* of that font, downwards positive */
    int underline_at, underline_thick, strike_at, strike_thick;
    int x_height;
    bool missing; /* no family or no such weight or slope */
    bool told;
    const char *came;          /* what came instead */
    const struct style *sized; /* of a drop cap: in the size that fits */
};
struct style_font *style_font_of(struct layout *l, const struct style *style);

/* What is asked of Pango for a text in a language: the style's families, then
 * those that the book's texts need beside them. */
const PangoFontDescription *
style_font_desc(struct layout *l, const struct style *style, const char *lang);

/* Reports once a family what style_font_of() found missing. */
void style_font_check(struct layout *l, const struct style *style,
                      const struct doc_node *node);

/* For a sign that the style's own face lacks, fontconfig takes another face of
 * the same family, be it bold and italic. This is a face of any family in the
 * style's own weight and slope that has the text from `from` to `end`, with a
 * reference for the caller; NULL where `came` may stay or none is better. */
PangoFont *style_font_better(struct layout *l, const struct style *style,
                             PangoFont *came, const char *from,
                             const char *end);

/* What is reported once only, by keys of those who report. */
struct map *par_told(struct layout *l);

/* The scratch arena for a paragraph's intermediate data; emptied when as many
 * have ended as have begun. */
struct arena *par_scratch(struct layout *l);
struct arena *par_scratch_begin(struct layout *l);
void par_scratch_end(struct layout *l);

/* Glyphs of one font, one span and one direction. */
struct shape_run {
    PangoItem *item;
    PangoFont *font;
    size_t span;
    uint8_t level;        /* odd: right to left */
    const char *features; /* asked of the font */
};

/* The smallest piece of text with glyphs of its own. */
struct cluster {
    uint32_t byte; /* in the text; CLUSTER_HYPHEN: inserted */
    uint16_t bytes, glyphs;
    uint32_t glyph; /* its first, in visual order */
    uint32_t run;
    int width;
};
#define CLUSTER_HYPHEN UINT32_MAX

/* A paragraph's shapes: clusters in logical order, glyphs a cluster in visual
 * order, x and y relative to the pen. Fragments shaped anew for a hyphen are
 * appended behind. */
struct shapes {
    const struct text *text;
    GList *items; /* of Pango, freed by shapes_free() */
    VEC(struct shape_run) runs;
    VEC(struct cluster) clusters;
    VEC(struct layout_glyph) glyphs;
    size_t n; /* clusters of the text itself */
};
void shape_text(struct layout *l, struct arena *a, const struct text *text,
                struct shapes *out);
void shapes_free(struct shapes *s);

/* Whether the cluster is at its run's left or right end. */
bool cluster_ends_run(const struct shapes *s, const struct cluster *c,
                      bool left);

/* What of a cluster's width is the edges of boxes that begin or end there. */
struct edges cluster_edges(const struct shapes *s, const struct cluster *c);

/* The letter spacing that the cluster has behind it. */
int cluster_spacing(const struct shapes *s, const struct cluster *c);

/* words.c: shapes of words kept for the next time. A face is NULL where words
 * must be shaped in their line. Clusters are kept without letter spacing. */
struct words;
struct word_face;
struct words *words_new(struct arena *a);
void words_close(struct words *w);
const struct word_face *words_face(struct words *w, PangoItem *item,
                                   const char *features);

/* Appends the word's shape if it is known; `at` gives the first cluster's
 * byte and run. */
bool words_recall(struct words *w, const struct word_face *face,
                  const char *text, size_t n, struct arena *a, struct shapes *s,
                  struct cluster at);

/* Keeps the shape whose clusters and glyphs were appended from here on. */
void words_keep(struct words *w, const struct word_face *face, const char *text,
                size_t n, const struct shapes *s, size_t cluster, size_t glyph);
struct words *par_words(struct layout *l);

/* Shapes bytes [from, to), which lie in one word of run `run`, anew, with a
 * hyphen behind if asked. The clusters are appended; returns the first's
 * number. */
size_t shape_fragment(struct layout *l, struct arena *a, struct shapes *s,
                      size_t run, size_t from, size_t to, bool hyphen);

/* The width of the hyphen in a run's font. */
int shape_hyphen_width(struct layout *l, struct arena *a, struct shapes *s,
                       size_t run);

/* scripts.c. Faces, scripts and bounds of the items of a paragraph that is not
 * in European scripts alone. */
void scripts_refine(struct layout *l, struct arena *a, struct shapes *s);

/* Sets Han apart from Latin letters and figures; and by how much before the
 * cluster of number k. */
void scripts_space(struct shapes *s);
int script_autospace(const struct shapes *s, size_t k);

/* Whether the width of a sign that stands before a line's end is what hangs.c
 * takes it for: in Taiwan and Hong Kong stops stand in the middle, and a sign
 * that was closed up has no blank half. */
bool script_has_blank(const char *sign, size_t n, const char *lang, int width,
                      int font_size);

/* Whether vowels and other signs stand above, below or before their letter. */
bool script_stacks(PangoScript script);

bool script_joins(PangoScript script);
bool script_has_initials(uint32_t letter);

/* Whether an item's face has small capitals for all its letters. */
bool script_has_small_caps(const PangoItem *item, const char *text);

/* Whether words stand without space between them; whether a character begins a
 * syllable there, where no dictionary knows words. */
/* Whether a small kana or the prolonged sound mark may begin a line behind the
 * character `before`; where lines are loose also what repeats or parts words
 * (CSS Text Level 3, clause 5.3). */
bool script_may_begin_line(uint32_t before, uint32_t this, bool loose);

bool script_is_spaceless(uint32_t code);
bool script_begins_syllable(uint32_t before, uint32_t this, uint32_t after);

/* points.c: for each byte of the text, what a line break before it is. */
enum point_kind {
    POINT_NONE,
    POINT_SPACE,   /* behind white space that may vanish */
    POINT_PLAIN,   /* between signs: CJK, behind a dash */
    POINT_DASH,    /* behind a hyphen that is written */
    POINT_URL,     /* inside an address; in need only */
    POINT_HYPHEN,  /* a hyphen must be put in */
    POINT_SOFT,    /* likewise, where the author put a soft hyphen */
    POINT_ANYWHERE /* inside what no line holds */
};
uint8_t *points_of(struct layout *l, struct arena *a, const struct text *text);

/* anywhere.c: lets lines end between any signs of those pieces that are wider
 * than `measure` and part nowhere; returns whether there are any. */
struct items;
bool points_anywhere(const struct shapes *s, const struct items *items,
                     int measure, uint8_t *points);
#define ITEM_ANYWHERE 6000 /* the penalty of such a break, and of no other */

/* Which clusters and items belong together. */
struct item_ref {
    uint32_t cluster, byte;
};
struct items {
    VEC(struct break_item) at;
    VEC(struct item_ref) refs;
};

/* items.c: the breaker's items of shapes and points. `ragged`: glue keeps its
 * width; `fill_last`: the last line is filled too. */
struct item_options {
    bool ragged, fill_last;
};
#define ITEM_FILL (1 << 28) /* stretch that fills any line */
void items_of(struct layout *l, struct arena *a, struct shapes *s,
              const uint8_t *points, const struct item_options *o,
              struct items *out);

/* expand.c: how much wider or narrower a cluster may be set in a filled line.
 */
struct give {
    int wider, narrower;
};
struct give glyph_give(const struct shapes *s, const struct cluster *c);

/* hang.c: how far a cluster of n bytes and this width hangs out into the margin
 * at the start or the end of a line. */
int hang_left(const char *text, size_t n, int width);
int hang_right(const char *text, size_t n, int width);

/* lines.c */
struct line_options {
    const struct style *style;
    int measure, indent;
    const struct doc_node *block;
    bool first;  /* of the paragraph's lines */
    bool judge;  /* tell what came of it */
    bool report; /* and report what is wrong with it */
};

/* How far notes and ids have been given to lines, and how far the text of the
 * node in hand was counted for where lines start. */
struct line_marks {
    size_t span, start;
    size_t counted_span, counted_byte;
    const struct doc_node *counted;
    uint32_t signs;
};
struct par_line line_make(struct layout *l, struct arena *scratch,
                          struct shapes *s, const struct items *items,
                          size_t from_item, size_t to_item,
                          const struct line_options *o,
                          struct line_marks *marks);

/* Whether the character is white space that glue stands for. */
bool is_glue_space(uint32_t c);

#endif
