/* SPDX-License-Identifier: MIT */
/* JPEG: what tells of the camera, the place and the time goes; the picture
 * stays byte for byte, unless it has to be turned, is CMYK, or is coded in a
 * way that not every reader understands. */
#include "read/read_int.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

enum {
    QUALITY = 95,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    APP0 = 0xE0,
    APP1 = 0xE1,
    APP2 = 0xE2,
    APP14 = 0xEE,
    APP15 = 0xEF,
    COM = 0xFE
};

/* libjpeg's errors come back by a jump; it knows no other way. */
struct failing {
    struct jpeg_error_mgr base;
    jmp_buf back;
    char text[JMSG_LENGTH_MAX];
};

static void
fail(j_common_ptr info)
{
    struct failing *f = (struct failing *)(void *)info->err;
    f->base.format_message(info, f->text);
    longjmp(f->back, 1);
}

static void
say_nothing(j_common_ptr info)
{
    (void)info;
}

static void
count_warning(j_common_ptr info, int level)
{
    info->err->num_warnings += level < 0;
}

static struct jpeg_error_mgr *
failing_init(struct failing *f)
{
    jpeg_std_error(&f->base);
    f->base.error_exit = fail;
    f->base.output_message = say_nothing;
    f->base.emit_message = count_warning;
    return &f->base;
}

static struct read_fault
damaged(struct arena *a, const char *text)
{
    return (struct read_fault){DIAG_IMAGE_DAMAGED,
                               arena_printf(a, "the JPEG is damaged: %s", text),
                               "save it again"};
}

static unsigned
number(const uint8_t *p, int bytes, bool little)
{
    unsigned value = 0;
    for (int i = 0; i < bytes; i++)
        value = value << 8 | p[little ? bytes - 1 - i : i];
    return value;
}

/* The orientation that a camera noted (Exif 2.3, clause 4.6.4), or 1. */
static int
orientation(const uint8_t *exif, size_t n)
{
    enum { TAG = 0x0112 };
    if (n < 14 || memcmp(exif, "Exif\0", 5) != 0)
        return 1;
    const uint8_t *tiff = exif + 6;
    n -= 6;
    bool little = tiff[0] == 'I';
    size_t at = number(tiff + 4, 4, little);
    if (at > n || n - at < 2)
        return 1;
    unsigned entries = number(tiff + at, 2, little);
    for (at += 2; entries-- && n - at >= 12; at += 12) {
        if (number(tiff + at, 2, little) != TAG)
            continue;
        unsigned value = number(tiff + at + 8, 2, little);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

/* Whether a marker segment is part of the picture. */
static bool
is_needed(unsigned marker, const uint8_t *data, size_t n)
{
    if (marker == APP0)
        return n >= 5 && memcmp(data, "JFIF", 5) == 0;
    if (marker == APP2)
        return n >= 12 && memcmp(data, "ICC_PROFILE", 12) == 0;
    if (marker == APP14)
        return n >= 5 && memcmp(data, "Adobe", 5) == 0;
    return !(marker >= APP1 && marker <= APP15) && marker != COM;
}

/* Copies what is needed (ITU-T T.81, annex B). False where the markers do not
 * lead to the end of the image. */
static bool
strip(struct buf *out, const uint8_t *p, size_t n, int *turn)
{
    size_t at = 2;
    buf_add(out, p, 2);
    while (at + 2 <= n) {
        if (p[at] != 0xFF)
            return false;
        unsigned marker = p[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        if (marker == EOI) {
            buf_add(out, p + at, 2);
            return true;
        }
        size_t length = at + 4 <= n ? number(p + at + 2, 2, false) : 0;
        if (length < 2 || length > n - at - 2)
            return false;
        if (is_needed(marker, p + at + 4, length - 2))
            buf_add(out, p + at, length + 2);
        else if (marker == APP1 && *turn == 1)
            *turn = orientation(p + at + 4, length - 2);
        at += length + 2;
        size_t from = at;
        /* Behind SOS: coded data up to a marker that is no restart. */
        while (marker == SOS && at + 1 < n &&
               (p[at] != 0xFF || !p[at + 1] ||
                (p[at + 1] >= 0xD0 && p[at + 1] <= 0xD7)))
            at++;
        buf_add(out, p + from, at - from);
    }
    return false;
}

static void
start_reading(struct jpeg_decompress_struct *in, const void *bytes, size_t n)
{
    jpeg_create_decompress(in);
    jpeg_mem_src(in, bytes, (unsigned long)n);
    jpeg_read_header(in, TRUE);
}

static struct read_fault
read_header(struct arena *a, struct doc_asset *asset)
{
    struct failing errors;
    struct jpeg_decompress_struct in = {.err = failing_init(&errors)};
    if (setjmp(errors.back)) {
        jpeg_destroy_decompress(&in);
        return damaged(a, errors.text);
    }
    start_reading(&in, asset->bytes, asset->n);
    asset->width = in.image_width;
    asset->height = in.image_height;
    asset->components = in.num_components;
    struct read_fault fault =
        read_size_fault(a, in.image_width, in.image_height);
    jpeg_calc_output_dimensions(&in);
    jpeg_destroy_decompress(&in);
    if (!fault.text && asset->components == 2)
        return damaged(a, "it has two colour components");
    return fault;
}

/* Whether a reader that knows baseline and progressive Huffman coding alone
 * (what PDF's DCTDecode and EPUB's readers do) gets every pixel without a
 * complaint. `fault` is set where nobody could read it. */
static bool
is_plain(struct arena *a, const struct doc_asset *asset, const char **fault)
{
    struct arena *own = arena_new();
    struct failing errors;
    struct jpeg_decompress_struct in = {.err = failing_init(&errors)};
    if (setjmp(errors.back)) {
        jpeg_destroy_decompress(&in);
        arena_free(own);
        *fault = arena_str(a, errors.text);
        return false;
    }
    start_reading(&in, asset->bytes, asset->n);
    in.dct_method = JDCT_IFAST;
    in.do_fancy_upsampling = FALSE;
    in.out_color_space = in.jpeg_color_space;
    bool huffman = !in.arith_code && in.data_precision == 8;
    jpeg_start_decompress(&in);
    uint8_t *row = ARENA_ARRAY(
        own, uint8_t, (size_t)in.output_width * (size_t)in.output_components);
    while (in.output_scanline < in.output_height)
        jpeg_read_scanlines(&in, &row, 1);
    jpeg_finish_decompress(&in);
    bool plain = huffman && !errors.base.num_warnings;
    jpeg_destroy_decompress(&in);
    arena_free(own);
    return plain;
}

/* An image in memory while it is written anew, with the segments of its
 * colour profile. */
struct pixels {
    uint8_t *at;
    size_t width, height;
    int components;
    VEC(struct segment {
        uint8_t *at;
        unsigned n;
    })
    profile;
};

/* Adobe's CMYK is kept inverted, so that a product is the light that is
 * left. */
static void
cmyk_to_rgb(uint8_t *row, size_t width, bool inverted)
{
    for (size_t x = 0; x < width; x++) {
        const uint8_t *from = row + 4 * x;
        unsigned k = inverted ? from[3] : 255u - from[3];
        uint8_t rgb[3];
        for (int i = 0; i < 3; i++) {
            unsigned light = inverted ? from[i] : 255u - from[i];
            rgb[i] = (uint8_t)((light * k + 127) / 255);
        }
        memcpy(row + 3 * x, rgb, 3);
    }
}

static void
keep_profile(struct arena *a, struct jpeg_marker_struct *marker,
             struct pixels *out)
{
    for (; marker; marker = marker->next)
        *vec_add(a, &out->profile) = (struct segment){
            (uint8_t *)arena_strn(a, (char *)marker->data, marker->data_length),
            marker->data_length};
}

static const char *
decode(struct arena *a, const struct doc_asset *asset, struct pixels *out)
{
    struct failing errors;
    struct jpeg_decompress_struct in = {.err = failing_init(&errors)};
    if (setjmp(errors.back)) {
        jpeg_destroy_decompress(&in);
        return arena_str(a, errors.text);
    }
    jpeg_create_decompress(&in);
    jpeg_mem_src(&in, (const uint8_t *)asset->bytes, asset->n);
    jpeg_save_markers(&in, APP2, 0xFFFF);
    jpeg_read_header(&in, TRUE);
    bool cmyk = in.num_components == 4;
    in.out_color_space = cmyk                     ? JCS_CMYK
                         : in.num_components == 1 ? JCS_GRAYSCALE
                                                  : JCS_RGB;
    jpeg_start_decompress(&in);
    *out = (struct pixels){.width = in.output_width,
                           .height = in.output_height,
                           .components = cmyk ? 3 : in.output_components};
    if (!cmyk)
        keep_profile(a, in.marker_list, out);
    size_t stride = out->width * (size_t)out->components;
    uint8_t *row = ARENA_ARRAY(a, uint8_t, out->width * 4);
    out->at = ARENA_ARRAY(a, uint8_t, stride * out->height);
    while (in.output_scanline < in.output_height) {
        uint8_t *to = out->at + stride * in.output_scanline;
        jpeg_read_scanlines(&in, &row, 1);
        if (cmyk)
            cmyk_to_rgb(row, out->width, in.saw_Adobe_marker);
        memcpy(to, row, stride);
    }
    jpeg_finish_decompress(&in);
    jpeg_destroy_decompress(&in);
    return NULL;
}

/* The image as it is to be seen: Exif's orientations 2 to 8 are mirrorings
 * and turns. */
static struct pixels
turned(struct arena *a, struct pixels from, int turn)
{
    bool swap = turn >= 5;
    size_t n = (size_t)from.components;
    struct pixels to = from;
    to.width = swap ? from.height : from.width;
    to.height = swap ? from.width : from.height;
    bool right = turn == 2 || turn == 3 || turn == 7 || turn == 8;
    bool down = turn == 3 || turn == 4 || turn == 6 || turn == 7;
    to.at = ARENA_ARRAY(a, uint8_t, to.width * to.height * n);
    for (size_t y = 0; y < to.height; y++)
        for (size_t x = 0; x < to.width; x++) {
            size_t u = swap ? y : x, v = swap ? x : y;
            if (right)
                u = from.width - 1 - u;
            if (down)
                v = from.height - 1 - v;
            memcpy(to.at + (y * to.width + x) * n,
                   from.at + (v * from.width + u) * n, n);
        }
    return to;
}

/* libjpeg writes into a buffer of ours. */
struct writing {
    struct jpeg_destination_mgr base;
    struct buf *to;
    uint8_t block[4096];
};

static void
writing_start(j_compress_ptr out)
{
    struct writing *w = (struct writing *)(void *)out->dest;
    w->base.next_output_byte = w->block;
    w->base.free_in_buffer = sizeof w->block;
}

static boolean
writing_full(j_compress_ptr out)
{
    struct writing *w = (struct writing *)(void *)out->dest;
    buf_add(w->to, w->block, sizeof w->block);
    writing_start(out);
    return TRUE;
}

static void
writing_end(j_compress_ptr out)
{
    struct writing *w = (struct writing *)(void *)out->dest;
    buf_add(w->to, w->block, sizeof w->block - w->base.free_in_buffer);
}

static const char *
encode(struct arena *a, const struct pixels *image, struct buf *to)
{
    struct failing errors;
    struct jpeg_compress_struct out = {.err = failing_init(&errors)};
    struct writing w = {
        {NULL, 0, writing_start, writing_full, writing_end}, to, {0}};
    if (setjmp(errors.back)) {
        jpeg_destroy_compress(&out);
        return arena_str(a, errors.text);
    }
    jpeg_create_compress(&out);
    out.dest = &w.base;
    out.image_width = (JDIMENSION)image->width;
    out.image_height = (JDIMENSION)image->height;
    out.input_components = image->components;
    out.in_color_space = image->components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&out);
    jpeg_set_quality(&out, QUALITY, TRUE);
    out.comp_info[0].h_samp_factor = out.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&out, TRUE);
    for (size_t i = 0; i < image->profile.n; i++)
        jpeg_write_marker(&out, APP2, image->profile.at[i].at,
                          image->profile.at[i].n);
    size_t stride = image->width * (size_t)image->components;
    while (out.next_scanline < out.image_height) {
        uint8_t *row = image->at + stride * out.next_scanline;
        jpeg_write_scanlines(&out, &row, 1);
    }
    jpeg_finish_compress(&out);
    jpeg_destroy_compress(&out);
    return NULL;
}

/* Decodes, turns, encodes. The pixels live in an arena of their own. */
static const char *
rewrite(struct arena *a, struct doc_asset *asset, int turn)
{
    struct arena *own = arena_new();
    struct pixels image;
    struct buf to;
    buf_init(&to, BUF_LIMIT_OUTPUT);
    const char *fault = decode(own, asset, &image);
    if (!fault) {
        image = turned(own, image, turn);
        fault = encode(own, &image, &to);
    }
    if (!fault) {
        asset->bytes = arena_strn(a, to.at, to.n);
        asset->n = to.n;
    }
    fault = arena_str(a, fault);
    buf_free(&to);
    arena_free(own);
    return fault;
}

struct read_fault
read_jpeg(struct arena *a, struct doc_asset *asset, const char *bytes, size_t n)
{
    struct buf kept;
    int turn = 1;
    buf_init(&kept, n + 16);
    bool whole = strip(&kept, (const uint8_t *)bytes, n, &turn);
    if (whole) {
        asset->bytes = arena_strn(a, kept.at, kept.n);
        asset->n = kept.n;
    }
    buf_free(&kept);
    if (!whole)
        return damaged(a, "it ends too early");
    asset->kind = DOC_JPEG;
    struct read_fault fault = read_header(a, asset);
    const char *text = NULL;
    if (fault.text ||
        (is_plain(a, asset, &text) && turn == 1 && asset->components != 4))
        return fault;
    if (!text)
        text = rewrite(a, asset, turn);
    return text ? damaged(a, text) : read_header(a, asset);
}
