/* SPDX-License-Identifier: MIT */
/* Trees made at random, as unlikely as doc_check() allows: their pages are
 * well-formed, nothing stands where HTML forbids it, every link leads
 * somewhere. EPUBCheck found nothing in such books when this was written. */
#include "epub_book.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

enum { BOOKS = 150, NODES = 400, DEPTH = 9 };

struct maker {
    struct doc_book *book;
    uint64_t state;
    VEC(struct doc_node *) nodes;
};

static unsigned
roll(struct maker *m, unsigned sides)
{
    m->state = m->state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(m->state >> 33) % sides;
}

static bool
is_mixed(enum doc_kind kind)
{
    return kind == DOC_ITEM || kind == DOC_DIV || kind == DOC_DEFINITION ||
           kind == DOC_FIGURE;
}

/* The kind that a child must have a parent of, or BOOK. */
static enum doc_kind
only_parent(enum doc_kind kind)
{
    switch (kind) {
    case DOC_ITEM:
        return DOC_LIST;
    case DOC_CELL:
        return DOC_ROW;
    case DOC_ROW:
        return DOC_TABLE_BODY;
    case DOC_TABLE_HEAD:
    case DOC_TABLE_BODY:
    case DOC_TABLE_CAPTION:
        return DOC_TABLE;
    case DOC_NOTE:
        return DOC_NOTES;
    case DOC_INDEX_ENTRY:
        return DOC_INDEX_LIST;
    case DOC_INDEX_LOCATORS:
        return DOC_INDEX_ENTRY;
    case DOC_INDEX_LOCATOR:
        return DOC_INDEX_LOCATORS;
    default:
        return DOC_BOOK;
    }
}

static bool
may_hold(enum doc_kind parent, enum doc_kind child)
{
    enum doc_model in = doc_vocab[parent].model, is = doc_vocab[child].model;
    bool is_inline = is == DOC_IS_INLINE || is == DOC_IS_ATOM;
    bool is_block = is == DOC_IS_BLOCK || is == DOC_IS_LEAF;
    enum doc_kind only = only_parent(child);
    if (child == DOC_CONTENTS || child == DOC_FIGURE_LIST ||
        child == DOC_TABLE_LIST || child == DOC_TOC || child == DOC_TOC_ENTRY ||
        parent == DOC_RULE)
        return false;
    if (only != DOC_BOOK && only != parent &&
        !(child == DOC_ROW && parent == DOC_TABLE_HEAD))
        return false;
    switch (in) {
    case DOC_IS_ROOT:
        return is == DOC_IS_DIVISION;
    case DOC_IS_DIVISION:
        return parent == DOC_PART ? is == DOC_IS_DIVISION : is_block;
    case DOC_IS_BLOCK:
        return is_block || (is_inline && is_mixed(parent));
    case DOC_IS_ATOM:
        return false;
    default:
        return is_inline;
    }
}

static struct doc_asset picture = {.kind = DOC_PNG, .name = "p.png"};

static const char *
some_text(struct maker *m)
{
    static const char *const texts[] = {"word", "a < b & \"c\"", "  ",
                                        "",     "\u05e9\u05dc",  "x\x01y",
                                        "]]>",  "\xEF\xBF\xBE"};
    return texts[roll(m, sizeof texts / sizeof *texts)];
}

static void
set_data(struct maker *m, struct doc_node *n)
{
    n->id =
        roll(m, 3) ? NULL : arena_printf(m->book->arena, "n%zu", m->nodes.n);
    n->lang = roll(m, 9) ? NULL : roll(m, 2) ? "he" : "no such";
    switch (n->kind) {
    case DOC_TEXT:
    case DOC_CODE:
    case DOC_CODE_BLOCK:
        n->text = some_text(m);
        break;
    case DOC_HEADING:
        n->level = (uint8_t)(1 + roll(m, 6));
        break;
    case DOC_LIST:
        n->list->tight = roll(m, 2);
        n->list->ordered = roll(m, 2);
        break;
    case DOC_ITEM:
        n->task = (uint8_t)roll(m, 3);
        break;
    case DOC_CELL:
        n->cell->header = roll(m, 2);
        break;
    case DOC_IMAGE:
        n->image->asset = roll(m, 3) ? &picture : NULL;
        n->image->alt = some_text(m);
        break;
    case DOC_ARTICLE:
        n->article->slug = some_text(m);
        break;
    default:
        break;
    }
}

static void
grow(struct maker *m, struct doc_node *parent, int depth)
{
    unsigned want = depth > DEPTH ? 0 : roll(m, 5) + (depth < 2 ? 2 : 0);
    for (unsigned tries = 0; want && tries < 300; tries++) {
        enum doc_kind kind = (enum doc_kind)roll(m, DOC_KIND_COUNT);
        if (!may_hold(parent->kind, kind) || m->nodes.n >= NODES)
            continue;
        struct doc_node *child = doc_add(m->book, parent, kind, NULL);
        *vec_add(m->book->arena, &m->nodes) = child;
        set_data(m, child);
        grow(m, child, depth + 1);
        want--;
    }
}

/* Links lead to any node, marks to any note. */
static void
join(struct maker *m)
{
    for (size_t i = 0; i < m->nodes.n; i++) {
        struct doc_node *n = m->nodes.at[i];
        struct doc_node *to = m->nodes.at[roll(m, (unsigned)m->nodes.n)];
        if (n->kind == DOC_LINK && roll(m, 4))
            n->link->target = to;
        else if (n->kind == DOC_LINK)
            n->link->href = roll(m, 2) ? "https://example.org/" : "geo:1,2";
        if (n->kind == DOC_NOTE)
            n->note->note = n;
        if (n->kind == DOC_NOTE_REF && to->kind == DOC_NOTE) {
            n->note->note = to;
            to->note->ref = n;
        }
    }
}

static const char forbidden[] =
    "//h:p//h:p | //h:p//h:div | //h:a//h:a | //h:header//h:header |"
    "//h:span/h:p | //h:em/h:p | //h:*[self::h:ul or self::h:ol]/*[not("
    "self::h:li)] | //h:li[not(parent::h:ul or parent::h:ol)] |"
    "//h:dl/*[not(self::h:dt or self::h:dd)] | //h:dl[not(*)] |"
    "//h:dl/*[1][self::h:dd] | //h:dl/*[last()][self::h:dt] |"
    "//h:table/*[not(self::h:caption or self::h:thead or self::h:tbody)] |"
    "//h:caption[preceding-sibling::*] | //h:table[not(h:thead or h:tbody)] |"
    "//h:thead[preceding-sibling::*[not(self::h:caption)]] |"
    "//h:tr/*[not(self::h:td or self::h:th)] | //h:tr[not(parent::h:tbody or "
    "parent::h:thead)] | //h:figcaption[not(parent::h:figure)] |"
    "//h:figcaption[preceding-sibling::* and following-sibling::*] |"
    "//h:figure[count(h:figcaption) > 1] | //h:a[not(@href)] |"
    "//h:img[not(@alt)] | //*[@id = preceding::*/@id]";

static void
check_models(xmlDocPtr page, const char *name)
{
    xmlXPathContextPtr context = xmlXPathNewContext(page);
    xmlXPathRegisterNs(context, BAD_CAST "h",
                       BAD_CAST "http://www.w3.org/1999/xhtml");
    xmlXPathObjectPtr found =
        xmlXPathEvalExpression(BAD_CAST forbidden, context);
    assert_non_null(found);
    if (found->nodesetval && found->nodesetval->nodeNr)
        fail_msg("%s: <%s> at line %ld may not stand there", name,
                 found->nodesetval->nodeTab[0]->name,
                 xmlGetLineNo(found->nodesetval->nodeTab[0]));
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
}

/* Notes the page's ids as "page#id", and the page itself. */
static void
note_ids(struct arena *a, struct map *targets, const char *name,
         const char *text)
{
    map_set(targets, name, targets);
    for (const char *p = text; (p = strstr(p, " id=\"")); p++) {
        p += strlen(" id=\"");
        map_set(targets,
                arena_printf(a, "%s#%.*s", name, (int)strcspn(p, "\""), p),
                targets);
    }
}

static void
check_links(struct arena *a, const struct map *targets, const char *name,
            const char *text)
{
    for (const char *p = text; (p = strstr(p, "<a ")); p++) {
        const char *href = strstr(p, "href=\"") + strlen("href=\"");
        char *to = arena_strn(a, href, strcspn(href, "\""));
        if (str_starts(to, "https:"))
            continue;
        if (*to == '#')
            to = arena_printf(a, "%s%s", name, to);
        if (!map_get(targets, to))
            fail_msg("%s: the link to %s leads nowhere", name, to);
    }
}

static void
check_book(struct maker *m)
{
    struct arena *a = m->book->arena;
    struct epub_options o = {.cover_jpeg = "x", .cover_bytes = 1};
    struct map *pages = map_new(a), *targets = map_new(a);
    for (char *part = strstr(dump_of(m->book, &o), "==> "), *next; part;
         part = next) {
        char *name = arena_strn(a, part + 4, strcspn(part + 4, " "));
        char *text = strchr(part, '\n') + 1;
        next = strstr(text, "\n==> ");
        if (next)
            *next++ = '\0';
        if (!str_ends(name, ".xhtml"))
            continue;
        map_set(pages, name, text);
        note_ids(a, targets, name, text);
    }
    for (size_t i = 0; i < map_count(pages); i++) {
        const struct map_entry *page = map_at(pages, i);
        const char *text = page->value;
        xmlDocPtr xml =
            xmlReadMemory(text, (int)strlen(text), page->key, NULL, 0);
        if (!xml)
            fail_msg("%s is not well-formed:\n%s", page->key, text);
        check_models(xml, page->key);
        xmlFreeDoc(xml);
        check_links(a, targets, page->key, text);
    }
}

static void
keeps_within_html(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= BOOKS; seed++) {
        struct maker m = {.book = book_new(), .state = seed * 7919};
        grow(&m, m.book->root, 0);
        join(&m);
        assert_null(doc_check(m.book));
        check_book(&m);
        doc_free(m.book);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_within_html)};
    return RUN_TESTS(tests);
}
