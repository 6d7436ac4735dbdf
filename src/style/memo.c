/* SPDX-License-Identifier: MIT */
/* Styles of nodes, each computed once: equal values share one address, and
 * the same rules under the same parent are not applied again. */
#include <string.h>

#include "style/style_int.h"

/* The text of an item of a tight list has no element: it is a block of no
 * name, which has what is inherited (CSS 2.2, clause 9.2.1.1). */
enum { ANONYMOUS = -2 };

/* What was computed: the rules over the parent, for a pseudo-element, -1 for
 * the element itself, or for an anonymous block. */
struct entry {
    uint64_t hash;
    const struct computed *parent, *value;
    const struct style_rule **rules;
    size_t n;
    int pseudo;
};

struct style_memo {
    struct entry *entries;
    size_t n, room;
    const struct computed **shared;
    size_t shared_n, shared_room;
};

struct style_memo *
style_memo_new(struct style_sheet *sheet)
{
    struct style_memo *m = ARENA_NEW(sheet->arena, struct style_memo);
    m->room = m->shared_room = 256;
    m->entries = ARENA_ARRAY(sheet->arena, struct entry, m->room);
    m->shared =
        ARENA_ARRAY(sheet->arena, const struct computed *, m->shared_room);
    return m;
}

/* FNV-1a over words of eight bytes. */
static uint64_t
hash_bytes(uint64_t h, const void *bytes, size_t n)
{
    const char *p = bytes;
    for (; n; n -= n < 8 ? n : 8, p += 8) {
        uint64_t word = 0;
        memcpy(&word, p, n < 8 ? n : 8);
        h = (h ^ word) * 0x100000001B3;
        h ^= h >> 29;
    }
    return h;
}

static const struct computed **
shared_slot(const struct computed **table, size_t room,
            const struct computed *c)
{
    size_t i = hash_bytes(0xCBF29CE484222325, c, sizeof *c) & (room - 1);
    while (table[i] && memcmp(table[i], c, sizeof *c) != 0)
        i = (i + 1) & (room - 1);
    return &table[i];
}

static void
grow_shared(struct style_sheet *sheet, struct style_memo *m)
{
    size_t room = m->shared_room * 2;
    const struct computed **table =
        ARENA_ARRAY(sheet->arena, const struct computed *, room);
    for (size_t i = 0; i < m->shared_room; i++)
        if (m->shared[i])
            *shared_slot(table, room, m->shared[i]) = m->shared[i];
    m->shared = table;
    m->shared_room = room;
}

const struct computed *
style_share(struct style_sheet *sheet, const struct computed *c)
{
    struct style_memo *m = sheet->memo;
    if (m->shared_n * 2 >= m->shared_room)
        grow_shared(sheet, m);
    const struct computed **slot = shared_slot(m->shared, m->shared_room, c);
    if (!*slot) {
        struct computed *copy = ARENA_NEW(sheet->arena, struct computed);
        memcpy(copy, c, sizeof *copy);
        *slot = copy;
        m->shared_n++;
    }
    return *slot;
}

static struct entry *
entry_slot(struct entry *table, size_t room, const struct entry *e)
{
    size_t i = e->hash & (room - 1);
    for (; table[i].value; i = (i + 1) & (room - 1)) {
        const struct entry *t = &table[i];
        if (t->hash == e->hash && t->parent == e->parent &&
            t->pseudo == e->pseudo && t->n == e->n &&
            (!e->n || memcmp(t->rules, e->rules, e->n * sizeof *e->rules) == 0))
            break;
    }
    return &table[i];
}

static void
grow_entries(struct style_sheet *sheet, struct style_memo *m)
{
    size_t room = m->room * 2;
    struct entry *table = ARENA_ARRAY(sheet->arena, struct entry, room);
    for (size_t i = 0; i < m->room; i++)
        if (m->entries[i].value)
            *entry_slot(table, room, &m->entries[i]) = m->entries[i];
    m->entries = table;
    m->room = room;
}

static const struct computed *
compute(struct style_sheet *sheet, const struct entry *e)
{
    struct computed out;
    struct css_block *blocks = NULL;
    if (e->n)
        blocks = ARENA_ARRAY(sheet->arena, struct css_block, e->n);
    for (size_t i = 0; i < e->n; i++)
        blocks[i] = (struct css_block){e->rules[i]->first, e->rules[i]->base};
    style_compute(sheet, &sheet->scale, e->parent, blocks, e->n, &out);
    if (e->pseudo == ANONYMOUS)
        out.style.display = STYLE_BLOCK;
    return style_share(sheet, &out);
}

static const struct computed *
find(struct style_sheet *sheet, const struct computed *parent,
     const struct style_rule **rules, size_t n, int pseudo)
{
    struct style_memo *m = sheet->memo;
    struct entry e = {
        .parent = parent, .rules = rules, .n = n, .pseudo = pseudo};
    uint64_t seed = (uint64_t)(uintptr_t)parent * 31 + (uint64_t)(pseudo + 9);
    e.hash = hash_bytes(seed, rules, n * sizeof *rules);
    e.hash ^= e.hash >> 32;
    if (m->n * 2 >= m->room)
        grow_entries(sheet, m);
    struct entry *slot = entry_slot(m->entries, m->room, &e);
    if (slot->value)
        return slot->value;
    if (n) {
        e.rules = ARENA_ARRAY(sheet->arena, const struct style_rule *, n);
        memcpy(e.rules, rules, n * sizeof *rules);
    }
    e.value = compute(sheet, &e);
    *slot = e;
    m->n++;
    return e.value;
}

const struct computed *
style_html(struct style_sheet *sheet)
{
    if (!sheet->html) {
        const struct style_rule **rules;
        size_t n = style_matches(sheet, NULL, -1, &rules);
        const struct style *above = &sheet->initial.style;
        if (sheet->rtl)
            above = style_with_direction(sheet, above, true);
        sheet->html = find(sheet, (const struct computed *)above, rules, n, -1);
    }
    return sheet->html;
}

void
style_set_language(struct style_sheet *sheet, const char *lang)
{
    sheet->index = (struct css_index){.lang = lang};
    sheet->rtl = doc_lang_is_rtl(lang);
    sheet->html = NULL;
    sheet->page_memo = NULL;
}

const struct style *
style_with_align(struct style_sheet *sheet, const struct style *of,
                 enum style_align align)
{
    struct computed c = *(const struct computed *)of;
    c.style.text_align = c.style.text_align_last = align;
    return &style_share(sheet, &c)->style;
}

const struct style *
style_with_hyphens(struct style_sheet *sheet, const struct style *of)
{
    struct computed c = *(const struct computed *)of;
    c.style.hyphens = STYLE_HYPHENS_AUTO;
    return &style_share(sheet, &c)->style;
}

const struct style *
style_with_direction(struct style_sheet *sheet, const struct style *of,
                     bool rtl)
{
    struct computed c = *(const struct computed *)of;
    c.style.rtl = rtl;
    return &style_share(sheet, &c)->style;
}

const struct style *
style_with_family(struct style_sheet *sheet, const struct style *of,
                  const char *family)
{
    struct computed c = *(const struct computed *)of;
    c.style.family = family;
    c.style.features = NULL;
    c.style.weight = 400;
    c.style.italic = false;
    return &style_share(sheet, &c)->style;
}

/* A node in a language of its own is written in the direction of that, unless
 * a rule says otherwise. */
static const struct computed *
in_language(struct style_sheet *sheet, const struct doc_node *node,
            const struct computed *parent)
{
    if (!node->lang && !node->dir)
        return parent;
    bool rtl = node->dir ? node->dir == DOC_RTL : doc_lang_is_rtl(node->lang);
    if (rtl == parent->style.rtl)
        return parent;
    return (const struct computed *)style_with_direction(sheet, &parent->style,
                                                         !parent->style.rtl);
}

static const struct computed *
node_style(struct style_sheet *sheet, const struct doc_node *node,
           const struct computed *parent)
{
    const struct style_rule **rules;
    size_t n = style_matches(sheet, node, -1, &rules);
    return find(sheet, in_language(sheet, node, parent), rules, n, -1);
}

const struct style *
style_of(struct style_sheet *sheet, const struct doc_node *node,
         const struct style *parent)
{
    const struct computed *above = (const struct computed *)parent;
    if (!above) {
        above = style_html(sheet);
        const struct doc_node *root = node;
        while (root->parent)
            root = root->parent;
        if (root != node && root->kind == DOC_BOOK)
            above = node_style(sheet, root, above);
    }
    if (doc_is_bare(node))
        return &find(sheet, above, NULL, 0, ANONYMOUS)->style;
    if (!doc_element(node))
        return &above->style;
    return &node_style(sheet, node, above)->style;
}

/* The element whose pseudo-element stands in the lines of the node: an item's
 * where its text begins or ends with them, else the node itself. NULL where
 * there is none. */
static const struct doc_node *
pseudo_owner(const struct doc_node *node, enum style_pseudo pseudo)
{
    if (!doc_is_bare(node))
        return doc_element(node) ? node : NULL;
    const struct doc_node *item = node->parent;
    const struct doc_node *edge =
        pseudo == STYLE_AFTER ? item->last : item->first;
    return edge == node && pseudo != STYLE_MARKER ? item : NULL;
}

const struct style *
style_pseudo_of(struct style_sheet *sheet, const struct doc_node *node,
                enum style_pseudo pseudo, const struct style *of_node)
{
    const struct doc_node *owner =
        sheet->has_pseudo[pseudo] ? pseudo_owner(node, pseudo) : NULL;
    if (!owner)
        return NULL;
    const struct style_rule **rules;
    size_t n = style_matches(sheet, owner, (int)pseudo, &rules);
    if (!n)
        return NULL;
    const struct computed *c =
        find(sheet, (const struct computed *)of_node, rules, n, (int)pseudo);
    bool generated = pseudo == STYLE_BEFORE || pseudo == STYLE_AFTER;
    if (generated && (!c->style.content || c->style.display == STYLE_NONE))
        return NULL;
    if (generated && owner != node && c->style.display != STYLE_INLINE)
        return NULL; /* it stands above or below them */
    return &c->style;
}

bool
style_names_pages(const struct style_sheet *sheet)
{
    return sheet->names_pages;
}
