/* SPDX-License-Identifier: MIT */
/* What documents refer to: found in one, judged when all have been read
 * (EPUB 3.3, 3.3 to 3.8, 4.2.5). */
#include <string.h>

#include "verify/epub_element.h"

/* Attributes that refer to something. Elements of any name where NULL. */
static const struct {
    enum xml_ns ns;
    const char *element, *attribute;
    enum epub_use use;
} attributes[] = {
    {XML_NS_XHTML, "a", "href", EPUB_USE_LINK},
    {XML_NS_XHTML, "area", "href", EPUB_USE_LINK},
    {XML_NS_XHTML, "img", "src", EPUB_USE_IMAGE},
    {XML_NS_XHTML, "input", "src", EPUB_USE_IMAGE},
    {XML_NS_XHTML, "video", "poster", EPUB_USE_IMAGE},
    {XML_NS_XHTML, "audio", "src", EPUB_USE_MEDIA},
    {XML_NS_XHTML, "video", "src", EPUB_USE_MEDIA},
    {XML_NS_XHTML, "source", "src", EPUB_USE_MEDIA},
    {XML_NS_XHTML, "track", "src", EPUB_USE_TRACK},
    {XML_NS_XHTML, "script", "src", EPUB_USE_SCRIPT},
    {XML_NS_XHTML, "iframe", "src", EPUB_USE_FRAME},
    {XML_NS_XHTML, "object", "data", EPUB_USE_OBJECT},
    {XML_NS_XHTML, "embed", "src", EPUB_USE_OBJECT},
    {XML_NS_XHTML, NULL, "cite", EPUB_USE_CITE},
    {XML_NS_SVG, "a", "href", EPUB_USE_LINK},
    {XML_NS_SVG, "image", "href", EPUB_USE_IMAGE},
    {XML_NS_SVG, "use", "href", EPUB_USE_SVG},
    {XML_NS_SVG, "script", "href", EPUB_USE_SCRIPT},
    {XML_NS_SVG, NULL, "href", EPUB_USE_OTHER},
    {XML_NS_MATHML, NULL, "href", EPUB_USE_LINK},
    {XML_NS_MATHML, NULL, "altimg", EPUB_USE_IMAGE},
    {XML_NS_NCX, "content", "src", EPUB_USE_NCX},
    {XML_NS_SMIL, "text", "src", EPUB_USE_OVERLAY},
    {XML_NS_SMIL, "audio", "src", EPUB_USE_MEDIA},
};

/* Schemes of links that are registered and often met. */
static const char schemes[] =
    "mailto: tel: urn: sms: geo: doi: info: isbn: ftp: sftp: news: nntp: "
    "magnet: xmpp: sip: sips: callto: skype: javascript: about: blob: cid: "
    "data: dns: file: gopher: irc: ldap: mid: rtsp: ssh: tag: telnet: view-"
    "source: webcal: ws: wss: http: https: kindle: epub: gemini: matrix: hdl: "
    "ark: bitcoin: facetime: imap: maps: market: res:";

static bool
is_link(enum epub_use use)
{
    return use == EPUB_USE_LINK || use == EPUB_USE_CITE ||
           use == EPUB_USE_NAV || use == EPUB_USE_NAV_PAGE ||
           use == EPUB_USE_NAV_TOC;
}

static bool
is_nav(enum epub_use use)
{
    return use == EPUB_USE_NAV || use == EPUB_USE_NAV_PAGE ||
           use == EPUB_USE_NAV_TOC;
}

#define say(rule, ...)                                                         \
    epub_say(d->check, (rule), d->path, line, col, __VA_ARGS__)

/* A resource on the web: audio, video and fonts may be there. */
static void
refer_remote(struct epub_document *d, uint32_t line, uint32_t col,
             enum epub_use use, const char *url)
{
    if (is_nav(use) && use != EPUB_USE_NAV)
        say(EPUB_NAV_LINK, "the navigation leads to the web: %s", url);
    if (is_link(use) || use == EPUB_USE_NCX)
        return;
    d->remote = true;
    if (use != EPUB_USE_MEDIA && use != EPUB_USE_FONT &&
        use != EPUB_USE_TRACK && d->check->book.version == 3)
        say(EPUB_REMOTE, "“%s” has to be in the container", url);
}

static void
refer_scheme(struct epub_document *d, uint32_t line, uint32_t col,
             const char *url)
{
    const char *scheme =
        arena_strn(d->check->scratch, url, strcspn(url, ":") + 1);
    for (char *p = (char *)(uintptr_t)scheme; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
    if (!str_has_word(schemes, scheme))
        say(EPUB_LINK_SCHEME, "the scheme of “%s” is not registered", url);
}

static void
refer_file(struct epub_document *d, uint32_t line, uint32_t col,
           enum epub_use use, const char *url, const struct epub_target *t)
{
    struct epub_check *e = d->check;
    struct epub_item *item = map_get(e->book.by_path, t->path);
    if (use == EPUB_USE_CITE)
        return;
    if (t->query && e->book.version == 3)
        say(EPUB_QUERY, "“%s” has a query", url);
    if (!item && strcmp(t->path, d->path) == 0)
        item = d->item;
    if (!item) {
        bool there = epub_zip_find(&e->book.zip, t->path) != NULL;
        say(there ? EPUB_UNLISTED : EPUB_MISSING,
            there ? "“%s” is not in the manifest"
                  : "“%s” is not in the container",
            t->path);
        return;
    }
    struct epub_reference *r = vec_add(e->arena, &e->references);
    *r = (struct epub_reference){.use = use,
                                 .from = d->item,
                                 .to = item,
                                 .where = d->path,
                                 .line = line,
                                 .col = col};
    if (t->fragment)
        r->fragment = arena_str(e->arena, t->fragment);
    item->remote_use |= item->remote;
    if (item->remote && !is_link(use))
        d->remote = true;
}

void
epub_refer_at(struct epub_document *d, uint32_t line, uint32_t col,
              enum epub_use use, const char *url)
{
    struct arena *a = d->check->scratch;
    const char *trimmed = str_trim(a, url);
    struct epub_target t = epub_resolve(a, d->path, url);
    switch (t.kind) {
    case EPUB_TARGET_FILE:
        if (strpbrk(trimmed, " \t\n") && !is_link(use) &&
            d->check->book.version == 3)
            say(EPUB_URL, "“%s” has spaces; write %%20", url);
        refer_file(d, line, col, use, url, &t);
        return;
    case EPUB_TARGET_REMOTE:
        refer_remote(d, line, col, use, url);
        return;
    case EPUB_TARGET_DATA:
        if (is_link(use) || use == EPUB_USE_FRAME)
            say(EPUB_DATA_URL, "a data: URL is not allowed here");
        return;
    case EPUB_TARGET_OTHER:
        if (use == EPUB_USE_LINK)
            refer_scheme(d, line, col, trimmed);
        return;
    case EPUB_TARGET_ABOVE:
        say(EPUB_URL, "“%s” leads out of the container", url);
        return;
    case EPUB_TARGET_ABSOLUTE:
        say(strncasecmp(trimmed, "file:", 5) == 0 ? EPUB_FILE_URL : EPUB_URL,
            "“%s” is no path within the container", url);
        return;
    case EPUB_TARGET_BAD:
        say(EPUB_URL, "“%s” is no URL", url);
        return;
    }
}

void
epub_refer(struct epub_document *d, const struct xml_node *n, enum epub_use use,
           const char *url)
{
    epub_refer_at(d, n->line, n->col, use, url);
}

/* The candidates of srcset: a URL each, and how large it is. */
static void
refer_srcset(struct epub_document *d, const struct xml_node *n, const char *set)
{
    static const char space[] = " \t\r\n";
    for (const char *p = set; *p;) {
        p += strspn(p, " \t\r\n,");
        size_t length = strcspn(p, space);
        while (length && p[length - 1] == ',')
            length--;
        if (length)
            epub_refer(d, n, EPUB_USE_IMAGE,
                       arena_strn(d->check->scratch, p, length));
        p += length;
        p += strcspn(p, ",");
    }
}

/* A link element's target, by its rel. */
static void
refer_link(struct epub_document *d, const struct xml_node *n)
{
    const char *rel = xml_value(n, "rel"), *href = xml_value(n, "href");
    if (!href || !rel)
        return;
    if (epub_has(rel, "stylesheet") || epub_has(rel, "Stylesheet")) {
        epub_refer(d, n, EPUB_USE_STYLE, href);
        if (epub_has(rel, "alternate") &&
            (!xml_value(n, "title") || str_blank(xml_value(n, "title"))))
            epub_say_node(d, EPUB_ATTRIBUTE_MISSING, n,
                          "an alternate style sheet needs a title");
    } else if (epub_has(rel, "icon")) {
        epub_refer(d, n, EPUB_USE_IMAGE, href);
    }
}

/* How a link within the navigation document is used. */
static enum epub_use
use_in_nav(const struct epub_document *d, const struct xml_node *n,
           enum epub_use use)
{
    const struct xml_node *nav = xml_ancestor(n, XML_NS_XHTML, "nav");
    const char *type = nav ? xml_get(nav, XML_NS_EPUB, "type") : NULL;
    if (use != EPUB_USE_LINK || !d->item || !d->item->is_nav || !type)
        return use;
    return epub_has(type, "toc")         ? EPUB_USE_NAV_TOC
           : epub_has(type, "page-list") ? EPUB_USE_NAV_PAGE
           : epub_has(type, "landmarks") ? EPUB_USE_NAV
                                         : use;
}

/* Whether a script is one that runs: data have another type. */
static bool
is_program(const struct xml_node *n)
{
    const char *type = xml_value(n, "type");
    return !type || str_blank(type) || strcasestr(type, "javascript") ||
           strcasestr(type, "ecmascript") || strcmp(type, "module") == 0 ||
           strcasestr(type, "jscript");
}

static void
check_node(struct epub_document *d, const struct xml_node *n)
{
    bool linked = false;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        if (n->ns != attributes[i].ns || (linked && !attributes[i].element) ||
            (attributes[i].element &&
             strcmp(n->name, attributes[i].element) != 0))
            continue;
        const char *value = xml_value(n, attributes[i].attribute);
        if (!value && n->ns == XML_NS_SVG)
            value = xml_get(n, XML_NS_XLINK, attributes[i].attribute);
        if (!value)
            continue;
        linked = true;
        epub_refer(d, n, use_in_nav(d, n, attributes[i].use), value);
    }
    if (xml_is(n, XML_NS_XHTML, "link"))
        refer_link(d, n);
    if (n->ns == XML_NS_XHTML && xml_value(n, "srcset"))
        refer_srcset(d, n, xml_value(n, "srcset"));
    if ((n->ns == XML_NS_XHTML || n->ns == XML_NS_SVG) &&
        strcmp(n->name, "script") == 0 && is_program(n))
        d->scripted = true;
    const char *style = xml_value(n, "style");
    if (style && (n->ns == XML_NS_XHTML || n->ns == XML_NS_SVG))
        epub_check_css(d, style, strlen(style), n->line, n->col, true);
    if ((n->ns == XML_NS_XHTML || n->ns == XML_NS_SVG) &&
        strcmp(n->name, "style") == 0) {
        const char *css = xml_content(d->check->scratch, n);
        const struct xml_node *text = n->first ? n->first : n;
        epub_check_css(d, css, strlen(css), text->line, text->col, false);
    }
}

void
epub_check_links(struct epub_document *d)
{
    struct xml_node *root = d->xml->root;
    for (struct xml_node *n = root; n; n = xml_next(n, root)) {
        if (!n->name)
            continue;
        if ((xml_is(n, XML_NS_XHTML, "base") && xml_value(n, "href")) ||
            xml_get(n, XML_NS_XML, "base"))
            return; /* where its links lead nobody can say for sure */
        check_node(d, n);
    }
}
