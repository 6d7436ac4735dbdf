/* SPDX-License-Identifier: MIT */
/* A PDF edition for a print shop. */
#ifndef BUILD_PRESS_H
#define BUILD_PRESS_H

#include "build_int.h"
#include "pdf/pdf.h"

/* Makes the files of an edition with `press`: the inside, the cover, and a text
 * that says what they are. `options` are those of its PDF. */
void make_press(const struct edition_job *job, struct pdf_options options);

/* press_checks.c: what a print shop would send a page back for. Messages go to
 * the run; each picture and each block is named once. */
struct press_checks;
struct press_checks *press_checks_new(const struct edition_job *job);
void press_checks_page(struct press_checks *c, const struct layout_page *page);
void press_checks_end(struct press_checks *c);

#endif
