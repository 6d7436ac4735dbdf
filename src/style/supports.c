/* SPDX-License-Identifier: MIT */
/* @supports: CSS Conditional Rules Level 3, clause 6, against the table. */
#include "style/style_int.h"

static bool condition(struct css_tokens v, int depth);

static struct css_tokens
rest_of(struct css_tokens v, size_t from)
{
    return css_trim((struct css_tokens){v.at + from, v.n - from});
}

static bool
declaration(struct css_tokens v)
{
    size_t i = 1;
    while (i < v.n && v.at[i].type == CSS_SPACE)
        i++;
    if (i >= v.n || v.at[i].type != CSS_COLON)
        return false;
    if (str_starts(v.at[0].text, "--"))
        return true;
    const struct css_property *p = css_property_of(v.at[0].text);
    struct css_tokens value = rest_of(v, i + 1);
    return p && p->where != CSS_EPUB && value.n &&
           css_check(p, value) == CSS_OK;
}

static bool
selector(struct css_tokens v)
{
    struct arena *a = arena_new();
    bool good = css_selectors(a, v, NULL, NULL, NULL) != NULL;
    arena_free(a);
    return good;
}

/* (…), selector(…) or another function, which is not known. */
static bool
in_parens(struct css_tokens v, int depth)
{
    struct css_tokens in = css_inside(v, 0);
    if (!in.n)
        return false;
    if (v.at[0].type == CSS_FUNCTION)
        return str_eq_nocase(v.at[0].text, "selector") && selector(in);
    if (v.at[0].type != CSS_OPEN_ROUND)
        return false;
    if (in.at[0].type == CSS_IDENT && !css_is_word(&in.at[0], "not"))
        return declaration(in);
    return condition(in, depth + 1);
}

static bool
condition(struct css_tokens v, int depth)
{
    if (!v.n || depth > CSS_DEPTH)
        return false;
    if (css_is_word(&v.at[0], "not")) {
        struct css_tokens of = rest_of(v, 1);
        return of.n && !in_parens(of, depth);
    }
    bool holds = in_parens(v, depth);
    v = rest_of(v, css_skip(v, 0));
    while (v.n) {
        bool both = css_is_word(&v.at[0], "and");
        if (!both && !css_is_word(&v.at[0], "or"))
            return false;
        v = rest_of(v, 1);
        if (!v.n)
            return false;
        bool next = in_parens(v, depth);
        holds = both ? holds && next : holds || next;
        v = rest_of(v, css_skip(v, 0));
    }
    return holds;
}

bool
css_supports(struct css_tokens v)
{
    return condition(css_trim(v), 0);
}
