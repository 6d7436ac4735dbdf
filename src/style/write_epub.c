/* SPDX-License-Identifier: MIT */
/* The sheets for the EPUB: one text, imports inlined, authors' rules as they
 * wrote them, without what readers can't use or EPUB 3.3 does not allow. */
#include <string.h>

#include "style/style_int.h"

struct writer {
    struct buf *out;
    enum style_direction direction;
    int indent;
};

static void
write_indent(struct writer *w)
{
    for (int i = 0; i < w->indent; i++)
        buf_str(w->out, "  ");
}

static void
write_source(struct writer *w, const struct css_file *file, uint32_t from,
             uint32_t to)
{
    buf_add(w->out, file->text + from, to - from);
}

/* Without the comments between them. */
static void
write_tokens(struct writer *w, const struct css_file *file, struct css_tokens v)
{
    for (size_t i = 0; i < v.n; i++) {
        const struct css_token *t = &v.at[i];
        if (i && !t->joined && t->start != t[-1].end && t->type != CSS_SPACE &&
            t[-1].type != CSS_SPACE)
            buf_char(w->out, ' ');
        if (t->start < t->end)
            write_source(w, file, t->start, t->end);
        else
            buf_str(w->out, t->text);
    }
}

/* Whether an at-rule that was not read ends as it should. */
static bool
is_closed(const struct css_file *file, const struct css_rule *r)
{
    char last = r->end ? file->text[r->end - 1] : '\0';
    return last == ';' || last == '}';
}

static bool
has_url(struct css_tokens v)
{
    for (size_t i = 0; i < v.n; i++)
        if (v.at[i].type == CSS_URL || v.at[i].type == CSS_BAD_URL ||
            (v.at[i].type == CSS_FUNCTION &&
             (str_eq_nocase(v.at[i].text, "url") ||
              str_eq_nocase(v.at[i].text, "src") ||
              str_eq_nocase(v.at[i].text, "image-set"))))
            return true;
    return false;
}

/* Content that only pages have an answer to. */
static bool
is_paged(const struct css_declaration *d)
{
    static const char *const paged[] = {
        "string",         "leader",          "content",    "element",
        "target-counter", "target-counters", "target-text"};
    for (size_t i = 0; i < d->value.n; i++)
        for (size_t k = 0; k < sizeof paged / sizeof *paged; k++)
            if (d->value.at[i].type == CSS_FUNCTION &&
                str_eq_nocase(d->value.at[i].text, paged[k]))
                return str_eq_nocase(d->name, "content");
    return false;
}

/* What EPUBCheck's reader of CSS stumbles over, though CSS allows it. */
static bool
is_readable(struct css_tokens v)
{
    for (size_t i = 0; i < v.n; i++) {
        const struct css_token *t = &v.at[i];
        if (t->type == CSS_OPEN_CURLY || t->type == CSS_AT_KEYWORD ||
            t->type == CSS_CDO || t->type == CSS_CDC ||
            t->type == CSS_BAD_STRING || t->type == CSS_BAD_URL)
            return false;
        if (i + 1 < v.n && t->type == CSS_DELIM &&
            strchr("~|^$*", t->text[0]) && css_is_delim(&v.at[i + 1], '='))
            return false;
    }
    return true;
}

/* Not print's alone, not what EPUB 3.3 (clause 6.3.1.2) forbids (direction,
 * unicode-bidi), not fixed to a window, and no file from anywhere. */
static bool
is_kept(const struct css_declaration *d)
{
    if (d->property && d->property->where == CSS_PRINT)
        return false;
    if (str_eq_nocase(d->name, "unicode-bidi") || has_url(d->value) ||
        is_paged(d) || !d->value.n || !is_readable(d->value))
        return false;
    return !(str_eq_nocase(d->name, "position") && d->value.n == 1 &&
             css_is_word(d->value.at, "fixed"));
}

static void
write_declarations(struct writer *w, const struct css_file *file,
                   const struct css_rule *rule)
{
    for (const struct css_declaration *d = rule->first; d; d = d->next) {
        if (!is_kept(d))
            continue;
        write_indent(w);
        uint32_t from = d->start;
        if (w->direction != STYLE_MIXED && d->property &&
            (d->property->flags & CSS_LOGICAL)) {
            buf_str(w->out, d->property->words[w->direction == STYLE_RTL].word);
            from = d->at->end;
        }
        write_source(w, file, from, d->end);
        buf_str(w->out, ";\n");
    }
}

static bool
keeps_any(const struct css_rule *rule)
{
    for (const struct css_declaration *d = rule->first; d; d = d->next)
        if (is_kept(d))
            return true;
    return false;
}

static void
write_style_rule(struct writer *w, const struct css_file *file,
                 const struct css_rule *rule)
{
    if (rule->broken || !keeps_any(rule))
        return;
    write_indent(w);
    write_tokens(w, file, rule->prelude);
    buf_str(w->out, " {\n");
    w->indent++;
    write_declarations(w, file, rule);
    w->indent--;
    write_indent(w);
    buf_str(w->out, "}\n");
}

/* A face whose sources are all local ones: others are not in the EPUB. */
static void
write_font_face(struct writer *w, const struct css_file *file,
                const struct css_rule *rule)
{
    for (const struct css_declaration *d = rule->first; d; d = d->next)
        if (str_eq_nocase(d->name, "src") && has_url(d->value))
            return;
    if (!keeps_any(rule))
        return;
    write_indent(w);
    buf_str(w->out, "@font-face {\n");
    w->indent++;
    write_declarations(w, file, rule);
    w->indent--;
    write_indent(w);
    buf_str(w->out, "}\n");
}

static void write_rules(struct writer *w, const struct css_file *file,
                        const struct css_rule *rules);

/* `head` { rules }, or nothing where no rule is left. */
static void
write_group(struct writer *w, const char *head, const struct css_file *of,
            struct css_tokens prelude, const struct css_file *file,
            const struct css_rule *rules)
{
    size_t start = w->out->n;
    if (!is_readable(prelude))
        return;
    write_indent(w);
    buf_str(w->out, head);
    write_tokens(w, of, prelude);
    buf_str(w->out, " {\n");
    size_t empty = w->out->n;
    w->indent++;
    write_rules(w, file, rules);
    w->indent--;
    if (w->out->n == empty && !w->out->failed) {
        w->out->n = start;
        w->out->at[start] = '\0';
        return;
    }
    write_indent(w);
    buf_str(w->out, "}\n");
}

static void
write_import(struct writer *w, const struct css_file *file,
             const struct css_rule *rule)
{
    if (!rule->imported)
        return;
    struct css_tokens v = rule->prelude;
    size_t i = css_skip(v, 0);
    v = css_trim((struct css_tokens){v.at + i, v.n - i});
    if (!v.n)
        write_rules(w, rule->imported, rule->imported->rules);
    else if (css_media_of(v).elsewhere)
        write_group(w, "@media ", file, v, rule->imported,
                    rule->imported->rules);
}

static void
write_rule(struct writer *w, const struct css_file *file,
           const struct css_rule *r)
{
    switch (r->kind) {
    case CSS_RULE_STYLE:
        write_style_rule(w, file, r);
        break;
    case CSS_RULE_MEDIA:
        if (css_media_of(r->prelude).elsewhere)
            write_group(w, "@media ", file, r->prelude, file, r->rules);
        break;
    case CSS_RULE_SUPPORTS:
        write_group(w, "@supports ", file, r->prelude, file, r->rules);
        break;
    case CSS_RULE_LAYER:
        if (r->has_block)
            write_group(w, "@layer ", file, r->prelude, file, r->rules);
        else if (is_readable(r->prelude) && is_closed(file, r)) {
            write_indent(w);
            write_source(w, file, r->start, r->end);
            buf_char(w->out, '\n');
        }
        break;
    case CSS_RULE_IMPORT:
        write_import(w, file, r);
        break;
    case CSS_RULE_FONT_FACE:
        write_font_face(w, file, r);
        break;
    case CSS_RULE_OTHER:
        if (r->broken || r->unfit || !is_readable(r->prelude) ||
            !is_closed(file, r))
            break;
        write_indent(w);
        write_source(w, file, r->start, r->end);
        buf_char(w->out, '\n');
        break;
    default:
        break;
    }
}

static void
write_rules(struct writer *w, const struct css_file *file,
            const struct css_rule *rules)
{
    for (const struct css_rule *r = rules; r; r = r->next)
        write_rule(w, file, r);
}

/* Namespaces must stand before all rules. */
static void
write_namespaces(struct writer *w, const struct css_file *file)
{
    for (const struct css_rule *r = file->rules; r; r = r->next) {
        if (r->kind == CSS_RULE_IMPORT && r->imported)
            write_namespaces(w, r->imported);
        if (r->kind != CSS_RULE_NAMESPACE)
            continue;
        write_source(w, file, r->start, r->end);
        buf_char(w->out, '\n');
    }
}

void
style_write_epub(const struct style_sheet *sheet, enum style_direction all,
                 struct buf *out)
{
    struct writer w = {out, all, 0};
    for (size_t i = 0; i < sheet->files.n; i++)
        write_namespaces(&w, sheet->files.at[i]);
    for (size_t i = 0; i < sheet->files.n; i++)
        write_rules(&w, sheet->files.at[i], sheet->files.at[i]->rules);
}
