/* SPDX-License-Identifier: MIT */
/* The tokenizer: CSS Syntax Module Level 3, clause 4. */
#include <math.h>
#include <string.h>

#include "style/css_int.h"

struct scan {
    struct arena *arena;
    const char *at, *end, *start;
    uint32_t line, col;
    const char *shown;
    struct diag *diag;
    struct buf word; /* the name or string being read */
    VEC(struct css_token) tokens;
};

static int
peek(const struct scan *s, size_t ahead)
{
    return (size_t)(s->end - s->at) > ahead ? (unsigned char)s->at[ahead] : -1;
}

static void
step(struct scan *s)
{
    unsigned char c = (unsigned char)*s->at++;
    if (c == '\n' || c == '\f' || (c == '\r' && peek(s, 0) != '\n')) {
        s->line++;
        s->col = 1;
    } else if ((c & 0xC0) != 0x80 && c != '\r') {
        s->col++;
    }
}

static void
steps(struct scan *s, size_t n)
{
    while (n--)
        step(s);
}

static void
complain(const struct scan *s, const struct css_token *t, const char *what)
{
    if (s->diag)
        diag_at(s->diag, (struct place){s->shown, t->line, t->col},
                DIAG_CSS_SYNTAX, "%s", what);
}

static bool
is_newline(int c)
{
    return c == '\n' || c == '\r' || c == '\f';
}

static bool
is_space(int c)
{
    return c == ' ' || c == '\t' || is_newline(c);
}

static bool
is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static int
hex_value(int c)
{
    if (is_digit(c))
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool
is_name_start(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c >= 0x80;
}

static bool
is_name(int c)
{
    return is_name_start(c) || is_digit(c) || c == '-';
}

static bool
escape_at(const struct scan *s, size_t ahead)
{
    return peek(s, ahead) == '\\' && !is_newline(peek(s, ahead + 1)) &&
           peek(s, ahead + 1) >= 0;
}

static bool
name_at(const struct scan *s, size_t ahead)
{
    if (peek(s, ahead) == '-')
        return is_name_start(peek(s, ahead + 1)) || peek(s, ahead + 1) == '-' ||
               escape_at(s, ahead + 1);
    return is_name_start(peek(s, ahead)) || escape_at(s, ahead);
}

static bool
number_at(const struct scan *s)
{
    size_t i = peek(s, 0) == '+' || peek(s, 0) == '-';
    if (peek(s, i) == '.')
        i++;
    return is_digit(peek(s, i));
}

/* Behind the backslash. */
static void
read_escape(struct scan *s)
{
    uint32_t c = 0;
    int n = 0;
    for (; n < 6 && hex_value(peek(s, 0)) >= 0; n++) {
        c = c * 16 + (uint32_t)hex_value(peek(s, 0));
        step(s);
    }
    if (!n) {
        do {
            buf_char(&s->word, *s->at);
            step(s);
        } while ((peek(s, 0) & 0xC0) == 0x80 && peek(s, 0) >= 0);
        return;
    }
    if (peek(s, 0) == '\r' && peek(s, 1) == '\n')
        step(s);
    if (is_space(peek(s, 0)))
        step(s);
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    buf_utf8(&s->word, c);
}

static const char *
read_name(struct scan *s)
{
    buf_clear(&s->word);
    for (;;) {
        if (is_name(peek(s, 0))) {
            buf_char(&s->word, *s->at);
            step(s);
        } else if (escape_at(s, 0)) {
            step(s);
            read_escape(s);
        } else {
            return arena_strn(s->arena, s->word.at, s->word.n);
        }
    }
}

static void
read_string(struct scan *s, struct css_token *t)
{
    int quote = peek(s, 0);
    t->type = CSS_STRING;
    step(s);
    buf_clear(&s->word);
    for (;;) {
        int c = peek(s, 0);
        if (c < 0 || is_newline(c)) {
            complain(s, t, "the string is not closed");
            diag_hint(s->diag, "a quotation mark is missing at its end");
            if (c >= 0)
                t->type = CSS_BAD_STRING;
            break;
        }
        step(s);
        if (c == quote)
            break;
        if (c != '\\') {
            buf_char(&s->word, (char)c);
        } else if (is_newline(peek(s, 0))) {
            if (peek(s, 0) == '\r' && peek(s, 1) == '\n')
                step(s);
            step(s);
        } else if (peek(s, 0) >= 0) {
            read_escape(s);
        }
    }
    t->text = arena_strn(s->arena, s->word.at, s->word.n);
}

/* Behind "url(" and white space, where no quote follows. */
static void
read_url(struct scan *s, struct css_token *t)
{
    t->type = CSS_URL;
    buf_clear(&s->word);
    for (;;) {
        int c = peek(s, 0);
        if (c < 0 || c == ')')
            break;
        if (is_space(c)) {
            while (is_space(peek(s, 0)))
                step(s);
            if (peek(s, 0) != ')' && peek(s, 0) >= 0)
                t->type = CSS_BAD_URL;
        } else if (escape_at(s, 0)) {
            step(s);
            read_escape(s);
        } else {
            if (c == '"' || c == '\'' || c == '(' || c == '\\' || c < 0x20)
                t->type = CSS_BAD_URL;
            buf_char(&s->word, (char)c);
            step(s);
        }
    }
    if (peek(s, 0) == ')')
        step(s);
    else {
        complain(s, t, "the URL is not closed");
        diag_hint(s->diag, "a “)” is missing at its end");
    }
    if (t->type == CSS_BAD_URL) {
        complain(s, t, "the URL has a character that needs quotes");
        diag_hint(s->diag, "write url(\"…\")");
    }
    t->text = arena_strn(s->arena, s->word.at, s->word.n);
}

/* Digits onto a number; 15 digits are all that a double can hold. */
static double
read_digits(struct scan *s, double number, int *places)
{
    for (; is_digit(peek(s, 0)); step(s)) {
        if (number > 1e15)
            continue;
        number = number * 10 + (peek(s, 0) - '0');
        if (places)
            ++*places;
    }
    return number;
}

static void
read_number(struct scan *s, struct css_token *t)
{
    double sign = peek(s, 0) == '-' ? -1 : 1;
    int places = 0;
    t->integer = true;
    if (peek(s, 0) == '+' || peek(s, 0) == '-')
        step(s);
    double number = read_digits(s, 0, NULL);
    if (peek(s, 0) == '.' && is_digit(peek(s, 1))) {
        t->integer = false;
        step(s);
        number = read_digits(s, number, &places);
    }
    int power = 0;
    size_t signs = peek(s, 1) == '+' || peek(s, 1) == '-';
    if ((peek(s, 0) | 0x20) == 'e' && is_digit(peek(s, 1 + signs))) {
        bool down = peek(s, 1) == '-';
        t->integer = false;
        steps(s, 1 + signs);
        power = (int)fmin(read_digits(s, 0, NULL), 400);
        power = down ? -power : power;
    }
    number = sign * number * pow(10, power - places);
    t->number = isfinite(number) ? number : sign * 1e300;
}

static void
read_numeric(struct scan *s, struct css_token *t)
{
    read_number(s, t);
    t->type = CSS_NUMBER;
    t->text = "";
    if (name_at(s, 0)) {
        t->type = CSS_DIMENSION;
        t->text = read_name(s);
    } else if (peek(s, 0) == '%') {
        t->type = CSS_PERCENTAGE;
        step(s);
    }
}

static void
read_ident(struct scan *s, struct css_token *t)
{
    t->text = read_name(s);
    t->type = CSS_IDENT;
    if (peek(s, 0) != '(')
        return;
    step(s);
    t->type = CSS_FUNCTION;
    if (!str_eq_nocase(t->text, "url"))
        return;
    size_t i = 0;
    while (is_space(peek(s, i)))
        i++;
    if (peek(s, i) == '"' || peek(s, i) == '\'')
        return;
    steps(s, i);
    read_url(s, t);
}

static void
skip_comments(struct scan *s)
{
    while (peek(s, 0) == '/' && peek(s, 1) == '*') {
        struct css_token t = {.line = s->line, .col = s->col};
        steps(s, 2);
        while (peek(s, 0) >= 0 && !(peek(s, 0) == '*' && peek(s, 1) == '/'))
            step(s);
        if (peek(s, 0) < 0) {
            complain(s, &t, "the comment is not closed");
            diag_hint(s->diag, "a “*/” is missing; all behind it is lost");
        } else
            steps(s, 2);
    }
}

static void
read_delim(struct scan *s, struct css_token *t)
{
    static const struct {
        char c;
        enum css_type type;
    } marks[] = {
        {':', CSS_COLON},       {';', CSS_SEMICOLON},    {',', CSS_COMMA},
        {'[', CSS_OPEN_SQUARE}, {']', CSS_CLOSE_SQUARE}, {'(', CSS_OPEN_ROUND},
        {')', CSS_CLOSE_ROUND}, {'{', CSS_OPEN_CURLY},   {'}', CSS_CLOSE_CURLY},
    };
    int c = peek(s, 0);
    t->type = CSS_DELIM;
    t->text = arena_strn(s->arena, s->at, 1);
    step(s);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].c == c)
            t->type = marks[i].type;
}

static void
read_token(struct scan *s, struct css_token *t)
{
    int c = peek(s, 0);
    if (is_space(c)) {
        t->type = CSS_SPACE;
        t->text = " ";
        while (is_space(peek(s, 0)))
            step(s);
    } else if (c == '"' || c == '\'') {
        read_string(s, t);
    } else if (c == '#' && (is_name(peek(s, 1)) || escape_at(s, 1))) {
        step(s);
        t->type = CSS_HASH;
        t->id = name_at(s, 0);
        t->text = read_name(s);
    } else if (number_at(s)) {
        read_numeric(s, t);
    } else if (c == '-' && peek(s, 1) == '-' && peek(s, 2) == '>') {
        t->type = CSS_CDC;
        steps(s, 3);
    } else if (c == '<' && s->end - s->at >= 4 &&
               memcmp(s->at, "<!--", 4) == 0) {
        t->type = CSS_CDO;
        steps(s, 4);
    } else if (c == '@' && name_at(s, 1)) {
        step(s);
        t->type = CSS_AT_KEYWORD;
        t->text = read_name(s);
    } else if (name_at(s, 0)) {
        read_ident(s, t);
    } else {
        read_delim(s, t);
    }
}

struct css_tokens
css_tokenize(struct arena *a, const char *text, size_t n, const char *shown,
             struct diag *d)
{
    struct scan s = {.arena = a,
                     .at = text,
                     .start = text,
                     .end = text + n,
                     .line = 1,
                     .col = 1,
                     .shown = shown,
                     .diag = d};
    buf_init(&s.word, CSS_FILE_LIMIT);
    if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        s.at += 3;
    for (;;) {
        skip_comments(&s);
        struct css_token *t = vec_add(a, &s.tokens);
        t->line = s.line;
        t->col = s.col;
        t->start = (uint32_t)(s.at - s.start);
        t->type = CSS_END;
        t->text = "";
        if (s.at < s.end)
            read_token(&s, t);
        t->end = (uint32_t)(s.at - s.start);
        if (t->type == CSS_END)
            break;
    }
    buf_free(&s.word);
    return (struct css_tokens){s.tokens.at, s.tokens.n};
}

bool
css_is_delim(const struct css_token *t, char c)
{
    return t->type == CSS_DELIM && t->text[0] == c;
}

bool
css_is_word(const struct css_token *t, const char *word)
{
    return t->type == CSS_IDENT && str_eq_nocase(t->text, word);
}

struct css_tokens
css_trim(struct css_tokens v)
{
    while (v.n && v.at[0].type == CSS_SPACE)
        v.at++, v.n--;
    while (v.n && v.at[v.n - 1].type == CSS_SPACE)
        v.n--;
    return v;
}

enum css_type
css_closer_of(enum css_type t)
{
    switch (t) {
    case CSS_FUNCTION:
    case CSS_OPEN_ROUND:
        return CSS_CLOSE_ROUND;
    case CSS_OPEN_SQUARE:
        return CSS_CLOSE_SQUARE;
    case CSS_OPEN_CURLY:
        return CSS_CLOSE_CURLY;
    default:
        return CSS_END;
    }
}

size_t
css_skip(struct css_tokens v, size_t i)
{
    enum { NESTED = 128 };
    enum css_type close[NESTED];
    size_t depth = 0;
    do {
        if (i >= v.n || depth == NESTED)
            return v.n;
        enum css_type t = v.at[i++].type;
        if (css_closer_of(t) != CSS_END)
            close[depth++] = css_closer_of(t);
        else if (depth && t == close[depth - 1])
            depth--;
    } while (depth > 0);
    return i;
}

struct css_tokens
css_inside(struct css_tokens v, size_t i)
{
    size_t end = css_skip(v, i);
    if (end > i + 1 && v.at[end - 1].type == css_closer_of(v.at[i].type))
        end--;
    return css_trim((struct css_tokens){v.at + i + 1, end - i - 1});
}

const char *
css_url_at(struct css_tokens v, size_t i, const struct css_token **at)
{
    *at = &v.at[i];
    if (v.at[i].type == CSS_URL)
        return v.at[i].text;
    if (v.at[i].type != CSS_FUNCTION || !str_eq_nocase(v.at[i].text, "url"))
        return NULL;
    struct css_tokens in = css_inside(v, i);
    *at = in.at;
    return in.n == 1 && in.at->type == CSS_STRING ? in.at->text : NULL;
}
