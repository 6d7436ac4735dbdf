/* SPDX-License-Identifier: MIT */
/* Editions of at most so many pages: space and type become a little less, in
 * steps, until the book has no more. */
#include <string.h>

#include "build_int.h"

/* Before anything becomes less, pages may end where they otherwise would not
 * and leave no holes. Then there are steps from the stylesheet's own scale to
 * the least: first space gives, by little, so that a line or two that spill
 * over cost nothing that is seen; then type, by a tenth of a point, with
 * leading; in the end leading and space alone. */
enum { SPACE_STEPS = 24, TIGHT_STEPS = 8, LEAST_TYPE_STEPS = 8, WHOLE = 1000 };
enum { TENTH = STYLE_PT / 10 };

/* What is left at the end of each kind of step, in thousandths. */
static const int spaces[] = {1000, 720, 540, 420};
static const int pictures[] = {1000, 850, 700, 550};

struct plan {
    struct style_scale base; /* the sheet's scale as it was */
    int body;                /* the size of most text on it */
    int least_body;          /* that in the last step */
    int leading;             /* thousandths, in the last step */
    int least;               /* of any type */
    int space;               /* thousandths that are left in any step */
    int type_steps;
};

struct fitting {
    const struct edition_job *job;
    struct style_sheet *sheet;
    struct style_fonts *fonts;
    const struct layout_options *options;
    struct plan plan;
};

/* Sizes of type and how many bytes of the book have them. */
struct body_size {
    int size, line;
    size_t bytes;
};
struct body_sizes {
    struct arena *arena;
    VEC(struct body_size) at;
};

static void
add_text(void *to, const struct doc_node *node, const struct style *style,
         const char *lang)
{
    struct body_sizes *sizes = to;
    (void)lang;
    if (!node->text || style->display == STYLE_NONE || !style->font_size)
        return;
    size_t i = 0;
    while (i < sizes->at.n && (sizes->at.at[i].size != style->font_size ||
                               sizes->at.at[i].line != style->line_height))
        i++;
    if (i == sizes->at.n)
        *vec_add(sizes->arena, &sizes->at) =
            (struct body_size){style->font_size, style->line_height, 0};
    sizes->at.at[i].bytes += strlen(node->text);
}

/* The size of most of the book's text. */
static struct body_size
body_of(const struct edition_job *job, struct style_sheet *sheet)
{
    struct body_sizes sizes = {.arena = job->run->arena};
    edition_each_style(job, sheet, job->book->root, add_text, &sizes);
    struct body_size body = {12 * STYLE_PT, 18 * STYLE_PT, 0};
    for (size_t i = 0; i < sizes.at.n; i++)
        if (sizes.at.at[i].bytes > body.bytes)
            body = sizes.at.at[i];
    return body;
}

int
edition_text_size(const struct edition_job *job, struct style_sheet *sheet)
{
    return body_of(job, sheet).size;
}

/* So much of `whole` as `share` is of `of`, rounded up: what is not to be less
 * than a limit isn't by a hair either. */
static int
part(int whole, int share, int of)
{
    return (int)(((int64_t)whole * share + of - 1) / of);
}

/* What readers need of type on paper: people with good eyes read 10 pt with
 * ease, and notes and captions of 8 pt; lines that are closer than 1.2 of the
 * size run into each other. A size that was asked for stays. */
static struct fit_limits
limits_of(const struct edition_job *job)
{
    struct fit_limits limits = {10 * STYLE_PT, 8 * STYLE_PT, 1200, 0};
    profile_limit(job->edition, &limits);
    return limits;
}

static struct plan
plan_of(const struct edition_job *job, struct style_sheet *sheet)
{
    struct fit_limits limits = limits_of(job);
    struct body_size body = body_of(job, sheet);
    struct plan p = {.base = style_scale_of(sheet),
                     .body = body.size,
                     .least_body =
                         body.size < limits.body ? body.size : limits.body,
                     .least = limits.least,
                     .space = limits.space};
    p.leading = body.line ? part(limits.leading, body.size, body.line) : WHOLE;
    if (p.leading > WHOLE)
        p.leading = WHOLE;
    p.type_steps = (p.body - p.least_body) / TENTH;
    if (p.type_steps < LEAST_TYPE_STEPS)
        p.type_steps = LEAST_TYPE_STEPS;
    return p;
}

static int
last_step(const struct plan *p)
{
    return SPACE_STEPS + p->type_steps + TIGHT_STEPS;
}

static int
between(int from, int to, int i, int n)
{
    return from + (int)((int64_t)(to - from) * i / n);
}

/* A share in thousandths of another, of which 0 is the whole. */
static int
share_of(int base, int share)
{
    return part(base ? base : WHOLE, share, WHOLE);
}

static struct style_scale
scale_at(const struct plan *p, int step)
{
    int n[] = {SPACE_STEPS, p->type_steps, TIGHT_STEPS}, kind = 0, i = step;
    while (kind < 2 && i > n[kind])
        i -= n[kind++];
    int middle = (WHOLE + p->leading) / 2;
    int body = kind == 0   ? p->body
               : kind == 1 ? between(p->body, p->least_body, i, n[1])
                           : p->least_body;
    int leading = kind == 0   ? (int)WHOLE
                  : kind == 1 ? between(WHOLE, middle, i, n[1])
                              : between(middle, p->leading, i, n[2]);
    int space = between(spaces[kind], spaces[kind + 1], i, n[kind]);
    int picture = between(pictures[kind], pictures[kind + 1], i, n[kind]);
    if (space < p->space)
        space = p->space;
    struct style_scale scale = p->base;
    scale.type = share_of(scale.type, part(WHOLE, body, p->body));
    scale.leading = share_of(scale.leading, leading);
    scale.space = share_of(scale.space, space);
    scale.picture = share_of(scale.picture, picture);
    scale.least = p->least;
    return scale;
}

static bool
fits(const struct fitting *f, int step)
{
    struct style_scale scale = scale_at(&f->plan, step);
    style_set_scale(f->sheet, &scale);
    size_t n = layout_count(f->job->book, f->sheet, f->fonts, f->options);
    return n <= (size_t)f->job->edition->fit;
}

/* The step that fits while the one before it does not. Fewer pages need not
 * come of less space at every step; then another such step may lie before. */
static int
first_that_fits(const struct fitting *f, int none, int some)
{
    while (some - none > 1) {
        int middle = none + (some - none) / 2;
        if (fits(f, middle))
            some = middle;
        else
            none = middle;
    }
    return some;
}

/* What stands on pages that are too many. */
struct excess {
    struct arena *arena;
    size_t most; /* pages that there may be */
    size_t pages, lines, words;
    VEC(int) baselines; /* of the page in hand */
};

static size_t
words_in(const char *text, size_t n)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < n; i++) {
        bool space = strchr(" \t\n", text[i]) != NULL;
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static void
add_line(struct excess *e, int y)
{
    for (size_t i = 0; i < e->baselines.n; i++)
        if (e->baselines.at[i] == y)
            return;
    *vec_add(e->arena, &e->baselines) = y;
    e->lines++;
}

static void
measure_page(void *to, const struct layout_page *page)
{
    struct excess *e = to;
    e->pages++;
    e->baselines.n = 0;
    for (size_t i = 0; page->index >= e->most && i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        if (run->mark.role == LAYOUT_HEADER || run->mark.role == LAYOUT_FOOTER)
            continue;
        e->words += words_in(run->text, run->bytes);
        if (run->line_end)
            add_line(e, run->y);
    }
}

static struct excess
excess_of(const struct fitting *f)
{
    struct excess e = {.arena = f->job->run->arena,
                       .most = (size_t)f->job->edition->fit};
    struct diag *unheard = diag_new();
    layout_book(f->job->book, f->sheet, f->fonts, f->options, unheard,
                measure_page, &e);
    diag_free(unheard);
    return e;
}

/* An article that is published alone can be shortened itself; else the key is
 * named. */
static struct place
place_of(const struct edition_job *job)
{
    const struct doc_node *found = NULL, *root = job->book->root;
    bool each = job->edition->each == CONF_EACH_ARTICLE;
    for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (n->kind == DOC_ARTICLE && found && !each)
            return job->edition->fit_at;
        if (n->kind == DOC_ARTICLE && !found)
            found = n;
    }
    return found ? doc_place(found) : job->edition->fit_at;
}

/* A size in points to a tenth: "10.5", "12". */
static const char *
points(struct arena *a, int size)
{
    int tenths = (size * 10 + STYLE_PT / 2) / STYLE_PT;
    return tenths % 10 ? arena_printf(a, "%d.%d", tenths / 10, tenths % 10)
                       : arena_printf(a, "%d", tenths / 10);
}

static void
tell_too_long(const struct fitting *f)
{
    struct diag *d = f->job->run->diag;
    struct arena *a = f->job->run->arena;
    struct excess e = excess_of(f);
    size_t words = e.words < 20 ? e.words : (e.words + 5) / 10 * 10;
    const char *much = "a picture or table is too much";
    bool whole_width = f->job->edition->parallel || f->job->edition->profile;
    if (e.lines)
        much = arena_printf(a, "%zu %s too many, %s%zu words", e.lines,
                            e.lines == 1 ? "line is" : "lines are",
                            words < 20 ? "" : "about ", words);
    diag_at(d, place_of(f->job), DIAG_FIT_TOO_LONG,
            "there are %zu pages in the smallest type (%s pt), and “fit” asks "
            "for %d: %s",
            e.pages, points(a, f->plan.least_body), f->job->edition->fit, much);
    diag_hint(d, "shorten the text, or take fit: %zu, a larger page%s", e.pages,
              whole_width ? " or narrower margins"
                          : ", narrower margins or two columns");
}

static void
tell_smaller(const struct fitting *f, int step)
{
    struct style_scale now = scale_at(&f->plan, step);
    struct diag *d = f->job->run->diag;
    struct arena *a = f->job->run->arena;
    int64_t of = f->plan.base.type ? f->plan.base.type : WHOLE;
    int body = (int)((int64_t)f->plan.body * now.type / of);
    if (body >= f->plan.body)
        return;
    diag_at(d, place_of(f->job), DIAG_FIT_SMALLER,
            "type of %s pt became one of %s pt to fit %d page%s",
            points(a, f->plan.body), points(a, body), f->job->edition->fit,
            f->job->edition->fit == 1 ? "" : "s");
}

static void
fit_anew(const struct edition_job *job, struct style_sheet *sheet,
         struct style_fonts *fonts, struct layout_options *options)
{
    size_t most = (size_t)job->edition->fit;
    if (layout_count(job->book, sheet, fonts, options) <= most)
        return;
    options->thrifty = true;
    if (layout_count(job->book, sheet, fonts, options) <= most)
        return;
    struct fitting f = {job, sheet, fonts, options, plan_of(job, sheet)};
    int last = last_step(&f.plan);
    if (!fits(&f, last)) {
        tell_too_long(&f);
        return;
    }
    int step = first_that_fits(&f, 0, last);
    struct style_scale scale = scale_at(&f.plan, step);
    style_set_scale(sheet, &scale);
    tell_smaller(&f, step);
}

void
edition_fit(const struct edition_job *job, struct style_sheet *sheet,
            struct style_fonts *fonts, struct layout_options *options)
{
    struct output *o = job->output;
    if (!job->edition->fit)
        return;
    if (o && o->fitted) {
        edition_fit_again(job, sheet);
        options->thrifty = o->thrifty;
        return;
    }
    fit_anew(job, sheet, fonts, options);
    if (!o)
        return;
    o->fitted = true;
    o->thrifty = options->thrifty;
    o->scale = style_scale_of(sheet);
}

void
edition_fit_again(const struct edition_job *job, struct style_sheet *sheet)
{
    if (job->output && job->output->fitted)
        style_set_scale(sheet, &job->output->scale);
}
