/* SPDX-License-Identifier: MIT */
/* Evidence as one page for a folder of records: a table of what the file is, a
 * table of what was checked, a list of what a person still has to check, and a
 * line to sign. It is a book like any other, of one article. */
#include <stdio.h>
#include <string.h>

#include "evidence/evidence_int.h"

/* How long texts of the publication may be here; the JSON has all of them. */
enum { LONGEST_TITLE = 120, LONGEST_NAME = 70, LONGEST_PLACE = 36 };

struct page {
    const struct evidence *e;
    struct doc_book *book;
    const char *lang;
    int detail;
    bool latin;
};

static const char *
say(const struct page *p, enum evidence_word word)
{
    return evidence_say(p->lang, word);
}

/* What is said with a value in its place. */
static const char *
fill(const struct page *p, enum evidence_word word, const char *value)
{
    const char *text = say(p, word), *at = strstr(text, "%s");
    if (!at)
        return text;
    /* A value stays on the line of its name. */
    int n = (int)(at - text), space = n && at[-1] == ' ';
    return arena_printf(p->book->arena, "%.*s%s%s%s", n - space, text,
                        space ? "\u00A0" : "", value, at + 2);
}

static const char *
fill_count(const struct page *p, enum evidence_word word, size_t n)
{
    return fill(p, word, arena_printf(p->book->arena, "%zu", n));
}

/* Whether all letters are Latin ones, and all signs General Punctuation's. */
static bool
is_latin(const char *text)
{
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t c = utf8_next(&at, end);
        if (c > 0x24F && !(c >= 0x1E00 && c < 0x1F00) &&
            !(c >= 0x2010 && c < 0x2028))
            return false;
    }
    return true;
}

/* What the publication says, where it can be shown; else "". */
static const char *
own(const struct page *p, const char *text)
{
    return p->latin && !is_latin(text) ? "" : text;
}

/* The text, or what `most` letters leave of it, and an ellipsis. */
static const char *
clip(const struct page *p, const char *text, size_t most)
{
    const char *end = text + strlen(text), *at = text;
    for (size_t n = 0; at < end && n < most; n++)
        utf8_next(&at, end);
    if (at == end)
        return text;
    return arena_printf(p->book->arena, "%.*s…", (int)(at - text), text);
}

static struct doc_node *
add_line(const struct page *p, struct doc_node *parent, enum doc_kind kind,
         const char *class, const char *text)
{
    struct doc_node *node = doc_add(p->book, parent, kind, class);
    doc_add_text(p->book, node, text);
    return node;
}

/* Text that no typography is to touch: names of files, digits of a digest. */
static void
add_code(const struct page *p, struct doc_node *parent, const char *text)
{
    struct doc_node *code = doc_add(p->book, parent, DOC_CODE, NULL);
    code->text = arena_str(p->book->texts, text);
}

/* In the publication's language, whatever the page's. */
static struct doc_node *
add_own(const struct page *p, struct doc_node *parent, enum doc_kind kind,
        const char *class, const char *text)
{
    struct doc_node *node = add_line(p, parent, kind, class, text);
    if (!str_eq(p->lang, p->e->book->lang))
        node->lang = p->e->book->lang;
    return node;
}

static void
add_heading(const struct page *p, struct doc_node *article,
            enum evidence_word word)
{
    struct doc_node *heading =
        add_line(p, article, DOC_HEADING, NULL, say(p, word));
    heading->level = 2;
}

static struct doc_node *
add_cell(const struct page *p, struct doc_node *row, bool header,
         const char *text)
{
    struct doc_node *cell = doc_add(p->book, row, DOC_CELL, NULL);
    cell->cell->header = header;
    if (text)
        doc_add_text(p->book, cell, text);
    return cell;
}

/* A row with its name; the cell for its value. */
static struct doc_node *
add_row(const struct page *p, struct doc_node *body, const char *name)
{
    struct doc_node *row = doc_add(p->book, body, DOC_ROW, NULL);
    add_cell(p, row, true, name);
    return row;
}

static struct doc_node *
add_body(const struct page *p, struct doc_node *article, const char *class,
         struct doc_node **table)
{
    *table = doc_add(p->book, article, DOC_TABLE, class);
    return doc_add(p->book, *table, DOC_TABLE_BODY, NULL);
}

/* "550 871", with spaces that no line ends at. */
static const char *
grouped(const struct page *p, size_t n)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%zu", n);
    const char *text = "";
    size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++)
        text =
            arena_printf(p->book->arena, "%s%s%c", text,
                         i && (length - i) % 3 == 0 ? "\u00A0" : "", digits[i]);
    return text;
}

static const char *
joined(const struct page *p, const char *list, const char *more)
{
    return arena_printf(p->book->arena, "%s%s%s", list, *list ? ", " : "",
                        more);
}

static const char *
languages(const struct page *p)
{
    const char *list = "";
    for (size_t i = 0; i < p->e->languages.n && i < 8; i++) {
        const char *tag = p->e->languages.at[i].text;
        const char *name = doc_lang_name(tag);
        if (name && !*own(p, name))
            name = NULL;
        list = joined(p, list,
                      name ? arena_printf(p->book->arena, "%s (%s)", name, tag)
                           : tag);
    }
    return list;
}

/* The claims, word for word as the file has them. */
static void
add_claims(const struct page *p, struct doc_node *cell)
{
    if (!p->e->claims.n)
        doc_add_text(p->book, cell, say(p, EVIDENCE_WORD_NO_CLAIM));
    for (size_t i = 0; i < p->e->claims.n; i++) {
        if (i)
            doc_add_text(p->book, cell, ", ");
        add_code(p, cell, clip(p, p->e->claims.at[i], LONGEST_TITLE));
    }
}

static void
add_facts(const struct page *p, struct doc_node *article)
{
    const struct evidence *e = p->e;
    struct arena *a = p->book->arena;
    char date[21];
    clock_utc(e->now, date);
    struct doc_node *table, *body = add_body(p, article, "facts", &table);
    struct doc_node *file =
        add_cell(p, add_row(p, body, say(p, EVIDENCE_WORD_FILE)), false, NULL);
    add_code(p, file, clip(p, own(p, e->name), LONGEST_NAME));
    doc_add_text(
        p->book, file,
        arena_printf(a, ", %s",
                     fill(p, EVIDENCE_WORD_BYTES, grouped(p, e->bytes))));
    add_code(p, add_cell(p, add_row(p, body, "SHA-256"), false, NULL),
             e->sha256);
    if (e->book->identifier)
        add_code(
            p,
            add_cell(p,
                     add_row(p, body, doc_word(p->lang, DOC_WORD_IDENTIFIER)),
                     false, NULL),
            clip(p, own(p, e->book->identifier), LONGEST_NAME));
    add_cell(p, add_row(p, body, doc_word(p->lang, DOC_WORD_LANGUAGE)), false,
             languages(p));
    add_cell(p, add_row(p, body, say(p, EVIDENCE_WORD_CHECKED)), false,
             arena_printf(a, "%s, %s %s",
                          doc_date(a, p->lang, clock_date(e->now)), e->program,
                          e->version));
    add_claims(p, add_cell(p, add_row(p, body, say(p, EVIDENCE_WORD_CLAIMS)),
                           false, NULL));
}

static const char *
result_text(const struct page *p, enum evidence_result result, size_t n)
{
    switch (result) {
    case EVIDENCE_CLEAR:
        return say(p, EVIDENCE_WORD_CLEAR);
    case EVIDENCE_FOUND_WARNINGS:
        return fill_count(p, EVIDENCE_WORD_WARNINGS, n);
    case EVIDENCE_FOUND_FAILURES:
        return fill_count(p, EVIDENCE_WORD_FAILURES, n);
    default:
        return say(p, EVIDENCE_WORD_NOT_CHECKED);
    }
}

/* A row of the results: what, of how much, and with which result. */
static void
add_result(const struct page *p, struct doc_node *body, const char *what,
           const char *more, size_t rules, const char *result)
{
    struct doc_node *row = doc_add(p->book, body, DOC_ROW, NULL);
    struct doc_node *name = add_cell(p, row, true, what);
    if (more) {
        doc_add_text(p->book, name, " ");
        add_line(p, name, DOC_SMALL, NULL, more);
    }
    add_cell(p, row, false,
             rules ? arena_printf(p->book->arena, "%zu", rules) : "–");
    add_cell(p, row, false, result);
}

/* "4.54 : 1", with the language's decimal sign. */
static const char *
ratio(const struct page *p, int hundredths)
{
    return arena_printf(p->book->arena, "%d%s%02d\u00A0:\u00A01",
                        hundredths / 100, str_starts(p->lang, "en") ? "." : ",",
                        hundredths % 100);
}

static void
add_contrast(const struct page *p, struct doc_node *body)
{
    size_t pairs = 0, low = 0, unknown = 0;
    int least = 0;
    for (size_t i = 0; i < p->e->colours.n; i++) {
        const struct style_contrast *c = &p->e->colours.at[i].pairs;
        pairs += c->n;
        low += c->low;
        unknown += c->unknown;
        if (c->least && (!least || c->least < least))
            least = c->least;
    }
    const char *more = fill_count(p, EVIDENCE_WORD_PAIRS, pairs);
    if (least)
        more = joined(p, more, fill(p, EVIDENCE_WORD_LOWEST, ratio(p, least)));
    enum evidence_result result = low                 ? EVIDENCE_FOUND_FAILURES
                                  : unknown || !pairs ? EVIDENCE_NOT_CHECKED
                                                      : EVIDENCE_CLEAR;
    add_result(p, body, say(p, EVIDENCE_WORD_CONTRAST), more, 0,
               result_text(p, result, low));
}

static void
add_alts(const struct page *p, struct doc_node *body)
{
    const struct evidence *e = p->e;
    size_t described = e->images.n - e->decorative - e->without_alt;
    if (!e->images.n)
        return;
    const char *more =
        joined(p, fill_count(p, EVIDENCE_WORD_DESCRIBED, described),
               fill_count(p, EVIDENCE_WORD_DECORATIVE, e->decorative));
    add_result(p, body, say(p, EVIDENCE_WORD_ALTS), more, 0,
               e->without_alt
                   ? fill_count(p, EVIDENCE_WORD_WITHOUT, e->without_alt)
                   : say(p, EVIDENCE_WORD_CLEAR));
}

static void
add_parity(const struct page *p, struct doc_node *body)
{
    const char *list = "";
    for (size_t i = 0; i < p->e->twins.n; i++)
        list =
            joined(p, list, clip(p, own(p, p->e->twins.at[i]), LONGEST_PLACE));
    if (p->e->twins.n)
        add_result(p, body, say(p, EVIDENCE_WORD_PARITY), list, 0,
                   say(p, EVIDENCE_WORD_CLEAR));
}

/* How many criteria each way of checking has. */
static const char *
criteria_text(const struct page *p)
{
    static const enum evidence_word words[] = {
        [EVIDENCE_MACHINE] = EVIDENCE_WORD_BY_MACHINE,
        [EVIDENCE_PARTLY] = EVIDENCE_WORD_IN_PART,
        [EVIDENCE_PERSON] = EVIDENCE_WORD_BY_PERSON,
        [EVIDENCE_ABSENT] = EVIDENCE_WORD_ABSENT};
    size_t counts[4] = {0};
    for (size_t i = 0; i < evidence_criterion_count; i++) {
        const struct evidence_criterion *c = &evidence_criteria[i];
        enum evidence_how how = evidence_how_of(p->e, c);
        enum evidence_result result = evidence_result_of(p->e, c);
        if (result == EVIDENCE_NOT_APPLICABLE)
            how = EVIDENCE_ABSENT;
        else if (result == EVIDENCE_NOT_CHECKED)
            how = EVIDENCE_PERSON;
        counts[how]++;
    }
    const char *list = "";
    for (int how = 0; how < 4; how++)
        list = joined(p, list, fill_count(p, words[how], counts[how]));
    return list;
}

/* A row for each, those that the first builds on among its own. */
static void
add_standards(const struct page *p, struct doc_node *body)
{
    const struct evidence *e = p->e;
    for (size_t i = 0; i < e->standards.n; i++) {
        struct evidence_standard s = e->standards.at[i];
        for (size_t k = 1; i == 0 && k < e->standards.n; k++) {
            const struct evidence_standard *more = &e->standards.at[k];
            s.rules += more->part ? more->rules : 0;
            s.errors += more->part ? more->errors : 0;
            s.warnings += more->part ? more->warnings : 0;
        }
        enum evidence_result result = evidence_of_standard(&s);
        if ((i && s.part) || result == EVIDENCE_NOT_APPLICABLE)
            continue;
        add_result(p, body, s.title, NULL, s.rules,
                   result_text(p, result, s.errors ? s.errors : s.warnings));
    }
}

static void
add_results(const struct page *p, struct doc_node *article)
{
    struct doc_node *table = doc_add(p->book, article, DOC_TABLE, "results");
    struct doc_node *head = doc_add(p->book, table, DOC_TABLE_HEAD, NULL);
    struct doc_node *row = doc_add(p->book, head, DOC_ROW, NULL);
    add_cell(p, row, true, say(p, EVIDENCE_WORD_WHAT));
    add_cell(p, row, true, say(p, EVIDENCE_WORD_RULES));
    add_cell(p, row, true, say(p, EVIDENCE_WORD_RESULT));
    struct doc_node *body = doc_add(p->book, table, DOC_TABLE_BODY, NULL);
    add_standards(p, body);
    add_contrast(p, body);
    add_alts(p, body);
    add_parity(p, body);
    struct doc_node *line = doc_add(p->book, article, DOC_PARAGRAPH, NULL);
    add_line(p, line, DOC_STRONG, NULL, say(p, EVIDENCE_WORD_CRITERIA));
    doc_add_text(p->book, line,
                 arena_printf(p->book->arena, " (EN 301 549, 10): %s",
                              criteria_text(p)));
}

/* What it is called, or else where it stands. */
static const char *
name_of(const struct page *p, const struct evidence_item *item)
{
    if (*item->text)
        return own(p, clip(p, item->text, LONGEST_PLACE));
    if (!item->at.file)
        return "";
    const char *file = own(p, path_base(item->at.file));
    return *file ? arena_printf(p->book->arena, "%s:%u", file, item->at.line)
                 : "";
}

/* The first different names, parted by commas. */
static const char *
names_of(const struct page *p, const evidence_items *items)
{
    static const size_t most[EVIDENCE_DETAILS] = {6, 3, 1, 0};
    struct map *named = map_new(p->book->arena);
    const char *list = "";
    for (size_t i = 0; i < items->n; i++) {
        const char *name = name_of(p, &items->at[i]);
        if (!*name || map_get(named, name))
            continue;
        if (map_count(named) == most[p->detail])
            return *list ? arena_printf(p->book->arena, "%s …", list) : list;
        map_set(named, name, p->book);
        list = joined(p, list, name);
    }
    return list;
}

/* Behind a question: how many there are, and the first of them. */
static void
add_places(const struct page *p, struct doc_node *item,
           const evidence_items *items)
{
    const char *list = names_of(p, items);
    doc_add_text(p->book, item, " ");
    add_own(p, item, DOC_SMALL, NULL,
            *list ? arena_printf(p->book->arena, "%zu: %s", items->n, list)
                  : arena_printf(p->book->arena, "%zu", items->n));
}

static void
add_tasks(const struct page *p, struct doc_node *article)
{
    struct doc_node *list = doc_add(p->book, article, DOC_LIST, "tasks");
    list->list->tight = true;
    for (int t = 0; t < EVIDENCE_TASKS; t++) {
        if (!evidence_asks(p->e, (enum evidence_task)t))
            continue;
        struct doc_node *item = doc_add(p->book, list, DOC_ITEM, NULL);
        item->task = DOC_TASK_OPEN;
        doc_add_text(p->book, item,
                     evidence_ask(p->lang, (enum evidence_task)t));
        if (p->e->tasks[t].n)
            add_places(p, item, &p->e->tasks[t]);
    }
}

static void
add_signature(const struct page *p, struct doc_node *article)
{
    static const enum evidence_word words[] = {
        EVIDENCE_WORD_NAME, EVIDENCE_WORD_DATE, EVIDENCE_WORD_SIGNATURE};
    struct doc_node *table = doc_add(p->book, article, DOC_TABLE, "sign");
    struct doc_node *head = doc_add(p->book, table, DOC_TABLE_HEAD, NULL);
    struct doc_node *names = doc_add(p->book, head, DOC_ROW, NULL);
    struct doc_node *body = doc_add(p->book, table, DOC_TABLE_BODY, NULL);
    struct doc_node *row = doc_add(p->book, body, DOC_ROW, NULL);
    const char *name = p->e->evaluator.name;
    for (size_t i = 0; i < 3; i++) {
        add_cell(p, names, true, say(p, words[i]));
        add_cell(p, row, false,
                 !i && name && *own(p, name) ? clip(p, name, LONGEST_NAME)
                                             : "\u00A0");
    }
}

static void
add_limits(const struct page *p, struct doc_node *article)
{
    add_line(p, article, DOC_PARAGRAPH, "limits", say(p, EVIDENCE_WORD_LIMITS));
    const char *text = say(p, EVIDENCE_WORD_RECORD), *at = strstr(text, "%s");
    struct doc_node *record =
        doc_add(p->book, article, DOC_PARAGRAPH, "limits");
    doc_add_text(p->book, record,
                 arena_strn(p->book->arena, text, (size_t)(at - text)));
    add_code(p, record,
             arena_printf(p->book->arena, "%s.evidence.json",
                          clip(p, own(p, p->e->name), LONGEST_NAME)));
}

struct doc_book *
evidence_page(const struct evidence *e, int detail, bool latin)
{
    struct doc_book *book = doc_new();
    bool speaks = evidence_speaks(e->book->lang);
    struct page p = {e, book, speaks ? e->book->lang : "en", detail, latin};
    book->lang = p.lang;
    book->single = true;
    book->modified = e->now;
    book->title =
        arena_printf(book->arena, "%s: %s", say(&p, EVIDENCE_WORD_TITLE),
                     clip(&p, own(&p, e->name), LONGEST_NAME));
    struct doc_node *article =
        doc_add(book, book->root, DOC_ARTICLE,
                detail == EVIDENCE_DETAILS - 1 ? "evidence tight" : "evidence");
    article->article->title = say(&p, EVIDENCE_WORD_TITLE);
    article->article->slug = "evidence";
    const char *title = own(&p, e->book->title ? e->book->title : "");
    if (*title)
        add_own(&p, article, DOC_PARAGRAPH, "publication",
                clip(&p, title, LONGEST_TITLE));
    add_facts(&p, article);
    add_heading(&p, article, EVIDENCE_WORD_MACHINE);
    add_results(&p, article);
    add_heading(&p, article, EVIDENCE_WORD_PERSON);
    add_tasks(&p, article);
    add_heading(&p, article, EVIDENCE_WORD_EVALUATION);
    add_signature(&p, article);
    add_limits(&p, article);
    return book;
}
