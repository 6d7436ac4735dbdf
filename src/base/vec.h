/* SPDX-License-Identifier: MIT */
/* Growable arrays in an arena. Part of base/base.h.
 *
 *     VEC(struct page *) pages = {0};
 *     *vec_add(arena, &pages) = page;
 *     for (size_t i = 0; i < pages.n; i++) use(pages.at[i]);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

#define VEC(type)                                                              \
    struct {                                                                   \
        type *at;                                                              \
        size_t n, room;                                                        \
    }

/* A pointer to a new, zeroed last element. */
#define vec_add(arena, v)                                                      \
    (((v)->n == (v)->room                                                      \
          ? (void)((v)->at = vec_grow((arena), (v)->at, &(v)->room,            \
                                      sizeof *(v)->at))                        \
          : (void)0),                                                          \
     &(v)->at[(v)->n++])

/* An array of twice the room with the old elements; the room is updated. */
void *vec_grow(struct arena *a, void *at, size_t *room, size_t size);

#endif
