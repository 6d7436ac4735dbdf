/* SPDX-License-Identifier: MIT */
/* Maps from strings to pointers, in an arena, in the order of insertion.
 * Part of base/base.h. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

struct arena;
struct map;

struct map_entry {
    const char *key;
    void *value;
};

/* An empty map; it copies no key: keys must live as long as the map. */
struct map *map_new(struct arena *a);

/* The value, or NULL where the key is not there. */
void *map_get(const struct map *m, const char *key);

/* Sets or replaces. */
void map_set(struct map *m, const char *key, void *value);

size_t map_count(const struct map *m);

/* The i-th entry in the order of first insertion. */
const struct map_entry *map_at(const struct map *m, size_t i);

#endif
