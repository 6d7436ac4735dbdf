/* SPDX-License-Identifier: MIT */
/* The table of passes, and what several of them need. */
#include "xform/xform_int.h"

#include <string.h>

struct pass {
    const char *name;
    void (*run)(struct doc_book *book, struct diag *d);
};

static const struct pass passes[] = {
    /* give articles, headings and what the author named a unique id */
    {"ids", xform_ids},
    /* put a header with category, title, byline and picture first */
    {"openings", xform_openings},
    /* number the notes and join each with its marks */
    {"notes", xform_notes},
    /* lead links to the articles and headings they name */
    {"references", xform_references},
    /* put each article's sources under a heading */
    {"sources", xform_sources},
    /* say its reference, last change and next review at its end */
    {"record", xform_record},
    /* put a band over a handout and at its foot what a leaflet has there */
    {"handout", xform_handout},
    /* group the articles by category */
    {"parts", xform_parts},
    /* make the cover, title page, imprint and colophon */
    {"pages", xform_pages},
    /* set quotes, dashes, ellipses and spaces by language */
    {"typography", xform_typography},
    /* number the captions of figures and tables */
    {"numbers", xform_numbers},
    /* list figures and tables with their pages */
    {"lists", xform_lists},
    /* collate the articles' tags */
    {"index", xform_index},
    /* list parts, articles and headings with their pages */
    {"contents", xform_contents},
    /* isolate what is written the other way than what it stands in */
    {"directions", xform_directions},
};

void
xform_run(struct doc_book *book, struct diag *d)
{
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
        passes[i].run(book, d);
#ifndef NDEBUG
        const char *fault = doc_check(book);
        if (fault)
            diag_at(d, (struct place){0}, DIAG_INTERNAL,
                    "after the pass “%s”: %s", passes[i].name, fault);
#endif
    }
    doc_pack(book);
}

/* The address of the article with the slug on a site. */
static const char *
address_on(struct doc_book *book, const char *site, const char *slug)
{
    const char *slot = site ? strstr(site, "{slug}") : NULL;
    if (!slot)
        return NULL;
    return arena_printf(book->arena, "%.*s%s%s", (int)(slot - site), site, slug,
                        slot + strlen("{slug}"));
}

const char *
xform_address(struct doc_book *book, const char *slug)
{
    return address_on(book, book->site, slug);
}

const char *
xform_address_of(struct doc_book *book, const struct doc_entry *entry)
{
    return address_on(book, entry->site ? entry->site : book->site,
                      entry->slug);
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
xform_body(const struct doc_book *book)
{
    struct doc_node *n = book->root->first;
    while (n && n->kind != DOC_FIGURE_LIST && n->kind != DOC_TABLE_LIST &&
           n->kind != DOC_PART && n->kind != DOC_ARTICLE)
        n = n->next;
    return n;
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
