/* SPDX-License-Identifier: MIT */
/* The inline boxes of a paragraph's text: their edges, and what ::first-line
 * and ::first-letter make of them. */
#include <string.h>

#include "layout/flow.h"
#include "layout/par_int.h"

int
box_rise(const struct style *style, const struct style *parent)
{
    switch (style->vertical_align) {
    case STYLE_SUB:
        return -parent->font_size / 5;
    case STYLE_SUPER:
        return parent->font_size / 3;
    case STYLE_RAISED:
        return style->raise;
    default:
        return 0;
    }
}

bool
box_is_edged(const struct style *style)
{
    for (int side = STYLE_TOP; side <= STYLE_LEFT; side++)
        if (style->border[side].width || style->padding[side].value ||
            (side % 2 && style->margin[side].value))
            return true;
    return false;
}

struct edges
box_margins(const struct style *style, int measure)
{
    return (struct edges){flow_length(style->margin[STYLE_LEFT], measure, 0),
                          flow_length(style->margin[STYLE_RIGHT], measure, 0)};
}

struct edges
box_edges(const struct style *style, int measure)
{
    struct edges edges = box_margins(style, measure);
    edges.left += flow_edge(style, STYLE_LEFT, measure);
    edges.right += flow_edge(style, STYLE_RIGHT, measure);
    return edges;
}

static size_t
less(size_t from, size_t n)
{
    return from == SIZE_MAX ? from : from > n ? from - n : 0;
}

/* Says of each span how much of its node's text goes with the first n bytes. */
static void
count_cut(struct text *t, size_t n)
{
    const struct doc_node *node = NULL;
    uint32_t cut = 0;
    for (size_t i = 0; i < t->spans.n && t->spans.at[i].start <= n; i++) {
        struct span *span = &t->spans.at[i];
        size_t end = span->end < n ? span->end : n;
        if (span->node != node)
            cut = 0;
        node = span->node;
        cut += text_signs(t->at + span->start, end - span->start);
        span->cut = cut;
        if (span->end > n)
            break;
    }
}

void
text_cut(struct text *t, size_t n)
{
    size_t kept = 0;
    count_cut(t, n);
    memmove(t->at, t->at + n, t->n - n + 1);
    t->n -= n;
    for (size_t i = 0; i < t->spans.n; i++) {
        struct span span = t->spans.at[i];
        span.start = less(span.start, n);
        span.end = less(span.end, n);
        if (span.start < span.end)
            t->spans.at[kept++] = span;
    }
    t->spans.n = kept;
    for (size_t i = 0; i < t->boxes.n; i++) {
        t->boxes.at[i].start = less(t->boxes.at[i].start, n);
        t->boxes.at[i].end = less(t->boxes.at[i].end, n);
    }
    for (size_t i = 0; i < t->starts.n; i++)
        t->starts.at[i].at = less(t->starts.at[i].at, n);
    for (size_t i = 0; i < t->soft.n; i++)
        t->soft.at[i] = less(t->soft.at[i], n);
}

/* The span that goes over byte n becomes two. */
static void
split_span(struct arena *a, struct text *t, size_t i, size_t n)
{
    struct span rest = t->spans.at[i];
    t->spans.at[i].end = rest.start = n;
    t->spans.at[i].trail = rest.lead = (struct edges){0, 0};
    vec_add(a, &t->spans);
    memmove(&t->spans.at[i + 2], &t->spans.at[i + 1],
            (t->spans.n - i - 2) * sizeof rest);
    t->spans.at[i + 1] = rest;
}

/* The style that a box has where its parent's is another. */
static const struct style *
style_again(struct layout *l, const struct inline_box *box,
            const struct style *parent)
{
    if (box->pseudo == BOX_NONE)
        return style_of(l->sheet, box->node, parent);
    const struct style *style = style_pseudo_of(
        l->sheet, box->node, (enum style_pseudo)box->pseudo, parent);
    return style ? style : box->style;
}

/* Boxes come behind those that they stand in, so one walk remakes them all. */
static int *
remake_boxes(struct layout *l, struct arena *a, struct text *t,
             const struct style *line)
{
    size_t n = t->boxes.n;
    int *made = ARENA_ARRAY(a, int, n);
    for (size_t i = 0; i < n; i++) {
        struct inline_box box = t->boxes.at[i];
        made[i] = (int)t->boxes.n;
        if (i == 0) {
            box.style = line;
            box.parent = 0;
        } else {
            box.parent = made[box.parent];
            const struct inline_box *above = &t->boxes.at[box.parent];
            box.style = style_again(l, &box, above->style);
            box.rise = above->rise + box_rise(box.style, above->style);
        }
        *vec_add(a, &t->boxes) = box;
    }
    return made;
}

/* Letters take on the case that a style asks for where that has as many bytes:
 * all places in the text stay what they are. */
static void
change_case(char *from, const char *end, enum style_transform how)
{
    if (how != STYLE_UPPERCASE && how != STYLE_LOWERCASE)
        return;
    for (const char *p = from; p < end;) {
        const char *at = p;
        uint32_t c = utf8_next(&p, end);
        char changed[4];
        uint32_t to = how == STYLE_UPPERCASE ? g_unichar_toupper(c)
                                             : g_unichar_tolower(c);
        if (c != UTF8_BAD && to != c &&
            utf8_put(changed, to) == (size_t)(p - at))
            memcpy(from + (at - from), changed, (size_t)(p - at));
    }
}

void
text_restyle(struct layout *l, struct arena *a, struct text *t, size_t n,
             const struct style *style)
{
    const int *made = remake_boxes(l, a, t, style);
    t->at = arena_strn(a, t->at, t->n); /* the text before is kept */
    for (size_t i = 0; i < t->spans.n && t->spans.at[i].start < n; i++) {
        if (t->spans.at[i].end > n)
            split_span(a, t, i, n);
        struct span *span = &t->spans.at[i];
        enum style_transform was = t->boxes.at[span->box].style->text_transform;
        span->box = made[span->box];
        enum style_transform how = t->boxes.at[span->box].style->text_transform;
        if (span->kind == SPAN_TEXT && how != was)
            change_case(t->at + span->start, t->at + span->end, how);
    }
}

void
text_letter(struct layout *l, struct arena *a, struct text *t, size_t n)
{
    const struct doc_node *block = t->boxes.at[0].node;
    for (size_t i = 0; i < t->spans.n && t->spans.at[i].start < n; i++) {
        struct span *span = &t->spans.at[i];
        if (span->end > n)
            split_span(a, t, i, n);
        span = &t->spans.at[i];
        struct inline_box box = t->boxes.at[span->box];
        const struct style *style =
            style_pseudo_of(l->sheet, block, STYLE_FIRST_LETTER, box.style);
        if (!style)
            return;
        box.parent = span->box;
        box.rise += box_rise(style, box.style);
        box.style = style;
        box.node = block;
        box.pseudo = STYLE_FIRST_LETTER;
        box.edged = false;
        span->box = (int)t->boxes.n;
        *vec_add(a, &t->boxes) = box;
    }
}
