/* SPDX-License-Identifier: MIT */
/* How each language sets dashes and abbreviations; its quotation marks are
 * doc's. */
#include <string.h>
#include <strings.h>

#include "xform/typography_int.h"

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
    {"en", ENGLISH},
    {"es-MX", SPANISH},
    {"es-US", SPANISH},
    {"es-419", SPANISH},
    {"es", SPANISH},
    {"de-CH", GERMAN},
    {"de-LI", GERMAN},
    {"de", GERMAN},
    {"fr-CA", FRANCE, .french = CANADIAN},
    {"fr-CH", FRANCE, .french = FRENCH},
    {"fr", FRANCE, .french = FRENCH},
    {"it", ITALIAN},
    {"pt-PT", PORTUGUESE},
    {"pt", PORTUGUESE},
    {"nl", .dash = EN, .elisions = "s t n k m r ns",
     .before_name = "dr. mr. dhr. mevr. prof."},
    {"af", .dash = EN, .elisions = "n"},
    {"ca", .dash = EN},
    {"gl", .dash = EN},
    {"eu", .dash = EN},
    {"pl", .dash = EN, .sticky = "a i o u w z A I O U W Z"},
    {"cs", .dash = EN, .sticky = "k s v z o u K S V Z O U"},
    {"sk", .dash = EN, .sticky = "k s v z o u K S V Z O U"},
    {"sl", .dash = EN},
    {"hr", .dash = EN},
    {"bs", .dash = EN},
    {"sr", .dash = EN},
    {"hu", .dash = EN},
    {"ro", .dash = EN},
    {"lt", .dash = EN},
    {"lv", .dash = EN},
    {"et", .dash = EN},
    {"is", .dash = EN},
    {"sv", .dash = EN},
    {"fi", .dash = EN},
    {"da", .dash = EN},
    {"nb", .dash = EN},
    {"nn", .dash = EN},
    {"no", .dash = EN},
    {"ru", .dash = EM, .before_number = "№ рис. табл. с. стр. гл."},
    {"uk", .dash = EM, .before_number = "№ рис. табл. с. стор. розд."},
    {"be", .dash = EM},
    {"bg", .dash = EN},
    {"el", .dash = EN},
    {"tr", .dash = EN},
    {"ar", .dash = EN},
    {"fa", .dash = EN},
    {"he", .dash = EN},
    {"hi", .dash = EN},
    {"zh-TW", .dash = EN},
    {"zh-HK", .dash = EN},
    {"zh-Hant", .dash = EN},
    {"zh", .dash = EN},
    {"ja", .dash = EN},
    {"ko", .dash = EN},
    {"vi", .dash = EN},
};

static const struct setting other = {"", .dash = EN};

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
