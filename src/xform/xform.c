/* SPDX-License-Identifier: MIT */
/* The table of passes, and what several of them need. */
#include "xform/xform_int.h"

const struct xform_pass xform_passes[] = {
    {"ids", "give articles, headings and what the author named a unique id",
     xform_ids},
    {"openings", "put a header with category, title, byline and picture first",
     xform_openings},
    {"notes", "number the notes and join each with its marks", xform_notes},
    {"references", "lead links to the articles and headings they name",
     xform_references},
    {"sources", "put each article's sources under a heading", xform_sources},
    {"parts", "group the articles by category", xform_parts},
    {"pages", "make the cover, title page, imprint and colophon", xform_pages},
    {"typography", "set quotes, dashes, ellipses and spaces by language",
     xform_typography},
    {"contents", "list parts and articles with their pages", xform_contents},
};
const size_t xform_pass_count = sizeof xform_passes / sizeof *xform_passes;

void
xform_run(struct doc_book *book, struct diag *d)
{
    for (size_t i = 0; i < xform_pass_count; i++) {
        xform_passes[i].run(book, d);
#ifndef NDEBUG
        const char *fault = doc_check(book);
        if (fault)
            diag_at(d, (struct place){0}, DIAG_INTERNAL,
                    "after the pass “%s”: %s", xform_passes[i].name, fault);
#endif
    }
    doc_pack(book);
}

struct doc_node *
xform_add_line(struct doc_book *book, struct doc_node *parent,
               enum doc_kind kind, const char *class, const char *text)
{
    struct doc_node *line = doc_add(book, parent, kind, class);
    doc_add_text(book, line, text);
    return line;
}

struct doc_node *
xform_article(const struct doc_book *book, const struct doc_node *after)
{
    struct doc_node *n =
        after ? doc_next_skip(after, book->root) : book->root->first;
    while (n && n->kind != DOC_ARTICLE)
        n = n->kind == DOC_PART ? doc_next(n, book->root)
                                : doc_next_skip(n, book->root);
    return n;
}
