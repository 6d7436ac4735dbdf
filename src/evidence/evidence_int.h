/* SPDX-License-Identifier: MIT */
/* What the files of evidence/ share. */
#ifndef EVIDENCE_INT_H
#define EVIDENCE_INT_H

#include "evidence/evidence.h"

void evidence_add_item(struct evidence *e, evidence_items *items,
                       const struct doc_node *node, const char *text);

/* The text below a node, white space folded. */
char *evidence_text(struct evidence *e, const struct doc_node *node);

/* A file as evidence names it: from the publication's folder on, or, of what an
 * output holds, from the output's name on. The same wherever it was built. */
const char *evidence_file(const struct evidence *e, const char *file);

/* Whether there is a check of that name for files such as this, and it was
 * made. */
bool evidence_has_check(const struct evidence *e, const char *name);

/* The names of a criterion's checks that were made, parted by spaces. */
const char *evidence_checks(const struct evidence *e,
                            const struct evidence_criterion *c);

/* hints.c. Asks of the abbreviations that a text has first and nobody wrote
 * out. */
void evidence_abbreviations(struct evidence *e, const struct doc_node *text);

/* The words of the page, in a language or in English. */
enum evidence_word {
#define WORD(name) EVIDENCE_WORD_##name,
#include "evidence/words_list.h"
#undef WORD
    EVIDENCE_WORDS
};
const char *evidence_say(const char *lang, enum evidence_word word);
const char *evidence_ask(const char *lang, enum evidence_task task);

/* Whether it is said in the language, and not in English for want of it. */
bool evidence_speaks(const char *lang);

#endif
