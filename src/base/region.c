/* SPDX-License-Identifier: MIT */
/* Regions of language tags. */
#include "base/region.h"

#include <string.h>

#include "base/str.h"

bool
lang_region(const char *lang, char region[3])
{
    const char *p = lang + strcspn(lang, "-_");
    while (*p) {
        size_t n = strcspn(++p, "-_");
        if (n == 1) /* private use and extensions */
            return false;
        if (n == 2) {
            region[0] = (char)(p[0] & ~0x20);
            region[1] = (char)(p[1] & ~0x20);
            region[2] = '\0';
            return true;
        }
        p += n;
    }
    return false;
}

bool
lang_is_on_letter(const char *lang)
{
    static const char letter[] = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE";
    char region[3];
    return lang_region(lang, region) && str_has_word(letter, region);
}
