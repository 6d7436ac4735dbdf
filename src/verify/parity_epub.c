/* SPDX-License-Identifier: MIT */
/* What an EPUB says: its documents in the order of the spine, as a stylesheet
 * lets them be seen. Contents are left out, since they say no more than
 * headings do and a PDF's say more: the numbers of pages. */
#include <string.h>

#include "verify/epub_book.h"
#include "verify/parity.h"
#include "verify/parity_css.h"

/* How an element stands to the text around it. */
enum manner { INLINE, BLOCK, ROW, CELL, IMAGE, BREAK, SKIP, ANY };

static const struct {
    const char *name;
    enum manner manner;
} elements[] = {
    {"address", BLOCK}, {"article", BLOCK},    {"aside", BLOCK},
    {"audio", SKIP},    {"blockquote", BLOCK}, {"body", BLOCK},
    {"br", BREAK},      {"caption", BLOCK},    {"datalist", SKIP},
    {"dd", BLOCK},      {"details", BLOCK},    {"div", BLOCK},
    {"dl", BLOCK},      {"dt", BLOCK},         {"figcaption", BLOCK},
    {"figure", BLOCK},  {"footer", BLOCK},     {"h1", BLOCK},
    {"h2", BLOCK},      {"h3", BLOCK},         {"h4", BLOCK},
    {"h5", BLOCK},      {"h6", BLOCK},         {"head", SKIP},
    {"header", BLOCK},  {"hr", BLOCK},         {"img", IMAGE},
    {"input", ANY},     {"li", BLOCK},         {"main", BLOCK},
    {"nav", SKIP},      {"object", SKIP},      {"ol", BLOCK},
    {"p", BLOCK},       {"pre", BLOCK},        {"script", SKIP},
    {"section", BLOCK}, {"style", SKIP},       {"summary", BLOCK},
    {"table", BLOCK},   {"td", CELL},          {"template", SKIP},
    {"th", CELL},       {"title", SKIP},       {"tr", ROW},
    {"ul", BLOCK},      {"video", SKIP},
};

static enum manner
manner_of(const struct xml_node *n)
{
    size_t low = 0, high = sizeof elements / sizeof *elements;
    while (n->ns == XML_NS_XHTML && low < high) {
        size_t mid = (low + high) / 2;
        int order = strcmp(elements[mid].name, n->name);
        if (!order)
            return elements[mid].manner;
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return INLINE;
}

/* A document being read. */
struct epub_text {
    struct parity_reading *r;
    struct parity_css *css;
    const char *file; /* for messages */
    const struct xml_node *note, *article,
        *section; /* outermost ones that are open */
};

static bool
is_called(const struct xml_node *n, const char *role, const char *type)
{
    return epub_has(xml_value(n, "role"), role) ||
           epub_has(xml_get(n, XML_NS_EPUB, "type"), type);
}

static bool
is_note(const struct xml_node *n)
{
    return is_called(n, "doc-footnote", "footnote") ||
           epub_has(xml_get(n, XML_NS_EPUB, "type"), "endnote");
}

/* The heading of the notes stands there alone: a PDF has them where pages end.
 * Of a note its mark is in its link back. */
static bool
is_left_out(const struct epub_text *t, const struct xml_node *n)
{
    const char *type =
        n->parent ? xml_get(n->parent, XML_NS_EPUB, "type") : NULL;
    return manner_of(n) == SKIP || xml_value(n, "hidden") ||
           is_called(n, "doc-pagebreak", "pagebreak") ||
           is_called(n, "doc-backlink", "backlink") ||
           epub_has(xml_value(n, "class"), "backlink") ||
           is_called(n, "doc-toc", "toc") ||
           epub_has(xml_get(n, XML_NS_EPUB, "type"), "cover") ||
           (*n->name == 'h' &&
            (epub_has(type, "footnotes") || epub_has(type, "endnotes"))) ||
           parity_css_hides(t->css, n);
}

static void
begin(struct epub_text *t, const struct xml_node *n, enum parity_kind kind)
{
    parity_begin(
        t->r,
        t->note      ? PARITY_NOTES
        : t->article ? PARITY_MAIN
                     : PARITY_MATTER,
        &(struct parity_item){
            .kind = kind, .file = t->file, .line = n->line, .col = n->col});
}

/* Goes on with the block around what ended. */
static void
resume(struct epub_text *t, const struct xml_node *n)
{
    const struct xml_node *up = n;
    while (up->parent && manner_of(up) == INLINE)
        up = up->parent;
    const struct xml_node *cell = up;
    while (cell && manner_of(cell) != CELL && cell != t->note)
        cell = cell->parent;
    begin(t, up,
          cell && manner_of(cell) == CELL ? PARITY_CELL
          : t->note                       ? PARITY_NOTE
                                          : PARITY_BLOCK);
}

static void
read_image(struct epub_text *t, const struct xml_node *n)
{
    const char *alt = xml_value(n, "alt");
    if (!alt || str_blank(alt))
        return;
    begin(t, n, PARITY_ALT);
    parity_text(t->r, alt, strlen(alt));
    resume(t, n->parent);
}

static void
generate(struct epub_text *t, const struct xml_node *n, bool before)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    if (xml_is(n, XML_NS_XHTML, "hr")) {
        buf_free(&b);
        return; /* an ornament */
    }
    enum parity_said said = parity_css_content(t->css, n, before, &b);
    if (said == PARITY_SAYS_BLOCK)
        parity_break(t->r);
    const char *text = b.n ? b.at : "";
    bool wild = strchr(text, '\1') != NULL;
    for (const char *p = text; *p; p++) {
        /* Signs beside a counter's value may be part of a number. */
        if (*p == '\1' || (wild && strchr(".,:;()[]-/", *p)))
            parity_mark(t->r, PARITY_ANY);
        else
            parity_text(t->r, p, 1);
    }
    if (said == PARITY_SAYS_BLOCK)
        parity_break(t->r);
    buf_free(&b);
}

static void
enter(struct epub_text *t, const struct xml_node *n)
{
    enum manner m = manner_of(n);
    if (!t->article && xml_is(n, XML_NS_XHTML, "article"))
        t->article = n;
    if (!t->article && !t->section && xml_is(n, XML_NS_XHTML, "section")) {
        t->section = n;
        begin(t, n, PARITY_BLOCK);
        parity_mark(t->r, PARITY_SECTION_MARK);
    }
    if (!t->note && is_note(n)) {
        t->note = n;
        begin(t, n, PARITY_NOTE);
        parity_mark(t->r, PARITY_NOTE_MARK);
    }
    if (m == ROW || m == CELL) {
        begin(t, n, PARITY_CELL);
        parity_mark(t->r, m == ROW ? PARITY_ROW_MARK : PARITY_CELL_MARK);
    } else if (m == BLOCK) {
        resume(t, n);
    } else if (m == IMAGE) {
        read_image(t, n);
    } else if (m == BREAK) {
        parity_text(t->r, " ", 1);
    } else if (m == ANY) {
        parity_mark(t->r, PARITY_ANY);
    }
    if (is_called(n, "doc-noteref", "noteref"))
        parity_break(t->r);
    generate(t, n, true);
}

static void
leave(struct epub_text *t, const struct xml_node *n)
{
    generate(t, n, false);
    if (is_called(n, "doc-noteref", "noteref"))
        parity_break(t->r);
    if (t->note == n)
        t->note = NULL;
    if (t->section == n)
        t->section = NULL;
    if (t->article == n)
        t->article = NULL;
    if (manner_of(n) != INLINE && manner_of(n) != BREAK && n->parent)
        resume(t, n->parent);
}

static void
read_document(struct epub_text *t, const struct xml_node *root)
{
    const struct xml_node *n = root;
    while (n) {
        bool skip = n->name && is_left_out(t, n);
        if (n->text)
            parity_text(t->r, n->text, strlen(n->text));
        else if (!skip)
            enter(t, n);
        if (n->first && !skip) {
            n = n->first;
            continue;
        }
        if (n->name && !skip)
            leave(t, n);
        while (n != root && !n->next) {
            n = n->parent;
            leave(t, n);
        }
        n = n == root ? NULL : n->next;
    }
    parity_break(t->r);
}

struct parity_epub {
    struct parity_reading *r;
    struct epub_book book;
    struct parity_sheets *sheets;
    struct arena *one; /* of the document that is read */
    size_t next;
};

struct parity_epub *
parity_epub_open(struct parity_reading *r, const struct verify_file *f,
                 const char *print_style)
{
    struct parity_epub *e = ARENA_NEW(f->arena, struct parity_epub);
    if (!epub_book_open(&e->book, f->arena, f->bytes, f->n) ||
        !e->book.spine_count)
        return NULL;
    e->r = r;
    e->one = arena_new();
    e->sheets = parity_sheets_new(f->arena, &e->book);
    parity_sheets_print(e->sheets, print_style);
    return e;
}

bool
parity_epub_step(struct parity_epub *e)
{
    const struct epub_item *item = e->book.spine[e->next++];
    struct xml_document *doc =
        item->entry && str_eq(item->media_type, "application/xhtml+xml")
            ? epub_book_xml(&e->book, e->one, item->entry, NULL)
            : NULL;
    struct epub_text t = {
        .r = e->r,
        .file = arena_printf(e->r->arena, "%s/%s", e->r->name,
                             item->path ? item->path : item->href)};
    if (doc && doc->root) {
        t.css = parity_css_of(e->sheets, e->one, item->path, doc->root);
        read_document(&t, doc->root);
    }
    arena_reset(e->one);
    return e->next < e->book.spine_count;
}

void
parity_epub_end(struct parity_epub *e)
{
    arena_free(e->one);
}
