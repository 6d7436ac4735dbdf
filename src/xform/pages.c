/* SPDX-License-Identifier: MIT */
/* Pages that the program makes: cover, title page, imprint, colophon. */
#include "xform/xform_int.h"

#include <string.h>

static void
add_line_if(struct doc_book *book, struct doc_node *parent, const char *class,
            const char *text)
{
    if (text && *text)
        xform_add_line(book, parent, DOC_PARAGRAPH, class, text);
}

static struct doc_node *
page_new(struct doc_book *book, enum doc_kind kind)
{
    struct doc_node *page = doc_node_new(book, kind, (struct place){0});
    xform_give_id(book, page, doc_vocab[kind].name);
    return page;
}

/* The authors, each once in a line of their own. */
static void
add_authors(struct doc_book *book, struct doc_node *page, const char *class)
{
    for (size_t i = 0; i < book->authors.n; i++)
        add_line_if(book, page, class, book->authors.at[i]);
}

static void
add_title(struct doc_book *book, struct doc_node *page)
{
    if (book->title && *book->title)
        xform_add_line(book, page, DOC_TITLE, NULL, book->title);
    add_line_if(book, page, "subtitle", book->subtitle);
}

/* "Voices · 3": the series, and which of its volumes this is. */
static void
add_series(struct doc_book *book, struct doc_node *page, const char *class)
{
    if (!book->series || !*book->series)
        return;
    struct doc_node *line = doc_add(book, page, DOC_PARAGRAPH, class);
    xform_add_line(book, line, DOC_SPAN, "series-title", book->series);
    if (!book->volume)
        return;
    doc_add_text(book, line, " · ");
    xform_add_line(book, line, DOC_SPAN, "series-number", book->volume);
}

static struct doc_image *
add_picture(struct doc_book *book, struct doc_node *page, const char *class,
            struct doc_asset *asset)
{
    struct doc_node *figure = doc_add(book, page, DOC_FIGURE, class);
    struct doc_node *image = doc_add(book, figure, DOC_IMAGE, NULL);
    image->image->asset = asset;
    image->image->src = asset->path;
    return image->image;
}

/* Signs that fill a square (UAX #11, the ranges that are wide throughout). */
static bool
is_wide(uint32_t c)
{
    static const uint32_t ranges[][2] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF},
                                         {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
                                         {0xFF01, 0xFF60}, {0x20000, 0x3FFFD}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

/* How much room a text takes, in letters: signs of East Asian scripts are as
 * wide as two. Also the longest word's. */
static int
letters_of(const char *text, int *longest)
{
    int all = 0, word = 0;
    *longest = 0;
    for (const char *p = text; *p;) {
        uint32_t c = utf8_next(&p, p + strlen(p));
        bool wide = is_wide(c);
        all += wide ? 2 : 1;
        word = c == ' ' || wide ? 0 : word + 1;
        *longest = word > *longest ? word : *longest;
    }
    return all;
}

/* A class by the title's length, for its size, and one for words that are to
 * be divided. */
static void
add_title_class(struct doc_book *book, struct doc_node *page, const char *title)
{
    enum { LONG_WORD = 21 };
    static const struct {
        int letters, word;
        const char *class;
    } steps[] = {{90, 21, "longest-title"},
                 {48, 16, "longer-title"},
                 {24, 12, "long-title"}};
    int longest, letters = letters_of(title, &longest);
    if (longest > LONG_WORD)
        doc_add_class(book, page, "long-word");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (letters > steps[i].letters || longest > steps[i].word) {
            doc_add_class(book, page, steps[i].class);
            return;
        }
}

/* A class for the colours of a volume: they take turns. */
static void
add_accent(struct doc_book *book, struct doc_node *page)
{
    enum { ACCENTS = 6 };
    if (!book->volume)
        return;
    int number = 0;
    for (const char *p = book->volume; str_is_digit(*p); p++)
        number = (number * 10 + *p - '0') % (ACCENTS * 1000);
    doc_add_class(book, page,
                  arena_printf(book->arena, "accent-%d",
                               (number + ACCENTS - 1) % ACCENTS + 1));
}

/* Who wrote it and who publishes it, with the sign of these. */
static void
add_foot(struct doc_book *book, struct doc_node *page)
{
    struct doc_node *foot = doc_add(book, page, DOC_DIV, "cover-foot");
    add_authors(book, foot, "cover-author");
    if (book->logo) {
        struct doc_image *logo =
            add_picture(book, foot, "cover-logo", book->logo);
        logo->alt = "";
        logo->decorative = true;
    }
    add_line_if(book, foot, "cover-publisher", book->publisher);
    if (!foot->first)
        doc_remove(foot);
}

static struct doc_node *
cover_new(struct doc_book *book)
{
    struct doc_node *page = page_new(book, DOC_COVER);
    if (book->cover) {
        struct doc_image *image =
            add_picture(book, page, "cover-image", book->cover);
        image->alt =
            book->title ? xform_smart(book, book->lang, book->title) : "";
        return page;
    }
    add_series(book, page, "cover-series");
    add_title(book, page);
    struct doc_image *motif =
        add_picture(book, page, "cover-motif", xform_motif(book));
    motif->alt = "";
    motif->decorative = true;
    add_foot(book, page);
    add_title_class(book, page, book->title ? book->title : "");
    add_accent(book, page);
    return page;
}

static struct doc_node *
title_page_new(struct doc_book *book)
{
    struct doc_node *page = page_new(book, DOC_TITLE_PAGE);
    add_series(book, page, "title-page-series");
    add_title(book, page);
    add_authors(book, page, "title-page-author");
    add_line_if(book, page, "title-page-publisher", book->publisher);
    return page;
}

/* "Identifier: urn:uuid:…", the label in a span of its own. */
static void
add_labelled(struct doc_book *book, struct doc_node *page, const char *class,
             enum doc_word word, const char *text)
{
    if (!text || !*text)
        return;
    const char *label = doc_word(book->lang, word);
    struct doc_node *line = doc_add(book, page, DOC_PARAGRAPH, class);
    xform_add_line(book, line, DOC_SPAN, "label",
                   arena_printf(book->arena, "%s:", label));
    doc_add_text(book, line, " ");
    xform_add_line(book, line, DOC_SPAN,
                   word == DOC_WORD_IDENTIFIER ? "identifier" : "value", text);
}

static struct doc_node *
imprint_new(struct doc_book *book)
{
    struct doc_node *page = page_new(book, DOC_IMPRINT);
    add_line_if(book, page, "imprint-title", book->title);
    add_line_if(book, page, "imprint-rights", book->rights);
    add_line_if(book, page, "imprint-publisher", book->publisher);
    add_labelled(book, page, "imprint-contact", DOC_WORD_CONTACT,
                 book->contact);
    if (book->published.year)
        add_labelled(book, page, "imprint-date", DOC_WORD_PUBLISHED,
                     doc_date(book->arena, book->lang, book->published));
    add_labelled(book, page, "imprint-identifier", DOC_WORD_IDENTIFIER,
                 book->identifier);
    add_labelled(book, page, "imprint-language", DOC_WORD_LANGUAGE,
                 doc_lang_name(book->lang));
    return page;
}

static struct doc_node *
colophon_new(struct doc_book *book)
{
    struct doc_node *page = page_new(book, DOC_COLOPHON);
    xform_add_line(book, page, DOC_TITLE, NULL,
                   doc_word(book->lang, DOC_WORD_COLOPHON));
    add_labelled(book, page, "colophon-typefaces", DOC_WORD_TYPEFACES,
                 book->typefaces);
    add_labelled(book, page, "colophon-identifier", DOC_WORD_IDENTIFIER,
                 book->identifier);
    xform_add_line(book, page, DOC_PARAGRAPH, "colophon-tool",
                   arena_printf(book->arena, "%s fascicle",
                                doc_word(book->lang, DOC_WORD_MADE_WITH)));
    return page;
}

/* A single article is a document, not a book: it gets a cover alone. */
void
xform_pages(struct doc_book *book, struct diag *d)
{
    (void)d;
    if (!book->root->first)
        return;
    if (!book->single) {
        doc_append(book->root, colophon_new(book));
        doc_prepend(book->root, imprint_new(book));
        doc_prepend(book->root, title_page_new(book));
    }
    doc_prepend(book->root, cover_new(book));
}
