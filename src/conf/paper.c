/* SPDX-License-Identifier: MIT */
/* Sizes of pages and sheets of paper, and how thick paper is. */
#include "conf/conf_int.h"

#include <string.h>

/* Trimmed sizes by their names in whatever case, portrait. */
static const struct {
    const char *name, *width, *height;
} sizes[] = {
    {"Letter", "8.5in", "11in"}, {"Legal", "8.5in", "14in"},
    {"Tabloid", "11in", "17in"}, {"A3", "297mm", "420mm"},
    {"A4", "210mm", "297mm"},    {"A5", "148mm", "210mm"},
    {"A6", "105mm", "148mm"},    {"B5", "176mm", "250mm"},
};
enum { SIZES = sizeof sizes / sizeof *sizes };

enum {
    LEAST_PAGE = 72 * 1024,  /* 1 in, in Pango units */
    EIGHTH = LEAST_PAGE / 8, /* of an inch */
    NEAR = 512               /* half a point: sizes that are meant the same */
};

static bool
named_size(const char *name, struct conf_size *size)
{
    for (size_t i = 0; i < SIZES; i++)
        if (str_eq_nocase(name, sizes[i].name))
            return conf_length(sizes[i].width, &size->width) &&
                   conf_length(sizes[i].height, &size->height);
    return false;
}

static void
turn(struct conf_size *size)
{
    *size = (struct conf_size){size->height, size->width};
}

/* One or two lengths or the name of a size; then perhaps which way up. */
static bool
size_of(struct arena *a, const char *text, struct conf_size *size)
{
    char *words[3] = {NULL};
    size_t n = 0;
    for (const char *p = str_fold_space(a, text); *p;) {
        size_t length = strcspn(p, " ");
        if (n == 3)
            return false;
        words[n++] = arena_strn(a, p, length);
        p += length + (p[length] == ' ');
    }
    bool landscape = n && str_eq_nocase(words[n - 1], "landscape");
    if (landscape || (n && str_eq_nocase(words[n - 1], "portrait")))
        n--;
    bool good = (n == 2 && conf_length(words[0], &size->width) &&
                 conf_length(words[1], &size->height)) ||
                (n == 1 && named_size(words[0], size));
    if (landscape && size->width < size->height)
        turn(size);
    return good && size->width >= LEAST_PAGE && size->height >= LEAST_PAGE;
}

bool
conf_size_read(struct conf_context *c, const struct conf_value *value,
               void *into, const struct conf_key *key)
{
    struct conf_size size = {0};
    if (value->type != CONF_SCALAR || !size_of(c->arena, value->text, &size)) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes two lengths of at least 1in, or the name of a "
                "size",
                key->name);
        diag_hint(c->diag, "for example: 6in 9in, letter, a4, a5 landscape");
        return false;
    }
    *(struct conf_size *)into = size;
    return true;
}

bool
conf_paper_read(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    enum { MOST = 3 * LEAST_PAGE / 72 }; /* 3 pt, over a millimetre */
    int thickness;
    if (value->type == CONF_SCALAR && conf_length(value->text, &thickness) &&
        thickness <= MOST) {
        *(int *)into = thickness;
        return true;
    }
    diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
            "“%s” takes how thick a leaf is, at most 1mm", key->name);
    diag_hint(c->diag, "for example: 0.1mm, which copy paper of 80 g/m² (20 "
                       "lb) has; measure a stack of a hundred leaves");
    return false;
}

static bool
is_size(struct conf_size size, const char *name)
{
    struct conf_size known = {0};
    named_size(name, &known);
    int over = size.width - known.width, higher = size.height - known.height;
    return over > -NEAR && over < NEAR && higher > -NEAR && higher < NEAR;
}

static bool
in_eighths(int length)
{
    return length % EIGHTH == 0;
}

const char *
conf_paper_name(struct conf_size sheet)
{
    for (size_t i = 0; i < SIZES; i++)
        if (is_size(sheet, sizes[i].name))
            return sizes[i].name;
    return NULL;
}

struct conf_size
conf_usual_sheet(const char *lang, struct conf_size page)
{
    static const char *const series[] = {"a3", "a4", "a5", "a6", "b5"};
    struct conf_size letter = {0}, a4 = {0}, half = {0};
    named_size("letter", &letter);
    named_size("a4", &a4);
    half = (struct conf_size){letter.height / 2, letter.width};
    if (page.width > page.height)
        turn(&page);
    for (size_t i = 0; i < sizeof series / sizeof *series; i++)
        if (is_size(page, series[i]))
            return a4;
    if (is_size(page, "letter") || is_size(page, "legal") ||
        is_size(page, "tabloid") ||
        (page.width == half.width && page.height == half.height))
        return letter;
    return lang_is_on_letter(lang) ? letter : a4;
}

bool
conf_in_inches(struct conf_size size)
{
    return in_eighths(size.width) && in_eighths(size.height);
}

int
conf_usual_bleed(struct conf_size page)
{
    enum { MILLIMETRES_3 = 8708 };
    return conf_in_inches(page) ? EIGHTH : MILLIMETRES_3;
}

bool
conf_impose_check(struct conf_context *c, const struct conf_edition *edition)
{
    bool bound = edition->press.on || edition->impose == CONF_IMPOSE_BOOKLET ||
                 edition->picture == CONF_PICTURE_WRAP;
    bool unknown = edition->impose_at.line && !edition->impose;
    if (edition->paper_at.line && !bound && !unknown) {
        diag_at(c->diag, edition->paper_at, DIAG_KEY_MISSING,
                "“paper” is how thick the leaves of a booklet or of a book for "
                "a print shop are, and this is neither");
        diag_hint(c->diag, "add: impose: booklet, or: press: true");
        return false;
    }
    if (!edition->sheet_at.line || edition->impose != CONF_IMPOSE_NOT)
        return true;
    diag_at(c->diag, edition->sheet_at, DIAG_KEY_MISSING,
            "“sheet” is the paper that pages are put on by “impose”, which is "
            "missing");
    diag_hint(c->diag, "add: impose: booklet, or 2-up, or 4-up");
    return false;
}
