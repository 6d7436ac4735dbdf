/* SPDX-License-Identifier: MIT */
/* Notes: numbered in each article in the order of their first marks. */
#include "xform/xform_int.h"

/* The notes of one article. */
struct notes {
    struct doc_book *book;
    struct doc_node *article, *section; /* NOTES */
    struct map *by_label;
    VEC(struct doc_node *) ordered;
    struct diag *diag;
};

static void
collect(struct notes *notes)
{
    doc_each_child (n, notes->section) {
        if (n->kind != DOC_NOTE)
            continue;
        n->note->note = n;
        n->note->ref = NULL;
        n->note->number = 0;
        if (n->note->label && !map_get(notes->by_label, n->note->label))
            map_set(notes->by_label, n->note->label, n);
    }
}

/* The note that a mark means, or NULL. */
static struct doc_node *
note_of(const struct notes *notes, const struct doc_node *mark)
{
    struct doc_node *note = mark->note->note;
    if (note && note->kind == DOC_NOTE && note->parent == notes->section)
        return note;
    return mark->note->label ? map_get(notes->by_label, mark->note->label)
                             : NULL;
}

/* A mark without a note is shown as it was written. */
static void
show_mark(struct notes *notes, struct doc_node *mark)
{
    const char *label = mark->note->label ? mark->note->label : "";
    diag_at(notes->diag, doc_place(mark), DIAG_NOTE_UNDEFINED,
            "there is no note “%s” in this article", label);
    mark->text = arena_printf(notes->book->texts, "[^%s]", label);
    mark->kind = DOC_TEXT;
    mark->note = NULL;
}

static void
number_mark(struct notes *notes, struct doc_node *mark)
{
    struct arena *a = notes->book->arena;
    struct doc_node *note = notes->section ? note_of(notes, mark) : NULL;
    if (!note) {
        show_mark(notes, mark);
        return;
    }
    bool first = !note->note->number;
    if (first) {
        *vec_add(a, &notes->ordered) = note;
        note->note->number = (int)notes->ordered.n;
        note->note->ref = mark;
    }
    mark->note->note = note;
    mark->note->ref = mark;
    mark->note->number = note->note->number;
    mark->text = arena_printf(a, "%d", note->note->number);
    xform_give_numbered_id(notes->book, mark,
                           arena_printf(a, "%s-ref", notes->article->id),
                           note->note->number);
}

/* Numbers the marks below `root`, but not those in the notes themselves:
 * these follow when the note they stand in has its number. */
static void
number_below(struct notes *notes, struct doc_node *root)
{
    for (struct doc_node *n = root->first; n;) {
        if (n->kind == DOC_NOTE_REF)
            number_mark(notes, n);
        n = n->kind == DOC_NOTES ? doc_next_skip(n, root) : doc_next(n, root);
    }
}

static void
drop_unused(struct notes *notes)
{
    for (struct doc_node *n = notes->section->first, *next; n; n = next) {
        next = n->next;
        if (n->kind != DOC_NOTE || n->note->number)
            continue;
        diag_at(notes->diag, doc_place(n), DIAG_NOTE_UNUSED,
                "the note “%s” has no mark in the text, so it is left out",
                n->note->label ? n->note->label : "");
        if (n->note->label)
            diag_hint(notes->diag, "put [^%s] where it belongs, or delete it",
                      n->note->label);
        doc_remove(n);
    }
}

/* Puts the notes in order under a heading. */
static void
arrange(struct notes *notes)
{
    struct doc_book *book = notes->book;
    const char *prefix =
        arena_printf(book->arena, "%s-note", notes->article->id);
    for (size_t i = 0; i < notes->ordered.n; i++) {
        struct doc_node *note = notes->ordered.at[i];
        doc_remove(note);
        doc_append(notes->section, note);
        xform_give_numbered_id(book, note, prefix, note->note->number);
    }
    if (!notes->section->first) {
        doc_remove(notes->section);
        return;
    }
    struct doc_node *heading =
        doc_node_new(book, DOC_HEADING, (struct place){0});
    heading->level = 2;
    heading->class = "notes-title";
    doc_add_text(book, heading,
                 doc_word(doc_lang(book, notes->article), DOC_WORD_NOTES));
    doc_prepend(notes->section, heading);
}

static struct doc_node *
section_of(const struct doc_node *article)
{
    for (struct doc_node *n = article->last; n; n = n->prev)
        if (n->kind == DOC_NOTES)
            return n;
    return NULL;
}

static void
number_article(struct doc_book *book, struct doc_node *article, struct diag *d)
{
    struct notes notes = {.book = book,
                          .article = article,
                          .section = section_of(article),
                          .by_label = map_new(book->arena),
                          .diag = d};
    if (notes.section)
        collect(&notes);
    number_below(&notes, article);
    for (size_t i = 0; i < notes.ordered.n; i++)
        number_below(&notes, notes.ordered.at[i]);
    if (notes.section) {
        drop_unused(&notes);
        arrange(&notes);
    }
}

void
xform_notes(struct doc_book *book, struct diag *d)
{
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n))
        number_article(book, n, d);
}
