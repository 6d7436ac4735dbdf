/* SPDX-License-Identifier: MIT */
/* CMaps: to Unicode, and from codes to CIDs (ISO 32000-1, 9.7.5 and 9.10.3).
 */
#include <stdlib.h>
#include <string.h>

#include "verify/pdf_content.h"

enum { RANGES_MOST = 1 << 18 };

struct cmap_reading {
    struct pdfin_cmap *map;
    struct arena *arena, *tokens;
    struct pdfin_lexer lexer;
};

static uint32_t
code_of(const struct pdfin_object *o)
{
    uint32_t code = 0;
    for (uint32_t i = 0; o->type == PDFIN_STRING && i < o->n && i < 4; i++)
        code = code << 8 | (uint8_t)o->text[i];
    return code;
}

/* Adds UTF-16 as UTF-8; returns how many bytes. */
static uint32_t
add_text(struct pdfin_cmap *m, const struct pdfin_object *o)
{
    const char *p = o->text, *end = p + o->n;
    size_t from = m->texts.n;
    while (p < end) {
        uint32_t c = utf16_next(&p, end, false);
        /* U+0000 stands for itself as the two bytes that Java writes. */
        if (c == UTF8_BAD)
            m->has_unpaired = true;
        else if (c)
            buf_utf8(&m->texts, c);
        else
            buf_str(&m->texts, "\xC0\x80");
    }
    return (uint32_t)(m->texts.n - from);
}

static void
add_range(struct cmap_reading *r, uint32_t low, uint32_t high,
          const struct pdfin_object *to)
{
    struct pdfin_range range = {.low = low, .high = high};
    if (high < low || r->map->ranges.n >= RANGES_MOST)
        return;
    if (to->type == PDFIN_STRING) {
        range.value = (uint32_t)r->map->texts.n;
        range.n = add_text(r->map, to);
    } else {
        range.value = (uint32_t)pdfin_integer(to, 0);
    }
    *vec_add(r->arena, &r->map->ranges) = range;
}

/* The pairs or triples up to the keyword that ends them. */
static void
read_block(struct cmap_reading *r, bool ranges)
{
    for (;;) {
        struct pdfin_object low = pdfin_lex(&r->lexer), high = low;
        if (low.type != PDFIN_STRING)
            return;
        if (ranges)
            high = pdfin_lex(&r->lexer);
        struct pdfin_object to = pdfin_lex(&r->lexer);
        if (to.type == PDFIN_END || to.type == PDFIN_KEYWORD)
            return;
        uint32_t from = code_of(&low), until = code_of(&high);
        if (to.type != PDFIN_ARRAY) {
            add_range(r, from, until, &to);
            continue;
        }
        for (uint32_t i = 0; i < to.n && from + i <= until; i++)
            add_range(r, from + i, from + i, &to.items[i]);
    }
}

static void
read_codespace(struct cmap_reading *r)
{
    for (;;) {
        struct pdfin_object low = pdfin_lex(&r->lexer);
        if (low.type != PDFIN_STRING)
            return;
        pdfin_lex(&r->lexer);
        if (low.n >= 1 && low.n <= 4)
            r->map->widths |= (uint8_t)(1 << (low.n - 1));
    }
}

static int
by_low(const void *a, const void *b)
{
    const struct pdfin_range *x = a, *y = b;
    return x->low != y->low ? (x->low > y->low) - (x->low < y->low)
                            : (x->value > y->value) - (x->value < y->value);
}

struct pdfin_cmap *
pdfin_read_cmap(struct pdfin *f, struct arena *a,
                const struct pdfin_object *stream)
{
    struct buf bytes;
    struct cmap_reading r = {.map = ARENA_NEW(a, struct pdfin_cmap),
                             .arena = a,
                             .tokens = arena_new()};
    buf_init(&bytes, BUF_LIMIT_OUTPUT);
    buf_init(&r.map->texts, BUF_LIMIT_OUTPUT);
    pdfin_decode(f, stream, &bytes, NULL);
    r.lexer =
        (struct pdfin_lexer){bytes.at, bytes.at + bytes.n, r.tokens, true, 0};
    for (;;) {
        struct pdfin_object o = pdfin_lex(&r.lexer);
        if (o.type == PDFIN_END)
            break;
        if (o.type != PDFIN_KEYWORD)
            continue;
        if (strcmp(o.text, "begincodespacerange") == 0)
            read_codespace(&r);
        else if (strcmp(o.text, "beginbfchar") == 0 ||
                 strcmp(o.text, "begincidchar") == 0)
            read_block(&r, false);
        else if (strcmp(o.text, "beginbfrange") == 0 ||
                 strcmp(o.text, "begincidrange") == 0)
            read_block(&r, true);
    }
    if (r.map->ranges.n)
        qsort(r.map->ranges.at, r.map->ranges.n, sizeof *r.map->ranges.at,
              by_low);
    const char *kept = arena_strn(a, r.map->texts.at, r.map->texts.n);
    size_t n = r.map->texts.n;
    buf_free(&r.map->texts);
    r.map->texts = (struct buf){.at = (char *)(uintptr_t)kept, .n = n};
    arena_free(r.tokens);
    buf_free(&bytes);
    return r.map;
}

const struct pdfin_range *
pdfin_cmap_find(const struct pdfin_cmap *m, uint32_t code)
{
    size_t low = 0, high = m->ranges.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (m->ranges.at[middle].low <= code)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low || m->ranges.at[low - 1].high < code)
        return NULL;
    return &m->ranges.at[low - 1];
}

bool
pdfin_cmap_text(const struct pdfin_cmap *m, uint32_t code, struct buf *to)
{
    const struct pdfin_range *r = pdfin_cmap_find(m, code);
    if (!r || !r->n)
        return false;
    const char *text = m->texts.at + r->value, *end = text + r->n;
    if (code == r->low) {
        buf_add(to, text, r->n);
        return true;
    }
    const char *last = end;
    uint32_t c = utf8_prev(&last, text);
    buf_add(to, text, (size_t)(last - text));
    buf_utf8(to, (c == UTF8_BAD ? 0 : c) + (code - r->low));
    return true;
}
