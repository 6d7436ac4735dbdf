/* SPDX-License-Identifier: MIT */
/* Embedded font programs, as far as a check of a PDF asks: how many glyphs
 * there are, and how wide each is. TrueType and OpenType tables follow ISO/IEC
 * 14496-22; CFF is Adobe's Technical Notes 5176 and 5177. No byte is believed.
 */
#ifndef FONTFILE_H
#define FONTFILE_H

#include "base/base.h"

enum fontfile_kind { FONTFILE_NONE, FONTFILE_TRUETYPE, FONTFILE_CFF };

struct cff_dict {
    const uint8_t *subrs; /* the index, or NULL */
    double default_width, nominal_width;
};

struct fontfile {
    enum fontfile_kind kind;
    const uint8_t *bytes;
    size_t n;
    uint32_t glyphs; /* 0: the program can't be read */
    uint32_t units;  /* per em */
    /* TrueType */
    const uint8_t *hmtx, *cmap;
    size_t hmtx_n, cmap_n;
    uint32_t long_metrics;
    /* CFF */
    const uint8_t *char_strings, *global_subrs;
    bool cid;          /* its glyphs are named by CIDs */
    uint16_t *charset; /* glyph → CID or name's id */
    uint8_t *selector; /* glyph → which of `dicts`; NULL: the first */
    VEC(struct cff_dict) dicts;
};

/* Reads the head of a program; the bytes must live as long as `f`. False where
 * it is no font, or a damaged one. */
bool fontfile_open(struct fontfile *f, struct arena *a, const void *bytes,
                   size_t n);

/* The advance width in 1/1000 em; negative where the glyph is not there or its
 * outline can't be followed. */
double fontfile_width(const struct fontfile *f, uint32_t glyph);

/* The glyph that shows a CID in a CFF program: the CID itself in one that has
 * no CIDs (ISO 32000-1, 9.7.4.2). UINT32_MAX: there is none. */
uint32_t fontfile_glyph_of_cid(const struct fontfile *f, uint32_t cid);

/* The glyph of a code in a cmap subtable of a TrueType program, 0 where it has
 * none; UINT32_MAX where there is no such subtable that can be read. */
uint32_t fontfile_glyph_of_code(const struct fontfile *f, unsigned platform,
                                unsigned encoding, uint32_t code);

#endif
