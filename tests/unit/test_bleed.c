/* SPDX-License-Identifier: MIT */
/* Pages for a print shop: what bleeds, where marks stand, what ink is. */
#include "pdf.h"

#include "pdf/pdf_int.h"

enum { W = 200, H = 300, B = 9 }; /* page and bleed, in points */

struct pass {
    struct arena *arena;
    struct layout_page page, out;
    struct layout_bleed how;
};

static int
set_up(void **state)
{
    struct arena *a = arena_new();
    struct pass *t = ARENA_NEW(a, struct pass);
    t->arena = a;
    t->how.bleed = B * POINT;
    t->page = (struct layout_page){
        .index = 3, .label = "1", .width = W * POINT, .height = H * POINT};
    *state = t;
    return 0;
}

static int
tear_down(void **state)
{
    arena_free(((struct pass *)*state)->arena);
    return 0;
}

static struct layout_rect *
rect(struct pass *t, int x, int y, int width, int height)
{
    struct layout_rect *r = vec_add(t->arena, &t->page.rects);
    *r = (struct layout_rect){.mark = {.role = LAYOUT_ARTIFACT},
                              .x = x * POINT,
                              .y = y * POINT,
                              .width = width * POINT,
                              .height = height * POINT,
                              .color = 0x336699ff,
                              .line = STYLE_LINE_SOLID};
    return r;
}

static struct layout_image *
image(struct pass *t, int x, int y, int width, int height)
{
    struct layout_image *m = vec_add(t->arena, &t->page.images);
    *m = (struct layout_image){.x = x * POINT,
                               .y = y * POINT,
                               .width = width * POINT,
                               .height = height * POINT};
    return m;
}

static void
bleed(struct pass *t)
{
    layout_bleed(t->arena, &t->page, &t->how, &t->out);
}

/* In points on the page as it was. */
static void
assert_box(const struct pass *t, int x, int y, int width, int height, int left,
           int top, int wide, int high)
{
    int room = t->out.trim.x;
    int got[4] = {x - room, y - room, width, height};
    int want[4] = {left, top, wide, high};
    for (int i = 0; i < 4; i++)
        if (got[i] / POINT != want[i] || got[i] % POINT)
            fail_msg("%d: %.3f pt, not %d", i, got[i] / 1024.0, want[i]);
}

static void
assert_rect(const struct pass *t, size_t i, int x, int y, int width, int height)
{
    const struct layout_rect *r = &t->out.rects.at[i];
    assert_box(t, r->x, r->y, r->width, r->height, x, y, width, height);
}

static void
areas_at_the_edge_go_on(void **state)
{
    struct pass *t = *state;
    rect(t, 0, 0, W, H);                  /* the page's ground */
    rect(t, 0, 40, 50, 20);               /* a panel at the left */
    rect(t, 150, 280, 50, 20)->y -= 100;  /* at the lower right, all but */
    rect(t, 50, 40, 50, 20);              /* within */
    rect(t, 0, 0, 50, 20)->radius[2] = 1; /* round somewhere */
    rect(t, 0, 0, 50, 20)->ring[1] = 1;   /* a border */
    rect(t, 0, 9, W, 1)->line = STYLE_LINE_DOTTED;
    rect(t, -50, -50, W + 100, 100); /* farther than the bleed */
    bleed(t);
    assert_int_equal(t->out.width, (W + 2 * B) * POINT);
    assert_int_equal(t->out.height, (H + 2 * B) * POINT);
    assert_int_equal(t->out.trim.x, B * POINT);
    assert_int_equal(t->out.trim.width, W * POINT);
    assert_int_equal(t->out.index, 3);
    assert_rect(t, 0, -B, -B, W + 2 * B, H + 2 * B);
    assert_rect(t, 1, -B, 40, 50 + B, 20);
    assert_int_equal(t->out.rects.at[2].width, (50 + B) * POINT);
    assert_int_equal(t->out.rects.at[2].height, (20 + B) * POINT + 100);
    assert_rect(t, 3, 50, 40, 50, 20);
    assert_rect(t, 4, 0, 0, 50, 20);
    assert_rect(t, 5, 0, 0, 50, 20);
    assert_rect(t, 6, 0, 9, W, 1);
    assert_rect(t, 7, -B, -B, W + 2 * B, 50 + B);
    /* what came stays as it was */
    assert_int_equal(t->page.rects.at[0].width, W * POINT);
}

/* What is seen of an image, and that it reaches as far. */
static void
assert_seen(const struct pass *t, size_t i, int x, int y, int width, int height)
{
    const struct layout_image *m = &t->out.images.at[i];
    struct layout_crop c = m->crop;
    assert_box(t, m->x + c.x, m->y + c.y, c.width, c.height, x, y, width,
               height);
    assert_true(c.x >= 0 && c.y >= 0);
    assert_true(c.x + c.width <= m->width && c.y + c.height <= m->height);
}

static double
shape(const struct layout_image *m)
{
    return (double)m->width / m->height;
}

static void
pictures_at_the_edge_grow(void **state)
{
    struct pass *t = *state;
    image(t, 0, 0, W, 100);
    image(t, 20, 20, 50, 50);
    *image(t, -40, 100, W + 80, 100) =
        (struct layout_image){.x = -40 * POINT,
                              .y = 100 * POINT,
                              .width = (W + 80) * POINT,
                              .height = 100 * POINT,
                              .crop = {40 * POINT, 0, W * POINT, 100 * POINT}};
    bleed(t);
    assert_seen(t, 0, -B, -B, W + 2 * B, 100 + B);
    assert_in_range((int)(shape(&t->out.images.at[0]) * 1000), 1995, 2005);
    /* as little as does it: the head has the farthest to go */
    assert_int_equal(t->out.images.at[0].height / POINT, 2 * (50 + B));
    assert_int_equal(t->out.images.at[1].crop.width, 0);
    assert_int_equal(t->out.images.at[1].width, 50 * POINT);
    /* one that is cut off there already shows more of itself */
    assert_seen(t, 2, -B, 100, W + 2 * B, 100);
    assert_int_equal(t->out.images.at[2].width, (W + 80) * POINT);
}

static struct layout_picture *
backdrop(struct pass *t, struct layout_rect *r, int width, int height)
{
    struct layout_picture *p = ARENA_NEW(t->arena, struct layout_picture);
    p->width = width * POINT;
    p->height = height * POINT;
    r->picture = p;
    return p;
}

static void
backdrops_go_on(void **state)
{
    struct pass *t = *state;
    backdrop(t, rect(t, 0, 0, W, H), W, H);
    struct layout_picture *p = backdrop(t, rect(t, 0, 0, W, H), 50, 40);
    p->repeat[0] = p->repeat[1] = true;
    backdrop(t, rect(t, 0, 0, W, H), 50, 40); /* in a corner, once */
    bleed(t);
    const struct layout_picture *whole = t->out.rects.at[0].picture;
    assert_true(whole->x <= 0 && whole->y <= 0);
    assert_true(whole->x + whole->width >= t->out.rects.at[0].width);
    assert_true(whole->y + whole->height >= t->out.rects.at[0].height);
    const struct layout_picture *tile = t->out.rects.at[1].picture;
    assert_int_equal(tile->width, 50 * POINT);
    assert_int_equal(tile->x, (B - 50) * POINT);
    assert_int_equal(tile->y, (B - 40) * POINT);
    assert_rect(t, 1, -B, -B, W + 2 * B, H + 2 * B);
    const struct layout_picture *once = t->out.rects.at[2].picture;
    assert_true(once->x <= 0 && once->y <= 0);
    assert_int_equal(p->x, 0);
}

/* A page of its own that lies on this one, a quarter clockwise: its left is the
 * page's head. */
static void
what_is_turned_bleeds_at_head_and_foot(void **state)
{
    struct pass *t = *state;
    struct layout_image *m = image(t, 0, 0, H, 30);
    m->turned = true;
    t->page.turn_x = 130 * POINT;
    bleed(t);
    m = &t->out.images.at[0];
    assert_int_equal(m->x + m->crop.x, -B * POINT);
    assert_int_equal(m->crop.width, (H + 2 * B) * POINT);
    assert_int_equal(m->crop.height, 30 * POINT);
    assert_int_equal(t->out.turn_x, (130 + B) * POINT);
    assert_int_equal(t->out.turn_y, B * POINT);
}

static void
links_move_with_the_page(void **state)
{
    struct pass *t = *state;
    *vec_add(t->arena, &t->page.links) = (struct layout_link){.x = 5, .y = 6};
    *vec_add(t->arena, &t->page.anchors) = (struct layout_anchor){NULL, 7, 8};
    *vec_add(t->arena, &t->page.runs) = (struct layout_run){.x = 1, .y = 2};
    bleed(t);
    assert_int_equal(t->out.links.at[0].x, 5 + B * POINT);
    assert_int_equal(t->out.links.at[0].y, 6 + B * POINT);
    assert_int_equal(t->out.anchors.at[0].y, 8 + B * POINT);
    assert_int_equal(t->out.runs.at[0].x, 1 + B * POINT);
}

/* Whether a mark lies there, in points from the trimmed page's top left. */
static bool
has_mark(const struct pass *t, double x, double y)
{
    for (size_t i = 0; i < t->out.rects.n; i++) {
        const struct layout_rect *r = &t->out.rects.at[i];
        double px = x * POINT + t->out.trim.x, py = y * POINT + t->out.trim.y;
        if (r->mark.role == LAYOUT_PRINTER && px >= r->x &&
            px <= r->x + r->width && py >= r->y && py <= r->y + r->height)
            return true;
    }
    return false;
}

static void
marks_stand_outside_the_bleed(void **state)
{
    struct pass *t = *state;
    t->how.marks = STYLE_MARK_CROP;
    t->how.fold[0] = 90 * POINT;
    t->how.fold[1] = 110 * POINT;
    bleed(t);
    static const int columns[] = {0, 90, 110, W}, rows[] = {0, H};
    for (int i = 0; i < 4; i++) {
        assert_true(has_mark(t, columns[i], -B - 8));
        assert_true(has_mark(t, columns[i], H + B + 8));
    }
    for (int i = 0; i < 2; i++) {
        assert_true(has_mark(t, -B - 8, rows[i]));
        assert_true(has_mark(t, W + B + 8, rows[i]));
    }
    assert_int_equal(t->out.rects.n, 12);
    for (size_t i = 0; i < t->out.rects.n; i++) {
        const struct layout_rect *r = &t->out.rects.at[i];
        int edge = t->out.trim.x - B * POINT;
        assert_true(r->x + r->width <= edge || r->y + r->height <= edge ||
                    r->x >= t->out.width - edge ||
                    r->y >= t->out.height - edge);
        assert_true(r->x >= 0 && r->x + r->width <= t->out.width);
    }
    t->how.marks = STYLE_MARK_CROP | STYLE_MARK_CROSS;
    t->how.fold[1] = 0;
    bleed(t);
    assert_true(has_mark(t, W / 2, -B - 10.5));
    assert_true(has_mark(t, W + B + 10.5, H / 2));
    assert_false(has_mark(t, 90, -B - 8));
}

/* --- ink --- */

static void
greys_are_tints_of_black(void **state)
{
    static const struct {
        const char *line, *pure;
        bool colored;
    } cases[] = {
        {"0 0 0 rg ", "0 g ", false},
        {"0.101961 0.101961 0.101961 rg /a0 gs\n", "0 g /a0 gs\n", false},
        {"0.2 0.18 0.16 RG\n", "0 G\n", false},
        {"0.2 0.18 0.1 RG\n", "0.2 0.18 0.1 RG\n", true},
        {"0.541176 0.541176 0.541176 rg 1 2 3 4 re f\n",
         "0.541176 g 1 2 3 4 re f\n", false},
        {"1 1 1 rg 0.5 0.4 0.4 RG q 1 0 0 1 0 0 cm\n",
         "1 g 0.5 0.4 0.4 RG q 1 0 0 1 0 0 cm\n", true},
        {"0.5 0.4 0.4 rg 0 0 0 RG\n", "0.5 0.4 0.4 rg 0 G\n", true},
        {"[(0 0 0 rg)]TJ\n", "[(0 0 0 rg)]TJ\n", false},
        {"/p5 scn\n", "/p5 scn\n", true},
        {"rg\n", "rg\n", false},
        {"1 2 3 4 re f\n", "1 2 3 4 re f\n", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int pure = 0; pure < 2; pure++) {
            struct pdf_inks inks = {.pure = pure};
            struct buf out;
            buf_init(&out, BUF_LIMIT_SMALL);
            pdf_ink_line(&inks, cases[i].line, strlen(cases[i].line), &out);
            assert_string_equal(out.at, pure ? cases[i].pure : cases[i].line);
            assert_int_equal(inks.colored, cases[i].colored);
            buf_free(&out);
        }
    }
}

/* A page with text, a picture in colours and marks, as the file has it. */
static void
print(struct pass *t, bool press, bool plain, struct buf *plain_text,
      struct pdf_printed *printed)
{
    struct bench b;
    char path[] = "/tmp/bleed-XXXXXX";
    bench_open(&b);
    struct doc_node *article = add(&b, b.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&b, article, DOC_PARAGRAPH);
    struct layout_mark mark = {.node = p};
    hand_text(&b.hand, &t->page, mark, TEXT, 30, 50, "Black");
    t->page.runs.at[0].color = 0x111111ff;
    t->page.index = 0;
    bleed(t);
    assert_true(mkstemp(path) >= 0);
    struct file_out *out = file_out_open(path);
    struct pdf_options o = {.producer = "test",
                            .accessible = true,
                            .archive = PDF_A_2A,
                            .press = press,
                            .plain = plain,
                            .pure_black = true};
    struct pdf_writer *w = pdf_begin(b.book, out, &o, b.diag);
    pdf_page(w, &t->out);
    *printed = pdf_printed(w, 0);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(plain_text, BUF_LIMIT_OUTPUT);
    read_plain(path, plain_text);
    unlink(path);
    memset(&t->page.runs, 0, sizeof t->page.runs);
    bench_close(&b);
}

static void
assert_says(const struct buf *b, const char *text, bool has)
{
    if ((memmem(b->at, b->n, text, strlen(text)) != NULL) != has)
        fail_msg("%s: %d", text, !has);
}

static void
files_say_where_to_cut(void **state)
{
    struct pass *t = *state;
    struct buf text;
    struct pdf_printed printed;
    t->how.marks = STYLE_MARK_CROP;
    rect(t, 20, 20, 50, 50)->color = 0x80808080;
    print(t, true, false, &text, &printed);
    assert_says(&text, "/MediaBox[0 0 260 360]", true);
    assert_says(&text, "/BleedBox[21 21 239 339]", true);
    assert_says(&text, "/TrimBox[30 30 230 330]", true);
    assert_says(&text, "/Artifact<</Type/Page>>BDC", true);
    /* marks are of all inks, letters of one */
    assert_says(&text, "0 0 0.00392157 rg", true);
    assert_says(&text, "\n0 g ", true);
    assert_says(&text, "0.0666667", false);
    /* a blending space of its own would make colours of black */
    assert_says(&text, "/Group<<", false);
    assert_says(&text, "/StructTreeRoot", true);
    assert_false(printed.colored);
    assert_true(printed.transparent);
    buf_free(&text);
    t->page.rects.at[0].color = 0x336699ff;
    print(t, true, true, &text, &printed);
    assert_says(&text, "/OutputIntents", true);
    assert_says(&text, "/StructTreeRoot", false);
    assert_says(&text, "MCID", false);
    assert_says(&text, "pdfaid", false);
    assert_true(printed.colored);
    assert_false(printed.transparent);
    buf_free(&text);
    t->page.rects.at[0].color = 0x80808080;
    print(t, false, false, &text, &printed);
    assert_says(&text, "/Group<<", true);
    assert_says(&text, "0.0666667 0.0666667 0.0666667 rg", true);
    buf_free(&text);
}

#define TEST_OF(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_OF(areas_at_the_edge_go_on),
        TEST_OF(pictures_at_the_edge_grow),
        TEST_OF(backdrops_go_on),
        TEST_OF(what_is_turned_bleeds_at_head_and_foot),
        TEST_OF(links_move_with_the_page),
        TEST_OF(marks_stand_outside_the_bleed),
        cmocka_unit_test(greys_are_tints_of_black),
        TEST_OF(files_say_where_to_cut),
    };
    return RUN_TESTS(tests);
}
