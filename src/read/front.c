/* SPDX-License-Identifier: MIT */
/* Front matter: the YAML between fences at the start of an article. */
#include "read/read_int.h"

#include <string.h>

static struct doc_names
names_of(struct conf_context *c, const struct conf_strings *strings)
{
    struct doc_names names = {ARENA_ARRAY(c->arena, const char *, strings->n),
                              strings->n};
    for (size_t i = 0; i < strings->n; i++)
        names.at[i] = strings->at[i];
    return names;
}

static bool
read_names(struct conf_context *c, const struct conf_value *value, void *into,
           const struct conf_key *key)
{
    struct conf_strings strings = {0};
    const struct conf_key list = {
        .name = key->name, .kind = CONF_STRINGS, .example = key->example};
    bool good = conf_read_value(c, value, &strings, &list);
    *(struct doc_names *)into = names_of(c, &strings);
    return good;
}

/* A list, or one text whose commas part the tags. */
static bool
read_tags(struct conf_context *c, const struct conf_value *value, void *into,
          const struct conf_key *key)
{
    struct doc_names *names = into;
    if (!read_names(c, value, into, key))
        return false;
    if (value->type != CONF_SCALAR || !names->n)
        return true;
    VEC(const char *) tags = {0};
    for (const char *p = names->at[0]; *p;) {
        size_t n = strcspn(p, ",");
        const char *tag = str_trim(c->arena, arena_strn(c->arena, p, n));
        if (*tag)
            *vec_add(c->arena, &tags) = tag;
        p += n + (p[n] == ',');
    }
    *names = (struct doc_names){tags.at, tags.n};
    return true;
}

static bool
is_slug(const char *s)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    return *s && *s != '.' && strlen(s) <= 200 &&
           strspn(s, allowed) == strlen(s);
}

/* A name for files and addresses; of a permalink, its last part. */
static bool
read_slug(struct conf_context *c, const struct conf_value *value, void *into,
          const struct conf_key *key)
{
    const char *text = value->type == CONF_SCALAR ? value->text : "";
    char *slug = str_trim(c->arena, text);
    size_t n = strlen(slug);
    while (n && slug[n - 1] == '/')
        slug[--n] = '\0';
    const char *last = path_base(slug);
    if (!is_slug(last)) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes letters, digits, hyphens, dots and underscores of "
                "ASCII",
                key->name);
        const char *near = str_slug(c->arena, last);
        if (*near)
            diag_hint(c->diag, "for example: %s", near);
        return false;
    }
    *(const char **)into = last;
    return true;
}

/* A category, or several in one another, of which the last is the article's
 * own. */
static bool
read_category(struct conf_context *c, const struct conf_value *value,
              void *into, const struct conf_key *key)
{
    struct doc_article *article =
        (struct doc_article *)(void *)((char *)into - key->offset);
    struct conf_key list = {
        .name = key->name, .kind = CONF_STRINGS, .example = key->example};
    struct conf_strings names = {0};
    if (!conf_read_value(c, value, &names, &list))
        return false;
    if (names.n > READ_PARTS) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes at most %d names", key->name, READ_PARTS);
        return false;
    }
    article->category = names.n ? names.at[names.n - 1] : NULL;
    article->parts = (struct doc_names){names.at, names.n > 1 ? names.n : 0};
    return true;
}

struct featured {
    const char *src, *alt, *credit;
    bool decorative;
};

static const struct conf_key featured_keys[] = {
    {.name = "src",
     .aliases = "path url file",
     .kind = CONF_STRING,
     .offset = offsetof(struct featured, src)},
    {.name = "alt",
     .aliases = "description",
     .kind = CONF_STRING,
     .offset = offsetof(struct featured, alt)},
    {.name = "credit",
     .aliases = "caption",
     .kind = CONF_STRING,
     .offset = offsetof(struct featured, credit)},
    {.name = "decorative",
     .kind = CONF_BOOL,
     .offset = offsetof(struct featured, decorative)},
};

static bool
read_featured(struct conf_context *c, const struct conf_value *value,
              void *into, const struct conf_key *key)
{
    struct doc_article *article = into;
    struct featured f = {0};
    bool good = true;
    if (value->type == CONF_MAP) {
        good =
            conf_read(c, value, featured_keys,
                      sizeof featured_keys / sizeof *featured_keys, &f, NULL);
        if (good && !f.src) {
            diag_at(c->diag, value->at, DIAG_KEY_MISSING, "“%s” has no “src”",
                    key->name);
            good = false;
        }
    } else if (value->type == CONF_SCALAR) {
        f.src = str_blank(value->text) ? NULL : str_trim(c->arena, value->text);
    } else {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes a path, or src, alt, credit and decorative",
                key->name);
        good = false;
    }
    if (f.decorative && f.alt && !str_blank(f.alt))
        read_tell_described(c->diag, value->at);
    article->image.src = f.src;
    article->image.alt = f.decorative ? "" : f.alt;
    article->image.decorative = f.decorative;
    article->image_credit = f.credit;
    return good;
}

#define FIELD(member) offsetof(struct doc_article, member)

enum { SLUG, IMAGE };

const struct conf_key read_article_keys[] = {
    [SLUG] = {.name = "slug",
              .aliases = "permalink",
              .kind = CONF_CUSTOM,
              .takes = "text",
              .offset = FIELD(slug),
              .read = read_slug,
              .help = "names the article in files and addresses; the file's "
                      "name without it",
              .example = "a-way-back"},
    [IMAGE] = {.name = "featuredImage",
               .aliases = "featured_image featured-image image cover "
                          "coverImage hero",
               .kind = CONF_CUSTOM,
               .takes = "text or map",
               .read = read_featured,
               .help = "the picture at the opening: a path, or src, alt, "
                       "credit and decorative",
               .example = "{src: ridge.jpg, alt: A ridge at sunrise}"},
    {.name = "title",
     .kind = CONF_STRING,
     .offset = FIELD(title),
     .help = "the title; the first heading or the file's name without it",
     .example = "A Way Back"},
    {.name = "subtitle",
     .kind = CONF_STRING,
     .offset = FIELD(subtitle),
     .help = "what stands below the title",
     .example = "Eight years later"},
    {.name = "excerpt",
     .aliases = "description summary abstract",
     .kind = CONF_STRING,
     .offset = FIELD(excerpt),
     .help = "what the article is about, in a sentence or two",
     .example = "How Elena came back to the mountains."},
    {.name = "category",
     .aliases = "section categories",
     .kind = CONF_CUSTOM,
     .offset = FIELD(category),
     .read = read_category,
     .takes = "text or list",
     .help = "what kind of article it is, and its part where the book has "
             "them; a list of parts in one another, the outermost first",
     .example = "PATIENT_STORIES"},
    {.name = "author",
     .aliases = "authors by",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(authors),
     .read = read_names,
     .help = "a name or a list of names",
     .example = "Ana Ruiz"},
    {.name = "publishedAt",
     .aliases = "date published published_at publishDate pubDate",
     .kind = CONF_DATE,
     .offset = FIELD(published),
     .help = "the day of publication",
     .example = "2026-01-08"},
    {.name = "updatedAt",
     .aliases = "updated updated_at modified lastmod lastModified",
     .kind = CONF_DATE,
     .offset = FIELD(updated),
     .help = "the day of the last change",
     .example = "2026-03-01"},
    {.name = "reviewBy",
     .aliases = "review_by review",
     .kind = CONF_DATE,
     .offset = FIELD(review_by),
     .help = "the day by which it must be looked at again",
     .example = "2028-01-08"},
    {.name = "tags",
     .aliases = "keywords",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(tags),
     .read = read_tags,
     .help = "a list, or one text with commas",
     .example = "[chronic pain, recovery]"},
    {.name = "lang",
     .aliases = "language locale",
     .kind = CONF_CUSTOM,
     .takes = "tag",
     .offset = FIELD(lang),
     .read = conf_language_read,
     .help = "a BCP 47 tag; the publication's language without it",
     .example = "es"},
    {.name = "translationOf",
     .aliases = "translation_of translation-of",
     .kind = CONF_STRING,
     .offset = FIELD(translation_of),
     .place = FIELD(translation_at),
     .help = "the slug or the path of the article that this one is a "
             "translation of; “lang” says into what",
     .example = "a-way-back"},
    {.name = "draft",
     .kind = CONF_BOOL,
     .offset = FIELD(draft),
     .help = "whether it is left out of publications",
     .example = "true"},
    {.name = "sources",
     .aliases = "references",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(sources),
     .read = read_names,
     .help = "what the article rests on, each a line of Markdown",
     .example = "[\"Okafor B. *Pain*, 2024.\"]"},
    {.name = "takeaways",
     .aliases = "keyTakeaways key_takeaways key-takeaways",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(takeaways),
     .place = FIELD(takeaways_at),
     .read = read_names,
     .help = "what to remember, each a line of Markdown: a panel at the end, "
             "as a heading “Key Takeaways” and a list make",
     .example = "[One day a week, Count the tablets]"},
    {.name = "questions",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(questions),
     .read = read_names,
     .help = "of a handout: what to ask at the next visit, each with a line to "
             "write on",
     .example = "[When is my next blood test?]"},
    {.name = "ref",
     .aliases = "reference",
     .kind = CONF_STRING,
     .offset = FIELD(reference),
     .help = "its reference",
     .example = "PL-014"},
    {.name = "version",
     .kind = CONF_STRING,
     .offset = FIELD(version),
     .help = "which version of it this is",
     .example = "2"},
    {.name = "consent",
     .kind = CONF_CUSTOM,
     .takes = "map",
     .offset = FIELD(consent),
     .read = read_consent,
     .help = "the patient's authorization: ref, expires, revoked",
     .example = "{ref: C-2026-014, expires: 2028-01-01}"},
};

enum { KEY_COUNT = sizeof read_article_keys / sizeof *read_article_keys };
const size_t read_article_key_count = KEY_COUNT;

/* Whether line i of the source is a fence of three of the character. */
static bool
is_fence(const struct read_source *s, size_t i, char c)
{
    const char *line = s->text + s->starts[i];
    size_t n = s->starts[i + 1] - s->starts[i];
    while (n && str_is_space(line[n - 1]))
        n--;
    return n == 3 && line[0] == c && line[1] == c && line[2] == c;
}

size_t
read_front(struct reader *r, const struct read_source *s,
           struct doc_article *article, struct place *image_at)
{
    struct conf_context c = {r->book->arena, r->diag};
    struct place seen[KEY_COUNT] = {{0}};
    size_t end = 1;
    if (!is_fence(s, 0, '-'))
        return 0;
    while (end < s->lines && !is_fence(s, end, '-') && !is_fence(s, end, '.'))
        end++;
    if (end == s->lines) {
        diag_at(r->diag, read_source_place(s, 0, 0), DIAG_FRONT_MATTER_UNCLOSED,
                "the front matter is never closed");
        diag_hint(r->diag, "put --- on a line of its own behind the last key");
        return SIZE_MAX;
    }
    c.arena = r->scratch;
    struct conf_value *value =
        conf_parse(c.arena, r->diag, s->file, s->text + s->starts[1],
                   s->starts[end] - s->starts[1], s->first_line + 1);
    c.arena = r->book->arena;
    if (value)
        conf_read(&c, value, read_article_keys, KEY_COUNT, article, seen);
    if (article->slug)
        article->slug_at = seen[SLUG];
    *image_at = seen[IMAGE];
    if (article->translation_of && !article->lang) {
        diag_at(r->diag, article->translation_at, DIAG_KEY_MISSING,
                "the translation does not say its language");
        diag_hint(r->diag, "add: lang: …");
        article->translation_of = NULL;
    }
    return s->starts[end + 1];
}
