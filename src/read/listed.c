/* SPDX-License-Identifier: MIT */
/* What front matter lists becomes lists at the article's end: takeaways and
 * questions in panels, then sources. */
#include "read/read_int.h"

static struct doc_node *
list_of(struct reader *r, const struct doc_node *article,
        const struct doc_names *lines)
{
    struct doc_book *book = r->book;
    struct place at = {article->article->at.file, 1, 1};
    struct doc_node *list = doc_node_new(book, DOC_LIST, at);
    list->list->tight = true;
    for (size_t i = 0; i < lines->n; i++) {
        struct doc_node *item = doc_node_new(book, DOC_ITEM, at);
        struct doc_node *line = doc_node_new(book, DOC_PARAGRAPH, at);
        doc_append(list, item);
        doc_append(item, line);
        read_inline(book, line, lines->at[i], at, r->diag);
    }
    return list;
}

static void
add_last(struct doc_node *article, struct doc_node *block)
{
    if (article->last && article->last->kind == DOC_NOTES)
        doc_insert_before(article->last, block);
    else
        doc_append(article, block);
}

static void
add_sources(struct reader *r, struct doc_node *article)
{
    struct doc_article *front = article->article;
    struct place at = {front->at.file, 1, 1};
    if (!front->sources.n)
        return;
    struct doc_node *section = doc_node_new(r->book, DOC_SECTION, at);
    section->class = "article-sources";
    doc_append(section, list_of(r, article, &front->sources));
    add_last(article, section);
}

static void
add_panel(struct reader *r, struct doc_node *article, const char *class,
          enum doc_word title, const struct doc_names *lines)
{
    struct place at = {article->article->at.file, 1, 1};
    struct doc_node *panel = doc_node_new(r->book, DOC_PANEL, at);
    struct doc_node *heading = doc_node_new(r->book, DOC_HEADING, at);
    panel->class = class;
    heading->level = 2;
    add_last(article, panel);
    doc_append(panel, heading);
    doc_add_text(r->book, heading, doc_word(doc_lang(r->book, panel), title));
    doc_append(panel, list_of(r, article, lines));
}

static void
add_takeaways(struct reader *r, struct doc_node *article)
{
    const struct doc_article *front = article->article;
    const struct doc_node *own = read_takeaways(article);
    if (!front->takeaways.n)
        return;
    if (!own) {
        add_panel(r, article, "takeaways", DOC_WORD_TAKEAWAYS,
                  &front->takeaways);
        return;
    }
    diag_at(r->diag, front->takeaways_at, DIAG_TAKEAWAYS_TWICE,
            "the text has key takeaways of its own in line %u; these are left "
            "out",
            (unsigned)own->line);
    diag_hint(r->diag, "keep them in one place");
}

void
read_listed(struct reader *r, struct doc_node *article)
{
    const struct doc_names *questions = &article->article->questions;
    add_takeaways(r, article);
    /* People take a handout to their visit, not a book. */
    if (questions->n && r->manifest->file && r->options->single)
        add_panel(r, article, "questions", DOC_WORD_QUESTIONS, questions);
    add_sources(r, article);
}
