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

/* The first edition that has what a dump shows. */
static void
dump_publication(struct run *r, const struct publication *p,
                 const struct doc_book *book)
{
    bool epub = r->request->dump == BUILD_XHTML;
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    if (r->request->dump == BUILD_TREE)
        doc_dump(book, NULL, &out);
    for (size_t i = 0; r->request->dump != BUILD_TREE && i < p->editions.n;
         i++) {
        const struct conf_edition *e = p->editions.at[i];
        if ((e->format == CONF_EPUB) != epub)
            continue;
        struct edition_job job = {r, p->manifest, e, book, NULL, NULL};
        backends[e->format]->dump(&job, r->request->dump, &out);
        break;
    }
    fwrite(out.at, 1, out.n, stdout);
    buf_free(&out);
}

/* The faces that the first printed edition is set in, for the colophon. */
static const char *
publication_typefaces(struct run *r, const struct publication *p,
                      const struct doc_book *book)
{
    for (size_t i = 0; i < p->manifest->editions.n; i++) {
        const struct conf_edition *e = &p->manifest->editions.at[i];
        struct edition_job job = {r, p->manifest, e, book, NULL, NULL};
        if (e->format != CONF_EPUB)
            return edition_typefaces(&job);
    }
    return NULL;
}

static void
build_publication(struct run *r, const struct publication *p)
{
    struct read_options options = {r->request->drafts, r->now};
    r->said = diag_count(r->diag, DIAG_NOTE);
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
            make_outputs(r, p, book);
    }
    doc_free(book);
}

bool
run_failed(const struct run *r)
{
    enum diag_severity least = r->request->strict ? DIAG_WARNING : DIAG_ERROR;
    return diag_count(r->diag, least) > 0;
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
    }
    for (size_t i = 0;
         r->request->command == BUILD_BUILD && i < r->publications.n; i++)
        check_outputs(r, r->publications.at[i]);
    for (size_t i = 0; i < r->publications.n; i++) {
        if (r->request->command == BUILD_CLEAN)
            clean_outputs(r, r->publications.at[i]);
        else
            build_publication(r, r->publications.at[i]);
    }
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
    run_command(&r);
    int status = run_failed(&r);
    diag_print(r.diag, request->report, FASCICLE_VERSION, request->colour,
               request->quiet ? DIAG_ERROR : DIAG_NOTE, report_stream(request));
    diag_free(r.diag);
    arena_free(arena);
    return status;
}
