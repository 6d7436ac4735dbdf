/* SPDX-License-Identifier: MIT */
/* Fonts and the text that they show (ISO 14289-1, 7.21; ISO 19005-2, 6.2.11).
 */
#include <math.h>
#include <string.h>

#include "verify/fontfile.h"
#include "verify/pdf_check.h"

enum { CODES = 65536 };

/* A font that is looked at. */
struct font_reading {
    struct pdf_check *c;
    struct arena *arena;
    const struct pdfin_font *font;
    const struct pdfin_object *o, *cid, *descriptor;
    const char *name;
    struct fontfile file;
    bool has_file;
    float *widths;   /* by CID or code; negative: not said */
    struct buf gids; /* CIDToGIDMap, where it is a stream */
};

static bool
is_used(const struct font_reading *r, uint32_t code)
{
    return r->font->used[code / 8] & 1 << code % 8;
}

static void
check_unicode_of(struct font_reading *r, uint32_t code, struct buf *text)
{
    buf_clear(text);
    if (!pdfin_cmap_text(r->font->unicode, code, text)) {
        pdf_find(r->c, PDF_FONT_UNICODE, r->font->number,
                 "%s: code %u is not in ToUnicode", r->name, code);
        return;
    }
    bool private_use = false, bad = false;
    for (const char *p = text->at, *end = p + text->n; p < end;) {
        if (end - p > 1 && memcmp(p, "\xC0\x80", 2) == 0) {
            bad = true;
            p += 2;
            continue;
        }
        uint32_t u = utf8_next(&p, end);
        bad |= u == 0xFEFF || u == 0xFFFE;
        private_use |= (u >= 0xE000 && u < 0xF900) || u == UTF8_BAD;
    }
    if (bad)
        pdf_find(r->c, PDF_FONT_UNICODE_VALUE, r->font->number,
                 "%s: code %u is U+0000, U+FEFF or U+FFFE", r->name, code);
    if (private_use)
        pdf_find(r->c, PDF_FONT_UNICODE_PUA, r->font->number,
                 "%s: code %u is a private-use character", r->name, code);
}

/* Whether the codes of a simple font have Unicode values without ToUnicode. */
static bool
is_mapped(struct font_reading *r)
{
    struct pdfin *f = r->c->pdf;
    const struct pdfin_object *encoding = pdfin_get(f, r->o, "Encoding");
    const struct pdfin_object *differences =
        pdfin_get(f, encoding, "Differences");
    const struct pdfin_object *base = encoding;
    bool odd = false;
    if (encoding->type == PDFIN_DICTIONARY)
        base = pdfin_get(f, encoding, "BaseEncoding");
    for (uint32_t i = 0; i < pdfin_count(differences); i++) {
        const char *name = pdfin_name(pdfin_item(f, differences, i));
        size_t letters = 0;
        while (str_is_letter(name[letters]))
            letters++;
        bool uni = strncmp(name, "uni", 3) == 0 || strncmp(name, "u", 2) == 0;
        odd |= *name && !uni && str_is_digit(name[letters]);
        odd |= strcmp(name, ".notdef") == 0;
    }
    bool named = str_has_word(
        "WinAnsiEncoding MacRomanEncoding MacExpertEncoding", pdfin_name(base));
    return !odd && (named || pdfin_count(differences));
}

static void
check_unicode(struct font_reading *r)
{
    static const char own[] = "Japan1 GB1 CNS1 Korea1";
    struct buf text;
    const struct pdfin_object *info =
        pdfin_get(r->c->pdf, r->cid, "CIDSystemInfo");
    const char *ordering =
        pdfin_text(r->arena, pdfin_get(r->c->pdf, info, "Ordering"));
    if (!r->font->unicode) {
        bool known =
            r->font->composite ? str_has_word(own, ordering) : is_mapped(r);
        if (!known)
            pdf_find(r->c, PDF_FONT_UNICODE, r->font->number,
                     "%s has no ToUnicode", r->name);
        return;
    }
    buf_init(&text, BUF_LIMIT_SMALL);
    for (uint32_t code = 0; code < CODES; code++)
        if (is_used(r, code))
            check_unicode_of(r, code, &text);
    buf_free(&text);
}

/* W of a CIDFont (9.7.4.3), or Widths of a simple one. */
static void
read_widths(struct font_reading *r)
{
    struct pdfin *f = r->c->pdf;
    r->widths = ARENA_ARRAY(r->arena, float, CODES);
    double rest = r->font->composite
                      ? pdfin_number(pdfin_get(f, r->cid, "DW"), 1000)
                      : -1;
    for (uint32_t i = 0; i < CODES; i++)
        r->widths[i] = (float)rest;
    const struct pdfin_object *w =
        pdfin_get(f, r->o, r->font->composite ? "" : "Widths");
    if (!r->font->composite) {
        int64_t first = pdfin_integer(pdfin_get(f, r->o, "FirstChar"), 0);
        for (uint32_t i = 0; i < pdfin_count(w); i++)
            if (first >= 0 && first + i < CODES)
                r->widths[first + i] =
                    (float)pdfin_number(pdfin_item(f, w, i), -1);
        return;
    }
    w = pdfin_get(f, r->cid, "W");
    for (uint32_t i = 0; i + 1 < pdfin_count(w);) {
        int64_t from = pdfin_integer(pdfin_item(f, w, i), -1);
        const struct pdfin_object *next = pdfin_item(f, w, i + 1);
        if (next->type == PDFIN_ARRAY) {
            for (uint32_t k = 0; k < next->n; k++)
                if (from >= 0 && from + k < CODES)
                    r->widths[from + k] =
                        (float)pdfin_number(pdfin_item(f, next, k), 0);
            i += 2;
            continue;
        }
        int64_t until = pdfin_integer(next, -1);
        double width = pdfin_number(pdfin_item(f, w, i + 2), 0);
        for (int64_t k = from; k >= 0 && k <= until && k < CODES; k++)
            r->widths[k] = (float)width;
        i += 3;
    }
}

/* The glyph of a CID; UINT32_MAX where there is none. */
static uint32_t
glyph_of_cid(const struct font_reading *r, uint32_t cid)
{
    if (r->file.kind == FONTFILE_CFF && !r->gids.n)
        return fontfile_glyph_of_cid(&r->file, cid);
    if (!r->gids.n)
        return cid < r->file.glyphs ? cid : UINT32_MAX;
    if (2 * (size_t)cid + 1 >= r->gids.n)
        return UINT32_MAX;
    const uint8_t *p = (const uint8_t *)r->gids.at + 2 * (size_t)cid;
    uint32_t glyph = (uint32_t)p[0] << 8 | p[1];
    return glyph < r->file.glyphs ? glyph : UINT32_MAX;
}

static void
check_width(struct font_reading *r, uint32_t code, uint32_t glyph)
{
    double own = fontfile_width(&r->file, glyph), said = r->widths[code];
    if (own >= 0 && said >= 0 && fabs(own - said) > 1)
        pdf_find(r->c, PDF_FONT_WIDTHS, r->font->number,
                 "%s: code %u is %g wide, in the font program %.1f", r->name,
                 code, said, own);
}

static void
check_cids(struct font_reading *r)
{
    for (uint32_t cid = 0; cid < CODES; cid++) {
        if (!is_used(r, cid))
            continue;
        uint32_t glyph = glyph_of_cid(r, cid);
        if (cid == 0 || glyph == 0)
            pdf_find(r->c, PDF_FONT_NOTDEF, r->font->number,
                     "%s: text shows .notdef (CID %u)", r->name, cid);
        else if (glyph == UINT32_MAX)
            pdf_find(r->c, PDF_FONT_GLYPHS, r->font->number,
                     "%s: there is no glyph for CID %u", r->name, cid);
        else
            check_width(r, cid, glyph);
    }
}

/* WinAnsi's and MacRoman's codes of ASCII stand for themselves. */
static void
check_codes(struct font_reading *r)
{
    bool symbolic =
        pdfin_integer(pdfin_get(r->c->pdf, r->descriptor, "Flags"), 0) & 4;
    const struct pdfin_object *encoding =
        pdfin_get(r->c->pdf, r->o, "Encoding");
    if (r->file.kind != FONTFILE_TRUETYPE)
        return;
    bool named = pdfin_is(encoding, "WinAnsiEncoding") ||
                 pdfin_is(encoding, "MacRomanEncoding");
    for (uint32_t code = 33; code < (symbolic ? 256 : 127); code++) {
        uint32_t glyph = UINT32_MAX;
        if (!is_used(r, code) || (!symbolic && !named))
            continue;
        if (symbolic) {
            glyph = fontfile_glyph_of_code(&r->file, 3, 0, 0xF000 + code);
            if (!glyph || glyph == UINT32_MAX)
                glyph = fontfile_glyph_of_code(&r->file, 3, 0, code);
            if (!glyph || glyph == UINT32_MAX)
                glyph = fontfile_glyph_of_code(&r->file, 1, 0, code);
        } else {
            glyph = fontfile_glyph_of_code(&r->file, 3, 1, code);
            if (glyph == UINT32_MAX)
                glyph = fontfile_glyph_of_code(&r->file, 1, 0, code);
        }
        if (glyph == 0)
            pdf_find(r->c, PDF_FONT_GLYPHS, r->font->number,
                     "%s: there is no glyph for code %u", r->name, code);
        else if (glyph != UINT32_MAX)
            check_width(r, code, glyph);
    }
}

/* How a TrueType font's codes lead to glyphs (9.6.6.4). */
static void
check_truetype(struct font_reading *r)
{
    struct pdfin *f = r->c->pdf;
    const struct pdfin_object *encoding = pdfin_get(f, r->o, "Encoding");
    const struct pdfin_object *base = encoding;
    if (encoding->type == PDFIN_DICTIONARY)
        base = pdfin_get(f, encoding, "BaseEncoding");
    bool symbolic = pdfin_integer(pdfin_get(f, r->descriptor, "Flags"), 0) & 4;
    if (symbolic && encoding->type != PDFIN_NULL)
        pdf_find(r->c, PDF_FONT_TRUETYPE, r->font->number,
                 "%s is symbolic, and has an Encoding", r->name);
    if (!symbolic && !pdfin_is(base, "WinAnsiEncoding") &&
        !pdfin_is(base, "MacRomanEncoding"))
        pdf_find(r->c, PDF_FONT_TRUETYPE, r->font->number,
                 "%s is not symbolic, and its Encoding is neither WinAnsi nor "
                 "MacRoman",
                 r->name);
}

static void
check_set(struct font_reading *r)
{
    const struct pdfin_object *set =
        pdfin_get(r->c->pdf, r->descriptor, "CIDSet");
    struct buf bits;
    if (set->type != PDFIN_STREAM || !r->has_file || r->gids.n)
        return;
    buf_init(&bits, BUF_LIMIT_SMALL);
    pdfin_decode(r->c->pdf, set, &bits, NULL);
    bool same = true;
    for (uint32_t cid = 0; cid < CODES; cid++) {
        bool listed = cid / 8 < bits.n && bits.at[cid / 8] & 0x80 >> cid % 8;
        same &= listed == (glyph_of_cid(r, cid) != UINT32_MAX);
    }
    if (!same)
        pdf_find(r->c, PDF_FONT_SET, r->font->number,
                 "%s: CIDSet does not name the font's glyphs", r->name);
    buf_free(&bits);
}

static void
check_composite(struct font_reading *r)
{
    struct pdfin *f = r->c->pdf;
    const struct pdfin_object *encoding = pdfin_get(f, r->o, "Encoding");
    const struct pdfin_object *map = pdfin_get(f, r->cid, "CIDToGIDMap");
    const struct pdfin_object *info = pdfin_get(f, r->cid, "CIDSystemInfo");
    const struct pdfin_object *subtype = pdfin_get(f, r->cid, "Subtype");
    bool type2 = pdfin_is(subtype, "CIDFontType2");
    if (!type2 && !pdfin_is(subtype, "CIDFontType0"))
        pdf_find(r->c, PDF_FONT_DICTIONARY, r->font->number,
                 "%s: “%s” is no type of a CIDFont", r->name,
                 pdfin_name(subtype));
    if (r->cid->type != PDFIN_DICTIONARY || info->type != PDFIN_DICTIONARY)
        pdf_find(r->c, PDF_FONT_DICTIONARY, r->font->number,
                 "%s has no CIDFont with CIDSystemInfo", r->name);
    if (encoding->type != PDFIN_STREAM && !r->font->identity &&
        !strchr(pdfin_name(encoding), '-'))
        pdf_find(r->c, PDF_FONT_CMAP, r->font->number,
                 "%s: the CMap “%s” is neither predefined nor embedded",
                 r->name, pdfin_name(encoding));
    if (type2 && r->has_file && map->type != PDFIN_STREAM &&
        !pdfin_is(map, "Identity"))
        pdf_find(r->c, PDF_FONT_CID_MAP, r->font->number,
                 "%s has no CIDToGIDMap", r->name);
    if (encoding->type == PDFIN_STREAM) {
        const struct pdfin_object *other =
            pdfin_get(f, encoding, "CIDSystemInfo");
        if (strcmp(pdfin_text(r->arena, pdfin_get(f, other, "Ordering")),
                   pdfin_text(r->arena, pdfin_get(f, info, "Ordering"))) != 0)
            pdf_find(r->c, PDF_FONT_CID_INFO, r->font->number,
                     "%s and its CMap are of different collections", r->name);
    }
    if (map->type == PDFIN_STREAM)
        pdfin_decode(f, map, &r->gids, NULL);
}

static void
check_program(struct font_reading *r, struct buf *bytes)
{
    static const char *const keys[] = {"FontFile", "FontFile2", "FontFile3"};
    struct pdfin *f = r->c->pdf;
    bool used = r->font->visible;
    const struct pdfin_object *program = &pdfin_nothing;
    int kind = -1;
    for (int i = 0; i < 3 && kind < 0; i++) {
        program = pdfin_get(f, r->descriptor, keys[i]);
        kind = program->type == PDFIN_STREAM ? i : -1;
    }
    r->has_file = kind >= 0;
    if (kind < 0) {
        if (used)
            pdf_find(r->c, PDF_FONT_EMBEDDED, r->font->number,
                     "%s is not embedded", r->name);
        return;
    }
    bool sound = pdfin_decode(f, program, bytes, NULL);
    bool open = fontfile_open(&r->file, r->arena, bytes->at, bytes->n);
    /* Type 1 programs are not looked into. */
    if (!sound || (kind && !open))
        pdf_find(r->c, PDF_FONT_PROGRAM, r->font->number,
                 "the program of %s can't be read", r->name);
    if (!open)
        r->file.glyphs = 0;
}

static void
check_font(struct pdf_check *c, struct arena *a, const struct pdfin_font *font)
{
    struct font_reading r = {.c = c, .arena = a, .font = font};
    struct pdfin *f = c->pdf;
    struct buf bytes;
    r.o = pdfin_load(f, font->number);
    r.cid = pdfin_item(f, pdfin_get(f, r.o, "DescendantFonts"), 0);
    r.descriptor =
        pdfin_get(f, font->composite ? r.cid : r.o, "FontDescriptor");
    r.name = pdfin_name(pdfin_get(f, r.o, font->type3 ? "Name" : "BaseFont"));
    r.name = *r.name ? r.name : "the font";
    if (!pdfin_is(pdfin_get(f, r.o, "Type"), "Font"))
        pdf_find(c, PDF_FONT_DICTIONARY, font->number, "%s is no Font", r.name);
    buf_init(&bytes, (size_t)64 << 20);
    buf_init(&r.gids, BUF_LIMIT_SMALL);
    if (!font->type3)
        check_program(&r, &bytes);
    if (font->composite)
        check_composite(&r);
    else if (pdfin_is(pdfin_get(f, r.o, "Subtype"), "TrueType"))
        check_truetype(&r);
    check_unicode(&r);
    if (r.file.glyphs && font->visible) {
        read_widths(&r);
        if (font->composite && font->identity)
            check_cids(&r);
        else if (!font->composite)
            check_codes(&r);
    }
    if (font->composite && r.file.glyphs)
        check_set(&r);
    buf_free(&r.gids);
    buf_free(&bytes);
}

void
pdf_check_fonts(struct pdf_check *c)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < c->fonts.all.n; i++) {
        pdfin_let_go(c->pdf);
        if (c->fonts.all.at[i]->number)
            check_font(c, a, c->fonts.all.at[i]);
        arena_reset(a);
    }
    arena_free(a);
}
