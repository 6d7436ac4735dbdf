/* SPDX-License-Identifier: MIT */
/* Files and folders. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"

enum { READ_BLOCK = 64 * 1024, WRITE_BLOCK = 64 * 1024 };

static int
read_all(int fd, struct buf *out)
{
    char *block = mem_alloc(READ_BLOCK);
    ssize_t n;
    do {
        n = read(fd, block, READ_BLOCK);
        if (n > 0)
            buf_add(out, block, (size_t)n);
    } while ((n > 0 && !out->failed) || (n < 0 && errno == EINTR));
    int error = n < 0 ? errno : out->failed ? EFBIG : 0;
    mem_free(block);
    return error;
}

int
file_read(const char *path, struct buf *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errno;
    struct stat st;
    int error = fstat(fd, &st) < 0 ? errno : 0;
    if (!error && S_ISDIR(st.st_mode))
        error = EISDIR;
    else if (!error && !S_ISREG(st.st_mode))
        error = EINVAL;
    if (!error)
        error = read_all(fd, out);
    close(fd);
    return error;
}

bool
file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool
file_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int
file_make_dirs(const char *path)
{
    struct arena *a = arena_new();
    char *part = arena_str(a, path);
    int error = 0;
    for (char *p = part + 1; !error; p++) {
        char end = *p;
        if (end != '/' && end != '\0')
            continue;
        *p = '\0';
        if (mkdir(part, 0777) < 0 && errno != EEXIST)
            error = errno;
        *p = end;
        if (!end)
            break;
    }
    if (!error && !file_is_dir(path))
        error = ENOTDIR;
    arena_free(a);
    return error;
}

char *
file_real_path(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = arena_str(a, real);
    mem_free(real);
    return copy;
}

struct file_out {
    char *path, *temporary;
    int fd, error;
    size_t offset, held;
    char *block; /* NULL once the file is closed */
};

static void
flush(struct file_out *f)
{
    for (size_t done = 0; f->path && done < f->held && !f->error;) {
        ssize_t n = write(f->fd, f->block + done, f->held - done);
        if (n < 0 && errno != EINTR)
            f->error = errno;
        else if (n > 0)
            done += (size_t)n;
    }
    f->held = 0;
}

static char *
copy_string(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    char *copy = mem_alloc(n + m + 1);
    memcpy(copy, s, n);
    memcpy(copy + n, suffix, m + 1);
    return copy;
}

/* A new file beside `path`, with the permissions that the process gives to
 * files: asking for its mask would change it for other threads. -1 with
 * errno. */
static int
open_beside(const char *path, char **name)
{
    for (unsigned i = 0;; i++) {
        char suffix[40];
        snprintf(suffix, sizeof suffix, ".%ld-%u", (long)getpid(), i);
        *name = copy_string(path, suffix);
        int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0)
            return fd;
        int error = errno;
        mem_free(*name);
        errno = error;
        if (error != EEXIST || i == 999)
            return -1;
    }
}

char *
file_out_whole(struct arena *a, const char *path)
{
    static const char digits[] = "0123456789";
    const char *dot = strrchr(path, '.');
    size_t process = dot ? strspn(dot + 1, digits) : 0;
    const char *hyphen = process ? dot + 1 + process : "";
    size_t count = *hyphen == '-' ? strspn(hyphen + 1, digits) : 0;
    if (!count || hyphen[1 + count])
        return NULL;
    return arena_strn(a, path, (size_t)(dot - path));
}

struct file_out *
file_out_open(const char *path)
{
    char *temporary;
    int fd = open_beside(path, &temporary);
    if (fd < 0)
        return NULL;
    struct file_out *f = mem_alloc(sizeof *f);
    *f = (struct file_out){.path = copy_string(path, ""),
                           .temporary = temporary,
                           .fd = fd,
                           .block = mem_alloc(WRITE_BLOCK)};
    return f;
}

struct file_out *
file_out_null(void)
{
    struct file_out *f = mem_alloc(sizeof *f);
    *f = (struct file_out){.fd = -1};
    return f;
}

void
file_out_name(struct file_out *f, const char *path)
{
    if (!f->path)
        return;
    mem_free(f->path);
    f->path = copy_string(path, "");
}

void
file_out_write(struct file_out *f, const void *bytes, size_t n)
{
    f->offset += n;
    for (const char *from = bytes; n && f->block;) {
        size_t part = WRITE_BLOCK - f->held < n ? WRITE_BLOCK - f->held : n;
        memcpy(f->block + f->held, from, part);
        f->held += part;
        from += part;
        n -= part;
        if (f->held == WRITE_BLOCK)
            flush(f);
    }
}

size_t
file_out_offset(const struct file_out *f)
{
    return f->offset;
}

const char *
file_out_temporary(const struct file_out *f)
{
    return f->temporary;
}

static void
file_out_free(struct file_out *f)
{
    mem_free(f->path);
    mem_free(f->temporary);
    mem_free(f->block);
    mem_free(f);
}

int
file_out_close(struct file_out *f)
{
    flush(f);
    if (f->fd >= 0 && close(f->fd) < 0 && !f->error)
        f->error = errno;
    f->fd = -1;
    mem_free(f->block);
    f->block = NULL;
    return f->error;
}

int
file_out_commit(struct file_out *f)
{
    file_out_close(f);
    if (!f->path) {
        file_out_free(f);
        return 0;
    }
    if (!f->error && rename(f->temporary, f->path) < 0)
        f->error = errno;
    int error = f->error;
    if (error)
        unlink(f->temporary);
    file_out_free(f);
    return error;
}

void
file_out_abort(struct file_out *f)
{
    if (f->path) {
        if (f->fd >= 0)
            close(f->fd);
        unlink(f->temporary);
    }
    file_out_free(f);
}

int
file_write(const char *path, const void *bytes, size_t n)
{
    struct file_out *f = file_out_open(path);
    if (!f)
        return errno;
    file_out_write(f, bytes, n);
    return file_out_commit(f);
}
