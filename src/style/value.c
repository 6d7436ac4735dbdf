/* SPDX-License-Identifier: MIT */
/* Pieces of values: lengths, calc(), words (CSS Values and Units Level 4). */
#include <math.h>
#include <string.h>

#include "style/style_int.h"

size_t
css_pieces(struct css_tokens v, struct css_tokens *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < v.n;) {
        size_t next = css_skip(v, i);
        if (v.at[i].type != CSS_SPACE) {
            if (n == room)
                return room + 1;
            out[n++] = (struct css_tokens){v.at + i, next - i};
        }
        i = next;
    }
    return n;
}

size_t
css_list(struct css_tokens v, struct css_tokens *out, size_t room)
{
    size_t n = 0, from = 0;
    for (size_t i = 0; i <= v.n;) {
        if (i < v.n && v.at[i].type != CSS_COMMA) {
            i = css_skip(v, i);
            continue;
        }
        if (n == room)
            return room + 1;
        out[n++] = css_trim((struct css_tokens){v.at + from, i - from});
        from = ++i;
    }
    return n;
}

int
css_round(double units)
{
    enum { MOST = 1 << 28 };
    return (int)lround(fmax(-MOST, fmin(MOST, units)));
}

const struct css_word *
css_word_of(const struct css_word *words, struct css_tokens v)
{
    if (v.n != 1 || v.at[0].type != CSS_IDENT)
        return NULL;
    for (; words && words->word; words++)
        if (str_eq_nocase(words->word, v.at[0].text))
            return words;
    return NULL;
}

/* Pango units a unit; `of` 'e' or 'r': of the font size, of the root's; 'l' or
 * 'm': of the line height, of the root's; 'w', 'h', '<' or '>': a hundredth of
 * the page's width, its height, the lesser or the greater of the two. */
static const struct unit {
    const char *name;
    double units;
    char of;
} units[] = {
    {"px", 768, 0},
    {"pt", 1024, 0},
    {"em", 1, 'e'},
    {"rem", 1, 'r'},
    {"in", 72 * 1024, 0},
    {"mm", 72 * 1024 / 25.4, 0},
    {"cm", 72 * 1024 / 2.54, 0},
    {"pc", 12 * 1024, 0},
    {"q", 72 * 1024 / 101.6, 0},
    {"ex", 0.5, 'e'},
    {"ch", 0.5, 'e'},
    {"cap", 0.7, 'e'},
    {"ic", 1, 'e'},
    {"rex", 0.5, 'r'},
    {"rch", 0.5, 'r'},
    {"ric", 1, 'r'},
    {"lh", 1, 'l'},
    {"rlh", 1, 'm'},
    {"vw", 0.01, 'w'},
    {"vh", 0.01, 'h'},
    {"vmin", 0.01, '<'},
    {"vmax", 0.01, '>'},
};

/* Units that depend on a window. */
static const char *const windows[] = {
    "vi",  "vb",  "svw", "svh", "lvw", "lvh",
    "dvw", "dvh", "cqw", "cqh", "cqi", "cqb",
};

enum {
    UNITS = sizeof units / sizeof *units,
    WINDOWS = sizeof windows / sizeof *windows
};

bool
css_is_unit(const char *name)
{
    for (size_t i = 0; i < UNITS; i++)
        if (str_eq_nocase(name, units[i].name))
            return true;
    for (size_t i = 0; i < WINDOWS; i++)
        if (str_eq_nocase(name, windows[i]))
            return true;
    return false;
}

const char *
css_unit_near(const char *name)
{
    const char *names[UNITS];
    for (size_t i = 0; i < UNITS; i++)
        names[i] = units[i].name;
    return str_nearest(name, names, UNITS);
}

static double
unit_base(const struct compute *c, char of)
{
    switch (of) {
    case 'e':
        return c->em;
    case 'r':
        return c->root_em;
    case 'l':
        return c->line;
    case 'm':
        return c->root_line;
    case 'w':
        return c->view[0];
    case 'h':
        return c->view[1];
    case '<':
        return c->view[0] < c->view[1] ? c->view[0] : c->view[1];
    case '>':
        return c->view[0] > c->view[1] ? c->view[0] : c->view[1];
    default:
        return 1;
    }
}

static enum css_status
dimension(const struct compute *c, const struct css_token *t,
          struct css_size *out)
{
    for (size_t i = 0; i < UNITS; i++)
        if (str_eq_nocase(t->text, units[i].name)) {
            out->value = t->number * units[i].units * unit_base(c, units[i].of);
            if (!units[i].of && c->unit > 0)
                out->value *= c->unit;
            return CSS_OK;
        }
    for (size_t i = 0; i < WINDOWS; i++)
        if (str_eq_nocase(t->text, windows[i]))
            return CSS_UNSUPPORTED;
    return CSS_INVALID;
}

enum css_status
css_size_of(const struct compute *c, struct css_tokens v, struct css_size *out)
{
    if (!v.n)
        return CSS_INVALID;
    const struct css_token *t = v.at;
    *out = (struct css_size){0, 0, CSS_IS_LENGTH};
    if (t->type == CSS_FUNCTION && css_skip(v, 0) == v.n)
        return css_calc(c, v, out);
    if (v.n != 1)
        return CSS_INVALID;
    switch (t->type) {
    case CSS_NUMBER:
        *out = (struct css_size){
            t->number, 0, t->number == 0 ? CSS_IS_LENGTH : CSS_IS_NUMBER};
        return CSS_OK;
    case CSS_PERCENTAGE:
        *out = (struct css_size){t->number * 100, 0, CSS_IS_PERCENT};
        return CSS_OK;
    case CSS_DIMENSION:
        return dimension(c, t, out);
    default:
        return CSS_INVALID;
    }
}

int
css_length_of(struct css_size s, double base)
{
    return css_round(s.kind == CSS_IS_PERCENT ? s.value / 1e4 * base + s.plus
                                              : s.value);
}
