/* SPDX-License-Identifier: MIT */
/* style: CSS in, computed values for every node out; the font catalogue.
 *
 * Lengths are Pango units (1/1024 pt) in int; a CSS px is 768 of them. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "doc/doc.h"

enum { STYLE_PT = 1024, STYLE_PX = 768 };

enum style_side { STYLE_TOP, STYLE_RIGHT, STYLE_BOTTOM, STYLE_LEFT };

/* AUTO: also "none" of max-width and the like, "normal" of line-height. */
enum style_unit { STYLE_AUTO, STYLE_LENGTH, STYLE_PERCENT };

/* PERCENT: hundredths of a percent, and a length on top. */
struct style_length {
    int value;
    enum style_unit unit;
    int plus;
};

enum style_display {
    STYLE_NONE,
    STYLE_INLINE,
    STYLE_BLOCK,
    STYLE_LIST_ITEM,
    STYLE_TABLE,
    STYLE_TABLE_HEAD,
    STYLE_TABLE_BODY,
    STYLE_TABLE_ROW,
    STYLE_TABLE_CELL,
    STYLE_TABLE_CAPTION,
    STYLE_FLEX
};
/* Where what is lower than its row stands in it. */
enum style_items { STYLE_ITEMS_START, STYLE_ITEMS_CENTER, STYLE_ITEMS_END };
enum style_align {
    STYLE_START,
    STYLE_END,
    STYLE_LEFT_ALIGN,
    STYLE_RIGHT_ALIGN,
    STYLE_CENTER,
    STYLE_JUSTIFY
};
/* What of a filled line gives. */
enum style_justify {
    STYLE_JUSTIFY_AUTO,   /* spaces, and glyphs a little */
    STYLE_INTER_WORD,     /* spaces alone */
    STYLE_INTER_CHARACTER /* letters move a little as well */
};
enum style_hyphens {
    STYLE_HYPHENS_NONE,
    STYLE_HYPHENS_MANUAL,
    STYLE_HYPHENS_AUTO
};
enum style_line_break {
    STYLE_LINE_BREAK_STRICT, /* auto too */
    STYLE_LINE_BREAK_NORMAL,
    STYLE_LINE_BREAK_LOOSE
};
enum style_word_break { STYLE_WORD_BREAK_NORMAL, STYLE_WORD_BREAK_KEEP_ALL };
enum style_white_space {
    STYLE_WS_NORMAL,
    STYLE_WS_PRE,
    STYLE_WS_PRE_WRAP,
    STYLE_WS_PRE_LINE,
    STYLE_WS_NOWRAP
};
enum style_break {
    STYLE_BREAK_AUTO,
    STYLE_BREAK_AVOID,
    STYLE_BREAK_PAGE,
    STYLE_BREAK_LEFT,
    STYLE_BREAK_RIGHT,
    STYLE_BREAK_RECTO, /* the side on which the book's first page is */
    STYLE_BREAK_VERSO
};
enum style_float { /* CSS Page Floats 3 */
                   STYLE_FLOAT_NONE,
                   STYLE_FLOAT_TOP,
                   STYLE_FLOAT_BOTTOM,
                   STYLE_FLOAT_SNAP /* to either, where that is near */
};
enum style_line {
    STYLE_LINE_NONE,
    STYLE_LINE_SOLID,
    STYLE_LINE_DASHED,
    STYLE_LINE_DOTTED,
    STYLE_LINE_DOUBLE
};
enum style_transform {
    STYLE_CASE_NONE,
    STYLE_UPPERCASE,
    STYLE_LOWERCASE,
    STYLE_CAPITALIZE
};
enum style_marker {
    STYLE_MARKER_NONE,
    STYLE_DISC,
    STYLE_CIRCLE,
    STYLE_SQUARE,
    STYLE_DECIMAL,
    STYLE_LOWER_ALPHA,
    STYLE_UPPER_ALPHA,
    STYLE_LOWER_ROMAN,
    STYLE_UPPER_ROMAN,
    STYLE_LOWER_GREEK,
    STYLE_LEADING_ZERO, /* 01, 02, … */
    STYLE_MARKER_TEXT,  /* list_text */
    STYLE_ARABIC_INDIC, /* figures of a script */
    STYLE_PERSIAN,
    STYLE_BENGALI,
    STYLE_DEVANAGARI,
    STYLE_GUJARATI,
    STYLE_GURMUKHI,
    STYLE_KANNADA,
    STYLE_KHMER,
    STYLE_LAO,
    STYLE_MALAYALAM,
    STYLE_MONGOLIAN,
    STYLE_MYANMAR,
    STYLE_ORIYA,
    STYLE_TAMIL,
    STYLE_TELUGU,
    STYLE_THAI,
    STYLE_TIBETAN,
    STYLE_HEBREW, /* letters of a script */
    STYLE_ARABIC_ABJAD,
    STYLE_GEORGIAN,
    STYLE_UPPER_ARMENIAN,
    STYLE_LOWER_ARMENIAN,
    STYLE_CJK_DECIMAL, /* from here on with an ideographic comma */
    STYLE_HIRAGANA,
    STYLE_KATAKANA,
    STYLE_HIRAGANA_IROHA,
    STYLE_KATAKANA_IROHA,
    STYLE_EARTHLY_BRANCH,
    STYLE_HEAVENLY_STEM,
    STYLE_CHINESE, /* in words */
    STYLE_JAPANESE,
    STYLE_MARKER_COUNT
};
enum style_valign {
    STYLE_BASELINE,
    STYLE_SUB,
    STYLE_SUPER,
    STYLE_TOP_ALIGN,
    STYLE_MIDDLE,
    STYLE_BOTTOM_ALIGN,
    STYLE_RAISED
};
enum { STYLE_UNDERLINE = 1, STYLE_LINE_THROUGH = 2, STYLE_OVERLINE = 4 };
enum { STYLE_OFFSET_AUTO = INT32_MAX };

struct style_border {
    int width;
    enum style_line line;
    uint32_t color;
};

/* One piece of `content`. */
enum style_content_kind {
    STYLE_CONTENT_TEXT,     /* text */
    STYLE_CONTENT_PAGE,     /* counter(page) */
    STYLE_CONTENT_PAGES,    /* counter(pages) */
    STYLE_CONTENT_STRING,   /* string(text) */
    STYLE_CONTENT_SELF,     /* content(): in string-set, the element's text */
    STYLE_CONTENT_ATTR,     /* attr(text) */
    STYLE_CONTENT_LEADER,   /* leader(text) */
    STYLE_CONTENT_COUNTER,  /* counter(text) */
    STYLE_CONTENT_COUNTERS, /* counters(text, between) */
    STYLE_CONTENT_TARGET,   /* target-counter(attr(href), page): of a link */
    STYLE_CONTENT_QUOTE     /* open-quote and its kin: quote */
};
enum style_quote {
    STYLE_OPEN_QUOTE,
    STYLE_CLOSE_QUOTE,
    STYLE_NO_OPEN_QUOTE,
    STYLE_NO_CLOSE_QUOTE
};
struct style_content {
    enum style_content_kind kind;
    const char *text;
    const char *between;       /* of COUNTERS */
    enum style_marker counter; /* of counters: decimal, lower-roman … */
    enum style_quote quote;
    const struct style_content *next;
};

/* string-set: one name and what it is set to. */
struct style_string_set {
    const char *name;
    const struct style_content *content;
    const struct style_string_set *next;
};

/* counter-reset, -increment and -set: a counter and its number. */
struct style_counter {
    const char *name;
    int number;
    const struct style_counter *next;
};

/* quotes: a pair of marks, and those for quotations inside. */
struct style_quotes {
    const char *open, *close;
    const struct style_quotes *next;
};

/* A picture file that a stylesheet names, in the publication or beside the
 * stylesheet. Who may read files gives it its asset. */
struct style_image {
    const char *path, *shown;
    struct place at;
    const struct doc_asset *asset; /* NULL: not read */
};

/* background-size; AUTO: by lengths, or as large as the picture is. */
enum style_fit { STYLE_FIT_AUTO, STYLE_FIT_COVER, STYLE_FIT_CONTAIN };

/* The picture behind a box (CSS Backgrounds Level 3, clause 2). */
struct style_backdrop {
    struct style_image *image; /* NULL: none */
    struct style_backdrop_size {
        int fit;                       /* enum style_fit */
        struct style_length length[2]; /* of AUTO */
    } size;
    struct style_length position[2];
    int repeat[2]; /* whether it goes on across and down */
};

/* How a picture fills a box that is not of its shape. */
enum style_object_fit { STYLE_FILL, STYLE_CONTAINED, STYLE_COVERING };

/* Computed values of a node. Never changed once made; equal ones are shared,
 * so pointers may be compared. Colours are 0xRRGGBBAA. */
struct style {
    /* text; inherited */
    const char *family; /* families in order, parted by commas; generic ones
                           already named */
    int font_size;
    int weight; /* 100 to 900 */
    bool italic;
    bool kerning;
    const char *features; /* OpenType features for Pango ("smcp=1, onum=1"),
                             from font-variant-* and font-feature-settings */
    int letter_spacing, word_spacing;
    int line_height;
    uint32_t color;
    struct style_length text_indent;
    enum style_align text_align, text_align_last;
    enum style_justify text_justify;
    bool text_balance; /* text-wrap: balance */
    enum style_hyphens hyphens;
    enum style_white_space white_space;
    enum style_line_break line_break;
    enum style_word_break word_break;
    enum style_transform text_transform;
    enum style_marker list_marker;
    bool marker_inside;                /* list-style-position */
    const char *list_text;             /* of STYLE_MARKER_TEXT */
    const struct style_quotes *quotes; /* NULL: as the language has them; with
                                          open NULL: none */
    int tab_size;                      /* of preformatted text, in spaces */
    int hyphen_limits[3]; /* letters of a word, before and behind its
                             hyphen; 0: as the language has it */
    int widows, orphans;
    bool rtl;         /* direction */
    const char *page; /* named page, or NULL */
    bool visible;

    /* the box; not inherited */
    enum style_display display;
    struct style_length margin[4], padding[4];
    struct style_border border[4];
    uint32_t background; /* alpha 0: none */
    struct style_backdrop backdrop;
    uint32_t fill; /* of drawings that take their colours from here; also
                      inherited */
    enum style_object_fit object_fit;
    bool absolute; /* stands where `inset` says, from the page's edges */
    struct style_length inset[4];
    bool border_box; /* width and height include padding and border */
    struct style_length radius[4]; /* of corners, from top left clockwise */
    struct style_length width, height, min_width, max_width, min_height,
        max_height;
    enum style_valign vertical_align;
    int raise; /* RAISED: upwards */
    unsigned decoration;
    uint32_t decoration_color;
    enum style_line decoration_line;
    int decoration_thick; /* 0: as the font has it */
    int underline_offset; /* below the baseline; STYLE_OFFSET_AUTO: the font's;
                             inherited */
    enum style_break break_before, break_after, break_inside;
    int column_count;               /* of a division; 0: none */
    struct style_length column_gap; /* AUTO: 1 em */
    enum style_items align_items;
    bool column_span; /* goes over all columns */
    enum style_float page_float;
    int initial_lines; /* ::first-letter: initial-letter; 0: none */
    const struct style_content *content; /* ::before, ::after */
    const struct style_string_set *string_set;
    const struct style_counter *counter_reset, *counter_increment, *counter_set;
};

enum style_pseudo {
    STYLE_BEFORE,
    STYLE_AFTER,
    STYLE_MARKER,
    STYLE_FIRST_LINE,
    STYLE_FIRST_LETTER,
    STYLE_PSEUDO_COUNT
};

/* The media: paper, and screens with a light and a dark page. */
enum style_medium { STYLE_PAPER, STYLE_LIGHT, STYLE_DARK };

/* A stylesheet with all it imports, compiled for one medium. */
struct style_sheet;

struct style_source {
    const char *path;  /* opened as it is */
    const char *shown; /* how messages name it */
};

/* Reads the sources, the program's base.css first, each over those before it,
 * and computes values for print. What print does not honour is a message, once
 * a declaration. NULL only where nothing could be read. */
struct style_sheet *style_read(const struct style_source *sources, size_t n,
                               struct diag *d);

/* The same for an EPUB alone: without a word of what print does not honour. */
struct style_sheet *style_read_epub(const struct style_source *sources,
                                    size_t n, struct diag *d);

/* As a screen shows them, without any message: another reading gives those. */
struct style_sheet *style_read_screen(const struct style_source *sources,
                                      size_t n, bool dark);

/* Whether a rule asks which kind of page the reader prefers. */
bool style_has_dark(const struct style_sheet *sheet);

/* Whether a rule sets a colour of text, or one behind it. */
bool style_sets_colors(const struct style_sheet *sheet);

/* Whether a rule gives type a size that does not follow the reader's, or
 * insists on a colour or face. */
bool style_is_fixed(const struct style_sheet *sheet);
void style_free(struct style_sheet *sheet);

/* The picture files that rules for paper name, each once; `n` says how many.
 * The caller sets their assets, which must live as long as the sheet. */
struct style_image **style_images(struct style_sheet *sheet, size_t *n);

/* The language of the root, and so its direction; without it there is none,
 * and text goes from left to right. `lang` must live as long as the sheet is
 * asked. */
void style_set_language(struct style_sheet *sheet, const char *lang);

/* How much of what the sheet says is to be taken, in thousandths; 0: all of
 * it. Sizes of pages, their margins, borders and their radii, and the widths
 * and heights of boxes stay as they are. */
struct style_scale {
    int type;      /* font sizes, and with them absolute heights of lines,
                      indents, letter- and word-spacing, gaps, margins and
                      paddings; what is said in em follows by itself */
    int leading;   /* heights of lines besides; none that is at least 1.2 times
                      the size becomes less than that */
    int space;     /* margins and paddings above and below boxes besides */
    int picture;   /* max-height, where it is a length; what is at least 1 in
                      does not become less than that */
    int furniture; /* font sizes of margin boxes, which `type` leaves alone, and
                      what follows them */
    int least;  /* Pango units: no size becomes less than this by `type`; what
                   the sheet has smaller stays as it is. 0: no limit */
    int raised; /* Pango units: no size of the text is less than this; 0: no
                   limit */
};

/* Computes all values anew on a scale. Styles and pages that were asked for
 * before keep theirs, and are no parents any more. */
void style_set_scale(struct style_sheet *sheet,
                     const struct style_scale *scale);
struct style_scale style_scale_of(const struct style_sheet *sheet);

/* The computed style of a node; `parent` is that of the node's parent, NULL at
 * the root. A node without an element has that of its parent, the text of an
 * item in a tight list what a block inherits from it. Owned by the sheet. */
const struct style *style_of(struct style_sheet *sheet,
                             const struct doc_node *node,
                             const struct style *parent);

/* Whether any content asks for the page that a link leads to. */
bool style_names_pages(const struct style_sheet *sheet);

/* That of a pseudo-element of the node, or NULL where no rule speaks of it.
 * The text of an item in a tight list has those of the item that stand in its
 * lines. */
const struct style *style_pseudo_of(struct style_sheet *sheet,
                                    const struct doc_node *node,
                                    enum style_pseudo pseudo,
                                    const struct style *of_node);

/* A style that is the same but for one thing; owned by the sheet, a parent
 * like any other. style_with_family also makes it upright and of normal
 * weight; the family must live as long as the sheet. */
const struct style *style_with_align(struct style_sheet *sheet,
                                     const struct style *of,
                                     enum style_align align);
const struct style *style_with_hyphens(struct style_sheet *sheet,
                                       const struct style *of);
const struct style *style_with_direction(struct style_sheet *sheet,
                                         const struct style *of, bool rtl);
const struct style *style_with_family(struct style_sheet *sheet,
                                      const struct style *of,
                                      const char *family);

/* Where the declaration stands that gives the node the property ("font-size",
 * a longhand), or of those around it the nearest, where it inherits. Without a
 * file where none does. */
struct place style_origin(struct style_sheet *sheet,
                          const struct doc_node *node, const char *property);

/* The margin boxes of a page (CSS Paged Media Level 3, clause 6.4). */
enum style_margin_box {
    STYLE_TOP_LEFT_CORNER,
    STYLE_TOP_LEFT,
    STYLE_TOP_CENTER,
    STYLE_TOP_RIGHT,
    STYLE_TOP_RIGHT_CORNER,
    STYLE_BOTTOM_LEFT_CORNER,
    STYLE_BOTTOM_LEFT,
    STYLE_BOTTOM_CENTER,
    STYLE_BOTTOM_RIGHT,
    STYLE_BOTTOM_RIGHT_CORNER,
    STYLE_MARGIN_BOX_COUNT
};

/* What is drawn outside the bleed. */
enum style_marks { STYLE_MARK_CROP = 1, STYLE_MARK_CROSS = 2 };

struct style_page {
    int width, height;
    int margin[4];
    int bleed; /* -1: not said; … */
    int marks; /* … bits of enum style_marks: for a print shop alone */
    uint32_t background;
    struct style_backdrop backdrop;
    const struct style *box[STYLE_MARGIN_BOX_COUNT]; /* NULL: no content */
};

struct style_page_query {
    const char *name;               /* named page, or NULL */
    bool left, verso, first, blank; /* else right, recto */
};

/* The page context that fits; owned by the sheet. A size set with
 * style_set_page_size() takes the place of the stylesheets'. */
const struct style_page *style_page_of(struct style_sheet *sheet,
                                       struct style_page_query query);
void style_set_page_size(struct style_sheet *sheet, int width, int height);

/* A colour of text and what is behind it, both opaque 0xRRGGBBFF, alpha
 * composited (WCAG 2.1, success criterion 1.4.3). */
struct style_pair {
    uint32_t text, ground;
    bool large;   /* at least 18 pt, or 14 pt in bold */
    bool unknown; /* a picture, a gradient or a filter: nothing is known of the
                     ground */
    int ratio;    /* hundredths, rounded down: 450 is 4.5 to 1 */
    int needed;   /* 300 where it is large, else 450 */
    size_t texts; /* how many texts of the book have it */
    struct place at;        /* of the declaration of the text's colour; without
                               a file: none has it, it is the reader's own */
    struct place ground_at; /* likewise of the ground */
    const char *where;      /* the first of them: "p.note", "@top-left" */
    struct place first;     /* that in its article; for what is generated
                               without a file */
};

struct style_contrast {
    struct style_pair *pairs; /* in the order of their first texts */
    size_t n;
    size_t texts;   /* of all pairs */
    size_t low;     /* pairs with less than they need */
    size_t unknown; /* pairs of which that is not known */
    int least;      /* the lowest ratio known, hundredths; 0: there is none */
};

/* Every pair of text and ground that the sheet gives the book's nodes, what it
 * generates and, on paper, the margin boxes. In the arena; pairs that pass are
 * one a pair of colours, others one a declaration. */
struct style_contrast style_contrast(struct style_sheet *sheet,
                                     const struct doc_book *book,
                                     struct arena *a);

/* The same of one page alone, which need not be in the book. */
struct style_contrast style_contrast_page(struct style_sheet *sheet,
                                          const struct doc_node *page,
                                          struct arena *a);

/* The contrast of two opaque colours in hundredths, rounded down (WCAG 2.1,
 * "contrast ratio"): 100 to 2100. */
int style_contrast_ratio(uint32_t one, uint32_t other);

/* The colour nearest to the text's, lighter or darker, that has the ratio. */
uint32_t style_contrast_nearest(uint32_t text, uint32_t ground, int needed);

/* For the EPUB: the sheets as one text, imports inlined, with the rules that
 * readers can't use (@page and margin boxes) left out and every url() that is
 * not a font of the catalogue dropped. Where all text has one direction,
 * properties of a line's start and end are named by their side, which more
 * readers know. Appends to `out`. */
enum style_direction { STYLE_LTR, STYLE_RTL, STYLE_MIXED };
void style_write_epub(const struct style_sheet *sheet, enum style_direction all,
                      struct buf *out);

/* The properties' table as a Markdown table, for docs/manual.md. */
void style_write_properties(struct buf *out);

/* The faces in `dir` and its subfolders, and no others, whatever the host
 * has. Opaque to all but layout: style_fonts_map gives a new PangoFontMap *
 * that the caller unrefs. */
struct style_fonts;
struct style_fonts *style_fonts_open(const char *dir, struct diag *d);
void style_fonts_free(struct style_fonts *fonts);
void *style_fonts_map(struct style_fonts *fonts);

/* The faces of folders and files that a publication names, beside the
 * program's own; nothing is read before a face of them is needed. */
struct style_library;
struct style_library *style_library_new(struct arena *a);
void style_library_add(struct style_library *library, const char *path,
                       struct place at);
void style_library_free(struct style_library *library);

/* What the texts of a book ask of faces; in the arena, but for what
 * style_needs_free() lets go of. */
struct style_needs;
struct style_needs *style_needs_new(struct arena *a,
                                    const struct style_fonts *fonts);
void style_needs_add(struct style_needs *needs, const struct style *style,
                     const char *lang, const char *text);
void style_needs_free(struct style_needs *needs);

/* The catalogue with those families of the library that the sheet names, and
 * with the fewest that have what the texts need and the program's own faces
 * lack: of the kind (serif, sans, mono) and for the language of each text
 * where there are such. NULL where that is none: the catalogue will do. The
 * caller frees it before the library. */
struct style_fonts *style_fonts_choose(const struct style_fonts *fonts,
                                       struct style_library *library,
                                       const struct style_needs *needs,
                                       const struct style_sheet *sheet,
                                       struct diag *d);

/* The families that were chosen for what the program's own faces lack, parted
 * by commas; "" where there are none. */
const char *style_fonts_chosen(const struct style_fonts *fonts);

/* The catalogue with the faces of the sheet's @font-face rules besides; NULL
 * where it has none. The caller frees it. */
struct style_fonts *style_fonts_with_faces(const struct style_fonts *fonts,
                                           const struct style_sheet *sheet,
                                           struct diag *d);

/* The families, parted by commas, that follow a style's own in a language's
 * text, or NULL. */
const char *style_fonts_fallbacks(const struct style_fonts *fonts,
                                  const char *families, const char *lang);

/* What generic families mean: serif, sans-serif, monospace. */
const char *style_generic_family(const char *generic);

/* The font files of a family, for EPUB embedding: regular, italic, bold, bold
 * italic; NULL where there is none. */
struct style_font_file {
    const char *path;
    int weight;
    bool italic;
};
size_t style_font_files(struct style_fonts *fonts, const char *family,
                        struct style_font_file *out, size_t room);

#endif
