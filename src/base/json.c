/* SPDX-License-Identifier: MIT */
/* JSON text: what is in it and how it is indented. */
#include "base/json.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

void
json_quote(struct buf *to, const char *s)
{
    buf_char(to, '"');
    for (const char *end = s + strlen(s); s < end;) {
        const char *from = s;
        uint32_t c = utf8_next(&s, end);
        if (c == '"' || c == '\\')
            buf_printf(to, "\\%c", (int)c);
        else if (c < 0x20 || c == UTF8_BAD)
            buf_printf(to, "\\u%04x", c == UTF8_BAD ? 0xFFFDu : (unsigned)c);
        else
            buf_add(to, from, (size_t)(s - from));
    }
    buf_char(to, '"');
}

static void
new_line(struct json *j)
{
    buf_char(j->to, '\n');
    for (int i = 0; i < j->depth; i++)
        buf_str(j->to, "  ");
}

/* What stands before a value. */
static void
begin(struct json *j, const char *key)
{
    if (j->more)
        buf_char(j->to, ',');
    if (j->depth)
        new_line(j);
    j->more = true;
    if (key) {
        json_quote(j->to, key);
        buf_str(j->to, ": ");
    }
}

void
json_open(struct json *j, const char *key, char bracket)
{
    begin(j, key);
    buf_char(j->to, bracket);
    j->depth++;
    j->more = false;
}

void
json_close(struct json *j, char bracket)
{
    j->depth--;
    if (j->more)
        new_line(j);
    buf_char(j->to, bracket);
    j->more = true;
}

void
json_text(struct json *j, const char *key, const char *text)
{
    begin(j, key);
    if (text)
        json_quote(j->to, text);
    else
        buf_str(j->to, "null");
}

void
json_int(struct json *j, const char *key, int64_t number)
{
    begin(j, key);
    buf_printf(j->to, "%lld", (long long)number);
}

void
json_bool(struct json *j, const char *key, bool is)
{
    begin(j, key);
    buf_str(j->to, is ? "true" : "false");
}

void
json_hundredths(struct json *j, const char *key, int64_t hundredths)
{
    begin(j, key);
    buf_printf(j->to, "%lld.%02d", (long long)(hundredths / 100),
               (int)(hundredths % 100));
}
