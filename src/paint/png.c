/* SPDX-License-Identifier: MIT */
/* Pixels become a PNG (PNG Specification, Third Edition), the same bytes for
 * the same pixels. */
#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "paint/paint_int.h"

/* libpng's error handler must not return; ours jumps back to the caller. */
struct png_sink {
    paint_write *write;
    void *to;
    struct arena *arena;
    const char *fault;
};

static void
png_fails(png_structp png, png_const_charp text)
{
    struct png_sink *sink = png_get_error_ptr(png);
    sink->fault = arena_str(sink->arena, text);
    longjmp(png_jmpbuf(png), 1);
}

static void
png_is_silent(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void
pass_bytes(png_structp png, png_bytep bytes, size_t n)
{
    struct png_sink *sink = png_get_io_ptr(png);
    sink->write(sink->to, bytes, n);
}

static void
pass_nothing(png_structp png)
{
    (void)png;
}

static const uint32_t *
row_of(const struct paint_pixels *pixels, uint32_t y)
{
    return (const void *)(pixels->at + y * pixels->stride);
}

/* The least that shows every pixel: grey, colour, or colour and alpha. */
static int
color_type_of(const struct paint_pixels *pixels)
{
    int type = PNG_COLOR_TYPE_GRAY;
    for (uint32_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = row_of(pixels, y);
        for (uint32_t x = 0; x < pixels->width; x++) {
            uint32_t p = row[x];
            if (p >> 24 != 255)
                return PNG_COLOR_TYPE_RGB_ALPHA;
            if (((p >> 16 ^ p) & 255) || ((p >> 8 ^ p) & 255))
                type = PNG_COLOR_TYPE_RGB;
        }
    }
    return type;
}

/* A colour without the alpha in it, rounded. */
static png_byte
plain(uint32_t color, uint32_t alpha)
{
    return (png_byte)(alpha ? (color * 255 + alpha / 2) / alpha : 0);
}

static void
convert_clear(png_bytep to, const uint32_t *from, uint32_t width)
{
    for (uint32_t x = 0; x < width; x++, to += 4) {
        uint32_t p = from[x], alpha = p >> 24;
        to[0] = plain(p >> 16 & 255, alpha);
        to[1] = plain(p >> 8 & 255, alpha);
        to[2] = plain(p & 255, alpha);
        to[3] = (png_byte)alpha;
    }
}

/* A row as the PNG has it. */
static void
convert(png_bytep to, const uint32_t *from, uint32_t width, int type)
{
    if (type == PNG_COLOR_TYPE_RGB_ALPHA) {
        convert_clear(to, from, width);
        return;
    }
    for (uint32_t x = 0; x < width; x++) {
        *to++ = (png_byte)(from[x] >> 16);
        if (type == PNG_COLOR_TYPE_GRAY)
            continue;
        *to++ = (png_byte)(from[x] >> 8);
        *to++ = (png_byte)from[x];
    }
}

static void
write_head(png_structp png, png_infop info, const struct paint_pixels *pixels,
           const struct paint_png_facts *facts, int type, struct arena *a)
{
    char *software = arena_str(a, facts->software);
    png_text entry = {.compression = PNG_TEXT_COMPRESSION_NONE,
                      .key = arena_str(a, "Software"),
                      .text = software,
                      .text_length = strlen(software)};
    png_uint_32 metre = (png_uint_32)(facts->dpi / 0.0254 + 0.5);
    png_set_IHDR(png, info, pixels->width, pixels->height, 8, type,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    /* Text compresses best as it is; pictures lose little. */
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_pHYs(png, info, metre, metre, PNG_RESOLUTION_METER);
    png_set_text(png, info, &entry, 1);
    png_write_info(png, info);
}

static void
write_all(png_structp png, png_infop info, const struct paint_pixels *pixels,
          const struct paint_png_facts *facts, struct arena *a)
{
    int type = color_type_of(pixels);
    png_bytep row = ARENA_ARRAY(a, png_byte, (size_t)pixels->width * 4);
    write_head(png, info, pixels, facts, type, a);
    for (uint32_t y = 0; y < pixels->height; y++) {
        convert(row, row_of(pixels, y), pixels->width, type);
        png_write_row(png, row);
    }
    png_write_end(png, NULL);
}

const char *
paint_encode_png(const struct paint_pixels *pixels,
                 const struct paint_png_facts *facts, paint_write *write,
                 void *to, struct arena *a)
{
    struct png_sink sink = {write, to, a, NULL};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &sink,
                                              png_fails, png_is_silent);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_write_struct(&png, NULL);
        return "libpng does not begin";
    }
    if (!setjmp(png_jmpbuf(png))) {
        png_set_write_fn(png, &sink, pass_bytes, pass_nothing);
        write_all(png, info, pixels, facts, a);
    }
    png_destroy_write_struct(&png, &info);
    return sink.fault;
}
