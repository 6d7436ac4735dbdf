/* SPDX-License-Identifier: MIT */
/* Pages as text, for goldens and people. */
#include "layout/layout.h"

#include <stdlib.h>

static const char *
role_name(const struct layout_mark *mark)
{
    static const char *const names[] = {
        [LAYOUT_CONTENT] = NULL,        [LAYOUT_LABEL] = "label",
        [LAYOUT_HEADER] = "header",     [LAYOUT_FOOTER] = "footer",
        [LAYOUT_REPEATED] = "artifact", [LAYOUT_ARTIFACT] = "artifact",
        [LAYOUT_PRINTER] = "printer",
    };
    if (mark->role != LAYOUT_CONTENT)
        return names[mark->role];
    return mark->node ? doc_vocab[mark->node->kind].name : "none";
}

/* Points with two decimals, in whole numbers so that no rounding mode or
 * locale matters. */
static void
points(struct buf *out, int units)
{
    int64_t hundredths = (int64_t)units * 100;
    bool minus = hundredths < 0;
    hundredths = ((minus ? -hundredths : hundredths) + STYLE_PT / 2) / STYLE_PT;
    buf_printf(out, " %s%d.%02d", minus && hundredths ? "-" : "",
               (int)(hundredths / 100), (int)(hundredths % 100));
}

static void
quoted(struct buf *out, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\n')
            buf_str(out, "\\n");
        else if (text[i] == '"' || text[i] == '\\')
            buf_printf(out, "\\%c", text[i]);
        else
            buf_char(out, text[i]);
    }
}

static bool
same_mark(const struct layout_mark *a, const struct layout_mark *b)
{
    return a->node == b->node && a->role == b->role;
}

/* How a justified line is spaced. */
static void
dump_line(struct buf *out, const struct layout_line *line)
{
    buf_printf(out, "  line %zu spaces", line->spaces);
    points(out, line->space);
    buf_str(out, " of");
    points(out, line->natural);
    if (line->glyphs)
        buf_printf(out, " glyphs %+d", line->glyphs);
    buf_printf(out, "%s%s%s%s", line->filled ? " filled" : "",
               line->first ? " first" : "", line->last ? " last" : "",
               line->hyphenated ? " hyphen" : "");
    if (line->overfull) {
        buf_str(out, " overfull");
        points(out, line->overfull);
    }
    buf_char(out, '\n');
}

/* Whether a run goes on where the one before ends, in its mark, face and
 * colour. */
static bool
goes_on(const struct layout_page *page, size_t i)
{
    if (i >= page->runs.n)
        return false;
    const struct layout_run *a = &page->runs.at[i - 1], *b = a + 1;
    return !a->line_end && a->y == b->y && a->font == b->font &&
           a->color == b->color && same_mark(&a->mark, &b->mark);
}

/* One row for runs that go together, in logical order, and the stretch of the
 * line that they take. */
static size_t
dump_runs(struct buf *out, const struct layout_page *page, size_t i)
{
    const struct layout_run *first = &page->runs.at[i];
    int left = first->x, right = first->x + first->width;
    size_t end = i + 1;
    for (; goes_on(page, end); end++) {
        const struct layout_run *run = &page->runs.at[end];
        left = run->x < left ? run->x : left;
        right = run->x + run->width > right ? run->x + run->width : right;
    }
    buf_str(out, "  text");
    points(out, left);
    points(out, first->y);
    points(out, right - left);
    if (first->font) {
        buf_printf(out, " %s %s", first->font->family, first->font->style);
        points(out, first->font->size);
    }
    buf_printf(out, " #%06x%s", (unsigned)(first->color >> 8),
               first->turned ? " turned" : "");
    buf_printf(out, " %s \"", role_name(&first->mark));
    for (; i < end; i++)
        quoted(out, page->runs.at[i].text, page->runs.at[i].bytes);
    buf_str(out, "\"\n");
    if (page->runs.at[end - 1].line)
        dump_line(out, page->runs.at[end - 1].line);
    return end;
}

static void
box(struct buf *out, const char *name, int x, int y, int width, int height)
{
    buf_printf(out, "  %s", name);
    points(out, x);
    points(out, y);
    points(out, width);
    points(out, height);
}

/* Four lengths, where one is not 0. */
static void
four(struct buf *out, const char *name, const int lengths[4])
{
    if (!lengths[0] && !lengths[1] && !lengths[2] && !lengths[3])
        return;
    buf_printf(out, " %s", name);
    for (int i = 0; i < 4; i++)
        points(out, lengths[i]);
}

static void
dump_rect(struct buf *out, const struct layout_rect *r)
{
    static const char *const lines[] = {"none", "solid", "dashed", "dotted",
                                        "double"};
    box(out, "rect", r->x, r->y, r->width, r->height);
    buf_printf(out, " #%08x %s %s", (unsigned)r->color, lines[r->line],
               role_name(&r->mark));
    four(out, "round", r->radius);
    four(out, "ring", r->ring);
    if (r->picture) {
        const struct layout_picture *p = r->picture;
        buf_printf(out, " %s", p->asset->name);
        points(out, p->x);
        points(out, p->y);
        points(out, p->width);
        points(out, p->height);
        buf_printf(out, "%s%s", p->repeat[0] ? " across" : "",
                   p->repeat[1] ? " down" : "");
    }
    buf_str(out, r->turned ? " turned" : "");
    buf_char(out, '\n');
}

static void
dump_image(struct buf *out, const struct layout_image *i)
{
    box(out, "image", i->x, i->y, i->width, i->height);
    buf_printf(out, " %s %s", i->asset->name, role_name(&i->mark));
    if (i->asset->tinted)
        buf_printf(out, " #%08x #%08x", (unsigned)i->color, (unsigned)i->fill);
    if (i->crop.width) {
        const int crop[4] = {i->crop.x, i->crop.y, i->crop.width,
                             i->crop.height};
        four(out, "crop", crop);
    }
    buf_str(out, i->turned ? " turned\n" : "\n");
}

static void
dump_link(struct buf *out, const struct layout_link *l)
{
    box(out, "link", l->x, l->y, l->width, l->height);
    if (l->target)
        buf_printf(out, " #%s\n", l->target->id ? l->target->id : "?");
    else
        buf_printf(out, " %s\n", l->href ? l->href : "?");
}

void
layout_dump(const struct layout_page *page, struct buf *out)
{
    buf_printf(out, "page %zu \"%s\" %s%s%s", page->index, page->label,
               page->right ? "right" : "left", page->blank ? " blank" : "",
               page->ends && !page->blank ? " ends" : "");
    points(out, page->width);
    points(out, page->height);
    buf_char(out, '\n');
    if (page->notes) {
        buf_str(out, "  notes");
        points(out, page->notes);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < page->anchors.n; i++) {
        const struct layout_anchor *a = &page->anchors.at[i];
        buf_str(out, "  anchor");
        points(out, a->x);
        points(out, a->y);
        buf_printf(out, " %s%s%s\n", doc_vocab[a->node->kind].name,
                   a->node->id ? " #" : "", a->node->id ? a->node->id : "");
    }
    for (size_t i = 0; i < page->rects.n; i++)
        dump_rect(out, &page->rects.at[i]);
    for (size_t i = 0; i < page->images.n; i++)
        dump_image(out, &page->images.at[i]);
    for (size_t i = 0; i < page->runs.n;)
        i = dump_runs(out, page, i);
    for (size_t i = 0; i < page->links.n; i++)
        dump_link(out, &page->links.at[i]);
}
