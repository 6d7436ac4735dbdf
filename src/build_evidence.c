/* SPDX-License-Identifier: MIT */
/* What was checked in an output, and what a person has to check, written
 * beside it. */
#include <string.h>

#include "build_evidence.h"
#include "epub/epub.h"

const char *const evidence_endings[EVIDENCE_FILES] = {".evidence.json",
                                                      ".evidence.pdf"};

bool
wants_evidence(const struct run *r, const struct conf_manifest *m,
               const struct conf_edition *e)
{
    if (e->format == CONF_PNG)
        return false;
    return r->request->evidence ||
           (e->evidence_at.line ? e->evidence : m->evidence);
}

void
check_evidence_option(struct run *r)
{
    if (!r->request->evidence)
        return;
    for (size_t i = 0; i < r->publications.n; i++)
        for (size_t j = 0; j < r->publications.at[i]->editions.n; j++)
            if (r->publications.at[i]->editions.at[j]->format != CONF_PNG)
                return;
    diag_at(r->diag, in_file(NULL), DIAG_EDITION_UNKNOWN,
            "--evidence is for EPUB and PDF, and none is made");
    diag_hint(r->diag, "add --format epub,pdf");
}

/* What a PDF claims, as it was read back. */
static void
take_pdf_claims(const struct verify_claims *claims, struct evidence *e)
{
    struct arena *a = e->arena;
    if (claims->accessible)
        *vec_add(a, &e->claims) = "PDF/UA-1";
    if (claims->archive)
        *vec_add(a, &e->claims) = arena_printf(a, "PDF/A-%d%c", claims->archive,
                                               claims->level | 0x20);
}

static void
digest_text(const struct buf *bytes, char text[2 * HASH_BYTES + 1])
{
    struct hash *h = hash_new();
    uint8_t digest[HASH_BYTES];
    hash_add(h, bytes->at, bytes->n);
    hash_end(h, digest);
    for (size_t i = 0; i < HASH_BYTES; i++)
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
}

void
tell_stale_evidence(struct run *r, const char *output)
{
    const char *record =
        arena_printf(r->arena, "%s%s", output, evidence_endings[0]);
    char digest[2 * HASH_BYTES + 1];
    struct buf json, file;
    if (map_get(r->written, record) || !file_exists(record))
        return;
    buf_init(&json, BUF_LIMIT_OUTPUT);
    buf_init(&file, BUF_LIMIT_OUTPUT);
    bool read = !file_read(record, &json) && !file_read(output, &file);
    digest_text(&file, digest);
    if (read && !strstr(json.at, digest)) {
        diag_at(r->diag, in_file(record), DIAG_EVIDENCE_STALE,
                "this is of an older %s, not of the one that was written now",
                path_base(output));
        diag_hint(r->diag, "build with --evidence, or remove it and its page");
    }
    buf_free(&json);
    buf_free(&file);
}

/* The output's size and SHA-256; false, with a message,
 * where it can't be read back. */
static bool
read_back(struct run *r, const char *path, struct evidence *e)
{
    struct buf bytes;
    buf_init(&bytes, BUF_LIMIT_OUTPUT);
    int error = file_read(path, &bytes);
    if (error)
        diag_at(r->diag, in_file(path), DIAG_FILE_UNREADABLE,
                "the output can't be read back: %s", strerror(error));
    digest_text(&bytes, e->sha256);
    e->bytes = bytes.n;
    buf_free(&bytes);
    return !error;
}

/* Whether a message from the making of one edition is about another too: what
 * is said twice is kept once. */
static bool
is_shared(const struct diag_message *m, const struct conf_edition *one,
          const struct conf_edition *other)
{
    bool of_colours =
        m->id == DIAG_CONTRAST_LOW || m->id == DIAG_CONTRAST_UNKNOWN;
    return str_eq(one->style, other->style) &&
           (of_colours || one->format == other->format);
}

/* Whether message `i` is about this output or what it was made of: rules are
 * about the file that they name; what else was said since the publication was
 * begun, or of its manifest, is about all that is made of it, but for what
 * came from the making of another edition. */
static bool
is_about(const struct edition_job *job, const struct output *all, size_t n,
         const struct diag_message *m, size_t i)
{
    const char *path = job->output->path;
    size_t length = strlen(path);
    if (m->rule)
        return m->at.file && strncmp(m->at.file, path, length) == 0 &&
               (!m->at.file[length] || m->at.file[length] == '/');
    for (size_t k = 0; k < n; k++)
        if (i >= all[k].said && i < all[k].until)
            return is_shared(m, all[k].edition, job->edition);
    return i >= job->run->said ||
           (m->at.file && str_eq(m->at.file, job->manifest->file));
}

static void
take_messages(const struct edition_job *job, const struct output *all, size_t n,
              struct evidence *e)
{
    const struct diag *d = job->run->diag;
    size_t messages = diag_count(d, DIAG_NOTE);
    for (size_t i = 0; i < messages; i++)
        if (is_about(job, all, n, diag_message_at(d, i), i))
            evidence_add_finding(e, diag_message_at(d, i));
}

static void
look(void *to, const struct doc_node *node, const struct style *style,
     const char *lang)
{
    (void)lang;
    evidence_look(to, node, style);
}

static bool
moves(const struct edition_job *job, const struct style_sheet *sheet)
{
    struct buf css;
    buf_init(&css, BUF_LIMIT_OUTPUT);
    style_write_epub(sheet, STYLE_MIXED, &css);
    bool moving = epub_moves(job->book, css.at);
    buf_free(&css);
    return moving;
}

/* What the manifest says of an evaluation, which is one of its EPUBs. */
static void
take_claim(const struct edition_job *job, struct evidence *e,
           const struct edition_contrast *contrast)
{
    const struct conf_manifest *m = job->manifest;
    const struct conf_evaluator *by = &m->evaluator;
    const struct epub_claim *claim = edition_claim(job, contrast);
    if (claim)
        *vec_add(e->arena, &e->claims) = claim->standard;
    e->evaluator = (struct evidence_evaluator){by->name, by->credential,
                                               by->report, by->date};
    if (m->exemption != CONF_EXEMPT_NOT)
        e->exemption = conf_exemption_name(m->exemption);
}

/* What the stylesheet has to say: boxes beside the text, colours, faces. */
static void
take_styles(const struct edition_job *job, struct evidence *e)
{
    bool ebook = job->edition->format == CONF_EPUB;
    struct style_sheet *sheet = edition_sheet(job);
    if (sheet && !ebook)
        edition_each_style(job, sheet, job->book->root, look, e);
    e->moves = sheet && ebook && moves(job, sheet);
    style_free(sheet);
    struct edition_contrast contrast = edition_contrast(job);
    if (ebook)
        take_claim(job, e, &contrast);
    for (size_t i = 0; i < contrast.n; i++)
        *vec_add(e->arena, &e->colours) =
            (struct evidence_colours){contrast.page[i], contrast.at[i]};
    e->typefaces = edition_typefaces(job, NULL);
    e->fonts_embedded =
        job->edition->format == CONF_PDF || job->edition->embed_fonts;
}

static struct evidence *
gather(const struct edition_job *job, const struct output *all, size_t n)
{
    struct run *r = job->run;
    const char *path = job->output->path;
    struct evidence *e = evidence_new(r->arena, job->book);
    e->kind = job->edition->format == CONF_EPUB ? VERIFY_EPUB : VERIFY_PDF;
    e->name = path_base(path);
    e->edition = job->edition->name;
    e->dir = job->manifest->dir;
    e->out_dir = path_dir(r->arena, path);
    e->program = "fascicle";
    e->version = FASCICLE_VERSION;
    e->now = r->now;
    const char *written = file_out_temporary(job->output->files.at[0].to);
    if (!read_back(r, written, e))
        return NULL;
    take_pdf_claims(&job->output->files.at[0].found.claims, e);
    e->verified = job->output->files.at[0].verified;
    for (size_t i = 0; i < job->output->twins.n; i++)
        *vec_add(r->arena, &e->twins) = job->output->twins.at[i];
    take_styles(job, e);
    take_messages(job, all, n, e);
    evidence_finish(e);
    return e;
}

static const char *
path_of(const struct edition_job *job, size_t file)
{
    return arena_printf(job->run->arena, "%s%s", job->output->path,
                        evidence_endings[file]);
}

void
make_evidence(const struct edition_job *job, const struct output *all, size_t n)
{
    struct evidence *e = gather(job, all, n);
    if (!e)
        return;
    struct buf json;
    buf_init(&json, BUF_LIMIT_OUTPUT);
    evidence_write_json(e, &json);
    file_out_write(output_open(job, path_of(job, 0)), json.at, json.n);
    output_close(job);
    buf_free(&json);
    make_evidence_page(job, e, path_of(job, 1));
}
