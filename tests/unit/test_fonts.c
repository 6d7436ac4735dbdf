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

#define NOTO "/usr/share/fonts/truetype/noto"
#define NOTO_CJK "/usr/share/fonts/opentype/noto"

/* What is chosen of Debian's Noto for a text in a family and a language. */
static void
expect_choice(struct style_fonts *fonts, struct style_library *library,
              const char *family, const char *lang, const char *text,
              const char *wanted)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct style_source source = {"styles/base.css", "base.css"};
    struct style_sheet *sheet = style_read(&source, 1, d);
    struct style_needs *needs = style_needs_new(a, fonts);
    struct style style = {.family = family};
    style_needs_add(needs, &style, lang, text);
    struct style_fonts *chosen =
        style_fonts_choose(fonts, library, needs, sheet, d);
    assert_non_null(chosen);
    assert_string_equal(style_fonts_chosen(chosen), wanted);
    const char *list = style_fonts_fallbacks(chosen, family, lang);
    if (*wanted)
        assert_string_equal(list, wanted);
    else
        assert_null(list);
    style_fonts_free(chosen);
    style_needs_free(needs);
    style_free(sheet);
    assert_int_equal(diag_count(d, DIAG_ERROR), 0);
    diag_free(d);
    arena_free(a);
}

static void
chooses_by_script_and_language(void **state)
{
    (void)state;
    static const char serif[] = "Linux Libertine O", sans[] = "Andika, serif";
    static const struct {
        const char *family, *lang, *text, *wanted;
    } rows[] = {
        {serif, "en", "words “in” Latin, Ελληνικά, кириллица", ""},
        {serif, "ar", "سلام", "Noto Naskh Arabic"},
        {sans, "ar", "سلام", "Noto Sans Arabic"},
        {serif, "ur", "سلام", "Noto Nastaliq Urdu"},
        {serif, "hi", "नमस्ते", "Noto Serif Devanagari"},
        {sans, "th", "สวัสดี", "Noto Sans Thai"},
        {serif, "ja", "漢字とかな。", "Noto Serif CJK JP"},
        {serif, "zh-Hans", "汉字，", "Noto Serif CJK SC"},
        {serif, "zh-TW", "漢字", "Noto Serif CJK TC"},
        {sans, "zh-HK", "漢字", "Noto Sans CJK HK"},
        {serif, "ko", "한글", "Noto Serif CJK KR"},
        {serif, "en", "漢字", "Noto Serif CJK JP"},
        {serif, "ka", "ქართული", "Noto Serif Georgian"},
        {"Hack", "ka", "ქართული", ""},
    };
    if (!file_is_dir(NOTO) || !file_is_dir(NOTO_CJK))
        skip();
    struct diag *d = diag_new();
    struct arena *a = arena_new();
    struct style_fonts *fonts = style_fonts_open("fonts", d);
    struct style_library *library = style_library_new(a);
    style_library_add(library, NOTO, (struct place){0});
    style_library_add(library, NOTO_CJK, (struct place){0});
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_choice(fonts, library, rows[i].family, rows[i].lang,
                      rows[i].text, rows[i].wanted);
    style_fonts_free(fonts);
    style_library_free(library);
    arena_free(a);
    diag_free(d);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_faces),
        cmocka_unit_test(generic_families_are_ours),
        cmocka_unit_test(tells_of_a_folder_without_fonts),
        cmocka_unit_test(chooses_by_script_and_language),
    };
    return RUN_TESTS(tests);
}
