/* SPDX-License-Identifier: MIT */
/* The clock and calendar dates. */
#include "unit.h"

#include <stdlib.h>
#include <time.h>

static void
reads_the_epoch_of_the_environment(void **state)
{
    (void)state;
    int64_t t;
    setenv("SOURCE_DATE_EPOCH", "1767830400", 1);
    assert_true(clock_read(&t));
    assert_int_equal(t, 1767830400);
    setenv("SOURCE_DATE_EPOCH", "0", 1);
    assert_true(clock_read(&t));
    assert_int_equal(t, 0);
    setenv("SOURCE_DATE_EPOCH", "253402300799", 1);
    assert_true(clock_read(&t));
}

static void
refuses_a_wrong_epoch(void **state)
{
    (void)state;
    static const char *const wrong[] = {"-1",
                                        "1.5",
                                        "12x",
                                        " 12",
                                        "0x10",
                                        "253402300800",
                                        "99999999999999999999999999",
                                        "now"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int64_t t;
        setenv("SOURCE_DATE_EPOCH", wrong[i], 1);
        if (clock_read(&t))
            fail_msg("“%s” is taken", wrong[i]);
    }
}

static void
asks_the_system_without_one(void **state)
{
    (void)state;
    int64_t t, before = time(NULL);
    unsetenv("SOURCE_DATE_EPOCH");
    assert_true(clock_read(&t));
    assert_true(t >= before && t <= before + 60);
}

static void
writes_utc_whatever_the_zone(void **state)
{
    (void)state;
    char text[21];
    setenv("TZ", "Pacific/Kiritimati", 1);
    tzset();
    clock_utc(1767830399, text);
    assert_string_equal(text, "2026-01-07T23:59:59Z");
    struct date d = clock_date(1767830399);
    assert_int_equal(d.year, 2026);
    assert_int_equal(d.month, 1);
    assert_int_equal(d.day, 7);
    clock_utc(0, text);
    assert_string_equal(text, "1970-01-01T00:00:00Z");
    clock_utc(253402300799, text);
    assert_string_equal(text, "9999-12-31T23:59:59Z");
}

static void
reads_dates(void **state)
{
    (void)state;
    static const char *const right[] = {
        "2026-01-08", "2026-01-08T10:00:00Z", "2026-01-08 10:00",
        "2024-02-29", "2000-02-29",           "0001-01-01"};
    struct date d;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        if (!date_read(right[i], &d))
            fail_msg("“%s” is refused", right[i]);
    assert_true(date_read("2026-11-30", &d));
    assert_int_equal(d.year, 2026);
    assert_int_equal(d.month, 11);
    assert_int_equal(d.day, 30);
}

static void
refuses_what_is_no_date(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "2026",
                                        "2026-1-8",
                                        "08-01-2026",
                                        "2026-13-01",
                                        "2026-00-10",
                                        "2026-02-30",
                                        "2023-02-29",
                                        "1900-02-29",
                                        "2026-04-31",
                                        "0000-01-01",
                                        "2026-01-08x",
                                        "2026/01/08",
                                        "+026-01-08",
                                        "2026-01-",
                                        "2026-01-08Tea time",
                                        "2026-01-08 ",
                                        "20260-01-08"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct date d = {-1, -1, -1};
        if (date_read(wrong[i], &d))
            fail_msg("“%s” is taken", wrong[i]);
        assert_int_equal(d.year, -1);
    }
}

static void
compares_dates(void **state)
{
    (void)state;
    struct date a = {2026, 1, 8}, b = {2026, 1, 9}, c = {2026, 2, 1},
                d = {2027, 1, 1};
    assert_int_equal(date_compare(a, a), 0);
    assert_true(date_compare(a, b) < 0);
    assert_true(date_compare(c, b) > 0);
    assert_true(date_compare(c, d) < 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_epoch_of_the_environment),
        cmocka_unit_test(refuses_a_wrong_epoch),
        cmocka_unit_test(asks_the_system_without_one),
        cmocka_unit_test(writes_utc_whatever_the_zone),
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(refuses_what_is_no_date),
        cmocka_unit_test(compares_dates),
    };
    return RUN_TESTS(tests);
}
