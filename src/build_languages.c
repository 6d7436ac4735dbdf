/* SPDX-License-Identifier: MIT */
/* A publication in several languages: each of its editions is made in each, of
 * the articles that are in it. */
#include "build_int.h"

static struct read_options
options_of(const struct run *r)
{
    return (struct read_options){.drafts = r->request->drafts, .now = r->now};
}

static void
add_all(struct run *r, struct conf_strings *to, const struct conf_strings *from)
{
    size_t n = to->n + from->n;
    struct conf_strings sum = {ARENA_ARRAY(r->arena, const char *, n + 1),
                               ARENA_ARRAY(r->arena, struct place, n + 1), n};
    for (size_t i = 0; i < n; i++) {
        const struct conf_strings *in = i < to->n ? to : from;
        size_t at = i < to->n ? i : i - to->n;
        sum.at[i] = in->at[at];
        sum.places[i] = in->places[at];
    }
    *to = sum;
}

/* What the articles of the publication and of all its editions are. What is
 * wrong with them is said where they are made; with their translations, here.
 */
static const struct doc_catalog *
catalog_of_all(struct run *r, const struct publication *p)
{
    struct conf_manifest all = *p->manifest;
    struct read_options options = options_of(r);
    for (size_t i = 0; i < p->manifest->editions.n; i++)
        add_all(r, &all.articles, &p->manifest->editions.at[i].articles);
    struct diag *unsaid = diag_new();
    struct doc_catalog *c = read_catalog(r->arena, &all, &options, unsaid);
    diag_free(unsaid);
    read_join_translations(c, p->manifest, r->diag);
    return c;
}

/* Whether the edition is made in the language. */
static bool
is_made_in(const struct conf_edition *e, const char *lang)
{
    for (size_t i = 0; i < e->languages.n; i++)
        if (str_eq(e->languages.at[i], lang))
            return true;
    return !e->languages.n;
}

/* An identifier that an edition was given names it in the main language, or in
 * the one that it is made in. */
static const struct conf_edition *
edition_in(struct run *r, const struct conf_manifest *m,
           const struct conf_edition *e, const char *lang)
{
    if (!e->identifier || e->languages.n == 1 ||
        str_eq(lang, m->languages.at[0]))
        return e;
    struct conf_edition *own = ARENA_NEW(r->arena, struct conf_edition);
    *own = *e;
    own->identifier = NULL;
    return own;
}

static void
say_empty(struct run *r, const struct conf_manifest *m,
          const struct conf_edition *e, size_t i)
{
    const char *lang = m->languages.at[i];
    if (e->articles.n)
        diag_at(r->diag, e->at, DIAG_LANGUAGE_EMPTY,
                "the edition “%s” has no article in “%s”, and is not made in "
                "it",
                e->name, lang);
    else
        diag_at(r->diag, m->languages.places[i], DIAG_LANGUAGE_EMPTY,
                "no article is in “%s”, and so nothing is made in it", lang);
    diag_hint(r->diag,
              "an article says with “lang: %s” that it is in it, and with "
              "“translationOf” what it is a translation of",
              lang);
}

/* The book of the edition's articles in the language `i`. */
static void
add_book(struct run *r, struct works *works, const struct publication *p,
         const struct conf_edition *e, const struct doc_catalog *own, size_t i)
{
    const struct conf_manifest *m = p->manifest;
    const char *lang = m->languages.at[i];
    struct conf_strings articles =
        read_articles_in(r->arena, works->catalog, own, lang, m);
    if (!articles.n && i) {
        say_empty(r, m, e, i);
        return;
    }
    e = edition_in(r, m, e, lang);
    struct conf_manifest *in = ARENA_NEW(r->arena, struct conf_manifest);
    *in = *manifest_of_some(r, conf_manifest_in(r->arena, m, lang), e);
    if (articles.n)
        in->articles = articles;
    in->sort = NULL; /* they are sorted */
    const char *key = arena_printf(r->arena, "%s\n", lang);
    for (size_t k = 0; k < e->articles.n; k++)
        key = arena_printf(r->arena, "%s\n%s", key, e->articles.at[k]);
    struct work *w = add_to_work(r, works, p, e, key, in, NULL);
    w->lang = i ? lang : NULL;
}

/* Each article is published in its own language. */
static void
add_articles(struct run *r, struct works *works, const struct publication *p,
             const struct conf_edition *e, const struct doc_catalog *own)
{
    const struct conf_manifest *m = p->manifest;
    for (size_t i = 0; i < own->at.n; i++) {
        const struct doc_entry *entry =
            doc_entry_of(works->catalog, own->at.at[i]->path);
        const char *lang =
            entry && entry->language ? entry->language : m->languages.at[0];
        if (entry && is_made_in(e, lang))
            add_to_work(
                r, works, p, edition_in(r, m, e, lang), entry->path,
                manifest_of_one(r, conf_manifest_in(r->arena, m, lang), entry),
                entry);
    }
}

/* The languages that stand beside each other: the edition's first two, or the
 * publication's. */
static const struct conf_strings *
pair_of(const struct conf_manifest *m, const struct conf_edition *e)
{
    return e->languages.n > 1 ? &e->languages : &m->languages;
}

static const struct doc_entry *
member_in(const struct doc_entry *e, const char *lang)
{
    for (const struct doc_entry *at = e->original; at; at = at->next)
        if (str_eq(at->language, lang))
            return at;
    return NULL;
}

/* An article and its translation, of which the first names the output. */
static void
add_pair(struct run *r, struct works *works, const struct publication *p,
         const struct conf_edition *e, const struct doc_entry *one,
         const struct doc_entry *other)
{
    struct conf_manifest *own = ARENA_NEW(r->arena, struct conf_manifest);
    *own = *manifest_of_one(
        r, conf_manifest_in(r->arena, p->manifest, one->language), one);
    own->articles =
        (struct conf_strings){ARENA_ARRAY(r->arena, const char *, 2),
                              ARENA_ARRAY(r->arena, struct place, 2), 2};
    own->articles.at[0] = one->path;
    own->articles.at[1] = other->path;
    const char *key = arena_printf(r->arena, "%d\n%s\n%s", e->parallel,
                                   one->path, other->path);
    struct work *w = add_to_work(r, works, p, e, key, own, one);
    w->parallel = e->parallel == CONF_PARALLEL_PAGES ? DOC_PARALLEL_PAGES
                                                     : DOC_PARALLEL_COLUMNS;
}

static void
add_pairs(struct run *r, struct works *works, const struct publication *p,
          const struct conf_edition *e, const struct doc_catalog *own)
{
    const struct conf_strings *pair = pair_of(p->manifest, e);
    if (pair->n < 2)
        return; /* that was said */
    for (size_t i = 0; i < own->at.n; i++) {
        const struct doc_entry *entry =
            doc_entry_of(works->catalog, own->at.at[i]->path);
        if (!entry || !str_eq(entry->language, pair->at[0]))
            continue;
        const struct doc_entry *other = member_in(entry, pair->at[1]);
        if (other) {
            add_pair(r, works, p, e, entry, other);
            continue;
        }
        diag_at(r->diag, (struct place){.file = entry->file},
                DIAG_TRANSLATION_MISSING,
                "the article is not translated into “%s”, and is left out of "
                "the edition “%s”",
                pair->at[1], e->name);
        diag_hint(r->diag, "the translation says: lang: %s, translationOf: %s",
                  pair->at[1], entry->slug);
    }
}

void
find_works_in_languages(struct run *r, struct works *works,
                        const struct publication *p,
                        const struct conf_edition *e)
{
    const struct conf_manifest *m = p->manifest;
    struct read_options options = options_of(r);
    if (!works->catalog)
        works->catalog = catalog_of_all(r, p);
    const struct doc_catalog *own =
        read_catalog(r->arena, manifest_of_some(r, m, e), &options, r->diag);
    if (e->parallel) {
        add_pairs(r, works, p, e, own);
        return;
    }
    if (e->each == CONF_EACH_ARTICLE) {
        add_articles(r, works, p, e, own);
        return;
    }
    for (size_t i = 0; i < m->languages.n; i++)
        if (is_made_in(e, m->languages.at[i]))
            add_book(r, works, p, e, own, i);
}
