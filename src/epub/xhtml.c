/* SPDX-License-Identifier: MIT */
/* The tree as XHTML: one walk without recursion, and what may stand where.
 * Whatever the tree holds, what is written fits HTML's content models: a
 * child that its parent's element does not take gets the elements between,
 * or a plain `div` or `span` in place of its own. */
#include "epub/xhtml_int.h"

#include <string.h>

struct frame *
xhtml_frame(struct xhtml *w)
{
    return &w->stack.at[w->stack.n - 1];
}

enum inside
xhtml_inside(struct xhtml *w)
{
    return w->stack.n ? (enum inside)xhtml_frame(w)->inside : FLOW;
}

static bool
is_block(const struct doc_node *n)
{
    enum doc_model model = doc_vocab[n->kind].model;
    return model != DOC_IS_INLINE && model != DOC_IS_ATOM;
}

bool
xhtml_has_content(const struct doc_node *root)
{
    for (const struct doc_node *n = root; n; n = doc_next(n, root))
        switch (n->kind) {
        case DOC_TEXT:
        case DOC_CODE:
            if (*n->text)
                return true;
            break;
        case DOC_CODE_BLOCK:
        case DOC_IMAGE:
        case DOC_NOTE_REF:
        case DOC_LINE_BREAK:
        case DOC_RULE:
        case DOC_CELL:
        case DOC_ITEM:
        case DOC_TERM:
        case DOC_DEFINITION:
        case DOC_NOTE:
            return true;
        default:
            break;
        }
    return false;
}

bool
xhtml_is_blank(const struct doc_node *root)
{
    for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (n->text && n->kind != DOC_NOTE_REF && epub_has_text(n->text))
            return false;
        if (n->kind == DOC_IMAGE && !n->image->decorative)
            return false;
    }
    return true;
}

/* What a class of generated or marked-up nodes is to the book (DPUB-ARIA 1.1),
 * on elements that may be it (ARIA in HTML). */
static const struct meaning {
    enum doc_kind kind;
    const char *class, *element, *epubtype, *role;
} meanings[] = {
    {DOC_PARAGRAPH, "subtitle", "p", "subtitle", "doc-subtitle"},
    {DOC_PANEL, "alert-tip", "aside", "tip", "doc-tip"},
    {DOC_PANEL, "alert", "aside", NULL, "note"},
    {DOC_SECTION, "article-sources", "section", "bibliography",
     "doc-bibliography"},
};

static const struct meaning *
meaning_of(const struct doc_node *n, const char *element)
{
    for (size_t i = 0; n->class && i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].kind == n->kind &&
            str_eq(meanings[i].element, element) &&
            str_has_word(n->class, meanings[i].class))
            return &meanings[i];
    return NULL;
}

/* Panels and sections with a role are named by their heading, or by the words
 * that stand in its place. */
static void
add_name(struct xhtml *w, const struct doc_node *n)
{
    const struct doc_node *first = n->first;
    if (!first || xhtml_is_blank(first))
        return;
    if (first->kind == DOC_HEADING && first->id)
        xml_attr(w->x, "aria-labelledby", first->id);
    else if (first->kind == DOC_HEADING || doc_has_class(first, "panel-title"))
        xml_attr(w->x, "aria-label", epub_label(w->arena, first));
}

/* The attributes of every element: id, class, semantics, language. */
static void
add_attributes(struct xhtml *w, const struct doc_node *n, const char *element)
{
    const struct doc_vocab *v = &doc_vocab[n->kind];
    const char *own = doc_element(n), *class = n->class;
    if (v->class && class)
        class = arena_printf(w->arena, "%s %s", v->class, class);
    else if (v->class)
        class = v->class;
    const char *width = n->kind == DOC_TABLE && str_eq(element, "table")
                            ? xhtml_width_class(n)
                            : NULL;
    if (width)
        class = class ? arena_printf(w->arena, "%s %s", class, width) : width;
    xml_attr(w->x, "id", n->id ? n->id : n == w->title ? w->title_id : NULL);
    xml_attr(w->x, "class", class && !str_blank(class) ? class : NULL);
    if (own && strcmp(own, element) == 0) {
        const struct meaning *m = meaning_of(n, element);
        xml_attr(w->x, "epub:type", m ? m->epubtype : v->epubtype);
        xml_attr(w->x, "role", m ? m->role : v->role);
        if (n->kind == DOC_PANEL || (m && n->kind == DOC_SECTION))
            add_name(w, n);
    }
    if (n != w->root)
        epub_write_lang(w->e, w->x, n);
    else
        epub_write_dir(w->e, w->x, w->file->lang);
}

void
xhtml_open_bare(struct xhtml *w, const char *element, enum inside inside)
{
    xml_start(w->x, element);
    xhtml_frame(w)->opened++;
    xhtml_frame(w)->inside = (uint8_t)inside;
}

void
xhtml_open(struct xhtml *w, const struct doc_node *n, const char *element,
           enum inside inside)
{
    if (is_block(n) && xhtml_inside(w) != PHRASING)
        xml_line(w->x);
    xhtml_open_bare(w, element, inside);
    add_attributes(w, n, element);
}

/* What an element must stand in, for kinds that can't stand in flow. */
static enum inside
home_of(const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_ITEM:
    case DOC_TOC_ENTRY:
    case DOC_INDEX_ENTRY:
    case DOC_INDEX_LOCATOR:
        return IN_LIST;
    case DOC_TERM:
    case DOC_DEFINITION:
        return IN_TERMS;
    case DOC_TABLE_CAPTION:
    case DOC_TABLE_HEAD:
    case DOC_TABLE_BODY:
        return IN_TABLE;
    case DOC_ROW:
        return IN_GROUP;
    case DOC_CELL:
        return IN_ROW;
    default:
        return FLOW;
    }
}

/* A list of definitions is terms and definitions in pairs: what is missing is
 * there without words. */
static void
keep_pair(struct xhtml *w, bool term)
{
    size_t i = w->stack.n - 1;
    while (i > 0 && !w->stack.at[i].opened)
        i--;
    struct frame *list = &w->stack.at[i];
    if (!list->pair && !term) {
        xml_line(w->x);
        xml_element(w->x, "dt", NULL);
    }
    list->pair = term ? 1 : 2;
}

/* The elements between a parent and a child that it does not take: one that
 * stands in `home`. */
static void
bridge(struct xhtml *w, enum inside home, bool term)
{
    enum inside in = xhtml_inside(w);
    if (in == IN_TERMS)
        keep_pair(w, term);
    if (in == home)
        return;
    switch (in) {
    case IN_LIST:
        xhtml_open_bare(w, "li", FLOW);
        break;
    case IN_TERMS:
        xhtml_open_bare(w, "dd", FLOW);
        break;
    case IN_TABLE:
        xhtml_open_bare(w, "tbody", IN_GROUP);
        if (home == IN_GROUP)
            break;
        /* fall through */
    case IN_GROUP:
        xhtml_open_bare(w, "tr", IN_ROW);
        if (home == IN_ROW)
            break;
        /* fall through */
    case IN_ROW:
        xhtml_open_bare(w, "td", FLOW);
        break;
    default:
        break;
    }
}

/* What the children of a node stand in. */
static enum inside
inside_for(const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_LIST:
    case DOC_TOC:
    case DOC_INDEX_LIST:
    case DOC_INDEX_LOCATORS:
        return IN_LIST;
    case DOC_DEFINITIONS:
        return IN_TERMS;
    case DOC_TABLE:
        return IN_TABLE;
    case DOC_TABLE_HEAD:
    case DOC_TABLE_BODY:
        return IN_GROUP;
    case DOC_ROW:
        return IN_ROW;
    default:
        return is_block(n) && doc_vocab[n->kind].model != DOC_IS_LEAF
                   ? FLOW
                   : PHRASING;
    }
}

/* Opens the node's own element where it may stand, else a plain one. */
bool
xhtml_open_fitting(struct xhtml *w, const struct doc_node *n,
                   const char *element)
{
    enum inside in = xhtml_inside(w), home = home_of(n);
    bool fits = !is_block(n) || (in != PHRASING && in == home);
    if (fits)
        xhtml_open(w, n, element, inside_for(n));
    else if (in == PHRASING)
        xhtml_open(w, n, "span", PHRASING);
    else
        xhtml_open(w, n, "div", FLOW);
    return true;
}

static bool
open_usual(struct xhtml *w, const struct doc_node *n)
{
    return xhtml_open_fitting(w, n, doc_element(n));
}

/* Contents beside the navigation document are a plain section. */
static bool
open_contents(struct xhtml *w, const struct doc_node *n)
{
    return xhtml_open_fitting(w, n, "section");
}

/* No header within a header. */
static bool
open_opening(struct xhtml *w, const struct doc_node *n)
{
    bool nested = n != w->root && doc_above(n->parent, DOC_OPENING);
    return xhtml_open_fitting(w, n, nested ? "div" : "header");
}

/* The id of a division's title, made from that of the division where it has
 * none of its own. */
static const char *
id_of_title(struct xhtml *w, const struct doc_node *division)
{
    if (!w->title || w->title->id || !division->id)
        return w->title ? w->title->id : NULL;
    const char *id = arena_printf(w->arena, "%s-title", division->id);
    return map_get(w->e->book->ids, id) ? NULL : id;
}

/* Divisions that are landmarks or navigation are named by their title. */
static bool
open_division(struct xhtml *w, const struct doc_node *n)
{
    open_usual(w, n);
    if (!doc_vocab[n->kind].role && !str_eq(doc_element(n), "nav"))
        return true;
    w->title = doc_title_of(n);
    if (w->title && xhtml_is_blank(w->title))
        w->title = NULL;
    w->title_id = id_of_title(w, n);
    xml_attr(w->x, "aria-labelledby", w->title_id);
    return true;
}

/* A heading that nobody could read is none, but may be linked to. */
static bool
open_heading(struct xhtml *w, const struct doc_node *n)
{
    return xhtml_open_fitting(w, n, xhtml_is_blank(n) ? "div" : doc_element(n));
}

static bool
open_list(struct xhtml *w, const struct doc_node *n)
{
    open_usual(w, n);
    if (n->list->ordered && n->list->start != 1)
        xml_attr_int(w->x, "start", n->list->start);
    return true;
}

/* One caption a figure, at its beginning or end. */
static bool
open_caption(struct xhtml *w, const struct doc_node *n)
{
    const struct doc_node *figure = n->parent;
    bool fits = figure->kind == DOC_FIGURE && xhtml_inside(w) == FLOW &&
                (n == figure->first ||
                 (n == figure->last && figure->first->kind != DOC_CAPTION));
    return xhtml_open_fitting(w, n, fits ? "figcaption" : "div");
}

static bool
open_abbreviation(struct xhtml *w, const struct doc_node *n)
{
    open_usual(w, n);
    xml_attr(w->x, "title", n->expansion);
    return true;
}

static bool
open_code_block(struct xhtml *w, const struct doc_node *n)
{
    if (xhtml_inside(w) == PHRASING) {
        xhtml_open_fitting(w, n, "span");
    } else {
        xhtml_open_fitting(w, n, "pre");
        xhtml_open_bare(w, "code", PHRASING);
    }
    xhtml_write_text(w, n);
    return true;
}

static bool
open_rule(struct xhtml *w, const struct doc_node *n)
{
    bool phrasing = xhtml_inside(w) == PHRASING;
    xhtml_open(w, n, phrasing ? "br" : "hr", PHRASING);
    return false;
}

static bool
open_nothing(struct xhtml *w, const struct doc_node *n)
{
    (void)w, (void)n;
    return false;
}

static xhtml_opener *const openers[DOC_KIND_COUNT] = {
    [DOC_TITLE_PAGE] = open_division,
    [DOC_IMPRINT] = open_division,
    [DOC_CONTENTS] = open_contents,
    [DOC_PART_OPENING] = open_division,
    [DOC_FIGURE_LIST] = open_division,
    [DOC_TABLE_LIST] = open_division,
    [DOC_ARTICLE] = open_division,
    [DOC_SOURCES] = open_division,
    [DOC_INDEX] = open_division,
    [DOC_COLOPHON] = open_division,
    [DOC_OPENING] = open_opening,
    [DOC_LIST] = open_list,
    [DOC_ITEM] = xhtml_item,
    [DOC_TABLE] = xhtml_table,
    [DOC_TABLE_HEAD] = xhtml_table_head,
    [DOC_NOTE] = xhtml_note,
    [DOC_PARAGRAPH] = xhtml_paragraph,
    [DOC_TITLE] = open_heading,
    [DOC_HEADING] = open_heading,
    [DOC_CAPTION] = open_caption,
    [DOC_TABLE_CAPTION] = xhtml_table_caption,
    [DOC_CELL] = xhtml_cell,
    [DOC_CODE_BLOCK] = open_code_block,
    [DOC_RULE] = open_rule,
    [DOC_ABBREVIATION] = open_abbreviation,
    [DOC_LINK] = xhtml_link,
    [DOC_TEXT] = xhtml_text,
    [DOC_LINE_BREAK] = xhtml_line_break,
    [DOC_CODE] = xhtml_code,
    [DOC_IMAGE] = xhtml_image,
    [DOC_NOTE_REF] = xhtml_note_ref,
    [DOC_LEADER] = open_nothing,
    [DOC_PAGE_REF] = open_nothing,
};

/* A node without content leaves no element, but what links lead to stays. */
static bool
enter_empty(struct xhtml *w, const struct doc_node *n)
{
    if (!n->id)
        return true;
    bridge(w, FLOW, false);
    bool block = xhtml_inside(w) != PHRASING && is_block(n);
    if (block)
        xml_line(w->x);
    xml_start(w->x, block ? "div" : "span");
    xml_attr(w->x, "id", n->id);
    xml_end(w->x);
    return true;
}

static bool
enter(struct xhtml *w, const struct doc_node *n)
{
    xhtml_pages_before(w, n);
    enum inside in = xhtml_inside(w);
    *vec_add(w->arena, &w->stack) = (struct frame){.inside = (uint8_t)in};
    if (n != w->root && doc_vocab[n->kind].model != DOC_IS_ATOM &&
        !xhtml_has_content(n))
        return enter_empty(w, n);
    if (n->kind == DOC_PART || n->kind == DOC_BOOK)
        return true;
    bridge(w, home_of(n), n->kind == DOC_TERM);
    return openers[n->kind] ? openers[n->kind](w, n) : open_usual(w, n);
}

static void
leave(struct xhtml *w, const struct doc_node *n)
{
    if (n == w->root)
        xhtml_pages_behind(w, n);
    struct frame frame = *xhtml_frame(w);
    if (frame.pair == 1)
        xml_element(w->x, "dd", NULL);
    if (frame.opened && n->last && is_block(n->last) && !doc_is_bare(n->last) &&
        frame.inside != PHRASING)
        xml_line(w->x);
    for (int i = 0; i < frame.opened; i++)
        xml_end(w->x);
    w->stack.n--;
    w->links -= frame.link;
    if (frame.link)
        xhtml_notes_behind(w, n);
    if (n != w->root)
        xhtml_pages_behind(w, n);
}

void
xhtml_walk(struct xhtml *w, const struct doc_node *root)
{
    for (const struct doc_node *n = root; n;) {
        if (enter(w, n) && n->first) {
            n = n->first;
            continue;
        }
        leave(w, n);
        while (n != root && !n->next) {
            n = n->parent;
            leave(w, n);
        }
        n = n == root ? NULL : n->next;
    }
}

void
epub_write_nodes(const struct epub *e, struct xml *x,
                 const struct epub_file *file, const struct doc_node *root)
{
    struct arena *a = arena_new();
    struct xhtml w = {.e = e, .x = x, .file = file, .root = root, .arena = a};
    while (w.page < e->pages.n && e->pages.at[w.page].file != file)
        w.page++;
    w.page_due = w.page_end = w.page;
    while (w.page_end < e->pages.n && e->pages.at[w.page_end].file == file)
        w.page_end++;
    xhtml_walk(&w, root);
    arena_free(a);
}
