/* SPDX-License-Identifier: MIT */
/* What a PDF's streams say when decoded (ISO 32000-1, 7.4). */
#include <string.h>

#include "verify/pdf_file.h"

/* A stream alone, and all of a file's together, unpack no further. */
#define STREAM_MOST ((size_t)256 << 20)
#define FILE_MOST ((uint64_t)4 << 30)

enum { FILTERS_MOST = 8 };

bool
pdfin_ascii_hex(struct buf *out, const char *p, size_t n)
{
    int high = -1;
    bool sound = true;
    size_t i = 0;
    for (; i < n && p[i] != '>'; i++) {
        int value = str_hex_value(p[i]);
        if (value < 0) {
            sound &= pdfin_is_white(p[i]);
        } else if (high < 0) {
            high = value;
        } else {
            buf_char(out, (char)(high << 4 | value));
            high = -1;
        }
    }
    if (high >= 0)
        buf_char(out, (char)(high << 4));
    return sound && i < n;
}

bool
pdfin_ascii_85(struct buf *out, const char *p, size_t n)
{
    uint32_t group = 0;
    int have = 0;
    size_t i = 0;
    for (; i < n && p[i] != '~'; i++) {
        if (pdfin_is_white(p[i]))
            continue;
        if (p[i] == 'z' && have == 0) {
            buf_add(out, "\0\0\0\0", 4);
            continue;
        }
        if (p[i] < '!' || p[i] > 'u')
            return false;
        group = group * 85 + (uint32_t)(p[i] - '!');
        if (++have == 5) {
            for (int k = 24; k >= 0; k -= 8)
                buf_char(out, (char)(group >> k));
            group = 0;
            have = 0;
        }
    }
    for (int k = have; have > 1 && k < 5; k++)
        group = group * 85 + 84;
    for (int k = 0; k < have - 1; k++)
        buf_char(out, (char)(group >> (24 - 8 * k)));
    return have != 1 && i < n;
}

bool
pdfin_run_length(struct buf *out, const char *p, size_t n)
{
    for (size_t i = 0; i < n && !out->failed;) {
        uint8_t length = (uint8_t)p[i++];
        if (length == 128)
            return true;
        if (length < 128) {
            size_t run = (size_t)length + 1;
            if (run > n - i)
                return false;
            buf_add(out, p + i, run);
            i += run;
        } else {
            if (i >= n)
                return false;
            for (int k = 0; k < 257 - length; k++)
                buf_char(out, p[i]);
            i++;
        }
    }
    return false;
}

bool
pdfin_lzw(struct buf *out, const char *p, size_t n, bool early)
{
    enum { CLEAR = 256, DONE = 257, FIRST = 258, MOST = 4096 };
    size_t at[MOST]; /* where a code's bytes stand in `out` */
    uint32_t length[MOST];
    uint32_t next = FIRST, width = 9, bits = 0, have = 0;
    for (size_t i = 0; i < n && !out->failed;) {
        for (; have < width && i < n; have += 8)
            bits = bits << 8 | (uint8_t)p[i++];
        if (have < width)
            return false;
        uint32_t code = bits >> (have - width) & ((1u << width) - 1);
        have -= width;
        if (code == DONE)
            return true;
        if (code == CLEAR) {
            next = FIRST;
            width = 9;
            continue;
        }
        size_t from = out->n;
        uint32_t run = code < CLEAR ? 1 : code < next ? length[code] : 0;
        if (code < CLEAR)
            buf_char(out, (char)code);
        else if (code < next)
            for (uint32_t k = 0; k < run && !out->failed; k++)
                buf_char(out, out->at[at[code] + k]);
        else
            return false;
        if (out->failed)
            return false;
        /* The code made of this text and the next one's first byte. */
        if (next < MOST) {
            at[next] = from;
            length[next] = run + 1;
            next++;
        }
        uint32_t limit = next - 1 + (early ? 1 : 0);
        width = limit >= 2048 ? 12 : limit >= 1024 ? 11 : limit >= 512 ? 10 : 9;
    }
    return false;
}

/* One row of a PNG predictor, in place (RFC 2083, section 6). */
static void
undo_row(uint8_t kind, uint8_t *row, const uint8_t *above, size_t n,
         size_t pixel)
{
    for (size_t i = 0; i < n; i++) {
        int left = i >= pixel ? row[i - pixel] : 0;
        int up = above ? above[i] : 0;
        int corner = above && i >= pixel ? above[i - pixel] : 0;
        int guess = 0;
        if (kind == 1) {
            guess = left;
        } else if (kind == 2) {
            guess = up;
        } else if (kind == 3) {
            guess = (left + up) / 2;
        } else if (kind == 4) {
            int p = left + up - corner;
            int a = p > left ? p - left : left - p;
            int b = p > up ? p - up : up - p;
            int c = p > corner ? p - corner : corner - p;
            guess = a <= b && a <= c ? left : b <= c ? up : corner;
        }
        row[i] = (uint8_t)(row[i] + guess);
    }
}

/* Undoes the predictor of a stream (7.4.4.4). */
static bool
undo_predictor(struct pdfin *f, const struct pdfin_object *parms, struct buf *b)
{
    int64_t predictor = pdfin_integer(pdfin_get(f, parms, "Predictor"), 1);
    int64_t colours = pdfin_integer(pdfin_get(f, parms, "Colors"), 1);
    int64_t bits = pdfin_integer(pdfin_get(f, parms, "BitsPerComponent"), 8);
    int64_t columns = pdfin_integer(pdfin_get(f, parms, "Columns"), 1);
    if (predictor < 2)
        return true;
    if (colours < 1 || colours > 64 || bits < 1 || bits > 16 || columns < 1 ||
        columns > INT32_MAX / 1024)
        return false;
    size_t pixel = (size_t)((colours * bits + 7) / 8);
    size_t row = (size_t)((colours * bits * columns + 7) / 8);
    uint8_t *u = (uint8_t *)b->at;
    if (predictor == 2) {
        for (size_t y = 0; bits == 8 && y + row <= b->n; y += row)
            undo_row(1, u + y, NULL, row, pixel);
        return bits == 8;
    }
    size_t rows = b->n / (row + 1), n = 0;
    const uint8_t *above = NULL;
    for (size_t y = 0; y < rows; y++) {
        uint8_t kind = u[y * (row + 1)];
        memmove(u + n, u + y * (row + 1) + 1, row);
        undo_row(kind, u + n, above, row, pixel);
        above = u + n;
        n += row;
    }
    bool whole = b->n == rows * (row + 1);
    b->n = n;
    b->at[n] = '\0';
    return whole;
}

static bool
is_filter(const char *name, const char *whole, const char *brief)
{
    return strcmp(name, whole) == 0 || strcmp(name, brief) == 0;
}

/* One filter; what is no filter for any bytes gives `picture`. */
static bool
apply(struct pdfin *f, const char *name, const struct pdfin_object *parms,
      const char *p, size_t n, struct buf *out, bool *picture)
{
    if (is_filter(name, "FlateDecode", "Fl"))
        return buf_inflate(out, p, n) && undo_predictor(f, parms, out);
    if (is_filter(name, "LZWDecode", "LZW"))
        return pdfin_lzw(out, p, n,
                         pdfin_integer(pdfin_get(f, parms, "EarlyChange"), 1) !=
                             0) &&
               undo_predictor(f, parms, out);
    if (is_filter(name, "ASCIIHexDecode", "AHx"))
        return pdfin_ascii_hex(out, p, n);
    if (is_filter(name, "ASCII85Decode", "A85"))
        return pdfin_ascii_85(out, p, n);
    if (is_filter(name, "RunLengthDecode", "RL"))
        return pdfin_run_length(out, p, n);
    *picture = true;
    return true;
}

bool
pdfin_decode(struct pdfin *f, const struct pdfin_object *stream,
             struct buf *out, const char **picture)
{
    if (picture)
        *picture = NULL;
    if (stream->type != PDFIN_STREAM)
        return false;
    const struct pdfin_object *filters = pdfin_get(f, stream, "Filter");
    const struct pdfin_object *parms = pdfin_get(f, stream, "DecodeParms");
    const char *p = stream->stream->bytes;
    size_t n = stream->stream->n;
    bool sound = true, stop = false;
    struct buf step[2];
    uint32_t count = pdfin_count(filters), i = 0;
    if (count > FILTERS_MOST || f->unpacked > FILE_MOST) {
        f->faults |= PDFIN_FAULT_LARGE;
        return false;
    }
    buf_init(&step[0], STREAM_MOST);
    buf_init(&step[1], STREAM_MOST);
    for (; i < count && sound; i++) {
        struct buf *to = &step[i % 2];
        const char *name = pdfin_name(pdfin_member(f, filters, i));
        buf_clear(to);
        sound = apply(f, name, pdfin_member(f, parms, i), p, n, to, &stop);
        if (stop) {
            if (picture)
                *picture = name;
            break;
        }
        f->unpacked += to->n;
        if (to->failed)
            f->faults |= PDFIN_FAULT_LARGE;
        p = to->at;
        n = to->n;
    }
    buf_add(out, p, n);
    buf_free(&step[0]);
    buf_free(&step[1]);
    if (f->decoded && stream->stream->number < f->count)
        f->decoded[stream->stream->number] =
            sound ? PDFIN_DECODED_WELL : PDFIN_DECODED_BADLY;
    return sound && !out->failed;
}
