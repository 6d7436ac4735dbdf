/* SPDX-License-Identifier: MIT */
/* The one place that asks the system for memory and gives it back. Included
 * by base alone: other folders use arenas and buffers. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* As malloc, realloc and free, but these never return NULL. */
void *mem_alloc(size_t size);
void *mem_grow(void *block, size_t size);
void mem_free(void *block);

/* Gives whole free pages back to the system. */
void mem_trim(void);

/* Says that memory ran out and ends the program with status 1. Outputs are
 * renamed into place only when complete, so none is left half written. */
_Noreturn void mem_fail(void);

#endif
