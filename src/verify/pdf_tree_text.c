/* SPDX-License-Identifier: MIT */
/* The text of a PDF by the marked content of its structure tree. */
#include <string.h>

#include "verify/pdf_tree.h"

struct text_reading {
    struct pdfin_tree *tree;
    struct pdfin_tree_item *item; /* that what is shown belongs to, or NULL */
    uint32_t silent;    /* nesting from which an ActualText says it all; or 0 */
    struct buf *pieces; /* of one page: struct piece, then its text */
};

/* Text that came for an item: an item may come in several pieces. */
static void
add_piece(struct text_reading *r, const char *text, size_t n)
{
    struct pdfin_tree_item *item = r->item;
    struct buf *texts = &r->tree->texts;
    if (!item || !n)
        return;
    if (item->n && item->text + item->n != texts->n) {
        /* Others came between: move what there was to the end. */
        struct buf moved;
        buf_init(&moved, BUF_LIMIT_OUTPUT);
        buf_add(&moved, texts->at + item->text, item->n);
        item->text = (uint32_t)texts->n;
        buf_add(texts, moved.at, moved.n);
        buf_free(&moved);
    } else if (!item->n) {
        item->text = (uint32_t)texts->n;
    }
    size_t before = texts->n;
    buf_add(texts, text, n);
    item->n += (uint32_t)(texts->n - before);
}

static void
find_item(struct pdfin_walk *w, struct text_reading *r)
{
    const struct pdfin_marked *m = pdfin_walk_mcid(w);
    r->item = m ? pdfin_tree_find(r->tree, m->owner, m->mcid) : NULL;
    if (r->item)
        r->item->seen = true;
}

static void
begin_text(struct pdfin_walk *w, const struct pdfin_marked *m)
{
    struct text_reading *r = w->to;
    const struct pdfin_object *actual =
        pdfin_get(w->file, m->properties, "ActualText");
    if (m->mcid >= 0) {
        r->item = pdfin_tree_find(r->tree, m->owner, m->mcid);
        if (r->item)
            r->item->seen = true;
    }
    if (actual->type != PDFIN_STRING || r->silent)
        return;
    const char *text = pdfin_text(w->file->cache, actual);
    add_piece(r, text, strlen(text));
    r->silent = w->marked_n + 1;
}

static void
end_text(struct pdfin_walk *w, const struct pdfin_marked *m)
{
    struct text_reading *r = w->to;
    if (r->silent > w->marked_n)
        r->silent = 0;
    if (m->mcid >= 0)
        find_item(w, r);
}

static void
take_text(struct pdfin_walk *w, const char *bytes, uint32_t n)
{
    struct text_reading *r = w->to;
    if (r->silent || !r->item)
        return;
    buf_clear(r->pieces);
    pdfin_shown_text(w->state.font, bytes, n, r->pieces);
    add_piece(r, r->pieces->at, r->pieces->n);
}

void
pdfin_tree_read_texts(struct pdfin_tree *t)
{
    struct pdfin *f = t->file;
    struct pdfin_fonts fonts = {0};
    struct buf pieces;
    buf_init(&pieces, BUF_LIMIT_OUTPUT);
    struct text_reading r = {.tree = t, .pieces = &pieces};
    struct pdfin_walk w = {.file = f,
                           .fonts = &fonts,
                           .to = &r,
                           .on_marked = begin_text,
                           .on_end = end_text,
                           .on_text = take_text};
    for (uint32_t i = 0; i < f->page_count && !w.exhausted; i++) {
        pdfin_let_go(f);
        r.item = NULL;
        r.silent = 0;
        pdfin_walk_page(&w, f->pages[i], pdfin_load(f, f->pages[i]));
    }
    buf_free(&pieces);
}
