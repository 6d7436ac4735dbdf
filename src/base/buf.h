/* SPDX-License-Identifier: MIT */
/* Growable byte buffers with a ceiling and a sticky error. Part of
 * base/base.h. Writers return nothing: look at `failed` once, at the end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
    char *at; /* always ended with a NUL that `n` does not count */
    size_t n, room, limit;
    bool failed; /* more than `limit` bytes were asked for */
};

enum { BUF_LIMIT_SMALL = 1 << 20 };
#define BUF_LIMIT_OUTPUT ((size_t)1 << 31)

/* An empty buffer that may hold at most `limit` bytes. */
void buf_init(struct buf *b, size_t limit);
void buf_free(struct buf *b);

/* Forgets the content and the error, keeps the memory. */
void buf_clear(struct buf *b);

void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_utf8(struct buf *b, uint32_t codepoint);
void buf_printf(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Zlib-compresses `n` bytes onto the buffer, level 1 to 9: with a zlib header
 * (PDF's FlateDecode), or raw (zip's method 8). */
void buf_deflate(struct buf *b, const void *bytes, size_t n, int level);
void buf_deflate_raw(struct buf *b, const void *bytes, size_t n, int level);

/* The reverse, onto the buffer: whether the stream was sound and ended. What
 * was unpacked before a fault is kept; past the ceiling the buffer fails. */
bool buf_inflate(struct buf *b, const void *bytes, size_t n);
bool buf_inflate_raw(struct buf *b, const void *bytes, size_t n);

#endif
