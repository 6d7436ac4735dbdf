/* SPDX-License-Identifier: MIT */
/* Which faces of a library a book takes: those that its stylesheet names, and
 * for the characters that the program's own lack the fewest families that have
 * them, script by script. */
#include <string.h>

#include "style/fonts_int.h"

/* The characters of texts in one list of families and one language that the
 * program's own faces lack. */
struct need {
    const char *families;
    enum font_kind kind;
    int language;
    FcCharSet *lacks;
};

struct style_needs {
    struct arena *arena;
    FcCharSet *has, *mono; /* what the program's own faces have: of one width,
                              and the others */
    VEC(struct need) rows;
};

struct style_needs *
style_needs_new(struct arena *a, const struct style_fonts *fonts)
{
    struct style_needs *needs = ARENA_NEW(a, struct style_needs);
    FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
    needs->arena = a;
    needs->has = FcCharSetCreate();
    needs->mono = FcCharSetCreate();
    for (int i = 0; i < set->nfont; i++) {
        FcCharSet *has;
        FcChar8 *name;
        if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &has) ||
            FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &name))
            continue;
        bool mono = font_kind_of((const char *)name) == FONT_MONO;
        FcCharSetMerge(mono ? needs->mono : needs->has, has, NULL);
    }
    return needs;
}

void
style_needs_free(struct style_needs *needs)
{
    for (size_t i = 0; i < needs->rows.n; i++)
        FcCharSetDestroy(needs->rows.at[i].lacks);
    FcCharSetDestroy(needs->has);
    FcCharSetDestroy(needs->mono);
}

static enum font_kind
kind_of_list(const char *families)
{
    enum { LONGEST = 200 };
    char first[LONGEST];
    size_t n = strcspn(families, ",");
    n = n < LONGEST ? n : LONGEST - 1;
    memcpy(first, families, n);
    first[n] = '\0';
    return font_kind_of(first);
}

static struct need *
need_of(struct style_needs *needs, const char *families, int language)
{
    for (size_t i = 0; i < needs->rows.n; i++)
        if (needs->rows.at[i].language == language &&
            str_eq(needs->rows.at[i].families, families))
            return &needs->rows.at[i];
    struct need *need = vec_add(needs->arena, &needs->rows);
    *need = (struct need){arena_str(needs->arena, families),
                          kind_of_list(families), language, FcCharSetCreate()};
    return need;
}

void
style_needs_add(struct style_needs *needs, const struct style *style,
                const char *lang, const char *text)
{
    const char *end = text + strlen(text);
    struct need *need = NULL;
    bool mono = kind_of_list(style->family) == FONT_MONO;
    for (const char *p = text; p < end;) {
        if ((unsigned char)*p < 0x80) {
            p++;
            continue;
        }
        uint32_t code = utf8_next(&p, end);
        if (code == UTF8_BAD || FcCharSetHasChar(needs->has, code) ||
            (mono && FcCharSetHasChar(needs->mono, code)))
            continue;
        if (!need)
            need = need_of(needs, style->family,
                           font_language_of(lang ? lang : ""));
        FcCharSetAddChar(need->lacks, code);
    }
}

/* One choice under way. */
struct chooser {
    struct arena *arena;
    struct style_fonts *fonts;
    struct font_family *families;
    size_t n;
    bool *taken;
};

static void
take(struct chooser *c, size_t i)
{
    if (c->taken[i])
        return;
    c->taken[i] = true;
    for (size_t k = 0; k < c->families[i].faces.n; k++)
        fonts_add(c->fonts, c->families[i].faces.at[k]);
}

/* Higher is better; how much it has comes first, by twentieths. */
static int
score(const struct font_family *family, const struct need *need, size_t has,
      size_t of)
{
    int part = (int)(has * 20 / of);
    int suits = font_suits(family, need->language);
    int points = part * 4 + suits;
    points = points * 2 + (suits == 2 || !family->odd);
    points = points * 2 + (family->kind == need->kind);
    return points * 2 + (family->faces.n > 1);
}

/* The family that has most of the characters and suits best; of equals that
 * with the shorter name, then the first by name. */
static size_t
best_family(const struct chooser *c, const struct need *need,
            const FcCharSet *lacks)
{
    size_t best = c->n, of = FcCharSetCount(lacks);
    int most = 0;
    for (size_t i = 0; i < c->n; i++) {
        size_t has = FcCharSetIntersectCount(lacks, c->families[i].has);
        if (!has)
            continue;
        int points = score(&c->families[i], need, has, of);
        size_t n = strlen(c->families[i].name);
        size_t m = best < c->n ? strlen(c->families[best].name) : 0;
        if (best == c->n || points > most ||
            (points == most &&
             (n < m || (n == m && strcmp(c->families[i].name,
                                         c->families[best].name) < 0)))) {
            best = i;
            most = points;
        }
    }
    return best;
}

/* Families for the characters, most useful first, onto the list; leaves in
 * `lacks` those that none has. */
static FcCharSet *
cover(struct chooser *c, const struct need *need, FcCharSet *lacks,
      struct buf *list)
{
    while (FcCharSetCount(lacks)) {
        size_t i = best_family(c, need, lacks);
        if (i == c->n)
            break;
        take(c, i);
        buf_printf(list, "%s%s", list->n ? ", " : "", c->families[i].name);
        FcCharSet *left = FcCharSetSubtract(lacks, c->families[i].has);
        FcCharSetDestroy(lacks);
        lacks = left;
    }
    return lacks;
}

/* Calls for each character of a set, in order. */
static void
each_char(const FcCharSet *set, void (*tell)(void *to, uint32_t code), void *to)
{
    FcChar32 map[FC_CHARSET_MAP_SIZE], next;
    for (FcChar32 base = FcCharSetFirstPage(set, map, &next);
         base != FC_CHARSET_DONE; base = FcCharSetNextPage(set, map, &next))
        for (uint32_t i = 0; i < FC_CHARSET_MAP_SIZE * 32; i++)
            if (map[i / 32] >> i % 32 & 1)
                tell(to, base + i);
}

/* A set's characters by script; Chinese and Japanese signs are one. */
struct part {
    uint32_t script;
    FcCharSet *set;
};
struct parts {
    struct arena *arena;
    VEC(struct part) at;
};

static uint32_t
script_of(uint32_t code)
{
    uint32_t script = utf8_script(code);
    switch (script) {
    case UTF8_SCRIPT('H', 'i', 'r', 'a'):
    case UTF8_SCRIPT('K', 'a', 'n', 'a'):
    case UTF8_SCRIPT('B', 'o', 'p', 'o'):
        return UTF8_SCRIPT('H', 'a', 'n', 'i');
    case UTF8_SCRIPT('Z', 'i', 'n', 'h'):
        return UTF8_SCRIPT('Z', 'y', 'y', 'y');
    default:
        return script;
    }
}

static void
add_to_part(void *to, uint32_t code)
{
    struct parts *parts = to;
    uint32_t script = script_of(code);
    size_t i = 0;
    while (i < parts->at.n && parts->at.at[i].script != script)
        i++;
    if (i == parts->at.n)
        *vec_add(parts->arena, &parts->at) =
            (struct part){script, FcCharSetCreate()};
    FcCharSetAddChar(parts->at.at[i].set, code);
}

/* Whether a list parted by commas has the name, whatever its case. */
static bool
lists(const char *list, const char *name)
{
    size_t n = strlen(name);
    while (*list) {
        list += strspn(list, " ,");
        size_t m = strcspn(list, ",");
        if (m == n && strncasecmp(list, name, n) == 0)
            return true;
        list += m;
    }
    return false;
}

/* Takes out of a set what families of the list have. */
static FcCharSet *
without_listed(const struct chooser *c, const char *list, FcCharSet *lacks)
{
    for (size_t i = 0; i < c->n && FcCharSetCount(lacks); i++) {
        if (!lists(list, c->families[i].name))
            continue;
        FcCharSet *left = FcCharSetSubtract(lacks, c->families[i].has);
        FcCharSetDestroy(lacks);
        lacks = left;
    }
    return lacks;
}

/* What belongs to no script comes last, when families for scripts are there
 * that may have it. */
static void
cover_need(struct chooser *c, const struct need *need)
{
    const uint32_t common = UTF8_SCRIPT('Z', 'y', 'y', 'y');
    struct parts parts = {.arena = c->arena};
    struct buf list;
    each_char(need->lacks, add_to_part, &parts);
    buf_init(&list, BUF_LIMIT_SMALL);
    for (int last = 0; last < 2; last++)
        for (size_t i = 0; i < parts.at.n; i++) {
            struct part *part = &parts.at.at[i];
            if ((part->script == common) != last)
                continue;
            part->set = without_listed(c, need->families, part->set);
            part->set = without_listed(c, list.at, part->set);
            part->set = cover(c, need, part->set, &list);
            FcCharSetDestroy(part->set);
        }
    *vec_add(c->fonts->arena, &c->fonts->fallbacks) = (struct font_fallback){
        arena_str(c->fonts->arena, need->families), need->kind, need->language,
        arena_str(c->fonts->arena, list.at)};
    buf_free(&list);
}

/* What one list has serves the others' texts too, where a page's head repeats
 * them, say: behind their own. */
static void
share_lists(struct chooser *c)
{
    size_t n = c->fonts->fallbacks.n;
    const char *all = "";
    const char **own = ARENA_ARRAY(c->arena, const char *, n);
    for (size_t i = 0; i < n; i++)
        own[i] = c->fonts->fallbacks.at[i].list;
    for (size_t i = 0; i < n; i++)
        all = arena_printf(c->fonts->arena, "%s%s%s", all,
                           *all && *own[i] ? ", " : "", own[i]);
    c->fonts->chosen = all;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            const char **list = &c->fonts->fallbacks.at[i].list;
            if (k != i && *own[k] && !strstr(*list, own[k]))
                *list = arena_printf(c->fonts->arena, "%s%s%s", *list,
                                     **list ? ", " : "", own[k]);
        }
}

/* Whether a family's name stands in the sheet, whatever its case. */
static bool
is_named(const struct css_rule *rules, const struct css_file *file,
         const char *name)
{
    if (strcasestr(file->text, name))
        return true;
    for (const struct css_rule *r = rules; r; r = r->next)
        if (r->kind == CSS_RULE_IMPORT && r->imported &&
            is_named(r->imported->rules, r->imported, name))
            return true;
    return false;
}

static bool
sheet_names(const struct style_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->files.n; i++)
        if (is_named(sheet->files.at[i]->rules, sheet->files.at[i], name))
            return true;
    return false;
}

struct style_fonts *
style_fonts_choose(const struct style_fonts *fonts,
                   struct style_library *library,
                   const struct style_needs *needs,
                   const struct style_sheet *sheet, struct diag *d)
{
    struct chooser c = {.arena = needs->arena};
    c.families = library_families(library, &c.n, d);
    if (!c.n)
        return NULL;
    c.fonts = fonts_copy(fonts);
    c.taken = ARENA_ARRAY(c.arena, bool, c.n);
    for (size_t i = 0; i < c.n; i++)
        if (sheet_names(sheet, c.families[i].name))
            take(&c, i);
    for (size_t i = 0; i < needs->rows.n; i++)
        cover_need(&c, &needs->rows.at[i]);
    share_lists(&c);
    return c.fonts;
}

const char *
style_fonts_chosen(const struct style_fonts *fonts)
{
    return fonts->chosen ? fonts->chosen : "";
}

const char *
style_fonts_fallbacks(const struct style_fonts *fonts, const char *families,
                      const char *lang)
{
    if (!fonts->fallbacks.n)
        return NULL;
    enum font_kind kind = kind_of_list(families);
    int language = font_language_of(lang ? lang : "");
    const struct font_fallback *best = &fonts->fallbacks.at[0];
    int most = -1;
    for (size_t i = 0; i < fonts->fallbacks.n; i++) {
        const struct font_fallback *f = &fonts->fallbacks.at[i];
        int points = str_eq(f->families, families) * 4 +
                     (f->language == language) * 2 + (f->kind == kind);
        if (points > most) {
            most = points;
            best = f;
        }
    }
    return *best->list ? best->list : NULL;
}
