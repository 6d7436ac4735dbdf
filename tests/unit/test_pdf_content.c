/* SPDX-License-Identifier: MIT */
/* PDF: single pages, what they list and what the file may claim of them. */
#include "pdf.h"

#include "paint/paint.h"
#include "pdf/pdf_int.h"

/* Under the one tag at which poppler looks for it. */
static void
content_says_what_it_is_told_to(void **state)
{
    (void)state;
    struct bench t;
    struct file_out *out;
    struct buf plain;
    char path[32];
    bench_open(&t);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&t, article, DOC_PARAGRAPH);
    struct layout_mark letter = {.node = p, .actual = ""};
    struct layout_mark word = {.node = p, .actual = "Über"};
    struct layout_mark rest = {.node = p};
    struct pdf_writer *w = begin(&t, &out, path);
    new_page(&t, 0, "1");
    hand_text(&t.hand, &t.page, letter, TEXT, LEFT, 70, "Ü");
    hand_text(&t.hand, &t.page, word, TEXT, LEFT + 9, 70, "ber");
    hand_text(&t.hand, &t.page, rest, TEXT, LEFT + 30, 70, " uns");
    pdf_page(w, &t.page);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(&plain, BUF_LIMIT_OUTPUT);
    read_plain(path, &plain);
    assert_has(&plain, "/Span<</MCID 0/ActualText()>>BDC");
    assert_has(&plain, "/Span<</MCID 1/ActualText<FEFF00DC006200650072>>>BDC");
    assert_has(&plain, "/P<</MCID 2>>BDC");
    buf_free(&plain);
    unlink(path);
    bench_close(&t);
}

/* qpdf takes a key that stands twice for damage. */
static void
images_are_listed_once_a_page(void **state)
{
    (void)state;
    struct bench t;
    struct file_out *out;
    struct buf plain, png;
    char path[32];
    bench_open(&t);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&t, article, DOC_PARAGRAPH);
    struct doc_node *image = add_image(&t, p, "Alt");
    struct pdf_writer *w = begin(&t, &out, path);
    new_page(&t, 0, "1");
    buf_init(&png, BUF_LIMIT_SMALL);
    assert_true(hand_png(&t.page, 8, 12, &png, t.diag));
    struct doc_asset asset = {.kind = DOC_PNG,
                              .path = "page.png",
                              .unique = "page",
                              .bytes = png.at,
                              .n = png.n,
                              .width = 8,
                              .height = 12};
    image->image->asset = &asset;
    picture(&t, image, LEFT);
    picture(&t, image, LEFT + 40);
    pdf_page(w, &t.page);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(&plain, BUF_LIMIT_OUTPUT);
    read_plain(path, &plain);
    const char *list = memmem(plain.at, plain.n, "/XObject<<", 10);
    assert_non_null(list);
    size_t n = strcspn(list, ">");
    const char *name = memmem(list + 10, n - 10, "/x", 2);
    assert_non_null(name);
    assert_null(memmem(name + 2, n - (size_t)(name + 2 - list), "/x", 2));
    buf_free(&png);
    buf_free(&plain);
    unlink(path);
    bench_close(&t);
}

/* One glyph may stand for two texts: both are in the file, in maps of the one
 * font under two names, and no span hides what follows. */
static void
glyphs_stand_for_several_texts(void **state)
{
    (void)state;
    struct bench t;
    struct file_out *out;
    struct buf plain;
    char path[32];
    bench_open(&t);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&t, article, DOC_PARAGRAPH);
    struct pdf_writer *w = begin(&t, &out, path);
    new_page(&t, 0, "1");
    line(&t, p, "well\u2010known");
    line(&t, p, "\u2010");
    struct layout_run *hyphen = &t.page.runs.at[t.page.runs.n - 1];
    hyphen->text = "\u00AD"; /* at a line's end */
    hyphen->bytes = 2;
    hyphen->clusters[0].bytes = 2;
    pdf_page(w, &t.page);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(&plain, BUF_LIMIT_OUTPUT);
    read_plain(path, &plain);
    assert_has_not(&plain, "/ActualText");
    assert_has(&plain, "> <2010>");
    assert_has(&plain, "> <00ad>");
    assert_has(&plain, ".1 1 Tf");
    buf_free(&plain);
    unlink(path);
    bench_close(&t);
}

/* What faces have as one character no text has: points over a consonant. A
 * font's other characters are their own text, whatever else they stand for. */
static void
forms_are_nobodys_text(void **state)
{
    (void)state;
    static const char map[] = "3 beginbfchar\n<03> <fc60>\n<04> <0041>\n"
                              "<05> <fe9f>\nendbfchar\n";
    struct arena *a = arena_new();
    struct pdf_glyphs *g = pdf_glyphs_new(a);
    struct pdf_span font = {"f", 1}, points = {"064e0651", 8},
                    letters = {"00410042", 8};
    struct buf out;
    buf_init(&out, BUF_LIMIT_SMALL);
    assert_int_equal(pdf_glyphs_set(g, NULL, font, 3, points), 0);
    assert_int_equal(pdf_glyphs_set(g, NULL, font, 4, letters), 0);
    pdf_glyphs_patch(g, "f", 0, (struct pdf_span){map, sizeof map - 1}, &out);
    assert_string_equal(out.at, "3 beginbfchar\n<03> <064e0651>\n"
                                "<04> <0041>\n<05> <fe9f>\nendbfchar\n");
    buf_free(&out);
    arena_free(a);
}

/* A line of three letters for a text whose clusters have so many glyphs. */
static void
make_clusters(struct buf *plain, const char *text,
              const struct layout_cluster *clusters, size_t n)
{
    struct bench t;
    struct file_out *out;
    char path[32];
    bench_open(&t);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&t, article, DOC_PARAGRAPH);
    struct pdf_writer *w = begin(&t, &out, path);
    new_page(&t, 0, "1");
    line(&t, p, "γαβ");
    struct layout_run *run = &t.page.runs.at[t.page.runs.n - 1];
    run->text = text;
    run->bytes = strlen(text);
    memcpy(run->clusters, clusters, n * sizeof *clusters);
    run->cluster_count = n;
    pdf_page(w, &t.page);
    assert_true(pdf_end(w));
    assert_int_equal(diag_count(t.diag, DIAG_NOTE), 0);
    assert_int_equal(file_out_commit(out), 0);
    buf_init(plain, BUF_LIMIT_OUTPUT);
    read_plain(path, plain);
    unlink(path);
    bench_close(&t);
}

/* Tamil's o stands on both sides of its consonant; shaping gives the consonant
 * one half. Each glyph gives its share, in the order of the text. */
static void
vowels_are_taken_apart(void **state)
{
    (void)state;
    static const struct layout_cluster clusters[] = {{3, 2}, {3, 1}};
    struct buf plain;
    make_clusters(&plain, "\u0BAE\u0BCA", clusters, 2);
    assert_has(&plain, "> <0bae>");
    assert_has(&plain, "> <0bc6>");
    assert_has(&plain, "> <0bbe>");
    assert_has_not(&plain, "<0bca>");
    assert_has_not(&plain, "<034f>");
    assert_has_not(&plain, "/ActualText");
    buf_free(&plain);
}

/* Each glyph of a font must give something (ISO 19005-2, 6.2.11.7.2). */
static void
glyphs_too_many_give_a_joiner(void **state)
{
    (void)state;
    static const struct layout_cluster clusters[] = {{2, 3}};
    struct buf plain;
    make_clusters(&plain, "\u06CC", clusters, 1);
    assert_has(&plain, "> <06cc>");
    assert_has(&plain, "> <034f>");
    assert_has_not(&plain, "> <>");
    buf_free(&plain);
}

enum fault { NO_FAULT, NO_ALT, NO_GLYPH, NO_PLACE, PRIVATE };

/* One page with one paragraph that has the fault. */
static void
make_faulty(struct buf *plain, enum fault fault)
{
    struct bench t;
    struct file_out *out;
    char path[32];
    bench_open(&t);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&t, article, DOC_PARAGRAPH);
    struct pdf_writer *w = begin(&t, &out, path);
    new_page(&t, 0, "1");
    line(&t, p, "Text");
    struct layout_run *run = &t.page.runs.at[t.page.runs.n - 1];
    picture(&t, add_image(&t, p, fault == NO_ALT ? NULL : "Alt"), LEFT);
    if (fault == NO_GLYPH)
        run->glyphs[0].glyph = 0;
    if (fault == NO_PLACE) /* a node that stands in no book */
        run->mark.node = doc_node_new(t.book, DOC_PARAGRAPH, (struct place){0});
    if (fault == PRIVATE) {
        run->text = "\uE000xt";
        run->bytes = 5;
        run->clusters[0].bytes = 3;
        run->clusters[1].bytes = 1;
        run->clusters[2].bytes = 1;
        run->cluster_count = 3;
        run->glyph_count = 3;
    }
    pdf_page(w, &t.page);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(plain, BUF_LIMIT_OUTPUT);
    read_plain(path, plain);
    unlink(path);
    bench_close(&t);
}

static void
claims_only_what_holds(void **state)
{
    (void)state;
    static const struct {
        enum fault fault;
        bool accessible;
        const char *level; /* of PDF/A-2, or NULL */
    } cases[] = {{NO_FAULT, true, "conformance>A<"},
                 {NO_ALT, false, "conformance>U<"},
                 {NO_PLACE, false, "conformance>U<"},
                 {PRIVATE, true, "conformance>U<"},
                 {NO_GLYPH, false, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf plain;
        make_faulty(&plain, cases[i].fault);
        if (cases[i].accessible)
            assert_has(&plain, "<pdfuaid:part>1<");
        else
            assert_has_not(&plain, "pdfuaid:part");
        if (cases[i].level)
            assert_has(&plain, cases[i].level);
        else
            assert_has_not(&plain, "pdfaid:part");
        buf_free(&plain);
    }
}

/* What pdf_end says after pages of these indices. */
static bool
ends_well(size_t n, const size_t *indices)
{
    struct bench t;
    struct file_out *out;
    char path[32];
    bench_open(&t);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    struct doc_node *p = add(&t, article, DOC_PARAGRAPH);
    struct pdf_writer *w = begin(&t, &out, path);
    for (size_t i = 0; i < n; i++) {
        new_page(&t, indices[i], "1");
        line(&t, p, "Text");
        pdf_page(w, &t.page);
    }
    bool well = pdf_end(w);
    assert_int_equal(diag_count(t.diag, DIAG_ERROR), !well);
    file_out_abort(out);
    unlink(path);
    bench_close(&t);
    return well;
}

static void
pages_come_in_any_order_and_once(void **state)
{
    (void)state;
    assert_true(ends_well(3, (const size_t[]){2, 0, 1}));
    assert_false(ends_well(2, (const size_t[]){0, 2}));
    assert_false(ends_well(2, (const size_t[]){0, 0}));
    assert_false(ends_well(0, NULL));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_says_what_it_is_told_to),
        cmocka_unit_test(images_are_listed_once_a_page),
        cmocka_unit_test(glyphs_stand_for_several_texts),
        cmocka_unit_test(forms_are_nobodys_text),
        cmocka_unit_test(vowels_are_taken_apart),
        cmocka_unit_test(glyphs_too_many_give_a_joiner),
        cmocka_unit_test(claims_only_what_holds),
        cmocka_unit_test(pages_come_in_any_order_and_once),
    };
    return RUN_TESTS(tests);
}
