/* SPDX-License-Identifier: MIT */
/* Pages as PNG files: a file each, or one for two that face each other. */
#include "build_png.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { USUAL_DPI = 144 };

int
png_pixels(int units, int dpi)
{
    int64_t inch = 72 * STYLE_PT;
    int64_t pixels = ((int64_t)units * dpi + inch - 1) / inch;
    return pixels < 1 ? 1 : pixels > INT32_MAX ? INT32_MAX : (int)pixels;
}

double
png_scale(int dpi)
{
    return dpi / 72.0;
}

bool
png_fits(struct album *m, const char *what, int width, int height)
{
    double pixels = (double)width * height;
    int side = width > height ? width : height;
    if (pixels <= PAINT_MOST_PIXELS && side <= PAINT_MOST_SIDE)
        return true;
    const struct conf_edition *e = m->job->edition;
    double less = sqrt(PAINT_MOST_PIXELS / pixels);
    if (less * side > PAINT_MOST_SIDE)
        less = (double)PAINT_MOST_SIDE / side;
    struct diag *d = m->job->run->diag;
    diag_at(d, e->resolution_at, DIAG_LIMIT_REACHED,
            "%s would have %d × %d pixels; a PNG has at most %d million, and "
            "%d on a side",
            what, width, height, PAINT_MOST_PIXELS / 1000000, PAINT_MOST_SIDE);
    diag_hint(d, "take a resolution of at most %d dots an inch",
              (int)(m->dpi * less));
    m->failed = true;
    return false;
}

static void
write_bytes(void *to, const void *bytes, size_t n)
{
    file_out_write(to, bytes, n);
}

/* A path beside the output's, its name with something more. */
static const char *
beside(const struct edition_job *job, const char *more)
{
    struct arena *a = job->run->arena;
    const char *path = job->output->path;
    return path_join(a, path_dir(a, path),
                     arena_printf(a, "%s%s.png", path_stem(a, path), more));
}

void
png_write(struct album *m, struct paint_picture *picture, struct paint_box box,
          size_t first, size_t last)
{
    struct run *r = m->job->run;
    const char *path = beside(m->job, arena_printf(r->arena, "-%zu", first));
    struct file_out *out = output_open(m->job, path);
    if (r->request->command == BUILD_BUILD && !run_failed(r) &&
        !paint_picture_png(picture, box, m->dpi, producer, write_bytes, out,
                           r->diag))
        m->failed = true;
    output_close(m->job);
    *vec_add(r->arena, &m->written) = (struct album_file){first, last};
}

bool
png_wants(const struct album *m, size_t index)
{
    const struct ranges *pages = &m->job->edition->pages;
    return !pages->n || ranges_have(pages, index + 1);
}

bool
png_begins_alone(const struct album *m)
{
    return m->job->book->parallel != DOC_PARALLEL_PAGES ||
           m->job->edition->cover;
}

bool
png_wants_spread(const struct album *m, size_t spread)
{
    size_t alone = png_begins_alone(m), right = 2 * spread + 1 - alone;
    return png_wants(m, right) || (right && png_wants(m, right - 1));
}

void
png_take(struct album *m, const struct layout_page *page)
{
    struct paint_box box = {0, 0, png_pixels(page->width, m->dpi),
                            png_pixels(page->height, m->dpi)};
    if (!png_wants(m, page->index) ||
        !png_fits(m, "a page", box.width, box.height))
        return;
    struct diag *d = m->job->run->diag;
    struct paint_picture *picture = paint_picture_new(box.width, box.height, d);
    if (picture && paint_picture_page(picture, page, box, png_scale(m->dpi), d))
        png_write(m, picture, box, page->index + 1, page->index + 1);
    paint_picture_free(picture);
}

/* Draws a half beside its other half, or beside nothing, and writes both. */
static void
join_halves(struct album *m, const struct album_half *one,
            const struct album_half *other)
{
    int wide = other ? other->width : one->width;
    int lefts = one->right ? wide : one->width;
    int height = one->height;
    if (other && other->height > height)
        height = other->height;
    struct paint_box box = {0, 0, one->width + wide, height};
    struct paint_picture *spread = NULL;
    if (png_fits(m, "a spread", box.width, box.height))
        spread = paint_picture_new(box.width, box.height, m->job->run->diag);
    if (!spread)
        return;
    paint_picture_copy(spread, one->picture, one->right ? lefts : 0, 0);
    if (other)
        paint_picture_copy(spread, other->picture, one->right ? 0 : lefts, 0);
    size_t first = one->index + 1, last = first;
    if (other) {
        first = one->index < other->index ? first : other->index + 1;
        last = first + 1;
    }
    png_write(m, spread, box, first, last);
    paint_picture_free(spread);
}

/* The half of the same spread that waits for its other half, or NULL. */
static struct album_half *
waiting_half(struct album *m, size_t spread)
{
    for (size_t i = 0; i < m->halves.n; i++)
        if (m->halves.at[i].picture &&
            png_spread_of(m, m->halves.at[i].index) == spread)
            return &m->halves.at[i];
    return NULL;
}

/* A place for a half that waits. */
static struct album_half *
free_half(struct album *m)
{
    for (size_t i = 0; i < m->halves.n; i++)
        if (!m->halves.at[i].picture)
            return &m->halves.at[i];
    return vec_add(m->job->run->arena, &m->halves);
}

/* A page of a spread: it waits for the one that faces it. A first page mostly
 * faces none; nor does the last, if it is a verso. */
static void
take_half(struct album *m, const struct layout_page *page)
{
    size_t spread = png_spread_of(m, page->index);
    struct paint_box box = {0, 0, png_pixels(page->width, m->dpi),
                            png_pixels(page->height, m->dpi)};
    if (!png_wants_spread(m, spread) ||
        !png_fits(m, "a page", box.width, box.height))
        return;
    struct diag *d = m->job->run->diag;
    struct album_half half = {page->index, page->right, box.width, box.height,
                              paint_picture_new(box.width, box.height, d)};
    if (!half.picture)
        return;
    paint_picture_page(half.picture, page, box, png_scale(m->dpi), d);
    struct album_half *other = waiting_half(m, spread);
    if (!other && (spread || !png_begins_alone(m))) {
        *free_half(m) = half;
        return;
    }
    join_halves(m, &half, other);
    paint_picture_free(half.picture);
    if (other) {
        paint_picture_free(other->picture);
        other->picture = NULL;
    }
}

static void
take_page(void *to, const struct layout_page *page)
{
    struct album *m = to;
    if (page->index >= m->pages)
        m->pages = page->index + 1;
    if (m->failed)
        return;
    if (m->job->edition->contact_sheet)
        contact_page(m, page);
    else if (m->job->edition->spreads)
        take_half(m, page);
    else
        png_take(m, page);
}

/* Says which pages were asked for that there are not. */
static void
check_selection(struct album *m)
{
    const struct ranges *pages = &m->job->edition->pages;
    struct diag *d = m->job->run->diag;
    for (size_t i = 0; i < pages->n; i++) {
        size_t first = (size_t)pages->at[i].first;
        if (first <= m->pages)
            continue;
        diag_at(d, m->job->edition->pages_at, DIAG_PAGE_UNKNOWN,
                "there is no page %zu: the book has %zu", first, m->pages);
        diag_hint(d, "pages are counted from the first, whatever is printed "
                     "on them");
    }
}

static int
digits_of(size_t n)
{
    int digits = 1;
    for (; n > 9; n /= 10)
        digits++;
    return digits;
}

/* The names, now that it is known how many digits the last has: `-007`, and of
 * spreads `-006_007`; a contact sheet that is the only one adds nothing. */
static void
name_files(struct album *m)
{
    struct arena *a = m->job->run->arena;
    bool contact = m->job->edition->contact_sheet;
    int digits = digits_of(contact ? m->written.n : m->pages);
    for (size_t i = 0; i < m->written.n; i++) {
        size_t first = m->written.at[i].first, last = m->written.at[i].last;
        const char *more = arena_printf(a, "-%0*zu", digits, first);
        if (contact && m->written.n == 1)
            more = "";
        else if (last > first)
            more = arena_printf(a, "%s_%0*zu", more, digits, last);
        output_rename(m->job, i, beside(m->job, more));
    }
}

static void
make_png(const struct edition_job *job)
{
    if (job->edition->picture) {
        make_picture(job);
        return;
    }
    struct style_sheet *sheet = edition_sheet(job);
    if (!sheet)
        return;
    int usual = job->edition->contact_sheet ? CONTACT_DPI : USUAL_DPI;
    struct album m = {.job = job,
                      .dpi = job->edition->resolution ? job->edition->resolution
                                                      : usual};
    edition_lay_out(job, sheet, take_page, &m);
    for (size_t i = 0; i < m.halves.n; i++) {
        if (m.halves.at[i].picture && !m.failed)
            join_halves(&m, &m.halves.at[i], NULL);
        paint_picture_free(m.halves.at[i].picture);
    }
    contact_end(&m);
    check_selection(&m);
    name_files(&m);
    style_free(sheet);
}

static void
dump_png(const struct edition_job *job, enum build_dump what, struct buf *out)
{
    backend_pdf.dump(job, what, out);
}

/* Whether it is a PNG that says that this program wrote it. */
static bool
is_ours(const char *file)
{
    static const char says[] = "tEXtSoftware\0fascicle ";
    char head[256];
    FILE *f = fopen(file, "rb");
    size_t n = f ? fread(head, 1, sizeof head, f) : 0;
    if (f)
        fclose(f);
    return n && memmem(head, n, says, sizeof says - 1);
}

static const char *
skip_digits(const char *p)
{
    while (str_is_digit(*p))
        p++;
    return p;
}

static bool
owns_png(struct run *r, const struct conf_edition *e, const char *path,
         const char *file)
{
    const char *whole = file_out_whole(r->arena, file);
    const char *name = path_base(whole ? whole : file);
    const char *stem = path_stem(r->arena, path);
    if (!str_starts(name, stem))
        return false;
    const char *p = name + strlen(stem);
    const char *number = *p == '-' ? skip_digits(p + 1) : p;
    bool numbered = number > p + 1;
    if (numbered && !e->contact_sheet && *number == '_')
        number = skip_digits(number + 1);
    bool one = e->contact_sheet || e->picture;
    return (numbered || one) && str_eq(number, ".png") &&
           (whole || is_ours(file));
}

const struct backend backend_png = {"png", make_png, dump_png, owns_png};
