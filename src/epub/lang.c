/* SPDX-License-Identifier: MIT */
/* Language tags and URLs as validators want them. */
#include "epub/epub_int.h"

#include <string.h>

struct subtag {
    const char *at;
    size_t n;
    bool letters, digits; /* of nothing else */
};

/* The subtag at `s`; one with anything but ASCII letters and digits is
 * empty. */
static struct subtag
subtag_at(const char *s)
{
    struct subtag t = {s, strcspn(s, "-_"), true, true};
    for (size_t i = 0; i < t.n; i++) {
        if (!str_is_letter(s[i]) && !str_is_digit(s[i]))
            return (struct subtag){s, 0, false, false};
        t.letters = t.letters && str_is_letter(s[i]);
        t.digits = t.digits && str_is_digit(s[i]);
    }
    return t;
}

/* In which part of a tag a subtag can stand. */
enum part { LANGUAGE, EXTLANG, SCRIPT, REGION, VARIANT, EXTENSION, PRIVATE };

static bool
fits(enum part part, struct subtag t)
{
    switch (part) {
    case LANGUAGE:
        return t.letters && t.n >= 2 && t.n <= 8 && t.n != 4;
    case EXTLANG:
        return t.letters && t.n == 3;
    case SCRIPT:
        return t.letters && t.n == 4;
    case REGION:
        return (t.letters && t.n == 2) || (t.digits && t.n == 3);
    case VARIANT:
        return (t.n >= 5 && t.n <= 8) || (t.n == 4 && str_is_digit(t.at[0]));
    case EXTENSION:
        return t.n >= 2 && t.n <= 8;
    default:
        return t.n >= 1 && t.n <= 8;
    }
}

/* How many times a part may come. */
static bool
may_repeat(enum part part)
{
    return part == EXTLANG || part >= VARIANT;
}

/* Where the subtag was used before, as a variant or a singleton. */
static bool
is_repeated(const struct buf *tag, struct subtag t)
{
    char word[12];
    snprintf(word, sizeof word, "-%.*s", (int)t.n, t.at);
    for (const char *s = tag->at; (s = strcasestr(s, word)); s++)
        if (s[t.n + 1] == '-' || s[t.n + 1] == '\0')
            return true;
    return false;
}

/* The first part from `part` on that takes the subtag, or -1. */
static int
next_part(const struct buf *tag, enum part part, bool again, struct subtag t)
{
    if (part == PRIVATE || part == EXTENSION)
        return fits(part, t) ? (int)part : -1;
    for (int p = again ? (int)part : (int)part + 1; p <= VARIANT; p++)
        if (fits((enum part)p, t))
            return p == VARIANT && is_repeated(tag, t) ? -1 : p;
    return -1;
}

const char *
epub_lang(struct arena *a, const char *tag)
{
    struct buf out;
    buf_init(&out, BUF_LIMIT_SMALL);
    struct subtag t = subtag_at(tag ? tag : "");
    enum part part = LANGUAGE;
    if (fits(LANGUAGE, t))
        buf_add(&out, t.at, t.n);
    size_t good = out.n; /* the tag can end here */
    while (good && t.at[t.n]) {
        t = subtag_at(t.at + t.n + 1);
        bool singleton = t.n == 1 && part != PRIVATE;
        if (singleton && is_repeated(&out, t))
            break;
        int next = singleton ? (strchr("xX", t.at[0]) ? PRIVATE : EXTENSION)
                             : next_part(&out, part, may_repeat(part), t);
        if (next < 0)
            break;
        part = (enum part)next;
        buf_printf(&out, "-%.*s", (int)t.n, t.at);
        if (!singleton)
            good = out.n;
    }
    const char *result = good ? arena_strn(a, out.at, good) : "und";
    buf_free(&out);
    return result;
}

void
epub_write_dir(const struct epub *e, struct xml *x, const char *lang)
{
    bool rtl = doc_lang_is_rtl(lang);
    if (rtl != e->book->rtl)
        xml_attr(x, "dir", rtl ? "rtl" : "ltr");
}

void
epub_write_lang(const struct epub *e, struct xml *x, const struct doc_node *n)
{
    const char *lang = n->lang ? epub_lang(e->arena, n->lang) : NULL;
    xml_attr(x, "lang", lang);
    xml_attr(x, "xml:lang", lang);
    if (doc_has_direction(e->book, n))
        xml_attr(x, "dir", doc_is_rtl(e->book, n) ? "rtl" : "ltr");
}

/* Schemes that reading systems hand on; EPUBCheck warns of others. */
static bool
is_known_scheme(const char *href, size_t n)
{
    static const char *const schemes[] = {"http", "https", "ftp",  "mailto",
                                          "tel",  "news",  "nntp", "xmpp",
                                          "irc",  "urn",   "sip",  "sips"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strlen(schemes[i]) == n && strncasecmp(href, schemes[i], n) == 0)
            return true;
    return false;
}

/* Whether the bytes are a user's name, with a password or not. */
static bool
is_user(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!str_is_letter(s[i]) && !str_is_digit(s[i]) &&
            !strchr("-._~:", s[i]))
            return false;
    return true;
}

/* Appends user, host and port where they are such: RFC 3986, clause 3.2, but
 * no address in brackets. */
static bool
add_authority(struct arena *a, struct buf *out, const char *s, size_t n)
{
    const char *at = memchr(s, '@', n), *end = s + n;
    if (at && !is_user(s, (size_t)(at - s)))
        return false;
    const char *host = at ? at + 1 : s;
    const char *colon = memchr(host, ':', (size_t)(end - host));
    size_t length = (size_t)((colon ? colon : end) - host);
    const char *name = str_host(a, host, length);
    if (!name || !*name || (colon && end - colon > 6))
        return false;
    int port = 0;
    for (const char *p = colon ? colon + 1 : end; p < end; p++) {
        if (!str_is_digit(*p))
            return false;
        port = port * 10 + *p - '0';
    }
    buf_add(out, s, (size_t)(host - s));
    buf_str(out, name);
    buf_add(out, host + length, (size_t)(end - host) - length);
    return port <= 65535;
}

/* Appends the rest of a URL with what may not stand in it percent-encoded
 * (RFC 3986, clause 2). */
static void
add_encoded(struct buf *out, const char *s)
{
    bool in_fragment = false;
    for (; *s; s++) {
        bool escape =
            *s == '%' && str_hex_value(s[1]) >= 0 && str_hex_value(s[2]) >= 0;
        bool fragment = *s == '#' && !in_fragment;
        in_fragment = in_fragment || *s == '#';
        if (str_is_letter(*s) || str_is_digit(*s) || escape || fragment ||
            strchr("-._~:/?@!$&'()*+,;=", *s))
            buf_char(out, *s);
        else
            buf_printf(out, "%%%02X", (unsigned char)*s);
    }
}

/* Whether a URL of the scheme names a host. */
static bool
has_authority(const char *href)
{
    return strncasecmp(href, "http", 4) == 0 ||
           strncasecmp(href, "ftp", 3) == 0;
}

const char *
epub_url(struct arena *a, const char *href)
{
    href = href ? str_trim(a, href) : "";
    size_t scheme = strcspn(href, ":/?#");
    if (href[scheme] != ':' || !is_known_scheme(href, scheme))
        return NULL;
    const char *rest = href + scheme + 1;
    struct buf out;
    buf_init(&out, BUF_LIMIT_SMALL);
    buf_add(&out, href, scheme + 1);
    bool fine = *rest;
    if (has_authority(href)) {
        fine = strncmp(rest, "//", 2) == 0;
        size_t n = fine ? strcspn(rest + 2, "/?#") : 0;
        buf_str(&out, "//");
        fine = fine && add_authority(a, &out, rest + 2, n);
        rest += fine ? n + 2 : 0;
    }
    if (fine)
        add_encoded(&out, rest);
    const char *url = fine && !out.failed ? arena_strn(a, out.at, out.n) : NULL;
    buf_free(&out);
    return url;
}
