/* SPDX-License-Identifier: MIT */
/* The faces of an edition: the program's own, and from the folders that the
 * publication and the user name those that its texts need. */
#include <string.h>

#include "build_int.h"

/* Adds a folder or file; says where there is none. */
static void
add_source(struct run *r, struct style_library *library, const char *path,
           struct place at)
{
    if (file_is_dir(path) || file_exists(path)) {
        style_library_add(library, path, at);
        return;
    }
    diag_at(r->diag, at, DIAG_FONT_FOLDER, "there is no folder “%s”", path);
    diag_hint(r->diag, "Debian's packages put fonts below /usr/share/fonts; "
                       "dpkg -L PACKAGE lists them");
}

static const char *
library_key(struct run *r, const struct conf_manifest *m)
{
    const char *key = "";
    for (size_t i = 0; i < m->fonts.n; i++)
        key = arena_printf(r->arena, "%s%s\n", key,
                           path_join(r->arena, m->dir, m->fonts.at[i]));
    return key;
}

/* That of a publication: editions and publications with the same folders have
 * one. NULL where none is named. */
static struct style_library *
library_of(struct run *r, const struct conf_manifest *m)
{
    const struct build_request *q = r->request;
    if (!m->fonts.n && !q->font_count)
        return NULL;
    const char *key = library_key(r, m);
    struct style_library *library = map_get(r->libraries, key);
    if (library)
        return library;
    library = style_library_new(r->arena);
    map_set(r->libraries, key, library);
    for (size_t i = 0; i < m->fonts.n; i++)
        if (*m->fonts.at[i])
            add_source(r, library, path_join(r->arena, m->dir, m->fonts.at[i]),
                       m->fonts.places[i]);
    for (size_t i = 0; i < q->font_count; i++)
        add_source(r, library, q->fonts[i], (struct place){q->fonts[i], 0, 0});
    return library;
}

void
close_libraries(struct run *r)
{
    for (size_t i = 0; i < map_count(r->libraries); i++)
        style_library_free(map_at(r->libraries, i)->value);
}

void
edition_each_style(const struct edition_job *job, struct style_sheet *sheet,
                   const struct doc_node *root, edition_visit *visit, void *to)
{
    struct above {
        const struct style *style;
        const char *lang;
    };
    VEC(struct above) above = {0};
    size_t depth = 0;
    for (const struct doc_node *n = root; n;) {
        while (above.n <= depth)
            vec_add(job->run->arena, &above);
        struct above *up = depth ? &above.at[depth - 1] : NULL;
        struct above *here = &above.at[depth];
        here->style = n->kind == DOC_TEXT && up
                          ? up->style
                          : style_of(sheet, n, up ? up->style : NULL);
        here->lang = n->lang ? n->lang : up ? up->lang : job->book->lang;
        visit(to, n, here->style, here->lang);
        if (n->first) {
            n = n->first;
            depth++;
            continue;
        }
        while (n != root && !n->next) {
            n = n->parent;
            depth--;
        }
        n = n == root ? NULL : n->next;
    }
}

static void
add_needs(void *to, const struct doc_node *node, const struct style *style,
          const char *lang)
{
    if (node->text)
        style_needs_add(to, style, lang, node->text);
}

/* Takes the fonts, and gives them back with the stylesheet's own faces. */
static struct style_fonts *
with_faces(const struct edition_job *job, const struct style_sheet *sheet,
           struct style_fonts *fonts)
{
    struct style_fonts *with =
        style_fonts_with_faces(fonts, sheet, job->run->diag);
    if (!with)
        return fonts;
    edition_fonts_close(job, fonts);
    return with;
}

struct style_fonts *
edition_fonts(const struct edition_job *job, struct style_sheet *sheet,
              const struct doc_node *root)
{
    struct run *r = job->run;
    struct style_library *library = library_of(r, job->manifest);
    if (!library)
        return with_faces(job, sheet, r->fonts);
    struct style_needs *needs = style_needs_new(r->arena, r->fonts);
    edition_each_style(job, sheet, root, add_needs, needs);
    struct style_fonts *chosen =
        style_fonts_choose(r->fonts, library, needs, sheet, r->diag);
    style_needs_free(needs);
    return with_faces(job, sheet, chosen ? chosen : r->fonts);
}

/* Families in the order met, each once. */
struct families {
    struct arena *arena;
    struct map *known;
    const char *list;
};

static void
add_family(struct families *f, const char *family)
{
    if (!*family || map_get(f->known, family))
        return;
    map_set(f->known, family, f);
    f->list =
        arena_printf(f->arena, "%s%s%s", f->list, *f->list ? ", " : "", family);
}

static void
add_list(struct families *f, const char *list)
{
    for (const char *p = list; *p;) {
        add_family(f, first_family(f->arena, p));
        p += strcspn(p, ",");
        p += *p == ',';
    }
}

static void
add_families(void *to, const struct doc_node *node, const struct style *style,
             const char *lang)
{
    struct families *f = to;
    (void)lang;
    if (node->text && !str_blank(node->text))
        add_family(f, first_family(f->arena, style->family));
}

const char *
edition_typefaces(const struct edition_job *job, const char *before)
{
    struct arena *a = job->run->arena;
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return before;
    const struct doc_node *root = job->book->root;
    struct families f = {a, map_new(a), ""};
    add_list(&f, before ? before : "");
    add_family(&f, first_family(a, style_of(sheet, root, NULL)->family));
    edition_each_style(job, sheet, root, add_families, &f);
    struct style_fonts *fonts = edition_fonts(job, sheet, root);
    add_list(&f, style_fonts_chosen(fonts));
    edition_fonts_close(job, fonts);
    style_free(sheet);
    return f.list;
}

void
edition_fonts_close(const struct edition_job *job, struct style_fonts *fonts)
{
    if (fonts != job->run->fonts)
        style_fonts_free(fonts);
}
