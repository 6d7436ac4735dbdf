/* SPDX-License-Identifier: MIT */
/* An article's title and the levels of its headings. */
#include "read/read_int.h"

#include <string.h>

enum { LEVELS = 6 };

const char *
read_loose(struct arena *a, const char *text)
{
    char *loose = str_anchor(a, text), *to = loose;
    for (const char *p = loose; *p; p++)
        if (*p != '-' && *p != '_')
            *to++ = *p;
    *to = '\0';
    return loose;
}

/* The next heading behind `node`, which may be the article. */
static struct doc_node *
next_heading(struct doc_node *node, struct doc_node *article)
{
    do
        node = doc_next(node, article);
    while (node && node->kind != DOC_HEADING);
    return node;
}

/* The first H1 is the title: dropped where it repeats it, taken where the
 * front matter has none. */
static void
take_title(struct reader *r, struct doc_node *node)
{
    struct doc_article *article = node->article;
    struct doc_node *h = next_heading(node, node);
    while (h && h->level != 1)
        h = next_heading(h, node);
    if (!h)
        return;
    const char *text = str_fold_space(r->book->arena, doc_text(r->scratch, h));
    if (!article->title)
        article->title = text;
    else if (!str_eq(read_loose(r->scratch, text),
                     read_loose(r->scratch, article->title)))
        return;
    /* A note's mark in the title would lose its note: it stays, after it. */
    struct doc_node *after = h->next;
    while (after && after->kind != DOC_PARAGRAPH)
        after = after->next;
    doc_remove(h);
    for (struct doc_node *n = h->first, *next; n; n = next) {
        next = n->next;
        if (n->kind != DOC_NOTE_REF || !after || after->kind != DOC_PARAGRAPH)
            continue;
        doc_remove(n);
        doc_append(after, n);
    }
}

/* Makes room for the title at level 1; returns by how many levels. */
static int
shift(struct doc_node *article)
{
    struct doc_node *h = article;
    bool others = false;
    while ((h = next_heading(h, article)))
        others = others || h->level == 1;
    h = article;
    while (others && (h = next_heading(h, article)))
        h->level = (uint8_t)(h->level + 1);
    return others;
}

void
read_headings(struct reader *r, struct doc_node *article)
{
    uint8_t open[LEVELS + 2];
    size_t depth = 0;
    int previous = 1;
    take_title(r, article);
    int by = shift(article);
    struct doc_node *h = article;
    while ((h = next_heading(h, article))) {
        int level = h->level;
        while (depth && open[depth - 1] >= level)
            depth--;
        open[depth++] = (uint8_t)level;
        h->level = (uint8_t)(depth + 1 < LEVELS ? depth + 1 : LEVELS);
        if (level > previous + 1) {
            diag_at(r->diag, doc_place(h), DIAG_HEADING_SKIPPED,
                    "a heading of level %d below one of level %d", level - by,
                    previous > by ? previous - by : 1);
            diag_hint(r->diag, "use level %d here",
                      previous > by ? previous - by + 1 : 2);
        }
        previous = level;
    }
}
