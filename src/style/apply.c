/* SPDX-License-Identifier: MIT */
/* Properties by name; values that every property takes; the table printed. */
#include <string.h>

#include "style/style_int.h"

static const struct {
    const char *alias, *name;
} aliases[] = {
    {"-webkit-hyphens", "hyphens"},
    {"-moz-hyphens", "hyphens"},
    {"-epub-hyphens", "hyphens"},
    {"-webkit-font-feature-settings", "font-feature-settings"},
    {"-webkit-initial-letter", "initial-letter"},
    {"-epub-text-transform", "text-transform"},
    {"-moz-text-align-last", "text-align-last"},
    {"text-wrap-style", "text-wrap"},
    {"page-break-before", "break-before"},
    {"page-break-after", "break-after"},
    {"page-break-inside", "break-inside"},
    {"-webkit-margin-start", "margin-inline-start"},
    {"-webkit-margin-end", "margin-inline-end"},
    {"-webkit-padding-start", "padding-inline-start"},
    {"-webkit-padding-end", "padding-inline-end"},
};

const struct css_property *
css_property_of(const char *name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (str_eq_nocase(name, aliases[i].alias))
            name = aliases[i].name;
    for (size_t i = 0; i < css_property_count; i++)
        if (str_eq_nocase(name, css_properties[i].name))
            return &css_properties[i];
    return NULL;
}

bool
css_is_property(const char *name)
{
    return css_is_vendor(name) || css_property_of(name);
}

bool
css_is_vendor(const char *name)
{
    return name[0] == '-' && name[1] != '-';
}

const char *
css_property_near(const char *name)
{
    enum { ROOM = 400 };
    const char *names[ROOM];
    size_t n = 0;
    for (; n < css_property_count && n < ROOM; n++)
        names[n] = css_properties[n].name;
    return str_nearest(name, names, n);
}

static void
copy_fields(struct compute *c, const struct css_property *p,
            const struct computed *from)
{
    for (int i = 0; i < p->count; i++) {
        size_t at = p->offset + (size_t)i * p->stride;
        memcpy((char *)c->out + at, (const char *)from + at, p->size);
    }
}

void
css_reset(struct compute *c, const struct css_property *p)
{
    copy_fields(c, p, c->initial);
}

enum wide { WIDE_INHERIT, WIDE_INITIAL, WIDE_UNSET };

static void
apply_wide(struct compute *c, const struct css_property *p, enum wide wide)
{
    p = css_physical(c, p);
    if (p->size) {
        bool inherit = wide == WIDE_INHERIT ||
                       (wide == WIDE_UNSET && (p->flags & CSS_INHERITED));
        copy_fields(c, p, inherit ? c->parent : c->initial);
        return;
    }
    for (const struct css_word *w = p->words; w && w->word; w++)
        apply_wide(c, css_property_of(w->word), wide);
}

enum css_status
css_apply(struct compute *c, const struct css_property *p, struct css_tokens v)
{
    static const struct css_word wide[] = {
        {"inherit", WIDE_INHERIT},    {"initial", WIDE_INITIAL},
        {"unset", WIDE_UNSET},        {"revert", WIDE_UNSET},
        {"revert-layer", WIDE_UNSET}, {NULL, 0}};
    const struct css_word *w = css_word_of(wide, v);
    if (w) {
        apply_wide(c, p, (enum wide)w->value);
        return CSS_OK;
    }
    return v.n ? p->set(c, p, v) : CSS_INVALID;
}

/* What values are checked against: a root's, without a sheet. */
static void
plain_values(struct computed *c)
{
    memset(c, 0, sizeof *c);
    c->style.font_size = c->size = 12 * STYLE_PT;
    c->style.weight = 400;
    c->style.family = "";
}

enum css_status
css_check(const struct css_property *p, struct css_tokens v)
{
    struct computed parent, out;
    plain_values(&parent);
    plain_values(&out);
    struct compute c = {.out = &out,
                        .parent = &parent,
                        .initial = &parent,
                        .em = 12 * STYLE_PT,
                        .root_em = 12 * STYLE_PT,
                        .root_size = 12 * STYLE_PT,
                        .checking = true};
    return css_apply(&c, p, v);
}

void
css_initial(struct style_sheet *sheet, struct computed *out)
{
    struct computed parent;
    plain_values(&parent);
    plain_values(out);
    struct compute c = {.sheet = sheet,
                        .out = out,
                        .parent = &parent,
                        .initial = &parent,
                        .em = 12 * STYLE_PT,
                        .root_em = 12 * STYLE_PT,
                        .root_size = 12 * STYLE_PT};
    for (size_t i = 0; i < css_property_count; i++) {
        const struct css_property *p = &css_properties[i];
        if (!p->initial)
            continue;
        struct css_tokens v = css_tokenize(sheet->arena, p->initial,
                                           strlen(p->initial), NULL, NULL);
        v.n--; /* the end */
        if (!(p->flags & (CSS_PAGE | CSS_LOGICAL)))
            p->set(&c, p, v);
    }
}

static void
write_cell(struct buf *out, const char *text)
{
    for (; text && *text; text++) {
        if (*text == '|')
            buf_char(out, '\\');
        buf_char(out, *text);
    }
}

static void
write_row(struct buf *out, const struct css_property *p)
{
    static const char *const where[] = {
        [CSS_BOTH] = "PDF, EPUB", [CSS_EPUB] = "EPUB", [CSS_PRINT] = "PDF"};
    buf_printf(out, "| `%s` | ", p->name);
    if (p->syntax) {
        buf_char(out, '`');
        write_cell(out, p->syntax);
        buf_char(out, '`');
    }
    buf_printf(out, " | %s%s%s | %s | %s |\n", p->initial ? "`" : "",
               p->initial ? p->initial : "", p->initial ? "`" : "",
               p->flags & CSS_INHERITED ? "yes" : "no", where[p->where]);
}

void
style_write_properties(struct buf *out)
{
    buf_str(out, "| property | value | initial | inherited | honoured in |\n"
                 "|---|---|---|---|---|\n");
    for (size_t i = 0; i < css_property_count; i++)
        if (css_properties[i].where != CSS_EPUB)
            write_row(out, &css_properties[i]);
    buf_str(out, "\nKept for the EPUB as they are: ");
    const char *comma = "";
    for (size_t i = 0; i < css_property_count; i++)
        if (css_properties[i].where == CSS_EPUB) {
            buf_printf(out, "%s`%s`", comma, css_properties[i].name);
            comma = ", ";
        }
    buf_str(out, ".\n");
}
