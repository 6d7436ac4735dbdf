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

/* The standard that a rule cites: its clause up to the first comma. */
static struct evidence_standard *
standard_of(struct evidence *e, const struct diag_rule *rule)
{
    char *name =
        arena_strn(e->arena, rule->clause, strcspn(rule->clause, ",;"));
    for (size_t i = 0; i < e->standards.n; i++)
        if (str_eq(e->standards.at[i].name, name))
            return &e->standards.at[i];
    struct evidence_standard *s = vec_add(e->arena, &e->standards);
    s->name = name;
    s->title = title_of(name);
    return s;
}

void
evidence_add_finding(struct evidence *e, const struct diag_message *m)
{
    *vec_add(e->arena, &e->findings) = *m;
    e->errors += diag_message_severity(m) == DIAG_ERROR;
    e->warnings += diag_message_severity(m) == DIAG_WARNING;
    if (diag_message_severity(m) == DIAG_WARNING)
        *vec_add(e->arena, &e->tasks[EVIDENCE_WARNINGS]) =
            (struct evidence_item){m->at, diag_message_name(m)};
}

void
evidence_finish(struct evidence *e)
{
    size_t n = 0;
    const struct diag_rule *rules =
        e->verified ? verify_rules(e->kind, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        standard_of(e, &rules[i])->rules++;
    for (size_t i = 0; i < e->findings.n; i++) {
        const struct diag_message *m = &e->findings.at[i];
        if (!m->rule)
            continue;
        struct evidence_standard *s = standard_of(e, m->rule);
        s->errors += diag_message_severity(m) == DIAG_ERROR;
        s->warnings += diag_message_severity(m) == DIAG_WARNING;
    }
}

enum evidence_result
evidence_of_standard(const struct evidence_standard *s)
{
    return s->errors     ? EVIDENCE_FAILURES
           : s->warnings ? EVIDENCE_WARNINGS
                         : EVIDENCE_CLEAR;
}

enum evidence_how
evidence_how_of(const struct evidence *e, const struct evidence_criterion *c)
{
    return e->kind == VERIFY_EPUB ? c->epub : c->pdf;
}

/* What the checks of a criterion found. */
static enum evidence_result
result_of_checks(const struct evidence *e, const struct evidence_criterion *c)
{
    enum evidence_result worst = EVIDENCE_CLEAR;
    for (size_t i = 0; i < e->findings.n; i++) {
        const struct diag_message *m = &e->findings.at[i];
        if (!str_has_word(c->checks, diag_message_name(m)))
            continue;
        if (diag_message_severity(m) == DIAG_ERROR)
            worst = EVIDENCE_FAILURES;
        else if (worst == EVIDENCE_CLEAR)
            worst = EVIDENCE_WARNINGS;
    }
    return worst;
}

enum evidence_result
evidence_result_of(const struct evidence *e, const struct evidence_criterion *c)
{
    enum evidence_how how = evidence_how_of(e, c);
    if (how == EVIDENCE_ABSENT)
        return EVIDENCE_NOT_APPLICABLE;
    if (c->about == EVIDENCE_IMAGES && !e->images.n)
        return EVIDENCE_NOT_APPLICABLE;
    if (how == EVIDENCE_PERSON || !e->verified)
        return EVIDENCE_NOT_CHECKED;
    return result_of_checks(e, c);
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
    default:
        return e->tasks[task].n > 0;
    }
}
