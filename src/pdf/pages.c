/* SPDX-License-Identifier: MIT */
/* Page objects in the order of their index, and what pages are called. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

enum { FAN = 64 }; /* kids of a node of the page tree */

/* What is left when the page is cut, and what is printed on before (ISO
 * 32000-1, 14.11.2). */
static void
write_trim(const struct pdf_page *page, struct buf *b)
{
    struct layout_box trim = page->trim;
    int bleed = page->bleed;
    if (!trim.width)
        return;
    buf_str(b, "/BleedBox");
    pdf_box(b, trim.x - bleed, trim.y - bleed, trim.width + 2 * bleed,
            trim.height + 2 * bleed, page->height);
    buf_str(b, "/TrimBox");
    pdf_box(b, trim.x, trim.y, trim.width, trim.height, page->height);
}

static void
write_page(void *with, size_t i, uint32_t parent, struct buf *b)
{
    const struct pdf_writer *w = with;
    const struct pdf_page *page = &w->pages.at[i];
    buf_printf(b, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", parent);
    pdf_points(b, page->width);
    buf_char(b, ' ');
    pdf_points(b, page->height);
    buf_str(b, "]");
    write_trim(page, b);
    buf_printf(b, "/Contents %u 0 R/Resources %u 0 R", page->contents,
               page->resources);
    if (page->transparent && !w->press)
        buf_str(b, "/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>");
    if (page->mark_count)
        buf_printf(b, "/StructParents %zu", i);
    buf_str(b, "/Tabs/S");
    if (page->link_count) {
        buf_str(b, "/Annots[");
        for (uint32_t k = 0; k < page->link_count; k++) {
            const struct pdf_link *link = &w->links.at[page->first_link + k];
            if (!link->lost)
                buf_printf(b, "%u 0 R ", link->object);
        }
        buf_str(b, "]");
    }
    buf_str(b, ">>");
}

/* One level above `n` objects; each node's Count is that of its pages. */
struct kid {
    uint32_t object;
    size_t pages;
};

static size_t
write_level(struct pdf_writer *w, const struct kid *kids, size_t n,
            struct kid *above, const uint32_t *objects, uint32_t parent,
            struct buf *b)
{
    size_t nodes = 0;
    for (size_t i = 0; i < n; i += FAN) {
        size_t count = 0;
        buf_clear(b);
        buf_str(b, "<</Type/Pages/Kids[");
        for (size_t k = i; k < n && k < i + FAN; k++) {
            buf_printf(b, "%u 0 R ", kids[k].object);
            count += kids[k].pages;
        }
        buf_printf(b, "]/Count %zu", count);
        if (parent)
            buf_printf(b, "/Parent %u 0 R", parent);
        buf_str(b, ">>");
        pdf_put(w->out, objects[nodes], b);
        above[nodes] = (struct kid){objects[nodes], count};
        nodes++;
    }
    return nodes;
}

/* Pages hang in leaves of FAN, the leaves all on the root: 10,000 pages make
 * a root of 157 kids. */
void
pdf_page_tree_write(struct pdf_writer *w, size_t n, const uint32_t *pages,
                    pdf_page_write *write, void *with)
{
    struct arena *a = arena_new();
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    size_t leaves = (n + FAN - 1) / FAN;
    struct kid *kids = ARENA_ARRAY(a, struct kid, n + 1);
    struct kid *above = ARENA_ARRAY(a, struct kid, leaves + 1);
    uint32_t *objects = ARENA_ARRAY(a, uint32_t, leaves + 1);
    for (size_t i = 0; i < leaves; i++)
        objects[i] = pdf_object(w->out);
    for (size_t i = 0; i < n; i++) {
        kids[i] = (struct kid){pages[i], 1};
        buf_clear(&b);
        write(with, i, objects[i / FAN], &b);
        pdf_put(w->out, pages[i], &b);
    }
    write_level(w, kids, n, above, objects, w->page_tree, &b);
    buf_clear(&b);
    buf_str(&b, "<</Type/Pages/Kids[");
    for (size_t i = 0; i < leaves; i++)
        buf_printf(&b, "%u 0 R ", objects[i]);
    buf_printf(&b, "]/Count %zu>>", n);
    pdf_put(w->out, w->page_tree, &b);
    buf_free(&b);
    arena_free(a);
}

void
pdf_pages_write(struct pdf_writer *w)
{
    uint32_t *objects = ARENA_ARRAY(w->arena, uint32_t, w->pages.n + 1);
    for (size_t i = 0; i < w->pages.n; i++)
        objects[i] = w->pages.at[i].object;
    pdf_page_tree_write(w, w->pages.n, objects, write_page, w);
}

/* --- page labels (ISO 32000-1, 12.4.2) --- */

/* How a label is written: D, r or R with its number; or 0, and the label is a
 * prefix alone. */
static char
numbering_of(const char *label, long *number)
{
    static const char roman[] = "mdclxvi";
    static const int values[] = {1000, 500, 100, 50, 10, 5, 1};
    *number = 0;
    if (!label || !*label)
        return 0;
    if (strspn(label, "0123456789") == strlen(label) && strlen(label) < 9) {
        *number = strtol(label, NULL, 10);
        return *label == '0' ? 0 : 'D';
    }
    bool upper = isupper((unsigned char)*label);
    int last = 1001;
    for (const char *p = label; *p; p++) {
        const char *at = strchr(roman, tolower((unsigned char)*p));
        if (!at || (bool)isupper((unsigned char)*p) != upper)
            return 0;
        int value = values[at - roman];
        *number += value > last ? value - 2 * last : value;
        last = value;
    }
    return upper ? 'R' : 'r';
}

void
pdf_labels_write(struct pdf_writer *w, struct buf *b)
{
    char style = 0;
    long number = 0;
    const char *prefix = NULL;
    buf_str(b, "/PageLabels<</Nums[");
    for (size_t i = 0; i < w->pages.n; i++) {
        long next;
        const char *label = w->pages.at[i].label;
        char now = numbering_of(label, &next);
        bool goes_on = i && now && now == style && next == number + 1;
        /* a prefix without number goes on for pages of one label */
        bool same = i && !now && !style && str_eq(prefix, label);
        number = next;
        style = now;
        prefix = label;
        if (goes_on || same)
            continue;
        buf_printf(b, "%zu<<", i);
        if (now)
            buf_printf(b, "/S/%c/St %ld", now, next);
        else if (label && *label) {
            buf_str(b, "/P");
            pdf_text(b, label);
        }
        buf_str(b, ">>");
    }
    buf_str(b, "]>>");
}
