/* SPDX-License-Identifier: MIT */
/* The PDF canvas: cairo's surface, a page at a time. */
#include <cairo-pdf.h>
#include <stdlib.h>

#include "paint/paint_int.h"

struct paint_canvas {
    struct arena *arena;
    struct arena *page; /* scratch of the page in hand */
    cairo_surface_t *surface;
    cairo_t *cr;
    paint_write *write;
    void *to;
};

static cairo_status_t
pass_on(void *closure, const unsigned char *bytes, unsigned n)
{
    struct paint_canvas *canvas = closure;
    canvas->write(canvas->to, bytes, n);
    return CAIRO_STATUS_SUCCESS;
}

/* cairo leaves content streams and ToUnicode maps uncompressed where this is
 * in the environment when a surface is made; there is no call for it. Set once
 * and never changed, so threads that find it there leave the environment
 * alone. */
static void
ask_for_plain_streams(void)
{
    if (!getenv("CAIRO_DEBUG_PDF"))
        setenv("CAIRO_DEBUG_PDF", "1", 0);
}

struct paint_canvas *
paint_pdf_new(paint_write *write, void *to)
{
    struct arena *a = arena_new();
    struct paint_canvas *canvas = ARENA_NEW(a, struct paint_canvas);
    *canvas = (struct paint_canvas){
        .arena = a, .page = arena_new(), .write = write, .to = to};
    ask_for_plain_streams();
    canvas->surface =
        cairo_pdf_surface_create_for_stream(pass_on, canvas, 1, 1);
    cairo_pdf_surface_restrict_to_version(canvas->surface,
                                          CAIRO_PDF_VERSION_1_5);
    canvas->cr = cairo_create(canvas->surface);
    return canvas;
}

/* Reports what cairo holds against us. */
static bool
is_well(struct paint_canvas *canvas, const char *doing, struct diag *d)
{
    cairo_status_t status = cairo_status(canvas->cr);
    if (!status)
        status = cairo_surface_status(canvas->surface);
    if (!status)
        return true;
    diag_at(d, (struct place){0}, DIAG_INTERNAL, "cairo failed %s: %s", doing,
            cairo_status_to_string(status));
    return false;
}

bool
paint_page(struct paint_canvas *canvas, const struct layout_page *page,
           struct paint_marks *marks, struct diag *d)
{
    arena_reset(canvas->page);
    struct paint_target t = {
        .cr = canvas->cr, .diag = d, .arena = canvas->page, .marked = true};
    cairo_pdf_surface_set_size(canvas->surface, paint_points(page->width),
                               paint_points(page->height));
    paint_content(&t, page);
    cairo_show_page(canvas->cr);
    *marks = (struct paint_marks){.at = t.marks.at,
                                  .runs = t.spans.at,
                                  .backs = t.backs.at,
                                  .n = t.marks.n,
                                  .height = page->height};
    const char *doing =
        arena_printf(canvas->page, "on page %zu", page->index + 1);
    return is_well(canvas, doing, d);
}

bool
paint_end(struct paint_canvas *canvas, struct diag *d)
{
    bool well = is_well(canvas, "while drawing", d);
    cairo_surface_finish(canvas->surface);
    if (well)
        well = is_well(canvas, "at the end of the document", d);
    cairo_destroy(canvas->cr);
    cairo_surface_destroy(canvas->surface);
    arena_free(canvas->page);
    arena_free(canvas->arena);
    return well;
}
