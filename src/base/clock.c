/* SPDX-License-Identifier: MIT */
/* The one clock, and calendar dates. */
#include "base/clock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int64_t END_OF_9999 = 253402300799;

bool
clock_read(int64_t *seconds)
{
    const char *set = getenv("SOURCE_DATE_EPOCH");
    if (!set || !*set) {
        *seconds = (int64_t)time(NULL);
        return true;
    }
    if (strspn(set, "0123456789") != strlen(set))
        return false;
    errno = 0;
    *seconds = strtoll(set, NULL, 10);
    return errno == 0 && *seconds <= END_OF_9999;
}

struct date
clock_date(int64_t seconds)
{
    time_t t = (time_t)seconds;
    struct tm tm;
    gmtime_r(&t, &tm);
    return (struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
}

void
clock_utc(int64_t seconds, char out[21])
{
    time_t t = (time_t)seconds;
    struct tm tm;
    gmtime_r(&t, &tm);
    strftime(out, 21, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static int
days_in_month(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool
date_read(const char *text, struct date *out)
{
    if (strspn(text, "0123456789") != 4 || text[4] != '-' ||
        strspn(text + 5, "0123456789") != 2 || text[7] != '-' ||
        strspn(text + 8, "0123456789") != 2)
        return false;
    bool timed = text[10] == 'T' || text[10] == ' ';
    if (text[10] != '\0' && !(timed && strspn(text + 11, "0123456789") == 2))
        return false;
    struct date d = {atoi(text), atoi(text + 5), atoi(text + 8)};
    if (d.year < 1 || d.month < 1 || d.month > 12 || d.day < 1 ||
        d.day > days_in_month(d.year, d.month))
        return false;
    *out = d;
    return true;
}

int
date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}
