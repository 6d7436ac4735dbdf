/* SPDX-License-Identifier: MIT */
/* Tables: captions, heads, cells and what is said of each of them. */
#include "epub/xhtml_int.h"

static const struct doc_node *
caption_of(const struct doc_node *table)
{
    doc_each_child (child, table)
        if (child->kind == DOC_TABLE_CAPTION)
            return child;
    return NULL;
}

/* The caption comes first, wherever it stands in the tree. Without anything
 * else it is no table's. */
bool
xhtml_table(struct xhtml *w, const struct doc_node *n)
{
    const struct doc_node *caption = caption_of(n);
    bool rows = false;
    doc_each_child (child, n)
        rows = rows || (child != caption && xhtml_has_content(child));
    if (!rows && xhtml_inside(w) != PHRASING) {
        xhtml_open(w, n, "div", FLOW);
        return true;
    }
    xhtml_open_fitting(w, n, doc_element(n));
    w->grid = xhtml_inside(w) == IN_TABLE ? xhtml_grid(w, n) : NULL;
    if (xhtml_inside(w) != IN_TABLE)
        return true;
    if (caption && xhtml_has_content(caption)) {
        w->caption = caption;
        xhtml_walk(w, caption);
        w->caption = NULL;
    }
    if (xhtml_width_class(n))
        xhtml_columns(w, n);
    return true;
}

bool
xhtml_table_caption(struct xhtml *w, const struct doc_node *n)
{
    bool first = n->parent->kind == DOC_TABLE && caption_of(n->parent) == n;
    if (first && w->caption != n && xhtml_inside(w) == IN_TABLE)
        return false;
    if (first)
        return xhtml_open_fitting(w, n, "caption");
    xhtml_open_bare(w, "tbody", IN_GROUP);
    xhtml_open_bare(w, "tr", IN_ROW);
    xhtml_open(w, n, "td", PHRASING);
    return true;
}

/* A head stands before all bodies, and there is one. */
bool
xhtml_table_head(struct xhtml *w, const struct doc_node *n)
{
    bool first = true;
    for (const struct doc_node *p = n->prev; p; p = p->prev)
        first = first && p == caption_of(n->parent) && xhtml_has_content(p);
    return xhtml_open_fitting(w, n, first ? "thead" : "tbody");
}

/* A header's way: over its columns, or along its row. */
static const char *
scope_of(struct xhtml *w, const struct doc_node *n)
{
    const struct xhtml_cell *cell = w->grid ? xhtml_cell_of(w->grid, n) : NULL;
    bool down = doc_above(n, DOC_TABLE_HEAD) || (cell && cell->group);
    return down ? "col" : "row";
}

/* Where position alone does not tell: a header's name, and the names of those
 * that a cell has. */
static void
write_headers(struct xhtml *w, const struct doc_node *n, bool header)
{
    const struct xhtml_cell *cell = w->grid ? xhtml_cell_of(w->grid, n) : NULL;
    if (!cell)
        return;
    if (header && !n->id)
        xml_attr(w->x, "id", cell->id);
    if (cell->headers && *cell->headers)
        xml_attr(w->x, "headers", cell->headers);
}

bool
xhtml_cell(struct xhtml *w, const struct doc_node *n)
{
    static const char *const styles[] = {
        [DOC_ALIGN_NONE] = NULL,
        [DOC_ALIGN_LEFT] = "text-align: left",
        [DOC_ALIGN_CENTER] = "text-align: center",
        [DOC_ALIGN_RIGHT] = "text-align: right"};
    const struct doc_cell *cell = n->cell;
    bool header = cell->header && !xhtml_is_blank(n);
    bool in_row = xhtml_inside(w) == IN_ROW;
    xhtml_open_fitting(w, n, header ? "th" : "td");
    xml_attr(w->x, "style", styles[cell->align]);
    if (!in_row)
        return true;
    if (header)
        xml_attr(w->x, "scope", scope_of(w, n));
    write_headers(w, n, header);
    if (cell->colspan > 1)
        xml_attr_int(w->x, "colspan", cell->colspan);
    if (cell->rowspan > 1)
        xml_attr_int(w->x, "rowspan", cell->rowspan);
    return true;
}
