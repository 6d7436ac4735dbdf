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
build_init(struct build *b, struct reader *r, struct doc_node *root,
           const struct read_source *s)
{
    memset(b, 0, sizeof *b);
    b->reader = r;
    b->book = r->book;
    b->source = s;
    b->stack[0].node = root;
    b->depth = 1;
    buf_init(&b->text, BUF_LIMIT_OUTPUT);
}

struct doc_node *
build_top(const struct build *b)
{
    size_t i = b->depth - 1;
    while (!b->stack[i].node)
        i--;
    return b->stack[i].node;
}

/* The index in the stack of the innermost open node of the kind; 0: none. */
static size_t
find_open(const struct build *b, enum doc_kind kind)
{
    size_t i = b->depth - 1;
    while (i && !(b->stack[i].node && b->stack[i].node->kind == kind))
        i--;
    return i;
}

bool
build_inside(const struct build *b, enum doc_kind kind)
{
    return find_open(b, kind) > 0;
}

/* Adds the pending text to the tree. In code it stays pending. */
static void
flush(struct build *b)
{
    struct doc_node *top = build_top(b), *last = top->last;
    if (!b->text.n || is_code(top))
        return;
    char *text = read_clean_text(b->book->arena, b->text.at, b->text.n);
    buf_clear(&b->text);
    if (last && last->kind == DOC_TEXT) {
        last->text = arena_printf(b->book->arena, "%s%s", last->text, text);
        return;
    }
    if (!*text)
        return;
    struct doc_node *node = doc_node_new(b->book, DOC_TEXT, b->text_at);
    node->text = text;
    doc_append(top, node);
}

static void
push(struct build *b, struct doc_node *node, struct place at, const void *owner,
     const char *element)
{
    if (node)
        flush(b);
    b->stack[b->depth++] =
        (struct build_frame){node, owner, element, at, false};
}

static bool
end_is_optional(const char *element)
{
    return str_has_word("p li dt dd tr td th thead tbody tfoot colgroup "
                        "caption",
                        element);
}

static void
pop(struct build *b, bool by_end_tag)
{
    struct build_frame *frame = &b->stack[b->depth - 1];
    if (frame->element && !by_end_tag && !end_is_optional(frame->element)) {
        diag_at(b->reader->diag, frame->at, DIAG_HTML_UNCLOSED,
                "<%s> is never closed", frame->element);
        diag_hint(b->reader->diag, "add </%s> in the same block",
                  frame->element);
    }
    struct doc_node *node = frame->node;
    if (!node) {
        b->separate = b->separate || frame->was_block;
        b->depth--;
        return;
    }
    if (is_code(node)) {
        node->text = read_clean_text(b->book->arena, b->text.at, b->text.n);
        buf_clear(&b->text);
    }
    flush(b);
    b->depth--;
    b->separate = false;
    read_clean_node(b->book, node);
}

static void
pop_to(struct build *b, size_t depth)
{
    while (b->depth > depth)
        pop(b, false);
}

void
build_end(struct build *b)
{
    if (b->skip)
        diag_at(b->reader->diag, b->skip_at, DIAG_HTML_UNCLOSED,
                "<%s> is never closed", b->skip);
    pop_to(b, 1);
    flush(b);
    buf_free(&b->text);
}

/* A node that nobody wrote but that must be there, opened at the top. */
static void
imply(struct build *b, enum doc_kind kind, struct place at)
{
    flush(b);
    struct doc_node *node = doc_node_new(b->book, kind, at);
    doc_append(build_top(b), node);
    if (kind == DOC_LIST)
        node->list->tight = true;
    push(b, node, at, NULL, NULL);
}

/* Whether all frames above the index may be closed by what comes: inlines,
 * paragraphs and what HTML opened; no block that Markdown still has open. */
static bool
may_close_above(const struct build *b, size_t i)
{
    for (i++; i < b->depth; i++) {
        const struct doc_node *node = b->stack[i].node;
        if (b->stack[i].owner && node &&
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
back_to(struct build *b, enum doc_kind kind)
{
    size_t i = find_open(b, kind);
    if (!i || !may_close_above(b, i))
        return false;
    pop_to(b, i + 1);
    return true;
}

/* A part of a table: false where no table is open. */
static bool
make_table_room(struct build *b, enum doc_kind kind, struct place at)
{
    size_t table = find_open(b, DOC_TABLE);
    if (!table)
        return false;
    size_t keep = table + 1;
    for (size_t i = table + 1; i < b->depth; i++) {
        enum doc_kind open =
            b->stack[i].node ? (enum doc_kind)b->stack[i].node->kind : DOC_BOOK;
        if ((open == DOC_ROW && kind == DOC_CELL) ||
            ((open == DOC_TABLE_HEAD || open == DOC_TABLE_BODY) &&
             (kind == DOC_CELL || kind == DOC_ROW)))
            keep = i + 1;
    }
    if (!may_close_above(b, keep - 1))
        return false;
    pop_to(b, keep);
    if (build_top(b)->kind == DOC_TABLE &&
        (kind == DOC_ROW || kind == DOC_CELL))
        imply(b, DOC_TABLE_BODY, at);
    if (build_top(b)->kind != DOC_ROW && kind == DOC_CELL)
        imply(b, DOC_ROW, at);
    return true;
}

/* The leaf that the top stands in, as an index; 0 where it stands in none. */
static size_t
open_leaf(const struct build *b)
{
    size_t i = b->depth - 1;
    while (i && !(b->stack[i].node &&
                  !is_inline((enum doc_kind)b->stack[i].node->kind)))
        i--;
    return b->stack[i].node && model_of(b->stack[i].node) == DOC_IS_LEAF ? i
                                                                         : 0;
}

/* Room for an inline at the top: what holds blocks gets a paragraph. */
static bool
make_inline_room(struct build *b, enum doc_kind kind, struct place at)
{
    for (;;) {
        struct doc_node *top = build_top(b);
        enum doc_model model = model_of(top);
        if (is_code(top))
            return kind == DOC_TEXT;
        if (model == DOC_IS_LEAF || model == DOC_IS_INLINE)
            return true;
        if (top->kind == DOC_FIGURE && kind == DOC_IMAGE)
            return true;
        if (is_table_frame(top))
            make_table_room(b, DOC_CELL, at), imply(b, DOC_CELL, at);
        else if (top->kind == DOC_LIST)
            imply(b, DOC_ITEM, at);
        else if (top->kind == DOC_DEFINITIONS)
            imply(b, DOC_DEFINITION, at);
        else
            imply(b, DOC_PARAGRAPH, at);
    }
}

/* A block where text is being written: ends a paragraph; elsewhere (a cell, a
 * heading) the block is not to be, and its text is set off. */
static bool
leave_leaf(struct build *b)
{
    size_t leaf = open_leaf(b);
    if (!leaf)
        return true;
    if (b->stack[leaf].node->kind == DOC_PARAGRAPH) {
        pop_to(b, leaf);
        return true;
    }
    b->separate = true;
    return false;
}

static bool
make_figure_caption_room(struct build *b)
{
    size_t figure = find_open(b, DOC_FIGURE);
    if (!figure || !may_close_above(b, figure))
        return false;
    for (struct doc_node *n = b->stack[figure].node->first; n; n = n->next)
        if (n->kind == DOC_CAPTION)
            return false;
    pop_to(b, figure + 1);
    return true;
}

/* Room for a block; false: it is not to be. The kind may be changed into one
 * that can stand here. */
static bool
make_block_room(struct build *b, enum doc_kind *kind, struct place at)
{
    switch (*kind) {
    case DOC_TABLE_HEAD:
    case DOC_TABLE_BODY:
    case DOC_TABLE_CAPTION:
    case DOC_ROW:
    case DOC_CELL:
        return make_table_room(b, *kind, at);
    case DOC_CAPTION:
        if (make_figure_caption_room(b))
            return true;
        *kind = DOC_PARAGRAPH;
        break;
    case DOC_ITEM:
        if (back_to(b, DOC_LIST))
            return true;
        break;
    case DOC_TERM:
    case DOC_DEFINITION:
        if (back_to(b, DOC_DEFINITIONS))
            return true;
        break;
    default:
        break;
    }
    if (!leave_leaf(b))
        return false;
    struct doc_node *top = build_top(b);
    if (*kind == DOC_ITEM)
        imply(b, DOC_LIST, at);
    else if (*kind == DOC_TERM || *kind == DOC_DEFINITION)
        imply(b, DOC_DEFINITIONS, at);
    else if (is_table_frame(top) || top->kind == DOC_LIST ||
             top->kind == DOC_DEFINITIONS) {
        if (*kind == DOC_DIV && !is_table_frame(top))
            return false;
        make_inline_room(b, DOC_TEXT, at);
        return leave_leaf(b);
    }
    return true;
}

static bool
is_skipping(const struct build *b)
{
    return b->skip != NULL;
}

static bool
is_too_deep(struct build *b, struct place at)
{
    if (b->depth < READ_DEPTH)
        return false;
    if (!b->too_deep)
        diag_at(b->reader->diag, at, DIAG_LIMIT_REACHED,
                "more than %d levels within one another", READ_DEPTH);
    b->too_deep = true;
    return true;
}

void
build_open_nothing(struct build *b, struct place at, const void *owner,
                   const char *element)
{
    if (!is_skipping(b) && !is_too_deep(b, at))
        push(b, NULL, at, owner, element);
}

/* Writes what parts the text of a block that is not to be from the text
 * before it. */
static void
write_separator(struct build *b, struct place at)
{
    struct doc_node *top = build_top(b);
    if (!b->separate)
        return;
    b->separate = false;
    if (!top->first && !b->text.n)
        return;
    size_t leaf = open_leaf(b);
    if (leaf && b->stack[leaf].node->kind == DOC_CELL && !is_code(top)) {
        flush(b);
        doc_append(top, doc_node_new(b->book, DOC_LINE_BREAK, at));
    } else {
        buf_char(&b->text, ' ');
    }
}

struct doc_node *
build_open(struct build *b, enum doc_kind kind, struct place at,
           const void *owner, const char *element)
{
    if (is_skipping(b) || is_too_deep(b, at))
        return NULL;
    bool room = is_inline(kind) ? make_inline_room(b, kind, at)
                                : make_block_room(b, &kind, at);
    if (!room || (kind == DOC_LINK && build_inside(b, DOC_LINK))) {
        push(b, NULL, at, owner, element);
        b->stack[b->depth - 1].was_block = !is_inline(kind);
        return NULL;
    }
    flush(b);
    if (is_inline(kind))
        write_separator(b, at), flush(b);
    struct doc_node *node = doc_node_new(b->book, kind, at);
    doc_append(build_top(b), node);
    push(b, node, at, owner, element);
    return node;
}

struct doc_node *
build_atom(struct build *b, enum doc_kind kind, struct place at)
{
    if (is_skipping(b))
        return NULL;
    bool room = is_inline(kind) ? make_inline_room(b, kind, at)
                                : make_block_room(b, &kind, at);
    if (!room && kind == DOC_LINE_BREAK && is_code(build_top(b)))
        buf_char(&b->text, '\n');
    if (!room)
        return NULL;
    if (is_inline(kind))
        write_separator(b, at);
    flush(b);
    struct doc_node *node = doc_node_new(b->book, kind, at);
    size_t link = kind == DOC_NOTE_REF ? find_open(b, DOC_LINK) : 0;
    if (link)
        doc_insert_after(b->stack[link].node, node);
    else
        doc_append(build_top(b), node);
    return node;
}

void
build_close(struct build *b, const void *owner)
{
    size_t i = b->depth - 1;
    while (i && b->stack[i].owner != owner)
        i--;
    if (!i)
        return;
    if (b->skip && b->skip_depth > i) {
        diag_at(b->reader->diag, b->skip_at, DIAG_HTML_UNCLOSED,
                "<%s> is never closed", b->skip);
        b->skip = NULL;
    }
    pop_to(b, i + 1);
    pop(b, true);
}

bool
build_close_element(struct build *b, const char *element)
{
    size_t i = b->depth - 1;
    while (i && !str_eq(b->stack[i].element, element)) {
        const struct build_frame *frame = &b->stack[i];
        if (frame->owner && frame->node &&
            !is_inline((enum doc_kind)frame->node->kind) &&
            frame->node->kind != DOC_PARAGRAPH)
            return false;
        i--;
    }
    if (!i)
        return false;
    pop_to(b, i + 1);
    pop(b, true);
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
build_text(struct build *b, const char *s, size_t n, struct place at)
{
    struct doc_node *top = build_top(b);
    bool loose = model_of(top) != DOC_IS_LEAF &&
                 model_of(top) != DOC_IS_INLINE && !is_code(top);
    if (!n || is_skipping(b) || (loose && is_white(s, n)))
        return;
    make_inline_room(b, DOC_TEXT, at);
    if (!is_white(s, n))
        write_separator(b, at);
    if (!b->text.n)
        b->text_at = at;
    buf_add(&b->text, s, n);
}

void
build_html_text(struct build *b, const char *s, size_t n, struct place at)
{
    struct doc_node *top = build_top(b);
    if (is_code(top)) {
        build_text(b, s, n, at);
        return;
    }
    char *folded = arena_alloc(b->reader->scratch, n + 1), *to = folded;
    for (size_t i = 0; i < n; i++) {
        bool white = str_is_space(s[i]);
        if (!white)
            *to++ = s[i];
        else if (to == folded || to[-1] != ' ')
            *to++ = ' ';
    }
    build_text(b, folded, (size_t)(to - folded), at);
}
