/* SPDX-License-Identifier: MIT */
/* A sheet on a scale: type, leading and space become less, or more, together.
 *
 * Sizes of type are computed as they are written, and mapped when all else is
 * to be computed from them: so a limit holds for each size by itself, however
 * deep it is nested, and em follow what is really set. */
#include "style/style_int.h"

enum { WHOLE = 1000, TIGHT_PARTS = 12, TIGHT_WHOLE = 10 };
enum { LEAST_PICTURE = 72 * STYLE_PT }; /* less is seen from close by alone */

static double
share(int thousandths)
{
    return thousandths ? thousandths / (double)WHOLE : 1;
}

static int
at_least(int size, int limit)
{
    return size < limit ? limit : size;
}

int
css_scaled_type(const struct style_scale *scale, int size)
{
    if (!scale)
        return size;
    int scaled = css_round(size * share(scale->type));
    if (scaled < size)
        scaled = at_least(scaled, size < scale->least ? size : scale->least);
    return scaled ? at_least(scaled, scale->raised) : 0;
}

double
css_scaled_unit(const struct compute *c, const struct css_property *p)
{
    return c->scale && p->flags & CSS_SCALED ? share(c->scale->type) : 1;
}

void
css_scale_length(const struct compute *c, const struct css_property *p,
                 struct style_length *length)
{
    if (!c->scale || length->unit == STYLE_AUTO)
        return;
    int value = length->value;
    /* what is below nothing lays lines or pictures over others: no space */
    bool spaced = p->flags & CSS_SPACED && value >= 0;
    double part = spaced ? share(c->scale->space) : 1;
    if (p->flags & CSS_PICTURE && length->unit == STYLE_LENGTH)
        part = share(c->scale->picture);
    length->value = css_round(value * part);
    if (p->flags & CSS_PICTURE && length->value < value)
        length->value = at_least(length->value,
                                 value < LEAST_PICTURE ? value : LEAST_PICTURE);
    length->plus = css_round(length->plus * part);
}

double
css_scaled_line(const struct style_scale *scale, double height, double em,
                double plain, double size)
{
    double tight = (double)TIGHT_PARTS / TIGHT_WHOLE;
    if (!scale)
        return height;
    height *= share(scale->leading);
    bool loose = plain >= tight * size;
    return loose && height < tight * em ? tight * em : height;
}

void
style_set_scale(struct style_sheet *sheet, const struct style_scale *scale)
{
    sheet->scale = *scale;
    sheet->initial.style.font_size =
        css_scaled_type(scale, sheet->initial.size);
    sheet->html = NULL;
    sheet->page_memo = NULL;
    sheet->memo = style_memo_new(sheet);
}

struct style_scale
style_scale_of(const struct style_sheet *sheet)
{
    return sheet->scale;
}
