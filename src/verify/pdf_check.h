/* SPDX-License-Identifier: MIT */
/* A PDF that is being checked. */
#ifndef PDF_CHECK_H
#define PDF_CHECK_H

#include "verify/pdf_tree.h"
#include "verify/verify_int.h"

struct pdf_check {
    struct verify_file *file;
    struct pdfin *pdf;
    struct pdfin_tree *tree;
    struct pdfin_fonts fonts;
    struct arena *arena;          /* as long as the check */
    bool ua;                      /* PDF/UA-1 is claimed */
    int part;                     /* of PDF/A; 0: none is claimed */
    char level;                   /* 'A', 'B', 'U' */
    const char *lang;             /* the document's, or "" */
    uint32_t page;                /* that is looked at, from 1; or 0 */
    bool has_intent, page_blends; /* an output intent; a page's group has CS */
    char intent_space[5];         /* "RGB " */
    uint8_t *looked;  /* bitmap of objects: forms, patterns, states */
    uint8_t *showed;  /* bitmap of forms with MCIDs that were shown */
    uint8_t *seen_as; /* bits by form: in tagged content, artifact, none */
    uint32_t counts[PDF_RULE_COUNT];
};

/* Says what breaks a rule, where it applies to what is claimed: of an object,
 * else (0) of the page that is looked at, else of the file. After a dozen of a
 * rule the rest is counted. */
void pdf_find(struct pdf_check *c, enum pdf_rule rule, uint32_t number,
              const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Whether a rule applies to what the file claims. */
bool pdf_applies(const struct pdf_check *c, enum pdf_rule rule);

/* Marks an object as looked at; whether it was before. 0 never was. */
bool pdf_looked(uint8_t *bitmap, const struct pdf_check *c, uint32_t number);

/* The checks, in this order; each says what it finds. */
void pdf_check_xmp(struct pdf_check *c); /* first: what is claimed */
void pdf_check_file(struct pdf_check *c);
void pdf_check_catalog(struct pdf_check *c);
void pdf_check_outline(struct pdf_check *c);
void pdf_check_tree(struct pdf_check *c);
void pdf_check_tables(struct pdf_check *c);
void pdf_check_page(struct pdf_check *c, struct pdfin_walk *w, uint32_t i);
void pdf_check_annotations(struct pdf_check *c,
                           const struct pdfin_object *page);
void pdf_check_content_tree(struct pdf_check *c);
void pdf_check_fonts(struct pdf_check *c);
void pdf_check_objects(struct pdf_check *c);

/* Content: what a walk calls. */
void pdf_content_hooks(struct pdf_check *c, struct pdfin_walk *w);

/* Colours of pictures, shadings, groups: a colour space as an operand or in a
 * dictionary. */
void pdf_check_colour(struct pdf_check *c, const struct pdfin_object *space,
                      const struct pdfin_object *resources, int depth);
void pdf_check_state(struct pdf_check *c, const struct pdfin_object *state,
                     uint32_t number);
void pdf_check_image(struct pdf_check *c, const struct pdfin_object *image,
                     uint32_t number, const struct pdfin_object *resources);
void pdf_check_intent_name(struct pdf_check *c, const struct pdfin_object *o,
                           uint32_t number);
void pdf_check_transparent(struct pdf_check *c, uint32_t number);

/* Whether an ICC profile is one, for `n` colours; its space into `space`. */
bool pdf_icc(struct pdf_check *c, const struct pdfin_object *stream,
             bool output, char space[5]);

/* The value of a key in a number tree or a name tree (7.9.6, 7.9.7). */
const struct pdfin_object *
pdf_number_tree(struct pdfin *f, const struct pdfin_object *root, int64_t key);
const struct pdfin_object *pdf_name_tree(struct pdfin *f,
                                         const struct pdfin_object *root,
                                         const struct pdfin_object *key);

/* Whether a destination or an action's leads to a page. */
bool pdf_leads_to_page(struct pdf_check *c, const struct pdfin_object *d);

/* Whether a text is a language tag (BCP 47, its form). */
bool pdf_lang_tag(const char *lang);

#endif
