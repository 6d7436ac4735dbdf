/* SPDX-License-Identifier: MIT */
/* A PDF's check, from the file's structure inwards. */
#include <string.h>

#include "verify/verify_int.h"

void
verify_pdf(struct verify_file *f)
{
    if (!memmem(f->bytes, f->n, "startxref", 9))
        diag_finding(f->diag, (struct place){.file = f->name}, NULL,
                     &pdf_rules[PDF_STRUCTURE],
                     "the file does not say where its cross-references are");
}
