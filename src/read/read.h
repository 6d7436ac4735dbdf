/* SPDX-License-Identifier: MIT */
/* read: front matter, Markdown, raw HTML and images become a document tree. */
#ifndef READ_READ_H
#define READ_READ_H

#include "conf/conf.h"
#include "doc/doc.h"

/* What a run asks for beyond the manifest. */
struct read_options {
    bool drafts; /* take drafts and articles dated in the future too */
    int64_t now; /* seconds since 1970, from the one clock */
    bool single; /* the manifest's one article speaks for the book, as without
                    a manifest */
    enum doc_parallel parallel; /* with `single`: its two articles do, of which
                                   the first speaks */
    const struct doc_catalog *catalog; /* of the publication, or NULL; lives
                                          as long as the book */
};

/* Registers cmark's extensions, which it keeps in variables of its own without
 * a lock: call it once in a run, before anything is read and before there is
 * a second thread. */
void read_begin(void);

/* Reads every article of the manifest into a new book: BOOK with one ARTICLE
 * each, in the manifest's order. Below an ARTICLE stand its blocks as
 * written; its front matter is in `article`. The caller frees the book.
 * Problems go to `d`; the book is as complete as could be. */
struct doc_book *read_book(const struct conf_manifest *manifest,
                           const struct read_options *options, struct diag *d);

/* What the front matter of the manifest's articles says, in their order, with
 * those left out that read_book() leaves out. The catalogue is in the arena.
 * Problems go to `d`; no text is read. */
struct doc_catalog *read_catalog(struct arena *a,
                                 const struct conf_manifest *manifest,
                                 const struct read_options *options,
                                 struct diag *d);

/* An image file outside any article, cleaned like theirs, in the arena. NULL,
 * with a message at `at`, where it can't be used. */
struct doc_asset *read_picture(struct arena *a, const char *path,
                               const char *shown, struct place at,
                               struct diag *d);

/* Joins translations to their originals in a catalogue of a publication with
 * several languages, and says what is wrong with them. */
void read_join_translations(struct doc_catalog *c,
                            const struct conf_manifest *manifest,
                            struct diag *d);

/* The paths of those of the articles `own` that the language's editions have,
 * translations where their originals stand; in the arena. The catalogue is of
 * all articles of the manifest, with translations joined. */
struct conf_strings read_articles_in(struct arena *a,
                                     const struct doc_catalog *c,
                                     const struct doc_catalog *own,
                                     const char *lang,
                                     const struct conf_manifest *m);

/* One inline Markdown text (a source, an excerpt) as children of `parent`. */
void read_inline(struct doc_book *book, struct doc_node *parent,
                 const char *markdown, struct place at, struct diag *d);

/* The front matter's keys, for the manual. */
extern const struct conf_key read_article_keys[];
extern const size_t read_article_key_count;

#endif
