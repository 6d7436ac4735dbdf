/* SPDX-License-Identifier: MIT */
/* What the files of proof/ share. */
#ifndef PROOF_PROOF_INT_H
#define PROOF_PROOF_INT_H

#include "proof/proof.h"

enum proof_rule {
    PROOF_SIZE,
    PROOF_X_HEIGHT,
    PROOF_HEADING,
    PROOF_LEADING,
    PROOF_HYPHEN,
    PROOF_JUSTIFIED,
    PROOF_CENTRED,
    PROOF_SLANT,
    PROOF_CAPITALS,
    PROOF_UNDERLINE,
    PROOF_BOLD,
    PROOF_LETTERS,
    PROOF_COLUMNS,
    PROOF_FOLIO,
    PROOF_INDENT,
    PROOF_BLANK_LINE,
    PROOF_WIDOW,
    PROOF_MEASURE,
    PROOF_RULE_COUNT
};

enum proof_folio { FOLIO_ANYWHERE, FOLIO_SAME_PLACE, FOLIO_TOP_RIGHT };

struct proof_profile {
    const char *name;
    int least;      /* of any type, Pango units; 0: what was asked for */
    int x_height;   /* likewise */
    int leading;    /* from baseline to baseline, thousandths of the size */
    int heading[2]; /* sizes of headings of level 1 and of others, where text
                       has 18 pt: Pango units */
    int capitals;   /* so many words of capitals in a row are a breach */
    bool long_capitals; /* and one that is no abbreviation */
    enum proof_folio folio;
    int measure[2];                       /* letters a line, from and to */
    const char *source[PROOF_RULE_COUNT]; /* where a rule is said; NULL: it
                                             is none of the profile's */
};

/* What is known of a face. */
struct proof_face {
    const struct layout_font *font;
    bool slanted, bold;
    bool letters_differ; /* I, l and 1; or it lacks them */
    int x_height;        /* thousandths of the size; 0: it has none */
    void *caps;          /* hb_set_t: glyphs of small capitals */
    void *small;         /* those of raised and lowered figures */
};

/* A line of text on the page that is looked at. */
struct proof_line {
    const struct doc_node *block; /* it is of; NULL: furniture and the like */
    enum layout_role role;
    size_t first, behind; /* runs of the page */
    int left, right, y;   /* y: its baseline */
    int size;             /* the largest type in it */
    bool in_table;
};

/* Where on paper something is; without a label it is on a screen. */
struct proof_where {
    const struct doc_node *node; /* or NULL */
    const char *label;           /* of the page */
    size_t page;
};

/* What is remembered of a block from page to page. */
struct proof_block {
    const struct doc_node *node;
    size_t lines, all; /* on the last page that has any, and on all */
    size_t page;       /* that one */
    const char *label;
    const char *words; /* of its first line there */
    bool plain;        /* some of it is of normal weight */
    const char *bold;  /* the first words in bold, or NULL */
    struct proof_where bold_at;
};

/* Where a page's number stands. */
struct proof_folio_at {
    size_t page;
    const char *label;
    int left, right, y, size, width, height;
    bool found, expected;
};

struct proof {
    struct arena *arena;
    struct proof_options options;
    const struct proof_profile *profile;
    struct map *told; /* rule and node → told of */
    size_t count[PROOF_RULE_COUNT];
    VEC(struct proof_face *) faces;
    VEC(struct proof_line) lines; /* of the page in hand */
    const struct layout_page *page;
    const char *label;   /* its label, to keep */
    struct map *by_node; /* a block's key → struct proof_block */
    VEC(struct proof_block *) blocks;
    VEC(struct proof_folio_at) folios;
    size_t letters, full_lines; /* for the measure */
};

/* Whether the rule is one of the profile's. */
static inline bool
proof_holds(const struct proof *p, enum proof_rule rule)
{
    return p->profile->source[rule] != NULL;
}

/* report.c: tells of a breach, unless the rule was told of at the node. */
void proof_tell(struct proof *p, enum proof_rule rule, struct proof_where where,
                const char *format, ...) __attribute__((format(printf, 4, 5)));

/* report.c: likewise once for each of what is named, wherever that is. */
void proof_tell_once(struct proof *p, enum proof_rule rule, const char *what,
                     struct proof_where where, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* report.c: says how many breaches were not told of. */
void proof_tell_rest(struct proof *p);

/* faces.c */
const struct proof_face *proof_face_of(struct proof *p,
                                       const struct layout_font *font);
void proof_faces_close(struct proof *p);
bool proof_is_small_capital(const struct proof_face *face, uint32_t glyph);

/* faces.c: the size that the glyph of a character looks like: that of the
 * face, or less where it is a raised figure of it. */
int proof_glyph_size(const struct proof_face *face, uint32_t glyph,
                     uint32_t character);

bool proof_is_capital(uint32_t character);
bool proof_is_small_letter(uint32_t character);
bool proof_is_letter(uint32_t character);

/* lines.c: fills p->lines from the page. */
void proof_find_lines(struct proof *p, const struct layout_page *page);

/* lines.c: the line behind line i, where it is of the same block; or NULL. */
const struct proof_line *proof_next_of_block(const struct proof *p, size_t i);

/* lines.c: nothing but space; something beside signs and numbers. */
bool proof_is_blank(const struct layout_run *run);
bool proof_has_letter(const struct layout_run *run);

/* lines.c: what stands there, cut short for a message; in the arena. */
const char *proof_words(struct proof *p, const struct layout_run *run);
const char *proof_line_words(struct proof *p, const struct proof_line *line);

/* lines.c: the node, on the page in hand. */
struct proof_where proof_here(const struct proof *p,
                              const struct doc_node *node);

/* type.c: "18", "11.45". */
const char *proof_points(struct proof *p, int units);

/* type.c: the rules about type. */
void proof_check_type(struct proof *p, const struct layout_run *run);
void proof_check_capitals(struct proof *p);

/* setting.c: the style of a node under its parents'; NULL without a sheet. */
const struct style *proof_style_at(struct proof *p,
                                   const struct doc_node *node);

/* setting.c: the rules about lines; whether a node is of the cover or the
 * title page. */
void proof_check_lines(struct proof *p);
void proof_check_measure(struct proof *p);
bool proof_is_display(const struct doc_node *node);

/* pages.c: the rules about blocks and pages. */
void proof_check_page(struct proof *p);
void proof_check_blocks(struct proof *p);
void proof_check_folios(struct proof *p);

#endif
