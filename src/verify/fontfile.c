/* SPDX-License-Identifier: MIT */
/* TrueType and OpenType programs: their directory, metrics and cmaps. */
#include "verify/fontfile.h"

#include <string.h>

#include "verify/fontfile_int.h"

enum {
    DIRECTORY_HEAD = 12,
    DIRECTORY_ROW = 16,
    HEAD_UNITS = 18,
    HHEA_LONG_METRICS = 34,
    MAXP_GLYPHS = 4,
    GLYPHS_MOST = 65535
};

uint32_t
fontfile_u16(const uint8_t *p)
{
    return (uint32_t)(p[0] << 8 | p[1]);
}

uint32_t
fontfile_u32(const uint8_t *p)
{
    return fontfile_u16(p) << 16 | fontfile_u16(p + 2);
}

/* A table that has at least `least` bytes, all in the file, or NULL. */
static const uint8_t *
find_table(const struct fontfile *f, const char *tag, size_t least, size_t *n)
{
    size_t count = fontfile_u16(f->bytes + 4);
    for (size_t i = 0; i < count; i++) {
        size_t row = DIRECTORY_HEAD + i * DIRECTORY_ROW;
        if (row + DIRECTORY_ROW > f->n)
            return NULL;
        const uint8_t *p = f->bytes + row;
        size_t at = fontfile_u32(p + 8), length = fontfile_u32(p + 12);
        if (memcmp(p, tag, 4) != 0)
            continue;
        if (at > f->n || length > f->n - at || length < least)
            return NULL;
        *n = length;
        return f->bytes + at;
    }
    return NULL;
}

static bool
open_truetype(struct fontfile *f)
{
    size_t n;
    const uint8_t *head = find_table(f, "head", HEAD_UNITS + 2, &n);
    const uint8_t *hhea = find_table(f, "hhea", HHEA_LONG_METRICS + 2, &n);
    const uint8_t *maxp = find_table(f, "maxp", MAXP_GLYPHS + 2, &n);
    f->hmtx = find_table(f, "hmtx", 4, &f->hmtx_n);
    f->cmap = find_table(f, "cmap", 4, &f->cmap_n);
    if (!head || !hhea || !maxp || !f->hmtx)
        return false;
    f->kind = FONTFILE_TRUETYPE;
    f->units = fontfile_u16(head + HEAD_UNITS);
    f->long_metrics = fontfile_u16(hhea + HHEA_LONG_METRICS);
    f->glyphs = fontfile_u16(maxp + MAXP_GLYPHS);
    return f->units && f->long_metrics && f->hmtx_n / 4 >= f->long_metrics;
}

bool
fontfile_open(struct fontfile *f, struct arena *a, const void *bytes, size_t n)
{
    *f = (struct fontfile){.bytes = bytes, .n = n};
    const uint8_t *p = bytes;
    if (n < DIRECTORY_HEAD)
        return false;
    if (memcmp(p, "\0\1\0\0", 4) == 0 || memcmp(p, "true", 4) == 0)
        return open_truetype(f);
    if (memcmp(p, "OTTO", 4) == 0) {
        size_t length;
        p = find_table(f, "CFF ", 4, &length);
        if (!p)
            return false;
        f->bytes = p;
        f->n = length;
    }
    return p[0] == 1 && fontfile_open_cff(f, a);
}

double
fontfile_width(const struct fontfile *f, uint32_t glyph)
{
    if (glyph >= f->glyphs)
        return -1;
    if (f->kind == FONTFILE_CFF)
        return fontfile_cff_width(f, glyph);
    uint32_t row = glyph < f->long_metrics ? glyph : f->long_metrics - 1;
    return fontfile_u16(f->hmtx + 4 * (size_t)row) * 1000.0 / f->units;
}

uint32_t
fontfile_glyph_of_cid(const struct fontfile *f, uint32_t cid)
{
    if (f->kind != FONTFILE_CFF || !f->cid)
        return cid < f->glyphs ? cid : UINT32_MAX;
    for (uint32_t i = 0; i < f->glyphs; i++)
        if (f->charset[i] == cid)
            return i;
    return UINT32_MAX;
}

/* Format 4: segments of the basic plane. */
static uint32_t
segment_glyph(const uint8_t *p, size_t n, uint32_t code)
{
    if (n < 16)
        return UINT32_MAX;
    size_t twice = fontfile_u16(p + 6); /* the number of segments, times two */
    if (16 + 4 * twice > n)
        return UINT32_MAX;
    const uint8_t *ends = p + 14, *starts = ends + twice + 2;
    const uint8_t *deltas = starts + twice, *offsets = deltas + twice;
    for (size_t i = 0; i + 2 <= twice; i += 2) {
        uint32_t start = fontfile_u16(starts + i);
        uint32_t offset = fontfile_u16(offsets + i);
        uint32_t delta = fontfile_u16(deltas + i);
        if (code > fontfile_u16(ends + i))
            continue;
        if (code < start)
            return 0;
        if (!offset)
            return (code + delta) & 0xFFFF;
        size_t at = (size_t)(offsets + i - p) + offset + 2 * (code - start);
        if (at + 2 > n)
            return UINT32_MAX;
        uint32_t glyph = fontfile_u16(p + at);
        return glyph ? (glyph + delta) & 0xFFFF : 0;
    }
    return 0;
}

/* Format 6: one stretch of codes. */
static uint32_t
trimmed_glyph(const uint8_t *p, size_t n, uint32_t code)
{
    if (n < 10)
        return UINT32_MAX;
    uint32_t first = fontfile_u16(p + 6), count = fontfile_u16(p + 8);
    if (code < first || code - first >= count)
        return 0;
    size_t at = 10 + 2 * (size_t)(code - first);
    return at + 2 > n ? UINT32_MAX : fontfile_u16(p + at);
}

/* Format 12: groups of any plane. */
static uint32_t
group_glyph(const uint8_t *p, size_t n, uint32_t code)
{
    if (n < 16)
        return UINT32_MAX;
    size_t count = fontfile_u32(p + 12);
    for (size_t i = 0; i < count && 28 + 12 * i <= n; i++) {
        const uint8_t *group = p + 16 + 12 * i;
        uint32_t start = fontfile_u32(group);
        if (code >= start && code <= fontfile_u32(group + 4))
            return fontfile_u32(group + 8) + (code - start);
    }
    return 0;
}

static uint32_t
subtable_glyph(const uint8_t *p, size_t n, uint32_t code)
{
    switch (n >= 6 ? fontfile_u16(p) : UINT32_MAX) {
    case 0:
        return n < 262 ? UINT32_MAX : code < 256 ? p[6 + code] : 0;
    case 4:
        return segment_glyph(p, n, code);
    case 6:
        return trimmed_glyph(p, n, code);
    case 12:
        return group_glyph(p, n, code);
    default:
        return UINT32_MAX;
    }
}

uint32_t
fontfile_glyph_of_code(const struct fontfile *f, unsigned platform,
                       unsigned encoding, uint32_t code)
{
    size_t count = f->cmap ? fontfile_u16(f->cmap + 2) : 0;
    for (size_t i = 0; i < count && 12 + 8 * i <= f->cmap_n; i++) {
        const uint8_t *row = f->cmap + 4 + 8 * i;
        size_t at = fontfile_u32(row + 4);
        if (fontfile_u16(row) == platform && fontfile_u16(row + 2) == encoding)
            return at < f->cmap_n
                       ? subtable_glyph(f->cmap + at, f->cmap_n - at, code)
                       : UINT32_MAX;
    }
    return UINT32_MAX;
}
