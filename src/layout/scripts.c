/* SPDX-License-Identifier: MIT */
/* What scripts ask of type beside what Pango gives: one face for the signs
 * among a script's words, emphasis where no letter slants, a little space
 * between Han and Latin, words in scripts without spaces. */
#include <hb-ot.h>
#include <string.h>

#include "layout/par_int.h"

enum { BOLD_FROM = 600 };

static bool
is_one_of(PangoScript script, const PangoScript *scripts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (scripts[i] == script)
            return true;
    return false;
}

/* Scripts whose letters have capitals, italics and a stem that stands free. */
static bool
is_european(PangoScript script)
{
    static const PangoScript scripts[] = {
        PANGO_SCRIPT_COMMON, PANGO_SCRIPT_INHERITED, PANGO_SCRIPT_LATIN,
        PANGO_SCRIPT_GREEK,  PANGO_SCRIPT_CYRILLIC,  PANGO_SCRIPT_ARMENIAN};
    return is_one_of(script, scripts, COUNT(scripts));
}

static bool
is_east_asian(PangoScript script)
{
    static const PangoScript scripts[] = {
        PANGO_SCRIPT_HAN, PANGO_SCRIPT_HIRAGANA, PANGO_SCRIPT_KATAKANA,
        PANGO_SCRIPT_BOPOMOFO, PANGO_SCRIPT_HANGUL};
    return is_one_of(script, scripts, COUNT(scripts));
}

/* Letters are joined, or hang from one stroke: CSS Text Level 4, clause 9.2.1.
 */
bool
script_joins(PangoScript script)
{
    static const PangoScript scripts[] = {
        PANGO_SCRIPT_ARABIC,     PANGO_SCRIPT_SYRIAC,  PANGO_SCRIPT_MONGOLIAN,
        PANGO_SCRIPT_NKO,        PANGO_SCRIPT_MANDAIC, PANGO_SCRIPT_PHAGS_PA,
        PANGO_SCRIPT_DEVANAGARI, PANGO_SCRIPT_BENGALI, PANGO_SCRIPT_GURMUKHI,
        PANGO_SCRIPT_OGHAM};
    return is_one_of(script, scripts, COUNT(scripts));
}

bool
script_stacks(PangoScript script)
{
    static const PangoScript scripts[] = {
        PANGO_SCRIPT_HEBREW,   PANGO_SCRIPT_GEORGIAN, PANGO_SCRIPT_ETHIOPIC,
        PANGO_SCRIPT_CHEROKEE, PANGO_SCRIPT_YI,       PANGO_SCRIPT_TIFINAGH};
    return !is_european(script) && !is_east_asian(script) &&
           !is_one_of(script, scripts, COUNT(scripts));
}

bool
script_has_initials(uint32_t letter)
{
    PangoScript script = (PangoScript)g_unichar_get_script(letter);
    return is_european(script) || script == PANGO_SCRIPT_HEBREW;
}

/* The lookups of a face's small capitals for a script. */
static void
find_small_caps(hb_face_t *face, PangoScript script, hb_set_t *lookups)
{
    const hb_tag_t smcp[] = {HB_TAG('s', 'm', 'c', 'p'), HB_TAG_NONE};
    hb_tag_t tags[4] = {HB_TAG_NONE};
    unsigned count = 3;
    hb_script_t iso = hb_script_from_iso15924_tag(
        g_unicode_script_to_iso15924((GUnicodeScript)script));
    hb_ot_tags_from_script_and_language(iso, HB_LANGUAGE_INVALID, &count, tags,
                                        NULL, NULL);
    tags[count] = HB_TAG_NONE;
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, tags, NULL, smcp,
                                 lookups);
}

static bool
would_change(hb_face_t *face, const hb_set_t *lookups, hb_codepoint_t glyph)
{
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(lookups, &lookup))
        if (hb_ot_layout_lookup_would_substitute(face, lookup, &glyph, 1, true))
            return true;
    return false;
}

bool
script_has_small_caps(const PangoItem *item, const char *text)
{
    if (!item->analysis.font)
        return false;
    hb_font_t *font = pango_font_get_hb_font(item->analysis.font);
    hb_face_t *face = hb_font_get_face(font);
    hb_set_t *lookups = hb_set_create();
    const char *p = text + item->offset, *end = p + item->length;
    bool has = true;
    find_small_caps(face, (PangoScript)item->analysis.script, lookups);
    while (p < end && has) {
        uint32_t code = utf8_next(&p, end);
        hb_codepoint_t glyph;
        has = !g_unichar_isalpha(code) || g_unichar_isupper(code) ||
              (hb_font_get_nominal_glyph(font, code, &glyph) &&
               would_change(face, lookups, glyph));
    }
    hb_set_destroy(lookups);
    return has;
}

/* An item and what is known of it. */
struct piece_of_text {
    GList *at;
    PangoItem *item;
    size_t span;
    bool signs; /* nothing of a script is in it */
};

struct refiner {
    struct layout *l;
    struct shapes *s;
    VEC(struct piece_of_text) pieces;
};

static const char *
text_of(const struct refiner *r, const PangoItem *item)
{
    return r->s->text->at + item->offset;
}

static bool
has_signs_alone(const char *p, size_t n)
{
    for (const char *end = p + n; p < end;) {
        GUnicodeScript script = g_unichar_get_script(utf8_next(&p, end));
        if (script != G_UNICODE_SCRIPT_COMMON &&
            script != G_UNICODE_SCRIPT_INHERITED)
            return false;
    }
    return true;
}

/* Among Han, figures and spaces stay those of the text face; the signs that
 * both kinds of writing share take the width of an ideograph. */
static bool
is_shared_sign(uint32_t code)
{
    return (code >= 0x2018 && code <= 0x201F) || code == 0x2014 ||
           code == 0x2015 || code == 0x2025 || code == 0x2026 || code == 0xB7;
}

/* "15 mg": a figure before a Latin word is set as the word is. */
static bool
is_figure_of_latin(const struct refiner *r, const struct piece_of_text *piece)
{
    const struct piece_of_text *next = piece + 1;
    const char *p = text_of(r, piece->item), *end = p + piece->item->length;
    if (next >= r->pieces.at + r->pieces.n || next->span != piece->span ||
        next->signs || !is_european((PangoScript)next->item->analysis.script))
        return false;
    while (p < end)
        if (g_unichar_isdigit(utf8_next(&p, end)))
            return true;
    return false;
}

/* Signs that begin a span have their script of what stands before it. */
static void
take_script(struct refiner *r, size_t i)
{
    struct piece_of_text *piece = &r->pieces.at[i], *next = piece + 1;
    bool begins = !i || piece[-1].span != piece->span;
    if (piece->signs && begins && i + 1 < r->pieces.n &&
        next->span == piece->span && !next->signs)
        piece->item->analysis.script = next->item->analysis.script;
}

static bool
may_adopt(const struct refiner *r, const struct piece_of_text *piece)
{
    const char *p = text_of(r, piece->item), *end = p + piece->item->length;
    PangoScript script = (PangoScript)piece->item->analysis.script;
    if (!piece->signs || is_european(script) || is_figure_of_latin(r, piece) ||
        r->s->text->spans.at[piece->span].kind != SPAN_TEXT)
        return false;
    if (!is_east_asian(script))
        return true;
    while (p < end) {
        uint32_t code = utf8_next(&p, end);
        if (script == PANGO_SCRIPT_HANGUL ? g_unichar_isalnum(code)
                                          : !is_shared_sign(code))
            return false;
    }
    return true;
}

static bool
font_has(PangoFont *font, const char *p, size_t n)
{
    for (const char *end = p + n; p < end;)
        if (!pango_font_has_char(font, utf8_next(&p, end)))
            return false;
    return true;
}

static void
set_font(PangoItem *item, PangoFont *font)
{
    g_object_ref(font);
    if (item->analysis.font)
        g_object_unref(item->analysis.font);
    item->analysis.font = font;
}

/* Signs take the face of the words of their script beside them. */
static bool
adopt_from(struct refiner *r, struct piece_of_text *piece, size_t neighbour)
{
    if (neighbour >= r->pieces.n)
        return false;
    const struct piece_of_text *other = &r->pieces.at[neighbour];
    PangoFont *font = other->item->analysis.font;
    bool fits =
        other->span == piece->span && !other->signs && font &&
        font != piece->item->analysis.font &&
        !is_european((PangoScript)other->item->analysis.script) &&
        font_has(font, text_of(r, piece->item), (size_t)piece->item->length);
    if (!fits)
        return false;
    set_font(piece->item, font);
    piece->item->analysis.script = other->item->analysis.script;
    return true;
}

/* Signs between words of a script are that script's; those before or behind
 * such words are so only in a language that is written in it. */
static bool
adopt(struct refiner *r, size_t i)
{
    struct piece_of_text *piece = &r->pieces.at[i];
    const struct text *t = r->s->text;
    const char *lang = t->boxes.at[t->spans.at[piece->span].box].lang;
    bool own = pango_language_includes_script(
        pango_language_from_string(lang),
        (PangoScript)piece->item->analysis.script);
    bool between =
        i && i + 1 < r->pieces.n && piece[-1].span == piece->span &&
        piece[1].span == piece->span &&
        piece[-1].item->analysis.script == piece[1].item->analysis.script;
    return (own || between) &&
           (adopt_from(r, piece, i - 1) || adopt_from(r, piece, i + 1));
}

/* Figures in the text face keep its features, which it has for Latin. */
static void
refine_signs(struct refiner *r, size_t i)
{
    struct piece_of_text *piece = &r->pieces.at[i];
    take_script(r, i);
    if (may_adopt(r, piece) && adopt(r, i))
        return;
    const struct text *t = r->s->text;
    const struct style *style = t->boxes.at[t->spans.at[piece->span].box].style;
    if (piece->signs &&
        piece->item->analysis.font == style_font_of(r->l, style)->font)
        piece->item->analysis.script = PANGO_SCRIPT_LATIN;
}

/* Where a script has no italic, what is emphasised is bold. */
static void
embolden(struct refiner *r, struct piece_of_text *piece)
{
    const struct text *t = r->s->text;
    const struct style *style = t->boxes.at[t->spans.at[piece->span].box].style;
    PangoFont *came = piece->item->analysis.font;
    if (!style->italic || !came || piece->signs ||
        is_european((PangoScript)piece->item->analysis.script))
        return;
    PangoFontDescription *d = pango_font_describe(came);
    PangoFont *bold = NULL;
    if (pango_font_description_get_style(d) == PANGO_STYLE_NORMAL &&
        (int)pango_font_description_get_weight(d) < BOLD_FROM) {
        pango_font_description_set_weight(d, PANGO_WEIGHT_BOLD);
        bold = pango_font_map_load_font(r->l->map, r->l->pango, d);
    }
    if (bold &&
        font_has(bold, text_of(r, piece->item), (size_t)piece->item->length))
        set_font(piece->item, bold);
    if (bold)
        g_object_unref(bold);
    pango_font_description_free(d);
}

/* Neighbours that are alike in all become one, so that they are shaped
 * together. */
static bool
are_alike(const struct piece_of_text *a, const struct piece_of_text *b)
{
    const PangoAnalysis *x = &a->item->analysis, *y = &b->item->analysis;
    return a->span == b->span && x->font == y->font && x->level == y->level &&
           x->script == y->script && x->language == y->language &&
           a->item->offset + a->item->length == b->item->offset;
}

static void
merge(struct refiner *r)
{
    size_t kept = 0;
    for (size_t i = 1; i < r->pieces.n; i++) {
        struct piece_of_text *last = &r->pieces.at[kept];
        struct piece_of_text *piece = &r->pieces.at[i];
        if (!are_alike(last, piece)) {
            r->pieces.at[++kept] = *piece;
            continue;
        }
        last->item->length += piece->item->length;
        last->item->num_chars += piece->item->num_chars;
        pango_item_free(piece->item);
        r->s->items = g_list_delete_link(r->s->items, piece->at);
    }
}

void
scripts_refine(struct layout *l, struct arena *a, struct shapes *s)
{
    struct refiner r = {.l = l, .s = s};
    size_t span = 0;
    bool foreign = false;
    for (GList *at = s->items; at; at = at->next) {
        PangoItem *item = at->data;
        foreign |= !is_european((PangoScript)item->analysis.script);
    }
    if (!foreign)
        return;
    for (GList *at = s->items; at; at = at->next) {
        PangoItem *item = at->data;
        while (s->text->spans.at[span].end <= (size_t)item->offset)
            span++;
        bool signs = has_signs_alone(text_of(&r, item), (size_t)item->length);
        *vec_add(a, &r.pieces) = (struct piece_of_text){at, item, span, signs};
    }
    for (size_t i = 0; i < r.pieces.n; i++)
        embolden(&r, &r.pieces.at[i]);
    for (size_t i = 0; i < r.pieces.n; i++)
        refine_signs(&r, i);
    merge(&r);
}

/* A consonant of Khmer that begins a syllable: a vowel or a sign follows. */
static bool
begins_khmer(uint32_t before, uint32_t this, uint32_t after)
{
    return this >= 0x1780 && this <= 0x17B3 && before != 0x17D2 &&
           ((after >= 0x17B6 && after <= 0x17C5) || after == 0x17D2);
}

/* Burmese: a consonant that neither ends a syllable (asat behind it) nor is
 * stacked. */
static bool
begins_myanmar(uint32_t before, uint32_t this, uint32_t after)
{
    return ((this >= 0x1000 && this <= 0x102A) || this == 0x103F ||
            this == 0x104E) &&
           before != 0x1039 && after != 0x103A && after != 0x1039;
}

bool
script_begins_syllable(uint32_t before, uint32_t this, uint32_t after)
{
    if (g_unichar_get_script(before) != g_unichar_get_script(this))
        return false;
    return begins_khmer(before, this, after) ||
           begins_myanmar(before, this, after) ||
           (this >= 0x0EC0 && this <= 0x0EC4); /* Lao's vowels in front */
}

bool
script_is_spaceless(uint32_t code)
{
    switch (g_unichar_get_script(code)) {
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}
