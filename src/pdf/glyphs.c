/* SPDX-License-Identifier: MIT */
/* The text of glyphs. cairo takes a glyph's own character for its text and
 * wraps what differs (a ligature, a soft hyphen) in an ActualText span, at
 * which readers of structure lose the rest of the element. Here such spans
 * become entries of the font's ToUnicode map. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* A font resource, "f-0-1": texts by code, UTF-16BE in hexadecimal. */
struct face {
    VEC(const char *) texts;
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

/* Spaces that a face may draw with the glyph of the common one: the span goes,
 * the glyph stays a space. */
static bool
is_space(const char *hex, size_t n)
{
    static const char *const spaces[] = {"00a0", "2009", "200a", "202f",
                                         "2007", "2002", "2003"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (n == 4 && memcmp(hex, spaces[i], 4) == 0)
            return true;
    return false;
}

bool
pdf_glyphs_set(struct pdf_glyphs *g, const char *font, size_t font_n,
               uint32_t code, const char *hex, size_t hex_n)
{
    if (is_space(hex, hex_n))
        return true;
    struct face *face = face_of(g, font, font_n);
    while (face->texts.n <= code)
        *vec_add(g->arena, &face->texts) = NULL;
    const char **text = &face->texts.at[code];
    if (!*text)
        *text = arena_strn(g->arena, hex, hex_n);
    return strlen(*text) == hex_n && memcmp(*text, hex, hex_n) == 0;
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

/* A line `<code> <text>` of a map; what is known better goes in. */
static void
patch_line(const struct face *face, const char *line, size_t n, struct buf *out,
           size_t *private)
{
    const char *close = memchr(line, '>', n);
    const char *open =
        close ? memchr(close, '<', n - (size_t)(close - line)) : NULL;
    if (!open || open + 5 > line + n) {
        buf_add(out, line, n);
        return;
    }
    uint32_t code = (uint32_t)strtoul(line + 1, NULL, 16);
    const char *known =
        face && code < face->texts.n ? face->texts.at[code] : NULL;
    /* One glyph for the hyphen of words and that of line ends. */
    if (known && memcmp(open + 1, "002d", 4) == 0 && str_eq(known, "00ad"))
        known = NULL;
    if (!known)
        known = ligature(open + 1);
    if (!known) {
        *private += is_private(open + 1);
        buf_add(out, line, n);
        return;
    }
    buf_add(out, line, (size_t)(open + 1 - line));
    buf_str(out, known);
    buf_str(out, ">\n");
}

void
pdf_glyphs_patch(struct pdf_glyphs *g, const char *font, const char *map,
                 size_t n, struct buf *out, size_t *private)
{
    const struct face *face = font ? map_get(g->faces, font) : NULL;
    const char *end = map + n;
    bool inside = false;
    while (map < end) {
        const char *line_end = memchr(map, '\n', (size_t)(end - map));
        line_end = line_end ? line_end + 1 : end;
        size_t length = (size_t)(line_end - map);
        if (*map == 'e')
            inside = false;
        if (inside && *map == '<')
            patch_line(face, map, length, out, private);
        else
            buf_add(out, map, length);
        if (length > 11 && memcmp(line_end - 12, "beginbfchar", 11) == 0)
            inside = true;
        map = line_end;
    }
}
