/* SPDX-License-Identifier: MIT */
/* The prefix attribute (EPUB 3.3, D.1.4), and collections (5.8), which few
 * packages have. */
#include <string.h>

#include "verify/epub_int.h"

static const struct {
    const char *prefix, *uri;
} reserved[] = {
    {"a11y", "http://www.idpf.org/epub/vocab/package/a11y/#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"marc", "http://id.loc.gov/vocabulary/"},
    {"media", "http://www.idpf.org/epub/vocab/overlays/#"},
    {"msv", "http://www.idpf.org/epub/vocab/structure/magazine/#"},
    {"onix", "http://www.editeur.org/ONIX/book/codelists/current.html#"},
    {"prism", "http://www.prismstandard.org/specifications/3.0/"
              "PRISM_CV_Spec_3.0.htm#"},
    {"rendition", "http://www.idpf.org/vocab/rendition/#"},
    {"schema", "http://schema.org/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

/* Namespaces that may not get a prefix: they are the default ones. */
static const char *const forbidden[] = {
    "http://idpf.org/epub/vocab/package/meta/#",
    "http://idpf.org/epub/vocab/package/link/#",
    "http://idpf.org/epub/vocab/package/item/#",
    "http://idpf.org/epub/vocab/package/itemref/#",
    "http://idpf.org/epub/vocab/structure/#",
    "http://www.idpf.org/2007/ops",
    "http://purl.org/dc/elements/1.1/",
};

static void
check_mapping(struct epub_check *e, const char *path, const struct xml_node *n,
              const char *prefix, const char *uri)
{
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(prefix, reserved[i].prefix) == 0 &&
            strcmp(uri, reserved[i].uri) != 0)
            epub_say(e, EPUB_PREFIX_KNOWN, path, n->line, n->col,
                     "the prefix “%s” is reserved for %s", prefix,
                     reserved[i].uri);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (strcmp(uri, forbidden[i]) == 0)
            epub_say(e, EPUB_PREFIX, path, n->line, n->col,
                     "%s may not be given a prefix", uri);
    if (strcmp(prefix, "_") == 0 || !epub_is_ncname(prefix))
        epub_say(e, EPUB_PREFIX, path, n->line, n->col, "“%s” is no prefix",
                 prefix);
    if (epub_resolve(e->scratch, "x", uri).kind == EPUB_TARGET_BAD ||
        !strchr(uri, ':'))
        epub_say(e, EPUB_PREFIX, path, n->line, n->col, "“%s” is no URL", uri);
}

void
epub_read_prefixes(struct epub_check *e, const char *path,
                   const struct xml_node *n, const char *value,
                   struct map *into)
{
    const char *space = " \t\r\n";
    for (const char *p = value + strspn(value, space); *p;) {
        size_t length = strcspn(p, space);
        if (length < 2 || p[length - 1] != ':') {
            epub_say(e, EPUB_PREFIX, path, n->line, n->col,
                     "“%.*s” is no prefix with a colon", (int)length, p);
            return;
        }
        const char *prefix = arena_strn(e->arena, p, length - 1);
        p += length + strspn(p + length, space);
        length = strcspn(p, space);
        if (!length) {
            epub_say(e, EPUB_PREFIX, path, n->line, n->col,
                     "the prefix “%s” has no URL", prefix);
            return;
        }
        const char *uri = arena_strn(e->arena, p, length);
        check_mapping(e, path, n, prefix, uri);
        map_set(into, prefix, (void *)(uintptr_t)uri);
        p += length + strspn(p + length, space);
    }
}

static void
check_collection_child(struct epub_check *e, const struct xml_node *n,
                       int *links, int *collections)
{
    if (xml_is(n, XML_NS_OPF, "link")) {
        ++*links;
        if (!xml_value(n, "href"))
            epub_say_package(e, EPUB_COLLECTION, n, "the link has no href");
    } else if (xml_is(n, XML_NS_OPF, "collection")) {
        ++*collections;
        if (*links)
            epub_say_package(e, EPUB_COLLECTION, n,
                             "collections stand before links");
    } else if (!xml_is(n, XML_NS_OPF, "metadata") ||
               n != xml_first_element(n->parent)) {
        epub_say_package(e, EPUB_COLLECTION, n,
                         "“%s” is not allowed here in a collection", n->name);
    }
}

void
epub_check_collection(struct epub_check *e, const struct xml_node *top)
{
    for (const struct xml_node *n = top; n; n = xml_next(n, top)) {
        int links = 0, collections = 0;
        if (!xml_is(n, XML_NS_OPF, "collection"))
            continue;
        if (!xml_value(n, "role"))
            epub_say_package(e, EPUB_COLLECTION, n,
                             "the collection has no role");
        for (struct xml_node *c = xml_first_element(n); c;
             c = xml_next_element(c))
            check_collection_child(e, c, &links, &collections);
        if (!links && !collections)
            epub_say_package(e, EPUB_COLLECTION, n,
                             "the collection has neither links nor "
                             "collections");
    }
}
