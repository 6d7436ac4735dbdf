/* SPDX-License-Identifier: MIT */
/* Which page a node is on, and what pages are called. */
#include "layout/book.h"

#include <stdlib.h>

void
folio_add(struct book_pages *p, const struct doc_node *node, size_t page)
{
    *vec_add(p->arena, &p->nodes) = (struct node_page){node, page};
    p->sorted = false;
}

static int
by_node(const void *one, const void *other)
{
    const struct node_page *a = one, *b = other;
    uintptr_t x = (uintptr_t)a->node, y = (uintptr_t)b->node;
    if (x != y)
        return x < y ? -1 : 1;
    return a->page < b->page ? -1 : a->page > b->page;
}

/* The entry of the node: the first of several, when it was laid out twice. */
static const struct node_page *
find(struct book_pages *p, const struct doc_node *node)
{
    if (!p->sorted && p->nodes.n)
        qsort(p->nodes.at, p->nodes.n, sizeof *p->nodes.at, by_node);
    p->sorted = true;
    size_t low = 0, high = p->nodes.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((uintptr_t)p->nodes.at[middle].node < (uintptr_t)node)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->nodes.n && p->nodes.at[low].node == node ? &p->nodes.at[low]
                                                             : NULL;
}

int
folio_number(const struct book_pages *p, size_t page)
{
    return (int)(page < p->body ? page : page - p->body) + 1;
}

const char *
folio_label(const struct book_pages *p, struct arena *a, size_t page)
{
    if (p->cover && page == 0)
        return p->cover_label;
    return flow_number(a, folio_number(p, page),
                       page < p->body ? STYLE_LOWER_ROMAN : STYLE_DECIMAL);
}

/* A node that has no place of its own stands where its parent does. */
const char *
folio_of(struct book_pages *p, struct arena *a, const struct doc_node *node)
{
    for (; node; node = node->parent) {
        const struct node_page *entry = find(p, node);
        if (entry)
            return folio_label(p, a, entry->page);
    }
    return NULL;
}
