/* SPDX-License-Identifier: MIT */
/* Which check a file gets. */
#include <errno.h>
#include <string.h>

#include "verify/verify_int.h"

/* How far into a file a PDF's header may stand for readers to find it. */
enum { PDF_HEADER_WITHIN = 1024 };

static enum verify_kind
kind_of(const struct verify_file *f)
{
    size_t head = f->n < PDF_HEADER_WITHIN ? f->n : PDF_HEADER_WITHIN;
    if (f->n >= 2 && memcmp(f->bytes, "PK", 2) == 0)
        return VERIFY_EPUB;
    return memmem(f->bytes, head, "%PDF-", 5) ? VERIFY_PDF : VERIFY_UNKNOWN;
}

static void
check_file(struct verify_file *f, enum verify_kind kind)
{
    if (kind == VERIFY_EPUB) {
        verify_epub(f);
    } else if (kind == VERIFY_PDF) {
        verify_pdf(f);
    } else {
        diag_at(f->diag, (struct place){.file = f->name}, DIAG_VERIFY_FORMAT,
                "the file is neither an EPUB nor a PDF");
        diag_hint(f->diag, "an EPUB begins with “PK”, a PDF with “%%PDF-”");
    }
}

static struct verify_result
verify(const char *path, const char *name, bool unclaimed, struct diag *diag)
{
    struct verify_result result = {.kind = VERIFY_UNKNOWN};
    size_t errors = diag_count(diag, DIAG_ERROR);
    size_t warnings = diag_count(diag, DIAG_WARNING) - errors;
    struct buf bytes;
    buf_init(&bytes, BUF_LIMIT_OUTPUT);
    int error = file_read(path, &bytes);
    if (error) {
        diag_at(diag, (struct place){.file = name}, DIAG_FILE_UNREADABLE,
                "the file can't be read: %s", strerror(error));
    } else {
        struct verify_file f = {.arena = arena_new(),
                                .diag = diag,
                                .path = path,
                                .name = name,
                                .bytes = bytes.at,
                                .n = bytes.n,
                                .unclaimed = unclaimed};
        result.kind = kind_of(&f);
        check_file(&f, result.kind);
        result.claims = f.claims;
        arena_free(f.arena);
    }
    buf_free(&bytes);
    result.errors = diag_count(diag, DIAG_ERROR) - errors;
    result.warnings = diag_count(diag, DIAG_WARNING) -
                      diag_count(diag, DIAG_ERROR) - warnings;
    return result;
}

struct verify_result
verify_file(const char *path, const char *name, struct diag *diag)
{
    return verify(path, name, false, diag);
}

struct verify_result
verify_unclaimed(const char *path, const char *name, struct diag *diag)
{
    return verify(path, name, true, diag);
}
