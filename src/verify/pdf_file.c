/* SPDX-License-Identifier: MIT */
/* A PDF's objects, when they are asked for (ISO 32000-1, 7.3.8 to 7.5). */
#include "verify/pdf_file.h"

#include <string.h>

enum { RESOLVE_MOST = 24, KEPT_MOST = 8 << 20, TREE_DEPTH = 64 };

/* A sound file's objects are each read a few times. Many objects that begin at
 * one place, or never end, would be read for ever. */
#define PARSED_MOST(n) (((uint64_t)64 << 20) + 32 * (uint64_t)(n))

struct pdfin *
pdfin_open(const char *bytes, size_t n)
{
    struct arena *a = arena_new();
    struct pdfin *f = ARENA_NEW(a, struct pdfin);
    size_t head = n < 1024 ? n : 1024;
    const char *start = memmem(bytes, head, "%PDF-", 5);
    f->arena = a;
    f->cache = arena_new();
    f->bytes = bytes;
    f->n = n;
    f->start = start ? (size_t)(start - bytes) : 0;
    for (int i = 0; i < PDFIN_PACKS; i++) {
        buf_init(&f->packs[i].bytes, BUF_LIMIT_OUTPUT);
        buf_init(&f->packs[i].table, BUF_LIMIT_OUTPUT);
    }
    pdfin_read_xref(f);
    if (f->catalog)
        return f;
    pdfin_close(f);
    return NULL;
}

void
pdfin_close(struct pdfin *f)
{
    if (!f)
        return;
    for (int i = 0; i < PDFIN_PACKS; i++) {
        buf_free(&f->packs[i].bytes);
        buf_free(&f->packs[i].table);
    }
    arena_free(f->cache);
    arena_free(f->arena);
}

void
pdfin_let_go(struct pdfin *f)
{
    if (f->keeps || arena_size(f->cache) < KEPT_MOST)
        return;
    memset(f->cached, 0, sizeof f->cached);
    arena_reset(f->cache);
}

/* Whether the bytes at `p` are the word. */
static bool
at_word(const char *p, const char *end, const char *word)
{
    size_t n = strlen(word);
    return (size_t)(end - p) >= n && memcmp(p, word, n) == 0;
}

/* Where a stream ends whose Length is not to be believed. */
static size_t
find_end(const char *p, const char *end)
{
    const char *stop = memmem(p, (size_t)(end - p), "endstream", 9);
    if (!stop)
        stop = end;
    if (stop > p && stop[-1] == '\n')
        stop--;
    if (stop > p && stop[-1] == '\r')
        stop--;
    return (size_t)(stop - p);
}

/* The bytes behind the keyword "stream" (7.3.8.1). */
static struct pdfin_object
read_stream(struct pdfin *f, struct arena *a, struct pdfin_lexer *l,
            struct pdfin_object dictionary, uint32_t number)
{
    struct pdfin_stream *s = ARENA_NEW(a, struct pdfin_stream);
    unsigned trouble = f->trouble;
    *s = (struct pdfin_stream){.dictionary = dictionary, .number = number};
    int64_t length = pdfin_integer(pdfin_get(f, &s->dictionary, "Length"), -1);
    f->trouble = trouble;
    if (at_word(l->p, l->end, "\r\n"))
        l->p += 2;
    else if (l->p < l->end && *l->p == '\n')
        l->p++;
    else
        f->trouble |= PDFIN_TROUBLE_SPACING;
    s->bytes = l->p;
    size_t left = (size_t)(l->end - l->p);
    const char *close = NULL;
    if (length >= 0 && (uint64_t)length <= left) {
        close = l->p + length; /* one end of a line may follow */
        close += close < l->end && *close == '\r';
        close += close < l->end && *close == '\n';
    }
    if (close && at_word(close, l->end, "endstream")) {
        s->n = (size_t)length;
        if (close == l->p + length)
            f->trouble |= PDFIN_TROUBLE_SPACING;
    } else {
        f->trouble |= PDFIN_TROUBLE_LENGTH;
        s->n = find_end(l->p, l->end);
        f->parsed += s->n;
        close = l->p + s->n;
        while (close < l->end && (*close == '\r' || *close == '\n'))
            close++;
    }
    l->p = at_word(close, l->end, "endstream") ? close + 9 : close;
    return (struct pdfin_object){PDFIN_STREAM, 0, {.stream = s}};
}

static bool
read_header(struct pdfin *f, struct pdfin_lexer *l, uint32_t *number)
{
    bool sound = l->p < l->end && str_is_digit(*l->p);
    l->content = true;
    struct pdfin_object n = pdfin_lex(l), generation = pdfin_lex(l);
    struct pdfin_object word = pdfin_lex(l);
    l->content = false;
    if (n.type != PDFIN_INTEGER || generation.type != PDFIN_INTEGER ||
        word.type != PDFIN_KEYWORD || strcmp(word.text, "obj") != 0 ||
        n.integer < 0 || n.integer > PDFIN_NUMBER_MOST)
        return false;
    *number = (uint32_t)n.integer;
    if (!sound || l->p == l->end || (*l->p != '\n' && *l->p != '\r'))
        f->trouble |= PDFIN_TROUBLE_SPACING;
    return true;
}

struct pdfin_object
pdfin_parse_at(struct pdfin *f, struct arena *a, uint64_t offset,
               uint32_t *number)
{
    *number = 0;
    if (f->parsed > PARSED_MOST(f->n)) {
        f->faults |= PDFIN_FAULT_LARGE;
        return pdfin_nothing;
    }
    if (offset >= f->n - f->start) {
        f->trouble |= PDFIN_TROUBLE_HEADER;
        return pdfin_nothing;
    }
    struct pdfin_lexer l = {f->bytes + f->start + offset, f->bytes + f->n, a,
                            false, 0};
    if (!read_header(f, &l, number)) {
        f->trouble |= PDFIN_TROUBLE_HEADER;
        return pdfin_nothing;
    }
    const char *from = l.p;
    struct pdfin_object o = pdfin_lex(&l);
    pdfin_skip(&l);
    f->parsed += (uint64_t)(l.p - from);
    if (o.type == PDFIN_DICTIONARY && at_word(l.p, l.end, "stream")) {
        l.p += 6;
        o = read_stream(f, a, &l, o, *number);
        pdfin_skip(&l);
    }
    if (!at_word(l.p, l.end, "endobj"))
        f->trouble |= PDFIN_TROUBLE_END;
    else if (l.p[-1] != '\n' && l.p[-1] != '\r')
        f->trouble |= PDFIN_TROUBLE_SPACING;
    f->odd |= l.odd;
    if (o.type == PDFIN_END || o.type == PDFIN_KEYWORD) {
        f->odd |= PDFIN_ODD_SYNTAX;
        return pdfin_nothing;
    }
    return o;
}

/* Reads the head of an unpacked object stream: numbers and offsets. */
static void
read_pack(struct pdfin *f, struct pdfin_pack *pack,
          const struct pdfin_object *stream)
{
    int64_t count = pdfin_integer(pdfin_get(f, stream, "N"), 0);
    int64_t first = pdfin_integer(pdfin_get(f, stream, "First"), 0);
    struct arena *a = arena_new();
    if (count < 0 || first < 0 || (uint64_t)first > pack->bytes.n ||
        count > first)
        count = 0;
    struct pdfin_lexer l = {pack->bytes.at, pack->bytes.at + first, a, true, 0};
    uint32_t pair[2] = {0, 0}, k = 0;
    for (; k < (uint32_t)count; k++) {
        struct pdfin_object n = pdfin_lex(&l), at = pdfin_lex(&l);
        if (n.type != PDFIN_INTEGER || at.type != PDFIN_INTEGER ||
            at.integer < 0 || n.integer < 0 ||
            (uint64_t)at.integer > pack->bytes.n - (size_t)first)
            break;
        pair[0] = (uint32_t)n.integer;
        pair[1] = (uint32_t)at.integer;
        buf_add(&pack->table, pair, sizeof pair);
    }
    pack->count = k;
    pack->first = (size_t)first;
    arena_free(a);
}

/* The object stream of that number, unpacked; NULL where it is none. */
static struct pdfin_pack *
open_pack(struct pdfin *f, uint32_t number)
{
    struct pdfin_pack *oldest = &f->packs[0];
    for (int i = 0; i < PDFIN_PACKS; i++) {
        if (f->packs[i].number == number) {
            f->packs[i].age = ++f->clock;
            return &f->packs[i];
        }
        if (f->packs[i].age < oldest->age)
            oldest = &f->packs[i];
    }
    if (number >= f->count || f->xref[number].place != PDFIN_OFFSET)
        return NULL;
    const struct pdfin_object *stream = pdfin_load(f, number);
    if (stream->type != PDFIN_STREAM)
        return NULL;
    struct pdfin_pack *pack = oldest;
    pack->number = 0;
    buf_clear(&pack->bytes);
    buf_clear(&pack->table);
    pdfin_decode(f, stream, &pack->bytes, NULL);
    read_pack(f, pack, stream);
    pack->number = number;
    pack->age = ++f->clock;
    return pack;
}

static struct pdfin_object
read_packed(struct pdfin *f, struct arena *a, uint32_t number,
            const struct pdfin_xref *x)
{
    struct pdfin_pack *pack = open_pack(f, (uint32_t)x->at);
    const uint32_t(*table)[2] =
        pack ? (const uint32_t(*)[2])(void *)pack->table.at : NULL;
    uint32_t i = x->further;
    if (pack && (i >= pack->count || table[i][0] != number))
        for (i = 0; i < pack->count && table[i][0] != number;)
            i++;
    if (!pack || i >= pack->count) {
        f->trouble |= PDFIN_TROUBLE_PACKED;
        return pdfin_nothing;
    }
    size_t from = pack->first + table[i][1];
    struct pdfin_lexer l = {pack->bytes.at + from,
                            pack->bytes.at + pack->bytes.n, a, false, 0};
    struct pdfin_object o = pdfin_lex(&l);
    f->odd |= l.odd & ~(unsigned)PDFIN_ODD_DEEP;
    return o.type == PDFIN_END || o.type == PDFIN_KEYWORD ? pdfin_nothing : o;
}

struct pdfin_object
pdfin_parse(struct pdfin *f, struct arena *a, uint32_t number)
{
    struct pdfin_object o = pdfin_nothing;
    uint32_t found;
    f->trouble = f->odd = 0;
    if (number >= f->count || f->resolving > RESOLVE_MOST)
        return o;
    const struct pdfin_xref x = f->xref[number];
    f->resolving++;
    if (x.place == PDFIN_OFFSET) {
        o = pdfin_parse_at(f, a, x.at, &found);
        if (o.type != PDFIN_NULL && found != number) {
            f->trouble |= PDFIN_TROUBLE_HEADER;
            o = pdfin_nothing;
        }
    } else if (x.place == PDFIN_PACKED) {
        o = read_packed(f, a, number, &x);
    }
    f->resolving--;
    return o;
}

const struct pdfin_object *
pdfin_load(struct pdfin *f, uint32_t number)
{
    uint32_t slot = number % PDFIN_CACHED;
    if (f->cached[slot].object && f->cached[slot].number == number)
        return f->cached[slot].object;
    struct pdfin_object *o = ARENA_NEW(f->cache, struct pdfin_object);
    unsigned trouble = f->trouble, odd = f->odd;
    *o = pdfin_parse(f, f->cache, number);
    f->trouble |= trouble;
    f->odd |= odd;
    f->cached[slot].number = number;
    f->cached[slot].object = o;
    return o;
}

const struct pdfin_object *
pdfin_resolve(struct pdfin *f, const struct pdfin_object *o)
{
    for (int i = 0; o->type == PDFIN_REFERENCE; i++) {
        if (i > RESOLVE_MOST)
            return &pdfin_nothing;
        o = pdfin_load(f, (uint32_t)o->integer);
    }
    return o;
}

const struct pdfin_object *
pdfin_get(struct pdfin *f, const struct pdfin_object *o, const char *key)
{
    return pdfin_resolve(f, pdfin_raw(pdfin_resolve(f, o), key));
}

const struct pdfin_object *
pdfin_item(struct pdfin *f, const struct pdfin_object *array, uint32_t i)
{
    array = pdfin_resolve(f, array);
    if (array->type != PDFIN_ARRAY || i >= array->n)
        return &pdfin_nothing;
    return pdfin_resolve(f, &array->items[i]);
}

uint32_t
pdfin_count(const struct pdfin_object *o)
{
    return o->type == PDFIN_ARRAY ? o->n : o->type != PDFIN_NULL;
}

const struct pdfin_object *
pdfin_member(struct pdfin *f, const struct pdfin_object *o, uint32_t i)
{
    return o->type == PDFIN_ARRAY ? pdfin_item(f, o, i) : pdfin_resolve(f, o);
}

const struct pdfin_object *
pdfin_inherited(struct pdfin *f, const struct pdfin_object *page,
                const char *key)
{
    const struct pdfin_object *o = &pdfin_nothing;
    for (int i = 0; i < TREE_DEPTH && page->type == PDFIN_DICTIONARY; i++) {
        o = pdfin_get(f, page, key);
        if (o->type != PDFIN_NULL)
            return o;
        page = pdfin_get(f, page, "Parent");
    }
    return o;
}

bool
pdfin_page_content(struct pdfin *f, const struct pdfin_object *page,
                   struct buf *out)
{
    const struct pdfin_object *c = pdfin_get(f, page, "Contents");
    bool sound = true;
    for (uint32_t i = 0; i < pdfin_count(c); i++) {
        const struct pdfin_object *part = pdfin_member(f, c, i);
        if (part->type != PDFIN_STREAM) {
            sound = false;
            continue;
        }
        sound &= pdfin_decode(f, part, out, NULL);
        buf_char(out, '\n');
    }
    return sound;
}
