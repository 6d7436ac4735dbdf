/* SPDX-License-Identifier: MIT */
/* What epub's files share: the plan of the publication, XML, the zip. */
#ifndef EPUB_EPUB_INT_H
#define EPUB_EPUB_INT_H

#include "epub/epub.h"

/* A content document, in reading order. */
struct epub_file {
    const char *name;  /* in the folder EPUB: "my-story.xhtml" */
    const char *item;  /* its id in the manifest */
    const char *title; /* of the page, never empty */
    const char *lang;
    const struct doc_node *division; /* NULL: a cover that the tree lacks */
};

/* An image of the text. */
struct epub_image {
    const struct doc_asset *asset;
    const char *name; /* "images/photo.jpg" */
};

/* A font to embed. */
struct epub_face {
    const struct epub_font *font;
    const char *name; /* "fonts/face.otf" */
    const char *media_type;
};

/* A line of the navigation. */
struct epub_entry {
    int depth;                     /* from 1 */
    const char *href;              /* NULL: a heading over others */
    const char *text;              /* never empty */
    const char *class;             /* or NULL */
    const char *lang;              /* where it is not the page's; or NULL */
    const struct doc_node *label;  /* whose inlines are shown; NULL: text */
    const struct doc_node *target; /* NULL: the file's start */
    bool hidden; /* for those who ask for a way, not for those who read on */
};

struct epub_entries {
    struct epub_entry *at;
    size_t n, room;
};

/* A list of figures or tables that stands in the navigation document. */
struct epub_list {
    const struct doc_node *division;
    struct epub_entries entries;
};

/* A marker: where a page of the printed edition begins, as struct doc_page has
 * it but for where none may stand. */
struct epub_page {
    const char *label, *id;
    const struct epub_file *file;
    const struct doc_node *node;
    uint32_t at;
};

/* What accessibility metadata and the package say of the content. */
struct epub_facts {
    size_t images; /* that are not decorative */
    size_t no_alt; /* of those, without any text */
    size_t headings;
    size_t notes;
    size_t tables;
    bool index;
    bool moves;        /* something is animated */
    struct map *langs; /* BCP 47 tag → itself, in the order of first use */
};

struct xml;

/* All that is decided before anything is written. */
struct epub {
    struct arena *arena; /* lives as long as the plan */
    const struct doc_book *book;
    const struct epub_options *options;
    const char *title, *identifier, *lang; /* never empty */
    bool cover;
    const char *cover_name; /* "images/cover.jpg" */
    size_t nav_file;        /* index in `files`; SIZE_MAX: not to be read */
    struct map *taken;      /* names in use, case folded */
    struct map *images_by_asset; /* asset's name → struct epub_image * */
    VEC(struct epub_file) files;
    VEC(struct epub_image *) images;
    VEC(struct epub_face) faces;
    struct epub_entries entries; /* of the contents */
    VEC(struct epub_list) lists;
    VEC(struct epub_page) pages; /* in their order */
    struct epub_facts facts;
    const struct epub_file **by_division; /* sorted by the division's address */
};

/* Decides names, order and navigation. Borrows the book and the options. */
void epub_plan(struct epub *e, struct arena *a, const struct doc_book *book,
               const struct epub_options *o);
void epub_plan_entries(struct epub *e);
void epub_gather_facts(struct epub *e);

/* pages.c: chooses where markers of printed pages stand, and names them. */
void epub_plan_pages(struct epub *e);

/* The markers of a file that is not made node by node; of the navigation
 * document, those of one of its lists. */
void epub_write_pages(const struct epub *e, struct xml *x,
                      const struct epub_file *file,
                      const struct doc_node *division);

/* A marker that shows nothing. */
void epub_write_page_break(struct xml *x, const struct epub_page *page);

const char *epub_page_href(const struct epub *e, const struct epub_page *page);

/* Whether the label is a number without letters; else it stands in the front
 * matter or is a name. */
bool epub_is_page_number(const char *label);

/* A file name that nothing else has: portable ASCII from `stem`, or from
 * `otherwise` where that has no such letter, in `folder` ("" or "images/"). */
const char *epub_name(struct epub *e, const char *folder, const char *stem,
                      const char *otherwise, const char *ext);

/* Whether a list of figures or tables has no file of its own: where there is
 * a navigation document to be read, it stands there, as EPUB 3.3 has it. */
bool epub_in_nav(const struct epub *e, const struct doc_node *division);

/* The file a node is written to, or NULL. */
const struct epub_file *epub_file_of(const struct epub *e,
                                     const struct doc_node *node);

/* The link that leads from the file `from` (NULL: any other) to the node, or
 * NULL where that is written nowhere. In the plan's arena. */
const char *epub_href_to(const struct epub *e, const struct epub_file *from,
                         const struct doc_node *node);

/* A link out of the book as a valid URL in `a`, or NULL where it can't be one
 * that reading systems should follow. */
const char *epub_url(struct arena *a, const char *href);

/* The longest part of the tag that BCP 47 allows (RFC 5646, clause 2.1);
 * "und" where there is none. In `a`. */
const char *epub_lang(struct arena *a, const char *tag);

/* What stands in place of the image, never NULL: "" is decorative. */
const char *epub_alt(struct arena *a, const struct doc_node *image);

/* Whether anything but white space is left of it in XML. */
bool epub_has_text(const char *s);

/* The direction of a division in this language, where it is not the book's,
 * as an attribute of the open element. */
void epub_write_dir(const struct epub *e, struct xml *x, const char *lang);

/* Language and direction of a node as attributes of the open element. */
void epub_write_lang(const struct epub *e, struct xml *x,
                     const struct doc_node *n);

/* Well-formed XML onto a buffer, by libxml2's writer. Names are ASCII
 * literals; values are UTF-8, of which characters that XML forbids are left
 * out. */
struct xml *xml_new(struct buf *out);

/* Closes what is open; false where libxml2 failed. */
bool xml_free(struct xml *x);
void xml_start(struct xml *x, const char *element);
void xml_attr(struct xml *x, const char *name, const char *value);
void xml_attr_int(struct xml *x, const char *name, int value);
void xml_text(struct xml *x, const char *text);
void xml_doctype_html(struct xml *x);
void xml_line(struct xml *x);

/* Ends the innermost element: void elements as `<br/>`, all others with a
 * tag. */
void xml_end(struct xml *x);

/* An element with nothing but text. */
void xml_element(struct xml *x, const char *element, const char *text);

/* The XHTML of a node and all below it. */
void epub_write_nodes(const struct epub *e, struct xml *x,
                      const struct epub_file *file,
                      const struct doc_node *root);

/* The text below the node as one line, without what the label leaves out. */
const char *epub_label(struct arena *a, const struct doc_node *node);

/* The inlines below `root` as a label: without links, notes, images and
 * further entries. */
void epub_write_label(const struct epub *e, struct xml *x,
                      const struct doc_node *root);

/* package.c: a meta element of the package that says more of another, or of the
 * publication. `id`, `refines` and `scheme` may be NULL. */
void epub_refine(struct xml *x, const char *id, const char *refines,
                 const char *property, const char *scheme, const char *value);

/* Whole documents. False where libxml2 failed. */
bool epub_write_page(const struct epub *e, const struct epub_file *file,
                     struct buf *out);
bool epub_write_nav(const struct epub *e, struct buf *out);
bool epub_write_ncx(const struct epub *e, struct buf *out);
bool epub_write_package(const struct epub *e, struct buf *out);
bool epub_write_container(struct buf *out);
void epub_write_css(const struct epub *e, struct buf *out);
bool epub_has_css(const struct epub *e);
void epub_write_access(const struct epub *e, struct xml *x);

/* The head of an XHTML page, up to and with `<body>`, which says what the
 * division is to the book. */
struct xml *epub_start_page(const struct epub *e, const char *title,
                            const char *lang, enum doc_kind division,
                            struct buf *out);

/* The container (OCF 3.3, clause 4): entries are given in any order, written
 * sorted behind the mimetype. Bytes of stored entries are borrowed until
 * zip_write(), those of deflated ones copied. */
struct epub_zip;
struct epub_zip *epub_zip_new(void);
void epub_zip_free(struct epub_zip *z);
void epub_zip_store(struct epub_zip *z, const char *name, const void *bytes,
                    size_t n);
void epub_zip_deflate(struct epub_zip *z, const char *name, const void *bytes,
                      size_t n);

/* Writes the container, dated `modified`. NULL, or what libzip says. */
const char *epub_zip_write(struct epub_zip *z, int64_t modified,
                           struct file_out *out, struct arena *a);

/* Reads the fonts to embed, names them and adds them. False where a message
 * says why one can't be. */
bool epub_add_fonts(struct epub *e, struct epub_zip *zip, struct diag *d);

#endif
