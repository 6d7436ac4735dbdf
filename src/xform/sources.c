/* SPDX-License-Identifier: MIT */
/* Sources: what an article rests on, under a heading at its end or, when the
 * book asks, gathered on pages of their own. */
#include "xform/xform_int.h"

static struct doc_node *
sources_of(const struct doc_node *article)
{
    for (struct doc_node *n = article->last; n; n = n->prev)
        if (n->kind == DOC_SECTION && str_has_word(n->class, "article-sources"))
            return n;
    return NULL;
}

static void
add_heading(struct doc_book *book, struct doc_node *section, const char *text,
            const char *class)
{
    struct doc_node *heading =
        doc_node_new(book, DOC_HEADING, (struct place){0});
    heading->level = 2;
    heading->class = class;
    doc_add_text(book, heading, text);
    doc_prepend(section, heading);
}

/* Moves the section to the page of sources, under the article's title. */
static void
gather(struct doc_book *book, struct doc_node *page, struct doc_node *article,
       struct doc_node *section)
{
    const char *lang = doc_lang(book, article);
    doc_remove(section);
    section->lang = str_eq_nocase(lang, book->lang) ? NULL : lang;
    add_heading(book, section,
                article->article->title ? article->article->title : article->id,
                "sources-title");
    doc_append(page, section);
}

void
xform_sources(struct doc_book *book, struct diag *d)
{
    (void)d;
    struct doc_node *page = NULL;
    if (book->sources_page) {
        page = doc_node_new(book, DOC_SOURCES, (struct place){0});
        xform_add_line(book, page, DOC_TITLE, NULL,
                       doc_word(book->lang, DOC_WORD_SOURCES));
    }
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n)) {
        struct doc_node *section = sources_of(n);
        if (!section)
            continue;
        if (page)
            gather(book, page, n, section);
        else
            add_heading(book, section,
                        doc_word(doc_lang(book, n), DOC_WORD_SOURCES),
                        "sources-title");
    }
    if (page && page->last->kind == DOC_SECTION) {
        xform_give_id(book, page, "sources");
        doc_append(book->root, page);
    }
}
