/* SPDX-License-Identifier: MIT */
/* Files and folders. Part of base/base.h. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* Reads a whole regular file onto an empty buffer. 0, or an errno: EFBIG when
 * it has more bytes than the buffer's limit. */
int file_read(const char *path, struct buf *out);

bool file_exists(const char *path);
bool file_is_dir(const char *path);

/* Makes the folder and those above it. 0, or an errno. */
int file_make_dirs(const char *path);

/* The path with symbolic links resolved, or NULL where nothing is there. */
char *file_real_path(struct arena *a, const char *path);

struct file_list {
    const char **at;
    size_t n;
};

/* The files that a pattern (`*`, `?`, `[]` within a name; `**` for folders at
 * any depth) matches below `root`, relative to it, sorted by bytes. Hidden
 * files match only a pattern that names their dot. */
struct file_list file_glob(struct arena *a, const char *root,
                           const char *pattern);

/* A file that appears under its name only when it is complete: written under
 * a temporary name in the same folder, then renamed. */
struct file_out;

/* NULL, and errno, when the temporary file can't be made. */
struct file_out *file_out_open(const char *path);
void file_out_write(struct file_out *f, const void *bytes, size_t n);

/* Bytes written so far. */
size_t file_out_offset(const struct file_out *f);

/* The name under which it appears: another than it was opened with, in the same
 * folder. */
void file_out_name(struct file_out *f, const char *path);

/* Hands what was written to the file system: 0, or the errno of the first write
 * that failed. A commit then only renames; until then the file takes little
 * memory and no descriptor. */
int file_out_close(struct file_out *f);

/* Where what was written stands until the commit; NULL of a file that takes
 * nothing. */
const char *file_out_temporary(const struct file_out *f);

/* Renames into place and frees `f`: 0, or the errno of the first write that
 * failed, with the temporary file removed and the older file untouched. */
int file_out_commit(struct file_out *f);
void file_out_abort(struct file_out *f);

/* The path that a temporary file would appear under; NULL where the path's form
 * is none of theirs. */
char *file_out_whole(struct arena *a, const char *path);

/* Takes bytes and forgets them: for runs that write nothing. */
struct file_out *file_out_null(void);

/* All of the above in one call. 0, or an errno. */
int file_write(const char *path, const void *bytes, size_t n);

#endif
