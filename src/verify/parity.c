/* SPDX-License-Identifier: MIT */
/* Two readings of one publication held against each other, and what is said of
 * where they differ. */
#include "verify/parity.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAID_MOST = 40,
    QUOTED = 72,
    AROUND = 5,
    JOINED = 3,
    TURNED = 32,
    ANY_MOST = 32
};

/* What a difference is about; the first that fits. */
enum about { ORDER, NOTE, ALT, ROW, TEXT };

struct finding {
    enum parity_part part;
    struct parity_hunk at;
    enum about about;
    bool number, dropped;
};

struct comparison {
    struct parity_reading *epub, *pdf;
    const struct verify_pair *pair;
    const struct verify_origin *origin;
    struct diag *diag;
    struct arena *arena;
    VEC(struct finding) findings;
};

static const struct parity_token *
tokens_of(const struct parity_reading *r, enum parity_part part)
{
    return parity_tokens(&r->parts[part]);
}

/* Whether the words of [b, b_end) are what [a, a_end) says, in which a wild one
 * stands for any few (a glob without going back further than the last star). */
static bool
fits_wild(const struct parity_token *a, size_t na, const struct parity_token *b,
          size_t nb)
{
    size_t i = 0, k = 0, star = SIZE_MAX, from = 0;
    if (nb > na + ANY_MOST)
        return false;
    while (k < nb) {
        if (i < na && (a[i].flags & PARITY_WILD)) {
            star = i++;
            from = k;
        } else if (i < na && a[i].hash == b[k].hash) {
            i++;
            k++;
        } else if (star != SIZE_MAX && !(b[from].flags & PARITY_MARK)) {
            i = star + 1;
            k = ++from;
        } else {
            return false;
        }
    }
    while (i < na && (a[i].flags & PARITY_WILD))
        i++;
    return i == na;
}

/* Whether it is what a page's number in an index, or behind a reference, looks
 * like: figures, Roman or not, and what stands between them. */
static bool
is_page_number(const struct parity_stream *s, const struct parity_token *t)
{
    const char *word = s->text.at + t->at;
    if (!(t->flags & PARITY_PAGE))
        return false;
    return (t->flags & (PARITY_SIGN | PARITY_NUMBER)) ||
           strspn(word, "ivxlcdmIVXLCDM") >= t->n;
}

/* Whether all are signs that no keyboard has. */
static bool
are_ornaments(const struct parity_stream *s, size_t from, size_t to)
{
    const struct parity_token *t = parity_tokens(s);
    for (; from < to; from++)
        if (!(t[from].flags & PARITY_SIGN) ||
            (unsigned char)s->text.at[t[from].at] < 0xE2)
            return false;
    return true;
}

/* Whether [from, to) is a page's numbers in an index: they stand behind a
 * comma, as a note's number does not. */
static bool
are_page_numbers(const struct parity_stream *s, size_t from, size_t to)
{
    const struct parity_token *t = parity_tokens(s);
    if (from == to || !(t[from].flags & PARITY_SIGN))
        return false;
    while (from < to && is_page_number(s, &t[from]))
        from++;
    return from == to;
}

static bool
is_legitimate(const struct comparison *c, enum parity_part part,
              const struct parity_hunk *h)
{
    const struct parity_stream *a = &c->epub->parts[part],
                               *b = &c->pdf->parts[part];
    if (h->a == h->a_end && are_page_numbers(b, h->b, h->b_end))
        return true;
    /* Another style may have other ornaments. */
    if (!c->pair->same_style && are_ornaments(a, h->a, h->a_end) &&
        are_ornaments(b, h->b, h->b_end))
        return true;
    return fits_wild(parity_tokens(a) + h->a, h->a_end - h->a,
                     parity_tokens(b) + h->b, h->b_end - h->b);
}

static unsigned
flags_in(const struct parity_token *t, size_t from, size_t to)
{
    unsigned flags = 0;
    for (size_t i = from; i < to; i++)
        flags |= t[i].flags;
    return flags;
}

static bool
is_kind(const struct parity_stream *s, size_t from, size_t to,
        enum parity_kind kind)
{
    if (from == to)
        return false;
    const struct parity_item *item = parity_item_at(s, from);
    return item && item->kind == kind;
}

static enum about
about_hunk(const struct comparison *c, enum parity_part part,
           const struct parity_hunk *h)
{
    const struct parity_stream *a = &c->epub->parts[part],
                               *b = &c->pdf->parts[part];
    unsigned flags = flags_in(parity_tokens(a), h->a, h->a_end) |
                     flags_in(parity_tokens(b), h->b, h->b_end);
    if (is_kind(a, h->a, h->a_end, PARITY_ALT) ||
        is_kind(b, h->b, h->b_end, PARITY_ALT))
        return ALT;
    if (part != PARITY_MAIN)
        return part == PARITY_NOTES ? NOTE : TEXT;
    return (flags & PARITY_MARK) || is_kind(a, h->a, h->a_end, PARITY_CELL) ||
                   is_kind(b, h->b, h->b_end, PARITY_CELL)
               ? ROW
               : TEXT;
}

/* Whether the words of the one are those of the other, begun `k` words later:
 * what is around them leaves open where they begin. */
static bool
are_turned(const struct parity_token *a, const struct parity_token *b, size_t n,
           size_t k)
{
    for (size_t i = 0; i < n; i++)
        if (a[i].hash != b[i + k < n ? i + k : i + k - n].hash)
            return false;
    return true;
}

static bool
stands_elsewhere(const struct parity_token *a, const struct parity_hunk *x,
                 const struct parity_token *b, const struct parity_hunk *y)
{
    size_t n = x->a_end - x->a;
    if (n < 2 || x->b != x->b_end || y->a != y->a_end || y->b_end - y->b != n)
        return false;
    for (size_t k = 0; k < n && k <= TURNED; k++)
        if (are_turned(a + x->a, b + y->b, n, k) ||
            are_turned(b + y->b, a + x->a, n, k))
            return true;
    return false;
}

/* What is missing here and too much there has moved. */
static void
find_moved(struct comparison *c, size_t from)
{
    for (size_t i = from; i < c->findings.n; i++) {
        struct finding *x = &c->findings.at[i];
        const struct parity_token *a = tokens_of(c->epub, x->part),
                                  *b = tokens_of(c->pdf, x->part);
        for (size_t k = from; k < c->findings.n && k < from + 200; k++) {
            struct finding *y = &c->findings.at[k];
            if (y->dropped || x->dropped || i == k ||
                !stands_elsewhere(a, &x->at, b, &y->at))
                continue;
            x->at.b = y->at.b;
            x->at.b_end = y->at.b_end;
            x->about = ORDER;
            y->dropped = true;
        }
    }
}

/* Differences with only a few words between them are one. */
static void
join(struct comparison *c, size_t from)
{
    struct finding *last = NULL;
    for (size_t i = from; i < c->findings.n; i++) {
        struct finding *f = &c->findings.at[i];
        if (f->dropped)
            continue;
        if (last && last->about != ORDER && f->about != ORDER &&
            f->at.a - last->at.a_end <= JOINED &&
            f->at.b - last->at.b_end <= JOINED) {
            last->at.a_end = f->at.a_end;
            last->at.b_end = f->at.b_end;
            last->number |= f->number;
            last->about = f->about < last->about ? f->about : last->about;
            f->dropped = true;
        } else {
            last = f;
        }
    }
}

/* Words that one side alone has may as well begin a little earlier or later
 * where what is around them is like their own ends: best where a paragraph
 * begins. Returns where that is on the other side, as `*other` is. */
static size_t
move_to_item(const struct parity_stream *s, size_t *from, size_t *to,
             size_t *other, size_t least, size_t most)
{
    const struct parity_token *t = parity_tokens(s);
    for (size_t k = 0; k <= *from - least; k++) {
        if (parity_item_at(s, *from - k)->first == *from - k) {
            *from -= k;
            *to -= k;
            *other -= k;
            return *other;
        }
        if (k == *from - least || t[*from - k - 1].hash != t[*to - k - 1].hash)
            break;
    }
    for (size_t k = 0; *to + k < most && t[*from + k].hash == t[*to + k].hash;
         k++)
        if (parity_item_at(s, *from + k + 1)->first == *from + k + 1) {
            *from += k + 1;
            *to += k + 1;
            *other += k + 1;
            break;
        }
    return *other;
}

/* Adds what differs between stretches of one part. */
static void
compare_range(struct comparison *c, enum parity_part part,
              const struct parity_hunk *in)
{
    const struct parity_token *a = tokens_of(c->epub, part),
                              *b = tokens_of(c->pdf, part);
    struct parity_hunks hunks = {.arena = c->arena};
    parity_diff(&hunks, a + in->a, in->a_end - in->a, b + in->b,
                in->b_end - in->b);
    for (size_t i = 0; i < hunks.list.n; i++) {
        struct parity_hunk h = hunks.list.at[i];
        h = (struct parity_hunk){h.a + in->a, h.a_end + in->a, h.b + in->b,
                                 h.b_end + in->b};
        if (is_legitimate(c, part, &h))
            continue;
        if (h.b == h.b_end)
            h.b_end = move_to_item(&c->epub->parts[part], &h.a, &h.a_end, &h.b,
                                   in->a, in->a_end);
        else if (h.a == h.a_end)
            h.a_end = move_to_item(&c->pdf->parts[part], &h.b, &h.b_end, &h.a,
                                   in->b, in->b_end);
        unsigned flags = flags_in(a, h.a, h.a_end) | flags_in(b, h.b, h.b_end);
        *vec_add(c->arena, &c->findings) =
            (struct finding){.part = part,
                             .at = h,
                             .about = about_hunk(c, part, &h),
                             .number = (flags & PARITY_NUMBER) != 0};
    }
}

static void
compare_section(void *data, const struct parity_hunk *in)
{
    compare_range(data, PARITY_MATTER, in);
}

static void
compare_part(struct comparison *c, enum parity_part part)
{
    struct parity_hunk all = {0, parity_count(&c->epub->parts[part]), 0,
                              parity_count(&c->pdf->parts[part])};
    size_t from = c->findings.n;
    if (part == PARITY_MATTER)
        parity_sections(c->arena, c->epub, c->pdf, c, compare_section);
    else
        compare_range(c, part, &all);
    find_moved(c, from);
    join(c, from);
}

/* The text of some tokens as it stands, folded and cut; "" where they are but
 * marks. */
static const char *
quote(const struct comparison *c, const struct parity_stream *s, size_t from,
      size_t to)
{
    const struct parity_token *t = parity_tokens(s);
    while (from < to && !t[from].n)
        from++;
    while (to > from && !t[to - 1].n)
        to--;
    if (from == to)
        return "";
    const char *p = s->text.at + t[from].at,
               *end = s->text.at + t[to - 1].at + t[to - 1].n, *cut = p;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (size_t n = 0; cut < end && n < QUOTED; n++) {
        uint32_t letter = utf8_next(&cut, end);
        bool space = letter == 0xA0 || letter == 0x202F;
        if (letter != UTF8_BAD)
            buf_utf8(&b, space ? ' ' : letter);
    }
    char *text = str_fold_space(c->arena, b.n ? b.at : "");
    buf_free(&b);
    return cut < end ? arena_printf(c->arena, "%s…", text) : text;
}

static size_t
tokens_before(const struct parity_stream *s, size_t at, size_t n)
{
    const struct parity_item *item = at ? parity_item_at(s, at - 1) : NULL;
    size_t least = item ? item->first : 0;
    return at > least + n ? at - n : at < least ? at : least;
}

static bool
is_unit(const struct parity_stream *s, const struct parity_token *t)
{
    static const char *const units[] = {
        "mg",    "g",     "kg",   "µg",    "μg",   "mcg",     "ng",
        "ml",    "l",     "dl",   "cl",    "mmol", "mol",     "IU",
        "IE",    "U",     "mm",   "cm",    "m",    "km",      "mmHg",
        "kcal",  "kJ",    "h",    "hours", "hour", "min",     "minutes",
        "days",  "day",   "week", "weeks", "s",    "months",  "times",
        "drops", "puffs", "unit", "units", "pill", "pills",   "tablet",
        "years", "year",  "bpm",  "month", "%",    "tablets", "°"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i]) == t->n &&
            strncasecmp(units[i], s->text.at + t->at, t->n) == 0)
            return true;
    return false;
}

/* A number is named with its unit, and a unit with its number. */
static void
widen(const struct parity_stream *s, size_t *from, size_t *to)
{
    const struct parity_token *t = parity_tokens(s);
    const struct parity_item *item = parity_item_at(s, *from);
    if (*from == *to || !item)
        return;
    if ((t[*to - 1].flags & PARITY_NUMBER) && *to < parity_count(s) &&
        is_unit(s, &t[*to]) && parity_item_at(s, *to) == item)
        ++*to;
    if (is_unit(s, &t[*from]) && *from > item->first &&
        (t[*from - 1].flags & PARITY_NUMBER))
        --*from;
}

static const char *
in_epub(const struct comparison *c, const struct parity_item *item)
{
    const char *file = item ? item->file : NULL;
    size_t n = strlen(c->epub->name);
    if (file && strncmp(file, c->epub->name, n) == 0 && file[n] == '/')
        file += n + 1;
    return file ? arena_printf(c->arena, "the EPUB (%s:%u)", file, item->line)
                : "the EPUB";
}

static const char *
in_pdf(const struct comparison *c, const struct parity_item *item)
{
    return item && item->page
               ? arena_printf(c->arena, "the PDF (page %u)", item->page)
               : "the PDF";
}

/* The source's place where its teller knows it, else the EPUB's. */
static struct place
place_of(const struct comparison *c, const struct finding *f,
         const struct parity_item *item)
{
    const struct parity_stream *s = &c->epub->parts[f->part];
    struct place at = {.file = c->epub->name};
    if (item && item->file)
        at = (struct place){item->file, item->line, item->col};
    if (!c->origin || !item)
        return at;
    size_t from = item->first, to = from;
    while (to < parity_count(s) && to < from + 12 &&
           parity_item_at(s, to) == item)
        to++;
    return c->origin->find(c->origin->data, quote(c, s, from, to), at);
}

static const enum diag_id ids[] = {[ORDER] = DIAG_PARITY_ORDER,
                                   [NOTE] = DIAG_PARITY_NOTE,
                                   [ALT] = DIAG_PARITY_ALT,
                                   [ROW] = DIAG_PARITY_ROW,
                                   [TEXT] = DIAG_PARITY_TEXT};

static void
hint(struct diag *d, enum about about)
{
    if (about == ALT)
        diag_hint(d, "a picture that only one of the two shows is a "
                     "background, or hidden by a stylesheet");
    else if (about == ORDER)
        diag_hint(d, "both must be read in one order: look for a float or a "
                     "position in a stylesheet");
    else
        diag_hint(d, "look for “display: none”, “content” and “@media” in "
                     "stylesheets; readers of the one must not miss what "
                     "the other says");
}

static void
say(const struct comparison *c, const struct finding *f)
{
    const struct parity_stream *a = &c->epub->parts[f->part],
                               *b = &c->pdf->parts[f->part];
    size_t a0 = f->at.a, a1 = f->at.a_end, b0 = f->at.b, b1 = f->at.b_end;
    const struct parity_item *epub_item =
        parity_item_at(a, a0 < a1 || !a0 ? a0 : a0 - 1);
    const char *in_a = in_epub(c, epub_item),
               *in_b =
                   in_pdf(c, parity_item_at(b, b0 < b1 || !b0 ? b0 : b0 - 1));
    const char *behind = quote(c, a, tokens_before(a, a0, AROUND), a0);
    const char *around =
        *behind ? arena_printf(c->arena, ", behind “%s”", behind) : "";
    struct place at = place_of(c, f, epub_item);
    enum diag_id id = ids[f->about];
    if (a0 < a1)
        widen(a, &a0, &a1);
    if (b0 < b1)
        widen(b, &b0, &b1);
    const char *said_a = quote(c, a, a0, a1), *said_b = quote(c, b, b0, b1);
    const char *what = f->about == ROW    ? "an empty cell"
                       : f->about == NOTE ? "the beginning of a note"
                                          : "something";
    bool a_only = a0 < a1 && (b0 == b1 || (*said_a && !*said_b));
    bool b_only = !a_only && b0 < b1 && (a0 == a1 || (*said_b && !*said_a));
    said_a = *said_a ? arena_printf(c->arena, "“%s”", said_a) : what;
    said_b = *said_b ? arena_printf(c->arena, "“%s”", said_b) : what;
    if (f->about == ORDER)
        diag_at(c->diag, at, id, "%s stands elsewhere in %s than in %s%s",
                said_a, in_b, in_a, around);
    else if (!a_only && !b_only)
        diag_at(c->diag, at, id, "%s in %s is %s in %s%s", said_a, in_a, said_b,
                in_b, around);
    else if (a_only)
        diag_at(c->diag, at, id, "%s is in %s and not in %s%s", said_a, in_a,
                in_b, around);
    else
        diag_at(c->diag, at, id, "%s is in %s and not in %s%s", said_b, in_b,
                in_a, around);
    hint(c->diag, f->about);
}

size_t
parity_compare(struct parity_reading *epub, struct parity_reading *pdf,
               const struct verify_pair *pair, struct diag *diag)
{
    struct comparison c = {epub, pdf,         pair, pair->origin,
                           diag, arena_new(), {0}};
    size_t found = 0, said = 0;
    for (int part = 0; part < PARITY_PARTS; part++)
        compare_part(&c, (enum parity_part)part);
    for (size_t i = 0; i < c.findings.n; i++)
        found += !c.findings.at[i].dropped;
    for (int numbers = 1; numbers >= 0; numbers--)
        for (size_t i = 0; i < c.findings.n && said < SAID_MOST; i++) {
            const struct finding *f = &c.findings.at[i];
            if (f->dropped || f->number != (numbers == 1))
                continue;
            say(&c, f);
            said++;
        }
    if (found > said)
        diag_at(diag, (struct place){.file = epub->name}, DIAG_PARITY_TEXT,
                "%zu more differences between %s and %s", found - said,
                epub->name, pdf->name);
    arena_free(c.arena);
    return found;
}

/* Reads a file's bytes; false, with a message, where it can't be. */
static bool
read_bytes(struct verify_file *f, struct buf *bytes)
{
    int error = file_read(f->path, bytes);
    if (error)
        diag_at(f->diag, (struct place){.file = f->name}, DIAG_FILE_UNREADABLE,
                "the file can't be read: %s", strerror(error));
    f->bytes = bytes->at;
    f->n = bytes->n;
    return !error;
}

/* One of the two files, and its reading. */
struct side {
    struct arena *arena;
    struct buf bytes;
    struct verify_file file;
    struct parity_reading reading;
};

static bool
side_open(struct side *s, struct verify_output from, enum verify_kind kind,
          struct diag *diag)
{
    s->arena = arena_new();
    buf_init(&s->bytes, BUF_LIMIT_OUTPUT);
    s->file = (struct verify_file){
        .arena = s->arena, .diag = diag, .path = from.path, .name = from.name};
    parity_open(&s->reading, s->arena, from.name, kind);
    return read_bytes(&s->file, &s->bytes);
}

static void
side_close(struct side *s)
{
    parity_close(&s->reading);
    buf_free(&s->bytes);
    arena_free(s->arena);
}

static void
tell_unreadable(struct side *s, const char *what)
{
    diag_at(s->file.diag, (struct place){.file = s->file.name},
            DIAG_VERIFY_FORMAT, "the file is no %s whose text can be read",
            what);
    diag_hint(s->file.diag, "verify --same takes an EPUB and a PDF");
}

static size_t
tokens_so_far(const struct parity_reading *r)
{
    size_t n = 0;
    for (int i = 0; i < PARITY_PARTS; i++)
        n += parity_count(&r->parts[i]) + r->parts[i].forgotten;
    return n;
}

/* Reads both side by side, so that what is alike can be forgotten. */
static void
read_both(struct side *a, struct parity_epub *epub, struct side *b,
          struct parity_pdf *pdf)
{
    bool more_a = true, more_b = true;
    while (more_a || more_b) {
        if (more_a && (!more_b || tokens_so_far(&a->reading) <=
                                      tokens_so_far(&b->reading)))
            more_a = parity_epub_step(epub);
        else
            more_b = parity_pdf_step(pdf);
        parity_forget(&a->reading, &b->reading);
    }
}

size_t
verify_same(const struct verify_pair *pair, struct diag *diag)
{
    struct side a, b;
    struct parity_epub *epub = NULL;
    struct parity_pdf *pdf = NULL;
    size_t found = 0;
    if (side_open(&a, pair->epub, VERIFY_EPUB, diag) &&
        !(epub = parity_epub_open(&a.reading, &a.file, pair->print_style)))
        tell_unreadable(&a, "EPUB");
    if (side_open(&b, pair->pdf, VERIFY_PDF, diag) &&
        !(pdf = parity_pdf_open(&b.reading, &b.file)))
        tell_unreadable(&b, "tagged PDF");
    if (epub && pdf) {
        read_both(&a, epub, &b, pdf);
        found = parity_compare(&a.reading, &b.reading, pair, diag);
    }
    if (epub)
        parity_epub_end(epub);
    if (pdf)
        parity_pdf_end(pdf);
    side_close(&a);
    side_close(&b);
    return found;
}
