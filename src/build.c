/* SPDX-License-Identifier: MIT */
/* The whole pipeline on one page: a request names publications; each is read
 * into one tree, passed through the transforms, and handed to the backend of
 * each of its editions. Outputs appear only when all went well. */
#include "build.h"

#include "build_int.h"
#include "xform/xform.h"

const struct backend *const backends[] = {
    [CONF_EPUB] = &backend_epub,
    [CONF_PDF] = &backend_pdf,
    [CONF_PNG] = &backend_png,
};

/* The first edition of the work that has what a dump shows. */
static void
dump_work(struct run *r, const struct work *w, const struct doc_book *book)
{
    bool epub = r->request->dump == BUILD_XHTML;
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    if (r->request->dump == BUILD_TREE)
        doc_dump(book, NULL, &out);
    for (size_t i = 0; r->request->dump != BUILD_TREE && i < w->editions.n;
         i++) {
        const struct conf_edition *e = w->editions.at[i];
        if ((e->format == CONF_EPUB) != epub)
            continue;
        struct edition_job job = {r, w->manifest, e, book, NULL, NULL};
        backends[e->format]->dump(&job, r->request->dump, &out);
        break;
    }
    fwrite(out.at, 1, out.n, stdout);
    buf_free(&out);
}

/* The manifest's edition, or what the command's settings made of it. */
static const struct conf_edition *
edition_now(const struct work *w, size_t i)
{
    const struct conf_edition *e = &w->manifest->editions.at[i];
    for (size_t k = 0; k < w->editions.n; k++)
        if (str_eq(w->editions.at[k]->name, e->name))
            return w->editions.at[k];
    return e;
}

/* The faces that the book's first printed edition is set in, and those of its
 * large print, for the colophon; whichever of its editions are made now. */
static const char *
typefaces_of(struct run *r, const struct work *w, const struct doc_book *book)
{
    const struct conf_edition *printed = NULL;
    for (size_t i = 0; i < w->manifest->editions.n; i++) {
        const struct conf_edition *e = edition_now(w, i);
        bool same = conf_same_book(e, w->editions.at[0]);
        if (e->format != CONF_EPUB && (!printed || same))
            printed = e;
        if (printed && same && printed == e)
            break;
    }
    struct edition_job job = {r, w->manifest, printed, book, NULL, NULL};
    const char *faces = printed ? edition_typefaces(&job, NULL) : NULL;
    for (size_t i = 0; i < w->manifest->editions.n; i++) {
        job.edition = edition_now(w, i);
        if (job.edition->profile && job.edition != printed &&
            job.edition->format != CONF_EPUB &&
            conf_same_book(job.edition, w->editions.at[0]))
            faces = edition_typefaces(&job, faces);
    }
    return faces;
}

static void
make_work(struct run *r, struct work *w)
{
    struct read_options options = {.drafts = r->request->drafts,
                                   .now = r->now,
                                   .single = w->slug != NULL,
                                   .parallel = w->parallel,
                                   .catalog = w->catalog};
    r->said = diag_count(r->diag, DIAG_NOTE);
    struct doc_book *book = read_book(w->manifest, &options, r->diag);
    /* Without an article there is nothing to make, and why was said. */
    if (book->root->first) {
        book->typefaces = typefaces_of(r, w, book);
        xform_run(book, r->diag);
        if (r->request->command == BUILD_DUMP)
            dump_work(r, w, book);
        else
            make_outputs(r, w, book);
    }
    doc_free(book);
}

/* What is shown of a publication is what it is made of first, unless editions
 * were named. */
static bool
is_shown(const struct run *r, const struct work *w)
{
    return r->request->command != BUILD_DUMP ||
           conf_same_book(w->editions.at[0], w->publication->editions.at[0]);
}

static void
build_publication(struct run *r, const struct publication *p)
{
    for (size_t i = 0; i < p->works->at.n; i++)
        if (is_shown(r, p->works->at.at[i]))
            make_work(r, p->works->at.at[i]);
    finish_outputs(r, p->works);
}

/* Does with each work of the run what has to be done before any is made. */
static void
each_work(struct run *r, void (*visit)(struct run *r, const struct work *w))
{
    for (size_t i = 0; i < r->publications.n; i++) {
        const struct works *works = r->publications.at[i]->works;
        for (size_t k = 0; k < works->at.n; k++)
            visit(r, works->at.at[k]);
    }
}

static void
build_all(struct run *r)
{
    for (size_t i = 0; i < r->publications.n; i++)
        r->publications.at[i]->works = find_works(r, r->publications.at[i]);
    if (r->request->command == BUILD_CLEAN) {
        each_work(r, clean_outputs);
        return;
    }
    if (r->request->command == BUILD_BUILD)
        each_work(r, check_outputs);
    for (size_t i = 0; i < r->publications.n; i++)
        build_publication(r, r->publications.at[i]);
}

bool
run_failed(const struct run *r)
{
    enum diag_severity least = r->request->strict ? DIAG_WARNING : DIAG_ERROR;
    return diag_count(r->diag, least) > 0;
}

/* Finds settings that no edition took. */
static void
check_settings(struct run *r)
{
    const struct build_request *q = r->request;
    for (size_t i = 0; i < q->setting_count && !run_failed(r); i++) {
        if (map_get(r->settings, q->settings[i]))
            continue;
        diag_at(r->diag, in_file(NULL), DIAG_EDITION_UNKNOWN,
                "--set %s is for editions of another format than those that "
                "are made",
                q->settings[i]);
        diag_hint(r->diag, "name an edition, or give another --format");
    }
}

/* Finds options that change nothing, since no PNG is made. */
static void
check_png_options(struct run *r)
{
    const struct build_request *q = r->request;
    if (!q->resolution && !q->pages && !q->spreads && !q->contact_sheet)
        return;
    for (size_t i = 0; i < r->publications.n; i++)
        for (size_t j = 0; j < r->publications.at[i]->editions.n; j++)
            if (r->publications.at[i]->editions.at[j]->format == CONF_PNG)
                return;
    diag_at(r->diag, in_file(NULL), DIAG_EDITION_UNKNOWN,
            "%s is for PNG, and none is made",
            q->resolution ? "--resolution"
            : q->pages    ? "--pages"
            : q->spreads  ? "--spreads"
                          : "--contact-sheet");
    diag_hint(r->diag, "add --format png");
}

static void
run_all(struct run *r)
{
    if (!clock_read(&r->now)) {
        diag_at(r->diag, in_file(NULL), DIAG_EPOCH_INVALID,
                "SOURCE_DATE_EPOCH is no time before the year 10000 in whole "
                "seconds since 1970");
        diag_hint(r->diag,
                  "for example: SOURCE_DATE_EPOCH=$(git log -1 --format=%%ct)");
        return;
    }
    r->data = data_dir(r);
    r->fonts = style_fonts_open(path_join(r->arena, r->data, "fonts"), r->diag);
    find_publications(r);
    if (r->publications.n) {
        check_png_options(r);
        check_evidence_option(r);
        check_settings(r);
    }
    build_all(r);
    close_libraries(r);
    style_fonts_free(r->fonts);
}

/* Does what the command asks. */
static void
run_command(struct run *r)
{
    read_begin();
    if (r->request->command == BUILD_VERIFY)
        verify_arguments(r);
    else
        run_all(r);
}

/* A check's machine-readable report is its data; all else is a message. */
static FILE *
report_stream(const struct build_request *q)
{
    bool checks = q->command == BUILD_CHECK || q->command == BUILD_VERIFY;
    return checks && q->report != DIAG_TEXT ? stdout : stderr;
}

_Static_assert((int)BUILD_LEAST_DPI == CONF_LEAST_DPI &&
                   (int)BUILD_MOST_DPI == CONF_MOST_DPI,
               "an option takes what its key takes");

int
build_run(const struct build_request *request)
{
    struct arena *arena = arena_new();
    struct run r = {.request = request, .arena = arena, .diag = diag_new()};
    r.taken = map_new(arena);
    r.written = map_new(arena);
    r.named = map_new(arena);
    r.libraries = map_new(arena);
    r.settings = map_new(arena);
    run_command(&r);
    int status = run_failed(&r);
    diag_print(r.diag, request->report, FASCICLE_VERSION, request->colour,
               request->quiet ? DIAG_ERROR : DIAG_NOTE, report_stream(request));
    diag_free(r.diag);
    arena_free(arena);
    return status;
}
