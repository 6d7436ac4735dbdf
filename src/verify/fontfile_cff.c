/* SPDX-License-Identifier: MIT */
/* CFF programs (Technical Note 5176): indexes, dictionaries, charsets. */
#include <stdlib.h>
#include <string.h>

#include "verify/fontfile_int.h"

enum {
    OPERANDS_MOST = 48,
    /* operators of dictionaries; those of two bytes begin with 12 */
    OP_CHARSET = 15,
    OP_CHAR_STRINGS = 17,
    OP_PRIVATE = 18,
    OP_SUBRS = 19,
    OP_DEFAULT_WIDTH = 20,
    OP_NOMINAL_WIDTH = 21,
    OP_MATRIX = 12 << 8 | 7,
    OP_ROS = 12 << 8 | 30,
    OP_FD_ARRAY = 12 << 8 | 36,
    OP_FD_SELECT = 12 << 8 | 37,
    DICTS_MOST = 256
};

/* Where entry i of the index begins, counted from the index; 0 where that is
 * not in the file. */
static size_t
entry_offset(const uint8_t *index, const uint8_t *end, uint32_t i)
{
    size_t count = fontfile_u16(index), size = index[2];
    const uint8_t *p = index + 3 + i * size;
    size_t value = 0;
    if (size < 1 || size > 4 || (size_t)(end - index) < 3 + (count + 1) * size)
        return 0;
    for (size_t k = 0; k < size; k++)
        value = value << 8 | p[k];
    size_t at = 3 + (count + 1) * size - 1 + value;
    return value && at <= (size_t)(end - index) ? at : 0;
}

uint32_t
cff_index_count(const uint8_t *index, const uint8_t *end)
{
    return index && end - index >= 3 ? fontfile_u16(index) : 0;
}

const uint8_t *
cff_index_entry(const uint8_t *index, const uint8_t *end, uint32_t i, size_t *n)
{
    if (i >= cff_index_count(index, end))
        return NULL;
    size_t from = entry_offset(index, end, i);
    size_t to = entry_offset(index, end, i + 1);
    if (!from || to < from)
        return NULL;
    *n = to - from;
    return index + from;
}

/* Behind an index; NULL where it is not whole. */
static const uint8_t *
skip_index(const uint8_t *index, const uint8_t *end)
{
    if (!index || end - index < 2)
        return NULL;
    uint32_t count = fontfile_u16(index);
    if (!count)
        return index + 2;
    if (end - index < 3)
        return NULL;
    size_t to = entry_offset(index, end, count);
    return to ? index + to : NULL;
}

/* What is asked of a dictionary: the operands of one operator. */
struct operands {
    double at[OPERANDS_MOST];
    size_t n;
};

/* A number in decimal digits of four bits each; behind it. */
static const uint8_t *
read_decimal(const uint8_t *p, const uint8_t *end, double *value)
{
    static const char digits[] = "0123456789.EE?-";
    char text[64];
    size_t n = 0;
    bool done = false;
    for (; p < end && !done; p++)
        for (int shift = 4; shift >= 0 && !done; shift -= 4) {
            int d = *p >> shift & 15;
            done = d == 15;
            if (!done && n + 2 < sizeof text)
                text[n++] = digits[d];
            if (d == 12 && n + 2 < sizeof text)
                text[n++] = '-';
        }
    text[n] = '\0';
    *value = strtod(text, NULL);
    return p;
}

/* One operand; behind it, NULL where there is none. */
static const uint8_t *
read_operand(const uint8_t *p, const uint8_t *end, double *value)
{
    if (*p == 29 && end - p >= 5) {
        *value = (int32_t)fontfile_u32(p + 1);
        return p + 5;
    }
    return *p == 30 ? read_decimal(p + 1, end, value)
                    : cff_number(p, end, value);
}

/* The operands of an operator in a dictionary: whether it is there. */
static bool
find_operator(const uint8_t *p, size_t n, int wanted, struct operands *found)
{
    const uint8_t *end = p + n;
    struct operands now = {.n = 0};
    while (p && p < end) {
        if (*p > 21) {
            double value = 0;
            p = read_operand(p, end, &value);
            if (now.n < OPERANDS_MOST)
                now.at[now.n++] = value;
            continue;
        }
        int op = *p++;
        if (op == 12)
            op = op << 8 | (p < end ? *p++ : 0);
        if (op == wanted) {
            *found = now;
            return true;
        }
        now.n = 0;
    }
    return false;
}

/* The place in the file that an operand names, with at least `least` bytes
 * behind it; NULL where there is none. */
static const uint8_t *
place_of(const struct fontfile *f, double at, size_t least)
{
    if (!(at >= 1) || at > (double)f->n)
        return NULL;
    size_t offset = (size_t)at;
    return f->n - offset >= least ? f->bytes + offset : NULL;
}

/* The widths and subroutines of a font dictionary's private one. */
static struct cff_dict
read_private(const struct fontfile *f, const uint8_t *dict, size_t n)
{
    struct cff_dict d = {0};
    struct operands o;
    if (!find_operator(dict, n, OP_PRIVATE, &o) || o.n < 2 || o.at[0] < 0)
        return d;
    const uint8_t *p = place_of(f, o.at[1], 0);
    size_t length = o.at[0] < (double)f->n ? (size_t)o.at[0] : f->n;
    if (!p || (size_t)(f->bytes + f->n - p) < length)
        return d;
    if (find_operator(p, length, OP_DEFAULT_WIDTH, &o) && o.n)
        d.default_width = o.at[0];
    if (find_operator(p, length, OP_NOMINAL_WIDTH, &o) && o.n)
        d.nominal_width = o.at[0];
    if (find_operator(p, length, OP_SUBRS, &o) && o.n)
        d.subrs = place_of(f, (double)(p - f->bytes) + o.at[0], 3);
    return d;
}

static void
read_dicts(struct fontfile *f, struct arena *a, const uint8_t *top, size_t n)
{
    struct operands o;
    const uint8_t *end = f->bytes + f->n, *array = NULL;
    if (f->cid && find_operator(top, n, OP_FD_ARRAY, &o) && o.n)
        array = place_of(f, o.at[0], 3);
    for (uint32_t i = 0; i < cff_index_count(array, end) && i < DICTS_MOST;
         i++) {
        size_t length = 0;
        const uint8_t *dict = cff_index_entry(array, end, i, &length);
        *vec_add(a, &f->dicts) = read_private(f, dict, dict ? length : 0);
    }
    if (!f->dicts.n)
        *vec_add(a, &f->dicts) = read_private(f, top, n);
}

/* Formats 0 to 2 of a charset. */
static void
read_charset(struct fontfile *f, struct arena *a, double at)
{
    const uint8_t *p = place_of(f, at, 1), *end = f->bytes + f->n;
    f->charset = ARENA_ARRAY(a, uint16_t, f->glyphs + 1);
    if (!p)
        return;
    unsigned format = *p++, size = format == 2 ? 4 : format == 1 ? 3 : 2;
    for (uint32_t i = 1; i < f->glyphs && end - p >= (ptrdiff_t)size;
         p += size) {
        uint32_t first = fontfile_u16(p), more = 0;
        if (format)
            more = format == 2 ? fontfile_u16(p + 2) : p[2];
        for (uint32_t k = 0; k <= more && i < f->glyphs; k++)
            f->charset[i++] = (uint16_t)(first + k);
    }
}

/* Formats 0 and 3 of what selects each glyph's dictionary. */
static void
read_selector(struct fontfile *f, struct arena *a, double at)
{
    const uint8_t *p = place_of(f, at, 3), *end = f->bytes + f->n;
    f->selector = ARENA_ARRAY(a, uint8_t, f->glyphs + 1);
    if (p && *p == 0 && (size_t)(end - p) > f->glyphs)
        memcpy(f->selector, p + 1, f->glyphs);
    if (!p || *p != 3)
        return;
    size_t ranges = fontfile_u16(p + 1);
    p += 3;
    for (size_t i = 0; i < ranges && end - p >= 5; i++, p += 3) {
        uint32_t to = fontfile_u16(p + 3);
        for (uint32_t g = fontfile_u16(p); g < to && g < f->glyphs; g++)
            f->selector[g] = p[2];
    }
}

static uint32_t
read_units(const uint8_t *top, size_t n)
{
    struct operands o;
    bool own = find_operator(top, n, OP_MATRIX, &o) && o.n == 6;
    return own && o.at[0] > 0 && o.at[0] < 1 ? (uint32_t)(1 / o.at[0] + 0.5)
                                             : 1000;
}

bool
fontfile_open_cff(struct fontfile *f, struct arena *a)
{
    struct operands o;
    const uint8_t *end = f->bytes + f->n;
    const uint8_t *names =
        f->n > 4 && f->bytes[2] < f->n ? f->bytes + f->bytes[2] : NULL;
    const uint8_t *tops = skip_index(names, end);
    const uint8_t *strings = skip_index(tops, end);
    f->global_subrs = skip_index(strings, end);
    size_t n = 0;
    const uint8_t *top = cff_index_entry(tops, end, 0, &n);
    if (!top || !find_operator(top, n, OP_CHAR_STRINGS, &o) || !o.n)
        return false;
    f->char_strings = place_of(f, o.at[0], 3);
    f->glyphs = cff_index_count(f->char_strings, end);
    f->cid = find_operator(top, n, OP_ROS, &o);
    f->units = read_units(top, n);
    f->kind = FONTFILE_CFF;
    read_dicts(f, a, top, n);
    read_charset(f, a,
                 find_operator(top, n, OP_CHARSET, &o) && o.n ? o.at[0] : 0);
    if (f->cid && find_operator(top, n, OP_FD_SELECT, &o) && o.n)
        read_selector(f, a, o.at[0]);
    return f->glyphs > 0;
}

double
fontfile_cff_width(const struct fontfile *f, uint32_t glyph)
{
    size_t n, which = f->selector ? f->selector[glyph] : 0;
    const uint8_t *end = f->bytes + f->n;
    const uint8_t *at = cff_index_entry(f->char_strings, end, glyph, &n);
    if (!at || which >= f->dicts.n)
        return -1;
    const struct cff_dict *d = &f->dicts.at[which];
    struct charstring_subrs subrs = {d->subrs, f->global_subrs, end};
    double width = 0;
    int found = charstring_width(at, n, &subrs, &width);
    if (found < 0)
        return -1;
    width = found ? d->nominal_width + width : d->default_width;
    return width * 1000.0 / f->units;
}
