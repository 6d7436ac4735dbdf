/* SPDX-License-Identifier: MIT */
/* calc(), min(), max() and clamp() (CSS Values and Units Level 4, clause 10).
 */
#include <math.h>
#include <string.h>

#include "style/style_int.h"

struct calc {
    const struct compute *compute;
    struct css_tokens v;
    size_t at;
    int depth;
    enum css_status status; /* the worst so far */
};

static struct css_size sum(struct calc *k);

static struct css_size
bad(struct calc *k)
{
    k->status = CSS_INVALID;
    return (struct css_size){0, 0, CSS_IS_NUMBER};
}

static void
worsen(struct calc *k, enum css_status status)
{
    if (status < k->status)
        k->status = status;
}

static void
skip_space(struct calc *k)
{
    while (k->at < k->v.n && k->v.at[k->at].type == CSS_SPACE)
        k->at++;
}

/* What is in brackets or between commas. */
static struct css_size
inner_sum(struct calc *k, struct css_tokens v)
{
    struct calc inner = {k->compute, v, 0, k->depth + 1, k->status};
    if (inner.depth > CSS_DEPTH)
        return bad(k);
    struct css_size s = sum(&inner);
    skip_space(&inner);
    worsen(k, inner.at < inner.v.n ? CSS_INVALID : inner.status);
    return s;
}

enum function { CALC, MIN, MAX, CLAMP };

/* Of two sizes of one kind the lesser or the greater; lengths and percentages
 * can't be compared before the base is known. */
static struct css_size
choose(struct calc *k, struct css_size a, struct css_size b, bool greater)
{
    if (a.kind != b.kind && a.value == 0 && a.kind == CSS_IS_LENGTH)
        a.kind = b.kind;
    if (a.kind != b.kind && b.value == 0 && b.kind == CSS_IS_LENGTH)
        b.kind = a.kind;
    if (a.kind == CSS_IS_NUMBER && a.kind != b.kind)
        return bad(k);
    if (a.kind != b.kind || a.plus != 0 || b.plus != 0)
        worsen(k, CSS_UNSUPPORTED);
    return greater == (a.value > b.value) ? a : b;
}

static struct css_size
function(struct calc *k, enum function which, struct css_tokens in)
{
    enum { MOST = 16 };
    struct css_tokens args[MOST];
    size_t n = css_list(in, args, MOST);
    if (which == CALC)
        return inner_sum(k, in);
    if (n < 1 || n > MOST || (which == CLAMP && n != 3))
        return bad(k);
    struct css_size least = inner_sum(k, args[0]), s = least;
    for (size_t i = 1; i < n; i++) {
        struct css_size next = inner_sum(k, args[i]);
        bool greater = which == MAX || (which == CLAMP && i == 1);
        s = choose(k, s, next, greater);
    }
    /* the least wins over the most (clause 10.2.1) */
    return which == CLAMP ? choose(k, s, least, true) : s;
}

static int
function_of(const struct css_token *t)
{
    static const struct {
        const char *name;
        enum function function;
    } names[] = {{"calc", CALC}, {"min", MIN}, {"max", MAX}, {"clamp", CLAMP}};
    if (t->type == CSS_OPEN_ROUND)
        return CALC;
    for (size_t i = 0; t->type == CSS_FUNCTION && i < 4; i++)
        if (str_eq_nocase(t->text, names[i].name))
            return (int)names[i].function;
    return -1;
}

static struct css_size
value(struct calc *k)
{
    skip_space(k);
    if (k->at >= k->v.n || k->status == CSS_INVALID)
        return bad(k);
    const struct css_token *t = &k->v.at[k->at];
    int which = function_of(t);
    if (which >= 0) {
        struct css_tokens in = css_inside(k->v, k->at);
        k->at = css_skip(k->v, k->at);
        return function(k, (enum function)which, in);
    }
    if (t->type != CSS_NUMBER && t->type != CSS_DIMENSION &&
        t->type != CSS_PERCENTAGE)
        return bad(k);
    struct css_size s;
    worsen(k, css_size_of(k->compute, (struct css_tokens){t, 1}, &s));
    if (t->type == CSS_NUMBER)
        s = (struct css_size){t->number, 0, CSS_IS_NUMBER};
    k->at++;
    return s;
}

static struct css_size
product(struct calc *k)
{
    struct css_size s = value(k);
    for (;;) {
        skip_space(k);
        if (k->at >= k->v.n || k->status == CSS_INVALID)
            return s;
        bool times = css_is_delim(&k->v.at[k->at], '*');
        if (!times && !css_is_delim(&k->v.at[k->at], '/'))
            return s;
        k->at++;
        struct css_size by = value(k);
        if (times && s.kind == CSS_IS_NUMBER) {
            struct css_size swap = s;
            s = by;
            by = swap;
        }
        if (by.kind != CSS_IS_NUMBER || (!times && by.value == 0))
            return bad(k);
        double factor = times ? by.value : 1 / by.value;
        s.value *= factor;
        s.plus *= factor;
    }
}

/* Of a length and a percentage becomes a percentage and a length. */
static struct css_size
add(struct calc *k, struct css_size a, struct css_size b, double sign)
{
    if (a.kind == b.kind)
        return (struct css_size){a.value + sign * b.value,
                                 a.plus + sign * b.plus, a.kind};
    if (a.kind == CSS_IS_NUMBER || b.kind == CSS_IS_NUMBER)
        return bad(k);
    if (a.kind == CSS_IS_PERCENT)
        return (struct css_size){a.value, a.plus + sign * b.value, a.kind};
    return (struct css_size){sign * b.value, a.value + sign * b.plus, b.kind};
}

static struct css_size
sum(struct calc *k)
{
    struct css_size s = product(k);
    for (;;) {
        skip_space(k);
        if (k->at >= k->v.n || k->status == CSS_INVALID)
            return s;
        const struct css_token *t = &k->v.at[k->at];
        bool plus = css_is_delim(t, '+');
        if (!plus && !css_is_delim(t, '-'))
            return bad(k);
        k->at++;
        s = add(k, s, product(k), plus ? 1 : -1);
    }
}

enum css_status
css_calc(const struct compute *c, struct css_tokens v, struct css_size *out)
{
    static const char *const others[] = {"round", "env",  "abs",  "mod",
                                         "rem",   "sign", "hypot"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_eq_nocase(v.at[0].text, others[i]))
            return CSS_UNSUPPORTED;
    if (function_of(v.at) < 0)
        return CSS_INVALID;
    struct calc k = {c, v, 0, 0, CSS_OK};
    *out = value(&k);
    return isfinite(out->value) && isfinite(out->plus) ? k.status : CSS_INVALID;
}
