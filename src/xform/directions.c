/* SPDX-License-Identifier: MIT */
/* Directions: which way each text goes where that is not its language's.
 *
 * Authors' text follows HTML: the nearest `dir` or language decides, and
 * dir="auto" and <bdi> take that of their first letter. What the program puts
 * in (names, titles, dates) and code are isolated where they are written the
 * other way than what they stand in, so that neither disturbs the other's
 * signs (UAX #9). Both backends see it in the tree. */
#include <string.h>

#include "xform/xform_int.h"

static enum doc_dir
dir_of(bool rtl)
{
    return rtl ? DOC_RTL : DOC_LTR;
}

/* That of the first letter below that has no direction of its own (HTML,
 * clause 3.2.6.4). */
static unsigned
first_direction(const struct doc_node *node)
{
    for (const struct doc_node *n = node; n;) {
        bool own = n != node && n->dir;
        unsigned is = n->text && !own && n->kind != DOC_NOTE_REF
                          ? str_directions(n->text, true)
                          : 0;
        if (is)
            return is;
        n = own ? doc_next_skip(n, node) : doc_next(n, node);
    }
    return 0;
}

static void
resolve_auto(struct doc_book *book, struct doc_node *n)
{
    unsigned is = first_direction(n);
    n->dir = (uint8_t)dir_of(is ? is == STR_RTL : doc_is_rtl(book, n->parent));
}

/* Gives a text a span with a direction, unless it has one for itself. */
static void
isolate(struct doc_book *book, struct doc_node *text, enum doc_dir dir)
{
    struct doc_node *span = text->parent;
    if (span->kind != DOC_SPAN || span->first != span->last || span->lang) {
        span = doc_node_new(book, DOC_SPAN, (struct place){0});
        doc_insert_before(text, span);
        doc_remove(text);
        doc_append(span, text);
    }
    span->dir = (uint8_t)dir;
}

/* That of the text's letters where they agree, else of its language. */
static enum doc_dir
dir_of_text(const struct doc_node *text, const char *lang)
{
    unsigned is = str_directions(text->text, false);
    bool agree = is == STR_LTR || is == STR_RTL;
    return dir_of(agree ? is == STR_RTL : doc_lang_is_rtl(lang));
}

/* A line that the program wrote in another language keeps to the side of what
 * it stands in; its words go their own way. */
static void
keep_side(struct doc_book *book, struct doc_node *line)
{
    line->dir = (uint8_t)dir_of(doc_is_rtl(book, line->parent));
    for (struct doc_node *n = line->first, *next; n; n = next) {
        next = n->kind == DOC_TOC ? doc_next_skip(n, line) : doc_next(n, line);
        if (n->kind == DOC_TEXT && (!n->parent->dir || n->parent == line))
            isolate(book, n, dir_of_text(n, line->lang));
    }
}

/* What the program put in is kept together where letters of it go the other
 * way: else a number behind it would join them. */
static bool
isolate_foreign(struct doc_book *book, struct doc_node *text)
{
    bool rtl = doc_is_rtl(book, text->parent);
    unsigned is = str_directions(text->text, false);
    unsigned other = rtl ? STR_LTR : STR_RTL;
    bool mixed = is == (STR_LTR | STR_RTL) && text->parent->kind == DOC_SPAN;
    if (text->file || text->parent->dir || (is != other && !mixed))
        return false;
    isolate(book, text, dir_of(mixed ? rtl : !rtl));
    return true;
}

/* The bytes of white space between groups of figures, or of a hyphen. */
static size_t
gap_bytes(const char *s, bool *hyphen)
{
    static const char *const gaps[] = {"-", "\xE2\x80\x91", " ", "\xC2\xA0",
                                       "\xE2\x80\xAF"};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (str_starts(s, gaps[i])) {
            *hyphen = i < 2;
            return strlen(gaps[i]);
        }
    return 0;
}

/* The bytes of a telephone number at `s`, or 0: +49 30 1234567, 030-123 45 67,
 * (555) 010-9999, 1-800-555-0199. Its groups would be read from the right. */
static size_t
phone_bytes(const char *s)
{
    enum { LEAST = 7, MOST = 15, LONGEST = 64 };
    bool led = *s == '+' || *s == '0' || *s == '(', hyphen = false;
    size_t digits = 0, hyphens = 0, groups = 1, end = 0;
    for (size_t i = *s == '+'; i < LONGEST && digits <= MOST && s[i];) {
        size_t gap = gap_bytes(s + i, &hyphen);
        if (str_is_digit(s[i])) {
            digits++;
            end = ++i;
        } else if (s[i] == '(' || s[i] == ')') {
            i++;
        } else if (gap && i && !gap_bytes(s + i + gap, &hyphen)) {
            hyphens += hyphen;
            groups++;
            i += gap;
        } else {
            break;
        }
    }
    bool grouped = led ? *s == '+' || groups > 1 : hyphens > 1;
    return digits >= LEAST && digits <= MOST && grouped ? end : 0;
}

/* Isolates the telephone numbers in a text from the right; what comes behind
 * the first is a text of its own, which is looked at next. */
static void
isolate_phone(struct doc_book *book, struct doc_node *text)
{
    const char *s = text->text, *at = s;
    size_t n = 0;
    for (; *at && !n; at += n ? 0 : 1) {
        bool starts = at == s || !(str_is_digit(at[-1]) || at[-1] == '+' ||
                                   str_is_letter(at[-1]));
        n = starts && (*at == '+' || *at == '(' || str_is_digit(*at))
                ? phone_bytes(at)
                : 0;
    }
    if (!n || str_is_letter(at[n]))
        return;
    struct doc_node *phone = doc_node_new(book, DOC_TEXT, doc_place(text));
    phone->text = arena_strn(book->texts, at, n);
    doc_insert_after(text, phone);
    if (at[n]) {
        struct doc_node *rest = doc_node_new(book, DOC_TEXT, doc_place(text));
        rest->text = arena_str(book->texts, at + n);
        doc_insert_after(phone, rest);
    }
    text->text = arena_strn(book->texts, s, (size_t)(at - s));
    isolate(book, phone, DOC_LTR);
    if (at == s)
        doc_remove(text);
}

static void
set_direction(struct doc_book *book, struct doc_node *n)
{
    bool code = n->kind == DOC_CODE || n->kind == DOC_CODE_BLOCK ||
                n->kind == DOC_KEYBOARD;
    bool line = !n->file && n->parent &&
                (n->kind == DOC_PARAGRAPH || n->kind == DOC_TOC_ENTRY ||
                 n->kind == DOC_INDEX_ENTRY || n->kind == DOC_INDEX_LOCATOR);
    if (n->dir == DOC_DIR_AUTO)
        resolve_auto(book, n);
    else if (code && !n->dir && doc_is_rtl(book, n))
        n->dir = DOC_LTR;
    else if (line && !n->dir && doc_has_direction(book, n))
        keep_side(book, n);
    else if (n->kind == DOC_TEXT && !isolate_foreign(book, n) &&
             doc_is_rtl(book, n->parent))
        isolate_phone(book, n);
}

void
xform_direct(struct doc_book *book, struct doc_node *root)
{
    for (struct doc_node *n = root, *next; n; n = next) {
        struct doc_node *before = n->prev, *above = n->parent;
        set_direction(book, n);
        if (n->parent || n == root)
            next = doc_next(n, root);
        else /* a text that was all in front */
            next = before ? before->next : above->first;
    }
}

void
xform_directions(struct doc_book *book, struct diag *d)
{
    (void)d;
    xform_direct(book, book->root);
}
