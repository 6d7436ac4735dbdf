/* SPDX-License-Identifier: MIT */
/* Messages: collected once, sorted, printed in four formats. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct diag *d;

static int
setup(void **state)
{
    (void)state;
    d = diag_new();
    return 0;
}

static int
teardown(void **state)
{
    (void)state;
    diag_free(d);
    return 0;
}

/* What is printed must be `expected`. */
static void
assert_prints(enum diag_format format, bool colour, enum diag_severity least,
              const char *expected)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    diag_print(d, format, "1.2.3", colour, least, to);
    fclose(to);
    assert_string_equal(text, expected);
    free(text);
}

static void
add_three(void)
{
    diag_at(d, (struct place){"b.md", 7, 2}, DIAG_NOTE_UNUSED, "no text");
    diag_at(d, (struct place){"a.md", 3, 1}, DIAG_LINK_DANGLING,
            "“%s” leads nowhere", "x.md");
    diag_hint(d, "did you mean “y.md”?");
    diag_at(d, (struct place){"b.md", 2, 40}, DIAG_HTML_DROPPED, "dropped");
}

static void
counts_by_severity(void **state)
{
    (void)state;
    assert_int_equal(diag_count(d, DIAG_NOTE), 0);
    add_three();
    assert_int_equal(diag_count(d, DIAG_NOTE), 3);
    assert_int_equal(diag_count(d, DIAG_WARNING), 3);
    assert_int_equal(diag_count(d, DIAG_ERROR), 1);
}

/* Files in the order of their first mention, then by place. */
static void
prints_text_sorted(void **state)
{
    (void)state;
    add_three();
    assert_prints(DIAG_TEXT, false, DIAG_NOTE,
                  "b.md:2:40: warning: dropped [html-dropped]\n"
                  "b.md:7:2: warning: no text [note-unused]\n"
                  "a.md:3:1: error: “x.md” leads nowhere [link-dangling]\n"
                  "  hint: did you mean “y.md”?\n");
    assert_prints(DIAG_TEXT, false, DIAG_ERROR,
                  "a.md:3:1: error: “x.md” leads nowhere [link-dangling]\n"
                  "  hint: did you mean “y.md”?\n");
}

static void
prints_places_as_far_as_known(void **state)
{
    (void)state;
    diag_at(d, (struct place){0}, DIAG_EPOCH_INVALID, "no number");
    diag_at(d, (struct place){.file = "a.md"}, DIAG_FILE_UNREADABLE, "gone");
    assert_prints(DIAG_TEXT, true, DIAG_NOTE,
                  "fascicle: \033[31merror:\033[0m no number "
                  "[epoch-invalid]\n"
                  "a.md: \033[31merror:\033[0m gone [file-unreadable]\n");
}

static void
keeps_a_repeated_message_once(void **state)
{
    (void)state;
    struct place at = {"a.md", 1, 1};
    for (int i = 0; i < 3; i++) {
        diag_at(d, at, DIAG_CSS_SYNTAX, "odd");
        diag_hint(d, "hint %d", i);
    }
    at.col = 2;
    diag_at(d, at, DIAG_CSS_SYNTAX, "odd");
    assert_prints(DIAG_TEXT, false, DIAG_NOTE,
                  "a.md:1:1: warning: odd [css-syntax]\n  hint: hint 0\n"
                  "a.md:1:2: warning: odd [css-syntax]\n");
}

static void
copies_the_file_name(void **state)
{
    (void)state;
    char name[] = "a.md";
    diag_at(d, (struct place){name, 1, 1}, DIAG_CSS_SYNTAX, "odd");
    name[0] = 'z';
    assert_prints(DIAG_TEXT, false, DIAG_NOTE,
                  "a.md:1:1: warning: odd [css-syntax]\n");
}

static void
lets_no_control_character_through(void **state)
{
    (void)state;
    diag_at(d, (struct place){"a.md", 1, 1}, DIAG_CSS_SYNTAX, "%s",
            "red \033[31m\nbell\a \xC2\x9B bad \xFF\xC3 end");
    assert_prints(DIAG_TEXT, false, DIAG_NOTE,
                  "a.md:1:1: warning: red  [31m bell    bad "
                  "\xEF\xBF\xBD\xEF\xBF\xBD end [css-syntax]\n");
}

static void
prints_json(void **state)
{
    (void)state;
    assert_prints(DIAG_JSON, false, DIAG_NOTE, "[\n]\n");
    diag_at(d, (struct place){"a\"\x01\xFF.md", 3, 1}, DIAG_LINK_DANGLING,
            "back\\slash “q”");
    diag_hint(d, "a \"hint\"");
    diag_at(d, (struct place){0}, DIAG_EPOCH_INVALID, "no number");
    assert_prints(
        DIAG_JSON, false, DIAG_NOTE,
        "[\n"
        "{\"file\": null, \"line\": 0, \"column\": 0, \"severity\": "
        "\"error\", \"id\": \"epoch-invalid\", \"message\": \"no number\"},\n"
        "{\"file\": \"a\\\"\\u0001\\ufffd.md\", \"line\": 3, \"column\": 1, "
        "\"severity\": \"error\", \"id\": \"link-dangling\", \"message\": "
        "\"back\\\\slash “q”\", \"hint\": \"a \\\"hint\\\"\"}\n"
        "]\n");
}

#define SARIF_HEAD                                                             \
    "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", "        \
    "\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": "   \
    "\"fascicle\", \"version\": \"1.2.3\", \"rules\": ["
#define SARIF_RESULTS                                                          \
    "]}}, \"columnKind\": \"unicodeCodePoints\", \"results\": ["

static void
prints_sarif(void **state)
{
    (void)state;
    assert_prints(DIAG_SARIF, false, DIAG_NOTE,
                  SARIF_HEAD SARIF_RESULTS "\n]}]}\n");
    diag_at(d, (struct place){"my files/a:b é.md", 3, 0}, DIAG_LINK_DANGLING,
            "nowhere");
    diag_hint(d, "look");
    diag_at(d, (struct place){.file = "c.md"}, DIAG_NOTE_UNUSED, "none");
    diag_at(d, (struct place){.file = "c.md"}, DIAG_NOTE_UNUSED, "two");
    assert_prints(
        DIAG_SARIF, false, DIAG_NOTE,
        SARIF_HEAD
        "\n{\"id\": \"link-dangling\", \"shortDescription\": {\"text\": "
        "\"a link leads to an article that is not in the book\"}},"
        "\n{\"id\": \"note-unused\", \"shortDescription\": {\"text\": "
        "\"a note without its mark\"}}" SARIF_RESULTS
        "\n{\"ruleId\": \"link-dangling\", \"level\": \"error\", \"message\": "
        "{\"text\": \"nowhere (look)\"}, \"locations\": "
        "[{\"physicalLocation\": {\"artifactLocation\": {\"uri\": "
        "\"my%20files/a%3Ab%20%C3%A9.md\"}, \"region\": {\"startLine\": 3, "
        "\"startColumn\": 1}}}]},\n"
        "{\"ruleId\": \"note-unused\", \"level\": \"warning\", \"message\": "
        "{\"text\": \"none\"}, \"locations\": [{\"physicalLocation\": "
        "{\"artifactLocation\": {\"uri\": \"c.md\"}}}]},\n"
        "{\"ruleId\": \"note-unused\", \"level\": \"warning\", \"message\": "
        "{\"text\": \"two\"}, \"locations\": [{\"physicalLocation\": "
        "{\"artifactLocation\": {\"uri\": \"c.md\"}}}]}\n]}]}\n");
}

static void
prints_workflow_commands(void **state)
{
    (void)state;
    diag_at(d, (struct place){"a,b:c.md", 3, 4}, DIAG_LINK_DANGLING,
            "100 %% gone: a, b");
    diag_hint(d, "look");
    diag_at(d, (struct place){0}, DIAG_CSS_SYNTAX, "odd");
    assert_prints(DIAG_GITHUB, false, DIAG_NOTE,
                  "::warning title=css-syntax::odd\n"
                  "::error file=a%2Cb%3Ac.md,line=3,col=4,"
                  "title=link-dangling::100 %25 gone: a, b%0Ahint: look\n");
}

static const struct diag_rule pdf_tabs = {"pdf-tabs", "ISO 14289-1, 7.18.3",
                                          DIAG_ERROR, "a page has no tab order",
                                          "set /Tabs to /S"};

static void
prints_what_breaks_a_rule(void **state)
{
    (void)state;
    struct diag *other = diag_new();
    diag_finding(other, (struct place){"a.pdf", 0, 0}, "page 3", &pdf_tabs,
                 "links are read in no order");
    diag_copy(d, diag_message_at(other, 0));
    diag_free(other);
    diag_finding(d, (struct place){"a.pdf", 0, 0}, "page 4", &pdf_tabs,
                 "links are read in no order");
    diag_hint(d, "look");
    assert_int_equal(diag_count(d, DIAG_ERROR), 2);
    assert_prints(DIAG_TEXT, false, DIAG_NOTE,
                  "a.pdf: error: page 3: links are read in no order [pdf-tabs; "
                  "ISO 14289-1, 7.18.3]\n  hint: set /Tabs to /S\n"
                  "a.pdf: error: page 4: links are read in no order [pdf-tabs; "
                  "ISO 14289-1, 7.18.3]\n  hint: look\n");
}

static void
prints_rules_in_reports(void **state)
{
    (void)state;
    diag_finding(d, (struct place){"a.pdf", 0, 0}, "page 3", &pdf_tabs, "none");
    assert_prints(DIAG_JSON, false, DIAG_NOTE,
                  "[\n{\"file\": \"a.pdf\", \"line\": 0, \"column\": 0, "
                  "\"severity\": \"error\", \"id\": \"pdf-tabs\", "
                  "\"clause\": \"ISO 14289-1, 7.18.3\", "
                  "\"object\": \"page 3\", \"message\": \"none\", "
                  "\"hint\": \"set /Tabs to /S\"}\n]\n");
    assert_prints(DIAG_GITHUB, false, DIAG_NOTE,
                  "::error file=a.pdf,title=pdf-tabs::page 3: none (ISO "
                  "14289-1, 7.18.3)%0Ahint: set /Tabs to /S\n");
    assert_prints(
        DIAG_SARIF, false, DIAG_NOTE,
        SARIF_HEAD
        "\n{\"id\": \"pdf-tabs\", \"shortDescription\": {\"text\": \"a page "
        "has "
        "no tab order\"}, \"fullDescription\": {\"text\": \"ISO 14289-1, "
        "7.18.3\"}}" SARIF_RESULTS
        "\n{\"ruleId\": \"pdf-tabs\", \"level\": \"error\", \"message\": "
        "{\"text\": \"none (set /Tabs to /S)\"}, \"locations\": "
        "[{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"a.pdf\"}}, "
        "\"logicalLocations\": [{\"fullyQualifiedName\": \"page "
        "3\"}]}]}\n]}]}\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(counts_by_severity),
        TEST(prints_text_sorted),
        TEST(prints_places_as_far_as_known),
        TEST(keeps_a_repeated_message_once),
        TEST(copies_the_file_name),
        TEST(lets_no_control_character_through),
        TEST(prints_json),
        TEST(prints_sarif),
        TEST(prints_workflow_commands),
        TEST(prints_what_breaks_a_rule),
        TEST(prints_rules_in_reports),
    };
    return RUN_TESTS(tests);
}
