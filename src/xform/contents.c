/* SPDX-License-Identifier: MIT */
/* Contents: the parts, articles and headings of the book with their pages. */
#include "xform/xform_int.h"

/* An entry that may have others below it. */
struct open_entry {
    struct doc_node *entry;
    int rank; /* of what stands below it, each has a higher one */
};

struct contents {
    struct doc_book *book;
    struct doc_node *toc; /* the outermost */
    struct open_entry open[DOC_TOC_DEPTH];
    int depth;       /* how many are open */
    int deepest;     /* that anything would stand, were there no limit */
    struct place at; /* of the first article that stands too deep */
};

/* The list in which an entry of the rank stands: below the last one of a lower
 * rank, and no deeper than lists may be. */
static struct doc_node *
toc_for(struct contents *c, int rank)
{
    while (c->depth && c->open[c->depth - 1].rank >= rank)
        c->depth--;
    if (!c->depth)
        return c->toc;
    struct doc_node *above = c->open[c->depth - 1].entry;
    if (c->depth == DOC_TOC_DEPTH)
        return above->parent;
    if (!above->last || above->last->kind != DOC_TOC)
        doc_add(c->book, above, DOC_TOC, NULL);
    return above->last;
}

/* An entry with its link, to which the title is to be added. */
static struct doc_node *
add_entry(struct contents *c, int rank, const char *class,
          struct doc_node *target)
{
    struct doc_node *toc = toc_for(c, rank);
    struct doc_node *link = xform_add_entry(c->book, toc, class, target);
    struct doc_node *entry = link->parent;
    if (c->depth < DOC_TOC_DEPTH)
        c->open[c->depth++] = (struct open_entry){entry, rank};
    c->deepest = rank > c->deepest ? rank : c->deepest;
    entry->level = (uint8_t)c->depth;
    return link;
}

static struct doc_node *
add_division(struct contents *c, int rank, const char *class,
             struct doc_node *division)
{
    struct doc_node *title = doc_title_of(division);
    struct doc_node *link = add_entry(c, rank, class, division);
    xform_add_line(
        c->book, link, DOC_SPAN, "toc-title",
        title ? str_fold_space(c->book->arena, doc_text(c->book->arena, title))
              : division->id);
    xform_add_page(c->book, link);
    return link;
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

/* Whether the heading parts the text itself: not one of a panel, a quotation
 * or the sources. */
static bool
parts_text(const struct doc_node *heading)
{
    if (str_has_word(heading->class, "sources-title"))
        return false;
    const struct doc_node *in = heading->parent;
    while (in->kind == DOC_SECTION || in->kind == DOC_DIV)
        in = in->parent;
    return in->kind == DOC_ARTICLE;
}

static void
add_headings(struct contents *c, int rank, const struct doc_node *article)
{
    static const char *const classes[] = {
        "toc-heading toc-h2", "toc-heading toc-h3", "toc-heading toc-h4",
        "toc-heading toc-h5", "toc-heading toc-h6"};
    const struct doc_node *n = NULL;
    while ((n = doc_section(article, n, c->book->lists.contents))) {
        if (!parts_text(n))
            continue;
        struct doc_node *target = (struct doc_node *)(uintptr_t)n;
        struct doc_node *link =
            add_entry(c, rank + n->level - 1, classes[n->level - 2], target);
        struct doc_node *title = doc_add(c->book, link, DOC_SPAN, "toc-title");
        xform_copy_label(c->book, title, n);
        xform_add_page(c->book, link);
    }
}

static void
add_article(struct contents *c, int rank, struct doc_node *article)
{
    struct doc_book *book = c->book;
    struct doc_node *link = add_division(c, rank, NULL, article);
    if (rank > DOC_TOC_DEPTH && !c->at.file)
        c->at = doc_place(article);
    const char *author = author_of(book, article);
    if (author) {
        doc_add(book, link, DOC_LINE_BREAK, NULL);
        xform_add_line(book, link, DOC_SPAN, "toc-author", author);
    }
    add_headings(c, rank, article);
}

static int
parts_above(const struct doc_node *node)
{
    int n = 0;
    for (node = node->parent; node; node = node->parent)
        n += node->kind == DOC_PART;
    return n;
}

static void
fill(struct contents *c)
{
    const struct doc_node *root = c->book->root;
    for (struct doc_node *n = root->first; n;) {
        int parts = parts_above(n);
        if (n->kind == DOC_PART_OPENING)
            add_division(c, parts, "toc-part", n);
        else if (n->kind == DOC_ARTICLE)
            add_article(c, parts + 1, n);
        else if (n->kind == DOC_SOURCES)
            add_division(c, parts + 1, "toc-sources", n);
        else if (n->kind == DOC_FIGURE_LIST || n->kind == DOC_TABLE_LIST)
            add_division(c, parts + 1, "toc-list", n);
        else if (n->kind == DOC_INDEX)
            add_division(c, parts + 1, "toc-index", n);
        n = n->kind == DOC_PART ? doc_next(n, root) : doc_next_skip(n, root);
    }
}

void
xform_contents(struct doc_book *book, struct diag *d)
{
    struct doc_node *before = xform_body(book);
    if (book->single || !before || !book->lists.contents)
        return;
    struct doc_node *page = doc_node_new(book, DOC_CONTENTS, (struct place){0});
    xform_give_id(book, page, "contents");
    xform_add_line(book, page, DOC_TITLE, NULL,
                   doc_word(book->lang, DOC_WORD_CONTENTS));
    struct contents c = {.book = book,
                         .toc = doc_add(book, page, DOC_TOC, NULL)};
    fill(&c);
    doc_insert_before(before, page);
    if (c.deepest <= DOC_TOC_DEPTH)
        return;
    diag_at(d, c.at, DIAG_CONTENTS_DEEP,
            "the contents are %d levels deep; those below the level %d stand "
            "at that level",
            c.deepest, DOC_TOC_DEPTH);
    diag_hint(d, "give the category fewer parts in one another");
}
