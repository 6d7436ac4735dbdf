/* SPDX-License-Identifier: MIT */
/* Generated content: the text that the pieces of `content` make. */
#include "layout/par_int.h"

static const char *
attribute(const struct doc_node *node, const char *name)
{
    if (str_eq(name, "id"))
        return node->id;
    if (str_eq(name, "class"))
        return node->class;
    if (str_eq(name, "lang"))
        return node->lang;
    if (node->kind == DOC_LINK && str_eq(name, "href"))
        return node->link->href;
    if (node->kind == DOC_LINK && str_eq(name, "title"))
        return node->link->title;
    if (node->kind == DOC_ABBREVIATION && str_eq(name, "title"))
        return node->expansion;
    if (node->kind == DOC_IMAGE && str_eq(name, "alt"))
        return node->image->alt;
    return NULL;
}

static const char *
piece_text(struct layout *l, const struct style_content *piece,
           const struct doc_node *node)
{
    struct arena *a = par_scratch(l);
    switch (piece->kind) {
    case STYLE_CONTENT_TEXT:
        return piece->text;
    case STYLE_CONTENT_ATTR:
        return attribute(node, piece->text);
    case STYLE_CONTENT_SELF:
        return str_fold_space(a, doc_text(a, node));
    case STYLE_CONTENT_LEADER:
        return TEXT_OBJECT;
    default: /* page counters belong to margin boxes */
        return NULL;
    }
}

/* The page that a link leads to, where that is in the book. */
static const char *
target_page(struct layout *l, const struct doc_node *node)
{
    const struct doc_node *to =
        node->kind == DOC_LINK ? node->link->target : NULL;
    return to && l->page_label ? l->page_label(l->page_label_with, to, false)
                               : NULL;
}

struct content_leader
content_text(struct layout *l, const struct style_content *content,
             const struct doc_node *node, int pseudo, size_t *nth,
             struct buf *out)
{
    struct content_leader leader = {0};
    size_t start = out->n;
    for (; content; content = content->next) {
        if (content->kind == STYLE_CONTENT_TARGET) {
            const char *page = target_page(l, node);
            if (!page) { /* nor is what stands around it said */
                if (out->n > start)
                    out->at[out->n = start] = '\0';
                return (struct content_leader){0};
            }
            buf_str(out, page);
            continue;
        }
        const char *text = counted_is(content)
                               ? counted_text(l, node, pseudo, (*nth)++)
                               : piece_text(l, content, node);
        if (content->kind == STYLE_CONTENT_LEADER)
            leader = (struct content_leader){out->n, content->text};
        if (text)
            buf_str(out, text);
    }
    return leader;
}
