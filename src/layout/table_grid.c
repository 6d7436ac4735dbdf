/* SPDX-License-Identifier: MIT */
/* A table's rows and cells, each cell in its slots of the grid, and the
 * widths of columns. */
#include "layout/table.h"

/* The first column at or behind `column` that no cell from above reaches
 * into. */
static size_t
free_column(const struct table *t, size_t row, size_t column)
{
    while (column < t->busy_n && t->busy[column] > row)
        column++;
    return column;
}

static void
reserve(struct table *t, const struct table_cell *cell)
{
    size_t end = cell->column + cell->columns;
    while (t->busy_n < end) {
        if (t->busy_n == t->busy_room)
            t->busy =
                vec_grow(t->l->arena, t->busy, &t->busy_room, sizeof *t->busy);
        t->busy[t->busy_n++] = 0;
        *vec_add(t->l->arena, &t->columns) = (struct table_column){0};
    }
    for (size_t c = cell->column; c < end; c++)
        t->busy[c] = cell->row + cell->rows;
}

/* The cell's style, with the alignment that the author gave the column. */
static const struct style *
cell_style(struct table *t, const struct doc_node *node,
           const struct style *row)
{
    static const enum style_align aligns[] = {
        [DOC_ALIGN_LEFT] = STYLE_LEFT_ALIGN,
        [DOC_ALIGN_CENTER] = STYLE_CENTER,
        [DOC_ALIGN_RIGHT] = STYLE_RIGHT_ALIGN};
    const struct style *style = style_of(t->l->sheet, node, row);
    if (node->cell->align == DOC_ALIGN_NONE)
        return style;
    return style_with_align(t->l->sheet, style, aligns[node->cell->align]);
}

static size_t
span(int asked, size_t most)
{
    size_t n = asked > 1 ? (size_t)asked : 1;
    return n < most ? n : most;
}

static void
read_row(struct table *t, const struct doc_node *node,
         const struct style *section, bool head, size_t rows_left)
{
    const struct style *style = style_of(t->l->sheet, node, section);
    if (style->display == STYLE_NONE)
        return;
    size_t at = t->rows.n, column = 0;
    struct table_row *row = vec_add(t->l->arena, &t->rows);
    *row = (struct table_row){.node = node,
                              .style = style,
                              .head = head,
                              .section = section,
                              .first_cell = t->cells.n};
    doc_each_child (child, node) {
        column = free_column(t, at, column);
        struct table_cell *cell = vec_add(t->l->arena, &t->cells);
        *cell =
            (struct table_cell){.node = child,
                                .style = cell_style(t, child, style),
                                .row = at,
                                .column = column,
                                .columns = span(child->cell->colspan, 1000),
                                .rows = span(child->cell->rowspan, rows_left)};
        reserve(t, cell);
        column += cell->columns;
    }
    t->rows.at[at].cell_end = t->cells.n;
}

void
table_join_rows(struct table *t)
{
    for (size_t r = 0; r < t->rows.n; r++) {
        t->rows.at[r].reach = t->rows.at[r].first_cell;
        t->rows.at[r].joined = false;
    }
    for (size_t i = t->cells.n; i--;) {
        const struct table_cell *cell = &t->cells.at[i];
        size_t end = cell->row + cell->rows;
        for (size_t r = cell->row; r < end; r++) {
            t->rows.at[r].joined |= r + 1 < end;
            if (i < t->rows.at[r].reach)
                t->rows.at[r].reach = i;
        }
    }
}

/* A row that is not shown ends the cells that would have reached it. */
static void
trim_spans(struct table *t)
{
    for (size_t i = 0; i < t->cells.n; i++)
        if (t->cells.at[i].row + t->cells.at[i].rows > t->rows.n)
            t->cells.at[i].rows = t->rows.n - t->cells.at[i].row;
}

void
table_read(struct table *t, const struct doc_node *table)
{
    doc_each_child (section, table) {
        if (section->kind != DOC_TABLE_HEAD && section->kind != DOC_TABLE_BODY)
            continue;
        const struct style *style = style_of(t->l->sheet, section, t->style);
        size_t left = 0;
        doc_each_child (row, section)
            left++;
        doc_each_child (row, section)
            read_row(t, row, style, section->kind == DOC_TABLE_HEAD, left--);
    }
    trim_spans(t);
    table_join_rows(t);
}

int
table_cell_edges(const struct table_cell *cell, int measure)
{
    return flow_edge(cell->style, STYLE_LEFT, measure) +
           flow_edge(cell->style, STYLE_RIGHT, measure);
}

static struct par_source
source_of(const struct table *t, const struct table_cell *cell, int measure)
{
    enum layout_role role = cell->again ? LAYOUT_REPEATED : LAYOUT_CONTENT;
    return (struct par_source){
        .block = cell->node,
        .first = cell->node->first,
        .style = cell->style,
        .measure = measure,
        .tallest = t->tallest,
        .mark = {.node = cell->again ? NULL : cell->node, .role = role}};
}

/* The least and most a cell asks for (CSS 2.1, clause 17.5.2.2). */
static void
ask_cell(struct table *t, struct table_cell *cell, int room)
{
    struct par_source source = source_of(t, cell, room);
    struct par_extent ask = par_extent(t->l, &source);
    int edges = table_cell_edges(cell, room), least = 0;
    if (cell->style->width.unit != STYLE_AUTO)
        least = flow_length(cell->style->width, room, 0) +
                (cell->style->width.unit == STYLE_PERCENT ? 0 : edges);
    int more = edges + cell->shift;
    ask = (struct par_extent){ask.least + more, ask.tight + more,
                              ask.most + more};
    if (least) {
        ask.least = ask.least > least ? ask.least : least;
        ask.tight = ask.tight > least ? ask.tight : least;
        ask.most = ask.least;
    }
    cell->ask = ask;
}

static int *
least_of(struct table_column *c)
{
    return &c->ask.least;
}

static int *
tight_of(struct table_column *c)
{
    return &c->ask.tight;
}

static int *
most_of(struct table_column *c)
{
    return &c->ask.most;
}

/* Widens the columns of a cell that spans several until they hold it, each by
 * its part of what they hold already. */
static void
widen(struct table_column *columns, size_t n, int want,
      int *(*of)(struct table_column *))
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += *of(&columns[i]);
    if (sum >= want)
        return;
    int64_t missing = want - sum;
    for (size_t i = 0; i < n; i++)
        *of(&columns[i]) += (int)(sum ? missing * *of(&columns[i]) / sum
                                      : missing / (int64_t)n);
}

/* Where not every cell can be on one line, the heads are set on two. */
static void
share_heads(struct table *t, int room)
{
    int64_t sum = 0;
    for (size_t i = 0; i < t->columns.n; i++) {
        const struct table_column *c = &t->columns.at[i];
        sum += c->head > c->ask.most ? c->head : c->ask.most;
    }
    for (size_t i = 0; i < t->columns.n; i++) {
        struct table_column *c = &t->columns.at[i];
        int want = sum > room ? (int)((int64_t)c->head * 3 / 5) : c->head;
        c->ask.most = want > c->ask.most ? want : c->ask.most;
    }
}

static void
grow(int *width, int to)
{
    *width = to > *width ? to : *width;
}

static void
ask_columns(struct table *t, int room)
{
    for (size_t i = 0; i < t->columns.n; i++)
        t->columns.at[i] = (struct table_column){0};
    for (size_t i = 0; i < t->cells.n; i++) {
        struct table_cell *cell = &t->cells.at[i];
        struct table_column *column = &t->columns.at[cell->column];
        ask_cell(t, cell, room);
        if (cell->columns > 1)
            continue;
        grow(&column->ask.least, cell->ask.least);
        grow(&column->ask.tight, cell->ask.tight);
        bool head = t->rows.at[cell->row].head;
        grow(head ? &column->head : &column->ask.most, cell->ask.most);
    }
    share_heads(t, room);
    for (size_t i = 0; i < t->cells.n; i++) {
        const struct table_cell *cell = &t->cells.at[i];
        struct table_column *first = &t->columns.at[cell->column];
        if (cell->columns < 2)
            continue;
        widen(first, cell->columns, cell->ask.least, least_of);
        widen(first, cell->columns, cell->ask.tight, tight_of);
        widen(first, cell->columns, cell->ask.most, most_of);
    }
    for (size_t i = 0; i < t->columns.n; i++)
        grow(&t->columns.at[i].ask.most, t->columns.at[i].ask.least);
}

static int64_t
sum_of(struct table *t, int *(*of)(struct table_column *))
{
    int64_t sum = 0;
    for (size_t i = 0; i < t->columns.n; i++)
        sum += *of(&t->columns.at[i]);
    return sum;
}

/* The sum of what columns take where none takes more than `most`. */
static int64_t
sum_capped(const struct table *t, int most)
{
    int64_t sum = 0;
    for (size_t i = 0; i < t->columns.n; i++) {
        int tight = t->columns.at[i].ask.tight;
        sum += tight < most ? tight : most;
    }
    return sum;
}

/* What columns take at most, so that they have room; at least a few words,
 * or 0: they have none. What is wider is divided. */
static int
cap_columns(const struct table *t, int room)
{
    int low = t->style->font_size * 6, high = room;
    if (low > room || sum_capped(t, low) > room)
        return 0;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        *(sum_capped(t, middle) > room ? &high : &low) = middle;
    }
    return low;
}

/* Columns take what they do with all hyphens and no more than `most`; those
 * that miss the least for whole words get it while there is room to spare. */
static void
tighten(struct table *t, int most, int64_t spare)
{
    for (size_t i = 0; i < t->columns.n; i++) {
        struct par_extent *ask = &t->columns.at[i].ask;
        int whole = ask->least;
        ask->least = ask->tight < most ? ask->tight : most;
        ask->tight = whole - ask->least; /* what it misses */
    }
    for (;;) {
        struct par_extent *best = NULL;
        for (size_t i = 0; i < t->columns.n; i++) {
            struct par_extent *ask = &t->columns.at[i].ask;
            if (ask->tight > 0 && (!best || ask->tight < best->tight))
                best = ask;
        }
        if (!best || best->tight > spare)
            return;
        spare -= best->tight;
        best->least += best->tight;
        best->tight = 0;
    }
}

bool
table_ask(struct table *t, int room)
{
    table_align_figures(t);
    ask_columns(t, room);
    if (sum_of(t, least_of) <= room)
        return true;
    if (t->l->options->whole_words)
        return false;
    for (size_t i = 0; i < t->cells.n; i++)
        t->cells.at[i].style =
            style_with_hyphens(t->l->sheet, t->cells.at[i].style);
    ask_columns(t, room);
    int64_t spare = room - sum_of(t, tight_of);
    int most = spare < 0 ? cap_columns(t, room) : room;
    if (most)
        tighten(t, most, spare > 0 ? spare : 0);
    return most > 0;
}

/* What columns share, and what they ask for in sum. */
struct shares {
    int64_t width, least, most;
};

/* One column's width (CSS 2.1, clause 17.5.2.2). */
static int
share_of(const struct table_column *c, const struct shares *s)
{
    int64_t width = s->width, least = s->least, most = s->most;
    if (width >= most)
        return (int)(most ? c->ask.most * width / most : 0);
    if (width < least)
        return (int)(c->ask.least * width / least);
    return (int)(c->ask.least + (width - least) * (c->ask.most - c->ask.least) /
                                    (most - least));
}

/* Where not every column gets what it would take on one line, those that ask
 * for less than an equal share get it, and the wide ones wrap. */
static void
serve_narrow(struct table *t, struct shares *s)
{
    size_t left = t->columns.n;
    for (bool found = true; found && left > 1;) {
        found = false;
        for (size_t i = 0; i < t->columns.n && left > 1; i++) {
            struct table_column *c = &t->columns.at[i];
            if (c->width || c->ask.most > s->width / (int64_t)left ||
                s->width - c->ask.most < s->least - c->ask.least)
                continue;
            c->width = c->ask.most;
            s->width -= c->ask.most;
            s->least -= c->ask.least;
            s->most -= c->ask.most;
            left--;
            found = true;
        }
    }
}

static void
set_columns(struct table *t, int room)
{
    struct shares s = {.width = room};
    for (size_t i = 0; i < t->columns.n; i++) {
        s.least += t->columns.at[i].ask.least;
        s.most += t->columns.at[i].ask.most;
    }
    if (t->style->width.unit != STYLE_AUTO)
        s.width = flow_length(t->style->width, room, 0);
    else if (s.most < room)
        s.width = s.most;
    s.width = s.width > s.least ? s.width : s.least;
    s.width = s.width < room ? s.width : room;
    bool wraps = s.width < s.most && s.width > s.least;
    int left = t->width = (int)s.width;
    if (wraps)
        serve_narrow(t, &s);
    for (size_t i = 0; i < t->columns.n; i++) {
        struct table_column *column = &t->columns.at[i];
        if (!column->width)
            column->width = share_of(column, &s);
        if (i + 1 == t->columns.n)
            column->width = left; /* what rounding left over, too */
        left -= column->width;
    }
    if (wraps)
        table_balance(t);
    for (size_t i = 1; i < t->columns.n; i++)
        t->columns.at[i].x =
            t->columns.at[i - 1].x + t->columns.at[i - 1].width;
}

static void
set_cell(struct table *t, struct table_cell *cell)
{
    const struct table_column *first = &t->columns.at[cell->column];
    cell->x = first->x;
    cell->width = 0;
    for (size_t i = 0; i < cell->columns; i++)
        cell->width += first[i].width;
    if (t->style->rtl)
        cell->x = t->width - cell->x - cell->width;
    int measure = cell->width - table_cell_edges(cell, t->width);
    struct par_source source =
        source_of(t, cell, measure > STYLE_PT ? measure : STYLE_PT);
    cell->par = par_set(t->l, &source);
    cell->content = 0;
    int spare = measure;
    for (size_t i = 0; i < cell->par.n; i++) {
        const struct par_line *line = &cell->par.lines[i];
        cell->content += line->ascent + line->descent;
        spare = line->left < spare ? line->left : spare;
    }
    if (cell->shift > spare)
        cell->shift = spare > 0 ? spare : 0;
}

void
table_set(struct table *t, int room)
{
    set_columns(t, room);
    for (size_t i = 0; i < t->cells.n; i++)
        set_cell(t, &t->cells.at[i]);
}
