/* SPDX-License-Identifier: MIT */
/* From text to the words that are compared. White space says no more than that
 * a word ends; signs stand alone, so that it does not matter whether a line was
 * broken at a dash; and a number keeps its point. */
#include <string.h>

#include "verify/parity.h"

enum letter { UNSEEN, SPACE, SIGN, ALONE, LETTER };

struct letters {
    uint32_t first, last;
    enum letter is;
};

/* Beyond ASCII, sorted. What is not named is a letter. */
static const struct letters table[] = {
    {0x80, 0xA0, SPACE},       {0xA1, 0xA9, SIGN},
    {0xAB, 0xAC, SIGN},        {0xAD, 0xAD, UNSEEN},
    {0xAE, 0xB1, SIGN},        {0xB4, 0xB4, SIGN},
    {0xB6, 0xB8, SIGN},        {0xBB, 0xBB, SIGN},
    {0xBF, 0xBF, SIGN},        {0xD7, 0xD7, SIGN},
    {0xF7, 0xF7, SIGN},        {0x34F, 0x34F, UNSEEN},
    {0x5BE, 0x5BE, SIGN},      {0x60C, 0x60C, SIGN},
    {0x61B, 0x61B, SIGN},      {0x61C, 0x61C, UNSEEN},
    {0x61F, 0x61F, SIGN},      {0x640, 0x640, UNSEEN},
    {0x6D4, 0x6D4, SIGN},      {0x964, 0x965, SIGN},
    {0x1680, 0x1680, SPACE},   {0x180E, 0x180E, UNSEEN},
    {0x2000, 0x200A, SPACE},   {0x200B, 0x200F, UNSEEN},
    {0x2010, 0x2027, SIGN},    {0x2028, 0x2029, SPACE},
    {0x202A, 0x202E, UNSEEN},  {0x202F, 0x202F, SPACE},
    {0x2030, 0x205E, SIGN},    {0x205F, 0x205F, SPACE},
    {0x2060, 0x206F, UNSEEN},  {0x2190, 0x23FF, SIGN},
    {0x2500, 0x27BF, SIGN},    {0x2E00, 0x2E7F, SIGN},
    {0x2E80, 0x2FFF, ALONE},   {0x3000, 0x3000, SPACE},
    {0x3001, 0x303F, SIGN},    {0x3040, 0x9FFF, ALONE},
    {0xF900, 0xFAFF, ALONE},   {0xFE00, 0xFE0F, UNSEEN},
    {0xFE30, 0xFE6F, SIGN},    {0xFEFF, 0xFEFF, UNSEEN},
    {0xFF01, 0xFF0F, SIGN},    {0xFF1A, 0xFF20, SIGN},
    {0xFF3B, 0xFF40, SIGN},    {0xFF5B, 0xFF65, SIGN},
    {0x20000, 0x3FFFF, ALONE},
};

static enum letter
letter_of(uint32_t c)
{
    if (c < 0x80)
        return c <= 0x20 || c == 0x7F                            ? SPACE
               : str_is_letter((char)c) || str_is_digit((char)c) ? LETTER
                                                                 : SIGN;
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (table[mid].last < c)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == sizeof table / sizeof *table || c < table[low].first)
        return LETTER;
    return table[low].is;
}

static bool
is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
           (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) ||
           (c >= 0xBC && c <= 0xBE) || (c >= 0xFF10 && c <= 0xFF19);
}

static const char empty[1];

void
parity_open(struct parity_reading *r, struct arena *a, const char *name,
            enum verify_kind kind)
{
    *r = (struct parity_reading){
        .arena = a, .scratch = arena_new(), .name = name, .kind = kind};
    for (int i = 0; i < PARITY_PARTS; i++) {
        buf_init(&r->parts[i].text, BUF_LIMIT_OUTPUT);
        buf_init(&r->parts[i].tokens, BUF_LIMIT_OUTPUT);
    }
    buf_init(&r->pending, BUF_LIMIT_OUTPUT);
    r->to = &r->parts[PARITY_MAIN];
}

void
parity_close(struct parity_reading *r)
{
    for (int i = 0; i < PARITY_PARTS; i++) {
        buf_free(&r->parts[i].text);
        buf_free(&r->parts[i].tokens);
    }
    buf_free(&r->pending);
    arena_free(r->scratch);
}

/* FNV-1a. */
static uint32_t
hash_bytes(const char *s, size_t n, bool fold)
{
    uint32_t h = 0x811c9dc5;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (fold && c >= 'A' && c <= 'Z')
            c |= 0x20;
        h = (h ^ c) * 0x01000193;
    }
    return h;
}

/* A word as it counts: without what is not seen, without case, composed. */
static uint32_t
hash_word(struct parity_reading *r, const char *s, size_t n)
{
    struct buf b;
    size_t ascii = 0;
    while (ascii < n && (unsigned char)s[ascii] < 0x80)
        ascii++;
    if (ascii == n)
        return hash_bytes(s, n, true);
    buf_init(&b, BUF_LIMIT_SMALL);
    for (const char *p = s, *end = s + n; p < end;) {
        uint32_t c = utf8_next(&p, end);
        if (c != UTF8_BAD && letter_of(c) != UNSEEN)
            buf_utf8(&b, c);
    }
    const char *folded =
        str_casefold(r->scratch, str_nfc(r->scratch, b.n ? b.at : empty));
    folded = str_nfc(r->scratch, folded);
    uint32_t h = hash_bytes(folded, strlen(folded), false);
    buf_free(&b);
    arena_reset(r->scratch);
    return h;
}

static void
add_token(struct parity_reading *r, uint32_t hash, size_t at, size_t n,
          unsigned flags)
{
    struct parity_token t = {hash, (uint32_t)at,
                             (uint16_t)(n < UINT16_MAX ? n : UINT16_MAX),
                             (uint16_t)flags};
    buf_add(&r->to->tokens, &t, sizeof t);
}

/* Where the word or sign at `p` ends. */
static const char *
end_of_token(const char *p, const char *end, unsigned *flags)
{
    const char *at = p, *seen = p;
    uint32_t c = utf8_next(&at, end);
    bool digit = is_digit(c);
    if (letter_of(c) != LETTER) {
        *flags |= letter_of(c) == SIGN ? PARITY_SIGN : 0;
        return at;
    }
    for (seen = at;; seen = at) {
        while (at < end && ((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z')) {
            digit = false;
            seen = ++at;
        }
        *flags |= digit ? PARITY_NUMBER : 0;
        if (at >= end)
            return at;
        c = utf8_next(&at, end);
        const char *behind = at;
        /* A point within a number is its own. */
        if (digit && at < end && (c == '.' || c == ',' || c == 0x66B) &&
            is_digit(utf8_next(&behind, end)))
            continue;
        if (letter_of(c) != LETTER && letter_of(c) != UNSEEN)
            return seen;
        digit = letter_of(c) == UNSEEN ? digit : is_digit(c);
    }
}

/* The flags of text at an offset of what is pending: those before the first
 * change that comes behind it. */
static unsigned
flags_at(const struct parity_reading *r, size_t at)
{
    for (size_t i = 0; i < r->turns.n; i++)
        if (at < r->turns.at[i].at)
            return r->turns.at[i].flags;
    return r->flags;
}

static bool
is_box(uint32_t c)
{
    return c >= 0x2610 && c <= 0x2612;
}

void
parity_break(struct parity_reading *r)
{
    const char *p = r->pending.at, *end = p ? p + r->pending.n : p;
    size_t base = r->to->text.n;
    if (!r->pending.n)
        return;
    while (p < end) {
        const char *at = p;
        uint32_t c = utf8_next(&at, end);
        enum letter is = c == UTF8_BAD ? SIGN : letter_of(c);
        if (is == SPACE || is == UNSEEN) {
            p = at;
            continue;
        }
        unsigned flags = 0;
        const char *stop = c == UTF8_BAD ? at : end_of_token(p, end, &flags);
        size_t n = (size_t)(stop - p);
        flags |= flags_at(r, (size_t)(p - r->pending.at));
        if (!(flags & PARITY_LABEL) || is_box(c))
            add_token(r, hash_word(r, p, n), base + (size_t)(p - r->pending.at),
                      n, flags);
        p = stop;
    }
    buf_add(&r->to->text, r->pending.at, r->pending.n);
    buf_char(&r->to->text, ' ');
    buf_clear(&r->pending);
    r->turns.n = 0;
}

void
parity_begin(struct parity_reading *r, enum parity_part part,
             const struct parity_item *item)
{
    parity_break(r);
    r->to = &r->parts[part];
    struct parity_item *last =
        r->to->items.n ? &r->to->items.at[r->to->items.n - 1] : NULL;
    if (!last || last->first != parity_count(r->to))
        last = vec_add(r->arena, &r->to->items);
    *last = *item;
    last->first = parity_count(r->to);
}

void
parity_page(struct parity_reading *r, uint32_t page)
{
    struct parity_item *last =
        r->to->items.n ? &r->to->items.at[r->to->items.n - 1] : NULL;
    if (!last || last->page == page)
        return;
    struct parity_item item = *last;
    item.page = page;
    const char *p = r->pending.at, *end = p ? p + r->pending.n : p;
    while (p < end && !str_is_space(end[-1]))
        end--;
    /* The word that the page turns within begins the other item. */
    struct buf rest;
    buf_init(&rest, BUF_LIMIT_OUTPUT);
    buf_add(&rest, end, r->pending.n - (size_t)(end - p));
    r->pending.n = (size_t)(end - p);
    parity_begin(r, (enum parity_part)(r->to - r->parts), &item);
    parity_text(r, rest.at, rest.n);
    buf_free(&rest);
}

void
parity_text(struct parity_reading *r, const char *text, size_t n)
{
    buf_add(&r->pending, text, n);
}

void
parity_flags(struct parity_reading *r, unsigned flags)
{
    if (flags != r->flags)
        *vec_add(r->arena, &r->turns) =
            (struct parity_turn){r->pending.n, r->flags};
    r->flags = (uint16_t)flags;
}

void
parity_mark(struct parity_reading *r, int mark)
{
    parity_break(r);
    add_token(r, (uint32_t)mark, r->to->text.n, 0,
              mark == PARITY_ANY ? PARITY_WILD : PARITY_MARK);
}

const struct parity_item *
parity_item_at(const struct parity_stream *s, size_t token)
{
    size_t low = 0, high = s->items.n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (s->items.at[mid].first <= token)
            low = mid + 1;
        else
            high = mid;
    }
    return low ? &s->items.at[low - 1] : NULL;
}

/* Lets go of the first `k` tokens. */
static void
drop_first(struct parity_stream *s, size_t k)
{
    struct parity_token *t = (struct parity_token *)(void *)s->tokens.at;
    size_t n = parity_count(s) - k, first = 0;
    uint32_t shift = t[k].at;
    memmove(t, t + k, n * sizeof *t);
    s->tokens.n = n * sizeof *t;
    for (size_t i = 0; i < n; i++)
        t[i].at -= shift;
    memmove(s->text.at, s->text.at + shift, s->text.n - shift);
    s->text.n -= shift;
    s->text.at[s->text.n] = '\0';
    while (first + 1 < s->items.n && s->items.at[first + 1].first <= k)
        first++;
    s->items.n -= first;
    memmove(s->items.at, s->items.at + first, s->items.n * sizeof *s->items.at);
    for (size_t i = 0; i < s->items.n; i++)
        s->items.at[i].first =
            s->items.at[i].first > k ? s->items.at[i].first - k : 0;
    s->forgotten += k;
    s->same -= k;
}

enum { FORGET_LEAST = 8192, REMEMBERED = 64 };

static void
forget_part(struct parity_stream *a, struct parity_stream *b)
{
    const struct parity_token *x = parity_tokens(a), *y = parity_tokens(b);
    size_t na = parity_count(a), nb = parity_count(b), i = a->same;
    while (i < na && i < nb && x[i].hash == y[i].hash &&
           !((x[i].flags ^ y[i].flags) & (PARITY_MARK | PARITY_WILD)))
        i++;
    a->same = b->same = i;
    if (i < FORGET_LEAST)
        return;
    drop_first(a, i - REMEMBERED);
    drop_first(b, i - REMEMBERED);
}

void
parity_forget(struct parity_reading *a, struct parity_reading *b)
{
    forget_part(&a->parts[PARITY_MAIN], &b->parts[PARITY_MAIN]);
    forget_part(&a->parts[PARITY_NOTES], &b->parts[PARITY_NOTES]);
}
