/* SPDX-License-Identifier: MIT */
/* What a PDF's objects say. */
#include "verify/pdf_object.h"

#include <string.h>

const struct pdfin_object pdfin_nothing = {.type = PDFIN_NULL};

static const struct pdfin_object empty_dictionary = {.type = PDFIN_DICTIONARY};

const struct pdfin_object *
pdfin_dictionary(const struct pdfin_object *o)
{
    if (o->type == PDFIN_STREAM)
        return &o->stream->dictionary;
    return o->type == PDFIN_DICTIONARY ? o : &empty_dictionary;
}

const struct pdfin_object *
pdfin_raw(const struct pdfin_object *o, const char *key)
{
    const struct pdfin_object *d = pdfin_dictionary(o);
    for (uint32_t i = 0; i < d->n; i++)
        if (strcmp(d->entries[i].key, key) == 0)
            return &d->entries[i].value;
    return &pdfin_nothing;
}

bool
pdfin_has(const struct pdfin_object *o, const char *key)
{
    return pdfin_raw(o, key)->type != PDFIN_NULL;
}

const char *
pdfin_name(const struct pdfin_object *o)
{
    return o->type == PDFIN_NAME ? o->text : "";
}

bool
pdfin_is(const struct pdfin_object *o, const char *name)
{
    return o->type == PDFIN_NAME && strcmp(o->text, name) == 0;
}

bool
pdfin_is_number(const struct pdfin_object *o)
{
    return o->type == PDFIN_INTEGER || o->type == PDFIN_REAL;
}

double
pdfin_number(const struct pdfin_object *o, double fallback)
{
    return o->type == PDFIN_REAL      ? o->real
           : o->type == PDFIN_INTEGER ? (double)o->integer
                                      : fallback;
}

int64_t
pdfin_integer(const struct pdfin_object *o, int64_t fallback)
{
    if (o->type == PDFIN_REAL && o->real > -1e15 && o->real < 1e15)
        return (int64_t)o->real;
    return o->type == PDFIN_INTEGER ? o->integer : fallback;
}

bool
pdfin_true(const struct pdfin_object *o)
{
    return o->type == PDFIN_BOOLEAN && o->integer;
}

uint32_t
pdfin_number_of(const struct pdfin_object *reference)
{
    return reference->type == PDFIN_REFERENCE ? (uint32_t)reference->integer
                                              : 0;
}

/* PDFDocEncoding's 0x18 to 0x1F and 0x80 to 0xA0 (annex D.3). */
static uint32_t
from_pdfdoc(uint8_t c)
{
    static const uint16_t low[8] = {0x02D8, 0x02C7, 0x02C6, 0x02D9,
                                    0x02DD, 0x02DB, 0x02DA, 0x02DC};
    static const uint16_t high[33] = {
        0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039,
        0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A,
        0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131,
        0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC};
    if (c >= 0x18 && c < 0x20)
        return low[c - 0x18];
    return c >= 0x80 && c <= 0xA0 ? high[c - 0x80] : c;
}

static void
add_utf16(struct buf *b, const char *p, size_t n)
{
    for (const char *end = p + n; end - p >= 2;) {
        uint32_t c = utf16_next(&p, end, false);
        buf_utf8(b, c && c != UTF8_BAD ? c : 0xFFFD);
    }
}

const char *
pdfin_text(struct arena *a, const struct pdfin_object *o)
{
    struct buf b;
    const uint8_t *u = (const uint8_t *)o->text;
    if (o->type != PDFIN_STRING)
        return "";
    buf_init(&b, BUF_LIMIT_OUTPUT);
    if (o->n >= 2 && u[0] == 0xFE && u[1] == 0xFF)
        add_utf16(&b, o->text + 2, o->n - 2);
    else
        for (uint32_t i = 0; i < o->n; i++)
            buf_utf8(&b, u[i] ? from_pdfdoc(u[i]) : 0xFFFD);
    const char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}
