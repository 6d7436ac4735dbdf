/* SPDX-License-Identifier: MIT */
/* Pages made by hand for tests of paint and pdf: text shaped with Pango, set
 * line by line where the test says, with no layout in between. */
#ifndef PAGES_H
#define PAGES_H

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "layout/layout.h"
#include "paint/paint.h"

struct hand {
    struct arena *arena;
    PangoFontMap *map;
    PangoContext *context;
    FcConfig *config;
    VEC(struct layout_font *) fonts;
};

/* The repository's fonts; one configuration for all tests of a program. */
static FcConfig *
hand_config(void)
{
    static FcConfig *config;
    if (!config) {
        config = FcConfigCreate();
        FcConfigAppFontAddDir(config, (const FcChar8 *)"fonts");
        FcConfigSetCurrent(config);
    }
    return config;
}

static void
hand_open(struct hand *h)
{
    *h = (struct hand){.arena = arena_new()};
    h->config = hand_config();
    h->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(h->map), h->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(h->map), 72);
    h->context = pango_font_map_create_context(h->map);
    pango_context_set_round_glyph_positions(h->context, FALSE);
    cairo_font_options_t *o = cairo_font_options_create();
    cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(h->context, o);
    cairo_font_options_destroy(o);
}

static void
hand_close(struct hand *h)
{
    for (size_t i = 0; i < h->fonts.n; i++)
        g_object_unref(h->fonts.at[i]->font);
    g_object_unref(h->context);
    g_object_unref(h->map);
    arena_free(h->arena);
}

static const struct layout_font *
hand_font(struct hand *h, PangoFont *font, const char *description)
{
    for (size_t i = 0; i < h->fonts.n; i++)
        if (h->fonts.at[i]->font == font)
            return h->fonts.at[i];
    struct layout_font *f = ARENA_NEW(h->arena, struct layout_font);
    f->font = g_object_ref(font);
    f->family = arena_str(h->arena, description);
    f->style = "Regular";
    f->size = 11 * 1024;
    *vec_add(h->arena, &h->fonts) = f;
    return f;
}

/* Clusters of a glyph string in logical order. */
static void
hand_clusters(struct hand *h, struct layout_run *run, PangoGlyphString *gs)
{
    int n = gs->num_glyphs, start = -1;
    run->clusters = ARENA_ARRAY(h->arena, struct layout_cluster, (size_t)n);
    for (int k = 0; k < n; k++) {
        int at = gs->log_clusters[run->rtl ? n - 1 - k : k];
        if (at != start) {
            if (run->cluster_count)
                run->clusters[run->cluster_count - 1].bytes =
                    (uint16_t)(at - start);
            run->cluster_count++;
            start = at;
        }
        run->clusters[run->cluster_count - 1].glyphs++;
    }
    run->clusters[run->cluster_count - 1].bytes =
        (uint16_t)((int)run->bytes - start);
}

static int
hand_run(struct hand *h, struct layout_page *page, struct layout_mark mark,
         const char *description, int x, int y, const char *text,
         PangoItem *item)
{
    PangoGlyphString *gs = pango_glyph_string_new();
    pango_shape_full(text + item->offset, item->length, text, -1,
                     &item->analysis, gs);
    struct layout_run *run = vec_add(h->arena, &page->runs);
    run->mark = mark;
    run->font = hand_font(h, item->analysis.font, description);
    run->color = 0x101010FF;
    run->x = x;
    run->y = y;
    run->text = arena_strn(h->arena, text + item->offset, (size_t)item->length);
    run->bytes = (size_t)item->length;
    run->rtl = item->analysis.level & 1;
    run->stretch = 1000;
    run->glyph_count = (size_t)gs->num_glyphs;
    run->glyphs = ARENA_ARRAY(h->arena, struct layout_glyph, run->glyph_count);
    for (int g = 0; g < gs->num_glyphs; g++) {
        PangoGlyphInfo *info = &gs->glyphs[g];
        run->glyphs[g] = (struct layout_glyph){
            info->glyph, run->width + info->geometry.x_offset,
            info->geometry.y_offset, info->geometry.width};
        run->width += info->geometry.width;
    }
    hand_clusters(h, run, gs);
    pango_glyph_string_free(gs);
    return run->width;
}

/* Sets text on a baseline, in points; where it ends, in Pango units. */
static int
hand_text(struct hand *h, struct layout_page *page, struct layout_mark mark,
          const char *description, int x, int y, const char *text)
{
    PangoFontDescription *d = pango_font_description_from_string(description);
    pango_context_set_font_description(h->context, d);
    PangoAttrList *none = pango_attr_list_new();
    GList *items =
        pango_itemize(h->context, text, 0, (int)strlen(text), none, NULL);
    GList *visual = pango_reorder_items(items);
    x *= 1024;
    for (GList *i = visual; i; i = i->next)
        x += hand_run(h, page, mark, description, x, y * 1024, text, i->data);
    pango_attr_list_unref(none);
    pango_font_description_free(d);
    g_list_free(visual);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    return x;
}

static inline void
hand_take_png(void *to, const void *bytes, size_t n)
{
    buf_add(to, bytes, n);
}

/* The page's upper left as a PNG, a pixel a point. */
static inline bool
hand_png(const struct layout_page *page, int width, int height, struct buf *out,
         struct diag *d)
{
    struct paint_picture *picture = paint_picture_new(width, height, d);
    struct paint_box all = {0, 0, width, height};
    bool well = picture && paint_picture_page(picture, page, all, 1, d) &&
                paint_picture_png(picture, all, 72, "fascicle test",
                                  hand_take_png, out, d);
    paint_picture_free(picture);
    return well;
}

#endif
