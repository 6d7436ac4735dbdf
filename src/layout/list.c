/* SPDX-License-Identifier: MIT */
/* Markers of list items and notes: they hang beside the first line. */
#include "layout/vlist.h"

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
    case STYLE_DISC:
        return "•";
    case STYLE_CIRCLE:
        return "◦";
    case STYLE_SQUARE:
        return "▪";
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

/* The marker ends a little before the block's text, so that numbers of one
 * and two figures align on their right. */
static void
add_marker(struct builder *b, const struct level *level,
           const struct style *style, const char *text)
{
    struct layout *l = b->l;
    struct marker *marker = vec_add(l->arena, &b->markers);
    marker->line = par_text(
        l, text, doc_lang(l->book, level->node), style,
        (struct layout_mark){.node = level->node, .role = LAYOUT_LABEL}, 0);
    int gap = style->font_size * 2 / 5;
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

void
vlist_marker(struct builder *b, const struct level *item, int number)
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
        add_marker(b, item, style, text);
}

void
vlist_note_number(struct builder *b, struct level *note)
{
    struct arena *a = b->l->arena;
    const struct style *style = marker_style(b, note);
    int number = note->node->note->number;
    const char *text = own_text(b, note, style);
    if (!flow_edge(note->style, STYLE_LEFT, note->around)) {
        int indent = note->style->font_size * 3 / 2;
        note->x += note->style->rtl ? 0 : indent;
        note->measure -= indent;
    }
    add_marker(b, note, style, text ? text : arena_printf(a, "%d", number));
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
