/* SPDX-License-Identifier: MIT */
/* Where margins, heads, notes, folios and boxes stand. */
#include "layout.h"

/* Adjoining margins are as high as the highest of them. */
static void
collapses_margins(void **state)
{
    (void)state;
    struct seen *s = lay_out_one("p { margin: 30pt 0 } h2 { margin: 12pt 0 } "
                                 "blockquote { margin: 40pt 0 }",
                                 "One\n\nTwo\n\n> Three\n\n## Four\n\nFive\n");
    int one = row_of(s, "One")->y;
    assert_int_equal(row_of(s, "Two")->y - one, PT(50));
    assert_int_equal(row_of(s, "Three")->y - row_of(s, "Two")->y, PT(60));
    assert_int_equal(row_of(s, "Four")->page, 1);
    assert_int_equal(row_of(s, "Five")->y - row_of(s, "Four")->y, PT(50));
    done(s);
}

static void
hangs_markers(void **state)
{
    (void)state;
    struct seen *s = lay_out_one(
        "ol { padding-left: 30pt; list-style: decimal } ul { padding-left: "
        "25pt; list-style: disc }",
        "8. eight\n9. nine\n10. ten\n    - nested\n");
    const struct row *nine = row_of(s, "9."), *ten = row_of(s, "10.");
    assert_int_equal(row_of(s, "nine")->x, PT(80));
    assert_int_equal(row_of(s, "ten")->x, PT(80));
    assert_int_equal(nine->right, ten->right);
    assert_true(nine->x > ten->x && nine->right < PT(80));
    assert_int_equal(nine->y, row_of(s, "nine")->y);
    assert_int_equal(nine->role, LAYOUT_LABEL);
    assert_int_equal(nine->node->kind, DOC_ITEM);
    assert_int_equal(row_of(s, "nested")->x, PT(105));
    assert_int_equal(row_of(s, "•")->y, row_of(s, "nested")->y);
    done(s);
}

static void
keeps_heading_with_two_lines(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text =
        arena_printf(a, "%s\n\n## Heading\n\n%s\n", lines_of(a, "filler", 8),
                     lines_of(a, "after", 4));
    struct seen *s = lay_out_one("", text);
    assert_int_equal(row_of(s, "filler7")->page, 0);
    assert_int_equal(row_of(s, "Heading")->page, 1);
    assert_int_equal(row_of(s, "after")->page, 1);
    done(s);
    arena_free(a);
}

static void
puts_notes_below_their_page(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text =
        arena_printf(a, "%s\n\nmarked[^1] here\n\nlast\n\n[^1]: The note.\n",
                     lines_of(a, "filler", 5));
    struct seen *s = lay_out_one("", text);
    const struct row *note = row_of(s, "The note.");
    assert_int_equal(note->page, row_of(s, "marked")->page);
    assert_true(note->y > row_of(s, "last")->y);
    assert_true(note->y > PT(230) && note->y < PT(250));
    bool hairline = false;
    for (size_t i = 0; i < s->rects.n; i++)
        hairline |= s->rects.at[i].rect.width == PT(48) &&
                    s->rects.at[i].rect.y < note->y - PT(10);
    assert_true(hairline);
    const struct row *number = NULL;
    for (size_t i = 0; i < s->rows.n; i++)
        if (s->rows.at[i].role == LAYOUT_LABEL)
            number = &s->rows.at[i];
    assert_non_null(number);
    assert_string_equal(number->text, "1");
    assert_int_equal(number->node->kind, DOC_NOTE);
    assert_int_equal(number->y, note->y);
    done(s);
    arena_free(a);
}

static void
cuts_panels_with_their_padding(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = arena_printf(
        a, "start\n\n> [!NOTE]\n> %s\n",
        "one two three four five six seven eight nine ten eleven twelve "
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty one two three four five six seven eight nine ten eleven "
        "twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty one two three four five six seven eight nine ten "
        "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen");
    struct seen *s = lay_out_one(".panel { background: #eeffee; padding: 10pt;"
                                 " border-left: 2pt solid #00aa00 }",
                                 text);
    size_t grounds = 0, rules = 0;
    for (size_t i = 0; i < s->rects.n; i++) {
        const struct layout_rect *r = &s->rects.at[i].rect;
        assert_int_equal(r->mark.role, LAYOUT_ARTIFACT);
        if (r->color == 0xeeffeeff) {
            grounds++;
            assert_int_equal(r->x, PT(50));
            assert_int_equal(r->width, PT(200));
            for (size_t n = 0; n < s->rows.n; n++) {
                const struct row *row = &s->rows.at[n];
                if (row->page != s->rects.at[i].page || row->y < r->y ||
                    row->role != LAYOUT_CONTENT)
                    continue;
                assert_true(row->y > r->y + PT(20)); /* padding, ascent */
                assert_true(row->y < r->y + r->height - PT(10));
            }
        }
        rules += r->color == 0x00aa00ff && r->width == PT(2);
    }
    assert_int_equal(grounds, s->n);
    assert_int_equal(rules, s->n);
    assert_true(s->n > 1);
    done(s);
    arena_free(a);
}

static void
scales_tall_images(void **state)
{
    (void)state;
    struct seen *s = lay_out_one("", "before\n\n![Tall](tall.svg \"Caption\")"
                                     "\n\nafter\n");
    assert_int_equal(s->images, 1);
    assert_int_equal(s->image_page, 1);
    assert_in_range(s->image.height, PT(150), PT(200));
    assert_in_range(s->image.width, s->image.height / 10 - 2,
                    s->image.height / 10 + 2);
    assert_int_equal(s->image.y, PT(50));
    done(s);
}

static const char *const three[] = {
    "---\ntitle: First\ncategory: a\n---\n\none\n",
    "---\ntitle: Second\ncategory: a\n---\n\ntwo\n",
    "---\ntitle: Third\ncategory: a\n---\n\nthree\n", NULL};

static void
begins_on_the_right(void **state)
{
    (void)state;
    struct seen *s = lay_out("article { break-before: right }", three);
    for (size_t i = 0; i < s->n; i++) {
        assert_int_equal(s->pages[i].right, i % 2 == 0);
        for (size_t r = 0; s->pages[i].blank && r < s->rows.n; r++)
            assert_int_not_equal(s->rows.at[r].page, i);
    }
    assert_true(s->pages[row_of(s, "one")->page].right);
    assert_true(s->pages[row_of(s, "two")->page].right);
    assert_true(s->pages[row_of(s, "two")->page - 1].blank);
    done(s);
}

/* In a book that is bound on the right, the first page is on the left. */
static void
binds_on_the_right(void **state)
{
    (void)state;
    static const char *const sides[] = {"left", "recto", "right", "verso"};
    static const char *const articles[] = {
        "---\ntitle: One\nlang: he\n---\n\none\n\n## Two\n\ntwo\n", NULL};
    for (size_t i = 0; i < 4; i++) {
        char css[64];
        snprintf(css, sizeof css, "h2 { break-before: %s }", sides[i]);
        struct seen *s = lay_out(css, articles);
        assert_false(s->pages[row_of(s, "one")->page].right);
        size_t two = row_of(s, "two")->page;
        assert_int_equal(two, i < 2 ? 2 : 1);
        assert_int_equal(s->pages[two].right, i >= 2);
        done(s);
    }
}

/* Articles of one language make a book of it, without a manifest too. */
static void
takes_the_language_of_all(void **state)
{
    (void)state;
    static const char *const both[] = {
        "---\ntitle: One\nlang: he\n---\n\none\n",
        "---\ntitle: Two\nlang: he\n---\n\ntwo\n", NULL};
    static const char *const one[] = {"---\ntitle: One\nlang: he\n---\n\none\n",
                                      "---\ntitle: Two\n---\n\ntwo\n", NULL};
    struct seen *s = lay_out("", both);
    assert_string_equal(s->book->lang, "he");
    assert_false(s->pages[0].right);
    assert_string_equal(s->pages[0].label, "א");
    done(s);
    s = lay_out("", one);
    assert_string_equal(s->book->lang, "en");
    assert_true(s->pages[0].right);
    done(s);
}

/* Front matter in roman numbers, the body from 1 on a right-hand page; the
 * contents show the pages' own labels. */
static void
numbers_pages(void **state)
{
    (void)state;
    struct seen *s = lay_out("article { break-before: page }", three);
    size_t body = row_of(s, "one")->page;
    assert_true(s->pages[body].right);
    assert_string_equal(s->pages[body].label, "1");
    assert_string_equal(s->pages[body + 1].label, "2");
    assert_string_equal(s->pages[0].label, "i");
    assert_string_equal(s->pages[1].label, "ii");
    size_t found = 0;
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct row *row = &s->rows.at[i];
        if (row->page >= body || !str_starts(row->text, "Third"))
            continue;
        for (size_t n = i; n < s->rows.n; n++)
            found +=
                s->rows.at[n].y == row->y && str_ends(s->rows.at[n].text, "3");
    }
    assert_true(found > 0);
    done(s);
}

static void
shows_folios_and_heads(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = arena_printf(a, "---\ntitle: My title\n---\n\n%s\n",
                                    lines_of(a, "filler", 15));
    struct seen *s = lay_out_one("", text);
    assert_int_equal(s->n, 2);
    assert_int_equal(rows_of(s, "My title", LAYOUT_HEADER), 2);
    const struct row *folio = row_of(s, "2");
    assert_int_equal(folio->role, LAYOUT_FOOTER);
    assert_int_equal(folio->page, 1);
    assert_in_range(folio->x, PT(146), PT(150));
    assert_in_range(folio->right, PT(150), PT(154));
    assert_in_range(folio->y, PT(270), PT(285));
    done(s);
    arena_free(a);
}

/* Body text comes back to its lines after a heading, with what that takes put
 * above it; where paragraphs keep to no grid, nothing is added. */
static void
keeps_to_the_grid(void **state)
{
    (void)state;
    static const char text[] = "one\n\ntwo\n\nthree\n\n## head\n\nfour\n";
    static const char css[] = ".opening { display: none }"
                              "h2 { margin: 17pt 0 9pt }";
    struct seen *s = lay_out_one(css, text);
    assert_int_equal(row_of(s, "four")->y - row_of(s, "three")->y, PT(80));
    assert_int_equal(row_of(s, "four")->y - row_of(s, "head")->y, PT(29));
    done(s);
    s = lay_out_one(".opening { display: none } ul { margin: 7pt 0 }"
                    "h2 { margin: 17pt 0 9pt }",
                    "one\n\ntwo\n\nthree\n\n- a\n- b\n- c\n- d\n- e\n- f\n"
                    "- g\n- h\n- i\n- j\n\n## head\n\nfour\n\nfive\n");
    assert_int_equal(row_of(s, "four")->page, 1); /* the list is cut */
    assert_int_equal(row_of(s, "four")->y - row_of(s, "head")->y, PT(29));
    done(s);
    struct arena *a = arena_new();
    const char *loose = arena_printf(a, "%s p { margin: 7pt 0 }", css);
    s = lay_out_one(loose, text);
    assert_int_equal(row_of(s, "four")->y - row_of(s, "three")->y, PT(66));
    done(s);
    arena_free(a);
}

/* Auto margins share what a page leaves over. */
static void
centres_by_auto_margins(void **state)
{
    (void)state;
    struct seen *s = lay_out_one(
        ".opening { display: none } p { margin: auto 0 }", "middle\n");
    assert_int_equal(s->n, 1);
    assert_in_range(row_of(s, "middle")->y, PT(150), PT(158));
    done(s);
    s = lay_out_one(".opening { display: none } p { margin-top: auto }",
                    "foot\n");
    assert_in_range(row_of(s, "foot")->y, PT(240), PT(248));
    done(s);
}

/* A head that is too long leaves the folio beside it its room, on one line
 * with it, whatever the sizes. */
static void
leaves_room_for_folios(void **state)
{
    (void)state;
    struct seen *s = lay_out_one(
        "@page { @top-left { content: none } @bottom-center { content: none }"
        "  @top-center { content: string(title); font-size: 9pt }"
        "  @top-right { content: \"folio\"; font-size: 12pt } }",
        "---\ntitle: A title that is so very long that no head of three "
        "hundred points can hold all of it\n---\n\ntext\n");
    const struct row *folio = row_of(s, "folio"), *head = NULL;
    for (size_t i = 0; i < s->rows.n; i++)
        if (str_starts(s->rows.at[i].text, "A title") &&
            s->rows.at[i].role == LAYOUT_HEADER)
            head = &s->rows.at[i];
    assert_non_null(head);
    assert_true(str_ends(head->text, "…"));
    assert_true(head->right < folio->x);
    assert_int_equal(folio->right, PT(250));
    assert_int_equal(folio->y, head->y);
    done(s);
}

static void
counts_pages(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct seen *s =
        lay_out_one("@page { @bottom-center { content: counter(page) \" of \" "
                    "counter(pages) } }",
                    lines_of(a, "filler", 25));
    assert_int_equal(s->n, 3);
    assert_int_equal(rows_of(s, "3 of 3", LAYOUT_FOOTER), 1);
    done(s);
    const char *articles[] = {"one\n", "two\n", NULL};
    s = lay_out("@page { @bottom-center { content: counter(page) \" of \" "
                "counter(pages) } } .colophon { display: none }",
                articles); /* the front matter is counted apart */
    assert_int_equal(rows_of(s, "2 of 2", LAYOUT_FOOTER), 1);
    done(s);
    arena_free(a);
}

static void
shortens_long_heads(void **state)
{
    (void)state;
    struct seen *s = lay_out_one(
        "", "---\ntitle: A title that is so very long that no head of three "
            "hundred points can hold all of it\n---\n\ntext\n");
    const struct row *head = NULL;
    for (size_t i = 0; i < s->rows.n; i++)
        if (s->rows.at[i].role == LAYOUT_HEADER)
            head = &s->rows.at[i];
    assert_non_null(head);
    assert_true(head->right <= PT(250));
    assert_true(str_ends(head->text, "…"));
    done(s);
}

/* From right to left: text at the right, markers beyond it, the first column
 * of a table last. */
static void
follows_the_direction(void **state)
{
    (void)state;
    struct seen *s =
        lay_out_one("ul { padding-right: 20pt; list-style: disc }"
                    "body, p, li, td, th { text-align: start }",
                    "---\ntitle: שלום\nlang: he\n---\n\nפסקה\n\n- פריט\n\n"
                    "| אחת | שתיים |\n|---|---|\n| שלוש | ארבע |\n");
    assert_int_equal(row_of(s, "פסקה")->right, PT(250));
    assert_int_equal(row_of(s, "פריט")->right, PT(230));
    assert_true(row_of(s, "•")->x > PT(230));
    assert_true(row_of(s, "שלוש")->x > row_of(s, "ארבע")->x);
    done(s);
}

/* A paragraph goes with the list after its colon, and with a table. */
static void
keeps_leads(void **state)
{
    (void)state;
    static const char *const led[] = {"- item\n- more\n",
                                      "| a | b |\n|--|--|\n| item | c |\n"};
    static const char *const lead[] = {"Lead:", "Lead."};
    for (int i = 0; i < 2; i++) {
        struct arena *a = arena_new();
        const char *text = arena_printf(
            a, "%s\n\n%s\n\n%s", lines_of(a, "filler", 9), lead[i], led[i]);
        struct seen *s = lay_out_one(".opening { display: none }", text);
        assert_int_equal(row_of(s, "filler8")->page, 0);
        assert_int_equal(row_of(s, "Lead")->page, 1);
        assert_int_equal(row_of(s, "item")->page, 1);
        done(s);
        arena_free(a);
    }
}

/* In the contents the dots and the page stand beside the title, above the
 * authors. */
static void
puts_leaders_beside_titles(void **state)
{
    (void)state;
    const char *articles[] = {"---\ntitle: Alpha\nauthor: Bo\n---\n\nx\n",
                              "---\ntitle: Beta\nauthor: Cy\n---\n\ny\n", NULL};
    struct seen *s = lay_out("", articles);
    const struct row *dots = row_of(s, ".");
    assert_int_equal(dots->role, LAYOUT_ARTIFACT);
    assert_true(str_starts(dots[-1].text, "Alpha"));
    assert_int_equal(dots[-1].y, dots->y);
    assert_true(str_starts(dots[2].text, "Bo"));
    assert_int_equal(dots[2].y - dots->y, PT(20));
    done(s);
}

static const char columns[] = "article { column-count: 2; column-gap: 20pt }"
                              ".opening { column-span: all }";

static const char *
paragraphs(struct arena *a, int n)
{
    const char *text = "---\ntitle: Title\n---\n";
    for (int i = 0; i < n; i++)
        text = arena_printf(a, "%s\n%c.\n", text, 'A' + i);
    return text;
}

/* A counter that can go no further stays where it is. */
static void
counts_no_further_than_it_can(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct seen *s = lay_out_one("p { counter-increment: c 268435456 }"
                                 "article { counter-reset: c }"
                                 "p::before { content: counter(c) ' ' }",
                                 paragraphs(a, 9));
    assert_string_equal(row_of(s, "1879048192")->text, "1879048192 G.");
    assert_string_equal(row_of(s, "2147483647")->text, "2147483647 H.");
    arena_free(a);
    done(s);
}

/* Columns of 9 lines below the title, then of 10; the last are level. */
static void
sets_columns(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct seen *s = lay_out_one(columns, paragraphs(a, 22));
    const struct row *first = row_of(s, "A."), *second = row_of(s, "J.");
    assert_int_equal(first->x, PT(50));
    assert_int_equal(first->y - row_of(s, "Title")->y, PT(20));
    assert_int_equal(second->x, PT(160));
    assert_int_equal(second->y, first->y);
    assert_int_equal(second->page, 0);
    assert_int_equal(row_of(s, "S.")->page, 1);
    assert_int_equal(row_of(s, "T.")->x, PT(50));
    assert_int_equal(row_of(s, "U.")->x, PT(160));
    assert_int_equal(row_of(s, "U.")->y, row_of(s, "S.")->y);
    assert_int_equal(s->n, 2);
    done(s);
    arena_free(a);
}

static void
puts_notes_below_their_column(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text =
        arena_printf(a, "%s\nmarked[^1]\n\n[^1]: Note.\n", paragraphs(a, 11));
    struct seen *s = lay_out_one(columns, text);
    assert_int_equal(row_of(s, "marked")->x, PT(160));
    assert_true(row_of(s, "Note.")->x > PT(160));
    assert_int_equal(row_of(s, "Note.")->page, 0);
    done(s);
    arena_free(a);
}

static void
runs_columns_leftwards(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *css = arena_printf(a, "%s article { direction: rtl }", columns);
    struct seen *s = lay_out_one(css, paragraphs(a, 12));
    assert_true(row_of(s, "A.")->x >= PT(160) || row_of(s, ".A")->x >= PT(160));
    assert_true(row_of(s, "G")->x < PT(140));
    done(s);
    arena_free(a);
}

/* What goes over all columns has no notes: with one it goes into a column. */
static void
keeps_notes_of_what_goes_over_columns(void **state)
{
    (void)state;
    struct seen *s = lay_out_one("article { columns: 2; column-gap: 20pt }"
                                 ".opening, h2 { column-span: all }",
                                 "---\ntitle: T\n---\n\n## Two[^1]\n\nText\n\n"
                                 "[^1]: Note.\n");
    assert_int_equal(row_of(s, "Note.")->page, row_of(s, "Two")->page);
    assert_int_equal(diag_count(s->diag, DIAG_NOTE), 0);
    done(s);
}

/* A break to a side leaves a column empty, and no page. */
static void
breaks_columns(void **state)
{
    (void)state;
    struct seen *s =
        lay_out_one("article { columns: 2; column-gap: 20pt }"
                    "h2 { break-before: verso } h3 { break-before: recto }",
                    "Before\n\n## Second\n\nText\n\n### Third\n\nLast\n");
    assert_int_equal(row_of(s, "Before")->page, 0);
    assert_true(row_of(s, "Second")->page <= row_of(s, "Third")->page);
    assert_int_equal(row_of(s, "Text")->page, row_of(s, "Second")->page);
    assert_int_equal(row_of(s, "Last")->page, row_of(s, "Third")->page);
    done(s);
}

/* Level columns still hold what can't be parted. */
static void
levels_columns_above_what_they_hold(void **state)
{
    (void)state;
    struct seen *s = lay_out_one("article { columns: 2 } pre { break-inside: "
                                 "avoid } h1 { break-after: avoid }",
                                 "---\ntitle: T\n---\n\n    a\n    b\n    c\n"
                                 "\nText\n");
    assert_int_equal(diag_count(s->diag, DIAG_NOTE), 0);
    assert_int_equal(row_of(s, "c")->x, PT(50));
    assert_true(row_of(s, "Text")->x > PT(150));
    done(s);
}

/* Floats at the very beginning go to several columns, and those at the foot
 * count where the last columns are made level: all stand on the page. */
static void
keeps_floats_within_columns(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "---\ntitle: Title\n---\n";
    for (int i = 0; i < 6; i++)
        text = arena_printf(a, "%s\n|T%c|\n|-|\n|x|\n|y|\n", text, 'A' + i);
    struct seen *s =
        lay_out_one(arena_printf(a, "%s table { float: snap-block }", columns),
                    arena_printf(a, "%s\nA.\n", text));
    for (int i = 0; i < 6; i++)
        assert_in_range(row_of(s, arena_printf(a, "T%c", 'A' + i))->y, PT(50),
                        PT(250));
    done(s);
    const char *foot = arena_printf(a, "%s table { float: bottom }", columns);
    for (int tables = 1; tables <= 6; tables++) {
        text = "---\ntitle: Title\n---\n\nA.\n";
        for (int i = 0; i < tables; i++)
            text = arena_printf(a, "%s\n|T%c|\n|-|\n|x|\n|y|\n|z|\n", text,
                                'A' + i);
        text = arena_printf(a, "%s\nB.\n\nC.\n", text);
        s = lay_out_one(foot, text);
        for (int i = 0; i < tables; i++) {
            int y = row_of(s, arena_printf(a, "T%c", 'A' + i))->y;
            assert_in_range(y, PT(50), PT(250));
        }
        done(s);
    }
    arena_free(a);
}

/* Nothing is lost, however often columns with floats are broken. */
static void
keeps_all_around_floats_in_columns(void **state)
{
    (void)state;
    enum { PARAGRAPHS = 24 };
    struct arena *a = arena_new();
    const char *text = "---\ntitle: Title\n---\n";
    for (int i = 0; i < PARAGRAPHS; i++) {
        text = arena_printf(a, "%s\n%c.\n", text, 'A' + i);
        if (i % 4 == 1)
            text = arena_printf(a, "%s\n|T%c|\n|-|\n|x|\n", text, 'A' + i);
    }
    const char *css = arena_printf(a, "%s table { float: top }", columns);
    struct seen *s = lay_out_one(css, text);
    for (int i = 0; i < PARAGRAPHS; i++) {
        row_of(s, arena_printf(a, "%c.", 'A' + i));
        if (i % 4 == 1)
            row_of(s, arena_printf(a, "T%c", 'A' + i));
    }
    done(s);
    arena_free(a);
}

/* Columns too narrow are fewer; blocks in a division have none, and that is
 * said once. */
static void
knows_where_columns_end(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct seen *s = lay_out_one("article { column-count: 5; column-gap: 20pt }"
                                 "p { column-count: 2 }",
                                 paragraphs(a, 12));
    assert_int_equal(row_of(s, "L.")->x, PT(160));
    assert_int_equal(diag_count(s->diag, DIAG_NOTE), 1);
    assert_int_equal(diag_message_at(s->diag, 0)->id, DIAG_CSS_NOT_IN_PDF);
    done(s);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_no_further_than_it_can),
        cmocka_unit_test(sets_columns),
        cmocka_unit_test(puts_notes_below_their_column),
        cmocka_unit_test(runs_columns_leftwards),
        cmocka_unit_test(keeps_notes_of_what_goes_over_columns),
        cmocka_unit_test(breaks_columns),
        cmocka_unit_test(levels_columns_above_what_they_hold),
        cmocka_unit_test(keeps_all_around_floats_in_columns),
        cmocka_unit_test(keeps_floats_within_columns),
        cmocka_unit_test(knows_where_columns_end),
        cmocka_unit_test(collapses_margins),
        cmocka_unit_test(hangs_markers),
        cmocka_unit_test(keeps_heading_with_two_lines),
        cmocka_unit_test(puts_notes_below_their_page),
        cmocka_unit_test(cuts_panels_with_their_padding),
        cmocka_unit_test(scales_tall_images),
        cmocka_unit_test(begins_on_the_right),
        cmocka_unit_test(binds_on_the_right),
        cmocka_unit_test(takes_the_language_of_all),
        cmocka_unit_test(numbers_pages),
        cmocka_unit_test(shows_folios_and_heads),
        cmocka_unit_test(counts_pages),
        cmocka_unit_test(shortens_long_heads),
        cmocka_unit_test(keeps_to_the_grid),
        cmocka_unit_test(centres_by_auto_margins),
        cmocka_unit_test(leaves_room_for_folios),
        cmocka_unit_test(follows_the_direction),
        cmocka_unit_test(keeps_leads),
        cmocka_unit_test(puts_leaders_beside_titles),
    };
    read_begin();
    return RUN_TESTS(tests);
}
