/* SPDX-License-Identifier: MIT */
/* Which generated page of an EPUB is which of a PDF: title page, index,
 * colophon and their kin. Stylesheets hide some of them in one format alone. */
#include "verify/parity.h"

enum { HEAD = 4, PAGES_MOST = 4096 };

struct section {
    size_t from, to; /* tokens */
};

struct sections {
    VEC(struct section) list;
};

/* How much two pages are one, least first. */
enum likeness { OTHER, LIKE, SAME };

static void
find_sections(struct arena *a, const struct parity_stream *s,
              struct sections *out)
{
    const struct parity_token *t = parity_tokens(s);
    size_t n = parity_count(s);
    for (size_t i = 0; i < n; i++) {
        bool mark =
            (t[i].flags & PARITY_MARK) && t[i].hash == PARITY_SECTION_MARK;
        if ((mark || !i) && out->list.n < PAGES_MOST)
            vec_add(a, &out->list)->from = i;
        out->list.at[out->list.n - 1].to = i + 1;
    }
}

static enum likeness
likeness(const struct parity_token *a, const struct section *x,
         const struct parity_token *b, const struct section *y)
{
    size_t na = x->to - x->from, nb = y->to - y->from, i = 0;
    while (i < na && i < nb && a[x->from + i].hash == b[y->from + i].hash)
        i++;
    if (i == na && i == nb)
        return SAME;
    return i >= HEAD || i == na || i == nb ? LIKE : OTHER;
}

static void
visit_pair(const struct section *x, const struct section *y, void *data,
           void (*visit)(void *data, const struct parity_hunk *in))
{
    visit(data, &(struct parity_hunk){x->from, x->to, y->from, y->to});
}

/* Pages between two pairs: as many on both sides are the same ones changed. */
static void
visit_gap(const struct sections *a, size_t a0, size_t a1,
          const struct sections *b, size_t b0, size_t b1, void *data,
          void (*visit)(void *data, const struct parity_hunk *in))
{
    if (a1 - a0 != b1 - b0)
        return;
    for (; a0 < a1; a0++, b0++)
        visit_pair(&a->list.at[a0], &b->list.at[b0], data, visit);
}

void
parity_sections(struct arena *arena, const struct parity_reading *epub,
                const struct parity_reading *pdf, void *data,
                void (*visit)(void *data, const struct parity_hunk *in))
{
    const struct parity_stream *sa = &epub->parts[PARITY_MATTER],
                               *sb = &pdf->parts[PARITY_MATTER];
    const struct parity_token *ta = parity_tokens(sa), *tb = parity_tokens(sb);
    struct sections a = {0}, b = {0};
    find_sections(arena, sa, &a);
    find_sections(arena, sb, &b);
    size_t na = a.list.n, nb = b.list.n, row = nb + 1;
    uint16_t *best = ARENA_ARRAY(arena, uint16_t, (na + 1) * row);
    uint8_t *like = ARENA_ARRAY(arena, uint8_t, na * row + 1);
    for (size_t i = na; i-- > 0;)
        for (size_t k = nb; k-- > 0;) {
            enum likeness l = likeness(ta, &a.list.at[i], tb, &b.list.at[k]);
            uint16_t down = best[(i + 1) * row + k],
                     right = best[i * row + k + 1],
                     both = (uint16_t)(best[(i + 1) * row + k + 1] + l);
            uint16_t most = down > right ? down : right;
            like[i * row + k] = (uint8_t)(l && both >= most);
            best[i * row + k] = l && both >= most ? both : most;
        }
    size_t i = 0, k = 0, a0 = 0, b0 = 0;
    while (i < na && k < nb) {
        if (like[i * row + k]) {
            visit_gap(&a, a0, i, &b, b0, k, data, visit);
            visit_pair(&a.list.at[i], &b.list.at[k], data, visit);
            a0 = ++i;
            b0 = ++k;
        } else if (best[(i + 1) * row + k] >= best[i * row + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
    visit_gap(&a, a0, na, &b, b0, nb, data, visit);
}
