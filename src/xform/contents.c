/* SPDX-License-Identifier: MIT */
/* Contents: the parts and articles of the book with their pages. */
#include "xform/xform_int.h"

/* An entry whose link shows the title, in print dots and the page beside it,
 * and the authors in a line of their own. */
static struct doc_node *
add_entry(struct doc_book *book, struct doc_node *toc, const char *class,
          struct doc_node *target, const char *author)
{
    struct doc_node *title = doc_title_of(target);
    struct doc_node *entry = doc_add(book, toc, DOC_TOC_ENTRY, class);
    entry->level = toc->parent->kind == DOC_TOC_ENTRY
                       ? (uint8_t)(toc->parent->level + 1)
                       : 1;
    entry->lang = target->lang;
    struct doc_node *link = doc_add(book, entry, DOC_LINK, NULL);
    link->link->target = target;
    xform_add_line(
        book, link, DOC_SPAN, "toc-title",
        title ? str_fold_space(book->arena, doc_text(book->arena, title))
              : target->id);
    doc_add(book, link, DOC_LEADER, NULL);
    doc_add(book, link, DOC_PAGE_REF, NULL)->page_ref->target = target;
    if (author) {
        doc_add(book, link, DOC_LINE_BREAK, NULL);
        xform_add_line(book, link, DOC_SPAN, "toc-author", author);
    }
    return entry;
}

/* Whether the article is by the book's one author, who need not be named
 * again. */
static bool
is_by_author(const struct doc_book *book, const struct doc_names *authors)
{
    return authors->n == 1 && book->authors.n == 1 &&
           str_eq(authors->at[0], book->authors.at[0]);
}

/* The byline without its date, as the typography pass left it. */
static const char *
author_of(struct doc_book *book, const struct doc_node *article)
{
    const struct doc_names *authors = &article->article->authors;
    if (!authors->n || is_by_author(book, authors) ||
        article->first->kind != DOC_OPENING)
        return NULL;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    doc_each_child (line, article->first) {
        if (!str_has_word(line->class, "byline"))
            continue;
        for (const struct doc_node *n = line->first; n; n = n->next) {
            const struct doc_node *next = n->next;
            if (str_has_word(n->class, "author") ||
                (next && str_has_word(next->class, "author")))
                buf_str(&b, doc_text(book->arena, n));
        }
    }
    char *author = arena_strn(book->arena, b.at, b.n);
    buf_free(&b);
    return author;
}

static void
add_article(struct doc_book *book, struct doc_node *toc,
            struct doc_node *article)
{
    add_entry(book, toc, NULL, article, author_of(book, article));
}

static void
add_part(struct doc_book *book, struct doc_node *toc, struct doc_node *part)
{
    struct doc_node *entry =
        add_entry(book, toc, "toc-part", part->first, NULL);
    struct doc_node *inner = doc_add(book, entry, DOC_TOC, NULL);
    doc_each_child (n, part)
        if (n->kind == DOC_ARTICLE)
            add_article(book, inner, n);
}

static void
fill(struct doc_book *book, struct doc_node *toc)
{
    doc_each_child (n, book->root) {
        if (n->kind == DOC_PART)
            add_part(book, toc, n);
        else if (n->kind == DOC_ARTICLE)
            add_article(book, toc, n);
        else if (n->kind == DOC_SOURCES)
            add_entry(book, toc, "toc-sources", n, NULL);
    }
}

void
xform_contents(struct doc_book *book, struct diag *d)
{
    (void)d;
    struct doc_node *before = book->root->first;
    while (before && before->kind != DOC_PART && before->kind != DOC_ARTICLE)
        before = before->next;
    if (book->single || !before)
        return;
    struct doc_node *page = doc_node_new(book, DOC_CONTENTS, (struct place){0});
    xform_give_id(book, page, "contents");
    xform_add_line(book, page, DOC_TITLE, NULL,
                   doc_word(book->lang, DOC_WORD_CONTENTS));
    struct doc_node *toc = doc_add(book, page, DOC_TOC, NULL);
    fill(book, toc);
    doc_insert_before(before, page);
}
