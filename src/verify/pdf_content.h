/* SPDX-License-Identifier: MIT */
/* What a PDF's pages show: operators, marked content, fonts, and the text of
 * what is shown (ISO 32000-1, 7.8, 9 and 14.6). */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "verify/pdf_file.h"

/* An operator's letters as a number, to be told apart by. */
#define PDFIN_OP(a, b, c)                                                      \
    ((uint32_t)(uint8_t)(a) | (uint32_t)(uint8_t)(b) << 8 |                    \
     (uint32_t)(uint8_t)(c) << 16)

enum { PDFIN_OPERANDS = 64, PDFIN_FORMS_DEEP = 16, PDFIN_MARKED_DEEP = 256 };

struct pdfin_operator {
    const char *name;
    uint32_t code; /* PDFIN_OP of it; 0 of more than three letters */
    const struct pdfin_object *operands;
    uint32_t n;
};

/* Goes through a content stream. An inline image is one operator, BI, with a
 * dictionary as its operand. */
struct pdfin_scanner {
    struct pdfin_lexer lexer;
    struct arena *arena; /* of the operands; let go from time to time */
    struct pdfin_object operands[PDFIN_OPERANDS];
    unsigned odd;  /* bits of pdfin_oddity, of all so far */
    bool damaged;  /* too many operands, or an image without an end */
    uint32_t left; /* operators until operands are let go */
};

void pdfin_scan_begin(struct pdfin_scanner *s, const char *bytes, size_t n);
bool pdfin_scan(struct pdfin_scanner *s, struct pdfin_operator *op);
void pdfin_scan_end(struct pdfin_scanner *s);

/* Codes → text (9.10.3) or → CIDs: a CMap that is embedded. */
struct pdfin_range {
    uint32_t low, high;
    uint32_t value; /* CID of `low`; or where the text is in `texts` */
    uint32_t n; /* bytes of the text; of a range the last letter counts up */
};

struct pdfin_cmap {
    VEC(struct pdfin_range) ranges; /* sorted by `low` */
    struct buf texts;               /* UTF-8 */
    uint8_t widths;                 /* bit i: codes of i + 1 bytes there are */
    bool has_unpaired;              /* a surrogate alone, or bytes left over */
};

struct pdfin_cmap *pdfin_read_cmap(struct pdfin *f, struct arena *a,
                                   const struct pdfin_object *stream);
const struct pdfin_range *pdfin_cmap_find(const struct pdfin_cmap *m,
                                          uint32_t code);

/* Adds the text of a code; false where it has none. */
bool pdfin_cmap_text(const struct pdfin_cmap *m, uint32_t code, struct buf *to);

struct pdfin_font {
    uint32_t number;             /* of its object */
    bool composite, type3;       /* Type0; Type3 */
    bool two_bytes;              /* every code has two */
    bool identity;               /* codes are CIDs */
    struct pdfin_cmap *unicode;  /* or NULL */
    struct pdfin_cmap *encoding; /* of an embedded CMap, or NULL */
    bool visible;                /* shown otherwise than with mode 3 */
    uint8_t *used;               /* bitmap of codes below 65536 */
    const uint16_t *latin;       /* simple fonts: code → Unicode, or NULL */
    char subset[8];
};

struct pdfin_fonts {
    struct map *by_number; /* "12" → struct pdfin_font */
    VEC(struct pdfin_font *) all;
};

/* The font that the reference leads to, read at most once. */
struct pdfin_font *pdfin_font_of(struct pdfin *f, struct pdfin_fonts *fonts,
                                 const struct pdfin_object *reference);

/* The next code of a string that the font shows; false at its end. */
bool pdfin_code(const struct pdfin_font *font, const uint8_t **p,
                const uint8_t *end, uint32_t *code);

/* Adds the text of a string that the font shows. */
void pdfin_shown_text(const struct pdfin_font *font, const char *bytes,
                      size_t n, struct buf *to);

/* A marked-content sequence that is open (14.6). */
struct pdfin_marked {
    const char *tag;
    int64_t mcid;         /* -1: none */
    uint32_t owner;       /* the page or form whose MCIDs it is among */
    bool artifact, point; /* Artifact; MP or DP */
    const struct pdfin_object *properties; /* a dictionary */
};

struct pdfin_state {
    struct pdfin_font *font;
    int64_t mode; /* of text */
};

/* A walk through a page and the forms that it shows. */
struct pdfin_walk {
    struct pdfin *file;
    struct pdfin_fonts *fonts;
    void *to; /* for these, any of which may be NULL: */
    void (*on_operator)(struct pdfin_walk *w, const struct pdfin_operator *op);
    void (*on_marked)(struct pdfin_walk *w, const struct pdfin_marked *m);
    void (*on_end)(struct pdfin_walk *w, const struct pdfin_marked *m);
    void (*on_text)(struct pdfin_walk *w, const char *bytes, uint32_t n);
    /* An XObject; whether to go in. */
    bool (*on_object)(struct pdfin_walk *w, const struct pdfin_object *x,
                      uint32_t number);
    uint32_t page;  /* its object number */
    uint32_t owner; /* of the content that is walked: page or form */
    const struct pdfin_object *resources;
    struct pdfin_marked marked[PDFIN_MARKED_DEEP];
    uint32_t marked_n, marked_base; /* open; of those, outside this stream */
    struct pdfin_state state, saved[64];
    uint32_t saved_n;   /* nesting of q; may be more than `saved` has */
    int depth;          /* of forms */
    uint64_t operators; /* so far */
    unsigned odd;
    bool damaged, exhausted; /* content; more operators than are read */
};

/* Walks a page, given as its dictionary. */
void pdfin_walk_page(struct pdfin_walk *w, uint32_t number,
                     const struct pdfin_object *page);

/* Walks another stream with the resources given (of a pattern, a glyph). */
void pdfin_walk_stream(struct pdfin_walk *w, const struct pdfin_object *stream,
                       uint32_t number, const struct pdfin_object *resources);

/* The innermost open marked content that has an MCID, or NULL. */
const struct pdfin_marked *pdfin_walk_mcid(const struct pdfin_walk *w);

#endif
