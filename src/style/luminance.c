/* SPDX-License-Identifier: MIT */
/* How far two colours stand apart: WCAG 2.1, "relative luminance" and
 * "contrast ratio". */
#include <math.h>

#include "style/style_int.h"

static double
linear(uint32_t byte)
{
    double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(uint32_t rgba)
{
    return 0.2126 * linear(rgba >> 24) + 0.7152 * linear(rgba >> 16 & 0xFF) +
           0.0722 * linear(rgba >> 8 & 0xFF);
}

int
style_contrast_ratio(uint32_t one, uint32_t other)
{
    double a = luminance(one), b = luminance(other);
    double ratio = ((a > b ? a : b) + 0.05) / ((a > b ? b : a) + 0.05);
    return (int)floor(ratio * 100 + 1e-9);
}

uint32_t
css_over(uint32_t above, double alpha, uint32_t below)
{
    uint32_t out = 0xFF;
    for (int shift = 8; shift < 32; shift += 8) {
        double mixed = alpha * (above >> shift & 0xFF) +
                       (1 - alpha) * (below >> shift & 0xFF);
        out |= (uint32_t)lround(mixed) << shift;
    }
    return out;
}

/* The first of the steps from the text's colour to black or white that has the
 * ratio; 256 where none has. */
static int
steps_towards(uint32_t end, uint32_t text, uint32_t ground, int needed,
              uint32_t *out)
{
    for (int i = 0; i <= 255; i++) {
        *out = css_over(end, i / 255.0, text);
        if (style_contrast_ratio(*out, ground) >= needed)
            return i;
    }
    return 256;
}

static int
distance(uint32_t a, uint32_t b)
{
    int sum = 0;
    for (int shift = 8; shift < 32; shift += 8) {
        int d = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);
        sum += d * d;
    }
    return sum;
}

/* Towards black and towards white the hue stays; of the two, what is nearer
 * as sRGB numbers are. One of them always has 4.5 to 1. */
uint32_t
style_contrast_nearest(uint32_t text, uint32_t ground, int needed)
{
    uint32_t dark, light;
    int down = steps_towards(0x000000FF, text, ground, needed, &dark);
    int up = steps_towards(0xFFFFFFFF, text, ground, needed, &light);
    if (down > 255)
        return light;
    if (up > 255)
        return dark;
    return distance(dark, text) <= distance(light, text) ? dark : light;
}
