/* SPDX-License-Identifier: MIT */
/* Text from right to left, letter by letter. Programs that order text by its
 * place lay the letters of one glyph, or of a letter with its points, out from
 * the left, and so read them the wrong way round. Here each sign has a glyph of
 * its own: points theirs, the first letters of a ligature one without ink at
 * the ligature's right, its last letter the ligature. */
#include <hb.h>
#include <pango/pango.h>
#include <string.h>

#include "paint/paint_int.h"

enum { MOST_LETTERS = 8 };

struct parter {
    struct arena *a;
    const struct layout_run *run;
    uint32_t blank; /* the glyph without ink; 0: the face has none */
    struct layout_run out;
};

/* What a cluster is made of. */
struct parts {
    size_t bytes[MOST_LETTERS]; /* of each sign */
    bool mark[MOST_LETTERS];
    size_t n, marks;
};

/* False where it has more signs than are told apart. */
static bool
read_parts(const char *s, size_t n, struct parts *out)
{
    *out = (struct parts){.n = 0};
    for (const char *end = s + n; s < end; out->n++) {
        const char *at = s;
        uint32_t c = utf8_next(&s, end);
        if (out->n == MOST_LETTERS || c == UTF8_BAD)
            return false;
        bool mark = g_unichar_ismark(c);
        out->mark[out->n] = mark;
        out->bytes[out->n] = (size_t)(s - at);
        out->marks += mark;
    }
    return true;
}

static void
add(struct parter *p, struct layout_glyph glyph, size_t bytes)
{
    p->out.glyphs[p->out.glyph_count++] = glyph;
    p->out.clusters[p->out.cluster_count++] =
        (struct layout_cluster){(uint16_t)bytes, 1};
}

/* Letters that have no width stand so far apart: less than programs take for
 * a space. */
static int
hair_of(const struct parter *p)
{
    return p->run->font->size / 40;
}

/* A cluster whose base is its last glyph, the first that stands in the order
 * of the text, before which its marks stand. */
static bool
part(struct parter *p, const struct layout_glyph *glyphs, size_t n,
     const struct parts *parts)
{
    size_t letters = parts->n - parts->marks, seen = 0, mark = 0;
    const struct layout_glyph *base = &glyphs[n - 1];
    if (parts->n < 2 || !letters || parts->marks != n - 1 ||
        (letters > 1 && !p->blank))
        return false;
    for (size_t i = 0; i < parts->n; i++) {
        struct layout_glyph glyph = *base;
        if (parts->mark[i]) {
            glyph = glyphs[n - 2 - mark++];
        } else if (++seen < letters) {
            glyph.glyph = p->blank;
            glyph.x += base->advance - (int)seen * hair_of(p);
            glyph.advance = 0;
        }
        add(p, glyph, parts->bytes[i]);
    }
    return true;
}

/* The last letter of a ligature may have a glyph without ink itself, at the
 * ligature's left. */
static void
keep(struct parter *p, const struct layout_glyph *glyphs, size_t n,
     struct layout_cluster cluster, const struct parts *parts)
{
    bool hidden = n == 1 && parts->n == 1 && !parts->marks &&
                  p->out.glyph_count && !glyphs->advance;
    for (size_t i = n; i-- > 0;) {
        struct layout_glyph glyph = glyphs[i];
        glyph.x -= hidden ? hair_of(p) : 0;
        p->out.glyphs[p->out.glyph_count++] = glyph;
    }
    p->out.clusters[p->out.cluster_count++] = cluster;
}

/* Glyphs were gathered in the order of the text; a run has them from the
 * left. */
static void
turn(struct layout_run *run)
{
    for (size_t i = 0, k = run->glyph_count; i + 1 < k; i++) {
        struct layout_glyph swapped = run->glyphs[i];
        run->glyphs[i] = run->glyphs[--k];
        run->glyphs[k] = swapped;
    }
}

/* Joiners show a sign of themselves in Noto's faces. */
static uint32_t
blank_of(const struct layout_run *run)
{
    static const uint32_t codes[] = {0x200D, 0x200C, 0x200B, ' '};
    hb_font_t *font = pango_font_get_hb_font(run->font->font);
    hb_codepoint_t glyph;
    hb_glyph_extents_t ink;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (hb_font_get_nominal_glyph(font, codes[i], &glyph) &&
            hb_font_get_glyph_extents(font, glyph, &ink) && !ink.width &&
            !ink.height)
            return glyph;
    return 0;
}

struct layout_run
paint_letters(struct arena *a, const struct layout_run *run)
{
    struct parter p = {.a = a, .run = run, .blank = blank_of(run), .out = *run};
    size_t most = run->bytes + run->glyph_count, at = 0;
    p.out.glyphs = ARENA_ARRAY(a, struct layout_glyph, most);
    p.out.clusters = ARENA_ARRAY(a, struct layout_cluster, most);
    p.out.glyph_count = p.out.cluster_count = 0;
    const char *s = run->text;
    for (size_t i = 0; i < run->cluster_count; i++) {
        struct layout_cluster c = run->clusters[i];
        if (at + c.glyphs > run->glyph_count)
            return *run;
        const struct layout_glyph *from =
            run->glyphs + run->glyph_count - at - c.glyphs;
        struct layout_glyph unseen = {0};
        if (c.glyphs == 1 && from->glyph == PANGO_GLYPH_EMPTY && p.blank) {
            unseen = *from;
            unseen.glyph = p.blank;
            from = &unseen;
        }
        struct parts parts;
        if (!c.glyphs || !read_parts(s, c.bytes, &parts) ||
            !part(&p, from, c.glyphs, &parts))
            keep(&p, from, c.glyphs, c, &parts);
        at += c.glyphs;
        s += c.bytes;
    }
    turn(&p.out);
    return p.out;
}

/* Its text are spaces without width: programs that do not heed that it says
 * nothing would read its letters twice. */
struct layout_run
paint_silent(struct arena *a, const struct layout_run *run)
{
    static const char unseen[] = "\u200B";
    enum { BYTES = sizeof unseen - 1 };
    struct layout_run out = *run;
    char *text = arena_alloc(a, run->cluster_count * BYTES + 1), *to = text;
    out.clusters = ARENA_ARRAY(a, struct layout_cluster, run->cluster_count);
    for (size_t i = 0; i < run->cluster_count; i++) {
        memcpy(to, unseen, BYTES);
        to += BYTES;
        out.clusters[i] =
            (struct layout_cluster){BYTES, run->clusters[i].glyphs};
    }
    *to = '\0';
    out.text = text;
    out.bytes = run->cluster_count * BYTES;
    return out;
}
