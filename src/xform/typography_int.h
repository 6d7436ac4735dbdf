/* SPDX-License-Identifier: MIT */
/* typography_int: a line of text as the files of the typography pass see it. */
#ifndef XFORM_TYPOGRAPHY_INT_H
#define XFORM_TYPOGRAPHY_INT_H

#include "xform/xform_int.h"

enum french { NOT_FRENCH, FRENCH, CANADIAN };

/* How a language is set. Lists are words parted by spaces, or NULL. */
struct setting {
    const char *tag;
    const char *dash;          /* what a hyphen between spaces becomes */
    const char *elisions;      /* words behind an apostrophe: 'tis */
    const char *maybe_elided;  /* the same, where no quote can be meant */
    const char *before_name;   /* stay with a capital: Dr. X */
    const char *before_number; /* stay with a figure: Fig. 2 */
    const char *sticky;        /* single letters that end no line */
    enum french french;        /* spaces before ; : ! ? and within « » */
};

/* The setting of a BCP 47 tag: the longest row that begins it, or English
 * without its words. */
const struct setting *setting_of(const char *lang);

enum { NO_TEXT = UINT32_MAX, DEEPEST_QUOTE = 16 };

/* A code point of a line. */
struct cell {
    uint32_t c;
    uint32_t text;      /* which TEXT holds it; NO_TEXT: none */
    bool keep;          /* code, an address: copied as it is */
    bool next_closes;   /* of a `"`: the next one looks like a closing one */
    bool second_closes; /* and the one behind that too */
};

struct open_quote {
    char mark; /* `"` or `'` */
    bool inner;
    const struct setting *setting; /* of the language that opened it */
};

/* The inline content of one block as one row of code points, whatever
 * elements part it, and what is written in its place. */
struct line {
    VEC(struct cell) cells;
    VEC(struct doc_node *) texts;
    VEC(const struct setting *) settings; /* one a text */
    const struct setting *setting;        /* of the cell at hand */
    struct open_quote quotes[DEEPEST_QUOTE];
    size_t depth;
    size_t last_closer, last_sure_closer; /* the last `'` that may close; the
                                             last that is no plural's */
    uint32_t prev; /* the code point written last; 0: none */
    struct buf out;
};

/* The code point at `i`, 0 outside. */
uint32_t line_at(const struct line *line, size_t i);

/* Writes a string or a code point. */
void line_put(struct line *line, const char *s);
void line_put_char(struct line *line, uint32_t c);

/* Finds what quotes must know beforehand. */
void quotes_look_ahead(struct line *line);

/* Writes what the `"` or `'` at `i` becomes. */
void quotes_double(struct line *line, size_t i);
void quotes_single(struct line *line, size_t i);

/* Takes note of a quotation mark that was typed as such. */
void quotes_typed(struct line *line, size_t i);

/* Writes the space at `i`, with no break where none may be. */
void spaces_put(struct line *line, size_t i);

/* Writes a mark that French sets off by a space. */
void spaces_before_mark(struct line *line, size_t i);

/* Whether figures, a hyphen at `i` and figures with a unit make a range. */
bool spaces_is_range(const struct line *line, size_t i);

/* Classes of code points. 0 is a space: nothing is there. */
bool char_is_space(uint32_t c);
bool char_is_digit(uint32_t c);
bool char_is_word(uint32_t c); /* letters, digits, what stands for them */
bool char_is_upper(uint32_t c);
bool char_is_opening(uint32_t c);
bool char_is_joint(uint32_t c); /* dashes, slashes: what binds or parts */
bool char_is_ideograph(uint32_t c);

#endif
