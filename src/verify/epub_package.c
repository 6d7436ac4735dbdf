/* SPDX-License-Identifier: MIT */
/* The frame of the package document: its elements, their attributes and order
 * (EPUB 3.3, 5.3 to 5.9), and the prefixes that it declares (D.1.4). */
#include <string.h>

#include "verify/epub_int.h"

enum { IN_2 = 2, IN_3 = 3, IN_BOTH = 0 };

/* Elements of the package's own namespace: where each may stand, and its
 * attributes; those that it must have first, then those that it may. */
static const struct {
    const char *name, *parents, *must, *may;
    int version;
} elements[] = {
    {"package", "", "version unique-identifier", "id prefix dir", IN_BOTH},
    {"metadata", "package", "", "id dir", IN_BOTH},
    {"manifest", "package", "", "id", IN_BOTH},
    {"spine", "package", "", "id toc page-progression-direction page-map",
     IN_BOTH},
    {"guide", "package", "", "", IN_BOTH},
    {"tours", "package", "", "", IN_2},
    {"tour", "tours", "id title", "", IN_2},
    {"site", "tour", "href title", "", IN_2},
    {"dc-metadata", "metadata", "", "", IN_2},
    {"x-metadata", "metadata", "", "", IN_2},
    {"bindings", "package", "", "", IN_3},
    {"mediaType", "bindings", "media-type handler", "", IN_3},
    {"meta", "metadata", "property", "refines id scheme dir", IN_3},
    {"meta", "metadata x-metadata", "name content", "scheme", IN_2},
    {"link", "metadata", "href rel",
     "hreflang id refines media-type properties", IN_3},
    {"item", "manifest", "id href media-type",
     "fallback media-overlay properties", IN_3},
    {"item", "manifest", "id href media-type",
     "fallback fallback-style required-namespace required-modules", IN_2},
    {"itemref", "spine", "idref", "linear id properties", IN_BOTH},
    {"reference", "guide", "href type", "title", IN_BOTH},
};

/* The order of package's children. */
static const char *const order[] = {"metadata",  "manifest", "spine",
                                    "tours",     "guide",    "bindings",
                                    "collection"};

enum { ORDER_COUNT = sizeof order / sizeof *order };

static void
check_attributes(struct epub_check *e, const struct xml_node *n,
                 const char *must, const char *may)
{
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        bool own = a->ns == XML_NS_NONE;
        if (own && !epub_has(must, a->name) && !epub_has(may, a->name))
            epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                             "“%s” has no attribute “%s”", n->name, a->name);
        if (own && strcmp(a->name, "dir") == 0 &&
            !epub_has("ltr rtl auto", str_trim(e->scratch, a->value)))
            epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                             "dir is ltr, rtl or auto, not “%s”", a->value);
        if (a->ns == XML_NS_XML && e->book.version == 3 &&
            !epub_has("package metadata meta", n->name))
            epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                             "“%s” has no attribute “xml:%s”", n->name,
                             a->name);
        if (a->ns == XML_NS_XML && strcmp(a->name, "lang") == 0 && *a->value &&
            !epub_is_language(str_trim(e->scratch, a->value)))
            epub_say_package(e, EPUB_LANGUAGE, n, "“%s” is no language tag",
                             a->value);
    }
    for (const char *p = must; *p;) {
        size_t length = strcspn(p, " ");
        const char *name = arena_strn(e->scratch, p, length);
        if (!xml_value(n, name))
            epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                             "“%s” needs the attribute “%s”", n->name, name);
        p += length + strspn(p + length, " ");
    }
}

/* A meta of EPUB 2 among those of EPUB 3: name and content, nothing else. */
static bool
is_legacy_meta(const struct xml_node *n)
{
    return strcmp(n->name, "meta") == 0 && !xml_value(n, "property") &&
           (xml_value(n, "name") || xml_value(n, "content"));
}

static void
check_element(struct epub_check *e, const struct xml_node *n)
{
    const char *parent = n->parent ? n->parent->name : "";
    bool here = false;
    if (is_legacy_meta(n) && strcmp(parent, "metadata") == 0) {
        check_attributes(e, n, "name content",
                         e->book.version == 2 ? "scheme id" : "");
        return;
    }
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strcmp(n->name, elements[i].name) != 0 ||
            (elements[i].version && elements[i].version != e->book.version))
            continue;
        if (n->parent ? str_has_word(elements[i].parents, parent)
                      : !*elements[i].parents) {
            check_attributes(e, n, elements[i].must, elements[i].may);
            here = true;
        }
    }
    if (!here)
        epub_say_package(e, EPUB_PACKAGE_ELEMENT, n,
                         "“%s” is not allowed in “%s”", n->name, parent);
    if (n->first && epub_has("item itemref reference mediaType", n->name))
        for (struct xml_node *c = n->first; c; c = c->next)
            if (c->name || !str_blank(c->text))
                epub_say_package(e, EPUB_PACKAGE_ELEMENT, c,
                                 "“%s” has to be empty", n->name);
}

/* Text only stands in metadata's elements. */
static void
check_text(struct epub_check *e, const struct xml_node *n)
{
    if (n->parent->ns == XML_NS_OPF && !str_blank(n->text) &&
        !epub_has("meta", n->parent->name))
        epub_say_package(e, EPUB_PACKAGE_ELEMENT, n, "there is text in “%s”",
                         n->parent->name);
}

static void
check_order(struct epub_check *e, const struct xml_node *package)
{
    int reached = 0, count[ORDER_COUNT] = {0};
    for (struct xml_node *n = xml_first_element(package); n;
         n = xml_next_element(n))
        for (int i = 0; i < ORDER_COUNT; i++) {
            if (!xml_is(n, XML_NS_OPF, order[i]))
                continue;
            if (count[i]++ && strcmp(order[i], "collection") != 0)
                epub_say_package(e, EPUB_PACKAGE, n,
                                 "there is more than one “%s”", order[i]);
            if (i < reached && e->book.version == 3)
                epub_say_package(e, EPUB_PACKAGE, n,
                                 "“%s” has to stand before “%s”", order[i],
                                 order[reached]);
            reached = i > reached ? i : reached;
        }
    for (int i = 0; i < 3; i++)
        if (!count[i])
            epub_say_package(e, EPUB_PACKAGE, package,
                             "the package has no “%s”", order[i]);
}

static void
check_children(struct epub_check *e, const struct xml_node *root)
{
    static const struct {
        const char *name, *child;
    } needs[] = {{"manifest", "item"},
                 {"spine", "itemref"},
                 {"guide", "reference"},
                 {"bindings", "mediaType"}};
    for (struct xml_node *n = xml_first_element(root); n;
         n = xml_next_element(n))
        for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
            if (xml_is(n, XML_NS_OPF, needs[i].name) && !xml_first_element(n))
                epub_say_package(e, EPUB_PACKAGE, n,
                                 "“%s” has to have at least one “%s”",
                                 needs[i].name, needs[i].child);
}

static void
check_version(struct epub_check *e, struct xml_node *root)
{
    const char *version = xml_value(root, "version");
    const char *known = e->book.version == 2 ? "2.0" : "3.0";
    if (version && !str_eq(str_trim(e->scratch, version), known))
        epub_say_package(e, EPUB_VERSION, root, "the version is “%s”, not “%s”",
                         version, known);
    const char *id = xml_value(root, "unique-identifier");
    if (!id)
        return;
    id = str_trim(e->scratch, id);
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        const char *own =
            xml_is(n, XML_NS_DC, "identifier") ? xml_value(n, "id") : NULL;
        if (own && strcmp(str_trim(e->scratch, own), id) == 0) {
            e->unique_id = str_trim(e->arena, xml_content(e->arena, n));
            return;
        }
    }
    epub_say_package(e, EPUB_UNIQUE_ID, root,
                     "no dc:identifier has the id “%s”", id);
}

/* Elements below a collection have rules of their own. */
static bool
in_collection(const struct xml_node *n)
{
    return xml_is(n, XML_NS_OPF, "collection") ||
           xml_ancestor(n, XML_NS_OPF, "collection");
}

void
epub_check_package(struct epub_check *e)
{
    struct xml_node *root = e->book.package->root;
    struct map *ids = map_new(e->scratch);
    if (!xml_is(root, XML_NS_OPF, "package")) {
        epub_say_package(e, EPUB_PACKAGE, root,
                         "the root is not “package” of the namespace "
                         "http://www.idpf.org/2007/opf");
        return;
    }
    if (e->book.package->has_doctype && e->book.version == 3 &&
        e->book.package->system_id)
        epub_say(e, EPUB_XML_EXTERNAL, e->book.package_path,
                 e->book.package->doctype_line, 0,
                 "the package document names a DTD");
    if (!e->book.version)
        epub_say_package(e, EPUB_VERSION, root,
                         "the package has no version "
                         "that is known");
    else
        check_version(e, root);
    if (xml_value(root, "prefix"))
        epub_read_prefixes(e, e->book.package_path, root,
                           xml_value(root, "prefix"), e->prefixes);
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        if (!n->name && n->parent)
            check_text(e, n);
        else if (n->ns == XML_NS_OPF && !in_collection(n))
            check_element(e, n);
        else if (xml_is(n, XML_NS_OPF, "collection") && n->parent == root)
            epub_check_collection(e, n);
        else if (n->ns == XML_NS_DC && n->parent &&
                 epub_has("package manifest spine guide", n->parent->name))
            epub_say_package(e, EPUB_PACKAGE_ELEMENT, n,
                             "“dc:%s” is not allowed in “%s”", n->name,
                             n->parent->name);
    }
    check_order(e, root);
    check_children(e, root);
    epub_check_ids(e, e->book.package_path, e->book.package, ids);
    arena_reset(e->scratch);
}

void
epub_check_ids(struct epub_check *e, const char *path,
               const struct xml_document *doc, struct map *ids)
{
    bool package = path == e->book.package_path;
    for (struct xml_node *n = doc->root; n; n = xml_next(n, doc->root)) {
        const char *id = n->name ? xml_value(n, "id") : NULL;
        if (!id)
            continue;
        const char *name = package ? str_trim(e->scratch, id) : id;
        if (package ? !epub_is_ncname(name)
                    : !*id || strcspn(id, " \t\r\n") != strlen(id))
            epub_say(e, EPUB_ID, path, n->line, n->col, "“%s” is no id", id);
        if (map_get(ids, name))
            epub_say(e, EPUB_ID, path, n->line, n->col,
                     "the id “%s” is there twice", name);
        else
            map_set(ids, name, n);
    }
}
