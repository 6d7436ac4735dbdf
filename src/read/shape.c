/* SPDX-License-Identifier: MIT */
/* What an article's blocks mean: a picture alone is a figure, emphasis at the
 * start is the article's note, a certain heading with a list is a panel. */
#include "read/read_int.h"

#include <string.h>

static struct doc_node *
only_child(const struct doc_node *node, enum doc_kind kind)
{
    return node->first && node->first == node->last && node->first->kind == kind
               ? node->first
               : NULL;
}

static void
add_caption(struct doc_book *book, struct doc_node *figure,
            struct doc_image *image)
{
    struct doc_node *caption =
        doc_node_new(book, DOC_CAPTION, doc_place(figure));
    doc_append(figure, caption);
    doc_add_text(book, caption, image->title);
    image->title = NULL;
}

/* A paragraph that is one image becomes a figure, its title the caption. */
static void
make_figures(struct doc_book *book, struct doc_node *article)
{
    struct doc_node *next;
    for (struct doc_node *n = article->first; n; n = next) {
        next = doc_next(n, article);
        struct doc_node *image =
            n->kind == DOC_PARAGRAPH ? only_child(n, DOC_IMAGE) : NULL;
        if (!image)
            continue;
        if (n->parent->kind == DOC_FIGURE) {
            doc_unwrap(n);
            next = image;
            continue;
        }
        n->kind = DOC_FIGURE;
        if (image->image->title)
            add_caption(book, n, image->image);
    }
}

static bool
is_note_word(struct arena *a, const char *text)
{
    static const char *const words[] = {
        "note",          "nota",         "hinweis",       "anmerkung",
        "remarque",      "opmerking",    "editor’s note", "editor's note",
        "author’s note", "author's note"};
    size_t n = strcspn(text, ":");
    if (text[n] != ':')
        return false;
    const char *word = read_loose(a, arena_strn(a, text, n));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(word, read_loose(a, words[i])))
            return true;
    return false;
}

/* *Note: …* as the first paragraph. */
static void
make_note(struct reader *r, struct doc_node *article)
{
    struct doc_node *n = article->first;
    while (n && n->kind == DOC_RULE)
        n = n->next;
    struct doc_node *emphasis =
        n && n->kind == DOC_PARAGRAPH ? only_child(n, DOC_EMPHASIS) : NULL;
    if (!emphasis || !is_note_word(r->scratch, doc_text(r->scratch, n)))
        return;
    doc_add_class(r->book, n, "article-note");
    doc_unwrap(emphasis);
    if (n->next && n->next->kind == DOC_RULE)
        doc_remove(n->next);
}

/* What the heading of a panel of takeaways is called. */
static const char *const takeaways[] = {
    "Key Takeaways",
    "Key Takeaway",
    "Takeaways",
    "Key Points",
    "Puntos clave",
    "Ideas clave",
    "Conclusiones clave",
    "Lo esencial",
    "Points clés",
    "À retenir",
    "Points à retenir",
    "L’essentiel",
    "Das Wichtigste in Kürze",
    "Das Wichtigste",
    "Kernpunkte",
    "Kernaussagen",
    "Wichtigste Erkenntnisse",
    "Die wichtigsten Punkte",
    "Punti chiave",
    "Concetti chiave",
    "In sintesi",
    "Pontos-chave",
    "Pontos principais",
    "Principais pontos",
};

static bool
is_takeaways(struct reader *r, const struct doc_node *heading)
{
    struct arena *a = r->scratch;
    const char *text = read_loose(a, doc_text(a, heading));
    const char *own = doc_word(doc_lang(r->book, heading), DOC_WORD_TAKEAWAYS);
    if (str_eq(text, read_loose(a, own)))
        return true;
    for (size_t i = 0; i < sizeof takeaways / sizeof *takeaways; i++)
        if (str_eq(text, read_loose(a, takeaways[i])))
            return true;
    return false;
}

static void
make_takeaways(struct reader *r, struct doc_node *article)
{
    struct doc_node *next;
    for (struct doc_node *n = article->first; n; n = next) {
        next = n->next;
        struct doc_node *list = next;
        if (n->kind != DOC_HEADING || !list || list->kind != DOC_LIST ||
            !is_takeaways(r, n))
            continue;
        next = list->next;
        struct doc_node *panel = doc_node_new(r->book, DOC_PANEL, doc_place(n));
        panel->class = "takeaways";
        if (n->prev && n->prev->kind == DOC_RULE)
            doc_remove(n->prev);
        doc_insert_before(n, panel);
        doc_remove(n);
        doc_remove(list);
        doc_append(panel, n);
        doc_append(panel, list);
    }
}

/* The last block of the text, before the notes. */
static struct doc_node *
last_block(struct doc_node *article)
{
    struct doc_node *last = article->last;
    return last && last->kind == DOC_NOTES ? last->prev : last;
}

static void
drop_outer_rules(struct doc_node *article)
{
    struct doc_node *n;
    while (article->first && article->first->kind == DOC_RULE)
        doc_remove(article->first);
    while ((n = last_block(article)) && n->kind == DOC_RULE)
        doc_remove(n);
}

/* Each note knows its first mark that is still in the text. False where a
 * note without any had to go. */
static bool
join_marks(struct doc_node *article, struct doc_node *notes)
{
    bool complete = true;
    struct doc_node *next;
    for (struct doc_node *n = notes->first; n; n = n->next)
        n->note->ref = NULL;
    for (struct doc_node *n = article->first; n; n = next) {
        next = doc_next(n, article);
        if (n->kind != DOC_NOTE_REF)
            continue;
        struct doc_node *note = n->note->note;
        if (note->parent != notes)
            doc_remove(n);
        else if (!note->note->ref)
            note->note->ref = n;
    }
    for (struct doc_node *n = notes->first; n; n = next) {
        next = n->next;
        if (n->note->ref)
            continue;
        doc_remove(n);
        complete = false;
    }
    return complete;
}

/* What was dropped may have held marks: their notes go with them. */
static void
settle_notes(struct doc_node *article)
{
    struct doc_node *notes = article->last;
    if (!notes || notes->kind != DOC_NOTES)
        return;
    while (!join_marks(article, notes))
        ;
    if (!notes->first)
        doc_remove(notes);
}

struct doc_node *
read_takeaways(const struct doc_node *article)
{
    doc_each_child (n, article)
        if (n->kind == DOC_PANEL && str_has_word(n->class, "takeaways"))
            return n;
    return NULL;
}

void
read_shape(struct reader *r, struct doc_node *article)
{
    make_figures(r->book, article);
    make_note(r, article);
    make_takeaways(r, article);
    drop_outer_rules(article);
    settle_notes(article);
}
