/* SPDX-License-Identifier: MIT */
/* The bar code of an ISBN: EAN-13 as the GS1 General Specifications draw it
 * (clause 5.2), in the size that shops scan: modules of 0.33 mm, bars of 22.85
 * mm, quiet zones of 11 and 7 modules. */
#include <string.h>

#include "xform/xform_int.h"

enum { DIGITS = 13, MODULES = 95, LEFT_QUIET = 11, RIGHT_QUIET = 7 };
enum {
    BAR = 6924,
    GUARD = 500
}; /* in hundredths of a module: how high a bar
      is, and how much longer guards are */

/* A digit's seven modules with odd parity, the first in the highest bit; those
 * with even parity are their right-hand form turned round. */
static const uint8_t odd[10] = {0x0D, 0x19, 0x13, 0x3D, 0x23,
                                0x31, 0x2F, 0x3B, 0x37, 0x0B};

/* Which of the six on the left have even parity, by the first digit. */
static const uint8_t even[10] = {0x00, 0x0B, 0x0D, 0x0E, 0x13,
                                 0x19, 0x1C, 0x15, 0x16, 0x1A};

const char *
xform_isbn(struct arena *a, const char *identifier)
{
    static const char *const starts[] = {"urn:isbn:", "isbn:", "isbn"};
    char digits[DIGITS + 1];
    int n = 0, sum = 0;
    const char *p = identifier ? identifier : "";
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strncasecmp(p, starts[i], strlen(starts[i])) == 0) {
            p += strlen(starts[i]);
            break;
        }
    for (; *p; p++) {
        if (*p == ' ' || *p == '-')
            continue;
        if (!str_is_digit(*p) || n == DIGITS)
            return NULL;
        sum += (*p - '0') * (n % 2 ? 3 : 1);
        digits[n++] = *p;
    }
    digits[n] = '\0';
    bool isbn = n == DIGITS && sum % 10 == 0 &&
                (str_starts(digits, "978") || str_starts(digits, "979"));
    return isbn ? arena_str(a, digits) : NULL;
}

struct bars {
    bool dark[MODULES], guard[MODULES];
    int n;
};

static void
add_modules(struct bars *b, unsigned modules, int count, bool guard)
{
    while (count--) {
        b->dark[b->n] = modules >> count & 1;
        b->guard[b->n++] = guard;
    }
}

static unsigned
turned_round(unsigned modules)
{
    unsigned out = 0;
    for (int i = 0; i < 7; i++)
        out |= (modules >> i & 1) << (6 - i);
    return out;
}

static struct bars
bars_of(const char *digits)
{
    struct bars b = {.n = 0};
    add_modules(&b, 5, 3, true);
    for (int i = 1; i <= 6; i++) {
        unsigned modules = odd[digits[i] - '0'];
        if (even[digits[0] - '0'] >> (6 - i) & 1)
            modules = turned_round(~modules & 0x7F);
        add_modules(&b, modules, 7, false);
    }
    add_modules(&b, 10, 5, true);
    for (int i = 7; i < DIGITS; i++)
        add_modules(&b, ~odd[digits[i] - '0'] & 0x7F, 7, false);
    add_modules(&b, 5, 3, true);
    return b;
}

struct doc_asset *
xform_barcode(struct doc_book *book, const char *digits)
{
    enum { WIDTH = LEFT_QUIET + MODULES + RIGHT_QUIET };
    static const double module = 0.33 / 25.4 * 96; /* in px */
    struct bars bars = bars_of(digits);
    struct buf svg;
    buf_init(&svg, BUF_LIMIT_SMALL);
    buf_printf(&svg,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d "
               "%d\" preserveAspectRatio=\"none\"><path fill=\"#000000\" d=\"",
               WIDTH * 100, BAR + GUARD);
    for (int i = 0, end; i < MODULES; i = end) {
        for (end = i + 1; end < MODULES && bars.dark[end] == bars.dark[i];)
            end++;
        if (bars.dark[i])
            buf_printf(&svg, "M%d 0h%dv%dh-%dz", (LEFT_QUIET + i) * 100,
                       (end - i) * 100, BAR + (bars.guard[i] ? GUARD : 0),
                       (end - i) * 100);
    }
    buf_str(&svg, "\"/></svg>");
    struct doc_asset *asset = ARENA_NEW(book->arena, struct doc_asset);
    *asset = (struct doc_asset){
        .kind = DOC_SVG,
        .path = "barcode.svg",
        .name = "barcode.svg",
        .media_type = "image/svg+xml",
        .bytes = arena_strn(book->arena, svg.at, svg.n),
        .n = svg.n,
        .width = WIDTH * module,
        .height = (BAR + GUARD) / 100.0 * module,
        .unique = arena_printf(book->arena, "barcode-%s", digits),
    };
    buf_free(&svg);
    return asset;
}
