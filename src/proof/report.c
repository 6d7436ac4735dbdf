/* SPDX-License-Identifier: MIT */
/* Breaches as messages: one for a rule and a node, the first of many. */
#include <stdarg.h>

#include "proof/proof_int.h"

enum { MOST_TOLD = 5 }; /* of one rule */

static const struct {
    enum diag_id id;
    const char *hint;          /* where no rule of a stylesheet is known */
    const char *properties[2]; /* that break it */
} rules[PROOF_RULE_COUNT] = {
    [PROOF_SIZE] = {DIAG_PROFILE_SIZE,
                    "take the font-size out of the edition's stylesheet, or "
                    "give it one in em",
                    {"font-size"}},
    [PROOF_X_HEIGHT] = {DIAG_PROFILE_X_HEIGHT,
                        "take a face with larger small letters, such as "
                        "Andika, or a larger font-size",
                        {"font-family", "font-size"}},
    [PROOF_HEADING] = {DIAG_PROFILE_HEADING,
                       "take the heading's font-size out of the edition's "
                       "stylesheet",
                       {"font-size"}},
    [PROOF_LEADING] = {DIAG_PROFILE_LEADING,
                       "take the line-height out of the edition's stylesheet, "
                       "or give it a larger number",
                       {"line-height"}},
    [PROOF_HYPHEN] = {DIAG_PROFILE_HYPHEN,
                      "“hyphens: none” divides no words; take another value "
                      "out of the edition's stylesheet",
                      {"hyphens"}},
    [PROOF_JUSTIFIED] = {DIAG_PROFILE_JUSTIFIED,
                         "take “text-align: justify” out of the edition's "
                         "stylesheet",
                         {"text-align"}},
    [PROOF_CENTRED] = {DIAG_PROFILE_CENTRED,
                       "take its “text-align” out of the edition's "
                       "stylesheet",
                       {"text-align"}},
    [PROOF_SLANT] = {DIAG_PROFILE_SLANT,
                     "take “font-style: italic” out of the edition's "
                     "stylesheet",
                     {"font-style"}},
    [PROOF_CAPITALS] = {DIAG_PROFILE_CAPITALS,
                        "write it in small letters; in a stylesheet, take "
                        "“text-transform” or “font-variant-caps” out",
                        {"text-transform", "font-variant-caps"}},
    [PROOF_UNDERLINE] = {DIAG_PROFILE_UNDERLINE,
                         "take “text-decoration” out of the edition's "
                         "stylesheet",
                         {"text-decoration-line"}},
    [PROOF_BOLD] = {DIAG_PROFILE_BOLD,
                    "take “font-weight” out of the edition's stylesheet: the "
                    "profile underlines",
                    {"font-weight"}},
    [PROOF_LETTERS] = {DIAG_PROFILE_LETTERS,
                       "take “font-family” out of the edition's stylesheet: "
                       "in Andika the three differ",
                       {"font-family"}},
    [PROOF_COLUMNS] = {DIAG_PROFILE_COLUMNS,
                       "take “column-count” out of the edition's stylesheet",
                       {"column-count"}},
    [PROOF_FOLIO] = {DIAG_PROFILE_FOLIO,
                     "take the margin boxes of @page rules out of the "
                     "edition's stylesheet: the profile has its own",
                     {NULL, NULL}},
    [PROOF_INDENT] = {DIAG_PROFILE_INDENT,
                      "take “text-indent” out of the edition's stylesheet",
                      {"text-indent"}},
    [PROOF_BLANK_LINE] = {DIAG_PROFILE_BLANK_LINE,
                          "take the paragraph's “margin” out of the edition's "
                          "stylesheet",
                          {"margin-top", "margin-bottom"}},
    [PROOF_WIDOW] = {DIAG_PROFILE_WIDOW,
                     "take “widows” and “orphans” out of the edition's "
                     "stylesheet, or reword the paragraph",
                     {"widows", "orphans"}},
    [PROOF_MEASURE] = {DIAG_PROFILE_MEASURE,
                       "the page and its margins make the measure: take "
                       "another “page”, or “type-size”",
                       {NULL, NULL}},
};

/* A generated node stands where the first node around it comes from. */
static struct place
place_of(const struct proof *p, const struct doc_node *node)
{
    for (; node; node = node->parent)
        if (node->file)
            return doc_place(node);
    return p->options.at;
}

static const char *
where_text(struct proof *p, struct proof_where where)
{
    if (!where.label)
        return "";
    return arena_printf(p->arena,
                        "page %s (number %zu of the file): ", where.label,
                        where.page + 1);
}

/* Furniture is the same on all pages, but for its place. */
static const char *
key_of(struct proof *p, enum proof_rule rule, struct proof_where where)
{
    bool each = rule == PROOF_FOLIO && where.label;
    return arena_printf(p->arena, "%p %s", (const void *)where.node,
                        each ? where.label : "");
}

/* Names the declaration that breaks the rule, if the edition's own stylesheet
 * has one. */
static bool
hint_at_declaration(struct proof *p, enum proof_rule rule,
                    const struct doc_node *node)
{
    for (size_t i = 0; i < 2 && node && p->options.sheet; i++) {
        const char *property = rules[rule].properties[i];
        struct place at = {0};
        if (property)
            at = style_origin(p->options.sheet, node, property);
        if (!at.file || str_starts(at.file, "styles/profiles/") ||
            str_eq(at.file, "styles/base.css"))
            continue;
        diag_hint(p->options.diag,
                  "%s:%u:%u sets “%s”: take it out there, and the profile's "
                  "own holds",
                  at.file, at.line, at.col, property);
        return true;
    }
    return false;
}

static void
tell(struct proof *p, enum proof_rule rule, const char *what,
     struct proof_where where, const char *format, va_list arguments)
{
    const char *key = arena_printf(p->arena, "%d %s", (int)rule, what);
    if (map_get(p->told, key))
        return;
    map_set(p->told, key, p);
    if (p->count[rule]++ >= MOST_TOLD)
        return;
    char text[512];
    vsnprintf(text, sizeof text, format, arguments);
    diag_at(p->options.diag, place_of(p, where.node), rules[rule].id,
            "%s%s; %s (%s)", where_text(p, where), text, p->profile->name,
            p->profile->source[rule]);
    if (!hint_at_declaration(p, rule, where.node))
        diag_hint(p->options.diag, "%s", rules[rule].hint);
}

void
proof_tell(struct proof *p, enum proof_rule rule, struct proof_where where,
           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tell(p, rule, key_of(p, rule, where), where, format, arguments);
    va_end(arguments);
}

void
proof_tell_once(struct proof *p, enum proof_rule rule, const char *what,
                struct proof_where where, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tell(p, rule, what, where, format, arguments);
    va_end(arguments);
}

void
proof_tell_rest(struct proof *p)
{
    for (size_t i = 0; i < PROOF_RULE_COUNT; i++)
        if (p->count[i] > MOST_TOLD)
            diag_at(p->options.diag, p->options.at, rules[i].id,
                    "%s is broken in %zu more places in the same way",
                    p->profile->name, p->count[i] - MOST_TOLD);
}
