/* SPDX-License-Identifier: MIT */
/* Info dictionary and XMP packet: the same facts twice, in agreement (ISO
 * 19005-2, 6.6; ISO 14289-1, clause 5). What the document claims to be stands
 * in the XMP alone, and only where nothing speaks against it. */
#include <string.h>

#include "pdf/pdf_int.h"

/* The facts; NULL where there is none. */
struct facts {
    const char *title, *author, *subject, *keywords;
    char when[21]; /* 2026-01-08T00:00:00Z */
};

static const char *
join(struct arena *a, const struct doc_names *names)
{
    const char *all = NULL;
    for (size_t i = 0; i < names->n; i++)
        all = all ? arena_printf(a, "%s, %s", all, names->at[i]) : names->at[i];
    return all;
}

static const struct doc_article *
only_article(const struct doc_book *book)
{
    for (const struct doc_node *n = book->root; n;
         n = n == book->root || n->kind == DOC_PART
                 ? doc_next(n, book->root)
                 : doc_next_skip(n, book->root))
        if (n->kind == DOC_ARTICLE)
            return book->single ? n->article : NULL;
    return NULL;
}

static struct facts
facts_of(const struct pdf_writer *w, struct arena *a)
{
    const struct doc_book *book = w->book;
    const struct doc_article *article = only_article(book);
    struct facts f = {.title = book->title,
                      .author = join(a, &book->authors),
                      .subject = book->description,
                      .keywords = join(a, &book->subjects)};
    if (article) {
        f.title = f.title ? f.title : article->title;
        f.author = f.author ? f.author : join(a, &article->authors);
        f.subject = f.subject ? f.subject : article->excerpt;
        f.keywords = f.keywords ? f.keywords : join(a, &article->tags);
    }
    f.author = f.author ? f.author : book->publisher;
    if (!f.title || str_blank(f.title))
        f.title = doc_word(book->lang, DOC_WORD_TITLE_PAGE);
    if (w->note)
        f.title = arena_printf(a, "%s (%s)", f.title, w->note);
    clock_utc(book->modified, f.when);
    return f;
}

static void
info_entry(struct buf *b, const char *key, const char *value)
{
    if (!value)
        return;
    buf_str(b, key);
    pdf_text(b, value);
}

/* D:20260108000000Z */
static void
info_date(struct buf *b, const char *key, const char *when)
{
    buf_printf(b, "%s(D:", key);
    for (; *when; when++)
        if (*when >= '0' && *when <= '9')
            buf_char(b, *when);
    buf_str(b, "Z)");
}

uint32_t
pdf_info_write(struct pdf_writer *w)
{
    struct arena *a = arena_new();
    struct facts f = facts_of(w, a);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_str(&b, "<<");
    info_entry(&b, "/Title", f.title);
    info_entry(&b, "/Author", f.author);
    info_entry(&b, "/Subject", f.subject);
    info_entry(&b, "/Keywords", f.keywords);
    info_entry(&b, "/Creator", w->producer);
    info_entry(&b, "/Producer", w->producer);
    info_date(&b, "/CreationDate", f.when);
    info_date(&b, "/ModDate", f.when);
    buf_str(&b, ">>");
    uint32_t object = pdf_object(w->out);
    pdf_put(w->out, object, &b);
    buf_free(&b);
    arena_free(a);
    return object;
}

/* --- XMP --- */

static void
escape(struct buf *b, const char *s)
{
    for (; *s; s++) {
        if (*s == '&')
            buf_str(b, "&amp;");
        else if (*s == '<')
            buf_str(b, "&lt;");
        else if (*s == '>')
            buf_str(b, "&gt;");
        else
            buf_char(b, *s);
    }
}

static void
simple(struct buf *b, const char *name, const char *value)
{
    if (!value)
        return;
    buf_printf(b, "<%s>", name);
    escape(b, value);
    buf_printf(b, "</%s>\n", name);
}

/* A value in an array: Alt (with a language), Bag or Seq. */
static void
listed(struct buf *b, const char *name, const char *array, const char *value)
{
    if (!value)
        return;
    buf_printf(b, "<%s><rdf:%s><rdf:li%s>", name, array,
               str_eq(array, "Alt") ? " xml:lang=\"x-default\"" : "");
    escape(b, value);
    buf_printf(b, "</rdf:li></rdf:%s></%s>\n", array, name);
}

static void
bag(struct buf *b, const char *name, const struct doc_names *values)
{
    if (!values->n)
        return;
    buf_printf(b, "<%s><rdf:Bag>", name);
    for (size_t i = 0; i < values->n; i++) {
        buf_str(b, "<rdf:li>");
        escape(b, values->at[i]);
        buf_str(b, "</rdf:li>");
    }
    buf_printf(b, "</rdf:Bag></%s>\n", name);
}

/* The book's, and that of the translation beside its article. */
static void
languages(struct buf *b, const struct doc_book *book)
{
    const char *at[2] = {book->lang, NULL};
    struct doc_names names = {at, 1};
    doc_each_child (n, book->root)
        if (book->parallel && n->kind == DOC_ARTICLE && n->lang &&
            names.n < 2 && !str_eq(n->lang, book->lang))
            at[names.n++] = n->lang;
    bag(b, "dc:language", &names);
}

/* PDF/A knows no pdfuaid: the packet has to describe it (ISO 19005-2,
 * 6.6.2.3.3). */
static const char extension[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char packet_start[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"";

static const char names_of_a[] =
    "\n xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"";
static const char names_of_ua[] =
    "\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";
static const char names_of_extension[] =
    "\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    "\n xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    "\n xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

static const char packet_end[] = "</rdf:Description>\n</rdf:RDF>\n"
                                 "</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

/* What the document claims. */
struct claims {
    bool accessible;
    const char *part, *level; /* of PDF/A; NULL: none */
};

/* Of what the document is to claim, that against which nothing speaks: UA-1
 * and level A where structure and text are whole, level U where every glyph at
 * least is one. */
static struct claims
claims_of(const struct pdf_writer *w)
{
    const struct pdf_faults *faults = &w->faults;
    bool whole = !faults->no_glyph && !faults->no_alt && !faults->untagged;
    struct claims claims = {.accessible = w->accessible && whole};
    if (!w->archive || faults->no_glyph)
        return claims;
    bool level_a = w->archive != PDF_A_2U && whole && !faults->private;
    claims.part = w->archive == PDF_A_3A ? "3" : "2";
    claims.level = level_a ? "A" : "U";
    return claims;
}

static void
begin_packet(struct buf *b, const struct claims *c)
{
    buf_str(b, packet_start);
    if (c->part)
        buf_str(b, names_of_a);
    if (c->accessible)
        buf_str(b, names_of_ua);
    if (c->accessible && c->part)
        buf_str(b, names_of_extension);
    buf_str(b, ">\n");
}

/* PDF/A alone asks for the description of pdfuaid. */
static void
end_packet(struct buf *b, const struct claims *c)
{
    simple(b, "pdfaid:part", c->part);
    simple(b, "pdfaid:conformance", c->level);
    simple(b, "pdfuaid:part", c->accessible ? "1" : NULL);
    if (c->accessible && c->part)
        buf_str(b, extension);
    buf_str(b, packet_end);
}

/* "Voices, 3": what the document is part of, in words, since XMP has no
 * property of its own for it. */
static const char *
series_of(const struct pdf_writer *w)
{
    const struct doc_book *book = w->book;
    if (!book->series || !book->volume)
        return book->series;
    return arena_printf(w->arena, "%s, %s", book->series, book->volume);
}

uint32_t
pdf_xmp_write(struct pdf_writer *w)
{
    struct arena *a = arena_new();
    struct facts f = facts_of(w, a);
    const struct doc_book *book = w->book;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    struct claims claims = claims_of(w);
    begin_packet(&b, &claims);
    simple(&b, "dc:format", "application/pdf");
    listed(&b, "dc:title", "Alt", f.title);
    listed(&b, "dc:creator", "Seq", f.author);
    listed(&b, "dc:description", "Alt", f.subject);
    languages(&b, book);
    listed(&b, "dc:publisher", "Bag", book->publisher);
    listed(&b, "dc:rights", "Alt", book->rights);
    listed(&b, "dc:relation", "Bag", series_of(w));
    simple(&b, "dc:identifier", w->forms ? NULL : w->identifier);
    bag(&b, "dc:subject", &book->subjects);
    simple(&b, "pdf:Keywords", f.keywords);
    simple(&b, "pdf:Producer", w->producer);
    simple(&b, "xmp:CreatorTool", w->producer);
    simple(&b, "xmp:CreateDate", f.when);
    simple(&b, "xmp:ModifyDate", f.when);
    simple(&b, "xmp:MetadataDate", f.when);
    end_packet(&b, &claims);
    uint32_t object = pdf_object(w->out);
    pdf_put_stream(w->out, object, "/Type/Metadata/Subtype/XML", b.at, b.n,
                   false);
    buf_free(&b);
    arena_free(a);
    return object;
}
