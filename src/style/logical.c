/* SPDX-License-Identifier: MIT */
/* Properties that speak of a line's start and end (CSS Logical Properties and
 * Values Level 1): each is one of the four sides' own, by the direction of the
 * element, and cascades with that in the order in which they stand. */
#include "style/style_int.h"

const struct css_property *
css_physical(const struct compute *c, const struct css_property *p)
{
    if (!(p->flags & CSS_LOGICAL))
        return p;
    return css_property_of(p->words[c->out->style.rtl].word);
}

enum css_status
css_set_logical(struct compute *c, const struct css_property *p,
                struct css_tokens v)
{
    p = css_physical(c, p);
    return p->set(c, p, v);
}

/* One value for start and end, or two. */
enum css_status
css_set_pair(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    struct css_tokens pieces[2];
    size_t n = css_pieces(v, pieces, 2);
    if (n < 1 || n > 2)
        return CSS_INVALID;
    enum css_status worst = CSS_OK;
    for (size_t i = 0; i < 2; i++) {
        const struct css_property *one = css_property_of(p->words[i].word);
        enum css_status status = one->set(c, one, pieces[i < n ? i : 0]);
        worst = status < worst ? status : worst;
    }
    return worst;
}

/* The whole value for start and end. */
enum css_status
css_set_both(struct compute *c, const struct css_property *p,
             struct css_tokens v)
{
    const struct css_property *start = css_property_of(p->words[0].word);
    const struct css_property *end = css_property_of(p->words[1].word);
    enum css_status status = start->set(c, start, v);
    return status == CSS_OK ? end->set(c, end, v) : status;
}
