/* SPDX-License-Identifier: MIT */
/* YAML text becomes conf_values. libyaml reports events; it never prints,
 * never aborts, and counts columns in characters. */
#include "conf/conf.h"

#include <string.h>
#include <yaml.h>

enum {
    CONF_DEPTH_LIMIT = 32,    /* lists and maps within one another */
    CONF_VALUE_LIMIT = 50000, /* values in one document */
    CONF_ALIAS_LIMIT = 1000   /* uses of anchors in one document */
};

/* A list or map that is not closed yet. */
struct level {
    struct conf_value *value;
    const char *anchor;
    VEC(struct conf_value *) items;
    VEC(struct conf_pair) pairs;
    struct map *keys; /* key → conf_pair's place */
    const char *key;  /* MAP: read, its value not yet */
    struct place key_at;
};

struct reader {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    uint32_t first_line;
    struct map *anchors;
    struct level levels[CONF_DEPTH_LIMIT];
    size_t depth, values, aliases;
    struct conf_value *root;
    bool failed;
};

static struct place
place_of(const struct reader *r, const yaml_mark_t *mark)
{
    return (struct place){r->file, r->first_line + (uint32_t)mark->line,
                          (uint32_t)mark->column + 1};
}

/* What libyaml says, and what that means to somebody who writes YAML. */
static const struct {
    const char *problem, *text, *hint;
    bool at_start; /* what is not closed is shown where it begins */
} problems[] = {
    {"mapping values are not allowed in this context",
     "a second colon in the value",
     "put the value in quotation marks: key: \"a: b\"", false},
    {"did not find expected key", "a key and a colon were expected here",
     "look at the quotation marks and the indentation of this line and the "
     "one before",
     false},
    {"could not find expected ':'", "a key without its colon",
     "write “key: value”, with a space after the colon", false},
    {"found character that cannot start any token",
     "this character can't begin a value",
     "indent with spaces, not tabs; put values that begin with @, ` or % in "
     "quotation marks",
     false},
    {"found unexpected end of stream", "a quoted text is never closed",
     "add the closing quotation mark", true},
    {"found unexpected document indicator",
     "a quoted text is not closed before the end of the document",
     "add the closing quotation mark", true},
    {"found a tab character that violates indentation",
     "a tab in the indentation", "indent with spaces, not tabs", false},
    {"did not find expected node content", "a value is missing here",
     "close each [ with ] and each { with }", true},
    {"did not find expected ',' or ']'", "a list in [ ] is never closed",
     "part its items with commas and close it with ]", true},
    {"did not find expected ',' or '}'", "a map in { } is never closed",
     "part its pairs with commas and close it with }", true},
    {"found unknown escape character", "an unknown escape after a backslash",
     "use single quotation marks, or write the backslash twice", false},
    {"control characters are not allowed", "a control character", NULL, false},
};

static void
report_syntax(struct reader *r, const yaml_parser_t *parser)
{
    struct place at = place_of(r, &parser->problem_mark);
    const char *problem = parser->problem ? parser->problem : "not YAML";
    if (parser->error == YAML_READER_ERROR)
        at =
            (struct place){r->file, r->first_line + (uint32_t)parser->mark.line,
                           (uint32_t)parser->mark.column + 1};
    r->failed = true;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        if (!str_eq(problems[i].problem, problem))
            continue;
        if (problems[i].at_start && parser->context)
            at = place_of(r, &parser->context_mark);
        diag_at(r->diag, at, DIAG_YAML_SYNTAX, "%s", problems[i].text);
        if (problems[i].hint)
            diag_hint(r->diag, "%s", problems[i].hint);
        return;
    }
    diag_at(r->diag, at, DIAG_YAML_SYNTAX, "%s", problem);
}

static void
report_limit(struct reader *r, struct place at, const char *what, int limit)
{
    if (!r->failed)
        diag_at(r->diag, at, DIAG_LIMIT_REACHED, "more than %d %s", limit,
                what);
    r->failed = true;
}

static struct conf_value *
value_new(struct reader *r, enum conf_type type, const yaml_mark_t *mark)
{
    struct conf_value *value = ARENA_NEW(r->arena, struct conf_value);
    value->type = type;
    value->at = place_of(r, mark);
    if (++r->values > CONF_VALUE_LIMIT)
        report_limit(r, value->at, "values in one document", CONF_VALUE_LIMIT);
    return value;
}

/* The pair of the key that was read before; a second one of the same name is
 * an error and the first one stays. */
static void
add_pair(struct reader *r, struct level *level, struct conf_value *value)
{
    struct conf_pair pair = {level->key, level->key_at, value};
    struct place *first = map_get(level->keys, pair.key);
    level->key = NULL;
    if (first) {
        diag_at(r->diag, pair.key_at, DIAG_YAML_DUPLICATE_KEY,
                "the key “%s” is there twice", pair.key);
        diag_hint(r->diag, "it was given on line %u before", first->line);
        return;
    }
    first = ARENA_NEW(r->arena, struct place);
    *first = pair.key_at;
    map_set(level->keys, pair.key, first);
    *vec_add(r->arena, &level->pairs) = pair;
}

static void
add_key(struct reader *r, struct level *level, struct conf_value *value)
{
    level->key_at = value->at;
    level->key = value->text;
    if (value->type == CONF_NULL)
        level->key = "";
    if (level->key)
        return;
    diag_at(r->diag, value->at, DIAG_YAML_SYNTAX,
            "a list or map can't be a key");
    r->failed = true;
}

/* Hands a finished value to whatever it stands in. */
static void
add_value(struct reader *r, struct conf_value *value)
{
    struct level *level = r->depth ? &r->levels[r->depth - 1] : NULL;
    if (!level)
        r->root = value;
    else if (level->value->type == CONF_LIST)
        *vec_add(r->arena, &level->items) = value;
    else if (level->key)
        add_pair(r, level, value);
    else
        add_key(r, level, value);
}

static void
set_anchor(struct reader *r, const char *anchor, struct conf_value *value)
{
    if (anchor)
        map_set(r->anchors, anchor, value);
}

static void
open_level(struct reader *r, enum conf_type type, const yaml_char_t *anchor,
           const yaml_mark_t *mark)
{
    struct conf_value *value = value_new(r, type, mark);
    if (r->depth == CONF_DEPTH_LIMIT) {
        report_limit(r, value->at, "lists and maps within one another",
                     CONF_DEPTH_LIMIT);
        return;
    }
    if (r->depth && r->levels[r->depth - 1].value->type == CONF_MAP &&
        !r->levels[r->depth - 1].key) {
        add_key(r, &r->levels[r->depth - 1], value);
        return;
    }
    r->levels[r->depth++] =
        (struct level){.value = value,
                       .anchor = arena_str(r->arena, (const char *)anchor),
                       .keys = type == CONF_MAP ? map_new(r->arena) : NULL};
}

static void
close_level(struct reader *r)
{
    struct level *level = &r->levels[--r->depth];
    struct conf_value *value = level->value;
    value->items = level->items.at;
    value->pairs = level->pairs.at;
    value->n = value->type == CONF_MAP ? level->pairs.n : level->items.n;
    /* Known from here on, so that no value can hold itself. */
    set_anchor(r, level->anchor, value);
    add_value(r, value);
}

static bool
is_null(const char *text)
{
    return !*text || str_eq(text, "~") || str_eq(text, "null") ||
           str_eq(text, "Null") || str_eq(text, "NULL");
}

static void
add_scalar(struct reader *r, const yaml_event_t *event)
{
    struct conf_value *value = value_new(r, CONF_SCALAR, &event->start_mark);
    value->text =
        str_nfc(r->arena, arena_strn(r->arena, (char *)event->data.scalar.value,
                                     event->data.scalar.length));
    value->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE ||
                    event->data.scalar.tag;
    if (!value->quoted && is_null(value->text)) {
        value->type = CONF_NULL;
        value->text = NULL;
    }
    if (memchr(event->data.scalar.value, 0, event->data.scalar.length)) {
        diag_at(r->diag, value->at, DIAG_YAML_SYNTAX, "a NUL in a text");
        r->failed = true;
    }
    set_anchor(r, arena_str(r->arena, (const char *)event->data.scalar.anchor),
               value);
    add_value(r, value);
}

static void
add_alias(struct reader *r, const yaml_event_t *event)
{
    struct place at = place_of(r, &event->start_mark);
    const char *name = (const char *)event->data.alias.anchor;
    struct conf_value *value = map_get(r->anchors, name);
    if (++r->aliases > CONF_ALIAS_LIMIT)
        report_limit(r, at, "uses of anchors in one document",
                     CONF_ALIAS_LIMIT);
    if (!value) {
        diag_at(r->diag, at, DIAG_YAML_SYNTAX,
                "there is no complete value named “&%s” before", name);
        diag_hint(r->diag, "put a text that begins with * in quotation marks");
        r->failed = true;
        return;
    }
    add_value(r, value);
}

/* False at the end of the first document. */
static bool
take_event(struct reader *r, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        add_scalar(r, event);
        break;
    case YAML_ALIAS_EVENT:
        add_alias(r, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_level(r, CONF_LIST, event->data.sequence_start.anchor,
                   &event->start_mark);
        break;
    case YAML_MAPPING_START_EVENT:
        open_level(r, CONF_MAP, event->data.mapping_start.anchor,
                   &event->start_mark);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_level(r);
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (!r->root)
            break;
        diag_at(r->diag, place_of(r, &event->start_mark), DIAG_YAML_SYNTAX,
                "a second document");
        diag_hint(r->diag, "one file holds one document: remove the ---");
        return false;
    case YAML_STREAM_END_EVENT:
        return false;
    default:
        break;
    }
    return true;
}

struct conf_value *
conf_parse(struct arena *a, struct diag *d, const char *file, const char *text,
           size_t n, uint32_t first_line)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return NULL;
    struct reader *r = ARENA_NEW(a, struct reader);
    *r = (struct reader){.arena = a,
                         .diag = d,
                         .file = file,
                         .first_line = first_line,
                         .anchors = map_new(a)};
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, n);
    for (bool more = true; more && !r->failed;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            report_syntax(r, &parser);
            break;
        }
        more = take_event(r, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (r->failed)
        return NULL;
    if (!r->root) {
        r->root = ARENA_NEW(a, struct conf_value);
        r->root->at = (struct place){file, first_line, 1};
    }
    return r->root;
}
