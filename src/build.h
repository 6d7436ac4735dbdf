/* SPDX-License-Identifier: MIT */
/* build: the whole pipeline, from a request to the outputs. */
#ifndef BUILD_H
#define BUILD_H

#include "base/base.h"

enum build_command {
    BUILD_BUILD,
    BUILD_CHECK,
    BUILD_VERIFY,
    BUILD_DUMP,
    BUILD_CLEAN
};
enum build_dump { BUILD_TREE, BUILD_PAGES, BUILD_TAGS, BUILD_XHTML };
enum { BUILD_EPUB = 1, BUILD_PDF = 2, BUILD_PNG = 4 };
enum { BUILD_SETTINGS = 32 }; /* how many may be given */
enum { BUILD_FONTS = 16 };    /* how many folders may be named */
enum { BUILD_LEAST_DPI = 10, BUILD_MOST_DPI = 1200 };

struct build_request {
    enum build_command command;
    enum build_dump dump;
    const char *dir;  /* of the publication; "." by default */
    const char *out;  /* folder for outputs; NULL: `dir`/build */
    unsigned formats; /* BUILD_EPUB | …; 0: as the manifest says */
    const char *const *arguments; /* names of editions, paths;
                                     of BUILD_VERIFY, files */
    size_t argument_count;
    const char *fonts[BUILD_FONTS]; /* further folders or files with faces */
    size_t font_count;
    /* "key=value" each: what editions have over what the manifest says */
    const char *settings[BUILD_SETTINGS];
    size_t setting_count;
    /* of PNGs, over what the manifest says: dots an inch, or 0; pages as
     * ranges_parse() takes them, or NULL */
    int resolution;
    const char *pages;
    bool spreads, contact_sheet;
    bool same;     /* the two files that are verified say the same */
    bool evidence; /* beside each EPUB and PDF */
    bool drafts, strict, quiet, colour;
    enum diag_format report;
};

/* Does it. Paths of outputs and dumps go to stdout, messages to stderr.
 * Returns the exit status: 0 fine, 1 findings or a failed build. */
int build_run(const struct build_request *request);

#endif
