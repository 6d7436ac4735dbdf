/* SPDX-License-Identifier: MIT */
/* The inline children of a block become one text with spans: white space
 * collapsed, cases transformed, generated content put in. */
#include <string.h>

#include "layout/par_int.h"

enum { LINE_SEPARATOR = 0x2028, SOFT_HYPHEN = 0xAD };

#define PAGE_PLACEHOLDER "000"

struct flattener {
    struct layout *l;
    struct arena *arena;
    const struct par_source *source;
    struct text *out;
    struct buf b;
    int box;         /* the one that is open */
    bool open_space; /* the text ends in white space that collapses */
    size_t column;   /* in preformatted text, for tabs */
    bool edged;      /* boxes with edges begin with the next span */
    struct edges lead;
};

static const struct style *
style_for(struct layout *l, const struct doc_node *node,
          const struct style *parent)
{
    return l->sheet ? style_of(l->sheet, node, parent) : parent;
}

static const struct inline_box *
box_at(const struct flattener *f)
{
    return &f->out->boxes.at[f->box];
}

static bool
collapses(const struct style *style)
{
    return style->white_space == STYLE_WS_NORMAL ||
           style->white_space == STYLE_WS_PRE_LINE ||
           style->white_space == STYLE_WS_NOWRAP;
}

static bool
keeps_lines(const struct style *style)
{
    return style->white_space == STYLE_WS_PRE ||
           style->white_space == STYLE_WS_PRE_WRAP ||
           style->white_space == STYLE_WS_PRE_LINE;
}

static void
open_box(struct flattener *f, const struct doc_node *node,
         const struct style *style, int pseudo)
{
    const struct inline_box *above = box_at(f);
    struct inline_box box = {
        .node = node,
        .style = style,
        .parent = f->box,
        .lang = node->lang ? node->lang : above->lang,
        .rise = above->rise + box_rise(style, above->style),
        .mark = above->mark,
        .pseudo = pseudo,
        .start = f->b.n,
        .end = SIZE_MAX,
        .edged = box_is_edged(style),
    };
    if (box.mark.role == LAYOUT_CONTENT && doc_tag(node))
        box.mark.node = node;
    if (box.edged) {
        struct edges edges = box_edges(style, f->source->measure);
        f->lead.left += edges.left;
        f->lead.right += edges.right;
        f->edged = true;
    }
    f->box = (int)f->out->boxes.n;
    *vec_add(f->arena, &f->out->boxes) = box;
}

/* The edges of a box that ends go to its last text; an empty box has none. */
static void
close_edges(struct flattener *f, const struct inline_box *box)
{
    struct text *t = f->out;
    struct span *last = t->spans.n ? &t->spans.at[t->spans.n - 1] : NULL;
    struct edges edges = box_edges(box->style, f->source->measure);
    if (box->start == f->b.n || !last) {
        f->lead.left -= edges.left;
        f->lead.right -= edges.right;
        return;
    }
    last->edged = true;
    last->trail.left += edges.left;
    last->trail.right += edges.right;
}

static void
close_box(struct flattener *f)
{
    struct inline_box *box = &f->out->boxes.at[f->box];
    box->end = f->b.n;
    if (box->edged)
        close_edges(f, box);
    f->box = box->parent;
}

/* Bytes from `start` on belong to the open box. */
static struct span *
add_span(struct flattener *f, size_t start, enum span_kind kind,
         const struct doc_node *node)
{
    struct text *t = f->out;
    struct span *last = t->spans.n ? &t->spans.at[t->spans.n - 1] : NULL;
    if (start == f->b.n)
        return NULL;
    if (kind == SPAN_TEXT && last && last->kind == kind && !f->edged &&
        !last->edged && last->box == f->box && last->node == node &&
        last->end == start) {
        last->end = f->b.n;
        return last;
    }
    struct span *span = vec_add(f->arena, &t->spans);
    *span = (struct span){.start = start,
                          .end = f->b.n,
                          .box = f->box,
                          .kind = kind,
                          .node = node,
                          .edged = f->edged,
                          .lead = f->lead};
    f->edged = false;
    f->lead = (struct edges){0, 0};
    return span;
}

/* White space before a forced break and at the end goes. */
static void
drop_open_space(struct flattener *f)
{
    if (!f->open_space || !f->b.n || f->b.at[f->b.n - 1] != ' ')
        return;
    f->b.at[--f->b.n] = '\0';
    struct text *t = f->out;
    while (t->spans.n && t->spans.at[t->spans.n - 1].end > f->b.n) {
        struct span *last = &t->spans.at[t->spans.n - 1];
        last->end = f->b.n;
        if (last->start < last->end)
            break;
        t->spans.n--;
    }
}

static void
add_break(struct flattener *f, const struct doc_node *node)
{
    drop_open_space(f);
    size_t start = f->b.n;
    buf_str(&f->b, TEXT_BREAK);
    add_span(f, start, SPAN_BREAK, node);
    f->open_space = true;
    f->column = 0;
}

/* Between two signs of Chinese or Japanese a line's end is no space: CSS Text
 * Level 3, clause 4.1.3. */
static bool
joins_lines(const struct flattener *f, const char *next, const char *end)
{
    const char *before = f->b.at + f->b.n;
    if (!f->b.n || next == end)
        return false;
    uint32_t a = utf8_prev(&before, f->b.at), b = utf8_next(&next, end);
    return a != UTF8_BAD && b != UTF8_BAD && g_unichar_iswide(a) &&
           g_unichar_iswide(b) && !(a >= 0xAC00 && a <= 0xD7A3);
}

/* One character of collapsing or kept white space at *p. */
static void
add_space(struct flattener *f, const char **p, const char *end)
{
    bool newline = false, keeps = keeps_lines(box_at(f)->style);
    for (; *p < end && str_is_space(**p) && !(keeps && **p == '\n'); (*p)++)
        newline |= **p == '\n';
    if (f->open_space || (newline && joins_lines(f, *p, end)))
        return;
    buf_char(&f->b, ' ');
    f->open_space = true;
}

static void
add_kept_space(struct flattener *f, const char **p)
{
    size_t tab = (size_t)box_at(f)->style->tab_size;
    size_t n = **p == '\t' && tab ? tab - f->column % tab : 1;
    for (size_t i = 0; i < n; i++)
        buf_char(&f->b, ' ');
    f->column += n;
    (*p)++;
}

static void
add_soft_hyphen(struct flattener *f)
{
    if (box_at(f)->style->hyphens != STYLE_HYPHENS_NONE)
        *vec_add(f->arena, &f->out->soft) = f->b.n;
}

/* Text in the open box's style, its case already right. */
static void
add_text(struct flattener *f, const char *s, size_t n,
         const struct doc_node *node)
{
    bool collapse = collapses(box_at(f)->style);
    size_t start = f->b.n;
    for (const char *p = s, *end = s + n; p < end;) {
        const char *at = p;
        if (*p == '\n' && keeps_lines(box_at(f)->style)) {
            add_span(f, start, SPAN_TEXT, node);
            add_break(f, node);
            start = f->b.n;
            f->open_space = collapse;
            p++;
        } else if (str_is_space(*p) && collapse) {
            add_space(f, &p, end);
        } else if (str_is_space(*p)) {
            add_kept_space(f, &p);
            f->open_space = false;
        } else {
            uint32_t c = utf8_next(&p, end);
            if (c == SOFT_HYPHEN) {
                add_soft_hyphen(f);
                continue;
            }
            buf_add(&f->b, at, (size_t)(p - at));
            f->column++;
            f->open_space = false;
        }
    }
    add_span(f, start, SPAN_TEXT, node);
}

/* Each word's first letter in title case. */
static char *
capitalized(struct arena *a, const char *s, bool inside)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    const char *end = s + strlen(s);
    while (s < end) {
        uint32_t c = utf8_next(&s, end);
        if (c == UTF8_BAD)
            continue;
        buf_utf8(&b, inside ? c : g_unichar_totitle(c));
        bool mark = g_unichar_ismark(c) || c == '\'' || c == 0x2019;
        inside = g_unichar_isalnum(c) || (inside && mark);
    }
    char *text = arena_strn(a, b.at ? b.at : "", b.n);
    buf_free(&b);
    return text;
}

/* Turkish and its kin keep the dot on the i. */
static char *
dotted_upper(struct arena *a, const char *s)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    for (; *s; s++) {
        if (*s == 'i')
            buf_utf8(&b, 0x130);
        else
            buf_char(&b, *s);
    }
    char *text = arena_strn(a, b.at ? b.at : "", b.n);
    buf_free(&b);
    return text;
}

static const char *
transformed(struct flattener *f, const char *s)
{
    const struct inline_box *box = box_at(f);
    enum style_transform how = box->style->text_transform;
    if (how == STYLE_CASE_NONE)
        return s;
    if (how == STYLE_CAPITALIZE) {
        const char *before = f->b.at + f->b.n;
        uint32_t c = f->b.n ? utf8_prev(&before, f->b.at) : ' ';
        return capitalized(f->arena, s, g_unichar_isalnum(c));
    }
    if (how == STYLE_UPPERCASE &&
        (str_starts(box->lang, "tr") || str_starts(box->lang, "az")))
        s = dotted_upper(f->arena, s);
    char *made =
        how == STYLE_UPPERCASE ? g_utf8_strup(s, -1) : g_utf8_strdown(s, -1);
    s = arena_str(f->arena, made);
    g_free(made);
    return s;
}

static void
add_string(struct flattener *f, const char *s, const struct doc_node *node)
{
    if (!s)
        return;
    s = transformed(f, s);
    add_text(f, s, strlen(s), node);
}

static void
add_leader(struct flattener *f, const char *pattern,
           const struct doc_node *node)
{
    drop_open_space(f);
    size_t start = f->b.n;
    buf_str(&f->b, TEXT_OBJECT);
    struct span *span = add_span(f, start, SPAN_LEADER, node);
    span->leader = pattern && *pattern ? arena_str(f->arena, pattern) : ".";
    f->open_space = true;
}

/* ::before or ::after of the node whose box is open. */
static void
add_generated(struct flattener *f, enum style_pseudo which)
{
    const struct inline_box *box = box_at(f);
    const struct doc_node *node = box->node;
    const struct style *style =
        f->l->sheet ? style_pseudo_of(f->l->sheet, node, which, box->style)
                    : NULL;
    if (!style || !style->content || style->display == STYLE_NONE)
        return;
    const struct doc_node *from = doc_is_bare(node) ? node->parent : node;
    open_box(f, node, style, (int)which);
    struct buf made;
    buf_init(&made, BUF_LIMIT_SMALL);
    size_t nth = 0;
    struct content_leader leader =
        content_text(f->l, style->content, from, (int)which, &nth, &made);
    char *text = arena_strn(f->arena, made.at ? made.at : "", made.n);
    buf_free(&made);
    if (leader.pattern) {
        char *before = arena_strn(f->arena, text, leader.at);
        add_string(f, before, node);
        add_leader(f, leader.pattern, node);
        text += leader.at + TEXT_STANDIN;
    }
    /* a block of its own above or below the text of one */
    bool apart = style->display != STYLE_INLINE && node == f->source->block &&
                 !f->source->made && *text;
    if (apart && which == STYLE_AFTER)
        add_break(f, node);
    add_string(f, text, node);
    close_box(f);
    if (apart && which == STYLE_BEFORE)
        add_break(f, node);
}

static int
length_or(struct style_length length, int whole, int otherwise)
{
    switch (length.unit) {
    case STYLE_LENGTH:
        return length.value;
    case STYLE_PERCENT:
        return (int)((int64_t)whole * length.value / 10000) + length.plus;
    default:
        return otherwise;
    }
}

/* The size in which an image stands in the text, never wider than it and no
 * higher than a page has room for. */
static void
size_image(const struct flattener *f, const struct doc_image *image,
           const struct style *style, struct span *span)
{
    int natural = (int)(image->asset->width * STYLE_PX);
    int tall = (int)(image->asset->height * STYLE_PX);
    int measure = f->source->measure;
    if (natural <= 0 || tall <= 0)
        return;
    if (image->width_percent)
        natural = (int)((int64_t)measure * image->width_percent / 100);
    int height = length_or(style->height, 0, 0);
    int width = length_or(
        style->width, measure,
        height ? (int)(height * image->asset->width / image->asset->height)
               : natural);
    int most = length_or(style->max_width, measure, measure);
    most = measure > 0 && most > measure ? measure : most;
    int tallest = length_or(style->max_height, 0, 0);
    if (tallest > 0 && !height &&
        (int64_t)width * image->asset->height >
            (int64_t)tallest * image->asset->width)
        width = (int)(tallest * image->asset->width / image->asset->height);
    if (most > 0 && width > most) {
        width = most;
        height = 0;
    }
    span->width = width;
    span->height =
        height ? height
               : (int)(width * image->asset->height / image->asset->width);
    int page = f->source->tallest;
    if (page > 0 && span->height > page) {
        span->width = (int)((int64_t)span->width * page / span->height);
        span->height = page;
    }
}

static void
add_image(struct flattener *f, const struct doc_node *node)
{
    if (!node->image->asset)
        return;
    size_t start = f->b.n;
    buf_str(&f->b, TEXT_OBJECT);
    struct span *span = add_span(f, start, SPAN_IMAGE, node);
    size_image(f, node->image, box_at(f)->style, span);
    f->open_space = false;
}

static const char *
note_mark(struct flattener *f, const struct doc_node *node)
{
    if (node->text)
        return node->text;
    if (node->note->number)
        return arena_printf(f->arena, "%d", node->note->number);
    return node->note->label ? node->note->label : "*";
}

static const char *
page_label(const struct flattener *f, const struct doc_node *node)
{
    const struct layout *l = f->l;
    const struct doc_page_ref *ref = node->page_ref;
    if (!l->page_label || !ref->target)
        return PAGE_PLACEHOLDER;
    const char *first = l->page_label(l->page_label_with, ref->target, false);
    const char *last =
        ref->whole ? l->page_label(l->page_label_with, ref->target, true)
                   : first;
    const char *before = ref->before ? ref->before : "";
    return str_eq(first, last)
               ? arena_printf(f->arena, "%s%s", before, first)
               : arena_printf(f->arena, "%s%s–%s", before, first, last);
}

/* What an atom puts into its box, or into its parent's where it has no
 * element of its own. */
static void
add_atom(struct flattener *f, const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_TEXT:
    case DOC_CODE:
        add_string(f, node->text, node);
        break;
    case DOC_LINE_BREAK:
        add_break(f, node);
        break;
    case DOC_NOTE_REF:
        add_string(f, note_mark(f, node), node);
        break;
    case DOC_IMAGE:
        add_image(f, node);
        break;
    case DOC_LEADER:
        add_leader(f, ".", node);
        break;
    case DOC_PAGE_REF:
        add_string(f, page_label(f, node), node);
        break;
    default:
        break;
    }
}

/* UAX #9: the signs that open and close what has a direction of its own. They
 * stand in the box around it. */
static void
isolate(struct flattener *f, const struct doc_node *node, bool opens)
{
    static const char *const open[2][2] = {
        {"\xE2\x81\xA6", "\xE2\x81\xA6\xE2\x80\xAD"}, /* LRI, LRO */
        {"\xE2\x81\xA7", "\xE2\x81\xA7\xE2\x80\xAE"}  /* RLI, RLO */
    };
    static const char *const close[2] = {
        "\xE2\x81\xA9", "\xE2\x80\xAC\xE2\x81\xA9"}; /* PDF, PDI */
    const struct doc_book *book = f->l->book;
    if (!doc_has_direction(book, node))
        return;
    size_t start = f->b.n;
    bool open_space = f->open_space;
    buf_str(&f->b, opens ? open[doc_is_rtl(book, node)][node->override]
                         : close[node->override]);
    add_span(f, start, SPAN_TEXT, node);
    f->open_space = open_space;
}

static bool
has_box(const struct doc_node *node)
{
    return node->kind != DOC_TEXT && node->kind != DOC_LINE_BREAK &&
           node->kind != DOC_PAGE_REF;
}

/* False where the node is not shown. */
static bool
enter(struct flattener *f, const struct doc_node *node)
{
    if (node->id) {
        struct text_start *start = vec_add(f->arena, &f->out->starts);
        *start = (struct text_start){node, f->b.n};
    }
    if (!has_box(node)) {
        add_atom(f, node);
        return true;
    }
    const struct style *style = style_for(f->l, node, box_at(f)->style);
    if (style->display == STYLE_NONE)
        return false;
    isolate(f, node, true);
    open_box(f, node, style, BOX_NONE);
    add_generated(f, STYLE_BEFORE);
    add_atom(f, node);
    return true;
}

static void
leave(struct flattener *f, const struct doc_node *node)
{
    if (!has_box(node))
        return;
    add_generated(f, STYLE_AFTER);
    close_box(f);
    isolate(f, node, false);
}

static void
walk(struct flattener *f, const struct par_source *source)
{
    const struct doc_node *node = source->first;
    while (node && node != source->end) {
        bool shown = enter(f, node);
        if (shown && node->first) {
            node = node->first;
            continue;
        }
        if (shown)
            leave(f, node);
        while (!node->next && node->parent && node->parent != source->block) {
            node = node->parent;
            leave(f, node);
        }
        node = node->next;
    }
}

static void
start_text(struct arena *a, struct text *out, const struct doc_node *node,
           const struct style *style, const char *lang, struct layout_mark mark)
{
    *out = (struct text){.rtl = style->rtl, .lang = lang};
    *vec_add(a, &out->boxes) = (struct inline_box){
        .node = node,
        .style = style,
        .parent = BOX_NONE,
        .lang = lang,
        .mark = mark,
        .pseudo = BOX_NONE,
        .end = SIZE_MAX,
    };
}

/* A break that nothing follows makes no line. */
static void
finish_text(struct flattener *f)
{
    struct text *t = f->out;
    drop_open_space(f);
    if (t->spans.n && t->spans.at[t->spans.n - 1].kind == SPAN_BREAK) {
        t->spans.n--;
        f->b.n -= TEXT_STANDIN;
    }
    t->at = arena_strn(f->arena, f->b.at ? f->b.at : "", f->b.n);
    t->n = f->b.n;
    buf_free(&f->b);
}

void
text_of_source(struct layout *l, struct arena *a,
               const struct par_source *source, struct text *out)
{
    start_text(a, out, source->block, source->style,
               doc_lang(l->book, source->block), source->mark);
    struct flattener f = {.l = l, .arena = a, .source = source, .out = out};
    buf_init(&f.b, BUF_LIMIT_OUTPUT);
    f.open_space = collapses(source->style);
    bool whole =
        !source->made && source->first == source->block->first && !source->end;
    if (source->made)
        add_generated(&f, (enum style_pseudo)(source->made - 1));
    if (whole)
        add_generated(&f, STYLE_BEFORE);
    if (!source->first && source->block->text)
        add_string(&f, source->block->text, source->block);
    walk(&f, source);
    if (whole)
        add_generated(&f, STYLE_AFTER);
    finish_text(&f);
}

void
text_of_string(struct arena *a, const char *s, const char *lang,
               const struct style *style, struct layout_mark mark,
               struct text *out)
{
    start_text(a, out, mark.node, style, lang, mark);
    struct flattener f = {.arena = a, .out = out};
    buf_init(&f.b, BUF_LIMIT_OUTPUT);
    add_string(&f, s, mark.node);
    finish_text(&f);
}
