/* SPDX-License-Identifier: MIT */
/* The NCX (OPF 2.0.1, clause 2.4.1), for readers older than EPUB 3. */
#include "epub/epub_int.h"

#include <string.h>

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

/* Pages are counted behind the contents: readers show them apart. */
static void
write_pages(const struct epub *e, struct xml *x, size_t order)
{
    bool body = false;
    xml_start(x, "pageList");
    xml_line(x);
    write_label(x, "navLabel", doc_word(e->lang, DOC_WORD_PAGES));
    for (size_t i = 0; i < e->pages.n; i++) {
        const struct epub_page *page = &e->pages.at[i];
        bool number = epub_is_page_number(page->label);
        body = body || number;
        xml_start(x, "pageTarget");
        xml_attr(x, "id", page->id);
        xml_attr(x, "type", number ? "normal" : body ? "special" : "front");
        xml_attr(x, "value", number ? page->label : NULL);
        xml_attr_int(x, "playOrder", (int)(order + i + 1));
        xml_line(x);
        write_label(x, "navLabel", page->label);
        xml_start(x, "content");
        xml_attr(x, "src", epub_page_href(e, page));
        xml_end(x);
        xml_line(x);
        xml_end(x);
        xml_line(x);
    }
    xml_end(x);
    xml_line(x);
}

/* The greatest of the pages' numbers. */
static const char *
last_number(const struct epub *e)
{
    const char *last = "0";
    for (size_t i = 0; i < e->pages.n; i++) {
        const char *label = e->pages.at[i].label;
        size_t n = strlen(label), most = strlen(last);
        if (epub_is_page_number(label) &&
            (n > most || (n == most && strcmp(label, last) > 0)))
            last = label;
    }
    return last;
}

/* Returns how many places the points lead to. */
static size_t
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
    return map_count(orders);
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
    write_meta(x, "dtb:totalPageCount",
               arena_printf(e->arena, "%zu", e->pages.n));
    write_meta(x, "dtb:maxPageNumber", last_number(e));
    xml_end(x);
    xml_line(x);
    write_label(x, "docTitle", e->title);
    xml_start(x, "navMap");
    xml_line(x);
    size_t order = write_points(e, x);
    xml_end(x);
    xml_line(x);
    if (e->pages.n)
        write_pages(e, x, order);
    return xml_free(x);
}
