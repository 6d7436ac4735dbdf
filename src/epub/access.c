/* SPDX-License-Identifier: MIT */
/* Accessibility metadata (EPUB Accessibility 1.1, clauses 2 and 3.5, and the
 * draft of 1.2): derived from the content, and nothing is claimed beyond it. */
#include "epub/epub_int.h"

static void
property(struct xml *x, const char *name, const char *value)
{
    xml_start(x, "meta");
    xml_attr(x, "property", name);
    xml_text(x, value);
    xml_end(x);
    xml_line(x);
}

static void
feature(struct xml *x, bool present, const char *name)
{
    if (present)
        property(x, "schema:accessibilityFeature", name);
}

/* Which sentences hold for the publication. */
static bool
holds(const struct epub *e, enum doc_sentence sentence)
{
    const struct epub_facts *f = &e->facts;
    switch (sentence) {
    case DOC_SENTENCE_TEXT:
        return !e->options->fixed_display;
    case DOC_SENTENCE_CONTENTS:
        return true;
    case DOC_SENTENCE_HEADINGS:
        return f->headings > 1;
    case DOC_SENTENCE_NOTES:
        return f->notes;
    case DOC_SENTENCE_ALT:
        return f->images && !f->no_alt;
    case DOC_SENTENCE_NO_ALT:
        return f->no_alt;
    case DOC_SENTENCE_TABLES:
        return f->tables;
    case DOC_SENTENCE_PAGES:
        return e->pages.n;
    default:
        return false;
    }
}

/* In the language of the book, or in English. */
static void
write_summary(const struct epub *e, struct xml *x)
{
    const char *known = doc_lang_known(e->lang);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (int i = 0; i < DOC_SENTENCE_COUNT; i++)
        if (holds(e, (enum doc_sentence)i))
            buf_printf(&b, "%s%s", b.n ? doc_sentence_gap(e->lang) : "",
                       doc_sentence(e->lang, (enum doc_sentence)i));
    xml_start(x, "meta");
    xml_attr(x, "property", "schema:accessibilitySummary");
    xml_attr(x, "xml:lang", known ? known : "en");
    xml_text(x, arena_strn(e->arena, b.at, b.n));
    xml_end(x);
    xml_line(x);
    buf_free(&b);
}

/* The cover is not counted: what it says is on the title page too. */
static void
write_discovery(const struct epub *e, struct xml *x)
{
    const struct epub_facts *f = &e->facts;
    property(x, "schema:accessMode", "textual");
    if (f->images)
        property(x, "schema:accessMode", "visual");
    if (!f->no_alt)
        property(x, "schema:accessModeSufficient", "textual");
    if (f->images)
        property(x, "schema:accessModeSufficient", "textual,visual");
    feature(x, true, "tableOfContents");
    feature(x, f->index, "index");
    feature(x, e->pages.n, "pageBreakMarkers");
    feature(x, e->pages.n, "pageNavigation");
    feature(x, true, "readingOrder");
    feature(x, !e->options->fixed_display, "displayTransformability");
    feature(x, f->headings, "structuralNavigation");
    feature(x, f->images && !f->no_alt, "alternativeText");
    property(x, "schema:accessibilityHazard", f->moves ? "unknown" : "none");
    write_summary(e, x);
    /* Clause 3.4.1; the property has no prefix. */
    if (e->pages.n && epub_has_text(e->options->pages->source))
        property(x, "pageBreakSource", e->options->pages->source);
}

/* Clause 3.5: to what it conforms, and who says so. */
static void
write_claim(const struct epub *e, struct xml *x)
{
    const struct epub_claim *c = e->options->claim;
    if (!c)
        return;
    epub_refine(x, "conformance", NULL, "dcterms:conformsTo", NULL,
                c->standard);
    epub_refine(x, "certifier", "#conformance", "a11y:certifiedBy", NULL,
                str_fold_space(e->arena, c->evaluator));
    if (c->date.year > 0)
        epub_refine(x, NULL, "#certifier", "dcterms:date", NULL,
                    arena_printf(e->arena, "%04d-%02d-%02d", c->date.year,
                                 c->date.month, c->date.day));
    if (epub_has_text(c->credential))
        epub_refine(x, NULL, "#certifier", "a11y:certifierCredential", NULL,
                    str_fold_space(e->arena, c->credential));
    const char *report = c->report ? epub_url(e->arena, c->report) : NULL;
    if (!report)
        return;
    xml_start(x, "link");
    xml_attr(x, "refines", "#certifier");
    xml_attr(x, "rel", "a11y:certifierReport");
    xml_attr(x, "href", report);
    xml_end(x);
    xml_line(x);
}

void
epub_write_access(const struct epub *e, struct xml *x)
{
    write_discovery(e, x);
    write_claim(e, x);
    if (e->options->exemption && !e->options->claim)
        property(x, "a11y:exemption", e->options->exemption);
}
