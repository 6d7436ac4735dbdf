/* SPDX-License-Identifier: MIT */
/* The text of glyphs. cairo takes a glyph's own character, or the text it first
 * stood for, as its text everywhere, and wraps what differs in an ActualText
 * span, at which readers of structure lose the rest of the element. Here a span
 * of one glyph becomes an entry of a ToUnicode map instead: that of the font
 * for ligatures, whose own character is nobody's text; else that of a variant,
 * the same font under another name. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* Texts by code, UTF-16BE in hexadecimal; NULL where cairo's holds. */
struct texts {
    VEC(const char *) of;
    uint32_t font, map; /* the variant's objects */
};

/* A font resource, "f-0-1", and its variants; the first is itself. */
struct face {
    VEC(struct texts) variants;
};

struct pdf_glyphs {
    struct arena *arena;
    struct map *faces; /* name → struct face */
    struct face *last; /* the one asked for last, and its name */
    const char *last_name;
};

struct pdf_glyphs *
pdf_glyphs_new(struct arena *a)
{
    struct pdf_glyphs *g = ARENA_NEW(a, struct pdf_glyphs);
    g->arena = a;
    g->faces = map_new(a);
    return g;
}

static struct face *
face_of(struct pdf_glyphs *g, const char *font, size_t n)
{
    if (g->last && strlen(g->last_name) == n &&
        memcmp(g->last_name, font, n) == 0)
        return g->last;
    char *name = arena_strn(g->arena, font, n);
    struct face *face = map_get(g->faces, name);
    if (!face) {
        face = ARENA_NEW(g->arena, struct face);
        map_set(g->faces, name, face);
    }
    g->last = face;
    g->last_name = name;
    return face;
}

/* Whether the glyph may stand for the text in these; if so, it does. */
static bool
take_text(struct pdf_glyphs *g, struct texts *t, uint32_t code, const char *hex,
          size_t n)
{
    while (t->of.n <= code)
        *vec_add(g->arena, &t->of) = NULL;
    const char **text = &t->of.at[code];
    if (!*text)
        *text = arena_strn(g->arena, hex, n);
    return strlen(*text) == n && memcmp(*text, hex, n) == 0;
}

/* More than one character; a surrogate pair is one. */
static bool
is_ligature(const char *hex, size_t n)
{
    return n > 8 || (n == 8 && memcmp(hex, "d8", 2) < 0);
}

/* From variant v on, the first in which the glyph stands for the text. */
static size_t
set_from(struct pdf_glyphs *g, struct pdf_out *out, struct face *face, size_t v,
         uint32_t code, struct pdf_span hex)
{
    for (;; v++) {
        while (face->variants.n <= v) {
            bool other = face->variants.n > 0;
            struct texts *t = vec_add(g->arena, &face->variants);
            t->font = other ? pdf_object(out) : 0;
            t->map = other ? pdf_object(out) : 0;
        }
        if (take_text(g, &face->variants.at[v], code, hex.at, hex.n))
            return v;
    }
}

size_t
pdf_glyphs_set(struct pdf_glyphs *g, struct pdf_out *out, struct pdf_span font,
               uint32_t code, struct pdf_span hex)
{
    return set_from(g, out, face_of(g, font.at, font.n),
                    is_ligature(hex.at, hex.n) ? 0 : 1, code, hex);
}

size_t
pdf_glyphs_set_apart(struct pdf_glyphs *g, struct pdf_out *out,
                     struct pdf_span font, uint32_t code, struct pdf_span hex)
{
    return set_from(g, out, face_of(g, font.at, font.n), 1, code, hex);
}

size_t
pdf_glyphs_variants(struct pdf_glyphs *g, const char *font)
{
    const struct face *face = map_get(g->faces, font);
    return face && face->variants.n ? face->variants.n : 1;
}

uint32_t
pdf_glyphs_font(struct pdf_glyphs *g, const char *font, size_t variant)
{
    struct face *face = map_get(g->faces, font);
    return face->variants.at[variant].font;
}

uint32_t
pdf_glyphs_map(struct pdf_glyphs *g, const char *font, size_t variant)
{
    struct face *face = map_get(g->faces, font);
    return face->variants.at[variant].map;
}

/* Whether UTF-16BE digits begin with a private use character (U+E000 to
 * U+F8FF). */
static bool
is_private(const char *hex)
{
    return hex[0] == 'e' || (hex[0] == 'f' && hex[1] >= '0' && hex[1] <= '8');
}

/* Letters of the ligatures U+FB00 to U+FB06. */
static const char *
ligature(const char *hex)
{
    static const char *const letters[] = {
        "00660066",     "00660069", "0066006c", "006600660069",
        "00660066006c", "017f0074", "00730074"};
    if (memcmp(hex, "fb0", 3) != 0 || hex[3] < '0' || hex[3] > '6')
        return NULL;
    return letters[hex[3] - '0'];
}

/* Whether UTF-16BE digits begin with a form that Arabic letters or points take
 * (U+FB50 to U+FDFF, U+FE70 to U+FEFF): faces have such characters, texts do
 * not. */
static bool
is_form(const char *hex)
{
    if (hex[0] != 'f')
        return false;
    return (hex[1] == 'b' && hex[2] >= '5') || hex[1] == 'c' || hex[1] == 'd' ||
           (hex[1] == 'e' && hex[2] >= '7');
}

/* A line `<code> <text>` of a map; what is known better goes in. */
static void
patch_line(const struct texts *texts, bool itself, const char *line, size_t n,
           struct buf *out)
{
    const char *close = memchr(line, '>', n);
    const char *open =
        close ? memchr(close, '<', n - (size_t)(close - line)) : NULL;
    if (!open || open + 5 > line + n) {
        buf_add(out, line, n);
        return;
    }
    uint32_t code = (uint32_t)strtoul(line + 1, NULL, 16);
    const char *known = texts && code < texts->of.n ? texts->of.at[code] : NULL;
    /* The font's own map gives way only where its text is nobody's. */
    if (itself && known && !is_private(open + 1) && !is_form(open + 1) &&
        !ligature(open + 1))
        known = NULL;
    if (!known)
        known = ligature(open + 1);
    if (!known) {
        buf_add(out, line, n);
        return;
    }
    buf_add(out, line, (size_t)(open + 1 - line));
    buf_str(out, known);
    buf_str(out, ">\n");
}

void
pdf_glyphs_patch(struct pdf_glyphs *g, const char *font, size_t variant,
                 struct pdf_span map, struct buf *out)
{
    const struct face *face = font ? map_get(g->faces, font) : NULL;
    const struct texts *texts =
        face && variant < face->variants.n ? &face->variants.at[variant] : NULL;
    const char *at = map.at, *end = at + map.n;
    bool inside = false;
    while (at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        line_end = line_end ? line_end + 1 : end;
        size_t length = (size_t)(line_end - at);
        if (*at == 'e')
            inside = false;
        if (inside && *at == '<')
            patch_line(texts, !variant, at, length, out);
        else
            buf_add(out, at, length);
        if (length > 11 && memcmp(line_end - 12, "beginbfchar", 11) == 0)
            inside = true;
        at = line_end;
    }
}
