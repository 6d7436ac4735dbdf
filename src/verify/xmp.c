/* SPDX-License-Identifier: MIT */
/* XMP packets, read from their RDF. */
#include "verify/xmp.h"

#include <string.h>

#include "verify/epub_xml.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define EXTENSION "http://www.aiim.org/pdfa/ns/extension/"

/* The namespaces whose properties need no description (ISO 19005-2, 6.6.2.3.1,
 * by way of XMP 2005). */
static const char *const known[] = {
    XMP_DC,
    XMP_XMP,
    XMP_PDF,
    XMP_PDFA,
    EXTENSION,
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/bj/",
    "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
    "http://ns.adobe.com/tiff/1.0/",
    "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/exif/1.0/aux/",
};

static bool
is_rdf(const struct xml_node *n, const char *name)
{
    return n->name && str_eq(n->uri, RDF) && str_eq(n->name, name);
}

/* The first child element of RDF by that name; any of RDF where it is NULL. */
static struct xml_node *
rdf_child(const struct xml_node *n, const char *name)
{
    for (struct xml_node *c = xml_first_element(n); c; c = xml_next_element(c))
        if (name ? is_rdf(c, name) : str_eq(c->uri, RDF))
            return c;
    return NULL;
}

static const char *
rdf_attribute(const struct xml_node *n, const char *name)
{
    for (uint32_t i = 0; i < n->attribute_count; i++)
        if (str_eq(n->attributes[i].uri, RDF) &&
            str_eq(n->attributes[i].name, name))
            return n->attributes[i].value;
    return NULL;
}

static enum xmp_kind
kind_of(const struct xml_node *property)
{
    const char *type = rdf_attribute(property, "parseType");
    if ((type && str_eq(type, "Resource")) ||
        rdf_child(property, "Description"))
        return XMP_STRUCTURE;
    return rdf_child(property, "Seq")   ? XMP_SEQ
           : rdf_child(property, "Bag") ? XMP_BAG
           : rdf_child(property, "Alt") ? XMP_ALT
                                        : XMP_SIMPLE;
}

static void
add_property(struct xmp *x, struct arena *a, const struct xmp_property *p)
{
    if (!x->twice && xmp_find(x, p->uri, p->name))
        x->twice = p->name;
    *vec_add(a, &x->properties) = *p;
}

static void
read_property(struct xmp *x, struct arena *a, const struct xml_node *n)
{
    struct xmp_property p = {
        .uri = n->uri, .name = n->name, .kind = kind_of(n)};
    const struct xml_node *list = NULL;
    if (p.kind == XMP_SIMPLE)
        *vec_add(a, &p.items) = (struct xmp_item){
            xml_content(a, n), xml_get(n, XML_NS_XML, "lang")};
    else if (p.kind != XMP_STRUCTURE)
        list = rdf_child(n, NULL);
    struct xml_node *li = list ? xml_first_element(list) : NULL;
    for (; li; li = xml_next_element(li))
        if (is_rdf(li, "li"))
            *vec_add(a, &p.items) = (struct xmp_item){
                xml_content(a, li), xml_get(li, XML_NS_XML, "lang")};
    add_property(x, a, &p);
}

/* Properties as elements, and as attributes in the short form. */
static void
read_description(struct xmp *x, struct arena *a, const struct xml_node *n)
{
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct xml_attribute *at = &n->attributes[i];
        if (!*at->uri || str_eq(at->uri, RDF) || at->ns == XML_NS_XML)
            continue;
        struct xmp_property p = {.uri = at->uri, .name = at->name};
        *vec_add(a, &p.items) = (struct xmp_item){at->value, NULL};
        add_property(x, a, &p);
    }
    for (struct xml_node *c = xml_first_element(n); c; c = xml_next_element(c))
        read_property(x, a, c);
}

/* The text of a field of a structure, which is an element or an attribute of
 * it or of the description within; NULL where it has none. */
static const char *
field_of(struct arena *a, const struct xml_node *structure, const char *name)
{
    const struct xml_node *inner = rdf_child(structure, "Description");
    const struct xml_node *s = inner ? inner : structure;
    for (struct xml_node *c = xml_first_element(s); c; c = xml_next_element(c))
        if (str_eq(c->name, name))
            return xml_content_folded(a, c);
    for (uint32_t i = 0; i < s->attribute_count; i++)
        if (str_eq(s->attributes[i].name, name))
            return s->attributes[i].value;
    return NULL;
}

static struct xml_node *
field_list(const struct xml_node *structure, const char *name)
{
    const struct xml_node *inner = rdf_child(structure, "Description");
    const struct xml_node *s = inner ? inner : structure;
    struct xml_node *c = xml_first_element(s);
    while (c && !str_eq(c->name, name))
        c = xml_next_element(c);
    struct xml_node *list = c ? rdf_child(c, NULL) : NULL;
    return list ? xml_first_element(list) : NULL;
}

/* The tables of ISO 19005-2, 6.6.2.3.3: what every schema and every property
 * has to say. */
static void
read_schema(struct xmp *x, struct arena *a, const struct xml_node *li)
{
    static const char *const of_property[] = {"name", "valueType", "category",
                                              "description"};
    struct xmp_schema s = {.uri = field_of(a, li, "namespaceURI"),
                           .prefix = field_of(a, li, "prefix")};
    s.lacks = !s.uri                       ? "namespaceURI"
              : !s.prefix                  ? "prefix"
              : !field_of(a, li, "schema") ? "schema"
                                           : NULL;
    struct xml_node *property = field_list(li, "property");
    for (; property; property = xml_next_element(property)) {
        for (size_t i = 0; i < 4; i++)
            if (!s.lacks && !field_of(a, property, of_property[i]))
                s.lacks = of_property[i];
        const char *name = field_of(a, property, "name");
        if (name)
            *vec_add(a, &s.names) = name;
    }
    *vec_add(a, &x->schemas) = s;
}

static void
read_schemas(struct xmp *x, struct arena *a, const struct xml_node *top)
{
    for (struct xml_node *n = xml_first_element(top); n;
         n = xml_next_element(n)) {
        if (!str_eq(n->uri, EXTENSION) || !str_eq(n->name, "schemas"))
            continue;
        struct xml_node *bag = rdf_child(n, "Bag");
        struct xml_node *li = bag ? xml_first_element(bag) : NULL;
        for (; li; li = xml_next_element(li))
            read_schema(x, a, li);
    }
}

/* The packet's header (ISO 16684-1, 7.3.2): begin may name no encoding, and
 * `bytes` and `encoding` are gone. */
static void
read_header(struct xmp *x, struct arena *a, const char *bytes, size_t n)
{
    static const char *const gone[] = {" bytes=", " encoding="};
    const char *header = memmem(bytes, n, "<?xpacket begin", 15);
    const char *end =
        header ? memmem(header, n - (size_t)(header - bytes), "?>", 2) : NULL;
    x->has_header = end != NULL;
    if (!end)
        return;
    const char *text = arena_strn(a, header, (size_t)(end - header));
    for (size_t i = 0; i < 2; i++) {
        const char *at = strstr(text, gone[i]);
        if (at)
            x->encoding = arena_strn(a, at + 1, strcspn(at + 1, "="));
    }
}

void
xmp_read(struct xmp *x, struct arena *a, const char *bytes, size_t n)
{
    *x = (struct xmp){0};
    read_header(x, a, bytes, n);
    const struct xml_document *d = xml_read(a, bytes, n, false);
    if (!d->root || !d->whole) {
        x->fault = d->faults.n ? d->faults.at[0].text : "it is no XML";
        x->line = d->faults.n ? d->faults.at[0].line : 1;
        return;
    }
    const struct xml_node *rdf = d->root;
    while (rdf && !is_rdf(rdf, "RDF"))
        rdf = xml_next(rdf, d->root);
    if (!rdf) {
        x->fault = "there is no rdf:RDF in it";
        x->line = 1;
        return;
    }
    struct xml_node *top = xml_first_element(rdf);
    for (; top; top = xml_next_element(top))
        if (is_rdf(top, "Description")) {
            read_description(x, a, top);
            read_schemas(x, a, top);
        }
}

const struct xmp_property *
xmp_find(const struct xmp *x, const char *uri, const char *name)
{
    for (size_t i = 0; i < x->properties.n; i++) {
        const struct xmp_property *p = &x->properties.at[i];
        if (str_eq(p->name, name) && str_eq(p->uri, uri))
            return p;
    }
    return NULL;
}

const char *
xmp_value(const struct xmp *x, const char *uri, const char *name)
{
    const struct xmp_property *p = xmp_find(x, uri, name);
    if (!p || !p->items.n)
        return NULL;
    for (size_t i = 0; i < p->items.n; i++)
        if (p->items.at[i].lang && str_eq(p->items.at[i].lang, "x-default"))
            return p->items.at[i].value;
    return p->items.at[0].value;
}

static bool
is_described(const struct xmp *x, const struct xmp_property *p)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq(p->uri, known[i]))
            return true;
    for (size_t i = 0; i < x->schemas.n; i++) {
        const struct xmp_schema *s = &x->schemas.at[i];
        for (size_t k = 0; str_eq(s->uri, p->uri) && k < s->names.n; k++)
            if (str_eq(s->names.at[k], p->name))
                return true;
    }
    return false;
}

const struct xmp_property *
xmp_undescribed(const struct xmp *x, size_t *i)
{
    while (*i < x->properties.n) {
        const struct xmp_property *p = &x->properties.at[(*i)++];
        if (!is_described(x, p))
            return p;
    }
    return NULL;
}
