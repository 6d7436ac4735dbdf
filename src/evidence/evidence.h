/* SPDX-License-Identifier: MIT */
/* evidence: what is known of one output's accessibility, and what is not: as
 * facts, as JSON, and as the tree of a page. It says what was checked, by what,
 * with which result, and what a person still has to look at; it claims nothing
 * that was not checked. docs/evidence.md describes the JSON. */
#ifndef EVIDENCE_EVIDENCE_H
#define EVIDENCE_EVIDENCE_H

#include "doc/doc.h"
#include "style/style.h"
#include "verify/verify.h"

/* Of the JSON: changes when a member changes its name or meaning. */
enum { EVIDENCE_SCHEMA = 1 };

enum evidence_task {
#define TASK(name, ...) EVIDENCE_##name,
#include "evidence/tasks.h"
#undef TASK
    EVIDENCE_TASKS
};

/* CLEAR: no machine-detectable failure was found. That is no more than it
 * says. */
enum evidence_result {
    EVIDENCE_NOT_APPLICABLE,
    EVIDENCE_NOT_CHECKED, /* by machine */
    EVIDENCE_CLEAR,
    EVIDENCE_FOUND_WARNINGS,
    EVIDENCE_FOUND_FAILURES
};

enum evidence_how {
    EVIDENCE_MACHINE,
    EVIDENCE_PARTLY,
    EVIDENCE_PERSON,
    EVIDENCE_ABSENT
};

enum evidence_level { EVIDENCE_A, EVIDENCE_AA };

enum evidence_about { EVIDENCE_ANYTHING, EVIDENCE_IMAGES, EVIDENCE_MOVES };

/* A row of criteria.h. */
struct evidence_criterion {
    const char *number, *name;
    enum evidence_level level;
    const char *since, *clause;
    enum evidence_how epub, pdf;
    enum evidence_about about;
    const char *checks, *remark;
};

extern const struct evidence_criterion evidence_criteria[];
extern const size_t evidence_criterion_count;

/* A row of tasks.h. */
struct evidence_question {
    const char *id, *criteria, *text;
};
extern const struct evidence_question evidence_questions[EVIDENCE_TASKS];

/* Something that is in the book: where, and what it is called. */
struct evidence_item {
    struct place at;
    const char *text;
    const char *says; /* a picture's alternative, where a link leads; or NULL */
};
typedef VEC(struct evidence_item) evidence_items;

struct evidence_image {
    struct evidence_item item; /* the name of its file */
    const char *alt;           /* "" where it is decorative */
    bool decorative;
};

struct evidence_table {
    struct evidence_item item; /* its caption, or "" */
    size_t rows, columns, header_cells;
    bool spans; /* cells over several rows or columns */
};

struct evidence_heading {
    struct evidence_item item;
    int level;
};

/* The rules of one standard, by the clauses that they cite. */
struct evidence_standard {
    const char *name, *title; /* "EPUB 3.3"; what it is called in full */
    size_t rules, errors, warnings;
    bool part; /* the format's own standard, which stands first, builds on it */
    bool applies; /* else the file does not claim it, and need not satisfy it */
};

/* Colours of text and ground, as one kind of page shows them. */
struct evidence_colours {
    const char *page; /* "paper", "light", "dark" */
    struct style_contrast pairs;
};

/* Who evaluated the publication, as its manifest says. */
struct evidence_evaluator {
    const char *name; /* NULL: nobody is named */
    const char *credential, *report;
    struct date date; /* year 0: not said */
};

/* What is known of one output. */
struct evidence {
    struct arena *arena;
    const struct doc_book *book;

    /* the file, and what made it */
    enum verify_kind kind;
    const char *name, *edition;
    const char *dir;     /* of the publication: places are told in it */
    const char *out_dir; /* of the output, likewise */
    char sha256[2 * HASH_BYTES + 1];
    size_t bytes;
    const char *program, *version;
    int64_t now;

    /* what was found by machine */
    bool verified;
    VEC(struct evidence_standard) standards;
    VEC(struct diag_message) findings; /* the program's, and rules' */
    size_t errors, warnings;
    VEC(const char *) claims; /* as they are written in the file */
    VEC(struct evidence_colours) colours;
    VEC(const char *) twins; /* files that say the same, word for word */
    const char *exemption;   /* "eaa-microenterprise", or NULL */
    struct evidence_evaluator evaluator;
    bool moves; /* something may: a stylesheet or a drawing animates */
    const char *typefaces; /* parted by commas, or NULL */
    bool fonts_embedded;

    /* what is in the book */
    VEC(struct evidence_image) images;
    VEC(struct evidence_table) tables;
    VEC(struct evidence_heading) headings;
    evidence_items languages, tasks[EVIDENCE_TASKS];
    struct map *abbreviations; /* that were met */
    size_t articles, links, notes, lists, decorative, without_alt;
};

/* Gathers what is in the book. What was found in the file is added before the
 * evidence is written. */
struct evidence *evidence_new(struct arena *a, const struct doc_book *book);

/* Adds what an author's node has of its style in print: whether it stands
 * beside the text. */
void evidence_look(struct evidence *e, const struct doc_node *node,
                   const struct style *style);

/* Adds a message about the output. What it points to must live as long as the
 * evidence. */
void evidence_add_finding(struct evidence *e, const struct diag_message *m);

/* Ends the gathering: sorts the verifier's rules by standard, counts. */
void evidence_finish(struct evidence *e);

/* What was found in the file as to a standard, and as to a criterion. */
enum evidence_result evidence_of_standard(const struct evidence_standard *s);
enum evidence_how evidence_how_of(const struct evidence *e,
                                  const struct evidence_criterion *c);
enum evidence_result evidence_result_of(const struct evidence *e,
                                        const struct evidence_criterion *c);

/* Whether a task has something to look at in this book. */
bool evidence_asks(const struct evidence *e, enum evidence_task task);

/* The JSON of docs/evidence.md. */
void evidence_write_json(const struct evidence *e, struct buf *out);

/* The same as a book of one page; `detail` from 0, the most, to
 * EVIDENCE_DETAILS - 1, the least. `latin`: what the publication says in other
 * letters is left out, since no face has them. The caller frees it. */
enum { EVIDENCE_DETAILS = 4 };
struct doc_book *evidence_page(const struct evidence *e, int detail,
                               bool latin);

#endif
