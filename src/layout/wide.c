/* SPDX-License-Identifier: MIT */
/* Chinese and Japanese: signs as wide as an ideograph, the space between them
 * and other letters, which of them may begin a line. */
#include <string.h>

#include "layout/par_int.h"

enum {
    /* CSS Text Level 4, clause 8.5, asks for an eighth of an em; from a tenth
     * on, programs that read the page's text see a space there. */
    AUTOSPACE_PARTS = 11
};

/* Letters of Chinese and Japanese, and those of alphabets beside them. */
static bool
is_ideograph(uint32_t code)
{
    GUnicodeScript script = g_unichar_get_script(code);
    return script == G_UNICODE_SCRIPT_HAN ||
           script == G_UNICODE_SCRIPT_HIRAGANA ||
           script == G_UNICODE_SCRIPT_KATAKANA ||
           script == G_UNICODE_SCRIPT_BOPOMOFO;
}

static bool
is_alphabetic(uint32_t code)
{
    return (code < 0x2E80 && g_unichar_isalnum(code)) || code == '%';
}

static const struct inline_box *
box_at(const struct shapes *s, const struct cluster *c)
{
    const struct text *t = s->text;
    return &t->boxes.at[t->spans.at[s->runs.at[c->run].span].box];
}

int
script_autospace(const struct shapes *s, size_t k)
{
    if (!k || k >= s->n)
        return 0;
    const struct cluster *c = &s->clusters.at[k - 1], *d = c + 1;
    const char *p = s->text->at + c->byte, *q = s->text->at + d->byte;
    if ((unsigned char)*p < 0x80 && (unsigned char)*q < 0x80)
        return 0;
    const char *behind = p + c->bytes;
    uint32_t before = utf8_prev(&behind, p), after = utf8_next(&q, q + 4);
    if (!(is_ideograph(before) && is_alphabetic(after)) &&
        !(is_alphabetic(before) && is_ideograph(after)))
        return 0;
    const struct inline_box *a = box_at(s, c), *b = box_at(s, d);
    bool note = (a->node && a->node->kind == DOC_NOTE_REF) ||
                (b->node && b->node->kind == DOC_NOTE_REF);
    bool rtl = (s->runs.at[c->run].level | s->runs.at[d->run].level) & 1;
    return note || rtl || a->style->white_space == STYLE_WS_PRE
               ? 0
               : a->style->font_size / AUTOSPACE_PARTS;
}

/* Signs as wide as an ideograph, half of which is blank: before an opening one,
 * behind the others. */
enum blank { BLANK_NONE, BLANK_BEFORE, BLANK_BEHIND, BLANK_BEHIND_CHINESE };

static enum blank
blank_of(uint32_t code)
{
    static const uint32_t opening[] = {0x2018, 0x201C, 0x3008, 0x300A,
                                       0x300C, 0x300E, 0x3010, 0x3014,
                                       0xFF08, 0xFF3B, 0xFF5B};
    static const uint32_t closing[] = {0x2019, 0x201D, 0x3001, 0x3002, 0x3009,
                                       0x300B, 0x300D, 0x300F, 0x3011, 0x3015,
                                       0xFF09, 0xFF0C, 0xFF0E, 0xFF3D, 0xFF5D};
    static const uint32_t chinese[] = {0xFF01, 0xFF1A, 0xFF1B, 0xFF1F};
    for (size_t i = 0; i < COUNT(opening); i++)
        if (opening[i] == code)
            return BLANK_BEFORE;
    for (size_t i = 0; i < COUNT(closing); i++)
        if (closing[i] == code)
            return BLANK_BEHIND;
    for (size_t i = 0; i < COUNT(chinese); i++)
        if (chinese[i] == code)
            return BLANK_BEHIND_CHINESE;
    return BLANK_NONE;
}

static bool
is_traditional(const char *lang)
{
    return strncasecmp(lang, "zh-Hant", 7) == 0 ||
           strncasecmp(lang, "zh-TW", 5) == 0 ||
           strncasecmp(lang, "zh-HK", 5) == 0;
}

bool
script_has_blank(const char *sign, size_t n, const char *lang, int width,
                 int font_size)
{
    const char *end = sign + n;
    uint32_t code = utf8_prev(&end, sign);
    if (code < 0x3000)
        return true;
    if (width < font_size * 3 / 4)
        return false;
    bool stop =
        code == 0x3001 || code == 0x3002 || code == 0xFF0C || code == 0xFF0E;
    return !stop || !is_traditional(lang);
}

/* Takes half an em from a sign. */
static void
close_up(struct shapes *s, struct cluster *c, int half, bool before)
{
    struct layout_glyph *glyph = &s->glyphs.at[c->glyph];
    c->width -= half;
    glyph->advance -= half;
    if (before)
        glyph->x -= half;
}

/* Two signs in a row keep the blank of one (CSS Text Level 4, clause 8.4:
 * text-spacing-trim). */
static void
close_up_signs(struct shapes *s, size_t k)
{
    struct cluster *c = &s->clusters.at[k - 1], *d = c + 1;
    if (c->bytes != 3 || d->bytes != 3 || c->glyphs != 1 || d->glyphs != 1)
        return;
    const char *p = s->text->at + c->byte, *q = s->text->at + d->byte;
    enum blank first = blank_of(utf8_next(&p, p + 3));
    enum blank second = blank_of(utf8_next(&q, q + 3));
    const struct inline_box *box = box_at(s, c);
    int em = box->style->font_size;
    if (!first || !second || (s->runs.at[c->run].level & 1))
        return;
    if (second == BLANK_BEFORE && d->width > em * 9 / 10)
        close_up(s, d, em / 2, true);
    else if (second != BLANK_BEFORE && c->width > em * 9 / 10 &&
             !is_traditional(box->lang) &&
             (first == BLANK_BEHIND || (first == BLANK_BEHIND_CHINESE &&
                                        strncasecmp(box->lang, "zh", 2) == 0)))
        close_up(s, c, em / 2, false);
}

void
scripts_space(struct shapes *s)
{
    for (size_t k = 1; k < s->n; k++) {
        struct cluster *c = &s->clusters.at[k - 1];
        int extra = script_autospace(s, k);
        c->width += extra;
        if (extra && c->glyphs)
            s->glyphs.at[c->glyph + c->glyphs - 1].advance += extra;
        else
            close_up_signs(s, k);
    }
}

static bool
is_small_kana(uint32_t code)
{
    static const uint8_t small[] = {0x41, 0x43, 0x45, 0x47, 0x49, 0x63,
                                    0x83, 0x85, 0x87, 0x8E, 0x95, 0x96};
    uint32_t low = code >= 0x30A1 ? code - 0x60 : code; /* as Hiragana */
    for (size_t i = 0; low > 0x3000 && i < COUNT(small); i++)
        if (low == 0x3000u + small[i])
            return true;
    return code == 0x30FC || (code >= 0x31F0 && code <= 0x31FF);
}

bool
script_may_begin_line(uint32_t before, uint32_t this, bool loose)
{
    static const uint32_t others[] = {0x3005, 0x303B, 0x309D, 0x309E,
                                      0x30FB, 0x30FD, 0x30FE};
    if (!is_ideograph(before))
        return false;
    for (size_t i = 0; loose && i < COUNT(others); i++)
        if (others[i] == this)
            return true;
    return is_small_kana(this);
}
