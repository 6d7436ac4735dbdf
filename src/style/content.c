/* SPDX-License-Identifier: MIT */
/* content and string-set: lists of pieces (CSS Generated Content Level 3,
 * CSS GCPM Level 3). Equal lists share one address. */
#include <string.h>

#include "style/style_int.h"

static const struct css_word counters[] = {
    {"decimal", STYLE_DECIMAL},         {"lower-roman", STYLE_LOWER_ROMAN},
    {"upper-roman", STYLE_UPPER_ROMAN}, {"lower-alpha", STYLE_LOWER_ALPHA},
    {"upper-alpha", STYLE_UPPER_ALPHA}, {"lower-latin", STYLE_LOWER_ALPHA},
    {"upper-latin", STYLE_UPPER_ALPHA}, {NULL, 0},
};

/* counter(page), counter(pages, lower-roman). Others are not kept. */
static enum css_status
read_counter(struct css_tokens in, struct style_content *out)
{
    struct css_tokens args[2];
    size_t n = css_list(in, args, 2);
    if (n < 1 || n > 2 || args[0].n != 1 || args[0].at->type != CSS_IDENT)
        return CSS_INVALID;
    out->counter = STYLE_DECIMAL;
    if (n == 2) {
        const struct css_word *w = css_word_of(counters, args[1]);
        if (!w)
            return args[1].n == 1 ? CSS_UNSUPPORTED : CSS_INVALID;
        out->counter = (enum style_marker)w->value;
    }
    if (css_is_word(args[0].at, "page"))
        out->kind = STYLE_CONTENT_PAGE;
    else if (css_is_word(args[0].at, "pages"))
        out->kind = STYLE_CONTENT_PAGES;
    else
        return CSS_UNSUPPORTED;
    return CSS_OK;
}

static enum css_status
read_leader(struct css_tokens in, struct style_content *out)
{
    static const struct css_word kinds[] = {
        {"dotted", '.'}, {"solid", '_'}, {"space", ' '}, {NULL, 0}};
    out->kind = STYLE_CONTENT_LEADER;
    const struct css_word *w = css_word_of(kinds, in);
    if (w)
        out->text = w->value == '.' ? "." : w->value == '_' ? "_" : " ";
    else if (in.n == 1 && in.at->type == CSS_STRING && *in.at->text)
        out->text = in.at->text;
    else
        return CSS_INVALID;
    return CSS_OK;
}

static enum css_status
read_function(struct css_tokens piece, struct style_content *out)
{
    const char *name = piece.at->text;
    struct css_tokens in = css_inside(piece, 0);
    if (str_eq_nocase(name, "counter"))
        return read_counter(in, out);
    if (str_eq_nocase(name, "leader"))
        return read_leader(in, out);
    if (str_eq_nocase(name, "content")) {
        out->kind = STYLE_CONTENT_SELF;
        return !in.n || css_is_word(in.at, "text") ? CSS_OK : CSS_UNSUPPORTED;
    }
    bool string = str_eq_nocase(name, "string");
    if (string || str_eq_nocase(name, "attr")) {
        if (!in.n || in.at->type != CSS_IDENT)
            return CSS_INVALID;
        out->kind = string ? STYLE_CONTENT_STRING : STYLE_CONTENT_ATTR;
        out->text = in.at->text;
        return in.n == 1 ? CSS_OK : CSS_UNSUPPORTED;
    }
    static const char *const known[] = {"counters",    "target-counter",
                                        "target-text", "element",
                                        "url",         "linear-gradient"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(name, known[i]))
            return CSS_UNSUPPORTED;
    return CSS_INVALID;
}

static enum css_status
read_piece(struct css_tokens piece, struct style_content *out)
{
    static const struct css_word quotes[] = {{"open-quote", 0},
                                             {"close-quote", 0},
                                             {"no-open-quote", 0},
                                             {"no-close-quote", 0},
                                             {NULL, 0}};
    if (piece.at->type == CSS_FUNCTION)
        return read_function(piece, out);
    if (piece.at->type == CSS_URL || css_word_of(quotes, piece))
        return CSS_UNSUPPORTED;
    if (piece.n != 1 || piece.at->type != CSS_STRING)
        return CSS_INVALID;
    out->kind = STYLE_CONTENT_TEXT;
    out->text = piece.at->text;
    return CSS_OK;
}

enum css_status
css_content_of(struct arena *a, struct css_tokens v,
               const struct style_content **out)
{
    struct css_tokens pieces[64];
    size_t n = css_pieces(v, pieces, 64);
    const struct style_content *first = NULL, **last = &first;
    if (n < 1 || n > 64)
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        /* content: … / "what a screen reader says" */
        if (css_is_delim(pieces[i].at, '/'))
            break;
        struct style_content *c = ARENA_NEW(a, struct style_content);
        enum css_status s = read_piece(pieces[i], c);
        if (s != CSS_OK)
            return s;
        *last = c;
        last = (const struct style_content **)&c->next;
    }
    *out = first;
    return CSS_OK;
}

static void
write_content(struct buf *b, const struct style_content *c)
{
    for (; c; c = c->next)
        buf_printf(b, "%d\x1f%d\x1f%s\x1e", (int)c->kind, (int)c->counter,
                   c->text ? c->text : "");
}

/* The list that was first seen with this key, or this one. */
static const void *
share(struct style_sheet *sheet, struct buf *key, const void *list)
{
    const void *known = map_get(sheet->contents, key->at);
    if (!known) {
        known = list;
        map_set(sheet->contents, arena_str(sheet->arena, key->at),
                (void *)(uintptr_t)list);
    }
    buf_free(key);
    return known;
}

enum css_status
css_set_content(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    const struct style_content *list = NULL;
    if (css_word_of(p->words, v)) {
        c->out->style.content = NULL;
        return CSS_OK;
    }
    struct arena *a = c->checking ? arena_new() : c->sheet->arena;
    enum css_status s = css_content_of(a, v, &list);
    if (c->checking) {
        arena_free(a);
        return s;
    }
    if (s != CSS_OK)
        return s;
    struct buf key;
    buf_init(&key, BUF_LIMIT_SMALL);
    buf_str(&key, "content\x1e");
    write_content(&key, list);
    c->out->style.content = share(c->sheet, &key, list);
    return CSS_OK;
}

static enum css_status
read_string_sets(struct arena *a, struct css_tokens v,
                 const struct style_string_set **out, struct buf *key)
{
    struct css_tokens pairs[16];
    size_t n = css_list(v, pairs, 16);
    if (n < 1 || n > 16)
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        struct css_tokens pair = pairs[i];
        if (pair.n < 2 || pair.at->type != CSS_IDENT)
            return CSS_INVALID;
        struct style_string_set *set = ARENA_NEW(a, struct style_string_set);
        set->name = arena_str(a, pair.at->text);
        struct css_tokens rest = {pair.at + 1, pair.n - 1};
        enum css_status s = css_content_of(a, css_trim(rest), &set->content);
        if (s != CSS_OK)
            return s;
        buf_printf(key, "%s\x1d", set->name);
        write_content(key, set->content);
        *out = set;
        out = (const struct style_string_set **)&set->next;
    }
    return CSS_OK;
}

enum css_status
css_set_string_set(struct compute *c, const struct css_property *p,
                   struct css_tokens v)
{
    const struct style_string_set *list = NULL;
    if (css_word_of(p->words, v)) {
        c->out->style.string_set = NULL;
        return CSS_OK;
    }
    struct arena *a = c->checking ? arena_new() : c->sheet->arena;
    struct buf key;
    buf_init(&key, BUF_LIMIT_SMALL);
    buf_str(&key, "string-set\x1e");
    enum css_status s = read_string_sets(a, v, &list, &key);
    if (!c->checking && s == CSS_OK)
        c->out->style.string_set = share(c->sheet, &key, list);
    else
        buf_free(&key);
    if (c->checking)
        arena_free(a);
    return s;
}
