/* SPDX-License-Identifier: MIT */
/* How each language sets quotations, dashes and abbreviations: Unicode CLDR's
 * delimiters, and where a language's own orthography differs, that. */
#include <string.h>
#include <strings.h>

#include "xform/typography_int.h"

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
#define EN "–"
#define EM "—"

#define ENGLISH                                                                \
    .dash = EN,                                                                \
    .elisions = "tis tisn twas twasn twere twill twould twixt em til n nuff",  \
    .maybe_elided = "cause cos cuz bout round till sup neath gainst fraid",    \
    .before_name = "Dr. Mr. Mrs. Ms. Mx. Prof. Rev. St. Dr Mr Mrs Ms Prof",    \
    .before_number = "Fig. Figs. No. Nos. Vol. Ch. Eq. Tab. p. pp. fig. no. "  \
                     "vol. ch."
#define SPANISH                                                                \
    .dash = EN, .before_name = "Dr. Dra. Sr. Sra. Srta. D. Dña. Prof. Lic.",   \
    .before_number = "Fig. fig. Núm. núm. N.º n.º p. pp. pág. págs. cap."
#define GERMAN                                                                 \
    .dash = EN, .elisions = "s n ne nem nen ner",                              \
    .before_name = "Dr. Prof. Hr. Fr. St. z. d. u. o.",                        \
    .before_number = "Nr. Abb. Tab. S. Bd. Kap. Art. Abs."
#define FRANCE                                                                 \
    .dash = EN, .before_name = "M. MM. Mme Mmes Mlle Dr Dre Pr Me St",         \
    .before_number = "n° nº fig. p. pp. vol. chap. art."
#define PORTUGUESE                                                             \
    .dash = EN, .before_name = "Dr. Dra. Sr. Sra. Prof. Profa.",               \
    .before_number = "Fig. fig. n.º p. pp. pág. vol. cap."
#define ITALIAN                                                                \
    .dash = EN, .elisions = "sto sta sti ste na n",                            \
    .before_name = "Dott. dott. Sig. sig. Prof. prof. Dr. dr.",                \
    .before_number = "Fig. fig. n. p. pp. vol. cap."

/* Longer tags first among those that begin alike. */
static const struct setting settings[] = {
    {"en", DOUBLES, SINGLES, ENGLISH},
    {"es-MX", DOUBLES, SINGLES, SPANISH},
    {"es-US", DOUBLES, SINGLES, SPANISH},
    {"es-419", DOUBLES, SINGLES, SPANISH},
    {"es", GUILLEMETS, DOUBLES, SPANISH},
    {"de-CH", GUILLEMETS, "‹", "›", GERMAN},
    {"de-LI", GUILLEMETS, "‹", "›", GERMAN},
    {"de", LOW_DOUBLES, LOW_SINGLES, GERMAN},
    {"fr-CA", FRENCH_MARKS, DOUBLES, FRANCE, .french = CANADIAN},
    {"fr-CH", FRENCH_MARKS, "‹" NNBSP, NNBSP "›", FRANCE, .french = FRENCH},
    {"fr", FRENCH_MARKS, DOUBLES, FRANCE, .french = FRENCH},
    {"it", GUILLEMETS, DOUBLES, ITALIAN},
    {"pt-PT", GUILLEMETS, DOUBLES, PORTUGUESE},
    {"pt", DOUBLES, SINGLES, PORTUGUESE},
    {"nl", DOUBLES, SINGLES, .dash = EN, .elisions = "s t n k m r ns",
     .before_name = "dr. mr. dhr. mevr. prof."},
    {"af", DOUBLES, SINGLES, .dash = EN, .elisions = "n"},
    {"ca", GUILLEMETS, DOUBLES, .dash = EN},
    {"gl", GUILLEMETS, DOUBLES, .dash = EN},
    {"eu", GUILLEMETS, DOUBLES, .dash = EN},
    {"pl", LOW_HIGH, GUILLEMETS, .dash = EN,
     .sticky = "a i o u w z A I O U W Z"},
    {"cs", LOW_DOUBLES, LOW_SINGLES, .dash = EN,
     .sticky = "k s v z o u K S V Z O U"},
    {"sk", LOW_DOUBLES, LOW_SINGLES, .dash = EN,
     .sticky = "k s v z o u K S V Z O U"},
    {"sl", LOW_DOUBLES, LOW_SINGLES, .dash = EN},
    {"hr", LOW_HIGH, "‚", "’", .dash = EN},
    {"bs", LOW_HIGH, "‚", "’", .dash = EN},
    {"sr", LOW_HIGH, "’", "’", .dash = EN},
    {"hu", LOW_HIGH, "»", "«", .dash = EN},
    {"ro", LOW_HIGH, GUILLEMETS, .dash = EN},
    {"lt", LOW_DOUBLES, LOW_SINGLES, .dash = EN},
    {"lv", GUILLEMETS, LOW_HIGH, .dash = EN},
    {"et", LOW_DOUBLES, LOW_SINGLES, .dash = EN},
    {"is", LOW_DOUBLES, LOW_SINGLES, .dash = EN},
    {"sv", "”", "”", "’", "’", .dash = EN},
    {"fi", "”", "”", "’", "’", .dash = EN},
    {"da", "”", "”", "’", "’", .dash = EN},
    {"nb", GUILLEMETS, SINGLES, .dash = EN},
    {"nn", GUILLEMETS, SINGLES, .dash = EN},
    {"no", GUILLEMETS, SINGLES, .dash = EN},
    {"ru", GUILLEMETS, LOW_DOUBLES, .dash = EM,
     .before_number = "№ рис. табл. с. стр. гл."},
    {"uk", GUILLEMETS, LOW_DOUBLES, .dash = EM,
     .before_number = "№ рис. табл. с. стор. розд."},
    {"be", GUILLEMETS, LOW_DOUBLES, .dash = EM},
    {"bg", LOW_DOUBLES, SINGLES, .dash = EN},
    {"el", GUILLEMETS, DOUBLES, .dash = EN},
    {"tr", DOUBLES, SINGLES, .dash = EN},
    {"ar", "”", "“", "’", "‘", .dash = EN},
    {"fa", GUILLEMETS, "‹", "›", .dash = EN},
    {"he", "”", "”", "’", "’", .dash = EN},
    {"hi", DOUBLES, SINGLES, .dash = EN},
    {"zh-TW", CORNERS, WHITE_CORNERS, .dash = EN},
    {"zh-HK", CORNERS, WHITE_CORNERS, .dash = EN},
    {"zh-Hant", CORNERS, WHITE_CORNERS, .dash = EN},
    {"zh", DOUBLES, SINGLES, .dash = EN},
    {"ja", CORNERS, WHITE_CORNERS, .dash = EN},
    {"ko", DOUBLES, SINGLES, .dash = EN},
    {"vi", DOUBLES, SINGLES, .dash = EN},
};

static const struct setting other = {"", DOUBLES, SINGLES, .dash = EN};

const struct setting *
setting_of(const char *lang)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        size_t n = strlen(settings[i].tag);
        if (strncasecmp(lang, settings[i].tag, n) == 0 &&
            (!lang[n] || lang[n] == '-' || lang[n] == '_'))
            return &settings[i];
    }
    return &other;
}
