/* SPDX-License-Identifier: MIT */
/* Markdown: what cmark-gfm makes of a text goes onto the tree. */
#include "read/markdown_int.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <string.h>

size_t
markdown_line(cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    return line > 0 ? (size_t)line - 1 : 0;
}

size_t
markdown_byte(cmark_node *node)
{
    int col = cmark_node_get_start_column(node);
    return col > 0 ? (size_t)col - 1 : 0;
}

/* Where the node begins. cmark's columns are off in some places (lines after a
 * task's box, escaped bars in tables): where the source does not have what
 * the node begins with, the next such place in the line is taken. */
struct place
markdown_place(const struct markdown *m, cmark_node *node, const char *start)
{
    const struct read_source *s = m->tree.source;
    size_t line = markdown_line(node), byte = markdown_byte(node);
    if (line < s->lines && start) {
        size_t near = read_source_near(s, line, byte, start, strlen(start));
        byte = near == SIZE_MAX ? byte : near;
    }
    return read_source_place(s, line, byte);
}

struct doc_node *
markdown_open(struct markdown *m, cmark_node *node, enum doc_kind kind)
{
    return tree_open(&m->tree, kind, markdown_place(m, node, NULL), node, NULL);
}

static void
enter_paragraph(struct markdown *m, cmark_node *node)
{
    m->paragraph_depth = m->tree.depth;
    markdown_open(m, node, DOC_PARAGRAPH);
}

static void
enter_emphasis(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_EMPHASIS);
}

static void
enter_strong(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_STRONG);
}

static void
enter_strike(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_STRIKE);
}

/* GitHub's alerts: the first line of a quote is one of these words. */
static const struct {
    const char *mark, *class;
    enum doc_word word;
} alerts[] = {
    {"[!NOTE]", "alert alert-note", DOC_WORD_NOTE},
    {"[!TIP]", "alert alert-tip", DOC_WORD_TIP},
    {"[!IMPORTANT]", "alert alert-important", DOC_WORD_IMPORTANT},
    {"[!WARNING]", "alert alert-warning", DOC_WORD_WARNING},
    {"[!CAUTION]", "alert alert-caution", DOC_WORD_CAUTION},
};

/* The index of the alert that the quote is, or -1. */
static int
find_alert(cmark_node *quote)
{
    cmark_node *paragraph = cmark_node_first_child(quote);
    if (!paragraph || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return -1;
    cmark_node *mark = cmark_node_first_child(paragraph);
    cmark_node *next = mark ? cmark_node_next(mark) : NULL;
    if (!mark || cmark_node_get_type(mark) != CMARK_NODE_TEXT)
        return -1;
    if (next && cmark_node_get_type(next) != CMARK_NODE_SOFTBREAK &&
        cmark_node_get_type(next) != CMARK_NODE_LINEBREAK)
        return -1;
    size_t n = strcspn(cmark_node_get_literal(mark), " \t");
    for (size_t i = 0; i < sizeof alerts / sizeof *alerts; i++)
        if (strlen(alerts[i].mark) == n &&
            strncasecmp(cmark_node_get_literal(mark), alerts[i].mark, n) == 0 &&
            str_blank(cmark_node_get_literal(mark) + n))
            return (int)i;
    return -1;
}

static void
enter_quote(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    int alert = find_alert(node);
    struct place at = markdown_place(m, node, NULL);
    struct doc_node *made =
        tree_open(t, alert < 0 ? DOC_QUOTE : DOC_PANEL, at, node, NULL);
    if (alert < 0 || !made)
        return;
    cmark_node *mark = cmark_node_first_child(cmark_node_first_child(node));
    at = markdown_place(m, mark, NULL);
    cmark_node *next = cmark_node_next(mark);
    if (next)
        cmark_node_free(next);
    cmark_node_free(mark);
    made->class = alerts[alert].class;
    struct doc_node *title = doc_node_new(t->book, DOC_PARAGRAPH, at);
    title->class = "panel-title";
    doc_append(made, title);
    doc_add_text(t->book, title,
                 doc_word(doc_lang(t->book, made), alerts[alert].word));
}

static void
enter_list(struct markdown *m, cmark_node *node)
{
    struct doc_node *made = tree_open(
        &m->tree, DOC_LIST, markdown_place(m, node, NULL), node, NULL);
    if (!made)
        return;
    made->list->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    made->list->tight = cmark_node_get_list_tight(node);
    if (made->list->ordered)
        made->list->start = cmark_node_get_list_start(node);
}

static void
enter_item(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_ITEM);
}

static void
enter_task(struct markdown *m, cmark_node *node)
{
    struct doc_node *made = tree_open(
        &m->tree, DOC_ITEM, markdown_place(m, node, NULL), node, NULL);
    if (made)
        made->task = cmark_gfm_extensions_get_tasklist_item_checked(node)
                         ? DOC_TASK_DONE
                         : DOC_TASK_OPEN;
}

static void
note_code_lines(struct markdown *m, cmark_node *node)
{
    *vec_add(m->scratch, &m->code_lines) = markdown_line(node);
    *vec_add(m->scratch, &m->code_lines) =
        (size_t)cmark_node_get_end_line(node);
}

/* Whether the last line of a fenced block closes it. */
static bool
is_closed(const struct markdown *m, cmark_node *node)
{
    const struct read_source *s = m->tree.source;
    int length, offset;
    char fence;
    size_t last = (size_t)cmark_node_get_end_line(node);
    if (!cmark_node_get_fenced(node, &length, &offset, &fence))
        return true;
    if (last == markdown_line(node) + 1 || last > s->lines)
        return false;
    const char *p = s->text + s->starts[last - 1];
    const char *end = s->text + s->starts[last];
    while (end > p && str_is_space(end[-1]))
        end--;
    int found = 0;
    while (end > p && end[-1] == fence)
        end--, found++;
    while (end > p && (str_is_space(end[-1]) || end[-1] == '>'))
        end--;
    return found >= length && end == p;
}

static void
enter_code_block(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    struct place at = markdown_place(m, node, NULL);
    const char *info = cmark_node_get_fence_info(node);
    struct doc_node *made = tree_atom(t, DOC_CODE_BLOCK, at);
    note_code_lines(m, node);
    if (!is_closed(m, node)) {
        diag_at(t->reader->diag, at, DIAG_FENCE_UNCLOSED,
                "the code block is never closed");
        diag_hint(t->reader->diag, "put a fence like its first below it");
    }
    const char *literal = cmark_node_get_literal(node);
    if (!made) {
        tree_text(t, literal, strlen(literal), at);
        return;
    }
    made->text = read_clean_text(t->book->texts, literal, strlen(literal));
    size_t n = info ? strcspn(info, " \t,{") : 0;
    if (n)
        read_set_classes(
            t, made, arena_printf(m->scratch, "language-%.*s", (int)n, info));
    read_clean_node(t->book, made);
}

static void
enter_html(struct markdown *m, cmark_node *node)
{
    const char *html = cmark_node_get_literal(node);
    bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    size_t depth = m->tree.depth;
    if (block)
        note_code_lines(m, node);
    read_html(&m->tree, html, strlen(html), markdown_line(node),
              markdown_byte(node));
    if (block)
        tree_close_implied(&m->tree, depth);
}

/* Takes `{#id .class}` off the end of a heading. */
static void
take_heading_attributes(struct markdown *m, cmark_node *heading,
                        struct doc_node *made, struct place at)
{
    cmark_node *last = cmark_node_last_child(heading);
    if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return;
    const char *text = cmark_node_get_literal(last);
    const char *brace = strrchr(text, '{');
    struct read_attributes found;
    size_t n = brace ? read_attributes(m->scratch, brace, &found) : 0;
    if (!n || brace[n])
        return;
    if (*found.id)
        read_set_id(&m->tree, made, found.id, at);
    read_set_classes(&m->tree, made, found.classes);
    cmark_node_set_literal(
        last, arena_strn(m->scratch, text, (size_t)(brace - text)));
}

static void
enter_heading(struct markdown *m, cmark_node *node)
{
    struct place at = markdown_place(m, node, NULL);
    struct doc_node *made = tree_open(&m->tree, DOC_HEADING, at, node, NULL);
    if (!made)
        return;
    made->level = (uint8_t)cmark_node_get_heading_level(node);
    take_heading_attributes(m, node, made, at);
}

static void
enter_rule(struct markdown *m, cmark_node *node)
{
    tree_atom(&m->tree, DOC_RULE, markdown_place(m, node, NULL));
}

static void
enter_table_head(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_TABLE_HEAD);
    markdown_open(m, node, DOC_ROW);
}

static void
enter_table(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_TABLE);
}

static void
enter_row(struct markdown *m, cmark_node *node)
{
    markdown_open(m, node, DOC_ROW);
}

static enum doc_align
align_of(cmark_node *cell)
{
    cmark_node *row = cmark_node_parent(cell);
    cmark_node *table = cmark_node_parent(row);
    int column = 0;
    while ((cell = cmark_node_previous(cell)))
        column++;
    if (column >= cmark_gfm_extensions_get_table_columns(table))
        return DOC_ALIGN_NONE;
    switch (cmark_gfm_extensions_get_table_alignments(table)[column]) {
    case 'l':
        return DOC_ALIGN_LEFT;
    case 'c':
        return DOC_ALIGN_CENTER;
    case 'r':
        return DOC_ALIGN_RIGHT;
    default:
        return DOC_ALIGN_NONE;
    }
}

static void
enter_cell(struct markdown *m, cmark_node *node)
{
    struct doc_node *made = tree_open(
        &m->tree, DOC_CELL, markdown_place(m, node, NULL), node, NULL);
    if (!made)
        return;
    made->cell->align = align_of(node);
    made->cell->header =
        cmark_gfm_extensions_get_table_row_is_header(cmark_node_parent(node));
}

/* What to do where a node begins, by the names that cmark gives its types. */
static const struct {
    const char *type;
    void (*enter)(struct markdown *, cmark_node *);
} handlers[] = {
    {"text", markdown_text},
    {"paragraph", enter_paragraph},
    {"softbreak", markdown_soft_break},
    {"emph", enter_emphasis},
    {"strong", enter_strong},
    {"link", markdown_link},
    {"heading", enter_heading},
    {"item", enter_item},
    {"list", enter_list},
    {"table_cell", enter_cell},
    {"table_row", enter_row},
    {"table_header", enter_table_head},
    {"table", enter_table},
    {"code", markdown_code},
    {"image", markdown_image},
    {"block_quote", enter_quote},
    {"code_block", enter_code_block},
    {"html_block", enter_html},
    {"html_inline", enter_html},
    {"thematic_break", enter_rule},
    {"linebreak", markdown_line_break},
    {"strikethrough", enter_strike},
    {"tasklist", enter_task},
};

static void
enter(struct markdown *m, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    const char *name = cmark_node_get_type_string(node);
    if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
        markdown_note_ref(m, node);
    else if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
        markdown_note(m, node);
    for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
        if (!str_eq(handlers[i].type, name))
            continue;
        handlers[i].enter(m, node);
        return;
    }
}

static void
leave(struct markdown *m, cmark_node *node)
{
    tree_close(&m->tree, node);
    /* A block of HTML in a paragraph has closed it, but ends with it too. */
    if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
        tree_back(&m->tree, m->paragraph_depth);
    if (str_eq(cmark_node_get_type_string(node), "table_header"))
        tree_close(&m->tree, node);
}

void
read_begin(void)
{
    cmark_gfm_core_extensions_ensure_registered();
}

static cmark_node *
parse(const struct read_source *s)
{
    static const char *const extensions[] = {"table", "strikethrough",
                                             "tasklist", "autolink"};
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        cmark_parser_attach_syntax_extension(
            parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, s->text, s->n);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

void
read_markdown(struct reader *r, struct doc_node *root,
              const struct read_source *s, const char *dir)
{
    struct markdown *m = ARENA_NEW(r->scratch, struct markdown);
    cmark_node *document = parse(s);
    tree_init(&m->tree, r, root, s);
    m->tree.dir = dir;
    m->scratch = r->scratch;
    m->iter = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(m->iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(m->iter);
        if (event == CMARK_EVENT_ENTER)
            enter(m, node);
        else
            leave(m, node);
    }
    tree_end(&m->tree);
    markdown_notes_end(m);
    cmark_iter_free(m->iter);
    cmark_node_free(document);
}
