/* SPDX-License-Identifier: MIT */
/* Hyphenation by libhyphen's pattern dictionaries, found by language tag. */
#include <hyphen.h>
#include <string.h>
#include <unistd.h>

#include "layout/layout_int.h"

enum {
    LONGEST_TAG = 35,   /* BCP 47, clause 4.4.1 */
    LONGEST_WORD = 100, /* code points; libhyphen's MAX_CHARS */
    LEFT_MIN = 2,
    KEPT = 4096,      /* words whose points are kept for the next time */
    LONGEST_KEPT = 27 /* bytes */
};

/* A word's points, a bit a byte. */
struct kept {
    uint32_t points;
    uint8_t n;
    char word[LONGEST_KEPT];
};

struct dictionary {
    const char *lang;
    HyphenDict *dict; /* NULL: there is none */
    bool utf8;
    int right_min;
    struct kept *kept;
};

struct hyphens {
    struct arena *arena;
    const char *dir;
    struct map *by_lang; /* tag → struct dictionary * */
    struct dictionary *last;
};

/* Where a dictionary's region does not repeat its language. */
static const char *const regions[][2] = {
    {"cs", "CZ"}, {"da", "DK"}, {"el", "GR"}, {"en", "US"}, {"et", "EE"},
    {"ga", "IE"}, {"nb", "NO"}, {"nn", "NO"}, {"no", "NO"}, {"sl", "SI"},
    {"sr", "RS"}, {"sv", "SE"}, {"uk", "UA"}, {"zu", "ZA"}, {"be", "BY"},
};

struct hyphens *
hyphens_open(const char *dir)
{
    struct arena *a = arena_new();
    struct hyphens *h = ARENA_NEW(a, struct hyphens);
    h->arena = a;
    h->dir = arena_str(a, dir);
    h->by_lang = map_new(a);
    return h;
}

void
hyphens_close(struct hyphens *h)
{
    if (!h)
        return;
    for (size_t i = 0; i < map_count(h->by_lang); i++) {
        struct dictionary *d = map_at(h->by_lang, i)->value;
        if (d->dict)
            hnj_hyphen_free(d->dict);
    }
    arena_free(h->arena);
}

static HyphenDict *
load(struct hyphens *h, const char *language, const char *region)
{
    char *path = arena_printf(h->arena, "%s/hyph_%s%s%s.dic", h->dir, language,
                              *region ? "_" : "", region);
    return access(path, R_OK) == 0 ? hnj_hyphen_load(path) : NULL;
}

static const char *
usual_region(struct arena *a, const char *language)
{
    for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
        if (str_eq(regions[i][0], language))
            return regions[i][1];
    char *upper = arena_str(a, language);
    for (char *c = upper; *c; c++)
        *c = g_ascii_toupper(*c);
    return upper;
}

/* The two letters of a tag's region, upper case, or "". */
static const char *
region_of(struct arena *a, const char *tag)
{
    char region[3];
    return lang_region(tag, region) ? arena_str(a, region) : "";
}

/* German, Spanish, Italian and the like part two letters from the end; where a
 * dictionary asks for more, libhyphen takes that. */
static int
right_min(const char *language)
{
    static const char *const two[] = {"de", "es", "it", "pt", "nl", "ca",
                                      "pl", "cs", "sk", "sv", "da", "nb",
                                      "nn", "no", "fi", "hu", "ro", "ru"};
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        if (str_eq(two[i], language))
            return 2;
    return 3;
}

static struct dictionary *
open_dictionary(struct hyphens *h, const char *lang)
{
    struct dictionary *d = ARENA_NEW(h->arena, struct dictionary);
    if (!h->dir || strlen(lang) > LONGEST_TAG || strpbrk(lang, "/."))
        return d;
    char *language = arena_strn(h->arena, lang, strcspn(lang, "-_"));
    for (char *c = language; *c; c++)
        *c = g_ascii_tolower(*c);
    const char *region = region_of(h->arena, lang);
    if (*region)
        d->dict = load(h, language, region);
    if (!d->dict)
        d->dict = load(h, language, "");
    if (!d->dict)
        d->dict = load(h, language, usual_region(h->arena, language));
    if (d->dict)
        d->utf8 = g_ascii_strcasecmp(d->dict->cset, "UTF-8") == 0;
    d->right_min = right_min(language);
    d->kept = ARENA_ARRAY(h->arena, struct kept, KEPT);
    return d;
}

static struct dictionary *
dictionary_of(struct hyphens *h, const char *lang)
{
    if (h->last && strcmp(h->last->lang, lang) == 0)
        return h->last;
    struct dictionary *d = map_get(h->by_lang, lang);
    if (!d) {
        d = open_dictionary(h, lang);
        d->lang = arena_str(h->arena, lang);
        map_set(h->by_lang, d->lang, d);
    }
    return h->last = d;
}

/* Lower case, a code point for a code point; `bytes` gets where each begins in
 * `word`. Returns how many there are, or 0 where there are too many. */
static size_t
fold(const char *word, size_t n, char *out, size_t *bytes)
{
    const char *p = word, *end = word + n;
    size_t count = 0;
    while (p < end) {
        if (count == LONGEST_WORD - 1)
            return 0;
        bytes[count++] = (size_t)(p - word);
        uint32_t c = utf8_next(&p, end);
        if (c == UTF8_BAD)
            return 0;
        /* patterns are written with the typewriter's apostrophe */
        out += utf8_put(out, c == 0x2019 ? '\'' : g_unichar_tolower(c));
    }
    *out = '\0';
    return count;
}

/* Points where the spelling would change are left out. */
static void
take_points(const char *points, char **changes, size_t count,
            const size_t *bytes, bool *may)
{
    for (size_t i = 0; i + 1 < count; i++)
        if ((points[i] & 1) && !(changes && changes[i]))
            may[bytes[i + 1]] = true;
}

static void
ask(const struct dictionary *d, const char *word, size_t count,
    const size_t *bytes, bool *may)
{
    char points[LONGEST_WORD * 4 + 5] = {0};
    char **changes = NULL;
    int *at = NULL, *cut = NULL;
    int n = (int)strlen(word);
    if (hnj_hyphen_hyphenate3(d->dict, word, n, points, NULL, &changes, &at,
                              &cut, LEFT_MIN, d->right_min, 0, 0) == 0)
        take_points(points, changes, count, bytes, may);
    for (int i = 0; changes && i < n; i++)
        g_free(changes[i]);
    g_free(changes);
    g_free(at);
    g_free(cut);
}

static void
find(const struct dictionary *d, const char *word, size_t n, bool *may)
{
    char lower[LONGEST_WORD * 4 + 1];
    size_t bytes[LONGEST_WORD];
    size_t count = fold(word, n, lower, bytes);
    if (count < LEFT_MIN + 2)
        return;
    if (d->utf8) {
        ask(d, lower, count, bytes, may);
        return;
    }
    char *narrow =
        g_convert(lower, -1, d->dict->cset, "UTF-8", NULL, NULL, NULL);
    if (narrow && strlen(narrow) == count)
        ask(d, narrow, count, bytes, may);
    g_free(narrow);
}

static struct kept *
kept_of(const struct dictionary *d, const char *word, size_t n)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    return &d->kept[(hash ^ hash >> 15) % KEPT];
}

void
hyphens_find(struct hyphens *h, const char *lang, const char *word, size_t n,
             bool *may)
{
    memset(may, 0, n * sizeof *may);
    const struct dictionary *d = dictionary_of(h, lang);
    if (!d->dict || !n)
        return;
    struct kept *kept = n <= LONGEST_KEPT ? kept_of(d, word, n) : NULL;
    if (kept && kept->n == n && memcmp(kept->word, word, n) == 0) {
        for (size_t i = 0; i < n; i++)
            may[i] = kept->points >> i & 1;
        return;
    }
    find(d, word, n, may);
    if (!kept)
        return;
    kept->n = (uint8_t)n;
    memcpy(kept->word, word, n);
    kept->points = 0;
    for (size_t i = 0; i < n; i++)
        kept->points |= (uint32_t)may[i] << i;
}
