/* SPDX-License-Identifier: MIT */
/* An address as a QR code (ISO/IEC 18004), in vectors. */
#include "xform/xform_int.h"

#include <string.h>

#include <qrencode.h>

/* Modules of white on each side (ISO/IEC 18004:2015, 6.3.8). */
enum { QUIET = 4 };

/* A phone held over a handout reads modules of half a millimetre, and a printer
 * of a clinic draws them. */
enum { LEAST_WIDTH = 20000, LEAST_MODULE = 500 }; /* µm */

/* Widths with the quiet zone, and the class that tells a stylesheet. The last
 * is that of the largest code there is. */
static const struct step {
    int width; /* µm */
    const char *class;
} steps[] = {{28000, NULL},
             {40000, "long-address"},
             {60000, "longer-address"},
             {93000, "longest-address"}};

static const struct step *
step_for(int modules)
{
    enum { LAST = sizeof steps / sizeof *steps - 1 };
    const struct step *s = steps;
    int whole = modules + 2 * QUIET;
    while (s < &steps[LAST] && (s->width / whole < LEAST_MODULE ||
                                s->width / whole * modules < LEAST_WIDTH))
        s++;
    return s;
}

/* The dark modules that stand side by side, each row of them a rectangle of one
 * path: what touches within a path has no seam. */
static void
draw(struct buf *svg, const QRcode *code)
{
    int n = code->width;
    for (int y = 0; y < n; y++) {
        const unsigned char *row = code->data + (ptrdiff_t)y * n;
        for (int x = 0; x < n; x++) {
            int from = x;
            while (x < n && row[x] & 1)
                x++;
            if (x > from)
                buf_printf(svg, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET,
                           x - from, x - from);
        }
    }
}

static char *
svg_of(struct arena *a, const QRcode *code, int width, size_t *bytes)
{
    struct buf svg;
    int whole = code->width + 2 * QUIET;
    buf_init(&svg, BUF_LIMIT_SMALL);
    buf_printf(&svg,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
               " width=\"%d.%03dmm\" height=\"%d.%03dmm\""
               " shape-rendering=\"crispEdges\">"
               "<path fill=\"#ffffff\" d=\"M0 0h%dv%dH0z\"/>"
               "<path fill=\"#000000\" d=\"",
               whole, whole, width / 1000, width % 1000, width / 1000,
               width % 1000, whole, whole);
    draw(&svg, code);
    buf_str(&svg, "\"/></svg>");
    char *text = svg.failed ? NULL : arena_strn(a, svg.at, svg.n);
    *bytes = svg.n;
    buf_free(&svg);
    return text;
}

static struct doc_asset *
asset_of(struct doc_book *book, const QRcode *code, int width)
{
    size_t n = 0;
    char *svg = svg_of(book->arena, code, width, &n);
    if (!svg)
        return NULL;
    struct doc_asset *asset = ARENA_NEW(book->arena, struct doc_asset);
    double px = width / 25400.0 * 96;
    *asset = (struct doc_asset){
        .kind = DOC_SVG,
        .path = "qr-code.svg",
        .name = "qr_code.svg",
        .media_type = "image/svg+xml",
        .bytes = svg,
        .n = n,
        .width = px,
        .height = px,
        .unique = "qr-code",
    };
    *vec_add(book->arena, &book->assets) = asset;
    return asset;
}

struct doc_asset *
xform_qr(struct doc_book *book, const char *address, const char **class)
{
    QRcode *code = QRcode_encodeString8bit(address, 0, QR_ECLEVEL_M);
    if (!code)
        return NULL;
    const struct step *step = step_for(code->width);
    struct doc_asset *asset = asset_of(book, code, step->width);
    QRcode_free(code);
    *class = step->class;
    return asset;
}
