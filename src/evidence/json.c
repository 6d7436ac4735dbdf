/* SPDX-License-Identifier: MIT */
/* Evidence as JSON, for records and programs. docs/evidence.md says what each
 * member means; EVIDENCE_SCHEMA goes with it. */
#include <string.h>

#include "evidence/evidence_int.h"

static const char statement[] =
    "This says what a program checked in this very file, and what a person "
    "still has to check. That no machine-detectable failure was found does not "
    "make a file accessible, and this is no certificate.";

static const char *const result_names[] = {
    [EVIDENCE_NOT_APPLICABLE] = "not-applicable",
    [EVIDENCE_NOT_CHECKED] = "not-checked",
    [EVIDENCE_CLEAR] = "no-failure-found",
    [EVIDENCE_FOUND_WARNINGS] = "warnings",
    [EVIDENCE_FOUND_FAILURES] = "failures-found",
};

static const char *const how_names[] = {
    [EVIDENCE_MACHINE] = "machine",
    [EVIDENCE_PARTLY] = "partly-machine",
    [EVIDENCE_PERSON] = "person",
    [EVIDENCE_ABSENT] = "no-such-content",
};

static const char *
without_dir(const char *file, const char *dir)
{
    size_t n = dir && !str_eq(dir, ".") ? strlen(dir) : 0;
    while (n && dir[n - 1] == '/')
        n--;
    bool inside = n && strncmp(file, dir, n) == 0 && file[n] == '/';
    return inside ? file + n + 1 : file;
}

const char *
evidence_file(const struct evidence *e, const char *file)
{
    if (!file)
        return NULL;
    const char *of_output = without_dir(file, e->out_dir);
    size_t n = strlen(e->name);
    if (strncmp(of_output, e->name, n) == 0 &&
        (of_output[n] == '/' || !of_output[n]))
        return of_output;
    return without_dir(file, e->dir);
}

static void
write_place(struct json *j, const struct evidence *e, struct place at)
{
    json_text(j, "file", evidence_file(e, at.file));
    if (!at.line)
        return;
    json_int(j, "line", at.line);
    json_int(j, "column", at.col);
}

/* A list of words parted by spaces as an array. */
static void
write_words(struct json *j, const struct evidence *e, const char *key,
            const char *words)
{
    json_open(j, key, '[');
    for (const char *p = words; *p;) {
        size_t n = strcspn(p, " ");
        json_text(j, NULL, arena_strn(e->arena, p, n));
        p += n + (p[n] == ' ');
    }
    json_close(j, ']');
}

static void
write_file(struct json *j, const struct evidence *e)
{
    json_open(j, "file", '{');
    json_text(j, "name", e->name);
    json_text(j, "format", e->kind == VERIFY_EPUB ? "epub" : "pdf");
    json_int(j, "bytes", (int64_t)e->bytes);
    json_text(j, "sha256", e->sha256);
    json_close(j, '}');
}

static void
write_publication(struct json *j, const struct evidence *e)
{
    const struct doc_book *b = e->book;
    json_open(j, "publication", '{');
    json_text(j, "title", b->title);
    json_text(j, "subtitle", b->subtitle);
    json_text(j, "identifier", b->identifier);
    json_text(j, "publisher", b->publisher);
    json_text(j, "edition", e->edition);
    json_open(j, "languages", '[');
    for (size_t i = 0; i < e->languages.n; i++)
        json_text(j, NULL, e->languages.at[i].text);
    json_close(j, ']');
    json_close(j, '}');
}

static void
write_standards(struct json *j, const struct evidence *e)
{
    json_open(j, "standards", '[');
    for (size_t i = 0; i < e->standards.n; i++) {
        const struct evidence_standard *s = &e->standards.at[i];
        json_open(j, NULL, '{');
        json_text(j, "name", s->name);
        json_text(j, "title", s->title);
        json_int(j, "rulesChecked", (int64_t)s->rules);
        json_int(j, "errors", (int64_t)s->errors);
        json_int(j, "warnings", (int64_t)s->warnings);
        json_text(j, "result", result_names[evidence_of_standard(s)]);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void
write_findings(struct json *j, const struct evidence *e)
{
    static const char *const severities[] = {"note", "warning", "error"};
    json_open(j, "findings", '[');
    for (size_t i = 0; i < e->findings.n; i++) {
        const struct diag_message *m = &e->findings.at[i];
        json_open(j, NULL, '{');
        json_text(j, "id", diag_message_name(m));
        json_text(j, "severity", severities[diag_message_severity(m)]);
        if (m->rule)
            json_text(j, "clause", m->rule->clause);
        write_place(j, e, m->at);
        if (m->object)
            json_text(j, "object", m->object);
        json_text(j, "text", m->text);
        if (m->hint)
            json_text(j, "hint", m->hint);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void
write_tasks_of(struct json *j, const struct evidence *e, const char *number)
{
    json_open(j, "person", '[');
    for (int t = 0; t < EVIDENCE_TASKS; t++)
        if (str_has_word(evidence_questions[t].criteria, number) &&
            evidence_asks(e, (enum evidence_task)t))
            json_text(j, NULL, evidence_questions[t].id);
    json_close(j, ']');
}

static void
write_criterion(struct json *j, const struct evidence *e,
                const struct evidence_criterion *c)
{
    enum evidence_result result = evidence_result_of(e, c);
    json_open(j, NULL, '{');
    json_text(j, "number", c->number);
    json_text(j, "name", c->name);
    json_text(j, "level", c->level == EVIDENCE_A ? "A" : "AA");
    json_text(j, "en301549", c->clause);
    json_bool(j, "section508", c->clause && str_eq(c->since, "2.0"));
    json_text(j, "how", how_names[evidence_how_of(e, c)]);
    json_text(j, "result", result_names[result]);
    write_words(j, e, "checks", evidence_checks(e, c));
    if (result != EVIDENCE_NOT_APPLICABLE)
        write_tasks_of(j, e, c->number);
    json_text(j, "remark", c->remark);
    json_close(j, '}');
}

static void
write_item(struct json *j, const struct evidence *e, const char *key,
           const struct evidence_item *item)
{
    json_text(j, key, item->text);
    write_place(j, e, item->at);
}

static void
write_images(struct json *j, const struct evidence *e)
{
    json_open(j, "images", '[');
    for (size_t i = 0; i < e->images.n; i++) {
        const struct evidence_image *image = &e->images.at[i];
        json_open(j, NULL, '{');
        write_item(j, e, "image", &image->item);
        json_bool(j, "decorative", image->decorative);
        json_text(j, "alt",
                  image->decorative || *image->alt ? image->alt : NULL);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void
write_tables(struct json *j, const struct evidence *e)
{
    json_open(j, "tables", '[');
    for (size_t i = 0; i < e->tables.n; i++) {
        const struct evidence_table *t = &e->tables.at[i];
        json_open(j, NULL, '{');
        write_item(j, e, "caption", &t->item);
        json_int(j, "rows", (int64_t)t->rows);
        json_int(j, "columns", (int64_t)t->columns);
        json_int(j, "headerCells", (int64_t)t->header_cells);
        json_bool(j, "spans", t->spans);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void
write_headings(struct json *j, const struct evidence *e)
{
    json_open(j, "headings", '[');
    for (size_t i = 0; i < e->headings.n; i++) {
        const struct evidence_heading *h = &e->headings.at[i];
        json_open(j, NULL, '{');
        json_int(j, "level", h->level);
        write_item(j, e, "text", &h->item);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void
write_parity(struct json *j, const struct evidence *e)
{
    json_open(j, "parity", '{');
    json_open(j, "with", '[');
    for (size_t i = 0; i < e->twins.n; i++)
        json_text(j, NULL, e->twins.at[i]);
    json_close(j, ']');
    json_text(j, "result",
              result_names[e->twins.n ? EVIDENCE_CLEAR : EVIDENCE_NOT_CHECKED]);
    json_close(j, '}');
}

static void
write_colour(struct json *j, const struct evidence *e, const char *key,
             uint32_t colour)
{
    json_text(j, key, arena_printf(e->arena, "#%06x", colour >> 8));
}

static void
write_pair(struct json *j, const struct evidence *e, const char *page,
           const struct style_pair *p)
{
    json_open(j, NULL, '{');
    json_text(j, "page", page);
    json_text(j, "element", p->where);
    write_colour(j, e, "text", p->text);
    write_colour(j, e, "ground", p->ground);
    json_int(j, "texts", (int64_t)p->texts);
    json_bool(j, "large", p->large);
    json_bool(j, "known", !p->unknown);
    if (!p->unknown)
        json_hundredths(j, "ratio", p->ratio);
    json_hundredths(j, "needed", p->needed);
    json_text(j, "result",
              result_names[p->unknown             ? EVIDENCE_NOT_CHECKED
                           : p->ratio < p->needed ? EVIDENCE_FOUND_FAILURES
                                                  : EVIDENCE_CLEAR]);
    json_close(j, '}');
}

static void
write_contrast(struct json *j, const struct evidence *e)
{
    json_open(j, "contrast", '[');
    for (size_t i = 0; i < e->colours.n; i++) {
        const struct evidence_colours *c = &e->colours.at[i];
        for (size_t k = 0; k < c->pairs.n; k++)
            write_pair(j, e, c->page, &c->pairs.pairs[k]);
    }
    json_close(j, ']');
}

/* "Linux Libertine O, Hack" as an array. */
static void
write_fonts(struct json *j, const struct evidence *e)
{
    json_open(j, "fonts", '{');
    json_bool(j, "embedded", e->fonts_embedded);
    json_open(j, "families", '[');
    for (const char *p = e->typefaces ? e->typefaces : ""; *p;) {
        size_t n = strcspn(p, ",");
        json_text(j, NULL, str_trim(e->arena, arena_strn(e->arena, p, n)));
        p += n + (p[n] == ',');
    }
    json_close(j, ']');
    json_close(j, '}');
}

static void
write_content(struct json *j, const struct evidence *e)
{
    json_open(j, "content", '{');
    json_int(j, "articles", (int64_t)e->articles);
    json_int(j, "links", (int64_t)e->links);
    json_int(j, "notes", (int64_t)e->notes);
    json_int(j, "lists", (int64_t)e->lists);
    write_images(j, e);
    write_tables(j, e);
    write_headings(j, e);
    write_fonts(j, e);
    json_close(j, '}');
}

static void
write_task(struct json *j, const struct evidence *e, enum evidence_task task)
{
    const struct evidence_question *q = &evidence_questions[task];
    json_open(j, NULL, '{');
    json_text(j, "id", q->id);
    json_text(j, "question", q->text);
    write_words(j, e, "criteria", q->criteria);
    json_open(j, "places", '[');
    for (size_t i = 0; i < e->tasks[task].n; i++) {
        json_open(j, NULL, '{');
        write_item(j, e, "what", &e->tasks[task].at[i]);
        if (e->tasks[task].at[i].says)
            json_text(j, "says", e->tasks[task].at[i].says);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_text(j, "answer", NULL);
    json_close(j, '}');
}

static void
write_person(struct json *j, const struct evidence *e)
{
    json_open(j, "person", '[');
    for (int t = 0; t < EVIDENCE_TASKS; t++)
        if (evidence_asks(e, (enum evidence_task)t))
            write_task(j, e, (enum evidence_task)t);
    json_close(j, ']');
    json_open(j, "signOff", '{');
    json_text(j, "name", NULL);
    json_text(j, "date", NULL);
    json_close(j, '}');
}

static void
write_claims(struct json *j, const struct evidence *e)
{
    const struct evidence_evaluator *by = &e->evaluator;
    struct date d = by->date;
    json_open(j, "claims", '[');
    for (size_t i = 0; i < e->claims.n; i++)
        json_text(j, NULL, e->claims.at[i]);
    json_close(j, ']');
    json_text(j, "exemption", e->exemption);
    if (!by->name) {
        json_text(j, "evaluator", NULL);
        return;
    }
    json_open(j, "evaluator", '{');
    json_text(j, "name", by->name);
    json_text(j, "credential", by->credential);
    json_text(j, "report", by->report);
    json_text(j, "date",
              d.year ? arena_printf(e->arena, "%04d-%02d-%02d", d.year, d.month,
                                    d.day)
                     : NULL);
    json_close(j, '}');
}

void
evidence_write_json(const struct evidence *e, struct buf *out)
{
    struct json j = {.to = out};
    char date[21];
    clock_utc(e->now, date);
    json_open(&j, NULL, '{');
    json_int(&j, "schema", EVIDENCE_SCHEMA);
    json_text(&j, "statement", statement);
    write_file(&j, e);
    write_publication(&j, e);
    json_open(&j, "madeBy", '{');
    json_text(&j, "program", e->program);
    json_text(&j, "version", e->version);
    json_text(&j, "date", date);
    json_close(&j, '}');
    write_standards(&j, e);
    write_findings(&j, e);
    write_claims(&j, e);
    json_open(&j, "criteria", '[');
    for (size_t i = 0; i < evidence_criterion_count; i++)
        write_criterion(&j, e, &evidence_criteria[i]);
    json_close(&j, ']');
    write_contrast(&j, e);
    write_parity(&j, e);
    write_content(&j, e);
    write_person(&j, e);
    json_close(&j, '}');
    buf_char(out, '\n');
}
