/* SPDX-License-Identifier: MIT */
/* Raw HTML becomes the same kinds of nodes that Markdown becomes. The pieces
 * of a stretch (tags, comments, text) are told apart here, since libxml2 has
 * no columns and closes what Markdown goes on with; what is in a tag and what
 * an entity means, libxml2 knows. */
#include "read/html_int.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

enum {
    HTML_ATTRIBUTE_BYTES = 16 << 10, /* of one start tag */
    HTML_SPAN_LIMIT = 1000,          /* HTML, clause 4.9.11: colspan */
};

/* A stretch of raw HTML and where it stands. */
struct html {
    struct tree *tree;
    const char *text;
    size_t n, line, byte;
    size_t known, known_line, known_start; /* a byte whose line is known */
    size_t first; /* byte of that line in the source's line */
    bool has_first;
};

/* Where in the source's line the stretch's current line begins: Markdown took
 * marks of quotes and indents from its start. */
static size_t
find_first(const struct html *h, size_t line)
{
    const struct read_source *s = h->tree->source;
    const char *from = h->text + h->known_start;
    const char *end = memchr(from, '\n', h->n - h->known_start);
    size_t n = end ? (size_t)(end - from) : h->n - h->known_start;
    size_t first = h->known_line ? 0 : h->byte;
    first = read_source_near(s, line, first, from, n);
    return first == SIZE_MAX ? 0 : first;
}

/* The place of a byte of the stretch, never before the one asked for last. */
static struct place
place_at(struct html *h, size_t at)
{
    const struct read_source *s = h->tree->source;
    for (; h->known < at; h->known++) {
        if (h->text[h->known] != '\n')
            continue;
        h->known_line++;
        h->known_start = h->known + 1;
        h->has_first = false;
    }
    size_t line = h->line + h->known_line;
    if (line >= s->lines)
        return read_source_place(s, line, 0);
    if (!h->has_first)
        h->first = find_first(h, line);
    h->has_first = true;
    return read_source_place(s, line, h->first + at - h->known_start);
}

static void
add_entity(struct buf *out, const char *name, size_t n)
{
    char copy[34] = "";
    if (n < sizeof copy - 1)
        memcpy(copy, name, n);
    const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)copy);
    unsigned long c = known ? known->value : 0;
    if (copy[0] == '#')
        c = copy[1] == 'x' || copy[1] == 'X' ? strtoul(copy + 2, NULL, 16)
                                             : strtoul(copy + 1, NULL, 10);
    if (c && c < 0x110000 && (c < 0xD800 || c > 0xDFFF))
        buf_utf8(out, (uint32_t)c);
    else
        buf_printf(out, "&%.*s;", (int)n, name);
}

static void
add_text(struct html *h, const char *s, size_t n, struct place at)
{
    struct buf text;
    buf_init(&text, BUF_LIMIT_OUTPUT);
    for (const char *end = s + n; s < end;) {
        size_t length = *s == '&' ? strcspn(s + 1, "; &<\n") : 0;
        if (length && s + 1 + length < end && s[1 + length] == ';') {
            add_entity(&text, s + 1, length);
            s += length + 2;
        } else {
            buf_char(&text, *s++);
        }
    }
    tree_html_text(h->tree, text.at, text.n, at);
    buf_free(&text);
}

static const char *
attribute(struct arena *a, xmlNode *tag, const char *name)
{
    xmlChar *value = tag ? xmlGetProp(tag, (const xmlChar *)name) : NULL;
    char *copy = arena_str(a, (const char *)value);
    xmlFree(value);
    return copy;
}

static int
number(const char *text, int least, int most)
{
    long value = text ? strtol(text, NULL, 10) : least;
    return value < least ? least : value > most ? most : (int)value;
}

static void
set_cell(struct arena *a, struct doc_node *node, xmlNode *tag,
         const char *element)
{
    static const char *const aligns[] = {"", "left", "center", "right"};
    const char *align = attribute(a, tag, "align");
    struct doc_cell *cell = node->cell;
    cell->header = str_eq(element, "th");
    cell->colspan = number(attribute(a, tag, "colspan"), 1, HTML_SPAN_LIMIT);
    cell->rowspan = number(attribute(a, tag, "rowspan"), 1, HTML_SPAN_LIMIT);
    for (int i = DOC_ALIGN_LEFT; align && i <= DOC_ALIGN_RIGHT; i++)
        if (str_eq_nocase(align, aligns[i]))
            cell->align = (enum doc_align)i;
}

static void
set_direction(struct doc_node *node, const char *dir)
{
    static const char *const words[] = {
        [DOC_LTR] = "ltr", [DOC_RTL] = "rtl", [DOC_DIR_AUTO] = "auto"};
    for (int i = DOC_LTR; dir && i <= DOC_DIR_AUTO; i++)
        if (str_eq_nocase(dir, words[i]))
            node->dir = (uint8_t)i;
}

/* What the attributes of any element may say. */
static void
set_common(struct html *h, struct doc_node *node, xmlNode *tag, struct place at)
{
    struct arena *a = h->tree->reader->scratch;
    const char *id = attribute(a, tag, "id");
    const char *class = attribute(a, tag, "class");
    const char *lang = attribute(a, tag, "lang");
    if (!id && node->kind == DOC_SPAN)
        id = attribute(a, tag, "name");
    if (id && *id)
        read_set_id(h->tree, node, id, at);
    if (class)
        read_set_classes(h->tree, node, class);
    if (lang && conf_is_language(lang))
        node->lang = arena_str(h->tree->book->arena, lang);
    set_direction(node, attribute(a, tag, "dir"));
}

static void
report_attributes(struct html *h, xmlNode *tag, struct place at)
{
    struct diag *d = h->tree->reader->diag;
    for (xmlAttr *p = tag ? tag->properties : NULL; p; p = p->next) {
        const char *name = (const char *)p->name;
        bool handler = str_starts(name, "on");
        if (!handler && !str_eq(name, "style"))
            continue;
        diag_at(d, at, DIAG_HTML_DROPPED, "the attribute “%s” is left out",
                name);
        diag_hint(d, handler ? "no script gets into a publication"
                             : "give it a class and a rule in the stylesheet");
    }
}

static void
add_image(struct html *h, xmlNode *tag, struct place at)
{
    struct arena *a = h->tree->reader->scratch;
    const char *src = attribute(a, tag, "src");
    const char *alt = attribute(a, tag, "alt");
    const char *width = attribute(a, tag, "width");
    if (!src || str_blank(src)) {
        diag_at(h->tree->reader->diag, at, DIAG_HTML_DROPPED,
                "an <img> without src is left out");
        return;
    }
    const char *role = attribute(a, tag, "role");
    bool decorative = str_eq(role, "presentation") || str_eq(role, "none") ||
                      str_has_word(attribute(a, tag, "class"), "decorative");
    alt = read_decorative(h->tree->reader, decorative, alt, at);
    struct doc_node *node =
        read_add_image(h->tree, src, alt, attribute(a, tag, "title"), at);
    if (!node)
        return;
    if (width && str_ends(width, "%"))
        node->image->width_percent = number(width, 0, 100);
    set_common(h, node, tag, at);
}

static void
open_link(struct html *h, xmlNode *tag, struct place at)
{
    struct tree *t = h->tree;
    const char *href = attribute(t->reader->scratch, tag, "href");
    const char *title = attribute(t->reader->scratch, tag, "title");
    struct doc_node *node = NULL;
    if (href)
        href = read_link(t->reader, href, at);
    if (href && (node = tree_open(t, DOC_LINK, at, NULL, "a"))) {
        node->link->href = href;
        if (title && *title)
            node->link->title =
                read_clean_text(t->book->arena, title, strlen(title));
    } else if (!href) {
        node = tree_open(t, DOC_SPAN, at, NULL, "a");
    }
    if (node)
        set_common(h, node, tag, at);
}

/* <pre><code class="language-c">: one block of code. */
static bool
is_code_in_pre(struct html *h, const struct element *e, xmlNode *tag,
               struct place at)
{
    struct doc_node *top = tree_top(h->tree);
    if (e->kind != DOC_CODE || top->kind != DOC_CODE_BLOCK)
        return false;
    set_common(h, top, tag, at);
    tree_open_nothing(h->tree, at, NULL, e->name);
    return true;
}

static void
open_node(struct html *h, const struct element *e, xmlNode *tag,
          struct place at)
{
    struct tree *t = h->tree;
    struct arena *a = t->reader->scratch;
    if (is_code_in_pre(h, e, tag, at))
        return;
    struct doc_node *node = tree_open(t, e->kind, at, NULL, e->name);
    if (!node)
        return;
    if (node->kind == DOC_CELL)
        set_cell(a, node, tag, e->name);
    else if (node->kind == DOC_HEADING)
        node->level = (uint8_t)(e->name[1] - '0');
    else if (node->kind == DOC_LIST) {
        node->list->tight = true;
        node->list->ordered = str_eq(e->name, "ol");
        if (node->list->ordered && attribute(a, tag, "start"))
            node->list->start = number(attribute(a, tag, "start"), 0, 999999);
    }
    const char *title = attribute(a, tag, "title");
    if (node->kind == DOC_ABBREVIATION && title && !str_blank(title))
        node->expansion = str_fold_space(
            t->book->arena,
            read_clean_text(t->book->arena, title, strlen(title)));
    if (e->class)
        doc_add_class(t->book, node, e->class);
    if (str_eq(e->name, "bdi"))
        node->dir = DOC_DIR_AUTO;
    set_common(h, node, tag, at);
    node->override = str_eq(e->name, "bdo") && node->dir;
}

static void
start_clearing(struct html *h, const char *name, bool is_void, struct place at)
{
    struct tree *t = h->tree;
    diag_at(t->reader->diag, at, DIAG_HTML_DROPPED, "<%s> is left out", name);
    if (str_eq(name, "svg"))
        diag_hint(t->reader->diag, "save it as a file and show that");
    else if (str_eq(name, "style"))
        diag_hint(t->reader->diag, "put its rules in the stylesheet");
    else if (str_eq(name, "iframe") || str_eq(name, "video"))
        diag_hint(t->reader->diag, "link to the page instead");
    if (is_void)
        return;
    t->skip = arena_str(t->reader->scratch, name);
    t->skip_at = at;
    t->skip_depth = t->depth;
    t->skip_nested = 0;
}

static void
open_nothing(struct tree *t, const struct element *e, const char *name,
             struct place at)
{
    size_t depth = t->depth;
    tree_open_nothing(t, at, NULL,
                      e ? e->name : arena_str(t->reader->scratch, name));
    if (t->depth > depth)
        t->stack[depth].unknown = !e;
}

static void
start_element(struct html *h, const char *name, xmlNode *tag, bool closes,
              struct place at)
{
    struct tree *t = h->tree;
    const struct element *e = html_element(name);
    bool is_void = html_is_void(name);
    if (t->skip) {
        t->skip_nested += str_eq(t->skip, name) && !closes;
        return;
    }
    if (e && (e->what == CLEARED || e->what == VOID_CLEARED)) {
        start_clearing(h, name, is_void || (closes && str_eq(name, "svg")), at);
        return;
    }
    if (!e)
        diag_at(t->reader->diag, at, DIAG_HTML_DROPPED,
                "<%s> has no counterpart; its content stays", name);
    report_attributes(h, tag, at);
    if (e && e->kind == DOC_IMAGE)
        add_image(h, tag, at);
    else if (e && (e->kind == DOC_LINE_BREAK || e->kind == DOC_RULE))
        tree_atom(t, e->kind, at);
    else if (is_void)
        return;
    else if (!e || e->what != AS_NODE)
        open_nothing(t, e, name, at);
    else if (e->kind == DOC_LINK)
        open_link(h, tag, at);
    else
        open_node(h, e, tag, at);
}

static void
end_element(struct html *h, const char *name, struct place at)
{
    struct tree *t = h->tree;
    if (t->skip) {
        if (str_eq(t->skip, name) && t->skip_nested-- == 0)
            t->skip = NULL;
        return;
    }
    if (html_is_void(name) || tree_close_element(t, name) ||
        str_has_word("p li dt dd tr td th thead tbody tfoot caption", name))
        return;
    diag_at(t->reader->diag, at, DIAG_HTML_UNCLOSED,
            "</%s> closes nothing that is open here", name);
}

/* The length of the tag at `s`, quotes looked at; 0 where none ends. */
static size_t
tag_length(const char *s, size_t n)
{
    char quote = 0;
    for (size_t i = 1; i < n; i++) {
        if (quote)
            quote = s[i] == quote ? 0 : quote;
        else if ((s[i] == '"' || s[i] == '\'') && s[i - 1] == '=')
            quote = s[i];
        else if (s[i] == '>')
            return i + 1;
    }
    return 0;
}

/* The lower-case name behind `<` or `</`; empty where none is. */
static const char *
tag_name(struct arena *a, const char *s, size_t n)
{
    size_t length = 0;
    while (length < n && ((s[length] >= 'a' && s[length] <= 'z') ||
                          (s[length] >= 'A' && s[length] <= 'Z') ||
                          (length && ((s[length] >= '0' && s[length] <= '9') ||
                                      strchr("-:_.", s[length])))))
        length++;
    char *name = arena_strn(a, s, length);
    for (char *p = name; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p + ('a' - 'A') : *p);
    return name;
}

static void
take_start_tag(struct html *h, const char *tag, size_t n, const char *name,
               struct place at)
{
    static const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                               HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD |
                               HTML_PARSE_NONET | HTML_PARSE_RECOVER;
    /* Parsed as a span: elements' own rules about where they may stand do not
     * matter here. */
    size_t from = 1 + strlen(name);
    bool plain = from + 1 == n;
    xmlDoc *doc = NULL;
    if (!plain && n < HTML_ATTRIBUTE_BYTES) {
        const char *span =
            arena_printf(h->tree->reader->scratch, "<span%.*s</span>",
                         (int)(n - from), tag + from);
        doc = htmlReadMemory(span, (int)strlen(span), NULL, "UTF-8", options);
    }
    start_element(h, name, doc ? xmlDocGetRootElement(doc) : NULL,
                  n > 1 && tag[n - 2] == '/', at);
    xmlFreeDoc(doc);
}

/* The length of a comment, declaration or instruction at `s`, else 0. */
static size_t
silent_length(const char *s, size_t n)
{
    static const struct {
        const char *start, *end;
    } kinds[] = {
        {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", ">"}, {"<!", ">"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t first = strlen(kinds[i].start), last = strlen(kinds[i].end);
        if (n < first || memcmp(s, kinds[i].start, first) != 0)
            continue;
        const char *end = memmem(s + first, n - first, kinds[i].end, last);
        return end ? (size_t)(end - s) + last : n;
    }
    return 0;
}

/* The length of the tag at `s`, put on the tree; 0 where none is. */
static size_t
take_tag(struct html *h, const char *s, size_t n, struct place at)
{
    struct arena *a = h->tree->reader->scratch;
    bool ends = n > 1 && s[1] == '/';
    const char *name = tag_name(a, s + 1 + ends, n - 1 - ends);
    size_t length = *name ? tag_length(s, n) : 0;
    if (length && ends)
        end_element(h, name, at);
    else if (length)
        take_start_tag(h, s, length, name, at);
    return length;
}

/* How much of `s` is text, at least one byte: up to the next `<`, or where
 * nothing but the end of a left-out script counts, up to that. */
static size_t
text_length(const struct html *h, const char *s, size_t n)
{
    const char *skip = h->tree->skip;
    bool raw = str_eq(skip, "script") || str_eq(skip, "style");
    for (size_t i = 1; i < n; i++)
        if (s[i] == '<' && (!raw || (i + 1 < n && s[i + 1] == '/')))
            return i;
    return n;
}

void
read_html(struct tree *t, const char *html, size_t n, size_t line, size_t byte)
{
    struct html h = {
        .tree = t, .text = html, .n = n, .line = line, .byte = byte};
    for (size_t i = 0; i < n;) {
        struct place at = place_at(&h, i);
        size_t length = 0;
        if (html[i] == '<')
            length = silent_length(html + i, n - i);
        if (html[i] == '<' && !length)
            length = take_tag(&h, html + i, n - i, at);
        if (!length) {
            length = text_length(&h, html + i, n - i);
            add_text(&h, html + i, length, at);
        }
        i += length;
    }
}

void
read_html_init(void)
{
    xmlInitParser();
}
