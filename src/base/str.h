/* SPDX-License-Identifier: MIT */
/* Strings. Part of base/base.h. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Both NULL, or both the same text. */
bool str_eq(const char *a, const char *b);
bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);

/* Whether ASCII letters aside from their case make the two the same. */
bool str_eq_nocase(const char *a, const char *b);

/* Whether a list of words parted by white space has the word. */
bool str_has_word(const char *list, const char *word);

/* White space is ASCII space, tab, line feed, carriage return, form feed. */
bool str_is_space(char c);
bool str_blank(const char *s);

/* ASCII letters and digits, whatever the locale; what a hexadecimal digit is
 * worth, or -1. */
bool str_is_letter(char c);
bool str_is_digit(char c);
int str_hex_value(char c);

/* The first `n` bytes of a URL with %20 and the like decoded (RFC 3986,
 * section 2.1), but for %00; as it was where that would not be UTF-8. */
char *str_decode_url(struct arena *a, const char *url, size_t n);

/* The text with white space cut off at both ends, or with each stretch of it
 * folded into one space as well. */
char *str_trim(struct arena *a, const char *s);
char *str_fold_space(struct arena *a, const char *s);

/* Lower-case letters and digits of ASCII with single hyphens between: other
 * letters transliterated where they can be (é to e), else left out. Without
 * any letter or digit left it is empty. */
char *str_slug(struct arena *a, const char *s);

/* As str_slug, but letters and digits of every script stay (NFC, case
 * folded), as web sites make fragment identifiers of headings. */
char *str_anchor(struct arena *a, const char *s);

/* Unicode normalization form C. */
char *str_nfc(struct arena *a, const char *s);
bool str_is_nfc(const char *s);

/* The host of a URL, `n` bytes, as ASCII: a name with letters of other scripts
 * in Punycode (RFC 3490). NULL where it can't be a host's name. */
char *str_host(struct arena *a, const char *host, size_t n);

/* Full Unicode case folding, for "are these names the same to a file
 * system". */
char *str_casefold(struct arena *a, const char *s);

/* The candidate nearest to `word` by edit distance, when it is near enough to
 * be worth suggesting; else NULL. */
const char *str_nearest(const char *word, const char *const *candidates,
                        size_t n);

/* How the letters of a text are written: from left to right, from right to
 * left, or both; 0 where it has none. Of `first` the first letter alone. */
enum { STR_LTR = 1, STR_RTL = 2 };
unsigned str_directions(const char *s, bool first);

#endif
