/* SPDX-License-Identifier: MIT */
/* Arenas: chunks from the system, handed out front to back. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 256 * 1024, ALIGNMENT = 8 };

struct chunk {
    struct chunk *older;
    size_t size, used;
    alignas(ALIGNMENT) char bytes[];
};

struct arena {
    struct chunk *newest;
    size_t size;
};

struct arena *
arena_new(void)
{
    struct arena *a = mem_alloc(sizeof *a);
    *a = (struct arena){0};
    return a;
}

static void
free_chunks(struct chunk *c)
{
    while (c) {
        struct chunk *older = c->older;
        mem_free(c);
        c = older;
    }
}

/* Keeps one chunk of a common size: what is reset is filled again. */
void
arena_reset(struct arena *a)
{
    struct chunk *kept = a->newest;
    a->size = 0;
    if (!kept)
        return;
    free_chunks(kept->older);
    if (kept->size > LARGEST_CHUNK) {
        mem_free(kept);
        a->newest = NULL;
        return;
    }
    kept->older = NULL;
    kept->used = 0;
    a->size = sizeof *kept + kept->size;
}

void
arena_free(struct arena *a)
{
    if (!a)
        return;
    free_chunks(a->newest);
    mem_free(a);
}

static size_t
chunk_size(const struct arena *a, size_t need)
{
    size_t size = a->newest ? a->newest->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    return size < need ? need : size;
}

static struct chunk *
chunk_new(struct arena *a, size_t need)
{
    size_t size = chunk_size(a, need);
    if (size > SIZE_MAX - sizeof(struct chunk))
        mem_fail();
    struct chunk *c = mem_alloc(sizeof *c + size);
    c->size = size;
    c->used = 0;
    a->size += sizeof *c + size;
    return c;
}

/* A block larger than a quarter chunk gets a chunk of its own, kept behind
 * the newest one, so that the room left in that one is not lost. */
static void *
alloc_large(struct arena *a, size_t size)
{
    struct chunk *c = chunk_new(a, size);
    c->used = c->size;
    c->older = a->newest ? a->newest->older : NULL;
    if (a->newest)
        a->newest->older = c;
    else
        a->newest = c;
    return c->bytes;
}

/* `size` bytes from a multiple of `align` on, as they are. */
static void *
take(struct arena *a, size_t size, size_t align)
{
    struct chunk *c = a->newest;
    size_t pad = c ? -c->used & (align - 1) : 0;
    if (!c || c->size - c->used < pad || c->size - c->used - pad < size) {
        if (size > LARGEST_CHUNK / 4)
            return alloc_large(a, size);
        c = chunk_new(a, size);
        c->older = a->newest;
        a->newest = c;
        pad = 0;
    }
    char *block = c->bytes + c->used + pad;
    c->used += pad + size;
    return block;
}

void *
arena_alloc(struct arena *a, size_t size)
{
    return memset(take(a, size, ALIGNMENT), 0, size);
}

/* What points to the chunk that holds this block alone, or NULL. */
static struct chunk **
find_alone(struct arena *a, const void *block, size_t size)
{
    if (size <= LARGEST_CHUNK / 4)
        return NULL;
    struct chunk **at = &a->newest;
    while (*at && (*at)->bytes != block)
        at = &(*at)->older;
    return *at && (*at)->size == size ? at : NULL;
}

/* The block, moved or not, without what is new zeroed. */
static char *
grow(struct arena *a, void *block, size_t size, size_t larger)
{
    struct chunk *c = a->newest, **alone = find_alone(a, block, size);
    if (alone) {
        if (larger > SIZE_MAX - sizeof *c)
            mem_fail();
        c = *alone = mem_grow(*alone, sizeof *c + larger);
        c->size = c->used = larger;
        a->size += larger - size;
        return c->bytes;
    }
    if (block && c && (char *)block + size == c->bytes + c->used &&
        larger - size <= c->size - c->used) {
        c->used += larger - size;
        return block;
    }
    char *moved = take(a, larger, ALIGNMENT);
    return size ? memcpy(moved, block, size) : moved;
}

void *
arena_grow(struct arena *a, void *block, size_t size, size_t larger)
{
    char *grown = grow(a, block, size, larger);
    memset(grown + size, 0, larger - size);
    return grown;
}

void
arena_trim(void)
{
    mem_trim();
}

void *
arena_array(struct arena *a, size_t size, size_t n)
{
    if (size && n > SIZE_MAX / size)
        mem_fail();
    return arena_alloc(a, size * n);
}

char *
arena_strn(struct arena *a, const char *s, size_t n)
{
    if (n == SIZE_MAX)
        mem_fail();
    char *copy = take(a, n + 1, 1);
    if (n)
        memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

char *
arena_str(struct arena *a, const char *s)
{
    return s ? arena_strn(a, s, strlen(s)) : NULL;
}

char *
arena_vprintf(struct arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *text = take(a, n < 0 ? 1 : (size_t)n + 1, 1);
    *text = '\0';
    if (n > 0)
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(a, format, args);
    va_end(args);
    return text;
}

size_t
arena_size(const struct arena *a)
{
    return a->size;
}
