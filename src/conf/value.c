/* SPDX-License-Identifier: MIT */
/* Texts that stand for something: lengths and language tags. */
#include "conf/conf.h"

#include <stdlib.h>
#include <string.h>

enum { PANGO_UNITS = 1024 };

/* The longest length there is, a little over 100 in: what comes of it still
 * fits an int. */
static const double LONGEST_POINTS = 7500;

bool
conf_length(const char *text, int *units)
{
    static const struct {
        const char *name;
        double points;
    } known[] = {{"in", 72},        {"cm", 72 / 2.54}, {"mm", 72 / 25.4},
                 {"pt", 1},         {"pc", 12},        {"px", 0.75},
                 {"q", 72 / 101.6}, {"Q", 72 / 101.6}};
    size_t whole = strspn(text, "0123456789"), n = whole;
    if (text[n] == '.')
        n += 1 + strspn(text + n + 1, "0123456789");
    if (!whole || n > 12 || text[n - 1] == '.')
        return false;
    char *end;
    double number = strtod(text, &end);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!str_eq(text + n, known[i].name))
            continue;
        double points = number * known[i].points;
        if (points > LONGEST_POINTS)
            return false;
        *units = (int)(points * PANGO_UNITS + 0.5);
        return true;
    }
    return false;
}

/* The length of the subtag at `s` and whether it is all letters; 0 where it
 * is empty, over 8 long or has other characters. */
static size_t
subtag(const char *s, bool *letters)
{
    size_t n = 0;
    *letters = true;
    for (; str_is_letter(s[n]) || str_is_digit(s[n]); n++)
        *letters = *letters && str_is_letter(s[n]);
    return n <= 8 && (s[n] == '-' || !s[n]) ? n : 0;
}

/* RFC 5646, clause 2.1: langtag and privateuse, without the grandfathered
 * ones. Order: language, up to three extlangs, script, region, variants,
 * extensions, private use. */
bool
conf_is_language(const char *tag)
{
    enum { LANGUAGE, EXTLANG, SCRIPT, REGION, VARIANT, EXTENSION, PRIVATE };
    int stage = LANGUAGE, extlangs = 0;
    size_t held = 1; /* subtags since the last singleton */
    for (const char *s = tag;; s++) {
        bool letters;
        size_t n = subtag(s, &letters);
        if (!n || strlen(tag) > 64)
            return false;
        if (stage == LANGUAGE) {
            if (n == 1 && (*s == 'x' || *s == 'X'))
                stage = PRIVATE, held = 0;
            else if (letters && n >= 2)
                stage = n <= 3 ? EXTLANG : SCRIPT;
            else
                return false;
        } else if (stage == PRIVATE || (stage == EXTENSION && n > 1)) {
            held++;
        } else if (n == 1) {
            if (!held)
                return false;
            stage = *s == 'x' || *s == 'X' ? PRIVATE : EXTENSION;
            held = 0;
        } else if (stage == EXTLANG && letters && n == 3 && extlangs < 3) {
            extlangs++;
        } else if (stage <= SCRIPT && letters && n == 4) {
            stage = REGION;
        } else if (stage <= REGION &&
                   ((letters && n == 2) ||
                    (n == 3 && str_is_digit(s[0]) && str_is_digit(s[1]) &&
                     str_is_digit(s[2])))) {
            stage = VARIANT;
        } else if (stage <= VARIANT &&
                   (n >= 5 || (n == 4 && str_is_digit(*s)))) {
            stage = VARIANT;
        } else {
            return false;
        }
        s += n;
        if (!*s)
            return held > 0;
    }
}
