/* SPDX-License-Identifier: MIT */
/* Images: from what an author wrote to a file, read once and shared. */
#include "read/read_int.h"

#include <errno.h>
#include <string.h>

enum { IMAGE_BYTES = 64 << 20 };

/* What became of a file. */
struct known {
    struct doc_asset *asset; /* NULL: there is a fault */
    struct read_fault fault;
};

struct read_images {
    const char *root;       /* the publication's folder, links resolved */
    struct map *by_path;    /* real path → struct known */
    struct map *by_content; /* digest → struct doc_asset */
    struct map *names;      /* of assets, which are in lower case */
};

struct read_images *
read_images_new(struct reader *r)
{
    struct arena *a = r->book->arena;
    struct read_images *images = ARENA_NEW(a, struct read_images);
    const char *dir = *r->manifest->dir ? r->manifest->dir : ".";
    images->root = file_real_path(a, dir);
    images->by_path = map_new(a);
    images->by_content = map_new(a);
    images->names = map_new(a);
    return images;
}

struct read_fault
read_size_fault(struct arena *a, size_t width, size_t height)
{
    if (!width || !height)
        return (struct read_fault){DIAG_IMAGE_DAMAGED, "the image has no size",
                                   NULL};
    if (width <= READ_IMAGE_SIDE && height <= READ_IMAGE_SIDE &&
        width * height <= READ_IMAGE_PIXELS)
        return (struct read_fault){0};
    return (struct read_fault){
        DIAG_LIMIT_REACHED,
        arena_printf(a, "%zu × %zu pixels are more than an image may have",
                     width, height),
        arena_printf(a, "at most %d a side and %d in all", READ_IMAGE_SIDE,
                     READ_IMAGE_PIXELS)};
}

/* The path in the publication where the image should be: the first that is
 * there, else the first that was tried. NULL: it is outside. */
static const char *
find_path(struct reader *r, const char *src, const char *dir)
{
    struct arena *a = r->scratch;
    const struct conf_strings *assets = &r->manifest->assets;
    if (src[0] != '/')
        return path_clean(a, path_join(a, dir, src));
    while (*src == '/')
        src++;
    const char *first = path_clean(a, src);
    for (size_t i = 0; first && i <= assets->n; i++) {
        const char *path = i ? path_join(a, assets->at[i - 1], first) : first;
        if (file_exists(path_join(a, r->manifest->dir, path)))
            return path;
    }
    return first;
}

/* A file name of ASCII, in lower case, that no other asset has. */
static const char *
make_name(struct reader *r, const char *path, enum doc_asset_kind kind)
{
    static const char *const extensions[] = {"jpg", "png", "svg"};
    struct arena *a = r->book->arena;
    const char *stem = str_slug(a, path_stem(a, path));
    const char *ext = extensions[kind];
    if (!*stem || strlen(stem) > 100)
        stem = "image";
    const char *name = arena_printf(a, "%s.%s", stem, ext);
    for (int i = 2; map_get(r->images->names, name); i++)
        name = arena_printf(a, "%s-%d.%s", stem, i, ext);
    return name;
}

static const char *
digest_of(struct arena *a, const void *bytes, size_t n)
{
    uint8_t digest[HASH_BYTES];
    char *text = arena_alloc(a, 2 * HASH_BYTES + 1);
    struct hash *h = hash_new();
    hash_add(h, bytes, n);
    hash_end(h, digest);
    for (size_t i = 0; i < HASH_BYTES; i++)
        for (size_t half = 0; half < 2; half++)
            text[2 * i + half] =
                "0123456789abcdef"[digest[i] >> (half ? 0 : 4) & 15];
    return text;
}

/* Formats that are known by name but not taken. */
static const struct {
    size_t offset;
    const char *bytes, *name;
} refused[] = {
    {0, "GIF8", "GIF"},       {8, "WEBP", "WebP"},
    {4, "ftypavif", "AVIF"},  {4, "ftypheic", "HEIC"},
    {4, "ftypmif1", "HEIF"},  {0, "BM", "BMP"},
    {0, "II*", "TIFF"},       {0, "MM", "TIFF"},
    {0, "%PDF", "PDF"},       {0, "\xFF\x0A", "JPEG XL"},
    {0, "8BPS", "Photoshop"}, {0, "%!PS", "PostScript"},
};

static struct read_fault
refuse(struct arena *a, const char *bytes, size_t n)
{
    const char *name = "this file is no image";
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        size_t length = strlen(refused[i].bytes);
        if (refused[i].offset + length <= n &&
            memcmp(bytes + refused[i].offset, refused[i].bytes, length) == 0) {
            name = arena_printf(a, "a %s image can't be used", refused[i].name);
            break;
        }
    }
    return (struct read_fault){DIAG_IMAGE_FORMAT, name,
                               "save it as JPEG, PNG or SVG"};
}

static bool
looks_like_svg(const char *bytes, size_t n)
{
    size_t head = n < 4096 ? n : 4096;
    while (n &&
           (str_is_space(*bytes) || (unsigned char)*bytes == 0xEF ||
            (unsigned char)*bytes == 0xBB || (unsigned char)*bytes == 0xBF))
        bytes++, n--, head -= head > 0;
    return n && *bytes == '<' &&
           (memmem(bytes, head, "<svg", 4) || memmem(bytes, head, ":svg", 4));
}

static struct read_fault
read_bytes(struct reader *r, struct doc_asset *asset, const char *bytes,
           size_t n)
{
    struct arena *a = r->book->arena;
    if (!n)
        return (struct read_fault){DIAG_IMAGE_DAMAGED, "the file is empty",
                                   NULL};
    if (n > 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        return read_jpeg(a, asset, bytes, n);
    if (n > 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0)
        return read_png(a, asset, bytes, n);
    if (looks_like_svg(bytes, n))
        return read_svg(r, asset, bytes, n);
    return refuse(a, bytes, n);
}

/* Reads a file that was not read before. */
static struct known *
load(struct reader *r, const char *real, const char *path)
{
    static const char *const types[] = {"image/jpeg", "image/png",
                                        "image/svg+xml"};
    struct arena *a = r->book->arena;
    struct known *known = ARENA_NEW(a, struct known);
    struct doc_asset *asset = ARENA_NEW(a, struct doc_asset);
    struct buf b;
    buf_init(&b, IMAGE_BYTES);
    int error = file_read(real, &b);
    asset->path = path_join(a, r->manifest->dir, path);
    if (error == EFBIG)
        known->fault = (struct read_fault){
            DIAG_FILE_TOO_LARGE,
            arena_printf(a, "the file has more than %d MB", IMAGE_BYTES >> 20),
            "save it smaller: paper shows no more than 300 dots an inch"};
    else if (error)
        known->fault = (struct read_fault){
            DIAG_FILE_UNREADABLE,
            arena_printf(a, "it can't be read: %s", strerror(error)), NULL};
    else
        known->fault = read_bytes(r, asset, b.at, b.n);
    buf_free(&b);
    if (known->fault.text)
        return known;
    asset->unique = digest_of(a, asset->bytes, asset->n);
    known->asset = map_get(r->images->by_content, asset->unique);
    if (known->asset)
        return known;
    asset->media_type = types[asset->kind];
    asset->name = make_name(r, path, asset->kind);
    map_set(r->images->names, asset->name, asset);
    map_set(r->images->by_content, asset->unique, asset);
    *vec_add(a, &r->book->assets) = asset;
    known->asset = asset;
    return known;
}

/* Names a file of the folder that the author may have meant. */
static void
report_missing(struct reader *r, const char *path, struct place at)
{
    struct arena *a = r->scratch;
    const char *dir = path_join(a, r->manifest->dir, path_dir(a, path));
    struct file_list files = file_glob(a, dir, "*");
    const char *near = str_nearest(path_base(path), files.at, files.n);
    diag_at(r->diag, at, DIAG_IMAGE_MISSING, "there is no image “%s”",
            path_join(a, r->manifest->dir, path));
    if (near)
        diag_hint(r->diag, "did you mean “%s”?", near);
    else if (!file_is_dir(dir))
        diag_hint(r->diag, "there is no folder “%s”", dir);
    else
        diag_hint(r->diag, "a path begins at the article's folder, or with / "
                           "at the publication's");
}

static bool
is_inside(const char *root, const char *real)
{
    size_t n = root ? strlen(root) : 0;
    return n && strncmp(root, real, n) == 0 &&
           (real[n] == '/' || root[n - 1] == '/');
}

static bool
report_remote(struct reader *r, const char *src, struct place at)
{
    size_t n = strspn(src, "abcdefghijklmnopqrstuvwxyz"
                           "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
    if (!str_starts(src, "//") && !(n > 1 && src[n] == ':'))
        return false;
    bool data = str_starts(src, "data:");
    if (data)
        diag_at(r->diag, at, DIAG_IMAGE_REMOTE, "an image inside an address");
    else
        diag_at(r->diag, at, DIAG_IMAGE_REMOTE,
                "“%s” is elsewhere: nothing is fetched", src);
    diag_hint(r->diag, "save it as a file beside the article");
    return true;
}

static void
tell_fault(struct reader *r, const struct known *known, const char *path,
           struct place at)
{
    diag_at(r->diag, at, known->fault.id, "“%s”: %s", path, known->fault.text);
    if (known->fault.hint)
        diag_hint(r->diag, "%s", known->fault.hint);
}

struct doc_asset *
read_asset(struct reader *r, const char *src, const char *dir, struct place at)
{
    struct arena *a = r->scratch;
    src = str_trim(a, src);
    if (report_remote(r, src, at))
        return NULL;
    const char *path = find_path(r, str_decode_url(a, src, strlen(src)), dir);
    const char *real =
        path ? file_real_path(a, path_join(a, r->manifest->dir, path)) : NULL;
    size_t query = strcspn(src, "?#");
    if (path && !real && src[query])
        return read_asset(r, arena_strn(a, src, query), dir, at);
    if (!path || (real && !is_inside(r->images->root, real))) {
        diag_at(r->diag, at, DIAG_FILE_OUTSIDE,
                "“%s” is outside the publication's folder", src);
        diag_hint(r->diag, "copy it into the folder");
        return NULL;
    }
    if (!real || !*src) {
        report_missing(r, path, at);
        return NULL;
    }
    struct known *known = map_get(r->images->by_path, real);
    if (!known) {
        real = arena_str(r->book->arena, real);
        known = load(r, real, path);
        map_set(r->images->by_path, real, known);
    }
    if (!known->asset)
        tell_fault(r, known, path, at);
    return known->asset;
}

struct doc_asset *
read_picture(struct arena *a, const char *path, const char *shown,
             struct place at, struct diag *d)
{
    struct doc_book book = {.arena = a};
    struct conf_manifest manifest = {.dir = ""};
    struct reader r = {.book = &book,
                       .manifest = &manifest,
                       .diag = d,
                       .scratch = arena_new()};
    r.images = read_images_new(&r);
    const struct known *known = load(&r, path, shown);
    if (!known->asset)
        tell_fault(&r, known, shown, at);
    arena_free(r.scratch);
    return known->asset;
}

void
read_image(struct reader *r, struct doc_image *image, const char *dir,
           bool featured, struct place at)
{
    image->asset = read_asset(r, image->src, dir, at);
    if (image->alt && !image->decorative && str_blank(image->alt))
        image->alt = NULL;
    if (image->decorative || image->alt)
        return;
    if (image->asset && image->asset->alt) {
        image->alt = image->asset->alt;
        return;
    }
    diag_at(r->diag, at, DIAG_IMAGE_NO_ALT, "the image has no description");
    diag_hint(r->diag,
              "say in its alt text what somebody would miss who "
              "can't see it; one that says nothing is marked %s",
              featured ? "“decorative: true”" : "{.decorative}");
}

void
read_tell_described(struct diag *d, struct place at)
{
    diag_at(d, at, DIAG_ALT_SUSPICIOUS,
            "the image is decorative, but has a description");
    diag_hint(d, "take one of the two out: nobody will be told what a "
                 "decorative image shows");
}

const char *
read_decorative(struct reader *r, bool decorative, const char *alt,
                struct place at)
{
    if (!decorative)
        return alt;
    if (alt && !str_blank(alt))
        read_tell_described(r->diag, at);
    return "";
}

struct doc_node *
read_add_image(struct tree *t, const char *src, const char *alt,
               const char *title, struct place at)
{
    struct reader *r = t->reader;
    struct arena *a = t->book->arena;
    if (!r->images) {
        if (alt)
            tree_text(t, alt, strlen(alt), at);
        return NULL;
    }
    struct doc_node *node = tree_atom(t, DOC_IMAGE, at);
    if (!node)
        return NULL;
    struct doc_image *image = node->image;
    image->src = read_clean_text(a, src, strlen(src));
    image->alt =
        alt ? str_fold_space(a, read_clean_text(a, alt, strlen(alt))) : NULL;
    if (title && !str_blank(title))
        image->title = read_clean_text(a, title, strlen(title));
    image->decorative = alt && !*alt;
    read_image(r, image, t->dir, false, at);
    return node;
}
