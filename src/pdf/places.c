/* SPDX-License-Identifier: MIT */
/* Where things are: link annotations and the outline, with explicit
 * destinations. */
#include <string.h>

#include "pdf/pdf_int.h"

static bool
spot_in(const struct pdf_writer *w, const struct doc_node *node,
        struct pdf_spot *spot)
{
    const struct pdf_known *known = pdf_nodes_get(w->anchors, node);
    if (known)
        *spot = w->spots.at[known->at];
    return known != NULL;
}

bool
pdf_place_of(const struct pdf_writer *w, const struct doc_node *node,
             struct pdf_spot *spot)
{
    for (const struct doc_node *n = node; n; n = doc_next(n, node))
        if (spot_in(w, n, spot))
            return true;
    for (; node; node = node->parent)
        if (spot_in(w, node, spot))
            return true;
    return false;
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

/* A URI in a PDF is 7-bit ASCII (ISO 32000-1, 12.6.4.7): the bytes of other
 * characters, and blanks, are percent-encoded. */
static const char *
ascii_uri(struct arena *a, const char *href)
{
    static const char digits[] = "0123456789ABCDEF";
    char *uri = arena_alloc(a, 3 * strlen(href) + 1), *to = uri;
    for (; *href; href++) {
        unsigned char c = (unsigned char)*href;
        if (c > ' ' && c < 127) {
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
    buf_str(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    pdf_points(b, link->x);
    buf_char(b, ' ');
    pdf_points(b, page->height - link->y - link->height);
    buf_char(b, ' ');
    pdf_points(b, link->x + link->width);
    buf_char(b, ' ');
    pdf_points(b, page->height - link->y);
    buf_printf(b, "]/P %u 0 R/StructParent %zu", page->object, w->pages.n + i);
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
        write_link(w, a, &b, i);
        arena_reset(a);
    }
    buf_free(&b);
    arena_free(a);
}

/* --- the outline: parts, articles and other divisions, their H2 --- */

struct item {
    const struct doc_node *node; /* that it leads to */
    const char *title;
    int depth;
    uint32_t object;
};

struct outline {
    struct pdf_writer *w;
    struct arena *arena;
    VEC(struct item) items;
};

static void
add_item(struct outline *o, const struct doc_node *node, const char *title,
         int depth)
{
    if (!title)
        return;
    title = str_trim(o->arena, str_fold_space(o->arena, title));
    struct pdf_spot spot;
    if (!*title || !pdf_place_of(o->w, node, &spot))
        return;
    /* No deeper than one below the item before: a part without an opening
     * must not leave its articles without a parent. */
    int most = o->items.n ? o->items.at[o->items.n - 1].depth + 1 : 0;
    *vec_add(o->arena, &o->items) = (struct item){
        node, title, depth < most ? depth : most, pdf_object(o->w->out)};
}

static const char *
title_of(struct outline *o, const struct doc_node *division)
{
    static const int words[][2] = {
        {DOC_COVER, DOC_WORD_COVER},     {DOC_TITLE_PAGE, DOC_WORD_TITLE_PAGE},
        {DOC_IMPRINT, DOC_WORD_IMPRINT}, {DOC_CONTENTS, DOC_WORD_CONTENTS},
        {DOC_SOURCES, DOC_WORD_SOURCES}, {DOC_COLOPHON, DOC_WORD_COLOPHON}};
    const struct doc_node *title = doc_title_of(division);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (division->kind == words[i][0] &&
            (!title || division->kind == DOC_TITLE_PAGE ||
             division->kind == DOC_COVER))
            return doc_word(o->w->book->lang, (enum doc_word)words[i][1]);
    if (title)
        return doc_text(o->arena, title);
    return division->kind == DOC_ARTICLE ? division->article->title : NULL;
}

static bool
is_division(const struct doc_node *node)
{
    return doc_vocab[node->kind].model == DOC_IS_DIVISION;
}

static void
collect(struct outline *o)
{
    const struct doc_node *root = o->w->book->root;
    for (const struct doc_node *n = root; n;) {
        bool inside = n == root || n->kind == DOC_PART;
        bool in_part = n->parent && n->parent->kind == DOC_PART;
        if (n->kind == DOC_PART) {
            /* its opening stands for it */
        } else if (is_division(n)) {
            bool nested = in_part && n->kind != DOC_PART_OPENING;
            add_item(o, n, title_of(o, n), nested);
            inside = n->kind == DOC_ARTICLE;
        } else if (n->kind == DOC_HEADING && n->level == 2) {
            bool deep = doc_above(n, DOC_PART) != NULL;
            add_item(o, n, doc_text(o->arena, n), 1 + deep);
        } else {
            enum doc_model model = doc_vocab[n->kind].model;
            inside = inside || (model == DOC_IS_BLOCK && n->kind != DOC_NOTES);
        }
        n = inside ? doc_next(n, root) : doc_next_skip(n, root);
    }
}

/* The next item of the same depth under the same parent, or the list's end. */
static size_t
next_of(const struct outline *o, size_t i)
{
    size_t k = i + 1;
    while (k < o->items.n && o->items.at[k].depth > o->items.at[i].depth)
        k++;
    return k < o->items.n && o->items.at[k].depth == o->items.at[i].depth
               ? k
               : o->items.n;
}

/* First, Last and Count of the items below: those of depth `depth` that begin
 * at `first`. Parts are open, articles closed. */
static void
add_children(const struct outline *o, struct buf *b, size_t first, int depth,
             bool open)
{
    if (first >= o->items.n || o->items.at[first].depth != depth)
        return;
    size_t last = first, count = 0;
    for (size_t i = first; i < o->items.n; i = next_of(o, i)) {
        last = i;
        count++;
    }
    buf_printf(b, "/First %u 0 R/Last %u 0 R/Count %s%zu",
               o->items.at[first].object, o->items.at[last].object,
               open ? "" : "-", count);
}

static size_t
before_of(const struct outline *o, size_t i)
{
    for (size_t k = i; k-- > 0;) {
        if (o->items.at[k].depth == o->items.at[i].depth)
            return k;
        if (o->items.at[k].depth < o->items.at[i].depth)
            break;
    }
    return o->items.n;
}

static uint32_t
parent_of(const struct outline *o, size_t i, uint32_t root)
{
    for (size_t k = i; k-- > 0;)
        if (o->items.at[k].depth < o->items.at[i].depth)
            return o->items.at[k].object;
    return root;
}

static void
write_item(const struct outline *o, struct buf *b, size_t i, uint32_t root)
{
    const struct item *item = &o->items.at[i];
    size_t before = before_of(o, i), next = next_of(o, i);
    struct pdf_spot spot;
    buf_clear(b);
    buf_str(b, "<</Title");
    pdf_text(b, item->title);
    buf_printf(b, "/Parent %u 0 R", parent_of(o, i, root));
    if (before < o->items.n)
        buf_printf(b, "/Prev %u 0 R", o->items.at[before].object);
    if (next < o->items.n)
        buf_printf(b, "/Next %u 0 R", o->items.at[next].object);
    bool open = item->node->kind == DOC_PART_OPENING;
    add_children(o, b, i + 1, item->depth + 1, open);
    pdf_place_of(o->w, item->node, &spot);
    buf_str(b, "/Dest");
    pdf_destination(o->w, b, &spot);
    buf_str(b, ">>");
    pdf_put(o->w->out, item->object, b);
}

/* Items that show before anybody opens one. */
static size_t
visible(const struct outline *o)
{
    size_t n = 0;
    const struct item *part = NULL;
    for (size_t i = 0; i < o->items.n; i++) {
        const struct item *item = &o->items.at[i];
        if (item->depth == 0)
            part = item;
        n += item->depth == 0 ||
             (item->depth == 1 && part->node->kind == DOC_PART_OPENING);
    }
    return n;
}

static void
write_root(const struct outline *o, struct buf *b, uint32_t root)
{
    size_t last = 0;
    for (size_t i = 0; i < o->items.n; i = next_of(o, i))
        last = i;
    buf_clear(b);
    buf_printf(b, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %zu>>",
               o->items.at[0].object, o->items.at[last].object, visible(o));
    pdf_put(o->w->out, root, b);
}

uint32_t
pdf_outline_write(struct pdf_writer *w)
{
    struct outline o = {.w = w, .arena = arena_new()};
    struct buf b;
    collect(&o);
    uint32_t root = 0;
    if (o.items.n) {
        buf_init(&b, BUF_LIMIT_OUTPUT);
        root = pdf_object(w->out);
        for (size_t i = 0; i < o.items.n; i++)
            write_item(&o, &b, i, root);
        write_root(&o, &b, root);
        buf_free(&b);
    }
    arena_free(o.arena);
    return root;
}
