/* SPDX-License-Identifier: MIT */
/* content and string-set: lists of pieces (CSS Generated Content Level 3,
 * CSS GCPM Level 3). Equal lists share one address. */
#include <string.h>

#include "style/style_int.h"

/* The way of counting, which must be one of numbers. */
static enum css_status
read_marker(struct css_tokens v, struct style_content *out)
{
    const struct css_word *w = css_word_of(css_markers, v);
    if (!w)
        return v.n == 1 && v.at->type == CSS_IDENT ? CSS_UNSUPPORTED
                                                   : CSS_INVALID;
    if (w->value == CSS_NOT_IN_PDF)
        return CSS_UNSUPPORTED;
    out->counter = (enum style_marker)w->value;
    return CSS_OK;
}

/* counter(page), counter(pages, lower-roman), counters(section, "."). */
static enum css_status
read_counter(struct css_tokens in, bool all, struct style_content *out)
{
    struct css_tokens args[3];
    size_t n = css_list(in, args, 3), least = all ? 2 : 1;
    if (n < least || n > least + 1 || args[0].n != 1 ||
        args[0].at->type != CSS_IDENT)
        return CSS_INVALID;
    out->counter = STYLE_DECIMAL;
    out->text = args[0].at->text;
    if (all) {
        if (args[1].n != 1 || args[1].at->type != CSS_STRING)
            return CSS_INVALID;
        out->between = args[1].at->text;
    }
    out->kind = all ? STYLE_CONTENT_COUNTERS : STYLE_CONTENT_COUNTER;
    if (!all && css_is_word(args[0].at, "page"))
        out->kind = STYLE_CONTENT_PAGE;
    else if (!all && css_is_word(args[0].at, "pages"))
        out->kind = STYLE_CONTENT_PAGES;
    return n > least ? read_marker(args[least], out) : CSS_OK;
}

/* target-counter(attr(href), page): of a link to a place in the book. */
static enum css_status
read_target(struct css_tokens in, struct style_content *out)
{
    struct css_tokens args[3], of;
    size_t n = css_list(in, args, 3);
    if (n < 2 || n > 3 || !args[0].n || args[1].n != 1 ||
        args[1].at->type != CSS_IDENT)
        return CSS_INVALID;
    if (args[0].at->type != CSS_FUNCTION ||
        !str_eq_nocase(args[0].at->text, "attr"))
        return CSS_UNSUPPORTED;
    of = css_inside(args[0], 0);
    if (!of.n || !css_is_word(of.at, "href") ||
        !css_is_word(args[1].at, "page") || n > 2)
        return CSS_UNSUPPORTED;
    out->kind = STYLE_CONTENT_TARGET;
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
    if (str_eq_nocase(name, "counter") || str_eq_nocase(name, "counters"))
        return read_counter(in, str_eq_nocase(name, "counters"), out);
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
    if (str_eq_nocase(name, "target-counter"))
        return read_target(in, out);
    static const char *const known[] = {"target-counters", "target-text",
                                        "element", "url", "linear-gradient"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(name, known[i]))
            return CSS_UNSUPPORTED;
    return CSS_INVALID;
}

static enum css_status
read_piece(struct css_tokens piece, struct style_content *out)
{
    static const struct css_word quotes[] = {
        {"open-quote", STYLE_OPEN_QUOTE},
        {"close-quote", STYLE_CLOSE_QUOTE},
        {"no-open-quote", STYLE_NO_OPEN_QUOTE},
        {"no-close-quote", STYLE_NO_CLOSE_QUOTE},
        {NULL, 0}};
    if (piece.at->type == CSS_FUNCTION)
        return read_function(piece, out);
    if (piece.at->type == CSS_URL)
        return CSS_UNSUPPORTED;
    const struct css_word *w = css_word_of(quotes, piece);
    if (w) {
        out->kind = STYLE_CONTENT_QUOTE;
        out->quote = (enum style_quote)w->value;
        return CSS_OK;
    }
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
        buf_printf(b, "%d\x1f%d\x1f%d\x1f%s\x1f%s\x1e", (int)c->kind,
                   (int)c->counter, (int)c->quote, c->text ? c->text : "",
                   c->between ? c->between : "");
}

const void *
css_share(struct style_sheet *sheet, struct buf *key, const void *list)
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
    c->out->style.content = css_share(c->sheet, &key, list);
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
        c->out->style.string_set = css_share(c->sheet, &key, list);
    else
        buf_free(&key);
    if (c->checking)
        arena_free(a);
    return s;
}
