/* SPDX-License-Identifier: MIT */
/* Growable byte buffers with a ceiling and a sticky error. */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "base/mem.h"
#include "base/utf8.h"

void
buf_init(struct buf *b, size_t limit)
{
    *b = (struct buf){.limit = limit};
    b->room = 64;
    b->at = mem_alloc(b->room);
    b->at[0] = '\0';
}

void
buf_free(struct buf *b)
{
    mem_free(b->at);
    *b = (struct buf){0};
}

void
buf_clear(struct buf *b)
{
    b->n = 0;
    b->failed = false;
    b->at[0] = '\0';
}

/* Makes room for `n` more bytes and the NUL; false past the ceiling. */
static bool
reserve(struct buf *b, size_t n)
{
    if (b->failed || n > b->limit || b->n > b->limit - n) {
        b->failed = true;
        return false;
    }
    size_t need = b->n + n + 1;
    if (need > b->room) {
        size_t room = b->room * 2 < need ? need : b->room * 2;
        b->at = mem_grow(b->at, room);
        b->room = room;
    }
    return true;
}

void
buf_add(struct buf *b, const void *bytes, size_t n)
{
    if (!n || !reserve(b, n))
        return;
    memcpy(b->at + b->n, bytes, n);
    b->n += n;
    b->at[b->n] = '\0';
}

void
buf_str(struct buf *b, const char *s)
{
    if (s)
        buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, char c)
{
    if (b->failed || b->n + 1 >= b->room || b->n >= b->limit) {
        buf_add(b, &c, 1);
        return;
    }
    b->at[b->n++] = c;
    b->at[b->n] = '\0';
}

void
buf_utf8(struct buf *b, uint32_t codepoint)
{
    char bytes[4] = {0};
    buf_add(b, bytes, utf8_put(bytes, codepoint));
}

void
buf_vprintf(struct buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0 && reserve(b, (size_t)n)) {
        vsnprintf(b->at + b->n, (size_t)n + 1, format, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void
buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

/* window_bits is zlib's: negative for raw deflate. */
static void
deflate_onto(struct buf *b, const void *bytes, size_t n, int level,
             int window_bits)
{
    z_stream z = {0};
    if (deflateInit2(&z, level, Z_DEFLATED, window_bits, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        mem_fail();
    size_t bound = deflateBound(&z, n);
    if (n > UINT32_MAX || !reserve(b, bound)) {
        b->failed = true;
        deflateEnd(&z);
        return;
    }
    z.next_in = (Bytef *)(uintptr_t)bytes;
    z.avail_in = (uInt)n;
    z.next_out = (Bytef *)b->at + b->n;
    z.avail_out = (uInt)bound;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END)
        b->failed = true;
    b->n += z.total_out;
    b->at[b->n] = '\0';
    deflateEnd(&z);
}

void
buf_deflate(struct buf *b, const void *bytes, size_t n, int level)
{
    deflate_onto(b, bytes, n, level, 15);
}

void
buf_deflate_raw(struct buf *b, const void *bytes, size_t n, int level)
{
    deflate_onto(b, bytes, n, level, -15);
}

/* As much room as a step may take: twice what there is, up to the ceiling. */
static void
room_to_inflate(struct buf *b)
{
    size_t left = b->limit - b->n;
    size_t step = b->n < 32768 ? 32768 : b->n;
    if (b->room - b->n <= 1 && left)
        reserve(b, step < left ? step : left);
}

static bool
inflate_onto(struct buf *b, const void *bytes, size_t n, int window_bits)
{
    z_stream z = {0};
    int status = Z_OK;
    if (n > UINT32_MAX || b->failed)
        return false;
    if (inflateInit2(&z, window_bits) != Z_OK)
        mem_fail();
    z.next_in = (Bytef *)(uintptr_t)bytes;
    z.avail_in = (uInt)n;
    while (status == Z_OK && !b->failed) {
        char spare; /* at the ceiling: the stream has to end without it */
        room_to_inflate(b);
        size_t room = b->limit - b->n < b->room - b->n - 1 ? b->limit - b->n
                                                           : b->room - b->n - 1;
        uInt given = room > INT32_MAX ? INT32_MAX : room ? (uInt)room : 1;
        z.next_out = room ? (Bytef *)b->at + b->n : (Bytef *)&spare;
        z.avail_out = given;
        status = inflate(&z, Z_NO_FLUSH);
        if (room)
            b->n += given - z.avail_out;
        else
            b->failed = !z.avail_out;
    }
    b->at[b->n] = '\0';
    inflateEnd(&z);
    return status == Z_STREAM_END && !b->failed;
}

bool
buf_inflate(struct buf *b, const void *bytes, size_t n)
{
    return inflate_onto(b, bytes, n, 15);
}

bool
buf_inflate_raw(struct buf *b, const void *bytes, size_t n)
{
    return inflate_onto(b, bytes, n, -15);
}
