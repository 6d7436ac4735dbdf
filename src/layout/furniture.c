/* SPDX-License-Identifier: MIT */
/* Margin boxes: running heads and folios (CSS Paged Media Level 3, clause
 * 6). All of it is artifact. */
#include "layout/page.h"

/* One edge of the page: its boxes in order, and the space they share. */
struct edge {
    enum style_margin_box box[3];
    bool top;
};

struct area {
    int x, y, width, height;
};

static const char *
box_text(const struct sheet_page *to, const struct style_content *content)
{
    struct arena *a = to->l->arena;
    const char *text = "";
    for (; content; content = content->next) {
        const char *piece = "";
        if (content->kind == STYLE_CONTENT_TEXT)
            piece = content->text;
        else if (content->kind == STYLE_CONTENT_PAGE)
            piece = content->counter == STYLE_DECIMAL
                        ? to->page->label
                        : flow_number(a, to->number, content->counter);
        else if (content->kind == STYLE_CONTENT_PAGES && to->total)
            piece = flow_number(a, (int)to->total, content->counter);
        else if (content->kind == STYLE_CONTENT_STRING)
            piece = strings_get(to->strings, content->text);
        text = *text ? arena_printf(a, "%s%s", text, piece) : piece;
    }
    return text;
}

bool
page_wants_total(const struct style_page *style)
{
    for (size_t i = 0; i < STYLE_MARGIN_BOX_COUNT; i++) {
        const struct style *box = style->box[i];
        for (const struct style_content *c = box ? box->content : NULL; c;
             c = c->next)
            if (c->kind == STYLE_CONTENT_PAGES)
                return true;
    }
    return false;
}

static struct par_line
set_text(const struct sheet_page *to, const struct style *style, bool top,
         int most)
{
    struct layout_mark mark = {.role = top ? LAYOUT_HEADER : LAYOUT_FOOTER};
    return par_text(to->l, box_text(to, style->content), to->lang, style, mark,
                    most);
}

static int
width_of(const struct sheet_page *to, const struct style *style, bool top)
{
    if (!style)
        return 0;
    struct par_line line = set_text(to, style, top, 0);
    return line.left + line.width;
}

static int
edges_of(const struct style *style, enum style_side one, enum style_side other,
         int base)
{
    return flow_length(style->margin[one], base, 0) +
           flow_length(style->margin[other], base, 0) +
           flow_edge(style, one, base) + flow_edge(style, other, base);
}

/* Where a box's text stands in the room it has: by text-align, or as the box's
 * name says (clause 6.4, table of defaults). */
static int
offset_of(const struct style *style, enum style_align usual, int room)
{
    enum style_align align = style->text_align;
    if (align == STYLE_START || align == STYLE_JUSTIFY)
        align = usual;
    if (align == STYLE_CENTER)
        return room / 2;
    bool right =
        align == STYLE_RIGHT_ALIGN || (align == STYLE_END && !style->rtl);
    return right ? room : 0;
}

static int
drop_of(const struct style *style, int room)
{
    if (style->vertical_align == STYLE_TOP_ALIGN)
        return 0;
    return style->vertical_align == STYLE_BOTTOM_ALIGN ? room : room / 2;
}

/* A box's line where it would stand by itself. */
struct placed {
    struct par_line line;
    int x, y; /* of its left edge and baseline; y 0: there is none */
};

/* Sets a box in its area: inside its margins, borders and padding. */
static struct placed
set_box(struct sheet_page *to, const struct style *style, struct area area,
        enum style_align usual, bool top)
{
    struct area in = area;
    in.x += flow_length(style->margin[STYLE_LEFT], area.width, 0);
    in.y += flow_length(style->margin[STYLE_TOP], area.height, 0);
    in.width -= edges_of(style, STYLE_LEFT, STYLE_RIGHT, area.width);
    in.height -= edges_of(style, STYLE_TOP, STYLE_BOTTOM, area.height);
    int left = flow_edge(style, STYLE_LEFT, area.width);
    int above = flow_edge(style, STYLE_TOP, area.height);
    page_borders(to->l->arena, to->page, style, in.x, in.y,
                 in.width + left + flow_edge(style, STYLE_RIGHT, area.width),
                 in.height + above +
                     flow_edge(style, STYLE_BOTTOM, area.height),
                 true, true);
    struct placed p = {
        .line = set_text(to, style, top, in.width > 0 ? in.width : 1)};
    int room = in.height - p.line.ascent - p.line.descent;
    p.x = in.x + left + offset_of(style, usual, in.width - p.line.width) -
          p.line.left;
    p.y = in.y + above + drop_of(style, room) + p.line.ascent;
    return p;
}

/* Boxes whose baselines are all but the same share the lowest: a running head
 * and a folio of two sizes stand on one line, on left and right pages. */
static void
place_lines(struct sheet_page *to, const struct placed *boxes, size_t n)
{
    int lowest = 0;
    for (size_t i = 0; i < n; i++)
        lowest = boxes[i].y > lowest ? boxes[i].y : lowest;
    for (size_t i = 0; i < n; i++) {
        bool near = lowest - boxes[i].y < 3 * STYLE_PT;
        if (boxes[i].y)
            page_line(to->l->arena, to->page, &boxes[i].line, boxes[i].x,
                      near ? lowest : boxes[i].y);
    }
}

enum { GAP = 9 * STYLE_PT }; /* between boxes that are full */

/* The centre box stays in the middle and leaves both sides the room of the
 * wider of them. */
static void
share_three(const int want[3], int width, int got[3])
{
    int side = want[0] > want[2] ? want[0] : want[2];
    int most = side ? width - 2 * (side + GAP) : width;
    most = most > width / 3 ? most : width / 3;
    got[1] = want[1] < most ? want[1] : most;
    got[0] = got[2] = (width - got[1]) / 2 - (side ? GAP : 0);
}

/* Shares the width among left, centre and right (clause 6.3): what is too long
 * gives way to what is short. */
static void
share(const int want[3], int width, int got[3])
{
    if (want[1]) {
        share_three(want, width, got);
        return;
    }
    got[1] = 0;
    got[0] = got[2] = width;
    if (!want[0] || !want[2])
        return;
    int room = width - GAP;
    int half = room / 2;
    got[0] = want[0] <= half   ? want[0]
             : want[2] <= half ? room - want[2]
                               : half;
    got[2] = room - got[0];
}

static void
place_edge(struct sheet_page *to, const struct edge *edge, struct area area)
{
    static const enum style_align usual[3] = {STYLE_LEFT_ALIGN, STYLE_CENTER,
                                              STYLE_RIGHT_ALIGN};
    const struct style *style[3];
    int want[3], got[3];
    for (size_t i = 0; i < 3; i++) {
        style[i] = to->style->box[edge->box[i]];
        want[i] = width_of(to, style[i], edge->top);
        if (style[i] && want[i])
            want[i] += edges_of(style[i], STYLE_LEFT, STYLE_RIGHT, area.width);
    }
    share(want, area.width, got);
    int x[3] = {area.x, area.x + (area.width - got[1]) / 2,
                area.x + area.width - got[2]};
    struct placed boxes[3] = {0};
    for (size_t i = 0; i < 3; i++)
        if (style[i] && want[i])
            boxes[i] = set_box(to, style[i],
                               (struct area){x[i], area.y, got[i], area.height},
                               usual[i], edge->top);
    place_lines(to, boxes, 3);
}

static void
place_corner(struct sheet_page *to, enum style_margin_box which,
             struct area area, enum style_align usual, bool top)
{
    const struct style *style = to->style->box[which];
    if (!style || !width_of(to, style, top))
        return;
    struct placed box = set_box(to, style, area, usual, top);
    place_lines(to, &box, 1);
}

void
page_furniture(struct sheet_page *to)
{
    static const struct edge top = {
        {STYLE_TOP_LEFT, STYLE_TOP_CENTER, STYLE_TOP_RIGHT}, true};
    static const struct edge bottom = {
        {STYLE_BOTTOM_LEFT, STYLE_BOTTOM_CENTER, STYLE_BOTTOM_RIGHT}, false};
    const struct style_page *s = to->style;
    int left = s->margin[STYLE_LEFT], right = s->width - s->margin[STYLE_RIGHT];
    int foot = s->margin[STYLE_BOTTOM], low = s->height - foot;
    int head = s->margin[STYLE_TOP], width = right - left;
    place_edge(to, &top, (struct area){left, 0, width, head});
    place_edge(to, &bottom, (struct area){left, low, width, foot});
    place_corner(to, STYLE_TOP_LEFT_CORNER, (struct area){0, 0, left, head},
                 STYLE_RIGHT_ALIGN, true);
    place_corner(to, STYLE_TOP_RIGHT_CORNER,
                 (struct area){right, 0, s->margin[STYLE_RIGHT], head},
                 STYLE_LEFT_ALIGN, true);
    place_corner(to, STYLE_BOTTOM_LEFT_CORNER,
                 (struct area){0, low, left, foot}, STYLE_RIGHT_ALIGN, false);
    place_corner(to, STYLE_BOTTOM_RIGHT_CORNER,
                 (struct area){right, low, s->margin[STYLE_RIGHT], foot},
                 STYLE_LEFT_ALIGN, false);
}

void
page_caption(struct sheet_page *to)
{
    struct layout *l = to->l;
    const struct doc_node *root = l->book->root;
    struct layout_mark mark = {.role = LAYOUT_ARTIFACT};
    struct par_line line = par_text(l, to->page->label, doc_lang(l->book, root),
                                    style_here(l, root), mark, 0);
    for (size_t i = 0; i < line.runs.n; i++)
        *vec_add(l->arena, &to->page->caption) = line.runs.at[i];
}
