/* SPDX-License-Identifier: MIT */
/* What the checks of an EPUB share. */
#ifndef EPUB_INT_H
#define EPUB_INT_H

#include "verify/epub_book.h"
#include "verify/verify_int.h"

/* Something that a document refers to. */
enum epub_use {
    EPUB_USE_LINK,     /* a hyperlink */
    EPUB_USE_IMAGE,    /* img, image, poster, input */
    EPUB_USE_SOURCE,   /* picture's source */
    EPUB_USE_MEDIA,    /* audio, video, source */
    EPUB_USE_TRACK,    /* track */
    EPUB_USE_STYLE,    /* a style sheet */
    EPUB_USE_FONT,     /* of a style sheet */
    EPUB_USE_SCRIPT,   /* script */
    EPUB_USE_FRAME,    /* iframe */
    EPUB_USE_OBJECT,   /* object, embed */
    EPUB_USE_SVG,      /* use, gradients: a part of a drawing */
    EPUB_USE_CITE,     /* cite: need not be there */
    EPUB_USE_NAV,      /* a link of the navigation document */
    EPUB_USE_NAV_PAGE, /* of its page list */
    EPUB_USE_NAV_TOC,  /* of its table of contents */
    EPUB_USE_NCX,      /* content of an NCX */
    EPUB_USE_OVERLAY,  /* text of a media overlay */
    EPUB_USE_OTHER     /* an url() of a style sheet */
};

/* A reference into a document: judged when all have been read. */
struct epub_reference {
    enum epub_use use;
    struct epub_item *from, *to;
    const char *fragment; /* or NULL */
    const char *where;    /* the file that it stands in */
    uint32_t line, col;
    bool intrinsic; /* its element brings a fallback of its own */
};

/* A page-break marker or an entry of the page list. */
struct epub_page {
    struct epub_item *item;
    const char *id; /* or NULL */
    uint32_t line, col, order;
};

struct epub_check {
    struct verify_file *file;
    struct arena *arena;   /* until the file's check ends */
    struct arena *scratch; /* until the document's */
    struct epub_book book;
    size_t findings;
    VEC(struct epub_reference) references;
    VEC(struct epub_page) breaks, pages;
    struct map *encrypted; /* paths → "1" obfuscated, "2" otherwise */
    struct map *prefixes;  /* that the package declares */
    const char *unique_id; /* the text of that dc:identifier; or NULL */
    bool fixed;            /* the package's layout is pre-paginated */
    bool scripted;         /* some document has scripts */
    struct xml_node *metadata;
};

/* The document that is being read. */
struct epub_document {
    struct epub_check *check;
    struct epub_item *item;
    struct xml_document *xml;
    struct map *ids;      /* id → its element */
    struct map *prefixes; /* that it declares */
    const char *path;
    bool svg, mathml, scripted, remote, has_switch, form;
    bool remote_script; /* remote, and perhaps by script alone */
    bool base;          /* an element sets another base */
};

/* Adds a finding at a place in a file of the container; `path` NULL: the
 * container itself. */
void epub_say(struct epub_check *e, enum epub_rule rule, const char *path,
              uint32_t line, uint32_t col, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* The same, of a node in a document; in the package document. */
#define epub_say_node(d, rule, node, ...)                                      \
    epub_say((d)->check, (rule), (d)->path, (node)->line, (node)->col,         \
             __VA_ARGS__)
#define epub_say_package(e, rule, node, ...)                                   \
    epub_say((e), (rule), (e)->book.package_path, (node) ? (node)->line : 0,   \
             (node) ? (node)->col : 0, __VA_ARGS__)

/* What is wrong with a document as XML; false where nothing of it can be
 * trusted. */
bool epub_check_xml(struct epub_check *e, const char *path,
                    const struct xml_document *doc);

/* Ids of a document: unique, and names; into `ids`. */
void epub_check_ids(struct epub_check *e, const char *path,
                    const struct xml_document *doc, struct map *ids);

/* The parts of a check, in their order. */
void epub_check_zip(struct epub_check *e);
void epub_check_container(struct epub_check *e);
void epub_check_encryption(struct epub_check *e);
void epub_check_package(struct epub_check *e);
void epub_check_metadata(struct epub_check *e);
void epub_check_manifest(struct epub_check *e);
void epub_check_spine(struct epub_check *e);
void epub_check_collection(struct epub_check *e, const struct xml_node *n);
void epub_check_documents(struct epub_check *e);
void epub_check_references(struct epub_check *e);
void epub_check_access(struct epub_check *e);
void epub_check_pages(struct epub_check *e);

/* One document of a kind. */
void epub_check_html(struct epub_document *d);
void epub_check_html_rules(struct epub_document *d);
void epub_check_html_access(struct epub_document *d);

/* XHTML within SVG or MathML: its elements may stand there, in flow or among
 * phrases. */
void epub_check_embedded(struct epub_document *d, const struct xml_node *n,
                         bool flow);
void epub_check_svg(struct epub_document *d, struct xml_node *svg);
void epub_check_mathml(struct epub_document *d, struct xml_node *math);
void epub_check_links(struct epub_document *d);
void epub_check_nav(struct epub_document *d);
void epub_check_ncx(struct epub_document *d);
void epub_check_overlay(struct epub_document *d);
void epub_check_viewport(struct epub_document *d);
void epub_check_css(struct epub_document *d, const char *css, size_t n,
                    uint32_t line, uint32_t col, bool declarations);
void epub_check_media(struct epub_check *e, struct epub_item *item);

/* An element of XHTML: its attributes by the table. */
struct epub_element;
void epub_check_attributes(struct epub_document *d, struct xml_node *n,
                           const struct epub_element *element);
void epub_check_role(struct epub_document *d, struct xml_node *n,
                     const char *roles);
void epub_check_epub_type(struct epub_document *d, struct xml_node *n,
                          bool allowed);

/* A reference from the node; the URL as written. */
void epub_refer(struct epub_document *d, const struct xml_node *n,
                enum epub_use use, const char *url);
void epub_refer_at(struct epub_document *d, uint32_t line, uint32_t col,
                   enum epub_use use, const char *url);

/* The prefixes that an attribute declares, with findings. */
void epub_read_prefixes(struct epub_check *e, const char *path,
                        const struct xml_node *n, const char *value,
                        struct map *into);

/* The value without its media type's parameters, lower case. */
enum {
    EPUB_CORE_IMAGE = 1,
    EPUB_CORE_AUDIO = 2,
    EPUB_CORE_FONT = 4,
    EPUB_CORE_STYLE = 8,
    EPUB_CORE_SCRIPT = 16,
    EPUB_CORE_CONTENT = 32,
    EPUB_CORE_OTHER = 64,
    EPUB_EXEMPT = 128 /* foreign, but it needs no fallback */
};
unsigned epub_core(const char *media_type);

/* Whether the item, or one of its fallbacks, is of these kinds. */
bool epub_falls_back(struct epub_check *e, const struct epub_item *item,
                     unsigned kinds);

/* Whether the value is well-formed by BCP 47. */
bool epub_is_language(const char *tag);

/* A name of XML without colon; a number without sign. */
bool epub_is_ncname(const char *s);
bool epub_is_digits(const char *s, size_t n);

/* Whether an item's place in the spine is of fixed layout. */
bool epub_is_fixed(const struct epub_check *e, const struct epub_item *item);

#endif
