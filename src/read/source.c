/* SPDX-License-Identifier: MIT */
/* An article's file as text, and the places in it. */
#include "read/read_int.h"

#include <errno.h>
#include <string.h>

void
read_source_init(struct read_source *s, struct arena *a, const char *file,
                 const char *text, size_t n, uint32_t first_line)
{
    size_t lines = 1;
    for (const char *p = text; (p = memchr(p, '\n', n - (size_t)(p - text)));
         p++)
        lines++;
    uint32_t *starts = ARENA_ARRAY(a, uint32_t, lines + 1);
    size_t line = 1;
    for (const char *p = text; (p = memchr(p, '\n', n - (size_t)(p - text)));)
        starts[line++] = (uint32_t)(++p - text);
    starts[lines] = (uint32_t)n;
    *s = (struct read_source){.file = file,
                              .text = text,
                              .n = n,
                              .first_line = first_line,
                              .first_col = 1,
                              .starts = starts,
                              .lines = lines,
                              .last = ARENA_NEW(a, struct read_cursor)};
}

struct place
read_source_place(const struct read_source *s, size_t line, size_t byte)
{
    if (line >= s->lines)
        line = s->lines - 1;
    struct read_cursor *last = s->last;
    size_t length = s->starts[line + 1] - s->starts[line];
    if (!last->col || last->line != line || last->byte > byte)
        *last = (struct read_cursor){line, 0, line ? 1 : s->first_col};
    for (; last->byte < byte && last->byte < length; last->byte++)
        last->col += (s->text[s->starts[line] + last->byte + 1] & 0xC0) != 0x80;
    return (struct place){s->file, s->first_line + (uint32_t)line, last->col};
}

size_t
read_source_near(const struct read_source *s, size_t line, size_t byte,
                 const char *text, size_t n)
{
    const char *start = s->text + s->starts[line];
    size_t room = s->starts[line + 1] - s->starts[line], near = SIZE_MAX;
    if (byte + n <= room && memcmp(start + byte, text, n) == 0)
        return byte;
    for (const char *p = start;
         n && (p = memmem(p, room - (size_t)(p - start), text, n)); p++) {
        size_t at = (size_t)(p - start);
        if (near != SIZE_MAX && at > byte && at - byte >= byte - near)
            break;
        near = at;
        if (at >= byte)
            break;
    }
    return near;
}

struct place
read_source_place_at(const struct read_source *s, size_t offset)
{
    size_t low = 0, high = s->lines;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        *(s->starts[middle] <= offset ? &low : &high) = middle;
    }
    return read_source_place(s, low, offset - s->starts[low]);
}

/* Line ends as \n, in place. */
static size_t
fold_line_ends(char *text, size_t n)
{
    char *to = text;
    for (size_t i = 0; i < n; i++) {
        if (text[i] != '\r')
            *to++ = text[i];
        else if (i + 1 == n || text[i + 1] != '\n')
            *to++ = '\n';
    }
    *to = '\0';
    return (size_t)(to - text);
}

/* The first byte that is no text: not UTF-8, or a NUL. */
static size_t
find_bad(const char *text, size_t n)
{
    size_t bad = utf8_check(text, n);
    const char *nul = memchr(text, '\0', bad);
    return nul ? (size_t)(nul - text) : bad;
}

static bool
check_text(struct reader *r, const char *file, char *text, size_t n)
{
    size_t bad = find_bad(text, n);
    if (bad == n)
        return true;
    unsigned char byte = (unsigned char)text[bad];
    struct read_source s;
    bad = fold_line_ends(text, bad);
    read_source_init(&s, r->scratch, file, text, bad, 1);
    diag_at(r->diag, read_source_place_at(&s, bad), DIAG_UTF8_INVALID,
            "the byte %02X is no UTF-8 text", byte);
    diag_hint(r->diag, byte ? "save the file as UTF-8"
                            : "this is no text file; name the articles in "
                              "“articles”");
    return false;
}

char *
read_source_load(struct reader *r, const char *path, const char *file,
                 size_t *n)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct place at = {file, 0, 0};
    struct buf b;
    char *text = NULL;
    buf_init(&b, READ_ARTICLE_BYTES);
    int error = file_read(path, &b);
    if (error == EFBIG) {
        diag_at(r->diag, at, DIAG_LIMIT_REACHED,
                "the article has more than %d MB", READ_ARTICLE_BYTES >> 20);
        diag_hint(r->diag, "split it into several articles");
    } else if (error) {
        diag_at(r->diag, at, DIAG_FILE_UNREADABLE,
                "the article can't be read: %s", strerror(error));
    } else {
        bool marked = b.n >= 3 && memcmp(b.at, mark, 3) == 0;
        text = arena_strn(r->scratch, b.at + 3 * marked, b.n - 3 * marked);
        *n = b.n - 3 * marked;
    }
    buf_free(&b);
    if (!text || !check_text(r, file, text, *n))
        return NULL;
    *n = fold_line_ends(text, *n);
    if (str_blank(text)) {
        diag_at(r->diag, at, DIAG_ARTICLE_EMPTY, "the file is empty");
        return NULL;
    }
    return text;
}
