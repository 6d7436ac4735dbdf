/* SPDX-License-Identifier: MIT */
/* Text becomes glyphs: itemized once a paragraph, shaped item by item, kept
 * as flat arrays of clusters in logical order. */
#include <string.h>

#include "layout/par_int.h"

enum { HYPHEN = 0x2010 };

/* Whose text is shaped, to say what no font has; `any`: it was said. */
struct lacking {
    struct missing *missing;
    const struct doc_node *node;
    bool any;
};

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute,
              const struct span *span)
{
    attribute->start_index = (guint)span->start;
    attribute->end_index = (guint)span->end;
    pango_attr_list_insert(list, attribute);
}

static PangoAttrList *
attributes_of(struct layout *l, const struct text *text)
{
    PangoAttrList *list = pango_attr_list_new();
    for (size_t i = 0; i < text->spans.n; i++) {
        const struct span *span = &text->spans.at[i];
        const struct inline_box *box = &text->boxes.at[span->box];
        struct style_font *font = style_font_of(l, box->style);
        if (span->kind == SPAN_TEXT)
            style_font_check(l, box->style, span->node);
        add_attribute(
            list,
            pango_attr_font_desc_new(style_font_desc(l, box->style, box->lang)),
            span);
        if (*font->features)
            add_attribute(list, pango_attr_font_features_new(font->features),
                          span);
        add_attribute(
            list,
            pango_attr_language_new(pango_language_from_string(box->lang)),
            span);
    }
    return list;
}

/* Appends the cluster of glyphs first … first + n - 1 of `from`. */
static void
add_cluster(struct arena *a, struct shapes *s, const PangoGlyphString *from,
            int first, int n, struct cluster c, bool *missing)
{
    c.glyph = (uint32_t)s->glyphs.n;
    for (int i = first; i < first + n; i++) {
        const PangoGlyphInfo *g = &from->glyphs[i];
        if (g->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            *missing = true;
        c.width += g->geometry.width;
        if (g->glyph == PANGO_GLYPH_EMPTY ||
            (g->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
            continue;
        struct layout_glyph *glyph = vec_add(a, &s->glyphs);
        glyph->glyph = g->glyph;
        glyph->x = g->geometry.x_offset;
        glyph->y = g->geometry.y_offset;
        glyph->advance = g->geometry.width;
        c.glyphs++;
    }
    *vec_add(a, &s->clusters) = c;
}

static bool
asks_for_caps(const char *features)
{
    return features && strstr(features, "smcp=1");
}

/* Whether letters may be set apart: not where they join, nor where it is for
 * the sake of small capitals and there are none. */
static bool
may_space(const struct shapes *s, uint32_t run, const struct style *style)
{
    const struct shape_run *r = &s->runs.at[run];
    return style->letter_spacing &&
           !script_joins((PangoScript)r->item->analysis.script) &&
           (!asks_for_caps(style->features) || asks_for_caps(r->features));
}

int
cluster_spacing(const struct shapes *s, const struct cluster *c)
{
    const struct span *span = &s->text->spans.at[s->runs.at[c->run].span];
    const struct style *style = s->text->boxes.at[span->box].style;
    return may_space(s, c->run, style) ? style->letter_spacing : 0;
}

/* Letter spacing goes behind each cluster, word spacing behind spaces. */
static void
space_clusters(struct shapes *s, uint32_t run, size_t from)
{
    const struct span *span = &s->text->spans.at[s->runs.at[run].span];
    const struct style *style = s->text->boxes.at[span->box].style;
    if (!style->letter_spacing && !style->word_spacing)
        return;
    bool apart = may_space(s, run, style);
    for (size_t i = from; i < s->clusters.n; i++) {
        struct cluster *c = &s->clusters.at[i];
        int extra = apart ? style->letter_spacing : 0;
        if (c->byte != CLUSTER_HYPHEN && s->text->at[c->byte] == ' ')
            extra += style->word_spacing;
        c->width += extra;
        if (c->glyphs)
            s->glyphs.at[c->glyph + c->glyphs - 1].advance += extra;
    }
}

bool
cluster_ends_run(const struct shapes *s, const struct cluster *c, bool left)
{
    const struct shape_run *run = &s->runs.at[c->run];
    size_t start = (size_t)run->item->offset;
    bool rtl = run->level & 1;
    if (c->byte == CLUSTER_HYPHEN)
        return false;
    return left == rtl ? c->byte + c->bytes == start + (size_t)run->item->length
                       : c->byte == start;
}

/* A box begins on the side from which its paragraph is read, whatever the
 * direction of its text. */
struct edges
cluster_edges(const struct shapes *s, const struct cluster *c)
{
    const struct shape_run *run = &s->runs.at[c->run];
    const struct span *span = &s->text->spans.at[run->span];
    struct edges edges = {0, 0};
    if (!span->edged)
        return edges;
    size_t start = (size_t)run->item->offset;
    bool begins = start == span->start;
    bool ends = start + (size_t)run->item->length == span->end;
    bool rtl = s->text->rtl;
    if ((rtl ? ends : begins) && cluster_ends_run(s, c, true))
        edges.left = rtl ? span->trail.left : span->lead.left;
    if ((rtl ? begins : ends) && cluster_ends_run(s, c, false))
        edges.right = rtl ? span->lead.right : span->trail.right;
    return edges;
}

static void
add_edges(struct shapes *s, uint32_t run, size_t from)
{
    if (!s->text->spans.at[s->runs.at[run].span].edged)
        return;
    for (size_t i = from; i < s->clusters.n; i++) {
        struct edges edges = cluster_edges(s, &s->clusters.at[i]);
        s->clusters.at[i].width += edges.left + edges.right;
    }
}

/* Pango's glyphs stand in visual order, with each cluster's first byte; ours
 * are wanted in logical order. `base` is added to the bytes. */
static void
add_glyphs(struct arena *a, struct shapes *s, const PangoGlyphString *from,
           uint32_t run, size_t base, size_t length, struct lacking *lacking)
{
    bool rtl = s->runs.at[run].level & 1;
    int step = rtl ? -1 : 1, i = rtl ? from->num_glyphs - 1 : 0;
    while (i >= 0 && i < from->num_glyphs) {
        int start = from->log_clusters[i], end = i;
        while (end >= 0 && end < from->num_glyphs &&
               from->log_clusters[end] == start)
            end += step;
        bool last = end < 0 || end >= from->num_glyphs;
        int stop = last ? (int)length : from->log_clusters[end];
        struct cluster c = {.byte = (uint32_t)(base + (size_t)start),
                            .bytes = (uint16_t)(stop - start),
                            .run = run};
        bool lacks = false;
        add_cluster(a, s, from, rtl ? end + 1 : i, rtl ? i - end : end - i, c,
                    &lacks);
        if (lacks && lacking) {
            missing_note(lacking->missing, lacking->node, s->runs.at[run].font,
                         s->text->at + c.byte, c.bytes);
            lacking->any = true;
        }
        i = end;
    }
}

/* Shapes n bytes of the text, in the item's context or alone. */
static void
shape_bytes(struct arena *a, struct shapes *s, uint32_t run, size_t byte,
            size_t n, bool alone, struct lacking *lacking)
{
    const struct text *t = s->text;
    PangoGlyphString *glyphs = pango_glyph_string_new();
    pango_shape_full(t->at + byte, (int)n, t->at + (alone ? byte : 0),
                     (int)(alone ? n : t->n), &s->runs.at[run].item->analysis,
                     glyphs);
    add_glyphs(a, s, glyphs, run, byte, n, lacking);
    pango_glyph_string_free(glyphs);
}

/* Word by word, each space a word, from the store where it has them. */
static void
shape_words(struct layout *l, struct arena *a, struct shapes *s, uint32_t run,
            const struct word_face *face, struct lacking *lacking)
{
    const PangoItem *item = s->runs.at[run].item;
    size_t byte = (size_t)item->offset, end = byte + (size_t)item->length;
    struct words *words = par_words(l);
    while (byte < end) {
        const char *word = s->text->at + byte;
        const char *space = memchr(word, ' ', end - byte);
        size_t n = space ? (size_t)(space - word) : end - byte;
        n = n ? n : 1;
        struct cluster at = {.byte = (uint32_t)byte, .run = run};
        if (!words_recall(words, face, word, n, a, s, at)) {
            size_t cluster = s->clusters.n, glyph = s->glyphs.n;
            shape_bytes(a, s, run, byte, n, true, lacking);
            if (!lacking->any)
                words_keep(words, face, word, n, s, cluster, glyph);
        }
        byte += n;
    }
}

/* An image or a leader is one cluster without glyphs. */
static void
add_object(struct arena *a, struct shapes *s, uint32_t run, int width)
{
    const PangoItem *item = s->runs.at[run].item;
    *vec_add(a, &s->clusters) =
        (struct cluster){.byte = (uint32_t)item->offset,
                         .bytes = (uint16_t)item->length,
                         .glyph = (uint32_t)s->glyphs.n,
                         .run = run,
                         .width = width};
}

static void
shape_run_glyphs(struct layout *l, struct arena *a, struct shapes *s,
                 uint32_t run, struct lacking *lacking)
{
    PangoItem *item = s->runs.at[run].item;
    const struct span *span = &s->text->spans.at[s->runs.at[run].span];
    size_t first = s->clusters.n;
    if (span->kind != SPAN_TEXT) {
        add_object(a, s, run, span->width);
        add_edges(s, run, first);
        return;
    }
    const struct word_face *face =
        words_face(par_words(l), item, s->runs.at[run].features);
    if (face)
        shape_words(l, a, s, run, face, lacking);
    else
        shape_bytes(a, s, run, (size_t)item->offset, (size_t)item->length,
                    false, lacking);
    space_clusters(s, run, first);
    add_edges(s, run, first);
}

/* An item's features hold for all of it. Words are shaped alone, where the
 * places in the paragraph that they came with mean nothing. */
static void
widen_features(PangoItem *item)
{
    for (GSList *at = item->analysis.extra_attrs; at; at = at->next) {
        PangoAttribute *attribute = at->data;
        if (attribute->klass->type != PANGO_ATTR_FONT_FEATURES)
            continue;
        attribute->start_index = PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING;
        attribute->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
    }
}

static void
choose_fallback(struct layout *l, const struct text *text, size_t span,
                PangoItem *item)
{
    const struct inline_box *box = &text->boxes.at[text->spans.at[span].box];
    const char *from = text->at + item->offset;
    if (text->spans.at[span].kind != SPAN_TEXT)
        return;
    PangoFont *better = style_font_better(l, box->style, item->analysis.font,
                                          from, from + item->length);
    if (!better)
        return;
    g_object_unref(item->analysis.font);
    item->analysis.font = better;
}

/* Items end where spans do, so that a run belongs to one span alone. */
static void
split_items(struct layout *l, struct shapes *s)
{
    size_t span = 0;
    for (GList *at = s->items; at; at = at->next) {
        PangoItem *item = at->data;
        while (s->text->spans.at[span].end <= (size_t)item->offset)
            span++;
        size_t end = s->text->spans.at[span].end;
        if ((size_t)(item->offset + item->length) > end) {
            int bytes = (int)(end - (size_t)item->offset);
            int chars = (int)g_utf8_strlen(s->text->at + item->offset, bytes);
            at->data = pango_item_split(item, bytes, chars);
            GList *head = g_list_insert_before(at, at->next, item);
            (void)head; /* it is `at` still */
        }
        item = at->data;
        widen_features(item);
        choose_fallback(l, s->text, span, item);
    }
}

/* Small capitals of some letters among small letters are worse than none. */
static const char *
features_of_item(struct layout *l, const struct text *text, size_t span,
                 PangoItem *item)
{
    const struct style *style = text->boxes.at[text->spans.at[span].box].style;
    const char *features = style_font_of(l, style)->features;
    if (!asks_for_caps(features) || text->spans.at[span].kind != SPAN_TEXT ||
        script_has_small_caps(item, text->at))
        return features;
    char *without = arena_str(l->lasting, features);
    memcpy(strstr(without, "smcp=1"), "smcp=0", 6);
    for (GSList *at = item->analysis.extra_attrs; at; at = at->next) {
        PangoAttrFontFeatures *attribute = at->data;
        if (attribute->attr.klass->type != PANGO_ATTR_FONT_FEATURES)
            continue;
        g_free(attribute->features);
        attribute->features = g_strdup(without);
    }
    return without;
}

static void
make_runs(struct layout *l, struct arena *a, struct shapes *s)
{
    size_t span = 0;
    for (GList *at = s->items; at; at = at->next) {
        PangoItem *item = at->data;
        while (s->text->spans.at[span].end <= (size_t)item->offset)
            span++;
        const char *features = features_of_item(l, s->text, span, item);
        *vec_add(a, &s->runs) = (struct shape_run){
            item, item->analysis.font, span, item->analysis.level, features};
    }
}

static bool
has_ideographs(const struct shapes *s)
{
    for (size_t i = 0; i < s->runs.n; i++) {
        int script = s->runs.at[i].item->analysis.script;
        if (script == PANGO_SCRIPT_HAN || script == PANGO_SCRIPT_HIRAGANA ||
            script == PANGO_SCRIPT_KATAKANA)
            return true;
    }
    return false;
}

void
shape_text(struct layout *l, struct arena *a, const struct text *text,
           struct shapes *out)
{
    *out = (struct shapes){.text = text};
    if (!text->n)
        return;
    out->clusters.at = ARENA_ARRAY(a, struct cluster, text->n);
    out->glyphs.at = ARENA_ARRAY(a, struct layout_glyph, text->n);
    out->clusters.room = out->glyphs.room = text->n;
    PangoAttrList *attributes = attributes_of(l, text);
    out->items = pango_itemize_with_base_dir(
        l->pango, text->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
        text->at, 0, (int)text->n, attributes, NULL);
    pango_attr_list_unref(attributes);
    split_items(l, out);
    scripts_refine(l, a, out);
    make_runs(l, a, out);
    for (uint32_t i = 0; i < out->runs.n; i++) {
        const struct span *span = &text->spans.at[out->runs.at[i].span];
        struct lacking lacking = {.missing = l->missing, .node = span->node};
        shape_run_glyphs(l, a, out, i, &lacking);
    }
    out->n = out->clusters.n;
    if (has_ideographs(out))
        scripts_space(out);
}

void
shapes_free(struct shapes *s)
{
    g_list_free_full(s->items, (GDestroyNotify)pango_item_free);
    s->items = NULL;
}

static uint32_t
hyphen_of(PangoFont *font)
{
    return font && pango_font_has_char(font, HYPHEN) ? HYPHEN : '-';
}

/* The hyphen's cluster covers it alone; its text is a soft hyphen, so that the
 * word is found and read as a whole. */
static void
mark_hyphen(struct shapes *s, size_t first, size_t behind)
{
    struct cluster *last = &s->clusters.at[s->clusters.n - 1];
    if (s->clusters.n > first && last->byte >= behind)
        last->byte = CLUSTER_HYPHEN;
}

size_t
shape_fragment(struct layout *l, struct arena *a, struct shapes *s, size_t run,
               size_t from, size_t to, bool hyphen)
{
    (void)l;
    size_t first = s->clusters.n;
    const struct shape_run *r = &s->runs.at[run];
    char sign[4];
    size_t n = to - from, m = hyphen ? utf8_put(sign, hyphen_of(r->font)) : 0;
    char *word = ARENA_ARRAY(a, char, n + m + 1);
    memcpy(word, s->text->at + from, n);
    memcpy(word + n, sign, m);
    PangoGlyphString *glyphs = pango_glyph_string_new();
    pango_shape_full(word, (int)(n + m), word, (int)(n + m), &r->item->analysis,
                     glyphs);
    add_glyphs(a, s, glyphs, (uint32_t)run, from, n + m, NULL);
    pango_glyph_string_free(glyphs);
    if (hyphen)
        mark_hyphen(s, first, to);
    space_clusters(s, (uint32_t)run, first);
    if (to > from)
        add_edges(s, (uint32_t)run, first);
    return first;
}

int
shape_hyphen_width(struct layout *l, struct arena *a, struct shapes *s,
                   size_t run)
{
    size_t clusters = s->clusters.n, glyphs = s->glyphs.n;
    size_t first = shape_fragment(l, a, s, run, 0, 0, true);
    int width = first < s->clusters.n ? s->clusters.at[first].width : 0;
    s->clusters.n = clusters;
    s->glyphs.n = glyphs;
    return width;
}
