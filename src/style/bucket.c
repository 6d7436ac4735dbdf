/* SPDX-License-Identifier: MIT */
/* Rules by what their last compound asks for, so that a node looks only at
 * those that may mean it. */
#include <stdlib.h>
#include <string.h>

#include "style/style_int.h"

struct rule_list {
    VEC(const struct style_rule *) rules;
};

/* The cascade's order (CSS Cascading Level 4, clause 6.4): the program's
 * sheet first, then by layer, by specificity, then as they stand. */
static int
compare_rules(const void *x, const void *y)
{
    const struct style_rule *a = x, *b = y;
    if (a->base != b->base)
        return a->base ? -1 : 1;
    if (a->layer != b->layer)
        return a->layer < b->layer ? -1 : 1;
    uint32_t sa = a->selector->specificity, sb = b->selector->specificity;
    if (sa != sb)
        return sa < sb ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static struct rule_list *
list_of(struct style_sheet *sheet, struct map *m, const char *key)
{
    struct rule_list *list = map_get(m, key);
    if (!list) {
        list = ARENA_NEW(sheet->arena, struct rule_list);
        map_set(m, key, list);
    }
    return list;
}

static struct rule_list *
bucket_of(struct style_sheet *sheet, const struct css_selector *s)
{
    const struct css_compound *c = &s->compounds.at[s->compounds.n - 1];
    struct map *maps[] = {[CSS_SEL_TYPE] = sheet->by_type,
                          [CSS_SEL_CLASS] = sheet->by_class,
                          [CSS_SEL_ID] = sheet->by_id};
    static const enum css_simple_kind order[] = {CSS_SEL_ID, CSS_SEL_CLASS,
                                                 CSS_SEL_TYPE};
    for (int k = 0; k < 3; k++)
        for (size_t i = 0; i < c->simple.n; i++)
            if (c->simple.at[i].kind == order[k])
                return list_of(sheet, maps[order[k]], c->simple.at[i].name);
    return sheet->by_nothing;
}

void
style_file_rules(struct style_sheet *sheet)
{
    if (sheet->rules.n)
        qsort(sheet->rules.at, sheet->rules.n, sizeof *sheet->rules.at,
              compare_rules);
    sheet->by_id = map_new(sheet->arena);
    sheet->by_class = map_new(sheet->arena);
    sheet->by_type = map_new(sheet->arena);
    sheet->by_nothing = ARENA_NEW(sheet->arena, struct rule_list);
    for (size_t i = 0; i < sheet->rules.n; i++) {
        const struct style_rule *r = &sheet->rules.at[i];
        struct rule_list *list = bucket_of(sheet, r->selector);
        *vec_add(sheet->arena, &list->rules) = r;
        if (r->selector->pseudo >= 0)
            sheet->has_pseudo[r->selector->pseudo] = true;
    }
}

/* Those of a list that mean the node, put in their place among the others:
 * rules lie in one array, so that addresses tell the order. */
static void
add_matches(struct style_sheet *sheet, const struct rule_list *list,
            const struct doc_node *node, int pseudo)
{
    if (!list)
        return;
    for (size_t i = 0; i < list->rules.n; i++) {
        const struct style_rule *r = list->rules.at[i];
        if (r->selector->pseudo != pseudo ||
            !css_match(r->selector, node, &sheet->index))
            continue;
        vec_add(sheet->arena, &sheet->matched);
        size_t k = sheet->matched.n - 1;
        for (; k && sheet->matched.at[k - 1] > r; k--)
            sheet->matched.at[k] = sheet->matched.at[k - 1];
        sheet->matched.at[k] = r;
    }
}

static void
add_class_matches(struct style_sheet *sheet, const char *classes,
                  const struct doc_node *node, int pseudo)
{
    char word[128];
    for (const char *p = classes; p && *p;) {
        p += strspn(p, " \t\n");
        size_t n = strcspn(p, " \t\n");
        if (n && n < sizeof word) {
            memcpy(word, p, n);
            word[n] = '\0';
            add_matches(sheet, map_get(sheet->by_class, word), node, pseudo);
        }
        p += n;
    }
}

size_t
style_matches(struct style_sheet *sheet, const struct doc_node *node,
              int pseudo, const struct style_rule ***out)
{
    const char *element = node ? doc_element(node) : "html";
    sheet->matched.n = 0;
    add_matches(sheet, sheet->by_nothing, node, pseudo);
    if (element)
        add_matches(sheet, map_get(sheet->by_type, element), node, pseudo);
    if (node && node->id)
        add_matches(sheet, map_get(sheet->by_id, node->id), node, pseudo);
    if (node) {
        add_class_matches(sheet, doc_vocab[node->kind].class, node, pseudo);
        add_class_matches(sheet, node->class, node, pseudo);
    }
    *out = sheet->matched.at;
    return sheet->matched.n;
}
