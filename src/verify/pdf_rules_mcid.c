/* SPDX-License-Identifier: MIT */
/* Content, structure tree and parent tree name each other (ISO 32000-1,
 * 14.7.4). */
#include "verify/pdf_check.h"

/* The items of one page or form, in the order of their MCIDs: each must have
 * been seen, and be what the parent tree says. */
static void
check_owner(struct pdf_check *c, size_t from, size_t until)
{
    const struct pdfin_tree *t = c->tree;
    uint32_t owner = t->items.at[t->by_place[from]].owner;
    const struct pdfin_object *key =
        pdfin_get(c->pdf, pdfin_load(c->pdf, owner), "StructParents");
    const struct pdfin_object *list = &pdfin_nothing;
    if (key->type == PDFIN_INTEGER)
        list = pdfin_resolve(
            c->pdf,
            pdf_number_tree(c->pdf, pdfin_get(c->pdf, t->root, "ParentTree"),
                            key->integer));
    for (size_t i = from; i < until; i++) {
        const struct pdfin_tree_item *item = &t->items.at[t->by_place[i]];
        const struct pdfin_element *e = &t->elements.at[item->element];
        if (item->mcid < 0)
            continue;
        if (i > from && t->items.at[t->by_place[i - 1]].mcid == item->mcid) {
            pdf_find(c, PDF_MCID_TWICE, e->number,
                     "marked content %d of object %u is in two elements",
                     item->mcid, owner);
            continue;
        }
        if (!item->seen)
            pdf_find(c, PDF_MCID_CONTENT, e->number,
                     "object %u has no marked content %d", owner, item->mcid);
        const struct pdfin_object *to =
            list->type == PDFIN_ARRAY && (uint32_t)item->mcid < list->n
                ? &list->items[item->mcid]
                : &pdfin_nothing;
        if (e->number && pdfin_number_of(to) != e->number)
            pdf_find(c, PDF_PARENT_TREE, owner,
                     "the parent tree does not lead from %d to its element",
                     item->mcid);
    }
}

/* A Link element holds the annotation, or an element in it does. */
static void
check_links(struct pdf_check *c)
{
    const struct pdfin_tree *t = c->tree;
    struct arena *a = arena_new();
    uint8_t *holds = arena_alloc(a, t->elements.n + 1);
    for (size_t i = 0; i < t->items.n; i++) {
        if (t->items.at[i].mcid >= 0)
            continue;
        for (uint32_t e = t->items.at[i].element;
             e != PDFIN_NO_ELEMENT && !holds[e]; e = t->elements.at[e].parent)
            holds[e] = 1;
    }
    for (uint32_t i = 0; i < t->elements.n; i++)
        if (t->elements.at[i].standard == PDFIN_S_Link && !holds[i])
            pdf_find(c, PDF_LINK_OBJR, t->elements.at[i].number,
                     "a Link element holds no annotation");
    arena_free(a);
}

void
pdf_check_content_tree(struct pdf_check *c)
{
    const struct pdfin_tree *t = c->tree;
    for (size_t i = 0, until; i < t->items.n; i = until) {
        uint32_t owner = t->items.at[t->by_place[i]].owner;
        for (until = i + 1; until < t->items.n &&
                            t->items.at[t->by_place[until]].owner == owner;)
            until++;
        check_owner(c, i, until);
        pdfin_let_go(c->pdf);
    }
    check_links(c);
}
