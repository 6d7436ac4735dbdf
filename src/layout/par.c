/* SPDX-License-Identifier: MIT */
/* Paragraphs: from a block's inlines to its lines. */
#include <string.h>

#include "layout/par_int.h"

/* TeX has 100 and 200; since glyphs give first, lines are even without hyphens
 * more often. A runt has two ems, or in ragged text a sixth of the measure. */
enum { PRETOLERANCE = 170, TOLERANCE = 200, RUNT_EMS = 2, RUNT_PARTS = 6 };

#define ELLIPSIS "\xE2\x80\xA6"

/* A paragraph between shaping and lines. */
struct setter {
    struct layout *l;
    struct arena *scratch;
    struct text text;
    struct shapes shapes;
    struct items items;
    struct item_options options;
    const struct style *style;
    int *indents; /* of the first lines */
    size_t indent_count;
    int more;         /* lines than are best */
    int64_t demerits; /* of the breaks; with `more`: than are best */
};

static bool
is_ragged(const struct style *style)
{
    return style->text_align != STYLE_JUSTIFY;
}

static int
indent_of(const struct setter *s, size_t line)
{
    return line < s->indent_count ? s->indents[line] : 0;
}

/* The narrowest of the lines. */
static int
narrowest(const struct setter *s, int measure)
{
    int least = measure;
    for (size_t i = 0; i < s->indent_count; i++)
        if (measure - s->indents[i] < least)
            least = measure - s->indents[i];
    return least > 1 ? least : 1;
}

/* Everything but breaks and lines; the narrowest line is `measure` wide, or 0:
 * there are none. */
static void
prepare(struct setter *s, int measure)
{
    shape_text(s->l, s->scratch, &s->text, &s->shapes);
    uint8_t *points = points_of(s->l, s->scratch, &s->text);
    s->options = (struct item_options){
        .ragged = is_ragged(s->style),
        .fill_last = s->style->text_align == STYLE_JUSTIFY &&
                     s->style->text_align_last == STYLE_JUSTIFY,
    };
    items_of(s->l, s->scratch, &s->shapes, points, &s->options, &s->items);
    for (int i = 0; i < 2 && measure; i++) {
        if (!points_anywhere(&s->shapes, &s->items, measure, points))
            break;
        items_of(s->l, s->scratch, &s->shapes, points, &s->options, &s->items);
    }
}

static int
resolve(struct style_length length, int whole)
{
    if (length.unit == STYLE_PERCENT)
        return (int)((int64_t)whole * length.value / 10000) + length.plus;
    return length.unit == STYLE_LENGTH ? length.value : 0;
}

/* Breaks with lines of `measure`, the first ones indented; into `lines` of
 * them, where that is not 0. */
static size_t
break_at(struct setter *s, int measure, size_t lines, size_t *ends)
{
    size_t n = s->indent_count + 1;
    int *measures = ARENA_ARRAY(s->scratch, int, n);
    for (size_t i = 0; i < n; i++)
        measures[i] = measure - indent_of(s, i);
    struct break_options o = {
        .measures = measures,
        .measure_count = n,
        .ragged = s->options.ragged,
        .pretolerance = PRETOLERANCE,
        .tolerance = TOLERANCE,
        .runt = s->options.ragged ? measure / RUNT_PARTS
                                  : RUNT_EMS * s->style->font_size,
        .lines = lines,
        .demerits = &s->demerits,
    };
    return break_lines(s->scratch, s->items.at.at, s->items.at.n, &o, ends);
}

/* The line's width as set, glue at its natural width. */
static int
line_width(const struct setter *s, size_t from, size_t to)
{
    int width = 0;
    for (size_t i = from; i < to; i++)
        if (s->items.at.at[i].kind != BREAK_PENALTY)
            width += s->items.at.at[i].width;
    if (s->items.at.at[to].kind == BREAK_PENALTY)
        width += s->items.at.at[to].width;
    return width;
}

static size_t
first_of_line(const struct setter *s, size_t i)
{
    const struct break_item *at = s->items.at.at;
    while (i + 1 < s->items.at.n && at[i].kind != BREAK_BOX &&
           !(at[i].kind == BREAK_PENALTY && at[i].penalty <= BREAK_FORCED))
        i++;
    return i;
}

static bool
fits(const struct setter *s, const size_t *ends, size_t n, int measure)
{
    size_t from = first_of_line(s, 0);
    for (size_t i = 0; i < n; i++) {
        if (line_width(s, from, ends[i]) > measure - indent_of(s, i))
            return false;
        from = first_of_line(s, ends[i] + 1);
    }
    return true;
}

/* text-wrap: balance: the narrowest measure that takes no more lines. */
static size_t
balance(struct setter *s, int measure, size_t *ends, size_t n)
{
    enum { MOST_LINES = 8 };
    size_t *other = ARENA_ARRAY(s->scratch, size_t, s->items.at.n);
    int low = measure / 3, high = measure;
    if (n < 2 || n > MOST_LINES || !fits(s, ends, n, measure))
        return n;
    while (high - low > PANGO_SCALE) {
        int middle = low + (high - low) / 2;
        size_t count = break_at(s, middle, 0, other);
        if (count == n && fits(s, other, count, middle)) {
            high = middle;
            memcpy(ends, other, n * sizeof *ends);
        } else {
            low = middle;
        }
    }
    return n;
}

static struct par
make_lines(struct setter *s, const struct line_options *o, const size_t *ends,
           size_t n)
{
    struct par par = {.lines = ARENA_ARRAY(s->l->arena, struct par_line, n),
                      .n = n};
    struct line_options options = *o;
    struct line_marks marks = {0};
    size_t from = first_of_line(s, 0);
    for (size_t i = 0; i < n; i++) {
        options.indent = indent_of(s, i);
        options.first = i == 0;
        par.lines[i] = line_make(s->l, s->scratch, &s->shapes, &s->items, from,
                                 ends[i], &options, &marks);
        from = first_of_line(s, ends[i] + 1);
    }
    return par;
}

static struct setter
begin(struct layout *l, const struct style *style)
{
    return (struct setter){
        .l = l, .scratch = par_scratch_begin(l), .style = style};
}

static void
end(struct setter *s)
{
    shapes_free(&s->shapes);
    par_scratch_end(s->l);
}

static void
set_indents(struct setter *s, int width, size_t n)
{
    s->indents = ARENA_ARRAY(s->scratch, int, n);
    s->indent_count = width ? n : 0;
    for (size_t i = 0; i < n; i++)
        s->indents[i] = width;
}

/* Breaks the prepared text; returns how many lines there are. */
static size_t
choose(struct setter *s, int measure, size_t **ends)
{
    *ends = ARENA_ARRAY(s->scratch, size_t, s->items.at.n);
    size_t n = break_at(s, measure, 0, *ends);
    if (s->style->text_balance && s->options.ragged)
        return s->more ? 0 : balance(s, measure, *ends, n);
    if (!s->more)
        return n;
    if (s->more < 0 && n <= (size_t)-s->more)
        return 0;
    int64_t best = s->demerits;
    n = break_at(s, measure, n + (size_t)s->more, *ends);
    s->demerits = s->demerits > best ? s->demerits - best : 0;
    return n;
}

/* The least and the most lines that the items can fill: at each line's end a
 * space goes and signs hang out, or a hyphen comes. Glue stretches as far as
 * the breaker's tolerance of 200 lets it. */
static void
bound_lines(const struct setter *s, int measure, struct par *par)
{
    int64_t least = 0, most = 0;
    for (size_t i = 0; i < s->indent_count; i++)
        least += s->indents[i];
    most = least;
    for (size_t i = 0; i + 1 < s->items.at.n; i++) {
        const struct break_item *item = &s->items.at.at[i];
        int64_t stretch = item->stretch;
        if (item->kind == BREAK_PENALTY)
            continue;
        least += item->width - item->shrink;
        most += item->width +
                (item->kind == BREAK_GLUE ? stretch * 63 / 50 : stretch);
    }
    int64_t end = s->style->font_size * 3 / 5;
    int64_t room = measure > 2 * end ? measure - end : measure;
    par->fewest = (size_t)((least + measure + end - 1) / (measure + end));
    par->most = (size_t)(most / room) + 1;
}

/* A first line of another style ends with a word: no hyphen is in what may
 * stand in it. */
static void
keep_first_words(struct setter *s, int measure)
{
    int width = 0;
    for (size_t i = 0; i < s->items.at.n && width < measure * 5 / 4; i++) {
        struct break_item *item = &s->items.at.at[i];
        if (item->kind == BREAK_PENALTY && item->flagged && item->late)
            item->penalty = BREAK_NEVER;
        width += item->kind == BREAK_PENALTY ? 0 : item->width;
    }
}

/* Shapes and breaks anew, in the first-line style up to byte n. */
static size_t
restyle(struct setter *s, const struct text *plain, const struct style *style,
        size_t n, int measure, size_t **ends)
{
    shapes_free(&s->shapes);
    s->text = *plain;
    s->text.boxes.at = NULL;
    s->text.boxes.n = s->text.boxes.room = 0;
    s->text.spans.at = NULL;
    s->text.spans.n = s->text.spans.room = 0;
    for (size_t i = 0; i < plain->boxes.n; i++)
        *vec_add(s->scratch, &s->text.boxes) = plain->boxes.at[i];
    for (size_t i = 0; i < plain->spans.n; i++)
        *vec_add(s->scratch, &s->text.spans) = plain->spans.at[i];
    n += n < s->text.n && s->text.at[n] == ' '; /* it ends the line */
    text_restyle(s->l, s->scratch, &s->text, n, style);
    prepare(s, narrowest(s, measure));
    keep_first_words(s, measure);
    return choose(s, measure, ends);
}

/* The first line of another style is as long as what fits in that style: try
 * its length in the text's style, then what came of it. Where the two never
 * agree the shorter one is kept by a forced break, which is glue no more. */
static size_t
set_first_line(struct setter *s, const struct style *style, int measure,
               size_t **ends, size_t n)
{
    enum { TRIES = 4 };
    struct text plain = s->text;
    size_t want = s->items.refs.at[(*ends)[0]].byte;
    for (int i = 0; i < TRIES && n > 1; i++) {
        n = restyle(s, &plain, style, want, measure, ends);
        if (!n)
            return 0;
        size_t got = s->items.refs.at[(*ends)[0]].byte;
        if (got == want || n < 2)
            return n;
        if (got > want && i) {
            for (size_t k = 0; k < (*ends)[0]; k++)
                if (s->items.refs.at[k].byte == want &&
                    s->items.at.at[k].kind == BREAK_GLUE) {
                    s->items.at.at[k] = (struct break_item){
                        .kind = BREAK_PENALTY, .penalty = BREAK_FORCED};
                    return choose(s, measure, ends);
                }
        }
        want = got;
    }
    if (n && n < 2)
        n = restyle(s, &plain, style, plain.n, measure, ends);
    return n;
}

static const struct style *
first_line_style(const struct setter *s, const struct par_source *source)
{
    if (!s->l->sheet || source->first != source->block->first)
        return NULL;
    return style_pseudo_of(s->l->sheet, source->block, STYLE_FIRST_LINE,
                           source->style);
}

/* A first letter of another style that is no drop cap. */
static void
style_letter(struct setter *s, const struct par_source *source)
{
    if (!s->l->sheet || source->first != source->block->first)
        return;
    const struct style *style = style_pseudo_of(
        s->l->sheet, source->block, STYLE_FIRST_LETTER, source->style);
    size_t n = style && style->initial_lines < 2 ? initial_bytes(&s->text) : 0;
    if (n)
        text_letter(s->l, s->scratch, &s->text, n);
}

/* The text with or without its drop cap. */
static struct par
set_text(struct setter *s, const struct par_source *source,
         const struct initial *initial)
{
    if (initial) {
        text_cut(&s->text, initial->bytes);
        set_indents(s, initial->width, (size_t)initial->beside);
    } else {
        set_indents(s,
                    source->indent +
                        resolve(source->style->text_indent, source->measure),
                    1);
        style_letter(s, source);
    }
    prepare(s, narrowest(s, source->measure));
    const struct style *first = first_line_style(s, source);
    if (first)
        keep_first_words(s, source->measure);
    size_t *ends = NULL, n = choose(s, source->measure, &ends);
    if (first)
        n = set_first_line(s, first, source->measure, &ends, n);
    struct line_options o = {.style = source->style,
                             .measure = source->measure,
                             .block = source->block,
                             .judge = true,
                             .report = !s->more};
    if (!n || (initial && n < (size_t)initial->beside))
        return (struct par){0};
    struct par par = make_lines(s, &o, ends, n);
    bound_lines(s, source->measure, &par);
    return par;
}

struct par
par_set(struct layout *l, const struct par_source *source)
{
    return par_set_lines(l, source, 0, NULL);
}

/* A block within a paragraph parts its lines from those around it, of which
 * the text goes on: words need a space between them. */
static void
part_from_block(const struct par_source *source, struct par *par)
{
    enum doc_model model = doc_vocab[source->block->kind].model;
    struct par_line *last = par->n ? &par->lines[par->n - 1] : NULL;
    if (last && last->runs.n && (source->end || model == DOC_IS_INLINE))
        last->runs.at[last->runs.n - 1].line_broken = true;
}

struct par
par_set_lines(struct layout *l, const struct par_source *source, int more,
              int64_t *cost)
{
    struct setter s = begin(l, source->style);
    s.more = more;
    struct par par = {0};
    bool whole = false;
    struct initial initial;
    text_of_source(l, s.scratch, source, &s.text);
    if (s.text.n && initial_make(l, s.scratch, source, &s.text, &initial)) {
        par = set_text(&s, source, &initial);
        whole = more;
        if (par.n)
            initial_place(l, &initial, source, &par);
        else /* too short to stand beside it */
            text_of_source(l, s.scratch, source, &s.text);
        shapes_free(&s.shapes);
    }
    if (s.text.n && !par.n && !whole)
        par = set_text(&s, source, NULL);
    part_from_block(source, &par);
    if (cost)
        *cost = s.demerits;
    end(&s);
    return par;
}

/* Without the letter spacing behind the last. */
static int
text_width(const struct setter *s)
{
    const struct shapes *shapes = &s->shapes;
    int width = 0;
    for (size_t i = 0; i < shapes->n; i++)
        width += shapes->clusters.at[i].width;
    if (shapes->n)
        width -= cluster_spacing(shapes, &shapes->clusters.at[shapes->n - 1]);
    return width;
}

/* The whole as one line, as wide as it gets. */
static struct par_line
one_line(struct setter *s, const struct doc_node *node)
{
    size_t last = s->items.at.n - 1;
    struct line_options o = {.style = s->style, .block = node};
    o.measure = text_width(s);
    return make_lines(s, &o, &last, 1).lines[0];
}

/* What does not stand before an ellipsis. */
static bool
is_weak_end(uint32_t c)
{
    static const uint32_t signs[] = {' ', ',',   ';',   ':',    '.',
                                     '-', 0x60C, 0x61B, 0x3001, 0xFF0C};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == c)
            return true;
    return false;
}

/* How many bytes of the text fit with an ellipsis behind them, cut behind a
 * word where there is a whole one. */
static size_t
shortened(const struct setter *s, int most, int ellipsis)
{
    const struct text *t = &s->text;
    size_t letters = 0, words = 0;
    int width = ellipsis;
    for (size_t k = 0; k < s->shapes.n; k++) {
        const struct cluster *c = &s->shapes.clusters.at[k];
        if (t->at[c->byte] == ' ' && width <= most)
            words = c->byte;
        width += c->width;
        if (width <= most)
            letters = c->byte + c->bytes;
    }
    const char *cut = t->at + (words ? words : letters), *before = cut;
    while (cut > t->at && is_weak_end(utf8_prev(&before, t->at)))
        cut = before;
    return (size_t)(cut - t->at);
}

static void
set_string(struct setter *s, const char *text, const char *lang,
           struct layout_mark mark)
{
    text_of_string(s->scratch, text, lang, s->style, mark, &s->text);
    if (s->text.n)
        prepare(s, 0);
}

struct par_line
par_text(struct layout *l, const char *text, const char *lang,
         const struct style *style, struct layout_mark mark, int most)
{
    struct setter s = begin(l, style);
    struct par_line line = {0};
    set_string(&s, text, lang, mark);
    if (s.text.n && most && text_width(&s) > most) {
        struct setter dots = begin(l, style);
        set_string(&dots, ELLIPSIS, lang, mark);
        size_t cut = shortened(&s, most, text_width(&dots));
        end(&dots);
        if (!cut) { /* an ellipsis alone says nothing */
            end(&s);
            return line;
        }
        const char *cutted =
            arena_printf(s.scratch, "%.*s" ELLIPSIS, (int)cut, s.text.at);
        shapes_free(&s.shapes);
        set_string(&s, cutted, lang, mark);
    }
    if (s.text.n)
        line = one_line(&s, mark.node);
    end(&s);
    return line;
}

/* The widest piece between break points, hyphens among them or not. */
static int
widest_piece(const struct setter *s, bool hyphens)
{
    int widest = 0, piece = 0;
    bool tied = false;
    for (size_t i = 0; i < s->items.at.n; i++) {
        const struct break_item *item = &s->items.at.at[i];
        bool penalty = item->kind == BREAK_PENALTY;
        bool may =
            penalty && item->penalty < BREAK_NEVER && (hyphens || !item->late);
        if (item->kind == BREAK_BOX || (item->kind == BREAK_GLUE && tied))
            piece += item->width; /* some spaces do not break */
        if (piece + (may ? item->width : 0) > widest)
            widest = piece + (may ? item->width : 0);
        if (may || (item->kind == BREAK_GLUE && !tied))
            piece = 0;
        tied = penalty && item->penalty >= BREAK_NEVER;
    }
    return widest;
}

struct par_extent
par_extent(struct layout *l, const struct par_source *source)
{
    struct setter s = begin(l, source->style);
    text_of_source(l, s.scratch, source, &s.text);
    if (s.text.n)
        prepare(&s, 0);
    struct par_extent e = {widest_piece(&s, false), widest_piece(&s, true), 0};
    int line = resolve(source->style->text_indent, source->measure);
    for (size_t i = 0; i < s.items.at.n; i++) {
        const struct break_item *item = &s.items.at.at[i];
        line += item->kind == BREAK_PENALTY ? 0 : item->width;
        e.most = line > e.most ? line : e.most;
        if (item->kind == BREAK_PENALTY && item->penalty <= BREAK_FORCED)
            line = 0;
    }
    end(&s);
    return e;
}
