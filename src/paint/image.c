/* SPDX-License-Identifier: MIT */
/* Images on a page. A JPEG goes into a PDF byte for byte and a file that
 * stands on several pages once; an SVG is drawn as vectors and text. */
#include <string.h>

#include "paint/paint_int.h"

void
paint_image_report(struct paint_target *t, const struct doc_asset *asset,
                   const char *why)
{
    diag_at(t->diag, (struct place){asset->path, 0, 0}, DIAG_IMAGE_DAMAGED,
            "the image can't be drawn: %s", why);
}

/* Lets cairo's PDF surface know the file behind the pixels. The asset lives
 * longer than the document, so nothing is copied. */
static void
attach(cairo_surface_t *surface, const char *type, const char *bytes, size_t n)
{
    cairo_surface_set_mime_data(surface, type, (const unsigned char *)bytes, n,
                                NULL, NULL);
}

static bool
passes_through(const struct paint_target *t, const struct doc_asset *asset)
{
    return t->marked && asset->kind == DOC_JPEG &&
           (asset->components == 1 || asset->components == 3);
}

/* The surface to draw. Where the JPEG itself goes into the PDF, one pixel
 * stands for it: cairo takes the size from the file. */
static cairo_surface_t *
make_surface(struct paint_target *t, const struct doc_asset *asset)
{
    cairo_surface_t *surface;
    if (passes_through(t, asset)) {
        surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
        attach(surface, CAIRO_MIME_TYPE_JPEG, asset->bytes, asset->n);
    } else {
        surface = paint_decode(t, asset);
    }
    if (surface && t->marked && asset->unique)
        attach(surface, CAIRO_MIME_TYPE_UNIQUE_ID, asset->unique,
               strlen(asset->unique));
    return surface;
}

/* Paints the source over the surface's size. PDF/A forbids /Interpolate, which
 * cairo asks for with filters that smooth; on pixels smoothing must not fade
 * the edges. */
static void
draw_source(struct paint_target *t, cairo_surface_t *surface)
{
    cairo_pattern_t *source = cairo_get_source(t->cr);
    if (t->marked) {
        cairo_pattern_set_filter(source, CAIRO_FILTER_NEAREST);
        cairo_paint(t->cr);
        return;
    }
    cairo_pattern_set_filter(source, CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(source, CAIRO_EXTEND_PAD);
    cairo_rectangle(t->cr, 0, 0, cairo_image_surface_get_width(surface),
                    cairo_image_surface_get_height(surface));
    cairo_fill(t->cr);
}

static void
paint_pixels(struct paint_target *t, const struct layout_image *image)
{
    cairo_surface_t *surface = make_surface(t, image->asset);
    if (!surface)
        return;
    cairo_save(t->cr);
    cairo_translate(t->cr, paint_points(image->x), paint_points(image->y));
    cairo_scale(
        t->cr,
        paint_points(image->width) / cairo_image_surface_get_width(surface),
        paint_points(image->height) / cairo_image_surface_get_height(surface));
    cairo_set_source_surface(t->cr, surface, 0, 0);
    draw_source(t, surface);
    cairo_restore(t->cr);
    cairo_surface_destroy(surface);
}

void
paint_image(struct paint_target *t, const struct layout_image *image)
{
    const struct doc_asset *asset = image->asset;
    if (!asset || image->width <= 0 || image->height <= 0)
        return;
    paint_color(t->cr, 0x000000FF);
    paint_mark(t, image->mark);
    cairo_save(t->cr);
    if (image->crop.width) {
        cairo_rectangle(t->cr, paint_points(image->x + image->crop.x),
                        paint_points(image->y + image->crop.y),
                        paint_points(image->crop.width),
                        paint_points(image->crop.height));
        cairo_clip(t->cr);
    }
    if (asset->kind == DOC_SVG)
        paint_svg(t, image);
    else
        paint_pixels(t, image);
    cairo_restore(t->cr);
}

void
paint_backdrop(struct paint_target *t, const struct layout_rect *rect)
{
    const struct layout_picture *p = rect->picture;
    int right = p->repeat[0] ? rect->width : p->x + 1;
    int foot = p->repeat[1] ? rect->height : p->y + 1;
    for (int y = p->y; y < foot; y += p->height)
        for (int x = p->x; x < right; x += p->width) {
            struct layout_image tile = {.asset = p->asset,
                                        .x = rect->x + x,
                                        .y = rect->y + y,
                                        .width = p->width,
                                        .height = p->height};
            if (p->asset->kind == DOC_SVG)
                paint_svg(t, &tile);
            else
                paint_pixels(t, &tile);
        }
}
