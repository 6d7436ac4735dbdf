/* SPDX-License-Identifier: MIT */
/* Growable arrays in an arena. */
#include "base/vec.h"

#include <stdint.h>

#include "base/mem.h"

enum { LARGE = 64 }; /* bytes: many arrays of such elements hold one or two */

void *
vec_grow(struct arena *a, void *at, size_t *room, size_t size)
{
    if (*room > SIZE_MAX / 2 / size)
        mem_fail();
    size_t first = size > LARGE ? 2 : 8;
    size_t larger = *room ? *room * 2 : first;
    void *grown = arena_grow(a, at, *room * size, larger * size);
    *room = larger;
    return grown;
}
