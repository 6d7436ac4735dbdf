/* SPDX-License-Identifier: MIT */
/* What an EPUB or a PDF says to who reads it from beginning to end: its words,
 * descriptions of pictures, rows, cells and notes, in order and with places.
 * parity_epub.c and parity_pdf.c read it, parity.c compares two. */
#ifndef VERIFY_PARITY_H
#define VERIFY_PARITY_H

#include "verify/verify_int.h"

enum parity_kind {
    PARITY_BLOCK, /* a paragraph, heading, item of a list … */
    PARITY_CELL,  /* of a table */
    PARITY_ALT,   /* what stands for a picture */
    PARITY_NOTE
};

/* A stretch of text of one kind and place. */
struct parity_item {
    enum parity_kind kind;
    const char *file;   /* in the EPUB; NULL in a PDF */
    uint32_t line, col; /* there */
    uint32_t page;      /* in the PDF, from 1; 0: unknown */
    size_t first;       /* token */
};

enum parity_flag {
    PARITY_WILD = 1,   /* stands for any few words: a counter's value */
    PARITY_MARK = 2,   /* a row, a cell or a note begins */
    PARITY_PAGE = 4,   /* may be the number of a page */
    PARITY_NUMBER = 8, /* has a digit */
    PARITY_SIGN = 16,  /* punctuation */
    PARITY_LABEL = 32  /* of a list: left out, but for a task's box */
};

enum {
    PARITY_ROW_MARK = 1,
    PARITY_CELL_MARK,
    PARITY_NOTE_MARK,
    PARITY_SECTION_MARK,
    PARITY_ANY
};

/* A word, a sign, or a mark. */
struct parity_token {
    uint32_t hash; /* of the word without case and composition */
    uint32_t at;   /* in the stream's text */
    uint16_t n;    /* bytes there */
    uint16_t flags;
};

struct parity_stream {
    struct buf text, tokens; /* the latter of struct parity_token */
    VEC(struct parity_item) items;
    size_t forgotten,
        same; /* tokens: let go; the first ones, like the other's */
};

/* Articles; their notes; and title page, index and what else is generated. */
enum parity_part { PARITY_MAIN, PARITY_NOTES, PARITY_MATTER, PARITY_PARTS };

/* From this byte on tokens have these flags. */
struct parity_turn {
    size_t at;
    unsigned flags;
};

struct parity_reading {
    struct arena *arena, *scratch;
    const char *name; /* of the file, as messages call it */
    enum verify_kind kind;
    struct parity_stream parts[PARITY_PARTS];
    struct buf pending; /* text that is not parted into words yet */
    struct parity_stream *to;
    uint16_t flags;                /* that tokens get */
    VEC(struct parity_turn) turns; /* of flags, within what is pending */
};

void parity_open(struct parity_reading *r, struct arena *a, const char *name,
                 enum verify_kind kind);
void parity_close(struct parity_reading *r);

/* What follows is of another kind or at another place, in one of the parts. */
void parity_begin(struct parity_reading *r, enum parity_part part,
                  const struct parity_item *item);

/* What follows stands on another page, in the midst of a word perhaps. */
void parity_page(struct parity_reading *r, uint32_t page);

/* More text of the item; words go on from one call to the next. */
void parity_text(struct parity_reading *r, const char *text, size_t n);

/* A word's end; or a mark, or PARITY_ANY. */
void parity_break(struct parity_reading *r);
void parity_mark(struct parity_reading *r, int mark);

/* Tokens that follow have these flags of enum parity_flag. */
void parity_flags(struct parity_reading *r, unsigned flags);

static inline const struct parity_token *
parity_tokens(const struct parity_stream *s)
{
    return (const struct parity_token *)(const void *)s->tokens.at;
}

static inline size_t
parity_count(const struct parity_stream *s)
{
    return s->tokens.n / sizeof(struct parity_token);
}

/* The item that a token is in; NULL where there is none. */
const struct parity_item *parity_item_at(const struct parity_stream *s,
                                         size_t token);

/* Tokens [a, a_end) of the one stand where [b, b_end) of the other do. */
struct parity_hunk {
    size_t a, a_end, b, b_end;
};

struct parity_hunks {
    struct arena *arena;
    VEC(struct parity_hunk) list;
};

/* Where two rows of tokens differ, in order. */
void parity_diff(struct parity_hunks *out, const struct parity_token *a,
                 size_t na, const struct parity_token *b, size_t nb);

/* Lays the generated pages of both side by side and gives each pair to `visit`;
 * one that only one of the two has is left out, since a stylesheet may show it
 * in one format alone. */
void parity_sections(struct arena *a, const struct parity_reading *epub,
                     const struct parity_reading *pdf, void *data,
                     void (*visit)(void *data, const struct parity_hunk *in));

/* Tells where two readings differ; how often they do. */
size_t parity_compare(struct parity_reading *epub, struct parity_reading *pdf,
                      const struct verify_pair *pair, struct diag *diag);

/* A file being read, some of it at a time. */
struct parity_epub;
struct parity_pdf;

/* Begin reading; NULL where the file has no text that could be read. The bytes
 * stay in use until the end. */
struct parity_epub *parity_epub_open(struct parity_reading *r,
                                     const struct verify_file *f,
                                     const char *print_style);
struct parity_pdf *parity_pdf_open(struct parity_reading *r,
                                   const struct verify_file *f);

/* Read a document, or an article or so: false where nothing is left. */
bool parity_epub_step(struct parity_epub *e);
bool parity_pdf_step(struct parity_pdf *p);

void parity_epub_end(struct parity_epub *e);
void parity_pdf_end(struct parity_pdf *p);

/* Forgets what both begin with, but for some words that messages may quote. */
void parity_forget(struct parity_reading *a, struct parity_reading *b);

#endif
