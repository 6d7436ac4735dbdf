/* SPDX-License-Identifier: MIT */
/* What follows from the region of a language tag. */
#ifndef BASE_REGION_H
#define BASE_REGION_H

#include <stdbool.h>

/* The region of a BCP 47 tag in capitals, "US" of "es-latn-us"; false where it
 * has none. */
bool lang_region(const char *lang, char region[3]);

/* Whether the tag's region prints on Letter; false without a region. Source:
 * CLDR, supplemental data, paper size "US-Letter". */
bool lang_is_on_letter(const char *lang);

#endif
