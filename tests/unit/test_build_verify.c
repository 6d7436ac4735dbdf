/* SPDX-License-Identifier: MIT */
/* A build reads its outputs back before it lets anybody see them. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "build_int.h"

struct made {
    struct run run;
    struct conf_edition edition;
    struct output output;
    char dir[64];
};

/* An output of one file that holds `bytes`, closed, not yet committed. */
static void
make(struct made *m, enum conf_output format, const char *name,
     const char *bytes)
{
    *m = (struct made){.run = {.arena = arena_new(), .diag = diag_new()},
                       .edition = {.format = format}};
    strcpy(m->dir, "/tmp/fascicle-verify-XXXXXX");
    assert_non_null(mkdtemp(m->dir));
    m->output.edition = &m->edition;
    m->output.path = path_join(m->run.arena, m->dir, name);
    struct file_out *to = file_out_open(m->output.path);
    assert_non_null(to);
    *vec_add(m->run.arena, &m->output.files) =
        (struct output_file){.path = m->output.path, .to = to};
    file_out_write(to, bytes, strlen(bytes));
    assert_int_equal(file_out_close(to), 0);
}

static void
done(struct made *m)
{
    for (size_t i = 0; i < m->output.files.n; i++)
        file_out_abort(m->output.files.at[i].to);
    rmdir(m->dir);
    diag_free(m->run.diag);
    arena_free(m->run.arena);
}

static void
finds_a_broken_output(void **state)
{
    (void)state;
    static const struct {
        enum conf_output format;
        const char *name, *bytes;
    } broken[] = {{CONF_EPUB, "a.epub", "PK no zip"},
                  {CONF_PDF, "a.pdf", "%PDF-1.7\nno more\n"},
                  {CONF_PDF, "booklet", "%PDF-1.7\nno more\n"},
                  {CONF_PDF, "b.pdf", "no PDF at all"}};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct made m;
        make(&m, broken[i].format, broken[i].name, broken[i].bytes);
        verify_output(&m.run, &m.output);
        size_t found = diag_count(m.run.diag, DIAG_ERROR);
        assert_true(found > 0);
        /* called by the name that it would appear under */
        assert_string_equal(diag_message_at(m.run.diag, 0)->at.file,
                            m.output.path);
        verify_output(&m.run, &m.output);
        assert_int_equal(diag_count(m.run.diag, DIAG_ERROR), found);
        done(&m);
    }
}

static void
looks_at_publications_alone(void **state)
{
    (void)state;
    struct made m;
    make(&m, CONF_PNG, "a.png", "no picture");
    verify_output(&m.run, &m.output);
    assert_int_equal(diag_count(m.run.diag, DIAG_NOTE), 0);
    done(&m);
    make(&m, CONF_PDF, "a.pdf.evidence.json", "{}");
    verify_output(&m.run, &m.output);
    assert_int_equal(diag_count(m.run.diag, DIAG_NOTE), 0);
    done(&m);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_broken_output),
        cmocka_unit_test(looks_at_publications_alone),
    };
    return RUN_TESTS(tests);
}
