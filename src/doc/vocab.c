/* SPDX-License-Identifier: MIT */
/* The vocabulary: what each kind of node is called in either output. */
#include "doc/doc.h"

const struct doc_vocab doc_vocab[DOC_KIND_COUNT] = {
#define DOC_KIND(name, text, element, class, epubtype, role, tag, model)       \
    [DOC_##name] = {text, element, class, epubtype, role, tag, DOC_IS_##model},
#include "doc/doc_kinds.h"
#undef DOC_KIND
};

bool
doc_is_bare(const struct doc_node *node)
{
    const struct doc_node *item = node->parent;
    if (node->kind != DOC_PARAGRAPH || !item || item->kind != DOC_ITEM)
        return false;
    const struct doc_node *list = item->parent;
    return list && list->kind == DOC_LIST && list->list->tight && !node->id &&
           !node->class && !node->lang && !node->dir &&
           !(node->prev && node->prev->kind == DOC_PARAGRAPH) &&
           !(node->next && node->next->kind == DOC_PARAGRAPH);
}

const char *
doc_element(const struct doc_node *node)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (node->kind) {
    case DOC_HEADING:
        return headings[node->level >= 1 && node->level <= 6 ? node->level - 1
                                                             : 5];
    case DOC_LIST:
        return node->list->ordered ? "ol" : "ul";
    case DOC_CELL:
        return node->cell->header ? "th" : "td";
    case DOC_SPAN:
        return node->override ? "bdo" : "span";
    case DOC_PARAGRAPH:
        return doc_is_bare(node) ? NULL : "p";
    default:
        return doc_vocab[node->kind].element;
    }
}

const char *
doc_tag(const struct doc_node *node)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    switch (node->kind) {
    case DOC_HEADING:
        return headings[node->level >= 1 && node->level <= 6 ? node->level - 1
                                                             : 5];
    case DOC_CELL:
        return node->cell->header ? "TH" : "TD";
    case DOC_IMAGE:
        return node->image->decorative ? NULL : "Figure";
    case DOC_SPAN: /* a <q> whose marks stand in the text */
        return str_has_word(node->class, "quoted") ? "Quote" : "Span";
    default:
        return doc_vocab[node->kind].tag;
    }
}

bool
doc_has_class(const struct doc_node *node, const char *class)
{
    return str_has_word(node->class, class) ||
           str_has_word(doc_vocab[node->kind].class, class);
}

void
doc_add_class(struct doc_book *book, struct doc_node *node, const char *class)
{
    if (str_has_word(node->class, class))
        return;
    node->class =
        node->class ? arena_printf(book->arena, "%s %s", node->class, class)
                    : arena_str(book->arena, class);
}
