/* SPDX-License-Identifier: MIT */
/* The structure tree as objects (ISO 32000-1, 14.7). */
#include "pdf/pdf_int.h"

/* One element being written. */
struct writing {
    struct pdf_writer *w;
    struct pdf_tree *tree;
    struct buf *b;
    struct buf attributes; /* its attribute objects */
    int attribute_count;
    VEC(uint32_t) ids; /* elements that have one */
};

/* Begins an attribute object, which ends with >>. */
static struct buf *
attribute(struct writing *x, const char *owner)
{
    x->attribute_count++;
    buf_printf(&x->attributes, "<</O/%s", owner);
    return &x->attributes;
}

/* IDs count up with the elements. */
static void
put_id(struct buf *b, uint32_t i)
{
    buf_printf(b, "(e%08u)", i);
}

static void
add_id(struct writing *x, uint32_t i)
{
    buf_str(x->b, "/ID");
    put_id(x->b, i);
    *vec_add(x->tree->arena, &x->ids) = i;
}

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
    struct buf *b = attribute(x, "Layout");
    if (doc_vocab[e->node->parent->kind].model < DOC_IS_LEAF)
        buf_str(b, "/Placement/Block");
    buf_str(b, "/BBox");
    pdf_box(b, s->x, s->y, s->width, s->height, height);
    buf_str(b, ">>");
}

static void
add_headers(struct writing *x, struct buf *b, const struct pdf_cell *cell)
{
    const struct pdf_tree *t = x->tree;
    size_t n = 0;
    for (size_t i = 0; i < t->cells.n; i++)
        if (pdf_cell_heads(t, &t->cells.at[i], cell)) {
            buf_str(b, n++ ? "" : "/Headers[");
            put_id(b, t->cells.at[i].element);
        }
    if (n)
        buf_char(b, ']');
}

static void
add_cell(struct writing *x, uint32_t i)
{
    static const char *const scopes[] = {
        [PDF_NO_SCOPE] = "", [PDF_ROW] = "/Row", [PDF_COLUMN] = "/Column"};
    const struct pdf_cell *cell = pdf_cell_of(x->tree, i);
    bool complex = x->tree->complex_table;
    if (complex && cell->names)
        add_id(x, i);
    if (!complex && !cell->scope)
        return;
    struct buf *b = attribute(x, "Table");
    size_t before = b->n;
    if (cell->scope)
        buf_printf(b, "/Scope%s", scopes[cell->scope]);
    if (cell->columns > 1)
        buf_printf(b, "/ColSpan %d", cell->columns);
    if (cell->rows > 1)
        buf_printf(b, "/RowSpan %d", cell->rows);
    if (complex)
        add_headers(x, b, cell);
    if (b->n == before) {
        buf_clear(b);
        x->attribute_count = 0;
    } else {
        buf_str(b, ">>");
    }
}

static void
add_list(struct writing *x, const struct pdf_element *e)
{
    const struct pdf_known *known = pdf_nodes_get(x->w->lists, e->node);
    if (known)
        buf_printf(attribute(x, "List"), "/ListNumbering/%s>>",
                   x->w->numberings.at[known->at]);
}

static void
put_attributes(struct writing *x)
{
    if (x->attribute_count)
        buf_printf(x->b, x->attribute_count > 1 ? "/A[%s]" : "/A%s",
                   x->attributes.at);
    x->attribute_count = 0;
    buf_clear(&x->attributes);
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
    switch (e->node->kind) {
    case DOC_IMAGE:
        add_figure(x, e);
        break;
    case DOC_ABBREVIATION:
        if (e->node->expansion) {
            buf_str(x->b, "/E");
            pdf_text(x->b, e->node->expansion);
        }
        break;
    case DOC_TABLE:
        pdf_cells_read(x->tree, e->node);
        break;
    case DOC_CELL:
        add_cell(x, i);
        break;
    case DOC_LIST:
        add_list(x, e);
        break;
    case DOC_DEFINITIONS:
        /* Labels that nothing counts (ISO 14289-1, 7.6). */
        if (str_eq(e->type, "L"))
            buf_str(attribute(x, "List"), "/ListNumbering/None>>");
        break;
    case DOC_NOTE:
        add_id(x, i);
        break;
    default:
        break;
    }
    if (e->dir)
        buf_printf(attribute(x, "Layout"), "/WritingMode/%s>>",
                   e->dir == DOC_RTL ? "RlTb" : "LrTb");
    put_attributes(x);
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

/* Elements by their IDs, which come in order (ISO 32000-1, 14.7.2). */
static void
add_id_tree(const struct writing *x)
{
    if (x->ids.n)
        buf_str(x->b, "/IDTree<</Names[");
    for (size_t i = 0; i < x->ids.n; i++) {
        put_id(x->b, x->ids.at[i]);
        buf_printf(x->b, "%u 0 R", pdf_element(x->tree, x->ids.at[i])->object);
    }
    if (x->ids.n)
        buf_str(x->b, "]>>");
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
    struct writing x = {.w = w, .tree = t, .b = &b};
    buf_init(&x.attributes, BUF_LIMIT_OUTPUT);
    for (uint32_t i = 0; i < t->n; i++)
        if (pdf_element(t, i)->live)
            write_element(&x, i, root);
    uint32_t parents = write_parent_tree(w, t, &b);
    buf_clear(&b);
    buf_printf(&b,
               "<</Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R"
               "/ParentTreeNextKey %zu",
               pdf_element(t, 0)->object, parents, w->pages.n + w->links.n);
    add_id_tree(&x);
    buf_str(&b, ">>");
    pdf_put(w->out, root, &b);
    buf_free(&x.attributes);
    buf_free(&b);
    return root;
}
