/* SPDX-License-Identifier: MIT */
/* What cmark-gfm is never given: inputs on which this version of it takes
 * quadratic time, and what no author writes. */
#include "read/read_int.h"

#include <string.h>

static bool
report(struct reader *r, const struct read_source *s, size_t line,
       const char *what, int limit, const char *hint)
{
    diag_at(r->diag, read_source_place(s, line, 0), DIAG_LIMIT_REACHED,
            "more than %d %s", limit, what);
    diag_hint(r->diag, "%s", hint);
    return false;
}

static size_t
count(const char *s, size_t n, char c)
{
    size_t found = 0;
    for (const char *end = s + n; (s = memchr(s, c, (size_t)(end - s))); s++)
        found++;
    return found;
}

/* Marks of quotes and lists, and spaces between, that begin a line. */
static size_t
markers(const char *s, size_t n)
{
    size_t found = 0;
    for (size_t i = 0; i < n && strchr("> \t-+*", s[i]); i++)
        found += s[i] != ' ' && s[i] != '\t' &&
                 (s[i] == '>' || (i + 1 < n && s[i + 1] == ' '));
    return found;
}

/* A table's second row: dashes, colons, bars. */
static bool
is_delimiter_row(const char *s, size_t n)
{
    return n && strspn(s, " \t|:->") >= n && memchr(s, '-', n) &&
           (memchr(s, '|', n) || memchr(s, ':', n));
}

static bool
is_blank(const char *s, size_t n)
{
    return strspn(s, " \t>") >= n;
}

bool
read_guard(struct reader *r, const struct read_source *s)
{
    size_t run = 0, run_bytes = 0, bars_above = 0, columns = 0, rows = 0;
    for (size_t i = 0; i < s->lines; i++) {
        const char *line = s->text + s->starts[i];
        size_t n = s->starts[i + 1] - s->starts[i];
        n -= n && line[n - 1] == '\n';
        if (n > READ_LINE_BYTES)
            return report(r, s, i, "bytes in one line", READ_LINE_BYTES,
                          "break it into several lines");
        if (markers(line, n) > READ_MARKERS)
            return report(r, s, i, "quotes and lists within one another",
                          READ_MARKERS, "is this line meant to be text?");
        bool delimiter = is_delimiter_row(line, n);
        size_t bars = count(line, n, '|');
        if (delimiter && (bars > READ_TABLE_COLUMNS + 1 ||
                          bars_above > READ_TABLE_COLUMNS + 1))
            return report(r, s, i, "columns in a table", READ_TABLE_COLUMNS,
                          "split the table");
        if (delimiter && run > READ_TABLE_LEAD)
            return report(r, s, i, "lines of text right above a table",
                          READ_TABLE_LEAD,
                          "put a blank line before the table's first row");
        if (delimiter && bars + 1 > columns)
            columns = bars + 1;
        run = is_blank(line, n) ? 0 : run + 1;
        rows = run && columns ? rows + 1 : 0;
        columns = run ? columns : 0;
        if (columns * rows > READ_TABLE_CELLS)
            return report(r, s, i, "cells in a table", READ_TABLE_CELLS,
                          "split the table");
        bars_above = bars;
        run_bytes = run ? run_bytes + n : 0;
        if (run_bytes > READ_PARAGRAPH_BYTES)
            return report(r, s, i, "bytes without a blank line",
                          READ_PARAGRAPH_BYTES, "part it by blank lines");
    }
    return true;
}
