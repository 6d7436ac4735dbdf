/* SPDX-License-Identifier: MIT */
/* From bytes to a tree of elements with their places. libxml2 tells what it
 * reads (SAX2); how far it has come says where that stands. */
#include "verify/epub_xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum { FAULTS_MOST = 8, NODES_MOST = 8 << 20 };

/* A document being read. */
struct reading {
    struct arena *arena;
    struct xml_document *doc;
    xmlParserCtxt *parser;
    const char *bytes; /* as the parser has them: UTF-8 */
    size_t n;
    struct xml_node *open; /* the innermost element */
    struct map *names;     /* strings that are kept once */
    struct buf text;       /* of the text that is not a node yet */
    uint32_t text_line, text_col;
    size_t at; /* an offset, and its place */
    uint32_t line, col;
    bool html_entities;
};

static const char *const namespaces[XML_NS_COUNT] = {
    [XML_NS_NONE] = "",
    [XML_NS_OTHER] = "?",
    [XML_NS_XML] = "http://www.w3.org/XML/1998/namespace",
    [XML_NS_XHTML] = "http://www.w3.org/1999/xhtml",
    [XML_NS_SVG] = "http://www.w3.org/2000/svg",
    [XML_NS_MATHML] = "http://www.w3.org/1998/Math/MathML",
    [XML_NS_EPUB] = "http://www.idpf.org/2007/ops",
    [XML_NS_OPF] = "http://www.idpf.org/2007/opf",
    [XML_NS_DC] = "http://purl.org/dc/elements/1.1/",
    [XML_NS_NCX] = "http://www.daisy.org/z3986/2005/ncx/",
    [XML_NS_CONTAINER] = "urn:oasis:names:tc:opendocument:xmlns:container",
    [XML_NS_ENC] = "http://www.w3.org/2001/04/xmlenc#",
    [XML_NS_DSIG] = "http://www.w3.org/2000/09/xmldsig#",
    [XML_NS_XLINK] = "http://www.w3.org/1999/xlink",
    [XML_NS_SSML] = "http://www.w3.org/2001/10/synthesis",
    [XML_NS_COMP] = "http://www.idpf.org/2016/encryption#compression",
    [XML_NS_SMIL] = "http://www.w3.org/ns/SMIL",
};

static enum xml_ns
namespace_of(const char *uri)
{
    for (int i = XML_NS_XML; uri && i < XML_NS_COUNT; i++)
        if (strcmp(uri, namespaces[i]) == 0)
            return (enum xml_ns)i;
    return uri && *uri ? XML_NS_OTHER : XML_NS_NONE;
}

/* The one copy of a name: most come again and again. */
static const char *
intern(struct reading *r, const char *s)
{
    const char *kept = map_get(r->names, s ? s : "");
    if (!kept) {
        kept = arena_str(r->arena, s ? s : "");
        map_set(r->names, kept, (void *)(uintptr_t)kept);
    }
    return kept;
}

/* How far the parser has come in the bytes. */
static size_t
offset_now(const struct reading *r)
{
    long at = xmlByteConsumed(r->parser);
    return at < 0 ? r->at : (size_t)at > r->n ? r->n : (size_t)at;
}

/* Moves on to an offset, counting lines and code points; never back. */
static void
move_to(struct reading *r, size_t offset)
{
    for (; r->at < offset; r->at++) {
        char c = r->bytes[r->at];
        if (c == '\n') {
            r->line++;
            r->col = 1;
        } else if (((uint8_t)c & 0xC0) != 0x80) {
            r->col++;
        }
    }
}

static struct xml_node *
add_node(struct reading *r)
{
    struct xml_node *node = ARENA_NEW(r->arena, struct xml_node);
    node->order = ++r->doc->nodes;
    node->parent = r->open;
    if (r->open && r->open->last)
        r->open->last->next = node;
    else if (r->open)
        r->open->first = node;
    if (r->open)
        r->open->last = node;
    if (r->doc->nodes >= NODES_MOST)
        xmlStopParser(r->parser);
    return node;
}

static void
end_text(struct reading *r)
{
    if (!r->text.n)
        return;
    if (r->open) {
        struct xml_node *node = add_node(r);
        node->text = arena_strn(r->arena, r->text.at, r->text.n);
        node->line = r->text_line;
        node->col = r->text_col;
        node->uri = "";
    }
    buf_clear(&r->text);
}

static void
read_attributes(struct reading *r, struct xml_node *node, int count,
                const xmlChar **given)
{
    node->attributes =
        ARENA_ARRAY(r->arena, struct xml_attribute, (size_t)count);
    for (int i = 0; i < count; i++, given += 5) {
        struct xml_attribute *to = &node->attributes[i];
        const char *value = (const char *)given[3];
        to->name = intern(r, (const char *)given[0]);
        to->uri = intern(r, (const char *)given[2]);
        to->ns = namespace_of(to->uri);
        to->value = arena_strn(r->arena, value,
                               (size_t)((const char *)given[4] - value));
    }
    node->attribute_count = (uint32_t)count;
}

static void
on_start(void *data, const xmlChar *name, const xmlChar *prefix,
         const xmlChar *uri, int namespace_count, const xmlChar **bound,
         int count, int defaulted, const xmlChar **attributes)
{
    struct reading *r = data;
    (void)prefix, (void)namespace_count, (void)bound, (void)defaulted;
    end_text(r);
    /* No "<" can stand within a start tag: the last one begins it. */
    size_t at = offset_now(r);
    while (at > r->at && r->bytes[at] != '<')
        at--;
    move_to(r, at);
    struct xml_node *node = add_node(r);
    node->name = intern(r, (const char *)name);
    node->uri = intern(r, (const char *)uri);
    node->ns = namespace_of(node->uri);
    node->line = r->line;
    node->col = r->col;
    read_attributes(r, node, count, attributes);
    if (!r->doc->root)
        r->doc->root = node;
    r->open = node;
}

static void
on_end(void *data, const xmlChar *name, const xmlChar *prefix,
       const xmlChar *uri)
{
    struct reading *r = data;
    (void)name, (void)prefix, (void)uri;
    end_text(r);
    if (r->open)
        r->open = r->open->parent;
}

static void
on_text(void *data, const xmlChar *text, int n)
{
    struct reading *r = data;
    if (!r->text.n) {
        r->text_line = r->line;
        r->text_col = r->col;
    }
    buf_add(&r->text, text, (size_t)n);
}

/* An entity that stands for characters: those of HTML by their names. What
 * one of the document's own stands for is not needed for any check but that
 * something is there. */
static void
on_reference(void *data, const xmlChar *name)
{
    (void)name;
    on_text(data, BAD_CAST "\xEF\xBF\xBC", 3); /* U+FFFC */
}

static void
on_comment(void *data, const xmlChar *text)
{
    (void)text;
    end_text(data);
}

static void
on_instruction(void *data, const xmlChar *target, const xmlChar *text)
{
    (void)target, (void)text;
    end_text(data);
}

/* Names that the DTDs of XHTML 1.1 declare need no declaration. */
static xmlEntityPtr
on_entity(void *data, const xmlChar *name)
{
    struct reading *r = data;
    return xmlSAX2GetEntity(r->parser, name);
}

static void
on_entity_declared(void *data, const xmlChar *name, int type,
                   const xmlChar *public_id, const xmlChar *system_id,
                   xmlChar *content)
{
    struct reading *r = data;
    if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY ||
        type == XML_EXTERNAL_PARAMETER_ENTITY)
        r->doc->external_entity = true;
    xmlSAX2EntityDecl(r->parser, name, type, public_id, system_id, content);
}

static void
on_doctype(void *data, const xmlChar *name, const xmlChar *public_id,
           const xmlChar *system_id)
{
    struct reading *r = data;
    r->doc->has_doctype = true;
    r->doc->doctype = intern(r, (const char *)name);
    r->doc->public_id = public_id ? intern(r, (const char *)public_id) : NULL;
    r->doc->system_id = system_id ? intern(r, (const char *)system_id) : NULL;
    move_to(r, offset_now(r));
    r->doc->doctype_line = r->line;
    xmlSAX2InternalSubset(r->parser, name, public_id, system_id);
}

static void
on_document(void *data)
{
    struct reading *r = data;
    xmlSAX2StartDocument(r->parser);
}

static void
on_fault(void *data, xmlErrorPtr e)
{
    struct reading *r = data;
    bool unknown = e->code == XML_ERR_UNDECLARED_ENTITY ||
                   e->code == XML_WAR_UNDECLARED_ENTITY;
    if (unknown && r->html_entities)
        return;
    if (strstr(e->message ? e->message : "", "Excessive depth"))
        r->doc->too_deep = true;
    if ((e->level < XML_ERR_ERROR && !unknown) ||
        r->doc->faults.n >= FAULTS_MOST)
        return;
    struct xml_fault *f = vec_add(r->arena, &r->doc->faults);
    move_to(r, offset_now(r));
    f->line = r->line;
    f->col = r->col;
    f->namespaces = e->domain == XML_FROM_NAMESPACE;
    f->text = str_fold_space(r->arena, e->message ? e->message : "");
}

static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startDocument = on_document,
    .internalSubset = on_doctype,
    .entityDecl = on_entity_declared,
    .getEntity = on_entity,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .reference = on_reference,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .serror = on_fault,
};

/* UTF-16 as UTF-8; false where it is neither. `b` holds what was made. */
static bool
to_utf8(struct xml_document *doc, const char **bytes, size_t *n, struct buf *b)
{
    const uint8_t *u = (const uint8_t *)*bytes;
    bool big = *n > 1 && ((u[0] == 0xFE && u[1] == 0xFF) || (!u[0] && u[1]));
    bool little = *n > 1 && ((u[0] == 0xFF && u[1] == 0xFE) || (u[0] && !u[1]));
    if (!big && !little)
        return utf8_check(*bytes, *n) == *n;
    doc->utf16 = true;
    const char *p = *bytes + (u[0] >= 0xFE ? 2 : 0), *end = *bytes + *n;
    while (end - p >= 2) {
        uint32_t c = utf16_next(&p, end, little);
        buf_utf8(b, c == UTF8_BAD ? 0xFFFD : c);
    }
    *bytes = b->at;
    *n = b->n;
    return !b->failed;
}

/* The encoding that the document's first line declares. */
static const char *
declared_encoding(struct arena *a, const char *bytes, size_t n)
{
    const char *end = memmem(bytes, n < 200 ? n : 200, "?>", 2);
    const char *e =
        end ? memmem(bytes, (size_t)(end - bytes), "encoding", 8) : NULL;
    if (!e || memcmp(bytes, "<?xml", 5) != 0)
        return NULL;
    for (e += 8; e < end && *e != '"' && *e != '\'';)
        e++;
    const char *close =
        e < end ? memchr(e + 1, *e, (size_t)(end - e - 1)) : NULL;
    return close ? arena_strn(a, e + 1, (size_t)(close - e - 1)) : NULL;
}

static void
parse(struct reading *r)
{
    enum {
        OPTIONS = XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC
    };
    xmlSAXHandler sax = handler;
    r->parser = xmlCreateMemoryParserCtxt(r->bytes, (int)r->n);
    if (!r->parser)
        return;
    xmlSAXHandler *given = r->parser->sax;
    r->parser->sax = &sax;
    r->parser->userData = r;
    xmlCtxtUseOptions(r->parser, OPTIONS);
    xmlParseDocument(r->parser);
    r->doc->whole = r->parser->wellFormed && !r->doc->faults.n;
    r->doc->version =
        r->parser->version ? intern(r, (const char *)r->parser->version) : NULL;
    end_text(r);
    if (r->parser->myDoc)
        xmlFreeDoc(r->parser->myDoc);
    r->parser->myDoc = NULL;
    r->parser->sax = given;
    xmlFreeParserCtxt(r->parser);
}

struct xml_document *
xml_read(struct arena *a, const char *bytes, size_t n, bool html_entities)
{
    struct reading r = {.arena = a,
                        .doc = ARENA_NEW(a, struct xml_document),
                        .line = 1,
                        .col = 1,
                        .names = map_new(a),
                        .html_entities = html_entities};
    struct buf converted;
    buf_init(&converted, BUF_LIMIT_OUTPUT);
    buf_init(&r.text, BUF_LIMIT_OUTPUT);
    r.doc->bad_encoding = !to_utf8(r.doc, &bytes, &n, &converted);
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        n -= 3;
    }
    r.doc->encoding = declared_encoding(a, bytes, n);
    r.bytes = bytes;
    r.n = n;
    if (!r.doc->bad_encoding && n > 0 && n < INT32_MAX)
        parse(&r);
    buf_free(&r.text);
    buf_free(&converted);
    return r.doc;
}
