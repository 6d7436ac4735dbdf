/* SPDX-License-Identifier: MIT */
/* The structure tree as text: a line an element, two spaces a level, and the
 * beginning of each piece of its text with the page it stands on. */
#include "pdf/pdf_int.h"

static void
indent(struct buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        buf_str(out, "  ");
}

static void
dump_element(const struct pdf_writer *w, const struct pdf_element *e,
             struct buf *out)
{
    buf_str(out, e->type);
    if (e->lang)
        buf_printf(out, " lang=%s", e->lang);
    if (e->dir)
        buf_str(out, e->dir == DOC_RTL ? " rtl" : " ltr");
    if (e->node->kind == DOC_IMAGE)
        buf_printf(out, " alt=\"%s\"",
                   e->node->image->alt ? e->node->image->alt : "");
    if (e->node->kind == DOC_CELL && e->node->cell->colspan > 1)
        buf_printf(out, " colspan=%d", e->node->cell->colspan);
    if (e->node->kind == DOC_CELL && e->node->cell->rowspan > 1)
        buf_printf(out, " rowspan=%d", e->node->cell->rowspan);
    for (uint32_t l = e->first_link; l != PDF_NONE; l = w->links.at[l].next) {
        const struct pdf_link *link = &w->links.at[l];
        if (link->href)
            buf_printf(out, " → %s", link->href);
        else if (link->target)
            buf_printf(out, " → %s",
                       link->target->id ? link->target->id
                                        : doc_vocab[link->target->kind].name);
    }
    buf_char(out, '\n');
}

static void
dump_mark(const struct pdf_writer *w, const struct pdf_mark *mark,
          struct buf *out)
{
    const char *label = w->pages.at[mark->page].label;
    size_t came = w->pages.at[mark->page].first_mark + mark->id;
    struct pdf_said said = {"", NULL};
    if (came < w->texts.n)
        said = w->texts.at[came];
    buf_printf(out, "\"%s\"", said.text);
    if (said.actual)
        buf_printf(out, " says \"%s\"", said.actual);
    buf_printf(out, " p%s\n", label ? label : "");
}

void
pdf_tree_dump(const struct pdf_writer *w, const struct pdf_tree *t,
              struct buf *out)
{
    struct level {
        struct pdf_kids kids;
    };
    VEC(struct level) levels = {0};
    dump_element(w, pdf_element(t, 0), out);
    *vec_add(t->arena, &levels) = (struct level){pdf_kids_of(t, 0)};
    while (levels.n) {
        const struct pdf_mark *mark;
        uint32_t child;
        if (!pdf_kids_next(&levels.at[levels.n - 1].kids, &mark, &child)) {
            levels.n--;
            continue;
        }
        indent(out, (int)levels.n);
        if (mark) {
            dump_mark(w, mark, out);
            continue;
        }
        dump_element(w, pdf_element(t, child), out);
        *vec_add(t->arena, &levels) = (struct level){pdf_kids_of(t, child)};
    }
}
