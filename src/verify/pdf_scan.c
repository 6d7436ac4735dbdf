/* SPDX-License-Identifier: MIT */
/* A content stream's operators, one after the other (ISO 32000-1, 7.8.2). */
#include <string.h>

#include "verify/pdf_content.h"

enum { RESET_AFTER = 512 };

void
pdfin_scan_begin(struct pdfin_scanner *s, const char *bytes, size_t n)
{
    *s = (struct pdfin_scanner){.arena = arena_new()};
    s->lexer = (struct pdfin_lexer){bytes, bytes + n, s->arena, true, 0};
}

void
pdfin_scan_end(struct pdfin_scanner *s)
{
    arena_free(s->arena);
}

/* Goes to where an inline image's data ends: EI between white space. */
static void
skip_image(struct pdfin_scanner *s)
{
    struct pdfin_lexer *l = &s->lexer;
    const char *p = l->p < l->end ? l->p + 1 : l->end;
    while ((p = memmem(p, (size_t)(l->end - p), "EI", 2))) {
        bool before = pdfin_is_white(p[-1]);
        bool after = p + 2 == l->end || pdfin_is_white(p[2]);
        bool text = true;
        for (const char *q = p + 2; q < l->end && q < p + 12; q++)
            text &= (*q >= ' ' && *q < 127) || pdfin_is_white(*q);
        if (before && after && text) {
            l->p = p + 2;
            return;
        }
        p++;
    }
    s->damaged = true;
    l->p = l->end;
}

/* An inline image from behind BI. */
static void
scan_image(struct pdfin_scanner *s, struct pdfin_operator *op)
{
    VEC(struct pdfin_entry) entries = {0};
    for (;;) {
        struct pdfin_object key = pdfin_lex(&s->lexer);
        if (key.type != PDFIN_NAME) {
            s->damaged |=
                key.type != PDFIN_KEYWORD || strcmp(key.text, "ID") != 0;
            break;
        }
        *vec_add(s->arena, &entries) =
            (struct pdfin_entry){key.text, pdfin_lex(&s->lexer)};
    }
    skip_image(s);
    s->operands[0] = (struct pdfin_object){
        PDFIN_DICTIONARY, (uint32_t)entries.n, {.entries = entries.at}};
    op->operands = s->operands;
    op->n = 1;
}

bool
pdfin_scan(struct pdfin_scanner *s, struct pdfin_operator *op)
{
    uint32_t n = 0;
    if (s->left-- == 0) {
        arena_reset(s->arena);
        s->left = RESET_AFTER;
    }
    for (;;) {
        struct pdfin_object o = pdfin_lex(&s->lexer);
        s->odd |= s->lexer.odd;
        s->lexer.odd = 0;
        if (o.type == PDFIN_END) {
            s->damaged |= n > 0;
            return false;
        }
        if (o.type == PDFIN_KEYWORD) {
            const char *c = o.text;
            *op = (struct pdfin_operator){c, 0, s->operands, n};
            if (o.n <= 3)
                op->code =
                    PDFIN_OP(c[0], o.n > 1 ? c[1] : 0, o.n > 2 ? c[2] : 0);
            if (op->code == PDFIN_OP('B', 'I', 0))
                scan_image(s, op);
            return true;
        }
        if (n < PDFIN_OPERANDS)
            s->operands[n++] = o;
        else
            s->damaged = true;
    }
}
