/* SPDX-License-Identifier: MIT */
/* All files of the manifest, one after the other: of each only what later
 * checks need stays, so that memory is that of the largest document. */
#include <string.h>

#include "verify/epub_element.h"

/* What later checks need of the ids: where in the document each stands. */
static void
keep_ids(struct epub_document *d)
{
    struct epub_item *item = d->item;
    item->ids = map_new(d->check->arena);
    for (size_t i = 0; i < map_count(d->ids); i++) {
        const struct map_entry *entry = map_at(d->ids, i);
        const struct xml_node *n = entry->value;
        map_set(item->ids, arena_str(d->check->arena, entry->key),
                (void *)((uintptr_t)n->order + 1));
    }
    item->read = true;
}

/* The prefixes that html declares for epub:type. */
static void
read_prefixes(struct epub_document *d)
{
    const char *value = xml_get(d->xml->root, XML_NS_EPUB, "prefix");
    if (value)
        epub_read_prefixes(d->check, d->path, d->xml->root, value, d->prefixes);
}

/* What the document has, and what its item's properties say. */
static void
check_properties(struct epub_document *d)
{
    const struct {
        const char *name;
        bool has, idle;
    } properties[] = {
        {"svg", d->svg, true},
        {"mathml", d->mathml, true},
        {"scripted", d->scripted || d->form, true},
        {"switch", d->has_switch, true},
    };
    struct epub_check *e = d->check;
    bool html = strcmp(d->item->media_type, "application/xhtml+xml") == 0;
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        bool said = epub_has(d->item->properties, properties[i].name);
        if (!html && strcmp(properties[i].name, "scripted") != 0)
            continue;
        if (properties[i].has && !said)
            epub_say_node(d, EPUB_PROPERTY_MISSING, d->xml->root,
                          "its item lacks the property “%s”",
                          properties[i].name);
        if (!properties[i].has && said)
            epub_say_package(e, EPUB_PROPERTY_IDLE, d->item->node,
                             "“%s” has nothing of the property “%s”", d->path,
                             properties[i].name);
    }
    bool said = epub_has(d->item->properties, "remote-resources");
    if (d->remote && !said)
        epub_say_node(d, EPUB_PROPERTY_MISSING, d->xml->root,
                      "its item lacks the property “remote-resources”");
    if (!d->remote && said && !d->scripted)
        epub_say_package(e, EPUB_PROPERTY_REMOTE, d->item->node,
                         "“%s” refers to no remote resource", d->path);
}

static void
check_html(struct epub_document *d)
{
    read_prefixes(d);
    if (d->check->book.version != 3) {
        epub_check_links(d);
        return;
    }
    epub_check_html(d);
    if (d->item->is_nav)
        epub_check_nav(d);
    epub_check_links(d);
    epub_check_html_access(d);
    check_properties(d);
    if (epub_is_fixed(d->check, d->item))
        epub_check_viewport(d);
}

static void
check_svg(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    read_prefixes(d);
    if (!xml_is(root, XML_NS_SVG, "svg")) {
        epub_say_node(d, EPUB_SVG, root,
                      "the root is “%s”, not “svg” of SVG's namespace",
                      root->name);
        return;
    }
    for (struct xml_node *n = root; n && d->check->book.version == 3;
         n = xml_next(n, root))
        if (n->ns == XML_NS_SVG && n->name)
            epub_check_svg(d, n);
    epub_check_links(d);
    if (d->check->book.version == 3)
        check_properties(d);
    if (epub_is_fixed(d->check, d->item))
        epub_check_viewport(d);
}

static void
check_smil(struct epub_document *d)
{
    epub_check_overlay(d);
}

static void
check_ncx(struct epub_document *d)
{
    epub_check_ncx(d);
}

/* Documents of XML, by their type. */
static const struct {
    const char *type;
    void (*check)(struct epub_document *d);
} kinds[] = {
    {"application/xhtml+xml", check_html},
    {"image/svg+xml", check_svg},
    {"application/x-dtbncx+xml", check_ncx},
    {"application/smil+xml", check_smil},
};

static const char *
reading_says(enum epub_reading status)
{
    static const char *const says[] = {
        [EPUB_READ_DAMAGED] = "the file can't be unpacked",
        [EPUB_READ_CHECKSUM] = "its checksum is another's"};
    return status == EPUB_READ_DAMAGED || status == EPUB_READ_CHECKSUM
               ? says[status]
               : NULL;
}

static void
tell_reading(struct epub_check *e, const char *path, enum epub_reading status)
{
    if (reading_says(status))
        epub_say(e, EPUB_ZIP_DAMAGED, path, 0, 0, "%s", reading_says(status));
    if (status == EPUB_READ_LARGE)
        epub_say(e, EPUB_LIMIT, path, 0, 0,
                 "the document is too large to be checked");
}

static void
check_xml_item(struct epub_check *e, struct epub_item *item,
               void (*check)(struct epub_document *d))
{
    enum epub_reading status;
    struct epub_document d = {.check = e, .item = item, .path = item->path};
    d.xml = epub_book_xml(&e->book, e->scratch, item->entry, &status);
    tell_reading(e, item->path, status);
    d.ids = map_new(e->scratch);
    d.prefixes = map_new(e->scratch);
    if (epub_check_xml(e, item->path, d.xml)) {
        epub_check_ids(e, item->path, d.xml, d.ids);
        check(&d);
        keep_ids(&d);
        e->scripted |= d.scripted;
    }
}

static void
check_style(struct epub_check *e, struct epub_item *item)
{
    struct epub_document d = {.check = e, .item = item, .path = item->path};
    struct buf css;
    buf_init(&css, EPUB_XML_LIMIT);
    enum epub_reading status = epub_zip_read(&e->book.zip, item->entry, &css);
    tell_reading(e, item->path, status);
    d.ids = d.prefixes = map_new(e->scratch);
    if (status == EPUB_READ_OK)
        epub_check_css(&d, css.at, css.n, 1, 1, false);
    buf_free(&css);
}

static void
check_item(struct epub_check *e, struct epub_item *item)
{
    if (!item->entry || map_get(e->encrypted, item->path) ||
        map_get(e->book.by_path, item->path) != item)
        return;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(item->media_type, kinds[i].type) == 0) {
            check_xml_item(e, item, kinds[i].check);
            return;
        }
    if (strcmp(item->media_type, "text/css") == 0)
        check_style(e, item);
    else
        epub_check_media(e, item);
}

void
epub_check_documents(struct epub_check *e)
{
    for (size_t i = 0; i < e->book.item_count; i++) {
        check_item(e, &e->book.items[i]);
        arena_reset(e->scratch);
    }
}
