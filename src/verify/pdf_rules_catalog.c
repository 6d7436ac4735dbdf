/* SPDX-License-Identifier: MIT */
/* What the catalog says of the whole document (ISO 32000-1, 7.7.2;
 * ISO 14289-1, 7.1, 7.2, 7.10; ISO 19005-2, 6.1.12 and 6.9 to 6.12). */
#include <string.h>

#include "verify/pdf_check.h"

bool
pdf_lang_tag(const char *lang)
{
    size_t part = 0, parts = 0;
    for (const char *p = lang;; p++) {
        if (*p == '-' || !*p) {
            if (part < 1 || part > 8)
                return false;
            /* A language has two or three letters, or is i- or x-. */
            if (parts == 0 && part == 1 && *lang != 'i' && *lang != 'x' &&
                *lang != 'I' && *lang != 'X')
                return false;
            parts++;
            part = 0;
            if (!*p)
                return true;
        } else if (str_is_letter(*p) || (parts && str_is_digit(*p))) {
            part++;
        } else {
            return false;
        }
    }
}

static void
check_lang(struct pdf_check *c)
{
    const struct pdfin_object *o = pdfin_get(c->pdf, c->pdf->catalog, "Lang");
    c->lang = pdfin_text(c->arena, o);
    if (!*c->lang)
        pdf_find(c, PDF_LANG, 0, "the catalog has no Lang");
    else if (!pdf_lang_tag(c->lang))
        pdf_find(c, PDF_LANG_TAG, 0, "the catalog's Lang is “%s”", c->lang);
}

static void
check_intents(struct pdf_check *c)
{
    const struct pdfin_object *all =
        pdfin_get(c->pdf, c->pdf->catalog, "OutputIntents");
    uint32_t first = 0;
    for (uint32_t i = 0; i < pdfin_count(all); i++) {
        const struct pdfin_object *o = pdfin_member(c->pdf, all, i);
        const struct pdfin_object *profile =
            pdfin_get(c->pdf, o, "DestOutputProfile");
        uint32_t number = pdfin_number_of(pdfin_raw(o, "DestOutputProfile"));
        bool ours = pdfin_is(pdfin_get(c->pdf, o, "S"), "GTS_PDFA1");
        if (number && first && number != first)
            pdf_find(c, PDF_INTENT_SEVERAL, number,
                     "another output intent has another profile");
        first = first ? first : number;
        if (!ours)
            continue;
        if (profile->type == PDFIN_STREAM &&
            pdf_icc(c, profile, true, c->intent_space)) {
            c->has_intent = true;
        } else {
            pdf_find(c, PDF_INTENT_PROFILE, number,
                     "the output intent has no valid ICC profile");
        }
        if (pdfin_has(o, "DestOutputProfileRef"))
            pdf_find(c, PDF_INTENT_PROFILE, 0,
                     "the output intent's profile is elsewhere");
    }
}

static void
check_optional(struct pdf_check *c)
{
    struct pdfin *f = c->pdf;
    const struct pdfin_object *oc = pdfin_get(f, f->catalog, "OCProperties");
    const struct pdfin_object *configs = pdfin_get(f, oc, "Configs");
    if (oc->type != PDFIN_DICTIONARY)
        return;
    for (uint32_t i = 0; i <= pdfin_count(configs); i++) {
        const struct pdfin_object *d =
            i ? pdfin_member(f, configs, i - 1) : pdfin_get(f, oc, "D");
        if (!*pdfin_text(c->arena, pdfin_get(f, d, "Name")))
            pdf_find(c, PDF_OPTIONAL, 0, "a configuration has no Name");
        if (pdfin_has(d, "AS"))
            pdf_find(c, PDF_OPTIONAL, 0, "a configuration has AS");
    }
}

static void
check_form(struct pdf_check *c)
{
    struct pdfin *f = c->pdf;
    const struct pdfin_object *form = pdfin_get(f, f->catalog, "AcroForm");
    if (pdfin_has(form, "XFA"))
        pdf_find(c, PDF_FORM_XFA, 0, "AcroForm has XFA");
    if (pdfin_true(pdfin_get(f, form, "NeedAppearances")))
        pdf_find(c, PDF_FORM_APPEARANCES, 0, "NeedAppearances is true");
    if (pdfin_has(f->catalog, "NeedsRendering"))
        pdf_find(c, PDF_NEEDS_RENDERING, 0, "the catalog has NeedsRendering");
}

static void
check_names(struct pdf_check *c)
{
    struct pdfin *f = c->pdf;
    const struct pdfin_object *names = pdfin_get(f, f->catalog, "Names");
    if (pdfin_has(names, "JavaScript"))
        pdf_find(c, PDF_SCRIPT, 0, "the names have JavaScript");
    if (pdfin_has(names, "AlternatePresentations"))
        pdf_find(c, PDF_ALTERNATE, 0, "the names have AlternatePresentations");
    if (pdfin_has(f->catalog, "Requirements"))
        pdf_find(c, PDF_REQUIREMENTS, 0, "the catalog has Requirements");
    const struct pdfin_object *perms = pdfin_get(f, f->catalog, "Perms");
    for (uint32_t i = 0; i < pdfin_dictionary(perms)->n; i++) {
        const char *key = pdfin_dictionary(perms)->entries[i].key;
        if (strcmp(key, "UR3") != 0 && strcmp(key, "DocMDP") != 0)
            pdf_find(c, PDF_PERMISSIONS, 0, "Perms has %s", key);
    }
}

void
pdf_check_catalog(struct pdf_check *c)
{
    struct pdfin *f = c->pdf;
    const struct pdfin_object *mark = pdfin_get(f, f->catalog, "MarkInfo");
    const struct pdfin_object *view =
        pdfin_get(f, f->catalog, "ViewerPreferences");
    if (!pdfin_true(pdfin_get(f, mark, "Marked")))
        pdf_find(c, PDF_MARKED, 0, "MarkInfo does not say Marked true");
    if (pdfin_true(pdfin_get(f, mark, "Suspects")))
        pdf_find(c, PDF_SUSPECTS, 0, "MarkInfo says Suspects true");
    if (!pdfin_true(pdfin_get(f, view, "DisplayDocTitle")))
        pdf_find(c, PDF_DISPLAY_TITLE, 0,
                 "ViewerPreferences do not say DisplayDocTitle true");
    if (pdfin_get(f, f->catalog, "Metadata")->type != PDFIN_STREAM)
        pdf_find(c, PDF_XMP_STREAM, 0, "the catalog has no Metadata");
    check_lang(c);
    check_intents(c);
    check_optional(c);
    check_form(c);
    check_names(c);
}
