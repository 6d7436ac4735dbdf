/* SPDX-License-Identifier: MIT */
/* What the content is, as the package says it: accessibility metadata (EPUB
 * Accessibility 1.1, clause 2) is derived here and claims nothing more. */
#include "epub/epub_int.h"

static void
add_lang(struct epub *e, const char *lang)
{
    const char *tag = epub_lang(e->arena, lang);
    if (!map_get(e->facts.langs, tag))
        map_set(e->facts.langs, tag, e);
}

static void
count_node(struct epub *e, const struct doc_node *n)
{
    struct epub_facts *f = &e->facts;
    if (n->lang)
        add_lang(e, n->lang);
    switch (n->kind) {
    case DOC_IMAGE:
        if (n->image->decorative || !n->image->asset)
            break;
        f->images++;
        f->no_alt += !*epub_alt(e->arena, n);
        break;
    case DOC_TITLE:
    case DOC_HEADING:
        f->headings++;
        break;
    case DOC_NOTE_REF:
        f->notes++;
        break;
    case DOC_TABLE:
        f->tables++;
        break;
    default:
        break;
    }
}

void
epub_gather_facts(struct epub *e)
{
    e->facts = (struct epub_facts){.langs = map_new(e->arena)};
    add_lang(e, e->lang);
    for (size_t i = 0; i < e->files.n; i++) {
        const struct doc_node *d = e->files.at[i].division;
        if (d && doc_lang(e->book, d))
            add_lang(e, doc_lang(e->book, d));
        e->facts.index = e->facts.index || (d && d->kind == DOC_INDEX);
        if (!d || d->kind == DOC_COVER || d->kind == DOC_CONTENTS)
            continue;
        for (const struct doc_node *n = d; n; n = doc_next(n, d))
            count_node(e, n);
    }
}

static void
property(struct xml *x, const char *name, const char *value)
{
    xml_start(x, "meta");
    xml_attr(x, "property", name);
    xml_text(x, value);
    xml_end(x);
    xml_line(x);
}

static const char *
summary(const struct epub *e)
{
    const struct epub_facts *f = &e->facts;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_str(&b, "The text can be read aloud and reflows to any size. A table "
                "of contents leads to every article");
    buf_str(&b, f->headings > 1 ? ", headings are marked as such" : "");
    buf_str(&b, f->notes ? ", notes are linked to their marks and back" : "");
    buf_str(&b, ".");
    if (f->images && !f->no_alt)
        buf_str(&b, " Every image that carries meaning has a description.");
    else if (f->images)
        buf_str(&b, " Some images have no description.");
    if (f->tables)
        buf_str(&b, " Tables are marked up as tables.");
    const char *text = arena_strn(e->arena, b.at, b.n);
    buf_free(&b);
    return text;
}

static void
write_summary(const struct epub *e, struct xml *x)
{
    xml_start(x, "meta");
    xml_attr(x, "property", "schema:accessibilitySummary");
    xml_attr(x, "xml:lang", "en");
    xml_text(x, summary(e));
    xml_end(x);
    xml_line(x);
}

/* The cover is not counted: what it says is on the title page too. */
void
epub_write_access(const struct epub *e, struct xml *x)
{
    const struct epub_facts *f = &e->facts;
    property(x, "schema:accessMode", "textual");
    if (f->images)
        property(x, "schema:accessMode", "visual");
    if (!f->no_alt)
        property(x, "schema:accessModeSufficient", "textual");
    if (f->images)
        property(x, "schema:accessModeSufficient", "textual,visual");
    property(x, "schema:accessibilityFeature", "tableOfContents");
    if (f->index)
        property(x, "schema:accessibilityFeature", "index");
    property(x, "schema:accessibilityFeature", "readingOrder");
    property(x, "schema:accessibilityFeature", "displayTransformability");
    if (f->headings)
        property(x, "schema:accessibilityFeature", "structuralNavigation");
    if (f->images && !f->no_alt)
        property(x, "schema:accessibilityFeature", "alternativeText");
    property(x, "schema:accessibilityHazard", "none");
    write_summary(e, x);
}
