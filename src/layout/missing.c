/* SPDX-License-Identifier: MIT */
/* Characters that no face has: gathered while text is shaped, told when all
 * is laid out, once a file and script, with where they stand and the Debian
 * package that has them. */
#include <string.h>

#include "layout/par_int.h"

enum { MOST_NAMED = 8, MOST_KEPT = 4000, FILE_LIMIT = 16 << 20 };

/* Characters of one script in one file, each once, in the order met. */
struct lack {
    const char *file;
    uint32_t script;
    VEC(uint32_t) codes;
    VEC(const struct doc_node *) nodes; /* where each was met first */
};

struct missing {
    struct arena *arena;
    VEC(struct lack) lacks;
};

#define TAG(text) UTF8_SCRIPT((text)[0], (text)[1], (text)[2], (text)[3])

#define NOTO "fonts-noto-core", "/usr/share/fonts/truetype/noto"
#define CJK "fonts-noto-cjk", "/usr/share/fonts/opentype/noto"
#define SYMBOLA "fonts-symbola", "/usr/share/fonts/truetype/ancient-scripts"

/* Scripts by their tags, and which package of Debian 12 has a face. */
static const struct script {
    char tag[5];
    const char *name, *package, *folder;
} scripts[] = {
    {"Arab", "Arabic", NOTO},    {"Armn", "Armenian", NOTO},
    {"Beng", "Bengali", NOTO},   {"Bopo", "Bopomofo", CJK},
    {"Cher", "Cherokee", NOTO},  {"Copt", "Coptic", NOTO},
    {"Cyrl", "Cyrillic", NOTO},  {"Deva", "Devanagari", NOTO},
    {"Ethi", "Ethiopic", NOTO},  {"Geor", "Georgian", NOTO},
    {"Grek", "Greek", NOTO},     {"Gujr", "Gujarati", NOTO},
    {"Guru", "Gurmukhi", NOTO},  {"Hang", "Hangul", CJK},
    {"Hani", "Han", CJK},        {"Hebr", "Hebrew", NOTO},
    {"Hira", "Hiragana", CJK},   {"Kana", "Katakana", CJK},
    {"Khmr", "Khmer", NOTO},     {"Knda", "Kannada", NOTO},
    {"Laoo", "Lao", NOTO},       {"Latn", "Latin", NOTO},
    {"Mlym", "Malayalam", NOTO}, {"Mong", "Mongolian", NOTO},
    {"Mymr", "Myanmar", NOTO},   {"Orya", "Oriya", NOTO},
    {"Sinh", "Sinhala", NOTO},   {"Syrc", "Syriac", NOTO},
    {"Taml", "Tamil", NOTO},     {"Telu", "Telugu", NOTO},
    {"Tfng", "Tifinagh", NOTO},  {"Thaa", "Thaana", NOTO},
    {"Thai", "Thai", NOTO},      {"Tibt", "Tibetan", NOTO},
    {"Xsux", "Cuneiform", NOTO},
};

/* Blocks of signs that belong to no script. */
static const struct block {
    uint32_t first, last;
    const char *package, *folder;
} blocks[] = {
    {0x2E80, 0x33FF, CJK},       {0xFE30, 0xFE4F, CJK},
    {0xFF00, 0xFFEF, CJK},       {0x1F000, 0x1F0FF, SYMBOLA},
    {0x1F300, 0x1F6FF, SYMBOLA}, {0x1F900, 0x1FAFF, SYMBOLA},
};

struct missing *
missing_new(struct arena *a)
{
    struct missing *m = ARENA_NEW(a, struct missing);
    m->arena = a;
    return m;
}

/* Marks go with the common signs; both kana are told with Han. */
static uint32_t
group_of(uint32_t code)
{
    uint32_t script = utf8_script(code);
    if (script == TAG("Zinh"))
        return TAG("Zyyy");
    if (script == TAG("Hira") || script == TAG("Kana"))
        return TAG("Hani");
    return script;
}

static struct lack *
lack_of(struct missing *m, const char *file, uint32_t script)
{
    for (size_t i = 0; i < m->lacks.n; i++) {
        struct lack *lack = &m->lacks.at[i];
        if (lack->script == script &&
            (lack->file == file ||
             (lack->file && file && str_eq(lack->file, file))))
            return lack;
    }
    struct lack *lack = vec_add(m->arena, &m->lacks);
    lack->file = file;
    lack->script = script;
    return lack;
}

void
missing_note(struct missing *m, const struct doc_node *node, PangoFont *font,
             const char *text, size_t n)
{
    const struct doc_node *placed = node;
    while (placed && !placed->file)
        placed = placed->parent;
    for (const char *p = text, *end = text + n; p < end;) {
        uint32_t code = utf8_next(&p, end);
        if (font && pango_font_has_char(font, code))
            continue;
        struct lack *lack =
            lack_of(m, placed ? placed->file : NULL, group_of(code));
        bool known = lack->codes.n >= MOST_KEPT;
        for (size_t i = 0; i < lack->codes.n && !known; i++)
            known = lack->codes.at[i] == code;
        if (known)
            continue;
        *vec_add(m->arena, &lack->codes) = code;
        *vec_add(m->arena, &lack->nodes) = placed;
    }
}

static const struct script *
script_of(uint32_t tag)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (TAG(scripts[i].tag) == tag)
            return &scripts[i];
    return NULL;
}

/* Where a character first stands in its file, from its node's place on; that
 * place where the file does not have it as it is. */
static struct place
find_place(const struct buf *file, const struct doc_node *node, uint32_t code)
{
    struct place at = node ? doc_place(node) : (struct place){0};
    uint32_t line = 1, col = 1;
    for (const char *p = file->at, *end = file->at + file->n; p < end;) {
        uint32_t here = utf8_next(&p, end);
        bool behind = line > at.line || (line == at.line && col >= at.col);
        if (here == code && behind)
            return (struct place){at.file, line, col};
        col++;
        if (here == '\n') {
            line++;
            col = 1;
        }
    }
    return at;
}

static void
name_script(const struct lack *lack, struct buf *out)
{
    const struct script *script = script_of(lack->script);
    uint32_t tag = lack->script;
    if (tag == TAG("Zyyy") || tag == TAG("Zzzz"))
        return;
    if (script)
        buf_printf(out, " of %s", script->name);
    else
        buf_printf(out, " of the script “%c%c%c%c”", (int)(tag >> 24),
                   (int)(tag >> 16 & 0xFF), (int)(tag >> 8 & 0xFF),
                   (int)(tag & 0xFF));
}

static void
name_codes(const struct lack *lack, const struct buf *file,
           const struct place *first, struct buf *out)
{
    for (size_t i = 0; i < lack->codes.n && i < MOST_NAMED; i++) {
        uint32_t code = lack->codes.at[i];
        buf_printf(out, "%s U+%04X", i ? "," : ":", code);
        if (g_unichar_isgraph(code)) {
            buf_str(out, " (");
            if (g_unichar_ismark(code)) /* on a circle of its own */
                buf_utf8(out, 0x25CC);
            buf_utf8(out, code);
            buf_char(out, ')');
        }
        struct place at = find_place(file, lack->nodes.at[i], code);
        if (i && at.line && at.line != first->line)
            buf_printf(out, " in line %u", at.line);
    }
    if (lack->codes.n > MOST_NAMED)
        buf_str(out, ", …");
}

/* The row of a package that has the character; NULL where none can. */
static const struct block *
package_of(uint32_t code)
{
    static const struct block core = {0, 0x10FFFF, NOTO}, cjk = {0, 0, CJK};
    GUnicodeType type = g_unichar_type(code);
    if (type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED ||
        type == G_UNICODE_CONTROL || type == G_UNICODE_SURROGATE)
        return NULL;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (code >= blocks[i].first && code <= blocks[i].last)
            return &blocks[i];
    const struct script *script = script_of(group_of(code));
    return script && str_eq(script->package, cjk.package) ? &cjk : &core;
}

/* Each package once. */
static void
hint_at_packages(struct layout *l, const struct lack *lack)
{
    enum { MOST = 4 };
    const struct block *told[MOST];
    size_t n = 0;
    const char *packages = "", *folders = "";
    for (size_t i = 0; i < lack->codes.n && n < MOST; i++) {
        const struct block *block = package_of(lack->codes.at[i]);
        bool known = !block;
        for (size_t k = 0; k < n && !known; k++)
            known = str_eq(told[k]->package, block->package);
        if (known)
            continue;
        told[n++] = block;
        packages = arena_printf(l->lasting, "%s%s%s", packages,
                                *packages ? " and " : "", block->package);
        folders = arena_printf(l->lasting, "%s%s%s", folders,
                               *folders ? ", " : "", block->folder);
    }
    if (n)
        diag_hint(l->diag,
                  "install Debian's %s, and add to the manifest: fonts: [%s]",
                  packages, folders);
    else
        diag_hint(l->diag, "no font can be counted on to have it: remove it, "
                           "or name the folder of the one that does in the "
                           "manifest's “fonts”");
}

static void
tell(struct layout *l, const struct lack *lack)
{
    struct buf file, text;
    buf_init(&file, FILE_LIMIT);
    buf_init(&text, BUF_LIMIT_SMALL);
    if (lack->file && file_read(lack->file, &file) != 0)
        buf_clear(&file);
    struct place at = find_place(&file, lack->nodes.at[0], lack->codes.at[0]);
    size_t n = lack->codes.n;
    if (n > 1)
        buf_printf(&text, "no font has %zu characters", n);
    else
        buf_str(&text, "no font has a character");
    name_script(lack, &text);
    name_codes(lack, &file, &at, &text);
    diag_at(l->diag, at, DIAG_GLYPH_MISSING, "%s", text.at);
    hint_at_packages(l, lack);
    buf_free(&text);
    buf_free(&file);
}

void
missing_tell(struct layout *l)
{
    for (size_t i = 0; i < l->missing->lacks.n; i++)
        tell(l, &l->missing->lacks.at[i]);
    l->missing->lacks.n = 0;
}
