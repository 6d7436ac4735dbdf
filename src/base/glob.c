/* SPDX-License-Identifier: MIT */
/* Files that match a pattern, in an order that the host does not decide. */
#include <dirent.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/path.h"
#include "base/str.h"
#include "base/vec.h"

enum { DEEPEST = 32 };

struct walk {
    struct arena *arena;
    const char *root;
    VEC(const char *) found;
};

static int
compare_strings(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int
not_dots(const struct dirent *e)
{
    return strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
}

static bool
is_link(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

static void match_below(struct walk *w, const char *dir, const char *pattern,
                        int depth);

/* One name of a folder against the pattern's first part; `rest` is behind
 * the slash, or NULL for the last part. */
static void
match_name(struct walk *w, const char *dir, const char *name, const char *part,
           const char *rest, int depth)
{
    char *path = path_join(w->arena, dir, name);
    char *full = path_join(w->arena, w->root, path);
    bool folder = file_is_dir(full);
    if (str_eq(part, "**")) {
        /* A link could lead back up: `**` follows none. */
        if (folder && name[0] != '.' && !is_link(full))
            match_below(w, path,
                        rest ? arena_printf(w->arena, "**/%s", rest) : "**",
                        depth + 1);
        return;
    }
    if (fnmatch(part, name, FNM_PERIOD) != 0)
        return;
    if (rest && folder)
        match_below(w, path, rest, depth + 1);
    else if (!rest && !folder)
        *vec_add(w->arena, &w->found) = path;
}

static void
match_below(struct walk *w, const char *dir, const char *pattern, int depth)
{
    const char *slash = strchr(pattern, '/');
    const char *rest = slash ? slash + 1 : NULL;
    char *part = slash
                     ? arena_strn(w->arena, pattern, (size_t)(slash - pattern))
                     : arena_str(w->arena, pattern);
    if (depth > DEEPEST)
        return;
    if (rest && (!*part || str_eq(part, "."))) {
        match_below(w, dir, rest, depth);
        return;
    }
    if (str_eq(part, "**"))
        match_below(w, dir, rest ? rest : "*", depth + 1);
    struct dirent **names;
    char *folder = path_join(w->arena, w->root, dir);
    int n = scandir(*folder ? folder : ".", &names, not_dots, NULL);
    for (int i = 0; i < n; i++) {
        match_name(w, dir, names[i]->d_name, part, rest, depth);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
}

struct file_list
file_glob(struct arena *a, const char *root, const char *pattern)
{
    struct walk w = {.arena = a, .root = root};
    if (pattern[0] != '/')
        match_below(&w, "", pattern, 0);
    if (w.found.n)
        qsort(w.found.at, w.found.n, sizeof *w.found.at, compare_strings);
    /* `**` beside `**` leads to a file by several ways. */
    size_t kept = 0;
    for (size_t i = 0; i < w.found.n; i++)
        if (!kept || strcmp(w.found.at[kept - 1], w.found.at[i]))
            w.found.at[kept++] = w.found.at[i];
    return (struct file_list){w.found.at, kept};
}
