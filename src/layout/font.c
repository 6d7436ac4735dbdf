/* SPDX-License-Identifier: MIT */
/* Fonts: the context that shapes them, faces interned, and what each style
 * asks for held against what came. */
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "layout/par_int.h"

enum { RESOLUTION = 72 }; /* so that a pixel is a point */

struct faces {
    GHashTable *by_font;  /* PangoFont * → struct layout_font * */
    GHashTable *by_style; /* struct style * → struct style_font * */
    struct map *told;     /* families and glyphs reported as missing */
    struct arena *scratch;
    int scratch_depth;
    struct words *words;
};

/* Without hinting and rounding each glyph keeps its designed width, and a
 * line is as wide on every device. */
static void
set_exact(PangoContext *context)
{
    cairo_font_options_t *o = cairo_font_options_create();
    cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, o);
    cairo_font_options_destroy(o);
    pango_cairo_context_set_resolution(context, RESOLUTION);
    pango_context_set_round_glyph_positions(context, FALSE);
}

void
layout_fonts_open(struct layout *l, PangoFontMap *map)
{
    l->map = map;
    l->pango = pango_font_map_create_context(map);
    set_exact(l->pango);
    struct faces *f = ARENA_NEW(l->lasting, struct faces);
    f->by_font = g_hash_table_new_full(g_direct_hash, g_direct_equal,
                                       g_object_unref, NULL);
    f->by_style = g_hash_table_new(g_direct_hash, g_direct_equal);
    f->told = map_new(l->lasting);
    f->scratch = arena_new();
    f->words = words_new(l->lasting);
    l->faces = f;
    l->missing = missing_new(l->lasting);
    l->hyphens = hyphens_open(l->options ? l->options->hyphen_dir : NULL);
}

/* A description with the families of a list behind its own. */
struct wider_desc {
    struct wider_desc *next;
    const char *list; /* the catalogue's own, so that addresses may be compared
                       */
    PangoFontDescription *desc;
};

static void
close_style_font(gpointer key, gpointer value, gpointer data)
{
    (void)key;
    (void)data;
    struct style_font *f = value;
    pango_font_description_free(f->desc);
    for (struct wider_desc *w = f->wider; w; w = w->next)
        pango_font_description_free(w->desc);
    if (f->font)
        g_object_unref(f->font);
}

void
layout_fonts_close(struct layout *l)
{
    g_hash_table_foreach(l->faces->by_style, close_style_font, NULL);
    g_hash_table_destroy(l->faces->by_style);
    g_hash_table_destroy(l->faces->by_font);
    arena_free(l->faces->scratch);
    words_close(l->faces->words);
    hyphens_close(l->hyphens);
    g_object_unref(l->pango);
    g_object_unref(l->map);
    l->faces = NULL;
    l->hyphens = NULL;
    l->pango = NULL;
    l->map = NULL;
}

struct map *
par_told(struct layout *l)
{
    return l->faces->told;
}

struct arena *
par_scratch(struct layout *l)
{
    return l->faces->scratch;
}

struct arena *
par_scratch_begin(struct layout *l)
{
    l->faces->scratch_depth++;
    return l->faces->scratch;
}

void
par_scratch_end(struct layout *l)
{
    if (--l->faces->scratch_depth == 0)
        arena_reset(l->faces->scratch);
}

struct words *
par_words(struct layout *l)
{
    return l->faces->words;
}

/* "Bold Italic", "Regular": the description without family and size. */
static const char *
face_style(struct arena *a, const PangoFontDescription *desc)
{
    PangoFontDescription *d = pango_font_description_copy(desc);
    pango_font_description_unset_fields(d, PANGO_FONT_MASK_FAMILY |
                                               PANGO_FONT_MASK_SIZE);
    char *text = pango_font_description_to_string(d);
    const char *style = arena_str(
        a, !text || str_eq(text, "Normal") || !*text ? "Regular" : text);
    g_free(text);
    pango_font_description_free(d);
    return style;
}

const struct layout_font *
face_of(struct layout *l, PangoFont *font)
{
    struct layout_font *known = g_hash_table_lookup(l->faces->by_font, font);
    if (known)
        return known;
    PangoFontDescription *desc = pango_font_describe(font);
    struct layout_font *face = ARENA_NEW(l->lasting, struct layout_font);
    face->font = font;
    face->family =
        arena_str(l->lasting, pango_font_description_get_family(desc));
    face->style = face_style(l->lasting, desc);
    face->size = pango_font_description_get_size(desc);
    pango_font_description_free(desc);
    g_hash_table_insert(l->faces->by_font, g_object_ref(font), face);
    return face;
}

/* Letters set apart don't join: CSS Text Level 3, clause 8.2. */
static const char *
features_of(struct arena *a, const struct style *style)
{
    const char *own = style->features ? style->features : "";
    const char *kern = style->kerning ? "" : "kern=0";
    const char *liga = style->letter_spacing ? "liga=0, clig=0" : "";
    return arena_printf(a, "%s%s%s%s%s", own, *own && *kern ? ", " : "", kern,
                        (*own || *kern) && *liga ? ", " : "", liga);
}

static PangoFontDescription *
describe(const struct style *style)
{
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family(d, style->family);
    pango_font_description_set_size(d, style->font_size);
    pango_font_description_set_weight(d, (PangoWeight)style->weight);
    pango_font_description_set_style(d, style->italic ? PANGO_STYLE_ITALIC
                                                      : PANGO_STYLE_NORMAL);
    return d;
}

/* Whether the name is one of a comma-parted list, whatever its case. */
static bool
has_family(const char *list, const char *name)
{
    size_t n = strlen(name);
    while (list && *list) {
        list += strspn(list, " ,\"'");
        size_t m = strcspn(list, ",");
        size_t cut = m;
        while (cut && strchr(" \"'", list[cut - 1]))
            cut--;
        if (cut == n && g_ascii_strncasecmp(list, name, n) == 0)
            return true;
        list += m;
    }
    return false;
}

/* A semibold for a bold is a choice; a regular for a bold is a loss. */
static void
compare(struct layout *l, const struct style *style, struct style_font *f)
{
    PangoFontDescription *came = pango_font_describe(f->font);
    const char *family = pango_font_description_get_family(came);
    int weight = pango_font_description_get_weight(came);
    bool italic = pango_font_description_get_style(came) != PANGO_STYLE_NORMAL;
    f->missing = !has_family(style->family, family) ||
                 (weight >= PANGO_WEIGHT_SEMIBOLD) !=
                     (style->weight >= PANGO_WEIGHT_SEMIBOLD) ||
                 abs(weight - style->weight) > 200 || italic != style->italic;
    if (f->missing)
        f->came = arena_printf(l->lasting, "%s %s", family,
                               face_style(l->lasting, came));
    pango_font_description_free(came);
}

static void
measure(struct style_font *f, const struct style *style)
{
    PangoFontMetrics *m = pango_font_get_metrics(f->font, NULL);
    f->ascent = pango_font_metrics_get_ascent(m);
    f->descent = pango_font_metrics_get_descent(m);
    f->underline_at = -pango_font_metrics_get_underline_position(m);
    f->underline_thick = pango_font_metrics_get_underline_thickness(m);
    f->strike_at = -pango_font_metrics_get_strikethrough_position(m);
    f->strike_thick = pango_font_metrics_get_strikethrough_thickness(m);
    f->x_height = style->font_size * 9 / 20;
    pango_font_metrics_unref(m);
}

struct style_font *
style_font_of(struct layout *l, const struct style *style)
{
    struct style_font *f = g_hash_table_lookup(l->faces->by_style, style);
    if (f)
        return f;
    f = ARENA_NEW(l->lasting, struct style_font);
    f->desc = describe(style);
    f->features = features_of(l->lasting, style);
    f->font = pango_font_map_load_font(l->map, l->pango, f->desc);
    if (f->font) {
        compare(l, style, f);
        measure(f, style);
    } else {
        f->missing = true;
        f->came = "no font at all";
        f->ascent = style->font_size * 4 / 5;
        f->descent = style->font_size / 5;
    }
    g_hash_table_insert(l->faces->by_style, (gpointer)(uintptr_t)style, f);
    return f;
}

const PangoFontDescription *
style_font_desc(struct layout *l, const struct style *style, const char *lang)
{
    struct style_font *f = style_font_of(l, style);
    const char *list = style_fonts_fallbacks(l->fonts, style->family, lang);
    if (!list)
        return f->desc;
    for (const struct wider_desc *w = f->wider; w; w = w->next)
        if (w->list == list)
            return w->desc;
    struct wider_desc *w = ARENA_NEW(l->lasting, struct wider_desc);
    *w = (struct wider_desc){f->wider, list,
                             pango_font_description_copy(f->desc)};
    pango_font_description_set_family(
        w->desc, arena_printf(l->lasting, "%s, %s", style->family, list));
    f->wider = w;
    return w->desc;
}

static bool
has_all(PangoFont *font, const char *p, const char *end)
{
    while (p < end)
        if (!pango_font_has_char(font, utf8_next(&p, end)))
            return false;
    return true;
}

static bool
is_alike(const PangoFontDescription *a, const PangoFontDescription *b)
{
    int apart = pango_font_description_get_weight(a) -
                (int)pango_font_description_get_weight(b);
    return pango_font_description_get_style(a) ==
               pango_font_description_get_style(b) &&
           abs(apart) < 200;
}

/* A family's face for a style, with all the characters; NULL where it has
 * none in that weight and slope. */
static PangoFont *
try_family(struct layout *l, const PangoFontDescription *asked,
           const char *family, const char *from, const char *end)
{
    PangoFontDescription *d = pango_font_description_copy(asked);
    pango_font_description_set_family(d, family);
    PangoFont *font = pango_font_map_load_font(l->map, l->pango, d);
    PangoFontDescription *came = font ? pango_font_describe(font) : NULL;
    bool fits = came &&
                str_eq(pango_font_description_get_family(came), family) &&
                is_alike(came, asked) && has_all(font, from, end);
    if (font && !fits)
        g_object_unref(font);
    pango_font_description_free(came);
    pango_font_description_free(d);
    return fits ? font : NULL;
}

static int
compare_families(const void *a, const void *b)
{
    PangoFontFamily *const *f = a, *const *g = b;
    return strcmp(pango_font_family_get_name(*f),
                  pango_font_family_get_name(*g));
}

PangoFont *
style_font_better(struct layout *l, const struct style *style, PangoFont *came,
                  const char *from, const char *end)
{
    const struct style_font *f = style_font_of(l, style);
    if (!f->font || !came || came == f->font)
        return NULL;
    PangoFontDescription *own = pango_font_describe(f->font);
    PangoFontDescription *other = pango_font_describe(came);
    bool strange = str_eq(pango_font_description_get_family(own),
                          pango_font_description_get_family(other)) &&
                   !is_alike(own, other);
    pango_font_description_free(other);
    PangoFontFamily **families = NULL;
    int n = 0;
    PangoFont *better = NULL;
    if (strange)
        pango_font_map_list_families(l->map, &families, &n);
    if (n)
        qsort(families, (size_t)n, sizeof *families, compare_families);
    for (int i = 0; i < n && !better; i++)
        better = try_family(l, own, pango_font_family_get_name(families[i]),
                            from, end);
    g_free(families);
    pango_font_description_free(own);
    return better;
}

static struct place
place_above(const struct doc_node *node)
{
    while (node && !node->file)
        node = node->parent;
    return node ? doc_place(node) : (struct place){0};
}

void
style_font_check(struct layout *l, const struct style *style,
                 const struct doc_node *node)
{
    struct style_font *f = style_font_of(l, style);
    if (!f->missing || f->told)
        return;
    f->told = true;
    const char *key =
        arena_printf(l->lasting, "%s %d%s", style->family, style->weight,
                     style->italic ? " italic" : "");
    if (map_get(l->faces->told, key))
        return;
    map_set(l->faces->told, key, f);
    diag_at(l->diag, place_above(node), DIAG_FONT_MISSING,
            "there is no font “%s” in weight %d%s; “%s” would take its place",
            style->family, style->weight, style->italic ? ", italic," : "",
            f->came);
    diag_hint(l->diag, "name a family that the fonts folder has in this weight "
                       "and slope");
}
