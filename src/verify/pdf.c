/* SPDX-License-Identifier: MIT */
/* A PDF's check, from the file's structure inwards. */
#include <string.h>

#include "verify/pdf_check.h"

/* So many findings of one rule are shown. */
enum { SHOWN = 12 };

/* Whether one of the clauses of a rule binds the file. */
static bool
binds(const struct pdf_check *c, const char *clause)
{
    if (strncmp(clause, "ISO 14289-1", 11) == 0)
        return c->ua;
    if (strncmp(clause, "ISO 19005-2", 11) != 0)
        return true;
    const char *part = strstr(clause, ", ");
    if (part && strncmp(part, ", 6.7", 5) == 0)
        return c->part && c->level == 'A';
    if (part && strncmp(part, ", 6.2.11.7.3", 12) == 0)
        return c->part && c->level == 'A';
    if (part && strncmp(part, ", 6.2.11.7", 10) == 0)
        return c->part && c->level != 'B';
    return c->part != 0;
}

bool
pdf_applies(const struct pdf_check *c, enum pdf_rule rule)
{
    for (const char *clause = pdf_rules[rule].clause; clause;) {
        if (binds(c, clause))
            return true;
        clause = strstr(clause, "; ");
        if (clause)
            clause += 2;
    }
    return false;
}

void
pdf_find(struct pdf_check *c, enum pdf_rule rule, uint32_t number,
         const char *format, ...)
{
    va_list args;
    if (!pdf_applies(c, rule) || c->counts[rule]++ >= SHOWN)
        return;
    const char *object = NULL;
    if (number)
        object = arena_printf(c->arena, "object %u", number);
    else if (c->page)
        object = arena_printf(c->arena, "page %u", c->page);
    va_start(args, format);
    const char *text = arena_vprintf(c->arena, format, args);
    va_end(args);
    diag_finding(c->file->diag, (struct place){.file = c->file->name}, object,
                 &pdf_rules[rule], "%s", text);
}

static void
tell_rest(struct pdf_check *c)
{
    for (int i = 0; i < PDF_RULE_COUNT; i++)
        if (c->counts[i] > SHOWN)
            diag_finding(c->file->diag, (struct place){.file = c->file->name},
                         NULL, &pdf_rules[i], "%u more like these",
                         c->counts[i] - SHOWN);
}

bool
pdf_looked(uint8_t *bitmap, const struct pdf_check *c, uint32_t number)
{
    if (!number || number >= c->pdf->count)
        return false;
    bool was = bitmap[number / 8] & 1 << number % 8;
    bitmap[number / 8] |= (uint8_t)(1 << number % 8);
    return was;
}

static void
check_pages(struct pdf_check *c)
{
    struct pdfin_walk w = {.file = c->pdf, .fonts = &c->fonts};
    pdf_content_hooks(c, &w);
    for (uint32_t i = 0; i < c->pdf->page_count && !w.exhausted; i++) {
        pdfin_let_go(c->pdf);
        c->page = i + 1;
        pdf_check_page(c, &w, i);
    }
    c->page = 0;
    if (w.exhausted)
        pdf_find(c, PDF_LARGE, 0, "pages show more than is looked at");
}

static void
check_all(struct pdf_check *c)
{
    size_t bits = c->pdf->count / 8 + 1;
    c->looked = arena_alloc(c->arena, bits);
    c->showed = arena_alloc(c->arena, bits);
    c->seen_as = arena_alloc(c->arena, c->pdf->count + 1);
    pdf_check_xmp(c);
    pdf_check_file(c);
    pdf_check_catalog(c);
    pdf_check_outline(c);
    c->tree = pdfin_tree_open(c->pdf);
    pdf_check_tree(c);
    pdf_check_tables(c);
    check_pages(c);
    pdf_check_content_tree(c);
    pdf_check_fonts(c);
    pdf_check_objects(c);
    pdfin_tree_close(c->tree);
}

void
verify_pdf(struct verify_file *f)
{
    struct pdf_check c = {.file = f, .arena = f->arena};
    c.pdf = pdfin_open(f->bytes, f->n);
    if (!c.pdf && memmem(f->bytes, f->n, "/Encrypt", 8)) {
        pdf_find(&c, PDF_ENCRYPTED, 0, "the file is encrypted");
    } else if (!c.pdf) {
        pdf_find(&c, PDF_STRUCTURE, 0,
                 "no catalog with pages can be found in the file");
    } else if (c.pdf->encrypted) {
        pdf_find(&c, PDF_ENCRYPTED, 0, "the file is encrypted");
    } else {
        check_all(&c);
    }
    f->claims = (struct verify_claims){c.ua, c.part, c.level};
    pdfin_close(c.pdf);
    tell_rest(&c);
}
