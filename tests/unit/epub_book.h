/* SPDX-License-Identifier: MIT */
/* Books made by hand, and what the EPUB makes of them. */
#ifndef EPUB_BOOK_H
#define EPUB_BOOK_H

#include "unit.h"

#include <string.h>

#include "epub/epub_int.h"

static inline struct doc_book *
book_new(void)
{
    struct doc_book *book = doc_new();
    book->title = "A Book";
    book->modified = 1767830400;
    book->identifier = "urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8";
    return book;
}

static inline struct doc_node *
add_text_in(struct doc_book *book, struct doc_node *parent, enum doc_kind kind,
            const char *text)
{
    struct doc_node *node = doc_add(book, parent, kind, NULL);
    doc_add_text(book, node, text);
    return node;
}

static inline struct doc_node *
add_article(struct doc_book *book, struct doc_node *parent, const char *slug,
            const char *title)
{
    struct doc_node *article = doc_add(book, parent, DOC_ARTICLE, NULL);
    article->article->slug = slug;
    article->article->title = title;
    add_text_in(book, article, DOC_TITLE, title);
    return article;
}

static inline struct doc_node *
add_link(struct doc_book *book, struct doc_node *parent,
         struct doc_node *target, const char *href, const char *text)
{
    struct doc_node *link = add_text_in(book, parent, DOC_LINK, text);
    link->link->target = target;
    link->link->href = href;
    return link;
}

/* A note below `notes` and its mark below `parent`. */
static inline struct doc_node *
add_note(struct doc_book *book, struct doc_node *parent, struct doc_node *notes,
         int number)
{
    struct doc_node *note = doc_add(book, notes, DOC_NOTE, NULL);
    struct doc_node *ref = doc_add(book, parent, DOC_NOTE_REF, NULL);
    note->id = arena_printf(book->arena, "note-%d", number);
    ref->id = arena_printf(book->arena, "ref-%d", number);
    note->note->number = ref->note->number = number;
    note->note->note = ref->note->note = note;
    note->note->ref = ref->note->ref = ref;
    return note;
}

/* All parts as text, in the book's arena. */
static inline char *
dump_of(struct doc_book *book, const struct epub_options *o)
{
    static const struct epub_options none = {0};
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    epub_dump(book, o ? o : &none, &out);
    assert_false(out.failed);
    char *text = arena_strn(book->arena, out.at, out.n);
    buf_free(&out);
    return text;
}

/* One part of them. */
static inline char *
part_of(struct doc_book *book, const char *name)
{
    char *text = dump_of(book, NULL);
    char *from = strstr(text, arena_printf(book->arena, "==> %s <==\n", name));
    if (!from)
        fail_msg("there is no part %s in\n%s", name, text);
    from = strchr(from, '\n') + 1;
    char *to = strstr(from, "\n==> ");
    return arena_strn(book->arena, from,
                      to ? (size_t)(to + 1 - from) : strlen(from));
}

static inline void
assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece))
        fail_msg("“%s” is not in\n%s", piece, text);
}

static inline void
assert_lacks(const char *text, const char *piece)
{
    if (strstr(text, piece))
        fail_msg("“%s” is in\n%s", piece, text);
}

#endif
