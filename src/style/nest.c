/* SPDX-License-Identifier: MIT */
/* Nested rules become rules of their own: `&` is replaced by the selectors of
 * the rule around (CSS Nesting Module Level 1, clause 3). As each of a list is
 * put in by itself, readers of the EPUB need know neither nesting nor :is(). */
#include "style/css_int.h"

enum { MOST_TOKENS = 4096, MOST_SELECTORS = 64 };

struct nester {
    struct arena *arena;
    VEC(struct css_token) out;
    bool good;
};

static void
put(struct nester *n, struct css_token t, bool joined)
{
    if (n->out.n >= MOST_TOKENS) {
        n->good = false;
        return;
    }
    t.joined = joined;
    *vec_add(n->arena, &n->out) = t;
}

static void
put_space(struct nester *n)
{
    put(n, (struct css_token){.type = CSS_SPACE, .text = " "}, true);
}

static void
put_all(struct nester *n, struct css_tokens v, bool joined)
{
    for (size_t i = 0; i < v.n; i++)
        put(n, v.at[i], i ? v.at[i].joined : joined);
}

static bool
has_parent(struct css_tokens v)
{
    for (size_t i = 0; i < v.n; i++)
        if (css_is_delim(&v.at[i], '&'))
            return true;
    return false;
}

/* One selector inside one of those around it. */
static void
put_one(struct nester *n, struct css_tokens around, struct css_tokens v)
{
    if (!has_parent(v)) {
        put_all(n, around, true);
        put_space(n);
        put_all(n, v, true);
        return;
    }
    for (size_t i = 0; i < v.n; i++) {
        bool joined = i && v.at[i - 1].end == v.at[i].start;
        if (css_is_delim(&v.at[i], '&'))
            put_all(n, around, joined || !i);
        else
            put(n, v.at[i], joined);
    }
}

bool
css_nest(struct arena *a, struct css_tokens around, struct css_tokens v,
         struct css_tokens *out)
{
    struct css_tokens outer[MOST_SELECTORS], inner[MOST_SELECTORS];
    size_t outers = css_list(around, outer, MOST_SELECTORS);
    size_t inners = css_list(v, inner, MOST_SELECTORS);
    static const struct css_token comma = {.type = CSS_COMMA, .text = ","};
    struct nester n = {.arena = a, .good = true};
    if (outers > MOST_SELECTORS || inners > MOST_SELECTORS)
        return false;
    for (size_t i = 0; n.good && i < inners; i++)
        for (size_t o = 0; n.good && o < outers; o++) {
            if (n.out.n) {
                put(&n, comma, true);
                put_space(&n);
            }
            put_one(&n, outer[o], inner[i]);
        }
    *out = (struct css_tokens){n.out.at, n.out.n};
    return n.good;
}
