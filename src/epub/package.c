/* SPDX-License-Identifier: MIT */
/* The package document (EPUB 3.3, clause 5), and the container's pointer to
 * it. */
#include "epub/epub_int.h"

static const char *
one_line(const struct epub *e, const char *s)
{
    return str_fold_space(e->arena, s);
}

/* A Dublin Core element, where there is something to say. */
static void
dc(const struct epub *e, struct xml *x, const char *name, const char *id,
   const char *text)
{
    if (!epub_has_text(text))
        return;
    xml_start(x, name);
    xml_attr(x, "id", id);
    xml_text(x, one_line(e, text));
    xml_end(x);
    xml_line(x);
}

void
epub_refine(struct xml *x, const char *id, const char *refines,
            const char *property, const char *scheme, const char *value)
{
    xml_start(x, "meta");
    xml_attr(x, "id", id);
    xml_attr(x, "refines", refines);
    xml_attr(x, "property", property);
    xml_attr(x, "scheme", scheme);
    xml_text(x, value);
    xml_end(x);
    xml_line(x);
}

static void
write_titles(const struct epub *e, struct xml *x)
{
    dc(e, x, "dc:title", "title", e->title);
    if (!epub_has_text(e->book->subtitle))
        return;
    epub_refine(x, NULL, "#title", "title-type", NULL, "main");
    epub_refine(x, NULL, "#title", "display-seq", NULL, "1");
    dc(e, x, "dc:title", "subtitle", e->book->subtitle);
    epub_refine(x, NULL, "#subtitle", "title-type", NULL, "subtitle");
    epub_refine(x, NULL, "#subtitle", "display-seq", NULL, "2");
}

/* Every language of the text; an unknown one alone where there is no other. */
static void
write_languages(const struct epub *e, struct xml *x)
{
    size_t n = map_count(e->facts.langs);
    for (size_t i = 0; i < n; i++) {
        const char *tag = map_at(e->facts.langs, i)->key;
        if (n == 1 || !str_eq(tag, "und"))
            dc(e, x, "dc:language", NULL, tag);
    }
}

static void
write_authors(const struct epub *e, struct xml *x)
{
    const struct doc_names *authors = &e->book->authors;
    int n = 0;
    for (size_t i = 0; i < authors->n; i++) {
        if (!epub_has_text(authors->at[i]))
            continue;
        const char *id = arena_printf(e->arena, "#creator-%d", ++n);
        dc(e, x, "dc:creator", id + 1, authors->at[i]);
        epub_refine(x, NULL, id, "role", "marc:relators", "aut");
        epub_refine(x, NULL, id, "display-seq", NULL,
                    arena_printf(e->arena, "%d", n));
    }
}

static void
write_subjects(const struct epub *e, struct xml *x)
{
    struct map *seen = map_new(e->arena);
    for (size_t i = 0; i < e->book->subjects.n; i++) {
        const char *text = one_line(e, e->book->subjects.at[i]);
        if (!map_get(seen, text))
            dc(e, x, "dc:subject", NULL, text);
        map_set(seen, text, seen);
    }
}

static void
write_dates(const struct epub *e, struct xml *x)
{
    struct date d = e->book->published;
    char modified[21];
    if (d.year > 0)
        dc(e, x, "dc:date", NULL,
           arena_printf(e->arena, "%04d-%02d-%02d", d.year, d.month, d.day));
    clock_utc(e->book->modified, modified);
    xml_start(x, "meta");
    xml_attr(x, "property", "dcterms:modified");
    xml_text(x, modified);
    xml_end(x);
    xml_line(x);
}

/* The series, and which of its volumes this is (clause D.3.1). */
static void
write_series(const struct epub *e, struct xml *x)
{
    const struct doc_book *book = e->book;
    if (!epub_has_text(book->series))
        return;
    epub_refine(x, "series", NULL, "belongs-to-collection", NULL,
                one_line(e, book->series));
    epub_refine(x, NULL, "#series", "collection-type", NULL, "series");
    if (book->volume)
        epub_refine(x, NULL, "#series", "group-position", NULL, book->volume);
}

/* Metadata of EPUB 2, which stores and older readers look at. */
static void
write_legacy(struct xml *x, const char *name, const char *content)
{
    xml_start(x, "meta");
    xml_attr(x, "name", name);
    xml_attr(x, "content", content);
    xml_end(x);
    xml_line(x);
}

static void
write_metadata(const struct epub *e, struct xml *x)
{
    const struct doc_book *book = e->book;
    xml_start(x, "metadata");
    xml_attr(x, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_line(x);
    dc(e, x, "dc:identifier", "pub-id", e->identifier);
    write_titles(e, x);
    write_languages(e, x);
    write_authors(e, x);
    dc(e, x, "dc:publisher", NULL, book->publisher);
    dc(e, x, "dc:description", NULL, book->description);
    write_subjects(e, x);
    write_series(e, x);
    dc(e, x, "dc:rights", NULL, book->rights);
    write_dates(e, x);
    epub_write_access(e, x);
    if (e->cover)
        write_legacy(x, "cover", "cover-image");
    if (e->options->generator)
        write_legacy(x, "generator", e->options->generator);
    xml_end(x);
    xml_line(x);
}

static void
write_item(struct xml *x, const char *id, const char *href, const char *type,
           const char *properties)
{
    xml_start(x, "item");
    xml_attr(x, "id", id);
    xml_attr(x, "href", href);
    xml_attr(x, "media-type", type);
    xml_attr(x, "properties", properties);
    xml_end(x);
    xml_line(x);
}

static const char xhtml_type[] = "application/xhtml+xml";

static void
write_manifest(const struct epub *e, struct xml *x)
{
    static const char *const image_types[] = {[DOC_JPEG] = "image/jpeg",
                                              [DOC_PNG] = "image/png",
                                              [DOC_SVG] = "image/svg+xml"};
    xml_start(x, "manifest");
    xml_line(x);
    write_item(x, "nav", "nav.xhtml", xhtml_type, "nav");
    write_item(x, "ncx", "toc.ncx", "application/x-dtbncx+xml", NULL);
    if (epub_has_css(e))
        write_item(x, "css", "style.css", "text/css", NULL);
    for (size_t i = 0; i < e->files.n; i++)
        if (i != e->nav_file)
            write_item(x, e->files.at[i].item, e->files.at[i].name, xhtml_type,
                       NULL);
    if (e->cover)
        write_item(x, "cover-image", e->cover_name, "image/jpeg",
                   "cover-image");
    for (size_t i = 0; i < e->images.n; i++)
        write_item(x, arena_printf(e->arena, "image-%zu", i + 1),
                   e->images.at[i]->name,
                   image_types[e->images.at[i]->asset->kind], NULL);
    for (size_t i = 0; i < e->faces.n; i++)
        write_item(x, arena_printf(e->arena, "font-%zu", i + 1),
                   e->faces.at[i].name, e->faces.at[i].media_type, NULL);
    xml_end(x);
    xml_line(x);
}

static void
write_itemref(struct xml *x, const char *id)
{
    xml_start(x, "itemref");
    xml_attr(x, "idref", id);
    xml_end(x);
    xml_line(x);
}

static void
write_spine(const struct epub *e, struct xml *x)
{
    xml_start(x, "spine");
    xml_attr(x, "toc", "ncx");
    if (e->book->rtl || doc_lang_is_rtl(e->lang))
        xml_attr(x, "page-progression-direction", e->book->rtl ? "rtl" : "ltr");
    xml_line(x);
    for (size_t i = 0; i < e->files.n; i++)
        write_itemref(x, e->files.at[i].item);
    if (!e->files.n)
        write_itemref(x, "nav");
    xml_end(x);
    xml_line(x);
}

bool
epub_write_package(const struct epub *e, struct buf *out)
{
    struct xml *x = xml_new(out);
    xml_start(x, "package");
    xml_attr(x, "xmlns", "http://www.idpf.org/2007/opf");
    xml_attr(x, "version", "3.0");
    xml_attr(x, "unique-identifier", "pub-id");
    xml_attr(x, "xml:lang", e->lang);
    if (doc_lang_is_rtl(e->lang))
        xml_attr(x, "dir", "rtl");
    xml_line(x);
    write_metadata(e, x);
    write_manifest(e, x);
    write_spine(e, x);
    return xml_free(x);
}

bool
epub_write_container(struct buf *out)
{
    struct xml *x = xml_new(out);
    xml_start(x, "container");
    xml_attr(x, "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
    xml_attr(x, "version", "1.0");
    xml_line(x);
    xml_start(x, "rootfiles");
    xml_line(x);
    xml_start(x, "rootfile");
    xml_attr(x, "full-path", "EPUB/package.opf");
    xml_attr(x, "media-type", "application/oebps-package+xml");
    xml_end(x);
    xml_line(x);
    xml_end(x);
    xml_line(x);
    return xml_free(x);
}
