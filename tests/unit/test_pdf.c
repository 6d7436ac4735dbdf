/* SPDX-License-Identifier: MIT */
/* PDF: pages made by hand, of every kind of node, read back from the file. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "pages.h"
#include "paint/paint.h"
#include "pdf/pdf.h"

#define TEXT "Linux Libertine O 11"

enum { POINT = 1024, LEFT = 72 };

/* A book and the pages in hand. */
struct bench {
    struct hand hand;
    struct doc_book *book;
    struct diag *diag;
    struct layout_page page;
    int y; /* points */
};

static void
bench_open(struct bench *t)
{
    *t = (struct bench){.book = doc_new(), .diag = diag_new()};
    hand_open(&t->hand);
    t->book->title = "Slow “Light”";
    t->book->lang = "en-US";
    t->book->publisher = "The <Press> & Co";
    t->book->modified = 1767830400;
}

static void
bench_close(struct bench *t)
{
    hand_close(&t->hand);
    diag_free(t->diag);
    doc_free(t->book);
}

static struct doc_node *
add(struct bench *t, struct doc_node *parent, enum doc_kind kind)
{
    return doc_add(t->book, parent, kind, NULL);
}

static struct doc_node *
add_text(struct bench *t, struct doc_node *parent, enum doc_kind kind,
         const char *text)
{
    struct doc_node *node = add(t, parent, kind);
    doc_add_text(t->book, node, text);
    return node;
}

static void
new_page(struct bench *t, size_t index, const char *label)
{
    t->page = (struct layout_page){.index = index,
                                   .label = label,
                                   .width = 432 * POINT,
                                   .height = 648 * POINT};
    t->y = 72;
    hand_text(&t->hand, &t->page, (struct layout_mark){.role = LAYOUT_HEADER},
              TEXT, LEFT, 40, "Head");
    hand_text(&t->hand, &t->page, (struct layout_mark){.role = LAYOUT_FOOTER},
              TEXT, LEFT, 620, label);
}

/* Text from x on in points; where it ends. */
static int
put(struct bench *t, const struct doc_node *node, enum layout_role role, int x,
    const char *text)
{
    struct layout_mark mark = {.node = node, .role = role};
    return hand_text(&t->hand, &t->page, mark, TEXT, x, t->y, text) / POINT + 1;
}

static void
line(struct bench *t, const struct doc_node *node, const char *text)
{
    put(t, node, LAYOUT_CONTENT, LEFT, text);
    t->y += 16;
}

static void
anchor(struct bench *t, const struct doc_node *node)
{
    *vec_add(t->hand.arena, &t->page.anchors) =
        (struct layout_anchor){node, LEFT * POINT, (t->y - 11) * POINT};
}

static void
link_to(struct bench *t, const struct doc_node *node,
        const struct doc_node *target, const char *href)
{
    *vec_add(t->hand.arena, &t->page.links) = (struct layout_link){
        node, target, href, LEFT * POINT, t->y * POINT, 50 * POINT, 12 * POINT};
}

static void
picture(struct bench *t, const struct doc_node *image, int x)
{
    *vec_add(t->hand.arena, &t->page.images) = (struct layout_image){
        {.node = image},     image->image->asset, x * POINT,
        (t->y - 10) * POINT, 20 * POINT,          12 * POINT};
}

/* The file's bytes, and behind them what its deflated streams hold. */
static void
read_plain(const char *path, struct buf *out)
{
    assert_int_equal(file_read(path, out), 0);
    size_t n = out->n;
    for (size_t at = 0; at + 8 < n; at++) {
        static const char mark[] = "/FlateDecode";
        const char *p = memmem(out->at + at, n - at, mark, sizeof mark - 1);
        if (!p)
            break;
        at = (size_t)(p - out->at);
        const char *start = memmem(p, n - at, "stream\n", 7);
        assert_non_null(start);
        uLongf room = 1 << 20;
        Bytef *plain = test_malloc(room);
        if (uncompress(plain, &room, (const Bytef *)start + 7,
                       n - (size_t)(start + 7 - out->at)) == Z_OK)
            buf_add(out, plain, room);
        test_free(plain);
    }
}

static void
assert_has(const struct buf *b, const char *text)
{
    if (!memmem(b->at, b->n, text, strlen(text)))
        fail_msg("not in the document: %s", text);
}

static void
assert_has_not(const struct buf *b, const char *text)
{
    if (memmem(b->at, b->n, text, strlen(text)))
        fail_msg("in the document: %s", text);
}

/* Groups and masks make cairo write streams of another form. */
static const char svg[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='12'>"
    "<mask id='m'><rect width='9' height='9' fill='gray'/></mask>"
    "<g opacity='.5'><path d='M0 0h20v12z'/><path d='M0 0h9v12z'/></g>"
    "<g mask='url(#m)'><path d='M0 0h20v12z'/></g></svg>";
static struct doc_asset drawing = {.kind = DOC_SVG,
                                   .path = "a.svg",
                                   .bytes = svg,
                                   .n = sizeof svg - 1,
                                   .unique = "1"};

static struct doc_node *
add_image(struct bench *t, struct doc_node *parent, const char *alt)
{
    struct doc_node *image = add(t, parent, DOC_IMAGE);
    image->image->asset = &drawing;
    image->image->alt = alt;
    return image;
}

static struct pdf_writer *
begin(struct bench *t, struct file_out **out, char path[32])
{
    struct pdf_options o = {.producer = "fascicle 0", .keep_text = true};
    strcpy(path, "/tmp/test_pdf.XXXXXX");
    close(mkstemp(path));
    *out = file_out_open(path);
    assert_non_null(*out);
    return pdf_begin(t->book, *out, &o, t->diag);
}

/* --- a book with an article, its contents drawn last --- */

static void
first_page(struct bench *t, struct pdf_writer *w, struct doc_node *article)
{
    struct doc_node *title = add_text(t, article, DOC_TITLE, "The Article");
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    struct doc_node *em = add(t, p, DOC_EMPHASIS);
    struct doc_node *ref = add(t, p, DOC_NOTE_REF);
    struct doc_node *site = add_text(t, p, DOC_LINK, "the site");
    struct doc_node *notes = add(t, article, DOC_NOTES);
    struct doc_node *note = add(t, notes, DOC_NOTE);
    struct doc_node *note_p = add(t, note, DOC_PARAGRAPH);
    em->lang = "fr";
    ref->note->number = 1;
    new_page(t, 1, "1");
    anchor(t, article);
    line(t, title, "The Article");
    int x = put(t, p, LAYOUT_CONTENT, LEFT, "An efficient ");
    x = put(t, em, LAYOUT_CONTENT, x, "waffle");
    x = put(t, p, LAYOUT_CONTENT, x, " stands");
    link_to(t, ref, note, NULL);
    x = put(t, ref, LAYOUT_CONTENT, x, "1");
    x = put(t, p, LAYOUT_CONTENT, x, " by ");
    link_to(t, site, NULL, "https://example.org/(é)");
    put(t, site, LAYOUT_CONTENT, x, "the site");
    t->y += 16;
    line(t, p, "and goes on ");
    anchor(t, note);
    put(t, note, LAYOUT_LABEL, LEFT, "1");
    put(t, note_p, LAYOUT_CONTENT, LEFT + 20, "A note.");
    pdf_page(w, &t->page);
    new_page(t, 2, "2");
    line(t, p, "over the page.");
}

static void
add_lists(struct bench *t, struct doc_node *article)
{
    struct doc_node *list = add(t, article, DOC_LIST);
    struct doc_node *item = add(t, list, DOC_ITEM);
    struct doc_node *p = add(t, item, DOC_PARAGRAPH);
    struct doc_node *inner = add(t, item, DOC_LIST);
    struct doc_node *nested = add(t, inner, DOC_ITEM);
    inner->list->ordered = true;
    put(t, item, LAYOUT_LABEL, LEFT, "•");
    put(t, p, LAYOUT_CONTENT, LEFT + 20, "Item");
    put(t, nested, LAYOUT_LABEL, LEFT + 40, "1.");
    put(t, nested, LAYOUT_CONTENT, LEFT + 60, "Nested");
    t->y += 16;
    struct doc_node *terms = add(t, article, DOC_DEFINITIONS);
    for (int i = 0; i < 2; i++) {
        line(t, add(t, terms, DOC_TERM), "Term");
        line(t, add(t, terms, DOC_DEFINITION), "Meaning");
    }
}

static void
add_table(struct bench *t, struct doc_node *article)
{
    struct doc_node *table = add(t, article, DOC_TABLE);
    struct doc_node *caption = add(t, table, DOC_TABLE_CAPTION);
    struct doc_node *head = add(t, add(t, table, DOC_TABLE_HEAD), DOC_ROW);
    struct doc_node *body = add(t, add(t, table, DOC_TABLE_BODY), DOC_ROW);
    line(t, caption, "Table 1");
    for (int i = 0; i < 2; i++) {
        struct doc_node *cell = add(t, head, DOC_CELL);
        cell->cell->header = true;
        line(t, cell, i ? "Time" : "Dose");
        cell = add(t, body, DOC_CELL);
        if (i)
            line(t, cell, "noon");
    }
}

static void
second_page(struct bench *t, struct pdf_writer *w, struct doc_node *article)
{
    struct doc_node *deep = add(t, article, DOC_HEADING);
    deep->level = 4;
    line(t, deep, "Deep");
    add_lists(t, article);
    struct doc_node *figure = add(t, article, DOC_FIGURE);
    struct doc_node *image = add_image(t, figure, "A triangle");
    picture(t, image, LEFT);
    t->y += 16;
    line(t, add(t, figure, DOC_CAPTION), "Caption");
    add_table(t, article);
    line(t, add(t, article, DOC_CODE_BLOCK), "int x;");
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    struct doc_node *within = add_image(t, p, "Icon");
    put(t, p, LAYOUT_CONTENT, LEFT, "before");
    picture(t, within, LEFT + 40);
    put(t, p, LAYOUT_CONTENT, LEFT + 70, "after");
    pdf_page(w, &t->page);
}

static void
make_book(struct bench *t, struct pdf_writer *w)
{
    struct doc_node *contents = add(t, t->book->root, DOC_CONTENTS);
    struct doc_node *title = add_text(t, contents, DOC_TITLE, "Contents");
    struct doc_node *entry = add(t, add(t, contents, DOC_TOC), DOC_TOC_ENTRY);
    struct doc_node *link = add_text(t, entry, DOC_LINK, "The Article");
    struct doc_node *part = add(t, t->book->root, DOC_PART);
    struct doc_node *article = add(t, part, DOC_ARTICLE);
    first_page(t, w, article);
    second_page(t, w, article);
    new_page(t, 0, "i");
    anchor(t, contents);
    line(t, title, "Contents");
    link_to(t, link, article, NULL);
    line(t, link, "The Article 1");
    pdf_page(w, &t->page);
}

static const char expected_tags[] = "Document\n"
                                    "  Sect\n"
                                    "    H1\n"
                                    "      \"Contents\" pi\n"
                                    "    TOC\n"
                                    "      TOCI\n"
                                    "        Reference\n"
                                    "          Link → article\n"
                                    "            \"The Article 1\" pi\n"
                                    "  Part\n"
                                    "    Art\n"
                                    "      H1\n"
                                    "        \"The Article\" p1\n"
                                    "      P\n"
                                    "        \"An efficient \" p1\n"
                                    "        Span lang=fr\n"
                                    "          \"waffle\" p1\n"
                                    "        \" stands\" p1\n"
                                    "        Reference\n"
                                    "          Link → note\n"
                                    "            \"1\" p1\n"
                                    "        \" by \" p1\n"
                                    "        Link → https://example.org/(é)\n"
                                    "          \"the site\" p1\n"
                                    "        \"and goes on \" p1\n"
                                    "        \"over the page.\" p2\n"
                                    "      Note\n"
                                    "        Lbl\n"
                                    "          \"1\" p1\n"
                                    "        P\n"
                                    "          \"A note.\" p1\n"
                                    "      H2\n"
                                    "        \"Deep\" p2\n"
                                    "      L\n"
                                    "        LI\n"
                                    "          Lbl\n"
                                    "            \"•\" p2\n"
                                    "          LBody\n"
                                    "            P\n"
                                    "              \"Item\" p2\n"
                                    "            L\n"
                                    "              LI\n"
                                    "                Lbl\n"
                                    "                  \"1.\" p2\n"
                                    "                LBody\n"
                                    "                  \"Nested\" p2\n"
                                    "      L\n"
                                    "        LI\n"
                                    "          Lbl\n"
                                    "            \"Term\" p2\n"
                                    "          LBody\n"
                                    "            \"Meaning\" p2\n"
                                    "        LI\n"
                                    "          Lbl\n"
                                    "            \"Term\" p2\n"
                                    "          LBody\n"
                                    "            \"Meaning\" p2\n"
                                    "      Div\n"
                                    "        Figure alt=\"A triangle\"\n"
                                    "          \"\" p2\n"
                                    "        Caption\n"
                                    "          \"Caption\" p2\n"
                                    "      Table\n"
                                    "        Caption\n"
                                    "          \"Table 1\" p2\n"
                                    "        THead\n"
                                    "          TR\n"
                                    "            TH\n"
                                    "              \"Dose\" p2\n"
                                    "            TH\n"
                                    "              \"Time\" p2\n"
                                    "        TBody\n"
                                    "          TR\n"
                                    "            TD\n"
                                    "            TD\n"
                                    "              \"noon\" p2\n"
                                    "      P\n"
                                    "        Code\n"
                                    "          \"int x;\" p2\n"
                                    "      P\n"
                                    "        \"before\" p2\n"
                                    "        Figure alt=\"Icon\"\n"
                                    "          \"\" p2\n"
                                    "        \"after\" p2\n";

static void
tags_follow_the_tree(void **state)
{
    (void)state;
    struct bench t;
    struct file_out *out;
    char path[32];
    struct buf dump;
    bench_open(&t);
    buf_init(&dump, BUF_LIMIT_SMALL);
    struct pdf_writer *w = begin(&t, &out, path);
    make_book(&t, w);
    pdf_dump_tags(w, &dump);
    assert_string_equal(dump.at, expected_tags);
    assert_true(pdf_end(w));
    assert_int_equal(diag_count(t.diag, DIAG_NOTE), 0);
    file_out_abort(out);
    unlink(path);
    buf_free(&dump);
    bench_close(&t);
}

/* Makes the book and reads it back. */
static void
make_file(struct buf *plain)
{
    struct bench t;
    struct file_out *out;
    char path[32];
    bench_open(&t);
    struct pdf_writer *w = begin(&t, &out, path);
    make_book(&t, w);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(plain, BUF_LIMIT_OUTPUT);
    read_plain(path, plain);
    unlink(path);
    bench_close(&t);
}

static void
file_says_what_it_is(void **state)
{
    (void)state;
    static const char *const there[] = {
        "%PDF-1.7\n%",
        "/MarkInfo<</Marked true>>",
        "/DisplayDocTitle true",
        "/Lang(en-US)",
        "/Lang(fr)",
        "/GTS_PDFA1",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "The &lt;Press&gt; &amp; Co",
        "/Title<FEFF0053006C006F00770020201C004C0069006700680074201D>",
        "/Author(The <Press> & Co)",
        "/CreationDate(D:20260108000000Z)",
        "<xmp:CreateDate>2026-01-08T00:00:00Z</xmp:CreateDate>",
        "/PageLabels<</Nums[0<</S/r/St 1>>1<</S/D/St 1>>]>>",
        "/Alt(A triangle)",
        "/O/Layout/BBox[72 ",
        "/O/Table/Scope/Column",
        "/O/List/ListNumbering/Disc",
        "/O/List/ListNumbering/Decimal",
        "/ID(note",
        "/IDTree",
        "/Contents(Note 1)",
        "/Contents(The Article)",
        "/F 4/Border[0 0 0]",
        "/URI(https://example.org/\\(%C3%A9\\))",
        "/Title(The Article)",
        "/Tabs/S",
    };
    struct buf plain;
    make_file(&plain);
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        assert_has(&plain, there[i]);
    buf_free(&plain);
}

static void
content_is_marked_and_has_its_text(void **state)
{
    (void)state;
    struct buf plain;
    make_file(&plain);
    assert_has(&plain, "/Artifact<</Type/Pagination/Subtype/Header>>BDC");
    assert_has(&plain, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC");
    assert_has(&plain, "/H1<</MCID 0>>BDC");
    /* the specks that note where marks begin are gone */
    assert_has_not(&plain, "0 0 0.125 0.375 re");
    /* one-glyph ligatures have their letters in the font's map */
    assert_has_not(&plain, "/ActualText");
    assert_has(&plain, "<006600660069>");
    assert_has(&plain, "<00660066006c>");
    assert_has_not(&plain, "cairo");
    buf_free(&plain);
}

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
    assert_true(paint_png(&t.page, 8, 12, &png, t.diag));
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

static void
same_pages_give_same_bytes(void **state)
{
    (void)state;
    struct buf a, b;
    make_file(&a);
    make_file(&b);
    assert_int_equal(a.n, b.n);
    assert_memory_equal(a.at, b.at, a.n);
    buf_free(&a);
    buf_free(&b);
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
        cmocka_unit_test(tags_follow_the_tree),
        cmocka_unit_test(file_says_what_it_is),
        cmocka_unit_test(content_is_marked_and_has_its_text),
        cmocka_unit_test(content_says_what_it_is_told_to),
        cmocka_unit_test(images_are_listed_once_a_page),
        cmocka_unit_test(glyphs_stand_for_several_texts),
        cmocka_unit_test(same_pages_give_same_bytes),
        cmocka_unit_test(claims_only_what_holds),
        cmocka_unit_test(pages_come_in_any_order_and_once),
    };
    return RUN_TESTS(tests);
}
