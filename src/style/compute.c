/* SPDX-License-Identifier: MIT */
/* Declarations become computed values: CSS Cascading and Inheritance Level 4.
 */
#include <string.h>

#include "style/style_int.h"

enum pass { PASS_CUSTOM, PASS_EARLY, PASS_LINE, PASS_ALL };

static void
inherit(struct computed *out, const struct computed *parent,
        const struct computed *initial)
{
    memcpy(out, initial, sizeof *out);
    for (size_t i = 0; i < css_property_count; i++) {
        const struct css_property *p = &css_properties[i];
        if ((p->flags & CSS_INHERITED) && p->size)
            memcpy((char *)out + p->offset, (const char *)parent + p->offset,
                   p->size);
    }
    out->vars = parent->vars;
    out->style.list_text = parent->style.list_text;
}

/* A value that can't be had acts as unset (Custom Properties, clause 3.1). */
static void
apply_value(struct compute *c, const struct css_declaration *d)
{
    static const struct css_token unset = {.type = CSS_IDENT, .text = "unset"};
    struct css_tokens v = d->value;
    if (!d->has_var) {
        css_apply(c, d->property, v);
        return;
    }
    struct computed before;
    memcpy(&before, c->out, sizeof before);
    if (css_substitute(c->sheet->arena, c->out->vars, v, &v) &&
        css_apply(c, d->property, v) == CSS_OK)
        return;
    memcpy(c->out, &before, sizeof before);
    css_apply(c, d->property, (struct css_tokens){&unset, 1});
}

/* Of `font` the size and the line's height are needed before all else. */
static void
apply_early(struct compute *c, const struct css_declaration *d)
{
    if (!(d->property->flags & CSS_SHORTHAND)) {
        apply_value(c, d);
        return;
    }
    struct computed kept;
    memcpy(&kept, c->out, sizeof kept);
    apply_value(c, d);
    kept.size = c->out->size;
    kept.line = c->out->line;
    memcpy(c->out, &kept, sizeof kept);
}

static void
add_var(struct compute *c, const struct css_declaration *d)
{
    struct css_var *var = ARENA_NEW(c->sheet->arena, struct css_var);
    var->name = d->name;
    var->value = d->value;
    var->next = c->out->vars;
    c->out->vars = var;
}

static void
apply_block(struct compute *c, const struct css_block *block, enum pass pass,
            bool important)
{
    for (const struct css_declaration *d = block->first; d; d = d->next) {
        if (d->important != important)
            continue;
        if (pass == PASS_CUSTOM && d->custom)
            add_var(c, d);
        else if (pass == PASS_CUSTOM || d->custom || !d->in_print)
            continue;
        else if (pass == PASS_ALL ||
                 (pass == PASS_LINE && d->property->set == css_set_line_height))
            apply_value(c, d);
        else if (pass == PASS_EARLY && d->property->flags & CSS_EARLY)
            apply_early(c, d);
    }
}

/* Normal declarations in order, important ones above them, and those of the
 * program's own sheet above all (clause 6.4). */
static void
apply_all(struct compute *c, const struct css_block *blocks, size_t n,
          enum pass pass)
{
    for (size_t i = 0; i < n; i++)
        apply_block(c, &blocks[i], pass, false);
    for (int base = 0; base <= 1; base++)
        for (size_t i = 0; i < n; i++)
            if (blocks[i].base == base)
                apply_block(c, &blocks[i], pass, true);
}

static uint32_t
paint_of(const struct computed *c, struct css_paint paint)
{
    return paint.current ? c->style.color : paint.rgba;
}

static int
line_of(const struct computed *c, int em)
{
    if (c->line.unit == STYLE_LENGTH)
        return c->line.value;
    return css_round(em *
                     (c->line.unit == STYLE_AUTO ? 1.2 : c->line.value / 1e4));
}

/* What is made from other values. */
static void
finish(struct style_sheet *sheet, struct computed *c,
       const struct computed *parent)
{
    int em = c->style.font_size;
    c->style.line_height = line_of(c, em);
    for (int i = 0; i < 4; i++) {
        if (c->style.border[i].line == STYLE_LINE_NONE)
            c->style.border[i].width = 0;
        c->style.border[i].color = paint_of(c, c->border_color[i]);
    }
    c->style.background = paint_of(c, c->background);
    c->style.decoration_color = paint_of(c, c->decoration_color);
    c->style.fill = paint_of(c, c->fill);
    c->style.decoration |= parent->style.decoration;
    const char *features = css_features(sheet->arena, c);
    c->style.features = features ? style_intern(sheet, features) : NULL;
}

void
style_compute(struct style_sheet *sheet, const struct style_scale *scale,
              const struct computed *parent, const struct css_block *blocks,
              size_t n, struct computed *out)
{
    struct compute c = {.sheet = sheet,
                        .scale = scale,
                        .out = out,
                        .parent = parent,
                        .initial = &sheet->initial,
                        .em = css_scaled_type(scale, parent->size)};
    const struct computed *root = sheet->html ? sheet->html : &sheet->initial;
    c.root_size = root->size;
    c.root_em = css_scaled_type(scale, root->size);
    c.root_line = root->style.line_height;
    c.line = parent->style.line_height;
    style_view(sheet, c.view);
    inherit(out, parent, &sheet->initial);
    apply_all(&c, blocks, n, PASS_CUSTOM);
    apply_all(&c, blocks, n, PASS_EARLY);
    c.em = out->style.font_size = css_scaled_type(scale, out->size);
    apply_all(&c, blocks, n, PASS_LINE);
    c.line = line_of(out, c.em);
    apply_all(&c, blocks, n, PASS_ALL);
    finish(sheet, out, parent);
}
