/* SPDX-License-Identifier: MIT */
/* UTF-8, as RFC 3629 defines it. Part of base/base.h. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD UINT32_MAX

/* The code point at *p, which moves behind it; UTF8_BAD (and one byte on)
 * where the bytes are no well-formed UTF-8. `end` is behind the last byte. */
uint32_t utf8_next(const char **p, const char *end);

/* The code point that ends before *p, which moves to its start; UTF8_BAD (and
 * one byte back) where none ends there. *p must be behind `start`. */
uint32_t utf8_prev(const char **p, const char *start);

/* The same of UTF-16 (RFC 2781), big-endian unless `little`: UTF8_BAD for half
 * a pair, and for a byte that is left over. */
uint32_t utf16_next(const char **p, const char *end, bool little);

/* Writes a code point's bytes, returns how many (1 to 4). */
size_t utf8_put(char out[4], uint32_t codepoint);

/* The offset of the first byte that is not well-formed, or `n`. */
size_t utf8_check(const char *s, size_t n);

/* The code point's script as its letters in ISO 15924, first letter highest:
 * 'Z','y','y','y' for what is common to many. */
uint32_t utf8_script(uint32_t codepoint);

#define UTF8_SCRIPT(a, b, c, d)                                                \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 |          \
     (uint32_t)(d))

/* The two characters that a character of the basic plane is made of, as Unicode
 * decomposes it; of Thai's and Lao's am as well. False where it is one. */
bool utf8_take_apart(uint32_t c, uint32_t parts[2]);

#endif
