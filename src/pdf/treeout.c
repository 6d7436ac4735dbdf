/* SPDX-License-Identifier: MIT */
/* The structure tree as objects (ISO 32000-1, 14.7). */
#include "pdf/pdf_int.h"

/* One element being written. */
struct writing {
    struct pdf_writer *w;
    const struct pdf_tree *tree;
    struct buf *b;
};

static void
add_figure(struct writing *x, const struct pdf_element *e)
{
    const struct doc_image *image = e->node->image;
    const char *alt = image->alt && !str_blank(image->alt) ? image->alt : NULL;
    if (!alt && image->asset)
        alt = image->asset->alt;
    if (alt && !str_blank(alt)) {
        buf_str(x->b, "/Alt");
        pdf_text(x->b, alt);
    } else {
        x->w->faults.no_alt++;
    }
    const struct pdf_known *known = pdf_nodes_get(x->w->boxes, e->node);
    if (!known)
        return;
    const struct pdf_spot *s = &x->w->spots.at[known->at];
    int height = x->w->pages.at[s->page].height;
    buf_str(x->b, "/A<</O/Layout/BBox[");
    pdf_points(x->b, s->x);
    buf_char(x->b, ' ');
    pdf_points(x->b, height - s->y - s->height);
    buf_char(x->b, ' ');
    pdf_points(x->b, s->x + s->width);
    buf_char(x->b, ' ');
    pdf_points(x->b, height - s->y);
    buf_str(x->b, "]>>");
}

static void
add_cell(struct writing *x, const struct pdf_element *e)
{
    const struct doc_cell *cell = e->node->cell;
    bool in_head = doc_above(e->node, DOC_TABLE_HEAD) != NULL;
    if (!cell->header && cell->colspan < 2 && cell->rowspan < 2)
        return;
    buf_str(x->b, "/A<</O/Table");
    if (cell->header)
        buf_str(x->b, in_head ? "/Scope/Column" : "/Scope/Row");
    if (cell->colspan > 1)
        buf_printf(x->b, "/ColSpan %d", cell->colspan);
    if (cell->rowspan > 1)
        buf_printf(x->b, "/RowSpan %d", cell->rowspan);
    buf_str(x->b, ">>");
}

/* What an element says of itself beyond its type. */
static void
add_attributes(struct writing *x, const struct pdf_element *e, uint32_t i)
{
    bool outer = pdf_element_of(x->tree, e->node) == i;
    if (e->lang) {
        buf_str(x->b, "/Lang");
        pdf_text(x->b, e->lang);
    }
    if (!outer)
        return;
    bool other = e->node->kind == DOC_IMAGE || e->node->kind == DOC_CELL ||
                 e->node->kind == DOC_LIST;
    if (e->dir && !other)
        buf_printf(x->b, "/A<</O/Layout/WritingMode/%s>>",
                   e->dir == DOC_RTL ? "RlTb" : "LrTb");
    switch (e->node->kind) {
    case DOC_IMAGE:
        add_figure(x, e);
        break;
    case DOC_CELL:
        add_cell(x, e);
        break;
    case DOC_LIST:
        buf_printf(x->b, "/A<</O/List/ListNumbering/%s>>",
                   e->node->list->ordered ? "Decimal" : "Disc");
        break;
    case DOC_NOTE:
        buf_printf(x->b, "/ID(note%08u)", i);
        break;
    default:
        break;
    }
}

/* The page that most kids need not name: that of the first mark. */
static uint32_t
page_of(const struct pdf_tree *t, const struct pdf_element *e)
{
    return e->own_count ? t->marks[e->first_own].page : PDF_NONE;
}

static void
add_space(struct buf *b)
{
    char last = b->at[b->n - 1];
    if (last != '[' && last != '>')
        buf_char(b, ' ');
}

static void
add_kids(struct writing *x, const struct pdf_element *e, uint32_t i,
         uint32_t page)
{
    struct pdf_kids kids = pdf_kids_of(x->tree, i);
    const struct pdf_mark *mark;
    uint32_t child;
    while (pdf_kids_next(&kids, &mark, &child)) {
        if (mark && mark->page == page) {
            add_space(x->b);
            buf_printf(x->b, "%u", mark->id);
        } else if (mark) {
            buf_printf(x->b, "<</Type/MCR/Pg %u 0 R/MCID %u>>",
                       x->w->pages.at[mark->page].object, mark->id);
        } else {
            add_space(x->b);
            buf_printf(x->b, "%u 0 R", pdf_element(x->tree, child)->object);
        }
    }
    for (uint32_t l = e->first_link; l != PDF_NONE; l = x->w->links.at[l].next)
        buf_printf(x->b, "<</Type/OBJR/Obj %u 0 R/Pg %u 0 R>>",
                   x->w->links.at[l].object,
                   x->w->pages.at[x->w->links.at[l].page].object);
}

static void
write_element(struct writing *x, uint32_t i, uint32_t root)
{
    const struct pdf_element *e = pdf_element(x->tree, i);
    uint32_t page = page_of(x->tree, e);
    buf_clear(x->b);
    buf_printf(x->b, "<</S/%s/P %u 0 R", e->type,
               e->parent == PDF_NONE ? root
                                     : pdf_element(x->tree, e->parent)->object);
    add_attributes(x, e, i);
    if (page != PDF_NONE)
        buf_printf(x->b, "/Pg %u 0 R", x->w->pages.at[page].object);
    buf_str(x->b, "/K[");
    add_kids(x, e, i, page);
    buf_str(x->b, "]>>");
    pdf_put(x->w->out, e->object, x->b);
}

/* --- the way back: from pages and annotations to elements --- */

/* For each page its marks' elements, by id. */
static uint32_t *
owners_by_page(struct pdf_writer *w, const struct pdf_tree *t)
{
    uint32_t *owner = ARENA_ARRAY(t->arena, uint32_t, w->marks.n + 1);
    for (uint32_t i = 0; i < t->n; i++) {
        const struct pdf_element *e = pdf_element(t, i);
        for (uint32_t k = 0; k < e->own_count; k++) {
            const struct pdf_mark *mark = &t->marks[e->first_own + k];
            owner[w->pages.at[mark->page].first_mark + mark->id] = e->object;
        }
    }
    return owner;
}

/* A leaf of the number tree that is being filled. */
struct numbers {
    struct pdf_writer *w;
    struct buf leaf, kids;
    uint32_t first, last, n;
};

enum { LEAF = 64 };

static void
end_leaf(struct numbers *x)
{
    if (!x->n)
        return;
    uint32_t object = pdf_object(x->w->out);
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    buf_printf(&b, "<</Limits[%u %u]/Nums[%s]>>", x->first, x->last,
               x->leaf.at);
    pdf_put(x->w->out, object, &b);
    buf_printf(&x->kids, "%u 0 R ", object);
    buf_clear(&x->leaf);
    buf_free(&b);
    x->n = 0;
}

static void
add_number(struct numbers *x, uint32_t key, uint32_t object)
{
    if (!x->n)
        x->first = key;
    buf_printf(&x->leaf, "%u %u 0 R ", key, object);
    x->last = key;
    if (++x->n == LEAF)
        end_leaf(x);
}

static uint32_t
write_page_owners(struct pdf_writer *w, const struct pdf_page *page,
                  const uint32_t *owner, struct buf *b)
{
    uint32_t object = pdf_object(w->out);
    buf_clear(b);
    buf_char(b, '[');
    for (uint32_t i = 0; i < page->mark_count; i++) {
        uint32_t element = owner[page->first_mark + i];
        w->faults.untagged += !element;
        if (element)
            buf_printf(b, "%u 0 R ", element);
        else
            buf_str(b, "null ");
    }
    buf_char(b, ']');
    pdf_put(w->out, object, b);
    return object;
}

/* Keys: pages by index, then annotations behind the pages. */
static uint32_t
write_parent_tree(struct pdf_writer *w, const struct pdf_tree *t, struct buf *b)
{
    const uint32_t *owner = owners_by_page(w, t);
    struct numbers x = {.w = w};
    buf_init(&x.leaf, BUF_LIMIT_OUTPUT);
    buf_init(&x.kids, BUF_LIMIT_OUTPUT);
    for (size_t i = 0; i < w->pages.n; i++)
        if (w->pages.at[i].mark_count)
            add_number(&x, (uint32_t)i,
                       write_page_owners(w, &w->pages.at[i], owner, b));
    for (size_t i = 0; i < w->links.n; i++)
        if (w->links.at[i].element != PDF_NONE)
            add_number(&x, (uint32_t)(w->pages.n + i),
                       pdf_element(t, w->links.at[i].element)->object);
    end_leaf(&x);
    uint32_t object = pdf_object(w->out);
    buf_clear(b);
    buf_printf(b, x.kids.n ? "<</Kids[%s]>>" : "<</Nums[%s]>>", x.kids.at);
    pdf_put(w->out, object, b);
    buf_free(&x.leaf);
    buf_free(&x.kids);
    return object;
}

/* Notes by their IDs, which count up with the elements. */
static void
add_id_tree(const struct pdf_tree *t, struct buf *b)
{
    bool any = false;
    for (uint32_t i = 0; i < t->n; i++) {
        const struct pdf_element *e = pdf_element(t, i);
        if (!e->live || e->node->kind != DOC_NOTE ||
            pdf_element_of(t, e->node) != i)
            continue;
        if (!any)
            buf_str(b, "/IDTree<</Names[");
        any = true;
        buf_printf(b, "(note%08u)%u 0 R", i, e->object);
    }
    if (any)
        buf_str(b, "]>>");
}

uint32_t
pdf_tree_write(struct pdf_writer *w, struct pdf_tree *t)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    uint32_t root = pdf_object(w->out);
    for (uint32_t i = 0; i < t->n; i++)
        if (pdf_element(t, i)->live)
            pdf_element(t, i)->object = pdf_object(w->out);
    struct writing x = {w, t, &b};
    for (uint32_t i = 0; i < t->n; i++)
        if (pdf_element(t, i)->live)
            write_element(&x, i, root);
    uint32_t parents = write_parent_tree(w, t, &b);
    buf_clear(&b);
    buf_printf(&b,
               "<</Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R"
               "/ParentTreeNextKey %zu",
               pdf_element(t, 0)->object, parents, w->pages.n + w->links.n);
    add_id_tree(t, &b);
    buf_str(&b, ">>");
    pdf_put(w->out, root, &b);
    buf_free(&b);
    return root;
}
