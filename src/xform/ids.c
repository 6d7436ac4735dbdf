/* SPDX-License-Identifier: MIT */
/* Ids: unique in the book, XML names, and the anchors that links may name. */
#include <string.h>

#include "xform/xform_int.h"

struct range {
    uint32_t from, to;
};

/* XML 1.0, fifth edition, productions 4 and 4a, without the colon. */
static const struct range name_start[] = {
    {'A', 'Z'},       {'_', '_'},       {'a', 'z'},        {0xC0, 0xD6},
    {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},    {0x37F, 0x1FFF},
    {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},  {0x3001, 0xD7FF},
    {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
static const struct range name_more[] = {
    {'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

static bool
in_ranges(uint32_t c, const struct range *ranges, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (c >= ranges[i].from && c <= ranges[i].to)
            return true;
    return false;
}

static bool
starts_name(uint32_t c)
{
    return in_ranges(c, name_start, sizeof name_start / sizeof *name_start);
}

static bool
continues_name(uint32_t c)
{
    return starts_name(c) ||
           in_ranges(c, name_more, sizeof name_more / sizeof *name_more);
}

/* The text without what an XML name can't have; spaces become hyphens. */
static char *
xml_name(struct arena *a, const char *text)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    const char *end = text + strlen(text);
    for (const char *p = text; p < end;) {
        uint32_t c = utf8_next(&p, end);
        if (c == ' ')
            c = '-';
        if (c == UTF8_BAD || !continues_name(c))
            continue;
        if (!b.n && !starts_name(c))
            buf_str(&b, "s-");
        buf_utf8(&b, c);
    }
    char *name = arena_strn(a, b.n ? b.at : "section", b.n ? b.n : 7);
    buf_free(&b);
    return name;
}

static bool
is_free(const struct doc_book *book, const char *id,
        const struct doc_node *node)
{
    void *owner = map_get(book->ids, id);
    return !owner || owner == node;
}

/* Claims the id, or says that another node has it. */
static bool
claim(struct doc_book *book, struct doc_node *node, const char *id)
{
    if (!is_free(book, id, node))
        return false;
    node->id = id;
    map_set(book->ids, id, node);
    return true;
}

static const char *
numbered(struct doc_book *book, const char *wanted, int number)
{
    return xml_name(book->arena,
                    arena_printf(book->arena, "%s-%d", wanted, number));
}

/* Numbers are taken in turn, so the first free one is found by halving: a note
 * may have thousands of marks. */
void
xform_give_id(struct doc_book *book, struct doc_node *node, const char *wanted)
{
    if (claim(book, node, xml_name(book->arena, wanted)))
        return;
    int low = 1, high = 2; /* low has an owner */
    while (!is_free(book, numbered(book, wanted, high), node)) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (is_free(book, numbered(book, wanted, middle), node))
            high = middle;
        else
            low = middle;
    }
    claim(book, node, numbered(book, wanted, high));
}

void
xform_give_numbered_id(struct doc_book *book, struct doc_node *node,
                       const char *prefix, int number)
{
    xform_give_id(book, node,
                  arena_printf(book->arena, "%s-%d", prefix, number));
}

static const char *
slug_of(struct doc_book *book, const struct doc_article *article)
{
    if (article->slug && *article->slug)
        return article->slug;
    if (article->path)
        return str_slug(book->arena, path_stem(book->arena, article->path));
    return "article";
}

static void
name_articles(struct doc_book *book)
{
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n)) {
        n->article->anchors = map_new(book->arena);
        if (n->id)
            map_set(n->article->anchors, n->id, n);
        n->id = NULL;
        xform_give_id(book, n, slug_of(book, n->article));
    }
}

/* An id that the author wrote: kept, or with the article's before it where
 * another article has it already. Twice in one article is a mistake. */
static void
keep_id(struct doc_book *book, struct doc_node *article, struct doc_node *node,
        struct diag *d)
{
    const char *wanted = node->id;
    struct map *anchors = article ? article->article->anchors : NULL;
    node->id = NULL;
    if (anchors && map_get(anchors, wanted)) {
        struct doc_node *first = map_get(anchors, wanted);
        diag_at(d, doc_place(node), DIAG_ID_DUPLICATE,
                "the id “%s” is in this article already", wanted);
        if (first->line)
            diag_hint(d, "it stands in line %u first", first->line);
        return;
    }
    if (anchors)
        map_set(anchors, wanted, node);
    const char *name = xml_name(book->arena, wanted);
    if (!claim(book, node, name))
        xform_give_id(
            book, node,
            article ? arena_printf(book->arena, "%s-%s", article->id, name)
                    : name);
}

static void
keep_ids(struct doc_book *book, struct diag *d)
{
    struct doc_node *article = NULL, *root = book->root;
    for (struct doc_node *n = root->first; n; n = doc_next(n, root)) {
        if (n->kind == DOC_ARTICLE)
            article = n;
        else if (doc_vocab[n->kind].model == DOC_IS_DIVISION)
            article = NULL;
        else if (n->id)
            keep_id(book, article, n, d);
    }
}

/* The anchor of a heading as web sites make it, in the arena: the second
 * "Dose" of an article is "dose-1". `seen` counts. */
static const char *
anchor_of(struct arena *a, struct map *seen, struct map *anchors,
          const struct doc_node *heading)
{
    const char *anchor = str_anchor(a, doc_text(a, heading));
    if (!*anchor)
        anchor = "section";
    uintptr_t times = (uintptr_t)map_get(seen, anchor);
    map_set(seen, anchor, (void *)(times + 1));
    if (!times)
        return anchor;
    const char *numbered = arena_printf(a, "%s-%zu", anchor, (size_t)times);
    while (map_get(anchors, numbered))
        numbered = arena_printf(a, "%s-%zu", anchor, (size_t)++times);
    map_set(seen, anchor, (void *)(times + 1));
    return numbered;
}

/* A heading of a whole paragraph gives an id of its first words; links may
 * have all of them. */
static const char *
first_words(struct arena *a, const char *anchor)
{
    enum { MOST = 120 };
    size_t n = strlen(anchor), cut = 0;
    if (n <= MOST)
        return anchor;
    for (size_t i = 0; i <= MOST; i++)
        cut = anchor[i] == '-' ? i : cut;
    for (size_t i = MOST; !cut && i; i--)
        cut = ((unsigned char)anchor[i] & 0xc0) != 0x80 ? i : 0;
    return arena_strn(a, anchor, cut);
}

static void
name_heading(struct doc_book *book, struct arena *scratch,
             struct doc_node *article, struct doc_node *heading,
             const char *anchor)
{
    struct map *anchors = article->article->anchors;
    if (!map_get(anchors, anchor))
        map_set(anchors, arena_str(book->arena, anchor), heading);
    if (heading->id)
        return;
    const char *words = first_words(scratch, anchor);
    const char *id = xml_name(scratch, words);
    if (is_free(book, id, heading))
        claim(book, heading, arena_str(book->arena, id));
    else
        xform_give_id(book, heading,
                      arena_printf(scratch, "%s-%s", article->id, words));
}

static void
name_headings(struct doc_book *book, struct arena *scratch,
              struct doc_node *article)
{
    struct map *anchors = article->article->anchors, *seen = map_new(scratch);
    if (article->article->title) {
        const char *title = str_anchor(scratch, article->article->title);
        if (!map_get(anchors, title))
            map_set(anchors, arena_str(book->arena, title), article);
        map_set(seen, title, (void *)(uintptr_t)1);
    }
    for (struct doc_node *n = article->first; n; n = doc_next(n, article))
        if (n->kind == DOC_HEADING)
            name_heading(book, scratch, article, n,
                         anchor_of(scratch, seen, anchors, n));
}

void
xform_ids(struct doc_book *book, struct diag *d)
{
    name_articles(book);
    keep_ids(book, d);
    struct arena *scratch = arena_new();
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n)) {
        name_headings(book, scratch, n);
        arena_reset(scratch);
    }
    arena_free(scratch);
}
