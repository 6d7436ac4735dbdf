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

static int
upper_edge(const struct table *t, const struct table_cell *cell)
{
    return rule_above(t, cell).width +
           flow_length(cell->style->padding[STYLE_TOP], t->width, 0);
}

static int
lower_edge(const struct table *t, const struct table_cell *cell)
{
    return flow_length(cell->style->padding[STYLE_BOTTOM], t->width, 0);
}

/* What a cell's rows must hold, without the rule below. */
static int
cell_height(const struct table *t, const struct table_cell *cell)
{
    int height = upper_edge(t, cell) + cell->content + lower_edge(t, cell);
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
        if (t->cells.at[i].column >= cell->column &&
            t->cells.at[i].column < cell->column + cell->columns)
            wider(&widest, &t->cells.at[i].style->border[STYLE_TOP]);
    return widest;
}

static bool
ends_in(const struct table_cell *cell, size_t row)
{
    return cell->row + cell->rows == row + 1;
}

static int
rows_height(const struct table *t, size_t first, size_t end)
{
    int height = 0;
    for (size_t r = first; r < end && r < t->rows.n; r++)
        height += t->rows.at[r].height;
    return height;
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
            int need = cell_height(t, cell) - rows_height(t, cell->row, r);
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
    if (last && last->y == y && last->height == height &&
        last->color == color && last->line == line &&
        last->x + last->width == x)
        last->width += width; /* a rule goes on */
    else
        *vec_add(t->l->arena, &box->rects) =
            (struct layout_rect){{.role = LAYOUT_ARTIFACT},
                                 x,
                                 y,
                                 width,
                                 height,
                                 color,
                                 line,
                                 {0},
                                 {0}};
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
    int met = 0;
    if (cell > t->cells.at && before->row == cell->row &&
        before->column + before->columns == cell->column &&
        before->style->border[STYLE_RIGHT].line != STYLE_LINE_NONE)
        met = before->style->border[STYLE_RIGHT].width;
    if (border[STYLE_LEFT].width > met)
        add_border(t, box, &border[STYLE_LEFT], cell->x, y,
                   border[STYLE_LEFT].width, height);
    int right = border[STYLE_RIGHT].width;
    add_border(t, box, &border[STYLE_RIGHT], cell->x + cell->width - right, y,
               right, height);
}

/* Backgrounds, then rules, of a row or of a slice of it. */
static void
draw_row(struct table *t, struct flow_box *box, size_t r, int y, int height,
         bool last)
{
    const struct table_row *row = &t->rows.at[r];
    int inner = height - (last ? row->rule : 0);
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
        if (r == cell->row)
            add_border(t, box, &above, cell->x, y, cell->width, above.width);
    }
    for (size_t i = row->reach; last && i < row->cell_end; i++) {
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
    int room = rows_height(t, cell->row, cell->row + cell->rows) - rule -
               upper_edge(t, cell) - lower_edge(t, cell) - cell->content;
    enum style_valign align = cell->style->vertical_align;
    if (align == STYLE_MIDDLE)
        room /= 2;
    else if (align != STYLE_BOTTOM_ALIGN)
        room = 0;
    return upper_edge(t, cell) + (room > 0 ? room : 0);
}

static int
text_x(const struct table *t, const struct table_cell *cell)
{
    int x = t->x + cell->x + flow_edge(cell->style, STYLE_LEFT, t->width);
    return x - cell->shift;
}

/* Puts a cell's line into a box, its top at y; returns y below it. */
static int
add_line(struct table *t, struct flow_box *box, const struct table_cell *cell,
         size_t i, int y)
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

static void
fill_row(struct table *t, struct flow_box *box, size_t r, int y)
{
    const struct table_row *row = &t->rows.at[r];
    draw_row(t, box, r, y, row->height, true);
    for (size_t c = row->first_cell; c < row->cell_end; c++) {
        const struct table_cell *cell = &t->cells.at[c];
        int at = y + cell_drop(t, cell);
        for (size_t i = 0; i < cell->par.n; i++)
            at = add_line(t, box, cell, i, at);
    }
}

/* The anchors of a row and its cells wait for its box. */
static void
announce_row(struct builder *b, struct table *t, size_t r)
{
    const struct table_row *row = &t->rows.at[r];
    vlist_anchor(b, row->node, row->style);
    for (size_t c = row->first_cell; c < row->cell_end; c++)
        vlist_anchor(b, t->cells.at[c].node, t->cells.at[c].style);
}

/* The notes of the cells' lines from number `first` up to `end`: they must be
 * in the list before the box is. */
static void
announce_notes(struct builder *b, struct table *t, size_t r, size_t first,
               size_t end)
{
    const struct table_row *row = &t->rows.at[r];
    for (size_t c = row->first_cell; c < row->cell_end; c++) {
        const struct par *par = &t->cells.at[c].par;
        for (size_t i = first; i < end && i < par->n; i++)
            for (size_t n = 0; n < par->lines[i].notes.n; n++)
                vlist_note(b, par->lines[i].notes.at[n]);
    }
}

static size_t
most_lines(const struct table *t, const struct table_row *row)
{
    size_t most = 1;
    for (size_t c = row->first_cell; c < row->cell_end; c++)
        most = t->cells.at[c].par.n > most ? t->cells.at[c].par.n : most;
    return most;
}

/* One line of each cell of a row that is taller than a page. */
static void
add_slice(struct builder *b, struct table *t, size_t r, size_t i, bool last)
{
    const struct table_row *row = &t->rows.at[r];
    int above = 0, below = 0, height = 0;
    for (size_t c = row->first_cell; c < row->cell_end; c++) {
        const struct table_cell *cell = &t->cells.at[c];
        int up = upper_edge(t, cell), down = lower_edge(t, cell);
        above = i == 0 && up > above ? up : above;
        below = last && down > below ? down : below;
        if (i >= cell->par.n)
            continue;
        int line = cell->par.lines[i].ascent + cell->par.lines[i].descent;
        height = line > height ? line : height;
    }
    height += above + below + (last ? row->rule : 0);
    announce_notes(b, t, r, i, i + 1);
    struct flow_box *box = vlist_box(b, height);
    box->node = row->node;
    draw_row(t, box, r, 0, height, last);
    for (size_t c = row->first_cell; c < row->cell_end; c++)
        if (i < t->cells.at[c].par.n)
            add_line(t, box, &t->cells.at[c], i, above);
}

static void
add_row(struct builder *b, struct table *t, size_t r, int page)
{
    const struct table_row *row = &t->rows.at[r];
    announce_row(b, t, r);
    if (row->height <= page) {
        announce_notes(b, t, r, 0, SIZE_MAX);
        struct flow_box *box = vlist_box(b, row->height);
        box->node = row->node;
        fill_row(t, box, r, 0);
        return;
    }
    size_t lines = most_lines(t, row);
    for (size_t i = 0; i < lines; i++) {
        if (i == 1 || (i + 1 == lines && i))
            b->between = FLOW_COST_NEVER;
        add_slice(b, t, r, i, i + 1 == lines);
    }
}

/* What a break before row r costs: a small table stays whole where that
 * leaves a page reasonably full, and one row is never alone where two are. */
static int
cost_before(const struct table *t, size_t r, size_t heads, int page)
{
    size_t body = t->rows.n - heads;
    if (r <= heads)
        return FLOW_COST_NEVER;
    if (t->rows.at[r - 1].joined)
        return FLOW_COST_AVOID;
    if (rows_height(t, 0, t->rows.n) < page / 3)
        return FLOW_COST_SMALL;
    bool stranded = r == heads + 1 || r + 1 == t->rows.n;
    return stranded && body > 2 ? FLOW_COST_SMALL : FLOW_COST_ROW;
}

static void
add_rows(struct builder *b, struct table *t, struct flow_frame *frame, int page)
{
    size_t heads = 0;
    while (heads < t->rows.n && t->rows.at[heads].head)
        heads++;
    int height = rows_height(t, 0, heads);
    if (heads && heads < t->rows.n && height < page / 3) {
        frame->head = ARENA_NEW(t->l->arena, struct flow_box);
        frame->head_height = height;
        for (size_t r = 0; r < heads; r++)
            fill_row(t, frame->head, r, rows_height(t, 0, r));
    }
    for (size_t r = 0; r < t->rows.n; r++) {
        if (r)
            b->between = cost_before(t, r, heads, page);
        add_row(b, t, r, page - frame->head_height);
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
add_grid(struct builder *b, struct table *t, const struct level *in)
{
    int left = flow_edge(t->style, STYLE_LEFT, in->measure);
    int edges = left + flow_edge(t->style, STYLE_RIGHT, in->measure);
    table_measure(t, in->measure - edges);
    set_heights(t);
    int room = in->measure - edges - t->width;
    bool centred = t->style->margin[STYLE_LEFT].unit == STYLE_AUTO &&
                   t->style->margin[STYLE_RIGHT].unit == STYLE_AUTO;
    int x = in->x + (centred ? room / 2 : t->style->rtl ? room : 0);
    t->x = x + left;
    int above = flow_edge(t->style, STYLE_TOP, in->measure);
    int below = flow_edge(t->style, STYLE_BOTTOM, in->measure);
    struct flow_frame *frame =
        vlist_frame(b, t->style, x, t->width + edges, above);
    add_rows(b, t, frame, b->height - above - below);
    vlist_close(b, frame, below);
}

void
vlist_table(struct builder *b, const struct level *in,
            const struct doc_node *node, const struct style *style)
{
    struct layout *l = b->l;
    struct table t = {.l = l, .style = style};
    table_read(&t, node);
    vlist_enter(b, node, outer_style(l->arena, style), in->x, in->measure);
    size_t at = b->levels.n - 1;
    b->levels.at[at].next = NULL;
    struct level level = b->levels.at[at];
    add_captions(b, node, style, &level);
    if (t.rows.n && t.columns.n)
        add_grid(b, &t, &level);
    vlist_leave(b);
}
