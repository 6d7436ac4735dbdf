/* SPDX-License-Identifier: MIT */
/* Markdown's inlines: text, code, links, images. */
#include "read/markdown_int.h"

#include <string.h>

void
markdown_text(struct markdown *m, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    struct place at = markdown_place(m, node, NULL);
    if (strstr(text, "[^"))
        markdown_undefined(m, text, at);
    tree_text(&m->tree, text, strlen(text), at);
}

void
markdown_soft_break(struct markdown *m, cmark_node *node)
{
    struct doc_node *top = tree_top(&m->tree);
    (void)node;
    tree_text(&m->tree, " ", 1, doc_place(top));
}

void
markdown_line_break(struct markdown *m, cmark_node *node)
{
    (void)node;
    tree_atom(&m->tree, DOC_LINE_BREAK, doc_place(tree_top(&m->tree)));
}

void
markdown_code(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    const char *text = cmark_node_get_literal(node);
    struct place at = markdown_place(m, node, NULL);
    struct doc_node *made = tree_open(t, DOC_CODE, at, node, NULL);
    tree_text(t, text, strlen(text), at);
    if (made)
        tree_close(t, node);
}

void
markdown_link(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    const char *url = cmark_node_get_url(node);
    const char *title = cmark_node_get_title(node);
    struct place at = markdown_place(m, node, NULL);
    const struct read_source *s = t->source;
    size_t offset = s->starts[markdown_line(node)] + markdown_byte(node);
    if (offset < s->n && s->text[offset] != '<' && s->text[offset] != '[' &&
        memchr(s->text + s->starts[markdown_line(node)], '[',
               s->starts[markdown_line(node) + 1] -
                   s->starts[markdown_line(node)]))
        at = markdown_place(m, node, "[");
    const char *href = read_link(t->reader, url, at);
    if (!href) {
        tree_open_nothing(t, at, node, NULL);
        return;
    }
    struct doc_node *made = tree_open(t, DOC_LINK, at, node, NULL);
    if (!made)
        return;
    made->link->href = href;
    if (title && *title)
        made->link->title =
            read_clean_text(t->book->arena, title, strlen(title));
}

/* The text of an image's description; the iterator moves to its end. */
static const char *
take_alt(struct markdown *m, cmark_node *image)
{
    struct buf alt;
    buf_init(&alt, BUF_LIMIT_OUTPUT);
    cmark_event_type event;
    while ((event = cmark_iter_next(m->iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(m->iter);
        if (node == image)
            break;
        if (event != CMARK_EVENT_ENTER)
            continue;
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buf_char(&alt, ' ');
        else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buf_str(&alt, cmark_node_get_literal(node));
    }
    const char *text = arena_strn(m->scratch, alt.at, alt.n);
    buf_free(&alt);
    return str_blank(text) ? NULL : text;
}

void
markdown_image(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    struct place at = markdown_place(m, node, "![");
    const char *title = cmark_node_get_title(node);
    cmark_node *next = cmark_node_next(node);
    struct read_attributes found = {"", "", 0};
    const char *after = next && cmark_node_get_type(next) == CMARK_NODE_TEXT
                            ? cmark_node_get_literal(next)
                            : "";
    size_t n = read_attributes(m->scratch, after, &found);
    if (n)
        cmark_node_set_literal(next, arena_str(m->scratch, after + n));
    bool decorative = str_has_word(found.classes, "decorative");
    const char *alt =
        read_decorative(t->reader, decorative, take_alt(m, node), at);
    struct doc_node *made = read_add_image(t, cmark_node_get_url(node), alt,
                                           title && *title ? title : NULL, at);
    if (!made)
        return;
    made->image->width_percent = found.width_percent;
    if (*found.id)
        read_set_id(t, made, found.id, at);
    read_set_classes(t, made, found.classes);
}
