/* SPDX-License-Identifier: MIT */
/* JSON text: strings of any bytes, nesting, numbers. */
#include "unit.h"

static void
quotes(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"", "\"\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"\t\n\x01\x1f\x7f", "\"\\u0009\\u000a\\u0001\\u001f\x7f\""},
        {"ünd \xF0\x9F\x98\x80", "\"ünd \xF0\x9F\x98\x80\""},
        {"a\xFF\xC3", "\"a\\ufffd\\ufffd\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf b;
        buf_init(&b, BUF_LIMIT_SMALL);
        json_quote(&b, rows[i][0]);
        assert_string_equal(b.at, rows[i][1]);
        buf_free(&b);
    }
}

static void
nests(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    struct json j = {.to = &b};
    json_open(&j, NULL, '{');
    json_text(&j, "a", "x");
    json_text(&j, "none", NULL);
    json_open(&j, "empty", '[');
    json_close(&j, ']');
    json_open(&j, "list", '[');
    json_int(&j, NULL, -5);
    json_bool(&j, NULL, true);
    json_open(&j, NULL, '{');
    json_hundredths(&j, "r", 450);
    json_hundredths(&j, "s", 2105);
    json_close(&j, '}');
    json_close(&j, ']');
    json_bool(&j, "z", false);
    json_close(&j, '}');
    assert_string_equal(b.at, "{\n"
                              "  \"a\": \"x\",\n"
                              "  \"none\": null,\n"
                              "  \"empty\": [],\n"
                              "  \"list\": [\n"
                              "    -5,\n"
                              "    true,\n"
                              "    {\n"
                              "      \"r\": 4.50,\n"
                              "      \"s\": 21.05\n"
                              "    }\n"
                              "  ],\n"
                              "  \"z\": false\n"
                              "}");
    buf_free(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(quotes),
                                       cmocka_unit_test(nests)};
    return RUN_TESTS(tests);
}
