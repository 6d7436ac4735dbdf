/* SPDX-License-Identifier: MIT */
/* Where lines may end: Unicode's rules as Pango has them, a typesetter's
 * corrections, hyphenation, and addresses. */
#include <string.h>

#include "layout/par_int.h"

enum {
    EM_DASH = 0x2014,
    EN_DASH = 0x2013,
    HYPHEN = 0x2010,
    ELLIPSIS = 0x2026,
    NO_BREAK_SPACE = 0xA0,
    SHORTEST_WORD = 5, /* in letters; shorter ones are not hyphenated */
    SHORTEST_PART = 8, /* of a compound that has a hyphen of its own */
    LONGEST_CODE = 12  /* longer code may break at its punctuation */
};

/* The text's characters. */
struct chars {
    const struct text *text;
    uint32_t *code;
    uint32_t *byte;      /* n + 1 of them */
    uint32_t *span;      /* each character's */
    PangoLogAttr *attrs; /* n + 1 */
    size_t n;
};

bool
is_glue_space(uint32_t c)
{
    return c == ' ' || c == NO_BREAK_SPACE || c == '\n';
}

static void
read_chars(struct arena *a, const struct text *t, struct chars *c)
{
    size_t most = t->n + 1, span = 0;
    *c = (struct chars){.text = t};
    c->code = ARENA_ARRAY(a, uint32_t, most);
    c->byte = ARENA_ARRAY(a, uint32_t, most);
    c->span = ARENA_ARRAY(a, uint32_t, most);
    for (const char *p = t->at, *end = t->at + t->n; p < end; c->n++) {
        size_t byte = (size_t)(p - t->at);
        while (t->spans.at[span].end <= byte)
            span++;
        c->byte[c->n] = (uint32_t)byte;
        c->span[c->n] = (uint32_t)span;
        c->code[c->n] = utf8_next(&p, end);
    }
    c->byte[c->n] = (uint32_t)t->n;
    c->attrs = ARENA_ARRAY(a, PangoLogAttr, c->n + 1);
    pango_get_log_attrs(t->at, (int)t->n, -1,
                        pango_language_from_string(t->lang), c->attrs,
                        (int)c->n + 1);
}

static const struct inline_box *
box_of(const struct chars *c, size_t i)
{
    return &c->text->boxes.at[c->text->spans.at[c->span[i]].box];
}

static uint32_t
code_at(const struct chars *c, size_t i)
{
    return i < c->n ? c->code[i] : ' ';
}

static bool
is_space_at(const struct chars *c, size_t i)
{
    uint32_t code = code_at(c, i);
    return is_glue_space(code) || code == 0x2028;
}

static bool
may_wrap(const struct chars *c, size_t i)
{
    enum style_white_space ws = box_of(c, i)->style->white_space;
    return ws == STYLE_WS_NORMAL || ws == STYLE_WS_PRE_WRAP ||
           ws == STYLE_WS_PRE_LINE;
}

/* What stands before character i, not at its start, decides. */
static enum point_kind
plain_point(const struct chars *c, size_t i)
{
    uint32_t before = c->code[i - 1], this = c->code[i];
    bool begun = i < 2 || is_space_at(c, i - 2);
    const struct span *span = &c->text->spans.at[c->span[i]];
    if (this == EM_DASH || this == ELLIPSIS || before == ELLIPSIS)
        return POINT_NONE;
    if (span->kind == SPAN_LEADER || this == 0xFFFC || before == 0xFFFC)
        return POINT_NONE;
    if (c->span[i] != c->span[i - 1] && box_of(c, i)->node &&
        box_of(c, i)->node->kind == DOC_NOTE_REF)
        return POINT_NONE; /* a mark stays with its word */
    switch (before) {
    case EM_DASH:
        return begun ? POINT_NONE : POINT_PLAIN;
    case EN_DASH:
        return begun || g_unichar_isdigit(this) ? POINT_NONE : POINT_DASH;
    case '-':
    case HYPHEN:
        return begun || i < 3 || is_space_at(c, i - 3) ? POINT_NONE
                                                       : POINT_DASH;
    case '/':
        return begun || i < 3 || is_space_at(c, i - 3) ? POINT_NONE
                                                       : POINT_DASH;
    default:
        return POINT_PLAIN;
    }
}

/* Where Unicode's rules, as Pango has them, see no break: between syllables of
 * scripts without spaces, and before the signs that a looser `line-break` lets
 * begin a line. */
static bool
may_break_beside_rules(const struct chars *c, size_t i)
{
    uint32_t before = c->code[i - 1], this = c->code[i];
    if (script_begins_syllable(before, this, code_at(c, i + 1)))
        return true;
    enum style_line_break line = box_of(c, i)->style->line_break;
    return line != STYLE_LINE_BREAK_STRICT &&
           script_may_begin_line(before, this, line == STYLE_LINE_BREAK_LOOSE);
}

/* Letters that `word-break: keep-all` keeps together. */
static bool
is_kept_together(const struct chars *c, size_t i)
{
    return box_of(c, i)->style->word_break == STYLE_WORD_BREAK_KEEP_ALL &&
           g_unichar_isalnum(c->code[i - 1]) && g_unichar_isalnum(c->code[i]);
}

static void
find_plain(const struct chars *c, uint8_t *points)
{
    for (size_t i = 1; i < c->n; i++) {
        if (!may_wrap(c, i - 1))
            continue;
        if (!c->attrs[i].is_line_break) {
            if (c->code[i] >= 0xE80 && may_break_beside_rules(c, i))
                points[c->byte[i]] = POINT_PLAIN;
            continue;
        }
        if (c->code[i] >= 0x1100 && is_kept_together(c, i))
            continue;
        if (c->code[i - 1] == ' ')
            points[c->byte[i]] = POINT_SPACE;
        else if (!is_space_at(c, i - 1) && !is_space_at(c, i))
            points[c->byte[i]] = (uint8_t)plain_point(c, i);
    }
}

static bool
has_at(const struct chars *c, size_t i, const char *what)
{
    for (; *what; what++, i++)
        if (code_at(c, i) != (unsigned char)*what)
            return false;
    return true;
}

/* Whether the characters from, to (no space in them) are an address, or code
 * too long to be held together. */
static bool
is_address(const struct chars *c, size_t from, size_t to)
{
    const struct doc_node *node = box_of(c, from)->node;
    if (to - from > LONGEST_CODE && node &&
        (node->kind == DOC_CODE || node->kind == DOC_KEYBOARD))
        return true;
    bool dot = false, slash = false, at = false;
    for (size_t i = from; i < to; i++) {
        if (has_at(c, i, "://") || has_at(c, i, "www."))
            return true;
        bool inside = i > from && i + 1 < to &&
                      g_unichar_isalnum(c->code[i - 1]) &&
                      g_unichar_isalnum(c->code[i + 1]);
        dot |= c->code[i] == '.' && inside;
        slash |= c->code[i] == '/' && inside;
        at |= c->code[i] == '@' && inside;
    }
    return dot && (slash || at);
}

static bool
is_one_of(uint32_t code, const char *signs)
{
    return code && code < 128 && strchr(signs, (int)code);
}

/* An address parts behind its colon and two slashes, behind = and &, and before
 * other signs, so that a line's end shows that it goes on (The Chicago Manual
 * of Style, 14.18). */
static void
find_in_address(const struct chars *c, size_t from, size_t to, uint8_t *points)
{
    static const char before[] = "/.-_?#%~,;@", behind[] = "=&";
    static const char all[] = "/.-_?#%~,;@=&:";
    for (size_t i = from + 1; i < to; i++) {
        uint32_t last = c->code[i - 1], this = c->code[i];
        bool ends = is_one_of(last, behind) ||
                    (last == '/' && i >= 2 && c->code[i - 2] == '/');
        bool begins = is_one_of(this, before) && !is_one_of(last, all);
        bool may = begins || (ends && !is_one_of(this, all));
        may = may && i > from + 2 && i + 2 < to && may_wrap(c, i);
        points[c->byte[i]] = may ? POINT_URL : POINT_NONE;
    }
}

static bool
is_letter(uint32_t code)
{
    return g_unichar_isalpha(code) || g_unichar_ismark(code);
}

static bool
is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019;
}

/* Behind the last letter of the word that starts at i; an apostrophe between
 * letters is part of it. */
static size_t
word_end(const struct chars *c, size_t i, size_t end)
{
    while (i < end && (is_letter(c->code[i]) ||
                       (is_apostrophe(c->code[i]) && i + 1 < end &&
                        is_letter(c->code[i + 1]))))
        i++;
    return i;
}

static bool
is_hyphen(uint32_t code)
{
    return code == '-' || code == HYPHEN || code == 0x2011;
}

/* Capitals throughout, figures beside it, or parts of a compound that are
 * short: such a word stays whole. */
static bool
is_dividable(const struct chars *c, size_t from, size_t to)
{
    size_t least = SHORTEST_WORD;
    uint32_t before = from ? c->code[from - 1] : ' ', after = code_at(c, to);
    if (is_hyphen(before) || is_hyphen(after))
        least = SHORTEST_PART;
    if (to - from < least || g_unichar_isdigit(before) ||
        g_unichar_isdigit(after) || before == '_' || after == '_' ||
        before == '@' || after == '@')
        return false;
    for (size_t i = from; i < to; i++)
        if (g_unichar_islower(c->code[i]))
            return true;
    return !g_unichar_isupper(c->code[from]);
}

/* Whether the author put a soft hyphen between these bytes. */
static bool
has_soft(const struct text *t, size_t from, size_t to)
{
    size_t low = 0, high = t->soft.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->soft.at[middle] > from)
            high = middle;
        else
            low = middle + 1;
    }
    return low < t->soft.n && t->soft.at[low] < to;
}

static void
hyphenate(struct layout *l, const struct chars *c, size_t from, size_t to,
          uint8_t *points)
{
    enum { LONGEST = 400 };
    bool may[LONGEST];
    const struct inline_box *box = box_of(c, from);
    size_t start = c->byte[from], n = c->byte[to] - start;
    if (box->style->hyphens != STYLE_HYPHENS_AUTO || n > LONGEST ||
        !may_wrap(c, from) || !is_dividable(c, from, to) ||
        has_soft(c->text, start, start + n))
        return;
    hyphens_find(l->hyphens, box->lang, c->text->at + start, n, may);
    const int *limits = box->style->hyphen_limits;
    if ((int)(to - from) < limits[0])
        return;
    for (size_t k = from + 1; k < to; k++)
        if (may[c->byte[k] - start] && (int)(k - from) >= limits[1] &&
            (int)(to - k) >= limits[2])
            points[c->byte[k]] = POINT_HYPHEN;
}

/* Words between spaces: addresses, or letters to hyphenate. */
static void
find_in_words(struct layout *l, const struct chars *c, uint8_t *points)
{
    for (size_t i = 0; i < c->n;) {
        size_t end = i;
        while (end < c->n && !is_space_at(c, end))
            end++;
        if (end > i && is_address(c, i, end)) {
            find_in_address(c, i, end, points);
            i = end;
        }
        while (i < end) {
            size_t stop = word_end(c, i, end);
            if (stop > i)
                hyphenate(l, c, i, stop, points);
            i = stop > i ? stop : i + 1;
        }
        i++;
    }
}

/* Soft hyphens count inside words that may wrap. */
static void
find_soft(const struct chars *c, uint8_t *points)
{
    const struct text *t = c->text;
    for (size_t k = 0, i = 1; k < t->soft.n; k++) {
        while (i < c->n && c->byte[i] < t->soft.at[k])
            i++;
        if (i < c->n && c->byte[i] == t->soft.at[k] && is_letter(c->code[i]) &&
            is_letter(c->code[i - 1]) && may_wrap(c, i))
            points[c->byte[i]] = POINT_SOFT;
    }
}

uint8_t *
points_of(struct layout *l, struct arena *a, const struct text *text)
{
    uint8_t *points = ARENA_ARRAY(a, uint8_t, text->n + 1);
    struct chars chars;
    if (!text->n)
        return points;
    read_chars(a, text, &chars);
    find_plain(&chars, points);
    if (l->hyphens)
        find_in_words(l, &chars, points);
    find_soft(&chars, points);
    return points;
}
