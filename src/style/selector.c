/* SPDX-License-Identifier: MIT */
/* Selectors as text: Selectors Level 4, clauses 3 to 17. */
#include <string.h>

#include "style/style_int.h"

struct reader {
    struct arena *arena;
    struct css_tokens v;
    size_t at;
    int depth;         /* of :not() and :is() */
    bool relative;     /* inside them no pseudo-element may stand */
    bool scoped;       /* in :has(): selectors begin with a combinator */
    const char *wrong; /* the first thing that is wrong */
    const struct css_token *wrong_at;
    const struct css_token *unknown; /* a pseudo-class or -element */
    const struct css_token *flagged; /* [a=v i], which EPUBs can't have */
};

static const struct css_token end_token = {.type = CSS_END, .text = ""};

static const struct css_token *
peek(const struct reader *r, size_t ahead)
{
    return r->at + ahead < r->v.n ? &r->v.at[r->at + ahead] : &end_token;
}

static bool
fail(struct reader *r, const struct css_token *t, const char *what)
{
    if (!r->wrong) {
        r->wrong = what;
        r->wrong_at = t;
    }
    return false;
}

static void
skip_space(struct reader *r)
{
    while (peek(r, 0)->type == CSS_SPACE)
        r->at++;
}

static const char *
lower(struct arena *a, const char *s)
{
    char *copy = arena_str(a, s);
    for (char *p = copy; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p += 'a' - 'A';
    return copy;
}

/* an+b (clause 6 of CSS Syntax), from its text without white space. */
static bool
read_nth_text(const char *s, struct css_simple *out)
{
    int sign = 1, n = 0;
    bool digits = false;
    if (*s == '+' || *s == '-')
        sign = *s++ == '-' ? -1 : 1;
    for (; *s >= '0' && *s <= '9' && n < 1000000; s++, digits = true)
        n = n * 10 + (*s - '0');
    if (*s != 'n' && *s != 'N') {
        out->b = sign * n;
        return digits && !*s;
    }
    out->a = sign * (digits ? n : 1);
    if (!*++s)
        return true;
    if (*s != '+' && *s != '-')
        return false;
    sign = *s++ == '-' ? -1 : 1;
    n = 0;
    if (!*s)
        return false;
    for (; *s >= '0' && *s <= '9' && n < 1000000; s++)
        n = n * 10 + (*s - '0');
    out->b = sign * n;
    return !*s;
}

static bool
read_nth(struct css_tokens v, struct css_simple *out)
{
    char text[64];
    size_t n = 0;
    out->a = out->b = 0;
    if (v.n == 1 && css_is_word(v.at, "odd")) {
        out->a = 2, out->b = 1;
        return true;
    }
    if (v.n == 1 && css_is_word(v.at, "even")) {
        out->a = 2;
        return true;
    }
    for (size_t i = 0; i < v.n; i++) {
        const struct css_token *t = &v.at[i];
        char piece[32] = "";
        if (t->type == CSS_IDENT || t->type == CSS_DELIM)
            snprintf(piece, sizeof piece, "%s", t->text);
        else if (t->type == CSS_NUMBER || t->type == CSS_DIMENSION)
            snprintf(piece, sizeof piece, "%s%.0f%s",
                     n && text[n - 1] != '+' && text[n - 1] != '-' &&
                             t->number >= 0
                         ? "+"
                         : "",
                     t->number, t->text);
        else if (t->type != CSS_SPACE)
            return false;
        if (n + strlen(piece) >= sizeof text)
            return false;
        n += (size_t)snprintf(text + n, sizeof text - n, "%s", piece);
    }
    text[n] = '\0';
    return n && read_nth_text(text, out);
}

static struct css_selector *read_list(struct reader *r);

static bool
read_inner_list(struct reader *r, struct css_tokens inside,
                struct css_simple *out)
{
    struct reader inner = {.arena = r->arena,
                           .v = inside,
                           .depth = r->depth + 1,
                           .relative = true,
                           .scoped = out->kind == CSS_SEL_HAS};
    if (inner.depth > 8)
        return fail(r, peek(r, 0), "selectors are nested too deep");
    out->list = read_list(&inner);
    r->unknown = inner.unknown ? inner.unknown : r->unknown;
    r->flagged = inner.flagged ? inner.flagged : r->flagged;
    if (inner.wrong)
        return fail(r, inner.wrong_at, inner.wrong);
    return true;
}

/* Pseudo-classes without an argument. */
static const struct plain {
    const char *name;
    struct css_simple simple;
} plain[] = {
    {"first-child", {.kind = CSS_SEL_NTH, .b = 1}},
    {"last-child", {.kind = CSS_SEL_NTH, .b = 1, .from_end = true}},
    {"first-of-type", {.kind = CSS_SEL_NTH, .b = 1, .of_type = true}},
    {"last-of-type",
     {.kind = CSS_SEL_NTH, .b = 1, .of_type = true, .from_end = true}},
    {"only-child", {.kind = CSS_SEL_ONLY}},
    {"only-of-type", {.kind = CSS_SEL_ONLY, .of_type = true}},
    {"root", {.kind = CSS_SEL_ROOT}},
    {"link", {.kind = CSS_SEL_LINK}},
    {"any-link", {.kind = CSS_SEL_LINK}},
    {"empty", {.kind = CSS_SEL_EMPTY}},
    /* a page can't answer these: they never hold there */
    {"hover", {.kind = CSS_SEL_NEVER}},
    {"active", {.kind = CSS_SEL_NEVER}},
    {"focus", {.kind = CSS_SEL_NEVER}},
    {"focus-visible", {.kind = CSS_SEL_NEVER}},
    {"focus-within", {.kind = CSS_SEL_NEVER}},
    {"visited", {.kind = CSS_SEL_NEVER}},
    {"target", {.kind = CSS_SEL_NEVER}},
    {"checked", {.kind = CSS_SEL_NEVER}},
    {"disabled", {.kind = CSS_SEL_NEVER}},
    {"enabled", {.kind = CSS_SEL_NEVER}},
};

static const struct nth {
    const char *name;
    bool from_end, of_type;
} nths[] = {
    {"nth-child", false, false},
    {"nth-last-child", true, false},
    {"nth-of-type", false, true},
    {"nth-last-of-type", true, true},
};

/* A pseudo-class that a reader may know: it never holds in the PDF. With a
 * list in it, it could be anything. */
static bool
read_unknown(struct reader *r, struct css_simple *out)
{
    const struct css_token *t = peek(r, 0);
    if (t->type != CSS_IDENT && t->type != CSS_FUNCTION)
        return fail(r, t, "a pseudo-class should stand here");
    struct css_tokens list[2];
    if (t->type == CSS_FUNCTION &&
        css_list(css_inside(r->v, r->at), list, 2) > 1)
        return fail(r, t, "the pseudo-class is not known");
    out->kind = CSS_SEL_NEVER;
    r->unknown = t;
    r->at = css_skip(r->v, r->at);
    return true;
}

static bool
read_function(struct reader *r, struct css_simple *out)
{
    const struct css_token *t = peek(r, 0);
    struct css_tokens inside = css_inside(r->v, r->at);
    size_t behind = css_skip(r->v, r->at);
    for (size_t i = 0; i < sizeof nths / sizeof *nths; i++)
        if (str_eq_nocase(t->text, nths[i].name)) {
            out->kind = CSS_SEL_NTH;
            out->from_end = nths[i].from_end;
            out->of_type = nths[i].of_type;
            r->at = behind;
            return read_nth(inside, out) ||
                   fail(r, t, "the position should be like 2n+1");
        }
    if (str_eq_nocase(t->text, "lang")) {
        out->kind = CSS_SEL_LANG;
        if (inside.n != 1 ||
            (inside.at->type != CSS_IDENT && inside.at->type != CSS_STRING))
            return fail(r, t, ":lang() takes one language");
        out->value = inside.at->text;
    } else if (str_eq_nocase(t->text, "dir")) {
        out->kind = CSS_SEL_DIR;
        if (inside.n != 1 || inside.at->type != CSS_IDENT)
            return fail(r, t, ":dir() takes ltr or rtl");
        out->value = inside.at->text;
    } else if (str_eq_nocase(t->text, "has")) {
        out->kind = CSS_SEL_HAS;
        out->name = "has";
        if (!read_inner_list(r, inside, out))
            return false;
    } else if (str_eq_nocase(t->text, "not") || str_eq_nocase(t->text, "is") ||
               str_eq_nocase(t->text, "where") ||
               str_eq_nocase(t->text, "-epub-any")) {
        out->kind = str_eq_nocase(t->text, "not") ? CSS_SEL_NOT : CSS_SEL_IS;
        out->name = lower(r->arena, t->text);
        if (!read_inner_list(r, inside, out))
            return false;
    } else {
        return read_unknown(r, out);
    }
    r->at = behind;
    return true;
}

static const struct {
    const char *name;
    enum style_pseudo pseudo;
} pseudo_elements[] = {
    {"before", STYLE_BEFORE},         {"after", STYLE_AFTER},
    {"first-line", STYLE_FIRST_LINE}, {"first-letter", STYLE_FIRST_LETTER},
    {"marker", STYLE_MARKER},
};

static bool
read_pseudo_element(struct reader *r, struct css_selector *s, bool old)
{
    const struct css_token *t = peek(r, 0);
    size_t n = sizeof pseudo_elements / sizeof *pseudo_elements;
    for (size_t i = 0; i < n - old; i++)
        if (css_is_word(t, pseudo_elements[i].name)) {
            if (r->relative)
                return fail(r, t, "a pseudo-element has no place here");
            s->pseudo = (int)pseudo_elements[i].pseudo;
            r->at++;
            return true;
        }
    return false;
}

static bool
read_pseudo(struct reader *r, struct css_selector *s, struct css_compound *c)
{
    r->at++;
    if (peek(r, 0)->type == CSS_COLON) {
        r->at++;
        return read_pseudo_element(r, s, false) ||
               (!r->wrong && read_unknown(r, vec_add(r->arena, &c->simple)));
    }
    const struct css_token *t = peek(r, 0);
    if (t->type == CSS_IDENT && read_pseudo_element(r, s, true))
        return true;
    struct css_simple *simple = vec_add(r->arena, &c->simple);
    if (t->type == CSS_FUNCTION)
        return read_function(r, simple);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (css_is_word(t, plain[i].name)) {
            *simple = plain[i].simple;
            r->at++;
            return true;
        }
    return read_unknown(r, simple);
}

static bool
read_attribute(struct reader *r, struct css_simple *out)
{
    const struct css_token *open = peek(r, 0);
    struct css_tokens v = css_inside(r->v, r->at);
    r->at = css_skip(r->v, r->at);
    struct reader in = {.arena = r->arena, .v = v};
    out->kind = CSS_SEL_ATTRIBUTE;
    /* epub|type, *|type: the name with its prefix as XHTML writes it */
    const char *prefix = NULL;
    if (peek(&in, 0)->type != CSS_IDENT && !css_is_delim(peek(&in, 0), '*'))
        return fail(r, open, "an attribute's name should stand here");
    if (css_is_delim(peek(&in, 1), '|') && peek(&in, 2)->type == CSS_IDENT) {
        prefix = peek(&in, 0)->text;
        in.at += 2;
    }
    out->name = peek(&in, 0)->text;
    if (prefix && !str_eq(prefix, "*"))
        out->name = arena_printf(r->arena, "%s:%s", prefix, out->name);
    in.at++;
    skip_space(&in);
    if (in.at == v.n)
        return true;
    out->op = '=';
    if (!css_is_delim(peek(&in, 0), '=')) {
        out->op = peek(&in, 0)->type == CSS_DELIM ? peek(&in, 0)->text[0] : 0;
        if (!out->op || !strchr("~|^$*", out->op) ||
            !css_is_delim(peek(&in, 1), '='))
            return fail(r, peek(&in, 0), "'=' should stand here");
        in.at++;
    }
    in.at++;
    skip_space(&in);
    if (peek(&in, 0)->type != CSS_IDENT && peek(&in, 0)->type != CSS_STRING)
        return fail(r, open, "the attribute's value should be in quotes");
    out->value = peek(&in, 0)->text;
    in.at++;
    skip_space(&in);
    out->nocase = css_is_word(peek(&in, 0), "i");
    if (out->nocase || css_is_word(peek(&in, 0), "s"))
        r->flagged = peek(&in, 0), in.at++;
    skip_space(&in);
    return in.at == v.n || fail(r, open, "the attribute's test is odd");
}

static bool
read_simple(struct reader *r, struct css_selector *s, struct css_compound *c)
{
    const struct css_token *t = peek(r, 0);
    if (s->pseudo >= 0)
        return fail(r, t, "nothing may follow a pseudo-element");
    if (t->type == CSS_COLON)
        return read_pseudo(r, s, c);
    struct css_simple *simple = vec_add(r->arena, &c->simple);
    if (t->type == CSS_HASH && t->id) {
        simple->kind = CSS_SEL_ID;
        simple->name = t->text;
        r->at++;
        return true;
    }
    if (css_is_delim(t, '.') && peek(r, 1)->type == CSS_IDENT) {
        simple->kind = CSS_SEL_CLASS;
        simple->name = peek(r, 1)->text;
        r->at += 2;
        return true;
    }
    if (t->type == CSS_OPEN_SQUARE)
        return read_attribute(r, simple);
    if (css_is_delim(t, '.'))
        return fail(r, peek(r, 1), "a class's name should follow the “.”");
    return fail(r, t, "a selector should stand here");
}

static bool
ends_compound(const struct css_token *t)
{
    return t->type == CSS_SPACE || t->type == CSS_END || t->type == CSS_COMMA ||
           css_is_delim(t, '>') || css_is_delim(t, '+') || css_is_delim(t, '~');
}

static bool
read_compound(struct reader *r, struct css_selector *s, struct css_compound *c)
{
    const struct css_token *t = peek(r, 0);
    bool any = css_is_delim(t, '*');
    if (css_is_delim(peek(r, any || t->type == CSS_IDENT), '|'))
        return fail(r, t, "elements of other namespaces do not occur");
    if (any) {
        r->at++;
    } else if (t->type == CSS_IDENT) {
        struct css_simple *simple = vec_add(r->arena, &c->simple);
        simple->kind = CSS_SEL_TYPE;
        simple->name = lower(r->arena, t->text);
        r->at++;
    }
    if (!any && t->type != CSS_IDENT && ends_compound(t))
        return fail(r, t, "a selector should stand here");
    while (!ends_compound(peek(r, 0)))
        if (!read_simple(r, s, c))
            return false;
    return true;
}

/* The combinator at hand, or 0 where the selector ends. */
static char
read_combinator(struct reader *r)
{
    bool space = peek(r, 0)->type == CSS_SPACE;
    skip_space(r);
    const struct css_token *t = peek(r, 0);
    if (t->type == CSS_END || t->type == CSS_COMMA)
        return 0;
    if (css_is_delim(t, '>') || css_is_delim(t, '+') || css_is_delim(t, '~')) {
        r->at++;
        skip_space(r);
        return t->text[0];
    }
    return space ? ' ' : 0;
}

static uint32_t
list_specificity(const struct css_selector *list)
{
    uint32_t most = 0;
    for (; list; list = list->next)
        if (list->specificity > most)
            most = list->specificity;
    return most;
}

/* Selectors Level 4, clause 17: ids, classes, types. */
static uint32_t
specificity(const struct css_selector *s)
{
    uint32_t n[3] = {0, 0, s->pseudo >= 0}, inner = 0;
    for (size_t i = 0; i < s->compounds.n; i++)
        for (size_t k = 0; k < s->compounds.at[i].simple.n; k++) {
            const struct css_simple *x = &s->compounds.at[i].simple.at[k];
            if (x->kind == CSS_SEL_ID)
                n[0]++;
            else if (x->kind == CSS_SEL_TYPE)
                n[2]++;
            else if (x->kind == CSS_SEL_SCOPE)
                continue;
            else if (x->kind != CSS_SEL_NOT && x->kind != CSS_SEL_IS &&
                     x->kind != CSS_SEL_HAS)
                n[1]++;
            else if (!str_eq(x->name, "where"))
                inner += list_specificity(x->list);
        }
    for (int i = 0; i < 3; i++)
        n[i] = n[i] > 1023 ? 1023 : n[i];
    return (n[0] << 20 | n[1] << 10 | n[2]) + inner;
}

/* A selector in :has() begins at the element that is asked. */
static char
begin_scoped(struct reader *r, struct css_selector *s)
{
    const struct css_token *t = peek(r, 0);
    struct css_compound *c = vec_add(r->arena, &s->compounds);
    vec_add(r->arena, &c->simple)->kind = CSS_SEL_SCOPE;
    if (!css_is_delim(t, '>') && !css_is_delim(t, '+') && !css_is_delim(t, '~'))
        return ' ';
    r->at++;
    skip_space(r);
    return t->text[0];
}

static struct css_selector *
read_selector(struct reader *r)
{
    struct css_selector *s = ARENA_NEW(r->arena, struct css_selector);
    s->pseudo = -1;
    skip_space(r);
    char combinator = r->scoped ? begin_scoped(r, s) : 0;
    do {
        if (s->compounds.n == CSS_COMPOUNDS) {
            fail(r, peek(r, 0), "the selector is too long");
            return NULL;
        }
        if (s->pseudo >= 0) {
            fail(r, peek(r, 0), "nothing may follow a pseudo-element");
            return NULL;
        }
        struct css_compound *c = vec_add(r->arena, &s->compounds);
        c->combinator = combinator;
        if (!read_compound(r, s, c))
            return NULL;
        combinator = read_combinator(r);
    } while (combinator);
    s->specificity = specificity(s);
    return s;
}

static struct css_selector *
read_list(struct reader *r)
{
    struct css_selector *first = NULL, **last = &first;
    for (;;) {
        *last = read_selector(r);
        if (!*last)
            return NULL;
        last = &(*last)->next;
        if (peek(r, 0)->type == CSS_END)
            return first;
        if (peek(r, 0)->type != CSS_COMMA) {
            fail(r, peek(r, 0), "a ',' should stand here");
            return NULL;
        }
        r->at++;
    }
}

/* Says what is wrong at a token, whose text is shown with it. */
static void
tell(const struct reader *r, const struct css_token *t, const char *shown,
     struct diag *d, const char *what)
{
    if (t == &end_token)
        t = &r->v.at[r->v.n ? r->v.n - 1 : 0];
    bool text = *t->text && t->type != CSS_SPACE;
    diag_at(d, (struct place){shown, t->line, t->col}, DIAG_CSS_SELECTOR,
            "%s%s%s%s", what, text ? " (“" : "", text ? t->text : "",
            text ? "”)" : "");
}

/* A pseudo-class or -element that is nearly this. */
static const char *
pseudo_near(const char *name)
{
    enum { ALL = 64 };
    static const char *const functions[] = {"not", "is", "where", "lang",
                                            "dir"};
    const char *names[ALL];
    size_t n = 0;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        names[n++] = plain[i].name;
    for (size_t i = 0; i < sizeof nths / sizeof *nths; i++)
        names[n++] = nths[i].name;
    for (size_t i = 0; i < sizeof pseudo_elements / sizeof *pseudo_elements;
         i++)
        names[n++] = pseudo_elements[i].name;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        names[n++] = functions[i];
    return str_nearest(name, names, n);
}

struct css_selector *
css_selectors(struct arena *a, struct css_tokens v, const char *shown,
              struct diag *d, bool *not_in_epub)
{
    struct reader r = {.arena = a, .v = v};
    struct css_selector *list = read_list(&r);
    if (not_in_epub)
        *not_in_epub = r.wrong || r.flagged;
    if (!d)
        return r.wrong ? NULL : list;
    if (r.wrong) {
        tell(&r, r.wrong_at, shown, d,
             arena_printf(a, "the rule is left out: %s", r.wrong));
        diag_hint(d, "a selector is like p, .note, #id, [lang], p > em");
    } else if (r.flagged)
        tell(&r, r.flagged, shown, d,
             "the rule is left out of the EPUB, which can't have this flag");
    else if (r.unknown) {
        const char *near = pseudo_near(r.unknown->text);
        tell(&r, r.unknown, shown, d, "the PDF does not know this selector");
        if (near)
            diag_hint(d, "did you mean “:%s”?", near);
    }
    return r.wrong ? NULL : list;
}
