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
    build_text(&m->build, text, strlen(text), at);
}

void
markdown_soft_break(struct markdown *m, cmark_node *node)
{
    struct doc_node *top = build_top(&m->build);
    (void)node;
    build_text(&m->build, " ", 1, doc_place(top));
}

void
markdown_line_break(struct markdown *m, cmark_node *node)
{
    (void)node;
    build_atom(&m->build, DOC_LINE_BREAK, doc_place(build_top(&m->build)));
}

void
markdown_code(struct markdown *m, cmark_node *node)
{
    struct build *b = &m->build;
    const char *text = cmark_node_get_literal(node);
    struct place at = markdown_place(m, node, NULL);
    struct doc_node *made = build_open(b, DOC_CODE, at, node, NULL);
    build_text(b, text, strlen(text), at);
    if (made)
        build_close(b, node);
}

void
markdown_link(struct markdown *m, cmark_node *node)
{
    struct build *b = &m->build;
    const char *url = cmark_node_get_url(node);
    const char *title = cmark_node_get_title(node);
    struct place at = markdown_place(m, node, NULL);
    const struct read_source *s = b->source;
    size_t offset = s->starts[markdown_line(node)] + markdown_byte(node);
    if (offset < s->n && s->text[offset] != '<' && s->text[offset] != '[' &&
        memchr(s->text + s->starts[markdown_line(node)], '[',
               s->starts[markdown_line(node) + 1] -
                   s->starts[markdown_line(node)]))
        at = markdown_place(m, node, "[");
    const char *href = read_link(b->reader, url, at);
    if (!href) {
        build_open_nothing(b, at, node, NULL);
        return;
    }
    struct doc_node *made = build_open(b, DOC_LINK, at, node, NULL);
    if (!made)
        return;
    made->link->href = href;
    if (title && *title)
        made->link->title =
            read_clean_text(b->book->arena, title, strlen(title));
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
    struct build *b = &m->build;
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
    const char *alt = take_alt(m, node);
    struct doc_node *made = read_add_image(b, cmark_node_get_url(node), alt,
                                           title && *title ? title : NULL, at);
    if (!made)
        return;
    made->image->width_percent = found.width_percent;
    if (*found.id)
        read_set_id(b, made, found.id, at);
    read_set_classes(b, made, found.classes);
}
