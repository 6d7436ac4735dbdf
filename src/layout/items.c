/* SPDX-License-Identifier: MIT */
/* Shapes and break points become the boxes, glue and penalties that the line
 * breaker knows. */
#include "layout/par_int.h"

/* What a break costs. TeX's hyphenpenalty and exhyphenpenalty are 50; where
 * glyphs give, twice that leaves few hyphens and spaces as even. */
enum {
    COST_HYPHEN = 100,
    COST_HYPHEN_RAGGED = 300,
    COST_DASH = 50,
    COST_URL = 500,
    LEADER_EMS = 2 /* the least a leader takes */
};

enum { NOWHERE = UINT32_MAX };

struct maker {
    struct layout *l;
    struct arena *arena;
    struct shapes *shapes;
    const uint8_t *points;
    const struct item_options *options;
    struct items *out;
    struct break_item box; /* being gathered */
    struct item_ref box_ref;
    bool open, leader;
    bool may_begin;      /* a line, with the next box */
    uint32_t hyphen_run; /* whose hyphen's width is known */
    int hyphen_width;
};

static void
add_item(struct maker *m, struct break_item item, uint32_t cluster,
         uint32_t byte)
{
    *vec_add(m->arena, &m->out->at) = item;
    *vec_add(m->arena, &m->out->refs) = (struct item_ref){cluster, byte};
}

/* Whether a cluster may hang out: in lines that are filled, and where it stands
 * at the line's end, as a Latin word's last letter in Hebrew does not. */
static bool
hangs(const struct maker *m, const struct cluster *c)
{
    const struct shapes *s = m->shapes;
    return !m->options->ragged &&
           (s->runs.at[c->run].level & 1) == s->text->rtl;
}

/* Whether a box's edge is between the cluster and the line's start or end. */
static bool
is_edged(const struct maker *m, const struct cluster *c, bool start)
{
    struct edges edges = cluster_edges(m->shapes, c);
    return start == m->shapes->text->rtl ? edges.right : edges.left;
}

static const struct inline_box *
box_of(const struct maker *m, const struct cluster *c)
{
    const struct text *t = m->shapes->text;
    return &t->boxes.at[t->spans.at[m->shapes->runs.at[c->run].span].box];
}

/* How far the cluster before number k hangs out if a line ends behind it. */
static int
hang_before(const struct maker *m, uint32_t k)
{
    const struct shapes *s = m->shapes;
    if (!k || !hangs(m, &s->clusters.at[k - 1]))
        return 0;
    const struct cluster *c = &s->clusters.at[k - 1];
    const struct span *span = &s->text->spans.at[s->runs.at[c->run].span];
    if (span->kind != SPAN_TEXT || is_edged(m, c, false))
        return 0;
    const struct inline_box *box = &s->text->boxes.at[span->box];
    int hang = script_has_blank(s->text->at + c->byte, c->bytes, box->lang,
                                c->width, box->style->font_size)
                   ? hang_right(s->text->at + c->byte, c->bytes, c->width)
                   : 0;
    return hang + script_autospace(s, k);
}

static void
end_box(struct maker *m)
{
    if (m->open)
        add_item(m, m->box, m->box_ref.cluster, m->box_ref.byte);
    m->open = false;
}

static void
add_width(struct maker *m, int width, uint32_t cluster, uint32_t byte)
{
    if (!m->open) {
        m->box = (struct break_item){.kind = BREAK_BOX};
        m->box_ref = (struct item_ref){cluster, byte};
        m->open = true;
        const struct cluster *c = &m->shapes->clusters.at[cluster];
        if (width && m->may_begin && cluster < m->shapes->n && hangs(m, c)) {
            const struct inline_box *box = box_of(m, c);
            if (!is_edged(m, c, true) &&
                script_has_blank(m->shapes->text->at + c->byte, c->bytes,
                                 box->lang, c->width, box->style->font_size))
                m->box.hang = hang_left(m->shapes->text->at + c->byte, c->bytes,
                                        c->width);
        }
        m->may_begin = false;
    }
    m->box.width += width;
}

static enum span_kind
kind_of(const struct maker *m, const struct cluster *c)
{
    const struct shapes *s = m->shapes;
    return s->text->spans.at[s->runs.at[c->run].span].kind;
}

static uint32_t
code_of(const struct maker *m, const struct cluster *c)
{
    const char *p = m->shapes->text->at + c->byte;
    return utf8_next(&p, p + c->bytes);
}

static const struct break_item never = {.kind = BREAK_PENALTY,
                                        .penalty = BREAK_NEVER};

/* Ends a line whatever it holds; glue fills it unless a leader does. */
static void
add_forced(struct maker *m, uint32_t cluster, uint32_t byte, bool fill)
{
    end_box(m);
    if (fill && !m->leader) {
        add_item(m, never, cluster, byte);
        add_item(m,
                 (struct break_item){.kind = BREAK_GLUE, .stretch = ITEM_FILL},
                 NOWHERE, byte);
    }
    add_item(
        m, (struct break_item){.kind = BREAK_PENALTY, .penalty = BREAK_FORCED},
        cluster, byte);
    m->leader = false;
}

/* An empty box keeps what follows at the start of a line. */
static void
add_strut(struct maker *m, uint32_t cluster, uint32_t byte)
{
    add_width(m, 0, cluster, byte);
}

static void
add_leader(struct maker *m, const struct cluster *c, uint32_t k)
{
    end_box(m);
    add_item(m, never, k, c->byte);
    add_item(m,
             (struct break_item){.kind = BREAK_GLUE,
                                 .width = LEADER_EMS *
                                          box_of(m, c)->style->font_size,
                                 .stretch = ITEM_FILL},
             k, c->byte);
    add_strut(m, k + 1, c->byte + c->bytes);
    m->leader = true;
}

/* White space that may stretch: as TeX's interword glue for text faces. */
static void
add_space(struct maker *m, const struct cluster *c, uint32_t k)
{
    const struct style *style = box_of(m, c)->style;
    uint32_t behind = c->byte + c->bytes;
    bool may = m->points[behind] == POINT_SPACE;
    if (!may && (style->white_space == STYLE_WS_PRE ||
                 style->white_space == STYLE_WS_PRE_WRAP)) {
        add_width(m, c->width, k, c->byte);
        return;
    }
    struct break_item glue = {.kind = BREAK_GLUE, .width = c->width};
    if (!m->options->ragged) {
        glue.stretch = c->width / 2;
        glue.shrink = c->width / 3;
    }
    if (may)
        glue.hang = hang_before(m, k);
    m->may_begin = may;
    end_box(m);
    if (!may)
        add_item(m, never, k, c->byte);
    add_item(m, glue, k, c->byte);
}

/* The width of the hyphen in the font of the cluster's run. */
static int
hyphen_width(struct maker *m, const struct cluster *c)
{
    uint32_t run = c->run;
    if (m->hyphen_run != run)
        m->hyphen_width = shape_hyphen_width(m->l, m->arena, m->shapes, run);
    m->hyphen_run = run;
    return m->hyphen_width;
}

static void
add_hyphen(struct maker *m, const struct cluster *c, uint32_t k, uint32_t byte,
           enum point_kind point)
{
    end_box(m);
    int width = hyphen_width(m, c);
    int cost = m->options->ragged ? COST_HYPHEN_RAGGED : COST_HYPHEN;
    add_item(m,
             (struct break_item){.kind = BREAK_PENALTY,
                                 .width = width,
                                 .penalty = cost,
                                 .hang = hangs(m, c) ? width / 2 : 0,
                                 .flagged = true,
                                 .late = point == POINT_HYPHEN},
             k, byte);
}

/* Signs of Chinese and Japanese give a little where lines are filled. */
static void
add_plain(struct maker *m, const struct cluster *c, uint32_t k)
{
    end_box(m);
    add_item(
        m,
        (struct break_item){.kind = BREAK_PENALTY, .hang = hang_before(m, k)},
        k, c->byte);
    m->may_begin = true;
    uint32_t code = code_of(m, c);
    if (!m->options->ragged && k &&
        (g_unichar_iswide(code) || script_is_spaceless(code)))
        add_item(
            m,
            (struct break_item){.kind = BREAK_GLUE,
                                .stretch = box_of(m, c)->style->font_size / 12},
            k - 1, c->byte);
}

static void
add_point(struct maker *m, const struct cluster *c, uint32_t k)
{
    switch ((enum point_kind)m->points[c->byte]) {
    case POINT_PLAIN:
        add_plain(m, c, k);
        break;
    case POINT_DASH:
        end_box(m);
        add_item(m,
                 (struct break_item){.kind = BREAK_PENALTY,
                                     .penalty = COST_DASH,
                                     .hang = hang_before(m, k),
                                     .flagged = true},
                 k, c->byte);
        m->may_begin = true;
        break;
    case POINT_URL:
        end_box(m);
        add_item(m,
                 (struct break_item){
                     .kind = BREAK_PENALTY, .penalty = COST_URL, .late = true},
                 k, c->byte);
        break;
    case POINT_ANYWHERE:
        end_box(m);
        add_item(m,
                 (struct break_item){.kind = BREAK_PENALTY,
                                     .penalty = ITEM_ANYWHERE,
                                     .late = true},
                 k, c->byte);
        break;
    case POINT_HYPHEN:
    case POINT_SOFT:
        add_hyphen(m, c, k, c->byte, m->points[c->byte]);
        break;
    case POINT_NONE:
    case POINT_SPACE:
        break;
    }
}

/* A ligature's width is shared out by its bytes where it may be divided. */
static void
add_letters(struct maker *m, const struct cluster *c, uint32_t k)
{
    int given = 0;
    uint32_t start = c->byte;
    for (uint32_t i = 1; i < c->bytes; i++) {
        enum point_kind point = m->points[c->byte + i];
        if (point != POINT_HYPHEN && point != POINT_SOFT)
            continue;
        int part = (int)((int64_t)c->width * i / c->bytes) - given;
        add_width(m, part, k, start);
        given += part;
        start = c->byte + i;
        add_hyphen(m, c, k, start, point);
    }
    add_width(m, c->width - given, k, start);
    if (m->options->ragged)
        return;
    struct give give = glyph_give(m->shapes, c);
    m->box.stretch += give.wider;
    m->box.shrink += give.narrower;
}

static void
add_cluster(struct maker *m, uint32_t k)
{
    const struct cluster c = m->shapes->clusters.at[k];
    switch (kind_of(m, &c)) {
    case SPAN_BREAK:
        add_forced(m, k, c.byte, true);
        add_strut(m, k + 1, c.byte + c.bytes);
        return;
    case SPAN_LEADER:
        add_leader(m, &c, k);
        return;
    case SPAN_IMAGE:
        add_width(m, c.width, k, c.byte);
        return;
    case SPAN_TEXT:
        break;
    }
    if (is_glue_space(code_of(m, &c))) {
        add_space(m, &c, k);
        return;
    }
    if (k)
        add_point(m, &c, k);
    add_letters(m, &c, k);
}

void
items_of(struct layout *l, struct arena *a, struct shapes *s,
         const uint8_t *points, const struct item_options *o, struct items *out)
{
    *out = (struct items){0};
    struct maker m = {.l = l,
                      .arena = a,
                      .shapes = s,
                      .points = points,
                      .options = o,
                      .out = out,
                      .hyphen_run = NOWHERE};
    for (uint32_t k = 0; k < s->n; k++)
        add_cluster(&m, k);
    add_forced(&m, (uint32_t)s->n, (uint32_t)s->text->n, !o->fill_last);
}
