/* SPDX-License-Identifier: MIT */
/* The one place that asks the system for memory and gives it back. */
#include "base/mem.h"

#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

_Noreturn void
mem_fail(void)
{
    static const char text[] = "fascicle: error: out of memory [no-memory]\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(1);
}

void *
mem_alloc(size_t size)
{
    void *block = malloc(size ? size : 1);
    if (!block)
        mem_fail();
    return block;
}

void *
mem_grow(void *block, size_t size)
{
    void *grown = realloc(block, size ? size : 1);
    if (!grown)
        mem_fail();
    return grown;
}

void
mem_free(void *block)
{
    free(block);
}

void
mem_trim(void)
{
    malloc_trim(0);
}
