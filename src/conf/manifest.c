/* SPDX-License-Identifier: MIT */
/* fascicle.yaml: what a publication is and what is made of it. */
#include "conf/conf_int.h"

#include <errno.h>
#include <string.h>

enum { MANIFEST_BYTES = 1 << 20 };

/* The pattern of an article's address, or one for each language. */
static bool
read_site(struct conf_context *c, const struct conf_value *value, void *into,
          const struct conf_key *key)
{
    const struct conf_key texts = {.name = key->name, .kind = CONF_TEXTS};
    const struct conf_texts *sites = into;
    bool good = conf_read_value(c, value, into, &texts);
    for (size_t i = 0; good && i < sites->n; i++) {
        const char *text = sites->at[i].text;
        if ((str_starts(text, "https://") || str_starts(text, "http://")) &&
            !strpbrk(text, " \t\n\"<>") && strstr(text, "{slug}"))
            continue;
        diag_at(c->diag, sites->at[i].at, DIAG_VALUE_INVALID,
                "“%s” takes the address of an article's page with {slug} in "
                "it",
                key->name);
        diag_hint(c->diag, "for example: https://example.org/stories/{slug}");
        ((struct conf_texts *)into)->n = 0;
        good = false;
    }
    return good;
}

/* A level of headings, or whether there are contents at all. */
static bool
read_contents(struct conf_context *c, const struct conf_value *value,
              void *into, const struct conf_key *key)
{
    static const char *const levels[] = {"false", "1", "2", "3",
                                         "4",     "5", "6", NULL};
    if (value->type == CONF_SCALAR && str_eq(value->text, "true")) {
        *(int *)into = 1;
        return true;
    }
    struct conf_key choice = {
        .name = key->name, .kind = CONF_CHOICE, .choices = levels};
    return conf_read_value(c, value, into, &choice);
}

/* Figures, tables or both. */
static bool
read_lists(struct conf_context *c, const struct conf_value *value, void *into,
           const struct conf_key *key)
{
    static const char *const choices[] = {"figures", "tables", NULL};
    struct conf_key list = {
        .name = key->name, .kind = CONF_STRINGS, .example = key->example};
    struct conf_key choice = {
        .name = key->name, .kind = CONF_CHOICE, .choices = choices};
    struct conf_strings *lists = into;
    bool good = conf_read_value(c, value, into, &list);
    size_t kept = 0;
    for (size_t i = 0; i < lists->n; i++) {
        struct conf_value item = {
            .type = CONF_SCALAR, .at = lists->places[i], .text = lists->at[i]};
        int chosen;
        bool known = conf_read_value(c, &item, &chosen, &choice);
        good = good && known;
        lists->at[kept] = lists->at[i];
        lists->places[kept] = lists->places[i];
        kept += known;
    }
    lists->n = kept;
    return good;
}

static bool
read_inner_paths(struct conf_context *c, const struct conf_value *value,
                 struct conf_strings *paths, const struct conf_key *key,
                 bool absolute, const char *hint)
{
    struct conf_key list = {
        .name = key->name, .kind = CONF_STRINGS, .example = key->example};
    if (!conf_read_value(c, value, paths, &list))
        return false;
    bool good = true;
    for (size_t i = 0; i < paths->n; i++) {
        const char *clean = path_clean(c->arena, paths->at[i]);
        if (clean && (absolute || clean[0] != '/')) {
            paths->at[i] = clean;
            continue;
        }
        diag_at(c->diag, paths->places[i], DIAG_FILE_OUTSIDE,
                "“%s” leads out of the publication's folder", paths->at[i]);
        diag_hint(c->diag, "%s", hint);
        paths->at[i] = "";
        good = false;
    }
    return good;
}

/* Paths and globs of the publication stay inside its folder. */
bool
conf_paths_read(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    return read_inner_paths(c, value, into, key, false,
                            "give paths relative to the manifest");
}

/* Faces may come from where a package puts them, if the whole path says so. */
static bool
read_font_paths(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    return read_inner_paths(c, value, into, key, true,
                            "give paths below the manifest's folder, or whole "
                            "ones: /usr/share/fonts/truetype/noto");
}

static const char *const directions[] = {"auto", "ltr", "rtl", NULL};

/* In the order of enum conf_index. */
static const char *const indexes[] = {"none", "tags", NULL};

#define FIELD(member) offsetof(struct conf_manifest, member)

enum { TITLE, COVER, LOGO };

const struct conf_key conf_manifest_keys[] = {
    [TITLE] = {.name = "title",
               .kind = CONF_TEXTS,
               .offset = FIELD(texts.title),
               .help = "the publication's title; needed",
               .example = "Life, Reclaimed"},
    [COVER] = {.name = "cover",
               .kind = CONF_STRING,
               .offset = FIELD(cover),
               .help = "an image for the cover; one is drawn without it",
               .example = "images/cover.jpg"},
    [LOGO] = {.name = "logo",
              .kind = CONF_STRING,
              .offset = FIELD(logo),
              .help = "the organisation's sign, an image: on handouts, on "
                      "drawn covers and pictures for social media",
              .example = "images/logo.svg"},
    {.name = "series",
     .kind = CONF_CUSTOM,
     .takes = "text or map",
     .offset = FIELD(series),
     .read = conf_series_read,
     .help = "the series that the publication is a volume of, see below",
     .example = "{title: Voices, number: 3}"},
    {.name = "subtitle",
     .kind = CONF_TEXTS,
     .offset = FIELD(texts.subtitle),
     .help = "what stands below the title",
     .example = "Patient stories from the association"},
    {.name = "description",
     .aliases = "summary",
     .kind = CONF_TEXTS,
     .offset = FIELD(texts.description),
     .help = "one or two sentences for shops",
     .example = "Six people tell how they came back."},
    {.name = "language",
     .aliases = "lang",
     .kind = CONF_CUSTOM,
     .takes = "tag or list",
     .offset = FIELD(languages),
     .read = conf_languages_read,
     .help = "a BCP 47 tag, or several: editions are made in each, and the "
             "first is the main one; en without it",
     .example = "[en-US, es]"},
    {.name = "direction",
     .kind = CONF_CHOICE,
     .offset = FIELD(direction),
     .choices = directions,
     .help = "in which direction the pages go: rtl for a book that is bound "
             "on the right; as the language is written without it",
     .example = "rtl"},
    {.name = "authors",
     .aliases = "author",
     .kind = CONF_STRINGS,
     .offset = FIELD(authors),
     .help = "a name or a list of names",
     .example = "[Ana Ruiz, Ben Okafor]"},
    {.name = "publisher",
     .kind = CONF_TEXTS,
     .offset = FIELD(texts.publisher),
     .help = "who publishes",
     .example = "The Association"},
    {.name = "identifier",
     .kind = CONF_STRING,
     .offset = FIELD(identifier),
     .help = "what names this publication for ever, an ISBN or a URN; made "
             "from publisher and title without it",
     .example = "urn:isbn:9780306406157"},
    {.name = "rights",
     .kind = CONF_TEXTS,
     .offset = FIELD(texts.rights),
     .help = "the licence or the copyright line",
     .example = "CC BY 4.0"},
    {.name = "contact",
     .kind = CONF_TEXTS,
     .offset = FIELD(texts.contact),
     .help = "where readers can write to",
     .example = "info@example.org"},
    {.name = "disclaimer",
     .kind = CONF_TEXTS,
     .offset = FIELD(texts.disclaimer),
     .help = "what stands at the foot of each handout, in the language of its "
             "article where there is a text for it",
     .example = "This sheet does not replace the advice of your clinic."},
    {.name = "site",
     .kind = CONF_CUSTOM,
     .takes = "address",
     .offset = FIELD(texts.site),
     .read = read_site,
     .help = "the web address of an article, with {slug}",
     .example = "https://example.org/stories/{slug}"},
    {.name = "date",
     .aliases = "published",
     .kind = CONF_DATE,
     .offset = FIELD(published),
     .help = "the day of publication",
     .example = "2026-01-08"},
    {.name = "articles",
     .aliases = "content",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(articles),
     .read = conf_paths_read,
     .help = "paths or patterns of the articles, in their order; "
             "content/**/*.md without it",
     .example = "content/*.md"},
    {.name = "sort",
     .kind = CONF_STRING,
     .offset = FIELD(sort),
     .help = "a front-matter key that orders the articles; a minus before it "
             "for descending",
     .example = "-publishedAt"},
    {.name = "parts",
     .kind = CONF_STRING,
     .offset = FIELD(parts),
     .help = "a front-matter key that groups the articles into parts",
     .example = "category"},
    {.name = "part-titles",
     .kind = CONF_CUSTOM,
     .takes = "map",
     .offset = FIELD(texts.part_titles),
     .read = conf_part_titles_read,
     .help = "the title of each part",
     .example = "{PATIENT_STORIES: Patient Stories}"},
    {.name = "contents",
     .kind = CONF_CUSTOM,
     .takes = "number or false",
     .offset = FIELD(contents),
     .read = read_contents,
     .help = "how deep the contents go: 1 for parts and articles, 2 to 6 for "
             "their headings down to that level as well; false for none; 1 "
             "without it",
     .example = "2"},
    {.name = "outline",
     .kind = CONF_INT,
     .offset = FIELD(outline),
     .least = 1,
     .most = 6,
     .help = "the same for a PDF's bookmarks, which are 2 deep without it, "
             "and for what a reading system offers of an EPUB, which is as "
             "deep as the contents",
     .example = "3"},
    {.name = "lists",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(lists),
     .read = read_lists,
     .help = "what is listed behind the contents, by caption: figures, tables "
             "or both",
     .example = "[figures, tables]"},
    {.name = "numbers",
     .kind = CONF_CUSTOM,
     .offset = FIELD(numbers),
     .read = read_lists,
     .takes = "text or list",
     .help = "what has a number before its caption, counted through the book: "
             "figures, tables or both",
     .example = "[figures, tables]"},
    {.name = "index",
     .kind = CONF_CHOICE,
     .offset = FIELD(index),
     .choices = indexes,
     .help = "what the index at the end is made of: the articles’ tags, or "
             "none; there is none without it",
     .example = "tags"},
    {.name = "assets",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(assets),
     .read = conf_paths_read,
     .help = "folders where image paths that start with / are looked up",
     .example = "[public]"},
    {.name = "fonts",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(fonts),
     .read = read_font_paths,
     .help = "folders or files with further faces, for what the program's own "
             "lack: below the manifest, or whole paths",
     .example = "[fonts, /usr/share/fonts/truetype/noto]"},
    {.name = "drafts",
     .kind = CONF_BOOL,
     .offset = FIELD(drafts),
     .help = "whether drafts and articles dated in the future are taken",
     .example = "false"},
    {.name = "evidence",
     .kind = CONF_BOOL,
     .offset = FIELD(evidence),
     .help = "whether a record of what was checked is written beside each EPUB "
             "and PDF, as the option --evidence does; an edition can say "
             "otherwise",
     .example = "true"},
    {.name = "evaluator",
     .kind = CONF_CUSTOM,
     .takes = "text or map",
     .offset = FIELD(evaluator),
     .read = conf_evaluator_read,
     .help = "who found the EPUB accessible, see below; without it no EPUB "
             "says that it is",
     .example = "{name: The Association, date: 2026-03-01}"},
    {.name = "exemption",
     .kind = CONF_CUSTOM,
     .takes = "`eaa-microenterprise`, `eaa-disproportionate-burden` or "
              "`eaa-fundamental-alteration`",
     .offset = FIELD(exemption),
     .read = conf_exemption_read,
     .help = "why the European Accessibility Act does not ask that the "
             "publication be accessible; an EPUB says so",
     .example = "eaa-microenterprise"},
    {.name = "editions",
     .kind = CONF_CUSTOM,
     .takes = "map",
     .offset = FIELD(editions),
     .read = conf_editions_read,
     .help = "what is made: names with their settings",
     .example = "{ebook: {format: epub}}"},
};

enum { KEY_COUNT = sizeof conf_manifest_keys / sizeof *conf_manifest_keys };
const size_t conf_manifest_key_count = KEY_COUNT;

static struct conf_manifest *
manifest_new(struct conf_context *c, const char *dir, const char *file)
{
    struct conf_manifest *m = ARENA_NEW(c->arena, struct conf_manifest);
    m->dir = arena_str(c->arena, dir);
    m->file = arena_str(c->arena, file);
    m->language = "en";
    m->contents = 1;
    m->texts.part_titles = map_new(c->arena);
    m->part_titles = map_new(c->arena);
    m->at = (struct place){m->file, 0, 0};
    return m;
}

const char *
conf_identifier(struct arena *a, const char *publisher, const char *title)
{
    char uuid[37];
    hash_uuid(arena_printf(a, "%s/%s", publisher ? publisher : "",
                           str_slug(a, title)),
              uuid);
    return arena_printf(a, "urn:uuid:%s", uuid);
}

const char *
conf_article_identifier(struct arena *a, const struct conf_manifest *m,
                        const char *slug)
{
    char uuid[37];
    hash_uuid(arena_printf(a, "%s/articles/%s",
                           m->identifier ? m->identifier : "", slug),
              uuid);
    return arena_printf(a, "urn:uuid:%s", uuid);
}

static void
set_defaults(struct conf_context *c, struct conf_manifest *m)
{
    if (!m->languages.n)
        conf_languages_settle(c, m);
    if (!m->articles.n && m->file) {
        m->articles.at = ARENA_ARRAY(c->arena, const char *, 1);
        m->articles.places = ARENA_ARRAY(c->arena, struct place, 1);
        m->articles.at[0] = "content/**/*.md";
        m->articles.places[0] = (struct place){m->file, 0, 0};
        m->articles.n = 1;
    }
    if (!m->editions.n) {
        conf_edition_add(c, m, "ebook", CONF_EPUB);
        conf_edition_add(c, m, "print", CONF_PDF);
    }
    if (!m->identifier && m->title)
        m->identifier = conf_identifier(c->arena, m->publisher, m->title);
}

struct conf_manifest *
conf_manifest_bare(struct conf_context *c, const char *dir)
{
    struct conf_manifest *m = manifest_new(c, dir, NULL);
    set_defaults(c, m);
    return m;
}

/* Whether something stands there as the title, about which was said that it is
 * none. */
static bool
has_faulty_title(const struct conf_value *map)
{
    if (map->type != CONF_MAP)
        return map->type != CONF_NULL;
    for (size_t i = 0; i < map->n; i++)
        if (str_eq(map->pairs[i].key, "title"))
            return map->pairs[i].value->type == CONF_LIST ||
                   map->pairs[i].value->type == CONF_MAP;
    return false;
}

static void
read_keys(struct conf_context *c, struct conf_manifest *m,
          const struct conf_value *value)
{
    struct place seen[KEY_COUNT] = {{0}};
    conf_read(c, value, conf_manifest_keys, KEY_COUNT, m, seen);
    conf_languages_settle(c, m);
    if (!m->title && !has_faulty_title(value)) {
        struct place at = {m->file, seen[TITLE].line ? seen[TITLE].line : 1,
                           seen[TITLE].line ? seen[TITLE].col : 1};
        diag_at(c->diag, at, DIAG_KEY_MISSING, "the publication has no title");
        diag_hint(c->diag, "add: title: …");
    }
    if (m->title)
        m->at = seen[TITLE];
    m->cover_at = seen[COVER];
    m->logo_at = seen[LOGO];
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (str_eq(conf_manifest_keys[i].name, "sort"))
            m->sort_at = seen[i];
        else if (str_eq(conf_manifest_keys[i].name, "parts"))
            m->parts_at = seen[i];
        else if (str_eq(conf_manifest_keys[i].name, "index"))
            m->index_at = seen[i];
        else if (str_eq(conf_manifest_keys[i].name, "language"))
            m->language_given = seen[i].line > 0;
    }
}

/* Whether the bytes are text at all; else says where they are not. */
static bool
check_utf8(struct conf_context *c, const char *file, const struct buf *b)
{
    size_t bad = utf8_check(b->at, b->n);
    if (bad == b->n)
        return true;
    struct place at = {file, 1, 1};
    for (const char *p = b->at; p < b->at + bad;) {
        at.col++;
        if (utf8_next(&p, b->at + bad) == '\n')
            at = (struct place){file, at.line + 1, 1};
    }
    diag_at(c->diag, at, DIAG_UTF8_INVALID, "the byte %02X is no UTF-8",
            (unsigned char)b->at[bad]);
    diag_hint(c->diag, "save the file as UTF-8");
    return false;
}

struct conf_manifest *
conf_manifest_read(struct conf_context *c, const char *path)
{
    struct conf_manifest *m = manifest_new(c, path_dir(c->arena, path), path);
    struct buf b;
    buf_init(&b, MANIFEST_BYTES);
    int error = file_read(path, &b);
    if (error == EFBIG)
        diag_at(c->diag, m->at, DIAG_FILE_TOO_LARGE,
                "a manifest has at most %d bytes", MANIFEST_BYTES);
    else if (error)
        diag_at(c->diag, m->at, DIAG_FILE_UNREADABLE,
                "the manifest can't be read: %s", strerror(error));
    else if (check_utf8(c, m->file, &b)) {
        const struct conf_value *value =
            conf_parse(c->arena, c->diag, m->file, b.at, b.n, 1);
        if (value)
            read_keys(c, m, value);
    }
    buf_free(&b);
    set_defaults(c, m);
    return m;
}
