/* SPDX-License-Identifier: MIT */
/* Page contexts: @page rules that fit a page, and its margin boxes (CSS Paged
 * Media Level 3, clauses 4 to 6). */
#include <stdlib.h>
#include <string.h>

#include "style/style_int.h"

struct page_entry {
    struct style_page_query query;
    struct style_page page;
};

struct style_page_memo {
    VEC(struct page_entry *) entries;
};

static bool
same_query(struct style_page_query a, struct style_page_query b)
{
    return str_eq(a.name, b.name) && a.left == b.left && a.verso == b.verso &&
           a.first == b.first && a.blank == b.blank;
}

static bool
fits(const struct page_rule *r, struct style_page_query q)
{
    return (!r->name || str_eq(r->name, q.name)) && (!r->left || q.left) &&
           (!r->right || !q.left) && (!r->verso || q.verso) &&
           (!r->recto || !q.verso) && (!r->first || q.first) &&
           (!r->blank || q.blank);
}

/* Clause 4.5: names, then :first and :blank, then :left and :right, as which
 * count :recto and :verso. */
static int
weight(const struct page_rule *r)
{
    return (r->name ? 10000 : 0) + (r->first + r->blank) * 100 + r->left +
           r->right + r->recto + r->verso;
}

static int
compare_pages(const void *x, const void *y)
{
    const struct page_rule *a = *(const struct page_rule *const *)x;
    const struct page_rule *b = *(const struct page_rule *const *)y;
    if (a->base != b->base)
        return a->base ? -1 : 1;
    if (weight(a) != weight(b))
        return weight(a) < weight(b) ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static int
resolve(struct style_length l, int of)
{
    if (l.unit == STYLE_PERCENT)
        return css_round(l.value / 10000.0 * of + l.plus);
    return l.unit == STYLE_LENGTH ? l.value : 0;
}

/* Where text stands in a box unless it is told (clause 5.3). */
static enum style_align
box_align(enum style_margin_box box)
{
    switch (box) {
    case STYLE_TOP_LEFT_CORNER:
    case STYLE_BOTTOM_LEFT_CORNER:
    case STYLE_TOP_RIGHT:
    case STYLE_BOTTOM_RIGHT:
        return STYLE_RIGHT_ALIGN;
    case STYLE_TOP_CENTER:
    case STYLE_BOTTOM_CENTER:
        return STYLE_CENTER;
    default:
        return STYLE_LEFT_ALIGN;
    }
}

static const struct style *
margin_box(struct style_sheet *sheet, const struct computed *page,
           const struct page_rule *const *rules, size_t n,
           enum style_margin_box box)
{
    VEC(struct css_block) blocks = {0};
    for (size_t i = 0; i < n; i++)
        for (const struct css_rule *r = rules[i]->rule->rules; r; r = r->next)
            if (css_margin_box(r->name) == (int)box)
                *vec_add(sheet->arena, &blocks) =
                    (struct css_block){r->first, rules[i]->base};
    if (!blocks.n)
        return NULL;
    struct computed above, out;
    memcpy(&above, page, sizeof above);
    above.style.text_align = box_align(box);
    struct style_scale scale = {.type = sheet->scale.furniture};
    style_compute(sheet, &scale, &above, blocks.at, blocks.n, &out);
    if (!out.style.content)
        return NULL;
    return &style_share(sheet, &out)->style;
}

/* The size of the pages that have no name, before anything is computed. */
static void
find_view(struct style_sheet *sheet)
{
    sheet->view[0] = 612 * STYLE_PT;
    sheet->view[1] = 792 * STYLE_PT;
    struct computed out;
    memcpy(&out, &sheet->initial, sizeof out);
    struct compute c = {.sheet = sheet,
                        .out = &out,
                        .parent = &sheet->initial,
                        .initial = &sheet->initial,
                        .em = sheet->initial.size,
                        .root_em = sheet->initial.size,
                        .root_size = sheet->initial.size};
    for (int base = 1; base >= 0; base--)
        for (size_t i = 0; i < sheet->pages.n; i++) {
            const struct page_rule *r = &sheet->pages.at[i];
            if (r->base != base || r->name || r->first || r->blank)
                continue;
            for (const struct css_declaration *d = r->rule->first; d;
                 d = d->next)
                if (d->in_print && !d->has_var && !d->custom &&
                    d->property->set == css_set_page_size)
                    css_apply(&c, d->property, d->value);
        }
    if (out.page_size[0] > 0)
        memcpy(sheet->view, out.page_size, sizeof sheet->view);
}

void
style_view(struct style_sheet *sheet, int view[2])
{
    if (!sheet->view[0])
        find_view(sheet);
    bool set = sheet->page_size[0] > 0;
    view[0] = set ? sheet->page_size[0] : sheet->view[0];
    view[1] = set ? sheet->page_size[1] : sheet->view[1];
}

static void
make_page(struct style_sheet *sheet, const struct page_rule *const *rules,
          size_t n, struct style_page *out)
{
    struct css_block *blocks =
        n ? ARENA_ARRAY(sheet->arena, struct css_block, n) : NULL;
    for (size_t i = 0; i < n; i++)
        blocks[i] = (struct css_block){rules[i]->rule->first, rules[i]->base};
    struct computed page;
    style_compute(sheet, NULL, style_html(sheet), blocks, n, &page);
    page.style.content = NULL;
    bool given = page.page_size[0] > 0;
    out->width = given ? page.page_size[0] : 612 * STYLE_PT;
    out->height = given ? page.page_size[1] : 792 * STYLE_PT;
    if (sheet->page_size[0]) {
        out->width = sheet->page_size[0];
        out->height = sheet->page_size[1];
    }
    for (int side = 0; side < 4; side++)
        out->margin[side] = resolve(page.style.margin[side],
                                    side % 2 ? out->width : out->height);
    out->bleed = page.page_bleed - 1;
    out->marks = page.page_marks;
    out->background = page.style.background;
    out->backdrop = page.style.backdrop;
    for (int box = 0; box < STYLE_MARGIN_BOX_COUNT; box++)
        out->box[box] =
            margin_box(sheet, &page, rules, n, (enum style_margin_box)box);
}

size_t
style_page_rules(struct style_sheet *sheet, struct style_page_query query,
                 const struct page_rule ***out)
{
    VEC(const struct page_rule *) fit = {0};
    for (size_t i = 0; i < sheet->pages.n; i++)
        if (fits(&sheet->pages.at[i], query))
            *vec_add(sheet->arena, &fit) = &sheet->pages.at[i];
    if (fit.n)
        qsort(fit.at, fit.n, sizeof *fit.at, compare_pages);
    *out = fit.at;
    return fit.n;
}

const struct style_page *
style_page_of(struct style_sheet *sheet, struct style_page_query query)
{
    if (!sheet->page_memo)
        sheet->page_memo = ARENA_NEW(sheet->arena, struct style_page_memo);
    struct style_page_memo *m = sheet->page_memo;
    for (size_t i = 0; i < m->entries.n; i++)
        if (same_query(m->entries.at[i]->query, query))
            return &m->entries.at[i]->page;
    const struct page_rule **fit;
    size_t n = style_page_rules(sheet, query, &fit);
    struct page_entry *e = ARENA_NEW(sheet->arena, struct page_entry);
    e->query = query;
    if (query.name)
        e->query.name = arena_str(sheet->arena, query.name);
    make_page(sheet, fit, n, &e->page);
    *vec_add(sheet->arena, &m->entries) = e;
    return &e->page;
}

void
style_set_page_size(struct style_sheet *sheet, int width, int height)
{
    sheet->page_size[0] = width;
    sheet->page_size[1] = height;
    sheet->page_memo = NULL;
}
