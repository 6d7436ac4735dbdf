/* SPDX-License-Identifier: MIT */
/* A publication's languages, and what its manifest says in each. */
#include "conf/conf_int.h"

bool
conf_language_read(struct conf_context *c, const struct conf_value *value,
                   void *into, const struct conf_key *key)
{
    if (value->type != CONF_SCALAR || !conf_is_language(value->text)) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes a language tag", key->name);
        diag_hint(c->diag, "for example: en, en-US, es, pt-BR");
        return false;
    }
    *(const char **)into = arena_str(c->arena, value->text);
    return true;
}

static bool
add_language(struct conf_context *c, const struct conf_value *value,
             struct conf_strings *languages, const struct conf_key *key)
{
    const char *tag = NULL;
    if (!conf_language_read(c, value, &tag, key))
        return false;
    for (size_t i = 0; i < languages->n; i++) {
        if (!str_eq_nocase(languages->at[i], tag))
            continue;
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID, "“%s” has “%s” twice",
                key->name, tag);
        diag_hint(c->diag, "name each language once");
        return false;
    }
    languages->at[languages->n] = tag;
    languages->places[languages->n++] = value->at;
    return true;
}

bool
conf_languages_read(struct conf_context *c, const struct conf_value *value,
                    void *into, const struct conf_key *key)
{
    struct conf_strings *languages = into;
    bool list = value->type == CONF_LIST, good = true;
    size_t n = list ? value->n : 1;
    *languages =
        (struct conf_strings){ARENA_ARRAY(c->arena, const char *, n),
                              ARENA_ARRAY(c->arena, struct place, n), 0};
    if (!list)
        return add_language(c, value, languages, key);
    for (size_t i = 0; i < n; i++)
        good = add_language(c, value->items[i], languages, key) && good;
    return good;
}

bool
conf_part_titles_read(struct conf_context *c, const struct conf_value *value,
                      void *into, const struct conf_key *key)
{
    struct map *titles = *(struct map **)into;
    bool good = value->type == CONF_MAP;
    for (size_t i = 0; good && i < value->n; i++)
        good = value->pairs[i].value->type == CONF_SCALAR ||
               value->pairs[i].value->type == CONF_MAP;
    if (!good) {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes a title for each part", key->name);
        diag_hint(c->diag, "for example: {PATIENT_STORIES: Patient Stories}");
        return false;
    }
    for (size_t i = 0; i < value->n; i++) {
        struct conf_texts *texts = ARENA_NEW(c->arena, struct conf_texts);
        const struct conf_key title = {.name = value->pairs[i].key,
                                       .kind = CONF_TEXTS};
        good = conf_read_value(c, value->pairs[i].value, texts, &title) && good;
        map_set(titles, value->pairs[i].key, texts);
    }
    return good;
}

/* The texts that a manifest may have by language, and where the one of its own
 * language stands. */
#define BOTH(member)                                                           \
    {                                                                          \
#member, offsetof(struct conf_manifest, texts.member),                 \
            offsetof(struct conf_manifest, member)                             \
    }
static const struct {
    const char *name;
    size_t texts, text;
} both[] = {
    BOTH(title),  BOTH(subtitle), BOTH(description), BOTH(publisher),
    BOTH(rights), BOTH(contact),  BOTH(site),
};
enum { BOTH_COUNT = sizeof both / sizeof *both };

static const struct conf_texts *
texts_at(const struct conf_manifest *m, size_t i)
{
    return (const void *)((const char *)m + both[i].texts);
}

/* The text for the language; for want of one, that of the main language. */
static const char *
text_for(const struct conf_manifest *m, const struct conf_texts *texts,
         const char *lang)
{
    const char *text = conf_text_in(texts, lang);
    if (!text && m->languages.n)
        text = conf_text_in(texts, m->languages.at[0]);
    return text || !texts->n ? text : texts->at[0].text;
}

void
conf_manifest_speak(struct arena *a, struct conf_manifest *m, const char *lang)
{
    m->language = lang;
    for (size_t i = 0; i < BOTH_COUNT; i++)
        *(const char **)(void *)((char *)m + both[i].text) =
            text_for(m, texts_at(m, i), lang);
    m->part_titles = map_new(a);
    for (size_t i = 0; i < map_count(m->texts.part_titles); i++) {
        const struct map_entry *e = map_at(m->texts.part_titles, i);
        const char *title = text_for(m, e->value, lang);
        if (title)
            map_set(m->part_titles, e->key, (void *)(uintptr_t)title);
    }
}

const struct conf_manifest *
conf_manifest_in(struct arena *a, const struct conf_manifest *m,
                 const char *lang)
{
    char uuid[37];
    if (str_eq(lang, m->language))
        return m;
    struct conf_manifest *own = ARENA_NEW(a, struct conf_manifest);
    *own = *m;
    conf_manifest_speak(a, own, lang);
    if (m->identifier) {
        hash_uuid(arena_printf(a, "%s/languages/%s", m->identifier, lang),
                  uuid);
        own->identifier = arena_printf(a, "urn:uuid:%s", uuid);
    }
    return own;
}

static const char *
join_languages(struct conf_context *c, const struct conf_strings *languages)
{
    const char *all = languages->at[0];
    for (size_t i = 1; i < languages->n; i++)
        all = arena_printf(c->arena, "%s, %s", all, languages->at[i]);
    return all;
}

/* A map of texts has one for each language, and none that nobody sees. */
static void
check_texts(struct conf_context *c, const struct conf_manifest *m,
            const char *name, const struct conf_texts *texts)
{
    for (size_t i = 0; i < texts->n; i++) {
        const char *lang = texts->at[i].lang;
        if (!lang || conf_language_among(&m->languages, lang))
            continue;
        diag_at(c->diag, texts->at[i].at, DIAG_VALUE_INVALID,
                "“%s” has a text in “%s”, in which nothing is published", name,
                lang);
        diag_hint(c->diag, "the publication's languages are: %s",
                  join_languages(c, &m->languages));
    }
    for (size_t i = 0; texts->n && i < m->languages.n; i++) {
        if (conf_text_in(texts, m->languages.at[i]))
            continue;
        diag_at(c->diag, texts->at[0].at, DIAG_LANGUAGE_MISSING,
                "“%s” has no text in “%s”; there it is said as in “%s”", name,
                m->languages.at[i], texts->at[0].lang);
        diag_hint(c->diag, "add: %s: …", m->languages.at[i]);
    }
}

void
conf_edition_check_languages(struct conf_context *c,
                             const struct conf_manifest *m,
                             struct conf_edition *e)
{
    size_t kept = 0;
    for (size_t i = 0; i < e->languages.n; i++) {
        const char *tag = e->languages.at[i];
        const char *own = conf_language_among(&m->languages, tag);
        if (own) {
            e->languages.at[kept++] = own;
            continue;
        }
        diag_at(c->diag, e->languages.places[i], DIAG_VALUE_INVALID,
                "the publication is not in “%s”", tag);
        diag_hint(c->diag, "add it to the manifest's “language”: [%s, %s]",
                  join_languages(c, &m->languages), tag);
    }
    bool left_out = kept < e->languages.n;
    e->languages.n = kept;
    size_t n = kept ? kept : m->languages.n;
    if (!e->parallel || n > 1 || left_out)
        return;
    diag_at(c->diag, e->parallel_at, DIAG_VALUE_INVALID,
            "“parallel” takes two languages, and there is “%s” alone",
            kept ? e->languages.at[0] : m->languages.at[0]);
    diag_hint(c->diag, kept ? "name two in the edition's “language”"
                            : "name them in the manifest: language: [en, es]");
}

void
conf_languages_settle(struct conf_context *c, struct conf_manifest *m)
{
    if (!m->languages.n) {
        m->languages.at = ARENA_ARRAY(c->arena, const char *, 1);
        m->languages.places = ARENA_ARRAY(c->arena, struct place, 1);
        m->languages.at[m->languages.n++] = "en";
    }
    for (size_t i = 0; i < BOTH_COUNT; i++)
        check_texts(c, m, both[i].name, texts_at(m, i));
    for (size_t i = 0; i < map_count(m->texts.part_titles); i++) {
        const struct map_entry *e = map_at(m->texts.part_titles, i);
        check_texts(c, m, e->key, e->value);
    }
    for (size_t i = 0; i < m->editions.n; i++)
        conf_edition_check_languages(c, m, &m->editions.at[i]);
    conf_manifest_speak(c->arena, m, m->languages.at[0]);
}
