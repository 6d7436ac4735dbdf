/* SPDX-License-Identifier: MIT */
/* The sources that front matter names become a list at the article's end. */
#include "read/read_int.h"

void
read_sources(struct reader *r, struct doc_node *article)
{
    struct doc_book *book = r->book;
    const struct doc_names *sources = &article->article->sources;
    struct place at = {article->article->at.file, 1, 1};
    if (!sources->n)
        return;
    struct doc_node *section = doc_node_new(book, DOC_SECTION, at);
    struct doc_node *list = doc_node_new(book, DOC_LIST, at);
    section->class = "article-sources";
    list->list->tight = true;
    doc_append(section, list);
    for (size_t i = 0; i < sources->n; i++) {
        struct doc_node *item = doc_node_new(book, DOC_ITEM, at);
        struct doc_node *line = doc_node_new(book, DOC_PARAGRAPH, at);
        doc_append(list, item);
        doc_append(item, line);
        read_inline(book, line, sources->at[i], at, r->diag);
    }
    if (article->last && article->last->kind == DOC_NOTES)
        doc_insert_before(article->last, section);
    else
        doc_append(article, section);
}
