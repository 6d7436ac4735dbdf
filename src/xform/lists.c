/* SPDX-License-Identifier: MIT */
/* Figures and tables that have a caption: their numbers, and the lists of them
 * with their pages. */
#include "xform/xform_int.h"

#include <string.h>

enum {
    LONGEST = 120,         /* characters of a caption that a list shows whole */
    SHORTEST_SENTENCE = 24 /* what is shorter may be an abbreviation */
};

/* A list that a book may ask for. */
struct list {
    enum doc_kind division, what, caption;
    enum doc_word title;
    const char *id, *prefix; /* of what is listed, behind the article's */
    enum doc_word word;      /* before a number */
    const char *none, *hint; /* what is said where there is nothing to list, */
    const char *uncounted;   /* and nothing to number */
};

static const struct list figures = {
    DOC_FIGURE_LIST,
    DOC_FIGURE,
    DOC_CAPTION,
    DOC_WORD_FIGURES,
    "list-of-figures",
    "figure",
    DOC_WORD_FIGURE,
    "no picture has a caption, so the list of figures is left out",
    "a caption is the title of a picture: ![description](hill.jpg \"Caption\")",
    "no picture has a caption, and so no number",
};

static const struct list tables = {
    DOC_TABLE_LIST,
    DOC_TABLE,
    DOC_TABLE_CAPTION,
    DOC_WORD_TABLES,
    "list-of-tables",
    "table",
    DOC_WORD_TABLE,
    "no table has a caption, so the list of tables is left out",
    "a caption is the <caption> of a <table> written in HTML",
    "no table has a caption, and so no number",
};

/* The caption of a figure or table, or NULL: a credit is none. */
static const struct doc_node *
caption_of(const struct list *list, const struct doc_node *node)
{
    doc_each_child (n, node)
        if (n->kind == list->caption && !str_has_word(n->class, "credit"))
            return n;
    return NULL;
}

static bool
ends_sentence(uint32_t c)
{
    return c == '.' || c == '?' || c == '!' || c == 0x964 || c == 0x3002 ||
           c == 0xFF01 || c == 0xFF1F;
}

/* A long caption's first sentence, or as many words of it as a list shows. */
static const char *
shorten(struct arena *a, const char *text)
{
    const char *end = text + strlen(text), *word = NULL, *p = text;
    size_t n = 0;
    for (; p < end && n < LONGEST; n++) {
        uint32_t c = utf8_next(&p, end);
        bool wide = c > 0x3000;
        if (ends_sentence(c) && (wide || *p == ' ') && n > SHORTEST_SENTENCE)
            return arena_strn(a, text, (size_t)(p - text));
        if (*p == ' ' || wide)
            word = p;
    }
    if (n < LONGEST)
        return text;
    size_t shown = (size_t)((word ? word : p) - text);
    while (shown && strchr(",;:", text[shown - 1]))
        shown--;
    return arena_printf(a, "%.*s…", (int)shown, text);
}

static size_t
length_of(const char *text)
{
    size_t n = 0;
    for (const char *p = text, *end = text + strlen(text); p < end; n++)
        utf8_next(&p, end);
    return n;
}

static void
add_caption(struct doc_book *book, struct doc_node *link,
            const struct doc_node *caption)
{
    const char *text =
        str_fold_space(book->arena, doc_text(book->arena, caption));
    struct doc_node *title = doc_add(book, link, DOC_SPAN, "toc-title");
    if (length_of(text) > LONGEST)
        doc_add_text(book, title, shorten(book->arena, text));
    else
        xform_copy_label(book, title, caption);
}

/* Adds what an article has; `n` counts what of it is listed. */
static void
add_article(struct doc_book *book, const struct list *list,
            struct doc_node *toc, const struct doc_node *article)
{
    int listed = 0;
    for (struct doc_node *n = article->first; n; n = doc_next(n, article)) {
        const struct doc_node *caption =
            n->kind == list->what ? caption_of(list, n) : NULL;
        if (!caption || str_blank(doc_text(book->arena, caption)))
            continue;
        listed++;
        if (!n->id)
            xform_give_numbered_id(
                book, n,
                arena_printf(book->arena, "%s-%s", article->id, list->prefix),
                listed);
        struct doc_node *link = xform_add_entry(book, toc, NULL, n);
        const char *lang = doc_lang(book, caption);
        link->parent->lang = str_eq(lang, book->lang) ? NULL : lang;
        add_caption(book, link, caption);
        xform_add_page(book, link);
    }
}

static void
add_list(struct doc_book *book, const struct list *list, struct place at,
         struct diag *d)
{
    struct doc_node *page =
        doc_node_new(book, list->division, (struct place){0});
    xform_add_line(book, page, DOC_TITLE, NULL,
                   doc_word(book->lang, list->title));
    struct doc_node *toc = doc_add(book, page, DOC_TOC, NULL);
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n))
        add_article(book, list, toc, n);
    if (!toc->first) {
        diag_at(d, at, DIAG_LIST_EMPTY, "%s", list->none);
        diag_hint(d, "%s", list->hint);
        return;
    }
    xform_give_id(book, page, list->id);
    struct doc_node *before = xform_body(book);
    while (before->kind == DOC_FIGURE_LIST)
        before = before->next;
    doc_insert_before(before, page);
}

/* "Figure 1." and a space, as the language of the caption has them. */
static void
add_number(struct doc_book *book, const struct list *list,
           struct doc_node *caption, int number)
{
    const char *lang = doc_lang(book, caption);
    bool dense = str_starts(lang, "zh") || str_starts(lang, "ja");
    struct doc_node *space = doc_node_new(book, DOC_TEXT, doc_place(caption));
    space->text = arena_str(book->texts, dense ? "\u3000" : " ");
    doc_prepend(caption, space);
    struct doc_node *span = doc_node_new(book, DOC_SPAN, (struct place){0});
    span->class = "number";
    doc_add_text(book, span,
                 arena_printf(book->arena, dense ? "%s%d" : "%s\u00A0%d.",
                              doc_word(lang, list->word), number));
    doc_prepend(caption, span);
}

/* Numbers go on from article to article. */
static void
add_numbers(struct doc_book *book, const struct list *list, struct place at,
            struct diag *d)
{
    int number = 0;
    for (struct doc_node *in = xform_article(book, NULL); in;
         in = xform_article(book, in))
        for (struct doc_node *n = in->first; n; n = doc_next(n, in)) {
            const struct doc_node *caption =
                n->kind == list->what ? caption_of(list, n) : NULL;
            if (caption && !str_blank(doc_text(book->arena, caption)))
                add_number(book, list, (struct doc_node *)(uintptr_t)caption,
                           ++number);
        }
    if (number)
        return;
    diag_at(d, at, DIAG_LIST_EMPTY, "%s", list->uncounted);
    diag_hint(d, "%s", list->hint);
}

void
xform_numbers(struct doc_book *book, struct diag *d)
{
    const struct doc_lists *lists = &book->lists;
    if (lists->figure_numbers)
        add_numbers(book, &figures, lists->figure_numbers_at, d);
    if (lists->table_numbers)
        add_numbers(book, &tables, lists->table_numbers_at, d);
}

void
xform_lists(struct doc_book *book, struct diag *d)
{
    if (book->single || !xform_body(book))
        return;
    if (book->lists.figures)
        add_list(book, &figures, book->lists.figures_at, d);
    if (book->lists.tables)
        add_list(book, &tables, book->lists.tables_at, d);
}
