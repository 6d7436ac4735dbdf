/* SPDX-License-Identifier: MIT */
/* Markers where the pages of the printed edition begin (EPUB Accessibility
 * 1.1, clause 3.4.1). One stands where HTML takes an empty span, and where it
 * changes neither what is shown nor what a heading, a caption or a cell of a
 * table's head is called: before these, else in the text. */
#include "epub/epub_int.h"

#include <string.h>

static bool
is_blank_text(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!str_is_space(s[i]))
            return false;
    return true;
}

/* Whether the node itself shows something. */
static bool
shows(const struct doc_node *n)
{
    if (n->kind == DOC_IMAGE || n->kind == DOC_NOTE_REF || n->kind == DOC_RULE)
        return true;
    return n->text && !is_blank_text(n->text, strlen(n->text));
}

/* Whether nothing that shows is in `within` before the place. */
static bool
is_first_in(const struct doc_node *within, const struct doc_node *node,
            uint32_t at)
{
    for (const struct doc_node *n = within; n != node; n = doc_next(n, within))
        if (!n || shows(n))
            return false;
    return at == DOC_BEFORE || (node->text && is_blank_text(node->text, at));
}

static const struct doc_node *
leaf_of(const struct doc_node *n)
{
    while (n->parent && doc_vocab[n->kind].model != DOC_IS_LEAF &&
           doc_vocab[n->kind].model != DOC_IS_BLOCK)
        n = n->parent;
    return n;
}

/* The figure or table that begins with the place; NULL: none does. */
static const struct doc_node *
whole_of(const struct epub_page *page, const struct doc_node *leaf)
{
    const struct doc_node *whole = NULL;
    for (const struct doc_node *n = leaf; n; n = n->parent) {
        switch (n->kind) {
        case DOC_FIGURE:
        case DOC_TABLE:
            if (is_first_in(n, page->node, page->at))
                whole = n;
            break;
        case DOC_PARAGRAPH: /* around a figure's picture */
        case DOC_CAPTION:
        case DOC_TABLE_CAPTION:
        case DOC_TABLE_HEAD:
        case DOC_TABLE_BODY:
        case DOC_ROW:
        case DOC_CELL:
            break;
        default:
            return whole;
        }
    }
    return whole;
}

static void
find_place(struct epub_page *page)
{
    const struct doc_node *leaf = leaf_of(page->node);
    const struct doc_node *whole = whole_of(page, leaf);
    bool first = is_first_in(leaf, page->node, page->at);
    if (whole) {
        page->node = whole;
        page->at = DOC_BEFORE;
    } else if (leaf->kind == DOC_HEADING || leaf->kind == DOC_TITLE) {
        page->node = leaf;
        page->at = first ? DOC_BEFORE : 0; /* else behind it */
    } else if (leaf->kind == DOC_CODE_BLOCK) {
        page->at = page->at == DOC_BEFORE ? 0 : page->at;
    } else if (first && leaf->first) {
        page->node = leaf->first;
        page->at = DOC_BEFORE;
    }
}

/* "page-12", "page-iv"; by its place where the label has no ASCII letter. */
static const char *
name_page(const struct epub *e, struct map *taken, const char *label,
          size_t index)
{
    const char *slug = str_slug(e->arena, label);
    const char *stem = *slug ? arena_printf(e->arena, "page-%s", slug)
                             : arena_printf(e->arena, "leaf-%zu", index + 1);
    const char *id = stem;
    for (int i = 2; map_get(taken, id) || map_get(e->book->ids, id); i++)
        id = arena_printf(e->arena, "%s-%d", stem, i);
    map_set(taken, id, taken);
    return id;
}

void
epub_plan_pages(struct epub *e)
{
    const struct doc_pages *from = e->options->pages;
    struct map *taken = map_new(e->arena);
    for (size_t i = 0; from && i < from->at.n; i++) {
        const struct doc_page *printed = &from->at.at[i];
        const struct epub_file *file =
            printed->node ? epub_file_of(e, printed->node) : NULL;
        if (!file)
            continue;
        struct epub_page page = {.label = printed->label,
                                 .file = file,
                                 .node = printed->node,
                                 .at = printed->at};
        page.id = name_page(e, taken, page.label, i);
        find_place(&page);
        *vec_add(e->arena, &e->pages) = page;
    }
}

void
epub_write_page_break(struct xml *x, const struct epub_page *page)
{
    xml_start(x, "span");
    xml_attr(x, "id", page->id);
    xml_attr(x, "epub:type", "pagebreak");
    xml_attr(x, "role", "doc-pagebreak");
    xml_attr(x, "aria-label", page->label);
    xml_end(x);
}

const char *
epub_page_href(const struct epub *e, const struct epub_page *page)
{
    return arena_printf(e->arena, "%s#%s", page->file->name, page->id);
}

static const struct doc_node *
division_of(const struct doc_node *n)
{
    while (n->parent && doc_vocab[n->kind].model != DOC_IS_DIVISION)
        n = n->parent;
    return n;
}

void
epub_write_pages(const struct epub *e, struct xml *x,
                 const struct epub_file *file, const struct doc_node *division)
{
    for (size_t i = 0; i < e->pages.n; i++) {
        const struct epub_page *page = &e->pages.at[i];
        if (page->file != file ||
            (division && division_of(page->node) != division))
            continue;
        xml_line(x);
        epub_write_page_break(x, page);
    }
}

bool
epub_is_page_number(const char *label)
{
    size_t n = strspn(label, "0123456789");
    return n && n < 10 && !label[n];
}
