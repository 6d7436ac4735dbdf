/* SPDX-License-Identifier: MIT */
/* The record: reference, version, last change and next review of an article, in
 * a line at its end, as those who keep patients' information want to see them.
 */
#include "xform/xform_int.h"

static void
add_part(struct buf *line, const char *text)
{
    if (line->n)
        buf_str(line, " · ");
    buf_str(line, text);
}

static void
add_labelled(struct buf *line, struct arena *a, const char *lang,
             enum doc_word word, const char *text)
{
    if (text && *text)
        add_part(line, arena_printf(a, "%s: %s", doc_word(lang, word), text));
}

static void
add_date(struct buf *line, struct arena *a, const char *lang,
         enum doc_word word, struct date date)
{
    if (date.year)
        add_labelled(line, a, lang, word, doc_date(a, lang, date));
}

static void
add_record(struct doc_book *book, struct doc_node *node, struct buf *line,
           struct arena *scratch)
{
    const struct doc_article *article = node->article;
    const char *lang = doc_lang(book, node);
    buf_clear(line);
    if (article->reference && *article->reference)
        add_part(line, article->reference);
    add_labelled(line, scratch, lang, DOC_WORD_VERSION, article->version);
    add_date(line, scratch, lang, DOC_WORD_UPDATED, article->updated);
    add_date(line, scratch, lang, DOC_WORD_REVIEW_BY, article->review_by);
    if (!line->n)
        return;
    struct doc_node *notes = node->last;
    struct doc_node *record =
        xform_add_line(book, node, DOC_PARAGRAPH, "article-record", line->at);
    if (notes && notes->kind == DOC_NOTES) {
        doc_remove(record);
        doc_insert_before(notes, record);
    }
}

/* A handout says all that and more at its foot. */
void
xform_record(struct doc_book *book, struct diag *d)
{
    (void)d;
    if (book->handout)
        return;
    struct arena *scratch = arena_new();
    struct buf line;
    buf_init(&line, BUF_LIMIT_SMALL);
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n))
        add_record(book, n, &line, scratch);
    buf_free(&line);
    arena_free(scratch);
}
