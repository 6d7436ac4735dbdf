/* SPDX-License-Identifier: MIT */
/* The file as it grows: numbered objects, those that are no streams packed a
 * hundred to an object stream, and a cross-reference stream at the end
 * (ISO 32000-1, 7.5.7 and 7.5.8). Only offsets are remembered. */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf_int.h"

enum { PACK = 100, LEVEL = 6 };

/* Where an object stands: in the file, or in an object stream. */
struct place_of {
    uint64_t at : 46;    /* offset, or the stream's number */
    uint64_t index : 16; /* in the stream */
    uint64_t type : 2;   /* 0 nowhere, 1 in the file, 2 in a stream */
};

struct pdf_out {
    struct file_out *file;
    struct hash *hash;
    struct arena *arena;
    VEC(struct place_of) objects;
    struct buf packed, head, scratch;
    uint32_t pack; /* number of the object stream in hand, or 0 */
    int held;
};

struct pdf_out *
pdf_out_new(struct arena *a, struct file_out *file)
{
    struct pdf_out *out = ARENA_NEW(a, struct pdf_out);
    *out = (struct pdf_out){.file = file, .hash = hash_new(), .arena = a};
    buf_init(&out->packed, BUF_LIMIT_OUTPUT);
    buf_init(&out->head, BUF_LIMIT_OUTPUT);
    buf_init(&out->scratch, BUF_LIMIT_OUTPUT);
    (void)vec_add(a, &out->objects);
    return out;
}

void
pdf_out_free(struct pdf_out *out)
{
    uint8_t digest[HASH_BYTES];
    if (out->hash)
        hash_end(out->hash, digest);
    buf_free(&out->packed);
    buf_free(&out->head);
    buf_free(&out->scratch);
}

/* Bytes that the reader must see before all others: the version, and a
 * comment that tells transfer programs that the file is binary. */
static void
write_bytes(struct pdf_out *out, const void *bytes, size_t n)
{
    static const char header[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    if (!file_out_offset(out->file)) {
        file_out_write(out->file, header, sizeof header - 1);
        hash_add(out->hash, header, sizeof header - 1);
    }
    file_out_write(out->file, bytes, n);
    if (out->hash)
        hash_add(out->hash, bytes, n);
}

uint32_t
pdf_object(struct pdf_out *out)
{
    (void)vec_add(out->arena, &out->objects);
    return (uint32_t)(out->objects.n - 1);
}

static void
flush_pack(struct pdf_out *out)
{
    if (!out->held)
        return;
    uint32_t number = out->pack;
    size_t first = out->head.n;
    struct buf all;
    buf_init(&all, BUF_LIMIT_OUTPUT);
    buf_add(&all, out->head.at, out->head.n);
    buf_add(&all, out->packed.at, out->packed.n);
    char entries[64];
    snprintf(entries, sizeof entries, "/Type/ObjStm/N %d/First %zu", out->held,
             first);
    out->held = 0;
    out->pack = 0;
    buf_clear(&out->head);
    buf_clear(&out->packed);
    pdf_put_stream(out, number, entries, all.at, all.n, true);
    buf_free(&all);
}

void
pdf_put(struct pdf_out *out, uint32_t object, const struct buf *text)
{
    if (!out->pack)
        out->pack = pdf_object(out);
    out->objects.at[object] =
        (struct place_of){out->pack, (uint16_t)out->held, 2};
    buf_printf(&out->head, "%u %zu ", object, out->packed.n);
    buf_add(&out->packed, text->at, text->n);
    buf_char(&out->packed, '\n');
    if (++out->held == PACK)
        flush_pack(out);
}

/* Begins an object of its own. */
static void
begin(struct pdf_out *out, uint32_t object)
{
    char line[32];
    if (!file_out_offset(out->file))
        write_bytes(out, "", 0);
    out->objects.at[object] =
        (struct place_of){file_out_offset(out->file), 0, 1};
    int n = snprintf(line, sizeof line, "%u 0 obj\n", object);
    write_bytes(out, line, (size_t)n);
}

void
pdf_put_stream(struct pdf_out *out, uint32_t object, const char *entries,
               const void *bytes, size_t n, bool deflate)
{
    struct buf dict;
    buf_init(&dict, BUF_LIMIT_SMALL);
    buf_clear(&out->scratch);
    if (deflate) {
        buf_deflate(&out->scratch, bytes, n, LEVEL);
        bytes = out->scratch.at;
        n = out->scratch.n;
    }
    buf_printf(&dict, "<<%s%s/Length %zu>>stream\n", entries,
               deflate ? "/Filter/FlateDecode" : "", n);
    begin(out, object);
    write_bytes(out, dict.at, dict.n);
    write_bytes(out, bytes, n);
    write_bytes(out, "\nendstream\nendobj\n", 18);
    buf_free(&dict);
}

enum { OFFSET_BYTES = 5, ROW = 1 + OFFSET_BYTES + 2 };

/* A row of the cross-reference stream: type, offset or stream, index. */
static void
make_row(const struct place_of *place, size_t object, uint8_t row[ROW])
{
    uint64_t index = object == 0 ? 65535 : place->index;
    row[0] = place->type;
    for (int i = 0; i < OFFSET_BYTES; i++)
        row[1 + i] =
            (uint8_t)((uint64_t)place->at >> 8 * (OFFSET_BYTES - 1 - i));
    row[ROW - 2] = (uint8_t)(index >> 8);
    row[ROW - 1] = (uint8_t)index;
}

/* All rows, each as its difference from the one above (PNG's "up" predictor),
 * which deflates to a fraction. */
static void
make_rows(struct pdf_out *out, struct buf *rows)
{
    uint8_t above[ROW] = {0}, row[ROW], line[ROW + 1];
    for (size_t i = 0; i < out->objects.n; i++) {
        make_row(&out->objects.at[i], i, row);
        line[0] = 2;
        for (int k = 0; k < ROW; k++)
            line[1 + k] = (uint8_t)(row[k] - above[k]);
        memcpy(above, row, ROW);
        buf_add(rows, line, sizeof line);
    }
}

void
pdf_out_end(struct pdf_out *out, uint32_t root, uint32_t info)
{
    flush_pack(out);
    uint32_t object = pdf_object(out);
    uint8_t digest[HASH_BYTES];
    hash_end(out->hash, digest);
    out->hash = NULL;
    char id[33], line[64];
    for (int i = 0; i < 16; i++)
        snprintf(id + 2 * i, 3, "%02x", digest[i]);
    size_t at = file_out_offset(out->file);
    out->objects.at[object] = (struct place_of){at, 0, 1};
    struct buf rows, entries;
    buf_init(&rows, BUF_LIMIT_OUTPUT);
    buf_init(&entries, BUF_LIMIT_SMALL);
    make_rows(out, &rows);
    buf_printf(&entries,
               "/Type/XRef/Size %zu/W[1 %d 2]/Root %u 0 R/Info %u 0 R"
               "/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>",
               out->objects.n, OFFSET_BYTES, root, info, id, id, ROW);
    pdf_put_stream(out, object, entries.at, rows.at, rows.n, true);
    int n = snprintf(line, sizeof line, "startxref\n%zu\n%%%%EOF\n", at);
    write_bytes(out, line, (size_t)n);
    buf_free(&rows);
    buf_free(&entries);
}

void
pdf_string(struct buf *b, const char *s, size_t n)
{
    buf_char(b, '(');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '(' || s[i] == ')' || s[i] == '\\')
            buf_char(b, '\\');
        if (s[i] == '\n' || s[i] == '\r')
            buf_str(b, s[i] == '\n' ? "\\n" : "\\r");
        else
            buf_char(b, s[i]);
    }
    buf_char(b, ')');
}

static void
add_utf16(struct buf *b, uint32_t c)
{
    if (c >= 0x10000) {
        c -= 0x10000;
        buf_printf(b, "%04X%04X", 0xD800 | c >> 10, 0xDC00 | (c & 0x3FF));
    } else {
        buf_printf(b, "%04X", c);
    }
}

/* No string of a PDF/A may be longer than 32,767 bytes (ISO 19005-2, 6.1.13):
 * so many characters of two bytes, and a pair more. */
enum { MOST_UNITS = 16000 };

void
pdf_text(struct buf *b, const char *utf8)
{
    const char *end = utf8 + strlen(utf8);
    bool ascii = end - utf8 <= MOST_UNITS;
    for (const char *p = utf8; ascii && *p; p++)
        ascii = *p >= ' ' && *p < 127;
    if (ascii) {
        pdf_string(b, utf8, (size_t)(end - utf8));
        return;
    }
    buf_str(b, "<FEFF");
    size_t begin = b->n;
    while (utf8 < end && b->n - begin < (size_t)4 * MOST_UNITS)
        add_utf16(b, utf8_next(&utf8, end));
    if (utf8 < end)
        add_utf16(b, 0x2026);
    buf_char(b, '>');
}

void
pdf_points(struct buf *b, int units)
{
    long hundredths = ((long)units * 100 + (units < 0 ? -512 : 512)) / 1024;
    long whole = hundredths / 100, part = hundredths % 100;
    if (part < 0)
        part = -part;
    buf_printf(b, "%s%ld", hundredths < 0 && !whole ? "-" : "", whole);
    if (part)
        buf_printf(b, part % 10 ? ".%02ld" : ".%ld",
                   part % 10 ? part : part / 10);
}

void
pdf_box(struct buf *b, int x, int y, int width, int height, int page)
{
    buf_char(b, '[');
    pdf_points(b, x);
    buf_char(b, ' ');
    pdf_points(b, page - y - height);
    buf_char(b, ' ');
    pdf_points(b, x + width);
    buf_char(b, ' ');
    pdf_points(b, page - y);
    buf_char(b, ']');
}
