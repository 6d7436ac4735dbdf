/* SPDX-License-Identifier: MIT */
/* The properties' table, the cascade and computed values. Only style/
 * includes it. */
#ifndef STYLE_STYLE_INT_H
#define STYLE_STYLE_INT_H

#include "style/css_int.h"

/* A colour that may be currentcolor until all is known. */
struct css_paint {
    uint32_t rgba, current;
};

enum css_numeric {
    CSS_LNUM = 1,
    CSS_ONUM = 2,
    CSS_PNUM = 4,
    CSS_TNUM = 8,
    CSS_FRAC = 16,
    CSS_AFRC = 32,
    CSS_ORDN = 64,
    CSS_ZERO = 128
};
enum css_ligatures {
    CSS_NO_LIGA = 1,
    CSS_LIGA = 2,
    CSS_NO_DLIG = 4,
    CSS_DLIG = 8,
    CSS_NO_HLIG = 16,
    CSS_HLIG = 32,
    CSS_NO_CALT = 64,
    CSS_CALT = 128
};
enum css_caps {
    CSS_CAPS_NORMAL,
    CSS_SMALL_CAPS,
    CSS_ALL_SMALL_CAPS,
    CSS_PETITE_CAPS,
    CSS_ALL_PETITE_CAPS,
    CSS_UNICASE,
    CSS_TITLING_CAPS
};

/* A custom property, in a list that begins with the last one set. */
struct css_var {
    const char *name;
    struct css_tokens value;
    const struct css_var *next;
};

/* Computed values as they inherit: those that layout sees and those from
 * which they are made. Compared and hashed as bytes: all are made from
 * zeroed memory. */
struct computed {
    struct style style;       /* first: a style's address is its own */
    int size;                 /* of the font, before any scale */
    struct style_length line; /* AUTO: normal; PERCENT: of the font size */
    struct css_paint border_color[4];
    struct css_paint background, decoration_color, fill;
    enum css_caps caps;
    int numeric, ligatures;
    int position;         /* -1 sub, 1 super */
    const char *settings; /* font-feature-settings, or NULL */
    const struct css_var *vars;
    int page_size[2]; /* @page: size; 0: not given */
    int page_bleed;   /* @page: bleed, one unit more; 0: not given */
    int page_marks;   /* @page: marks */
    int nothing;      /* where properties without a field write */
};

enum css_status { CSS_INVALID, CSS_UNSUPPORTED, CSS_OK };

/* What a value is computed in. */
struct compute {
    struct style_sheet *sheet;
    struct computed *out;
    const struct computed *parent, *initial;
    const struct style_scale *scale; /* NULL: all is as it is written */
    int em, root_em; /* font sizes of the element and the root */
    int root_size;   /* that of the root before any scale */
    double unit;     /* of an absolute length, what is to be taken; 0: all */
    int line, root_line; /* line heights */
    int view[2];         /* the page's width and height */
    bool checking;       /* the result is thrown away */
};

struct css_word {
    const char *word;
    int value; /* CSS_NOT_IN_PDF: valid, but not honoured */
};
enum { CSS_NOT_IN_PDF = INT32_MIN };

typedef enum css_status css_setter(struct compute *c,
                                   const struct css_property *p,
                                   struct css_tokens v);

enum css_where {
    CSS_BOTH, /* honoured in the PDF and kept for the EPUB */
    CSS_EPUB, /* kept for the EPUB */
    CSS_PRINT /* honoured in the PDF alone */
};
enum css_flags {
    CSS_INHERITED = 1,
    CSS_EARLY = 2,    /* the font's size, colour and direction come first */
    CSS_NEGATIVE = 4, /* lengths below 0 */
    CSS_PERCENTAGES = 8,
    CSS_PAGE = 16,      /* for @page alone */
    CSS_SHORTHAND = 32, /* `words` names the longhands */
    CSS_LOGICAL = 64,   /* `words` names the properties that it is: that of
                           text from the left and that of text from the right */
    CSS_SCALED = 128,   /* absolute lengths follow the scale of the type, */
    CSS_SPACED = 256,   /* and all of the value that of space besides */
    CSS_PICTURE = 512   /* lengths follow the scale of pictures */
};

/* One row a property. `count` fields of `size` bytes at `offset`, `stride`
 * apart. */
struct css_property {
    const char *name, *syntax, *initial;
    css_setter *set;
    const struct css_word *words;
    enum css_where where;
    unsigned flags;
    size_t offset, size, stride;
    int count;
};

extern const struct css_property css_properties[];
extern const size_t css_property_count;

/* The row of a property, its aliases and vendors' names included, or NULL. */
const struct css_property *css_property_of(const char *name);

/* Whether the name is a vendor's own (-webkit-…) without a row. */
bool css_is_vendor(const char *name);

/* The nearest property's name, for a hint, or NULL. */
const char *css_property_near(const char *name);

/* logical.c: the property itself, or of a logical one what it is in the
 * direction of the element. */
const struct css_property *css_physical(const struct compute *c,
                                        const struct css_property *p);

/* Sets what one declaration says, initial, inherit and unset included. */
enum css_status css_apply(struct compute *c, const struct css_property *p,
                          struct css_tokens v);

/* Back to the initial value. */
void css_reset(struct compute *c, const struct css_property *p);

/* Whether the value is one of the property's, and honoured. */
enum css_status css_check(const struct css_property *p, struct css_tokens v);

/* All properties' initial values. */
void css_initial(struct style_sheet *sheet, struct computed *out);

/* value.c: pieces of values. */

/* Splits at white space; commas and slashes are pieces of their own. Returns
 * how many there are, `room` + 1 where there are more. */
size_t css_pieces(struct css_tokens v, struct css_tokens *out, size_t room);

/* A length, a percentage or a number, calc() included. UNSUPPORTED: a unit
 * that a page has no answer to. */
struct css_size {
    double value; /* Pango units, hundredths of a percent, or as is */
    double plus;  /* PERCENT: Pango units on top */
    enum { CSS_IS_LENGTH, CSS_IS_PERCENT, CSS_IS_NUMBER } kind;
};
enum css_status css_size_of(const struct compute *c, struct css_tokens v,
                            struct css_size *out);

/* scale.c: a size of type on a scale, 0 being the scale of what is written. */
int css_scaled_type(const struct style_scale *scale, int size);

/* scale.c: what of an absolute length the scale leaves for a property; and
 * the length once it is computed, as the scale has it. */
double css_scaled_unit(const struct compute *c, const struct css_property *p);
void css_scale_length(const struct compute *c, const struct css_property *p,
                      struct style_length *length);

/* scale.c: a height of lines on the scale. `height` is computed with the type
 * of the scale, `plain` as it is written; both in one measure with the sizes
 * of type `em` and `size`. */
double css_scaled_line(const struct style_scale *scale, double height,
                       double em, double plain, double size);

/* calc.c: the same for a function, which is all of the value. */
enum css_status css_calc(const struct compute *c, struct css_tokens v,
                         struct css_size *out);

/* The size in units, percentages being of `base`. */
int css_length_of(struct css_size s, double base);

/* Rounded and kept in a range in which sums of a page do not overflow. */
int css_round(double units);

/* The word of one token in a table, or NULL. */
const struct css_word *css_word_of(const struct css_word *words,
                                   struct css_tokens v);

/* Setters by the kind of value; the rows name them. */
css_setter css_set_word, css_set_flag, css_set_size, css_set_int_size,
    css_set_count, css_set_columns, css_set_columns_both, css_set_paint,
    css_set_color, css_set_any, css_set_sides, css_set_side, css_set_border,
    css_set_background, css_set_font_size, css_set_line_height, css_set_weight,
    css_set_family, css_set_caps, css_set_numeric, css_set_ligatures,
    css_set_variant, css_set_settings, css_set_font, css_set_list_style,
    css_set_decoration, css_set_valign, css_set_page, css_set_page_size,
    css_set_bleed, css_set_marks, css_set_initial_letter, css_set_content,
    css_set_string_set, css_set_line_width, css_set_lines, css_set_em_size,
    css_set_hyphen_limits, css_set_radius, css_set_logical, css_set_pair,
    css_set_both, css_set_counters, css_set_quotes, css_set_marker,
    css_set_picture, css_set_picture_size, css_set_picture_position,
    css_set_picture_repeat;

/* backdrop.c: notes the picture files that a declaration names. */
void css_note_images(struct style_sheet *sheet, const struct css_file *file,
                     const struct css_declaration *d);

/* property.c: the ways of counting. */
extern const struct css_word css_markers[];

/* features.c: the OpenType features of what font-variant-* says, for Pango;
 * in the arena, NULL where there are none. */
const char *css_features(struct arena *a, const struct computed *c);

/* value.c: whether it is a unit of length, and the one that is nearly it. */
bool css_is_unit(const char *name);
const char *css_unit_near(const char *name);

/* advice.c: messages on a declaration or rule, with what would be right.
 * `value`: of the property, not the property itself. */
void css_tell_unknown(struct style_sheet *sheet, const struct css_file *file,
                      const struct css_declaration *d);
void css_tell_unprinted(struct style_sheet *sheet, const struct css_file *file,
                        const struct css_declaration *d, bool value);
void css_tell_invalid(struct style_sheet *sheet, const struct css_file *file,
                      const struct css_declaration *d);
void css_check_display(struct style_sheet *sheet, const struct css_file *file,
                       struct css_declaration *first,
                       const struct css_selector *selectors);
void css_tell_at_rule(struct style_sheet *sheet, const struct css_file *file,
                      const struct css_rule *rule);

/* var.c: reports var() of names that no sheet sets, and circles. */
void css_check_vars(struct style_sheet *sheet);

/* content.c: the pieces of a `content` value; `count` includes those of a
 * string-set pair. */
enum css_status css_content_of(struct arena *a, struct css_tokens v,
                               const struct style_content **out);

/* content.c: the list that was first seen with this key, or this one; frees
 * the key. */
const void *css_share(struct style_sheet *sheet, struct buf *key,
                      const void *list);

/* var.c: the value with each var() replaced; false where one has neither
 * value nor fallback. */
bool css_substitute(struct arena *a, const struct css_var *vars,
                    struct css_tokens v, struct css_tokens *out);

/* A style rule's declarations as the cascade sees them. */
struct style_rule {
    const struct css_selector *selector;
    const struct css_declaration *first;
    const struct css_file *file;
    uint32_t order;
    uint32_t layer; /* its number; CSS_NO_LAYER: stronger than all layers */
    bool base;      /* of the program's own sheet */
};
enum { CSS_NO_LAYER = 1 << 20 };

/* @page rules and their margin boxes. */
struct page_rule {
    const char *name;
    bool left, right, recto, verso, first, blank;
    const struct css_rule *rule;
    const struct css_file *file;
    uint32_t order;
    bool base;
};

/* A @font-face: a file's face under a name. */
struct style_face {
    const char *family, *path;
    int weight; /* 0: the file's own */
    int italic; /* 1, 0; -1: as the file has it */
    struct place at;
};

/* The text of a token that names a picture file, and the file. */
struct css_image_use {
    const char *text;
    struct style_image *image;
};

struct style_sheet {
    struct arena *arena; /* lives as long as the sheet */
    struct diag *diag;
    VEC(struct css_file *) files; /* the sources, in order */
    VEC(struct style_rule) rules;
    VEC(struct page_rule) pages;
    VEC(struct style_face) faces;
    VEC(struct style_image *) images;
    struct map *image_paths; /* paths → struct style_image; NULL: none yet */
    VEC(struct css_image_use) image_uses;
    VEC(const char *)
    layers; /* @layer: names, in the order of their strength */
    struct map *by_id, *by_class, *by_type; /* → struct rule_list */
    struct rule_list *by_nothing;
    struct map *strings;  /* interned text */
    struct map *contents; /* interned lists: content, string-set, counters */
    bool names_pages;     /* target-counter() stands in it */
    bool for_epub;        /* no word of what the PDF does not honour */
    bool has_dark;        /* a rule asks for the page that readers prefer */
    enum style_medium medium; /* whose rules are in the cascade */
    struct diag *unheard;     /* messages that another reading gives; or NULL */
    struct computed initial;
    struct style_scale scale; /* of style_set_scale() */
    bool rtl;                 /* of style_set_language() */
    const struct computed *html;
    struct style_memo *memo;
    struct style_page_memo *page_memo;
    int page_size[2]; /* of style_set_page_size(), or 0 */
    int view[2];      /* of the pages without a name; 0: not known yet */
    struct css_index index;
    VEC(const struct style_rule *) matched; /* of the node in hand */
    bool has_pseudo[STYLE_PSEUDO_COUNT];
    int import_depth, imports;
};

const char *style_intern(struct style_sheet *sheet, const char *text);

/* compile.c: one file's rules into the sheet, with all it imports; for the
 * PDF only where `printed`. */
void style_compile(struct style_sheet *sheet, struct css_file *file, bool base,
                   bool printed);

/* The enum style_margin_box of a name, or -1; and the name. */
int css_margin_box(const char *name);
const char *css_margin_box_name(int box);

/* read.c: reads and parses a file, NULL and a message where it can't. An
 * @import asks with `from` and its own place `at`: then `shown` is the file as
 * seen from there, and `path` is NULL. */
struct css_file *style_load(struct style_sheet *sheet, const char *path,
                            const char *shown, const struct css_file *from,
                            const struct css_token *at);

/* read.c: the path of a file that a stylesheet names from its own folder on,
 * in the sheet's arena; NULL, and a message (css-url), where it is not there or
 * outside the publication. */
const char *style_local_file(struct style_sheet *sheet,
                             const struct css_file *from, const char *target,
                             const struct css_token *at);

/* faces.c: takes a @font-face, or says what is wrong with it. */
void style_add_face(struct style_sheet *sheet, const struct css_file *file,
                    const struct css_rule *rule);

/* bucket.c: rules by what their last compound asks for. */
void style_file_rules(struct style_sheet *sheet);

/* The rules that mean the node (NULL: html) or its pseudo-element (-1: the
 * node itself), in the order in which they apply. Returns how many. */
size_t style_matches(struct style_sheet *sheet, const struct doc_node *node,
                     int pseudo, const struct style_rule ***out);

/* compute.c: applies declarations over a parent's values. */
struct css_block {
    const struct css_declaration *first;
    bool base;
};
void style_compute(struct style_sheet *sheet, const struct style_scale *scale,
                   const struct computed *parent,
                   const struct css_block *blocks, size_t n,
                   struct computed *out);

/* luminance.c: a colour over another, opaque, with `alpha` of 0 to 1. */
uint32_t css_over(uint32_t above, double alpha, uint32_t below);

/* origin.c: which declarations are asked for; they have a property. */
typedef bool css_sought(const struct css_declaration *d);
css_sought css_sought_color, css_sought_ground;

/* Whether it leaves the colour to what is around: inherit, transparent … */
bool css_passes_on(const struct css_declaration *d);

/* Of those that mean the node (NULL: html) or its pseudo-element (-1: itself)
 * the one that wins, or NULL; `file`, where given: that it stands in. */
const struct css_declaration *css_winner(struct style_sheet *sheet,
                                         const struct doc_node *node,
                                         int pseudo, css_sought *sought,
                                         const struct css_file **file);

/* The place of the declaration that gives the node its colour, which may be
 * inherited; of that of its own background; and of what is set for a page or
 * its margin box (-1: the page). Without a file where there is none. */
struct place css_color_origin(struct style_sheet *sheet,
                              const struct doc_node *node, int pseudo);
struct place css_ground_origin(struct style_sheet *sheet,
                               const struct doc_node *node, int pseudo);
struct place css_page_origin(struct style_sheet *sheet,
                             struct style_page_query query, int box,
                             css_sought *sought);

/* page.c: the @page rules that fit a page, the weakest first; in the sheet's
 * arena. */
size_t style_page_rules(struct style_sheet *sheet,
                        struct style_page_query query,
                        const struct page_rule ***out);

/* page.c: the width and height that vw and vh are of. */
void style_view(struct style_sheet *sheet, int view[2]);

/* memo.c: equal values share one address. */
struct style_memo *style_memo_new(struct style_sheet *sheet);
const struct computed *style_share(struct style_sheet *sheet,
                                   const struct computed *c);

/* The values of `html`, which the body and pages inherit from. */
const struct computed *style_html(struct style_sheet *sheet);

#endif
