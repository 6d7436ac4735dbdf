/* SPDX-License-Identifier: MIT */
/* The manifest's editions: what is made of the publication. */
#include "conf/conf_int.h"

#include <string.h>

static const char *const formats[] = {"epub", "pdf", "png", NULL};

/* In the order of enum conf_each. */
static const char *const wholes[] = {"book", "article", NULL};

/* In the order of enum conf_picture. */
static const char *const pictures[] = {"pages", "cover", "social", "wrap",
                                       NULL};

/* In the order of enum conf_parallel. */
static const char *const parallels[] = {"none", "columns", "pages", NULL};

/* In the order of enum conf_impose. */
static const char *const impositions[] = {"none", "booklet", "2-up", "4-up",
                                          NULL};

static bool
read_fonts(struct conf_context *c, const struct conf_value *value, void *into,
           const struct conf_key *key)
{
    static const char *const choices[] = {"none", "embed", NULL};
    struct conf_key choice = {
        .name = key->name, .kind = CONF_CHOICE, .choices = choices};
    int chosen = 0;
    bool good = conf_read_value(c, value, &chosen, &choice);
    *(bool *)into = chosen == 1;
    return good;
}

static bool
read_output(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    if (value->type != CONF_SCALAR || str_blank(value->text) ||
        strchr(value->text, '/') || value->text[0] == '.') {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes the name of a file, without a folder", key->name);
        diag_hint(c->diag, "the folder is chosen by the option -o");
        return false;
    }
    *(const char **)into = value->text;
    return true;
}

static bool
read_pages(struct conf_context *c, const struct conf_value *value, void *into,
           const struct conf_key *key)
{
    struct ranges pages;
    if (value->type != CONF_SCALAR ||
        !ranges_parse(c->arena, value->text, &pages)) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes numbers and ranges of pages, not “%s”", key->name,
                value->type == CONF_SCALAR ? value->text : "…");
        diag_hint(c->diag, "for example: 3-5,9 or 12-; they count from the "
                           "first page, whatever is printed on it");
        return false;
    }
    *(struct ranges *)into = pages;
    return true;
}

#define FIELD(member) offsetof(struct conf_edition, member)

/* What keys are for. */
enum {
    OF_EPUB = 1 << CONF_EPUB,
    OF_PDF = 1 << CONF_PDF,
    OF_PNG = 1 << CONF_PNG
};

enum { FORMAT, COVER };

const struct conf_key conf_edition_keys[] = {
    [FORMAT] = {.name = "format",
                .kind = CONF_CHOICE,
                .offset = FIELD(format),
                .choices = formats,
                .help = "what is made: an EPUB 3, a PDF, or its pages as PNG",
                .example = "pdf"},
    [COVER] = {.name = "cover",
               .kind = CONF_BOOL,
               .offset = FIELD(cover),
               .help = "whether there is a cover; an EPUB has one unless told "
                       "whether there is a cover; an EPUB has one unless told "
                       "otherwise, files for a print shop as well, any other "
                       "PDF has none",
               .example = "true"},
    {.name = "style",
     .aliases = "css stylesheet",
     .kind = CONF_STRING,
     .offset = FIELD(style),
     .place = FIELD(style_at),
     .help = "the stylesheet; the program's own without it",
     .example = "styles/story.css"},
    {.name = "page",
     .aliases = "size",
     .kind = CONF_CUSTOM,
     .takes = "two lengths, or a name",
     .offset = FIELD(page),
     .read = conf_size_read,
     .help = "the page's width and height, or letter, legal, tabloid, a3, a4, "
             "a5, a6, b5; with “landscape” for the wide way",
     .example = "6in 9in"},
    {.name = "press",
     .kind = CONF_CUSTOM,
     .takes = "true, false or a map",
     .offset = FIELD(press),
     .place = FIELD(press_at),
     .only = OF_PDF,
     .read = conf_press_read,
     .help = "whether the PDF is for a print shop, the inside and the cover "
             "apart, see below",
     .example = "{bleed: 3mm, marks: crop}"},
    {.name = "impose",
     .kind = CONF_CHOICE,
     .offset = FIELD(impose),
     .place = FIELD(impose_at),
     .only = OF_PDF,
     .choices = impositions,
     .help = "how pages are put on sheets, in a second file: as a booklet to "
             "fold and staple, or two or four on each side",
     .example = "booklet"},
    {.name = "sheet",
     .kind = CONF_CUSTOM,
     .takes = "two lengths, or a name",
     .offset = FIELD(sheet),
     .place = FIELD(sheet_at),
     .only = OF_PDF,
     .read = conf_size_read,
     .help = "with `impose`, the paper in the printer, named as pages are: "
             "Letter where that is usual for the page or the language, else "
             "A4",
     .example = "letter"},
    {.name = "paper",
     .kind = CONF_CUSTOM,
     .takes = "length",
     .offset = FIELD(paper),
     .place = FIELD(paper_at),
     .only = OF_PDF | OF_PNG,
     .read = conf_paper_read,
     .help = "how thick a leaf of a booklet is, or of a book for a print "
             "shop: 0.1mm unless told otherwise",
     .example = "0.1mm"},
    {.name = "profile",
     .kind = CONF_CHOICE,
     .offset = FIELD(profile),
     .place = FIELD(profile_at),
     .choices = conf_profiles,
     .help = "the guideline for large or clear print that the edition is set "
             "by and checked against, see below",
     .example = "aph"},
    {.name = "type-size",
     .kind = CONF_CUSTOM,
     .takes = "length",
     .offset = FIELD(type_size),
     .place = FIELD(type_size_at),
     .read = conf_type_size_read,
     .help = "the size of the text: all other type, and the space around it, "
             "grows or shrinks with it",
     .example = "22pt"},
    {.name = "evidence",
     .kind = CONF_BOOL,
     .offset = FIELD(evidence),
     .place = FIELD(evidence_at),
     .help = "whether a record of what was checked is written "
             "beside an EPUB or a PDF; as the publication says "
             "without it",
     .example = "true"},
    {.name = "picture",
     .kind = CONF_CHOICE,
     .offset = FIELD(picture),
     .place = FIELD(picture_at),
     .only = OF_PNG,
     .choices = pictures,
     .help = "what a PNG shows: the pages; the cover, 1600 × 2560 pixels; what "
             "stands for the book or article on social media, 1200 × 630; or "
             "the outside of the printed book, back, spine and front",
     .example = "social"},
    {.name = "resolution",
     .aliases = "dpi",
     .kind = CONF_INT,
     .offset = FIELD(resolution),
     .place = FIELD(resolution_at),
     .only = OF_PNG,
     .least = CONF_LEAST_DPI,
     .most = CONF_MOST_DPI,
     .help = "of a PNG, in dots an inch: 144, and 36 on a "
             "contact sheet, unless told otherwise",
     .example = "200"},
    {.name = "spreads",
     .kind = CONF_BOOL,
     .offset = FIELD(spreads),
     .only = OF_PNG,
     .help = "whether a PNG shows two facing pages",
     .example = "true"},
    {.name = "contact-sheet",
     .kind = CONF_BOOL,
     .offset = FIELD(contact_sheet),
     .only = OF_PNG,
     .help = "whether a PNG shows all pages, small, with "
             "their labels",
     .example = "true"},
    {.name = "pages",
     .kind = CONF_CUSTOM,
     .takes = "numbers and ranges",
     .offset = FIELD(pages),
     .place = FIELD(pages_at),
     .only = OF_PNG,
     .read = read_pages,
     .help = "which pages become PNG, counted from 1, whatever is "
             "printed on them",
     .example = "1,3-5,9-"},
    {.name = "pdf",
     .kind = CONF_CUSTOM,
     .takes = "map",
     .offset = FIELD(pdf),
     .only = OF_PDF,
     .read = conf_pdf_read,
     .help = "what a PDF claims to be, see below",
     .example = "{conformance: [ua-1, a-2a]}"},
    {.name = "identifier",
     .aliases = "isbn",
     .kind = CONF_STRING,
     .offset = FIELD(identifier),
     .only = OF_PDF,
     .help = "what names a PDF for ever, an ISBN or a URN; made "
             "from the publication's identifier and the "
             "edition's name without it",
     .example = "urn:isbn:9780306406164"},
    {.name = "pages-from",
     .kind = CONF_STRING,
     .offset = FIELD(pages_from),
     .place = FIELD(pages_from_at),
     .only = OF_EPUB,
     .help = "the PDF edition whose pages an EPUB marks, so "
             "that “turn to page 12” works in both",
     .example = "print"},
    {.name = "fit",
     .kind = CONF_INT,
     .offset = FIELD(fit),
     .place = FIELD(fit_at),
     .only = OF_PDF | OF_PNG,
     .least = 1,
     .most = CONF_MOST_FIT,
     .help = "the most pages an output may have: space and type become a "
             "little less where there are more",
     .example = "2"},
    {.name = "fonts",
     .kind = CONF_CUSTOM,
     .takes = "`none` or `embed`",
     .offset = FIELD(embed_fonts),
     .read = read_fonts,
     .help = "whether an EPUB carries its fonts: embed or none",
     .example = "embed"},
    {.name = "output",
     .aliases = "file",
     .kind = CONF_CUSTOM,
     .takes = "text",
     .offset = FIELD(output),
     .read = read_output,
     .place = FIELD(output_at),
     .help = "the name of the file that is written; of an edition with “each: "
             "article” with {slug} in it",
     .example = "anthology.epub"},
    {.name = "each",
     .kind = CONF_CHOICE,
     .offset = FIELD(each),
     .place = FIELD(each_at),
     .choices = wholes,
     .help = "of what one output is made: of the whole book, or of "
             "each article, in a folder named after the edition",
     .example = "article"},
    {.name = "language",
     .aliases = "lang languages",
     .kind = CONF_CUSTOM,
     .takes = "tag or list",
     .offset = FIELD(languages),
     .read = conf_languages_read,
     .help = "in which of the publication's languages it is made; in each "
             "without it",
     .example = "es"},
    {.name = "parallel",
     .kind = CONF_CHOICE,
     .offset = FIELD(parallel),
     .place = FIELD(parallel_at),
     .only = OF_PDF | OF_PNG,
     .choices = parallels,
     .help = "with “each: article”, how an article and its translation stand "
             "beside each other: in two columns, or on facing pages",
     .example = "columns"},
    {.name = "articles",
     .kind = CONF_CUSTOM,
     .takes = "text or list",
     .offset = FIELD(articles),
     .read = conf_paths_read,
     .help = "paths or patterns of the articles that this edition "
             "has; those of the publication without it",
     .example = "[handouts/*.md]"},
};

enum { KEY_COUNT = sizeof conf_edition_keys / sizeof *conf_edition_keys };
const size_t conf_edition_key_count = KEY_COUNT;

static const struct conf_claims claims = {true, CONF_A_2A};
enum { USUAL_PAPER = 290 }; /* 0.1 mm in Pango units */

void
conf_edition_add(struct conf_context *c, struct conf_manifest *m,
                 const char *name, enum conf_output format)
{
    *vec_add(c->arena, &m->editions) = (struct conf_edition){
        .name = name,
        .format = (int)format,
        .at = {m->file, 0, 0},
        .cover = format == CONF_EPUB,
        .pdf = claims,
        .paper = USUAL_PAPER,
    };
}

/* "pdf or png". */
static const char *
names_of(struct conf_context *c, unsigned only)
{
    const char *names = NULL;
    for (size_t i = 0; formats[i]; i++)
        if (only & 1u << i)
            names = names
                        ? arena_printf(c->arena, "%s or %s", names, formats[i])
                        : formats[i];
    return names;
}

/* Whether no key stands there that changes nothing. */
static bool
check_format_keys(struct conf_context *c, const struct conf_edition *edition,
                  const struct place *seen)
{
    bool good = true;
    for (size_t k = 0; k < KEY_COUNT; k++) {
        unsigned only = conf_edition_keys[k].only;
        if (!seen[k].line || !only || only & 1u << edition->format)
            continue;
        diag_at(c->diag, seen[k], DIAG_KEY_UNKNOWN,
                "“%s” is for editions in the format %s",
                conf_edition_keys[k].name, names_of(c, only));
        diag_hint(c->diag, "give that format, or leave the key out");
        good = false;
    }
    return good;
}

/* A picture of pages has no text that could be checked. */
static bool
check_evidence_key(struct conf_context *c, const struct conf_edition *edition)
{
    if (!edition->evidence || edition->format != CONF_PNG)
        return true;
    diag_at(c->diag, edition->evidence_at, DIAG_KEY_UNKNOWN,
            "“evidence” is for editions in the formats epub and pdf");
    diag_hint(c->diag, "pictures of pages hold no text that could be checked");
    return false;
}

/* A picture of one page has no others to choose from or to show beside it. */
static bool
check_picture_key(struct conf_context *c, const struct conf_edition *edition)
{
    const char *key = edition->spreads         ? "spreads"
                      : edition->contact_sheet ? "contact-sheet"
                      : edition->pages.n       ? "pages"
                      : edition->fit           ? "fit"
                                               : NULL;
    if (!edition->picture || !key)
        return true;
    diag_at(c->diag, edition->picture_at, DIAG_VALUE_INVALID,
            "“picture: %s” is one picture, and “%s” is for pages",
            pictures[edition->picture], key);
    diag_hint(c->diag, "leave one of the two out");
    return false;
}

/* Outputs of several articles can't share a name. */
static bool
check_each_output(struct conf_context *c, struct conf_edition *edition)
{
    bool each = edition->each == CONF_EACH_ARTICLE;
    if (each && !edition->style)
        edition->style = "styles/handout.css";
    if (!edition->output || (strstr(edition->output, "{slug}") != NULL) == each)
        return true;
    diag_at(c->diag, edition->output_at, DIAG_VALUE_INVALID,
            each ? "“output” needs {slug} in it, since each article has one"
                 : "“output” takes no {slug}, since the edition is one book");
    diag_hint(c->diag, each ? "for example: handout-{slug}.pdf"
                            : "for one output an article, add: each: article");
    return false;
}

/* Articles stand beside their translations where each is published alone. */
static bool
check_parallel(struct conf_context *c, struct conf_edition *edition)
{
    if (!edition->parallel || edition->each == CONF_EACH_ARTICLE)
        return true;
    diag_at(c->diag, edition->parallel_at, DIAG_VALUE_INVALID,
            "“parallel” is for editions that hold one article and its "
            "translation each");
    diag_hint(c->diag, "add: each: article");
    return false;
}

/* Whether the keys of the edition go together. */
static bool
check_keys(struct conf_context *c, struct conf_edition *edition,
           const struct place *seen)
{
    bool good = true;
    if (edition->format >= 0)
        good = check_format_keys(c, edition, seen) && good;
    good = check_evidence_key(c, edition) && good;
    good = check_picture_key(c, edition) && good;
    good = check_each_output(c, edition) && good;
    good = check_parallel(c, edition) && good;
    good = conf_impose_check(c, edition) && good;
    good = conf_profile_check(c, edition) && good;
    good = conf_press_check(c, edition) && good;
    return good;
}

static bool
read_one(struct conf_context *c, const struct conf_pair *pair,
         struct conf_edition *edition)
{
    struct place seen[KEY_COUNT] = {{0}};
    edition->name = pair->key;
    edition->at = pair->key_at;
    edition->format = -1;
    edition->pdf = claims;
    edition->paper = USUAL_PAPER;
    if (!str_eq(str_slug(c->arena, pair->key), pair->key)) {
        diag_at(c->diag, pair->key_at, DIAG_VALUE_INVALID,
                "“%s” can't name an edition", pair->key);
        diag_hint(c->diag, "use lower-case letters, digits and hyphens");
        return false;
    }
    bool good =
        conf_read(c, pair->value, conf_edition_keys, KEY_COUNT, edition, seen);
    if (!seen[FORMAT].line && pair->value->type != CONF_SCALAR &&
        pair->value->type != CONF_LIST) {
        diag_at(c->diag, pair->key_at, DIAG_KEY_MISSING,
                "the edition “%s” has no “format”", pair->key);
        diag_hint(c->diag, "add: format: epub, or: format: pdf, or: format: "
                           "png");
        good = false;
    }
    good = check_keys(c, edition, seen) && good;
    if (!seen[COVER].line)
        edition->cover = edition->format == CONF_EPUB || edition->press.on;
    return good && edition->format >= 0;
}

bool
conf_editions_read(struct conf_context *c, const struct conf_value *value,
                   void *into, const struct conf_key *key)
{
    struct conf_manifest *m =
        (struct conf_manifest *)(void *)((char *)into - key->offset);
    bool good = value->type == CONF_MAP;
    if (!good) {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes a map of names", key->name);
        diag_hint(c->diag, "for example: editions: {ebook: {format: epub}}");
    }
    for (size_t i = 0; good && i < value->n; i++) {
        struct conf_edition edition = {0};
        if (read_one(c, &value->pairs[i], &edition))
            *vec_add(c->arena, &m->editions) = edition;
    }
    return good && conf_twins_check(c, m, value);
}

bool
conf_edition_set(struct conf_context *c, struct conf_edition *edition,
                 const char *setting, bool *takes)
{
    size_t n = strcspn(setting, "=");
    const char *key = arena_strn(c->arena, setting, n);
    const char *text = arena_printf(c->arena, "%s: %s", key,
                                    setting[n] ? setting + n + 1 : "");
    const char *file = arena_printf(c->arena, "--set %s", setting);
    const struct conf_value *map =
        conf_parse(c->arena, c->diag, file, text, strlen(text), 1);
    size_t k = conf_find_key(conf_edition_keys, KEY_COUNT, key);
    unsigned only = k < KEY_COUNT ? conf_edition_keys[k].only : 0;
    *takes = !only || only & 1u << edition->format;
    if (!map || !*takes)
        return map != NULL;
    if (k == FORMAT) {
        diag_at(c->diag, (struct place){.file = file}, DIAG_KEY_UNKNOWN,
                "the format of an edition stays as it is");
        diag_hint(c->diag, "--format takes editions by their formats");
        return false;
    }
    bool pressed = edition->press.on;
    bool good = conf_read(c, map, conf_edition_keys, KEY_COUNT, edition, NULL);
    if (!pressed && edition->press.on)
        edition->cover = true;
    return good;
}

bool
conf_edition_check(struct conf_context *c, struct conf_edition *edition)
{
    struct place seen[KEY_COUNT] = {{0}};
    return check_keys(c, edition, seen);
}
