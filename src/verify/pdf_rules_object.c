/* SPDX-License-Identifier: MIT */
/* What each object of a PDF is held to, wherever it is: how it is written,
 * filters, actions, files (ISO 32000-1, 7.3 and 7.4; ISO 19005-2, 6.1, 6.5 and
 * 6.8). */
#include <string.h>

#include "verify/pdf_check.h"

enum { VISIT_DEPTH = 110 };

static void
tell_writing(struct pdf_check *c, uint32_t number)
{
    static const struct {
        unsigned bit;
        enum pdf_rule rule;
        const char *text;
    } odd[] = {
        {PDFIN_ODD_SYNTAX, PDF_OBJECT_SYNTAX, "something in it is no object"},
        {PDFIN_ODD_DEEP, PDF_OBJECT_SYNTAX, "it is nested too deep"},
        {PDFIN_ODD_HEX, PDF_HEX_STRING, "a string has an odd number of digits"},
        {PDFIN_ODD_HEX_CHAR, PDF_HEX_STRING,
         "a hexadecimal string has other characters"},
        {PDFIN_ODD_NAME, PDF_OBJECT_SYNTAX, "a name has a # without digits"},
        {PDFIN_ODD_NAME_UTF8, PDF_NAME_UTF8, "a name is not UTF-8"},
        {PDFIN_ODD_LONG_NAME, PDF_LIMIT_NAME, "a name has over 127 bytes"},
        {PDFIN_ODD_LONG_STRING, PDF_LIMIT_STRING,
         "a string has over 32767 bytes"},
        {PDFIN_ODD_NUMBER, PDF_LIMIT_INTEGER, "an integer is beyond 2^31"},
        {PDFIN_ODD_REAL, PDF_LIMIT_REAL, "a number is beyond 3.403e38"},
        {PDFIN_ODD_TWICE, PDF_OBJECT_TWICE, "a dictionary has a key twice"},
    };
    static const struct {
        unsigned bit;
        enum pdf_rule rule;
        const char *text;
    } trouble[] = {
        {PDFIN_TROUBLE_HEADER, PDF_XREF_ENTRY,
         "it is not where the cross-references say"},
        {PDFIN_TROUBLE_PACKED, PDF_XREF_ENTRY,
         "it is not in the object stream that the cross-references name"},
        {PDFIN_TROUBLE_LENGTH, PDF_STREAM_LENGTH,
         "Length is not the number of the stream's bytes"},
        {PDFIN_TROUBLE_END, PDF_OBJECT_END, "it does not end with endobj"},
        {PDFIN_TROUBLE_SPACING, PDF_OBJECT_SPACING,
         "obj, endobj, stream or endstream is not on a line of its own"},
    };
    for (size_t i = 0; c->pdf->odd && i < sizeof odd / sizeof *odd; i++)
        if (c->pdf->odd & odd[i].bit)
            pdf_find(c, odd[i].rule, number, "%s", odd[i].text);
    for (size_t i = 0; c->pdf->trouble && i < sizeof trouble / sizeof *trouble;
         i++)
        if (c->pdf->trouble & trouble[i].bit)
            pdf_find(c, trouble[i].rule, number, "%s", trouble[i].text);
}

static bool
is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static void
check_action(struct pdf_check *c, const struct pdfin_object *d, uint32_t number)
{
    static const char *const forbidden[] = {
        "Launch",    "Sound",       "Movie",     "ResetForm", "ImportData",
        "Hide",      "SetOCGState", "Rendition", "Trans",     "GoTo3DView",
        "set-state", "no-op",       NULL};
    static const char *const named[] = {"NextPage", "PrevPage", "FirstPage",
                                        "LastPage", NULL};
    const char *s = pdfin_name(pdfin_get(c->pdf, d, "S"));
    const struct pdfin_object *type = pdfin_get(c->pdf, d, "Type");
    if (!*s || (type->type != PDFIN_NULL && !pdfin_is(type, "Action")))
        return;
    /* Structure elements have /S and a parent, groups no parent. */
    if (type->type == PDFIN_NULL && pdfin_has(d, "P"))
        return;
    if (strcmp(s, "JavaScript") == 0)
        pdf_find(c, PDF_SCRIPT, number, "an action is JavaScript");
    if (is_one_of(s, forbidden))
        pdf_find(c, PDF_ACTION, number, "an action is %s", s);
    const char *name = pdfin_name(pdfin_get(c->pdf, d, "N"));
    if (strcmp(s, "Named") == 0 && !is_one_of(name, named))
        pdf_find(c, PDF_ACTION_NAMED, number, "a named action is “%s”", name);
}

/* A file specification (7.11.3), with the file in it perhaps. */
static void
check_file_spec(struct pdf_check *c, const struct pdfin_object *d,
                uint32_t number)
{
    if (!pdfin_has(d, "EF"))
        return;
    if (!pdfin_has(d, "F") || !pdfin_has(d, "UF"))
        pdf_find(c, PDF_EMBEDDED_NAMES, number,
                 "the file's specification lacks F or UF");
    if (c->part == 2)
        pdf_find(c, PDF_EMBEDDED, number,
                 "a file is embedded, which has to be PDF/A");
    if (c->part == 3 && !pdfin_has(d, "AFRelationship"))
        pdf_find(c, PDF_EMBEDDED_NAMES, number,
                 "the file does not say what it is to the document");
}

static void
visit(struct pdf_check *c, const struct pdfin_object *o, uint32_t number,
      int depth)
{
    if (depth > VISIT_DEPTH)
        return;
    if (o->type == PDFIN_STREAM)
        o = &o->stream->dictionary;
    if (o->type == PDFIN_ARRAY) {
        for (uint32_t i = 0; i < o->n; i++)
            if (o->items[i].type >= PDFIN_ARRAY &&
                o->items[i].type <= PDFIN_STREAM)
                visit(c, &o->items[i], number, depth + 1);
        return;
    }
    if (o->type != PDFIN_DICTIONARY)
        return;
    for (uint32_t i = 0; i < o->n; i++) {
        const char *key = o->entries[i].key;
        const struct pdfin_object *value = &o->entries[i].value;
        if (key[0] == 'S' && !key[1])
            check_action(c, o, number);
        else if (strcmp(key, "EF") == 0)
            check_file_spec(c, o, number);
        else if (strcmp(key, "AA") == 0)
            pdf_find(c, PDF_ACTION_TRIGGER, number,
                     "it has additional actions");
        else if (strcmp(key, "JS") == 0)
            pdf_find(c, PDF_SCRIPT, number, "it has JavaScript");
        if (value->type == PDFIN_ARRAY || value->type == PDFIN_DICTIONARY)
            visit(c, value, number, depth + 1);
    }
}

static void
check_filters(struct pdf_check *c, const struct pdfin_object *o,
              uint32_t number)
{
    static const char *const known[] = {
        "FlateDecode",     "ASCIIHexDecode", "ASCII85Decode",
        "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode",
        "DCTDecode",       "JPXDecode",      NULL};
    const struct pdfin_object *filters = pdfin_get(c->pdf, o, "Filter");
    for (uint32_t i = 0; i < pdfin_count(filters); i++) {
        const char *name = pdfin_name(pdfin_member(c->pdf, filters, i));
        if (!is_one_of(name, known))
            pdf_find(c, PDF_STREAM_FILTER, number, "the filter is “%s”", name);
    }
    bool file = pdfin_has(o, "F") || pdfin_has(o, "FFilter") ||
                pdfin_has(o, "FDecodeParms");
    if (file)
        pdf_find(c, PDF_STREAM_EXTERNAL, number,
                 "the stream's bytes are in another file");
}

/* Decodes what no other check has asked for. */
static void
check_stream(struct pdf_check *c, const struct pdfin_object *o, uint32_t number)
{
    check_filters(c, o, number);
    uint8_t state = number < c->pdf->count ? c->pdf->decoded[number] : 0;
    if (!state) {
        struct buf bytes;
        buf_init(&bytes, BUF_LIMIT_OUTPUT);
        pdfin_decode(c->pdf, o, &bytes, NULL);
        buf_free(&bytes);
        state = number < c->pdf->count ? c->pdf->decoded[number] : 0;
    }
    if (state == PDFIN_DECODED_BADLY)
        pdf_find(c, PDF_STREAM_DAMAGED, number, "the stream can't be decoded");
}

void
pdf_check_objects(struct pdf_check *c)
{
    struct arena *a = arena_new();
    for (uint32_t i = 1; i < c->pdf->count; i++) {
        if (c->pdf->xref[i].place < PDFIN_OFFSET)
            continue;
        struct pdfin_object o = pdfin_parse(c->pdf, a, i);
        if (c->pdf->odd || c->pdf->trouble)
            tell_writing(c, i);
        if (o.type == PDFIN_STREAM)
            check_stream(c, &o, i);
        visit(c, &o, i, 0);
        pdfin_let_go(c->pdf);
        arena_reset(a);
    }
    arena_free(a);
    if (c->pdf->faults & PDFIN_FAULT_LARGE)
        pdf_find(c, PDF_LARGE, 0, "streams unpack to more than is read");
}
