/* SPDX-License-Identifier: MIT */
/* Outputs: what they are called, and that they appear together or not at
 * all. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "build_int.h"

/* Whether the edition is made in the work's language. */
static bool
is_in_language(const struct work *w, const struct conf_edition *e)
{
    const struct conf_strings *languages = &e->languages;
    for (size_t i = 0; i < languages->n; i++)
        if (str_eq(languages->at[i], w->manifest->language))
            return true;
    return !languages->n;
}

/* The place of the edition among the manifest's of its format that hold whole
 * books, from 0. What is made of a PDF's pages has the PDF's. */
static size_t
rank_of(const struct work *w, const struct conf_edition *e)
{
    size_t rank = 0;
    const struct conf_edition *own = w->manifest->editions.at;
    while (!str_eq(own->name, e->name))
        own++;
    for (const struct conf_edition *at = w->manifest->editions.at; at < own;
         at++)
        rank += at->format == own->format && at->each == CONF_EACH_BOOK &&
                is_in_language(w, at);
    return rank;
}

/* The edition's own name for its output, without its ending, or NULL. */
static const char *
given_name(struct run *r, const struct work *w, const struct conf_edition *e)
{
    const char *name = e->output ? path_stem(r->arena, e->output) : NULL;
    const char *slot = name && w->slug ? strstr(name, "{slug}") : NULL;
    if (!slot)
        return name;
    return arena_printf(r->arena, "%.*s%s%s", (int)(slot - name), name, w->slug,
                        slot + strlen("{slug}"));
}

/* The name as outputs in another language than the main one have it. */
static const char *
in_language(struct run *r, const struct work *w, const char *name)
{
    return w->lang ? arena_printf(r->arena, "%s-%s", name,
                                  str_casefold(r->arena, w->lang))
                   : name;
}

/* Articles by themselves are called by their slugs. The first edition of a
 * format gets the publication's name alone; further ones add their own. */
static const char *
output_name(struct run *r, const struct work *w, const struct conf_edition *e)
{
    const char *given = given_name(r, w, e);
    const char *name = given;
    const char *ending = backends[e->format]->extension;
    if (given && e->format != CONF_PNG)
        ending = path_ext(r->arena, e->output);
    else if (!given && w->slug)
        name = w->slug;
    else if (!given)
        name = rank_of(w, e) ? arena_printf(r->arena, "%s-%s",
                                            w->publication->name, e->name)
                             : w->publication->name;
    if (!given || e->languages.n != 1)
        name = in_language(r, w, name);
    if (e->press.on)
        name = press_name(r->arena, name);
    if (e->contact_sheet && !given)
        name = arena_printf(r->arena, "%s-contact-sheet", name);
    return *ending ? arena_printf(r->arena, "%s.%s", name, ending) : name;
}

/* Outputs of one article each are in a folder of their edition. */
static const char *
output_path(struct run *r, const struct work *w, const struct conf_edition *e)
{
    const char *out = r->request->out;
    if (!out)
        out = path_join(r->arena, r->request->dir, "build");
    if (w->slug)
        out = path_join(r->arena, out, e->name);
    return path_join(r->arena, out, output_name(r, w, e));
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
check_outputs(struct run *r, const struct work *w)
{
    for (size_t i = 0; i < w->editions.n; i++) {
        const struct conf_edition *e = w->editions.at[i];
        const char *path = output_path(r, w, e);
        take_name(r, path);
        for (size_t k = 0;
             wants_evidence(r, w->manifest, e) && k < EVIDENCE_FILES; k++)
            take_name(
                r, arena_printf(r->arena, "%s%s", path, evidence_endings[k]));
        for (size_t k = 0; e->impose && k < SHEETS_FILES; k++)
            take_name(r, sheets_path(r->arena, path, k));
        for (size_t k = 0; e->press.on && k < PRESS_FILES; k++)
            take_name(r, press_path(r->arena, path, k));
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
verify_outputs(struct run *r, const struct work *w)
{
    for (size_t i = 0; i < w->editions.n && is_keeping(r); i++)
        verify_output(r, &w->outputs[i]);
}

/* Adds what was checked beside the outputs, all of which are whole by now. */
static void
add_evidence(struct run *r, const struct work *w, const struct doc_book *book)
{
    for (size_t i = 0; i < w->editions.n && is_keeping(r); i++) {
        const struct conf_edition *e = w->editions.at[i];
        struct edition_job job = {r,    w->manifest,    e,
                                  book, &w->outputs[i], NULL};
        if (wants_evidence(r, w->manifest, e) && w->outputs[i].files.n)
            make_evidence(&job, w->outputs, w->editions.n);
    }
}

/* Hands all files of the work to the file system. */
static void
close_outputs(struct run *r, const struct work *w)
{
    for (size_t i = 0; i < w->editions.n; i++) {
        struct output *o = &w->outputs[i];
        for (size_t j = 0; j < o->files.n; j++) {
            int error = file_out_close(o->files.at[j].to);
            if (error)
                unwritable(r, o->files.at[j].path, error);
        }
    }
}

/* Lets the outputs of the work appear. */
static void
commit_work(struct run *r, const struct work *w)
{
    for (size_t i = 0; i < w->editions.n; i++)
        commit(r, &w->outputs[i]);
    for (size_t i = 0; i < w->editions.n; i++) {
        remove_older(r, w->editions.at[i], &w->outputs[i]);
        tell_stale_evidence(r, w->outputs[i].path);
    }
}

void
finish_outputs(struct run *r, const struct works *works)
{
    bool keeping = is_keeping(r);
    for (size_t i = 0; i < works->at.n; i++) {
        const struct work *w = works->at.at[i];
        if (keeping)
            commit_work(r, w);
        for (size_t k = 0; !keeping && w->outputs && k < w->editions.n; k++)
            let_go(&w->outputs[k]);
    }
}

/* The pages of the editions of a run, by their names; of those alone that an
 * ebook of the same run takes its pages from. */
static struct map *
twins_of(struct run *r, const struct work *w)
{
    struct map *twins = map_new(r->arena);
    for (size_t i = 0; i < w->editions.n; i++) {
        const char *name = w->editions.at[i]->pages_from;
        for (size_t k = 0; name && k < w->editions.n; k++)
            if (str_eq(w->editions.at[k]->name, name) && !map_get(twins, name))
                map_set(twins, name, doc_pages_new());
    }
    return twins;
}

/* What is printed comes before the ebooks that show its pages, so that it is
 * laid out once. */
static void
make_each(struct run *r, const struct work *w, const struct doc_book *book,
          struct map *twins, bool printed)
{
    for (size_t i = 0; i < w->editions.n; i++) {
        const struct conf_edition *e = w->editions.at[i];
        struct doc_pages *own = map_get(twins, e->name);
        if ((own != NULL) != printed)
            continue;
        struct output *o = &w->outputs[i];
        struct edition_job job = {r, w->manifest, e, book, o, own};
        if (e->pages_from)
            job.pages = map_get(twins, e->pages_from);
        o->said = diag_count(r->diag, DIAG_NOTE);
        backends[e->format]->make(&job);
        o->until = diag_count(r->diag, DIAG_NOTE);
    }
}

void
make_outputs(struct run *r, struct work *w, const struct doc_book *book)
{
    size_t n = w->editions.n;
    struct map *twins = twins_of(r, w);
    w->outputs = ARENA_ARRAY(r->arena, struct output, n);
    for (size_t i = 0; i < n; i++) {
        w->outputs[i].path = output_path(r, w, w->editions.at[i]);
        w->outputs[i].edition = w->editions.at[i];
    }
    make_each(r, w, book, twins, true);
    make_each(r, w, book, twins, false);
    for (size_t i = 0; i < map_count(twins); i++)
        doc_pages_free(map_at(twins, i)->value);
    close_outputs(r, w);
    verify_outputs(r, w);
    if (is_keeping(r))
        compare_outputs(r, w, book);
    add_evidence(r, w, book);
    verify_outputs(r, w);
}

/* Whether a whole file is the edition's output, one of its sheets, or what is
 * said of it. */
static bool
is_made(struct run *r, const struct conf_edition *e, const char *output,
        const char *file)
{
    for (size_t i = 0; e->impose && i < SHEETS_FILES; i++)
        if (str_eq(file, sheets_path(r->arena, output, i)))
            return true;
    for (size_t i = 0; e->press.on && i < PRESS_FILES; i++)
        if (str_eq(file, press_path(r->arena, output, i)))
            return true;
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
clean_edition(struct run *r, const struct work *w, const struct conf_edition *e)
{
    const struct backend *backend = backends[e->format];
    const char *path = output_path(r, w, e), *dir = path_dir(r->arena, path);
    struct file_list all = file_glob(r->arena, dir, "*");
    path = path_join(r->arena, dir, path_base(path)); /* written as files are */
    for (size_t i = 0; i < all.n; i++) {
        const char *file = path_join(r->arena, dir, all.at[i]);
        const char *whole = file_out_whole(r->arena, file);
        if (backend->owns ? !backend->owns(r, e, path, file)
                          : !is_made(r, e, path, whole ? whole : file))
            continue;
        if (unlink(file) < 0)
            unwritable(r, file, errno);
        else if (!whole && !r->request->quiet)
            printf("%s\n", file);
    }
    rmdir(dir);
    if (e->each == CONF_EACH_ARTICLE)
        rmdir(path_dir(r->arena, dir)); /* where editions' folders are */
}

void
clean_outputs(struct run *r, const struct work *w)
{
    for (size_t i = 0; i < w->editions.n; i++) {
        struct conf_edition other = *w->editions.at[i];
        other.contact_sheet = !other.contact_sheet;
        clean_edition(r, w, w->editions.at[i]);
        if (other.format == CONF_PNG)
            clean_edition(r, w, &other);
    }
}
