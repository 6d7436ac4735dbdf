/* SPDX-License-Identifier: MIT */
/* Setters of plain values and of boxes: each reads one property's value and
 * writes what it computes to. */
#include <string.h>

#include "style/style_int.h"

static void *
field(struct compute *c, const struct css_property *p, int i)
{
    return (char *)c->out + p->offset + (size_t)i * p->stride;
}

enum css_status
css_set_word(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    if (!w || w->value == CSS_NOT_IN_PDF)
        return w ? CSS_UNSUPPORTED : CSS_INVALID;
    memcpy(field(c, p, 0), &w->value, sizeof w->value);
    return CSS_OK;
}

enum css_status
css_set_flag(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    if (!w || w->value == CSS_NOT_IN_PDF)
        return w ? CSS_UNSUPPORTED : CSS_INVALID;
    bool on = w->value != 0;
    memcpy(field(c, p, 0), &on, sizeof on);
    return CSS_OK;
}

/* Any value: the property is the EPUB's alone. */
enum css_status
css_set_any(struct compute *c, const struct css_property *p,
            struct css_tokens v)
{
    (void)c, (void)p, (void)v;
    return CSS_OK;
}

/* A length or percentage, or a word that stands for AUTO. */
static enum css_status
read_size(struct compute *c, const struct css_property *p, struct css_tokens v,
          struct style_length *out)
{
    const struct css_word *w = css_word_of(p->words, v);
    if (w) {
        *out = (struct style_length){0, STYLE_AUTO, 0};
        return w->value == CSS_NOT_IN_PDF ? CSS_UNSUPPORTED : CSS_OK;
    }
    struct css_size s;
    struct compute scaled = *c;
    scaled.unit = css_scaled_unit(c, p);
    enum css_status status = css_size_of(&scaled, v, &s);
    if (status == CSS_INVALID || s.kind == CSS_IS_NUMBER ||
        (s.value < 0 && !(p->flags & CSS_NEGATIVE)) ||
        (s.kind == CSS_IS_PERCENT && !(p->flags & CSS_PERCENTAGES)))
        return CSS_INVALID;
    *out = (struct style_length){css_round(s.value),
                                 s.kind == CSS_IS_PERCENT ? STYLE_PERCENT
                                                          : STYLE_LENGTH,
                                 css_round(s.plus)};
    css_scale_length(c, p, out);
    return status;
}

enum css_status
css_set_size(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    struct style_length length;
    enum css_status status = read_size(c, p, v, &length);
    if (status == CSS_OK)
        memcpy(field(c, p, 0), &length, sizeof length);
    return status;
}

/* A length in an int; the word (normal) is 0. */
enum css_status
css_set_int_size(struct compute *c, const struct css_property *p,
                 struct css_tokens v)
{
    struct style_length length;
    enum css_status status = read_size(c, p, v, &length);
    if (status != CSS_OK)
        return status;
    if (length.unit == STYLE_PERCENT)
        length.value = css_round(length.value / 1e4 * c->em + length.plus);
    memcpy(field(c, p, 0), &length.value, sizeof length.value);
    return CSS_OK;
}

enum css_status
css_set_count(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    if (v.n != 1 || v.at[0].type != CSS_NUMBER || !v.at[0].integer ||
        v.at[0].number < 1)
        return CSS_INVALID;
    int n = v.at[0].number > 1000 ? 1000 : (int)v.at[0].number;
    memcpy(field(c, p, 0), &n, sizeof n);
    return CSS_OK;
}

/* A whole number, or auto for 0. */
enum css_status
css_set_columns(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    if (!css_word_of(p->words, v))
        return css_set_count(c, p, v);
    int none = 0;
    memcpy(field(c, p, 0), &none, sizeof none);
    return CSS_OK;
}

/* How many, while a width is not honoured. */
enum css_status
css_set_columns_both(struct compute *c, const struct css_property *p,
                     struct css_tokens v)
{
    const struct css_property *count = css_property_of(p->words[0].word);
    struct css_tokens pieces[2];
    struct css_size size;
    size_t n = css_pieces(v, pieces, 2);
    if (n < 1 || n > 2)
        return CSS_INVALID;
    size_t widths = 0, counts = 0;
    enum css_status status = CSS_OK;
    for (size_t i = 0; i < n && status == CSS_OK; i++) {
        if (css_word_of(count->words, pieces[i]))
            continue;
        bool width = css_size_of(c, pieces[i], &size) == CSS_OK &&
                     size.kind != CSS_IS_NUMBER;
        widths += width;
        counts += !width;
        if (!width)
            status = count->set(c, count, pieces[i]);
    }
    if (status != CSS_OK || widths > 1 || counts > 1)
        return CSS_INVALID;
    if (!counts)
        memset(field(c, count, 0), 0, sizeof(int));
    return widths ? CSS_UNSUPPORTED : CSS_OK;
}

static enum css_status
read_paint(struct css_tokens v, struct css_paint *out)
{
    bool current;
    uint32_t rgba = 0;
    if (!css_color(v, &rgba, &current))
        return CSS_INVALID;
    *out = (struct css_paint){current ? 0 : rgba, current};
    return CSS_OK;
}

enum css_status
css_set_paint(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    struct css_paint paint;
    if (read_paint(v, &paint) != CSS_OK)
        return CSS_INVALID;
    memcpy(field(c, p, 0), &paint, sizeof paint);
    return CSS_OK;
}

enum css_status
css_set_color(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    (void)p;
    struct css_paint paint;
    if (read_paint(v, &paint) != CSS_OK)
        return CSS_INVALID;
    c->out->style.color = paint.current ? c->parent->style.color : paint.rgba;
    return CSS_OK;
}

/* thin, medium, thick, or a length. */
enum css_status
css_set_line_width(struct compute *c, const struct css_property *p,
                   struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    struct css_property plain = *p;
    plain.words = NULL;
    struct style_length length = {w ? w->value : 0, STYLE_LENGTH, 0};
    enum css_status status = w ? CSS_OK : read_size(c, &plain, v, &length);
    if (status == CSS_OK)
        memcpy(field(c, p, 0), &length.value, sizeof length.value);
    return status;
}

/* One to four values for top, right, bottom, left. `words` names the first
 * longhand; the others' rows follow it in that order. */
enum css_status
css_set_sides(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    static const int source[4][4] = {
        {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    struct css_tokens pieces[4];
    size_t n = css_pieces(v, pieces, 4);
    if (n < 1 || n > 4)
        return CSS_INVALID;
    enum css_status worst = CSS_OK;
    const struct css_property *top = css_property_of(p->words[0].word);
    for (int side = 0; side < 4; side++) {
        const struct css_property *one = top + side;
        enum css_status status = one->set(c, one, pieces[source[n - 1][side]]);
        worst = status < worst ? status : worst;
    }
    return worst;
}

/* One to four values for the corners, from top left clockwise. Corners are
 * round: of a second set, behind a slash, the PDF knows nothing. */
enum css_status
css_set_radius(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    static const int source[4][4] = {
        {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    struct css_tokens pieces[16];
    size_t n = css_pieces(v, pieces, 16), all = n;
    for (size_t i = 0; i < n && i < 16; i++)
        if (css_is_delim(pieces[i].at, '/'))
            n = i;
    if (n < 1 || n > 4 || all > 16)
        return CSS_INVALID;
    const struct css_property *corner = css_property_of(p->words[0].word);
    for (int i = 0; i < 4; i++) {
        struct css_property one = *corner;
        one.offset += (size_t)i * p->stride;
        enum css_status status = one.set(c, &one, pieces[source[n - 1][i]]);
        if (status != CSS_OK)
            return status;
    }
    return all > n ? CSS_UNSUPPORTED : CSS_OK;
}

/* Letters of a word, before its hyphen and behind it. What is not given is
 * automatic, but the last is as the one before (Text Level 4, clause 6.3.3). */
enum css_status
css_set_hyphen_limits(struct compute *c, const struct css_property *p,
                      struct css_tokens v)
{
    struct css_tokens pieces[3];
    size_t n = css_pieces(v, pieces, 3);
    int limits[3] = {0, 0, 0};
    if (n < 1 || n > 3)
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        const struct css_token *t = pieces[i].at;
        if (pieces[i].n != 1 ||
            (!css_is_word(t, "auto") && (t->type != CSS_NUMBER || !t->integer)))
            return CSS_INVALID;
        if (t->type == CSS_NUMBER)
            limits[i] = css_round(t->number);
    }
    if (n == 2)
        limits[2] = limits[1];
    memcpy(field(c, p, 0), limits, sizeof limits);
    return CSS_OK;
}

/* Width, line and colour in any order onto one or all sides; what is not
 * named goes back to its initial value. */
static enum css_status
read_border(struct compute *c, struct css_tokens v, int from, int to)
{
    static const char *const names[] = {"border-top-width", "border-top-style",
                                        "border-top-color"};
    static const size_t strides[] = {sizeof(struct style_border),
                                     sizeof(struct style_border),
                                     sizeof(struct css_paint)};
    static const struct css_token medium = {.type = CSS_IDENT,
                                            .text = "medium"};
    static const struct css_token none = {.type = CSS_IDENT, .text = "none"};
    static const struct css_token current = {.type = CSS_IDENT,
                                             .text = "currentcolor"};
    struct css_tokens value[3] = {{&medium, 1}, {&none, 1}, {&current, 1}};
    struct css_tokens pieces[3];
    bool given[3] = {false, false, false};
    size_t n = css_pieces(v, pieces, 3);
    if (n < 1 || n > 3)
        return CSS_INVALID;
    enum css_status worst = CSS_OK;
    for (size_t i = 0; i < n; i++) {
        int k = 0;
        for (; k < 3; k++) {
            enum css_status s = css_check(css_property_of(names[k]), pieces[i]);
            if (given[k] || s == CSS_INVALID)
                continue;
            worst = s < worst ? s : worst;
            value[k] = pieces[i];
            given[k] = true;
            break;
        }
        if (k == 3)
            return CSS_INVALID;
    }
    for (int k = 0; k < 3; k++)
        for (int side = from; side <= to; side++) {
            struct css_property one = *css_property_of(names[k]);
            one.offset += (size_t)side * strides[k];
            one.set(c, &one, value[k]);
        }
    return worst;
}

enum css_status
css_set_border(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    (void)p;
    return read_border(c, v, STYLE_TOP, STYLE_LEFT);
}

/* border-top, border-right, …: `count` holds the side. */
enum css_status
css_set_side(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    return read_border(c, v, p->count, p->count);
}

enum css_status
css_set_list_style(struct compute *c, const struct css_property *p,
                   struct css_tokens v)
{
    struct css_tokens pieces[3];
    size_t n = css_pieces(v, pieces, 3);
    if (n < 1 || n > 3)
        return CSS_INVALID;
    enum css_status worst = CSS_OK;
    const struct css_property *type = css_property_of("list-style-type");
    const struct css_property *at = css_property_of("list-style-position");
    bool typed = false;
    c->out->style.marker_inside = false;
    for (size_t i = 0; i < n; i++) {
        enum css_status s = CSS_UNSUPPORTED;
        if (pieces[i].at->type == CSS_STRING) {
            s = typed ? CSS_INVALID : type->set(c, type, pieces[i]);
            typed = true;
        } else if (pieces[i].at->type == CSS_IDENT) {
            s = at->set(c, at, pieces[i]);
            if (s == CSS_INVALID) {
                s = typed ? CSS_INVALID : type->set(c, type, pieces[i]);
                typed = true;
            }
        }
        worst = s < worst ? s : worst;
    }
    if (!typed)
        c->out->style.list_marker = STYLE_DISC;
    (void)p;
    return worst;
}

/* Words that add up, or none. */
enum css_status
css_set_lines(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    struct css_tokens pieces[4];
    size_t n = css_pieces(v, pieces, 4);
    int lines = 0;
    if (n < 1 || n > 4)
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        const struct css_word *w = css_word_of(p->words, pieces[i]);
        if (w && w->value == CSS_NOT_IN_PDF)
            return CSS_UNSUPPORTED;
        if (!w || (lines & w->value) || (!w->value && n > 1))
            return CSS_INVALID;
        lines |= w->value;
    }
    memcpy(field(c, p, 0), &lines, sizeof lines);
    return CSS_OK;
}

/* text-decoration: lines, style, colour and thickness in any order; what is
 * not named goes back to its initial value. */
enum css_status
css_set_decoration(struct compute *c, const struct css_property *p,
                   struct css_tokens v)
{
    struct css_tokens pieces[8];
    size_t n = css_pieces(v, pieces, 8);
    if (n < 1 || n > 8)
        return CSS_INVALID;
    const struct css_property *longhands[4];
    for (int k = 0; k < 4; k++)
        longhands[k] = css_property_of(p->words[k].word);
    unsigned lines = 0;
    enum css_status worst = CSS_OK;
    bool given[4] = {false, false, false, false};
    for (int k = 0; k < 4; k++)
        css_reset(c, longhands[k]);
    for (size_t i = 0; i < n; i++) {
        int k = 0;
        for (; k < 4; k++) {
            if (given[k] && k)
                continue;
            enum css_status s = longhands[k]->set(c, longhands[k], pieces[i]);
            if (s == CSS_INVALID)
                continue;
            worst = s < worst ? s : worst;
            given[k] = true;
            break;
        }
        if (k == 4)
            return CSS_INVALID;
        lines |= k == 0 ? c->out->style.decoration : 0;
    }
    c->out->style.decoration = lines;
    return worst;
}

/* A length in an int, percentages of the font's size; or a word's value. */
enum css_status
css_set_em_size(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    struct css_property plain = *p;
    plain.words = NULL;
    struct style_length length = {w ? w->value : 0, STYLE_LENGTH, 0};
    enum css_status status = w ? CSS_OK : read_size(c, &plain, v, &length);
    if (status != CSS_OK)
        return status;
    if (length.unit == STYLE_PERCENT)
        length.value = css_round(length.value / 1e4 * c->em + length.plus);
    memcpy(field(c, p, 0), &length.value, sizeof length.value);
    return CSS_OK;
}

enum css_status
css_set_valign(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    if (w && w->value == CSS_NOT_IN_PDF)
        return CSS_UNSUPPORTED;
    struct css_property plain = *p;
    plain.words = NULL;
    struct style_length length = {0, STYLE_LENGTH, 0};
    enum css_status status = w ? CSS_OK : read_size(c, &plain, v, &length);
    if (status != CSS_OK)
        return status;
    c->out->style.vertical_align =
        w ? (enum style_valign)w->value : STYLE_RAISED;
    c->out->style.raise =
        length.unit == STYLE_PERCENT
            ? css_round(length.value / 1e4 * c->line + length.plus)
            : length.value;
    return CSS_OK;
}

/* auto: as the parent's. */
enum css_status
css_set_page(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    if (v.n != 1 || v.at[0].type != CSS_IDENT)
        return CSS_INVALID;
    (void)p;
    if (css_is_word(&v.at[0], "auto"))
        c->out->style.page = c->parent->style.page;
    else
        c->out->style.page =
            c->checking ? v.at[0].text : style_intern(c->sheet, v.at[0].text);
    return CSS_OK;
}

/* Widths and heights of papers in points (CSS Paged Media Level 3, 7.1). */
static const struct paper {
    const char *name;
    double width, height;
} papers[] = {
    {"a3", 297 * 72 / 25.4, 420 * 72 / 25.4},
    {"a4", 210 * 72 / 25.4, 297 * 72 / 25.4},
    {"a5", 148 * 72 / 25.4, 210 * 72 / 25.4},
    {"a6", 105 * 72 / 25.4, 148 * 72 / 25.4},
    {"b4", 250 * 72 / 25.4, 353 * 72 / 25.4},
    {"b5", 176 * 72 / 25.4, 250 * 72 / 25.4},
    {"jis-b4", 257 * 72 / 25.4, 364 * 72 / 25.4},
    {"jis-b5", 182 * 72 / 25.4, 257 * 72 / 25.4},
    {"letter", 612, 792},
    {"legal", 612, 1008},
    {"ledger", 792, 1224},
};

static const struct paper *
paper_of(struct css_tokens v)
{
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (v.n == 1 && css_is_word(v.at, papers[i].name))
            return &papers[i];
    return NULL;
}

enum css_status
css_set_page_size(struct compute *c, const struct css_property *p,
                  struct css_tokens v)
{
    struct css_tokens pieces[3];
    size_t n = css_pieces(v, pieces, 3), lengths = 0;
    double size[2] = {0, 0};
    const struct paper *paper = NULL;
    int turn = -1;
    (void)p;
    if (n < 1 || n > 2)
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        struct css_size s;
        if (!paper && (paper = paper_of(pieces[i])))
            continue;
        if (turn < 0 && css_is_word(pieces[i].at, "portrait"))
            turn = 0;
        else if (turn < 0 && css_is_word(pieces[i].at, "landscape"))
            turn = 1;
        else if (css_is_word(pieces[i].at, "auto") && n == 1)
            return CSS_OK;
        else if (css_size_of(c, pieces[i], &s) == CSS_OK &&
                 s.kind == CSS_IS_LENGTH && s.value > 0)
            size[lengths++] = s.value;
        else
            return CSS_INVALID;
    }
    if (lengths && (paper || turn >= 0))
        return CSS_INVALID;
    if (!lengths) {
        paper = paper ? paper : paper_of(pieces[0]);
        size[0] = (paper ? paper->width : 612) * STYLE_PT;
        size[1] = (paper ? paper->height : 792) * STYLE_PT;
    } else if (lengths == 1) {
        size[1] = size[0];
    }
    bool wide = turn == 1;
    c->out->page_size[0] = css_round(size[wide]);
    c->out->page_size[1] = css_round(size[!wide]);
    return CSS_OK;
}

/* initial-letter: lines [sink]. */
enum css_status
css_set_initial_letter(struct compute *c, const struct css_property *p,
                       struct css_tokens v)
{
    static const struct css_word normal[] = {{"normal", 0}, {NULL, 0}};
    struct css_tokens pieces[2];
    size_t n = css_pieces(v, pieces, 2);
    (void)p;
    if (css_word_of(normal, v)) {
        c->out->style.initial_lines = 0;
        return CSS_OK;
    }
    if (n < 1 || n > 2 || pieces[0].at->type != CSS_NUMBER ||
        pieces[0].at->number < 1)
        return CSS_INVALID;
    if (n == 2 && pieces[1].at->type != CSS_NUMBER)
        return CSS_UNSUPPORTED;
    c->out->style.initial_lines = css_round(pieces[0].at->number);
    return CSS_OK;
}
