/* SPDX-License-Identifier: MIT */
/* Quotation marks by language: Unicode CLDR's delimiters, and where a
 * language's own orthography differs, that. */
#include <string.h>
#include <strings.h>

#include "doc/doc.h"

#define NNBSP "\u202F"
#define GUILLEMETS "«", "»"
#define FRENCH_MARKS "«" NNBSP, NNBSP "»"
#define DOUBLES "“", "”"
#define SINGLES "‘", "’"
#define LOW_DOUBLES "„", "“"
#define LOW_SINGLES "‚", "‘"
#define LOW_HIGH "„", "”"
#define CORNERS "「", "」"
#define WHITE_CORNERS "『", "』"

/* Longer tags first among those that begin alike. */
static const struct doc_quotes rows[] = {
    {"en", DOUBLES, SINGLES},
    {"es-MX", DOUBLES, SINGLES},
    {"es-US", DOUBLES, SINGLES},
    {"es-419", DOUBLES, SINGLES},
    {"es", GUILLEMETS, DOUBLES},
    {"de-CH", GUILLEMETS, "‹", "›"},
    {"de-LI", GUILLEMETS, "‹", "›"},
    {"de", LOW_DOUBLES, LOW_SINGLES},
    {"fr-CA", FRENCH_MARKS, DOUBLES},
    {"fr-CH", FRENCH_MARKS, "‹" NNBSP, NNBSP "›"},
    {"fr", FRENCH_MARKS, DOUBLES},
    {"it", GUILLEMETS, DOUBLES},
    {"pt-PT", GUILLEMETS, DOUBLES},
    {"pt", DOUBLES, SINGLES},
    {"nl", DOUBLES, SINGLES},
    {"af", DOUBLES, SINGLES},
    {"ca", GUILLEMETS, DOUBLES},
    {"gl", GUILLEMETS, DOUBLES},
    {"eu", GUILLEMETS, DOUBLES},
    {"pl", LOW_HIGH, GUILLEMETS},
    {"cs", LOW_DOUBLES, LOW_SINGLES},
    {"sk", LOW_DOUBLES, LOW_SINGLES},
    {"sl", LOW_DOUBLES, LOW_SINGLES},
    {"hr", LOW_HIGH, "‚", "’"},
    {"bs", LOW_HIGH, "‚", "’"},
    {"sr", LOW_HIGH, "’", "’"},
    {"hu", LOW_HIGH, "»", "«"},
    {"ro", LOW_HIGH, GUILLEMETS},
    {"lt", LOW_DOUBLES, LOW_SINGLES},
    {"lv", GUILLEMETS, LOW_HIGH},
    {"et", LOW_DOUBLES, LOW_SINGLES},
    {"is", LOW_DOUBLES, LOW_SINGLES},
    {"sv", "”", "”", "’", "’"},
    {"fi", "”", "”", "’", "’"},
    {"da", "”", "”", "’", "’"},
    {"nb", GUILLEMETS, SINGLES},
    {"nn", GUILLEMETS, SINGLES},
    {"no", GUILLEMETS, SINGLES},
    {"ru", GUILLEMETS, LOW_DOUBLES},
    {"uk", GUILLEMETS, LOW_DOUBLES},
    {"be", GUILLEMETS, LOW_DOUBLES},
    {"bg", LOW_DOUBLES, SINGLES},
    {"el", GUILLEMETS, DOUBLES},
    {"tr", DOUBLES, SINGLES},
    {"ar", "”", "“", "’", "‘"},
    {"fa", GUILLEMETS, "‹", "›"},
    {"he", "”", "”", "’", "’"},
    {"hi", DOUBLES, SINGLES},
    {"zh-TW", CORNERS, WHITE_CORNERS},
    {"zh-HK", CORNERS, WHITE_CORNERS},
    {"zh-Hant", CORNERS, WHITE_CORNERS},
    {"zh", DOUBLES, SINGLES},
    {"ja", CORNERS, WHITE_CORNERS},
    {"ko", DOUBLES, SINGLES},
    {"vi", DOUBLES, SINGLES},
};

static const struct doc_quotes other = {"", DOUBLES, SINGLES};

const struct doc_quotes *
doc_quotes_of(const char *lang)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = strlen(rows[i].tag);
        if (strncasecmp(lang, rows[i].tag, n) == 0 &&
            (!lang[n] || lang[n] == '-' || lang[n] == '_'))
            return &rows[i];
    }
    return &other;
}
