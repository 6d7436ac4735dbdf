/* SPDX-License-Identifier: MIT */
/* A walk through what a page shows, and the forms within it. */
#include <string.h>

#include "verify/pdf_content.h"

/* A file whose forms show forms that show forms is not walked for ever. */
#define OPERATORS_MOST ((uint64_t)100000000)

static const struct pdfin_object no_properties = {.type = PDFIN_DICTIONARY};

static const struct pdfin_object *
resource(struct pdfin_walk *w, const char *kind,
         const struct pdfin_object *name)
{
    const struct pdfin_object *all = pdfin_get(w->file, w->resources, kind);
    return name->type == PDFIN_NAME ? pdfin_raw(all, name->text)
                                    : &pdfin_nothing;
}

const struct pdfin_marked *
pdfin_walk_mcid(const struct pdfin_walk *w)
{
    uint32_t n =
        w->marked_n < PDFIN_MARKED_DEEP ? w->marked_n : PDFIN_MARKED_DEEP;
    while (n-- > 0)
        if (w->marked[n].mcid >= 0)
            return &w->marked[n];
    return NULL;
}

static struct pdfin_marked
read_marked(struct pdfin_walk *w, const struct pdfin_operator *op)
{
    struct pdfin_marked m = {"", -1, w->owner, false, false, &no_properties};
    if (op->n < 1)
        return m;
    m.tag = arena_str(w->file->cache, pdfin_name(&op->operands[0]));
    m.artifact = strcmp(m.tag, "Artifact") == 0;
    if (op->n < 2)
        return m;
    const struct pdfin_object *given = &op->operands[1];
    if (given->type == PDFIN_NAME)
        given = pdfin_resolve(w->file, resource(w, "Properties", given));
    if (given->type == PDFIN_DICTIONARY)
        m.properties = given;
    const struct pdfin_object *id = pdfin_get(w->file, m.properties, "MCID");
    if (id->type == PDFIN_INTEGER && id->integer >= 0 &&
        id->integer <= INT32_MAX)
        m.mcid = id->integer;
    return m;
}

static void
begin_marked(struct pdfin_walk *w, const struct pdfin_operator *op)
{
    struct pdfin_marked m = read_marked(w, op);
    if (w->on_marked)
        w->on_marked(w, &m);
    /* Operands are let go while this is open: its MCID and tag remain. */
    m.properties = &no_properties;
    if (w->marked_n < PDFIN_MARKED_DEEP)
        w->marked[w->marked_n] = m;
    w->marked_n++;
}

static void
end_marked(struct pdfin_walk *w)
{
    if (w->marked_n <= w->marked_base) {
        w->damaged = true;
        return;
    }
    w->marked_n--;
    if (w->on_end && w->marked_n < PDFIN_MARKED_DEEP)
        w->on_end(w, &w->marked[w->marked_n]);
}

static void
show_string(struct pdfin_walk *w, const struct pdfin_object *o)
{
    const uint8_t *p = (const uint8_t *)o->text, *end = p + o->n;
    struct pdfin_font *font = w->state.font;
    uint32_t code;
    if (o->type != PDFIN_STRING || !font)
        return;
    font->visible |= w->state.mode != 3;
    while (pdfin_code(font, &p, end, &code))
        if (code < 65536)
            font->used[code / 8] |= (uint8_t)(1 << code % 8);
    if (w->on_text)
        w->on_text(w, o->text, o->n);
}

static void
show(struct pdfin_walk *w, const struct pdfin_operator *op)
{
    const struct pdfin_object *o = op->n ? &op->operands[op->n - 1] : NULL;
    if (!o)
        return;
    if (o->type != PDFIN_ARRAY) {
        show_string(w, o);
        return;
    }
    for (uint32_t i = 0; i < o->n; i++)
        show_string(w, &o->items[i]);
}

static void walk_bytes(struct pdfin_walk *w, const struct buf *content);

void
pdfin_walk_stream(struct pdfin_walk *w, const struct pdfin_object *stream,
                  uint32_t number, const struct pdfin_object *resources)
{
    struct pdfin_state state = w->state;
    const struct pdfin_object *outer = w->resources;
    uint32_t owner = w->owner, base = w->marked_base, saved_n = w->saved_n;
    struct buf content;
    if (w->depth >= PDFIN_FORMS_DEEP)
        return;
    buf_init(&content, BUF_LIMIT_OUTPUT);
    if (!pdfin_decode(w->file, stream, &content, NULL))
        w->damaged = true;
    w->depth++;
    w->owner = number;
    if (resources->type == PDFIN_DICTIONARY)
        w->resources = resources;
    w->marked_base = w->marked_n;
    walk_bytes(w, &content);
    w->depth--;
    w->owner = owner;
    w->resources = outer;
    w->marked_base = base;
    w->saved_n = saved_n;
    w->state = state;
    buf_free(&content);
}

static void
do_object(struct pdfin_walk *w, const struct pdfin_operator *op)
{
    if (!op->n)
        return;
    const struct pdfin_object *at = resource(w, "XObject", &op->operands[0]);
    const struct pdfin_object *x = pdfin_resolve(w->file, at);
    uint32_t number = pdfin_number_of(at);
    bool enter = pdfin_is(pdfin_get(w->file, x, "Subtype"), "Form");
    if (w->on_object)
        enter &= w->on_object(w, x, number);
    if (enter)
        pdfin_walk_stream(w, x, number, pdfin_get(w->file, x, "Resources"));
}

static void
save(struct pdfin_walk *w)
{
    if (w->saved_n < sizeof w->saved / sizeof *w->saved)
        w->saved[w->saved_n] = w->state;
    w->saved_n++;
}

static void
restore(struct pdfin_walk *w, uint32_t base)
{
    if (w->saved_n <= base) {
        w->damaged = true;
        return;
    }
    w->saved_n--;
    if (w->saved_n < sizeof w->saved / sizeof *w->saved)
        w->state = w->saved[w->saved_n];
}

static void
follow(struct pdfin_walk *w, const struct pdfin_operator *op, uint32_t base)
{
    switch (op->code) {
    case PDFIN_OP('q', 0, 0):
        save(w);
        break;
    case PDFIN_OP('Q', 0, 0):
        restore(w, base);
        break;
    case PDFIN_OP('B', 'D', 'C'):
    case PDFIN_OP('B', 'M', 'C'):
        begin_marked(w, op);
        break;
    case PDFIN_OP('E', 'M', 'C'):
        end_marked(w);
        break;
    case PDFIN_OP('T', 'f', 0):
        if (op->n == 2)
            w->state.font = pdfin_font_of(
                w->file, w->fonts, resource(w, "Font", &op->operands[0]));
        break;
    case PDFIN_OP('T', 'r', 0):
        if (op->n)
            w->state.mode = pdfin_integer(&op->operands[0], 0);
        break;
    case PDFIN_OP('T', 'j', 0):
    case PDFIN_OP('T', 'J', 0):
    case PDFIN_OP('\'', 0, 0):
    case PDFIN_OP('"', 0, 0):
        show(w, op);
        break;
    case PDFIN_OP('D', 'o', 0):
        do_object(w, op);
        break;
    default:
        break;
    }
}

static void
walk_bytes(struct pdfin_walk *w, const struct buf *content)
{
    struct pdfin_scanner s;
    struct pdfin_operator op;
    uint32_t base = w->saved_n;
    pdfin_scan_begin(&s, content->at, content->n);
    while (!w->exhausted && pdfin_scan(&s, &op)) {
        if (w->on_operator)
            w->on_operator(w, &op);
        follow(w, &op, base);
        w->exhausted = ++w->operators > OPERATORS_MOST;
    }
    while (w->marked_n > w->marked_base) {
        end_marked(w);
        w->damaged = true;
    }
    w->damaged |= s.damaged || w->saved_n != base;
    w->odd |= s.odd;
    pdfin_scan_end(&s);
}

void
pdfin_walk_page(struct pdfin_walk *w, uint32_t number,
                const struct pdfin_object *page)
{
    struct buf content;
    buf_init(&content, BUF_LIMIT_OUTPUT);
    w->page = w->owner = number;
    w->marked_n = w->marked_base = w->saved_n = 0;
    w->depth = 0;
    w->odd = 0;
    w->state = (struct pdfin_state){0};
    w->resources = pdfin_inherited(w->file, page, "Resources");
    w->damaged = !pdfin_page_content(w->file, page, &content);
    walk_bytes(w, &content);
    buf_free(&content);
}
