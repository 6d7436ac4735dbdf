/* SPDX-License-Identifier: MIT */
/* The lines of text on a page, put together from its runs. */
#include <string.h>

#include "proof/proof_int.h"

bool
proof_is_blank(const struct layout_run *run)
{
    for (size_t i = 0; i < run->bytes; i++) {
        unsigned char c = (unsigned char)run->text[i];
        bool fixed = c == 0xC2 && i + 1 < run->bytes &&
                     (unsigned char)run->text[i + 1] == 0xA0;
        if (!strchr(" \t\n", c) && !fixed)
            return false;
        i += fixed;
    }
    return true;
}

bool
proof_has_letter(const struct layout_run *run)
{
    const char *at = run->text, *end = at + run->bytes;
    while (at < end)
        if (proof_is_letter(utf8_next(&at, end)))
            return true;
    return false;
}

static const struct doc_node *
block_of(const struct doc_node *node)
{
    while (node && doc_vocab[node->kind].model >= DOC_IS_INLINE)
        node = node->parent;
    return node;
}

/* Whether what the run shows is text: leaders are none. */
static bool
is_text(const struct layout_run *run)
{
    return run->mark.role != LAYOUT_ARTIFACT && !proof_is_blank(run);
}

/* The widest of its runs stands on the baseline; note marks and the like are
 * raised from it. */
static void
measure_line(const struct layout_page *page, struct proof_line *line)
{
    int widest = -1;
    for (size_t i = line->first; i < line->behind; i++) {
        const struct layout_run *run = &page->runs.at[i];
        if (!is_text(run))
            continue;
        if (widest < 0) {
            line->role = run->mark.role;
            line->block = block_of(run->mark.node);
            line->left = run->x;
            line->right = run->x + run->width;
        }
        int right = run->x + run->width;
        line->left = run->x < line->left ? run->x : line->left;
        line->right = right > line->right ? right : line->right;
        line->size =
            run->font->size > line->size ? run->font->size : line->size;
        if (run->width > widest) {
            widest = run->width;
            line->y = run->y;
        }
    }
    line->in_table = line->block && doc_above(line->block, DOC_TABLE);
}

/* A leader says of itself that it is a line. */
static bool
ends_line(const struct layout_page *page, size_t i)
{
    const struct layout_run *run = &page->runs.at[i];
    if (i + 1 == page->runs.n)
        return true;
    return run->line_end && (run->mark.role != LAYOUT_ARTIFACT ||
                             page->runs.at[i + 1].y != run->y);
}

void
proof_find_lines(struct proof *p, const struct layout_page *page)
{
    p->lines.n = 0;
    for (size_t i = 0, first = 0; i < page->runs.n; i++) {
        if (!ends_line(page, i))
            continue;
        struct proof_line line = {.first = first, .behind = i + 1};
        first = i + 1;
        measure_line(page, &line);
        if (line.size)
            *vec_add(p->arena, &p->lines) = line;
    }
}

/* Without the space at its ends, and no longer than a message bears. */
static const char *
shorten(struct arena *a, char *text)
{
    enum { MOST = 60 };
    char *trimmed = str_trim(a, text);
    size_t n = strlen(trimmed);
    if (n <= MOST)
        return trimmed;
    for (n = MOST; n && trimmed[n] != ' '; n--)
        ;
    if (!n)
        for (n = MOST; n && (trimmed[n] & 0xC0) == 0x80; n--)
            ;
    return arena_printf(a, "%.*s …", (int)n, trimmed);
}

/* Whether two runs, one behind the other, are of one node and line. */
static bool
go_together(const struct layout_run *a, const struct layout_run *b)
{
    return !a->line_end && a->mark.node == b->mark.node && a->y == b->y &&
           a->mark.role == b->mark.role;
}

const char *
proof_words(struct proof *p, const struct layout_run *run)
{
    const struct layout_run *runs = p->page->runs.at, *from = run, *to = run;
    while (from > runs && go_together(from - 1, from))
        from--;
    while (to + 1 < runs + p->page->runs.n && go_together(to, to + 1))
        to++;
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    for (; from <= to; from++)
        buf_add(&text, from->text, from->bytes);
    const char *words =
        shorten(p->arena, arena_strn(p->arena, text.at, text.n));
    buf_free(&text);
    return words;
}

const char *
proof_line_words(struct proof *p, const struct proof_line *line)
{
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    for (size_t i = line->first; i < line->behind; i++)
        if (p->page->runs.at[i].mark.role != LAYOUT_ARTIFACT)
            buf_add(&text, p->page->runs.at[i].text, p->page->runs.at[i].bytes);
    const char *words =
        shorten(p->arena, arena_strn(p->arena, text.at, text.n));
    buf_free(&text);
    return words;
}

struct proof_where
proof_here(const struct proof *p, const struct doc_node *node)
{
    return (struct proof_where){node, p->page->label, p->page->index};
}

const struct proof_line *
proof_next_of_block(const struct proof *p, size_t i)
{
    const struct proof_line *line = &p->lines.at[i], *next = line + 1;
    if (i + 1 == p->lines.n || !line->block || next->block != line->block ||
        next->role != line->role)
        return NULL;
    return next;
}
