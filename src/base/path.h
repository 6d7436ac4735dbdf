/* SPDX-License-Identifier: MIT */
/* Paths as text: nothing here asks the file system. Part of base/base.h. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

struct arena;

/* `dir`/`name`; the name alone where it is absolute or the folder is "." or
 * empty. */
char *path_join(struct arena *a, const char *dir, const char *name);

/* The folder part ("." without any), the name, the name without its last
 * extension, and that extension in lower case without the dot. */
char *path_dir(struct arena *a, const char *path);
const char *path_base(const char *path);
char *path_stem(struct arena *a, const char *path);
char *path_ext(struct arena *a, const char *path);

/* The path without ".", ".." and doubled slashes; NULL where ".." leads above
 * its start. */
char *path_clean(struct arena *a, const char *path);

/* The path of the file `to` seen from the folder `from`, both clean and
 * relative to one root. */
char *path_relative(struct arena *a, const char *from, const char *to);

#endif
