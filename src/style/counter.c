/* SPDX-License-Identifier: MIT */
/* Setters of counters, quotes and list markers (CSS Lists Level 3, clause 4;
 * CSS Generated Content Level 3, clause 3). Equal lists share one address. */
#include <string.h>

#include "style/style_int.h"

static bool
is_name(const struct css_token *t)
{
    return t->type == CSS_IDENT && !css_is_word(t, "none") &&
           !css_is_word(t, "inherit") && !css_is_word(t, "initial");
}

/* [name integer?]+; `otherwise` where there is no integer. */
static bool
read_counters(struct arena *a, struct css_tokens v, int otherwise,
              const struct style_counter **out, struct buf *key)
{
    struct css_tokens pieces[32];
    size_t n = css_pieces(v, pieces, 32);
    if (n < 1 || n > 32)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (pieces[i].n != 1 || !is_name(pieces[i].at))
            return false;
        struct style_counter *c = ARENA_NEW(a, struct style_counter);
        c->name = arena_str(a, pieces[i].at->text);
        c->number = otherwise;
        const struct css_token *next = i + 1 < n ? pieces[i + 1].at : NULL;
        if (next && next->type == CSS_NUMBER && pieces[i + 1].n == 1) {
            if (!next->integer)
                return false;
            c->number = css_round(next->number);
            i++;
        }
        buf_printf(key, "%s\x1f%d\x1e", c->name, c->number);
        *out = c;
        out = (const struct style_counter **)&c->next;
    }
    return true;
}

/* The row's word is none; its value, what a counter without an integer gets. */
enum css_status
css_set_counters(struct compute *c, const struct css_property *p,
                 struct css_tokens v)
{
    const struct style_counter *list = NULL;
    struct arena *a = c->checking ? arena_new() : c->sheet->arena;
    struct buf key;
    buf_init(&key, BUF_LIMIT_SMALL);
    buf_str(&key, "counter\x1e");
    bool good = css_word_of(p->words, v) ||
                read_counters(a, v, p->words->value, &list, &key);
    if (good && !c->checking) {
        const void *shared = list ? css_share(c->sheet, &key, list) : NULL;
        memcpy((char *)c->out + p->offset, &shared, sizeof shared);
    }
    if (!list || c->checking || !good)
        buf_free(&key);
    if (c->checking)
        arena_free(a);
    return good ? CSS_OK : CSS_INVALID;
}

static bool
read_quotes(struct arena *a, struct css_tokens v,
            const struct style_quotes **out, struct buf *key)
{
    struct css_tokens pieces[16];
    size_t n = css_pieces(v, pieces, 16);
    if (n < 2 || n > 16 || n % 2)
        return false;
    for (size_t i = 0; i < n; i += 2) {
        const struct css_token *open = pieces[i].at, *close = pieces[i + 1].at;
        if (open->type != CSS_STRING || close->type != CSS_STRING)
            return false;
        struct style_quotes *q = ARENA_NEW(a, struct style_quotes);
        q->open = arena_str(a, open->text);
        q->close = arena_str(a, close->text);
        buf_printf(key, "%s\x1f%s\x1e", q->open, q->close);
        *out = q;
        out = (const struct style_quotes **)&q->next;
    }
    return true;
}

enum css_status
css_set_quotes(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    static const struct style_quotes none = {NULL, NULL, NULL};
    const struct css_word *w = css_word_of(p->words, v);
    if (w) {
        c->out->style.quotes = w->value ? &none : NULL;
        return CSS_OK;
    }
    const struct style_quotes *list = NULL;
    struct arena *a = c->checking ? arena_new() : c->sheet->arena;
    struct buf key;
    buf_init(&key, BUF_LIMIT_SMALL);
    buf_str(&key, "quotes\x1e");
    bool good = read_quotes(a, v, &list, &key);
    if (good && !c->checking)
        c->out->style.quotes = css_share(c->sheet, &key, list);
    else
        buf_free(&key);
    if (c->checking)
        arena_free(a);
    return good ? CSS_OK : CSS_INVALID;
}

/* A way of counting, a sign, or a text of one's own. */
enum css_status
css_set_marker(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    if (v.n == 1 && v.at->type == CSS_STRING) {
        c->out->style.list_marker = STYLE_MARKER_TEXT;
        c->out->style.list_text =
            c->checking ? v.at->text : style_intern(c->sheet, v.at->text);
        return CSS_OK;
    }
    return css_set_word(c, p, v);
}
