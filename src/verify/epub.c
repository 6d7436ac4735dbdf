/* SPDX-License-Identifier: MIT */
/* An EPUB's check, from the container inwards. */
#include <stdarg.h>
#include <string.h>

#include "verify/epub_int.h"

/* More than these nobody reads; a file made to have them would fill memory. */
enum { FINDINGS_MOST = 1000, TEXT_MOST = 400 };

void
epub_say(struct epub_check *e, enum epub_rule rule, const char *path,
         uint32_t line, uint32_t col, const char *format, ...)
{
    struct place at = {.file = e->file->name, .line = line, .col = col};
    va_list args;
    if (e->findings > FINDINGS_MOST)
        return;
    if (path)
        at.file = arena_printf(e->scratch, "%s/%s", e->file->name, path);
    va_start(args, format);
    const char *text = arena_vprintf(e->scratch, format, args);
    va_end(args);
    if (e->findings++ == FINDINGS_MOST)
        diag_finding(e->file->diag, (struct place){.file = e->file->name}, NULL,
                     &epub_rules[EPUB_LIMIT],
                     "more than %d findings; the rest are not listed",
                     FINDINGS_MOST);
    else
        diag_finding(e->file->diag, at, NULL, &epub_rules[rule], "%.*s",
                     TEXT_MOST, text);
}

bool
epub_check_xml(struct epub_check *e, const char *path,
               const struct xml_document *doc)
{
    if (!doc)
        return false;
    if (doc->bad_encoding ||
        (doc->encoding && strcasecmp(doc->encoding, "utf-8") != 0 &&
         !(doc->utf16 && strncasecmp(doc->encoding, "utf-16", 6) == 0)))
        epub_say(e, EPUB_XML_ENCODING, path, 1, 1,
                 doc->bad_encoding ? "its bytes are not UTF-8"
                                   : "it declares the encoding “%s”",
                 doc->encoding ? doc->encoding : "");
    if (doc->utf16)
        epub_say(e, EPUB_XML_UTF16, path, 1, 1, "the document is UTF-16");
    if (doc->version && strcmp(doc->version, "1.0") != 0)
        epub_say(e, EPUB_XML, path, 1, 1, "it is XML %s, not 1.0",
                 doc->version);
    for (size_t i = 0; i < doc->faults.n && !doc->too_deep; i++)
        epub_say(e, EPUB_XML, path, doc->faults.at[i].line,
                 doc->faults.at[i].col, "%s", doc->faults.at[i].text);
    if (doc->too_deep)
        epub_say(e, EPUB_LIMIT, path, 0, 0,
                 "elements are nested too deep to be checked");
    if (doc->external_entity)
        epub_say(e, EPUB_XML_EXTERNAL, path, doc->doctype_line, 0,
                 "an external entity is declared");
    if (!doc->whole && !doc->faults.n && !doc->bad_encoding)
        epub_say(e, EPUB_XML, path, 1, 1, "the document is empty");
    return doc->whole && doc->root;
}

/* A message that begins the checking of EPUB 2: what is not looked at. */
static void
tell_version(struct epub_check *e)
{
    if (e->book.version == 2)
        epub_say_package(e, EPUB_VERSION_2, e->book.package->root,
                         "this is EPUB 2: its container, package, NCX, links "
                         "and media are checked, its content documents as "
                         "XML alone");
}

static void
check_all(struct epub_check *e)
{
    epub_check_zip(e);
    epub_check_container(e);
    epub_check_encryption(e);
    if (!e->book.package)
        return;
    if (!epub_check_xml(e, e->book.package_path, e->book.package))
        return;
    tell_version(e);
    epub_check_package(e);
    epub_check_metadata(e);
    epub_check_manifest(e);
    epub_check_spine(e);
    epub_check_documents(e);
    epub_check_references(e);
    if (e->book.version == 3) {
        epub_check_access(e);
        epub_check_pages(e);
    }
}

void
verify_epub(struct verify_file *f)
{
    struct epub_check e = {
        .file = f, .arena = f->arena, .scratch = arena_new()};
    e.encrypted = map_new(e.arena);
    e.prefixes = map_new(e.arena);
    if (epub_book_open(&e.book, e.arena, f->bytes, f->n))
        check_all(&e);
    else
        epub_say(&e, EPUB_ZIP, NULL, 0, 0,
                 "the container has no directory of its files");
    arena_free(e.scratch);
}
