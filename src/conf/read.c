/* SPDX-License-Identifier: MIT */
/* A map is read into a struct by a table of keys. */
#include "conf/conf_int.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A text as metadata holds it: no stretches of white space, no control
 * characters, which XML has no way to write. */
static const char *
clean_text(struct conf_context *c, const char *text)
{
    char *clean = arena_str(c->arena, text);
    for (char *p = clean; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            *p = ' ';
    return str_fold_space(c->arena, clean);
}

static bool
type_fault(struct conf_context *c, const struct conf_value *value,
           const struct conf_key *key, const char *wanted)
{
    static const char *const found[] = {"nothing", "a single value", "a list",
                                        "a map"};
    diag_at(c->diag, value->at, DIAG_VALUE_TYPE, "“%s” takes %s, not %s",
            key->name, wanted, found[value->type]);
    if (key->example)
        diag_hint(c->diag, "for example: %s: %s", key->name, key->example);
    return false;
}

static bool
value_fault(struct conf_context *c, const struct conf_value *value,
            const struct conf_key *key, const char *wanted)
{
    diag_at(c->diag, value->at, DIAG_VALUE_INVALID, "“%s” takes %s, not “%s”",
            key->name, wanted, value->text);
    if (key->example)
        diag_hint(c->diag, "for example: %s: %s", key->name, key->example);
    return false;
}

static bool
read_string(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    if (value->type != CONF_SCALAR)
        return type_fault(c, value, key, "text");
    const char *text = clean_text(c, value->text);
    *(const char **)into = *text ? text : NULL;
    return true;
}

static bool
read_bool(struct conf_context *c, const struct conf_value *value, void *into,
          const struct conf_key *key)
{
    if (value->type != CONF_SCALAR)
        return type_fault(c, value, key, "true or false");
    bool yes =
        str_eq_nocase(value->text, "true") || str_eq_nocase(value->text, "yes");
    if (!yes && !str_eq_nocase(value->text, "false") &&
        !str_eq_nocase(value->text, "no"))
        return value_fault(c, value, key, "true or false");
    *(bool *)into = yes;
    return true;
}

static bool
read_int(struct conf_context *c, const struct conf_value *value, void *into,
         const struct conf_key *key)
{
    const char *wanted = arena_printf(c->arena, "a whole number from %d to %d",
                                      key->least, key->most);
    if (value->type != CONF_SCALAR)
        return type_fault(c, value, key, wanted);
    char *end;
    errno = 0;
    long number = strtol(value->text, &end, 10);
    if (errno || end == value->text || *end || number < key->least ||
        number > key->most)
        return value_fault(c, value, key, wanted);
    *(int *)into = (int)number;
    return true;
}

static bool
read_date(struct conf_context *c, const struct conf_value *value, void *into,
          const struct conf_key *key)
{
    const char *wanted = "a day as year-month-day";
    if (value->type != CONF_SCALAR)
        return type_fault(c, value, key, wanted);
    if (str_blank(value->text))
        return true;
    return date_read(value->text, into) || value_fault(c, value, key, wanted);
}

static void
add_string(struct conf_context *c, const struct conf_value *value,
           struct conf_strings *into)
{
    const char *text = clean_text(c, value->text);
    if (!*text)
        return;
    into->at[into->n] = text;
    into->places[into->n++] = value->at;
}

static bool
read_strings(struct conf_context *c, const struct conf_value *value, void *into,
             const struct conf_key *key)
{
    struct conf_strings *strings = into;
    size_t n = value->type == CONF_LIST ? value->n : 1;
    if (value->type == CONF_MAP)
        return type_fault(c, value, key, "a text or a list of texts");
    strings->at = ARENA_ARRAY(c->arena, const char *, n);
    strings->places = ARENA_ARRAY(c->arena, struct place, n);
    strings->n = 0;
    if (value->type == CONF_SCALAR)
        add_string(c, value, strings);
    bool good = true;
    for (size_t i = 0; value->type == CONF_LIST && i < n; i++) {
        const struct conf_value *item = value->items[i];
        if (item->type == CONF_SCALAR)
            add_string(c, item, strings);
        else if (item->type != CONF_NULL)
            good = type_fault(c, item, key, "a list of texts");
    }
    return good;
}

static bool
read_choice(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    if (value->type != CONF_SCALAR)
        return type_fault(c, value, key, "a single word");
    size_t n = 0;
    for (; key->choices[n]; n++) {
        if (!str_eq(key->choices[n], value->text))
            continue;
        *(int *)into = (int)n;
        return true;
    }
    diag_at(c->diag, value->at, DIAG_VALUE_INVALID, "“%s” can't be “%s”",
            key->name, value->text);
    const char *near = str_nearest(value->text, key->choices, n);
    char *all = arena_str(c->arena, key->choices[0]);
    for (size_t i = 1; i < n; i++)
        all = arena_printf(c->arena, "%s, %s", all, key->choices[i]);
    if (near)
        diag_hint(c->diag, "did you mean “%s”?", near);
    else
        diag_hint(c->diag, "one of: %s", all);
    return false;
}

static bool
read_length(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    if (value->type != CONF_SCALAR)
        return type_fault(c, value, key, "a length");
    return conf_length(value->text, into) ||
           value_fault(c, value, key, "a length");
}

static bool
read_custom(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    return key->read(c, value, into, key);
}

static bool (*const readers[])(struct conf_context *, const struct conf_value *,
                               void *, const struct conf_key *) = {
    [CONF_STRING] = read_string,   [CONF_BOOL] = read_bool,
    [CONF_INT] = read_int,         [CONF_DATE] = read_date,
    [CONF_STRINGS] = read_strings, [CONF_CHOICE] = read_choice,
    [CONF_LENGTH] = read_length,   [CONF_TEXTS] = conf_texts_read,
    [CONF_CUSTOM] = read_custom,
};

bool
conf_read_value(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    return value->type == CONF_NULL || readers[key->kind](c, value, into, key);
}

size_t
conf_find_key(const struct conf_key *keys, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(keys[i].name, name) || str_has_word(keys[i].aliases, name))
            return i;
    return n;
}

static void
report_unknown(struct conf_context *c, const struct conf_pair *pair,
               const struct conf_key *keys, size_t n)
{
    const char **names = ARENA_ARRAY(c->arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        names[i] = keys[i].name;
    const char *near = str_nearest(pair->key, names, n);
    for (size_t i = 0; i < n && !near; i++)
        for (const char *p = keys[i].aliases; p && *p && !near;) {
            size_t length = strcspn(p, " ");
            const char *alias = arena_strn(c->arena, p, length);
            near = str_nearest(pair->key, &alias, 1);
            p += length + (p[length] == ' ');
        }
    diag_at(c->diag, pair->key_at, DIAG_KEY_UNKNOWN, "there is no key “%s”",
            pair->key);
    if (near)
        diag_hint(c->diag, "did you mean “%s”?", near);
}

bool
conf_read(struct conf_context *c, const struct conf_value *map,
          const struct conf_key *keys, size_t n, void *into, struct place *seen)
{
    const struct conf_pair **from =
        ARENA_ARRAY(c->arena, const struct conf_pair *, n + 1);
    bool good = true;
    for (size_t i = 0; map->type == CONF_MAP && i < map->n; i++) {
        const struct conf_pair *pair = &map->pairs[i];
        size_t k = conf_find_key(keys, n, pair->key);
        if (k == n) {
            report_unknown(c, pair, keys, n);
            good = false;
            continue;
        }
        if (from[k]) {
            diag_at(c->diag, pair->key_at, DIAG_YAML_DUPLICATE_KEY,
                    "“%s” says the same as “%s” on line %u", pair->key,
                    from[k]->key, from[k]->key_at.line);
            diag_hint(c->diag, "keep one of the two");
            good = false;
            continue;
        }
        from[k] = pair;
        if (seen)
            seen[k] = pair->value->at;
        if (keys[k].place)
            *(struct place *)(void *)((char *)into + keys[k].place) =
                pair->value->at;
        if (!conf_read_value(c, pair->value, (char *)into + keys[k].offset,
                             &keys[k]))
            good = false;
    }
    if (map->type != CONF_MAP && map->type != CONF_NULL) {
        diag_at(c->diag, map->at, DIAG_VALUE_TYPE,
                "keys and values were expected here");
        diag_hint(c->diag, "write one “key: value” a line");
        good = false;
    }
    return good;
}
