/* SPDX-License-Identifier: MIT */
/* The outline (ISO 32000-1, 12.3.3): parts, articles and other divisions, and
 * their headings. */
#include "pdf/pdf_int.h"

#define NOTHING SIZE_MAX

/* Other items are named by their place in the list. */
struct item {
    const struct doc_node *node; /* that it leads to */
    const char *title;
    int depth;
    uint32_t object;
    size_t parent, before, next, first, last; /* NOTHING: there is none */
    size_t shown; /* items below it that show when it is open */
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
    most = most < DOC_TOC_DEPTH ? most : DOC_TOC_DEPTH - 1;
    *vec_add(o->arena, &o->items) =
        (struct item){.node = node,
                      .title = title,
                      .depth = depth < most ? depth : most,
                      .object = pdf_object(o->w->out),
                      .parent = NOTHING,
                      .before = NOTHING,
                      .next = NOTHING,
                      .first = NOTHING,
                      .last = NOTHING};
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

/* The headings of an article down to the level that the book asks for. */
static void
add_sections(struct outline *o, const struct doc_node *article, int depth)
{
    const struct doc_lists *lists = &o->w->book->lists;
    int deepest = lists->outline ? lists->outline : 2;
    deepest = deepest > lists->contents ? deepest : lists->contents;
    const struct doc_node *n = NULL;
    while ((n = doc_section(article, n, deepest)))
        add_item(o, n, doc_text(o->arena, n), depth + n->level - 1);
}

static void
collect(struct outline *o)
{
    const struct doc_node *root = o->w->book->root;
    int parts = 0; /* that the node stands in */
    for (const struct doc_node *n = root->first; n;) {
        if (n->kind == DOC_PART && n->first) {
            parts++;
            n = n->first;
            continue;
        }
        /* A part's opening stands for the part. */
        int depth = parts - (n->kind == DOC_PART_OPENING);
        add_item(o, n, title_of(o, n), depth);
        if (n->kind == DOC_ARTICLE)
            add_sections(o, n, depth);
        while (n != root && !n->next) {
            n = n->parent;
            parts -= n->kind == DOC_PART;
        }
        n = n == root ? NULL : n->next;
    }
}

/* Joins each item with its parent and siblings, in one way along the list. */
static void
join(struct outline *o)
{
    size_t at[DOC_TOC_DEPTH + 1] = {0}; /* the last item of each depth */
    for (size_t i = 0; i < o->items.n; i++) {
        struct item *item = &o->items.at[i];
        int depth = item->depth;
        bool first = i == 0 || depth > o->items.at[i - 1].depth;
        if (depth)
            item->parent = at[depth - 1];
        if (depth && first)
            o->items.at[item->parent].first = i;
        if (depth)
            o->items.at[item->parent].last = i;
        if (!first) {
            item->before = at[depth];
            o->items.at[at[depth]].next = i;
        }
        at[depth] = i;
    }
}

/* Parts are open, articles closed. */
static bool
is_open(const struct item *item)
{
    return item->node->kind == DOC_PART_OPENING;
}

/* How many items show in all. */
static size_t
count_shown(struct outline *o)
{
    size_t shown = 0;
    for (size_t i = o->items.n; i-- > 0;) {
        const struct item *item = &o->items.at[i];
        size_t *into =
            item->parent == NOTHING ? &shown : &o->items.at[item->parent].shown;
        *into += 1 + (is_open(item) ? item->shown : 0);
    }
    return shown;
}

static void
add_reference(const struct outline *o, struct buf *b, const char *name,
              size_t item)
{
    if (item != NOTHING)
        buf_printf(b, "/%s %u 0 R", name, o->items.at[item].object);
}

static void
write_item(const struct outline *o, struct buf *b, size_t i, uint32_t root)
{
    const struct item *item = &o->items.at[i];
    struct pdf_spot spot;
    buf_clear(b);
    buf_str(b, "<</Title");
    pdf_text(b, item->title);
    buf_printf(b, "/Parent %u 0 R",
               item->parent == NOTHING ? root
                                       : o->items.at[item->parent].object);
    add_reference(o, b, "Prev", item->before);
    add_reference(o, b, "Next", item->next);
    add_reference(o, b, "First", item->first);
    add_reference(o, b, "Last", item->last);
    if (item->shown)
        buf_printf(b, "/Count %s%zu", is_open(item) ? "" : "-", item->shown);
    pdf_place_of(o->w, item->node, &spot);
    buf_str(b, "/Dest");
    pdf_destination(o->w, b, &spot);
    buf_str(b, ">>");
    pdf_put(o->w->out, item->object, b);
}

static void
write_root(const struct outline *o, struct buf *b, uint32_t root, size_t shown)
{
    size_t last = o->items.n - 1;
    while (o->items.at[last].parent != NOTHING)
        last = o->items.at[last].parent;
    buf_clear(b);
    buf_printf(b, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %zu>>",
               o->items.at[0].object, o->items.at[last].object, shown);
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
        join(&o);
        size_t shown = count_shown(&o);
        for (size_t i = 0; i < o.items.n; i++)
            write_item(&o, &b, i, root);
        write_root(&o, &b, root, shown);
        buf_free(&b);
    }
    arena_free(o.arena);
    return root;
}
