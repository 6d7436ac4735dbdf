/* SPDX-License-Identifier: MIT */
/* META-INF: container.xml, encryption.xml and the rest (EPUB 3.3, 4.2.6). */
#include <string.h>

#include "verify/epub_int.h"

static const char container_path[] = "META-INF/container.xml";
static const char encryption_path[] = "META-INF/encryption.xml";

/* Elements of container.xml: the parent, and the attributes each must and may
 * have. */
static const struct {
    const char *name, *parent, *must, *may;
} elements[] = {
    {"container", "", "version", ""},
    {"rootfiles", "container", "", ""},
    {"links", "container", "", ""},
    {"rootfile", "rootfiles", "full-path media-type", ""},
    {"link", "links", "href rel", "media-type"},
};

static void
check_container_element(struct epub_check *e, const struct xml_node *n)
{
    const char *parent = n->parent ? n->parent->name : "";
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (n->ns != XML_NS_CONTAINER || strcmp(n->name, elements[i].name) ||
            strcmp(parent, elements[i].parent))
            continue;
        for (uint32_t k = 0; k < n->attribute_count; k++) {
            const struct xml_attribute *a = &n->attributes[k];
            if (a->ns == XML_NS_NONE && !epub_has(elements[i].must, a->name) &&
                !epub_has(elements[i].may, a->name))
                epub_say(e, EPUB_CONTAINER_CONTENT, container_path, n->line,
                         n->col, "“%s” has no attribute “%s”", n->name,
                         a->name);
        }
        return;
    }
    if (n->ns == XML_NS_CONTAINER || !n->parent)
        epub_say(e, EPUB_CONTAINER_CONTENT, container_path, n->line, n->col,
                 "“%s” is not allowed here", n->name);
}

static void
check_rootfile(struct epub_check *e, const struct xml_node *n, int *count)
{
    const char *path = xml_value(n, "full-path");
    const char *type = xml_value(n, "media-type");
    if (!path || !*path)
        epub_say(e, EPUB_CONTAINER, container_path, n->line, n->col,
                 "the rootfile names no full-path");
    if (!str_eq(type, "application/oebps-package+xml"))
        epub_say(e, EPUB_CONTAINER, container_path, n->line, n->col,
                 "the rootfile's media-type is not "
                 "“application/oebps-package+xml”");
    else
        ++*count;
    if (path && *path &&
        !epub_zip_find(&e->book.zip,
                       str_decode_url(e->scratch, path, strlen(path))))
        epub_say(e, EPUB_CONTAINER, container_path, n->line, n->col,
                 "the package document “%s” is not there", path);
}

void
epub_check_container(struct epub_check *e)
{
    const struct xml_document *doc = e->book.container;
    int count = 0;
    if (!epub_zip_find(&e->book.zip, container_path)) {
        epub_say(e, EPUB_CONTAINER, NULL, 0, 0, "%s is missing",
                 container_path);
        return;
    }
    if (!epub_check_xml(e, container_path, doc))
        return;
    for (struct xml_node *n = doc->root; n; n = xml_next(n, doc->root)) {
        if (!n->name)
            continue;
        check_container_element(e, n);
        if (xml_is(n, XML_NS_CONTAINER, "container") &&
            !str_eq(xml_value(n, "version"), "1.0"))
            epub_say(e, EPUB_CONTAINER_CONTENT, container_path, n->line, n->col,
                     "container's version is not “1.0”");
        if (xml_is(n, XML_NS_CONTAINER, "rootfile"))
            check_rootfile(e, n, &count);
        if (xml_is(n, XML_NS_CONTAINER, "link") &&
            (!xml_value(n, "href") || !xml_value(n, "rel")))
            epub_say(e, EPUB_CONTAINER_CONTENT, container_path, n->line, n->col,
                     "a link needs href and rel");
    }
    if (!count)
        epub_say(e, EPUB_CONTAINER, container_path, 0, 0,
                 "no rootfile names a package document");
}

/* What an EncryptedData says of one file. */
static void
check_encrypted(struct epub_check *e, const struct xml_node *data)
{
    const char *algorithm = NULL, *uri = NULL;
    for (struct xml_node *n = xml_next(data, data); n; n = xml_next(n, data)) {
        if (xml_is(n, XML_NS_ENC, "EncryptionMethod") && !algorithm)
            algorithm = xml_value(n, "Algorithm");
        if (xml_is(n, XML_NS_ENC, "CipherReference"))
            uri = xml_value(n, "URI");
        if (xml_is(n, XML_NS_COMP, "Compression") &&
            ((!str_eq(xml_value(n, "Method"), "0") &&
              !str_eq(xml_value(n, "Method"), "8")) ||
             !xml_value(n, "OriginalLength")))
            epub_say(e, EPUB_ENCRYPTION, encryption_path, n->line, n->col,
                     "Compression needs Method, 0 or 8, and OriginalLength");
    }
    if (!uri) {
        epub_say(e, EPUB_ENCRYPTION, encryption_path, data->line, data->col,
                 "it does not say which file is encrypted");
        return;
    }
    const char *path = str_decode_url(e->arena, uri, strlen(uri));
    bool font = str_eq(algorithm, "http://www.idpf.org/2008/embedding") ||
                str_eq(algorithm, "http://ns.adobe.com/pdf/enc#RC");
    map_set(e->encrypted, path, (void *)(uintptr_t)(font ? "1" : "2"));
    const struct epub_item *item = map_get(e->book.by_path, path);
    if (!epub_zip_find(&e->book.zip, path))
        epub_say(e, EPUB_MISSING, encryption_path, data->line, data->col,
                 "the encrypted file “%s” is not there", path);
    if (font && item && e->book.version == 3 &&
        !(epub_core(item->media_type) & EPUB_CORE_FONT))
        epub_say(e, EPUB_OBFUSCATED, encryption_path, data->line, data->col,
                 "“%s” is obfuscated, and no font but %s", path,
                 item->media_type);
    if (!font)
        epub_say(e, EPUB_ENCRYPTED, path, 0, 0,
                 "the file is encrypted and was not checked");
}

/* Other files of META-INF need only be well-formed. */
static void
check_reserved(struct epub_check *e)
{
    static const char *const others[] = {
        "META-INF/rights.xml", "META-INF/signatures.xml",
        "META-INF/metadata.xml", "META-INF/manifest.xml"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct epub_entry *entry = epub_zip_find(&e->book.zip, others[i]);
        if (entry)
            epub_check_xml(e, others[i],
                           epub_book_xml(&e->book, e->scratch, entry, NULL));
    }
}

void
epub_check_encryption(struct epub_check *e)
{
    check_reserved(e);
    const struct epub_entry *entry =
        epub_zip_find(&e->book.zip, encryption_path);
    if (!entry)
        return;
    struct xml_document *doc = epub_book_xml(&e->book, e->scratch, entry, NULL);
    if (!epub_check_xml(e, encryption_path, doc))
        return;
    if (!xml_is(doc->root, XML_NS_CONTAINER, "encryption") ||
        !xml_first_element(doc->root))
        epub_say(e, EPUB_ENCRYPTION, encryption_path, doc->root->line,
                 doc->root->col,
                 "the root is not an “encryption” element with content");
    struct map *ids = map_new(e->scratch);
    for (struct xml_node *n = doc->root; n; n = xml_next(n, doc->root)) {
        const char *id = n->name ? xml_value(n, "Id") : NULL;
        if (xml_is(n, XML_NS_ENC, "EncryptedData"))
            check_encrypted(e, n);
        if (n->parent == doc->root && n->name &&
            !xml_is(n, XML_NS_ENC, "EncryptedData") &&
            !xml_is(n, XML_NS_ENC, "EncryptedKey"))
            epub_say(e, EPUB_ENCRYPTION, encryption_path, n->line, n->col,
                     "“%s” is not allowed here", n->name);
        if (id && map_get(ids, id))
            epub_say(e, EPUB_ID, encryption_path, n->line, n->col,
                     "the Id “%s” is there twice", id);
        else if (id)
            map_set(ids, id, n);
    }
    arena_reset(e->scratch);
}
