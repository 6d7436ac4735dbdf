/* SPDX-License-Identifier: MIT */
/* Font programs read for their glyphs' widths. */
#include "unit.h"

#include <math.h>
#include <string.h>

#include "verify/fontfile_int.h"

struct font {
    struct arena *arena;
    struct buf bytes;
    struct fontfile file;
};

static void
open_font(struct font *f, const char *path)
{
    f->arena = arena_new();
    buf_init(&f->bytes, BUF_LIMIT_OUTPUT);
    assert_int_equal(file_read(path, &f->bytes), 0);
    assert_true(fontfile_open(&f->file, f->arena, f->bytes.at, f->bytes.n));
}

static void
close_font(struct font *f)
{
    buf_free(&f->bytes);
    arena_free(f->arena);
}

static const uint8_t *
table_of(const struct font *f, const char *tag)
{
    const uint8_t *p = (const uint8_t *)f->bytes.at;
    for (uint32_t i = 0; i < fontfile_u16(p + 4); i++)
        if (memcmp(p + 12 + 16 * i, tag, 4) == 0)
            return p + fontfile_u32(p + 12 + 16 * i + 8);
    fail_msg("no table %s", tag);
    return NULL;
}

/* An OpenType font says each width twice: in its charstring, and in hmtx. */
static void
charstrings_agree_with_metrics(void **state)
{
    static const char *const paths[] = {"fonts/libertine/LinLibertine_R.otf",
                                        "fonts/libertine/LinLibertine_RI.otf",
                                        "fonts/libertine/LinBiolinum_RB.otf"};
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct font f;
        open_font(&f, paths[i]);
        assert_int_equal(f.file.kind, FONTFILE_CFF);
        assert_int_equal(f.file.glyphs, fontfile_u16(table_of(&f, "maxp") + 4));
        const uint8_t *hmtx = table_of(&f, "hmtx");
        uint32_t rows = fontfile_u16(table_of(&f, "hhea") + 34);
        uint32_t units = fontfile_u16(table_of(&f, "head") + 18);
        for (uint32_t g = 0; g < f.file.glyphs; g++) {
            uint32_t row = g < rows ? g : rows - 1;
            double width = fontfile_u16(hmtx + 4 * row) * 1000.0 / units;
            assert_true(fabs(fontfile_width(&f.file, g) - width) < 1.01);
        }
        assert_true(fontfile_width(&f.file, f.file.glyphs) < 0);
        assert_int_equal(fontfile_glyph_of_cid(&f.file, 7), 7);
        close_font(&f);
    }
}

static void
reads_truetype(void **state)
{
    (void)state;
    struct font f;
    open_font(&f, "fonts/hack/Hack-Regular.ttf");
    assert_int_equal(f.file.kind, FONTFILE_TRUETYPE);
    uint32_t a = fontfile_glyph_of_code(&f.file, 3, 1, 'a');
    uint32_t m = fontfile_glyph_of_code(&f.file, 3, 1, 'M');
    assert_true(a && m && a != m);
    assert_int_equal(fontfile_glyph_of_code(&f.file, 3, 1, 0xE000), 0);
    assert_true(fontfile_glyph_of_code(&f.file, 9, 9, 'a') == UINT32_MAX);
    /* of fixed pitch, 1233 of 2048 */
    assert_true(fabs(fontfile_width(&f.file, a) - 602.05) < 0.01);
    assert_true(fontfile_width(&f.file, a) == fontfile_width(&f.file, m));
    assert_true(fontfile_width(&f.file, f.file.glyphs) < 0);
    close_font(&f);
}

static uint32_t
next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Damage is seen or not; what is asked stays within the bytes, which lie at
 * the end of their block for the sanitizer to watch. */
static void
try_damaged(const struct font *f, uint32_t *seed)
{
    size_t n = f->bytes.n;
    if (next_random(seed) % 2)
        n = next_random(seed) % n;
    struct arena *a = arena_new();
    struct buf bytes;
    struct fontfile file;
    buf_init(&bytes, BUF_LIMIT_OUTPUT);
    buf_add(&bytes, f->bytes.at, n);
    for (uint32_t k = 0; n && k < 40; k++) {
        size_t within = next_random(seed) % 2 && n > 4096 ? 4096 : n;
        bytes.at[next_random(seed) % within] = (char)next_random(seed);
    }
    if (fontfile_open(&file, a, bytes.at, n))
        for (uint32_t g = 0; g < file.glyphs && g < 300; g++) {
            assert_false(isnan(fontfile_width(&file, g)));
            fontfile_glyph_of_cid(&file, g);
            fontfile_glyph_of_code(&file, 3, 1, g);
        }
    buf_free(&bytes);
    arena_free(a);
}

static void
believes_no_byte(void **state)
{
    static const char *const paths[] = {"fonts/libertine/LinLibertine_RZ.otf",
                                        "fonts/hack/Hack-Bold.ttf"};
    uint32_t seed = 7;
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct font f;
        open_font(&f, paths[i]);
        for (int k = 0; k < 300; k++)
            try_damaged(&f, &seed);
        close_font(&f);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charstrings_agree_with_metrics),
        cmocka_unit_test(reads_truetype),
        cmocka_unit_test(believes_no_byte),
    };
    return RUN_TESTS(tests);
}
