/* SPDX-License-Identifier: MIT */
/* Adding boxes, white space and breaks to a vertical list. */
#include "layout/vlist.h"

struct builder
vlist_new(struct layout *l, int height, int measure)
{
    return (struct builder){.l = l,
                            .flow = ARENA_NEW(l->arena, struct flow),
                            .height = height,
                            .measure = measure,
                            .fresh = true};
}

static struct flow_item *
add(struct builder *b, enum flow_kind kind, int height)
{
    struct flow_item *item = vec_add(b->l->arena, &b->flow->items);
    *item = (struct flow_item){.kind = kind,
                               .height = height,
                               .frame = b->frame,
                               .float_end = b->flow->floats.n,
                               .note_end = b->flow->notes.n,
                               .note_least = b->note_least};
    return item;
}

void
vlist_margin(struct builder *b, int margin)
{
    if (margin > b->margin_most)
        b->margin_most = margin;
    if (margin < b->margin_least)
        b->margin_least = margin;
}

/* What a break before the next box costs. */
static int
break_cost(const struct builder *b)
{
    int cost = b->between;
    for (size_t i = 0; i < b->levels.n; i++) {
        const struct level *level = &b->levels.at[i];
        if (level->avoid && level->begun && cost < FLOW_COST_AVOID)
            cost = FLOW_COST_AVOID;
    }
    return cost;
}

static void
add_margin(struct builder *b)
{
    int margin = b->margin_most + b->margin_least;
    if (margin || b->fill || b->at_top) {
        struct flow_item *glue = add(b, FLOW_GLUE, margin);
        glue->fill = b->fill;
        glue->at_top = b->at_top;
    }
    b->margin_most = b->margin_least = b->at_top = 0;
    b->fill = false;
}

static void
add_opens(struct builder *b)
{
    for (size_t i = 0; i < b->opens.n; i++) {
        struct flow_frame *frame = b->opens.at[i];
        struct flow_item *item = add(b, FLOW_OPEN, frame->above);
        b->frame = item->frame = frame;
    }
    b->opens.n = 0;
}

/* The break and the white space before a box, and the frames that wait. */
static void
add_between(struct builder *b)
{
    if (b->forced != STYLE_BREAK_AUTO && !b->fresh)
        add(b, FLOW_FORCED, 0)->side = b->forced;
    else if (!b->fresh)
        add(b, FLOW_PENALTY, 0)->penalty = break_cost(b);
    b->forced = STYLE_BREAK_AUTO;
    b->between = 0;
    add_margin(b);
    add_opens(b);
    b->fresh = false;
    for (size_t i = b->levels.n; i-- && !b->levels.at[i].begun;)
        b->levels.at[i].begun = true;
}

void
vlist_float(struct builder *b, struct flow_float *f)
{
    bool begins = !b->flow->items.n; /* a page may end behind it */
    if (!b->fresh)
        add(b, FLOW_PENALTY, 0)->penalty = break_cost(b);
    b->fresh &= !begins;
    *vec_add(b->l->arena, &b->flow->floats) = f;
    add(b, FLOW_FLOAT, 0)->floating = f;
}

struct flow_box *
vlist_box(struct builder *b, int height)
{
    add_between(b);
    struct arena *a = b->l->arena;
    struct flow_box *box = ARENA_NEW(a, struct flow_box);
    add(b, FLOW_BOX, height)->box = box;
    for (size_t i = 0; i < b->anchors.n; i++)
        *vec_add(a, &box->anchors) = (struct flow_anchor){b->anchors.at[i], 0};
    for (size_t i = 0; i < b->strings.n; i++)
        *vec_add(a, &box->strings) = b->strings.at[i];
    b->anchors.n = b->strings.n = 0;
    if (b->levels.n)
        box->node = b->levels.at[b->levels.n - 1].node;
    return box;
}

void
vlist_space(struct builder *b, int height)
{
    if (height <= 0)
        return;
    add_between(b);
    add(b, FLOW_BOX, height)->box = ARENA_NEW(b->l->arena, struct flow_box);
    b->fresh = true;
}

/* A line's notes, the anchors that begin in it, and itself in a box. */
static void
add_line(struct builder *b, const struct par_line *line, int x)
{
    for (size_t i = 0; i < line->notes.n; i++)
        vlist_note(b, line->notes.at[i]);
    struct flow_box *box = vlist_box(b, line->ascent + line->descent);
    *vec_add(b->l->arena, &box->lines) =
        (struct flow_line){line, x, line->ascent};
    for (size_t i = 0; i < line->starts.n; i++)
        *vec_add(b->l->arena, &box->anchors) =
            (struct flow_anchor){line->starts.at[i], 0};
    place_markers(b, box, 0, line->ascent);
}

/* Whether the innermost block is running text; what stands in a frame keeps
 * its distance from that instead. */
static bool
is_body(const struct builder *b)
{
    if (b->frame || b->opens.n)
        return false;
    enum doc_kind kind = b->levels.at[b->levels.n - 1].node->kind;
    return kind == DOC_PARAGRAPH || kind == DOC_ITEM ||
           kind == DOC_DEFINITION || kind == DOC_DIV;
}

int
vlist_line_cost(const struct par *par, size_t i, int orphans,
                const struct style *style)
{
    if ((int)i < orphans || (int)(par->n - i) < style->widows)
        return FLOW_COST_NEVER;
    return par->lines[i - 1].hyphenated ? FLOW_COST_HYPHEN : 0;
}

void
vlist_lines(struct builder *b, const struct par *par, int x,
            const struct style *style, int orphans)
{
    bool body = style->line_height == b->flow->line && is_body(b);
    for (size_t i = 0; i < par->n; i++) {
        if (i)
            b->between = vlist_line_cost(par, i, orphans, style);
        add_line(b, &par->lines[i], x);
        struct flow_item *item = &b->flow->items.at[b->flow->items.n - 1];
        item->starts = i == 0;
        item->body = body && item->height == b->flow->line;
    }
}

const char *
vlist_content(struct builder *b, const struct style_content *content,
              const struct doc_node *node, int pseudo, size_t *nth)
{
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    content_text(b->l, content, node, pseudo, nth, &text);
    const char *made = arena_strn(b->l->arena, text.at ? text.at : "", text.n);
    buf_free(&text);
    return made;
}

/* What is written the other way than the book keeps its own order in a running
 * head, and its ellipsis (UAX #9: LRI or RLI and PDI). */
static const char *
isolated(struct builder *b, const struct doc_node *node, const char *value)
{
    const struct doc_book *book = b->l->book;
    bool rtl = doc_is_rtl(book, node);
    if (rtl == doc_lang_is_rtl(book->lang) || !*value)
        return value;
    return arena_printf(b->l->arena, "%s%s\xE2\x81\xA9",
                        rtl ? "\xE2\x81\xA7" : "\xE2\x81\xA6", value);
}

void
vlist_anchor(struct builder *b, const struct doc_node *node,
             const struct style *style)
{
    enum doc_kind kind = node->kind;
    if (node->id || doc_vocab[kind].model == DOC_IS_DIVISION ||
        kind == DOC_HEADING || kind == DOC_TITLE || kind == DOC_NOTE)
        *vec_add(b->l->arena, &b->anchors) = node;
    size_t nth = 0;
    for (const struct style_string_set *s = style->string_set; s; s = s->next)
        *vec_add(b->l->arena, &b->strings) = (struct flow_string){
            s->name,
            isolated(b, node,
                     vlist_content(b, s->content, node, CONTENT_SELF, &nth))};
}

static int
border_of(const struct style *s, enum style_side side)
{
    return s->border[side].line == STYLE_LINE_NONE ? 0 : s->border[side].width;
}

int
flow_length(struct style_length length, int base, int automatic)
{
    switch (length.unit) {
    case STYLE_LENGTH:
        return length.value;
    case STYLE_PERCENT:
        return (int)((int64_t)length.value * base / 10000) + length.plus;
    default:
        return automatic;
    }
}

int
flow_edge(const struct style *s, enum style_side side, int base)
{
    return border_of(s, side) + flow_length(s->padding[side], base, 0);
}

static bool
has_sides(const struct style *s)
{
    return (s->background & 0xff) || s->backdrop.image ||
           border_of(s, STYLE_LEFT) || border_of(s, STYLE_RIGHT);
}

static int
frame_edges(const struct flow_frame *frame)
{
    int above = frame->above > frame->top ? frame->above : frame->top;
    int below = flow_edge(frame->style, STYLE_BOTTOM, frame->width);
    below = below > frame->bottom ? below : frame->bottom;
    return above + frame->head_height + below;
}

int
vlist_room(const struct builder *b)
{
    int room = b->height;
    const struct flow_frame *frame =
        b->opens.n ? b->opens.at[b->opens.n - 1] : b->frame;
    for (; frame; frame = frame->parent)
        room -= frame_edges(frame);
    return room;
}

/* A frame that has nothing above its content waits for that, so that a first
 * margin stays outside. */
struct flow_frame *
vlist_frame(struct builder *b, const struct style *style, int x, int width,
            int above)
{
    struct flow_frame *frame = ARENA_NEW(b->l->arena, struct flow_frame);
    *frame = (struct flow_frame){
        .parent = b->opens.n ? b->opens.at[b->opens.n - 1] : b->frame,
        .style = style,
        .x = x,
        .width = width,
        .above = above};
    *vec_add(b->l->arena, &b->opens) = frame;
    if (above) {
        add_between(b);
        b->fresh = true;
    }
    return frame;
}

struct flow_frame *
vlist_open(struct builder *b, const struct style *style, int x, int width,
           int measure)
{
    int above = flow_edge(style, STYLE_TOP, measure);
    if (!has_sides(style) && !border_of(style, STYLE_TOP) &&
        !border_of(style, STYLE_BOTTOM)) {
        vlist_space(b, above);
        return NULL;
    }
    struct flow_frame *frame = vlist_frame(b, style, x, width, above);
    int top = flow_length(style->padding[STYLE_TOP], measure, 0);
    int bottom = flow_length(style->padding[STYLE_BOTTOM], measure, 0);
    if (has_sides(style) && top + bottom < b->height / 4) {
        frame->top = top;
        frame->bottom = bottom;
    }
    return frame;
}

void
vlist_foot(struct builder *b, int height)
{
    if (height <= 0)
        return;
    b->fresh = true;
    vlist_space(b, height);
    b->fresh = false;
}

void
vlist_close(struct builder *b, struct flow_frame *frame, int below)
{
    if (!frame) {
        vlist_foot(b, below);
        return;
    }
    if (b->opens.n && b->opens.at[b->opens.n - 1] == frame) {
        b->opens.n--; /* nothing came: there is no box */
        return;
    }
    if (below)
        add_margin(b);
    add(b, FLOW_CLOSE, below);
    b->frame = frame->parent;
    b->fresh = false;
}
