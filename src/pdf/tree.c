/* SPDX-License-Identifier: MIT */
/* Structure elements: the document tree, restricted to what stands on pages,
 * with the elements that PDF wants and the tree has no node for (ISO 32000-1,
 * 14.8.4): list bodies, references in a contents list, links. */
#include <stdlib.h>

#include "pdf/pdf_int.h"

static uint64_t
position(const struct pdf_mark *mark)
{
    return (uint64_t)mark->page << 16 | mark->id;
}

/* By node only to bring a node's marks together. */
static int
compare_marks(const void *a, const void *b)
{
    const struct pdf_mark *x = a, *y = b;
    if (x->node != y->node)
        return (uintptr_t)x->node < (uintptr_t)y->node ? -1 : 1;
    if (x->label != y->label)
        return x->label ? 1 : -1;
    uint64_t p = position(x), q = position(y);
    return (p > q) - (p < q);
}

static void
sort_marks(struct pdf_writer *w, struct pdf_tree *t)
{
    t->mark_count = w->marks.n;
    t->marks = w->marks.at;
    if (t->mark_count)
        qsort(t->marks, t->mark_count, sizeof *t->marks, compare_marks);
}

/* A table is regular only with its empty cells. */
static void
add_cells(struct pdf_tree *t, const struct doc_node *table)
{
    for (const struct doc_node *n = table; n;
         n = n->kind == DOC_CELL ? doc_next_skip(n, table) : doc_next(n, table))
        if (n->kind == DOC_ROW || n->kind == DOC_CELL ||
            n->kind == DOC_TABLE_HEAD || n->kind == DOC_TABLE_BODY)
            pdf_nodes_add(t->nodes, n);
}

/* The nodes above one with content have content below them. */
static void
add_above(struct pdf_tree *t, const struct doc_node *node)
{
    for (node = node->parent; node && !pdf_nodes_get(t->nodes, node);
         node = node->parent) {
        pdf_nodes_add(t->nodes, node);
        if (node->kind == DOC_TABLE)
            add_cells(t, node);
    }
}

/* All nodes first, then those above them: a climb may stop at one that is
 * there already, for that one climbs on its own. */
static void
find_nodes(struct pdf_writer *w, struct pdf_tree *t)
{
    for (size_t i = t->mark_count; i-- > 0;)
        pdf_nodes_add(t->nodes, t->marks[i].node)->marks = (uint32_t)i;
    for (size_t i = 0; i < w->links.n; i++)
        if (!w->links.at[i].lost)
            pdf_nodes_add(t->nodes, w->links.at[i].node)->linked = true;
    for (size_t i = 0; i < t->mark_count; i++)
        if (i == 0 || t->marks[i].node != t->marks[i - 1].node)
            add_above(t, t->marks[i].node);
    for (size_t i = 0; i < w->links.n; i++)
        if (!w->links.at[i].lost)
            add_above(t, w->links.at[i].node);
    pdf_nodes_add(t->nodes, w->book->root);
}

static struct pdf_element *
element(struct pdf_tree *t, uint32_t i)
{
    return pdf_element(t, i);
}

static uint32_t
add(struct pdf_tree *t, uint32_t parent, const char *type,
    const struct doc_node *node)
{
    uint32_t i = t->n++;
    if (i % PDF_BLOCK == 0)
        *vec_add(t->arena, &t->blocks) =
            ARENA_ARRAY(t->arena, struct pdf_element, PDF_BLOCK);
    *element(t, i) = (struct pdf_element){
        .node = node,
        .type = type,
        .parent = parent,
        .first_child = PDF_NONE,
        .last_child = PDF_NONE,
        .next = PDF_NONE,
        .inner = i,
        .first_link = PDF_NONE,
        .at = UINT64_MAX,
    };
    if (parent == PDF_NONE)
        return i;
    struct pdf_element *p = element(t, parent);
    if (p->last_child == PDF_NONE)
        p->first_child = i;
    else
        element(t, p->last_child)->next = i;
    p->last_child = i;
    return i;
}

/* Gives the element the node's marks of one role; whether there are any. */
static bool
take_marks(struct pdf_tree *t, uint32_t i, const struct doc_node *node,
           bool label)
{
    uint32_t head = pdf_nodes_get(t->nodes, node)->marks;
    if (head == PDF_NONE)
        return false;
    while (head < t->mark_count && t->marks[head].node == node &&
           t->marks[head].label != label)
        head++;
    uint32_t end = head;
    while (end < t->mark_count && t->marks[end].node == node &&
           t->marks[end].label == label)
        end++;
    if (end == head)
        return false;
    struct pdf_element *e = element(t, i);
    e->first_own = head;
    e->own_count = end - head;
    e->at = position(&t->marks[head]);
    return true;
}

static bool
has_label(const struct pdf_tree *t, const struct doc_node *node)
{
    uint32_t head = pdf_nodes_get(t->nodes, node)->marks;
    if (head == PDF_NONE)
        return false;
    while (head < t->mark_count && t->marks[head].node == node)
        if (t->marks[head++].label)
            return true;
    return false;
}

static bool
has_link(const struct pdf_tree *t, const struct doc_node *node)
{
    return pdf_nodes_get(t->nodes, node)->linked;
}

/* Headings leave no gap, whatever the author wrote. */
static const char *
heading_type(struct pdf_tree *t, const struct doc_node *node)
{
    static const char *const types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    int level = node->kind == DOC_TITLE ? 1 : node->level;
    if (level > t->level + 1)
        level = t->level + 1;
    if (level < 1 || level > 6)
        level = 6;
    t->level = level;
    return types[level - 1];
}

static bool
has_sibling(const struct doc_node *node, enum doc_kind kind)
{
    doc_each_child (n, node->parent)
        if (n->kind == kind)
            return true;
    return false;
}

/* The structure type that the node's own element has. */
static const char *
type_of(struct pdf_tree *t, const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_TITLE:
    case DOC_HEADING:
        return heading_type(t, node);
    case DOC_TERM:
        return node->parent->kind == DOC_DEFINITIONS ? "Lbl" : "P";
    case DOC_DEFINITION:
        return node->parent->kind == DOC_DEFINITIONS ? "LBody" : "Div";
    case DOC_LINK:
        if (node->parent->kind == DOC_INDEX_LOCATOR)
            return "Reference";
        return has_link(t, node) ? "Link" : "Span";
    case DOC_CELL:
        return pdf_is_header(node) ? "TH" : "TD";
    case DOC_TABLE_HEAD:
        return has_sibling(node, DOC_TABLE_BODY) ? "THead" : "TBody";
    default:
        return doc_tag(node);
    }
}

/* The element of a child's parent that takes it. */
static uint32_t
place_in(struct pdf_tree *t, uint32_t parent, const struct doc_node *node)
{
    const struct pdf_element *p = element(t, parent);
    if (p->node->kind == DOC_TOC_ENTRY &&
        (node->kind == DOC_TOC || node->kind == DOC_PARAGRAPH))
        return parent;
    if (p->node->kind == DOC_DEFINITIONS) {
        bool begins =
            p->inner == parent || (node->kind == DOC_TERM && node->prev &&
                                   node->prev->kind != DOC_TERM);
        if (begins) {
            uint32_t item = add(t, parent, "LI", p->node);
            element(t, parent)->inner = item;
        }
        return element(t, parent)->inner;
    }
    return p->inner;
}

/* An element inside the node's own that takes what the node holds, or NULL. */
static const char *
inner_type(const struct pdf_tree *t, const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_ITEM:
    case DOC_INDEX_ENTRY:
    case DOC_INDEX_LOCATOR:
        return "LBody";
    case DOC_TOC_ENTRY:
        return "Reference";
    case DOC_CODE_BLOCK:
        return "Code";
    case DOC_LINK:
        return node->parent->kind == DOC_INDEX_LOCATOR && has_link(t, node)
                   ? "Link"
                   : NULL;
    default:
        return has_link(t, node) ? "Link" : NULL;
    }
}

static const struct doc_node *
tagged_above(const struct doc_node *node)
{
    node = node->parent;
    while (node && !doc_tag(node))
        node = node->parent;
    return node;
}

/* The language where it is not what holds around the parent's element. */
static const char *
own_lang(const struct doc_node *node, const struct doc_node *above)
{
    for (; node && node != above; node = node->parent)
        if (node->lang)
            return node->lang;
    return NULL;
}

/* How a block's lines are written where that is not how those around it are;
 * the document's are from the left unless it says otherwise. */
static enum doc_dir
own_direction(const struct pdf_tree *t, const struct doc_node *node,
              const struct doc_node *above)
{
    enum doc_model model = doc_vocab[node->kind].model;
    if (model == DOC_IS_INLINE || model == DOC_IS_ATOM)
        return DOC_DIR_NONE;
    bool rtl = doc_is_rtl(t->book, node);
    bool was = above && doc_is_rtl(t->book, above);
    return rtl == was ? DOC_DIR_NONE : rtl ? DOC_RTL : DOC_LTR;
}

static void
add_node(struct pdf_tree *t, const struct doc_node *node)
{
    if (!doc_tag(node))
        return;
    const struct doc_node *above = tagged_above(node);
    uint32_t parent = PDF_NONE;
    if (above)
        parent = place_in(t, pdf_element_of(t, above), node);
    uint32_t i = add(t, parent, type_of(t, node), node);
    pdf_nodes_get(t->nodes, node)->at = i;
    element(t, i)->lang = own_lang(node, above);
    element(t, i)->dir = own_direction(t, node, above);
    bool in_table = node->kind == DOC_ROW || node->kind == DOC_CELL ||
                    node->kind == DOC_TABLE_HEAD ||
                    node->kind == DOC_TABLE_BODY;
    element(t, i)->live = in_table;
    if (has_label(t, node)) {
        bool may = node->kind == DOC_ITEM || node->kind == DOC_NOTE ||
                   node->kind == DOC_TOC_ENTRY;
        take_marks(t, add(t, i, may ? "Lbl" : "Span", node), node, true);
    }
    const char *inner = inner_type(t, node);
    if (inner) {
        uint32_t inside = add(t, i, inner, node);
        element(t, i)->inner = inside;
    }
    if (node->kind != DOC_DEFINITIONS)
        take_marks(t, element(t, i)->inner, node, false);
}

/* Hands each link to the element that stands for it. */
static void
join_links(struct pdf_writer *w, struct pdf_tree *t)
{
    for (size_t i = w->links.n; i-- > 0;) {
        struct pdf_link *link = &w->links.at[i];
        uint32_t at = pdf_element_of(t, link->node);
        if (at == PDF_NONE || link->lost)
            continue;
        link->element = element(t, at)->inner;
        struct pdf_element *e = element(t, link->element);
        link->next = e->first_link;
        e->first_link = (uint32_t)i;
        e->live = true;
    }
}

/* Children stand behind their parents: one pass backward tells what has
 * content, and where it begins. */
static void
find_live(struct pdf_tree *t)
{
    for (uint32_t i = t->n; i-- > 0;) {
        struct pdf_element *e = element(t, i);
        e->live = e->live || e->own_count;
        if (!e->live || e->parent == PDF_NONE)
            continue;
        struct pdf_element *p = element(t, e->parent);
        p->live = true;
        if (e->at < p->at)
            p->at = e->at;
    }
}

void
pdf_tree_build(struct pdf_writer *w, struct pdf_tree *t)
{
    *t = (struct pdf_tree){.arena = t->arena, .book = w->book};
    sort_marks(w, t);
    pdf_links_settle(w);
    t->nodes = pdf_nodes_new(t->arena, t->mark_count);
    find_nodes(w, t);
    const struct doc_node *root = w->book->root;
    for (const struct doc_node *n = root; n;) {
        bool there = pdf_nodes_get(t->nodes, n) != NULL;
        if (there)
            add_node(t, n);
        n = there ? doc_next(n, root) : doc_next_skip(n, root);
    }
    join_links(w, t);
    find_live(t);
    element(t, 0)->live = true;
}

struct pdf_kids
pdf_kids_of(const struct pdf_tree *t, uint32_t i)
{
    const struct pdf_element *e = pdf_element(t, i);
    return (struct pdf_kids){t, e->first_own, e->first_own + e->own_count,
                             e->first_child};
}

/* Children keep the order of the document; an element's own marks stand
 * between them where they stand on the pages. */
bool
pdf_kids_next(struct pdf_kids *k, const struct pdf_mark **mark, uint32_t *child)
{
    const struct pdf_tree *t = k->tree;
    while (k->child != PDF_NONE && !pdf_element(t, k->child)->live)
        k->child = pdf_element(t, k->child)->next;
    bool own = k->own < k->own_end;
    if (own && k->child != PDF_NONE) {
        uint64_t at = pdf_element(t, k->child)->at;
        own = at != UINT64_MAX && position(&t->marks[k->own]) < at;
    }
    *mark = own ? &t->marks[k->own] : NULL;
    *child = own ? PDF_NONE : k->child;
    if (own)
        k->own++;
    else if (k->child != PDF_NONE)
        k->child = pdf_element(t, k->child)->next;
    return *mark || *child != PDF_NONE;
}
