/* SPDX-License-Identifier: MIT */
/* Translations: which articles say the same in other languages, and which of
 * them a language's editions have. */
#include "read/read_int.h"

#include <stdlib.h>

enum { MOST_HINTS = 100 };

struct joiner {
    struct arena *scratch;
    const struct doc_catalog *catalog;
    const struct conf_manifest *manifest;
    struct diag *diag;
    size_t hints;
};

/* The article of a path, with or without its ending. */
static struct doc_entry *
entry_at_path(struct joiner *j, const char *path)
{
    const char *clean = path_clean(j->scratch, path);
    struct doc_entry *found =
        clean ? map_get(j->catalog->by_path, clean) : NULL;
    if (!found && clean)
        found = map_get(j->catalog->by_path,
                        arena_printf(j->scratch, "%s.md", clean));
    return found;
}

/* The article that one says to be a translation of: by its path, seen from the
 * one's folder or the publication's; by its slug, where several have that, in
 * the main language before others. Or NULL. */
static struct doc_entry *
find_original(struct joiner *j, const struct doc_entry *e)
{
    const char *named = e->translation_of, *main = j->manifest->languages.at[0];
    const char *dir = path_dir(j->scratch, e->path);
    struct doc_entry *found =
        entry_at_path(j, path_join(j->scratch, dir, named));
    if (!found || found == e)
        found = entry_at_path(j, named) ? entry_at_path(j, named) : found;
    if (found && found != e)
        return found;
    for (size_t i = 0; i < j->catalog->at.n; i++) {
        struct doc_entry *at = j->catalog->at.at[i];
        if (!str_eq(at->slug, named) || at == e)
            continue;
        if (!found || found == e ||
            (str_eq(at->language, main) && !str_eq(found->language, main)))
            found = at;
    }
    return found                    ? found
           : str_eq(e->slug, named) ? (struct doc_entry *)e
                                    : NULL;
}

static void
say_unknown(struct joiner *j, const struct doc_entry *e)
{
    size_t n = j->catalog->at.n, k = 0;
    const char **names = ARENA_ARRAY(j->scratch, const char *, 2 * n + 1);
    for (size_t i = 0; i < n && j->hints < MOST_HINTS; i++) {
        if (j->catalog->at.at[i] == e)
            continue;
        names[k++] = j->catalog->at.at[i]->slug;
        names[k++] = j->catalog->at.at[i]->path;
    }
    j->hints++;
    diag_at(j->diag, e->at, DIAG_TRANSLATION_UNKNOWN,
            "there is no article “%s” that this one could be a translation of",
            e->translation_of);
    const char *near = str_nearest(e->translation_of, names, k);
    if (near)
        diag_hint(j->diag, "did you mean “%s”?", near);
    else
        diag_hint(j->diag, "name the original's slug or path");
}

static void
say_circle(struct joiner *j, const struct doc_entry *e)
{
    diag_at(j->diag, e->at, DIAG_TRANSLATION_CLASH,
            e->original == e
                ? "the article says to be a translation of itself"
                : "articles say to be translations of one another in a circle");
    diag_hint(j->diag, "the original has no “translationOf”");
}

/* Leads each article to what it names. */
static void
find_originals(struct joiner *j)
{
    for (size_t i = 0; i < j->catalog->at.n; i++) {
        struct doc_entry *e = j->catalog->at.at[i];
        e->original = NULL;
        if (!e->translation_of)
            continue;
        e->original = find_original(j, e);
        if (!e->original)
            say_unknown(j, e);
        arena_reset(j->scratch);
    }
}

/* Translations of translations are translations of the first. */
static void
follow_chains(struct joiner *j)
{
    size_t n = j->catalog->at.n;
    struct doc_entry **first = ARENA_ARRAY(j->scratch, struct doc_entry *, n);
    for (size_t i = 0; i < n; i++) {
        struct doc_entry *e = j->catalog->at.at[i];
        size_t steps = 0;
        for (first[i] = e; first[i]->original && steps <= n; steps++)
            first[i] = first[i]->original;
        if (steps <= n)
            continue;
        say_circle(j, e);
        first[i] = e;
    }
    for (size_t i = 0; i < n; i++)
        j->catalog->at.at[i]->original = first[i];
    for (size_t i = n; i-- > 0;) {
        struct doc_entry *e = j->catalog->at.at[i];
        if (e->original == e)
            continue;
        e->next = e->original->next;
        e->original->next = e;
    }
}

static void
say_same_language(struct joiner *j, const struct doc_entry *e,
                  const struct doc_entry *other)
{
    bool original = other == e->original;
    diag_at(j->diag, e->at, DIAG_TRANSLATION_CLASH,
            original ? "the translation is in “%s” as its original is"
                     : "there is another translation into “%s”: %s",
            e->lang, other->path);
    if (original)
        diag_hint(j->diag, "“lang” says into what it was translated");
    else
        diag_hint(j->diag, "keep one of the two, or make one a draft");
}

/* A group has one article in each language. */
static void
check_groups(struct joiner *j)
{
    struct map *taken = map_new(j->scratch);
    for (int translations = 0; translations < 2; translations++) {
        for (size_t i = 0; i < j->catalog->at.n; i++) {
            struct doc_entry *e = j->catalog->at.at[i];
            if ((e->original != e) != translations)
                continue;
            const char *key = arena_printf(
                j->scratch, "%s\n%s", e->original->path,
                e->language ? e->language : str_casefold(j->scratch, e->lang));
            const struct doc_entry *other = map_get(taken, key);
            if (other)
                say_same_language(j, e, other);
            else
                map_set(taken, key, e);
        }
    }
}

/* What nothing is published in stands where it stood without a list. */
static void
check_listed(struct joiner *j)
{
    for (size_t i = 0; i < j->catalog->at.n; i++) {
        const struct doc_entry *e = j->catalog->at.at[i];
        if (e->original == e || e->language)
            continue;
        diag_at(j->diag, e->at, DIAG_LANGUAGE_UNLISTED,
                "nothing is published in “%s”: the translation stands beside "
                "its original",
                e->lang);
        diag_hint(j->diag, "add “%s” to the manifest's “language”", e->lang);
    }
}

/* What outputs are called: slugs that several have are told apart. */
static void
set_names(struct joiner *j, struct arena *a)
{
    struct map *counts = map_new(j->scratch);
    for (size_t i = 0; i < j->catalog->at.n; i++) {
        const char *key = str_casefold(j->scratch, j->catalog->at.at[i]->slug);
        map_set(counts, key, (void *)((uintptr_t)map_get(counts, key) + 1));
    }
    for (size_t i = 0; i < j->catalog->at.n; i++) {
        struct doc_entry *e = j->catalog->at.at[i];
        const char *key = str_casefold(j->scratch, e->slug);
        bool shared = (uintptr_t)map_get(counts, key) > 1;
        e->name = shared && e->original != e
                      ? arena_printf(a, "%s-%s", e->slug,
                                     str_casefold(j->scratch, e->lang))
                      : e->slug;
    }
}

void
read_join_translations(struct doc_catalog *c,
                       const struct conf_manifest *manifest, struct diag *d)
{
    struct joiner j = {arena_new(), c, manifest, d, 0};
    for (size_t i = 0; i < c->at.n; i++) {
        struct doc_entry *e = c->at.at[i];
        if (!e->lang)
            e->lang = manifest->languages.at[0];
        e->language = conf_language_among(&manifest->languages, e->lang);
        e->site = arena_str(c->arena,
                            conf_text_in(&manifest->texts.site,
                                         e->language ? e->language : e->lang));
        if (!e->site)
            e->site = manifest->site;
    }
    find_originals(&j);
    follow_chains(&j);
    check_groups(&j);
    check_listed(&j);
    set_names(&j, c->arena);
    arena_free(j.scratch);
}

/* What a language's editions have of a list. */
struct chooser {
    struct map *own; /* path of each of the list → its index, plus one */
    const struct doc_catalog *catalog;
    const char *lang;
    bool main;
};

static size_t
index_of(const struct chooser *c, const struct doc_entry *e)
{
    return (size_t)(uintptr_t)map_get(c->own, e->path);
}

/* Whether the list has another article of the group in the language. */
static bool
has_member(const struct chooser *c, const struct doc_entry *e)
{
    for (const struct doc_entry *at = e->original; at; at = at->next)
        if (at != e && str_eq(at->language, c->lang) && index_of(c, at))
            return true;
    return false;
}

/* A language has its own articles. The main one has besides those that are
 * nobody's translation and not translated into it, and translations into what
 * nothing is published in, so that nothing gets lost. */
static bool
is_chosen(const struct chooser *c, const struct doc_entry *e)
{
    if (str_eq(e->language, c->lang))
        return true;
    if (!c->main)
        return false;
    return e->original == e ? !has_member(c, e) : !e->language;
}

/* Translations stand where their originals do. */
struct chosen {
    const struct doc_entry *entry;
    size_t rank, index;
};

static int
by_rank(const void *one, const void *other)
{
    const struct chosen *a = one, *b = other;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

struct conf_strings
read_articles_in(struct arena *a, const struct doc_catalog *c,
                 const struct doc_catalog *own, const char *lang,
                 const struct conf_manifest *m)
{
    size_t n = 0;
    struct arena *scratch = arena_new();
    struct chooser chooser = {map_new(scratch), c, lang,
                              str_eq(lang, m->languages.at[0])};
    struct chosen *chosen = ARENA_ARRAY(scratch, struct chosen, own->at.n);
    for (size_t i = 0; i < own->at.n; i++)
        map_set(chooser.own, own->at.at[i]->path, (void *)(uintptr_t)(i + 1));
    for (size_t i = 0; i < own->at.n; i++) {
        const struct doc_entry *e = doc_entry_of(c, own->at.at[i]->path);
        if (!e || !is_chosen(&chooser, e))
            continue;
        size_t rank = index_of(&chooser, e->original);
        chosen[n++] = (struct chosen){e, rank ? rank : i + 1, i};
    }
    qsort(chosen, n, sizeof *chosen, by_rank);
    struct conf_strings paths = {ARENA_ARRAY(a, const char *, n),
                                 ARENA_ARRAY(a, struct place, n), n};
    for (size_t i = 0; i < n; i++)
        paths.at[i] = chosen[i].entry->path;
    arena_free(scratch);
    return paths;
}
