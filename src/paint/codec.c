/* SPDX-License-Identifier: MIT */
/* The image libraries: JPEG and PNG to pixels, pixels to JPEG, SVG onto a
 * cairo context. No other file of paint includes them. */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <jpeglib.h>
#include <librsvg/rsvg.h>

#include "paint/paint_int.h"

/* libjpeg's error_exit must not return; ours jumps back to the caller. */
struct jpeg_fault {
    struct jpeg_error_mgr base;
    jmp_buf back;
    char text[JMSG_LENGTH_MAX];
};

static void
jpeg_fails(j_common_ptr info)
{
    struct jpeg_fault *fault = (struct jpeg_fault *)info->err;
    info->err->format_message(info, fault->text);
    longjmp(fault->back, 1);
}

static void
jpeg_is_silent(j_common_ptr info)
{
    (void)info;
}

static struct jpeg_error_mgr *
catch_faults(struct jpeg_fault *fault)
{
    jpeg_std_error(&fault->base);
    fault->base.error_exit = jpeg_fails;
    fault->base.output_message = jpeg_is_silent;
    return &fault->base;
}

/* A row of RGB, or of CMYK as Adobe stores it (inverted), to cairo's RGB24. */
static void
convert_row(uint32_t *to, const JSAMPLE *from, unsigned width, int components)
{
    for (unsigned i = 0; i < width; i++, from += components) {
        unsigned r = from[0], g = from[1], b = from[2];
        if (components == 4) {
            r = r * from[3] / 255;
            g = g * from[3] / 255;
            b = b * from[3] / 255;
        }
        to[i] = r << 16 | g << 8 | b;
    }
}

static void
read_rows(struct jpeg_decompress_struct *jpeg, struct arena *a,
          cairo_surface_t *surface)
{
    jpeg_start_decompress(jpeg);
    JSAMPLE *row = ARENA_ARRAY(a, JSAMPLE,
                               (size_t)jpeg->output_width *
                                   (size_t)jpeg->output_components);
    unsigned char *pixels = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    while (jpeg->output_scanline < jpeg->output_height) {
        size_t y = jpeg->output_scanline;
        jpeg_read_scanlines(jpeg, &row, 1);
        void *to = pixels + y * (size_t)stride;
        convert_row(to, row, jpeg->output_width, jpeg->output_components);
    }
    jpeg_finish_decompress(jpeg);
}

static cairo_surface_t *
decode_jpeg(struct paint_target *t, const struct doc_asset *asset)
{
    struct jpeg_fault fault;
    struct jpeg_decompress_struct jpeg = {.err = catch_faults(&fault)};
    cairo_surface_t *volatile surface = NULL;
    if (setjmp(fault.back)) {
        paint_image_report(t, asset, fault.text);
        jpeg_destroy_decompress(&jpeg);
        if (surface)
            cairo_surface_destroy(surface);
        return NULL;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, (const unsigned char *)asset->bytes, asset->n);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = jpeg.num_components == 4 ? JCS_CMYK : JCS_RGB;
    surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)jpeg.image_width, (int)jpeg.image_height);
    if (cairo_surface_status(surface)) {
        paint_image_report(t, asset, "it is too large");
        cairo_surface_destroy(surface);
        surface = NULL;
    } else {
        read_rows(&jpeg, t->arena, surface);
        cairo_surface_mark_dirty(surface);
    }
    jpeg_destroy_decompress(&jpeg);
    return surface;
}

struct reader {
    const char *at;
    size_t n;
};

static cairo_status_t
read_bytes(void *closure, unsigned char *to, unsigned n)
{
    struct reader *reader = closure;
    if (n > reader->n)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, reader->at, n);
    reader->at += n;
    reader->n -= n;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode_png(struct paint_target *t, const struct doc_asset *asset)
{
    struct reader reader = {asset->bytes, asset->n};
    cairo_surface_t *surface =
        cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    cairo_status_t status = cairo_surface_status(surface);
    if (!status)
        return surface;
    paint_image_report(t, asset, cairo_status_to_string(status));
    cairo_surface_destroy(surface);
    return NULL;
}

cairo_surface_t *
paint_decode(struct paint_target *t, const struct doc_asset *asset)
{
    return asset->kind == DOC_JPEG ? decode_jpeg(t, asset)
                                   : decode_png(t, asset);
}

/* Gives the system back what lies between two addresses, whole pages alone:
 * while libjpeg takes in a large picture, the rows that it has go. */
static void
let_go(const unsigned char *from, const unsigned char *to)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = ((uintptr_t)from + page - 1) & ~(page - 1);
    uintptr_t end = (uintptr_t)to & ~(page - 1);
    if (first < end)
        madvise((void *)first, end - first, MADV_DONTNEED);
}

/* Full colour resolution (4:4:4), baseline, no metadata but JFIF's: the same
 * pixels give the same bytes. */
static void
write_rows(struct jpeg_compress_struct *jpeg, cairo_surface_t *surface,
           int quality)
{
    jpeg->input_components = 4;
    jpeg->in_color_space =
        G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, quality, TRUE);
    jpeg->dct_method = JDCT_ISLOW;
    jpeg->optimize_coding = TRUE;
    for (int c = 0; c < jpeg->num_components; c++)
        jpeg->comp_info[c].h_samp_factor = jpeg->comp_info[c].v_samp_factor = 1;
    jpeg_start_compress(jpeg, TRUE);
    unsigned char *row = cairo_image_surface_get_data(surface), *kept = row;
    int stride = cairo_image_surface_get_stride(surface);
    for (; jpeg->next_scanline < jpeg->image_height; row += stride) {
        if (jpeg->next_scanline % 128 == 0) {
            let_go(kept, row);
            kept = row;
        }
        jpeg_write_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_compress(jpeg);
}

/* libjpeg's way out, onto a buffer. */
struct jpeg_sink {
    struct jpeg_destination_mgr base;
    struct buf *out;
    JOCTET block[4096];
};

static void
sink_begin(j_compress_ptr jpeg)
{
    struct jpeg_sink *sink = (struct jpeg_sink *)jpeg->dest;
    sink->base.next_output_byte = sink->block;
    sink->base.free_in_buffer = sizeof sink->block;
}

static boolean
sink_full(j_compress_ptr jpeg)
{
    struct jpeg_sink *sink = (struct jpeg_sink *)jpeg->dest;
    buf_add(sink->out, sink->block, sizeof sink->block);
    sink_begin(jpeg);
    return TRUE;
}

static void
sink_end(j_compress_ptr jpeg)
{
    struct jpeg_sink *sink = (struct jpeg_sink *)jpeg->dest;
    buf_add(sink->out, sink->block,
            sizeof sink->block - sink->base.free_in_buffer);
}

bool
paint_encode_jpeg(cairo_surface_t *surface, int quality, struct buf *out)
{
    struct jpeg_fault fault;
    struct jpeg_compress_struct jpeg = {.err = catch_faults(&fault)};
    struct jpeg_sink sink = {.base = {.init_destination = sink_begin,
                                      .empty_output_buffer = sink_full,
                                      .term_destination = sink_end},
                             .out = out};
    volatile bool well = false;
    jpeg_create_compress(&jpeg);
    if (!setjmp(fault.back)) {
        jpeg.dest = &sink.base;
        jpeg.image_width = (unsigned)cairo_image_surface_get_width(surface);
        jpeg.image_height = (unsigned)cairo_image_surface_get_height(surface);
        write_rows(&jpeg, surface, quality);
        well = true;
    }
    jpeg_destroy_compress(&jpeg);
    return well;
}

/* The colours that the drawing leaves to the stylesheet: `color` is what it
 * calls currentColor, `fill` is that of its class "fill". */
static void
tint(RsvgHandle *svg, const struct layout_image *image, GError **error)
{
    char css[96];
    int n =
        snprintf(css, sizeof css, "svg { color: #%08x } .fill { fill: #%08x }",
                 (unsigned)image->color, (unsigned)image->fill);
    rsvg_handle_set_stylesheet(svg, (const guint8 *)css, (gsize)n, error);
}

void
paint_svg(struct paint_target *t, const struct layout_image *image)
{
    const struct doc_asset *asset = image->asset;
    GError *error = NULL;
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)asset->bytes,
                                                asset->n, &error);
    if (svg && asset->tinted)
        tint(svg, image, &error);
    if (svg) {
        RsvgRectangle box = {paint_points(image->x), paint_points(image->y),
                             paint_points(image->width),
                             paint_points(image->height)};
        cairo_save(t->cr);
        rsvg_handle_render_document(svg, t->cr, &box, error ? NULL : &error);
        cairo_restore(t->cr);
        g_object_unref(svg);
    }
    if (error) {
        paint_image_report(t, asset, error->message);
        g_error_free(error);
    }
}
