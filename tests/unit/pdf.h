/* SPDX-License-Identifier: MIT */
/* A bench for tests of the PDF: a book, the page in hand, and the file as it
 * is read back. */
#ifndef PDF_H
#define PDF_H

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "pages.h"
#include "pdf/pdf.h"

#define TEXT "Linux Libertine O 11"

enum { POINT = 1024, LEFT = 72 };

/* A book and the pages in hand. */
struct bench {
    struct hand hand;
    struct doc_book *book;
    struct diag *diag;
    struct layout_page page;
    int y; /* points */
};

static inline void
bench_open(struct bench *t)
{
    *t = (struct bench){.book = doc_new(), .diag = diag_new()};
    hand_open(&t->hand);
    t->book->title = "Slow “Light”";
    t->book->lang = "en-US";
    t->book->publisher = "The <Press> & Co";
    t->book->modified = 1767830400;
}

static inline void
bench_close(struct bench *t)
{
    hand_close(&t->hand);
    diag_free(t->diag);
    doc_free(t->book);
}

static inline struct doc_node *
add(struct bench *t, struct doc_node *parent, enum doc_kind kind)
{
    return doc_add(t->book, parent, kind, NULL);
}

static inline struct doc_node *
add_text(struct bench *t, struct doc_node *parent, enum doc_kind kind,
         const char *text)
{
    struct doc_node *node = add(t, parent, kind);
    doc_add_text(t->book, node, text);
    return node;
}

static inline void
new_page(struct bench *t, size_t index, const char *label)
{
    t->page = (struct layout_page){.index = index,
                                   .label = label,
                                   .width = 432 * POINT,
                                   .height = 648 * POINT};
    t->y = 72;
    hand_text(&t->hand, &t->page, (struct layout_mark){.role = LAYOUT_HEADER},
              TEXT, LEFT, 40, "Head");
    hand_text(&t->hand, &t->page, (struct layout_mark){.role = LAYOUT_FOOTER},
              TEXT, LEFT, 620, label);
}

/* Text from x on in points; where it ends. */
static inline int
put(struct bench *t, const struct doc_node *node, enum layout_role role, int x,
    const char *text)
{
    struct layout_mark mark = {.node = node, .role = role};
    return hand_text(&t->hand, &t->page, mark, TEXT, x, t->y, text) / POINT + 1;
}

static inline void
line(struct bench *t, const struct doc_node *node, const char *text)
{
    put(t, node, LAYOUT_CONTENT, LEFT, text);
    t->y += 16;
}

static inline void
anchor(struct bench *t, const struct doc_node *node)
{
    *vec_add(t->hand.arena, &t->page.anchors) =
        (struct layout_anchor){node, LEFT * POINT, (t->y - 11) * POINT};
}

static inline void
link_to(struct bench *t, const struct doc_node *node,
        const struct doc_node *target, const char *href)
{
    *vec_add(t->hand.arena, &t->page.links) = (struct layout_link){
        node, target, href, LEFT * POINT, t->y * POINT, 50 * POINT, 12 * POINT};
}

static inline void
picture(struct bench *t, const struct doc_node *image, int x)
{
    *vec_add(t->hand.arena, &t->page.images) =
        (struct layout_image){{.node = image},
                              image->image->asset,
                              x * POINT,
                              (t->y - 10) * POINT,
                              20 * POINT,
                              12 * POINT,
                              0,
                              0,
                              {0},
                              false};
}

/* The file's bytes, and behind them what its deflated streams hold. */
static inline void
read_plain(const char *path, struct buf *out)
{
    assert_int_equal(file_read(path, out), 0);
    size_t n = out->n;
    for (size_t at = 0; at + 8 < n; at++) {
        static const char mark[] = "/FlateDecode";
        const char *p = memmem(out->at + at, n - at, mark, sizeof mark - 1);
        if (!p)
            break;
        at = (size_t)(p - out->at);
        const char *start = memmem(p, n - at, "stream\n", 7);
        assert_non_null(start);
        uLongf room = 1 << 20;
        Bytef *plain = test_malloc(room);
        if (uncompress(plain, &room, (const Bytef *)start + 7,
                       n - (size_t)(start + 7 - out->at)) == Z_OK)
            buf_add(out, plain, room);
        test_free(plain);
    }
}

static inline void
assert_has(const struct buf *b, const char *text)
{
    if (!memmem(b->at, b->n, text, strlen(text)))
        fail_msg("not in the document: %s", text);
}

static inline void
assert_has_not(const struct buf *b, const char *text)
{
    if (memmem(b->at, b->n, text, strlen(text)))
        fail_msg("in the document: %s", text);
}

/* Groups and masks make cairo write streams of another form. */
static const char svg[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='12'>"
    "<mask id='m'><rect width='9' height='9' fill='gray'/></mask>"
    "<g opacity='.5'><path d='M0 0h20v12z'/><path d='M0 0h9v12z'/></g>"
    "<g mask='url(#m)'><path d='M0 0h20v12z'/></g></svg>";
static struct doc_asset drawing = {.kind = DOC_SVG,
                                   .path = "a.svg",
                                   .bytes = svg,
                                   .n = sizeof svg - 1,
                                   .unique = "1"};

static inline struct doc_node *
add_image(struct bench *t, struct doc_node *parent, const char *alt)
{
    struct doc_node *image = add(t, parent, DOC_IMAGE);
    image->image->asset = &drawing;
    image->image->alt = alt;
    return image;
}

static inline struct pdf_writer *
begin_claiming(struct bench *t, struct file_out **out, char path[32],
               bool accessible, enum pdf_archive archive)
{
    struct pdf_options o = {.producer = "fascicle 0",
                            .accessible = accessible,
                            .archive = (int)archive,
                            .keep_text = true};
    strcpy(path, "/tmp/test_pdf.XXXXXX");
    close(mkstemp(path));
    *out = file_out_open(path);
    assert_non_null(*out);
    return pdf_begin(t->book, *out, &o, t->diag);
}

static inline struct pdf_writer *
begin(struct bench *t, struct file_out **out, char path[32])
{
    return begin_claiming(t, out, path, true, PDF_A_2A);
}

#endif
