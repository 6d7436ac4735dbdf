/* SPDX-License-Identifier: MIT */
/* The book, division by division: order, sides, folios, two passes where one
 * is not enough. */
#include "layout/book.h"
#include "layout/columns.h"
#include "layout/pairs.h"

#include <string.h>

struct reserved;

/* One way through the book. */
struct pass {
    struct layout *l;
    layout_sink *sink; /* NULL: only to know where things come to stand */
    void *to;
    struct book_pages *pages; /* filled by this pass */
    struct book_pages *known; /* by the one before, or NULL */
    struct page_strings strings;
    struct page_strings other; /* of the translations on facing pages */
    size_t next;               /* index of the next page */
    size_t total;              /* pages of the whole document, 0: not known */
    bool fronted;              /* the book has pages before its first article */
    bool in_body;
    int digits; /* of page numbers that are not known yet */
    VEC(struct reserved) reserved;
};

/* A division on its way to pages. */
struct setting {
    struct pass *pass;
    const struct doc_node *division;
    const struct style *style;
    size_t first;            /* index of its first page */
    int taller;              /* added to the pages' height */
    struct columns *columns; /* NULL: it is not set in columns */
    struct pairs *pairs;     /* NULL: no translation stands beside it */
    struct page_strings *strings;
};

/* A list of pages, for which pages are kept until all of them are known. */
struct reserved {
    struct setting setting;
    size_t n; /* pages */
};

/* An article that faces its translation begins on a verso. */
static bool
is_recto(const struct layout *l, size_t page)
{
    bool facing = l->book->parallel == DOC_PARALLEL_PAGES && !l->options->cover;
    return (page % 2 == 0) != facing;
}

/* A book's recto lies away from its spine's side: on the right, but in one that
 * is bound on the right, on the left (CSS Paged Media Level 3, clause 4.2). */
static bool
is_right(const struct layout *l, size_t page)
{
    return is_recto(l, page) != l->book->rtl;
}

enum style_break
flow_side(const struct layout *l, enum style_break side)
{
    if (side != STYLE_BREAK_LEFT && side != STYLE_BREAK_RIGHT)
        return side;
    return (side == STYLE_BREAK_RIGHT) != l->book->rtl ? STYLE_BREAK_RECTO
                                                       : STYLE_BREAK_VERSO;
}

/* Of two facing pages the second is a first one too. */
static bool
is_facing_first(const struct setting *s, size_t n)
{
    return n == 1 && s->pairs && s->pairs->facing;
}

static const struct style_page *
page_style(const struct setting *s, size_t n, bool blank)
{
    struct style_page_query query = {
        .name = s->style->page,
        .left = !is_right(s->pass->l, s->first + n),
        .verso = !is_recto(s->pass->l, s->first + n),
        .first = n == 0 || is_facing_first(s, n),
        .blank = blank};
    return style_page_of(s->pass->l->sheet, query);
}

static int
height_of_page(void *with, size_t n)
{
    const struct setting *s = with;
    return page_content_height(page_style(s, n, false)) + s->taller;
}

/* A page may run a line into its foot margin where that stays wide enough, the
 * more so over a folio. */
static bool
may_be_longer(void *with, size_t n, int line)
{
    const struct style_page *page = page_style(with, n, false);
    bool said = false;
    for (int i = STYLE_BOTTOM_LEFT_CORNER; i <= STYLE_BOTTOM_RIGHT_CORNER; i++)
        said |= page->box[i] != NULL;
    return page->margin[STYLE_BOTTOM] >= line * (said ? 6 : 4);
}

static void
vary(void *with, struct flow *flow, struct flow_par *par)
{
    const struct setting *s = with;
    flow_vary(s->pass->l, flow, par);
}

/* What holds for all pages of the division: its first, its lefts and its
 * rights. */
static void
least_page(const struct setting *s, int *width, int *height)
{
    *width = *height = 0;
    for (size_t n = 0; n < 3; n++) {
        const struct style_page *page = page_style(s, n, false);
        int w = page_content_width(page), h = page_content_height(page);
        *width = !*width || w < *width ? w : *width;
        *height = !*height || h < *height ? h : *height;
    }
}

static const char *
placeholder(const struct pass *p)
{
    static const char eights[] = "88888888";
    return eights + sizeof eights - 1 - (p->digits < 8 ? p->digits : 8);
}

static const char *
label_of(void *with, const struct doc_node *target, bool last)
{
    const char *(*find)(struct book_pages *, struct arena *,
                        const struct doc_node *) =
        last ? folio_of_end : folio_of;
    struct pass *p = with;
    const char *label = NULL;
    if (target->kind == DOC_PART_OPENING && target->next &&
        style_here(p->l, target)->display == STYLE_NONE)
        target = target->next; /* the part begins with its first article */
    if (p->known)
        label = find(p->known, p->l->arena, target);
    if (!label)
        label = find(p->pages, p->l->arena, target);
    return label ? label : placeholder(p);
}

/* How many pages there are in the numbering of the page. */
static size_t
total_of(const struct pass *p, size_t index)
{
    size_t before = index < p->pages->body ? 0 : p->pages->body;
    return p->total > before ? p->total - before : 0;
}

static bool
ends_text(const struct flow *flow, const struct flow_page *at)
{
    return at->end >= flow->items.n ||
           flow->items.at[at->end].kind == FLOW_FORCED;
}

/* Makes a page and hands it on. */
static void
finish_page(const struct setting *s, const struct flow *flow,
            const struct flow_page *at, size_t n)
{
    struct pass *p = s->pass;
    size_t index = s->first + n;
    const struct style_page *style = page_style(s, n, at->blank);
    folio_count(p->pages, index, style);
    struct layout_page page = {
        .index = index,
        .label = folio_label(p->pages, p->l->arena, index),
        .right = is_right(p->l, index),
        .blank = at->blank,
        .ends = at->blank || ends_text(flow, at),
        .width = style->width,
        .height = style->height,
    };
    struct sheet_page to = {.l = p->l,
                            .page = &page,
                            .style = style,
                            .canvas = s->division->kind == DOC_COVER ? s->style
                                                                     : NULL,
                            .strings = s->strings ? s->strings : &p->strings,
                            .lang = doc_lang(p->l->book, s->division),
                            .number = folio_number(p->pages, index),
                            .total = total_of(p, index)};
    page_background(&to);
    strings_begin_page(to.strings);
    if (s->pairs)
        pairs_place(&to, s->pairs, n);
    else if (s->columns && !at->blank)
        columns_place(&to, s->columns, n);
    else
        page_place(&to, flow, at);
    for (size_t i = 0; i < page.anchors.n; i++)
        folio_add(p->pages, page.anchors.at[i].node, index);
    if (!p->sink)
        return;
    page_furniture(&to);
    if (p->l->options->captions)
        page_caption(&to);
    p->sink(p->to, &page);
}

/* Lays out and breaks a division; its pages are in the division's arena. */
static struct flow_page *
break_division(struct setting *s, struct flow **flow, size_t *n)
{
    struct layout *l = s->pass->l;
    int width, height;
    least_page(s, &width, &height);
    s->columns = columns_new(l, s->division, s->style, width, height);
    if (s->columns) {
        s->columns->height = height_of_page;
        s->columns->with = s;
        *flow = s->columns->flow;
        return columns_break(l, s->columns, n);
    }
    *flow = flow_division(l, s->division, s->style, width, height);
    struct pages_options o = {.height = height_of_page,
                              .longer = may_be_longer,
                              .vary = vary,
                              .with = s,
                              .thrifty = l->options->thrifty,
                              .recto = is_recto(s->pass->l, s->first)};
    return pages_break(l->arena, *flow, &o, n);
}

static void
finish_blanks(const struct setting *s, size_t from, size_t to)
{
    struct flow_page blank = {.blank = true};
    struct flow none = {.line = 1};
    for (size_t n = from; n < to; n++)
        finish_page(s, &none, &blank, n);
}

/* Lists come last and must fill the pages that were kept for them: longer
 * page numbers than foreseen may ask for taller pages. */
static void
set_reserved(struct setting *s, size_t reserved)
{
    struct flow *flow;
    size_t n;
    struct flow_page *pages = break_division(s, &flow, &n);
    for (int tries = 0; n > reserved && tries < 100; tries++) {
        s->taller += flow->line;
        struct pages_options o = {.height = height_of_page,
                                  .with = s,
                                  .recto = is_recto(s->pass->l, s->first)};
        pages = s->columns ? columns_break(s->pass->l, s->columns, &n)
                           : pages_break(s->pass->l->arena, flow, &o, &n);
    }
    for (size_t i = 0; i < n; i++)
        finish_page(s, flow, &pages[i], i);
    finish_blanks(s, n, reserved);
    arena_reset(s->pass->l->arena);
}

static bool
is_body(const struct doc_node *division)
{
    return division->kind == DOC_PART_OPENING || division->kind == DOC_ARTICLE;
}

/* On which side a division begins: title page, contents and the first article
 * of a book on a recto, others as the style says. */
static enum style_break
side_of(const struct pass *p, const struct doc_node *division,
        const struct style *style)
{
    if (p->fronted &&
        (division->kind == DOC_TITLE_PAGE || division->kind == DOC_CONTENTS ||
         (is_body(division) && !p->in_body)))
        return STYLE_BREAK_RECTO;
    return flow_side(p->l, style->break_before);
}

/* An empty page, in the named page of what it comes before. */
static void
fill_side(struct pass *p, const struct setting *s, enum style_break side)
{
    bool recto = is_recto(p->l, p->next);
    if ((side != STYLE_BREAK_RECTO || recto) &&
        (side != STYLE_BREAK_VERSO || !recto))
        return;
    struct setting blank = *s;
    blank.first = p->next - 1; /* it is not the division's first page */
    finish_blanks(&blank, 1, 2);
    p->next++;
}

/* Whether it names pages that come after it. */
static bool
names_later_pages(const struct doc_node *division)
{
    return division->kind == DOC_CONTENTS ||
           division->kind == DOC_FIGURE_LIST ||
           division->kind == DOC_TABLE_LIST;
}

/* Keeps the pages of a list; what names the list is told where it begins. */
static void
reserve(struct pass *p, const struct setting *s, size_t n)
{
    *vec_add(p->l->lasting, &p->reserved) = (struct reserved){*s, n};
    folio_add(p->pages, s->division, s->first);
}

/* Says that a division of one page has more. */
static void
check_one_page(struct layout *l, const struct doc_node *division, size_t n)
{
    if (n < 2)
        return;
    diag_at(l->diag, doc_place(division), DIAG_BLOCK_TOO_TALL,
            "the %s holds more than its one page has room for",
            doc_vocab[division->kind].name);
    diag_hint(l->diag, "shorten what it says, or give its parts smaller sizes "
                       "in the stylesheet");
}

/* Lays out one division, but for lists. */
static void
set_division(struct pass *p, const struct doc_node *division)
{
    struct layout *l = p->l;
    struct setting s = {
        .pass = p, .division = division, .style = style_here(l, division)};
    if (s.style->display == STYLE_NONE)
        return;
    if (p->next)
        fill_side(p, &s, side_of(p, division, s.style));
    if (is_body(division) && !p->in_body) {
        p->in_body = true;
        p->pages->body = p->next;
    }
    s.first = p->next;
    struct flow *flow;
    size_t n;
    struct flow_page *pages = break_division(&s, &flow, &n);
    if (division->kind == DOC_COVER)
        check_one_page(l, division, n);
    p->next += n;
    folio_add_end(p->pages, division, p->next - 1);
    if (names_later_pages(division))
        reserve(p, &s, n);
    else
        for (size_t i = 0; i < n; i++)
            finish_page(&s, flow, &pages[i], i);
    arena_reset(l->arena);
}

static int
height_of_pair(void *with, size_t n)
{
    const struct setting *s = with;
    if (!s->pairs->facing)
        return height_of_page(with, n);
    int left = height_of_page(with, 2 * n),
        right = height_of_page(with, 2 * n + 1);
    return left < right ? left : right;
}

/* What furniture says of the two languages: on facing pages each page its own,
 * in columns both. */
static void
set_languages(struct pass *p, const struct pairs *pairs)
{
    struct layout *l = p->l;
    const char *names[2], *titles[2] = {l->book->title, l->book->title};
    for (int side = 0; side < 2; side++) {
        const struct doc_node *own = pairs->side[side].division;
        names[side] = doc_lang_name(doc_lang(l->book, own));
        if (pairs->facing)
            titles[side] = own->article->title;
    }
    if (!pairs->facing && names[0] && names[1])
        names[0] = arena_printf(l->lasting, "%s · %s", names[0], names[1]);
    strings_preset(l->lasting, &p->strings, l->book, titles[0], names[0]);
    strings_preset(l->lasting, &p->other, l->book, titles[1], names[1]);
}

/* A page of the pair; one of the translation alone speaks its language. */
static void
finish_pair(struct setting *s, size_t i)
{
    const struct layout *l = s->pass->l;
    const struct pairs *pairs = s->pairs;
    int side = pairs->facing && i % 2;
    const struct pair_side *own = &pairs->side[side];
    s->division = own->division;
    s->style = own->style;
    s->strings = own->strings;
    if (side)
        style_set_language(l->sheet, doc_lang(l->book, own->division));
    strings_begin_page(pairs->side[!side].strings);
    finish_page(s, own->flow, &pairs->at[side][pairs->facing ? i / 2 : i], i);
    if (side)
        style_set_language(l->sheet, l->book->lang);
}

/* An article with its translation, in columns or on facing pages. */
static void
set_pair(struct pass *p, const struct doc_node *article)
{
    struct layout *l = p->l;
    struct setting s = {.pass = p,
                        .division = article,
                        .style = style_here(l, article),
                        .first = p->next};
    int width, height;
    least_page(&s, &width, &height);
    struct pairs *pairs = s.pairs = pairs_new(l, article, width, height);
    pairs->height = height_of_pair;
    pairs->with = &s;
    pairs->side[0].strings = &p->strings;
    pairs->side[1].strings = &p->other;
    set_languages(p, pairs);
    pairs_break(l, pairs);
    p->in_body = true;
    p->pages->body = p->next;
    size_t n = pairs->facing ? 2 * pairs->n : pairs->n;
    for (size_t i = 0; i < n; i++)
        finish_pair(&s, i);
    p->next += n;
    for (int side = 0; side < 2; side++)
        folio_add_end(p->pages, pairs->side[side].division, p->next - 1);
    arena_reset(l->arena);
}

/* The translation that stands beside the article, or NULL. */
static const struct doc_node *
beside(const struct layout *l, const struct doc_node *article)
{
    bool pair = l->book->parallel && article->kind == DOC_ARTICLE &&
                article->next && article->next->kind == DOC_ARTICLE;
    return pair ? article->next : NULL;
}

static bool
is_laid_out(const struct layout *l, const struct doc_node *node)
{
    if (node->kind == DOC_COVER)
        return l->options->cover;
    return doc_vocab[node->kind].model == DOC_IS_DIVISION &&
           node->kind != DOC_PART;
}

/* The division that follows in the book's order; those of a part are below
 * it. */
static const struct doc_node *
next_division(const struct layout *l, const struct doc_node *node)
{
    const struct doc_node *root = l->book->root;
    bool enter = node == root || node->kind == DOC_PART;
    do {
        node = enter ? doc_next(node, root) : doc_next_skip(node, root);
        enter = node && node->kind == DOC_PART;
    } while (node && !is_laid_out(l, node));
    return node;
}

static void
run_pass(struct pass *p)
{
    struct layout *l = p->l;
    const struct doc_node *root = l->book->root;
    l->page_label = label_of;
    l->page_label_with = p;
    strings_preset(l->lasting, &p->strings, l->book, l->book->title,
                   doc_lang_name(l->book->lang));
    folio_begin(p->pages, l->book->lang,
                style_page_of(l->sheet, (struct style_page_query){0}));
    const struct doc_node *first = next_division(l, root);
    p->pages->cover = first && first->kind == DOC_COVER;
    const struct doc_node *text = first;
    if (p->pages->cover)
        text = next_division(l, first);
    p->fronted = text && !is_body(text);
    p->pages->body = p->fronted ? SIZE_MAX : p->pages->cover;
    for (const struct doc_node *d = first; d; d = next_division(l, d)) {
        if (!beside(l, d)) {
            set_division(p, d);
            continue;
        }
        set_pair(p, d);
        d = beside(l, d);
    }
    for (size_t i = 0; i < p->reserved.n; i++)
        set_reserved(&p->reserved.at[i].setting, p->reserved.at[i].n);
}

/* Whether an article says what page something is on. */
static bool
text_names_pages(struct layout *l)
{
    const struct doc_node *root = l->book->root;
    if (style_names_pages(l->sheet))
        return true;
    for (const struct doc_node *n = root; n;) {
        if (n->kind == DOC_PAGE_REF)
            return true;
        /* An index names pages before it. */
        n = names_later_pages(n) || n->kind == DOC_INDEX
                ? doc_next_skip(n, root)
                : doc_next(n, root);
    }
    return false;
}

/* Whether heads or feet say how many pages there are. */
static bool
furniture_wants_total(struct layout *l)
{
    const struct doc_node *root = l->book->root;
    const char *name = "";
    for (const struct doc_node *d = next_division(l, root); d;
         d = next_division(l, d)) {
        const struct style *style = style_here(l, d);
        if (str_eq(style->page, name))
            continue;
        name = style->page;
        for (unsigned i = 0; i < 8; i++)
            if (page_wants_total(style_page_of(
                    l->sheet, (struct style_page_query){name, i & 1,
                                                        (i & 1) != l->book->rtl,
                                                        i & 2, i & 4})))
                return true;
    }
    return false;
}

/* How many figures the last page's number likely has: at least 2,000 bytes of
 * text fill a page. */
static int
likely_digits(const struct doc_book *book)
{
    size_t bytes = 0;
    for (const struct doc_node *n = book->root; n; n = doc_next(n, book->root))
        bytes += n->text ? strlen(n->text) : 0;
    int digits = 2;
    for (size_t pages = bytes / 2000; pages >= 100; pages /= 10)
        digits++;
    return digits;
}

static void
open_layout(struct layout *l, const struct doc_book *book,
            struct style_sheet *sheet, struct style_fonts *fonts,
            const struct layout_options *o, struct diag *d)
{
    *l = (struct layout){.book = book,
                         .sheet = sheet,
                         .options = o,
                         .diag = d,
                         .fonts = fonts,
                         .lasting = arena_new(),
                         .arena = arena_new()};
    style_set_language(sheet, book->lang);
    layout_fonts_open(l, style_fonts_map(fonts));
}

static void
close_layout(struct layout *l)
{
    missing_tell(l);
    layout_fonts_close(l);
    arena_free(l->arena);
    arena_free(l->lasting);
}

/* Goes through the book, twice where something is said that only a whole layout
 * tells. Returns how many pages there are. */
static size_t
run_passes(struct layout *l, bool twice, layout_sink *sink, void *to)
{
    int digits = likely_digits(l->book);
    struct book_pages *known = NULL;
    size_t total = 0;
    for (int i = twice ? 0 : 1; i < 2; i++) {
        struct book_pages *pages = ARENA_NEW(l->lasting, struct book_pages);
        pages->arena = l->lasting;
        pages->cover_label = doc_word(l->book->lang, DOC_WORD_COVER);
        struct pass pass = {.l = l,
                            .sink = i ? sink : NULL,
                            .to = to,
                            .pages = pages,
                            .known = known,
                            .total = total,
                            .digits = digits};
        run_pass(&pass);
        known = pages;
        total = pass.next;
    }
    return total;
}

void
layout_book(const struct doc_book *book, struct style_sheet *sheet,
            struct style_fonts *fonts, const struct layout_options *o,
            struct diag *d, layout_sink *sink, void *to)
{
    struct layout l;
    open_layout(&l, book, sheet, fonts, o, d);
    run_passes(&l, text_names_pages(&l) || furniture_wants_total(&l), sink, to);
    close_layout(&l);
}

size_t
layout_count(const struct doc_book *book, struct style_sheet *sheet,
             struct style_fonts *fonts, const struct layout_options *o)
{
    struct layout l;
    struct diag *unheard = diag_new();
    open_layout(&l, book, sheet, fonts, o, unheard);
    size_t n = run_passes(&l, text_names_pages(&l), NULL, NULL);
    close_layout(&l);
    diag_free(unheard);
    return n;
}

void
layout_single(const struct doc_book *book, const struct doc_node *division,
              struct style_sheet *sheet, struct style_fonts *fonts,
              const struct layout_options *o, struct diag *d, layout_sink *sink,
              void *to)
{
    struct layout l;
    open_layout(&l, book, sheet, fonts, o, d);
    struct book_pages pages = {.arena = l.lasting,
                               .cover_label =
                                   doc_word(book->lang, DOC_WORD_COVER),
                               .cover = division->kind == DOC_COVER};
    struct pass pass = {
        .l = &l, .sink = sink, .to = to, .pages = &pages, .digits = 2};
    l.page_label = label_of;
    l.page_label_with = &pass;
    struct setting s = {
        .pass = &pass, .division = division, .style = style_here(&l, division)};
    struct flow *flow;
    size_t n;
    struct flow_page *at = break_division(&s, &flow, &n);
    finish_page(&s, flow, &at[0], 0);
    check_one_page(&l, division, n);
    close_layout(&l);
}
