/* SPDX-License-Identifier: MIT */
/* Stylesheets from files: reading, decoding, @import. */
#include <errno.h>
#include <string.h>

#include "style/style_int.h"

const char *
style_intern(struct style_sheet *sheet, const char *text)
{
    const char *known = map_get(sheet->strings, text);
    if (!known) {
        char *copy = arena_str(sheet->arena, text);
        map_set(sheet->strings, copy, copy);
        known = copy;
    }
    return known;
}

static uint32_t
line_at(const char *text, size_t n)
{
    uint32_t line = 1;
    for (size_t i = 0; i < n; i++)
        line += text[i] == '\n';
    return line;
}

/* The text with every ill-formed byte and NUL as U+FFFD (CSS Syntax,
 * clause 3.3). */
static void
decode(struct style_sheet *sheet, struct css_file *file, const struct buf *raw)
{
    size_t bad = utf8_check(raw->at, raw->n);
    if (bad < raw->n)
        diag_at(sheet->diag,
                (struct place){file->shown, line_at(raw->at, bad), 1},
                DIAG_UTF8_INVALID, "the stylesheet is not UTF-8");
    struct buf good;
    buf_init(&good, BUF_LIMIT_OUTPUT);
    for (const char *p = raw->at, *end = raw->at + raw->n; p < end;) {
        const char *from = p;
        uint32_t c = utf8_next(&p, end);
        if (c == UTF8_BAD || c == 0)
            buf_str(&good, "\xEF\xBF\xBD");
        else
            buf_add(&good, from, (size_t)(p - from));
    }
    file->text = arena_strn(sheet->arena, good.at ? good.at : "", good.n);
    file->n = good.n;
    buf_free(&good);
}

/* A shown path from the first folder on that it names: the publication of
 * `-C ../book` lies above the current folder. */
static const char *
below_parents(const char *shown)
{
    while (str_starts(shown, "../"))
        shown += 3;
    return shown;
}

/* Where an @import leads: shown path, and the path to open. NULL, and a
 * message, where it leads out of the folder that messages count from. */
static bool
resolve_import(struct style_sheet *sheet, const char *target,
               const struct css_file *from, struct place at, const char **shown,
               const char **path)
{
    struct arena *a = sheet->arena;
    bool remote = strstr(target, ":") != NULL || str_starts(target, "//");
    const char *below = below_parents(from->shown);
    const char *clean = NULL;
    if (!remote && target[0] != '/')
        clean = path_clean(a, path_join(a, path_dir(a, below), target));
    if (!clean) {
        diag_at(sheet->diag, at, DIAG_CSS_IMPORT,
                remote ? "“%s” is not a file of this publication"
                       : "“%s” leads out of the folder",
                target);
        return false;
    }
    const char *above =
        arena_strn(a, from->shown, (size_t)(below - from->shown));
    *shown = *above ? path_join(a, above, clean) : clean;
    *path = path_join(a, path_dir(a, from->path), target);
    return true;
}

/* Whether the file, with symbolic links followed, is below the folder that
 * the importing file's shown path starts from. */
static bool
stays_inside(struct arena *a, const struct css_file *from, const char *path)
{
    const char *root = ".";
    const char *below = below_parents(from->shown);
    if (str_ends(from->path, below)) {
        size_t n = strlen(from->path) - strlen(below);
        root = n ? arena_strn(a, from->path, n) : ".";
    } else {
        root = path_dir(a, from->path);
    }
    const char *real_root = file_real_path(a, root);
    const char *real = file_real_path(a, path);
    size_t n = real_root ? strlen(real_root) : 0;
    return real && n && str_starts(real, real_root) &&
           (real[n] == '/' || real_root[n - 1] == '/');
}

/* A file that is being read already would import itself. */
static bool
is_open(const struct css_file *file, const char *shown)
{
    for (; file; file = file->from)
        if (str_eq(file->shown, shown))
            return true;
    return false;
}

const char *
style_local_file(struct style_sheet *sheet, const struct css_file *from,
                 const char *target, const struct css_token *at)
{
    struct arena *a = sheet->arena;
    struct place place = {from->shown, at->line, at->col};
    bool remote = strstr(target, ":") != NULL || str_starts(target, "/");
    const char *path = path_join(a, path_dir(a, from->path), target);
    const char *wrong = remote               ? "“%s” is not in this folder"
                        : !file_exists(path) ? "there is no file “%s”"
                        : !stays_inside(a, from, path)
                            ? "“%s” leads out of the folder"
                            : NULL;
    if (!wrong)
        return path;
    diag_at(sheet->diag, place, DIAG_CSS_URL, wrong, target);
    diag_hint(sheet->diag,
              "name a file from this stylesheet's folder on; nothing is "
              "fetched");
    return NULL;
}

/* A file that is not there may be one that lies beside the program's base
 * sheet, so that a style of one's own can begin with a shipped one. */
static void
find_shipped(const struct style_sheet *sheet, const char *target,
             const struct css_file **from, const char **shown,
             const char **path)
{
    if (!sheet->files.n)
        return;
    struct arena *a = sheet->arena;
    if (str_starts(target, "styles/")) /* as the manifest names them */
        target += strlen("styles/");
    const struct css_file *base = sheet->files.at[0];
    const char *clean =
        path_clean(a, path_join(a, path_dir(a, base->shown), target));
    const char *there = path_join(a, path_dir(a, base->path), target);
    if (!clean || !file_exists(there))
        return;
    *from = base;
    *shown = clean;
    *path = there;
}

static bool
open_import(struct style_sheet *sheet, const struct css_file *from,
            const struct css_token *at, const char **path, const char **shown)
{
    struct place place = {from->shown, at->line, at->col};
    const char *target = *shown;
    if (!resolve_import(sheet, target, from, place, shown, path))
        return false;
    if (!file_exists(*path))
        find_shipped(sheet, target, &from, shown, path);
    const char *wrong = NULL;
    if (is_open(from, *shown))
        wrong = "“%s” imports itself";
    else if (sheet->import_depth >= CSS_IMPORT_DEPTH ||
             ++sheet->imports > CSS_IMPORT_COUNT)
        wrong = "“%s” is one import too many";
    else if (!file_exists(*path))
        wrong = "there is no file “%s”";
    else if (!stays_inside(sheet->arena, from, *path))
        wrong = "“%s” leads out of the folder";
    if (!wrong)
        return true;
    diag_at(sheet->diag, place, DIAG_CSS_IMPORT, wrong, *shown);
    if (is_open(from, *shown))
        diag_hint(sheet->diag, "take out one of the imports that make the "
                               "circle");
    else
        diag_hint(sheet->diag, "name a file from this one's folder on, or "
                               "story.css or handout.css, which come with the "
                               "program");
    return false;
}

struct css_file *
style_load(struct style_sheet *sheet, const char *path, const char *shown,
           const struct css_file *from, const struct css_token *at)
{
    if (from && !open_import(sheet, from, at, &path, &shown))
        return NULL;
    struct buf raw;
    buf_init(&raw, CSS_FILE_LIMIT);
    int error = file_read(path, &raw);
    if (error) {
        buf_free(&raw);
        struct place whole = {shown, 0, 0};
        if (error == EFBIG)
            diag_at(sheet->diag, whole, DIAG_FILE_TOO_LARGE,
                    "the stylesheet has more than %d MiB",
                    CSS_FILE_LIMIT >> 20);
        else
            diag_at(sheet->diag, whole, DIAG_FILE_UNREADABLE,
                    "the stylesheet can't be read: %s", strerror(error));
        return NULL;
    }
    struct css_file *file = ARENA_NEW(sheet->arena, struct css_file);
    file->path = arena_str(sheet->arena, path);
    file->shown = arena_str(sheet->arena, shown);
    file->from = from;
    decode(sheet, file, &raw);
    buf_free(&raw);
    file->tokens = css_tokenize(sheet->arena, file->text, file->n, file->shown,
                                sheet->diag);
    file->rules =
        css_parse(sheet->arena, file->tokens, file->shown, sheet->diag);
    return file;
}

static struct style_sheet *
read_sources(const struct style_source *sources, size_t n, struct diag *d,
             bool for_epub, enum style_medium medium)
{
    struct arena *a = arena_new();
    struct style_sheet *sheet = ARENA_NEW(a, struct style_sheet);
    sheet->arena = a;
    sheet->diag = d;
    sheet->for_epub = for_epub;
    sheet->medium = medium;
    sheet->strings = map_new(a);
    sheet->contents = map_new(a);
    css_initial(sheet, &sheet->initial);
    if (medium == STYLE_DARK)
        sheet->initial.style.color = 0xFEFEFEFF; /* as Readium's night has it */
    sheet->memo = style_memo_new(sheet);
    for (size_t i = 0; i < n; i++) {
        struct css_file *file =
            style_load(sheet, sources[i].path, sources[i].shown, NULL, NULL);
        if (!file)
            continue;
        *vec_add(a, &sheet->files) = file;
        style_compile(sheet, file, i == 0, true);
    }
    if (!sheet->files.n) {
        arena_free(a);
        return NULL;
    }
    css_check_vars(sheet);
    style_file_rules(sheet);
    return sheet;
}

struct style_sheet *
style_read(const struct style_source *sources, size_t n, struct diag *d)
{
    return read_sources(sources, n, d, false, STYLE_PAPER);
}

struct style_sheet *
style_read_epub(const struct style_source *sources, size_t n, struct diag *d)
{
    return read_sources(sources, n, d, true, STYLE_PAPER);
}

struct style_sheet *
style_read_screen(const struct style_source *sources, size_t n, bool dark)
{
    struct diag *unheard = diag_new();
    struct style_sheet *sheet = read_sources(sources, n, unheard, true,
                                             dark ? STYLE_DARK : STYLE_LIGHT);
    if (!sheet)
        diag_free(unheard);
    else
        sheet->unheard = unheard;
    return sheet;
}

bool
style_has_dark(const struct style_sheet *sheet)
{
    return sheet->has_dark;
}

void
style_free(struct style_sheet *sheet)
{
    if (!sheet)
        return;
    diag_free(sheet->unheard);
    arena_free(sheet->arena);
}
