/* SPDX-License-Identifier: MIT */
/* The package's metadata: Dublin Core, meta and link (EPUB 3.3, 5.5, D.3 to
 * D.5 and D.8). */
#include <string.h>

#include "verify/epub_int.h"

/* Elements of Dublin Core. */
static const struct {
    const char *name;
    bool needed, once, texts; /* texts: may have dir and xml:lang */
} dublin[] = {
    {"identifier", true, false, false}, {"title", true, false, true},
    {"language", true, false, false},   {"date", false, true, false},
    {"source", false, false, true},     {"type", false, false, false},
    {"format", false, false, false},    {"creator", false, false, true},
    {"subject", false, false, true},    {"description", false, false, true},
    {"publisher", false, false, true},  {"contributor", false, false, true},
    {"relation", false, false, true},   {"coverage", false, false, true},
    {"rights", false, false, true},
};

enum { DUBLIN_COUNT = sizeof dublin / sizeof *dublin };

/* Properties of meta: what they must refine (names parted by space, "" the
 * publication, NULL anything or nothing), their values, and whether one may
 * refine the same thing only once. */
static const struct {
    const char *name, *refines, *values;
    bool once;
} properties[] = {
    {"alternate-script", NULL, NULL, false},
    {"authority", "subject", NULL, true},
    {"belongs-to-collection", NULL, NULL, false},
    {"collection-type", "meta", NULL, true},
    {"display-seq", NULL, NULL, true},
    {"file-as", NULL, NULL, true},
    {"group-position", NULL, NULL, true},
    {"identifier-type", "identifier source", NULL, true},
    {"meta-auth", NULL, NULL, false},
    {"role", "creator contributor publisher", NULL, false},
    {"source-of", "source", "pagination", true},
    {"term", "subject", NULL, true},
    {"title-type", "title", NULL, true},
    {"pageBreakSource", NULL, NULL, false},
    {"rendition:flow", "", "paginated scrolled-continuous scrolled-doc auto",
     true},
    {"rendition:layout", "", "reflowable pre-paginated", true},
    {"rendition:orientation", "", "landscape portrait auto", true},
    {"rendition:spread", "", "none landscape portrait both auto", true},
    {"rendition:viewport", NULL, NULL, true},
    {"media:active-class", "", NULL, true},
    {"media:duration", NULL, NULL, true},
    {"media:narrator", NULL, NULL, false},
    {"media:playback-active-class", "", NULL, true},
    {"a11y:certifiedBy", NULL, NULL, false},
    {"a11y:certifierCredential", NULL, NULL, false},
    {"a11y:certifierReport", NULL, NULL, false},
    {"a11y:exemption", NULL, NULL, false},
};

static const char known_prefixes[] =
    "a11y dcterms marc media msv onix prism rendition schema xsd";

static const char *
trimmed(struct epub_check *e, const char *s)
{
    return s ? str_trim(e->scratch, s) : NULL;
}

/* The element of the package document with that id. */
static struct xml_node *
by_id(struct epub_check *e, const char *id)
{
    struct xml_node *root = e->book.package->root;
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        const char *own = n->name ? xml_value(n, "id") : NULL;
        if (own && strcmp(str_trim(e->scratch, own), id) == 0)
            return n;
    }
    return NULL;
}

/* Whether a date is one of W3CDTF: a year, and what follows it in order. */
static bool
is_date(const char *s)
{
    static const char *const forms[] = {"dddd",
                                        "dddd-dd",
                                        "dddd-dd-dd",
                                        "dddd-dd-ddTdd:ddZ",
                                        "dddd-dd-ddTdd:dd:ddZ",
                                        "dddd-dd-ddTdd:dd:dd.fZ"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *f = forms[i], *p = s;
        for (; *f && *p; f++, p++) {
            if (*f == 'f')
                p += strspn(p, "0123456789") - 1;
            else if (*f == 'Z' && strchr("+-", *p) && strlen(p) == 6 &&
                     p[3] == ':')
                p += 5;
            else if (*f == 'd' ? !str_is_digit(*p) : *f != *p)
                break;
        }
        if (!*f && !*p)
            return strlen(s) < 7 || (strncmp(s + 5, "00", 2) > 0 &&
                                     strncmp(s + 5, "12", 2) <= 0);
    }
    return false;
}

static void
check_uuid(struct epub_check *e, const struct xml_node *n, const char *text)
{
    size_t k = 0;
    if (strncasecmp(text, "urn:uuid:", 9) != 0)
        return;
    for (text += 9; text[k]; k++)
        if (k == 8 || k == 13 || k == 18 || k == 23
                ? text[k] != '-'
                : str_hex_value(text[k]) < 0)
            break;
    if (k != 36 || text[k])
        epub_say_package(e, EPUB_DATE, n, "“%s” is no UUID", text);
}

static void
check_dublin(struct epub_check *e, const struct xml_node *n, int *count)
{
    const char *text = xml_content_folded(e->scratch, n);
    int i = 0;
    while (i < DUBLIN_COUNT && strcmp(n->name, dublin[i].name) != 0)
        i++;
    if (i == DUBLIN_COUNT) {
        epub_say_package(e, EPUB_PACKAGE_ELEMENT, n,
                         "“dc:%s” is no element of Dublin Core", n->name);
        return;
    }
    if (++count[i] > 1 && dublin[i].once && e->book.version == 3)
        epub_say_package(e, EPUB_PACKAGE_ELEMENT, n,
                         "there is more than one dc:%s", n->name);
    if (!*text && (dublin[i].needed || e->book.version == 3))
        epub_say_package(e, EPUB_METADATA_EMPTY, n, "dc:%s is empty", n->name);
    for (uint32_t k = 0; k < n->attribute_count && e->book.version == 3; k++) {
        const struct xml_attribute *a = &n->attributes[k];
        bool text_only = (a->ns == XML_NS_XML && !strcmp(a->name, "lang")) ||
                         (a->ns == XML_NS_NONE && !strcmp(a->name, "dir"));
        bool id = a->ns == XML_NS_NONE && !strcmp(a->name, "id");
        if ((text_only && !dublin[i].texts) ||
            (a->ns != XML_NS_OTHER && !id && !text_only))
            epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                             "dc:%s has no attribute “%s”", n->name, a->name);
        if (a->ns == XML_NS_NONE && text_only &&
            !epub_has("ltr rtl auto", a->value))
            epub_say_package(e, EPUB_PACKAGE_ATTRIBUTE, n,
                             "dir is ltr, rtl or auto, not “%s”", a->value);
        if (a->ns == XML_NS_XML && text_only && *a->value &&
            !epub_is_language(a->value))
            epub_say_package(e, EPUB_LANGUAGE, n, "“%s” is no language tag",
                             a->value);
    }
    if (strcmp(n->name, "language") == 0 && *text && !epub_is_language(text))
        epub_say_package(e, EPUB_LANGUAGE, n, "“%s” is no language tag", text);
    if (strcmp(n->name, "date") == 0 && *text && !is_date(text))
        epub_say_package(e, EPUB_DATE, n, "“%s” is no date of W3CDTF", text);
    if (strcmp(n->name, "identifier") == 0)
        check_uuid(e, n, text);
    for (struct xml_node *c = xml_first_element(n); c; c = xml_next_element(c))
        epub_say_package(e, EPUB_PACKAGE_ELEMENT, c,
                         "“%s” is not allowed in dc:%s", c->name, n->name);
}

/* "CCYY-MM-DDThh:mm:ssZ". */
static bool
is_modified(const char *s)
{
    const char *form = "dddd-dd-ddTdd:dd:ddZ";
    if (strlen(s) != strlen(form))
        return false;
    for (; *s; s++, form++)
        if (*form == 'd' ? !str_is_digit(*s) : *form != *s)
            return false;
    return true;
}

/* A clock value of SMIL 3. */
static bool
is_clock(const char *s)
{
    size_t n = strspn(s, "0123456789");
    int parts = 1;
    for (; n && s[n] == ':' && epub_is_digits(s + n + 1, 2) && s[n + 1] < '6';
         n += 3)
        parts++;
    if (!n || parts > 3 || (parts == 2 && strcspn(s, ":") != 2))
        return false;
    if (s[n] == '.') {
        size_t fraction = strspn(s + n + 1, "0123456789");
        if (!fraction)
            return false;
        n += fraction + 1;
    }
    return !s[n] || (parts == 1 && epub_has("h min s ms", s + n));
}

/* The form of values that no list can hold. */
static void
check_value(struct epub_check *e, const struct xml_node *n,
            const char *property, const char *text)
{
    bool wrong = false;
    if (strcmp(property, "dcterms:modified") == 0 && !is_modified(text)) {
        epub_say_package(e, EPUB_MODIFIED, n,
                         "“%s” is not CCYY-MM-DDThh:mm:ssZ", text);
        return;
    }
    if (strcmp(property, "media:duration") == 0)
        wrong = !is_clock(text);
    if (str_ends(property, "active-class"))
        wrong = strchr(text, ' ') != NULL;
    if (strcmp(property, "rendition:viewport") == 0)
        wrong = !strstr(text, "width=") || !strstr(text, "height=");
    if (wrong)
        epub_say_package(e, EPUB_META, n, "“%s” is no value of %s", text,
                         property);
}

/* What a property refines, and whether it may. */
static void
check_refined(struct epub_check *e, const struct xml_node *n, size_t i)
{
    const char *refines = trimmed(e, xml_value(n, "refines"));
    const char *may = properties[i].refines;
    struct xml_node *target =
        refines && *refines == '#' ? by_id(e, refines + 1) : NULL;
    if (may && !*may && refines)
        epub_say_package(e, EPUB_REFINES, n, "%s may not refine anything",
                         properties[i].name);
    if (may && *may && (!target || !epub_has(may, target->name)))
        epub_say_package(e, EPUB_REFINES, n, "%s has to refine: %s",
                         properties[i].name, may);
    for (struct xml_node *other = xml_first_element(n->parent);
         properties[i].once && other && other != n;
         other = xml_next_element(other))
        if (xml_is(other, XML_NS_OPF, "meta") &&
            str_eq(trimmed(e, xml_value(other, "property")),
                   properties[i].name) &&
            str_eq(trimmed(e, xml_value(other, "refines")), refines)) {
            epub_say_package(e, EPUB_META, n, "%s is said twice",
                             properties[i].name);
            return;
        }
}

/* Whether a word with a prefix may stand: "prefix:name", declared. */
static bool
check_prefixed(struct epub_check *e, const struct xml_node *n, const char *word)
{
    const char *colon = strchr(word, ':');
    const char *prefix =
        colon ? arena_strn(e->scratch, word, (size_t)(colon - word)) : "";
    if (colon && (colon == word || !colon[1])) {
        epub_say_package(e, EPUB_PROPERTY, n, "“%s” is no property", word);
        return false;
    }
    if (colon && !str_has_word(known_prefixes, prefix) &&
        !map_get(e->prefixes, prefix)) {
        epub_say_package(e, EPUB_PREFIX, n, "the prefix “%s” is not declared",
                         prefix);
        return false;
    }
    return true;
}

static void
check_property(struct epub_check *e, const struct xml_node *n,
               const char *property)
{
    const char *text = xml_content_folded(e->scratch, n);
    bool ours = !strchr(property, ':') || str_starts(property, "rendition:") ||
                str_starts(property, "media:") || str_starts(property, "a11y:");
    if (strpbrk(property, " \t\n")) {
        epub_say_package(e, EPUB_META, n, "“%s” is more than one property",
                         property);
        return;
    }
    if (!check_prefixed(e, n, property))
        return;
    check_value(e, n, property, text);
    if (strcmp(property, "meta-auth") == 0)
        epub_say_package(e, EPUB_DEPRECATED, n, "meta-auth is deprecated");
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (strcmp(property, properties[i].name) == 0) {
            check_refined(e, n, i);
            if (properties[i].values && !epub_has(properties[i].values, text))
                epub_say_package(e, EPUB_META, n, "%s is one of: %s", property,
                                 properties[i].values);
            return;
        }
    if (ours && (!strchr(property, ':') ||
                 !map_get(e->prefixes, arena_strn(e->scratch, property,
                                                  strcspn(property, ":")))))
        epub_say_package(e, EPUB_META, n, "the property “%s” is not defined",
                         property);
}

static void
check_meta(struct epub_check *e, const struct xml_node *n, int *modified)
{
    const char *property = trimmed(e, xml_value(n, "property"));
    const char *refines = trimmed(e, xml_value(n, "refines"));
    if (!property)
        return;
    if (!*xml_content_folded(e->scratch, n))
        epub_say_package(e, EPUB_METADATA_EMPTY, n, "the meta is empty");
    for (struct xml_node *c = xml_first_element(n); c; c = xml_next_element(c))
        epub_say_package(e, EPUB_PACKAGE_ELEMENT, c,
                         "“%s” is not allowed in meta", c->name);
    *modified += strcmp(property, "dcterms:modified") == 0 && !refines;
    check_property(e, n, property);
    if (xml_value(n, "scheme"))
        check_prefixed(e, n, trimmed(e, xml_value(n, "scheme")));
    if (refines && *refines == '#' && !by_id(e, refines + 1))
        epub_say_package(e, EPUB_REFINES, n,
                         "there is no id “%s” in the package document",
                         refines + 1);
    if (refines &&
        epub_resolve(e->scratch, "x", refines).kind == EPUB_TARGET_REMOTE)
        epub_say_package(e, EPUB_REFINES, n, "refines is no relative URL");
}

static void
check_rel(struct epub_check *e, const struct xml_node *n, const char *rel)
{
    static const char known[] = "alternate record voicing acquire";
    static const char old[] = "marc21xml-record mods-record onix-record "
                              "xml-signature xmp-record";
    const char *type = xml_value(n, "media-type");
    for (const char *p = rel + strspn(rel, " \t\n"); *p;) {
        size_t length = strcspn(p, " \t\n");
        const char *word = arena_strn(e->scratch, p, length);
        if (str_has_word(old, word))
            epub_say_package(e, EPUB_DEPRECATED, n, "“%s” is deprecated", word);
        else if (!strchr(word, ':') && !str_has_word(known, word))
            epub_say_package(e, EPUB_LINK, n, "the rel “%s” is not defined",
                             word);
        else
            check_prefixed(e, n, word);
        p += length + strspn(p + length, " \t\n");
    }
    if (epub_has(rel, "record") && (!type || xml_value(n, "refines")))
        epub_say_package(e, EPUB_LINK, n,
                         "a record needs a media-type and refines nothing");
    if (epub_has(rel, "voicing") &&
        (!xml_value(n, "refines") || !type || !str_starts(type, "audio/")))
        epub_say_package(e, EPUB_LINK, n,
                         "a voicing needs refines and a media-type of audio");
    if (epub_has(rel, "alternate") && strpbrk(rel, " \t\n"))
        epub_say_package(e, EPUB_LINK, n,
                         "“alternate” stands with no other word");
}

static void
check_link(struct epub_check *e, const struct xml_node *n)
{
    const char *rel = trimmed(e, xml_value(n, "rel"));
    const char *href = xml_value(n, "href");
    const char *refines = trimmed(e, xml_value(n, "refines"));
    const char *lang = xml_value(n, "hreflang");
    if (lang && *lang && !epub_is_language(lang))
        epub_say_package(e, EPUB_LANGUAGE, n, "“%s” is no language tag", lang);
    if (rel)
        check_rel(e, n, rel);
    if (refines && *refines == '#' && !by_id(e, refines + 1))
        epub_say_package(e, EPUB_REFINES, n, "there is no id “%s”",
                         refines + 1);
    if (!href)
        return;
    struct epub_target t = epub_resolve(e->scratch, e->book.package_path, href);
    if (t.kind == EPUB_TARGET_ABOVE)
        epub_say_package(e, EPUB_URL, n, "“%s” leads out of the container",
                         href);
    if (t.kind != EPUB_TARGET_FILE)
        return;
    if (!xml_value(n, "media-type"))
        epub_say_package(e, EPUB_LINK, n,
                         "a link to a file of the container needs its "
                         "media-type");
    if (strcmp(t.path, e->book.package_path) == 0)
        epub_say_package(e, EPUB_LINK, n,
                         "the link leads to the package document itself");
    else if (!epub_zip_find(&e->book.zip, t.path))
        epub_say_package(e, EPUB_STRAY, n, "“%s” is not there", t.path);
}

/* How many metas of a property refine that id. */
static int
count_refining(struct epub_check *e, const char *property, const char *id)
{
    int count = 0;
    for (struct xml_node *n = xml_first_element(e->metadata); n;
         n = xml_next_element(n)) {
        const char *refines = trimmed(e, xml_value(n, "refines"));
        count += xml_is(n, XML_NS_OPF, "meta") && refines && id &&
                 str_eq(trimmed(e, xml_value(n, "property")), property) &&
                 *refines == '#' && strcmp(refines + 1, id) == 0;
    }
    return count;
}

/* A subject has both authority and term, or neither, and once. */
static void
check_subjects(struct epub_check *e)
{
    for (struct xml_node *n = xml_first_element(e->metadata); n;
         n = xml_next_element(n)) {
        const char *id = trimmed(e, xml_value(n, "id"));
        if (!xml_is(n, XML_NS_DC, "subject") || !id)
            continue;
        int authority = count_refining(e, "authority", id);
        int term = count_refining(e, "term", id);
        if (authority != term || authority > 1)
            epub_say_package(e, EPUB_REFINES, n,
                             "a subject has one authority and one term, or "
                             "neither");
    }
}

void
epub_check_metadata(struct epub_check *e)
{
    struct xml_node *root = e->book.package->root, *top = NULL;
    int count[DUBLIN_COUNT] = {0}, modified = 0;
    for (struct xml_node *n = xml_first_element(root); n && !top;
         n = xml_next_element(n))
        top = xml_is(n, XML_NS_OPF, "metadata") ? n : NULL;
    e->metadata = top;
    if (!top)
        return;
    for (struct xml_node *n = xml_next(top, top); n; n = xml_next(n, top)) {
        if (n->ns == XML_NS_DC && n->name)
            check_dublin(e, n, count);
        else if (xml_is(n, XML_NS_OPF, "meta") && e->book.version == 3)
            check_meta(e, n, &modified);
        else if (xml_is(n, XML_NS_OPF, "link") && e->book.version == 3)
            check_link(e, n);
        const char *p = xml_is(n, XML_NS_OPF, "meta")
                            ? trimmed(e, xml_value(n, "property"))
                            : NULL;
        if (str_eq(p, "rendition:layout"))
            e->fixed =
                str_eq(xml_content_folded(e->scratch, n), "pre-paginated");
    }
    if (e->book.version == 3)
        check_subjects(e);
    for (int i = 0; i < DUBLIN_COUNT; i++)
        if (dublin[i].needed && !count[i])
            epub_say_package(e, EPUB_METADATA, top, "there is no dc:%s",
                             dublin[i].name);
    if (modified != 1 && e->book.version == 3)
        epub_say_package(e, EPUB_MODIFIED, top,
                         "dcterms:modified occurs %d times", modified);
    arena_reset(e->scratch);
}
