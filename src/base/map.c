/* SPDX-License-Identifier: MIT */
/* Open addressing over an array of entries in the order of insertion. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"

struct map {
    struct arena *arena;
    VEC(struct map_entry) entries;
    uint32_t *slots; /* index into entries plus one; 0 is free */
    size_t room;     /* a power of two */
};

/* FNV-1a. */
static uint64_t
hash_string(const char *s)
{
    uint64_t h = 0xcbf29ce484222325;
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 0x100000001b3;
    return h ^ h >> 32;
}

struct map *
map_new(struct arena *a)
{
    struct map *m = ARENA_NEW(a, struct map);
    m->arena = a;
    m->room = 16;
    m->slots = ARENA_ARRAY(a, uint32_t, m->room);
    return m;
}

/* The slot that holds the key, or the free one where it would go. */
static uint32_t *
find_slot(const struct map *m, const char *key)
{
    size_t i = hash_string(key) & (m->room - 1);
    while (m->slots[i] && strcmp(m->entries.at[m->slots[i] - 1].key, key))
        i = (i + 1) & (m->room - 1);
    return &m->slots[i];
}

void *
map_get(const struct map *m, const char *key)
{
    uint32_t slot = *find_slot(m, key);
    return slot ? m->entries.at[slot - 1].value : NULL;
}

static void
grow(struct map *m)
{
    m->room *= 2;
    m->slots = ARENA_ARRAY(m->arena, uint32_t, m->room);
    for (size_t i = 0; i < m->entries.n; i++)
        *find_slot(m, m->entries.at[i].key) = (uint32_t)i + 1;
}

void
map_set(struct map *m, const char *key, void *value)
{
    uint32_t *slot = find_slot(m, key);
    if (*slot) {
        m->entries.at[*slot - 1].value = value;
        return;
    }
    *vec_add(m->arena, &m->entries) = (struct map_entry){key, value};
    *slot = (uint32_t)m->entries.n;
    if (m->entries.n * 4 > m->room * 3)
        grow(m);
}

size_t
map_count(const struct map *m)
{
    return m->entries.n;
}

const struct map_entry *
map_at(const struct map *m, size_t i)
{
    return &m->entries.at[i];
}
