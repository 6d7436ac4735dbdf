/* SPDX-License-Identifier: MIT */
/* Whether a selector means a node. A node is seen as the EPUB's XHTML would
 * show it: each division the only child of a body of its own. */
#include <string.h>

#include "style/css_int.h"

/* The element around it. NULL is `html`, which stands above the book; above
 * that there is nothing (*top). */
static const struct doc_node *
element_above(const struct doc_node *node, bool *top)
{
    *top = false;
    if (!node) {
        *top = true;
        return NULL;
    }
    do
        node = node->parent;
    while (node && !doc_element(node));
    return node;
}

static bool
is_alone(const struct doc_node *node)
{
    return !node || doc_vocab[node->kind].model == DOC_IS_DIVISION;
}

static const struct doc_node *
sibling(const struct doc_node *node, bool back)
{
    if (is_alone(node))
        return NULL;
    do
        node = back ? node->prev : node->next;
    while (node && !doc_element(node));
    return node;
}

static const char *
element_of(const struct doc_node *node)
{
    return node ? doc_element(node) : "html";
}

static bool
match_type(const struct doc_node *node, const char *name)
{
    const char *element = element_of(node);
    return element && strcmp(element, name) == 0;
}

static const char *
number_text(int n, char room[16])
{
    snprintf(room, 16, "%d", n);
    return room;
}

static const char *
data_attribute(const struct doc_node *n, const char *name, char room[16])
{
    if (n->kind == DOC_LINK && str_eq(name, "href"))
        return n->link->href ? n->link->href : "";
    if (n->kind == DOC_LINK && str_eq(name, "title"))
        return n->link->title;
    if (n->kind == DOC_ABBREVIATION && str_eq(name, "title"))
        return n->expansion;
    if (n->kind == DOC_NOTE_REF && str_eq(name, "href"))
        return "";
    if (n->kind == DOC_IMAGE && str_eq(name, "src"))
        return n->image->src ? n->image->src : "";
    if (n->kind == DOC_IMAGE && str_eq(name, "alt"))
        return n->image->alt ? n->image->alt : "";
    if (n->kind == DOC_IMAGE && str_eq(name, "title"))
        return n->image->title;
    if (n->kind == DOC_LIST && str_eq(name, "start"))
        return n->list->ordered && n->list->start != 1
                   ? number_text(n->list->start, room)
                   : NULL;
    if (n->kind == DOC_CELL && str_eq(name, "colspan"))
        return n->cell->colspan > 1 ? number_text(n->cell->colspan, room)
                                    : NULL;
    if (n->kind == DOC_CELL && str_eq(name, "rowspan"))
        return n->cell->rowspan > 1 ? number_text(n->cell->rowspan, room)
                                    : NULL;
    return NULL;
}

/* An attribute that the EPUB's XHTML gives the node, or NULL. */
static const char *
attribute(const struct doc_node *n, const char *name, char room[16])
{
    if (!n)
        return NULL;
    if (str_eq(name, "id"))
        return n->id;
    if (str_eq(name, "lang") || str_eq(name, "xml:lang"))
        return n->lang;
    if (str_eq(name, "role"))
        return doc_vocab[n->kind].role;
    if (str_eq(name, "epub:type") || str_eq(name, "type"))
        return doc_vocab[n->kind].epubtype;
    return data_attribute(n, name, room);
}

static bool
equal_n(const char *a, const char *b, size_t n, bool nocase)
{
    return nocase ? strncasecmp(a, b, n) == 0 : strncmp(a, b, n) == 0;
}

static bool
find_within(const char *has, const char *value, bool nocase)
{
    return nocase ? strcasestr(has, value) != NULL : strstr(has, value) != NULL;
}

static bool
has_word(const char *has, const char *value, bool nocase)
{
    size_t n = strlen(value);
    if (!n || strpbrk(value, " \t\n"))
        return false;
    for (const char *p = has; *p;) {
        size_t word = strcspn(p, " \t\n");
        if (word == n && equal_n(p, value, n, nocase))
            return true;
        p += word + strspn(p + word, " \t\n");
    }
    return false;
}

static bool
test_value(const struct css_simple *s, const char *has)
{
    if (!s->op)
        return true;
    size_t n = strlen(s->value), all = strlen(has);
    switch (s->op) {
    case '=':
        return n == all && equal_n(has, s->value, n, s->nocase);
    case '~':
        return has_word(has, s->value, s->nocase);
    case '|':
        return all >= n && equal_n(has, s->value, n, s->nocase) &&
               (!has[n] || has[n] == '-');
    case '^':
        return n && all >= n && equal_n(has, s->value, n, s->nocase);
    case '$':
        return n && all >= n && equal_n(has + all - n, s->value, n, s->nocase);
    case '*':
        return n && find_within(has, s->value, s->nocase);
    default:
        return true;
    }
}

static bool
match_attribute(const struct css_simple *s, const struct doc_node *node)
{
    char room[16];
    if (!node)
        return false;
    if (!str_eq(s->name, "class")) {
        const char *has = attribute(node, s->name, room);
        return has && test_value(s, has);
    }
    const char *own = node->class, *kind = doc_vocab[node->kind].class;
    if (!own || !kind)
        return (own && test_value(s, own)) || (kind && test_value(s, kind));
    if (s->op == '~' || !s->op)
        return test_value(s, own) || test_value(s, kind);
    char both[256];
    snprintf(both, sizeof both, "%s %s", kind, own);
    return test_value(s, both);
}

static int
count(const struct doc_node *node, const struct css_simple *s,
      struct css_index *index)
{
    bool back = !s->from_end;
    bool plain = !s->of_type && !s->from_end;
    int n = 1;
    for (const struct doc_node *p = sibling(node, back); p;
         p = sibling(p, back)) {
        if (plain && index && p == index->node) {
            n += index->at;
            break;
        }
        if (!s->of_type || strcmp(element_of(p), element_of(node)) == 0)
            n++;
        if (!s->a && n > s->b)
            return n;
    }
    if (plain && index) {
        index->node = node;
        index->at = n;
    }
    return n;
}

static bool
match_nth(const struct css_simple *s, const struct doc_node *node,
          struct css_index *index)
{
    /* a head stands before the body */
    bool body = node && node->kind == DOC_BOOK;
    int n = body && !s->of_type && !s->from_end ? 2 : count(node, s, index);
    if (!s->a)
        return n == s->b;
    int steps = n - s->b;
    return steps % s->a == 0 && steps / s->a >= 0;
}

static bool
match_lang(const struct css_simple *s, const struct doc_node *node,
           const struct css_index *index)
{
    const char *lang = NULL;
    for (; node && !lang; node = node->parent)
        lang = node->lang;
    if (!lang && index)
        lang = index->lang;
    size_t n = strlen(s->value);
    return lang && strncasecmp(lang, s->value, n) == 0 &&
           (!lang[n] || lang[n] == '-');
}

static bool
match_dir(const struct css_simple *s, const struct doc_node *node,
          const struct css_index *index)
{
    struct doc_book book = {.lang = index && index->lang ? index->lang : ""};
    return str_eq_nocase(s->value, doc_is_rtl(&book, node) ? "rtl" : "ltr");
}

static bool
match_list(const struct css_selector *list, const struct doc_node *node,
           struct css_index *index)
{
    for (; list; list = list->next)
        if (css_match(list, node, index))
            return true;
    return false;
}

/* :has() looks at so many nodes and no more. */
enum { MOST_LOOKED_AT = 20000 };

/* Whether one of a selector's subjects is in the tree below `root`, which may
 * be one itself where `own`. */
static bool
has_below(const struct css_selector *s, const struct doc_node *root, bool own,
          struct css_index *index, int *budget)
{
    const struct doc_node *node = own ? root : doc_next(root, root);
    for (; node && --*budget > 0; node = doc_next(node, root))
        if (doc_element(node) && css_match(s, node, index))
            return true;
    return false;
}

static bool
match_has(const struct css_selector *list, const struct doc_node *node,
          const struct css_index *from)
{
    struct css_index index = {.scope = node, .lang = from ? from->lang : NULL};
    int budget = MOST_LOOKED_AT;
    bool found = false;
    for (; node && list && !found; list = list->next) {
        char first = list->compounds.at[1].combinator;
        if (first == ' ' || first == '>') {
            found = has_below(list, node, false, &index, &budget);
            continue;
        }
        const struct doc_node *next = node;
        while (!found && (next = sibling(next, false)))
            found = has_below(list, next, true, &index, &budget);
    }
    return found;
}

static bool
is_link(const struct doc_node *node)
{
    return node && (node->kind == DOC_LINK || node->kind == DOC_NOTE_REF);
}

static bool
match_only(const struct css_simple *s, const struct doc_node *node)
{
    struct css_simple first = {.a = 0, .b = 1, .of_type = s->of_type};
    struct css_simple last = first;
    last.from_end = true;
    return count(node, &first, NULL) == 1 && count(node, &last, NULL) == 1;
}

static bool
match_simple(const struct css_simple *s, const struct doc_node *node,
             struct css_index *index)
{
    switch (s->kind) {
    case CSS_SEL_TYPE:
        return match_type(node, s->name);
    case CSS_SEL_CLASS:
        return node && doc_has_class(node, s->name);
    case CSS_SEL_ID:
        return node && str_eq(node->id, s->name);
    case CSS_SEL_ATTRIBUTE:
        return match_attribute(s, node);
    case CSS_SEL_NTH:
        return match_nth(s, node, index);
    case CSS_SEL_ONLY:
        return match_only(s, node);
    case CSS_SEL_NOT:
        return !match_list(s->list, node, index);
    case CSS_SEL_IS:
        return match_list(s->list, node, index);
    case CSS_SEL_HAS:
        return match_has(s->list, node, index);
    case CSS_SEL_SCOPE:
        return index && node == index->scope;
    case CSS_SEL_LANG:
        return match_lang(s, node, index);
    case CSS_SEL_DIR:
        return match_dir(s, node, index);
    case CSS_SEL_ROOT:
        return !node;
    case CSS_SEL_LINK:
        return is_link(node);
    case CSS_SEL_EMPTY:
        return node && !node->first && !(node->text && *node->text);
    case CSS_SEL_NEVER:
        break;
    }
    return false;
}

static bool
match_compound(const struct css_compound *c, const struct doc_node *node,
               struct css_index *index)
{
    for (size_t i = 0; i < c->simple.n; i++)
        if (!match_simple(&c->simple.at[i], node, index))
            return false;
    return true;
}

/* The compounds 0 … i against the node as the i-th; `budget` bounds the ways
 * that are tried. */
static bool
match_from(const struct css_selector *s, size_t i, const struct doc_node *node,
           struct css_index *index, int *budget)
{
    bool top;
    if (--*budget < 0 || !match_compound(&s->compounds.at[i], node, index))
        return false;
    switch (s->compounds.at[i].combinator) {
    case '>':
        node = element_above(node, &top);
        return !top && match_from(s, i - 1, node, index, budget);
    case '+':
        node = sibling(node, true);
        return node && match_from(s, i - 1, node, index, budget);
    case '~':
        while ((node = sibling(node, true)))
            if (match_from(s, i - 1, node, index, budget))
                return true;
        return false;
    case ' ':
        for (;;) {
            node = element_above(node, &top);
            if (top)
                return false;
            if (match_from(s, i - 1, node, index, budget))
                return true;
        }
    default:
        return true;
    }
}

bool
css_match(const struct css_selector *s, const struct doc_node *node,
          struct css_index *index)
{
    int budget = 100000;
    return match_from(s, s->compounds.n - 1, node, index, &budget);
}
