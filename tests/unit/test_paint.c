/* SPDX-License-Identifier: MIT */
/* Paint: what cairo is given, and what must not pass in silence. */
#include "unit.h"

#include <stdio.h>

#include "pages.h"
#include "paint/paint_int.h"

#define TEXT "Linux Libertine O 11"

enum { POINT = 1024 };

struct easel {
    struct hand hand;
    struct diag *diag;
    struct doc_book *book;
    struct doc_node *p, *em;
    struct layout_page page;
    struct buf pdf;
};

static void
easel_open(struct easel *e)
{
    *e = (struct easel){.diag = diag_new(), .book = doc_new()};
    hand_open(&e->hand);
    struct doc_node *article = doc_add(e->book, e->book->root, DOC_ARTICLE, 0);
    e->p = doc_add(e->book, article, DOC_PARAGRAPH, NULL);
    e->em = doc_add(e->book, e->p, DOC_EMPHASIS, NULL);
    e->page = (struct layout_page){
        .label = "1", .width = 200 * POINT, .height = 100 * POINT};
    buf_init(&e->pdf, BUF_LIMIT_OUTPUT);
}

static void
easel_close(struct easel *e)
{
    hand_close(&e->hand);
    diag_free(e->diag);
    doc_free(e->book);
    buf_free(&e->pdf);
}

static void
put(struct easel *e, const struct doc_node *node, int x, const char *text)
{
    struct layout_mark mark = {.node = node,
                               .role = node ? LAYOUT_CONTENT : LAYOUT_ARTIFACT};
    hand_text(&e->hand, &e->page, mark, TEXT, x, 40, text);
}

static void
take(void *to, const void *bytes, size_t n)
{
    buf_add(to, bytes, n);
}

static size_t
count(const struct buf *b, const char *text)
{
    size_t n = 0;
    const char *at = b->at, *end = b->at + b->n;
    while ((at = memmem(at, (size_t)(end - at), text, strlen(text)))) {
        n++;
        at++;
    }
    return n;
}

static void
neighbours_share_a_mark(void **state)
{
    (void)state;
    struct easel e;
    struct paint_marks marks;
    easel_open(&e);
    put(&e, e.p, 10, "one ");
    put(&e, e.p, 40, "two ");
    put(&e, e.em, 70, "three ");
    put(&e, e.p, 100, "four");
    put(&e, NULL, 150, "7");
    struct paint_canvas *canvas = paint_pdf_new(take, &e.pdf);
    assert_true(paint_page(canvas, &e.page, &marks, e.diag));
    assert_int_equal(marks.n, 4);
    assert_ptr_equal(marks.at[0].node, e.p);
    assert_int_equal(marks.runs[0].first, 0);
    assert_int_equal(marks.runs[0].end, 2);
    assert_ptr_equal(marks.at[1].node, e.em);
    assert_ptr_equal(marks.at[2].node, e.p);
    assert_null(marks.at[3].node);
    assert_int_equal(count(&e.pdf, PAINT_BEGINS), 4);
    assert_true(paint_end(canvas, e.diag));
    easel_close(&e);
}

/* What says something else than its text does not share a mark with what does
 * not, or says another thing. */
static void
what_is_said_parts_marks(void **state)
{
    (void)state;
    struct easel e;
    struct paint_marks marks;
    static const char silent[] = "", word[] = "for";
    easel_open(&e);
    put(&e, e.p, 10, "f");
    put(&e, e.p, 40, "o");
    put(&e, e.p, 50, "r");
    put(&e, e.p, 70, " one");
    e.page.runs.at[0].mark.actual = silent;
    e.page.runs.at[1].mark.actual = e.page.runs.at[2].mark.actual = word;
    struct paint_canvas *canvas = paint_pdf_new(take, &e.pdf);
    assert_true(paint_page(canvas, &e.page, &marks, e.diag));
    assert_int_equal(marks.n, 3);
    assert_ptr_equal(marks.at[0].actual, silent);
    assert_ptr_equal(marks.at[1].actual, word);
    assert_int_equal(marks.runs[1].first, 1);
    assert_int_equal(marks.runs[1].end, 3);
    assert_null(marks.at[2].actual);
    assert_true(paint_end(canvas, e.diag));
    easel_close(&e);
}

/* cairo drops a space alone where it stands on a whole point. */
static void
lone_spaces_are_kept(void **state)
{
    (void)state;
    struct easel e;
    struct paint_marks marks;
    easel_open(&e);
    put(&e, e.p, 10, " ");
    struct paint_canvas *canvas = paint_pdf_new(take, &e.pdf);
    assert_true(paint_page(canvas, &e.page, &marks, e.diag));
    assert_int_equal(count(&e.pdf, "( )Tj"), 1);
    paint_end(canvas, e.diag);
    easel_close(&e);
}

/* Else the words on both sides of a line break read as one. */
static void
broken_lines_end_in_a_space(void **state)
{
    (void)state;
    struct easel e;
    struct paint_marks marks;
    easel_open(&e);
    put(&e, e.p, 10, "one");
    put(&e, e.p, 10, "\u05D0\u05D1");
    e.page.runs.at[0].line_broken = e.page.runs.at[1].line_broken = true;
    struct paint_canvas *canvas = paint_pdf_new(take, &e.pdf);
    assert_true(paint_page(canvas, &e.page, &marks, e.diag));
    assert_int_equal(count(&e.pdf, "(one )"), 1);
    assert_int_equal(count(&e.pdf, "( )"), 1);
    assert_true(paint_end(canvas, e.diag));
    assert_int_equal(diag_count(e.diag, DIAG_NOTE), 0);
    easel_close(&e);
}

/* cairo would give a blank page and call it fine. */
static void
clusters_that_do_not_fit_are_reported(void **state)
{
    (void)state;
    struct easel e;
    struct paint_marks marks;
    easel_open(&e);
    put(&e, e.p, 10, "one");
    e.page.runs.at[0].clusters[0].bytes++;
    struct paint_canvas *canvas = paint_pdf_new(take, &e.pdf);
    paint_page(canvas, &e.page, &marks, e.diag);
    paint_end(canvas, e.diag);
    assert_int_equal(diag_count(e.diag, DIAG_ERROR), 1);
    assert_int_equal(diag_message_at(e.diag, 0)->id, DIAG_INTERNAL);
    easel_close(&e);
}

static void
damaged_images_are_reported(void **state)
{
    (void)state;
    static struct doc_asset assets[] = {
        {.kind = DOC_PNG, .path = "a.png", .bytes = "\x89PNG", .n = 4},
        {.kind = DOC_JPEG, .path = "a.jpg", .bytes = "\xFF\xD8", .n = 2},
        {.kind = DOC_SVG, .path = "a.svg", .bytes = "<svg", .n = 4},
    };
    struct easel e;
    struct buf out;
    easel_open(&e);
    buf_init(&out, BUF_LIMIT_OUTPUT);
    for (int i = 0; i < 3; i++)
        *vec_add(e.hand.arena, &e.page.images) = (struct layout_image){
            {.node = e.p}, &assets[i], 0, 0, POINT, POINT, 0, 0, {0}, false};
    assert_true(hand_png(&e.page, 200, 100, &out, e.diag));
    assert_int_equal(diag_count(e.diag, DIAG_ERROR), 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(diag_message_at(e.diag, i)->id, DIAG_IMAGE_DAMAGED);
    buf_free(&out);
    easel_close(&e);
}

/* A baseline JPEG of three components, each sampled fully, with nothing but
 * JFIF's marker; the same twice. */
static void
cover_is_plain_jpeg(void **state)
{
    (void)state;
    static const unsigned char start[] = {0xFF, 0xD8, 0xFF, 0xE0};
    static const unsigned char frame[] = {0xFF, 0xC0, 0, 17,   8,    0, 50,
                                          0,    100,  3, 1,    0x11, 0, 2,
                                          0x11, 1,    3, 0x11, 1};
    struct easel e;
    struct buf a, b;
    easel_open(&e);
    buf_init(&a, BUF_LIMIT_OUTPUT);
    buf_init(&b, BUF_LIMIT_OUTPUT);
    put(&e, e.p, 10, "Cover");
    assert_true(paint_jpeg(&e.page, 100, 50, 90, &a, e.diag));
    assert_true(paint_jpeg(&e.page, 100, 50, 90, &b, e.diag));
    assert_memory_equal(a.at, start, sizeof start);
    assert_non_null(memmem(a.at, a.n, frame, sizeof frame));
    assert_int_equal(a.n, b.n);
    assert_memory_equal(a.at, b.at, a.n);
    for (int app = 0xE1; app <= 0xEF; app++) {
        unsigned char marker[] = {0xFF, (unsigned char)app};
        assert_null(memmem(a.at, a.n, marker, 2));
    }
    buf_free(&a);
    buf_free(&b);
    easel_close(&e);
}

/* Ink where the page has it, paper elsewhere. */
static void
png_shows_the_page(void **state)
{
    (void)state;
    struct easel e;
    struct buf out;
    easel_open(&e);
    buf_init(&out, BUF_LIMIT_OUTPUT);
    *vec_add(e.hand.arena, &e.page.rects) =
        (struct layout_rect){.mark.role = LAYOUT_ARTIFACT,
                             .width = 100 * POINT,
                             .height = 100 * POINT,
                             .color = 0xFF0000FF,
                             .line = STYLE_LINE_SOLID};
    assert_true(hand_png(&e.page, 200, 100, &out, e.diag));
    assert_int_equal(file_write("/tmp/test_paint.png", out.at, out.n), 0);
    cairo_surface_t *s =
        cairo_image_surface_create_from_png("/tmp/test_paint.png");
    assert_int_equal(cairo_image_surface_get_width(s), 200);
    const unsigned char *row = cairo_image_surface_get_data(s) +
                               50 * cairo_image_surface_get_stride(s);
    assert_int_equal(((const uint32_t *)(const void *)row)[50] & 0xFFFFFF,
                     0xFF0000);
    assert_int_equal(((const uint32_t *)(const void *)row)[150] & 0xFFFFFF,
                     0xFFFFFF);
    cairo_surface_destroy(s);
    remove("/tmp/test_paint.png");
    buf_free(&out);
    easel_close(&e);
}

/* The chunks of a PNG that are no pixels. */
static size_t
chunks(const struct buf *png, char *names, size_t room)
{
    size_t n = 0;
    for (size_t at = 8; at + 12 <= png->n && n + 5 < room;) {
        const uint8_t *p = (const uint8_t *)png->at + at;
        size_t length =
            (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
        memcpy(names + n, p + 4, 4);
        names[n + 4] = ' ';
        n += 5;
        at += 12 + length;
    }
    names[n] = '\0';
    return n;
}

/* What it says beside its pixels: sRGB, resolution, who wrote it; no time. */
static void
png_says_little(void **state)
{
    (void)state;
    static const uint8_t dpi72[] = {'p',  'H', 'Y', 's',  0,    0, 0x0B,
                                    0x13, 0,   0,   0x0B, 0x13, 1};
    struct easel e;
    struct buf one, two;
    char names[128];
    easel_open(&e);
    buf_init(&one, BUF_LIMIT_OUTPUT);
    buf_init(&two, BUF_LIMIT_OUTPUT);
    put(&e, e.p, 10, "grey");
    assert_true(hand_png(&e.page, 200, 100, &one, e.diag));
    assert_true(hand_png(&e.page, 200, 100, &two, e.diag));
    assert_int_equal(one.n, two.n);
    assert_memory_equal(one.at, two.at, one.n);
    chunks(&one, names, sizeof names);
    assert_string_equal(names, "IHDR sRGB pHYs tEXt IDAT IEND ");
    assert_non_null(memmem(one.at, one.n, dpi72, sizeof dpi72));
    assert_int_equal(one.at[25], 0); /* nothing but grey on the page */
    buf_free(&one);
    buf_free(&two);
    easel_close(&e);
}

/* The page's ink column by column, of a text at a place. */
static void
columns_of_ink(int sixteenths, long *ink, int width)
{
    struct easel e;
    easel_open(&e);
    struct layout_mark mark = {.node = e.p};
    hand_text(&e.hand, &e.page, mark, TEXT, 10, 40, "lit");
    e.page.runs.at[0].x += sixteenths * POINT / 16;
    struct paint_picture *p = paint_picture_new(width, 100, e.diag);
    struct paint_box all = {0, 0, width, 100};
    assert_true(paint_picture_page(p, &e.page, all, 1, e.diag));
    struct buf png;
    buf_init(&png, BUF_LIMIT_OUTPUT);
    assert_true(paint_picture_png(p, all, 72, "fascicle test", hand_take_png,
                                  &png, e.diag));
    assert_int_equal(file_write("/tmp/test_paint.png", png.at, png.n), 0);
    cairo_surface_t *s =
        cairo_image_surface_create_from_png("/tmp/test_paint.png");
    int stride = cairo_image_surface_get_stride(s);
    for (int x = 0; x < width; x++)
        for (int y = 0; y < 100; y++)
            ink[x] += 255 - cairo_image_surface_get_data(s)[y * stride + 4 * x];
    cairo_surface_destroy(s);
    remove("/tmp/test_paint.png");
    paint_picture_free(p);
    buf_free(&png);
    easel_close(&e);
}

/* Where the ink has its middle. */
static double
middle(const long *ink, int width)
{
    double sum = 0, weight = 0;
    for (int x = 0; x < width; x++) {
        sum += (double)ink[x] * x;
        weight += (double)ink[x];
    }
    return sum / weight;
}

/* Glyphs stand where they do in the PDF, not on the nearest pixel. */
static void
glyphs_stand_between_pixels(void **state)
{
    (void)state;
    enum { WIDTH = 60 };
    long here[WIDTH] = {0}, there[WIDTH] = {0};
    columns_of_ink(0, here, WIDTH);
    columns_of_ink(4, there, WIDTH);
    double moved = middle(there, WIDTH) - middle(here, WIDTH);
    assert_true(moved > 0.1 && moved < 0.4);
}

/* From right to left each sign gets a glyph: of a ligature of three letters,
 * two without ink at its right; of a letter with a point, its own. A letter
 * without ink already moves out of the ligature's place; one without a glyph
 * gets one. */
static void
letters_have_glyphs(void **state)
{
    (void)state;
    struct hand h;
    hand_open(&h);
    struct layout_page page = {0};
    hand_text(&h, &page, (struct layout_mark){0}, "Linux Libertine O 11", 0, 0,
              "x");
    struct layout_glyph glyphs[] = {
        {5, 0, 0, 0},     {4, 0, 0, 400},   {2, 400, 90, 0},
        {3, 400, 0, 100}, {1, 500, 0, 900}, {PANGO_GLYPH_EMPTY, 1400, 0, 0}};
    struct layout_cluster clusters[] = {{2, 1}, {6, 1}, {4, 2}, {2, 1}, {2, 1}};
    struct layout_run run = page.runs.at[0];
    run.text = "ואבגב\u05bcדה";
    run.bytes = strlen(run.text);
    run.glyphs = glyphs;
    run.glyph_count = 6;
    run.clusters = clusters;
    run.cluster_count = 5;
    run.rtl = true;
    struct layout_run out = paint_letters(h.arena, &run);
    int hair = run.font->size / 40;
    static const uint32_t want[] = {5, 4, 2, 3, 1};
    assert_int_equal(out.glyph_count, 8);
    assert_int_equal(out.cluster_count, 8);
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(out.clusters[i].bytes, 2);
        assert_int_equal(out.clusters[i].glyphs, 1);
        if (i < 5)
            assert_int_equal(out.glyphs[i].glyph, want[i]);
    }
    assert_int_equal(out.glyphs[0].x, -hair);
    assert_int_equal(out.glyphs[2].y, 90);
    assert_int_equal(out.glyphs[4].x, 500);
    assert_int_equal(out.glyphs[5].x, 1400 - 2 * hair);
    assert_int_equal(out.glyphs[6].x, 1400 - hair);
    assert_int_equal(out.glyphs[6].advance, 0);
    assert_int_equal(out.glyphs[7].glyph, out.glyphs[6].glyph);
    assert_int_equal(out.glyphs[7].x, 1400);
    hand_close(&h);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_share_a_mark),
        cmocka_unit_test(what_is_said_parts_marks),
        cmocka_unit_test(lone_spaces_are_kept),
        cmocka_unit_test(broken_lines_end_in_a_space),
        cmocka_unit_test(letters_have_glyphs),
        cmocka_unit_test(clusters_that_do_not_fit_are_reported),
        cmocka_unit_test(damaged_images_are_reported),
        cmocka_unit_test(cover_is_plain_jpeg),
        cmocka_unit_test(png_shows_the_page),
        cmocka_unit_test(png_says_little),
        cmocka_unit_test(glyphs_stand_between_pixels),
    };
    return RUN_TESTS(tests);
}
