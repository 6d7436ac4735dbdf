/* SPDX-License-Identifier: MIT */
/* Glyph runs, with the text they stand for. */
#include <hb-ot.h>
#include <hb.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "paint/paint_int.h"

/* Sets the run's face: unhinted outlines, so that the glyphs keep the widths
 * layout counted with. False where the font is none of cairo's. */
static bool
set_face(struct paint_target *t, const struct layout_run *run)
{
    if (!PANGO_IS_CAIRO_FONT(run->font->font))
        return false;
    cairo_scaled_font_t *scaled =
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->font->font));
    if (!scaled || cairo_scaled_font_status(scaled))
        return false;
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(scaled, &matrix);
    if (run->stretch > 0 && run->stretch != 1000)
        cairo_matrix_scale(&matrix, run->stretch / 1000.0, 1);
    cairo_set_font_face(t->cr, cairo_scaled_font_get_font_face(scaled));
    cairo_set_font_matrix(t->cr, &matrix);
    return true;
}

static bool
is_drawn(const struct layout_glyph *glyph)
{
    return glyph->glyph != PANGO_GLYPH_EMPTY && glyph->glyph != 0 &&
           !(glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG);
}

/* Fills cairo's arrays with the glyphs that leave ink or a space; a cluster
 * counts those alone. False where the clusters do not add up to the run: cairo
 * would leave the page blank and say nothing. */
static bool
take_glyphs(const struct layout_run *run, cairo_glyph_t *glyphs,
            cairo_text_cluster_t *clusters, int *drawn)
{
    size_t bytes = 0, at = 0;
    *drawn = 0;
    for (size_t c = 0; c < run->cluster_count; c++) {
        size_t n = run->clusters[c].glyphs;
        bytes += run->clusters[c].bytes;
        if (at + n > run->glyph_count)
            return false;
        /* clusters of a right-to-left run begin at its last glyph */
        const struct layout_glyph *from =
            run->glyphs + (run->rtl ? run->glyph_count - at - n : at);
        int kept = 0;
        for (size_t i = 0; i < n; i++)
            kept += is_drawn(&from[i]);
        clusters[c].num_bytes = run->clusters[c].bytes;
        clusters[c].num_glyphs = kept;
        at += n;
    }
    for (size_t i = 0; i < run->glyph_count; i++)
        if (is_drawn(&run->glyphs[i]))
            glyphs[(*drawn)++] = (cairo_glyph_t){
                run->glyphs[i].glyph, paint_points(run->x + run->glyphs[i].x),
                paint_points(run->y + run->glyphs[i].y)};
    return at == run->glyph_count && bytes == run->bytes;
}

static bool
is_blank(const struct layout_run *run)
{
    const char *p = run->text, *end = p + run->bytes;
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        if (c > ' ' && c != 0xA0 && (c < 0x2000 || c > 0x200B) && c != 0x202F &&
            c != 0x3000)
            return false;
    }
    return true;
}

/* Away from a whole point, by less than can be seen. */
static double
off_whole(double points)
{
    return fabs(points - round(points)) < 1 / 128.0 ? points + 1 / 64.0
                                                    : points;
}

/* cairo drops text whose ink covers no pixel: a space that stands on a whole
 * point in either direction, give or take its rounding. */
static void
keep_blank(const struct layout_run *run, cairo_glyph_t *glyphs, int n)
{
    if (!is_blank(run))
        return;
    for (int i = 0; i < n; i++) {
        glyphs[i].x = off_whole(glyphs[i].x);
        glyphs[i].y = off_whole(glyphs[i].y);
    }
}

/* Leaves out clusters of neither bytes nor glyphs, which cairo refuses. */
static int
pack_clusters(cairo_text_cluster_t *clusters, size_t n)
{
    int kept = 0;
    for (size_t i = 0; i < n; i++)
        if (clusters[i].num_bytes || clusters[i].num_glyphs)
            clusters[kept++] = clusters[i];
    return kept;
}

/* The run with a space behind it: a line that the text ends leaves nothing
 * between its last word and the next line's for those who read the text. From
 * right to left, behind is before the first glyph. */
static struct layout_run
with_space(struct arena *a, const struct layout_run *run)
{
    hb_font_t *font = pango_font_get_hb_font(run->font->font);
    struct layout_run longer = *run;
    size_t glyphs = run->glyph_count, clusters = run->cluster_count;
    hb_codepoint_t space;
    if (!hb_font_get_nominal_glyph(font, ' ', &space))
        return longer;
    longer.text = arena_printf(a, "%.*s ", (int)run->bytes, run->text);
    longer.glyphs = ARENA_ARRAY(a, struct layout_glyph, glyphs + 1);
    longer.clusters = ARENA_ARRAY(a, struct layout_cluster, clusters + 1);
    memcpy(longer.glyphs + run->rtl, run->glyphs, glyphs * sizeof *run->glyphs);
    memcpy(longer.clusters, run->clusters, clusters * sizeof *run->clusters);
    longer.glyphs[run->rtl ? 0 : glyphs] =
        (struct layout_glyph){space, run->rtl ? 0 : run->width, 0, 0};
    longer.clusters[clusters] = (struct layout_cluster){1, 1};
    longer.glyph_count++;
    longer.cluster_count++;
    longer.bytes++;
    return longer;
}

/* Whether a cluster of so many bytes at s has a glyph of a vowel that the next
 * character ends: shaping puts one half before the consonant. */
static bool
has_half(const struct layout_cluster *c, const char *s)
{
    const char *p = s, *end = s + c->bytes;
    size_t characters = 0;
    uint32_t parts[2];
    for (; p < end; characters++)
        (void)utf8_next(&p, end);
    if (characters >= c->glyphs || !c[1].bytes)
        return false;
    return utf8_take_apart(utf8_next(&p, end + c[1].bytes), parts);
}

/* The run with the clusters joined over which a vowel is spread, so that each
 * of its glyphs can have its share of the text. */
static struct layout_run
with_whole_vowels(struct arena *a, const struct layout_run *run)
{
    struct layout_run out = *run;
    const char *s = run->text;
    out.clusters = ARENA_ARRAY(a, struct layout_cluster, run->cluster_count);
    out.cluster_count = 0;
    for (size_t i = 0; i < run->cluster_count; i++) {
        const struct layout_cluster *c = &run->clusters[i];
        struct layout_cluster *to = &out.clusters[out.cluster_count++];
        *to = *c;
        if (c->glyphs > 1 && i + 1 < run->cluster_count && has_half(c, s)) {
            to->bytes = (uint16_t)(c->bytes + c[1].bytes);
            to->glyphs = (uint16_t)(c->glyphs + c[1].glyphs);
            i++;
        }
        s += to->bytes;
    }
    return out;
}

/* Whether a glyph too many stands for a character somewhere. */
static bool
has_clusters(const struct layout_run *run)
{
    for (size_t i = 0; i + 1 < run->cluster_count; i++)
        if (run->clusters[i].glyphs > 1)
            return true;
    return false;
}

/* Onto pixels, outlines are filled where they stand: cairo would move each
 * glyph to a whole pixel. Faces with pictures for glyphs have none. */
static void
draw_outlines(cairo_t *cr, const struct layout_run *run,
              const cairo_glyph_t *glyphs, int n)
{
    hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(run->font->font));
    if (hb_ot_color_has_png(face) || hb_ot_color_has_layers(face)) {
        cairo_show_glyphs(cr, glyphs, n);
        return;
    }
    cairo_glyph_path(cr, glyphs, n);
    cairo_fill(cr);
}

void
paint_run(struct paint_target *t, const struct layout_run *run)
{
    if (!run->glyph_count)
        return;
    struct layout_run longer, parted;
    if (t->marked && run->rtl) {
        bool silent = run->mark.actual && !*run->mark.actual;
        parted =
            silent ? paint_silent(t->arena, run) : paint_letters(t->arena, run);
        run = &parted;
    } else if (t->marked && has_clusters(run)) {
        parted = with_whole_vowels(t->arena, run);
        run = &parted;
    }
    if (t->marked && run->line_broken) {
        longer = with_space(t->arena, run);
        run = &longer;
    }
    struct place at =
        run->mark.node ? doc_place(run->mark.node) : (struct place){0};
    cairo_glyph_t *glyphs =
        ARENA_ARRAY(t->arena, cairo_glyph_t, run->glyph_count);
    cairo_text_cluster_t *clusters =
        ARENA_ARRAY(t->arena, cairo_text_cluster_t, run->cluster_count + 1);
    int drawn;
    if (!take_glyphs(run, glyphs, clusters, &drawn) ||
        utf8_check(run->text, run->bytes) != run->bytes) {
        diag_at(t->diag, at, DIAG_INTERNAL,
                "the clusters of “%.*s” do not fit its glyphs", (int)run->bytes,
                run->text);
        return;
    }
    if (!drawn)
        return;
    if (!set_face(t, run)) {
        diag_at(t->diag, at, DIAG_INTERNAL, "%s %s is no font that cairo draws",
                run->font->family, run->font->style);
        return;
    }
    keep_blank(run, glyphs, drawn);
    paint_color(t->cr, run->color);
    paint_mark(t, run->mark);
    if (t->marked)
        t->spans.at[t->spans.n - 1].end = t->run + 1;
    int count = pack_clusters(clusters, run->cluster_count);
    if (!t->marked)
        draw_outlines(t->cr, run, glyphs, drawn);
    else
        cairo_show_text_glyphs(t->cr, run->text, (int)run->bytes, glyphs, drawn,
                               clusters, count,
                               run->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}
