/* SPDX-License-Identifier: MIT */
/* Shapes of words kept for the next time they come: two words of three in an
 * article were there before. Only where a word alone looks as it does in its
 * line: in simple scripts, with faces that don't kern with the space. */
#include <string.h>

#include "layout/par_int.h"

enum { SLOTS = 4096, LONGEST = 20 };

/* A font as it is asked to shape. */
struct word_face {
    struct word_face *next;
    PangoFont *font;
    const char *features;
    PangoLanguage *language;
    PangoScript script;
    uint32_t number; /* faces as they come, from 1 */
    bool whole;      /* words look the same alone */
};

struct word_cluster {
    uint8_t bytes, glyphs;
    int width;
};

/* A word of one face; where two fall on one slot, the later one stays. */
struct word {
    const struct word_face *face;
    uint8_t bytes, cluster_count, glyph_count;
    char text[LONGEST];
    struct word_cluster clusters[LONGEST];
    struct layout_glyph glyphs[LONGEST];
};

struct words {
    struct arena *arena;
    struct word_face *faces;
    struct word slots[SLOTS];
};

struct words *
words_new(struct arena *a)
{
    struct words *w = ARENA_NEW(a, struct words);
    w->arena = a;
    return w;
}

#define MARKS ". , ; : ! ? ' \" - ( ) “ ” ‘ ’ — – 0 1 2 3 4 5 6 7 8 9 "

/* Signs with a space on either side, in each script that the cache serves. */
static const char *
probe_of(PangoScript script)
{
    switch (script) {
    case PANGO_SCRIPT_LATIN:
        return MARKS "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z "
                     "a b c d e f g h i j k l m n o p q r s t u v w x y z ";
    case PANGO_SCRIPT_GREEK:
        return MARKS "Α Β Γ Δ Ε Ζ Η Θ Ι Κ Λ Μ Ν Ξ Ο Π Ρ Σ Τ Υ Φ Χ Ψ Ω "
                     "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω ";
    case PANGO_SCRIPT_CYRILLIC:
        return MARKS "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ч Ш Э Ю Я "
                     "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш э ю я ";
    default:
        return NULL;
    }
}

/* Whether no sign beside a space is kerned: each glyph keeps its advance. */
static bool
keeps_advances(PangoItem *item, const char *probe)
{
    PangoGlyphString *glyphs = pango_glyph_string_new();
    int n = (int)strlen(probe);
    pango_shape_full(probe, n, probe, n, &item->analysis, glyphs);
    bool keeps = true;
    for (int i = 0; i < glyphs->num_glyphs && keeps; i++) {
        const PangoGlyphInfo *g = &glyphs->glyphs[i];
        if (g->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            continue;
        PangoRectangle box;
        pango_font_get_glyph_extents(item->analysis.font, g->glyph, NULL, &box);
        int apart = box.width - g->geometry.width;
        keeps = apart >= -1 && apart <= 1 && g->geometry.x_offset == 0;
    }
    pango_glyph_string_free(glyphs);
    return keeps;
}

const struct word_face *
words_face(struct words *w, PangoItem *item, const char *features)
{
    const PangoAnalysis *analysis = &item->analysis;
    const char *probe = probe_of(analysis->script);
    if (!probe || (analysis->level & 1) || !analysis->font)
        return NULL;
    for (const struct word_face *f = w->faces; f; f = f->next)
        if (f->font == analysis->font && f->language == analysis->language &&
            f->script == (PangoScript)analysis->script &&
            str_eq(f->features, features))
            return f->whole ? f : NULL;
    struct word_face *f = ARENA_NEW(w->arena, struct word_face);
    *f = (struct word_face){.next = w->faces,
                            .font = g_object_ref(analysis->font),
                            .features = features,
                            .language = analysis->language,
                            .script = analysis->script,
                            .number = w->faces ? w->faces->number + 1 : 1};
    f->whole = keeps_advances(item, probe);
    w->faces = f;
    return f->whole ? f : NULL;
}

void
words_close(struct words *w)
{
    for (struct word_face *f = w->faces; f; f = f->next)
        g_object_unref(f->font);
    w->faces = NULL;
}

/* FNV-1a. Where a word is kept hangs on no address: a run is the same each
 * time, cached shapes and all. */
static struct word *
slot_of(struct words *w, const struct word_face *face, const char *word,
        size_t n)
{
    uint32_t hash = (2166136261u ^ face->number) * 16777619u;
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    return &w->slots[(hash ^ hash >> 15) % SLOTS];
}

bool
words_recall(struct words *w, const struct word_face *face, const char *text,
             size_t n, struct arena *a, struct shapes *s, struct cluster at)
{
    if (n > LONGEST)
        return false;
    const struct word *word = slot_of(w, face, text, n);
    if (word->face != face || word->bytes != n ||
        memcmp(word->text, text, n) != 0)
        return false;
    at.glyph = (uint32_t)s->glyphs.n;
    for (size_t i = 0; i < word->cluster_count; i++) {
        at.bytes = word->clusters[i].bytes;
        at.glyphs = word->clusters[i].glyphs;
        at.width = word->clusters[i].width;
        *vec_add(a, &s->clusters) = at;
        at.byte += at.bytes;
        at.glyph += at.glyphs;
    }
    for (size_t i = 0; i < word->glyph_count; i++)
        *vec_add(a, &s->glyphs) = word->glyphs[i];
    return true;
}

void
words_keep(struct words *w, const struct word_face *face, const char *text,
           size_t n, const struct shapes *s, size_t cluster, size_t glyph)
{
    size_t clusters = s->clusters.n - cluster, glyphs = s->glyphs.n - glyph;
    if (n > LONGEST || clusters > LONGEST || glyphs > LONGEST)
        return;
    struct word *word = slot_of(w, face, text, n);
    word->face = face;
    word->bytes = (uint8_t)n;
    word->cluster_count = (uint8_t)clusters;
    word->glyph_count = (uint8_t)glyphs;
    memcpy(word->text, text, n);
    if (glyphs)
        memcpy(word->glyphs, s->glyphs.at + glyph,
               glyphs * sizeof *word->glyphs);
    for (size_t i = 0; i < clusters; i++) {
        const struct cluster *c = &s->clusters.at[cluster + i];
        word->clusters[i] = (struct word_cluster){(uint8_t)c->bytes,
                                                  (uint8_t)c->glyphs, c->width};
    }
}
