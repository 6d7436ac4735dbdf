/* SPDX-License-Identifier: MIT */
/* Sheets of paper with the pages of a PDF edition: files beside its own. */
#ifndef BUILD_SHEETS_H
#define BUILD_SHEETS_H

#include "build_int.h"
#include "pdf/pdf.h"

struct sheets;

/* Begins the sheets of the job's edition, which are made of the same pages as
 * its PDF; NULL where it has none. `options` are the PDF's. */
struct sheets *sheets_begin(const struct edition_job *job,
                            struct pdf_options options);

/* Takes a page of the PDF; nothing where there are no sheets, as below. */
void sheets_page(struct sheets *s, const struct layout_page *page);

/* Writes what is left of the sheets, and how to print them. */
void sheets_end(struct sheets *s);

#endif
