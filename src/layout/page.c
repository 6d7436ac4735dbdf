/* SPDX-License-Identifier: MIT */
/* A stretch of the vertical list onto a page. */
#include "layout/page.h"

#include <string.h>

enum { NOTE_RULE = 48 * STYLE_PT }; /* four picas */

/* A frame of which a part is on the page. */
struct part {
    const struct flow_frame *frame;
    size_t rect; /* its background in the page, or SIZE_MAX */
    int top;
    bool begins; /* on this page */
};

struct placing {
    struct sheet_page *to;
    struct layout_page *page;
    struct arena *a;
    int x, y;         /* of the content box */
    bool aside, note; /* what comes is a float or a note; is a note */
    VEC(struct part) parts;
};

int
page_content_height(const struct style_page *style)
{
    int height =
        style->height - style->margin[STYLE_TOP] - style->margin[STYLE_BOTTOM];
    return height > STYLE_PT ? height : STYLE_PT;
}

int
page_content_width(const struct style_page *style)
{
    int width =
        style->width - style->margin[STYLE_LEFT] - style->margin[STYLE_RIGHT];
    return width > STYLE_PT ? width : STYLE_PT;
}

static struct layout_rect *
add_rect(struct arena *a, struct layout_page *page, uint32_t color)
{
    struct layout_rect *rect = vec_add(a, &page->rects);
    rect->mark.role = LAYOUT_ARTIFACT;
    rect->color = color;
    rect->line = STYLE_LINE_SOLID;
    return rect;
}

static void
add_border(struct arena *a, struct layout_page *page,
           const struct style_border *border, int x, int y, int width,
           int height)
{
    if (border->line == STYLE_LINE_NONE || !border->width ||
        !(border->color & 0xff))
        return;
    struct layout_rect *rect = add_rect(a, page, border->color);
    rect->line = border->line;
    rect->x = x;
    rect->y = y;
    rect->width = width;
    rect->height = height;
}

void
page_borders(struct arena *a, struct layout_page *page,
             const struct style *style, int x, int y, int width, int height,
             bool top, bool bottom)
{
    const struct style_border *border = style->border;
    const bool ends[4] = {top, true, bottom, true};
    struct layout_rect ring = {.mark = {.role = LAYOUT_ARTIFACT},
                               .x = x,
                               .y = y,
                               .width = width,
                               .height = height};
    if (corners_ring(style, ends, &ring)) {
        *vec_add(a, &page->rects) = ring;
        return;
    }
    int right = border[STYLE_RIGHT].width, low = border[STYLE_BOTTOM].width;
    if (top)
        add_border(a, page, &border[STYLE_TOP], x, y, width,
                   border[STYLE_TOP].width);
    add_border(a, page, &border[STYLE_RIGHT], x + width - right, y, right,
               height);
    if (bottom)
        add_border(a, page, &border[STYLE_BOTTOM], x, y + height - low, width,
                   low);
    add_border(a, page, &border[STYLE_LEFT], x, y, border[STYLE_LEFT].width,
               height);
}

static void
open_part(struct placing *p, const struct flow_frame *frame, int top,
          bool begins)
{
    struct part *part = vec_add(p->a, &p->parts);
    *part = (struct part){frame, SIZE_MAX, top, begins};
    if (frame->style == p->to->canvas ||
        (!(frame->style->background & 0xff) && !frame->style->backdrop.image))
        return;
    part->rect = p->page->rects.n;
    struct layout_rect *rect =
        add_rect(p->a, p->page, frame->style->background);
    rect->x = p->x + frame->x;
    rect->y = p->y + top;
    rect->width = frame->width;
    struct layout_rect room = {.mark = rect->mark};
    if (frame->style->backdrop.image)
        *vec_add(p->a, &p->page->rects) = room;
}

/* The picture of a part has the room that was kept for it, over its colour. */
static void
close_backdrop(struct placing *p, const struct part *part,
               const struct layout_rect *color)
{
    struct layout_rect picture;
    if (!backdrop_of(p->to->l, &part->frame->style->backdrop, color->width,
                     color->height, &picture))
        return;
    picture.x = color->x;
    picture.y = color->y;
    memcpy(picture.radius, color->radius, sizeof picture.radius);
    p->page->rects.at[part->rect + 1] = picture;
}

static void
close_part(struct placing *p, int bottom, bool ends)
{
    const struct part *part = &p->parts.at[--p->parts.n];
    int height = bottom - part->top;
    if (part->rect != SIZE_MAX) {
        struct layout_rect *rect = &p->page->rects.at[part->rect];
        const bool edges[4] = {part->begins, true, ends, true};
        rect->height = height;
        corners_of(part->frame->style, rect->width, height, edges,
                   rect->radius);
        close_backdrop(p, part, rect);
    }
    page_borders(p->a, p->page, part->frame->style, p->x + part->frame->x,
                 p->y + part->top, part->frame->width, height, part->begins,
                 ends);
}

void
page_line(struct arena *a, struct layout_page *page,
          const struct par_line *line, int x, int y)
{
    for (size_t i = 0; i < line->rects.n; i++) {
        struct layout_rect *rect = vec_add(a, &page->rects);
        *rect = line->rects.at[i];
        rect->x += x;
        rect->y += y;
    }
    for (size_t i = 0; i < line->images.n; i++) {
        struct layout_image *image = vec_add(a, &page->images);
        *image = line->images.at[i];
        image->x += x;
        image->y += y;
    }
    for (size_t i = 0; i < line->runs.n; i++) {
        struct layout_run *run = vec_add(a, &page->runs);
        *run = line->runs.at[i];
        run->x += x;
        run->y += y;
    }
    for (size_t i = 0; i < line->links.n; i++) {
        struct layout_link *link = vec_add(a, &page->links);
        *link = line->links.at[i];
        link->x += x;
        link->y += y;
    }
}

/* The first of the book's text or images in a box. */
static struct layout_start
start_of(const struct flow_box *box)
{
    const struct doc_node *node = box->node;
    for (size_t i = 0; i < box->lines.n; i++) {
        const struct par_line *line = box->lines.at[i].line;
        if (!line->start.node ||
            (line->runs.n && line->runs.at[0].mark.role != LAYOUT_CONTENT))
            continue; /* what a table repeats, the label of an item */
        bool inside = line->start.inside;
        return (struct layout_start){
            .node = line->start.node,
            .at = inside ? line_start_byte(&line->start) : 0,
            .inside = inside};
    }
    bool whole = node && (node->kind == DOC_IMAGE || node->kind == DOC_RULE);
    return (struct layout_start){.node = whole ? node : NULL};
}

/* The page begins with the first text or image that is placed, if need be one
 * of a note or a float. */
static void
find_start(struct placing *p, const struct flow_box *box)
{
    struct layout_start *start = &p->page->start;
    bool floats = p->aside && !p->note && !start->floating;
    if (start->node && !floats && (p->aside || !start->aside))
        return;
    struct layout_start found = start_of(box);
    if (!found.node)
        return;
    const struct doc_node *floating = floats ? found.node : start->floating;
    if (!start->node || (start->aside && !p->aside)) {
        *start = found;
        start->aside = p->aside;
    }
    start->floating = floating;
}

static int place_item(struct placing *p, struct flow_cursor *c,
                      const struct flow_item *item);

/* Lists that stand in a box. */
static void
place_parts(struct placing *p, const struct flow_box *box, int top)
{
    for (size_t i = 0; i < box->parts.n; i++) {
        const struct flow_beside *part = &box->parts.at[i];
        struct flow_cursor c = {0};
        p->x += part->x;
        p->y += top + part->y;
        for (size_t k = 0; k < part->list->items.n; k++)
            place_item(p, &c, &part->list->items.at[k]);
        p->x -= part->x;
        p->y -= top + part->y;
    }
}

/* A repeated head shows again what was said: it is an artifact. */
static void
place_box(struct placing *p, const struct flow_box *box, int top, bool again)
{
    int x = p->x, y = p->y + top;
    struct layout_page *page = p->page;
    size_t first_run = page->runs.n, first_image = page->images.n;
    if (!again)
        find_start(p, box);
    for (size_t i = 0; i < box->rects.n; i++) {
        struct layout_rect *rect = vec_add(p->a, &page->rects);
        *rect = box->rects.at[i];
        rect->x += x;
        rect->y += y;
    }
    for (size_t i = 0; i < box->images.n; i++) {
        struct layout_image *image = vec_add(p->a, &page->images);
        *image = box->images.at[i];
        image->x += x;
        image->y += y;
    }
    for (size_t i = 0; i < box->lines.n; i++) {
        const struct flow_line *line = &box->lines.at[i];
        page_line(p->a, page, line->line, x + line->x, y + line->y);
    }
    place_parts(p, box, top);
    struct layout_mark artifact = {.role = LAYOUT_REPEATED};
    for (size_t i = first_run; again && i < page->runs.n; i++)
        page->runs.at[i].mark = artifact;
    for (size_t i = first_image; again && i < page->images.n; i++)
        page->images.at[i].mark = artifact;
    for (size_t i = 0; !again && i < box->anchors.n; i++)
        *vec_add(p->a, &page->anchors) = (struct layout_anchor){
            box->anchors.at[i].node, x, y + box->anchors.at[i].y};
    for (size_t i = 0; !again && i < box->strings.n; i++)
        strings_set(p->to->l->lasting, p->to->strings, &box->strings.at[i]);
}

/* Frames that go on from the page before, the outermost first, from y on. */
static void
continue_frames(struct placing *p, const struct flow_frame *innermost, int y)
{
    VEC(const struct flow_frame *) open = {0};
    for (; innermost; innermost = innermost->parent)
        *vec_add(p->a, &open) = innermost;
    while (open.n) {
        const struct flow_frame *frame = open.at[--open.n];
        open_part(p, frame, y, false);
        y += frame->top;
        if (frame->head)
            place_box(p, frame->head, y, true);
        y += frame->head_height;
    }
}

/* What each filling glue of the page gets of the height that is left over. */
static int
fill_of(const struct flow *flow, const struct flow_page *at, int height)
{
    struct flow_cursor c;
    cursor_start(&c, flow, at->first);
    int fills = 0;
    for (size_t i = at->first; i < at->end; i++) {
        fills += flow->items.at[i].fill && c.keep;
        cursor_add(&c, &flow->items.at[i]);
    }
    int left =
        height - c.y - c.gap - notes_height(flow, at->note_first, at->note_end);
    return fills && left > 0 ? left / fills : 0;
}

/* Lets the page's white space stretch until it is full. */
static void
stretch(struct flow_cursor *to, const struct flow *flow,
        const struct flow_page *at, int height)
{
    struct flow_cursor c;
    cursor_start(&c, flow, at->first);
    for (size_t i = at->first; i < at->end; i++)
        cursor_add(&c, &flow->items.at[i]);
    to->extra = height - c.y - frames_bottom(flow->items.at[at->end].frame);
    to->extra_of = c.glue;
}

static void
report_tall(struct placing *p, const struct flow *flow,
            const struct flow_page *at, int over)
{
    for (size_t i = at->first; i < at->end; i++) {
        const struct flow_box *box = flow->items.at[i].box;
        if (!box || !box->node)
            continue;
        diag_at(p->to->l->diag, doc_place(box->node), DIAG_BLOCK_TOO_TALL,
                "this is %.0f pt taller than the page has room for",
                (double)over / STYLE_PT);
        return;
    }
}

static int
place_item(struct placing *p, struct flow_cursor *c,
           const struct flow_item *item)
{
    int top = cursor_add(c, item);
    if (item->kind == FLOW_BOX)
        place_box(p, item->box, top, false);
    else if (item->kind == FLOW_OPEN)
        open_part(p, item->frame, top, true);
    else if (item->kind == FLOW_CLOSE)
        close_part(p, c->y, true);
    return top;
}

/* A float's own list, beginning so far down the page. */
static void
place_float(struct placing *p, const struct flow_float *f, int top)
{
    struct flow_cursor c = {0};
    p->y += top;
    for (size_t i = 0; i < f->list->items.n; i++)
        place_item(p, &c, &f->list->items.at[i]);
    p->y -= top;
}

/* Those at the head, above the frames that go on from the page before; returns
 * the first item behind them. */
static size_t
place_upper_floats(struct placing *p, const struct flow *flow,
                   const struct flow_page *at, struct flow_cursor *c)
{
    int frames = c->y;
    size_t i = at->first;
    p->aside = true;
    for (; i < at->end; i++) {
        const struct flow_item *item = &flow->items.at[i];
        if (item->kind != FLOW_FLOAT || item->to != FLOW_TOP)
            break;
        int top = cursor_add(c, item) - frames;
        place_float(p, item->floating,
                    top + float_offset(flow, item->floating, item->to));
    }
    p->aside = false;
    if (at->first && at->first < at->end) /* else there are notes alone */
        continue_frames(p, flow->items.at[at->first - 1].frame, c->y - frames);
    return i;
}

/* Those at the foot, above the notes. */
static void
place_lower_floats(struct placing *p, const struct flow *flow,
                   const struct flow_page *at, int height)
{
    int y = height - notes_height(flow, at->note_first, at->note_end);
    for (size_t i = at->first; i < at->end; i++)
        if (flow->items.at[i].to == FLOW_BOTTOM)
            y -= flow->items.at[i].height;
    for (size_t i = at->first; i < at->end; i++) {
        const struct flow_item *item = &flow->items.at[i];
        if (item->to != FLOW_BOTTOM)
            continue;
        place_float(p, item->floating,
                    y + float_offset(flow, item->floating, FLOW_BOTTOM));
        y += item->height;
    }
}

static void
place_items(struct placing *p, const struct flow *flow,
            const struct flow_page *at, int height)
{
    struct flow_cursor c;
    cursor_start(&c, flow, at->first);
    c.fill = fill_of(flow, at, height);
    if (at->stretched)
        stretch(&c, flow, at, height);
    size_t first = place_upper_floats(p, flow, at, &c);
    for (size_t i = first; i < at->end; i++) {
        const struct flow_item *item = &flow->items.at[i];
        int top = place_item(p, &c, item);
        p->aside = item->to == FLOW_TOP;
        if (item->kind == FLOW_FLOAT && item->to != FLOW_BOTTOM)
            place_float(p, item->floating,
                        top + float_offset(flow, item->floating, item->to));
        p->aside = false;
    }
    p->aside = true;
    place_lower_floats(p, flow, at, height);
    p->aside = false;
    while (p->parts.n) {
        c.y += p->parts.at[p->parts.n - 1].frame->bottom;
        close_part(p, c.y, false);
    }
    if (c.y > height)
        report_tall(p, flow, at, c.y - height);
}

/* The hairline over the notes: the upper border of NOTES where its style has
 * one, four picas long. */
static void
place_hairline(struct placing *p, const struct flow *flow, int y)
{
    const struct style *style = flow->notes_style;
    const struct style_border *border = &style->border[STYLE_TOP];
    bool own = border->line != STYLE_LINE_NONE && border->width;
    int height = own ? border->width : STYLE_PT * 2 / 5;
    struct layout_rect *rect =
        add_rect(p->a, p->page, own ? border->color : style->color);
    int width =
        p->to->measure ? p->to->measure : page_content_width(p->to->style);
    rect->width = width < NOTE_RULE ? width : NOTE_RULE;
    rect->x = p->x + (style->rtl ? width - rect->width : 0);
    rect->y = p->y + y - flow->note_below - height;
    rect->height = height;
    p->page->notes = rect->y;
}

static void
place_notes(struct placing *p, const struct flow *flow,
            const struct flow_page *at, int height)
{
    if (at->note_first >= at->note_end)
        return;
    int y = flow->note_below + STYLE_PT; /* notes alone: at the top */
    if (at->first < at->end)
        y = flow->note_gap + height -
            notes_height(flow, at->note_first, at->note_end);
    place_hairline(p, flow, y);
    p->aside = p->note = true;
    for (size_t i = at->note_first; i < at->note_end; i++) {
        const struct flow_note *note = &flow->notes.at[i];
        y += i == at->note_first ? 0 : note->gap;
        place_box(p, note->box, y, false);
        y += note->height;
    }
}

static void
fill_page(struct sheet_page *to, uint32_t color,
          const struct style_backdrop *backdrop)
{
    struct layout_rect picture;
    int width = to->style->width, height = to->style->height;
    if (color & 0xff) {
        struct layout_rect *rect = add_rect(to->l->arena, to->page, color);
        rect->width = width;
        rect->height = height;
    }
    if (backdrop_of(to->l, backdrop, width, height, &picture))
        *vec_add(to->l->arena, &to->page->rects) = picture;
}

void
page_background(struct sheet_page *to)
{
    fill_page(to, to->style->background, &to->style->backdrop);
    if (to->canvas)
        fill_page(to, to->canvas->background, &to->canvas->backdrop);
}

/* The division's blocks that stand at places of its first page. */
static void
place_pins(struct placing *p, const struct flow *flow)
{
    int x = p->x;
    for (size_t i = 0; i < flow->pins.n; i++) {
        const struct flow_pin *pin = &flow->pins.at[i];
        struct flow_cursor c = {0};
        p->x += pin->x;
        p->y += pin->y;
        for (size_t k = 0; k < pin->list->items.n; k++)
            place_item(p, &c, &pin->list->items.at[k]);
        p->x = x;
        p->y -= pin->y;
    }
}

void
page_place(struct sheet_page *to, const struct flow *flow,
           const struct flow_page *at)
{
    struct placing p = {.to = to,
                        .page = to->page,
                        .a = to->l->arena,
                        .x = to->style->margin[STYLE_LEFT] + to->x,
                        .y = to->style->margin[STYLE_TOP] + to->y};
    if (!at->blank) {
        if (!at->first)
            place_pins(&p, flow);
        place_items(&p, flow, at, at->height);
        place_notes(&p, flow, at, at->height);
    }
}
