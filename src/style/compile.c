/* SPDX-License-Identifier: MIT */
/* Parsed rules into the cascade: declarations checked against the table,
 * selectors read, media decided, messages given. */
#include <string.h>

#include "style/style_int.h"

struct compiler {
    struct style_sheet *sheet;
    struct css_file *file;
    bool base;
    const char *layer; /* the name of the one that is open, or NULL */
    uint32_t layer_number;
};

static struct place
place_of(const struct compiler *k, const struct css_token *t)
{
    return (struct place){k->file->shown, t->line, t->col};
}

/* Where declarations stand. */
enum where { IN_RULE, IN_PAGE, IN_MARGIN };

/* Whether `content` asks for what is known where it stands: pages' numbers in
 * margin boxes, other counters and an element's own things elsewhere. */
static bool
is_known_there(const struct css_declaration *d, enum where where)
{
    static const char *const elements[] = {"attr", "counters", "content",
                                           "leader", "target-counter"};
    if (!str_eq_nocase(d->name, "content"))
        return true;
    for (size_t i = 0; i < d->value.n; i++) {
        const struct css_token *t = &d->value.at[i];
        if (t->type != CSS_FUNCTION)
            continue;
        struct css_tokens in = css_inside(d->value, i);
        bool paged =
            in.n && (css_is_word(in.at, "page") || css_is_word(in.at, "pages"));
        if (str_eq_nocase(t->text, "counter") && paged != (where == IN_MARGIN))
            return false;
        for (size_t e = 0; e < sizeof elements / sizeof *elements; e++)
            if (where == IN_MARGIN && str_eq_nocase(t->text, elements[e]))
                return false;
    }
    return true;
}

/* `printed`: the PDF would honour it. */
static void
check_declaration(struct compiler *k, struct css_declaration *d, bool printed,
                  enum where where)
{
    if (d->custom) {
        d->in_print = printed;
        if (printed)
            css_note_images(k->sheet, k->file, d);
        return;
    }
    d->property = css_property_of(d->name);
    if (!d->property) {
        if (!css_is_vendor(d->name))
            css_tell_unknown(k->sheet, k->file, d);
        return;
    }
    enum css_status status = CSS_OK;
    if (d->property->where != CSS_EPUB && !d->has_var)
        status = css_check(d->property, d->value);
    if (status == CSS_INVALID)
        css_tell_invalid(k->sheet, k->file, d);
    if (status == CSS_OK && !is_known_there(d, where))
        status = CSS_UNSUPPORTED;
    bool honoured = d->property->where != CSS_EPUB &&
                    (where == IN_PAGE || !(d->property->flags & CSS_PAGE));
    bool told = !honoured || status == CSS_UNSUPPORTED;
    if (printed && told && status != CSS_INVALID)
        css_tell_unprinted(k->sheet, k->file, d, honoured);
    d->in_print = printed && honoured && status == CSS_OK;
    if (d->in_print)
        css_note_images(k->sheet, k->file, d);
    if (d->in_print && str_eq_nocase(d->name, "content"))
        for (size_t i = 0; i < d->value.n; i++)
            k->sheet->names_pages |=
                d->value.at[i].type == CSS_FUNCTION &&
                str_eq_nocase(d->value.at[i].text, "target-counter");
}

static void
check_declarations(struct compiler *k, struct css_rule *rule, bool printed,
                   enum where where)
{
    for (struct css_declaration *d = rule->first; d; d = d->next)
        check_declaration(k, d, printed, where);
}

static void
style_rule(struct compiler *k, struct css_rule *rule, bool printed)
{
    struct style_sheet *sheet = k->sheet;
    check_declarations(k, rule, printed, IN_RULE);
    struct css_selector *s =
        css_selectors(sheet->arena, rule->prelude, k->file->shown,
                      printed ? sheet->diag : NULL, &rule->broken);
    if (!printed)
        return;
    css_check_display(sheet, k->file, rule->first, s);
    for (; s; s = s->next) {
        struct style_rule *r = vec_add(sheet->arena, &sheet->rules);
        r->selector = s;
        r->first = rule->first;
        r->file = k->file;
        r->order = (uint32_t)sheet->rules.n;
        r->base = k->base;
        r->layer = k->layer_number;
    }
}

enum { PAGE_PSEUDOS = 6 };
static const char *const page_pseudos[PAGE_PSEUDOS] = {
    "left", "right", "recto", "verso", "first", "blank"};

static bool *
page_flag(struct page_rule *page, const struct css_token *t)
{
    bool *flags[PAGE_PSEUDOS] = {&page->left,  &page->right, &page->recto,
                                 &page->verso, &page->first, &page->blank};
    for (size_t i = 0; i < PAGE_PSEUDOS; i++)
        if (css_is_word(t, page_pseudos[i]))
            return flags[i];
    return NULL;
}

/* @page [name][:pseudo]* (CSS Paged Media Level 3, clause 4.4); NULL, or what
 * can't be read. */
static const struct css_token *
read_page_selector(struct css_tokens v, struct page_rule *out)
{
    size_t i = 0;
    if (i < v.n && v.at[i].type == CSS_IDENT)
        out->name = v.at[i++].text;
    while (i < v.n) {
        const struct css_token *t = &v.at[i];
        bool *flag =
            t->type == CSS_COLON && i + 1 < v.n ? page_flag(out, t + 1) : NULL;
        if (!flag)
            return t->type == CSS_COLON && i + 1 < v.n ? t + 1 : t;
        *flag = true;
        i += 2;
    }
    return NULL;
}

static void
tell_page_selector(struct compiler *k, const struct css_token *t)
{
    diag_at(k->sheet->diag, place_of(k, t), DIAG_CSS_SELECTOR,
            "the rule is left out: there is no page “:%s”", t->text);
    const char *near = str_nearest(t->text, page_pseudos, PAGE_PSEUDOS);
    if (near)
        diag_hint(k->sheet->diag, "did you mean “:%s”?", near);
    else
        diag_hint(k->sheet->diag, "pages are :left, :right, :first, :blank, "
                                  "or have a name of yours");
}

static const char *const margin_boxes[] = {
    [STYLE_TOP_LEFT_CORNER] = "top-left-corner",
    [STYLE_TOP_LEFT] = "top-left",
    [STYLE_TOP_CENTER] = "top-center",
    [STYLE_TOP_RIGHT] = "top-right",
    [STYLE_TOP_RIGHT_CORNER] = "top-right-corner",
    [STYLE_BOTTOM_LEFT_CORNER] = "bottom-left-corner",
    [STYLE_BOTTOM_LEFT] = "bottom-left",
    [STYLE_BOTTOM_CENTER] = "bottom-center",
    [STYLE_BOTTOM_RIGHT] = "bottom-right",
    [STYLE_BOTTOM_RIGHT_CORNER] = "bottom-right-corner",
};

int
css_margin_box(const char *name)
{
    for (int i = 0; i < STYLE_MARGIN_BOX_COUNT; i++)
        if (str_eq_nocase(name, margin_boxes[i]))
            return i;
    return -1;
}

const char *
css_margin_box_name(int box)
{
    return margin_boxes[box];
}

static bool
is_side_box(const char *name)
{
    static const char *const sides[] = {"left-top",     "left-middle",
                                        "left-bottom",  "right-top",
                                        "right-middle", "right-bottom"};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (str_eq_nocase(name, sides[i]))
            return true;
    return false;
}

static void
tell_margin_box(struct compiler *k, const struct css_rule *box)
{
    diag_at(k->sheet->diag, place_of(k, box->at), DIAG_CSS_SYNTAX,
            "there is no margin box “@%s”", box->name);
    const char *near =
        str_nearest(box->name, margin_boxes, STYLE_MARGIN_BOX_COUNT);
    if (near)
        diag_hint(k->sheet->diag, "did you mean “@%s”?", near);
    else
        diag_hint(k->sheet->diag, "they are called @top-left, @top-center, "
                                  "@top-right, @bottom-left and so on");
}

static void
check_margin_boxes(struct compiler *k, struct css_rule *rule, bool printed)
{
    for (struct css_rule *box = rule->rules; box; box = box->next) {
        bool known = css_margin_box(box->name) >= 0;
        check_declarations(k, box, printed && known, IN_MARGIN);
        if (known || (is_side_box(box->name) && k->sheet->for_epub))
            continue;
        if (is_side_box(box->name))
            diag_at(k->sheet->diag, place_of(k, box->at), DIAG_CSS_NOT_IN_PDF,
                    "the PDF does not honour “@%s”: heads and feet alone",
                    box->name);
        else
            tell_margin_box(k, box);
    }
}

static void
page_rule(struct compiler *k, struct css_rule *rule, bool printed)
{
    struct style_sheet *sheet = k->sheet;
    struct css_tokens names[16];
    size_t n = css_list(rule->prelude, names, 16);
    check_declarations(k, rule, printed, IN_PAGE);
    check_margin_boxes(k, rule, printed);
    for (size_t i = 0; i < n && i < 16; i++) {
        struct page_rule page = {.rule = rule,
                                 .file = k->file,
                                 .base = k->base,
                                 .order = (uint32_t)sheet->pages.n};
        const struct css_token *wrong = read_page_selector(names[i], &page);
        if (wrong)
            tell_page_selector(k, wrong);
        else if (printed)
            *vec_add(sheet->arena, &sheet->pages) = page;
    }
}

/* The URL or string of an @import, and the media behind it. */
static const char *
import_target(struct css_tokens v, struct css_tokens *media)
{
    if (!v.n)
        return NULL;
    size_t behind = css_skip(v, 0);
    const struct css_token *t;
    const char *target =
        v.at[0].type == CSS_STRING ? v.at[0].text : css_url_at(v, 0, &t);
    *media = css_trim((struct css_tokens){v.at + behind, v.n - behind});
    return target && *target ? target : NULL;
}

static void
import_rule(struct compiler *k, struct css_rule *rule, bool printed, bool early)
{
    struct css_tokens media;
    const char *target = import_target(rule->prelude, &media);
    if (!target || !early) {
        diag_at(k->sheet->diag, place_of(k, rule->at), DIAG_CSS_SYNTAX,
                target ? "“@import” stands behind other rules"
                       : "“@import” needs a file's name in quotes");
        diag_hint(k->sheet->diag, target ? "move it to the file's beginning"
                                         : "write @import \"file.css\";");
        rule->broken = true;
        return;
    }
    rule->imported = style_load(k->sheet, NULL, target, k->file, rule->at);
    rule->broken = !rule->imported;
    if (!rule->imported)
        return;
    bool holds = printed && css_media_holds(media, k->sheet->medium);
    style_compile(k->sheet, rule->imported, k->base, holds);
}

/* At-rules that readers may know and the PDF does not. */
static void
other_rule(struct compiler *k, struct css_rule *rule, bool printed)
{
    static const char *const known[] = {"keyframes",
                                        "counter-style",
                                        "font-feature-values",
                                        "container",
                                        "property",
                                        "scope",
                                        "starting-style",
                                        "font-palette-values",
                                        "view-transition"};
    bool is_known = css_is_vendor(rule->name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        is_known = is_known || str_eq_nocase(rule->name, known[i]);
    if (!is_known) {
        css_tell_at_rule(k->sheet, k->file, rule);
        rule->broken = true;
    } else if (printed && !css_is_vendor(rule->name) && !k->sheet->for_epub) {
        diag_at(k->sheet->diag, place_of(k, rule->at), DIAG_CSS_NOT_IN_PDF,
                "the PDF does not honour “@%s”", rule->name);
    }
}

/* CSS Syntax Level 3, clause 3.2: it means something in the first bytes only.
 */
static void
charset_rule(struct compiler *k, const struct css_rule *rule, bool first)
{
    struct css_tokens v = rule->prelude;
    bool utf8 = v.n == 1 && v.at->type == CSS_STRING &&
                str_eq_nocase(v.at->text, "utf-8");
    if (first && utf8)
        return;
    diag_at(k->sheet->diag, place_of(k, rule->at), DIAG_CSS_SYNTAX,
            first ? "stylesheets are read as UTF-8, whatever “@charset” says"
                  : "“@charset” may only be the first thing in a file");
    diag_hint(k->sheet->diag,
              first ? "save the file as UTF-8" : "take this one out");
}

/* The number of a layer, by which it is weaker than those named behind it
 * (Cascading and Inheritance Level 5, clause 6.4.3). */
static uint32_t
layer_number(struct style_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->layers.n; i++)
        if (str_eq(sheet->layers.at[i], name))
            return (uint32_t)i;
    *vec_add(sheet->arena, &sheet->layers) = name;
    return (uint32_t)sheet->layers.n - 1;
}

/* The name within the open layer, or one that nothing else has. */
static const char *
layer_name(struct compiler *k, struct css_tokens v)
{
    struct arena *a = k->sheet->arena;
    const char *name = k->layer ? arena_printf(a, "%s.", k->layer) : "";
    if (!v.n)
        return arena_printf(a, "%s#%zu", name, k->sheet->layers.n);
    for (size_t i = 0; i < v.n; i++)
        name = arena_printf(a, "%s%s", name, v.at[i].text);
    return name;
}

static void compile_rules(struct compiler *k, struct css_rule *rules,
                          bool printed, int depth);

static void
layer_rule(struct compiler *k, struct css_rule *rule, bool printed, int depth)
{
    struct css_tokens names[32];
    size_t n = css_list(rule->prelude, names, 32);
    struct compiler inner = *k;
    for (size_t i = 0; i < n && i < 32; i++) {
        inner.layer = layer_name(k, names[i]);
        inner.layer_number = layer_number(k->sheet, inner.layer);
    }
    compile_rules(&inner, rule->rules, printed, depth + 1);
}

static void
note_schemes(struct style_sheet *sheet, const struct css_rule *media)
{
    struct css_media m = css_media_of(media->prelude);
    sheet->has_dark = sheet->has_dark || m.light != m.dark;
}

static void
compile_rules(struct compiler *k, struct css_rule *rules, bool printed,
              int depth)
{
    bool early = depth == 0;
    for (struct css_rule *r = rules; r; r = r->next) {
        switch (r->kind) {
        case CSS_RULE_STYLE:
            style_rule(k, r, printed);
            break;
        case CSS_RULE_MEDIA:
            note_schemes(k->sheet, r);
            compile_rules(k, r->rules,
                          printed &&
                              css_media_holds(r->prelude, k->sheet->medium),
                          depth + 1);
            break;
        case CSS_RULE_SUPPORTS:
            compile_rules(k, r->rules, printed && css_supports(r->prelude),
                          depth + 1);
            break;
        case CSS_RULE_LAYER:
            layer_rule(k, r, printed, depth);
            early = early && !r->has_block;
            continue;
        case CSS_RULE_IMPORT:
            import_rule(k, r, printed, early);
            continue;
        case CSS_RULE_PAGE:
            page_rule(k, r, printed);
            break;
        case CSS_RULE_FONT_FACE:
            if (printed || k->sheet->for_epub)
                style_add_face(k->sheet, k->file, r);
            break;
        case CSS_RULE_OTHER:
            other_rule(k, r, printed);
            break;
        case CSS_RULE_CHARSET:
            charset_rule(k, r, depth == 0 && r == rules);
            continue;
        case CSS_RULE_MARGIN:
        case CSS_RULE_NAMESPACE:
            continue;
        }
        early = false;
    }
}

void
style_compile(struct style_sheet *sheet, struct css_file *file, bool base,
              bool printed)
{
    struct compiler k = {.sheet = sheet,
                         .file = file,
                         .base = base,
                         .layer_number = CSS_NO_LAYER};
    if (sheet->import_depth++ < CSS_IMPORT_DEPTH)
        compile_rules(&k, file->rules, printed, 0);
    sheet->import_depth--;
}
