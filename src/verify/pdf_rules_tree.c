/* SPDX-License-Identifier: MIT */
/* What elements of the structure tree are held to (ISO 14289-1, 7.1 to 7.9;
 * ISO 32000-1, 14.7 and 14.8.4). */
#include <string.h>

#include "verify/pdf_check.h"

/* Where a type may stand, and what may stand in it: words parted by spaces;
 * NULL anything (ISO 32000-1, tables 336 to 338). */
static const struct {
    enum pdfin_standard type;
    const char *parents, *children;
} nestings[] = {
    {PDFIN_S_Table, NULL, "TR THead TBody TFoot Caption"},
    {PDFIN_S_THead, "Table", "TR"},
    {PDFIN_S_TBody, "Table", "TR"},
    {PDFIN_S_TFoot, "Table", "TR"},
    {PDFIN_S_TR, "Table THead TBody TFoot", "TH TD"},
    {PDFIN_S_TH, "TR", NULL},
    {PDFIN_S_TD, "TR", NULL},
    {PDFIN_S_L, NULL, "L LI Caption"},
    {PDFIN_S_LI, "L", "Lbl LBody"},
    {PDFIN_S_LBody, "LI", NULL},
    {PDFIN_S_TOC, NULL, "TOC TOCI Caption"},
    {PDFIN_S_TOCI, "TOC", "Lbl Reference NonStruct P TOC"},
    {PDFIN_S_Ruby, NULL, "RB RT RP"},
    {PDFIN_S_RB, "Ruby", NULL},
    {PDFIN_S_RT, "Ruby", NULL},
    {PDFIN_S_RP, "Ruby", NULL},
    {PDFIN_S_Warichu, NULL, "WT WP"},
    {PDFIN_S_WT, "Warichu", NULL},
    {PDFIN_S_WP, "Warichu", NULL},
};

static bool
allows(const char *list, enum pdfin_standard type)
{
    return !list || str_has_word(list, pdfin_standard_name(type));
}

static void
check_nesting(struct pdf_check *c, uint32_t i)
{
    const struct pdfin_element *e = &c->tree->elements.at[i];
    enum pdfin_standard above = e->parent == PDFIN_NO_ELEMENT
                                    ? PDFIN_S_NONE
                                    : c->tree->elements.at[e->parent].standard;
    if (!e->standard || (!above && e->parent != PDFIN_NO_ELEMENT))
        return;
    for (size_t k = 0; k < sizeof nestings / sizeof *nestings; k++) {
        if ((nestings[k].type == e->standard &&
             !allows(nestings[k].parents, above)) ||
            (nestings[k].type == above &&
             !allows(nestings[k].children, e->standard))) {
            pdf_find(c, PDF_NESTING, e->number, "%s within %s",
                     pdfin_standard_name(e->standard),
                     above ? pdfin_standard_name(above) : "the tree's root");
            return;
        }
    }
}

static bool
has_private_use(const char *text)
{
    for (const char *p = text, *end = text + strlen(text); p < end;) {
        uint32_t u = utf8_next(&p, end);
        if ((u >= 0xE000 && u < 0xF900) || (u >= 0xF0000 && u != UTF8_BAD))
            return true;
    }
    return false;
}

static void
check_texts(struct pdf_check *c, struct arena *a, uint32_t i)
{
    static const char *const keys[] = {"Alt", "ActualText", "E"};
    const struct pdfin_element *e = &c->tree->elements.at[i];
    for (size_t k = 0; k < 3; k++) {
        const char *text =
            e->has & 1 << k ? pdfin_tree_entry(c->tree, a, i, keys[k]) : NULL;
        if (text && has_private_use(text))
            pdf_find(c, PDF_TEXT_PUA, e->number,
                     "%s has private-use characters", keys[k]);
    }
    const char *lang = e->has & PDFIN_HAS_LANG
                           ? pdfin_tree_entry(c->tree, a, i, "Lang")
                           : NULL;
    if (lang && *lang && !pdf_lang_tag(lang))
        pdf_find(c, PDF_LANG_TAG, e->number, "%s has the language “%s”",
                 pdfin_tree_type(c->tree, i), lang);
}

static void
check_figure(struct pdf_check *c, struct arena *a, uint32_t i)
{
    const struct pdfin_element *e = &c->tree->elements.at[i];
    bool formula = e->standard == PDFIN_S_Formula;
    const char *alt =
        e->has & PDFIN_HAS_ALT ? pdfin_tree_entry(c->tree, a, i, "Alt") : NULL;
    if ((!alt || str_blank(alt)) && !(e->has & PDFIN_HAS_ACTUAL))
        pdf_find(c, formula ? PDF_FORMULA_ALT : PDF_FIGURE_ALT, e->number,
                 "a %s has neither Alt nor ActualText",
                 formula ? "Formula" : "Figure");
    const struct pdfin_object *box =
        pdfin_tree_attribute(c->tree, i, "Layout", "BBox");
    if (!formula && (box->type != PDFIN_ARRAY || box->n != 4))
        pdf_find(c, PDF_FIGURE_BOX, e->number, "a Figure has no BBox");
}

static void
check_id(struct pdf_check *c, struct arena *a, struct map *ids, uint32_t i)
{
    const struct pdfin_element *e = &c->tree->elements.at[i];
    const struct pdfin_object *id = &pdfin_nothing;
    if (e->has & PDFIN_HAS_ID)
        id = pdfin_get(c->pdf, pdfin_tree_object(c->tree, i), "ID");
    if (id->type != PDFIN_STRING || !id->n) {
        if (e->standard == PDFIN_S_Note)
            pdf_find(c, PDF_NOTE_ID, e->number, "a Note has no ID");
        return;
    }
    char *key = arena_alloc(a, 2 * (size_t)id->n + 1);
    for (uint32_t k = 0; k < id->n; k++)
        snprintf(key + (size_t)2 * k, 3, "%02x", (uint8_t)id->text[k]);
    if (map_get(ids, key))
        pdf_find(c, PDF_ID_TWICE, e->number, "the ID “%s” is another's too",
                 pdfin_text(a, id));
    map_set(ids, key, c);
    const struct pdfin_object *tree =
        pdfin_get(c->pdf, c->tree->root, "IDTree");
    if (pdf_name_tree(c->pdf, tree, id)->type == PDFIN_NULL)
        pdf_find(c, PDF_ID_TREE, e->number, "the IDTree lacks “%s”",
                 pdfin_text(a, id));
}

/* Headings in the tree's order. */
struct heading_state {
    int last; /* level; 0: none came */
    bool strong, weak;
};

static void
check_heading(struct pdf_check *c, struct heading_state *h, uint32_t i)
{
    const struct pdfin_element *e = &c->tree->elements.at[i];
    const char *type = pdfin_tree_type(c->tree, i);
    int level = 0;
    if (e->standard >= PDFIN_S_H1 && e->standard <= PDFIN_S_H6)
        level = (int)(e->standard - PDFIN_S_H1) + 1;
    else if (type[0] == 'H' && type[1] >= '7' && type[1] <= '9' && !type[2])
        level = type[1] - '0';
    h->weak |= e->standard == PDFIN_S_H;
    h->strong |= level > 0;
    if (level && !h->last && level > 1)
        pdf_find(c, PDF_HEADING_FIRST, e->number, "the first heading is H%d",
                 level);
    else if (level > h->last + 1)
        pdf_find(c, PDF_HEADING_SKIP, e->number, "H%d follows H%d", level,
                 h->last);
    h->last = level ? level : h->last;
}

/* An element that holds several H, by the elements right within it. */
static void
check_several(struct pdf_check *c, uint32_t i)
{
    const struct pdfin_element *all = c->tree->elements.at;
    unsigned headings = 0;
    for (uint32_t k = i + 1; k < all[i].until; k = all[k].until)
        headings += all[k].standard == PDFIN_S_H;
    if (headings > 1)
        pdf_find(c, PDF_HEADING_SEVERAL, all[i].number,
                 "a %s holds %u elements H", pdfin_tree_type(c->tree, i),
                 headings);
}

static void
check_list(struct pdf_check *c, uint32_t i)
{
    static const char ways[] = "None Disc Circle Square Decimal UpperRoman "
                               "LowerRoman UpperAlpha LowerAlpha";
    const struct pdfin_element *all = c->tree->elements.at;
    const struct pdfin_object *way =
        pdfin_tree_attribute(c->tree, i, "List", "ListNumbering");
    bool labels = false;
    for (uint32_t k = i + 1; k < all[i].until && !labels; k = all[k].until)
        for (uint32_t m = k + 1; m < all[k].until; m = all[m].until)
            labels |= all[m].standard == PDFIN_S_Lbl;
    if (way->type == PDFIN_NULL ? labels : !str_has_word(ways, pdfin_name(way)))
        pdf_find(c, PDF_LIST_NUMBERING, all[i].number,
                 way->type == PDFIN_NULL ? "a list with labels has no "
                                           "ListNumbering"
                                         : "ListNumbering is no way to number");
}

static void
check_element(struct pdf_check *c, struct arena *a, uint32_t i)
{
    const struct pdfin_element *e = &c->tree->elements.at[i];
    check_nesting(c, i);
    if (e->has &
        (PDFIN_HAS_ALT | PDFIN_HAS_ACTUAL | PDFIN_HAS_E | PDFIN_HAS_LANG))
        check_texts(c, a, i);
    if (e->standard == PDFIN_S_Figure || e->standard == PDFIN_S_Formula)
        check_figure(c, a, i);
    if (e->standard == PDFIN_S_L)
        check_list(c, i);
    if (e->until > i + 2)
        check_several(c, i);
}

static void
tell_faults(struct pdf_check *c)
{
    static const struct {
        enum pdf_rule rule;
        const char *text;
    } texts[] = {
        [PDFIN_TREE_TWICE] = {PDF_TREE_DAMAGED,
                              "an element is in two places of the tree"},
        [PDFIN_TREE_DEEP] = {PDF_TREE_DAMAGED, "the tree is too deep"},
        [PDFIN_TREE_PARENT] = {PDF_TREE_PARENT,
                               "P is not the element that it is in"},
        [PDFIN_TREE_KID] = {PDF_TREE_DAMAGED,
                            "something in an element is no kid"},
        [PDFIN_TREE_NO_PAGE] = {PDF_TREE_DAMAGED, "marked content of no page"},
        [PDFIN_TREE_NO_TYPE] = {PDF_TREE_DAMAGED, "an element has no type"},
        [PDFIN_TREE_CIRCULAR] = {PDF_ROLE_CIRCLE,
                                 "the type is mapped in a circle"},
        [PDFIN_TREE_UNMAPPED] = {PDF_ROLE_MISSING,
                                 "the type has no standard type"},
    };
    const struct pdfin_tree *t = c->tree;
    for (size_t i = 0; i < t->faults.n; i++) {
        uint32_t e = t->faults.at[i].element, number = t->faults.at[i].number;
        bool typed = e != PDFIN_NO_ELEMENT && e < t->elements.n;
        if (!number && typed)
            number = t->elements.at[e].number;
        pdf_find(c, texts[t->faults.at[i].fault].rule, number, "%s%s%s",
                 typed ? pdfin_tree_type(t, e) : "", typed ? ": " : "",
                 texts[t->faults.at[i].fault].text);
    }
}

static void
check_roles(struct pdf_check *c)
{
    const struct pdfin_object *roles =
        pdfin_dictionary(pdfin_get(c->pdf, c->tree->root, "RoleMap"));
    for (uint32_t i = 0; i < roles->n; i++) {
        const char *from = roles->entries[i].key, *at = from;
        int steps = 0;
        if (pdfin_standard_of(from)) {
            pdf_find(c, PDF_ROLE_STANDARD, 0, "%s is mapped to %s", from,
                     pdfin_name(pdfin_get(c->pdf, roles, from)));
            continue;
        }
        while (*at && !pdfin_standard_of(at) && steps++ < 64)
            at = pdfin_name(pdfin_get(c->pdf, roles, at));
        if (steps >= 64)
            pdf_find(c, PDF_ROLE_CIRCLE, 0, "%s is mapped in a circle", from);
    }
}

/* Paragraphs and headings that hold neither elements nor content. */
static void
check_empty(struct pdf_check *c)
{
    const struct pdfin_tree *t = c->tree;
    struct arena *a = arena_new();
    uint8_t *holds = arena_alloc(a, t->elements.n + 1);
    for (size_t i = 0; i < t->items.n; i++)
        holds[t->items.at[i].element] = 1;
    for (uint32_t i = 0; i < t->elements.n; i++) {
        const struct pdfin_element *e = &t->elements.at[i];
        bool text = e->standard == PDFIN_S_P ||
                    (e->standard >= PDFIN_S_H && e->standard <= PDFIN_S_H6);
        if (text && !holds[i] && e->until == i + 1)
            pdf_find(c, PDF_EMPTY_ELEMENT, e->number, "a %s holds nothing",
                     pdfin_tree_type(t, i));
    }
    arena_free(a);
}

void
pdf_check_tree(struct pdf_check *c)
{
    const struct pdfin_tree *t = c->tree;
    struct heading_state headings = {0};
    struct arena *kept = arena_new(), *a = arena_new();
    struct map *ids = map_new(kept);
    if (t->root->type != PDFIN_DICTIONARY || !t->elements.n)
        pdf_find(c, PDF_TREE_ROOT, 0, "there is no structure tree");
    else if (t->elements.at[0].standard != PDFIN_S_Document)
        pdf_find(c, PDF_TREE_TOP, 0, "the tree's top is %s",
                 pdfin_tree_type(t, 0));
    tell_faults(c);
    check_roles(c);
    for (uint32_t i = 0; i < t->elements.n; i++) {
        check_element(c, a, i);
        check_heading(c, &headings, i);
        if (t->elements.at[i].has & PDFIN_HAS_ID ||
            t->elements.at[i].standard == PDFIN_S_Note)
            check_id(c, kept, ids, i);
        pdfin_let_go(c->pdf);
        arena_reset(a);
    }
    if (headings.strong && headings.weak)
        pdf_find(c, PDF_HEADING_MIXED, 0, "there are both H and H1 to H6");
    check_empty(c);
    arena_free(kept);
    arena_free(a);
}
