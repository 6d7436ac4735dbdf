/* SPDX-License-Identifier: MIT */
/* The package, the navigation, and the names of files. */
#include "epub_book.h"

static void
names_files_portably(void **state)
{
    (void)state;
    static const char *const slugs[][2] = {
        {"My Story", "my-story.xhtml"},
        {"my-story", "my-story-2.xhtml"},
        {"MY STORY!", "my-story-3.xhtml"},
        {"CON", "text-con.xhtml"},
        {"nav", "nav-2.xhtml"},
        {"\u4f60\u597d", "text.xhtml"},
        {"caf\u00e9/../x", "cafe-x.xhtml"},
    };
    struct doc_book *book = book_new();
    for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
        add_article(book, book->root, slugs[i][0], "T");
    char *text = dump_of(book, NULL);
    for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
        assert_has(text,
                   arena_printf(book->arena, "==> %s <==\n", slugs[i][1]));
    char slug[300];
    memset(slug, 'x', sizeof slug);
    slug[sizeof slug - 1] = '\0';
    add_article(book, book->root, slug, "T");
    assert_lacks(dump_of(book, NULL),
                 arena_printf(book->arena, "==> %s", slug));
    doc_free(book);
}

static void
describes_the_book(void **state)
{
    (void)state;
    const char *authors[] = {"A & B", " ", "C"};
    const char *subjects[] = {"pain", "", "pain"};
    struct doc_book *book = book_new();
    book->title = " Of  Things ";
    book->subtitle = "And more";
    book->publisher = "House";
    book->rights = "\u00a9 House";
    book->description = "Two\nlines";
    book->authors = (struct doc_names){authors, 3};
    book->subjects = (struct doc_names){subjects, 3};
    book->published = (struct date){2026, 1, 8};
    struct doc_node *a = add_article(book, book->root, "a", "A");
    add_text_in(book, a, DOC_PARAGRAPH, "x")->lang = "es";
    char *opf = part_of(book, "package.opf");
    assert_has(opf, "<dc:identifier id=\"pub-id\">urn:uuid:6ba7b811-");
    assert_has(opf, "<dc:title id=\"title\">Of Things</dc:title>");
    assert_has(opf, "<dc:title id=\"subtitle\">And more</dc:title>");
    assert_has(opf, "<dc:language>en</dc:language>\n"
                    "<dc:language>es</dc:language>\n"
                    "<dc:creator id=\"creator-1\">A &amp; B</dc:creator>");
    assert_has(opf, "<dc:creator id=\"creator-2\">C</dc:creator>\n"
                    "<meta refines=\"#creator-2\" property=\"role\" "
                    "scheme=\"marc:relators\">aut</meta>");
    assert_has(opf, "<dc:description>Two lines</dc:description>\n"
                    "<dc:subject>pain</dc:subject>\n"
                    "<dc:rights>\u00a9 House</dc:rights>\n"
                    "<dc:date>2026-01-08</dc:date>\n"
                    "<meta property=\"dcterms:modified\">"
                    "2026-01-08T00:00:00Z</meta>");
    assert_lacks(opf, "conformsTo");
    assert_lacks(opf, "page-progression-direction");
    doc_free(book);
}

static void
mends_identifier_and_title(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    book->title = NULL;
    book->identifier = NULL;
    book->lang = "ar";
    book->rtl = true;
    add_article(book, book->root, "a", "Only One");
    char *opf = part_of(book, "package.opf");
    assert_has(opf, "<dc:identifier id=\"pub-id\">urn:uuid:");
    assert_has(opf, ">Only One</dc:title>");
    assert_has(opf, "page-progression-direction=\"rtl\"");
    assert_has(opf, "xml:lang=\"ar\" dir=\"rtl\">");
    book->identifier = "urn:uuid:no-such-thing";
    book->rtl = false;
    opf = part_of(book, "package.opf");
    assert_has(opf, "<dc:identifier id=\"pub-id\">no-such-thing<");
    assert_has(opf, "page-progression-direction=\"ltr\"");
    doc_free(book);
}

/* Whether the package has the property. */
static bool
claims(struct doc_book *book, const char *property, const char *value)
{
    char *opf = part_of(book, "package.opf");
    return strstr(opf, arena_printf(book->arena,
                                    "<meta property=\"schema:%s\">%s</meta>",
                                    property, value));
}

static void
claims_no_more_than_there_is(void **state)
{
    (void)state;
    struct doc_asset asset = {.kind = DOC_PNG, .name = "p.png", .bytes = ""};
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A");
    struct doc_node *p = add_text_in(book, a, DOC_PARAGRAPH, "x");
    assert_true(claims(book, "accessMode", "textual"));
    assert_false(claims(book, "accessMode", "visual"));
    assert_true(claims(book, "accessModeSufficient", "textual"));
    assert_false(claims(book, "accessibilityFeature", "alternativeText"));
    assert_true(claims(book, "accessibilityHazard", "none"));

    struct doc_node *image = doc_add(book, p, DOC_IMAGE, NULL);
    image->image->asset = &asset;
    image->image->decorative = true;
    assert_false(claims(book, "accessMode", "visual"));

    image->image->decorative = false;
    image->image->alt = "A plot";
    assert_true(claims(book, "accessMode", "visual"));
    assert_true(claims(book, "accessModeSufficient", "textual"));
    assert_true(claims(book, "accessModeSufficient", "textual,visual"));
    assert_true(claims(book, "accessibilityFeature", "alternativeText"));

    image->image->alt = NULL;
    assert_false(claims(book, "accessModeSufficient", "textual"));
    assert_false(claims(book, "accessibilityFeature", "alternativeText"));
    assert_has(part_of(book, "package.opf"),
               "Some pictures have no description");
    doc_free(book);
}

static struct doc_node *
add_entry(struct doc_book *book, struct doc_node *toc, struct doc_node *to,
          const char *text)
{
    struct doc_node *entry = doc_add(book, toc, DOC_TOC_ENTRY, NULL);
    struct doc_node *link = add_link(book, entry, to, NULL, text);
    doc_add(book, link, DOC_LEADER, NULL);
    doc_add(book, link, DOC_PAGE_REF, NULL)->page_ref->target = to;
    return entry;
}

/* Two articles in a part, and a contents page before them. */
struct anthology {
    struct doc_book *book;
    struct doc_node *toc, *opening, *a, *b;
};

static struct anthology
anthology_new(void)
{
    struct doc_book *book = book_new();
    struct doc_node *page = doc_add(book, book->root, DOC_CONTENTS, NULL);
    add_text_in(book, page, DOC_TITLE, "Inside");
    struct anthology t = {book, doc_add(book, page, DOC_TOC, NULL), 0, 0, 0};
    struct doc_node *part = doc_add(book, book->root, DOC_PART, NULL);
    t.opening = doc_add(book, part, DOC_PART_OPENING, NULL);
    add_text_in(book, t.opening, DOC_TITLE, "One");
    t.a = add_article(book, part, "a", "A");
    t.b = add_article(book, part, "b", "B");
    return t;
}

static void
navigates_by_the_contents(void **state)
{
    (void)state;
    struct anthology t = anthology_new();
    struct doc_node *one = add_entry(t.book, t.toc, t.opening, "Part");
    one->class = "toc-part";
    struct doc_node *inner = doc_add(t.book, one, DOC_TOC, NULL);
    struct doc_node *entry = add_entry(t.book, inner, t.a, "Title");
    add_text_in(t.book, entry->first, DOC_EMPHASIS, " it");
    add_note(t.book, entry->first, doc_add(t.book, t.a, DOC_NOTES, NULL), 1);
    doc_add_text(t.book, doc_add(t.book, t.toc, DOC_TOC_ENTRY, NULL), "idle");
    char *nav = part_of(t.book, "nav.xhtml");
    assert_has(nav, "<title>Inside</title>");
    assert_has(nav,
               "<nav id=\"toc\" class=\"contents\" epub:type=\"toc\" "
               "role=\"doc-toc\" aria-labelledby=\"toc-title\">\n"
               "<h1 id=\"toc-title\" class=\"title\">Inside</h1>\n"
               "<ol class=\"toc\">\n"
               "<li class=\"toc-entry toc-part\"><a href=\"part.xhtml\">Part"
               "</a>\n"
               "<ol class=\"toc\">\n"
               "<li class=\"toc-entry\"><a href=\"a.xhtml\">Title"
               "<em> it</em></a></li>\n"
               "</ol>\n"
               "</li>\n"
               "</ol>\n"
               "</nav>");
    char *opf = part_of(t.book, "package.opf");
    assert_has(opf, "<item id=\"nav\" href=\"nav.xhtml\" "
                    "media-type=\"application/xhtml+xml\" "
                    "properties=\"nav\"/>");
    assert_has(opf, "<itemref idref=\"nav\"/>\n<itemref idref=\"text-part\"/>");
    doc_free(t.book);
}

static void
makes_entries_where_contents_mislead(void **state)
{
    (void)state;
    struct anthology t = anthology_new();
    add_entry(t.book, t.toc, t.b, "Back");
    add_entry(t.book, t.toc, t.a, "to front");
    struct doc_node *h = add_text_in(t.book, t.a, DOC_HEADING, "Section");
    h->level = 2;
    h->id = "s";
    char *nav = part_of(t.book, "nav.xhtml");
    assert_lacks(nav, "to front");
    const char *ends[] = {"part.xhtml\">One<", "a.xhtml\">A<",
                          "a.xhtml#s\">Section<", "b.xhtml\">B<"};
    for (size_t i = 0; i < 4; i++) {
        assert_has(nav, ends[i]);
        nav = strstr(nav, ends[i]);
    }
    doc_free(t.book);
}

static void
navigates_without_contents(void **state)
{
    (void)state;
    struct doc_book *book = book_new();
    char *text = dump_of(book, NULL);
    assert_has(text, "<a href=\"nav.xhtml\">A Book</a>");
    assert_has(text, "<itemref idref=\"nav\"/>");
    add_article(book, book->root, "a", "A");
    text = dump_of(book, NULL);
    assert_has(text, "<a href=\"a.xhtml\">A</a>");
    assert_lacks(text, "<itemref idref=\"nav\"/>");
    assert_lacks(text, "href=\"nav.xhtml\">");
    doc_free(book);
}

static void
points_older_readers_the_same_way(void **state)
{
    (void)state;
    struct anthology t = anthology_new();
    struct doc_node *one = doc_add(t.book, t.toc, DOC_TOC_ENTRY, NULL);
    doc_add_text(t.book, one, "Heading");
    struct doc_node *inner = doc_add(t.book, one, DOC_TOC, NULL);
    add_entry(t.book, inner, t.a, "A");
    add_entry(t.book, inner, t.b, "B");
    assert_has(part_of(t.book, "nav.xhtml"),
               "<li class=\"toc-entry\"><span>Heading</span>\n<ol");
    char *ncx = part_of(t.book, "toc.ncx");
    assert_has(ncx, "<meta name=\"dtb:depth\" content=\"2\"/>");
    assert_has(ncx, "<navPoint id=\"point-1\" playOrder=\"1\">\n"
                    "<navLabel><text>Heading</text></navLabel>\n"
                    "<content src=\"a.xhtml\"/>\n"
                    "<navPoint id=\"point-2\" playOrder=\"1\">\n"
                    "<navLabel><text>A</text></navLabel>\n"
                    "<content src=\"a.xhtml\"/>\n"
                    "</navPoint>\n"
                    "<navPoint id=\"point-3\" playOrder=\"2\">");
    doc_free(t.book);
}

static void
shows_the_cover_as_an_image(void **state)
{
    (void)state;
    struct epub_options o = {.cover_jpeg = "jpeg", .cover_bytes = 4};
    struct doc_book *book = book_new();
    struct doc_node *cover = doc_add(book, book->root, DOC_COVER, NULL);
    add_text_in(book, cover, DOC_TITLE, "drawn, not written");
    add_article(book, book->root, "a", "A");
    char *text = dump_of(book, &o);
    assert_has(text, "<item id=\"cover-image\" href=\"images/cover.jpg\" "
                     "media-type=\"image/jpeg\" properties=\"cover-image\"/>");
    assert_has(text, "<meta name=\"cover\" content=\"cover-image\"/>");
    assert_has(text, "<spine toc=\"ncx\">\n<itemref idref=\"text-cover\"/>");
    assert_has(text, "<img src=\"images/cover.jpg\" alt=\"Cover: A Book\" "
                     "role=\"doc-cover\"/>");
    assert_lacks(text, "drawn, not written");
    text = dump_of(book, NULL);
    assert_lacks(text, "cover");
    doc_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_files_portably),
        cmocka_unit_test(describes_the_book),
        cmocka_unit_test(mends_identifier_and_title),
        cmocka_unit_test(claims_no_more_than_there_is),
        cmocka_unit_test(navigates_by_the_contents),
        cmocka_unit_test(makes_entries_where_contents_mislead),
        cmocka_unit_test(navigates_without_contents),
        cmocka_unit_test(points_older_readers_the_same_way),
        cmocka_unit_test(shows_the_cover_as_an_image),
    };
    return RUN_TESTS(tests);
}
