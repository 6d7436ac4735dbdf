/* SPDX-License-Identifier: MIT */
/* SVG: elements and attributes that draw stay; scripts, handlers, animation,
 * foreign content and everything from outside the file goes. */
#include "read/read_int.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"

enum {
    SVG_NODES = 200000, /* elements in one file */
    SVG_USES = 5000,    /* of them, references to others */
    SVG_DEPTH = 200
};

/* SVG 1.1, appendix J, but for what moves, links, scripts or is foreign. */
static const char drawing[] =
    "svg g defs desc title symbol use switch path rect circle ellipse line "
    "polyline polygon text tspan textPath tref linearGradient radialGradient "
    "stop pattern clipPath mask marker image style filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood "
    "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge "
    "feMergeNode feMorphology feOffset fePointLight feSpecularLighting "
    "feSpotLight feTile feTurbulence view";

static const struct read_fault too_complex = {DIAG_LIMIT_REACHED,
                                              "the drawing is too complex",
                                              "simplify it, or save it as PNG"};

struct cleaning {
    struct reader *reader;
    struct doc_asset *asset;
    size_t nodes, uses;
    struct read_fault fault;
};

static void
report(const struct cleaning *c, const xmlNode *node, const char *what,
       const char *name)
{
    long line = xmlGetLineNo((xmlNode *)(uintptr_t)node);
    struct place at = {c->asset->path, line > 0 ? (uint32_t)line : 0, 0};
    at.col = at.line ? 1 : 0;
    diag_at(c->reader->diag, at, DIAG_SVG_CLEANED, "%s “%s” is left out", what,
            name);
}

static bool
is_data_image(const char *s)
{
    return str_starts(s, "data:image/png;base64,") ||
           str_starts(s, "data:image/jpeg;base64,");
}

/* Whether every url() of a style stays in the file and nothing is imported. */
static bool
is_inside(const char *style)
{
    if (strcasestr(style, "@import") || strcasestr(style, "expression(") ||
        strcasestr(style, "javascript:") || strchr(style, '\\'))
        return false;
    for (const char *p = style; (p = strcasestr(p, "url(")); p++) {
        const char *to = p + 4 + strspn(p + 4, " \t\n\r'\"");
        if (*to != '#' && !is_data_image(to))
            return false;
    }
    return true;
}

static bool
attribute_may_stay(const xmlNode *node, const xmlAttr *attribute,
                   const char *value)
{
    const char *name = (const char *)attribute->name;
    if (str_starts(name, "on") || str_eq(name, "base") ||
        (str_eq(name, "id") && attribute->ns))
        return false;
    if (str_eq(name, "href"))
        return value[0] == '#' ||
               (str_has_word("image feImage", (const char *)node->name) &&
                is_data_image(value));
    return is_inside(value);
}

/* Attributes of editors' own name spaces draw nothing. */
static bool
is_known_space(const xmlNs *ns)
{
    return !ns || str_eq((const char *)ns->href, XLINK_NAMESPACE) ||
           str_eq((const char *)ns->href, SVG_NAMESPACE) ||
           str_eq((const char *)ns->href, (const char *)XML_XML_NAMESPACE);
}

/* Entities are never expanded: a few lines of them can stand for gigabytes. */
static bool
has_entity(const xmlAttr *attribute)
{
    for (const xmlNode *n = attribute->children; n; n = n->next)
        if (n->type == XML_ENTITY_REF_NODE)
            return true;
    return false;
}

static void
clean_attributes(struct cleaning *c, xmlNode *node)
{
    xmlAttr *next;
    for (xmlAttr *p = node->properties; p; p = next) {
        next = p->next;
        if (has_entity(p)) {
            report(c, node, "an entity in the attribute",
                   (const char *)p->name);
            xmlRemoveProp(p);
            continue;
        }
        xmlChar *value = xmlNodeListGetString(node->doc, p->children, 1);
        bool known = is_known_space(p->ns);
        bool stays = known && attribute_may_stay(
                                  node, p, value ? (const char *)value : "");
        if (known && !stays)
            report(c, node, "the attribute", (const char *)p->name);
        xmlFree(value);
        if (!stays)
            xmlRemoveProp(p);
    }
}

static bool
is_svg(const xmlNode *node)
{
    return node->ns && str_eq((const char *)node->ns->href, SVG_NAMESPACE);
}

static bool
style_may_stay(xmlNode *style)
{
    xmlChar *text = xmlNodeGetContent(style);
    bool stays = !text || is_inside((const char *)text);
    xmlFree(text);
    return stays;
}

static bool
has_href(const xmlNode *node)
{
    for (const xmlAttr *p = node->properties; p; p = p->next)
        if (str_eq((const char *)p->name, "href"))
            return true;
    return false;
}

/* Filters that take a step a pixel for each unit of a number that is meant to
 * be small. */
static bool
is_slow_filter(xmlNode *node)
{
    static const struct {
        const char *element, *attribute;
        double most;
    } table[] = {{"feTurbulence", "numOctaves", 12},
                 {"feMorphology", "radius", 100},
                 {"feConvolveMatrix", "order", 16}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (!str_eq((const char *)node->name, table[i].element))
            continue;
        xmlChar *value =
            xmlGetNoNsProp(node, (const xmlChar *)table[i].attribute);
        bool slow = value && strtod((const char *)value, NULL) > table[i].most;
        xmlFree(value);
        return slow;
    }
    return false;
}

/* Whether the node stays; its children are looked at afterwards. */
static bool
clean_node(struct cleaning *c, xmlNode *node)
{
    const char *name = (const char *)node->name;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return true;
    if (node->type == XML_ENTITY_REF_NODE)
        report(c, node, "the entity", name);
    if (node->type != XML_ELEMENT_NODE)
        return false;
    if (!is_svg(node) || str_eq(name, "metadata"))
        return false;
    if (str_eq(name, "a")) {
        xmlNodeSetName(node, (const xmlChar *)"g");
        xmlUnsetNsProp(node,
                       xmlSearchNsByHref(node->doc, node,
                                         (const xmlChar *)XLINK_NAMESPACE),
                       (const xmlChar *)"href");
        xmlUnsetProp(node, (const xmlChar *)"href");
    } else if (!str_has_word(drawing, name) ||
               (str_eq(name, "style") && !style_may_stay(node))) {
        report(c, node, "the element", name);
        return false;
    }
    c->nodes += is_slow_filter(node) ? SVG_NODES + 1 : 1;
    c->uses += str_eq(name, "use");
    clean_attributes(c, node);
    return !str_has_word("use image", name) || has_href(node);
}

static void
clean_tree(struct cleaning *c, xmlNode *root)
{
    size_t depth = 0;
    clean_attributes(c, root);
    for (xmlNode *node = root->children; node;) {
        bool stays = clean_node(c, node);
        xmlNode *next = stays && node->children ? node->children : node->next;
        xmlNode *up = node->parent;
        depth += stays && node->children;
        if (!stays) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        }
        while (!next && up != root) {
            next = up->next;
            up = up->parent;
            depth--;
        }
        node = next;
        if (c->nodes > SVG_NODES || c->uses > SVG_USES || depth > SVG_DEPTH) {
            c->fault = too_complex;
            return;
        }
    }
}

static bool
is_below(const xmlNode *node, const xmlNode *above)
{
    while (node && node != above)
        node = node->parent;
    return node != NULL;
}

/* The next node in document order below `root`, NULL at the end. */
static xmlNode *
next_node(xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* The id that an element's href names inside the drawing, or NULL. */
static const char *
own_target(struct cleaning *c, const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *p = node->properties; p; p = p->next) {
        const char *value =
            p->children ? (const char *)p->children->content : NULL;
        if (str_eq((const char *)p->name, "href") && value && *value == '#')
            return arena_str(c->reader->scratch, value + 1);
    }
    return NULL;
}

/* The elements by their ids. An id that is no name, or that another element
 * has, goes. */
static struct map *
collect_ids(struct cleaning *c, xmlNode *root)
{
    struct map *ids = map_new(c->reader->scratch);
    for (xmlNode *n = root; n; n = next_node(n, root)) {
        xmlChar *id = n->type == XML_ELEMENT_NODE
                          ? xmlGetNoNsProp(n, (const xmlChar *)"id")
                          : NULL;
        if (!id)
            continue;
        char *key = arena_str(c->reader->scratch, (char *)id);
        if (xmlValidateNCName(id, 0) != 0 || map_get(ids, key))
            xmlUnsetProp(n, (const xmlChar *)"id");
        else
            map_set(ids, key, n);
        xmlFree(id);
    }
    return ids;
}

/* A value without each `url(#id)` that leads nowhere: what stands behind it is
 * drawn instead, or nothing. NULL where all is well. */
static const char *
without_dangling(struct cleaning *c, const struct map *ids, const char *value)
{
    struct arena *a = c->reader->scratch;
    bool changed = false;
    for (const char *p = value; (p = strcasestr(p, "url(")); p++) {
        const char *id = p + 4 + strspn(p + 4, " \t\n\r'\"");
        if (*id != '#')
            continue;
        size_t n = strcspn(id + 1, " \t\n\r'\")");
        if (map_get(ids, arena_strn(a, id + 1, n)))
            continue;
        const char *end = strchr(id, ')');
        end = end ? end + 1 : id + strlen(id);
        end += strspn(end, " \t\n\r");
        size_t before = (size_t)(p - value);
        value = arena_printf(a, "%.*s%s%s", (int)before, value,
                             *end && *end != ';' ? "" : "none", end);
        p = value + before;
        changed = true;
        if (!*p)
            break;
    }
    return changed ? value : NULL;
}

static void
clean_references(struct cleaning *c, const struct map *ids, xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return;
    for (xmlAttr *p = node->properties; p; p = p->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, p->children, 1);
        const char *sound =
            value ? without_dangling(c, ids, (const char *)value) : NULL;
        if (sound) {
            report(c, node, "a reference to nothing in", (const char *)p->name);
            xmlSetNsProp(node, p->ns, p->name, (const xmlChar *)sound);
        }
        xmlFree(value);
    }
}

/* Takes out what refers to an element that is not there: nothing would be
 * drawn, and an EPUB must not hold it. */
static void
drop_dangling(struct cleaning *c, xmlNode *root)
{
    struct map *ids = collect_ids(c, root);
    for (xmlNode *n = root, *next; n; n = next) {
        next = next_node(n, root);
        clean_references(c, ids, n);
        const char *target = own_target(c, n);
        if (n == root || !target || map_get(ids, target))
            continue;
        report(c, n, "the reference to", target);
        while (next && is_below(next, n))
            next = next_node(next, root);
        xmlUnlinkNode(n);
        xmlFreeNode(n);
    }
}

/* A length in CSS px; 0 where it has none of its own. */
static double
length_of(xmlNode *root, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)name);
    const char *text = value ? (const char *)value : "";
    char *unit;
    double number = strtod(text, &unit);
    int units;
    struct arena *a = arena_new();
    const char *trimmed = str_trim(a, unit);
    if (unit == text || !(number > 0) || number > 1e6)
        number = 0;
    else if (*trimmed && !str_eq(trimmed, "px"))
        number = conf_length(arena_printf(a, "1%s", trimmed), &units)
                     ? number * units / 1024 / 0.75
                     : 0;
    arena_free(a);
    xmlFree(value);
    return number;
}

/* SVG 2, clause 8.2: width and height, the view box, or 300 by 150. */
static void
measure(struct doc_asset *asset, xmlNode *root)
{
    xmlChar *box = xmlGetNoNsProp(root, (const xmlChar *)"viewBox");
    double sides[4] = {0, 0, 300, 150};
    char *p = box ? (char *)box : NULL;
    for (int i = 0; p && *p && i < 4; i++) {
        sides[i] = strtod(p, &p);
        p += strspn(p, " ,\t\n\r");
    }
    if (!(sides[2] > 0) || !(sides[3] > 0) || sides[2] > 1e6 || sides[3] > 1e6)
        sides[2] = 300, sides[3] = 150;
    xmlFree(box);
    asset->width = length_of(root, "width");
    asset->height = length_of(root, "height");
    if (!asset->width && !asset->height) {
        asset->width = sides[2];
        asset->height = sides[3];
    } else if (!asset->width) {
        asset->width = asset->height * sides[2] / sides[3];
    } else if (!asset->height) {
        asset->height = asset->width * sides[3] / sides[2];
    }
}

/* The drawing's own description: its label, title or desc. */
static const char *
describe(struct arena *a, xmlNode *root)
{
    static const char *const names[] = {"title", "desc"};
    xmlChar *text = xmlGetNoNsProp(root, (const xmlChar *)"aria-label");
    for (size_t i = 0; i < 2 && !text; i++)
        for (xmlNode *n = root->children; n && !text; n = n->next)
            if (str_eq((const char *)n->name, names[i]))
                text = xmlNodeGetContent(n);
    char *alt = NULL;
    if (text)
        alt = str_fold_space(
            a, read_clean_text(a, (char *)text, strlen((char *)text)));
    xmlFree(text);
    return alt && *alt ? alt : NULL;
}

/* No DOCTYPE, no comments or instructions beside the root. */
static void
leave_root_alone(xmlDoc *doc, const xmlNode *root)
{
    xmlDtd *subset = xmlGetIntSubset(doc);
    if (subset) {
        xmlUnlinkNode((xmlNode *)subset);
        xmlFreeDtd(subset);
        doc->intSubset = NULL;
    }
    xmlNode *next;
    for (xmlNode *n = doc->children; n; n = next) {
        next = n->next;
        if (n == root)
            continue;
        xmlUnlinkNode(n);
        xmlFreeNode(n);
    }
}

static struct read_fault
clean_document(struct cleaning *c, xmlDoc *doc)
{
    struct arena *a = c->reader->book->arena;
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!root || !str_eq((const char *)root->name, "svg") || !is_svg(root))
        return (struct read_fault){
            DIAG_IMAGE_DAMAGED, "the drawing has no <svg> of SVG's namespace",
            "add xmlns=\"" SVG_NAMESPACE "\""};
    clean_tree(c, root);
    if (!c->fault.text && read_svg_is_heavy(root))
        c->fault = too_complex;
    if (c->fault.text)
        return c->fault;
    drop_dangling(c, root);
    measure(c->asset, root);
    c->asset->alt = describe(a, root);
    leave_root_alone(doc, root);
    xmlChar *bytes = NULL;
    int n = 0;
    xmlDocDumpMemoryEnc(doc, &bytes, &n, "UTF-8");
    c->asset->kind = DOC_SVG;
    c->asset->bytes = arena_strn(a, (char *)bytes, n > 0 ? (size_t)n : 0);
    c->asset->n = n > 0 ? (size_t)n : 0;
    xmlFree(bytes);
    return (struct read_fault){0};
}

struct read_fault
read_svg(struct reader *r, struct doc_asset *asset, const char *bytes, size_t n)
{
    struct arena *a = r->book->arena;
    struct cleaning c = {.reader = r, .asset = asset};
    xmlParserCtxt *parser = xmlNewParserCtxt();
    xmlDoc *doc = xmlCtxtReadMemory(parser, bytes, (int)n, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR |
                                        XML_PARSE_NOWARNING |
                                        XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    struct read_fault fault;
    if (doc) {
        fault = clean_document(&c, doc);
    } else {
        const xmlError *e = xmlCtxtGetLastError(parser);
        char *text = str_trim(a, e && e->message ? e->message : "not XML");
        char *line = strstr(text, " line ");
        if (line) /* said already */
            *line = '\0';
        fault = (struct read_fault){
            DIAG_IMAGE_DAMAGED,
            arena_printf(a, "the SVG is damaged in line %d: %s",
                         e ? e->line : 1, text),
            "save it again"};
    }
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(parser);
    return fault;
}
