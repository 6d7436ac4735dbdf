/* SPDX-License-Identifier: MIT */
/* What the content is, from which the package's metadata is derived. */
#include <string.h>

#include "epub/epub_int.h"

static void
add_lang(struct epub *e, const char *lang)
{
    const char *tag = epub_lang(e->arena, lang);
    if (!map_get(e->facts.langs, tag))
        map_set(e->facts.langs, tag, e);
}

static void
count_node(struct epub *e, const struct doc_node *n)
{
    struct epub_facts *f = &e->facts;
    if (n->lang)
        add_lang(e, n->lang);
    switch (n->kind) {
    case DOC_IMAGE:
        if (n->image->decorative || !n->image->asset)
            break;
        f->images++;
        f->no_alt += !*epub_alt(e->arena, n);
        break;
    case DOC_TITLE:
    case DOC_HEADING:
        f->headings++;
        break;
    case DOC_NOTE_REF:
        f->notes++;
        break;
    case DOC_TABLE:
        f->tables++;
        break;
    default:
        break;
    }
}

/* Animation's elements are taken out of pictures as they are read; a style of
 * theirs is left. */
bool
epub_moves(const struct doc_book *book, const char *css)
{
    if (css && (strcasestr(css, "animation") || strcasestr(css, "@keyframes")))
        return true;
    for (size_t i = 0; i < book->assets.n; i++) {
        const struct doc_asset *asset = book->assets.at[i];
        if (asset->kind == DOC_SVG &&
            (memmem(asset->bytes, asset->n, "animation", 9) ||
             memmem(asset->bytes, asset->n, "@keyframes", 10)))
            return true;
    }
    return false;
}

void
epub_gather_facts(struct epub *e)
{
    e->facts = (struct epub_facts){.langs = map_new(e->arena)};
    e->facts.moves = epub_moves(e->book, e->options->css);
    add_lang(e, e->lang);
    for (size_t i = 0; i < e->files.n; i++) {
        const struct doc_node *d = e->files.at[i].division;
        if (d && doc_lang(e->book, d))
            add_lang(e, doc_lang(e->book, d));
        e->facts.index = e->facts.index || (d && d->kind == DOC_INDEX);
        if (!d || d->kind == DOC_COVER || d->kind == DOC_CONTENTS)
            continue;
        for (const struct doc_node *n = d; n; n = doc_next(n, d))
            count_node(e, n);
    }
}
