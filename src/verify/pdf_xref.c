/* SPDX-License-Identifier: MIT */
/* Where a PDF's objects are (ISO 32000-1, 7.5.4 to 7.5.8), and its pages. */
#include <string.h>

#include "verify/pdf_file.h"

enum { SECTIONS_MOST = 4096, PAGE_DEPTH = 64 };

struct xref_reading {
    struct pdfin *f;
    VEC(uint64_t) sections; /* offsets that are still to be read */
    size_t done;
};

struct pdfin_xref *
pdfin_entry_of(struct pdfin *f, uint64_t number)
{
    if (number > PDFIN_NUMBER_MOST)
        return NULL;
    while (number >= f->room) {
        uint32_t room = f->room ? f->room * 2 : 256;
        f->xref = f->xref
                      ? arena_grow(f->arena, f->xref, f->room * sizeof *f->xref,
                                   room * sizeof *f->xref)
                      : ARENA_ARRAY(f->arena, struct pdfin_xref, room);
        f->room = room;
    }
    if (number >= f->count)
        f->count = (uint32_t)number + 1;
    return &f->xref[number];
}

static void
set_entry(struct pdfin *f, uint64_t number, struct pdfin_xref x)
{
    struct pdfin_xref *entry = pdfin_entry_of(f, number);
    if (!entry)
        f->faults |= PDFIN_FAULT_XREF;
    else if (entry->place == PDFIN_ABSENT)
        *entry = x;
}

static void
read_later(struct xref_reading *r, const struct pdfin_object *at)
{
    if (at->type == PDFIN_NULL)
        return;
    if (at->type != PDFIN_INTEGER || at->integer < 0) {
        r->f->faults |= PDFIN_FAULT_XREF;
        return;
    }
    for (size_t i = 0; i < r->sections.n; i++)
        if (r->sections.at[i] == (uint64_t)at->integer) {
            r->f->faults |= PDFIN_FAULT_LOOP;
            return;
        }
    if (r->sections.n < SECTIONS_MOST)
        *vec_add(r->f->arena, &r->sections) = (uint64_t)at->integer;
}

static void
take_trailer(struct xref_reading *r, const struct pdfin_object *trailer)
{
    if (r->f->trailer.type == PDFIN_NULL)
        r->f->trailer = *trailer;
    if (pdfin_has(trailer, "XRefStm"))
        read_later(r, pdfin_raw(trailer, "XRefStm"));
    read_later(r, pdfin_raw(trailer, "Prev"));
}

static uint64_t
digits(const char **p, const char *end)
{
    uint64_t value = 0;
    while (*p < end && pdfin_is_white(**p))
        ++*p;
    for (; *p < end && str_is_digit(**p); ++*p)
        if (value < UINT64_MAX / 20)
            value = value * 10 + (uint64_t)(**p - '0');
    return value;
}

/* The entries of one subsection of a table; false where it is damaged. */
static bool
read_entries(struct pdfin *f, const char **p, const char *end, uint64_t first,
             uint64_t count)
{
    for (uint64_t i = 0; i < count; i++) {
        const char *from = *p;
        struct pdfin_xref x = {.at = digits(p, end)};
        x.further = (uint32_t)digits(p, end);
        while (*p < end && pdfin_is_white(**p))
            ++*p;
        if (*p == end || (**p != 'n' && **p != 'f') || *p - from > 40)
            return false;
        x.place = **p == 'n' ? PDFIN_OFFSET : PDFIN_FREE;
        ++*p;
        set_entry(f, first + i, x);
    }
    return true;
}

static bool
read_table(struct xref_reading *r, const char *p, const char *end)
{
    struct pdfin *f = r->f;
    for (;;) {
        struct pdfin_lexer l = {p, end, f->arena, false, 0};
        pdfin_skip(&l);
        p = l.p;
        if (p == end || !str_is_digit(*p))
            break;
        uint64_t first = digits(&p, end), count = digits(&p, end);
        if (!read_entries(f, &p, end, first, count))
            return false;
    }
    if (end - p < 7 || memcmp(p, "trailer", 7) != 0)
        return false;
    struct pdfin_lexer l = {p + 7, end, f->arena, false, 0};
    struct pdfin_object trailer = pdfin_lex(&l);
    r->f->trailer_odd |= l.odd;
    if (trailer.type != PDFIN_DICTIONARY)
        return false;
    take_trailer(r, &trailer);
    return true;
}

static uint64_t
field(const uint8_t **p, int64_t width)
{
    uint64_t value = 0;
    for (int64_t i = 0; i < width; i++)
        value = value << 8 | *(*p)++;
    return value;
}

/* The rows of a cross-reference stream (7.5.8.3). */
static void
read_rows(struct pdfin *f, const struct pdfin_object *stream, const int64_t *w,
          const struct buf *rows)
{
    const uint8_t *p = (const uint8_t *)rows->at, *end = p + rows->n;
    const struct pdfin_object *index = pdfin_get(f, stream, "Index");
    int64_t size = pdfin_integer(pdfin_get(f, stream, "Size"), 0);
    uint32_t sections = index->type == PDFIN_ARRAY ? index->n / 2 : 1;
    for (uint32_t s = 0; s < sections; s++) {
        int64_t first = 0, count = size;
        if (index->type == PDFIN_ARRAY) {
            first = pdfin_integer(pdfin_item(f, index, 2 * s), -1);
            count = pdfin_integer(pdfin_item(f, index, 2 * s + 1), 0);
        }
        for (int64_t i = 0; i < count && end - p >= w[0] + w[1] + w[2]; i++) {
            struct pdfin_xref x = {0};
            uint64_t kind = w[0] ? field(&p, w[0]) : 1;
            x.at = field(&p, w[1]);
            x.further = (uint32_t)field(&p, w[2]);
            x.place = kind == 1   ? PDFIN_OFFSET
                      : kind == 2 ? PDFIN_PACKED
                                  : PDFIN_FREE;
            if (first >= 0)
                set_entry(f, (uint64_t)first + (uint64_t)i, x);
        }
    }
}

static bool
read_xref_stream(struct xref_reading *r, uint64_t offset)
{
    struct pdfin *f = r->f;
    uint32_t number;
    struct pdfin_object o = pdfin_parse_at(f, f->arena, offset, &number);
    const struct pdfin_object *widths = pdfin_raw(&o, "W");
    int64_t w[3], sum = 0;
    struct buf rows;
    if (o.type != PDFIN_STREAM || !pdfin_is(pdfin_raw(&o, "Type"), "XRef") ||
        widths->type != PDFIN_ARRAY || widths->n < 3)
        return false;
    for (uint32_t i = 0; i < 3; i++) {
        w[i] = pdfin_integer(&widths->items[i], -1);
        if (w[i] < 0 || w[i] > 8)
            return false;
        sum += w[i];
    }
    if (!sum)
        return false;
    f->xref_streams = true;
    buf_init(&rows, (size_t)PDFIN_NUMBER_MOST * 24);
    bool sound = pdfin_decode(f, &o, &rows, NULL);
    read_rows(f, &o, w, &rows);
    buf_free(&rows);
    take_trailer(r, &o.stream->dictionary);
    return sound;
}

static bool
read_section(struct xref_reading *r, uint64_t offset)
{
    struct pdfin *f = r->f;
    const char *end = f->bytes + f->n;
    if (offset >= f->n - f->start)
        return false;
    struct pdfin_lexer l = {f->bytes + f->start + offset, end, f->arena, false,
                            0};
    pdfin_skip(&l);
    if (end - l.p > 4 && memcmp(l.p, "xref", 4) == 0)
        return read_table(r, l.p + 4, end);
    return read_xref_stream(r, offset);
}

static bool
find_startxref(struct pdfin *f, uint64_t *offset)
{
    const char *p = f->bytes + f->n, *end = p;
    const char *least = f->n > 2048 ? p - 2048 : f->bytes;
    while (p > least && (end - p < 9 || memcmp(p, "startxref", 9) != 0))
        p--;
    if (end - p < 9 || memcmp(p, "startxref", 9) != 0)
        return false;
    p += 9;
    while (p < end && pdfin_is_white(*p))
        p++;
    if (p == end || !str_is_digit(*p))
        return false;
    *offset = digits(&p, end);
    return true;
}

/* The objects in an object stream that was found. */
static void
note_packed(struct pdfin *f, const struct pdfin_object *o, uint32_t stream)
{
    struct buf bytes;
    int64_t count = pdfin_integer(pdfin_raw(o, "N"), 0);
    struct arena *a = arena_new();
    buf_init(&bytes, BUF_LIMIT_OUTPUT);
    pdfin_decode(f, o, &bytes, NULL);
    struct pdfin_lexer l = {bytes.at, bytes.at + bytes.n, a, true, 0};
    for (int64_t i = 0; i < count; i++) {
        struct pdfin_object n = pdfin_lex(&l), at = pdfin_lex(&l);
        if (n.type != PDFIN_INTEGER || at.type != PDFIN_INTEGER ||
            n.integer < 0)
            break;
        struct pdfin_xref *x = pdfin_entry_of(f, (uint64_t)n.integer);
        if (x && x->place != PDFIN_OFFSET)
            *x = (struct pdfin_xref){stream, (uint32_t)i, PDFIN_PACKED};
    }
    arena_free(a);
    buf_free(&bytes);
}

/* Takes what stands at an offset, where an object begins there. */
static void
note_object(struct pdfin *f, struct arena *a, uint64_t offset)
{
    uint32_t number;
    struct pdfin_object o = pdfin_parse_at(f, a, offset, &number);
    const struct pdfin_object *type = pdfin_raw(&o, "Type");
    struct pdfin_xref *x = number ? pdfin_entry_of(f, number) : NULL;
    if (!x || o.type == PDFIN_NULL)
        return;
    *x = (struct pdfin_xref){offset, 0, PDFIN_OFFSET};
    if (o.type == PDFIN_STREAM && pdfin_is(type, "ObjStm"))
        note_packed(f, &o, number);
    if (o.type == PDFIN_DICTIONARY && pdfin_is(type, "Catalog"))
        f->catalog_number = number;
    if (pdfin_is(type, "XRef") && pdfin_has(&o, "Root"))
        f->catalog_number = pdfin_number_of(pdfin_raw(&o, "Root"));
}

void
pdfin_rebuild(struct pdfin *f)
{
    const char *end = f->bytes + f->n, *p = f->bytes;
    struct arena *a = arena_new();
    f->faults |= PDFIN_FAULT_REBUILT;
    f->count = 0;
    memset(f->cached, 0, sizeof f->cached);
    if (f->xref)
        memset(f->xref, 0, f->room * sizeof *f->xref);
    while ((p = memmem(p, (size_t)(end - p), "obj", 3))) {
        const char *q = p;
        p += 3;
        int found = 0;
        for (; found < 2; found++) {
            const char *gap = q;
            while (q > f->bytes && pdfin_is_white(q[-1]))
                q--;
            const char *last = q;
            while (q > f->bytes && str_is_digit(q[-1]))
                q--;
            if (last == q || (found == 1 && gap == last))
                break;
        }
        if (found == 2 && q >= f->bytes + f->start) {
            note_object(f, a, (uint64_t)(q - f->bytes) - f->start);
            arena_reset(a);
        }
    }
    arena_free(a);
}

/* The newest trailer, of a file whose cross-references are lost. */
static void
find_trailer(struct pdfin *f)
{
    const char *end = f->bytes + f->n, *p = f->bytes;
    while ((p = memmem(p, (size_t)(end - p), "trailer", 7))) {
        p += 7;
        struct pdfin_lexer l = {p, end, f->arena, false, 0};
        pdfin_skip(&l);
        if (l.end - l.p < 2 || l.p[0] != '<' || l.p[1] != '<')
            continue;
        struct pdfin_object trailer = pdfin_lex(&l);
        if (pdfin_has(&trailer, "Root"))
            f->trailer = trailer;
    }
}

static bool
find_catalog(struct pdfin *f)
{
    uint32_t number = pdfin_number_of(pdfin_raw(&f->trailer, "Root"));
    if (!number)
        number = f->catalog_number;
    struct pdfin_object *o = ARENA_NEW(f->arena, struct pdfin_object);
    *o = pdfin_parse(f, f->arena, number);
    if (o->type != PDFIN_DICTIONARY ||
        pdfin_get(f, o, "Pages")->type != PDFIN_DICTIONARY)
        return false;
    f->catalog_number = number;
    f->catalog = o;
    return true;
}

/* Lists the pages in order: down the tree, no node twice (7.7.3). */
static void
list_pages(struct pdfin *f)
{
    VEC(uint32_t) stack = {0}, pages = {0};
    uint8_t *seen = arena_alloc(f->arena, f->count / 8 + 1);
    struct arena *a = arena_new();
    uint32_t root = pdfin_number_of(pdfin_raw(f->catalog, "Pages"));
    *vec_add(a, &stack) = root;
    while (stack.n) {
        uint32_t number = stack.at[--stack.n];
        if (!number || number >= f->count || seen[number / 8] & 1 << number % 8)
            continue;
        seen[number / 8] |= (uint8_t)(1 << number % 8);
        const struct pdfin_object *node = pdfin_load(f, number);
        const struct pdfin_object *kids = pdfin_get(f, node, "Kids");
        if (kids->type == PDFIN_ARRAY)
            for (uint32_t i = kids->n; i-- > 0;)
                *vec_add(a, &stack) = pdfin_number_of(&kids->items[i]);
        else if (node->type == PDFIN_DICTIONARY)
            *vec_add(a, &pages) = number;
        pdfin_let_go(f);
    }
    f->pages = ARENA_ARRAY(f->arena, uint32_t, pages.n + 1);
    f->is_page = arena_alloc(f->arena, f->count / 8 + 1);
    for (size_t i = 0; i < pages.n; i++)
        f->is_page[pages.at[i] / 8] |= (uint8_t)(1 << pages.at[i] % 8);
    f->page_count = (uint32_t)pages.n;
    if (pages.n)
        memcpy(f->pages, pages.at, pages.n * sizeof *f->pages);
    arena_free(a);
}

void
pdfin_read_xref(struct pdfin *f)
{
    struct xref_reading r = {.f = f};
    uint64_t at;
    if (!find_startxref(f, &at))
        f->faults |= PDFIN_FAULT_STARTXREF;
    else
        *vec_add(f->arena, &r.sections) = at;
    for (; r.done < r.sections.n; r.done++)
        if (!read_section(&r, r.sections.at[r.done]))
            f->faults |= r.done ? PDFIN_FAULT_XREF : PDFIN_FAULT_STARTXREF;
    f->trouble = f->odd = 0;
    f->encrypted = pdfin_has(&f->trailer, "Encrypt");
    if (!find_catalog(f)) {
        pdfin_rebuild(f);
        if (!pdfin_has(&f->trailer, "Root"))
            find_trailer(f);
        if (!find_catalog(f))
            return;
    }
    f->decoded = arena_alloc(f->arena, f->count + 1);
    list_pages(f);
}
