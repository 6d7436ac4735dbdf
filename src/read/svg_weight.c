/* SPDX-License-Identifier: MIT */
/* How much an SVG draws: a few lines of references to references can stand
 * for millions of shapes. */
#include "read/read_int.h"

#include <libxml/tree.h>
#include <string.h>

enum {
    SVG_DRAWN = 5000000,     /* elements, each as often as it is drawn */
    SVG_REFERENCED = 20000,  /* references, each as often as it is followed */
    SVG_REFERENCE_DEPTH = 64 /* one in the other; what is deeper is a circle */
};

/* An element to walk, and how many references led there. */
struct visit {
    const xmlNode *root;
    size_t depth;
};

struct weighing {
    struct arena *arena;
    struct map *ids;
    VEC(struct visit) waiting;
    size_t drawn, referenced;
};

/* The next node in document order below `root`, NULL at the end. */
static const xmlNode *
next_node(const xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static void
follow(struct weighing *w, const char *id, size_t n, size_t depth)
{
    const xmlNode *target = map_get(w->ids, arena_strn(w->arena, id, n));
    if (!target || depth >= SVG_REFERENCE_DEPTH)
        return;
    *vec_add(w->arena, &w->waiting) = (struct visit){target, depth + 1};
    w->referenced++;
}

/* What an attribute's value refers to: `#id` as href's value, `url(#id)` in
 * others'. */
static void
follow_value(struct weighing *w, const char *name, const char *value,
             size_t depth)
{
    if (str_eq(name, "href") && *value == '#')
        follow(w, value + 1, strlen(value + 1), depth);
    for (const char *p = value; (p = strcasestr(p, "url(")); p++) {
        const char *id = p + 4 + strspn(p + 4, " \t\n\r'\"");
        if (*id == '#')
            follow(w, id + 1, strcspn(id + 1, " \t\n\r'\")"), depth);
    }
}

static void
find_ids(struct weighing *w, const xmlNode *root)
{
    for (const xmlNode *n = root; n; n = next_node(n, root)) {
        xmlChar *id =
            n->type == XML_ELEMENT_NODE
                ? xmlGetNoNsProp((xmlNode *)(uintptr_t)n, (const xmlChar *)"id")
                : NULL;
        char *key = id ? arena_str(w->arena, (char *)id) : NULL;
        if (key && !map_get(w->ids, key))
            map_set(w->ids, key, (void *)(uintptr_t)n);
        xmlFree(id);
    }
}

static bool
is_heavy(const struct weighing *w)
{
    return w->drawn > SVG_DRAWN || w->referenced > SVG_REFERENCED;
}

static void
weigh(struct weighing *w, struct visit v)
{
    for (const xmlNode *n = v.root; n && !is_heavy(w);
         n = next_node(n, v.root)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        w->drawn++;
        for (const xmlAttr *p = n->properties; p; p = p->next)
            if (p->children && p->children->content)
                follow_value(w, (const char *)p->name,
                             (const char *)p->children->content, v.depth);
    }
}

bool
read_svg_is_heavy(const xmlNode *root)
{
    struct weighing w = {.arena = arena_new()};
    w.ids = map_new(w.arena);
    find_ids(&w, root);
    struct visit next = {root, 0};
    for (;;) {
        weigh(&w, next);
        if (is_heavy(&w) || !w.waiting.n)
            break;
        next = w.waiting.at[--w.waiting.n];
    }
    bool heavy = is_heavy(&w);
    arena_free(w.arena);
    return heavy;
}
