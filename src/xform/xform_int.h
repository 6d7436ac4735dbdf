/* SPDX-License-Identifier: MIT */
/* xform_int: what the passes share among themselves. */
#ifndef XFORM_XFORM_INT_H
#define XFORM_XFORM_INT_H

#include "xform/xform.h"

/* The passes, each in the file of its name. */
void xform_ids(struct doc_book *book, struct diag *d);
void xform_openings(struct doc_book *book, struct diag *d);
void xform_sources(struct doc_book *book, struct diag *d);
void xform_record(struct doc_book *book, struct diag *d);
void xform_handout(struct doc_book *book, struct diag *d);
void xform_notes(struct doc_book *book, struct diag *d);
void xform_references(struct doc_book *book, struct diag *d);
void xform_parts(struct doc_book *book, struct diag *d);
void xform_pages(struct doc_book *book, struct diag *d);
void xform_typography(struct doc_book *book, struct diag *d);
void xform_numbers(struct doc_book *book, struct diag *d);
void xform_lists(struct doc_book *book, struct diag *d);
void xform_index(struct doc_book *book, struct diag *d);
void xform_contents(struct doc_book *book, struct diag *d);
void xform_directions(struct doc_book *book, struct diag *d);

/* Gives the node an id that no other node of the book has: `wanted` made an
 * XML name, or that with a number behind it. */
void xform_give_id(struct doc_book *book, struct doc_node *node,
                   const char *wanted);

/* `prefix` and a number; the id of a node that can't clash with words. */
void xform_give_numbered_id(struct doc_book *book, struct doc_node *node,
                            const char *prefix, int number);

/* The web address of an article of the book's site, in its arena; NULL: it has
 * none. */
const char *xform_address(struct doc_book *book, const char *slug);

/* The same of an article of the publication, in its own language. */
const char *xform_address_of(struct doc_book *book,
                             const struct doc_entry *entry);

/* The title of a category: from the manifest, else "PATIENT_STORIES" made
 * "Patient Stories". In the arena. */
const char *xform_category_title(struct doc_book *book, const char *category);

/* Adds a leaf with one text to `parent`. */
struct doc_node *xform_add_line(struct doc_book *book, struct doc_node *parent,
                                enum doc_kind kind, const char *class,
                                const char *text);

/* Adds an entry to a TOC; its link leads to the target and awaits a title. */
struct doc_node *xform_add_entry(struct doc_book *book, struct doc_node *toc,
                                 const char *class, struct doc_node *target);

/* In print dots and the page beside an entry's title. */
void xform_add_page(struct doc_book *book, struct doc_node *link);

/* The division that the body, or what is listed behind the contents, begins
 * with; NULL where there is no body. */
struct doc_node *xform_body(const struct doc_book *book);

/* Adds the inlines below `from` to `to`, without notes, pictures and links:
 * what a heading says, to be said again elsewhere. */
void xform_copy_label(struct doc_book *book, struct doc_node *to,
                      const struct doc_node *from);

/* The first and the next ARTICLE of the book, in or out of parts. */
struct doc_node *xform_article(const struct doc_book *book,
                               const struct doc_node *after);

/* A text with quotes, dashes and spaces as the language has them, in the
 * book's arena. */
const char *xform_smart(struct doc_book *book, const char *lang,
                        const char *text);

/* motif.c: the drawing of a cover without a picture, in the book's arena: as
 * wide as its page, or at one side of it, its other side free. */
enum xform_motif { XFORM_MOTIF_WIDE, XFORM_MOTIF_LEFT, XFORM_MOTIF_RIGHT };
struct doc_asset *xform_motif(struct doc_book *book, enum xform_motif where);

/* barcode.c: the 13 digits of an identifier that is an ISBN, in the arena, or
 * NULL; and their bars. */
const char *xform_isbn(struct arena *a, const char *identifier);
struct doc_asset *xform_barcode(struct doc_book *book, const char *digits);

/* openings.c: what stands before name i of several. */
const char *xform_name_joint(struct doc_book *book, const char *lang,
                             const struct doc_names *names, size_t i);

/* cover.c. The book's cover page. */
struct doc_node *xform_cover(struct doc_book *book);

/* "Voices · 3": the series, and which of its volumes this is. */
void xform_add_series(struct doc_book *book, struct doc_node *page,
                      const char *class);

/* A figure with a picture that says nothing. */
void xform_add_decoration(struct doc_book *book, struct doc_node *page,
                          const char *class, struct doc_asset *asset);

/* Classes by the title's length and by the volume's number. */
void xform_add_title_class(struct doc_book *book, struct doc_node *page,
                           const char *title);
void xform_add_length_class(struct doc_book *book, struct doc_node *page,
                            const char *text);
void xform_add_accent(struct doc_book *book, struct doc_node *page);

/* Who wrote it, unless these are more than so many, and who publishes it, with
 * the sign of these. */
void xform_add_foot(struct doc_book *book, struct doc_node *page, size_t most);

/* directions.c: the pass for one page. */
void xform_direct(struct doc_book *book, struct doc_node *root);

/* qr.c: an address as a QR code of at least 2 cm, among the book's assets, and
 * a class that says how much larger it is, or NULL. NULL where the address is
 * longer than any code. */
struct doc_asset *xform_qr(struct doc_book *book, const char *address,
                           const char **class);

/* reading_time.c: how many minutes it takes to read the article, at least 1. */
int xform_reading_time(const struct doc_book *book,
                       const struct doc_node *article);

#endif
