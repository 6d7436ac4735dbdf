/* SPDX-License-Identifier: MIT */
/* Footnotes: marks, definitions, and those that miss one another. */
#include "read/markdown_int.h"

#include <stdlib.h>
#include <string.h>

/* `[^label]` that cmark left as text has no definition. */
void
markdown_undefined(struct markdown *m, const char *text, struct place at)
{
    for (const char *p = text; (p = strstr(p, "[^")); p += 2) {
        size_t n = strcspn(p + 2, "] \n");
        if (!n || p[2 + n] != ']')
            continue;
        struct place there = at;
        for (const char *q = text; q < p; q++)
            there.col += ((unsigned char)*q & 0xC0) != 0x80;
        diag_at(m->tree.reader->diag, there, DIAG_NOTE_UNDEFINED,
                "there is no note “%.*s”", (int)n, p + 2);
        diag_hint(m->tree.reader->diag, "add a line: [^%.*s]: …", (int)n,
                  p + 2);
    }
}

void
markdown_note_ref(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    struct place at = markdown_place(m, node, "[^");
    if (m->marks.n == READ_NOTES) {
        if (!m->too_many_notes)
            diag_at(t->reader->diag, at, DIAG_LIMIT_REACHED,
                    "more than %d marks of notes in one article", READ_NOTES);
        m->too_many_notes = true;
        return;
    }
    struct doc_node *made = tree_atom(t, DOC_NOTE_REF, at);
    const char *number = cmark_node_get_literal(node);
    if (made)
        *vec_add(m->scratch, &m->marks) =
            (struct markdown_mark){made, strtoul(number, NULL, 10)};
}

/* The definition's label that begins the line, or NULL. */
static char *
label_at(const struct markdown *m, size_t line)
{
    const struct read_source *s = m->tree.source;
    const char *p = s->text + s->starts[line];
    p += strspn(p, " ");
    size_t n = str_starts(p, "[^") ? strcspn(p + 2, "] \t\n") : 0;
    if (!n || p[2 + n] != ']' || p[3 + n] != ':')
        return NULL;
    return arena_strn(m->scratch, p + 2, n);
}

void
markdown_note(struct markdown *m, cmark_node *node)
{
    struct tree *t = &m->tree;
    struct place at = markdown_place(m, node, "[^");
    if (!m->notes) {
        tree_back(t, 1);
        m->notes = tree_open(t, DOC_NOTES, at, m, NULL);
    }
    struct doc_node *made = tree_open(t, DOC_NOTE, at, node, NULL);
    *vec_add(m->scratch, &m->definitions) = NULL;
    if (!made)
        return;
    const char *label = label_at(m, markdown_line(node));
    made->note->label = read_clean_text(t->book->arena, label ? label : "",
                                        label ? strlen(label) : 0);
    made->note->note = made;
    m->definitions.at[m->definitions.n - 1] = made;
}

/* Marks find their notes. */
static void
join_notes(struct markdown *m)
{
    for (size_t i = 0; i < m->marks.n; i++) {
        struct doc_node *ref = m->marks.at[i].ref;
        size_t number = m->marks.at[i].number;
        struct doc_node *note = number && number <= m->definitions.n
                                    ? m->definitions.at[number - 1]
                                    : NULL;
        if (!note) {
            doc_remove(ref);
            continue;
        }
        ref->note->note = note;
        ref->note->ref = ref;
        ref->note->label = note->note->label;
        if (!note->note->ref)
            note->note->ref = ref;
    }
}

static bool
is_in_code(const struct markdown *m, size_t line)
{
    for (size_t i = 0; i + 1 < m->code_lines.n; i += 2)
        if (line >= m->code_lines.at[i] && line < m->code_lines.at[i + 1])
            return true;
    return false;
}

static void
report_unused(const struct markdown *m, const char *label,
              const struct doc_node *other, struct place at)
{
    struct diag *d = m->tree.reader->diag;
    if (other) {
        diag_at(d, at, DIAG_NOTE_UNUSED, "there is another note “%s”", label);
        diag_hint(d, "the one on line %u is taken", other->line);
        return;
    }
    diag_at(d, at, DIAG_NOTE_UNUSED, "nothing leads to the note “%s”", label);
    diag_hint(d, "put [^%s] where its mark belongs", label);
}

/* Definitions that nothing leads to are not in cmark's tree: they are looked
 * for in the source. */
static void
find_unused(struct markdown *m)
{
    const struct read_source *s = m->tree.source;
    struct map *used = map_new(m->scratch);
    for (struct doc_node *n = m->notes ? m->notes->first : NULL; n; n = n->next)
        map_set(used, str_casefold(m->scratch, n->note->label), n);
    for (size_t i = 0; i < s->lines; i++) {
        char *label = s->text[s->starts[i]] == '[' ? label_at(m, i) : NULL;
        if (!label || is_in_code(m, i))
            continue;
        const struct doc_node *note =
            map_get(used, str_casefold(m->scratch, label));
        struct place at = read_source_place(s, i, 0);
        if (note && note->line == at.line)
            continue;
        report_unused(m, label, note, at);
    }
}

void
markdown_notes_end(struct markdown *m)
{
    join_notes(m);
    find_unused(m);
}
