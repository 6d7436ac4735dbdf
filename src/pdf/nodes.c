/* SPDX-License-Identifier: MIT */
/* A table from nodes to what is known of them: open addressing, linear
 * probing. The order of addresses never reaches the output. */
#include "pdf/pdf_int.h"

struct pdf_nodes {
    struct arena *arena;
    struct pdf_known *slots;
    size_t room, n; /* room is a power of two */
};

enum { FIRST_ROOM = 64 };

struct pdf_nodes *
pdf_nodes_new(struct arena *a, size_t expected)
{
    struct pdf_nodes *t = ARENA_NEW(a, struct pdf_nodes);
    t->arena = a;
    t->room = FIRST_ROOM;
    while (t->room <= 2 * expected)
        t->room *= 2;
    t->slots = ARENA_ARRAY(a, struct pdf_known, t->room);
    return t;
}

/* The node's slot, or the free one where it would go. */
static struct pdf_known *
find(const struct pdf_nodes *t, const struct doc_node *node)
{
    uint64_t h = (uint64_t)(uintptr_t)node * 0x9E3779B97F4A7C15u;
    size_t i = (size_t)(h >> 20) & (t->room - 1);
    while (t->slots[i].node && t->slots[i].node != node)
        i = (i + 1) & (t->room - 1);
    return &t->slots[i];
}

struct pdf_known *
pdf_nodes_get(const struct pdf_nodes *t, const struct doc_node *node)
{
    struct pdf_known *slot = find(t, node);
    return slot->node ? slot : NULL;
}

static void
grow(struct pdf_nodes *t)
{
    struct pdf_known *old = t->slots;
    size_t room = t->room;
    t->room *= 2;
    t->slots = ARENA_ARRAY(t->arena, struct pdf_known, t->room);
    for (size_t i = 0; i < room; i++)
        if (old[i].node)
            *find(t, old[i].node) = old[i];
}

struct pdf_known *
pdf_nodes_add(struct pdf_nodes *t, const struct doc_node *node)
{
    if (2 * t->n >= t->room)
        grow(t);
    struct pdf_known *slot = find(t, node);
    if (!slot->node) {
        *slot = (struct pdf_known){node, PDF_NONE, PDF_NONE, false};
        t->n++;
    }
    return slot;
}
