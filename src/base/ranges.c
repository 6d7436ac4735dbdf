/* SPDX-License-Identifier: MIT */
/* Lists of whole numbers. */
#include "base/ranges.h"

#include <limits.h>

#include "base/arena.h"
#include "base/str.h"

enum { MOST_NUMBER = 9999999 };

static const char *
skip_space(const char *p)
{
    while (str_is_space(*p))
        p++;
    return p;
}

/* A number at `*p`, which moves on; `missing` without any, 0 for a wrong one.
 */
static int
read_number(const char **p, int missing)
{
    int n = 0;
    if (!str_is_digit(**p))
        return missing;
    for (; str_is_digit(**p); ++*p) {
        n = n * 10 + (**p - '0');
        if (n > MOST_NUMBER)
            return 0;
    }
    return n;
}

/* A number or a range at `*p`, which moves on to the comma or the end. */
static bool
read_range(const char **p, struct number_range *range)
{
    static const char dash[] = "–";
    const char *begin = *p;
    range->first = range->last = read_number(p, 1);
    const char *number = *p;
    *p = skip_space(*p);
    bool open = **p == '-' || str_starts(*p, dash);
    if (open) {
        *p = skip_space(*p + (**p == '-' ? 1 : sizeof dash - 1));
        const char *end = *p;
        range->last = read_number(p, INT_MAX);
        if (number == begin && *p == end)
            return false;
        *p = skip_space(*p);
    } else if (number == begin) {
        return false;
    }
    return range->first > 0 && range->first <= range->last;
}

bool
ranges_parse(struct arena *a, const char *text, struct ranges *out)
{
    size_t most = 1;
    for (const char *p = text; *p; p++)
        most += *p == ',';
    *out = (struct ranges){.at = ARENA_ARRAY(a, struct number_range, most)};
    for (const char *p = skip_space(text);; p = skip_space(p + 1)) {
        if (!read_range(&p, &out->at[out->n++]))
            return false;
        if (*p != ',')
            return !*p;
    }
}

bool
ranges_have(const struct ranges *r, size_t number)
{
    for (size_t i = 0; i < r->n; i++)
        if (number >= (size_t)r->at[i].first && number <= (size_t)r->at[i].last)
            return true;
    return false;
}
