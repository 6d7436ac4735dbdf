/* SPDX-License-Identifier: MIT */
/* A PDF that is read back: any that ISO 32000-1 allows, and damaged ones as far
 * as can be. Silent: what is wrong is kept for those who ask. Objects are read
 * when they are asked for and kept until pdfin_let_go(). */
#ifndef PDF_FILE_H
#define PDF_FILE_H

#include "verify/pdf_object.h"

enum pdfin_place { PDFIN_ABSENT, PDFIN_FREE, PDFIN_OFFSET, PDFIN_PACKED };

/* Where an object is: at an offset of the file, or in an object stream. */
struct pdfin_xref {
    uint64_t at;      /* the offset, or the object stream's number */
    uint32_t further; /* the generation, or the index in the stream */
    uint32_t place;   /* enum pdfin_place */
};

/* What is wrong with the file as a whole. */
enum pdfin_fault {
    PDFIN_FAULT_STARTXREF = 1 << 0, /* it leads to no cross-references */
    PDFIN_FAULT_XREF = 1 << 1,      /* they are damaged */
    PDFIN_FAULT_LOOP = 1 << 2,      /* /Prev leads in a circle */
    PDFIN_FAULT_REBUILT = 1 << 3,   /* objects were looked for instead */
    PDFIN_FAULT_LARGE = 1 << 4      /* more than is unpacked */
};

/* What is wrong with an object as it was read last. */
enum pdfin_trouble {
    PDFIN_TROUBLE_HEADER = 1 << 0,  /* "12 0 obj" is not where it should be */
    PDFIN_TROUBLE_LENGTH = 1 << 1,  /* a stream's Length is another */
    PDFIN_TROUBLE_END = 1 << 2,     /* no endobj */
    PDFIN_TROUBLE_SPACING = 1 << 3, /* of obj, endobj, stream, endstream */
    PDFIN_TROUBLE_PACKED = 1 << 4   /* its object stream has no such object */
};

enum pdfin_decoded {
    PDFIN_NOT_DECODED,
    PDFIN_DECODED_WELL,
    PDFIN_DECODED_BADLY
};

enum { PDFIN_CACHED = 4096, PDFIN_PACKS = 4, PDFIN_NUMBER_MOST = 8388607 };

/* An object stream, unpacked. */
struct pdfin_pack {
    uint32_t number; /* 0: none */
    uint32_t count, age;
    size_t first;
    uint32_t *numbers, *offsets; /* in the buffer of numbers */
    struct buf bytes, table;
};

struct pdfin {
    struct arena *arena; /* lasts as long as the file is open */
    struct arena *cache; /* of objects, until pdfin_let_go() */
    const char *bytes;
    size_t n;
    size_t start; /* of "%PDF-": offsets count from there */
    struct pdfin_xref *xref;
    uint32_t count; /* object numbers are below */
    uint32_t room;
    struct pdfin_object trailer; /* the newest; lasts */
    const struct pdfin_object *catalog;
    uint32_t *pages;      /* object numbers, in order */
    uint8_t *is_page;     /* a bit for each object number */
    unsigned trailer_odd; /* how trailers are written: bits of pdfin_oddity */
    uint32_t page_count;
    uint32_t catalog_number;
    unsigned faults, trouble, odd; /* bits; the latter two add up */
    bool encrypted;
    bool xref_streams; /* one was met */
    bool keeps;        /* pdfin_let_go() lets nothing go */
    uint64_t unpacked; /* bytes, so far */
    uint64_t parsed;   /* bytes of the file, so far; again and again */
    int resolving;
    uint8_t *decoded; /* by number: enum pdfin_decoded */
    struct {
        uint32_t number;
        const struct pdfin_object *object;
    } cached[PDFIN_CACHED];
    struct pdfin_pack packs[PDFIN_PACKS];
    uint32_t clock;
};

/* Opens the PDF in `bytes`, which stay in use. NULL where nothing in it is an
 * object of a PDF. Close it. */
struct pdfin *pdfin_open(const char *bytes, size_t n);
void pdfin_close(struct pdfin *f);

/* Lets go of the objects that were asked for, where they have become many:
 * what these functions gave is not to be used afterwards. The catalog stays. */
void pdfin_let_go(struct pdfin *f);

/* The object of that number; of PDFIN_NULL where there is none. */
const struct pdfin_object *pdfin_load(struct pdfin *f, uint32_t number);

/* The same, not from what is kept, with `trouble` and `odd` set to this
 * object's alone; into the arena. */
struct pdfin_object pdfin_parse(struct pdfin *f, struct arena *a,
                                uint32_t number);

/* What a reference leads to; other objects are themselves. */
const struct pdfin_object *pdfin_resolve(struct pdfin *f,
                                         const struct pdfin_object *o);

/* An entry of a dictionary or stream, an item of an array, resolved. */
const struct pdfin_object *
pdfin_get(struct pdfin *f, const struct pdfin_object *o, const char *key);
const struct pdfin_object *
pdfin_item(struct pdfin *f, const struct pdfin_object *array, uint32_t i);

/* What is in the array, or the one object that stands for such an array. */
uint32_t pdfin_count(const struct pdfin_object *o);
const struct pdfin_object *
pdfin_member(struct pdfin *f, const struct pdfin_object *o, uint32_t i);

/* An entry that pages inherit: the page's own or its ancestors'. */
const struct pdfin_object *pdfin_inherited(struct pdfin *f,
                                           const struct pdfin_object *page,
                                           const char *key);

/* A stream's bytes, decoded, onto the buffer. A filter of pictures ends the
 * decoding: its name is given, where asked. False where it is damaged. */
bool pdfin_decode(struct pdfin *f, const struct pdfin_object *stream,
                  struct buf *out, const char **picture);

/* The content of a page: its streams, one after the other. */
bool pdfin_page_content(struct pdfin *f, const struct pdfin_object *page,
                        struct buf *out);

/* Looks for objects from the file's start to its end. */
void pdfin_rebuild(struct pdfin *f);

/* What pdf_xref.c has for pdf_file.c. */
void pdfin_read_xref(struct pdfin *f);
struct pdfin_xref *pdfin_entry_of(struct pdfin *f, uint64_t number);
struct pdfin_object pdfin_parse_at(struct pdfin *f, struct arena *a,
                                   uint64_t offset, uint32_t *number);

/* Filters (pdf_filter.c), each onto the buffer; false where damaged. */
bool pdfin_ascii_hex(struct buf *out, const char *p, size_t n);
bool pdfin_ascii_85(struct buf *out, const char *p, size_t n);
bool pdfin_run_length(struct buf *out, const char *p, size_t n);
bool pdfin_lzw(struct buf *out, const char *p, size_t n, bool early);

#endif
