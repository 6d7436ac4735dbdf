/* SPDX-License-Identifier: MIT */
/* The operators of a page or form, as cairo writes them plain: paint's marks
 * become marked content of the structure tree or artifacts, ActualText around
 * one glyph gives way to a font that knows its text. All else is copied.
 *
 * cairo begins a line for each font, fill and end of marked content, so lines
 * are all that is looked at; a line that continues a string is not. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

struct scan {
    const struct pdf_content *c;
    const char *at, *end;
    struct buf *out;
    const char *font; /* the resource in force, without its slash */
    size_t font_n;
    size_t seen; /* marks that have begun */
    size_t kept; /* of them in the structure tree: their ids */
};

static bool
begins(const struct scan *s, const char *word)
{
    size_t n = strlen(word);
    return (size_t)(s->end - s->at) >= n && memcmp(s->at, word, n) == 0;
}

static const char *
line_end(const char *at, const char *end)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return newline ? newline + 1 : end;
}

static const char *
find(const char *at, const char *end, const char *word)
{
    return memmem(at, (size_t)(end - at), word, strlen(word));
}

static void
background(struct buf *out, const struct layout_rect *rect, int height)
{
    buf_str(out, "/Artifact<</Type/Background/BBox");
    pdf_box(out, rect->x, rect->y, rect->width, rect->height, height);
    buf_str(out, ">>BDC\n");
}

static void
artifact(struct buf *out, enum layout_role role)
{
    static const char *const entries[] = {
        [LAYOUT_HEADER] = "/Type/Pagination/Subtype/Header",
        [LAYOUT_FOOTER] = "/Type/Pagination/Subtype/Footer",
        [LAYOUT_REPEATED] = "/Type/Pagination",
        [LAYOUT_ARTIFACT] = "/Type/Layout",
        [LAYOUT_PRINTER] = "/Type/Page"};
    buf_printf(out, "/Artifact<<%s>>BDC\n", entries[role]);
}

/* What paint noted begins here, and what came before it ends. */
static void
take_mark(struct scan *s)
{
    const struct paint_marks *marks = s->c->marks;
    size_t i = s->seen++;
    if (!s->c->tags)
        return;
    if (i)
        buf_str(s->out, "EMC\n");
    if (i >= marks->n)
        return;
    if (marks->backs[i]) {
        background(s->out, marks->backs[i], marks->height);
        return;
    }
    if (!marks->at[i].node) {
        artifact(s->out, marks->at[i].role);
        return;
    }
    buf_printf(s->out, "/%s<</MCID %zu", s->c->tags[i], s->kept++);
    if (marks->at[i].actual) {
        buf_str(s->out, "/ActualText");
        pdf_text(s->out, marks->at[i].actual);
    }
    buf_str(s->out, ">>BDC\n");
}

static void
take_font(struct scan *s, const char *slash, const char *end)
{
    s->font = slash + 1;
    s->font_n = 0;
    while (s->font + s->font_n < end && s->font[s->font_n] != ' ')
        s->font_n++;
}

/* Reads a string in parentheses; moves behind it. */
static void
read_literal(const char **p, const char *end, size_t *count, uint32_t *code)
{
    const char *at = *p + 1;
    for (; at < end && *at != ')'; at++) {
        if (*at == '\\' && at + 1 < end) {
            at++;
            if (*at == '\n')
                continue;
            if (*at >= '0' && *at <= '7') {
                char digits[4] = {0};
                for (int i = 0;
                     i < 3 && at + i < end && at[i] >= '0' && at[i] <= '7'; i++)
                    digits[i] = at[i];
                *code = (uint32_t)strtoul(digits, NULL, 8);
                at += strlen(digits) - 1;
                (*count)++;
                continue;
            }
        }
        *code = (unsigned char)*at;
        (*count)++;
    }
    *p = at;
}

/* Reads a string of four digits a glyph. */
static void
read_hex(const char **p, const char *end, size_t *count, uint32_t *code)
{
    const char *at = *p + 1;
    size_t digits = 0;
    for (; at < end && *at != '>'; at++) {
        if (*at == '\n' || *at == ' ')
            continue;
        int value = *at <= '9' ? *at - '0' : (*at | 32) - 'a' + 10;
        *code = (digits % 4 ? *code << 4 : 0) | (uint32_t)value;
        digits++;
    }
    *count += (digits + 3) / 4;
    *p = at;
}

/* How many glyphs a piece of text shows; the last one's code and font. */
static size_t
count_glyphs(struct scan *s, const char *at, const char *end, uint32_t *code)
{
    size_t count = 0;
    for (; at < end; at++) {
        if (*at == '(')
            read_literal(&at, end, &count, code);
        else if (*at == '<')
            read_hex(&at, end, &count, code);
        else if (*at == '/')
            take_font(s, at, end);
    }
    return count;
}

static void
use_font(struct scan *s, size_t variant)
{
    buf_printf(s->out, "/%.*s", (int)s->font_n, s->font);
    if (variant)
        buf_printf(s->out, ".%zu", variant);
    buf_str(s->out, " 1 Tf\n");
}

/* The operators of a span that shows one glyph, in the variant of its font
 * that gives it its text; what they say of fonts falls away. */
static void
copy_in_variant(struct scan *s, const char *at, const char *end, size_t variant)
{
    if (variant)
        use_font(s, variant);
    while (at < end) {
        const char *after = line_end(at, end);
        if (!variant || *at != '/')
            buf_add(s->out, at, (size_t)(after - at));
        at = after;
    }
    if (variant)
        use_font(s, 0);
}

/* Whether every glyph has four digits, in strings that end on their line. */
static bool
is_plain(const char *at, const char *end)
{
    for (const char *after; at < end; at = after) {
        after = line_end(at, end);
        bool shows = *at == '[' || *at == '<';
        if (memchr(at, '(', (size_t)(after - at)) ||
            (shows && (after - at < 4 || (memcmp(after - 3, "Tj\n", 3) != 0 &&
                                          memcmp(after - 3, "TJ\n", 3) != 0))))
            return false;
    }
    return true;
}

/* The glyphs of a cluster, shown one by one, each for its share of the text in
 * the order in which they are drawn: of a vowel that stands before its
 * consonant and the consonant, the first gives the consonant, the second the
 * vowel. The last gives what is left over. Where glyphs are left over, they
 * give the combining grapheme joiner: each must give something, and it changes
 * no word. */
struct cluster_copy {
    struct pdf_span text; /* what is left of it */
    size_t left;          /* glyphs */
};

static const struct pdf_span joiner = {"034f", 4};

/* Digits of the first character. */
static size_t
one_character(struct pdf_span text)
{
    bool pair = text.n >= 8 && memcmp(text.at, "d8", 2) >= 0 &&
                memcmp(text.at, "dc", 2) < 0;
    return pair ? 8 : text.n < 4 ? text.n : 4;
}

static void
copy_glyph(struct scan *s, const char *digits, struct cluster_copy *c)
{
    char number[5] = {0};
    memcpy(number, digits, 4);
    uint32_t code = (uint32_t)strtoul(number, NULL, 16);
    struct pdf_span font = {s->font, s->font_n}, share = c->text;
    if (--c->left)
        share.n = one_character(c->text);
    c->text.at += share.n;
    c->text.n -= share.n;
    if (!share.n)
        share = joiner;
    size_t variant =
        pdf_glyphs_set_apart(s->c->glyphs, s->c->out, font, code, share);
    use_font(s, variant);
    buf_printf(s->out, "<%04x>Tj\n", code);
    use_font(s, 0);
}

/* A line that shows glyphs: strings of them, numbers between. */
static void
copy_shown(struct scan *s, const char *at, const char *end,
           struct cluster_copy *c)
{
    for (; at < end && *at != ']' && *at != 'T'; at++) {
        if (*at == '<') {
            for (at++; at + 4 <= end && *at != '>' && c->left; at += 4)
                copy_glyph(s, at, c);
        } else if (*at != '[') {
            size_t n = strcspn(at, "<]");
            buf_printf(s->out, "[%.*s]TJ\n", (int)n, at);
            at += n - 1;
        }
    }
}

/* The operators of a span of several glyphs. */
static void
copy_cluster(struct scan *s, const char *at, const char *end,
             struct cluster_copy *c)
{
    for (const char *after; at < end; at = after) {
        after = line_end(at, end);
        if (*at == '/')
            take_font(s, at, after);
        if (*at == '[' || *at == '<')
            copy_shown(s, at, after, c);
        else
            buf_add(s->out, at, (size_t)(after - at));
    }
}

static size_t
count_characters(struct pdf_span text)
{
    size_t n = 0;
    for (; text.n; n++) {
        size_t digits = one_character(text);
        text.at += digits;
        text.n -= digits;
    }
    return n;
}

/* Takes characters apart, as the vowels that stand on both sides of their
 * consonant, while there are fewer of them than glyphs. */
static void
take_apart(struct pdf_span text, size_t glyphs, struct buf *out)
{
    size_t n = count_characters(text);
    while (text.n) {
        size_t digits = one_character(text);
        char number[5] = {0};
        uint32_t parts[2];
        memcpy(number, text.at, digits < 4 ? digits : 4);
        if (n < glyphs && digits == 4 &&
            utf8_take_apart((uint32_t)strtoul(number, NULL, 16), parts)) {
            buf_printf(out, "%04x%04x", parts[0], parts[1]);
            n++;
        } else {
            buf_add(out, text.at, digits);
        }
        text.at += digits;
        text.n -= digits;
    }
}

/* Shows a span of several glyphs. Some characters have three parts. */
static void
take_cluster(struct scan *s, const char *at, const char *end,
             struct pdf_span text, size_t glyphs)
{
    struct buf parts, finer;
    buf_init(&parts, BUF_LIMIT_SMALL);
    buf_init(&finer, BUF_LIMIT_SMALL);
    take_apart(text, glyphs, &parts);
    take_apart((struct pdf_span){parts.at, parts.n}, glyphs, &finer);
    struct cluster_copy cluster = {{finer.at, finer.n}, glyphs};
    copy_cluster(s, at, end, &cluster);
    buf_free(&parts);
    buf_free(&finer);
}

/* `/Span << /ActualText <feff…> >> BDC`, the text, `EMC`. */
static void
take_span(struct scan *s)
{
    const char *hex = find(s->at, s->end, "<feff");
    const char *inside = find(s->at, s->end, "BDC\n");
    const char *stop = inside ? find(inside, s->end, "\nEMC") : NULL;
    if (!hex || !stop || hex > inside) {
        const char *after = line_end(s->at, s->end);
        buf_add(s->out, s->at, (size_t)(after - s->at));
        s->at = after;
        return;
    }
    hex += 5;
    inside += 4;
    const char *hex_end = memchr(hex, '>', (size_t)(inside - hex));
    const char *after = line_end(stop + 1, s->end);
    uint32_t code = 0;
    bool font_before = s->font || (inside < stop && *inside == '/');
    size_t glyphs = inside > stop ? 0 : count_glyphs(s, inside, stop, &code);
    struct pdf_span text = {hex, (size_t)(hex_end - hex)};
    if (glyphs == 1 && s->font) {
        struct pdf_span font = {s->font, s->font_n};
        size_t variant =
            pdf_glyphs_set(s->c->glyphs, s->c->out, font, code, text);
        copy_in_variant(s, inside, stop + 1, variant);
    } else if (glyphs > 1 && font_before && is_plain(inside, stop + 1)) {
        take_cluster(s, inside, stop + 1, text, glyphs);
    } else {
        buf_add(s->out, s->at, (size_t)(after - s->at));
    }
    s->at = after;
}

/* What stands in a line of operators. */
static void
copy_line(struct scan *s, size_t n)
{
    if (s->c->inks)
        pdf_ink_line(s->c->inks, s->at, n, s->out);
    else
        buf_add(s->out, s->at, n);
}

/* Copies a line. Of paint's note that a mark begins, only what stands before
 * it on the line (the colour) is copied. */
static void
take_line(struct scan *s, const char *after)
{
    static const char begins[] = PAINT_BEGINS;
    size_t n = (size_t)(after - s->at), tail = sizeof begins - 1;
    if (!s->c->marks || n < tail || memcmp(after - tail, begins, tail) != 0 ||
        (n > tail && after[-(ptrdiff_t)tail - 1] != ' ')) {
        copy_line(s, n);
        return;
    }
    copy_line(s, n - tail);
    if (n > tail)
        buf_char(s->out, '\n');
    take_mark(s);
}

bool
pdf_content(const struct pdf_content *c, const char *bytes, size_t n,
            struct buf *out)
{
    struct scan s = {.c = c, .at = bytes, .end = bytes + n, .out = out};
    bool in_string = false;
    while (s.at < s.end) {
        if (!in_string && *s.at == '/') {
            if (begins(&s, "/Span << /ActualText")) {
                take_span(&s);
                continue;
            }
            if (begins(&s, "/f-"))
                take_font(&s, s.at, s.end);
        }
        const char *after = line_end(s.at, s.end), *begin = s.at;
        if (in_string)
            buf_add(s.out, s.at, (size_t)(after - s.at));
        else
            take_line(&s, after);
        in_string = after - begin >= 2 && after[-2] == '\\';
        s.at = after;
    }
    if (s.seen && c->tags)
        buf_str(out, "EMC\n");
    return !c->marks || s.seen == c->marks->n;
}
