/* SPDX-License-Identifier: MIT */
/* XML onto a buffer: libxml2's writer, which closes what it opens, behind a
 * filter for characters that XML 1.0 has no place for (clause 2.2). */
#include "epub/epub_int.h"

#include <libxml/xmlwriter.h>
#include <string.h>

enum { NAME_ROOM = 12 };

struct xml {
    struct arena *arena;
    xmlTextWriterPtr writer;
    struct buf clean;
    VEC(const char *) open;
    bool failed;
};

static int
to_buf(void *context, const char *bytes, int n)
{
    struct buf *out = context;
    buf_add(out, bytes, (size_t)n);
    return out->failed ? -1 : n;
}

static int
close_nothing(void *context)
{
    (void)context;
    return 0;
}

struct xml *
xml_new(struct buf *out)
{
    struct arena *a = arena_new();
    struct xml *x = ARENA_NEW(a, struct xml);
    x->arena = a;
    buf_init(&x->clean, BUF_LIMIT_OUTPUT);
    xmlOutputBufferPtr to =
        xmlOutputBufferCreateIO(to_buf, close_nothing, out, NULL);
    x->writer = to ? xmlNewTextWriter(to) : NULL;
    x->failed = !x->writer;
    if (x->writer &&
        xmlTextWriterStartDocument(x->writer, "1.0", "UTF-8", NULL) < 0)
        x->failed = true;
    return x;
}

bool
xml_free(struct xml *x)
{
    while (x->open.n)
        xml_end(x);
    if (x->writer && xmlTextWriterEndDocument(x->writer) < 0)
        x->failed = true;
    xmlFreeTextWriter(x->writer);
    bool fine = !x->failed && !x->clean.failed;
    buf_free(&x->clean);
    arena_free(x->arena);
    return fine;
}

/* The writer's functions return a count, or below 0. */
static void
note(struct xml *x, int result)
{
    if (result < 0)
        x->failed = true;
}

static bool
is_xml_char(uint32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n';
    return c != UTF8_BAD && c != 0xFFFE && c != 0xFFFF;
}

bool
epub_has_text(const char *s)
{
    const char *end = s ? s + strlen(s) : NULL;
    while (s < end) {
        uint32_t c = utf8_next(&s, end);
        if (is_xml_char(c) && !(c < 0x80 && str_is_space((char)c)))
            return true;
    }
    return false;
}

/* The text without what XML forbids; valid until the next call. */
static const char *
clean(struct xml *x, const char *text)
{
    const char *end = text + strlen(text), *p = text, *fine = text;
    buf_clear(&x->clean);
    while (p < end) {
        const char *from = p;
        if (is_xml_char(utf8_next(&p, end)))
            continue;
        buf_add(&x->clean, fine, (size_t)(from - fine));
        fine = p;
    }
    if (fine == text)
        return text;
    buf_add(&x->clean, fine, (size_t)(end - fine));
    return x->clean.at;
}

void
xml_start(struct xml *x, const char *element)
{
    if (x->failed)
        return;
    note(x, xmlTextWriterStartElement(x->writer, BAD_CAST element));
    *vec_add(x->arena, &x->open) = element;
}

void
xml_attr(struct xml *x, const char *name, const char *value)
{
    if (!x->failed && value)
        note(x, xmlTextWriterWriteAttribute(x->writer, BAD_CAST name,
                                            BAD_CAST clean(x, value)));
}

void
xml_attr_int(struct xml *x, const char *name, int value)
{
    char digits[NAME_ROOM];
    snprintf(digits, sizeof digits, "%d", value);
    xml_attr(x, name, digits);
}

void
xml_text(struct xml *x, const char *text)
{
    if (!x->failed && text && *text)
        note(x, xmlTextWriterWriteString(x->writer, BAD_CAST clean(x, text)));
}

void
xml_doctype_html(struct xml *x)
{
    if (!x->failed)
        note(x, xmlTextWriterWriteRaw(x->writer, BAD_CAST "<!DOCTYPE html>\n"));
}

void
xml_line(struct xml *x)
{
    if (!x->failed)
        note(x, xmlTextWriterWriteRaw(x->writer, BAD_CAST "\n"));
}

/* Elements of XHTML and of the package that may end in "/>". Others keep
 * their end tag though empty: readers that parse XHTML as HTML take `<a/>`
 * for an open link. */
static bool
is_void(const char *element)
{
    static const char *const names[] = {"br",      "hr",      "img",  "col",
                                        "link",    "item",    "meta", "itemref",
                                        "content", "rootfile"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(element, names[i]) == 0)
            return true;
    return false;
}

void
xml_end(struct xml *x)
{
    if (!x->open.n)
        return;
    const char *element = x->open.at[--x->open.n];
    if (!x->failed)
        note(x, is_void(element) ? xmlTextWriterEndElement(x->writer)
                                 : xmlTextWriterFullEndElement(x->writer));
}

void
xml_element(struct xml *x, const char *element, const char *text)
{
    xml_start(x, element);
    xml_text(x, text);
    xml_end(x);
}
