/* SPDX-License-Identifier: MIT */
/* Runs, images, leaders, decorations and links of a line at their places. */
#include <string.h>

#include "layout/line_int.h"

#define SOFT_HYPHEN "\xC2\xAD"

const struct inline_box *
line_box_of(const struct liner *m, const struct cluster *c)
{
    const struct text *t = m->shapes->text;
    return &t->boxes.at[t->spans.at[m->shapes->runs.at[c->run].span].box];
}

static const struct cluster *
cluster_at(const struct liner *m, size_t i)
{
    return &m->shapes->clusters.at[m->pieces.at[i].cluster];
}

static const struct span *
span_of(const struct liner *m, const struct segment *segment)
{
    const struct shapes *s = m->shapes;
    return &s->text->spans
                .at[s->runs.at[cluster_at(m, segment->from)->run].span];
}

/* The width of a segment without the space at the line's end. */
static int
shown_width(const struct liner *m, const struct segment *segment)
{
    int width = 0;
    for (size_t i = segment->from; i < segment->to && i < m->shown; i++)
        width += m->pieces.at[i].width;
    return width;
}

static void
run_text(struct liner *m, const struct segment *segment, struct layout_run *run)
{
    size_t n = 0;
    for (size_t i = segment->from; i < segment->to; i++)
        n += cluster_at(m, i)->bytes + 1u;
    char *text = arena_alloc(m->l->arena, n + 2), *at = text;
    run->clusters = ARENA_ARRAY(m->l->arena, struct layout_cluster,
                                segment->to - segment->from);
    for (size_t i = segment->from; i < segment->to; i++) {
        const struct cluster *c = cluster_at(m, i);
        bool hyphen = c->byte == CLUSTER_HYPHEN;
        if (!c->glyphs) /* it is not seen: a joiner, a mark of direction */
            continue;
        const char *from = hyphen ? SOFT_HYPHEN : m->shapes->text->at + c->byte;
        size_t bytes = hyphen ? sizeof SOFT_HYPHEN - 1 : c->bytes;
        memcpy(at, from, bytes);
        at += bytes;
        run->clusters[run->cluster_count++] =
            (struct layout_cluster){(uint16_t)bytes, c->glyphs};
    }
    run->text = text;
    run->bytes = (size_t)(at - text);
}

/* Glyphs of a piece from `pen` on; what its glue gained goes behind them. */
static int
place_glyphs(const struct liner *m, size_t i, struct layout_run *run, int pen)
{
    const struct cluster *c = cluster_at(m, i);
    int end = pen + m->pieces.at[i].width;
    pen += cluster_edges(m->shapes, c).left;
    for (uint16_t k = 0; k < c->glyphs; k++) {
        struct layout_glyph g = m->shapes->glyphs.at[c->glyph + k];
        int advance = (int)((int64_t)g.advance * run->stretch / 1000);
        g.x = pen + (int)((int64_t)g.x * run->stretch / 1000);
        g.advance = advance;
        pen += advance;
        if (k + 1 == c->glyphs)
            g.advance += end - pen;
        run->glyphs[run->glyph_count++] = g;
    }
    return end;
}

static bool
is_blank_at(const struct liner *m, size_t i)
{
    const struct cluster *c = cluster_at(m, i);
    return c->byte != CLUSTER_HYPHEN && m->shapes->text->at[c->byte] == ' ';
}

/* Whether a glyph of the word stands over another: then programs that read a
 * page by the places of its glyphs lose their order, and take the word for
 * several. */
static bool
is_stacked(const struct liner *m, const struct segment *word)
{
    for (size_t i = word->from; i < word->to; i++) {
        const struct cluster *c = cluster_at(m, i);
        if (c->glyphs != 1 || !m->shapes->glyphs.at[c->glyph].advance)
            return true;
    }
    return false;
}

static void place_glyph_run(struct liner *m, const struct segment *segment,
                            int x, bool says);

/* A run; where a script stacks its signs, a run a word, which says its text
 * itself. Not from right to left: there its letters would be spread out the
 * wrong way. */
static void
place_run(struct liner *m, const struct segment *segment, int x)
{
    const struct cluster *c = cluster_at(m, segment->from);
    const struct shape_run *from = &m->shapes->runs.at[c->run];
    if ((from->level & 1) ||
        !script_stacks((PangoScript)from->item->analysis.script)) {
        place_glyph_run(m, segment, x, false);
        return;
    }
    struct segment word = *segment;
    for (size_t i = segment->from; i < segment->to; i = word.to) {
        bool blank = is_blank_at(m, i);
        int width = 0;
        word.from = word.to = i;
        while (word.to < segment->to && is_blank_at(m, word.to) == blank)
            width += m->pieces.at[word.to++].width;
        place_glyph_run(m, &word, x, !blank && is_stacked(m, &word));
        x += width;
    }
}

static const char *
said_by_word(const struct liner *m, const struct segment *word)
{
    const struct cluster *first = cluster_at(m, word->from);
    const struct cluster *last = cluster_at(m, word->to - 1);
    if (first->byte == CLUSTER_HYPHEN || last->byte == CLUSTER_HYPHEN)
        return NULL;
    return arena_strn(m->l->arena, m->shapes->text->at + first->byte,
                      last->byte + last->bytes - first->byte);
}

static void
place_glyph_run(struct liner *m, const struct segment *segment, int x,
                bool says)
{
    const struct cluster *c = cluster_at(m, segment->from);
    const struct shape_run *from = &m->shapes->runs.at[c->run];
    const struct inline_box *box = line_box_of(m, c);
    if (!from->font || !box->style->visible)
        return;
    struct layout_run run = {.mark = box->mark,
                             .font = face_of(m->l, from->font),
                             .color = box->style->color,
                             .x = x,
                             .y = -box->rise,
                             .rtl = from->level & 1,
                             .stretch = line_stretch(m, c)};
    size_t n = 0;
    for (size_t i = segment->from; i < segment->to; i++)
        n += cluster_at(m, i)->glyphs;
    run.glyphs = ARENA_ARRAY(m->l->arena, struct layout_glyph, n);
    for (size_t i = segment->from; i < segment->to; i++) {
        size_t at = run.rtl ? segment->to - 1 - (i - segment->from) : i;
        run.width = place_glyphs(m, at, &run, run.width);
    }
    run_text(m, segment, &run);
    if (says && run.mark.node && !run.mark.actual)
        run.mark.actual = said_by_word(m, segment);
    if (run.glyph_count)
        *vec_add(m->l->arena, &m->line.runs) = run;
}

int
line_raised(const struct liner *m, const struct inline_box *box,
            const struct span *image)
{
    const struct style *style = box->style;
    const struct style *block = m->options->style;
    struct style_font *font = style_font_of(m->l, block);
    switch (style->vertical_align) {
    case STYLE_MIDDLE:
        return font->x_height / 2 - image->height / 2;
    case STYLE_TOP_ALIGN:
        return font->ascent - image->height;
    case STYLE_BOTTOM_ALIGN:
        return -font->descent;
    default:
        return box->rise;
    }
}

static int
image_left(const struct liner *m, const struct segment *segment)
{
    return cluster_edges(m->shapes, cluster_at(m, segment->from)).left;
}

static void
place_image(struct liner *m, const struct segment *segment, int x)
{
    const struct span *span = span_of(m, segment);
    const struct inline_box *box = line_box_of(m, cluster_at(m, segment->from));
    if (!box->style->visible)
        return;
    *vec_add(m->l->arena, &m->line.images) =
        (struct layout_image){.mark = box->mark,
                              .asset = span->node->image->asset,
                              .x = x + image_left(m, segment),
                              .y = -line_raised(m, box, span) - span->height,
                              .width = span->width,
                              .height = span->height,
                              .color = box->style->color,
                              .fill = box->style->fill};
}

/* One pattern glyph run, its clusters as often as they fit, on a grid that
 * starts at the edge where lines end: leaders of all lines stand in columns. */
static void
place_leader(struct liner *m, const struct segment *segment, int x, int width)
{
    const struct span *span = span_of(m, segment);
    const struct inline_box *box = line_box_of(m, cluster_at(m, segment->from));
    bool spaced = strchr(span->leader, ' ') != NULL;
    const char *pattern =
        arena_printf(m->arena, "%s%s", span->leader, spaced ? "" : " ");
    struct layout_mark mark = {.role = LAYOUT_ARTIFACT};
    struct par_line one =
        par_text(m->l, pattern, box->lang, box->style, mark, 0);
    struct layout_run *first = one.runs.n == 1 ? one.runs.at : NULL;
    int pitch = first ? first->width : 0;
    int gap = box->style->font_size / 3;
    if (pitch <= 0)
        return;
    int grid = m->options->measure;
    int from = x + gap, to = x + width - gap;
    int start = grid - (grid - from) / pitch * pitch;
    if (m->options->style->rtl)
        start = (from + pitch - 1) / pitch * pitch;
    size_t count = to > start ? (size_t)((to - start) / pitch) : 0;
    struct layout_run run = *first;
    run.x = start;
    run.y = -box->rise;
    run.width = (int)count * pitch;
    run.glyphs = ARENA_ARRAY(m->l->arena, struct layout_glyph,
                             first->glyph_count * count);
    run.clusters = ARENA_ARRAY(m->l->arena, struct layout_cluster,
                               first->cluster_count * count);
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    run.glyph_count = run.cluster_count = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < first->glyph_count; k++) {
            run.glyphs[run.glyph_count] = first->glyphs[k];
            run.glyphs[run.glyph_count++].x += (int)i * pitch;
        }
        for (size_t k = 0; k < first->cluster_count; k++)
            run.clusters[run.cluster_count++] = first->clusters[k];
        buf_add(&text, first->text, first->bytes);
    }
    run.bytes = text.n;
    run.text = arena_strn(m->l->arena, text.at ? text.at : "", text.n);
    buf_free(&text);
    if (count)
        *vec_add(m->l->arena, &m->line.runs) = run;
}

int
line_place(struct liner *m, const struct segment *segment, int x)
{
    int width = 0;
    for (size_t i = segment->from; i < segment->to; i++)
        width += m->pieces.at[i].width;
    int shown = shown_width(m, segment);
    if (shown)
        line_adorn(m, segment, x, shown);
    switch (span_of(m, segment)->kind) {
    case SPAN_TEXT:
        place_run(m, segment, x);
        break;
    case SPAN_IMAGE:
        place_image(m, segment, x);
        break;
    case SPAN_LEADER:
        place_leader(m, segment, x, width);
        break;
    case SPAN_BREAK:
        break;
    }
    return x + width;
}

/* CSS Inline Layout Level 3, clause 5: half of the leading goes above. */
static void
strut(struct liner *m, const struct style *style, int rise)
{
    struct style_font *font = style_font_of(m->l, style);
    int leading = style->line_height - font->ascent - font->descent;
    int above = leading >= 0 ? leading / 2 : (leading - 1) / 2;
    int ascent = font->ascent + above + rise;
    int descent = style->line_height - font->ascent - above - rise;
    if (ascent > m->line.ascent)
        m->line.ascent = ascent;
    if (descent > m->line.descent)
        m->line.descent = descent;
}

/* Larger type and images push lines apart; smaller or raised type in the
 * line's own leading does not, so that the grid holds. */
void
line_height(struct liner *m)
{
    const struct style *block = m->options->style;
    m->line.ascent = m->line.descent = INT32_MIN / 2;
    strut(m, block, 0);
    for (size_t i = 0; i < m->segments.n; i++) {
        const struct segment *segment = &m->segments.at[i];
        const struct span *span = span_of(m, segment);
        const struct inline_box *box =
            line_box_of(m, cluster_at(m, segment->from));
        if (span->kind == SPAN_IMAGE) {
            int up = line_raised(m, box, span);
            if (up + span->height > m->line.ascent)
                m->line.ascent = up + span->height;
            if (-up > m->line.descent)
                m->line.descent = -up;
        } else if (box->style->font_size > block->font_size) {
            strut(m, box->style, box->rise);
        }
    }
}

void
line_find_marks(struct liner *m, struct line_marks *marks, bool last)
{
    const struct text *t = m->shapes->text;
    struct arena *a = m->l->arena;
    for (; marks->span < t->spans.n; marks->span++) {
        const struct span *span = &t->spans.at[marks->span];
        const struct doc_node *node = t->boxes.at[span->box].node;
        if (span->start >= m->end && !last)
            break;
        if (!node || node->kind != DOC_NOTE_REF || !node->note->note)
            continue;
        const struct doc_node *note = node->note->note;
        size_t n = m->line.notes.n;
        if (!n || m->line.notes.at[n - 1] != note)
            *vec_add(a, &m->line.notes) = note;
    }
    for (; marks->start < t->starts.n; marks->start++) {
        const struct text_start *start = &t->starts.at[marks->start];
        if (start->at >= m->end && !last)
            break;
        *vec_add(a, &m->line.starts) = start->node;
    }
}
