/* SPDX-License-Identifier: MIT */
/* Quotes: which way each `"` and `'` turns, or what else it is.
 *
 * One pass forward with a short stack of the quotations that are open. What
 * stands on either side of a mark decides first; where that leaves a doubt,
 * what is open does. The stack ends with its block, so dialogue that opens
 * anew in each paragraph comes out right. */
#include <string.h>

#include "xform/typography_int.h"

#define APOSTROPHE "’"
#define PRIME "′"
#define DOUBLE_PRIME "″"

enum { LONGEST_ELISION = 8 };

static bool
is_open(const struct line *line, char mark)
{
    for (size_t i = line->depth; i-- > 0;)
        if (line->quotes[i].mark == mark)
            return true;
    return false;
}

static void
push(struct line *line, char mark, bool inner)
{
    if (line->depth < DEEPEST_QUOTE)
        line->quotes[line->depth++] =
            (struct open_quote){mark, inner, line->setting};
}

/* Closes the innermost quotation of the mark and what is open within it.
 * Returns whether it had the inner marks. */
static bool
pop(struct line *line, char mark)
{
    for (size_t i = line->depth; i-- > 0;) {
        if (line->quotes[i].mark != mark)
            continue;
        line->depth = i;
        return line->quotes[i].inner;
    }
    return mark == '\'';
}

static void
open_quote(struct line *line, char mark, bool inner)
{
    push(line, mark, inner);
    const struct doc_quotes *q = doc_quotes_of(line->setting->tag);
    line_put(line, inner ? q->inner_open : q->open);
}

static void
close_quote(struct line *line, char mark)
{
    bool inner = pop(line, mark);
    const struct doc_quotes *q = doc_quotes_of(line->setting->tag);
    line_put(line, inner ? q->inner_close : q->close);
}

static bool
looks_closing(const struct line *line, size_t i)
{
    return i && !char_is_space(line_at(line, i - 1)) &&
           !char_is_word(line_at(line, i + 1));
}

void
quotes_look_ahead(struct line *line)
{
    bool next = false, second = false;
    line->last_closer = line->last_sure_closer = 0;
    for (size_t i = line->cells.n; i-- > 0;) {
        struct cell *cell = &line->cells.at[i];
        if (cell->keep || (cell->c != '"' && cell->c != '\''))
            continue;
        bool closing = looks_closing(line, i);
        if (cell->c == '"') {
            cell->next_closes = next;
            cell->second_closes = second;
            second = next && closing;
            next = closing;
        } else if (closing) {
            uint32_t before = line_at(line, i - 1) | 0x20;
            if (!line->last_closer)
                line->last_closer = i;
            if (!line->last_sure_closer && before != 's' && before != 'z')
                line->last_sure_closer = i;
        }
    }
}

/* 5'10": figures with feet before them. */
static bool
follows_feet(const struct line *line, size_t i)
{
    size_t j = i;
    while (j && i - j < 5 && char_is_digit(line_at(line, j - 1)))
        j--;
    while (j && i - j < 7 && char_is_space(line_at(line, j - 1)))
        j--;
    uint32_t c = j ? line_at(line, j - 1) : 0;
    return j < i && (c == '\'' || c == 0x2032 || c == 0x2019) && j > 1 &&
           char_is_digit(line_at(line, j - 2));
}

static bool
is_inch(const struct line *line, size_t i)
{
    if (!char_is_digit(line->prev) &&
        !(line->prev >= 0xBC && line->prev <= 0xBE))
        return false;
    return follows_feet(line, i) || !is_open(line, '"') ||
           line->cells.at[i].next_closes;
}

static bool
is_hebrew(uint32_t c)
{
    return c >= 0x5D0 && c <= 0x5F2;
}

/* Whether a `"` between these opens a quotation. */
static bool
opens_double(const struct line *line, uint32_t prev, uint32_t next)
{
    bool open = is_open(line, '"');
    bool before = char_is_space(prev), after = char_is_space(next);
    if (before && after)
        return !open;
    if (after)
        return false;
    if (before || char_is_opening(prev))
        return true;
    if (char_is_joint(prev) || char_is_ideograph(prev) ||
        char_is_ideograph(next))
        return !open;
    return !open && !char_is_word(prev) && char_is_word(next);
}

void
quotes_double(struct line *line, size_t i)
{
    uint32_t prev = line->prev, next = line_at(line, i + 1);
    const struct cell *cell = &line->cells.at[i];
    if (is_hebrew(prev) && is_hebrew(next)) {
        line_put(line, "״");
    } else if (is_inch(line, i)) {
        line_put(line, DOUBLE_PRIME);
    } else if (!opens_double(line, prev, next)) {
        close_quote(line, '"');
    } else {
        /* Within another of its kind only where both are closed again;
         * otherwise the first was left open, and this one starts anew. */
        bool nested = is_open(line, '"') && prev != '\n' && cell->next_closes &&
                      cell->second_closes;
        if (!nested)
            pop(line, '"');
        open_quote(line, '"',
                   nested &&
                       line->quotes[line->depth - 1].setting == line->setting);
    }
}

/* The letters behind the mark at `i`, in lower case, are in the list. */
static bool
is_elision(const struct line *line, size_t i, const char *list)
{
    char word[LONGEST_ELISION + 1];
    size_t n = 0;
    for (uint32_t c; char_is_word(c = line_at(line, i + 1 + n)); n++) {
        if (c >= 0x80 || n == LONGEST_ELISION)
            return false;
        word[n] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    word[n] = '\0';
    return n && str_has_word(list, word);
}

/* '90s, and '90 where no quotation is meant. */
static bool
is_decade(const struct line *line, size_t i)
{
    if (!char_is_digit(line_at(line, i + 1)) ||
        !char_is_digit(line_at(line, i + 2)))
        return false;
    uint32_t c = line_at(line, i + 3);
    if (c == 's' && !char_is_word(line_at(line, i + 4)))
        return true;
    return !char_is_word(c) && line->last_sure_closer <= i;
}

/* Whether the mark between two figures is feet: 5'10, but not 1'000. */
static bool
is_feet(const struct line *line, size_t i)
{
    size_t n = 0;
    while (n < 3 && char_is_digit(line_at(line, i + 1 + n)))
        n++;
    return n < 3 && char_is_digit(line->prev) &&
           !char_is_word(line_at(line, i + 1 + n));
}

/* A `'` that a word may begin with: quotation or elision. */
static bool
opens_single(const struct line *line, size_t i)
{
    const struct setting *s = line->setting;
    uint32_t prev = line->prev, next = line_at(line, i + 1);
    if (char_is_space(next))
        return false;
    if (!char_is_space(prev) && !char_is_opening(prev) && !char_is_joint(prev))
        return (char_is_ideograph(prev) || char_is_ideograph(next)) &&
               !is_open(line, '\'');
    if (is_elision(line, i, s->elisions) || is_decade(line, i))
        return false;
    if (line->last_sure_closer <= i && is_elision(line, i, s->maybe_elided))
        return false;
    bool starts = !prev || prev == '\n' || char_is_opening(prev);
    return starts || line->last_closer > i;
}

void
quotes_single(struct line *line, size_t i)
{
    uint32_t prev = line->prev, next = line_at(line, i + 1);
    bool within = char_is_word(prev) && char_is_word(next) &&
                  !char_is_ideograph(prev) && !char_is_ideograph(next);
    bool open = is_open(line, '\'');
    if (is_hebrew(prev) && (is_hebrew(next) || !open)) {
        line_put(line, "׳");
    } else if (within) {
        line_put(line, is_feet(line, i) ? PRIME : APOSTROPHE);
    } else if (char_is_digit(prev) && !open) {
        line_put(line, PRIME);
    } else if (opens_single(line, i)) {
        open_quote(line, '\'', true);
    } else if (open && !char_is_space(prev)) {
        close_quote(line, '\'');
    } else {
        line_put(line, APOSTROPHE);
    }
}

/* The mark itself, without the space that French puts beside it. */
static uint32_t
mark_of(const char *quote)
{
    const char *end = quote + strlen(quote);
    uint32_t c = utf8_next(&quote, end);
    return char_is_space(c) ? utf8_next(&quote, end) : c;
}

void
quotes_typed(struct line *line, size_t i)
{
    const struct doc_quotes *s = doc_quotes_of(line->setting->tag);
    uint32_t c = line_at(line, i);
    uint32_t open = mark_of(s->open), close = mark_of(s->close);
    if (c == open && c != close)
        push(line, '"', false);
    else if (c == close && c != open)
        pop(line, '"');
    else if (c == mark_of(s->inner_open) && c != mark_of(s->inner_close))
        push(line, '\'', true);
    else if (c == mark_of(s->inner_close) && is_open(line, '\'') &&
             !char_is_word(line_at(line, i + 1)))
        pop(line, '\'');
}
