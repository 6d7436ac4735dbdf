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
    struct layout_mark mark = {NULL, top ? LAYOUT_HEADER : LAYOUT_FOOTER};
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
    bool right = align == STYLE_RIGHT_ALIGN || align == STYLE_END;
    return right ? room : 0;
}

static int
drop_of(const struct style *style, int room)
{
    if (style->vertical_align == STYLE_TOP_ALIGN)
        return 0;
    return style->vertical_align == STYLE_BOTTOM_ALIGN ? room : room / 2;
}

/* Boxes of an edge whose baselines are all but the same share one: a running
 * head and a folio of two sizes stand on one line. */
static int
share_baseline(int *shared, int y)
{
    int apart = y - *shared;
    if (*shared && apart < 3 * STYLE_PT && apart > -3 * STYLE_PT)
        return *shared;
    *shared = y;
    return y;
}

/* Sets a box in its area: inside its margins, borders and padding. */
static void
place_margin_box(struct sheet_page *to, const struct style *style,
                 struct area area, enum style_align usual, bool top,
                 int *baseline)
{
    struct arena *a = to->l->arena;
    struct area in = area;
    in.x += flow_length(style->margin[STYLE_LEFT], area.width, 0);
    in.y += flow_length(style->margin[STYLE_TOP], area.height, 0);
    in.width -= edges_of(style, STYLE_LEFT, STYLE_RIGHT, area.width);
    in.height -= edges_of(style, STYLE_TOP, STYLE_BOTTOM, area.height);
    int left = flow_edge(style, STYLE_LEFT, area.width);
    int above = flow_edge(style, STYLE_TOP, area.height);
    page_borders(a, to->page, style, in.x, in.y,
                 in.width + left + flow_edge(style, STYLE_RIGHT, area.width),
                 in.height + above +
                     flow_edge(style, STYLE_BOTTOM, area.height),
                 true, true);
    struct par_line line =
        set_text(to, style, top, in.width > 0 ? in.width : 1);
    int x = in.x + left + offset_of(style, usual, in.width - line.width) -
            line.left;
    int y =
        in.y + above + drop_of(style, in.height - line.ascent - line.descent);
    page_line(a, to->page, &line, x, share_baseline(baseline, y + line.ascent));
}

/* Shares the width among left, centre and right (clause 6.3): the centre stays
 * in the middle, and what is too long gives way to what is short. */
static void
share(const int want[3], int width, int got[3])
{
    const int gap = 6 * STYLE_PT;
    if (want[1]) {
        got[1] = want[1] < width ? want[1] : width;
        got[0] = got[2] = (width - got[1]) / 2;
        return;
    }
    got[1] = 0;
    int room = want[0] && want[2] ? width - gap : width;
    int half = room / 2;
    if (want[0] + want[2] <= room || !want[2] || !want[0]) {
        got[0] = want[2] ? room - want[2] : width;
        got[2] = want[0] ? width - got[0] : width;
    } else if (want[0] <= half || want[2] <= half) {
        got[0] = want[0] <= half ? want[0] : room - want[2];
        got[2] = room - got[0];
    } else {
        got[0] = got[2] = half;
    }
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
    int baseline = 0;
    for (size_t i = 0; i < 3; i++)
        if (style[i] && want[i])
            place_margin_box(to, style[i],
                             (struct area){x[i], area.y, got[i], area.height},
                             usual[i], edge->top, &baseline);
}

static void
place_corner(struct sheet_page *to, enum style_margin_box which,
             struct area area, enum style_align usual, bool top)
{
    const struct style *style = to->style->box[which];
    int baseline = 0;
    if (style && width_of(to, style, top))
        place_margin_box(to, style, area, usual, top, &baseline);
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
