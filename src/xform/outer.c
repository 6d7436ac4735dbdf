/* SPDX-License-Identifier: MIT */
/* Pages beside the book, in the likeness of its cover: the picture that stands
 * for it on the web, and what else a printed cover has, the back and the
 * spine. Each is a COVER with a class of its own; its parent is the book's
 * root, which does not hold it, so that no backend shows it unasked. */
#include "xform/xform_int.h"

static struct doc_node *
outer_new(struct doc_book *book, const char *class)
{
    struct doc_node *page = doc_node_new(book, DOC_COVER, (struct place){0});
    page->parent = book->root;
    doc_add_class(book, page, class);
    xform_add_accent(book, page);
    return page;
}

/* What the article or the book is known by: its own picture, or the drawing. */
static void
add_sight(struct doc_book *book, struct doc_node *page)
{
    const struct doc_node *article =
        book->single ? xform_article(book, NULL) : NULL;
    struct doc_asset *own = article ? article->article->image.asset : NULL;
    if (own || book->cover)
        xform_add_decoration(book, page,
                             own ? "social-image" : "social-image social-cover",
                             own ? own : book->cover);
    else
        xform_add_decoration(book, page, "cover-motif",
                             xform_motif(book, doc_lang_is_rtl(book->lang)
                                                   ? XFORM_MOTIF_LEFT
                                                   : XFORM_MOTIF_RIGHT));
}

/* Above the title: the series, or what an article belongs to. */
static void
add_kicker(struct doc_book *book, struct doc_node *page)
{
    const struct doc_node *article =
        book->single ? xform_article(book, NULL) : NULL;
    const char *category = article ? article->article->category : NULL;
    if (category && *category)
        xform_add_line(book, page, DOC_PARAGRAPH, "cover-series",
                       xform_smart(book, book->lang,
                                   xform_category_title(book, category)));
    else
        xform_add_series(book, page, "cover-series");
}

struct doc_node *
xform_social(struct doc_book *book)
{
    enum { NAMES = 2 }; /* more would be too small to read */
    struct doc_node *page = outer_new(book, "social");
    const char *title = book->title ? book->title : "";
    add_sight(book, page);
    add_kicker(book, page);
    if (*title)
        xform_add_line(book, page, DOC_TITLE, NULL, title);
    if (book->subtitle && *book->subtitle && !book->single)
        xform_add_line(book, page, DOC_PARAGRAPH, "subtitle", book->subtitle);
    xform_add_foot(book, page, NAMES);
    xform_add_title_class(book, page, title);
    xform_direct(book, page);
    return page;
}

/* "978-0-306-40615-7" as it was written, "9780306406157" in three groups. */
static void
add_isbn(struct doc_book *book, struct doc_node *page, const char *digits)
{
    struct doc_node *box = doc_add(book, page, DOC_DIV, "barcode");
    xform_add_line(
        book, box, DOC_PARAGRAPH, "isbn",
        arena_printf(book->arena, "ISBN %.3s-%s", digits, digits + 3));
    xform_add_decoration(book, box, "bars", xform_barcode(book, digits));
    xform_add_line(book, box, DOC_PARAGRAPH, "digits",
                   arena_printf(book->arena, "%.1s %.6s %.6s", digits,
                                digits + 1, digits + 7));
}

struct doc_node *
xform_back_cover(struct doc_book *book, const char *identifier)
{
    struct doc_node *page = outer_new(book, "back-cover");
    const char *isbn = xform_isbn(book->arena, identifier);
    if (book->description && *book->description) {
        xform_add_line(book, page, DOC_PARAGRAPH, "back-description",
                       book->description);
        xform_add_length_class(book, page, book->description);
    }
    if (isbn)
        add_isbn(book, page, isbn);
    struct doc_node *foot = doc_add(book, page, DOC_DIV, "back-foot");
    if (book->logo)
        xform_add_decoration(book, foot, "cover-logo", book->logo);
    if (book->publisher && *book->publisher)
        xform_add_line(book, foot, DOC_PARAGRAPH, "cover-publisher",
                       book->publisher);
    if (!foot->first)
        doc_remove(foot);
    xform_direct(book, page);
    return page;
}

struct doc_node *
xform_spine(struct doc_book *book, bool says)
{
    struct doc_node *page = outer_new(book, "spine");
    if (!says)
        return page;
    struct doc_node *line = doc_add(book, page, DOC_PARAGRAPH, "spine-line");
    if (book->authors.n)
        xform_add_line(book, line, DOC_SPAN, "spine-author",
                       book->authors.at[0]);
    if (book->authors.n)
        doc_add_text(book, line, " ");
    xform_add_line(book, line, DOC_SPAN, "spine-title",
                   book->title ? book->title : "");
    if (book->volume) {
        struct doc_node *volume =
            doc_add(book, page, DOC_PARAGRAPH, "spine-volume");
        doc_add_text(book, volume, book->volume);
    }
    xform_add_title_class(book, page, book->title ? book->title : "");
    xform_direct(book, page);
    return page;
}
