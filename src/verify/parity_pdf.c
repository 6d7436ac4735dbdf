/* SPDX-License-Identifier: MIT */
/* What a tagged PDF says: its structure tree in order (ISO 32000-1, 14.7), the
 * text of marked content by the fonts' ToUnicode, ActualText and Alt in its
 * stead. Only few pages are kept. Contents are left out, as of an EPUB. */
#include <string.h>

#include "verify/parity.h"
#include "verify/pdf_content.h"

enum { PAGES_KEPT = 64, DEPTH_MOST = 4096, NOTHING = 0x7FFFFFFF };

/* What was shown within one marked-content sequence; several in a row may have
 * the same number. */
struct shown {
    uint32_t owner;
    int64_t mcid;
    size_t at, n;
};

/* A page's text. */
struct page {
    uint32_t number; /* of its object; 0: free */
    uint32_t age;
    struct arena *arena;
    struct buf text;
    VEC(struct shown) shown;
};

/* How an element stands to the text around it. */
enum manner { INLINE, BLOCK, ROW, CELL, NOTE, SKIP, LABEL, LINK, REFERENCE };

static const struct {
    const char *type;
    enum manner manner;
} types[] = {
    {"Annot", INLINE},
    {"BibEntry", INLINE},
    {"Code", INLINE},
    {"Em", INLINE},
    {"FENote", NOTE},
    {"Lbl", LABEL},
    {"Link", LINK},
    {"Note", NOTE},
    {"Quote", INLINE},
    {"RB", INLINE},
    {"RP", INLINE},
    {"RT", INLINE},
    {"Reference", REFERENCE},
    {"Ruby", INLINE},
    {"Span", INLINE},
    {"Strong", INLINE},
    {"Sub", INLINE},
    {"TD", CELL},
    {"TH", CELL},
    {"TOC", SKIP},
    {"TR", ROW},
    {"Warichu", INLINE},
};

/* An element that is open. */
struct frame {
    uint32_t number;                   /* of its object, or 0 */
    const struct pdfin_object *direct; /* where it has none */
    uint32_t next;                     /* kid */
    uint32_t page;                     /* object number of its /Pg */
    enum manner manner;
    enum parity_part outer; /* of a note: where it is */
    bool article, section;  /* the outermost Art; a Sect outside of it */
    bool label;             /* Lbl of such a list, or in one */
    bool numbered, note;    /* a list with labels of its own; outermost note */
};

struct parity_pdf {
    struct parity_reading *r;
    struct pdfin *file;
    struct pdfin_walk *walk;
    struct pdfin_fonts fonts;
    struct page pages[PAGES_KEPT], *page; /* `page`: being read */
    uint32_t suppressed; /* depth of marked content with ActualText, plus 1 */
    uint32_t clock;
    uint32_t *order; /* object number of a page → its place, from 1 */
    const struct pdfin_object *roles;
    VEC(struct frame) open;
    uint32_t page_now; /* of items, from 1 */
    enum parity_part part;
    int direct;            /* open elements without a number */
    int sections;          /* outside articles */
    int cells, references; /* that are open */
};

static struct parity_pdf *
text_of(struct pdfin_walk *w)
{
    return w->to;
}

/* The stretch that text which is shown now belongs to; NULL of artifacts. */
static struct shown *
stretch(struct pdfin_walk *w, int64_t mcid, uint32_t owner)
{
    struct page *p = text_of(w)->page;
    struct shown *last = p->shown.n ? &p->shown.at[p->shown.n - 1] : NULL;
    if (last && last->mcid == mcid && last->owner == owner)
        return last;
    last = vec_add(p->arena, &p->shown);
    *last = (struct shown){owner, mcid, p->text.n, 0};
    return last;
}

static void
on_marked(struct pdfin_walk *w, const struct pdfin_marked *m)
{
    struct parity_pdf *t = text_of(w);
    if (t->suppressed || !pdfin_has(m->properties, "ActualText"))
        return;
    const struct pdfin_marked *in = m->mcid >= 0 ? m : pdfin_walk_mcid(w);
    t->suppressed = w->marked_n + 1;
    if (!in)
        return;
    struct shown *s = stretch(w, in->mcid, in->owner);
    buf_str(&t->page->text,
            pdfin_text(t->page->arena,
                       pdfin_get(t->file, m->properties, "ActualText")));
    s->n = t->page->text.n - s->at;
}

static void
on_end(struct pdfin_walk *w, const struct pdfin_marked *m)
{
    struct parity_pdf *t = text_of(w);
    (void)m;
    if (t->suppressed == w->marked_n + 1)
        t->suppressed = 0;
}

static void
on_text(struct pdfin_walk *w, const char *bytes, uint32_t n)
{
    struct parity_pdf *t = text_of(w);
    const struct pdfin_marked *in = pdfin_walk_mcid(w);
    if (t->suppressed || !in || !w->state.font)
        return;
    struct shown *s = stretch(w, in->mcid, in->owner);
    pdfin_shown_text(w->state.font, bytes, n, &t->page->text);
    s->n = t->page->text.n - s->at;
}

/* The page's text, read now or not long ago. */
static struct page *
page_text(struct parity_pdf *t, uint32_t number)
{
    struct page *p = &t->pages[0];
    for (size_t i = 0; i < PAGES_KEPT; i++) {
        if (t->pages[i].number == number) {
            t->pages[i].age = ++t->clock;
            return &t->pages[i];
        }
        if (t->pages[i].age < p->age)
            p = &t->pages[i];
    }
    if (!p->arena) {
        p->arena = arena_new();
        buf_init(&p->text, BUF_LIMIT_OUTPUT);
    }
    arena_reset(p->arena);
    buf_clear(&p->text);
    memset(&p->shown, 0, sizeof p->shown);
    p->number = number;
    p->age = ++t->clock;
    t->page = p;
    t->suppressed = 0;
    pdfin_walk_page(t->walk, number, pdfin_load(t->file, number));
    return p;
}

static enum manner
manner_of(struct parity_pdf *t, const struct pdfin_object *element)
{
    const char *type = pdfin_name(pdfin_get(t->file, element, "S"));
    for (int i = 0; i < 8 && pdfin_has(t->roles, type); i++)
        type = pdfin_name(pdfin_get(t->file, t->roles, type));
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return types[i].manner;
    return BLOCK;
}

static bool
is_type(struct parity_pdf *t, const struct pdfin_object *element, const char *s)
{
    return pdfin_is(pdfin_get(t->file, element, "S"), s);
}

static void
begin(struct parity_pdf *t, enum parity_kind kind)
{
    parity_begin(t->r, t->part,
                 &(struct parity_item){.kind = kind, .page = t->page_now});
}

static enum parity_kind
kind_now(const struct parity_pdf *t)
{
    return t->cells                  ? PARITY_CELL
           : t->part == PARITY_NOTES ? PARITY_NOTE
                                     : PARITY_BLOCK;
}

static uint32_t
page_place(const struct parity_pdf *t, uint32_t number)
{
    return number < t->file->count ? t->order[number] : 0;
}

/* Text that stands on another page than what came before is another item, in
 * the midst of a word perhaps. */
static void
turn_to(struct parity_pdf *t, uint32_t number)
{
    uint32_t page = page_place(t, number);
    if (page && page != t->page_now) {
        t->page_now = page;
        parity_page(t->r, page);
    }
}

/* Whether what stands as a term is a bullet that a stylesheet made up: without
 * any letter or digit. */
static bool
is_sign(const struct page *p, const struct shown *s)
{
    struct arena *a = arena_new();
    const char *text = arena_strn(a, p->text.at + s->at, s->n);
    bool sign = !*str_anchor(a, text);
    arena_free(a);
    return sign;
}

static void
add_marked(struct parity_pdf *t, uint32_t page, uint32_t owner, int64_t mcid)
{
    const struct frame *f = &t->open.at[t->open.n - 1];
    const struct pdfin_object *loaded = pdfin_load(t->file, page);
    if (loaded->type != PDFIN_DICTIONARY)
        return;
    struct page *p = page_text(t, page);
    turn_to(t, page);
    unsigned flags =
        t->references && (f->manner == LINK || f->manner == REFERENCE)
            ? PARITY_PAGE
            : 0;
    for (size_t i = 0; i < p->shown.n; i++) {
        const struct shown *s = &p->shown.at[i];
        if (s->mcid != mcid || s->owner != owner)
            continue;
        bool label = f->label || (f->manner == LABEL && is_sign(p, s));
        parity_flags(t->r, label ? PARITY_LABEL : flags);
        parity_text(t->r, p->text.at + s->at, s->n);
    }
}

/* Whether a section is the contents: what has a TOC in it. */
static bool
has_contents(struct parity_pdf *t, const struct pdfin_object *element)
{
    const struct pdfin_object *kids = pdfin_get(t->file, element, "K");
    for (uint32_t i = 0; i < pdfin_count(kids) && i < 4; i++)
        if (is_type(t, pdfin_member(t->file, kids, i), "TOC"))
            return true;
    return false;
}

/* Whether a list's labels are made for it, as bullets and numbers are: other
 * labels are terms that are explained. */
static bool
has_numbering(struct parity_pdf *t, const struct pdfin_object *list)
{
    const struct pdfin_object *a = pdfin_get(t->file, list, "A");
    for (uint32_t i = 0; i < pdfin_count(a); i++) {
        const char *how = pdfin_name(
            pdfin_get(t->file, pdfin_member(t->file, a, i), "ListNumbering"));
        if (how && *how && !str_eq(how, "None"))
            return true;
    }
    return false;
}

/* The page of the first content within, for what shows none itself. */
static uint32_t
page_of(struct parity_pdf *t, const struct pdfin_object *element,
        uint32_t above)
{
    uint32_t page = pdfin_number_of(pdfin_raw(element, "Pg"));
    (void)t;
    return page ? page : above;
}

static void
add_instead(struct parity_pdf *t, const struct pdfin_object *o, const char *key,
            enum parity_kind kind)
{
    struct arena *a = arena_new();
    const char *text = pdfin_text(a, pdfin_get(t->file, o, key));
    if (kind == PARITY_ALT && !str_blank(text))
        begin(t, PARITY_ALT);
    parity_text(t->r, text, strlen(text));
    if (kind == PARITY_ALT && !str_blank(text))
        begin(t, kind_now(t));
    arena_free(a);
}

/* Opens an element; false where what is in it does not count. */
static bool
enter(struct parity_pdf *t, const struct pdfin_object *o, struct frame *f)
{
    const struct frame *up = t->open.n ? &t->open.at[t->open.n - 1] : NULL;
    f->manner = manner_of(t, o);
    f->numbered = is_type(t, o, "L") ? has_numbering(t, o) : up && up->numbered;
    f->label = up && (up->label || (f->manner == LABEL && up->numbered));
    f->page = page_of(t, o, up ? up->page : 0);
    if (f->manner == SKIP || has_contents(t, o) ||
        (f->manner == LABEL && up && up->manner == NOTE))
        return false;
    if (f->page)
        turn_to(t, f->page);
    if (is_type(t, o, "Art") && t->part == PARITY_MATTER) {
        f->article = true;
        t->part = PARITY_MAIN;
    }
    f->section = t->part == PARITY_MATTER &&
                 (is_type(t, o, "Sect") || is_type(t, o, "Index"));
    if (f->section && !t->sections++) {
        begin(t, PARITY_BLOCK);
        parity_mark(t->r, PARITY_SECTION_MARK);
    }
    if (f->manner == NOTE && t->part != PARITY_NOTES) {
        f->outer = t->part;
        f->note = true;
        t->part = PARITY_NOTES;
        begin(t, PARITY_NOTE);
        parity_mark(t->r, PARITY_NOTE_MARK);
    }
    if (f->manner == REFERENCE) {
        t->references++;
        parity_break(t->r);
    }
    if (f->manner == ROW || f->manner == CELL) {
        t->cells++;
        begin(t, PARITY_CELL);
        parity_mark(t->r,
                    f->manner == ROW ? PARITY_ROW_MARK : PARITY_CELL_MARK);
    } else if (f->manner == BLOCK) {
        begin(t, kind_now(t));
    }
    if (pdfin_has(o, "ActualText")) {
        add_instead(t, o, "ActualText", PARITY_BLOCK);
        return false;
    }
    if (is_type(t, o, "Figure") || is_type(t, o, "Formula")) {
        add_instead(t, o, "Alt", PARITY_ALT);
        return true;
    }
    return true;
}

static void
leave(struct parity_pdf *t, const struct frame *f)
{
    if (f->manner == ROW || f->manner == CELL)
        t->cells--;
    if (f->manner == REFERENCE)
        t->references--;
    parity_flags(t->r, 0);
    if (f->note)
        t->part = f->outer;
    if (f->article)
        t->part = PARITY_MATTER;
    t->sections -= f->section;
    if (f->manner == REFERENCE)
        parity_break(t->r);
    else if (f->manner != INLINE && f->manner != LINK && f->manner != SKIP)
        begin(t, kind_now(t));
}

static const struct pdfin_object *
element_of(struct parity_pdf *t, const struct frame *f)
{
    return f->number ? pdfin_load(t->file, f->number) : f->direct;
}

static void
open_element(struct parity_pdf *t, const struct pdfin_object *raw)
{
    struct frame f = {
        .number = raw->type == PDFIN_REFERENCE ? pdfin_number_of(raw) : 0};
    const struct pdfin_object *o = pdfin_resolve(t->file, raw);
    f.direct = f.number ? NULL : o;
    if (o->type != PDFIN_DICTIONARY || t->open.n >= DEPTH_MOST)
        return;
    t->direct += f.direct != NULL;
    if (!enter(t, o, &f))
        f.next = NOTHING;
    *vec_add(t->r->arena, &t->open) = f;
}

/* A kid: marked content, a reference to an annotation, or an element. */
static void
take_kid(struct parity_pdf *t, struct frame *f, const struct pdfin_object *raw)
{
    const struct pdfin_object *kid = pdfin_resolve(t->file, raw);
    if (kid->type == PDFIN_INTEGER) {
        add_marked(t, f->page, f->page, kid->integer);
    } else if (kid->type == PDFIN_DICTIONARY && !pdfin_has(kid, "S")) {
        uint32_t page = pdfin_number_of(pdfin_raw(kid, "Pg"));
        uint32_t stream = pdfin_number_of(pdfin_raw(kid, "Stm"));
        int64_t mcid = pdfin_integer(pdfin_get(t->file, kid, "MCID"), -1);
        page = page ? page : f->page;
        if (mcid >= 0 && !pdfin_is(pdfin_get(t->file, kid, "Type"), "OBJR"))
            add_marked(t, page, stream ? stream : page, mcid);
    } else {
        open_element(t, raw);
    }
}

/* Takes the next kid of the innermost element, or leaves that. True where an
 * article, or the whole, has ended. */
static bool
step_tree(struct parity_pdf *t)
{
    struct frame *f = &t->open.at[t->open.n - 1];
    const struct pdfin_object *kids = pdfin_raw(element_of(t, f), "K");
    if (kids->type == PDFIN_REFERENCE) {
        const struct pdfin_object *to = pdfin_resolve(t->file, kids);
        kids = to->type == PDFIN_ARRAY ? to : kids;
    }
    uint32_t n = kids->type == PDFIN_ARRAY  ? kids->n
                 : kids->type == PDFIN_NULL ? 0
                                            : 1;
    if (f->next >= n) {
        struct frame done = *f;
        t->open.n--;
        t->direct -= done.direct != NULL;
        leave(t, &done);
        return done.article || !t->open.n;
    }
    uint32_t i = f->next++;
    take_kid(t, f, kids->type == PDFIN_ARRAY ? &kids->items[i] : kids);
    return false;
}

/* Elements between two pauses: a file with no articles has no long ones. */
enum { STEPS = 4096 };

bool
parity_pdf_step(struct parity_pdf *t)
{
    if (!t->direct)
        pdfin_let_go(t->file);
    t->roles = pdfin_get(t->file,
                         pdfin_get(t->file, t->file->catalog, "StructTreeRoot"),
                         "RoleMap");
    for (int i = 0; i < STEPS && t->open.n; i++)
        if (step_tree(t))
            break;
    if (!t->open.n)
        parity_break(t->r);
    return t->open.n > 0;
}

static void
number_pages(struct parity_pdf *t)
{
    t->order = ARENA_ARRAY(t->file->arena, uint32_t, t->file->count);
    for (uint32_t i = 0; i < t->file->page_count; i++)
        if (t->file->pages[i] < t->file->count)
            t->order[t->file->pages[i]] = i + 1;
}

struct parity_pdf *
parity_pdf_open(struct parity_reading *r, const struct verify_file *f)
{
    struct pdfin *file = pdfin_open(f->bytes, f->n);
    if (!file)
        return NULL;
    const struct pdfin_object *raw = pdfin_raw(file->catalog, "StructTreeRoot");
    const struct pdfin_object *root = pdfin_resolve(file, raw);
    if (root->type != PDFIN_DICTIONARY) {
        pdfin_close(file);
        return NULL;
    }
    struct parity_pdf *t = ARENA_NEW(f->arena, struct parity_pdf);
    t->file = file;
    t->r = r;
    t->part = PARITY_MATTER;
    t->walk = ARENA_NEW(f->arena, struct pdfin_walk);
    *t->walk = (struct pdfin_walk){.file = file,
                                   .fonts = &t->fonts,
                                   .to = t,
                                   .on_marked = on_marked,
                                   .on_end = on_end,
                                   .on_text = on_text};
    number_pages(t);
    struct frame *top = vec_add(r->arena, &t->open);
    top->number = pdfin_number_of(raw);
    top->direct = top->number ? NULL : root;
    top->manner = INLINE;
    t->direct = top->direct != NULL;
    return t;
}

void
parity_pdf_end(struct parity_pdf *t)
{
    for (size_t i = 0; i < PAGES_KEPT; i++)
        if (t->pages[i].arena) {
            arena_free(t->pages[i].arena);
            buf_free(&t->pages[i].text);
        }
    pdfin_close(t->file);
}
