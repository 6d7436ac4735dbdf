/* SPDX-License-Identifier: MIT */
/* Rules about lines: hyphens, alignment, leading, columns, underlines. */
#include <string.h>

#include "proof/proof_int.h"

#define SOFT_HYPHEN "\xC2\xAD"

static const struct layout_run *
last_run(const struct proof *p, const struct proof_line *line)
{
    return &p->page->runs.at[line->behind - 1];
}

/* From the last space on, or up to the first. */
static const char *
edge_word(struct proof *p, const struct layout_run *run, bool last)
{
    const char *text = arena_strn(p->arena, run->text, run->bytes);
    const char *space = last ? strrchr(text, ' ') : strchr(text, ' ');
    if (last)
        return space ? space + 1 : text;
    return space ? arena_strn(p->arena, text, (size_t)(space - text)) : text;
}

/* layout/ ends a divided word with a hyphen whose text is a soft one. */
static void
check_hyphen(struct proof *p, size_t i)
{
    const struct layout_run *run = last_run(p, &p->lines.at[i]);
    size_t n = sizeof SOFT_HYPHEN - 1;
    if (run->bytes < n || memcmp(run->text + run->bytes - n, SOFT_HYPHEN, n))
        return;
    const struct proof_line *next = proof_next_of_block(p, i);
    const char *word = edge_word(p, run, true);
    const char *rest =
        next ? edge_word(p, &p->page->runs.at[next->first], false) : "";
    proof_tell(p, PROOF_HYPHEN, proof_here(p, p->lines.at[i].block),
               "“%.*s-%s” is divided at the end of a line",
               (int)(strlen(word) - n), word, rest);
}

static void
check_justified(struct proof *p, const struct proof_line *line)
{
    const struct layout_line *facts = last_run(p, line)->line;
    if (facts && facts->filled)
        proof_tell(p, PROOF_JUSTIFIED, proof_here(p, line->block),
                   "the line “%s” is stretched to the measure",
                   proof_line_words(p, line));
}

const struct style *
proof_style_at(struct proof *p, const struct doc_node *node)
{
    enum { DEEPEST = 256 };
    const struct doc_node *path[DEEPEST];
    const struct style *style = NULL;
    size_t n = 0;
    for (; node && n < DEEPEST; node = node->parent)
        path[n++] = node;
    while (n && p->options.sheet)
        style = style_of(p->options.sheet, path[--n], style);
    return style;
}

static bool
is_heading(const struct doc_node *block)
{
    return block->kind == DOC_HEADING || block->kind == DOC_TITLE;
}

bool
proof_is_display(const struct doc_node *node)
{
    return doc_above(node, DOC_COVER) || doc_above(node, DOC_TITLE_PAGE);
}

/* Which blocks may stand in the middle: headings, where a profile does not
 * speak of them, and covers; figures of a table are aligned with each other. */
static bool
may_be_centred(const struct proof *p, const struct proof_line *line)
{
    return line->in_table || line->block->kind == DOC_RULE ||
           doc_above(line->block, DOC_COVER) ||
           (!proof_holds(p, PROOF_HEADING) &&
            (is_heading(line->block) || proof_is_display(line->block)));
}

static void
check_centred(struct proof *p, const struct proof_line *line, int left)
{
    if (may_be_centred(p, line) || line->left - left < line->size / 2)
        return;
    const struct style *style = proof_style_at(p, line->block);
    bool away = style->text_align == STYLE_END ||
                style->text_align ==
                    (style->rtl ? STYLE_LEFT_ALIGN : STYLE_RIGHT_ALIGN);
    if (style->text_align == STYLE_CENTER || away)
        proof_tell(p, PROOF_CENTRED, proof_here(p, line->block), "“%s” %s",
                   proof_line_words(p, line),
                   away ? "ends in line with others, where it should begin so"
                        : "is centred");
}

static void
check_leading(struct proof *p, size_t i)
{
    const struct proof_line *line = &p->lines.at[i];
    const struct proof_line *next = proof_next_of_block(p, i);
    if (!next || next->y <= line->y || next->left >= line->right)
        return;
    int size = next->size > line->size ? next->size : line->size;
    int apart = (int)((int64_t)(next->y - line->y) * 1000 / size);
    if (apart < p->profile->leading - 10)
        proof_tell(p, PROOF_LEADING, proof_here(p, line->block),
                   "the lines of “%s” are %s pt apart, %d.%02d times their "
                   "size of %s",
                   proof_line_words(p, line),
                   proof_points(p, next->y - line->y), apart / 1000,
                   apart % 1000 / 10, proof_points(p, size));
}

/* The largest part of the book that the node is in. */
static const struct doc_node *
division_of(const struct doc_node *node)
{
    while (node && doc_vocab[node->kind].model != DOC_IS_DIVISION)
        node = node->parent;
    return node;
}

/* Two lines beside one another that no table holds. */
static void
check_columns(struct proof *p, size_t i)
{
    const struct proof_line *a = &p->lines.at[i];
    if (a->role != LAYOUT_CONTENT || a->in_table || !a->block)
        return;
    for (size_t k = i + 1; k < p->lines.n; k++) {
        const struct proof_line *b = &p->lines.at[k];
        int down = b->y > a->y ? b->y - a->y : a->y - b->y;
        if (b->role != LAYOUT_CONTENT || b->in_table || !b->block ||
            down * 2 > a->size || b->left - a->right < a->size / 2 ||
            a->size > 2 * b->size)
            continue;
        proof_tell(p, PROOF_COLUMNS, proof_here(p, division_of(b->block)),
                   "“%s” and “%s” stand side by side, in columns",
                   proof_line_words(p, a), proof_line_words(p, b));
        return;
    }
}

/* Whether a thin stroke is close below the line's text. */
static bool
is_under(const struct proof_line *line, const struct layout_rect *rect)
{
    int down = rect->y - line->y;
    return rect->height * 8 < line->size && down >= 0 &&
           down * 4 < line->size && rect->x < line->right &&
           rect->x + rect->width > line->left;
}

/* The text that a stroke underlines. */
static const struct layout_run *
run_over(const struct proof *p, const struct proof_line *line,
         const struct layout_rect *rect)
{
    for (size_t i = line->first; i < line->behind; i++) {
        const struct layout_run *run = &p->page->runs.at[i];
        int middle = run->x + run->width / 2;
        if (middle >= rect->x && middle <= rect->x + rect->width &&
            !proof_is_blank(run))
            return run;
    }
    return &p->page->runs.at[line->first];
}

static void
check_underline(struct proof *p, const struct proof_line *line)
{
    for (size_t i = 0; i < p->page->rects.n; i++) {
        const struct layout_rect *rect = &p->page->rects.at[i];
        if (!is_under(line, rect))
            continue;
        const struct layout_run *run = run_over(p, line, rect);
        proof_tell(p, PROOF_UNDERLINE, proof_here(p, run->mark.node),
                   "“%s” is underlined", proof_words(p, run));
    }
}

static void
count_letters(struct proof *p, size_t i)
{
    const struct proof_line *line = &p->lines.at[i];
    if (!line->block || line->block->kind != DOC_PARAGRAPH || line->in_table ||
        !proof_next_of_block(p, i))
        return;
    p->full_lines++;
    for (size_t k = line->first; k < line->behind; k++) {
        const struct layout_run *run = &p->page->runs.at[k];
        const char *at = run->text, *end = at + run->bytes;
        for (; at < end; utf8_next(&at, end))
            p->letters++;
    }
}

/* Where the page's text begins. */
static int
left_edge(const struct proof *p)
{
    int left = p->page->width;
    for (size_t i = 0; i < p->lines.n; i++)
        if (p->lines.at[i].block && p->lines.at[i].left < left)
            left = p->lines.at[i].left;
    return left;
}

void
proof_check_lines(struct proof *p)
{
    int left = left_edge(p);
    for (size_t i = 0; i < p->lines.n; i++) {
        const struct proof_line *line = &p->lines.at[i];
        if (proof_holds(p, PROOF_UNDERLINE))
            check_underline(p, line);
        if (!line->block)
            continue;
        if (proof_holds(p, PROOF_HYPHEN))
            check_hyphen(p, i);
        if (proof_holds(p, PROOF_JUSTIFIED))
            check_justified(p, line);
        if (proof_holds(p, PROOF_CENTRED) && p->options.sheet)
            check_centred(p, line, left);
        if (proof_holds(p, PROOF_LEADING))
            check_leading(p, i);
        if (proof_holds(p, PROOF_COLUMNS))
            check_columns(p, i);
        if (proof_holds(p, PROOF_MEASURE))
            count_letters(p, i);
    }
}

void
proof_check_measure(struct proof *p)
{
    enum { FEW = 12 }; /* lines say nothing of a book */
    if (!proof_holds(p, PROOF_MEASURE) || p->full_lines < FEW)
        return;
    int mean = (int)(p->letters / p->full_lines);
    if (mean < p->profile->measure[0] || mean > p->profile->measure[1])
        proof_tell(p, PROOF_MEASURE, (struct proof_where){0},
                   "lines of text have %d letters, more or fewer than are "
                   "easily read",
                   mean);
}
