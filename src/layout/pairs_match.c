/* SPDX-License-Identifier: MIT */
/* Which blocks of an article and its translation say the same: those in the
 * same place of texts that are built alike, section by section. */
#include "layout/pairs.h"

struct matcher {
    struct layout *l;
    struct pair_matches *to;
    VEC(struct pair_match) work; /* whose children are to be matched */
};

/* The blocks of a node that the text shows, in an array. */
struct blocks {
    const struct doc_node **at;
    size_t n;
};

static struct blocks
blocks_of(struct matcher *m, const struct doc_node *node)
{
    struct blocks b = {0};
    doc_each_child (child, node)
        b.n++;
    b.at = ARENA_ARRAY(m->l->arena, const struct doc_node *, b.n + 1);
    b.n = 0;
    doc_each_child (child, node)
        if (child->kind != DOC_NOTES && child->kind != DOC_RULE)
            b.at[b.n++] = child;
    return b;
}

static size_t
count_children(const struct doc_node *node)
{
    size_t n = 0;
    doc_each_child (child, node)
        n++;
    return n;
}

/* Whether two blocks may be each other's. */
static bool
are_alike(const struct doc_node *one, const struct doc_node *other)
{
    if (one->kind != other->kind || one->level != other->level)
        return false;
    if (one->kind == DOC_LIST)
        return one->list->ordered == other->list->ordered;
    return one->kind != DOC_PANEL || str_eq(one->class, other->class);
}

static bool
all_alike(const struct doc_node *const *one,
          const struct doc_node *const *other, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!are_alike(one[i], other[i]))
            return false;
    return true;
}

/* What holds blocks that are worth being level with each other. */
static bool
holds_blocks(const struct doc_node *node)
{
    return doc_vocab[node->kind].model == DOC_IS_BLOCK &&
           node->kind != DOC_ITEM && node->kind != DOC_TABLE &&
           node->kind != DOC_FIGURE;
}

static void
add_match(struct matcher *m, const struct doc_node *one,
          const struct doc_node *other)
{
    struct pair_match match = {{one, other}, one->kind == DOC_HEADING};
    *vec_add(m->l->arena, &m->to->at) = match;
    if (holds_blocks(one) && holds_blocks(other))
        *vec_add(m->l->arena, &m->work) = match;
}

/* Longest common subsequence of two lists of blocks: matches those, in order;
 * of paragraphs alone nobody can say which is which. */
static void
match_some(struct matcher *m, const struct blocks *one,
           const struct blocks *other, bool headings)
{
    size_t w = other->n + 1;
    uint32_t *best = ARENA_ARRAY(m->l->arena, uint32_t, (one->n + 1) * w);
    for (size_t i = one->n; i-- > 0;) {
        for (size_t k = other->n; k-- > 0;) {
            bool alike = are_alike(one->at[i], other->at[k]) &&
                         (headings ? one->at[i]->kind == DOC_HEADING
                                   : one->at[i]->kind != DOC_PARAGRAPH);
            uint32_t down = best[(i + 1) * w + k], right = best[i * w + k + 1];
            uint32_t most = down > right ? down : right;
            uint32_t both = alike ? best[(i + 1) * w + k + 1] + 1 : 0;
            best[i * w + k] = both > most ? both : most;
        }
    }
    for (size_t i = 0, k = 0; i < one->n && k < other->n;) {
        uint32_t here = best[i * w + k];
        if (best[(i + 1) * w + k] == here)
            i++;
        else if (best[i * w + k + 1] == here)
            k++;
        else
            add_match(m, one->at[i++], other->at[k++]);
    }
}

/* Says where a stretch is not built alike. */
static void
say_unlike(struct matcher *m, const struct blocks *one,
           const struct blocks *other)
{
    size_t i = 0;
    while (i < one->n && i < other->n && are_alike(one->at[i], other->at[i]))
        i++;
    const struct doc_node *own =
        other->n ? other->at[i < other->n ? i : i - 1] : NULL;
    const struct doc_node *first =
        one->n ? one->at[i < one->n ? i : i - 1] : NULL;
    const struct doc_node *at = own ? own : first;
    if (!at || !at->line)
        return;
    diag_at(m->l->diag, doc_place(at), DIAG_PARALLEL_UNLIKE,
            "from here to the next heading the translation has %zu blocks, the "
            "original %zu%s: they stand beside each other, but not each beside "
            "its own",
            other->n, one->n, one->n == other->n ? " of other kinds" : "");
    if (first && first->line)
        diag_hint(m->l->diag, "the original goes on at %s:%u", first->file,
                  first->line);
}

static struct blocks
stretch_of(const struct blocks *all, size_t first, size_t end)
{
    return (struct blocks){all->at + first, end - first};
}

/* Blocks between two headings, or two lists of items. */
static void
match_stretch(struct matcher *m, struct blocks one, struct blocks other)
{
    if (one.n == other.n && all_alike(one.at, other.at, one.n)) {
        for (size_t i = 0; i < one.n; i++)
            add_match(m, one.at[i], other.at[i]);
        return;
    }
    say_unlike(m, &one, &other);
    match_some(m, &one, &other, false);
}

static size_t
index_of(const struct blocks *b, const struct doc_node *node)
{
    size_t i = 0;
    while (b->at[i] != node)
        i++;
    return i;
}

/* A heading that only one of the two has. */
static void
say_heading(struct matcher *m, const struct blocks *b, size_t first, size_t end,
            const char *whose)
{
    for (size_t i = first; i < end; i++) {
        if (b->at[i]->kind != DOC_HEADING)
            continue;
        diag_at(m->l->diag, doc_place(b->at[i]), DIAG_PARALLEL_UNLIKE,
                "the heading “%s” has no counterpart in the %s",
                doc_text(m->l->arena, b->at[i]), whose);
        diag_hint(m->l->diag,
                  "give both texts the same headings of the same levels");
        return;
    }
}

static bool
has_heading(const struct blocks *b)
{
    for (size_t i = 0; i < b->n; i++)
        if (b->at[i]->kind == DOC_HEADING)
            return true;
    return false;
}

/* Matches headings first, then what stands between them. */
static void
match_sections(struct matcher *m, const struct blocks *one,
               const struct blocks *other)
{
    size_t from = m->to->at.n, at[2] = {0, 0};
    match_some(m, one, other, true);
    size_t n = m->to->at.n - from;
    struct pair_match *heads = ARENA_ARRAY(m->l->arena, struct pair_match, n);
    for (size_t i = 0; i < n; i++)
        heads[i] = m->to->at.at[from + i];
    m->to->at.n = from;
    for (size_t i = 0; i <= n; i++) {
        size_t a = i < n ? index_of(one, heads[i].node[0]) : one->n;
        size_t b = i < n ? index_of(other, heads[i].node[1]) : other->n;
        struct blocks mine = stretch_of(one, at[0], a),
                      its = stretch_of(other, at[1], b);
        say_heading(m, one, at[0], a, "translation");
        say_heading(m, other, at[1], b, "original");
        if (has_heading(&mine) || has_heading(&its))
            match_some(m, &mine, &its, false);
        else
            match_stretch(m, mine, its);
        if (i < n)
            *vec_add(m->l->arena, &m->to->at) = heads[i];
        at[0] = a + 1;
        at[1] = b + 1;
    }
}

struct pair_matches *
pairs_match(struct layout *l, const struct doc_node *one,
            const struct doc_node *other)
{
    struct pair_matches *to = ARENA_NEW(l->arena, struct pair_matches);
    struct matcher m = {.l = l, .to = to};
    struct pair_match whole = {{one, other}, true};
    *vec_add(l->arena, &m.work) = whole;
    while (m.work.n) {
        struct pair_match next = m.work.at[--m.work.n];
        struct blocks a = blocks_of(&m, next.node[0]),
                      b = blocks_of(&m, next.node[1]);
        bool list = next.node[0]->kind == DOC_LIST;
        if (list &&
            count_children(next.node[0]) != count_children(next.node[1]))
            say_unlike(&m, &a, &b);
        else if (a.n == b.n && all_alike(a.at, b.at, a.n))
            match_stretch(&m, a, b);
        else
            match_sections(&m, &a, &b);
    }
    return to;
}
