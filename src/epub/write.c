/* SPDX-License-Identifier: MIT */
/* The front door: the publication as a file, or its parts as text. */
#include "epub/epub_int.h"

#include <string.h>

typedef bool part_writer(const struct epub *e, struct buf *out);

/* Deflates one part and forgets its text. */
static bool
add_part(const struct epub *e, struct epub_zip *zip, const char *name,
         part_writer *write, struct buf *text)
{
    buf_clear(text);
    bool fine = write(e, text) && !text->failed;
    epub_zip_deflate(zip, name, text->at, text->n);
    return fine;
}

static bool
write_container(const struct epub *e, struct buf *out)
{
    (void)e;
    return epub_write_container(out);
}

static const char *
in_folder(const struct epub *e, const char *name)
{
    return arena_printf(e->arena, "EPUB/%s", name);
}

static bool
add_pages(const struct epub *e, struct epub_zip *zip, struct buf *text)
{
    bool fine = true;
    for (size_t i = 0; i < e->files.n; i++) {
        if (i == e->nav_file)
            continue;
        buf_clear(text);
        fine = epub_write_page(e, &e->files.at[i], text) && fine;
        fine = fine && !text->failed;
        epub_zip_deflate(zip, in_folder(e, e->files.at[i].name), text->at,
                         text->n);
    }
    return fine;
}

static void
add_images(const struct epub *e, struct epub_zip *zip)
{
    if (e->cover)
        epub_zip_store(zip, in_folder(e, e->cover_name), e->options->cover_jpeg,
                       e->options->cover_bytes);
    for (size_t i = 0; i < e->images.n; i++) {
        const struct epub_image *image = e->images.at[i];
        (image->asset->kind == DOC_SVG ? epub_zip_deflate : epub_zip_store)(
            zip, in_folder(e, image->name), image->asset->bytes,
            image->asset->n);
    }
}

static bool
write_css(const struct epub *e, struct buf *out)
{
    epub_write_css(e, out);
    return true;
}

/* Links that an EPUB can't hold, each where it stands. Those without a scheme
 * are the references pass's to tell. */
static void
say_lost_links(const struct epub *e, struct diag *d)
{
    const struct doc_node *root = e->book->root;
    for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (n->kind != DOC_LINK || n->link->target || !n->link->href ||
            epub_url(e->arena, n->link->href))
            continue;
        size_t scheme = strcspn(n->link->href, ":/?#");
        if (n->link->href[scheme] != ':')
            continue;
        diag_at(d, doc_place(n), DIAG_LINK_NOT_IN_EPUB,
                "an EPUB can't hold a link to “%s”", n->link->href);
        diag_hint(d, "its text stays, without a link");
    }
}

static bool
add_parts(struct epub *e, struct epub_zip *zip, struct diag *d)
{
    struct buf text;
    buf_init(&text, BUF_LIMIT_OUTPUT);
    bool fonts = epub_add_fonts(e, zip, d);
    bool fine =
        add_part(e, zip, "META-INF/container.xml", write_container, &text);
    fine =
        add_part(e, zip, "EPUB/package.opf", epub_write_package, &text) && fine;
    fine = add_part(e, zip, "EPUB/nav.xhtml", epub_write_nav, &text) && fine;
    fine = add_part(e, zip, "EPUB/toc.ncx", epub_write_ncx, &text) && fine;
    if (epub_has_css(e))
        fine = add_part(e, zip, "EPUB/style.css", write_css, &text) && fine;
    fine = add_pages(e, zip, &text) && fine;
    add_images(e, zip);
    buf_free(&text);
    if (!fine)
        diag_at(d, (struct place){0}, DIAG_INTERNAL,
                "the EPUB's text could not be written");
    return fonts && fine;
}

bool
epub_write(const struct doc_book *book, const struct epub_options *o,
           struct file_out *out, struct diag *d)
{
    struct arena *a = arena_new();
    struct epub_zip *zip = epub_zip_new();
    struct epub e;
    epub_plan(&e, a, book, o);
    say_lost_links(&e, d);
    bool fine = add_parts(&e, zip, d);
    const char *fault =
        fine ? epub_zip_write(zip, book->modified, out, a) : NULL;
    if (fault)
        diag_at(d, (struct place){0}, DIAG_INTERNAL,
                "the EPUB's container could not be written: %s", fault);
    epub_zip_free(zip);
    arena_free(a);
    return fine && !fault;
}

void
epub_dump(const struct doc_book *book, const struct epub_options *o,
          struct buf *out)
{
    struct arena *a = arena_new();
    struct epub e;
    epub_plan(&e, a, book, o);
    buf_str(out, "==> package.opf <==\n");
    epub_write_package(&e, out);
    buf_str(out, "==> nav.xhtml <==\n");
    epub_write_nav(&e, out);
    buf_str(out, "==> toc.ncx <==\n");
    epub_write_ncx(&e, out);
    for (size_t i = 0; i < e.files.n; i++) {
        if (i == e.nav_file)
            continue;
        buf_printf(out, "==> %s <==\n", e.files.at[i].name);
        epub_write_page(&e, &e.files.at[i], out);
    }
    arena_free(a);
}
