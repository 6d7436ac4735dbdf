/* SPDX-License-Identifier: MIT */
/* The drawing on a cover that has no picture: a sun of thin arcs over lines of
 * water. The stylesheet gives its colours: `color` those of the lines, `fill`
 * that of the sun. What the book is called decides where the light stands and
 * how the water lies, so that books of a series look alike without being the
 * same. */
#include <string.h>

#include "xform/xform_int.h"

enum { WIDTH = 1000, HEIGHT = 560, HORIZON = 360, WATER = 10, SUN = 70 };

/* The title's digest: as many small numbers as a drawing asks for. */
struct chance {
    uint8_t digest[HASH_BYTES];
    size_t next;
};

static void
chance_begin(struct chance *c, const char *text)
{
    struct hash *h = hash_new();
    hash_add(h, text, strlen(text));
    hash_end(h, c->digest);
    c->next = 0;
}

/* From 0 up to, not with, `n`. */
static int
chance_below(struct chance *c, int n)
{
    return c->digest[c->next++ % HASH_BYTES] % n;
}

static void
draw_half_ring(struct buf *svg, int x, int r, const char *attributes)
{
    buf_printf(svg, "<path d=\"M%d %d A%d %d 0 0 1 %d %d\" %s/>", x - r,
               HORIZON, r, r, x + r, HORIZON, attributes);
}

static void
draw_sun(struct buf *svg, int x, int arcs)
{
    char attributes[80];
    draw_half_ring(svg, x, SUN, "class=\"fill\" stroke=\"none\"");
    for (int i = 1; i <= arcs; i++) {
        snprintf(attributes, sizeof attributes,
                 "stroke-width=\"%d.%d\" stroke-opacity=\"0.%02d\"",
                 i < arcs / 2 ? 3 : 2, i < arcs / 2 ? 0 : 6,
                 92 - i * (64 / arcs));
        draw_half_ring(svg, x, SUN + i * ((HORIZON - SUN - 24) / arcs),
                       attributes);
    }
}

static void
draw_line(struct buf *svg, int from, int to, int y, int opacity)
{
    buf_printf(svg, "<path d=\"M%d %d H%d\" stroke-opacity=\"0.%02d\"/>", from,
               y, to, opacity);
}

/* Lines of water: the nearer, the wider apart and the shorter, broken where
 * the light lies on them; between `from` and `to`. */
static void
draw_water(struct buf *svg, int x, int from, int to, struct chance *c)
{
    draw_line(svg, from, to, HORIZON, 95);
    for (int i = 1; i < WATER; i++) {
        int y = HORIZON + 4 + i * (i + 11);
        int half = 640 - i * 42 + chance_below(c, 60);
        int gap = 8 + chance_below(c, 10) + i * 2;
        int shift = (chance_below(c, 3) - 1) * i * 3;
        int left = x - half, right = x + half - chance_below(c, 60);
        draw_line(svg, left > from ? left : from + i * 9, x - gap + shift, y,
                  84 - i * 5);
        draw_line(svg, x + gap + shift, right < to ? right : to - i * 9, y,
                  84 - i * 5);
    }
}

struct doc_asset *
xform_motif(struct doc_book *book, enum xform_motif where)
{
    enum { BEYOND = 160, REACH = HORIZON + 20 };
    struct buf svg;
    struct chance c;
    chance_begin(&c, book->title ? book->title : "");
    int x = WIDTH / 2 - 110 + chance_below(&c, 220);
    buf_init(&svg, BUF_LIMIT_SMALL);
    buf_printf(&svg,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" "
               "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
               "<g fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\">",
               WIDTH, HEIGHT, WIDTH, HEIGHT);
    draw_sun(&svg, x, 9 + chance_below(&c, 4));
    draw_water(&svg, x, where == XFORM_MOTIF_RIGHT ? x - REACH : -BEYOND,
               where == XFORM_MOTIF_LEFT ? x + REACH : WIDTH + BEYOND, &c);
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
        .tinted = true,
    };
    buf_free(&svg);
    return asset;
}
