/* SPDX-License-Identifier: MIT */
/* The forms of words that attributes and metadata have. */
#include <string.h>

#include "verify/epub_int.h"

bool
epub_is_digits(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!str_is_digit(s[i]))
            return false;
    return n > 0;
}

/* A name of XML without a colon; of other scripts' letters any. */
bool
epub_is_ncname(const char *s)
{
    if (!*s || str_is_digit(*s) || *s == '-' || *s == '.')
        return false;
    for (; *s; s++)
        if (!(*s & 0x80) && !str_is_letter(*s) && !str_is_digit(*s) &&
            !strchr("-._", *s))
            return false;
    return true;
}

/* Letters and digits of a subtag, how many. */
static size_t
subtag(const char *s, bool *letters)
{
    size_t n = 0;
    *letters = true;
    for (; str_is_letter(s[n]) || str_is_digit(s[n]); n++)
        *letters &= str_is_letter(s[n]);
    return n;
}

/* BCP 47's form: a language of letters, then subtags of one to eight. What
 * they mean, no list is asked. */
bool
epub_is_language(const char *tag)
{
    bool letters;
    size_t n = subtag(tag, &letters);
    bool alone = n == 1;
    if (!letters || n < 1 || n > 8 || (n == 1 && !strchr("xXiI", tag[0])))
        return false;
    for (tag += n; *tag == '-'; tag += n) {
        tag++;
        n = subtag(tag, &letters);
        if (n < 1 || n > 8 || (n == 1 && tag[n] != '-'))
            return false;
        alone = false;
    }
    return !*tag && !alone;
}

static const struct {
    const char *type;
    unsigned core;
} types[] = {
    {"application/ecmascript", EPUB_CORE_SCRIPT},
    {"application/font-sfnt", EPUB_CORE_FONT},
    {"application/font-woff", EPUB_CORE_FONT},
    {"application/javascript", EPUB_CORE_SCRIPT},
    {"application/pls+xml", EPUB_CORE_OTHER},
    {"application/smil+xml", EPUB_CORE_OTHER},
    {"application/vnd.ms-opentype", EPUB_CORE_FONT},
    {"application/x-dtbncx+xml", EPUB_CORE_OTHER},
    {"application/x-font-ttf", EPUB_EXEMPT},
    {"application/xhtml+xml", EPUB_CORE_CONTENT},
    {"audio/mp4", EPUB_CORE_AUDIO},
    {"audio/mpeg", EPUB_CORE_AUDIO},
    {"audio/ogg; codecs=opus", EPUB_CORE_AUDIO},
    {"font/otf", EPUB_CORE_FONT},
    {"font/ttf", EPUB_CORE_FONT},
    {"font/woff", EPUB_CORE_FONT},
    {"font/woff2", EPUB_CORE_FONT},
    {"image/gif", EPUB_CORE_IMAGE},
    {"image/jpeg", EPUB_CORE_IMAGE},
    {"image/png", EPUB_CORE_IMAGE},
    {"image/svg+xml", EPUB_CORE_IMAGE | EPUB_CORE_CONTENT},
    {"image/webp", EPUB_CORE_IMAGE},
    {"text/css", EPUB_CORE_STYLE},
    {"text/javascript", EPUB_CORE_SCRIPT},
};

unsigned
epub_core(const char *type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcasecmp(type, types[i].type) == 0)
            return types[i].core;
    if (strncasecmp(type, "audio/ogg", 9) == 0 && strcasestr(type, "opus"))
        return EPUB_CORE_AUDIO;
    if (strncasecmp(type, "video/", 6) == 0 ||
        strncasecmp(type, "font/", 5) == 0)
        return EPUB_EXEMPT;
    return 0;
}
