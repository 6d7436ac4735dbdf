/* SPDX-License-Identifier: MIT */
/* Numbers as lists and folios write them. */
#include "layout/flow.h"

static const char *
roman(struct arena *a, int n, bool upper)
{
    static const struct {
        int value;
        const char *lower, *upper;
    } digits[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
        {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
        {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
        {1, "i", "I"},
    };
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        for (; n >= digits[i].value; n -= digits[i].value)
            buf_str(&b, upper ? digits[i].upper : digits[i].lower);
    char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}

/* α … ω without the final sigma, αα, αβ … */
static const char *
greek(struct arena *a, int n)
{
    enum { ALPHA = 0x3B1, SIGMA = 0x3C2, COUNT = 24 };
    uint32_t signs[16];
    size_t count = 0;
    for (; n > 0; n = (n - 1) / COUNT) {
        uint32_t c = ALPHA + (uint32_t)((n - 1) % COUNT);
        signs[count++] = c < SIGMA ? c : c + 1;
    }
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    while (count)
        buf_utf8(&b, signs[--count]);
    char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}

/* a … z, aa, ab … */
static const char *
letters(struct arena *a, int n, char first)
{
    char text[16];
    size_t at = sizeof text;
    text[--at] = '\0';
    for (; n > 0; n = (n - 1) / 26)
        text[--at] = (char)(first + (n - 1) % 26);
    return arena_str(a, text + at);
}

const char *
flow_number(struct arena *a, int n, enum style_marker system)
{
    bool in_roman = n > 0 && n < 5000;
    if (system == STYLE_LOWER_ROMAN && in_roman)
        return roman(a, n, false);
    if (system == STYLE_UPPER_ROMAN && in_roman)
        return roman(a, n, true);
    if (system == STYLE_LOWER_ALPHA && n > 0)
        return letters(a, n, 'a');
    if (system == STYLE_UPPER_ALPHA && n > 0)
        return letters(a, n, 'A');
    if (system == STYLE_LOWER_GREEK && n > 0)
        return greek(a, n);
    if (system == STYLE_LEADING_ZERO && n >= 0)
        return arena_printf(a, "%02d", n);
    if (system == STYLE_DISC)
        return "•";
    if (system == STYLE_CIRCLE)
        return "◦";
    if (system == STYLE_SQUARE)
        return "▪";
    if (system == STYLE_MARKER_NONE)
        return "";
    return arena_printf(a, "%d", n);
}
