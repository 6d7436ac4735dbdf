/* SPDX-License-Identifier: MIT */
/* Images that are blocks, and rules. */
#include "layout/vlist.h"

struct size {
    int width, height;
};

static int
scaled(int value, int by, int of)
{
    return of > 0 ? (int)((int64_t)value * by / of) : value;
}

/* Makes it no larger than a limit, in the same proportion. */
static void
limit(struct size *s, int width, int height)
{
    if (width > 0 && s->width > width)
        *s = (struct size){width, scaled(s->height, width, s->width)};
    if (height > 0 && s->height > height)
        *s = (struct size){scaled(s->width, height, s->height), height};
}

/* By CSS, or by what the author asked for, or as large as it is; never more
 * than the measure and `most` high. */
static struct size
image_size(const struct doc_image *image, const struct style *style,
           int measure, int page, int most)
{
    struct size natural = {(int)(image->asset->width * STYLE_PX + 0.5),
                           (int)(image->asset->height * STYLE_PX + 0.5)};
    if (natural.width < 1 || natural.height < 1)
        natural = (struct size){measure, measure / 2};
    int width = flow_length(style->width, measure, 0);
    int height = flow_length(style->height, page, 0);
    if (!width && !height && image->width_percent)
        width = scaled(measure, image->width_percent, 100);
    struct size s = natural;
    if (width && height)
        s = (struct size){width, height};
    else if (width)
        s = (struct size){width, scaled(natural.height, width, natural.width)};
    else if (height)
        s = (struct size){scaled(natural.width, height, natural.height),
                          height};
    limit(&s, flow_length(style->max_width, measure, 0),
          flow_length(style->max_height, page, 0));
    limit(&s, measure, most);
    return s;
}

/* The height of what stands in the figure beside its images. */
static int
height_beside(struct builder *b, const struct level *figure)
{
    struct builder beside = vlist_new(b->l, b->height, b->measure);
    beside.dry = true;
    doc_each_child (child, figure->node) {
        if (doc_vocab[child->kind].model == DOC_IS_LEAF ||
            doc_vocab[child->kind].model == DOC_IS_BLOCK)
            vlist_blocks(&beside, child,
                         style_of(b->l->sheet, child, figure->style), 0,
                         figure->measure);
    }
    int height = beside.margin_most;
    for (size_t i = 0; i < beside.flow->items.n; i++)
        height += beside.flow->items.at[i].height;
    return height;
}

/* Where it stands across the measure. */
static int
image_offset(const struct style *style, const struct style *in, int room)
{
    bool left = style->margin[STYLE_LEFT].unit == STYLE_AUTO;
    bool right = style->margin[STYLE_RIGHT].unit == STYLE_AUTO;
    if ((left && right) || in->text_align == STYLE_CENTER)
        return room / 2;
    bool at_end = in->text_align == (in->rtl ? STYLE_START : STYLE_END) ||
                  in->text_align == STYLE_RIGHT_ALIGN ||
                  (in->rtl && in->text_align == STYLE_JUSTIFY);
    return left || at_end ? room : 0;
}

/* Places the picture in its box, in its own shape where it is asked to keep
 * that (CSS Images Level 3, clause 5.5). */
static void
fit_image(struct layout_image *image, enum style_object_fit fit)
{
    const struct doc_asset *asset = image->asset;
    int w = (int)(asset->width * STYLE_PX + 0.5);
    int h = (int)(asset->height * STYLE_PX + 0.5);
    struct size box = {image->width, image->height};
    if (fit == STYLE_FILL || w < 1 || h < 1 || box.width < 1 || box.height < 1)
        return;
    bool wide = (int64_t)w * box.height > (int64_t)h * box.width;
    if (wide == (fit == STYLE_COVERING))
        image->width = scaled(w, box.height, h);
    else
        image->height = scaled(h, box.width, w);
    int left = (box.width - image->width) / 2;
    int top = (box.height - image->height) / 2;
    image->x += left;
    image->y += top;
    if (fit == STYLE_COVERING)
        image->crop = (struct layout_crop){-left, -top, box.width, box.height};
}

void
vlist_image(struct builder *b, const struct level *in,
            const struct doc_node *node, const struct style *style)
{
    const struct doc_image *image = node->image;
    if (!image->asset)
        return;
    int most = vlist_room(b);
    struct size size = image_size(image, style, in->measure, b->height, most);
    if (in->node->kind == DOC_FIGURE && size.height > b->height / 2) {
        most -= height_beside(b, in) + in->below;
        most = most > b->height / 4 ? most : b->height / 4;
        limit(&size, 0, most);
    }
    int x = in->x + image_offset(style, in->style, in->measure - size.width);
    vlist_margin(b, flow_length(style->margin[STYLE_TOP], in->measure, 0));
    vlist_anchor(b, node, style);
    struct flow_box *box = vlist_box(b, size.height);
    box->node = node;
    enum layout_role role =
        image->decorative ? LAYOUT_ARTIFACT : LAYOUT_CONTENT;
    struct layout_image *placed = vec_add(b->l->arena, &box->images);
    *placed = (struct layout_image){
        .mark = {.node = role == LAYOUT_CONTENT ? node : NULL, .role = role},
        .asset = image->asset,
        .x = x,
        .width = size.width,
        .height = size.height,
        .color = style->color,
        .fill = style->fill};
    fit_image(placed, style->object_fit);
    vlist_margin(b, flow_length(style->margin[STYLE_BOTTOM], in->measure, 0));
}

/* An ornament, from hr::before, in the middle or where text-align puts it. */
static void
add_ornament(struct builder *b, const struct level *level,
             const struct style *style)
{
    struct layout *l = b->l;
    size_t nth = 0;
    const char *text =
        vlist_content(b, style->content, level->node, STYLE_BEFORE, &nth);
    if (!*text)
        return;
    struct par_line *line = ARENA_NEW(l->arena, struct par_line);
    *line =
        par_text(l, text, doc_lang(l->book, level->node), style,
                 (struct layout_mark){.role = LAYOUT_ARTIFACT}, level->measure);
    int room = level->measure - line->left - line->width;
    struct flow_box *box = vlist_box(b, line->ascent + line->descent);
    *vec_add(l->arena, &box->lines) = (struct flow_line){
        line, level->x + image_offset(style, style, room), line->ascent};
}

void
vlist_rule(struct builder *b, const struct level *in,
           const struct doc_node *rule, const struct style *style)
{
    struct level *level = vlist_enter(b, rule, style, in->x, in->measure);
    const struct style *ornament =
        style_pseudo_of(b->l->sheet, rule, STYLE_BEFORE, style);
    if (ornament)
        add_ornament(b, level, ornament);
    vlist_leave(b);
}
