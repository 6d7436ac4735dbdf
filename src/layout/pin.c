/* SPDX-License-Identifier: MIT */
/* Blocks of a division that stand at a distance from the edges of its first
 * page instead of in its text (CSS Positioned Layout Level 3, clause 3.1, with
 * the page's content as what holds them): a cover's drawing, its logo. */
#include "layout/vlist.h"

/* Only the division's own blocks, so that they are on its first page. */
static bool
may_pin(const struct builder *b, const struct level *in,
        const struct style *style)
{
    return style->absolute && !b->floating && !b->in_note && !b->dry &&
           doc_vocab[in->node->kind].model == DOC_IS_DIVISION;
}

static void
tell_nested(struct layout *l, const struct doc_node *node)
{
    if (l->pins_told)
        return;
    l->pins_told = true;
    diag_at(l->diag, doc_place(node), DIAG_CSS_NOT_IN_PDF,
            "the style gives this a place of its own, which the PDF has for "
            "the blocks of articles, covers and other divisions alone");
    diag_hint(l->diag, "set position: absolute on what stands right in them");
}

static bool
is_given(const struct style *style, enum style_side side)
{
    return style->inset[side].unit != STYLE_AUTO;
}

/* How wide the block is with its margins; where it has no width of its own,
 * what its sides leave. */
static int
outer_width(const struct style *s, int page)
{
    int left = flow_length(s->inset[STYLE_LEFT], page, 0);
    int right = flow_length(s->inset[STYLE_RIGHT], page, 0);
    if (s->width.unit == STYLE_AUTO)
        return page - left - right;
    int width = flow_length(s->width, page, 0) +
                flow_length(s->margin[STYLE_LEFT], page, 0) +
                flow_length(s->margin[STYLE_RIGHT], page, 0);
    if (!s->border_box)
        width +=
            flow_edge(s, STYLE_LEFT, page) + flow_edge(s, STYLE_RIGHT, page);
    return width;
}

bool
pin_make(struct builder *b, const struct level *in, const struct doc_node *node,
         const struct style *style)
{
    if (!may_pin(b, in, style)) {
        if (style->absolute && !b->dry && b->levels.n)
            tell_nested(b->l, node);
        return false;
    }
    int page = b->measure, outer = outer_width(style, page);
    struct level at = *in;
    at.x = 0;
    at.measure = style->width.unit == STYLE_AUTO ? outer : page;
    struct builder own = vlist_new(b->l, b->height, b->measure);
    own.floating = true;
    vlist_block(&own, &at, node);
    int height = flow_height(own.flow);
    /* in a line from the right a box stands at the right of its room */
    int over = style->rtl ? at.measure - outer : 0;
    bool from_right = is_given(style, STYLE_RIGHT) &&
                      (!is_given(style, STYLE_LEFT) || style->rtl);
    bool from_foot =
        is_given(style, STYLE_BOTTOM) && !is_given(style, STYLE_TOP);
    *vec_add(b->l->arena, &b->flow->pins) = (struct flow_pin){
        .list = own.flow,
        .x = (from_right ? page - outer -
                               flow_length(style->inset[STYLE_RIGHT], page, 0)
                         : flow_length(style->inset[STYLE_LEFT], page, 0)) -
             over,
        .y = from_foot
                 ? b->height - height -
                       flow_length(style->inset[STYLE_BOTTOM], b->height, 0)
                 : flow_length(style->inset[STYLE_TOP], b->height, 0)};
    return true;
}
