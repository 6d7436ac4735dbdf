/* SPDX-License-Identifier: MIT */
/* The navigation document (EPUB 3.3, clause 7): contents and landmarks. */
#include "epub/epub_int.h"

/* Ends the lists and entries that are deeper than `depth`, and the entry at
 * `depth` itself. */
static void
close_entries(struct xml *x, int *open, int depth)
{
    for (; *open > depth; --*open) {
        xml_end(x);
        xml_line(x);
        xml_end(x);
        xml_line(x);
    }
    if (*open == depth && depth > 0) {
        xml_end(x);
        xml_line(x);
    }
}

static void
write_entry(const struct epub *e, struct xml *x, const struct epub_entry *entry,
            bool rtl)
{
    xml_start(x, "li");
    xml_attr(x, "class",
             entry->class ? arena_printf(e->arena, "toc-entry %s", entry->class)
                          : "toc-entry");
    xml_attr(x, "hidden", entry->hidden ? "hidden" : NULL);
    xml_attr(x, "lang", entry->lang);
    xml_attr(x, "xml:lang", entry->lang);
    xml_start(x, entry->href ? "a" : "span");
    xml_attr(x, "href", entry->href);
    /* The line itself keeps to the side of the others. */
    if (entry->lang && doc_lang_is_rtl(entry->lang) != rtl)
        xml_attr(x, "dir", rtl ? "ltr" : "rtl");
    if (entry->label)
        epub_write_label(e, x, entry->label);
    else
        xml_text(x, entry->text);
    xml_end(x);
}

static void
write_entries(const struct epub *e, struct xml *x,
              const struct epub_entries *entries, bool rtl)
{
    int open = 0;
    for (size_t i = 0; i < entries->n; i++) {
        const struct epub_entry *entry = &entries->at[i];
        close_entries(x, &open, entry->depth);
        if (entry->depth > open) {
            xml_line(x);
            xml_start(x, "ol");
            xml_attr(x, "class", "toc");
            xml_line(x);
            open++;
        }
        write_entry(e, x, entry, rtl);
    }
    close_entries(x, &open, 0);
}

/* Kinds that reading systems offer a way to. */
static const struct landmark {
    enum doc_kind kind;
    const char *type;
    enum doc_word word;
} landmarks[] = {
    {DOC_COVER, "cover", DOC_WORD_COVER},
    {DOC_TITLE_PAGE, "titlepage", DOC_WORD_TITLE_PAGE},
    {DOC_IMPRINT, "copyright-page", DOC_WORD_IMPRINT},
    {DOC_CONTENTS, "toc", DOC_WORD_CONTENTS},
    {DOC_FIGURE_LIST, "loi", DOC_WORD_FIGURES},
    {DOC_TABLE_LIST, "lot", DOC_WORD_TABLES},
    {DOC_ARTICLE, "bodymatter", DOC_WORD_START},
    {DOC_SOURCES, "bibliography", DOC_WORD_SOURCES},
    {DOC_INDEX, "index", DOC_WORD_INDEX},
    {DOC_COLOPHON, "colophon", DOC_WORD_COLOPHON},
};

/* Where the landmark leads: the body begins with the opening of the first
 * part, where there is one. */
static const char *
find_landmark(const struct epub *e, enum doc_kind kind)
{
    for (size_t i = 0; i < e->lists.n; i++)
        if (e->lists.at[i].division->kind == kind)
            return epub_href_to(e, NULL, e->lists.at[i].division);
    for (size_t i = 0; i < e->files.n; i++) {
        const struct doc_node *d = e->files.at[i].division;
        enum doc_kind is = d ? (enum doc_kind)d->kind : DOC_COVER;
        if (is == kind || (kind == DOC_ARTICLE && is == DOC_PART_OPENING))
            return e->files.at[i].name;
    }
    return NULL;
}

static void
write_landmark(struct xml *x, const char *type, const char *href,
               const char *text)
{
    xml_start(x, "li");
    xml_start(x, "a");
    xml_attr(x, "epub:type", type);
    xml_attr(x, "href", href);
    xml_text(x, text);
    xml_end(x);
    xml_end(x);
    xml_line(x);
}

/* A list that reading systems offer and pages do not show. */
static void
open_hidden_list(struct xml *x, const char *type, const char *role,
                 const char *title)
{
    xml_line(x);
    xml_start(x, "nav");
    xml_attr(x, "epub:type", type);
    xml_attr(x, "role", role);
    xml_attr(x, "class", type);
    xml_attr(x, "aria-label", title);
    xml_attr(x, "hidden", "hidden");
    /* Stylesheets that make blocks of all navs would show it. */
    xml_attr(x, "style", "display: none");
    xml_line(x);
    xml_element(x, "h2", title);
    xml_line(x);
    xml_start(x, "ol");
    xml_line(x);
}

static void
write_landmarks(const struct epub *e, struct xml *x, const char *lang)
{
    open_hidden_list(x, "landmarks", NULL, doc_word(lang, DOC_WORD_LANDMARKS));
    for (size_t i = 0; i < sizeof landmarks / sizeof *landmarks; i++) {
        const struct landmark *l = &landmarks[i];
        const char *href = find_landmark(e, l->kind);
        if (href)
            write_landmark(x, l->type, href, doc_word(lang, l->word));
    }
    xml_end(x);
    xml_line(x);
    xml_end(x);
}

/* The pages of the printed edition by their printed labels. */
static void
write_page_list(const struct epub *e, struct xml *x, const char *lang)
{
    open_hidden_list(x, "page-list", "doc-pagelist",
                     doc_word(lang, DOC_WORD_PAGES));
    for (size_t i = 0; i < e->pages.n; i++) {
        const struct epub_page *page = &e->pages.at[i];
        xml_start(x, "li");
        xml_start(x, "a");
        xml_attr(x, "href", epub_page_href(e, page));
        xml_text(x, page->label);
        xml_end(x);
        xml_end(x);
        xml_line(x);
    }
    xml_end(x);
    xml_line(x);
    xml_end(x);
}

/* A navigation list with its title. */
static void
write_list(const struct epub *e, struct xml *x, enum doc_kind kind,
           const struct doc_node *division, const char *id, const char *title,
           const struct epub_entries *entries)
{
    const struct doc_vocab *v = &doc_vocab[kind];
    const char *own = division ? division->class : NULL;
    const char *lang = division ? doc_lang(e->book, division) : e->book->lang;
    const char *title_id = arena_printf(e->arena, "%s-title", id);
    xml_line(x);
    xml_start(x, "nav");
    xml_attr(x, "id", id);
    xml_attr(x, "class",
             own ? arena_printf(e->arena, "%s %s", v->class, own) : v->class);
    xml_attr(x, "epub:type", v->epubtype);
    xml_attr(x, "role", v->role);
    xml_attr(x, "aria-labelledby", title_id);
    epub_write_dir(e, x, lang);
    xml_line(x);
    xml_start(x, "h1");
    xml_attr(x, "id", title_id);
    xml_attr(x, "class", "title");
    xml_text(x, title);
    xml_end(x);
    write_entries(e, x, entries, doc_lang_is_rtl(lang));
    xml_end(x);
}

static const char *
title_of(const struct epub *e, const struct doc_node *division)
{
    const struct doc_node *title = doc_title_of(division);
    const char *text = title ? doc_text(e->arena, title) : NULL;
    return epub_has_text(text) ? str_fold_space(e->arena, text) : e->title;
}

bool
epub_write_nav(const struct epub *e, struct buf *out)
{
    const struct epub_file *file =
        e->nav_file != SIZE_MAX ? &e->files.at[e->nav_file] : NULL;
    const char *lang = file ? file->lang : e->lang;
    const char *title = file ? file->title : doc_word(lang, DOC_WORD_CONTENTS);
    const struct doc_node *contents = file ? file->division : NULL;
    struct xml *x = epub_start_page(e, title, lang, DOC_CONTENTS, out);
    if (file)
        epub_write_pages(e, x, file, contents);
    write_list(e, x, DOC_CONTENTS, contents,
               contents && contents->id ? contents->id : "toc", title,
               &e->entries);
    for (size_t i = 0; i < e->lists.n; i++) {
        const struct doc_node *list = e->lists.at[i].division;
        const char *id = list->id ? list->id : doc_vocab[list->kind].name;
        if (file)
            epub_write_pages(e, x, file, list);
        write_list(e, x, (enum doc_kind)list->kind, list, id, title_of(e, list),
                   &e->lists.at[i].entries);
    }
    if (e->files.n)
        write_landmarks(e, x, lang);
    if (e->pages.n)
        write_page_list(e, x, lang);
    xml_line(x);
    xml_end(x);
    xml_line(x);
    return xml_free(x);
}
