/* SPDX-License-Identifier: MIT */
/* How long it takes to read an article: at the speed at which people read aloud
 * in its language (Trauzettel-Klosinski and Dietz, Standardized assessment of
 * reading performance: the new International Reading Speed Texts IReST,
 * Investigative Ophthalmology & Visual Science 53, 2012, table 2). Patients
 * read more slowly than the students whom faster figures are of. */
#include "xform/xform_int.h"

#include <string.h>
#include <strings.h>

/* Words a minute. Languages that the study lacks go by a near relation, or by
 * its average. */
static const struct rate {
    const char *langs;
    int words;
} rates[] = {
    {"ar fa ur", 138},
    {"nl", 202},
    {"en", 228},
    {"fi", 161},
    {"fr", 195},
    {"de", 179},
    {"he", 187},
    {"it", 188},
    {"pl cs", 166},
    {"pt", 181},
    {"ru uk", 184},
    {"es", 218},
    {"sv da nb no nn", 199},
    {"tr", 166},
};
enum { WORDS = 184 };

/* Signs a minute of scripts without spaces between words: Chinese as in the
 * study, Japanese likewise; for the others its average. */
enum { CHINESE = 255, JAPANESE = 357, SIGNS = 863 };

enum script { SPACED, IDEOGRAPHS, UNSPACED, NO_WORD };

/* What counts by signs. Marks above and below them are no signs of their own.
 */
static const struct range {
    uint32_t from, to;
    enum script script;
} ranges[] = {
    {0x0E01, 0x0E30, UNSPACED},
    {0x0E32, 0x0E33, UNSPACED},
    {0x0E40, 0x0E46, UNSPACED},
    {0x0E81, 0x0EB0, UNSPACED},
    {0x0EC0, 0x0EC6, UNSPACED},
    {0x1000, 0x102A, UNSPACED},
    {0x1780, 0x17B3, UNSPACED},
    {0x3041, 0x3096, IDEOGRAPHS},
    {0x30A1, 0x30FE, IDEOGRAPHS},
    {0x3400, 0x4DBF, IDEOGRAPHS},
    {0x4E00, 0x9FFF, IDEOGRAPHS},
    {0xF900, 0xFAFF, IDEOGRAPHS},
    {0x20000, 0x323AF, IDEOGRAPHS},
    /* the rest of those scripts */
    {0x0E00, 0x0EFF, NO_WORD},
    {0x1000, 0x109F, NO_WORD},
    {0x1780, 0x17FF, NO_WORD},
};

struct count {
    int64_t words, ideographs, signs;
    bool in_word;
};

static enum script
script_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].from && c <= ranges[i].to)
            return ranges[i].script;
    if (c < 0x80)
        return str_is_letter((char)c) || str_is_digit((char)c) ? SPACED
                                                               : NO_WORD;
    /* spaces, dashes, quotation marks; East Asian and full-width signs */
    bool sign = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
                (c >= 0xFF00 && c <= 0xFF0F) || c == 0xA0 || c == 0xAB ||
                c == 0xBB || c == 0xB7;
    return sign ? NO_WORD : SPACED;
}

static void
count_text(struct count *n, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t c = utf8_next(&text, end);
        enum script script = script_of(c);
        n->ideographs += script == IDEOGRAPHS;
        n->signs += script == UNSPACED;
        n->words += script == SPACED && !n->in_word;
        /* "don't" and "well-known" are one word each */
        bool joint = n->in_word && (c == '\'' || c == 0x2019 || c == '-');
        n->in_word = script == SPACED || joint;
    }
}

/* What nobody reads through: notes, sources, code, who wrote it. */
static bool
is_aside(const struct doc_node *n)
{
    return n->kind == DOC_NOTES || n->kind == DOC_CODE_BLOCK ||
           str_has_word(n->class, "article-sources") ||
           str_has_word(n->class, "byline") ||
           str_has_word(n->class, "credit") ||
           str_has_word(n->class, "category");
}

static int
rate_of(const char *lang)
{
    char language[4];
    size_t n = strcspn(lang, "-_");
    if (n >= sizeof language)
        return WORDS;
    for (size_t i = 0; i < n; i++)
        language[i] = (char)(lang[i] | 0x20);
    language[n] = '\0';
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
        if (str_has_word(rates[i].langs, language))
            return rates[i].words;
    return WORDS;
}

int
xform_reading_time(const struct doc_book *book, const struct doc_node *article)
{
    struct count n = {0};
    const char *lang = doc_lang(book, article);
    for (const struct doc_node *at = doc_next(article, article); at;) {
        if (is_aside(at)) {
            at = doc_next_skip(at, article);
            continue;
        }
        if (doc_vocab[at->kind].model <= DOC_IS_LEAF ||
            at->kind == DOC_LINE_BREAK)
            n.in_word = false;
        if (at->kind == DOC_TEXT)
            count_text(&n, at->text);
        at = doc_next(at, article);
    }
    bool japanese = strncasecmp(lang, "ja", 2) == 0;
    int64_t seconds = n.words * 60 / rate_of(lang) +
                      n.ideographs * 60 / (japanese ? JAPANESE : CHINESE) +
                      n.signs * 60 / SIGNS;
    return seconds < 90 ? 1 : (int)((seconds + 30) / 60);
}
