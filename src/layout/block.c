/* SPDX-License-Identifier: MIT */
/* The box of a block: its margins, width, height and breaks. */
#include "layout/vlist.h"

/* What a width or height leaves for the content. */
static int
inner_length(const struct style *s, struct style_length length, int base,
             int automatic, int edges)
{
    int inner = flow_length(length, base, automatic);
    if (s->border_box && length.unit != STYLE_AUTO)
        inner = inner > edges ? inner - edges : 0;
    return inner;
}

/* Where a block's box begins and how wide it is, by its margins and width
 * (CSS 2.1, clause 10.3.3). */
static void
set_width(const struct style *s, int measure, int *x, int *width)
{
    int left = flow_length(s->margin[STYLE_LEFT], measure, 0);
    int right = flow_length(s->margin[STYLE_RIGHT], measure, 0);
    int edges =
        flow_edge(s, STYLE_LEFT, measure) + flow_edge(s, STYLE_RIGHT, measure);
    int room = measure - left - right - edges;
    int content = inner_length(s, s->width, measure, room, edges);
    int most = inner_length(s, s->max_width, measure, content, edges);
    int least = inner_length(s, s->min_width, measure, 0, edges);
    content = content > most ? most : content;
    content = content < least ? least : content;
    int over = room - content;
    bool auto_left = s->margin[STYLE_LEFT].unit == STYLE_AUTO;
    bool auto_right = s->margin[STYLE_RIGHT].unit == STYLE_AUTO;
    if (over > 0 && auto_left)
        left += auto_right ? over / 2 : over;
    else if (over > 0 && s->rtl && !auto_right)
        left += over;
    *x += left;
    *width = content + edges;
}

/* What a border takes with as much white space beside it. */
static int
border_room(const struct style *s, enum style_side side)
{
    const struct style_border *border = &s->border[side];
    return border->line == STYLE_LINE_NONE ? 0 : border->width * 2;
}

/* Blocks in blocks in blocks: where margins and padding leave less than a few
 * words' room, they end. */
static void
keep_room(const struct style *s, int measure, int around, struct level *level)
{
    int left = border_room(s, STYLE_LEFT);
    int most = measure - left - border_room(s, STYLE_RIGHT);
    int least = s->font_size * 8 < most ? s->font_size * 8 : most;
    if (s->width.unit != STYLE_AUTO && level->measure >= STYLE_PT)
        return;
    if (level->measure >= least || least < STYLE_PT)
        return;
    if (s->rtl) {
        int right = level->x + level->measure, first = around + left;
        level->x = right - least > first ? right - least : first;
    } else if (level->x + least > around + left + most) {
        level->x = around + left + most - least;
    }
    level->measure = least;
}

static void
break_before(struct builder *b, const struct style *style)
{
    if (style->break_before >= STYLE_BREAK_PAGE)
        b->forced = flow_side(b->l, style->break_before);
    else if (style->break_before == STYLE_BREAK_AVOID)
        b->between = FLOW_COST_NEVER;
}

static void
margin(struct builder *b, const struct style *style, enum style_side side,
       int measure)
{
    if (style->margin[side].unit == STYLE_AUTO)
        b->fill = true;
    vlist_margin(b, flow_length(style->margin[side], measure, 0));
}

struct level *
vlist_enter(struct builder *b, const struct doc_node *node,
            const struct style *style, int x, int measure)
{
    break_before(b, style);
    margin(b, style, STYLE_TOP, measure);
    vlist_anchor(b, node, style);
    int width, around = x;
    set_width(style, measure, &x, &width);
    struct flow_frame *frame = vlist_open(b, style, x, width, measure);
    int left = flow_edge(style, STYLE_LEFT, measure);
    int right = flow_edge(style, STYLE_RIGHT, measure);
    struct level *level = vec_add(b->l->arena, &b->levels);
    *level = (struct level){
        .node = node,
        .next = node->first,
        .style = style,
        .x = x + left,
        .measure = width - left - right,
        .around = measure,
        .below = flow_edge(style, STYLE_BOTTOM, measure),
        .frame = frame,
        .begin = b->flow->items.n,
        .avoid = style->break_inside == STYLE_BREAK_AVOID,
        .markers = b->markers.n,
    };
    keep_room(style, measure, around, level);
    return level;
}

/* What the items from `begin` on add up to. */
static int
height_since(const struct builder *b, size_t begin)
{
    int height = 0;
    for (size_t i = begin; i < b->flow->items.n; i++)
        height += b->flow->items.at[i].height;
    return height;
}

/* Auto margins inside a block of a given height share what is missing. */
static bool
fill_up(struct builder *b, size_t begin, int missing)
{
    int fills = b->fill;
    for (size_t i = begin; i < b->flow->items.n; i++)
        fills += b->flow->items.at[i].fill;
    if (!fills)
        return false;
    for (size_t i = begin; i < b->flow->items.n; i++) {
        struct flow_item *item = &b->flow->items.at[i];
        item->height += item->fill ? missing / fills : 0;
        item->fill = false;
    }
    vlist_foot(b, b->fill ? missing / fills : 0);
    b->fill = false;
    return true;
}

/* Percentages are without border and padding already. */
static int
fixed_length(const struct style *s, struct style_length length, int page,
             int automatic, int edges)
{
    return length.unit == STYLE_PERCENT
               ? flow_length(length, page, automatic)
               : inner_length(s, length, page, automatic, edges);
}

/* Fills a block up to its height; a percentage is of the page and includes
 * border and padding. */
static void
set_height(struct builder *b, const struct level *level)
{
    const struct style *s = level->style;
    int page =
        b->height - level->below - flow_edge(s, STYLE_TOP, level->around);
    int edges = level->below + flow_edge(s, STYLE_TOP, level->around);
    int least = fixed_length(s, s->min_height, page, 0, edges);
    int height = fixed_length(s, s->height, page, least, edges);
    height = height > least ? height : least;
    int missing = height - height_since(b, level->begin);
    if (height > 0 && missing > 0 && !fill_up(b, level->begin, missing))
        vlist_foot(b, missing);
}

/* Markers that found no line get one of their own. */
static void
set_left_markers(struct builder *b, size_t from)
{
    if (b->markers.n <= from)
        return;
    const struct par_line *line = &b->markers.at[from].line;
    int ascent = line->ascent, descent = line->descent;
    place_markers(b, vlist_box(b, ascent + descent), from, ascent);
}

/* A box that takes little of a page stays whole where that leaves the page
 * reasonably full; the higher it is, the less a break in it costs. */
static void
weigh_breaks(struct builder *b, const struct level *level)
{
    int height = height_since(b, level->begin);
    int cost = height < b->height / 3   ? FLOW_COST_SMALL
               : height < b->height / 2 ? FLOW_COST_SMALL / 2
                                        : FLOW_COST_PANEL;
    for (size_t i = level->begin; i < b->flow->items.n; i++) {
        struct flow_item *item = &b->flow->items.at[i];
        if (item->kind == FLOW_PENALTY && item->penalty < cost && item->frame)
            item->penalty = cost;
    }
}

void
vlist_leave(struct builder *b)
{
    struct level *level = &b->levels.at[b->levels.n - 1];
    const struct style *style = level->style;
    set_left_markers(b, level->markers);
    set_height(b, level);
    if (level->frame)
        weigh_breaks(b, level);
    vlist_close(b, level->frame, level->below);
    b->levels.n--;
    margin(b, style, STYLE_BOTTOM, level->around);
    if (style->break_after >= STYLE_BREAK_PAGE)
        b->forced = flow_side(b->l, style->break_after);
    else if (style->break_after == STYLE_BREAK_AVOID)
        b->between = FLOW_COST_NEVER;
}
