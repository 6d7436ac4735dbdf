/* SPDX-License-Identifier: MIT */
/* Rules about blocks and pages: paragraphs and what is between them, what
 * goes on over a page's end, emphasis by weight, and the pages' numbers. */
#include <stdlib.h>
#include <string.h>

#include "proof/proof_int.h"

enum { NEAR = STYLE_PT }; /* places that look the same */

static struct proof_block *
block_at(struct proof *p, const struct doc_node *node)
{
    char key[32];
    snprintf(key, sizeof key, "%p", (const void *)node);
    struct proof_block *block = map_get(p->by_node, key);
    if (block)
        return block;
    block = ARENA_NEW(p->arena, struct proof_block);
    block->node = node;
    map_set(p->by_node, arena_str(p->arena, key), block);
    *vec_add(p->arena, &p->blocks) = block;
    return block;
}

/* The block goes on from the page before: neither its first part nor its last
 * may be one line. The last one is judged when the block is known to end
 * there. */
static void
check_orphan(struct proof *p, const struct proof_block *block)
{
    if (block->all == 1 && proof_holds(p, PROOF_WIDOW))
        proof_tell(p, PROOF_WIDOW,
                   (struct proof_where){block->node, block->label, block->page},
                   "one line alone of “%s …” is left at the foot of the page",
                   block->words);
}

static void
count_line(struct proof *p, const struct proof_line *line)
{
    struct proof_block *block = block_at(p, line->block);
    if (!block->all || block->page != p->page->index) {
        if (block->all)
            check_orphan(p, block);
        block->lines = 0;
        block->page = p->page->index;
        block->label = p->label;
        block->words = proof_line_words(p, line);
    }
    block->lines++;
    block->all++;
}

/* Titles and what belongs to them are no paragraphs of a text. */
static bool
is_paragraph(const struct doc_node *block)
{
    return block && block->kind == DOC_PARAGRAPH &&
           !doc_has_class(block, "panel-title") &&
           !doc_above(block, DOC_OPENING) && !proof_is_display(block);
}

static void
check_indent(struct proof *p, size_t i)
{
    const struct proof_line *line = &p->lines.at[i];
    const struct proof_line *next = proof_next_of_block(p, i);
    const struct proof_block *block = block_at(p, line->block);
    const struct layout_run *run = &p->page->runs.at[line->first];
    if (!next || run->rtl || block->all != 1 ||
        line->left - next->left < line->size / 3)
        return;
    proof_tell(p, PROOF_INDENT, proof_here(p, line->block),
               "the paragraph “%s” begins with an indent of %s pt",
               proof_line_words(p, line),
               proof_points(p, line->left - next->left));
}

static void
check_blank_line(struct proof *p, size_t i)
{
    const struct proof_line *a = &p->lines.at[i], *b = a + 1;
    if (i + 1 == p->lines.n || !is_paragraph(a->block) ||
        !is_paragraph(b->block) || a->block->next != b->block ||
        a->role != b->role || b->y <= a->y)
        return;
    int line = p->profile->leading, blank = 1000;
    int needed = (int)((int64_t)a->size * (line + blank) / 1000);
    if (b->y - a->y < needed - NEAR)
        proof_tell(p, PROOF_BLANK_LINE, proof_here(p, b->block),
                   "“%s” begins %s pt below the paragraph before it; with a "
                   "blank line between, that is %s",
                   proof_line_words(p, b), proof_points(p, b->y - a->y),
                   proof_points(p, needed));
}

/* What is emphasized is a part of its block: a bold title is none. */
static bool
has_emphasis(const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_PARAGRAPH:
    case DOC_ITEM:
    case DOC_DEFINITION:
    case DOC_NOTE:
    case DOC_CAPTION:
    case DOC_TABLE_CAPTION:
        return true;
    case DOC_CELL:
        return !node->cell->header;
    default:
        return false;
    }
}

static void
note_weights(struct proof *p, const struct proof_line *line)
{
    if (line->role != LAYOUT_CONTENT || !has_emphasis(line->block))
        return;
    struct proof_block *block = block_at(p, line->block);
    for (size_t i = line->first; i < line->behind; i++) {
        const struct layout_run *run = &p->page->runs.at[i];
        if (run->mark.role != LAYOUT_CONTENT || !proof_has_letter(run))
            continue;
        bool bold = proof_face_of(p, run->font)->bold;
        block->plain = block->plain || !bold;
        if (!bold || block->bold)
            continue;
        block->bold = proof_words(p, run);
        block->bold_at =
            (struct proof_where){run->mark.node, p->label, p->page->index};
    }
}

static void
check_block(struct proof *p, size_t i)
{
    const struct proof_line *line = &p->lines.at[i];
    if (line->role == LAYOUT_CONTENT && !line->in_table)
        count_line(p, line);
    if (proof_holds(p, PROOF_INDENT) && is_paragraph(line->block))
        check_indent(p, i);
    if (proof_holds(p, PROOF_BLANK_LINE))
        check_blank_line(p, i);
    if (proof_holds(p, PROOF_BOLD))
        note_weights(p, line);
}

/* The page's number among heads and feet: a run that is nothing else. */
static void
find_folio(struct proof *p)
{
    struct proof_folio_at at = {.page = p->page->index, .label = p->label};
    const char *label = p->page->label;
    at.expected = !p->page->blank;
    for (size_t i = 0; i < p->lines.n; i++)
        if (p->lines.at[i].block && proof_is_display(p->lines.at[i].block))
            at.expected = false;
    for (size_t i = 0; i < p->page->runs.n && !at.found; i++) {
        const struct layout_run *run = &p->page->runs.at[i];
        if ((run->mark.role != LAYOUT_HEADER &&
             run->mark.role != LAYOUT_FOOTER) ||
            !strstr(proof_words(p, run), label))
            continue;
        at.found = true;
        at.left = run->x;
        at.right = run->x + run->width;
        at.y = run->y;
        at.size = run->font->size;
    }
    at.width = p->page->width;
    at.height = p->page->height;
    if (at.found || at.expected)
        *vec_add(p->arena, &p->folios) = at;
}

void
proof_check_page(struct proof *p)
{
    p->label = arena_str(p->arena, p->page->label);
    for (size_t i = 0; i < p->lines.n; i++)
        if (p->lines.at[i].block)
            check_block(p, i);
    if (proof_holds(p, PROOF_FOLIO))
        find_folio(p);
}

void
proof_check_blocks(struct proof *p)
{
    for (size_t i = 0; i < p->blocks.n; i++) {
        const struct proof_block *b = p->blocks.at[i];
        if (proof_holds(p, PROOF_BOLD) && b->bold && b->plain)
            proof_tell(p, PROOF_BOLD, b->bold_at, "“%s” is emphasized in bold",
                       b->bold);
        if (proof_holds(p, PROOF_WIDOW) && b->lines == 1 && b->all > 1)
            proof_tell(p, PROOF_WIDOW,
                       (struct proof_where){b->node, b->label, b->page},
                       "the last line, “%s”, stands alone at the top of the "
                       "page",
                       b->words);
    }
}

static int
by_page(const void *one, const void *other)
{
    const struct proof_folio_at *a = one, *b = other;
    return a->page < b->page ? -1 : a->page > b->page;
}

static void
tell_folio(struct proof *p, const struct proof_folio_at *at, const char *what)
{
    proof_tell(p, PROOF_FOLIO, (struct proof_where){NULL, at->label, at->page},
               "%s", what);
}

static bool
near(int a, int b)
{
    return a - b < NEAR && b - a < NEAR;
}

/* Whether two numbers share an edge or their middle, on lines as high. */
static bool
in_one_place(const struct proof_folio_at *a, const struct proof_folio_at *b)
{
    bool across = near(a->left, b->left) || near(a->right, b->right) ||
                  near(a->left + a->right, b->left + b->right);
    return across && near(a->y, b->y) && a->size == b->size;
}

static bool
is_top_right(const struct proof_folio_at *at)
{
    return at->y < at->height / 6 && at->right > at->width / 3 * 2;
}

static void
check_folio(struct proof *p, const struct proof_folio_at *at,
            const struct proof_folio_at *first)
{
    bool corner = p->profile->folio == FOLIO_TOP_RIGHT;
    if (!at->found)
        tell_folio(p, at, "the page shows no number");
    else if (corner && !is_top_right(at))
        tell_folio(p, at,
                   arena_printf(p->arena,
                                "its number is not at the top right, "
                                "but %s pt from the top and %s pt "
                                "from the right",
                                proof_points(p, at->y),
                                proof_points(p, at->width - at->right)));
    else if (corner && at->size < p->options.size - NEAR / 50)
        tell_folio(p, at,
                   arena_printf(p->arena, "its number has %s pt, the text %s",
                                proof_points(p, at->size),
                                proof_points(p, p->options.size)));
    else if (at->width == first->width && !in_one_place(at, first))
        tell_folio(p, at,
                   arena_printf(p->arena,
                                "its number stands elsewhere than "
                                "that of page %s",
                                first->label));
}

void
proof_check_folios(struct proof *p)
{
    const struct proof_folio_at *first = NULL;
    if (p->folios.n)
        qsort(p->folios.at, p->folios.n, sizeof *p->folios.at, by_page);
    for (size_t i = 0; i < p->folios.n; i++) {
        const struct proof_folio_at *at = &p->folios.at[i];
        if (!first && at->found)
            first = at;
        check_folio(p, at, first ? first : at);
    }
}
