/* SPDX-License-Identifier: MIT */
/* Setters of type: family, size, weight, variants. */
#include <string.h>

#include "style/style_int.h"

/* font-size: keywords in hundredths of medium, 12 pt. */
static const struct css_word sizes[] = {
    {"xx-small", 56}, {"x-small", 63},  {"small", 81},     {"medium", 100},
    {"large", 113},   {"x-large", 150}, {"xx-large", 200}, {"xxx-large", 300},
    {"smaller", -83}, {"larger", -120}, {NULL, 0},
};

/* Sizes are of the parent's font: c->em is it while this is set. A scale comes
 * over them when all are known. */
enum css_status
css_set_font_size(struct compute *c, const struct css_property *p,
                  struct css_tokens v)
{
    const struct css_word *w = css_word_of(sizes, v);
    struct css_size s;
    int parent = c->parent->size, size;
    struct compute above = *c;
    above.scale = NULL;
    above.em = parent;
    above.root_em = c->root_size;
    (void)p;
    if (w) {
        size = w->value > 0 ? css_round(12.0 * STYLE_PT * w->value / 100)
                            : css_round(parent * (-w->value / 100.0));
    } else {
        enum css_status status = css_size_of(&above, v, &s);
        if (status != CSS_OK)
            return status;
        if (s.value < 0 || s.kind == CSS_IS_NUMBER)
            return CSS_INVALID;
        size = css_length_of(s, parent);
    }
    enum { MOST = 2000 * STYLE_PT };
    c->out->size = size > MOST ? MOST : size;
    return CSS_OK;
}

/* A height of lines: a number inherits as such, a percentage as the length it
 * gives. */
static struct style_length
line_of_size(const struct compute *c, struct css_size s, struct css_size plain)
{
    const struct style_scale *scale = c->scale;
    double em = c->em, size = c->out->size;
    if (s.kind == CSS_IS_NUMBER)
        return (struct style_length){
            css_round(css_scaled_line(scale, s.value, 1, s.value, 1) * 10000),
            STYLE_PERCENT, 0};
    if (s.kind == CSS_IS_PERCENT) {
        s.value = css_length_of(s, em);
        plain.value = css_length_of(plain, size);
    }
    return (struct style_length){
        css_round(css_scaled_line(scale, s.value, em, plain.value, size)),
        STYLE_LENGTH, 0};
}

enum css_status
css_set_line_height(struct compute *c, const struct css_property *p,
                    struct css_tokens v)
{
    static const struct css_word normal[] = {{"normal", 0}, {NULL, 0}};
    static const struct css_property scaled = {.flags = CSS_SCALED};
    (void)p;
    struct css_size s, plain;
    struct compute written = *c, on_scale = *c;
    if (css_word_of(normal, v)) {
        c->out->line = (struct style_length){0, STYLE_AUTO, 0};
        return CSS_OK;
    }
    written.em = c->out->size;
    written.root_em = c->root_size;
    on_scale.unit = css_scaled_unit(c, &scaled);
    enum css_status status = css_size_of(&on_scale, v, &s);
    if (status != CSS_OK)
        return status;
    if (s.value < 0)
        return CSS_INVALID;
    css_size_of(&written, v, &plain);
    c->out->line = line_of_size(c, s, plain);
    return CSS_OK;
}

enum css_status
css_set_weight(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    int above = c->parent->style.weight, weight;
    if (w && w->value > 0)
        weight = w->value;
    else if (w && w->value < 0) /* lighter; CSS Fonts Level 4, 2.2.1 */
        weight = above < 100   ? above
                 : above < 550 ? 100
                 : above < 750 ? 400
                               : 700;
    else if (w)
        weight = above < 350   ? 400
                 : above < 550 ? 700
                 : above < 900 ? 900
                               : above;
    else if (v.n == 1 && v.at[0].type == CSS_NUMBER && v.at[0].number >= 1 &&
             v.at[0].number <= 1000)
        weight = (int)v.at[0].number;
    else
        return CSS_INVALID;
    c->out->style.weight = weight;
    return CSS_OK;
}

static const char *const generics[] = {
    "serif",      "sans-serif", "monospace",    "cursive",
    "fantasy",    "system-ui",  "ui-serif",     "ui-sans-serif",
    "ui-rounded", "math",       "ui-monospace", "emoji",
};

/* One family: a string, or words that are joined by single spaces. */
static bool
add_family(struct buf *out, struct css_tokens v)
{
    if (out->n)
        buf_char(out, ',');
    if (v.n == 1 && v.at[0].type == CSS_STRING) {
        for (const char *s = v.at[0].text; *s; s++)
            buf_char(out, *s == ',' ? ' ' : *s);
        return *v.at[0].text;
    }
    for (size_t i = 0; v.n == 1 && i < sizeof generics / sizeof *generics; i++)
        if (css_is_word(&v.at[0], generics[i])) {
            buf_str(out, style_generic_family(generics[i]));
            return true;
        }
    for (size_t i = 0; i < v.n; i++) {
        if (v.at[i].type == CSS_SPACE)
            buf_char(out, ' ');
        else if (v.at[i].type == CSS_IDENT)
            buf_str(out, v.at[i].text);
        else
            return false;
    }
    return v.n > 0;
}

enum css_status
css_set_family(struct compute *c, const struct css_property *p,
               struct css_tokens v)
{
    struct css_tokens names[32];
    size_t n = css_list(v, names, 32);
    struct buf text;
    (void)p;
    buf_init(&text, BUF_LIMIT_SMALL);
    bool good = n <= 32;
    for (size_t i = 0; good && i < n; i++)
        good = add_family(&text, names[i]);
    if (good && !c->checking)
        c->out->style.family = style_intern(c->sheet, text.at);
    buf_free(&text);
    return good ? CSS_OK : CSS_INVALID;
}

enum css_status
css_set_caps(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    const struct css_word *w = css_word_of(p->words, v);
    if (!w)
        return CSS_INVALID;
    c->out->caps = (enum css_caps)w->value;
    return CSS_OK;
}

/* Words that each set a bit; one of a pair takes the other's place. */
static enum css_status
set_bits(const struct css_word *words, struct css_tokens v, int *out)
{
    struct css_tokens pieces[8];
    size_t n = css_pieces(v, pieces, 8);
    int bits = 0;
    if (n < 1 || n > 8)
        return CSS_INVALID;
    for (size_t i = 0; i < n; i++) {
        const struct css_word *w = css_word_of(words, pieces[i]);
        if (!w || (bits & w->value) || (!w->value && n > 1))
            return CSS_INVALID;
        bits |= w->value;
    }
    *out = bits;
    return CSS_OK;
}

enum css_status
css_set_numeric(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    return set_bits(p->words, v, &c->out->numeric);
}

enum css_status
css_set_ligatures(struct compute *c, const struct css_property *p,
                  struct css_tokens v)
{
    return set_bits(p->words, v, &c->out->ligatures);
}

/* font-variant: any words of the four longhands, or normal, or none. */
enum css_status
css_set_variant(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    struct css_tokens pieces[16];
    size_t n = css_pieces(v, pieces, 16);
    if (n < 1 || n > 16)
        return CSS_INVALID;
    c->out->caps = CSS_CAPS_NORMAL;
    c->out->numeric = c->out->ligatures = c->out->position = 0;
    (void)p;
    if (n == 1 && css_is_word(v.at, "normal"))
        return CSS_OK;
    if (n == 1 && css_is_word(v.at, "none")) {
        c->out->ligatures =
            CSS_NO_LIGA | CSS_NO_DLIG | CSS_NO_HLIG | CSS_NO_CALT;
        return CSS_OK;
    }
    const struct css_property *caps = css_property_of("font-variant-caps");
    const struct css_property *digits = css_property_of("font-variant-numeric");
    const struct css_property *joined =
        css_property_of("font-variant-ligatures");
    const struct css_property *height =
        css_property_of("font-variant-position");
    for (size_t i = 0; i < n; i++) {
        const struct css_word *w;
        if ((w = css_word_of(caps->words, pieces[i])) && w->value)
            c->out->caps = (enum css_caps)w->value;
        else if ((w = css_word_of(digits->words, pieces[i])) && w->value)
            c->out->numeric |= w->value;
        else if ((w = css_word_of(joined->words, pieces[i])) && w->value)
            c->out->ligatures |= w->value;
        else if ((w = css_word_of(height->words, pieces[i])) && w->value)
            c->out->position = w->value;
        else
            return CSS_INVALID;
    }
    return CSS_OK;
}

/* font-feature-settings: "tag" [number | on | off], … kept as Pango has it:
 * tag=number. */
enum css_status
css_set_settings(struct compute *c, const struct css_property *p,
                 struct css_tokens v)
{
    struct css_tokens list[32], pieces[2];
    size_t n = css_list(v, list, 32);
    (void)p;
    if (v.n == 1 && css_is_word(v.at, "normal")) {
        c->out->settings = NULL;
        return CSS_OK;
    }
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    bool good = n <= 32;
    for (size_t i = 0; good && i < n; i++) {
        size_t k = css_pieces(list[i], pieces, 2);
        const struct css_token *tag = list[i].n ? list[i].at : NULL;
        good = (k == 1 || k == 2) && tag->type == CSS_STRING &&
               strlen(tag->text) == 4 && !strpbrk(tag->text, "=,\"' ");
        int value = 1;
        if (good && k == 2 && css_is_word(pieces[1].at, "off"))
            value = 0;
        else if (good && k == 2 && pieces[1].at->type == CSS_NUMBER)
            value = css_round(pieces[1].at->number);
        else if (good && k == 2)
            good = css_is_word(pieces[1].at, "on");
        if (good)
            buf_printf(&text, "%s%s=%d", text.n ? ", " : "", tag->text, value);
    }
    if (good && !c->checking)
        c->out->settings = style_intern(c->sheet, text.at);
    buf_free(&text);
    return good ? CSS_OK : CSS_INVALID;
}

static void
reset_font(struct compute *c)
{
    static const char *const longhands[] = {
        "font-style",   "font-variant-caps",      "font-variant-numeric",
        "font-weight",  "font-variant-ligatures", "font-variant-position",
        "font-kerning", "font-feature-settings",  "line-height",
    };
    for (size_t i = 0; i < sizeof longhands / sizeof *longhands; i++) {
        const struct css_property *p = css_property_of(longhands[i]);
        memcpy((char *)c->out + p->offset, (const char *)c->initial + p->offset,
               p->size);
    }
}

/* What may stand before the size. */
static enum css_status
font_prefix(struct compute *c, struct css_tokens v)
{
    static const char *const names[] = {"font-style", "font-weight",
                                        "font-stretch"};
    if (css_is_word(v.at, "normal"))
        return CSS_OK;
    if (css_is_word(v.at, "small-caps")) {
        c->out->caps = CSS_SMALL_CAPS;
        return CSS_OK;
    }
    for (int i = 0; i < 3; i++) {
        const struct css_property *p = css_property_of(names[i]);
        enum css_status s = p->set(c, p, v);
        if (s != CSS_INVALID)
            return s;
    }
    return CSS_INVALID;
}

/* font: [style variant weight stretch] size[/line-height] family. */
enum css_status
css_set_font(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    struct css_tokens pieces[40];
    size_t n = css_pieces(v, pieces, 40), i = 0;
    enum css_status worst = CSS_OK;
    (void)p;
    if (n < 1 || n > 40)
        return CSS_INVALID;
    static const struct css_word system[] = {
        {"caption", 0},     {"icon", 0},          {"menu", 0},
        {"message-box", 0}, {"small-caption", 0}, {"status-bar", 0},
        {NULL, 0},
    };
    if (css_word_of(system, v))
        return CSS_UNSUPPORTED;
    reset_font(c);
    for (; i < n && i < 4; i++) {
        /* a bare number is a weight, any other size ends the prefix */
        enum css_status s = font_prefix(c, pieces[i]);
        if (s == CSS_INVALID)
            break;
        worst = s < worst ? s : worst;
    }
    if (i >= n || css_set_font_size(c, NULL, pieces[i]) != CSS_OK)
        return CSS_INVALID;
    i++;
    if (i + 1 < n && css_is_delim(pieces[i].at, '/')) {
        enum css_status s = css_set_line_height(c, NULL, pieces[i + 1]);
        worst = s < worst ? s : worst;
        i += 2;
    }
    if (i >= n)
        return CSS_INVALID;
    struct css_tokens family = {pieces[i].at, 0};
    family.n = (size_t)(v.at + v.n - family.at);
    enum css_status s = css_set_family(c, NULL, family);
    return s < worst ? s : worst;
}
