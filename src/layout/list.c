/* SPDX-License-Identifier: MIT */
/* Markers of list items and notes: they hang beside the first line. */
#include "layout/vlist.h"

#include <string.h>

static const char *
marker_text(struct arena *a, const struct doc_node *item,
            const struct style *style, int number)
{
    if (item->task == DOC_TASK_OPEN)
        return "☐";
    if (item->task == DOC_TASK_DONE)
        return "☑";
    switch (style->list_marker) {
    case STYLE_MARKER_NONE:
        return NULL;
    case STYLE_MARKER_TEXT:
        return style->list_text;
    default:
        return arena_printf(a, "%s%s",
                            flow_number(a, number, style->list_marker),
                            flow_number_end(style->list_marker));
    }
}

/* The text that ::marker's own content asks for, or NULL. */
static const char *
own_text(struct builder *b, const struct level *level,
         const struct style *style)
{
    size_t nth = 0;
    return style->content ? vlist_content(b, style->content, level->node,
                                          STYLE_MARKER, &nth)
                          : NULL;
}

static int
gap_of(const struct style *style)
{
    return style->font_size * 2 / 5;
}

static struct par_line
marker_line(struct builder *b, const struct doc_node *node,
            const struct style *style, const char *text)
{
    return par_text(b->l, text, doc_lang(b->l->book, node), style,
                    (struct layout_mark){.node = node, .role = LAYOUT_LABEL},
                    0);
}

/* By a quarter of an em numbers may stand out, and more where the block has
 * but a few words' room. */
static void
indent(struct level *level, int by)
{
    int em = level->style->font_size;
    if (by <= em / 4 || level->measure - by < em * 8)
        return;
    level->x += level->style->rtl ? 0 : by;
    level->measure -= by;
}

/* The marker ends a little before the block's text, so that numbers of one
 * and two figures align on their right. Where there is less room for it than
 * it takes the block gives way. */
static void
add_marker(struct builder *b, struct level *level, const struct style *style,
           const char *text, int room)
{
    struct marker *marker = vec_add(b->l->arena, &b->markers);
    marker->line = marker_line(b, level->node, style, text);
    int gap = gap_of(style), width = marker->line.width;
    if (level->style->marker_inside) {
        b->inside = width + gap;
        marker->x = level->style->rtl ? level->x + level->measure - width
                                      : level->x - marker->line.left;
        return;
    }
    indent(level, width + gap - room);
    marker->x = level->style->rtl
                    ? level->x + level->measure + gap
                    : level->x - gap - marker->line.left - marker->line.width;
}

static const struct style *
marker_style(struct builder *b, const struct level *level)
{
    const struct style *style =
        style_pseudo_of(b->l->sheet, level->node, STYLE_MARKER, level->style);
    return style ? style : level->style;
}

/* How far the innermost level's text is from that of the level `up` levels
 * above; a margin below 0 in between is room that was asked for. */
static int
hang_room(const struct builder *b, size_t up)
{
    size_t n = b->levels.n;
    const struct level *in = &b->levels.at[n - 1];
    const struct level *out = n > up ? &b->levels.at[n - 1 - up] : NULL;
    enum style_side side = in->style->rtl ? STYLE_RIGHT : STYLE_LEFT;
    int room = in->x - (out ? out->x : 0);
    if (in->style->rtl)
        room = (out ? out->x + out->measure : b->measure) - in->x - in->measure;
    for (size_t i = 1; i <= up && i <= n; i++) {
        const struct level *level = &b->levels.at[n - i];
        int margin = flow_length(level->style->margin[side], level->around, 0);
        room -= margin < 0 ? margin : 0;
    }
    return room;
}

/* The item whose number takes the most letters, the last of them. */
static const struct doc_node *
widest_item(struct builder *b, const struct doc_node *list,
            enum style_marker as, int *number)
{
    const struct doc_node *widest = NULL;
    size_t most = 0;
    int n = list->list->start;
    doc_each_child (item, list) {
        size_t length = strlen(flow_number(b->l->arena, n, as));
        if (item->task == DOC_TASK_NONE && length >= most) {
            widest = item;
            most = length;
            *number = n;
        }
        n++;
    }
    return widest;
}

void
vlist_make_room(struct builder *b, struct level *list)
{
    const struct doc_node *first = list->node->first;
    if (!first)
        return;
    const struct style *style = style_of(b->l->sheet, first, list->style);
    enum style_marker as = style->list_marker;
    if (style->marker_inside || as == STYLE_MARKER_NONE || as == STYLE_DISC ||
        as == STYLE_CIRCLE || as == STYLE_SQUARE)
        return;
    int number = 0;
    const struct doc_node *item = widest_item(b, list->node, as, &number);
    if (!item)
        return;
    const char *text =
        arena_printf(b->l->arena, "%s.", flow_number(b->l->arena, number, as));
    int width = marker_line(b, item, style, text).width + gap_of(style);
    indent(list, width - hang_room(b, 1));
}

void
vlist_marker(struct builder *b, struct level *item, int number)
{
    struct arena *a = b->l->arena;
    const struct style *style = marker_style(b, item);
    /* Boxes to tick come both from one face, whatever the text's has. */
    if (item->node->task != DOC_TASK_NONE)
        style = style_with_family(b->l->sheet, style, "Noto Sans Symbols2");
    const char *text = own_text(b, item, style);
    if (!text)
        text = marker_text(a, item->node, item->style, number);
    if (text && *text)
        add_marker(b, item, style, text, hang_room(b, 2));
}

/* What the highest number among the notes takes. */
static int
widest_number(struct builder *b, const struct doc_node *note,
              const struct style *style)
{
    const struct doc_node *last = note->parent ? note->parent->last : note;
    int number = last->kind == DOC_NOTE ? last->note->number : 0;
    if (number < 10)
        return 0;
    const char *text = arena_printf(b->l->arena, "%d", number);
    return marker_line(b, note, style, text).width + gap_of(style);
}

void
vlist_note_number(struct builder *b, struct level *note)
{
    struct arena *a = b->l->arena;
    const struct style *style = marker_style(b, note);
    int number = note->node->note->number;
    const char *text = own_text(b, note, style);
    enum style_side start = note->style->rtl ? STYLE_RIGHT : STYLE_LEFT;
    int room = flow_edge(note->style, start, note->around);
    if (!room) {
        int widest = text ? 0 : widest_number(b, note->node, style);
        room = note->style->font_size * 3 / 2;
        room = widest > room ? widest : room;
        note->x += note->style->rtl ? 0 : room;
        note->measure -= room;
    }
    add_marker(b, note, style, text ? text : arena_printf(a, "%d", number),
               room);
}

void
place_markers(struct builder *b, struct flow_box *box, size_t from,
              int baseline)
{
    for (size_t i = from; i < b->markers.n; i++) {
        struct par_line *line = ARENA_NEW(b->l->arena, struct par_line);
        *line = b->markers.at[i].line;
        /* Labels are read before what they label. */
        struct flow_line *last = vec_add(b->l->arena, &box->lines);
        for (; last > box->lines.at; last--)
            *last = last[-1];
        *last = (struct flow_line){line, b->markers.at[i].x, baseline};
    }
    b->markers.n = from < b->markers.n ? from : b->markers.n;
}
