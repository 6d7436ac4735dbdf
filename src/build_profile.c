/* SPDX-License-Identifier: MIT */
/* Large and clear print: a profile's stylesheet over the edition's own, the
 * size that was asked for, and the proof that what came of it keeps to the
 * profile. */
#include "build_int.h"
#include "evidence/evidence.h"
#include "proof/proof.h"

enum {
    NARROW = 190 * 72 * STYLE_PT / 254 * 10, /* of a page, 190 mm */
    LETTER_WIDTH = 612 * STYLE_PT,
    LETTER_HEIGHT = 792 * STYLE_PT,
    A4_WIDTH = 609562, /* 210 mm */
    A4_HEIGHT = 862095 /* 297 mm */
};

size_t
profile_source(const struct edition_job *job, struct style_source *source)
{
    if (!job->edition->profile)
        return 0;
    struct run *r = job->run;
    const char *shown = arena_printf(r->arena, "styles/profiles/%s.css",
                                     conf_profile_name(job->edition->profile));
    *source = (struct style_source){path_join(r->arena, r->data, shown), shown};
    return 1;
}

/* Thousandths, rounded up: no type is to be smaller than was asked for. */
static void
scale_type(const struct edition_job *job, struct style_sheet *sheet)
{
    int64_t usual = edition_text_size(job, sheet);
    if (!usual || usual == job->edition->type_size)
        return;
    int64_t wanted = job->edition->type_size;
    struct style_scale scale = {.type =
                                    (int)((wanted * 1000 + usual - 1) / usual)};
    scale.furniture = scale.type;
    style_set_scale(sheet, &scale);
}

void
profile_apply(const struct edition_job *job, struct style_sheet *sheet)
{
    const struct style_page_query usual = {0};
    bool letter = lang_is_on_letter(job->book->lang);
    if (job->edition->profile && !job->edition->page.width &&
        style_page_of(sheet, usual)->width < NARROW)
        style_set_page_size(sheet, letter ? LETTER_WIDTH : A4_WIDTH,
                            letter ? LETTER_HEIGHT : A4_HEIGHT);
    if (job->edition->type_size)
        scale_type(job, sheet);
}

/* Readers' own size is 12 pt unless they chose another: what was asked for is
 * as much larger than theirs. */
void
profile_write_size(const struct edition_job *job, struct buf *css)
{
    enum { USUAL = 12 * STYLE_PT };
    if (job->edition->type_size)
        buf_printf(css, "html {\n  font-size: %d%%;\n}\n",
                   (int)((int64_t)job->edition->type_size * 100 / USUAL));
}

void
profile_limit(const struct conf_edition *e, struct fit_limits *limits)
{
    const struct proof_profile *profile =
        proof_profile_of(conf_profile_name(e->profile));
    if (profile) {
        proof_limits(profile, conf_profile_size(e), &limits->least,
                     &limits->leading);
        limits->body = limits->least;
        limits->space = 1000; /* blank lines stay */
    }
    if (e->type_size)
        limits->body = e->type_size;
}

struct proof *
profile_proof(const struct edition_job *job, struct style_sheet *sheet)
{
    const struct conf_edition *e = job->edition;
    const char *name = conf_profile_name(e->profile);
    const struct proof_options options = {.profile = proof_profile_of(name),
                                          .size = conf_profile_size(e),
                                          .at = e->profile_at,
                                          .sheet = sheet,
                                          .diag = job->run->diag};
    return options.profile ? proof_begin(&options) : NULL;
}

struct screen_proof {
    struct proof *proof;
    const struct style *body;
};

static void
prove_node(void *to, const struct doc_node *node, const struct style *style,
           const char *lang)
{
    struct screen_proof *s = to;
    (void)lang;
    if (!s->body)
        s->body = style;
    proof_node(s->proof, node, style, s->body);
}

void
profile_prove_screen(const struct edition_job *job)
{
    struct style_sheet *sheet =
        job->edition->profile ? edition_screen_sheet(job, false) : NULL;
    if (!sheet)
        return;
    struct screen_proof s = {profile_proof(job, sheet), NULL};
    edition_each_style(job, sheet, job->book->root, prove_node, &s);
    proof_end(s.proof);
    style_free(sheet);
}
