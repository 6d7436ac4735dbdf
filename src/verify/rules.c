/* SPDX-License-Identifier: MIT */
/* The tables of rules. */
#include "verify/verify_int.h"

#define RULE(name, ...) {__VA_ARGS__},
#define ERROR DIAG_ERROR
#define WARNING DIAG_WARNING
#define NOTE DIAG_NOTE

const struct diag_rule epub_rules[EPUB_RULE_COUNT] = {
#include "verify/epub_rules.h"
};

const struct diag_rule pdf_rules[PDF_RULE_COUNT] = {
#include "verify/pdf_rules.h"
};

const struct diag_rule *
verify_rules(enum verify_kind kind, size_t *n)
{
    *n = kind == VERIFY_EPUB  ? EPUB_RULE_COUNT
         : kind == VERIFY_PDF ? PDF_RULE_COUNT
                              : 0;
    return kind == VERIFY_EPUB ? epub_rules : pdf_rules;
}
