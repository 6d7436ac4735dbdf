/* SPDX-License-Identifier: MIT */
/* Where lines begin in the text of the book. What is set differs from it: white
 * space is folded, soft hyphens are out, cases may be others. So characters are
 * counted, white space aside, and found again where a page begins. */
#include <string.h>

#include "layout/line_int.h"

enum { SOFT_HYPHEN = 0xAD };

uint32_t
text_signs(const char *s, size_t n)
{
    uint32_t signs = 0;
    for (size_t i = 0; i < n; i++)
        signs += ((unsigned char)s[i] & 0xC0) != 0x80 && !str_is_space(s[i]);
    return signs;
}

/* Whether the span shows the text of a node, not what a stylesheet adds. */
static bool
is_own(const struct text *t, const struct span *span)
{
    int pseudo = t->boxes.at[span->box].pseudo;
    const struct doc_node *node = span->node;
    if (!node || pseudo == STYLE_BEFORE || pseudo == STYLE_AFTER)
        return false;
    return node->kind == DOC_TEXT || node->kind == DOC_CODE ||
           node->kind == DOC_CODE_BLOCK;
}

static bool
is_whole(const struct text *t, const struct span *span)
{
    int pseudo = t->boxes.at[span->box].pseudo;
    const struct doc_node *node = span->node;
    return node && pseudo != STYLE_BEFORE && pseudo != STYLE_AFTER &&
           (node->kind == DOC_IMAGE || node->kind == DOC_NOTE_REF ||
            node->kind == DOC_PAGE_REF);
}

/* Counts on up to a byte of the span. */
static void
count_span(const struct text *t, const struct span *span, size_t end,
           struct line_marks *marks)
{
    if (!is_own(t, span) || span->kind != SPAN_TEXT)
        return;
    if (marks->counted != span->node) {
        marks->counted = span->node;
        marks->signs = span->cut;
    }
    size_t from =
        marks->counted_byte > span->start ? marks->counted_byte : span->start;
    if (end > from) {
        marks->signs += text_signs(t->at + from, end - from);
        marks->counted_byte = end;
    }
}

void
line_find_start(struct liner *m, struct line_marks *marks)
{
    const struct text *t = m->shapes->text;
    size_t i = marks->counted_span;
    for (; i < t->spans.n && t->spans.at[i].end <= m->start; i++)
        count_span(t, &t->spans.at[i], t->spans.at[i].end, marks);
    marks->counted_span = i;
    if (i < t->spans.n && t->spans.at[i].start < m->start)
        count_span(t, &t->spans.at[i], m->start, marks);
    for (; i < t->spans.n && t->spans.at[i].start < m->end; i++) {
        const struct span *span = &t->spans.at[i];
        bool own = is_own(t, span) && span->kind == SPAN_TEXT;
        if (!own && !is_whole(t, span))
            continue;
        bool on = own && marks->counted == span->node;
        m->line.start = (struct line_start){
            .node = span->node,
            .inside = own,
            .signs = on ? marks->signs : span->cut,
            .how = (uint8_t)t->boxes.at[span->box].style->text_transform};
        return;
    }
}

/* How many characters come of one in another case: ß gives SS. */
static uint32_t
set_signs(const char *s, size_t n, enum style_transform how)
{
    if (how != STYLE_UPPERCASE && how != STYLE_LOWERCASE)
        return 1;
    char *made = how == STYLE_UPPERCASE ? g_utf8_strup(s, (gssize)n)
                                        : g_utf8_strdown(s, (gssize)n);
    uint32_t signs = text_signs(made, strlen(made));
    g_free(made);
    return signs;
}

size_t
line_start_byte(const struct line_start *start)
{
    const char *text = start->node->text, *end = text + strlen(text), *p = text;
    for (uint32_t signs = 0; p < end && signs < start->signs;) {
        const char *at = p;
        uint32_t c = utf8_next(&p, end);
        if (c != SOFT_HYPHEN && !str_is_space(*at))
            signs += set_signs(at, (size_t)(p - at),
                               (enum style_transform)start->how);
    }
    while (p < end && str_is_space(*p))
        p++;
    return (size_t)(p - text);
}
