/* SPDX-License-Identifier: MIT */
/* What the files of the pipeline share. */
#ifndef BUILD_INT_H
#define BUILD_INT_H

#include "build.h"
#include "conf/conf.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "read/read.h"
#include "style/style.h"
#include "verify/verify.h"

/* What a user named: a manifest's publication, an article, or a folder. */
struct publication {
    const struct conf_manifest *manifest;
    const char *name; /* of output files, without an extension */
    VEC(const struct conf_edition *) editions;
    const struct works *works; /* once they are known */
};

/* One book of a publication, and the editions that are made of it: all of its
 * articles, or one that is published alone. */
struct work {
    const struct publication *publication;
    const struct conf_manifest *manifest; /* as this book has it */
    const struct doc_catalog *catalog;    /* where it may lack articles */
    const char *slug; /* of the one article, or NULL: the whole book */
    enum doc_parallel parallel; /* the article stands beside its translation */
    const char *lang; /* that its outputs' names say: not the main one; or NULL
                       */
    VEC(const struct conf_edition *) editions;
    struct output *outputs; /* one an edition, once they are made */
};

/* One run of the program. */
struct run {
    const struct build_request *request;
    struct arena *arena;
    struct diag *diag;
    int64_t now;
    const char *data; /* folder with fonts, styles and hyphen */
    struct style_fonts *fonts;
    struct map *libraries; /* folders' paths → struct style_library */
    struct map *pictures; /* paths of stylesheets' pictures → struct doc_asset;
                             NULL: none was read */
    struct map *taken;    /* names of this run's outputs */
    struct map *written;  /* paths of their files */
    struct map *named;    /* arguments, as real paths */
    struct map *settings; /* those of the request that an edition took */
    size_t said;          /* messages before the work that is made */
    VEC(struct publication *) publications;
};

struct output_file {
    const char *path;
    struct file_out *to;
    bool unclaimed; /* a PDF for a printer alone */
    bool verified;
    struct verify_result found; /* once it was */
};

/* What is made of an edition: a file, or several. */
struct output {
    const char *path; /* the names of several files begin as its does */
    VEC(struct output_file) files;
    const struct conf_edition *edition;
    size_t said, until;      /* the messages from its making */
    VEC(const char *) twins; /* names of outputs found to say the same */
    bool fitted, thrifty;    /* edition_fit() was asked, and what it said */
    struct style_scale scale;
};

/* One edition of one publication to be made. */
struct edition_job {
    struct run *run;
    const struct conf_manifest *manifest;
    const struct conf_edition *edition;
    const struct doc_book *book;
    struct output *output;   /* NULL while something is dumped */
    struct doc_pages *pages; /* PDF: to be filled with where its pages begin;
                                EPUB: those of its print twin; or NULL */
};

/* A format: how an edition of it is made and how its stages are shown. */
struct backend {
    const char *extension;
    void (*make)(const struct edition_job *job);
    void (*dump)(const struct edition_job *job, enum build_dump what,
                 struct buf *out);
    /* Whether a file, perhaps a temporary one, is among those that builds of
     * the edition write, whose output is at `path`; NULL: it is that alone. */
    bool (*owns)(struct run *r, const struct conf_edition *e, const char *path,
                 const char *file);
};

/* By enum conf_output. */
extern const struct backend *const backends[];
extern const struct backend backend_epub, backend_pdf, backend_png;

/* The file as a whole, for messages. */
static inline struct place
in_file(const char *path)
{
    return (struct place){.file = path};
}

/* Whether what was found so far lets nothing be written. */
bool run_failed(const struct run *r);

/* build_publications.c: adds what the arguments name to the run. */
void find_publications(struct run *r);

/* build_works.c: the books that the publication's editions are made of, in the
 * run's arena, in the order of its editions. */
struct works {
    VEC(struct work *) at;
    struct map *by_key; /* what makes a book another → its struct work */
    const struct doc_catalog *catalog; /* of all articles, or NULL */
};
struct works *find_works(struct run *r, const struct publication *p);

/* build_languages.c: the works of an edition of a publication in several
 * languages. */
void find_works_in_languages(struct run *r, struct works *works,
                             const struct publication *p,
                             const struct conf_edition *e);

/* Adds the edition to the work with the key, or to a new one, made of the
 * manifest; `entry` is of its article, or NULL. Returns it. */
struct work *add_to_work(struct run *r, struct works *works,
                         const struct publication *p,
                         const struct conf_edition *e, const char *key,
                         const struct conf_manifest *manifest,
                         const struct doc_entry *entry);

/* The manifest as one article has it that is published alone. */
const struct conf_manifest *manifest_of_one(struct run *r,
                                            const struct conf_manifest *m,
                                            const struct doc_entry *entry);

/* The manifest `m` as an edition with articles of its own has it. */
const struct conf_manifest *manifest_of_some(struct run *r,
                                             const struct conf_manifest *m,
                                             const struct conf_edition *e);

/* build_outputs.c. Finds outputs that would overwrite each other, before any
 * is written. */
void check_outputs(struct run *r, const struct work *w);

/* Makes and checks all outputs of a work under temporary names. */
void make_outputs(struct run *r, struct work *w, const struct doc_book *book);

/* Lets all outputs of the works appear, or none where anything is wrong. */
void finish_outputs(struct run *r, const struct works *works);

/* Opens another file of the job's output under a name in the output's folder:
 * one that takes nothing when only a check was asked for or when an error is
 * known already, so that the rest is found as well. */
struct file_out *output_open(const struct edition_job *job, const char *path);

/* Hands the output's last file to the file system, so that it takes no
 * descriptor while others are written. */
void output_close(const struct edition_job *job);

/* Gives the output's file `i` another name in the same folder. */
void output_rename(const struct edition_job *job, size_t i, const char *path);

/* build_evidence.c. Whether the edition's output gets evidence beside it, and
 * the endings that the names of its files add to the output's. */
bool wants_evidence(const struct run *r, const struct conf_manifest *m,
                    const struct conf_edition *e);
enum { EVIDENCE_FILES = 2 };
extern const char *const evidence_endings[EVIDENCE_FILES];

/* build_sheets.c. The files beside the PDF of an edition with `impose`: sheets,
 * and how to print them. */
enum { SHEETS_FILES = 2 };

/* build_press.c. The files beside the inside of an edition with `press`: its
 * cover, and what both are. press_name() is the inside's name. */
enum { PRESS_FILES = 2 };
const char *press_name(struct arena *a, const char *name);
const char *press_path(struct arena *a, const char *output, size_t i);

const char *sheets_path(struct arena *a, const char *output, size_t i);

/* Adds the files of evidence to an output that is whole, one of the
 * publication's `n`. */
void make_evidence(const struct edition_job *job, const struct output *all,
                   size_t n);

/* Tells of evidence that lies beside an output, from a build before this one,
 * and is of another file. */
void tell_stale_evidence(struct run *r, const char *output);

/* Finds that evidence is asked for and nothing made that gets it. */
void check_evidence_option(struct run *r);

/* build_verify.c: checks the files that the arguments name. */
void verify_arguments(struct run *r);

/* Reads an output's closed files back and checks those that were not yet: what
 * one claims is to be true before anybody sees it. */
void verify_output(struct run *r, struct output *o);

/* build_parity.c: finds what an EPUB and a PDF of the work do not both
 * say, once they are written. */
void compare_outputs(struct run *r, const struct work *w,
                     const struct doc_book *book);

/* Removes what a build made or left behind half made. */
void clean_outputs(struct run *r, const struct work *w);

/* build_editions.c. The program's own data: beside the executable's folder in a
 * source tree, in ../share/fascicle when installed. */
const char *data_dir(struct run *r);

/* The sheets of an edition: base.css, then its own or story.css. NULL, with
 * a message, where nothing could be read. */
struct style_sheet *edition_sheet(const struct edition_job *job);

/* The same as a screen with a light or a dark page shows them; its messages
 * are edition_sheet()'s. */
struct style_sheet *edition_screen_sheet(const struct edition_job *job,
                                         bool dark);

/* build_profile.c. The stylesheet of the edition's profile, over all others:
 * how many that are, 0 or 1. */
size_t profile_source(const struct edition_job *job,
                      struct style_source *source);

/* Sets the size of the text, and of the page where a profile needs another
 * than the stylesheet's. */
void profile_apply(const struct edition_job *job, struct style_sheet *sheet);

/* A proof of the edition's profile, to be given its pages; NULL where it has
 * none. */
struct proof *profile_proof(const struct edition_job *job,
                            struct style_sheet *sheet);

/* Adds the size of an EPUB's text to its stylesheet, of the reader's own. */
void profile_write_size(const struct edition_job *job, struct buf *css);

/* Proves what an EPUB's stylesheet says for screens. */
void profile_prove_screen(const struct edition_job *job);

/* What a text that has to fit keeps: sizes in Pango units; distances of lines,
 * and of space between blocks what is left, in thousandths. */
struct fit_limits {
    int body, least;
    int leading;
    int space;
};

/* What the edition's profile, or the size that was asked for, says of them. */
void profile_limit(const struct conf_edition *e, struct fit_limits *limits);

/* build_contrast.c. The pairs of text and ground of an edition: on paper, or
 * of an EPUB on a light page and, where its stylesheet knows one, a dark page;
 * in the run's arena. */
struct edition_contrast {
    struct style_contrast at[2];
    const char *page[2]; /* "paper", "light", "dark" */
    size_t n;
    bool fixed_display; /* style_is_fixed() */
};
struct edition_contrast edition_contrast(const struct edition_job *job);

/* Warns of each pair that has too little; a page on which nothing has a colour
 * of its own is left out. */
struct edition_contrast edition_check_contrast(const struct edition_job *job);

/* Warns of such pairs on one page that is drawn as a picture. */
void edition_check_page_contrast(const struct edition_job *job,
                                 struct style_sheet *sheet,
                                 const struct doc_node *page);

/* build_claim.c. What the manifest's evaluator says of an EPUB, in the run's
 * arena; NULL where nobody is named, or where a warning says what stands
 * against it. */
struct epub_claim;
const struct epub_claim *edition_claim(const struct edition_job *job,
                                       const struct edition_contrast *contrast);

/* The first of a list of families, in the arena. */
char *first_family(struct arena *a, const char *families);

/* What layout is to be told of the edition. */
struct layout_options edition_layout_options(const struct edition_job *job);

/* Lays the edition's book out, page by page into the sink. */
void edition_lay_out(const struct edition_job *job, struct style_sheet *sheet,
                     layout_sink *sink, void *to);

/* Lays out one division that fills one page, in the book or beside it. */
void edition_lay_out_single(const struct edition_job *job,
                            struct style_sheet *sheet,
                            const struct doc_node *division, struct diag *d,
                            layout_sink *sink, void *to);

/* build_fit.c. The size of most of the book's text. */
int edition_text_size(const struct edition_job *job, struct style_sheet *sheet);

/* build_fit.c. Where the edition is to have at most so many pages, puts the
 * sheet on the scale that is nearest to the stylesheet's own and has no more,
 * and has the options thrifty; says where there is none. The job's output keeps
 * what was found. */
void edition_fit(const struct edition_job *job, struct style_sheet *sheet,
                 struct style_fonts *fonts, struct layout_options *options);

/* Puts another reading of the sheet on the scale that was found. */
void edition_fit_again(const struct edition_job *job,
                       struct style_sheet *sheet);

/* build_wrap.c. A printed cover as one page: back, spine and front, in the
 * order in which they lie when the outside is up, each of the trimmed size;
 * lengths in Pango units. `identifier`: whose bar code the back has if it is
 * an ISBN. The spine says nothing where it is less than WRAP_SPINE wide. What
 * reaches an outer edge goes on beyond it for a bleed, if only pictures of it
 * do: the backgrounds are the page's first rectangles. */
/* How wide the spine of so many pages is: each leaf as thick as the edition's
 * paper. */
int edition_spine(const struct edition_job *job, size_t pages);
enum { WRAP_SPINE = 6 * 72 * STYLE_PT * 10 / 254 };
void edition_lay_out_wrap(const struct edition_job *job, int width, int height,
                          int spine, const char *identifier, layout_sink *sink,
                          void *to);

/* build_picture.c: the edition's one picture instead of its pages. */
void make_picture(const struct edition_job *job);

/* Its page; for a dump. */
void edition_lay_out_picture(const struct edition_job *job,
                             struct style_sheet *sheet, layout_sink *sink,
                             void *to);

/* build_pages.c. Lays the book out as above, and notes in the job's pages, if
 * it has any, where each page begins. */
void edition_lay_out_noting(const struct edition_job *job,
                            struct style_sheet *sheet, layout_sink *sink,
                            void *to);

/* The pages of the edition that this one takes its pages from, which is laid
 * out for them alone; NULL where there is none. To be freed. */
struct doc_pages *edition_twin_pages(const struct edition_job *job);

/* build_fonts.c. Shows each node from `root` on with its computed style and
 * its language. */
typedef void edition_visit(void *to, const struct doc_node *node,
                           const struct style *style, const char *lang);
void edition_each_style(const struct edition_job *job,
                        struct style_sheet *sheet, const struct doc_node *root,
                        edition_visit *visit, void *to);

/* The families that the edition is set in, parted by commas, the body's first,
 * behind those of `before`, which may be NULL; in the run's arena. `before`
 * where there is no stylesheet. */
const char *edition_typefaces(const struct edition_job *job,
                              const char *before);

/* The faces for what stands below a node, which is the book's
 * root or part of it; edition_fonts_close() lets go of them. */
struct style_fonts *edition_fonts(const struct edition_job *job,
                                  struct style_sheet *sheet,
                                  const struct doc_node *root);
void edition_fonts_close(const struct edition_job *job,
                         struct style_fonts *fonts);

/* Lets go of what the run read of folders with faces. */
void close_libraries(struct run *r);

/* What made an output, as the output says it. */
extern const char producer[];

#endif
