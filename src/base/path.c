/* SPDX-License-Identifier: MIT */
/* Paths as text. */
#include "base/path.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

char *
path_join(struct arena *a, const char *dir, const char *name)
{
    if (!dir || !*dir || str_eq(dir, ".") || name[0] == '/')
        return arena_str(a, name);
    if (str_ends(dir, "/"))
        return arena_printf(a, "%s%s", dir, name);
    return arena_printf(a, "%s/%s", dir, name);
}

const char *
path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *
path_dir(struct arena *a, const char *path)
{
    const char *base = path_base(path);
    if (base == path)
        return arena_str(a, ".");
    size_t n = (size_t)(base - path);
    return arena_strn(a, path, n > 1 ? n - 1 : 1);
}

char *
path_stem(struct arena *a, const char *path)
{
    const char *base = path_base(path), *dot = strrchr(base, '.');
    if (!dot || dot == base)
        return arena_str(a, base);
    return arena_strn(a, base, (size_t)(dot - base));
}

char *
path_ext(struct arena *a, const char *path)
{
    const char *base = path_base(path), *dot = strrchr(base, '.');
    char *ext = arena_str(a, dot && dot != base ? dot + 1 : "");
    for (char *p = ext; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    return ext;
}

char *
path_clean(struct arena *a, const char *path)
{
    VEC(const char *) parts = {0};
    bool absolute = path[0] == '/';
    for (const char *p = path; *p;) {
        size_t n = strcspn(p, "/");
        char *part = arena_strn(a, p, n);
        p += n + (p[n] == '/');
        if (!n || str_eq(part, "."))
            continue;
        if (!str_eq(part, ".."))
            *vec_add(a, &parts) = part;
        else if (parts.n)
            parts.n--;
        else if (!absolute)
            return NULL;
    }
    char *clean = arena_alloc(a, strlen(path) + 2), *to = clean;
    if (absolute)
        *to++ = '/';
    for (size_t i = 0; i < parts.n; i++) {
        if (i)
            *to++ = '/';
        size_t n = strlen(parts.at[i]);
        memcpy(to, parts.at[i], n);
        to += n;
    }
    if (to == clean)
        *to++ = '.';
    *to = '\0';
    return clean;
}

char *
path_relative(struct arena *a, const char *from, const char *to)
{
    size_t common = 0;
    for (size_t i = 0; from[i] && from[i] == to[i]; i++)
        if (from[i] == '/')
            common = i + 1;
    size_t n = strlen(from);
    if (strncmp(from, to, n) == 0 && to[n] == '/')
        return arena_str(a, to + n + 1);
    char *relative = arena_str(a, "");
    if (!str_eq(from + common, ".") && from[common])
        relative = arena_str(a, "../");
    for (const char *p = from + common; *p; p++)
        if (*p == '/')
            relative = arena_printf(a, "../%s", relative);
    return arena_printf(a, "%s%s", relative, to + common);
}
