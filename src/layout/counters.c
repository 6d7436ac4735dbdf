/* SPDX-License-Identifier: MIT */
/* Counters, quotation marks and named strings inside the text: what each says
 * depends on all that stands before it, so one walk over the book in its order
 * finds them all (CSS Lists Level 3, clause 4.4; CSS Generated Content Level
 * 3, clause 3). */
#include <limits.h>
#include <stdio.h>

#include "layout/flow.h"

/* One instance of a counter: it holds below `scope`, the parent of the node
 * that made it. */
struct counter {
    const char *name;
    int value;
    const struct doc_node *scope;
};

struct string {
    const char *name, *value;
};

struct tally {
    struct layout *l;
    struct map *texts; /* of struct counted, by count_key() */
    VEC(struct counter) counters;
    VEC(struct string) strings;
    VEC(const struct style *) styles; /* of the nodes around */
    size_t quotes;                    /* that are open */
};

/* What the pieces of one node's content say, in their order. */
struct counted {
    VEC(const char *) texts;
};

enum { KEY = 40 };

static const char *
count_key(char room[KEY], const struct doc_node *node, int pseudo)
{
    snprintf(room, KEY, "%p %d", (const void *)node, pseudo);
    return room;
}

bool
counted_is(const struct style_content *piece)
{
    return piece->kind == STYLE_CONTENT_COUNTER ||
           piece->kind == STYLE_CONTENT_COUNTERS ||
           piece->kind == STYLE_CONTENT_QUOTE ||
           piece->kind == STYLE_CONTENT_STRING;
}

static struct counter *
innermost(struct tally *t, const char *name)
{
    for (size_t i = t->counters.n; i--;)
        if (str_eq(t->counters.at[i].name, name))
            return &t->counters.at[i];
    return NULL;
}

static struct counter *
instantiate(struct tally *t, const char *name, int value,
            const struct doc_node *scope)
{
    struct counter *c = vec_add(t->l->lasting, &t->counters);
    *c = (struct counter){name, value, scope};
    return c;
}

/* A sibling's counter is taken over, any other gets an inner one. */
static void
reset(struct tally *t, const char *name, int value,
      const struct doc_node *scope)
{
    struct counter *c = innermost(t, name);
    if (c && c->scope == scope)
        c->value = value;
    else
        instantiate(t, name, value, scope);
}

static void
increment(struct tally *t, const char *name, int by,
          const struct doc_node *scope)
{
    struct counter *c = innermost(t, name);
    c = c ? c : instantiate(t, name, 0, scope);
    int64_t value = (int64_t)c->value + by;
    c->value = (int)(value > INT_MAX   ? INT_MAX
                     : value < INT_MIN ? INT_MIN
                                       : value);
}

static void
set(struct tally *t, const char *name, int value, const struct doc_node *scope)
{
    struct counter *c = innermost(t, name);
    c = c ? c : instantiate(t, name, 0, scope);
    c->value = value;
}

static bool
names(const struct style_counter *list, const char *name)
{
    for (; list; list = list->next)
        if (str_eq(list->name, name))
            return true;
    return false;
}

static void
count(struct tally *t, const struct style *style, const struct doc_node *scope)
{
    for (const struct style_counter *c = style->counter_reset; c; c = c->next)
        reset(t, c->name, c->number, scope);
    for (const struct style_counter *c = style->counter_increment; c;
         c = c->next)
        increment(t, c->name, c->number, scope);
    for (const struct style_counter *c = style->counter_set; c; c = c->next)
        set(t, c->name, c->number, scope);
}

/* Every list counts its items, whatever the stylesheet says of others. */
static void
count_list(struct tally *t, const struct doc_node *node,
           const struct style *style)
{
    static const char name[] = "list-item";
    if (node->kind == DOC_LIST && !names(style->counter_reset, name))
        reset(t, name, node->list->start - 1, node->parent);
    if (node->kind == DOC_ITEM && !names(style->counter_increment, name))
        increment(t, name, 1, node->parent);
}

static const char *
counters_text(struct tally *t, const struct style_content *piece)
{
    struct arena *a = t->l->lasting;
    const char *text = NULL;
    for (size_t i = 0; i < t->counters.n; i++) {
        const struct counter *c = &t->counters.at[i];
        if (!str_eq(c->name, piece->text))
            continue;
        const char *one = flow_number(a, c->value, piece->counter);
        bool joins = text && piece->kind == STYLE_CONTENT_COUNTERS;
        text =
            joins ? arena_printf(a, "%s%s%s", text, piece->between, one) : one;
    }
    return text ? text : flow_number(a, 0, piece->counter);
}

/* The pair of marks `depth` quotations in; the last pair serves all deeper
 * ones. */
static struct style_quotes
quotes_at(struct tally *t, const struct style *style,
          const struct doc_node *node, size_t depth)
{
    const struct style_quotes *q = style->quotes;
    if (!q) {
        const struct doc_quotes *own =
            doc_quotes_of(doc_lang(t->l->book, node));
        return depth ? (struct style_quotes){.open = own->inner_open,
                                             .close = own->inner_close}
                     : (struct style_quotes){.open = own->open,
                                             .close = own->close};
    }
    for (; depth && q->next; depth--)
        q = q->next;
    return *q;
}

static const char *
quote_text(struct tally *t, const struct style *style,
           const struct doc_node *node, enum style_quote quote)
{
    bool opens = quote == STYLE_OPEN_QUOTE || quote == STYLE_NO_OPEN_QUOTE;
    if (!opens && !t->quotes)
        return NULL;
    size_t depth = opens ? t->quotes++ : --t->quotes;
    struct style_quotes q = quotes_at(t, style, node, depth);
    if (quote == STYLE_NO_OPEN_QUOTE || quote == STYLE_NO_CLOSE_QUOTE)
        return NULL;
    return opens ? q.open : q.close;
}

static struct string *
find_string(struct tally *t, const char *name)
{
    for (size_t i = 0; i < t->strings.n; i++)
        if (str_eq(t->strings.at[i].name, name))
            return &t->strings.at[i];
    return NULL;
}

static const char *
string_text(struct tally *t, const char *name)
{
    const struct string *string = find_string(t, name);
    return string ? string->value : NULL;
}

static struct counted *
counted_of(struct tally *t, const struct doc_node *node, int pseudo)
{
    char room[KEY];
    const char *key = count_key(room, node, pseudo);
    struct counted *c = map_get(t->texts, key);
    if (!c) {
        c = ARENA_NEW(t->l->lasting, struct counted);
        map_set(t->texts, arena_str(t->l->lasting, key), c);
    }
    return c;
}

static void
say(struct tally *t, const struct style_content *piece,
    const struct style *style, const struct doc_node *node, int pseudo)
{
    for (; piece; piece = piece->next) {
        if (!counted_is(piece))
            continue;
        const char *text = piece->kind == STYLE_CONTENT_QUOTE
                               ? quote_text(t, style, node, piece->quote)
                           : piece->kind == STYLE_CONTENT_STRING
                               ? string_text(t, piece->text)
                               : counters_text(t, piece);
        *vec_add(t->l->lasting, &counted_of(t, node, pseudo)->texts) = text;
    }
}

static void
generate(struct tally *t, const struct doc_node *node,
         const struct style *style, enum style_pseudo pseudo)
{
    const struct style *made =
        style_pseudo_of(t->l->sheet, node, pseudo, style);
    if (!made)
        return;
    count(t, made, node);
    say(t, made->content, made, node, (int)pseudo);
}

static void
set_strings(struct tally *t, const struct doc_node *node,
            const struct style *style)
{
    struct arena *a = t->l->lasting;
    size_t nth = 0;
    for (const struct style_string_set *s = style->string_set; s; s = s->next) {
        say(t, s->content, style, node, CONTENT_SELF);
        struct buf text;
        buf_init(&text, BUF_LIMIT_SMALL);
        content_text(t->l, s->content, node, CONTENT_SELF, &nth, &text);
        struct string *string = find_string(t, s->name);
        string = string ? string : vec_add(a, &t->strings);
        *string = (struct string){
            s->name, arena_strn(a, text.at ? text.at : "", text.n)};
        buf_free(&text);
    }
}

/* False where the node is not shown. */
static bool
enter(struct tally *t, const struct doc_node *node)
{
    const struct style *around =
        t->styles.n ? t->styles.at[t->styles.n - 1] : NULL;
    const struct style *style = style_of(t->l->sheet, node, around);
    if (style->display == STYLE_NONE)
        return false;
    *vec_add(t->l->lasting, &t->styles) = style;
    if (!doc_element(node))
        return true;
    count_list(t, node, style);
    count(t, style, node->parent);
    set_strings(t, node, style);
    generate(t, node, style, STYLE_MARKER);
    generate(t, node, style, STYLE_BEFORE);
    return true;
}

static void
leave(struct tally *t, const struct doc_node *node)
{
    const struct style *style = t->styles.at[--t->styles.n];
    if (doc_element(node))
        generate(t, node, style, STYLE_AFTER);
    while (t->counters.n && t->counters.at[t->counters.n - 1].scope == node)
        t->counters.n--;
}

static void
walk(struct tally *t, const struct doc_node *root)
{
    const struct doc_node *node = root;
    while (node) {
        bool shown = enter(t, node);
        if (shown && node->first) {
            node = node->first;
            continue;
        }
        if (shown)
            leave(t, node);
        while (node != root && !node->next) {
            node = node->parent;
            leave(t, node);
        }
        node = node == root ? NULL : node->next;
    }
}

const char *
counted_text(struct layout *l, const struct doc_node *node, int pseudo,
             size_t nth)
{
    char room[KEY];
    if (!l->counted) {
        l->counted = map_new(l->lasting);
        struct tally t = {.l = l, .texts = l->counted};
        walk(&t, l->book->root);
    }
    const struct counted *c =
        map_get(l->counted, count_key(room, node, pseudo));
    return c && nth < c->texts.n ? c->texts.at[nth] : NULL;
}
