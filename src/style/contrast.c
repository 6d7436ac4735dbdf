/* SPDX-License-Identifier: MIT */
/* Every pair of text and ground that a stylesheet gives a book (WCAG 2.1,
 * success criterion 1.4.3). */
#include <string.h>

#include "style/style_int.h"

/* A page where nothing is set: paper and a light screen are white; a dark one
 * is as Readium's night is, and links are as browsers show them. */
static const uint32_t page_ground[] = {
    [STYLE_PAPER] = 0xFFFFFFFF,
    [STYLE_LIGHT] = 0xFFFFFFFF,
    [STYLE_DARK] = 0x000000FF,
};
static const uint32_t link_color[] = {
    [STYLE_LIGHT] = 0x0000EEFF,
    [STYLE_DARK] = 0x9E9EFFFF,
};

enum { LARGE = 18 * STYLE_PT, LARGE_BOLD = 14 * STYLE_PT };

/* A node that the walk is in. */
struct frame {
    const struct doc_node *node;
    const struct style *style;
    uint32_t color;  /* may be translucent */
    uint32_t ground; /* opaque */
    double opacity;
    bool picture;                    /* a gradient is behind it */
    bool veiled;                     /* a filter changes it */
    bool links;                      /* `color` is the reader's, of links */
    const struct doc_node *grounded; /* whose background it stands on */
    const char *page;                /* or on that of a page */
    struct place odd;                /* of what hides the ground */
};

struct walk {
    struct style_sheet *sheet;
    struct arena *a;
    VEC(struct frame) frames;
    size_t depth;
    VEC(struct style_pair) pairs;
    VEC(const char *) pages; /* names that were met */
    uint32_t base;           /* what the whole book stands on */
    bool odd; /* something of the sheet makes more than plain colours */
};

/* What is about to be counted. */
struct sight {
    const struct style *style;
    uint32_t color, ground;
    int pseudo; /* or -1 */
    bool own_ground;
};

static bool
has_gradient(struct css_tokens v)
{
    for (size_t i = 0; i < v.n; i++)
        if (v.at[i].type == CSS_FUNCTION && strstr(v.at[i].text, "gradient"))
            return true;
    return false;
}

static bool
is_none(const struct css_declaration *d)
{
    return d->value.n == 1 && (css_is_word(d->value.at, "none") ||
                               css_is_word(d->value.at, "normal") ||
                               css_is_word(d->value.at, "initial"));
}

static bool
sought_picture(const struct css_declaration *d)
{
    return str_eq(d->property->name, "background-image") ||
           d->property->set == css_set_background;
}

static bool
sought_veil(const struct css_declaration *d)
{
    return str_eq(d->property->name, "filter") ||
           str_eq(d->property->name, "mix-blend-mode");
}

static bool
sought_opacity(const struct css_declaration *d)
{
    return str_eq(d->property->name, "opacity");
}

static bool
sought_odd(const struct css_declaration *d)
{
    return sought_veil(d) || sought_opacity(d) ||
           (sought_picture(d) && has_gradient(d->value));
}

static bool
has_odd(const struct style_sheet *sheet)
{
    if (sheet->medium == STYLE_PAPER)
        return false;
    for (size_t i = 0; i < sheet->rules.n; i++)
        for (const struct css_declaration *d = sheet->rules.at[i].first; d;
             d = d->next)
            if (!d->custom && d->property && sought_odd(d))
                return true;
    return false;
}

static double
opacity_of(const struct css_declaration *d)
{
    if (!d || d->value.n != 1 || d->has_var)
        return 1;
    double n = d->value.at->type == CSS_NUMBER       ? d->value.at->number
               : d->value.at->type == CSS_PERCENTAGE ? d->value.at->number / 100
                                                     : 1;
    return n < 0 ? 0 : n > 1 ? 1 : n;
}

static const struct css_declaration *
find_odd(struct walk *w, struct frame *f, css_sought *sought)
{
    const struct css_file *file;
    const struct css_declaration *d =
        css_winner(w->sheet, f->node, -1, sought, &file);
    if (d && (sought == sought_veil ? !is_none(d) : has_gradient(d->value)))
        f->odd = (struct place){file->shown, d->at->line, d->at->col};
    return d;
}

/* What no computed value tells: readers know it, paper does not. */
static void
look_for_odd(struct walk *w, struct frame *f)
{
    const struct css_declaration *d = find_odd(w, f, sought_picture);
    f->picture = f->picture || (d && has_gradient(d->value));
    d = find_odd(w, f, sought_veil);
    f->veiled = f->veiled || (d && !is_none(d));
    f->opacity =
        opacity_of(css_winner(w->sheet, f->node, -1, sought_opacity, NULL));
}

static uint32_t
lay_over(uint32_t color, uint32_t ground)
{
    return css_over(color, (color & 0xFF) / 255.0, ground);
}

static void
note_page(struct walk *w, const char *name)
{
    for (size_t i = 0; i < w->pages.n; i++)
        if (str_eq(w->pages.at[i], name))
            return;
    *vec_add(w->a, &w->pages) = name;
}

/* Of what a picture shows nothing is known. */
static void
look_for_image(struct frame *f, const struct style_backdrop *backdrop)
{
    if (!backdrop->image)
        return;
    f->picture = true;
    f->odd = backdrop->image->at;
}

static void
set_ground(struct walk *w, struct frame *f, const struct frame *up)
{
    enum style_medium medium = w->sheet->medium;
    f->ground = up ? up->ground : w->base;
    bool turns = !up || !str_eq(up->style->page, f->style->page);
    if (medium == STYLE_PAPER && turns) {
        note_page(w, f->style->page);
        const struct style_page *page = style_page_of(
            w->sheet, (struct style_page_query){.name = f->style->page});
        f->ground = lay_over(page->background, page_ground[medium]);
        f->page = f->style->page;
        f->grounded = NULL;
        f->picture = false;
        look_for_image(f, &page->backdrop);
    }
    /* pages have a background, the body's is not printed */
    if (medium == STYLE_PAPER && f->node->kind == DOC_BOOK)
        return;
    uint32_t own = f->style->background;
    if (own & 0xFF) {
        f->ground = lay_over(own, f->ground);
        f->grounded = f->node;
        f->picture = f->picture && (own & 0xFF) != 0xFF;
    }
    if (medium == STYLE_PAPER)
        look_for_image(f, &f->style->backdrop);
}

/* Links without a colour have the reader's, and what is in them too. */
static void
set_color(struct walk *w, struct frame *f, const struct frame *up)
{
    enum style_medium medium = w->sheet->medium;
    bool link = f->node->kind == DOC_LINK || f->node->kind == DOC_NOTE_REF;
    f->color = f->style->color;
    f->links = false;
    if (medium == STYLE_PAPER || (!link && !(up && up->links)) ||
        css_winner(w->sheet, f->node, -1, css_sought_color, NULL))
        return;
    f->links = true;
    f->color = link ? link_color[medium] : up->color;
}

static void
enter(struct walk *w, const struct doc_node *n)
{
    while (w->frames.n <= w->depth)
        vec_add(w->a, &w->frames);
    struct frame *f = &w->frames.at[w->depth];
    const struct frame *up = w->depth ? f - 1 : NULL;
    *f = up ? *up : (struct frame){0};
    f->opacity = 1;
    if (up && !doc_element(n))
        return;
    f->node = n;
    f->style = style_of(w->sheet, n, up ? up->style : NULL);
    if (w->odd)
        look_for_odd(w, f);
    set_ground(w, f, up);
    set_color(w, f, up);
}

/* A colour as it looks when what the frames hold is faded. */
static uint32_t
fade(const struct walk *w, uint32_t color)
{
    for (size_t i = w->depth + 1; i--;) {
        uint32_t behind = i ? w->frames.at[i - 1].ground : w->base;
        if (w->frames.at[i].opacity < 1)
            color = css_over(color, w->frames.at[i].opacity, behind);
    }
    return color;
}

static const char *
where_of(struct walk *w, const struct doc_node *n, int pseudo)
{
    static const char *const pseudos[] = {[STYLE_BEFORE] = "::before",
                                          [STYLE_AFTER] = "::after",
                                          [STYLE_MARKER] = "::marker",
                                          [STYLE_FIRST_LINE] = "::first-line",
                                          [STYLE_FIRST_LETTER] =
                                              "::first-letter"};
    const char *class = n->class ? n->class : doc_vocab[n->kind].class;
    const char *element = doc_element(n);
    return arena_printf(w->a, "%s%s%.*s%s", element ? element : "body",
                        class ? "." : "", class ? (int)strcspn(class, " ") : 0,
                        class ? class : "", pseudo >= 0 ? pseudos[pseudo] : "");
}

static bool
same_pair(const struct style_pair *p, const struct style_pair *q)
{
    if (p->text != q->text || p->ground != q->ground || p->large != q->large ||
        p->unknown != q->unknown)
        return false;
    return (!p->unknown && p->ratio >= p->needed) ||
           (p->at.line == q->at.line && p->at.col == q->at.col &&
            str_eq(p->at.file, q->at.file));
}

/* The pair of its kind, a new one where there is none. `fill` says where it
 * comes from; of pairs that pass only the first is asked. */
static struct style_pair *
count_pair(struct walk *w, const struct style_pair *p)
{
    for (size_t i = 0; i < w->pairs.n; i++)
        if (same_pair(&w->pairs.at[i], p)) {
            w->pairs.at[i].texts++;
            return NULL;
        }
    struct style_pair *new = vec_add(w->a, &w->pairs);
    *new = *p;
    new->texts = 1;
    return new;
}

static bool
passes(const struct style_pair *p)
{
    return !p->unknown && p->ratio >= p->needed;
}

static void
measure(struct style_pair *p, const struct style *style, uint32_t text,
        uint32_t ground)
{
    p->text = text;
    p->ground = ground;
    p->large = style->font_size >= LARGE ||
               (style->font_size >= LARGE_BOLD && style->weight >= 700);
    p->ratio = style_contrast_ratio(text, ground);
    p->needed = p->large ? 300 : 450;
}

static struct place
ground_origin(struct walk *w, const struct frame *f, const struct sight *s)
{
    if (f->picture || f->veiled)
        return f->odd;
    if (s->own_ground)
        return css_ground_origin(w->sheet, f->node, s->pseudo);
    if (f->grounded)
        return css_ground_origin(w->sheet, f->grounded, -1);
    if (w->sheet->medium == STYLE_PAPER)
        return css_page_origin(w->sheet,
                               (struct style_page_query){.name = f->page}, -1,
                               css_sought_ground);
    return css_ground_origin(w->sheet, NULL, -1);
}

static void
see(struct walk *w, const struct doc_node *n, const struct sight *s)
{
    const struct frame *f = &w->frames.at[w->depth];
    struct style_pair p = {.unknown = f->veiled || f->picture};
    measure(&p, s->style, fade(w, lay_over(s->color, s->ground)),
            fade(w, s->ground));
    if (!passes(&p) && !f->links)
        p.at = css_color_origin(w->sheet, f->node, s->pseudo);
    struct style_pair *new = count_pair(w, &p);
    if (!new)
        return;
    if (!f->links)
        new->at = css_color_origin(w->sheet, f->node, s->pseudo);
    new->ground_at = ground_origin(w, f, s);
    new->where = where_of(w, f->node, s->pseudo);
    new->first = doc_place(n->file ? n : f->node);
}

/* What rules generate beside an element, and how its first line or letter
 * looks. */
static void
see_pseudo(struct walk *w, const struct doc_node *n)
{
    const struct frame *f = &w->frames.at[w->depth];
    for (int i = 0; i < STYLE_PSEUDO_COUNT; i++) {
        const struct style *style =
            style_pseudo_of(w->sheet, n, (enum style_pseudo)i, f->style);
        if (!style || style->display == STYLE_NONE)
            continue;
        if (i == STYLE_MARKER && n->kind != DOC_ITEM)
            continue;
        struct sight s = {.style = style,
                          .ground = f->ground,
                          .color = style->color,
                          .pseudo = i};
        if (style->background & 0xFF) {
            s.ground = lay_over(style->background, f->ground);
            s.own_ground = true;
        }
        see(w, n, &s);
    }
}

/* False where the walk is not to go in. */
static bool
visit(struct walk *w, const struct doc_node *n)
{
    /* what an EPUB shows of its cover is a picture of it */
    if (n->kind == DOC_COVER && w->sheet->medium != STYLE_PAPER)
        return false;
    enter(w, n);
    const struct frame *f = &w->frames.at[w->depth];
    if (f->style->display == STYLE_NONE)
        return false;
    if (!f->style->visible)
        return true;
    if (n->text && !str_blank(n->text))
        see(w, n,
            &(struct sight){.style = f->style,
                            .color = f->color,
                            .ground = f->ground,
                            .pseudo = -1});
    if (doc_element(n))
        see_pseudo(w, n);
    return true;
}

static void
walk(struct walk *w, const struct doc_node *root)
{
    for (const struct doc_node *n = root; n;) {
        if (visit(w, n) && n->first) {
            n = n->first;
            w->depth++;
            continue;
        }
        while (n != root && !n->next) {
            n = n->parent;
            w->depth--;
        }
        n = n == root ? NULL : n->next;
    }
}

static void
see_box(struct walk *w, const struct style_page *page,
        struct style_page_query query, int box)
{
    const struct style *style = page->box[box];
    uint32_t ground = lay_over(page->background, page_ground[STYLE_PAPER]);
    ground = lay_over(style->background, ground);
    struct style_pair p = {0};
    measure(&p, style, lay_over(style->color, ground), ground);
    p.unknown = page->backdrop.image && (style->background & 0xFF) != 0xFF;
    p.at = css_page_origin(w->sheet, query, box, css_sought_color);
    if (!p.at.file)
        p.at = css_page_origin(w->sheet, query, -1, css_sought_color);
    if (!p.at.file)
        p.at = css_color_origin(w->sheet, NULL, -1);
    struct style_pair *new = count_pair(w, &p);
    if (!new)
        return;
    new->ground_at = css_page_origin(w->sheet, query, box, css_sought_ground);
    if (!new->ground_at.file)
        new->ground_at =
            css_page_origin(w->sheet, query, -1, css_sought_ground);
    if (p.unknown)
        new->ground_at = page->backdrop.image->at;
    new->where = arena_printf(w->a, "@%s", css_margin_box_name(box));
}

/* Heads and feet of the pages that the book has, left and right, first and
 * further ones. */
static void
see_margins(struct walk *w)
{
    for (size_t i = 0; i < w->pages.n; i++)
        for (int kind = 0; kind < 4; kind++) {
            struct style_page_query query = {.name = w->pages.at[i],
                                             .left = kind & 1,
                                             .verso = kind & 1,
                                             .first = kind & 2};
            const struct style_page *page = style_page_of(w->sheet, query);
            for (int box = 0; box < STYLE_MARGIN_BOX_COUNT; box++)
                if (page->box[box])
                    see_box(w, page, query, box);
        }
}

/* Pairs live longer than the sheet that names its files. */
static struct place
keep(struct arena *a, struct place at)
{
    at.file = at.file ? arena_str(a, at.file) : NULL;
    return at;
}

static struct style_contrast
sum_up(const struct walk *w)
{
    struct style_contrast c = {.pairs = w->pairs.at, .n = w->pairs.n};
    for (size_t i = 0; i < c.n; i++) {
        struct style_pair *p = &c.pairs[i];
        p->at = keep(w->a, p->at);
        p->ground_at = keep(w->a, p->ground_at);
        c.texts += p->texts;
        c.unknown += p->unknown;
        if (p->unknown)
            continue;
        c.low += p->ratio < p->needed;
        if (!c.least || p->ratio < c.least)
            c.least = p->ratio;
    }
    return c;
}

struct style_contrast
style_contrast(struct style_sheet *sheet, const struct doc_book *book,
               struct arena *a)
{
    struct walk w = {.sheet = sheet, .a = a, .odd = has_odd(sheet)};
    w.base = page_ground[sheet->medium];
    if (sheet->medium != STYLE_PAPER)
        w.base = lay_over(style_html(sheet)->style.background, w.base);
    walk(&w, book->root);
    if (sheet->medium == STYLE_PAPER)
        see_margins(&w);
    return sum_up(&w);
}

struct style_contrast
style_contrast_page(struct style_sheet *sheet, const struct doc_node *page,
                    struct arena *a)
{
    struct walk w = {.sheet = sheet, .a = a, .odd = has_odd(sheet)};
    w.base = page_ground[sheet->medium];
    enter(&w, page->parent);
    w.depth = 1;
    walk(&w, page);
    return sum_up(&w);
}
