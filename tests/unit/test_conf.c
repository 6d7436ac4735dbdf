/* SPDX-License-Identifier: MIT */
/* conf: places and values of YAML, tables of keys, the manifest. */
#include "unit.h"

#include <string.h>

#include "conf/conf.h"

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct conf_context context;
};

static int
set_up(void **state)
{
    struct arena *a = arena_new();
    struct fixture *f = ARENA_NEW(a, struct fixture);
    f->arena = a;
    f->diag = diag_new();
    f->context = (struct conf_context){a, f->diag};
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    diag_free(f->diag);
    arena_free(f->arena);
    return 0;
}

static struct conf_value *
parse(struct fixture *f, const char *text)
{
    return conf_parse(f->arena, f->diag, "x.yaml", text, strlen(text), 1);
}

static void
assert_message(struct fixture *f, size_t i, enum diag_id id, uint32_t line,
               uint32_t col)
{
    assert_true(i < diag_count(f->diag, DIAG_NOTE));
    const struct diag_message *m = diag_message_at(f->diag, i);
    assert_string_equal(diag_id_name(m->id), diag_id_name(id));
    assert_int_equal(m->at.line, line);
    assert_int_equal(m->at.col, col);
}

static void
columns_count_characters(void **state)
{
    struct fixture *f = *state;
    const char *text = "{é: \"ü\", b: 2}\nc";
    struct conf_value *v =
        conf_parse(f->arena, f->diag, "x.yaml", text, 16, 40);
    assert_non_null(v);
    assert_int_equal(v->type, CONF_MAP);
    assert_int_equal(v->n, 2);
    assert_int_equal(v->at.line, 40);
    assert_int_equal(v->pairs[1].key_at.col, 10);
    assert_int_equal(v->pairs[1].value->at.col, 13);
    assert_true(v->pairs[0].value->quoted);
    assert_false(v->pairs[1].value->quoted);
}

static void
nulls_are_not_texts(void **state)
{
    struct fixture *f = *state;
    struct conf_value *v = parse(f, "[~, null, '', 'null', ]");
    assert_int_equal(v->n, 4);
    assert_int_equal(v->items[0]->type, CONF_NULL);
    assert_int_equal(v->items[1]->type, CONF_NULL);
    assert_int_equal(v->items[2]->type, CONF_SCALAR);
    assert_string_equal(v->items[3]->text, "null");
    assert_int_equal(parse(f, "# nothing\n")->type, CONF_NULL);
}

static void
anchors_are_shared_and_bounded(void **state)
{
    struct fixture *f = *state;
    struct conf_value *v = parse(f, "a: &x [1]\nb: *x\nc: *x\n");
    assert_ptr_equal(v->pairs[1].value, v->pairs[0].value);
    assert_ptr_equal(v->pairs[2].value, v->pairs[0].value);
    assert_null(parse(f, "a: &x [*x]"));
    assert_message(f, 0, DIAG_YAML_SYNTAX, 1, 8);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_str(&b, "a: &x 1\nb: [");
    for (int i = 0; i < 1001; i++)
        buf_str(&b, "*x, ");
    buf_str(&b, "]");
    assert_null(parse(f, b.at));
    assert_message(f, 1, DIAG_LIMIT_REACHED, 2, 4005);
    buf_free(&b);
}

static void
nesting_is_bounded(void **state)
{
    struct fixture *f = *state;
    char text[200] = "";
    memset(text, '[', 33);
    assert_null(parse(f, text));
    assert_message(f, 0, DIAG_LIMIT_REACHED, 1, 33);
}

static void
a_key_stands_once(void **state)
{
    struct fixture *f = *state;
    struct conf_value *v = parse(f, "a: 1\nb: 2\na: 3\n");
    assert_message(f, 0, DIAG_YAML_DUPLICATE_KEY, 3, 1);
    assert_int_equal(v->n, 2);
    assert_string_equal(v->pairs[0].value->text, "1");
}

static void
syntax_errors_have_places(void **state)
{
    struct fixture *f = *state;
    assert_null(parse(f, "title: a: b"));
    assert_message(f, 0, DIAG_YAML_SYNTAX, 1, 9);
    assert_null(parse(f, "a: 1\nb: \"x\nc: 2\n"));
    assert_message(f, 1, DIAG_YAML_SYNTAX, 2, 4);
    assert_null(parse(f, "a:\n\tb: 1\n"));
    assert_message(f, 2, DIAG_YAML_SYNTAX, 2, 1);
    assert_null(parse(f, "? [a]\n: b\n"));
    assert_message(f, 3, DIAG_YAML_SYNTAX, 1, 3);
}

struct record {
    const char *name;
    int number, choice, width;
    bool flag;
    struct date day;
    struct conf_strings list;
};

static const char *const choices[] = {"epub", "pdf", NULL};

static const struct conf_key keys[] = {
    {.name = "name",
     .aliases = "title label",
     .kind = CONF_STRING,
     .offset = offsetof(struct record, name)},
    {.name = "number",
     .kind = CONF_INT,
     .least = 1,
     .most = 9,
     .offset = offsetof(struct record, number)},
    {.name = "format",
     .kind = CONF_CHOICE,
     .choices = choices,
     .offset = offsetof(struct record, choice)},
    {.name = "width",
     .kind = CONF_LENGTH,
     .offset = offsetof(struct record, width)},
    {.name = "flag",
     .kind = CONF_BOOL,
     .offset = offsetof(struct record, flag)},
    {.name = "day", .kind = CONF_DATE, .offset = offsetof(struct record, day)},
    {.name = "list",
     .kind = CONF_STRINGS,
     .offset = offsetof(struct record, list)},
};

enum { KEYS = sizeof keys / sizeof *keys };

static void
a_table_reads_every_kind(void **state)
{
    struct fixture *f = *state;
    struct record r = {0};
    struct place seen[KEYS] = {{0}};
    struct conf_value *v =
        parse(f, "label: \"  two\\n words\\x07 \"\nnumber: 9\nformat: pdf\n"
                 "width: 1in\nflag: True\nday: 2026-01-08T10:00:00Z\n"
                 "list: [a, ' ', 'b  c']\n");
    assert_true(conf_read(&f->context, v, keys, KEYS, &r, seen));
    assert_string_equal(r.name, "two words");
    assert_int_equal(r.number, 9);
    assert_int_equal(r.choice, 1);
    assert_int_equal(r.width, 72 * 1024);
    assert_true(r.flag);
    assert_int_equal(r.day.day, 8);
    assert_int_equal(r.list.n, 2);
    assert_string_equal(r.list.at[1], "b c");
    assert_int_equal(r.list.places[1].col, 16);
    assert_int_equal(seen[1].line, 2);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
}

static void
a_table_reports_all_that_is_wrong(void **state)
{
    struct fixture *f = *state;
    struct record r = {0};
    struct conf_value *v =
        parse(f, "title: a\nname: b\nnumber: 10\nformat: pfd\nwidth: 1 in\n"
                 "flag: 1\nday: 2026-02-30\nlist: {a: b}\nnumbre: 1\n");
    assert_false(conf_read(&f->context, v, keys, KEYS, &r, NULL));
    assert_message(f, 0, DIAG_YAML_DUPLICATE_KEY, 2, 1);
    assert_message(f, 1, DIAG_VALUE_INVALID, 3, 9);
    assert_message(f, 2, DIAG_VALUE_INVALID, 4, 9);
    assert_string_equal(diag_message_at(f->diag, 2)->hint,
                        "did you mean “pdf”?");
    assert_message(f, 3, DIAG_VALUE_INVALID, 5, 8);
    assert_message(f, 4, DIAG_VALUE_INVALID, 6, 7);
    assert_message(f, 5, DIAG_VALUE_INVALID, 7, 6);
    assert_message(f, 6, DIAG_VALUE_TYPE, 8, 7);
    assert_message(f, 7, DIAG_KEY_UNKNOWN, 9, 1);
    assert_string_equal(diag_message_at(f->diag, 7)->hint,
                        "did you mean “number”?");
    assert_string_equal(r.name, "a");
    assert_int_equal(r.day.year, 0);
}

static void
lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int units;
    } good[] = {{"6in", 442368}, {"25.4mm", 73728}, {"2.54cm", 73728},
                {"96px", 73728}, {"1pc", 12288},    {"12.5pt", 12800},
                {"0pt", 0}};
    static const char *const bad[] = {"6",    "in",     "-1in", "1.in",
                                      "1 in", "1e3in",  "1em",  "200in",
                                      "",     "0x10pt", ".5in", "1in "};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        int units = -1;
        assert_true(conf_length(good[i].text, &units));
        assert_int_equal(units, good[i].units);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int units = -1;
        assert_false(conf_length(bad[i], &units));
    }
}

static void
language_tags(void **state)
{
    (void)state;
    static const char *const good[] = {
        "en",         "en-US",      "pt-BR",          "zh-Hant-TW", "es-419",
        "de-CH-1901", "sr-Latn-RS", "sl-rozaj-biske", "x-mine",     "en-x-a-b",
        "yue",        "zh-yue-HK",  "en-a-bbb-x-a"};
    static const char *const bad[] = {
        "",         "e",    "english!", "en_US", "en-",  "-en",
        "en--US",   "123",  "en-a",     "x",     "en-x", "toolonglanguage",
        "en-US-US", "en US"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!conf_is_language(good[i]))
            fail_msg("“%s” is a tag", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (conf_is_language(bad[i]))
            fail_msg("“%s” is no tag", bad[i]);
}

static void
identifiers_stay(void **state)
{
    struct fixture *f = *state;
    const char *one = conf_identifier(f->arena, "P", "Life, Reclaimed");
    assert_string_equal(one, conf_identifier(f->arena, "P", "Life reclaimed"));
    assert_string_not_equal(one,
                            conf_identifier(f->arena, "Q", "Life reclaimed"));
    assert_true(str_starts(one, "urn:uuid:"));
    assert_int_equal(strlen(one), 45);
}

static void
a_bare_manifest_has_two_editions(void **state)
{
    struct fixture *f = *state;
    const struct conf_manifest *m = conf_manifest_bare(&f->context, "d");
    assert_int_equal(m->editions.n, 2);
    assert_string_equal(m->editions.at[0].name, "ebook");
    assert_int_equal(m->editions.at[0].format, CONF_EPUB);
    assert_true(m->editions.at[0].cover);
    assert_int_equal(m->editions.at[1].format, CONF_PDF);
    assert_false(m->editions.at[1].cover);
    assert_int_equal(m->editions.at[1].paper, 290); /* 0.1 mm */
    assert_null(m->title);
    assert_string_equal(m->language, "en");
}

static struct conf_size
units(double width, double height)
{
    return (struct conf_size){(int)(width * 72 * 1024 + 0.5),
                              (int)(height * 72 * 1024 + 0.5)};
}

/* The page decides where its size is one country's, else the language's
 * region. */
static void
sheets_are_those_that_are_usual(void **state)
{
    static const struct {
        const char *lang;
        double width, height;
        bool letter;
    } cases[] = {
        {"en-US", 6, 9, true},
        {"es-MX", 6, 9, true},
        {"fr-CA", 5, 8, true},
        {"es-Latn-US", 6, 9, true},
        {"fr-FR", 6, 9, false},
        {"en-GB", 6, 9, false},
        {"pt-BR", 6, 9, false},
        {"de-u-rg-uszzzz", 5.83, 8.27, false},
        {"en", 6, 9, false},
        {"en", 5.5, 8.5, true},
        {"en-US", 148 / 25.4, 210 / 25.4, false},
        {"en-US", 297 / 25.4, 210 / 25.4, false},
        {"de-DE", 8.5, 11, true},
        {"de-DE", 8.5, 5.5, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conf_size sheet = conf_usual_sheet(
            cases[i].lang, units(cases[i].width, cases[i].height));
        if (sheet.width != (cases[i].letter ? 626688 : 609562))
            fail_msg("case %zu: %d × %d", i, sheet.width, sheet.height);
    }
}

/* Reads one edition. */
static struct conf_edition
edition_of(struct fixture *f, const char *text)
{
    struct conf_manifest m = {0};
    conf_read(&f->context,
              parse(f, arena_printf(f->arena, "editions: {e: {%s}}", text)),
              conf_manifest_keys, conf_manifest_key_count, &m, NULL);
    return m.editions.n ? m.editions.at[0] : (struct conf_edition){0};
}

static void
presses_are_read(void **state)
{
    struct fixture *f = *state;
    struct conf_edition e = edition_of(f, "format: pdf, press: true");
    assert_true(e.press.on && e.cover);
    assert_int_equal(e.press.bleed, -1);
    assert_int_equal(e.press.marks, -1);
    assert_int_equal(e.press.black, CONF_BLACK_PURE);
    assert_int_equal(e.press.binding, CONF_GLUED);
    e = edition_of(f, "format: pdf, cover: false, press: {bleed: 0.125in, "
                      "marks: crop cross, black: rich, binding: stapled}");
    assert_true(e.press.on && !e.cover);
    assert_int_equal(e.press.bleed, 9 * 1024);
    assert_int_equal(e.press.marks, 3);
    assert_int_equal(e.press.black, CONF_BLACK_RICH);
    assert_int_equal(e.press.binding, CONF_STAPLED);
    e = edition_of(f, "format: pdf, press: {bleed: 0, marks: none}");
    assert_int_equal(e.press.bleed, 0);
    assert_int_equal(e.press.marks, 0);
    assert_false(edition_of(f, "format: pdf, press: false").press.on);
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
    assert_int_equal(conf_usual_bleed(units(6, 9)), 9 * 1024);
    assert_int_equal(conf_usual_bleed(units(148 / 25.4, 210 / 25.4)), 8708);
}

static void
wrong_presses_are_none(void **state)
{
    static const struct {
        const char *keys;
        enum diag_id id;
    } cases[] = {
        {"format: pdf, press: [crop]", DIAG_VALUE_TYPE},
        {"format: pdf, press: much", DIAG_VALUE_INVALID},
        {"format: pdf, press: {bleed: 2in}", DIAG_VALUE_INVALID},
        {"format: pdf, press: {bleed: wide}", DIAG_VALUE_INVALID},
        {"format: pdf, press: {marks: bars}", DIAG_VALUE_INVALID},
        {"format: pdf, press: {dpi: 300}", DIAG_KEY_UNKNOWN},
        {"format: epub, press: true", DIAG_KEY_UNKNOWN},
        {"format: pdf, press: true, impose: booklet", DIAG_VALUE_INVALID},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        edition_of(f, cases[i].keys);
        assert_int_equal(diag_count(f->diag, DIAG_NOTE), 1);
        assert_string_equal(diag_id_name(diag_message_at(f->diag, 0)->id),
                            diag_id_name(cases[i].id));
        diag_free(f->diag);
        f->diag = f->context.diag = diag_new();
    }
}

static void
an_evaluator_has_a_name(void **state)
{
    struct fixture *f = *state;
    struct conf_manifest m = {0};
    conf_read(&f->context,
              parse(f, "evaluator: The Association\n"
                       "exemption: eaa-fundamental-alteration\n"),
              conf_manifest_keys, conf_manifest_key_count, &m, NULL);
    assert_string_equal(m.evaluator.name, "The Association");
    assert_int_equal(m.evaluator.wcag, CONF_WCAG_21);
    assert_int_equal(m.evaluator.level, CONF_LEVEL_AA);
    assert_int_equal(m.evaluator.date.year, 0);
    assert_int_equal(m.evaluator.at.col, 12);
    assert_string_equal(conf_exemption_name(m.exemption),
                        "eaa-fundamental-alteration");
    conf_read(&f->context,
              parse(f, "evaluator: {name: B, wcag: 2.2, level: A, "
                       "date: 2026-03-01, report: \"http://e/r\"}"),
              conf_manifest_keys, conf_manifest_key_count, &m, NULL);
    assert_int_equal(m.evaluator.wcag, CONF_WCAG_22);
    assert_int_equal(m.evaluator.level, CONF_LEVEL_A);
    assert_int_equal(m.evaluator.date.month, 3);
    assert_string_equal(m.evaluator.report, "http://e/r");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
}

static void
wrong_evaluators_are_none(void **state)
{
    static const struct {
        const char *yaml;
        enum diag_id id;
    } cases[] = {
        {"evaluator: \"  \"", DIAG_KEY_MISSING},
        {"evaluator: {date: 2026-03-01}", DIAG_KEY_MISSING},
        {"evaluator: [A, B]", DIAG_VALUE_TYPE},
        {"evaluator: {name: A, report: report.html}", DIAG_VALUE_INVALID},
        {"evaluator: {name: A, report: \"https://e/ x\"}", DIAG_VALUE_INVALID},
        {"evaluator: {name: A, level: AAA}", DIAG_VALUE_INVALID},
        {"evaluator: {name: A, wcag: 3.0}", DIAG_VALUE_INVALID},
        {"evaluator: {name: A, badge: B}", DIAG_KEY_UNKNOWN},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conf_manifest m = {0};
        conf_read(&f->context, parse(f, cases[i].yaml), conf_manifest_keys,
                  conf_manifest_key_count, &m, NULL);
        assert_null(m.evaluator.name);
        diag_sort(f->diag);
        assert_int_equal(diag_count(f->diag, DIAG_NOTE), 1);
        assert_string_equal(diag_id_name(diag_message_at(f->diag, 0)->id),
                            diag_id_name(cases[i].id));
        diag_free(f->diag);
        f->diag = f->context.diag = diag_new();
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(columns_count_characters),
        TEST(nulls_are_not_texts),
        TEST(anchors_are_shared_and_bounded),
        TEST(nesting_is_bounded),
        TEST(a_key_stands_once),
        TEST(syntax_errors_have_places),
        TEST(a_table_reads_every_kind),
        TEST(a_table_reports_all_that_is_wrong),
        TEST(lengths),
        TEST(language_tags),
        TEST(identifiers_stay),
        TEST(a_bare_manifest_has_two_editions),
        TEST(sheets_are_those_that_are_usual),
        TEST(presses_are_read),
        TEST(wrong_presses_are_none),
        TEST(an_evaluator_has_a_name),
        TEST(wrong_evaluators_are_none),
    };
    return RUN_TESTS(tests);
}
