/* SPDX-License-Identifier: MIT */
/* What inline boxes draw around their text: backgrounds, borders, lines of
 * text-decoration; and where links can be clicked. */
#include <string.h>

#include "layout/flow.h"
#include "layout/line_int.h"

enum { DEEPEST = 64 };  /* boxes around a run that are looked at */
enum { LOOK_BACK = 8 }; /* rectangles that one may go on from */

/* A stretch of the line that a box covers, and which ends of it are its own.
 */
struct cover {
    int x, width;
    int top, bottom; /* of what it surrounds; from the baseline, down */
    bool left, right;
};

static const struct cluster *
cluster_at(const struct liner *m, size_t i)
{
    return &m->shapes->clusters.at[m->pieces.at[i].cluster];
}

/* Joins a stretch to the one before, on either side of it. */
static bool
adjoin(int *x, int *width, int next, int more)
{
    bool before = next + more == *x;
    if (!before && *x + *width != next)
        return false;
    *x = before ? next : *x;
    *width += more;
    return true;
}

/* Whether nothing of a rectangle's own is at a side. */
static bool
is_plain_at(const struct layout_rect *r, bool right)
{
    return right ? !r->radius[1] && !r->radius[2] && !r->ring[STYLE_RIGHT]
                 : !r->radius[0] && !r->radius[3] && !r->ring[STYLE_LEFT];
}

static bool
is_ring(const struct layout_rect *r)
{
    return r->ring[0] || r->ring[1] || r->ring[2] || r->ring[3];
}

/* Whether both are one stroke; then the first has become it. */
static bool
join_rects(struct layout_rect *r, const struct layout_rect *next)
{
    bool before = next->x < r->x;
    if (r->y != next->y || r->height != next->height ||
        r->color != next->color || r->line != next->line ||
        is_ring(r) != is_ring(next) || !is_plain_at(r, !before) ||
        !is_plain_at(next, before) ||
        !adjoin(&r->x, &r->width, next->x, next->width))
        return false;
    for (int i = 0; i < 4; i++) {
        r->radius[i] += next->radius[i];
        bool across = i == STYLE_LEFT || i == STYLE_RIGHT;
        r->ring[i] = across ? r->ring[i] + next->ring[i] : r->ring[i];
    }
    return true;
}

/* A rectangle, joined to one before where both are one stroke. */
static void
add_rect(struct liner *m, struct layout_rect rect)
{
    size_t n = m->line.rects.n;
    for (size_t i = n; i && i + LOOK_BACK > n; i--)
        if (join_rects(&m->line.rects.at[i - 1], &rect))
            return;
    rect.mark = (struct layout_mark){.role = LAYOUT_ARTIFACT};
    *vec_add(m->l->arena, &m->line.rects) = rect;
}

static void
add_border(struct liner *m, const struct style_border *border, int x, int y,
           int width, int height)
{
    if (border->width && border->color & 0xFF)
        add_rect(m, (struct layout_rect){.x = x,
                                         .y = y,
                                         .width = width,
                                         .height = height,
                                         .color = border->color,
                                         .line = border->line});
}

static void
draw_borders(struct liner *m, const struct style *style, const struct cover *c,
             int y, int height)
{
    const struct style_border *border = style->border;
    int right = border[STYLE_RIGHT].width, low = border[STYLE_BOTTOM].width;
    add_border(m, &border[STYLE_TOP], c->x, y, c->width,
               border[STYLE_TOP].width);
    add_border(m, &border[STYLE_BOTTOM], c->x, y + height - low, c->width, low);
    if (c->left)
        add_border(m, &border[STYLE_LEFT], c->x, y, border[STYLE_LEFT].width,
                   height);
    if (c->right)
        add_border(m, &border[STYLE_RIGHT], c->x + c->width - right, y, right,
                   height);
}

/* Background and borders of a box; `c` is without its margins. */
static void
draw_box(struct liner *m, const struct style *style, const struct cover *c)
{
    int measure = m->options->measure;
    int y = c->top - flow_edge(style, STYLE_TOP, measure);
    int height = c->bottom + flow_edge(style, STYLE_BOTTOM, measure) - y;
    const bool ends[4] = {true, c->right, true, c->left};
    struct layout_rect rect = {.x = c->x,
                               .y = y,
                               .width = c->width,
                               .height = height,
                               .color = style->background,
                               .line = STYLE_LINE_SOLID};
    struct layout_rect ring = rect;
    if (style->background & 0xFF) {
        corners_of(style, c->width, height, ends, rect.radius);
        add_rect(m, rect);
    }
    if (corners_ring(style, ends, &ring))
        add_rect(m, ring);
    else
        draw_borders(m, style, c, y, height);
}

static void
draw_line(struct liner *m, const struct style *style, const struct cover *c,
          int y, int thick)
{
    if (style->decoration_thick)
        thick = style->decoration_thick;
    bool twice = style->decoration_line == STYLE_LINE_DOUBLE;
    add_rect(m, (struct layout_rect){.x = c->x,
                                     .y = y,
                                     .width = c->width,
                                     .height = twice ? 3 * thick : thick,
                                     .color = style->decoration_color,
                                     .line = style->decoration_line});
}

/* text-decoration (CSS Text Decoration Level 3, clause 2): what the box above
 * draws runs on here. */
static void
draw_lines(struct liner *m, const struct inline_box *box, const struct cover *c)
{
    const struct style *style = box->style;
    const struct inline_box *boxes = m->shapes->text->boxes.at;
    unsigned lines = style->decoration;
    if (box->parent != BOX_NONE)
        lines &= ~boxes[box->parent].style->decoration;
    if (!lines)
        return;
    const struct style_font *font = style_font_of(m->l, style);
    int thick = font->underline_thick, under = font->underline_at;
    if (style->underline_offset != STYLE_OFFSET_AUTO)
        under = style->underline_offset;
    if (lines & STYLE_UNDERLINE)
        draw_line(m, style, c, -box->rise + under, thick);
    if (lines & STYLE_LINE_THROUGH)
        draw_line(m, style, c, -box->rise + font->strike_at,
                  font->strike_thick);
    if (lines & STYLE_OVERLINE)
        draw_line(m, style, c, -box->rise - font->ascent, thick);
}

static void
add_link(struct liner *m, const struct doc_node *node, int x, int width)
{
    struct layout_link *last =
        m->line.links.n ? &m->line.links.at[m->line.links.n - 1] : NULL;
    if (last && last->node == node && adjoin(&last->x, &last->width, x, width))
        return;
    struct layout_link link = {.node = node,
                               .x = x,
                               .y = -m->line.ascent,
                               .width = width,
                               .height = m->line.ascent + m->line.descent};
    if (node->kind == DOC_LINK) {
        link.target = node->link->target;
        link.href = link.target ? NULL : node->link->href;
    } else {
        link.target = node->note->note;
    }
    if (link.target || link.href)
        *vec_add(m->l->arena, &m->line.links) = link;
}

static bool
is_link(const struct inline_box *box)
{
    return box->node && box->parent != BOX_NONE && box->pseudo == BOX_NONE &&
           (box->node->kind == DOC_LINK || box->node->kind == DOC_NOTE_REF);
}

/* Which ends of the box are in the segment. */
static void
find_ends(const struct liner *m, const struct segment *segment,
          const struct inline_box *box, struct cover *c)
{
    const struct shapes *s = m->shapes;
    size_t to = segment->to < m->shown ? segment->to : m->shown;
    const struct cluster *first = cluster_at(m, segment->from);
    const struct cluster *last = cluster_at(m, to - 1);
    const struct shape_run *run = &s->runs.at[first->run];
    size_t start = (size_t)run->item->offset;
    size_t end = start + (size_t)run->item->length;
    bool begins = start <= box->start;
    bool ends = end >= box->end || end == s->text->n;
    bool rtl = run->level & 1, base = s->text->rtl;
    c->left =
        (base ? ends : begins) && cluster_ends_run(s, rtl ? last : first, true);
    c->right = (base ? begins : ends) &&
               cluster_ends_run(s, rtl ? first : last, false);
}

/* Takes what a box has at its ends off the cover. */
static void
shrink(struct cover *c, struct edges edges)
{
    c->x += c->left ? edges.left : 0;
    c->width -= (c->left ? edges.left : 0) + (c->right ? edges.right : 0);
}

/* An image's box is around the image, any other around its font. */
static void
find_height(const struct liner *m, const struct inline_box *box,
            const struct span *span, struct cover *c)
{
    if (span->kind == SPAN_IMAGE && box->node == span->node) {
        c->bottom = -line_raised(m, box, span);
        c->top = c->bottom - span->height;
        return;
    }
    const struct style_font *font = style_font_of(m->l, box->style);
    c->top = -box->rise - font->ascent;
    c->bottom = -box->rise + font->descent;
}

static void
adorn_box(struct liner *m, const struct segment *segment,
          const struct span *span, const struct inline_box *box,
          struct cover *c)
{
    const struct style *style = box->style;
    int measure = m->options->measure;
    bool boxed =
        box->parent != BOX_NONE && (box->edged || style->background & 0xFF);
    struct edges margins = {0, 0}, inside = {0, 0};
    if (boxed && box->edged) {
        find_ends(m, segment, box, c);
        margins = box_margins(style, measure);
        inside = box_edges(style, measure);
        inside.left -= margins.left;
        inside.right -= margins.right;
        shrink(c, margins);
    } else {
        c->left = c->right = false;
    }
    if (boxed && style->visible) {
        find_height(m, box, span, c);
        draw_box(m, style, c);
    }
    if (is_link(box))
        add_link(m, box->node, c->x, c->width);
    shrink(c, inside);
    if (style->visible)
        draw_lines(m, box, c);
}

/* The outer boxes first. */
void
line_adorn(struct liner *m, const struct segment *segment, int x, int width)
{
    const struct text *t = m->shapes->text;
    const struct span *span =
        &t->spans
             .at[m->shapes->runs.at[cluster_at(m, segment->from)->run].span];
    int chain[DEEPEST], depth = 0;
    for (int box = span->box; box != BOX_NONE && depth < DEEPEST;
         box = t->boxes.at[box].parent)
        chain[depth++] = box;
    struct cover cover = {.x = x, .width = width};
    while (depth--)
        adorn_box(m, segment, span, &t->boxes.at[chain[depth]], &cover);
}
