/* SPDX-License-Identifier: MIT */
/* In need: a word that no line holds may end a line behind any of its signs,
 * without a hyphen, which would be read as one of its own (CSS Text Module
 * Level 3, clause 5.5, overflow-wrap: anywhere). */
#include "layout/par_int.h"

/* Clusters that no line break parts. */
struct piece {
    uint32_t first; /* cluster */
    int64_t width;
};

static uint32_t
code_at(const struct shapes *s, uint32_t k)
{
    const struct cluster *c = &s->clusters.at[k];
    const char *p = s->text->at + c->byte;
    return utf8_next(&p, p + c->bytes);
}

static bool
is_mark(const struct shapes *s, uint32_t k)
{
    const struct text *t = s->text;
    int box = t->spans.at[s->runs.at[s->clusters.at[k].run].span].box;
    for (; box != BOX_NONE; box = t->boxes.at[box].parent)
        if (t->boxes.at[box].node &&
            t->boxes.at[box].node->kind == DOC_NOTE_REF)
            return true;
    return false;
}

/* The mark of a note, and a sign behind a letter, stay where they are. */
static bool
is_tied(const struct shapes *s, uint32_t k)
{
    uint32_t code = code_at(s, k), before = code_at(s, k - 1);
    return is_mark(s, k) ||
           (g_unichar_ispunct(code) && !g_unichar_ispunct(before));
}

/* Lets lines end inside the clusters first … end - 1: behind their spaces,
 * which do not break otherwise, or else before each. */
static bool
loosen(const struct shapes *s, uint32_t first, uint32_t end, uint8_t *points)
{
    bool spaces = false, found = false;
    for (uint32_t k = first; k + 1 < end; k++)
        spaces |= is_glue_space(code_at(s, k));
    for (uint32_t k = first + 1; k < end; k++) {
        uint32_t byte = s->clusters.at[k].byte;
        if (points[byte] != POINT_NONE || is_tied(s, k) ||
            (spaces && !is_glue_space(code_at(s, k - 1))))
            continue;
        points[byte] = POINT_ANYWHERE;
        found = true;
    }
    return found;
}

static bool
may_end(const struct items *items, size_t i)
{
    const struct break_item *item = &items->at.at[i];
    if (item->kind == BREAK_PENALTY)
        return item->penalty < BREAK_NEVER;
    return item->kind == BREAK_GLUE && i &&
           items->at.at[i - 1].kind == BREAK_BOX;
}

bool
points_anywhere(const struct shapes *s, const struct items *items, int measure,
                uint8_t *points)
{
    bool found = false;
    struct piece piece = {0};
    for (size_t i = 0; i < items->at.n; i++) {
        const struct break_item *item = &items->at.at[i];
        if (!may_end(items, i)) {
            piece.width += item->kind == BREAK_PENALTY ? 0 : item->width;
            continue;
        }
        uint32_t end = items->refs.at[i].cluster;
        int hang = item->hang;
        if (piece.width - hang > measure) {
            uint32_t to = end < s->n ? end : (uint32_t)s->n;
            found |= loosen(s, piece.first, to, points);
        }
        if (end < s->n)
            piece = (struct piece){end + (item->kind == BREAK_GLUE), 0};
    }
    return found;
}
