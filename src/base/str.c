/* SPDX-License-Identifier: MIT */
/* Strings; what needs Unicode's tables asks GLib. */
#include "base/str.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { LONGEST_SUGGESTED = 64 };

bool
str_eq(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool
str_starts(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
str_ends(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

bool
str_eq_nocase(const char *a, const char *b)
{
    return g_ascii_strcasecmp(a, b) == 0;
}

bool
str_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool
str_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
str_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int
str_hex_value(char c)
{
    if (str_is_digit(c))
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char *
str_decode_url(struct arena *a, const char *url, size_t n)
{
    char *plain = arena_strn(a, url, n), *to = plain;
    for (const char *from = plain; *from; from++) {
        int high = *from == '%' ? str_hex_value(from[1]) : -1;
        int low = high >= 0 ? str_hex_value(from[2]) : -1;
        if (low >= 0 && high + low > 0) {
            *to++ = (char)(high * 16 + low);
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    size_t m = (size_t)(to - plain);
    return utf8_check(plain, m) == m ? plain : arena_strn(a, url, n);
}

bool
str_has_word(const char *list, const char *word)
{
    size_t n = strlen(word);
    while (list && *list) {
        while (str_is_space(*list))
            list++;
        size_t m = strcspn(list, " \t\n\r\f");
        if (m == n && n && strncmp(list, word, n) == 0)
            return true;
        list += m;
    }
    return false;
}

bool
str_blank(const char *s)
{
    while (str_is_space(*s))
        s++;
    return !*s;
}

char *
str_trim(struct arena *a, const char *s)
{
    while (str_is_space(*s))
        s++;
    size_t n = strlen(s);
    while (n && str_is_space(s[n - 1]))
        n--;
    return arena_strn(a, s, n);
}

char *
str_fold_space(struct arena *a, const char *s)
{
    char *folded = str_trim(a, s), *to = folded;
    for (const char *from = folded; *from; from++) {
        if (!str_is_space(*from))
            *to++ = *from;
        else if (!str_is_space(from[1]))
            *to++ = ' ';
    }
    *to = '\0';
    return folded;
}

/* A copy in the arena of a string that GLib allocated, which is freed. */
static char *
adopt(struct arena *a, char *s)
{
    char *copy = arena_str(a, s ? s : "");
    g_free(s);
    return copy;
}

char *
str_nfc(struct arena *a, const char *s)
{
    return adopt(a, g_utf8_normalize(s, -1, G_NORMALIZE_NFC));
}

bool
str_is_nfc(const char *s)
{
    char *composed = g_utf8_normalize(s, -1, G_NORMALIZE_NFC);
    bool same = str_eq(composed, s);
    g_free(composed);
    return same;
}

/* A label of a name: RFC 1123, clause 2.1, and the underscore that some use. */
static bool
is_host_label(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!g_ascii_isalnum(s[i]) && s[i] != '-' && s[i] != '_')
            return false;
    return n > 0 && n <= 63;
}

char *
str_host(struct arena *a, const char *host, size_t n)
{
    char *name = arena_strn(a, host, n);
    if (utf8_check(name, strlen(name)) != n)
        return NULL;
    char *ascii = g_hostname_to_ascii(name);
    char *letters = ascii ? g_hostname_to_unicode(ascii) : NULL;
    /* Punycode that means nothing does not come back. */
    char *again = letters ? g_hostname_to_ascii(letters) : NULL;
    char *result = str_eq(ascii, again) ? arena_str(a, ascii) : NULL;
    g_free(again);
    g_free(letters);
    g_free(ascii);
    for (const char *s = result; result && s; s = strchr(s, '.')) {
        s += *s == '.';
        if (!is_host_label(s, strcspn(s, ".")) && (*s || s == result))
            return NULL;
    }
    return result;
}

char *
str_casefold(struct arena *a, const char *s)
{
    return adopt(a, g_utf8_casefold(s, -1));
}

char *
str_slug(struct arena *a, const char *s)
{
    char *ascii = g_str_to_ascii(s, "C");
    char *slug = arena_alloc(a, strlen(ascii) + 1), *to = slug;
    for (const char *from = ascii; *from; from++) {
        if (g_ascii_isalnum(*from))
            *to++ = g_ascii_tolower(*from);
        else if (to > slug && to[-1] != '-' && *from != '?' && *from != '\'')
            *to++ = '-';
    }
    if (to > slug && to[-1] == '-')
        to--;
    *to = '\0';
    g_free(ascii);
    return slug;
}

char *
str_anchor(struct arena *a, const char *s)
{
    char *folded = str_casefold(a, str_nfc(a, s));
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '_')
            buf_utf8(&b, c);
        else if ((c == '-' || g_unichar_isspace(c)) && b.n &&
                 b.at[b.n - 1] != '-')
            buf_char(&b, '-');
    }
    while (b.n && b.at[b.n - 1] == '-')
        b.at[--b.n] = '\0';
    char *anchor = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return anchor;
}

/* How many letters are put in, left out, changed or swapped with their
 * neighbour between two words of bounded length (Damerau 1964, each letter
 * once). */
static size_t
edit_distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST_SUGGESTED + 1], n = strlen(b);
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n; j++)
        above[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        char c = g_ascii_tolower(a[i - 1]);
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            char d = g_ascii_tolower(b[j - 1]);
            size_t change = above[j - 1] + (c != d);
            size_t least = above[j] < row[j - 1] ? above[j] : row[j - 1];
            row[j] = change < least + 1 ? change : least + 1;
            bool swapped = i > 1 && j > 1 && c == g_ascii_tolower(b[j - 2]) &&
                           d == g_ascii_tolower(a[i - 2]);
            if (swapped && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        size_t *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return above[n];
}

const char *
str_nearest(const char *word, const char *const *candidates, size_t n)
{
    const char *nearest = NULL;
    size_t length = strlen(word), least = length / 3 + 2;
    if (length > LONGEST_SUGGESTED)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        if (strlen(candidates[i]) > LONGEST_SUGGESTED)
            continue;
        size_t distance = edit_distance(word, candidates[i]);
        if (distance < least && distance < strlen(candidates[i])) {
            least = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}

/* The blocks whose letters are of class R or AL (UAX #9, table 4). */
static bool
is_rtl_block(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

unsigned
str_directions(const char *s, bool first)
{
    unsigned found = 0;
    for (const char *end = s + strlen(s); s < end;) {
        uint32_t c = utf8_next(&s, end);
        if (c == UTF8_BAD || !g_unichar_isalpha(c))
            continue;
        found |= is_rtl_block(c) ? STR_RTL : STR_LTR;
        if (first)
            break;
    }
    return found;
}
