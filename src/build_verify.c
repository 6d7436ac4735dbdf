/* SPDX-License-Identifier: MIT */
/* Files that are there already, checked. */
#include "build_int.h"
#include "verify/verify.h"

/* What is said of a file in which nothing was found: data, on stdout. */
static void
tell(const char *path, const struct verify_result *v)
{
    static const char *const kinds[] = {
        [VERIFY_EPUB] = "an EPUB", [VERIFY_PDF] = "a PDF"};
    size_t rules;
    verify_rules(v->kind, &rules);
    printf("%s: %s, %zu rules, %zu errors, %zu warnings\n", path,
           kinds[v->kind], rules, v->errors, v->warnings);
}

void
verify_output(struct run *r, struct output *o)
{
    for (size_t i = 0; i < o->files.n && o->edition->format != CONF_PNG; i++) {
        struct output_file *file = &o->files.at[i];
        const char *written = file_out_temporary(file->to);
        if (!file->verified && written && !str_ends(file->path, ".json"))
            verify_file(written, file->path, r->diag);
        file->verified = true;
    }
}

void
verify_arguments(struct run *r)
{
    const struct build_request *q = r->request;
    for (size_t i = 0; i < q->argument_count; i++) {
        const char *path = q->arguments[i];
        struct verify_result v = verify_file(path, path, r->diag);
        if (v.kind != VERIFY_UNKNOWN && !q->quiet && q->report == DIAG_TEXT)
            tell(path, &v);
    }
}
