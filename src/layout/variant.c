/* SPDX-License-Identifier: MIT */
/* Styles that differ from the sheet's own in what layout knows better. The
 * same pointer for the same, as with the sheet's: fonts are known by it. */
#include "layout/vlist.h"

struct variant {
    const struct style *of, *own;
    enum variant_kind kind;
};

struct variants {
    VEC(struct variant) at;
};

static void
change(struct arena *a, struct style *own, enum variant_kind kind)
{
    static const enum style_align aligns[] = {
        [VARIANT_LEFT] = STYLE_LEFT_ALIGN,
        [VARIANT_CENTER] = STYLE_CENTER,
        [VARIANT_RIGHT] = STYLE_RIGHT_ALIGN,
    };
    if (kind != VARIANT_SYMBOL) {
        own->text_align = own->text_align_last = aligns[kind];
        return;
    }
    own->family = arena_printf(a, "Noto Sans Symbols2, %s", own->family);
    own->features = NULL;
    own->weight = 400;
    own->italic = false;
}

const struct style *
style_variant(struct layout *l, const struct style *style,
              enum variant_kind kind)
{
    if (!l->variants)
        l->variants = ARENA_NEW(l->lasting, struct variants);
    for (size_t i = 0; i < l->variants->at.n; i++) {
        const struct variant *v = &l->variants->at.at[i];
        if (v->of == style && v->kind == kind)
            return v->own;
    }
    struct style *own = ARENA_NEW(l->lasting, struct style);
    *own = *style;
    change(l->lasting, own, kind);
    *vec_add(l->lasting, &l->variants->at) = (struct variant){style, own, kind};
    return own;
}
