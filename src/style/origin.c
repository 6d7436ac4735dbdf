/* SPDX-License-Identifier: MIT */
/* Where a computed value comes from: the declaration that won. */
#include <string.h>

#include "style/style_int.h"

/* The last of the block that counts and is as asked for. */
static const struct css_declaration *
last_in(const struct css_declaration *first, bool important, css_sought *sought)
{
    const struct css_declaration *found = NULL;
    for (const struct css_declaration *d = first; d; d = d->next)
        if (d->important == important && !d->custom && d->property && sought(d))
            found = d;
    return found;
}

bool
css_sought_color(const struct css_declaration *d)
{
    return d->in_print && d->property->set == css_set_color;
}

bool
css_sought_ground(const struct css_declaration *d)
{
    return d->in_print && (d->property->set == css_set_background ||
                           str_eq(d->property->name, "background-color"));
}

/* The cascade of compute.c, from its strong end: normal declarations lose to
 * important ones, and those to the program's own. */
const struct css_declaration *
css_winner(struct style_sheet *sheet, const struct doc_node *node, int pseudo,
           css_sought *sought, const struct css_file **file)
{
    const struct style_rule **rules;
    const struct css_declaration *found = NULL;
    size_t n = style_matches(sheet, node, pseudo, &rules);
    for (int rank = 2; rank >= 0 && !found; rank--)
        for (size_t i = n; i-- && !found;) {
            if (rank && rules[i]->base != (rank == 2))
                continue;
            found = last_in(rules[i]->first, rank > 0, sought);
            if (found && file)
                *file = rules[i]->file;
        }
    return found;
}

static struct place
place_of(const struct css_file *file, const struct css_declaration *d)
{
    return (struct place){file->shown, d->at->line, d->at->col};
}

bool
css_passes_on(const struct css_declaration *d)
{
    static const char *const words[] = {"inherit", "unset", "currentcolor",
                                        "none", "transparent"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (d->value.n == 1 && css_is_word(d->value.at, words[i]))
            return true;
    return false;
}

struct place
css_color_origin(struct style_sheet *sheet, const struct doc_node *node,
                 int pseudo)
{
    for (;;) {
        const struct css_file *file;
        const struct css_declaration *d =
            css_winner(sheet, node, pseudo, css_sought_color, &file);
        if (d && !css_passes_on(d))
            return place_of(file, d);
        if (!node)
            return (struct place){0};
        if (pseudo >= 0)
            pseudo = -1;
        else
            node = node->parent;
    }
}

struct place
css_ground_origin(struct style_sheet *sheet, const struct doc_node *node,
                  int pseudo)
{
    const struct css_file *file;
    const struct css_declaration *d =
        css_winner(sheet, node, pseudo, css_sought_ground, &file);
    return d ? place_of(file, d) : (struct place){0};
}

struct place
css_page_origin(struct style_sheet *sheet, struct style_page_query query,
                int box, css_sought *sought)
{
    const struct page_rule **rules;
    size_t n = style_page_rules(sheet, query, &rules);
    for (size_t i = n; i--;) {
        const struct css_rule *own = rules[i]->rule;
        const struct css_declaration *found =
            box < 0 ? last_in(own->first, false, sought) : NULL;
        for (const struct css_rule *r = own->rules; box >= 0 && r; r = r->next)
            if (css_margin_box(r->name) == box && last_in(r->first, 0, sought))
                found = last_in(r->first, false, sought);
        if (found && !css_passes_on(found))
            return place_of(rules[i]->file, found);
    }
    return (struct place){0};
}

/* Whether it sets the property, by itself or as a shorthand. */
static bool
sets(const struct css_declaration *d, const char *property)
{
    if (d->custom || !d->property || !d->in_print)
        return false;
    if (str_eq(d->property->name, property))
        return true;
    const struct css_word *w = d->property->words;
    bool shorthand = d->property->flags & CSS_SHORTHAND;
    for (; shorthand && w && w->word; w++)
        if (str_eq(w->word, property))
            return true;
    return false;
}

/* The last of the rules' declarations that set it and count so much. */
static const struct css_declaration *
setter_in(const struct style_rule *const *rules, size_t n, int rank,
          const char *property, const struct css_file **file)
{
    for (size_t i = n; i--;) {
        const struct css_declaration *found = NULL;
        if (rank && rules[i]->base != (rank == 2))
            continue;
        for (const struct css_declaration *d = rules[i]->first; d; d = d->next)
            if (d->important == (rank > 0) && sets(d, property))
                found = d;
        *file = rules[i]->file;
        if (found)
            return found;
    }
    return NULL;
}

struct place
style_origin(struct style_sheet *sheet, const struct doc_node *node,
             const char *property)
{
    bool inherits = css_property_of(property)->flags & CSS_INHERITED;
    for (;; node = node->parent) {
        const struct style_rule **rules;
        const struct css_declaration *found = NULL;
        const struct css_file *file = NULL;
        bool element = !node || doc_element(node);
        size_t n = element ? style_matches(sheet, node, -1, &rules) : 0;
        for (int rank = 2; rank >= 0 && n && !found; rank--)
            found = setter_in(rules, n, rank, property, &file);
        if (found && !css_passes_on(found))
            return place_of(file, found);
        if (!node || (!inherits && element && !found))
            return (struct place){0};
    }
}
