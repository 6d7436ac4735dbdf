/* SPDX-License-Identifier: MIT */
/* An EPUB's check, from the container inwards. */
#include <string.h>

#include "verify/verify_int.h"

/* The end of the central directory (APPNOTE 6.3.3, 4.3.16). */
static bool
has_directory(const struct verify_file *f)
{
    return memmem(f->bytes, f->n, "PK\5\6", 4) != NULL;
}

void
verify_epub(struct verify_file *f)
{
    if (!has_directory(f))
        diag_finding(f->diag, (struct place){.file = f->name}, NULL,
                     &epub_rules[EPUB_ZIP],
                     "the container has no directory of its files");
}
