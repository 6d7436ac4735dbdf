/* SPDX-License-Identifier: MIT */
/* Tokens and objects of a PDF (ISO 32000-1, 7.2 and 7.3). */
#include <math.h>
#include <string.h>

#include "verify/pdf_object.h"

enum { LONGEST_NAME = 127, LONGEST_STRING = 32767 };

/* White space 1, delimiters 2, what ends neither a number nor a name 0. */
static const uint8_t classes[256] = {
    ['\0'] = 1, ['\t'] = 1, ['\n'] = 1, ['\f'] = 1, ['\r'] = 1, [' '] = 1,
    ['('] = 2,  [')'] = 2,  ['<'] = 2,  ['>'] = 2,  ['['] = 2,  [']'] = 2,
    ['{'] = 2,  ['}'] = 2,  ['/'] = 2,  ['%'] = 2};

bool
pdfin_is_white(char c)
{
    return classes[(uint8_t)c] == 1;
}

bool
pdfin_is_delimiter(char c)
{
    return classes[(uint8_t)c] == 2;
}

static bool
is_regular(char c)
{
    return classes[(uint8_t)c] == 0;
}

void
pdfin_skip(struct pdfin_lexer *l)
{
    for (; l->p < l->end; l->p++) {
        if (*l->p == '%') {
            while (l->p < l->end && *l->p != '\n' && *l->p != '\r')
                l->p++;
            if (l->p == l->end)
                return;
        } else if (!pdfin_is_white(*l->p)) {
            return;
        }
    }
}

/* A number; false where the token is none. */
static bool
lex_number(struct pdfin_lexer *l, struct pdfin_object *o)
{
    const char *p = l->p, *end = l->end;
    bool negative = false, digits = false, is_real = false;
    int64_t whole = 0;
    double value = 0, scale = 1;
    while (p < end && (*p == '+' || *p == '-'))
        negative |= *p++ == '-';
    for (; p < end && (str_is_digit(*p) || (*p == '.' && !is_real)); p++) {
        if (*p == '.') {
            is_real = true;
            continue;
        }
        digits = true;
        value = value * 10 + (*p - '0');
        if (is_real)
            scale *= 10;
        else if (whole < INT64_MAX / 20)
            whole = whole * 10 + (*p - '0');
    }
    if (!digits || (p < end && is_regular(*p)))
        return false;
    l->p = p;
    if (!is_real) {
        if (whole > (int64_t)INT32_MAX + negative)
            l->odd |= PDFIN_ODD_NUMBER;
        *o = (struct pdfin_object){
            PDFIN_INTEGER, 0, {.integer = negative ? -whole : whole}};
        return true;
    }
    value = isfinite(value) && isfinite(scale) ? value / scale : 0;
    if (value > 3.403e38)
        l->odd |= PDFIN_ODD_REAL;
    *o = (struct pdfin_object){
        PDFIN_REAL, 0, {.real = negative ? -value : value}};
    return true;
}

static struct pdfin_object
text_object(enum pdfin_type type, const char *text, size_t n)
{
    return (struct pdfin_object){type, (uint32_t)n, {.text = text}};
}

static struct pdfin_object
lex_name(struct pdfin_lexer *l)
{
    const char *from = ++l->p;
    bool plain = true;
    for (; l->p < l->end && is_regular(*l->p); l->p++)
        plain &= *l->p > ' ' && *l->p != '#';
    size_t n = (size_t)(l->p - from), k = 0;
    char *name = arena_strn(l->arena, from, n);
    for (size_t i = 0; !plain && i < n; i++) {
        int high = i + 2 < n ? str_hex_value(from[i + 1]) : -1;
        int low = i + 2 < n ? str_hex_value(from[i + 2]) : -1;
        if (from[i] != '#') {
            name[k++] = from[i];
        } else if (high < 0 || low < 0 || high + low == 0) {
            l->odd |= PDFIN_ODD_NAME;
            name[k++] = '#';
        } else {
            name[k++] = (char)(high << 4 | low);
            i += 2;
        }
    }
    if (!plain) {
        name[k] = '\0';
        n = k;
        if (utf8_check(name, n) < n)
            l->odd |= PDFIN_ODD_NAME_UTF8;
    }
    if (n > LONGEST_NAME)
        l->odd |= PDFIN_ODD_LONG_NAME;
    return text_object(PDFIN_NAME, name, n);
}

/* What stands behind a backslash; how many bytes it gives. */
static size_t
lex_escape(struct pdfin_lexer *l, char *out)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    char c = *l->p++;
    const char *known = c ? strchr(from, c) : NULL;
    if (c >= '0' && c <= '7') {
        unsigned value = (unsigned)(c - '0');
        for (int i = 0; i < 2 && l->p < l->end && *l->p >= '0' && *l->p <= '7';
             i++)
            value = value * 8 + (unsigned)(*l->p++ - '0');
        *out = (char)value;
        return 1;
    }
    if (c == '\r' || c == '\n') {
        if (c == '\r' && l->p < l->end && *l->p == '\n')
            l->p++;
        return 0;
    }
    *out = known ? to[known - from] : c;
    return 1;
}

/* Where the string that begins at `p` ends, at least. */
static const char *
string_end(const char *p, const char *end)
{
    size_t depth = 1;
    for (; p < end; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '(')
            depth++;
        else if (*p == ')' && --depth == 0)
            return p;
    }
    return end;
}

static struct pdfin_object
lex_string(struct pdfin_lexer *l)
{
    const char *close = string_end(++l->p, l->end), *limit = l->end;
    size_t n = 0;
    char *text = arena_alloc(l->arena, (size_t)(close - l->p) + 1);
    if (close >= l->end)
        l->odd |= PDFIN_ODD_SYNTAX;
    l->end = close < limit ? close : limit;
    while (l->p < l->end) {
        char c = *l->p++;
        if (c == '\\' && l->p < l->end) {
            n += lex_escape(l, text + n);
        } else if (c == '\r') {
            l->p += l->p < l->end && *l->p == '\n';
            text[n++] = '\n';
        } else {
            text[n++] = c;
        }
    }
    l->end = limit;
    l->p = close < limit ? close + 1 : limit;
    if (n > LONGEST_STRING)
        l->odd |= PDFIN_ODD_LONG_STRING;
    return text_object(PDFIN_STRING, text, n);
}

static struct pdfin_object
lex_hex(struct pdfin_lexer *l)
{
    const char *from = ++l->p;
    const char *close = memchr(from, '>', (size_t)(l->end - from));
    size_t digits = 0;
    if (!close) {
        close = l->end;
        l->odd |= PDFIN_ODD_SYNTAX;
    }
    char *text = arena_alloc(l->arena, (size_t)(close - from) / 2 + 2);
    for (; l->p < close; l->p++) {
        int value = str_hex_value(*l->p);
        if (value < 0) {
            if (!pdfin_is_white(*l->p))
                l->odd |= PDFIN_ODD_HEX_CHAR;
            continue;
        }
        text[digits / 2] |= (char)(digits % 2 ? value : value << 4);
        digits++;
    }
    l->p = close < l->end ? close + 1 : l->end;
    if (digits % 2)
        l->odd |= PDFIN_ODD_HEX;
    if (digits / 2 > LONGEST_STRING)
        l->odd |= PDFIN_ODD_LONG_STRING;
    return text_object(PDFIN_STRING, text, (digits + 1) / 2);
}

static struct pdfin_object
lex_keyword(struct pdfin_lexer *l)
{
    const char *from = l->p;
    while (l->p < l->end && is_regular(*l->p))
        l->p++;
    if (l->p == from)
        l->p++;
    size_t n = (size_t)(l->p - from);
    if (n == 4 && memcmp(from, "true", 4) == 0)
        return (struct pdfin_object){PDFIN_BOOLEAN, 0, {.integer = 1}};
    if (n == 5 && memcmp(from, "false", 5) == 0)
        return (struct pdfin_object){PDFIN_BOOLEAN, 0, {.integer = 0}};
    if (n == 4 && memcmp(from, "null", 4) == 0)
        return pdfin_nothing;
    return text_object(PDFIN_KEYWORD, arena_strn(l->arena, from, n), n);
}

/* Whether "12 0 R" stands here: then the reference, else nothing is read. */
static bool
lex_reference(struct pdfin_lexer *l, struct pdfin_object *o)
{
    uint64_t part[2] = {0, 0};
    const char *p = l->p;
    for (int i = 0; i < 2; i++) {
        const char *from = p;
        for (; p < l->end && str_is_digit(*p) && p - from < 11; p++)
            part[i] = part[i] * 10 + (uint64_t)(*p - '0');
        if (p == from || p == l->end || !pdfin_is_white(*p))
            return false;
        while (p < l->end && pdfin_is_white(*p))
            p++;
    }
    if (p == l->end || *p != 'R' || (p + 1 < l->end && is_regular(p[1])) ||
        part[0] > INT32_MAX)
        return false;
    l->p = p + 1;
    *o = (struct pdfin_object){
        PDFIN_REFERENCE, (uint32_t)part[1], {.integer = (int64_t)part[0]}};
    return true;
}

static struct pdfin_object lex_at(struct pdfin_lexer *l, int depth);

static struct pdfin_object
lex_array(struct pdfin_lexer *l, int depth)
{
    VEC(struct pdfin_object) items = {0};
    for (l->p++;;) {
        pdfin_skip(l);
        if (l->p < l->end && *l->p == ']') {
            l->p++;
            break;
        }
        struct pdfin_object o = lex_at(l, depth + 1);
        if (o.type == PDFIN_END || o.type == PDFIN_KEYWORD) {
            l->odd |= PDFIN_ODD_SYNTAX;
            if (o.type == PDFIN_END)
                break;
            continue;
        }
        *vec_add(l->arena, &items) = o;
    }
    return (struct pdfin_object){
        PDFIN_ARRAY, (uint32_t)items.n, {.items = items.at}};
}

static struct pdfin_object
lex_dictionary(struct pdfin_lexer *l, int depth)
{
    VEC(struct pdfin_entry) entries = {0};
    for (l->p += 2;;) {
        pdfin_skip(l);
        if (l->p < l->end && *l->p == '>') {
            l->p += l->p + 1 < l->end ? 2 : 1;
            break;
        }
        struct pdfin_object key = lex_at(l, depth + 1);
        if (key.type == PDFIN_END) {
            l->odd |= PDFIN_ODD_SYNTAX;
            break;
        }
        if (key.type != PDFIN_NAME) {
            l->odd |= PDFIN_ODD_SYNTAX;
            continue;
        }
        pdfin_skip(l);
        if (l->p < l->end && *l->p == '>' &&
            (l->p + 1 == l->end || l->p[1] == '>')) {
            l->odd |= PDFIN_ODD_SYNTAX;
            continue;
        }
        struct pdfin_object value = lex_at(l, depth + 1);
        for (size_t i = 0; i < entries.n && i < 64; i++)
            if (strcmp(entries.at[i].key, key.text) == 0)
                l->odd |= PDFIN_ODD_TWICE;
        if (value.type != PDFIN_END && value.type != PDFIN_KEYWORD)
            *vec_add(l->arena, &entries) =
                (struct pdfin_entry){key.text, value};
    }
    return (struct pdfin_object){
        PDFIN_DICTIONARY, (uint32_t)entries.n, {.entries = entries.at}};
}

/* Recursion ends at PDFIN_DEPTH. */
static struct pdfin_object
lex_at(struct pdfin_lexer *l, int depth)
{
    struct pdfin_object o = {.type = PDFIN_END};
    pdfin_skip(l);
    if (l->p >= l->end)
        return o;
    if (depth > PDFIN_DEPTH) {
        l->odd |= PDFIN_ODD_DEEP;
        l->p = l->end;
        return o;
    }
    char c = *l->p;
    if (c == '/')
        return lex_name(l);
    if (c == '(')
        return lex_string(l);
    if (c == '[')
        return lex_array(l, depth);
    if (c == '<')
        return l->p + 1 < l->end && l->p[1] == '<' ? lex_dictionary(l, depth)
                                                   : lex_hex(l);
    if (!l->content && str_is_digit(c) && lex_reference(l, &o))
        return o;
    if ((str_is_digit(c) || c == '.' || c == '-' || c == '+') &&
        lex_number(l, &o))
        return o;
    return lex_keyword(l);
}

struct pdfin_object
pdfin_lex(struct pdfin_lexer *l)
{
    return lex_at(l, 0);
}
