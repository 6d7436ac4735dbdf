/* SPDX-License-Identifier: MIT */
/* What a page is printed with: black and greys, which cairo writes as red,
 * green and blue, become a tint of black (ISO 32000-1, 8.6.4.2), so that a
 * press prints them with one ink. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* How far red, green and blue of a grey lie apart at most, and what is so dark
 * that it is meant to be black: tints that are all but black are printed with
 * holes, and letters get ragged edges. */
#define SPREAD 0.0625
#define DARK 0.2
/* What is exactly grey, but for the six digits that cairo writes. */
#define SAME 0.00001

static double
least(const double rgb[3])
{
    double m = rgb[0] < rgb[1] ? rgb[0] : rgb[1];
    return m < rgb[2] ? m : rgb[2];
}

static double
most(const double rgb[3])
{
    double m = rgb[0] > rgb[1] ? rgb[0] : rgb[1];
    return m > rgb[2] ? m : rgb[2];
}

/* Three numbers before an operator. */
static bool
read_color(const struct pdf_span words[3], double rgb[3])
{
    for (int i = 0; i < 3; i++) {
        char number[32] = {0};
        if (!words[i].n || words[i].n >= sizeof number)
            return false;
        memcpy(number, words[i].at, words[i].n);
        char *end;
        rgb[i] = strtod(number, &end);
        if (*end)
            return false;
    }
    return true;
}

/* The black of marks for the shop, which is to be of all inks. */
static bool
is_registration(const double rgb[3])
{
    static const uint32_t color = LAYOUT_REGISTRATION;
    for (int i = 0; i < 3; i++) {
        double far = rgb[i] - (color >> (24 - 8 * i) & 255) / 255.0;
        if (far > SAME || far < -SAME)
            return false;
    }
    return true;
}

/* Appends the colour as the press is to have it. */
static void
put_color(struct pdf_inks *inks, const struct pdf_span words[3], bool stroke,
          struct buf *out)
{
    double rgb[3] = {0};
    bool read = read_color(words, rgb), spread = most(rgb) - least(rgb) > SAME;
    bool dark = most(rgb) <= DARK && most(rgb) - least(rgb) <= SPREAD;
    inks->colored |= !read || (spread && !dark);
    if (!read || !inks->pure || (spread && !dark) || is_registration(rgb)) {
        const char *end = words[2].at + words[2].n;
        buf_add(out, words[0].at, (size_t)(end - words[0].at));
        buf_str(out, stroke ? " RG" : " rg");
        return;
    }
    if (dark)
        buf_str(out, "0");
    else
        buf_add(out, words[0].at, words[0].n);
    buf_str(out, stroke ? " G" : " g");
}

/* Whether the operator paints with a pattern or a shading, of which no more is
 * known. */
static bool
is_pattern(struct pdf_span word)
{
    return pdf_token_is(word, "scn") || pdf_token_is(word, "SCN") ||
           pdf_token_is(word, "sh");
}

void
pdf_ink_line(struct pdf_inks *inks, const char *at, size_t n, struct buf *out)
{
    const char *end = at + n, *done = at, *p = at;
    struct pdf_span words[4] = {{0}}; /* the last, and three before it */
    if (!n || *at == '[' || *at == '<' || *at == '(') {
        buf_add(out, at, n);
        return;
    }
    for (;;) {
        memmove(words, words + 1, 3 * sizeof *words);
        words[3] = pdf_token(&p, end);
        if (!words[3].n)
            break;
        inks->colored |= is_pattern(words[3]);
        bool stroke = pdf_token_is(words[3], "RG");
        if ((!stroke && !pdf_token_is(words[3], "rg")) || !words[0].n)
            continue;
        buf_add(out, done, (size_t)(words[0].at - done));
        put_color(inks, words, stroke, out);
        done = words[3].at + words[3].n;
    }
    buf_add(out, done, (size_t)(end - done));
}
