/* SPDX-License-Identifier: MIT */
/* A note's vertical list as lines beside the text's: what stands in frames
 * (panels, tables) brings its part of them along. */
#include "layout/vlist.h"

/* A frame around the note's next line. */
struct note_frame {
    const struct flow_frame *frame;
    int top; /* where it begins in the line's box, or 0 */
    bool begins;
};

struct note_lines {
    struct builder *b;
    VEC(struct note_frame) frames; /* the outermost first */
    int gap;   /* white space before the next line, outside of frames */
    int inner; /* and inside of them */
    int run;   /* the height of lines that go together */
    bool together;
};

static void
add_rect(struct arena *a, struct flow_box *box, const struct layout_rect *rect)
{
    if ((rect->color & 0xff) && rect->width > 0 && rect->height > 0)
        *vec_add(a, &box->rects) = *rect;
}

static void
add_side(struct arena *a, struct flow_box *box, const struct style_border *side,
         int x, int y, int width, int height)
{
    if (side->line == STYLE_LINE_NONE)
        return;
    struct layout_rect rect = {.mark = {.role = LAYOUT_ARTIFACT},
                               .x = x,
                               .y = y,
                               .width = width,
                               .height = height,
                               .color = side->color,
                               .line = side->line};
    add_rect(a, box, &rect);
}

/* The part of a frame that goes along a box of a height. */
static void
draw_frame(struct arena *a, struct flow_box *box, const struct note_frame *part,
           int height, bool ends)
{
    const struct flow_frame *frame = part->frame;
    const struct style_border *border = frame->style->border;
    int x = frame->x, y = part->top, tall = height - y;
    int right = border[STYLE_RIGHT].width, low = border[STYLE_BOTTOM].width;
    struct layout_rect back = {.mark = {.role = LAYOUT_ARTIFACT},
                               .x = x,
                               .y = y,
                               .width = frame->width,
                               .height = tall,
                               .color = frame->style->background,
                               .line = STYLE_LINE_SOLID};
    add_rect(a, box, &back);
    if (part->begins)
        add_side(a, box, &border[STYLE_TOP], x, y, frame->width,
                 border[STYLE_TOP].width);
    add_side(a, box, &border[STYLE_LEFT], x, y, border[STYLE_LEFT].width, tall);
    add_side(a, box, &border[STYLE_RIGHT], x + frame->width - right, y, right,
             tall);
    if (ends)
        add_side(a, box, &border[STYLE_BOTTOM], x, height - low, frame->width,
                 low);
}

static void
shift(struct flow_box *box, int by)
{
    for (size_t i = 0; i < box->lines.n; i++)
        box->lines.at[i].y += by;
    for (size_t i = 0; i < box->rects.n; i++)
        box->rects.at[i].y += by;
    for (size_t i = 0; i < box->images.n; i++)
        box->images.at[i].y += by;
    for (size_t i = 0; i < box->anchors.n; i++)
        box->anchors.at[i].y += by;
}

/* Lines that go together may take a third of a page; more are parted, or the
 * note might never find room. */
static void
add_box(struct note_lines *n, struct flow_box *box, int height, bool ends)
{
    struct arena *a = n->b->l->arena;
    shift(box, n->inner);
    height += n->inner;
    struct flow_box own = *box;
    box->rects.at = NULL;
    box->rects.n = box->rects.room = 0;
    for (size_t i = 0; i < n->frames.n; i++) {
        struct note_frame *part = &n->frames.at[i];
        draw_frame(a, box, part, height, ends && i + 1 == n->frames.n);
        part->top = 0;
        part->begins = false;
    }
    for (size_t i = 0; i < own.rects.n; i++)
        *vec_add(a, &box->rects) = own.rects.at[i];
    n->run = n->together ? n->run + n->gap + height : height;
    bool together = n->together && n->run <= n->b->height / 3;
    n->run = together ? n->run : height;
    *vec_add(a, &n->b->flow->notes) =
        (struct flow_note){box, n->gap, height, together};
    n->gap = n->inner = 0;
    n->together = true; /* unless a penalty says otherwise */
}

static void
open_frame(struct note_lines *n, const struct flow_item *item)
{
    *vec_add(n->b->l->arena, &n->frames) =
        (struct note_frame){item->frame, n->inner, true};
    n->inner += item->height;
}

static void
close_frame(struct note_lines *n, const struct flow_item *item)
{
    if (n->inner + item->height > 0)
        add_box(n, ARENA_NEW(n->b->l->arena, struct flow_box), item->height,
                true);
    n->frames.n--;
}

void
vlist_note_lines(struct builder *b, const struct flow *note, int margin)
{
    struct note_lines n = {.b = b, .gap = b->flow->notes.n ? margin : 0};
    for (size_t i = 0; i < note->items.n; i++) {
        const struct flow_item *item = &note->items.at[i];
        switch (item->kind) {
        case FLOW_BOX:
            add_box(&n, item->box, item->height, false);
            break;
        case FLOW_PENALTY:
            n.together = item->penalty >= FLOW_COST_AVOID;
            break;
        case FLOW_OPEN:
            open_frame(&n, item);
            break;
        case FLOW_CLOSE:
            close_frame(&n, item);
            break;
        default:
            *(n.frames.n ? &n.inner : &n.gap) += item->height;
        }
    }
}
