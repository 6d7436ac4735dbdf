/* SPDX-License-Identifier: MIT */
/* What an edition's stylesheet does to the contrast of its text. */
#include "build_int.h"

/* Where nothing has a colour of its own, all is black on white: then a mere
 * check has nothing to look for. */
static void
add_page(const struct edition_job *job, struct edition_contrast *c,
         struct style_sheet *sheet, const char *page, bool all)
{
    if (!sheet || (!all && !style_sets_colors(sheet)))
        return;
    c->page[c->n] = page;
    c->at[c->n++] = style_contrast(sheet, job->book, job->run->arena);
}

static struct edition_contrast
find_contrast(const struct edition_job *job, bool all)
{
    struct edition_contrast c = {.n = 0};
    bool ebook = job->edition->format == CONF_EPUB;
    struct style_sheet *first =
        ebook ? edition_screen_sheet(job, false) : edition_sheet(job);
    if (!ebook && first)
        edition_fit_again(job, first);
    add_page(job, &c, first, ebook ? "light" : "paper", all);
    if (ebook && first && style_has_dark(first)) {
        struct style_sheet *dark = edition_screen_sheet(job, true);
        add_page(job, &c, dark, "dark", all);
        style_free(dark);
    }
    c.fixed_display = first && style_is_fixed(first);
    style_free(first);
    return c;
}

struct edition_contrast
edition_contrast(const struct edition_job *job)
{
    return find_contrast(job, true);
}

/* "4.5", "2.84" */
static const char *
ratio_text(struct arena *a, int hundredths)
{
    if (hundredths % 100 == 0)
        return arena_printf(a, "%d", hundredths / 100);
    if (hundredths % 10 == 0)
        return arena_printf(a, "%d.%d", hundredths / 100, hundredths / 10 % 10);
    return arena_printf(a, "%d.%02d", hundredths / 100, hundredths % 100);
}

static void
tell_low(struct run *r, const struct style_pair *p, bool dark)
{
    struct arena *a = r->arena;
    uint32_t better = style_contrast_nearest(p->text, p->ground, p->needed);
    diag_at(r->diag, p->at.file ? p->at : p->ground_at, DIAG_CONTRAST_LOW,
            "“%s”%s is #%06x on #%06x: a contrast of %s to 1, and %s needs %s",
            p->where, dark ? " on a dark page" : "", p->text >> 8,
            p->ground >> 8, ratio_text(a, p->ratio),
            p->large ? "large text" : "text", ratio_text(a, p->needed));
    if (p->at.file)
        diag_hint(r->diag, "the nearest colour that has it is #%06x",
                  better >> 8);
    else
        diag_hint(r->diag,
                  "give the text a colour of its own there, such as "
                  "#%06x",
                  better >> 8);
}

static void
tell_unknown(struct run *r, const struct style_pair *p)
{
    diag_at(r->diag, p->ground_at.file ? p->ground_at : p->at,
            DIAG_CONTRAST_UNKNOWN,
            "the contrast of “%s” is not known: a picture, a gradient or a "
            "filter is "
            "behind it or over it",
            p->where);
    diag_hint(r->diag, "look at it, or use a plain colour");
}

/* Many readers make the page dark whether a stylesheet knows of that or not.
 * What it sets, and what it leaves to them, then meet (WCAG 2.1, failure F24).
 */
static void
check_unasked_dark(const struct edition_job *job)
{
    struct run *r = job->run;
    struct style_sheet *sheet = edition_screen_sheet(job, true);
    struct style_contrast c = {.n = 0};
    if (sheet && !style_has_dark(sheet) && style_sets_colors(sheet))
        c = style_contrast(sheet, job->book, r->arena);
    style_free(sheet);
    for (size_t i = 0; i < c.n; i++) {
        const struct style_pair *p = &c.pairs[i];
        bool both = p->at.file && p->ground_at.file;
        if (p->unknown || p->ratio >= p->needed || both)
            continue;
        diag_at(r->diag, p->at.file ? p->at : p->ground_at, DIAG_CONTRAST_DARK,
                "where readers have a dark page, “%s” is #%06x on #%06x: a "
                "contrast of %s to 1",
                p->where, p->text >> 8, p->ground >> 8,
                ratio_text(r->arena, p->ratio));
        diag_hint(r->diag, "set neither or both of colour and background, or "
                           "other ones in @media (prefers-color-scheme: "
                           "dark)");
    }
}

static void
tell_pair(struct run *r, const struct style_pair *p, bool dark)
{
    if (p->unknown)
        tell_unknown(r, p);
    else if (p->ratio < p->needed)
        tell_low(r, p, dark);
}

void
edition_check_page_contrast(const struct edition_job *job,
                            struct style_sheet *sheet,
                            const struct doc_node *page)
{
    struct style_contrast c = style_contrast_page(sheet, page, job->run->arena);
    for (size_t i = 0; i < c.n; i++)
        tell_pair(job->run, &c.pairs[i], false);
}

struct edition_contrast
edition_check_contrast(const struct edition_job *job)
{
    struct edition_contrast c = find_contrast(job, false);
    for (size_t i = 0; i < c.n; i++)
        for (size_t k = 0; k < c.at[i].n; k++)
            tell_pair(job->run, &c.at[i].pairs[k], c.page[i][0] == 'd');
    if (job->edition->format == CONF_EPUB)
        check_unasked_dark(job);
    return c;
}
