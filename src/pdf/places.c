/* SPDX-License-Identifier: MIT */
/* Where things are: link annotations, with explicit destinations. */
#include <string.h>

#include "pdf/pdf_int.h"

/* Whether the character stands in a URI as it is. */
static bool
is_uri_char(char c)
{
    return c > ' ' && c < 127;
}

static bool
spot_in(const struct pdf_writer *w, const struct doc_node *node,
        struct pdf_spot *spot)
{
    const struct pdf_known *known = pdf_nodes_get(w->anchors, node);
    if (known)
        *spot = w->spots.at[known->at];
    return known != NULL;
}

/* Down first; then up, a part that begins with nothing being where the first
 * of its articles is. Anything is somewhere in the book: that is no answer. */
bool
pdf_place_of(const struct pdf_writer *w, const struct doc_node *node,
             struct pdf_spot *spot)
{
    for (const struct doc_node *n = node; n; n = doc_next(n, node))
        if (spot_in(w, n, spot))
            return true;
    for (; node && node != w->book->root; node = node->parent)
        for (const struct doc_node *n = node; n; n = doc_next(n, node))
            if (spot_in(w, n, spot))
                return true;
    return false;
}

/* A string may be so long in a PDF/A (ISO 19005-2, 6.1.13). */
enum { MOST_URI = 32767 };

/* Bytes of a URI in a PDF: 7-bit ASCII (ISO 32000-1, 12.6.4.7). */
static size_t
uri_bytes(const char *href)
{
    size_t n = 0;
    for (; *href; href++)
        n += is_uri_char(*href) ? 1 : 3;
    return n;
}

void
pdf_links_settle(struct pdf_writer *w)
{
    struct pdf_spot spot;
    for (size_t i = 0; i < w->links.n; i++) {
        struct pdf_link *link = &w->links.at[i];
        if (link->target && pdf_place_of(w, link->target, &spot))
            continue;
        link->lost = !link->href || uri_bytes(link->href) > MOST_URI;
    }
}

void
pdf_destination(const struct pdf_writer *w, struct buf *b,
                const struct pdf_spot *spot)
{
    const struct pdf_page *page = &w->pages.at[spot->page];
    buf_printf(b, "[%u 0 R/XYZ ", page->object);
    pdf_points(b, spot->x);
    buf_char(b, ' ');
    pdf_points(b, page->height - spot->y);
    buf_str(b, " null]");
}

/* What a link says of itself to those who do not see it. */
static void
add_contents(const struct pdf_writer *w, struct arena *a, struct buf *b,
             const struct pdf_link *link)
{
    const char *text;
    if (link->node->kind == DOC_NOTE_REF)
        text = arena_printf(
            a, "%s %d", doc_word(doc_lang(w->book, link->node), DOC_WORD_NOTE),
            link->node->note->number);
    else
        text = str_trim(a, str_fold_space(a, doc_text(a, link->node)));
    if (str_blank(text) && link->href)
        text = link->href;
    if (str_blank(text))
        text = doc_word(doc_lang(w->book, link->node), DOC_WORD_PAGE);
    buf_str(b, "/Contents");
    pdf_text(b, text);
}

/* The bytes of characters beyond ASCII, and blanks, are percent-encoded. */
static const char *
ascii_uri(struct arena *a, const char *href)
{
    static const char digits[] = "0123456789ABCDEF";
    char *uri = arena_alloc(a, 3 * strlen(href) + 1), *to = uri;
    for (; *href; href++) {
        unsigned char c = (unsigned char)*href;
        if (is_uri_char(*href)) {
            *to++ = (char)c;
        } else {
            *to++ = '%';
            *to++ = digits[c >> 4];
            *to++ = digits[c & 15];
        }
    }
    return uri;
}

static void
write_link(struct pdf_writer *w, struct arena *a, struct buf *b, size_t i)
{
    const struct pdf_link *link = &w->links.at[i];
    const struct pdf_page *page = &w->pages.at[link->page];
    struct pdf_spot spot;
    buf_clear(b);
    buf_str(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
    pdf_box(b, link->x, link->y, link->width, link->height, page->height);
    buf_printf(b, "/P %u 0 R/StructParent %zu", page->object, w->pages.n + i);
    add_contents(w, a, b, link);
    if (link->target && pdf_place_of(w, link->target, &spot)) {
        buf_str(b, "/Dest");
        pdf_destination(w, b, &spot);
    } else if (link->href) {
        buf_str(b, "/A<</S/URI/URI");
        const char *uri = ascii_uri(a, link->href);
        pdf_string(b, uri, strlen(uri));
        buf_str(b, ">>");
    }
    buf_str(b, ">>");
    pdf_put(w->out, link->object, b);
}

void
pdf_links_write(struct pdf_writer *w)
{
    struct arena *a = arena_new();
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (size_t i = 0; i < w->links.n; i++) {
        if (!w->links.at[i].lost)
            write_link(w, a, &b, i);
        arena_reset(a);
    }
    buf_free(&b);
    arena_free(a);
}
