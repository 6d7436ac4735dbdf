/* SPDX-License-Identifier: MIT */
/* The tokenizer and the parser: types, values, places, recovery. */
#include "css.h"

static struct css_tokens
tokens(struct css_test *t, const char *text)
{
    return css_tokenize(t->arena, text, strlen(text), "t.css", t->diag);
}

/* The types as letters, for a short comparison. */
static const char *
types(struct css_test *t, const char *text)
{
    static const char letters[] = "ifahs!u?dnpD_<>:;,[](){}$";
    struct css_tokens v = tokens(t, text);
    char *out = arena_alloc(t->arena, v.n + 1);
    for (size_t i = 0; i < v.n; i++)
        out[i] = letters[v.at[i].type];
    return out;
}

static void
names_tokens(void **state)
{
    struct css_test *t = *state;
    assert_string_equal(types(t, ""), "$");
    assert_string_equal(types(t, "a-b --x _y \xC3\xA9"), "i_i_i_i$");
    assert_string_equal(types(t, "p{color:red;}"), "i{i:i;}$");
    assert_string_equal(types(t, "@media#id.c"), "ahdi$");
    assert_string_equal(types(t, "rgb(1, 2%,3px)"), "fn,_p,D)$");
    assert_string_equal(types(t, "url(x) url( 'x' )"), "u_f_s_)$");
    assert_string_equal(types(t, "a/**/b/* c */"), "ii$");
    assert_string_equal(types(t, "<!-- -->"), "<_>$");
    assert_string_equal(types(t, "+1 -1 + - .5 . 1. -.5"), "n_n_d_d_n_d_nd_n$");
    assert_string_equal(types(t, "1e3 1e 1e+3 1em"), "n_D_n_D$");
    assert_string_equal(types(t, "[a|=\"b\"]"), "[idds]$");
    assert_string_equal(types(t, "\t\r\n\f a"), "_i$");
    assert_string_equal(types(t, "# @ \\"), "d_d_d$");
    assert_string_equal(types(t, "U+26"), "in$");
    assert_string_equal(types(t, "\xEF\xBB\xBF"
                                 "a"),
                        "i$");
    assert_int_equal(diag_count(t->diag, DIAG_NOTE), 0);
}

static void
reads_values(void **state)
{
    struct css_test *t = *state;
    struct css_tokens v = tokens(t, "\\26 B \\000041z \"a\\\nb\\\"\" -1.5e2em");
    assert_string_equal(v.at[0].text, "&B");
    assert_string_equal(v.at[2].text, "Az");
    assert_string_equal(v.at[4].text, "ab\"");
    assert_string_equal(v.at[6].text, "em");
    assert_true(v.at[6].number == -150);
    v = tokens(t, "url( a\\)b ) #1a #a1 12 1.0 99999999999999999999e999");
    assert_string_equal(v.at[0].text, "a)b");
    assert_false(v.at[2].id);
    assert_true(v.at[4].id);
    assert_true(v.at[6].integer);
    assert_false(v.at[8].integer);
    assert_true(v.at[10].number > 1e200);
    v = tokens(t, "\\0 \\110000 \\d800 ");
    assert_string_equal(v.at[0].text, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void
knows_places(void **state)
{
    struct css_test *t = *state;
    struct css_tokens v = tokens(t, "\xC3\xA9 b\r\nc\fd /* \n */ e");
    assert_int_equal(v.at[2].line, 1);
    assert_int_equal(v.at[2].col, 3);
    assert_int_equal(v.at[4].line, 2);
    assert_int_equal(v.at[4].col, 1);
    assert_int_equal(v.at[6].line, 3);
    assert_int_equal(v.at[6].start, 8);
    const struct css_token *last = &v.at[v.n - 2];
    assert_string_equal(last->text, "e");
    assert_int_equal(last->line, 4);
    assert_int_equal(last->col, 5);
}

static void
tells_what_is_open(void **state)
{
    struct css_test *t = *state;
    assert_string_equal(types(t, "'a\nb"), "!_i$");
    assert_string_equal(types(t, "\"a"), "s$");
    assert_string_equal(types(t, "url(a b) c"), "?_i$");
    assert_string_equal(types(t, "url(a"), "u$");
    assert_string_equal(types(t, "/* a"), "$");
    /* the first two are one message: the same words at the same place */
    assert_int_equal(diag_count(t->diag, DIAG_WARNING), 4);
}

static void
skips_whole_blocks(void **state)
{
    struct css_test *t = *state;
    struct css_tokens v = tokens(t, "a(b[c}d](e)) f");
    assert_int_equal(css_skip(v, 0), 11);
    assert_int_equal(css_skip(v, 11), 12);
    struct css_tokens in = css_inside(v, 0);
    assert_int_equal(in.n, 9);
    v = tokens(t, "(a");
    assert_int_equal(css_skip(v, 0), v.n);
}

static struct css_rule *
parse(struct css_test *t, const char *text)
{
    diag_free(t->diag);
    t->diag = diag_new();
    return css_parse(t->arena, tokens(t, text), "t.css", t->diag);
}

static int
count(const struct css_rule *r)
{
    int n = 0;
    for (; r; r = r->next)
        n++;
    return n;
}

static void
parses_rules(void **state)
{
    struct css_test *t = *state;
    struct css_rule *r = parse(
        t, "@import 'a'; p, q { color: red; margin : 1px!important }"
           "@media print { a { b: c } @supports (x:y) { d { e: f } } }"
           "@page :left { size: a4; @top-left { content: 'x' } margin: 0 }");
    assert_int_equal(count(r), 4);
    assert_int_equal(r->kind, CSS_RULE_IMPORT);
    r = r->next;
    assert_int_equal(r->kind, CSS_RULE_STYLE);
    assert_int_equal(r->prelude.n, 4);
    assert_string_equal(r->first->name, "color");
    assert_false(r->first->important);
    assert_true(r->first->next->important);
    assert_int_equal(r->first->next->value.n, 1);
    r = r->next;
    assert_int_equal(count(r->rules), 2);
    assert_int_equal(r->rules->next->kind, CSS_RULE_SUPPORTS);
    r = r->next;
    assert_int_equal(r->kind, CSS_RULE_PAGE);
    assert_string_equal(r->first->next->name, "margin");
    assert_string_equal(r->rules->name, "top-left");
    assert_int_equal(diag_count(t->diag, DIAG_NOTE), 0);
}

static void
recovers(void **state)
{
    struct css_test *t = *state;
    /* each text: one rule `p` with one declaration `b: c`, one message */
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"p { a b; b: c }", "1:5 css-syntax\n"},
        {"p { a; b: c }", "1:5 css-syntax\n"},
        {"p { : x; b: c }", "1:5 css-syntax\n"},
        {"p { a:; b: c }", "1:5 css-syntax\n"},
        {"p { a: ); b: c }", "1:8 css-syntax\n"},
        {"p { a: x\n d: y; b: c }", "2:2 css-syntax\n"},
        {"p { a: ! x; b: c }", "1:8 css-syntax\n"},
        {"p { @x { y: z } b: c }", "1:5 css-syntax\n"},
        {"p { b: c", "1:3 css-syntax\n"},
        {"} p { b: c }", "1:1 css-syntax\n"},
        {"; p { b: c }", "1:1 css-syntax\n"},
        {"{ x: y } p { b: c }", "1:1 css-syntax\n"},
        {"p { b: c } q", "1:12 css-syntax\n"},
        {"@media; p { b: c }", "1:1 css-syntax\n"},
        {"@import 'x' {} p { b: c }", "1:1 css-syntax\n"},
        {"p { a: 'x\n; b: c }", "1:8 css-syntax\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct css_rule *r = parse(t, cases[i].text);
        assert_string_equal(css_messages(t), cases[i].message);
        assert_int_equal(count(r), 1);
        assert_int_equal(r->prelude.n, 1);
        assert_string_equal(r->first->name, "b");
        assert_string_equal(r->first->value.at[0].text, "c");
        assert_null(r->first->next);
    }
}

static void
bounds_depth(void **state)
{
    struct css_test *t = *state;
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (int i = 0; i < 20000; i++)
        buf_str(&b, "@media print {");
    parse(t, b.at);
    buf_clear(&b);
    for (int i = 0; i < 200000; i++)
        buf_char(&b, "([{"[i % 3]);
    parse(t, b.at);
    assert_true(diag_count(t->diag, DIAG_NOTE) > 0);
    buf_free(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(names_tokens),       CSS_TEST(reads_values),
        CSS_TEST(knows_places),       CSS_TEST(tells_what_is_open),
        CSS_TEST(skips_whole_blocks), CSS_TEST(parses_rules),
        CSS_TEST(recovers),           CSS_TEST(bounds_depth),
    };
    return RUN_TESTS(tests);
}
