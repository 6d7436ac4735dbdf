/* SPDX-License-Identifier: MIT */
/* Text, links, images, notes and what begins a list's item. */
#include "epub/xhtml_int.h"

bool
xhtml_text(struct xhtml *w, const struct doc_node *n)
{
    xhtml_write_text(w, n);
    return false;
}

bool
xhtml_code(struct xhtml *w, const struct doc_node *n)
{
    xhtml_open(w, n, "code", PHRASING);
    xhtml_write_text(w, n);
    return false;
}

bool
xhtml_line_break(struct xhtml *w, const struct doc_node *n)
{
    xhtml_open(w, n, "br", PHRASING);
    return false;
}

const char *
epub_alt(struct arena *a, const struct doc_node *image)
{
    const struct doc_image *i = image->image;
    const char *texts[] = {i->alt, i->title, i->asset ? i->asset->alt : NULL};
    for (size_t k = 0; k < 3 && !i->decorative; k++)
        if (epub_has_text(texts[k]))
            return str_fold_space(a, texts[k]);
    return "";
}

/* An image that could not be read is its text. */
bool
xhtml_image(struct xhtml *w, const struct doc_node *n)
{
    const struct doc_image *i = n->image;
    const char *alt = epub_alt(w->arena, n);
    const struct epub_image *image =
        i->asset ? map_get(w->e->images_by_asset, i->asset->name) : NULL;
    if (!image) {
        xhtml_open(w, n, "span", PHRASING);
        xml_text(w->x, alt);
        return false;
    }
    xhtml_open(w, n, "img", PHRASING);
    xml_attr(w->x, "src", image->name);
    xml_attr(w->x, "alt", alt);
    if (i->title && epub_has_text(i->title))
        xml_attr(w->x, "title", str_fold_space(w->arena, i->title));
    if (i->width_percent > 0)
        xml_attr(w->x, "style",
                 arena_printf(w->arena, "width: %d%%", i->width_percent));
    return false;
}

/* A link within a link, one that leads nowhere, or one without a word is a
 * span. */
bool
xhtml_link(struct xhtml *w, const struct doc_node *n)
{
    const struct doc_link *link = n->link;
    const char *href = link->target ? epub_href_to(w->e, w->file, link->target)
                                    : epub_url(w->arena, link->href);
    if (!href || w->links || xhtml_is_blank(n)) {
        xhtml_open(w, n, "span", PHRASING);
        return true;
    }
    xhtml_open(w, n, "a", PHRASING);
    if (n->parent && n->parent->kind == DOC_INDEX_LOCATOR)
        xml_attr(w->x, "epub:type", "index-locator");
    xml_attr(w->x, "href", href);
    if (link->title && epub_has_text(link->title))
        xml_attr(w->x, "title", str_fold_space(w->arena, link->title));
    xhtml_frame(w)->link = true;
    w->links++;
    return true;
}

static const char *
note_number(struct xhtml *w, const struct doc_note *note)
{
    if (note->number > 0)
        return arena_printf(w->arena, "%d", note->number);
    return epub_has_text(note->label) ? note->label : "*";
}

bool
xhtml_note_ref(struct xhtml *w, const struct doc_node *n)
{
    if (w->links)
        return false;
    const char *href =
        n->note->note ? epub_href_to(w->e, w->file, n->note->note) : NULL;
    xhtml_open(w, n, href ? "a" : "span", PHRASING);
    xml_attr(w->x, "href", href);
    xml_text(w->x, note_number(w, n->note));
    return false;
}

void
xhtml_notes_behind(struct xhtml *w, const struct doc_node *link)
{
    for (const struct doc_node *n = link; n && !w->links;
         n = doc_next(n, link)) {
        if (n->kind != DOC_NOTE_REF)
            continue;
        *vec_add(w->arena, &w->stack) = (struct frame){.inside = PHRASING};
        xhtml_note_ref(w, n);
        while (xhtml_frame(w)->opened--)
            xml_end(w->x);
        w->stack.n--;
    }
}

/* The number of a note, which leads back to its mark. */
static void
write_back_link(struct xhtml *w, const struct doc_node *note)
{
    const char *lang = doc_lang(w->e->book, note);
    const char *number = note_number(w, note->note);
    const char *href =
        note->note->ref ? epub_href_to(w->e, w->file, note->note->ref) : NULL;
    xml_start(w->x, href ? "a" : "span");
    xml_attr(w->x, "class", "backlink");
    if (href) {
        xml_attr(w->x, "epub:type", "backlink");
        xml_attr(w->x, "role", "doc-backlink");
        xml_attr(w->x, "href", href);
        xml_attr(w->x, "aria-label",
                 arena_printf(w->arena, "%s. %s", number,
                              doc_word(lang, DOC_WORD_BACK)));
    }
    xml_text(w->x, number);
    xml_end(w->x);
    xml_text(w->x, " ");
}

/* The box of a task, which says in words whether it is done. */
static void
write_task(struct xhtml *w, const struct doc_node *item)
{
    if (!item->task)
        return;
    bool done = item->task == DOC_TASK_DONE;
    xml_start(w->x, "span");
    xml_attr(w->x, "class", "task");
    xml_attr(w->x, "role", "img");
    xml_attr(w->x, "aria-label",
             doc_word(doc_lang(w->e->book, item),
                      done ? DOC_WORD_DONE : DOC_WORD_OPEN));
    xml_text(w->x, done ? "\u2611" : "\u2610");
    xml_end(w->x);
    xml_text(w->x, " ");
}

static bool
begins_with_paragraph(const struct doc_node *n)
{
    return n->first && n->first->kind == DOC_PARAGRAPH &&
           xhtml_has_content(n->first);
}

bool
xhtml_note(struct xhtml *w, const struct doc_node *n)
{
    bool aside = xhtml_frame(w)->inside != PHRASING;
    xhtml_open(w, n, aside ? "aside" : "span", aside ? FLOW : PHRASING);
    if (begins_with_paragraph(n))
        return true;
    if (aside) {
        xml_line(w->x);
        xml_start(w->x, "p");
    }
    write_back_link(w, n);
    if (aside)
        xml_end(w->x);
    return true;
}

bool
xhtml_item(struct xhtml *w, const struct doc_node *n)
{
    enum inside in = xhtml_frame(w)->inside;
    xhtml_open(w, n,
               in == IN_LIST    ? "li"
               : in == PHRASING ? "span"
                                : "div",
               in == PHRASING ? PHRASING : FLOW);
    if (n->task)
        xml_attr(w->x, "style", "list-style-type: none");
    if (!begins_with_paragraph(n))
        write_task(w, n);
    return true;
}

bool
xhtml_paragraph(struct xhtml *w, const struct doc_node *n)
{
    if (doc_is_bare(n))
        xhtml_frame(w)->inside = PHRASING;
    else if (xhtml_frame(w)->inside == PHRASING)
        xhtml_open(w, n, "span", PHRASING);
    else
        xhtml_open(w, n, "p", PHRASING);
    if (n == n->parent->first && n->parent->kind == DOC_NOTE)
        write_back_link(w, n->parent);
    else if (n == n->parent->first && n->parent->kind == DOC_ITEM)
        write_task(w, n->parent);
    return true;
}

/* What a label leaves out with all below it. */
static bool
is_left_out(const struct doc_node *n, const struct doc_node *root)
{
    return n != root && (n->kind == DOC_TOC || n->kind == DOC_NOTE_REF ||
                         n->kind == DOC_LEADER || n->kind == DOC_PAGE_REF);
}

const char *
epub_label(struct arena *a, const struct doc_node *root)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (const struct doc_node *n = root; n;) {
        bool skip = is_left_out(n, root);
        if (!skip && n->kind == DOC_LINE_BREAK)
            buf_char(&b, ' ');
        else if (!skip && n->kind == DOC_IMAGE)
            buf_str(&b, epub_alt(a, n));
        else if (!skip)
            buf_str(&b, n->text);
        n = skip ? doc_next_skip(n, root) : doc_next(n, root);
    }
    char *text = str_fold_space(a, b.at);
    buf_free(&b);
    return text;
}

/* Inlines that keep their element in a label: those with a word in them. */
static bool
shows_in_label(struct arena *a, const struct doc_node *n)
{
    bool may = doc_vocab[n->kind].model == DOC_IS_INLINE || n->kind == DOC_CODE;
    return may && n->kind != DOC_LINK && epub_has_text(epub_label(a, n));
}

static void
open_in_label(const struct epub *e, struct xml *x, const struct doc_node *n)
{
    struct arena *a = e->arena;
    if (shows_in_label(a, n)) {
        xml_start(x, doc_element(n));
        xml_attr(x, "class", n->class);
        epub_write_lang(e, x, n);
    }
    if (n->kind == DOC_IMAGE)
        xml_text(x, epub_alt(a, n));
    else
        xml_text(x, n->text);
    if (n->kind != DOC_LINE_BREAK)
        return;
    /* A space too, for lists that show the text alone. */
    xml_text(x, " ");
    xml_element(x, "br", NULL);
}

void
epub_write_label(const struct epub *e, struct xml *x,
                 const struct doc_node *root)
{
    struct arena *a = e->arena;
    for (const struct doc_node *n = root; n;) {
        bool skip = is_left_out(n, root);
        if (!skip) {
            open_in_label(e, x, n);
            if (n->first) {
                n = n->first;
                continue;
            }
            if (shows_in_label(a, n))
                xml_end(x);
        }
        while (n != root && !n->next) {
            n = n->parent;
            if (shows_in_label(a, n))
                xml_end(x);
        }
        n = n == root ? NULL : n->next;
    }
}
