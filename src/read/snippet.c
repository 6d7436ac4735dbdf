/* SPDX-License-Identifier: MIT */
/* One inline Markdown text: a source, an excerpt. */
#include "read/read_int.h"

#include <string.h>

/* Moves the inlines of each block into the parent, a space between blocks. */
static void
take_inlines(struct doc_book *book, struct doc_node *parent,
             struct doc_node *from)
{
    for (struct doc_node *n = from->first; n; n = doc_next(n, from)) {
        bool code = n->kind == DOC_CODE_BLOCK;
        if (doc_vocab[n->kind].model != DOC_IS_LEAF || n->kind == DOC_RULE)
            continue;
        if (parent->last)
            doc_add_text(book, parent, " ");
        if (code)
            doc_add_text(book, parent, n->text);
        else
            doc_move_children(parent, n);
    }
}

static void
drop_marks(struct doc_node *parent)
{
    struct doc_node *next;
    for (struct doc_node *n = parent->first; n; n = next) {
        next = doc_next(n, parent);
        if (n->kind == DOC_NOTE_REF)
            doc_remove(n);
    }
}

void
read_inline(struct doc_book *book, struct doc_node *parent,
            const char *markdown, struct place at, struct diag *d)
{
    struct reader r = {.book = book, .diag = d, .scratch = arena_new()};
    struct doc_node *root = doc_node_new(book, DOC_DIV, at);
    struct read_source s;
    read_html_init();
    root->lang = doc_lang(book, parent);
    read_source_init(&s, r.scratch, at.file, markdown, strlen(markdown),
                     at.line);
    s.first_col = at.col ? at.col : 1;
    if (read_guard(&r, &s)) {
        read_markdown(&r, root, &s, ".");
        if (root->last && root->last->kind == DOC_NOTES)
            doc_remove(root->last);
        take_inlines(book, parent, root);
        drop_marks(parent);
    }
    arena_free(r.scratch);
}
