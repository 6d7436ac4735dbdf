/* SPDX-License-Identifier: MIT */
/* The NCX (OPF 2.0.1, clause 2.4.1), for readers older than EPUB 3. */
#include "epub/epub_int.h"

static void
write_meta(struct xml *x, const char *name, const char *content)
{
    xml_start(x, "meta");
    xml_attr(x, "name", name);
    xml_attr(x, "content", content);
    xml_end(x);
    xml_line(x);
}

static void
write_label(struct xml *x, const char *element, const char *text)
{
    xml_start(x, element);
    xml_element(x, "text", text);
    xml_end(x);
    xml_line(x);
}

/* A line that leads nowhere leads to the first one below it. */
static const char *
href_of(const struct epub *e, size_t i)
{
    while (i + 1 < e->entries.n && !e->entries.at[i].href)
        i++;
    return e->entries.at[i].href;
}

static void
write_points(const struct epub *e, struct xml *x)
{
    struct map *orders = map_new(e->arena); /* the same place, the same order */
    int depth = 0;
    for (size_t i = 0; i < e->entries.n; i++) {
        const struct epub_entry *entry = &e->entries.at[i];
        const char *href = href_of(e, i);
        for (; depth >= entry->depth; depth--) {
            xml_end(x);
            xml_line(x);
        }
        depth = entry->depth;
        if (!map_get(orders, href))
            map_set(orders, href, (void *)(map_count(orders) + 1));
        xml_start(x, "navPoint");
        xml_attr(x, "id", arena_printf(e->arena, "point-%zu", i + 1));
        xml_attr_int(x, "playOrder", (int)(uintptr_t)map_get(orders, href));
        xml_line(x);
        write_label(x, "navLabel", entry->text);
        xml_start(x, "content");
        xml_attr(x, "src", href);
        xml_end(x);
        xml_line(x);
    }
    for (; depth > 0; depth--) {
        xml_end(x);
        xml_line(x);
    }
}

bool
epub_write_ncx(const struct epub *e, struct buf *out)
{
    int deepest = 1;
    for (size_t i = 0; i < e->entries.n; i++)
        if (e->entries.at[i].depth > deepest)
            deepest = e->entries.at[i].depth;
    struct xml *x = xml_new(out);
    xml_start(x, "ncx");
    xml_attr(x, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    xml_attr(x, "version", "2005-1");
    xml_attr(x, "xml:lang", e->lang);
    xml_line(x);
    xml_start(x, "head");
    xml_line(x);
    write_meta(x, "dtb:uid", e->identifier);
    write_meta(x, "dtb:depth", arena_printf(e->arena, "%d", deepest));
    write_meta(x, "dtb:totalPageCount", "0");
    write_meta(x, "dtb:maxPageNumber", "0");
    xml_end(x);
    xml_line(x);
    write_label(x, "docTitle", e->title);
    xml_start(x, "navMap");
    xml_line(x);
    write_points(e, x);
    xml_end(x);
    xml_line(x);
    return xml_free(x);
}
