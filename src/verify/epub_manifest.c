/* SPDX-License-Identifier: MIT */
/* Manifest, spine, guide: what they list is there, once, and of a type that
 * its place allows (EPUB 3.3, 5.6, 5.7, 3.5.1, D.6, D.7). */
#include <string.h>

#include "verify/epub_int.h"

enum { FALLBACKS_MOST = 64 };

/* Properties of an item, and the media types they are for. */
static const struct {
    const char *name, *types;
} item_properties[] = {
    {"cover-image", "image/"},
    {"mathml", "application/xhtml+xml image/svg+xml"},
    {"nav", "application/xhtml+xml"},
    {"remote-resources", NULL},
    {"scripted", "application/xhtml+xml image/svg+xml"},
    {"svg", "application/xhtml+xml"},
    {"switch", "application/xhtml+xml"},
    {"data-nav", "application/xhtml+xml"},
    {"dictionary", NULL},
    {"glossary", NULL},
    {"index", NULL},
    {"search-key-map", NULL},
};

static const char itemref_properties[] =
    "page-spread-left page-spread-right rendition:page-spread-center "
    "rendition:page-spread-left rendition:page-spread-right "
    "rendition:align-x-center "
    "rendition:flow-auto rendition:flow-paginated "
    "rendition:flow-scrolled-continuous rendition:flow-scrolled-doc "
    "rendition:layout-pre-paginated rendition:layout-reflowable "
    "rendition:orientation-auto rendition:orientation-landscape "
    "rendition:orientation-portrait rendition:spread-auto "
    "rendition:spread-both rendition:spread-landscape "
    "rendition:spread-none rendition:spread-portrait";

static const char known_prefixes[] =
    "a11y dcterms marc media msv onix prism rendition schema xsd";

static bool
is_known_prefix(struct epub_check *e, const char *word)
{
    const char *prefix = arena_strn(e->scratch, word, strcspn(word, ":"));
    return str_has_word(known_prefixes, prefix) || map_get(e->prefixes, prefix);
}

static void
check_item_property(struct epub_check *e, const struct epub_item *item,
                    const char *word)
{
    for (size_t i = 0; i < sizeof item_properties / sizeof *item_properties;
         i++) {
        const char *types = item_properties[i].types;
        if (strcmp(word, item_properties[i].name) != 0)
            continue;
        if (types && !epub_has(types, item->media_type) &&
            !(str_ends(types, "/") && str_starts(item->media_type, types)))
            epub_say_package(e, EPUB_PROPERTY, item->node,
                             "the property “%s” is not for %s", word,
                             item->media_type);
        return;
    }
    if (!strchr(word, ':'))
        epub_say_package(e, EPUB_PROPERTY, item->node,
                         "the property “%s” is not defined", word);
    else if (!is_known_prefix(e, word))
        epub_say_package(e, EPUB_PREFIX, item->node,
                         "the prefix of “%s” is not declared", word);
}

static void
check_item_href(struct epub_check *e, struct epub_item *item)
{
    if (!*item->href)
        return;
    struct epub_target t =
        epub_resolve(e->scratch, e->book.package_path, item->href);
    if (t.kind == EPUB_TARGET_ABOVE || t.kind == EPUB_TARGET_BAD)
        epub_say_package(e, EPUB_URL, item->node,
                         "“%s” leads to no file of the container", item->href);
    if (t.kind == EPUB_TARGET_ABSOLUTE)
        epub_say_package(
            e, str_starts(item->href, "file:") ? EPUB_FILE_URL : EPUB_URL,
            item->node, "“%s” is no relative path", item->href);
    if (t.kind == EPUB_TARGET_DATA)
        epub_say_package(e, EPUB_DATA_URL, item->node,
                         "an item can't be a data: URL");
    if (t.fragment || t.query)
        epub_say_package(e, EPUB_ITEM_HREF, item->node,
                         "“%s” is more than the path of a file", item->href);
    if (strpbrk(item->href, " \t\n"))
        epub_say_package(e, EPUB_ITEM_HREF, item->node,
                         "“%s” has spaces; write %%20", item->href);
    if (!item->path)
        return;
    if (strcmp(item->path, e->book.package_path) == 0)
        epub_say_package(e, EPUB_ITEM_SELF, item->node,
                         "the manifest lists the package document");
    else if (!item->entry)
        epub_say_package(e, EPUB_MISSING, item->node,
                         "“%s” is not in the container", item->path);
    if (str_starts(item->path, "META-INF/"))
        epub_say_package(e, EPUB_META_INF, item->node,
                         "“%s” may not be in META-INF", item->path);
    if (map_get(e->book.by_path, item->path) != item)
        epub_say_package(e, EPUB_ITEM_TWICE, item->node,
                         "“%s” is listed already", item->path);
}

/* A media type's form: two names with a slash between. */
static bool
is_media_type(const char *s)
{
    static const char name[] = "abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-^_";
    size_t n = strspn(s, name);
    return n && s[n] == '/' && strspn(s + n + 1, name) > 0;
}

static void
check_item(struct epub_check *e, struct epub_item *item)
{
    const char *p = item->properties ? item->properties : "";
    if (xml_value(item->node, "href") && !*item->href)
        epub_say_package(e, EPUB_ITEM_HREF, item->node, "href is empty");
    if (xml_value(item->node, "media-type") && !is_media_type(item->media_type))
        epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, item->node,
                         "“%s” is no media type", item->media_type);
    check_item_href(e, item);
    for (p += strspn(p, " \t\n"); *p && e->book.version == 3;) {
        size_t length = strcspn(p, " \t\n");
        check_item_property(e, item, arena_strn(e->scratch, p, length));
        p += length + strspn(p + length, " \t\n");
    }
    if (item->remote && e->book.version == 3 &&
        !(epub_core(item->media_type) &
          (EPUB_CORE_AUDIO | EPUB_CORE_FONT | EPUB_EXEMPT)) &&
        !str_starts(item->media_type, "audio/"))
        epub_say_package(e, EPUB_REMOTE, item->node,
                         "%s can't be a remote resource", item->media_type);
}

/* Follows the fallbacks of an item: to one that is not there, or round. */
static void
check_fallback(struct epub_check *e, const struct epub_item *item)
{
    const struct epub_item *at = item;
    for (int steps = 0; at && at->fallback; steps++) {
        const struct epub_item *next =
            map_get(e->book.by_id, str_trim(e->scratch, at->fallback));
        if (!next && at == item)
            epub_say_package(e, EPUB_FALLBACK, item->node,
                             "there is no item “%s” to fall back to",
                             item->fallback);
        if (next == item || steps > FALLBACKS_MOST) {
            epub_say_package(e, EPUB_FALLBACK, item->node,
                             "the fallbacks go in a circle");
            return;
        }
        at = next;
    }
}

bool
epub_falls_back(struct epub_check *e, const struct epub_item *item,
                unsigned kinds)
{
    for (int steps = 0; item && steps <= FALLBACKS_MOST; steps++) {
        if (epub_core(item->media_type) & kinds)
            return true;
        item = item->fallback ? map_get(e->book.by_id,
                                        str_trim(e->scratch, item->fallback))
                              : NULL;
    }
    return false;
}

static void
check_overlay_of(struct epub_check *e, const struct epub_item *item)
{
    const struct epub_item *overlay =
        item->overlay
            ? map_get(e->book.by_id, str_trim(e->scratch, item->overlay))
            : NULL;
    if (!item->overlay)
        return;
    if (!overlay || strcmp(overlay->media_type, "application/smil+xml") != 0)
        epub_say_package(e, EPUB_OVERLAY, item->node,
                         "media-overlay names no item of the type "
                         "application/smil+xml");
    if (!(epub_core(item->media_type) & EPUB_CORE_CONTENT))
        epub_say_package(e, EPUB_OVERLAY, item->node,
                         "only XHTML and SVG have a media-overlay");
    bool total = false, own = false;
    for (struct xml_node *n = e->metadata ? xml_first_element(e->metadata)
                                          : NULL;
         n; n = xml_next_element(n)) {
        const char *p = xml_value(n, "property"), *r = xml_value(n, "refines");
        if (!xml_is(n, XML_NS_OPF, "meta") || !p ||
            strcmp(str_trim(e->scratch, p), "media:duration") != 0)
            continue;
        total |= !r;
        own |= r && overlay && *r == '#' && strcmp(r + 1, overlay->id) == 0;
    }
    if (!total || !own)
        epub_say_package(e, EPUB_OVERLAY, item->node,
                         "media:duration of %s is not said",
                         total ? "the overlay" : "the publication");
}

/* What the manifest must have once. */
static void
check_special(struct epub_check *e, const struct xml_node *manifest)
{
    int navs = 0, covers = 0, data = 0;
    for (size_t i = 0; i < e->book.item_count; i++) {
        const struct epub_item *item = &e->book.items[i];
        navs += item->is_nav;
        covers += epub_has(item->properties, "cover-image");
        data += epub_has(item->properties, "data-nav");
    }
    if (navs != 1)
        epub_say_package(e, EPUB_NAV_ITEM, manifest,
                         "%d items have the property “nav”", navs);
    if (covers > 1)
        epub_say_package(e, EPUB_COVER_ITEM, manifest,
                         "%d items have the property “cover-image”", covers);
    if (data > 1)
        epub_say_package(e, EPUB_PROPERTY, manifest,
                         "%d items have the property “data-nav”", data);
}

/* Files that a link of the metadata leads to need not be in the manifest. */
static struct map *
linked_files(struct epub_check *e)
{
    struct map *linked = map_new(e->scratch);
    struct xml_node *root = e->book.package->root;
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        const char *href =
            xml_is(n, XML_NS_OPF, "link") ? xml_value(n, "href") : NULL;
        struct epub_target t = {0};
        if (href)
            t = epub_resolve(e->scratch, e->book.package_path, href);
        if (t.path)
            map_set(linked, t.path, n);
    }
    return linked;
}

/* Files of the container that nobody lists. */
static void
check_strays(struct epub_check *e)
{
    const struct epub_zip *z = &e->book.zip;
    struct map *linked = linked_files(e);
    for (size_t i = 0; i < z->count; i++) {
        const char *name = z->entries[i].name;
        if (!z->entries[i].is_dir && strcmp(name, "mimetype") != 0 &&
            !str_starts(name, "META-INF/") && !str_ends(name, ".opf") &&
            !map_get(e->book.by_path, name) && !map_get(linked, name))
            epub_say(e, EPUB_STRAY, name, 0, 0,
                     "the file is not in the manifest");
    }
}

static struct xml_node *
child_of_package(struct epub_check *e, const char *name)
{
    struct xml_node *n = xml_first_element(e->book.package->root);
    while (n && !xml_is(n, XML_NS_OPF, name))
        n = xml_next_element(n);
    return n;
}

void
epub_check_manifest(struct epub_check *e)
{
    struct xml_node *manifest = child_of_package(e, "manifest");
    if (!manifest)
        return;
    for (size_t i = 0; i < e->book.item_count; i++) {
        struct epub_item *item = &e->book.items[i];
        check_item(e, item);
        check_fallback(e, item);
        if (e->book.version == 3)
            check_overlay_of(e, item);
    }
    if (e->book.version == 3)
        check_special(e, manifest);
    check_strays(e);
    arena_reset(e->scratch);
}

bool
epub_is_fixed(const struct epub_check *e, const struct epub_item *item)
{
    const struct xml_node *spine = NULL;
    for (struct xml_node *n = xml_first_element(e->book.package->root); n;
         n = xml_next_element(n))
        spine = xml_is(n, XML_NS_OPF, "spine") ? n : spine;
    for (struct xml_node *n = spine ? xml_first_element(spine) : NULL; n;
         n = xml_next_element(n)) {
        const char *id = xml_value(n, "idref"), *p = xml_value(n, "properties");
        if (!id || strcmp(str_trim(e->scratch, id), item->id) != 0)
            continue;
        if (epub_has(p, "rendition:layout-pre-paginated"))
            return true;
        return e->fixed && !epub_has(p, "rendition:layout-reflowable");
    }
    return false;
}

static void
check_itemref_properties(struct epub_check *e, const struct xml_node *n,
                         const char *p)
{
    static const char *const groups[] = {"rendition:flow-", "rendition:layout-",
                                         "rendition:orientation-",
                                         "rendition:spread-", "page-spread-"};
    int count[5] = {0};
    for (p += strspn(p, " \t\n"); *p;) {
        size_t length = strcspn(p, " \t\n");
        const char *word = arena_strn(e->scratch, p, length);
        for (int g = 0; g < 5; g++)
            count[g] += str_starts(word, groups[g]) ||
                        (g == 4 && str_starts(word, "rendition:page-spread-"));
        if (!str_has_word(itemref_properties, word) &&
            (!strchr(word, ':') || str_starts(word, "rendition:")))
            epub_say_package(e, EPUB_PROPERTY, n,
                             "the property “%s” is not defined", word);
        else if (strchr(word, ':') && !is_known_prefix(e, word))
            epub_say_package(e, EPUB_PREFIX, n,
                             "the prefix of “%s” is not declared", word);
        p += length + strspn(p + length, " \t\n");
    }
    for (int g = 0; g < 5; g++)
        if (count[g] > 1)
            epub_say_package(e, EPUB_PROPERTY, n,
                             "properties “%s…” exclude one another", groups[g]);
}

static void
check_itemref(struct epub_check *e, const struct xml_node *n, struct map *seen)
{
    const char *id = xml_value(n, "idref"), *linear = xml_value(n, "linear");
    const char *properties = xml_value(n, "properties");
    const struct epub_item *item;
    if (linear && !epub_has("yes no", str_trim(e->scratch, linear)))
        epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                         "linear is yes or no, not “%s”", linear);
    if (properties && e->book.version == 3)
        check_itemref_properties(e, n, properties);
    if (!id)
        return;
    id = str_trim(e->scratch, id);
    item = map_get(e->book.by_id, id);
    if (!item) {
        epub_say_package(e, EPUB_ITEMREF, n, "there is no item “%s”", id);
        return;
    }
    if (map_get(seen, id))
        epub_say_package(e, EPUB_ITEMREF, n,
                         "the item “%s” is in the spine already", id);
    map_set(seen, id, (void *)(uintptr_t)item);
    if (e->book.version == 3 && !epub_falls_back(e, item, EPUB_CORE_CONTENT))
        epub_say_package(e, EPUB_SPINE_TYPE, n,
                         "%s is no content document, and has no fallback to "
                         "one",
                         item->media_type);
}

static void
check_toc(struct epub_check *e, const struct xml_node *spine)
{
    const char *toc = xml_value(spine, "toc");
    const struct epub_item *ncx =
        toc ? map_get(e->book.by_id, str_trim(e->scratch, toc)) : NULL;
    bool listed = false;
    if (toc && (!ncx || !ncx->is_ncx))
        epub_say_package(e, EPUB_SPINE_NCX, spine,
                         "toc=\"%s\" names no NCX of the manifest", toc);
    for (size_t i = 0; i < e->book.item_count; i++)
        listed |= e->book.items[i].is_ncx;
    if (!toc && (listed || e->book.version == 2))
        epub_say_package(e, EPUB_SPINE_NCX, spine,
                         listed ? "there is an NCX, and no toc attribute "
                                  "names it"
                                : "the spine has no toc attribute");
}

/* The guide of EPUB 2: each place is in the manifest, and there once. */
static void
check_guide(struct epub_check *e)
{
    struct xml_node *guide = child_of_package(e, "guide");
    struct map *seen = map_new(e->scratch);
    for (struct xml_node *n = guide ? xml_first_element(guide) : NULL; n;
         n = xml_next_element(n)) {
        const char *href = xml_value(n, "href"), *type = xml_value(n, "type");
        if (!href)
            continue;
        struct epub_target t =
            epub_resolve(e->scratch, e->book.package_path, href);
        const char *key =
            arena_printf(e->scratch, "%s %s", type ? type : "", href);
        if (map_get(seen, key))
            epub_say_package(e, EPUB_GUIDE, n,
                             "the guide has “%s” as %s already", href, type);
        map_set(seen, key, n);
        if (t.kind == EPUB_TARGET_FILE && !map_get(e->book.by_path, t.path))
            epub_say_package(e, EPUB_UNLISTED, n, "“%s” is not in the manifest",
                             t.path);
    }
}

void
epub_check_spine(struct epub_check *e)
{
    struct xml_node *spine = child_of_package(e, "spine");
    struct map *seen = map_new(e->scratch);
    bool linear = false;
    if (!spine)
        return;
    const char *direction = xml_value(spine, "page-progression-direction");
    if (direction &&
        !epub_has("ltr rtl default", str_trim(e->scratch, direction)))
        epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, spine,
                         "page-progression-direction is ltr, rtl or default");
    for (struct xml_node *n = xml_first_element(spine); n;
         n = xml_next_element(n))
        if (xml_is(n, XML_NS_OPF, "itemref")) {
            check_itemref(e, n, seen);
            linear |= !str_eq(xml_value(n, "linear"), "no");
        }
    if (!linear && xml_first_element(spine))
        epub_say_package(e, EPUB_SPINE, spine,
                         "nothing in the spine is linear");
    check_toc(e, spine);
    check_guide(e);
    if (child_of_package(e, "bindings"))
        epub_say_package(e, EPUB_DEPRECATED, child_of_package(e, "bindings"),
                         "the bindings element is deprecated");
    arena_reset(e->scratch);
}
