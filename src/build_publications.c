/* SPDX-License-Identifier: MIT */
/* What a request names: publications, and of each the editions to make. */
#include <string.h>

#include "build_int.h"

static bool
has_format(const struct conf_manifest *m, enum conf_output format)
{
    for (size_t i = 0; i < m->editions.n; i++)
        if (m->editions.at[i].format == (int)format)
            return true;
    return false;
}

/* A PNG edition as the command line would have it. */
static const struct conf_edition *
as_png(struct run *r, const struct conf_edition *e)
{
    const struct build_request *q = r->request;
    struct conf_edition *png = ARENA_NEW(r->arena, struct conf_edition);
    *png = *e;
    png->format = CONF_PNG;
    png->spreads = e->spreads || q->spreads;
    png->contact_sheet = e->contact_sheet || q->contact_sheet;
    if (q->resolution) {
        png->resolution = q->resolution;
        png->resolution_at = (struct place){0};
    }
    if (q->pages) {
        ranges_parse(r->arena, q->pages, &png->pages);
        png->pages_at = (struct place){0};
    }
    return png;
}

/* The edition as the command line's settings have it. */
static const struct conf_edition *
as_set(struct run *r, const struct publication *p, const struct conf_edition *e)
{
    const struct build_request *q = r->request;
    struct conf_context c = {r->arena, r->diag};
    if (!q->setting_count)
        return e;
    struct conf_edition *set = ARENA_NEW(r->arena, struct conf_edition);
    *set = *e;
    for (size_t i = 0; i < q->setting_count; i++) {
        bool takes;
        conf_edition_set(&c, set, q->settings[i], &takes);
        if (takes)
            map_set(r->settings, q->settings[i], r);
    }
    if (!run_failed(r))
        conf_edition_check(&c, set);
    conf_edition_check_languages(&c, p->manifest, set);
    return set;
}

static void
add_edition(struct run *r, struct publication *p, const struct conf_edition *e)
{
    for (size_t i = 0; i < p->editions.n; i++)
        if (str_eq(p->editions.at[i]->name, e->name) &&
            p->editions.at[i]->format == e->format)
            return;
    *vec_add(r->arena, &p->editions) = e;
}

/* Adds what is wanted of an edition; false where nothing is. Where PNG is asked
 * for and no edition is made for it, or a PDF was named, its pages are what is
 * meant; and what was made so is to be cleaned. */
static bool
take_edition(struct run *r, struct publication *p, const struct conf_edition *e,
             bool named)
{
    unsigned formats = r->request->formats;
    bool all = !formats, own = all || (formats & 1u << e->format);
    if (own)
        add_edition(r, p, e->format == CONF_PNG ? as_png(r, e) : e);
    bool pictures =
        all ? r->request->command == BUILD_CLEAN : (formats & BUILD_PNG) != 0;
    pictures = pictures && e->format == CONF_PDF &&
               (named || !has_format(p->manifest, CONF_PNG));
    if (pictures)
        add_edition(r, p, as_png(r, e));
    return own || pictures;
}

static struct publication *
add_publication(struct run *r, const struct conf_manifest *m, const char *name)
{
    struct publication *p = ARENA_NEW(r->arena, struct publication);
    p->manifest = m;
    p->name = name;
    for (size_t i = 0; i < m->editions.n; i++)
        take_edition(r, p, &m->editions.at[i], false);
    if (!p->editions.n) {
        diag_at(r->diag, in_file(m->file), DIAG_EDITION_UNKNOWN,
                "no edition has the format that was asked for");
        diag_hint(r->diag, "give one “format: %s”",
                  r->request->formats & BUILD_EPUB  ? "epub"
                  : r->request->formats & BUILD_PDF ? "pdf"
                                                    : "png");
    }
    *vec_add(r->arena, &r->publications) = p;
    return p;
}

/* A name for the files of a folder's publication: the folder's own, also
 * where it was given as "." or "..". */
static const char *
folder_name(struct run *r, const char *dir)
{
    const char *real = file_real_path(r->arena, dir);
    const char *slug = str_slug(r->arena, path_base(real ? real : dir));
    return *slug ? slug : "book";
}

static void
take_manifest(struct run *r, const char *path)
{
    struct conf_context c = {r->arena, r->diag};
    const struct conf_manifest *m = conf_manifest_read(&c, path);
    if (!m)
        return;
    const char *name = str_slug(r->arena, m->title ? m->title : "");
    if (!*name)
        name = folder_name(r, m->dir);
    add_publication(r, m, name);
}

static void
set_articles(struct run *r, struct conf_manifest *m, const char *const *paths,
             size_t n)
{
    m->articles.at = ARENA_ARRAY(r->arena, const char *, n);
    m->articles.places = ARENA_ARRAY(r->arena, struct place, n);
    for (size_t i = 0; i < n; i++)
        m->articles.at[i] = paths[i];
    m->articles.n = n;
}

/* The manifest in a folder: under the shorter ending where only that is there.
 * The path may be of no file. */
static const char *
manifest_in(struct run *r, const char *dir)
{
    const char *path = path_join(r->arena, dir, "fascicle.yaml");
    const char *other = path_join(r->arena, dir, "fascicle.yml");
    return !file_exists(path) && file_exists(other) ? other : path;
}

static void
take_folder(struct run *r, const char *dir)
{
    const char *manifest = manifest_in(r, dir);
    if (file_exists(manifest)) {
        take_manifest(r, manifest);
        return;
    }
    struct conf_context c = {r->arena, r->diag};
    struct conf_manifest *m = conf_manifest_bare(&c, dir);
    struct file_list found = file_glob(r->arena, dir, "*.md");
    size_t n = 0;
    for (size_t i = 0; i < found.n; i++)
        if (!str_eq_nocase(found.at[i], "README.md"))
            found.at[n++] = found.at[i];
    set_articles(r, m, found.at, n);
    if (!n) {
        diag_at(r->diag, in_file(dir), DIAG_NO_ARTICLES,
                "there is neither a fascicle.yaml nor an article (*.md) here");
        found = file_glob(r->arena, dir, "*/*.md");
        if (found.n)
            diag_hint(
                r->diag, "there are articles in the folder “%s”",
                path_join(r->arena, dir, path_dir(r->arena, found.at[0])));
        else
            diag_hint(r->diag,
                      "name the publication's folder: fascicle build DIR");
        return;
    }
    add_publication(r, m, folder_name(r, dir));
}

/* The folder of the publication that an article belongs to: the nearest with
 * a fascicle.yaml, from the article's own up to the one that the run is in, so
 * that images above the article are found. NULL: there is none. */
static const char *
find_root(struct run *r, const char *path)
{
    struct arena *a = r->arena;
    const char *top = file_real_path(a, r->request->dir);
    size_t n = top ? strlen(top) : 0;
    for (const char *dir = path_dir(a, path);; dir = path_dir(a, dir)) {
        const char *real = file_real_path(a, dir);
        if (file_exists(manifest_in(r, dir)))
            return dir;
        /* What stands before a ".." is not what is above it. */
        if (!real || !n || strncmp(real, top, n) != 0 || real[n] != '/' ||
            str_eq(path_base(dir), ".."))
            return NULL;
    }
}

static void
take_article(struct run *r, const char *path)
{
    struct conf_context c = {r->arena, r->diag};
    const char *clean = strstr(path, "..") ? NULL : path_clean(r->arena, path);
    path = clean ? clean : path;
    const char *root = find_root(r, path), *article = path_base(path);
    struct conf_manifest *m =
        conf_manifest_bare(&c, root ? root : path_dir(r->arena, path));
    if (root) {
        const char *manifest = manifest_in(r, root);
        const struct conf_manifest *whole = conf_manifest_read(&c, manifest);
        size_t above = strlen(path_join(r->arena, root, "x")) - 1;
        article = path + (str_eq(root, ".") ? 0 : above);
        m->language = m->languages.at[0] = whole->language;
        m->direction = whole->direction;
        m->publisher = whole->publisher;
        m->site = whole->site;
        m->assets = whole->assets;
        m->fonts = whole->fonts;
        m->evidence = whole->evidence;
    }
    article = arena_str(r->arena, article);
    set_articles(r, m, &article, 1);
    const char *name = str_slug(r->arena, path_stem(r->arena, path));
    add_publication(r, m, *name ? name : "article");
}

static const char *
join_names(struct run *r, const char *const *names, size_t n)
{
    const char *all = names[0];
    for (size_t i = 1; i < n; i++)
        all = arena_printf(r->arena, "%s, %s", all, names[i]);
    return all;
}

/* Keeps of the folder's own publication the editions that were named. */
static void
choose_edition(struct run *r, struct publication **chosen, const char *name)
{
    struct conf_context c = {r->arena, r->diag};
    const char *path = manifest_in(r, r->request->dir);
    const struct conf_manifest *m =
        *chosen ? (*chosen)->manifest
                : (file_exists(path) ? conf_manifest_read(&c, path) : NULL);
    size_t n = m ? m->editions.n : 0;
    const char **names = ARENA_ARRAY(r->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        names[i] = m->editions.at[i].name;
        if (!str_eq(names[i], name))
            continue;
        if (!*chosen) {
            take_manifest(r, path);
            if (!r->publications.n)
                return;
            *chosen = r->publications.at[r->publications.n - 1];
            (*chosen)->editions.n = 0;
        }
        const struct conf_edition *e = &(*chosen)->manifest->editions.at[i];
        if (!take_edition(r, *chosen, e, true)) {
            diag_at(r->diag, e->at, DIAG_EDITION_UNKNOWN,
                    "the edition “%s” is not in the format that was asked for",
                    name);
            diag_hint(r->diag, "leave --format out, or name another edition");
        }
        return;
    }
    diag_at(r->diag, in_file(m ? path : NULL), DIAG_EDITION_UNKNOWN,
            "“%s” is neither a file, a folder nor an edition", name);
    const char *near = str_nearest(name, names, n);
    if (near)
        diag_hint(r->diag, "did you mean the edition “%s”?", near);
    else if (n)
        diag_hint(r->diag, "the editions are: %s", join_names(r, names, n));
}

/* Whether a path was named before, however it was written. */
static bool
was_named(struct run *r, const char *path)
{
    const char *real = file_real_path(r->arena, path);
    if (!real)
        return false;
    if (map_get(r->named, real))
        return true;
    map_set(r->named, real, r);
    return false;
}

static void
take_argument(struct run *r, struct publication **chosen, const char *word)
{
    const char *path = path_join(r->arena, r->request->dir, word);
    if (was_named(r, path))
        return;
    if (file_is_dir(path))
        take_folder(r, path);
    else if (str_eq(path_base(path), "fascicle.yaml") ||
             str_eq(path_base(path), "fascicle.yml"))
        take_manifest(r, path);
    else if (file_exists(path) || str_ends(word, ".md"))
        take_article(r, path);
    else
        choose_edition(r, chosen, word);
}

/* Settings are for the editions that are made: another need not take them. */
static void
apply_settings(struct run *r)
{
    for (size_t i = 0; i < r->publications.n; i++) {
        struct publication *p = r->publications.at[i];
        for (size_t k = 0; k < p->editions.n; k++)
            p->editions.at[k] = as_set(r, p, p->editions.at[k]);
    }
}

void
find_publications(struct run *r)
{
    if (!file_is_dir(r->request->dir)) {
        diag_at(r->diag, in_file(r->request->dir), DIAG_FILE_UNREADABLE,
                "there is no such folder");
        return;
    }
    struct publication *chosen = NULL;
    for (size_t i = 0; i < r->request->argument_count; i++)
        take_argument(r, &chosen, r->request->arguments[i]);
    if (!r->request->argument_count)
        take_folder(r, r->request->dir);
    apply_settings(r);
}
