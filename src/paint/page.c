/* SPDX-License-Identifier: MIT */
/* A page's rectangles, images and runs, in reading order. */
#include "paint/paint_int.h"

void
paint_color(cairo_t *cr, uint32_t color)
{
    cairo_set_source_rgba(cr, (color >> 24 & 255) / 255.0,
                          (color >> 16 & 255) / 255.0,
                          (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

/* What no structure element stands for. */
static bool
is_artifact(struct layout_mark mark)
{
    return !mark.node ||
           (mark.role != LAYOUT_CONTENT && mark.role != LAYOUT_LABEL) ||
           (mark.node->kind == DOC_IMAGE && mark.node->image->decorative);
}

static bool
is_same(struct layout_mark a, struct layout_mark b)
{
    return a.node == b.node && a.role == b.role && a.actual == b.actual;
}

/* The speck of PAINT_BEGINS, in the colour that is set. */
static void
draw_speck(cairo_t *cr)
{
    cairo_matrix_t turned;
    cairo_get_matrix(cr, &turned);
    cairo_identity_matrix(cr);
    cairo_rectangle(cr, 0, 0, 0.125, 0.375);
    cairo_fill(cr);
    cairo_set_matrix(cr, &turned);
}

/* The mark's content is all of a background, or `back` is NULL. */
static void
begin_mark(struct paint_target *t, struct layout_mark mark,
           const struct layout_rect *back)
{
    static const bool kinds[] = {[LAYOUT_HEADER] = true,
                                 [LAYOUT_FOOTER] = true,
                                 [LAYOUT_REPEATED] = true,
                                 [LAYOUT_ARTIFACT] = false,
                                 [LAYOUT_PRINTER] = true};
    if (!t->marked)
        return;
    if (is_artifact(mark)) {
        enum layout_role role = mark.role;
        mark =
            (struct layout_mark){.role = kinds[role] ? role : LAYOUT_ARTIFACT};
    }
    size_t n = t->marks.n;
    if (n && !back && !t->backs.at[n - 1] && is_same(t->marks.at[n - 1], mark))
        return;
    draw_speck(t->cr);
    *vec_add(t->arena, &t->marks) = mark;
    *vec_add(t->arena, &t->spans) = (struct paint_span){t->run, t->run};
    *vec_add(t->arena, &t->backs) = back;
}

void
paint_mark(struct paint_target *t, struct layout_mark mark)
{
    begin_mark(t, mark, NULL);
}

/* What is filled behind something, rather than a line. */
static bool
is_background(const struct layout_rect *rect)
{
    enum { LINE = 6 * 1024 };
    bool ring =
        rect->ring[0] || rect->ring[1] || rect->ring[2] || rect->ring[3];
    return rect->line == STYLE_LINE_SOLID && !ring && rect->width > LINE &&
           rect->height > LINE;
}

/* Strokes along the rectangle's longer middle line. */
static void
stroke_rect(cairo_t *cr, const struct layout_rect *rect)
{
    double x = paint_points(rect->x), y = paint_points(rect->y);
    double w = paint_points(rect->width), h = paint_points(rect->height);
    bool flat = w >= h;
    double thick = flat ? h : w;
    double dotted[] = {0, 2 * thick}, dashed[] = {3 * thick, 2 * thick};
    bool dots = rect->line == STYLE_LINE_DOTTED;
    cairo_save(cr);
    cairo_set_line_width(cr, thick);
    cairo_set_dash(cr, dots ? dotted : dashed, 2, 0);
    if (dots)
        cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    double in = dots ? thick / 2 : 0;
    cairo_move_to(cr, flat ? x + in : x + w / 2, flat ? y + h / 2 : y + in);
    cairo_line_to(cr, flat ? x + w - in : x + w / 2,
                  flat ? y + h / 2 : y + h - in);
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void
fill(cairo_t *cr, double x, double y, double w, double h)
{
    cairo_rectangle(cr, x, y, w, h);
    cairo_fill(cr);
}

/* Two lines with a gap, each a third as thick. */
static void
fill_double(cairo_t *cr, const struct layout_rect *rect)
{
    double x = paint_points(rect->x), y = paint_points(rect->y);
    double w = paint_points(rect->width), h = paint_points(rect->height);
    bool flat = w >= h;
    fill(cr, x, y, flat ? w : w / 3, flat ? h / 3 : h);
    fill(cr, flat ? x : x + w * 2 / 3, flat ? y + h * 2 / 3 : y,
         flat ? w : w / 3, flat ? h / 3 : h);
}

/* A path along a rectangle, its corners round. */
static void
round_path(cairo_t *cr, double x, double y, double w, double h,
           const double radius[4])
{
    static const double turn = 1.57079632679489661923;
    const double corners[4][2] = {{x + radius[0], y + radius[0]},
                                  {x + w - radius[1], y + radius[1]},
                                  {x + w - radius[2], y + h - radius[2]},
                                  {x + radius[3], y + h - radius[3]}};
    cairo_new_sub_path(cr);
    for (int i = 0; i < 4; i++)
        cairo_arc(cr, corners[i][0], corners[i][1], radius[i], (i + 2) * turn,
                  (i + 3) * turn);
    cairo_close_path(cr);
}

static double
less(double a, double b)
{
    return a > b ? a - b : 0;
}

/* What is round, or the ring along its edge. */
static void
fill_round(cairo_t *cr, const struct layout_rect *rect)
{
    double x = paint_points(rect->x), y = paint_points(rect->y);
    double w = paint_points(rect->width), h = paint_points(rect->height);
    double radius[4], ring[4], inner[4];
    bool hollow = false;
    for (int i = 0; i < 4; i++) {
        radius[i] = paint_points(rect->radius[i]);
        ring[i] = paint_points(rect->ring[i]);
        hollow |= rect->ring[i] > 0;
    }
    for (int i = 0; i < 4; i++) {
        double flat = ring[i < 2 ? STYLE_TOP : STYLE_BOTTOM];
        double side = ring[i == 0 || i == 3 ? STYLE_LEFT : STYLE_RIGHT];
        inner[i] = less(radius[i], flat > side ? flat : side);
    }
    cairo_save(cr);
    round_path(cr, x, y, w, h, radius);
    if (hollow) {
        cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
        round_path(cr, x + ring[STYLE_LEFT], y + ring[STYLE_TOP],
                   less(w, ring[STYLE_LEFT] + ring[STYLE_RIGHT]),
                   less(h, ring[STYLE_TOP] + ring[STYLE_BOTTOM]), inner);
    }
    cairo_fill(cr);
    cairo_restore(cr);
}

static bool
is_round(const struct layout_rect *rect)
{
    return rect->radius[0] || rect->radius[1] || rect->radius[2] ||
           rect->radius[3];
}

/* Cut off at the rectangle, with its corners. */
static void
fill_picture(struct paint_target *t, const struct layout_rect *rect)
{
    double radius[4];
    for (int i = 0; i < 4; i++)
        radius[i] = paint_points(rect->radius[i]);
    cairo_save(t->cr);
    if (is_round(rect))
        round_path(t->cr, paint_points(rect->x), paint_points(rect->y),
                   paint_points(rect->width), paint_points(rect->height),
                   radius);
    else
        cairo_rectangle(t->cr, paint_points(rect->x), paint_points(rect->y),
                        paint_points(rect->width), paint_points(rect->height));
    cairo_clip(t->cr);
    paint_backdrop(t, rect);
    cairo_restore(t->cr);
}

static void
paint_rect(struct paint_target *t, const struct layout_rect *rect)
{
    if (rect->width <= 0 || rect->height <= 0 || !(rect->color & 255))
        return;
    paint_color(t->cr, rect->color);
    begin_mark(t, rect->mark, is_background(rect) ? rect : NULL);
    if (rect->picture) {
        fill_picture(t, rect);
        return;
    }
    switch (rect->line) {
    case STYLE_LINE_DASHED:
    case STYLE_LINE_DOTTED:
        stroke_rect(t->cr, rect);
        break;
    case STYLE_LINE_DOUBLE:
        fill_double(t->cr, rect);
        break;
    default:
        if (is_round(rect)) {
            fill_round(t->cr, rect);
            break;
        }
        /* What fills the page by a path of one rectangle makes cairo forget
         * all that was drawn, specks too: half of it once more. */
        if (t->marked && rect->x <= 0 && rect->y <= 0)
            cairo_rectangle(t->cr, paint_points(rect->x), paint_points(rect->y),
                            paint_points(rect->width) / 2,
                            paint_points(rect->height));
        fill(t->cr, paint_points(rect->x), paint_points(rect->y),
             paint_points(rect->width), paint_points(rect->height));
    }
}

/* The nearest block around a node: what an image shares with the text it
 * stands in. */
static const struct doc_node *
block_of(const struct doc_node *node)
{
    while (node && doc_vocab[node->kind].model >= DOC_IS_INLINE)
        node = node->parent;
    return node;
}

/* How many runs are read before the image: those of its own block up to the
 * first that stands below it, or beside it on the line further on. Images that
 * share no block with text are drawn first. */
static size_t
runs_before(const struct layout_page *page, const struct layout_image *image)
{
    const struct doc_node *block = block_of(image->mark.node);
    size_t before = 0;
    for (size_t i = 0; block && i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        if (block_of(run->mark.node) != block)
            continue;
        if (run->y > image->y + image->height + run->font->size ||
            (run->y > image->y && run->x >= image->x))
            break;
        before = i + 1;
    }
    return before;
}

/* What is turned stands on a page of its own (struct layout_page). */
static void
turn(struct paint_target *t, const struct layout_page *page, bool turned)
{
    static const double quarter = 1.57079632679489661923;
    if (!turned)
        return;
    cairo_save(t->cr);
    cairo_translate(t->cr, paint_points(page->turn_x),
                    paint_points(page->turn_y));
    cairo_rotate(t->cr, quarter);
}

static void
turn_back(struct paint_target *t, bool turned)
{
    if (turned)
        cairo_restore(t->cr);
}

void
paint_font_options(cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

/* Images are drawn in the reading order of the text around them, so that
 * marked-content ids of one element follow its text. Few pages have any. */
void
paint_content(struct paint_target *t, const struct layout_page *page)
{
    paint_font_options(t->cr);
    for (size_t i = 0; i < page->rects.n; i++) {
        turn(t, page, page->rects.at[i].turned);
        paint_rect(t, &page->rects.at[i]);
        turn_back(t, page->rects.at[i].turned);
    }
    size_t *before = ARENA_ARRAY(t->arena, size_t, page->images.n + 1);
    for (size_t i = 0; i < page->images.n; i++)
        before[i] = runs_before(page, &page->images.at[i]);
    for (size_t r = 0; r <= page->runs.n; r++) {
        for (size_t i = 0; i < page->images.n; i++)
            if (before[i] == r) {
                turn(t, page, page->images.at[i].turned);
                paint_image(t, &page->images.at[i]);
                turn_back(t, page->images.at[i].turned);
            }
        t->run = r;
        if (r < page->runs.n) {
            turn(t, page, page->runs.at[r].turned);
            paint_run(t, &page->runs.at[r]);
            turn_back(t, page->runs.at[r].turned);
        }
    }
}
