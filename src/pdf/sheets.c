/* SPDX-License-Identifier: MIT */
/* Sheets of paper with several pages on each side. Every page is a form
 * (ISO 32000-1, 8.10), written as it comes; sheets show them at the end, when
 * it is known how many there are. */
#include "pdf/pdf_int.h"

struct sheets {
    struct pdf_writer *w;
    struct pdf_plan plan;
    struct pdf_grid grid;
    int paper;
};

/* --- what pages are like --- */

static void
reach_to(int *reach, int from_middle)
{
    int far = from_middle < 0 ? -from_middle : from_middle;
    if (far > *reach)
        *reach = far;
}

static void
count_type(struct pdf_writer *w, int size, size_t glyphs)
{
    struct pdf_reach *r = &w->reach;
    size_t i = 0;
    while (i < r->types.n && r->types.at[i].size != size)
        i++;
    if (i == r->types.n)
        *vec_add(w->arena, &r->types) = (struct pdf_type){size, 0};
    r->types.at[i].glyphs += glyphs;
}

void
pdf_sheets_look(struct pdf_writer *w, const struct layout_page *page)
{
    for (size_t i = 0; i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        int size = run->font->size, x = run->x - page->width / 2,
            y = run->y - page->height / 2;
        reach_to(&w->reach.across, x);
        reach_to(&w->reach.across, x + run->width);
        reach_to(&w->reach.down, y - size);
        reach_to(&w->reach.down, y + size / 4);
        count_type(w, size, run->glyph_count);
    }
}

/* The size of most of the text. */
static int
usual_type(const struct pdf_reach *r)
{
    struct pdf_type most = {0};
    for (size_t i = 0; i < r->types.n; i++)
        if (r->types.at[i].glyphs > most.glyphs)
            most = r->types.at[i];
    return most.size;
}

/* The page whose size most of the pages have. */
static const struct pdf_page *
usual_page(const struct pdf_writer *w)
{
    size_t most = 0;
    const struct pdf_page *usual = NULL;
    for (size_t i = 0; i < w->pages.n && most <= w->pages.n - i; i++) {
        const struct pdf_page *page = &w->pages.at[i];
        size_t same = 0;
        for (size_t k = i; k < w->pages.n; k++)
            same += w->pages.at[k].width == page->width &&
                    w->pages.at[k].height == page->height;
        if (same > most) {
            most = same;
            usual = page;
        }
    }
    return usual;
}

/* --- sheets --- */

/* Appends millionths as a number. */
static void
millionths(struct buf *b, int64_t n)
{
    buf_printf(b, "%s%d.%06d", n < 0 ? "-" : "",
               (int)((n < 0 ? -n : n) / PDF_WHOLE),
               (int)((n < 0 ? -n : n) % PDF_WHOLE));
}

static void
numbers(struct buf *b, const int *units, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        pdf_points(b, units[i]);
        buf_char(b, ' ');
    }
}

/* Clips to the cell, so that nothing of a page comes to lie on the next. */
static void
clip(struct buf *b, const struct pdf_spread_place *p, int height)
{
    const int box[] = {p->left, height - p->top - p->height, p->width,
                       p->height};
    numbers(b, box, 4);
    buf_str(b, "re W n\n");
}

/* `a b c d e f cm`: the middle of the page comes to its place. */
static void
matrix(struct buf *b, const struct pdf_spread_place *p,
       const struct pdf_page *page, int height)
{
    int x = (int)(page->width * p->scale / PDF_WHOLE / 2);
    int y = (int)(page->height * p->scale / PDF_WHOLE / 2);
    const int whole[] = {p->x - x, height - p->y - y};
    const int turned[] = {p->x + y, height - p->y - x};
    const int64_t factors[] = {
        p->turned ? 0 : p->scale, p->turned ? p->scale : 0,
        p->turned ? -p->scale : 0, p->turned ? 0 : p->scale};
    for (size_t i = 0; i < 4; i++) {
        millionths(b, factors[i]);
        buf_char(b, ' ');
    }
    numbers(b, p->turned ? turned : whole, 2);
    buf_str(b, "cm\n");
}

static void
show(const struct sheets *s, size_t side, size_t place, struct buf *b)
{
    uint32_t i = pdf_plan_page(&s->plan, side, place);
    if (i == PDF_NONE)
        return;
    const struct pdf_page *page = &s->w->pages.at[i];
    struct pdf_spread_place p =
        pdf_grid_place(&s->grid, place, page->width, page->height,
                       pdf_plan_creep(&s->plan, side, s->paper));
    buf_str(b, "q\n");
    clip(b, &p, s->grid.height);
    matrix(b, &p, page, s->grid.height);
    buf_printf(b, "/P%u Do\nQ\n", i + 1);
}

static uint32_t
write_content(const struct sheets *s, size_t side)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (size_t place = 0; place < s->plan.places; place++)
        show(s, side, place, &b);
    uint32_t object = pdf_object(s->w->out);
    pdf_put_stream(s->w->out, object, "", b.at, b.n, true);
    buf_free(&b);
    return object;
}

static void
write_side(void *with, size_t side, uint32_t parent, struct buf *b)
{
    const struct sheets *s = with;
    const int size[] = {s->grid.width, s->grid.height};
    bool transparent = false;
    buf_printf(b, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", parent);
    numbers(b, size, 2);
    buf_printf(b, "]/Contents %u 0 R/Resources<</XObject<<",
               write_content(s, side));
    for (size_t place = 0; place < s->plan.places; place++) {
        uint32_t i = pdf_plan_page(&s->plan, side, place);
        if (i == PDF_NONE)
            continue;
        buf_printf(b, "/P%u %u 0 R", i + 1, s->w->pages.at[i].contents);
        transparent |= s->w->pages.at[i].transparent;
    }
    buf_str(b, ">>>>");
    if (transparent)
        buf_str(b, "/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>");
    buf_str(b, ">>");
}

static void
write_catalog(const struct sheets *s, bool short_edge)
{
    struct pdf_writer *w = s->w;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_printf(&b,
               "<</Type/Catalog/Pages %u 0 R/Metadata %u 0 R"
               "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None"
               "/Duplex/DuplexFlip%sEdge/PickTrayByPDFSize true>>/Lang",
               w->page_tree, pdf_xmp_write(w), short_edge ? "Short" : "Long");
    pdf_text(&b, w->book->lang);
    buf_str(&b, ">>");
    pdf_put(w->out, w->catalog, &b);
    buf_free(&b);
}

/* Sheets are turned as the leaves of a book are, about an edge that stands
 * upright. */
void
pdf_sheets_write(struct pdf_writer *w, const struct pdf_imposition *how,
                 struct pdf_imposed *what)
{
    const struct pdf_page *usual = usual_page(w);
    struct sheets s = {.w = w, .paper = how->paper};
    s.grid = pdf_grid_of(how->mode, how->width, how->height, usual->width,
                         usual->height);
    pdf_grid_spare(&s.grid, w->reach.across, w->reach.down);
    s.plan = pdf_plan_of(how->mode, w->pages.n,
                         w->book->rtl && s.grid.columns > 1, how->cover);
    uint32_t *objects = ARENA_ARRAY(w->arena, uint32_t, s.plan.sides + 1);
    for (size_t i = 0; i < s.plan.sides; i++)
        objects[i] = pdf_object(w->out);
    *what = (struct pdf_imposed){
        .pages = w->pages.n,
        .blanks = s.plan.slots - w->pages.n,
        .sheets = s.plan.sheets,
        .width = s.grid.width,
        .height = s.grid.height,
        .scale = (int)s.grid.scale,
        .type = (int)(usual_type(&w->reach) * s.grid.scale / PDF_WHOLE),
        .short_edge = s.grid.width > s.grid.height};
    pdf_page_tree_write(w, s.plan.sides, objects, write_side, &s);
    write_catalog(&s, what->short_edge);
    pdf_out_end(w->out, w->catalog, pdf_info_write(w));
}
