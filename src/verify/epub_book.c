/* SPDX-License-Identifier: MIT */
/* From a container's bytes to its manifest and spine. */
#include "verify/epub_book.h"

#include <string.h>

bool
epub_has(const char *list, const char *word)
{
    return list && str_has_word(list, word);
}

struct xml_document *
epub_book_xml(struct epub_book *b, struct arena *a,
              const struct epub_entry *entry, enum epub_reading *why)
{
    struct xml_document *doc = NULL;
    struct buf bytes;
    buf_init(&bytes, EPUB_XML_LIMIT);
    enum epub_reading status =
        entry ? epub_zip_read(&b->zip, entry, &bytes) : EPUB_READ_MISSING;
    if (status == EPUB_READ_OK || status == EPUB_READ_CHECKSUM)
        doc = xml_read(a, bytes.at, bytes.n, b->version == 2);
    buf_free(&bytes);
    if (why)
        *why = status;
    return doc;
}

/* The length of a URL's scheme with its colon; 0 where it has none. */
static size_t
scheme_length(const char *url)
{
    size_t n = 0;
    if (!str_is_letter(url[0]))
        return 0;
    while (str_is_letter(url[n]) || str_is_digit(url[n]) ||
           (url[n] && strchr("+-.", url[n])))
        n++;
    return url[n] == ':' ? n + 1 : 0;
}

static struct epub_target
elsewhere(const char *url, size_t scheme)
{
    static const char *const remote[] = {"http:", "https:", "ftp:"};
    struct epub_target t = {.kind = EPUB_TARGET_OTHER};
    for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
        if (scheme == strlen(remote[i]) &&
            strncasecmp(url, remote[i], scheme) == 0)
            t.kind = strncmp(url + scheme, "//", 2) == 0 && url[scheme + 2]
                         ? EPUB_TARGET_REMOTE
                         : EPUB_TARGET_BAD;
    if (scheme == 5 && strncasecmp(url, "data:", 5) == 0)
        t.kind = EPUB_TARGET_DATA;
    if (scheme == 5 && strncasecmp(url, "file:", 5) == 0)
        t.kind = EPUB_TARGET_ABSOLUTE;
    return t;
}

struct epub_target
epub_resolve(struct arena *a, const char *from, const char *given)
{
    const char *url = str_trim(a, given);
    size_t scheme = scheme_length(url);
    if (scheme)
        return elsewhere(url, scheme);
    if (strncmp(url, "//", 2) == 0)
        return (struct epub_target){.kind = url[2] ? EPUB_TARGET_REMOTE
                                                   : EPUB_TARGET_BAD};
    struct epub_target t = {.kind = EPUB_TARGET_FILE};
    size_t path = strcspn(url, "?#");
    const char *hash = strchr(url, '#');
    t.query = url[path] == '?';
    if (hash)
        t.fragment = str_decode_url(a, hash + 1, strlen(hash + 1));
    if (url[0] == '/') {
        t.kind = EPUB_TARGET_ABSOLUTE;
        return t;
    }
    if (!path) {
        t.path = from;
        return t;
    }
    const char *decoded = str_decode_url(a, url, path);
    t.path = path_clean(a, path_join(a, path_dir(a, from), decoded));
    if (t.path && str_ends(decoded, "/"))
        t.path = arena_printf(a, "%s/", t.path);
    if (!t.path)
        t.kind = EPUB_TARGET_ABOVE;
    return t;
}

static const char *
or_empty(const char *s)
{
    return s ? s : "";
}

/* Where the package document is: the first rootfile of its type. */
static void
find_package(struct epub_book *b)
{
    enum epub_reading why;
    b->container = epub_book_xml(
        b, b->arena, epub_zip_find(&b->zip, "META-INF/container.xml"), &why);
    struct xml_node *root = b->container ? b->container->root : NULL;
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        const char *path = xml_value(n, "full-path");
        if (xml_is(n, XML_NS_CONTAINER, "rootfile") && path &&
            str_eq(xml_value(n, "media-type"),
                   "application/oebps-package+xml")) {
            b->package_path = str_decode_url(b->arena, path, strlen(path));
            break;
        }
    }
    if (!b->package_path)
        return;
    const char *dir = path_dir(b->arena, b->package_path);
    b->folder = strcmp(dir, ".") == 0 ? "" : dir;
    b->package = epub_book_xml(b, b->arena,
                               epub_zip_find(&b->zip, b->package_path), &why);
}

static void
read_item(struct epub_book *b, struct epub_item *item, const struct xml_node *n)
{
    *item =
        (struct epub_item){.id = or_empty(xml_value(n, "id")),
                           .href = or_empty(xml_value(n, "href")),
                           .media_type = or_empty(xml_value(n, "media-type")),
                           .properties = xml_value(n, "properties"),
                           .fallback = xml_value(n, "fallback"),
                           .overlay = xml_value(n, "media-overlay"),
                           .node = n};
    struct epub_target t = epub_resolve(b->arena, b->package_path, item->href);
    item->id = str_trim(b->arena, item->id);
    item->remote = t.kind == EPUB_TARGET_REMOTE;
    item->path = t.kind == EPUB_TARGET_FILE && *item->href ? t.path : NULL;
    item->entry = item->path ? epub_zip_find(&b->zip, item->path) : NULL;
    item->is_nav = epub_has(item->properties, "nav");
    item->is_ncx = str_eq(item->media_type, "application/x-dtbncx+xml");
}

static void
read_manifest(struct epub_book *b, const struct xml_node *manifest)
{
    VEC(struct epub_item) items = {0};
    for (struct xml_node *n = xml_first_element(manifest); n;
         n = xml_next_element(n))
        if (xml_is(n, XML_NS_OPF, "item"))
            read_item(b, vec_add(b->arena, &items), n);
    b->items = items.at;
    b->item_count = items.n;
    for (size_t i = 0; i < items.n; i++) {
        struct epub_item *item = &items.at[i];
        if (*item->id && !map_get(b->by_id, item->id))
            map_set(b->by_id, item->id, item);
        if (item->path && !map_get(b->by_path, item->path))
            map_set(b->by_path, item->path, item);
    }
}

static void
read_spine(struct epub_book *b, const struct xml_node *spine)
{
    VEC(struct epub_item *) list = {0};
    for (struct xml_node *n = xml_first_element(spine); n;
         n = xml_next_element(n)) {
        const char *id = xml_value(n, "idref");
        struct epub_item *item = id && xml_is(n, XML_NS_OPF, "itemref")
                                     ? map_get(b->by_id, str_trim(b->arena, id))
                                     : NULL;
        if (!item)
            continue;
        item->in_spine = true;
        item->linear = !str_eq(xml_value(n, "linear"), "no");
        item->spine_index = list.n;
        *vec_add(b->arena, &list) = item;
    }
    b->spine = list.at;
    b->spine_count = list.n;
}

bool
epub_book_open(struct epub_book *b, struct arena *a, const char *bytes,
               size_t n)
{
    *b = (struct epub_book){.arena = a, .folder = "", .by_id = map_new(a)};
    b->by_path = map_new(a);
    if (!epub_zip_open(&b->zip, a, bytes, n))
        return false;
    find_package(b);
    struct xml_node *root = b->package ? b->package->root : NULL;
    const char *version = root ? xml_value(root, "version") : NULL;
    b->version = !version                   ? 0
                 : str_starts(version, "3") ? 3
                 : str_starts(version, "2") ? 2
                                            : 0;
    for (struct xml_node *n1 = root ? xml_first_element(root) : NULL; n1;
         n1 = xml_next_element(n1))
        if (xml_is(n1, XML_NS_OPF, "manifest") && !b->items)
            read_manifest(b, n1);
    for (struct xml_node *n1 = root ? xml_first_element(root) : NULL; n1;
         n1 = xml_next_element(n1))
        if (xml_is(n1, XML_NS_OPF, "spine") && !b->spine)
            read_spine(b, n1);
    return true;
}
