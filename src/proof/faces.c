/* SPDX-License-Identifier: MIT */
/* What faces are: slanted, bold, with which small capitals, and whether their
 * I, l and 1 can be told apart. From the faces really used, by HarfBuzz. */
#include <hb-ot.h>
#include <hb.h>
#include <pango/pango.h>
#include <stdlib.h>

#include "proof/proof_int.h"

enum { MOST_FEATURES = 8 };

/* The glyphs that the features give. */
static hb_set_t *
glyphs_of(hb_font_t *font, const hb_tag_t features[MOST_FEATURES])
{
    hb_face_t *face = hb_font_get_face(font);
    hb_set_t *lookups = hb_set_create(), *glyphs = hb_set_create();
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, NULL, NULL, features,
                                 lookups);
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(lookups, &lookup))
        hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookup, NULL,
                                           NULL, NULL, glyphs);
    hb_set_destroy(lookups);
    return glyphs;
}

/* How far a letter's ink goes to the left and right at each of so many
 * heights. */
enum { LEVELS = 32, STEPS = 8 };
struct ink {
    int scale; /* units of the font an em */
    float left[LEVELS], right[LEVELS];
    float x, y; /* of the pen */
};

static void
touch(struct ink *ink, float x, float y)
{
    int level = (int)((y / (float)ink->scale + 0.3f) * LEVELS / 1.3f);
    level = level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level;
    ink->left[level] = x < ink->left[level] ? x : ink->left[level];
    ink->right[level] = x > ink->right[level] ? x : ink->right[level];
}

static void
draw_to(struct ink *ink, float x, float y)
{
    for (int i = 1; i <= LEVELS; i++)
        touch(ink, ink->x + (x - ink->x) * (float)i / LEVELS,
              ink->y + (y - ink->y) * (float)i / LEVELS);
    ink->x = x;
    ink->y = y;
}

static void
move(hb_draw_funcs_t *funcs, void *to, hb_draw_state_t *state, float x, float y,
     void *data)
{
    struct ink *ink = to;
    (void)funcs;
    (void)state;
    (void)data;
    ink->x = x;
    ink->y = y;
}

static void
line(hb_draw_funcs_t *funcs, void *to, hb_draw_state_t *state, float x, float y,
     void *data)
{
    (void)funcs;
    (void)state;
    (void)data;
    draw_to(to, x, y);
}

static void
cubic(hb_draw_funcs_t *funcs, void *to, hb_draw_state_t *state, float ax,
      float ay, float bx, float by, float x, float y, void *data)
{
    struct ink *ink = to;
    float fx = ink->x, fy = ink->y;
    (void)funcs;
    (void)state;
    (void)data;
    for (int i = 1; i <= STEPS; i++) {
        float t = (float)i / STEPS, u = 1 - t;
        draw_to(ink,
                u * u * u * fx + 3 * u * u * t * ax + 3 * u * t * t * bx +
                    t * t * t * x,
                u * u * u * fy + 3 * u * u * t * ay + 3 * u * t * t * by +
                    t * t * t * y);
    }
}

/* False where the face has no such letter. */
static bool
ink_of(hb_font_t *font, hb_codepoint_t letter, struct ink *ink)
{
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(font, letter, &glyph))
        return false;
    int ignored;
    hb_font_get_scale(font, &ignored, &ink->scale);
    for (int i = 0; i < LEVELS; i++) {
        ink->left[i] = (float)ink->scale;
        ink->right[i] = (float)-ink->scale;
    }
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic, NULL, NULL);
    hb_font_get_glyph_shape(font, glyph, funcs, ink);
    hb_draw_funcs_destroy(funcs);
    return true;
}

/* How unlike two letters are: the ink of one that the other has not, at each
 * height as if both stood in the middle, in thousandths of a square em. */
static int
unlikeness(const struct ink *a, const struct ink *b)
{
    float sum = 0, em = (float)a->scale;
    for (int i = 0; i < LEVELS; i++) {
        float one = a->right[i] > a->left[i] ? a->right[i] - a->left[i] : 0;
        float other = b->right[i] > b->left[i] ? b->right[i] - b->left[i] : 0;
        float apart = one > other ? one - other : other - one;
        sum += apart / em;
    }
    return (int)(sum / LEVELS * 1000);
}

/* Arial's I and l come to 0 to 10, Andika's to 70. */
static bool
letters_differ(hb_font_t *font)
{
    enum { LEAST = 25 };
    static const hb_codepoint_t letters[3] = {'I', 'l', '1'};
    struct ink ink[3];
    for (size_t i = 0; i < 3; i++)
        if (!ink_of(font, letters[i], &ink[i]))
            return true;
    return unlikeness(&ink[0], &ink[1]) >= LEAST &&
           unlikeness(&ink[1], &ink[2]) >= LEAST &&
           unlikeness(&ink[0], &ink[2]) >= LEAST;
}

static int
x_height_of(hb_font_t *font)
{
    hb_codepoint_t x;
    hb_glyph_extents_t extents;
    int across, up;
    hb_font_get_scale(font, &across, &up);
    if (!hb_font_get_nominal_glyph(font, 'x', &x) ||
        !hb_font_get_glyph_extents(font, x, &extents) || !up)
        return 0;
    return (int)(1000.0 * extents.y_bearing / up);
}

static struct proof_face *
look_at(struct proof *p, const struct layout_font *font)
{
    static const hb_tag_t caps[MOST_FEATURES] = {
        HB_TAG('s', 'm', 'c', 'p'), HB_TAG('c', '2', 's', 'c'),
        HB_TAG('p', 'c', 'a', 'p'), HB_TAG('c', '2', 'p', 'c'),
        HB_TAG('u', 'n', 'i', 'c'), HB_TAG_NONE};
    static const hb_tag_t small[MOST_FEATURES] = {
        HB_TAG('s', 'u', 'p', 's'), HB_TAG('s', 'u', 'b', 's'),
        HB_TAG('s', 'i', 'n', 'f'), HB_TAG('o', 'r', 'd', 'n'), HB_TAG_NONE};
    struct proof_face *face = ARENA_NEW(p->arena, struct proof_face);
    hb_font_t *hb = pango_font_get_hb_font(font->font);
    PangoFontDescription *desc = pango_font_describe(font->font);
    face->font = font;
    face->bold =
        pango_font_description_get_weight(desc) >= PANGO_WEIGHT_SEMIBOLD;
    face->slanted =
        pango_font_description_get_style(desc) != PANGO_STYLE_NORMAL ||
        hb_style_get_value(hb, HB_STYLE_TAG_ITALIC) > 0 ||
        hb_style_get_value(hb, HB_STYLE_TAG_SLANT_ANGLE) < 0;
    pango_font_description_free(desc);
    face->x_height = x_height_of(hb);
    face->letters_differ = letters_differ(hb);
    face->caps = glyphs_of(hb, caps);
    face->small = glyphs_of(hb, small);
    return face;
}

const struct proof_face *
proof_face_of(struct proof *p, const struct layout_font *font)
{
    for (size_t i = 0; i < p->faces.n; i++)
        if (p->faces.at[i]->font == font)
            return p->faces.at[i];
    struct proof_face *face = look_at(p, font);
    *vec_add(p->arena, &p->faces) = face;
    return face;
}

void
proof_faces_close(struct proof *p)
{
    for (size_t i = 0; i < p->faces.n; i++) {
        hb_set_destroy(p->faces.at[i]->caps);
        hb_set_destroy(p->faces.at[i]->small);
    }
}

bool
proof_is_small_capital(const struct proof_face *face, uint32_t glyph)
{
    return hb_set_has(face->caps, glyph);
}

int
proof_glyph_size(const struct proof_face *face, uint32_t glyph,
                 uint32_t character)
{
    hb_glyph_extents_t own, usual;
    hb_codepoint_t nominal;
    int size = face->font->size;
    if (!hb_set_has(face->small, glyph))
        return size;
    hb_font_t *hb = pango_font_get_hb_font(face->font->font);
    if (!hb_font_get_nominal_glyph(hb, character, &nominal) ||
        nominal == glyph || !hb_font_get_glyph_extents(hb, glyph, &own) ||
        !hb_font_get_glyph_extents(hb, nominal, &usual) || !usual.height)
        return size;
    int64_t part = (int64_t)size * own.height / usual.height;
    return part < size ? (int)part : size;
}

bool
proof_is_capital(uint32_t character)
{
    return g_unichar_isupper(character);
}

bool
proof_is_small_letter(uint32_t character)
{
    return g_unichar_islower(character);
}

bool
proof_is_letter(uint32_t character)
{
    return g_unichar_isalpha(character);
}
