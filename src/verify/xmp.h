/* SPDX-License-Identifier: MIT */
/* An XMP packet (ISO 16684-1) as its properties, and what PDF/A asks of its
 * schemas (ISO 19005-2, 6.6.2.3). */
#ifndef XMP_H
#define XMP_H

#include "base/base.h"

#define XMP_DC "http://purl.org/dc/elements/1.1/"
#define XMP_XMP "http://ns.adobe.com/xap/1.0/"
#define XMP_PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP_PDFA "http://www.aiim.org/pdfa/ns/id/"
#define XMP_PDFUA "http://www.aiim.org/pdfua/ns/id/"

enum xmp_kind { XMP_SIMPLE, XMP_SEQ, XMP_BAG, XMP_ALT, XMP_STRUCTURE };

struct xmp_item {
    const char *value;
    const char *lang; /* xml:lang, or NULL */
};

/* A property of the document. */
struct xmp_property {
    const char *uri, *name; /* its schema's namespace, its own name */
    enum xmp_kind kind;
    VEC(struct xmp_item) items; /* of SIMPLE one; of STRUCTURE none */
};

/* A schema that the packet describes itself. */
struct xmp_schema {
    const char *uri, *prefix;
    VEC(const char *) names; /* of its properties */
    const char *lacks; /* a field that its description has to have, or NULL */
};

struct xmp {
    const char *fault;    /* why it is no XML or holds no RDF, or NULL */
    uint32_t line;        /* of the fault, from 1 in the packet */
    bool has_header;      /* <?xpacket begin=…?> */
    const char *encoding; /* that the header or the XML declaration names and
                             that a packet may not name, or NULL */
    VEC(struct xmp_property) properties;
    VEC(struct xmp_schema) schemas;
    const char *twice; /* a property that is there twice, or NULL */
};

/* Reads a packet into the arena; `x->fault` says whether it could be. */
void xmp_read(struct xmp *x, struct arena *a, const char *bytes, size_t n);

/* The property, or NULL; its first value, "x-default" before others; or NULL.
 */
const struct xmp_property *xmp_find(const struct xmp *x, const char *uri,
                                    const char *name);
const char *xmp_value(const struct xmp *x, const char *uri, const char *name);

/* The first property at or behind `*i` that is of no schema known to PDF/A and
 * none that the packet describes; NULL at the end. */
const struct xmp_property *xmp_undescribed(const struct xmp *x, size_t *i);

#endif
