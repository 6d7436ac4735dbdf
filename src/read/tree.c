/* SPDX-License-Identifier: MIT */
/* The tree grows by opening and closing, and keeps to the content models
 * whatever comes: the part of an HTML parser that is called tree
 * construction, for our own vocabulary. */
#include "read/read_int.h"

#include <string.h>

static enum doc_model
model_of(const struct doc_node *node)
{
    return doc_vocab[node->kind].model;
}

static bool
is_inline(enum doc_kind kind)
{
    return doc_vocab[kind].model == DOC_IS_INLINE ||
           doc_vocab[kind].model == DOC_IS_ATOM;
}

/* Holds text alone, which becomes its own. */
static bool
is_code(const struct doc_node *node)
{
    return node->kind == DOC_CODE || node->kind == DOC_CODE_BLOCK;
}

static bool
is_table_frame(const struct doc_node *node)
{
    return node->kind == DOC_TABLE || node->kind == DOC_TABLE_HEAD ||
           node->kind == DOC_TABLE_BODY || node->kind == DOC_ROW;
}

void
tree_init(struct tree *t, struct reader *r, struct doc_node *root,
          const struct read_source *s)
{
    memset(t, 0, sizeof *t);
    t->reader = r;
    t->book = r->book;
    t->source = s;
    t->stack[0].node = root;
    t->depth = 1;
    buf_init(&t->text, BUF_LIMIT_OUTPUT);
}

struct doc_node *
tree_top(const struct tree *t)
{
    size_t i = t->depth - 1;
    while (!t->stack[i].node)
        i--;
    return t->stack[i].node;
}

/* The index in the stack of the innermost open node of the kind; 0: none. */
static size_t
find_open(const struct tree *t, enum doc_kind kind)
{
    size_t i = t->depth - 1;
    while (i && !(t->stack[i].node && t->stack[i].node->kind == kind))
        i--;
    return i;
}

bool
tree_inside(const struct tree *t, enum doc_kind kind)
{
    return find_open(t, kind) > 0;
}

/* Adds the pending text to the tree. In code it stays pending. */
static void
flush(struct tree *t)
{
    struct doc_node *top = tree_top(t), *last = top->last;
    if (!t->text.n || is_code(top))
        return;
    char *text = read_clean_text(t->book->texts, t->text.at, t->text.n);
    buf_clear(&t->text);
    if (last && last->kind == DOC_TEXT) {
        last->text = arena_printf(t->book->texts, "%s%s", last->text, text);
        return;
    }
    if (!*text)
        return;
    struct doc_node *node = doc_node_new(t->book, DOC_TEXT, t->text_at);
    node->text = text;
    doc_append(top, node);
}

static void
push(struct tree *t, struct doc_node *node, struct place at, const void *owner,
     const char *element)
{
    if (node)
        flush(t);
    t->stack[t->depth++] =
        (struct tree_frame){node, owner, element, at, false, false};
}

static bool
end_is_optional(const char *element)
{
    return str_has_word("p li dt dd tr td th thead tbody tfoot colgroup "
                        "caption",
                        element);
}

static void
pop(struct tree *t, bool by_end_tag)
{
    struct tree_frame *frame = &t->stack[t->depth - 1];
    if (frame->element && !by_end_tag && !frame->unknown &&
        !end_is_optional(frame->element)) {
        diag_at(t->reader->diag, frame->at, DIAG_HTML_UNCLOSED,
                "<%s> is never closed", frame->element);
        diag_hint(t->reader->diag, "add </%s> in the same block",
                  frame->element);
    }
    struct doc_node *node = frame->node;
    if (!node) {
        t->separate = t->separate || frame->was_block;
        t->depth--;
        return;
    }
    if (is_code(node)) {
        node->text = read_clean_text(t->book->texts, t->text.at, t->text.n);
        buf_clear(&t->text);
    }
    flush(t);
    t->depth--;
    t->separate = false;
    read_clean_node(t->book, node);
}

static void
pop_to(struct tree *t, size_t depth)
{
    while (t->depth > depth)
        pop(t, false);
}

void
tree_back(struct tree *t, size_t depth)
{
    pop_to(t, depth);
}

void
tree_close_implied(struct tree *t, size_t depth)
{
    for (size_t i = depth; i < t->depth; i++) {
        const struct tree_frame *frame = &t->stack[i];
        if (frame->node && !frame->owner && !frame->element &&
            (frame->node->kind == DOC_LIST ||
             frame->node->kind == DOC_DEFINITIONS))
            pop_to(t, i);
    }
}

void
tree_end(struct tree *t)
{
    if (t->skip)
        diag_at(t->reader->diag, t->skip_at, DIAG_HTML_UNCLOSED,
                "<%s> is never closed", t->skip);
    pop_to(t, 1);
    flush(t);
    buf_free(&t->text);
}

/* A node that nobody wrote but that must be there, opened at the top. */
static void
imply(struct tree *t, enum doc_kind kind, struct place at)
{
    flush(t);
    struct doc_node *node = doc_node_new(t->book, kind, at);
    doc_append(tree_top(t), node);
    if (kind == DOC_LIST)
        node->list->tight = true;
    push(t, node, at, NULL, NULL);
}

/* Whether all frames above the index may be closed by what comes: inlines,
 * paragraphs and what HTML opened; no block that Markdown still has open. */
static bool
may_close_above(const struct tree *t, size_t i)
{
    for (i++; i < t->depth; i++) {
        const struct doc_node *node = t->stack[i].node;
        if (t->stack[i].owner && node &&
            !is_inline((enum doc_kind)node->kind) &&
            node->kind != DOC_PARAGRAPH)
            return false;
        if (node && (node->kind == DOC_TABLE || node->kind == DOC_QUOTE ||
                     node->kind == DOC_PANEL))
            return false;
    }
    return true;
}

/* Closes down to the nearest open node of the kind. False where there is none
 * that may be reached. */
static bool
back_to(struct tree *t, enum doc_kind kind)
{
    size_t i = find_open(t, kind);
    if (!i || !may_close_above(t, i))
        return false;
    pop_to(t, i + 1);
    return true;
}

/* A part of a table: false where no table is open. */
static bool
make_table_room(struct tree *t, enum doc_kind kind, struct place at)
{
    size_t table = find_open(t, DOC_TABLE);
    if (!table)
        return false;
    size_t keep = table + 1;
    for (size_t i = table + 1; i < t->depth; i++) {
        enum doc_kind open =
            t->stack[i].node ? (enum doc_kind)t->stack[i].node->kind : DOC_BOOK;
        if ((open == DOC_ROW && kind == DOC_CELL) ||
            ((open == DOC_TABLE_HEAD || open == DOC_TABLE_BODY) &&
             (kind == DOC_CELL || kind == DOC_ROW)))
            keep = i + 1;
    }
    if (!may_close_above(t, keep - 1))
        return false;
    pop_to(t, keep);
    if (tree_top(t)->kind == DOC_TABLE && (kind == DOC_ROW || kind == DOC_CELL))
        imply(t, DOC_TABLE_BODY, at);
    if (tree_top(t)->kind != DOC_ROW && kind == DOC_CELL)
        imply(t, DOC_ROW, at);
    return true;
}

/* The leaf that the top stands in, as an index; 0 where it stands in none. */
static size_t
open_leaf(const struct tree *t)
{
    size_t i = t->depth - 1;
    while (i && !(t->stack[i].node &&
                  !is_inline((enum doc_kind)t->stack[i].node->kind)))
        i--;
    return t->stack[i].node && model_of(t->stack[i].node) == DOC_IS_LEAF ? i
                                                                         : 0;
}

/* Room for an inline at the top: what holds blocks gets a paragraph. */
static bool
make_inline_room(struct tree *t, enum doc_kind kind, struct place at)
{
    for (;;) {
        struct doc_node *top = tree_top(t);
        enum doc_model model = model_of(top);
        if (is_code(top))
            return kind == DOC_TEXT;
        if (model == DOC_IS_LEAF || model == DOC_IS_INLINE)
            return true;
        if (top->kind == DOC_FIGURE && kind == DOC_IMAGE)
            return true;
        if (is_table_frame(top))
            make_table_room(t, DOC_CELL, at), imply(t, DOC_CELL, at);
        else if (top->kind == DOC_LIST)
            imply(t, DOC_ITEM, at);
        else if (top->kind == DOC_DEFINITIONS)
            imply(t, DOC_DEFINITION, at);
        else
            imply(t, DOC_PARAGRAPH, at);
    }
}

/* A block where text is being written: ends a paragraph; elsewhere (a cell, a
 * heading) the block is not to be, and its text is set off. */
static bool
leave_leaf(struct tree *t)
{
    size_t leaf = open_leaf(t);
    if (!leaf)
        return true;
    if (t->stack[leaf].node->kind == DOC_PARAGRAPH) {
        pop_to(t, leaf);
        return true;
    }
    t->separate = true;
    return false;
}

static bool
make_figure_caption_room(struct tree *t)
{
    size_t figure = find_open(t, DOC_FIGURE);
    if (!figure || !may_close_above(t, figure))
        return false;
    for (struct doc_node *n = t->stack[figure].node->first; n; n = n->next)
        if (n->kind == DOC_CAPTION)
            return false;
    pop_to(t, figure + 1);
    return true;
}

/* Room for a block; false: it is not to be. The kind may be changed into one
 * that can stand here. */
static bool
make_block_room(struct tree *t, enum doc_kind *kind, struct place at)
{
    switch (*kind) {
    case DOC_TABLE_HEAD:
    case DOC_TABLE_BODY:
    case DOC_TABLE_CAPTION:
    case DOC_ROW:
    case DOC_CELL:
        return make_table_room(t, *kind, at);
    case DOC_CAPTION:
        if (make_figure_caption_room(t))
            return true;
        *kind = DOC_PARAGRAPH;
        break;
    case DOC_ITEM:
        if (back_to(t, DOC_LIST))
            return true;
        break;
    case DOC_TERM:
    case DOC_DEFINITION:
        if (back_to(t, DOC_DEFINITIONS))
            return true;
        break;
    default:
        break;
    }
    if (!leave_leaf(t))
        return false;
    struct doc_node *top = tree_top(t);
    if (is_table_frame(top) || top->kind == DOC_LIST ||
        top->kind == DOC_DEFINITIONS) {
        if (*kind == DOC_DIV && !is_table_frame(top))
            return false;
        make_inline_room(t, DOC_TEXT, at);
        if (!leave_leaf(t))
            return false;
    }
    if (*kind == DOC_ITEM)
        imply(t, DOC_LIST, at);
    else if (*kind == DOC_TERM || *kind == DOC_DEFINITION)
        imply(t, DOC_DEFINITIONS, at);
    return true;
}

static bool
is_skipping(const struct tree *t)
{
    return t->skip != NULL;
}

static bool
is_too_deep(struct tree *t, struct place at)
{
    if (t->depth < READ_DEPTH)
        return false;
    if (!t->too_deep)
        diag_at(t->reader->diag, at, DIAG_LIMIT_REACHED,
                "more than %d levels within one another", READ_DEPTH);
    t->too_deep = true;
    return true;
}

void
tree_open_nothing(struct tree *t, struct place at, const void *owner,
                  const char *element)
{
    if (!is_skipping(t) && !is_too_deep(t, at))
        push(t, NULL, at, owner, element);
}

/* Writes what parts the text of a block that is not to be from the text
 * before it. */
static void
write_separator(struct tree *t, struct place at)
{
    struct doc_node *top = tree_top(t);
    if (!t->separate)
        return;
    t->separate = false;
    if (!top->first && !t->text.n)
        return;
    size_t leaf = open_leaf(t);
    if (leaf && t->stack[leaf].node->kind == DOC_CELL && !is_code(top)) {
        flush(t);
        doc_append(top, doc_node_new(t->book, DOC_LINE_BREAK, at));
    } else {
        buf_char(&t->text, ' ');
    }
}

struct doc_node *
tree_open(struct tree *t, enum doc_kind kind, struct place at,
          const void *owner, const char *element)
{
    if (is_skipping(t) || is_too_deep(t, at))
        return NULL;
    bool room = is_inline(kind) ? make_inline_room(t, kind, at)
                                : make_block_room(t, &kind, at);
    if (!room || (kind == DOC_LINK && tree_inside(t, DOC_LINK))) {
        push(t, NULL, at, owner, element);
        t->stack[t->depth - 1].was_block = !is_inline(kind);
        return NULL;
    }
    flush(t);
    if (is_inline(kind))
        write_separator(t, at), flush(t);
    struct doc_node *node = doc_node_new(t->book, kind, at);
    doc_append(tree_top(t), node);
    push(t, node, at, owner, element);
    return node;
}

struct doc_node *
tree_atom(struct tree *t, enum doc_kind kind, struct place at)
{
    if (is_skipping(t))
        return NULL;
    bool room = is_inline(kind) ? make_inline_room(t, kind, at)
                                : make_block_room(t, &kind, at);
    if (!room && kind == DOC_LINE_BREAK && is_code(tree_top(t)))
        buf_char(&t->text, '\n');
    if (!room)
        return NULL;
    if (is_inline(kind))
        write_separator(t, at);
    flush(t);
    struct doc_node *node = doc_node_new(t->book, kind, at);
    size_t link = kind == DOC_NOTE_REF ? find_open(t, DOC_LINK) : 0;
    if (link)
        doc_insert_after(t->stack[link].node, node);
    else
        doc_append(tree_top(t), node);
    return node;
}

void
tree_close(struct tree *t, const void *owner)
{
    size_t i = t->depth - 1;
    while (i && t->stack[i].owner != owner)
        i--;
    if (!i)
        return;
    if (t->skip && t->skip_depth > i) {
        diag_at(t->reader->diag, t->skip_at, DIAG_HTML_UNCLOSED,
                "<%s> is never closed", t->skip);
        t->skip = NULL;
    }
    pop_to(t, i + 1);
    pop(t, true);
}

bool
tree_close_element(struct tree *t, const char *element)
{
    size_t i = t->depth - 1;
    while (i && !str_eq(t->stack[i].element, element)) {
        const struct tree_frame *frame = &t->stack[i];
        if (frame->owner && frame->node &&
            !is_inline((enum doc_kind)frame->node->kind) &&
            frame->node->kind != DOC_PARAGRAPH)
            return false;
        i--;
    }
    if (!i)
        return false;
    pop_to(t, i + 1);
    pop(t, true);
    return true;
}

static bool
is_white(const char *s, size_t n)
{
    while (n && str_is_space(s[n - 1]))
        n--;
    return n == 0;
}

void
tree_text(struct tree *t, const char *s, size_t n, struct place at)
{
    struct doc_node *top = tree_top(t);
    bool loose = model_of(top) != DOC_IS_LEAF &&
                 model_of(top) != DOC_IS_INLINE && !is_code(top);
    if (!n || is_skipping(t) || (loose && is_white(s, n)))
        return;
    make_inline_room(t, DOC_TEXT, at);
    if (!is_white(s, n))
        write_separator(t, at);
    if (!t->text.n)
        t->text_at = at;
    buf_add(&t->text, s, n);
}

void
tree_html_text(struct tree *t, const char *s, size_t n, struct place at)
{
    struct doc_node *top = tree_top(t);
    if (is_code(top)) {
        tree_text(t, s, n, at);
        return;
    }
    char *folded = arena_alloc(t->reader->scratch, n + 1), *to = folded;
    for (size_t i = 0; i < n; i++) {
        bool white = str_is_space(s[i]);
        if (!white)
            *to++ = s[i];
        else if (to == folded || to[-1] != ' ')
            *to++ = ' ';
    }
    tree_text(t, folded, (size_t)(to - folded), at);
}
