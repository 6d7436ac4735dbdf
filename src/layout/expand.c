/* SPDX-License-Identifier: MIT */
/* Glyphs of filled lines are set wider or narrower by at most two in a hundred,
 * so that word spaces need to give less (Hàn Thế Thành, "Micro-typographic
 * extensions to the TeX typesetting system", 2000, chapter 3). Where the style
 * asks for it (text-justify: inter-character), letters give way as well.
 *
 * Deviation: the whole of a line's glyphs gives before any of its spaces does.
 */
#include "layout/line_int.h"

/* In thousandths: of its width, and of the size for the space behind it, which
 * may grow more than it may shrink. */
enum { MOST = 20, APART = 30, TOGETHER = 10 };

static bool
is_code(const struct inline_box *box)
{
    return (box->node && box->node->kind == DOC_CODE) ||
           box->style->white_space == STYLE_WS_PRE ||
           box->style->white_space == STYLE_WS_PRE_WRAP;
}

/* Whether letters can't be moved apart. */
static bool
joins(const struct shapes *s, const struct cluster *c)
{
    const PangoItem *item = s->runs.at[c->run].item;
    return script_joins((PangoScript)item->analysis.script);
}

struct give
glyph_give(const struct shapes *s, const struct cluster *c)
{
    enum { FIRST_WIDE = 0x1100 };
    static const struct give none;
    const struct span *span = &s->text->spans.at[s->runs.at[c->run].span];
    if (span->kind != SPAN_TEXT)
        return none;
    const struct inline_box *box = &s->text->boxes.at[span->box];
    enum style_justify justify = box->style->text_justify;
    if (justify == STYLE_INTER_WORD || is_code(box))
        return none;
    if (c->byte != CLUSTER_HYPHEN) {
        const char *p = s->text->at + c->byte;
        uint32_t code = utf8_next(&p, p + c->bytes);
        if (is_glue_space(code) ||
            (code >= FIRST_WIDE && g_unichar_iswide(code)))
            return none;
    }
    int give = c->width * MOST / 1000;
    if (justify != STYLE_INTER_CHARACTER || c->width <= 0 || joins(s, c))
        return (struct give){give, give};
    int size = box->style->font_size;
    return (struct give){give + size * APART / 1000,
                         give + size * TOGETHER / 1000};
}

static const struct cluster *
cluster_at(const struct liner *m, size_t i)
{
    return &m->shapes->clusters.at[m->pieces.at[i].cluster];
}

static int
give_of(const struct liner *m, size_t i, bool wider)
{
    struct give give = glyph_give(m->shapes, cluster_at(m, i));
    return wider ? give.wider : give.narrower;
}

void
line_expand(struct liner *m, int spare)
{
    int64_t give = 0;
    for (size_t i = 0; i < m->shown; i++)
        give += give_of(m, i, spare > 0);
    give -= (int64_t)(m->hang_left + m->hang_right) * MOST / 1000;
    if (give <= 0 || !spare)
        return;
    int64_t by = (int64_t)spare * MOST;
    by = by >= 0 ? by / give : -((-by + give - 1) / give);
    m->by = by > MOST ? MOST : by < -MOST ? -MOST : (int)by;
    for (size_t i = 0; i < m->shown; i++)
        m->pieces.at[i].width += give_of(m, i, spare > 0) * m->by / MOST;
}

int
line_stretch(const struct liner *m, const struct cluster *c)
{
    return 1000 + (m->by && glyph_give(m->shapes, c).wider ? m->by : 0);
}
