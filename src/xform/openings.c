/* SPDX-License-Identifier: MIT */
/* Openings: what stands at the head of each article. */
#include <string.h>
#include <strings.h>

#include "xform/xform_int.h"

/* "PATIENT_STORIES" and "patient-stories" become "Patient Stories"; what has
 * a space or letters of both cases already is left as it is. */
static char *
prettify(struct arena *a, const char *category)
{
    bool lower = false;
    for (const char *p = category; *p; p++) {
        lower = lower || (*p >= 'a' && *p <= 'z');
        if (*p == ' ' || (*p & 0x80))
            return arena_str(a, category);
    }
    char *pretty = arena_str(a, category);
    bool start = true;
    for (char *p = pretty; *p; p++) {
        if (*p == '_' || *p == '-')
            *p = ' ';
        else if (start && *p >= 'a' && *p <= 'z')
            *p = (char)(*p - 'a' + 'A');
        else if (!start && !lower && *p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
        start = *p == ' ';
    }
    return pretty;
}

const char *
xform_category_title(struct doc_book *book, const char *category)
{
    const char *title = map_get(book->part_titles, category);
    if (title)
        return title;
    if (strcasecmp(category, "PATIENT_STORIES") == 0)
        return doc_word(book->lang, DOC_WORD_PATIENT_STORIES);
    return prettify(book->arena, category);
}

static void
add_line_if(struct doc_book *book, struct doc_node *parent, const char *class,
            const char *text)
{
    if (text && *text)
        xform_add_line(book, parent, DOC_PARAGRAPH, class, text);
}

/* The category is said in the book's language, whatever the article's. */
static void
add_category(struct doc_book *book, struct doc_node *opening,
             const struct doc_node *node)
{
    const char *category = node->article->category;
    if (!category || !*category)
        return;
    const char *title = node->article->category_title;
    struct doc_node *line =
        xform_add_line(book, opening, DOC_PARAGRAPH, "category",
                       title ? title : xform_category_title(book, category));
    if (node->lang && !title)
        line->lang = book->lang;
}

static bool
starts_with_i(const char *name)
{
    if (str_starts(name, "Hi"))
        return name[2] != 'e' && name[2] != 'a';
    return *name == 'I' || str_starts(name, "Í");
}

/* What parts name `i` from the one before. */
const char *
xform_name_joint(struct doc_book *book, const char *lang,
                 const struct doc_names *names, size_t i)
{
    size_t n = names->n;
    bool cjk = str_starts(lang, "zh") || str_starts(lang, "ja");
    bool arabic = str_starts(lang, "ar") || str_starts(lang, "fa") ||
                  str_starts(lang, "ur");
    if (i + 1 < n || str_starts(lang, "ja"))
        return cjk ? "、" : arabic ? "، " : ", ";
    const char *and = doc_word(lang, DOC_WORD_AND);
    if (cjk)
        return and;
    /* Spanish "y" is "e" before the sound of i. */
    if (str_starts(lang, "es") && starts_with_i(names->at[i]))
        and = "e";
    /* In Arabic and Hebrew "and" is written on to the word; in Hebrew with a
     * stroke where the word is in another script. */
    if (str_starts(lang, "he") && str_directions(names->at[i], true) == STR_RTL)
        return " ו";
    if (str_starts(lang, "ar") || str_starts(lang, "he"))
        return arena_printf(book->arena, " %s", and);
    return arena_printf(book->arena,
                        n > 2 && (str_eq(lang, "en-US") || str_eq(lang, "en"))
                            ? ", %s "
                            : " %s ",
                        and);
}

/* "Ada Smith and Bo Li · January 8, 2026" */
static void
add_byline(struct doc_book *book, struct doc_node *opening, const char *lang,
           const struct doc_article *article)
{
    const struct doc_names *authors = &article->authors;
    /* A handout has its dates at its foot. */
    bool dated = article->published.year && !book->handout;
    if (!authors->n && !dated)
        return;
    struct doc_node *line = doc_add(book, opening, DOC_PARAGRAPH, "byline");
    for (size_t i = 0; i < authors->n; i++) {
        if (i)
            doc_add_text(book, line, xform_name_joint(book, lang, authors, i));
        xform_add_line(book, line, DOC_SPAN, "author", authors->at[i]);
    }
    if (!dated)
        return;
    if (authors->n)
        doc_add_text(book, line, " · ");
    xform_add_line(book, line, DOC_SPAN, "date",
                   doc_date(book->arena, lang, article->published));
}

static void
add_featured(struct doc_book *book, struct doc_node *opening,
             const struct doc_node *node)
{
    const struct doc_article *article = node->article;
    if (!article->image.src)
        return;
    struct doc_node *figure = doc_add(book, opening, DOC_FIGURE, "featured");
    struct doc_node *image = doc_node_new(
        book, DOC_IMAGE, article->at.file ? article->at : doc_place(node));
    *image->image = article->image;
    doc_append(figure, image);
    if (article->image_credit && *article->image_credit)
        xform_add_line(book, figure, DOC_CAPTION, "credit",
                       article->image_credit);
}

static struct doc_node *
opening_of(struct doc_book *book, struct doc_node *node)
{
    const struct doc_article *article = node->article;
    const char *lang = doc_lang(book, node);
    struct doc_node *opening =
        doc_node_new(book, DOC_OPENING, (struct place){0});
    add_category(book, opening, node);
    struct doc_node *title = doc_node_new(
        book, DOC_TITLE, article->at.file ? article->at : doc_place(node));
    doc_add_text(book, title, article->title ? article->title : node->id);
    doc_append(opening, title);
    add_line_if(book, opening, "subtitle", article->subtitle);
    add_line_if(book, opening, "excerpt", article->excerpt);
    add_byline(book, opening, lang, article);
    add_featured(book, opening, node);
    return opening;
}

static struct doc_node *
note_of(const struct doc_node *article)
{
    doc_each_child (n, article)
        if (n->kind == DOC_PARAGRAPH && str_has_word(n->class, "article-note"))
            return n;
    return NULL;
}

/* A mark between sections means nothing at either end, nor before a box that
 * stands apart by itself. */
static bool
is_idle_rule(const struct doc_node *node)
{
    const struct doc_node *prev = node->prev, *next = node->next;
    if (node->kind != DOC_RULE)
        return false;
    return !prev || prev->kind == DOC_RULE || prev->kind == DOC_OPENING ||
           str_has_word(prev->class, "article-note") || !next ||
           next->kind == DOC_NOTES || next->kind == DOC_PANEL ||
           str_has_word(next->class, "article-sources");
}

static void
drop_idle_rules(struct doc_node *article)
{
    for (struct doc_node *n = article->last, *prev; n; n = prev) {
        prev = n->prev;
        if (is_idle_rule(n))
            doc_remove(n);
    }
}

void
xform_openings(struct doc_book *book, struct diag *d)
{
    (void)d;
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n)) {
        const char *lang = n->article->lang;
        if (lang && *lang)
            n->lang = str_eq_nocase(lang, book->lang) ? NULL : lang;
        struct doc_node *note = note_of(n);
        if (note) {
            doc_remove(note);
            doc_prepend(n, note);
        }
        doc_prepend(n, opening_of(book, n));
        drop_idle_rules(n);
    }
}
