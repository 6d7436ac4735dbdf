/* SPDX-License-Identifier: MIT */
/* Fonts as text is read from them (ISO 32000-1, 9.5 to 9.10). */
#include "verify/pdf_content.h"

#include <string.h>

enum { CODES = 65536 };

/* WinAnsiEncoding's 0x80 to 0x9F; the rest is Latin-1 (annex D.2). */
static const uint16_t win_ansi[32] = {
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
    0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

static void
read_composite(struct pdfin *f, struct pdfin_font *font,
               const struct pdfin_object *o)
{
    const struct pdfin_object *encoding = pdfin_get(f, o, "Encoding");
    font->composite = true;
    font->identity =
        pdfin_is(encoding, "Identity-H") || pdfin_is(encoding, "Identity-V");
    if (encoding->type == PDFIN_STREAM)
        font->encoding = pdfin_read_cmap(f, f->arena, encoding);
    font->two_bytes = !font->encoding || !font->encoding->widths ||
                      font->encoding->widths == 2;
}

static struct pdfin_font *
read_font(struct pdfin *f, const struct pdfin_object *o, uint32_t number)
{
    struct pdfin_font *font = ARENA_NEW(f->arena, struct pdfin_font);
    const struct pdfin_object *unicode = pdfin_get(f, o, "ToUnicode");
    font->number = number;
    font->used = arena_alloc(f->arena, CODES / 8);
    if (pdfin_is(pdfin_get(f, o, "Subtype"), "Type0"))
        read_composite(f, font, o);
    else if (pdfin_is(pdfin_get(f, o, "Subtype"), "Type3"))
        font->type3 = true;
    if (unicode->type == PDFIN_STREAM)
        font->unicode = pdfin_read_cmap(f, f->arena, unicode);
    return font;
}

struct pdfin_font *
pdfin_font_of(struct pdfin *f, struct pdfin_fonts *fonts,
              const struct pdfin_object *reference)
{
    const struct pdfin_object *o = pdfin_resolve(f, reference);
    uint32_t number = pdfin_number_of(reference);
    if (o->type != PDFIN_DICTIONARY)
        return NULL;
    if (!fonts->by_number)
        fonts->by_number = map_new(f->arena);
    for (size_t i = 0; number && i < fonts->all.n && i < 8; i++)
        if (fonts->all.at[i]->number == number)
            return fonts->all.at[i];
    char key[16];
    snprintf(key, sizeof key, "%u", number);
    struct pdfin_font *font = number ? map_get(fonts->by_number, key) : NULL;
    if (font)
        return font;
    font = read_font(f, o, number);
    if (number)
        map_set(fonts->by_number, arena_str(f->arena, key), font);
    *vec_add(f->arena, &fonts->all) = font;
    return font;
}

bool
pdfin_code(const struct pdfin_font *font, const uint8_t **p, const uint8_t *end,
           uint32_t *code)
{
    uint32_t n = 1, widths = font->encoding ? font->encoding->widths : 0;
    if (*p >= end)
        return false;
    if (font->composite)
        n = font->two_bytes ? 2 : 1;
    *code = 0;
    for (uint32_t i = 0; i < 4 && *p < end; i++) {
        *code = *code << 8 | *(*p)++;
        bool whole = i + 1 >= n;
        /* Codes of several widths: the shortest that the CMap knows. */
        if (font->composite && !font->two_bytes)
            whole =
                (widths & 1 << i) && (pdfin_cmap_find(font->encoding, *code) ||
                                      !(widths >> (i + 1)));
        if (whole)
            return true;
    }
    return true;
}

void
pdfin_shown_text(const struct pdfin_font *font, const char *bytes, size_t n,
                 struct buf *to)
{
    const uint8_t *p = (const uint8_t *)bytes, *end = p + n;
    uint32_t code;
    while (pdfin_code(font, &p, end, &code)) {
        if (font->unicode && pdfin_cmap_text(font->unicode, code, to))
            continue;
        if (font->composite || font->type3 || code < ' ')
            buf_utf8(to, 0xFFFD);
        else
            buf_utf8(to, code >= 0x80 && code < 0xA0 ? win_ansi[code - 0x80]
                                                     : code);
    }
}
