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

/* All custom properties of the sheets, and what each is made of. */
struct edge {
    const char *name, *to;
};
struct names {
    struct style_sheet *sheet;
    struct map *set; /* names that have a value somewhere */
    VEC(const char *) all;
    VEC(struct edge) edges;
};

typedef void visit_fn(struct names *n, const struct css_file *file,
                      const struct css_declaration *d);

static void
each_declaration(struct names *n, const struct css_file *file,
                 const struct css_rule *rules, visit_fn *visit)
{
    for (const struct css_rule *r = rules; r; r = r->next) {
        for (const struct css_declaration *d = r->first; d; d = d->next)
            visit(n, file, d);
        each_declaration(n, file, r->rules, visit);
        if (r->imported)
            each_declaration(n, r->imported, r->imported->rules, visit);
    }
}

static void
add_name(struct names *n, const struct css_file *file,
         const struct css_declaration *d)
{
    (void)file;
    if (!d->custom || map_get(n->set, d->name))
        return;
    map_set(n->set, d->name, n);
    *vec_add(n->sheet->arena, &n->all) = d->name;
}

/* The name in the var() that opens at token i, or NULL; `bare`: it has no
 * fallback. */
static const struct css_token *
var_name(struct css_tokens v, size_t i, bool *bare)
{
    if (v.at[i].type != CSS_FUNCTION || !str_eq_nocase(v.at[i].text, "var"))
        return NULL;
    struct css_tokens in = css_inside(v, i);
    *bare = in.n == 1;
    return in.n && in.at->type == CSS_IDENT ? in.at : NULL;
}

static void
tell_unset(struct names *n, const struct css_file *file,
           const struct css_token *t)
{
    diag_at(n->sheet->diag, (struct place){file->shown, t->line, t->col},
            DIAG_CSS_VARIABLE, "nothing sets “%s”", t->text);
    const char *near = str_nearest(t->text, n->all.at, n->all.n);
    if (near)
        diag_hint(n->sheet->diag, "did you mean “%s”?", near);
    else
        diag_hint(n->sheet->diag,
                  "set it, as in html { %s: … }, or give a "
                  "fallback: var(%s, …)",
                  t->text, t->text);
}

/* Whether `from` is made of `to`, by the edges so far. */
static bool
leads_to(const struct names *n, const char *from, const char *to)
{
    VEC(const char *) open = {0};
    struct arena *a = arena_new();
    struct map *seen = map_new(a);
    bool found = false;
    *vec_add(a, &open) = from;
    while (open.n && !found) {
        const char *name = open.at[--open.n];
        if (map_get(seen, name))
            continue;
        map_set(seen, name, seen);
        found = str_eq(name, to);
        for (size_t i = 0; i < n->edges.n; i++)
            if (str_eq(n->edges.at[i].name, name))
                *vec_add(a, &open) = n->edges.at[i].to;
    }
    arena_free(a);
    return found;
}

static void
check_refs(struct names *n, const struct css_file *file,
           const struct css_declaration *d)
{
    enum { MOST_EDGES = 4096 };
    for (size_t i = 0; i < d->value.n; i++) {
        bool bare;
        const struct css_token *t = var_name(d->value, i, &bare);
        if (!t)
            continue;
        if (!map_get(n->set, t->text) && bare)
            tell_unset(n, file, t);
        if (!d->custom || n->edges.n == MOST_EDGES)
            continue;
        if (leads_to(n, t->text, d->name)) {
            diag_at(n->sheet->diag,
                    (struct place){file->shown, t->line, t->col},
                    DIAG_CSS_VARIABLE, "“%s” is made of itself", d->name);
            diag_hint(n->sheet->diag, "give “%s” a value without var(%s)",
                      d->name, t->text);
            continue;
        }
        *vec_add(n->sheet->arena, &n->edges) = (struct edge){d->name, t->text};
    }
}

void
css_check_vars(struct style_sheet *sheet)
{
    struct names n = {.sheet = sheet, .set = map_new(sheet->arena)};
    for (size_t i = 0; i < sheet->files.n; i++)
        each_declaration(&n, sheet->files.at[i], sheet->files.at[i]->rules,
                         add_name);
    for (size_t i = 0; i < sheet->files.n; i++)
        each_declaration(&n, sheet->files.at[i], sheet->files.at[i]->rules,
                         check_refs);
}
