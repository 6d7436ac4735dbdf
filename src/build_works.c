/* SPDX-License-Identifier: MIT */
/* Which books a publication's editions are made of: all articles in one, those
 * that an edition names, or each by itself. */
#include "build_int.h"

static struct read_options
options_of(const struct run *r)
{
    return (struct read_options){.drafts = r->request->drafts, .now = r->now};
}

const struct conf_manifest *
manifest_of_some(struct run *r, const struct conf_manifest *m,
                 const struct conf_edition *e)
{
    if (!e->articles.n)
        return m;
    struct conf_manifest *own = ARENA_NEW(r->arena, struct conf_manifest);
    *own = *m;
    own->articles = e->articles;
    own->identifier = conf_edition_identifier(r->arena, m, e);
    return own;
}

const struct conf_manifest *
manifest_of_one(struct run *r, const struct conf_manifest *m,
                const struct doc_entry *entry)
{
    struct conf_manifest *own = ARENA_NEW(r->arena, struct conf_manifest);
    *own = *m;
    own->articles.at = ARENA_ARRAY(r->arena, const char *, 1);
    own->articles.places = ARENA_ARRAY(r->arena, struct place, 1);
    own->articles.at[0] = entry->path;
    own->articles.n = 1;
    own->sort = own->parts = NULL;
    own->cover = NULL;
    own->series = (struct conf_series){0}; /* the book is its volume */
    own->identifier = conf_article_identifier(r->arena, m, entry->slug);
    return own;
}

/* What the works of two editions have in common that are made of one book. */
static const char *
key_of(struct run *r, const struct conf_edition *e)
{
    struct buf key;
    buf_init(&key, BUF_LIMIT_OUTPUT);
    for (size_t i = 0; i < e->articles.n; i++)
        buf_printf(&key, "\n%s", e->articles.at[i]);
    const char *text = arena_strn(r->arena, key.at, key.n);
    buf_free(&key);
    return text;
}

struct work *
add_to_work(struct run *r, struct works *works, const struct publication *p,
            const struct conf_edition *e, const char *key,
            const struct conf_manifest *manifest, const struct doc_entry *entry)
{
    struct work *w = map_get(works->by_key, key);
    if (!w) {
        w = ARENA_NEW(r->arena, struct work);
        w->publication = p;
        w->slug = entry ? entry->name : NULL;
        w->manifest = manifest;
        map_set(works->by_key, key, w);
        *vec_add(r->arena, &works->at) = w;
    }
    *vec_add(r->arena, &w->editions) = e;
    return w;
}

/* What the publication's own articles are, for links that lead to those that a
 * book lacks. What is wrong with them is said where they are made. */
static const struct doc_catalog *
catalog_of(struct run *r, const struct publication *p)
{
    struct read_options options = options_of(r);
    struct diag *unsaid = diag_new();
    const struct doc_catalog *c =
        read_catalog(r->arena, p->manifest, &options, unsaid);
    diag_free(unsaid);
    return c;
}

/* One work for each article of the edition. */
static void
add_articles(struct run *r, struct works *works, const struct publication *p,
             const struct conf_edition *e)
{
    struct read_options options = options_of(r);
    const struct doc_catalog *own = read_catalog(
        r->arena, manifest_of_some(r, p->manifest, e), &options, r->diag);
    for (size_t i = 0; i < own->at.n; i++)
        add_to_work(r, works, p, e, own->at.at[i]->path,
                    manifest_of_one(r, p->manifest, own->at.at[i]),
                    own->at.at[i]);
}

/* The works of an edition of a publication in one language. */
static void
add_works(struct run *r, struct works *works, const struct publication *p,
          const struct conf_edition *e)
{
    if (e->each == CONF_EACH_ARTICLE)
        add_articles(r, works, p, e);
    else
        add_to_work(r, works, p, e, key_of(r, e),
                    manifest_of_some(r, p->manifest, e), NULL);
    if (!works->catalog && (e->each == CONF_EACH_ARTICLE || e->articles.n))
        works->catalog = catalog_of(r, p);
}

struct works *
find_works(struct run *r, const struct publication *p)
{
    struct works *works = ARENA_NEW(r->arena, struct works);
    works->by_key = map_new(r->arena);
    for (size_t i = 0; i < p->editions.n; i++)
        if (p->manifest->languages.n > 1)
            find_works_in_languages(r, works, p, p->editions.at[i]);
        else
            add_works(r, works, p, p->editions.at[i]);
    for (size_t i = 0; i < works->at.n; i++)
        if (works->at.at[i]->manifest != p->manifest)
            works->at.at[i]->catalog = works->catalog;
    return works;
}
