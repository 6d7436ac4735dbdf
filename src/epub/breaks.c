/* SPDX-License-Identifier: MIT */
/* Markers of printed pages while a document is written. */
#include "epub/xhtml_int.h"

#include <string.h>

static const struct epub_page *
next_page(const struct xhtml *w)
{
    return w->page_due < w->page_end ? &w->e->pages.at[w->page_due] : NULL;
}

/* Writes those that were reached, where an empty span may stand. */
static void
write_due(struct xhtml *w)
{
    enum inside in = w->stack.n ? (enum inside)xhtml_frame(w)->inside : FLOW;
    if (in != FLOW && in != PHRASING)
        return;
    for (; w->page < w->page_due; w->page++) {
        if (in == FLOW)
            xml_line(w->x);
        epub_write_page_break(w->x, &w->e->pages.at[w->page]);
    }
}

void
xhtml_pages_before(struct xhtml *w, const struct doc_node *n)
{
    const struct epub_page *page;
    while ((page = next_page(w)) && page->node == n && page->at == DOC_BEFORE)
        w->page_due++;
    if (w->page < w->page_due)
        write_due(w);
}

void
xhtml_pages_behind(struct xhtml *w, const struct doc_node *n)
{
    const struct epub_page *page;
    while ((page = next_page(w)) && (page->node == n || n == w->root))
        w->page_due++;
    if (w->page < w->page_due)
        write_due(w);
}

void
xhtml_write_text(struct xhtml *w, const struct doc_node *n)
{
    const struct epub_page *page = next_page(w);
    if (!page || page->node != n) {
        xml_text(w->x, n->text);
        return;
    }
    size_t done = 0, length = strlen(n->text);
    while ((page = next_page(w)) && page->node == n) {
        size_t at = page->at < length ? page->at : length;
        if (at > done)
            xml_text(w->x, arena_strn(w->arena, n->text + done, at - done));
        done = at > done ? at : done;
        w->page_due++;
        write_due(w);
    }
    xml_text(w->x, n->text + done);
}
