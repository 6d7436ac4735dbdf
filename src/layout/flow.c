/* SPDX-License-Identifier: MIT */
/* A division's blocks, one below the other: margins, boxes, breaks. */
#include "layout/vlist.h"

#include <string.h>

/* Lays out a child of the level; returns whether its own children are to
 * come, in a level that it opened. */
typedef void block_fn(struct builder *b, const struct level *in,
                      const struct doc_node *node, const struct style *style);

static bool
is_inline_kind(const struct doc_node *node)
{
    enum doc_model model = doc_vocab[node->kind].model;
    return model == DOC_IS_INLINE || model == DOC_IS_ATOM;
}

static bool
is_line_part(struct builder *b, const struct level *in,
             const struct doc_node *node)
{
    if (!is_inline_kind(node))
        return false;
    if (node->kind == DOC_IMAGE && in->node->kind == DOC_FIGURE)
        return false;
    if (node->kind != DOC_IMAGE && doc_vocab[node->kind].model != DOC_IS_INLINE)
        return true;
    const struct style *style = style_of(b->l->sheet, node, in->style);
    return style->display == STYLE_INLINE || style->display == STYLE_NONE;
}

/* The first lines of a drop cap stay together. */
static int
orphans_of(struct builder *b, const struct doc_node *node,
           const struct style *style)
{
    const struct style *initial =
        style_pseudo_of(b->l->sheet, node, STYLE_FIRST_LETTER, style);
    int lines = initial ? initial->initial_lines : 0;
    return lines > style->orphans ? lines : style->orphans;
}

/* The inlines from `first` on, up to `end`, as lines of the level's block. */
static void
set_lines(struct builder *b, const struct level *in,
          const struct doc_node *first, const struct doc_node *end)
{
    struct par_source source = {
        .block = in->node,
        .first = first,
        .end = end,
        .style = in->style,
        .measure = in->measure,
        .tallest = vlist_room(b) - in->style->line_height,
        .indent = b->inside,
        .mark = {.node = in->node},
    };
    struct par par = par_set(b->l, &source);
    b->inside = 0;
    int orphans = orphans_of(b, in->node, in->style);
    size_t begin = b->flow->items.n;
    vlist_lines(b, &par, in->x, in->style, orphans);
    vlist_par(b, begin, &par, &source, orphans);
}

/* Whether what ::before or ::after makes of an item stands in the lines of its
 * text. */
static bool
runs_in(struct builder *b, const struct level *in, enum style_pseudo pseudo)
{
    const struct doc_node *text =
        pseudo == STYLE_BEFORE ? in->node->first : in->node->last;
    return text && doc_is_bare(text) &&
           style_pseudo_of(b->l->sheet, text, pseudo, in->style);
}

/* What ::before and ::after make in a block of blocks stands on lines of its
 * own. */
static void
set_generated(struct builder *b, enum style_pseudo pseudo)
{
    const struct level in = b->levels.at[b->levels.n - 1];
    const struct style *style =
        style_pseudo_of(b->l->sheet, in.node, pseudo, in.style);
    if (!style || runs_in(b, &in, pseudo))
        return;
    struct par_source source = {
        .block = in.node,
        .style = style->display == STYLE_INLINE ? in.style : style,
        .measure = in.measure,
        .mark = {.node = in.node},
        .made = (int)pseudo + 1,
    };
    struct par par = par_set(b->l, &source);
    bool block = style->display != STYLE_INLINE;
    if (block)
        vlist_margin(b, flow_length(style->margin[STYLE_TOP], in.measure, 0));
    vlist_lines(b, &par, in.x, source.style, source.style->orphans);
    if (block)
        vlist_margin(b,
                     flow_length(style->margin[STYLE_BOTTOM], in.measure, 0));
}

static void
begin_blocks(struct builder *b)
{
    b->levels.at[b->levels.n - 1].contains = true;
    set_generated(b, STYLE_BEFORE);
}

static void
enter_block(struct builder *b, const struct level *in,
            const struct doc_node *node, const struct style *style)
{
    vlist_enter(b, node, style, in->x, in->measure);
    begin_blocks(b);
}

/* A block of inlines: its lines at once. */
static void
enter_leaf(struct builder *b, const struct level *in,
           const struct doc_node *node, const struct style *style)
{
    struct level *level = vlist_enter(b, node, style, in->x, in->measure);
    if (!node->first) {
        set_lines(b, level, NULL, NULL);
        vlist_leave(b);
    }
}

static void
enter_list(struct builder *b, const struct level *in,
           const struct doc_node *node, const struct style *style)
{
    struct level *level = vlist_enter(b, node, style, in->x, in->measure);
    level->number = node->list->start;
    vlist_make_room(b, level);
}

static void
enter_item(struct builder *b, const struct level *in,
           const struct doc_node *node, const struct style *style)
{
    struct level *list = &b->levels.at[b->levels.n - 1];
    int number = list->number++;
    struct level *level = vlist_enter(b, node, style, in->x, in->measure);
    vlist_marker(b, level, number);
    begin_blocks(b);
}

/* Notes are set where their marks are. */
static void
enter_notes(struct builder *b, const struct level *in,
            const struct doc_node *node, const struct style *style)
{
    (void)b, (void)in, (void)node, (void)style;
}

/* What differs from a plain block; a block of inlines is one by its model. */
static block_fn *const enter_kind[DOC_KIND_COUNT] = {
    [DOC_LIST] = enter_list,   [DOC_ITEM] = enter_item,
    [DOC_NOTES] = enter_notes, [DOC_TABLE] = vlist_table,
    [DOC_RULE] = vlist_rule,   [DOC_IMAGE] = vlist_image,
};

static bool
ends_in_colon(struct builder *b, const struct doc_node *node)
{
    const char *text = doc_text(b->l->arena, node);
    size_t n = strlen(text);
    while (n && str_is_space(text[n - 1]))
        n--;
    return n && text[n - 1] == ':';
}

/* What a break costs between a paragraph and what it leads to: the list,
 * table or quotation after its colon, or a table without a caption. */
static int
lead_cost(struct builder *b, const struct doc_node *node)
{
    const struct doc_node *before = node->prev;
    bool led = node->kind == DOC_LIST || node->kind == DOC_TABLE ||
               node->kind == DOC_QUOTE || node->kind == DOC_CODE_BLOCK ||
               node->kind == DOC_DEFINITIONS;
    if (!led || !before || before->kind != DOC_PARAGRAPH)
        return 0;
    if (ends_in_colon(b, before))
        return FLOW_COST_AVOID;
    bool caption = node->first && node->first->kind == DOC_TABLE_CAPTION;
    return node->kind == DOC_TABLE && !caption ? FLOW_COST_LEAD : 0;
}

/* What a break costs that leaves a list's first item alone on its page, or its
 * last one, where others are with it. */
static int
item_cost(const struct doc_node *node)
{
    const struct doc_node *before = node->prev;
    if (node->kind != DOC_ITEM || !before)
        return 0;
    bool few = !before->prev && !node->next;
    return !few && (!before->prev || !node->next) ? FLOW_COST_ITEM : 0;
}

static void
tell_columns(struct layout *l, const struct doc_node *node)
{
    if (l->columns_told)
        return;
    l->columns_told = true;
    diag_at(l->diag, doc_place(node), DIAG_CSS_NOT_IN_PDF,
            "the style sets this in columns, which the PDF has for whole "
            "articles and pages alone");
    diag_hint(l->diag, "set column-count on article, .index and the like");
}

static void
enter(struct builder *b, const struct level *in, const struct doc_node *node)
{
    const struct style *style = style_of(b->l->sheet, node, in->style);
    if (style->display == STYLE_NONE || pin_make(b, in, node, style) ||
        float_make(b, in, node, style))
        return;
    if (style->column_count > 1)
        tell_columns(b->l, node);
    int lead = lead_cost(b, node), item = item_cost(node);
    lead = item > lead ? item : lead;
    b->between = lead > b->between ? lead : b->between;
    if (enter_kind[node->kind])
        enter_kind[node->kind](b, in, node, style);
    else if (flex_make(b, in, node, style))
        return;
    else if (doc_vocab[node->kind].model == DOC_IS_BLOCK)
        enter_block(b, in, node, style);
    else
        enter_leaf(b, in, node, style);
}

/* Lays out what comes next in the innermost level. */
static void
step(struct builder *b)
{
    struct level *level = &b->levels.at[b->levels.n - 1];
    struct level in = *level; /* levels may move */
    const struct doc_node *first = level->next;
    if (!is_line_part(b, &in, first)) {
        level->next = first->next;
        enter(b, &in, first);
        return;
    }
    const struct doc_node *end = first->next;
    while (end && is_line_part(b, &in, end))
        end = end->next;
    level->next = end;
    set_lines(b, &in, first, end);
}

static void
leave(struct builder *b)
{
    if (b->levels.at[b->levels.n - 1].contains)
        set_generated(b, STYLE_AFTER);
    vlist_leave(b);
}

static void
run(struct builder *b, size_t outside)
{
    while (b->levels.n > outside) {
        if (b->levels.at[b->levels.n - 1].next)
            step(b);
        else
            leave(b);
    }
}

void
vlist_block(struct builder *b, const struct level *in,
            const struct doc_node *node)
{
    size_t outside = b->levels.n;
    enter(b, in, node);
    run(b, outside);
}

void
vlist_blocks(struct builder *b, const struct doc_node *root,
             const struct style *style, int x, int measure)
{
    size_t outside = b->levels.n;
    struct level *level = vlist_enter(b, root, style, x, measure);
    if (root->kind == DOC_NOTE)
        vlist_note_number(b, level);
    else if (!root->first && doc_vocab[root->kind].model == DOC_IS_LEAF)
        set_lines(b, level, NULL, NULL);
    if (doc_vocab[root->kind].model != DOC_IS_LEAF)
        begin_blocks(b);
    run(b, outside);
}

const struct style *
style_here(struct layout *l, const struct doc_node *node)
{
    VEC(const struct doc_node *) up = {0};
    for (; node; node = node->parent)
        *vec_add(l->arena, &up) = node;
    const struct style *style = style_of(l->sheet, up.at[--up.n], NULL);
    while (up.n)
        style = style_of(l->sheet, up.at[--up.n], style);
    return style;
}

/* An end for what still waits for one. */
static void
end_list(struct builder *b)
{
    if (b->anchors.n || b->strings.n || b->fill || !b->flow->items.n) {
        b->forced = STYLE_BREAK_AUTO;
        b->between = FLOW_COST_NEVER;
        vlist_box(b, 0);
    }
    flow_to_grid(b->l, b->flow);
}

/* Lays out children of the division without its box. */
static void
set_rest(struct builder *b, const struct doc_node *division,
         const struct style *style, const struct doc_node *first, int measure)
{
    *vec_add(b->l->arena, &b->levels) = (struct level){.node = division,
                                                       .next = first,
                                                       .style = style,
                                                       .measure = measure,
                                                       .around = measure};
    while (b->levels.n > 1 || b->levels.at[0].next) {
        if (b->levels.at[b->levels.n - 1].next)
            step(b);
        else
            leave(b);
    }
    b->levels.n = 0;
}

static void
set_head(struct builder *b, const struct doc_node *division,
         const struct style *style, const struct doc_node *end, int measure)
{
    vlist_enter(b, division, style, 0, measure);
    begin_blocks(b);
    while (b->levels.n) {
        const struct doc_node *next = b->levels.at[b->levels.n - 1].next;
        if (next && next != end)
            step(b);
        else
            leave(b);
    }
    vlist_box(b, 0); /* below the last margin */
}

struct flow *
flow_part(struct layout *l, const struct doc_node *division,
          const struct style *style, const struct doc_node *first,
          const struct doc_node *end, int measure, int height)
{
    if (first == division->first && !end)
        return flow_division(l, division, style, measure, height);
    struct builder b = vlist_new(l, height, measure);
    b.flow->line = style->line_height > 0 ? style->line_height : STYLE_PT;
    if (end)
        set_head(&b, division, style, end, measure);
    else
        set_rest(&b, division, style, first, measure);
    end_list(&b);
    return b.flow;
}

struct flow *
flow_division(struct layout *l, const struct doc_node *division,
              const struct style *style, int measure, int height)
{
    struct builder b = vlist_new(l, height, measure);
    b.flow->line = style->line_height > 0 ? style->line_height : STYLE_PT;
    vlist_blocks(&b, division, style, 0, measure);
    end_list(&b);
    return b.flow;
}
