/* SPDX-License-Identifier: MIT */
/* What the files that make evidence share. */
#ifndef BUILD_EVIDENCE_H
#define BUILD_EVIDENCE_H

#include "build_int.h"
#include "evidence/evidence.h"

/* build_evidence_page.c: the page as a PDF among the output's files. */
void make_evidence_page(const struct edition_job *job, const struct evidence *e,
                        const char *path);

#endif
