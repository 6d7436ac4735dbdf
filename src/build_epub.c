/* SPDX-License-Identifier: MIT */
/* How an EPUB is made: its stylesheet, fonts and cover. */
#include <string.h>

#include "build_int.h"
#include "epub/epub.h"
#include "paint/paint.h"

/* The cover picture that fits every store: pixels, and the page it is laid
 * out on in Pango units (6 in wide, as a book's page is). */
enum {
    COVER_WIDTH = 1600,
    COVER_HEIGHT = 2560,
    COVER_QUALITY = 90,
    COVER_PAGE_WIDTH = 6 * 72 * STYLE_PT,
    COVER_PAGE_HEIGHT = COVER_PAGE_WIDTH / 10 * 16
};

/* What the EPUB gets beside the tree. */
struct epub_parts {
    struct epub_options options;
    struct buf css, cover;
    VEC(struct epub_font) fonts;
};

struct cover_target {
    struct buf *jpeg;
    struct diag *diag;
};

static void
paint_cover(void *to, const struct layout_page *page)
{
    struct cover_target *t = to;
    paint_jpeg(page, COVER_WIDTH, COVER_HEIGHT, COVER_QUALITY, t->jpeg,
               t->diag);
}

/* What was found while the cover was drawn. A picture that lacks some of its
 * words is none: false, with a warning. The pages of a PDF say the same as an
 * error. */
static bool
take_cover_messages(struct run *r, struct diag *from, struct place at)
{
    bool whole = true;
    diag_sort(from);
    for (size_t i = 0; i < diag_count(from, DIAG_NOTE); i++) {
        const struct diag_message *m = diag_message_at(from, i);
        if (m->id != DIAG_GLYPH_MISSING) {
            diag_at(r->diag, m->at, m->id, "%s", m->text);
            if (m->hint)
                diag_hint(r->diag, "%s", m->hint);
        } else if (whole) {
            diag_at(r->diag, m->at.file ? m->at : at, DIAG_COVER_LEFT_OUT,
                    "the EPUB has no drawn cover: %s", m->text);
            diag_hint(r->diag, "%s; or give the publication a “cover”",
                      m->hint);
            whole = false;
        }
    }
    return whole;
}

/* Where the title comes from: the manifest, or the first article. */
static struct place
title_place(const struct edition_job *job)
{
    struct place at = job->manifest->at;
    const struct doc_node *root = job->book->root;
    for (const struct doc_node *n = root; n && !at.file; n = doc_next(n, root))
        at = doc_place(n);
    return at;
}

/* The manifest's own JPEG as it is, else the cover page drawn from the tree
 * with the edition's stylesheet. */
static void
make_cover(const struct edition_job *job, struct epub_parts *parts)
{
    struct run *r = job->run;
    const struct doc_asset *own = job->book->cover;
    const struct doc_node *cover = doc_cover_of(job->book);
    if (own && own->kind == DOC_JPEG) {
        parts->options.cover_jpeg = own->bytes;
        parts->options.cover_bytes = own->n;
        return;
    }
    struct style_sheet *sheet = cover ? edition_sheet(job) : NULL;
    if (!sheet)
        return;
    style_set_page_size(sheet, COVER_PAGE_WIDTH, COVER_PAGE_HEIGHT);
    struct diag *found = diag_new();
    struct cover_target target = {&parts->cover, found};
    edition_lay_out_single(job, sheet, cover, found, paint_cover, &target);
    if (take_cover_messages(r, found, title_place(job))) {
        parts->options.cover_jpeg = parts->cover.at;
        parts->options.cover_bytes = parts->cover.n;
    }
    diag_free(found);
    style_free(sheet);
}

struct embedding {
    struct run *run;
    struct style_fonts *fonts;
    struct map *embedded; /* families */
    struct epub_parts *parts;
};

/* The faces of the first of a node's families, each once. */
static void
embed_family(void *to, const struct doc_node *node, const struct style *style,
             const char *lang)
{
    struct embedding *e = to;
    struct arena *a = e->run->arena;
    char *family = first_family(a, style->family);
    struct style_font_file files[16];
    (void)node;
    (void)lang;
    if (map_get(e->embedded, family))
        return;
    map_set(e->embedded, family, e);
    size_t n = style_font_files(e->fonts, family, files, 16);
    for (size_t i = 0; i < n; i++)
        *vec_add(a, &e->parts->fonts) =
            (struct epub_font){arena_str(a, files[i].path), family,
                               files[i].weight, files[i].italic};
}

/* Faces of the `fonts` folders that stand in for what the program's own lack
 * are not carried: one for Chinese has 20 MB, and readers' devices have such.
 */
static void
tell_of_others(const struct edition_job *job, struct style_sheet *sheet)
{
    struct run *r = job->run;
    struct style_fonts *fonts = edition_fonts(job, sheet, job->book->root);
    const char *chosen = style_fonts_chosen(fonts);
    if (*chosen) {
        diag_at(r->diag, job->edition->at, DIAG_FONT_NOT_EMBEDDED,
                "the ebook does not carry %s", chosen);
        diag_hint(r->diag, "readers' devices have faces for other scripts; an "
                           "@font-face rule with a file carries one");
    }
    edition_fonts_close(job, fonts);
}

/* The families that the book's nodes are set in. */
static void
embed_fonts(const struct edition_job *job, struct style_sheet *sheet,
            struct epub_parts *parts)
{
    struct style_fonts *own =
        style_fonts_with_faces(job->run->fonts, sheet, job->run->diag);
    struct embedding e = {job->run, own ? own : job->run->fonts,
                          map_new(job->run->arena), parts};
    edition_each_style(job, sheet, job->book->root, embed_family, &e);
    style_fonts_free(own);
    tell_of_others(job, sheet);
    parts->options.fonts = parts->fonts.at;
    parts->options.font_count = parts->fonts.n;
}

static bool
make_epub_parts(const struct edition_job *job, struct epub_parts *parts)
{
    *parts = (struct epub_parts){.options = {.generator = producer}};
    buf_init(&parts->css, BUF_LIMIT_OUTPUT);
    buf_init(&parts->cover, BUF_LIMIT_OUTPUT);
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return false;
    style_write_epub(sheet,
                     doc_has_both_directions(job->book) ? STYLE_MIXED
                     : doc_lang_is_rtl(job->book->lang) ? STYLE_RTL
                                                        : STYLE_LTR,
                     &parts->css);
    profile_write_size(job, &parts->css);
    parts->options.css = parts->css.at;
    if (job->edition->embed_fonts)
        embed_fonts(job, sheet, parts);
    style_free(sheet);
    profile_prove_screen(job);
    struct edition_contrast contrast = edition_check_contrast(job);
    parts->options.fixed_display = contrast.fixed_display;
    parts->options.claim = edition_claim(job, &contrast);
    if (job->manifest->exemption)
        parts->options.exemption =
            conf_exemption_name(job->manifest->exemption);
    if (job->edition->cover)
        make_cover(job, parts);
    return true;
}

static void
free_epub_parts(struct epub_parts *parts)
{
    buf_free(&parts->css);
    buf_free(&parts->cover);
}

/* The pages of its print twin are at hand when the run makes that too. */
static void
make_epub(const struct edition_job *job)
{
    struct epub_parts parts;
    struct doc_pages *own = job->pages ? NULL : edition_twin_pages(job);
    if (make_epub_parts(job, &parts)) {
        parts.options.pages = own ? own : job->pages;
        epub_write(job->book, &parts.options,
                   output_open(job, job->output->path), job->run->diag);
    }
    free_epub_parts(&parts);
    doc_pages_free(own);
}

static void
dump_epub(const struct edition_job *job, enum build_dump what, struct buf *out)
{
    (void)what;
    struct epub_parts parts;
    struct doc_pages *own = edition_twin_pages(job);
    if (make_epub_parts(job, &parts)) {
        parts.options.pages = own;
        epub_dump(job->book, &parts.options, out);
    }
    free_epub_parts(&parts);
    doc_pages_free(own);
}

const struct backend backend_epub = {"epub", make_epub, dump_epub, NULL};
