/* SPDX-License-Identifier: MIT */
/* An article beside its translation: what says the same is level, nothing is
 * lost, and nothing sticks out of its page. */
#include "layout.h"

enum { FOOT = 250 }; /* of the bench's pages, in pt */

static uint32_t
next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Two articles that are built alike, with words of their own lengths. */
struct pair {
    struct buf text[2];
    int words[2], headings, notes;
};

static void
add_words(struct pair *p, uint32_t *seed, int most)
{
    for (int side = 0; side < 2; side++) {
        int n = 1 + (int)(next_random(seed) % (unsigned)most);
        for (int i = 0; i < n; i++)
            buf_printf(&p->text[side], "%s%c%dx", i ? " " : "", 'a' + side,
                       p->words[side]++);
    }
}

static void
add_both(struct pair *p, const char *text)
{
    buf_str(&p->text[0], text);
    buf_str(&p->text[1], text);
}

static void
add_list(struct pair *p, uint32_t *seed)
{
    for (unsigned n = 1 + next_random(seed) % 4; n; n--) {
        add_both(p, "1. ");
        add_words(p, seed, 30);
        add_both(p, "\n");
    }
    add_both(p, "\n");
}

static void
add_table(struct pair *p, uint32_t *seed)
{
    add_both(p, "| o | o |\n|---|---|\n");
    for (unsigned n = 1 + next_random(seed) % 9; n; n--) {
        add_both(p, "| ");
        add_words(p, seed, 3);
        add_both(p, " | ");
        add_words(p, seed, 5);
        add_both(p, " |\n");
    }
    add_both(p, "\n");
}

static void
add_block(struct pair *p, uint32_t *seed)
{
    char line[32];
    unsigned kind = next_random(seed) % 10;
    if (kind == 0 || !p->headings) {
        snprintf(line, sizeof line, "## Head%d\n\n", ++p->headings);
        add_both(p, line);
    } else if (kind == 1) {
        add_list(p, seed);
    } else if (kind == 2) {
        add_table(p, seed);
    } else if (kind == 3) {
        add_both(p, "> ");
        add_words(p, seed, 20);
        add_both(p, "\n\n");
    } else {
        add_words(p, seed, 60);
        if (kind == 4) {
            snprintf(line, sizeof line, "[^%d]", ++p->notes);
            add_both(p, line);
        }
        add_both(p, "\n\n");
    }
}

static struct pair
make_pair(uint32_t seed)
{
    struct pair p = {0};
    for (int side = 0; side < 2; side++) {
        buf_init(&p.text[side], BUF_LIMIT_OUTPUT);
        buf_printf(&p.text[side], "---\ntitle: Title\nlang: %s\n---\n\n",
                   side ? "es" : "en");
    }
    for (unsigned n = 4 + next_random(&seed) % 30; n; n--)
        add_block(&p, &seed);
    for (int i = 1; i <= p.notes; i++) {
        char line[64];
        snprintf(line, sizeof line, "[^%d]: Note%d says\\\na few\\\nlines.\n\n",
                 i, i);
        add_both(&p, line);
    }
    return p;
}

static bool
is_of(const struct seen *s, const struct row *row, int side)
{
    const struct doc_node *article = s->book->root->first;
    while (article->kind != DOC_ARTICLE)
        article = article->next;
    return doc_above(row->node, DOC_ARTICLE) ==
           (side ? article->next : article);
}

/* The row of the side that is the heading, or NULL. */
static const struct row *
heading_row(const struct seen *s, int side, const char *text)
{
    for (size_t i = 0; i < s->rows.n; i++)
        if (s->rows.at[i].role == LAYOUT_CONTENT &&
            str_eq(s->rows.at[i].text, text) && is_of(s, &s->rows.at[i], side))
            return &s->rows.at[i];
    return NULL;
}

static void
assert_level(const struct seen *s, const struct pair *p, bool facing)
{
    for (int i = 1; i <= p->headings; i++) {
        char text[32];
        snprintf(text, sizeof text, "Head%d", i);
        const struct row *one = heading_row(s, 0, text),
                         *other = heading_row(s, 1, text);
        assert_non_null(one);
        assert_non_null(other);
        assert_int_equal(one->y, other->y);
        assert_int_equal(one->page + facing, other->page);
        assert_true(facing || other->x - one->x > PT(90));
    }
}

/* Every word of the side once. */
static void
assert_whole(const struct seen *s, const struct pair *p, int side)
{
    int *times = ARENA_ARRAY(s->a, int, (size_t)p->words[side] + 1);
    for (size_t i = 0; i < s->rows.n; i++) {
        if (s->rows.at[i].role != LAYOUT_CONTENT)
            continue;
        for (const char *at = s->rows.at[i].text; *at; at++) {
            int word, n = 0;
            if (*at == 'a' + side && sscanf(at + 1, "%dx%n", &word, &n) == 1 &&
                n)
                times[word]++;
        }
    }
    for (int i = 0; i < p->words[side]; i++)
        assert_int_equal(times[i], 1);
}

static void
assert_in_place(const struct seen *s, bool facing)
{
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct row *row = &s->rows.at[i];
        if (row->role != LAYOUT_CONTENT)
            continue;
        assert_true(row->y <= PT(FOOT));
        if (facing)
            assert_true(is_of(s, row, (int)(row->page % 2)));
        else
            assert_true(is_of(s, row, row->x > PT(150)));
    }
}

static void
random_pairs_are_level(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < 24; seed++) {
        struct pair p = make_pair(seed);
        const char *const articles[] = {p.text[0].at, p.text[1].at, NULL};
        bool facing = seed % 2;
        struct seen *s = lay_out_beside(
            "p { margin: 0 0 7pt } table { width: 100% }", articles,
            facing ? DOC_PARALLEL_PAGES : DOC_PARALLEL_COLUMNS);
        assert_level(s, &p, facing);
        assert_whole(s, &p, 0);
        assert_whole(s, &p, 1);
        assert_in_place(s, facing);
        assert_int_equal(diag_count(s->diag, DIAG_WARNING), 0);
        done(s);
        buf_free(&p.text[0]);
        buf_free(&p.text[1]);
    }
}

/* A paragraph too many is said, and what follows it is level again. */
static void
a_section_that_differs(void **state)
{
    (void)state;
    const char *const articles[] = {
        "# One\n\nText.\n\n## Head1\n\nText.\n",
        "---\nlang: es\n---\n# Uno\n\nText.\n\nText.\n\n## Head1\n\nText.\n",
        NULL};
    struct seen *s = lay_out_beside("", articles, DOC_PARALLEL_COLUMNS);
    struct pair p = {.headings = 1};
    assert_level(s, &p, false);
    assert_int_equal(diag_count(s->diag, DIAG_NOTE), 1);
    const struct diag_message *m = diag_message_at(s->diag, 0);
    assert_int_equal(m->id, DIAG_PARALLEL_UNLIKE);
    assert_true(str_ends(m->at.file, "1.md"));
    assert_int_equal(m->at.line, 8);
    done(s);
}

/* What is taller than a page stands there alone, and the rest goes on. */
static void
what_is_too_tall(void **state)
{
    (void)state;
    const char *const articles[] = {
        "# One\n\nText.\n\n![t](tall.svg)\n\nEnd.\n",
        "---\nlang: es\n---\n# Uno\n\nText.\n\n![t](tall.svg)\n\nFin.\n", NULL};
    struct seen *s = lay_out_beside("img { height: 400pt; max-height: none }",
                                    articles, DOC_PARALLEL_COLUMNS);
    assert_int_equal(row_of(s, "End.")->y, row_of(s, "Fin.")->y);
    assert_int_equal(s->images, 2);
    done(s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_pairs_are_level),
        cmocka_unit_test(a_section_that_differs),
        cmocka_unit_test(what_is_too_tall),
    };
    read_begin();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
