/* SPDX-License-Identifier: MIT */
/* The index: the articles' tags in the order of the book's language, each with
 * the articles that have it. */
#include <stdlib.h>
#include <string.h>

#include "xform/xform_int.h"

/* A tag, however its letters are written. */
struct term {
    const char *text; /* as it was written first */
    const char *lang; /* of its articles; NULL: of several languages */
    const char *key;  /* by which terms are sorted */
    VEC(struct doc_node *) articles;
};

struct index {
    struct doc_book *book;
    struct arena *arena; /* of what is needed while it is made */
    struct map *by_tag;  /* struct term */
    const char *comma;   /* before a page */
};

static void
add_tag(struct index *x, struct doc_node *article, const char *tag)
{
    const char *text = str_fold_space(x->arena, tag);
    const char *lang = doc_lang(x->book, article);
    if (!*text)
        return;
    const char *same = str_casefold(x->arena, str_nfc(x->arena, text));
    struct term *term = map_get(x->by_tag, same);
    if (!term) {
        term = ARENA_NEW(x->arena, struct term);
        term->text = xform_smart(x->book, lang, text);
        term->lang = lang;
        map_set(x->by_tag, same, term);
    }
    if (term->lang && !str_eq(term->lang, lang))
        term->lang = NULL;
    /* An article may have a tag twice. */
    if (!term->articles.n || term->articles.at[term->articles.n - 1] != article)
        *vec_add(x->arena, &term->articles) = article;
}

static int
by_key(const void *one, const void *other)
{
    const struct term *const *a = one, *const *b = other;
    return strcmp((*a)->key, (*b)->key);
}

static struct term **
sorted_terms(struct index *x)
{
    size_t n = map_count(x->by_tag);
    struct term **terms = ARENA_ARRAY(x->arena, struct term *, n);
    for (size_t i = 0; i < n; i++) {
        terms[i] = map_at(x->by_tag, i)->value;
        terms[i]->key = collate_key(x->arena, x->book->lang, terms[i]->text);
    }
    qsort(terms, n, sizeof *terms, by_key);
    return terms;
}

static const char *
comma_of(const char *lang)
{
    if (str_starts(lang, "zh") || str_starts(lang, "ja"))
        return "，";
    bool arabic = str_starts(lang, "ar") || str_starts(lang, "fa") ||
                  str_starts(lang, "ur");
    return arabic ? "، " : ", ";
}

/* "The Quiet Carriage, 12–16" */
static void
add_locator(struct index *x, struct doc_node *locators,
            struct doc_node *article, const char *lang)
{
    struct doc_book *book = x->book;
    struct doc_node *item = doc_add(book, locators, DOC_INDEX_LOCATOR, NULL);
    const char *own = doc_lang(book, article);
    item->lang = str_eq(own, lang) ? NULL : own;
    struct doc_node *link = doc_add(book, item, DOC_LINK, NULL);
    link->link->target = article;
    const struct doc_node *title = doc_title_of(article);
    struct doc_node *span = doc_add(book, link, DOC_SPAN, "index-title");
    if (title)
        xform_copy_label(book, span, title);
    else
        doc_add_text(book, span, article->id);
    struct doc_node *pages = doc_add(book, link, DOC_PAGE_REF, NULL);
    *pages->page_ref = (struct doc_page_ref){
        .target = article, .before = x->comma, .whole = true};
}

static void
add_term(struct index *x, struct doc_node *list, const struct term *term)
{
    struct doc_book *book = x->book;
    struct doc_node *entry = doc_add(book, list, DOC_INDEX_ENTRY, NULL);
    const char *lang = term->lang ? term->lang : book->lang;
    entry->lang = str_eq(lang, book->lang) ? NULL : lang;
    xform_add_line(book, entry, DOC_INDEX_TERM, NULL, term->text);
    struct doc_node *locators = doc_add(book, entry, DOC_INDEX_LOCATORS, NULL);
    for (size_t i = 0; i < term->articles.n; i++)
        add_locator(x, locators, term->articles.at[i], lang);
}

/* The list of a letter's terms, below the letter where it has a heading. */
static struct doc_node *
add_group(struct index *x, struct doc_node *page, const char *initial)
{
    struct doc_node *group = doc_add(x->book, page, DOC_INDEX_GROUP, NULL);
    if (*initial)
        xform_add_line(x->book, group, DOC_HEADING, "index-letter", initial)
            ->level = 2;
    return doc_add(x->book, group, DOC_INDEX_LIST, NULL);
}

static void
fill(struct index *x, struct doc_node *page)
{
    struct term **terms = sorted_terms(x);
    const char *before = NULL;
    struct doc_node *list = NULL;
    for (size_t i = 0; i < map_count(x->by_tag); i++) {
        const char *initial =
            collate_initial(x->arena, x->book->lang, terms[i]->text);
        if (!before || !str_eq(before, initial))
            list = add_group(x, page, initial);
        before = initial;
        add_term(x, list, terms[i]);
    }
}

static void
gather(struct index *x)
{
    for (struct doc_node *n = xform_article(x->book, NULL); n;
         n = xform_article(x->book, n))
        for (size_t i = 0; i < n->article->tags.n; i++)
            add_tag(x, n, n->article->tags.at[i]);
}

void
xform_index(struct doc_book *book, struct diag *d)
{
    if (book->single || !book->lists.tags || !xform_body(book))
        return;
    struct arena *arena = arena_new();
    struct index x = {.book = book,
                      .arena = arena,
                      .by_tag = map_new(arena),
                      .comma = comma_of(book->lang)};
    gather(&x);
    if (map_count(x.by_tag)) {
        struct doc_node *page =
            doc_node_new(book, DOC_INDEX, (struct place){0});
        xform_give_id(book, page, "index");
        xform_add_line(book, page, DOC_TITLE, NULL,
                       doc_word(book->lang, DOC_WORD_INDEX));
        fill(&x, page);
        if (book->root->last->kind == DOC_COLOPHON)
            doc_insert_before(book->root->last, page);
        else
            doc_append(book->root, page);
    } else {
        diag_at(d, book->lists.tags_at, DIAG_LIST_EMPTY,
                "no article has tags, so the index is left out");
        diag_hint(d, "add to an article’s front matter: tags: [pacing, work]");
    }
    arena_free(arena);
}
