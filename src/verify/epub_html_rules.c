/* SPDX-License-Identifier: MIT */
/* What a document of XHTML must keep to beyond its elements one by one: what
 * may not be within what, ids that attributes name, languages, the title. */
#include <string.h>

#include "verify/epub_element.h"

/* Elements that may not be within others, however deep. With an attribute:
 * only where the element has it. */
static const struct {
    const char *name, *attribute, *within;
} nesting[] = {
    {"a", NULL, "a button"},
    {"audio", "controls", "a button"},
    {"button", NULL, "a button"},
    {"details", NULL, "a button"},
    {"embed", NULL, "a button"},
    {"iframe", NULL, "a button"},
    {"img", "usemap", "a button"},
    {"input", NULL, "a button"},
    {"label", NULL, "a button label"},
    {"menu", NULL, "a button"},
    {"object", "usemap", "a button"},
    {"select", NULL, "a button"},
    {"textarea", NULL, "a button"},
    {"video", "controls", "a button"},
    {"audio", NULL, "audio video"},
    {"video", NULL, "audio video"},
    {"address", NULL, "address"},
    {"header", NULL, "address header footer"},
    {"footer", NULL, "address header footer"},
    {"form", NULL, "form"},
    {"progress", NULL, "progress"},
    {"meter", NULL, "meter"},
    {"dfn", NULL, "dfn"},
    {"table", NULL, "caption"},
};

/* Attributes that name ids of the same document; `list`: several. `of`: the
 * elements that may be meant. */
static const struct {
    const char *attribute, *on, *of;
    bool list;
} idrefs[] = {
    {"aria-describedby", NULL, NULL, true},
    {"aria-flowto", NULL, NULL, true},
    {"aria-labelledby", NULL, NULL, true},
    {"aria-owns", NULL, NULL, true},
    {"aria-controls", NULL, NULL, true},
    {"for", "output", NULL, true},
    {"list", "input", "datalist", false},
    {"form", NULL, "form", false},
    {"for", "label", "button input meter output progress select textarea",
     false},
    {"headers", "td th", "th", true},
    {"aria-activedescendant", NULL, NULL, false},
};

static void
check_nesting(struct epub_document *d, const struct xml_node *n)
{
    for (size_t i = 0; i < sizeof nesting / sizeof *nesting; i++) {
        const struct xml_node *up = n->parent;
        if (strcmp(n->name, nesting[i].name) != 0 ||
            (nesting[i].attribute && !xml_value(n, nesting[i].attribute)) ||
            (strcmp(n->name, "input") == 0 &&
             str_eq(xml_value(n, "type"), "hidden")))
            continue;
        while (up && !(up->ns == XML_NS_XHTML &&
                       str_has_word(nesting[i].within, up->name)))
            up = up->parent;
        if (up) {
            epub_say_node(d, EPUB_NESTING, n, "“%s” may not be within “%s”",
                          n->name, up->name);
            return;
        }
    }
}

static void
check_id_word(struct epub_document *d, const struct xml_node *n, size_t i,
              const char *id)
{
    const struct xml_node *to = map_get(d->ids, id);
    const char *of = idrefs[i].of;
    if (!to)
        epub_say_node(d, EPUB_IDREF, n, "%s: there is no id “%s”",
                      idrefs[i].attribute, id);
    else if (of && !str_has_word(of, to->name))
        epub_say_node(d, EPUB_IDREF, n, "%s: “%s” is a “%s”, not one of: %s",
                      idrefs[i].attribute, id, to->name, of);
    else if (strcmp(idrefs[i].attribute, "headers") == 0 &&
             xml_ancestor(to, XML_NS_XHTML, "table") !=
                 xml_ancestor(n, XML_NS_XHTML, "table"))
        epub_say_node(d, EPUB_IDREF, n, "headers: “%s” is in another table",
                      id);
}

static void
check_idrefs(struct epub_document *d, const struct xml_node *n)
{
    for (size_t i = 0; i < sizeof idrefs / sizeof *idrefs; i++) {
        const char *value = xml_value(n, idrefs[i].attribute);
        if (!value || (idrefs[i].on && !str_has_word(idrefs[i].on, n->name)))
            continue;
        if (!idrefs[i].list) {
            check_id_word(d, n, i, value);
            continue;
        }
        for (const char *p = value + strspn(value, " \t\r\n"); *p;) {
            size_t word = strcspn(p, " \t\r\n");
            check_id_word(d, n, i, arena_strn(d->check->scratch, p, word));
            p += word + strspn(p + word, " \t\r\n");
        }
    }
}

static void
check_language(struct epub_document *d, const struct xml_node *n)
{
    const char *lang = xml_value(n, "lang");
    const char *xml = xml_get(n, XML_NS_XML, "lang");
    if (lang && xml && strcasecmp(lang, xml) != 0)
        epub_say_node(d, EPUB_LANG, n,
                      "lang=\"%s\" and xml:lang=\"%s\" are not the same", lang,
                      xml);
}

static void
check_head(struct epub_document *d, const struct xml_node *head)
{
    const struct xml_node *title = NULL;
    int charsets = 0, declared = 0;
    for (struct xml_node *n = xml_first_element(head); n;
         n = xml_next_element(n)) {
        const char *equiv = xml_value(n, "http-equiv");
        const char *content = xml_value(n, "content");
        title = xml_is(n, XML_NS_XHTML, "title") ? n : title;
        if (!xml_is(n, XML_NS_XHTML, "meta"))
            continue;
        charsets += xml_value(n, "charset") != NULL;
        if (!equiv || strcasecmp(equiv, "content-type") != 0)
            continue;
        declared++;
        if (!content || strncasecmp(content, "text/html;", 10) != 0 ||
            strcasecmp(str_trim(d->check->scratch, content + 10),
                       "charset=utf-8") != 0)
            epub_say_node(d, EPUB_CHARSET, n,
                          "the meta element has to say “text/html; "
                          "charset=utf-8”");
    }
    if (charsets + declared > 1)
        epub_say_node(d, EPUB_CHARSET, head,
                      "the encoding is declared %d times", charsets + declared);
    if (!title)
        epub_say_node(d, EPUB_TITLE_MISSING, head, "there is no title");
}

static void
check_map(struct epub_document *d, const struct xml_node *n, struct map *names)
{
    const char *name = xml_value(n, "name"), *id = xml_value(n, "id");
    if (!name)
        return;
    if (map_get(names, name))
        epub_say_node(d, EPUB_ID, n, "there are two maps “%s”", name);
    map_set(names, name, (void *)(uintptr_t)n);
    if (id && strcmp(id, name) != 0)
        epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n,
                      "a map's id and name are not the same");
}

/* Rules of single elements. */
static void
check_single(struct epub_document *d, const struct xml_node *n,
             struct map *maps)
{
    const char *name = n->name;
    if (strcmp(name, "title") == 0 &&
        str_blank(xml_content(d->check->scratch, n)))
        epub_say_node(d, EPUB_TITLE, n, "the title is empty");
    if (strcmp(name, "head") == 0)
        check_head(d, n);
    if (strcmp(name, "area") == 0 && !xml_ancestor(n, XML_NS_XHTML, "map"))
        epub_say_node(d, EPUB_NESTING, n, "“area” has to be within “map”");
    if (strcmp(name, "map") == 0)
        check_map(d, n, maps);
    if (strcmp(name, "img") == 0 && xml_value(n, "ismap")) {
        const struct xml_node *a = xml_ancestor(n, XML_NS_XHTML, "a");
        if (!a || !xml_value(a, "href"))
            epub_say_node(d, EPUB_NESTING, n,
                          "an “img” with ismap has to be within a link");
    }
    if (strcmp(name, "select") == 0 && !xml_value(n, "multiple")) {
        int selected = 0;
        for (const struct xml_node *o = n; o; o = xml_next(o, n))
            selected +=
                xml_is(o, XML_NS_XHTML, "option") && xml_value(o, "selected");
        if (selected > 1)
            epub_say_node(d, EPUB_ATTRIBUTE, n,
                          "more than one option is selected");
    }
    if (strcmp(name, "track") == 0 && xml_value(n, "label") &&
        str_blank(xml_value(n, "label")))
        epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n, "a track's label is empty");
    if (strcmp(name, "link") == 0 && xml_value(n, "sizes") &&
        !str_eq(xml_value(n, "rel"), "icon"))
        epub_say_node(d, EPUB_ATTRIBUTE, n, "sizes is for rel=\"icon\" alone");
    const char *role = xml_value(n, "role");
    if (epub_has(role, "doc-endnote") || epub_has(role, "doc-biblioentry"))
        epub_say_node(d, EPUB_DEPRECATED, n, "the role “%s” is deprecated",
                      role);
}

void
epub_check_html_rules(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    struct map *maps = map_new(d->check->scratch);
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        if (!n->name)
            continue;
        check_idrefs(d, n);
        d->svg |= xml_is(n, XML_NS_SVG, "svg");
        d->mathml |= xml_is(n, XML_NS_MATHML, "math");
        const char *ph = xml_get(n, XML_NS_SSML, "ph");
        for (const struct xml_node *up = n->parent; ph && up; up = up->parent)
            if (xml_get(up, XML_NS_SSML, "ph")) {
                epub_say_node(d, EPUB_ATTRIBUTE, n,
                              "ssml:ph stands within another");
                break;
            }
        if (n->ns != XML_NS_XHTML)
            continue;
        check_nesting(d, n);
        check_language(d, n);
        check_single(d, n, maps);
        d->form |= strcmp(n->name, "form") == 0;
    }
}
