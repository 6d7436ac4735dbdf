/* SPDX-License-Identifier: MIT */
/* Pictures behind boxes: the setters of background and its longhands (CSS
 * Backgrounds and Borders Level 3, clause 2), and the files they name. */
#include <string.h>

#include "style/style_int.h"

static struct style_backdrop *
backdrop(struct compute *c)
{
    return &c->out->style.backdrop;
}

static struct style_image *
image_new(struct style_sheet *sheet, const struct css_file *file,
          const struct css_token *at, const char *path, const char *url)
{
    struct arena *a = sheet->arena;
    struct style_image *image = ARENA_NEW(a, struct style_image);
    *image = (struct style_image){
        .path = path,
        .shown = path_join(a, path_dir(a, file->shown), url),
        .at = {file->shown, at->line, at->col}};
    *vec_add(a, &sheet->images) = image;
    map_set(sheet->image_paths, path, image);
    return image;
}

void
css_note_images(struct style_sheet *sheet, const struct css_file *file,
                const struct css_declaration *d)
{
    if (!d->custom && d->property->set != css_set_picture &&
        d->property->set != css_set_background)
        return;
    for (size_t i = 0; i < d->value.n; i++) {
        const struct css_token *at;
        const char *url = css_url_at(d->value, i, &at);
        const char *path = url ? style_local_file(sheet, file, url, at) : NULL;
        if (!path)
            continue;
        if (!sheet->image_paths)
            sheet->image_paths = map_new(sheet->arena);
        struct style_image *image = map_get(sheet->image_paths, path);
        if (!image)
            image = image_new(sheet, file, at, path, url);
        *vec_add(sheet->arena, &sheet->image_uses) =
            (struct css_image_use){at->text, image};
    }
}

struct style_image **
style_images(struct style_sheet *sheet, size_t *n)
{
    *n = sheet->images.n;
    return sheet->images.at;
}

/* The file that the token names; the same token has the same text, wherever
 * var() puts it. NULL: it is not there. */
static struct style_image *
image_of(const struct style_sheet *sheet, const char *text)
{
    for (size_t i = 0; i < sheet->image_uses.n; i++)
        if (sheet->image_uses.at[i].text == text)
            return sheet->image_uses.at[i].image;
    return NULL;
}

enum css_status
css_set_picture(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    const struct css_token *at;
    if (css_word_of(p->words, v)) {
        backdrop(c)->image = NULL;
        return CSS_OK;
    }
    if (!css_url_at(v, 0, &at))
        return v.n && v.at[0].type == CSS_FUNCTION ? CSS_UNSUPPORTED
                                                   : CSS_INVALID;
    struct css_tokens more = {v.at + css_skip(v, 0), v.n - css_skip(v, 0)};
    more = css_trim(more);
    if (more.n) /* several layers */
        return more.at[0].type == CSS_COMMA ? CSS_UNSUPPORTED : CSS_INVALID;
    backdrop(c)->image = c->checking ? NULL : image_of(c->sheet, at->text);
    return CSS_OK;
}

/* One length or percentage; `auto` where `words` has it. */
static enum css_status
read_length(struct compute *c, struct css_tokens v, bool negative,
            struct style_length *out)
{
    struct css_size s;
    enum css_status status = css_size_of(c, v, &s);
    if (status == CSS_INVALID || (s.kind == CSS_IS_NUMBER && s.value != 0) ||
        (s.value < 0 && !negative))
        return CSS_INVALID;
    out->value = css_round(s.value);
    out->unit = s.kind == CSS_IS_PERCENT ? STYLE_PERCENT : STYLE_LENGTH;
    out->plus = css_round(s.plus);
    return status;
}

enum css_status
css_set_picture_size(struct compute *c, const struct css_property *p,
                     struct css_tokens v)
{
    struct css_tokens pieces[2];
    size_t n = css_pieces(v, pieces, 2);
    struct style_length size[2] = {{0, STYLE_AUTO, 0}, {0, STYLE_AUTO, 0}};
    const struct css_word *w = css_word_of(p->words, v);
    if (n < 1 || n > 2)
        return CSS_INVALID;
    for (size_t i = 0; i < n && !w; i++) {
        if (pieces[i].n == 1 && css_is_word(pieces[i].at, "auto"))
            continue;
        enum css_status status = read_length(c, pieces[i], false, &size[i]);
        if (status != CSS_OK)
            return status;
    }
    backdrop(c)->size.fit = w ? w->value : STYLE_FIT_AUTO;
    memcpy(backdrop(c)->size.length, size, sizeof size);
    return CSS_OK;
}

/* What a word of background-position says: of which axis (-1: of either), and
 * how far along it, in hundredths of a percent. */
static const struct side {
    const char *word;
    int axis, share;
} sides[] = {
    {"left", 0, 0},       {"right", 0, 10000},  {"top", 1, 0},
    {"bottom", 1, 10000}, {"center", -1, 5000},
};

static const struct side *
side_of(struct css_tokens v)
{
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (v.n == 1 && css_is_word(v.at, sides[i].word))
            return &sides[i];
    return NULL;
}

/* Two words or lengths, the horizontal one first unless words say otherwise;
 * one alone leaves the other in the middle. */
static enum css_status
read_two(struct compute *c, const struct css_tokens *pieces, size_t n,
         struct style_length out[2])
{
    const struct side *first = side_of(pieces[0]);
    const struct side *second = n > 1 ? side_of(pieces[1]) : NULL;
    bool turned = (first && first->axis == 1) || (second && second->axis == 0);
    out[0] = out[1] = (struct style_length){5000, STYLE_PERCENT, 0};
    if (turned && n > 1 && (!first || !second || first->axis == second->axis))
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        const struct side *side = i ? second : first;
        struct style_length *to = &out[turned ? 1 - i : i];
        if (side && side->axis >= 0 && side->axis != (int)(to - out))
            return CSS_INVALID;
        enum css_status status = CSS_OK;
        if (side)
            to->value = side->share;
        else
            status = read_length(c, pieces[i], true, to);
        if (status != CSS_OK)
            return status;
    }
    return CSS_OK;
}

/* "right 10px bottom 2em": sides, each perhaps with a distance from it. */
static enum css_status
read_sides(struct compute *c, const struct css_tokens *pieces, size_t n,
           struct style_length out[2])
{
    bool given[2] = {false, false};
    out[0] = out[1] = (struct style_length){5000, STYLE_PERCENT, 0};
    for (size_t i = 0; i < n; i++) {
        const struct side *side = side_of(pieces[i]);
        if (!side)
            return CSS_INVALID;
        int axis = side->axis >= 0 ? side->axis : given[0];
        if (given[axis])
            return CSS_INVALID;
        given[axis] = true;
        out[axis].value = side->share;
        struct style_length off = {0, STYLE_LENGTH, 0};
        if (i + 1 >= n || side_of(pieces[i + 1]))
            continue;
        enum css_status status = read_length(c, pieces[++i], true, &off);
        if (status != CSS_OK || side->axis < 0)
            return status == CSS_OK ? CSS_INVALID : status;
        bool far = side->share > 0;
        if (off.unit == STYLE_PERCENT)
            out[axis].value = far ? side->share - off.value : off.value;
        out[axis].plus = off.unit == STYLE_PERCENT ? off.plus : off.value;
        out[axis].plus = far ? -out[axis].plus : out[axis].plus;
    }
    return CSS_OK;
}

enum css_status
css_set_picture_position(struct compute *c, const struct css_property *p,
                         struct css_tokens v)
{
    struct css_tokens pieces[4];
    struct style_length at[2];
    size_t n = css_pieces(v, pieces, 4);
    (void)p;
    if (n < 1 || n > 4)
        return CSS_INVALID;
    enum css_status status =
        n > 2 ? read_sides(c, pieces, n, at) : read_two(c, pieces, n, at);
    if (status == CSS_OK)
        memcpy(backdrop(c)->position, at, sizeof at);
    return status;
}

enum css_status
css_set_picture_repeat(struct compute *c, const struct css_property *p,
                       struct css_tokens v)
{
    struct css_tokens pieces[2];
    size_t n = css_pieces(v, pieces, 2);
    int *repeat = backdrop(c)->repeat;
    bool across = v.n == 1 && css_is_word(v.at, "repeat-x");
    if (across || (v.n == 1 && css_is_word(v.at, "repeat-y"))) {
        repeat[0] = across;
        repeat[1] = !across;
        return CSS_OK;
    }
    if (n < 1 || n > 2)
        return CSS_INVALID;
    for (size_t i = 0; i < 2; i++) {
        const struct css_word *w = css_word_of(p->words, pieces[i < n ? i : 0]);
        if (!w || w->value == CSS_NOT_IN_PDF)
            return w ? CSS_UNSUPPORTED : CSS_INVALID;
        repeat[i] = w->value;
    }
    return CSS_OK;
}

/* The pieces of a shorthand, by the longhand that they belong to. */
enum { COLOR, IMAGE, POSITION, SIZE, REPEAT, LONGHANDS };
struct pieces {
    struct css_tokens of[LONGHANDS];
};

static const struct css_property *
longhand(const struct css_property *p, int i)
{
    return css_property_of(p->words[i].word);
}

/* Whether the stretch may be so much of a longhand's value; a longer one is
 * tried first. */
static enum css_status
take_piece(const struct css_property *p, struct css_tokens v, size_t *used,
           int *which)
{
    static const int order[] = {IMAGE, REPEAT, COLOR, POSITION};
    struct css_tokens pieces[5];
    size_t n = css_pieces(v, pieces, 4);
    n = n > 4 ? 4 : n;
    for (size_t take = n; take; take--) {
        const struct css_token *last = pieces[take - 1].at + pieces[take - 1].n;
        struct css_tokens one = {v.at, (size_t)(last - v.at)};
        for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
            enum css_status status = css_check(longhand(p, order[i]), one);
            if (status == CSS_INVALID)
                continue;
            *used = one.n;
            *which = order[i];
            return status;
        }
    }
    return CSS_INVALID;
}

/* What stands behind a slash: one or two lengths, or a word. */
static enum css_status
take_size(const struct css_property *p, struct css_tokens v, size_t *used)
{
    struct css_tokens pieces[2];
    size_t n = css_pieces(v, pieces, 2);
    for (size_t take = n > 2 ? 2 : n; take; take--) {
        const struct css_token *last = pieces[take - 1].at + pieces[take - 1].n;
        struct css_tokens one = {v.at, (size_t)(last - v.at)};
        *used = one.n;
        if (css_check(longhand(p, SIZE), one) == CSS_OK)
            return CSS_OK;
    }
    return CSS_INVALID;
}

static enum css_status
sort_pieces(const struct css_property *p, struct css_tokens v,
            struct pieces *out)
{
    enum css_status worst = CSS_OK;
    int last = -1;
    for (v = css_trim(v); v.n; v = css_trim(v)) {
        size_t used = 0;
        int which = SIZE;
        enum css_status status = CSS_INVALID;
        if (css_is_delim(v.at, '/') && last == POSITION) {
            v = css_trim((struct css_tokens){v.at + 1, v.n - 1});
            status = take_size(p, v, &used);
        } else if (v.at[0].type == CSS_COMMA) {
            return CSS_UNSUPPORTED; /* several layers */
        } else {
            status = take_piece(p, v, &used, &which);
        }
        if (status == CSS_INVALID || out->of[which].n)
            return CSS_INVALID;
        worst = status < worst ? status : worst;
        out->of[which] = (struct css_tokens){v.at, used};
        v = (struct css_tokens){v.at + used, v.n - used};
        last = which;
    }
    return worst;
}

/* What is not named goes back to its initial value. */
enum css_status
css_set_background(struct compute *c, const struct css_property *p,
                   struct css_tokens v)
{
    static const struct css_token none = {.type = CSS_IDENT, .text = "none"};
    struct pieces pieces = {0};
    enum css_status status = sort_pieces(p, v, &pieces);
    if (!v.n || status != CSS_OK)
        return v.n ? status : CSS_INVALID;
    bool only_none = v.n == 1 && css_is_word(v.at, "none");
    if (only_none)
        pieces.of[IMAGE] = (struct css_tokens){&none, 1};
    for (int i = 0; i < LONGHANDS; i++) {
        css_reset(c, longhand(p, i));
        if (pieces.of[i].n)
            css_apply(c, longhand(p, i), pieces.of[i]);
    }
    return CSS_OK;
}
