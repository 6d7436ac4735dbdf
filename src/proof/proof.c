/* SPDX-License-Identifier: MIT */
/* A proof from its beginning to its end: each page is looked at as it comes,
 * and only what the end needs is kept of it. */
#include "proof/proof_int.h"

struct proof *
proof_begin(const struct proof_options *options)
{
    struct arena *a = arena_new();
    struct proof *p = ARENA_NEW(a, struct proof);
    p->arena = a;
    p->options = *options;
    p->profile = options->profile;
    p->told = map_new(a);
    p->by_node = map_new(a);
    return p;
}

void
proof_page(void *to, const struct layout_page *page)
{
    struct proof *p = to;
    p->page = page;
    proof_find_lines(p, page);
    for (size_t i = 0; i < page->runs.n; i++) {
        const struct layout_run *run = &page->runs.at[i];
        if (run->mark.role != LAYOUT_ARTIFACT && !proof_is_blank(run))
            proof_check_type(p, run);
    }
    proof_check_capitals(p);
    proof_check_page(p);
    proof_check_lines(p);
    p->page = NULL;
}

void
proof_end(struct proof *p)
{
    proof_check_blocks(p);
    proof_check_folios(p);
    proof_check_measure(p);
    proof_tell_rest(p);
    proof_faces_close(p);
    arena_free(p->arena);
}
