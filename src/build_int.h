/* SPDX-License-Identifier: MIT */
/* What build.c and the editions' glue share. */
#ifndef BUILD_INT_H
#define BUILD_INT_H

#include "build.h"
#include "conf/conf.h"
#include "doc/doc.h"
#include "read/read.h"
#include "style/style.h"

struct publication;

/* One run of the program. */
struct run {
    const struct build_request *request;
    struct arena *arena;
    struct diag *diag;
    int64_t now;
    const char *data; /* folder with fonts, styles and hyphen */
    struct style_fonts *fonts;
    struct map *taken; /* output paths of this run */
    struct map *named; /* arguments, as real paths */
    VEC(struct publication *) publications;
};

/* One edition of one publication to be made. */
struct edition_job {
    struct run *run;
    const struct conf_manifest *manifest;
    const struct conf_edition *edition;
    const struct doc_book *book;
};

/* A format: how an edition of it is made and how its stages are shown. */
struct backend {
    const char *extension;
    void (*make)(const struct edition_job *job, struct file_out *out);
    void (*dump)(const struct edition_job *job, enum build_dump what,
                 struct buf *out);
};

extern const struct backend backend_epub, backend_pdf;

/* The program's own data: beside the executable's folder in a source tree,
 * in ../share/fascicle when installed. */
const char *data_dir(struct run *r);

/* Whether what was found so far lets nothing be written. */
bool run_failed(const struct run *r);

/* The sheets of an edition: base.css, then its own or story.css. NULL, with
 * a message, where nothing could be read. */
struct style_sheet *edition_sheet(const struct edition_job *job);

/* The family that the edition's body is set in, in the run's arena; or NULL. */
const char *edition_typeface(const struct edition_job *job);

#endif
