/* SPDX-License-Identifier: MIT */
/* Ids, classes and widths that authors write: `{#id .class width=50%}` and
 * HTML's attributes. */
#include "read/read_int.h"

#include <stdlib.h>
#include <string.h>

/* An XML name without colon (Namespaces in XML, clause 3), for all we need:
 * any character beyond ASCII counts as a letter. */
static bool
is_name_char(unsigned char c, bool first)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
        c >= 0x80)
        return true;
    return !first && ((c >= '0' && c <= '9') || c == '-' || c == '.');
}

static bool
is_name(const char *s)
{
    if (!*s)
        return false;
    for (size_t i = 0; s[i]; i++)
        if (!is_name_char((unsigned char)s[i], i == 0))
            return false;
    for (const char *p = s, *end = s + strlen(s); p < end;) {
        uint32_t c = utf8_next(&p, end);
        /* Punctuation, spaces, symbols: what XML leaves out of names. */
        if (c >= 0x80 &&
            (c < 0xC0 || c == 0xD7 || c == 0xF7 ||
             (c >= 0x2000 && c < 0x2070 && c != 0x200C && c != 0x200D) ||
             (c >= 0x2190 && c < 0x2C00) || (c >= 0x2FF0 && c < 0x3001) ||
             c >= 0xE000))
            return c >= 0x10000 && c < 0xF0000;
    }
    return true;
}

/* Whether a node of the article has the id already. */
static bool
is_taken(const struct tree *t, const char *id)
{
    const struct doc_node *root = t->stack[0].node;
    for (const struct doc_node *n = root->first; n; n = doc_next(n, root))
        if (str_eq(n->id, id))
            return true;
    return false;
}

void
read_set_id(struct tree *t, struct doc_node *node, const char *id,
            struct place at)
{
    id = read_clean_text(t->book->arena, id, strlen(id));
    if (!is_name(id)) {
        diag_at(t->reader->diag, at, DIAG_VALUE_INVALID, "“%s” can't be an id",
                id);
        diag_hint(t->reader->diag,
                  "begin with a letter; letters, digits, hyphens, dots and "
                  "underscores may follow");
    } else if (is_taken(t, id)) {
        diag_at(t->reader->diag, at, DIAG_ID_DUPLICATE,
                "the id “%s” is there twice in this article", id);
        diag_hint(t->reader->diag, "links lead to the first one");
    } else {
        node->id = id;
    }
}

void
read_set_classes(struct tree *t, struct doc_node *node, const char *classes)
{
    for (const char *p = classes; *p;) {
        size_t n = strcspn(p, " \t\n\r\f");
        const char *class = read_clean_text(t->book->arena, p, n);
        bool good = *class && !(*class >= '0' && *class <= '9');
        for (const char *q = class; *q; q++)
            good =
                good && (is_name_char((unsigned char)*q, false) || *q == '-');
        if (good)
            doc_add_class(t->book, node, class);
        p += n + (p[n] != '\0');
    }
}

size_t
read_attributes(struct arena *a, const char *s, struct read_attributes *out)
{
    size_t n = strcspn(s, "}\n");
    *out = (struct read_attributes){"", "", 0};
    if (s[0] != '{' || s[n] != '}')
        return 0;
    size_t found = 0;
    for (const char *p = s + 1; p < s + n;) {
        size_t length = strcspn(p, " \t}");
        const char *word = arena_strn(a, p, length);
        p += length + (p[length] != '}');
        if (!length)
            continue;
        found++;
        if (word[0] == '#' && word[1])
            out->id = word + 1;
        else if (word[0] == '.' && word[1])
            out->classes = arena_printf(a, "%s%s%s", out->classes,
                                        *out->classes ? " " : "", word + 1);
        else if (str_starts(word, "width=") && str_ends(word, "%"))
            out->width_percent = atoi(word + 6 + (word[6] == '"'));
        else
            return 0;
    }
    if (out->width_percent < 0 || out->width_percent > 100)
        out->width_percent = 0;
    return found ? n + 1 : 0;
}
