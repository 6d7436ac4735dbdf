/* SPDX-License-Identifier: MIT */
/* An EPUB as its package document tells it: files and reading order. Silent:
 * what is wrong is said by the checks. */
#ifndef EPUB_BOOK_H
#define EPUB_BOOK_H

#include "verify/epub_xml.h"
#include "verify/epub_zip.h"

/* No document of XML is read that is longer. */
#define EPUB_XML_LIMIT ((size_t)64 << 20)

/* A file that the manifest lists. */
struct epub_item {
    const char *id, *href, *media_type; /* "" where it has none */
    const char *properties, *fallback;  /* or NULL */
    const char *overlay;                /* or NULL */
    const char *path; /* in the container; NULL: elsewhere, or no path */
    const struct epub_entry *entry; /* or NULL: it is not there */
    const struct xml_node *node;    /* in the package document */
    bool remote;                    /* it is on the web */
    bool in_spine;
    bool linear; /* in the spine, and not linear="no" */
    size_t spine_index;
    /* For links into it: its ids → where they stand, once it was read. */
    struct map *ids;
    bool read, is_nav, is_ncx;
    bool linked;     /* a link leads to it */
    bool remote_use; /* something refers to it, and it is on the web */
};

struct epub_book {
    struct arena *arena;
    struct epub_zip zip;
    struct xml_document *container; /* META-INF/container.xml, or NULL */
    struct xml_document *package;   /* or NULL */
    const char *package_path;       /* "EPUB/package.opf"; or NULL */
    const char *folder;             /* of that; "" at the root */
    int version;                    /* 2 or 3; 0: none that is known */
    struct epub_item *items;
    size_t item_count;
    struct map *by_id, *by_path;
    struct epub_item **spine;
    size_t spine_count;
};

/* Opens the EPUB in `bytes`, which stay in use, and reads its package as far
 * as that can be done. False where it is no container at all. */
bool epub_book_open(struct epub_book *b, struct arena *a, const char *bytes,
                    size_t n);

/* Reads a document of XML into arena `a`. NULL where the file can't be read;
 * `why`, which may be NULL, is told. */
struct xml_document *epub_book_xml(struct epub_book *b, struct arena *a,
                                   const struct epub_entry *entry,
                                   enum epub_reading *why);

/* What a reference within the container leads to. */
struct epub_target {
    enum {
        EPUB_TARGET_FILE, /* `path` in the container, perhaps `fragment` */
        EPUB_TARGET_REMOTE,
        EPUB_TARGET_DATA,     /* a data: URL */
        EPUB_TARGET_OTHER,    /* mailto: and the like */
        EPUB_TARGET_ABOVE,    /* it leads out of the container */
        EPUB_TARGET_ABSOLUTE, /* it begins with "/" */
        EPUB_TARGET_BAD       /* no URL */
    } kind;
    const char *path;     /* of a file; decoded */
    const char *fragment; /* decoded; NULL: none */
    bool query;
};

/* What `url` means in the file at `from`. */
struct epub_target epub_resolve(struct arena *a, const char *from,
                                const char *url);

/* Whether a list parted by white space has the word; NULL has none. */
bool epub_has(const char *list, const char *word);

#endif
