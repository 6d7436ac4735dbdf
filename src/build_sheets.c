/* SPDX-License-Identifier: MIT */
/* Sheets of paper beside a PDF: the same pages put on them, for a printer, and
 * a text that says how to print them. */
#include "build_sheets.h"

#include <stdio.h>
#include <string.h>

struct sheets {
    const struct edition_job *job;
    struct pdf_writer *w;
    struct conf_size page; /* the first that came */
};

const char *
sheets_path(struct arena *a, const char *output, size_t i)
{
    static const char *const endings[SHEETS_FILES] = {"-sheets.pdf",
                                                      "-sheets.txt"};
    return path_join(a, path_dir(a, output),
                     arena_printf(a, "%s%s", path_stem(a, output), endings[i]));
}

struct sheets *
sheets_begin(const struct edition_job *job, struct pdf_options options)
{
    struct run *r = job->run;
    if (job->edition->impose == CONF_IMPOSE_NOT)
        return NULL;
    struct sheets *s = ARENA_NEW(r->arena, struct sheets);
    s->job = job;
    options.sheets = true;
    options.note = doc_print(job->book->lang, DOC_PRINT_SHEETS);
    const char *path = sheets_path(r->arena, job->output->path, 0);
    s->w = pdf_begin(job->book, output_open(job, path), &options, r->diag);
    job->output->files.at[job->output->files.n - 1].unclaimed = true;
    return s;
}

void
sheets_page(struct sheets *s, const struct layout_page *page)
{
    if (!s)
        return;
    if (!s->page.width)
        s->page = (struct conf_size){page->width, page->height};
    pdf_page(s->w, page);
}

/* --- how to print them --- */

/* A line with what its braces stand for. */
static void
say(struct buf *out, const char *before, const char *line, const char *value)
{
    size_t open = strcspn(line, "{"), close = open + strcspn(line + open, "}");
    buf_str(out, before);
    buf_add(out, line, open);
    if (line[close])
        buf_printf(out, "%s%s", value, line + close + 1);
    buf_char(out, '\n');
}

static void
say_number(struct buf *out, const char *before, const char *line, long n)
{
    char number[24];
    snprintf(number, sizeof number, "%ld", n);
    say(out, before, line, number);
}

/* "Letter (8.5 × 11 in)", "A4 (210 × 297 mm)". */
static const char *
paper_name(struct arena *a, struct conf_size sheet)
{
    enum { EIGHTH = 9 * STYLE_PT };
    bool inches = sheet.width % EIGHTH == 0 && sheet.height % EIGHTH == 0;
    const char *name = conf_paper_name(sheet);
    double unit = inches ? 72.0 * STYLE_PT : 72.0 * STYLE_PT / 25.4;
    const char *size =
        arena_printf(a, inches ? "%.5g × %.5g in" : "%.0f × %.0f mm",
                     sheet.width / unit, sheet.height / unit);
    return name ? arena_printf(a, "%s (%s)", name, size) : size;
}

static void
say_settings(const struct sheets *s, const struct pdf_imposed *what,
             struct buf *out)
{
    struct arena *a = s->job->run->arena;
    const char *lang = s->job->book->lang;
    struct conf_size sheet = {what->width, what->height};
    if (sheet.width > sheet.height)
        sheet = (struct conf_size){what->height, what->width};
    static const enum doc_print rest[] = {
        DOC_PRINT_ACTUAL_SIZE, DOC_PRINT_SHORT_EDGE, DOC_PRINT_ARRANGED};
    buf_printf(out, "\n%s\n", doc_print(lang, DOC_PRINT_DIALOG));
    say(out, "- ", doc_print(lang, DOC_PRINT_PAPER), paper_name(a, sheet));
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        bool turning = rest[i] == DOC_PRINT_SHORT_EDGE && !what->short_edge;
        say(out, "- ", doc_print(lang, turning ? DOC_PRINT_LONG_EDGE : rest[i]),
            "");
    }
    say(out, "- ", doc_print(lang, DOC_PRINT_ONE_SIDED), "");
}

static void
say_all(const struct sheets *s, const struct pdf_imposed *what, struct buf *out)
{
    static const enum doc_print heads[] = {[CONF_IMPOSE_BOOKLET] =
                                               DOC_PRINT_BOOKLET,
                                           [CONF_IMPOSE_2_UP] = DOC_PRINT_2_UP,
                                           [CONF_IMPOSE_4_UP] = DOC_PRINT_4_UP};
    const struct edition_job *job = s->job;
    const char *lang = job->book->lang;
    bool folded = job->edition->impose == CONF_IMPOSE_BOOKLET;
    say(out, "", path_base(sheets_path(job->run->arena, job->output->path, 0)),
        "");
    say(out, "", doc_print(lang, heads[job->edition->impose]), "");
    buf_char(out, '\n');
    say_number(out, "- ", doc_print(lang, DOC_PRINT_COUNT_SHEETS),
               (long)what->sheets);
    say_number(out, "- ", doc_print(lang, DOC_PRINT_COUNT_PAGES),
               (long)(what->pages + what->blanks));
    if (what->blanks)
        say_number(out, "- ", doc_print(lang, DOC_PRINT_COUNT_BLANKS),
                   (long)what->blanks);
    if (what->scale < PDF_WHOLE)
        say_number(out, "- ", doc_print(lang, DOC_PRINT_SCALE),
                   (what->scale + 5000) / 10000);
    say_settings(s, what, out);
    buf_printf(out, "\n%s\n", doc_print(lang, DOC_PRINT_AFTER));
    say(out, "- ", doc_print(lang, DOC_PRINT_ORDER), "");
    for (int i = DOC_PRINT_FOLD; folded && i <= DOC_PRINT_STAPLE; i++)
        say(out, "- ", doc_print(lang, (enum doc_print)i), "");
    buf_char(out, '\n');
    say(out, "", doc_print(lang, DOC_PRINT_READER),
        path_base(job->output->path));
}

static void
write_how(const struct sheets *s, const struct pdf_imposed *what)
{
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    say_all(s, what, &text);
    const char *path = sheets_path(s->job->run->arena, s->job->output->path, 1);
    file_out_write(output_open(s->job, path), text.at, text.n);
    output_close(s->job);
    buf_free(&text);
}

/* --- what is wrong with them --- */

static void
check_thickness(const struct sheets *s, const struct pdf_imposed *what)
{
    enum { MOST = 20 }; /* staplers for booklets take no more */
    struct diag *d = s->job->run->diag;
    const struct conf_edition *e = s->job->edition;
    if (e->impose != CONF_IMPOSE_BOOKLET || what->sheets <= MOST)
        return;
    diag_at(d, e->impose_at, DIAG_BOOKLET_THICK,
            "the booklet has %zu sheets, %zu pages; more than %d are hard to "
            "fold and staple",
            what->sheets, what->pages, MOST);
    diag_hint(d, "take fewer articles (“articles”), smaller type, or impose: "
                 "2-up");
}

/* Large print that becomes smaller is none; other text is to stay legible. */
static void
check_type(const struct sheets *s, const struct pdf_imposed *what)
{
    enum { LEAST = 6 * STYLE_PT };
    struct diag *d = s->job->run->diag;
    const struct conf_edition *e = s->job->edition;
    double points = (double)what->type / STYLE_PT;
    if ((e->profile || e->type_size) && what->scale < PDF_WHOLE) {
        diag_at(d, e->impose_at, DIAG_SHEETS_PROFILE,
                "on the sheets the pages have %d %% of their size, and most of "
                "the text %.1f pt: that is not what “%s” asks for",
                (what->scale + 5000) / 10000, points,
                e->profile ? "profile" : "type-size");
        diag_hint(d, "pages of half a sheet keep their size (“page”), or take "
                     "a larger sheet: a3, tabloid");
    } else if (what->type && what->type < LEAST) {
        diag_at(d, e->impose_at, DIAG_SHEETS_SMALL,
                "most of the text comes to %.1f pt on the sheets", points);
        diag_hint(d, "take a larger sheet (“sheet”), larger type, or fewer "
                     "pages a side");
    }
}

void
sheets_end(struct sheets *s)
{
    static const enum pdf_imposing modes[] = {[CONF_IMPOSE_BOOKLET] =
                                                  PDF_BOOKLET,
                                              [CONF_IMPOSE_2_UP] = PDF_2_UP,
                                              [CONF_IMPOSE_4_UP] = PDF_4_UP};
    if (!s)
        return;
    const struct conf_edition *e = s->job->edition;
    struct conf_size sheet = e->sheet;
    if (!sheet.width)
        sheet = conf_usual_sheet(s->job->book->lang, s->page);
    struct pdf_imposition how = {.mode = modes[e->impose],
                                 .width = sheet.width,
                                 .height = sheet.height,
                                 .paper = e->paper,
                                 .cover = e->cover};
    struct pdf_imposed what;
    if (!pdf_end_sheets(s->w, &how, &what))
        return;
    check_thickness(s, &what);
    check_type(s, &what);
    write_how(s, &what);
}
