/* SPDX-License-Identifier: MIT */
/* The catalogue: the faces of the fonts folder, and no others. */
#include "unit.h"

#include <pango/pango.h>

#include "style/style.h"

static void
finds_faces(void **state)
{
    (void)state;
    struct diag *d = diag_new();
    struct style_fonts *fonts = style_fonts_open("fonts", d);
    assert_non_null(fonts);
    static const char *const whole[] = {"Linux Libertine O", "Andika", "Hack",
                                        "hack"};
    struct style_font_file out[8];
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        assert_int_equal(style_font_files(fonts, whole[i], out, 8), 4);
        assert_int_equal(out[0].weight, 400);
        assert_false(out[0].italic);
        assert_true(out[1].italic);
        assert_int_equal(out[2].weight, 700);
        assert_true(out[3].italic && out[3].weight == 700);
        assert_true(str_starts(out[0].path, "fonts/"));
    }
    assert_int_equal(style_font_files(fonts, "Linux Biolinum O", out, 8), 3);
    assert_int_equal(style_font_files(fonts, "Hack", out, 2), 2);
    assert_int_equal(style_font_files(fonts, "DejaVu Sans", out, 8), 0);
    static const char *const generic[] = {"serif", "sans-serif", "monospace"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(
            style_font_files(fonts, style_generic_family(generic[i]), out, 8),
            4);
    assert_int_equal(diag_count(d, DIAG_NOTE), 0);
    style_fonts_free(fonts);
    diag_free(d);
}

/* What a drawing asks for that says `font-family="monospace"`. */
static void
generic_families_are_ours(void **state)
{
    (void)state;
    static const char *const generic[] = {"serif", "sans-serif", "monospace"};
    struct diag *d = diag_new();
    struct style_fonts *fonts = style_fonts_open("fonts", d);
    PangoFontMap *map = style_fonts_map(fonts);
    PangoContext *context = pango_font_map_create_context(map);
    for (size_t i = 0; i < 3; i++) {
        PangoFontDescription *asked = pango_font_description_new();
        pango_font_description_set_family(asked, generic[i]);
        PangoFont *font = pango_font_map_load_font(map, context, asked);
        PangoFontDescription *came = pango_font_describe(font);
        assert_string_equal(pango_font_description_get_family(came),
                            style_generic_family(generic[i]));
        pango_font_description_free(came);
        pango_font_description_free(asked);
        g_object_unref(font);
    }
    g_object_unref(context);
    g_object_unref(map);
    style_fonts_free(fonts);
    diag_free(d);
}

static void
tells_of_a_folder_without_fonts(void **state)
{
    (void)state;
    struct diag *d = diag_new();
    assert_null(style_fonts_open("/nowhere", d));
    assert_null(style_fonts_open("docs", d));
    assert_int_equal(diag_count(d, DIAG_ERROR), 2);
    diag_free(d);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_faces),
        cmocka_unit_test(generic_families_are_ours),
        cmocka_unit_test(tells_of_a_folder_without_fonts),
    };
    return RUN_TESTS(tests);
}
