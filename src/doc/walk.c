/* SPDX-License-Identifier: MIT */
/* Walking the tree and asking it. */
#include "doc/doc.h"

#include <string.h>

struct doc_node *
doc_next_skip(const struct doc_node *node, const struct doc_node *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct doc_node *
doc_next(const struct doc_node *node, const struct doc_node *root)
{
    return node->first ? node->first : doc_next_skip(node, root);
}

struct doc_node *
doc_above(const struct doc_node *node, enum doc_kind kind)
{
    while (node && node->kind != kind)
        node = node->parent;
    return (struct doc_node *)(uintptr_t)node;
}

const char *
doc_lang(const struct doc_book *book, const struct doc_node *node)
{
    for (; node; node = node->parent)
        if (node->lang)
            return node->lang;
    return book->lang;
}

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

struct place
doc_place(const struct doc_node *node)
{
    return (struct place){node->file, node->line, node->col};
}

char *
doc_text(struct arena *a, const struct doc_node *node)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (const struct doc_node *n = node; n; n = doc_next(n, node)) {
        if (n->kind == DOC_LINE_BREAK)
            buf_char(&b, ' ');
        else if (n->text && n->kind != DOC_NOTE_REF)
            buf_str(&b, n->text);
    }
    char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}

struct doc_node *
doc_title_of(const struct doc_node *division)
{
    for (struct doc_node *n = division->first; n;) {
        if (n->kind == DOC_TITLE)
            return n;
        n = doc_vocab[n->kind].model == DOC_IS_BLOCK
                ? doc_next(n, division)
                : doc_next_skip(n, division);
    }
    return NULL;
}
