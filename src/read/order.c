/* SPDX-License-Identifier: MIT */
/* The order of articles and their parts, by keys of the front matter. */
#include "read/read_int.h"

#include <stdlib.h>
#include <string.h>

/* The key of the name or alias, or NULL after a message. */
static const struct conf_key *
find_key(struct reader *r, const char *name, const char *setting,
         struct place at)
{
    const char **names =
        ARENA_ARRAY(r->scratch, const char *, read_article_key_count);
    for (size_t i = 0; i < read_article_key_count; i++) {
        const struct conf_key *key = &read_article_keys[i];
        names[i] = key->name;
        if (str_eq(key->name, name) || str_has_word(key->aliases, name))
            return key;
    }
    diag_at(r->diag, at, DIAG_VALUE_INVALID,
            "“%s: %s” names no key of the front matter", setting, name);
    const char *near = str_nearest(name, names, read_article_key_count);
    if (near)
        diag_hint(r->diag, "did you mean “%s”?", near);
    return NULL;
}

/* What the article's key says, as a text that sorts; NULL: nothing. */
static const char *
value_of(struct arena *a, const struct doc_article *article,
         const struct conf_key *key)
{
    const void *field = (const char *)article + key->offset;
    const struct date *date = field;
    const struct doc_names *names = field;
    if (str_eq(key->name, "featuredImage"))
        return article->image.src;
    if (str_eq(key->name, "consent"))
        return NULL;
    if (str_has_word("author tags sources", key->name))
        return names->n ? names->at[0] : NULL;
    if (key->kind == CONF_DATE)
        return date->year ? arena_printf(a, "%04d-%02d-%02d", date->year,
                                         date->month, date->day)
                          : NULL;
    if (key->kind == CONF_BOOL)
        return *(const bool *)field ? "true" : "false";
    return *(const char *const *)field;
}

struct sorted {
    struct doc_node *node;
    const char *value;
    size_t index;
    bool down;
};

/* Articles without the key come last, in either direction. */
static int
compare(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;
    if (!x->value != !y->value)
        return x->value ? -1 : 1;
    int order = x->value ? strcmp(x->value, y->value) : 0;
    if (order)
        return x->down ? -order : order;
    return x->index < y->index ? -1 : 1;
}

static void
sort(struct reader *r, struct doc_node **articles, size_t n)
{
    const char *name = r->manifest->sort;
    bool down = name[0] == '-';
    const struct conf_key *key =
        find_key(r, name + down, "sort", r->manifest->sort_at);
    struct sorted *sorted = ARENA_ARRAY(r->scratch, struct sorted, n);
    if (!key || !n)
        return;
    for (size_t i = 0; i < n; i++) {
        const char *value = value_of(r->scratch, articles[i]->article, key);
        sorted[i] = (struct sorted){
            articles[i], value ? str_casefold(r->scratch, value) : NULL, i,
            down};
    }
    qsort(sorted, n, sizeof *sorted, compare);
    for (size_t i = 0; i < n; i++)
        articles[i] = sorted[i].node;
}

void
read_order(struct reader *r, struct doc_node **articles, size_t n)
{
    const char *parts = r->manifest->parts;
    if (r->manifest->sort)
        sort(r, articles, n);
    const struct conf_key *key =
        parts ? find_key(r, parts, "parts", r->manifest->parts_at) : NULL;
    r->book->parts = key != NULL;
    if (!key || str_eq(key->name, "category"))
        return;
    /* The passes group by category: another key takes its place. */
    for (size_t i = 0; i < n; i++) {
        struct doc_article *article = articles[i]->article;
        article->category = value_of(r->book->arena, article, key);
        article->parts.n = 0;
    }
}

void
read_report_none(struct reader *r, size_t tried)
{
    const struct conf_manifest *m = r->manifest;
    struct place at = {m->file ? m->file : m->dir, 0, 0};
    if (m->articles.n && m->articles.places && m->articles.places[0].line)
        at = m->articles.places[0];
    if (tried) {
        diag_at(r->diag, at, DIAG_NO_ARTICLES,
                "every article is a draft or dated in the future");
        diag_hint(r->diag,
                  "take them with --drafts, or “drafts: true” in the manifest");
        return;
    }
    if (diag_count(r->diag, DIAG_ERROR))
        return; /* what is wrong with the manifest was said */
    diag_at(r->diag, at, DIAG_NO_ARTICLES, "there are no articles");
    diag_hint(r->diag, "name them in “articles”, as content/*.md");
}
