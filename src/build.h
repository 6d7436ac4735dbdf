/* SPDX-License-Identifier: MIT */
/* build: the whole pipeline, from a request to the outputs. */
#ifndef BUILD_H
#define BUILD_H

#include "base/base.h"

enum build_command { BUILD_BUILD, BUILD_CHECK, BUILD_DUMP, BUILD_CLEAN };
enum build_dump { BUILD_TREE, BUILD_PAGES, BUILD_TAGS, BUILD_XHTML };
enum { BUILD_EPUB = 1, BUILD_PDF = 2 };
enum { BUILD_FONTS = 16 }; /* how many folders may be named */

struct build_request {
    enum build_command command;
    enum build_dump dump;
    const char *dir;  /* of the publication; "." by default */
    const char *out;  /* folder for outputs; NULL: `dir`/build */
    unsigned formats; /* BUILD_EPUB | BUILD_PDF; 0: as the manifest says */
    const char *const *arguments; /* names of editions, paths */
    size_t argument_count;
    const char *fonts[BUILD_FONTS]; /* further folders or files with faces */
    size_t font_count;
    bool drafts, strict, quiet, colour;
    enum diag_format report;
};

/* Does it. Paths of outputs and dumps go to stdout, messages to stderr.
 * Returns the exit status: 0 fine, 1 findings or a failed build. */
int build_run(const struct build_request *request);

#endif
