/* SPDX-License-Identifier: MIT */
/* What editions of every format need: the program's data, stylesheets,
 * layout. */
#include <stdlib.h>
#include <string.h>

#include "build_int.h"
#include "proof/proof.h"

const char producer[] = "fascicle " FASCICLE_VERSION;

const char *
data_dir(struct run *r)
{
    const char *set = getenv("FASCICLE_DATA");
    if (set && *set)
        return set;
    const char *program = file_real_path(r->arena, "/proc/self/exe");
    const char *bin = path_dir(r->arena, program ? program : "");
    static const char *const places[] = {"..", "../share/fascicle", "../.."};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *dir =
            path_clean(r->arena, path_join(r->arena, bin, places[i]));
        const char *base = path_join(r->arena, dir, "styles/base.css");
        if (file_exists(base))
            return dir;
    }
    return "/usr/local/share/fascicle";
}

static bool
is_inside(struct run *r, const char *dir, const char *path)
{
    const char *root = file_real_path(r->arena, *dir ? dir : ".");
    const char *real = file_real_path(r->arena, path);
    size_t n = root ? strlen(root) : 0;
    return n && real && strncmp(root, real, n) == 0 &&
           (real[n] == '/' || root[n - 1] == '/');
}

/* The edition's own stylesheet: in the publication's folder, or one of the
 * program's. False, with a message, where it is neither. */
static bool
find_style(const struct edition_job *job, const char *own,
           struct style_source *source)
{
    struct run *r = job->run;
    struct place at = job->edition->style_at;
    const char *clean = own[0] == '/' ? NULL : path_clean(r->arena, own);
    const char *path =
        clean ? path_join(r->arena, job->manifest->dir, clean) : NULL;
    if (path && !file_exists(path)) {
        const char *shipped = path_join(r->arena, r->data, clean);
        if (file_exists(shipped)) {
            *source = (struct style_source){shipped, clean};
            return true;
        }
        diag_at(r->diag, at, DIAG_FILE_UNREADABLE,
                "there is no stylesheet “%s”", own);
        diag_hint(r->diag, "one of your own, or styles/story.css or "
                           "styles/handout.css, which come with the program");
        return false;
    }
    if (!path || !is_inside(r, job->manifest->dir, path)) {
        diag_at(r->diag, at, DIAG_FILE_OUTSIDE,
                "“%s” is outside the publication's folder", own);
        diag_hint(r->diag, "copy it into the folder");
        return false;
    }
    *source = (struct style_source){path, path};
    return true;
}

enum { MOST_SOURCES = 3 };

/* How many there are; 0, with a message, where one is not there. */
static size_t
find_sources(const struct edition_job *job,
             struct style_source sources[MOST_SOURCES])
{
    struct run *r = job->run;
    const char *own = job->edition->style;
    sources[0] = (struct style_source){
        path_join(r->arena, r->data, "styles/base.css"), "styles/base.css"};
    sources[1] = (struct style_source){
        path_join(r->arena, r->data, "styles/story.css"), "styles/story.css"};
    if (own && !find_style(job, own, &sources[1]))
        return 0;
    return 2 + profile_source(job, &sources[2]);
}

struct style_sheet *
edition_screen_sheet(const struct edition_job *job, bool dark)
{
    struct style_source sources[MOST_SOURCES];
    size_t n = find_sources(job, sources);
    if (!n)
        return NULL;
    struct style_sheet *sheet = style_read_screen(sources, n, dark);
    if (sheet)
        style_set_language(sheet, job->book->lang);
    return sheet;
}

struct style_sheet *
edition_sheet(const struct edition_job *job)
{
    struct run *r = job->run;
    struct style_source sources[MOST_SOURCES];
    size_t n = find_sources(job, sources);
    if (!n)
        return NULL;
    struct style_sheet *sheet = job->edition->format == CONF_EPUB
                                    ? style_read_epub(sources, n, r->diag)
                                    : style_read(sources, n, r->diag);
    if (sheet)
        style_set_language(sheet, job->book->lang);
    if (sheet && job->edition->page.width)
        style_set_page_size(sheet, job->edition->page.width,
                            job->edition->page.height);
    if (sheet && job->edition->format != CONF_EPUB)
        profile_apply(job, sheet);
    return sheet;
}

char *
first_family(struct arena *a, const char *families)
{
    return str_trim(a, arena_strn(a, families, strcspn(families, ",")));
}

struct layout_options
edition_layout_options(const struct edition_job *job)
{
    return (struct layout_options){
        .hyphen_dir = path_join(job->run->arena, job->run->data, "hyphen"),
        .cover = job->edition->cover && !job->edition->press.on,
        .captions = job->edition->contact_sheet,
        .whole_words = job->edition->profile != CONF_NO_PROFILE,
        .version = FASCICLE_VERSION,
    };
}

/* Reads the pictures that the stylesheet puts behind boxes, each once a run. */
static void
read_pictures(const struct edition_job *job, struct style_sheet *sheet)
{
    struct run *r = job->run;
    size_t n;
    struct style_image **images = style_images(sheet, &n);
    for (size_t i = 0; i < n; i++) {
        struct style_image *image = images[i];
        if (!r->pictures)
            r->pictures = map_new(r->arena);
        image->asset = map_get(r->pictures, image->path);
        if (image->asset)
            continue;
        image->asset = read_picture(r->arena, image->path, image->shown,
                                    image->at, r->diag);
        map_set(r->pictures, image->path, (void *)(uintptr_t)image->asset);
    }
}

void
edition_lay_out_single(const struct edition_job *job, struct style_sheet *sheet,
                       const struct doc_node *division, struct diag *d,
                       layout_sink *sink, void *to)
{
    struct layout_options options = edition_layout_options(job);
    read_pictures(job, sheet);
    struct style_fonts *fonts = edition_fonts(job, sheet, division);
    layout_single(job->book, division, sheet, fonts, &options, d, sink, to);
    edition_check_page_contrast(job, sheet, division);
    edition_fonts_close(job, fonts);
}

/* A sink behind a proof. */
struct proving {
    struct proof *proof;
    layout_sink *sink;
    void *to;
};

static void
prove_page(void *to, const struct layout_page *page)
{
    struct proving *p = to;
    proof_page(p->proof, page);
    if (p->sink)
        p->sink(p->to, page);
}

void
edition_lay_out(const struct edition_job *job, struct style_sheet *sheet,
                layout_sink *sink, void *to)
{
    struct layout_options options = edition_layout_options(job);
    read_pictures(job, sheet);
    struct style_fonts *fonts = edition_fonts(job, sheet, job->book->root);
    edition_fit(job, sheet, fonts, &options);
    struct proving p = {profile_proof(job, sheet), sink, to};
    layout_book(job->book, sheet, fonts, &options, job->run->diag,
                p.proof ? prove_page : sink, p.proof ? &p : to);
    if (p.proof)
        proof_end(p.proof);
    edition_fonts_close(job, fonts);
}
