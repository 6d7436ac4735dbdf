/* SPDX-License-Identifier: MIT */
/* Arenas: chunks from the system, handed out front to back. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 256 * 1024 };

struct chunk {
    struct chunk *older;
    size_t size, used;
    alignas(max_align_t) char bytes[];
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

void
arena_reset(struct arena *a)
{
    while (a->newest) {
        struct chunk *older = a->newest->older;
        mem_free(a->newest);
        a->newest = older;
    }
    a->size = 0;
}

void
arena_free(struct arena *a)
{
    if (!a)
        return;
    arena_reset(a);
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

void *
arena_alloc(struct arena *a, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align)
        mem_fail();
    size = (size + align - 1) / align * align;
    struct chunk *c = a->newest;
    if (!c || c->size - c->used < size) {
        if (size > LARGEST_CHUNK / 4)
            return memset(alloc_large(a, size), 0, size);
        c = chunk_new(a, size);
        c->older = a->newest;
        a->newest = c;
    }
    void *block = c->bytes + c->used;
    c->used += size;
    return memset(block, 0, size);
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
    char *copy = arena_alloc(a, n + 1);
    if (n)
        memcpy(copy, s, n);
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
    char *text = arena_alloc(a, n < 0 ? 1 : (size_t)n + 1);
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
