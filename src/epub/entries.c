/* SPDX-License-Identifier: MIT */
/* The navigation's lines, which the navigation document and the NCX share. */
#include "epub/epub_int.h"

#include <string.h>

static const char *
nav_lang(const struct epub *e)
{
    return e->nav_file != SIZE_MAX ? e->files.at[e->nav_file].lang : e->lang;
}

/* An entry's title alone, without the authors, which lists that know no style
 * would run into it. */
static const struct doc_node *
title_in(const struct doc_node *label)
{
    doc_each_child (child, label)
        if (str_has_word(child->class, "toc-title"))
            return child;
    return label;
}

/* Adds a line where it leads somewhere or others stand below it; `label` may
 * be NULL. */
static void
add_entry(struct epub *e, struct epub_entries *to, int depth,
          const struct doc_node *target, const struct doc_node *label,
          const char *otherwise)
{
    const char *text = label ? epub_label(e->arena, label) : "";
    if (!epub_has_text(text)) {
        label = NULL;
        text = str_fold_space(e->arena, otherwise ? otherwise : "");
    }
    if (!epub_has_text(text))
        return;
    struct epub_entry entry = {
        .depth = depth, .text = text, .label = label, .target = target};
    entry.href = target ? epub_href_to(e, NULL, target) : NULL;
    if (target) {
        const char *lang = epub_lang(e->arena, doc_lang(e->book, target));
        entry.lang = str_eq(lang, nav_lang(e)) ? NULL : lang;
    }
    *vec_add(e->arena, to) = entry;
}

/* The first link of an entry, before the entries below it. */
static const struct doc_node *
link_of(const struct doc_node *entry)
{
    for (const struct doc_node *n = entry; n; n = doc_next(n, entry)) {
        if (n->kind == DOC_TOC)
            return NULL;
        if (n->kind == DOC_LINK)
            return n;
    }
    return NULL;
}

/* From a list as the book has it: a line for each entry, named and led by its
 * first link. */
static void
entries_of_list(struct epub *e, struct epub_entries *to,
                const struct doc_node *list)
{
    int depth = 0;
    for (const struct doc_node *n = list; n;) {
        if (n->kind == DOC_TOC_ENTRY) {
            const struct doc_node *link = link_of(n);
            size_t before = to->n;
            add_entry(e, to, depth, link ? link->link->target : NULL,
                      link ? link : n, NULL);
            if (to->n > before) {
                to->at[before].class = n->class;
                const char *title =
                    epub_label(e->arena, title_in(link ? link : n));
                if (epub_has_text(title))
                    to->at[before].text = title;
            }
        }
        if (n->first) {
            depth += n->kind == DOC_TOC;
            n = n->first;
            continue;
        }
        while (n != list && !n->next) {
            n = n->parent;
            depth -= n->kind == DOC_TOC;
        }
        n = n == list ? NULL : n->next;
    }
}

/* The sections of an article, as deep as the outline goes. */
static void
entries_of_sections(struct epub *e, const struct doc_node *article, int depth)
{
    int outline = e->book->lists.outline;
    const struct doc_node *n = NULL;
    while ((n = doc_section(article, n, outline ? outline : 2)))
        if (n->id)
            add_entry(e, &e->entries, depth + n->level - 2, n, n, NULL);
}

static void
entries_of_divisions(struct epub *e)
{
    int in_part = 0;
    for (size_t i = 0; i < e->files.n; i++) {
        const struct epub_file *file = &e->files.at[i];
        const struct doc_node *d = file->division;
        if (!d || d->kind == DOC_COVER || d->kind == DOC_TITLE_PAGE ||
            d->kind == DOC_IMPRINT || d->kind == DOC_CONTENTS)
            continue;
        if (d->kind == DOC_PART_OPENING || d->parent->kind != DOC_PART)
            in_part = 0;
        int depth = 1 + in_part;
        add_entry(e, &e->entries, depth, d, doc_title_of(d), file->title);
        if (d->kind == DOC_PART_OPENING)
            in_part = 1;
        if (d->kind == DOC_ARTICLE)
            entries_of_sections(e, d, depth + 1);
    }
}

/* A navigation is never empty: the first page is in it. */
static void
add_only_entry(struct epub *e)
{
    struct epub_entry entry = {.depth = 1, .text = e->title};
    entry.href = e->files.n ? e->files.at[0].name : "nav.xhtml";
    *vec_add(e->arena, &e->entries) = entry;
}

/* Whether the lines stand in reading order, as the navigation must: one walk
 * meets their targets one after the other. */
static bool
are_in_order(const struct epub *e)
{
    const struct doc_node *root = e->book->root;
    size_t i = 0;
    for (const struct doc_node *n = root; n; n = doc_next(n, root))
        while (i < e->entries.n &&
               (!e->entries.at[i].href || e->entries.at[i].target == n))
            i++;
    return i == e->entries.n;
}

/* Makes each line at most one deeper than the one before, and drops those
 * that neither lead anywhere nor have lines below them. */
static void
tidy(struct epub *e)
{
    size_t kept = e->entries.n;
    for (size_t i = e->entries.n; i-- > 0;) {
        struct epub_entry *entry = &e->entries.at[i];
        bool has_below =
            kept < e->entries.n && e->entries.at[kept].depth > entry->depth;
        if (entry->href || has_below)
            e->entries.at[--kept] = *entry;
    }
    memmove(e->entries.at, e->entries.at + kept,
            (e->entries.n - kept) * sizeof *e->entries.at);
    e->entries.n -= kept;
    for (size_t i = 0; i < e->entries.n; i++) {
        int most = i ? e->entries.at[i - 1].depth + 1 : 1;
        if (e->entries.at[i].depth > most)
            e->entries.at[i].depth = most;
    }
}

/* Adds, hidden, the sections that the outline has and the contents have not.
 */
static void
deepen(struct epub *e)
{
    struct epub_entries shown = e->entries;
    e->entries = (struct epub_entries){0};
    for (size_t i = 0; i < shown.n;) {
        const struct epub_entry *entry = &shown.at[i++];
        *vec_add(e->arena, &e->entries) = *entry;
        if (!entry->target || entry->target->kind != DOC_ARTICLE)
            continue;
        size_t from = e->entries.n;
        entries_of_sections(e, entry->target, entry->depth + 1);
        for (size_t k = from; k < e->entries.n; k++) {
            struct epub_entry *section = &e->entries.at[k];
            if (i < shown.n && shown.at[i].target == section->target)
                *section = shown.at[i++];
            else
                section->hidden = true;
        }
    }
}

void
epub_plan_entries(struct epub *e)
{
    if (e->nav_file != SIZE_MAX)
        entries_of_list(e, &e->entries, e->files.at[e->nav_file].division);
    if (e->entries.n && e->book->lists.outline > e->book->lists.contents)
        deepen(e);
    if (e->entries.n)
        tidy(e);
    if (!e->entries.n || !are_in_order(e)) {
        e->entries.n = 0;
        entries_of_divisions(e);
        if (e->entries.n)
            tidy(e);
    }
    if (!e->entries.n)
        add_only_entry(e);
    for (size_t i = 0; i < e->lists.n; i++)
        entries_of_list(e, &e->lists.at[i].entries, e->lists.at[i].division);
}
