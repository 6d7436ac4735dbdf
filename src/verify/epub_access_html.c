/* SPDX-License-Identifier: MIT */
/* Accessibility of one document, as far as a machine can see it (EPUB
 * Accessibility 1.1, 3.3 and 3.4; WCAG 2). What an image shows and whether its
 * alt says so, a person has to judge. */
#include <string.h>

#include "verify/epub_element.h"

/* epub:type and role that say two things when they stand together: the type,
 * and the role that goes with it. */
static const struct {
    const char *type, *role;
} pairs[] = {
    {"noteref", "doc-noteref"},
    {"footnote", "doc-footnote"},
    {"endnotes", "doc-endnotes"},
    {"pagebreak", "doc-pagebreak"},
    {"toc", "doc-toc"},
    {"page-list", "doc-pagelist"},
    {"glossary", "doc-glossary"},
    {"bibliography", "doc-bibliography"},
    {"chapter", "doc-chapter"},
    {"part", "doc-part"},
    {"appendix", "doc-appendix"},
    {"preface", "doc-preface"},
    {"foreword", "doc-foreword"},
    {"index", "doc-index"},
    {"dedication", "doc-dedication"},
    {"epigraph", "doc-epigraph"},
    {"abstract", "doc-abstract"},
    {"backlink", "doc-backlink"},
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

static bool
is_hidden(const struct xml_node *n)
{
    for (; n; n = n->parent)
        if (n->name && (str_eq(xml_value(n, "aria-hidden"), "true") ||
                        (n->ns == XML_NS_XHTML && xml_value(n, "hidden"))))
            return true;
    return false;
}

static bool
has_attribute(const struct xml_node *n, const char *name)
{
    const char *value = xml_value(n, name);
    return value && !str_blank(value);
}

/* Whether a reader is told anything of it. */
static bool
has_name(struct epub_document *d, const struct xml_node *n)
{
    if (!str_blank(xml_content(d->check->scratch, n)))
        return true;
    for (const struct xml_node *c = n; c; c = xml_next(c, n))
        if (c->name &&
            (has_attribute(c, "aria-label") || has_attribute(c, "title") ||
             has_attribute(c, "aria-labelledby") || has_attribute(c, "alt") ||
             has_attribute(c, "alttext")))
            return true;
    return false;
}

static void
check_pair(struct epub_document *d, const struct xml_node *n)
{
    const char *type = xml_get(n, XML_NS_EPUB, "type");
    const char *role = xml_value(n, "role");
    if (!type || !role || !str_starts(role, "doc-"))
        return;
    for (int i = 0; i < PAIRS; i++) {
        if (!epub_has(role, pairs[i].role))
            continue;
        bool agrees = epub_has(type, pairs[i].type), contradicts = false;
        for (int k = 0; k < PAIRS; k++)
            contradicts |= k != i && epub_has(type, pairs[k].type);
        if (!agrees && contradicts)
            epub_say_node(d, EPUB_A11Y_ROLE, n,
                          "epub:type=\"%s\" and role=\"%s\" contradict each "
                          "other",
                          type, role);
    }
}

static void
check_break(struct epub_document *d, const struct xml_node *n)
{
    if (!epub_has(xml_get(n, XML_NS_EPUB, "type"), "pagebreak") &&
        !str_eq(xml_value(n, "role"), "doc-pagebreak"))
        return;
    struct epub_page *page = vec_add(d->check->arena, &d->check->breaks);
    const char *id = xml_value(n, "id");
    page->item = d->item;
    page->id = id ? arena_str(d->check->arena, id) : NULL;
    page->line = n->line;
    page->col = n->col;
    page->order = n->order;
    if (!has_name(d, n))
        epub_say_node(d, EPUB_A11Y_PAGE_LABEL, n,
                      "the page break does not say which page begins");
}

static void
check_table(struct epub_document *d, const struct xml_node *table)
{
    const char *role = xml_value(table, "role");
    if (epub_has(role, "presentation") || epub_has(role, "none"))
        return;
    int rows = 0, filled = 0;
    for (const struct xml_node *n = table; n; n = xml_next(n, table)) {
        if (xml_is(n, XML_NS_XHTML, "th"))
            return;
        rows += xml_is(n, XML_NS_XHTML, "tr");
        filled += xml_is(n, XML_NS_XHTML, "td") && n->first;
    }
    if (rows > 1 && filled > 1)
        epub_say_node(d, EPUB_A11Y_TABLE, table, "the table has no “th”");
}

/* The level of a heading; 0 where it is none. */
static int
level_of(const struct xml_node *n)
{
    const char *level = xml_value(n, "aria-level");
    if (n->ns != XML_NS_XHTML)
        return 0;
    if (epub_has(xml_value(n, "role"), "heading") && level)
        return level[0] - '0';
    if (xml_value(n, "role") && !epub_has(xml_value(n, "role"), "heading"))
        return 0;
    return n->name[0] == 'h' && n->name[1] >= '1' && n->name[1] <= '6' &&
                   !n->name[2]
               ? n->name[1] - '0'
               : 0;
}

static void
check_heading(struct epub_document *d, const struct xml_node *n, int *last)
{
    int level = level_of(n);
    if (!level || is_hidden(n))
        return;
    if (!has_name(d, n))
        epub_say_node(d, EPUB_A11Y_HEADING, n, "the heading is empty");
    if (*last && level > *last + 1)
        epub_say_node(d, EPUB_A11Y_HEADING, n,
                      "a heading of level %d follows one of level %d", level,
                      *last);
    *last = level;
}

static void
check_named(struct epub_document *d, const struct xml_node *n)
{
    const char *name = n->name;
    if (n->ns == XML_NS_SVG && strcmp(name, "svg") == 0 && n->parent &&
        n->parent->ns == XML_NS_XHTML) {
        bool title = false;
        for (struct xml_node *c = xml_first_element(n); c;
             c = xml_next_element(c))
            title |= xml_is(c, XML_NS_SVG, "title");
        if (!title && !has_attribute(n, "aria-label") &&
            !has_attribute(n, "aria-labelledby") && !is_hidden(n) &&
            !epub_has(xml_value(n, "role"), "presentation") &&
            !epub_has(xml_value(n, "role"), "none"))
            epub_say_node(d, EPUB_A11Y_LABEL, n, "the drawing has no title");
    }
    if (n->ns != XML_NS_XHTML)
        return;
    if (strcmp(name, "iframe") == 0 && !has_name(d, n))
        epub_say_node(d, EPUB_A11Y_LABEL, n, "the frame has no title");
    if (strcmp(name, "button") == 0 && !has_name(d, n))
        epub_say_node(d, EPUB_A11Y_LABEL, n, "the button has no name");
    if (strcmp(name, "a") == 0 && xml_value(n, "href") && !has_name(d, n) &&
        !is_hidden(n))
        epub_say_node(d, EPUB_A11Y_LINK, n, "the link has no text");
    if (strcmp(name, "img") == 0 && !xml_value(n, "alt") &&
        !has_attribute(n, "aria-label") &&
        !has_attribute(n, "aria-labelledby") &&
        !epub_has(xml_value(n, "role"), "presentation") && !is_hidden(n))
        epub_say_node(d, EPUB_A11Y_ALT, n, "the image has no alt");
    if (strcmp(name, "area") == 0 && xml_value(n, "href") &&
        !has_attribute(n, "alt"))
        epub_say_node(d, EPUB_A11Y_ALT, n, "the area has no alt");
    if (strcmp(name, "table") == 0)
        check_table(d, n);
}

void
epub_check_html_access(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    int level = 0;
    if (!xml_get(root, XML_NS_XML, "lang") && !xml_value(root, "lang"))
        epub_say_node(d, EPUB_A11Y_LANG, root,
                      "the document does not say its language");
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        if (!n->name)
            continue;
        check_pair(d, n);
        check_break(d, n);
        check_named(d, n);
        if (!d->item->is_nav)
            check_heading(d, n, &level);
    }
}
