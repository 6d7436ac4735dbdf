/* SPDX-License-Identifier: MIT */
/* The manifest's series: what it is called, and which volume this is. */
#include "conf/conf_int.h"

#include <string.h>

/* Numbers parted by points: a volume between the second and the third is 2.1
 * (EPUB 3.3, group-position). */
static bool
is_position(const char *text)
{
    for (const char *p = text; str_is_digit(*p); p++) {
        while (str_is_digit(*p))
            p++;
        if (!*p)
            return true;
        if (*p != '.')
            return false;
    }
    return false;
}

static bool
read_number(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    enum { MOST = 12 };
    if (value->type != CONF_SCALAR || strlen(value->text) > MOST ||
        !is_position(value->text)) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes the volume's place in its series", key->name);
        diag_hint(c->diag, "for example: 3, or 2.1 for one between the second "
                           "and the third");
        return false;
    }
    *(const char **)into = value->text;
    return true;
}

#define FIELD(member) offsetof(struct conf_series, member)

enum { TITLE };

const struct conf_key conf_series_keys[] = {
    [TITLE] = {.name = "title",
               .kind = CONF_STRING,
               .offset = FIELD(title),
               .help = "what all its volumes are called; needed",
               .example = "Voices"},
    {.name = "number",
     .kind = CONF_CUSTOM,
     .takes = "number",
     .offset = FIELD(number),
     .read = read_number,
     .help = "which volume this is",
     .example = "3"},
};
enum { KEY_COUNT = sizeof conf_series_keys / sizeof *conf_series_keys };
const size_t conf_series_key_count = KEY_COUNT;

bool
conf_series_read(struct conf_context *c, const struct conf_value *value,
                 void *into, const struct conf_key *key)
{
    struct conf_series *series = into;
    struct place seen[KEY_COUNT] = {{0}};
    if (value->type == CONF_SCALAR)
        return conf_read_value(c, value, &series->title,
                               &conf_series_keys[TITLE]);
    if (value->type != CONF_MAP) {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes a title, or title and number", key->name);
        diag_hint(c->diag, "for example: series: {title: Voices, number: 3}");
        return false;
    }
    bool good = conf_read(c, value, conf_series_keys, KEY_COUNT, series, seen);
    if (good && !series->title) {
        diag_at(c->diag, value->at, DIAG_KEY_MISSING,
                "the series has no title");
        diag_hint(c->diag, "for example: series: {title: Voices, number: 3}");
        good = false;
    }
    return good;
}
