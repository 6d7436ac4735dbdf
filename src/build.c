/* SPDX-License-Identifier: MIT */
/* The whole pipeline on one page: a request names publications; each is read
 * into one tree, passed through the transforms, and handed to the backend of
 * each of its editions. Outputs appear only when all went well. */
#include "build.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "build_int.h"
#include "xform/xform.h"

static const struct backend *const backends[] = {
    [CONF_EPUB] = &backend_epub,
    [CONF_PDF] = &backend_pdf,
};

/* One output: an edition of a publication, on its way to a file. */
struct output {
    const struct conf_edition *edition;
    const char *path;
    struct file_out *file;
};

/* What a user named: a manifest's publication, an article, or a folder. */
struct publication {
    const struct conf_manifest *manifest;
    const char *name; /* of output files, without an extension */
    VEC(const struct conf_edition *) editions;
};

static struct place
in_file(const char *path)
{
    return (struct place){.file = path};
}

static bool
is_wanted(const struct run *r, const struct conf_edition *e)
{
    return !r->request->formats || (r->request->formats & 1u << e->format);
}

static struct publication *
add_publication(struct run *r, const struct conf_manifest *m, const char *name)
{
    struct publication *p = ARENA_NEW(r->arena, struct publication);
    p->manifest = m;
    p->name = name;
    for (size_t i = 0; i < m->editions.n; i++)
        if (is_wanted(r, &m->editions.at[i]))
            *vec_add(r->arena, &p->editions) = &m->editions.at[i];
    if (!p->editions.n) {
        diag_at(r->diag, in_file(m->file), DIAG_EDITION_UNKNOWN,
                "no edition has the format that was asked for");
        diag_hint(r->diag, "give one “format: %s”",
                  r->request->formats & BUILD_EPUB ? "epub" : "pdf");
    }
    *vec_add(r->arena, &r->publications) = p;
    return p;
}

/* A name for the files of a folder's publication: the folder's own, also
 * where it was given as "." or "..". */
static const char *
folder_name(struct run *r, const char *dir)
{
    const char *real = file_real_path(r->arena, dir);
    const char *slug = str_slug(r->arena, path_base(real ? real : dir));
    return *slug ? slug : "book";
}

static void
take_manifest(struct run *r, const char *path)
{
    struct conf_context c = {r->arena, r->diag};
    const struct conf_manifest *m = conf_manifest_read(&c, path);
    if (!m)
        return;
    const char *name = str_slug(r->arena, m->title ? m->title : "");
    if (!*name)
        name = folder_name(r, m->dir);
    add_publication(r, m, name);
}

static void
set_articles(struct run *r, struct conf_manifest *m, const char *const *paths,
             size_t n)
{
    m->articles.at = ARENA_ARRAY(r->arena, const char *, n);
    m->articles.places = ARENA_ARRAY(r->arena, struct place, n);
    for (size_t i = 0; i < n; i++)
        m->articles.at[i] = paths[i];
    m->articles.n = n;
}

/* The manifest in a folder: under the shorter ending where only that is there.
 * The path may be of no file. */
static const char *
manifest_in(struct run *r, const char *dir)
{
    const char *path = path_join(r->arena, dir, "fascicle.yaml");
    const char *other = path_join(r->arena, dir, "fascicle.yml");
    return !file_exists(path) && file_exists(other) ? other : path;
}

static void
take_folder(struct run *r, const char *dir)
{
    const char *manifest = manifest_in(r, dir);
    if (file_exists(manifest)) {
        take_manifest(r, manifest);
        return;
    }
    struct conf_context c = {r->arena, r->diag};
    struct conf_manifest *m = conf_manifest_bare(&c, dir);
    struct file_list found = file_glob(r->arena, dir, "*.md");
    size_t n = 0;
    for (size_t i = 0; i < found.n; i++)
        if (!str_eq_nocase(found.at[i], "README.md"))
            found.at[n++] = found.at[i];
    set_articles(r, m, found.at, n);
    if (!n) {
        diag_at(r->diag, in_file(dir), DIAG_NO_ARTICLES,
                "there is neither a fascicle.yaml nor an article (*.md) here");
        found = file_glob(r->arena, dir, "*/*.md");
        if (found.n)
            diag_hint(
                r->diag, "there are articles in the folder “%s”",
                path_join(r->arena, dir, path_dir(r->arena, found.at[0])));
        else
            diag_hint(r->diag,
                      "name the publication's folder: fascicle build DIR");
        return;
    }
    add_publication(r, m, folder_name(r, dir));
}

/* The folder of the publication that an article belongs to: the nearest with
 * a fascicle.yaml, from the article's own up to the one that the run is in, so
 * that images above the article are found. NULL: there is none. */
static const char *
find_root(struct run *r, const char *path)
{
    struct arena *a = r->arena;
    const char *top = file_real_path(a, r->request->dir);
    size_t n = top ? strlen(top) : 0;
    for (const char *dir = path_dir(a, path);; dir = path_dir(a, dir)) {
        const char *real = file_real_path(a, dir);
        if (file_exists(manifest_in(r, dir)))
            return dir;
        /* What stands before a ".." is not what is above it. */
        if (!real || !n || strncmp(real, top, n) != 0 || real[n] != '/' ||
            str_eq(path_base(dir), ".."))
            return NULL;
    }
}

static void
take_article(struct run *r, const char *path)
{
    struct conf_context c = {r->arena, r->diag};
    const char *clean = strstr(path, "..") ? NULL : path_clean(r->arena, path);
    path = clean ? clean : path;
    const char *root = find_root(r, path), *article = path_base(path);
    struct conf_manifest *m =
        conf_manifest_bare(&c, root ? root : path_dir(r->arena, path));
    if (root) {
        const char *manifest = manifest_in(r, root);
        const struct conf_manifest *whole = conf_manifest_read(&c, manifest);
        size_t above = strlen(path_join(r->arena, root, "x")) - 1;
        article = path + (str_eq(root, ".") ? 0 : above);
        m->language = whole->language;
        m->direction = whole->direction;
        m->publisher = whole->publisher;
        m->site = whole->site;
        m->assets = whole->assets;
    }
    article = arena_str(r->arena, article);
    set_articles(r, m, &article, 1);
    const char *name = str_slug(r->arena, path_stem(r->arena, path));
    add_publication(r, m, *name ? name : "article");
}

static const char *
join_names(struct run *r, const char *const *names, size_t n)
{
    const char *all = names[0];
    for (size_t i = 1; i < n; i++)
        all = arena_printf(r->arena, "%s, %s", all, names[i]);
    return all;
}

/* Keeps of the folder's own publication the editions that were named. */
static void
choose_edition(struct run *r, struct publication **chosen, const char *name)
{
    struct conf_context c = {r->arena, r->diag};
    const char *path = manifest_in(r, r->request->dir);
    const struct conf_manifest *m =
        *chosen ? (*chosen)->manifest
                : (file_exists(path) ? conf_manifest_read(&c, path) : NULL);
    size_t n = m ? m->editions.n : 0;
    const char **names = ARENA_ARRAY(r->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        names[i] = m->editions.at[i].name;
        if (!str_eq(names[i], name))
            continue;
        if (!*chosen) {
            take_manifest(r, path);
            if (!r->publications.n)
                return;
            *chosen = r->publications.at[r->publications.n - 1];
            (*chosen)->editions.n = 0;
        }
        const struct conf_edition *e = &(*chosen)->manifest->editions.at[i];
        bool again = false;
        for (size_t j = 0; j < (*chosen)->editions.n; j++)
            again = again || (*chosen)->editions.at[j] == e;
        if (is_wanted(r, e) && !again)
            *vec_add(r->arena, &(*chosen)->editions) = e;
        return;
    }
    diag_at(r->diag, in_file(m ? path : NULL), DIAG_EDITION_UNKNOWN,
            "“%s” is neither a file, a folder nor an edition", name);
    const char *near = str_nearest(name, names, n);
    if (near)
        diag_hint(r->diag, "did you mean the edition “%s”?", near);
    else if (n)
        diag_hint(r->diag, "the editions are: %s", join_names(r, names, n));
}

/* Whether a path was named before, however it was written. */
static bool
was_named(struct run *r, const char *path)
{
    const char *real = file_real_path(r->arena, path);
    if (!real)
        return false;
    if (map_get(r->named, real))
        return true;
    map_set(r->named, real, r);
    return false;
}

static void
take_argument(struct run *r, struct publication **chosen, const char *word)
{
    const char *path = path_join(r->arena, r->request->dir, word);
    if (was_named(r, path))
        return;
    if (file_is_dir(path))
        take_folder(r, path);
    else if (str_eq(path_base(path), "fascicle.yaml") ||
             str_eq(path_base(path), "fascicle.yml"))
        take_manifest(r, path);
    else if (file_exists(path) || str_ends(word, ".md"))
        take_article(r, path);
    else
        choose_edition(r, chosen, word);
}

static void
find_publications(struct run *r)
{
    if (!file_is_dir(r->request->dir)) {
        diag_at(r->diag, in_file(r->request->dir), DIAG_FILE_UNREADABLE,
                "there is no such folder");
        return;
    }
    struct publication *chosen = NULL;
    for (size_t i = 0; i < r->request->argument_count; i++)
        take_argument(r, &chosen, r->request->arguments[i]);
    if (!r->request->argument_count)
        take_folder(r, r->request->dir);
}

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

/* Finds outputs that would overwrite each other, before any is written. */
static void
check_names(struct run *r, const struct publication *p)
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

static void
build_editions(struct run *r, const struct publication *p,
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

/* The first edition of the format that a dump shows, or the default one. */
static void
dump_publication(struct run *r, const struct publication *p,
                 const struct doc_book *book)
{
    static const int formats[] = {[BUILD_PAGES] = CONF_PDF,
                                  [BUILD_TAGS] = CONF_PDF,
                                  [BUILD_XHTML] = CONF_EPUB};
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    if (r->request->dump == BUILD_TREE)
        doc_dump(book, NULL, &out);
    for (size_t i = 0; r->request->dump != BUILD_TREE && i < p->editions.n;
         i++) {
        const struct conf_edition *e = p->editions.at[i];
        if (e->format != formats[r->request->dump])
            continue;
        struct edition_job job = {r, p->manifest, e, book};
        backends[e->format]->dump(&job, r->request->dump, &out);
        break;
    }
    fwrite(out.at, 1, out.n, stdout);
    buf_free(&out);
}

/* The face that the first printed edition is set in, for the colophon. */
static const char *
publication_typefaces(struct run *r, const struct publication *p,
                      const struct doc_book *book)
{
    for (size_t i = 0; i < p->manifest->editions.n; i++) {
        const struct conf_edition *e = &p->manifest->editions.at[i];
        struct edition_job job = {r, p->manifest, e, book};
        if (e->format == CONF_PDF)
            return edition_typeface(&job);
    }
    return NULL;
}

static void
build_publication(struct run *r, const struct publication *p)
{
    struct read_options options = {r->request->drafts, r->now};
    struct doc_book *book = read_book(p->manifest, &options, r->diag);
    if (!book)
        return;
    /* Without an article there is nothing to make, and why was said. */
    if (book->root->first) {
        book->typefaces = publication_typefaces(r, p, book);
        xform_run(book, r->diag);
        if (r->request->command == BUILD_DUMP)
            dump_publication(r, p, book);
        else
            build_editions(r, p, book);
    }
    doc_free(book);
}

static void
clean_publication(struct run *r, const struct publication *p)
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

bool
run_failed(const struct run *r)
{
    enum diag_severity least = r->request->strict ? DIAG_WARNING : DIAG_ERROR;
    return diag_count(r->diag, least) > 0;
}

static void
run_all(struct run *r)
{
    if (!clock_read(&r->now)) {
        diag_at(r->diag, in_file(NULL), DIAG_EPOCH_INVALID,
                "SOURCE_DATE_EPOCH is no whole number of seconds");
        return;
    }
    r->data = data_dir(r);
    r->fonts = style_fonts_open(path_join(r->arena, r->data, "fonts"), r->diag);
    find_publications(r);
    for (size_t i = 0;
         r->request->command == BUILD_BUILD && i < r->publications.n; i++)
        check_names(r, r->publications.at[i]);
    for (size_t i = 0; i < r->publications.n; i++) {
        if (r->request->command == BUILD_CLEAN)
            clean_publication(r, r->publications.at[i]);
        else
            build_publication(r, r->publications.at[i]);
    }
    style_fonts_free(r->fonts);
}

/* A check's machine-readable report is its data; all else is a message. */
static FILE *
report_stream(const struct build_request *q)
{
    return q->command == BUILD_CHECK && q->report != DIAG_TEXT ? stdout
                                                               : stderr;
}

int
build_run(const struct build_request *request)
{
    struct arena *arena = arena_new();
    struct run r = {.request = request, .arena = arena, .diag = diag_new()};
    r.taken = map_new(arena);
    r.named = map_new(arena);
    read_begin();
    run_all(&r);
    int status = run_failed(&r);
    diag_print(r.diag, request->report, FASCICLE_VERSION, request->colour,
               request->quiet ? DIAG_ERROR : DIAG_NOTE, report_stream(request));
    diag_free(r.diag);
    arena_free(arena);
    return status;
}
