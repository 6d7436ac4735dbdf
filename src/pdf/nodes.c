/* SPDX-License-Identifier: MIT */
/* A table from nodes to numbers: open addressing, linear probing. The order
 * of addresses never reaches the output. */
#include "pdf/pdf_int.h"

struct slot {
    const struct doc_node *node;
    uint32_t value;
};

struct pdf_nodes {
    struct arena *arena;
    struct slot *slots;
    size_t room, n; /* room is a power of two */
};

enum { FIRST_ROOM = 64 };

struct pdf_nodes *
pdf_nodes_new(struct arena *a)
{
    struct pdf_nodes *t = ARENA_NEW(a, struct pdf_nodes);
    t->arena = a;
    t->room = FIRST_ROOM;
    t->slots = ARENA_ARRAY(a, struct slot, t->room);
    return t;
}

/* The node's slot, or the free one where it would go. */
static struct slot *
find(const struct pdf_nodes *t, const struct doc_node *node)
{
    uint64_t h = (uint64_t)(uintptr_t)node * 0x9E3779B97F4A7C15u;
    size_t i = (size_t)(h >> 20) & (t->room - 1);
    while (t->slots[i].node && t->slots[i].node != node)
        i = (i + 1) & (t->room - 1);
    return &t->slots[i];
}

uint32_t
pdf_nodes_get(const struct pdf_nodes *t, const struct doc_node *node)
{
    const struct slot *slot = find(t, node);
    return slot->node ? slot->value : PDF_NONE;
}

static void
grow(struct pdf_nodes *t)
{
    struct slot *old = t->slots;
    size_t room = t->room;
    t->room *= 2;
    t->slots = ARENA_ARRAY(t->arena, struct slot, t->room);
    for (size_t i = 0; i < room; i++)
        if (old[i].node)
            *find(t, old[i].node) = old[i];
}

uint32_t
pdf_nodes_add(struct pdf_nodes *t, const struct doc_node *node, uint32_t value)
{
    if (2 * t->n >= t->room)
        grow(t);
    struct slot *slot = find(t, node);
    if (!slot->node) {
        *slot = (struct slot){node, value};
        t->n++;
    }
    return slot->value;
}
