/* SPDX-License-Identifier: MIT */
/* Entries of lists: what a heading or a caption says, said again beside its
 * page. */
#include "xform/xform_int.h"

/* What a label has no place for: notes, pictures, what lists add. */
static bool
is_left_out(const struct doc_node *n)
{
    return n->kind == DOC_NOTE_REF || n->kind == DOC_IMAGE ||
           n->kind == DOC_LEADER || n->kind == DOC_PAGE_REF;
}

/* The node's like below `to`, or `to` itself where its children stand there. */
static struct doc_node *
copy_node(struct doc_book *book, struct doc_node *to, const struct doc_node *n)
{
    if (n->kind == DOC_LINK)
        return to;
    if (n->kind == DOC_LINE_BREAK) {
        doc_add_text(book, to, " ");
        return to;
    }
    struct doc_node *copy = doc_node_new(book, n->kind, (struct place){0});
    copy->class = n->class;
    copy->lang = n->lang;
    copy->dir = n->dir;
    copy->override = n->override;
    copy->text = arena_str(book->texts, n->text);
    doc_append(to, copy);
    return copy;
}

void
xform_copy_label(struct doc_book *book, struct doc_node *to,
                 const struct doc_node *from)
{
    struct doc_node *here = to;
    for (const struct doc_node *n = from->first; n;) {
        struct doc_node *inside =
            is_left_out(n) ? here : copy_node(book, here, n);
        if (n->first && !is_left_out(n)) {
            here = inside;
            n = n->first;
            continue;
        }
        while (n != from && !n->next) {
            n = n->parent;
            /* Links have no copy to climb out of. */
            if (n != from && n->kind != DOC_LINK)
                here = here->parent;
        }
        n = n == from ? NULL : n->next;
    }
}

struct doc_node *
xform_add_entry(struct doc_book *book, struct doc_node *toc, const char *class,
                struct doc_node *target)
{
    struct doc_node *entry = doc_add(book, toc, DOC_TOC_ENTRY, class);
    entry->level = 1;
    entry->lang = target->lang;
    struct doc_node *link = doc_add(book, entry, DOC_LINK, NULL);
    link->link->target = target;
    return link;
}

void
xform_add_page(struct doc_book *book, struct doc_node *link)
{
    doc_add(book, link, DOC_LEADER, NULL);
    doc_add(book, link, DOC_PAGE_REF, NULL)->page_ref->target =
        link->link->target;
}
