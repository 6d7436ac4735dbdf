/* SPDX-License-Identifier: MIT */
/* A handout is an article that stands alone: over it a band says whose it is
 * and for whom, and its foot has what a reader without the book needs: where it
 * is on the web, whom to ask, which version it is and until when it holds. What
 * is not known leaves no trace. */
#include "xform/xform_int.h"

#include <string.h>

/* The handout whose band and foot are made. */
struct handout {
    struct doc_book *book;
    struct doc_node *article;
    const char *lang;
};

static const char *
word(const struct handout *h, enum doc_word w)
{
    return doc_word(h->lang, w);
}

static bool
says(const char *text)
{
    return text && !str_blank(text);
}

/* A separator where the line has something already. */
static void
part(const struct handout *h, struct doc_node *line)
{
    if (line->first)
        doc_add_text(h->book, line, " · ");
}

/* Whose it is and whom to ask, in the article's language where its book has
 * two. */
static const char *
publisher_of(const struct handout *h)
{
    const char *own = h->article->article->publisher;
    return own ? own : h->book->publisher;
}

static const char *
contact_of(const struct handout *h)
{
    const char *own = h->article->article->contact;
    return own ? own : h->book->contact;
}

/* The organisation's sign. Its name beside it says the same to those who can't
 * see it. */
static void
add_logo(const struct handout *h, struct doc_node *line)
{
    struct doc_asset *asset = h->book->logo;
    if (!asset)
        return;
    bool named = says(publisher_of(h)) || !says(asset->alt);
    struct doc_node *image = doc_add(h->book, line, DOC_IMAGE, "handout-logo");
    image->image->asset = asset;
    image->image->src = asset->path;
    image->image->alt = named ? "" : asset->alt;
    image->image->decorative = named;
    if (says(publisher_of(h)))
        doc_add_text(h->book, line, " ");
}

static void
add_band(const struct handout *h, struct doc_node *opening)
{
    struct doc_book *book = h->book;
    struct doc_node *band = doc_node_new(book, DOC_DIV, (struct place){0});
    band->class = "handout-band";
    if (book->logo || says(publisher_of(h))) {
        struct doc_node *from =
            doc_add(book, band, DOC_PARAGRAPH, "handout-from");
        add_logo(h, from);
        if (says(publisher_of(h)))
            xform_add_line(book, from, DOC_SPAN, "handout-organisation",
                           publisher_of(h));
    }
    const char *language = doc_lang_name(h->lang);
    struct doc_node *readers =
        xform_add_line(book, band, DOC_PARAGRAPH, "handout-for",
                       word(h, DOC_WORD_FOR_PATIENTS));
    if (language)
        doc_add_text(book, readers,
                     arena_printf(book->arena, " · %s", language));
    doc_prepend(opening, band);
}

/* "Reading time: 4 min", in the language's own words. */
static const char *
reading_time(const struct handout *h)
{
    const char *text = word(h, DOC_WORD_READING_TIME);
    const char *slot = strchr(text, '#');
    return arena_printf(h->book->arena, "%.*s%d%s", (int)(slot - text), text,
                        xform_reading_time(h->book, h->article), slot + 1);
}

static struct doc_node *
child_of_class(const struct doc_node *node, const char *class)
{
    doc_each_child (n, node)
        if (str_has_word(n->class, class))
            return n;
    return NULL;
}

/* Behind the names, where there are any. */
static void
add_reading_time(const struct handout *h, struct doc_node *opening)
{
    struct doc_node *line = child_of_class(opening, "byline");
    struct doc_node *picture = child_of_class(opening, "featured");
    if (!line) {
        line = doc_node_new(h->book, DOC_PARAGRAPH, (struct place){0});
        line->class = "byline";
        if (picture)
            doc_insert_before(picture, line);
        else
            doc_append(opening, line);
    }
    part(h, line);
    xform_add_line(h->book, line, DOC_SPAN, "reading-time", reading_time(h));
}

/* "Contact:", the label in a span of its own. */
static void
add_label(const struct handout *h, struct doc_node *line, enum doc_word label)
{
    xform_add_line(h->book, line, DOC_SPAN, "label",
                   arena_printf(h->book->arena, "%s:", word(h, label)));
}

static void
add_link(const struct handout *h, struct doc_node *line, const char *text,
         const char *href)
{
    struct doc_node *link = xform_add_line(h->book, line, DOC_LINK, NULL, text);
    link->link->href = href;
}

/* In its own language, where the publication has several. */
static const char *
address_of(const struct handout *h)
{
    const struct doc_article *article = h->article->article;
    const struct doc_entry *entry =
        h->book->catalog ? doc_entry_of(h->book->catalog, article->path) : NULL;
    return entry ? xform_address_of(h->book, entry)
                 : xform_address(h->book, article->slug);
}

/* The code and its address; `facts` stands beside it. */
static void
add_code(const struct handout *h, struct doc_node *foot, struct doc_node *facts)
{
    struct doc_book *book = h->book;
    const char *address = address_of(h);
    const char *class = NULL;
    if (!address)
        return;
    struct doc_node *line = doc_add(book, facts, DOC_PARAGRAPH, "handout-web");
    add_label(h, line, DOC_WORD_ON_THE_WEB);
    doc_add(book, line, DOC_LINE_BREAK, NULL);
    add_link(h, line, address, address);
    struct doc_asset *asset = xform_qr(book, address, &class);
    if (!asset)
        return;
    struct doc_node *figure = doc_node_new(book, DOC_FIGURE, (struct place){0});
    struct doc_node *image = doc_add(book, figure, DOC_IMAGE, NULL);
    figure->class = "handout-code";
    image->image->asset = asset;
    image->image->src = asset->path;
    image->image->alt =
        arena_printf(book->arena, "%s: %s", word(h, DOC_WORD_QR_CODE), address);
    doc_prepend(foot, figure);
    if (class)
        doc_add_class(book, foot, class);
}

static bool
is_in_book(const struct doc_book *book, const struct doc_entry *entry)
{
    for (const struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n))
        if (doc_entry_of(book->catalog, n->article->path) == entry)
            return true;
    return false;
}

/* "También en español: https://…", to those who read that language. */
static void
add_translations(const struct handout *h, struct doc_node *facts)
{
    struct doc_book *book = h->book;
    const char *path = h->article->article->path;
    const struct doc_entry *own =
        book->catalog ? doc_entry_of(book->catalog, path) : NULL;
    for (const struct doc_entry *e = own ? own->original : NULL; e;
         e = e->next) {
        const char *address = xform_address_of(book, e);
        const char *also = e->language ? doc_lang_also(e->lang) : NULL;
        if (!also || !address || is_in_book(book, e))
            continue;
        struct doc_node *line =
            doc_add(book, facts, DOC_PARAGRAPH, "handout-also");
        struct doc_node *label =
            xform_add_line(book, line, DOC_SPAN, "label",
                           arena_printf(book->arena, "%s:", also));
        label->lang = e->lang;
        doc_add(book, line, DOC_LINE_BREAK, NULL);
        add_link(h, line, address, address);
    }
}

/* An address of the post or of a page leads there. */
static void
add_contact(const struct handout *h, struct doc_node *facts)
{
    const char *contact = contact_of(h);
    if (!says(contact))
        return;
    struct doc_node *line =
        doc_add(h->book, facts, DOC_PARAGRAPH, "handout-contact");
    add_label(h, line, DOC_WORD_CONTACT);
    doc_add_text(h->book, line, " ");
    bool word_alone = !strpbrk(contact, " \t\n,;<>\"");
    if (word_alone &&
        (str_starts(contact, "https://") || str_starts(contact, "http://")))
        add_link(h, line, contact, contact);
    else if (word_alone && strchr(contact, '@') && !strchr(contact, ':'))
        add_link(h, line, contact,
                 arena_printf(h->book->arena, "mailto:%s", contact));
    else
        doc_add_text(h->book, line, contact);
}

/* "Version: 2", which is not parted over lines. */
static void
add_part(const struct handout *h, struct doc_node *line, enum doc_word label,
         const char *text)
{
    if (!says(text))
        return;
    part(h, line);
    struct doc_node *fact = doc_add(h->book, line, DOC_SPAN, "handout-fact");
    add_label(h, fact, label);
    doc_add_text(h->book, fact, " ");
    xform_add_line(h->book, fact, DOC_SPAN, "value", text);
}

static void
add_date(const struct handout *h, struct doc_node *line, enum doc_word label,
         struct date date)
{
    if (date.year)
        add_part(h, line, label, doc_date(h->book->arena, h->lang, date));
}

static void
drop_if_empty(struct doc_node *node)
{
    if (!node->first)
        doc_remove(node);
}

/* Which paper this is, and until when it holds. */
static void
add_record(const struct handout *h, struct doc_node *facts)
{
    const struct doc_article *article = h->article->article;
    struct doc_node *line =
        doc_add(h->book, facts, DOC_PARAGRAPH, "handout-reference");
    add_part(h, line, DOC_WORD_REFERENCE, article->reference);
    add_part(h, line, DOC_WORD_VERSION, article->version);
    drop_if_empty(line);
    line = doc_add(h->book, facts, DOC_PARAGRAPH, "handout-dates");
    add_date(h, line, DOC_WORD_PUBLISHED, article->published);
    add_date(h, line, DOC_WORD_UPDATED, article->updated);
    add_date(h, line, DOC_WORD_REVIEW_BY, article->review_by);
    drop_if_empty(line);
}

static void
add_foot(const struct handout *h)
{
    struct doc_book *book = h->book;
    struct doc_node *notes = h->article->last;
    struct doc_node *foot = doc_add(book, h->article, DOC_DIV, "handout-foot");
    struct doc_node *facts = doc_add(book, foot, DOC_DIV, "handout-facts");
    add_code(h, foot, facts);
    add_translations(h, facts);
    add_contact(h, facts);
    add_record(h, facts);
    drop_if_empty(facts);
    const struct doc_article *article = h->article->article;
    if (says(article->disclaimer)) {
        struct doc_node *line =
            xform_add_line(book, foot, DOC_PARAGRAPH, "handout-disclaimer",
                           article->disclaimer);
        line->lang = article->disclaimer_lang;
    }
    if (notes && notes->kind == DOC_NOTES) {
        doc_remove(foot);
        doc_insert_before(notes, foot);
    }
    drop_if_empty(foot);
}

void
xform_handout(struct doc_book *book, struct diag *d)
{
    (void)d;
    if (!book->handout)
        return;
    for (struct doc_node *n = xform_article(book, NULL); n;
         n = xform_article(book, n)) {
        struct handout h = {book, n, doc_lang(book, n)};
        if (!n->first || n->first->kind != DOC_OPENING)
            continue;
        add_reading_time(&h, n->first);
        add_band(&h, n->first);
        add_foot(&h);
    }
}
