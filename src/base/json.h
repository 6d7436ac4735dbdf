/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259) onto a buffer, indented for people. Part of base/base.h. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

struct buf;

/* The string as a literal with its quotes. Bytes that are no UTF-8 become
 * U+FFFD. */
void json_quote(struct buf *to, const char *s);

/* Writes one value after the other, those of an object with a `key`, those of
 * an array with NULL. Starts as {.to = buffer}. */
struct json {
    struct buf *to;
    int depth;
    bool more; /* something stands before it on its level */
};

/* '{' or '[', and what closes it. */
void json_open(struct json *j, const char *key, char bracket);
void json_close(struct json *j, char bracket);

void json_text(struct json *j, const char *key, const char *text); /* or null */
void json_int(struct json *j, const char *key, int64_t number);
void json_bool(struct json *j, const char *key, bool is);

/* A number with two decimals, given in hundredths. */
void json_hundredths(struct json *j, const char *key, int64_t hundredths);

#endif
