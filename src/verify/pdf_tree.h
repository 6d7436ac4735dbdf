/* SPDX-License-Identifier: MIT */
/* A PDF's structure tree, read once and kept small (ISO 32000-1, 14.7), and the
 * text that its elements hold. */
#ifndef PDF_TREE_H
#define PDF_TREE_H

#include "verify/pdf_content.h"

/* clang-format off */
#define PDFIN_STANDARD_TYPES(X)                                                \
    X(Document) X(Part) X(Art) X(Sect) X(Div) X(BlockQuote) X(Caption)         \
    X(TOC) X(TOCI) X(Index) X(NonStruct) X(Private) X(P) X(H) X(H1) X(H2)      \
    X(H3) X(H4) X(H5) X(H6) X(L) X(LI) X(Lbl) X(LBody) X(Table) X(TR) X(TH)    \
    X(TD) X(THead) X(TBody) X(TFoot) X(Span) X(Quote) X(Note) X(Reference)     \
    X(BibEntry) X(Code) X(Link) X(Annot) X(Ruby) X(RB) X(RT) X(RP)             \
    X(Warichu) X(WT) X(WP) X(Figure) X(Formula) X(Form)
/* clang-format on */

/* Standard structure types (14.8.4). */
enum pdfin_standard {
    PDFIN_S_NONE, /* no standard type, nor mapped to one */
#define X(name) PDFIN_S_##name,
    PDFIN_STANDARD_TYPES(X)
#undef X
        PDFIN_S_COUNT
};

#define PDFIN_NO_ELEMENT UINT32_MAX

/* Elements stand in the tree's order, each before what is within it. */
struct pdfin_element {
    uint32_t number;  /* of its object; 0: it is direct */
    uint32_t parent;  /* index, or PDFIN_NO_ELEMENT */
    uint32_t until;   /* index behind the last element within */
    uint32_t direct;  /* index in `direct`, of one without a number */
    uint32_t page;    /* object number of /Pg, its own or inherited; or 0 */
    uint32_t order;   /* among all elements and items */
    uint16_t type;    /* index in `types` */
    uint8_t standard; /* enum pdfin_standard */
    uint8_t has;      /* bits PDFIN_HAS_ */
};

enum {
    PDFIN_HAS_ALT = 1 << 0,
    PDFIN_HAS_ACTUAL = 1 << 1,
    PDFIN_HAS_E = 1 << 2,
    PDFIN_HAS_LANG = 1 << 3,
    PDFIN_HAS_ID = 1 << 4,
    PDFIN_HAS_A = 1 << 5
};

/* What an element holds beside elements: marked content or an object. */
struct pdfin_tree_item {
    uint32_t element; /* index */
    uint32_t owner;   /* the page or form of the MCID; or the object */
    int32_t mcid;     /* -1: an object, of an OBJR */
    uint32_t order;
    uint32_t text, n; /* in `texts`, once they were read */
    bool seen;        /* in the content */
};

/* What is wrong with the tree; `element` where it is. */
enum pdfin_tree_fault {
    PDFIN_TREE_TWICE,    /* an element is within two, or in itself */
    PDFIN_TREE_DEEP,     /* deeper than is read */
    PDFIN_TREE_PARENT,   /* /P names another than the parent */
    PDFIN_TREE_KID,      /* something that is no kid of an element */
    PDFIN_TREE_NO_PAGE,  /* marked content of no page */
    PDFIN_TREE_NO_TYPE,  /* no /S */
    PDFIN_TREE_CIRCULAR, /* the role map leads in a circle */
    PDFIN_TREE_UNMAPPED  /* neither standard nor mapped to such a type */
};

struct pdfin_tree {
    struct pdfin *file;
    struct arena *arena;
    const struct pdfin_object *root; /* StructTreeRoot, or PDFIN_NULL */
    VEC(struct pdfin_element) elements;
    VEC(struct pdfin_tree_item) items; /* in the tree's order */
    VEC(const char *) types;
    uint8_t *type_standards;
    uint32_t *by_place;              /* indices of items, by owner and mcid */
    VEC(struct pdfin_object) direct; /* elements without a number */
    VEC(struct {
        enum pdfin_tree_fault fault;
        uint32_t element;
        uint32_t number;
    })
    faults; /* the first few hundred */
    struct buf texts;
    struct map *type_map;
};

/* Reads the tree; an empty one where there is none. Free it with
 * pdfin_tree_close(), before the file is closed. */
struct pdfin_tree *pdfin_tree_open(struct pdfin *f);
void pdfin_tree_close(struct pdfin_tree *t);

/* Reads the text of all marked content of all pages into the items. In marked
 * content with an ActualText that stands for what is shown (14.9.4). Soft
 * hyphens and the like are as they are. */
void pdfin_tree_read_texts(struct pdfin_tree *t);

/* The item with this marked content; or NULL. */
struct pdfin_tree_item *pdfin_tree_find(const struct pdfin_tree *t,
                                        uint32_t owner, int64_t mcid);

/* An element's object. */
const struct pdfin_object *pdfin_tree_object(const struct pdfin_tree *t,
                                             uint32_t element);

/* A text entry of an element (Alt, ActualText, E, Lang, ID, T) as UTF-8; NULL
 * where it has none. */
const char *pdfin_tree_entry(const struct pdfin_tree *t, struct arena *a,
                             uint32_t element, const char *key);

/* An attribute of an element (14.7.5), as "Table" and "ColSpan"; PDFIN_NULL
 * where it has none. */
const struct pdfin_object *pdfin_tree_attribute(const struct pdfin_tree *t,
                                                uint32_t element,
                                                const char *owner,
                                                const char *key);

/* The type as the file names it, and a standard type's name. */
const char *pdfin_tree_type(const struct pdfin_tree *t, uint32_t element);
const char *pdfin_standard_name(enum pdfin_standard type);
enum pdfin_standard pdfin_standard_of(const char *name);

#endif
