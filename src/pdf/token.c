/* SPDX-License-Identifier: MIT */
/* Tokens of dictionaries and arrays (ISO 32000-1, 7.2 and 7.3). */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

bool
pdf_is_regular(char c)
{
    return !str_is_space(c) && c && !strchr("<>[](){}/%", c);
}

const char *
pdf_skip_blank(const char *p, const char *end)
{
    while (p < end && (str_is_space(*p) || *p == '%')) {
        if (*p == '%')
            while (p < end && *p != '\n')
                p++;
        else
            p++;
    }
    return p;
}

/* The string in parentheses that begins at p; behind it. */
static const char *
skip_string(const char *p, const char *end)
{
    int depth = 0;
    for (; p < end; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '(')
            depth++;
        else if (*p == ')' && --depth == 0)
            return p + 1;
    }
    return end;
}

struct pdf_span
pdf_token(const char **p, const char *end)
{
    const char *at = pdf_skip_blank(*p, end), *to = at;
    if (at < end) {
        if (*at == '(') {
            to = skip_string(at, end);
        } else if ((*at == '<' || *at == '>') && at + 1 < end && at[1] == *at) {
            to = at + 2;
        } else if (*at == '<') {
            to = memchr(at, '>', (size_t)(end - at));
            to = to ? to + 1 : end;
        } else if (pdf_is_regular(*at) || *at == '/') {
            for (to = at + 1; to < end && pdf_is_regular(*to);)
                to++;
        } else {
            to = at + 1;
        }
    }
    *p = to;
    return (struct pdf_span){at, (size_t)(to - at)};
}

bool
pdf_token_is(struct pdf_span t, const char *word)
{
    return t.n == strlen(word) && memcmp(t.at, word, t.n) == 0;
}

/* Reads `n 0 R` at p; 0 where there is none. */
uint32_t
pdf_reference(const char **p, const char *end)
{
    const char *at = *p;
    struct pdf_span number = pdf_token(&at, end);
    if (!number.n || number.at[0] < '1' || number.at[0] > '9' ||
        !pdf_token_is(pdf_token(&at, end), "0") ||
        !pdf_token_is(pdf_token(&at, end), "R"))
        return 0;
    *p = at;
    return (uint32_t)strtoul(number.at, NULL, 10);
}

/* The reference that follows a key of a dictionary, or 0. */
uint32_t
pdf_reference_of(const char *text, size_t n, const char *key)
{
    const char *p = text, *end = text + n;
    for (struct pdf_span t = pdf_token(&p, end); t.n; t = pdf_token(&p, end))
        if (pdf_token_is(t, key))
            return pdf_reference(&p, end);
    return 0;
}

size_t
pdf_number_of(const char *text, size_t n, const char *key)
{
    const char *p = text, *end = text + n;
    for (struct pdf_span t = pdf_token(&p, end); t.n; t = pdf_token(&p, end))
        if (pdf_token_is(t, key))
            return strtoul(pdf_token(&p, end).at, NULL, 10);
    return 0;
}

bool
pdf_has_token(const char *text, size_t n, const char *word)
{
    const char *p = text, *end = text + n;
    for (struct pdf_span t = pdf_token(&p, end); t.n; t = pdf_token(&p, end))
        if (pdf_token_is(t, word))
            return true;
    return false;
}
