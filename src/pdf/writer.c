/* SPDX-License-Identifier: MIT */
/* The document from its first page to its last byte. Of a page only offsets,
 * marks, links and anchors are kept; its content is written at once. */
#include <string.h>

#include "pdf/pdf_int.h"

struct pdf_writer *
pdf_begin(const struct doc_book *book, struct file_out *out,
          const struct pdf_options *o, struct diag *d)
{
    struct arena *a = arena_new();
    struct pdf_writer *w = ARENA_NEW(a, struct pdf_writer);
    w->book = book;
    w->diag = d;
    w->arena = a;
    w->producer = arena_str(a, o->producer);
    w->identifier =
        arena_str(a, o->identifier ? o->identifier : book->identifier);
    w->plain = o->plain;
    w->accessible = o->accessible && !o->sheets && !o->plain;
    w->archive = o->sheets || o->plain ? PDF_A_NONE : o->archive;
    w->forms = o->sheets;
    w->press = o->press;
    w->inks.pure = o->pure_black;
    w->note = arena_str(a, o->note);
    w->keep_text = o->keep_text;
    w->out = pdf_out_new(a, out);
    w->anchors = pdf_nodes_new(a, 0);
    w->boxes = pdf_nodes_new(a, 0);
    w->lists = pdf_nodes_new(a, 0);
    w->catalog = pdf_object(w->out);
    w->page_tree = pdf_object(w->out);
    w->source = pdf_source_new(w);
    w->canvas = paint_pdf_new(pdf_source_write, w->source);
    return w;
}

/* The nearest node that has an element. */
static const struct doc_node *
tagged(const struct doc_node *node)
{
    while (node && !doc_tag(node))
        node = node->parent;
    return node;
}

/* Labels of neighbours are often the same; each is kept once in a row. */
static const char *
keep_label(struct pdf_writer *w, const char *label)
{
    if (w->labels.n && str_eq(w->labels.at[w->labels.n - 1], label))
        return w->labels.at[w->labels.n - 1];
    *vec_add(w->arena, &w->labels) = arena_str(w->arena, label);
    return w->labels.at[w->labels.n - 1];
}

/* The page's record; those before it are made as well, empty. */
static struct pdf_page *
page_at(struct pdf_writer *w, size_t index)
{
    while (w->pages.n <= index) {
        struct pdf_page *page = vec_add(w->arena, &w->pages);
        page->object = pdf_object(w->out);
    }
    return &w->pages.at[index];
}

/* --- what a page leaves behind --- */

enum { SNIPPET = 60 }; /* code points */

/* The beginning of a mark's text. */
static const char *
snippet(struct pdf_writer *w, const struct layout_page *page,
        struct paint_span span)
{
    struct buf b;
    size_t count = 0;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (size_t i = span.first; i < span.end; i++) {
        const char *p = page->runs.at[i].text,
                   *end = p + page->runs.at[i].bytes;
        while (p < end && count < SNIPPET) {
            buf_utf8(&b, utf8_next(&p, end));
            count++;
        }
        if (p < end || (count == SNIPPET && i + 1 < span.end)) {
            buf_str(&b, "…");
            break;
        }
    }
    const char *text = arena_strn(w->arena, b.at, b.n);
    buf_free(&b);
    return text;
}

/* The first label of a list tells how it is numbered. */
static void
take_label(struct pdf_writer *w, const struct doc_node *item,
           const struct layout_page *page, struct paint_span span)
{
    if (item->kind != DOC_ITEM || span.first == span.end)
        return;
    const struct layout_run *run = &page->runs.at[span.first];
    struct pdf_known *known = pdf_nodes_add(w->lists, item->parent);
    if (known->at != PDF_NONE)
        return;
    known->at = (uint32_t)w->numberings.n;
    *vec_add(w->arena, &w->numberings) =
        pdf_numbering(item, run->text, run->bytes);
}

static void
take_marks(struct pdf_writer *w, const struct layout_page *page,
           struct pdf_page *p, const struct paint_marks *marks)
{
    p->first_mark = (uint32_t)w->marks.n;
    for (size_t i = 0; i < marks->n; i++) {
        const struct doc_node *node = marks->at[i].node;
        if (!node)
            continue;
        if (marks->at[i].role == LAYOUT_LABEL)
            take_label(w, node, page, marks->runs[i]);
        struct pdf_mark *mark = vec_add(w->arena, &w->marks);
        *mark = (struct pdf_mark){.node = tagged(node),
                                  .page = (uint32_t)page->index,
                                  .id = (uint16_t)p->mark_count++,
                                  .label = marks->at[i].role == LAYOUT_LABEL};
        if (w->keep_text)
            *vec_add(w->arena, &w->texts) =
                (struct pdf_said){snippet(w, page, marks->runs[i]),
                                  arena_str(w->arena, marks->at[i].actual)};
    }
}

static void
take_links(struct pdf_writer *w, const struct layout_page *page,
           struct pdf_page *p)
{
    p->first_link = (uint32_t)w->links.n;
    for (size_t i = 0; i < page->links.n; i++) {
        const struct layout_link *link = &page->links.at[i];
        if (!tagged(link->node) || (!link->target && !link->href))
            continue;
        *vec_add(w->arena, &w->links) =
            (struct pdf_link){.node = tagged(link->node),
                              .target = link->target,
                              .href = arena_str(w->arena, link->href),
                              .page = (uint32_t)page->index,
                              .x = link->x,
                              .y = link->y,
                              .width = link->width,
                              .height = link->height,
                              .object = pdf_object(w->out),
                              .element = PDF_NONE,
                              .next = PDF_NONE};
        p->link_count++;
    }
}

/* The first place of a node counts. */
static void
take_spot(struct pdf_writer *w, struct pdf_nodes *table,
          const struct doc_node *node, struct pdf_spot spot)
{
    struct pdf_known *known = pdf_nodes_add(table, node);
    if (known->at != PDF_NONE)
        return;
    known->at = (uint32_t)w->spots.n;
    *vec_add(w->arena, &w->spots) = spot;
}

/* The first baseline of the page's own text. */
static int
head_of(const struct layout_page *page)
{
    int head = page->height;
    for (size_t i = 0; i < page->runs.n; i++)
        if (page->runs.at[i].mark.node && page->runs.at[i].y < head)
            head = page->runs.at[i].y;
    return head;
}

/* Divisions that begin a page lead to its top, not to their sunken title. */
static void
take_spots(struct pdf_writer *w, const struct layout_page *page)
{
    uint32_t index = (uint32_t)page->index;
    int head = head_of(page);
    for (size_t i = 0; i < page->anchors.n; i++) {
        const struct layout_anchor *a = &page->anchors.at[i];
        struct pdf_spot spot = {.page = index, .x = a->x, .y = a->y};
        if (doc_vocab[a->node->kind].model == DOC_IS_DIVISION && a->y <= head)
            spot.x = spot.y = 0;
        take_spot(w, w->anchors, a->node, spot);
    }
    for (size_t i = 0; i < page->images.n; i++) {
        const struct layout_image *m = &page->images.at[i];
        struct pdf_spot spot = {index, m->x, m->y, m->width, m->height};
        if (m->crop.width)
            spot = (struct pdf_spot){index, m->x + m->crop.x, m->y + m->crop.y,
                                     m->crop.width, m->crop.height};
        if (m->mark.node)
            take_spot(w, w->boxes, m->mark.node, spot);
    }
}

static bool
is_transparent(const struct layout_page *page)
{
    for (size_t i = 0; i < page->rects.n; i++)
        if ((page->rects.at[i].color & 255) != 255 ||
            (page->rects.at[i].picture &&
             page->rects.at[i].picture->asset->kind != DOC_JPEG))
            return true;
    for (size_t i = 0; i < page->runs.n; i++)
        if ((page->runs.at[i].color & 255) != 255)
            return true;
    for (size_t i = 0; i < page->images.n; i++)
        if (page->images.at[i].asset &&
            page->images.at[i].asset->kind != DOC_JPEG)
            return true;
    return false;
}

/* Glyphs that say "this face has none": layout has reported them. */
static size_t
count_missing(const struct layout_page *page)
{
    enum { PANGO_UNKNOWN = 0x10000000 };
    size_t n = 0;
    for (size_t i = 0; i < page->runs.n; i++)
        for (size_t k = 0; k < page->runs.at[i].glyph_count; k++) {
            uint32_t glyph = page->runs.at[i].glyphs[k].glyph;
            n += glyph == 0 || (glyph & PANGO_UNKNOWN) != 0;
        }
    return n;
}

static size_t
private_of(const struct layout_run *run)
{
    const char *p = run->text, *end = p + run->bytes;
    size_t n = 0;
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        n += (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c != UTF8_BAD);
    }
    return n;
}

/* Characters of private use: their text means nothing to a reader. */
static void
count_private(struct pdf_writer *w, const struct layout_page *page)
{
    for (size_t i = 0; i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        size_t n = private_of(run);
        if (n && !w->faults.private && run->mark.node)
            w->private_at = doc_place(run->mark.node);
        w->faults.private += n;
    }
}

static void
fail(struct pdf_writer *w, const char *what, size_t page)
{
    w->failed = true;
    diag_at(w->diag, (struct place){0}, DIAG_INTERNAL, what, page + 1);
}

void
pdf_page(void *writer, const struct layout_page *page)
{
    struct pdf_writer *w = writer;
    struct paint_marks marks;
    if (w->failed)
        return;
    struct pdf_page *p = page_at(w, page->index);
    if (p->taken) {
        fail(w, "page %zu came twice", page->index);
        return;
    }
    if (!paint_page(w->canvas, page, &marks, w->diag)) {
        w->failed = true;
        return;
    }
    p->taken = true;
    p->width = page->width;
    p->height = page->height;
    p->trim = page->trim;
    p->bleed = page->bleed;
    w->inks.colored = false;
    p->label = keep_label(w, page->label);
    p->transparent = is_transparent(page);
    if (!pdf_source_page(w->source, p, &marks))
        fail(w, "cairo did not write page %zu as painted", page->index);
    p->colored = w->inks.colored;
    if (w->forms) {
        pdf_sheets_look(w, page);
        return;
    }
    if (w->plain)
        return;
    take_marks(w, page, p, &marks);
    take_links(w, page, p);
    take_spots(w, page);
    w->faults.no_glyph += count_missing(page);
    count_private(w, page);
}

struct pdf_printed
pdf_printed(const struct pdf_writer *w, size_t index)
{
    const struct pdf_page *p = &w->pages.at[index];
    return (struct pdf_printed){p->colored, p->transparent};
}

/* --- the end --- */

static void
write_catalog(struct pdf_writer *w, uint32_t structure, uint32_t outline)
{
    struct buf b;
    uint32_t xmp = pdf_xmp_write(w);
    buf_init(&b, BUF_LIMIT_OUTPUT);
    buf_printf(&b, "<</Type/Catalog/Pages %u 0 R/Metadata %u 0 R", w->page_tree,
               xmp);
    if (structure)
        buf_printf(&b, "/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>",
                   structure);
    buf_str(&b, "/ViewerPreferences<</DisplayDocTitle true");
    if (w->book->rtl)
        buf_str(&b, "/Direction/R2L");
    buf_str(&b, ">>");
    if (w->book->parallel == DOC_PARALLEL_PAGES)
        buf_str(&b, "/PageLayout/TwoPageLeft");
    buf_str(&b, "/Lang");
    pdf_text(&b, w->book->lang);
    if (w->archive || w->press)
        buf_printf(&b,
                   "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                   "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                   "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>]",
                   pdf_icc_write(w));
    if (outline)
        buf_printf(&b, "/Outlines %u 0 R/PageMode/UseOutlines", outline);
    pdf_labels_write(w, &b);
    buf_str(&b, ">>");
    pdf_put(w->out, w->catalog, &b);
    buf_free(&b);
}

/* Says why the document can't claim what it was told to, where nobody has. */
static void
tell_private(const struct pdf_writer *w)
{
    if (!w->faults.private || !w->archive || w->archive == PDF_A_2U)
        return;
    const char *part = w->archive == PDF_A_3A ? "3" : "2";
    diag_at(w->diag, w->private_at, DIAG_PDF_PRIVATE_USE,
            "%zu characters of private use: the PDF is PDF/A-%su, not -%sa",
            w->faults.private, part, part);
    diag_hint(w->diag, "nobody knows what they mean without their font; write "
                       "them in other characters, or set conformance to "
                       "[ua-1, a-2u]");
}

static bool
all_taken(struct pdf_writer *w)
{
    for (size_t i = 0; i < w->pages.n && !w->failed; i++)
        if (!w->pages.at[i].taken)
            fail(w, "page %zu is missing", i);
    if (w->pages.n)
        return !w->failed;
    if (!diag_count(w->diag, DIAG_ERROR))
        fail(w, "the document has no page %zu", 0);
    return false;
}

/* Pages, and what the document says of itself. */
static void
write_plain(struct pdf_writer *w)
{
    pdf_pages_write(w);
    write_catalog(w, 0, 0);
    pdf_out_end(w->out, w->catalog, pdf_info_write(w));
}

static void
write_rest(struct pdf_writer *w)
{
    struct pdf_tree tree = {.arena = arena_new()};
    pdf_tree_build(w, &tree);
    uint32_t structure = pdf_tree_write(w, &tree);
    pdf_links_write(w);
    pdf_pages_write(w);
    uint32_t outline = pdf_outline_write(w);
    write_catalog(w, structure, outline);
    pdf_out_end(w->out, w->catalog, pdf_info_write(w));
    arena_free(tree.arena);
}

/* Takes what cairo writes at the end; whether there is a document. */
static bool
end_pages(struct pdf_writer *w)
{
    pdf_source_ending(w->source);
    if (!paint_end(w->canvas, w->diag))
        w->failed = true;
    pdf_source_end(w->source);
    return all_taken(w);
}

static void
free_writer(struct pdf_writer *w)
{
    pdf_source_free(w->source);
    pdf_out_free(w->out);
    arena_free(w->arena);
}

bool
pdf_end(struct pdf_writer *w)
{
    bool well = end_pages(w);
    if (well) {
        tell_private(w);
        (w->plain ? write_plain : write_rest)(w);
    }
    free_writer(w);
    return well;
}

bool
pdf_end_sheets(struct pdf_writer *w, const struct pdf_imposition *how,
               struct pdf_imposed *what)
{
    bool well = end_pages(w);
    if (well)
        pdf_sheets_write(w, how, what);
    free_writer(w);
    return well;
}

void
pdf_dump_tags(struct pdf_writer *w, struct buf *out)
{
    struct pdf_tree tree = {.arena = arena_new()};
    pdf_tree_build(w, &tree);
    pdf_tree_dump(w, &tree, out);
    arena_free(tree.arena);
}
