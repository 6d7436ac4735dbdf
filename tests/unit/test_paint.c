/* SPDX-License-Identifier: MIT */
/* Paint: what cairo is given, and what must not pass in silence. */
#include "unit.h"

#include <stdio.h>

#include "pages.h"
#include "paint/paint.h"

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
            {.node = e.p}, &assets[i], 0, 0, POINT, POINT};
    assert_true(paint_png(&e.page, 200, 100, &out, e.diag));
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
    *vec_add(e.hand.arena, &e.page.rects) = (struct layout_rect){
        {.role = LAYOUT_ARTIFACT}, 0, 0, 100 * POINT, 100 * POINT, 0xFF0000FF,
        STYLE_LINE_SOLID};
    assert_true(paint_png(&e.page, 200, 100, &out, e.diag));
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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_share_a_mark),
        cmocka_unit_test(what_is_said_parts_marks),
        cmocka_unit_test(lone_spaces_are_kept),
        cmocka_unit_test(broken_lines_end_in_a_space),
        cmocka_unit_test(clusters_that_do_not_fit_are_reported),
        cmocka_unit_test(damaged_images_are_reported),
        cmocka_unit_test(cover_is_plain_jpeg),
        cmocka_unit_test(png_shows_the_page),
    };
    return RUN_TESTS(tests);
}
