/* SPDX-License-Identifier: MIT */
/* Roles, their states and properties (WAI-ARIA 1.2, ARIA in HTML,
 * DPUB-ARIA 1.0), and epub:type (EPUB 3.3, C.2). */
#include <stdlib.h>
#include <string.h>

#include "verify/epub_element.h"

static const struct role {
    const char *name, *attributes;
} roles[] = {
#define ROLE(name, attributes) {name, attributes},
#include "verify/epub_roles.h"
#undef ROLE
};

static const struct {
    const char *name, *kind;
    bool global;
} attributes[] = {
#define ARIA(name, kind, global) {name, kind, global},
#include "verify/epub_roles.h"
#undef ARIA
};

/* The EPUB 3 Structural Semantics Vocabulary, 1.1. */
static const char semantics[] =
    "abstract acknowledgments afterword annotation antonym-group appendix "
    "aside assessment assessments backlink backmatter balloon biblioentry "
    "bibliography biblioref bodymatter bridgehead chapter colophon concluding-"
    "sentence conclusion condensed-entry contributors copyright-page cover "
    "covertitle credit credits dedication def dictentry dictionary division "
    "endnote endnotes epigraph epilogue errata etymology example feedback "
    "figure fill-in-the-blank-problem footnote footnotes foreword frontmatter "
    "fulltitle general-problem glossary glossdef glossref glossterm gram-info "
    "halftitle halftitlepage help idiom imprimatur imprint index index-"
    "editor-note index-entry index-entry-list index-group index-headnotes "
    "index-legend index-locator index-locator-list index-locator-range index-"
    "term index-term-categories index-term-category index-xref-preferred "
    "index-xref-related introduction keyword keywords label landmarks "
    "learning-objective learning-objectives learning-outcome learning-outcomes "
    "learning-resource learning-resources learning-standard "
    "learning-standards list list-item loa loi lot lov marginalia match-"
    "problem multiple-choice-problem notice noteref ordinal other-credits "
    "page-list pagebreak panel panel-group part part-of-speech "
    "part-of-speech-group part-of-speech-list phonetic-transcription phrase-"
    "group phrase-list practice practices preamble preface prologue pullquote "
    "qna question referrer revision-history rearnote rearnotes region-based "
    "sense-group sense-list seriespage sound-area subchapter subtitle synonym-"
    "group table table-cell table-row text-area tip title titlepage toc "
    "toc-brief topic-sentence tran tran-info true-false-problem volume "
    "warning case-study locator";

static int
compare(const void *name, const void *role)
{
    return strcmp(name, ((const struct role *)role)->name);
}

static bool
is_value(struct epub_document *d, const char *kind, const char *value)
{
    struct arena *a = d->check->scratch;
    const char *v = str_trim(a, value);
    if (strcmp(kind, "TEXT") == 0 || strcmp(kind, "IDS") == 0)
        return true;
    if (strcmp(kind, "ID") == 0)
        return *value && !strpbrk(value, " \t\n");
    if (strcmp(kind, "NUMBER") == 0)
        return epub_is_digits(v, strlen(v)) && strtol(v, NULL, 10) > 0;
    if (strcmp(kind, "COUNT") == 0)
        return strcmp(v, "-1") == 0 || epub_is_digits(v, strlen(v));
    if (strcmp(kind, "FLOAT") == 0)
        return *v && strspn(v, "0123456789+-.eE") == strlen(v);
    if (strcmp(kind, "WORDS") == 0)
        return strspn(v, "adeilmnorstvx ") == strlen(v) && *v;
    return *value && !strchr(value, ' ') && str_has_word(kind, value);
}

/* Whether a role's list, or an element's, has the state or property. */
static bool
list_has(const char *list, const char *mark, const char *name)
{
    size_t skip = strlen(mark), length = strlen(name);
    for (const char *p = list; *p;) {
        size_t word = strcspn(p, " ");
        size_t given = word - (p[word - 1] == '!');
        if (strncmp(p, mark, skip) == 0 && given == length + skip &&
            memcmp(p + skip, name, length) == 0)
            return true;
        p += word + strspn(p + word, " ");
    }
    return false;
}

static void
check_aria(struct epub_document *d, const struct xml_node *n,
           const struct xml_attribute *a, const char *allowed,
           const struct role *role)
{
    const char *name = a->name + 5;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        if (strcmp(name, attributes[i].name) != 0)
            continue;
        if (!is_value(d, attributes[i].kind, a->value))
            epub_say_node(d, EPUB_ARIA_ATTRIBUTE, n,
                          "%s=\"%s\" is not what the attribute may be", a->name,
                          a->value);
        bool fits =
            attributes[i].global || (role ? list_has(role->attributes, "", name)
                                          : list_has(allowed, "@", name));
        if (!fits)
            epub_say_node(d, EPUB_ARIA_ATTRIBUTE, n,
                          "“%s” is not for “%s” with %s", a->name, n->name,
                          role ? role->name : "no role");
        return;
    }
    epub_say_node(d, EPUB_ARIA_ATTRIBUTE, n, "there is no “%s”", a->name);
}

static const struct role *
check_name(struct epub_document *d, const struct xml_node *n,
           const char *allowed, const char *given)
{
    const char *name = str_trim(d->check->scratch, given);
    const struct role *role = bsearch(name, roles, sizeof roles / sizeof *roles,
                                      sizeof *roles, compare);
    if (!role)
        epub_say_node(d, EPUB_ARIA_ROLE, n, "there is no role “%s”", given);
    else if (!str_has_word(allowed, "*") && !str_has_word(allowed, name))
        epub_say_node(d, EPUB_ARIA_ROLE, n, "“%s” may not have the role “%s”",
                      n->name, given);
    else
        return role;
    return NULL;
}

void
epub_check_role(struct epub_document *d, struct xml_node *n,
                const char *allowed)
{
    const char *given = xml_value(n, "role");
    const struct role *role = NULL;
    if (given) {
        role = check_name(d, n, allowed, given);
        if (!role)
            return;
    }
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        if (a->ns == XML_NS_NONE && strncmp(a->name, "aria-", 5) == 0)
            check_aria(d, n, a, allowed, role);
    }
    for (const char *p = role ? role->attributes : ""; *p;) {
        size_t word = strcspn(p, " ");
        const char *name =
            arena_printf(d->check->scratch, "aria-%.*s", (int)word - 1, p);
        if (p[word - 1] == '!' && !xml_value(n, name) &&
            strcmp(n->name, "input") != 0)
            epub_say_node(d, EPUB_ARIA_ATTRIBUTE, n, "the role “%s” needs “%s”",
                          role->name, name);
        p += word + strspn(p + word, " ");
    }
}

static void
check_semantic(struct epub_document *d, const struct xml_node *n,
               const char *word)
{
    const char *colon = strchr(word, ':');
    if (!colon) {
        if (!str_has_word(semantics, word))
            epub_say_node(d, EPUB_EPUB_TYPE_UNKNOWN, n,
                          "“%s” is not in the vocabulary of epub:type", word);
        return;
    }
    const char *prefix =
        arena_strn(d->check->scratch, word, (size_t)(colon - word));
    if (!*prefix || !colon[1])
        epub_say_node(d, EPUB_PROPERTY, n, "“%s” is no property", word);
    else if (!map_get(d->prefixes, prefix) && !epub_has("msv prism", prefix))
        epub_say_node(d, EPUB_PREFIX, n, "the prefix “%s” is not declared",
                      prefix);
}

void
epub_check_epub_type(struct epub_document *d, struct xml_node *n, bool allowed)
{
    const char *type = xml_get(n, XML_NS_EPUB, "type");
    if (!type)
        return;
    if (!allowed) {
        epub_say_node(d, EPUB_EPUB_TYPE, n, "“%s” can't have epub:type",
                      n->name);
        return;
    }
    if (str_blank(type))
        epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n, "epub:type is empty");
    for (const char *p = type + strspn(type, " \t\r\n"); *p;) {
        size_t word = strcspn(p, " \t\r\n");
        check_semantic(d, n, arena_strn(d->check->scratch, p, word));
        p += word + strspn(p + word, " \t\r\n");
    }
}
