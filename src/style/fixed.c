/* SPDX-License-Identifier: MIT */
/* Whether a stylesheet takes from readers what they may want to change: sizes
 * in units that do not follow theirs, and colours and faces that insist. */
#include "style/style_int.h"

static bool
is_absolute(const char *unit)
{
    static const char *const units[] = {"px", "pt", "pc", "in",
                                        "cm", "mm", "q"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_eq_nocase(unit, units[i]))
            return true;
    return false;
}

static bool
is_fixed(const struct css_declaration *d)
{
    static const char *const sizes[] = {"font-size", "font", "line-height"};
    static const char *const tastes[] = {
        "font-size", "font",       "line-height",     "font-family",
        "color",     "background", "background-color"};
    const char *name = d->property->name;
    bool size = false, taste = false;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        size = size || str_eq(name, sizes[i]);
    for (size_t i = 0; i < sizeof tastes / sizeof *tastes; i++)
        taste = taste || str_eq(name, tastes[i]);
    if (taste && d->important)
        return true;
    for (size_t i = 0; size && i < d->value.n; i++)
        if (d->value.at[i].type == CSS_DIMENSION &&
            d->value.at[i].number != 0 && is_absolute(d->value.at[i].text))
            return true;
    return false;
}

/* Whether it can change what text looks like on its ground. */
static bool
touches_colors(const struct css_declaration *d)
{
    static const char *const names[] = {
        "color",   "background", "background-color", "background-image",
        "opacity", "filter",     "mix-blend-mode"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(d->property->name, names[i]))
            return !css_passes_on(d);
    return false;
}

bool
style_sets_colors(const struct style_sheet *sheet)
{
    for (size_t i = 0; i < sheet->rules.n; i++)
        for (const struct css_declaration *d = sheet->rules.at[i].first; d;
             d = d->next)
            if (!d->custom && d->property && touches_colors(d))
                return true;
    return false;
}

bool
style_is_fixed(const struct style_sheet *sheet)
{
    for (size_t i = 0; i < sheet->rules.n; i++)
        for (const struct css_declaration *d = sheet->rules.at[i].first; d;
             d = d->next)
            if (!d->custom && d->property && is_fixed(d))
                return true;
    return false;
}
