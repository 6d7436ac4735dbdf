/* SPDX-License-Identifier: MIT */
/* Which page a node is on, and what pages are called. */
#include "layout/book.h"

#include <stdlib.h>
#include <string.h>

void
folio_add(struct book_pages *p, const struct doc_node *node, size_t page)
{
    *vec_add(p->arena, &p->nodes) = (struct node_page){node, page};
    p->nodes.sorted = false;
}

void
folio_add_end(struct book_pages *p, const struct doc_node *division,
              size_t page)
{
    *vec_add(p->arena, &p->ends) = (struct node_page){division, page};
    p->ends.sorted = false;
}

static int
by_node(const void *one, const void *other)
{
    const struct node_page *a = one, *b = other;
    uintptr_t x = (uintptr_t)a->node, y = (uintptr_t)b->node;
    if (x != y)
        return x < y ? -1 : 1;
    return a->page < b->page ? -1 : a->page > b->page;
}

/* The entry of the node: the first of several, when it was laid out twice. */
static const struct node_page *
find(struct node_pages *list, const struct doc_node *node)
{
    if (!list->sorted && list->n)
        qsort(list->at, list->n, sizeof *list->at, by_node);
    list->sorted = true;
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((uintptr_t)list->at[middle].node < (uintptr_t)node)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->n && list->at[low].node == node ? &list->at[low] : NULL;
}

int
folio_number(const struct book_pages *p, size_t page)
{
    return (int)(page < p->body ? page : page - p->body) + 1;
}

/* How the page's own number is written in its margin boxes: NONE where it is
 * not. */
static enum style_marker
system_of(const struct style_page *style)
{
    enum style_marker found = STYLE_MARKER_NONE;
    for (size_t i = 0; i < STYLE_MARGIN_BOX_COUNT; i++) {
        const struct style *box = style->box[i];
        for (const struct style_content *c = box ? box->content : NULL; c;
             c = c->next)
            if (c->kind == STYLE_CONTENT_PAGE && found <= STYLE_DECIMAL)
                found = c->counter;
    }
    return found;
}

/* Roman numbers are strange to readers of Arabic and Hebrew. */
static enum style_marker
front_of(const char *lang)
{
    static const struct {
        const char *tag;
        enum style_marker system;
    } letters[] = {
        {"ar", STYLE_ARABIC_ABJAD}, {"fa", STYLE_ARABIC_ABJAD},
        {"ur", STYLE_ARABIC_ABJAD}, {"ps", STYLE_ARABIC_ABJAD},
        {"he", STYLE_HEBREW},       {"yi", STYLE_HEBREW},
    };
    size_t n = strcspn(lang, "-_");
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (n == 2 && strncasecmp(letters[i].tag, lang, n) == 0)
            return letters[i].system;
    return STYLE_LOWER_ROMAN;
}

void
folio_begin(struct book_pages *p, const char *lang,
            const struct style_page *usual)
{
    enum style_marker system = system_of(usual);
    p->front = front_of(lang);
    p->usual = system == STYLE_MARKER_NONE ? STYLE_DECIMAL : system;
}

void
folio_count(struct book_pages *p, size_t page, const struct style_page *style)
{
    while (p->systems.n <= page)
        *vec_add(p->arena, &p->systems) = STYLE_MARKER_NONE;
    p->systems.at[page] = system_of(style);
}

const char *
folio_label(const struct book_pages *p, struct arena *a, size_t page)
{
    if (p->cover && page == 0)
        return p->cover_label;
    bool front = page < p->body;
    enum style_marker system =
        page < p->systems.n ? p->systems.at[page] : STYLE_MARKER_NONE;
    if (system == STYLE_MARKER_NONE)
        system = front ? p->front : p->usual;
    else if (system == STYLE_DECIMAL && front)
        system = p->front;
    return flow_number(a, folio_number(p, page), system);
}

/* A node that has no place of its own stands where its parent does. */
const char *
folio_of(struct book_pages *p, struct arena *a, const struct doc_node *node)
{
    for (; node; node = node->parent) {
        const struct node_page *entry = find(&p->nodes, node);
        if (entry)
            return folio_label(p, a, entry->page);
    }
    return NULL;
}

const char *
folio_of_end(struct book_pages *p, struct arena *a,
             const struct doc_node *division)
{
    const struct node_page *entry = find(&p->ends, division);
    return entry ? folio_label(p, a, entry->page) : NULL;
}
