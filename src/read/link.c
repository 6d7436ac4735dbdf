/* SPDX-License-Identifier: MIT */
/* Where links may lead. */
#include "read/read_int.h"

#include <string.h>

/* Schemes that readers open, all of them registered (EPUBCheck warns of
 * others). */
static const char schemes[] =
    "http https mailto tel sms ftp sftp geo urn doi xmpp irc ircs news nntp "
    "webcal magnet";

/* The length of the scheme with its colon (RFC 3986, clause 3.1), or 0. */
static size_t
scheme_length(const char *href)
{
    size_t n = 0;
    while ((href[n] >= 'a' && href[n] <= 'z') ||
           (href[n] >= 'A' && href[n] <= 'Z') ||
           (n && ((href[n] >= '0' && href[n] <= '9') ||
                  strchr("+-.", href[n] ? href[n] : ' '))))
        n++;
    return n > 1 && href[n] == ':' ? n + 1 : 0;
}

/* With everything percent-encoded that an address can't hold as it is. */
static const char *
encode(struct arena *a, const char *href)
{
    static const char plain[] = "-._~:/?#@!$&'()*+,;=%";
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (const char *p = href; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool keeps = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || strchr(plain, c);
        bool hex = c == '%' && strspn(p + 1, "0123456789abcdefABCDEF") >= 2;
        if (keeps && (c != '%' || hex))
            buf_char(&b, (char)c);
        else
            buf_printf(&b, "%%%02X", c);
    }
    const char *encoded = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return encoded;
}

/* Whether a web address names a host that can be one. */
static bool
has_host(const char *rest)
{
    size_t n = strcspn(rest + 2, "/?#");
    if (strncmp(rest, "//", 2) != 0 || !n)
        return false;
    const char *host = rest + 2, *at = memchr(host, '@', n);
    if (at) {
        n -= (size_t)(at + 1 - host);
        host = at + 1;
    }
    size_t length = strcspn(host, ":/?#");
    return length && length <= n && host[0] != '.' && host[0] != '%' &&
           !memchr(host, '%', length) && !memchr(host, ' ', length);
}

/* A web address whose host is written in letters beyond ASCII, with the name
 * that the host has on the wire (RFC 5891); NULL where it can have none. */
static const char *
with_ascii_host(struct arena *a, const char *href, size_t scheme)
{
    const char *from = href + scheme;
    if (strncmp(from, "//", 2) != 0)
        return href;
    from += 2;
    const char *end = from + strcspn(from, "/?#");
    const char *at = memchr(from, '@', (size_t)(end - from));
    const char *host = at ? at + 1 : from;
    const char *colon = memchr(host, ':', (size_t)(end - host));
    size_t n = (size_t)((colon ? colon : end) - host);
    bool ascii = true;
    for (size_t i = 0; i < n; i++)
        ascii = ascii && (unsigned char)host[i] < 0x80;
    if (ascii)
        return href;
    const char *name = str_host(a, host, n);
    return name ? arena_printf(a, "%.*s%s%s", (int)(host - href), href, name,
                               host + n)
                : NULL;
}

const char *
read_link(struct reader *r, const char *href, struct place at)
{
    struct arena *a = r->book->arena;
    const char *clean =
        str_trim(r->scratch, read_clean_text(r->scratch, href, strlen(href)));
    size_t n = scheme_length(clean);
    if (!n)
        return arena_str(a, clean);
    char *scheme = arena_strn(r->scratch, clean, n - 1);
    for (char *p = scheme; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p + ('a' - 'A') : *p);
    if (!str_has_word(schemes, scheme)) {
        diag_at(r->diag, at, DIAG_LINK_UNSAFE,
                "a link to “%s:” is left out, its text stays", scheme);
        return NULL;
    }
    bool web = str_eq(scheme, "http") || str_eq(scheme, "https") ||
               str_eq(scheme, "ftp");
    const char *named = web ? with_ascii_host(r->scratch, clean, n) : clean;
    const char *encoded = named ? encode(a, named) : "";
    if (!*encoded || !encoded[n] || (web && !has_host(encoded + n))) {
        diag_at(r->diag, at, DIAG_LINK_INVALID, "“%s” is no address", clean);
        diag_hint(r->diag, "the text stays, without a link");
        return NULL;
    }
    return encoded;
}
