/* SPDX-License-Identifier: MIT */
/* Tables of the structure tree: their grid and what heads their cells
 * (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4 and 14.8.5.7). */
#include <string.h>

#include "verify/pdf_check.h"

enum { SPAN_MOST = 1000, CELLS_MOST = 4000000 };

struct table_cell {
    uint32_t element, row;
    int64_t across, down;
};

struct table_reading {
    struct pdf_check *c;
    struct arena *arena;
    VEC(struct table_cell) cells;
    uint32_t rows;
    bool has_headers;
};

static int64_t
span(struct table_reading *r, uint32_t cell, const char *key)
{
    int64_t n =
        pdfin_integer(pdfin_tree_attribute(r->c->tree, cell, "Table", key), 1);
    return n < 1 ? 1 : n > SPAN_MOST ? SPAN_MOST : n;
}

static void
read_row(struct table_reading *r, uint32_t row)
{
    const struct pdfin_element *all = r->c->tree->elements.at;
    for (uint32_t i = row + 1; i < all[row].until; i = all[i].until) {
        if (all[i].standard != PDFIN_S_TH && all[i].standard != PDFIN_S_TD)
            continue;
        *vec_add(r->arena, &r->cells) = (struct table_cell){
            i, r->rows, span(r, i, "ColSpan"), span(r, i, "RowSpan")};
        r->has_headers |=
            pdfin_tree_attribute(r->c->tree, i, "Table", "Headers")->type !=
            PDFIN_NULL;
    }
    r->rows++;
}

static void
read_rows(struct table_reading *r, uint32_t top)
{
    const struct pdfin_element *all = r->c->tree->elements.at;
    for (uint32_t i = top + 1; i < all[top].until; i = all[i].until) {
        if (all[i].standard == PDFIN_S_TR) {
            read_row(r, i);
            continue;
        }
        if (all[i].standard != PDFIN_S_THead &&
            all[i].standard != PDFIN_S_TBody &&
            all[i].standard != PDFIN_S_TFoot)
            continue;
        for (uint32_t k = i + 1; k < all[i].until; k = all[k].until)
            if (all[k].standard == PDFIN_S_TR)
                read_row(r, k);
    }
}

/* Puts the cells on a grid: each in the first column that is free. */
static void
check_grid(struct table_reading *r, uint32_t table)
{
    uint32_t number = r->c->tree->elements.at[table].number;
    size_t columns = 0, first = 0, wide = 0;
    for (size_t i = 0; i < r->cells.n; i++)
        wide += (size_t)r->cells.at[i].across * (r->cells.at[i].row == 0);
    columns = wide + 1;
    if (!r->rows || columns * r->rows > CELLS_MOST)
        return;
    uint8_t *grid = arena_alloc(r->arena, columns * r->rows);
    bool sound = true, overlap = false;
    for (size_t i = 0; i < r->cells.n; i++) {
        const struct table_cell *cell = &r->cells.at[i];
        size_t column = i && r->cells.at[i - 1].row == cell->row ? first : 0;
        while (column < wide && grid[cell->row * columns + column])
            column++;
        size_t end = column + (size_t)cell->across;
        size_t bottom = cell->row + (size_t)cell->down;
        sound &= end <= wide && bottom <= r->rows;
        for (size_t y = cell->row; y < bottom && y < r->rows; y++)
            for (size_t x = column; x < end && x < wide; x++) {
                overlap |= grid[y * columns + x] != 0;
                grid[y * columns + x] = 1;
            }
        first = end;
    }
    for (size_t y = 0; y < r->rows; y++)
        for (size_t x = 0; x < wide; x++)
            sound &= grid[y * columns + x] != 0;
    if (overlap)
        pdf_find(r->c, PDF_TABLE_REGULAR, number, "cells overlap");
    else if (!sound)
        pdf_find(r->c, PDF_TABLE_REGULAR, number,
                 "rows have different numbers of columns");
}

static bool
has_id(struct table_reading *r, const struct pdfin_object *id)
{
    const struct pdfin_tree *t = r->c->tree;
    for (size_t i = 0; i < r->cells.n; i++) {
        uint32_t e = r->cells.at[i].element;
        if (!(t->elements.at[e].has & PDFIN_HAS_ID))
            continue;
        const struct pdfin_object *own =
            pdfin_get(t->file, pdfin_tree_object(t, e), "ID");
        if (own->type == PDFIN_STRING && id->type == PDFIN_STRING &&
            own->n == id->n && memcmp(own->text, id->text, id->n) == 0)
            return true;
    }
    return false;
}

static void
check_headers(struct table_reading *r)
{
    const struct pdfin_tree *t = r->c->tree;
    for (size_t i = 0; i < r->cells.n; i++) {
        uint32_t e = r->cells.at[i].element;
        const struct pdfin_object *scope =
            pdfin_tree_attribute(t, e, "Table", "Scope");
        const struct pdfin_object *headers =
            pdfin_tree_attribute(t, e, "Table", "Headers");
        bool scoped = pdfin_is(scope, "Row") || pdfin_is(scope, "Column") ||
                      pdfin_is(scope, "Both");
        if (t->elements.at[e].standard == PDFIN_S_TH && !scoped &&
            (!r->has_headers || scope->type != PDFIN_NULL))
            pdf_find(r->c, PDF_TABLE_HEADERS, t->elements.at[e].number,
                     "a TH has no Scope");
        for (uint32_t k = 0; k < pdfin_count(headers); k++)
            if (!has_id(r, pdfin_member(r->c->pdf, headers, k)))
                pdf_find(r->c, PDF_TABLE_IDS, t->elements.at[e].number,
                         "Headers name no cell of the table");
    }
}

/* Captions first or last, one head, one foot, and bodies with them. */
static void
check_parts(struct pdf_check *c, uint32_t table)
{
    const struct pdfin_element *all = c->tree->elements.at;
    unsigned heads = 0, feet = 0, bodies = 0, captions = 0, n = 0, at = 0;
    for (uint32_t i = table + 1; i < all[table].until; i = all[i].until) {
        heads += all[i].standard == PDFIN_S_THead;
        feet += all[i].standard == PDFIN_S_TFoot;
        bodies += all[i].standard == PDFIN_S_TBody;
        if (all[i].standard == PDFIN_S_Caption) {
            captions++;
            at = n;
        }
        n++;
    }
    if (heads > 1 || feet > 1 || ((heads || feet) && !bodies))
        pdf_find(c, PDF_NESTING, all[table].number,
                 "a Table with several THead or TFoot, or without TBody");
    if (captions > 1 || (captions && at && at != n - 1))
        pdf_find(c, PDF_NESTING, all[table].number,
                 "a Caption is neither the first nor the last of its Table");
}

void
pdf_check_tables(struct pdf_check *c)
{
    for (uint32_t i = 0; i < c->tree->elements.n; i++) {
        if (c->tree->elements.at[i].standard != PDFIN_S_Table)
            continue;
        struct table_reading r = {.c = c, .arena = arena_new()};
        check_parts(c, i);
        read_rows(&r, i);
        check_grid(&r, i);
        check_headers(&r);
        arena_free(r.arena);
        pdfin_let_go(c->pdf);
    }
}
