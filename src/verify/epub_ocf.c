/* SPDX-License-Identifier: MIT */
/* The container as a zip (EPUB 3.3, 4.3) and its names (4.2.3). Much of this
 * reading systems need and other checkers do not look at. */
#include <string.h>

#include "verify/epub_int.h"

enum { UTF8_FLAG = 1 << 11, DESCRIPTOR_FLAG = 1 << 3, NAME_MOST = 255 };

#define ENTRY_LIMIT ((size_t)512 << 20)

static const char mimetype[] = "application/epub+zip";

/* The first bytes decide how the file is recognized. */
static void
check_mimetype(struct epub_check *e)
{
    const struct epub_zip *z = &e->book.zip;
    const char *b = z->bytes;
    const char *wrong = NULL;
    size_t n = sizeof mimetype - 1;
    if (z->n < 38 + n || memcmp(b, "PK\3\4", 4) != 0 ||
        epub_zip_u16(b + 26) != 8 || memcmp(b + 30, "mimetype", 8) != 0)
        wrong = epub_zip_find(z, "mimetype")
                    ? "“mimetype” is not the first file"
                    : "there is no file “mimetype”";
    else if (epub_zip_u16(b + 28))
        wrong = "“mimetype” has an extra field";
    else if (epub_zip_u16(b + 8))
        wrong = "“mimetype” is compressed";
    else if (epub_zip_u32(b + 22) != n || memcmp(b + 38, mimetype, n) != 0)
        wrong = "“mimetype” is not exactly “application/epub+zip”";
    if (wrong)
        epub_say(e, EPUB_MIMETYPE, NULL, 0, 0, "%s", wrong);
}

/* What the local header says otherwise than the directory; or NULL. */
static const char *
local_difference(const struct epub_zip *z, const struct epub_entry *entry)
{
    const char *local = z->bytes + entry->header;
    size_t n = strlen(entry->name);
    if (!entry->data)
        return "its local header is not where the directory says";
    if (entry->overlaps)
        return "its bytes are also another file's";
    if (!entry->bad_name && (epub_zip_u16(local + 26) != n ||
                             memcmp(local + 30, entry->name, n) != 0))
        return "the two give it different names";
    if (epub_zip_u16(local + 8) != entry->method)
        return "the two name different methods";
    if ((epub_zip_u16(local + 6) & ~(uint32_t)UTF8_FLAG) !=
        (entry->flags & ~(uint32_t)UTF8_FLAG))
        return "the two have different flags";
    if (entry->flags & DESCRIPTOR_FLAG)
        return NULL;
    if (epub_zip_u32(local + 14) != entry->crc)
        return "the two have different checksums";
    if ((epub_zip_u32(local + 18) != entry->packed &&
         epub_zip_u32(local + 18) != UINT32_MAX) ||
        (epub_zip_u32(local + 22) != entry->size &&
         epub_zip_u32(local + 22) != UINT32_MAX))
        return "the two say different sizes";
    return NULL;
}

static bool
is_document(const struct epub_check *e, const char *path)
{
    static const char *const types[] = {"application/xhtml+xml", "text/css",
                                        "image/svg+xml",
                                        "application/x-dtbncx+xml"};
    const struct epub_item *item = map_get(e->book.by_path, path);
    for (size_t i = 0; item && i < sizeof types / sizeof *types; i++)
        if (strcmp(item->media_type, types[i]) == 0)
            return true;
    return false;
}

/* Whether the file's bytes are sound; documents are seen when they are read. */
static void
check_bytes(struct epub_check *e, const struct epub_entry *entry)
{
    struct buf bytes;
    buf_init(&bytes, ENTRY_LIMIT);
    enum epub_reading status = epub_zip_read(&e->book.zip, entry, &bytes);
    buf_free(&bytes);
    if (status == EPUB_READ_DAMAGED || status == EPUB_READ_CHECKSUM)
        epub_say(e, EPUB_ZIP_DAMAGED, entry->name, 0, 0,
                 status == EPUB_READ_DAMAGED ? "the file can't be unpacked"
                                             : "its checksum is another's");
    if (status == EPUB_READ_LARGE)
        epub_say(e, EPUB_LIMIT, entry->name, 0, 0,
                 "the file is too large to be checked");
}

static void
check_entry(struct epub_check *e, const struct epub_entry *entry)
{
    const char *difference = local_difference(&e->book.zip, entry);
    bool ascii = true;
    for (const char *p = entry->name; *p; p++)
        ascii &= (*p & 0x80) == 0;
    if (entry->bad_name || (!ascii && !(entry->flags & UTF8_FLAG)))
        epub_say(e, EPUB_ZIP_UTF8, entry->name, 0, 0,
                 entry->bad_name ? "the name is not UTF-8"
                                 : "the name is not flagged as UTF-8");
    if (entry->flags & 1)
        epub_say(e, EPUB_ZIP_ENCRYPTED, entry->name, 0, 0,
                 "the file is encrypted by zip's own means");
    else if (entry->method != 0 && entry->method != 8)
        epub_say(e, EPUB_ZIP_METHOD, entry->name, 0, 0,
                 "the file is packed by method %d", entry->method);
    else if (difference)
        epub_say(e, EPUB_ZIP_HEADERS, entry->name, 0, 0, "%s", difference);
    else if (!entry->is_dir && !is_document(e, entry->name))
        check_bytes(e, entry);
}

/* Characters that names may not have (EPUB 3.3, 4.2.3). */
static bool
is_forbidden(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
           (c < 0x80 && strchr("\"*:<>?\\|", (int)c)) ||
           (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFDD0 && c <= 0xFDEF) ||
           (c >= 0xFFF0 && c <= 0xFFFF) || c == 0xE0001 ||
           (c & 0xFFFE) == 0xFFFE || c >= 0xF0000;
}

static void
check_name(struct epub_check *e, const char *name)
{
    const char *end = name + strlen(name), *last = name;
    bool space = false;
    for (const char *p = name; p < end;) {
        uint32_t c = utf8_next(&p, end);
        space |= c == ' ';
        if (c == '/' || p == end) {
            if (p - last - (c == '/') > NAME_MOST)
                epub_say(e, EPUB_NAME_CHARACTER, name, 0, 0,
                         "the name is longer than %d bytes", NAME_MOST);
            last = p;
        }
        if (is_forbidden(c)) {
            epub_say(e, EPUB_NAME_CHARACTER, name, 0, 0,
                     "names may not have U+%04X", c);
            return;
        }
    }
    if (str_ends(name, ".") || strstr(name, "./"))
        epub_say(e, EPUB_NAME_CHARACTER, name, 0, 0,
                 "names may not end with a full stop");
    if (space || !str_is_nfc(name))
        epub_say(e, EPUB_NAME_PORTABLE, name, 0, 0,
                 space ? "the name has a space"
                       : "the name is not in composed form");
}

/* Names must differ after normalization and case folding. */
static void
check_twins(struct epub_check *e)
{
    struct map *seen = map_new(e->scratch);
    const struct epub_zip *z = &e->book.zip;
    for (size_t i = 0; i < z->count; i++) {
        const char *name = z->entries[i].name;
        const char *key = str_casefold(e->scratch, str_nfc(e->scratch, name));
        const char *first = map_get(seen, key);
        if (first)
            epub_say(e, EPUB_NAME_TWICE, name, 0, 0,
                     strcmp(first, name) == 0
                         ? "the container has the file “%s” twice"
                         : "the name is the same as “%s” where case is ignored",
                     first);
        else
            map_set(seen, key, (void *)(uintptr_t)name);
    }
}

void
epub_check_zip(struct epub_check *e)
{
    const struct epub_zip *z = &e->book.zip;
    if (z->directory_damaged)
        epub_say(e, EPUB_ZIP, NULL, 0, 0,
                 "the directory of the container is damaged");
    check_mimetype(e);
    for (size_t i = 0; i < z->count; i++) {
        check_entry(e, &z->entries[i]);
        check_name(e, z->entries[i].name);
    }
    check_twins(e);
    arena_reset(e->scratch);
}
