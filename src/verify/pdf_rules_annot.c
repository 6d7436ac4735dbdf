/* SPDX-License-Identifier: MIT */
/* Annotations: links, form fields and the rest (ISO 14289-1, 7.18;
 * ISO 19005-2, 6.3). */
#include <string.h>

#include "verify/pdf_check.h"

enum {
    INVISIBLE = 1 << 0,
    HIDDEN = 1 << 1,
    PRINT = 1 << 2,
    NO_VIEW = 1 << 5,
    TOGGLE_NO_VIEW = 1 << 8
};

/* The element that holds the annotation; or PDFIN_NO_ELEMENT. */
static uint32_t
element_of(struct pdf_check *c, uint32_t number)
{
    const struct pdfin_tree_item *item =
        number ? pdfin_tree_find(c->tree, number, -1) : NULL;
    return item ? item->element : PDFIN_NO_ELEMENT;
}

/* Whether the element is of that type, or within such a one. */
static bool
is_within(struct pdf_check *c, uint32_t element, enum pdfin_standard type)
{
    while (element != PDFIN_NO_ELEMENT) {
        if (c->tree->elements.at[element].standard == type)
            return true;
        element = c->tree->elements.at[element].parent;
    }
    return false;
}

static void
check_type(struct pdf_check *c, const struct pdfin_object *a, uint32_t number)
{
    static const char allowed[] =
        "Text Link FreeText Line Square Circle Polygon PolyLine Highlight "
        "Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment "
        "Widget PrinterMark TrapNet Watermark Redact";
    const char *type = pdfin_name(pdfin_get(c->pdf, a, "Subtype"));
    int64_t flags = pdfin_integer(pdfin_get(c->pdf, a, "F"), 0);
    const struct pdfin_object *rect = pdfin_get(c->pdf, a, "Rect");
    double box[4] = {0};
    for (uint32_t i = 0; i < 4; i++)
        box[i] = pdfin_number(pdfin_item(c->pdf, rect, i), 0);
    if (!str_has_word(allowed, type))
        pdf_find(c, PDF_ANNOT_TYPE, number, "an annotation of the type “%s”",
                 type);
    if (rect->type != PDFIN_ARRAY || rect->n != 4)
        pdf_find(c, PDF_ANNOT_RECT, number, "an annotation has no Rect");
    if (strcmp(type, "Popup") != 0 &&
        (!(flags & PRINT) ||
         flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW)))
        pdf_find(c, PDF_ANNOT_FLAGS, number, "the flags of a %s are %lld", type,
                 (long long)flags);
    bool empty = box[0] == box[2] && box[1] == box[3];
    if (strcmp(type, "Popup") != 0 && strcmp(type, "Link") != 0 && !empty &&
        !pdfin_has(pdfin_get(c->pdf, a, "AP"), "N"))
        pdf_find(c, PDF_ANNOT_LOOK, number, "a %s has no appearance", type);
    const struct pdfin_object *looks =
        pdfin_dictionary(pdfin_get(c->pdf, a, "AP"));
    if (looks->n && (looks->n > 1 || !pdfin_has(looks, "N")))
        pdf_find(c, PDF_ANNOT_LOOK, number, "AP has something beside N alone");
}

static bool
leads_somewhere(struct pdf_check *c, const struct pdfin_object *a)
{
    const struct pdfin_object *action = pdfin_get(c->pdf, a, "A");
    const struct pdfin_object *kind = pdfin_get(c->pdf, action, "S");
    if (pdfin_has(a, "Dest"))
        return pdf_leads_to_page(c, pdfin_get(c->pdf, a, "Dest"));
    if (pdfin_is(kind, "GoTo"))
        return pdf_leads_to_page(c, pdfin_get(c->pdf, action, "D"));
    if (pdfin_is(kind, "URI"))
        return pdfin_get(c->pdf, action, "URI")->n > 0;
    return action->type == PDFIN_DICTIONARY;
}

static void
check_link(struct pdf_check *c, const struct pdfin_object *a, uint32_t number,
           uint32_t element)
{
    if (!is_within(c, element, PDFIN_S_Link))
        pdf_find(c, PDF_LINK_TAGGED, number, "a link is in no Link element");
    if (!*pdfin_text(c->pdf->cache, pdfin_get(c->pdf, a, "Contents")))
        pdf_find(c, PDF_LINK_CONTENTS, number, "a link has no Contents");
    if (!leads_somewhere(c, a))
        pdf_find(c, PDF_LINK_TARGET, number, "a link leads nowhere");
}

static void
check_widget(struct pdf_check *c, const struct pdfin_object *a, uint32_t number,
             uint32_t element)
{
    const struct pdfin_object *own = pdfin_get(c->pdf, a, "TU");
    if (own->type != PDFIN_STRING)
        own = pdfin_get(c->pdf, pdfin_get(c->pdf, a, "Parent"), "TU");
    if (!is_within(c, element, PDFIN_S_Form))
        pdf_find(c, PDF_WIDGET_TAGGED, number,
                 "a form field is in no Form element");
    bool alt = element != PDFIN_NO_ELEMENT &&
               c->tree->elements.at[element].has & PDFIN_HAS_ALT;
    if (!*pdfin_text(c->pdf->cache, own) && !alt)
        pdf_find(c, PDF_WIDGET_NAME, number, "a form field has no TU");
}

/* StructParent leads by the parent tree to the element (14.7.4.4). */
static void
check_parent(struct pdf_check *c, const struct pdfin_object *a, uint32_t number,
             uint32_t element)
{
    const struct pdfin_object *key = pdfin_get(c->pdf, a, "StructParent");
    if (element == PDFIN_NO_ELEMENT)
        return;
    const struct pdfin_object *tree =
        pdfin_get(c->pdf, c->tree->root, "ParentTree");
    const struct pdfin_object *to =
        key->type == PDFIN_INTEGER ? pdf_number_tree(c->pdf, tree, key->integer)
                                   : &pdfin_nothing;
    if (!pdfin_number_of(to) ||
        pdfin_number_of(to) != c->tree->elements.at[element].number)
        pdf_find(c, PDF_ANNOT_PARENT, number,
                 "StructParent does not lead to the element");
}

static void
check_annotation(struct pdf_check *c, const struct pdfin_object *a,
                 uint32_t number)
{
    const char *type = pdfin_name(pdfin_get(c->pdf, a, "Subtype"));
    int64_t flags = pdfin_integer(pdfin_get(c->pdf, a, "F"), 0);
    uint32_t element = element_of(c, number);
    if (a->type != PDFIN_DICTIONARY) {
        pdf_find(c, PDF_ANNOT_RECT, number, "an annotation is not there");
        return;
    }
    check_type(c, a, number);
    if (flags & HIDDEN || str_has_word("Popup PrinterMark", type))
        return;
    if (strcmp(type, "TrapNet") == 0)
        pdf_find(c, PDF_ANNOT_TRAPNET, number, "an annotation is a TrapNet");
    else if (strcmp(type, "Link") == 0)
        check_link(c, a, number, element);
    else if (strcmp(type, "Widget") == 0)
        check_widget(c, a, number, element);
    else if (!is_within(c, element, PDFIN_S_Annot))
        pdf_find(c, PDF_ANNOT_TAGGED, number, "a %s is in no Annot element",
                 type);
    if (!str_has_word("Link Widget TrapNet", type) &&
        !*pdfin_text(c->pdf->cache, pdfin_get(c->pdf, a, "Contents")) &&
        (element == PDFIN_NO_ELEMENT ||
         !(c->tree->elements.at[element].has & PDFIN_HAS_ALT)))
        pdf_find(c, PDF_ANNOT_CONTENTS, number,
                 "a %s has neither Contents nor an Alt", type);
    check_parent(c, a, number, element);
}

void
pdf_check_annotations(struct pdf_check *c, const struct pdfin_object *page)
{
    const struct pdfin_object *all = pdfin_get(c->pdf, page, "Annots");
    if (all->type != PDFIN_ARRAY || !all->n)
        return;
    if (!pdfin_is(pdfin_get(c->pdf, page, "Tabs"), "S"))
        pdf_find(c, PDF_ANNOT_TABS, 0, "Tabs is not S");
    for (uint32_t i = 0; i < all->n; i++)
        check_annotation(c, pdfin_resolve(c->pdf, &all->items[i]),
                         pdfin_number_of(&all->items[i]));
}
