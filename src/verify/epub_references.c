/* SPDX-License-Identifier: MIT */
/* References judged, when every document has been read: what they lead to is
 * of a type that fits, is in the spine, has the place that is named. */
#include <string.h>

#include "verify/epub_int.h"

#define say(rule, ...)                                                         \
    epub_say(e, (rule), r->where, r->line, r->col, __VA_ARGS__)

static bool
is_content(const struct epub_item *item)
{
    return epub_core(item->media_type) & EPUB_CORE_CONTENT;
}

/* Fragments that are no ids: of SVG and media. */
static bool
is_other_fragment(const struct epub_item *to, const char *fragment)
{
    if (str_starts(fragment, "epubcfi(") || strchr(fragment, '=') ||
        str_starts(fragment, ":~:"))
        return true;
    return strcmp(to->media_type, "image/svg+xml") == 0 &&
           (str_starts(fragment, "svgView(") || !to->ids);
}

static void
check_fragment(struct epub_check *e, const struct epub_reference *r)
{
    if (!r->fragment || !*r->fragment || !r->to->read ||
        is_other_fragment(r->to, r->fragment) || !is_content(r->to))
        return;
    if (!map_get(r->to->ids, r->fragment))
        say(r->use == EPUB_USE_NCX ? EPUB_NCX_LINK : EPUB_LINK_FRAGMENT,
            "there is no id “%s” in “%s”", r->fragment, r->to->path);
}

static void
check_hyperlink(struct epub_check *e, const struct epub_reference *r)
{
    bool nav = r->use != EPUB_USE_LINK;
    r->to->linked = true;
    if (e->book.version == 2 && !is_content(r->to) && r->use == EPUB_USE_LINK)
        return;
    if (!epub_falls_back(e, r->to, EPUB_CORE_CONTENT)) {
        say(nav ? EPUB_NAV_LINK : EPUB_LINK_TYPE,
            "“%s” is %s, no content document", r->to->path, r->to->media_type);
        return;
    }
    if (!r->to->in_spine && (nav || r->to != r->from))
        say(EPUB_LINK_SPINE, "“%s” is not in the spine", r->to->path);
}

/* A foreign resource without a fallback where the element has none itself. */
static void
check_type(struct epub_check *e, const struct epub_reference *r, unsigned kinds)
{
    if (e->book.version == 3 && !epub_falls_back(e, r->to, kinds))
        say(EPUB_FOREIGN, "“%s” is %s, and there is no fallback", r->to->path,
            r->to->media_type);
}

/* Of a core type, but another than the element is for. */
static void
check_kind(struct epub_check *e, const struct epub_reference *r, unsigned kind,
           const char *what)
{
    unsigned core = EPUB_CORE_IMAGE | EPUB_CORE_AUDIO | EPUB_CORE_FONT |
                    EPUB_CORE_STYLE | EPUB_CORE_SCRIPT | EPUB_CORE_CONTENT |
                    EPUB_CORE_OTHER;
    if (epub_falls_back(e, r->to, core) && !epub_falls_back(e, r->to, kind))
        say(EPUB_LINK_KIND, "“%s” is %s, no %s", r->to->path, r->to->media_type,
            what);
    else
        check_type(e, r, kind);
}

static void
check_image(struct epub_check *e, const struct epub_reference *r)
{
    check_kind(e, r, EPUB_CORE_IMAGE, "picture");
}

static void
check_style(struct epub_check *e, const struct epub_reference *r)
{
    if (r->fragment)
        say(EPUB_LINK_FRAGMENT, "a style sheet has no parts to refer to");
    check_kind(e, r, EPUB_CORE_STYLE, "style sheet");
}

static void
check_one(struct epub_check *e, const struct epub_reference *r)
{
    switch (r->use) {
    case EPUB_USE_LINK:
    case EPUB_USE_NAV:
    case EPUB_USE_NAV_PAGE:
    case EPUB_USE_NAV_TOC:
        check_hyperlink(e, r);
        check_fragment(e, r);
        return;
    case EPUB_USE_NCX:
        r->to->linked = true;
        if (!r->to->in_spine && is_content(r->to))
            say(EPUB_LINK_SPINE, "“%s” is not in the spine", r->to->path);
        check_fragment(e, r);
        return;
    case EPUB_USE_IMAGE:
        check_image(e, r);
        return;
    case EPUB_USE_STYLE:
        check_style(e, r);
        return;
    case EPUB_USE_MEDIA:
        if (!r->intrinsic)
            check_type(e, r, EPUB_CORE_AUDIO | EPUB_EXEMPT);
        return;
    case EPUB_USE_FRAME:
        check_type(e, r, EPUB_CORE_CONTENT);
        check_fragment(e, r);
        return;
    case EPUB_USE_OBJECT:
        if (!r->intrinsic)
            check_type(e, r,
                       EPUB_CORE_CONTENT | EPUB_CORE_IMAGE | EPUB_CORE_AUDIO |
                           EPUB_EXEMPT);
        return;
    case EPUB_USE_SVG:
        if (!r->fragment)
            say(EPUB_LINK_FRAGMENT, "“use” has to name a part of a drawing");
        check_fragment(e, r);
        return;
    case EPUB_USE_OVERLAY:
        check_fragment(e, r);
        return;
    default:
        return;
    }
}

/* The table of contents in the order of reading. */
static void
check_order(struct epub_check *e, enum epub_use use, enum epub_rule rule)
{
    const struct epub_reference *last = NULL;
    size_t last_order = 0;
    for (size_t i = 0; i < e->references.n; i++) {
        const struct epub_reference *r = &e->references.at[i];
        if (r->use != use || !r->to->in_spine || !r->to->read)
            continue;
        size_t order = r->fragment
                           ? (size_t)(uintptr_t)map_get(r->to->ids, r->fragment)
                           : 0;
        if (last && (r->to->spine_index < last->to->spine_index ||
                     (r->to == last->to && order < last_order))) {
            say(rule, "“%s%s%s” is before the place named before it",
                r->to->path, r->fragment ? "#" : "",
                r->fragment ? r->fragment : "");
            return;
        }
        last = r;
        last_order = order;
    }
}

void
epub_check_references(struct epub_check *e)
{
    for (size_t i = 0; i < e->references.n; i++) {
        check_one(e, &e->references.at[i]);
        arena_reset(e->scratch);
    }
    check_order(e, EPUB_USE_NAV_TOC, EPUB_NAV_ORDER);
    check_order(e, EPUB_USE_NAV_PAGE, EPUB_A11Y_PAGE_LIST);
    for (size_t i = 0; i < e->book.spine_count; i++) {
        const struct epub_item *item = e->book.spine[i];
        if (!item->linear && !item->linked && !e->scripted &&
            e->book.version == 3)
            epub_say_package(e, EPUB_UNREACHABLE, item->node,
                             "no link leads to “%s”, which is not linear",
                             item->path ? item->path : item->href);
    }
    arena_reset(e->scratch);
}
