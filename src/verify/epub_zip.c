/* SPDX-License-Identifier: MIT */
/* The container of an EPUB: its directory, and files unpacked. The layout is
 * that of PKWARE's APPNOTE 6.3.10, of which OCF allows little (EPUB 3.3,
 * 4.2.3). All bytes are in memory; nothing outside them is believed. */
#include "verify/epub_zip.h"

#include <stdlib.h>
#include <string.h>

enum {
    LOCAL_SIZE = 30,
    CENTRAL_SIZE = 46,
    END_SIZE = 22,
    COMMENT_MOST = 65535,
    ENTRIES_MOST = 1 << 17,
    STORED = 0,
    DEFLATED = 8,
    ZIP64_EXTRA = 1
};

uint32_t
epub_zip_u16(const char *p)
{
    const uint8_t *b = (const uint8_t *)p;
    return (uint32_t)(b[0] | b[1] << 8);
}

uint32_t
epub_zip_u32(const char *p)
{
    return epub_zip_u16(p) | epub_zip_u16(p + 2) << 16;
}

static uint64_t
u64(const char *p)
{
    return epub_zip_u32(p) | (uint64_t)epub_zip_u32(p + 4) << 32;
}

/* The end of the central directory: the last signature whose comment reaches
 * no further than the file; NULL where there is none. */
static const char *
find_end(const struct epub_zip *z)
{
    size_t farthest = END_SIZE + COMMENT_MOST;
    size_t least = z->n > farthest ? z->n - farthest : 0;
    if (z->n < END_SIZE)
        return NULL;
    for (size_t i = z->n - END_SIZE + 1; i-- > least;)
        if (memcmp(z->bytes + i, "PK\5\6", 4) == 0 &&
            i + END_SIZE + epub_zip_u16(z->bytes + i + 20) <= z->n)
            return z->bytes + i;
    return NULL;
}

/* What a zip64 extra field says instead of the directory's 32 bits. */
static void
read_zip64(struct epub_entry *e, const char *extra, size_t n)
{
    uint64_t *fields[] = {&e->size, &e->packed, &e->header};
    for (size_t i = 0; i + 4 <= n;) {
        size_t length = epub_zip_u16(extra + i + 2);
        const char *p = extra + i + 4, *end = p + length;
        if (length > n - i - 4)
            return;
        for (size_t k = 0;
             epub_zip_u16(extra + i) == ZIP64_EXTRA && k < 3 && p + 8 <= end;
             k++)
            if (*fields[k] == UINT32_MAX) {
                *fields[k] = u64(p);
                p += 8;
            }
        i += 4 + length;
    }
}

/* A name as UTF-8: of older zips too, whose bytes may be anything. */
static const char *
read_name(struct arena *a, const char *p, size_t n, bool *bad)
{
    struct buf b;
    *bad = utf8_check(p, n) < n || memchr(p, '\0', n);
    if (!*bad)
        return arena_strn(a, p, n);
    buf_init(&b, BUF_LIMIT_SMALL);
    for (const char *end = p + n; p < end;) {
        uint32_t c = utf8_next(&p, end);
        buf_utf8(&b, c == UTF8_BAD || !c ? 0xFFFD : c);
    }
    const char *name = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return name;
}

/* Where a file's bytes begin by its local header; 0 where that or they do not
 * lie within the file. */
static uint64_t
find_data(const struct epub_zip *z, const struct epub_entry *e)
{
    if (e->header > z->n || z->n - e->header < LOCAL_SIZE)
        return 0;
    const char *local = z->bytes + e->header;
    uint64_t data = e->header + LOCAL_SIZE + epub_zip_u16(local + 26) +
                    epub_zip_u16(local + 28);
    if (memcmp(local, "PK\3\4", 4) != 0 || data > z->n ||
        e->packed > z->n - data)
        return 0;
    return data;
}

/* Reads the entry at `p`; returns its length in the directory, 0 where it is
 * damaged. */
static size_t
read_entry(struct epub_zip *z, struct arena *a, const char *p, size_t left,
           struct epub_entry *e)
{
    if (left < CENTRAL_SIZE || memcmp(p, "PK\1\2", 4) != 0)
        return 0;
    size_t name = epub_zip_u16(p + 28), extra = epub_zip_u16(p + 30);
    size_t length = CENTRAL_SIZE + name + extra + epub_zip_u16(p + 32);
    if (length > left)
        return 0;
    *e = (struct epub_entry){.made_by = (uint16_t)epub_zip_u16(p + 4),
                             .flags = (uint16_t)epub_zip_u16(p + 8),
                             .method = (uint16_t)epub_zip_u16(p + 10),
                             .crc = epub_zip_u32(p + 16),
                             .packed = epub_zip_u32(p + 20),
                             .size = epub_zip_u32(p + 24),
                             .header = epub_zip_u32(p + 42)};
    e->name = read_name(a, p + CENTRAL_SIZE, name, &e->bad_name);
    e->is_dir = str_ends(e->name, "/");
    read_zip64(e, p + CENTRAL_SIZE + name, extra);
    e->data = find_data(z, e);
    return length;
}

static int
by_header(const void *a, const void *b)
{
    const struct epub_entry *x = *(struct epub_entry *const *)a;
    const struct epub_entry *y = *(struct epub_entry *const *)b;
    return (x->header > y->header) - (x->header < y->header);
}

/* Files that share bytes are how a small container unpacks without end. */
static void
find_overlaps(struct epub_zip *z, struct arena *a)
{
    struct epub_entry **sorted = ARENA_ARRAY(a, struct epub_entry *, z->count);
    uint64_t reached = 0;
    for (size_t i = 0; i < z->count; i++)
        sorted[i] = &z->entries[i];
    qsort(sorted, z->count, sizeof *sorted, by_header);
    for (size_t i = 0; i < z->count; i++) {
        struct epub_entry *e = sorted[i];
        uint64_t end = e->data ? e->data + e->packed : e->header;
        e->overlaps = e->data && e->header < reached;
        reached = end > reached ? end : reached;
    }
}

bool
epub_zip_open(struct epub_zip *z, struct arena *a, const char *bytes, size_t n)
{
    VEC(struct epub_entry) found = {0};
    *z = (struct epub_zip){.bytes = bytes, .n = n, .by_name = map_new(a)};
    const char *end = find_end(z);
    if (!end)
        return false;
    z->end = (uint64_t)(end - bytes);
    z->directory = epub_zip_u32(end + 16);
    for (uint64_t at = z->directory; at < z->end;) {
        struct epub_entry e;
        size_t length =
            found.n < ENTRIES_MOST
                ? read_entry(z, a, bytes + at, (size_t)(z->end - at), &e)
                : 0;
        if (!length) {
            z->directory_damaged =
                at == z->directory || memcmp(bytes + at, "PK\6", 3) != 0;
            break;
        }
        *vec_add(a, &found) = e;
        at += length;
    }
    z->directory_damaged |= z->directory > z->end;
    z->entries = found.at;
    z->count = found.n;
    for (size_t i = 0; i < z->count; i++)
        if (!map_get(z->by_name, z->entries[i].name))
            map_set(z->by_name, z->entries[i].name, &z->entries[i]);
    find_overlaps(z, a);
    return true;
}

const struct epub_entry *
epub_zip_find(const struct epub_zip *z, const char *name)
{
    return map_get(z->by_name, name);
}

enum epub_reading
epub_zip_read(struct epub_zip *z, const struct epub_entry *entry,
              struct buf *out)
{
    const char *data = z->bytes + entry->data;
    uint64_t spare = z->unpacked < EPUB_UNPACKED_LIMIT
                         ? EPUB_UNPACKED_LIMIT - z->unpacked
                         : 0;
    if (!entry->data || entry->overlaps)
        return EPUB_READ_MISSING;
    if (entry->flags & 1)
        return EPUB_READ_ENCRYPTED;
    if (entry->size > out->limit || entry->size > spare)
        return EPUB_READ_LARGE;
    if (entry->method == STORED) {
        buf_add(out, data, (size_t)entry->packed);
    } else if (entry->method != DEFLATED) {
        return EPUB_READ_METHOD;
    } else if (!buf_inflate_raw(out, data, (size_t)entry->packed)) {
        z->unpacked += out->n;
        return out->failed ? EPUB_READ_LARGE : EPUB_READ_DAMAGED;
    }
    z->unpacked += out->n;
    if (out->failed)
        return EPUB_READ_LARGE;
    if (out->n != entry->size)
        return EPUB_READ_DAMAGED;
    return hash_crc32(out->at, out->n) == entry->crc ? EPUB_READ_OK
                                                     : EPUB_READ_CHECKSUM;
}
