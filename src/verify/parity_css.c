/* SPDX-License-Identifier: MIT */
/* A stylesheet's rules for `display` and `content` (CSS 2.2, Selectors 4):
 * enough to know what a reading system shows. What a selector asks for that is
 * not known here is taken not to match. */
#include "verify/parity_css.h"

#include <string.h>

enum { SHEET_MOST = 4 << 20, DEPTH_MOST = 8 };

enum pseudo { SELF, BEFORE, AFTER };

struct rule {
    const char *selector; /* without its pseudo-element */
    enum pseudo pseudo;
    uint32_t weight; /* specificity; among equals the later wins */
    bool important;
    const char *display, *content; /* or NULL */
};

struct sheet {
    VEC(struct rule) rules;
};

struct parity_sheets {
    struct arena *arena;
    struct epub_book *book;
    struct map *by_path;
    struct sheet *print; /* of the PDF: what only pages can say; or NULL */
};

struct parity_css {
    const struct sheet *print;
    VEC(const struct sheet *) sheets;
};

/* A text being parsed. */
struct css_text {
    struct arena *arena;
    struct sheet *to;
    const char *p, *end;
    int depth; /* of media queries that apply */
};

/* Comments become spaces. */
static char *
without_comments(struct arena *a, const char *s, size_t n)
{
    char *t = arena_strn(a, s, n);
    for (char *p = t; (p = strstr(p, "/*"));) {
        char *stop = strstr(p + 2, "*/");
        stop = stop ? stop + 2 : t + n;
        memset(p, ' ', (size_t)(stop - p));
        p = stop;
    }
    return t;
}

/* The first of the characters outside strings and brackets; or the end. */
static const char *
find_css(const char *p, const char *end, const char *any)
{
    int depth = 0;
    for (char quote = 0; p < end && *p; p++) {
        if (*p == '\\' && p + 1 < end)
            p++;
        else if (quote)
            quote = *p == quote ? 0 : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if (!depth && strchr(any, *p))
            return p;
        else if (*p == '(' || *p == '[')
            depth++;
        else if ((*p == ')' || *p == ']') && depth)
            depth--;
    }
    return end;
}

static const char *
trimmed(struct arena *a, const char *p, const char *end)
{
    return str_trim(a, arena_strn(a, p, (size_t)(end - p)));
}

/* Behind the block that begins at `p`, a "{". */
static const char *
behind_block(const char *p, const char *end)
{
    int depth = 0;
    while (p < end) {
        p = find_css(p, end, "{}");
        if (p == end)
            return end;
        depth += *p++ == '{' ? 1 : -1;
        if (depth <= 0)
            return p;
    }
    return end;
}

static void
read_declarations(struct arena *a, const char *p, const char *end,
                  struct rule *r)
{
    while (p < end) {
        const char *stop = find_css(p, end, ";"),
                   *colon = find_css(p, stop, ":");
        const char *name = trimmed(a, p, colon);
        if (colon < stop) {
            char *value = str_trim(
                a, arena_strn(a, colon + 1, (size_t)(stop - colon - 1)));
            char *bang = strstr(value, "!important");
            if (bang && !find_css(value, bang, "\"'")[0])
                bang = NULL;
            if (bang)
                *bang = '\0';
            if (str_eq_nocase(name, "display"))
                r->display = str_trim(a, value);
            else if (str_eq_nocase(name, "content"))
                r->content = str_trim(a, value);
            r->important |= bang && (r->display || r->content);
        }
        p = stop + 1;
    }
}

static uint32_t
weight_of(const char *s)
{
    uint32_t weight = 0;
    bool begins = true;
    for (; *s; s++) {
        if (*s == '#')
            weight += 1 << 16;
        else if (*s == '.' || *s == '[' || *s == ':')
            weight += 1 << 8;
        else if (begins && str_is_letter(*s))
            weight += 1;
        if (*s == '[')
            s = find_css(s + 1, s + strlen(s), "]");
        if (!*s)
            break;
        begins = str_is_space(*s) || strchr(">+~(", *s);
    }
    return weight;
}

static void
add_rule(struct css_text *t, const char *p, const char *end,
         const struct rule *declared)
{
    struct rule r = *declared;
    char *selector =
        str_trim(t->arena, arena_strn(t->arena, p, (size_t)(end - p)));
    char *colon = strrchr(selector, ':');
    if (colon && str_eq(colon + 1, "before"))
        r.pseudo = BEFORE;
    else if (colon && str_eq(colon + 1, "after"))
        r.pseudo = AFTER;
    else if (strstr(selector, "::"))
        return;
    if (r.pseudo) {
        *colon = '\0';
        if (colon > selector && colon[-1] == ':')
            colon[-1] = '\0';
    }
    r.selector = *selector ? selector : "*";
    r.weight = weight_of(r.selector);
    *vec_add(t->arena, &t->to->rules) = r;
}

/* Whether a list of media queries takes a screen of which no more is known. */
static bool
takes_screen(struct arena *a, const char *list)
{
    for (const char *p = list, *end = p + strlen(p); p < end;) {
        const char *stop = find_css(p, end, ",");
        const char *one = trimmed(a, p, stop);
        if (str_eq_nocase(one, "screen") || str_eq_nocase(one, "all") ||
            str_eq_nocase(one, "only screen") ||
            str_eq_nocase(one, "not print"))
            return true;
        p = stop + 1;
    }
    return str_blank(list);
}

static void
read_rule(struct css_text *t, const char *open, const char *close)
{
    struct rule r = {0};
    read_declarations(t->arena, open + 1, close, &r);
    for (const char *p = t->p; (r.display || r.content) && p < open;) {
        const char *stop = find_css(p, open, ",");
        add_rule(t, p, stop, &r);
        p = stop + 1;
    }
}

static void
read_sheet(struct css_text *t)
{
    while (t->p < t->end) {
        while (t->p < t->end && (str_is_space(*t->p) || *t->p == '}'))
            t->p++;
        const char *open = find_css(t->p, t->end, "{;");
        const char *next = open < t->end && *open == '{'
                               ? behind_block(open, t->end)
                               : open + 1;
        const char *head = trimmed(t->arena, t->p, open);
        if (*head != '@' && next > open + 1)
            read_rule(t, open, next[-1] == '}' ? next - 1 : next);
        else if (strncasecmp(head, "@media", 6) == 0 &&
                 takes_screen(t->arena, str_trim(t->arena, head + 6)))
            next = open + 1; /* what is in there counts */
        t->p = next < t->end ? next : t->end;
    }
}

static void
read_css(struct arena *a, struct sheet *to, const char *bytes, size_t n)
{
    struct css_text t = {.arena = a, .to = to};
    t.p = without_comments(a, bytes, n < SHEET_MOST ? n : SHEET_MOST);
    t.end = t.p + strlen(t.p);
    read_sheet(&t);
}

/* Reading systems drop a `content` in which there is a function of pages: then
 * a PDF alone says it, as it should. */
static bool
is_of_screens(const char *name, size_t n)
{
    static const char *const known[] = {"attr", "counter", "counters", "url"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == n && strncmp(known[i], name, n) == 0)
            return true;
    return false;
}

/* Whether a `content` asks for what only pages have. */
static bool
asks_pages(const char *content)
{
    for (const char *p = content; *p;) {
        size_t k = strspn(p, "abcdefghijklmnopqrstuvwxyz-");
        if (k && p[k] == '(' && !is_of_screens(p, k))
            return true;
        const char *quoted = *p == '"' || *p == '\'' ? p + 1 : NULL;
        p += k ? k : 1;
        if (quoted)
            p = quoted + strcspn(quoted, (char[]){quoted[-1], '\0'});
        p += quoted && *p;
    }
    return false;
}

void
parity_sheets_print(struct parity_sheets *s, const char *path)
{
    struct buf b;
    buf_init(&b, SHEET_MOST);
    struct sheet all = {0};
    if (path && !file_read(path, &b) && b.n)
        read_css(s->arena, &all, b.at, b.n);
    s->print = ARENA_NEW(s->arena, struct sheet);
    for (size_t i = 0; i < all.rules.n; i++)
        if (all.rules.at[i].content && asks_pages(all.rules.at[i].content))
            *vec_add(s->arena, &s->print->rules) = all.rules.at[i];
    buf_free(&b);
}

struct parity_sheets *
parity_sheets_new(struct arena *a, struct epub_book *book)
{
    struct parity_sheets *s = ARENA_NEW(a, struct parity_sheets);
    *s = (struct parity_sheets){a, book, map_new(a), NULL};
    return s;
}

static const struct sheet *
sheet_at(struct parity_sheets *s, const char *path)
{
    struct sheet *sheet = map_get(s->by_path, path);
    struct buf b;
    if (sheet)
        return sheet;
    sheet = ARENA_NEW(s->arena, struct sheet);
    map_set(s->by_path, arena_str(s->arena, path), sheet);
    buf_init(&b, SHEET_MOST);
    const struct epub_entry *entry = epub_zip_find(&s->book->zip, path);
    if (entry && epub_zip_read(&s->book->zip, entry, &b) == EPUB_READ_OK && b.n)
        read_css(s->arena, sheet, b.at, b.n);
    buf_free(&b);
    return sheet;
}

struct parity_css *
parity_css_of(struct parity_sheets *s, struct arena *a, const char *path,
              const struct xml_node *root)
{
    struct parity_css *css = ARENA_NEW(a, struct parity_css);
    css->print = s->print;
    for (const struct xml_node *n = root; n;) {
        const char *href = xml_value(n, "href");
        if (xml_is(n, XML_NS_XHTML, "link") && href &&
            epub_has(xml_value(n, "rel"), "stylesheet")) {
            struct epub_target to = epub_resolve(a, path, href);
            if (to.kind == EPUB_TARGET_FILE)
                *vec_add(a, &css->sheets) = sheet_at(s, to.path);
        } else if (xml_is(n, XML_NS_XHTML, "style")) {
            struct sheet *own = ARENA_NEW(a, struct sheet);
            const char *text = xml_content(a, n);
            read_css(a, own, text, strlen(text));
            *vec_add(a, &css->sheets) = own;
        }
        n = xml_is(n, XML_NS_XHTML, "body") ? NULL : xml_next(n, root);
    }
    return css;
}

/* How many bytes a name in a selector has. */
static size_t
name_length(const char *p)
{
    size_t n = 0;
    while (p[n] && (str_is_letter(p[n]) || str_is_digit(p[n]) || p[n] == '-' ||
                    p[n] == '_' || (unsigned char)p[n] >= 0x80))
        n++;
    return n;
}

static bool
has_word(const char *list, const char *word, size_t n)
{
    for (const char *p = list; p && *p;) {
        size_t k = strcspn(p, " \t\r\n\f");
        if (k == n && strncmp(p, word, n) == 0)
            return true;
        p += k;
        p += strspn(p, " \t\r\n\f");
    }
    return false;
}

static bool
value_fits(const char *have, char how, const char *want, size_t n)
{
    size_t k = strlen(have);
    switch (how) {
    case '=':
        return k == n && strncmp(have, want, n) == 0;
    case '^':
        return n && strncmp(have, want, n) == 0;
    case '$':
        return n && k >= n && strncmp(have + k - n, want, n) == 0;
    case '*':
        return n && memmem(have, k, want, n);
    case '~':
        return has_word(have, want, n);
    case '|':
        return strncmp(have, want, n) == 0 && (k == n || have[n] == '-');
    default:
        return false;
    }
}

static const char *
attribute_called(const struct xml_node *n, const char *name, size_t length)
{
    for (uint32_t i = 0; i < n->attribute_count; i++)
        if (n->attributes[i].ns == XML_NS_NONE &&
            strlen(n->attributes[i].name) == length &&
            strncmp(n->attributes[i].name, name, length) == 0)
            return n->attributes[i].value;
    return NULL;
}

/* [name] or [name="value"]: *p is behind "[", then behind "]". */
static bool
attribute_fits(const struct xml_node *n, const char **p)
{
    const char *at = *p, *end = strchr(at, ']');
    size_t length = name_length(at);
    const char *have = attribute_called(n, at, length);
    if (!end || !length)
        return false;
    *p = end + 1;
    at += length;
    if (*at == ']')
        return have != NULL;
    char how = *at++;
    at += how != '=';
    char quote = *at == '"' || *at == '\'' ? *at++ : 0;
    const char *stop = end;
    while (quote && stop > at && stop[-1] != quote)
        stop--;
    stop -= quote && stop > at;
    return have && value_fits(have, how, at, (size_t)(stop - at));
}

static struct xml_node *
element_before(const struct xml_node *n)
{
    struct xml_node *last = NULL;
    for (struct xml_node *c = n->parent ? xml_first_element(n->parent) : NULL;
         c && c != n; c = xml_next_element(c))
        last = c;
    return last;
}

static bool compound_fits(const struct xml_node *n, const char *p,
                          const char *end, int depth);

/* :not(), :is(), :where() of compounds: *p is at "(", then behind ")". */
static bool
any_fits(const struct xml_node *n, const char **p, int depth)
{
    const char *at = *p + 1, *end = find_css(at, at + strlen(at), ")");
    bool fits = false;
    while (at < end && depth < DEPTH_MOST) {
        const char *stop = find_css(at, end, ","), *last = stop;
        at += strspn(at, " \t\r\n\f");
        while (last > at && str_is_space(last[-1]))
            last--;
        fits |= compound_fits(n, at, last, depth + 1);
        at = stop + 1;
    }
    *p = end + (*end == ')');
    return fits;
}

static bool
pseudo_fits(const struct xml_node *n, const char **p, int depth)
{
    size_t k = name_length(*p);
    const char *name = *p;
    *p += k;
    if (k == 3 && strncmp(name, "not", k) == 0 && **p == '(')
        return !any_fits(n, p, depth);
    if (((k == 2 && strncmp(name, "is", k) == 0) ||
         (k == 5 && strncmp(name, "where", k) == 0)) &&
        **p == '(')
        return any_fits(n, p, depth);
    if (k == 11 && strncmp(name, "first-child", k) == 0)
        return !element_before(n);
    if (k == 10 && strncmp(name, "last-child", k) == 0)
        return !xml_next_element(n);
    if (k == 13 && strncmp(name, "first-of-type", k) == 0) {
        const struct xml_node *c = n->parent ? xml_first_element(n->parent) : n;
        while (c && c != n && !str_eq(c->name, n->name))
            c = xml_next_element(c);
        return c == n;
    }
    return k == 4 && strncmp(name, "root", k) == 0 && !n->parent;
}

/* Whether an element is what `p` to `end` says, without combinators. */
static bool
compound_fits(const struct xml_node *n, const char *p, const char *end,
              int depth)
{
    size_t k = name_length(p);
    if (k && (strlen(n->name) != k || strncasecmp(n->name, p, k) != 0))
        return false;
    p += k;
    p += *p == '*';
    while (p < end) {
        char c = *p++;
        k = name_length(p);
        const char *name = p;
        if (c == '.' || c == '#')
            p += k;
        if (c == '.' && !has_word(xml_value(n, "class"), name, k))
            return false;
        if (c == '#' && !has_word(xml_value(n, "id"), name, k))
            return false;
        if (c == '[' && !attribute_fits(n, &p))
            return false;
        if (c == ':' && !pseudo_fits(n, &p, depth))
            return false;
        if (!strchr(".#[:", c))
            return false;
    }
    return true;
}

static bool selector_fits(const struct xml_node *n, const char *s,
                          const char *end, int depth);

/* Whether something that stands to `n` as the combinator says is what is before
 * it. */
static bool
before_fits(const struct xml_node *n, char how, const char *s, const char *end,
            int depth)
{
    if (how == '+') {
        const struct xml_node *b = element_before(n);
        return b && selector_fits(b, s, end, depth);
    }
    if (how == '~') {
        for (const struct xml_node *b = element_before(n); b;
             b = element_before(b))
            if (selector_fits(b, s, end, depth))
                return true;
        return false;
    }
    for (const struct xml_node *up = n->parent; up; up = up->parent) {
        if (selector_fits(up, s, end, depth))
            return true;
        if (how == '>')
            return false;
    }
    return false;
}

static bool
selector_fits(const struct xml_node *n, const char *s, const char *end,
              int depth)
{
    const char *last = s;
    for (const char *p = s; (p = find_css(p, end, " \t\r\n\f>+~")) < end; p++)
        last = p + 1;
    if (depth > DEPTH_MOST || last >= end ||
        !compound_fits(n, last, end, depth))
        return false;
    if (last == s)
        return true;
    const char *stop = last;
    char how = ' ';
    for (; stop > s && (str_is_space(stop[-1]) || strchr(">+~", stop[-1]));
         stop--)
        how = str_is_space(stop[-1]) ? how : stop[-1];
    return before_fits(n, how, s, stop, depth + 1);
}

/* The rule that has the last word on `display`, or on `content`: one of the
 * sheet's, or `best`. */
static const struct rule *
winner_of(const struct sheet *sheet, const struct rule *best,
          const struct xml_node *n, enum pseudo pseudo, bool content)
{
    for (size_t k = 0; k < sheet->rules.n; k++) {
        const struct rule *r = &sheet->rules.at[k];
        if (r->pseudo != pseudo || !(content ? r->content : r->display) ||
            (best &&
             (best->important > r->important ||
              (best->important == r->important && best->weight > r->weight))) ||
            !selector_fits(n, r->selector, r->selector + strlen(r->selector),
                           0))
            continue;
        best = r;
    }
    return best;
}

static const struct rule *
winner(struct parity_css *css, const struct xml_node *n, enum pseudo pseudo,
       bool content)
{
    const struct rule *best = NULL;
    for (size_t i = 0; i < css->sheets.n; i++)
        best = winner_of(css->sheets.at[i], best, n, pseudo, content);
    return best;
}

bool
parity_css_hides(struct parity_css *css, const struct xml_node *n)
{
    const char *own = xml_value(n, "style");
    struct arena *a = own && strstr(own, "display") ? arena_new() : NULL;
    struct rule inline_rule = {0};
    if (a)
        read_declarations(a, own, own + strlen(own), &inline_rule);
    const struct rule *r = winner(css, n, SELF, false);
    const char *display = r ? r->display : "";
    if (inline_rule.display && !(r && r->important))
        display = inline_rule.display;
    bool hides = str_eq_nocase(display, "none");
    if (a)
        arena_free(a);
    return hides;
}

/* A string of CSS, behind its first quote; returns behind its last. */
static const char *
add_string(struct buf *out, const char *p, char quote)
{
    while (*p && *p != quote) {
        uint32_t c = 0;
        int digits = 0;
        if (*p != '\\') {
            buf_char(out, *p++);
            continue;
        }
        for (p++; digits < 6 && str_hex_value(*p) >= 0; digits++)
            c = c * 16 + (uint32_t)str_hex_value(*p++);
        if (digits) {
            p += str_is_space(*p);
            buf_utf8(out, c);
        } else if (*p) {
            buf_char(out, *p++);
        }
    }
    return p + (*p != '\0');
}

enum parity_said
parity_css_content(struct parity_css *css, const struct xml_node *n,
                   bool before, struct buf *out)
{
    enum pseudo pseudo = before ? BEFORE : AFTER;
    const struct rule *r = winner(css, n, pseudo, true);
    if (css->print && winner_of(css->print, NULL, n, pseudo, true)) {
        buf_char(out, '\1');
        return PARITY_SAYS_INLINE;
    }
    if (!r || str_eq(r->content, "none") || str_eq(r->content, "normal"))
        return PARITY_SAYS_NOTHING;
    const struct rule *shown = winner(css, n, pseudo, false);
    if (shown && str_eq(shown->display, "none"))
        return PARITY_SAYS_NOTHING;
    for (const char *p = r->content; *p;) {
        size_t k = name_length(p);
        if (k && p[k] == '(' && !is_of_screens(p, k)) {
            buf_clear(out);
            buf_char(out, '\1');
            break;
        }
        if (*p == '"' || *p == '\'') {
            p = add_string(out, p + 1, *p);
        } else if (*p == '/') {
            break; /* what follows is read aloud instead */
        } else if (k) {
            buf_char(out, '\1');
            p += k;
            if (*p == '(')
                p = find_css(p + 1, p + strlen(p), ")");
        } else {
            p++;
        }
    }
    return shown && !str_starts(shown->display, "inline") ? PARITY_SAYS_BLOCK
                                                          : PARITY_SAYS_INLINE;
}
