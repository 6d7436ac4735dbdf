/* SPDX-License-Identifier: MIT */
/* @font-face: font files of the publication under names that the stylesheet
 * gives them (CSS Fonts Level 4, clause 4). */
#include <string.h>

#include "style/fonts_int.h"

static const struct css_declaration *
descriptor(const struct css_rule *rule, const char *name)
{
    const struct css_declaration *last = NULL;
    for (const struct css_declaration *d = rule->first; d; d = d->next)
        if (str_eq_nocase(d->name, name))
            last = d;
    return last;
}

static bool
is_for_paper(const char *url)
{
    static const char *const endings[] = {".otf", ".ttf", ".otc", ".ttc"};
    size_t n = strlen(url);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (n > 4 && str_eq_nocase(url + n - 4, endings[i]))
            return true;
    return false;
}

/* The first file that can be set from; NULL, and a message, where one of them
 * is not there or none is of that kind. */
static const char *
find_source(struct style_sheet *sheet, const struct css_file *file,
            const struct css_declaration *src)
{
    const char *found = NULL;
    const struct css_token *t = src->at;
    for (size_t i = 0; i < src->value.n; i++) {
        const struct css_token *at;
        const char *url = css_url_at(src->value, i, &at);
        if (!url)
            continue;
        t = at;
        const char *path = style_local_file(sheet, file, url, at);
        if (!path)
            return NULL;
        if (!found && is_for_paper(url))
            found = path;
    }
    if (!found && !sheet->for_epub) {
        diag_at(sheet->diag, (struct place){file->shown, t->line, t->col},
                DIAG_CSS_NOT_IN_PDF, "the PDF does not honour this font");
        diag_hint(sheet->diag, "name an .otf or .ttf file as well");
    }
    return found;
}

static int
weight_of(const struct css_declaration *d)
{
    const struct css_token *t = d && d->value.n ? d->value.at : NULL;
    if (t && t->type == CSS_NUMBER && t->number >= 1 && t->number <= 1000)
        return (int)t->number;
    return t && css_is_word(t, "bold") ? 700 : t ? 400 : 0;
}

void
style_add_face(struct style_sheet *sheet, const struct css_file *file,
               const struct css_rule *rule)
{
    const struct css_declaration *family = descriptor(rule, "font-family");
    const struct css_declaration *src = descriptor(rule, "src");
    const struct css_declaration *style = descriptor(rule, "font-style");
    if (sheet->for_epub && (!family || !src))
        return;
    if (!family || !src) {
        diag_at(sheet->diag,
                (struct place){file->shown, rule->at->line, rule->at->col},
                DIAG_CSS_SYNTAX, "“@font-face” has no “%s”",
                family ? "src" : "font-family");
        diag_hint(sheet->diag, "it needs font-family: \"A name\"; src: "
                               "url(\"file.otf\")");
        return;
    }
    const char *path = find_source(sheet, file, src);
    if (!path)
        return;
    const char *name = "";
    for (size_t i = 0; i < family->value.n; i++)
        name =
            arena_printf(sheet->arena, "%s%s", name, family->value.at[i].text);
    bool slanted =
        style && style->value.n && !css_is_word(style->value.at, "normal");
    *vec_add(sheet->arena, &sheet->faces) =
        (struct style_face){name,
                            path,
                            weight_of(descriptor(rule, "font-weight")),
                            style ? (slanted ? 1 : 0) : -1,
                            {file->shown, rule->at->line, rule->at->col}};
}

/* The file's face, called as the sheet calls it. */
static void
add_renamed(struct style_fonts *fonts, const struct style_face *face,
            struct diag *d)
{
    int count = 0;
    FcPattern *pattern =
        FcFreeTypeQuery((const FcChar8 *)face->path, 0, NULL, &count);
    if (!pattern) {
        diag_at(d, face->at, DIAG_CSS_URL, "“%s” is not a font", face->path);
        diag_hint(d, "name an .otf or .ttf file");
        return;
    }
    FcPatternDel(pattern, FC_FAMILY);
    FcPatternDel(pattern, FC_FAMILYLANG);
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)face->family);
    if (face->weight) {
        FcPatternDel(pattern, FC_WEIGHT);
        FcPatternAddInteger(pattern, FC_WEIGHT,
                            FcWeightFromOpenType(face->weight));
    }
    if (face->italic >= 0) {
        FcPatternDel(pattern, FC_SLANT);
        FcPatternAddInteger(pattern, FC_SLANT,
                            face->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    }
    fonts_add(fonts, pattern);
    FcPatternDestroy(pattern);
}

struct style_fonts *
style_fonts_with_faces(const struct style_fonts *fonts,
                       const struct style_sheet *sheet, struct diag *d)
{
    if (!sheet->faces.n)
        return NULL;
    struct style_fonts *with = fonts_copy(fonts);
    struct arena *a = with->arena;
    for (size_t i = 0; i < fonts->fallbacks.n; i++) {
        struct font_fallback f = fonts->fallbacks.at[i];
        f.families = arena_str(a, f.families);
        f.list = arena_str(a, f.list);
        *vec_add(a, &with->fallbacks) = f;
    }
    with->chosen = fonts->chosen ? arena_str(a, fonts->chosen) : NULL;
    for (size_t i = 0; i < sheet->faces.n; i++)
        add_renamed(with, &sheet->faces.at[i], d);
    return with;
}
