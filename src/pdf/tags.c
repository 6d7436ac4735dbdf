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

/* What a cell heads or is headed by. */
static void
dump_cell(const struct pdf_tree *t, const struct pdf_cell *cell,
          struct buf *out)
{
    static const char *const scopes[] = {[PDF_NO_SCOPE] = "",
                                         [PDF_ROW] = " scope=row",
                                         [PDF_COLUMN] = " scope=column"};
    buf_str(out, scopes[cell->scope]);
    if (cell->columns > 1)
        buf_printf(out, " colspan=%d", cell->columns);
    if (cell->rows > 1)
        buf_printf(out, " rowspan=%d", cell->rows);
    size_t n = 0;
    for (size_t i = 0; t->complex_table && i < t->cells.n; i++)
        if (pdf_cell_heads(t, &t->cells.at[i], cell))
            buf_printf(out, n++ ? ", “%s”" : " under “%s”",
                       doc_text(t->arena, t->cells.at[i].node));
}

static void
dump_element(const struct pdf_writer *w, struct pdf_tree *t, uint32_t i,
             struct buf *out)
{
    const struct pdf_element *e = pdf_element(t, i);
    bool outer = pdf_element_of(t, e->node) == i;
    const struct pdf_known *list =
        outer ? pdf_nodes_get(w->lists, e->node) : NULL;
    buf_str(out, e->type);
    if (e->lang)
        buf_printf(out, " lang=%s", e->lang);
    if (e->dir)
        buf_str(out, e->dir == DOC_RTL ? " rtl" : " ltr");
    if (e->node->kind == DOC_IMAGE)
        buf_printf(out, " alt=\"%s\"",
                   e->node->image->alt ? e->node->image->alt : "");
    if (list)
        buf_printf(out, " %s", w->numberings.at[list->at]);
    if (e->node->kind == DOC_TABLE)
        pdf_cells_read(t, e->node);
    if (e->node->kind == DOC_CELL && outer)
        dump_cell(t, pdf_cell_of(t, i), out);
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
pdf_tree_dump(const struct pdf_writer *w, struct pdf_tree *t, struct buf *out)
{
    struct level {
        struct pdf_kids kids;
    };
    VEC(struct level) levels = {0};
    dump_element(w, t, 0, out);
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
        dump_element(w, t, child, out);
        *vec_add(t->arena, &levels) = (struct level){pdf_kids_of(t, child)};
    }
}
