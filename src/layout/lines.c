/* SPDX-License-Identifier: MIT */
/* A range of items becomes a line: glue set to the unit, hyphens shaped,
 * directions put in visual order, runs placed. Placing is place.c's. */
#include <string.h>

#include "layout/line_int.h"

static const struct cluster *
cluster_at(const struct liner *m, size_t i)
{
    return &m->shapes->clusters.at[m->pieces.at[i].cluster];
}

static const struct span *
span_of(const struct liner *m, const struct cluster *c)
{
    return &m->shapes->text->spans.at[m->shapes->runs.at[c->run].span];
}

static bool
is_space(const struct liner *m, const struct cluster *c)
{
    return c->byte != CLUSTER_HYPHEN && span_of(m, c)->kind == SPAN_TEXT &&
           c->bytes == 1 && m->shapes->text->at[c->byte] == ' ';
}

/* White space that glue stands for; it parts words. */
static bool
is_glue(const struct liner *m, const struct cluster *c)
{
    if (span_of(m, c)->kind != SPAN_TEXT)
        return true;
    const char *p = m->shapes->text->at + c->byte;
    return is_glue_space(utf8_next(&p, p + c->bytes));
}

static void
add_piece(struct liner *m, size_t cluster, int width)
{
    *vec_add(m->arena, &m->pieces) = (struct piece){(uint32_t)cluster, width};
}

static void
add_clusters(struct liner *m, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        add_piece(m, k, m->shapes->clusters.at[k].width);
}

static bool
is_hyphen_item(const struct break_item *item)
{
    return item->kind == BREAK_PENALTY && item->flagged && item->width > 0;
}

/* The first cluster of the word that reaches up to cluster k, not before
 * `first` and in one run. */
static size_t
word_start(const struct liner *m, size_t first, size_t k)
{
    const struct shapes *s = m->shapes;
    while (k > first && s->clusters.at[k - 1].run == s->clusters.at[k].run &&
           !is_glue(m, &s->clusters.at[k - 1]))
        k--;
    return k;
}

/* Where the line begins in the text: at a cluster, or inside a ligature that
 * a hyphen divides, whose rest is shaped anew. */
static size_t
open_line(struct liner *m, size_t item, size_t end_byte)
{
    struct item_ref ref = m->items->refs.at[item];
    struct shapes *s = m->shapes;
    m->start = ref.byte;
    if (ref.cluster >= s->n || s->clusters.at[ref.cluster].byte == ref.byte)
        return ref.cluster;
    size_t k = ref.cluster, run = s->clusters.at[k].run;
    while (k < s->n && s->clusters.at[k].run == run &&
           s->clusters.at[k].byte < end_byte && !is_glue(m, &s->clusters.at[k]))
        k++;
    size_t to = k < s->n ? s->clusters.at[k].byte : s->text->n;
    size_t first = shape_fragment(m->l, m->arena, s, run, ref.byte,
                                  to < end_byte ? to : end_byte, false);
    add_clusters(m, first, s->clusters.n);
    return k;
}

/* The word's part before the hyphen is shaped anew with it. */
static void
close_hyphenated(struct liner *m, size_t first, struct item_ref end)
{
    struct shapes *s = m->shapes;
    size_t last = end.cluster;
    bool inside = s->clusters.at[last].byte < end.byte;
    if (!inside && last > 0)
        last--;
    if (last < first) { /* all of it in the fragment that opens the line */
        size_t run = s->clusters.at[end.cluster].run;
        m->pieces.n = 0;
        size_t at =
            shape_fragment(m->l, m->arena, s, run, m->start, end.byte, true);
        add_clusters(m, at, s->clusters.n);
        return;
    }
    size_t k = word_start(m, first, last);
    add_clusters(m, first, k);
    size_t at = shape_fragment(m->l, m->arena, s, s->clusters.at[k].run,
                               s->clusters.at[k].byte, end.byte, true);
    add_clusters(m, at, s->clusters.n);
}

/* The clusters of the line, and the space behind it if there is one. */
static void
gather(struct liner *m, size_t from_item, size_t to_item)
{
    const struct break_item *item = &m->items->at.at[to_item];
    struct item_ref end = m->items->refs.at[to_item];
    const struct shapes *s = m->shapes;
    bool hyphen = is_hyphen_item(item);
    size_t first = open_line(m, from_item, end.byte);
    m->line.hyphenated = hyphen;
    m->line.forced =
        item->kind == BREAK_PENALTY && item->penalty <= BREAK_FORCED &&
        end.cluster < s->n &&
        span_of(m, &s->clusters.at[end.cluster])->kind == SPAN_BREAK;
    m->end = end.byte;
    if (hyphen) {
        close_hyphenated(m, first, end);
        m->shown = m->pieces.n;
        return;
    }
    add_clusters(m, first, end.cluster);
    m->shown = m->pieces.n;
    if (end.cluster < s->n && is_space(m, &s->clusters.at[end.cluster]))
        add_clusters(m, end.cluster, end.cluster + 1);
}

static int
natural_width(const struct liner *m)
{
    int width = 0;
    for (size_t i = 0; i < m->shown; i++)
        width += m->pieces.at[i].width;
    if (m->shown) { /* nothing follows the last letter */
        const struct cluster *c = cluster_at(m, m->shown - 1);
        width -= cluster_spacing(m->shapes, c);
    }
    return width;
}

/* A piece that glue widens. */
struct glue {
    size_t piece;
    const struct break_item *item;
};

/* The glue in the line and its pieces; returns how many. Not among them: what
 * fills the last line, and what stood inside a word that was shaped anew. */
static size_t
find_glue(const struct liner *m, size_t from_item, size_t to_item,
          struct glue *out)
{
    size_t n = 0, piece = 0;
    for (size_t i = from_item; i < to_item; i++) {
        const struct break_item *item = &m->items->at.at[i];
        uint32_t cluster = m->items->refs.at[i].cluster;
        if (item->kind != BREAK_GLUE)
            continue;
        size_t at = piece;
        while (at < m->shown && m->pieces.at[at].cluster != cluster)
            at++;
        if (at == m->shown)
            continue;
        piece = at;
        out[n++] = (struct glue){piece, item};
    }
    return n;
}

/* Shares `spare` out over the line's glue by its stretch or shrink, to the
 * unit: each gets the difference of two rounded sums. Returns what was used.
 */
static int
set_glue(struct liner *m, const struct glue *glue, size_t n, int spare)
{
    int64_t whole = 0, sum = 0, given = 0;
    for (size_t i = 0; i < n; i++)
        whole += spare > 0 ? glue[i].item->stretch : glue[i].item->shrink;
    if (whole <= 0)
        return 0;
    int64_t share = spare < -whole ? -whole : spare;
    for (size_t i = 0; i < n; i++) {
        sum += spare > 0 ? glue[i].item->stretch : glue[i].item->shrink;
        int64_t part = share * sum / whole - given;
        given += part;
        m->pieces.at[glue[i].piece].width += (int)part;
    }
    return (int)given;
}

static bool
has_leader(const struct liner *m)
{
    for (size_t i = 0; i < m->shown; i++)
        if (span_of(m, cluster_at(m, i))->kind == SPAN_LEADER)
            return true;
    return false;
}

/* A leader's least width counts as its cluster's. */
static void
widen_leaders(struct liner *m, const struct glue *glue, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (glue[i].item->stretch >= ITEM_FILL)
            m->pieces.at[glue[i].piece].width += glue[i].item->width;
}

static enum style_align
align_of(const struct line_options *o, bool last)
{
    enum style_align align = o->style->text_align;
    if (align == STYLE_JUSTIFY && last)
        align = o->style->text_align_last;
    bool rtl = o->style->rtl;
    if (align == STYLE_START || align == STYLE_JUSTIFY)
        return rtl ? STYLE_RIGHT_ALIGN : STYLE_LEFT_ALIGN;
    if (align == STYLE_END)
        return rtl ? STYLE_LEFT_ALIGN : STYLE_RIGHT_ALIGN;
    return align;
}

static int
left_of(const struct liner *m, int width, bool last)
{
    const struct line_options *o = m->options;
    int spare = o->measure - o->indent - width;
    int left = o->style->rtl ? 0 : o->indent;
    switch (align_of(o, last)) {
    case STYLE_RIGHT_ALIGN:
        return left + spare;
    case STYLE_CENTER:
        return left + spare / 2;
    default:
        return left;
    }
}

/* Pieces of one run, and of one side of the line's end, go together. */
static void
segment(struct liner *m)
{
    uint8_t base = m->shapes->text->rtl ? 1 : 0;
    for (size_t i = 0; i < m->pieces.n;) {
        const struct cluster *c = cluster_at(m, i);
        size_t end = i;
        bool trailing = i >= m->shown;
        uint8_t level = m->shapes->runs.at[c->run].level;
        while (end < m->pieces.n && cluster_at(m, end)->run == c->run &&
               ((end >= m->shown) == trailing || level == base))
            end++;
        /* UAX #9, rule L1: white space at the end takes the line's level */
        *vec_add(m->arena, &m->segments) =
            (struct segment){i, end, trailing ? base : level};
        i = end;
    }
}

/* UAX #9, rule L2. */
static void
reorder(struct liner *m)
{
    uint8_t most = 0;
    for (size_t i = 0; i < m->segments.n; i++)
        if (m->segments.at[i].level > most)
            most = m->segments.at[i].level;
    for (uint8_t level = most; level > 0; level--) {
        for (size_t i = 0; i < m->segments.n; i++) {
            size_t end = i;
            while (end < m->segments.n && m->segments.at[end].level >= level)
                end++;
            for (size_t a = i, b = end; a + 1 < b; a++, b--) {
                struct segment swapped = m->segments.at[a];
                m->segments.at[a] = m->segments.at[b - 1];
                m->segments.at[b - 1] = swapped;
            }
            if (end > i)
                i = end;
        }
    }
}

static int
segment_width(const struct liner *m, const struct segment *segment)
{
    int width = 0;
    for (size_t i = segment->from; i < segment->to; i++)
        width += m->pieces.at[i].width;
    return width;
}

/* Segments stand in visual order and are placed in logical order: that of the
 * runs is what a reader of the structure hears. */
static void
place_segments(struct liner *m, int left)
{
    int x = left;
    int *lefts = ARENA_ARRAY(m->arena, int, m->segments.n + 1);
    if (m->shapes->text->rtl) /* white space at the end hangs out left */
        for (size_t i = m->shown; i < m->pieces.n; i++)
            x -= m->pieces.at[i].width;
    for (size_t i = 0; i < m->segments.n; i++) {
        lefts[i] = x;
        x += segment_width(m, &m->segments.at[i]);
    }
    for (size_t next = 0; next < m->pieces.n;) {
        size_t i = 0;
        while (m->segments.at[i].from != next)
            i++;
        line_place(m, &m->segments.at[i], lefts[i]);
        next = m->segments.at[i].to;
    }
}

static const struct doc_node *
last_node(const struct liner *m)
{
    const struct doc_node *node =
        m->shown ? span_of(m, cluster_at(m, m->shown - 1))->node
                 : m->options->block;
    while (node && !node->file)
        node = node->parent;
    return node;
}

static void
report_overfull(struct liner *m, int by)
{
    enum { TOLERATED = PANGO_SCALE / 10 };
    m->line.overfull = by;
    const struct doc_node *node = last_node(m);
    if (by <= TOLERATED || !m->options->report)
        return;
    diag_at(m->l->diag, node ? doc_place(node) : (struct place){0},
            DIAG_LINE_OVERFULL, "a line sticks out by %d.%d pt",
            by / PANGO_SCALE, by % PANGO_SCALE * 10 / PANGO_SCALE);
    diag_hint(m->l->diag,
              "reword it, or put a soft hyphen into its longest word");
}

/* Whether a line ends at the item because there was no better place. */
static bool
is_broken_anywhere(const struct liner *m, size_t item)
{
    const struct break_item *at = &m->items->at.at[item];
    return at->kind == BREAK_PENALTY && at->penalty == ITEM_ANYWHERE;
}

static void
report_broken(struct liner *m)
{
    const struct doc_node *node = last_node(m);
    diag_at(m->l->diag, node ? doc_place(node) : (struct place){0},
            DIAG_WORD_BROKEN,
            "this is wider than its line, and no place in it is good to end "
            "one; it is divided anywhere");
    diag_hint(m->l->diag,
              "reword it, or put soft hyphens (&shy;) where it may part");
}

/* What hangs out of a cluster at an end of the line, as wide as it is set. */
static int
hang_of_piece(const struct liner *m, size_t i,
              int (*hang)(const char *text, size_t n, int width))
{
    const struct cluster *c = cluster_at(m, i);
    int width = m->pieces.at[i].width;
    if (c->byte == CLUSTER_HYPHEN)
        return width / 2;
    return hang(m->shapes->text->at + c->byte, c->bytes, width);
}

static void
find_hangs(struct liner *m, size_t from_item, size_t to_item, bool last)
{
    const struct break_item *at = m->items->at.at;
    if (!m->shown)
        return;
    if (at[from_item].kind == BREAK_BOX && at[from_item].hang)
        m->hang_left = hang_of_piece(m, 0, hang_left);
    if (!last && at[to_item].hang)
        m->hang_right = hang_of_piece(m, m->shown - 1, hang_right);
}

static int
width_between_hangs(const struct liner *m)
{
    return natural_width(m) - m->hang_left - m->hang_right;
}

/* What the line came to. Glue between signs that are written without spaces
 * is no word space. */
static struct layout_line *
sum_up_line(const struct liner *m, const struct glue *glue, size_t n)
{
    struct layout_line *line = ARENA_NEW(m->l->arena, struct layout_line);
    int64_t space = 0, natural = 0;
    for (size_t i = 0; i < n; i++) {
        const struct piece *piece = &m->pieces.at[glue[i].piece];
        const struct cluster *c = cluster_at(m, glue[i].piece);
        if (span_of(m, c)->kind != SPAN_TEXT || !is_glue(m, c))
            continue;
        line->spaces++;
        space += piece->width;
        natural += c->width;
    }
    int64_t spaces = line->spaces ? (int64_t)line->spaces : 1;
    line->space = (int)(space / spaces);
    line->natural = (int)(natural / spaces);
    line->glyphs = m->by;
    line->overfull = m->line.overfull;
    line->hyphenated = m->line.hyphenated;
    line->first = m->options->first;
    return line;
}

static void
end_run(struct layout_run *run, bool broken, const struct layout_line *line)
{
    run->line_end = true;
    run->line_broken = broken;
    run->line = line;
}

struct par_line
line_make(struct layout *l, struct arena *scratch, struct shapes *s,
          const struct items *items, size_t from_item, size_t to_item,
          const struct line_options *o, struct line_marks *marks)
{
    struct liner m = {
        .l = l, .arena = scratch, .shapes = s, .items = items, .options = o};
    gather(&m, from_item, to_item);
    struct glue *glue =
        ARENA_ARRAY(scratch, struct glue, to_item - from_item + 1);
    size_t glues = find_glue(&m, from_item, to_item, glue);
    widen_leaders(&m, glue, glues);
    bool last = to_item + 1 == items->at.n || m.line.forced;
    find_hangs(&m, from_item, to_item, last);
    int width = width_between_hangs(&m);
    int spare = o->measure - o->indent - width;
    bool justified = o->style->text_align == STYLE_JUSTIFY;
    bool fill =
        justified && (!last || o->style->text_align_last == STYLE_JUSTIFY);
    bool leads = has_leader(&m);
    if (justified && !leads && ((fill && glues) || spare < 0)) {
        line_expand(&m, spare);
        find_hangs(&m, from_item, to_item, last);
        width = width_between_hangs(&m);
        spare = o->measure - o->indent - width;
    }
    if (fill || spare < 0 || leads)
        width += set_glue(&m, glue, glues, spare);
    if (width > o->measure - o->indent)
        report_overfull(&m, width - (o->measure - o->indent));
    if (o->report && is_broken_anywhere(&m, to_item) &&
        !(from_item && is_broken_anywhere(&m, from_item - 1)))
        report_broken(&m);
    m.line.left =
        left_of(&m, width, last) - (o->style->rtl ? m.hang_right : m.hang_left);
    m.line.width = width + m.hang_left + m.hang_right;
    segment(&m);
    reorder(&m);
    line_height(&m);
    place_segments(&m, m.line.left);
    line_find_start(&m, marks);
    line_find_marks(&m, marks, to_item + 1 == items->at.n);
    struct layout_line *facts = NULL;
    if (o->judge && justified) {
        facts = sum_up_line(&m, glue, glues);
        facts->filled = fill;
        facts->last = to_item + 1 == items->at.n;
    }
    if (m.line.runs.n)
        end_run(&m.line.runs.at[m.line.runs.n - 1], m.line.forced, facts);
    return m.line;
}
