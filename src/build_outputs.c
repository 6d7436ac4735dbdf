/* SPDX-License-Identifier: MIT */
/* Outputs: what they are called, and that they appear together or not at
 * all. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "build_int.h"

/* One output: an edition of a publication, on its way to a file. */
struct output {
    const struct conf_edition *edition;
    const char *path;
    struct file_out *file;
};

/* The first edition of a format gets the publication's name alone; further
 * ones add their own. */
static const char *
output_name(struct run *r, const struct publication *p,
            const struct conf_edition *e)
{
    const char *extension = backends[e->format]->extension;
    if (e->output)
        return e->output;
    for (size_t i = 0; i < p->manifest->editions.n; i++) {
        const struct conf_edition *other = &p->manifest->editions.at[i];
        if (other->format != e->format)
            continue;
        if (str_eq(other->name, e->name))
            break;
        return arena_printf(r->arena, "%s-%s.%s", p->name, e->name, extension);
    }
    return arena_printf(r->arena, "%s.%s", p->name, extension);
}

static const char *
output_path(struct run *r, const struct publication *p,
            const struct conf_edition *e)
{
    const char *out = r->request->out;
    if (!out)
        out = path_join(r->arena, r->request->dir, "build");
    return path_join(r->arena, out, output_name(r, p, e));
}

void
check_outputs(struct run *r, const struct publication *p)
{
    for (size_t i = 0; i < p->editions.n; i++) {
        const char *path = output_path(r, p, p->editions.at[i]);
        if (map_get(r->taken, path)) {
            diag_at(r->diag, in_file(path), DIAG_OUTPUT_CLASH,
                    "two outputs of this run would have this name");
            diag_hint(r->diag, "give one edition an “output” of its own, or "
                               "build them one after the other with -o");
        }
        map_set(r->taken, path, r);
    }
}

static void
unwritable(struct run *r, const char *path, int error)
{
    diag_at(r->diag, in_file(path), DIAG_OUTPUT_UNWRITABLE,
            "the output can't be written: %s", strerror(error));
    diag_hint(r->diag, "-o DIR writes to another folder");
}

/* Opens what the output goes to: nothing when only a check was asked for or
 * when an error is known already, so that the rest is found as well. */
static struct file_out *
open_output(struct run *r, const char *path)
{
    if (r->request->command != BUILD_BUILD || run_failed(r))
        return file_out_null();
    int error = file_make_dirs(path_dir(r->arena, path));
    if (!error && file_is_dir(path))
        error = EISDIR;
    struct file_out *f = error ? NULL : file_out_open(path);
    if (!f)
        unwritable(r, path, error ? error : errno);
    return f ? f : file_out_null();
}

/* All outputs of a publication, or none where anything is wrong. */
static void
finish_outputs(struct run *r, struct output *outputs, size_t n)
{
    bool making = r->request->command == BUILD_BUILD;
    bool failed = run_failed(r);
    for (size_t i = 0; making && !failed && i < n; i++) {
        int error = file_out_close(outputs[i].file);
        if (error)
            unwritable(r, outputs[i].path, error);
    }
    failed = run_failed(r);
    for (size_t i = 0; i < n; i++) {
        if (failed || !making) {
            file_out_abort(outputs[i].file);
            continue;
        }
        int error = file_out_commit(outputs[i].file);
        if (error)
            unwritable(r, outputs[i].path, error);
        else if (!r->request->quiet)
            printf("%s\n", outputs[i].path);
    }
}

void
make_outputs(struct run *r, const struct publication *p,
             const struct doc_book *book)
{
    size_t n = p->editions.n;
    struct output *outputs = ARENA_ARRAY(r->arena, struct output, n);
    for (size_t i = 0; i < n; i++) {
        const struct conf_edition *e = p->editions.at[i];
        outputs[i].path = output_path(r, p, e);
        outputs[i].file = open_output(r, outputs[i].path);
        struct edition_job job = {r, p->manifest, e, book};
        backends[e->format]->make(&job, outputs[i].file);
    }
    finish_outputs(r, outputs, n);
}

void
clean_outputs(struct run *r, const struct publication *p)
{
    for (size_t i = 0; i < p->editions.n; i++) {
        const char *path = output_path(r, p, p->editions.at[i]);
        struct file_list left =
            file_glob(r->arena, path_dir(r->arena, path),
                      arena_printf(r->arena, "%s.??????", path_base(path)));
        for (size_t j = 0; j < left.n; j++)
            unlink(path_join(r->arena, path_dir(r->arena, path), left.at[j]));
        if (unlink(path) == 0 && !r->request->quiet)
            printf("%s\n", path);
        else if (file_exists(path))
            unwritable(r, path, errno);
        rmdir(path_dir(r->arena, path));
    }
}
