/* SPDX-License-Identifier: MIT */
/* The NCX of EPUB 2 (OPF 2.0.1, 2.4.1; ANSI/NISO Z39.86), the media overlay
 * (EPUB 3.3, 9), and pages of fixed layout (8.2.2.6). */
#include <stdlib.h>
#include <string.h>

#include "verify/epub_element.h"

/* Elements of an NCX: where, and what attributes and children they need. */
static const struct {
    const char *name, *parents, *attributes, *children;
} elements[] = {
    {"ncx", "", "version", "head docTitle navMap"},
    {"head", "ncx", "", ""},
    {"meta", "head", "name content", ""},
    {"smilCustomTest", "head", "", ""},
    {"docTitle", "ncx", "", "text"},
    {"docAuthor", "ncx", "", "text"},
    {"text", "docTitle docAuthor navLabel navInfo", "", ""},
    {"audio", "docTitle docAuthor navLabel navInfo", "", ""},
    {"img", "docTitle docAuthor navLabel navInfo", "src", ""},
    {"navMap", "ncx", "", "navPoint"},
    {"navInfo", "navMap pageList navList", "", ""},
    {"navPoint", "navMap navPoint", "id", "navLabel content"},
    {"navLabel", "navMap navPoint pageTarget navTarget pageList navList", "",
     "text"},
    {"content", "navPoint pageTarget navTarget", "src", ""},
    {"pageList", "ncx", "", "pageTarget"},
    {"pageTarget", "pageList", "type", "navLabel content"},
    {"navList", "ncx", "", "navLabel navTarget"},
    {"navTarget", "navList", "id", "navLabel content"},
};

static bool
has_child(const struct xml_node *n, const char *name)
{
    for (struct xml_node *c = xml_first_element(n); c; c = xml_next_element(c))
        if (xml_is(c, n->ns, name))
            return true;
    return false;
}

/* Each word of a list that the node lacks as attribute, or as child. */
static void
check_needs(struct epub_document *d, const struct xml_node *n, const char *list,
            bool children)
{
    for (const char *p = list; *p;) {
        size_t word = strcspn(p, " ");
        const char *name = arena_strn(d->check->scratch, p, word);
        if (children ? !has_child(n, name) : !xml_value(n, name))
            epub_say_node(d, EPUB_NCX, n, "“%s” lacks “%s”", n->name, name);
        p += word + strspn(p + word, " ");
    }
}

static void
check_element(struct epub_document *d, const struct xml_node *n)
{
    const char *parent = n->parent ? n->parent->name : "";
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strcmp(n->name, elements[i].name) != 0)
            continue;
        if (n->parent && !str_has_word(elements[i].parents, parent))
            break;
        check_needs(d, n, elements[i].attributes, false);
        check_needs(d, n, elements[i].children, true);
        return;
    }
    epub_say_node(d, EPUB_NCX, n, "“%s” is not allowed in “%s”", n->name,
                  parent);
}

void
epub_check_ncx(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    const char *uid = NULL;
    if (!xml_is(root, XML_NS_NCX, "ncx")) {
        epub_say_node(d, EPUB_NCX, root, "the root is not “ncx”");
        return;
    }
    if (!str_eq(xml_value(root, "version"), "2005-1"))
        epub_say_node(d, EPUB_NCX, root, "the version is not “2005-1”");
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        const char *id = n->name ? xml_value(n, "id") : NULL;
        if (n->ns != XML_NS_NCX || !n->name)
            continue;
        check_element(d, n);
        if (id && !epub_is_ncname(id))
            epub_say_node(d, EPUB_NCX, n, "“%s” is no id", id);
        if (xml_is(n, XML_NS_NCX, "meta") &&
            str_eq(xml_value(n, "name"), "dtb:uid"))
            uid = xml_value(n, "content");
        const char *order = xml_value(n, "playOrder");
        if (order && !epub_is_digits(order, strlen(order)))
            epub_say_node(d, EPUB_NCX, n, "playOrder=\"%s\" is no number",
                          order);
    }
    if (uid && d->check->unique_id &&
        strcmp(str_trim(d->check->scratch, uid), d->check->unique_id) != 0)
        epub_say_node(d, EPUB_NCX_UID, root,
                      "dtb:uid is “%s”, the package's identifier “%s”", uid,
                      d->check->unique_id);
    epub_check_links(d);
}

/* Elements of a media overlay: what each needs. */
void
epub_check_overlay(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    static const char known[] = "smil head body seq par text audio metadata";
    if (!xml_is(root, XML_NS_SMIL, "smil")) {
        epub_say_node(d, EPUB_OVERLAY, root, "the root is not “smil”");
        return;
    }
    if (!str_eq(xml_value(root, "version"), "3.0"))
        epub_say_node(d, EPUB_OVERLAY, root, "the version is not “3.0”");
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        if (!n->name || n->ns != XML_NS_SMIL)
            continue;
        if (!str_has_word(known, n->name))
            epub_say_node(d, EPUB_OVERLAY, n, "there is no element “%s”",
                          n->name);
        if (epub_has("text audio", n->name) && !xml_value(n, "src"))
            epub_say_node(d, EPUB_OVERLAY, n, "“%s” needs src", n->name);
        if (xml_is(n, XML_NS_SMIL, "par") && !has_child(n, "text"))
            epub_say_node(d, EPUB_OVERLAY, n, "“par” needs a text");
        if (xml_is(n, XML_NS_SMIL, "seq") &&
            !xml_get(n, XML_NS_EPUB, "textref"))
            epub_say_node(d, EPUB_OVERLAY, n, "“seq” needs epub:textref");
        if (epub_has("seq body", n->name) && !xml_first_element(n))
            epub_say_node(d, EPUB_OVERLAY, n, "“%s” is empty", n->name);
    }
    epub_check_links(d);
}

/* A positive number, or the keyword. */
static bool
is_length(const char *value, size_t n, const char *keyword)
{
    if (n == strlen(keyword) && memcmp(value, keyword, n) == 0)
        return true;
    return n && strspn(value, "0123456789.") >= n && strtod(value, NULL) > 0;
}

/* The value of a part of "width=600, height=800"; its length. */
static const char *
part_of(const char *content, const char *name, size_t *n)
{
    static const char between[] = " \t\r\n,;";
    for (const char *p = content + strspn(content, between); *p;) {
        size_t key = strcspn(p, "=,; \t\r\n");
        const char *value = p + key + strspn(p + key, " \t\r\n");
        if (*value == '=')
            value += 1 + strspn(value + 1, " \t\r\n");
        *n = strcspn(value, between);
        if (key == strlen(name) && memcmp(p, name, key) == 0)
            return value;
        p = value + *n + strspn(value + *n, between);
        if (!key && !*n)
            break;
    }
    return NULL;
}

void
epub_check_viewport(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    size_t n;
    if (xml_is(root, XML_NS_SVG, "svg")) {
        if (!xml_value(root, "viewBox"))
            epub_say_node(d, EPUB_VIEWPORT, root, "the drawing has no viewBox");
        return;
    }
    for (struct xml_node *m = root; m; m = xml_next(m, root)) {
        const char *content = m->name ? xml_value(m, "content") : NULL;
        if (!xml_is(m, XML_NS_XHTML, "meta") || !content ||
            !str_eq(xml_value(m, "name"), "viewport"))
            continue;
        const char *width = part_of(content, "width", &n);
        bool good = width && is_length(width, n, "device-width");
        const char *height = part_of(content, "height", &n);
        if (!good || !height || !is_length(height, n, "device-height"))
            epub_say_node(d, EPUB_VIEWPORT, m,
                          "“%s” does not say width and height", content);
        return;
    }
    epub_say_node(d, EPUB_VIEWPORT, root,
                  "a page of fixed layout has no viewport");
}
