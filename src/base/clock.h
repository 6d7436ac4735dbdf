/* SPDX-License-Identifier: MIT */
/* The one clock, and calendar dates. Part of base/base.h. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* A day of the proleptic Gregorian calendar; year 0 means "none". */
struct date {
    int year, month, day;
};

/* Seconds since 1970-01-01T00:00:00Z: SOURCE_DATE_EPOCH where it is set, else
 * the system's time. False where SOURCE_DATE_EPOCH is no whole number from 0
 * to the end of the year 9999. */
bool clock_read(int64_t *seconds);

/* "2026-01-08T00:00:00Z" and a NUL. */
void clock_utc(int64_t seconds, char out[21]);

/* The UTC day. */
struct date clock_date(int64_t seconds);

/* Reads "2026-01-08", alone or before "T" or a space and a time, which is not
 * looked at beyond its hours. */
bool date_read(const char *text, struct date *out);

/* Below 0, 0 or above 0, as strcmp. */
int date_compare(struct date a, struct date b);

#endif
