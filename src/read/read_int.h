/* SPDX-License-Identifier: MIT */
/* What the files of read/ share. */
#ifndef READ_READ_INT_H
#define READ_READ_INT_H

#include "read/read.h"

enum {
    READ_ARTICLE_BYTES = 4 << 20,     /* of one article's file */
    READ_LINE_BYTES = 32 << 10,       /* of one line of it */
    READ_PARAGRAPH_BYTES = 256 << 10, /* of lines without a blank one */
    READ_TABLE_COLUMNS = 100,
    READ_TABLE_CELLS = 50000, /* cmark fills short rows up */
    READ_TABLE_LEAD = 200,    /* lines of text right above a table */
    READ_PARTS = 500,         /* parts within one another */
    READ_DEPTH = 50,          /* blocks and inlines within one another */
    READ_NOTES = 5000,        /* in one article */
    READ_MARKERS = 64,        /* quote marks that begin one line */
};

/* The place that was asked for last: the next one is mostly near. */
struct read_cursor {
    size_t line, byte;
    uint32_t col;
};

/* A text with its lines, for places. */
struct read_source {
    const char *file; /* as messages name it */
    const char *text;
    size_t n;
    uint32_t first_line;    /* of `text` in the file */
    uint32_t first_col;     /* of `text` in that line */
    const uint32_t *starts; /* the offset of each line, and the end */
    size_t lines;
    struct read_cursor *last;
};

struct read_images;

/* What the reading of one book shares. */
struct reader {
    struct doc_book *book;
    const struct conf_manifest *manifest; /* NULL in read_inline */
    const struct read_options *options;
    struct diag *diag;
    struct arena *scratch;      /* emptied after each article */
    struct read_images *images; /* NULL in read_inline */
    bool front_alone;           /* no text is wanted */
};

/* source.c: a text as it is read, with the offsets of its lines in `a`. */
void read_source_init(struct read_source *s, struct arena *a, const char *file,
                      const char *text, size_t n, uint32_t first_line);

/* The place of a byte of a line (0 for the first) of the source. */
struct place read_source_place(const struct read_source *s, size_t line,
                               size_t byte);

/* The byte of the line where `text` stands, the nearest to the given one;
 * SIZE_MAX where it is not in the line. */
size_t read_source_near(const struct read_source *s, size_t line, size_t byte,
                        const char *text, size_t n);
struct place read_source_place_at(const struct read_source *s, size_t offset);

/* Reads an article's file: UTF-8 without byte order mark, line ends as \n.
 * NULL after a message. The text is in the reader's scratch arena. */
char *read_source_load(struct reader *r, const char *path, const char *file,
                       size_t *n);

/* guard.c: whether cmark can take the text in reasonable time; else a message
 * has been given. */
bool read_guard(struct reader *r, const struct read_source *s);

/* front.c: reads the fence at the start of `s` into the article. Returns the
 * offset behind it, or SIZE_MAX where the article can't be used. */
size_t read_front(struct reader *r, const struct read_source *s,
                  struct doc_article *article, struct place *image_at);

/* tree.c: the tree grows by opening and closing. Whatever comes, in whatever
 * order, the tree keeps to the content models: blocks end paragraphs, items
 * get their list, cells their row; where a block can't stand (a list in a
 * heading), its text stays. */
struct tree_frame {
    struct doc_node *node; /* NULL: nothing of its own in the tree */
    const void *owner;     /* the Markdown node it is of, or NULL */
    const char *element;   /* the HTML element it is of, or NULL */
    struct place at;
    bool unknown;   /* an element that has no counterpart */
    bool was_block; /* no node, yet it stands for a block */
};

struct tree {
    struct reader *reader;
    struct doc_book *book;
    const struct read_source *source;
    const char *dir; /* of the article, in the publication */
    struct tree_frame stack[READ_DEPTH + 8];
    size_t depth;
    struct buf text; /* of the TEXT node to come */
    struct place text_at;
    bool separate;    /* a block that became text has ended */
    bool too_deep;    /* has been said */
    const char *skip; /* the HTML element that is left out, or NULL */
    struct place skip_at;
    size_t skip_depth; /* of the stack when it began */
    int skip_nested;
};

void tree_init(struct tree *t, struct reader *r, struct doc_node *root,
               const struct read_source *s);
void tree_end(struct tree *t);

/* The new node, or NULL where the tree gets none; in either case it is open
 * until its owner or element is closed. */
struct doc_node *tree_open(struct tree *t, enum doc_kind kind, struct place at,
                           const void *owner, const char *element);

/* Opens something that has no node of its own. */
void tree_open_nothing(struct tree *t, struct place at, const void *owner,
                       const char *element);

/* A node that is complete at once: a rule, an image, a line break. */
struct doc_node *tree_atom(struct tree *t, enum doc_kind kind, struct place at);

/* Closes what the Markdown node opened, if that is still open. */
void tree_close(struct tree *t, const void *owner);

/* Closes whatever is open above a depth of the stack; of that, what nobody
 * wrote but HTML's loose items and terms needed. */
void tree_back(struct tree *t, size_t depth);
void tree_close_implied(struct tree *t, size_t depth);

/* Closes the nearest open HTML element of the name. False where none is. */
bool tree_close_element(struct tree *t, const char *element);

void tree_text(struct tree *t, const char *s, size_t n, struct place at);

/* The same with each stretch of white space as one space, as HTML has it. */
void tree_html_text(struct tree *t, const char *s, size_t n, struct place at);

/* The innermost open node. */
struct doc_node *tree_top(const struct tree *t);

/* Whether a node of the kind is open. */
bool tree_inside(const struct tree *t, enum doc_kind kind);

/* clean.c: what is put right when a node is complete. Removes it where
 * nothing is left of it. */
void read_clean_node(struct doc_book *book, struct doc_node *node);

/* A text that XML can hold, in form NFC, in the arena. */
char *read_clean_text(struct arena *a, const char *s, size_t n);

/* markdown.c: Markdown below `root`; images are relative to `dir`. */
void read_markdown(struct reader *r, struct doc_node *root,
                   const struct read_source *s, const char *dir);

/* attributes.c: ids and classes that an author wrote. */
void read_set_id(struct tree *t, struct doc_node *node, const char *id,
                 struct place at);
void read_set_classes(struct tree *t, struct doc_node *node,
                      const char *classes);

/* Reads `{#id .class width=50%}` at the start of `s`: its length, or 0 where
 * there is none. Empty strings and 0 where a part is not given. */
struct read_attributes {
    const char *id, *classes;
    int width_percent;
};
size_t read_attributes(struct arena *a, const char *s,
                       struct read_attributes *out);

/* An image onto the tree. `alt` NULL: none was given; "": it is decorative. */
struct doc_node *read_add_image(struct tree *t, const char *src,
                                const char *alt, const char *title,
                                struct place at);

/* Says that a decorative image has a description. */
void read_tell_described(struct diag *d, struct place at);

/* The description of an image that its author calls decorative or not: "" or
 * `alt`. Says where both are there. */
const char *read_decorative(struct reader *r, bool decorative, const char *alt,
                            struct place at);

/* alt.c: says where an alt text or a link's text says nothing. */
void read_check_texts(struct reader *r, const struct doc_node *article,
                      struct place featured_at);

/* html.c: a stretch of raw HTML onto the tree. It begins in the given line (0
 * for the first) of the source, at the byte or behind it; in quotes and lists
 * its further lines are looked for in the source's lines. */
void read_html(struct tree *t, const char *html, size_t n, size_t line,
               size_t byte);
void read_html_init(void);

/* link.c: whether a link may stay as it is. Else NULL after a message; what
 * is returned is in the book's arena. */
const char *read_link(struct reader *r, const char *href, struct place at);

/* image.c: what is known of image files. */
struct read_images *read_images_new(struct reader *r);

/* Fills the asset and, where the author gave none, the alt of an image whose
 * src is set. Paths are relative to `dir`, which is in the publication. */
void read_image(struct reader *r, struct doc_image *image, const char *dir,
                bool featured, struct place at);

/* The asset of a path, percent-encoded or not, or NULL after a message. */
struct doc_asset *read_asset(struct reader *r, const char *src, const char *dir,
                             struct place at);

/* Why an image can't be used; text NULL: it can. */
struct read_fault {
    enum diag_id id;
    const char *text, *hint;
};

/* jpeg.c, png.c, svg.c: check an image file and take out what is nobody's
 * business. The asset's bytes, size and the like are set, in the arena. */
struct read_fault read_jpeg(struct arena *a, struct doc_asset *asset,
                            const char *bytes, size_t n);
struct read_fault read_png(struct arena *a, struct doc_asset *asset,
                           const char *bytes, size_t n);
struct read_fault read_svg(struct reader *r, struct doc_asset *asset,
                           const char *bytes, size_t n);

/* svg_weight.c: whether the drawing below an element, an xmlNode, stands for
 * more than can be drawn in reasonable time. */
struct _xmlNode;
bool read_svg_is_heavy(const struct _xmlNode *root);

enum { READ_IMAGE_SIDE = 20000, READ_IMAGE_PIXELS = 100 * 1000 * 1000 };

/* Whether an image of that many pixels is within the limits. */
struct read_fault read_size_fault(struct arena *a, size_t width, size_t height);

/* headings.c: the heading that repeats the title goes; without a title in the
 * front matter the first H1 is it. The others start at level 2, without
 * gaps. */
void read_headings(struct reader *r, struct doc_node *article);

/* order.c: sorts the articles and sets the categories that make parts, as the
 * manifest says. Says that there are no articles, when `tried` were read. */
void read_order(struct reader *r, struct doc_node **articles, size_t n);
void read_report_none(struct reader *r, size_t tried);

/* shape.c: what an article's blocks mean: figures, the note at its start,
 * the panel of takeaways. */
void read_shape(struct reader *r, struct doc_node *article);

/* The article's panel of takeaways, or NULL. */
struct doc_node *read_takeaways(const struct doc_node *article);

/* A text without case, space, quotes and other signs, for comparing. */
const char *read_loose(struct arena *a, const char *text);

/* table.c: a head where the first rows are one, rows of the same length. */
void read_tables(struct reader *r, struct doc_node *article);

/* listed.c: what front matter lists: the panels of takeaways and questions, the
 * section "article-sources", in this order before the notes. */
void read_listed(struct reader *r, struct doc_node *article);

/* consent.c: reads the key `consent`: a reference alone, or a map. */
bool read_consent(struct conf_context *c, const struct conf_value *value,
                  void *into, const struct conf_key *key);

/* Says so where the consent has ended: a story without one must not go out. */
void read_consent_check(struct reader *r, const struct doc_article *article);

#endif
