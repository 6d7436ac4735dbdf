/* SPDX-License-Identifier: MIT */
/* The faces of one folder, and no others: a configuration of fontconfig that
 * is built here and reads nothing of the host's. */
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "style/fonts_int.h"

/* File by file, in the order of their names: a folder as a whole would make
 * fontconfig look for a cache on the host, and write one. */
static void
add_files(FcConfig *config, const char *dir)
{
    static const char *const patterns[] = {"**/*.otf", "**/*.ttf", "*.otf",
                                           "*.ttf"};
    struct arena *a = arena_new();
    struct map *added = map_new(a);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct file_list files = file_glob(a, dir, patterns[i]);
        for (size_t k = 0; k < files.n; k++) {
            char *path = path_join(a, dir, files.at[k]);
            if (map_get(added, path))
                continue;
            map_set(added, path, path);
            FcConfigAppFontAddFile(config, (const FcChar8 *)path);
        }
    }
    arena_free(a);
}

/* CSS Fonts Level 4, clause 2.1.3. */
static const struct generic {
    const char *name, *family;
} generics[] = {
    {"serif", "Linux Libertine O"}, {"ui-serif", "Linux Libertine O"},
    {"monospace", "Hack"},          {"ui-monospace", "Hack"},
    {"sans-serif", "Andika"},       {"system-ui", "Andika"},
    {"ui-sans-serif", "Andika"},    {"ui-rounded", "Andika"},
};

enum { GENERICS = sizeof generics / sizeof *generics };

const char *
style_generic_family(const char *generic)
{
    for (size_t i = 0; i < GENERICS; i++)
        if (str_eq(generic, generics[i].name))
            return generics[i].family;
    return "Linux Libertine O";
}

/* Drawings name generic families too, and are set without a stylesheet. */
static void
add_generics(FcConfig *config)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_str(&b, "<fontconfig>");
    for (size_t i = 0; i < GENERICS; i++)
        buf_printf(&b,
                   "<match><test name=\"family\"><string>%s</string></test>"
                   "<edit name=\"family\" mode=\"prepend\" "
                   "binding=\"strong\"><string>%s</string></edit></match>",
                   generics[i].name, generics[i].family);
    buf_str(&b, "</fontconfig>");
    FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)b.at, FcFalse);
    buf_free(&b);
}

struct style_fonts *
style_fonts_open(const char *dir, struct diag *d)
{
    FcConfig *config = FcConfigCreate();
    if (config) {
        add_generics(config);
        add_files(config, dir);
    }
    FcFontSet *set = config ? FcConfigGetFonts(config, FcSetApplication) : NULL;
    if (!set || !set->nfont) {
        diag_at(d, (struct place){dir, 0, 0}, DIAG_FONT_MISSING,
                "there are no fonts in this folder");
        if (config)
            FcConfigDestroy(config);
        return NULL;
    }
    /* Before the first font map, or Pango's FcInit would read the host's
     * configuration and all its fonts. */
    FcConfigSetCurrent(config);
    struct arena *a = arena_new();
    struct style_fonts *fonts = ARENA_NEW(a, struct style_fonts);
    fonts->arena = a;
    fonts->config = config;
    return fonts;
}

/* fontconfig makes a set of an application's fonts with the first file of it,
 * and takes no other way. */
struct style_fonts *
fonts_copy(const struct style_fonts *from)
{
    struct arena *a = arena_new();
    struct style_fonts *fonts = ARENA_NEW(a, struct style_fonts);
    FcFontSet *set = FcConfigGetFonts(from->config, FcSetApplication);
    FcChar8 *first = NULL;
    fonts->arena = a;
    fonts->config = FcConfigCreate();
    add_generics(fonts->config);
    FcPatternGetString(set->fonts[0], FC_FILE, 0, &first);
    FcConfigAppFontAddFile(fonts->config, first);
    for (int i = 1; i < set->nfont; i++)
        fonts_add(fonts, set->fonts[i]);
    return fonts;
}

void
fonts_add(struct style_fonts *fonts, FcPattern *face)
{
    FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
    FcPatternReference(face);
    if (!FcFontSetAdd(set, face))
        FcPatternDestroy(face);
}

void
style_fonts_free(struct style_fonts *fonts)
{
    if (!fonts)
        return;
    FcConfigDestroy(fonts->config);
    arena_free(fonts->arena);
}

void *
style_fonts_map(struct style_fonts *fonts)
{
    PangoFontMap *map =
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts->config);
    return map;
}

static bool
has_family(FcPattern *face, const char *family)
{
    FcChar8 *name;
    for (int i = 0;
         FcPatternGetString(face, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (str_eq_nocase((const char *)name, family))
            return true;
    return false;
}

static bool
describe(struct style_fonts *fonts, FcPattern *face,
         struct style_font_file *out)
{
    FcChar8 *file;
    int weight, slant;
    if (FcPatternGetString(face, FC_FILE, 0, &file) != FcResultMatch ||
        FcPatternGetInteger(face, FC_WEIGHT, 0, &weight) != FcResultMatch ||
        FcPatternGetInteger(face, FC_SLANT, 0, &slant) != FcResultMatch)
        return false;
    out->path = arena_str(fonts->arena, (const char *)file);
    out->weight = FcWeightToOpenType(weight);
    out->italic = slant != FC_SLANT_ROMAN;
    return true;
}

static const struct style_font_file *
find_face(const struct style_font_file *all, size_t n, int weight, bool italic)
{
    for (size_t i = 0; i < n; i++)
        if (all[i].weight == weight && all[i].italic == italic)
            return &all[i];
    return NULL;
}

size_t
style_font_files(struct style_fonts *fonts, const char *family,
                 struct style_font_file *out, size_t room)
{
    enum { ALL = 64 };
    struct style_font_file all[ALL];
    size_t n = 0, written = 0;
    FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
    for (int i = 0; set && i < set->nfont && n < ALL; i++)
        if (has_family(set->fonts[i], family) &&
            describe(fonts, set->fonts[i], &all[n]))
            n++;
    static const struct {
        int weight;
        bool italic;
    } wanted[] = {{400, false}, {400, true}, {700, false}, {700, true}};
    for (size_t i = 0; i < 4 && written < room; i++) {
        const struct style_font_file *face =
            find_face(all, n, wanted[i].weight, wanted[i].italic);
        if (face)
            out[written++] = *face;
    }
    return written;
}
