/* SPDX-License-Identifier: MIT */
/* XML as the checks read it: a plain tree with the place of every element,
 * made by libxml2's parser. Nothing is fetched, no external entity read. */
#ifndef EPUB_XML_H
#define EPUB_XML_H

#include "base/base.h"

/* The namespaces that rules speak of. */
enum xml_ns {
    XML_NS_NONE,
    XML_NS_OTHER,
    XML_NS_XML,
    XML_NS_XHTML,
    XML_NS_SVG,
    XML_NS_MATHML,
    XML_NS_EPUB, /* epub:type and its kin */
    XML_NS_OPF,
    XML_NS_DC,
    XML_NS_NCX,
    XML_NS_CONTAINER,
    XML_NS_ENC,
    XML_NS_DSIG,
    XML_NS_XLINK,
    XML_NS_SSML,
    XML_NS_COMP, /* compression in encryption.xml */
    XML_NS_SMIL,
    XML_NS_COUNT
};

struct xml_attribute {
    enum xml_ns ns;
    const char *name;  /* local */
    const char *uri;   /* "" without a namespace */
    const char *value; /* normalized as XML says of CDATA */
};

/* An element, or a text (name NULL; CDATA is text too). */
struct xml_node {
    struct xml_node *parent, *first, *last, *next;
    enum xml_ns ns;
    const char *name; /* local; NULL: a text */
    const char *uri;
    const char *text; /* of a text */
    struct xml_attribute *attributes;
    uint32_t attribute_count;
    uint32_t line, col; /* of its "<", from 1, in code points */
    uint32_t order;     /* elements and texts, in the document's order */
    uint8_t within;     /* what its content may be: of the check of HTML */
};

/* What is wrong with a document as XML. */
struct xml_fault {
    uint32_t line, col;
    const char *text;
    bool namespaces; /* else it is not well-formed at all */
};

struct xml_document {
    struct xml_node *root;        /* NULL where nothing could be read */
    bool whole;                   /* well-formed to its end */
    bool too_deep;                /* deeper than the parser goes */
    VEC(struct xml_fault) faults; /* the first few */
    const char *encoding;         /* as declared, or NULL */
    const char *version;
    bool utf16;        /* its bytes were UTF-16 */
    bool bad_encoding; /* they are neither UTF-8 nor UTF-16 */
    bool has_doctype;
    const char *doctype, *public_id, *system_id; /* or NULL */
    uint32_t doctype_line;
    bool external_entity; /* one is declared */
    uint32_t nodes;
};

/* Reads a document of `n` bytes into the arena. `html_entities`: names such as
 * &nbsp; are known, as by the DTDs of XHTML 1.1 that EPUB 2 knows. */
struct xml_document *xml_read(struct arena *a, const char *bytes, size_t n,
                              bool html_entities);

/* The value of an attribute, or NULL. */
const char *xml_get(const struct xml_node *node, enum xml_ns ns,
                    const char *name);

/* Of an attribute without a namespace. */
const char *xml_value(const struct xml_node *node, const char *name);

/* Whether the node is that element. */
bool xml_is(const struct xml_node *node, enum xml_ns ns, const char *name);

/* The next node of a walk below `top` in the document's order; `top` first,
 * NULL at the end. */
struct xml_node *xml_next(const struct xml_node *node,
                          const struct xml_node *top);

/* The next node that is not within this one. */
struct xml_node *xml_next_beside(const struct xml_node *node,
                                 const struct xml_node *top);

/* The first child element; and the next sibling that is an element. */
struct xml_node *xml_first_element(const struct xml_node *node);
struct xml_node *xml_next_element(const struct xml_node *node);

/* The nearest ancestor that is that element of XHTML; or NULL. */
struct xml_node *xml_ancestor(const struct xml_node *node, enum xml_ns ns,
                              const char *name);

/* All text within, one piece; in the arena. */
const char *xml_content(struct arena *a, const struct xml_node *node);

/* The same, trimmed, with runs of white space made one space. */
const char *xml_content_folded(struct arena *a, const struct xml_node *node);

#endif
