/* SPDX-License-Identifier: MIT */
/* var(): CSS Custom Properties Level 1, clause 3. */
#include <string.h>

#include "style/style_int.h"

/* What a value may grow to, so that custom properties that name one another
 * do not multiply without end. */
enum { TOKENS_LIMIT = 1 << 14 };

struct substitution {
    struct arena *arena;
    const struct css_var *vars;
    VEC(struct css_token) out;
    size_t steps;
    bool good;
};

static const struct css_var *
find(const struct css_var *vars, const char *name)
{
    while (vars && strcmp(vars->name, name) != 0)
        vars = vars->next;
    return vars;
}

static void replace(struct substitution *s, struct css_tokens v, int depth);

static void
replace_var(struct substitution *s, struct css_tokens in, int depth)
{
    if (!in.n || in.at->type != CSS_IDENT || !str_starts(in.at->text, "--")) {
        s->good = false;
        return;
    }
    const struct css_var *var = find(s->vars, in.at->text);
    if (var) {
        replace(s, var->value, depth + 1);
        return;
    }
    size_t i = 1;
    while (i < in.n && in.at[i].type == CSS_SPACE)
        i++;
    if (i >= in.n || in.at[i].type != CSS_COMMA) {
        s->good = false;
        return;
    }
    i++;
    replace(s, css_trim((struct css_tokens){in.at + i, in.n - i}), depth + 1);
}

static void
replace(struct substitution *s, struct css_tokens v, int depth)
{
    /* a circle, or as good as one */
    if (depth > CSS_DEPTH || ++s->steps > TOKENS_LIMIT)
        s->good = false;
    for (size_t i = 0; s->good && i < v.n;) {
        if (s->out.n > TOKENS_LIMIT)
            s->good = false;
        if (v.at[i].type == CSS_FUNCTION &&
            str_eq_nocase(v.at[i].text, "var")) {
            replace_var(s, css_inside(v, i), depth);
            i = css_skip(v, i);
        } else {
            *vec_add(s->arena, &s->out) = v.at[i++];
        }
    }
}

bool
css_substitute(struct arena *a, const struct css_var *vars, struct css_tokens v,
               struct css_tokens *out)
{
    struct substitution s = {.arena = a, .vars = vars, .good = true};
    replace(&s, v, 0);
    *out = css_trim((struct css_tokens){s.out.at, s.out.n});
    return s.good && out->n;
}
