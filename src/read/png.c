/* SPDX-License-Identifier: MIT */
/* PNG: texts, times and Exif go; what makes the picture stays byte for
 * byte. */
#include "read/read_int.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

enum { SIGNATURE = 8, CHUNK = 12 }; /* length, type and sum of a chunk */

struct reading {
    const char *at;
    size_t n;
    const char *fault;
    struct arena *arena;
};

static struct read_fault
damaged(struct arena *a, const char *text)
{
    return (struct read_fault){DIAG_IMAGE_DAMAGED,
                               arena_printf(a, "the PNG is damaged: %s", text),
                               "save it again"};
}

static size_t
number(const char *bytes)
{
    const uint8_t *p = (const uint8_t *)bytes;
    return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
}

/* Copies the chunks that make the picture. False where they do not lead to
 * the end of the image. */
static bool
strip(struct buf *out, const char *p, size_t n)
{
    static const char kept[] = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP "
                               "sBIT bKGD pHYs";
    buf_add(out, p, SIGNATURE);
    for (size_t at = SIGNATURE; at + CHUNK <= n;) {
        size_t length = number(p + at);
        char type[5] = "";
        memcpy(type, p + at + 4, 4);
        if (length > n - at - CHUNK)
            return false;
        if (str_has_word(kept, type))
            buf_add(out, p + at, length + CHUNK);
        if (str_eq(type, "IEND"))
            return true;
        at += length + CHUNK;
    }
    return false;
}

static void
read_bytes(png_structp png, png_bytep to, size_t n)
{
    struct reading *r = png_get_io_ptr(png);
    if (n > r->n)
        png_error(png, "it ends too early");
    memcpy(to, r->at, n);
    r->at += n;
    r->n -= n;
}

static _Noreturn void
fail(png_structp png, png_const_charp text)
{
    struct reading *r = png_get_error_ptr(png);
    r->fault = arena_str(r->arena, text);
    png_longjmp(png, 1);
}

static void
say_nothing(png_structp png, png_const_charp text)
{
    (void)png, (void)text;
}

/* Decodes row by row into one row's memory: what is damaged shows. */
static void
read_rows(png_structp png, png_infop info, struct arena *own)
{
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    png_bytep row = ARENA_ARRAY(own, uint8_t, png_get_rowbytes(png, info));
    for (int pass = 0; pass < passes; pass++)
        for (size_t y = png_get_image_height(png, info); y; y--)
            png_read_row(png, row, NULL);
    png_read_end(png, NULL);
}

static struct read_fault
check(struct arena *a, struct arena *own, struct doc_asset *asset)
{
    struct reading r = {asset->bytes, asset->n, NULL, own};
    png_structp png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, &r, fail, say_nothing);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return damaged(a, r.fault ? r.fault : "it can't be read");
    }
    png_set_read_fn(png, &r, read_bytes);
    /* How large is too large is said below, not by libpng. */
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_read_info(png, info);
    asset->width = png_get_image_width(png, info);
    asset->height = png_get_image_height(png, info);
    struct read_fault fault =
        read_size_fault(a, (size_t)asset->width, (size_t)asset->height);
    if (!fault.text)
        read_rows(png, info, own);
    png_destroy_read_struct(&png, &info, NULL);
    return fault;
}

struct read_fault
read_png(struct arena *a, struct doc_asset *asset, const char *bytes, size_t n)
{
    struct buf kept;
    buf_init(&kept, n + 16);
    bool whole = strip(&kept, bytes, n);
    if (whole) {
        asset->bytes = arena_strn(a, kept.at, kept.n);
        asset->n = kept.n;
    }
    buf_free(&kept);
    if (!whole)
        return damaged(a, "it ends too early");
    asset->kind = DOC_PNG;
    struct arena *own = arena_new();
    struct read_fault fault = check(a, own, asset);
    arena_free(own);
    return fault;
}
