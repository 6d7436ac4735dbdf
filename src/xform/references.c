/* SPDX-License-Identifier: MIT */
/* References: links to the book's articles lead to nodes; what leads nowhere
 * or is not safe to follow becomes a message and plain text. */
#include <string.h>
#include <strings.h>

#include "xform/xform_int.h"

enum { MOST_HINTS = 100 };

struct references {
    struct doc_book *book;
    struct arena *arena;   /* of the pass */
    struct arena *scratch; /* of one link */
    struct map *by_path, *by_slug, *by_base;
    size_t hints; /* a suggestion looks at every article: not without end */
    struct diag *diag;
};

/* Where a link stands, what it says, its parts. */
struct reference {
    struct doc_node *link, *article;
    const char *href, *path, *fragment; /* fragment NULL: none */
};

static void
know_articles(struct references *r)
{
    for (struct doc_node *n = xform_article(r->book, NULL); n;
         n = xform_article(r->book, n)) {
        if (n->article->path) {
            const char *path = path_clean(r->arena, n->article->path);
            map_set(r->by_path, path ? path : n->article->path, n);
            map_set(r->by_base, path_base(n->article->path), n);
        }
        if (n->article->slug)
            map_set(r->by_slug, n->article->slug, n);
    }
}

/* RFC 3986, section 3.1: the length of the scheme without its colon, or 0. */
static size_t
scheme_length(const char *href)
{
    size_t n = strspn(href, "abcdefghijklmnopqrstuvwxyz"
                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    bool letter = (*href | 0x20) >= 'a' && (*href | 0x20) <= 'z';
    return letter && href[n] == ':' ? n : 0;
}

/* The address as browsers read it: without control characters and the spaces
 * around it. */
static char *
clean_href(struct arena *a, const char *href)
{
    char *clean = arena_str(a, href), *to = clean;
    for (const char *from = clean; *from; from++)
        if ((unsigned char)*from >= ' ' && *from != 0x7F)
            *to++ = *from;
    *to = '\0';
    return str_trim(a, clean);
}

static bool
is_safe(const char *href, size_t scheme)
{
    static const char *const safe[] = {"http", "https", "mailto", "tel", "sms"};
    for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
        if (strlen(safe[i]) == scheme &&
            strncasecmp(href, safe[i], scheme) == 0)
            return true;
    return false;
}

/* Behind "https://" or "http://", or the text itself. */
static const char *
without_scheme(const char *url)
{
    const char *host = strstr(url, "://");
    return host && host - url <= 5 ? host + 3 : url;
}

/* The slug that a URL has in the place of {slug} of a pattern, or NULL. */
static const char *
slug_in(struct arena *a, const char *url, const char *pattern)
{
    const char *slot = strstr(pattern, "{slug}");
    if (!slot)
        return NULL;
    size_t before = (size_t)(slot - pattern), n = strlen(url);
    const char *after = slot + strlen("{slug}");
    if (strncmp(url, pattern, before) != 0)
        return NULL;
    size_t m = strlen(after);
    if (m && (n < before + m || strcmp(url + n - m, after) != 0))
        return NULL;
    char *slug = arena_strn(a, url + before, n - before - m);
    n = strlen(slug);
    if (n && slug[n - 1] == '/')
        slug[n - 1] = '\0';
    return *slug && !strchr(slug, '/') ? slug : NULL;
}

/* The article that the site shows at this address, whole or from the root of
 * the site, or NULL. */
static struct doc_node *
article_on_site(struct references *r, const struct reference *ref)
{
    if (!r->book->site)
        return NULL;
    const char *pattern = without_scheme(r->book->site);
    const char *url = without_scheme(ref->path);
    if (*url == '/' && url[1] != '/')
        pattern += strcspn(pattern, "/");
    else if (url == ref->path)
        return NULL;
    const char *slug = slug_in(r->scratch, url, pattern);
    return slug ? map_get(r->by_slug, slug) : NULL;
}

/* The path that a link means, seen from the publication's folder; or NULL. */
static const char *
path_meant(struct references *r, const struct reference *ref)
{
    const char *from = ref->article && ref->article->article->path
                           ? path_dir(r->scratch, ref->article->article->path)
                           : ".";
    const char *path = ref->path;
    if (*path == '/') {
        path += strspn(path, "/");
        from = ".";
    }
    return path_clean(r->scratch, path_join(r->scratch, from, path));
}

static struct doc_node *
article_at(struct references *r, const struct reference *ref)
{
    struct doc_node *found = article_on_site(r, ref);
    if (found)
        return found;
    const char *path = path_meant(r, ref);
    if (!path)
        return NULL;
    found = map_get(r->by_path, path);
    if (!found)
        found = map_get(r->by_path, arena_printf(r->scratch, "%s.md", path));
    if (!found && !strchr(ref->path, '/') && !strchr(ref->path, '.'))
        found = map_get(r->by_slug, ref->path);
    return found;
}

/* The place to complain about: of the link, else of what it stands in. */
static struct place
place_of(const struct reference *ref)
{
    for (const struct doc_node *n = ref->link; n; n = n->parent)
        if (n->line)
            return doc_place(n);
    return ref->article ? ref->article->article->at : (struct place){0};
}

static const char *
nearest_key(struct references *r, const struct map *map, const char *word)
{
    if (r->hints++ >= MOST_HINTS)
        return NULL;
    size_t n = map_count(map);
    const char **keys = ARENA_ARRAY(r->scratch, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        keys[i] = map_at(map, i)->key;
    return str_nearest(word, keys, n);
}

static const char *
left_out(struct references *r, const struct reference *ref, const char *path)
{
    const struct map *map = r->book->left_out;
    if (!map)
        return NULL;
    const char *why = path ? map_get(map, path) : NULL;
    if (!why && path)
        why = map_get(map, arena_printf(r->scratch, "%s.md", path));
    return why ? why : map_get(map, ref->path);
}

static void
hint_article(struct references *r, const struct reference *ref)
{
    struct arena *a = r->scratch;
    const char *path = path_meant(r, ref), *why = left_out(r, ref, path);
    const char *ext = path_ext(a, ref->path);
    if (why) {
        diag_hint(r->diag, "that article is left out: it is %s", why);
        return;
    }
    struct doc_node *same = map_get(r->by_base, path_base(ref->path));
    const char *near = NULL;
    if (same)
        near = path_clean(a, same->article->path);
    else if (path)
        near = nearest_key(r, r->by_path, path);
    if (near && ref->article && ref->article->article->path) {
        const char *own = path_clean(a, ref->article->article->path);
        near = path_relative(a, path_dir(a, own ? own : "."), near);
    }
    if (near)
        diag_hint(r->diag, "did you mean “%s”?", near);
    else if (*ext && strcmp(ext, "md") != 0 && strcmp(ext, "markdown") != 0)
        diag_hint(r->diag,
                  "a link can lead to an article of the book or to a web "
                  "address; an image is shown with ![description](%s)",
                  ref->path);
    else
        diag_hint(r->diag,
                  "a link inside the book names the file of one of its "
                  "articles");
}

static void
resolve_fragment(struct references *r, const struct reference *ref,
                 struct doc_node *article)
{
    struct map *anchors = article->article->anchors;
    const char *fragment = ref->fragment;
    struct doc_node *target = NULL;
    if (!fragment || !*fragment || strcmp(fragment, "top") == 0)
        target = article;
    if (!target && anchors)
        target = map_get(anchors, fragment);
    if (!target && anchors)
        target = map_get(anchors, str_casefold(r->scratch, fragment));
    ref->link->link->target = target ? target : article;
    if (target)
        return;
    diag_at(r->diag, place_of(ref), DIAG_FRAGMENT_DANGLING,
            "%s has no heading or id “%s”",
            article == ref->article  ? "this article"
            : article->article->path ? article->article->path
                                     : article->id,
            fragment);
    const char *near = anchors ? nearest_key(r, anchors, fragment) : NULL;
    if (near)
        diag_hint(r->diag, "did you mean “#%s”?", near);
}

/* The text stays, and where other links may lead to it, its place. */
static void
drop_link(struct doc_node *link)
{
    if (!link->id) {
        doc_unwrap(link);
        return;
    }
    link->kind = DOC_SPAN;
    link->link = NULL;
}

/* The publication's article that the link means and this book does not have, or
 * NULL. */
static const struct doc_entry *
entry_at(struct references *r, const struct reference *ref)
{
    const struct doc_catalog *catalog = r->book->catalog;
    const char *path = *ref->path ? path_meant(r, ref) : NULL;
    if (!catalog || !path)
        return NULL;
    const struct doc_entry *found = map_get(catalog->by_path, path);
    if (!found)
        found =
            map_get(catalog->by_path, arena_printf(r->scratch, "%s.md", path));
    for (size_t i = 0; !found && !strpbrk(ref->path, "/.") && i < catalog->at.n;
         i++)
        if (str_eq(catalog->at.at[i]->slug, ref->path))
            found = catalog->at.at[i];
    return found;
}

/* The article of this book that is the one meant in another language, or NULL:
 * a reader of a translation goes on in its language. Whoever leads from an
 * article to its own translation means that. */
static struct doc_node *
translation_here(struct references *r, const struct reference *ref,
                 const struct doc_entry *entry)
{
    const char *own = ref->article ? ref->article->article->path : NULL;
    const struct doc_entry *from =
        own ? doc_entry_of(r->book->catalog, own) : NULL;
    if (from && from->original == entry->original)
        return NULL;
    for (const struct doc_entry *e = entry->original; e; e = e->next) {
        const char *path = path_clean(r->scratch, e->path);
        struct doc_node *found = map_get(r->by_path, path ? path : e->path);
        if (found)
            return found;
    }
    return NULL;
}

/* What the book lacks is on the publication's site; without a site, the text
 * of the link stays. */
static void
lead_to_site(struct references *r, const struct reference *ref,
             const struct doc_entry *entry)
{
    const char *url = xform_address_of(r->book, entry);
    if (!url) {
        drop_link(ref->link);
        return;
    }
    const char *fragment = strchr(ref->href, '#');
    if (fragment)
        url = arena_printf(r->book->arena, "%s%s", url, fragment);
    ref->link->link->href = url;
}

/* An article that is built alone may speak of others beside it. */
static bool
is_elsewhere(struct references *r, const struct reference *ref)
{
    const char *file = place_of(ref).file,
               *ext = path_ext(r->scratch, ref->path);
    if (!r->book->single || !file ||
        (strcmp(ext, "md") != 0 && strcmp(ext, "markdown") != 0))
        return false;
    const char *dir = path_dir(r->scratch, file);
    return file_exists(path_join(r->scratch, dir, ref->path));
}

static void
resolve_inside(struct references *r, const struct reference *ref)
{
    struct doc_node *article = *ref->path      ? article_at(r, ref)
                               : ref->fragment ? ref->article
                                               : NULL;
    if (article) {
        resolve_fragment(r, ref, article);
        return;
    }
    const struct doc_entry *entry = entry_at(r, ref);
    if (entry) {
        article = translation_here(r, ref, entry);
        if (article)
            ref->link->link->target = article;
        else
            lead_to_site(r, ref, entry);
        return;
    }
    if (is_elsewhere(r, ref)) {
        diag_at(r->diag, place_of(ref), DIAG_LINK_ELSEWHERE,
                "“%s” is not built with this article; the link's text stays",
                ref->path);
        diag_hint(r->diag, "build their folder to have both in one book");
        drop_link(ref->link);
        return;
    }
    if (*ref->path)
        diag_at(r->diag, place_of(ref), DIAG_LINK_DANGLING,
                "there is no article “%s”", ref->path);
    else
        diag_at(r->diag, place_of(ref), DIAG_LINK_DANGLING,
                "the link has no address");
    if (*ref->path)
        hint_article(r, ref);
    drop_link(ref->link);
}

/* Parts the address at `#`, and drops what follows a `?` in the path. */
static void
split(struct references *r, struct reference *ref)
{
    size_t n = strcspn(ref->href, "#"), m = strcspn(ref->href, "?#");
    ref->path = str_decode_url(r->scratch, ref->href, m);
    const char *fragment = ref->href + n;
    ref->fragment = *fragment ? str_decode_url(r->scratch, fragment + 1,
                                               strlen(fragment + 1))
                              : NULL;
}

static void
resolve(struct references *r, struct doc_node *link, struct doc_node *article)
{
    struct reference ref = {.link = link, .article = article};
    if (!link->link->href) { /* <a id="…">: a place, no link */
        drop_link(link);
        return;
    }
    ref.href = clean_href(r->scratch, link->link->href);
    if (str_starts(ref.href, "//"))
        ref.href = arena_printf(r->scratch, "https:%s", ref.href);
    split(r, &ref);
    size_t scheme = scheme_length(ref.href);
    if (!scheme) {
        if (ref.fragment && !*ref.path && !*ref.fragment)
            ref.fragment = "top";
        resolve_inside(r, &ref);
        return;
    }
    if (!is_safe(ref.href, scheme)) {
        diag_at(r->diag, place_of(&ref), DIAG_LINK_UNSAFE,
                "a link to “%.*s:” is not taken into a book; its text stays",
                (int)(scheme > 32 ? 32 : scheme), ref.href);
        diag_hint(r->diag, "links may begin with https:, http:, mailto:, "
                           "tel: or sms:");
        drop_link(link);
        return;
    }
    if (!str_eq(link->link->href, ref.href))
        link->link->href = arena_str(r->book->arena, ref.href);
    struct doc_node *on_site = article_on_site(r, &ref);
    if (on_site)
        resolve_fragment(r, &ref, on_site);
}

void
xform_references(struct doc_book *book, struct diag *d)
{
    struct arena *a = arena_new();
    struct references r = {.book = book,
                           .arena = a,
                           .scratch = arena_new(),
                           .by_path = map_new(a),
                           .by_slug = map_new(a),
                           .by_base = map_new(a),
                           .diag = d};
    know_articles(&r);
    struct doc_node *article = NULL;
    for (struct doc_node *n = book->root, *next; n; n = next) {
        if (n->kind == DOC_ARTICLE)
            article = n;
        else if (doc_vocab[n->kind].model == DOC_IS_DIVISION)
            article = NULL;
        next = doc_next(n, book->root);
        if (n->kind != DOC_LINK || n->link->target)
            continue;
        resolve(&r, n, article);
        arena_reset(r.scratch);
    }
    arena_free(r.scratch);
    arena_free(r.arena);
}
