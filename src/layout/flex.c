/* SPDX-License-Identifier: MIT */
/* Blocks side by side in one row (CSS Flexible Box Layout Level 1, of which
 * this is the row without wrapping): those with a width have that, the others
 * share what is left. A row is never parted. */
#include "layout/vlist.h"

/* A block of the row: where it stands and its own list. */
struct flex_item {
    const struct doc_node *node;
    const struct style *style;
    int width;   /* with its margins; of those that share, found last */
    int measure; /* of what its own width is in percent */
    int x;       /* of that, from the page's content box */
    bool shares;
    struct flow *list;
    int height;
};

struct flex_row {
    VEC(struct flex_item) at;
    int height;
};

static int
outer_width(const struct style *s, int measure)
{
    int edges = s->border_box ? 0
                              : flow_edge(s, STYLE_LEFT, measure) +
                                    flow_edge(s, STYLE_RIGHT, measure);
    return flow_length(s->width, measure, 0) + edges +
           flow_length(s->margin[STYLE_LEFT], measure, 0) +
           flow_length(s->margin[STYLE_RIGHT], measure, 0);
}

static void
find_items(struct builder *b, const struct level *in, struct flex_row *row)
{
    doc_each_child (child, in->node) {
        const struct style *style = style_of(b->l->sheet, child, in->style);
        if (style->display == STYLE_NONE)
            continue;
        bool shares = style->width.unit == STYLE_AUTO;
        *vec_add(b->l->arena, &row->at) = (struct flex_item){
            .node = child,
            .style = style,
            .shares = shares,
            .width = shares ? 0 : outer_width(style, in->measure)};
    }
}

/* What a gap of the row takes; where nothing says, there is none. */
static int
gap_of(const struct level *in)
{
    return flow_length(in->style->column_gap, in->measure, 0);
}

/* Whoever has no width gets an equal share; false where nothing is left. */
static bool
share(struct flex_row *row, const struct level *in)
{
    int left = in->measure, sharing = 0;
    for (size_t i = 0; i < row->at.n; i++) {
        left -= row->at.at[i].width + (i ? gap_of(in) : 0);
        sharing += row->at.at[i].shares;
    }
    for (size_t i = 0; i < row->at.n; i++)
        if (row->at.at[i].shares)
            row->at.at[i].width = left / sharing;
    return left >= 0 && (!sharing || left / sharing > in->style->font_size);
}

/* A width in percent is of the row; a block stands at the start of what its
 * width is of. */
static void
find_places(const struct level *in, struct flex_row *row)
{
    int before = 0;
    for (size_t i = 0; i < row->at.n; i++) {
        struct flex_item *item = &row->at.at[i];
        item->measure = item->shares ? item->width : in->measure;
        item->x = in->x + before;
        if (in->style->rtl)
            item->x = in->x + in->measure - before - item->measure;
        before += item->width + gap_of(in);
    }
}

/* The label of a list's item that the row begins waits for its first block's
 * line. */
static void
take_markers(struct builder *own, struct builder *b, int x)
{
    for (size_t i = 0; i < b->markers.n; i++) {
        *vec_add(b->l->arena, &own->markers) = b->markers.at[i];
        own->markers.at[i].x -= x;
    }
    b->markers.n = 0;
}

/* Lays each block out by itself. */
static void
set_items(struct builder *b, const struct level *in, struct flex_row *row)
{
    for (size_t i = 0; i < row->at.n; i++) {
        struct flex_item *item = &row->at.at[i];
        struct builder own = vlist_new(b->l, b->height, item->width);
        struct level at = *in;
        at.x = 0;
        at.measure = item->measure;
        own.floating = true;
        own.dry = b->dry;
        if (!i)
            take_markers(&own, b, item->x);
        vlist_block(&own, &at, item->node);
        item->list = own.flow;
        item->height = flow_height(own.flow);
        row->height = item->height > row->height ? item->height : row->height;
    }
}

static int
drop_of(const struct flex_row *row, const struct flex_item *item,
        enum style_items items)
{
    int room = row->height - item->height;
    return items == STYLE_ITEMS_CENTER ? room / 2
           : items == STYLE_ITEMS_END  ? room
                                       : 0;
}

static void
place_row(struct builder *b, const struct level *in, const struct flex_row *row)
{
    struct flow_box *box = vlist_box(b, row->height);
    for (size_t i = 0; i < row->at.n; i++) {
        const struct flex_item *item = &row->at.at[i];
        *vec_add(b->l->arena, &box->parts) = (struct flow_beside){
            .list = item->list,
            .x = item->x,
            .y = drop_of(row, item, in->style->align_items)};
    }
}

bool
flex_make(struct builder *b, const struct level *in,
          const struct doc_node *node, const struct style *style)
{
    struct flex_row row = {0};
    if (style->display != STYLE_FLEX ||
        doc_vocab[node->kind].model != DOC_IS_BLOCK || vlist_has_notes(node))
        return false;
    vlist_enter(b, node, style, in->x, in->measure);
    size_t at = b->levels.n - 1;
    struct level level = b->levels.at[at];
    find_items(b, &level, &row);
    if (share(&row, &level)) {
        b->levels.at[at].next = NULL;
        find_places(&level, &row);
        set_items(b, &level, &row);
        place_row(b, &level, &row);
        vlist_leave(b);
    }
    return true;
}
