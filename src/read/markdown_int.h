/* SPDX-License-Identifier: MIT */
/* What the files that read cmark's tree share. */
#ifndef READ_MARKDOWN_INT_H
#define READ_MARKDOWN_INT_H

#include "read/read_int.h"

#include <cmark-gfm.h>

/* A note's mark, and the number that cmark gave its definition. */
struct markdown_mark {
    struct doc_node *ref;
    size_t number;
};

struct markdown {
    struct tree tree;
    struct arena *scratch;
    cmark_iter *iter;
    VEC(struct markdown_mark) marks;
    VEC(struct doc_node *) definitions; /* by number, from 1 */
    VEC(size_t)
    code_lines;             /* pairs: first line of code, from 0, and the one
                               behind the last */
    size_t paragraph_depth; /* of the stack below the paragraph */
    struct doc_node *notes;
    bool too_many_notes;
};

/* The node's first line, from 0, and the byte in it. */
size_t markdown_line(cmark_node *node);
size_t markdown_byte(cmark_node *node);

/* Where the node begins: with the bytes `start`, unless that is NULL. */
struct place markdown_place(const struct markdown *m, cmark_node *node,
                            const char *start);

/* Opens a node of the kind, closed where the Markdown node ends. */
struct doc_node *markdown_open(struct markdown *m, cmark_node *node,
                               enum doc_kind kind);

/* inline.c */
void markdown_text(struct markdown *m, cmark_node *node);
void markdown_soft_break(struct markdown *m, cmark_node *node);
void markdown_line_break(struct markdown *m, cmark_node *node);
void markdown_code(struct markdown *m, cmark_node *node);
void markdown_link(struct markdown *m, cmark_node *node);
void markdown_image(struct markdown *m, cmark_node *node);

/* notes.c: a mark, a definition; what has no definition; all is read. */
void markdown_note_ref(struct markdown *m, cmark_node *node);
void markdown_note(struct markdown *m, cmark_node *node);
void markdown_undefined(struct markdown *m, const char *text, struct place at);
void markdown_notes_end(struct markdown *m);

#endif
