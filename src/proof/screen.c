/* SPDX-License-Identifier: MIT */
/* The same rules where readers choose size and page: of what a stylesheet says
 * for a screen, each text by its computed style. */
#include <string.h>

#include "proof/proof_int.h"

static const char *
words_of(struct proof *p, const struct doc_node *node)
{
    enum { MOST = 60 };
    char *text = str_trim(p->arena, node->text);
    size_t n = strlen(text);
    if (n <= MOST)
        return text;
    for (n = MOST; n && (text[n] & 0xC0) == 0x80; n--)
        ;
    return arena_printf(p->arena, "%.*s …", (int)n, text);
}

static bool
has_caps(const struct style *style)
{
    return style->text_transform == STYLE_UPPERCASE ||
           (style->features && (strstr(style->features, "smcp=1") ||
                                strstr(style->features, "c2sc=1")));
}

/* Whether the node is emphasized by being bolder than what it stands in. */
static bool
is_bolder(struct proof *p, const struct doc_node *node,
          const struct style *style)
{
    if (node->kind != DOC_EMPHASIS && node->kind != DOC_STRONG)
        return false;
    const struct style *around = proof_style_at(p, node->parent);
    return style->weight > 400 && (!around || style->weight > around->weight);
}

/* Text that is more than a sign or a number, of which nothing is to be said. */
static void
tell(struct proof *p, enum proof_rule rule, const struct doc_node *node,
     const char *what)
{
    if (proof_holds(p, rule))
        proof_tell(p, rule, (struct proof_where){.node = node->parent},
                   "in the ebook “%s” %s", words_of(p, node), what);
}

static void
check_text(struct proof *p, const struct doc_node *node,
           const struct style *style, const struct style *body)
{
    const struct doc_node *parent = node->parent;
    if (style->italic)
        tell(p, PROOF_SLANT, node, "is slanted");
    if (style->text_align == STYLE_JUSTIFY)
        tell(p, PROOF_JUSTIFIED, node, "is justified");
    if (style->hyphens == STYLE_HYPHENS_AUTO)
        tell(p, PROOF_HYPHEN, node, "may be divided at the ends of lines");
    if (style->decoration & STYLE_UNDERLINE && !doc_above(node, DOC_LINK))
        tell(p, PROOF_UNDERLINE, node, "is underlined");
    if (has_caps(style))
        tell(p, PROOF_CAPITALS, node, "is in capitals");
    if (style->font_size < body->font_size - body->font_size / 50)
        tell(p, PROOF_SIZE, node,
             arena_printf(
                 p->arena, "is smaller than the text: %d %% of it",
                 (int)((int64_t)style->font_size * 100 / body->font_size)));
    if (proof_holds(p, PROOF_BOLD) && is_bolder(p, parent, style))
        tell(p, PROOF_BOLD, node, "is emphasized in bold");
}

/* The first text below a block. */
static const struct doc_node *
text_below(const struct doc_node *block)
{
    for (const struct doc_node *n = block; n; n = doc_next(n, block))
        if (n->text && !str_blank(n->text))
            return n;
    return NULL;
}

static bool
is_text_block(const struct doc_node *node)
{
    return (node->kind == DOC_PARAGRAPH || node->kind == DOC_ITEM) &&
           !doc_above(node, DOC_OPENING) && !proof_is_display(node);
}

static void
check_text_block(struct proof *p, const struct doc_node *node,
                 const struct style *style)
{
    const struct doc_node *text = text_below(node);
    if (!text)
        return;
    int needed = (int)((int64_t)style->font_size * p->profile->leading / 1000);
    if (style->text_align == STYLE_CENTER)
        tell(p, PROOF_CENTRED, text, "is centred");
    if (style->line_height < needed - needed / 50)
        tell(p, PROOF_LEADING, text, "has its lines too close");
    if (node->kind == DOC_PARAGRAPH && style->text_indent.value > 0)
        tell(p, PROOF_INDENT, text, "begins with an indent");
}

void
proof_node(struct proof *p, const struct doc_node *node,
           const struct style *style, const struct style *body)
{
    if (style->display == STYLE_NONE)
        return;
    if (node->text && node->parent && !str_blank(node->text))
        check_text(p, node, style, body);
    else if (is_text_block(node))
        check_text_block(p, node, style);
    if (style->column_count > 1 && proof_holds(p, PROOF_COLUMNS))
        proof_tell(p, PROOF_COLUMNS, (struct proof_where){.node = node},
                   "in the ebook “%s” is set in columns",
                   doc_vocab[node->kind].name);
}
