/* SPDX-License-Identifier: MIT */
/* What the files of verify/ share. */
#ifndef VERIFY_INT_H
#define VERIFY_INT_H

#include "verify/verify.h"

/* A file that is being checked: all its bytes, and how messages call it. */
struct verify_file {
    struct arena *arena; /* for what is kept until the file's check ends */
    struct diag *diag;
    const char *path, *name;
    const char *bytes;
    size_t n;
    bool unclaimed;              /* it is not to say what it is */
    struct verify_claims claims; /* found by the check */
};

enum epub_rule {
#define RULE(name, ...) EPUB_##name,
#include "verify/epub_rules.h"
#undef RULE
    EPUB_RULE_COUNT
};

enum pdf_rule {
#define RULE(name, ...) PDF_##name,
#include "verify/pdf_rules.h"
#undef RULE
    PDF_RULE_COUNT
};

extern const struct diag_rule epub_rules[], pdf_rules[];

void verify_epub(struct verify_file *f);
void verify_pdf(struct verify_file *f);

#endif
