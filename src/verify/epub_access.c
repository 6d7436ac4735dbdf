/* SPDX-License-Identifier: MIT */
/* EPUB Accessibility 1.1: the metadata (2.2, 3.5), and the page list (3.4.1).
 */
#include <string.h>

#include "verify/epub_int.h"

/* Properties of schema.org, and their vocabulary: Schema.org Accessibility
 * Properties for Discoverability, 2.0. */
static const struct {
    const char *property, *values;
} vocabulary[] = {
    {"schema:accessMode",
     "auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual "
     "mathOnVisual musicOnVisual tactile textOnVisual textual visual"},
    {"schema:accessibilityFeature",
     "alternativeText annotations ARIA audioDescription bookmarks braille "
     "captions ChemML closedCaptions describedMath displayTransformability "
     "fullRubyAnnotations highContrastAudio highContrastDisplay "
     "horizontalWriting index largePrint latex latex-chemistry "
     "longDescription MathML MathML-chemistry none openCaptions "
     "pageBreakMarkers pageNavigation printPageNumbers readingOrder "
     "rubyAnnotations signLanguage structuralNavigation "
     "synchronizedAudioText tableOfContents tactileGraphic tactileObject "
     "taggedPDF timingControl transcript ttsMarkup unknown unlocked "
     "verticalWriting withAdditionalWordSegmentation "
     "withoutAdditionalWordSegmentation"},
    {"schema:accessibilityHazard",
     "flashing flashingHazard motionSimulation motionSimulationHazard "
     "noFlashingHazard noMotionSimulationHazard noSoundHazard none sound "
     "soundHazard unknown unknownFlashingHazard "
     "unknownMotionSimulationHazard unknownSoundHazard"},
    {"schema:accessModeSufficient", "auditory tactile textual visual"},
};

static const char *const conformance[] = {
    "EPUB Accessibility 1.1 - WCAG 2.0 Level A",
    "EPUB Accessibility 1.1 - WCAG 2.0 Level AA",
    "EPUB Accessibility 1.1 - WCAG 2.0 Level AAA",
    "EPUB Accessibility 1.1 - WCAG 2.1 Level A",
    "EPUB Accessibility 1.1 - WCAG 2.1 Level AA",
    "EPUB Accessibility 1.1 - WCAG 2.1 Level AAA",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level A",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level AAA",
    "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-a",
    "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa",
    "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aaa",
};

/* What the metadata says, gathered. */
struct claims {
    bool mode, feature, hazard, sufficient, summary;
    bool no_hazard, some_hazard;
    bool source, certified;
    const struct xml_node *conforms; /* the first claim */
    const char *hazards;             /* all, parted by space */
};

/* The property of a meta, or of a link its rel; NULL where it has none. */
static const char *
property_of(struct epub_check *e, const struct xml_node *n)
{
    const char *p = xml_is(n, XML_NS_OPF, "meta")   ? xml_value(n, "property")
                    : xml_is(n, XML_NS_OPF, "link") ? xml_value(n, "rel")
                                                    : NULL;
    return p ? str_trim(e->scratch, p) : NULL;
}

/* Each word of a value, parted by commas or spaces, is of the vocabulary. */
static void
check_words(struct epub_check *e, const struct xml_node *n, size_t i,
            const char *text)
{
    bool several = str_ends(vocabulary[i].property, "Sufficient");
    const char *between = several ? ", \t\n" : "";
    for (const char *p = text + strspn(text, between); *p;) {
        size_t word = several ? strcspn(p, between) : strlen(p);
        size_t bare = !several && memchr(p, '/', word)
                          ? strcspn(p, "/") /* ARIA/landmarks */
                          : word;
        const char *value = arena_strn(e->scratch, p, bare);
        if (strchr(value, ' ') || !str_has_word(vocabulary[i].values, value))
            epub_say_package(e, EPUB_A11Y_VALUE, n, "“%s” is no value of %s",
                             value, vocabulary[i].property);
        p += word;
        p += strspn(p, between);
    }
}

static void
gather_conformance(struct epub_check *e, const struct xml_node *n,
                   struct claims *c, const char *text)
{
    if (!str_starts(text, "EPUB Accessibility") &&
        !strstr(text, "idpf.org/epub/a11y"))
        return; /* another specification's claim */
    bool known = false;
    for (size_t i = 0; i < sizeof conformance / sizeof *conformance; i++)
        known |= strcmp(text, conformance[i]) == 0;
    if (!known)
        epub_say_package(e, EPUB_A11Y_CONFORMS, n,
                         "“%s” is no conformance that is defined", text);
    if (!c->conforms)
        c->conforms = n;
}

static void
gather(struct epub_check *e, const struct xml_node *n, struct claims *c)
{
    const char *p = property_of(e, n);
    const char *text = xml_content_folded(e->scratch, n);
    if (!p)
        return;
    c->mode |= strcmp(p, "schema:accessMode") == 0;
    c->feature |= strcmp(p, "schema:accessibilityFeature") == 0;
    c->sufficient |= strcmp(p, "schema:accessModeSufficient") == 0;
    c->summary |= strcmp(p, "schema:accessibilitySummary") == 0;
    c->certified |= strcmp(p, "a11y:certifiedBy") == 0;
    c->source |= strcmp(p, "pageBreakSource") == 0 ||
                 strcmp(p, "source-of") == 0 ||
                 strcmp(p, "a11y:pageBreakSource") == 0;
    for (size_t i = 0; i < sizeof vocabulary / sizeof *vocabulary; i++)
        if (strcmp(p, vocabulary[i].property) == 0)
            check_words(e, n, i, text);
    if (strcmp(p, "schema:accessibilityHazard") == 0) {
        c->hazard = true;
        c->hazards = arena_printf(e->scratch, "%s %s",
                                  c->hazards ? c->hazards : "", text);
    }
    if (strcmp(p, "dcterms:conformsTo") == 0)
        gather_conformance(
            e, n, c,
            xml_is(n, XML_NS_OPF, "link")
                ? (xml_value(n, "href") ? xml_value(n, "href") : "")
                : text);
}

/* Hazards that can't be said together. */
static void
check_hazards(struct epub_check *e, const char *said)
{
    static const struct {
        const char *one, *other;
    } contradictions[] = {
        {"none", "flashing"},
        {"none", "motionSimulation"},
        {"none", "sound"},
        {"none", "unknown"},
        {"none", "flashingHazard"},
        {"none", "soundHazard"},
        {"none", "motionSimulationHazard"},
        {"noFlashingHazard", "flashing"},
        {"noMotionSimulationHazard", "motionSimulation"},
        {"noSoundHazard", "sound"},
        {"noFlashingHazard", "unknownFlashingHazard"},
        {"noMotionSimulationHazard", "unknownMotionSimulationHazard"},
        {"noSoundHazard", "unknownSoundHazard"},
    };
    for (size_t i = 0; i < sizeof contradictions / sizeof *contradictions; i++)
        if (str_has_word(said, contradictions[i].one) &&
            str_has_word(said, contradictions[i].other))
            epub_say_package(e, EPUB_A11Y_HAZARD, e->metadata,
                             "the hazards “%s” and “%s” are both declared",
                             contradictions[i].one, contradictions[i].other);
}

void
epub_check_access(struct epub_check *e)
{
    struct claims c = {0};
    if (!e->metadata)
        return;
    for (struct xml_node *n = xml_first_element(e->metadata); n;
         n = xml_next_element(n))
        gather(e, n, &c);
    const struct {
        bool said;
        enum epub_rule rule;
        const char *name;
    } needs[] = {
        {c.mode, EPUB_A11Y_METADATA, "accessMode"},
        {c.feature, EPUB_A11Y_METADATA, "accessibilityFeature"},
        {c.hazard, EPUB_A11Y_METADATA, "accessibilityHazard"},
        {c.sufficient, EPUB_A11Y_SUMMARY, "accessModeSufficient"},
        {c.summary, EPUB_A11Y_SUMMARY, "accessibilitySummary"},
    };
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if (!needs[i].said)
            epub_say_package(e, needs[i].rule, e->metadata,
                             "there is no schema:%s", needs[i].name);
    if (c.hazards)
        check_hazards(e, c.hazards);
    if (c.conforms && !c.certified)
        epub_say_package(e, EPUB_A11Y_CERTIFIED, c.conforms,
                         "the claim names no evaluator (a11y:certifiedBy)");
    if (e->breaks.n && !c.source)
        epub_say_package(e, EPUB_A11Y_PAGE_SOURCE, e->metadata,
                         "there are %zu page breaks, and no pageBreakSource",
                         e->breaks.n);
    arena_reset(e->scratch);
}

/* "path#id" of each page that the list names. */
static struct map *
listed_pages(struct epub_check *e)
{
    struct map *listed = map_new(e->scratch);
    for (size_t i = 0; i < e->references.n; i++) {
        const struct epub_reference *r = &e->references.at[i];
        if (r->use == EPUB_USE_NAV_PAGE)
            map_set(listed,
                    arena_printf(e->scratch, "%s#%s", r->to->path,
                                 r->fragment ? r->fragment : ""),
                    (void *)(uintptr_t)r);
    }
    return listed;
}

/* Page breaks and the page list: each break is listed, each entry leads to a
 * break or the start of a document. */
void
epub_check_pages(struct epub_check *e)
{
    struct map *listed = listed_pages(e), *broken = map_new(e->scratch);
    if (!e->breaks.n && !map_count(listed))
        return;
    for (size_t i = 0; i < e->breaks.n; i++) {
        const struct epub_page *b = &e->breaks.at[i];
        const char *key = arena_printf(e->scratch, "%s#%s", b->item->path,
                                       b->id ? b->id : "");
        map_set(broken, key, e);
        if (!map_get(listed, key) && (b->id || !map_count(listed)))
            epub_say(e, EPUB_A11Y_PAGE_LIST, b->item->path, b->line, b->col,
                     map_count(listed)
                         ? "the page list does not have this page break"
                         : "there are page breaks, and no page list");
        if (!map_count(listed))
            return;
    }
    for (size_t i = 0; e->breaks.n && i < map_count(listed); i++) {
        const struct map_entry *entry = map_at(listed, i);
        const struct epub_reference *r = entry->value;
        if (r->fragment && !map_get(broken, entry->key))
            epub_say(e, EPUB_A11Y_PAGE_LIST, r->where, r->line, r->col,
                     "“%s” is no page break", entry->key);
    }
    arena_reset(e->scratch);
}
