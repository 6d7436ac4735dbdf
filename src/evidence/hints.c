/* SPDX-License-Identifier: MIT */
/* What in a text may trouble a reader: abbreviations that nobody wrote out.
 * Hints for a person, who judges. */
#include <string.h>

#include "evidence/evidence_int.h"

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Part of a word: letters of all scripts but ASCII's signs. */
static bool
joins(char c)
{
    return str_is_letter(c) || str_is_digit(c) || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* I, XIV: a number. */
static bool
is_roman(const char *s, size_t n)
{
    return strspn(s, "IVXLCDM") >= n;
}

/* Whether it stands beside what it is short for: "magnetic resonance imaging
 * (MRI)", "MRI (magnetic resonance imaging)". */
static bool
is_written_out(const char *text, const char *from, size_t n)
{
    bool inside = from > text && from[-1] == '(' && from[n] == ')';
    return inside || (from[n] == ' ' && from[n + 1] == '(');
}

void
evidence_abbreviations(struct evidence *e, const struct doc_node *node)
{
    if (doc_above(node, DOC_ABBREVIATION))
        return;
    const char *text = node->text;
    for (const char *p = text; *p;) {
        size_t n = 0;
        while (is_capital(p[n]))
            n++;
        bool whole = n >= 2 && n <= 6 && !joins(p[n]) &&
                     (p == text || !joins(p[-1])) && !is_roman(p, n);
        if (whole) {
            char *word = arena_strn(e->arena, p, n);
            if (!map_get(e->abbreviations, word) && !is_written_out(text, p, n))
                evidence_add_item(e, &e->tasks[EVIDENCE_ABBREVIATIONS], node,
                                  word);
            map_set(e->abbreviations, word, e);
        }
        for (p += n ? n : 1; n && joins(*p); p++)
            ;
    }
}
