/* SPDX-License-Identifier: MIT */
/* Where two rows of words differ. What is alike at both ends is cut off; words
 * that come once on either side hold the rest together where their order is the
 * same (patience diff, Bram Cohen), and short stretches between are laid side
 * by side for the most words in common. Two equal books cost one pass; no
 * stretch costs more than a constant times its length. */
#include <string.h>

#include "verify/parity.h"

/* Cells of the table for a short stretch. */
enum { TABLE_MOST = 1 << 20 };

struct range {
    size_t a, a_end, b, b_end;
};

struct work {
    struct arena *arena; /* for one stretch */
    struct parity_hunks *out;
    const struct parity_token *a, *b;
    VEC(struct range) left; /* the next one is the last */
};

static void
add_hunk(struct work *w, size_t a, size_t a_end, size_t b, size_t b_end)
{
    size_t n = w->out->list.n;
    struct parity_hunk *last = n ? &w->out->list.at[n - 1] : NULL;
    if (a == a_end && b == b_end)
        return;
    if (last && last->a_end == a && last->b_end == b) {
        last->a_end = a_end;
        last->b_end = b_end;
        return;
    }
    *vec_add(w->out->arena, &w->out->list) =
        (struct parity_hunk){a, a_end, b, b_end};
}

static bool
alike(const struct work *w, size_t a, size_t b)
{
    return w->a[a].hash == w->b[b].hash &&
           !((w->a[a].flags ^ w->b[b].flags) & (PARITY_MARK | PARITY_WILD)) &&
           !(w->a[a].flags & PARITY_WILD);
}

/* Longest common subsequence by a table. */
static void
by_table(struct work *w, const struct range *r)
{
    size_t na = r->a_end - r->a, nb = r->b_end - r->b, row = nb + 1;
    uint16_t *t = ARENA_ARRAY(w->arena, uint16_t, (na + 1) * row);
    for (size_t i = na; i-- > 0;)
        for (size_t k = nb; k-- > 0;) {
            uint16_t down = t[(i + 1) * row + k], right = t[i * row + k + 1];
            t[i * row + k] = alike(w, r->a + i, r->b + k)
                                 ? (uint16_t)(t[(i + 1) * row + k + 1] + 1)
                                 : (down > right ? down : right);
        }
    size_t i = 0, k = 0;
    while (i < na && k < nb) {
        size_t i0 = i, k0 = k;
        while (i < na && k < nb && !alike(w, r->a + i, r->b + k)) {
            if (t[(i + 1) * row + k] >= t[i * row + k + 1])
                i++;
            else
                k++;
        }
        if (i < na && k < nb)
            add_hunk(w, r->a + i0, r->a + i, r->b + k0, r->b + k);
        else {
            i = i0;
            k = k0;
            break;
        }
        while (i < na && k < nb && alike(w, r->a + i, r->b + k)) {
            i++;
            k++;
        }
    }
    add_hunk(w, r->a + i, r->a_end, r->b + k, r->b_end);
}

/* How often a word comes on either side, and where. */
struct seen {
    uint32_t hash;
    uint8_t a, b; /* 0, 1, 2: more */
    size_t at_a, at_b;
};

static struct seen *
seen_slot(struct seen *table, size_t room, uint32_t hash)
{
    size_t i = (hash * 0x9E3779B1u) & (room - 1);
    while ((table[i].a || table[i].b) && table[i].hash != hash)
        i = (i + 1) & (room - 1);
    table[i].hash = hash;
    return &table[i];
}

static struct seen *
count_words(struct work *w, const struct range *r, size_t *room)
{
    size_t n = r->a_end - r->a + r->b_end - r->b;
    for (*room = 64; *room < n * 2; *room *= 2)
        ;
    struct seen *table = ARENA_ARRAY(w->arena, struct seen, *room);
    for (size_t i = r->a; i < r->a_end; i++) {
        struct seen *s = seen_slot(table, *room, w->a[i].hash);
        s->at_a = i;
        s->a = s->a ? 2 : 1;
    }
    for (size_t i = r->b; i < r->b_end; i++) {
        struct seen *s = seen_slot(table, *room, w->b[i].hash);
        s->at_b = i;
        s->b = s->b ? 2 : 1;
    }
    return table;
}

struct pair {
    size_t a, b;
    size_t before; /* the pair before in the longest row, or SIZE_MAX */
};

/* The words that come once on both sides, in the longest row that rises on
 * both; the last pair of it, or SIZE_MAX. */
static size_t
longest_row(struct work *w, struct pair *pairs, size_t n)
{
    size_t *ends = ARENA_ARRAY(w->arena, size_t, n + 1), length = 0;
    for (size_t i = 0; i < n; i++) {
        size_t low = 0, high = length;
        while (low < high) {
            size_t mid = (low + high) / 2;
            if (pairs[ends[mid]].b < pairs[i].b)
                low = mid + 1;
            else
                high = mid;
        }
        pairs[i].before = low ? ends[low - 1] : SIZE_MAX;
        ends[low] = i;
        length = low == length ? length + 1 : length;
    }
    return length ? ends[length - 1] : SIZE_MAX;
}

static bool
by_anchors(struct work *w, const struct range *r)
{
    size_t room, n = 0;
    struct seen *table = count_words(w, r, &room);
    struct pair *pairs = ARENA_ARRAY(w->arena, struct pair, r->a_end - r->a);
    for (size_t i = r->a; i < r->a_end; i++) {
        const struct seen *s = seen_slot(table, room, w->a[i].hash);
        if (s->a == 1 && s->b == 1 && alike(w, i, s->at_b))
            pairs[n++] = (struct pair){.a = i, .b = s->at_b};
    }
    size_t last = longest_row(w, pairs, n);
    if (last == SIZE_MAX)
        return false;
    /* From the end: the first stretch is to be on top. */
    struct range rest = *r;
    for (size_t i = last; i != SIZE_MAX; i = pairs[i].before) {
        *vec_add(w->out->arena, &w->left) = (struct range){
            pairs[i].a + 1, rest.a_end, pairs[i].b + 1, rest.b_end};
        rest.a_end = pairs[i].a;
        rest.b_end = pairs[i].b;
    }
    *vec_add(w->out->arena, &w->left) = rest;
    return true;
}

enum { NEAR = 64, RUN = 8 };

/* Whether the next words are alike, or all there are. */
static bool
goes_on(const struct work *w, const struct range *r, size_t a, size_t b)
{
    for (size_t n = 0; n < RUN; n++, a++, b++) {
        if (a == r->a_end || b == r->b_end)
            return a == r->a_end && b == r->b_end;
        if (!alike(w, a, b))
            return false;
    }
    return true;
}

/* How far on, with fewest words left out, both go on alike: in *x and *y. */
static bool
find_near(const struct work *w, const struct range *r, size_t *x, size_t *y)
{
    for (size_t d = 1; d < NEAR; d++)
        for (size_t k = 0; k <= d; k++)
            if (k <= r->a_end - r->a && d - k <= r->b_end - r->b &&
                goes_on(w, r, r->a + k, r->b + d - k)) {
                *x = k;
                *y = d - k;
                return true;
            }
    return false;
}

/* Where every word comes again and again: from one difference to the next, as
 * long as both soon go on alike. */
static void
by_steps(struct work *w, struct range r)
{
    size_t x, y;
    while (r.a < r.a_end && r.b < r.b_end) {
        if (alike(w, r.a, r.b)) {
            r.a++;
            r.b++;
            continue;
        }
        if (!find_near(w, &r, &x, &y))
            break;
        add_hunk(w, r.a, r.a + x, r.b, r.b + y);
        r.a += x;
        r.b += y;
    }
    add_hunk(w, r.a, r.a_end, r.b, r.b_end);
}

static void
diff_range(struct work *w, struct range r)
{
    while (r.a < r.a_end && r.b < r.b_end && alike(w, r.a, r.b)) {
        r.a++;
        r.b++;
    }
    while (r.a < r.a_end && r.b < r.b_end &&
           alike(w, r.a_end - 1, r.b_end - 1)) {
        r.a_end--;
        r.b_end--;
    }
    size_t na = r.a_end - r.a, nb = r.b_end - r.b;
    if (!na || !nb)
        add_hunk(w, r.a, r.a_end, r.b, r.b_end);
    else if (na < TABLE_MOST / nb && na < UINT16_MAX)
        by_table(w, &r);
    else if (!by_anchors(w, &r))
        by_steps(w, r);
    arena_reset(w->arena);
}

/* Hunks of a window and their end; those behind the last long stretch in which
 * both are alike are looked at again with what follows. */
enum { WINDOW = 1 << 16, LONG = 64 };

static struct range
diff_window(struct work *w, struct range r, bool last)
{
    size_t first = w->out->list.n;
    *vec_add(w->out->arena, &w->left) = r;
    while (w->left.n)
        diff_range(w, w->left.at[--w->left.n]);
    size_t n = w->out->list.n, end = r.a_end;
    for (size_t i = n; i-- > first; end = w->out->list.at[i].a) {
        const struct parity_hunk *h = &w->out->list.at[i];
        if (last || end - h->a_end < LONG)
            continue;
        w->out->list.n = i + 1;
        size_t alike_n = end - h->a_end;
        return (struct range){h->a_end + alike_n, 0, h->b_end + alike_n, 0};
    }
    return (struct range){r.a_end, 0, r.b_end, 0};
}

void
parity_diff(struct parity_hunks *out, const struct parity_token *a, size_t na,
            const struct parity_token *b, size_t nb)
{
    struct work w = {.arena = arena_new(), .out = out, .a = a, .b = b};
    struct range r = {0};
    while (r.a < na || r.b < nb) {
        while (r.a < na && r.b < nb && alike(&w, r.a, r.b)) {
            r.a++;
            r.b++;
        }
        r.a_end = na - r.a > WINDOW ? r.a + WINDOW : na;
        r.b_end = nb - r.b > WINDOW ? r.b + WINDOW : nb;
        r = diff_window(&w, r, r.a_end == na && r.b_end == nb);
    }
    arena_free(w.arena);
}
