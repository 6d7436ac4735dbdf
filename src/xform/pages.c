/* SPDX-License-Identifier: MIT */
/* Pages that the program makes: title page, imprint, colophon. */
#include "xform/xform_int.h"

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
    xform_add_line(book, page, DOC_TITLE, NULL, book->title ? book->title : "");
    add_line_if(book, page, "subtitle", book->subtitle);
}

static struct doc_node *
title_page_new(struct doc_book *book)
{
    struct doc_node *page = page_new(book, DOC_TITLE_PAGE);
    xform_add_series(book, page, "title-page-series");
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
    doc_prepend(book->root, xform_cover(book));
}
