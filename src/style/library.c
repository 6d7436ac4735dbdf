/* SPDX-License-Identifier: MIT */
/* The faces of the folders that a publication names: found file by file and
 * put in order, without a cache and without a word to the host. */
#include <ctype.h>
#include <string.h>

#include "style/fonts_int.h"

struct font_source {
    const char *path;
    struct place at;
};

struct style_library {
    struct arena *arena; /* the caller's */
    VEC(struct font_source) sources;
    VEC(struct font_family) families;
    FcConfig *config; /* holds the patterns; NULL before the scan */
};

struct style_library *
style_library_new(struct arena *a)
{
    struct style_library *library = ARENA_NEW(a, struct style_library);
    library->arena = a;
    return library;
}

void
style_library_add(struct style_library *library, const char *path,
                  struct place at)
{
    *vec_add(library->arena, &library->sources) =
        (struct font_source){path, at};
}

void
style_library_free(struct style_library *library)
{
    if (library && library->config)
        FcConfigDestroy(library->config);
}

static bool
is_font_file(const char *name)
{
    static const char *const endings[] = {".otf", ".ttf", ".otc", ".ttc"};
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (n > 4 && str_eq_nocase(name + n - 4, endings[i]))
            return true;
    return false;
}

/* Adds the files of a folder at any depth, in the order of their names, or one
 * file. */
static void
scan(struct style_library *library, const struct font_source *source,
     struct diag *d)
{
    struct arena *a = arena_new();
    size_t found = 0;
    if (file_is_dir(source->path)) {
        struct file_list files = file_glob(a, source->path, "**/*");
        for (size_t i = 0; i < files.n; i++) {
            if (!is_font_file(files.at[i]))
                continue;
            const char *path = path_join(a, source->path, files.at[i]);
            found +=
                FcConfigAppFontAddFile(library->config, (const FcChar8 *)path);
        }
    } else if (file_exists(source->path) && is_font_file(source->path)) {
        found = (size_t)FcConfigAppFontAddFile(library->config,
                                               (const FcChar8 *)source->path);
    }
    if (!found) {
        diag_at(d, source->at, DIAG_FONT_FOLDER, "there are no fonts in “%s”",
                source->path);
        diag_hint(d, "name a folder with .otf, .ttf or .ttc files, or one such "
                     "file");
    }
    arena_free(a);
}

static const char *
string_of(FcPattern *face, const char *object)
{
    FcChar8 *text;
    return FcPatternGetString(face, object, 0, &text) == FcResultMatch
               ? (const char *)text
               : NULL;
}

static int
number_of(FcPattern *face, const char *object)
{
    int value;
    return FcPatternGetInteger(face, object, 0, &value) == FcResultMatch ? value
                                                                         : 0;
}

static bool
flag_of(FcPattern *face, const char *object)
{
    FcBool value;
    return FcPatternGetBool(face, object, 0, &value) == FcResultMatch && value;
}

/* A face that a page can be set in: outlines in one colour, and one face of
 * the file, not one that is varied as it is drawn. */
static bool
is_fit(FcPattern *face)
{
    FcRange *range;
    bool varied =
        FcPatternGetRange(face, FC_WEIGHT, 0, &range) == FcResultMatch &&
        flag_of(face, FC_VARIABLE);
    return string_of(face, FC_FAMILY) && flag_of(face, FC_OUTLINE) &&
           !flag_of(face, FC_COLOR) && !varied && !flag_of(face, FC_VARIABLE);
}

/* Whether a word stands in a name, not as a part of another. */
static bool
has_word(const char *name, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = name; (at = strstr(at, word)); at += n)
        if ((at == name || at[-1] == ' ') && !isalpha((unsigned char)at[n]))
            return true;
    return false;
}

static bool
has_any(const char *name, const char *const *words)
{
    for (; *words; words++)
        if (has_word(name, *words))
            return true;
    return false;
}

enum font_kind
font_kind_of(const char *family)
{
    static const char *const mono[] = {"Mono", "Hack",       "Courier",
                                       "Code", "Typewriter", NULL};
    static const char *const sans[] = {
        "Sans", "Andika", "Biolinum",    "Gothic",    "PGothic", "Grotesk",
        "Hei",  "Kufi",   "Arial",       "Helvetica", "Roboto",  "Inter",
        "Open", "Looped", "DejaVu Sans", NULL};
    if (has_any(family, mono))
        return FONT_MONO;
    return has_any(family, sans) ? FONT_SANS : FONT_SERIF;
}

static bool
is_odd(const char *family)
{
    static const char *const words[] = {
        "UI",    "Display",  "Unjoined", "Looped",    "Slanted",
        "Rashi", "Kufi",     "Nastaliq", "Condensed", "Traditional",
        "Music", "Fallback", "Symbols",  "Symbols2",  NULL};
    return has_any(family, words);
}

/* A language that wants faces of its own, by the start of its tag, the word
 * that families for it have in their name, and its tag for fontconfig. */
static const struct {
    const char *tag, *word, *lang;
} languages[] = {
    {"", "JP", "ja"},         {"ja", "JP", "ja"},
    {"ko", "KR", "ko"},       {"zh-Hant-HK", "HK", "zh-hk"},
    {"zh-HK", "HK", "zh-hk"}, {"yue", "HK", "zh-hk"},
    {"zh-MO", "HK", "zh-hk"}, {"zh-Hant", "TC", "zh-tw"},
    {"zh-TW", "TC", "zh-tw"}, {"zh", "SC", "zh-cn"},
    {"ur", "Nastaliq", "ur"}, {"ks", "Nastaliq", "ur"},
};
enum { LANGUAGES = sizeof languages / sizeof *languages };

int
font_language_of(const char *tag)
{
    for (int i = 1; i < LANGUAGES; i++) {
        size_t n = strlen(languages[i].tag);
        if (strncasecmp(tag, languages[i].tag, n) == 0 &&
            (!tag[n] || tag[n] == '-' || tag[n] == '_'))
            return i;
    }
    return 0;
}

int
font_suits(const struct font_family *family, int language)
{
    if (has_word(family->name, languages[language].word))
        return 2;
    for (int i = 0; i < LANGUAGES; i++)
        if (has_word(family->name, languages[i].word))
            return 0;
    return family->langs &&
           FcLangSetHasLang(family->langs,
                            (const FcChar8 *)languages[language].lang) !=
               FcLangDifferentLang;
}

static void
add_face(struct style_library *library, FcPattern *face)
{
    const char *name = string_of(face, FC_FAMILY);
    struct font_family *family = NULL;
    for (size_t i = 0; i < library->families.n && !family; i++)
        if (str_eq_nocase(library->families.at[i].name, name))
            family = &library->families.at[i];
    if (!family) {
        family = vec_add(library->arena, &library->families);
        family->name = arena_str(library->arena, name);
        family->kind = font_kind_of(name);
        family->odd = is_odd(name);
    }
    *vec_add(library->arena, &family->faces) = face;
    bool plain = number_of(face, FC_WEIGHT) == FC_WEIGHT_REGULAR &&
                 number_of(face, FC_SLANT) == FC_SLANT_ROMAN;
    if (family->has && !plain)
        return;
    FcPatternGetCharSet(face, FC_CHARSET, 0, &family->has);
    FcPatternGetLangSet(face, FC_LANG, 0, &family->langs);
}

struct font_family *
library_families(struct style_library *library, size_t *n, struct diag *d)
{
    if (!library->config) {
        library->config = FcConfigCreate();
        for (size_t i = 0; i < library->sources.n; i++)
            scan(library, &library->sources.at[i], d);
        FcFontSet *set = FcConfigGetFonts(library->config, FcSetApplication);
        for (int i = 0; set && i < set->nfont; i++)
            if (is_fit(set->fonts[i]))
                add_face(library, set->fonts[i]);
    }
    *n = library->families.n;
    return library->families.at;
}
