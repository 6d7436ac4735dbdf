/* SPDX-License-Identifier: MIT */
/* How far down a page the items of a vertical list come. */
#include "layout/pages_int.h"

void
cursor_start(struct flow_cursor *c, const struct flow *flow, size_t first)
{
    cursor_after(c, first ? &flow->items.at[first - 1] : NULL);
}

void
cursor_after(struct flow_cursor *c, const struct flow_item *before)
{
    *c = (struct flow_cursor){.keep = !before || before->kind == FLOW_FORCED};
    const struct flow_frame *frame = before ? before->frame : NULL;
    for (; frame; frame = frame->parent)
        c->y += frame->top + frame->head_height;
}

int
cursor_add(struct flow_cursor *c, const struct flow_item *item)
{
    switch (item->kind) {
    case FLOW_GLUE:
        if (c->keep) {
            c->gap += item->height + (item->fill ? c->fill : 0);
            c->glue += item->height;
            if (c->extra_of)
                c->gap += (int)(item->height * c->extra / c->extra_of);
            c->filled |= item->fill;
        } else {
            c->gap += item->at_top;
        }
        return c->y;
    case FLOW_GRID:
        if (c->keep && (c->y + c->gap + item->below) % item->height)
            c->gap +=
                item->height - (c->y + c->gap + item->below) % item->height;
        return c->y;
    case FLOW_LEVEL:
        if (!item->height)
            return c->y;
        c->y += c->gap + item->height;
        c->gap = 0;
        c->keep = true;
        return c->y - item->height;
    case FLOW_FLOAT:
        c->y += item->to == FLOW_BOTTOM ? 0 : item->height;
        return c->y - item->height;
    case FLOW_BOX:
    case FLOW_OPEN:
    case FLOW_CLOSE:
        c->y += c->gap + item->height;
        c->gap = 0;
        c->keep = true;
        return c->y - item->height;
    default:
        return c->y;
    }
}

int
flow_height(const struct flow *list)
{
    struct flow_cursor c = {0};
    for (size_t i = 0; i < list->items.n; i++)
        cursor_add(&c, &list->items.at[i]);
    return c.y;
}

int
frames_bottom(const struct flow_frame *frame)
{
    int bottom = 0;
    for (; frame; frame = frame->parent)
        bottom += frame->bottom;
    return bottom;
}

int
notes_height(const struct flow *flow, size_t first, size_t end)
{
    if (first >= end)
        return 0;
    int height = flow->note_gap;
    for (size_t i = first; i < end; i++)
        height +=
            flow->notes.at[i].height + (i == first ? 0 : flow->notes.at[i].gap);
    return height;
}

size_t
notes_fit(const struct flow *flow, size_t first, size_t end, int room)
{
    size_t fit = first;
    int height = flow->note_gap;
    for (size_t i = first; i < end; i++) {
        height +=
            flow->notes.at[i].height + (i == first ? 0 : flow->notes.at[i].gap);
        if (height > room)
            break;
        if (i + 1 == end || !flow->notes.at[i + 1].together)
            fit = i + 1;
    }
    return fit;
}

size_t
note_page_end(const struct flow *flow, size_t first, size_t end, int height)
{
    size_t fit = notes_fit(flow, first, end, height);
    return fit > first ? fit : first + 1;
}
