/* SPDX-License-Identifier: MIT */
/* The plan: which files there are, what they are called, how they link. */
#include "epub/epub_int.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of a name before its extension. */
enum { STEM_LIMIT = 60 };

/* Names that one operating system or another keeps for devices. */
static bool
is_device(const char *stem)
{
    static const char *const names[] = {"con", "prn", "aux", "nul"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(stem, names[i]) == 0)
            return true;
    return strlen(stem) == 4 &&
           (str_starts(stem, "com") || str_starts(stem, "lpt"));
}

const char *
epub_name(struct epub *e, const char *folder, const char *stem,
          const char *otherwise, const char *ext)
{
    char *slug = str_slug(e->arena, stem ? stem : "");
    if (strlen(slug) > STEM_LIMIT)
        slug[STEM_LIMIT] = '\0';
    size_t n = strlen(slug);
    while (n && slug[n - 1] == '-')
        slug[--n] = '\0';
    const char *base = n ? slug : otherwise;
    if (is_device(base))
        base = arena_printf(e->arena, "%s-%s", otherwise, base);
    char *name = arena_printf(e->arena, "%s%s.%s", folder, base, ext);
    for (int i = 2; map_get(e->taken, name); i++)
        name = arena_printf(e->arena, "%s%s-%d.%s", folder, base, i, ext);
    map_set(e->taken, name, e);
    return name;
}

/* The name of a kind's file, and of a page without a title. */
struct page_kind {
    enum doc_kind kind;
    const char *stem;
    enum doc_word word;
};

static const struct page_kind page_kinds[] = {
    {DOC_COVER, "cover", DOC_WORD_COVER},
    {DOC_TITLE_PAGE, "title-page", DOC_WORD_TITLE_PAGE},
    {DOC_IMPRINT, "imprint", DOC_WORD_IMPRINT},
    {DOC_CONTENTS, "nav", DOC_WORD_CONTENTS},
    {DOC_FIGURE_LIST, "figures", DOC_WORD_FIGURES},
    {DOC_TABLE_LIST, "tables", DOC_WORD_TABLES},
    {DOC_PART_OPENING, "part", DOC_WORD_PART},
    {DOC_SOURCES, "sources", DOC_WORD_SOURCES},
    {DOC_INDEX, "index", DOC_WORD_INDEX},
    {DOC_COLOPHON, "colophon", DOC_WORD_COLOPHON},
};

static const struct page_kind *
page_kind_of(const struct doc_node *division)
{
    for (size_t i = 0; i < sizeof page_kinds / sizeof *page_kinds; i++)
        if (page_kinds[i].kind == division->kind)
            return &page_kinds[i];
    return NULL;
}

static const char *
title_of_page(const struct epub *e, const struct doc_node *division)
{
    const struct doc_node *title = doc_title_of(division);
    const struct page_kind *kind = page_kind_of(division);
    const char *text = title ? doc_text(e->arena, title) : NULL;
    if (division->kind == DOC_COVER || !epub_has_text(text))
        text = kind ? doc_word(doc_lang(e->book, division), kind->word)
                    : (division->kind == DOC_ARTICLE ? division->article->title
                                                     : NULL);
    return str_fold_space(e->arena, epub_has_text(text) ? text : e->title);
}

/* Openings of parts are known by their ids, articles by their slugs. */
static const char *
stem_of(const struct doc_node *division, const struct page_kind *kind)
{
    if (!kind)
        return division->article->slug;
    return division->kind == DOC_PART_OPENING && division->id ? division->id
                                                              : kind->stem;
}

static void
add_file(struct epub *e, const struct doc_node *division)
{
    const struct page_kind *kind = page_kind_of(division);
    struct epub_file f = {.division = division};
    if (division->kind == DOC_CONTENTS && e->nav_file == SIZE_MAX) {
        e->nav_file = e->files.n;
        f.name = "nav.xhtml";
        f.item = "nav";
    } else {
        f.name = epub_name(e, "", stem_of(division, kind), "text", "xhtml");
        f.item = arena_printf(e->arena, "text-%.*s",
                              (int)(strlen(f.name) - strlen(".xhtml")), f.name);
    }
    f.title = title_of_page(e, division);
    f.lang = epub_lang(e->arena, doc_lang(e->book, division));
    *vec_add(e->arena, &e->files) = f;
}

bool
epub_in_nav(const struct epub *e, const struct doc_node *division)
{
    return e->nav_file != SIZE_MAX && (division->kind == DOC_FIGURE_LIST ||
                                       division->kind == DOC_TABLE_LIST);
}

static bool
is_written(const struct epub *e, const struct doc_node *division)
{
    if (doc_vocab[division->kind].model != DOC_IS_DIVISION ||
        division->kind == DOC_PART)
        return false;
    return division->kind != DOC_COVER || e->cover;
}

/* A cover picture always has its page. */
static void
add_cover_page(struct epub *e)
{
    for (const struct doc_node *n = e->book->root; n;
         n = doc_next(n, e->book->root))
        if (n->kind == DOC_COVER)
            return;
    struct epub_file f = {.name = epub_name(e, "", "cover", "cover", "xhtml"),
                          .item = "text-cover",
                          .title = doc_word(e->lang, DOC_WORD_COVER),
                          .lang = e->lang};
    *vec_add(e->arena, &e->files) = f;
}

static int
compare_divisions(const void *a, const void *b)
{
    const struct epub_file *const *f = a, *const *g = b;
    uintptr_t x = (uintptr_t)(*f)->division, y = (uintptr_t)(*g)->division;
    return (x > y) - (x < y);
}

static void
plan_files(struct epub *e)
{
    const struct doc_node *root = e->book->root;
    if (e->cover)
        add_cover_page(e);
    for (const struct doc_node *n = root; n;)
        if (epub_in_nav(e, n)) {
            *vec_add(e->arena, &e->lists) = (struct epub_list){.division = n};
            n = doc_next_skip(n, root);
        } else if (is_written(e, n)) {
            add_file(e, n);
            n = doc_next_skip(n, root);
        } else {
            n = n == root || n->kind == DOC_PART ? doc_next(n, root)
                                                 : doc_next_skip(n, root);
        }
    e->by_division =
        ARENA_ARRAY(e->arena, const struct epub_file *, e->files.n + 1);
    for (size_t i = 0; i < e->files.n; i++)
        e->by_division[i] = &e->files.at[i];
    qsort(e->by_division, e->files.n, sizeof *e->by_division,
          compare_divisions);
}

const struct epub_file *
epub_file_of(const struct epub *e, const struct doc_node *node)
{
    while (node && doc_vocab[node->kind].model != DOC_IS_DIVISION)
        node = node->parent;
    /* A part has no file of its own: it begins with its first one. */
    while (node && node->kind == DOC_PART)
        node = node->first;
    if (node && epub_in_nav(e, node))
        return &e->files.at[e->nav_file];
    struct epub_file key = {.division = node};
    const struct epub_file *at = &key, **found = NULL;
    if (node)
        found = bsearch(&at, e->by_division, e->files.n, sizeof *e->by_division,
                        compare_divisions);
    return found ? *found : NULL;
}

/* Whether the page is made from the tree node by node, so that ids of nodes
 * below the division are in it. */
static bool
keeps_ids(const struct epub_file *file)
{
    return file->division->kind != DOC_COVER &&
           strcmp(file->name, "nav.xhtml") != 0;
}

const char *
epub_href_to(const struct epub *e, const struct epub_file *from,
             const struct doc_node *node)
{
    const struct epub_file *to = epub_file_of(e, node);
    if (!to)
        return NULL;
    while (node &&
           (!node->id || !doc_vocab[node->kind].element ||
            node->kind == DOC_LEADER) &&
           doc_vocab[node->kind].model != DOC_IS_DIVISION)
        node = node->parent;
    bool start = !node || !keeps_ids(to) ||
                 doc_vocab[node->kind].model == DOC_IS_DIVISION;
    if (start && !(node && node->id && epub_in_nav(e, node)))
        return to->name;
    return arena_printf(e->arena, "%s#%s", to == from ? "" : to->name,
                        node->id);
}

static const char *
image_extension(enum doc_asset_kind kind)
{
    static const char *const names[] = {
        [DOC_JPEG] = "jpg", [DOC_PNG] = "png", [DOC_SVG] = "svg"};
    return names[kind];
}

/* Only what the text shows is shipped. */
static void
plan_images(struct epub *e)
{
    if (e->cover)
        e->cover_name = epub_name(e, "images/", "cover", "cover", "jpg");
    for (size_t i = 0; i < e->files.n; i++) {
        const struct doc_node *root = e->files.at[i].division;
        if (!root || !keeps_ids(&e->files.at[i]))
            continue;
        for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
            const struct doc_asset *asset =
                n->kind == DOC_IMAGE ? n->image->asset : NULL;
            if (!asset || map_get(e->images_by_asset, asset->name))
                continue;
            struct epub_image *image = ARENA_NEW(e->arena, struct epub_image);
            image->asset = asset;
            image->name =
                epub_name(e, "images/", path_stem(e->arena, asset->name),
                          "image", image_extension(asset->kind));
            *vec_add(e->arena, &e->images) = image;
            map_set(e->images_by_asset, asset->name, image);
        }
    }
}

/* An identifier that says it is a UUID must be one. */
static const char *
checked_identifier(struct arena *a, const char *identifier)
{
    static const char urn[] = "urn:uuid:";
    const char *text = str_fold_space(a, identifier);
    if (strncasecmp(text, urn, sizeof urn - 1) != 0)
        return text;
    const char *uuid = text + sizeof urn - 1;
    size_t n = strspn(uuid, "0123456789abcdefABCDEF-");
    bool fine = n == 36 && !uuid[n];
    for (size_t i = 0; fine && i < n; i++)
        fine = (uuid[i] == '-') == (i == 8 || i == 13 || i == 18 || i == 23);
    return fine ? text : uuid;
}

static const char *
identifier_of(struct epub *e)
{
    const struct doc_book *book = e->book;
    const char *given = epub_has_text(book->identifier)
                            ? checked_identifier(e->arena, book->identifier)
                            : NULL;
    if (epub_has_text(given))
        return given;
    char uuid[37];
    hash_uuid(arena_printf(e->arena, "%s/%s",
                           book->publisher ? book->publisher : "", e->title),
              uuid);
    return arena_printf(e->arena, "urn:uuid:%s", uuid);
}

/* The book's title; that of its first article where it has none. */
static const char *
title_of_book(struct epub *e)
{
    const struct doc_node *root = e->book->root;
    if (epub_has_text(e->book->title))
        return str_fold_space(e->arena, e->book->title);
    for (const struct doc_node *n = root; n; n = doc_next(n, root))
        if (n->kind == DOC_ARTICLE && epub_has_text(n->article->title))
            return str_fold_space(e->arena, n->article->title);
    return "Untitled";
}

void
epub_plan(struct epub *e, struct arena *a, const struct doc_book *book,
          const struct epub_options *o)
{
    *e = (struct epub){.arena = a, .book = book, .options = o};
    e->nav_file = SIZE_MAX;
    e->taken = map_new(a);
    e->images_by_asset = map_new(a);
    map_set(e->taken, "nav.xhtml", e);
    e->title = title_of_book(e);
    e->identifier = identifier_of(e);
    e->lang = epub_lang(a, book->lang);
    e->cover = o->cover_jpeg && o->cover_bytes;
    plan_files(e);
    plan_images(e);
    epub_gather_facts(e);
    epub_plan_entries(e);
    epub_plan_pages(e);
}
