/* SPDX-License-Identifier: MIT */
/* Walking the tree and asking it. */
#include "doc/doc.h"

#include <string.h>

struct doc_node *
doc_next_skip(const struct doc_node *node, const struct doc_node *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct doc_node *
doc_next(const struct doc_node *node, const struct doc_node *root)
{
    return node->first ? node->first : doc_next_skip(node, root);
}

struct doc_node *
doc_above(const struct doc_node *node, enum doc_kind kind)
{
    while (node && node->kind != kind)
        node = node->parent;
    return (struct doc_node *)(uintptr_t)node;
}

const char *
doc_lang(const struct doc_book *book, const struct doc_node *node)
{
    for (; node; node = node->parent)
        if (node->lang)
            return node->lang;
    return book->lang;
}

struct place
doc_place(const struct doc_node *node)
{
    return (struct place){node->file, node->line, node->col};
}

const struct doc_node *
doc_section(const struct doc_node *article, const struct doc_node *after,
            int depth)
{
    const struct doc_node *n = after ? after : article;
    while (n) {
        bool enter =
            n == article ||
            (doc_vocab[n->kind].model == DOC_IS_BLOCK && n->kind != DOC_NOTES);
        n = enter ? doc_next(n, article) : doc_next_skip(n, article);
        if (n && n->kind == DOC_HEADING && n->level >= 2 && n->level <= depth)
            return n;
    }
    return NULL;
}

char *
doc_text(struct arena *a, const struct doc_node *node)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (const struct doc_node *n = node; n; n = doc_next(n, node)) {
        if (n->kind == DOC_LINE_BREAK)
            buf_char(&b, ' ');
        else if (n->text && n->kind != DOC_NOTE_REF)
            buf_str(&b, n->text);
    }
    char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}

const struct doc_node *
doc_cover_of(const struct doc_book *book)
{
    doc_each_child (division, book->root)
        if (division->kind == DOC_COVER)
            return division;
    return NULL;
}

struct doc_node *
doc_title_of(const struct doc_node *division)
{
    for (struct doc_node *n = division->first; n;) {
        if (n->kind == DOC_TITLE)
            return n;
        n = doc_vocab[n->kind].model == DOC_IS_BLOCK
                ? doc_next(n, division)
                : doc_next_skip(n, division);
    }
    return NULL;
}

bool
doc_has_header_cell(const struct doc_node *table)
{
    for (const struct doc_node *n = table; n; n = doc_next(n, table)) {
        if (n->kind != DOC_CELL || !n->cell->header)
            continue;
        for (const struct doc_node *t = n; t; t = doc_next(t, n))
            if ((t->text && !str_blank(t->text)) ||
                (t->kind == DOC_IMAGE && !t->image->decorative))
                return true;
    }
    return false;
}
