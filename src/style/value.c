/* SPDX-License-Identifier: MIT */
/* Pieces of values: lengths, calc(), words (CSS Values and Units Level 4). */
#include <math.h>
#include <string.h>

#include "style/style_int.h"

size_t
css_pieces(struct css_tokens v, struct css_tokens *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < v.n;) {
        size_t next = css_skip(v, i);
        if (v.at[i].type != CSS_SPACE) {
            if (n == room)
                return room + 1;
            out[n++] = (struct css_tokens){v.at + i, next - i};
        }
        i = next;
    }
    return n;
}

size_t
css_list(struct css_tokens v, struct css_tokens *out, size_t room)
{
    size_t n = 0, from = 0;
    for (size_t i = 0; i <= v.n;) {
        if (i < v.n && v.at[i].type != CSS_COMMA) {
            i = css_skip(v, i);
            continue;
        }
        if (n == room)
            return room + 1;
        out[n++] = css_trim((struct css_tokens){v.at + from, i - from});
        from = ++i;
    }
    return n;
}

int
css_round(double units)
{
    enum { MOST = 1 << 28 };
    return (int)lround(fmax(-MOST, fmin(MOST, units)));
}

const struct css_word *
css_word_of(const struct css_word *words, struct css_tokens v)
{
    if (v.n != 1 || v.at[0].type != CSS_IDENT)
        return NULL;
    for (; words && words->word; words++)
        if (str_eq_nocase(words->word, v.at[0].text))
            return words;
    return NULL;
}

/* Pango units a unit; `of` 'e' or 'r': of the font size, of the root's. */
static const struct unit {
    const char *name;
    double units;
    char of;
} units[] = {
    {"px", 768, 0},
    {"pt", 1024, 0},
    {"em", 1, 'e'},
    {"rem", 1, 'r'},
    {"in", 72 * 1024, 0},
    {"mm", 72 * 1024 / 25.4, 0},
    {"cm", 72 * 1024 / 2.54, 0},
    {"pc", 12 * 1024, 0},
    {"q", 72 * 1024 / 101.6, 0},
    {"ex", 0.5, 'e'},
    {"ch", 0.5, 'e'},
    {"cap", 0.7, 'e'},
    {"ic", 1, 'e'},
    {"rex", 0.5, 'r'},
    {"rch", 0.5, 'r'},
    {"ric", 1, 'r'},
};

/* Units that depend on a window or on what is not yet known. */
static const char *const windows[] = {
    "vw",  "vh",  "vmin", "vmax", "vi",  "vb",  "svw", "svh", "lvw",
    "lvh", "dvw", "dvh",  "lh",   "rlh", "cqw", "cqh", "cqi", "cqb",
};

enum {
    UNITS = sizeof units / sizeof *units,
    WINDOWS = sizeof windows / sizeof *windows
};

bool
css_is_unit(const char *name)
{
    for (size_t i = 0; i < UNITS; i++)
        if (str_eq_nocase(name, units[i].name))
            return true;
    for (size_t i = 0; i < WINDOWS; i++)
        if (str_eq_nocase(name, windows[i]))
            return true;
    return false;
}

const char *
css_unit_near(const char *name)
{
    const char *names[UNITS];
    for (size_t i = 0; i < UNITS; i++)
        names[i] = units[i].name;
    return str_nearest(name, names, UNITS);
}

static enum css_status
dimension(const struct compute *c, const struct css_token *t,
          struct css_size *out)
{
    out->kind = CSS_IS_LENGTH;
    for (size_t i = 0; i < UNITS; i++)
        if (str_eq_nocase(t->text, units[i].name)) {
            double of = units[i].of == 'e'   ? c->em
                        : units[i].of == 'r' ? c->root_em
                                             : 1;
            out->value = t->number * units[i].units * of;
            return CSS_OK;
        }
    for (size_t i = 0; i < WINDOWS; i++)
        if (str_eq_nocase(t->text, windows[i])) {
            out->value = 0;
            return CSS_UNSUPPORTED;
        }
    return CSS_INVALID;
}

struct calc {
    const struct compute *compute;
    struct css_tokens v;
    size_t at;
    int depth;
    enum css_status status; /* the worst so far */
};

static struct css_size calc_sum(struct calc *k);

static struct css_size
calc_bad(struct calc *k)
{
    k->status = CSS_INVALID;
    return (struct css_size){0, CSS_IS_NUMBER};
}

static void
calc_space(struct calc *k)
{
    while (k->at < k->v.n && k->v.at[k->at].type == CSS_SPACE)
        k->at++;
}

static struct css_size
calc_value(struct calc *k)
{
    calc_space(k);
    if (k->at >= k->v.n || k->status == CSS_INVALID)
        return calc_bad(k);
    const struct css_token *t = &k->v.at[k->at];
    bool calc = t->type == CSS_FUNCTION && str_eq_nocase(t->text, "calc");
    if (calc || t->type == CSS_OPEN_ROUND) {
        struct calc inner = {k->compute, css_inside(k->v, k->at), 0,
                             k->depth + 1, k->status};
        k->at = css_skip(k->v, k->at);
        if (inner.depth > CSS_DEPTH)
            return calc_bad(k);
        struct css_size s = calc_sum(&inner);
        k->status = inner.at < inner.v.n ? CSS_INVALID : inner.status;
        return s;
    }
    struct css_size s = {0, CSS_IS_NUMBER};
    struct css_tokens one = {t, 1};
    enum css_status status = t->type == CSS_NUMBER ||
                                     t->type == CSS_DIMENSION ||
                                     t->type == CSS_PERCENTAGE
                                 ? css_size_of(k->compute, one, &s)
                                 : CSS_INVALID;
    if (t->type == CSS_NUMBER)
        s = (struct css_size){t->number, CSS_IS_NUMBER};
    if (status < k->status)
        k->status = status;
    k->at++;
    return s;
}

static struct css_size
calc_product(struct calc *k)
{
    struct css_size s = calc_value(k);
    for (;;) {
        calc_space(k);
        if (k->at >= k->v.n || k->status == CSS_INVALID)
            return s;
        bool times = css_is_delim(&k->v.at[k->at], '*');
        if (!times && !css_is_delim(&k->v.at[k->at], '/'))
            return s;
        k->at++;
        struct css_size by = calc_value(k);
        if (times && s.kind == CSS_IS_NUMBER) {
            struct css_size swap = s;
            s = by;
            by = swap;
        }
        if (by.kind != CSS_IS_NUMBER || (!times && by.value == 0))
            return calc_bad(k);
        s.value = times ? s.value * by.value : s.value / by.value;
    }
}

/* A sum of lengths or of percentages; the two can't be mixed, as a computed
 * length is one or the other. */
static struct css_size
calc_sum(struct calc *k)
{
    struct css_size s = calc_product(k);
    for (;;) {
        calc_space(k);
        if (k->at >= k->v.n || k->status == CSS_INVALID)
            return s;
        const struct css_token *t = &k->v.at[k->at];
        bool plus = css_is_delim(t, '+');
        if (!plus && !css_is_delim(t, '-'))
            return calc_bad(k);
        k->at++;
        struct css_size by = calc_product(k);
        if (s.kind != by.kind &&
            (s.kind == CSS_IS_NUMBER || by.kind == CSS_IS_NUMBER))
            return calc_bad(k);
        if (s.kind != by.kind && by.value == 0)
            continue;
        if (s.kind != by.kind && s.value == 0)
            s.kind = by.kind;
        else if (s.kind != by.kind && k->status > CSS_UNSUPPORTED)
            k->status = CSS_UNSUPPORTED;
        s.value += plus ? by.value : -by.value;
    }
}

enum css_status
css_size_of(const struct compute *c, struct css_tokens v, struct css_size *out)
{
    if (!v.n)
        return CSS_INVALID;
    const struct css_token *t = v.at;
    if (t->type == CSS_FUNCTION && str_eq_nocase(t->text, "calc") &&
        css_skip(v, 0) == v.n) {
        struct calc k = {c, v, 0, 0, CSS_OK};
        *out = calc_value(&k);
        return isfinite(out->value) ? k.status : CSS_INVALID;
    }
    static const char *const functions[] = {
        "min", "max", "clamp", "round", "env", "abs", "mod", "rem", "sign"};
    *out = (struct css_size){0, CSS_IS_LENGTH};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (t->type == CSS_FUNCTION && css_skip(v, 0) == v.n &&
            str_eq_nocase(t->text, functions[i]))
            return CSS_UNSUPPORTED;
    if (v.n != 1)
        return CSS_INVALID;
    switch (t->type) {
    case CSS_NUMBER:
        *out = (struct css_size){t->number, CSS_IS_NUMBER};
        if (t->number == 0)
            out->kind = CSS_IS_LENGTH;
        return CSS_OK;
    case CSS_PERCENTAGE:
        *out = (struct css_size){t->number * 100, CSS_IS_PERCENT};
        return CSS_OK;
    case CSS_DIMENSION:
        return dimension(c, t, out);
    default:
        return CSS_INVALID;
    }
}
