/* SPDX-License-Identifier: MIT */
/* From a manifest to a book: which articles, in what order, under which
 * names; the book's metadata. */
#include "read/read_int.h"

#include <string.h>

/* The path as messages name it: below the manifest's folder, without "./". */
static const char *
shown_path(struct arena *a, const char *dir, const char *path)
{
    const char *joined = path_join(a, dir, path);
    while (str_starts(joined, "./"))
        joined += 2;
    return joined;
}

struct paths {
    struct arena *arena;
    struct map *seen;
    VEC(const char *) at;
};

static void
add_path(struct paths *paths, const char *path)
{
    if (map_get(paths->seen, path))
        return;
    map_set(paths->seen, path, paths);
    *vec_add(paths->arena, &paths->at) = path;
}

/* A README.md is about the folder, and so no article unless it is named. */
static size_t
add_pattern(struct paths *paths, const char *dir, const char *pattern)
{
    struct file_list found = file_glob(paths->arena, dir, pattern);
    size_t taken = 0;
    for (size_t i = 0; i < found.n; i++) {
        const char *name = path_base(found.at[i]);
        if (str_eq_nocase(name, "README.md") ||
            file_is_dir(path_join(paths->arena, dir, found.at[i])))
            continue;
        add_path(paths, found.at[i]);
        taken++;
    }
    return taken;
}

/* Names a file of the folder that may have been meant. */
static void
report_missing(struct reader *r, const char *path, struct place at)
{
    const char *file = path_join(r->scratch, r->manifest->dir, path);
    const char *dir = path_dir(r->scratch, file);
    struct file_list files = file_glob(r->scratch, dir, "*");
    const char *near = str_nearest(path_base(path), files.at, files.n);
    if (at.line)
        diag_at(r->diag, at, DIAG_FILE_UNREADABLE, "there is no article “%s”",
                path);
    else
        diag_at(r->diag, (struct place){file, 0, 0}, DIAG_FILE_UNREADABLE,
                "there is no such file");
    if (near)
        diag_hint(r->diag, "did you mean “%s”?",
                  path_join(r->scratch, path_dir(r->scratch, path), near));
    else if (!file_is_dir(dir))
        diag_hint(r->diag, "there is no folder “%s”", dir);
}

/* One entry of the manifest's list: a folder, a pattern or a file. */
static void
add_entry(struct reader *r, struct paths *paths, const char *path,
          struct place at)
{
    const struct conf_manifest *m = r->manifest;
    const char *dir = *m->dir ? m->dir : ".";
    const char *full = path_join(paths->arena, dir, path);
    bool folder = file_is_dir(full);
    if (!folder && file_exists(full)) {
        add_path(paths, path);
    } else if (folder || strpbrk(path, "*?[")) {
        const char *pattern =
            folder ? path_join(paths->arena, path, "**/*.md") : path;
        /* Where the manifest names no articles, that is what is said. */
        if (add_pattern(paths, dir, pattern) || !at.line)
            return;
        diag_at(r->diag, at, DIAG_NO_ARTICLES,
                folder ? "there is no article (*.md) in the folder “%s”"
                       : "no file matches “%s”",
                path);
        if (!folder)
            diag_hint(r->diag, "paths are relative to the manifest");
    } else {
        report_missing(r, path, at);
    }
}

/* The articles that the manifest names, each once, in its order. */
static void
list_paths(struct reader *r, struct paths *paths)
{
    const struct conf_strings *entries = &r->manifest->articles;
    for (size_t i = 0; i < entries->n; i++)
        if (*entries->at[i])
            add_entry(r, paths, entries->at[i], entries->places[i]);
}

/* "my-first-story" → "My first story". */
static const char *
title_from_stem(struct arena *a, const char *stem)
{
    char *title = arena_str(a, stem);
    for (char *p = title; *p; p++)
        if (*p == '-' || *p == '_')
            *p = ' ';
    if (*title >= 'a' && *title <= 'z')
        *title = (char)(*title - 'a' + 'A');
    return str_nfc(a, str_fold_space(a, title));
}

/* The stem of the file; of an index.md, the name of its folder. */
static const char *
stem_of(struct arena *a, const char *path)
{
    const char *stem = path_stem(a, path), *dir = path_dir(a, path);
    if (str_eq_nocase(stem, "index") && !str_eq(dir, "."))
        return path_base(dir);
    return stem;
}

static void
set_fallbacks(struct reader *r, struct doc_article *article)
{
    struct arena *a = r->book->arena;
    const char *stem = stem_of(a, article->path);
    if (!article->title)
        article->title = title_from_stem(a, stem);
    if (!article->slug) {
        article->slug = str_slug(a, stem);
        article->slug_at = (struct place){article->at.file, 0, 0};
    }
    if (!*article->slug) {
        char uuid[37];
        hash_uuid(stem, uuid);
        article->slug = arena_printf(a, "article-%.8s", uuid);
    }
}

/* Whether the article stays out of this run; then links to it can be told
 * why. */
static bool
is_held_back(const struct reader *r, const struct doc_article *article)
{
    struct doc_book *book = r->book;
    struct date day = article->published;
    const char *why = article->draft ? "a draft" : NULL;
    if (r->options->drafts || r->manifest->drafts)
        return false;
    if (!why && day.year && date_compare(day, clock_date(r->options->now)) > 0)
        why = arena_printf(book->arena, "dated %04d-%02d-%02d", day.year,
                           day.month, day.day);
    if (!why)
        return false;
    if (!book->left_out)
        book->left_out = map_new(book->arena);
    map_set(book->left_out, arena_str(book->arena, article->path),
            (void *)(uintptr_t)why);
    if (article->slug)
        map_set(book->left_out, arena_str(book->arena, article->slug),
                (void *)(uintptr_t)why);
    return true;
}

/* What the front matter and the text make of an ARTICLE node. False where it
 * does not belong in the book. */
static bool
fill_article(struct reader *r, struct doc_node *node, const char *text,
             size_t n)
{
    struct doc_article *article = node->article;
    const char *file = article->at.file;
    const char *dir = path_dir(r->scratch, article->path);
    struct place image_at = {file, 0, 0};
    struct read_source s;
    read_source_init(&s, r->scratch, file, text, n, 1);
    size_t body = read_front(r, &s, article, &image_at);
    if (body == SIZE_MAX || is_held_back(r, article))
        return false;
    if (r->options->parallel && !article->lang)
        article->lang = arena_str(r->book->arena, r->manifest->languages.at[0]);
    node->lang = article->lang;
    if (r->front_alone) {
        set_fallbacks(r, article);
        return true;
    }
    read_consent_check(r, article);
    uint32_t first = read_source_place_at(&s, body).line;
    read_source_init(&s, r->scratch, file, text + body, n - body, first);
    if (!read_guard(r, &s))
        return false;
    read_markdown(r, node, &s, dir);
    read_headings(r, node);
    read_shape(r, node);
    read_tables(r, node);
    if (article->image.src)
        read_image(r, &article->image, dir, true, image_at);
    set_fallbacks(r, article);
    if (!node->first) {
        diag_at(r->diag, article->at, DIAG_ARTICLE_EMPTY,
                "the article has no text");
        return false;
    }
    read_listed(r, node);
    read_check_texts(r, node, image_at);
    return true;
}

static bool
is_in_folder(struct reader *r, const char *path)
{
    struct arena *a = r->scratch;
    const char *dir = *r->manifest->dir ? r->manifest->dir : ".";
    const char *root = file_real_path(a, dir);
    const char *real = file_real_path(a, path);
    size_t n = root ? strlen(root) : 0;
    return !real || !n ||
           (strncmp(root, real, n) == 0 &&
            (real[n] == '/' || root[n - 1] == '/'));
}

/* The article of a path, or NULL. */
static struct doc_node *
read_article(struct reader *r, const char *path)
{
    struct arena *a = r->book->arena;
    const char *file = shown_path(a, r->manifest->dir, path);
    struct place at = {file, 1, 1};
    size_t n = 0;
    if (!is_in_folder(r, file)) {
        diag_at(r->diag, (struct place){file, 0, 0}, DIAG_FILE_OUTSIDE,
                "the file is outside the publication's folder");
        diag_hint(r->diag, "copy it into the folder");
        return NULL;
    }
    const char *text = read_source_load(r, file, file, &n);
    if (!text)
        return NULL;
    struct doc_node *node = doc_node_new(r->book, DOC_ARTICLE, at);
    node->article->path = arena_str(a, path);
    node->article->at = (struct place){file, 0, 0};
    return fill_article(r, node, text, n) ? node : NULL;
}

/* What has a slug for itself: the articles of a language, since addresses and
 * names of files have the language in them. */
static const char *
key_of_slug(struct reader *r, const struct doc_article *article)
{
    const struct conf_strings *languages = &r->manifest->languages;
    const char *slug = str_casefold(r->scratch, article->slug);
    if (languages->n < 2)
        return slug;
    const char *lang = conf_language_among(
        languages, article->lang ? article->lang : languages->at[0]);
    return arena_printf(r->scratch, "%s\n%s", slug,
                        lang ? lang : languages->at[0]);
}

static void
check_slugs(struct reader *r, struct doc_node **articles, size_t n)
{
    struct map *slugs = map_new(r->scratch);
    for (size_t i = 0; i < n; i++) {
        struct doc_article *article = articles[i]->article;
        const char *key = key_of_slug(r, article);
        const struct doc_article *first = map_get(slugs, key);
        if (!first) {
            map_set(slugs, key, article);
            continue;
        }
        diag_at(r->diag, article->slug_at, DIAG_SLUG_DUPLICATE,
                "the slug “%s” is that of %s too", article->slug,
                first->at.file);
        diag_hint(r->diag, "give one of the two another “slug”");
    }
}

static struct doc_names
copy_names(struct arena *a, const struct conf_strings *from)
{
    struct doc_names names = {ARENA_ARRAY(a, const char *, from->n), from->n};
    for (size_t i = 0; i < from->n; i++)
        names.at[i] = arena_str(a, from->at[i]);
    return names;
}

static void
set_lists(struct doc_book *book, const struct conf_manifest *m)
{
    const struct conf_strings *lists = &m->lists;
    struct doc_lists *to = &book->lists;
    to->contents = m->contents;
    to->outline = m->outline;
    to->tags = m->index == CONF_INDEX_TAGS;
    to->tags_at = m->index_at;
    for (size_t i = 0; i < lists->n; i++) {
        bool tables = str_eq(lists->at[i], "tables");
        *(tables ? &to->tables : &to->figures) = true;
        *(tables ? &to->tables_at : &to->figures_at) = lists->places[i];
    }
    for (size_t i = 0; i < m->numbers.n; i++) {
        bool tables = str_eq(m->numbers.at[i], "tables");
        *(tables ? &to->table_numbers : &to->figure_numbers) = true;
        *(tables ? &to->table_numbers_at : &to->figure_numbers_at) =
            m->numbers.places[i];
    }
}

static void
set_metadata(struct reader *r)
{
    struct doc_book *book = r->book;
    struct arena *a = book->arena;
    const struct conf_manifest *m = r->manifest;
    book->title = arena_str(a, m->title);
    book->subtitle = arena_str(a, m->subtitle);
    book->description = arena_str(a, m->description);
    book->lang = arena_str(a, m->language ? m->language : "en");
    book->publisher = arena_str(a, m->publisher);
    book->identifier = arena_str(a, m->identifier);
    book->rights = arena_str(a, m->rights);
    book->contact = arena_str(a, m->contact);
    book->series = arena_str(a, m->series.title);
    book->volume = arena_str(a, m->series.number);
    book->site = arena_str(a, m->site);
    book->authors = copy_names(a, &m->authors);
    book->published = m->published;
    book->modified = r->options->now;
    book->catalog = r->options->catalog;
    book->parallel = r->options->parallel;
    book->parts = m->parts != NULL;
    set_lists(book, m);
    for (size_t i = 0; m->part_titles && i < map_count(m->part_titles); i++) {
        const struct map_entry *e = map_at(m->part_titles, i);
        map_set(book->part_titles, arena_str(a, e->key),
                arena_str(a, e->value));
    }
}

/* The language of all articles, or NULL where they differ. */
static const char *
common_lang(const struct doc_book *book)
{
    const char *lang = NULL;
    doc_each_child (n, book->root) {
        if (!n->article->lang || (lang && !str_eq(lang, n->article->lang)))
            return NULL;
        lang = n->article->lang;
    }
    return lang;
}

/* What the manifest disclaims, in the article's language. Where it does not say
 * it in that, it is in one of another, and the article knows which. */
static void
set_disclaimer(struct reader *r, const struct doc_node *node)
{
    struct arena *a = r->book->arena;
    struct doc_article *article = node->article;
    const struct conf_manifest *m = r->manifest;
    const char *lang = article->lang ? article->lang : r->book->lang;
    const struct conf_text *t =
        conf_text_for(&m->texts.disclaimer, lang, m->languages.at[0]);
    if (!t)
        return;
    const char *own = t->lang ? t->lang : m->languages.at[0];
    article->disclaimer = arena_str(a, t->text);
    if (conf_same_language(own, lang))
        return;
    article->disclaimer_lang = arena_str(a, own);
    if (!t->lang)
        return;
    diag_at(r->diag, m->texts.disclaimer.at[0].at, DIAG_LANGUAGE_MISSING,
            "“disclaimer” has no text in “%s”; there it is said as in “%s”",
            lang, own);
    diag_hint(r->diag, "add: %s: …", lang);
}

/* The article's metadata become the book's. */
static void
speak_for(struct doc_book *book, const struct doc_article *article)
{
    book->single = true;
    book->title = article->title;
    book->subtitle = article->subtitle;
    book->description = article->excerpt;
    if (article->authors.n)
        book->authors = article->authors;
    book->subjects = article->tags;
    book->published = article->published;
    book->lang = article->lang ? article->lang : book->lang;
}

/* Without a manifest's title, one article speaks for the book; of several,
 * the folder's name does. */
static void
set_own_title(struct reader *r)
{
    struct doc_book *book = r->book;
    struct arena *a = book->arena;
    const struct doc_node *only = book->root->first;
    if (only && (!only->next || book->parallel)) {
        speak_for(book, only->article);
        if (only->next)
            book->title = arena_printf(a, "%s · %s", book->title,
                                       only->next->article->title);
        book->handout = r->manifest->file != NULL;
        for (const struct doc_node *n = only; book->handout && n; n = n->next)
            set_disclaimer(r, n);
    } else {
        const char *dir = *r->manifest->dir ? r->manifest->dir : ".";
        const char *real = file_real_path(r->scratch, dir);
        book->title = title_from_stem(a, path_base(real ? real : dir));
        if (!*book->title)
            book->title = "Articles";
        const char *lang = common_lang(book);
        book->lang = lang ? lang : book->lang;
    }
}

/* What the book is about is what its articles are about: their tags, each
 * once, in the order of first use. */
static void
set_subjects(struct doc_book *book)
{
    struct map *seen = map_new(book->arena);
    VEC(const char *) tags = {0};
    doc_each_child (article, book->root) {
        const struct doc_names *own = &article->article->tags;
        for (size_t i = 0; i < own->n; i++) {
            if (map_get(seen, own->at[i]))
                continue;
            map_set(seen, own->at[i], article);
            *vec_add(book->arena, &tags) = own->at[i];
        }
    }
    book->subjects = (struct doc_names){tags.at, tags.n};
}

/* Puts the articles into the book. */
static void
read_articles(struct reader *r)
{
    struct arena *own = arena_new();
    struct paths paths = {.arena = own, .seen = map_new(own)};
    VEC(struct doc_node *) articles = {0};
    list_paths(r, &paths);
    size_t errors = diag_count(r->diag, DIAG_ERROR);
    for (size_t i = 0; i < paths.at.n; i++) {
        struct doc_node *article = read_article(r, paths.at.at[i]);
        if (article)
            *vec_add(own, &articles) = article;
        arena_reset(r->scratch);
    }
    read_order(r, articles.at, articles.n);
    for (size_t i = 0; i < articles.n; i++)
        doc_append(r->book->root, articles.at[i]);
    check_slugs(r, articles.at, articles.n);
    if (!articles.n && diag_count(r->diag, DIAG_ERROR) == errors)
        read_report_none(r, paths.at.n);
    arena_free(own);
}

static struct doc_entry *
entry_of(struct arena *a, const struct doc_article *article)
{
    struct doc_entry *e = ARENA_NEW(a, struct doc_entry);
    *e = (struct doc_entry){.path = arena_str(a, article->path),
                            .slug = arena_str(a, article->slug),
                            .title = arena_str(a, article->title),
                            .lang = arena_str(a, article->lang),
                            .translation_of =
                                arena_str(a, article->translation_of),
                            .at = article->at};
    if (article->translation_of)
        e->at = article->translation_at;
    e->at.file = e->file = arena_str(a, e->at.file);
    e->original = e;
    e->name = e->slug;
    return e;
}

struct doc_catalog *
read_catalog(struct arena *a, const struct conf_manifest *manifest,
             const struct read_options *options, struct diag *d)
{
    struct doc_catalog *c = ARENA_NEW(a, struct doc_catalog);
    struct reader r = {.book = doc_new(),
                       .manifest = manifest,
                       .options = options,
                       .diag = d,
                       .scratch = arena_new(),
                       .front_alone = true};
    c->arena = a;
    c->by_path = map_new(a);
    read_articles(&r);
    doc_each_child (n, r.book->root) {
        struct doc_entry *e = entry_of(a, n->article);
        const char *path = path_clean(a, e->path);
        *vec_add(a, &c->at) = e;
        map_set(c->by_path, path ? path : e->path, e);
    }
    arena_free(r.scratch);
    doc_free(r.book);
    return c;
}

/* Articles beside each other have a class, and speak of their part, publisher
 * and contact each in its language. */
static void
set_parallel(struct reader *r)
{
    struct arena *a = r->book->arena;
    const struct conf_manifest *m = r->manifest;
    doc_each_child (n, r->book->root) {
        struct doc_article *article = n->article;
        doc_add_class(r->book, n,
                      r->book->parallel == DOC_PARALLEL_PAGES
                          ? "parallel-pages"
                          : "parallel-columns");
        const char *lang =
            article->lang ? conf_language_among(&m->languages, article->lang)
                          : NULL;
        if (!lang)
            continue;
        const struct conf_manifest *own = conf_manifest_in(a, m, lang);
        article->publisher = arena_str(a, own->publisher);
        article->contact = arena_str(a, own->contact);
        if (article->category)
            article->category_title =
                arena_str(a, map_get(own->part_titles, article->category));
    }
}

struct doc_book *
read_book(const struct conf_manifest *manifest,
          const struct read_options *options, struct diag *d)
{
    struct doc_book *book = doc_new();
    struct reader r = {.book = book,
                       .manifest = manifest,
                       .options = options,
                       .diag = d,
                       .scratch = arena_new()};
    read_html_init();
    set_metadata(&r);
    r.images = read_images_new(&r);
    read_articles(&r);
    if (book->parallel)
        set_parallel(&r);
    if (manifest->cover)
        book->cover = read_asset(&r, manifest->cover, ".", manifest->cover_at);
    if (manifest->logo)
        book->logo = read_asset(&r, manifest->logo, ".", manifest->logo_at);
    if (book->logo)
        book->logo->tinted = book->logo->kind == DOC_SVG;
    if ((!manifest->file || options->single) && book->root->first)
        set_own_title(&r);
    book->rtl = manifest->direction == CONF_RTL ||
                (manifest->direction == CONF_DIRECTION_AUTO &&
                 doc_lang_is_rtl(book->lang));
    if (!book->subjects.n)
        set_subjects(book);
    if (!book->identifier && book->title)
        book->identifier =
            conf_identifier(book->arena, book->publisher, book->title);
    arena_free(r.scratch);
    return book;
}
