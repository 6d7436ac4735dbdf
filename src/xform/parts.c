/* SPDX-License-Identifier: MIT */
/* Parts: the articles grouped by category, and by categories within it. */
#include "xform/xform_int.h"

static bool
has_category(const struct doc_node *node)
{
    return node->kind == DOC_ARTICLE && node->article->category &&
           *node->article->category;
}

/* The parts that an article stands in, the outermost first. */
static struct doc_names
parts_of(const struct doc_node *node)
{
    const struct doc_article *article = node->article;
    if (article->parts.n)
        return article->parts;
    return (struct doc_names){(const char **)(uintptr_t)&article->category, 1};
}

/* The outermost categories that articles have, in the order of the manifest's
 * titles, then in that of first appearance. */
static struct map *
categories(struct doc_book *book)
{
    struct map *present = map_new(book->arena);
    doc_each_child (n, book->root)
        if (has_category(n))
            map_set(present, parts_of(n).at[0], n);
    struct map *ordered = map_new(book->arena);
    for (size_t i = 0; i < map_count(book->part_titles); i++) {
        const char *key = map_at(book->part_titles, i)->key;
        if (map_get(present, key))
            map_set(ordered, key, map_get(present, key));
    }
    for (size_t i = 0; i < map_count(present); i++) {
        const struct map_entry *entry = map_at(present, i);
        map_set(ordered, entry->key, entry->value);
    }
    return ordered;
}

static struct doc_node *
part_new(struct doc_book *book, const char *category, bool inner)
{
    const char *title = xform_category_title(book, category);
    struct doc_node *part = doc_node_new(book, DOC_PART, (struct place){0});
    struct doc_node *opening =
        doc_add(book, part, DOC_PART_OPENING, inner ? "sub-part" : NULL);
    xform_add_line(book, opening, DOC_TITLE, NULL, title);
    xform_give_id(
        book, opening,
        arena_printf(book->arena, "part-%s", str_anchor(book->arena, title)));
    return part;
}

/* The innermost of the parts that an article stands in; those that are not
 * there yet come last in the part that they stand in. `parts` knows them by
 * the names that lead to them. */
static struct doc_node *
part_for(struct doc_book *book, struct map *parts, struct doc_names names)
{
    struct doc_node *part = map_get(parts, names.at[0]);
    const char *way = names.at[0];
    for (size_t i = 1; i < names.n; i++) {
        way = arena_printf(book->arena, "%s\x1F%s", way, names.at[i]);
        struct doc_node *inner = map_get(parts, way);
        if (!inner) {
            inner = part_new(book, names.at[i], true);
            doc_append(part, inner);
            map_set(parts, way, inner);
        }
        part = inner;
    }
    return part;
}

/* An article comes before the parts within its own, or it would seem to stand
 * in the last of them. */
static void
add_article(struct doc_node *part, struct doc_node *article)
{
    struct doc_node *before = part->last;
    while (before->kind == DOC_PART)
        before = before->prev;
    doc_insert_after(before, article);
}

/* Articles without a category stay where they are, before or behind all
 * parts. */
void
xform_parts(struct doc_book *book, struct diag *d)
{
    (void)d;
    if (!book->parts)
        return;
    struct doc_node *at = book->root->first;
    while (at && !has_category(at))
        at = at->next;
    if (!at)
        return;
    struct map *order = categories(book), *parts = map_new(book->arena);
    for (size_t i = 0; i < map_count(order); i++) {
        const char *category = map_at(order, i)->key;
        struct doc_node *part = part_new(book, category, false);
        doc_insert_before(at, part);
        map_set(parts, category, part);
    }
    for (struct doc_node *n = at, *next; n; n = next) {
        next = n->next;
        if (!has_category(n))
            continue;
        doc_remove(n);
        add_article(part_for(book, parts, parts_of(n)), n);
    }
}
