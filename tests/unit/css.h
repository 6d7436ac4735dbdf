/* SPDX-License-Identifier: MIT */
/* Stylesheets from text, for the tests of style/. */
#ifndef CSS_TEST_H
#define CSS_TEST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "style/style_int.h"

struct css_test {
    char dir[32];
    struct arena *arena;
    struct diag *diag;
    struct doc_book *book;
    struct style_sheet *sheet;
};

static inline int
css_setup(void **state)
{
    struct css_test *t = test_calloc(1, sizeof *t);
    strcpy(t->dir, "/tmp/css-XXXXXX");
    assert_non_null(mkdtemp(t->dir));
    t->arena = arena_new();
    t->diag = diag_new();
    t->book = doc_new();
    *state = t;
    return 0;
}

static inline int
css_teardown(void **state)
{
    struct css_test *t = *state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", t->dir);
    assert_int_equal(system(command), 0);
    style_free(t->sheet);
    doc_free(t->book);
    diag_free(t->diag);
    arena_free(t->arena);
    test_free(t);
    return 0;
}

static inline void
css_write(struct css_test *t, const char *name, const char *text)
{
    char *path = path_join(t->arena, t->dir, name);
    assert_int_equal(file_make_dirs(path_dir(t->arena, path)), 0);
    assert_int_equal(file_write(path, text, strlen(text)), 0);
}

/* The sheet of base.css (may be NULL: empty) and style.css with these texts;
 * messages name them so. */
static inline struct style_sheet *
css_sheet(struct css_test *t, const char *base, const char *text)
{
    css_write(t, "base.css", base ? base : "");
    css_write(t, "style.css", text);
    struct style_source sources[] = {
        {path_join(t->arena, t->dir, "base.css"), "base.css"},
        {path_join(t->arena, t->dir, "style.css"), "style.css"}};
    style_free(t->sheet);
    diag_free(t->diag);
    t->diag = diag_new();
    t->sheet = style_read(sources, 2, t->diag);
    assert_non_null(t->sheet);
    return t->sheet;
}

/* All messages as "line:col id\n". */
static inline char *
css_messages(struct css_test *t)
{
    char *all = arena_str(t->arena, "");
    diag_sort(t->diag);
    size_t n = diag_count(t->diag, DIAG_NOTE);
    for (size_t i = 0; i < n; i++) {
        const struct diag_message *m = diag_message_at(t->diag, i);
        all = arena_printf(t->arena, "%s%u:%u %s\n", all, m->at.line, m->at.col,
                           diag_id_name(m->id));
    }
    return all;
}

/* The style of a node under its parents'. */
static inline const struct style *
css_style(struct css_test *t, const struct doc_node *node)
{
    const struct doc_node *path[64];
    size_t n = 0;
    const struct style *style = NULL;
    for (; node; node = node->parent)
        path[n++] = node;
    while (n)
        style = style_of(t->sheet, path[--n], style);
    return style;
}

/* The style of a paragraph in an article under one rule `p { … }`. */
static inline const struct style *
css_of(struct css_test *t, const char *declarations)
{
    css_sheet(t, NULL, arena_printf(t->arena, "p { %s }", declarations));
    struct doc_node *article = doc_add(t->book, t->book->root, DOC_ARTICLE, 0);
    return css_style(t, doc_add(t->book, article, DOC_PARAGRAPH, NULL));
}

#define CSS_TEST(f) cmocka_unit_test_setup_teardown(f, css_setup, css_teardown)

#endif
