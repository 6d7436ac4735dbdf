/* SPDX-License-Identifier: MIT */
/* CSS as text: tokens, rules, selectors, values. Only style/ includes it. */
#ifndef STYLE_CSS_INT_H
#define STYLE_CSS_INT_H

#include "style/style.h"

/* Tokens, as CSS Syntax Level 3, clause 4, names them; comments are gone. */
enum css_type {
    CSS_IDENT,
    CSS_FUNCTION,
    CSS_AT_KEYWORD,
    CSS_HASH,
    CSS_STRING,
    CSS_BAD_STRING,
    CSS_URL,
    CSS_BAD_URL,
    CSS_DELIM,
    CSS_NUMBER,
    CSS_PERCENTAGE,
    CSS_DIMENSION,
    CSS_SPACE,
    CSS_CDO,
    CSS_CDC,
    CSS_COLON,
    CSS_SEMICOLON,
    CSS_COMMA,
    CSS_OPEN_SQUARE,
    CSS_CLOSE_SQUARE,
    CSS_OPEN_ROUND,
    CSS_CLOSE_ROUND,
    CSS_OPEN_CURLY,
    CSS_CLOSE_CURLY,
    CSS_END
};

struct css_token {
    enum css_type type;
    bool integer;     /* a number without point and exponent */
    bool id;          /* a hash that is an identifier */
    bool joined;      /* of a nested selector: no white space is before it */
    const char *text; /* name, string, URL, unit; a delim's character */
    double number;
    uint32_t line, col;  /* from 1; the column in code points */
    uint32_t start, end; /* bytes in the source */
};

/* A stretch of tokens. */
struct css_tokens {
    const struct css_token *at;
    size_t n;
};

/* How deep blocks, functions and imports may stand in one another. */
enum { CSS_DEPTH = 32, CSS_IMPORT_DEPTH = 16 };
enum { CSS_IMPORT_COUNT = 256 };
enum { CSS_FILE_LIMIT = 8 << 20 };

/* Splits `n` bytes of UTF-8 into tokens, in the arena; the last one is
 * CSS_END. Unclosed strings, comments and bad URLs are reported at `shown`
 * where `d` is not NULL. */
struct css_tokens css_tokenize(struct arena *a, const char *text, size_t n,
                               const char *shown, struct diag *d);

/* Whether the token is the delim or, without regard to case, the word. */
bool css_is_delim(const struct css_token *t, char c);
bool css_is_word(const struct css_token *t, const char *word);

/* Without white space at both ends. */
struct css_tokens css_trim(struct css_tokens v);

/* The index behind the component value at `i`: behind the closing bracket
 * where one opens there. */
size_t css_skip(struct css_tokens v, size_t i);

/* What closes a bracket, or CSS_END where none opens. */
enum css_type css_closer_of(enum css_type t);

/* What is between the brackets that open at `i`. */
struct css_tokens css_inside(struct css_tokens v, size_t i);

/* What url(…) or url("…") at token i names, and the token that does; NULL
 * where there is none. */
const char *css_url_at(struct css_tokens v, size_t i,
                       const struct css_token **at);

struct css_property;

/* Whether a property has this name, a vendor's or not. */
bool css_is_property(const char *name);

struct css_declaration {
    const char *name;
    const struct css_property *property; /* NULL: custom or not known */
    struct css_tokens value;             /* trimmed, without !important */
    bool important, custom;
    bool has_var;               /* checked when it is computed */
    bool in_print;              /* valid, and the PDF honours it */
    const struct css_token *at; /* its name */
    uint32_t start, end;        /* bytes in the source */
    struct css_declaration *next;
};

enum css_rule_kind {
    CSS_RULE_STYLE,
    CSS_RULE_MEDIA,
    CSS_RULE_SUPPORTS,
    CSS_RULE_LAYER,
    CSS_RULE_IMPORT,
    CSS_RULE_FONT_FACE,
    CSS_RULE_PAGE,
    CSS_RULE_MARGIN,
    CSS_RULE_NAMESPACE,
    CSS_RULE_CHARSET,
    CSS_RULE_OTHER
};

struct css_rule {
    enum css_rule_kind kind;
    const char *name;          /* of an at-rule */
    struct css_tokens prelude; /* trimmed */
    bool has_block;
    bool broken; /* a selector that can't be read */
    bool unfit;  /* a block that was not read, and no EPUB can have */
    const struct css_token *at;
    uint32_t start, end;           /* bytes in the source, block included */
    struct css_declaration *first; /* declarations */
    struct css_rule *rules;        /* of a group; margin boxes */
    struct css_rule *nested;       /* of a style rule, to stand behind it */
    struct css_file *imported;
    struct css_rule *next;
};

struct css_file {
    const char *path, *shown;
    const struct css_file *from; /* that imports it, or NULL */
    const char *text;
    size_t n;
    struct css_tokens tokens;
    struct css_rule *rules;
};

/* Parses a whole stylesheet (CSS Syntax Level 3, clause 5), recovering from
 * errors, which are reported as css-syntax. */
struct css_rule *css_parse(struct arena *a, struct css_tokens tokens,
                           const char *shown, struct diag *d);

/* nest.c: the selectors `v` of a rule inside one with the selectors `around`;
 * false where they get too many. */
bool css_nest(struct arena *a, struct css_tokens around, struct css_tokens v,
              struct css_tokens *out);

/* Splits at commas; returns how many, `room` + 1 where there are more. */
size_t css_list(struct css_tokens v, struct css_tokens *out, size_t room);

/* Selectors (Selectors Level 4, as far as a printed page can answer). */
enum css_simple_kind {
    CSS_SEL_TYPE,
    CSS_SEL_CLASS,
    CSS_SEL_ID,
    CSS_SEL_ATTRIBUTE,
    CSS_SEL_NTH,
    CSS_SEL_ONLY,
    CSS_SEL_NOT,
    CSS_SEL_IS,
    CSS_SEL_HAS,
    CSS_SEL_SCOPE, /* what :has() is asked of */
    CSS_SEL_LANG,
    CSS_SEL_DIR,
    CSS_SEL_ROOT,
    CSS_SEL_LINK,
    CSS_SEL_EMPTY,
    CSS_SEL_NEVER
};

struct css_selector;

struct css_simple {
    enum css_simple_kind kind;
    const char *name, *value;
    char op;                   /* ATTRIBUTE: 0 = ~ | ^ $ * */
    bool nocase;               /* ATTRIBUTE: [a=v i] */
    bool from_end, of_type;    /* NTH, ONLY */
    int a, b;                  /* NTH: an + b */
    struct css_selector *list; /* NOT, IS, HAS */
};

struct css_compound {
    VEC(struct css_simple) simple;
    char combinator; /* to the compound before: 0 ' ' > + ~ */
};

struct css_selector {
    VEC(struct css_compound) compounds;
    uint32_t specificity; /* ids << 20 | classes << 10 | types */
    int pseudo;           /* enum style_pseudo, or -1 */
    struct css_selector *next;
};

enum { CSS_COMPOUNDS = 64 };

/* Reads a selector list; NULL, and a message, where one of it can't be read.
 * `d` NULL: silently. `not_in_epub`, where given: whether an EPUB must do
 * without the rule (EPUBCheck can't read all of them either). */
struct css_selector *css_selectors(struct arena *a, struct css_tokens v,
                                   const char *shown, struct diag *d,
                                   bool *not_in_epub);

/* An element as a selector sees it: a node with an element, or the `html`
 * above the book, whose node is NULL. `index` remembers the last answer of a
 * count among siblings. */
struct css_index {
    const struct doc_node *node;
    int at;
    const char *lang; /* of the root, or NULL: not known */
    const struct doc_node *scope;
};
bool css_match(const struct css_selector *s, const struct doc_node *node,
               struct css_index *index);

/* Whether a media query list (Media Queries Level 4) holds for print, whether
 * it can hold anywhere but there, and whether it can on a screen whose reader
 * wants a light page, or a dark one. */
struct css_media {
    bool print, elsewhere, light, dark;
};
struct css_media css_media_of(struct css_tokens v);

/* Whether it holds for the one medium. */
bool css_media_holds(struct css_tokens v, enum style_medium medium);

/* Whether a @supports condition holds for what the PDF honours. */
bool css_supports(struct css_tokens v);

/* 0xRRGGBBAA from a CSS colour (CSS Color Level 4: names, hex, functions).
 * `current` is set for currentcolor. */
bool css_color(struct css_tokens v, uint32_t *rgba, bool *current);
bool css_color_name(const char *name, uint32_t *rgba);

/* color_space.c: red, green, blue and alpha, 0 to 1 where sRGB can show it, of
 * rgb(), hsl(), hwb(), lab(), lch(), oklab() and oklch(). */
bool css_color_function(struct css_tokens v, double c[4]);

/* The colour's name that is nearly this, or NULL. */
const char *css_color_near(const char *name);

#endif
