/* SPDX-License-Identifier: MIT */
/* A bench for whole layouts of small articles, with a stylesheet whose lines
 * are 20 pt high on pages that hold ten: where things stand can be reckoned. */
#ifndef LAYOUT_BENCH_H
#define LAYOUT_BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "layout/layout.h"
#include "read/read.h"
#include "xform/xform.h"

#include "unit.h"

#define PT(x) ((int)((x)*STYLE_PT))

/* A text row on a page: runs of one baseline and role, joined. */
struct row {
    size_t page;
    enum layout_role role;
    const struct doc_node *node;
    int x, y, right;
    const char *text;
};

struct shape {
    size_t page;
    struct layout_rect rect;
};

struct seen {
    struct arena *a;
    struct diag *diag;
    struct doc_book *book;
    VEC(struct row) rows;
    VEC(struct shape) rects;
    struct layout_page pages[128]; /* without their content */
    struct layout_image image;
    size_t image_page, images;
    size_t n;
    char dir[64];
};

static const char sheet[] =
    "@page { size: 300pt 300pt; margin: 50pt;"
    "  @bottom-center { content: counter(page) }"
    "  @top-left { content: string(title) } }\n"
    "@page :blank { @bottom-center { content: none }"
    "  @top-left { content: none } }\n"
    "body { font: 10pt/20pt 'Linux Libertine O'; text-align: left;"
    "  widows: 2; orphans: 2; margin: 0; hyphens: none }\n"
    "section, article, header, p, h1, h2, h3, ul, ol, li, figure, figcaption,"
    "  table, td, th, aside, blockquote, pre, hr, nav, div, caption"
    "  { margin: 0; padding: 0; border: none; font-size: 10pt;"
    "    line-height: 20pt; text-indent: 0; text-align: left }\n"
    "h1 { string-set: title content() }"
    "h1, h2 { break-after: avoid }\n";

static inline void
write_file(struct seen *s, const char *name, const char *text)
{
    char *path = path_join(s->a, s->dir, name);
    assert_int_equal(file_write(path, text, strlen(text)), 0);
}

static inline void
take_rows(struct seen *s, const struct layout_page *page)
{
    for (size_t i = 0; i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        struct row *last = s->rows.n ? &s->rows.at[s->rows.n - 1] : NULL;
        const char *text = arena_strn(s->a, run->text, run->bytes);
        if (i && last->y == run->y && last->role == run->mark.role &&
            !page->runs.at[i - 1].line_end) {
            last->text = arena_printf(s->a, "%s%s", last->text, text);
            last->right = run->x + run->width;
            continue;
        }
        *vec_add(s->a, &s->rows) =
            (struct row){page->index, run->mark.role, run->mark.node,
                         run->x,      run->y,         run->x + run->width,
                         text};
    }
}

static inline void
take_page(void *to, const struct layout_page *page)
{
    struct seen *s = to;
    assert_true(page->index < 128);
    assert_null(s->pages[page->index].label); /* each index once */
    take_rows(s, page);
    for (size_t i = 0; i < page->rects.n; i++)
        *vec_add(s->a, &s->rects) =
            (struct shape){page->index, page->rects.at[i]};
    if (page->images.n) {
        s->image = page->images.at[0];
        s->image_page = page->index;
        s->images += page->images.n;
    }
    struct layout_page *kept = &s->pages[page->index];
    kept->label = arena_str(s->a, page->label);
    kept->right = page->right;
    kept->blank = page->blank;
    s->n++;
}

/* Lays out articles (Markdown, ended with NULL) with more CSS, perhaps beside
 * each other. */
static inline struct seen *
lay_out_beside(const char *css, const char *const *articles,
               enum doc_parallel parallel)
{
    struct arena *a = arena_new();
    struct seen *s = ARENA_NEW(a, struct seen);
    s->a = a;
    s->diag = diag_new();
    strcpy(s->dir, "/tmp/fascicle-layout-XXXXXX");
    assert_non_null(mkdtemp(s->dir));
    write_file(s, "style.css", arena_printf(a, "%s%s", sheet, css));
    write_file(s, "tall.svg",
               "<svg xmlns='http://www.w3.org/2000/svg' width='100' "
               "height='1000' viewBox='0 0 1 10'><title>t</title>"
               "<rect width='1' height='10'/></svg>");
    struct conf_context c = {a, s->diag};
    struct conf_manifest *m = conf_manifest_bare(&c, s->dir);
    while (articles[m->articles.n])
        m->articles.n++;
    m->articles.at = ARENA_ARRAY(a, const char *, m->articles.n);
    m->articles.places = ARENA_ARRAY(a, struct place, m->articles.n);
    for (size_t i = 0; i < m->articles.n; i++) {
        m->articles.at[i] = arena_printf(a, "%zu.md", i);
        write_file(s, m->articles.at[i], articles[i]);
    }
    struct read_options o = {.now = 1790000000, .parallel = parallel};
    s->book = read_book(m, &o, s->diag);
    xform_run(s->book, s->diag);
    const struct style_source sources[] = {
        {"styles/base.css", "base.css"},
        {path_join(a, s->dir, "style.css"), "style.css"}};
    struct style_sheet *css_sheet = style_read(sources, 2, s->diag);
    struct style_fonts *fonts = style_fonts_open("fonts", s->diag);
    struct layout_options l = {.hyphen_dir = "hyphen", .version = "0"};
    layout_book(s->book, css_sheet, fonts, &l, s->diag, take_page, s);
    assert_int_equal(layout_count(s->book, css_sheet, fonts, &l), s->n);
    style_fonts_free(fonts);
    style_free(css_sheet);
    return s;
}

static inline struct seen *
lay_out(const char *css, const char *const *articles)
{
    return lay_out_beside(css, articles, DOC_PARALLEL_NONE);
}

static inline struct seen *
lay_out_one(const char *css, const char *markdown)
{
    const char *articles[] = {markdown, NULL};
    return lay_out(css, articles);
}

static inline void
done(struct seen *s)
{
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", s->dir);
    assert_int_equal(system(command), 0);
    doc_free(s->book);
    diag_free(s->diag);
    arena_free(s->a);
}

/* The first row whose text begins so; it must be there. */
static inline const struct row *
row_of(const struct seen *s, const char *begins)
{
    for (size_t i = 0; i < s->rows.n; i++)
        if (str_starts(s->rows.at[i].text, begins))
            return &s->rows.at[i];
    fail_msg("no row begins with “%s”", begins);
    return NULL;
}

static inline size_t
rows_of(const struct seen *s, const char *begins, enum layout_role role)
{
    size_t n = 0;
    for (size_t i = 0; i < s->rows.n; i++)
        n += str_starts(s->rows.at[i].text, begins) &&
             s->rows.at[i].role == role;
    return n;
}

static inline const char *
lines_of(struct arena *a, const char *word, int n)
{
    const char *text = word;
    for (int i = 1; i < n; i++)
        text = arena_printf(a, "%s\\\n%s%d", text, word, i);
    return text;
}

#endif
