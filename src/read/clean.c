/* SPDX-License-Identifier: MIT */
/* What is put right when a node is complete: white space at the edges, and
 * what is left of nodes without content. */
#include "read/read_int.h"

#include <string.h>

/* Characters that form NFC never changes or moves, of those that texts are
 * full of: Latin, and the punctuation of dashes and quotes. */
static bool
is_composed(uint32_t c)
{
    return c < 0x300 || (c >= 0x2002 && c < 0x20D0);
}

/* XML 1.0, clause 2.2, without the controls that it discourages. */
static bool
is_xml_char(uint32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n';
    return c != 0xFFFE && c != 0xFFFF && !(c >= 0x7F && c <= 0x9F);
}

char *
read_clean_text(struct arena *a, const char *s, size_t n)
{
    char *text = arena_strn(a, s, n), *to = text;
    bool composed = true;
    for (const char *p = s, *end = s + n; p < end;) {
        const char *from = p;
        if ((unsigned char)*p >= 0x20 && (unsigned char)*p < 0x7F) {
            *to++ = *p++;
            continue;
        }
        uint32_t c = utf8_next(&p, end);
        if (c == UTF8_BAD || !is_xml_char(c))
            continue;
        memcpy(to, from, (size_t)(p - from));
        to += p - from;
        composed = composed && is_composed(c);
    }
    *to = '\0';
    return composed || str_is_nfc(text) ? text : str_nfc(a, text);
}

static void
trim_start(struct doc_book *book, struct doc_node *text)
{
    while (text->text[0] == ' ' || text->text[0] == '\n')
        text->text++;
    (void)book;
}

static void
trim_end(struct doc_book *book, struct doc_node *text)
{
    size_t n = strlen(text->text), kept = n;
    while (kept &&
           (text->text[kept - 1] == ' ' || text->text[kept - 1] == '\n'))
        kept--;
    if (kept < n)
        text->text = arena_strn(book->texts, text->text, kept);
}

static void
remove_if_blank(struct doc_node *node)
{
    if (node && node->kind == DOC_TEXT && !*node->text)
        doc_remove(node);
}

/* No white space at the edges of a block's text and beside its line breaks,
 * and no line break at
 * either end. */
static void
trim_leaf(struct doc_book *book, struct doc_node *leaf)
{
    struct doc_node *next;
    for (struct doc_node *n = leaf->first; n; n = next) {
        next = n->next;
        if (n->kind != DOC_TEXT)
            continue;
        if (!n->prev || n->prev->kind == DOC_LINE_BREAK)
            trim_start(book, n);
        if (!n->next || n->next->kind == DOC_LINE_BREAK)
            trim_end(book, n);
        remove_if_blank(n);
    }
    while (leaf->first && leaf->first->kind == DOC_LINE_BREAK)
        doc_remove(leaf->first);
    while (leaf->last && leaf->last->kind == DOC_LINE_BREAK)
        doc_remove(leaf->last);
}

static void
clean_leaf(struct doc_book *book, struct doc_node *node)
{
    trim_leaf(book, node);
    if (!node->first && node->kind != DOC_CELL && node->kind != DOC_TERM)
        doc_remove(node);
}

static void
clean_code_block(struct doc_book *book, struct doc_node *node)
{
    const char *text = node->text ? node->text : "";
    text += *text == '\n';
    size_t n = strlen(text);
    node->text = arena_strn(book->texts, text, n - (n && text[n - 1] == '\n'));
    if (str_blank(node->text))
        doc_remove(node);
}

/* An inline without content; one with an id is still a target. */
static void
clean_inline(struct doc_book *book, struct doc_node *node)
{
    (void)book;
    if (node->first || (node->kind == DOC_CODE && *node->text))
        return;
    if (!node->id)
        doc_remove(node);
    else
        node->kind = DOC_SPAN;
}

static void
clean_empty(struct doc_book *book, struct doc_node *node)
{
    (void)book;
    if (!node->first && !node->id)
        doc_remove(node);
}

static void
clean_container(struct doc_book *book, struct doc_node *node)
{
    (void)book;
    if (!node->first)
        doc_remove(node);
}

/* HTML, clause 4.4.9: terms, then their definitions, and so on. */
static void
clean_definitions(struct doc_book *book, struct doc_node *node)
{
    clean_container(book, node);
    for (struct doc_node *n = node->first; n; n = n->next) {
        bool starts = !n->prev && n->kind == DOC_DEFINITION;
        bool ends = n->kind == DOC_TERM && !n->next;
        if (starts)
            doc_insert_before(n, doc_node_new(book, DOC_TERM, doc_place(n)));
        if (ends)
            doc_insert_after(n,
                             doc_node_new(book, DOC_DEFINITION, doc_place(n)));
    }
}

/* Its caption is the first or the last thing in it. A figure without a
 * picture or anything else to look at is none. */
static void
clean_figure(struct doc_book *book, struct doc_node *node)
{
    struct doc_node *caption = node->first;
    clean_container(book, node);
    while (caption && caption->kind != DOC_CAPTION)
        caption = caption->next;
    if (caption && caption == node->first && caption == node->last) {
        caption->kind = DOC_PARAGRAPH;
        node->kind = DOC_DIV;
    } else if (caption && caption->prev && caption->next) {
        doc_remove(caption);
        doc_append(node, caption);
    }
}

static void
clean_table(struct doc_book *book, struct doc_node *node)
{
    size_t captions = 0;
    struct doc_node *next;
    for (struct doc_node *n = node->first; n; n = next) {
        next = n->next;
        if (n->kind != DOC_TABLE_CAPTION)
            continue;
        doc_remove(n);
        if (!captions++)
            doc_prepend(node, n);
    }
    if (node->first && node->first == node->last && captions) {
        node->first->kind = DOC_PARAGRAPH;
        node->kind = DOC_DIV;
    }
    clean_container(book, node);
}

static void (*const cleaners[DOC_KIND_COUNT])(struct doc_book *,
                                              struct doc_node *) = {
    [DOC_CODE_BLOCK] = clean_code_block, [DOC_DEFINITIONS] = clean_definitions,
    [DOC_FIGURE] = clean_figure,         [DOC_TABLE] = clean_table,
    [DOC_TABLE_HEAD] = clean_container,  [DOC_TABLE_BODY] = clean_container,
    [DOC_ROW] = clean_container,         [DOC_LIST] = clean_container,
    [DOC_QUOTE] = clean_empty,           [DOC_DIV] = clean_empty,
    [DOC_PANEL] = clean_empty,           [DOC_SECTION] = clean_empty,
    [DOC_CODE] = clean_inline,
};

void
read_clean_node(struct doc_book *book, struct doc_node *node)
{
    enum doc_model model = doc_vocab[node->kind].model;
    if (cleaners[node->kind])
        cleaners[node->kind](book, node);
    else if (model == DOC_IS_LEAF && node->kind != DOC_RULE)
        clean_leaf(book, node);
    else if (model == DOC_IS_INLINE)
        clean_inline(book, node);
}
