/* SPDX-License-Identifier: MIT */
/* Media queries (Level 4) for two media: print, which the PDF is, and any
 * other, which a reader of the EPUB may be. */
#include <string.h>

#include "style/css_int.h"

/* What a condition says: it holds, it does not, or that depends. For print
 * nothing depends on more than the type; elsewhere features do. */
static struct css_media
both(bool print, bool elsewhere)
{
    return (struct css_media){print, elsewhere, elsewhere, elsewhere};
}

static bool
word_at(struct css_tokens v, size_t i, const char *word)
{
    return i < v.n && css_is_word(&v.at[i], word);
}

static size_t
skip_space(struct css_tokens v, size_t i)
{
    while (i < v.n && v.at[i].type == CSS_SPACE)
        i++;
    return i;
}

/* A feature in brackets: a page answers those about colour and its kind, and
 * has no scheme, pointer or width of a window. */
static bool
print_feature(struct css_tokens v)
{
    static const char *const held[] = {"color", "min-color", "grid"};
    if (!v.n || v.at[0].type != CSS_IDENT)
        return false;
    if (str_eq_nocase(v.at[0].text, "prefers-color-scheme"))
        return word_at(v, skip_space(v, skip_space(v, 1) + 1), "light");
    if (str_eq_nocase(v.at[0].text, "overflow-block"))
        return word_at(v, skip_space(v, skip_space(v, 1) + 1), "paged");
    return str_eq_nocase(v.at[0].text, held[0]) ||
           str_eq_nocase(v.at[0].text, held[1]);
}

static struct css_media
media_type(const struct css_token *t)
{
    if (str_eq_nocase(t->text, "all"))
        return both(true, true);
    if (str_eq_nocase(t->text, "print"))
        return both(true, false);
    /* amzn-kf8, amzn-mobi and the like are readers' own */
    bool screen = str_eq_nocase(t->text, "screen");
    return (struct css_media){false, true, screen, screen};
}

/* A feature on a screen: windows may be as wide and coloured as a rule likes;
 * what only those get who ask for it does not hold for the others. */
static bool
screen_feature(struct css_tokens v, bool dark)
{
    static const char *const asked[] = {"prefers-contrast", "forced-colors",
                                        "inverted-colors", "monochrome"};
    if (!v.n || v.at[0].type != CSS_IDENT)
        return true;
    size_t value = skip_space(v, skip_space(v, 1) + 1);
    if (str_eq_nocase(v.at[0].text, "prefers-color-scheme"))
        return word_at(v, value, "dark") == dark;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (str_eq_nocase(v.at[0].text, asked[i]))
            return word_at(v, value, "none") ||
                   word_at(v, value, "no-preference");
    return true;
}

static void
add_feature(struct css_media *m, struct css_tokens v, size_t i)
{
    bool read = v.at[i].type == CSS_OPEN_ROUND;
    struct css_tokens in =
        read ? css_inside(v, i) : (struct css_tokens){v.at, 0};
    m->print = m->print && read && print_feature(in);
    m->light = m->light && read && screen_feature(in, false);
    m->dark = m->dark && read && screen_feature(in, true);
}

/* One query: [not|only] type [and (feature)]… or (feature) [and …]. */
static struct css_media
query(struct css_tokens v)
{
    struct css_media m = both(true, true);
    size_t i = 0;
    bool not = word_at(v, 0, "not"), typed = false;
    if (not || word_at(v, 0, "only"))
        i = skip_space(v, 1);
    if (i < v.n && v.at[i].type == CSS_IDENT) {
        m = media_type(&v.at[i]);
        typed = true;
        i++;
    }
    bool features = false;
    while ((i = skip_space(v, i)) < v.n) {
        if (v.at[i].type == CSS_IDENT) { /* and, or */
            i++;
            continue;
        }
        features = true;
        add_feature(&m, v, i);
        i = css_skip(v, i);
    }
    if (!not )
        return m;
    /* elsewhere "not print" always holds, "not screen" may */
    bool elsewhere = features || !typed || !m.elsewhere ||
                     !str_eq_nocase(v.at[skip_space(v, 1)].text, "all");
    return (struct css_media){!m.print, elsewhere, !m.light, !m.dark};
}

struct css_media
css_media_of(struct css_tokens v)
{
    struct css_media all = both(false, false);
    v = css_trim(v);
    if (!v.n)
        return both(true, true);
    for (size_t from = 0, i = 0; i <= v.n;) {
        if (i < v.n && v.at[i].type != CSS_COMMA) {
            i = css_skip(v, i);
            continue;
        }
        struct css_media one =
            query(css_trim((struct css_tokens){v.at + from, i - from}));
        all.print |= one.print;
        all.elsewhere |= one.elsewhere;
        all.light |= one.light;
        all.dark |= one.dark;
        from = ++i;
    }
    return all;
}

bool
css_media_holds(struct css_tokens v, enum style_medium medium)
{
    struct css_media m = css_media_of(v);
    return medium == STYLE_PAPER   ? m.print
           : medium == STYLE_LIGHT ? m.light
                                   : m.dark;
}
