/* SPDX-License-Identifier: MIT */
/* The navigation document (EPUB 3.3, 7). */
#include <string.h>

#include "verify/epub_element.h"

static bool
is_heading(const struct xml_node *n)
{
    return n->ns == XML_NS_XHTML &&
           epub_has("h1 h2 h3 h4 h5 h6 hgroup", n->name);
}

/* What a label says: its text, its pictures' alt, its aria-label. */
static bool
is_labelled(struct epub_document *d, const struct xml_node *n)
{
    if (!str_blank(xml_content(d->check->scratch, n)))
        return true;
    for (const struct xml_node *c = n; c; c = xml_next(c, n)) {
        const char *alt = c->name ? xml_value(c, "alt") : NULL;
        const char *label = c->name ? xml_value(c, "aria-label") : NULL;
        if ((alt && !str_blank(alt)) || (label && !str_blank(label)))
            return true;
    }
    return false;
}

static void
wrong(struct epub_document *d, const struct xml_node *n)
{
    epub_say_node(d, EPUB_NAV_CONTENT, n,
                  "“%s” is not allowed here in a nav element", n->name);
}

/* An item: a link, or a heading or link and then a list. */
static void
check_item(struct epub_document *d, const struct xml_node *li)
{
    struct xml_node *label = xml_first_element(li);
    struct xml_node *list = label ? xml_next_element(label) : NULL;
    for (struct xml_node *c = li->first; c; c = c->next)
        if (c->text && !str_blank(c->text))
            epub_say_node(d, EPUB_NAV_CONTENT, c,
                          "text stands in an item beside its link");
    if (!label) {
        epub_say_node(d, EPUB_NAV_CONTENT, li, "an item is empty");
        return;
    }
    if (!xml_is(label, XML_NS_XHTML, "a") &&
        !xml_is(label, XML_NS_XHTML, "span"))
        wrong(d, label);
    else if (!is_labelled(d, label))
        epub_say_node(d, EPUB_NAV_LABEL, label, "the label is empty");
    if (list && (!xml_is(list, XML_NS_XHTML, "ol") || xml_next_element(list)))
        wrong(d,
              xml_is(list, XML_NS_XHTML, "ol") ? xml_next_element(list) : list);
    if (!list && xml_is(label, XML_NS_XHTML, "span"))
        epub_say_node(d, EPUB_NAV_CONTENT, label,
                      "after “span” there has to be an “ol”");
}

static void
check_lists(struct epub_document *d, const struct xml_node *nav)
{
    for (const struct xml_node *n = nav; n; n = xml_next(n, nav)) {
        if (xml_is(n, XML_NS_XHTML, "ol") && !xml_first_element(n))
            epub_say_node(d, EPUB_NAV_CONTENT, n, "the list is empty");
        if (xml_is(n, XML_NS_XHTML, "li"))
            check_item(d, n);
    }
}

/* Landmarks say what they are, each once. */
static void
check_landmarks(struct epub_document *d, const struct xml_node *nav)
{
    struct map *seen = map_new(d->check->scratch);
    for (const struct xml_node *n = nav; n; n = xml_next(n, nav)) {
        const char *type = xml_get(n, XML_NS_EPUB, "type");
        const char *href = n->name ? xml_value(n, "href") : NULL;
        if (!xml_is(n, XML_NS_XHTML, "a"))
            continue;
        if (!type) {
            epub_say_node(d, EPUB_NAV_LANDMARK, n,
                          "the landmark has no epub:type");
            continue;
        }
        const char *key =
            arena_printf(d->check->scratch, "%s %s", type, href ? href : "");
        if (map_get(seen, key))
            epub_say_node(d, EPUB_NAV_LANDMARK, n,
                          "the landmark “%s” is there twice", type);
        map_set(seen, key, (void *)(uintptr_t)n);
    }
}

static void
check_one(struct epub_document *d, const struct xml_node *nav, const char *type)
{
    static const char known[] = "toc page-list landmarks";
    struct xml_node *c = xml_first_element(nav);
    bool heading = c && is_heading(c), flat = false;
    int lists = 0;
    for (const char *p = known; *p;
         p += strcspn(p, " ") + (p[strcspn(p, " ")] == ' '))
        flat |=
            epub_has(type, arena_strn(d->check->scratch, p, strcspn(p, " ")));
    if (!flat && !heading)
        epub_say_node(d, EPUB_NAV_HEADING, nav,
                      "a nav of the type “%s” has to begin with a heading",
                      type);
    if (heading)
        c = xml_next_element(c);
    if (!xml_is(c, XML_NS_XHTML, "ol"))
        epub_say_node(d, EPUB_NAV_CONTENT, c ? c : nav,
                      "the nav element has to hold a list");
    else if (xml_next_element(c))
        wrong(d, xml_next_element(c));
    for (struct xml_node *t = nav->first; t; t = t->next)
        if (t->text && !str_blank(t->text))
            epub_say_node(d, EPUB_NAV_CONTENT, t,
                          "text stands in the nav element");
    check_lists(d, nav);
    for (const struct xml_node *n = nav; n; n = xml_next(n, nav))
        lists += xml_is(n, XML_NS_XHTML, "ol");
    if (lists > 1 &&
        (epub_has(type, "page-list") || epub_has(type, "landmarks")))
        epub_say_node(d, EPUB_NAV_FLAT, nav, "“%s” has lists within its list",
                      type);
    if (epub_has(type, "landmarks"))
        check_landmarks(d, nav);
}

void
epub_check_nav(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    int tocs = 0, pages = 0, landmarks = 0;
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        const char *type = xml_is(n, XML_NS_XHTML, "nav")
                               ? xml_get(n, XML_NS_EPUB, "type")
                               : NULL;
        if (n->name && is_heading(n) && strcmp(n->name, "hgroup") != 0 &&
            !is_labelled(d, n))
            epub_say_node(d, EPUB_NAV_LABEL, n, "the heading is empty");
        if (!type)
            continue;
        tocs += epub_has(type, "toc");
        pages += epub_has(type, "page-list");
        landmarks += epub_has(type, "landmarks");
        check_one(d, n, type);
    }
    if (tocs != 1)
        epub_say_node(d, EPUB_NAV_TOC, root,
                      "there are %d nav elements of the type toc", tocs);
    if (pages > 1 || landmarks > 1)
        epub_say_node(d, EPUB_NAV_TWICE, root,
                      "there is more than one nav of the type %s",
                      pages > 1 ? "page-list" : "landmarks");
}
