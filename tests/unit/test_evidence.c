/* SPDX-License-Identifier: MIT */
/* The tables of evidence: every criterion has its row, every row leads on. */
#include <stdlib.h>
#include <string.h>

#include "evidence/evidence_int.h"
#include "unit.h"

/* Levels A and AA of WCAG 2.1 by guideline: which numbers there are. */
static const char *const numbers[] = {
    "1.1.1",  "1.2.1",  "1.2.2",  "1.2.3",  "1.2.4", "1.2.5", "1.3.1", "1.3.2",
    "1.3.3",  "1.3.4",  "1.3.5",  "1.4.1",  "1.4.2", "1.4.3", "1.4.4", "1.4.5",
    "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.1", "2.1.2", "2.1.4", "2.2.1",
    "2.2.2",  "2.3.1",  "2.4.1",  "2.4.2",  "2.4.3", "2.4.4", "2.4.5", "2.4.6",
    "2.4.7",  "2.5.1",  "2.5.2",  "2.5.3",  "2.5.4", "3.1.1", "3.1.2", "3.2.1",
    "3.2.2",  "3.2.3",  "3.2.4",  "3.3.1",  "3.3.2", "3.3.3", "3.3.4", "4.1.1",
    "4.1.2",  "4.1.3"};

static void
all_criteria(void **state)
{
    (void)state;
    size_t aa = 0, later = 0, without = 0;
    assert_int_equal(evidence_criterion_count, 50);
    for (size_t i = 0; i < evidence_criterion_count; i++) {
        const struct evidence_criterion *c = &evidence_criteria[i];
        assert_string_equal(c->number, numbers[i]);
        aa += c->level == EVIDENCE_AA;
        later += strcmp(c->since, "2.1") == 0;
        without += !c->clause;
        if (c->clause) {
            assert_memory_equal(c->clause, "10.", 3);
            assert_string_equal(c->clause + 3, c->number);
        }
    }
    /* 30 of level A; WCAG 2.0 has 38; EN 301 549 voids four clauses */
    assert_int_equal(aa, 20);
    assert_int_equal(later, 12);
    assert_int_equal(without, 4);
}

/* Whether a task names the criterion. */
static bool
is_asked(const char *number)
{
    for (int t = 0; t < EVIDENCE_TASKS; t++)
        if (str_has_word(evidence_questions[t].criteria, number))
            return true;
    return false;
}

static void
check_names(const struct evidence_criterion *c)
{
    struct arena *a = arena_new();
    struct evidence epub = {.arena = a, .kind = VERIFY_EPUB};
    struct evidence pdf = {.arena = a, .kind = VERIFY_PDF};
    for (const char *p = c->checks; *p;) {
        size_t n = strcspn(p, " ");
        char *name = arena_strn(a, p, n);
        if (!evidence_has_check(&epub, name) &&
            !evidence_has_check(&pdf, name) && strcmp(name, "contrast") != 0 &&
            strcmp(name, "parity") != 0)
            fail_msg("%s: there is no check “%s”", c->number, name);
        p += n + (p[n] == ' ');
    }
    arena_free(a);
}

static void
rows_lead_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < evidence_criterion_count; i++) {
        const struct evidence_criterion *c = &evidence_criteria[i];
        bool person = c->epub == EVIDENCE_PERSON || c->epub == EVIDENCE_PARTLY;
        bool machine =
            c->epub == EVIDENCE_MACHINE || c->epub == EVIDENCE_PARTLY;
        if (person && !is_asked(c->number))
            fail_msg("%s: no task asks a person", c->number);
        if (!person && is_asked(c->number))
            fail_msg("%s: a task asks for nothing", c->number);
        if (!machine && *c->checks)
            fail_msg("%s: checks that are not made", c->number);
        assert_true(*c->remark);
        check_names(c);
    }
}

static void
tasks_name_criteria(void **state)
{
    (void)state;
    for (int t = 0; t < EVIDENCE_TASKS; t++) {
        const char *p = evidence_questions[t].criteria;
        for (; *p; p += *p == ' ') {
            size_t n = strcspn(p, " "), i = 0;
            while (i < 50 &&
                   (strlen(numbers[i]) != n || strncmp(numbers[i], p, n) != 0))
                i++;
            if (i == 50)
                fail_msg("%s names %.*s", evidence_questions[t].id, (int)n, p);
            p += n;
        }
    }
}

/* The abbreviations that a paragraph's text is asked of, joined. */
static const char *
asked(struct arena *a, const char *text)
{
    struct doc_book *book = doc_new();
    struct doc_node *p = doc_add(book, book->root, DOC_PARAGRAPH, NULL);
    struct evidence *e = ARENA_NEW(a, struct evidence);
    *e = (struct evidence){.arena = a, .abbreviations = map_new(a)};
    evidence_abbreviations(e, doc_add_text(book, p, text));
    const char *all = "";
    for (size_t i = 0; i < e->tasks[EVIDENCE_ABBREVIATIONS].n; i++)
        all = arena_printf(a, "%s%s.", all,
                           e->tasks[EVIDENCE_ABBREVIATIONS].at[i].text);
    doc_free(book);
    return all;
}

static void
abbreviations(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(asked(a, "An MRI and a CT, then an MRI."), "MRI.CT.");
    assert_string_equal(asked(a, "magnetic resonance imaging (MRI): MRI"), "");
    assert_string_equal(asked(a, "MRI (magnetic resonance imaging)"), "");
    assert_string_equal(asked(a, "Louis XIV, I, COVID-19"), "COVID.");
    assert_string_equal(asked(a, "McDONALD, ABCDEFG, pH, ÉTÉ, B12"), "");
    arena_free(a);
}

static const struct evidence_criterion *
criterion(const char *number)
{
    for (size_t i = 0; i < evidence_criterion_count; i++)
        if (strcmp(evidence_criteria[i].number, number) == 0)
            return &evidence_criteria[i];
    fail_msg("no %s", number);
    return NULL;
}

static const struct diag_rule *
rule(const char *id)
{
    size_t n;
    const struct diag_rule *rules = verify_rules(VERIFY_EPUB, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(rules[i].id, id) == 0)
            return &rules[i];
    fail_msg("no %s", id);
    return NULL;
}

static enum evidence_result
standard_result(const struct evidence *e, const char *name)
{
    for (size_t i = 0; i < e->standards.n; i++)
        if (strcmp(e->standards.at[i].name, name) == 0)
            return evidence_of_standard(&e->standards.at[i]);
    fail_msg("no %s", name);
    return EVIDENCE_CLEAR;
}

/* What a rule found counts for its standard and for the criteria that name it,
 * as it is an error or a warning. */
static void
findings_count(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct evidence e = {.arena = a, .kind = VERIFY_EPUB, .verified = true};
    struct diag_message error = {.id = DIAG_OF_RULE,
                                 .rule = rule("epub-language"),
                                 .text = "no language"};
    struct diag_message warning = {.id = DIAG_OF_RULE,
                                   .rule = rule("epub-nav-order"),
                                   .text = "out of order"};
    evidence_add_finding(&e, &error);
    evidence_add_finding(&e, &warning);
    evidence_finish(&e);
    assert_int_equal(e.errors, 1);
    assert_int_equal(e.warnings, 1);
    assert_int_equal(e.tasks[EVIDENCE_WARNINGS].n, 1);
    assert_int_equal(standard_result(&e, "EPUB 3.3"), EVIDENCE_FOUND_FAILURES);
    assert_int_equal(standard_result(&e, "HTML"), EVIDENCE_CLEAR);
    assert_int_equal(evidence_result_of(&e, criterion("3.1.1")),
                     EVIDENCE_FOUND_FAILURES);
    assert_int_equal(evidence_result_of(&e, criterion("1.3.2")),
                     EVIDENCE_FOUND_WARNINGS);
    assert_int_equal(evidence_result_of(&e, criterion("4.1.1")),
                     EVIDENCE_CLEAR);
    /* Nothing is known of colours that were not computed. */
    assert_int_equal(evidence_result_of(&e, criterion("1.4.3")),
                     EVIDENCE_NOT_CHECKED);
    /* A rule that cites two standards is one of each. */
    assert_int_equal(standard_result(&e, "WCAG 2.1"), EVIDENCE_CLEAR);
    e.verified = false;
    assert_int_equal(evidence_result_of(&e, criterion("4.1.1")),
                     EVIDENCE_NOT_CHECKED);
    arena_free(a);
}

/* Whether two texts take the same values. */
static bool
takes_the_same(const char *one, const char *other)
{
    const char *a = strchr(one, '%'), *b = strchr(other, '%');
    return !a == !b && (!a || (a[1] == 's' && b[1] == 's'));
}

static void
languages_are_whole(void **state)
{
    (void)state;
    static const char *const tags[] = {"es", "de", "fr", "it", "pt",
                                       "nl", "pl", "sv", "da", "nb"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        assert_true(evidence_speaks(tags[i]));
        for (int w = 0; w < EVIDENCE_WORDS; w++) {
            const char *en = evidence_say("en", (enum evidence_word)w);
            const char *own = evidence_say(tags[i], (enum evidence_word)w);
            if (!en || !own || !*own || !takes_the_same(en, own))
                fail_msg("%s: word %d", tags[i], w);
        }
        for (int t = 0; t < EVIDENCE_TASKS; t++) {
            const char *own = evidence_ask(tags[i], (enum evidence_task)t);
            const char *next =
                t ? evidence_ask(tags[i], (enum evidence_task)(t - 1)) : "";
            if (str_eq(own, evidence_questions[t].text) || str_eq(own, next))
                fail_msg("%s: question %d", tags[i], t);
            assert_non_null(strchr(own, '?'));
        }
    }
    assert_string_equal(evidence_say("no", EVIDENCE_WORD_FILE), "Fil");
    assert_string_equal(evidence_say("pt-BR", EVIDENCE_WORD_FILE), "Arquivo");
    assert_false(evidence_speaks("zh"));
    assert_string_equal(evidence_say("zh", EVIDENCE_WORD_FILE), "File");
}

static void
paper(void **state)
{
    (void)state;
    static const char *const letter[] = {"en-US", "es-MX",      "fr-CA",
                                         "en_us", "zh-Hant-US", "en-US-x-ab"};
    static const char *const a4[] = {"en",      "de-DE",   "en-GB",  "usa",
                                     "zh-Hant", "en-x-US", "es-419", ""};
    for (size_t i = 0; i < sizeof letter / sizeof *letter; i++)
        assert_true(lang_is_on_letter(letter[i]));
    for (size_t i = 0; i < sizeof a4 / sizeof *a4; i++)
        assert_false(lang_is_on_letter(a4[i]));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_criteria),
                                       cmocka_unit_test(rows_lead_on),
                                       cmocka_unit_test(tasks_name_criteria),
                                       cmocka_unit_test(abbreviations),
                                       cmocka_unit_test(findings_count),
                                       cmocka_unit_test(languages_are_whole),
                                       cmocka_unit_test(paper)};
    return RUN_TESTS(tests);
}
