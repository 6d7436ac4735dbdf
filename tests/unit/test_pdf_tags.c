/* SPDX-License-Identifier: MIT */
/* PDF: what structure elements and artifacts say of themselves beyond their
 * type, read back from the file. */
#include "pdf.h"

/* A file of one page, made by `make`. */
static void
make_page(struct buf *plain, void (*make)(struct bench *, struct doc_node *))
{
    struct bench t;
    struct file_out *out;
    char path[32];
    bench_open(&t);
    struct pdf_writer *w = begin(&t, &out, path);
    struct doc_node *article = add(&t, t.book->root, DOC_ARTICLE);
    new_page(&t, 0, "1");
    make(&t, article);
    pdf_page(w, &t.page);
    assert_true(pdf_end(w));
    assert_int_equal(diag_count(t.diag, DIAG_NOTE), 0);
    assert_int_equal(file_out_commit(out), 0);
    buf_init(plain, BUF_LIMIT_OUTPUT);
    read_plain(path, plain);
    unlink(path);
    bench_close(&t);
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

/* --- tables --- */

static struct doc_node *
cell(struct bench *t, struct doc_node *row, bool header, int columns,
     const char *text)
{
    struct doc_node *node =
        *text ? add_text(t, row, DOC_CELL, text) : add(t, row, DOC_CELL);
    node->cell->header = header;
    node->cell->colspan = columns;
    node->cell->rowspan = 1;
    if (*text)
        line(t, node, text);
    return node;
}

static void
plain_table(struct bench *t, struct doc_node *article)
{
    struct doc_node *table = add(t, article, DOC_TABLE);
    struct doc_node *head = add(t, add(t, table, DOC_TABLE_HEAD), DOC_ROW);
    struct doc_node *body = add(t, add(t, table, DOC_TABLE_BODY), DOC_ROW);
    cell(t, head, false, 1, ""); /* a corner that nobody called a header */
    cell(t, head, true, 1, "Dose");
    cell(t, body, true, 1, "Monday");
    cell(t, body, false, 1, "5 mg");
}

static void
scope_does_for_plain_tables(void **state)
{
    (void)state;
    struct buf plain;
    make_page(&plain, plain_table);
    assert_int_equal(count(&plain, "/S/TH/"), 3);
    assert_int_equal(count(&plain, "/A<</O/Table/Scope/Column>>"), 2);
    assert_int_equal(count(&plain, "/A<</O/Table/Scope/Row>>"), 1);
    assert_has_not(&plain, "/Headers");
    assert_has_not(&plain, "/IDTree");
    buf_free(&plain);
}

/* Two levels of heads, a heading within, headers of rows:
 *      |   Dose      |
 *      | today| later|
 *      Tablets
 *   A  |  1   |  2   |
 *      Drops
 *   B  |     3       | */
static void
deep_table(struct bench *t, struct doc_node *article)
{
    struct doc_node *table = add(t, article, DOC_TABLE);
    struct doc_node *head = add(t, table, DOC_TABLE_HEAD);
    struct doc_node *body = add(t, table, DOC_TABLE_BODY);
    struct doc_node *row = add(t, head, DOC_ROW);
    cell(t, row, true, 1, "")->cell->rowspan = 2;
    cell(t, row, true, 2, "Dose");
    row = add(t, head, DOC_ROW);
    cell(t, row, true, 1, "today");
    cell(t, row, true, 1, "later");
    cell(t, add(t, body, DOC_ROW), true, 3, "Tablets");
    row = add(t, body, DOC_ROW);
    cell(t, row, true, 1, "A");
    cell(t, row, false, 1, "1");
    cell(t, row, false, 1, "2");
    cell(t, add(t, body, DOC_ROW), true, 3, "Drops");
    row = add(t, body, DOC_ROW);
    cell(t, row, true, 1, "B");
    cell(t, row, false, 2, "3");
}

/* The ID of the header cell whose text is the page's nth mark. */
static void
id_of(const struct buf *plain, int mark, char id[12])
{
    char key[32];
    snprintf(key, sizeof key, "/K[%d]>>", mark);
    const char *at = memmem(plain->at, plain->n, key, strlen(key));
    assert_non_null(at);
    while (memcmp(at, "<</S/", 5) != 0)
        at--;
    at = memmem(at, 200, "/ID(", 4);
    assert_non_null(at);
    memcpy(id, at + 3, 11);
    id[11] = '\0';
}

static void
cells_of_deep_tables_name_their_headers(void **state)
{
    (void)state;
    enum { DOSE, TODAY, LATER, TABLETS, A, ONE, TWO, DROPS, B, THREE, MARKS };
    char ids[MARKS][12], text[128];
    struct buf plain;
    make_page(&plain, deep_table);
    for (int i = 0; i < MARKS; i++)
        if (i != ONE && i != TWO && i != THREE)
            id_of(&plain, i, ids[i]);
    snprintf(text, sizeof text, "/A<</O/Table/Headers[%s%s%s%s]>>", ids[DOSE],
             ids[TODAY], ids[TABLETS], ids[A]);
    assert_has(&plain, text);
    snprintf(text, sizeof text, "/A<</O/Table/Headers[%s%s%s%s]>>", ids[DOSE],
             ids[LATER], ids[TABLETS], ids[A]);
    assert_has(&plain, text);
    /* a cell of two columns; the heading nearest above alone */
    snprintf(text, sizeof text, "/A<</O/Table/ColSpan 2/Headers[%s%s%s%s%s]>>",
             ids[DOSE], ids[TODAY], ids[LATER], ids[DROPS], ids[B]);
    assert_has(&plain, text);
    /* heads have heads */
    snprintf(text, sizeof text, "/A<</O/Table/Scope/Column/Headers[%s]>>",
             ids[DOSE]);
    assert_int_equal(count(&plain, text), 2);
    assert_has(&plain, "/A<</O/Table/Scope/Column/RowSpan 2>>");
    assert_has(&plain, "/A<</O/Table/Scope/Column/ColSpan 3>>");
    /* the tree of names has each once, in order; the empty one is none */
    snprintf(text, sizeof text, "/IDTree<</Names[%s", ids[DOSE]);
    assert_has(&plain, text);
    assert_int_equal(count(&plain, "/ID(e"), 7);
    buf_free(&plain);
}

/* --- lists --- */

static void
list_of(struct bench *t, struct doc_node *article, bool ordered, int start,
        const char *label)
{
    struct doc_node *list = add(t, article, DOC_LIST);
    list->list->ordered = ordered;
    list->list->start = start;
    for (int i = 0; i < 2; i++) {
        struct doc_node *item = add(t, list, DOC_ITEM);
        struct doc_node *p = add(t, item, DOC_PARAGRAPH);
        if (label)
            put(t, item, LAYOUT_LABEL, LEFT, label);
        put(t, p, LAYOUT_CONTENT, LEFT + 40, "Item");
        t->y += 10;
    }
}

static void
lists(struct bench *t, struct doc_node *article)
{
    static const struct {
        bool ordered;
        int start;
        const char *label;
    } rows[] = {
        {true, 1, "1."},  {true, 7, "(7)"},     {true, 1, "i."},
        {true, 4, "IV."}, {true, 1, "a)"},      {true, 28, "AB."},
        {true, 9, "i."},  {true, 1, "\u05D0."}, /* Hebrew: no name for it */
        {false, 1, "•"},  {false, 1, "◦"},      {false, 1, "▪"},
        {false, 1, "☐"},  {false, 1, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        list_of(t, article, rows[i].ordered, rows[i].start, rows[i].label);
}

static void
lists_say_how_they_are_numbered(void **state)
{
    (void)state;
    struct buf plain;
    make_page(&plain, lists);
    assert_int_equal(count(&plain, "/ListNumbering/Decimal>>"), 3);
    assert_int_equal(count(&plain, "/ListNumbering/LowerRoman>>"), 1);
    assert_int_equal(count(&plain, "/ListNumbering/UpperRoman>>"), 1);
    assert_int_equal(count(&plain, "/ListNumbering/LowerAlpha>>"), 2);
    assert_int_equal(count(&plain, "/ListNumbering/UpperAlpha>>"), 1);
    assert_int_equal(count(&plain, "/ListNumbering/Disc>>"), 1);
    assert_int_equal(count(&plain, "/ListNumbering/Circle>>"), 1);
    assert_int_equal(count(&plain, "/ListNumbering/Square>>"), 1);
    assert_int_equal(count(&plain, "/ListNumbering/None>>"), 1);
    buf_free(&plain);
}

static void
from_the_right(struct bench *t, struct doc_node *article)
{
    list_of(t, article, true, 1, "1.");
    article->last->lang = "he";
    struct doc_node *figure = add(t, article, DOC_FIGURE);
    picture(t, add_image(t, figure, "Alone"), LEFT);
    t->y += 20;
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    picture(t, add_image(t, p, "In a line"), LEFT);
}

static void
attributes_of_several_owners_stand_together(void **state)
{
    (void)state;
    struct buf plain;
    make_page(&plain, from_the_right);
    assert_has(&plain, "/Lang(he)/A[<</O/List/ListNumbering/Decimal>>"
                       "<</O/Layout/WritingMode/RlTb>>]");
    assert_int_equal(count(&plain, "/A<</O/Layout/Placement/Block/BBox["), 1);
    assert_int_equal(count(&plain, "/A<</O/Layout/BBox["), 1);
    buf_free(&plain);
}

/* --- links --- */

static void
links(struct bench *t, struct doc_node *article)
{
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    struct doc_node *there = add_text(t, p, DOC_LINK, "there");
    struct doc_node *gone = add_text(t, p, DOC_LINK, "gone");
    struct doc_node *part = add(t, t->book->root, DOC_PART);
    struct doc_node *opening = add(t, part, DOC_PART_OPENING);
    struct doc_node *within = add(t, part, DOC_ARTICLE);
    anchor(t, within);
    link_to(t, there, opening, NULL);
    line(t, there, "there");
    link_to(t, gone, add(t, t->book->root, DOC_ARTICLE), NULL);
    line(t, gone, "gone");
}

/* A part that begins with nothing is where its first article is; what no page
 * has can't be led to. */
static void
links_lead_to_what_is_there(void **state)
{
    (void)state;
    struct buf plain;
    make_page(&plain, links);
    assert_int_equal(count(&plain, "/Subtype/Link"), 1);
    assert_int_equal(count(&plain, "/Contents(there)/Dest["), 1);
    assert_int_equal(count(&plain, "/S/Link"), 1);
    assert_int_equal(count(&plain, "/Type/OBJR"), 1);
    assert_int_equal(count(&plain, "/S/Span"), 1);
    buf_free(&plain);
}

/* --- what is too long for a PDF/A --- */

static char long_alt[20001], long_uri[20001];

static void
long_strings(struct bench *t, struct doc_node *article)
{
    memset(long_alt, 'a', sizeof long_alt - 1);
    for (size_t i = 0; i + 1 < sizeof long_uri; i += 2)
        memcpy(long_uri + i, "\u00E9", 2);
    picture(t, add_image(t, article, long_alt), LEFT);
    t->y += 20;
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    struct doc_node *link = add_text(t, p, DOC_LINK, "far");
    link_to(t, link, NULL, long_uri);
    line(t, link, "far");
}

/* 16,000 characters of two bytes, an ellipsis and the mark before them. */
static void
strings_are_no_longer_than_archives_take(void **state)
{
    (void)state;
    struct buf plain;
    make_page(&plain, long_strings);
    const char *alt = memmem(plain.at, plain.n, "/Alt<FEFF0061", 13);
    assert_non_null(alt);
    size_t n = strcspn(alt + 5, ">");
    assert_int_equal(n, 4 * (1 + 16000 + 1));
    assert_memory_equal(alt + 5 + n - 8, "00612026", 8);
    assert_has_not(&plain, "/URI");
    assert_has(&plain, "/S/Span");
    buf_free(&plain);
}

/* --- artifacts --- */

static void
rect(struct bench *t, int x, int y, int width, int height)
{
    *vec_add(t->hand.arena, &t->page.rects) =
        (struct layout_rect){.mark = {.role = LAYOUT_ARTIFACT},
                             .x = x * POINT,
                             .y = y * POINT,
                             .width = width * POINT,
                             .height = height * POINT,
                             .color = 0xCCCCCCFF,
                             .line = STYLE_LINE_SOLID};
}

static void
artifacts(struct bench *t, struct doc_node *article)
{
    struct doc_node *p = add(t, article, DOC_PARAGRAPH);
    rect(t, 72, 100, 200, 40);
    rect(t, 72, 160, 200, 40);
    rect(t, 72, 300, 200, 1);
    line(t, p, "Text");
    hand_text(&t->hand, &t->page, (struct layout_mark){.role = LAYOUT_REPEATED},
              TEXT, LEFT, 200, "Head");
}

static void
artifacts_say_of_what_kind_they_are(void **state)
{
    (void)state;
    struct buf plain;
    make_page(&plain, artifacts);
    assert_has(&plain, "/Artifact<</Type/Background/BBox[72 508 272 548]>>BDC");
    assert_has(&plain, "/Artifact<</Type/Background/BBox[72 448 272 488]>>BDC");
    assert_int_equal(count(&plain, "/Artifact<</Type/Layout>>BDC"), 1);
    assert_int_equal(count(&plain, "/Artifact<</Type/Pagination>>BDC"), 1);
    assert_has_not(&plain, "/Artifact BMC");
    buf_free(&plain);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scope_does_for_plain_tables),
        cmocka_unit_test(cells_of_deep_tables_name_their_headers),
        cmocka_unit_test(lists_say_how_they_are_numbered),
        cmocka_unit_test(attributes_of_several_owners_stand_together),
        cmocka_unit_test(links_lead_to_what_is_there),
        cmocka_unit_test(strings_are_no_longer_than_archives_take),
        cmocka_unit_test(artifacts_say_of_what_kind_they_are),
    };
    return RUN_TESTS(tests);
}
