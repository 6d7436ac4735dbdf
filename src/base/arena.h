/* SPDX-License-Identifier: MIT */
/* Arenas: memory that is let go all at once. Part of base/base.h. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new, empty arena. The caller frees it with arena_free(). */
struct arena *arena_new(void);

/* Lets go of the arena and of all that was allocated from it. */
void arena_free(struct arena *a);

/* Lets go of all that was allocated, but for some room to go on with: for
 * what is filled and emptied many times. */
void arena_reset(struct arena *a);

/* `size` bytes, zeroed, aligned for pointers and doubles. Never returns NULL:
 * when the system has no memory left, the program says so and ends
 * (mem_fail). */
void *arena_alloc(struct arena *a, size_t size);

/* A block of `size` bytes made `larger`, without a second one where it is the
 * last or has a chunk alone; what is new is zeroed. */
void *arena_grow(struct arena *a, void *block, size_t size, size_t larger);

/* Copies of a string or of `n` bytes; the copy of bytes is ended with NUL. */
char *arena_str(struct arena *a, const char *s);
char *arena_strn(struct arena *a, const char *s, size_t n);

char *arena_printf(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Gives the system back what arenas let go of but the C library keeps. */
void arena_trim(void);

/* Bytes taken from the system by this arena. */
size_t arena_size(const struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), sizeof(type), (n)))

/* `n` zeroed elements of `size` bytes; the product is checked. */
void *arena_array(struct arena *a, size_t size, size_t n);

#endif
