/* SPDX-License-Identifier: MIT */
/* What an EPUB says of its own accessibility: nothing, unless somebody who
 * evaluated it is named and nothing was found that a program can find (EPUB
 * Accessibility 1.1, clause 3.5). An output that `verify` has errors for is not
 * kept, and its claim with it. Headings need no look: reading leaves no level
 * out. */
#include "build_int.h"
#include "epub/epub.h"

/* What stands against the claim: so many, and where the first ones are. */
enum lack_kind { ALT, DOUBT, HEADER, LANGUAGE, COLOR, LACKS };
enum { SHOWN = 3 };

struct lack {
    size_t n;
    struct place at[SHOWN];
};

struct lacks {
    struct lack of[LACKS];
};

static const char *const one_of[LACKS] = {
    [ALT] = "picture without a description",
    [DOUBT] = "description that describes nothing",
    [HEADER] = "table without header cells",
    [LANGUAGE] = "language that nobody named",
    [COLOR] = "pair of colours with too little contrast"};
static const char *const many_of[LACKS] = {
    [ALT] = "pictures without a description",
    [DOUBT] = "descriptions that describe nothing",
    [HEADER] = "tables without header cells",
    [LANGUAGE] = "languages that nobody named",
    [COLOR] = "pairs of colours with too little contrast"};

static void
add_lack(struct lacks *l, enum lack_kind kind, struct place at)
{
    struct lack *lack = &l->of[kind];
    if (lack->n < SHOWN)
        lack->at[lack->n] = at;
    lack->n++;
}

static void
look_at_node(struct lacks *l, const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_IMAGE:
        if (!n->image->decorative && (!n->image->alt || !*n->image->alt))
            add_lack(l, ALT, doc_place(n));
        else if (n->image->doubtful)
            add_lack(l, DOUBT, doc_place(n));
        break;
    case DOC_TABLE:
        if (!doc_has_header_cell(n))
            add_lack(l, HEADER, doc_place(n));
        break;
    default:
        break;
    }
}

static void
look_at_colors(struct lacks *l, const struct edition_contrast *contrast)
{
    for (size_t i = 0; i < contrast->n; i++)
        for (size_t k = 0; k < contrast->at[i].n; k++) {
            const struct style_pair *p = &contrast->at[i].pairs[k];
            if (p->unknown || p->ratio < p->needed)
                add_lack(l, COLOR, p->at.file ? p->at : p->ground_at);
        }
}

static void
write_lack(struct buf *b, const struct lack *lack, enum lack_kind kind)
{
    buf_printf(b, "%s%zu %s", b->n ? "; " : "", lack->n,
               lack->n == 1 ? one_of[kind] : many_of[kind]);
    for (size_t i = 0; i < lack->n && i < SHOWN; i++)
        if (lack->at[i].file)
            buf_printf(b, "%s%s:%u:%u", i ? ", " : " (", lack->at[i].file,
                       lack->at[i].line, lack->at[i].col);
    if (lack->at[0].file)
        buf_str(b, lack->n > SHOWN ? ", …)" : ")");
}

/* True, and a warning, where something stands against it. */
static bool
is_withheld(const struct edition_job *job, const struct lacks *l)
{
    struct diag *d = job->run->diag;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (int kind = 0; kind < LACKS; kind++)
        if (l->of[kind].n)
            write_lack(&b, &l->of[kind], (enum lack_kind)kind);
    bool withheld = b.n > 0;
    if (withheld) {
        diag_at(d, job->manifest->evaluator.at, DIAG_CLAIM_WITHHELD,
                "the EPUB does not claim to be accessible: %s",
                arena_strn(job->run->arena, b.at, b.n));
        diag_hint(d, "the claim comes back when they are mended");
    }
    buf_free(&b);
    return withheld;
}

/* The exact words of clause 3.5.2. */
static const char *
standard_of(struct arena *a, const struct conf_evaluator *e)
{
    static const char *const versions[] = {"2.0", "2.1", "2.2"};
    static const char *const levels[] = {"A", "AA"};
    return arena_printf(a, "EPUB Accessibility 1.1 - WCAG %s Level %s",
                        versions[e->wcag], levels[e->level]);
}

const struct epub_claim *
edition_claim(const struct edition_job *job,
              const struct edition_contrast *contrast)
{
    const struct conf_evaluator *by = &job->manifest->evaluator;
    struct lacks lacks = {0};
    if (!by->name)
        return NULL;
    const struct doc_node *root = job->book->root;
    for (const struct doc_node *n = root; n; n = doc_next(n, root))
        look_at_node(&lacks, n);
    if (!job->manifest->language_given)
        add_lack(&lacks, LANGUAGE, (struct place){0});
    look_at_colors(&lacks, contrast);
    if (is_withheld(job, &lacks))
        return NULL;
    struct epub_claim *claim = ARENA_NEW(job->run->arena, struct epub_claim);
    *claim = (struct epub_claim){.standard = standard_of(job->run->arena, by),
                                 .evaluator = by->name,
                                 .credential = by->credential,
                                 .report = by->report,
                                 .date = by->date};
    return claim;
}
