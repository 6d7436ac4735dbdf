/* SPDX-License-Identifier: MIT */
/* Where printed pages begin in the book's text. No marker may stand inside a
 * word: a page that begins with the rest of one begins behind it, so that who
 * goes there hears whole words, and the first of them is the first that the
 * page has whole. */
#include "doc/doc.h"

#include <stdlib.h>
#include <string.h>

struct doc_pages *
doc_pages_new(void)
{
    struct arena *a = arena_new();
    struct doc_pages *p = ARENA_NEW(a, struct doc_pages);
    p->arena = a;
    return p;
}

void
doc_pages_free(struct doc_pages *p)
{
    if (p)
        arena_free(p->arena);
}

void
doc_pages_set(struct doc_pages *p, size_t index, struct doc_page page)
{
    while (p->at.n <= index)
        *vec_add(p->arena, &p->at) = (struct doc_page){.label = ""};
    page.label = arena_str(p->arena, page.label);
    p->at.at[index] = page;
}

/* --- words --- */

enum { OBJECT = 0xFFFC, SOFT_HYPHEN = 0xAD };

/* A place in a block's text; `node` NULL: at its end. */
struct cursor {
    const struct doc_node *block, *node;
    size_t at; /* of the node's text; else 0: before it */
};

/* What a node shows that is no text: a note's mark goes with its word, all
 * else parts words. */
static uint32_t
sign_of(const struct doc_node *n)
{
    switch (n->kind) {
    case DOC_NOTE_REF:
        return OBJECT;
    case DOC_LINE_BREAK:
    case DOC_IMAGE:
        return ' ';
    default:
        return 0;
    }
}

static bool
has_text(const struct doc_node *n)
{
    return n->text && n->kind != DOC_NOTE_REF;
}

/* The sign behind the place, which moves past it; ' ' at the end. */
static uint32_t
next_sign(struct cursor *c)
{
    while (c->node) {
        const struct doc_node *n = c->node;
        if (has_text(n) && n->text[c->at]) {
            const char *p = n->text + c->at, *end = p + strlen(p);
            uint32_t sign = utf8_next(&p, end);
            c->at = (size_t)(p - n->text);
            if (sign != SOFT_HYPHEN)
                return sign;
            continue;
        }
        uint32_t sign = has_text(n) ? 0 : sign_of(n);
        c->node = doc_next(n, c->block);
        c->at = 0;
        if (sign)
            return sign;
    }
    return ' ';
}

/* The node before another in document order, those that hold others last. */
static const struct doc_node *
node_before(const struct doc_node *n, const struct doc_node *block)
{
    if (n == block)
        return NULL;
    if (!n->prev)
        return n->parent == block ? NULL : n->parent;
    for (n = n->prev; n->last;)
        n = n->last;
    return n;
}

static const struct doc_node *
last_of(const struct doc_node *block)
{
    while (block->last)
        block = block->last;
    return block;
}

/* The sign before the place; ' ' at the beginning. */
static uint32_t
sign_before(struct cursor c)
{
    const struct doc_node *n = c.node;
    size_t at = c.at;
    if (!n) {
        n = last_of(c.block);
        at = has_text(n) ? strlen(n->text) : 1;
    }
    for (;;) {
        while (has_text(n) && at) {
            const char *p = n->text + at;
            uint32_t sign = utf8_prev(&p, n->text);
            if (sign != SOFT_HYPHEN)
                return sign;
            at = (size_t)(p - n->text);
        }
        if (!has_text(n) && at && sign_of(n))
            return sign_of(n);
        n = node_before(n, c.block);
        if (!n)
            return ' ';
        at = has_text(n) ? strlen(n->text) : 1;
    }
}

/* Letters of scripts that are written without spaces, whose words a line may
 * part from one another anywhere or by a dictionary. */
static bool
is_spaceless(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0E00, 0x0EFF},   /* Thai, Lao */
        {0x1000, 0x109F},   /* Myanmar */
        {0x1780, 0x17FF},   /* Khmer */
        {0x1950, 0x19DF},   /* Tai Le, New Tai Lue */
        {0x1A20, 0x1AAF},   /* Tai Tham */
        {0x2E80, 0x312F},   /* CJK radicals and signs, kana, bopomofo */
        {0x31A0, 0xA4CF},   /* bopomofo, kana, Han, Yi */
        {0xF900, 0xFAFF},   /* compatible Han */
        {0xFE30, 0xFE4F},   /* compatible forms */
        {0xFF00, 0xFFEF},   /* wide and narrow forms */
        {0x1B000, 0x1B16F}, /* further kana */
        {0x20000, 0x3FFFF}, /* further Han */
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

static bool
is_space(uint32_t c)
{
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 ||
           c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Whether words part between the two signs, where a line does. */
static bool
is_gap(uint32_t before, uint32_t after)
{
    bool dash = before == 0x2014 || before == 0x2015;
    return is_space(before) || is_space(after) || dash ||
           is_spaceless(before) || is_spaceless(after);
}

static const struct doc_node *
block_of(const struct doc_node *n)
{
    while (n->parent && doc_vocab[n->kind].model != DOC_IS_LEAF)
        n = n->parent;
    return n;
}

/* Behind the word that the place is in. */
static void
leave_word(struct doc_page *page)
{
    bool inside = page->at != DOC_BEFORE;
    struct cursor c = {block_of(page->node), page->node, inside ? page->at : 0};
    if (doc_vocab[c.block->kind].model != DOC_IS_LEAF)
        return;
    uint32_t before = sign_before(c);
    bool moved = false;
    for (;;) {
        struct cursor next = c;
        uint32_t after = next_sign(&next);
        if (is_gap(before, after))
            break;
        c = next;
        before = after;
        moved = true;
    }
    if (!moved)
        return;
    const struct doc_node *last = last_of(c.block);
    page->node = c.node ? c.node : last;
    page->at = c.node           ? (uint32_t)c.at
               : has_text(last) ? (uint32_t)strlen(last->text)
                                : 0;
    if (c.node && !has_text(c.node))
        page->at = DOC_BEFORE;
}

static bool
shows(const struct doc_node *n)
{
    return (has_text(n) && !str_blank(n->text)) || sign_of(n);
}

static bool
is_below(const struct doc_node *n, const struct doc_node *above)
{
    while (n && n != above)
        n = n->parent;
    return n;
}

/* A float atop the page that the text follows in the book as well is what the
 * page begins with. */
static void
take_float(struct doc_page *page, const struct doc_node *root)
{
    const struct doc_node *block = page->floating;
    if (!block || (page->at != DOC_BEFORE && page->at))
        return;
    while (block->parent && !is_below(page->node, block->parent))
        block = block->parent;
    const struct doc_node *n = doc_next_skip(block, root);
    while (n && n != page->node && !shows(n))
        n = doc_next(n, root);
    if (n != page->node)
        return;
    page->node = page->floating;
    page->at = DOC_BEFORE;
    page->aside = false;
}

/* --- order --- */

/* A page and where its node stands in the book. */
struct rank {
    const struct doc_node *node;
    size_t page, rank;
};

static int
by_node(const void *one, const void *other)
{
    const struct rank *a = one, *b = other;
    uintptr_t x = (uintptr_t)a->node, y = (uintptr_t)b->node;
    if (x != y)
        return x < y ? -1 : 1;
    return (a->page > b->page) - (a->page < b->page);
}

static int
by_page(const void *one, const void *other)
{
    const struct rank *a = one, *b = other;
    return (a->page > b->page) - (a->page < b->page);
}

static void
find_ranks(struct rank *at, size_t n, const struct doc_node *root)
{
    size_t place = 0;
    qsort(at, n, sizeof *at, by_node);
    for (const struct doc_node *node = root; node;
         node = doc_next(node, root)) {
        size_t low = 0, high = n;
        place++;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if ((uintptr_t)at[middle].node < (uintptr_t)node)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < n && at[low].node == node; low++)
            at[low].rank = place;
    }
    qsort(at, n, sizeof *at, by_page);
}

/* Whether a page does not begin before another. */
static bool
follows(const struct doc_pages *p, const struct rank *a, const struct rank *b)
{
    uint32_t x = p->at.at[a->page].at + 1, y = p->at.at[b->page].at + 1;
    return a->rank > b->rank || (a->rank == b->rank && x >= y);
}

/* Notes and floats stand elsewhere in the book than on paper: their pages are
 * trusted only where that is between those around them. */
static void
put_in_order(struct doc_pages *p, struct rank *at, size_t n)
{
    const struct rank *before = NULL;
    bool *good = ARENA_ARRAY(p->arena, bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct rank *after = NULL;
        for (size_t k = i + 1; k < n && !after && p->at.at[at[i].page].aside;
             k++)
            after = p->at.at[at[k].page].aside ? NULL : &at[k];
        good[i] = at[i].rank && (!before || follows(p, &at[i], before)) &&
                  (!after || follows(p, after, &at[i]));
        before = good[i] ? &at[i] : before;
    }
    const struct doc_page *next = NULL;
    for (size_t i = n; i--;) {
        struct doc_page *page = &p->at.at[at[i].page];
        if (!good[i] && next) {
            page->node = next->node;
            page->at = next->at;
        } else if (!good[i]) {
            page->node = NULL;
        }
        next = page->node ? page : next;
    }
}

void
doc_pages_settle(struct doc_pages *p, const struct doc_node *root)
{
    struct rank *at = ARENA_ARRAY(p->arena, struct rank, p->at.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < p->at.n; i++) {
        if (!p->at.at[i].node)
            continue;
        leave_word(&p->at.at[i]);
        take_float(&p->at.at[i], root);
        at[n++] = (struct rank){p->at.at[i].node, i, 0};
    }
    find_ranks(at, n, root);
    put_in_order(p, at, n);
}
