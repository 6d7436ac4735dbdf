/* SPDX-License-Identifier: MIT */
/* verify: reads an EPUB or a PDF back and checks it against what its
 * specifications say of it. It knows nothing of how a file was made, and has
 * no use for a network, a browser or a Java machine. */
#ifndef VERIFY_VERIFY_H
#define VERIFY_VERIFY_H

#include "base/base.h"

enum verify_kind { VERIFY_UNKNOWN, VERIFY_EPUB, VERIFY_PDF };

/* What a PDF says in its metadata that it conforms to. */
struct verify_claims {
    bool accessible; /* PDF/UA-1 */
    int archive;     /* the part of PDF/A; 0: none */
    char level;      /* 'A', 'B', 'U' */
};

/* What was looked at. */
struct verify_result {
    enum verify_kind kind;
    size_t errors, warnings; /* findings in this file */
    struct verify_claims claims;
};

/* Checks the file at `path`. In messages it is called `name`, and a file of an
 * EPUB `name` and its path in there: "story.epub/EPUB/article.xhtml". Findings
 * carry a rule; that the file can't be read, or is neither an EPUB nor a PDF,
 * is a message of the program's own. */
struct verify_result verify_file(const char *path, const char *name,
                                 struct diag *diag);

/* The same for a PDF that is for a printer alone: that it claims nothing is
 * not worth a word. */
struct verify_result verify_unclaimed(const char *path, const char *name,
                                      struct diag *diag);

/* All rules that files of the kind are held to, in the order of the
 * specifications. */
const struct diag_rule *verify_rules(enum verify_kind kind, size_t *n);

/* A file to be read and what messages call it. */
struct verify_output {
    const char *path, *name;
};

/* Knows where the words of outputs come from. */
struct verify_origin {
    /* The place of a block that begins with these words and stands at `at` in
     * the EPUB; `at` itself where that is not known. */
    struct place (*find)(void *data, const char *words, struct place at);
    void *data;
};

/* What is known of two outputs beside their files. */
struct verify_pair {
    struct verify_output epub, pdf;
    bool same_style;         /* else they may show other generated pages */
    const char *print_style; /* the PDF's stylesheet, a path; or NULL */
    const struct verify_origin *origin; /* or NULL */
};

/* Compares an EPUB and a PDF of one publication: both must say the same words
 * in the same order, with the same descriptions, notes, rows and cells. Each
 * difference is a message. Legitimate ones are known: page numbers, places of
 * notes, contents. Returns how many there are. */
size_t verify_same(const struct verify_pair *pair, struct diag *diag);

#endif
