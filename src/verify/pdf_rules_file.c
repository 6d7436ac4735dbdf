/* SPDX-License-Identifier: MIT */
/* The file's own form: head, tail, cross-references (ISO 32000-1, 7.5;
 * ISO 19005-2, 6.1). */
#include <string.h>

#include "verify/pdf_check.h"

static bool
is_eol(char c)
{
    return c == '\n' || c == '\r';
}

static void
check_header(struct pdf_check *c)
{
    const char *p = c->pdf->bytes;
    if (c->pdf->n < 12 || memcmp(p, "%PDF-", 5) != 0 || p[6] != '.' ||
        !((p[5] == '1' && p[7] >= '0' && p[7] <= '7') ||
          (p[5] == '2' && p[7] == '0')) ||
        !is_eol(p[8])) {
        pdf_find(c, PDF_HEADER, 0, "the file does not begin with %%PDF-1.n");
        return;
    }
    p += p[8] == '\r' && p[9] == '\n' ? 10 : 9;
    bool sound = p + 5 < c->pdf->bytes + c->pdf->n && *p == '%';
    for (int i = 1; i < 5 && sound; i++)
        sound = (uint8_t)p[i] > 127;
    if (!sound)
        pdf_find(c, PDF_HEADER_COMMENT, 0,
                 "no comment of four bytes above 127 follows the header");
}

static void
check_end(struct pdf_check *c)
{
    const char *from = c->pdf->bytes, *p = from + c->pdf->n;
    const char *least = c->pdf->n > 1024 ? p - 1024 : from;
    const char *end = p;
    while (p > least && (end - p < 5 || memcmp(p, "%%EOF", 5) != 0))
        p--;
    if (end - p < 5 || memcmp(p, "%%EOF", 5) != 0) {
        pdf_find(c, PDF_EOF, 0, "no %%%%EOF is at the end");
        return;
    }
    p += 5;
    if (p < end && *p == '\r')
        p++;
    if (p < end && *p == '\n')
        p++;
    if (p < end)
        pdf_find(c, PDF_AFTER_EOF, 0, "%zu bytes follow the last %%%%EOF",
                 (size_t)(end - p));
}

/* Rows of 20 bytes: "nnnnnnnnnn ggggg n" and an end of line of two. */
static bool
is_row(const char *p)
{
    for (int i = 0; i < 16; i++)
        if (i == 10 ? p[i] != ' ' : !str_is_digit(p[i]))
            return false;
    return p[16] == ' ' && (p[17] == 'n' || p[17] == 'f') &&
           (p[18] == ' ' || p[18] == '\r') && is_eol(p[19]);
}

/* The form of each table of cross-references. */
static void
check_table_form(struct pdf_check *c)
{
    const char *p = c->pdf->bytes, *end = p + c->pdf->n;
    while ((p = memmem(p, (size_t)(end - p), "\nxref", 5))) {
        bool sound = true;
        p += 5;
        p += p < end && *p == '\r';
        sound &= p < end && *p == '\n';
        p += p < end && *p == '\n';
        while (sound && p < end && str_is_digit(*p)) {
            uint64_t count = 0;
            while (p < end && str_is_digit(*p))
                p++;
            sound = p < end && *p++ == ' ';
            for (; p < end && str_is_digit(*p) && count < INT32_MAX; p++)
                count = count * 10 + (uint64_t)(*p - '0');
            while (p < end && pdfin_is_white(*p))
                p++;
            for (; sound && count; count--) {
                sound = end - p >= 20 && is_row(p);
                p += sound ? 20 : 0;
            }
        }
        if (!sound)
            pdf_find(c, PDF_XREF_FORMAT, 0,
                     "a line of the cross-references is not of 20 bytes");
    }
}

static void
check_page_count(struct pdf_check *c)
{
    const struct pdfin_object *pages =
        pdfin_get(c->pdf, c->pdf->catalog, "Pages");
    int64_t said = pdfin_integer(pdfin_get(c->pdf, pages, "Count"), -1);
    if (said != c->pdf->page_count)
        pdf_find(c, PDF_PAGES, c->pdf->catalog_number,
                 "Pages counts %lld pages, and there are %u", (long long)said,
                 c->pdf->page_count);
}

static void
check_trailer(struct pdf_check *c)
{
    const struct pdfin_object *t = &c->pdf->trailer;
    const struct pdfin_object *id = pdfin_get(c->pdf, t, "ID");
    int64_t size = pdfin_integer(pdfin_get(c->pdf, t, "Size"), 0);
    uint32_t most = 0;
    if (!pdfin_number_of(pdfin_raw(t, "Root")))
        pdf_find(c, PDF_TRAILER_ROOT, 0, "the trailer has no Root");
    for (uint32_t i = 0; i < c->pdf->count; i++)
        if (c->pdf->xref[i].place >= PDFIN_OFFSET)
            most = i;
    if (size <= most)
        pdf_find(c, PDF_TRAILER_SIZE, 0,
                 "Size is %lld, and there is an object %u", (long long)size,
                 most);
    if (id->type != PDFIN_ARRAY || id->n != 2 ||
        pdfin_item(c->pdf, id, 0)->type != PDFIN_STRING ||
        pdfin_item(c->pdf, id, 1)->type != PDFIN_STRING ||
        !pdfin_item(c->pdf, id, 0)->n)
        pdf_find(c, PDF_TRAILER_ID, 0, "the trailer has no ID of two strings");
    if (c->pdf->trailer_odd & (PDFIN_ODD_HEX | PDFIN_ODD_HEX_CHAR))
        pdf_find(c, PDF_HEX_STRING, 0,
                 "a string of the trailer is no pairs of digits");
    check_page_count(c);
    if (c->pdf->count > PDFIN_NUMBER_MOST)
        pdf_find(c, PDF_LIMIT_OBJECTS, 0, "there are %u objects",
                 c->pdf->count);
}

void
pdf_check_file(struct pdf_check *c)
{
    unsigned faults = c->pdf->faults;
    check_header(c);
    check_end(c);
    if (faults & PDFIN_FAULT_STARTXREF)
        pdf_find(c, PDF_STRUCTURE, 0,
                 "startxref does not lead to cross-references");
    if (faults & PDFIN_FAULT_XREF)
        pdf_find(c, PDF_STRUCTURE, 0, "the cross-references are damaged");
    if (faults & PDFIN_FAULT_LOOP)
        pdf_find(c, PDF_XREF_LOOP, 0,
                 "older cross-references lead in a circle");
    if (faults & PDFIN_FAULT_REBUILT)
        pdf_find(c, PDF_STRUCTURE, 0,
                 "the cross-references do not lead to the catalog; objects "
                 "were looked for instead");
    check_table_form(c);
    check_trailer(c);
}
