/* SPDX-License-Identifier: MIT */
/* Which page stands where on sheets of paper: arithmetic, without any PDF.
 *
 * A booklet is one signature, stapled through its fold. Its outermost sheet is
 * the first; sheet k from it shows, before it is folded, the pages k·2 from
 * the end and k·2 from the beginning. Folded sheets lie in each other, and each
 * is pushed out by the thickness of the one around it: by k·t at sheet k for
 * paper of the thickness t. Its pages move toward the fold by as much, and lie
 * upon one another again (Kodak, Preps 5 user guide, "Calculating Shingling
 * Amounts": number of pages / 4 × stock thickness in all; impozycjoner.com,
 * "Reduction of creeping pages", has one sheet less, as here, since the
 * outermost sheet stays where it is). */
#include "pdf/pdf_int.h"

enum { PER_LEAF = 2, PER_SHEET = 2 * PER_LEAF };

static size_t
up(size_t n, size_t unit)
{
    return (n + unit - 1) / unit;
}

struct pdf_plan
pdf_plan_of(enum pdf_imposing mode, size_t pages, bool mirrored, bool leaf)
{
    struct pdf_plan p = {
        .mode = mode, .mirrored = mirrored, .pages = pages, .slots = pages};
    p.places = mode == PDF_4_UP ? 4 : 2;
    if (mode == PDF_BOOKLET) {
        p.slots = up(pages, PER_SHEET) * PER_SHEET;
        if (leaf && pages > 1 && p.slots - pages == PER_LEAF + 1)
            p.lead = PER_LEAF;
    }
    p.sides = up(p.slots, p.places);
    p.sheets = up(p.sides, 2);
    return p;
}

/* The place in the book, from 0, of what stands on a side. */
static size_t
slot_of(const struct pdf_plan *p, size_t side, size_t place)
{
    size_t within = p->mirrored ? place ^ 1 : place, sheet = side / 2;
    if (p->mode != PDF_BOOKLET)
        return side * p->places + within;
    bool from_end = (within == 0) == (side % 2 == 0);
    size_t from = 2 * sheet + side % 2;
    return from_end ? p->slots - 1 - from : from;
}

uint32_t
pdf_plan_page(const struct pdf_plan *p, size_t side, size_t place)
{
    size_t slot = slot_of(p, side, place);
    if (slot && slot <= p->lead)
        return PDF_NONE;
    size_t page = slot ? slot - p->lead : 0;
    return page < p->pages ? (uint32_t)page : PDF_NONE;
}

int
pdf_plan_creep(const struct pdf_plan *p, size_t side, int paper)
{
    return p->mode == PDF_BOOKLET ? (int)(side / 2) * paper : 0;
}

/* How much of its size something may keep, in millionths. */
static int64_t
fit(int width, int height, int room, int high)
{
    int64_t across = (int64_t)room * PDF_WHOLE / width;
    int64_t down = (int64_t)high * PDF_WHOLE / height;
    return across < down ? across : down;
}

struct pdf_grid
pdf_grid_of(enum pdf_imposing mode, int sheet_width, int sheet_height,
            int page_width, int page_height)
{
    static const struct {
        enum pdf_imposing mode;
        int columns, rows;
    } shapes[] = {{PDF_BOOKLET, 2, 1},
                  {PDF_2_UP, 2, 1},
                  {PDF_2_UP, 1, 2},
                  {PDF_4_UP, 2, 2}};
    struct pdf_grid best = {0};
    for (size_t i = 0; i < 2 * sizeof shapes / sizeof *shapes; i++) {
        int columns = shapes[i / 2].columns, rows = shapes[i / 2].rows;
        int width = i % 2 ? sheet_width : sheet_height;
        int height = i % 2 ? sheet_height : sheet_width;
        int64_t scale =
            fit(page_width, page_height, width / columns, height / rows);
        if (shapes[i / 2].mode == mode && scale > best.scale)
            best = (struct pdf_grid){.columns = columns,
                                     .rows = rows,
                                     .width = width,
                                     .height = height,
                                     .scale = scale,
                                     .folded = mode == PDF_BOOKLET};
    }
    if (best.scale > PDF_WHOLE)
        best.scale = PDF_WHOLE;
    return best;
}

/* The largest scale at which what reaches so far from a cell's middle keeps
 * clear of the sheet's edge. */
static int64_t
keep_clear(int64_t scale, int reach, int half)
{
    int room = half - PDF_PRINTER_MARGIN;
    if (reach <= 0 || room <= 0 || reach * scale / PDF_WHOLE <= room)
        return scale;
    return (int64_t)room * PDF_WHOLE / reach;
}

void
pdf_grid_spare(struct pdf_grid *g, int reach_across, int reach_down)
{
    g->scale = keep_clear(g->scale, reach_across, g->width / g->columns / 2);
    g->scale = keep_clear(g->scale, reach_down, g->height / g->rows / 2);
}

/* How far a page goes from the middle of its half toward the fold: all the way
 * where it all but fills the half, lest a hairline of white show there. */
static int
toward_fold(const struct pdf_grid *g, int width, int64_t scale, int room)
{
    int over = room - (int)(width * scale / PDF_WHOLE);
    return g->folded && over < PDF_NEARLY ? over / 2 : 0;
}

struct pdf_spread_place
pdf_grid_place(const struct pdf_grid *g, size_t place, int page_width,
               int page_height, int creep)
{
    int column = (int)place % g->columns, row = (int)place / g->columns;
    int room = g->width / g->columns, high = g->height / g->rows;
    int64_t upright = fit(page_width, page_height, room, high);
    int64_t turned = fit(page_height, page_width, room, high);
    struct pdf_spread_place p = {.left = column * room,
                                 .top = row * high,
                                 .width = room,
                                 .height = high,
                                 .scale = g->scale};
    p.turned = upright < g->scale && turned > upright;
    int64_t own = p.turned ? turned : upright;
    if (own < p.scale)
        p.scale = own;
    creep += toward_fold(g, p.turned ? page_height : page_width, p.scale, room);
    p.x = p.left + room / 2 + (column ? -creep : creep);
    p.y = p.top + high / 2;
    return p;
}
