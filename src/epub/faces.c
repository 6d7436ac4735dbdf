/* SPDX-License-Identifier: MIT */
/* The stylesheet and the fonts that it names. */
#include "epub/epub_int.h"

#include <string.h>

static const struct font_format {
    const char *magic, *ext, *media_type;
} formats[] = {
    {"OTTO", "otf", "font/otf"},     {"\0\1\0\0", "ttf", "font/ttf"},
    {"true", "ttf", "font/ttf"},     {"wOFF", "woff", "font/woff"},
    {"wOF2", "woff2", "font/woff2"},
};

static const struct font_format *
format_of(const struct buf *bytes)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (bytes->n > 4 && memcmp(bytes->at, formats[i].magic, 4) == 0)
            return &formats[i];
    return NULL;
}

bool
epub_add_fonts(struct epub *e, struct epub_zip *zip, struct diag *d)
{
    bool fine = true;
    struct buf bytes;
    buf_init(&bytes, BUF_LIMIT_OUTPUT);
    for (size_t i = 0; i < e->options->font_count; i++) {
        const struct epub_font *font = &e->options->fonts[i];
        buf_clear(&bytes);
        int error = file_read(font->path, &bytes);
        const struct font_format *format = error ? NULL : format_of(&bytes);
        if (!format) {
            diag_at(d, (struct place){font->path, 0, 0}, DIAG_FILE_UNREADABLE,
                    "the font can't be embedded: %s",
                    error ? strerror(error) : "it is in no format for EPUB");
            fine = false;
            continue;
        }
        struct epub_face *face = vec_add(e->arena, &e->faces);
        face->font = font;
        face->media_type = format->media_type;
        face->name = epub_name(e, "fonts/", path_stem(e->arena, font->path),
                               "font", format->ext);
        epub_zip_deflate(zip, arena_printf(e->arena, "EPUB/%s", face->name),
                         bytes.at, bytes.n);
    }
    buf_free(&bytes);
    return fine;
}

bool
epub_has_css(const struct epub *e)
{
    return (e->options->css && !str_blank(e->options->css)) || e->faces.n;
}

/* A CSS string (CSS Syntax 3, clause 4.3.5). */
static void
add_string(struct buf *out, const char *s)
{
    buf_char(out, '"');
    for (; *s; s++)
        if (*s == '"' || *s == '\\')
            buf_printf(out, "\\%c", *s);
        else if ((unsigned char)*s < 0x20)
            buf_printf(out, "\\%x ", *s);
        else
            buf_char(out, *s);
    buf_char(out, '"');
}

void
epub_write_css(const struct epub *e, struct buf *out)
{
    buf_str(out, e->options->css);
    if (out->n && out->at[out->n - 1] != '\n')
        buf_char(out, '\n');
    for (size_t i = 0; i < e->faces.n; i++) {
        const struct epub_face *face = &e->faces.at[i];
        buf_str(out, "@font-face {\n  font-family: ");
        add_string(out, face->font->family);
        buf_printf(out,
                   ";\n  font-weight: %d;\n  font-style: %s;\n"
                   "  src: url(\"%s\");\n}\n",
                   face->font->weight, face->font->italic ? "italic" : "normal",
                   face->name);
    }
}
