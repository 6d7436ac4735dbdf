/* SPDX-License-Identifier: MIT */
/* Contact sheets: all pages of a book, small, in rows, with their labels. The
 * pages come in nearly the book's order; the contents come last, so that their
 * sheet waits for them. */
#include "build_png.h"

#include <math.h>

enum {
    COLUMNS = 8, /* of pages; half as many of spreads */
    ROWS = 6,
    CELLS = COLUMNS * ROWS,
    /* In pixels at the usual resolution. */
    GAP = 20,
    CAPTION = 18,  /* beneath a page */
    BASELINE = 14, /* of a caption, from the page's foot */
};

/* Colours, 0xRRGGBBAA. */
static const uint32_t table = 0xE6E6E6FF;  /* what the pages lie on */
static const uint32_t edge = 0xB4B4B4FF;   /* around each */
static const uint32_t shadow = 0x00000030; /* at the gutter, */
static const uint32_t light = 0x00000000;  /* and where it ends */

/* Gaps and captions grow with the pages, but less, and never get smaller than
 * usual. */
static double
growth(const struct album *m)
{
    return m->dpi > CONTACT_DPI ? sqrt((double)m->dpi / CONTACT_DPI) : 1;
}

static int
unit(const struct album *m, int pixels)
{
    return (int)(pixels * growth(m));
}

static int
columns_of(const struct album *m)
{
    return m->job->edition->spreads ? COLUMNS / 2 : COLUMNS;
}

static int
width_of_cells(const struct album *m, int n)
{
    int gap = unit(m, GAP);
    return gap + n * (m->cell_width + gap);
}

static int
height_of_rows(const struct album *m, int n)
{
    int gap = unit(m, GAP);
    return gap + n * (m->cell_height + unit(m, CAPTION) + gap);
}

/* The first page says how large all cells are. */
static bool
measure_cells(struct album *m, const struct layout_page *page)
{
    if (m->cell_width)
        return true;
    int width = png_pixels(page->width, m->dpi);
    m->cell_width = m->job->edition->spreads ? 2 * width : width;
    m->cell_height = png_pixels(page->height, m->dpi);
    return png_fits(m, "a contact sheet", width_of_cells(m, columns_of(m)),
                    height_of_rows(m, ROWS));
}

/* Where a page or spread stands among those that are shown, from 0. */
static size_t
rank_of_cell(const struct album *m, size_t index)
{
    bool spreads = m->job->edition->spreads;
    size_t end = spreads ? png_spread_of(m, index) : index, rank = 0;
    if (!m->job->edition->pages.n)
        return end;
    for (size_t i = 0; i < end; i++)
        rank += spreads ? png_wants_spread(m, i) : png_wants(m, i);
    return rank;
}

/* The sheet of a number, perhaps a new one; NULL where there can be none. */
static struct contact_sheet *
sheet_of(struct album *m, size_t number)
{
    for (size_t i = 0; i < m->sheets.n; i++)
        if (m->sheets.at[i].number == number)
            return &m->sheets.at[i];
    int width = width_of_cells(m, columns_of(m));
    int height = height_of_rows(m, ROWS);
    struct paint_picture *picture =
        paint_picture_new(width, height, m->job->run->diag);
    if (!picture) {
        m->failed = true;
        return NULL;
    }
    struct paint_box all = {0, 0, width, height};
    paint_picture_fill(picture, all, table);
    struct contact_sheet *sheet = vec_add(m->job->run->arena, &m->sheets);
    *sheet = (struct contact_sheet){.number = number, .picture = picture};
    return sheet;
}

/* The box of a page in its cell: in the middle, or at the gutter, at the
 * foot; smaller where it is larger than the cell. */
static struct paint_box
place_in_cell(const struct album *m, const struct layout_page *page,
              size_t cell, double *scale)
{
    bool spreads = m->job->edition->spreads;
    int columns = columns_of(m), column = (int)cell % columns;
    int wide = spreads ? m->cell_width / 2 : m->cell_width;
    int width = png_pixels(page->width, m->dpi);
    int height = png_pixels(page->height, m->dpi);
    double across = (double)wide / width,
           down = (double)m->cell_height / height;
    double less = across < down ? across : down;
    *scale = png_scale(m->dpi);
    if (less < 1) {
        width = (int)(width * less);
        height = (int)(height * less);
        *scale *= less;
    }
    if (m->job->book->rtl)
        column = columns - 1 - column;
    int x = width_of_cells(m, column);
    int y = height_of_rows(m, (int)cell / columns) + m->cell_height - height;
    if (!spreads)
        x += (wide - width) / 2;
    else
        x += page->right ? wide : wide - width;
    return (struct paint_box){x, y, width, height};
}

static void
shade_gutter(struct paint_picture *picture, struct paint_box box, bool right)
{
    int wide = box.width / 12;
    if (right)
        paint_picture_fade(picture,
                           (struct paint_box){box.x, box.y, wide, box.height},
                           shadow, light);
    else
        paint_picture_fade(picture,
                           (struct paint_box){box.x + box.width - wide, box.y,
                                              wide, box.height},
                           light, shadow);
}

static void
draw_page(struct album *m, struct paint_picture *picture,
          const struct layout_page *page, size_t cell)
{
    struct diag *d = m->job->run->diag;
    double scale;
    struct paint_box box = place_in_cell(m, page, cell, &scale);
    struct paint_box around = {box.x - 1, box.y - 1, box.width + 2,
                               box.height + 2};
    paint_picture_fill(picture, around, edge);
    if (!paint_picture_page(picture, page, box, scale, d))
        m->failed = true;
    if (m->job->edition->spreads)
        shade_gutter(picture, box, page->right);
    if (!paint_picture_caption(picture, page, box.x + box.width / 2.0,
                               box.y + box.height + unit(m, BASELINE),
                               growth(m), d))
        m->failed = true;
}

/* Writes a sheet as far as cells of it are used, and lets go of it. */
static void
write_sheet(struct album *m, struct contact_sheet *sheet)
{
    int columns = columns_of(m);
    int rows = ((int)sheet->used + columns - 1) / columns;
    int across = columns;
    if (!sheet->number && rows == 1)
        across = (int)sheet->used;
    struct paint_box box = {0, 0, width_of_cells(m, across),
                            height_of_rows(m, rows)};
    if (m->job->book->rtl)
        box.x = width_of_cells(m, columns) - box.width;
    png_write(m, sheet->picture, box, sheet->number + 1, sheet->number + 1);
    paint_picture_free(sheet->picture);
    *sheet = m->sheets.at[--m->sheets.n];
}

/* How many pages a full sheet has: spreads have two, but the book's first has
 * one. */
static size_t
pages_of_sheet(const struct album *m, size_t number)
{
    return CELLS - (m->job->edition->spreads && !number &&
                    png_begins_alone(m) && png_wants_spread(m, 0));
}

void
contact_page(struct album *m, const struct layout_page *page)
{
    bool spreads = m->job->edition->spreads;
    if (spreads ? !png_wants_spread(m, png_spread_of(m, page->index))
                : !png_wants(m, page->index))
        return;
    if (!measure_cells(m, page))
        return;
    size_t rank = rank_of_cell(m, page->index);
    size_t cells = (size_t)columns_of(m) * ROWS;
    struct contact_sheet *sheet = sheet_of(m, rank / cells);
    if (!sheet)
        return;
    size_t cell = rank % cells;
    draw_page(m, sheet->picture, page, cell);
    sheet->used = cell >= sheet->used ? cell + 1 : sheet->used;
    sheet->pages++;
    if (sheet->pages == pages_of_sheet(m, sheet->number))
        write_sheet(m, sheet);
}

void
contact_end(struct album *m)
{
    while (m->sheets.n && !m->failed)
        write_sheet(m, &m->sheets.at[0]);
    for (size_t i = 0; i < m->sheets.n; i++)
        paint_picture_free(m->sheets.at[i].picture);
}
