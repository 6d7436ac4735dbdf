/* SPDX-License-Identifier: MIT */
/* Attributes of HTML: which an element has, and what their values may be
 * (HTML, 2.3 and 3.2.6; EPUB 3.3, 6.1.3.5). */
#include <stdlib.h>
#include <string.h>

#include "verify/epub_element.h"

/* Attributes that every element has, of these kinds. */
static const char global[] =
    "id:token class:text title:text lang:lang dir:(ltr|rtl|auto) style:text "
    "translate:(yes|no|) tabindex:int accesskey:text autofocus:bool "
    "nonce:text inert:bool contenteditable:(true|plaintext-only|false|) "
    "draggable:(true|false) hidden:(hidden|until-found|) "
    "popover:(auto|manual|hint|) "
    "inputmode:(none|text|tel|url|email|numeric|decimal|search) "
    "spellcheck:(true|false|) "
    "autocapitalize:(off|none|on|sentences|words|characters) "
    "enterkeyhint:(enter|done|go|next|previous|search|send) is:text slot:text "
    "itemref:tokens itemprop:text+ itemscope:bool itemtype:text+ itemid:uri "
    "about:text prefix:text property:text typeof:text vocab:text content:text "
    "datatype:text rel:text resource:text rev:text inlist:text";

static const char events[] =
    "onabort onauxclick onbeforeinput onbeforematch onbeforetoggle onblur "
    "oncancel oncanplay oncanplaythrough onchange onclick onclose "
    "oncontextlost oncontextmenu oncontextrestored oncopy oncuechange oncut "
    "ondblclick ondrag ondragend ondragenter ondragleave ondragover "
    "ondragstart ondrop ondurationchange onemptied onended onerror onfocus "
    "onformdata oninput oninvalid onkeydown onkeypress onkeyup onload "
    "onloadeddata onloadedmetadata onloadstart onmousedown onmouseenter "
    "onmouseleave onmousemove onmouseout onmouseover onmouseup onpaste "
    "onpause onplay onplaying onprogress onratechange onreset onresize "
    "onscroll onscrollend onsecuritypolicyviolation onseeked onseeking "
    "onselect onslotchange onstalled onsubmit onsuspend ontimeupdate ontoggle "
    "onvolumechange onwaiting onwheel onpointerover onpointerenter "
    "onpointerdown onpointermove onpointerrawupdate onpointerup "
    "onpointercancel onpointerout onpointerleave ongotpointercapture "
    "onlostpointercapture";

/* Elements that have no epub:type. */
static const char untyped[] =
    "head title base link meta style script template col rb rtc slot search";

static bool
is_integer(const char *s, long least)
{
    size_t sign = *s == '-' || *s == '+';
    if (!epub_is_digits(s + sign, strlen(s + sign)))
        return false;
    return strtol(s, NULL, 10) >= least || (*s != '-' && strlen(s) > 12);
}

static bool
is_float(const char *s)
{
    char *end;
    if (!*s || strspn(s, "0123456789+-.eE") != strlen(s))
        return false;
    strtod(s, &end);
    return !*end && str_is_digit(s[strcspn(s, "0123456789")]);
}

/* Digits for "d", the rest as it is. */
static bool
fits(const char *s, const char *form)
{
    for (; *s && *form; s++, form++)
        if (*form == 'd' ? !str_is_digit(*s) : *form != *s)
            return false;
    return !*s && !*form;
}

/* A date, or a date and a time with a zone. */
static bool
is_datetime(const char *s)
{
    size_t n = strlen(s);
    if (n == 10)
        return fits(s, "dddd-dd-dd");
    if (n < 16 || (s[10] != 'T' && s[10] != ' '))
        return false;
    return strspn(s, "0123456789-:.+TZ ") == n && str_is_digit(s[0]);
}

/* A time element's forms are many: what none has is told. */
static bool
is_time(const char *s)
{
    static const char *const forms[] = {"dddd",     "dddd-dd", "dddd-dd-dd",
                                        "dddd-Wdd", "dd-dd",   "--dd-dd",
                                        "dd:dd",    "dd:dd:dd"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (fits(s, forms[i]))
            return true;
    if (fits(s + (strlen(s) > 8 ? 8 : 0), ".ddd") || is_datetime(s))
        return true;
    size_t unit = strcspn(s, "PHMSDWhmsdw");
    return s[unit] && strspn(s, "PTHMSDWhmsdw0123456789. ") == strlen(s) &&
           strpbrk(s, "0123456789");
}

/* A media type: two names. */
static bool
is_mime(const char *s)
{
    const char *slash = strchr(s, '/');
    return slash && slash > s && slash[1] && slash[1] != ' ';
}

static bool
is_one_of(const char *list, size_t n, const char *value)
{
    size_t length = strlen(value);
    for (const char *p = list, *end = list + n; p <= end;) {
        const char *bar = memchr(p, '|', (size_t)(end - p));
        size_t part = (size_t)((bar ? bar : end) - p);
        if (part == length && strncasecmp(p, value, length) == 0)
            return true;
        p += part + 1;
    }
    return false;
}

/* Whether a value is of a kind, `n` bytes. */
static bool
is_kind(struct epub_document *d, const char *kind, size_t n, const char *name,
        const char *given)
{
    struct arena *a = d->check->scratch;
    const char *v = str_trim(a, given);
    if (*kind == '(')
        return is_one_of(kind + 1, n - 2, v);
    if (strncmp(kind, "text+", n) == 0 && n == 5)
        return *given != '\0';
    if (strncmp(kind, "text", n) == 0)
        return true;
    if (strncmp(kind, "bool", n) == 0)
        return !*v || strcasecmp(v, name) == 0;
    if (strncmp(kind, "token", n) == 0 && n == 5)
        return *given && !strpbrk(given, " \t\r\n");
    if (strncmp(kind, "tokens", n) == 0)
        return true;
    if (strncmp(kind, "uri+", n) == 0 && n == 4)
        return *v != '\0';
    if (strncmp(kind, "uri", n) == 0)
        return true;
    if (strncmp(kind, "lang", n) == 0)
        return !*v || epub_is_language(v);
    if (strncmp(kind, "int", n) == 0 && n == 3)
        return is_integer(v, -2000000000);
    if (strncmp(kind, "int+", n) == 0 && n == 4)
        return is_integer(v, kind[3] == '+');
    if (strncmp(kind, "int0", n) == 0)
        return is_integer(v, 0);
    if (strncmp(kind, "float", n) == 0)
        return is_float(v);
    if (strncmp(kind, "mime", n) == 0)
        return is_mime(given);
    if (strncmp(kind, "datetime", n) == 0)
        return is_datetime(v);
    if (strncmp(kind, "time", n) == 0)
        return is_time(v);
    if (strncmp(kind, "hash", n) == 0)
        return *given == '#' && given[1];
    if (strncmp(kind, "context", n) == 0)
        return *given != '_' ||
               is_one_of("_blank|_self|_parent|_top", 25, given);
    if (strncmp(kind, "zero", n) == 0)
        return strcmp(v, "0") == 0;
    if (strncmp(kind, "border", n) == 0)
        return !*v || strcmp(v, "1") == 0;
    return true;
}

/* Looks an attribute up in a list of `name:kind`; NULL where it is not
 * there. `n` is the kind's length without the mark of what must be there. */
static const char *
find_kind(const char *list, const char *name, size_t *n)
{
    size_t length = strlen(name);
    for (const char *p = list; *p;) {
        size_t word = strcspn(p, " ");
        if (word > length && p[length] == ':' && memcmp(p, name, length) == 0) {
            *n = word - length - 1;
            if (p[word - 1] == '!')
                --*n;
            return p + length + 1;
        }
        p += word + strspn(p + word, " ");
    }
    return NULL;
}

/* A meta has nothing of RDFa, but where it is a property of it. */
static bool
is_barred(const struct xml_node *n, const char *name)
{
    static const char linked[] = "rel rev";
    static const char others[] =
        "about prefix typeof vocab datatype resource inlist";
    if (strcmp(n->name, "meta") != 0)
        return false;
    return str_has_word(linked, name) ||
           (str_has_word(others, name) && !xml_value(n, "property"));
}

static void
check_plain(struct epub_document *d, const struct xml_node *n,
            const struct epub_element *row, const struct xml_attribute *a)
{
    size_t length;
    const char *kind = find_kind(row->attributes, a->name, &length);
    if (!kind && !is_barred(n, a->name))
        kind = find_kind(global, a->name, &length);
    if (kind) {
        if (!is_kind(d, kind, length, a->name, a->value))
            epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n,
                          "%s=\"%s\" is not what the attribute may be", a->name,
                          a->value);
        return;
    }
    if (strncmp(a->name, "on", 2) == 0 && str_has_word(events, a->name)) {
        d->scripted = true;
        return;
    }
    if (strncmp(a->name, "data-", 5) == 0 && a->name[5])
        return;
    if (!str_has_word(row->attributes, "*"))
        epub_say_node(d, EPUB_ATTRIBUTE, n, "“%s” has no attribute “%s”",
                      n->name, a->name);
}

/* Attributes of other namespaces: those of EPUB and XML, and anybody's own
 * but W3C's and IDPF's. */
static void
check_foreign(struct epub_document *d, struct xml_node *n,
              const struct xml_attribute *a)
{
    bool known = true;
    if (a->ns == XML_NS_XML) {
        known = epub_has("lang base space", a->name);
        if (strcmp(a->name, "space") == 0 &&
            !epub_has("preserve default", a->value))
            epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n,
                          "xml:space is “preserve” or “default”");
        if (strcmp(a->name, "lang") == 0 && *a->value &&
            !epub_is_language(a->value))
            epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n,
                          "xml:lang=\"%s\" is no language tag", a->value);
    } else if (a->ns == XML_NS_EPUB) {
        known =
            strcmp(a->name, "type") == 0 ||
            (strcmp(a->name, "prefix") == 0 && strcmp(n->name, "html") == 0);
    } else if (a->ns == XML_NS_SSML) {
        known = epub_has("ph alphabet", a->name);
    } else if (a->ns != XML_NS_OTHER) {
        known = false;
    } else if (strstr(a->uri, "w3.org/") || strstr(a->uri, "idpf.org/")) {
        known = false;
    }
    if (!known)
        epub_say_node(d, EPUB_ATTRIBUTE, n,
                      "“%s” has no attribute “%s” of the namespace %s", n->name,
                      a->name, a->uri);
}

static void
check_required(struct epub_document *d, const struct xml_node *n,
               const char *list)
{
    for (const char *p = list; *p;) {
        size_t word = strcspn(p, " "), length = strcspn(p, ":");
        if (p[word - 1] == '!') {
            const char *name = arena_strn(d->check->scratch, p, length);
            if (!xml_value(n, name))
                epub_say_node(d, EPUB_ATTRIBUTE_MISSING, n,
                              "“%s” needs the attribute “%s”", n->name, name);
        }
        p += word + strspn(p + word, " ");
    }
}

/* One of several attributes is needed, `names` parted by space. */
static void
need_one(struct epub_document *d, const struct xml_node *n, const char *names)
{
    for (uint32_t i = 0; i < n->attribute_count; i++)
        if (n->attributes[i].ns == XML_NS_NONE &&
            str_has_word(names, n->attributes[i].name))
            return;
    epub_say_node(d, EPUB_ATTRIBUTE_MISSING, n, "“%s” needs one of: %s",
                  n->name, names);
}

static void
not_with(struct epub_document *d, const struct xml_node *n, const char *name,
         const char *other)
{
    if (xml_value(n, name) && xml_value(n, other))
        epub_say_node(d, EPUB_ATTRIBUTE, n,
                      "“%s” may not have both “%s” and “%s”", n->name, name,
                      other);
}

static void
check_meta(struct epub_document *d, const struct xml_node *n)
{
    static const char directives[] =
        "content-type refresh default-style content-security-policy "
        "x-ua-compatible";
    const char *equiv = xml_value(n, "http-equiv");
    const char *charset = xml_value(n, "charset");
    need_one(d, n, "name http-equiv charset itemprop property");
    not_with(d, n, "name", "http-equiv");
    not_with(d, n, "charset", "http-equiv");
    not_with(d, n, "charset", "name");
    not_with(d, n, "charset", "content");
    if (!charset && !xml_value(n, "content"))
        need_one(d, n, "content");
    if (equiv) {
        char lower[40] = {0};
        for (size_t i = 0; i < sizeof lower - 1 && equiv[i]; i++)
            lower[i] = (char)(equiv[i] >= 'A' && equiv[i] <= 'Z' ? equiv[i] + 32
                                                                 : equiv[i]);
        if (!str_has_word(directives, lower))
            epub_say_node(d, EPUB_ATTRIBUTE_VALUE, n,
                          "http-equiv=\"%s\" is not allowed", equiv);
    }
    if (charset && strcasecmp(charset, "utf-8") != 0)
        epub_say_node(d, EPUB_CHARSET, n,
                      "the meta element declares “%s”, not utf-8", charset);
}

/* What depends on other attributes, or on the parent. */
static void
check_together(struct epub_document *d, const struct xml_node *n)
{
    const char *name = n->name;
    if (strcmp(name, "meta") == 0)
        check_meta(d, n);
    if (strcmp(name, "link") == 0) {
        need_one(d, n, "rel itemprop property");
        if (!xml_is(n->parent, XML_NS_XHTML, "head") && !xml_value(n, "rel"))
            need_one(d, n, "href resource");
    }
    if (strcmp(name, "base") == 0)
        need_one(d, n, "href target");
    if (strcmp(name, "object") == 0)
        need_one(d, n, "data type");
    if (strcmp(name, "source") == 0 && n->parent)
        need_one(d, n,
                 strcmp(n->parent->name, "picture") == 0 ? "srcset" : "src");
    if (strcmp(name, "area") == 0 && xml_value(n, "href"))
        need_one(d, n, "alt");
    if (strcmp(name, "li") == 0 && xml_value(n, "value") &&
        !xml_is(n->parent, XML_NS_XHTML, "ol"))
        epub_say_node(d, EPUB_ATTRIBUTE, n,
                      "“li” has a “value” only within “ol”");
    if (strcmp(name, "a") == 0 && !xml_value(n, "href"))
        for (const char *const *w =
                 (const char *const[]){"target", "download", "ping", "hreflang",
                                       "type", "referrerpolicy", NULL};
             *w; w++)
            if (xml_value(n, *w))
                epub_say_node(d, EPUB_ATTRIBUTE, n,
                              "“a” has no “%s” without “href”", *w);
    if (epub_has("audio video", name) && xml_value(n, "src"))
        for (struct xml_node *c = xml_first_element(n); c;
             c = xml_next_element(c))
            if (xml_is(c, XML_NS_XHTML, "source"))
                epub_say_node(d, EPUB_ELEMENT_PLACE, c,
                              "“source” is not allowed where “%s” has “src”",
                              name);
    if (strcmp(name, "colgroup") == 0 && xml_value(n, "span") &&
        xml_first_element(n))
        epub_say_node(d, EPUB_ATTRIBUTE, n,
                      "a “colgroup” with “col” has no “span”");
    if (strcmp(name, "input") == 0 && str_eq(xml_value(n, "type"), "image"))
        need_one(d, n, "alt");
}

void
epub_check_attributes(struct epub_document *d, struct xml_node *n,
                      const struct epub_element *row)
{
    const char *roles = row->roles;
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        if (a->ns != XML_NS_NONE)
            check_foreign(d, n, a);
        else if (strcmp(a->name, "role") != 0 &&
                 strncmp(a->name, "aria-", 5) != 0)
            check_plain(d, n, row, a);
    }
    if (strcmp(n->name, "a") == 0 && !xml_value(n, "href"))
        roles = "*";
    epub_check_role(d, n, roles);
    epub_check_epub_type(d, n, !str_has_word(untyped, n->name));
    if (strchr(row->attributes, '!'))
        check_required(d, n, row->attributes);
    check_together(d, n);
}
