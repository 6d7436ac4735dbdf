/* SPDX-License-Identifier: MIT */
/* What a PDF says of itself: XMP, Info, and what it claims (ISO 19005-2, 6.6;
 * ISO 14289-1, 5). */
#include <stdlib.h>
#include <string.h>

#include "verify/pdf_check.h"
#include "verify/xmp.h"

/* What a text says, cut off at both ends. */
static const char *
trimmed(struct pdf_check *c, const char *text)
{
    return str_trim(c->arena, text ? text : "");
}

static void
take_claims(struct pdf_check *c, const struct xmp *x)
{
    const char *ua = xmp_value(x, XMP_PDFUA, "part");
    const char *part = xmp_value(x, XMP_PDFA, "part");
    const char *level = xmp_value(x, XMP_PDFA, "conformance");
    c->ua = ua && *ua;
    c->part = part && *part ? (int)strtol(part, NULL, 10) : 0;
    c->part = part && *part && c->part < 1 ? -1 : c->part;
    c->level = level && *level ? *level : 'B';
    if (c->ua && strcmp(trimmed(c, ua), "1") != 0)
        pdf_find(c, PDF_CLAIM_UA_PART, 0, "pdfuaid:part is “%s”", ua);
    if (c->part && (c->part < 1 || c->part > 3))
        pdf_find(c, PDF_CLAIM_A_PART, 0, "pdfaid:part is “%s”", part);
    if (c->part && (!level || strlen(level) != 1 || !strchr("ABU", *level)))
        pdf_find(c, PDF_CLAIM_A_PART, 0, "pdfaid:conformance is “%s”",
                 level ? level : "");
    if (c->part == 1)
        pdf_find(c, PDF_CLAIM_A1, 0, "the file claims PDF/A-1");
}

/* A date of Info (7.9.4) or XMP as its digits: year to second. */
static const char *
date_digits(struct pdf_check *c, const char *date)
{
    char *out = arena_alloc(c->arena, 15);
    size_t n = 0;
    for (const char *p = date; *p && n < 14; p++) {
        if (str_is_digit(*p))
            out[n++] = *p;
        else if (*p == '+' || *p == 'Z' || (*p == '-' && n >= 8))
            break;
    }
    while (n < 14)
        out[n++] = '0';
    return out;
}

static void
check_info(struct pdf_check *c, const struct xmp *x)
{
    static const struct {
        const char *key, *uri, *name;
        bool date;
    } pairs[] = {{"Title", XMP_DC, "title", false},
                 {"Author", XMP_DC, "creator", false},
                 {"Subject", XMP_DC, "description", false},
                 {"Keywords", XMP_PDF, "Keywords", false},
                 {"Creator", XMP_XMP, "CreatorTool", false},
                 {"Producer", XMP_PDF, "Producer", false},
                 {"CreationDate", XMP_XMP, "CreateDate", true},
                 {"ModDate", XMP_XMP, "ModifyDate", true}};
    const struct pdfin_object *info =
        pdfin_get(c->pdf, &c->pdf->trailer, "Info");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct pdfin_object *o = pdfin_get(c->pdf, info, pairs[i].key);
        const char *says = trimmed(c, pdfin_text(c->arena, o));
        const char *meta =
            trimmed(c, xmp_value(x, pairs[i].uri, pairs[i].name));
        if (o->type != PDFIN_NULL && o->type != PDFIN_STRING)
            pdf_find(c, PDF_XMP_INFO, 0, "Info's %s is no string",
                     pairs[i].key);
        if (pairs[i].date && *says) {
            says = date_digits(c, says);
            meta = date_digits(c, meta);
        }
        if (*says && strcmp(says, meta) != 0)
            pdf_find(c, PDF_XMP_INFO, 0,
                     "Info's %s is “%s”, the metadata say “%s”", pairs[i].key,
                     says, meta);
    }
}

static void
check_packet(struct pdf_check *c, const struct xmp *x, uint32_t number)
{
    const struct xmp_property *p;
    const char *title = xmp_value(x, XMP_DC, "title");
    if (!title || str_blank(title))
        pdf_find(c, PDF_XMP_TITLE, number, "there is no dc:title");
    if (x->encoding)
        pdf_find(c, PDF_XMP_PACKET, number, "the packet's header names “%s”",
                 x->encoding);
    if (x->twice)
        pdf_find(c, PDF_XMP_FORM, number, "%s is there twice", x->twice);
    for (size_t i = 0; (p = xmp_undescribed(x, &i)); i++)
        pdf_find(c, PDF_XMP_SCHEMA, number,
                 "%s of %s is neither predefined nor described", p->name,
                 p->uri);
    for (size_t i = 0; i < x->schemas.n; i++)
        if (x->schemas.at[i].lacks)
            pdf_find(c, PDF_XMP_SCHEMA, number,
                     "the description of %s lacks %s",
                     x->schemas.at[i].uri ? x->schemas.at[i].uri : "a schema",
                     x->schemas.at[i].lacks);
    check_info(c, x);
}

void
pdf_check_xmp(struct pdf_check *c)
{
    const struct pdfin_object *meta =
        pdfin_get(c->pdf, c->pdf->catalog, "Metadata");
    uint32_t number = pdfin_number_of(pdfin_raw(c->pdf->catalog, "Metadata"));
    struct xmp x = {0};
    struct buf bytes;
    buf_init(&bytes, (size_t)16 << 20);
    bool sound =
        meta->type == PDFIN_STREAM && pdfin_decode(c->pdf, meta, &bytes, NULL);
    if (sound) {
        xmp_read(&x, c->arena, bytes.at, bytes.n);
        take_claims(c, &x);
    }
    if (meta->type == PDFIN_STREAM && pdfin_has(meta, "Filter"))
        pdf_find(c, PDF_XMP_FILTER, number, "the metadata have a filter");
    if (sound && x.fault)
        pdf_find(c, PDF_XMP_FORM, number, "line %u of the metadata: %s", x.line,
                 x.fault);
    else if (sound)
        check_packet(c, &x, number);
    if (!c->ua && !c->part && !c->file->unclaimed)
        pdf_find(c, PDF_CLAIM_NONE, 0,
                 "the file claims neither PDF/UA nor PDF/A");
    else if (!c->ua && !c->file->unclaimed &&
             pdfin_true(pdfin_get(
                 c->pdf, pdfin_get(c->pdf, c->pdf->catalog, "MarkInfo"),
                 "Marked")))
        pdf_find(c, PDF_CLAIM_UA, 0,
                 "the file is tagged, and does not claim PDF/UA");
    if (sound && (!pdfin_is(pdfin_get(c->pdf, meta, "Type"), "Metadata") ||
                  !pdfin_is(pdfin_get(c->pdf, meta, "Subtype"), "XML")))
        pdf_find(c, PDF_XMP_STREAM, number,
                 "the stream does not say that it is metadata in XML");
    buf_free(&bytes);
}
