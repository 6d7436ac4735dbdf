/* SPDX-License-Identifier: MIT */
/* Blocks that float to the top or the foot of a page (CSS Page Floats Module
 * Level 3, with the page as reference): made as lists of their own. */
#include "layout/vlist.h"

/* A float leaves room for text; what is higher stands in the text. */
enum { MOST_PARTS = 70 }; /* of the page, in a hundred */

/* Running text alone lets floats out: not frames, list items, notes; and a
 * mark's note must be on the page of the mark. */
static bool
may_float(const struct builder *b, const struct doc_node *node,
          const struct style *style)
{
    return style->page_float != STYLE_FLOAT_NONE && !b->frame && !b->opens.n &&
           !b->in_note && !b->dry && !b->floating && !b->markers.n &&
           b->forced == STYLE_BREAK_AUTO && !doc_above(node, DOC_ITEM) &&
           !doc_above(node, DOC_DEFINITION) &&
           style->break_before < STYLE_BREAK_PAGE &&
           style->break_after < STYLE_BREAK_PAGE && !vlist_has_notes(node);
}

bool
float_make(struct builder *b, const struct level *in,
           const struct doc_node *node, const struct style *style)
{
    if (b->l->in_place || !may_float(b, node, style))
        return false;
    struct builder own = vlist_new(b->l, b->height, b->measure);
    own.floating = true;
    vlist_block(&own, in, node);
    struct flow_float *f = ARENA_NEW(b->l->arena, struct flow_float);
    *f = (struct flow_float){
        .list = own.flow,
        .want = style->page_float,
        .height = flow_height(own.flow),
        .above = flow_length(style->margin[STYLE_TOP], in->measure, 0),
        .below = flow_length(style->margin[STYLE_BOTTOM], in->measure, 0)};
    if (!f->height || f->height > (int)((int64_t)b->height * MOST_PARTS / 100))
        return false;
    vlist_float(b, f);
    return true;
}

/* In the text its margins join those of what it stands between. */
static int
above_of(const struct flow_float *f, enum flow_side side)
{
    if (side == FLOW_TOP || (side == FLOW_HERE && f->follows))
        return 0;
    return f->above;
}

static int
below_of(const struct flow_float *f, enum flow_side side)
{
    if (side == FLOW_BOTTOM)
        return 0;
    int space = side == FLOW_HERE ? f->space : 0;
    return f->below > space ? f->below - space : 0;
}

int
float_height(const struct flow *flow, const struct flow_float *f,
             enum flow_side side)
{
    int height = f->height + above_of(f, side) + below_of(f, side);
    if (flow->grid)
        height += (flow->line - height % flow->line) % flow->line;
    return height;
}

int
float_offset(const struct flow *flow, const struct flow_float *f,
             enum flow_side side)
{
    int height = float_height(flow, f, side);
    if (side == FLOW_TOP)
        return 0;
    if (side == FLOW_BOTTOM)
        return height - f->height;
    int above = above_of(f, side);
    return above + (height - above - f->height - below_of(f, side)) / 2;
}
