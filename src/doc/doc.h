/* SPDX-License-Identifier: MIT */
/* doc: the document tree, the one thing that every stage shares.
 *
 * A book is one tree of nodes in one arena. read/ makes it, xform/ changes
 * it, style/ and the backends only look. Each kind of node maps to one XHTML
 * element and class list (doc_vocab): the EPUB writes that, and a selector of
 * the stylesheet matches that. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/base.h"

enum doc_kind {
#define DOC_KIND(name, ...) DOC_##name,
#include "doc/doc_kinds.h"
#undef DOC_KIND
    DOC_KIND_COUNT
};

/* What a kind may stand in and hold. */
enum doc_model {
    DOC_IS_ROOT,     /* the book */
    DOC_IS_DIVISION, /* parts, articles, generated pages */
    DOC_IS_BLOCK,    /* holds blocks */
    DOC_IS_LEAF,     /* a block that holds inlines */
    DOC_IS_INLINE,   /* holds inlines */
    DOC_IS_ATOM      /* an inline that holds nothing */
};

/* One row for each kind. */
struct doc_vocab {
    const char *name;     /* as `dump tree` prints it */
    const char *element;  /* XHTML; NULL: it has none and is transparent */
    const char *class;    /* the classes it always has, or NULL */
    const char *epubtype; /* epub:type, or NULL */
    const char *role;     /* DPUB-ARIA role, or NULL */
    const char *tag;      /* PDF structure type; NULL: transparent */
    enum doc_model model;
};

extern const struct doc_vocab doc_vocab[DOC_KIND_COUNT];

struct doc_node;

enum doc_align {
    DOC_ALIGN_NONE,
    DOC_ALIGN_LEFT,
    DOC_ALIGN_CENTER,
    DOC_ALIGN_RIGHT
};
enum doc_task { DOC_TASK_NONE, DOC_TASK_OPEN, DOC_TASK_DONE };

/* LINK. In the source `href` is what the author wrote; the references pass
 * sets `target` where it leads to a node of this book, else NULL. */
struct doc_link {
    const char *href, *title;
    struct doc_node *target;
};

/* AUTO: that of the first letter; the directions pass finds it. */
enum doc_dir { DOC_DIR_NONE, DOC_LTR, DOC_RTL, DOC_DIR_AUTO };

/* LIST. */
struct doc_list {
    bool ordered, tight;
    int start;
};

/* CELL. */
struct doc_cell {
    enum doc_align align;
    bool header;
    int colspan, rowspan; /* at least 1 */
};

enum doc_asset_kind { DOC_JPEG, DOC_PNG, DOC_SVG };

/* An image file, read once, cleaned (no EXIF, no scripts): its bytes are what
 * both outputs embed. */
struct doc_asset {
    enum doc_asset_kind kind;
    const char *path; /* as found, for messages */
    const char *name; /* its file name in an EPUB: ASCII, unique */
    const char *media_type;
    const char *bytes;
    size_t n;
    double width, height; /* CSS px */
    int components;       /* JPEG: 1 grey, 3 RGB, 4 CMYK; else 0 */
    const char *alt;      /* the file's own description (SVG title), or NULL */
    const char *unique;   /* hex digest of the bytes */
    bool tinted; /* SVG: `color` and `fill` of the stylesheet are its own */
};

/* IMAGE. Decorative: `alt` is "". */
struct doc_image {
    struct doc_asset *asset; /* NULL where it could not be read */
    const char *src, *alt, *title;
    bool decorative;
    bool doubtful;     /* `alt` was found to describe nothing */
    int width_percent; /* 0: not given */
};

/* NOTE: what a mark in the text leads to. NOTEREF: the mark. */
struct doc_note {
    int number;            /* from 1 in each article; 0 before the pass */
    const char *label;     /* as the author wrote it */
    struct doc_node *note; /* the NOTE; of a NOTE itself */
    struct doc_node *ref;  /* the first NOTEREF; of a NOTEREF itself */
};

struct doc_names {
    const char **at;
    size_t n;
};

/* The patient's authorization of a story (45 CFR 164.508), which can end. */
struct doc_consent {
    const char *reference;
    struct date expires; /* year 0: it does not */
    bool revoked;
    struct place at; /* of what ends it, else line 0 */
};

/* ARTICLE: its front matter. Strings are NULL, lists empty, dates without a
 * year where the key was not given. */
struct doc_article {
    const char *title, *subtitle, *slug, *excerpt, *category;
    /* In its own language, or NULL: the book's. */
    const char *category_title, *publisher, *contact;
    struct doc_names parts; /* categories in one another, the outermost first;
                               empty: `category` alone */
    struct doc_names authors, tags;
    struct date published, updated, review_by;
    struct doc_image image; /* featuredImage; src NULL: none */
    const char *image_credit;
    const char *lang;
    const char *translation_of; /* slug or path of the original, or NULL */
    struct place translation_at;
    bool draft;
    /* Each an inline Markdown text. read/ also parses them into a SECTION of
     * class "article-sources" that holds one LIST, the article's last child
     * before NOTES; the sources pass adds the heading. */
    struct doc_names sources;
    /* Likewise, as PANELs of class "takeaways" and "questions". */
    struct doc_names takeaways, questions;
    struct place takeaways_at; /* of the key */
    const char *reference;     /* ref */
    const char *version;
    const char *disclaimer;      /* the publication's, of handouts alone */
    const char *disclaimer_lang; /* where it is not the article's, or NULL */
    struct doc_consent consent;
    const char *path; /* of its file, relative to the publication */
    struct place at;
    struct place slug_at; /* of the slug key, else the file */
    struct map *anchors;  /* what a fragment may name here → node, filled by
                             the ids pass; NULL before */
};

/* PAGE_REF: the printed page of a target; print alone shows it. */
struct doc_page_ref {
    struct doc_node *target;
    const char *before; /* what parts it from the text, or NULL */
    bool whole;         /* all pages of a division: "12–15" */
};

struct doc_node {
    struct doc_node *parent, *prev, *next, *first, *last;
    const char *text;  /* TEXT, CODE, CODE_BLOCK: UTF-8, NFC; else NULL */
    const char *id;    /* unique in the book, an XML name; or NULL */
    const char *class; /* further classes, parted by spaces; or NULL */
    const char *lang;  /* BCP 47 where it differs from the parent's; or NULL */
    const char *file;  /* where it comes from; NULL: it was generated */
    uint32_t line, col;
    uint8_t kind;  /* enum doc_kind */
    uint8_t level; /* HEADING: 1 to 6; TOC_ENTRY: depth from 1, at most
                      DOC_TOC_DEPTH */
    uint8_t task;  /* ITEM: enum doc_task */
    uint8_t dir;   /* enum doc_dir: of its text where it is not that of its
                      language */
    bool override; /* SPAN: every sign goes that way (HTML's bdo) */
    union {
        struct doc_link *link;
        struct doc_list *list;
        struct doc_cell *cell;
        struct doc_image *image;
        struct doc_note *note;
        struct doc_article *article;
        struct doc_page_ref *page_ref;
        const char *expansion; /* ABBREVIATION: what it stands for, or NULL */
    };
};

/* The deepest that contents and outlines nest, far deeper than print can show:
 * libraries that read XML stop at 256 elements within one another, and each
 * level of a navigation is two. */
enum { DOC_TOC_DEPTH = 64 };

/* What a book lists of itself. */
struct doc_lists {
    int contents; /* the level of headings down to which the contents go: 1 has
                     parts and articles alone, 0 is no contents */
    int outline;  /* as far go bookmarks and navigation; 0: not said */
    bool figures, tables, tags; /* whether there is a list or an index */
    bool figure_numbers, table_numbers; /* in captions */
    struct place figures_at, tables_at, tags_at, figure_numbers_at,
        table_numbers_at; /* where it is asked for */
};

/* An article of the publication, whether or not this book has it. */
struct doc_entry {
    const char *path; /* relative to the publication */
    const char *file; /* as messages name it */
    const char *slug, *title, *lang;
    const char *name;           /* of its outputs: the slug, with the language
                                   where another article has the same */
    const char *language;       /* the publication's that it is in, or NULL */
    const char *site;           /* as the book's, in its language */
    struct doc_entry *original; /* what it is a translation of; or itself */
    struct doc_entry *next;     /* of the original: its first translation; of
                                   that, the next, or NULL */
    struct place at;            /* of what it says to be a translation of, else
                                   of the file */
    const char *translation_of; /* as written, or NULL */
};

/* All articles of a publication, for books that have some of them. */
struct doc_catalog {
    struct arena *arena; /* of its maker */
    VEC(struct doc_entry *) at;
    struct map *by_path; /* clean path → struct doc_entry * */
};

/* The entry of the path, written as `path` of a DOC_ARTICLE is, or NULL. */
const struct doc_entry *doc_entry_of(const struct doc_catalog *c,
                                     const char *path);

/* How a book's two articles stand beside each other, one the other's
 * translation: below one another, in columns, on facing pages. */
enum doc_parallel {
    DOC_PARALLEL_NONE,
    DOC_PARALLEL_COLUMNS,
    DOC_PARALLEL_PAGES
};

/* A publication: the tree and what stands in its metadata. */
struct doc_book {
    struct arena *arena;
    struct arena *texts; /* of the nodes alone: doc_pack() makes it anew */
    struct doc_node *root;
    const char *title, *subtitle, *description, *lang;
    const char *publisher, *identifier, *rights, *contact;
    struct doc_names authors, subjects;
    const char *site;      /* a URL with {slug}, or NULL */
    struct date published; /* the day that readers see; year 0: none */
    int64_t modified;      /* seconds since 1970, from the one clock */
    bool single;           /* one article without a manifest's front matter */
    bool handout;          /* `single`, from a publication's manifest: with
                              what a reader without the book needs */
    enum doc_parallel parallel;
    const struct doc_catalog *catalog; /* of the publication, or NULL */
    struct doc_asset *cover; /* an image named in the manifest, or NULL */
    struct doc_asset *logo;  /* likewise, the organisation's */
    const char *series;      /* what it is a volume of, or NULL */
    const char *volume;      /* which: "3", "2.1", or NULL */
    struct map *part_titles; /* category → title (const char *) */
    bool rtl;                /* bound on the right: pages go leftwards */
    bool parts;              /* group the articles by category */
    bool sources_page;
    struct doc_lists lists;
    struct map *left_out;  /* path and slug of each article that this run
                              leaves out → why ("a draft", "dated 2027-01-01"),
                              or NULL; hints of dangling links name it */
    const char *typefaces; /* names of the faces used, for the colophon, or
                              NULL; build.c may set it before the passes */
    VEC(struct doc_asset *) assets; /* each once, in the order of first use */
    struct map *ids; /* id → struct doc_node *, filled by the ids pass */
};

/* A book with an empty root in a new arena; doc_free() lets go of all. */
struct doc_book *doc_new(void);
void doc_free(struct doc_book *book);

/* A node that stands nowhere yet, with the data of its kind allocated. The
 * place's file must live as long as the book. */
struct doc_node *doc_node_new(struct doc_book *book, enum doc_kind kind,
                              struct place at);

/* As above, generated (no place), with `class` (or NULL), appended. */
struct doc_node *doc_add(struct doc_book *book, struct doc_node *parent,
                         enum doc_kind kind, const char *class);

/* A TEXT node, appended, at the parent's place. */
struct doc_node *doc_add_text(struct doc_book *book, struct doc_node *parent,
                              const char *text);

void doc_append(struct doc_node *parent, struct doc_node *child);
void doc_prepend(struct doc_node *parent, struct doc_node *child);
void doc_insert_before(struct doc_node *next, struct doc_node *node);
void doc_insert_after(struct doc_node *prev, struct doc_node *node);

/* Takes the node with all below it out of the tree. */
void doc_remove(struct doc_node *node);

/* Takes the node out and leaves its children in its place. */
void doc_unwrap(struct doc_node *node);

/* Moves all children of `from` behind those of `to`. */
void doc_move_children(struct doc_node *to, struct doc_node *from);

/* Adds a class; twice is once. */
void doc_add_class(struct doc_book *book, struct doc_node *node,
                   const char *class);

/* Whether the node has the class, of its own or by its kind. */
bool doc_has_class(const struct doc_node *node, const char *class);

/* Whether it is the one paragraph of an item in a tight list, or one that
 * stands alone between its blocks. No element is written around its text, and
 * no selector means it: on paper it is an anonymous block (CSS 2.2, clause
 * 9.2.1.1). */
bool doc_is_bare(const struct doc_node *node);

/* The XHTML element: that of the kind, or for headings, lists, header cells
 * and the like the one that its data asks for. NULL: transparent. */
const char *doc_element(const struct doc_node *node);

/* The PDF structure type, likewise. */
const char *doc_tag(const struct doc_node *node);

#define doc_each_child(child, node)                                            \
    for (struct doc_node *child = (node)->first; child; child = child->next)

/* The next node in document order below `root`, NULL at the end: into the
 * children first, or past them. */
struct doc_node *doc_next(const struct doc_node *node,
                          const struct doc_node *root);
struct doc_node *doc_next_skip(const struct doc_node *node,
                               const struct doc_node *root);

/* The node itself or the nearest one above it of the kind, or NULL. */
struct doc_node *doc_above(const struct doc_node *node, enum doc_kind kind);

/* The language in force at the node, BCP 47; never NULL. */
const char *doc_lang(const struct doc_book *book, const struct doc_node *node);

/* Whether the language, in the script that its tag names or its own, is written
 * from right to left. */
bool doc_lang_is_rtl(const char *lang);

/* Whether the node says in which direction it is written, and another than
 * that of what it stands in or to keep apart from it: inline, it is isolated
 * (UAX #9). */
bool doc_has_direction(const struct doc_book *book,
                       const struct doc_node *node);

/* Whether the node's text is, by the nearest `dir` or language. */
bool doc_is_rtl(const struct doc_book *book, const struct doc_node *node);

/* Whether nodes of both directions are in the book. */
bool doc_has_both_directions(const struct doc_book *book);

/* The marks around quotations and those inside them, of a BCP 47 tag: of the
 * longest row that begins it, or as in English. */
struct doc_quotes {
    const char *tag;
    const char *open, *close, *inner_open, *inner_close;
};
const struct doc_quotes *doc_quotes_of(const char *lang);

struct place doc_place(const struct doc_node *node);

/* The first heading of level 2 to `depth` in the article, or the next after
 * the one given; those of its notes aside. NULL: there is none. */
const struct doc_node *doc_section(const struct doc_node *article,
                                   const struct doc_node *after, int depth);

/* Whether any header cell of the table says something. */
bool doc_has_header_cell(const struct doc_node *table);

/* The text below the node, in the arena: a line break counts as a space, a
 * note's mark not at all. */
char *doc_text(struct arena *a, const struct doc_node *node);

/* The DOC_TITLE node of an article or other division, or NULL. */
struct doc_node *doc_title_of(const struct doc_node *division);

/* The book's cover page, or NULL. */
const struct doc_node *doc_cover_of(const struct doc_book *book);

/* Lets go of the texts that nodes had before passes wrote others, and of those
 * of nodes no longer in the tree. Nothing but nodes may still point to a
 * node's text. */
void doc_pack(struct doc_book *book);

/* Where a printed page begins: before the node, or where it has a text and `at`
 * is not DOC_BEFORE, before that byte of it; of another node, behind it. */
enum { DOC_BEFORE = UINT32_MAX };
struct doc_page {
    const char *label;               /* as it is printed: "iv", "12" */
    const struct doc_node *node;     /* NULL: a page without text */
    const struct doc_node *floating; /* where a float atop it begins, or NULL */
    uint32_t at;
    bool aside; /* it has notes or floats alone, which the text does not go
                   on with */
};

/* The pages of a book's printed edition, which layout finds and an EPUB shows:
 * some 50 bytes a page. */
struct doc_pages {
    struct arena *arena;
    const char *source; /* the printed edition's identifier */
    VEC(struct doc_page) at;
};
struct doc_pages *doc_pages_new(void);
void doc_pages_free(struct doc_pages *p);

/* Pages come in any order of their index. The label is copied. */
void doc_pages_set(struct doc_pages *p, size_t index, struct doc_page page);

/* When all pages are there: moves each beginning to a gap between words,
 * behind the word that it would split, and puts those that are out of the
 * book's order where the next page begins. */
void doc_pages_settle(struct doc_pages *p, const struct doc_node *root);

/* What is wrong with the tree (links between nodes, content models, ids,
 * missing data), or NULL: "kind at file:line: what". In debug and test builds
 * it is called after every pass. */
char *doc_check(const struct doc_book *book);

/* The tree as text, two spaces a level: `kind id=… class=… "text"`. Below
 * `root`, or the whole book when NULL. */
void doc_dump(const struct doc_book *book, const struct doc_node *root,
              struct buf *out);

/* A word or phrase of generated pages in the language, or in English where
 * there is no translation: DOC_WORD_CONTENTS → "Contents", "Índice", … */
enum doc_word {
    DOC_WORD_CONTENTS,
    DOC_WORD_NOTES,
    DOC_WORD_SOURCES,
    DOC_WORD_COVER,
    DOC_WORD_TITLE_PAGE,
    DOC_WORD_IMPRINT,
    DOC_WORD_COLOPHON,
    DOC_WORD_LANDMARKS,
    DOC_WORD_START,
    DOC_WORD_BACK,
    DOC_WORD_NOTE,
    DOC_WORD_WARNING,
    DOC_WORD_TIP,
    DOC_WORD_IMPORTANT,
    DOC_WORD_CAUTION,
    DOC_WORD_PUBLISHED,
    DOC_WORD_UPDATED,
    DOC_WORD_REVIEW_BY,
    DOC_WORD_PART,
    DOC_WORD_PAGE,
    DOC_WORD_DONE,
    DOC_WORD_OPEN,
    DOC_WORD_IDENTIFIER,
    DOC_WORD_TYPEFACES,
    DOC_WORD_BY,
    DOC_WORD_TAGS,
    DOC_WORD_CONTACT,
    DOC_WORD_AND, /* between the last two of several names */
    DOC_WORD_LANGUAGE,
    DOC_WORD_MADE_WITH, /* before the program's name */
    DOC_WORD_PATIENT_STORIES,
    DOC_WORD_FIGURES, /* the title of the list of figures */
    DOC_WORD_TABLES,
    DOC_WORD_INDEX,
    DOC_WORD_FIGURE, /* before the number of one */
    DOC_WORD_TABLE,
    DOC_WORD_PAGES, /* the list of a printed edition's pages */
    DOC_WORD_FOR_PATIENTS,
    DOC_WORD_READING_TIME, /* `#` is where the minutes stand */
    DOC_WORD_TAKEAWAYS,
    DOC_WORD_QUESTIONS, /* over those to ask at a visit */
    DOC_WORD_REFERENCE,
    DOC_WORD_VERSION,
    DOC_WORD_ON_THE_WEB, /* before an address */
    DOC_WORD_QR_CODE,
    DOC_WORD_COUNT
};
const char *doc_word(const char *lang, enum doc_word word);

/* Lines for those who print sheets of paper, in the language or in English.
 * {n}, {paper} and {file} stand for what is to be filled in. */
enum doc_print {
    DOC_PRINT_SHEETS, /* what such a document is called */
    DOC_PRINT_BOOKLET,
    DOC_PRINT_2_UP,
    DOC_PRINT_4_UP,
    DOC_PRINT_COUNT_SHEETS,
    DOC_PRINT_COUNT_PAGES,
    DOC_PRINT_COUNT_BLANKS,
    DOC_PRINT_DIALOG,
    DOC_PRINT_PAPER,
    DOC_PRINT_ACTUAL_SIZE,
    DOC_PRINT_SHORT_EDGE,
    DOC_PRINT_LONG_EDGE,
    DOC_PRINT_ARRANGED,
    DOC_PRINT_ONE_SIDED,
    DOC_PRINT_AFTER,
    DOC_PRINT_ORDER,
    DOC_PRINT_FOLD,
    DOC_PRINT_STAPLE,
    DOC_PRINT_SCALE,
    DOC_PRINT_READER,
    DOC_PRINT_COUNT
};
const char *doc_print(const char *lang, enum doc_print line);

/* The language's name for itself ("Deutsch"), or NULL where it is not in the
 * table of words. */
const char *doc_lang_name(const char *lang);

/* The tag of the language's row in the table of words ("de" of "de-AT"), or
 * NULL. */
const char *doc_lang_known(const char *lang);

/* What tells readers of the language that a text is there in it too ("Auch auf
 * Deutsch"), or NULL where it is not in the table of words. */
const char *doc_lang_also(const char *lang);

/* A sentence on how a publication can be read, in the language or in English;
 * and what parts it from the next: a space, or "". */
enum doc_sentence {
    DOC_SENTENCE_TEXT,
    DOC_SENTENCE_CONTENTS,
    DOC_SENTENCE_HEADINGS,
    DOC_SENTENCE_NOTES,
    DOC_SENTENCE_ALT,
    DOC_SENTENCE_NO_ALT,
    DOC_SENTENCE_TABLES,
    DOC_SENTENCE_PAGES,
    DOC_SENTENCE_COUNT
};
const char *doc_sentence(const char *lang, enum doc_sentence sentence);
const char *doc_sentence_gap(const char *lang);

/* "January 8, 2026", "8 de enero de 2026", … in the arena. */
char *doc_date(struct arena *a, const char *lang, struct date date);

#endif
