/* SPDX-License-Identifier: MIT */
/* How a language tells its own readers that a text is there in it too. */
#include "doc/doc.h"

static const struct {
    const char *tag, *phrase;
} also[] = {
    {"en", "Also in English"},
    {"es", "También en español"},
    {"de", "Auch auf Deutsch"},
    {"fr", "Aussi en français"},
    {"it", "Anche in italiano"},
    {"pt", "Também em português"},
    {"nl", "Ook in het Nederlands"},
    {"pl", "Także po polsku"},
    {"sv", "Även på svenska"},
    {"da", "Også på dansk"},
    {"nb", "Også på norsk"},
    {"fi", "Myös suomeksi"},
    {"cs", "Také v češtině"},
    {"uk", "Також українською"},
    {"ru", "Также на русском"},
    {"el", "Και στα ελληνικά"},
    {"tr", "Türkçe olarak da var"},
    {"ar", "متوفر أيضًا بالعربية"},
    {"he", "גם בעברית"},
    {"fa", "به فارسی نیز"},
    {"ur", "اردو میں بھی"},
    {"hi", "हिन्दी में भी"},
    {"zh", "另有中文版"},
    {"zh-TW", "另有中文版"},
    {"ja", "日本語版もあります"},
    {"ko", "한국어판도 있습니다"},
    {"th", "มีฉบับภาษาไทยด้วย"},
    {"vi", "Cũng có bản tiếng Việt"},
};

const char *
doc_lang_also(const char *lang)
{
    const char *tag = doc_lang_known(lang);
    for (size_t i = 0; tag && i < sizeof also / sizeof *also; i++)
        if (str_eq(also[i].tag, tag))
            return also[i].phrase;
    return NULL;
}
