/* SPDX-License-Identifier: MIT */
/* What the readers of font programs share. */
#ifndef FONTFILE_INT_H
#define FONTFILE_INT_H

#include "verify/fontfile.h"

/* Big-endian numbers. */
uint32_t fontfile_u16(const uint8_t *p);
uint32_t fontfile_u32(const uint8_t *p);

/* fontfile_cff.c: the parts of fontfile_open() and fontfile_width() that are
 * CFF's. */
bool fontfile_open_cff(struct fontfile *f, struct arena *a);
double fontfile_cff_width(const struct fontfile *f, uint32_t glyph);

/* fontfile_charstring.c: the width that a Type 2 charstring begins with, less
 * the nominal one (Technical Note 5177, clause 3.1). 1: `*width` is set, 0: it
 * has the default width, -1: it can't be followed. */
struct charstring_subrs {
    const uint8_t *local, *global; /* indexes, or NULL */
    const uint8_t *end;            /* of the program */
};
int charstring_width(const uint8_t *at, size_t n,
                     const struct charstring_subrs *subrs, double *width);

/* A whole number as dictionaries and charstrings have it in one to three bytes;
 * behind it, NULL where it is none. */
const uint8_t *cff_number(const uint8_t *p, const uint8_t *end, double *value);

/* A CFF index: how many entries, and entry i; NULL where it is not whole. */
uint32_t cff_index_count(const uint8_t *index, const uint8_t *end);
const uint8_t *cff_index_entry(const uint8_t *index, const uint8_t *end,
                               uint32_t i, size_t *n);

#endif
