/* SPDX-License-Identifier: MIT */
/* Outputs: what they are called, and that they appear together or not at
 * all. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "build_int.h"

/* The place of the edition among the manifest's of its format, from 0. What is
 * made of a PDF's pages has the PDF's. */
static size_t
rank_of(const struct publication *p, const struct conf_edition *e)
{
    size_t rank = 0;
    const struct conf_edition *own = p->manifest->editions.at;
    while (!str_eq(own->name, e->name))
        own++;
    for (const struct conf_edition *at = p->manifest->editions.at; at < own;
         at++)
        rank += at->format == own->format;
    return rank;
}

/* The first edition of a format gets the publication's name alone; further
 * ones add their own. */
static const char *
output_name(struct run *r, const struct publication *p,
            const struct conf_edition *e)
{
    const char *extension = backends[e->format]->extension;
    const char *name = p->name;
    if (e->output && e->format != CONF_PNG)
        return e->output;
    if (e->output)
        name = path_stem(r->arena, e->output);
    else if (rank_of(p, e))
        name = arena_printf(r->arena, "%s-%s", name, e->name);
    if (e->contact_sheet && !e->output)
        name = arena_printf(r->arena, "%s-contact-sheet", name);
    return arena_printf(r->arena, "%s.%s", name, extension);
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

static void
take_name(struct run *r, const char *path)
{
    if (map_get(r->taken, path)) {
        diag_at(r->diag, in_file(path), DIAG_OUTPUT_CLASH,
                "two outputs of this run would have this name");
        diag_hint(r->diag, "give one edition an “output” of its own, or "
                           "build them one after the other with -o");
    }
    map_set(r->taken, path, r);
}

void
check_outputs(struct run *r, const struct publication *p)
{
    for (size_t i = 0; i < p->editions.n; i++) {
        const struct conf_edition *e = p->editions.at[i];
        const char *path = output_path(r, p, e);
        take_name(r, path);
        for (size_t k = 0;
             wants_evidence(r, p->manifest, e) && k < EVIDENCE_FILES; k++)
            take_name(
                r, arena_printf(r->arena, "%s%s", path, evidence_endings[k]));
    }
}

static void
unwritable(struct run *r, const char *path, int error)
{
    diag_at(r->diag, in_file(path), DIAG_OUTPUT_UNWRITABLE,
            "the output can't be written: %s", strerror(error));
    diag_hint(r->diag, "-o DIR writes to another folder");
}

struct file_out *
output_open(const struct edition_job *job, const char *path)
{
    struct run *r = job->run;
    struct file_out *to = NULL;
    if (r->request->command == BUILD_BUILD && !run_failed(r)) {
        int error = file_make_dirs(path_dir(r->arena, path));
        if (!error && file_is_dir(path))
            error = EISDIR;
        to = error ? NULL : file_out_open(path);
        if (!to)
            unwritable(r, path, error ? error : errno);
    }
    to = to ? to : file_out_null();
    *vec_add(r->arena, &job->output->files) =
        (struct output_file){.path = path, .to = to};
    return to;
}

void
output_close(const struct edition_job *job)
{
    struct output *o = job->output;
    struct output_file *last = &o->files.at[o->files.n - 1];
    int error = file_out_close(last->to);
    if (error)
        unwritable(job->run, last->path, error);
}

void
output_rename(const struct edition_job *job, size_t i, const char *path)
{
    struct output_file *file = &job->output->files.at[i];
    file->path = path;
    file_out_name(file->to, path);
    if (job->run->request->command == BUILD_BUILD && file_is_dir(path))
        unwritable(job->run, path, EISDIR);
}

static int
by_path(const void *one, const void *other)
{
    const struct output_file *a = one, *b = other;
    return strcmp(a->path, b->path);
}

/* Removes what earlier builds of the output made and this one did not: a longer
 * book's last pages. Where only some pages were asked for, others stay. */
static void
remove_older(struct run *r, const struct conf_edition *e,
             const struct output *o)
{
    if (!backends[e->format]->owns || r->request->pages)
        return;
    const char *dir = path_dir(r->arena, o->path);
    struct file_list all = file_glob(r->arena, dir, "*");
    for (size_t i = 0; i < all.n; i++) {
        const char *file = path_join(r->arena, dir, all.at[i]);
        if (!map_get(r->written, file) && !file_out_whole(r->arena, file) &&
            backends[e->format]->owns(r, e, o->path, file))
            unlink(file);
    }
}

static void
commit(struct run *r, struct output *o)
{
    qsort(o->files.at, o->files.n, sizeof *o->files.at, by_path);
    for (size_t i = 0; i < o->files.n; i++) {
        const char *path = o->files.at[i].path;
        int error = file_out_commit(o->files.at[i].to);
        map_set(r->written, path, r);
        if (error)
            unwritable(r, path, error);
        else if (!r->request->quiet)
            printf("%s\n", path);
    }
}

static void
let_go(struct output *o)
{
    for (size_t i = 0; i < o->files.n; i++)
        file_out_abort(o->files.at[i].to);
}

/* Whether what was made so far is to be kept. */
static bool
is_keeping(const struct run *r)
{
    return r->request->command == BUILD_BUILD && !run_failed(r);
}

static void
verify_outputs(struct run *r, const struct publication *p,
               struct output *outputs)
{
    for (size_t i = 0; i < p->editions.n && is_keeping(r); i++)
        verify_output(r, &outputs[i]);
}

/* Adds what was checked beside the outputs, all of which are whole by now. */
static void
add_evidence(struct run *r, const struct publication *p,
             const struct doc_book *book, struct output *outputs)
{
    for (size_t i = 0; i < p->editions.n && is_keeping(r); i++) {
        const struct conf_edition *e = p->editions.at[i];
        struct edition_job job = {r, p->manifest, e, book, &outputs[i], NULL};
        if (wants_evidence(r, p->manifest, e) && outputs[i].files.n)
            make_evidence(&job, outputs, p->editions.n);
    }
}

/* All outputs of a publication, or none where anything is wrong. */
static void
finish_outputs(struct run *r, const struct publication *p,
               const struct doc_book *book, struct output *outputs)
{
    for (size_t i = 0; i < p->editions.n; i++) {
        struct output *o = &outputs[i];
        for (size_t j = 0; j < o->files.n; j++) {
            int error = file_out_close(o->files.at[j].to);
            if (error)
                unwritable(r, o->files.at[j].path, error);
        }
    }
    verify_outputs(r, p, outputs);
    if (is_keeping(r))
        compare_outputs(r, p, book, outputs);
    add_evidence(r, p, book, outputs);
    verify_outputs(r, p, outputs);
    bool keeping = is_keeping(r);
    for (size_t i = 0; i < p->editions.n; i++) {
        if (!keeping)
            let_go(&outputs[i]);
        else
            commit(r, &outputs[i]);
    }
    for (size_t i = 0; keeping && i < p->editions.n; i++) {
        remove_older(r, p->editions.at[i], &outputs[i]);
        tell_stale_evidence(r, outputs[i].path);
    }
}

/* The pages of the editions of a run, by their names; of those alone that an
 * ebook of the same run takes its pages from. */
static struct map *
twins_of(struct run *r, const struct publication *p)
{
    struct map *twins = map_new(r->arena);
    for (size_t i = 0; i < p->editions.n; i++) {
        const char *name = p->editions.at[i]->pages_from;
        for (size_t k = 0; name && k < p->editions.n; k++)
            if (str_eq(p->editions.at[k]->name, name) && !map_get(twins, name))
                map_set(twins, name, doc_pages_new());
    }
    return twins;
}

/* What is printed comes before the ebooks that show its pages, so that it is
 * laid out once. */
static void
make_each(struct run *r, const struct publication *p,
          const struct doc_book *book, struct output *outputs,
          struct map *twins, bool printed)
{
    for (size_t i = 0; i < p->editions.n; i++) {
        const struct conf_edition *e = p->editions.at[i];
        struct doc_pages *own = map_get(twins, e->name);
        if ((own != NULL) != printed)
            continue;
        struct edition_job job = {r, p->manifest, e, book, &outputs[i], own};
        if (e->pages_from)
            job.pages = map_get(twins, e->pages_from);
        outputs[i].said = diag_count(r->diag, DIAG_NOTE);
        backends[e->format]->make(&job);
        outputs[i].until = diag_count(r->diag, DIAG_NOTE);
    }
}

void
make_outputs(struct run *r, const struct publication *p,
             const struct doc_book *book)
{
    size_t n = p->editions.n;
    struct output *outputs = ARENA_ARRAY(r->arena, struct output, n);
    struct map *twins = twins_of(r, p);
    for (size_t i = 0; i < n; i++) {
        outputs[i].path = output_path(r, p, p->editions.at[i]);
        outputs[i].edition = p->editions.at[i];
    }
    make_each(r, p, book, outputs, twins, true);
    make_each(r, p, book, outputs, twins, false);
    for (size_t i = 0; i < map_count(twins); i++)
        doc_pages_free(map_at(twins, i)->value);
    finish_outputs(r, p, book, outputs);
}

/* Whether a whole file's name is that of the edition's output, or of what is
 * said of it. */
static bool
is_made(const char *output, const char *file)
{
    size_t n = strlen(output);
    if (strncmp(file, output, n) != 0)
        return false;
    for (size_t i = 0; i < EVIDENCE_FILES; i++)
        if (str_eq(file + n, evidence_endings[i]))
            return true;
    return !file[n];
}

/* Removes what builds of the edition made, and what those that were killed
 * left behind half made. */
static void
clean_edition(struct run *r, const struct publication *p,
              const struct conf_edition *e)
{
    const struct backend *backend = backends[e->format];
    const char *path = output_path(r, p, e), *dir = path_dir(r->arena, path);
    struct file_list all = file_glob(r->arena, dir, "*");
    for (size_t i = 0; i < all.n; i++) {
        const char *file = path_join(r->arena, dir, all.at[i]);
        const char *whole = file_out_whole(r->arena, file);
        if (backend->owns
                ? !backend->owns(r, e, path, file)
                : !is_made(path_base(path), path_base(whole ? whole : file)))
            continue;
        if (unlink(file) < 0)
            unwritable(r, file, errno);
        else if (!whole && !r->request->quiet)
            printf("%s\n", file);
    }
    rmdir(dir);
}

void
clean_outputs(struct run *r, const struct publication *p)
{
    for (size_t i = 0; i < p->editions.n; i++) {
        struct conf_edition other = *p->editions.at[i];
        other.contact_sheet = !other.contact_sheet;
        clean_edition(r, p, p->editions.at[i]);
        if (other.format == CONF_PNG)
            clean_edition(r, p, &other);
    }
}
