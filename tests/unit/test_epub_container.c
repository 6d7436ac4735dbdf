/* SPDX-License-Identifier: MIT */
/* The container, read back by another program's eyes: its first bytes, then
 * libzip and libxml2. */
#include "epub_book.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

static const char path[] = "book.epub";

/* Writes the book; the file's bytes in the book's arena. */
static const char *
write_book(struct doc_book *book, const struct epub_options *o, size_t *n)
{
    static const struct epub_options none = {0};
    struct diag *d = diag_new();
    struct file_out *out = file_out_open(path);
    assert_non_null(out);
    assert_true(epub_write(book, o ? o : &none, out, d));
    assert_int_equal(file_out_commit(out), 0);
    assert_int_equal(diag_count(d, DIAG_NOTE), 0);
    diag_free(d);
    struct buf b;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    assert_int_equal(file_read(path, &b), 0);
    const char *bytes = arena_strn(book->arena, b.at, b.n);
    *n = b.n;
    buf_free(&b);
    return bytes;
}

static struct doc_book *
small_book(void)
{
    struct doc_book *book = book_new();
    struct doc_node *a = add_article(book, book->root, "a", "A & B");
    add_text_in(book, a, DOC_PARAGRAPH, "text");
    add_article(book, book->root, "b", "B");
    return book;
}

static void
begins_with_the_mimetype(void **state)
{
    (void)state;
    struct doc_book *book = small_book();
    size_t n;
    const char *bytes = write_book(book, NULL, &n);
    /* OCF 3.3, clause 4.2.2: local header of 30 bytes, no extra field. */
    assert_memory_equal(bytes, "PK\3\4", 4);
    assert_memory_equal(bytes + 8, "\0\0", 2);
    assert_memory_equal(bytes + 26, "\x08\0\0\0", 4);
    assert_memory_equal(bytes + 30, "mimetypeapplication/epub+zip", 28);
    doc_free(book);
}

static void
sorts_and_dates_entries(void **state)
{
    (void)state;
    struct doc_book *book = small_book();
    book->modified = 0; /* before zip's first day */
    size_t n;
    write_book(book, NULL, &n);
    zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    assert_non_null(zip);
    const char *last = "";
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        zip_stat_t st;
        assert_int_equal(zip_stat_index(zip, (zip_uint64_t)i, 0, &st), 0);
        if (i > 1)
            assert_true(strcmp(last, st.name) < 0);
        assert_int_equal(
            zip_file_extra_fields_count(zip, (zip_uint64_t)i, ZIP_FL_LOCAL), 0);
        last = st.name;
    }
    zip_discard(zip);
    const char *bytes = write_book(book, NULL, &n);
    assert_memory_equal(bytes + 10, "\0\0\x21\0", 4);
    doc_free(book);
}

static void
writes_the_same_bytes_again(void **state)
{
    (void)state;
    size_t n, m;
    struct doc_book *one = small_book(), *two = small_book();
    const char *first = write_book(one, NULL, &n);
    setenv("TZ", "Asia/Tokyo", 1);
    const char *second = write_book(two, NULL, &m);
    unsetenv("TZ");
    assert_int_equal(n, m);
    assert_memory_equal(first, second, n);
    doc_free(one);
    doc_free(two);
}

/* The bytes of an entry, which ends in a NUL, and its checksum is right. */
static char *
read_entry(struct arena *a, zip_t *zip, zip_uint64_t i, size_t *n)
{
    zip_stat_t st;
    assert_int_equal(zip_stat_index(zip, i, 0, &st), 0);
    char *bytes = arena_alloc(a, st.size + 1);
    zip_file_t *file = zip_fopen_index(zip, i, 0);
    assert_non_null(file);
    assert_int_equal(zip_fread(file, bytes, st.size), st.size);
    char end;
    assert_int_equal(zip_fread(file, &end, 1), 0);
    assert_int_equal(zip_fclose(file), 0);
    *n = st.size;
    return bytes;
}

static void
holds_well_formed_xml(void **state)
{
    (void)state;
    struct doc_book *book = small_book();
    size_t n, parsed = 0;
    write_book(book, &(struct epub_options){.css = "p { margin: 0 }"}, &n);
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
        char *bytes = read_entry(book->arena, zip, (zip_uint64_t)i, &n);
        if (str_eq(name, "EPUB/style.css"))
            assert_string_equal(bytes, "p { margin: 0 }\n");
        if (str_ends(name, ".css") || str_eq(name, "mimetype"))
            continue;
        xmlDocPtr xml = xmlReadMemory(bytes, (int)n, name, NULL, 0);
        if (!xml)
            fail_msg("%s is not well-formed:\n%s", name, bytes);
        xmlFreeDoc(xml);
        parsed++;
    }
    assert_int_equal(parsed, 6);
    zip_discard(zip);
    doc_free(book);
}

static void
stores_images_as_they_are(void **state)
{
    (void)state;
    enum { BYTES = 300000 };
    struct doc_book *book = small_book();
    char *pixels = arena_alloc(book->arena, BYTES);
    for (size_t i = 0; i < BYTES; i++)
        pixels[i] = (char)(i * 2654435761u >> 13);
    struct doc_asset shown = {
        .kind = DOC_PNG, .name = "x.PNG", .bytes = pixels, .n = BYTES};
    struct doc_asset unused = shown;
    unused.name = "y.png";
    *vec_add(book->arena, &book->assets) = &unused;
    *vec_add(book->arena, &book->assets) = &shown;
    struct doc_node *p = doc_add(book, book->root->first, DOC_PARAGRAPH, NULL);
    doc_add(book, p, DOC_IMAGE, NULL)->image->asset = &shown;
    size_t n;
    write_book(book, NULL, &n);
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    zip_int64_t at = zip_name_locate(zip, "EPUB/images/x.png", 0);
    assert_true(at >= 0);
    assert_true(zip_name_locate(zip, "EPUB/images/y.png", 0) < 0);
    char *bytes = read_entry(book->arena, zip, (zip_uint64_t)at, &n);
    assert_int_equal(n, BYTES);
    assert_memory_equal(bytes, pixels, n);
    zip_discard(zip);
    doc_free(book);
}

static void
embeds_fonts(void **state)
{
    (void)state;
    static const char font[] = "OTTO not really";
    static const char file[] = "Test Font.otf";
    assert_int_equal(file_write(file, font, sizeof font - 1), 0);
    struct epub_font face = {file, "My \"Font\"", 700, true};
    struct epub_options o = {.fonts = &face, .font_count = 1};
    struct doc_book *book = small_book();
    size_t n;
    write_book(book, &o, &n);
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    zip_int64_t at = zip_name_locate(zip, "EPUB/style.css", 0);
    assert_true(at >= 0);
    assert_string_equal(read_entry(book->arena, zip, (zip_uint64_t)at, &n),
                        "@font-face {\n"
                        "  font-family: \"My \\\"Font\\\"\";\n"
                        "  font-weight: 700;\n"
                        "  font-style: italic;\n"
                        "  src: url(\"fonts/test-font.otf\");\n"
                        "}\n");
    at = zip_name_locate(zip, "EPUB/fonts/test-font.otf", 0);
    assert_string_equal(read_entry(book->arena, zip, (zip_uint64_t)at, &n),
                        font);
    at = zip_name_locate(zip, "EPUB/package.opf", 0);
    assert_has(read_entry(book->arena, zip, (zip_uint64_t)at, &n),
               "href=\"fonts/test-font.otf\" media-type=\"font/otf\"");
    zip_discard(zip);
    doc_free(book);
    unlink(file);
}

static void
says_which_font_it_can_not_embed(void **state)
{
    (void)state;
    struct epub_font face = {"no-such.otf", "F", 400, false};
    struct epub_options o = {.fonts = &face, .font_count = 1};
    struct doc_book *book = small_book();
    struct diag *d = diag_new();
    struct file_out *out = file_out_null();
    assert_false(epub_write(book, &o, out, d));
    file_out_abort(out);
    assert_int_equal(diag_count(d, DIAG_ERROR), 1);
    assert_string_equal(diag_message_at(d, 0)->at.file, face.path);
    diag_free(d);
    doc_free(book);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_with_the_mimetype),
        cmocka_unit_test(sorts_and_dates_entries),
        cmocka_unit_test(writes_the_same_bytes_again),
        cmocka_unit_test(holds_well_formed_xml),
        cmocka_unit_test(stores_images_as_they_are),
        cmocka_unit_test(embeds_fonts),
        cmocka_unit_test(says_which_font_it_can_not_embed),
    };
    char dir[] = "/tmp/fascicle-test-XXXXXX";
    if (!mkdtemp(dir) || chdir(dir) != 0)
        return 1;
    int failed = RUN_TESTS(tests);
    unlink(path);
    rmdir(dir);
    return failed;
}
