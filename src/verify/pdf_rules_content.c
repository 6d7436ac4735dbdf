/* SPDX-License-Identifier: MIT */
/* What pages show: operators, tagging, resources (ISO 14289-1, 7.1;
 * ISO 19005-2, 6.2.2). */
#include <string.h>

#include "verify/pdf_check.h"

enum { NESTED_MOST = 28 };

/* How an operator is looked at: known, painting, colour of a device … */
enum operator_kind {
    OP_UNKNOWN,
    OP_KNOWN,
    OP_PAINT,
    OP_IMAGE,
    OP_GREY,
    OP_RGB,
    OP_CMYK,
    OP_SPACE,
    OP_INTENT,
    OP_STATE,
    OP_SHADE,
    OP_FONT
};

static enum operator_kind
kind_of_operator(const char *name)
{
    static const struct {
        const char *words;
        enum operator_kind kind;
    } kinds[] = {
        {"Tj TJ ' \" f F f* B B* b b* S s", OP_PAINT},
        {"m l c v y re h n W W* cm q Q BT ET Td TD Tm T* Tc Tw Tz TL Tr Ts "
         "w J j M d i BDC BMC EMC MP DP BX EX SC SCN sc scn Do d0 d1 EI ID",
         OP_KNOWN},
        {"g G", OP_GREY},
        {"rg RG", OP_RGB},
        {"k K", OP_CMYK},
        {"cs CS", OP_SPACE},
        {"ri", OP_INTENT},
        {"gs", OP_STATE},
        {"sh", OP_SHADE},
        {"BI", OP_IMAGE},
        {"Tf", OP_FONT}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_has_word(kinds[i].words, name))
            return kinds[i].kind;
    return OP_UNKNOWN;
}

/* Whether a marked content around is tagged (in the tree), or an artifact. */
enum { IN_TAGGED = 1, IN_ARTIFACT = 2, IN_NOTHING = 4 };

static unsigned
surroundings(const struct pdfin_walk *w)
{
    unsigned in = 0;
    uint32_t n =
        w->marked_n < PDFIN_MARKED_DEEP ? w->marked_n : PDFIN_MARKED_DEEP;
    for (uint32_t i = 0; i < n; i++)
        in |= w->marked[i].artifact    ? IN_ARTIFACT
              : w->marked[i].mcid >= 0 ? IN_TAGGED
                                       : 0;
    return in;
}

static void
check_painted(struct pdf_check *c, const struct pdfin_walk *w, const char *name)
{
    if (!surroundings(w) && c->ua)
        pdf_find(c, PDF_UNTAGGED, w->depth ? w->owner : 0,
                 "%s paints what is neither tagged nor an artifact", name);
}

/* The resource that an operator names; a finding where it is not there. */
static const struct pdfin_object *
named(struct pdf_check *c, struct pdfin_walk *w, const char *kind,
      const struct pdfin_operator *op)
{
    if (!op->n || op->operands[0].type != PDFIN_NAME)
        return &pdfin_nothing;
    const struct pdfin_object *all = pdfin_get(c->pdf, w->resources, kind);
    const struct pdfin_object *o = pdfin_raw(all, op->operands[0].text);
    if (o->type == PDFIN_NULL)
        pdf_find(c, PDF_CONTENT_RESOURCE, w->depth ? w->owner : 0,
                 "there is no %s “%s”", kind, op->operands[0].text);
    return o;
}

static void
check_space(struct pdf_check *c, struct pdfin_walk *w,
            const struct pdfin_operator *op)
{
    static const char own[] = "DeviceGray DeviceRGB DeviceCMYK Pattern";
    if (!op->n)
        return;
    if (str_has_word(own, pdfin_name(&op->operands[0])))
        pdf_check_colour(c, &op->operands[0], w->resources, 0);
    else
        pdf_check_colour(c, named(c, w, "ColorSpace", op), w->resources, 0);
}

static void
check_graphics(struct pdf_check *c, struct pdfin_walk *w,
               const struct pdfin_operator *op, enum operator_kind kind)
{
    static const struct pdfin_object device[] = {
        {PDFIN_NAME, 10, {.text = "DeviceGray"}},
        {PDFIN_NAME, 9, {.text = "DeviceRGB"}},
        {PDFIN_NAME, 10, {.text = "DeviceCMYK"}}};
    const struct pdfin_object *o;
    if (kind >= OP_GREY && kind <= OP_CMYK) {
        pdf_check_colour(c, &device[kind - OP_GREY], w->resources, 0);
    } else if (kind == OP_SPACE) {
        check_space(c, w, op);
    } else if (kind == OP_INTENT && op->n) {
        pdf_check_intent_name(c, &op->operands[0], 0);
    } else if (kind == OP_STATE) {
        o = named(c, w, "ExtGState", op);
        pdf_check_state(c, pdfin_resolve(c->pdf, o), pdfin_number_of(o));
    } else if (kind == OP_SHADE) {
        o = pdfin_resolve(c->pdf, named(c, w, "Shading", op));
        pdf_check_colour(c, pdfin_raw(o, "ColorSpace"), w->resources, 0);
        check_painted(c, w, op->name);
    } else if (kind == OP_FONT) {
        named(c, w, "Font", op);
    }
}

static void
on_operator(struct pdfin_walk *w, const struct pdfin_operator *op)
{
    struct pdf_check *c = w->to;
    /* Most operators are of text and paths: tell them apart fast. */
    switch (op->code) {
    case PDFIN_OP('T', 'j', 0):
    case PDFIN_OP('T', 'J', 0):
    case PDFIN_OP('f', 0, 0):
    case PDFIN_OP('S', 0, 0):
        check_painted(c, w, op->name);
        return;
    case PDFIN_OP('q', 0, 0):
        if (w->saved_n == NESTED_MOST)
            pdf_find(c, PDF_LIMIT_NESTING, 0, "q is nested more than 28 deep");
        return;
    case PDFIN_OP('T', 'd', 0):
    case PDFIN_OP('T', 'm', 0):
    case PDFIN_OP('Q', 0, 0):
    case PDFIN_OP('c', 'm', 0):
    case PDFIN_OP('B', 'D', 'C'):
    case PDFIN_OP('E', 'M', 'C'):
    case PDFIN_OP('B', 'T', 0):
    case PDFIN_OP('E', 'T', 0):
    case PDFIN_OP('m', 0, 0):
    case PDFIN_OP('l', 0, 0):
    case PDFIN_OP('c', 0, 0):
        return;
    default:
        break;
    }
    enum operator_kind kind = kind_of_operator(op->name);
    if (kind == OP_UNKNOWN)
        pdf_find(c, PDF_CONTENT_OPERATOR, w->depth ? w->owner : 0,
                 "there is no operator “%s”", op->name);
    else if (kind == OP_PAINT || kind == OP_IMAGE)
        check_painted(c, w, op->name);
    else if (kind != OP_KNOWN)
        check_graphics(c, w, op, kind);
    if (kind == OP_IMAGE && pdfin_true(pdfin_raw(&op->operands[0], "I")))
        pdf_find(c, PDF_IMAGE_KEYS, 0, "an inline picture is interpolated");
}

static void
check_artifact(struct pdf_check *c, struct pdfin_walk *w,
               const struct pdfin_marked *m)
{
    static const char types[] = "Pagination Layout Page Background";
    const struct pdfin_object *type = pdfin_get(c->pdf, m->properties, "Type");
    if (surroundings(w) & IN_TAGGED)
        pdf_find(c, PDF_ARTIFACT_INSIDE, 0, "an artifact in tagged content");
    if (type->type != PDFIN_NULL && !str_has_word(types, pdfin_name(type)))
        pdf_find(c, PDF_ARTIFACT_TYPE, 0, "an artifact of the type “%s”",
                 pdfin_name(type));
}

static void
on_marked(struct pdfin_walk *w, const struct pdfin_marked *m)
{
    struct pdf_check *c = w->to;
    const char *lang =
        pdfin_text(c->pdf->cache, pdfin_get(c->pdf, m->properties, "Lang"));
    if (*lang && !pdf_lang_tag(lang))
        pdf_find(c, PDF_LANG_TAG, 0, "marked content has the language “%s”",
                 lang);
    if (m->artifact)
        check_artifact(c, w, m);
    if (m->mcid < 0 || m->artifact)
        return;
    if (surroundings(w) & IN_ARTIFACT)
        pdf_find(c, PDF_TAGGED_INSIDE, 0, "tagged content in an artifact");
    struct pdfin_tree_item *item = pdfin_tree_find(c->tree, m->owner, m->mcid);
    if (!item)
        pdf_find(c, PDF_MCID_TREE, 0,
                 "marked content %lld is not in the structure tree",
                 (long long)m->mcid);
    else if (item->seen && !w->depth)
        pdf_find(c, PDF_MCID_TWICE, 0, "marked content %lld is there twice",
                 (long long)m->mcid);
    if (item)
        item->seen = true;
    if (w->depth)
        pdf_looked(c->showed, c, m->owner);
}

/* A form that was walked in these surroundings holds nothing new. */
static bool
enter_form(struct pdf_check *c, struct pdfin_walk *w,
           const struct pdfin_object *x, uint32_t number)
{
    unsigned in = surroundings(w), as = in ? in : IN_NOTHING;
    if (!number || number >= c->pdf->count)
        return true;
    bool was = c->seen_as[number] != 0;
    if (was && c->showed[number / 8] & 1 << number % 8)
        pdf_find(c, PDF_FORM_TWICE, number,
                 "the form has tagged content, and is shown twice");
    bool again = c->seen_as[number] & as;
    c->seen_as[number] |= (uint8_t)as;
    if (was)
        return !again;
    if (pdfin_has(x, "OPI") || pdfin_has(x, "PS") || pdfin_has(x, "Ref") ||
        pdfin_is(pdfin_get(c->pdf, x, "Subtype2"), "PS"))
        pdf_find(c, PDF_FORM_PS, number, "the form has OPI, PS or Ref");
    const struct pdfin_object *group = pdfin_get(c->pdf, x, "Group");
    if (pdfin_is(pdfin_get(c->pdf, group, "S"), "Transparency")) {
        pdf_check_transparent(c, number);
        pdf_check_colour(c, pdfin_raw(group, "CS"), w->resources, 0);
    }
    return true;
}

static bool
on_object(struct pdfin_walk *w, const struct pdfin_object *x, uint32_t number)
{
    struct pdf_check *c = w->to;
    const char *type = pdfin_name(pdfin_get(c->pdf, x, "Subtype"));
    if (x->type != PDFIN_STREAM) {
        pdf_find(c, PDF_CONTENT_RESOURCE, 0, "Do shows what is not there");
        return false;
    }
    if (strcmp(type, "Image") == 0) {
        check_painted(c, w, "Do");
        pdf_check_image(c, x, number, w->resources);
    } else if (strcmp(type, "PS") == 0) {
        pdf_find(c, PDF_FORM_PS, number, "a PostScript XObject");
    } else if (strcmp(type, "Form") == 0) {
        return enter_form(c, w, x, number);
    } else {
        pdf_find(c, PDF_CONTENT_RESOURCE, number, "an XObject of no kind");
    }
    return false;
}

void
pdf_content_hooks(struct pdf_check *c, struct pdfin_walk *w)
{
    w->to = c;
    w->on_operator = on_operator;
    w->on_marked = on_marked;
    w->on_object = on_object;
}
