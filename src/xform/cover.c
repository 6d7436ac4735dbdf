/* SPDX-License-Identifier: MIT */
/* The cover that the program makes, and what pages in its likeness share. */
#include "xform/xform_int.h"

#include <string.h>

static void
add_line_if(struct doc_book *book, struct doc_node *parent, const char *class,
            const char *text)
{
    if (text && *text)
        xform_add_line(book, parent, DOC_PARAGRAPH, class, text);
}

/* "Voices · 3": the series, and which of its volumes this is. */
void
xform_add_series(struct doc_book *book, struct doc_node *page,
                 const char *class)
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

void
xform_add_decoration(struct doc_book *book, struct doc_node *page,
                     const char *class, struct doc_asset *asset)
{
    struct doc_image *image = add_picture(book, page, class, asset);
    image->alt = "";
    image->decorative = true;
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
void
xform_add_title_class(struct doc_book *book, struct doc_node *page,
                      const char *title)
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

void
xform_add_length_class(struct doc_book *book, struct doc_node *page,
                       const char *text)
{
    enum { LONG = 360, LONGER = 720 };
    int longest, letters = letters_of(text, &longest);
    if (letters > LONG)
        doc_add_class(book, page,
                      letters > LONGER ? "longer-text" : "long-text");
}

/* A class for the colours of a volume: they take turns. */
void
xform_add_accent(struct doc_book *book, struct doc_node *page)
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

/* A few have a line each, more stand in one paragraph. */
static void
add_authors(struct doc_book *book, struct doc_node *foot)
{
    enum { FEW = 3 };
    const struct doc_names *authors = &book->authors;
    if (authors->n <= FEW) {
        for (size_t i = 0; i < authors->n; i++)
            add_line_if(book, foot, "cover-author", authors->at[i]);
        return;
    }
    struct doc_node *line =
        doc_add(book, foot, DOC_PARAGRAPH, "cover-author cover-authors");
    for (size_t i = 0; i < authors->n; i++) {
        if (i)
            doc_add_text(book, line,
                         xform_name_joint(book, book->lang, authors, i));
        xform_add_line(book, line, DOC_SPAN, "author", authors->at[i]);
    }
}

/* Who wrote it and who publishes it, with the sign of these. */
void
xform_add_foot(struct doc_book *book, struct doc_node *page, size_t most)
{
    struct doc_node *foot = doc_add(book, page, DOC_DIV, "cover-foot");
    if (book->authors.n <= most)
        add_authors(book, foot);
    if (book->logo)
        xform_add_decoration(book, foot, "cover-logo", book->logo);
    add_line_if(book, foot, "cover-publisher", book->publisher);
    if (!foot->first)
        doc_remove(foot);
}

struct doc_node *
xform_cover(struct doc_book *book)
{
    struct doc_node *page = doc_node_new(book, DOC_COVER, (struct place){0});
    xform_give_id(book, page, "cover");
    if (book->cover) {
        struct doc_image *image =
            add_picture(book, page, "cover-image", book->cover);
        image->alt =
            book->title ? xform_smart(book, book->lang, book->title) : "";
        return page;
    }
    xform_add_series(book, page, "cover-series");
    if (book->title && *book->title)
        xform_add_line(book, page, DOC_TITLE, NULL, book->title);
    add_line_if(book, page, "subtitle", book->subtitle);
    xform_add_decoration(book, page, "cover-motif",
                         xform_motif(book, XFORM_MOTIF_WIDE));
    xform_add_foot(book, page, SIZE_MAX);
    xform_add_title_class(book, page, book->title ? book->title : "");
    xform_add_accent(book, page);
    return page;
}
