/* SPDX-License-Identifier: MIT */
/* A page as pixels: the cover's JPEG, previews in PNG. */
#include "paint/paint_int.h"

/* The page on white, scaled to the given pixels; NULL with a message. */
static cairo_surface_t *
draw(const struct layout_page *page, int width, int height, struct diag *d)
{
    struct arena *a = arena_new();
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    struct paint_target t = {
        .cr = cairo_create(surface), .diag = d, .arena = a};
    cairo_set_source_rgb(t.cr, 1, 1, 1);
    cairo_paint(t.cr);
    cairo_scale(t.cr, width / paint_points(page->width),
                height / paint_points(page->height));
    paint_content(&t, page);
    cairo_status_t status = cairo_status(t.cr);
    cairo_destroy(t.cr);
    arena_free(a);
    if (!status)
        return surface;
    diag_at(d, (struct place){0}, DIAG_INTERNAL, "cairo failed on page %zu: %s",
            page->index + 1, cairo_status_to_string(status));
    cairo_surface_destroy(surface);
    return NULL;
}

bool
paint_jpeg(const struct layout_page *page, int width, int height, int quality,
           struct buf *out, struct diag *d)
{
    cairo_surface_t *surface = draw(page, width, height, d);
    if (!surface)
        return false;
    cairo_surface_flush(surface);
    bool well = paint_encode_jpeg(surface, quality, out) && !out->failed;
    cairo_surface_destroy(surface);
    if (!well)
        diag_at(d, (struct place){0}, DIAG_INTERNAL,
                "page %zu can't be written as JPEG", page->index + 1);
    return well;
}

static cairo_status_t
add_bytes(void *closure, const unsigned char *bytes, unsigned n)
{
    struct buf *out = closure;
    buf_add(out, bytes, n);
    return out->failed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

bool
paint_png(const struct layout_page *page, int width, int height,
          struct buf *out, struct diag *d)
{
    cairo_surface_t *surface = draw(page, width, height, d);
    if (!surface)
        return false;
    cairo_status_t status =
        cairo_surface_write_to_png_stream(surface, add_bytes, out);
    cairo_surface_destroy(surface);
    if (status)
        diag_at(d, (struct place){0}, DIAG_INTERNAL,
                "page %zu can't be written as PNG: %s", page->index + 1,
                cairo_status_to_string(status));
    return !status;
}
