/* SPDX-License-Identifier: MIT */
/* What pages for a print shop have beyond their trimmed edge (CSS Paged Media
 * Level 3, clause 7). */
#include "style/style_int.h"

/* Kept one unit longer, so that 0 is left for what is not said. */
enum css_status
css_set_bleed(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    struct css_size s;
    (void)p;
    if (v.n == 1 && css_is_word(v.at, "auto")) {
        c->out->page_bleed = 0;
        return CSS_OK;
    }
    enum css_status status = css_size_of(c, v, &s);
    if (status != CSS_OK)
        return status;
    if (s.kind != CSS_IS_LENGTH || s.value < 0)
        return CSS_INVALID;
    c->out->page_bleed = css_round(s.value) + 1;
    return CSS_OK;
}

enum css_status
css_set_marks(struct compute *c, const struct css_property *p,
              struct css_tokens v)
{
    struct css_tokens pieces[3];
    size_t n = css_pieces(v, pieces, 3);
    int marks = 0;
    (void)p;
    if (n < 1 || n > 2)
        return CSS_INVALID;
    bool none = n == 1 && css_is_word(pieces[0].at, "none");
    for (size_t i = 0; i < n && !none; i++) {
        int mark = css_is_word(pieces[i].at, "crop")    ? STYLE_MARK_CROP
                   : css_is_word(pieces[i].at, "cross") ? STYLE_MARK_CROSS
                                                        : 0;
        if (pieces[i].n != 1 || !mark || marks & mark)
            return CSS_INVALID;
        marks |= mark;
    }
    c->out->page_marks = marks;
    return CSS_OK;
}
