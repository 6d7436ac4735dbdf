/* SPDX-License-Identifier: MIT */
/* Images: what is nobody's business goes, the picture stays; paths stay in
 * the publication's folder. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jpeglib.h>
#include <png.h>

#include "read/read.h"

enum { WIDTH = 40, HEIGHT = 20 };

struct fixture {
    char dir[32];
    struct arena *arena;
    struct diag *diag;
    struct doc_book *book;
};

static int
set_up(void **state)
{
    struct arena *a = arena_new();
    struct fixture *f = ARENA_NEW(a, struct fixture);
    f->arena = a;
    f->diag = diag_new();
    strcpy(f->dir, "/tmp/fascicle-XXXXXX");
    *state = f;
    return mkdtemp(f->dir) && chdir(f->dir) == 0 ? 0 : -1;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    struct file_list files = file_glob(f->arena, ".", "*");
    for (size_t i = 0; i < files.n; i++)
        unlink(files.at[i]);
    int failed = chdir("/") < 0 || rmdir(f->dir) < 0;
    doc_free(f->book);
    diag_free(f->diag);
    arena_free(f->arena);
    return failed;
}

/* Left half red, right half black, the upper half with green. */
static void
put_jpeg(const char *path, int turn, int components)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct out = {.err = jpeg_std_error(&errors)};
    FILE *to = fopen(path, "wb");
    assert_non_null(to);
    jpeg_create_compress(&out);
    jpeg_stdio_dest(&out, to);
    out.image_width = WIDTH;
    out.image_height = HEIGHT;
    out.input_components = components;
    out.in_color_space = components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&out);
    jpeg_set_quality(&out, 98, TRUE);
    jpeg_start_compress(&out, TRUE);
    uint8_t exif[] = "Exif\0\0II*\0\10\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"
                     "\0\0\0\0SECRET";
    exif[24] = (uint8_t)turn;
    if (turn)
        jpeg_write_marker(&out, JPEG_APP0 + 1, exif, sizeof exif);
    jpeg_write_marker(&out, JPEG_COM, (const uint8_t *)"SECRET", 6);
    for (int y = 0; y < HEIGHT; y++) {
        uint8_t row[WIDTH * 4] = {0}, *at = row;
        for (int x = 0; x < WIDTH; x++) {
            row[x * components] = x < WIDTH / 2 ? 255 : 0;
            row[x * components + 1] = y < HEIGHT / 2 ? 255 : 0;
            if (components == 4)
                row[x * 4 + 3] = 255;
        }
        jpeg_write_scanlines(&out, &at, 1);
    }
    jpeg_finish_compress(&out);
    jpeg_destroy_compress(&out);
    fclose(to);
}

/* The pixel at x, y as 0xRGB, each channel full or not. */
static int
pixel(const struct doc_asset *asset, unsigned x, unsigned y)
{
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct in = {.err = jpeg_std_error(&errors)};
    uint8_t row[WIDTH * 3], *at = row;
    int value = 0;
    jpeg_create_decompress(&in);
    jpeg_mem_src(&in, (const uint8_t *)asset->bytes, asset->n);
    jpeg_read_header(&in, TRUE);
    jpeg_start_decompress(&in);
    while (in.output_scanline <= y)
        jpeg_read_scanlines(&in, &at, 1);
    for (int i = 0; i < 3; i++)
        value = value << 4 | (row[x * 3 + (unsigned)i] > 127);
    jpeg_destroy_decompress(&in);
    return value;
}

static void
put(const char *path, const char *text)
{
    assert_int_equal(file_write(path, text, strlen(text)), 0);
}

static void
read_article(struct fixture *f, const char *markdown)
{
    struct conf_context c = {f->arena, f->diag};
    struct read_options options = {.now = 1767830400};
    put("fascicle.yaml", "title: T\narticles: a.md\n");
    put("a.md", markdown);
    f->book =
        read_book(conf_manifest_read(&c, "fascicle.yaml"), &options, f->diag);
    assert_null(doc_check(f->book));
}

static void
assert_message(struct fixture *f, size_t i, enum diag_id id)
{
    assert_true(i < diag_count(f->diag, DIAG_NOTE));
    assert_string_equal(diag_id_name(diag_message_at(f->diag, i)->id),
                        diag_id_name(id));
}

static bool
holds(const struct doc_asset *asset, const char *text)
{
    return memmem(asset->bytes, asset->n, text, strlen(text)) != NULL;
}

static void
jpeg_loses_what_the_camera_noted(void **state)
{
    struct fixture *f = *state;
    put_jpeg("Foto Één.JPG", 1, 3);
    read_article(f, "![x](<Foto Één.JPG>)\n");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
    assert_int_equal(f->book->assets.n, 1);
    const struct doc_asset *asset = f->book->assets.at[0];
    assert_false(holds(asset, "SECRET"));
    assert_string_equal(asset->name, "foto-een.jpg");
    assert_string_equal(asset->media_type, "image/jpeg");
    assert_int_equal(asset->components, 3);
    assert_int_equal(pixel(asset, 0, 0), 0x110);
    /* Not written anew: the coded data is the file's own. */
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    assert_int_equal(file_read("Foto Één.JPG", &b), 0);
    assert_memory_equal(asset->bytes + asset->n - 100, b.at + b.n - 100, 100);
    buf_free(&b);
}

static void
jpeg_is_turned_as_it_is_to_be_seen(void **state)
{
    struct fixture *f = *state;
    /* What the corners are: from the top left, row by row. */
    static const int corners[9][4] = {
        [1] = {0x110, 0x010, 0x100, 0x000}, [2] = {0x010, 0x110, 0x000, 0x100},
        [3] = {0x000, 0x100, 0x010, 0x110}, [4] = {0x100, 0x000, 0x110, 0x010},
        [5] = {0x110, 0x100, 0x010, 0x000}, [6] = {0x100, 0x110, 0x000, 0x010},
        [7] = {0x000, 0x010, 0x100, 0x110}, [8] = {0x010, 0x000, 0x110, 0x100},
    };
    char *text = arena_str(f->arena, "");
    for (int i = 1; i <= 8; i++) {
        put_jpeg(arena_printf(f->arena, "%d.jpg", i), i, 3);
        text = arena_printf(f->arena, "%s![x](%d.jpg)\n\n", text, i);
    }
    read_article(f, text);
    assert_int_equal(f->book->assets.n, 8);
    for (int i = 1; i <= 8; i++) {
        const struct doc_asset *asset = f->book->assets.at[i - 1];
        unsigned right = (unsigned)asset->width - 1;
        unsigned foot = (unsigned)asset->height - 1;
        assert_int_equal(right + 1, i < 5 ? WIDTH : HEIGHT);
        assert_int_equal(foot + 1, i < 5 ? HEIGHT : WIDTH);
        assert_int_equal(pixel(asset, 0, 0), corners[i][0]);
        assert_int_equal(pixel(asset, right, 0), corners[i][1]);
        assert_int_equal(pixel(asset, 0, foot), corners[i][2]);
        assert_int_equal(pixel(asset, right, foot), corners[i][3]);
        assert_false(holds(asset, "SECRET"));
    }
}

static void
cmyk_becomes_rgb(void **state)
{
    struct fixture *f = *state;
    put_jpeg("a.jpg", 0, 4);
    read_article(f, "![x](a.jpg)\n");
    const struct doc_asset *asset = f->book->assets.at[0];
    assert_int_equal(asset->components, 3);
    /* Adobe's inverted inks: 255 is none. */
    assert_int_equal(pixel(asset, 0, 0), 0x110);
    assert_int_equal(pixel(asset, WIDTH - 1, 0), 0x010);
}

/* The coded data says less than the header: libjpeg fills it up and warns,
 * other programs may refuse it. */
static void
jpeg_with_flaws_is_written_anew(void **state)
{
    struct fixture *f = *state;
    put_jpeg("a.jpg", 0, 3);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    assert_int_equal(file_read("a.jpg", &b), 0);
    memcpy(b.at + b.n - 40, "\xFF\xD9", 2); /* an end before the end */
    assert_int_equal(file_write("a.jpg", b.at, b.n), 0);
    buf_free(&b);
    read_article(f, "![x](a.jpg)\n");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
    const struct doc_asset *asset = f->book->assets.at[0];
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct in = {.err = jpeg_std_error(&errors)};
    uint8_t row[WIDTH * 3], *at = row;
    jpeg_create_decompress(&in);
    jpeg_mem_src(&in, (const uint8_t *)asset->bytes, asset->n);
    jpeg_read_header(&in, TRUE);
    jpeg_start_decompress(&in);
    while (in.output_scanline < HEIGHT)
        jpeg_read_scanlines(&in, &at, 1);
    jpeg_finish_decompress(&in);
    assert_int_equal(errors.num_warnings, 0);
    jpeg_destroy_decompress(&in);
    assert_int_equal(pixel(asset, 0, 0), 0x110);
}

/* No reader of EPUBs and no PDF knows arithmetic coding. */
static void
arithmetic_coding_is_undone(void **state)
{
    struct fixture *f = *state;
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct out = {.err = jpeg_std_error(&errors)};
    FILE *to = fopen("a.jpg", "wb");
    assert_non_null(to);
    jpeg_create_compress(&out);
    jpeg_stdio_dest(&out, to);
    out.image_width = out.image_height = 8;
    out.input_components = 3;
    out.in_color_space = JCS_RGB;
    jpeg_set_defaults(&out);
    out.arith_code = TRUE;
    jpeg_start_compress(&out, TRUE);
    uint8_t row[8 * 3] = {0}, *at = row;
    while (out.next_scanline < 8)
        jpeg_write_scanlines(&out, &at, 1);
    jpeg_finish_compress(&out);
    jpeg_destroy_compress(&out);
    fclose(to);
    read_article(f, "![x](a.jpg)\n");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
    assert_false(holds(f->book->assets.at[0], "\xFF\xC9"));
    assert_true(holds(f->book->assets.at[0], "\xFF\xC0"));
}

/* An EPUB may hold neither an id twice nor a reference to none. */
static void
svg_refers_to_what_is_there(void **state)
{
    struct fixture *f = *state;
    put("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">"
                 "<rect id=\"a\" fill=\"url(#none)\"/>"
                 "<rect id=\"a\" stroke=\"url('#none') red\"/>"
                 "<rect id=\"1 2\" style=\"mask:url(#none);fill:url(#a)\"/>"
                 "</svg>");
    read_article(f, "![x](a.svg)\n");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 3);
    assert_message(f, 0, DIAG_SVG_CLEANED);
    const struct doc_asset *asset = f->book->assets.at[0];
    assert_true(holds(asset, "<rect id=\"a\" fill=\"none\"/>"
                             "<rect stroke=\"red\"/>"
                             "<rect style=\"mask:none;fill:url(#a)\"/>"));
}

/* Twelve lines that would draw 4^11 rectangles; a filter of endless octaves. */
static void
svg_of_endless_work_is_refused(void **state)
{
    struct fixture *f = *state;
    for (int k = 0; k < 2; k++) {
        char *text = arena_str(f->arena, "<rect id=\"a0\"/>");
        for (int i = 1; i < 12; i++) {
            text = arena_printf(f->arena, "%s<g id=\"a%d\">", text, i);
            for (int j = 0; j < 4; j++)
                text = arena_printf(
                    f->arena, "%s%s", text,
                    k ? arena_printf(f->arena, "<g mask=\"url(#a%d)\"/>", i - 1)
                      : arena_printf(f->arena, "<use href=\"#a%d\"/>", i - 1));
            text = arena_printf(f->arena, "%s</g>", text);
        }
        put(k ? "mask.svg" : "use.svg",
            arena_printf(f->arena,
                         "<svg xmlns=\"http://www.w3.org/2000/svg\">%s</svg>",
                         text));
    }
    put("turbulence.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><filter id=\"f\">"
        "<feTurbulence numOctaves=\"1000\"/></filter></svg>");
    read_article(f, "![x](mask.svg) ![x](use.svg) ![x](turbulence.svg)\n");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 3);
    for (size_t i = 0; i < 3; i++)
        assert_message(f, i, DIAG_LIMIT_REACHED);
}

static void
put_png(const char *path)
{
    uint8_t pixels[8 * 8 * 3] = {7};
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = 8,
                       .height = 8,
                       .format = PNG_FORMAT_RGB};
    assert_true(png_image_write_to_file(&image, path, 0, pixels, 0, NULL));
}

/* The file with a text chunk behind its header. */
static void
add_text_chunk(const char *from, const char *to)
{
    static const char chunk[] = "\0\0\0\6tEXtSECRET\0\0\0";
    struct buf b, out;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_init(&out, BUF_LIMIT_SMALL);
    assert_int_equal(file_read(from, &b), 0);
    buf_add(&out, b.at, 33);
    buf_add(&out, chunk, sizeof chunk);
    buf_add(&out, b.at + 33, b.n - 33);
    assert_int_equal(file_write(to, out.at, out.n), 0);
    buf_free(&b);
    buf_free(&out);
}

static void
png_loses_texts_and_is_shared(void **state)
{
    struct fixture *f = *state;
    put_png("one.png");
    add_text_chunk("one.png", "two.png");
    read_article(f, "![x](one.png) ![y](./one.png?v=2) ![z](t%77o.png)\n");
    assert_int_equal(diag_count(f->diag, DIAG_NOTE), 0);
    assert_int_equal(f->book->assets.n, 1);
    assert_int_equal(f->book->assets.at[0]->width, 8);
    assert_false(holds(f->book->assets.at[0], "SECRET"));
}

static void
damage_is_found(void **state)
{
    struct fixture *f = *state;
    struct buf b;
    put_png("a.png");
    put_jpeg("b.jpg", 0, 3);
    buf_init(&b, BUF_LIMIT_SMALL);
    file_read("a.png", &b);
    file_write("cut.png", b.at, b.n - 13);
    b.at[b.n - 20] = (char)(b.at[b.n - 20] ^ 0x55);
    file_write("bad.png", b.at, b.n);
    buf_clear(&b);
    file_read("b.jpg", &b);
    file_write("cut.jpg", b.at, b.n - 40);
    buf_free(&b);
    put("no.svg", "<svg viewBox='0 0 1 1'/>");
    put("open.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
    put("x.png", "GIF89a");
    put("text.png", "hello");
    read_article(f, "![x](cut.png)\n![x](bad.png)\n![x](cut.jpg)\n"
                    "![x](no.svg)\n![x](open.svg)\n![x](x.png)\n"
                    "![x](text.png)\n");
    for (size_t i = 0; i < 5; i++) {
        assert_message(f, i, DIAG_IMAGE_DAMAGED);
        assert_int_equal(diag_message_at(f->diag, i)->at.line, i + 1);
    }
    assert_message(f, 5, DIAG_IMAGE_FORMAT);
    assert_message(f, 6, DIAG_IMAGE_FORMAT);
    assert_int_equal(f->book->assets.n, 0);
}

static void
svg_keeps_what_draws(void **state)
{
    struct fixture *f = *state;
    put("a.svg",
        "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n"
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='urn:editor'"
        " xmlns:l='http://www.w3.org/1999/xlink' x:v='1' width='2in'"
        " viewBox='0 0 20 10' onload='a()'><desc>Plain  dot</desc>\n"
        "<script>a()</script><style>.a{fill:url(http://e/)}</style>\n"
        "<a l:href='http://e/'><rect style='fill:url(#g)' onclick='a()'/></a>"
        "<g id='g'/><use l:href='#g'/><use l:href='#gone'/>"
        "<use l:href='o.svg#g'/><text>&e;</text>"
        "<image l:href='http://e/a.png'/><animate/><x:y/>"
        "<foreignObject><p/></foreignObject></svg>");
    read_article(f, "![](a.svg)\n");
    const struct doc_asset *asset = f->book->assets.at[0];
    static const char expected[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"urn:editor\""
        " xmlns:l=\"http://www.w3.org/1999/xlink\" width=\"2in\""
        " viewBox=\"0 0 20 10\"><desc>Plain  dot</desc>\n\n"
        "<g><rect style=\"fill:url(#g)\"/></g><g id=\"g\"/>"
        "<use l:href=\"#g\"/>"
        "<text/></svg>\n";
    assert_int_equal(asset->n, sizeof expected - 1);
    assert_memory_equal(asset->bytes, expected, asset->n);
    assert_int_equal(asset->width, 192);
    assert_int_equal(asset->height, 96);
    assert_string_equal(asset->alt, "Plain dot");
    assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
    for (size_t i = 0; i < diag_count(f->diag, DIAG_NOTE); i++)
        assert_message(f, i, DIAG_SVG_CLEANED);
}

static void
paths_stay_in_the_folder(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(symlink("/etc/passwd", "link.png"), 0);
    put_png("Dot.png");
    read_article(f, "![x](../x.png)\n![x](link.png)\n![x](/etc/passwd)\n"
                    "![x](dot.png)\n![x](https://e/x.png)\n"
                    "![x](data:image/png;base64,x)\n![](/Dot.png)\n");
    assert_message(f, 0, DIAG_FILE_OUTSIDE);
    assert_message(f, 1, DIAG_FILE_OUTSIDE);
    assert_message(f, 2, DIAG_IMAGE_MISSING);
    assert_message(f, 3, DIAG_IMAGE_MISSING);
    assert_string_equal(diag_message_at(f->diag, 3)->hint,
                        "did you mean “Dot.png”?");
    assert_message(f, 4, DIAG_IMAGE_REMOTE);
    assert_message(f, 5, DIAG_IMAGE_REMOTE);
    assert_message(f, 6, DIAG_IMAGE_NO_ALT);
    assert_int_equal(f->book->assets.n, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(jpeg_loses_what_the_camera_noted),
        TEST(jpeg_is_turned_as_it_is_to_be_seen),
        TEST(cmyk_becomes_rgb),
        TEST(jpeg_with_flaws_is_written_anew),
        TEST(arithmetic_coding_is_undone),
        TEST(svg_refers_to_what_is_there),
        TEST(svg_of_endless_work_is_refused),
        TEST(png_loses_texts_and_is_shared),
        TEST(damage_is_found),
        TEST(svg_keeps_what_draws),
        TEST(paths_stay_in_the_folder),
    };
    read_begin();
    return RUN_TESTS(tests);
}
