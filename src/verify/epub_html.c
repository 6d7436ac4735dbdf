/* SPDX-License-Identifier: MIT */
/* XHTML: what each element may hold (HTML, 3.2.5; EPUB 3.3, 6.1). The table
 * is epub_elements.h; what the table can't say is here. */
#include <stdlib.h>
#include <string.h>

#include "verify/epub_element.h"

static const struct epub_element table[] = {
#define ELEMENT(name, ...) {#name, __VA_ARGS__},
#include "verify/epub_elements.h"
#undef ELEMENT
};

enum { ELEMENTS = sizeof table / sizeof *table };

static const char obsolete[] =
    "acronym applet basefont bgsound big blink center dir font frame frameset "
    "isindex keygen listing marquee menuitem multicol nextid nobr noembed "
    "noframes noscript plaintext spacer strike tt xmp";

/* How much a node's content may be. */
enum { WITHIN_PHRASES = 1, WITHIN_FLOW = 2, WITHIN_ANY = 3 };

static int
compare(const void *name, const void *row)
{
    return strcmp(name, ((const struct epub_element *)row)->name);
}

const struct epub_element *
epub_element(const char *name)
{
    return bsearch(name, table, ELEMENTS, sizeof *table, compare);
}

static void
misplaced(struct epub_document *d, const struct xml_node *n)
{
    epub_say_node(d, EPUB_ELEMENT_PLACE, n, "“%s” is not allowed in “%s”",
                  n->name, n->parent ? n->parent->name : "the document");
}

/* Text between elements where none may be. */
static void
forbid_text(struct epub_document *d, const struct xml_node *n)
{
    for (struct xml_node *c = n->first; c; c = c->next)
        if (c->text && !str_blank(c->text)) {
            epub_say_node(d, EPUB_TEXT_PLACE, c, "text is not allowed in “%s”",
                          n->name);
            return;
        }
}

/* meta and link stand within text when they carry metadata of their own. */
static bool
is_property(const struct xml_node *n)
{
    return (strcmp(n->name, "meta") == 0 && xml_value(n, "content") &&
            (xml_value(n, "itemprop") || xml_value(n, "property")));
}

/* Whether an element may stand among phrases, or in flow. */
static bool
may_stand(const struct xml_node *n, int within)
{
    if (n->ns == XML_NS_SVG)
        return strcmp(n->name, "svg") == 0;
    if (n->ns == XML_NS_MATHML)
        return strcmp(n->name, "math") == 0;
    if (n->ns == XML_NS_EPUB)
        return strcmp(n->name, "switch") == 0 ||
               strcmp(n->name, "trigger") == 0;
    if (n->ns != XML_NS_XHTML)
        return false;
    if (strchr(n->name, '-') || is_property(n))
        return true;
    const struct epub_element *row = epub_element(n->name);
    if (!row)
        return true; /* said elsewhere */
    return row->categories &
           (within == WITHIN_FLOW ? FLOW | PHRASING : PHRASING);
}

static void
check_child(struct epub_document *d, const struct xml_node *c, int within)
{
    if (c->name && !may_stand(c, within))
        misplaced(d, c);
}

static void
check_children(struct epub_document *d, const struct xml_node *first,
               int within)
{
    for (const struct xml_node *c = first; c; c = c->next)
        check_child(d, c, within);
}

void
epub_check_embedded(struct epub_document *d, const struct xml_node *n,
                    bool flow)
{
    for (const struct xml_node *c = n->first; c; c = c->next)
        if (c->name && c->ns == XML_NS_XHTML && strcmp(c->name, "body") != 0 &&
            strcmp(c->name, "html") != 0)
            check_child(d, c, flow ? WITHIN_FLOW : WITHIN_PHRASES);
}

/* Whether "a|b|c", `n` bytes, has the element's name. */
static bool
particle_has(const char *names, size_t n, const struct xml_node *c)
{
    size_t length = strlen(c->name);
    if (c->ns != XML_NS_XHTML)
        return false;
    for (const char *p = names, *end = names + n; p < end;) {
        const char *bar = memchr(p, '|', (size_t)(end - p));
        size_t part = (size_t)((bar ? bar : end) - p);
        if (part == length && memcmp(p, c->name, length) == 0)
            return true;
        p += part + 1;
    }
    return false;
}

/* Checks children against a sequence. Returns the first child that belongs
 * to the rest (#flow, #same), or NULL. */
static const struct xml_node *
check_sequence(struct epub_document *d, const struct xml_node *n,
               const char *sequence, bool *rest)
{
    const struct xml_node *c = xml_first_element(n);
    *rest = false;
    for (const char *p = sequence; *p;) {
        size_t length = strcspn(p, " ?*+");
        char many = p[length];
        bool needed = many != '?' && many != '*', any = many == '*';
        if (*p == '#') {
            *rest = true;
            return c;
        }
        bool found = false;
        while (c && (!found || any) && particle_has(p, length, c)) {
            found = true;
            c = xml_next_element(c);
        }
        if (needed && !found) {
            epub_say_node(d, EPUB_ELEMENT_MISSING, n,
                          "“%s” has to hold “%.*s” here", n->name,
                          (int)strcspn(p, " |"), p);
            if (c)
                misplaced(d, c);
            return NULL;
        }
        p += length + (many && many != ' ');
        p += strspn(p, " ");
    }
    if (c)
        misplaced(d, c);
    return NULL;
}

/* Text before what a sequence begins with. */
static void
forbid_text_before(struct epub_document *d, const struct xml_node *n,
                   const char *name)
{
    const struct xml_node *first = xml_first_element(n);
    for (struct xml_node *c = n->first; c && c != first; c = c->next)
        if (first && xml_is(first, XML_NS_XHTML, name) && c->text &&
            !str_blank(c->text))
            epub_say_node(d, EPUB_TEXT_PLACE, c,
                          "text is not allowed before “%s”", name);
}

static void
check_in_sequence(struct epub_document *d, const struct xml_node *n,
                  const struct epub_element *row, int within)
{
    bool rest, tbody = false;
    const struct xml_node *c = check_sequence(d, n, row->sequence, &rest);
    if (!rest) {
        forbid_text(d, n);
    } else {
        bool flow = strstr(row->sequence, "#flow") != NULL;
        forbid_text_before(d, n, "summary");
        forbid_text_before(d, n, "legend");
        check_children(d, c, flow ? WITHIN_FLOW : within);
    }
    if (strcmp(n->name, "table") != 0)
        return;
    for (c = xml_first_element(n); c; c = xml_next_element(c)) {
        if (xml_is(c, XML_NS_XHTML, "tr") && tbody)
            misplaced(d, c);
        tbody |= xml_is(c, XML_NS_XHTML, "tbody");
    }
}

static void
check_head(struct epub_document *d, const struct xml_node *n)
{
    int titles = 0, bases = 0;
    forbid_text(d, n);
    for (struct xml_node *c = xml_first_element(n); c;
         c = xml_next_element(c)) {
        const struct epub_element *row =
            c->ns == XML_NS_XHTML ? epub_element(c->name) : NULL;
        bool title = xml_is(c, XML_NS_XHTML, "title");
        bool base = xml_is(c, XML_NS_XHTML, "base");
        titles += title;
        bases += base;
        if ((title && titles > 1) || (base && bases > 1) ||
            (!title && !base && (!row || !(row->categories & METADATA)) &&
             c->ns != XML_NS_EPUB))
            misplaced(d, c);
    }
}

/* Groups of dt and dd; or divs, each with such groups. */
static void
check_terms(struct epub_document *d, const struct xml_node *n, bool in_div)
{
    const struct xml_node *last = NULL, *c;
    bool divs = false, bare = false;
    forbid_text(d, n);
    for (c = xml_first_element(n); c; c = xml_next_element(c)) {
        bool dt = xml_is(c, XML_NS_XHTML, "dt");
        bool dd = xml_is(c, XML_NS_XHTML, "dd");
        bool div = xml_is(c, XML_NS_XHTML, "div") && !in_div;
        if (xml_is(c, XML_NS_XHTML, "script") ||
            xml_is(c, XML_NS_XHTML, "template"))
            continue;
        if (!dt && !dd && !div) {
            misplaced(d, c);
            continue;
        }
        if ((dd && !last) || (div && bare) || ((dt || dd) && divs) ||
            (in_div && dt && last && xml_is(last, XML_NS_XHTML, "dd")))
            misplaced(d, c);
        divs |= div;
        bare |= dt || dd;
        last = c;
    }
    if ((last && xml_is(last, XML_NS_XHTML, "dt")) || (in_div && !last))
        epub_say_node(d, EPUB_ELEMENT_MISSING, last ? last : n,
                      "a “dd” has to follow “dt”");
}

/* A caption first or last. */
static void
check_figure(struct epub_document *d, const struct xml_node *n)
{
    const struct xml_node *first = n->first, *last = n->last;
    while (first && first->text && str_blank(first->text))
        first = first->next;
    for (struct xml_node *c = n->first; c; c = c->next)
        if (c->name || !str_blank(c->text))
            last = c;
    for (struct xml_node *c = xml_first_element(n); c;
         c = xml_next_element(c)) {
        if (!xml_is(c, XML_NS_XHTML, "figcaption")) {
            check_child(d, c, WITHIN_FLOW);
            continue;
        }
        bool second = c != first && xml_is(first, XML_NS_XHTML, "figcaption");
        if ((c != first && c != last) || second)
            misplaced(d, c);
    }
}

/* Phrases, and each heading once. */
static void
check_headed(struct epub_document *d, const struct xml_node *n)
{
    int seen[7] = {0};
    for (struct xml_node *c = xml_first_element(n); c;
         c = xml_next_element(c)) {
        bool heading = c->ns == XML_NS_XHTML && c->name[0] == 'h' &&
                       c->name[1] >= '1' && c->name[1] <= '6' && !c->name[2];
        bool group = xml_is(c, XML_NS_XHTML, "hgroup");
        int which = group ? 0 : heading ? c->name[1] - '0' : -1;
        if (which >= 0 && seen[which]++)
            misplaced(d, c);
        else if (which < 0)
            check_child(d, c, WITHIN_PHRASES);
    }
}

static bool
is_word_of(const struct xml_node *n, const char *names)
{
    return n->ns == XML_NS_XHTML && str_has_word(names, n->name);
}

/* How far a group of ruby has come: bases, then texts; or texts in pairs of
 * brackets (rp). */
enum ruby_state { RUBY_BASE, RUBY_TEXT, RUBY_OPEN, RUBY_WITHIN, RUBY_CLOSED };

/* What follows a state, by a base, a text and a bracket; -1: nothing may. */
static const int ruby_next[][3] = {
    [RUBY_BASE] = {RUBY_BASE, RUBY_TEXT, RUBY_OPEN},
    [RUBY_TEXT] = {RUBY_BASE, RUBY_TEXT, RUBY_OPEN},
    [RUBY_OPEN] = {-1, RUBY_WITHIN, -1},
    [RUBY_WITHIN] = {-1, -1, RUBY_CLOSED},
    [RUBY_CLOSED] = {RUBY_BASE, RUBY_WITHIN, RUBY_OPEN},
};

static void
check_ruby(struct epub_document *d, const struct xml_node *n)
{
    int state = RUBY_BASE;
    for (const struct xml_node *c = n->first; c; c = c->next) {
        if (c->text && str_blank(c->text))
            continue;
        int kind = c->text                   ? 0
                   : is_word_of(c, "rt rtc") ? 1
                   : is_word_of(c, "rp")     ? 2
                                             : 0;
        if (c->name && !kind && !is_word_of(c, "rb"))
            check_child(d, c, WITHIN_PHRASES);
        int next = ruby_next[state][kind];
        if (next < 0)
            epub_say_node(d, c->name ? EPUB_ELEMENT_PLACE : EPUB_TEXT_PLACE, c,
                          "after “rp” has to come “rt”, after that “rp”");
        state = next < 0 ? RUBY_BASE : next;
    }
    if (state != RUBY_TEXT && state != RUBY_CLOSED)
        epub_say_node(d, EPUB_ELEMENT_MISSING, n,
                      "“ruby” has to end with “rt”, or “rp” around it");
}

static void
check_other(struct epub_document *d, const struct xml_node *n,
            enum epub_content content)
{
    for (struct xml_node *c = xml_first_element(n); c;
         c = xml_next_element(c)) {
        bool here = content == RUBYTEXT  ? is_word_of(c, "rt rp")
                    : content == OPTIONS ? is_word_of(c, "option")
                                         : false;
        if (!here)
            check_child(d, c, WITHIN_PHRASES);
    }
}

/* An element's content by its row; `within`: what its parent may hold. */
static void
check_content(struct epub_document *d, const struct xml_node *n,
              const struct epub_element *row, int within)
{
    switch (row->content) {
    case EMPTY:
        forbid_text(d, n);
        if (xml_first_element(n))
            misplaced(d, xml_first_element(n));
        return;
    case TEXT:
        if (xml_first_element(n))
            misplaced(d, xml_first_element(n));
        return;
    case PHRASES:
        check_children(d, n->first, WITHIN_PHRASES);
        return;
    case FLOWS:
        if (strcmp(n->name, "div") == 0 &&
            xml_is(n->parent, XML_NS_XHTML, "dl"))
            check_terms(d, n, true);
        else
            check_children(d, n->first, WITHIN_FLOW);
        return;
    case TRANSPARENT:
        check_children(d, n->first, within);
        return;
    case SEQUENCE:
        check_in_sequence(d, n, row, within);
        return;
    case HEAD:
        check_head(d, n);
        return;
    case TERMS:
        check_terms(d, n, false);
        return;
    case FIGURE:
        check_figure(d, n);
        return;
    case HEADED:
        check_headed(d, n);
        return;
    case RUBY:
        check_ruby(d, n);
        return;
    case TIME:
        if (!xml_value(n, "datetime") && xml_first_element(n))
            misplaced(d, xml_first_element(n));
        check_children(d, n->first, WITHIN_PHRASES);
        return;
    case OPTIONS:
    case RUBYTEXT:
        check_other(d, n, row->content);
        return;
    case ANYTHING:
        return;
    }
}

/* What the element's own content may be. */
static int
within_of(const struct epub_element *row, int parent)
{
    switch (row->content) {
    case FLOWS:
    case FIGURE:
        return WITHIN_FLOW;
    case TRANSPARENT:
        return parent;
    case SEQUENCE:
        return strstr(row->sequence, "#same") ? parent : WITHIN_FLOW;
    case ANYTHING:
        return WITHIN_ANY;
    default:
        return WITHIN_PHRASES;
    }
}

static void
check_element(struct epub_document *d, struct xml_node *n, int within)
{
    const struct epub_element *row = epub_element(n->name);
    n->within = WITHIN_PHRASES;
    if (!row && strchr(n->name, '-')) {
        n->within = (uint8_t)within;
        return;
    }
    if (!row) {
        bool old = str_has_word(obsolete, n->name);
        epub_say_node(d, old ? EPUB_ELEMENT_OBSOLETE : EPUB_ELEMENT_UNKNOWN, n,
                      old ? "the element “%s” is obsolete"
                          : "there is no element “%s”",
                      n->name);
        n->within = WITHIN_FLOW;
        return;
    }
    n->within = (uint8_t)within_of(row, within);
    if (d->item->is_nav && strcmp(n->name, "li") == 0) {
        const struct xml_node *nav = xml_ancestor(n, XML_NS_XHTML, "nav");
        if (nav && xml_get(nav, XML_NS_EPUB, "type"))
            n->within = WITHIN_PHRASES; /* its links hold no blocks */
    }
    epub_check_attributes(d, n, row);
    check_content(d, n, row, within);
}

/* An element of the epub namespace; what they hold is not looked into. */
static void
check_switch(struct epub_document *d, struct xml_node *n, int within)
{
    bool known = epub_has("switch case default trigger", n->name);
    n->within = (uint8_t)within;
    d->has_switch |= strcmp(n->name, "switch") == 0;
    if (known && epub_has("switch trigger", n->name))
        epub_say_node(d, EPUB_SWITCH, n, "“epub:%s” is deprecated", n->name);
    if (!known)
        epub_say_node(d, EPUB_ELEMENT_UNKNOWN, n,
                      "there is no element “epub:%s”", n->name);
    if (strcmp(n->name, "case") == 0 && !xml_value(n, "required-namespace"))
        epub_say_node(d, EPUB_ATTRIBUTE_MISSING, n,
                      "“epub:case” needs required-namespace");
}

static void
check_doctype(struct epub_document *d)
{
    const struct xml_document *x = d->xml;
    if (!x->has_doctype)
        return;
    bool legacy = str_eq(x->system_id, "about:legacy-compat");
    if (strcasecmp(x->doctype, "html") != 0 || x->public_id ||
        (x->system_id && !legacy))
        epub_say(d->check, EPUB_DOCTYPE, d->path, x->doctype_line, 0,
                 "the document type is not <!DOCTYPE html>");
}

void
epub_check_html(struct epub_document *d)
{
    struct xml_node *root = d->xml->root, *next;
    check_doctype(d);
    if (!xml_is(root, XML_NS_XHTML, "html")) {
        epub_say_node(d, EPUB_XHTML, root,
                      "the root is “%s”, not “html” of XHTML's namespace",
                      root->name);
        return;
    }
    for (struct xml_node *n = root; n; n = next) {
        int within = n->parent ? n->parent->within : WITHIN_FLOW;
        next = xml_next(n, root);
        if (!n->name)
            continue;
        if (n->ns == XML_NS_SVG)
            epub_check_svg(d, n);
        else if (n->ns == XML_NS_MATHML)
            epub_check_mathml(d, n);
        else if (n->ns == XML_NS_EPUB)
            check_switch(d, n, within);
        else if (n->ns == XML_NS_XHTML)
            check_element(d, n, within);
        if (n->ns == XML_NS_OTHER || n->within == WITHIN_ANY)
            next = xml_next_beside(n, root);
    }
    epub_check_html_rules(d);
}
