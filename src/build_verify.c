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
    printf("%s: %s, %zu rules, %zu error%s, %zu warning%s\n", path,
           kinds[v->kind], rules, v->errors, v->errors == 1 ? "" : "s",
           v->warnings, v->warnings == 1 ? "" : "s");
}

void
verify_output(struct run *r, struct output *o)
{
    for (size_t i = 0; i < o->files.n && o->edition->format != CONF_PNG; i++) {
        struct output_file *file = &o->files.at[i];
        const char *written = file_out_temporary(file->to);
        bool text =
            str_ends(file->path, ".json") || str_ends(file->path, ".txt");
        if (!file->verified && written && !text)
            file->found = (file->unclaimed ? verify_unclaimed : verify_file)(
                written, file->path, r->diag);
        file->verified = true;
    }
}

/* The two arguments are an EPUB and a PDF of one publication. */
static void
compare_arguments(struct run *r, const enum verify_kind kinds[2])
{
    const char *const *paths = r->request->arguments;
    int pdf = kinds[0] == VERIFY_PDF ? 0 : 1;
    if (kinds[pdf] == VERIFY_PDF && kinds[!pdf] == VERIFY_EPUB) {
        struct verify_pair pair = {.epub = {paths[!pdf], paths[!pdf]},
                                   .pdf = {paths[pdf], paths[pdf]},
                                   .same_style = true};
        verify_same(&pair, r->diag);
        return;
    }
    diag_at(r->diag, in_file(paths[0]), DIAG_VERIFY_FORMAT,
            "an EPUB and a PDF can say the same, no other two files");
}

void
verify_arguments(struct run *r)
{
    const struct build_request *q = r->request;
    enum verify_kind kinds[2] = {VERIFY_UNKNOWN, VERIFY_UNKNOWN};
    for (size_t i = 0; i < q->argument_count; i++) {
        const char *path = q->arguments[i];
        struct verify_result v = verify_file(path, path, r->diag);
        if (v.kind != VERIFY_UNKNOWN && !q->quiet && q->report == DIAG_TEXT)
            tell(path, &v);
        kinds[i % 2] = v.kind;
    }
    if (q->same)
        compare_arguments(r, kinds);
}
