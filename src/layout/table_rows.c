/* SPDX-License-Identifier: MIT */
/* A table's rows in the vertical list. Rows are boxes that are not cut, those
 * that a cell joins are one box, and what is taller than a page is cut between
 * lines. */
#include "layout/table.h"

int
table_rows_height(const struct table *t, size_t first, size_t end)
{
    int height = 0;
    for (size_t r = first; r < end && r < t->rows.n; r++)
        height += t->rows.at[r].height;
    return height;
}

/* The anchors of a row and its cells wait for its box. */
static void
announce_row(struct builder *b, struct table *t, size_t r)
{
    const struct table_row *row = &t->rows.at[r];
    if (!t->second)
        vlist_anchor(b, row->node, row->style);
    for (size_t c = row->first_cell; c < row->cell_end; c++)
        if (!t->cells.at[c].again)
            vlist_anchor(b, t->cells.at[c].node, t->cells.at[c].style);
}

/* The notes of a cell's line: they must be in the list before its box is. */
static void
announce_notes(struct builder *b, const struct table_cell *cell, size_t line)
{
    for (size_t n = 0; !cell->again && n < cell->par.lines[line].notes.n; n++)
        vlist_note(b, cell->par.lines[line].notes.at[n]);
}

static void
announce_row_notes(struct builder *b, struct table *t, size_t r)
{
    const struct table_row *row = &t->rows.at[r];
    for (size_t c = row->first_cell; c < row->cell_end; c++)
        for (size_t i = 0; i < t->cells.at[c].par.n; i++)
            announce_notes(b, &t->cells.at[c], i);
}

/* Rows first … end - 1 as one box. */
static void
add_whole(struct builder *b, struct table *t, size_t first, size_t end)
{
    struct arena *a = t->l->arena;
    size_t *anchors = ARENA_ARRAY(a, size_t, end - first);
    for (size_t r = first; r < end; r++) {
        anchors[r - first] = b->anchors.n;
        announce_row(b, t, r);
        announce_row_notes(b, t, r);
    }
    struct flow_box *box = vlist_box(b, table_rows_height(t, first, end));
    box->node = t->rows.at[first].node;
    for (size_t r = first; r < end; r++) {
        int y = table_rows_height(t, first, r);
        size_t next = r + 1 < end ? anchors[r + 1 - first] : box->anchors.n;
        for (size_t i = anchors[r - first]; i < next; i++)
            box->anchors.at[i].y = y;
        table_fill_row(t, box, r, y);
    }
}

static bool
goes_on(const struct table_cell *cell, size_t r)
{
    return cell->row + cell->rows > r + 1;
}

static bool
reaches(const struct table_cell *cell, size_t r)
{
    return cell->row + cell->rows > r;
}

/* In how many slices a row is cut: as many as lines are left of those cells
 * that end in it. */
static size_t
slices_of(const struct table *t, size_t r)
{
    const struct table_row *row = &t->rows.at[r];
    size_t most = 1;
    for (size_t c = row->reach; c < row->cell_end; c++) {
        const struct table_cell *cell = &t->cells.at[c];
        size_t left = cell->par.n - cell->next;
        if (reaches(cell, r) && !goes_on(cell, r) && left > most)
            most = left;
    }
    return most;
}

/* White space above and below a slice's lines. */
struct padding {
    int above, below;
};

static struct padding
slice_padding(const struct table *t, size_t r, struct table_slice slice)
{
    const struct table_row *row = &t->rows.at[r];
    struct padding p = {0};
    for (size_t c = row->reach; c < row->cell_end; c++) {
        const struct table_cell *cell = &t->cells.at[c];
        int up = table_upper_edge(t, cell), down = table_lower_edge(t, cell);
        if (slice.first && cell->row == r && up > p.above)
            p.above = up;
        if (slice.last && reaches(cell, r) && !goes_on(cell, r) &&
            down > p.below)
            p.below = down;
    }
    return p;
}

/* The next line of each cell that reaches into the row. */
static void
add_slice(struct builder *b, struct table *t, size_t r,
          struct table_slice slice)
{
    const struct table_row *row = &t->rows.at[r];
    struct padding padding = slice_padding(t, r, slice);
    int height = 0;
    for (size_t c = row->reach; c < row->cell_end; c++) {
        const struct table_cell *cell = &t->cells.at[c];
        if (!reaches(cell, r) || cell->next >= cell->par.n)
            continue;
        announce_notes(b, cell, cell->next);
        const struct par_line *line = &cell->par.lines[cell->next];
        int line_height = line->ascent + line->descent;
        height = line_height > height ? line_height : height;
    }
    height += padding.above + padding.below + (slice.last ? row->rule : 0);
    struct flow_box *box = vlist_box(b, height);
    box->node = row->node;
    table_draw_row(t, box, r, 0, height, slice);
    for (size_t c = row->reach; c < row->cell_end; c++) {
        struct table_cell *cell = &t->cells.at[c];
        if (reaches(cell, r) && cell->next < cell->par.n)
            table_add_line(t, box, cell, cell->next++, padding.above);
    }
}

static void
report_split(const struct table *t, size_t r)
{
    diag_at(t->l->diag, doc_place(t->rows.at[r].node), DIAG_ROW_SPLIT,
            "this row is taller than a page and goes on on the next");
}

/* Rows first … end - 1, which no page holds, line by line. */
static void
add_slices(struct builder *b, struct table *t, size_t first, size_t end)
{
    report_split(t, first);
    for (size_t r = first; r < end; r++) {
        int padding =
            slice_padding(t, r, (struct table_slice){true, false}).above;
        size_t n = slices_of(t, r);
        announce_row(b, t, r);
        for (size_t i = 0; i < n; i++) {
            if (i == 1 || (i && i + 1 == n))
                b->between = FLOW_COST_NEVER;
            else if (r > first && !i)
                b->between = FLOW_COST_ROW;
            b->at_top = i ? padding : 0;
            add_slice(b, t, r, (struct table_slice){!i, i + 1 == n});
        }
    }
}

/* The rows from `first` on that cells join. */
static size_t
group_end(const struct table *t, size_t first)
{
    while (first + 1 < t->rows.n && t->rows.at[first].joined)
        first++;
    return first + 1;
}

/* What a break before row r costs: a small table stays whole where that
 * leaves a page reasonably full, or where its head would not come again, and
 * one row is never alone where two are. */
static int
cost_before(const struct table *t, size_t r, size_t heads, bool again, int page,
            int all)
{
    size_t body = t->rows.n - heads;
    if (r <= heads)
        return FLOW_COST_NEVER;
    if (heads && !again && all <= page)
        return FLOW_COST_AVOID;
    if (all < page / 5)
        return FLOW_COST_LEAD;
    if (all < page / 3)
        return FLOW_COST_SMALL;
    bool stranded = r == heads + 1 || r + 1 == t->rows.n;
    return stranded && body > 2 ? FLOW_COST_SMALL : FLOW_COST_ROW;
}

/* The head's rows, to be repeated on each page that the table goes on to. */
static void
repeat_head(struct table *t, struct flow_frame *frame, size_t heads, int room)
{
    int height = table_rows_height(t, 0, heads);
    if (!heads || heads == t->rows.n)
        return;
    if (height >= room / 3) {
        if (table_rows_height(t, 0, t->rows.n) > room)
            diag_at(t->l->diag, doc_place(t->rows.at[0].node),
                    DIAG_HEAD_NOT_REPEATED,
                    "the table's head is too tall to be repeated on each page");
        return;
    }
    frame->head = ARENA_NEW(t->l->arena, struct flow_box);
    frame->head_height = height;
    for (size_t r = 0; r < heads; r++)
        table_fill_row(t, frame->head, r, table_rows_height(t, 0, r));
}

void
table_add_rows(struct builder *b, struct table *t, struct flow_frame *frame)
{
    size_t heads = 0, end;
    while (heads < t->rows.n && t->rows.at[heads].head)
        heads++;
    repeat_head(t, frame, heads, vlist_room(b));
    int room = vlist_room(b), all = table_rows_height(t, 0, t->rows.n);
    for (size_t r = 0; r < t->rows.n; r = end) {
        if (r)
            b->between = cost_before(t, r, heads, frame->head, room, all);
        end = group_end(t, r);
        if (table_rows_height(t, r, end) <= room)
            add_whole(b, t, r, end);
        else
            add_slices(b, t, r, end);
    }
}
