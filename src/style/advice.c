/* SPDX-License-Identifier: MIT */
/* What is said of declarations that are wrong, and what would be right. */
#include <string.h>

#include "style/style_int.h"

enum { MOST_WORDS = 400 };

/* Words that could have been meant. */
struct words {
    const char *at[MOST_WORDS];
    size_t n;
};

static struct place
place_of(const struct css_file *file, const struct css_token *t)
{
    return (struct place){file->shown, t->line, t->col};
}

void
css_tell_unknown(struct style_sheet *sheet, const struct css_file *file,
                 const struct css_declaration *d)
{
    diag_at(sheet->diag, place_of(file, d->at), DIAG_CSS_PROPERTY_UNKNOWN,
            "there is no property “%s”", d->name);
    const char *near = css_property_near(d->name);
    if (near)
        diag_hint(sheet->diag, "did you mean “%s”?", near);
    else
        diag_hint(sheet->diag, "a name of your own begins with “--”");
}

void
css_tell_unprinted(struct style_sheet *sheet, const struct css_file *file,
                   const struct css_declaration *d, bool value)
{
    if (sheet->for_epub)
        return;
    diag_at(sheet->diag, place_of(file, d->at), DIAG_CSS_NOT_IN_PDF,
            value ? "the PDF does not honour this value of “%s”"
                  : "the PDF does not honour “%s”",
            d->name);
    if (value && d->property->syntax)
        diag_hint(sheet->diag,
                  strchr(d->property->syntax, ' ')
                      ? "it honours %s"
                      : "on paper it is “%s”, whatever this says",
                  d->property->syntax);
    else
        diag_hint(sheet->diag,
                  "put it into @media screen { … } to have it in the ebook "
                  "alone");
}

/* The value as it was written, shortened. */
static const char *
value_text(struct arena *a, const struct css_file *file, struct css_tokens v)
{
    enum { MOST = 48 };
    uint32_t from = v.at[0].start, to = v.at[v.n - 1].end;
    if (to - from <= MOST)
        return str_fold_space(a, arena_strn(a, file->text + from, to - from));
    size_t n = MOST - 1;
    while (n && (file->text[from + n] & 0xC0) == 0x80)
        n--;
    return arena_printf(a, "%s…",
                        str_fold_space(a, arena_strn(a, file->text + from, n)));
}

static void
add_words(struct words *w, const struct css_property *p)
{
    for (const struct css_word *x = p->words; x && x->word; x++) {
        if (p->flags & CSS_SHORTHAND) {
            const struct css_property *longhand = css_property_of(x->word);
            if (longhand && !(longhand->flags & CSS_SHORTHAND))
                add_words(w, longhand);
        } else if (w->n < MOST_WORDS) {
            w->at[w->n++] = x->word;
        }
    }
}

/* Words that other systems have for what CSS calls otherwise. */
static const char *
word_meant(const char *word)
{
    static const struct {
        const char *said, *meant;
    } rows[] = {
        {"middle", "center"},
        {"centre", "center"},
        {"justified", "justify"},
        {"full", "justify"},
        {"regular", "normal"},
        {"roman", "normal"},
        {"slanted", "italic"},
        {"heavy", "bold"},
        {"black", "bold"},
        {"semibold", "600"},
        {"capitals", "uppercase"},
        {"caps", "small-caps"},
        {"smallcaps", "small-caps"},
        {"newpage", "page"},
        {"hide", "none"},
        {"on", "auto"},
        {"off", "none"},
        {"yes", "auto"},
        {"no", "none"},
        {"strike", "line-through"},
        {"strikethrough", "line-through"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_eq_nocase(word, rows[i].said))
            return rows[i].meant;
    return NULL;
}

/* A word that none of the property's is, but nearly. */
static const char *
word_near(const struct css_property *p, const char *word)
{
    static const char *const wide[] = {"inherit", "initial", "unset"};
    struct words w = {.n = 0};
    add_words(&w, p);
    for (size_t i = 0; i < 3; i++)
        w.at[w.n++ % MOST_WORDS] = wide[i];
    for (size_t i = 0; i < w.n; i++)
        if (str_eq_nocase(w.at[i], word))
            return NULL;
    const char *near = word_meant(word);
    for (size_t i = 0; near && i < w.n; i++)
        if (str_eq_nocase(w.at[i], near))
            return near;
    near = str_nearest(word, w.at, w.n);
    bool colored = p->syntax && strstr(p->syntax, "color");
    return near || !colored ? near : css_color_near(word);
}

/* Says what is wrong with one of the value's tokens; false where nothing is
 * known of it. */
static bool
hint_at(struct diag *d, const struct css_property *p, const struct css_token *t)
{
    const char *near;
    if (t->type == CSS_DIMENSION && !css_is_unit(t->text)) {
        near = css_unit_near(t->text);
        if (near)
            diag_hint(d, "there is no unit “%s”; did you mean “%s”?", t->text,
                      near);
        else
            diag_hint(d,
                      "there is no unit “%s”; lengths are in pt, mm, in, "
                      "px, em or %%",
                      t->text);
        return true;
    }
    if (t->type == CSS_NUMBER && t->number != 0 &&
        strstr(p->syntax, "<length>") && !strstr(p->syntax, "<number>")) {
        diag_hint(d, "a length has a unit: %gpt, %gem …", t->number, t->number);
        return true;
    }
    if (t->type == CSS_HASH && strstr(p->syntax, "color")) {
        diag_hint(d, "a colour has 3, 4, 6 or 8 hexadecimal figures behind "
                     "the “#”");
        return true;
    }
    near = t->type == CSS_IDENT ? word_near(p, t->text) : NULL;
    if (near)
        diag_hint(d, "did you mean “%s”? It takes %s", near, p->syntax);
    return near;
}

void
css_tell_invalid(struct style_sheet *sheet, const struct css_file *file,
                 const struct css_declaration *d)
{
    diag_at(sheet->diag, place_of(file, d->value.at), DIAG_CSS_VALUE_INVALID,
            "“%s” does not take “%s”", d->name,
            value_text(sheet->arena, file, d->value));
    for (size_t i = 0; i < d->value.n; i++)
        if (hint_at(sheet->diag, d->property, &d->value.at[i]))
            return;
    diag_hint(sheet->diag, "it takes %s", d->property->syntax);
}

void
css_tell_at_rule(struct style_sheet *sheet, const struct css_file *file,
                 const struct css_rule *rule)
{
    static const char *const known[] = {"media",     "import",   "page",
                                        "font-face", "supports", "layer",
                                        "charset",   "namespace"};
    diag_at(sheet->diag, place_of(file, rule->at), DIAG_CSS_SYNTAX,
            "there is no rule “@%s”", rule->name);
    const char *near =
        str_nearest(rule->name, known, sizeof known / sizeof *known);
    if (near)
        diag_hint(sheet->diag, "did you mean “@%s”?", near);
    else
        diag_hint(sheet->diag, "all in it is left out of both outputs");
}

/* Whether a selector means blocks by their element's name. */
static bool
means_blocks(const struct css_selector *s)
{
    const struct css_compound *c = &s->compounds.at[s->compounds.n - 1];
    const struct css_simple *x = c->simple.n ? &c->simple.at[0] : NULL;
    if (!x || x->kind != CSS_SEL_TYPE || s->pseudo >= 0)
        return false;
    static const char *const more[] = {"h1", "h3", "h4", "h5",
                                       "h6", "ol", "th"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (str_eq(more[i], x->name))
            return true;
    for (int kind = 0; kind < DOC_KIND_COUNT; kind++) {
        enum doc_model model = doc_vocab[kind].model;
        if (model != DOC_IS_INLINE && model != DOC_IS_ATOM &&
            str_eq(doc_vocab[kind].element, x->name))
            return true;
    }
    return false;
}

void
css_check_display(struct style_sheet *sheet, const struct css_file *file,
                  struct css_declaration *first,
                  const struct css_selector *selectors)
{
    for (struct css_declaration *d = first; d; d = d->next) {
        if (!d->in_print || !str_eq_nocase(d->name, "display") || !d->value.n ||
            !css_is_word(d->value.at, "inline"))
            continue;
        for (const struct css_selector *s = selectors; s; s = s->next) {
            if (!means_blocks(s))
                continue;
            d->in_print = false;
            if (sheet->for_epub)
                break;
            diag_at(sheet->diag, place_of(file, d->at), DIAG_CSS_NOT_IN_PDF,
                    "on paper a block stays one: “display” can't be inline");
            diag_hint(sheet->diag, "display: none leaves it out");
            break;
        }
    }
}
