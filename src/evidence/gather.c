/* SPDX-License-Identifier: MIT */
/* What is in the book: facts, and what of them a person has to look at. */
#include <string.h>

#include "evidence/evidence_int.h"

/* An alternative that is longer than this tells of something rich. */
enum { LONG_ALT = 250 };

/* What is set in bold on a line of its own and longer is no heading. */
enum { LONGEST_HEADING = 90 };

void
evidence_add_item(struct evidence *e, evidence_items *items,
                  const struct doc_node *node, const char *text)
{
    *vec_add(e->arena, items) =
        (struct evidence_item){doc_place(node), text, NULL};
}

static void
ask(struct evidence *e, enum evidence_task task, const struct doc_node *node,
    const char *text)
{
    evidence_add_item(e, &e->tasks[task], node, text);
}

/* The same with what it says. */
static void
ask_what(struct evidence *e, enum evidence_task task,
         const struct doc_node *node, const char *text, const char *says)
{
    ask(e, task, node, text);
    e->tasks[task].at[e->tasks[task].n - 1].says = says;
}

char *
evidence_text(struct evidence *e, const struct doc_node *node)
{
    return str_trim(e->arena,
                    str_fold_space(e->arena, doc_text(e->arena, node)));
}

static const char *
alt_of(struct evidence *e, const struct doc_image *i)
{
    const char *texts[] = {i->alt, i->title, i->asset ? i->asset->alt : NULL};
    for (size_t k = 0; k < 3 && !i->decorative; k++)
        if (texts[k] && !str_blank(texts[k]))
            return str_fold_space(e->arena, texts[k]);
    return "";
}

static void
take_image(struct evidence *e, const struct doc_node *n)
{
    const struct doc_image *i = n->image;
    /* Of pictures with the same bytes there is one asset. */
    const char *name = path_base(i->src ? i->src : i->asset->path);
    const char *alt = alt_of(e, i);
    *vec_add(e->arena, &e->images) =
        (struct evidence_image){{doc_place(n), name, NULL}, alt, i->decorative};
    if (i->decorative) {
        e->decorative++;
        ask(e, EVIDENCE_DECORATIVE, n, name);
        return;
    }
    e->without_alt += !*alt;
    ask_what(e, EVIDENCE_ALTS, n, name, alt);
    ask(e, EVIDENCE_PICTURES, n, name);
    ask(e, EVIDENCE_COLOUR, n, name);
    if ((i->asset && i->asset->kind == DOC_SVG) || strlen(alt) > LONG_ALT)
        ask(e, EVIDENCE_LONG, n, name);
}

/* The rows, columns and header cells of a table; tables in its cells aside. */
static size_t
measure_table(const struct doc_node *table, struct evidence_table *t)
{
    size_t head_rows = 0, columns = 0;
    for (const struct doc_node *n = doc_next(table, table); n;) {
        if (n->kind == DOC_ROW) {
            t->rows++;
            head_rows += n->parent->kind == DOC_TABLE_HEAD;
            columns = 0;
        }
        if (n->kind == DOC_CELL) {
            t->header_cells += n->cell->header;
            t->spans = t->spans || n->cell->colspan > 1 || n->cell->rowspan > 1;
            columns += (size_t)n->cell->colspan;
            t->columns = columns > t->columns ? columns : t->columns;
        }
        n = n->kind == DOC_CELL ? doc_next_skip(n, table) : doc_next(n, table);
    }
    return head_rows;
}

static void
take_table(struct evidence *e, const struct doc_node *n)
{
    struct evidence_table t = {{doc_place(n), "", NULL}, 0, 0, 0, false};
    doc_each_child (child, n)
        if (child->kind == DOC_TABLE_CAPTION)
            t.item.text = evidence_text(e, child);
    size_t head_rows = measure_table(n, &t);
    *vec_add(e->arena, &e->tables) = t;
    ask(e, EVIDENCE_TABLES, n, t.item.text);
    if (t.spans || head_rows > 1)
        ask(e, EVIDENCE_COMPLEX_TABLES, n, t.item.text);
}

static void
take_heading(struct evidence *e, const struct doc_node *n)
{
    const char *text = evidence_text(e, n);
    int level = n->kind == DOC_TITLE ? 1 : n->level;
    *vec_add(e->arena, &e->headings) =
        (struct evidence_heading){{doc_place(n), text, NULL}, level};
}

/* A paragraph that is all bold, short, and not the last of what it stands in:
 * it may head what follows. */
static void
take_paragraph(struct evidence *e, const struct doc_node *n)
{
    const struct doc_node *only = n->first;
    if (!n->file || !only || only->next || only->kind != DOC_STRONG ||
        !n->next || n->class)
        return;
    const char *text = evidence_text(e, n);
    if (*text && strlen(text) <= LONGEST_HEADING)
        ask(e, EVIDENCE_LIKE_HEADINGS, n, text);
}

static void
take_language(struct evidence *e, const struct doc_node *n)
{
    if (n->file && !str_eq(n->lang, e->book->lang))
        ask(e, EVIDENCE_LANGUAGES, n, n->lang);
    for (size_t i = 0; i < e->languages.n; i++)
        if (str_eq(e->languages.at[i].text, n->lang))
            return;
    evidence_add_item(e, &e->languages, n, n->lang);
}

static const char *
panel_name(struct evidence *e, const struct doc_node *panel)
{
    doc_each_child (child, panel)
        if (doc_has_class(child, "panel-title") || child->kind == DOC_HEADING)
            return evidence_text(e, child);
    return "";
}

static void
take_node(struct evidence *e, const struct doc_node *n)
{
    if (n->lang)
        take_language(e, n);
    if (n->text && n->kind == DOC_TEXT && n->file)
        evidence_abbreviations(e, n);
    switch (n->kind) {
    case DOC_ARTICLE:
        e->articles++;
        break;
    case DOC_TITLE:
    case DOC_HEADING:
        take_heading(e, n);
        break;
    case DOC_IMAGE:
        take_image(e, n);
        break;
    case DOC_TABLE:
        take_table(e, n);
        break;
    case DOC_LINK:
        e->links += n->file != NULL;
        break;
    case DOC_NOTE:
        e->notes++;
        break;
    case DOC_LIST:
        e->lists += n->file != NULL;
        break;
    case DOC_PARAGRAPH:
        take_paragraph(e, n);
        break;
    case DOC_PANEL:
        ask(e, EVIDENCE_ORDER, n, panel_name(e, n));
        break;
    default:
        break;
    }
}

struct evidence *
evidence_new(struct arena *a, const struct doc_book *book)
{
    struct evidence *e = ARENA_NEW(a, struct evidence);
    *e = (struct evidence){.arena = a, .book = book};
    e->abbreviations = map_new(a);
    *vec_add(a, &e->languages) = (struct evidence_item){{0}, book->lang, NULL};
    const struct doc_node *root = book->root;
    for (const struct doc_node *n = root; n;) {
        /* What the cover says stands on the title page too, and the contents
         * say what the headings do. */
        bool repeats = n->kind == DOC_COVER || n->kind == DOC_CONTENTS ||
                       n->kind == DOC_FIGURE_LIST || n->kind == DOC_TABLE_LIST;
        if (!repeats)
            take_node(e, n);
        n = repeats ? doc_next_skip(n, root) : doc_next(n, root);
    }
    return e;
}

void
evidence_look(struct evidence *e, const struct doc_node *node,
              const struct style *style)
{
    bool columns = style->column_count > 1;
    if (!columns && style->page_float == STYLE_FLOAT_NONE)
        return;
    /* Of panels it is asked already. */
    if (node->kind == DOC_PANEL || !node->file)
        return;
    ask_what(e, EVIDENCE_ORDER, node, "", columns ? "columns" : "float");
}
