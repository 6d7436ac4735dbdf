/* SPDX-License-Identifier: MIT */
/* A content document: its head, and what its division holds. */
#include "epub/epub_int.h"

/* Which of the three parts of a book a division belongs to. */
static const char *
matter_of(enum doc_kind division)
{
    switch (division) {
    case DOC_ARTICLE:
    case DOC_PART_OPENING:
        return "bodymatter";
    case DOC_SOURCES:
    case DOC_INDEX:
    case DOC_COLOPHON:
        return "backmatter";
    default:
        return "frontmatter";
    }
}

struct xml *
epub_start_page(const struct epub *e, const char *title, const char *lang,
                enum doc_kind division, struct buf *out)
{
    struct xml *x = xml_new(out);
    xml_doctype_html(x);
    xml_start(x, "html");
    xml_attr(x, "xmlns", "http://www.w3.org/1999/xhtml");
    xml_attr(x, "xmlns:epub", "http://www.idpf.org/2007/ops");
    xml_attr(x, "lang", lang);
    xml_attr(x, "xml:lang", lang);
    /* Some reading systems turn the pages of one document to where this says:
     * it is for all as the book is bound, and divisions say their own. */
    if (e->book->rtl)
        xml_attr(x, "dir", "rtl");
    xml_line(x);
    xml_start(x, "head");
    xml_line(x);
    xml_start(x, "meta");
    xml_attr(x, "charset", "UTF-8");
    xml_end(x);
    xml_line(x);
    xml_element(x, "title", title);
    xml_line(x);
    if (epub_has_css(e)) {
        xml_start(x, "link");
        xml_attr(x, "rel", "stylesheet");
        xml_attr(x, "type", "text/css");
        xml_attr(x, "href", "style.css");
        xml_end(x);
        xml_line(x);
    }
    xml_end(x);
    xml_line(x);
    xml_start(x, "body");
    xml_attr(x, "epub:type", matter_of(division));
    return x;
}

/* The words of the typographic cover, for those who can't see it. */
static const char *
cover_alt(const struct epub *e)
{
    const struct doc_book *book = e->book;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_printf(&b, "%s: %s", doc_word(e->lang, DOC_WORD_COVER), e->title);
    if (book->subtitle && !str_blank(book->subtitle))
        buf_printf(&b, ". %s", book->subtitle);
    const char *before = ". ";
    for (size_t i = 0; i < book->authors.n; i++) {
        if (str_blank(book->authors.at[i]))
            continue;
        buf_printf(&b, "%s%s", before, book->authors.at[i]);
        before = ", ";
    }
    const char *alt = str_fold_space(e->arena, b.at);
    buf_free(&b);
    return alt;
}

static void
write_cover(const struct epub *e, struct xml *x, const struct epub_file *file)
{
    xml_line(x);
    xml_start(x, "section");
    xml_attr(x, "id", file->division ? file->division->id : NULL);
    xml_attr(x, "class", "cover");
    xml_attr(x, "epub:type", "cover");
    epub_write_dir(e, x, file->lang);
    epub_write_pages(e, x, file, NULL);
    xml_line(x);
    xml_start(x, "img");
    xml_attr(x, "src", e->cover_name);
    xml_attr(x, "alt", cover_alt(e));
    xml_attr(x, "role", "doc-cover");
    xml_end(x);
    xml_line(x);
    xml_end(x);
}

bool
epub_write_page(const struct epub *e, const struct epub_file *file,
                struct buf *out)
{
    enum doc_kind kind =
        file->division ? (enum doc_kind)file->division->kind : DOC_COVER;
    struct xml *x = epub_start_page(e, file->title, file->lang, kind, out);
    if (kind == DOC_COVER)
        write_cover(e, x, file);
    else
        epub_write_nodes(e, x, file, file->division);
    xml_line(x);
    xml_end(x);
    xml_line(x);
    return xml_free(x);
}
