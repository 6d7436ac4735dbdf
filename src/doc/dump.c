/* SPDX-License-Identifier: MIT */
/* The tree as text, for goldens and people. */
#include "doc/doc.h"

static void
quoted(struct buf *out, const char *s)
{
    buf_char(out, '"');
    for (; *s; s++) {
        if (*s == '\n')
            buf_str(out, "\\n");
        else if (*s == '"' || *s == '\\')
            buf_printf(out, "\\%c", *s);
        else
            buf_char(out, *s);
    }
    buf_char(out, '"');
}

static void
field(struct buf *out, const char *name, const char *value)
{
    if (!value)
        return;
    buf_printf(out, " %s=", name);
    quoted(out, value);
}

static void
number(struct buf *out, const char *name, int value, int usual)
{
    if (value != usual)
        buf_printf(out, " %s=%d", name, value);
}

static void
flag(struct buf *out, const char *name, bool set)
{
    if (set)
        buf_printf(out, " %s", name);
}

static const char *
id_of(const struct doc_node *node)
{
    return node ? (node->id ? node->id : "?") : NULL;
}

static void
dump_list(struct buf *out, const struct doc_node *node)
{
    flag(out, "ordered", node->list->ordered);
    flag(out, "tight", node->list->tight);
    number(out, "start", node->list->start, 1);
}

static void
dump_cell(struct buf *out, const struct doc_node *node)
{
    static const char *const aligns[] = {NULL, "left", "center", "right"};
    flag(out, "header", node->cell->header);
    field(out, "align", aligns[node->cell->align]);
    number(out, "colspan", node->cell->colspan, 1);
    number(out, "rowspan", node->cell->rowspan, 1);
}

static void
dump_link(struct buf *out, const struct doc_node *node)
{
    field(out, "href", node->link->href);
    field(out, "title", node->link->title);
    field(out, "target", id_of(node->link->target));
}

static void
dump_abbreviation(struct buf *out, const struct doc_node *node)
{
    field(out, "title", node->expansion);
}

static void
dump_image(struct buf *out, const struct doc_node *node)
{
    field(out, "src", node->image->src);
    field(out, "alt", node->image->alt);
    field(out, "title", node->image->title);
    flag(out, "decorative", node->image->decorative);
    if (node->image->asset)
        buf_printf(out, " size=%gx%g", node->image->asset->width,
                   node->image->asset->height);
}

static void
dump_note(struct buf *out, const struct doc_node *node)
{
    number(out, "number", node->note->number, 0);
    field(out, "label", node->note->label);
}

static void
dump_article(struct buf *out, const struct doc_node *node)
{
    field(out, "slug", node->article->slug);
    field(out, "title", node->article->title);
}

static void
dump_page_ref(struct buf *out, const struct doc_node *node)
{
    field(out, "target", id_of(node->page_ref->target));
    field(out, "before", node->page_ref->before);
    flag(out, "whole", node->page_ref->whole);
}

static void
dump_item(struct buf *out, const struct doc_node *node)
{
    static const char *const tasks[] = {NULL, "open", "done"};
    field(out, "task", tasks[node->task]);
}

static void
dump_level(struct buf *out, const struct doc_node *node)
{
    number(out, "level", node->level, 0);
}

/* What the data of a kind prints. */
static void (*const printers[DOC_KIND_COUNT])(struct buf *,
                                              const struct doc_node *) = {
    [DOC_LIST] = dump_list,
    [DOC_CELL] = dump_cell,
    [DOC_ABBREVIATION] = dump_abbreviation,
    [DOC_LINK] = dump_link,
    [DOC_IMAGE] = dump_image,
    [DOC_NOTE] = dump_note,
    [DOC_NOTE_REF] = dump_note,
    [DOC_ARTICLE] = dump_article,
    [DOC_PAGE_REF] = dump_page_ref,
    [DOC_ITEM] = dump_item,
    [DOC_HEADING] = dump_level,
    [DOC_TOC_ENTRY] = dump_level,
};

void
doc_dump(const struct doc_book *book, const struct doc_node *root,
         struct buf *out)
{
    static const char *const directions[] = {NULL, "ltr", "rtl", "auto"};
    if (!root)
        root = book->root;
    int depth = 0;
    for (const struct doc_node *n = root; n;) {
        buf_printf(out, "%*s%s", depth * 2, "", doc_vocab[n->kind].name);
        field(out, "id", n->id);
        field(out, "class", n->class);
        field(out, "lang", n->lang);
        field(out, "dir", directions[n->dir]);
        flag(out, "override", n->override);
        if (printers[n->kind])
            printers[n->kind](out, n);
        if (n->text) {
            buf_char(out, ' ');
            quoted(out, n->text);
        }
        buf_char(out, '\n');
        if (n->first) {
            n = n->first;
            depth++;
            continue;
        }
        while (n != root && !n->next) {
            n = n->parent;
            depth--;
        }
        n = n == root ? NULL : n->next;
    }
}
