/* SPDX-License-Identifier: MIT */
/* PDF: pages made by hand, of every kind of node, read back from the file. */
#include "pdf.h"

/* --- a book with an article, its contents drawn last --- */

static void
first_page(struct bench *t, struct pdf_writer *w, struct doc_node *article)
{
    struct doc_node *title = add_text(t, article, DOC_TITLE, "The Article");
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    struct doc_node *em = add(t, p, DOC_ABBREVIATION);
    struct doc_node *ref = add(t, p, DOC_NOTE_REF);
    struct doc_node *site = add_text(t, p, DOC_LINK, "the site");
    struct doc_node *notes = add(t, article, DOC_NOTES);
    struct doc_node *note = add(t, notes, DOC_NOTE);
    struct doc_node *note_p = add(t, note, DOC_PARAGRAPH);
    em->lang = "fr";
    em->expansion = "Avec <élan>";
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
                                    "      L Disc\n"
                                    "        LI\n"
                                    "          Lbl\n"
                                    "            \"•\" p2\n"
                                    "          LBody\n"
                                    "            P\n"
                                    "              \"Item\" p2\n"
                                    "            L Decimal\n"
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
                                    "            TH scope=column\n"
                                    "              \"Dose\" p2\n"
                                    "            TH scope=column\n"
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

/* Makes the book, which claims so much, and reads it back. */
static void
make_claiming(struct buf *plain, bool accessible, enum pdf_archive archive)
{
    struct bench t;
    struct file_out *out;
    char path[32];
    bench_open(&t);
    struct pdf_writer *w = begin_claiming(&t, &out, path, accessible, archive);
    make_book(&t, w);
    assert_true(pdf_end(w));
    assert_int_equal(file_out_commit(out), 0);
    buf_init(plain, BUF_LIMIT_OUTPUT);
    read_plain(path, plain);
    unlink(path);
    bench_close(&t);
}

static void
make_file(struct buf *plain)
{
    make_claiming(plain, true, PDF_A_2A);
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
        "/E<FEFF0041007600650063",
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
        "/O/Layout/Placement/Block/BBox[72 ",
        "/O/Table/Scope/Column",
        "/O/List/ListNumbering/Disc",
        "/O/List/ListNumbering/Decimal",
        "/ID(e0000",
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

/* The packet has what is asked for and nothing beside it. */
static void
file_claims_what_it_is_told_to(void **state)
{
    (void)state;
    static const char *const marks[] = {
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfaid:conformance>U</pdfaid:conformance>",
        "<pdfaExtension:schemas>",
        "/GTS_PDFA1",
        "xmlns:pdfaid",
        "xmlns:pdfuaid",
        "xmlns:pdfaExtension",
    };
    enum { MARKS = sizeof marks / sizeof *marks };
    static const struct {
        bool accessible;
        enum pdf_archive archive;
        char there[MARKS + 1]; /* a digit each, in their order */
    } rows[] = {
        {true, PDF_A_2A, "1101011111"},  {true, PDF_A_2U, "1100111111"},
        {true, PDF_A_3A, "1011011111"},  {true, PDF_A_NONE, "1000000010"},
        {false, PDF_A_2A, "0101001100"}, {false, PDF_A_2U, "0100101100"},
        {false, PDF_A_3A, "0011001100"}, {false, PDF_A_NONE, "0000000000"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf plain;
        make_claiming(&plain, rows[i].accessible, rows[i].archive);
        for (size_t k = 0; k < MARKS; k++) {
            if (rows[i].there[k] == '1')
                assert_has(&plain, marks[k]);
            else
                assert_has_not(&plain, marks[k]);
        }
        assert_has(&plain, "/MarkInfo<</Marked true>>");
        assert_has(&plain, "<dc:title>");
        buf_free(&plain);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_follow_the_tree),
        cmocka_unit_test(file_says_what_it_is),
        cmocka_unit_test(content_is_marked_and_has_its_text),
        cmocka_unit_test(same_pages_give_same_bytes),
        cmocka_unit_test(file_claims_what_it_is_told_to),
    };
    return RUN_TESTS(tests);
}
