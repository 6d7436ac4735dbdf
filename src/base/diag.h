/* SPDX-License-Identifier: MIT */
/* Messages: what is wrong, where, and what to do. Part of base/base.h. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* Every message there is: its name here, its id for the user, how bad. An id
 * is never used again for something else. */
enum diag_id {
#define DIAG(name, id, severity) DIAG_##name,
#include "base/diag_table.h"
#undef DIAG
    DIAG_COUNT,
    DIAG_OF_RULE = DIAG_COUNT /* the message is a rule's, see diag_finding() */
};

/* What an output has to satisfy. A verifier has a table of them; they last as
 * long as the program. */
struct diag_rule {
    const char *id;     /* for the user, as a message's */
    const char *clause; /* "ISO 14289-1, 7.3": where it is said */
    enum diag_severity severity;
    const char *meaning; /* a phrase: what breaks it */
    const char *remedy;  /* what to do: the hint of its findings, or NULL */
};

/* Where something stands in an input file; line and column count from 1, the
 * column in code points. Line 0: the file as a whole. File NULL: no place. */
struct place {
    const char *file;
    uint32_t line, col;
};

struct diag_message {
    enum diag_id id;
    const struct diag_rule *rule; /* of DIAG_OF_RULE, else NULL */
    struct place at;
    const char *object;      /* what of the file, "object 12": or NULL */
    const char *text, *hint; /* hint may be NULL */
};

/* Collects the messages of a run. */
struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *d);

/* Adds a message. `at.file` is copied. The same text at the same place is
 * kept once. */
void diag_at(struct diag *d, struct place at, enum diag_id id,
             const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds what breaks a rule. `object`, copied, names it where a line can't: an
 * object of a PDF, a page; or NULL. The hint is the rule's, until diag_hint()
 * gives another. */
void diag_finding(struct diag *d, struct place at, const char *object,
                  const struct diag_rule *rule, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Adds a message of another collection. */
void diag_copy(struct diag *d, const struct diag_message *m);

/* Adds what the user can do to the message that was added last. */
void diag_hint(struct diag *d, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* How many messages of at least this severity there are. */
size_t diag_count(const struct diag *d, enum diag_severity least);

enum diag_severity diag_severity_of(enum diag_id id);
const char *diag_id_name(enum diag_id id);

/* What it means, a phrase; "" where nobody said. */
const char *diag_id_meaning(enum diag_id id);

/* The same of a message, whether it is the program's own or a rule's. */
enum diag_severity diag_message_severity(const struct diag_message *m);
const char *diag_message_name(const struct diag_message *m);
const char *diag_message_meaning(const struct diag_message *m);

/* Sorts by file (in the order in which files were first named), line and
 * column; then message i is to be read with diag_message_at. */
void diag_sort(struct diag *d);
const struct diag_message *diag_message_at(const struct diag *d, size_t i);

enum diag_format { DIAG_TEXT, DIAG_JSON, DIAG_SARIF, DIAG_GITHUB };

/* Writes every message of at least a severity, sorted: as text (`path:line:col:
 * error: text [id]` and the hint below it), as one JSON array, as SARIF 2.1.0,
 * or as GitHub Actions' workflow commands. `version` is the program's own. */
void diag_print(struct diag *d, enum diag_format format, const char *version,
                bool colour, enum diag_severity least, FILE *to);

#endif
