/* SPDX-License-Identifier: MIT */
/* Nodes: making, joining, parting. */
#include "doc/doc.h"

#include <string.h>

struct doc_book *
doc_new(void)
{
    struct arena *a = arena_new();
    struct doc_book *book = ARENA_NEW(a, struct doc_book);
    book->arena = a;
    book->texts = arena_new();
    book->lang = "en";
    book->part_titles = map_new(a);
    book->ids = map_new(a);
    book->lists.contents = 1;
    book->root = doc_node_new(book, DOC_BOOK, (struct place){0});
    return book;
}

void
doc_free(struct doc_book *book)
{
    if (!book)
        return;
    arena_free(book->texts);
    arena_free(book->arena);
}

/* The data that nodes of a kind carry. */
static void
add_data(struct arena *a, struct doc_node *node)
{
    switch (node->kind) {
    case DOC_LINK:
        node->link = ARENA_NEW(a, struct doc_link);
        break;
    case DOC_LIST:
        node->list = ARENA_NEW(a, struct doc_list);
        node->list->start = 1;
        break;
    case DOC_CELL:
        node->cell = ARENA_NEW(a, struct doc_cell);
        node->cell->colspan = node->cell->rowspan = 1;
        break;
    case DOC_IMAGE:
        node->image = ARENA_NEW(a, struct doc_image);
        break;
    case DOC_NOTE:
    case DOC_NOTE_REF:
        node->note = ARENA_NEW(a, struct doc_note);
        break;
    case DOC_ARTICLE:
        node->article = ARENA_NEW(a, struct doc_article);
        break;
    case DOC_PAGE_REF:
        node->page_ref = ARENA_NEW(a, struct doc_page_ref);
        break;
    default:
        break;
    }
}

struct doc_node *
doc_node_new(struct doc_book *book, enum doc_kind kind, struct place at)
{
    struct doc_node *node = ARENA_NEW(book->arena, struct doc_node);
    node->kind = (uint8_t)kind;
    node->file = at.file;
    node->line = at.line;
    node->col = at.col;
    add_data(book->arena, node);
    return node;
}

struct doc_node *
doc_add(struct doc_book *book, struct doc_node *parent, enum doc_kind kind,
        const char *class)
{
    struct doc_node *node = doc_node_new(book, kind, (struct place){0});
    node->class = arena_str(book->arena, class);
    doc_append(parent, node);
    return node;
}

struct doc_node *
doc_add_text(struct doc_book *book, struct doc_node *parent, const char *text)
{
    struct doc_node *node = doc_node_new(book, DOC_TEXT, doc_place(parent));
    node->text = arena_str(book->texts, text);
    doc_append(parent, node);
    return node;
}

/* Puts a node that stands nowhere between two siblings, either of which may
 * be NULL. */
static void
join(struct doc_node *parent, struct doc_node *prev, struct doc_node *node,
     struct doc_node *next)
{
    node->parent = parent;
    node->prev = prev;
    node->next = next;
    *(prev ? &prev->next : &parent->first) = node;
    *(next ? &next->prev : &parent->last) = node;
}

void
doc_append(struct doc_node *parent, struct doc_node *child)
{
    join(parent, parent->last, child, NULL);
}

void
doc_prepend(struct doc_node *parent, struct doc_node *child)
{
    join(parent, NULL, child, parent->first);
}

void
doc_insert_before(struct doc_node *next, struct doc_node *node)
{
    join(next->parent, next->prev, node, next);
}

void
doc_insert_after(struct doc_node *prev, struct doc_node *node)
{
    join(prev->parent, prev, node, prev->next);
}

void
doc_remove(struct doc_node *node)
{
    if (!node->parent)
        return;
    *(node->prev ? &node->prev->next : &node->parent->first) = node->next;
    *(node->next ? &node->next->prev : &node->parent->last) = node->prev;
    node->parent = node->prev = node->next = NULL;
}

void
doc_unwrap(struct doc_node *node)
{
    while (node->first) {
        struct doc_node *child = node->first;
        doc_remove(child);
        doc_insert_before(node, child);
    }
    doc_remove(node);
}

void
doc_move_children(struct doc_node *to, struct doc_node *from)
{
    while (from->first) {
        struct doc_node *child = from->first;
        doc_remove(child);
        doc_append(to, child);
    }
}

void
doc_pack(struct doc_book *book)
{
    struct arena *packed = arena_new();
    for (struct doc_node *n = book->root; n; n = doc_next(n, book->root))
        n->text = arena_str(packed, n->text);
    arena_free(book->texts);
    arena_trim();
    book->texts = packed;
}

const struct doc_entry *
doc_entry_of(const struct doc_catalog *c, const char *path)
{
    struct arena *a = arena_new();
    const char *clean = path_clean(a, path);
    const struct doc_entry *e = map_get(c->by_path, clean ? clean : path);
    arena_free(a);
    return e;
}
