/* SPDX-License-Identifier: MIT */
/* Lists of whole numbers as people write those of pages: "3-5,9,12-". Part of
 * base/base.h. */
#ifndef BASE_RANGES_H
#define BASE_RANGES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* From `first` to `last`, both of at least 1. */
struct number_range {
    int first, last;
};

struct ranges {
    struct number_range *at;
    size_t n;
};

/* Reads numbers and ranges with commas between; white space may stand beside
 * each. A range without its first number begins at 1, one without its last
 * never ends (INT_MAX). False where the text is something else. */
bool ranges_parse(struct arena *a, const char *text, struct ranges *out);

bool ranges_have(const struct ranges *r, size_t number);

#endif
