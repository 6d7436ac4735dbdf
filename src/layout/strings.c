/* SPDX-License-Identifier: MIT */
/* Named strings, which running heads show. */
#include "layout/page.h"

static struct page_string *
find(const struct page_strings *s, const char *name)
{
    for (size_t i = 0; i < s->at.n; i++)
        if (str_eq(s->at.at[i].name, name))
            return &s->at.at[i];
    return NULL;
}

void
strings_begin_page(struct page_strings *s)
{
    for (size_t i = 0; i < s->at.n; i++) {
        s->at.at[i].before = s->at.at[i].last;
        s->at.at[i].first = NULL;
    }
}

/* Values outlive the division that set them: they are copied. */
void
strings_set(struct arena *a, struct page_strings *s,
            const struct flow_string *event)
{
    struct page_string *string = find(s, event->name);
    if (!string) {
        string = vec_add(a, &s->at);
        string->name = arena_str(a, event->name);
    }
    if (!str_eq(string->last, event->value))
        string->last = arena_str(a, event->value);
    if (!string->first)
        string->first = string->last;
}

const char *
strings_get(const struct page_strings *s, const char *name)
{
    const struct page_string *string = find(s, name);
    if (!string)
        return "";
    if (string->first)
        return string->first;
    return string->before ? string->before : "";
}

void
strings_preset(struct arena *a, struct page_strings *s,
               const struct doc_book *book, const char *title,
               const char *language)
{
    const struct flow_string all[] = {
        {"book-title", title},
        {"book-author", book->authors.n ? book->authors.at[0] : NULL},
        {"book-publisher", book->publisher},
        {"book-from", book->publisher ? book->publisher : title},
        {"book-contact", book->contact},
        {"book-language", language},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].value)
            strings_set(a, s, &all[i]);
}
