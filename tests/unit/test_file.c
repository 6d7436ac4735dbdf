/* SPDX-License-Identifier: MIT */
/* Files: reading, writing whole or not at all, finding by pattern. */
#include "unit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *a;
static const char *dir;

static int
setup(void **state)
{
    (void)state;
    a = arena_new();
    const char *base = getenv("TMPDIR");
    char *made = arena_printf(a, "%s/fascicle-unit.XXXXXX",
                              base && *base ? base : "/tmp");
    dir = mkdtemp(made);
    return dir ? 0 : -1;
}

static int
teardown(void **state)
{
    (void)state;
    char *command = arena_printf(a, "rm -rf '%s'", dir);
    int status = system(command);
    arena_free(a);
    return status;
}

static const char *
in_dir(const char *name)
{
    return path_join(a, dir, name);
}

static void
make_file(const char *name, const char *text)
{
    assert_int_equal(file_make_dirs(path_dir(a, in_dir(name))), 0);
    assert_int_equal(file_write(in_dir(name), text, strlen(text)), 0);
}

static void
assert_holds(const char *name, const char *text)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    assert_int_equal(file_read(in_dir(name), &b), 0);
    assert_string_equal(b.at, text);
    buf_free(&b);
}

static void
reads_what_was_written(void **state)
{
    (void)state;
    make_file("plain", "text\n");
    assert_holds("plain", "text\n");
    make_file("empty", "");
    assert_holds("empty", "");
    assert_true(file_exists(in_dir("plain")));
    assert_false(file_exists(in_dir("none")));
    assert_false(file_is_dir(in_dir("plain")));
    assert_true(file_is_dir(dir));
}

static void
says_why_it_can_not_read(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, 4);
    assert_int_equal(file_read(in_dir("none"), &b), ENOENT);
    assert_int_equal(file_read(dir, &b), EISDIR);
    assert_int_equal(file_read("/dev/null", &b), EINVAL);
    make_file("five", "12345");
    assert_int_equal(file_read(in_dir("five"), &b), EFBIG);
    /* A pipe that nobody writes to must not be waited for. */
    assert_int_equal(mkfifo(in_dir("pipe"), 0600), 0);
    assert_int_equal(file_read(in_dir("pipe"), &b), EINVAL);
    buf_free(&b);
}

static void
makes_folders(void **state)
{
    (void)state;
    assert_int_equal(file_make_dirs(in_dir("x/y/z")), 0);
    assert_int_equal(file_make_dirs(in_dir("x/y/z")), 0);
    assert_true(file_is_dir(in_dir("x/y/z")));
    make_file("file", "");
    assert_int_equal(file_make_dirs(in_dir("file")), ENOTDIR);
    assert_int_equal(file_make_dirs(in_dir("file/below")), ENOTDIR);
    assert_int_equal(file_make_dirs("."), 0);
}

/* How many entries the folder has, and so whether any temporary is left. */
static size_t
entries(const char *name)
{
    return file_glob(a, in_dir(name), "*").n +
           file_glob(a, in_dir(name), ".*").n;
}

static void
an_aborted_file_leaves_the_older_one(void **state)
{
    (void)state;
    make_file("abort/out", "old");
    struct file_out *f = file_out_open(in_dir("abort/out"));
    assert_non_null(f);
    file_out_write(f, "new", 3);
    assert_holds("abort/out", "old");
    file_out_abort(f);
    assert_holds("abort/out", "old");
    assert_int_equal(entries("abort"), 1);
}

static void
a_committed_file_replaces_the_older_one(void **state)
{
    (void)state;
    enum { MANY = 200000 };
    make_file("commit/out", "old");
    struct file_out *f = file_out_open(in_dir("commit/out"));
    assert_non_null(f);
    for (size_t i = 0; i < MANY; i++)
        file_out_write(f, &"0123456789"[i % 10], 1);
    assert_int_equal(file_out_offset(f), MANY);
    static char large[300000];
    memset(large, 'x', sizeof large);
    file_out_write(f, large, sizeof large);
    assert_holds("commit/out", "old");
    assert_int_equal(file_out_commit(f), 0);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    assert_int_equal(file_read(in_dir("commit/out"), &b), 0);
    assert_int_equal(b.n, MANY + sizeof large);
    assert_int_equal(b.at[MANY - 1], '9');
    assert_int_equal(b.at[MANY], 'x');
    buf_free(&b);
    assert_int_equal(entries("commit"), 1);
}

static void
a_failed_write_leaves_the_older_one(void **state)
{
    (void)state;
    /* What is renamed onto a folder fails at the very end. */
    assert_int_equal(file_make_dirs(in_dir("failed/out/below")), 0);
    assert_int_equal(file_write(in_dir("failed/out"), "new", 3), EISDIR);
    assert_true(file_is_dir(in_dir("failed/out/below")));
    assert_int_equal(entries("failed"), 0);
    assert_null(file_out_open(in_dir("none/out")));
    assert_int_equal(errno, ENOENT);
}

static void
a_write_that_stops_halfway_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(file_make_dirs(in_dir("full")), 0);
    make_file("full/out", "old");
    char *command = arena_printf(
        a, "ulimit -f 1; trap '' XFSZ; exec '%s' --write-large '%s'",
        program_invocation_name, in_dir("full/out"));
    int status = system(command);
    assert_int_equal(WEXITSTATUS(status), EFBIG);
    assert_holds("full/out", "old");
    assert_int_equal(entries("full"), 1);
}

static void
the_mode_follows_the_umask(void **state)
{
    (void)state;
    mode_t old = umask(027);
    make_file("mode", "");
    umask(old);
    struct stat st;
    assert_int_equal(stat(in_dir("mode"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
}

/* The matches, joined by spaces. */
static const char *
glob(const char *pattern)
{
    struct file_list found = file_glob(a, in_dir("g"), pattern);
    char *all = arena_str(a, "");
    for (size_t i = 0; i < found.n; i++)
        all = arena_printf(a, "%s%s%s", all, i ? " " : "", found.at[i]);
    return all;
}

static void
finds_files_by_pattern(void **state)
{
    (void)state;
    static const char *const names[] = {
        "b.md",     "a.md",          "c.txt",     ".hidden.md",
        "sub/d.md", "sub/deep/e.md", ".git/f.md", "x.md/inside"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        make_file(path_join(a, "g", names[i]), "");
    assert_string_equal(glob("*.md"), "a.md b.md");
    assert_string_equal(glob("?.md"), "a.md b.md");
    assert_string_equal(glob("[b-z].md"), "b.md");
    assert_string_equal(glob("sub/*.md"), "sub/d.md");
    assert_string_equal(glob("*/*.md"), "sub/d.md");
    assert_string_equal(glob("**/*.md"), "a.md b.md sub/d.md sub/deep/e.md");
    assert_string_equal(glob("sub/**/*.md"), "sub/d.md sub/deep/e.md");
    assert_string_equal(glob("**/**/*.md"), "a.md b.md sub/d.md sub/deep/e.md");
    assert_string_equal(glob(".*.md"), ".hidden.md");
    assert_string_equal(glob("a.md"), "a.md");
    assert_string_equal(glob("./a.md"), "a.md");
    assert_string_equal(glob("./sub/./d.md"), "sub/d.md");
    assert_string_equal(glob("none/*.md"), "");
    assert_string_equal(glob("/a.md"), "");
    assert_string_equal(glob("sub/../a.md"), "");
    assert_string_equal(glob("x.md"), "");
}

static void
a_loop_of_links_ends(void **state)
{
    (void)state;
    make_file("loop/in/a.md", "");
    assert_int_equal(symlink(".", in_dir("loop/in/one")), 0);
    assert_int_equal(symlink("..", in_dir("loop/in/two")), 0);
    struct file_list found = file_glob(a, in_dir("loop"), "**/*.md");
    assert_int_equal(found.n, 1);
    assert_string_equal(found.at[0], "in/a.md");
}

static void
resolves_links(void **state)
{
    (void)state;
    make_file("real/a", "");
    assert_int_equal(symlink("real", in_dir("link")), 0);
    assert_string_equal(file_real_path(a, in_dir("link/a")),
                        file_real_path(a, in_dir("real/a")));
    assert_null(file_real_path(a, in_dir("link/none")));
}

/* The program again, in a shell that limits the size of files. */
static int
write_large(const char *path)
{
    static char large[1 << 20];
    return file_write(path, large, sizeof large);
}

int
main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--write-large") == 0)
        return write_large(argv[2]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_was_written),
        cmocka_unit_test(says_why_it_can_not_read),
        cmocka_unit_test(makes_folders),
        cmocka_unit_test(an_aborted_file_leaves_the_older_one),
        cmocka_unit_test(a_committed_file_replaces_the_older_one),
        cmocka_unit_test(a_failed_write_leaves_the_older_one),
        cmocka_unit_test(a_write_that_stops_halfway_is_an_error),
        cmocka_unit_test(the_mode_follows_the_umask),
        cmocka_unit_test(finds_files_by_pattern),
        cmocka_unit_test(a_loop_of_links_ends),
        cmocka_unit_test(resolves_links),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, setup, teardown);
}
