/* SPDX-License-Identifier: MIT */
/* What the font catalogue's files share: fonts.c, library.c, choose.c. */
#ifndef STYLE_FONTS_INT_H
#define STYLE_FONTS_INT_H

#include <fontconfig/fontconfig.h>

#include "style/style_int.h"

/* The looks of faces that stand in for each other. */
enum font_kind { FONT_SERIF, FONT_SANS, FONT_MONO };

/* Which families follow those that a style asks for. */
struct font_fallback {
    const char *families; /* the style's */
    enum font_kind kind;
    int language;     /* of font_language_of() */
    const char *list; /* parted by commas */
};

struct style_fonts {
    struct arena *arena;
    FcConfig *config;
    VEC(struct font_fallback) fallbacks;
    const char *chosen; /* families of all lists, or NULL */
};

/* A family of a library's folders and its faces, in the order of their files.
 */
struct font_family {
    const char *name;
    enum font_kind kind;
    bool odd;         /* made for something else than running text */
    FcCharSet *has;   /* of its first face that is upright and regular */
    FcLangSet *langs; /* likewise; the face's own */
    VEC(FcPattern *) faces;
};

/* The families of the library, scanned now if they were not. */
struct font_family *library_families(struct style_library *library, size_t *n,
                                     struct diag *d);

enum font_kind font_kind_of(const char *family);

/* A number for languages that want faces of their own, 0 for all others, and
 * how well a family suits it: 0 to 2. */
int font_language_of(const char *tag);
int font_suits(const struct font_family *family, int language);

/* An empty catalogue with the faces of another. */
struct style_fonts *fonts_copy(const struct style_fonts *from);
void fonts_add(struct style_fonts *fonts, FcPattern *face);

#endif
