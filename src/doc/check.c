/* SPDX-License-Identifier: MIT */
/* What must hold of a tree whatever pass has run. */
#include "doc/doc.h"

#include <string.h>

/* Kinds that hold blocks, and inlines too where a line of text is all. */
static bool
is_mixed(const struct doc_node *node)
{
    return node->kind == DOC_ITEM || node->kind == DOC_TOC_ENTRY ||
           node->kind == DOC_INDEX_ENTRY || node->kind == DOC_INDEX_LOCATOR ||
           node->kind == DOC_DIV || node->kind == DOC_DEFINITION ||
           node->kind == DOC_FIGURE;
}

static bool
is_inline(enum doc_model model)
{
    return model == DOC_IS_INLINE || model == DOC_IS_ATOM;
}

static bool
may_hold(const struct doc_node *parent, const struct doc_node *child)
{
    enum doc_model inside = doc_vocab[child->kind].model;
    switch (doc_vocab[parent->kind].model) {
    case DOC_IS_ROOT:
        return inside == DOC_IS_DIVISION;
    case DOC_IS_DIVISION:
        if (parent->kind == DOC_PART)
            return inside == DOC_IS_DIVISION;
        return inside == DOC_IS_BLOCK || inside == DOC_IS_LEAF;
    case DOC_IS_BLOCK:
        return inside == DOC_IS_BLOCK || inside == DOC_IS_LEAF ||
               (is_inline(inside) && is_mixed(parent));
    case DOC_IS_LEAF:
    case DOC_IS_INLINE:
        return is_inline(inside);
    default:
        return false;
    }
}

/* Kinds that make sense in one kind of parent alone. */
static bool
is_misplaced(const struct doc_node *node)
{
    enum doc_kind parent = node->parent ? node->parent->kind : DOC_BOOK;
    switch (node->kind) {
    case DOC_ITEM:
        return parent != DOC_LIST;
    case DOC_CELL:
        return parent != DOC_ROW;
    case DOC_ROW:
        return parent != DOC_TABLE_HEAD && parent != DOC_TABLE_BODY;
    case DOC_TABLE_HEAD:
    case DOC_TABLE_BODY:
    case DOC_TABLE_CAPTION:
        return parent != DOC_TABLE;
    case DOC_NOTE:
        return parent != DOC_NOTES;
    case DOC_TOC_ENTRY:
        return parent != DOC_TOC;
    case DOC_INDEX_ENTRY:
        return parent != DOC_INDEX_LIST;
    case DOC_INDEX_LOCATORS:
        return parent != DOC_INDEX_ENTRY;
    case DOC_INDEX_LOCATOR:
        return parent != DOC_INDEX_LOCATORS;
    default:
        return false;
    }
}

static const char *
links_fault(const struct doc_node *n)
{
    if (n->first && (n->first->prev || n->first->parent != n))
        return "its first child does not lead back";
    if (n->last && (n->last->next || n->last->parent != n))
        return "its last child does not lead back";
    if (!n->first != !n->last)
        return "it has a first or a last child alone";
    if (n->next && (n->next->prev != n || n->next->parent != n->parent))
        return "its next sibling does not lead back";
    return NULL;
}

/* An id that XML and a URL's fragment can both have. */
static bool
is_id(const char *id)
{
    return *id && !strpbrk(id, " \t\n\r\f\"'<>&#%");
}

static const char *
text_fault(const struct doc_node *n)
{
    bool may = n->kind == DOC_TEXT || n->kind == DOC_CODE ||
               n->kind == DOC_CODE_BLOCK || n->kind == DOC_NOTE_REF;
    if ((n->kind == DOC_TEXT || n->kind == DOC_CODE) && !n->text)
        return "it has no text";
    if (!may && n->text)
        return "it has text of its own";
    if (n->text && utf8_check(n->text, strlen(n->text)) != strlen(n->text))
        return "its text is no UTF-8";
    return NULL;
}

/* The node of the tree that this one leads to, or NULL. */
static const struct doc_node *
target_of(const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_LINK:
        return n->link->target;
    case DOC_PAGE_REF:
        return n->page_ref->target;
    case DOC_NOTE_REF:
        return n->note->note;
    case DOC_NOTE:
        return n->note->ref;
    default:
        return NULL;
    }
}

static const char *
data_fault(const struct doc_book *book, const struct doc_node *n)
{
    if (n->line && !n->file)
        return "it has a line but no file";
    if (n->kind == DOC_HEADING && (n->level < 1 || n->level > 6))
        return "its level is not 1 to 6";
    if (n->kind == DOC_CELL && (n->cell->colspan < 1 || n->cell->rowspan < 1))
        return "it spans no row or column";
    if (n->id && !is_id(n->id))
        return "its id is no name";
    const struct doc_node *top = target_of(n);
    while (top && top->parent)
        top = top->parent;
    if (top && top != book->root)
        return "it leads to a node that stands nowhere";
    return NULL;
}

static const char *
node_fault(const struct doc_book *book, const struct doc_node *n)
{
    if (n->parent && !may_hold(n->parent, n))
        return "its parent can't hold it";
    if (is_misplaced(n))
        return "it stands in a kind of parent where it means nothing";
    const char *fault = links_fault(n);
    if (!fault)
        fault = text_fault(n);
    return fault ? fault : data_fault(book, n);
}

char *
doc_check(const struct doc_book *book)
{
    struct arena *a = arena_new();
    struct map *ids = map_new(a);
    char *said = NULL;
    for (struct doc_node *n = book->root; n && !said;
         n = doc_next(n, book->root)) {
        const char *fault = node_fault(book, n);
        if (!fault && n->id && map_get(ids, n->id))
            fault = arena_printf(a, "its id “%s” is there twice", n->id);
        if (fault)
            said = arena_printf(
                book->arena, "%s in %s at %s:%u: %s", doc_vocab[n->kind].name,
                n->parent ? doc_vocab[n->parent->kind].name : "nothing",
                n->file ? n->file : "(generated)", n->line, fault);
        if (n->id)
            map_set(ids, n->id, n);
    }
    arena_free(a);
    return said;
}
