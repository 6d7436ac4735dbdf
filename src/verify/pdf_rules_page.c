/* SPDX-License-Identifier: MIT */
/* Pages, and what their resources hold beside what is shown at once: patterns,
 * glyphs of Type 3 (ISO 32000-1, 7.7.3; ISO 19005-2, 6.2.2). */
#include <string.h>

#include "verify/pdf_check.h"

static bool
read_box(struct pdf_check *c, const struct pdfin_object *o, double box[4])
{
    if (o->type != PDFIN_ARRAY || o->n != 4)
        return false;
    for (uint32_t i = 0; i < 4; i++) {
        const struct pdfin_object *n = pdfin_item(c->pdf, o, i);
        if (!pdfin_is_number(n))
            return false;
        box[i] = pdfin_number(n, 0);
    }
    for (int i = 0; i < 2; i++)
        if (box[i] > box[i + 2]) {
            double t = box[i];
            box[i] = box[i + 2];
            box[i + 2] = t;
        }
    return true;
}

static void
check_boxes(struct pdf_check *c, const struct pdfin_object *page)
{
    static const char *const others[] = {"CropBox", "TrimBox", "BleedBox",
                                         "ArtBox"};
    double box[4];
    if (!read_box(c, pdfin_inherited(c->pdf, page, "MediaBox"), box)) {
        pdf_find(c, PDF_PAGE_BOX, 0, "MediaBox is no rectangle");
        return;
    }
    double width = box[2] - box[0], height = box[3] - box[1];
    if (width < 3 || height < 3 || width > 14400 || height > 14400)
        pdf_find(c, PDF_PAGE_SIZE, 0, "the page is %g by %g units", width,
                 height);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct pdfin_object *o = pdfin_inherited(c->pdf, page, others[i]);
        if (o->type != PDFIN_NULL && !read_box(c, o, box))
            pdf_find(c, PDF_PAGE_BOX, 0, "%s is no rectangle", others[i]);
    }
}

/* Walks content that is shown by another's operators, as an artifact: what
 * shows it was looked at for tags. */
static void
walk_within(struct pdf_check *c, struct pdfin_walk *w,
            const struct pdfin_object *stream, uint32_t number,
            const struct pdfin_object *resources)
{
    if (stream->type != PDFIN_STREAM || pdf_looked(c->looked, c, number))
        return;
    w->marked[0] =
        (struct pdfin_marked){.tag = "Artifact", .mcid = -1, .artifact = true};
    w->marked_n = w->marked_base = 1;
    w->saved_n = 0;
    w->depth = 0;
    w->resources = resources;
    pdfin_walk_stream(w, stream, number,
                      pdfin_get(c->pdf, stream, "Resources"));
    w->marked_n = w->marked_base = 0;
}

static void
check_patterns(struct pdf_check *c, struct pdfin_walk *w,
               const struct pdfin_object *resources)
{
    const struct pdfin_object *all =
        pdfin_dictionary(pdfin_get(c->pdf, resources, "Pattern"));
    for (uint32_t i = 0; i < all->n; i++) {
        uint32_t number = pdfin_number_of(&all->entries[i].value);
        const struct pdfin_object *o =
            pdfin_resolve(c->pdf, &all->entries[i].value);
        const struct pdfin_object *shading = pdfin_get(c->pdf, o, "Shading");
        if (o->type == PDFIN_STREAM)
            walk_within(c, w, o, number, resources);
        else if (shading->type != PDFIN_NULL)
            pdf_check_colour(c, pdfin_raw(shading, "ColorSpace"), resources, 0);
        if (pdfin_has(o, "ExtGState"))
            pdf_check_state(c, pdfin_get(c->pdf, o, "ExtGState"),
                            pdfin_number_of(pdfin_raw(o, "ExtGState")));
    }
}

static void
check_glyphs(struct pdf_check *c, struct pdfin_walk *w,
             const struct pdfin_object *resources)
{
    const struct pdfin_object *all =
        pdfin_dictionary(pdfin_get(c->pdf, resources, "Font"));
    for (uint32_t i = 0; i < all->n; i++) {
        const struct pdfin_object *font =
            pdfin_resolve(c->pdf, &all->entries[i].value);
        const struct pdfin_object *glyphs =
            pdfin_dictionary(pdfin_get(c->pdf, font, "CharProcs"));
        const struct pdfin_object *own = pdfin_get(c->pdf, font, "Resources");
        for (uint32_t k = 0; k < glyphs->n; k++)
            walk_within(c, w, pdfin_resolve(c->pdf, &glyphs->entries[k].value),
                        pdfin_number_of(&glyphs->entries[k].value),
                        own->type == PDFIN_DICTIONARY ? own : resources);
    }
}

static void
tell_writing(struct pdf_check *c, const struct pdfin_walk *w)
{
    if (w->odd & (PDFIN_ODD_SYNTAX | PDFIN_ODD_DEEP))
        pdf_find(c, PDF_CONTENT_DAMAGED, 0, "the content is not well written");
    if (w->odd & (PDFIN_ODD_HEX | PDFIN_ODD_HEX_CHAR))
        pdf_find(c, PDF_HEX_STRING, 0,
                 "a string has an odd number of digits or other characters");
    if (w->odd & PDFIN_ODD_NUMBER)
        pdf_find(c, PDF_LIMIT_INTEGER, 0, "an integer is beyond 2^31");
    if (w->odd & PDFIN_ODD_LONG_STRING)
        pdf_find(c, PDF_LIMIT_STRING, 0, "a string has over 32767 bytes");
    if (w->odd & PDFIN_ODD_LONG_NAME)
        pdf_find(c, PDF_LIMIT_NAME, 0, "a name has over 127 bytes");
}

void
pdf_check_page(struct pdf_check *c, struct pdfin_walk *w, uint32_t i)
{
    uint32_t number = c->pdf->pages[i];
    const struct pdfin_object *page = pdfin_load(c->pdf, number);
    const struct pdfin_object *group = pdfin_get(c->pdf, page, "Group");
    const struct pdfin_object *resources =
        pdfin_inherited(c->pdf, page, "Resources");
    if (!pdfin_is(pdfin_get(c->pdf, page, "Type"), "Page"))
        pdf_find(c, PDF_PAGES, number, "what is in Pages is no page");
    check_boxes(c, page);
    if (pdfin_has(page, "PresSteps"))
        pdf_find(c, PDF_PAGE_STEPS, 0, "the page has PresSteps");
    if (resources->type != PDFIN_DICTIONARY && pdfin_has(page, "Contents"))
        pdf_find(c, PDF_CONTENT_RESOURCES, 0, "the page has no Resources");
    c->page_blends = pdfin_has(group, "CS");
    if (c->page_blends)
        pdf_check_colour(c, pdfin_raw(group, "CS"), resources, 0);
    pdfin_walk_page(w, number, page);
    if (w->damaged)
        pdf_find(c, PDF_CONTENT_MARKED, 0,
                 "a stream is damaged, or marked content or q and Q are not "
                 "in pairs");
    tell_writing(c, w);
    check_patterns(c, w, resources);
    check_glyphs(c, w, resources);
    pdf_check_annotations(c, page);
}
