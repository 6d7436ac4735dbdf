/* SPDX-License-Identifier: MIT */
/* In which direction text is written. */
#include "doc/doc.h"

#include <string.h>

/* Whether the first n bytes are one of the words, in whatever case. */
static bool
is_one_of(const char *s, size_t n, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == n && strncasecmp(words[i], s, n) == 0)
            return true;
    return false;
}

/* BCP 47: a script's subtag has four letters and comes before the region. */
bool
doc_lang_is_rtl(const char *lang)
{
    static const char *const languages[] = {
        "ar", "arc", "arz", "bal", "ckb", "dv", "fa",  "glk", "he", "iw", "ji",
        "ks", "lrc", "mzn", "nqo", "ps",  "sd", "sdh", "syr", "ug", "ur", "yi"};
    static const char *const scripts[] = {"Adlm", "Arab", "Aran", "Hebr",
                                          "Mand", "Mend", "Nkoo", "Rohg",
                                          "Samr", "Syrc", "Thaa"};
    size_t n = strcspn(lang, "-_");
    for (const char *s = lang + n; *s;) {
        size_t length = strcspn(++s, "-_");
        if (length == 4 && str_is_letter(*s))
            return is_one_of(s, length, scripts,
                             sizeof scripts / sizeof *scripts);
        if (length < 3) /* a region, or what has nothing to do with it */
            break;
        s += length;
    }
    return is_one_of(lang, n, languages, sizeof languages / sizeof *languages);
}

bool
doc_is_rtl(const struct doc_book *book, const struct doc_node *node)
{
    for (; node; node = node->parent) {
        if (node->dir)
            return node->dir == DOC_RTL;
        if (node->lang)
            return doc_lang_is_rtl(node->lang);
    }
    return doc_lang_is_rtl(book->lang);
}

bool
doc_has_direction(const struct doc_book *book, const struct doc_node *node)
{
    return node->dir || (node->lang && doc_lang_is_rtl(node->lang) !=
                                           doc_is_rtl(book, node->parent));
}

bool
doc_has_both_directions(const struct doc_book *book)
{
    bool rtl = doc_lang_is_rtl(book->lang);
    for (const struct doc_node *n = book->root; n; n = doc_next(n, book->root))
        if (n->dir ? (n->dir == DOC_RTL) != rtl
                   : n->lang && doc_lang_is_rtl(n->lang) != rtl)
            return true;
    return false;
}
