/* SPDX-License-Identifier: MIT */
/* EPUB and PDF of one publication say the same, or neither appears. */
#include <string.h>

#include "build_int.h"
#include "verify/verify.h"

/* The file that the edition's output is; its path is NULL where none was
 * written. */
static struct verify_output
written_file(const struct output *o, int format)
{
    if (o->edition->format != format || !o->files.n)
        return (struct verify_output){NULL, NULL};
    return (struct verify_output){file_out_temporary(o->files.at[0].to),
                                  o->files.at[0].path};
}

/* Spaces of every kind are one kind in messages. */
static void
add_plain(struct buf *b, const char *text)
{
    for (const char *p = text, *end = p + strlen(p); p < end;) {
        uint32_t c = utf8_next(&p, end);
        buf_utf8(b, c == 0xA0 || c == 0x202F ? ' ' : c);
    }
}

/* The text of a block, but for notes' marks, folded; as much of it as `most`
 * bytes, and what follows of its last node. */
static const char *
beginning_of(struct arena *a, const struct doc_node *block, size_t most)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    const struct doc_node *n = block;
    while (n && b.n < most) {
        if (n->text)
            add_plain(&b, n->text);
        else if (n->kind == DOC_LINE_BREAK)
            buf_char(&b, ' ');
        n = doc_next(n, block);
    }
    char *text = b.n ? str_fold_space(a, b.at) : arena_str(a, "");
    buf_free(&b);
    return text;
}

/* How many of the words' first bytes a block, or a picture, begins with. */
static size_t
length_alike(struct arena *a, const struct doc_node *n, const char *words)
{
    const char *text = "";
    size_t i = 0;
    if (n->kind == DOC_IMAGE)
        text = n->image->alt ? str_fold_space(a, n->image->alt) : "";
    else if (doc_vocab[n->kind].model == DOC_IS_LEAF)
        text = beginning_of(a, n, strlen(words) + 64);
    while (words[i] && words[i] == text[i])
        i++;
    return i;
}

enum { ALIKE_LEAST = 12 };

/* The article that the EPUB's document is named after; else the book. */
static const struct doc_node *
division_of(const struct doc_book *book, struct arena *a, const char *file)
{
    const char *stem = path_stem(a, path_base(file));
    for (const struct doc_node *n = book->root; n; n = doc_next(n, book->root))
        if (n->kind == DOC_ARTICLE && str_eq(n->article->slug, stem))
            return n;
    return book->root;
}

/* Where words come from: the block, or the picture, of the book that begins
 * most as they do. */
static struct place
find_origin(void *data, const char *words, struct place at)
{
    const struct doc_book *book = data;
    struct arena *a = arena_new();
    size_t length = strlen(words), most = 0;
    if (str_ends(words, "…"))
        length -= strlen("…");
    const struct doc_node *root = division_of(book, a, at.file);
    for (const struct doc_node *n = root; n && most < length;
         n = doc_next(n, root)) {
        size_t alike = n->file ? length_alike(a, n, words) : 0;
        if (alike > most && (alike >= length || alike >= ALIKE_LEAST)) {
            at = doc_place(n);
            most = alike;
        }
        arena_reset(a);
    }
    arena_free(a);
    return at;
}

/* Notes with each of two outputs, for the record, that they say the same. */
static void
join_twins(struct run *r, struct output *one, struct output *other)
{
    *vec_add(r->arena, &one->twins) = path_base(other->path);
    *vec_add(r->arena, &other->twins) = path_base(one->path);
}

static void
compare_pair(struct run *r, const struct work *w, const struct doc_book *book,
             struct output *epub, struct output *pdf)
{
    const char *style = pdf->edition->style;
    struct verify_origin origin = {find_origin, (void *)(uintptr_t)book};
    struct verify_pair pair = {
        .epub = written_file(epub, CONF_EPUB),
        .pdf = written_file(pdf, CONF_PDF),
        .same_style = str_eq(epub->edition->style, pdf->edition->style),
        .print_style =
            style ? path_join(r->arena, w->manifest->dir, style) : NULL,
        .origin = &origin};
    if (!verify_same(&pair, r->diag))
        join_twins(r, epub, pdf);
}

/* The output to hold an EPUB's or a PDF's against: one of the other format, in
 * the same style if there is one. */
static struct output *
twin_of(const struct output *one, struct output *all, size_t n, int format)
{
    struct output *twin = NULL;
    for (size_t i = 0; i < n; i++) {
        if (!written_file(&all[i], format).path)
            continue;
        if (str_eq(all[i].edition->style, one->edition->style))
            return &all[i];
        twin = twin ? twin : &all[i];
    }
    return twin;
}

/* Every PDF with its EPUB, and every EPUB that this leaves out with its PDF. */
void
compare_outputs(struct run *r, const struct work *w,
                const struct doc_book *book)
{
    struct output *outputs = w->outputs;
    size_t n = w->editions.n;
    bool *seen = ARENA_ARRAY(r->arena, bool, n);
    for (size_t i = 0; i < n; i++) {
        struct output *twin = written_file(&outputs[i], CONF_PDF).path
                                  ? twin_of(&outputs[i], outputs, n, CONF_EPUB)
                                  : NULL;
        if (twin) {
            compare_pair(r, w, book, twin, &outputs[i]);
            seen[twin - outputs] = true;
        }
    }
    for (size_t i = 0; i < n; i++) {
        struct output *twin =
            written_file(&outputs[i], CONF_EPUB).path && !seen[i]
                ? twin_of(&outputs[i], outputs, n, CONF_PDF)
                : NULL;
        if (twin)
            compare_pair(r, w, book, &outputs[i], twin);
    }
}
