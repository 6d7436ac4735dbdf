/* SPDX-License-Identifier: MIT */
/* Messages: collected, sorted, printed by diag_print.c. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"

static const struct {
    const char *id;
    enum diag_severity severity;
} messages[DIAG_COUNT] = {
#define DIAG(name, id, severity) [DIAG_##name] = {id, DIAG_##severity},
#include "base/diag_table.h"
#undef DIAG
};

static const char *const meanings[DIAG_COUNT] = {
#define MEANS(name, phrase) [DIAG_##name] = phrase,
#include "base/diag_meaning.h"
#undef MEANS
};

struct entry {
    struct diag_message message;
    size_t file_order, order;
};

struct diag {
    struct arena *arena;
    struct map *files; /* path → its order of first mention, plus one */
    struct map *seen;
    VEC(struct entry) entries;
    bool last_is_new;
    size_t count[DIAG_ERROR + 1];
};

struct diag *
diag_new(void)
{
    struct diag *d = mem_alloc(sizeof *d);
    *d = (struct diag){.arena = arena_new()};
    d->files = map_new(d->arena);
    d->seen = map_new(d->arena);
    return d;
}

void
diag_free(struct diag *d)
{
    if (!d)
        return;
    arena_free(d->arena);
    mem_free(d);
}

/* The map's own copy of the path, and the order in which it was first named. */
static const char *
intern_file(struct diag *d, const char *file, size_t *order)
{
    *order = 0;
    if (!file)
        return NULL;
    *order = (size_t)(uintptr_t)map_get(d->files, file);
    if (!*order) {
        *order = map_count(d->files) + 1;
        map_set(d->files, arena_str(d->arena, file), (void *)*order);
    }
    return map_at(d->files, *order - 1)->key;
}

/* A message as one line that no terminal and no report trips over: what an
 * input's bytes brought in of control characters becomes a space, of bad
 * UTF-8 U+FFFD. */
static char *
one_line(struct arena *a, const char *format, va_list args)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    const char *text = arena_vprintf(a, format, args);
    for (const char *p = text, *end = p + strlen(p); p < end;) {
        uint32_t c = utf8_next(&p, end);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0))
            c = ' ';
        buf_utf8(&b, c == UTF8_BAD ? 0xFFFD : c);
    }
    char *line = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return line;
}

/* Adds the message unless it is there. All but its file is the collection's
 * own already. */
static void
add(struct diag *d, const struct diag_message *m)
{
    struct entry e = {.message = *m};
    e.message.at.file = intern_file(d, m->at.file, &e.file_order);
    char *key = arena_printf(d->arena, "%zu:%u:%u:%s:%s:%s", e.file_order,
                             m->at.line, m->at.col, diag_message_name(m),
                             m->object ? m->object : "", m->text);
    d->last_is_new = !map_get(d->seen, key);
    if (!d->last_is_new)
        return;
    map_set(d->seen, key, d);
    e.order = d->entries.n;
    *vec_add(d->arena, &d->entries) = e;
    d->count[diag_message_severity(m)]++;
}

void
diag_at(struct diag *d, struct place at, enum diag_id id, const char *format,
        ...)
{
    struct diag_message m = {.id = id, .at = at};
    va_list args;
    va_start(args, format);
    m.text = one_line(d->arena, format, args);
    va_end(args);
    add(d, &m);
}

void
diag_finding(struct diag *d, struct place at, const char *object,
             const struct diag_rule *rule, const char *format, ...)
{
    struct diag_message m = {
        .id = DIAG_OF_RULE, .rule = rule, .at = at, .hint = rule->remedy};
    m.object = object ? arena_str(d->arena, object) : NULL;
    va_list args;
    va_start(args, format);
    m.text = one_line(d->arena, format, args);
    va_end(args);
    add(d, &m);
}

void
diag_copy(struct diag *d, const struct diag_message *m)
{
    struct diag_message own = *m;
    own.text = arena_str(d->arena, m->text);
    own.hint = m->hint ? arena_str(d->arena, m->hint) : NULL;
    own.object = m->object ? arena_str(d->arena, m->object) : NULL;
    add(d, &own);
}

void
diag_hint(struct diag *d, const char *format, ...)
{
    if (!d->last_is_new)
        return;
    va_list args;
    va_start(args, format);
    d->entries.at[d->entries.n - 1].message.hint =
        one_line(d->arena, format, args);
    va_end(args);
}

size_t
diag_count(const struct diag *d, enum diag_severity least)
{
    size_t n = 0;
    for (int s = least; s <= DIAG_ERROR; s++)
        n += d->count[s];
    return n;
}

enum diag_severity
diag_severity_of(enum diag_id id)
{
    return messages[id].severity;
}

const char *
diag_id_name(enum diag_id id)
{
    return messages[id].id;
}

const char *
diag_id_meaning(enum diag_id id)
{
    return meanings[id] ? meanings[id] : "";
}

enum diag_severity
diag_message_severity(const struct diag_message *m)
{
    return m->rule ? m->rule->severity : diag_severity_of(m->id);
}

const char *
diag_message_name(const struct diag_message *m)
{
    return m->rule ? m->rule->id : diag_id_name(m->id);
}

const char *
diag_message_meaning(const struct diag_message *m)
{
    return m->rule ? m->rule->meaning : diag_id_meaning(m->id);
}

static int
compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    const size_t keys[4][2] = {{x->file_order, y->file_order},
                               {x->message.at.line, y->message.at.line},
                               {x->message.at.col, y->message.at.col},
                               {x->order, y->order}};
    for (int i = 0; i < 4; i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

void
diag_sort(struct diag *d)
{
    if (d->entries.n)
        qsort(d->entries.at, d->entries.n, sizeof *d->entries.at,
              compare_entries);
    d->last_is_new = false;
}

const struct diag_message *
diag_message_at(const struct diag *d, size_t i)
{
    return &d->entries.at[i].message;
}
