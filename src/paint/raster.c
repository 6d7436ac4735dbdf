/* SPDX-License-Identifier: MIT */
/* Pages as pixels: the cover's JPEG, pictures of pages and of many. */
#include "paint/paint_int.h"

struct paint_picture {
    struct arena *arena;
    struct arena *page; /* scratch of the page in hand */
    cairo_surface_t *surface;
    cairo_t *cr;
};

/* Reports what cairo holds against the context. */
static bool
is_drawn_well(cairo_t *cr, const struct layout_page *page, struct diag *d)
{
    cairo_status_t status = cairo_status(cr);
    if (status)
        diag_at(d, (struct place){0}, DIAG_INTERNAL,
                "cairo failed on page %zu: %s", page->index + 1,
                cairo_status_to_string(status));
    return !status;
}

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
    bool well = is_drawn_well(t.cr, page, d);
    cairo_destroy(t.cr);
    arena_free(a);
    if (well)
        return surface;
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

struct paint_picture *
paint_picture_new(int width, int height, struct diag *d)
{
    struct arena *a = arena_new();
    struct paint_picture *p = ARENA_NEW(a, struct paint_picture);
    p->arena = a;
    p->page = arena_new();
    p->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    p->cr = cairo_create(p->surface);
    cairo_status_t status = cairo_status(p->cr);
    if (!status)
        return p;
    diag_at(d, (struct place){0}, DIAG_INTERNAL,
            "cairo makes no picture of %d × %d pixels: %s", width, height,
            cairo_status_to_string(status));
    paint_picture_free(p);
    return NULL;
}

void
paint_picture_free(struct paint_picture *p)
{
    if (!p)
        return;
    cairo_destroy(p->cr);
    cairo_surface_destroy(p->surface);
    arena_free(p->page);
    arena_free(p->arena);
}

void
paint_picture_fill(struct paint_picture *p, struct paint_box box,
                   uint32_t color)
{
    paint_color(p->cr, color);
    cairo_rectangle(p->cr, box.x, box.y, box.width, box.height);
    cairo_fill(p->cr);
}

static void
add_stop(cairo_pattern_t *fade, double at, uint32_t color)
{
    cairo_pattern_add_color_stop_rgba(
        fade, at, (color >> 24 & 255) / 255.0, (color >> 16 & 255) / 255.0,
        (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

void
paint_picture_fade(struct paint_picture *p, struct paint_box box, uint32_t left,
                   uint32_t right)
{
    cairo_pattern_t *fade =
        cairo_pattern_create_linear(box.x, 0, box.x + box.width, 0);
    add_stop(fade, 0, left);
    add_stop(fade, 1, right);
    cairo_set_source(p->cr, fade);
    cairo_rectangle(p->cr, box.x, box.y, box.width, box.height);
    cairo_fill(p->cr);
    cairo_pattern_destroy(fade);
}

void
paint_picture_copy(struct paint_picture *p, const struct paint_picture *from,
                   int x, int y)
{
    cairo_set_source_surface(p->cr, from->surface, x, y);
    cairo_paint(p->cr);
}

bool
paint_picture_page(struct paint_picture *p, const struct layout_page *page,
                   struct paint_box box, double scale, struct diag *d)
{
    arena_reset(p->page);
    struct paint_target t = {.cr = p->cr, .diag = d, .arena = p->page};
    cairo_save(p->cr);
    cairo_rectangle(p->cr, box.x, box.y, box.width, box.height);
    cairo_clip(p->cr);
    cairo_set_source_rgb(p->cr, 1, 1, 1);
    cairo_paint(p->cr);
    cairo_translate(p->cr, box.x, box.y);
    cairo_scale(p->cr, scale, scale);
    paint_content(&t, page);
    cairo_restore(p->cr);
    return is_drawn_well(p->cr, page, d);
}

bool
paint_picture_caption(struct paint_picture *p, const struct layout_page *page,
                      double x, double y, double scale, struct diag *d)
{
    arena_reset(p->page);
    struct paint_target t = {.cr = p->cr, .diag = d, .arena = p->page};
    int width = 0;
    for (size_t i = 0; i < page->caption.n; i++) {
        const struct layout_run *run = &page->caption.at[i];
        width = run->x + run->width > width ? run->x + run->width : width;
    }
    cairo_save(p->cr);
    cairo_translate(p->cr, x - paint_points(width) * scale / 2, y);
    cairo_scale(p->cr, scale, scale);
    paint_font_options(p->cr);
    for (size_t i = 0; i < page->caption.n; i++)
        paint_run(&t, &page->caption.at[i]);
    cairo_restore(p->cr);
    return is_drawn_well(p->cr, page, d);
}

bool
paint_picture_png(struct paint_picture *p, struct paint_box box, int dpi,
                  const char *software, paint_write *write, void *to,
                  struct diag *d)
{
    cairo_surface_flush(p->surface);
    int stride = cairo_image_surface_get_stride(p->surface);
    const unsigned char *first = cairo_image_surface_get_data(p->surface) +
                                 (size_t)box.y * (size_t)stride +
                                 (size_t)box.x * sizeof(uint32_t);
    struct paint_pixels pixels = {first, (size_t)stride, (uint32_t)box.width,
                                  (uint32_t)box.height};
    struct paint_png_facts facts = {.dpi = dpi, .software = software};
    const char *why = paint_encode_png(&pixels, &facts, write, to, p->page);
    if (why)
        diag_at(d, (struct place){0}, DIAG_INTERNAL,
                "a picture can't be written as PNG: %s", why);
    return !why;
}
