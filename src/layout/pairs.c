/* SPDX-License-Identifier: MIT */
/* An article and its translation, each laid out by itself, in rows. */
#include "layout/pairs.h"

static void
lay_out(struct layout *l, struct pairs *p, int side,
        const struct doc_node *division, int height)
{
    struct pair_side *s = &p->side[side];
    s->division = division;
    s->style = style_here(l, division);
    s->flow = flow_division(l, division, s->style, p->measure, height);
}

struct pairs *
pairs_new(struct layout *l, const struct doc_node *article, int width,
          int height)
{
    const struct style *style = style_here(l, article);
    struct pairs *p = ARENA_NEW(l->arena, struct pairs);
    p->facing = l->book->parallel == DOC_PARALLEL_PAGES;
    p->rtl = l->book->rtl;
    p->measure = width;
    if (!p->facing) {
        p->gap = flow_length(style->column_gap, width, style->font_size * 2);
        p->measure = (width - p->gap) / 2;
    }
    l->in_place = true;
    lay_out(l, p, 0, article, height);
    lay_out(l, p, 1, article->next, height);
    l->in_place = false;
    pairs_add_rows(l, p, pairs_match(l, article, article->next));
    return p;
}

void
pairs_place(struct sheet_page *to, const struct pairs *p, size_t page)
{
    struct page_strings *strings = to->strings;
    for (int side = 0; side < 2; side++) {
        if (p->facing && (size_t)side != page % 2)
            continue;
        bool right = !p->facing && (side == 1) != p->rtl;
        to->x = right ? p->measure + p->gap : 0;
        to->measure = p->measure;
        to->strings = p->side[side].strings;
        page_place(to, p->side[side].flow,
                   &p->at[side][p->facing ? page / 2 : page]);
    }
    to->x = to->measure = 0;
    to->strings = strings; /* furniture says what the original does */
}
