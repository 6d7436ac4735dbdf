/* SPDX-License-Identifier: MIT */
/* Style sheets: read as far as their brackets, strings, declarations and
 * references go (EPUB 3.3, 6.3.1.2; CSS Syntax 3). */
#include <string.h>

#include "verify/epub_int.h"

enum { DEPTH_MOST = 64 };

/* A style sheet being read. */
struct sheet {
    struct epub_document *d;
    const char *p, *end;
    uint32_t line, col; /* of p */
    bool fonts;         /* within @font-face */
    bool names;         /* within @namespace: its URL is only a name */
    bool failed;
};

static void
step(struct sheet *s)
{
    if (*s->p == '\n') {
        s->line++;
        s->col = 1;
    } else if (((uint8_t)*s->p & 0xC0) != 0x80) {
        s->col++;
    }
    s->p++;
}

static void
fail(struct sheet *s, uint32_t line, uint32_t col, const char *what)
{
    if (!s->failed)
        epub_say(s->d->check, EPUB_CSS, s->d->path, line, col, "%s", what);
    s->failed = true;
}

static void
skip_comment(struct sheet *s)
{
    uint32_t line = s->line, col = s->col;
    const char *close = memmem(s->p + 2, (size_t)(s->end - s->p) - 2, "*/", 2);
    const char *to = close ? close + 2 : s->end;
    while (s->p < to)
        step(s);
    if (!close)
        fail(s, line, col, "a comment does not end");
}

/* Skips a string; its content goes onto `into`, which may be NULL. */
static void
skip_string(struct sheet *s, struct buf *into)
{
    uint32_t line = s->line, col = s->col;
    char quote = *s->p;
    step(s);
    while (s->p < s->end && *s->p != quote && *s->p != '\n') {
        if (*s->p == '\\' && s->p + 1 < s->end)
            step(s);
        if (into)
            buf_char(into, *s->p);
        step(s);
    }
    if (s->p < s->end && *s->p == quote)
        step(s);
    else
        fail(s, line, col, "a string does not end");
}

static bool
at_comment(const struct sheet *s)
{
    return s->end - s->p > 1 && s->p[0] == '/' && s->p[1] == '*';
}

static void
skip_space(struct sheet *s)
{
    while (s->p < s->end) {
        if (str_is_space(*s->p))
            step(s);
        else if (at_comment(s))
            skip_comment(s);
        else
            return;
    }
}

static void
refer(struct sheet *s, uint32_t line, uint32_t col, const char *url,
      bool import)
{
    if (str_blank(url)) {
        epub_say(s->d->check, EPUB_CSS_FONT, s->d->path, line, col,
                 "the reference is empty");
        return;
    }
    if (*url != '#' && !s->names)
        epub_refer_at(s->d, line, col,
                      import     ? EPUB_USE_STYLE
                      : s->fonts ? EPUB_USE_FONT
                                 : EPUB_USE_OTHER,
                      url);
}

/* At "url(": the reference within. */
static void
read_url(struct sheet *s, bool import)
{
    struct buf url;
    uint32_t line = s->line, col = s->col;
    buf_init(&url, BUF_LIMIT_SMALL);
    for (int i = 0; i < 4; i++)
        step(s);
    while (s->p < s->end && str_is_space(*s->p))
        step(s);
    if (s->p < s->end && (*s->p == '"' || *s->p == '\''))
        skip_string(s, &url);
    while (s->p < s->end && *s->p != ')') {
        if (!str_is_space(*s->p))
            buf_char(&url, *s->p);
        step(s);
    }
    if (s->p < s->end)
        step(s);
    else
        fail(s, line, col, "“url(” does not end");
    refer(s, line, col, url.at, import);
    buf_free(&url);
}

static bool
at_url(const struct sheet *s)
{
    return s->end - s->p > 4 && strncasecmp(s->p, "url(", 4) == 0;
}

/* Whether the bytes are that name, whatever their case. */
static bool
is_name(const char *at, size_t n, const char *name)
{
    return n == strlen(name) && strncasecmp(at, name, n) == 0;
}

/* A declaration's name up to its colon. */
static void
check_property(struct sheet *s, const char *name, size_t n, uint32_t line,
               uint32_t col)
{
    if (is_name(name, n, "direction") || is_name(name, n, "unicode-bidi"))
        epub_say(s->d->check, EPUB_CSS_PROPERTY, s->d->path, line, col,
                 "“%.*s” may not be set by a style sheet of an EPUB", (int)n,
                 name);
}

/* One token's worth forward; false at the end. */
static bool
advance(struct sheet *s, int *depth, bool import)
{
    if (s->p >= s->end)
        return false;
    if (at_comment(s))
        skip_comment(s);
    else if (*s->p == '"' || *s->p == '\'')
        skip_string(s, NULL);
    else if (at_url(s))
        read_url(s, import);
    else {
        if (*s->p == '\\' && s->p + 1 < s->end)
            step(s);
        else if (*s->p == '(' || *s->p == '[')
            ++*depth;
        else if ((*s->p == ')' || *s->p == ']') && *depth)
            --*depth;
        step(s);
    }
    return true;
}

/* A declaration: name, colon, value, up to ";" or "}". Returns whether it was
 * the selector of a rule within after all. */
static bool
read_declaration(struct sheet *s)
{
    const char *name = s->p;
    uint32_t line = s->line, col = s->col;
    size_t n = 0;
    int depth = 0;
    while (name + n < s->end &&
           (str_is_letter(name[n]) || str_is_digit(name[n]) ||
            strchr("-_*", name[n]) || (name[n] & 0x80)))
        n++;
    for (size_t i = 0; i < n; i++)
        step(s);
    skip_space(s);
    bool colon = s->p < s->end && *s->p == ':';
    if (colon)
        step(s);
    skip_space(s);
    bool empty = s->p >= s->end || *s->p == ';' || *s->p == '}';
    while (s->p < s->end &&
           (depth || (*s->p != ';' && *s->p != '}' && *s->p != '{')))
        advance(s, &depth, false);
    if (s->p < s->end && *s->p == '{')
        return true;
    if (!n || !colon)
        fail(s, line, col, "a declaration has no name with a colon");
    else if (empty && strncmp(name, "--", 2) != 0)
        fail(s, line, col, "a declaration has no value");
    else if (depth)
        fail(s, line, col, "a bracket does not end");
    check_property(s, name, n, line, col);
    return false;
}

/* A prelude up to its block or semicolon. */
static void
read_prelude(struct sheet *s, bool import)
{
    int depth = 0;
    uint32_t line = s->line, col = s->col;
    while (s->p < s->end &&
           (depth || (*s->p != '{' && *s->p != ';' && *s->p != '}'))) {
        if (import && (*s->p == '"' || *s->p == '\'')) {
            struct buf url;
            buf_init(&url, BUF_LIMIT_SMALL);
            skip_string(s, &url);
            refer(s, line, col, url.at, true);
            buf_free(&url);
            import = false;
        } else {
            advance(s, &depth, import);
        }
    }
}

/* Rules that hold declarations, not rules. */
static bool
holds_declarations(const char *at, size_t n)
{
    return is_name(at, n, "font-face") || is_name(at, n, "page") ||
           is_name(at, n, "counter-style") || is_name(at, n, "property") ||
           is_name(at, n, "viewport");
}

/* What stands before a block or a statement's end; whether its block holds
 * rules. */
static bool
read_start(struct sheet *s)
{
    const char *at = s->p;
    uint32_t line = s->line, col = s->col;
    if (*at != '@') {
        read_prelude(s, false);
        if (s->p >= s->end || *s->p != '{')
            fail(s, line, col, "a selector has no block");
        if (s->p == at)
            fail(s, line, col, "a block has no selector");
        return false;
    }
    size_t n = 1;
    while (at + n < s->end && (str_is_letter(at[n]) || at[n] == '-'))
        n++;
    for (size_t i = 0; i < n; i++)
        step(s);
    s->names = is_name(at + 1, n - 1, "namespace");
    read_prelude(s, is_name(at + 1, n - 1, "import"));
    s->names = false;
    s->fonts = is_name(at + 1, n - 1, "font-face");
    if (is_name(at + 1, n - 1, "charset") &&
        !memmem(at, (size_t)(s->p - at), "tf-8", 4) &&
        !memmem(at, (size_t)(s->p - at), "TF-8", 4))
        epub_say(s->d->check, EPUB_CSS_ENCODING, s->d->path, line, col,
                 "the style sheet says that it is not UTF-8");
    return !holds_declarations(at + 1, n - 1);
}

/* "<!--" and "-->", which style sheets in old documents have. */
static bool
at_html_comment(const struct sheet *s)
{
    return (s->end - s->p >= 4 && memcmp(s->p, "<!--", 4) == 0) ||
           (s->end - s->p >= 3 && memcmp(s->p, "-->", 3) == 0);
}

static void
read_sheet(struct sheet *s, bool declarations)
{
    bool rules[DEPTH_MOST] = {!declarations};
    uint32_t opened[DEPTH_MOST] = {s->line};
    int depth = 0;
    for (skip_space(s); s->p < s->end && !s->failed; skip_space(s)) {
        char c = *s->p;
        if (c == '}') {
            if (!depth--) {
                fail(s, s->line, s->col, "“}” closes nothing");
                return;
            }
            s->fonts = false;
            step(s);
            continue;
        }
        if (c == ';' || at_html_comment(s)) {
            for (int i = c == ';' ? 1 : c == '<' ? 4 : 3; i > 0; i--)
                step(s);
            continue;
        }
        bool inner = false, start = rules[depth] || c == '@' || c == '&' ||
                                    c == '.' || c == '>';
        if (start)
            inner = read_start(s) && rules[depth];
        else if (!read_declaration(s))
            continue;
        if (s->p < s->end && *s->p == '{') {
            if (++depth == DEPTH_MOST) {
                fail(s, s->line, s->col, "blocks are nested too deep");
                return;
            }
            rules[depth] = inner;
            opened[depth] = s->line;
            step(s);
        }
    }
    if (depth > 0)
        fail(s, opened[depth], 0, "a block does not end");
}

void
epub_check_css(struct epub_document *d, const char *css, size_t n,
               uint32_t line, uint32_t col, bool declarations)
{
    struct sheet s = {.d = d, .line = line, .col = col};
    if (n > 1 && ((uint8_t)css[0] == 0xFF || (uint8_t)css[0] == 0xFE)) {
        epub_say(d->check, EPUB_XML_UTF16, d->path, 1, 1,
                 "the style sheet is UTF-16");
        return;
    }
    if (utf8_check(css, n) < n) {
        epub_say(d->check, EPUB_CSS_ENCODING, d->path, 1, 1,
                 "the style sheet is not UTF-8");
        return;
    }
    if (n >= 3 && memcmp(css, "\xEF\xBB\xBF", 3) == 0) {
        css += 3;
        n -= 3;
    }
    s.p = css;
    s.end = css + n;
    read_sheet(&s, declarations);
}
