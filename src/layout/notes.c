/* SPDX-License-Identifier: MIT */
/* Notes: set when their mark is, kept as lines beside the list, placed at the
 * foot of the mark's page. */
#include "layout/vlist.h"

bool
vlist_has_notes(const struct doc_node *node)
{
    for (const struct doc_node *n = node; n; n = doc_next(n, node))
        if (n->kind == DOC_NOTE_REF)
            return true;
    return false;
}

static bool
is_placed(const struct builder *b, const struct doc_node *note)
{
    for (size_t i = b->notes.n; i--;)
        if (b->notes.at[i] == note)
            return true;
    return false;
}

/* The gap over the notes and what is drawn in it, by the style of NOTES. */
static void
style_notes(struct builder *b, const struct style *style)
{
    if (b->flow->notes_style)
        return;
    b->flow->notes_style = style;
    int above = flow_length(style->margin[STYLE_TOP], b->measure, 0);
    int edge = flow_edge(style, STYLE_TOP, b->measure);
    if (above < style->line_height / 2)
        above = style->line_height / 2;
    b->flow->note_below =
        edge ? flow_length(style->padding[STYLE_TOP], b->measure, 0)
             : style->line_height / 4;
    b->flow->note_gap = above + edge + (edge ? 0 : b->flow->note_below);
}

static void
set_note(struct builder *b, const struct doc_node *note)
{
    struct layout *l = b->l;
    *vec_add(l->arena, &b->notes) = note;
    style_notes(b, style_here(l, note->parent));
    /* Nothing in it takes more than half a page, so that some text goes with
     * it. */
    struct builder in = vlist_new(l, b->height / 2, b->measure);
    in.in_note = true;
    vlist_blocks(&in, note, style_here(l, note), 0, b->measure);
    size_t begin = b->flow->notes.n;
    vlist_note_lines(b, in.flow, in.margin_most + in.margin_least);
    size_t lines = b->flow->notes.n - begin;
    b->note_least = begin + (lines < 2 ? lines : 2);
    while (b->note_least < b->flow->notes.n &&
           b->flow->notes.at[b->note_least].together)
        b->note_least++;
    for (size_t i = 0; i < in.later.n; i++)
        *vec_add(l->arena, &b->later) = in.later.at[i];
}

/* Marks within notes bring their notes too, after the note they stand in. */
void
vlist_note(struct builder *b, const struct doc_node *note)
{
    if (b->dry)
        return;
    if (b->in_note) {
        *vec_add(b->l->arena, &b->later) = note;
        return;
    }
    if (!is_placed(b, note))
        set_note(b, note);
    for (size_t i = 0; i < b->later.n; i++)
        if (!is_placed(b, b->later.at[i]))
            set_note(b, b->later.at[i]);
    b->later.n = 0;
}
