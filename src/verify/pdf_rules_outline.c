/* SPDX-License-Identifier: MIT */
/* Ways through the document: outline, page labels, destinations (ISO 32000-1,
 * 12.3 and 12.4.2). */
#include <stdlib.h>
#include <string.h>

#include "verify/pdf_check.h"

enum { TREE_MOST = 40, OUTLINE_MOST = 200000, MANY_PAGES = 20 };

/* Whether the limits of a node of a tree let the key be in it. */
static int
compare_key(const struct pdfin_object *a, const struct pdfin_object *b)
{
    if (a->type == PDFIN_STRING && b->type == PDFIN_STRING) {
        uint32_t n = a->n < b->n ? a->n : b->n;
        int order = memcmp(a->text, b->text, n);
        return order ? order : (a->n > b->n) - (a->n < b->n);
    }
    int64_t x = pdfin_integer(a, 0), y = pdfin_integer(b, 0);
    return (x > y) - (x < y);
}

/* The kid of a node that may have the key, or PDFIN_NULL. */
static const struct pdfin_object *
kid_for(struct pdfin *f, const struct pdfin_object *node,
        const struct pdfin_object *key)
{
    const struct pdfin_object *kids = pdfin_get(f, node, "Kids");
    uint32_t low = 0, high = kids->type == PDFIN_ARRAY ? kids->n : 0;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const struct pdfin_object *kid = pdfin_item(f, kids, middle);
        const struct pdfin_object *limits = pdfin_get(f, kid, "Limits");
        if (compare_key(pdfin_item(f, limits, 1), key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return pdfin_item(f, kids, low);
}

static const struct pdfin_object *
tree_value(struct pdfin *f, const struct pdfin_object *node,
           const struct pdfin_object *key, const char *leaves)
{
    for (int i = 0; i < TREE_MOST && node->type == PDFIN_DICTIONARY; i++) {
        const struct pdfin_object *pairs = pdfin_get(f, node, leaves);
        uint32_t low = 0, n = pairs->type == PDFIN_ARRAY ? pairs->n / 2 : 0;
        uint32_t high = n;
        while (low < high) {
            uint32_t middle = (low + high) / 2;
            if (compare_key(pdfin_item(f, pairs, 2 * middle), key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < n && compare_key(pdfin_item(f, pairs, 2 * low), key) == 0)
            return &pairs->items[2 * low + 1];
        if (n)
            return &pdfin_nothing;
        node = kid_for(f, node, key);
    }
    return &pdfin_nothing;
}

const struct pdfin_object *
pdf_number_tree(struct pdfin *f, const struct pdfin_object *root, int64_t key)
{
    struct pdfin_object k = {PDFIN_INTEGER, 0, {.integer = key}};
    return tree_value(f, root, &k, "Nums");
}

const struct pdfin_object *
pdf_name_tree(struct pdfin *f, const struct pdfin_object *root,
              const struct pdfin_object *key)
{
    return tree_value(f, root, key, "Names");
}

bool
pdf_leads_to_page(struct pdf_check *c, const struct pdfin_object *d)
{
    struct pdfin *f = c->pdf;
    if (d->type == PDFIN_NAME)
        d = pdfin_get(f, pdfin_get(f, f->catalog, "Dests"), d->text);
    else if (d->type == PDFIN_STRING)
        d = pdfin_resolve(
            f, pdf_name_tree(
                   f, pdfin_get(f, pdfin_get(f, f->catalog, "Names"), "Dests"),
                   d));
    if (d->type == PDFIN_DICTIONARY)
        d = pdfin_get(f, d, "D");
    if (d->type != PDFIN_ARRAY || d->n < 2)
        return false;
    const struct pdfin_object *page = &d->items[0];
    uint32_t number = pdfin_number_of(page);
    if (page->type == PDFIN_INTEGER)
        return page->integer >= 0;
    return number && number < f->count && f->is_page &&
           f->is_page[number / 8] & 1 << number % 8;
}

/* Whether something with Dest or A (a GoTo) leads somewhere. */
static bool
leads_somewhere(struct pdf_check *c, const struct pdfin_object *o)
{
    const struct pdfin_object *action = pdfin_get(c->pdf, o, "A");
    if (pdfin_has(o, "Dest"))
        return pdf_leads_to_page(c, pdfin_get(c->pdf, o, "Dest"));
    if (pdfin_is(pdfin_get(c->pdf, action, "S"), "GoTo"))
        return pdf_leads_to_page(c, pdfin_get(c->pdf, action, "D"));
    return true;
}

static void
check_item(struct pdf_check *c, const struct pdfin_object *item,
           uint32_t number)
{
    const char *title = pdfin_text(c->arena, pdfin_get(c->pdf, item, "Title"));
    if (str_blank(title))
        pdf_find(c, PDF_OUTLINE, number, "an entry has no title");
    else if (!leads_somewhere(c, item))
        pdf_find(c, PDF_OUTLINE, number, "“%s” leads nowhere", title);
}

static void
check_items(struct pdf_check *c, uint32_t first)
{
    struct arena *a = arena_new();
    uint8_t *seen = arena_alloc(a, c->pdf->count / 8 + 1);
    VEC(uint32_t) stack = {0};
    *vec_add(a, &stack) = first;
    while (stack.n) {
        uint32_t number = stack.at[--stack.n];
        const struct pdfin_object *item = pdfin_load(c->pdf, number);
        if (item->type != PDFIN_DICTIONARY || pdf_looked(seen, c, number)) {
            pdf_find(c, PDF_OUTLINE, number,
                     "the outline's list is broken or goes in a circle");
            continue;
        }
        check_item(c, item, number);
        if (pdfin_has(item, "Next"))
            *vec_add(a, &stack) = pdfin_number_of(pdfin_raw(item, "Next"));
        if (pdfin_has(item, "First"))
            *vec_add(a, &stack) = pdfin_number_of(pdfin_raw(item, "First"));
        pdfin_let_go(c->pdf);
    }
    arena_free(a);
}

static void
check_labels(struct pdf_check *c)
{
    struct pdfin *f = c->pdf;
    const struct pdfin_object *labels = pdfin_get(f, f->catalog, "PageLabels");
    const struct pdfin_object *nums = pdfin_get(f, labels, "Nums");
    static const char *const styles[] = {"D", "R", "r", "A", "a"};
    int64_t last = -1;
    if (labels->type != PDFIN_DICTIONARY || nums->type != PDFIN_ARRAY)
        return;
    for (uint32_t i = 0; i + 1 < nums->n; i += 2) {
        int64_t page = pdfin_integer(pdfin_item(f, nums, i), -1);
        const struct pdfin_object *style =
            pdfin_get(f, pdfin_item(f, nums, i + 1), "S");
        bool known = style->type == PDFIN_NULL;
        for (size_t k = 0; k < sizeof styles / sizeof *styles; k++)
            known |= pdfin_is(style, styles[k]);
        if (page <= last || (i == 0 && page != 0) || page >= f->page_count)
            pdf_find(c, PDF_PAGE_LABELS, 0, "labels of page %lld are misplaced",
                     (long long)page + 1);
        if (!known)
            pdf_find(c, PDF_PAGE_LABELS, 0, "labels in the style “%s”",
                     pdfin_name(style));
        last = page;
    }
    if (nums->n < 2)
        pdf_find(c, PDF_PAGE_LABELS, 0, "there is no first page's label");
}

void
pdf_check_outline(struct pdf_check *c)
{
    struct pdfin *f = c->pdf;
    const struct pdfin_object *outline = pdfin_get(f, f->catalog, "Outlines");
    if (pdfin_has(outline, "First"))
        check_items(c, pdfin_number_of(pdfin_raw(outline, "First")));
    else if (f->page_count > MANY_PAGES)
        pdf_find(c, PDF_OUTLINE_MISSING, 0, "%u pages and no outline",
                 f->page_count);
    check_labels(c);
}
