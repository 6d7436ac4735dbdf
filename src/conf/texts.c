/* SPDX-License-Identifier: MIT */
/* Texts that a publication has once for all languages, or once for each. */
#include "conf/conf_int.h"

#include <string.h>
#include <strings.h>

/* Whether the tag begins with the range, as RFC 4647 filters (clause 3.3.1):
 * es-MX is in es, and est is not. */
static bool
is_within(const char *tag, const char *range)
{
    size_t n = strlen(range);
    return strncasecmp(tag, range, n) == 0 && (!tag[n] || tag[n] == '-');
}

bool
conf_same_language(const char *one, const char *other)
{
    return is_within(one, other) || is_within(other, one);
}

const char *
conf_language_among(const struct conf_strings *languages, const char *tag)
{
    for (size_t i = 0; i < languages->n; i++)
        if (str_eq_nocase(languages->at[i], tag))
            return languages->at[i];
    for (size_t i = 0; i < languages->n; i++)
        if (conf_same_language(languages->at[i], tag))
            return languages->at[i];
    return NULL;
}

/* The text of the language itself, or of one within it or around it, or of no
 * language; or NULL. */
static const struct conf_text *
text_near(const struct conf_texts *texts, const char *lang)
{
    const struct conf_text *all = NULL, *near = NULL;
    for (size_t i = 0; i < texts->n; i++) {
        const struct conf_text *t = &texts->at[i];
        if (!t->lang)
            all = t;
        else if (str_eq_nocase(t->lang, lang))
            return t;
        else if (!near && conf_same_language(t->lang, lang))
            near = t;
    }
    return near ? near : all;
}

const char *
conf_text_in(const struct conf_texts *texts, const char *lang)
{
    const struct conf_text *t = text_near(texts, lang);
    return t ? t->text : NULL;
}

const struct conf_text *
conf_text_for(const struct conf_texts *texts, const char *lang,
              const char *otherwise)
{
    const struct conf_text *t = text_near(texts, lang);
    if (!t)
        t = text_near(texts, otherwise);
    return t || !texts->n ? t : &texts->at[0];
}

/* A text as a key of the kind CONF_STRING has it. */
static bool
add_text(struct conf_context *c, const struct conf_value *value,
         const char *lang, struct conf_texts *texts, const struct conf_key *key)
{
    const char *text = NULL;
    const struct conf_key string = {.name = lang ? lang : key->name,
                                    .kind = CONF_STRING};
    if (!conf_read_value(c, value, &text, &string))
        return false;
    if (text)
        texts->at[texts->n++] = (struct conf_text){lang, text, value->at};
    return true;
}

bool
conf_texts_read(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    struct conf_texts *texts = into;
    bool good = true;
    texts->n = 0;
    texts->at = ARENA_ARRAY(c->arena, struct conf_text,
                            value->type == CONF_MAP ? value->n + 1 : 1);
    if (value->type == CONF_SCALAR)
        return add_text(c, value, NULL, texts, key);
    if (value->type != CONF_MAP) {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes text, or a text for each language", key->name);
        diag_hint(c->diag, "for example: %s: {en: …, es: …}", key->name);
        return false;
    }
    for (size_t i = 0; i < value->n; i++) {
        const struct conf_pair *pair = &value->pairs[i];
        if (conf_is_language(pair->key)) {
            good = add_text(c, pair->value, pair->key, texts, key) && good;
            continue;
        }
        diag_at(c->diag, pair->key_at, DIAG_VALUE_INVALID,
                "“%s” has a text for “%s”, which is no language tag", key->name,
                pair->key);
        diag_hint(c->diag, "for example: %s: {en: …, es: …}", key->name);
        good = false;
    }
    return good;
}
