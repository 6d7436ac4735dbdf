/* SPDX-License-Identifier: MIT */
/* Tables: rows as boxes that are not cut, the head repeated on each page. */
#include "layout/table.h"

static void
wider(struct style_border *widest, const struct style_border *border)
{
    if (border->line != STYLE_LINE_NONE && border->width > widest->width)
        *widest = *border;
}

/* Nothing where the table's own border, which its frame draws, is as wide. */
static struct style_border
yield_to(struct style_border rule, const struct style_border *frame)
{
    bool drawn = frame->line != STYLE_LINE_NONE && frame->width >= rule.width;
    return drawn ? (struct style_border){0} : rule;
}

/* The rule above the first row at the cell; further rows have that below the
 * row before. */
static struct style_border
rule_above(const struct table *t, const struct table_cell *cell)
{
    struct style_border widest = {0};
    const struct table_row *row = &t->rows.at[cell->row];
    if (cell->row)
        return widest;
    wider(&widest, &cell->style->border[STYLE_TOP]);
    wider(&widest, &row->style->border[STYLE_TOP]);
    wider(&widest, &row->section->border[STYLE_TOP]);
    return yield_to(widest, &t->style->border[STYLE_TOP]);
}

int
table_upper_edge(const struct table *t, const struct table_cell *cell)
{
    return rule_above(t, cell).width +
           flow_length(cell->style->padding[STYLE_TOP], t->width, 0);
}

int
table_lower_edge(const struct table *t, const struct table_cell *cell)
{
    return flow_length(cell->style->padding[STYLE_BOTTOM], t->width, 0);
}

/* What a cell's rows must hold, without the rule below. */
static int
cell_height(const struct table *t, const struct table_cell *cell)
{
    int height =
        table_upper_edge(t, cell) + cell->content + table_lower_edge(t, cell);
    int asked = flow_length(cell->style->height, 0, 0);
    return height > asked ? height : asked;
}

/* The rule below the row at the cell: the widest of the borders that meet
 * there, as where borders collapse (CSS 2.1, clause 17.6.2.1). */
static struct style_border
rule_below(const struct table *t, size_t at, const struct table_cell *cell)
{
    struct style_border widest = {0};
    const struct table_row *row = &t->rows.at[at];
    wider(&widest, &row->style->border[STYLE_BOTTOM]);
    wider(&widest, &cell->style->border[STYLE_BOTTOM]);
    if (at + 1 == t->rows.n) {
        wider(&widest, &row->section->border[STYLE_BOTTOM]);
        return yield_to(widest, &t->style->border[STYLE_BOTTOM]);
    }
    const struct table_row *next = row + 1;
    if (next->section != row->section || next->head != row->head) {
        wider(&widest, &row->section->border[STYLE_BOTTOM]);
        wider(&widest, &next->section->border[STYLE_TOP]);
    }
    wider(&widest, &next->style->border[STYLE_TOP]);
    for (size_t i = next->first_cell; i < next->cell_end; i++)
        if (t->cells.at[i].column < cell->column + cell->columns &&
            cell->column < t->cells.at[i].column + t->cells.at[i].columns)
            wider(&widest, &t->cells.at[i].style->border[STYLE_TOP]);
    return widest;
}

static bool
ends_in(const struct table_cell *cell, size_t row)
{
    return cell->row + cell->rows == row + 1;
}

/* Heights of rows, from top to bottom, so that a cell over several rows
 * stretches the last of them. */
static void
set_heights(struct table *t)
{
    for (size_t r = 0; r < t->rows.n; r++) {
        struct table_row *row = &t->rows.at[r];
        row->height = flow_length(row->style->height, 0, 0);
        for (size_t i = row->reach; i < row->cell_end; i++) {
            const struct table_cell *cell = &t->cells.at[i];
            if (!ends_in(cell, r))
                continue;
            int need =
                cell_height(t, cell) - table_rows_height(t, cell->row, r);
            int rule = rule_below(t, r, cell).width;
            row->height = need > row->height ? need : row->height;
            row->rule = rule > row->rule ? rule : row->rule;
        }
        row->height += row->rule;
    }
}

static void
add_rect(struct table *t, struct flow_box *box, uint32_t color, int x, int y,
         int width, int height, enum style_line line)
{
    if (!(color & 0xff) || width <= 0 || height <= 0)
        return;
    x += t->x;
    struct layout_rect *last =
        box->rects.n ? &box->rects.at[box->rects.n - 1] : NULL;
    bool goes_on = last && last->y == y && last->height == height &&
                   last->color == color && last->line == line;
    if (goes_on && last->x + last->width == x) {
        last->width += width;
    } else if (goes_on && x + width == last->x) {
        last->x = x;
        last->width += width;
    } else {
        *vec_add(t->l->arena, &box->rects) =
            (struct layout_rect){.mark = {.role = LAYOUT_ARTIFACT},
                                 .x = x,
                                 .y = y,
                                 .width = width,
                                 .height = height,
                                 .color = color,
                                 .line = line};
    }
}

static void
add_border(struct table *t, struct flow_box *box,
           const struct style_border *border, int x, int y, int width,
           int height)
{
    if (border->line != STYLE_LINE_NONE)
        add_rect(t, box, border->color, x, y, width, height, border->line);
}

/* The borders at the sides of a cell; of two that meet, the wider. */
static void
draw_sides(struct table *t, struct flow_box *box, const struct table_cell *cell,
           int y, int height)
{
    const struct style_border *border = cell->style->border;
    const struct table_cell *before = cell - 1;
    enum style_side start = t->style->rtl ? STYLE_RIGHT : STYLE_LEFT;
    enum style_side end = t->style->rtl ? STYLE_LEFT : STYLE_RIGHT;
    int met = 0;
    if (cell > t->cells.at && before->row == cell->row &&
        before->column + before->columns == cell->column &&
        before->style->border[end].line != STYLE_LINE_NONE)
        met = before->style->border[end].width;
    int left = border[STYLE_LEFT].width, right = border[STYLE_RIGHT].width;
    if (start == STYLE_RIGHT || left > met)
        add_border(t, box, &border[STYLE_LEFT], cell->x, y, left, height);
    if (start == STYLE_LEFT || right > met)
        add_border(t, box, &border[STYLE_RIGHT], cell->x + cell->width - right,
                   y, right, height);
}

/* Backgrounds, then rules, of a row or of a slice of it. */
void
table_draw_row(struct table *t, struct flow_box *box, size_t r, int y,
               int height, struct table_slice slice)
{
    const struct table_row *row = &t->rows.at[r];
    int inner = height - (slice.last ? row->rule : 0);
    add_rect(t, box, row->section->background, 0, y, t->width, inner,
             STYLE_LINE_SOLID);
    add_rect(t, box, row->style->background, 0, y, t->width, inner,
             STYLE_LINE_SOLID);
    for (size_t i = row->reach; i < row->cell_end; i++) {
        const struct table_cell *cell = &t->cells.at[i];
        if (cell->row + cell->rows <= r)
            continue;
        add_rect(t, box, cell->style->background, cell->x, y, cell->width,
                 inner, STYLE_LINE_SOLID);
        draw_sides(t, box, cell, y, inner);
        struct style_border above = rule_above(t, cell);
        if (slice.first && r == cell->row)
            add_border(t, box, &above, cell->x, y, cell->width, above.width);
    }
    for (size_t i = row->reach; slice.last && i < row->cell_end; i++) {
        const struct table_cell *cell = &t->cells.at[i];
        struct style_border rule = rule_below(t, r, cell);
        if (ends_in(cell, r))
            add_border(t, box, &rule, cell->x, y + inner, cell->width,
                       rule.width);
    }
}

/* Where a cell's lines begin in the height of its rows. */
static int
cell_drop(const struct table *t, const struct table_cell *cell)
{
    int rule = t->rows.at[cell->row + cell->rows - 1].rule;
    int room = table_rows_height(t, cell->row, cell->row + cell->rows) - rule -
               table_upper_edge(t, cell) - table_lower_edge(t, cell) -
               cell->content;
    enum style_valign align = cell->style->vertical_align;
    if (align == STYLE_MIDDLE)
        room /= 2;
    else if (align != STYLE_BOTTOM_ALIGN)
        room = 0;
    return table_upper_edge(t, cell) + (room > 0 ? room : 0);
}

static int
text_x(const struct table *t, const struct table_cell *cell)
{
    int x = t->x + cell->x + flow_edge(cell->style, STYLE_LEFT, t->width);
    return x - cell->shift;
}

/* Puts a cell's line into a box, its top at y; returns y below it. */
int
table_add_line(struct table *t, struct flow_box *box,
               const struct table_cell *cell, size_t i, int y)
{
    struct arena *a = t->l->arena;
    const struct par_line *line = &cell->par.lines[i];
    *vec_add(a, &box->lines) =
        (struct flow_line){line, text_x(t, cell), y + line->ascent};
    for (size_t s = 0; s < line->starts.n; s++)
        *vec_add(a, &box->anchors) =
            (struct flow_anchor){line->starts.at[s], y};
    return y + line->ascent + line->descent;
}

void
table_fill_row(struct table *t, struct flow_box *box, size_t r, int y)
{
    const struct table_row *row = &t->rows.at[r];
    table_draw_row(t, box, r, y, row->height, (struct table_slice){true, true});
    for (size_t c = row->first_cell; c < row->cell_end; c++) {
        const struct table_cell *cell = &t->cells.at[c];
        int at = y + cell_drop(t, cell);
        for (size_t i = 0; i < cell->par.n; i++)
            at = table_add_line(t, box, cell, i, at);
    }
}

/* The table's block without what the grid's own frame draws. */
static const struct style *
outer_style(struct arena *a, const struct style *style)
{
    struct style *outer = ARENA_NEW(a, struct style);
    *outer = *style;
    outer->background = 0;
    outer->width = outer->min_width = outer->max_width =
        (struct style_length){0, STYLE_AUTO, 0};
    for (size_t side = 0; side < 4; side++) {
        outer->border[side].line = STYLE_LINE_NONE;
        outer->padding[side] = (struct style_length){0, STYLE_LENGTH, 0};
    }
    return outer;
}

static void
add_captions(struct builder *b, const struct doc_node *table,
             const struct style *style, const struct level *in)
{
    doc_each_child (child, table) {
        if (child->kind != DOC_TABLE_CAPTION)
            continue;
        vlist_blocks(b, child, style_of(b->l->sheet, child, style), in->x,
                     in->measure);
        b->between = FLOW_COST_NEVER;
    }
}

static void
add_grid(struct builder *b, struct table *t, const struct level *in, int room)
{
    int left = flow_edge(t->style, STYLE_LEFT, in->measure);
    int edges = in->measure - room;
    table_set(t, room);
    set_heights(t);
    int spare = room - t->width;
    bool centred = t->style->margin[STYLE_LEFT].unit == STYLE_AUTO &&
                   t->style->margin[STYLE_RIGHT].unit == STYLE_AUTO;
    int x = in->x + (centred ? spare / 2 : t->style->rtl ? spare : 0);
    t->x = x + left;
    int above = flow_edge(t->style, STYLE_TOP, in->measure);
    int below = flow_edge(t->style, STYLE_BOTTOM, in->measure);
    struct flow_frame *frame =
        vlist_frame(b, t->style, x, t->width + edges, above);
    table_add_rows(b, t, frame);
    vlist_close(b, frame, below);
}

/* Columns that have no room side by side stand one below the other. */
static void
add_parts(struct builder *b, const struct table *t, const struct level *in,
          int room, const struct doc_node *node)
{
    size_t parts = 0;
    for (size_t first = 0; first < t->columns.n; parts++) {
        struct table part;
        first = table_part(t, first, room, &part);
        if (parts)
            b->between = FLOW_COST_ROW;
        vlist_margin(b, parts ? t->style->line_height : 0);
        add_grid(b, &part, in, room);
    }
    if (parts < 2)
        return;
    diag_at(t->l->diag, doc_place(node), DIAG_TABLE_TOO_WIDE,
            "the table's %zu columns have no room side by side; it is set in "
            "%zu parts, one below the other",
            t->columns.n, parts);
    diag_hint(t->l->diag, "give it fewer columns or shorter words, or the page "
                          "more width");
}

void
vlist_table(struct builder *b, const struct level *in,
            const struct doc_node *node, const struct style *style)
{
    struct layout *l = b->l;
    struct table t = {.l = l, .style = style, .tallest = vlist_room(b) / 2};
    table_read(&t, node);
    vlist_enter(b, node, outer_style(l->arena, style), in->x, in->measure);
    size_t at = b->levels.n - 1;
    b->levels.at[at].next = NULL;
    struct level level = b->levels.at[at];
    add_captions(b, node, style, &level);
    int room = level.measure - flow_edge(style, STYLE_LEFT, level.measure) -
               flow_edge(style, STYLE_RIGHT, level.measure);
    if (t.rows.n && t.columns.n && table_ask(&t, room))
        add_grid(b, &t, &level, room);
    else if (t.rows.n && t.columns.n)
        add_parts(b, &t, &level, room, node);
    vlist_leave(b);
}
