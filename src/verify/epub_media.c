/* SPDX-License-Identifier: MIT */
/* Pictures and fonts: whether they are what the manifest says (EPUB 3.3,
 * 3.2). */
#include <string.h>

#include "verify/epub_int.h"

#define MEDIA_LIMIT ((size_t)512 << 20)

/* How files of a type begin. */
static const struct {
    const char *type, *magic;
    size_t n, at;
    const char *extensions;
} forms[] = {
    {"image/png", "\x89PNG\r\n\x1a\n", 8, 0, "png"},
    {"image/jpeg", "\xFF\xD8", 2, 0, "jpg jpeg jpe jfif"},
    {"image/gif", "GIF8", 4, 0, "gif"},
    {"image/webp", "WEBP", 4, 8, "webp"},
};

enum { FORMS = sizeof forms / sizeof *forms };

static bool
is_form(const struct buf *b, int i)
{
    return b->n >= forms[i].at + forms[i].n &&
           memcmp(b->at + forms[i].at, forms[i].magic, forms[i].n) == 0;
}

static void
check_picture(struct epub_check *e, const struct epub_item *item, int said,
              const struct buf *b)
{
    const char *extension = path_ext(e->scratch, item->path);
    if (!is_form(b, said)) {
        for (int i = 0; i < FORMS; i++)
            if (is_form(b, i)) {
                epub_say(e, EPUB_MEDIA, item->path, 0, 0,
                         "the manifest says %s, but this is %s",
                         item->media_type, forms[i].type);
                return;
            }
        epub_say(e, EPUB_MEDIA, item->path, 0, 0, "this is no %s",
                 item->media_type);
    } else if (!str_has_word(forms[said].extensions, extension)) {
        epub_say(e, EPUB_EXTENSION, item->path, 0, 0,
                 "the name of a file of %s ends with “.%s”", item->media_type,
                 extension);
    }
}

void
epub_check_media(struct epub_check *e, struct epub_item *item)
{
    struct buf b;
    for (int i = 0; i < FORMS; i++) {
        if (strcmp(item->media_type, forms[i].type) != 0)
            continue;
        buf_init(&b, MEDIA_LIMIT);
        enum epub_reading status = epub_zip_read(&e->book.zip, item->entry, &b);
        if (status == EPUB_READ_OK || status == EPUB_READ_CHECKSUM)
            check_picture(e, item, i, &b);
        buf_free(&b);
    }
}
