/* SPDX-License-Identifier: MIT */
/* Walking and asking an XML tree. Nothing recurses. */
#include <string.h>

#include "verify/epub_xml.h"

const char *
xml_get(const struct xml_node *node, enum xml_ns ns, const char *name)
{
    for (uint32_t i = 0; node && i < node->attribute_count; i++)
        if (node->attributes[i].ns == ns &&
            strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return NULL;
}

const char *
xml_value(const struct xml_node *node, const char *name)
{
    return xml_get(node, XML_NS_NONE, name);
}

bool
xml_is(const struct xml_node *node, enum xml_ns ns, const char *name)
{
    return node && node->name && node->ns == ns &&
           strcmp(node->name, name) == 0;
}

struct xml_node *
xml_next_beside(const struct xml_node *node, const struct xml_node *top)
{
    for (; node && node != top; node = node->parent)
        if (node->next)
            return node->next;
    return NULL;
}

struct xml_node *
xml_next(const struct xml_node *node, const struct xml_node *top)
{
    return node->first ? node->first : xml_next_beside(node, top);
}

struct xml_node *
xml_first_element(const struct xml_node *node)
{
    struct xml_node *child = node->first;
    return !child || child->name ? child : xml_next_element(child);
}

struct xml_node *
xml_next_element(const struct xml_node *node)
{
    struct xml_node *next = node->next;
    while (next && !next->name)
        next = next->next;
    return next;
}

struct xml_node *
xml_ancestor(const struct xml_node *node, enum xml_ns ns, const char *name)
{
    struct xml_node *up = node->parent;
    while (up && !xml_is(up, ns, name))
        up = up->parent;
    return up;
}

const char *
xml_content(struct arena *a, const struct xml_node *node)
{
    struct buf b;
    if (node->text)
        return node->text;
    if (node->first && !node->first->next && node->first->text)
        return node->first->text;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (const struct xml_node *n = node; n; n = xml_next(n, node))
        if (n->text)
            buf_str(&b, n->text);
    const char *text = b.n ? arena_strn(a, b.at, b.n) : "";
    buf_free(&b);
    return text;
}

const char *
xml_content_folded(struct arena *a, const struct xml_node *node)
{
    return str_fold_space(a, xml_content(a, node));
}
