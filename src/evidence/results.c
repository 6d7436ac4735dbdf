/* SPDX-License-Identifier: MIT */
/* What was found, by standard and by success criterion. */
#include <string.h>

#include "evidence/evidence_int.h"

const struct evidence_criterion evidence_criteria[] = {
#define CRITERION(number, name, level, since, clause, epub, pdf, about,        \
                  checks, remark)                                              \
    {number,          name,           EVIDENCE_##level, since,  clause,        \
     EVIDENCE_##epub, EVIDENCE_##pdf, EVIDENCE_##about, checks, remark},
#include "evidence/criteria.h"
#undef CRITERION
};

enum { CRITERIA = sizeof evidence_criteria / sizeof *evidence_criteria };
const size_t evidence_criterion_count = CRITERIA;

const struct evidence_question evidence_questions[EVIDENCE_TASKS] = {
#define TASK(name, id, criteria, text) {id, criteria, text},
#include "evidence/tasks.h"
#undef TASK
};

/* The standards that rules cite, as they do and in full. */
static const struct {
    const char *name, *title;
} titles[] = {
    {"EPUB 3.3", "EPUB 3.3, W3C Recommendation"},
    {"EPUB Accessibility 1.1", "EPUB Accessibility 1.1, W3C Recommendation"},
    {"HTML", "HTML, WHATWG Living Standard"},
    {"ARIA in HTML", "ARIA in HTML, W3C Recommendation"},
    {"WAI-ARIA 1.2", "WAI-ARIA 1.2, W3C Recommendation"},
    {"OPF 2.0.1", "Open Packaging Format 2.0.1, IDPF (NCX)"},
    {"ISO 32000-1", "ISO 32000-1:2008, PDF 1.7"},
    {"ISO 14289-1", "ISO 14289-1:2014, PDF/UA-1"},
    {"ISO 19005-2", "ISO 19005-2:2011, PDF/A-2"},
    {"ISO 19005-3", "ISO 19005-3:2012, PDF/A-3"},
    {"WCAG 2.1", "Web Content Accessibility Guidelines 2.1"},
};

static const char *
title_of(const char *name)
{
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_eq(titles[i].name, name))
            return titles[i].title;
    return name;
}

/* HTML, ARIA and the NCX are what EPUB is made of. */
static bool
stands_alone(const char *name)
{
    return str_starts(name, "EPUB") || str_starts(name, "ISO") ||
           str_starts(name, "WCAG");
}

/* Of PDF/UA and PDF/A a file need satisfy what it claims to be; every other
 * standard is its format's own. */
static bool
applies(const struct evidence *e, const char *name)
{
    bool ua = str_starts(name, "ISO 14289"), a = str_starts(name, "ISO 19005");
    for (size_t i = 0; i < e->claims.n; i++) {
        const char *claim = e->claims.at[i];
        if ((ua && str_starts(claim, "PDF/UA")) ||
            (a && str_starts(claim, "PDF/A")))
            return true;
    }
    return !ua && !a;
}

static struct evidence_standard *
standard_of(struct evidence *e, const char *name)
{
    for (size_t i = 0; i < e->standards.n; i++)
        if (str_eq(e->standards.at[i].name, name))
            return &e->standards.at[i];
    struct evidence_standard *s = vec_add(e->arena, &e->standards);
    s->name = name;
    s->title = title_of(name);
    s->part = !stands_alone(name);
    s->applies = applies(e, name);
    return s;
}

/* One of the clauses that a rule cites, "ISO 14289-1, 7.1; ISO 19005-2,
 * 6.6.2.1", as the name of its standard; `p` moves on to the next. */
static const char *
next_standard(struct evidence *e, const char **p)
{
    const char *from = *p;
    size_t n = strcspn(from, ",;");
    *p += strcspn(from, ";");
    *p += **p == ';';
    *p += **p == ' ';
    return str_starts(from, "WCAG ") ? "WCAG 2.1"
                                     : arena_strn(e->arena, from, n);
}

/* The standards that a rule cites, each once. */
static struct map *
standards_of(struct evidence *e, const struct diag_rule *rule)
{
    struct map *names = map_new(e->arena);
    for (const char *p = rule->clause; *p;)
        map_set(names, next_standard(e, &p), e);
    return names;
}

/* Counts a rule, or what it found. */
static void
count_rule(struct evidence *e, const struct diag_rule *rule, size_t rules,
           size_t errors, size_t warnings)
{
    struct map *names = standards_of(e, rule);
    for (size_t i = 0; i < map_count(names); i++) {
        struct evidence_standard *s = standard_of(e, map_at(names, i)->key);
        s->rules += rules;
        s->errors += errors;
        s->warnings += warnings;
    }
}

void
evidence_add_finding(struct evidence *e, const struct diag_message *m)
{
    enum diag_severity severity = diag_message_severity(m);
    *vec_add(e->arena, &e->findings) = *m;
    e->errors += severity == DIAG_ERROR;
    e->warnings += severity == DIAG_WARNING;
    if (severity == DIAG_WARNING)
        *vec_add(e->arena, &e->tasks[EVIDENCE_WARNINGS]) =
            (struct evidence_item){m->at, diag_message_name(m), m->text};
    if (m->id == DIAG_LINK_TEXT)
        *vec_add(e->arena, &e->tasks[EVIDENCE_LINKS]) =
            (struct evidence_item){m->at, "", m->text};
}

void
evidence_finish(struct evidence *e)
{
    size_t n = 0;
    const struct diag_rule *rules =
        e->verified ? verify_rules(e->kind, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        count_rule(e, &rules[i], 1, 0, 0);
    for (size_t i = 0; i < e->findings.n; i++) {
        const struct diag_message *m = &e->findings.at[i];
        enum diag_severity severity = diag_message_severity(m);
        if (m->rule)
            count_rule(e, m->rule, 0, severity == DIAG_ERROR,
                       severity == DIAG_WARNING);
    }
}

enum evidence_result
evidence_of_standard(const struct evidence_standard *s)
{
    return !s->applies   ? EVIDENCE_NOT_APPLICABLE
           : s->errors   ? EVIDENCE_FOUND_FAILURES
           : s->warnings ? EVIDENCE_FOUND_WARNINGS
                         : EVIDENCE_CLEAR;
}

enum evidence_how
evidence_how_of(const struct evidence *e, const struct evidence_criterion *c)
{
    return e->kind == VERIFY_EPUB ? c->epub : c->pdf;
}

/* Pairs of colours that no message is about: what a gradient is behind. */
static bool
contrast_unknown(const struct evidence *e)
{
    for (size_t i = 0; i < e->colours.n; i++)
        if (e->colours.at[i].pairs.unknown)
            return true;
    return !e->colours.n;
}

static bool
contrast_low(const struct evidence *e)
{
    for (size_t i = 0; i < e->colours.n; i++)
        if (e->colours.at[i].pairs.low)
            return true;
    return false;
}

/* Whether a rule's clause names the criterion: "…; WCAG 1.1.1". */
static bool
cites_criterion(const char *clause, const char *number)
{
    const char *at = strstr(clause, "WCAG ");
    return at && str_has_word(at, number);
}

/* Whether it cites the clause of PDF/UA-1, or one within it. */
static bool
cites_ua(const char *cited, const char *clause)
{
    static const char standard[] = "ISO 14289-1, ";
    const char *at = strstr(cited, standard);
    size_t n = strlen(clause);
    if (!at || strncmp(at += strlen(standard), clause, n) != 0)
        return false;
    return !at[n] || strchr(".;", at[n]);
}

/* Whether files such as this one have to satisfy the rule. */
static bool
rule_applies(const struct evidence *e, const struct diag_rule *rule)
{
    for (const char *p = rule->clause; *p;) {
        if (applies(e, p))
            return true;
        p += strcspn(p, ";");
        p += *p == ';';
        p += *p == ' ';
    }
    return false;
}

/* Whether a word of a criterion's checks means the rule: its id, or a clause of
 * PDF/UA-1. */
static bool
means(const char *check, const struct diag_rule *rule)
{
    return str_is_digit(*check) ? cites_ua(rule->clause, check)
                                : str_eq(check, rule->id);
}

/* Whether it is the name of one of the program's own checks that was made. */
static bool
is_own_check(const struct evidence *e, const char *name)
{
    for (int id = 0; id < DIAG_COUNT; id++)
        if (str_eq(diag_id_name((enum diag_id)id), name))
            return true;
    return (str_eq(name, "contrast") && e->colours.n) ||
           (str_eq(name, "parity") && e->twins.n);
}

bool
evidence_has_check(const struct evidence *e, const char *name)
{
    size_t n;
    const struct diag_rule *rules = verify_rules(e->kind, &n);
    for (size_t i = 0; i < n; i++)
        if (means(name, &rules[i]))
            return true;
    return is_own_check(e, name);
}

/* The words of a list, one after the other. */
static const char *
next_word(struct arena *a, const char **p)
{
    size_t n = strcspn(*p, " ");
    const char *word = arena_strn(a, *p, n);
    *p += n + ((*p)[n] == ' ');
    return word;
}

static bool
is_check_of(const struct evidence *e, const struct evidence_criterion *c,
            const struct diag_rule *rule)
{
    if (!rule_applies(e, rule))
        return false;
    for (const char *p = c->checks; *p;)
        if (means(next_word(e->arena, &p), rule))
            return true;
    return cites_criterion(rule->clause, c->number);
}

const char *
evidence_checks(const struct evidence *e, const struct evidence_criterion *c)
{
    size_t n;
    const struct diag_rule *rules = verify_rules(e->kind, &n);
    struct map *names = map_new(e->arena);
    for (size_t i = 0; i < n; i++)
        if (is_check_of(e, c, &rules[i]))
            map_set(names, rules[i].id, names);
    for (const char *p = c->checks; *p;) {
        const char *name = next_word(e->arena, &p);
        if (is_own_check(e, name))
            map_set(names, name, names);
    }
    const char *all = "";
    for (size_t i = 0; i < map_count(names); i++)
        all = arena_printf(e->arena, "%s%s%s", all, i ? " " : "",
                           map_at(names, i)->key);
    return all;
}

/* What the checks of a criterion found. Too little contrast fails its
 * criterion, though a build only warns of it. */
static enum evidence_result
result_of_checks(const struct evidence *e, const char *checks)
{
    enum evidence_result worst = EVIDENCE_CLEAR;
    for (size_t i = 0; i < e->findings.n; i++) {
        const struct diag_message *m = &e->findings.at[i];
        enum diag_severity severity = diag_message_severity(m);
        if (!str_has_word(checks, diag_message_name(m)))
            continue;
        if (severity == DIAG_ERROR)
            worst = EVIDENCE_FOUND_FAILURES;
        else if (severity == DIAG_WARNING && worst == EVIDENCE_CLEAR)
            worst = EVIDENCE_FOUND_WARNINGS;
    }
    if (!str_has_word(checks, "contrast"))
        return worst;
    return contrast_low(e)       ? EVIDENCE_FOUND_FAILURES
           : contrast_unknown(e) ? EVIDENCE_NOT_CHECKED
                                 : worst;
}

enum evidence_result
evidence_result_of(const struct evidence *e, const struct evidence_criterion *c)
{
    enum evidence_how how = evidence_how_of(e, c);
    if (how == EVIDENCE_ABSENT)
        return EVIDENCE_NOT_APPLICABLE;
    if ((c->about == EVIDENCE_IMAGES && !e->images.n) ||
        (c->about == EVIDENCE_MOVES && !e->moves))
        return EVIDENCE_NOT_APPLICABLE;
    const char *checks = evidence_checks(e, c);
    if (how == EVIDENCE_PERSON || !e->verified || !*checks)
        return EVIDENCE_NOT_CHECKED;
    return result_of_checks(e, checks);
}

bool
evidence_asks(const struct evidence *e, enum evidence_task task)
{
    switch (task) {
    case EVIDENCE_COLOUR:
    case EVIDENCE_HEADINGS:
    case EVIDENCE_LANGUAGES:
    case EVIDENCE_READERS:
        return true;
    case EVIDENCE_LINKS:
        return e->links > 0;
    case EVIDENCE_MOTION:
        return e->moves;
    default:
        return e->tasks[task].n > 0;
    }
}
