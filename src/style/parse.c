/* SPDX-License-Identifier: MIT */
/* Tokens into rules and declarations: CSS Syntax Module Level 3, clause 5. */
#include <string.h>

#include "style/css_int.h"

struct parser {
    struct arena *arena;
    struct css_tokens v;
    size_t at;
    const char *shown;
    struct diag *diag;
    bool told_open; /* that a bracket is not closed, up to the end */
};

/* What stands in the block of an at-rule. */
enum block {
    BLOCK_NONE,
    BLOCK_RULES,
    BLOCK_MAYBE, /* rules, or none */
    BLOCK_DECLARATIONS
};

static const struct at_rule {
    const char *name;
    enum css_rule_kind kind;
    enum block block;
} at_rules[] = {
    {"media", CSS_RULE_MEDIA, BLOCK_RULES},
    {"supports", CSS_RULE_SUPPORTS, BLOCK_RULES},
    {"layer", CSS_RULE_LAYER, BLOCK_MAYBE},
    {"import", CSS_RULE_IMPORT, BLOCK_NONE},
    {"font-face", CSS_RULE_FONT_FACE, BLOCK_DECLARATIONS},
    {"page", CSS_RULE_PAGE, BLOCK_DECLARATIONS},
    {"namespace", CSS_RULE_NAMESPACE, BLOCK_NONE},
    {"charset", CSS_RULE_CHARSET, BLOCK_NONE},
};

static const struct css_token *
token(const struct parser *p)
{
    return &p->v.at[p->at];
}

static void
complain(struct parser *p, const struct css_token *t, const char *format,
         const char *what)
{
    char text[160];
    snprintf(text, sizeof text, format, what);
    diag_at(p->diag, (struct place){p->shown, t->line, t->col}, DIAG_CSS_SYNTAX,
            "%s", text);
}

static void
skip_space(struct parser *p)
{
    while (token(p)->type == CSS_SPACE)
        p->at++;
}

static const char *
bracket_text(struct parser *p, const struct css_token *t)
{
    return t->type == CSS_FUNCTION ? arena_printf(p->arena, "%s(", t->text)
                                   : t->text;
}

/* The innermost bracket that is open at the end of what begins at `i`. What
 * closes another one than that closes nothing, as in css_skip(). */
static const struct css_token *
left_open(struct css_tokens v, size_t i)
{
    enum { NESTED = 128 };
    const struct css_token *open[NESTED] = {&v.at[i]};
    size_t depth = 0;
    for (; i < v.n && depth < NESTED; i++) {
        if (css_closer_of(v.at[i].type) != CSS_END)
            open[depth++] = &v.at[i];
        else if (depth && v.at[i].type == css_closer_of(open[depth - 1]->type))
            depth--;
    }
    return open[depth ? depth - 1 : 0];
}

/* The end of the block that opens at the parser's place; reports where it is
 * not closed. */
static size_t
block_end(struct parser *p)
{
    size_t end = css_skip(p->v, p->at);
    if (end < p->v.n && p->v.at[end - 1].type == CSS_CLOSE_CURLY)
        return end - 1;
    const struct css_token *open = left_open(p->v, p->at);
    if (open->type == CSS_OPEN_CURLY) {
        complain(p, open, "the block is not closed", NULL);
        diag_hint(p->diag, "a “}” is missing at its end");
    } else if (!p->told_open) {
        complain(p, open, "“%s” is not closed", bracket_text(p, open));
        diag_hint(p->diag, "a “%s” is missing; all behind it is lost",
                  open->type == CSS_OPEN_SQUARE ? "]" : ")");
    }
    p->told_open = true;
    return p->v.n - 1;
}

/* Moves behind the next semicolon of this level, or to `to`. */
static void
recover(struct parser *p, size_t to)
{
    while (p->at < to && token(p)->type != CSS_SEMICOLON)
        p->at = css_skip(p->v, p->at);
    if (p->at > to)
        p->at = to;
}

static bool
take_important(struct css_tokens *v)
{
    struct css_tokens w = css_trim(*v);
    if (w.n < 2 || !css_is_word(&w.at[w.n - 1], "important"))
        return false;
    struct css_tokens rest = css_trim((struct css_tokens){w.at, w.n - 1});
    if (!rest.n || !css_is_delim(&rest.at[rest.n - 1], '!'))
        return false;
    *v = css_trim((struct css_tokens){rest.at, rest.n - 1});
    return true;
}

static bool
uses_var(struct css_tokens v)
{
    for (size_t i = 0; i < v.n; i++)
        if (v.at[i].type == CSS_FUNCTION && str_eq_nocase(v.at[i].text, "var"))
            return true;
    return false;
}

/* Whether a bracket opens at token i that the value does not close. */
static bool
is_open(struct css_tokens v, size_t i)
{
    enum css_type closer = css_closer_of(v.at[i].type);
    return closer != CSS_END && v.at[css_skip(v, i) - 1].type != closer;
}

/* A "!" or a "{" in a value, and what was likely meant. */
static void
tell_mark(struct parser *p, const struct css_declaration *decl,
          const struct css_token *t, const struct css_token *next)
{
    static const char *const marks[] = {"important"};
    bool word = next && next->type == CSS_IDENT && t->type == CSS_DELIM;
    complain(p, t, "“%s” has no place in a value",
             word ? arena_printf(p->arena, "!%s", next->text) : t->text);
    if (t->type == CSS_OPEN_CURLY)
        diag_hint(p->diag, "a “}” or a “;” is missing before “%s”", decl->name);
    else if (word && str_nearest(next->text, marks, 1))
        diag_hint(p->diag, "did you mean “!important”?");
    else
        diag_hint(p->diag, "only “!important” may follow a value");
}

/* Whether the value is well-formed; says what is wrong. */
static bool
check_value(struct parser *p, const struct css_declaration *decl)
{
    struct css_tokens v = decl->value;
    for (size_t i = 0; i < v.n;) {
        const struct css_token *t = &v.at[i];
        size_t next = css_skip(v, i);
        if (t->type == CSS_BAD_STRING || t->type == CSS_BAD_URL ||
            is_open(v, i))
            return false; /* that has been said */
        if (t->type == CSS_CLOSE_ROUND || t->type == CSS_CLOSE_SQUARE ||
            t->type == CSS_CLOSE_CURLY) {
            complain(p, t, "“%s” closes what was not open", t->text);
            diag_hint(p->diag, "take it out, or put in what should open it");
            return false;
        }
        if (!decl->custom && t->type == CSS_IDENT && i + 1 < v.n &&
            v.at[i + 1].type == CSS_COLON) {
            complain(p, t, "“%s:” stands inside a value", t->text);
            diag_hint(p->diag,
                      "a “;” is missing before “%s”; both declarations are "
                      "left out",
                      t->text);
            return false;
        }
        if (!decl->custom &&
            (t->type == CSS_OPEN_CURLY || css_is_delim(t, '!'))) {
            tell_mark(p, decl, t, i + 1 < v.n ? t + 1 : NULL);
            return false;
        }
        i = next;
    }
    if (!v.n && !decl->custom) {
        complain(p, decl->at, "“%s” has no value", decl->name);
        diag_hint(p->diag, "write one behind the colon, or take it out");
        return false;
    }
    return true;
}

/* name : value [!important], up to `to`. */
static struct css_declaration *
read_declaration(struct parser *p, size_t to)
{
    const struct css_token *name = token(p);
    p->at++;
    skip_space(p);
    if (p->at >= to || token(p)->type != CSS_COLON) {
        complain(p, name, "“:” is missing behind “%s”", name->text);
        diag_hint(p->diag, "a declaration is a name, a colon and a value");
        recover(p, to);
        return NULL;
    }
    p->at++;
    struct css_declaration *decl = ARENA_NEW(p->arena, struct css_declaration);
    size_t from = p->at;
    recover(p, to);
    decl->name = name->text;
    decl->at = name;
    decl->custom = str_starts(name->text, "--");
    decl->value = (struct css_tokens){p->v.at + from, p->at - from};
    decl->value = css_trim(decl->value);
    decl->start = name->start;
    decl->end =
        decl->value.n ? decl->value.at[decl->value.n - 1].end : name->end + 1;
    decl->important = take_important(&decl->value);
    decl->has_var = uses_var(decl->value);
    return check_value(p, decl) ? decl : NULL;
}

static void read_declarations(struct parser *p, struct css_rule *rule,
                              size_t to, int depth);
static struct css_rule *new_rule(struct parser *p, enum css_rule_kind kind,
                                 size_t from, size_t to);
static void read_block(struct parser *p, struct css_rule *rule,
                       enum block block, int depth);

/* A rule and those nested in it, in a row. */
static struct css_rule **
append(struct css_rule **last, struct css_rule *rule)
{
    *last = rule;
    for (; *last; last = &(*last)->next)
        if ((*last)->nested) {
            struct css_rule *rest = (*last)->next, **end = &(*last)->next;
            *end = (*last)->nested;
            (*last)->nested = NULL;
            while (*end)
                end = &(*end)->next;
            *end = rest;
        }
    return last;
}

/* @media or @supports inside a style rule: what is in it is of that rule. */
static struct css_rule *
read_inner_group(struct parser *p, struct css_rule *outer,
                 enum css_rule_kind kind, size_t from, int depth)
{
    struct css_rule *group = new_rule(p, kind, from, p->at);
    struct css_rule *inner = ARENA_NEW(p->arena, struct css_rule);
    group->has_block = true;
    inner->kind = CSS_RULE_STYLE;
    inner->prelude = outer->prelude;
    inner->at = group->at;
    read_block(p, inner, BLOCK_DECLARATIONS, depth + 1);
    append(&group->rules, inner);
    return group;
}

/* A margin box inside @page, a group inside a style rule; anything else is an
 * error. */
static struct css_rule *
read_inner_at_rule(struct parser *p, struct css_rule *outer, size_t to,
                   int depth)
{
    const struct css_token *name = token(p);
    size_t from = p->at;
    while (p->at < to && token(p)->type != CSS_SEMICOLON &&
           token(p)->type != CSS_OPEN_CURLY)
        p->at++;
    bool media = str_eq_nocase(name->text, "media");
    if (outer->kind == CSS_RULE_STYLE && p->at < to && depth < CSS_DEPTH &&
        token(p)->type == CSS_OPEN_CURLY &&
        (media || str_eq_nocase(name->text, "supports")))
        return read_inner_group(
            p, outer, media ? CSS_RULE_MEDIA : CSS_RULE_SUPPORTS, from, depth);
    if (p->at >= to || token(p)->type != CSS_OPEN_CURLY ||
        outer->kind != CSS_RULE_PAGE || depth > 1) {
        complain(p, name, "“@%s” has no place here", name->text);
        diag_hint(p->diag, "move it out of the block around it");
        if (p->at < to)
            p->at = css_skip(p->v, p->at);
        return NULL;
    }
    struct css_rule *rule = ARENA_NEW(p->arena, struct css_rule);
    rule->kind = CSS_RULE_MARGIN;
    rule->name = name->text;
    rule->at = name;
    rule->has_block = true;
    size_t end = block_end(p);
    p->at++;
    read_declarations(p, rule, end, depth + 1);
    p->at = end < to ? end + 1 : to;
    return rule;
}

static void
bad_declaration(struct parser *p, size_t to)
{
    const struct css_token *t = token(p);
    size_t i = p->at;
    while (i < to && p->v.at[i].type != CSS_SEMICOLON &&
           p->v.at[i].type != CSS_OPEN_CURLY)
        i++;
    if (i < to && p->v.at[i].type == CSS_OPEN_CURLY) {
        complain(p, t, "a rule has no place here", NULL);
        diag_hint(p->diag, "move it out of the block around it");
        p->at = css_skip(p->v, i);
        return;
    }
    complain(p, t, "a property's name should stand here", NULL);
    diag_hint(p->diag, "all up to the next “;” is left out");
    p->at = css_skip(p->v, p->at);
    recover(p, to);
}

/* Whether a block comes before the declaration would end. What begins like a
 * declaration is one if its name is a property's. */
static bool
is_nested_rule(const struct parser *p, size_t to)
{
    size_t i = p->at + 1;
    while (i < to && p->v.at[i].type == CSS_SPACE)
        i++;
    if (i < to && p->v.at[i].type == CSS_COLON && token(p)->type == CSS_IDENT &&
        (str_starts(token(p)->text, "--") || css_is_property(token(p)->text)))
        return false;
    while (i < to && p->v.at[i].type != CSS_SEMICOLON &&
           p->v.at[i].type != CSS_OPEN_CURLY)
        i = css_skip(p->v, i);
    return i < to && p->v.at[i].type == CSS_OPEN_CURLY;
}

static bool
may_nest(const struct parser *p, const struct css_rule *outer, size_t to,
         int depth)
{
    static const char begin[] = "&.>+~*";
    const struct css_token *t = token(p);
    bool selector = t->type == CSS_IDENT || t->type == CSS_HASH ||
                    t->type == CSS_OPEN_SQUARE || t->type == CSS_COLON ||
                    (t->type == CSS_DELIM && strchr(begin, t->text[0]));
    return outer->kind == CSS_RULE_STYLE && selector && depth < CSS_DEPTH &&
           is_nested_rule(p, to);
}

static struct css_rule *
read_nested_rule(struct parser *p, struct css_rule *outer, int depth)
{
    size_t from = p->at;
    while (token(p)->type != CSS_OPEN_CURLY)
        p->at = css_skip(p->v, p->at);
    struct css_rule *rule = new_rule(p, CSS_RULE_STYLE, from, p->at);
    if (!css_nest(p->arena, outer->prelude, rule->prelude, &rule->prelude)) {
        complain(p, rule->at, "nested rules have too many selectors", NULL);
        diag_hint(p->diag, "write them as rules of their own");
        p->at = css_skip(p->v, p->at);
        return NULL;
    }
    read_block(p, rule, BLOCK_DECLARATIONS, depth + 1);
    return rule;
}

static void
read_declarations(struct parser *p, struct css_rule *rule, size_t to, int depth)
{
    struct css_declaration **last = &rule->first;
    struct css_rule **last_rule =
        rule->kind == CSS_RULE_STYLE ? &rule->nested : &rule->rules;
    while (p->at < to) {
        const struct css_token *t = token(p);
        if (t->type == CSS_SPACE || t->type == CSS_SEMICOLON) {
            p->at++;
        } else if (t->type == CSS_AT_KEYWORD) {
            last_rule =
                append(last_rule, read_inner_at_rule(p, rule, to, depth));
        } else if (may_nest(p, rule, to, depth)) {
            last_rule = append(last_rule, read_nested_rule(p, rule, depth));
        } else if (t->type == CSS_IDENT) {
            *last = read_declaration(p, to);
            if (*last)
                last = &(*last)->next;
        } else {
            bad_declaration(p, to);
        }
    }
}

static struct css_rule *read_rules(struct parser *p, size_t to, int depth);

static struct css_rule *
new_rule(struct parser *p, enum css_rule_kind kind, size_t from, size_t to)
{
    struct css_rule *rule = ARENA_NEW(p->arena, struct css_rule);
    rule->kind = kind;
    rule->at = &p->v.at[from];
    rule->start = rule->at->start;
    size_t prelude = kind == CSS_RULE_STYLE ? from : from + 1;
    rule->prelude =
        css_trim((struct css_tokens){p->v.at + prelude, to - prelude});
    if (kind != CSS_RULE_STYLE)
        rule->name = rule->at->text;
    return rule;
}

/* Of a block that is kept as it is: whether it names a file, or holds what
 * stands at a sheet's top alone. */
static bool
is_unfit(const struct css_token *t)
{
    static const char *const top[] = {"import", "charset", "namespace", "page"};
    for (size_t i = 0; i < sizeof top / sizeof *top; i++)
        if (t->type == CSS_AT_KEYWORD && str_eq_nocase(t->text, top[i]))
            return true;
    return t->type == CSS_URL || t->type == CSS_BAD_URL ||
           t->type == CSS_BAD_STRING || t->type == CSS_CDO ||
           t->type == CSS_CDC ||
           (t->type == CSS_FUNCTION && str_eq_nocase(t->text, "url"));
}

static void
read_block(struct parser *p, struct css_rule *rule, enum block block, int depth)
{
    size_t end = block_end(p);
    p->at++;
    rule->has_block = true;
    bool rules = block == BLOCK_RULES || block == BLOCK_MAYBE;
    if (rules && depth < CSS_DEPTH)
        rule->rules = read_rules(p, end, depth + 1);
    else if (rules)
        complain(p, rule->at, "rules are nested too deep", NULL);
    else if (block == BLOCK_DECLARATIONS)
        read_declarations(p, rule, end,
                          rule->kind == CSS_RULE_STYLE ? depth : 0);
    else
        for (size_t i = p->at; i < end && !rule->unfit; i++)
            rule->unfit = is_unfit(&p->v.at[i]);
    p->at = end;
    if (token(p)->type == CSS_CLOSE_CURLY)
        p->at++;
    else
        rule->unfit = true;
    rule->end = p->v.at[p->at - 1].end;
}

static struct css_rule *
read_at_rule(struct parser *p, size_t to, int depth)
{
    size_t from = p->at++;
    while (p->at < to && token(p)->type != CSS_SEMICOLON &&
           token(p)->type != CSS_OPEN_CURLY)
        p->at = css_skip(p->v, p->at);
    if (p->at > to)
        p->at = to;
    const struct at_rule *known = NULL;
    for (size_t i = 0; i < sizeof at_rules / sizeof *at_rules; i++)
        if (str_eq_nocase(p->v.at[from].text, at_rules[i].name))
            known = &at_rules[i];
    struct css_rule *rule =
        new_rule(p, known ? known->kind : CSS_RULE_OTHER, from, p->at);
    if (p->at < to && token(p)->type == CSS_OPEN_CURLY)
        read_block(p, rule, known ? known->block : BLOCK_NONE, depth);
    else if (p->at < to)
        rule->end = p->v.at[p->at++].end;
    else
        rule->end = p->v.at[to - 1].end;
    if (known && known->block != BLOCK_MAYBE &&
        rule->has_block != (known->block != BLOCK_NONE)) {
        complain(p, rule->at,
                 rule->has_block ? "“@%s” takes no block"
                                 : "“@%s” needs a block",
                 rule->name);
        return NULL;
    }
    return rule;
}

static struct css_rule *
read_style_rule(struct parser *p, size_t to)
{
    size_t from = p->at;
    while (p->at < to && token(p)->type != CSS_OPEN_CURLY)
        p->at = css_skip(p->v, p->at);
    if (p->at >= to) {
        p->at = to;
        complain(p, &p->v.at[from], "a block should follow the selector", NULL);
        diag_hint(p->diag, "write { … } behind it, or take it out");
        return NULL;
    }
    struct css_rule *rule = new_rule(p, CSS_RULE_STYLE, from, p->at);
    read_block(p, rule, BLOCK_DECLARATIONS, 0);
    if (rule->prelude.n)
        return rule;
    complain(p, rule->at, "the block has no selector", NULL);
    diag_hint(p->diag, "write before it what it is for");
    return NULL;
}

static struct css_rule *
read_rules(struct parser *p, size_t to, int depth)
{
    struct css_rule *first = NULL, **last = &first;
    while (p->at < to && token(p)->type != CSS_END) {
        const struct css_token *t = token(p);
        if (t->type == CSS_SPACE || t->type == CSS_CDO || t->type == CSS_CDC) {
            p->at++;
            continue;
        }
        if (t->type == CSS_CLOSE_CURLY || t->type == CSS_SEMICOLON) {
            complain(p, t, "“%s” has no place here", t->text);
            diag_hint(p->diag, t->type == CSS_SEMICOLON
                                   ? "take it out: no “;” follows a “}”"
                                   : "one “}” is too many above it, or here");
            p->at++;
            continue;
        }
        last =
            append(last, t->type == CSS_AT_KEYWORD ? read_at_rule(p, to, depth)
                                                   : read_style_rule(p, to));
    }
    return first;
}

struct css_rule *
css_parse(struct arena *a, struct css_tokens tokens, const char *shown,
          struct diag *d)
{
    struct parser p = {.arena = a, .v = tokens, .shown = shown, .diag = d};
    return read_rules(&p, tokens.n - 1, 0);
}
