/* SPDX-License-Identifier: MIT */
/* A PDF's objects as they are read (ISO 32000-1, 7.3), and its tokens. */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include "base/base.h"

enum pdfin_type {
    PDFIN_NULL,
    PDFIN_BOOLEAN,
    PDFIN_INTEGER,
    PDFIN_REAL,
    PDFIN_STRING,
    PDFIN_NAME,
    PDFIN_ARRAY,
    PDFIN_DICTIONARY,
    PDFIN_STREAM,
    PDFIN_REFERENCE,
    PDFIN_KEYWORD, /* of a content stream: an operator */
    PDFIN_END      /* nothing is left */
};

struct pdfin_object {
    enum pdfin_type type;
    uint32_t n; /* bytes, items or entries; a reference's generation */
    union {
        int64_t integer; /* a boolean's too; a reference's object number */
        double real;
        const char *text; /* of strings, names, keywords; ended with NUL */
        struct pdfin_object *items;
        struct pdfin_entry *entries; /* in the order of the file */
        struct pdfin_stream *stream;
    };
};

struct pdfin_entry {
    const char *key;
    struct pdfin_object value;
};

struct pdfin_stream {
    struct pdfin_object dictionary;
    const char *bytes; /* as they are in the file, not decoded */
    size_t n;
    uint32_t number; /* of the object */
};

/* What is odd about how something is written. */
enum pdfin_oddity {
    PDFIN_ODD_SYNTAX = 1 << 0,    /* no object of a PDF */
    PDFIN_ODD_HEX = 1 << 1,       /* <> with an odd number of digits */
    PDFIN_ODD_HEX_CHAR = 1 << 2,  /* <> with another character */
    PDFIN_ODD_NAME = 1 << 3,      /* a name with #00, or half a # */
    PDFIN_ODD_NAME_UTF8 = 1 << 4, /* a name that is not UTF-8 */
    PDFIN_ODD_LONG_NAME = 1 << 5, /* of more than 127 bytes */
    PDFIN_ODD_LONG_STRING = 1 << 6 /* of more than 32767 bytes */,
    PDFIN_ODD_NUMBER = 1 << 7, /* an integer past 2^31 */
    PDFIN_ODD_REAL = 1 << 8,   /* a real past ±3.403e38 */
    PDFIN_ODD_DEEP = 1 << 9,   /* deeper than is read */
    PDFIN_ODD_TWICE = 1 << 10, /* a dictionary with a key twice */
};

/* Arrays and dictionaries within each other are read to this depth. */
enum { PDFIN_DEPTH = 100 };

struct pdfin_lexer {
    const char *p, *end;
    struct arena *arena; /* of what is read */
    bool content;        /* a content stream's: without references */
    unsigned odd;        /* bits of pdfin_oddity that were met */
};

/* The next object, or keyword; PDFIN_END where nothing is left. */
struct pdfin_object pdfin_lex(struct pdfin_lexer *l);

/* Goes past white space and comments. */
void pdfin_skip(struct pdfin_lexer *l);

/* Whether the character is white space of a PDF; or parts tokens. */
bool pdfin_is_white(char c);
bool pdfin_is_delimiter(char c);

/* An entry of a dictionary (or of a stream's) as it stands there, a reference
 * perhaps; an object of PDFIN_NULL where there is none. Never NULL. */
const struct pdfin_object *pdfin_raw(const struct pdfin_object *o,
                                     const char *key);
bool pdfin_has(const struct pdfin_object *o, const char *key);

/* The dictionary of a stream, or the dictionary itself; else an empty one. */
const struct pdfin_object *pdfin_dictionary(const struct pdfin_object *o);

/* What a value is, where it is of that type; else the fallback, "" or 0. */
const char *pdfin_name(const struct pdfin_object *o);
bool pdfin_is(const struct pdfin_object *o, const char *name);
bool pdfin_is_number(const struct pdfin_object *o);
double pdfin_number(const struct pdfin_object *o, double fallback);
int64_t pdfin_integer(const struct pdfin_object *o, int64_t fallback);
bool pdfin_true(const struct pdfin_object *o);
uint32_t pdfin_number_of(const struct pdfin_object *reference);

/* A text string (7.9.2.2) as UTF-8, in the arena; "" where it is none. */
const char *pdfin_text(struct arena *a, const struct pdfin_object *o);

extern const struct pdfin_object pdfin_nothing;

#endif
