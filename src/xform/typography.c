/* SPDX-License-Identifier: MIT */
/* Typography: quotes, apostrophes, dashes, ellipses and spaces by language.
 *
 * The inline content of a block is read as one line of code points, so that
 * `"*Hello*," she said` is one quotation though three elements hold it; what
 * is written goes back to the text nodes it came from. */
#include <string.h>

#include "xform/typography_int.h"

enum { OPAQUE = 0xFFFC };

uint32_t
line_at(const struct line *line, size_t i)
{
    return i < line->cells.n ? line->cells.at[i].c : 0;
}

void
line_put_char(struct line *line, uint32_t c)
{
    if (c < 0x80)
        buf_char(&line->out, (char)c);
    else
        buf_utf8(&line->out, c);
    line->prev = c;
}

void
line_put(struct line *line, const char *s)
{
    buf_str(&line->out, s);
    const char *p = s + strlen(s);
    line->prev = utf8_prev(&p, s);
}

static void
add_cell(struct arena *scratch, struct line *line, uint32_t c, uint32_t text,
         bool keep)
{
    *vec_add(scratch, &line->cells) =
        (struct cell){.c = c, .text = text, .keep = keep};
}

/* Whether an element shows its text letter for letter: what is typed, an
 * identifier, an address as its own link. */
static bool
is_verbatim(struct arena *scratch, const struct doc_node *node)
{
    if (node->kind == DOC_KEYBOARD ||
        (node->kind == DOC_SPAN && str_has_word(node->class, "identifier")))
        return true;
    if (node->kind != DOC_LINK || !node->link->href)
        return false;
    const char *text = doc_text(scratch, node), *href = node->link->href;
    if (str_starts(href, "mailto:") && !str_starts(text, "mailto:"))
        href += strlen("mailto:");
    if (strcmp(text, href) == 0)
        return true;
    const char *host = strstr(href, "://");
    return host && strcmp(text, host + 3) == 0;
}

static void
add_text(struct doc_book *book, struct arena *scratch, struct line *line,
         struct doc_node *node, bool keep)
{
    uint32_t index = (uint32_t)line->texts.n;
    *vec_add(scratch, &line->texts) = node;
    *vec_add(scratch, &line->settings) = setting_of(doc_lang(book, node));
    const char *end = node->text + strlen(node->text);
    for (const char *p = node->text; p < end;)
        add_cell(scratch, line, utf8_next(&p, end), index, keep);
}

/* A <q> gets its marks here, where the language is known. */
static void
mark_quoted(struct doc_book *book, struct doc_node *node)
{
    node->kind = DOC_SPAN;
    doc_add_class(book, node, "quoted");
    struct doc_node *open = doc_node_new(book, DOC_TEXT, doc_place(node));
    open->text = "\"";
    doc_prepend(node, open);
    doc_add_text(book, node, "\"");
}

static void
add_node(struct doc_book *book, struct arena *scratch, struct line *line,
         struct doc_node *node, bool keep)
{
    switch (node->kind) {
    case DOC_TEXT:
        add_text(book, scratch, line, node, keep);
        break;
    case DOC_LINE_BREAK:
        add_cell(scratch, line, '\n', NO_TEXT, true);
        break;
    case DOC_LEADER:
    case DOC_PAGE_REF:
        add_cell(scratch, line, ' ', NO_TEXT, true);
        break;
    case DOC_CODE:
    case DOC_IMAGE:
        add_cell(scratch, line, OPAQUE, NO_TEXT, true);
        break;
    case DOC_QUOTED:
        if (node->first)
            mark_quoted(book, node);
        break;
    default:
        break;
    }
}

static bool
is_inline(const struct doc_node *node)
{
    return doc_vocab[node->kind].model == DOC_IS_INLINE ||
           doc_vocab[node->kind].model == DOC_IS_ATOM;
}

/* Reads the inline siblings from `node` on; returns the last of them. */
static struct doc_node *
read_line(struct doc_book *book, struct arena *scratch, struct line *line,
          struct doc_node *node)
{
    struct doc_node *last = node;
    for (; node && is_inline(node); node = node->next) {
        last = node;
        const struct doc_node *kept = NULL; /* within it all is verbatim */
        for (struct doc_node *n = node; n; n = doc_next(n, node)) {
            if (kept && n == doc_next_skip(kept, node))
                kept = NULL;
            if (!kept && is_verbatim(scratch, n))
                kept = n;
            add_node(book, scratch, line, n, kept);
        }
    }
    return last;
}

/* Words such as https://…, www.… and a@b.example stay as they are, but not
 * the marks around them. */
static bool
is_address(const struct line *line, size_t from, size_t to)
{
    static const char www[] = "www.";
    size_t same = 0;
    while (same < 4 && line_at(line, from + same) == (uint32_t)www[same])
        same++;
    if (same == 4 && to - from > 4)
        return true;
    for (size_t i = from; i < to; i++)
        if (line_at(line, i) == '@' ||
            (line_at(line, i) == ':' && line_at(line, i + 1) == '/' &&
             line_at(line, i + 2) == '/'))
            return true;
    return false;
}

static bool
ends_clause(uint32_t c)
{
    return !char_is_word(c) && c != '/' && c != '-' && c != '_' && c != '=' &&
           c != '&' && c != '#' && c != OPAQUE;
}

static void
keep_addresses(struct line *line)
{
    for (size_t i = 0, end; i < line->cells.n; i = end + 1) {
        for (end = i; !char_is_space(line_at(line, end)); end++)
            ;
        size_t from = i, to = end;
        while (from < to && !char_is_word(line_at(line, from)))
            from++;
        while (to > from && ends_clause(line_at(line, to - 1)))
            to--;
        if (!is_address(line, from, to))
            continue;
        for (size_t j = from; j < to; j++)
            line->cells.at[j].keep = true;
    }
}

/* How often the code point at `i` stands there in a row. */
static size_t
row_at(const struct line *line, size_t i)
{
    size_t n = 1;
    while (i + n < line->cells.n && !line->cells.at[i + n].keep &&
           line_at(line, i + n) == line_at(line, i))
        n++;
    return n;
}

static size_t
copy_row(struct line *line, size_t i, size_t n)
{
    for (size_t j = 0; j < n; j++)
        line_put_char(line, line_at(line, i));
    return n;
}

/* A hyphen between spaces and words, which stands for a dash. */
static bool
is_spaced(const struct line *line, size_t i)
{
    if (i < 2 || line_at(line, i - 1) != ' ' || line_at(line, i + 1) != ' ')
        return false;
    uint32_t before = line_at(line, i - 2), after = line_at(line, i + 2);
    return !char_is_space(before) && !char_is_space(after) &&
           !(char_is_digit(before) && char_is_digit(after)) &&
           !char_is_joint(before) && !char_is_joint(after);
}

static size_t
put_hyphens(struct line *line, size_t i)
{
    size_t n = row_at(line, i);
    uint32_t next = line_at(line, i + n);
    bool option = char_is_space(line->prev) && char_is_word(next);
    if (n == 1 && is_spaced(line, i))
        line_put(line, line->setting->dash);
    else if (n == 1 && spaces_is_range(line, i))
        line_put(line, "–");
    else if (n == 2 && !option)
        line_put(line, "–");
    else if (n == 3)
        line_put(line, "—");
    else
        copy_row(line, i, n);
    return n;
}

static size_t
put_dots(struct line *line, size_t i)
{
    size_t n = row_at(line, i);
    if (n == 3)
        line_put(line, "…");
    else if (n == 4)
        line_put(line, "….");
    else
        copy_row(line, i, n);
    return n;
}

static size_t
put_other(struct line *line, size_t i)
{
    uint32_t c = line_at(line, i);
    if (c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
        (c >= 0x300C && c <= 0x300F))
        quotes_typed(line, i);
    if (c == 0xAB || c == 0xBB || c == ';' || c == ':' || c == '!' || c == '?')
        spaces_before_mark(line, i);
    else
        line_put_char(line, c);
    return 1;
}

/* Writes what the cells from `i` on become; returns how many it took. */
static size_t
put(struct line *line, size_t i)
{
    switch (line_at(line, i)) {
    case '"':
        quotes_double(line, i);
        return 1;
    case '\'':
        quotes_single(line, i);
        return 1;
    case ' ':
        spaces_put(line, i);
        return 1;
    case '-':
        return put_hyphens(line, i);
    case '.':
        return put_dots(line, i);
    default:
        return put_other(line, i);
    }
}

/* Gives the text node what was written since it began. */
static void
give_back(struct doc_book *book, struct line *line, uint32_t text)
{
    if (text != NO_TEXT) {
        struct doc_node *node = line->texts.at[text];
        if (strlen(node->text) != line->out.n ||
            memcmp(node->text, line->out.at, line->out.n) != 0)
            node->text = arena_strn(book->texts, line->out.at, line->out.n);
    }
    buf_clear(&line->out);
}

static void
write_line(struct doc_book *book, struct line *line)
{
    uint32_t text = NO_TEXT;
    for (size_t i = 0, n; i < line->cells.n; i += n) {
        const struct cell *cell = &line->cells.at[i];
        if (cell->text != text)
            give_back(book, line, text);
        text = cell->text;
        n = 1;
        if (text == NO_TEXT) {
            line->prev = cell->c;
            continue;
        }
        line->setting = line->settings.at[text];
        if (cell->keep)
            line_put_char(line, cell->c);
        else
            n = put(line, i);
        /* What was taken from further texts leaves these without it. */
        for (size_t j = i + 1; j < i + n; j++) {
            if (line->cells.at[j].text == text)
                continue;
            give_back(book, line, text);
            text = line->cells.at[j].text;
        }
    }
    give_back(book, line, text);
}

/* Sets the inline siblings from `node` on; returns the last of them. */
static struct doc_node *
set_line(struct doc_book *book, struct arena *scratch, struct buf *out,
         struct doc_node *node)
{
    struct line line = {.out = *out};
    struct doc_node *last = read_line(book, scratch, &line, node);
    keep_addresses(&line);
    quotes_look_ahead(&line);
    write_line(book, &line);
    *out = line.out;
    arena_reset(scratch);
    return last;
}

const char *
xform_smart(struct doc_book *book, const char *lang, const char *text)
{
    if (!text)
        return NULL;
    struct doc_node *node = doc_node_new(book, DOC_SPAN, (struct place){0});
    node->lang = lang;
    doc_add_text(book, node, text);
    struct arena *scratch = arena_new();
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    set_line(book, scratch, &out, node);
    buf_free(&out);
    arena_free(scratch);
    return arena_str(book->arena, node->first->text);
}

/* What heads, metadata and outlines say is set like the text. */
static void
set_metadata(struct doc_book *book)
{
    book->title = xform_smart(book, book->lang, book->title);
    book->subtitle = xform_smart(book, book->lang, book->subtitle);
    book->description = xform_smart(book, book->lang, book->description);
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n)) {
        const char *lang = doc_lang(book, n);
        n->article->title = xform_smart(book, lang, n->article->title);
        n->article->subtitle = xform_smart(book, lang, n->article->subtitle);
        n->article->excerpt = xform_smart(book, lang, n->article->excerpt);
    }
}

void
xform_typography(struct doc_book *book, struct diag *d)
{
    (void)d;
    struct arena *scratch = arena_new();
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    for (struct doc_node *n = book->root->first; n;) {
        if (n->kind == DOC_CODE_BLOCK) {
            n = doc_next_skip(n, book->root);
        } else if (is_inline(n)) {
            n = doc_next_skip(set_line(book, scratch, &out, n), book->root);
        } else {
            n = doc_next(n, book->root);
        }
    }
    buf_free(&out);
    arena_free(scratch);
    set_metadata(book);
}
