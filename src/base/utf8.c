/* SPDX-License-Identifier: MIT */
/* UTF-8, as RFC 3629 defines it. */
#include "base/utf8.h"

#include <glib.h>
#include <string.h>

/* How many bytes a sequence has by its first byte; 0 where none starts so. */
static int
sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

uint32_t
utf8_next(const char **p, const char *end)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *s = (const unsigned char *)*p;
    int n = sequence_length(*s);
    *p += 1;
    if (n == 1)
        return *s;
    if (n == 0 || (ptrdiff_t)n > end - (const char *)s)
        return UTF8_BAD;
    uint32_t c = *s & (0xFFu >> (n + 1));
    for (int i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        c = c << 6 | (s[i] & 0x3Fu);
    }
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return UTF8_BAD;
    *p = (const char *)s + n;
    return c;
}

uint32_t
utf8_prev(const char **p, const char *start)
{
    const char *end = *p, *s = end;
    do
        s--;
    while (s > start && ((unsigned char)*s & 0xC0) == 0x80 && end - s < 4);
    const char *behind = s;
    uint32_t c = utf8_next(&behind, end);
    *p = behind == end ? s : end - 1;
    return behind == end ? c : UTF8_BAD;
}

static uint32_t
utf16_unit(const char *p, bool little)
{
    uint32_t first = (uint8_t)p[0], second = (uint8_t)p[1];
    return little ? second << 8 | first : first << 8 | second;
}

uint32_t
utf16_next(const char **p, const char *end, bool little)
{
    if (end - *p < 2) {
        *p = end;
        return UTF8_BAD;
    }
    uint32_t c = utf16_unit(*p, little);
    *p += 2;
    if (c < 0xD800 || c > 0xDFFF)
        return c;
    uint32_t low = end - *p < 2 ? 0 : utf16_unit(*p, little);
    if (c > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
        return UTF8_BAD;
    *p += 2;
    return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

size_t
utf8_put(char out[4], uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Past ASCII, eight bytes at a time. */
static const char *
skip_ascii(const char *p, const char *end)
{
    uint64_t eight;
    while (end - p >= 8) {
        memcpy(&eight, p, 8);
        if (eight & 0x8080808080808080)
            break;
        p += 8;
    }
    return p;
}

size_t
utf8_check(const char *s, size_t n)
{
    const char *p = s, *end = s + n;
    while ((p = skip_ascii(p, end)) < end) {
        const char *at = p;
        if (utf8_next(&p, end) == UTF8_BAD)
            return (size_t)(at - s);
    }
    return n;
}

uint32_t
utf8_script(uint32_t codepoint)
{
    return g_unicode_script_to_iso15924(g_unichar_get_script(codepoint));
}

bool
utf8_take_apart(uint32_t c, uint32_t parts[2])
{
    bool lao = c == 0x0EB3;
    if (lao || c == 0x0E33) { /* compatible, not canonical */
        parts[0] = lao ? 0x0ECD : 0x0E4D;
        parts[1] = lao ? 0x0EB2 : 0x0E32;
        return true;
    }
    return c < 0x10000 && g_unichar_decompose(c, &parts[0], &parts[1]) &&
           parts[1];
}
