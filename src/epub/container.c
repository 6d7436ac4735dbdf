/* SPDX-License-Identifier: MIT */
/* The container: libzip writes it, piece by piece, onto a file that can only
 * be appended to. Entries are deflated when they are added, so that no more
 * than one of them is ever held as text. */
#include "epub/epub_int.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* An entry, and where reading it has come to. */
struct entry {
    const char *name;
    const char *bytes;
    size_t n, size, at; /* as stored, as read, read so far */
    uint32_t crc;
    bool deflated;
};

struct epub_zip {
    struct arena *arena;
    VEC(struct entry *) entries;
    bool failed;
};

struct epub_zip *
epub_zip_new(void)
{
    struct arena *a = arena_new();
    struct epub_zip *z = ARENA_NEW(a, struct epub_zip);
    z->arena = a;
    return z;
}

void
epub_zip_free(struct epub_zip *z)
{
    arena_free(z->arena);
}

static struct entry *
add_entry(struct epub_zip *z, const char *name, const void *bytes, size_t n)
{
    struct entry *e = ARENA_NEW(z->arena, struct entry);
    e->name = arena_str(z->arena, name);
    e->bytes = bytes;
    e->n = e->size = n;
    e->crc = hash_crc32(bytes, n);
    *vec_add(z->arena, &z->entries) = e;
    return e;
}

void
epub_zip_store(struct epub_zip *z, const char *name, const void *bytes,
               size_t n)
{
    add_entry(z, name, bytes, n);
}

void
epub_zip_deflate(struct epub_zip *z, const char *name, const void *bytes,
                 size_t n)
{
    enum { LEVEL = 6 };
    struct entry *e = add_entry(z, name, bytes, n);
    struct buf packed;
    buf_init(&packed, BUF_LIMIT_OUTPUT);
    buf_deflate_raw(&packed, bytes, n, LEVEL);
    z->failed = z->failed || packed.failed;
    e->bytes = arena_strn(z->arena, packed.at, packed.n);
    e->n = packed.n;
    e->deflated = true;
    buf_free(&packed);
}

/* libzip asks for the bytes of an entry. */
static zip_int64_t
read_entry(void *state, void *data, zip_uint64_t room, zip_source_cmd_t command)
{
    struct entry *e = state;
    zip_stat_t *st = data;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        e->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        if (room > e->n - e->at)
            room = e->n - e->at;
        memcpy(data, e->bytes + e->at, room);
        e->at += room;
        return (zip_int64_t)room;
    case ZIP_SOURCE_STAT:
        zip_stat_init(st);
        st->size = e->size;
        st->comp_size = e->n;
        st->crc = e->crc;
        st->comp_method = e->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
        st->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC |
                    ZIP_STAT_COMP_METHOD;
        return sizeof *st;
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&(zip_error_t){0}, data, room);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
        return 0;
    }
}

/* The file behind the archive. libzip goes back to an entry's header when its
 * sizes are known, and then forward to its end, never behind that again: from
 * there on the bytes are final and go to the file. */
struct sink {
    struct file_out *out;
    size_t start;    /* of `tail` in the archive */
    struct buf tail; /* what may still change */
    size_t at;       /* where in `tail` the next byte goes */
    zip_error_t error;
};

static zip_int64_t
sink_fail(struct sink *s, int code)
{
    zip_error_set(&s->error, code, 0);
    return -1;
}

static void
sink_flush(struct sink *s)
{
    file_out_write(s->out, s->tail.at, s->tail.n);
    s->start += s->tail.n;
    s->at = 0;
    buf_clear(&s->tail);
}

static zip_int64_t
sink_write(struct sink *s, const char *bytes, size_t n)
{
    size_t over = s->tail.n - s->at;
    if (over > n)
        over = n;
    memcpy(s->tail.at + s->at, bytes, over);
    buf_add(&s->tail, bytes + over, n - over);
    s->at += n;
    return s->tail.failed ? sink_fail(s, ZIP_ER_MEMORY) : (zip_int64_t)n;
}

static zip_int64_t
sink_seek(struct sink *s, void *data, zip_uint64_t room)
{
    zip_int64_t to = zip_source_seek_compute_offset(
        s->start + s->at, s->start + s->tail.n, data, room, &s->error);
    if (to < 0)
        return -1;
    if ((size_t)to < s->start || (size_t)to > s->start + s->tail.n)
        return sink_fail(s, ZIP_ER_SEEK);
    bool was_back = s->at < s->tail.n;
    s->at = (size_t)to - s->start;
    if (was_back && s->at == s->tail.n)
        sink_flush(s);
    return 0;
}

static zip_int64_t
write_sink(void *state, void *data, zip_uint64_t n, zip_source_cmd_t command)
{
    struct sink *s = state;
    switch (command) {
    case ZIP_SOURCE_BEGIN_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_REMOVE:
    case ZIP_SOURCE_FREE:
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_COMMIT_WRITE:
        sink_flush(s);
        return 0;
    case ZIP_SOURCE_WRITE:
        return sink_write(s, data, n);
    case ZIP_SOURCE_SEEK_WRITE:
        return sink_seek(s, data, n);
    case ZIP_SOURCE_TELL_WRITE:
        return (zip_int64_t)(s->start + s->at);
    case ZIP_SOURCE_STAT: /* there is no older archive */
        zip_error_set(&s->error, ZIP_ER_READ, ENOENT);
        return -1;
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&s->error, data, n);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
            ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
            ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
            ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
    default: /* nothing is there to be read */
        return sink_fail(s, ZIP_ER_OPNOTSUPP);
    }
}

static int
compare_entries(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

/* Seconds since 1970 as a DOS time, which begins in 1980 and ends in 2107. */
static void
dos_time(int64_t seconds, uint16_t *time, uint16_t *date)
{
    struct date day = clock_date(seconds);
    int64_t left = seconds % (24 * 60 * 60);
    if (day.year < 1980) {
        day = (struct date){1980, 1, 1};
        left = 0;
    } else if (day.year > 2107) {
        day = (struct date){2107, 12, 31};
        left = 0;
    }
    *time = (uint16_t)(left / 3600 << 11 | left / 60 % 60 << 5 | left % 60 / 2);
    *date = (uint16_t)((day.year - 1980) << 9 | day.month << 5 | day.day);
}

static bool
add_to_archive(zip_t *archive, struct entry *e, uint16_t time, uint16_t date)
{
    zip_source_t *source = zip_source_function(archive, read_entry, e);
    if (!source)
        return false;
    zip_int64_t index =
        zip_file_add(archive, e->name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t i = (zip_uint64_t)index;
    zip_int32_t method = e->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    return zip_set_file_compression(archive, i, method, 0) == 0 &&
           zip_file_set_dostime(archive, i, time, date, 0) == 0;
}

static bool
fill_and_close(struct epub_zip *z, zip_t *archive, int64_t modified)
{
    static const char type[] = "application/epub+zip";
    struct entry mimetype = {.name = "mimetype",
                             .bytes = type,
                             .n = sizeof type - 1,
                             .size = sizeof type - 1,
                             .crc = hash_crc32(type, sizeof type - 1)};
    uint16_t time, date;
    dos_time(modified, &time, &date);
    qsort(z->entries.at, z->entries.n, sizeof *z->entries.at, compare_entries);
    bool fine = add_to_archive(archive, &mimetype, time, date);
    for (size_t i = 0; fine && i < z->entries.n; i++)
        fine = add_to_archive(archive, z->entries.at[i], time, date);
    return fine && zip_close(archive) == 0;
}

const char *
epub_zip_write(struct epub_zip *z, int64_t modified, struct file_out *out,
               struct arena *a)
{
    struct sink s = {.out = out};
    zip_error_t error;
    const char *fault = NULL;
    if (z->failed)
        return "an entry is too large";
    zip_error_init(&error);
    zip_error_init(&s.error);
    buf_init(&s.tail, BUF_LIMIT_OUTPUT);
    zip_source_t *source = zip_source_function_create(write_sink, &s, &error);
    zip_t *archive =
        source ? zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error)
               : NULL;
    if (!archive) {
        fault = arena_str(a, zip_error_strerror(&error));
        zip_source_free(source);
    } else if (!fill_and_close(z, archive, modified)) {
        fault = arena_str(a, zip_strerror(archive));
        zip_discard(archive);
    }
    buf_free(&s.tail);
    zip_error_fini(&error);
    zip_error_fini(&s.error);
    return fault;
}
