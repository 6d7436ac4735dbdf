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
write_entries(const struct epub *e, struct xml *x, bool rtl)
{
    int open = 0;
    for (size_t i = 0; i < e->entries.n; i++) {
        const struct epub_entry *entry = &e->entries.at[i];
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
    {DOC_ARTICLE, "bodymatter", DOC_WORD_START},
    {DOC_SOURCES, "bibliography", DOC_WORD_SOURCES},
    {DOC_COLOPHON, "colophon", DOC_WORD_COLOPHON},
};

/* The first file that the landmark means: the body begins with the opening of
 * the first part, where there is one. */
static const struct epub_file *
find_landmark(const struct epub *e, enum doc_kind kind)
{
    for (size_t i = 0; i < e->files.n; i++) {
        const struct doc_node *d = e->files.at[i].division;
        enum doc_kind is = d ? (enum doc_kind)d->kind : DOC_COVER;
        if (is == kind || (kind == DOC_ARTICLE && is == DOC_PART_OPENING))
            return &e->files.at[i];
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

static void
write_landmarks(const struct epub *e, struct xml *x, const char *lang)
{
    xml_line(x);
    xml_start(x, "nav");
    xml_attr(x, "epub:type", "landmarks");
    xml_attr(x, "class", "landmarks");
    xml_attr(x, "aria-label", doc_word(lang, DOC_WORD_LANDMARKS));
    xml_attr(x, "hidden", "hidden");
    /* Stylesheets that make blocks of all landmarks would show it. */
    xml_attr(x, "style", "display: none");
    xml_line(x);
    xml_element(x, "h2", doc_word(lang, DOC_WORD_LANDMARKS));
    xml_line(x);
    xml_start(x, "ol");
    xml_line(x);
    for (size_t i = 0; i < sizeof landmarks / sizeof *landmarks; i++) {
        const struct landmark *l = &landmarks[i];
        const struct epub_file *file = find_landmark(e, l->kind);
        if (file)
            write_landmark(x, l->type, file->name, doc_word(lang, l->word));
    }
    xml_end(x);
    xml_line(x);
    xml_end(x);
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
    xml_line(x);
    xml_start(x, "nav");
    xml_attr(x, "id", contents && contents->id ? contents->id : "toc");
    xml_attr(x, "class",
             contents && contents->class ? arena_printf(e->arena, "contents %s",
                                                        contents->class)
                                         : "contents");
    xml_attr(x, "epub:type", "toc");
    xml_attr(x, "role", "doc-toc");
    xml_attr(x, "aria-labelledby", "contents-title");
    xml_line(x);
    xml_start(x, "h1");
    xml_attr(x, "id", "contents-title");
    xml_attr(x, "class", "title");
    xml_text(x, title);
    xml_end(x);
    write_entries(e, x, doc_lang_is_rtl(lang));
    xml_end(x);
    if (e->files.n)
        write_landmarks(e, x, lang);
    xml_line(x);
    xml_end(x);
    xml_line(x);
    return xml_free(x);
}
