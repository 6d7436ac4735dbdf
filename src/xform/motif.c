/* SPDX-License-Identifier: MIT */
/* The drawing on a cover that has no picture: a sun of thin arcs over lines of
 * water, white on whatever the stylesheet's cover page is coloured. What the
 * book is called decides where the light stands, so that books of a series
 * look alike without being the same. */
#include <string.h>

#include "xform/xform_int.h"

enum { WIDTH = 600, HEIGHT = 520, HORIZON = 330, WATER = 11 };

/* The first byte of the digest of a text, 0 to 255. */
static int
chance(const char *text)
{
    uint8_t digest[HASH_BYTES];
    struct hash *h = hash_new();
    hash_add(h, text, strlen(text));
    hash_end(h, digest);
    return digest[0];
}

static void
draw_sun(struct buf *svg, int x, int arcs)
{
    for (int i = 0; i < arcs; i++) {
        int r = 34 + i * (210 / arcs);
        buf_printf(svg,
                   "<path d=\"M%d %d A%d %d 0 0 1 %d %d\" "
                   "stroke-width=\"%d.%d\" stroke-opacity=\"0.%02d\"/>",
                   x - r, HORIZON, r, r, x + r, HORIZON, i ? 1 : 3, i ? 8 : 0,
                   95 - i * (75 / arcs));
    }
}

/* Lines of water: the nearer, the wider apart, broken under the sun. */
static void
draw_water(struct buf *svg, int x)
{
    for (int i = 0; i < WATER; i++) {
        int y = HORIZON + 6 + i * (i + 6), half = 225 - i * 12;
        int gap = (i * 37) % 19 + 4;
        buf_printf(svg,
                   "<path d=\"M%d %d H%d M%d %d H%d\" stroke-width=\"2\" "
                   "stroke-opacity=\"0.%02d\"/>",
                   x - half, y, x - gap * (i % 3), x + gap, y, x + half,
                   80 - i * 6);
    }
}

struct doc_asset *
xform_motif(struct doc_book *book)
{
    struct buf svg;
    int seed = chance(book->title ? book->title : "");
    int x = WIDTH / 2 - 40 + seed % 80;
    buf_init(&svg, BUF_LIMIT_SMALL);
    buf_printf(&svg,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" "
               "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
               "<g fill=\"none\" stroke=\"#ffffff\" stroke-linecap=\"round\">",
               WIDTH, HEIGHT, WIDTH, HEIGHT);
    draw_sun(&svg, x, 9 + seed % 5);
    draw_water(&svg, x);
    buf_str(&svg, "</g></svg>");
    struct doc_asset *asset = ARENA_NEW(book->arena, struct doc_asset);
    *asset = (struct doc_asset){
        .kind = DOC_SVG,
        .path = "cover-motif.svg",
        .name = "cover-motif.svg",
        .media_type = "image/svg+xml",
        .bytes = arena_strn(book->arena, svg.at, svg.n),
        .n = svg.n,
        .width = WIDTH,
        .height = HEIGHT,
        .unique = "cover-motif",
    };
    buf_free(&svg);
    return asset;
}
