/* SPDX-License-Identifier: MIT */
/* Colour functions and what their parts mean, into sRGB (CSS Color Module
 * Level 4, clauses 5 to 10). What sRGB can't show is clipped. */
#include <math.h>

#include "style/css_int.h"

#define PI 3.14159265358979323846

/* Clause 8.1: hue, saturation, lightness. */
static void
from_hsl(double c[3])
{
    double h = c[0], s = fmax(0, fmin(1, c[1])), l = fmax(0, fmin(1, c[2]));
    double a = s * fmin(l, 1 - l);
    static const double shift[] = {0, 8, 4};
    for (int i = 0; i < 3; i++) {
        double k = fmod(shift[i] + h / 30, 12);
        c[i] = l - a * fmax(-1, fmin(fmin(k - 3, 9 - k), 1));
    }
}

/* Clause 8.2: hue, whiteness, blackness. */
static void
from_hwb(double c[3])
{
    double white = fmax(0, c[1]), black = fmax(0, c[2]), sum = white + black;
    if (sum >= 1) {
        c[0] = c[1] = c[2] = white / sum;
        return;
    }
    c[1] = 1;
    c[2] = 0.5;
    from_hsl(c);
    for (int i = 0; i < 3; i++)
        c[i] = c[i] * (1 - sum) + white;
}

static void
multiply(const double m[3][3], double c[3])
{
    double out[3];
    for (int i = 0; i < 3; i++)
        out[i] = m[i][0] * c[0] + m[i][1] * c[1] + m[i][2] * c[2];
    for (int i = 0; i < 3; i++)
        c[i] = out[i];
}

/* Clause 10.1: the curve of sRGB. */
static void
curve(double c[3])
{
    for (int i = 0; i < 3; i++)
        c[i] = c[i] <= 0.0031308 ? 12.92 * c[i]
                                 : 1.055 * pow(c[i], 1 / 2.4) - 0.055;
}

/* Clause 9.3, by way of XYZ under D50. */
static void
from_lab(double c[3])
{
    static const double white[] = {0.9642956764295677, 1, 0.8251046025104602};
    static const double to_linear[3][3] = {
        {3.1341358529001178, -1.6173863321612538, -0.4906619460083532},
        {-0.978795502912089, 1.916254567259524, 0.03344273116131949},
        {0.07195537988411677, -0.2289768264158322, 1.405386058324125}};
    const double epsilon = 216.0 / 24389, kappa = 24389.0 / 27;
    double l = fmax(0, fmin(100, c[0])), y = (l + 16) / 116;
    double f[3] = {c[1] / 500 + y, y, y - c[2] / 200};
    for (int i = 0; i < 3; i++) {
        double cube = f[i] * f[i] * f[i];
        double part = cube > epsilon ? cube : (116 * f[i] - 16) / kappa;
        c[i] = part * white[i];
    }
    multiply(to_linear, c);
    curve(c);
}

/* Clause 9.4. */
static void
from_oklab(double c[3])
{
    static const double to_lms[3][3] = {
        {1, 0.3963377773761749, 0.2158037573099136},
        {1, -0.1055613458156586, -0.0638541728258133},
        {1, -0.0894841775298119, -1.2914855480194092}};
    static const double to_linear[3][3] = {
        {4.0767416360759574, -3.3077115392580616, 0.2309699031821044},
        {-1.2684379732850317, 2.6097573492876887, -0.3413193760026573},
        {-0.0041960761386756, -0.7034186179359362, 1.7076146940746117}};
    c[0] = fmax(0, fmin(1, c[0]));
    multiply(to_lms, c);
    for (int i = 0; i < 3; i++)
        c[i] = c[i] * c[i] * c[i];
    multiply(to_linear, c);
    curve(c);
}

/* Chroma and hue as the two axes. */
static void
from_polar(double c[3])
{
    double chroma = fmax(0, c[1]), hue = c[2] * PI / 180;
    c[1] = chroma * cos(hue);
    c[2] = chroma * sin(hue);
}

static void
from_lch(double c[3])
{
    from_polar(c);
    from_lab(c);
}

static void
from_oklch(double c[3])
{
    from_polar(c);
    from_oklab(c);
}

static void
from_rgb(double c[3])
{
    (void)c;
}

/* What 100 % of a part is, and what a number of 1; which part is a hue. */
static const struct space {
    const char *name;
    double percent[3], number[3];
    int hue;
    void (*to_rgb)(double c[3]);
} spaces[] = {
    {"rgb", {1, 1, 1}, {1 / 255.0, 1 / 255.0, 1 / 255.0}, -1, from_rgb},
    {"rgba", {1, 1, 1}, {1 / 255.0, 1 / 255.0, 1 / 255.0}, -1, from_rgb},
    {"hsl", {0, 1, 1}, {1, 0.01, 0.01}, 0, from_hsl},
    {"hsla", {0, 1, 1}, {1, 0.01, 0.01}, 0, from_hsl},
    {"hwb", {0, 1, 1}, {1, 0.01, 0.01}, 0, from_hwb},
    {"lab", {100, 125, 125}, {1, 1, 1}, -1, from_lab},
    {"lch", {100, 150, 0}, {1, 1, 1}, 2, from_lch},
    {"oklab", {1, 0.4, 0.4}, {1, 1, 1}, -1, from_oklab},
    {"oklch", {1, 0.4, 0}, {1, 1, 1}, 2, from_oklch},
};

/* In degrees, 0 to 360. */
static double
hue_of(const struct css_token *t)
{
    double h = t->number;
    if (str_eq_nocase(t->text, "turn"))
        h *= 360;
    else if (str_eq_nocase(t->text, "rad"))
        h *= 180 / PI;
    else if (str_eq_nocase(t->text, "grad"))
        h *= 0.9;
    h = fmod(h, 360);
    return h < 0 ? h + 360 : h;
}

/* Part i of the function's; the fourth is alpha. */
static bool
part_of(const struct space *s, const struct css_token *t, int i, double *out)
{
    bool number = t->type == CSS_NUMBER;
    if (css_is_word(t, "none")) {
        *out = 0;
        return true;
    }
    if (i == s->hue) {
        *out = hue_of(t);
        return number || t->type == CSS_DIMENSION;
    }
    *out = number ? t->number * (i < 3 ? s->number[i] : 1)
                  : t->number / 100 * (i < 3 ? s->percent[i] : 1);
    return number || t->type == CSS_PERCENTAGE;
}

static bool
read_parts(const struct space *s, struct css_tokens in, double c[4])
{
    int n = 0;
    bool separated = true;
    for (size_t i = 0; i < in.n; i++) {
        const struct css_token *t = &in.at[i];
        bool slash = css_is_delim(t, '/');
        if (t->type == CSS_SPACE)
            continue;
        if (t->type == CSS_COMMA || slash) {
            if (separated || (slash && n != 3))
                return false;
            separated = true;
            continue;
        }
        if (n == 4 || !part_of(s, t, n, &c[n]))
            return false;
        n++;
        separated = false;
    }
    return n >= 3 && !separated;
}

bool
css_color_function(struct css_tokens v, double c[4])
{
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (str_eq_nocase(v.at[0].text, spaces[i].name)) {
            c[3] = 1;
            if (!read_parts(&spaces[i], css_inside(v, 0), c))
                return false;
            spaces[i].to_rgb(c);
            return true;
        }
    return false;
}
